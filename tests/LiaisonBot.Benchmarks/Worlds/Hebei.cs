using System.Globalization;
using LiaisonBot.Core.Areas;
using LiaisonBot.Core.People;
using LiaisonBot.Core.Storage;
using NodaTime;

namespace LiaisonBot.Benchmarks.Worlds;

/// <summary>Hebei with its people: an office, in each city a team and a city office, in each county officers.</summary>
internal static class Hebei
{
    private const int OfficersPerCounty = 3;

    public static readonly AreaCode Code = AreaCode.Parse("13");

    public static readonly AreaBook Areas = AreaBook.Load(Code, []);

    public static readonly IReadOnlyList<AreaCode> Counties = [.. Areas.All.Where(a => a.Code.Level == AreaLevel.County)
        .Select(a => a.Code)];

    public static readonly Person Office = Someone(1, "省委巡视办", Role.Office, Code);

    /// <summary>Everybody, the office first.</summary>
    public static readonly IReadOnlyList<Person> People = [.. Everybody()];

    private static readonly Dictionary<AreaCode, Person> Officers = People.Where(p => p.Grants[0].Role == Role.CountyOfficer)
        .DistinctBy(p => p.Grants[0].Area)
        .ToDictionary(p => p.Grants[0].Area);

    /// <summary>The first of the officers of a county.</summary>
    public static Person OfficerOf(AreaCode county) => Officers[county];

    public static ChatAddress ChatOf(Person person, string serviceUrl = "http://127.0.0.1:9/") =>
        new("msteams", serviceUrl, "a:" + person.Id, "29:" + person.Id, "28:bot", "tenant");

    public static IEnumerable<Row> DirectoryRows(LocalDate today, bool chats) =>
    [
        .. People.Select(Core.People.DirectoryRows.ToRow),
        .. chats ? People.Select(p => Core.People.DirectoryRows.ToRow(new Chat(p.Id, ChatOf(p)))) : [],
        .. Areas.Cities.Select((city, i) =>
            Core.People.DirectoryRows
                .ToRow(new Visit(
                    i + 1,
                    city.Code,
                    new(today.Year, 1, 1),
                    new(today.Year, 12, 31),
                    VisitKind.Residency))),
    ];

    private static IEnumerable<Person> Everybody()
    {
        var number = 1;
        yield return Office;
        yield return Someone(++number, "省委督查室", Role.SupervisionOffice, Code);
        var team = 0;
        foreach (var city in Areas.Cities)
        {
            yield return Someone(++number, $"第{++team}巡视组组长", Role.TeamLeader, city.Code, team);
            yield return Someone(++number, $"{city.Name}联络办", Role.CityOffice, city.Code);
            foreach (var county in Areas.Children(city.Code))
                for (var i = 0; i < OfficersPerCounty; i++)
                    yield return Someone(++number, $"{county.Name}联络员", Role.CountyOfficer, county.Code);
        }
    }

    private static Person Someone(int number, string name, Role role, AreaCode area, int? team = null) =>
        Person.WithObjectId(
            string.Create(CultureInfo.InvariantCulture, $"00000000-0000-4000-8000-{number:000000000000}"),
            name,
            new Grant(role, area, team));
}
