using LiaisonBot.Core;
using LiaisonBot.Core.Calendar;
using LiaisonBot.Core.Jobs;
using LiaisonBot.Core.Matters;
using LiaisonBot.Core.Messaging;
using LiaisonBot.Core.People;
using LiaisonBot.Core.Policies;
using LiaisonBot.Core.Storage;
using NodaTime;
using static LiaisonBot.Core.Matters.MatterCommand;
using static LiaisonBot.Testing.Cast;

namespace LiaisonBot.Tests.Delivery;

/// <summary>What goes for everything that is sent, whatever kind it is.</summary>
public sealed class OutboxTests : IAsyncDisposable
{
    private static readonly ChatAddress RoomAddress = new(
        "msteams",
        "https://smba.example/",
        "19:room",
        "",
        "28:bot",
        "tenant",
        ChatKind.Channel);

    private readonly FakeChat chat = new();
    private World? opened;

    /// <summary>What is sent; of cards in rooms and of jobs both the first message and its update.</summary>
    public enum Kind
    {
        Message,
        Digest,
        RoomPost,
        RoomUpdate,
        JobPost,
        JobUpdate,
    }

    public static TheoryData<Kind> Kinds => [.. Enum.GetValues<Kind>()];

    /// <summary>Each with everything that can become of a batch.</summary>
    public static TheoryData<Kind, SubmitFault> KindsAndFaults => new(
        from kind in Enum.GetValues<Kind>() from fault in Enum.GetValues<SubmitFault>() select (kind, fault));

    public static TheoryData<Kind, int, string?> KindsAndBars => new(
        from kind in Enum.GetValues<Kind>()
        from bar in new[]
        {
            (401, (string?)null),
            (403, "BotDisabledByAdmin"),
            (403, "InvalidBotApiHost")
        }
        select (kind, bar.Item1, bar.Item2));

    private static bool IsUpdate(Kind kind) => kind is Kind.RoomUpdate or Kind.JobUpdate;

    private World World => opened!;

    private FakeChat Chat => chat;

    private int Sends => chat.Marked.Count;

    public async ValueTask DisposeAsync()
    {
        if (opened is not null) await opened.DisposeAsync();
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Dispatch_WhatTheChatTakes_IsSentOnce(Kind kind)
    {
        await Open(kind);

        for (var i = 0; i < 5; i++) await Round(kind);

        Assert.Equal([false], Chat.Marked);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Dispatch_WhenTheLeaseTookTooLong_SendsNothing_LeavesTheRowAsItWas_AndSendsItLaterUnmarked(Kind kind)
    {
        await Open(kind);
        var before = await Stored(kind);
        World.Faulty.BeforeSubmit(_ =>
        {
            World.Clock.Advance(SendLease.Lasts / 2);
            return Task.CompletedTask;
        });

        await Round(kind, wait: Duration.Zero);
        Assert.Equal(0, Sends);
        Assert.Equal(before, await Stored(kind));

        await Round(kind);
        await Round(kind);
        Assert.Equal([false], Chat.Marked);
    }

    [Theory]
    [MemberData(nameof(KindsAndBars))]
    public async Task Dispatch_WhileTheBotIsShutOut_KeepsIt_MarksNobody_AndSendsItOnceWhenItIsBack(
        Kind kind,
        int status,
        string? code)
    {
        await Open(kind);
        Answer(new SendAnswer.Answered(status, Code: code));
        for (var i = 0; i < 4; i++) await Round(kind, RetryRule.LongestBarredWait * 2);
        var tried = Sends;
        Assert.InRange(tried, 2, 4);
        Assert.True(await IsReachable(kind));

        Answer(null);
        for (var i = 0; i < 4; i++) await Round(kind, RetryRule.LongestBarredWait * 2);

        Assert.Equal(tried + 1, Sends);
        Assert.DoesNotContain(true, Chat.Marked);
        // A card is still the one that it was.
        if (kind == Kind.JobUpdate) Assert.All(Chat.Jobs, job => Assert.Equal("the form", job.Message));
        if (kind == Kind.RoomUpdate) Assert.DoesNotContain(
            Chat.Shown.Skip(1),
            shown => shown.StartsWith("new", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Dispatch_ToWhomeverBlockedTheBot_MarksThem_AndLeavesThemAlone(Kind kind)
    {
        await Open(kind);
        Answer(new SendAnswer.Answered(403, Code: "ConversationBlockedByUser"));

        for (var i = 0; i < 4; i++) await Round(kind);

        Assert.Equal(1, Sends);
        Assert.False(await IsReachable(kind));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Dispatch_WithoutAnyAnswer_SendsItTwice_AndAnUpdateUntilItIsTaken(Kind kind)
    {
        await Open(kind);
        Answer(new SendAnswer.Lost());

        for (var i = 0; i < 6; i++) await Round(kind);

        if (IsUpdate(kind))
        {
            Assert.Equal(6, Sends);
            return;
        }

        Assert.Equal([false, kind != Kind.JobPost], Chat.Marked);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Dispatch_WhatMayBeTakenLater_WaitsLongerEachTime(Kind kind)
    {
        await Open(kind);
        Answer(new SendAnswer.Answered(503));
        await Round(kind, RetryRule.FirstWait / 2);
        await Round(kind, RetryRule.FirstWait * 2);
        Assert.Equal(1, Sends);
        await Round(kind, RetryRule.FirstWait * 1.25);
        await Round(kind, RetryRule.LongestWait * 2);
        Assert.Equal(2, Sends);

        Answer(null);
        await Round(kind);
        Assert.Equal(3, Sends);
        Assert.DoesNotContain(true, Chat.Marked);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Dispatch_ByAnotherProcessAtTheSameMoment_SendsNothingMore(Kind kind)
    {
        await Open(kind);
        var others = 0;
        Chat.Meanwhile = async () =>
        {
            if (others++ == 0) await Round(kind, wait: Duration.Zero);
        };

        await Round(kind);
        await Round(kind);

        Assert.Equal([false], Chat.Marked);
    }

    /// <summary>
    /// The answer to a send that was taken over by another process, which is still sending it, changes nothing for that
    /// one.
    /// </summary>
    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Dispatch_WhoseAnswerComesAfterAnotherTookItOver_LeavesItToThem(Kind kind)
    {
        await Open(kind);
        var answers = new Queue<TaskCompletionSource>([new(), new()]);
        var (first, second) = (answers.Peek(), answers.Last());
        var begun = new TaskCompletionSource();
        Chat.Meanwhile = async () =>
        {
            if (!answers.TryDequeue(out var answer)) return;
            begun.SetResult();
            await answer.Task;
        };
        var slow = Round(kind, wait: Duration.Zero);
        await begun.Task;
        World.Clock.Advance(SendLease.Lasts);
        begun = new();
        var other = Task.CompletedTask;
        // Of a digest it is noted first, in a round of its own, that it may have arrived.
        for (var i = 0; i < 2 && !begun.Task.IsCompleted; i++)
        {
            other = Round(kind, wait: Duration.Zero);
            await Task.WhenAny(begun.Task, other);
        }

        Assert.False(other.IsCompleted);
        Answer(new SendAnswer.Answered(503));
        first.SetResult();
        await slow;
        World.Clock.Advance(RetryRule.FirstWait * 2);
        Answer(null);
        await Round(kind, wait: Duration.Zero);

        Assert.Equal(1, Sends);
        second.SetResult();
        await other;
        await Round(kind);
        Assert.Equal(2, Sends);
    }

    /// <summary>A process that dies, or whose store goes wrong, at any of its writes; others come after it.</summary>
    [Theory]
    [MemberData(nameof(KindsAndFaults))]
    public async Task Dispatch_WhateverBecomesOfAnyWrite_SendsItOnce_OrMarkedTwice(Kind kind, SubmitFault fault)
    {
        for (var k = 1; ; k++)
        {
            Chat.Marked.Clear();
            await Open(kind);
            World.Faulty.OnSubmit(fault, k);
            var before = World.Faulty.Submits;

            await Round(kind, SendLease.Lasts);
            var reached = World.Faulty.Submits - before >= k;
            for (var i = 0; i < 4; i++) await Round(kind, SendLease.Lasts);

            if (!IsUpdate(kind))
            {
                Assert.InRange(Sends, 1, 2);
                Assert.Equal(Sends == 2 && kind != Kind.JobPost, Chat.Marked[^1]);
            }

            Assert.InRange(Sends, 1, 3);
            if (!reached) return;
        }
    }

    /// <summary>One that dies each time it has sent it.</summary>
    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Dispatch_ByProcessesThatDieEachTime_SendsItTwice_AndThenKeepsItAside(Kind kind)
    {
        await Open(kind);
        Chat.Meanwhile = () =>
        {
            for (var next = 1; next <= 4; next++) World.Faulty.OnSubmit(SubmitFault.Unavailable, next);
            return Task.CompletedTask;
        };

        for (var i = 0; i < 8; i++) await Round(kind, SendLease.Lasts);

        if (!IsUpdate(kind)) Assert.Equal([false, kind != Kind.JobPost], Chat.Marked);
        Chat.Meanwhile = () => Task.CompletedTask;
        for (var i = 0; i < 12; i++) await Round(kind, SendLease.Lasts);
        if (!IsUpdate(kind)) Assert.Equal(2, Sends);
        if (kind is Kind.Message or Kind.Digest) Assert.Equal(
            OutboxMessage.NoAnswer,
            Assert.Single(await World.Rows(OutboxRows.Poisoned)).Text("Failure"));
    }

    /// <summary>One thing of the kind is due, and nothing else.</summary>
    private async Task Open(Kind kind)
    {
        await DisposeAsync();
        var world = opened = await World.Open();
        Answer(null);
        switch (kind)
        {
            case Kind.Message:
                await world.People.RememberAsync(County, Cast.AddressOf(County), Language.Chinese, default);
                await world.Assign(Leader, Changan);
                foreach (var other in await world.Rows(OutboxRows.Outbox))
                    if (other.Text("To") != County.Id) await world.Store.SubmitAsync(
                        MatterRows.Table,
                        Shijiazhuang.Value,
                        [new Change.Delete(other.Key)],
                        default);
                break;
            case Kind.Digest:
                await world.Assign(Leader, Changan);
                await world.People.RememberAsync(County, Cast.AddressOf(County), Language.Chinese, default);
                world.Clock.Reset(BeijingTime.At(new(2026, 11, 25), new(8, 30)));
                await Process().Sweep.SweepAsync(Shijiazhuang, default);
                break;
            case Kind.RoomPost or Kind.RoomUpdate:
                Assert.Null(await world.Rooms.BindAsync(City, RoomAddress, Shijiazhuang, default));
                var number = await world.Assign(Leader, Changan);
                if (kind == Kind.RoomPost) break;
                await Round(kind, wait: Duration.Zero);
                await world.Do(County, number, new Sign());
                break;
            case Kind.JobPost or Kind.JobUpdate:
                await world.People.RememberAsync(Office, Cast.AddressOf(Office), Language.Chinese, default);
                var job = new Job(
                    "job",
                    JobKind.Places,
                    JobState.Finished,
                    Office.Id,
                    "上报整改方案",
                    Language.Chinese,
                    1,
                    1,
                    0,
                    [],
                    world.Clock.GetCurrentInstant());
                var row = JobRows.ToRow(
                    JobRows.UnfinishedKey(job.Id),
                    job with { Message = kind == Kind.JobUpdate ? "the form" : null });
                await world.Store.SubmitAsync(JobRows.Table, Hebei.Value, [new Change.Insert(row)], default);
                break;
        }

        Chat.Marked.Clear();
    }

    /// <summary>A new process delivers this kind once, and has stopped before the next comes.</summary>
    private async Task Round(Kind kind, Duration? wait = null)
    {
        var services = Process();
        try
        {
            await (kind switch
            {
                Kind.Message => services.Dispatcher.DeliverAsync(Shijiazhuang, default),
                Kind.Digest => services.DigestSender.DeliverAsync(default),
                Kind.RoomPost or Kind.RoomUpdate => services.RoomCards.DeliverAsync(Shijiazhuang, default),
                _ => (Task)services.JobRunner.ResumeAsync(default),
            });
        }
        catch (StoreUnavailableException)
        {
            // It stops there.
        }

        World.Clock.Advance(wait ?? RetryRule.LongestWait * 2);
    }

    private int processes;

    private LiaisonServices Process() =>
        new(World.Faulty, Hebei, World.Clock, PolicyBook.BuiltIn, $"process-{++processes}", _ => chat, _ => { });

    private void Answer(SendAnswer? answer)
    {
        Chat.Answer = _ => answer ?? SendAnswer.Taken;
        Chat.AnswerToDigest = () => answer ?? SendAnswer.Taken;
        Chat.AnswerInRoom = (_, _) => answer ?? SendAnswer.Taken;
        Chat.AnswerJob = _ => answer;
    }

    private async Task<bool> IsReachable(Kind kind)
    {
        var people = await Process().Directory.ReadAsync(default);
        return kind switch
        {
            Kind.Message or Kind.Digest => people.ChatOf(County.Id)!.Reachable,
            Kind.RoomPost or Kind.RoomUpdate => people.RoomsOf(Shijiazhuang).Single().Reachable,
            _ => people.ChatOf(Office.Id)!.Reachable,
        };
    }

    /// <summary>The rows that say how far the sending is, in words.</summary>
    private async Task<IEnumerable<string>> Stored(Kind kind)
    {
        var (table, partition, prefix) = kind switch
        {
            Kind.Message => (MatterRows.Table, Shijiazhuang, OutboxRows.Outbox),
            Kind.Digest => (MatterRows.Table, Hebei.City, RowKeys.Matters.DigestTurns),
            Kind.RoomPost or Kind.RoomUpdate => (MatterRows.Table, Shijiazhuang, RowKeys.Matters.RoomCards),
            _ => (JobRows.Table, Hebei, JobRows.Unfinished),
        };
        var rows = await World.Store.ReadPrefixAsync(table, partition.Value, prefix, 10, default);
        return rows.Select(row =>
            $"{row.Key} {string.Join(' ', row.Columns.OrderBy(c => c.Key, StringComparer.Ordinal))}");
    }
}
