using System.Globalization;
using LiaisonBot.Core.Storage;
using NodaTime;
using NodaTime.Text;

namespace LiaisonBot.Simulation.Judging;

/// <summary>A role in a place, as a person's row has it.</summary>
internal sealed record Grant(string Person, string Role, string Area, long? Team);

internal static class Place
{
    public static bool Lies(string area, string within) => area.StartsWith(within, StringComparison.Ordinal);

    public static string CityOf(string area) => area.Length == 2 ? area + "00" : area[..4];

    public static bool IsOfProvince(string area) => CityOf(area).EndsWith("00", StringComparison.Ordinal);

    public static bool IsCity(string area) => area.Length == 4;
}

/// <summary>Who works where and which team is where, read from the rows of the directory as they stand.</summary>
internal sealed class Roll
{
    private static readonly LocalDatePattern DatePattern = LocalDatePattern.Iso;

    private readonly string province;
    private readonly List<(long Team, string Area, LocalDate From, LocalDate To, bool LivesThere)> visits;

    public Roll(string province, IReadOnlyList<Row> rows)
    {
        this.province = province;
        var people = rows.Where(row => row.Key.StartsWith(RowKeys.Directory.People, StringComparison.Ordinal)).ToList();
        Hours = people.ToDictionary(
            row => row.Text("Id")!,
            row => (Time(row, "QuietFrom"), Time(row, "QuietTo"), Time(row, "DigestTime")),
            StringComparer.Ordinal);
        Grants = people.SelectMany(row =>
            row.Text("Grants")!
                .Split(';', StringSplitOptions.RemoveEmptyEntries)
                .Select(text => Read(row.Text("Id")!, text)))
            .ToLookup(grant => grant.Person, StringComparer.Ordinal);
        visits = [.. rows.Where(row => row.Key.StartsWith(RowKeys.Directory.Visits, StringComparison.Ordinal))
            .Select(row =>
                (
                    row.Number("Team") ?? 0,
                    row.Text("Area")!,
                    Date(row, "From"),
                    Date(row, "To"),
                    row.Text("Kind") == "Residency"))];
    }

    public ILookup<string, Grant> Grants { get; }

    /// <summary>What each person set for themselves: quiet from, quiet to, digest.</summary>
    public IReadOnlyDictionary<string, (LocalTime? From, LocalTime? To, LocalTime? Digest)> Hours { get; }

    public bool May(string person, string right, Story on) =>
        Grants[person].Any(grant => RuleBook.May(grant, right, on));

    public IEnumerable<string> Holding(string role, string area) =>
        All(grant => grant.Role == role && grant.Area == area);

    public IEnumerable<string> Office => Holding("Office", province);

    public IEnumerable<string> SupervisionOffice => Holding("SupervisionOffice", province);

    public IEnumerable<string> Responsible(string holder) => holder.Length switch
    {
        2 => Office,
        4 => Holding("CityOffice", holder),
        _ => Holding("CountyOfficer", holder).Concat(Holding("Department", holder)),
    };

    public IEnumerable<string> Reviewers(Story story)
    {
        if (story.WasPassedOn) return Holding("CityOffice", Place.CityOf(story.Area));
        var leaders = story.Team is null
            ? []
            : All(grant => grant.Role == "TeamLeader"
                && grant.Team == story.Team
                && Place.Lies(story.Area, grant.Area)).ToList();
        return leaders.Count > 0 ? leaders : Office;
    }

    /// <summary>The city office of what is a county's or a unit's, and was not passed on.</summary>
    public IEnumerable<string> CityOf(Story story) =>
        story.WasPassedOn || story.Area.Length <= 4 ? [] : Holding("CityOffice", Place.CityOf(story.Area));

    /// <summary>As the tables of docs/rules.md name them.</summary>
    public IEnumerable<string> Named(string who, Story story, LocalDate today) => who switch
    {
        "Responsible" => Responsible(story.Holder),
        "Above" =>
            story.Holder.Length > 4 && !Place.IsOfProvince(story.Holder)
                ? Holding("CityOffice", Place.CityOf(story.Holder))
                : Reviewers(story),
        "Coordinator" => Coordinators(story, today),
        "Reviewer" => Reviewers(story),
        "Office" => Office,
        _ => throw new ArgumentOutOfRangeException(nameof(who), who, null),
    };

    private IEnumerable<string> Coordinators(Story story, LocalDate today)
    {
        var (city, now) = (
            Place.CityOf(story.Area),
            visits.Where(visit => visit.From <= today && today <= visit.To).ToList());
        var cityOffice = Holding("CityOffice", city);
        if (story.Area.Length > 4
            && now.Exists(visit => visit.Area == story.Area)) return Holding("CountyOfficer", story.Area)
                .Concat(cityOffice);
        var living = now.Where(visit => visit.LivesThere && visit.Area == city).Select(visit => visit.Team).ToList();
        if (living.Count > 0) return cityOffice.Concat(All(grant =>
            grant.Role == "TeamLeader"
                && grant.Team is { } team
                && living.Contains(team)
                && Place.Lies(story.Area, grant.Area)));
        return Place.IsCity(story.Area) || Place.IsOfProvince(story.Area) ? Office : cityOffice;
    }

    private IEnumerable<string> All(Func<Grant, bool> which) =>
        Grants.SelectMany(person => person).Where(which).Select(grant => grant.Person);

    private static Grant Read(string person, string text)
    {
        var parts = text.Split(':');
        return new(
            person,
            parts[0],
            parts[1],
            parts.Length > 2 ? long.Parse(parts[2], CultureInfo.InvariantCulture) : null);
    }

    private static LocalDate Date(Row row, string column) => DatePattern.Parse(row.Text(column)!).Value;

    private static LocalTime? Time(Row row, string column) =>
        row.Text(column) is { } text ? LocalTimePattern.CreateWithInvariantCulture("HH:mm").Parse(text).Value : null;
}
