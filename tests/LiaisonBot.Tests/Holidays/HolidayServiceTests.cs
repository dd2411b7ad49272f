using CsCheck;
using LiaisonBot.Core.Calendar;
using LiaisonBot.Core.Delivery;
using LiaisonBot.Core.Holidays;
using LiaisonBot.Core.Matters;
using LiaisonBot.Core.Messaging;
using LiaisonBot.Core.People;
using LiaisonBot.Core.Policies;
using LiaisonBot.Core.Reminders;
using LiaisonBot.Core.Storage;
using LiaisonBot.Simulation.Parcels;
using LiaisonBot.Tests.Calendar;
using NodaTime;
using static LiaisonBot.Testing.Cast;

namespace LiaisonBot.Tests.Holidays;

/// <summary>
/// Notices that come while matters are open. The first day is Monday, 23 November 2026: 30 working days reach 4 January
/// 2027, and 5 January once that year's notice is known.
/// </summary>
public class HolidayServiceTests
{
    private static readonly HolidayNotice Of2027 = NoticeTextTests.Read(null, NoticeTextTests.Notice2027);
    private static readonly LocalDate Before = new(2027, 1, 4);
    private static readonly LocalDate After = new(2027, 1, 5);

    [Fact]
    public async Task Import_OfAYear_MovesWhatWasGivenInWorkingDaysAndLeavesDates()
    {
        await using var world = await World.Open();
        var counted = await Assign(world, 30);
        var dated = World.Done(await world.TryAssign(Leader, Draft(Changan, Before))).Matter.Number;
        Assert.Equal((Before, true), Due(await world.Read(counted)));

        var imported = Assert.IsType<HolidayImport.Imported>(await world.Holidays.ImportAsync(
            "c",
            Office,
            Of2027,
            default));

        Assert.Equal((1, 1, 0, true), (imported.Notice.Version, imported.Moved, imported.Settled, imported.Finished));
        Assert.Equal((After, false), Due(await world.Read(counted)));
        Assert.Equal((Before, false), Due(await world.Read(dated)));
        var entry = (await world.History(counted))[^1];
        Assert.Equal(
            (Act.Recount, "name of office", "2027-01-04", After),
            (entry.Act, entry.ActorName, entry.Note, entry.Due!.Value));
        Assert.Single(await world.History(dated));
        Assert.Equal(
            ["changan", "leader"],
            (await world.Rows(OutboxRows.Digest)).Select(r => r.Text("To")).Order(StringComparer.Ordinal));
        await world.CheckRows(Shijiazhuang);
    }

    /// <summary>Five working days before 8 January: 1 January, and the day before once it is known to be off.</summary>
    [Fact]
    public async Task Import_WhatIsNoMatter_IsPlannedAnewToo()
    {
        await using var world = await World.Open();
        var kind = new ParcelKind(world.Store);
        var sweep = new ReminderSweep(
            world.Store,
            world.Directory,
            () => world.Directory.Calendar,
            world.Clock,
            new(kind));
        var now = world.Clock.GetCurrentInstant();
        var parcel = new Parcel
        {
            Key = new(Parcel.KindName, "2026-1301-000001"),
            Place = Changan,
            State = ParcelState.Fetched,
            PolicyVersion = PolicyBook.BuiltIn.InForce.Version,
            Due = new(2027, 1, 8),
            SentAt = now,
            AtPlaceSince = now,
        };
        var context = new ReminderContext(
            await world.Directory.ReadAsync(default),
            world.Directory.Calendar,
            now,
            PolicyBook.BuiltIn);
        await world.Store.SubmitAsync(
            RowKeys.Matters.Table,
            Shijiazhuang.Value,
            [.. ParcelKind.Changes(null, parcel, context)],
            default);
        Assert.Equal(BeijingTime.At(new(2027, 1, 1), new(8, 30)), await PlannedAsync());

        await new HolidayService(world.Store, world.Directory, world.Clock, PolicyBook.BuiltIn, sweep)
            .ImportAsync("c", Office, Of2027, default);

        Assert.Equal(BeijingTime.At(new(2026, 12, 31), new(8, 30)), await PlannedAsync());

        async Task<Instant?> PlannedAsync()
        {
            var row = await world.Store.ReadAsync(
                RowKeys.Matters.Table,
                Shijiazhuang.Value,
                kind.Rows + parcel.Key.Text,
                default);
            var plan = Assert.Single(await world.Rows(RowKeys.Matters.Reminders));
            var next = ParcelKind.ToParcel(row!).NextReminder;
            Assert.Equal(ReminderRows.Key(next!.Value, parcel.Key), plan.Key);
            return next;
        }
    }

    [Fact]
    public async Task Import_OfTheSame_ChangesNothing()
    {
        await using var world = await World.Open();
        var number = await Assign(world, 30);
        await world.Holidays.ImportAsync("c", Office, Of2027, default);
        var before = World.Words(await world.Service.FindAsync(Office, number, default));

        Assert.IsType<HolidayImport.Unchanged>(await world.Holidays.ImportAsync(
            "d",
            Office,
            NoticeTextTests.Read(2027, Of2027.ToText()),
            default));
        Assert.IsType<HolidayImport.Unchanged>(await world.Holidays.ImportAsync(
            "e",
            Office,
            WorkingCalendar.BuiltIn.NoticeOf(2026)!,
            default));
        Assert.IsType<HolidayImport.Imported>(await world.Holidays.ImportAsync("c", Office, Of2027, default));

        Assert.Equal(before, World.Words(await world.Service.FindAsync(Office, number, default)));
        Assert.Single((await world.Directory.ReadAsync(default)).Calendar.ImportedOf(2027));
    }

    [Fact]
    public async Task Import_ByAnyoneButTheOffice_IsRefused()
    {
        await using var world = await World.Open();
        foreach (var person in Everyone.Where(p => p != Office)) Assert.IsType<HolidayImport.NotAllowed>(await world.Holidays.ImportAsync(
            "c",
            person,
            Of2027,
            default));
        Assert.True((await world.Directory.ReadAsync(default)).Calendar.InForce.IsProvisional(2027));
    }

    [Fact]
    public async Task Import_OfACorrection_CountsAgainAndBackAgain()
    {
        await using var world = await World.Open();
        var number = await Assign(world, 30);
        var wrong = NoticeTextTests.Read(
            2027,
            Of2027.ToText().Replace("2027-01-01..2027-01-03", "2027-01-01..2027-01-05", StringComparison.Ordinal));

        await world.Holidays.ImportAsync("a", Office, wrong, default);
        Assert.Equal((new LocalDate(2027, 1, 7), false), Due(await world.Read(number)));
        await world.Holidays.ImportAsync("b", Office, Of2027, default);

        Assert.Equal((After, false), Due(await world.Read(number)));
        var versions = (await world.Directory.ReadAsync(default)).Calendar.ImportedOf(2027);
        Assert.Equal([1, 2], versions.Select(v => v.Version));
        Assert.Equal((1, 3), ((await world.History(number))[0].Sequence, (await world.History(number)).Count));
    }

    [Fact]
    public async Task Import_OfACorrectionOfAShippedYear_IsInForce()
    {
        await using var world = await World.Open();
        var number = await Assign(world, 10);
        var shipped = WorkingCalendar.BuiltIn.NoticeOf(2026)!;
        var due = (await world.Read(number)).Due;

        await world.Holidays.ImportAsync(
            "c",
            Office,
            NoticeTextTests.Read(2026, shipped.ToText() + "\n2026-11-26..2026-11-27,off,纪念日"),
            default);

        Assert.Equal(WorkingCalendar.BuiltIn.AddWorkingDays(due, 2), (await world.Read(number)).Due);
    }

    [Fact]
    public async Task Import_WithChildren_MovesThoseOfTheSameDateAndNeverBeyondTheParent()
    {
        await using var world = await World.Open();
        var number = World.Done(await world.TryAssign(
            Leader,
            Draft(Shijiazhuang) with { Due = new DueSpan.WorkingDays(30) })).Matter.Number;
        await world.Do(City, number, new MatterCommand.PassOn([Changan], null, null));
        await world.Holidays.ImportAsync("a", Office, Of2027, default);
        await world.Do(City, number, new MatterCommand.PassOn([Qiaoxi], After, null));
        await world.Do(City, number, new MatterCommand.PassOn([Zhengding], Before.PlusDays(-10), null));
        Assert.Equal(After, (await world.Read(number with { Child = 1 })).Due);

        // The Saturday is worked: the thirtieth day comes a day earlier.
        await world.Holidays.ImportAsync(
            "b",
            Office,
            NoticeTextTests.Read(
                2027,
                Of2027.ToText()
                    .Replace(
                        "2027-01-01..2027-01-03,off,元旦",
                        "2027-01-01,off,元旦\n2027-01-02,work,元旦",
                        StringComparison.Ordinal)),
            default);

        Assert.Equal(Before, (await world.Read(number)).Due);
        Assert.Equal([Before, Before, Before.PlusDays(-10)], await Children(world, number));
        await world.Holidays.ImportAsync("c", Office, Of2027, default);
        Assert.Equal([After, After, Before.PlusDays(-10)], await Children(world, number));
        await world.CheckRows(Shijiazhuang);
    }

    [Fact]
    public async Task Import_ThatMovesADueDateAwayAgain_RemindsOfTheNewDateToo()
    {
        await using var world = await World.Open();
        // Reminded of two days before on a morning that becomes the first of six holidays: the day lies ahead again.
        var number = World.Done(await world.TryAssign(
            Leader,
            Draft(Changan) with { Due = new DueSpan.WorkingDays(20) })).Matter.Number;
        await world.Do(County, number, new MatterCommand.Sign());
        var due = (await world.Read(number)).Due;
        var eve = WorkingCalendar.BuiltIn.AddWorkingDays(due, -2);
        world.Clock.Reset(BeijingTime.At(eve, new(8, 31)));
        await new LiaisonBot.Core.Reminders.ReminderSweep(
            world.Store,
            world.Directory,
            () => WorkingCalendar.BuiltIn,
            world.Clock,
            world.Subjects)
            .SweepAsync(Shijiazhuang, default);
        var off = string.Join('\n', Enumerable.Range(0, 6).Select(i => $"{Columns.Date(eve.PlusDays(i))},off,临时放假"));

        await world.Holidays.ImportAsync(
            "c",
            Office,
            NoticeTextTests.Read(2026, WorkingCalendar.BuiltIn.NoticeOf(2026)!.ToText() + "\n" + off),
            default);

        var matter = await world.Read(number);
        Assert.True(matter.Due > due);
        Assert.Equal(
            BeijingTime.At(
                (await world.Directory.ReadAsync(default)).Calendar.InForce.AddWorkingDays(matter.Due, -2),
                new(8, 30)),
            matter.NextReminder);
    }

    [Fact]
    public async Task Import_ThatMakesAReminderDayAHoliday_MovesTheReminder()
    {
        await using var world = await World.Open();
        // Five working days before Tuesday, 12 January: the 5th, and the 4th once the 11th is off.
        var number = World.Done(await world.TryAssign(Leader, Draft(Changan, new(2027, 1, 12)))).Matter.Number;
        await world.Do(County, number, new MatterCommand.Sign());
        Assert.Equal(BeijingTime.At(new(2027, 1, 5), new(8, 30)), (await world.Read(number)).NextReminder);

        var result = await world.Holidays.ImportAsync(
            "c",
            Office,
            NoticeTextTests.Read(2027, Of2027.ToText() + "\n2027-01-11,off,春节"),
            default);

        Assert.Equal(1, Assert.IsType<HolidayImport.Imported>(result).Planned);
        Assert.Equal(BeijingTime.At(new(2027, 1, 4), new(8, 30)), (await world.Read(number)).NextReminder);
        Assert.Empty(await world.Rows(OutboxRows.Digest));
        await world.CheckRows(Shijiazhuang);
    }

    [Fact]
    public async Task Digest_AfterAnImport_TellsEachPersonOnceOfAllThatMoved()
    {
        await using var world = await World.Open();
        foreach (var person in new[] { County, Leader }) await world.People.RememberAsync(
            person,
            Cast.AddressOf(person),
            Language.Chinese,
            default);
        for (var i = 0; i < 3; i++) await world.Do(County, await Assign(world, 30), new MatterCommand.Sign());
        await world.Holidays.ImportAsync("c", Office, Of2027, default);
        var chat = new FakeChat();
        var digests = new DigestSender(
            world.Faulty,
            world.Directory,
            world.People,
            world.Subjects,
            chat,
            () => world.Directory.Calendar,
            world.Clock,
            PolicyBook.BuiltIn,
            new(world.Faulty, world.Clock, "digests"));

        world.Clock.Reset(BeijingTime.At(new(2026, 11, 24), new(8, 30)));
        await digests.DeliverAsync(default);
        await world.Holidays.ResumeAsync(default);
        world.Clock.Reset(BeijingTime.At(new(2026, 11, 25), new(8, 30)));
        await digests.DeliverAsync(default);

        Assert.Equal(
            [
                "changan: 1301-1 Recount, 1301-2 Recount, 1301-3 Recount",
                "leader: 1301-1 Recount, 1301-2 Recount, 1301-3 Recount"
            ],
            chat.Digests.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Import_InAnyOrder_GivesTheSameDates()
    {
        await using var there = await World.Open();
        await using var back = await World.Open();
        var of2028 = Day.Notice(2028, "2028-01-03,off,元旦", "2028-01-24..2028-01-31,off,春节");
        int[] days = [20, 30, 60, 150, 250];
        foreach (var world in new[] { there, back })
            foreach (var count in days) await Assign(world, count);

        foreach (var notice in new[] { Of2027, of2028 }) await there.Holidays.ImportAsync(
            $"{notice.Year}",
            Office,
            notice,
            default);
        foreach (var notice in new[] { of2028, Of2027 }) await back.Holidays.ImportAsync(
            $"{notice.Year}",
            Office,
            notice,
            default);

        for (var i = 1; i <= days.Length; i++)
        {
            var number = new MatterNumber(2026, Shijiazhuang, i);
            Assert.Equal(Due(await there.Read(number)), Due(await back.Read(number)));
            Assert.Equal((await there.Read(number)).NextReminder, (await back.Read(number)).NextReminder);
        }
    }

    [Fact]
    public async Task Resume_AfterAStopAtAnyBatch_BringsEachMatterAlongOnce()
    {
        for (var stop = 1; stop <= 8; stop++)
        {
            await using var world = await World.Open();
            List<MatterNumber> numbers = [];
            for (var i = 0; i < 5; i++) numbers.Add(await Assign(world, 30 + i));
            world.Faulty.OnSubmit(stop % 2 == 0 ? SubmitFault.Unavailable : SubmitFault.UnknownAfterCommit, next: stop);

            try
            {
                await world.Holidays.ImportAsync("c", Office, Of2027, default);
            }
            catch (StoreUnavailableException)
            {
                // Nothing was saved: it is sent again.
                await world.Holidays.ImportAsync("c", Office, Of2027, default);
            }

            // Another process goes on; then everybody knows the notice, and what is left is swept away.
            var other = new HolidayService(world.Faulty, world.Directory, world.Clock);
            await Try(() => Task.WhenAll(other.ResumeAsync(default), world.Holidays.ResumeAsync(default)));
            await world.Holidays.ResumeAsync(default);
            world.Clock.Advance(Duration.FromMinutes(2));
            world.Directory.Forget();
            await Try(() => other.ResumeAsync(default));
            await other.ResumeAsync(default);

            foreach (var number in numbers)
            {
                Assert.False((await world.Read(number)).DueProvisional);
                Assert.Equal([Act.Assign, Act.Recount], (await world.History(number)).Select(e => e.Act));
            }

            Assert.Equal(10, (await world.Rows(OutboxRows.Digest)).Count);
            Assert.Empty((await world.Directory.ReadAsync(default)).Calendar.Unfinished);
            await world.CheckRows(Shijiazhuang);
        }
    }

    [Fact]
    public async Task Resume_OfAMatterThatAnotherProcessAssignedByTheOldCalendar_FindsItOnceEverybodyKnows()
    {
        await using var world = await World.Open();
        var late = new MatterService(
            world.Faulty,
            world.Directory,
            () => WorkingCalendar.BuiltIn,
            world.Clock,
            _ => { });
        await world.Holidays.ImportAsync("c", Office, Of2027, default);
        var number = World.Done(await late.AssignAsync(
            "late",
            Leader,
            Draft(Changan) with { Due = new DueSpan.WorkingDays(30) },
            default)).Matter.Number;
        Assert.Equal((Before, true), Due(await world.Read(number)));

        await world.Holidays.ResumeAsync(default);
        Assert.Equal((Before, true), Due(await world.Read(number)));
        world.Clock.Advance(Duration.FromMinutes(2));
        await world.Holidays.ResumeAsync(default);

        Assert.Equal((After, false), Due(await world.Read(number)));
    }

    [Fact]
    public async Task Resume_WithNothingLeft_CostsNothing()
    {
        await using var world = await World.Open();
        await Assign(world, 30);
        await world.Directory.ReadAsync(default);
        world.Counting.Reset();

        await world.Holidays.ResumeAsync(default);

        Assert.Equal((0, 0, 0), (world.Counting.Reads, world.Counting.Ranges, world.Counting.Batches));
    }

    [Fact]
    public async Task Import_WithManyEndedMatters_LooksAtTheOpenOnes()
    {
        await using var world = await World.Open();
        for (var i = 0; i < 10; i++) await world.Do(Office, await Assign(world, 30), new MatterCommand.Withdraw("重复"));
        await Assign(world, 30);
        world.Counting.Reset();

        await world.Holidays.ImportAsync("c", Office, Of2027, default);

        // One matter; the notice, the matter, and the note that all were looked at.
        Assert.Equal((1, 3), (world.Counting.Reads, world.Counting.Batches));
    }

    [Fact]
    public async Task ImportFile_OfWhatWasCorrectedSince_LeavesTheCorrection()
    {
        await using var world = await World.Open();
        Assert.IsType<HolidayImport.Imported>(await world.Holidays.ImportFileAsync(
            "calendar/2027.txt",
            Of2027,
            default));
        Assert.IsType<HolidayImport.Unchanged>(await world.Holidays.ImportFileAsync(
            "calendar/2027.txt",
            Of2027,
            default));
        var corrected = NoticeTextTests.Read(2027, Of2027.ToText() + "\n2027-03-08,off,纪念日");
        await world.Holidays.ImportAsync("c", Office, corrected, default);

        Assert.IsType<HolidayImport.Unchanged>(await world.Holidays.ImportFileAsync(
            "calendar/2027.txt",
            Of2027,
            default));

        Assert.False((await world.Directory.ReadAsync(default)).Calendar.InForce.IsWorkingDay(new(2027, 3, 8)));
        Assert.IsType<HolidayImport.Imported>(await world.Holidays.ImportFileAsync(
            "calendar/2027.txt",
            NoticeTextTests.Read(2027, Of2027.ToText() + "\n2027-03-09,off,纪念日"),
            default));
    }

    [Fact]
    public async Task ProvisionalAhead_NamesYearsOfOpenMattersAndTheOneThatIsNear()
    {
        await using var world = await World.Open();
        Assert.Equal([2027], await world.Holidays.ProvisionalAheadAsync(default));
        world.Clock.Reset(BeijingTime.At(new(2026, 10, 20), new(9, 0)));
        Assert.Empty(await world.Holidays.ProvisionalAheadAsync(default));
        await Assign(world, 250);
        world.Clock.Reset(BeijingTime.At(new(2026, 10, 21), new(9, 0)));
        Assert.Equal([2027], await world.Holidays.ProvisionalAheadAsync(default));

        await world.Holidays.ImportAsync("c", Office, Of2027, default);
        Assert.Empty(await world.Holidays.ProvisionalAheadAsync(default));
        world.Clock.Reset(BeijingTime.At(new(2027, 11, 10), new(9, 0)));
        Assert.Equal([2028], await world.Holidays.ProvisionalAheadAsync(default));
    }

    /// <summary>
    /// A year passes day by day, and a notice comes on any of them: what was reminded of is not again, and what the
    /// days then say is not left out.
    /// </summary>
    [Fact]
    public void Reminders_AcrossANoticeOnAnyDay_ComeOnceAndAllOfThem()
    {
        var policy = PolicyFile.BuiltIn with
        {
            Rules = [.. PolicyFile.BuiltIn.Rules
            .Select(r => r with { Missed = Missed.Late })]
        };
        var notices = Gen.OneOf(
            Gen.Const(Of2027),
            Gen.Int[0, 40].HashSet[1, 12]
                .Select(off =>
                    Day.Notice(
                        2027,
                        [.. off.Select(d => $"{new LocalDate(2027, 1, 4).PlusDays(d):uuuu-MM-dd},off,春节")])));
        Gen.Select(notices, notices, Gen.Int[0, 45], Gen.Int[0, 45], Gen.Int[-10, 40], Gen.Bool).Sample((first, second, on, after, due, urgent) =>
        {
            var start = new LocalDate(2026, 12, 28);
            var matter = Reminders.Remembered.Assigned(
                BeijingTime.At(start.PlusDays(-14), new(10, 0)),
                start.PlusDays(due)) with
            {
                State = MatterState.InProgress,
                Urgency = urgent ? Urgency.Urgent : Urgency.Normal
            };
            var given = new List<(ReminderName, int)>();
            var calendar = WorkingCalendar.BuiltIn;
            var now = Instant.MinValue;
            for (var day = 0; day <= 60; day++)
            {
                if (day == on) calendar = calendar.With(first);
                if (day == on + after) calendar = calendar.With(second);
                now = BeijingTime.At(start.PlusDays(day), new(8, 30));
                while (Schedule.Next(matter, policy, calendar, matter.RemindedThrough ?? matter.AssignedAt) is { } next
                    && next.At <= now)
                {
                    given.AddRange(Schedule.ToGive(
                        matter,
                        policy,
                        calendar,
                        matter.RemindedThrough ?? matter.AssignedAt,
                        now)
                        .Select(o => (o.Rule, o.Day)));
                    matter = matter with
                    {
                        Passed = Schedule.PassedAt(matter, policy, calendar, now),
                        RemindedThrough = now
                    };
                }
            }

            Assert.Equal(given.Distinct(), given);
            var planned = Schedule.ToGive(matter with { Passed = [] }, policy, calendar, matter.AssignedAt, now)
                .Select(o => (o.Rule, o.Day));
            if (!urgent) Assert.Empty(planned.Except(given));
        });
    }

    private static async Task<MatterNumber> Assign(World world, int workingDays) =>
        World.Done(await world.TryAssign(
            Leader,
            Draft(Changan) with { Due = new DueSpan.WorkingDays(workingDays) })).Matter.Number;

    /// <summary>As a round of the host does: what fails is tried again with the next.</summary>
    private static async Task Try(Func<Task> work)
    {
        try
        {
            await work();
        }
        catch (StoreUnavailableException)
        {
            // The next round.
        }
    }

    private static (LocalDate, bool) Due(Matter matter) => (matter.Due, matter.DueProvisional);

    private static async Task<IEnumerable<LocalDate>> Children(World world, MatterNumber number) =>
        (await world.Service.FindAsync(Office, number, default))!.Children.Select(c => c.Due).ToList();
}
