using LiaisonBot.Core.Areas;
using LiaisonBot.Core.Calendar;
using LiaisonBot.Core.Matters;
using LiaisonBot.Core.People;
using LiaisonBot.Core.Recurring;
using LiaisonBot.Core.Reminders;
using LiaisonBot.Core.Storage;
using LiaisonBot.Tests.Conversation;
using NodaTime;
using static LiaisonBot.Testing.Cast;

namespace LiaisonBot.Tests.Recurring;

/// <summary>Each occurrence is a matter, made once and in its time, whatever stops; and nothing is left out in silence.</summary>
public sealed class RecurringServiceTests : IAsyncLifetime
{
    private Chats chats = null!;

    public async ValueTask InitializeAsync() => chats = await Chats.Open();

    public ValueTask DisposeAsync() => chats.DisposeAsync();

    private RecurringService Rules => chats.Services.Recurring;

    [Fact]
    public async Task Occurrences_AreMadeInTheirTime_OnceEach()
    {
        // Tuesday 24 November; due on Fridays, assigned three working days before, at eight.
        var rule = await SetUp(Play.Draft(Play.Fridays));
        await Sweep(new(2026, 11, 24), new(9, 1));
        await Sweep(new(2026, 11, 24), new(9, 2));
        Assert.Equal(["2026-11-27"], await Dues());
        await Sweep(new(2026, 12, 1), new(7, 59));
        Assert.Equal(["2026-11-27"], await Dues());
        await Sweep(new(2026, 12, 1), new(8, 0));
        Assert.Equal(["2026-11-27", "2026-12-04"], await Dues());
        var matter = (await Matters())[^1];
        Assert.Equal(new RuleDate(rule.Number, new(2026, 12, 4)), matter.FromRule);
        Assert.Equal(("报进展", "长安区", "2026-1301-000002"), (matter.Title, matter.Responsible, matter.Number.Key));
        Assert.Equal((2, (LocalDate?)new LocalDate(2026, 12, 11)), ((await Find(rule)).Made, (await Find(rule)).Next));
    }

    [Fact]
    public async Task Sweep_BySeveralAtOnce_MakesOneEach()
    {
        await SetUp(Play.Draft(Play.Fridays, Changan, Zhengding));
        var city = Shijiazhuang;
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => chats.Services.Sweep.SweepAsync(city, default)));
        Assert.Equal(["130102 2026-11-27", "130123 2026-11-27"], await PlacesAndDues());
    }

    [Fact]
    public async Task Places_AreOneMatterEach_AlsoAfterAStopInBetween()
    {
        var rule = await SetUp(Play.Draft(Play.The25th, Changan, Zhengding, Qiaoxi));
        var store = new StoppingStore(chats.Store, stopAfter: 1);
        var stopped = new RecurringService(
            store,
            chats.Services.Directory,
            chats.Services.Matters,
            chats.Services.Calendar,
            chats.Clock,
            _ => { });
        await Assert.ThrowsAsync<StoreUnavailableException>(() => new RecurringKind(stopped).WakeAsync(rule.Key, default));
        Assert.Single(await Matters());
        Assert.Equal(1, (await Find(rule)).PlacesDone);
        await chats.Services.Sweep.SweepAsync(Shijiazhuang, default);
        Assert.Equal(["130102 2026-11-25", "130123 2026-11-25", "130104 2026-11-25"], await PlacesAndDues());
        Assert.Equal((0, 1), ((await Find(rule)).PlacesDone, (await Find(rule)).Made));
    }

    /// <summary>Four Fridays pass while nothing runs: one is made up for, and the others are noted.</summary>
    [Fact]
    public async Task Missed_CatchUp_WithOneMatter()
    {
        var rule = await SetUp(Play.Draft(Play.Fridays));
        await Sweep(new(2026, 11, 24), new(9, 1));
        await Sweep(new(2026, 12, 19), new(10, 0));
        Assert.Equal(["2026-11-27", "2026-12-23"], await Dues());
        var occurrences = await Rules.OccurrencesAsync(rule.Number, 20, default);
        Assert.Equal(
            ["2026-12-18 Made", "2026-12-11 Missed", "2026-12-04 Missed", "2026-11-27 Made"],
            occurrences.Select(one => $"{Columns.Date(one.Date)} {one.State}"));
        Assert.Equal(new LocalDate(2026, 12, 25), (await Find(rule)).Next);
    }

    [Fact]
    public async Task Holidays_MoveTheDueDate_AndItsAssignment()
    {
        // 1 October is a holiday: due on 30 September, assigned three working days before it.
        chats.Clock.Reset(BeijingTime.At(new(2026, 9, 14), new(9, 0)));
        var rule = await SetUp(Play.Draft(new Rhythm.Monthly(1, 1, [1])) with { Lead = 3 });
        Assert.Equal(new LocalDate(2026, 9, 30), rule.Upcoming(WorkingCalendar.BuiltIn, 1)[0].Due);
        var before = WorkingCalendar.BuiltIn.AddWorkingDays(new(2026, 9, 30), -3);
        await Sweep(before.PlusDays(-1), new(20, 0));
        Assert.Empty(await Dues());
        await Sweep(before, new(8, 0));
        Assert.Equal(["2026-09-30"], await Dues());
        Assert.True((await Find(rule)).Upcoming(WorkingCalendar.BuiltIn, 9)[^1].Provisional);
    }

    [Fact]
    public async Task Skip_LeavesOutTheDateThatWasSeen_Once()
    {
        var rule = await SetUp(Play.Draft(Play.Fridays) with { First = new(2026, 12, 1) });
        var date = rule.Next!.Value;
        Done(await Rules.SkipAsync("skip", Leader, rule.Number, date, default));
        var again = Assert.IsType<RecurringResult.Done>(await Rules.SkipAsync("skip", Leader, rule.Number, date, default));
        Assert.True(again.Repeated);
        // Another press on the old card.
        Assert.Equal(RefusalReason.NotTheNext, Reason(await Rules.SkipAsync("skip2", Leader, rule.Number, date, default)));
        Assert.Equal(date.PlusWeeks(1), (await Find(rule)).Next);
        await Sweep(date.PlusDays(-1), new(12, 0));
        Assert.Empty(await Matters());
    }

    [Fact]
    public async Task End_StopsIt_AndWithdrawsWhatIsOpen_IfAsked()
    {
        var rule = await SetUp(Play.Draft(Play.Fridays, Changan, Zhengding));
        await Sweep(new(2026, 11, 24), new(9, 1));
        var open = (await Matters()).Select(m => m.Number).ToList();
        var ended = Done(await Rules.EndAsync("end", Leader, rule.Number, "不再需要", open, default));
        Assert.Equal(RecurringState.Ended, ended.State);
        Assert.All(await Matters(), matter => Assert.Equal(MatterState.Withdrawn, matter.State));
        await Sweep(new(2026, 12, 20), new(9, 0));
        Assert.Equal(2, (await Matters()).Count);
        Assert.Empty(await Rows(RowKeys.Matters.Reminders));
    }

    [Fact]
    public async Task Times_EndItByThemselves()
    {
        var rule = await SetUp(Play.Draft(Play.Fridays) with { Times = 2 });
        foreach (var day in new[] { new LocalDate(2026, 11, 24), new(2026, 12, 1), new(2026, 12, 8), new(2026, 12, 15) })
        {
            await Sweep(day, new(9, 30));
        }

        Assert.Equal(["2026-11-27", "2026-12-04"], await Dues());
        Assert.Equal((RecurringState.Ended, (LocalDate?)null), ((await Find(rule)).State, (await Find(rule)).Next));
        Assert.Equal(RecurringAct.Finish, (await Rules.EventsAsync(rule.Number, default))[^1].Act);
    }

    [Fact]
    public async Task Change_MovesTheNextDates_AndMakesNoneTwice()
    {
        var rule = await SetUp(Play.Draft(Play.Fridays));
        await Sweep(new(2026, 11, 24), new(9, 1));
        Done(await Rules.ChangeAsync("change", Leader, rule.Number, Play.Draft(Play.The25th) with { Lead = 2 }, default));
        await Sweep(new(2026, 12, 1), new(9, 0));
        Assert.Equal(["2026-11-27"], await Dues());
        Assert.Equal(new LocalDate(2026, 12, 25), (await Find(rule)).Next);
        Assert.Single(await Rows(RowKeys.Matters.Reminders), row => row.Key.Contains("recurring", StringComparison.Ordinal));
    }

    [Fact]
    public async Task ChangeInAnOffWeek_ThatNamesNoFirstDate_KeepsTheWeeks()
    {
        var fortnightly = Play.Draft(new Rhythm.Weekly(2, IsoDayOfWeek.Friday));
        var rule = await SetUp(fortnightly);
        await Sweep(new(2026, 11, 24), new(9, 1));
        await Sweep(new(2026, 12, 1), new(9, 0));
        Done(await Rules.ChangeAsync("change", Leader, rule.Number, fortnightly with { Lead = 2, First = null }, default));
        Assert.Equal(new LocalDate(2026, 12, 11), (await Find(rule)).Next);
    }

    /// <summary>Nobody of the team follows whoever left: the office does.</summary>
    [Fact]
    public async Task AssignerThatLeft_IsFollowedByTheOffice_WhichIsTold()
    {
        var rule = await SetUp(Play.Draft(Play.Fridays));
        await RemoveLeader();
        await Sweep(new(2026, 11, 24), new(9, 1));
        Assert.Equal(["2026-11-27"], await Dues());
        var after = await Find(rule);
        Assert.Equal(("省委巡视办", (int?)null), (after.ByName, after.Team));
        Assert.Equal(RecurringAct.Follow, (await Rules.EventsAsync(rule.Number, default))[^1].Act);
        await chats.Deliver();
        Assert.Contains("原由省委第一巡视组组长设立", chats.Office.Received[^1].Text, StringComparison.Ordinal);
        Assert.Contains("以省委巡视办的名义", chats.Office.Received[^1].Text, StringComparison.Ordinal);
        Assert.Contains("接替省委第一巡视组组长", (await chats.Office.Say("定期事项 1301-1")).Text, StringComparison.Ordinal);
    }

    /// <summary>The new leader of the same team follows; those who come of other teams do not.</summary>
    [Fact]
    public async Task AssignerThatWasReplaced_IsFollowedByTheSuccessor()
    {
        var rule = await SetUp(Play.Draft(Play.Fridays, Changan, Zhengding));
        Assert.Null(await chats.Services.Successions.ReplaceAsync(
            OfficePerson,
            Leader.Id,
            null,
            new("new-leader@hebei.example", "新任组长", Leader.Grants[0]),
            null,
            default));
        chats.ForgetDirectory();
        await Sweep(new(2026, 11, 24), new(9, 1));
        Assert.Equal(2, (await Matters()).Count);
        Assert.All(await Matters(), matter => Assert.Equal(("新任组长", 1), (matter.AssignedByName, matter.Team)));
        Assert.Single(await Rules.EventsAsync(rule.Number, default), one => one.Act == RecurringAct.Follow);
    }

    /// <summary>A team that has left the city is followed by nobody: what is to become of the rule is for people to say.</summary>
    [Fact]
    public async Task AssignerWhoIsElsewhereNow_IsToldOf_AndNothingIsMade()
    {
        var rule = await SetUp(Play.Draft(Play.Fridays, Changan, Zhengding));
        var elsewhere = Leader.Grants[0] with { Area = Tangshan };
        await chats.Services.People.AddGrantAsync(OfficePerson, Leader.ObjectId, Leader.Name, elsewhere, default);
        await RemoveLeader();
        await Sweep(new(2026, 11, 24), new(9, 1));
        Assert.Empty(await Matters());
        Assert.Equal(OccurrenceState.NotMade, (await Rules.OccurrencesAsync(rule.Number, 5, default))[0].State);
        await chats.Deliver();
        var told = Assert.Single(chats.Office.Received, seen => seen.Text.Contains("没有向", StringComparison.Ordinal));
        Assert.Contains("没有向石家庄市长安区、石家庄市正定县交办", told.Text, StringComparison.Ordinal);
        // The office takes it over, and the next one is made.
        await chats.Office.PressOn(told, "由我接手");
        Assert.Contains("已由您接手", chats.Office.Last.Text, StringComparison.Ordinal);
        await Sweep(new(2026, 12, 1), new(9, 0));
        Assert.Equal(["2026-12-04", "2026-12-04"], await Dues());
    }

    /// <summary>
    /// A rule for all counties, most of them without an officer: one message to the leader, and one digest to the city.
    /// </summary>
    [Fact]
    public async Task ManyPlaces_AreToldOfInOneMessage()
    {
        var counties = (await chats.Services.Directory.ReadAsync(default)).Areas.Children(Shijiazhuang)
            .Select(area => area.Code)
            .ToArray();
        await SetUp(Play.Draft(Play.Fridays, counties));
        await chats.Deliver();
        var (leader, city) = (chats.Leader.Received.Count, chats.City.Received.Count);
        await Sweep(new(2026, 11, 24), new(9, 1));
        await chats.Deliver();
        Assert.Equal(counties.Length, (await Matters()).Count);
        Assert.Equal((leader + 1, city), (chats.Leader.Received.Count, chats.City.Received.Count));
        Assert.Contains("藁城区", chats.Leader.Received[^1].Text, StringComparison.Ordinal);
        Assert.DoesNotContain("正定县", chats.Leader.Received[^1].Text, StringComparison.Ordinal);

        await chats.Remind(new(2026, 11, 25));
        Assert.Equal(city + 1, chats.City.Received.Count);
        Assert.StartsWith($"今日提醒（{counties.Length}项）", chats.City.Received[^1].Text, StringComparison.Ordinal);
        Assert.Contains("新交办", chats.City.Received[^1].Text, StringComparison.Ordinal);
    }

    /// <summary>A notice that comes after an occurrence was made moves its date, unless somebody had changed it.</summary>
    [Fact]
    public async Task HolidayNotice_MovesAnOccurrence_WhoseDateWasNotChanged()
    {
        await SetUp(Play.Draft(Play.Fridays, Changan, Zhengding));
        await Sweep(new(2026, 11, 24), new(9, 1));
        var changed = (await Matters())[1];
        await chats.Zhengding.Say($"签收 {changed.Number.Short}");
        chats.Clock.Advance(Duration.FromMinutes(15));
        await chats.Leader.Say($"改期 {changed.Number.Short} 12月11日 等报告");
        await chats.Leader.Press("提交");
        Assert.Equal(["2026-11-27", "2026-12-11"], await Dues());

        var notice = WorkingCalendar.BuiltIn.NoticeOf(2026)!.ToText() + "\n2026-11-27,off,临时放假\n2026-12-11,off,临时放假";
        Assert.True(HolidayNotice.TryParse(2026, notice, out var read, out var error), $"{error}");
        var imported = Assert.IsType<Core.Holidays.HolidayImport.Imported>(
            await chats.Services.Holidays.ImportAsync("notice", OfficePerson, read, default));
        Assert.Equal(1, imported.Moved);
        Assert.Equal(["2026-11-26", "2026-12-11"], await Dues());
        await chats.Leader.Say((await Matters())[0].Number.Short);
        Assert.Contains("办理时限由11月27日改为11月26日", (await chats.Leader.Press("办理记录")).Text, StringComparison.Ordinal);
        await chats.Remind(new(2026, 11, 25));
        Assert.Contains("11月26日", chats.Changan.Received[^1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task PlaceWithoutOfficer_IsAssigned_AndTheLeaderIsTold()
    {
        var nobody = AreaCode.Parse("130109");
        await SetUp(Play.Draft(Play.Fridays, nobody));
        await Sweep(new(2026, 11, 24), new(9, 1));
        Assert.Single(await Matters());
        await chats.Deliver();
        Assert.Contains("那里没有人接收", chats.Leader.Received[^1].Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("office", true)]
    [InlineData("leader", true)]
    [InlineData("member", false)]
    [InlineData("city", false)]
    [InlineData("county", false)]
    [InlineData("other leader", false)]
    public async Task WhoMayAssign_MaySetUpAndEnd(string who, bool may)
    {
        var actor = who switch
        {
            "office" => Office,
            "leader" => Leader,
            "member" => Member,
            "city" => City,
            "county" => County,
            _ => Someone("far", Role.TeamLeader, Tangshan, 2),
        };
        var result = await Rules.SetUpAsync("set up", actor, Play.Draft(Play.Fridays), default);
        Assert.Equal(may, result is RecurringResult.Done);
        var rule = await SetUp(Play.Draft(Play.Fridays));
        var ended = await Rules.EndAsync("end", actor, rule.Number, "原因", [], default);
        Assert.Equal(may, ended is RecurringResult.Done);
    }

    [Theory]
    [InlineData("often", RefusalReason.RecursTooOften)]
    [InlineData("lead", RefusalReason.LeadTooLong)]
    [InlineData("past", RefusalReason.NoDateAhead)]
    [InlineData("title", RefusalReason.Missing)]
    [InlineData("place", RefusalReason.Missing)]
    [InlineData("city", RefusalReason.OtherCity)]
    public async Task SetUp_RefusesWhatIsWrong(string what, RefusalReason reason)
    {
        var draft = what switch
        {
            "often" => Play.Draft(new Rhythm.TooOften()),
            "lead" => Play.Draft(Play.Fridays) with { Lead = 5 },
            "past" => Play.Draft(Play.The25th) with { Last = new(2026, 11, 20) },
            "title" => Play.Draft(Play.Fridays) with { Title = " " },
            "place" => Play.Draft(Play.Fridays) with { Places = [] },
            _ => Play.Draft(Play.Fridays, Changan, Lunan),
        };
        Assert.Equal(reason, Reason(await Rules.SetUpAsync("x", Office, draft, default)));
        Assert.Empty(await Rows(RowKeys.Matters.Recurring));
    }

    [Fact]
    public async Task SetUp_ThatArrivesTwice_IsOne()
    {
        var first = Done(await Rules.SetUpAsync("same", Leader, Play.Draft(Play.Fridays), default));
        var second = Assert.IsType<RecurringResult.Done>(
            await Rules.SetUpAsync("same", Leader, Play.Draft(Play.Fridays), default));
        Assert.Equal((first.Number, true), (second.Rule.Number, second.Repeated));
        Assert.Single(await Rows(RowKeys.Matters.Recurring));
    }

    [Theory]
    [InlineData(null)]
    [InlineData(365)]
    public async Task Plan_ThatIsLostOrWrong_IsWrittenAnewByTheAudit(int? daysLater)
    {
        var rule = await SetUp(Play.Draft(Play.Fridays));
        await Sweep(new(2026, 11, 24), new(9, 1));
        var plan = (await Rows(RowKeys.Matters.Reminders)).Single(row => ReminderRows.SubjectOf(row) == rule.Key);
        List<Change> changes = [new Change.Delete(plan.Key)];
        if (daysLater is { } days)
        {
            var wrong = (await Find(rule)).NextReminder!.Value + Duration.FromDays(days);
            changes.Add(new Change.Upsert(ReminderRows.ToRow(wrong, rule.Key)));
            changes.Add(new Change.Upsert(RecurringRows.ToRow(await Find(rule) with { NextReminder = wrong })));
        }

        await chats.Store.SubmitAsync(RowKeys.Matters.Table, Shijiazhuang.Value, changes, default);
        Assert.Equal([$"NotPlanned {rule.Key} none  people 0 mended"], await Audit());
        Assert.Equal([], await Audit());
        Assert.Equal(
            plan.Key,
            (await Rows(RowKeys.Matters.Reminders)).Single(row => ReminderRows.SubjectOf(row) == rule.Key).Key);
        await Sweep(new(2026, 12, 1), new(8, 0));
        Assert.Equal(["2026-11-27", "2026-12-04"], await Dues());
    }

    [Fact]
    public async Task Occurrence_ThatNoSweepMade_IsMadeByTheAudit()
    {
        await SetUp(Play.Draft(Play.Fridays));
        await Sweep(new(2026, 11, 24), new(9, 1));
        chats.Clock.Reset(BeijingTime.At(new(2026, 12, 1), new(8, 30)));
        Assert.DoesNotContain(await Audit(), one => one.Contains(RecurringMatter.KindName, StringComparison.Ordinal));
        Assert.Equal(["2026-11-27", "2026-12-04"], await Dues());
    }

    [Fact]
    public async Task Rule_ThatCannotBeRead_IsFoundByTheAudit()
    {
        var rule = await SetUp(Play.Draft(Play.Fridays));
        await Sweep(new(2026, 11, 24), new(9, 1));
        Row[] damaged =
        [
            new(RecurringRows.RuleKey(rule.Number), new Dictionary<string, object>(StringComparer.Ordinal)),
            new(RowKeys.Matters.Recurring + "nothing", new Dictionary<string, object>(StringComparer.Ordinal)),
        ];
        await chats.Store.SubmitAsync(
            RowKeys.Matters.Table,
            Shijiazhuang.Value,
            [.. damaged.Select(row => new Change.Upsert(row))],
            default);
        Assert.Equal([$"Unreadable {rule.Key} none  people 0", "Unreadable none none  people 0"], await Audit());
    }

    /// <summary>Reads side by side the rule and the last number, and one batch for each place.</summary>
    [Fact]
    public async Task Occurrence_IsOneBatchAPlace()
    {
        var rule = await SetUp(Play.Draft(Play.Fridays, Changan, Zhengding));
        var counting = new CountingStore(chats.Store);
        var rules = new RecurringService(
            counting,
            chats.Services.Directory,
            chats.Services.Matters,
            chats.Services.Calendar,
            chats.Clock,
            _ => { });
        Assert.Equal(2, await new RecurringKind(rules).WakeAsync(rule.Key, default));
        Assert.Equal(2, counting.Batches);
    }

    private async Task<RecurringMatter> SetUp(RecurringDraft draft) =>
        Done(await Rules.SetUpAsync($"set up {Guid}", Leader, draft, default));

    private Person OfficePerson => Cast.Office with { ObjectId = chats.Office.ObjectId };

    private async Task RemoveLeader()
    {
        await chats.Services.People.RemoveGrantAsync(OfficePerson, Leader.Id, Leader.Grants[0], default);
        chats.ForgetDirectory();
    }

    private string Guid => $"{chats.Clock.GetCurrentInstant().ToUnixTimeTicks()} {count++}";

    private int count;

    private static RecurringMatter Done(RecurringResult result) => Assert.IsType<RecurringResult.Done>(result).Rule;

    private static RefusalReason Reason(RecurringResult result) =>
        Assert.IsType<RecurringResult.Refused>(result).Refusals[0].Reason;

    private async Task<RecurringMatter> Find(RecurringMatter rule) =>
        (await Rules.FindAsync(Office, rule.Number, default))!;

    private async Task Sweep(LocalDate day, LocalTime at)
    {
        chats.Clock.Reset(BeijingTime.At(day, at));
        await chats.Services.Sweep.SweepAsync(Shijiazhuang, default);
    }

    private async Task<IReadOnlyList<string>> Audit() =>
        [.. (await chats.Services.Auditor.CheckAsync(Shijiazhuang, default)).Select(one => one.ToString())];

    private async Task<IReadOnlyList<string>> Dues() => [.. (await Matters()).Select(m => Columns.Date(m.Due))];

    private async Task<IReadOnlyList<string>> PlacesAndDues() =>
        [.. (await Matters()).Select(m => $"{m.Area} {Columns.Date(m.Due)}")];

    private async Task<IReadOnlyList<Matter>> Matters() =>
        [.. (await Rows(RowKeys.Matters.Matter)).Select(MatterRows.ToMatter)];

    private Task<IReadOnlyList<Row>> Rows(string prefix) =>
        chats.Store.ReadRangeAsync(
            RowKeys.Matters.Table,
            Shijiazhuang.Value,
            prefix,
            KeyRange.After(prefix),
            1000,
            default);

    private static Person Leader => new DemoPerson("11", Role.TeamLeader, Shijiazhuang, 1).Person;

    private sealed record DemoPerson(string End, Role Role, AreaCode Area, int? Team)
    {
        public Person Person => Person.WithObjectId(
            "00000000-0000-4000-8000-0000000000" + End,
            "省委第一巡视组组长",
            new Grant(Role, Area, Team));
    }
}
