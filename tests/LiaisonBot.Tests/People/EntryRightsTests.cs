using LiaisonBot.Core.Areas;
using LiaisonBot.Core.People;
using static LiaisonBot.Testing.Cast;

namespace LiaisonBot.Tests.People;

/// <summary>
/// Whoever may enter people gains no rights by it, for themselves or for a colleague: every role that enters, every
/// role that somebody has, every role that is given.
/// </summary>
public class EntryRightsTests
{
    private static readonly Dictionary<Role, Grant> Given = new()
    {
        [Role.Office] = new(Role.Office, Hebei),
        [Role.TeamLeader] = new(Role.TeamLeader, Shijiazhuang, 1),
        [Role.TeamMember] = new(Role.TeamMember, Shijiazhuang, 1),
        [Role.CityOffice] = new(Role.CityOffice, Shijiazhuang),
        [Role.CountyOfficer] = new(Role.CountyOfficer, Changan),
        [Role.SupervisionOffice] = new(Role.SupervisionOffice, Hebei),
        [Role.Department] = new(Role.Department, AuditOffice),
    };

    public static TheoryData<Role, Role?, Role> Cells =>
    [
        .. from enters in Enum.GetValues<Role>()
           from has in Enum.GetValues<Role>().Cast<Role?>().Prepend(null)
           from given in Enum.GetValues<Role>()
           select (enters, has, given),
    ];

    /// <summary>
    /// The office gives any role to anybody. A city office makes officers of its counties, of people who are nothing
    /// else. Nobody else enters anybody.
    /// </summary>
    [Theory]
    [MemberData(nameof(Cells))]
    public void Entering_EveryCellOfTheTable(Role by, Role? has, Role given)
    {
        const string id = "6f9619ff-8b86-d011-b42d-00c04fc964ff";
        var enters = Person.WithObjectId("enters", "登记人", Given[by]);
        var now = has is { } role ? With(enters, Person.WithObjectId(id, "某人", Given[role])) : With(enters);

        var (refusal, person) = EntryRules.Decide(enters, [new(id, "某人", Given[given])], now)[0];

        var allowed = by == Role.Office
            || (by == Role.CityOffice && given == Role.CountyOfficer && (has is null or Role.CountyOfficer));
        Assert.Equal(allowed, refusal is null);
        Assert.Equal(allowed, person is not null);
    }

    [Theory]
    [InlineData("130102")]
    [InlineData("130123")]
    public async Task CityOffice_ItselfAsOfficer_IsRefused_ByAnySpellingOfItself(string county)
    {
        await using var world = await World.Open();
        var grant = new Grant(Role.CountyOfficer, AreaCode.Parse(county));
        const string id = "6f9619ff-8b86-d011-b42d-00c04fc964ff";
        await world.People.AddGrantAsync(Office, id, "市联络办", new(Role.CityOffice, Shijiazhuang), default);
        await world.People.AddGrantAsync(Office, "city@x.cn", "市联络办二", new(Role.CityOffice, Shijiazhuang), default);
        var self = (await world.Directory.ReadAsync(default)).ById(id)!;

        foreach (var spelling in new[]
        {
            id,
            id.ToUpperInvariant(),
            $"{{{id}}}",
            "city@x.cn",
            "CITY@X.CN",
            " city@x.cn ",
            "ｃｉｔｙ＠ｘ．ｃｎ",
            "city_x.cn#EXT#@tenant.onmicrosoft.com",
            "city\u200B@x.cn"
        })
            Assert.Equal(
                DirectoryRefusal.HasOtherRoles,
                await world.People.AddGrantAsync(self, spelling, "某人", grant, default));
        Assert.DoesNotContain(
            (await world.Directory.ReadAsync(default)).Holding(Role.CountyOfficer, grant.Area),
            p => p.Has(Role.CityOffice));
    }

    [Fact]
    public void CityOffice_InAFile_MakesNobodyMoreThanOneByOne()
    {
        var colleague = Person.WithSignInName("colleague@x.cn", "同事", new Grant(Role.CityOffice, Shijiazhuang));
        var decided = EntryRules.Decide(
            City,
            [
                new("new@x.cn", "新人", Given[Role.CountyOfficer]),
                new("colleague@x.cn", "同事", Given[Role.CountyOfficer]),
                new("new@x.cn", "新人", new(Role.CityOffice, Shijiazhuang)),
                new("new@x.cn", "新人", new(Role.CountyOfficer, Lunan)),
                new("new@x.cn", "新人", new(Role.CountyOfficer, Zhengding)),
            ],
            With(colleague));

        Assert.Equal(
            [null, DirectoryRefusal.HasOtherRoles, DirectoryRefusal.NotAllowed, DirectoryRefusal.NotAllowed, null],
            decided.Select(d => d.Refusal));
    }

    [Fact]
    public async Task CityOffice_TakesAwayNothingButItsOwnOfficers()
    {
        await using var world = await World.Open();
        foreach (var person in (await world.Directory.ReadAsync(default)).People)
            foreach (var grant in person.Grants)
            {
                var mayTake = grant.Role == Role.CountyOfficer && Shijiazhuang.Contains(grant.Area);
                Assert.Equal(
                    mayTake ? null : DirectoryRefusal.NotAllowed,
                    await world.People.RemoveGrantAsync(City, person.Id, grant, default));
            }
    }
}
