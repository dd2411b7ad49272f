using System.Globalization;
using LiaisonBot.Core.Storage;
using NodaTime;

namespace LiaisonBot.Core.People;

/// <summary>What of a change of people is still to be told, or carried out.</summary>
public enum PeopleNewsKind
{
    /// <summary>To the substitute: whom they stand in for, in what, from when to when.</summary>
    StandsIn,

    /// <summary>To whoever is stood in for, when somebody else named the substitute.</summary>
    IsStoodInFor,

    /// <summary>To the substitute and to whoever was stood in for: it ended before its day.</summary>
    StandInEnded,

    /// <summary>To whoever gave a duty up: thanks, and who has it now.</summary>
    Thanks,

    /// <summary>To whoever has a duty from now on.</summary>
    TakesOver,

    /// <summary>To the office and the city: somebody says that they leave, and nobody follows yet.</summary>
    Leaves,

    /// <summary>To the office and the city: somebody is away for some days, and whoever is to stand in is not registered yet.</summary>
    SubstituteWanted,

    /// <summary>
    /// To nobody: what waits for whoever gave a duty up goes to whoever has it now, as far as it is about that duty.
    /// </summary>
    PassOn,
}

/// <summary>
/// One thing to tell one person of a change of people. It is written in the batch of the change, so that neither is
/// there without the other, and goes when it was told.
/// </summary>
/// <param name="To">Person id; of <see cref="PeopleNewsKind.PassOn"/> who has the duty now.</param>
/// <param name="Duty">With its dates.</param>
/// <param name="About">Id of the other person: who is stood in for, who stands in, who went.</param>
/// <param name="AboutName">Their name at that time.</param>
/// <param name="ByName">Who did it.</param>
/// <param name="NotBefore">The day on which it begins, for what is arranged in advance.</param>
public sealed record PeopleNews(
    string Id,
    PeopleNewsKind Kind,
    string To,
    Grant Duty,
    string About,
    string AboutName,
    string ByName,
    Instant At,
    Instant? NotBefore = null,
    string? Note = null)
{
    /// <summary>As it is stored, with how far its sending is; null for what is not stored yet.</summary>
    internal Row? Stored { get; init; }

    /// <summary>When nobody can have missed the change any more: what was decided by the directory before it is written by then.</summary>
    public static readonly Duration Settling = CurrentDirectory.MaxAge * 2;

    /// <summary>When it is to be done at the earliest.</summary>
    public Instant Begins => NotBefore ?? At;
}

/// <summary>The rows <c>S|time|index</c> of the directory.</summary>
public static class PeopleNewsRows
{
    public static string Key(string id) => RowKeys.Directory.News + id;

    public static Row ToRow(PeopleNews news)
    {
        var columns = new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["Id"] = news.Id,
            ["Kind"] = news.Kind.ToString(),
            ["To"] = news.To,
            ["Duty"] = news.Duty.ToString(),
            ["About"] = news.About,
            ["AboutName"] = news.AboutName,
            ["ByName"] = news.ByName,
            ["At"] = news.At,
        };
        columns.Set("Begins", news.NotBefore);
        columns.Set("Note", news.Note);
        return new(Key(news.Id), columns);
    }

    public static PeopleNews ToNews(Row row) => new(
        row.Required("Id"),
        Enum.Parse<PeopleNewsKind>(row.Required("Kind")),
        row.Required("To"),
        Grant.Parse(row.Required("Duty")),
        row.Required("About"),
        row.Required("AboutName"),
        row.Required("ByName"),
        row.Time("At") ?? default,
        row.Time("Begins"),
        row.Text("Note"))
    {
        Stored = row,
    };

    /// <summary>The rows of one change, under keys that no other change has.</summary>
    /// <param name="of">The person whom the change is about.</param>
    /// <param name="people">With what is still to be told: of one moment there may be more.</param>
    internal static IEnumerable<Change> Inserts(
        string of,
        Instant at,
        LiaisonDirectory people,
        IEnumerable<PeopleNews> news)
    {
        var prefix = string.Create(
            CultureInfo.InvariantCulture,
            $"{at.ToUnixTimeMilliseconds():00000000000000}-{KeyPart.Of(of)}-");
        var taken = people.News.Select(one => one.Id).ToHashSet(StringComparer.Ordinal);
        var index = 0;
        foreach (var one in news)
        {
            string id;
            do
            {
                id = string.Create(CultureInfo.InvariantCulture, $"{prefix}{index++:00}");
            }
            while (taken.Contains(id));

            yield return new Change.Insert(ToRow(one with { Id = id, At = at }));
        }
    }
}
