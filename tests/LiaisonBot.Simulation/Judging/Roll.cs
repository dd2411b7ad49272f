using System.Globalization;
using LiaisonBot.Core.Storage;
using NodaTime;
using NodaTime.Text;

namespace LiaisonBot.Simulation.Judging;

/// <summary>A role in a place, as a person's row has it.</summary>
internal sealed record Grant(string Person, string Role, string Area, long? Team)
{
    public LocalDate? From { get; init; }

    public LocalDate? To { get; init; }

    /// <summary>The person in whose place it is held; null for a role of one's own.</summary>
    public string? For { get; init; }

    public bool Counts(LocalDate day) => (From is null || From <= day) && (To is null || day <= To);

    public bool IsSame(Grant other) => (Role, Area, Team) == (other.Role, other.Area, other.Team);
}

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
    private readonly IReadOnlyList<Grant> ever;
    private readonly List<(long Team, string Area, LocalDate From, LocalDate To, bool LivesThere)> visits;

    public Roll(string province, IReadOnlyList<Row> rows, LocalDate today)
    {
        this.province = province;
        var people = rows.Where(row => row.Key.StartsWith(RowKeys.Directory.People, StringComparison.Ordinal)).ToList();
        Hours = people.ToDictionary(
            row => row.Text("Id")!,
            row => (Time(row, "QuietFrom"), Time(row, "QuietTo"), Time(row, "DigestTime")),
            StringComparer.Ordinal);
        var stored = people.SelectMany(row =>
            row.Text("Grants")!
                .Split(';', StringSplitOptions.RemoveEmptyEntries)
                .Select(text => Read(row.Text("Id")!, text))).ToList();
        ever = stored;
        HasDates = stored.Exists(grant => grant is not { From: null, To: null, For: null });
        var own = stored.Where(grant => grant.For is null && grant.Counts(today)).ToLookup(grant => grant.Person, StringComparer.Ordinal);
        Grants = stored.Where(grant => grant.Counts(today)
            && (grant.For is null || (grant.For != grant.Person && own[grant.For].Any(grant.IsSame))))
            .ToLookup(grant => grant.Person, StringComparer.Ordinal);
        var accounts = people.ToDictionary(row => row.Text("Id")!, row => row.Text("ObjectId"), StringComparer.Ordinal);
        reachable = [.. rows.Where(row => row.Key.StartsWith(RowKeys.Directory.Chats, StringComparison.Ordinal)
            && row.Flag("Reachable")
            && accounts.GetValueOrDefault(row.Text("Person")!) is { } account
            && (row.Text("Account") ?? account) == account)
            .Select(row => row.Text("Person")!)];
        visits = [.. rows.Where(row => row.Key.StartsWith(RowKeys.Directory.Visits, StringComparison.Ordinal))
            // Before its day, and when it was called off, it changes nothing for anybody.
            .Where(row => (row.Text("State") ?? "Announced") == "Announced"
                && (row.Text("AnnouncedOn") is null || Date(row, "AnnouncedOn") <= today))
            .Select(row =>
                (row.Number("Team") ?? 0,
                    row.Text("Area")!,
                    Date(row, "From"),
                    Date(row, "To"),
                    row.Text("Kind") == "Residency"))];
    }

    /// <summary>Those that count today.</summary>
    public ILookup<string, Grant> Grants { get; }

    /// <summary>Somebody's role has a first or last day, or somebody stands in for somebody.</summary>
    public bool HasDates { get; }

    private readonly HashSet<string> reachable;

    /// <summary>By roles of their own, and not in somebody else's name.</summary>
    public bool MayThemselves(string person, string right, Story on) =>
        Grants[person].Any(grant => grant.For is null && RuleBook.May(grant, right, on));

    public bool SpeaksFor(string person, string side, Story on) =>
        Grants[person].Any(grant => RuleBook.SpeaksFor(grant, side, on));

    public bool StandsInFor(string person, string other) => Grants[person].Any(grant => grant.For == other);

    /// <summary>Who is stood in for is not told while the substitute is reached.</summary>
    private IEnumerable<string> OnDuty(IEnumerable<string> people, string role, string area, long? team = null)
    {
        bool Fits(Grant grant) => grant.Role == role && grant.Team == team && Place.Lies(area, grant.Area);
        return people.Distinct(StringComparer.Ordinal).Where(person =>
            Grants[person].Any(grant => grant.For is not null && Fits(grant))
            || !Grants[person].Any(grant => grant.For is null && Fits(grant))
            || !Grants.SelectMany(of => of).Any(grant => grant.For == person && Fits(grant) && reachable.Contains(grant.Person)));
    }

    /// <summary>What each person set for themselves: quiet from, quiet to, digest.</summary>
    public IReadOnlyDictionary<string, (LocalTime? From, LocalTime? To, LocalTime? Digest)> Hours { get; }

    public bool May(string person, string right, Story on) =>
        Grants[person].Any(grant => RuleBook.May(grant, right, on));

    /// <summary>The office, and the leaders of both teams, on whatever days they lead them.</summary>
    /// <param name="key"><c>handover:2027-1301-0101-01</c>: its day, city and the team that gives.</param>
    /// <param name="to">The team that takes; null when nobody has said which.</param>
    public bool MaySeeHandover(string person, string key, long? to) =>
        key.Split('-') is [_, var city, _, var team]
            && (IsOfOffice(person)
                || ever.Any(grant => grant.Person == person
                    && grant.Role == "TeamLeader"
                    && (grant.Team == long.Parse(team, CultureInfo.InvariantCulture) || grant.Team == to)
                    && Place.Lies(city, grant.Area)));

    /// <summary>What a date makes urgent of the plan of a city: the office, and who leads a team there.</summary>
    public bool MaySeePlan(string person, string city) =>
        IsOfOffice(person) || Grants[person].Any(grant => grant.Role == "TeamLeader"
            && (grant.Area == city || city == province + "00"));

    public bool IsOfOffice(string person) => Grants[person].Any(grant => grant.Role == "Office");

    /// <summary>Whether somebody leads a team in a city on a day, by a role of their own.</summary>
    public bool IsLed(long team, string city, LocalDate day) => ever.Any(grant =>
        grant.Role == "TeamLeader" && grant.Team == team && grant.Area == city && grant.For is null && grant.Counts(day));

    /// <summary>Whether all roles that somebody ever had, or had in a city, ended before a day.</summary>
    public bool HasEnded(string person, LocalDate day, string? city = null)
    {
        var own = ever.Where(grant => grant.Person == person
            && (city is null || grant.Area == province || Place.CityOf(grant.Area) == city)).ToList();
        return own.Count > 0 && own.TrueForAll(grant => grant.To < day);
    }

    /// <summary>What a team closed stays readable for those who were in it on that day.</summary>
    public bool WasInItsTeam(string person, Story story) =>
        story is { IsOpen: false, EndedAt: { } ended, Team: { } team }
            && ever.Any(grant => grant.Person == person
                && grant.Role is "TeamLeader" or "TeamMember"
                && grant.Team == team
                && grant.For is null
                && Place.Lies(story.Area, grant.Area)
                && grant.Counts(Days.Of(ended)));

    public IEnumerable<string> Holding(string role, string area) =>
        OnDuty(All(grant => grant.Role == role && grant.Area == area), role, area);

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
        var leaders = story.Team is { } team ? Leaders(team, story.Area).ToList() : [];
        return leaders.Count > 0 ? leaders : Office;
    }

    /// <summary>What a county makes public, its city may look at as well as the team.</summary>
    public IEnumerable<string> Confirmers(Story story) =>
        story.Step is "plan-disclosure" or "result-disclosure" ? CityOf(story) : [];

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
        if (living.Count > 0) return cityOffice.Concat(living.SelectMany(team => Leaders(team, story.Area)));
        return Place.IsCity(story.Area) || Place.IsOfProvince(story.Area) ? Office : cityOffice;
    }

    private IEnumerable<string> Leaders(long team, string area) => OnDuty(
        All(grant => grant.Role == "TeamLeader" && grant.Team == team && Place.Lies(area, grant.Area)),
        "TeamLeader",
        area,
        team);

    private IEnumerable<string> All(Func<Grant, bool> which) =>
        Grants.SelectMany(person => person).Where(which).Select(grant => grant.Person);

    private static Grant Read(string person, string text)
    {
        var parts = text.Split('?');
        var duty = parts[0].Split(':');
        var more = parts.Length < 2 ? [] : parts[1].Split('&').Select(one => one.Split('='))
            .ToDictionary(one => one[0], one => Uri.UnescapeDataString(one[1]), StringComparer.Ordinal);
        LocalDate? Day(string name) => more.TryGetValue(name, out var day) ? DatePattern.Parse(day).Value : null;
        return new(
            person,
            duty[0],
            duty[1],
            duty.Length > 2 ? long.Parse(duty[2], CultureInfo.InvariantCulture) : null)
        {
            From = Day("from"),
            To = Day("to"),
            For = more.GetValueOrDefault("for"),
        };
    }

    private static LocalDate Date(Row row, string column) => DatePattern.Parse(row.Text(column)!).Value;

    private static LocalTime? Time(Row row, string column) =>
        row.Text(column) is { } text ? LocalTimePattern.CreateWithInvariantCulture("HH:mm").Parse(text).Value : null;
}
