using LiaisonBot.Core;
using LiaisonBot.Core.Matters;
using LiaisonBot.Core.Messaging;
using LiaisonBot.Core.Sets;
using LiaisonBot.Core.Storage;
using NodaTime;
using static LiaisonBot.Testing.Cast;

namespace LiaisonBot.Tests.Sets;

/// <summary>Topics of findings: where one comes up, and when the office is told.</summary>
public class TopicServiceTests
{
    [Fact]
    public async Task InThreeCounties_TheOfficeIsToldOnce_AndAgainWhenAPlaceIsNew()
    {
        await using var world = await World.Open();
        var services = world.Process(new FakeChat());
        await MakeAsync(services, world, "a", Zhengding, "招投标", "财务管理");
        await MakeAsync(services, world, "b", Changan, "招投标");
        await services.Topics.CheckAsync(default);
        Assert.Empty(await ToldAsync(world));

        await MakeAsync(services, world, "c", Qiaoxi, "招投标问题");
        await MakeAsync(services, world, "d", Qiaoxi, "招投标");
        for (var again = 0; again < 3; again++)
        {
            await services.Topics.CheckAsync(default);
        }

        var told = Assert.Single(await ToldAsync(world));
        Assert.Equal((TopicService.Spread, "招投标", Office.Id), (told.What, told.Note, told.To));
        await MakeAsync(services, world, "e", Qiaoxi, "招投标");
        await services.Topics.CheckAsync(default);
        Assert.Single(await ToldAsync(world));
        await MakeAsync(services, world, "f", Lunan, "招投标");
        await services.Topics.CheckAsync(default);
        Assert.Equal(2, (await ToldAsync(world)).Count);
    }

    [Fact]
    public async Task AgainInOnePlace_WhenTheEarlierWasClosed()
    {
        await using var world = await World.Open();
        var services = world.Process(new FakeChat());
        var first = await MakeAsync(services, world, "a", Zhengding, "招投标");
        world.Clock.Advance(Duration.FromDays(30));
        await MakeAsync(services, world, "b", Zhengding, "招投标");
        await services.Topics.CheckAsync(default);
        Assert.Empty(await ToldAsync(world));

        var number = (await services.Sets.FindAsync(Leader, first, default))!.Matters[1].Number;
        await world.Do(Zhengdings, number, new MatterCommand.HandIn("已整改"));
        await world.Do(Office, number, new MatterCommand.Close());
        world.Clock.Advance(Duration.FromDays(30));
        await MakeAsync(services, world, "c", Zhengding, "招投标");
        await services.Topics.CheckAsync(default);

        Assert.Equal([TopicService.Again], (await ToldAsync(world)).Select(m => m.What));
    }

    [Fact]
    public async Task TheFinder_ReadsOnlyWhatIsNew()
    {
        await using var world = await World.Open();
        var services = world.Process(new FakeChat());
        for (var i = 0; i < 30; i++)
        {
            await MakeAsync(services, world, $"s{i}", Zhengding, "其他");
        }

        await services.Topics.CheckAsync(default);
        var before = world.Faulty.Reads;
        await services.Topics.CheckAsync(default);
        var cities = (await services.Directory.ReadAsync(default)).Partitions.Count;

        // One read where it stopped, and two ranges a city; the directory may be looked at again.
        Assert.InRange(world.Faulty.Reads - before, (2 * cities) + 1, (2 * cities) + 2);
    }

    [Fact]
    public async Task AFindingThatIsAddedLater_IsLookedAtOnce()
    {
        await using var world = await World.Open();
        var services = world.Process(new FakeChat());
        var set = await MakeAsync(services, world, "a", Zhengding, "其他");
        await MakeAsync(services, world, "b", Changan, "招投标");
        await MakeAsync(services, world, "c", Qiaoxi, "招投标");
        await services.Topics.CheckAsync(default);
        Assert.Empty(await ToldAsync(world));

        Assert.IsType<SetResult.Done>(await services.Sets.AddAsync("more", Office, set, new("又一个问题", Topic: "招投标"), "补充反馈", default));
        await services.Topics.CheckAsync(default);
        await services.Topics.CheckAsync(default);

        Assert.Equal("招投标", Assert.Single(await ToldAsync(world)).Note);
        Assert.Empty(await world.Store.ReadPrefixAsync(MatterRows.Table, "1301", RowKeys.Matters.TopicsSeen, 10, default));
    }

    [Fact]
    public async Task ATopicThatIsNotListed_IsRefusedByItsRow_AndOneThatIsMeantIsTakenByItsName()
    {
        await using var world = await World.Open();
        var services = world.Process(new FakeChat());
        var refused = Assert.IsType<SetResult.Refused>(await services.Sets.OpenAsync(
            "no",
            Leader,
            new(Zhengding, world.Today, [new("问题一", Topic: "生态环境"), new("问题二", Topic: "星际航行")]),
            default));
        Assert.Equal([(SetRefusalReason.UnknownTopic, (int?)2)], refused.Why.Select(w => (w.Reason, w.Row)));

        Assert.NotNull(await services.People.SetTopicsAsync(Leader, ["星际航行"], default));
        Assert.Null(await services.People.SetTopicsAsync(Office, ["星际航行", " 星际航行 ", "", "生态环境保护"], default));
        services.Directory.Forget();
        Assert.Equal(["星际航行", "生态环境保护"], (await services.Directory.ReadAsync(default)).Topics);
        var set = await MakeAsync(services, world, "yes", Zhengding, "生态环境", "星际航行");
        Assert.Equal(
            ["生态环境保护", "星际航行"],
            (await services.Sets.FindAsync(Leader, set, default))!.Findings.Select(f => f.Topic));
    }

    [Fact]
    public async Task WhoMayNotSeeAPlace_FindsNothingOfIt()
    {
        await using var world = await World.Open();
        var services = world.Process(new FakeChat());
        await MakeAsync(services, world, "a", Zhengding, "招投标");
        Assert.Single(await services.Topics.OfTopicAsync(Office, "招投标", default));
        Assert.Single(await services.Topics.OfTopicAsync(Leader, "招投标", default));
        Assert.Empty(await services.Topics.OfTopicAsync(County, "招投标", default));
        Assert.Empty(await services.Topics.OfTopicAsync(OtherCity, "招投标", default));
    }

    private static async Task<MatterNumber> MakeAsync(
        LiaisonServices services,
        World world,
        string id,
        Core.Areas.AreaCode area,
        params string[] topics) =>
        Assert.IsType<SetResult.Done>(await services.Sets.OpenAsync(
            id,
            Office,
            new(area, world.Today, [.. topics.Select((topic, i) => new FindingDraft($"{id}的问题{i}", Topic: topic))]),
            default)).Set.Number;

    private static async Task<IReadOnlyList<OutboxMessage>> ToldAsync(World world)
    {
        var rows = await world.Store.ReadPrefixAsync(MatterRows.Table, "1300", RowKeys.Matters.Digest, 100, default);
        return [.. rows.Select(OutboxRows.ToMessage)];
    }
}
