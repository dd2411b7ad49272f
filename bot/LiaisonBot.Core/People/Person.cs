using System.Globalization;
using LiaisonBot.Core.Areas;
using NodaTime;

namespace LiaisonBot.Core.People;

/// <summary>One role in one area. A person may hold several.</summary>
/// <param name="Team">Number of the inspection team, for leaders and members; null for everyone else.</param>
public sealed record Grant(Role Role, AreaCode Area, int? Team = null)
{
    /// <summary>
    /// Whether the role fits the level of its area: an office in a province, a team in a city, an officer in a county
    /// or unit.
    /// </summary>
    public bool IsValid => Role switch
    {
        Role.Office or Role.SupervisionOffice => Area.Level == AreaLevel.Province && Team is null,
        Role.TeamLeader or Role.TeamMember => Area.Level == AreaLevel.City && Team is >= 1 and <= 99,
        Role.CityOffice => Area.Level == AreaLevel.City && Team is null,
        Role.CountyOfficer => Area.Level is AreaLevel.County or AreaLevel.Unit && Team is null,
        Role.Department => Area is { Level: AreaLevel.Unit, IsProvincial: true } && Team is null,
    };

    /// <summary>As it is stored: <c>TeamLeader:1301:1</c>.</summary>
    public override string ToString() => Team is { } team ? $"{Role}:{Area}:{team}" : $"{Role}:{Area}";

    public static Grant Parse(string text)
    {
        var parts = text.Split(':');
        return new(
            Enum.Parse<Role>(parts[0]),
            AreaCode.Parse(parts[1]),
            parts.Length > 2 ? int.Parse(parts[2], CultureInfo.InvariantCulture) : null);
    }
}

/// <summary>The language of the bot's answers.</summary>
public enum Language
{
    Chinese,
    English,
}

/// <summary>What a person has set for themselves; null where they left it to the default.</summary>
/// <param name="DigestTime">Beijing time of the morning digest.</param>
/// <param name="QuietFrom">Beijing time at which the quiet hours begin.</param>
/// <param name="QuietTo">Beijing time at which they end.</param>
public sealed record Preferences(
    Language? Language = null,
    LocalTime? DigestTime = null,
    LocalTime? QuietFrom = null,
    LocalTime? QuietTo = null)
{
    public static readonly Preferences Default = new();

    /// <summary>
    /// Whether a Beijing time of day lies in the quiet hours, which may run over midnight. Without both ends there are
    /// none.
    /// </summary>
    public bool IsQuiet(LocalTime time) => (QuietFrom, QuietTo) switch
    {
        ({ } from, { } to) when from <= to => from <= time && time < to,
        ({ } from, { } to) => time >= from || time < to,
        _ => false,
    };
}

/// <summary>Someone who works with the bot.</summary>
/// <param name="Id">Stable for good: the object id under which they were entered, or <c>upn:</c> and the sign-in
/// name.</param>
/// <param name="ObjectId">Entra object id in lower case; null until someone entered by sign-in name writes for the
/// first time.</param>
/// <param name="SignInName">UPN in the spelling of <see cref="Identity"/>: by which they were entered, or which the
/// channel told of their account.</param>
public sealed record Person(
    string Id,
    string Name,
    string? ObjectId,
    string? SignInName,
    IReadOnlyList<Grant> Grants,
    Preferences Preferences)
{
    public const int NameLength = 60;

    /// <summary>Length of a sign-in name in Entra: 64 for the user, 48 for the domain, and the at sign.</summary>
    public const int SignInNameLength = 113;

    public const int MaxGrants = 20;

    /// <summary>Ids of entries that turned out to be this person: what was written for them is theirs.</summary>
    public IReadOnlyList<string> Formerly { get; init; } = [];

    /// <summary>Another account that writes under their sign-in name; null while there is none.</summary>
    public AccountClaim? Claim { get; init; }

    /// <summary>Whether an id means this person.</summary>
    public bool Is(string? id) => id is not null && (id == Id || Formerly.Contains(id));

    public bool Has(Role role) => Grants.Any(g => g.Role == role);

    /// <param name="identity">In the spelling of <see cref="Identity"/>.</param>
    public static Person Of(string identity, string name, params IReadOnlyList<Grant> grants) =>
        Guid.TryParse(identity, out _) ? WithObjectId(identity, name, grants) : WithSignInName(identity, name, grants);

    public static Person WithObjectId(string objectId, string name, params IReadOnlyList<Grant> grants)
    {
        var id = objectId.ToLowerInvariant();
        return new(id, name, id, null, grants, Preferences.Default);
    }

    public static Person WithSignInName(string signInName, string name, params IReadOnlyList<Grant> grants)
    {
        var upn = signInName.ToLowerInvariant();
        return new("upn:" + upn, name, null, upn, grants, Preferences.Default);
    }
}
