using LiaisonBot.Core;
using LiaisonBot.Core.Audit;
using LiaisonBot.Core.Calendar;
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
/// What is broken on purpose behind the sweep is found, and nothing else. The first day is Monday, 23 November 2026.
/// </summary>
public class AuditorTests
{
    private static readonly LocalDate Tuesday = new(2026, 11, 24);

    private readonly FakeChat chat = new();

    [Fact]
    public async Task Check_OfAMonthInWhichPeopleWork_FindsNothing()
    {
        await using var world = await Open();
        var services = Process(world);
        for (var i = 0; i < 12; i++) await Assign(world, Tuesday.PlusDays(i * 2), urgent: i % 4 == 0);
        for (var day = Tuesday; day < Tuesday.PlusDays(35); day = day.PlusDays(1))
        {
            await Round(world, services, day, new(8, 30));
            if (day.Day % 5 == 0) await Work(world, day.Day);
            await Round(world, services, day, new(8, 35));
            Assert.Equal([], await Check(world, day, new(8, 45)));
            if (day.Day % 3 == 0) await Work(world, day.Day);
            await Round(world, services, day, new(15, 0));
            Assert.Equal([], await Check(world, day, new(15, 10)));
        }

        var given = (await world.Rows(RowKeys.Matters.History)).Count(r => r.Text("Act") == nameof(Act.Remind));
        Assert.True(given > 60, $"Only {given} reminders were given.");
    }

    [Fact]
    public async Task Check_AReminderRowThatIsLost_IsFoundAndPlannedAgain()
    {
        await using var world = await Open();
        var services = Process(world);
        var number = await Assign(world, new(2026, 12, 31));
        await Delete(world, RowKeys.Matters.Reminders);

        Assert.Equal(
            ["NotPlanned 2026-1301-1 unsigned 2026-11-24 people 1 mended"],
            await Check(world, new(2026, 11, 23), new(12, 0)));
        await world.CheckRows(Shijiazhuang);
        Assert.Equal([], await Check(world, new(2026, 11, 23), new(13, 0)));
        await Round(world, services, Tuesday, new(8, 30));
        Assert.Contains(await world.History(number), e => e.Act == Act.Remind);
    }

    [Fact]
    public async Task Check_AReminderRowThatIsLostAndDue_IsFoundAndGivenByTheNextSweep()
    {
        await using var world = await Open();
        var services = Process(world);
        var number = await Assign(world, new(2026, 12, 31));
        await Delete(world, RowKeys.Matters.Reminders);

        world.Clock.Reset(BeijingTime.At(Tuesday, new(8, 30)));
        Assert.Equal(0, await services.Sweep.SweepAsync(Shijiazhuang, default));
        Assert.Equal(
            ["NotGiven 2026-1301-1 unsigned 2026-11-24 people 1 mended"],
            await Check(world, Tuesday, new(8, 45)));
        await Round(world, services, Tuesday, new(8, 46));
        Assert.Equal([], await Check(world, Tuesday, new(9, 0)));
        Assert.Single(await world.History(number), e => e.Act == Act.Remind);
        await world.CheckRows(Shijiazhuang);
    }

    [Fact]
    public async Task Check_AReminderRowInTheWrongPlace_IsMoved()
    {
        await using var world = await Open();
        var number = await Assign(world, new(2026, 12, 31));
        await Delete(world, RowKeys.Matters.Reminders);
        await Write(world, MatterRows.ReminderRow(BeijingTime.At(new(2027, 1, 4), new(8, 30)), number));

        Assert.Equal(
            ["NotPlanned 2026-1301-1 unsigned 2026-11-24 people 1 mended"],
            await Check(world, new(2026, 11, 23), new(12, 0)));
        await world.CheckRows(Shijiazhuang);
    }

    [Fact]
    public async Task Check_WhenTheListRowIsLostToo_FindsItInTurn()
    {
        await using var world = await Open();
        for (var i = 0; i < 3; i++) await Assign(world, new(2026, 12, 31));
        await Delete(world, RowKeys.Matters.Reminders);
        await Delete(world, RowKeys.Matters.Lists);

        var found = await Check(world, Tuesday, new(8, 45));

        Assert.Equal(3, found.Count);
        Assert.All(found, d => Assert.EndsWith(" mended", d));
        await world.CheckRows(Shijiazhuang);
    }

    [Fact]
    public async Task Check_ASweepThatStopped_IsFoundAndMadeUpFor()
    {
        await using var world = await Open();
        await Assign(world, new(2026, 12, 31));

        Assert.Equal([], await Check(world, Tuesday, new(8, 39)));
        Assert.Equal(
            ["NotGiven 2026-1301-1 unsigned 2026-11-24 people 1 mended"],
            await Check(world, Tuesday, new(8, 41)));
        var health = await Process(world).HealthAsync(default);
        Assert.Equal((1, 0, false), (health.Differences, health.Unmended, health.IsDegraded));
    }

    [Fact]
    public async Task Check_ASweepThatGaveNothing_IsFoundAndMadeUpFor()
    {
        await using var world = await Open();
        var number = await Assign(world, new(2026, 12, 31));
        // As if the sweep had moved the reminder on and forgotten to give it.
        var row = (await world.Store.ReadAsync(
            MatterRows.Table,
            Shijiazhuang.Value,
            MatterRows.MatterKey(number),
            default))!;
        var (before, after) = (MatterRows.ToMatter(row), BeijingTime.At(Tuesday.PlusDays(1), new(8, 30)));
        await Delete(world, RowKeys.Matters.Reminders);
        await Write(
            world,
            MatterRows.ToRow(before with
            {
                RemindedThrough = BeijingTime.At(Tuesday, new(8, 30)),
                NextReminder = after
            }));
        await Write(world, MatterRows.ReminderRow(after, number));

        Assert.Equal(
            ["NotGiven 2026-1301-1 unsigned 2026-11-24 people 1 mended"],
            await Check(world, Tuesday, new(8, 45)));
        Assert.Single(await world.History(number), e => e.Act == Act.Remind);
        Assert.Equal([], await Check(world, Tuesday, new(9, 45)));
    }

    [Theory]
    [InlineData(false, RowKeys.Matters.Delivered)]
    [InlineData(true, RowKeys.Matters.Delivered)]
    [InlineData(true, RowKeys.Matters.Waiting)]
    public async Task Check_AMessageThatIsLost_IsFoundInTheNextCheckAndOnce(bool urgent, string stage)
    {
        await using var world = await World.Open();
        if (stage == RowKeys.Matters.Delivered) await world.People.RememberAsync(
            County,
            Cast.AddressOf(County),
            Language.Chinese,
            default);
        var services = Process(world);
        await Assign(world, new(2026, 12, 31), urgent);
        await Round(world, services, Tuesday, new(8, 30));
        await Delete(world, stage, row => row.Text("Reminders") is not null);

        Assert.Equal(
            ["MessageMissing 2026-1301-1 unsigned 2026-11-24 people 1 mended"],
            await Check(world, Tuesday, new(8, 45)));
        Assert.Equal([], await Check(world, Tuesday, new(9, 45)));
    }

    [Fact]
    public async Task Check_AMessageThatSomebodyMadeNeedless_IsNotMissed()
    {
        await using var world = await Open();
        var number = await Assign(world, new(2026, 12, 31));
        world.Clock.Reset(BeijingTime.At(Tuesday, new(8, 30)));
        await Process(world).Sweep.SweepAsync(Shijiazhuang, default);
        await world.Do(County, number, new Sign());
        await Delete(world, RowKeys.Matters.Digest);

        Assert.Equal([], await Check(world, Tuesday, new(8, 45)));
    }

    [Theory]
    [InlineData(RowKeys.Matters.Matter, "State", null)]
    [InlineData(RowKeys.Matters.Matter, "DueSpan", "soon")]
    [InlineData(RowKeys.Matters.Matter, "Passed", "Unsigned")]
    [InlineData(RowKeys.Matters.Matter, "Passed", "Unsigned 1 99999999999999999999")]
    [InlineData(RowKeys.Matters.Lists, "Due", "tomorrow")]
    [InlineData(RowKeys.Matters.Lists, "Urgency", "Very")]
    [InlineData(RowKeys.Matters.History, "Act", "Dance")]
    [InlineData(RowKeys.Matters.History, "Actor", null)]
    public async Task Check_ARowThatCannotBeRead_IsFoundAndHidesNothingElse(string kind, string column, string? value)
    {
        await using var world = await Open();
        var services = Process(world);
        for (var i = 0; i < 3; i++) await Assign(world, new(2026, 12, 31));
        await Round(world, services, Tuesday, new(8, 30));
        await Damage(
            world,
            (await world.Rows(kind)).First(row => row.Text("Number") == "2026-1301-000002"),
            column,
            value);
        await Delete(world, RowKeys.Matters.Reminders, row => row.Text("Number") == "2026-1301-000003");
        await Delete(
            world,
            RowKeys.Matters.Delivered,
            row => row.Text("Number") == "2026-1301-000001" && row.Text("Reminders") is not null);

        Assert.Equal(
            [
                "MessageMissing 2026-1301-1 unsigned 2026-11-24 people 1 mended",
                "NotPlanned 2026-1301-3 unsigned 2026-11-25 people 2 mended",
                $"Unreadable 2026-1301-2 none  people 0{(kind == RowKeys.Matters.Lists ? " mended" : "")}",
            ],
            (await Check(world, Tuesday, new(8, 45))).Order());
        var health = await services.HealthAsync(default);
        Assert.Equal((3, kind == RowKeys.Matters.Lists ? 0 : 1), (health.Differences, health.Unmended));
        Assert.DoesNotContain(
            await Check(world, Tuesday, new(9, 45)),
            d => !d.StartsWith("Unreadable", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Check_AMessageThatCannotBeRead_IsMissing()
    {
        await using var world = await Open();
        await Assign(world, new(2026, 12, 31));
        await Round(world, Process(world), Tuesday, new(8, 30));
        await Damage(
            world,
            (await world.Rows(RowKeys.Matters.Delivered)).Single(row => row.Text("Reminders") is not null),
            "At",
            null);

        Assert.Equal(
            ["MessageMissing 2026-1301-1 unsigned 2026-11-24 people 1 mended"],
            await Check(world, Tuesday, new(8, 45)));
    }

    [Fact]
    public async Task Check_ADigestThatDidNotComeForADay_IsFound()
    {
        await using var world = await Open();
        await Assign(world, new(2026, 12, 31));
        world.Clock.Reset(BeijingTime.At(Tuesday, new(8, 30)));
        await Process(world).Sweep.SweepAsync(Shijiazhuang, default);

        Assert.Equal([], await Check(world, Tuesday, new(12, 0)));
        Assert.DoesNotContain(
            await Check(world, Tuesday.PlusDays(1), new(12, 0)),
            d => d.StartsWith("NotSent", StringComparison.Ordinal));
        Assert.Contains(
            "NotSent 2026-1301-1 unsigned 2026-11-24 people 1",
            await Check(world, Tuesday.PlusDays(2), new(12, 0)));
    }

    /// <summary>
    /// A clock that jumps over months gives the newest reminder of each rule, and the digest of that day brings it: what
    /// lay between is nobody's loss. Where the chat's server is away meanwhile, the digest was not sent, and is found.
    /// </summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Check_AfterTheClockJumpedOverMonths_FindsOnlyWhatWasNotSent(bool isTaken)
    {
        await using var world = await Open();
        await Assign(world, new(2026, 12, 31));
        var services = Process(world);
        chat.AnswerToDigest = () => isTaken ? SendAnswer.Taken : new SendAnswer.Answered(503);
        List<string> found = [];
        foreach (var day in new LocalDate[] { Tuesday, new(2027, 1, 4), new(2027, 8, 12), new(2028, 1, 5) })
        {
            await Round(world, services, day, new(9, 0));
            found.AddRange(await Check(world, day, new(9, 15)));
        }

        Assert.Equal(!isTaken, found.Count > 0);
        Assert.All(found, one => Assert.StartsWith("NotSent", one, StringComparison.Ordinal));
    }

    /// <summary>When nothing ran for days, the first audit says nothing of a digest that was tried once; the next one does.</summary>
    [Fact]
    public async Task Check_AfterAnOutage_LeavesToTheNextWhatWasTriedOnce()
    {
        await using var world = await Open();
        await Assign(world, new(2026, 12, 31));
        world.Clock.Reset(BeijingTime.At(Tuesday, new(8, 30)));
        await Process(world).Sweep.SweepAsync(Shijiazhuang, default);
        await Check(world, Tuesday, new(12, 0));

        Assert.DoesNotContain(
            await Check(world, Tuesday.PlusDays(8), new(9, 0)),
            d => d.StartsWith("NotSent", StringComparison.Ordinal));
        Assert.Contains(
            "NotSent 2026-1301-1 unsigned 2026-11-24 people 1",
            await Check(world, Tuesday.PlusDays(8), new(12, 0)));
    }

    /// <summary>
    /// Beside a round that is under way: what it may just be sending is asked for when a round that came to its end had
    /// its chance.
    /// </summary>
    [Theory]
    [InlineData(8, 20, false)]
    [InlineData(9, 0, true)]
    public async Task Check_BesideARound_JudgesWhatTheOneBeforeWasToSend(int hour, int minute, bool isMissed)
    {
        await using var world = await Open();
        await Assign(world, new(2026, 12, 31));
        world.Clock.Reset(BeijingTime.At(Tuesday, new(8, 30)));
        await Process(world).Sweep.SweepAsync(Shijiazhuang, default);
        world.Clock.Reset(BeijingTime.At(Tuesday.PlusDays(2), new(12, 0)));

        var found = await Process(world).Auditor
            .CheckAsync(Shijiazhuang, BeijingTime.At(Tuesday.PlusDays(2), new(hour, minute)), default);

        Assert.Equal(isMissed, found.Any(d => d.Kind == DifferenceKind.NotSent));
    }

    [Fact]
    public async Task Check_WhatWaitedForAPersonWhoCameBack_IsMissedAfterAWorkingDay()
    {
        await using var world = await Open();
        await Assign(world, new(2026, 12, 31));
        world.Clock.Reset(BeijingTime.At(Tuesday, new(8, 30)));
        await Process(world).Sweep.SweepAsync(Shijiazhuang, default);
        await world.People.MarkUnreachableAsync((await world.People.ReadChatAsync(County, default))!, default);
        world.Clock.Reset(BeijingTime.At(Tuesday.PlusDays(3), new(11, 55)));
        await world.People.RememberAsync(County, Cast.AddressOf(County), Language.Chinese, default);

        // On Friday and Monday the chat may still have asked to be left alone.
        foreach (var day in new[] { 3, 6 })
            Assert.DoesNotContain(
                await Check(world, Tuesday.PlusDays(day), new(17, 0)),
                d => d.StartsWith("NotSent", StringComparison.Ordinal));
        Assert.Contains(
            "NotSent 2026-1301-1 unsigned 2026-11-24 people 1",
            await Check(world, Tuesday.PlusDays(7), new(12, 0)));
    }

    [Fact]
    public async Task Check_WithNothingDue_ReadsNoMatterBeyondItsSlice()
    {
        await using var world = await Open();
        for (var i = 0; i < 5; i++) await world.Do(County, await Assign(world, new(2026, 12, 31)), new Sign());
        await Check(world, Tuesday, new(8, 45));
        world.Clock.Reset(BeijingTime.At(Tuesday, new(9, 45)));
        await world.Directory.ReadAsync(default);
        world.Counting.Reset();

        await Auditor(world).CheckAsync(Shijiazhuang, default);

        Assert.Equal((1, 4, 1), (world.Counting.Reads, world.Counting.Ranges, world.Counting.Batches));
    }

    [Fact]
    public async Task Check_AfterADigestTime_ReadsOnlyTheMattersOfWhichSomethingMayBeDue()
    {
        await using var world = await Open();
        for (var i = 0; i < 5; i++) await world.Do(County, await Assign(world, new(2026, 12, 31)), new Sign());
        await Assign(world, new(2026, 12, 31));
        await Round(world, Process(world), Tuesday, new(8, 30));
        world.Clock.Reset(BeijingTime.At(Tuesday, new(8, 45)));
        await world.Directory.ReadAsync(default);
        world.Counting.Reset();

        Assert.Empty(await Auditor(world).CheckAsync(Shijiazhuang, default));

        // The mark and the one matter; plans, lists, slice, digests, four kinds of messages, and the matter's history.
        Assert.Equal((2, 9, 1), (world.Counting.Reads, world.Counting.Ranges, world.Counting.Batches));
    }

    [Fact]
    public async Task Check_ALostReminderOfSeveralDays_IsGivenOnceAsAfterAnOutage()
    {
        await using var world = await Open();
        var number = await Assign(world, new(2026, 12, 31));
        await Check(world, new(2026, 11, 23), new(12, 0));
        await GaveNothing(world, number, Tuesday.PlusDays(2));

        Assert.Equal(
            [
                "NotGiven 2026-1301-1 unsigned 2026-11-24 people 1 mended",
                "NotGiven 2026-1301-1 unsigned 2026-11-25 people 2 mended",
                "NotGiven 2026-1301-1 unsigned 2026-11-26 people 2 mended"
            ],
            await Check(world, Tuesday.PlusDays(2), new(8, 45)));
        Assert.Single(await world.History(number), e => e.Act == Act.Remind);
        var gathered = (await world.Rows(RowKeys.Matters.Digest)).Select(OutboxRows.ToMessage).ToList();
        Assert.Equal([County.Id, City.Id], gathered.Select(n => n.To).Order());
        await world.CheckRows(Shijiazhuang);
    }

    [Fact]
    public async Task Check_ALostReminder_IsGivenOnceByTwoAuditsAndASweepAtTheSameTime()
    {
        await using var world = await Open();
        var number = await Assign(world, new(2026, 12, 31));
        await GaveNothing(world, number, Tuesday);
        world.Clock.Reset(BeijingTime.At(Tuesday, new(8, 45)));

        var (one, other, sweeping) = (Auditor(world), Auditor(world), Process(world).Sweep);
        await Task.WhenAll(
            one.CheckAsync(Shijiazhuang, default),
            other.CheckAsync(Shijiazhuang, default),
            sweeping.SweepAsync(Shijiazhuang, default));

        Assert.Single(await world.History(number), e => e.Act == Act.Remind);
        Assert.Single(await world.Rows(RowKeys.Matters.Digest));
    }

    [Fact]
    public async Task Check_AReminderThatItsRuleDoesNotGiveLate_IsNotGivenAndMakesTheHealthDegraded()
    {
        await using var world = await Open();
        // Due on Friday: two working days before is Wednesday.
        var number = await Assign(world, new(2026, 11, 27));
        await world.Do(County, number, new Sign());
        await GaveNothing(world, number, Tuesday.PlusDays(1));
        world.Clock.Reset(BeijingTime.At(Tuesday.PlusDays(2), new(7, 0)));

        Assert.Equal(
            ["NotGiven 2026-1301-1 due-soon 2026-11-25 people 1"],
            await Check(world, Tuesday.PlusDays(2), new(7, 0)));
        Assert.DoesNotContain(await world.History(number), e => e.Act == Act.Remind);
        var health = await Process(world).HealthAsync(default);
        Assert.Equal((1, true, true), (health.Unmended, health.IsHealthy, health.IsDegraded));
        world.Clock.Advance(Duration.FromHours(25));
        Assert.False((await Process(world).HealthAsync(default)).IsDegraded);
    }

    [Fact]
    public async Task Check_ALostReminderOfAClosedMatter_IsNotGiven()
    {
        await using var world = await Open();
        var number = await Assign(world, new(2026, 12, 31));
        await GaveNothing(world, number, Tuesday);
        await world.Do(Leader, number, new Withdraw("不再需要"));

        Assert.Equal([], await Check(world, Tuesday, new(8, 45)));
        Assert.Empty(await world.Rows(RowKeys.Matters.Digest));
    }

    [Fact]
    public async Task Check_AMessageThatIsLostBeforeItWasSent_IsSentMarkedAsAPossibleRepeat()
    {
        await using var world = await Open();
        var services = Process(world);
        await Assign(world, new(2026, 12, 31));
        world.Clock.Reset(BeijingTime.At(Tuesday, new(8, 30)));
        await services.Sweep.SweepAsync(Shijiazhuang, default);
        await Delete(world, RowKeys.Matters.Digest);

        Assert.Equal(
            ["MessageMissing 2026-1301-1 unsigned 2026-11-24 people 1 mended"],
            await Check(world, Tuesday, new(8, 45)));
        // Its name is made of moments and numbers: nothing of the person, which their deletion would leave in it.
        Assert.Matches(
            @"^[0-9]{14}-2026-1301-000001-[0-9]{4}-r[0-9]{15}$",
            Assert.Single(await world.Rows(RowKeys.Matters.Digest)).Text("Id"));
        await Round(world, services, Tuesday, new(8, 46));
        Assert.Single(chat.Digests);
        Assert.Equal([], await Check(world, Tuesday, new(9, 45)));
    }

    [Fact]
    public async Task Check_ADeliveredMessageWhoseRowIsLost_IsNotSentAgain()
    {
        await using var world = await Open();
        var services = Process(world);
        await Assign(world, new(2026, 12, 31));
        await Round(world, services, Tuesday, new(8, 30));
        Assert.Single(chat.Digests);
        await Delete(world, RowKeys.Matters.Delivered, row => row.Text("Reminders") is not null);

        Assert.Equal(
            ["MessageMissing 2026-1301-1 unsigned 2026-11-24 people 1 mended"],
            await Check(world, Tuesday, new(8, 45)));
        await Round(world, services, Tuesday, new(9, 0));
        Assert.Single(chat.Digests);
    }

    [Theory]
    [InlineData(true, null)]
    [InlineData(false, "HandedIn")]
    [InlineData(false, "Assignedd")]
    public async Task Check_AListEntryThatIsLostOrWrong_IsWrittenAnewFromItsMatter(bool lost, string? state)
    {
        await using var world = await Open();
        await Assign(world, new(2026, 12, 31));
        if (lost) await Delete(world, RowKeys.Matters.Lists);
        else await Damage(world, (await world.Rows(RowKeys.Matters.Lists)).Single(), "State", state);

        Assert.Equal(
            [$"{(state?.EndsWith("dd", StringComparison.Ordinal) == true ? "Unreadable" : "NotListed")} 2026-1301-1 none  people 0 mended"],
            await Check(world, new(2026, 11, 23), new(12, 0)));
        await world.CheckRows(Shijiazhuang);
        Assert.Equal([], await Check(world, new(2026, 11, 23), new(13, 0)));
    }

    [Fact]
    public async Task Check_AListEntryThatStayedBehind_IsTakenAway()
    {
        await using var world = await Open();
        var number = await Assign(world, new(2026, 12, 31));
        var entry = (await world.Rows(RowKeys.Matters.Lists)).Single();
        await world.Do(Leader, number, new Withdraw("不再需要"));
        await Write(world, entry);

        Assert.Equal(
            ["NotListed 2026-1301-1 none  people 0 mended"],
            await Check(world, new(2026, 11, 23), new(12, 0)));
        await world.CheckRows(Shijiazhuang);
    }

    [Theory]
    [InlineData(RowKeys.Matters.Reminders + "20261124T003000|x")]
    [InlineData(RowKeys.Matters.Reminders + "20261124T003000|2026-1301-000077")]
    public async Task Check_APlanOfNoMatter_IsTakenAwayAndKeepsNoSweepFromItsEnd(string key)
    {
        await using var world = await Open();
        await Assign(world, new(2026, 12, 31));
        await Write(world, new(key, new Dictionary<string, object>(StringComparer.Ordinal)));

        Assert.Contains(
            await Check(world, Tuesday, new(8, 45)),
            d =>
                d.StartsWith("NotPlanned", StringComparison.Ordinal)
                    && d.EndsWith(" mended", StringComparison.Ordinal));
        await world.CheckRows(Shijiazhuang);
        await Process(world).Sweep.SweepAsync(Shijiazhuang, default);
    }

    [Fact]
    public async Task Check_ALedgerBetweenTheDigestsTimeAndTheSweep_LosesNoProposalToDocket()
    {
        await using var world = await Open();
        var services = Process(world);
        var number = await Assign(world, new(2026, 11, 24));
        await world.Do(County, number, new Sign());
        var (day, tenth) = (Tuesday, WorkingCalendar.BuiltIn.AddWorkingDays(new(2026, 11, 24), 12));
        for (; day < tenth; day = day.PlusDays(1)) await Round(world, services, day, new(8, 30));
        world.Clock.Reset(BeijingTime.At(tenth, new(8, 31)));
        await world.Do(Leader, number, new PutOnLedger("拖延"));
        await Round(world, services, tenth, new(8, 32));
        var next = WorkingCalendar.BuiltIn.AddWorkingDays(tenth, 1);
        await Round(world, services, next, new(8, 30));

        Assert.Single(await world.History(number), e => e.Note == "propose-docket");
        Assert.Equal([], await Check(world, next, new(8, 45)));
    }

    [Fact]
    public async Task Round_EveryHour_AuditsAndTells()
    {
        await using var world = await Open();
        var told = new List<Difference>();
        var services = new LiaisonServices(
            world.Faulty,
            Hebei,
            world.Clock,
            PolicyBook.BuiltIn,
            "process",
            _ => chat,
            _ => { })
        { Found = told.Add };
        await Round(world, services, new(2026, 11, 23), new(10, 0));
        await Assign(world, new(2026, 12, 31));
        await Delete(world, RowKeys.Matters.Reminders);

        await Round(world, services, new(2026, 11, 23), new(10, 59));
        Assert.Empty(told);
        await Round(world, services, new(2026, 11, 23), new(11, 0));

        Assert.Equal(["NotPlanned 2026-1301-1 unsigned 2026-11-24 people 1 mended"], told.Select(d => d.ToString()));
    }

    /// <summary>As if the sweep of that day had moved the matter on and forgotten to give anything.</summary>
    internal static async Task GaveNothing(World world, MatterNumber number, LocalDate day)
    {
        var row = (await world.Store.ReadAsync(
            MatterRows.Table,
            Shijiazhuang.Value,
            MatterRows.MatterKey(number),
            default))!;
        var (through, calendar) = (BeijingTime.At(day, new(8, 30)), WorkingCalendar.BuiltIn);
        var matter = MatterRows.ToMatter(row);
        var moved = matter with
        {
            Passed = Schedule.PassedAt(matter, PolicyFile.BuiltIn, calendar, through),
            RemindedThrough = through
        };
        var next = Schedule.Next(moved, PolicyFile.BuiltIn, calendar, through)!.At;
        await Delete(world, RowKeys.Matters.Reminders);
        await Write(world, MatterRows.ToRow(moved with { NextReminder = next }));
        await Write(world, MatterRows.ReminderRow(next, number));
    }

    private static Task<World> Open() => World.WithChats(County, City, Leader, Office);

    private LiaisonServices Process(World world) => world.Process(chat);

    private static Auditor Auditor(World world) =>
        new(
            world.Faulty,
            world.Directory,
            () => WorkingCalendar.BuiltIn,
            world.Clock,
            PolicyBook.BuiltIn,
            Terms.BuiltIn,
            world.Service);

    private static async Task<IReadOnlyList<string>> Check(World world, LocalDate day, LocalTime time)
    {
        world.Clock.Reset(BeijingTime.At(day, time));
        return [.. (await Auditor(world).CheckAsync(Shijiazhuang, default)).Select(d => d.ToString())];
    }

    private static Task Round(World world, LiaisonServices services, LocalDate day, LocalTime time)
    {
        world.Clock.Reset(BeijingTime.At(day, time));
        return services.RoundAsync(work => work(), default);
    }

    private static async Task<MatterNumber> Assign(World world, LocalDate due, bool urgent = false) =>
        World.Done(await world.TryAssign(Leader, Draft(Changan, due) with
        {
            Urgency = urgent
            ? Urgency.Urgent
            : Urgency.Normal
        })).Matter.Number;

    /// <summary>Steps of people on some of the matters, whichever is possible.</summary>
    private static async Task Work(World world, int seed)
    {
        for (var i = 1; i <= 12; i++)
        {
            if ((i + seed) % 4 == 0) continue;
            var number = new MatterNumber(2026, Shijiazhuang, i);
            MatterCommand[] steps =
            [
                new Sign(),
                new ReportProgress("有进展"),
                new RequestExtension("等待", world.Today.PlusDays(9)),
                new HandIn("完成"),
                new Return("不够", world.Today.PlusDays(4)),
                new PutOnLedger("拖延"),
                new Urge("抓紧"),
                new GrantExtension(null), new Undo(),
            ];
            var step = steps[(i + seed) % steps.Length];
            await world.Try(step is Return or PutOnLedger or Urge or GrantExtension ? Leader : County, number, step);
        }
    }

    internal static async Task Delete(World world, string prefix, Func<Row, bool>? which = null)
    {
        var rows = (await world.Rows(prefix)).Where(which ?? (_ => true)).ToList();
        Assert.NotEmpty(rows);
        await world.Store.SubmitAsync(
            MatterRows.Table,
            Shijiazhuang.Value,
            [.. rows.Select(r => new Change.Delete(r.Key))],
            default);
    }

    private static Task Damage(World world, Row row, string column, string? value)
    {
        var columns = row.Columns.Where(c => c.Key != column).ToDictionary();
        if (value is not null) columns[column] = value;
        return Write(world, row with { Columns = columns });
    }

    private static Task Write(World world, Row row) =>
        world.Store.SubmitAsync(MatterRows.Table, Shijiazhuang.Value, [new Change.Upsert(row)], default);
}
