using LiaisonBot.Core.Areas;
using LiaisonBot.Core.People;
using NodaTime;

namespace LiaisonBot.Simulation;

/// <summary>A province as it is at the start of a run: who works where, and when which team is where.</summary>
internal sealed class Province
{
    /// <summary>Bound from the start on, and for good.</summary>
    public const string RoomOfTheFirstCity = "19:room";

    private readonly Random random;
    private readonly bool everybodyChats;
    private readonly List<Person> people = [];
    private readonly List<Visit> visits = [];

    /// <param name="rotations">The days on which the teams change places; none when they stay.</param>
    public Province(Options options, LocalDate from, Random random, IReadOnlyList<LocalDate> rotations)
    {
        this.random = random;
        Rotations = rotations;
        Code = options.Province;
        Audit = new(AreaCode.Parse(Code.Value + "00U001"), "省审计厅");
        var book = AreaBook.Load(Code, [Audit]);
        var places = new List<AreaCode> { Audit.Code };
        Enter("office", Role.Office, Code, 2);
        Enter("supervision", Role.SupervisionOffice, Code, 1);
        Enter("audit", Role.Department, Audit.Code, 1);
        var team = 0;
        foreach (var city in book.Cities.Take(options.Cities))
        {
            team++;
            places.Add(city.Code);
            Enter("leader", Role.TeamLeader, city.Code, 1, team);
            Enter("member", Role.TeamMember, city.Code, 2, team);
            Enter("city", Role.CityOffice, city.Code, random.Next(1, 4));
            var first = from.PlusDays(random.Next(0, Math.Max(1, options.Days / 2)));
            visits.Add(new(team, city.Code, first, first.PlusDays(options.Days / 3), VisitKind.Residency));
            foreach (var county in book.Children(city.Code).Take(options.Counties))
            {
                places.Add(county.Code);
                Enter("county", Role.CountyOfficer, county.Code, options.Round is null ? random.Next(1, 6) : 2);
                var begin = from.PlusDays(random.Next(0, options.Days));
                if (random.Next(3) == 0) visits.Add(new(
                    team,
                    county.Code,
                    begin,
                    begin.PlusDays(7),
                    VisitKind.Inspection));
            }
        }

        // More teams than cities: some live in one city beside another.
        for (var i = 0; options.Round is not null && i < Math.Min(options.Cities, Sets.RoundTraffic.Teams - options.Cities); i++)
            Enter("leader", Role.TeamLeader, places[IndexOfCity(places, i)], 1, team + i + 1, team + i + 1);

        everybodyChats = options.Round is not null;
        Places = places;
        Cities = [.. places.Where(place => place.Level == AreaLevel.City)];
        if (rotations.Count > 0) Rotate();
    }

    public AreaCode Code { get; }

    /// <summary>A department of the province, which matters are referred to.</summary>
    public Area Audit { get; }

    public IReadOnlyList<Person> People => people;

    /// <summary>The days on which the teams change places.</summary>
    public IReadOnlyList<LocalDate> Rotations { get; }

    public IReadOnlyList<AreaCode> Cities { get; }

    /// <summary>
    /// Which team is in a city after so many rotations. One team more than cities goes round, so that one rests.
    /// </summary>
    public int TeamIn(AreaCode city, int period) => ((IndexOf(city) + period) % (Cities.Count + 1)) + 1;

    /// <summary>Somebody is gone for good.</summary>
    public void Remove(string person)
    {
        var at = people.FindIndex(p => p.Id == person);
        if (at >= 0) people[at] = people[at] with { Grants = [] };
    }

    /// <summary>Where matters are assigned to.</summary>
    public IReadOnlyList<AreaCode> Places { get; }

    public static ChatAddress ChatOf(Person person) =>
        new("msteams", "https://chat.invalid/", "chat-" + person.Id, "29:" + person.Id, "28:bot", null);

    /// <summary>The channel that the first city is bound to.</summary>
    public Room Room =>
        new(
            people.First(p => p.Has(Role.CityOffice)).Grants[0].Area,
            new("msteams", "https://chat.invalid/", RoomOfTheFirstCity, "", "28:bot", null, ChatKind.Channel),
            people[0].Id,
            default);

    /// <summary>The directory of the start; some have opened their chat already.</summary>
    public IEnumerable<Core.Storage.Row> Rows() =>
    [
        DirectoryRows.ToRow(Room),
        DirectoryRows.ToRow(Audit),
        .. people.Select(DirectoryRows.ToRow),
        .. visits.Select(DirectoryRows.ToRow),
        .. people.Where(_ => everybodyChats || random.Next(5) > 0)
            .Select(person => DirectoryRows.ToRow(new Chat(person.Id, ChatOf(person)))),
    ];

    private int IndexOf(AreaCode city) => Enumerable.Range(0, Cities.Count).First(i => Cities[i] == city);

    /// <summary>Leaders and members go with their team from city to city; their roles begin and end on its days.</summary>
    private void Rotate()
    {
        foreach (var (name, role) in new[] { ("leader", Role.TeamLeader), ("member", Role.TeamMember) })
            people.Add(Person.WithObjectId(
                name + "-of-rest",
                name + "-of-rest",
                new Grant(role, Cities[0], Cities.Count + 1)));
        for (var i = 0; i < people.Count; i++)
            if (people[i].Grants[0] is { Role: Role.TeamLeader or Role.TeamMember, Team: { } team } grant)
                people[i] = people[i] with { Grants = [.. Stays(grant.Role, team)] };
    }

    private IEnumerable<Grant> Stays(Role role, int team)
    {
        for (var period = 0; period <= Rotations.Count; period++)
            foreach (var city in Cities.Where(city => TeamIn(city, period) == team))
                yield return new(role, city, team)
                {
                    From = period == 0 ? null : Rotations[period - 1],
                    To = period == Rotations.Count ? null : Rotations[period].PlusDays(-1),
                };
    }

    private static int IndexOfCity(List<AreaCode> places, int which) =>
        places.FindIndex(place => place == places.Where(one => one.Level == AreaLevel.City).ElementAt(which));

    /// <param name="from">Number of the first, where others have such a role there already.</param>
    private void Enter(string name, Role role, AreaCode area, int count, int? team = null, int from = 0)
    {
        for (var i = from; i < from + count; i++)
        {
            var id = $"{name}-{area.Value}-{i}";
            var own = random.Next(8) == 0
                ? new Preferences(
                    DigestTime: new LocalTime(9, 0),
                    QuietFrom: new LocalTime(19, 0),
                    QuietTo: new LocalTime(9, 0))
                : Preferences.Default;
            people.Add(Person.WithObjectId(id, id, new Grant(role, area, team)) with { Preferences = own });
        }
    }
}
