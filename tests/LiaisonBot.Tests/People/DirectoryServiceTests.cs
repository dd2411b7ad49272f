using LiaisonBot.Core.Areas;
using LiaisonBot.Core.Matters;
using LiaisonBot.Core.People;
using NodaTime;
using static LiaisonBot.Testing.Cast;

namespace LiaisonBot.Tests.People;

public class DirectoryServiceTests
{
    private const string ObjectId = "6f9619ff-8b86-d011-b42d-00c04fc964ff";
    private static readonly Grant OfChangan = new(Role.CountyOfficer, Changan);
    private static readonly ChatAddress Address = new(
        "msteams",
        "https://smba.example/",
        "chat-1",
        "29:x",
        "28:bot",
        "tenant");

    [Fact]
    public async Task AddGrant_ByObjectId_IsThereAtOnceAndKnownInAnyCase()
    {
        await using var world = await World.Open();

        Assert.Null(await world.People.AddGrantAsync(
            Office,
            $" {{{ObjectId.ToUpperInvariant()}}} ",
            " 长安区联络员 ",
            OfChangan,
            default));

        var person = (await Now(world)).ByObjectId(ObjectId.ToUpperInvariant())!;
        Assert.Equal((ObjectId, "长安区联络员", ObjectId), (person.Id, person.Name, person.ObjectId));
        Assert.Equal([OfChangan], person.Grants);
        Assert.Contains(person, (await Now(world)).Holding(Role.CountyOfficer, Changan));
    }

    [Fact]
    public async Task AddGrant_ToSomeoneWhoIsThere_AddsTheRoleOnce()
    {
        await using var world = await World.Open();
        await world.People.AddGrantAsync(Office, ObjectId, "某人", OfChangan, default);
        await world.People.AddGrantAsync(Office, ObjectId, "新名", new(Role.CountyOfficer, Zhengding), default);
        await world.People.AddGrantAsync(Office, ObjectId, "新名", OfChangan, default);

        var person = (await Now(world)).ById(ObjectId)!;
        Assert.Equal("新名", person.Name);
        Assert.Equal(2, person.Grants.Count);
    }

    [Theory]
    [InlineData(null, "某人", DirectoryRefusal.IdentityMissing)]
    [InlineData("  ", "某人", DirectoryRefusal.IdentityMissing)]
    [InlineData("某人", "某人", DirectoryRefusal.IdentityMissing)]
    [InlineData("a b@c.cn", "某人", DirectoryRefusal.IdentityTooLong)]
    [InlineData(ObjectId, "", DirectoryRefusal.NameMissing)]
    [InlineData(ObjectId, null, DirectoryRefusal.NameMissing)]
    public async Task AddGrant_WithoutWhoItIs_IsRefused(string? identity, string? name, DirectoryRefusal refusal)
    {
        await using var world = await World.Open();

        Assert.Equal(refusal, await world.People.AddGrantAsync(Office, identity, name, OfChangan, default));
    }

    [Fact]
    public async Task AddGrant_TooLong_IsRefused()
    {
        await using var world = await World.Open();

        Assert.Equal(
            DirectoryRefusal.NameTooLong,
            await world.People.AddGrantAsync(Office, ObjectId, new('字', Person.NameLength + 1), OfChangan, default));
        Assert.Equal(
            DirectoryRefusal.IdentityTooLong,
            await world.People.AddGrantAsync(
                Office,
                new string('a', Person.SignInNameLength) + "@b",
                "某人",
                OfChangan,
                default));
    }

    [Theory]
    [InlineData(Role.CountyOfficer, "130199", DirectoryRefusal.UnknownArea)]
    [InlineData(Role.CountyOfficer, "110101", DirectoryRefusal.UnknownArea)]
    [InlineData(Role.CountyOfficer, "1301", DirectoryRefusal.RoleDoesNotFit)]
    [InlineData(Role.TeamLeader, "1301", DirectoryRefusal.RoleDoesNotFit)]
    public async Task AddGrant_OfARoleThatDoesNotFitItsPlace_IsRefused(Role role, string area, DirectoryRefusal refusal)
    {
        await using var world = await World.Open();

        Assert.Equal(
            refusal,
            await world.People.AddGrantAsync(Office, ObjectId, "某人", new(role, AreaCode.Parse(area)), default));
    }

    [Fact]
    public async Task AddGrant_ByACityOffice_ReachesItsOwnCountiesOfficersOnly()
    {
        await using var world = await World.Open();

        Assert.Null(await world.People.AddGrantAsync(City, "a@hebei.cn", "某人", OfChangan, default));
        foreach (var grant in new Grant[]
        {
            new(Role.CountyOfficer, Lunan),
            new(Role.CityOffice, Shijiazhuang),
            new(Role.TeamLeader, Shijiazhuang, 1),
            new(Role.Office, Hebei),
            new(Role.Department, AuditOffice)
        })
            Assert.Equal(
                DirectoryRefusal.NotAllowed,
                await world.People.AddGrantAsync(City, "a@hebei.cn", "某人", grant, default));
        Assert.Equal(
            DirectoryRefusal.NotAllowed,
            await world.People.RemoveGrantAsync(City, OtherCounty.Id, OtherCounty.Grants[0], default));
        Assert.Null(await world.People.RemoveGrantAsync(City, County.Id, OfChangan, default));
    }

    [Fact]
    public async Task AddGrant_ByAnyoneElse_IsRefused()
    {
        await using var world = await World.Open();

        foreach (var person in new[] { Leader, Member, County, Supervisors, Audit })
            Assert.Equal(
                DirectoryRefusal.NotAllowed,
                await world.People.AddGrantAsync(person, ObjectId, "某人", OfChangan, default));
    }

    [Fact]
    public async Task AddGrant_ByACityOfficeToSomeoneOfTheOffice_IsRefused_AndLeavesTheirName()
    {
        await using var world = await World.Open();
        await world.People.AddGrantAsync(Office, ObjectId, "省委巡视办", new(Role.Office, Hebei), default);

        Assert.Equal(
            DirectoryRefusal.HasOtherRoles,
            await world.People.AddGrantAsync(City, ObjectId, "改名", OfChangan, default));

        Assert.Equal("省委巡视办", (await Now(world)).ById(ObjectId)!.Name);
    }

    [Fact]
    public void MayGrant_OfSomeoneInACityOfficeAndTheOffice_IsTheLarger() =>
        Assert.True(DirectoryService.MayGrant(
            Person.WithObjectId("x", "两职", City.Grants[0], Office.Grants[0]),
            new(Role.Department, AuditOffice)));

    [Fact]
    public async Task AddGrant_MoreThanCanBeToldOfAStep_IsRefused()
    {
        await using var world = await World.Open([.. Enumerable.Range(0, MatterLimits.Notices - 1)
            .Select(i => Someone($"c{i}", Role.CountyOfficer, Changan))]);

        Assert.Equal(
            DirectoryRefusal.TooManyPeople,
            await world.People.AddGrantAsync(Office, ObjectId, "某人", OfChangan, default));
    }

    [Fact]
    public async Task AddGrant_TwoAtTheSameMoment_BothTakeEffect()
    {
        await using var world = await World.Open();
        await world.People.AddGrantAsync(Office, ObjectId, "某人", OfChangan, default);
        world.Faulty.BeforeSubmit(_ =>
            world.People.AddGrantAsync(Office, ObjectId, "某人", new(Role.CountyOfficer, Zhengding), default));

        await world.People.AddGrantAsync(Office, ObjectId, "某人", new(Role.CountyOfficer, Lunan), default);

        Assert.Equal(3, (await Now(world)).ById(ObjectId)!.Grants.Count);
    }

    [Theory]
    [InlineData(SubmitFault.UnknownAfterCommit)]
    [InlineData(SubmitFault.UnknownBeforeCommit)]
    public async Task AddGrant_WithoutAnAnswerFromTheStore_IsMadeOnce(SubmitFault fault)
    {
        await using var world = await World.Open();
        world.Faulty.OnSubmit(fault);

        await world.People.AddGrantAsync(Office, ObjectId, "某人", OfChangan, default);

        Assert.Equal([OfChangan], (await Now(world)).ById(ObjectId)!.Grants);
    }

    [Fact]
    public async Task RemoveGrant_TheLastRole_RemovesThePerson()
    {
        await using var world = await World.Open();
        await world.People.AddGrantAsync(Office, ObjectId, "某人", OfChangan, default);
        await world.People.AddGrantAsync(Office, ObjectId, "某人", new(Role.CountyOfficer, Zhengding), default);

        Assert.Null(await world.People.RemoveGrantAsync(Office, ObjectId, OfChangan, default));
        Assert.Equal([new(Role.CountyOfficer, Zhengding)], (await Now(world)).ById(ObjectId)!.Grants);
        Assert.Null(await world.People.RemoveGrantAsync(Office, ObjectId, new(Role.CountyOfficer, Zhengding), default));
        Assert.Null((await Now(world)).ById(ObjectId));
        Assert.Equal(
            DirectoryRefusal.NotFound,
            await world.People.RemoveGrantAsync(Office, ObjectId, OfChangan, default));
    }

    [Fact]
    public async Task RemoveGrant_TheOfficesLastPerson_IsRefused()
    {
        await using var world = await World.Open();

        Assert.Equal(
            DirectoryRefusal.LastOfOffice,
            await world.People.RemoveGrantAsync(Office, Office.Id, Office.Grants[0], default));
        await world.People.AddGrantAsync(Office, ObjectId, "又一人", Office.Grants[0], default);
        Assert.Null(await world.People.RemoveGrantAsync(Office, Office.Id, Office.Grants[0], default));
        Assert.Equal(ObjectId, Assert.Single((await Now(world)).Holding(Role.Office, Hebei)).Id);
    }

    [Fact]
    public async Task RemoveGrant_TheLastTwoOfTheOfficeEachOtherAtOnce_KeepsOne()
    {
        await using var world = await World.Open();
        await world.People.AddGrantAsync(Office, ObjectId, "又一人", Office.Grants[0], default);
        var another = new DirectoryService(world.Store, new(world.Store, Hebei, world.Clock));
        world.Faulty.BeforeSubmit(async _ =>
            Assert.Null(await another.RemoveGrantAsync(Office, Office.Id, Office.Grants[0], default)));

        Assert.Equal(
            DirectoryRefusal.LastOfOffice,
            await world.People.RemoveGrantAsync(Office, ObjectId, Office.Grants[0], default));

        Assert.Equal(ObjectId, Assert.Single((await Now(world)).Holding(Role.Office, Hebei)).Id);
    }

    [Fact]
    public async Task Bind_AtTheFirstMessage_KeepsIdRolesAndChatAndHoldsForGood()
    {
        await using var world = await World.Open();
        await world.People.AddGrantAsync(Office, "Zhang@Hebei.CN", "某人", OfChangan, default);
        var entered = (await Now(world)).BySignInName("zhang@hebei.cn")!;
        Assert.Equal(("upn:zhang@hebei.cn", null, true), (entered.Id, entered.ObjectId, (await Now(world)).HasUnbound));

        await world.People.BindAsync(entered, ObjectId.ToUpperInvariant(), default);

        var bound = (await Now(world)).ByObjectId(ObjectId)!;
        Assert.Equal((entered.Id, ObjectId, false), (bound.Id, bound.ObjectId, (await Now(world)).HasUnbound));
        Assert.Equal([OfChangan], bound.Grants);

        await world.People.BindAsync(bound, "11111111-1111-1111-1111-111111111111", default);
        Assert.Equal(entered.Id, (await Now(world)).ByObjectId(ObjectId)?.Id);
        Assert.Null((await Now(world)).ByObjectId("11111111-1111-1111-1111-111111111111"));
    }

    [Fact]
    public async Task Bind_SomeoneWhoWasRemovedMeanwhile_BringsNobodyBack()
    {
        await using var world = await World.Open();
        await world.People.AddGrantAsync(Office, "a@hebei.cn", "某人", OfChangan, default);
        var entered = (await Now(world)).BySignInName("a@hebei.cn")!;
        await world.People.RemoveGrantAsync(Office, entered.Id, OfChangan, default);

        await world.People.BindAsync(entered, ObjectId, default);

        Assert.Null((await Now(world)).ByObjectId(ObjectId));
    }

    [Fact]
    public async Task AddGrant_ToSomeoneBound_ByEitherName_IsTheSamePerson()
    {
        await using var world = await World.Open();
        await world.People.AddGrantAsync(Office, "a@hebei.cn", "某人", OfChangan, default);
        await world.People.BindAsync((await Now(world)).BySignInName("a@hebei.cn")!, ObjectId, default);

        await world.People.AddGrantAsync(Office, ObjectId, "某人", new(Role.CountyOfficer, Zhengding), default);
        await world.People.AddGrantAsync(Office, "A@hebei.cn", "某人", new(Role.CountyOfficer, Lunan), default);

        Assert.Equal(3, (await Now(world)).ByObjectId(ObjectId)!.Grants.Count);
    }

    [Fact]
    public async Task SetPreferences_OfAPerson_AreRead()
    {
        await using var world = await World.Open();

        await world.People.SetPreferencesAsync(
            County,
            new(Language.English, new LocalTime(9, 15), new LocalTime(21, 0), null),
            default);

        var person = (await Now(world)).ById(County.Id)!;
        Assert.Equal(
            new Preferences(Language.English, new LocalTime(9, 15), new LocalTime(21, 0), null),
            person.Preferences);
        Assert.Equal(County.Grants, person.Grants);
    }

    [Fact]
    public async Task Remember_AChat_IsNewOnceAndAgainWhenItMovesOrCouldNotBeReached()
    {
        await using var world = await World.Open();

        Assert.True(await world.People.RememberAsync(County, Address, Language.Chinese, default));
        Assert.False(await world.People.RememberAsync(County, Address, Language.Chinese, default));
        Assert.True(await world.People.RememberAsync(
            County,
            Address with { ServiceUrl = "https://other.example/" },
            Language.Chinese,
            default));
        await world.People.MarkUnreachableAsync((await Now(world)).ChatOf(County.Id)!, default);
        Assert.False((await Now(world)).ChatOf(County.Id)!.Reachable);
        Assert.True(await world.People.RememberAsync(County, Address, Language.Chinese, default));
        Assert.Equal(
            new Chat(
                County.Id,
                Address,
                Since: world.Clock.GetCurrentInstant(),
                Language: Language.Chinese,
                Account: County.ObjectId),
            await world.People.ReadChatAsync(County, default));
    }

    private static Task<LiaisonDirectory> Now(World world) => world.Directory.ReadAsync(default);
}
