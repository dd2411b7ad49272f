using System.IO.Compression;
using System.Reflection;
using LiaisonBot.Core.Areas;
using LiaisonBot.Core.Calendar;
using LiaisonBot.Core.Jobs;
using LiaisonBot.Core.Matters;
using LiaisonBot.Core.Messaging;
using LiaisonBot.Core.Storage;
using LiaisonBot.Storage;
using LiaisonBot.Tests.Conversation;
using NodaTime;

namespace LiaisonBot.Tests.Storage;

/// <summary>
/// A file that an earlier version wrote (Earlier/README.md): everything in it is read, goes on where it stopped, and
/// takes steps.
/// </summary>
public sealed class StoreOfAnEarlierVersionTests : IAsyncLifetime
{
    /// <summary>A working day, half an hour after the last row was written.</summary>
    private static readonly Instant Morning = BeijingTime.At(new(2026, 12, 2), new(9, 0));

    private static readonly string[] Partitions = ["1300", .. AdministrativeDivisionOfHebei()];

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("liaison-");
    private readonly List<Exception> told = [];
    private SqliteTableStore store = null!;
    private Chats chats = null!;

    public async ValueTask InitializeAsync()
    {
        var path = Path.Combine(folder.FullName, "liaison.db");
        await using (var packed = new GZipStream(
            Assembly.GetExecutingAssembly().GetManifestResourceStream("liaison-2026-11-28.db.gz")!,
            CompressionMode.Decompress))
        await using (var file = File.Create(path))
        {
            await packed.CopyToAsync(file);
        }

        store = SqliteTableStore.Open(path);
        chats = await Chats.Open(store);
        chats.Channel();
        chats.Clock.Reset(Morning);
    }

    public async ValueTask DisposeAsync()
    {
        await chats.DisposeAsync();
        await store.DisposeAsync();
        folder.Delete(recursive: true);
    }

    public static TheoryData<Type> Tables() => [typeof(RowKeys.Matters), typeof(RowKeys.Directory)];

    /// <summary>A kind whose key was changed is found nowhere in what people have.</summary>
    [Theory]
    [MemberData(nameof(Tables))]
    public async Task EveryKindOfRow_IsFound(Type table)
    {
        // That version had none of these.
        string[] later = [
            nameof(RowKeys.Directory.Talks),
            nameof(RowKeys.Directory.ShownCards),
            nameof(RowKeys.Matters.Recurring),
            nameof(RowKeys.Matters.RecurringHistory),
            nameof(RowKeys.Directory.News),
            nameof(RowKeys.Matters.SentFiles),
            nameof(RowKeys.Matters.Evidence),
            nameof(RowKeys.Matters.ChatCards),
            nameof(RowKeys.Matters.ChatChanges),
            nameof(RowKeys.Matters.Handovers),
            nameof(RowKeys.Matters.Evaluations),
            nameof(RowKeys.Matters.SealedNotices),
            nameof(RowKeys.Matters.PlanAlerts),
            nameof(RowKeys.Matters.Sets),
            nameof(RowKeys.Matters.Disclosures),
            nameof(RowKeys.Matters.Findings),
            nameof(RowKeys.Matters.PlanSheets),
            nameof(RowKeys.Matters.Topics),
            nameof(RowKeys.Matters.SelfChecks),
            nameof(RowKeys.Matters.SelfCheckAnswers),
            nameof(RowKeys.Matters.TopicsSeen),
            nameof(RowKeys.Matters.FindingChecks),
            nameof(RowKeys.Matters.SetHistory),
            nameof(RowKeys.Matters.SetLists),
            nameof(RowKeys.Directory.Trainings),
            nameof(RowKeys.Directory.VisitsGuard),
            nameof(RowKeys.Directory.Sessions),
            nameof(RowKeys.Directory.Feeds),
        ];
        foreach (var field in table.GetFields(BindingFlags.Public | BindingFlags.Static)
            .Where(f => f.IsLiteral && f.Name != "Table" && !later.Contains(f.Name)))
        {
            Assert.True(
                (await Rows((string)field.GetRawConstantValue()!, table == typeof(RowKeys.Matters))).Count > 0,
                $"There is no row of {field.Name}.");
        }
    }

    [Fact]
    public async Task EveryRow_IsRead()
    {
        var read = new Dictionary<string, Func<Row, object?>>(StringComparer.Ordinal)
        {
            [RowKeys.Matters.Matter] = MatterRows.ToMatter,
            [RowKeys.Matters.Lists] = MatterRows.ToListEntry,
            [RowKeys.Matters.History] = MatterRows.ToHistoryEntry,
            [RowKeys.Matters.Outbox] = OutboxRows.ToMessage,
            [RowKeys.Matters.Digest] = OutboxRows.ToMessage,
            [RowKeys.Matters.Waiting] = OutboxRows.ToMessage,
            [RowKeys.Matters.DeadLetters] = OutboxRows.ToMessage,
            [RowKeys.Matters.Delivered] = OutboxRows.ToMessage,
        };
        foreach (var (kind, reader) in read)
        {
            Assert.All(await Rows(kind), row => Assert.NotNull(reader(row)));
        }

        Assert.All(
            await Rows(RowKeys.Directory.JobsUnfinished, ofMatters: false),
            row => Assert.NotNull(JobRows.ToJob(row)));
        Assert.All(
            await Rows(RowKeys.Directory.JobsEnded, ofMatters: false),
            row => Assert.NotNull(JobRows.ToJob(row)));

        var people = await chats.Services.Directory.ReadAsync(default);
        Assert.Empty(people.Damaged);
        Assert.Equal(14, people.Limits.LongestQuiet);
        Assert.Equal(2, people.Visits.Count);
        Assert.Equal("石家庄市", people.Areas.Get(people.Rooms.Single().City).Name);
        Assert.NotNull(people.Calendar.InForce.NoticeOf(2027));
        Assert.Contains(people.Areas.All, area => area.Name == "高新技术产业开发区");
        var health = await chats.Services.HealthAsync(default);
        Assert.Equal((0, 0), (health.Unmended, health.Differences));
        foreach (var row in await Rows(RowKeys.Matters.Matter))
        {
            Assert.NotEmpty(await chats.Matters.HistoryAsync(MatterRows.ToMatter(row).Number, default));
        }
    }

    /// <summary>
    /// What waits goes out once, whatever was half done comes to its end, and the audit finds nothing that was lost.
    /// </summary>
    [Fact]
    public async Task Rounds_SendWhatWaitsOnce_AndFinishWhatWasHalfDone()
    {
        var outbox = (await Rows(RowKeys.Matters.Outbox)).Select(OutboxRows.ToMessage).ToList();
        var gathered = (await Rows(RowKeys.Matters.Digest)).Select(OutboxRows.ToMessage).ToList();
        var before = (await Rows(RowKeys.Matters.Delivered)).Select(row => row.Key).ToHashSet(StringComparer.Ordinal);

        // A lease of the process that was stopped runs out meanwhile.
        for (var round = 0; round < 6; round++)
        {
            await Round();
            chats.Clock.Advance(Duration.FromMinutes(5));
        }

        Assert.Empty(told);
        Assert.Empty(await Rows(RowKeys.Matters.Outbox));
        Assert.Empty(await Rows(RowKeys.Matters.FollowUps));
        Assert.Empty(await Rows(RowKeys.Matters.RoomChanges));
        Assert.Empty(await Rows(RowKeys.Directory.Recountings, ofMatters: false));
        var delivered = (await Rows(RowKeys.Matters.Delivered))
            .Where(row => !before.Contains(row.Key))
            .Select(OutboxRows.ToMessage)
            .ToList();
        var elsewhere = (await Rows(RowKeys.Matters.Waiting))
            .Concat(await Rows(RowKeys.Matters.DeadLetters))
            .Select(row => OutboxRows.ToMessage(row).Id)
            .ToList();
        Assert.All(
            outbox,
            message =>
                Assert.Equal(1, delivered.Count(d => d.Id == message.Id) + elsewhere.Count(id => id == message.Id)));
        foreach (var user in new[] { chats.Changan, chats.Zhengding, chats.City, chats.Leader })
        {
            var to = (await chats.Services.Directory.ReadAsync(default)).ByObjectId(user.ObjectId)!.Id;
            var ids = gathered.Where(message => message.To == to)
                .Select(message => message.Id)
                .ToHashSet(StringComparer.Ordinal);
            // What the unfinished job assigns is told to the city office in a digest too.
            if (user == chats.City)
            {
                ids.UnionWith(delivered.Where(message =>
                        message.To == to
                        && message.What == nameof(Act.Assign)
                        && outbox.TrueForAll(before => before.Id != message.Id))
                    .Select(message => message.Id));
            }

            var mine = delivered.Where(message => message.To == to).ToList();
            // A digest is one message, however many reminders it has.
            Assert.Equal(
                mine.Count(message => !ids.Contains(message.Id)) + (mine.Exists(message => ids.Contains(message.Id))
                    ? 1
                    : 0),
                user.Received.Count);
        }

        Assert.Equal(
            6,
            (await Rows(RowKeys.Matters.Matter))
                .Select(MatterRows.ToMatter)
                .Count(matter => matter.Title.EndsWith("批信访件办理", StringComparison.Ordinal)));
        var passedOn = (await Rows(RowKeys.Matters.Matter))
            .Select(MatterRows.ToMatter)
            .Single(matter => matter.Title == "全市安全生产大检查" && !matter.Number.IsChild);
        Assert.Equal(
            (22, 22),
            (passedOn.Children,
                (await Rows(RowKeys.Matters.Matter))
                    .Select(MatterRows.ToMatter)
                    .Count(matter => matter.Number.IsChild && matter.Number.Root == passedOn.Number)));
        Assert.DoesNotContain(
            (await chats.Services.Directory.ReadAsync(default)).Former,
            former => former.IsBeingDeleted);

        var received = chats.Everyone.Sum(user => user.Received.Count);
        await Round();
        Assert.Equal(received, chats.Everyone.Sum(user => user.Received.Count));
        var health = await chats.Services.HealthAsync(default);
        Assert.Equal((0, 0), (health.Unmended, health.Differences));
    }

    [Fact]
    public async Task Matters_AreShown_AndTakeSteps()
    {
        Assert.Contains("清理拖欠中小企业账款", (await chats.Changan.Say("1301-2")).Text, StringComparison.Ordinal);
        Assert.Contains("已清理37笔", (await chats.Changan.Press("办理记录")).Text, StringComparison.Ordinal);
        Assert.Contains("上报农村集体", (await chats.Changan.Say("我的事项")).Text, StringComparison.Ordinal);

        await chats.Changan.Do("1301-1", "反馈进展", ("进展情况", "方案已起草"));
        Assert.Contains("方案已起草", (await chats.Leader.Say("1301-1")).Text, StringComparison.Ordinal);
        await chats.Leader.Do("1301-5", "办结");
        Assert.Contains("已办结", (await chats.Zhengding.Say("1301-5")).Text, StringComparison.Ordinal);

        var next = await chats.Leader.Assign("长安区", "新交办的事项", "2026-12-30");
        Assert.DoesNotContain(
            await Rows(RowKeys.Matters.Matter),
            row => MatterRows.ToMatter(row) is var matter && matter.Title != "新交办的事项" && matter.Number.Short == next);
    }

    private async Task<List<Row>> Rows(string kind, bool ofMatters = true)
    {
        var rows = new List<Row>();
        foreach (var partition in ofMatters ? Partitions : ["13"])
        {
            rows.AddRange(await store.ReadPrefixAsync(
                ofMatters ? RowKeys.Matters.Table : RowKeys.Directory.Table,
                partition,
                kind,
                5000,
                default));
        }

        return rows;
    }

    private Task<bool> Round() => chats.Services.RoundAsync(
        async piece =>
        {
            try
            {
                await piece();
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                lock (told) told.Add(e);
            }
        },
        default);

    private static IEnumerable<string> AdministrativeDivisionOfHebei() =>
        AreaBook.Load(AreaCode.Parse("13"), []).Cities.Select(city => city.Code.Value);
}
