using LiaisonBot.Core;
using LiaisonBot.Core.Areas;
using LiaisonBot.Core.Calendar;
using LiaisonBot.Core.Matters;
using LiaisonBot.Core.Messaging;
using LiaisonBot.Core.People;
using LiaisonBot.Core.Sets;
using LiaisonBot.Core.Storage;
using NodaTime;
using static LiaisonBot.Testing.Cast;

namespace LiaisonBot.Tests.Sets;

/// <summary>专项整治: asked as a self-check, answered once, and only what was found becomes a set.</summary>
public class CampaignTests
{
    private const string Fault = "是否有围标串标";

    [Fact]
    public async Task WhatAPlaceFinds_IsASet_WithItsReportWhenTheCampaignEnds()
    {
        await using var world = await World.Open();
        var services = world.Process(new FakeChat());
        var until = world.Today.PlusDays(40);
        var round = await AskAsync(services, Audit, Of(until));
        Assert.Equal(AuditOffice, round.Campaign!.Lead);

        var check = await AnswerAsync(services, County, Part(round, Changan), new(SelfCheckState.Planned, "1. 招标文件量身定做\n2、1.5亿元项目未招标\n", until));
        Assert.Null(check.Matter);
        var view = (await services.Sets.FindAsync(Audit, check.Set!.Value, default))!;
        Assert.Equal(["招标文件量身定做", "1.5亿元项目未招标"], view.Findings.Select(f => f.Problem));
        Assert.All(view.Matters.Values, one => Assert.Equal(
            (MatterState.InProgress, until, AuditOffice),
            (one.State, one.Due, one.Lead)));
        Assert.Empty(view.Set.Steps);
        // The place knows what it said itself.
        Assert.DoesNotContain(await OutboxAsync(world), message => message.What == nameof(Act.Assign));

        await ToAsync(world, services, until);
        Assert.Empty((await services.Sets.FindAsync(Audit, view.Set.Number, default))!.Set.Steps);
        await ToAsync(world, services, until.PlusDays(1));
        var step = Assert.Single((await services.Sets.FindAsync(Audit, view.Set.Number, default))!.Set.Steps);
        var report = await world.Read(step.Matter);
        Assert.Equal(
            ("campaign-report", MatterState.InProgress, services.Calendar().AddWorkingDays(until, 5)),
            (step.Name, report.State, report.Due));
        await ToAsync(world, services, until.PlusDays(2));
        Assert.Single((await services.Sets.FindAsync(Audit, view.Set.Number, default))!.Set.Steps);
    }

    [Fact]
    public async Task WhoeverRunsIt_Reviews_AndNobodyElseOfThePlacesSide()
    {
        await using var world = await World.Open();
        var services = world.Process(new FakeChat());
        var until = world.Today.PlusDays(40);
        var round = await AskAsync(services, Audit, Of(until));
        var check = await AnswerAsync(services, County, Part(round, Changan), new(SelfCheckState.Planned, "未招标", until));
        var matter = (await services.Sets.FindAsync(Audit, check.Set!.Value, default))!.Matters[1].Number;

        Assert.Contains(await services.Lists.MineAsync(Audit, default), one => one.Number == matter);
        Assert.IsType<CommandResult.Done>(await services.Matters.DoAsync("h", County, matter, new MatterCommand.HandIn("已改"), default));
        // It is one of the findings of a set: it waits for the next digest.
        Assert.Contains(
            await MessagesAsync(world, RowKeys.Matters.Digest),
            message => message.What == nameof(Act.HandIn) && message.To == Audit.Id);
        Assert.IsType<CommandResult.Refused>(await services.Matters.DoAsync("l", Leader, matter, new MatterCommand.Close("同意"), default));
        Assert.IsType<CommandResult.Done>(await services.Matters.DoAsync("c", Audit, matter, new MatterCommand.Close("同意"), default));
        // Another department sees nothing of it.
        Assert.Null(await services.Sets.FindAsync(Petitions, check.Set!.Value, default));
        Assert.Empty(await services.SelfChecks.CampaignsAsync(Petitions, Hebei, default));
        Assert.Single(await services.SelfChecks.CampaignsAsync(Cast.Office, Hebei, default));
    }

    [Fact]
    public async Task OfTwoCities_IsOneCampaign_AndEachSeesItsOwn()
    {
        await using var world = await World.Open();
        var services = world.Process(new FakeChat());
        var until = world.Today.PlusDays(40);
        await AskAsync(services, Cast.Office, Of(until));
        await AskAsync(services, Cast.Office, Of(until) with { Places = [Lunan] });

        var whole = Assert.Single(await services.SelfChecks.CampaignsAsync(Cast.Office, Hebei, default));
        Assert.Equal([Changan, Zhengding, Lunan], whole.Whole.Places.Select(place => place.Place));
        Assert.Null(whole.Campaign.Lead);
        Assert.Equal([Changan], (await services.SelfChecks.CampaignsAsync(County, Hebei, default)).Single().Whole.Places.Select(one => one.Place));
    }

    [Fact]
    public async Task WhatIsWrong_IsRefused_AndNothingIsWritten()
    {
        await using var world = await World.Open();
        var services = world.Process(new FakeChat());
        var today = world.Today;
        foreach (var (actor, draft, why) in new[]
        {
            (Leader, Of(today.PlusDays(40)), SelfCheckRefusal.NotAllowed),
            (City, Of(today.PlusDays(40)), SelfCheckRefusal.NotAllowed),
            (Audit, Of(today.PlusDays(-1)), SelfCheckRefusal.DueInPast),
            (Audit, Of(today.PlusDays(5000)), SelfCheckRefusal.DueTooFar),
            (Audit, Of(today.PlusDays(40)) with { Due = today.PlusDays(41) }, SelfCheckRefusal.AfterTheEnd),
            (Audit, Of(today.PlusDays(40)) with { Campaign = new("k", " ", today.PlusDays(40)) }, SelfCheckRefusal.TitleMissing),
        })
        {
            Assert.Equal(why, Assert.IsType<SelfCheckResult.Refused>(await services.SelfChecks.AskAsync("ask", actor, draft, default)).Why);
        }

        Assert.Empty(await services.SelfChecks.ListAsync(Cast.Office, Hebei, default));
        var round = await AskAsync(services, Audit, Of(today.PlusDays(40)));
        foreach (var (answer, why) in new[]
        {
            (new SelfCheckAnswer(SelfCheckState.Planned, " \n2.\n", today.PlusDays(20)), SelfCheckRefusal.FoundMissing),
            (new SelfCheckAnswer(SelfCheckState.Planned, "未招标\n1、未招标", today.PlusDays(20)), SelfCheckRefusal.FoundMissing),
            (new SelfCheckAnswer(SelfCheckState.Planned, "未招标", today.PlusDays(41)), SelfCheckRefusal.AfterTheEnd),
        })
        {
            Assert.Equal(
                why,
                Assert.IsType<SelfCheckResult.Refused>(await services.SelfChecks.AnswerAsync("answer", County, Part(round, Changan), answer, default)).Why);
        }

        Assert.Empty(await services.Sets.ListAsync(Cast.Office, Hebei, default));
    }

    [Fact]
    public async Task AStopAtAnyMoment_MakesOneSet_WithEachFindingOnce()
    {
        for (var stop = 1; stop <= 6; stop++)
        {
            await using var world = await World.Open();
            var until = world.Today.PlusDays(40);
            var round = await AskAsync(world.Process(new FakeChat()), Audit, Of(until));
            var number = Part(round, Changan);
            SelfCheckAnswer answer = new(SelfCheckState.Planned, "未招标\n量身定做", until);
            try
            {
                await SelfCheckServiceTests.Stopping(world, stop).SelfChecks.AnswerAsync("plan", County, number, answer, default);
            }
            catch (StoreUnavailableException)
            {
                // It is carried on below.
            }

            var services = world.Process(new FakeChat());
            await services.Matters.ResumeAsync(Shijiazhuang, default);
            await services.Sweep.SweepAsync(Shijiazhuang, default);
            await AnswerAsync(services, County, number, answer);

            var set = Assert.Single(await services.Sets.ListAsync(Cast.Office, Shijiazhuang, default));
            Assert.Equal(set.Number, (await services.SelfChecks.FindAsync(County, number, default))!.Set);
            Assert.Equal([1, 2], (await services.Sets.FindAsync(Audit, set.Number, default))!.Matters.Keys.Order());
        }
    }

    [Fact]
    public async Task ThePlace_AddsWhatItFindsLater_AndTheFinderLeavesItAlone()
    {
        await using var world = await World.Open();
        var services = world.Process(new FakeChat());
        var until = world.Today.PlusDays(40);
        var round = await AskAsync(services, Audit, Of(until) with { Topic = "招投标" });
        var check = await AnswerAsync(services, County, Part(round, Changan), new(SelfCheckState.Planned, "未招标", until));

        var added = await services.Sets.AddAsync("add", County, check.Set!.Value, new("又查出一处", Due: until), "复查发现", default);
        Assert.Equal(2, Assert.IsType<SetResult.Done>(added).Set.Count);
        Assert.IsType<SetResult.NotFound>(await services.Sets.AddAsync("other", Zhengdings, check.Set!.Value, new("别处"), "x", default));
        Assert.Empty(await services.Topics.OfTopicAsync(Cast.Office, "招投标", default));
    }

    private static SelfCheckDraft Of(LocalDate until) =>
        new(Fault, [Changan, Zhengding], Campaign: new("k1", "招投标专项整治", until));

    private static MatterNumber Part(SelfCheckRound round, AreaCode place) =>
        round.Number with { Child = round.Places.ToList().IndexOf(place) + 1 };

    private static async Task<SelfCheckRound> AskAsync(LiaisonServices services, Person by, SelfCheckDraft draft) =>
        Assert.IsType<SelfCheckResult.Asked>(
            await services.SelfChecks.AskAsync($"ask-{draft.Places[0]}", by, draft, default)).Round;

    private static async Task<SelfCheck> AnswerAsync(LiaisonServices services, Person by, MatterNumber number, SelfCheckAnswer answer) =>
        Assert.IsType<SelfCheckResult.Answered>(
            await services.SelfChecks.AnswerAsync("plan", by, number, answer, default)).Check;

    private static async Task ToAsync(World world, LiaisonServices services, LocalDate day)
    {
        world.Clock.Reset(BeijingTime.At(day, new(9, 0)));
        services.Directory.Forget();
        await services.Sweep.SweepAsync(Shijiazhuang, default);
    }

    private static Task<IReadOnlyList<OutboxMessage>> OutboxAsync(World world) => MessagesAsync(world, RowKeys.Matters.Outbox);

    private static async Task<IReadOnlyList<OutboxMessage>> MessagesAsync(World world, string rows) =>
        [.. (await world.Store.ReadPrefixAsync(MatterRows.Table, "1301", rows, 500, default)).Select(OutboxRows.ToMessage)];
}
