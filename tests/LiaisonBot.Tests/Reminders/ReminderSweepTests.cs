using LiaisonBot.Core.Calendar;
using LiaisonBot.Core.Delivery;
using LiaisonBot.Core.Matters;
using LiaisonBot.Core.Messaging;
using LiaisonBot.Core.People;
using LiaisonBot.Core.Policies;
using LiaisonBot.Core.Reminders;
using LiaisonBot.Core.Storage;
using NodaTime;
using static LiaisonBot.Core.Matters.MatterCommand;
using static LiaisonBot.Testing.Cast;

namespace LiaisonBot.Tests.Reminders;

/// <summary>
/// Reminders from the row that plans them to the digest that brings them, over a real store. The first day is Monday,
/// 23 November 2026.
/// </summary>
public class ReminderSweepTests
{
    private readonly FakeChat chat = new();

    [Fact]
    public async Task Digest_AMatterLeftAlone_ClimbsTheLadder()
    {
        await using var world = await Open(County, City, Leader, Office);
        await Assign(world, new(2026, 11, 27));

        for (var day = new LocalDate(2026, 11, 24);
            day <= new LocalDate(2026, 12, 4);
            day = day.PlusDays(1)) await Pass(world, day);

        Assert.Equal(
            [
                "changan: 1301-1 Unsigned",
                "changan: 1301-1 Unsigned+DueSoon", "city: 1301-1 Unsigned",
                "changan: 1301-1 Unsigned", "city: 1301-1 Unsigned",
                "changan: 1301-1 Unsigned+DueSoon", "city: 1301-1 Unsigned",
                "changan: 1301-1 Unsigned+OverdueYellow", "city: 1301-1 Unsigned+OverdueYellow",
                "changan: 1301-1 Unsigned", "city: 1301-1 Unsigned",
                "changan: 1301-1 Unsigned+OverdueRed",
                "city: 1301-1 Unsigned+OverdueRed",
                "leader: 1301-1 OverdueRed",
                "office: 1301-1 OverdueRed",
                "changan: 1301-1 Unsigned+OverdueRed",
                "city: 1301-1 Unsigned+OverdueRed",
                "leader: 1301-1 OverdueRed",
                "office: 1301-1 OverdueRed",
                "changan: 1301-1 Unsigned+OverdueRed",
                "city: 1301-1 Unsigned+OverdueRed",
                "leader: 1301-1 OverdueRed",
                "office: 1301-1 OverdueRed+ProposeLedger",
            ],
            chat.Digests);
        await world.CheckRows(Shijiazhuang);
    }

    [Fact]
    public async Task Digest_AfterAnExtension_RemindsOfTheNewDateAndNotOfTheOld()
    {
        await using var world = await Open(County);
        var number = await Assign(world, new(2026, 11, 30));
        await world.Do(County, number, new Sign());
        await Pass(world, new(2026, 11, 24));
        await world.Do(County, number, new RequestExtension("汛期", new(2026, 12, 31)));
        await world.Do(Leader, number, new GrantExtension(null));

        for (var day = new LocalDate(2026, 11, 25);
            day <= new LocalDate(2026, 12, 31);
            day = day.PlusDays(1)) await Pass(world, day);

        // Five and two working days before the 31st, and the day; the 30th of November brings nothing any more.
        Assert.Equal(["changan: 1301-1 DueSoon", "changan: 1301-1 DueSoon", "changan: 1301-1 DueSoon"], chat.Digests);
        Assert.Equal(
            [new(2026, 12, 24), new(2026, 12, 29), new LocalDate(2026, 12, 31)],
            (await world.History(number)).Where(e => e.Act == Act.Remind).Select(e => BeijingTime.Today(e.At)));
    }

    [Fact]
    public async Task Digest_OfWhatWasWithdrawnSinceItWasGathered_NamesItNot()
    {
        await using var world = await Open(County);
        var withdrawn = await Assign(world, new(2026, 12, 31));
        await Assign(world, new(2026, 12, 31));
        world.Clock.Reset(At(new(2026, 11, 24), new(8, 30)));
        await Sweep(world);

        await world.Do(Leader, withdrawn, new Withdraw("不再需要"));
        await Digests(world).DeliverAsync(default);

        Assert.Equal(["changan: 1301-2 Unsigned"], chat.Digests);
    }

    [Theory]
    [InlineData("2026-09-30", "2026-10-08")] // 国庆节: seven days off
    [InlineData("2026-10-07", "2026-10-08")]
    [InlineData("2026-09-24", "2026-09-28")] // 中秋节, and its weekend
    [InlineData("2026-02-13", "2026-02-14")] // a Saturday that is worked before 春节,
    [InlineData("2026-02-14", "2026-02-24")] // and the first day after it
    public async Task Digest_OverAHoliday_ComesOnTheFirstDayThatIsWorked(string assigned, string reminded)
    {
        await using var world = await Open(County);
        world.Clock.Reset(At(Columns.Date(assigned), new(10, 0)));
        await Assign(world, new(2026, 12, 31));

        for (var day = Columns.Date(assigned).PlusDays(1);
            day <= Columns.Date(reminded);
            day = day.PlusDays(1)) await Pass(world, day);

        Assert.Equal(["changan: 1301-1 Unsigned"], chat.Digests);
    }

    [Fact]
    public async Task Digest_BeforeItsTimeOrOnASaturday_Waits()
    {
        await using var world = await Open(County);
        await Assign(world, new(2026, 12, 31));

        await Pass(world, new(2026, 11, 24), new(8, 29));
        await Pass(world, new(2026, 11, 28), new(12, 0));
        Assert.Empty(chat.Digests);
        await Pass(world, new(2026, 11, 30), new(8, 30));

        Assert.Equal(["changan: 1301-1 Unsigned"], chat.Digests);
    }

    [Fact]
    public async Task Digest_AtTheTimeThatSomeoneSet_ComesThen()
    {
        await using var world = await Open(County);
        await world.People.SetPreferencesAsync(County, new(DigestTime: new(10, 0)), default);
        await Assign(world, new(2026, 12, 31));

        await Pass(world, new(2026, 11, 24), new(9, 59));
        Assert.Empty(chat.Digests);
        await Pass(world, new(2026, 11, 24), new(10, 0));

        Assert.Single(chat.Digests);
    }

    [Fact]
    public async Task Digest_OfWhatIsDoneMeanwhile_IsNotSent()
    {
        await using var world = await Open(County);
        var number = await Assign(world, new(2026, 12, 31));
        world.Clock.Reset(At(new(2026, 11, 24), new(8, 30)));
        await Sweep(world);
        await world.Do(County, number, new Sign());

        await Digests(world).DeliverAsync(default);

        Assert.Empty(chat.Digests);
        Assert.Empty(await world.Rows(OutboxRows.Digest));
    }

    [Fact]
    public async Task Digest_OfManyMatters_IsOneMessage()
    {
        await using var world = await Open(County);
        for (var i = 0; i < 5; i++) await Assign(world, new(2026, 12, 31));

        await Pass(world, new(2026, 11, 24));

        Assert.Equal(
            ["changan: 1301-1 Unsigned, 1301-2 Unsigned, 1301-3 Unsigned, 1301-4 Unsigned, 1301-5 Unsigned"],
            chat.Digests);
        Assert.Equal(1, chat.Tries);
    }

    [Fact]
    public async Task Sweep_AfterWeeksOfOutage_GivesOneLineAMatter()
    {
        await using var world = await Open(County, Office);
        await Assign(world, new(2026, 11, 27));

        await Pass(world, new(2026, 12, 18));

        Assert.Equal(
            ["changan: 1301-1 Unsigned+OverdueYellow+OverdueRed", "office: 1301-1 OverdueRed+ProposeLedger"],
            chat.Digests);
    }

    [Fact]
    public async Task Sweep_TwiceAtOnce_RemindsOnce()
    {
        await using var world = await Open(County);
        for (var i = 0; i < 20; i++) await Assign(world, new(2026, 12, 31));
        world.Clock.Reset(At(new(2026, 11, 24), new(8, 30)));

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => Sweep(world))));

        Assert.Equal(20, (await world.Rows(OutboxRows.Digest)).Count);
        await world.CheckRows(Shijiazhuang);
    }

    [Theory]
    [InlineData(SubmitFault.UnknownAfterCommit)]
    [InlineData(SubmitFault.UnknownBeforeCommit)]
    [InlineData(SubmitFault.Conflict)]
    public async Task Sweep_WhoseOutcomeIsLost_RemindsOnceAllTheSame(SubmitFault fault)
    {
        await using var world = await Open(County);
        await Assign(world, new(2026, 12, 31));
        world.Clock.Reset(At(new(2026, 11, 24), new(8, 30)));
        world.Faulty.OnSubmit(fault);

        await Sweep(world);
        await Sweep(world);

        Assert.Single(await world.Rows(OutboxRows.Digest));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Sweep_WhenTheStoreIsAwayForOneMatter_GivesTheOthersAndThatOneNextTime(bool reading)
    {
        await using var world = await Open(County);
        for (var i = 0; i < 3; i++) await Assign(world, new(2026, 12, 31));
        await BeginTuesday(world);
        if (reading) world.Faulty.OnRead(2);
        else world.Faulty.OnSubmit(SubmitFault.Unavailable);

        await Assert.ThrowsAsync<StoreUnavailableException>(() => Sweep(world));

        Assert.Equal(["1301-2", "1301-3"], await Gathered(world));
        Assert.Equal(1, await Sweep(world));
        Assert.Equal(["1301-1", "1301-2", "1301-3"], await Gathered(world));
    }

    [Fact]
    public async Task Sweep_WhenTheStoreStaysAway_TriesAFewAndLeavesTheRest()
    {
        await using var world = await Open(County);
        for (var i = 0; i < 20; i++) await Assign(world, new(2026, 12, 31));
        await BeginTuesday(world);
        // The range is read, then the first matter; what follows is not.
        for (var i = 3; i < 30; i++) world.Faulty.OnRead(i);
        var before = world.Faulty.Reads;

        await Assert.ThrowsAsync<StoreUnavailableException>(() => Sweep(world));

        Assert.Equal(2 + ReminderSweep.MostAway, world.Faulty.Reads - before);
        Assert.Equal(["1301-1"], await Gathered(world));
    }

    [Fact]
    public async Task Sweep_WhenTheStoreIsAwayForEveryOther_GivesWhatItCan()
    {
        await using var world = await Open(County);
        for (var i = 0; i < 10; i++) await Assign(world, new(2026, 12, 31));
        await BeginTuesday(world);
        for (var i = 2; i <= 11; i += 2) world.Faulty.OnRead(i);

        await Assert.ThrowsAsync<StoreUnavailableException>(() => Sweep(world));

        Assert.Equal(["1301-10", "1301-2", "1301-4", "1301-6", "1301-8"], await Gathered(world));
    }

    [Fact]
    public async Task Sweep_AMatterThatCannotBeRead_LetsTheOthersThroughAndIsReported()
    {
        await using var world = await Open(County);
        for (var i = 0; i < 5; i++) await Assign(world, new(2026, 12, 31));
        foreach (var row in (await world.Rows(RowKeys.Matters.Matter)).Take(4))
        {
            var broken = row with { Columns = row.Columns.Where(column => column.Key != "State").ToDictionary() };
            await world.Store.SubmitAsync(MatterRows.Table, Shijiazhuang.Value, [new Change.Upsert(broken)], default);
        }

        await BeginTuesday(world);
        var failed = await Assert.ThrowsAsync<AggregateException>(() => Sweep(world));

        Assert.Equal(4, failed.InnerExceptions.Count);
        Assert.Equal(["1301-5"], await Gathered(world));
    }

    [Fact]
    public async Task Sweep_ThatMeetsBoth_ReportsTheDefectsToo()
    {
        await using var world = await Open(County);
        for (var i = 0; i < 9; i++) await Assign(world, new(2026, 12, 31));
        foreach (var row in (await world.Rows(RowKeys.Matters.Matter)).Take(2))
        {
            var broken = row with { Columns = row.Columns.Where(column => column.Key != "State").ToDictionary() };
            await world.Store.SubmitAsync(MatterRows.Table, Shijiazhuang.Value, [new Change.Upsert(broken)], default);
        }

        await BeginTuesday(world);
        // Of the third to the fifth matter; the first read finds what is due.
        for (var i = 0; i < ReminderSweep.MostAway; i++) world.Faulty.OnRead(4 + i);
        var failed = await Assert.ThrowsAsync<AggregateException>(() => Sweep(world));

        Assert.Equal(
            [typeof(InvalidDataException), typeof(InvalidDataException), typeof(StoreUnavailableException)],
            failed.InnerExceptions.Select(e => e.GetType()));
        Assert.Empty(await Gathered(world));
        Assert.Equal(2, (await Assert.ThrowsAsync<AggregateException>(() => Sweep(world))).InnerExceptions.Count);
        Assert.Equal(["1301-3", "1301-4", "1301-5", "1301-6", "1301-7", "1301-8", "1301-9"], await Gathered(world));
    }

    [Fact]
    public async Task Sweep_MoreThanAPage_GivesAllAndMeetsNoneTwice()
    {
        await using var world = await Open(County);
        var number = await Assign(world, new(2026, 12, 31));
        var matter = await world.Read(number);
        foreach (var some in Enumerable.Range(2, ReminderSweep.PageSize).Chunk(StoreLimits.BatchChanges / 2))
        {
            var others = some.Select(i => matter with { Number = number with { Sequence = i } });
            await world.Store.SubmitAsync(
                MatterRows.Table,
                Shijiazhuang.Value,
                [.. others.SelectMany(m =>
                    new[] { MatterRows.ToRow(m), MatterRows.ReminderRow(m.NextReminder!.Value, m.Number) })
                    .Select(row => new Change.Insert(row))],
                default);
        }

        await BeginTuesday(world);
        world.Faulty.OnRead(2);
        var before = world.Faulty.Reads;
        await Assert.ThrowsAsync<StoreUnavailableException>(() => Sweep(world));

        Assert.Equal(2 + ReminderSweep.PageSize + 1, world.Faulty.Reads - before);
        Assert.Equal(ReminderSweep.PageSize, (await world.Rows(OutboxRows.Digest)).Count);
    }

    [Fact]
    public async Task Sweep_NothingDue_IsOneRangeRead()
    {
        await using var world = await Open(County);
        for (var i = 0; i < 5; i++) await Assign(world, new(2026, 12, 31));
        world.Counting.Reset();

        await Sweep(world);

        Assert.Equal((0, 1, 0), (world.Counting.Reads, world.Counting.Ranges, world.Counting.Batches));
    }

    [Fact]
    public async Task Sweep_AReminder_IsOneReadAndOneBatch()
    {
        await using var world = await Open(County);
        await Assign(world, new(2026, 12, 31));
        world.Clock.Reset(At(new(2026, 11, 24), new(8, 30)));
        await world.Directory.ReadAsync(default);
        world.Counting.Reset();

        await Sweep(world);

        Assert.Equal((1, 1, 1), (world.Counting.Reads, world.Counting.Ranges, world.Counting.Batches));
    }

    [Fact]
    public async Task Sweep_AnUrgentMatter_IsToldOfByItself()
    {
        await using var world = await Open(County);
        WorldDone(await world.TryAssign(Leader, Draft(Changan, new(2026, 12, 31)) with { Urgency = Urgency.Urgent }));
        world.Clock.Reset(At(new(2026, 11, 24), new(8, 30)));
        await OutboxDispatcher(world).DeliverAsync(Shijiazhuang, default);
        chat.Forget();

        await Pass(world, new(2026, 11, 24));
        await OutboxDispatcher(world).DeliverAsync(Shijiazhuang, default);

        Assert.Empty(chat.Digests);
        Assert.Equal(["changan Remind 1301-1"], chat.Arrived);
    }

    [Fact]
    public async Task Digest_WhoseAnswerNeverCame_IsSentOnceMoreAndMarked()
    {
        await using var world = await Open(County);
        await Assign(world, new(2026, 12, 31));
        chat.AnswerToDigest = () => new SendAnswer.Lost();

        for (var i = 0; i < 4; i++) await Pass(world, new(2026, 11, 24), new(8, 30 + i));

        Assert.Equal(["changan: 1301-1 Unsigned", "changan: 1301-1 Unsigned (repeat)"], chat.Digests);
    }

    [Fact]
    public async Task Digest_StoppedAfterSendingWhatAClockThatWasAheadGathered_IsSentOnceMoreAndMarked()
    {
        await using var world = await Open(County);
        await Assign(world, new(2026, 12, 31));
        // Gathered by a clock that showed noon, and sent at nine by one that was right.
        world.Clock.Reset(At(new(2026, 11, 24), new(12, 0)));
        await Sweep(world);
        world.Clock.Reset(At(new(2026, 11, 24), new(9, 0)));
        chat.AnswerToDigest = () =>
        {
            world.Faulty.OnSubmit(SubmitFault.Unavailable);
            return SendAnswer.Taken;
        };
        await Assert.ThrowsAsync<StoreUnavailableException>(() => Digests(world).DeliverAsync(default));

        chat.AnswerToDigest = () => SendAnswer.Taken;
        for (var i = 2; i < 5; i++) await Pass(world, new(2026, 11, 24), new(9, i));

        Assert.Equal(["changan: 1301-1 Unsigned", "changan: 1301-1 Unsigned (repeat)"], chat.Digests);
    }

    [Fact]
    public async Task Digest_StoppedAfterSending_AndSettledInVainByAClockThatWasBehind_ComesOnceADay()
    {
        await using var world = await Open(County);
        await Assign(world, new(2026, 12, 31));
        world.Clock.Reset(At(new(2026, 11, 25), new(8, 30)));
        await Sweep(world);
        var other = await Assign(world, new(2026, 12, 31));
        chat.AnswerToDigest = () =>
        {
            world.Faulty.OnSubmit(SubmitFault.Unavailable);
            return SendAnswer.Taken;
        };
        await Assert.ThrowsAsync<StoreUnavailableException>(() => Digests(world).DeliverAsync(default));
        chat.AnswerToDigest = () => SendAnswer.Taken;

        // The day before by its clock: it claims, marks what may have arrived, and stops before it lets go.
        world.Clock.Reset(At(new(2026, 11, 24), new(16, 0)));
        world.Faulty.OnSubmit(SubmitFault.Unavailable, 3);
        await Assert.ThrowsAsync<StoreUnavailableException>(() => Digests(world).DeliverAsync(default));
        world.Clock.Reset(At(new(2026, 11, 25), new(9, 30)));
        await Digests(world).DeliverAsync(default);
        var at = At(new(2026, 11, 25), new(9, 35));
        var gathered = new OutboxMessage(
            $"{at.ToUnixTimeMilliseconds():00000000000000}-1",
            County.Id,
            other,
            nameof(Act.Remind),
            "",
            at,
            null,
            null,
            [ReminderName.Unsigned]);
        await world.Store.SubmitAsync(
            MatterRows.Table,
            Shijiazhuang.Value,
            [new Change.Insert(OutboxRows.ToRow(OutboxRows.Digest, gathered))],
            default);
        await Pass(world, new(2026, 11, 25), new(9, 40));

        Assert.Equal(["changan: 1301-1 Unsigned"], chat.Digests);
        await Pass(world, new(2026, 11, 26), new(8, 35));
        Assert.Equal("changan: 1301-2 Unsigned, 1301-1 Unsigned", chat.Digests[^1]);
    }

    [Theory]
    [InlineData(19)] // the next working day by its clock
    [InlineData(24 + 19)] // two days ahead
    [InlineData(-20)] // the day before
    [InlineData(0)] // the right one
    public async Task Digest_StoppedAfterSending_AndTakenOverInVainByAnotherClock_IsNotHeldBackADay(int ahead)
    {
        await using var world = await Open(County);
        await Assign(world, new(2026, 12, 31));
        world.Clock.Reset(At(new(2026, 11, 24), new(8, 30)));
        await Sweep(world);
        chat.AnswerToDigest = () =>
        {
            world.Faulty.OnSubmit(SubmitFault.Unavailable);
            return SendAnswer.Taken;
        };
        await Assert.ThrowsAsync<StoreUnavailableException>(() => Digests(world).DeliverAsync(default));
        chat.AnswerToDigest = () => SendAnswer.Taken;

        // It claims, marks what may have arrived, and stops before it lets go: nothing goes out under its claim.
        var takenOver = At(new(2026, 11, 24), new(14, 0)) + Duration.FromHours(ahead);
        world.Clock.Reset(takenOver);
        world.Faulty.OnSubmit(SubmitFault.Unavailable, 3);
        await Assert.ThrowsAsync<StoreUnavailableException>(() => Digests(world).DeliverAsync(default));
        await Pass(world, new(2026, 11, 24), new(15, 0));
        var other = await Assign(world, new(2026, 12, 31));
        await Pass(world, new(2026, 11, 25), new(8, 35));

        Assert.Equal("changan: 1301-1 Unsigned", chat.Digests[0]);
        var next = Assert.Single(
            chat.Digests,
            line => line.Contains($"{other.Short} Unsigned", StringComparison.Ordinal));
        Assert.DoesNotContain(chat.Digests.Skip(1), line => line == "changan: 1301-1 Unsigned");
        Assert.Contains("1301-1 Unsigned", next, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Digest_AfterTheClockWasSetBack_ComesOnceADay()
    {
        await using var world = await Open(County);
        await Assign(world, new(2026, 12, 31));
        await Pass(world, new(2026, 11, 25));
        world.Clock.Reset(At(new(2026, 11, 23), new(18, 0)));
        await Assign(world, new(2026, 12, 31));

        await Pass(world, new(2026, 11, 24));
        await Pass(world, new(2026, 11, 25), new(9, 0));
        Assert.Equal(["changan: 1301-1 Unsigned"], chat.Digests);
        await Pass(world, new(2026, 11, 26));

        Assert.Equal("changan: 1301-2 Unsigned, 1301-1 Unsigned", chat.Digests[^1]);
    }

    [Fact]
    public async Task Digest_AfterTheClockWasAMonthAhead_IsNotWaitedFor()
    {
        await using var world = await Open(County);
        await Assign(world, new(2026, 12, 31));
        await Pass(world, new(2026, 12, 25));
        world.Clock.Reset(At(new(2026, 11, 23), new(18, 0)));
        await Assign(world, new(2026, 12, 31));

        await Pass(world, new(2026, 11, 24));

        Assert.Equal("changan: 1301-2 Unsigned", chat.Digests[^1]);
    }

    [Fact]
    public async Task Digest_BehindThousandsForSomeoneWhoNeverOpenedTheChat_ComesAllTheSame()
    {
        await using var world = await Open(County);
        var number = await Assign(world, new(2026, 12, 31));
        var matter = (await world.Service.FindAsync(Office, number, default))!.Matter;
        for (var first = 100; first < 1600; first += 50)
        {
            var others = Enumerable.Range(first, 50)
                .Select(i => matter with { Number = number with { Sequence = i }, NextReminder = null })
                .ToList();
            var reminders = others.Select((m, i) =>
                new OutboxMessage(
                    $"00000000000000-{first + i}",
                    Office.Id,
                    m.Number,
                    nameof(Act.Remind),
                    "",
                    matter.AssignedAt,
                    null,
                    null,
                    [ReminderName.Unsigned]));
            await world.Store.SubmitAsync(
                MatterRows.Table,
                Shijiazhuang.Value,
                [.. others.Select(m => new Change.Insert(MatterRows.ToRow(m)))],
                default);
            await world.Store.SubmitAsync(
                MatterRows.Table,
                Shijiazhuang.Value,
                [.. reminders.Select(n => new Change.Insert(OutboxRows.ToRow(OutboxRows.Digest, n)))],
                default);
        }

        await Pass(world, new(2026, 11, 24));

        Assert.Equal(["changan: 1301-1 Unsigned"], chat.Digests);
    }

    [Fact]
    public async Task Digest_ForSomeoneWhoNeverOpenedTheChat_IsTheLastOneWhenTheyDo()
    {
        await using var world = await Open();
        await Assign(world, new(2026, 12, 31));
        await Pass(world, new(2026, 11, 24));
        await Pass(world, new(2026, 11, 25));
        await Pass(world, new(2026, 11, 26));
        Assert.Single(await world.Rows(OutboxRows.Digest), r => r.Text("To") == County.Id);

        await world.People.RememberAsync(County, Cast.AddressOf(County), Language.Chinese, default);
        await Digests(world).DeliverAsync(default);

        Assert.Equal(["changan: 1301-1 Unsigned"], chat.Digests);
    }

    [Theory]
    [InlineData(RowKeys.Matters.Matter, "State")]
    [InlineData(OutboxRows.Digest, "Act")]
    [InlineData(OutboxRows.Digest, "To")]
    public async Task Digest_WithARowThatCannotBeRead_ComesWithTheOthersAndIsReported(string kind, string column)
    {
        await using var world = await Open(County);
        for (var i = 0; i < 3; i++) await Assign(world, new(2026, 12, 31));
        await BeginTuesday(world);
        await Sweep(world);
        var row = (await world.Rows(kind)).Single(r => r.Text("Number") == "2026-1301-000002");
        await Write(row with { Columns = row.Columns.Where(c => c.Key != column).ToDictionary() });

        var failed = await Assert.ThrowsAsync<AggregateException>(() => Digests(world).DeliverAsync(default));

        Assert.True(Assert.Single(failed.InnerExceptions) is DamagedRowException or InvalidDataException);
        Assert.Equal(["changan: 1301-1 Unsigned, 1301-3 Unsigned"], chat.Digests);
        Assert.Equal("2026-1301-000002", Assert.Single(await world.Rows(OutboxRows.Digest)).Text("Number"));
        await Write(row);
        world.Clock.Reset(At(new(2026, 11, 25), new(8, 30)));
        await Digests(world).DeliverAsync(default);
        Assert.Equal(["changan: 1301-1 Unsigned, 1301-3 Unsigned", "changan: 1301-2 Unsigned"], chat.Digests);

        Task Write(Row row) =>
            world.Store.SubmitAsync(MatterRows.Table, Shijiazhuang.Value, [new Change.Upsert(row)], default);
    }

    [Fact]
    public async Task Digest_ForSomeoneWhoNeverOpenedTheChat_IsLookedThroughOnceADay()
    {
        await using var world = await Open();
        await Assign(world, new(2026, 12, 31));
        await Assign(world, new(2026, 12, 31));
        await BeginTuesday(world);
        await Sweep(world);
        var digests = Digests(world);
        async Task<int> Reads(LocalDateTime at)
        {
            world.Clock.Reset(At(at.Date, at.TimeOfDay));
            await world.Directory.ReadAsync(default);
            world.Counting.Reset();
            await digests.DeliverAsync(default);
            return world.Counting.Reads;
        }

        Assert.NotEqual(0, await Reads(new(2026, 11, 24, 9, 0)));
        Assert.Equal(0, await Reads(new(2026, 11, 24, 9, 1)));
        Assert.Equal(0, await Reads(new(2026, 11, 24, 17, 0)));
        Assert.NotEqual(0, await Reads(new(2026, 11, 25, 9, 0)));

        await world.People.RememberAsync(County, Cast.AddressOf(County), Language.Chinese, default);
        await digests.DeliverAsync(default);
        Assert.Equal(["changan: 1301-1 Unsigned, 1301-2 Unsigned"], chat.Digests);
    }

    [Fact]
    public async Task History_OfAReminder_SaysWhichAndToWhom()
    {
        await using var world = await Open(County, City);
        var number = await Assign(world, new(2026, 12, 31));

        await Pass(world, new(2026, 11, 25));

        var entry = (await world.History(number))[^1];
        Assert.Equal(
            (Act.Remind, "unsigned", "name of changan、name of city"),
            (entry.Act, entry.Note, entry.ActorName));
    }

    [Fact]
    public async Task Deliver_AtNight_WaitsUntilMorning_UnlessUrgent()
    {
        await using var world = await Open(County);
        world.Clock.Reset(At(new(2026, 11, 23), new(21, 0)));
        await Assign(world, new(2026, 12, 31));
        WorldDone(await world.TryAssign(Leader, Draft(Changan, new(2026, 12, 31)) with { Urgency = Urgency.Urgent }));

        await OutboxDispatcher(world).DeliverAsync(Shijiazhuang, default);
        Assert.Equal(["changan Assign 1301-2"], chat.Arrived);
        world.Clock.Reset(At(new(2026, 11, 24), new(8, 0)));
        await OutboxDispatcher(world).DeliverAsync(Shijiazhuang, default);

        Assert.Equal(["changan Assign 1301-2", "changan Assign 1301-1"], chat.Arrived);
    }

    private static Instant At(LocalDate date, LocalTime time) => BeijingTime.At(date, time);

    private static void WorldDone(CommandResult result) => World.Done(result);

    private static Task<World> Open(params Person[] chatting) => World.WithChats(chatting);

    private static async Task<MatterNumber> Assign(World world, LocalDate due) =>
        World.Done(await world.TryAssign(Leader, Draft(Changan, due))).Matter.Number;

    private static Task<int> Sweep(World world) =>
        new ReminderSweep(world.Faulty, world.Directory, () => WorkingCalendar.BuiltIn, world.Clock, world.Subjects)
            .SweepAsync(Shijiazhuang, default);

    /// <summary>The morning after the first day; the directory is read.</summary>
    private static async Task BeginTuesday(World world)
    {
        world.Clock.Reset(At(new(2026, 11, 24), new(8, 30)));
        await world.Directory.ReadAsync(default);
    }

    /// <summary>Matters that somebody's digest will name.</summary>
    private static async Task<IEnumerable<string>> Gathered(World world) =>
        (await world.Rows(OutboxRows.Digest))
            .Select(row => OutboxRows.ToMessage(row).Number.Short)
            .Order(StringComparer.Ordinal);

    [Fact]
    public async Task Digest_WithAClaimThatTookLong_IsGivenUpAndComesWithTheNextRound()
    {
        await using var world = await Open(County);
        await Assign(world, new(2026, 12, 31));
        await BeginTuesday(world);
        await Sweep(world);
        world.Faulty.BeforeSubmit(_ =>
        {
            world.Clock.Advance(SendLease.Lasts / 2);
            return Task.CompletedTask;
        });

        await Digests(world).DeliverAsync(default);
        Assert.Empty(chat.Digests);
        await Digests(world).DeliverAsync(default);
        Assert.Equal(["changan: 1301-1 Unsigned"], chat.Digests);
    }

    private DigestSender Digests(World world) =>
        new(
            world.Faulty,
            world.Directory,
            world.People,
            world.Subjects,
            chat,
            () => WorkingCalendar.BuiltIn,
            world.Clock,
            PolicyBook.BuiltIn,
            new(world.Faulty, world.Clock, "digests"));

    private OutboxDispatcher OutboxDispatcher(World world) => world.OutboxDispatcher(chat);

    private Task Pass(World world, LocalDate day) => Pass(world, day, new(8, 30));

    private async Task Pass(World world, LocalDate day, LocalTime time)
    {
        world.Clock.Reset(At(day, time));
        await Sweep(world);
        var before = chat.Digests.Count;
        await Digests(world).DeliverAsync(default);
        chat.SortDigests(before);
    }
}
