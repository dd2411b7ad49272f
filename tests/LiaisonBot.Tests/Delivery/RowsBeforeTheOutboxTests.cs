using LiaisonBot.Core;
using LiaisonBot.Core.Areas;
using LiaisonBot.Core.Calendar;
using LiaisonBot.Core.Jobs;
using LiaisonBot.Core.Matters;
using LiaisonBot.Core.People;
using LiaisonBot.Core.Storage;
using NodaTime;
using static LiaisonBot.Core.Matters.MatterCommand;
using static LiaisonBot.Testing.Cast;

namespace LiaisonBot.Tests.Delivery;

/// <summary>
/// Rows written out as the version wrote them that sent each kind by itself, in the middle of a send or before it. They
/// are sent and come to their end. Columns are literals here on purpose: they stand so in stores. That keys did not
/// change, a whole file of that version says.
/// </summary>
public class RowsBeforeTheOutboxTests
{
    private readonly FakeChat chat = new();

    [Theory]
    [InlineData(false, false, "", "changan Assign 1301-1")]
    [InlineData(true, false, "(repeat)", "changan Assign 1301-1")]
    [InlineData(false, true, "(repeat)", "changan Assign 1301-1")]
    [InlineData(true, true, null, null)]
    public async Task Message_InTheOutbox(bool isLeased, bool mayBeRepeat, string? marked, string? arrived)
    {
        await using var world = await Open();
        var row = new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["Id"] = "01795399200000-2026-1301-000001-0001-00",
            ["To"] = County.Id,
            ["Number"] = "2026-1301-000001",
            ["Act"] = "Assign",
            ["ActorName"] = "李组长",
            ["At"] = Morning,
            ["Note"] = "抓紧",
            ["Due"] = "2026-12-23",
            ["Attempts"] = 3L,
            ["NotBefore"] = Morning + Duration.FromSeconds(4),
        };
        if (mayBeRepeat) row["MayBeRepeat"] = true;
        if (isLeased) (row["ClaimedBy"], row["ClaimedAt"]) = ("host-8", Morning);
        await Write(
            world,
            MatterRows.Table,
            Shijiazhuang,
            RowKeys.Matters.Outbox + "01795399200000-2026-1301-000001-0001-00",
            row);

        var services = Process(world);
        await services.Dispatcher.DeliverAsync(Shijiazhuang, default);
        Assert.Empty(chat.Marked);
        world.Clock.Advance(Duration.FromMinutes(1));
        await services.Dispatcher.DeliverAsync(Shijiazhuang, default);

        Assert.Empty(await world.Rows(RowKeys.Matters.Outbox));
        Assert.Equal(marked is null ? [] : [marked.Length > 0], chat.Marked);
        Assert.Equal(arrived is null ? [] : [arrived], chat.Arrived);
        var kept = Assert.Single(await world.Rows(arrived is null
            ? RowKeys.Matters.DeadLetters
            : RowKeys.Matters.Delivered));
        Assert.Equal(
            ("抓紧", "2026-12-23", arrived is null ? "NoAnswer" : null),
            (kept.Text("Note"), kept.Text("Due"), kept.Text("Failure")));
        Assert.Equal(
            arrived is null ? "NoAnswer" : "Delivered",
            Assert.Single(await world.Rows(RowKeys.Matters.Receipts)).Text("State"));
    }

    [Theory]
    [InlineData(false, "changan: 1301-1 Unsigned")]
    [InlineData(true, "changan: 1301-1 Unsigned (repeat)")]
    public async Task Digest_BeforeAndWhileItIsSent(bool isLeased, string arrived)
    {
        await using var world = await Open();
        var morning = BeijingTime.At(new(2026, 11, 25), new(8, 30));
        await Write(world, MatterRows.Table, Shijiazhuang, RowKeys.Matters.Digest + "01795566600000-2026-1301-000001-0002-00", new(StringComparer.Ordinal)
        {
            ["Id"] = "01795566600000-2026-1301-000001-0002-00",
            ["To"] = County.Id,
            ["Number"] = "2026-1301-000001",
            ["Act"] = "Remind",
            ["ActorName"] = "",
            ["At"] = morning,
            ["Reminders"] = "Unsigned",
        });
        var turn = new Dictionary<string, object>(StringComparer.Ordinal) { ["Person"] = County.Id, ["Day"] = "2026-11-24" };
        if (isLeased) (turn["ClaimedBy"], turn["ClaimedAt"], turn["Through"]) = ("host-9", morning, morning);
        await Write(world, MatterRows.Table, Hebei.City, RowKeys.Matters.DigestTurns + KeyPart.Of(County.Id), turn);
        world.Clock.Reset(morning + Duration.FromMinutes(2));

        // What a stopped sender left is looked after first.
        for (var i = 0; i < 2; i++) await Process(world).DigestSender.DeliverAsync(default);

        Assert.Equal([arrived], chat.Digests);
        Assert.Empty(await world.Rows(RowKeys.Matters.Digest));
        var after = Assert.Single(await world.Store.ReadPrefixAsync(
            MatterRows.Table,
            Hebei.City.Value,
            RowKeys.Matters.DigestTurns,
            9,
            default));
        Assert.Equal(("2026-11-25", null), (after.Text("Day"), after.Text("ClaimedBy")));
    }

    [Theory]
    [InlineData("m-7", false, false, "m-7 1301-1 InProgress")]
    [InlineData("m-7", true, false, "m-7 1301-1 InProgress")]
    [InlineData(null, false, false, "new 1301-1 InProgress → m-1")]
    [InlineData(null, true, false, "new 1301-1 InProgress (repeat) → m-1")]
    [InlineData(null, true, true, null)]
    public async Task CardInARoom(string? activity, bool isLeased, bool mayBeRepeat, string? shown)
    {
        await using var world = await Open();
        Assert.Null(await world.Rooms.BindAsync(
            City,
            new("msteams", "https://smba.example/", "19:room", "", "28:bot", "tenant", ChatKind.Channel),
            Shijiazhuang,
            default));
        await world.Do(County, new(2026, Shijiazhuang, 1), new Sign());
        var row = new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["Number"] = "2026-1301-000001",
            ["Room"] = "19:room",
            ["Attempts"] = 2L
        };
        if (activity is not null) (row["Activity"], row["Shown"]) = (activity, "00ff");
        if (isLeased) (row["ClaimedBy"], row["ClaimedAt"]) = ("host-3", Morning);
        if (mayBeRepeat) row["MayBeRepeat"] = true;
        await Write(
            world,
            MatterRows.Table,
            Shijiazhuang,
            RowKeys.Matters.RoomCards + "2026-1301-000001|" + KeyPart.Of("19:room"),
            row);
        world.Clock.Advance(Duration.FromMinutes(2));

        Assert.Equal(0, await Process(world).RoomCards.DeliverAsync(Shijiazhuang, default));

        Assert.Equal(shown is null ? [] : [shown], chat.Shown);
        var card = Assert.Single(await world.Rows(RowKeys.Matters.RoomCards));
        Assert.Equal(
            (null, shown is null, shown is null ? "NoAnswer" : null),
            (card.Text("ClaimedBy"), card.Flag("GivenUp"), card.Text("Failure")));
    }

    [Theory]
    [InlineData("Running", null, 0, 1)]
    [InlineData("Finished", "the form", 0, 1)]
    [InlineData("Finished", null, 0, 1)]
    [InlineData("Finished", null, 1, 0)]
    [InlineData("Finished", null, 2, 0)]
    public async Task Job_OfWhichTheEndIsNotShown(string state, string? message, int unanswered, int shown)
    {
        await using var world = await Open();
        var row = new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["Id"] = "job",
            ["Kind"] = "Places",
            ["State"] = state,
            ["By"] = Office.Id,
            ["Title"] = "上报整改方案",
            ["Language"] = "Chinese",
            ["Total"] = 1L,
            ["Done"] = 1L,
            ["Refused"] = 0L,
            ["At"] = Morning,
            ["Tries"] = 1L,
            ["Made"] = "2026-1301-000001 130102",
            ["ShownAt"] = Morning,
            ["ClaimedBy"] = "host-j4",
            ["ClaimedAt"] = Morning,
        };
        if (message is not null) row["Message"] = message;
        if (unanswered > 0) row["Unanswered"] = (long)unanswered;
        await Write(world, JobRows.Table, Hebei, RowKeys.Directory.JobsUnfinished + "job", row);
        world.Clock.Advance(Duration.FromMinutes(2));

        for (var i = 0; i < 3; i++)
        {
            await Process(world).JobRunner.ResumeAsync(default);
            world.Clock.Advance(Duration.FromMinutes(2));
        }

        Assert.Equal(shown, chat.Jobs.Count);
        Assert.All(
            chat.Jobs,
            job => Assert.Equal((JobState.Finished, message, 1), (job.State, job.Message, job.Made.Count)));
        Assert.Empty(await world.Store.ReadPrefixAsync(
            JobRows.Table,
            Hebei.Value,
            RowKeys.Directory.JobsUnfinished,
            9,
            default));
        Assert.Single(await world.Store.ReadPrefixAsync(
            JobRows.Table,
            Hebei.Value,
            RowKeys.Directory.JobsEnded,
            9,
            default));
    }

    /// <summary>With one matter, <c>2026-1301-000001</c>, of which nothing lies in the outbox.</summary>
    private static async Task<World> Open()
    {
        var world = await World.WithChats(County, Office);
        await world.Assign(Leader, Changan);
        foreach (var row in await world.Rows(RowKeys.Matters.Outbox)) await world.Store.SubmitAsync(
            MatterRows.Table,
            Shijiazhuang.Value,
            [new Change.Delete(row.Key)],
            default);
        return world;
    }

    private static Task Write(World world, string table, AreaCode partition, string key, Dictionary<string, object> columns) =>
        world.Store.SubmitAsync(table, partition.Value, [new Change.Upsert(new(key, columns))], default);

    private LiaisonServices Process(World world) => world.Process(chat);
}
