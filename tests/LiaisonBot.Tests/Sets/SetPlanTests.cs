using LiaisonBot.Core;
using LiaisonBot.Core.Calendar;
using LiaisonBot.Core.Matters;
using LiaisonBot.Core.Messaging;
using LiaisonBot.Core.People;
using LiaisonBot.Core.Policies;
using LiaisonBot.Core.Sets;
using LiaisonBot.Core.Storage;
using NodaTime;
using static LiaisonBot.Testing.Cast;

namespace LiaisonBot.Tests.Sets;

/// <summary>Dated steps are matters; the plan is filled in, handed in as a whole, approved or returned.</summary>
public class SetPlanTests
{
    [Fact]
    public async Task TheFirstStep_IsWhatThePlaceSignsFor_AndTheOthersFollowWithoutAWord()
    {
        await using var world = await World.Open();
        var services = world.Process(new FakeChat());
        var set = await OpenAsync(world, services, 3);

        var steps = await services.Sets.StepMattersAsync(set, default);
        Assert.Equal(["plan", "progress"], steps.Keys.Order());
        Assert.Equal(
            (MatterState.Assigned, set.FeedbackOn.PlusMonths(1), "报送整改方案"),
            (steps["plan"].State, steps["plan"].Due, steps["plan"].Title));
        Assert.Equal(
            (MatterState.InProgress, set.FeedbackOn.PlusMonths(6)),
            (steps["progress"].State, steps["progress"].Due));
        Assert.Equal("20 10", steps["progress"].SetStep!.Remind);
        // Twenty working days before, as the step adds.
        Assert.Equal(
            services.Calendar().AddWorkingDays(steps["progress"].Due, -20),
            BeijingTime.Today(steps["progress"].NextReminder!.Value));
    }

    [Fact]
    public async Task APlan_IsHandedInWhole_AndItsDatesBecomeDueDatesWhenItIsApproved()
    {
        await using var world = await World.Open();
        var services = world.Process(new FakeChat());
        var set = await OpenAsync(world, services, 12);
        var plan = services.Sets.Made(set, StepWork.Plan)!.Matter;
        await DoAsync(services, Zhengdings, plan, new MatterCommand.Sign());

        await FillAsync(services, set, plan, "a", [.. Enumerable.Range(1, 11)], world.Today.PlusDays(60));
        var early = Assert.IsType<CommandResult.Refused>(
            await services.Matters.DoAsync("early", Zhengdings, plan, new MatterCommand.HandIn("报送"), default)).Refusals[0];
        Assert.Equal([(12, Fields.Measures), (12, Fields.LeaderPost), (12, Fields.Department), (12, Fields.Due)],
            early.Rows.Select(r => (r.Row, r.Field)));

        await FillAsync(services, set, plan, "b", [12], world.Today.PlusDays(90));
        await DoAsync(services, Zhengdings, plan, new MatterCommand.HandIn("报送"));
        Assert.Equal(
            PlanRefusal.HandedIn,
            Assert.IsType<PlanResult.Refused>(await Fill(services, set, plan, "c", [1], world.Today)).Why);
        await DoAsync(services, Leader, plan, new MatterCommand.Close());

        var view = (await services.Sets.FindAsync(Leader, set.Number, default))!;
        Assert.Equal(
            [.. Enumerable.Repeat(world.Today.PlusDays(60), 11), world.Today.PlusDays(90)],
            view.Matters.OrderBy(m => m.Key).Select(m => m.Value.Due));
        var matter = await world.Read(view.Matters[12].Number);
        Assert.Equal(("措施12", "副县长", "自然资源局"),
            (matter.Finding!.Measures, matter.Finding.LeaderPost, matter.Finding.Department));
        Assert.Equal(["plan", "plan-disclosure", "progress"], view.Set.Steps.Select(s => s.Name).Order());
        Assert.Equal(
            PlanRefusal.Approved,
            Assert.IsType<PlanResult.Refused>(await Fill(services, set, plan, "d", [1], world.Today)).Why);

        // An extension stands, whatever wakes the set later.
        await DoAsync(services, Leader, view.Matters[1].Number, new MatterCommand.ChangeDue(world.Today.PlusDays(70), "天气"));
        await DoAsync(services, Zhengdings, view.Matters[2].Number, new MatterCommand.HandIn("已整改"));
        await DoAsync(services, Leader, view.Matters[2].Number, new MatterCommand.Close());
        // Also when the marks of commands are long gone.
        var marks = await world.Store.ReadPrefixAsync(MatterRows.Table, Shijiazhuang.Value, RowKeys.Matters.Commands, 1000, default);
        foreach (var mark in marks.Where(IsOfThePlan))
        {
            await world.Store.SubmitAsync(MatterRows.Table, Shijiazhuang.Value, [new Change.Delete(mark.Key)], default);
        }

        Assert.Equal(12, marks.Count(IsOfThePlan));
        await services.Sets.WakeAsync(set.Number, default);
        Assert.Equal(world.Today.PlusDays(70), (await world.Read(view.Matters[1].Number)).Due);

        static bool IsOfThePlan(Row row) =>
            row.Key.Contains("-plan-", StringComparison.Ordinal) && !row.Key.Contains("-step-", StringComparison.Ordinal);
    }

    [Fact]
    public async Task APlan_IsReturnedWithItsRows_AndARowFilledAnewIsNoLongerAskedFor()
    {
        await using var world = await World.Open();
        var services = world.Process(new FakeChat());
        var set = await OpenAsync(world, services, 3);
        var plan = services.Sets.Made(set, StepWork.Plan)!.Matter;
        await DoAsync(services, Zhengdings, plan, new MatterCommand.Sign());
        await FillAsync(services, set, plan, "a", [1, 2, 3], world.Today.PlusDays(60));
        await DoAsync(services, Zhengdings, plan, new MatterCommand.HandIn("报送"));

        var returned = Assert.IsType<CommandResult.Done>(await services.Sets.ReturnPlanAsync(
            "r", Leader, set.Number, plan, new Dictionary<int, string> { [2] = "措施太空" }, "第2项：措施太空", default));
        Assert.Equal((MatterState.InProgress, "第2项：措施太空"),
            (returned.Family.Matter.State, returned.Family.Matter.Requirements[^1]));
        Assert.Equal([null, "措施太空", null], await Remarks());

        await FillAsync(services, set, plan, "b", [2], world.Today.PlusDays(61));
        Assert.Equal([null, null, null], await Remarks());

        async Task<IEnumerable<string?>> Remarks() =>
            (await services.Sets.FindAsync(Zhengdings, set.Number, default))!.Findings.Select(f => f.Remark);
    }

    /// <summary>Whoever stood in for a leader, and is of the place or its city again, hears no more of what the team plans.</summary>
    [Fact]
    public async Task WhatTheTeamHasToDo_IsToldToItAndTheOfficeAlone()
    {
        await using var world = await World.Open();
        var set = await OpenAsync(world, world.Process(new FakeChat()), 1);
        Assert.Equal(
            [true, true, false, false],
            new[] { Leader, Office, City, Zhengdings }.Select(person => ((ISubject)set).MaySee(person)));
        Assert.All([Leader, Office, City, Zhengdings], person => Assert.True(set.IsSeenBy(person)));
    }

    /// <summary>More time that was granted before the plan was approved, or before it was approved again, stands; the rest has the plan's date.</summary>
    [Fact]
    public async Task APlanThatIsApproved_AlsoASecondTime_LeavesTheTimeThatWasGranted()
    {
        await using var world = await World.Open();
        var services = world.Process(new FakeChat());
        var set = await OpenAsync(world, services, 3);
        var plan = services.Sets.Made(set, StepWork.Plan)!.Matter;
        await DoAsync(services, Zhengdings, plan, new MatterCommand.Sign());
        await GrantAsync(3, 200);
        await FillAsync(services, set, plan, "a", [1, 2, 3], world.Today.PlusDays(60));
        await DoAsync(services, Zhengdings, plan, new MatterCommand.HandIn("报送"));
        await DoAsync(services, Leader, plan, new MatterCommand.Close());
        Assert.Equal([60, 60, 200], await DuesAsync());

        await GrantAsync(2, 90);
        await DoAsync(services, Office, plan, new MatterCommand.Reopen(new DueSpan.On(world.Today.PlusDays(20)), "补充措施"));
        world.Clock.Advance(Duration.FromMinutes(1));
        await FillAsync(services, set, plan, "b", [1, 2], world.Today.PlusDays(70));
        Assert.IsType<CommandResult.Done>(await services.Matters.DoAsync("again", Zhengdings, plan, new MatterCommand.HandIn("再报"), default));
        Assert.IsType<CommandResult.Done>(await services.Matters.DoAsync("closed again", Leader, plan, new MatterCommand.Close(), default));
        Assert.Equal([70, 90, 200], await DuesAsync());

        async Task GrantAsync(int index, int days)
        {
            var number = (await services.Sets.FindAsync(Leader, set.Number, default))!.Matters[index].Number;
            await DoAsync(services, Zhengdings, number, new MatterCommand.RequestExtension("汛期", world.Today.PlusDays(days)));
            await DoAsync(services, Leader, number, new MatterCommand.GrantExtension(null));
        }

        async Task<IEnumerable<int>> DuesAsync() =>
            (await services.Sets.FindAsync(Leader, set.Number, default))!.Matters.OrderBy(one => one.Key)
                .Select(one => Period.DaysBetween(world.Today, one.Value.Due));
    }

    /// <summary>Two people of the county fill at once, and one hands in meanwhile: nothing is lost, nothing crosses.</summary>
    [Fact]
    public async Task TwoWhoFillAtOnce_LoseNothing()
    {
        await using var world = await World.Open();
        var services = world.Process(new FakeChat());
        var other = world.Process(new FakeChat());
        var set = await OpenAsync(world, services, 8);
        var plan = services.Sets.Made(set, StepWork.Plan)!.Matter;
        await DoAsync(services, Zhengdings, plan, new MatterCommand.Sign());
        var view = (await services.Sets.FindAsync(Zhengdings, set.Number, default))!;

        await Task.WhenAll(Enumerable.Range(1, 8).Select(i =>
            Fill(i % 2 == 0 ? services : other, set, plan, $"f{i}", [i], world.Today.PlusDays(i), view)));

        var after = (await services.Sets.FindAsync(Zhengdings, set.Number, default))!;
        Assert.Equal(
            Enumerable.Range(1, 8).Select(i => ($"措施{i}", (LocalDate?)world.Today.PlusDays(i))),
            after.Findings.Select(f => (f.Measures!, f.Due)));

        // Both write into the same cells: the second hears of it, and nothing of theirs is written.
        var late = Assert.IsType<PlanResult.Differs>(
            await Fill(services, set, plan, "late", [1], world.Today.PlusDays(50), view));
        Assert.All(late.Comparison.Changes.Where(c => c.Column == PlanColumn.Due), c => Assert.True(c.Meanwhile));
        Assert.Equal(world.Today.PlusDays(1), (await services.Sets.FindAsync(Leader, set.Number, default))!.Findings[0].Due);
    }

    /// <summary>Whichever comes first, the other looks again: what is handed in is whole, and is not changed afterwards.</summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task FillingAndHandingIn_DoNotCross(bool isHandedInFirst)
    {
        await using var world = await World.Open();
        var services = world.Process(new FakeChat());
        var other = new LiaisonServices(
            world.Store, Hebei, world.Clock, PolicyBook.BuiltIn, "other", _ => new FakeChat(), _ => { });
        var set = await OpenAsync(world, services, 2);
        var plan = services.Sets.Made(set, StepWork.Plan)!.Matter;
        await world.Do(Zhengdings, plan, new MatterCommand.Sign());
        await FillAsync(services, set, plan, "a", [1, 2], world.Today.PlusDays(60));
        var view = (await services.Sets.FindAsync(Zhengdings, set.Number, default))!;
        PlanSheetRow[] emptied = [new(1, 1, PlanSheetRules.KeyOf(set.Number, 1, SetService.FillOf(view.Findings[0])), null, new())];
        var handIn = new MatterCommand.HandIn("报送");

        if (isHandedInFirst)
        {
            world.Faulty.BeforeSubmit(_ => other.Matters.DoAsync("in", Zhengdings, plan, handIn, default));
            Assert.Equal(
                PlanRefusal.HandedIn,
                Assert.IsType<PlanResult.Refused>(
                    await services.Sets.FillAsync("b", Zhengdings, set.Number, plan, emptied, false, default)).Why);
            Assert.Equal("措施1", (await services.Sets.FindAsync(Leader, set.Number, default))!.Findings[0].Measures);
            return;
        }

        world.Faulty.BeforeSubmit(_ => other.Sets.FillAsync("b", Zhengdings, set.Number, plan, emptied, false, default));
        var refused = Assert.IsType<CommandResult.Refused>(
            await services.Matters.DoAsync("in", Zhengdings, plan, handIn, default));
        Assert.All(refused.Refusals[0].Rows, row => Assert.Equal(1, row.Row));
        Assert.Equal(MatterState.InProgress, (await world.Read(plan)).State);
    }

    [Fact]
    public async Task OnlyThePlace_FillsItsPlan()
    {
        await using var world = await World.Open();
        var services = world.Process(new FakeChat());
        var set = await OpenAsync(world, services, 2);
        var plan = services.Sets.Made(set, StepWork.Plan)!.Matter;
        foreach (var (person, why) in new[] { (Leader, PlanRefusal.NotAllowed), (Office, PlanRefusal.NotAllowed) })
        {
            Assert.Equal(
                why,
                Assert.IsType<PlanResult.Refused>(await Fill(services, set, plan, person.Id, [1], world.Today, by: person)).Why);
        }

        Assert.IsType<PlanResult.NotFound>(await Fill(services, set, plan, "x", [1], world.Today, by: County));
    }

    [Fact]
    public async Task AStopWhileAPlanIsApproved_LosesNothingAndDoublesNothing()
    {
        for (var stop = 1; stop <= 8; stop++)
        {
            await using var world = await World.Open();
            var services = world.Process(new FakeChat());
            var set = await OpenAsync(world, services, 4);
            var plan = services.Sets.Made(set, StepWork.Plan)!.Matter;
            await DoAsync(services, Zhengdings, plan, new MatterCommand.Sign());
            await FillAsync(services, set, plan, "a", [1, 2, 3, 4], world.Today.PlusDays(60));
            await DoAsync(services, Zhengdings, plan, new MatterCommand.HandIn("报送"));
            var stopping = new LiaisonServices(
                new StoppingStore(world.Store, stop), Hebei, world.Clock, PolicyBook.BuiltIn, "stops", _ => new FakeChat(), _ => { });
            try
            {
                await stopping.Matters.DoAsync("close", Leader, plan, new MatterCommand.Close(), default);
            }
            catch (StoreUnavailableException)
            {
                // That is what the test is about.
            }

            await services.Matters.DoAsync("close", Leader, plan, new MatterCommand.Close(), default);
            await services.Matters.ResumeAsync(Shijiazhuang, default);
            await services.Sweep.SweepAsync(Shijiazhuang, default);

            var view = (await services.Sets.FindAsync(Leader, set.Number, default))!;
            Assert.All(view.Matters.Values, m => Assert.Equal(world.Today.PlusDays(60), m.Due));
            Assert.Equal(["plan", "plan-disclosure", "progress"], view.Set.Steps.Select(s => s.Name).Order());
            foreach (var entry in view.Matters.Values)
            {
                Assert.Single(
                    await services.Matters.HistoryAsync(entry.Number, default),
                    h => h.Act == Act.ApplyPlan);
            }
        }
    }

    [Fact]
    public async Task WhatGoesOn_IsClosed_AndAskedAboutAYearLater()
    {
        await using var world = await World.Open();
        var services = world.Process(new FakeChat());
        var set = Assert.IsType<SetResult.Done>(await services.Sets.OpenAsync(
            "open",
            Leader,
            new(Zhengding, world.Today.PlusDays(-3), [new("会议多", Track: Track.LongTerm), new("占用耕地")]),
            default)).Set;
        var finding = (await services.Sets.FindAsync(Leader, set.Number, default))!.Matters[1].Number;
        await DoAsync(services, Zhengdings, finding, new MatterCommand.HandIn("已建立制度，长期坚持"));
        await DoAsync(services, Leader, finding, new MatterCommand.Close());

        var look = (await Steps())["yearly-look"];
        Assert.Equal((MatterState.InProgress, world.Today.PlusMonths(12)), (look.State, look.Due));
        world.Clock.Advance(Duration.FromDays(300));
        var closedOn = world.Today;
        await DoAsync(services, Zhengdings, look.Number, new MatterCommand.HandIn("制度执行良好"));
        await DoAsync(services, Leader, look.Number, new MatterCommand.Close());
        Assert.Equal(closedOn.PlusMonths(12), (await Steps())["yearly-look-2"].Due);

        // Withdrawn, it comes no more.
        await DoAsync(services, Leader, (await Steps())["yearly-look-2"].Number, new MatterCommand.Withdraw("已并入日常检查"));
        await services.Sets.WakeAsync(set.Number, default);
        Assert.DoesNotContain("yearly-look-3", (await Steps()).Keys);

        async Task<IReadOnlyDictionary<string, Matter>> Steps() => await services.Sets.StepMattersAsync(
            (await services.Sets.FindAsync(Leader, set.Number, default))!.Set,
            default);
    }

    /// <summary>A step that was opened again and closed later: what counts from it gets another date, told with its basis.</summary>
    [Fact]
    public async Task AnAnchorThatMoves_MovesItsStep_ButNotADateThatPeopleGave()
    {
        await using var world = await World.Open();
        var services = world.Process(new FakeChat());
        var set = await OpenAsync(world, services, 1);
        var plan = services.Sets.Made(set, StepWork.Plan)!.Matter;
        await DoAsync(services, Zhengdings, plan, new MatterCommand.Sign());
        await FillAsync(services, set, plan, "a", [1], world.Today.PlusDays(60));
        await services.Matters.DoAsync("in", Zhengdings, plan, new MatterCommand.HandIn("报送"), default);
        await services.Matters.DoAsync("close", Leader, plan, new MatterCommand.Close(), default);
        var steps = (await services.Sets.FindAsync(Leader, set.Number, default))!.Set;
        var before = (await services.Sets.StepMattersAsync(steps, default))["plan-disclosure"];

        // A date that the team gives stays while the anchor does.
        world.Clock.Advance(Duration.FromDays(1));
        await DoAsync(services, Leader, before.Number, new MatterCommand.ChangeDue(before.Due.PlusDays(4), "春节"));
        await services.Sets.WakeAsync(set.Number, default);
        Assert.Equal(before.Due.PlusDays(4), (await world.Read(before.Number)).Due);

        await services.Matters.DoAsync("again", Office, plan, new MatterCommand.Reopen(new DueSpan.On(world.Today.PlusDays(9)), "补充"), default);
        world.Clock.Advance(Duration.FromDays(7));
        await services.Matters.DoAsync("in2", Zhengdings, plan, new MatterCommand.HandIn("再报"), default);
        await services.Matters.DoAsync("close2", Leader, plan, new MatterCommand.Close(), default);
        var after = await world.Read(before.Number);
        Assert.Equal(services.Calendar().AddWorkingDays(world.Today, 15), after.Due);
        Assert.Contains(await services.Matters.HistoryAsync(before.Number, default), h => h.Act == Act.ChangeDue && h.Note!.Contains("请按现行条例核对", StringComparison.Ordinal));
    }

    /// <summary>It is filled in, handed in and approved by itself; what was approved before stays as people left it.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task AFindingAdded_AfterThePlanWasHandedIn_HasAPlanOfItsOwn(bool isApproved)
    {
        await using var world = await World.Open();
        var services = world.Process(new FakeChat());
        var set = await OpenAsync(world, services, 2);
        var plan = services.Sets.Made(set, StepWork.Plan)!.Matter;
        await DoAsync(services, Zhengdings, plan, new MatterCommand.Sign());
        Assert.IsType<SetResult.Done>(await services.Sets.AddAsync("in time", Leader, set.Number, new("第三个问题"), "漏了", default));
        await FillAsync(services, set, plan, "a", [1, 2, 3], world.Today.PlusDays(60));
        await DoAsync(services, Zhengdings, plan, new MatterCommand.HandIn("报送"));
        world.Clock.Advance(Duration.FromDays(1));
        if (isApproved)
        {
            await DoAsync(services, Leader, plan, new MatterCommand.Close());
        }

        world.Clock.Advance(Duration.FromDays(230));
        var before = await world.Rows(RowKeys.Matters.Outbox);
        Assert.IsType<SetResult.Done>(await services.Sets.AddAsync("late", Leader, set.Number, new("迟来的问题"), "群众反映", default));
        Assert.IsType<SetResult.Done>(await services.Sets.AddAsync("later", Leader, set.Number, new("更迟的问题"), "群众反映", default));

        var view = (await services.Sets.FindAsync(Leader, set.Number, default))!;
        Assert.Equal([1, 1, 1, 2, 2], view.Findings.Select(f => f.Plan));
        Assert.Equal(world.Today.PlusMonths(6), view.Matters[4].Due);
        var (steps, second) = (await services.Sets.StepMattersAsync(view.Set, default), "plan-2");
        Assert.Equal(
            (MatterState.InProgress, world.Today.PlusMonths(1), "报送整改方案（补充的问题）"),
            (steps[second].State, steps[second].Due, steps[second].Title));
        // The findings themselves are told at once, their plan with the next digest.
        Assert.DoesNotContain(
            (await world.Rows(RowKeys.Matters.Outbox)).Skip(before.Count),
            row => row.Text("Number") == steps[second].Number.Key);
        Assert.Contains(await world.Rows(RowKeys.Matters.Digest), row => row.Text("Number") == steps[second].Number.Key);

        var open = (await services.Sets.PlanAsync(Zhengdings, set.Number, default))!;
        Assert.Equal((steps[second].Number, 2), (open.Matter.Number, open.Time));
        Assert.Equal([4, 5], open.Rows.Select(row => row.Index));
        Assert.Equal(world.Today.PlusMonths(12), open.Ends);
        Assert.Equal(isApproved ? steps[second].Number : plan, (await services.Sets.PlanAsync(Leader, set.Number, default))!.Matter.Number);

        // A row of the first plan is left out, and said.
        var wrong = Assert.IsType<PlanResult.Done>(
            await Fill(services, set, steps[second].Number, "b", [2, 4, 5], world.Today.PlusDays(40)));
        Assert.Equal([4, 5], wrong.Taken);
        await DoAsync(services, Zhengdings, steps[second].Number, new MatterCommand.HandIn("报送补充方案"));
        await DoAsync(services, Leader, steps[second].Number, new MatterCommand.Close());
        await services.Sets.WakeAsync(set.Number, default);

        view = (await services.Sets.FindAsync(Leader, set.Number, default))!;
        Assert.Equal([world.Today.PlusDays(40), world.Today.PlusDays(40)], [view.Matters[4].Due, view.Matters[5].Due]);
        Assert.NotEqual(world.Today.PlusDays(40), view.Matters[2].Due);
        Assert.Equal("措施4", (await world.Read(view.Matters[4].Number)).Finding!.Measures);
        Assert.Equal(isApproved ? 1 : 0, await AppliedTo(2));
        Assert.Equal(1, await AppliedTo(4));
        if (isApproved)
        {
            Assert.Equal(5, (await services.Sets.PlanAsync(Leader, set.Number, default))!.Rows.Count);
            // What was made public with the first plan counts from that one.
            Assert.Single(view.Set.Steps, step => step.Name == "plan-disclosure");
        }
        else
        {
            await DoAsync(services, Leader, plan, new MatterCommand.Close());
            Assert.Equal((1, 1), (await AppliedTo(2), await AppliedTo(4)));
        }

        async Task<int> AppliedTo(int index) =>
            (await services.Matters.HistoryAsync(view.Matters[index].Number, default)).Count(h => h.Act == Act.ApplyPlan);
    }

    /// <summary>Somebody adds a finding while the county hands the plan in: it is in that plan, or in the next, and in one of them.</summary>
    [Fact]
    public async Task AFindingAdded_WhileThePlanIsHandedIn_IsInOneOfThePlans()
    {
        await using var world = await World.Open();
        var services = world.Process(new FakeChat());
        var set = await OpenAsync(world, services, 1);
        var plan = services.Sets.Made(set, StepWork.Plan)!.Matter;
        await DoAsync(services, Zhengdings, plan, new MatterCommand.Sign());
        await FillAsync(services, set, plan, "a", [1], world.Today.PlusDays(60));
        SetResult? added = null;
        var between = new BetweenStore(
            world.Store,
            async () => added = await services.Sets.AddAsync("add", Leader, set.Number, new("漏了的问题"), "漏了", default));
        var other = new LiaisonServices(between, Hebei, world.Clock, PolicyBook.BuiltIn, "other", _ => new FakeChat(), _ => { });

        var handedIn = await other.Matters.DoAsync("in", Zhengdings, plan, new MatterCommand.HandIn("报送"), default);

        Assert.IsType<SetResult.Done>(added);
        Assert.Equal(1, (await services.Sets.FindAsync(Leader, set.Number, default))!.Findings[1].Plan);
        Assert.Equal(2, Assert.IsType<CommandResult.Refused>(handedIn).Refusals[0].Rows[0].Row);
    }

    /// <summary>
    /// The first working day of 2027 is known only with its notice: what counts working days from a day of its own moves with
    /// it, and what somebody named does not.
    /// </summary>
    [Fact]
    public async Task ANotice_MovesAStepAndAFinding_ThatWereGivenInWorkingDays()
    {
        await using var world = await World.Open();
        var services = world.Process(new FakeChat());
        world.Clock.Advance(Duration.FromDays(20));
        var other = Assert.IsType<SetResult.Done>(await services.Sets.OpenAsync(
            "other",
            Leader,
            new(
                Changan,
                world.Today.PlusDays(-1),
                [new("马上改", Track: Track.Immediate), new("按期改", Due: new LocalDate(2027, 1, 4))]),
            default)).Set;
        var findings = (await services.Sets.FindAsync(Leader, other.Number, default))!.Matters;
        var set = await OpenAsync(world, services, 1);
        await DisclosureServiceTests.ApproveAsync(world, services, set);
        var view = (await services.Sets.FindAsync(Leader, set.Number, default))!;
        var before = (await services.Sets.StepMattersAsync(view.Set, default))["plan-disclosure"];
        Assert.Equal((new DueSpan.WorkingDays(15), world.Today, true), (before.DueSpan, before.DueFrom, before.DueProvisional));

        Assert.IsType<Core.Holidays.HolidayImport.Imported>(
            await world.Holidays.ImportAsync("notice", Office, HolidayNoticeOf2027, default));

        var after = await world.Read(before.Number);
        Assert.Equal(world.Directory.Calendar.AddWorkingDays(world.Today, 15), after.Due);
        Assert.NotEqual(before.Due, after.Due);
        Assert.Equal(
            world.Directory.Calendar.AddWorkingDays(other.FeedbackOn, 15),
            (await world.Read(findings[1].Number)).Due);
        Assert.NotEqual(findings[1].Due, (await world.Read(findings[1].Number)).Due);
        Assert.Equal(new LocalDate(2027, 1, 4), (await world.Read(findings[2].Number)).Due);
        services = world.Process(new FakeChat());
        Assert.False(after.DueProvisional);
        // The next wake finds nothing to be moved.
        await services.Sets.WakeAsync(set.Number, default);
        Assert.Equal(after.Due, (await world.Read(before.Number)).Due);
    }

    private static Core.Calendar.HolidayNotice HolidayNoticeOf2027 =>
        Calendar.NoticeTextTests.Read(null, Calendar.NoticeTextTests.Notice2027);

    internal static async Task<FindingSet> OpenAsync(World world, LiaisonServices services, int findings) =>
        Assert.IsType<SetResult.Done>(await services.Sets.OpenAsync(
            "open",
            Leader,
            SetServiceTests.Draft(world, findings),
            default)).Set;

    private static async Task DoAsync(
        LiaisonServices services,
        Person person,
        MatterNumber number,
        MatterCommand command) => Assert.IsType<CommandResult.Done>(
            await services.Matters.DoAsync($"{number}-{person.Id}-{command.Act}", person, number, command, default));

    private static async Task FillAsync(
        LiaisonServices services,
        FindingSet set,
        MatterNumber plan,
        string id,
        IReadOnlyList<int> rows,
        LocalDate due) =>
        Assert.Equal(rows, Assert.IsType<PlanResult.Done>(await Fill(services, set, plan, id, rows, due)).Taken);

    /// <param name="view">As the filler saw it; as it stands when null.</param>
    private static async Task<PlanResult> Fill(
        LiaisonServices services,
        FindingSet set,
        MatterNumber plan,
        string id,
        IReadOnlyList<int> rows,
        LocalDate due,
        SetView? view = null,
        Person? by = null)
    {
        view ??= (await services.Sets.FindAsync(Leader, set.Number, default))!;
        return await services.Sets.FillAsync(
            id,
            by ?? Zhengdings,
            set.Number,
            plan,
            [.. rows.Select(i => new PlanSheetRow(
                i,
                i,
                PlanSheetRules.KeyOf(set.Number, i, SetService.FillOf(view.Findings[i - 1])),
                null,
                new($"措施{i}", "副县长", "自然资源局", due)))],
            false,
            default);
    }
}
