using System.Globalization;
using LiaisonBot.Core.Areas;
using LiaisonBot.Core.Storage;
using NodaTime;

namespace LiaisonBot.Core.People;

/// <summary>What somebody is in a team or an office, beside the rights of their role.</summary>
public enum Post
{
    /// <summary>组长.</summary>
    Leader,

    /// <summary>副组长.</summary>
    DeputyLeader,

    /// <summary>联络员.</summary>
    Liaison,

    /// <summary>成员.</summary>
    Member,

    /// <summary>信访专员.</summary>
    Petitions,

    /// <summary>网信专员.</summary>
    OnlineClues,
}

/// <summary>
/// One role in one area, on its days. A person may hold several. Who is entered without dates holds it until it is
/// taken away.
/// </summary>
/// <param name="Team">Number of the inspection team, for leaders and members; null for everyone else.</param>
public sealed record Grant(Role Role, AreaCode Area, int? Team = null)
{
    /// <summary>The first Beijing day on which it counts; null when it has counted all along.</summary>
    public LocalDate? From { get; init; }

    /// <summary>The last one; null while no end is set.</summary>
    public LocalDate? To { get; init; }

    /// <summary>It gives no right of its own: rights come from the role.</summary>
    public Post? Post { get; init; }

    /// <summary>第2小组: the group of the team that they go with; null for the whole team, or for nobody's.</summary>
    public int? Group { get; init; }

    /// <summary>
    /// The person (<see cref="Person.Id"/>) whom the holder stands in for (代办); null for a duty of one's own.
    /// </summary>
    public string? For { get; init; }

    public bool CountsOn(LocalDate day) => !(day < From) && !(day > To);

    /// <summary>Whether it is over by a day, and will not count again.</summary>
    public bool HasEnded(LocalDate day) => To < day;

    /// <summary>The same role in the same area and team, whatever the days and whoever is stood in for.</summary>
    public bool IsSameDuty(Grant other) => (Role, Area, Team) == (other.Role, other.Area, other.Team);

    /// <summary>Whether a day is in both.</summary>
    public bool Overlaps(Grant other) => !(To < other.From) && !(other.To < From);

    /// <summary>The dates are in order.</summary>
    public bool HasDaysInOrder => !(To < From);

    /// <summary>
    /// Whether the role fits the level of its area: an office in a province, a team in a city, an officer in a county
    /// or unit.
    /// </summary>
    public bool IsValid => Role switch
    {
        Role.Office or Role.SupervisionOffice => Area.Level == AreaLevel.Province && Team is null,
        Role.TeamLeader or Role.TeamMember => Area.Level == AreaLevel.City && Team is >= 1 and <= 99
            && Group is null or >= 1 and <= Visit.MaxGroup,
        Role.CityOffice => Area.Level == AreaLevel.City && Team is null,
        Role.CountyOfficer => Area.Level is AreaLevel.County or AreaLevel.Unit && Team is null,
        Role.Department => Area is { Level: AreaLevel.Unit, IsProvincial: true } && Team is null,
    };

    /// <summary>
    /// As it is stored: <c>TeamLeader:1301:1</c>, and behind a question mark what else is set of it:
    /// <c>CountyOfficer:130123?from=2026-12-01&amp;to=2026-12-05&amp;for=upn%3Alisi%40contoso.com</c>.
    /// </summary>
    public override string ToString()
    {
        var duty = Team is { } team ? $"{Role}:{Area}:{team}" : $"{Role}:{Area}";
        List<string> more = [];
        if (From is { } from)
        {
            more.Add("from=" + Columns.Date(from));
        }

        if (To is { } to)
        {
            more.Add("to=" + Columns.Date(to));
        }

        if (Post is { } post)
        {
            more.Add("post=" + post);
        }

        if (Group is { } group)
        {
            more.Add(string.Create(CultureInfo.InvariantCulture, $"group={group}"));
        }

        if (For is { } represented)
        {
            more.Add("for=" + Uri.EscapeDataString(represented));
        }

        return more.Count == 0 ? duty : $"{duty}?{string.Join('&', more)}";
    }

    public static Grant Parse(string text)
    {
        var mark = text.IndexOf('?', StringComparison.Ordinal);
        var parts = (mark < 0 ? text : text[..mark]).Split(':');
        var grant = new Grant(
            Enum.Parse<Role>(parts[0]),
            AreaCode.Parse(parts[1]),
            parts.Length > 2 ? int.Parse(parts[2], CultureInfo.InvariantCulture) : null);
        foreach (var pair in mark < 0 ? [] : text[(mark + 1)..].Split('&'))
        {
            var (name, value) = (pair[..pair.IndexOf('=')], pair[(pair.IndexOf('=') + 1)..]);
            grant = name switch
            {
                "from" => grant with { From = Columns.Date(value) },
                "to" => grant with { To = Columns.Date(value) },
                "post" => grant with { Post = Enum.Parse<Post>(value) },
                "group" => grant with { Group = int.Parse(value, CultureInfo.InvariantCulture) },
                "for" => grant with { For = Uri.UnescapeDataString(value) },
                _ => grant,
            };
        }

        return grant;
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

    /// <summary>UTF-16 units of <see cref="JobTitle"/>.</summary>
    public const int JobTitleLength = 40;

    /// <summary>UTF-16 units of <see cref="Phone"/>.</summary>
    public const int PhoneLength = 40;

    private readonly IReadOnlyList<Grant>? entered;

    /// <summary>
    /// All that is stored, also what does not count today; <see cref="Grants"/> are those that do. The same where
    /// nobody looked at the day.
    /// </summary>
    public IReadOnlyList<Grant> Entered { get => entered ?? Grants; init => entered = value; }

    /// <summary>职务, as the office writes it: 办公室主任.</summary>
    public string? JobTitle { get; init; }

    /// <summary>As it is dialled, with an extension if there is one: 0311-8888 6666转2.</summary>
    public string? Phone { get; init; }

    /// <summary>工作单位: where somebody of a team comes from.</summary>
    public string? HomeUnit { get; init; }

    /// <summary>UTF-16 units of <see cref="HomeUnit"/>.</summary>
    public const int HomeUnitLength = 40;

    /// <summary>
    /// 回避: places in which they have no part in the work of a team, each with what lies in it. No reasons are kept.
    /// </summary>
    public IReadOnlyList<AreaCode> Recusals { get; init; } = [];

    public const int MaxRecusals = 30;

    /// <summary>Ids of entries that turned out to be this person: what was written for them is theirs.</summary>
    public IReadOnlyList<string> Formerly { get; init; } = [];

    /// <summary>Another account that writes under their sign-in name; null while there is none.</summary>
    public AccountClaim? Claim { get; init; }

    /// <summary>Whether an id means this person.</summary>
    public bool Is(string? id) => id is not null && (id == Id || Formerly.Contains(id));

    /// <summary>Whether a place lies in one that they are recused from.</summary>
    public bool IsRecusedFrom(AreaCode place)
    {
        // By number: asked with each check of a right.
        for (var i = 0; i < Recusals.Count; i++)
        {
            if (Recusals[i].Contains(place))
            {
                return true;
            }
        }

        return false;
    }

    public bool Has(Role role) => Grants.Any(g => g.Role == role);

    /// <summary>With everything that is stored, whatever the day.</summary>
    public Person AsStored() => this with { Grants = Entered };

    /// <summary>What they hold themselves today, without those whom they stand in for.</summary>
    public IEnumerable<Grant> OwnGrants => Grants.Where(g => g.For is null);

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
