using LiaisonBot.Core;
using LiaisonBot.Core.Matters;
using LiaisonBot.Core.People;
using LiaisonBot.Core.Storage;
using NodaTime;
using static LiaisonBot.Testing.Cast;

namespace LiaisonBot.Tests.People;

/// <summary>Who stands in for whom, and what that lets them do.</summary>
public class SubstituteTests
{
    private static readonly Person SecondOfCity = Someone("city-b", Role.CityOffice, Shijiazhuang);
    private static readonly Person SecondOfChangan = Someone("changan-b", Role.CountyOfficer, Changan);
    private static readonly LocalDate Friday = Today.PlusDays(4);

    [Theory]
    [InlineData("leader", "leader", "member", null)]
    [InlineData("leader", "leader", "other-leader", SubstituteRefusal.NotOfSameUnit)]
    [InlineData("leader", "leader", "city", SubstituteRefusal.NotOfSameUnit)]
    [InlineData("city", "city", "city-b", null)]
    [InlineData("city", "city", "other-city", SubstituteRefusal.NotOfSameUnit)]
    [InlineData("changan", "changan", "changan-b", null)]
    [InlineData("changan", "changan", "zhengding", SubstituteRefusal.NotOfSameUnit)]
    [InlineData("changan", "changan", "changan", SubstituteRefusal.Oneself)]
    [InlineData("changan", "zhengding", "changan", SubstituteRefusal.NotAllowed)]
    [InlineData("changan-b", "changan", "changan-b", SubstituteRefusal.NotAllowed)]
    [InlineData("leader", "changan", "changan-b", SubstituteRefusal.NotAllowed)]
    [InlineData("city", "changan", "zhengding", null)]
    [InlineData("city", "changan", "lunan", SubstituteRefusal.NotOfSameUnit)]
    [InlineData("city", "lunan", "changan", SubstituteRefusal.NotAllowed)]
    [InlineData("city", "leader", "member", SubstituteRefusal.NotAllowed)]
    [InlineData("office", "changan", "lunan", null)]
    [InlineData("office", "leader", "other-leader", null)]
    [InlineData("office", "nobody", "member", SubstituteRefusal.NotFound)]
    public async Task Name_ByTheTableOfRights(string by, string whom, string substitute, SubstituteRefusal? refusal)
    {
        var (world, services) = await Open();
        await using var open = world;
        Assert.Equal(refusal, await services.Substitutes.NameAsync(await Now(services, by), whom, substitute, Today, Friday, default));
    }

    [Theory]
    [InlineData(null, 3, SubstituteRefusal.DaysMissing)]
    [InlineData(0, null, SubstituteRefusal.DaysMissing)]
    [InlineData(-1, 3, SubstituteRefusal.InPast)]
    [InlineData(3, 2, SubstituteRefusal.EndsBefore)]
    [InlineData(0, 366, SubstituteRefusal.TooLong)]
    [InlineData(367, 368, SubstituteRefusal.TooLong)]
    [InlineData(0, 365, null)]
    public async Task Name_ForDays(int? from, int? to, SubstituteRefusal? refusal)
    {
        var (world, services) = await Open();
        await using var open = world;
        LocalDate? Day(int? days) => days is { } n ? Today.PlusDays(n) : null;
        Assert.Equal(refusal, await services.Substitutes.NameAsync(Leader, "leader", "member", Day(from), Day(to), default));
    }

    [Fact]
    public async Task Substitute_DoesWhatTheOtherMay_OnTheseDaysOnly_AndTheHistorySaysForWhom()
    {
        var (world, services) = await Open();
        await using var open = world;
        var number = await world.Assign(Leader, Changan);
        await world.Do(County, number, new MatterCommand.Sign());
        await world.Do(County, number, new MatterCommand.HandIn("办完"));
        await Name(services, Leader, "member", Today.PlusDays(1), Friday);

        Assert.Equal("NotAllowed", World.Refused(await world.Try(await Now(services, "member"), number, new MatterCommand.Close())));
        world.Clock.Advance(Duration.FromDays(1));
        services.Directory.Forget();
        world.Directory.Forget();
        await world.Do(await Now(services, "member"), number, new MatterCommand.Close());
        var closed = (await world.History(number))[^1];
        Assert.Equal(("member", "leader", "name of leader"), (closed.Actor, closed.For, closed.ForName));
        Assert.Contains("name of member（代name of leader） 办结", await Words(world, number, closed.Sequence), StringComparison.Ordinal);

        world.Clock.Advance(Duration.FromDays(5));
        services.Directory.Forget();
        Assert.DoesNotContain((await Now(services, "member")).Grants, g => g.For is not null);
    }

    [Fact]
    public async Task OwnDuty_ComesFirst_AndIsNobodyElsesName()
    {
        var (world, services) = await Open();
        await using var open = world;
        await Name(services, County, "changan-b", Today, Friday);
        var number = await world.Assign(Leader, Changan);
        await world.Do(await Now(services, "changan-b"), number, new MatterCommand.Sign());
        Assert.Null((await world.History(number))[^1].For);
    }

    /// <summary>Who handed in does not close, in whosever name; nor does whoever stands in for who handed in.</summary>
    [Fact]
    public async Task Nobody_ReviewsTheirOwnWork_AlsoNotForSomebodyElse()
    {
        var (world, services) = await Open();
        await using var open = world;
        var passed = (await world.Do(
            City,
            await world.Assign(Leader, Shijiazhuang),
            new MatterCommand.PassOn([Changan], null, null))).Children[0].Number;
        // The officer hands in, and stands in for the city, which reviews it.
        await Name(services, Office, "changan", Today, Friday, whom: "city");
        var officer = await Now(services, "changan");
        await world.Do(officer, passed, new MatterCommand.Sign());
        await world.Do(officer, passed, new MatterCommand.HandIn("办完"));
        Assert.Equal("OwnWork", World.Refused(await world.Try(officer, passed, new MatterCommand.Close())));
        // A colleague of the same county, who stands in for the city, holds the matter as well.
        await Name(services, Office, "changan-b", Today, Friday, whom: "city");
        Assert.Equal("OwnWork", World.Refused(await world.Try(await Now(services, "changan-b"), passed, new MatterCommand.Close())));
        Assert.Equal(MatterState.Closed, (await world.Do(SecondOfCity, passed, new MatterCommand.Close())).Matter.State);
    }

    [Fact]
    public async Task WhoIsStoodInFor_DoesNotCloseWhatWasHandedInInTheirName()
    {
        var (world, services) = await Open();
        await using var open = world;
        var both = Someone("both", Role.CountyOfficer, Qiaoxi);
        both = both with { Grants = [.. both.Grants, new(Role.CityOffice, Shijiazhuang)] };
        await Enter(world, both);
        services.Directory.Forget();
        world.Directory.Forget();
        var passed = (await world.Do(
            City,
            await world.Assign(Leader, Shijiazhuang),
            new MatterCommand.PassOn([Qiaoxi], null, null))).Children[0].Number;
        await Name(services, Office, "zhengding", Today, Friday, whom: "both");
        var substitute = await Now(services, "zhengding");
        await world.Do(substitute, passed, new MatterCommand.Sign());
        await world.Do(substitute, passed, new MatterCommand.HandIn("办完"));
        Assert.Equal("OwnWork", World.Refused(await world.Try(await Now(services, "both"), passed, new MatterCommand.Close())));
        Assert.Equal("OwnWork", World.Refused(await world.Try(substitute, passed, new MatterCommand.Close())));
        Assert.Equal(MatterState.Closed, (await world.Do(City, passed, new MatterCommand.Close())).Matter.State);
    }

    /// <summary>One is told in time, and nobody twice: the substitute while the bot reaches them, else both.</summary>
    [Theory]
    [InlineData(true, "changan-b")]
    [InlineData(false, "changan changan-b")]
    public async Task Messages_GoToTheSubstitute_OrToBoth(bool hasOpened, string told)
    {
        var (world, services) = await Open(hasOpened ? [SecondOfChangan] : []);
        await using var open = world;
        await Name(services, County, "changan-b", Today, Friday);
        Assert.Equal(told, Names((await services.Directory.ReadAsync(default)) is var book ? Duties.Holders(Changan, book).OrderBy(p => p.Id) : []));
        await world.Assign(Leader, Changan);
        Assert.Equal(
            told,
            string.Join(' ', (await world.Rows(RowKeys.Matters.Outbox)).Select(row => row.Text("To")!)
                .Where(to => to.StartsWith("changan", StringComparison.Ordinal))
                .Order(StringComparer.Ordinal)));
    }

    [Fact]
    public async Task Both_AreTold_WhenItIsNamed_AndWhenItEnds()
    {
        var chat = new FakeChat();
        var (world, services) = await Open([City, SecondOfCity], chat);
        await using var open = world;
        Assert.Null(await services.Substitutes.NameAsync(Office, "city", "city-b", Today, Friday, default));
        Assert.Null(await services.Substitutes.NameAsync(Office, "city", "city-b", Today, Friday, default));
        await services.News.DeliverAsync(default);
        Assert.Equal(["name of city-b StandsIn", "name of city IsStoodInFor"], chat.News);

        chat.News.Clear();
        Assert.Null(await services.Substitutes.EndAsync(City, "city", default));
        Assert.Equal(SubstituteRefusal.NobodyStandsIn, await services.Substitutes.EndAsync(City, "city", default));
        await services.News.DeliverAsync(default);
        Assert.Equal(["name of city-b StandInEnded"], chat.News);
        Assert.All((await services.Directory.ReadAsync(default)).News, one => Assert.Equal(PeopleNewsKind.PassOn, one.Kind));
        Assert.DoesNotContain((await Now(services, "city-b")).Grants, g => g.For is not null);
    }

    [Fact]
    public async Task News_WaitsForQuietHours_AndForAChat()
    {
        var chat = new FakeChat();
        var (world, services) = await Open([City], chat);
        await using var open = world;
        await services.Substitutes.NameAsync(Office, "city", "city-b", Today, Friday, default);
        world.Clock.Advance(Duration.FromHours(12));
        await services.News.DeliverAsync(default);
        Assert.Empty(chat.News);
        world.Clock.Advance(Duration.FromHours(12));
        await services.News.DeliverAsync(default);
        Assert.Equal(["name of city IsStoodInFor"], chat.News);
        await services.People.RememberAsync(SecondOfCity, AddressOf(SecondOfCity), Language.Chinese, default);
        await services.News.DeliverAsync(default);
        Assert.Equal(["name of city IsStoodInFor", "name of city-b StandsIn"], chat.News);
    }

    [Fact]
    public async Task AnotherSubstitute_ForTheSameDays_TakesThePlaceOfTheFirst()
    {
        var (world, services) = await Open();
        await using var open = world;
        await Name(services, Office, "zhengding", Today, Friday, whom: "changan");
        await Name(services, Office, "changan-b", Today.PlusDays(1), Friday, whom: "changan");
        Assert.DoesNotContain((await Now(services, "zhengding")).Entered, g => g.For is not null);
        Assert.Single((await Now(services, "changan-b")).Entered, g => g.For == "changan");
    }

    /// <summary>A substitute has what the other has: when that is taken away, so is this.</summary>
    [Fact]
    public async Task Substitute_OfSomebodyWhoLost_TheDuty_HasItNoMore_AndNobodyStandsInForASubstitute()
    {
        var (world, services) = await Open();
        await using var open = world;
        await Name(services, Office, "zhengding", Today, Friday, whom: "changan");
        Assert.Equal("zhengding", (await Now(services, "zhengding")).Id);
        Assert.Null(await services.Substitutes.NameAsync(Office, "zhengding", "changan-b", Today, Friday, default));
        Assert.DoesNotContain((await Now(services, "changan-b")).Grants, g => g.Area == Changan && g.For == "zhengding");
        await services.People.RemoveGrantAsync(Office, "changan", County.Grants[0], default);
        Assert.DoesNotContain((await Now(services, "zhengding")).Grants, g => g.Area == Changan);
    }

    private static async Task<(World World, LiaisonServices Services)> Open(IReadOnlyList<Person>? chatting = null, FakeChat? chat = null)
    {
        var world = await World.Open(SecondOfCity, SecondOfChangan);
        var services = world.Process(chat ?? new FakeChat());
        foreach (var person in chatting ?? [])
        {
            await services.People.RememberAsync(person, AddressOf(person), Language.Chinese, default);
        }

        return (world, services);
    }

    private static async Task Name(
        LiaisonServices services,
        Person by,
        string substitute,
        LocalDate from,
        LocalDate to,
        string? whom = null) =>
        Assert.Null(await services.Substitutes.NameAsync(by, whom ?? by.Id, substitute, from, to, default));

    private static async Task<Person> Now(LiaisonServices services, string id) =>
        (await services.Directory.ReadAsync(default)).ById(id) ?? Someone(id, Role.CountyOfficer, Changan);

    private static Task Enter(World world, Person person) => world.Store.SubmitAsync(
        DirectoryRows.Table,
        Hebei.Value,
        [new Change.Insert(DirectoryRows.ToRow(person))],
        default);

    private static async Task<string> Words(World world, MatterNumber number, int sequence) =>
        (await world.Store.ReadAsync(
            MatterRows.Table,
            number.City.Value,
            MatterRows.EntryKey(number, sequence),
            default))!.Text("Words")!;
}
