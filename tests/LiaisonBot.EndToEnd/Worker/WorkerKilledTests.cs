using System.Net;
using LiaisonBot.EndToEnd.Driving;

namespace LiaisonBot.EndToEnd.Worker;

/// <summary>
/// The worker of the Functions host is ended in the middle, as the platform may do at any moment. Needs the stand-in
/// for that host (tests/LiaisonBot.FunctionsHost), and runs by itself: who shares the host would meet the gap.
/// </summary>
[Collection(nameof(Worker))]
public sealed class WorkerKilledTests(BotUnderTest bot)
{
    [Fact]
    public async Task Worker_KilledWhileMessagesWait_LosesNothing_AndSendsEachOnce()
    {
        await using var cast = new Cast(bot);
        var leader = await cast.Leader("沧州市");
        var officer = await cast.Officer("沧州市运河区");
        // The chat is away until the worker is gone, so that the message stays behind.
        bot.Connector.Script(officer.Conversation, Enumerable.Repeat(503, 50));
        var number = await Cast.Assign(leader, "沧州市运河区", $"中断{cast.Key}", await bot.Day(8));
        await bot.Connector.NextRefused(officer.Conversation);

        await Kill();
        bot.Connector.Unscript(officer.Conversation);
        // The next worker answers, and the matter stands.
        Assert.Contains($"中断{cast.Key}", await leader.Ask($"事项 {number}"), StringComparison.Ordinal);
        await bot.Nudge(TimeSpan.FromMinutes(2));

        await officer.Pushed("已交办", number);
        await bot.Nudge(TimeSpan.FromMinutes(2));
        Assert.Empty(officer.PushedUnseen());
        Assert.Equal(["交办"], await Cast.History(leader, number));
    }

    [Fact]
    public async Task Worker_KilledRightAfterAStep_HasTakenIt_AndTellsOfIt()
    {
        await using var cast = new Cast(bot);
        var leader = await cast.Leader("沧州市");
        var officer = await cast.Officer("沧州市新华区");
        var number = await Cast.Assign(leader, "沧州市新华区", $"签收后中断{cast.Key}", await bot.Day(8));
        await officer.Ask($"签收 {number}");
        Assert.Contains("已报结", await officer.Ask($"报结 {number} 全部完成"), StringComparison.Ordinal);

        await Kill();

        Assert.Equal(["交办", "签收", "报结"], await Cast.History(leader, number));
        await bot.Nudge(TimeSpan.FromMinutes(2));
        await leader.Pushed("已报结", number);
    }

    private async Task Kill()
    {
        using var response = await bot.Http.PostAsync(new Uri(bot.Url, "/admin/worker/kill"), null);
        Assert.SkipWhen(
            response.StatusCode == HttpStatusCode.NotFound,
            "There is no worker to end: this host is not the stand-in for the Functions host.");
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }
}
