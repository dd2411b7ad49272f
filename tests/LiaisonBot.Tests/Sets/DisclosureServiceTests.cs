using LiaisonBot.Core;
using LiaisonBot.Core.Matters;
using LiaisonBot.Core.Messaging;
using LiaisonBot.Core.People;
using LiaisonBot.Core.Policies;
using LiaisonBot.Core.Sets;
using LiaisonBot.Core.Storage;
using NodaTime;
using static LiaisonBot.Testing.Cast;

namespace LiaisonBot.Tests.Sets;

/// <summary>公开: registered by the place, confirmed by team or city, sent back, exempt; each a step of its matter.</summary>
public class DisclosureServiceTests
{
    [Fact]
    public async Task BothRegistered_HandInTheStep_AndTheCityConfirmsIt()
    {
        await using var world = await World.Open();
        var services = world.Process(new FakeChat());
        var set = await ApprovedAsync(world, services);
        var step = services.Sets.Made(set, StepWork.PlanDisclosure)!;

        var first = await DoneAsync(RegisterAsync(services, set, DisclosedTo.Party, world.Today));
        Assert.Equal(MatterState.InProgress, first.Matter!.State);
        Assert.Equal([DisclosureStanding.Registered, DisclosureStanding.Missing], first.Parts.Select(p => p.Standing));
        var second = await DoneAsync(RegisterAsync(services, set, DisclosedTo.Public, world.Today));
        Assert.Equal([DisclosureStanding.Waits, DisclosureStanding.Waits], second.Parts.Select(p => p.Standing));
        var matter = await world.Read(step.Matter);
        Assert.Equal((MatterState.HandedIn, "Party;Public"), (matter.State, matter.Result));

        var city = await services.Disclosures.ConfirmAsync("c", City, set.Number, DisclosedWhat.Plan, default);
        Assert.Equal(
            [DisclosureStanding.Confirmed, DisclosureStanding.Confirmed],
            Assert.IsType<DisclosureResult.Done>(city).View.Parts.Select(p => p.Standing));
        Assert.Equal(MatterState.Closed, (await world.Read(step.Matter)).State);
        Assert.Equal(
            [Act.ReportProgress, Act.HandIn, Act.Close],
            (await services.Matters.HistoryAsync(step.Matter, default)).TakeLast(3).Select(h => h.Act));
        Assert.Equal(2, (await services.Sets.EventsAsync(set.Number, default)).Count(e => e.Act == SetAct.Disclose));
        // The same press again, and another.
        Assert.True(Assert.IsType<DisclosureResult.Done>(
            await services.Disclosures.ConfirmAsync("c", City, set.Number, DisclosedWhat.Plan, default)).Repeated);
        Assert.Equal(DisclosureRefusalReason.Confirmed, await WhyAsync(
            services.Disclosures.ConfirmAsync("c2", Leader, set.Number, DisclosedWhat.Plan, default)));
        Assert.Equal(DisclosureRefusalReason.Confirmed, await WhyAsync(RegisterAsync(services, set, DisclosedTo.Party, world.Today, "again")));
    }

    [Fact]
    public async Task SentBack_ItIsRegisteredAnew_AndAgain()
    {
        await using var world = await World.Open();
        var services = world.Process(new FakeChat());
        var set = await WaitsAsync(world, services);
        var step = services.Sets.Made(set, StepWork.PlanDisclosure)!;

        var returned = Assert.IsType<DisclosureResult.Done>(await services.Disclosures.ReturnAsync(
            "r", Member, set.Number, DisclosedWhat.Plan, [DisclosedTo.Public], "链接打不开", default)).View;
        Assert.Equal([DisclosureStanding.Registered, DisclosureStanding.Returned], returned.Parts.Select(p => p.Standing));
        Assert.Equal((MatterState.InProgress, "链接打不开"), (returned.Matter!.State, returned.Matter.Requirements[^1]));
        // What is sent back is not handed in by other ways.
        Assert.Equal(
            RefusalReason.NotDisclosed,
            Assert.IsType<CommandResult.Refused>(await services.Matters.DoAsync(
                "by-hand", Zhengdings, step.Matter, new MatterCommand.HandIn("已公开"), default)).Refusals[0].Reason);

        var again = await DoneAsync(RegisterAsync(
            services, set, DisclosedTo.Public, world.Today, "again", returned.Part(DisclosedTo.Public)!.Said!.Mark));
        Assert.Equal((MatterState.HandedIn, true), (again.Matter!.State, again.IsWhole));
        var before = (await RowsAsync(world, RowKeys.Matters.Outbox)).Count;
        Assert.IsType<DisclosureResult.Done>(
            await services.Disclosures.ConfirmAsync("c", Leader, set.Number, DisclosedWhat.Plan, default));
        // The place and its city are told, as of any matter that is closed.
        Assert.Equal(
            [City.Id, Zhengdings.Id],
            (await RowsAsync(world, RowKeys.Matters.Outbox)).Skip(before)
                .Select(row => OutboxRows.ToMessage(row).To)
                .Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task WhatIsWrong_IsSaidBesideItsInput_AndNothingIsWritten()
    {
        await using var world = await World.Open();
        var services = world.Process(new FakeChat());
        var set = await ApprovedAsync(world, services);
        var from = services.Sets.Made(set, StepWork.PlanDisclosure)!.From;
        Assert.Equal(from, world.Today);
        var right = Draft(DisclosedTo.Public, world.Today);
        foreach (var (wrong, reason, field) in new[]
        {
            (right with { Until = world.Today.PlusDays(-1) }, DisclosureRefusalReason.UntilBeforeFrom, DisclosureFields.Until),
            (right with { Until = world.Today.PlusDays(8) }, DisclosureRefusalReason.TooShort, DisclosureFields.Until),
            (right with { Until = world.Today.PlusDays(1101) }, DisclosureRefusalReason.TooFar, DisclosureFields.Until),
            (right with { Until = null }, DisclosureRefusalReason.Missing, DisclosureFields.Until),
            (right with { From = null }, DisclosureRefusalReason.Missing, DisclosureFields.From),
            (right with { From = from.PlusDays(-1) }, DisclosureRefusalReason.BeforeStep, DisclosureFields.From),
            (right with { From = world.Today.PlusDays(61) }, DisclosureRefusalReason.TooFar, DisclosureFields.From),
            (right with { Way = DisclosureWay.Meeting }, DisclosureRefusalReason.WayNotOfRule, DisclosureFields.Way),
            (right with { Way = null }, DisclosureRefusalReason.Missing, DisclosureFields.Way),
            (right with { Medium = " " }, DisclosureRefusalReason.Missing, DisclosureFields.Medium),
            (right with { Reference = null }, DisclosureRefusalReason.Missing, DisclosureFields.Reference),
            (right with { Medium = new string('网', 101) }, DisclosureRefusalReason.TooLong, DisclosureFields.Medium),
        })
        {
            var refused = Assert.IsType<DisclosureResult.Refused>(await services.Disclosures.RegisterAsync(
                $"w{reason}{field}", Zhengdings, set.Number, DisclosedWhat.Plan, wrong, Words, default));
            Assert.Contains((reason, field), refused.Why.Select(w => (w.Reason, w.Field!)));
        }

        Assert.Empty(await RowsAsync(world, RowKeys.Matters.Disclosures));
        Assert.DoesNotContain(await services.Sets.EventsAsync(set.Number, default), e => e.Act == SetAct.Disclose);
    }

    [Fact]
    public async Task BeforeThereIsAnything_AndOfOthers_AndByOthers_NothingIsRegistered()
    {
        await using var world = await World.Open();
        var services = world.Process(new FakeChat());
        var early = await SetPlanTests.OpenAsync(world, services, 1);
        Assert.Equal(DisclosureRefusalReason.NotYet, await WhyAsync(RegisterAsync(services, early, DisclosedTo.Public, world.Today)));
        await ApproveAsync(world, services, early);
        var set = (await services.Sets.FindAsync(Leader, early.Number, default))!.Set;
        // The report on rectification is not closed: its result is not public.
        Assert.Equal(DisclosureRefusalReason.NotYet, await WhyAsync(services.Disclosures.RegisterAsync(
            "result", Zhengdings, set.Number, DisclosedWhat.Result, Draft(DisclosedTo.Public, world.Today), Words, default)));
        foreach (var other in new[] { Leader, Member, City, Office })
        {
            Assert.Equal(DisclosureRefusalReason.NotAllowed, await WhyAsync(services.Disclosures.RegisterAsync(
                "o" + other.Id, other, set.Number, DisclosedWhat.Plan, Draft(DisclosedTo.Public, world.Today), Words, default)));
        }

        foreach (var stranger in new[] { County, OtherCity, Audit })
        {
            Assert.IsType<DisclosureResult.NotFound>(await services.Disclosures.RegisterAsync(
                "s" + stranger.Id, stranger, set.Number, DisclosedWhat.Plan, Draft(DisclosedTo.Public, world.Today), Words, default));
            Assert.Null(await services.Disclosures.OfSetAsync(stranger, set.Number, default));
            Assert.Null(await services.Disclosures.DraftAsync(stranger, set.Number, DisclosedWhat.Plan, default));
            Assert.IsType<DisclosureResult.NotFound>(await services.Disclosures.ConfirmAsync(
                "c" + stranger.Id, stranger, set.Number, DisclosedWhat.Plan, default));
        }

        Assert.Equal(DisclosureRefusalReason.NotRegistered, await WhyAsync(
            services.Disclosures.ConfirmAsync("c", Leader, set.Number, DisclosedWhat.Plan, default)));
        Assert.Empty(await RowsAsync(world, RowKeys.Matters.Disclosures));
    }

    /// <summary>Two of the county say different things of the same at once: the second sees what the first said.</summary>
    [Fact]
    public async Task TheSameTwiceAtOnce_OneStands_AndTheOtherIsToldOfIt()
    {
        await using var world = await World.Open();
        var services = world.Process(new FakeChat());
        var set = await ApprovedAsync(world, services);
        var results = await Task.WhenAll(
            RegisterAsync(services, set, DisclosedTo.Public, world.Today, "one"),
            services.Disclosures.RegisterAsync(
                "two",
                Zhengdings,
                set.Number,
                DisclosedWhat.Plan,
                Draft(DisclosedTo.Public, world.Today) with { Medium = "县电视台", Way = DisclosureWay.Television },
                said => "other " + Words(said),
                default));
        Assert.Single(results.OfType<DisclosureResult.Done>());
        Assert.Equal(DisclosureRefusalReason.Meanwhile, Assert.Single(results.OfType<DisclosureResult.Refused>()).Why[0].Reason);
        Assert.Single(await RowsAsync(world, RowKeys.Matters.Disclosures));
    }

    [Fact]
    public async Task AnExemption_IsAskedForAReasonOfTheRule_AndTheOfficeAnswers()
    {
        await using var world = await World.Open();
        var chat = new FakeChat();
        var services = world.Process(chat);
        var set = await ApprovedAsync(world, services);
        Assert.Equal(DisclosureRefusalReason.UnknownReason, await WhyAsync(AskAsync(services, set, DisclosedTo.Public, "tired")));
        var asked = await DoneAsync(AskAsync(services, set, DisclosedTo.Public, "state-secret"));
        Assert.Equal(DisclosureStanding.ExemptionAsked, asked.Part(DisclosedTo.Public)!.Standing);
        var told = (await RowsAsync(world, RowKeys.Matters.Outbox)).Select(OutboxRows.ToMessage).ToList();
        Assert.Contains(told, message => message.To == Office.Id && message.Note == "Public");
        Assert.Equal(DisclosureRefusalReason.IsExempt, await WhyAsync(RegisterAsync(services, set, DisclosedTo.Public, world.Today)));
        foreach (var other in new[] { Leader, Member, City, OtherLeader, Zhengdings })
        {
            Assert.Equal(DisclosureRefusalReason.NotAllowed, await WhyAsync(DecideAsync(services, set, other, true)));
        }

        // With the other registered all is handed in, and nobody confirms while the office has not answered.
        await DoneAsync(RegisterAsync(services, set, DisclosedTo.Party, world.Today));
        Assert.Equal(DisclosureRefusalReason.ExemptionWaits, await WhyAsync(
            services.Disclosures.ConfirmAsync("c", Leader, set.Number, DisclosedWhat.Plan, default)));
        Assert.Equal(
            RefusalReason.ExemptionWaits,
            Assert.IsType<CommandResult.Refused>(await services.Matters.DoAsync(
                "by-hand", Leader, asked.Matter!.Number, new MatterCommand.Close(), default)).Refusals[0].Reason);

        Assert.Equal(DisclosureRefusalReason.Missing, await WhyAsync(DecideAsync(services, set, Office, false, "")));
        var refused = await DoneAsync(DecideAsync(services, set, Office, false, "不涉密"));
        Assert.Equal(
            (MatterState.InProgress, DisclosureStanding.Missing),
            (refused.Matter!.State, refused.Part(DisclosedTo.Public)!.Standing));
        Assert.Equal(DisclosureRefusalReason.NothingAsked, await WhyAsync(DecideAsync(services, set, Office, true)));

        var again = await DoneAsync(AskAsync(
            services, set, DisclosedTo.Public, "privacy", refused.Part(DisclosedTo.Public)!.Said!.Mark));
        Assert.Equal(MatterState.HandedIn, again.Matter!.State);
        var agreed = await DoneAsync(DecideAsync(services, set, Office, true));
        Assert.Equal([DisclosureStanding.Waits, DisclosureStanding.Exempt], agreed.Parts.Select(p => p.Standing));
        await DoneAsync(services.Disclosures.ConfirmAsync("c9", Leader, set.Number, DisclosedWhat.Plan, default));
    }

    [Fact]
    public async Task WhatIsExemptAsAWhole_IsClosedByTheOfficesAnswer()
    {
        await using var world = await World.Open();
        var services = world.Process(new FakeChat());
        var set = await ApprovedAsync(world, services);
        await DoneAsync(AskAsync(services, set, DisclosedTo.Public, "state-secret"));
        await DoneAsync(AskAsync(services, set, DisclosedTo.Party, "state-secret"));
        // Sent back, its place could do nothing with it.
        Assert.Equal(DisclosureRefusalReason.ExemptionWaits, await WhyAsync(
            services.Disclosures.ReturnAsync("r", Leader, set.Number, DisclosedWhat.Plan, [], "请公开", default)));
        await DoneAsync(DecideAsync(services, set, Office, true, to: DisclosedTo.Public));
        var whole = await DoneAsync(DecideAsync(services, set, Office, true, to: DisclosedTo.Party));
        Assert.Equal(MatterState.Closed, whole.Matter!.State);
        Assert.All(whole.Parts, part => Assert.Equal(DisclosureStanding.Exempt, part.Standing));
    }

    [Fact]
    public async Task WhatIsNotPublicYet_IsNotConfirmed_AndTheLeadersOwnWordCounts()
    {
        await using var world = await World.Open();
        var services = world.Process(new FakeChat());
        var set = await ApprovedAsync(world, services);
        await DoneAsync(RegisterAsync(services, set, DisclosedTo.Party, world.Today));
        var waits = await DoneAsync(RegisterAsync(services, set, DisclosedTo.Public, world.Today.PlusDays(5)));
        Assert.Equal(DisclosureRefusalReason.NotPublicYet, await WhyAsync(
            services.Disclosures.ConfirmAsync("c", Leader, set.Number, DisclosedWhat.Plan, default)));
        Assert.Equal(DisclosureRefusalReason.Waits, await WhyAsync(RegisterAsync(services, set, DisclosedTo.Party, world.Today, "x")));
        // 办结 of the matter says the same as 确认.
        Assert.IsType<CommandResult.Done>(await services.Matters.DoAsync(
            "by-hand", Leader, waits.Matter!.Number, new MatterCommand.Close(), default));
        Assert.All(
            (await services.Disclosures.OfSetAsync(Zhengdings, set.Number, default))![0].Parts,
            part => Assert.Equal(DisclosureStanding.Confirmed, part.Standing));
    }

    /// <summary>A step that was handed in before there was anything to register is confirmed and sent back as before.</summary>
    [Fact]
    public async Task AStepHandedInByAnEarlierVersion_IsConfirmed()
    {
        await using var world = await World.Open();
        var services = world.Process(new FakeChat());
        var set = await WaitsAsync(world, services);
        foreach (var row in await RowsAsync(world, RowKeys.Matters.Disclosures))
        {
            await world.Store.SubmitAsync(SetRows.Table, Shijiazhuang.Value, [new Change.Delete(row.Key)], default);
        }

        var views = (await services.Disclosures.OfSetAsync(Zhengdings, set.Number, default))!;
        Assert.All(views[0].Parts, part => Assert.Equal(DisclosureStanding.Waits, part.Standing));
        await DoneAsync(services.Disclosures.ConfirmAsync("c", Leader, set.Number, DisclosedWhat.Plan, default));
    }

    [Fact]
    public async Task TheDraft_NamesNobody_AndLeavesOutWhatMustNotBePublished()
    {
        await using var world = await World.Open();
        var services = world.Process(new FakeChat());
        var set = Assert.IsType<SetResult.Done>(await services.Sets.OpenAsync(
            "open",
            Leader,
            new(
                Zhengding,
                world.Today.PlusDays(-3),
                [
                    new("副县长李强分管领域违规占用耕地3处", Goal: "拆除", Measures: "由王建国同志牵头，电话13800138000", LeaderPost: "副县长李强", Department: "自然资源局"),
                    new("问题线索处置不及时"),
                    new("会议多"),
                ]),
            default)).Set;
        var taken = (await services.Sets.FindAsync(Leader, set.Number, default))!.Matters;
        await services.Matters.DoAsync("w", Leader, taken[3].Number, new MatterCommand.Withdraw("重复"), default);
        await services.Matters.DoAsync("h", Zhengdings, taken[1].Number, new MatterCommand.HandIn("镇长赵刚已组织拆除"), default);
        await services.Matters.DoAsync("c", Leader, taken[1].Number, new MatterCommand.Close(), default);

        var draft = (await services.Disclosures.DraftAsync(Zhengdings, set.Number, DisclosedWhat.Result, default))!;
        var shown = Assert.Single(draft.Findings);
        Assert.Equal(
            ("副县长×××分管领域违规占用耕地3处", "由×××同志牵头，电话×××", "镇长×××已组织拆除", true),
            (shown.Problem, shown.Measures, shown.Result, shown.IsDone));
        Assert.Equal([2], draft.LeftOut);
        Assert.Equal(4, draft.Hidden);
    }

    /// <summary>A registration reads its set twice and writes once.</summary>
    [Fact]
    public async Task ARegistration_IsOneBatch()
    {
        await using var world = await World.Open();
        var services = world.Process(new FakeChat());
        var set = await ApprovedAsync(world, services);
        var before = (await services.Sets.EventsAsync(set.Number, default)).Count;
        await DoneAsync(RegisterAsync(services, set, DisclosedTo.Party, world.Today));
        var row = Assert.Single(await RowsAsync(world, RowKeys.Matters.Disclosures));
        Assert.Equal(DisclosureRows.Key(set.Number, DisclosedWhat.Plan, DisclosedTo.Party), row.Key);
        Assert.Equal(before + 1, (await services.Sets.EventsAsync(set.Number, default)).Count);
    }

    /// <summary>The city may confirm what its county makes public: it is told, and reminded when nobody looks.</summary>
    [Fact]
    public async Task TheCityHearsOfWhatItMayConfirm_AndIsRemindedOfIt()
    {
        await using var world = await World.Open();
        var services = world.Process(new FakeChat());
        var set = await ApprovedAsync(world, services);
        await DoneAsync(RegisterAsync(services, set, DisclosedTo.Party, world.Today));
        await DoneAsync(RegisterAsync(services, set, DisclosedTo.Public, world.Today));
        var matter = set.Steps.First(step => step.Name == "plan-disclosure").Matter;
        Assert.Equal(
            [City.Id, Leader.Id],
            (await RowsAsync(world, RowKeys.Matters.Outbox))
                .Where(row => row.Text("Number") == matter.Key && row.Text("Act") == nameof(Act.HandIn))
                .Select(row => row.Text("To")!)
                .Order(StringComparer.Ordinal));

        var rule = PolicyBook.BuiltIn.InForce.Rule(ReminderName.ReviewWaits)!;
        Assert.Equal(
            [City.Id, Leader.Id],
            Core.Reminders.Audience.Of(
                rule,
                3,
                (await world.Read(matter)).Subject,
                await world.Directory.ReadAsync(default),
                world.Today).Select(person => person.Id).Order(StringComparer.Ordinal));
    }

    /// <summary>
    /// Nobody is reminded to confirm what waits for the office; when that has answered, those are who have waited for it.
    /// </summary>
    [Fact]
    public async Task WhileAnExemptionWaits_TheOfficeIsReminded_AndThenWhoConfirms()
    {
        await using var world = await World.Open();
        var services = world.Process(new FakeChat());
        var set = await ApprovedAsync(world, services);
        var step = services.Sets.Made(set, StepWork.PlanDisclosure)!.Matter;
        await DoneAsync(RegisterAsync(services, set, DisclosedTo.Party, world.Today));
        var asked = await DoneAsync(AskAsync(services, set, DisclosedTo.Public, "state-secret"));
        Assert.Equal(MatterState.HandedIn, asked.Matter!.State);
        Assert.Equal(asked.Part(DisclosedTo.Public)!.Said!.At, (await world.Read(step)).ExemptionAskedAt);
        var listed = Assert.Single(
            await services.Lists.MineAsync(Office, default),
            entry => entry.Number == step);
        Assert.True(listed.ExemptionAsked);

        var tree = (await services.Matters.FindAsync(Office, step, default))!;
        Assert.DoesNotContain(Act.Close, MatterRules.Possible(tree, Office, world.Clock.GetCurrentInstant()));
        Assert.Equal(["ExemptionWaits " + Office.Id], await RemindedAsync());
        await DoneAsync(DecideAsync(services, set, Office, true));
        Assert.Null((await world.Read(step)).ExemptionAskedAt);
        Assert.Equal(
            ["ReviewWaits " + City.Id, "ReviewWaits " + Leader.Id],
            await RemindedAsync());
        Assert.Empty(await services.Auditor.CheckAsync(Shijiazhuang, default));
        await DoneAsync(services.Disclosures.ConfirmAsync("c", Leader, set.Number, DisclosedWhat.Plan, default));
        Assert.Empty(await RemindedAsync());

        async Task<IReadOnlyList<string>> RemindedAsync()
        {
            var before = (await RowsAsync(world, RowKeys.Matters.Digest)).Select(row => row.Key).ToHashSet(StringComparer.Ordinal);
            for (var day = 0; day < 8; day++)
            {
                world.Clock.Advance(Duration.FromDays(1));
                await services.Sweep.SweepAsync(Shijiazhuang, default);
            }

            return
            [
                .. (await RowsAsync(world, RowKeys.Matters.Digest)).Where(row => !before.Contains(row.Key) && row.Text("Number") == step.Key)
                    .Select(OutboxRows.ToMessage)
                    .SelectMany(message => (message.Reminders ?? []).Select(rule => $"{rule} {message.To}"))
                    .Order(StringComparer.Ordinal),
            ];
        }
    }

    /// <summary>A version before did not say on the matter since when it waits.</summary>
    [Fact]
    public async Task AnExemptionOfAnEarlierVersion_IsRemindedOf()
    {
        await using var world = await World.Open();
        var services = world.Process(new FakeChat());
        var set = await ApprovedAsync(world, services);
        var step = services.Sets.Made(set, StepWork.PlanDisclosure)!.Matter;
        var asked = (await DoneAsync(AskAsync(services, set, DisclosedTo.Public, "state-secret"))).Part(DisclosedTo.Public)!.Said!.At;
        List<Change> earlier = [];
        foreach (var prefix in new[] { RowKeys.Matters.Matter, RowKeys.Matters.OpenLists })
        {
            earlier.AddRange((await RowsAsync(world, prefix)).Where(row => row.Text("Number") == step.Key).Select(row =>
                new Change.Replace(
                    row with { Columns = row.Columns.Where(c => !c.Key.StartsWith("ExemptionAsked", StringComparison.Ordinal)).ToDictionary() },
                    row.ETag!)));
        }

        Assert.True(earlier.Count > 1);
        Assert.Equal(
            BatchOutcome.Committed,
            await world.Store.SubmitAsync(SetRows.Table, Shijiazhuang.Value, earlier, default));
        await world.Store.SubmitAsync(
            StoreSchema.Table,
            StoreSchema.Partition,
            [new Change.Upsert(StoreSchema.VersionRow(2))],
            default);
        Assert.Null((await world.Read(step)).ExemptionAskedAt);
        Assert.DoesNotContain(await services.Lists.MineAsync(Office, default), entry => entry.ExemptionAsked);

        // It waited longer than the three days after which the office is reminded.
        world.Clock.Advance(Duration.FromDays(10));
        await StoreSchema.PrepareAsync(world.Store, default);

        Assert.Equal(asked, (await world.Read(step)).ExemptionAskedAt);
        Assert.Contains(await services.Lists.MineAsync(Office, default), entry => entry.Number == step && entry.ExemptionAsked);
        for (var day = 0; day < 3; day++)
        {
            await services.Sweep.SweepAsync(Shijiazhuang, default);
            world.Clock.Advance(Duration.FromDays(1));
        }

        Assert.Single(
            (await RowsAsync(world, RowKeys.Matters.Digest)).Where(row => row.Text("Number") == step.Key).Select(OutboxRows.ToMessage),
            message => message.To == Office.Id && message.Reminders?.Contains(ReminderName.ExemptionWaits) == true);
        Assert.Single(
            await RowsAsync(world, RowKeys.Matters.Reminders),
            row => row.Text("Number") == step.Key);
        Assert.Empty(await services.Auditor.CheckAsync(Shijiazhuang, default));
    }

    internal static DisclosureDraft Draft(DisclosedTo to, LocalDate from, string seen = "") => new(to, seen)
    {
        Way = to == DisclosedTo.Party ? DisclosureWay.Meeting : DisclosureWay.Website,
        Medium = to == DisclosedTo.Party ? "全县领导干部会议" : "县政府网站",
        From = from,
        Until = to == DisclosedTo.Party ? from : from.PlusDays(9),
        Reference = to == DisclosedTo.Party ? null : "https://www.zhengding.example/1",
    };

    internal static async Task ApproveAsync(World world, LiaisonServices services, FindingSet set)
    {
        var plan = services.Sets.Made(set, StepWork.Plan)!.Matter;
        var view = (await services.Sets.FindAsync(Leader, set.Number, default))!;
        await services.Matters.DoAsync("sign", Zhengdings, plan, new MatterCommand.Sign(), default);
        await services.Sets.FillAsync(
            "fill",
            Zhengdings,
            set.Number,
            plan,
            [.. view.Findings.Select(f => new PlanSheetRow(
                f.Index,
                f.Index,
                PlanSheetRules.KeyOf(set.Number, f.Index, SetService.FillOf(f)),
                null,
                new("拆除", "副县长", "自然资源局", world.Today.PlusDays(60)),
                null))],
            false,
            default);
        await services.Matters.DoAsync("in", Zhengdings, plan, new MatterCommand.HandIn("报送"), default);
        Assert.IsType<CommandResult.Done>(await services.Matters.DoAsync("close", Leader, plan, new MatterCommand.Close(), default));
    }

    /// <summary>A set whose plan is approved today.</summary>
    private static async Task<FindingSet> ApprovedAsync(World world, LiaisonServices services)
    {
        var set = await SetPlanTests.OpenAsync(world, services, 2);
        await ApproveAsync(world, services, set);
        return (await services.Sets.FindAsync(Leader, set.Number, default))!.Set;
    }

    /// <summary>The same, with both registered.</summary>
    private static async Task<FindingSet> WaitsAsync(World world, LiaisonServices services)
    {
        var set = await ApprovedAsync(world, services);
        await DoneAsync(RegisterAsync(services, set, DisclosedTo.Party, world.Today));
        await DoneAsync(RegisterAsync(services, set, DisclosedTo.Public, world.Today));
        return set;
    }

    private static Task<DisclosureResult> RegisterAsync(
        LiaisonServices services,
        FindingSet set,
        DisclosedTo to,
        LocalDate from,
        string id = "",
        string seen = "") => services.Disclosures.RegisterAsync(
            $"register{to}{id}", Zhengdings, set.Number, DisclosedWhat.Plan, Draft(to, from, seen), Words, default);

    private static Task<DisclosureResult> AskAsync(LiaisonServices services, FindingSet set, DisclosedTo to, string reason, string seen = "") =>
        services.Disclosures.AskExemptionAsync(
            $"ask{to}{reason}", Zhengdings, set.Number, DisclosedWhat.Plan, to, seen, reason, "涉及军事设施", Words, default);

    private static Task<DisclosureResult> DecideAsync(
        LiaisonServices services,
        FindingSet set,
        Person by,
        bool agrees,
        string? why = null,
        DisclosedTo to = DisclosedTo.Public) => services.Disclosures.DecideExemptionAsync(
            $"decide{by.Id}{agrees}{why}{to}", by, set.Number, DisclosedWhat.Plan, to, agrees, why, said => string.Join(';', said.Select(one => one.State)), default);

    private static string Words(IReadOnlyList<Disclosure> said) => string.Join(';', said.Select(one => one.To));

    private static async Task<DisclosureView> DoneAsync(Task<DisclosureResult> step) =>
        Assert.IsType<DisclosureResult.Done>(await step).View;

    private static async Task<DisclosureRefusalReason> WhyAsync(Task<DisclosureResult> step) =>
        Assert.IsType<DisclosureResult.Refused>(await step).Why[0].Reason;

    private static Task<IReadOnlyList<Row>> RowsAsync(World world, string prefix) =>
        world.Store.ReadPrefixAsync(SetRows.Table, Shijiazhuang.Value, prefix, 1000, default);
}
