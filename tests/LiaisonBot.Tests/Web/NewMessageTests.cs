using System.Text.RegularExpressions;
using LiaisonBot.Core.Calendar;
using LiaisonBot.Core.People;
using LiaisonBot.Core.Storage;
using LiaisonBot.Tests.Conversation;
using NodaTime;

namespace LiaisonBot.Tests.Web;

/// <summary>Where bots have no chat the page says what the bot would have sent.</summary>
public sealed class NewMessageTests
{
    private const string OneNew = "<title>（1）我的事项";
    private const string NoneNew = "<title>我的事项";

    [Fact]
    public async Task WhoHasNoChat_SeesOnThePageWhatTheBotWouldHaveSaid_UntilTheySayThatTheySawIt()
    {
        await using var pages = await Pages.Open();
        var officer = await pages.SignIn("31");
        var number = await pages.Chats.Leader.Assign("长安区", "上报方案");
        await Round(pages);
        var mine = (await officer.Get("/tab/mine")).Body;
        Assert.Contains(OneNew, mine, StringComparison.Ordinal);
        Assert.Contains("省委第一巡视组组长 已交办", mine, StringComparison.Ordinal);

        await pages.Chats.Leader.Do(number, "催办", ("催办说明", "请今天报来"));
        await Round(pages);
        mine = (await officer.Get("/tab/mine")).Body;
        Assert.Contains("<title>（2）", mine, StringComparison.Ordinal);
        Assert.Contains("请今天报来", mine, StringComparison.Ordinal);

        Assert.Equal((303, "/tab/mine"), await Seen(officer, mine));
        mine = (await officer.Get("/tab/mine")).Body;
        Assert.Contains(NoneNew, mine, StringComparison.Ordinal);
        Assert.DoesNotContain("请今天报来", mine, StringComparison.Ordinal);
        Assert.Contains("上报方案", mine, StringComparison.Ordinal);
        // Those who sent it know that it arrived, and the place was asked twice.
        Assert.DoesNotContain(await Rows(pages, RowKeys.Matters.Waiting), row => row.Text("To") == Pages.Account("31"));
        Assert.Equal(2, (await Rows(pages, RowKeys.Matters.Delivered)).Count);
        Assert.Equal(2, (await Rows(pages, RowKeys.Matters.Asks)).Count);
    }

    [Fact]
    public async Task Reminder_StandsThereInItsOwnWords_OnceASubject_AndGoesWhenItIsOver()
    {
        await using var pages = await Pages.Open();
        var number = await pages.Chats.Leader.Assign("长安区", "上报方案");
        await Round(pages);
        var officer = await pages.SignIn("31");
        await Seen(officer, (await officer.Get("/tab/mine")).Body);
        // Three mornings on which nobody has signed for it.
        for (var day = 1; day <= 3; day++)
        {
            pages.Chats.Clock.Reset(BeijingTime.At(Chats.Today.PlusDays(day), new(8, 30)));
            await Round(pages);
        }

        officer = await pages.SignIn("31");
        var mine = (await officer.Get("/tab/mine")).Body;
        Assert.Contains(OneNew, mine, StringComparison.Ordinal);
        Assert.Contains("<bdi>尚未签收</bdi>", mine, StringComparison.Ordinal);
        await officer.Say("签收 " + number, "5");
        Assert.DoesNotContain("<bdi>尚未签收</bdi>", (await officer.Get("/tab/mine")).Body, StringComparison.Ordinal);
    }

    /// <summary>What somebody dealt with without a look at the message is no news to them any more.</summary>
    [Fact]
    public async Task Message_GoesWhenWhatItToldIsDone()
    {
        await using var pages = await Pages.Open();
        var officer = await pages.SignIn("31");
        var number = await pages.Chats.Leader.Assign("长安区", "上报方案");
        await Round(pages);
        Assert.Contains(OneNew, (await officer.Get("/tab/mine")).Body, StringComparison.Ordinal);
        await officer.Say("签收 " + number, "5");
        Assert.Contains(NoneNew, (await officer.Get("/tab/mine")).Body, StringComparison.Ordinal);
        await pages.Chats.Leader.Do(number, "催办", ("催办说明", "请今天报来"));
        await Round(pages);
        Assert.Contains(OneNew, (await officer.Get("/tab/mine")).Body, StringComparison.Ordinal);
    }

    /// <summary>Nobody is told in two places.</summary>
    [Fact]
    public async Task WhoHasAChat_GetsItThere_AndNothingOnThePage()
    {
        await using var pages = await Pages.Open();
        await pages.Chats.Changan.Open();
        pages.Forget();
        var officer = await pages.SignIn("31");
        await pages.Chats.Leader.Assign("长安区", "上报方案");
        await Round(pages);
        Assert.Contains(NoneNew, (await officer.Get("/tab/mine")).Body, StringComparison.Ordinal);
        Assert.Contains("上报方案", pages.Chats.Changan.Received[^1].Summary, StringComparison.Ordinal);
    }

    /// <summary>Who stands in for whom is told there as well, before it begins as little as in a chat.</summary>
    [Fact]
    public async Task ChangeOfPeople_IsToldThere_WhenItBegins_UntilItWasSeen()
    {
        await using var pages = await Pages.Open();
        await pages.Chats.Leader.Say("我下周休假，由组员代我");
        await pages.Chats.Leader.Press("确定代办");
        var member = await pages.SignIn("12");
        Assert.Contains(NoneNew, (await member.Get("/tab/mine")).Body, StringComparison.Ordinal);

        pages.Chats.Clock.Reset(BeijingTime.At(Chats.Today.PlusDays(7), new(9, 0)));
        pages.Forget();
        var (leader, other) = (await pages.SignIn("11"), await pages.SignIn("31"));
        member = await pages.SignIn("12");
        var mine = (await member.Get("/tab/mine")).Body;
        Assert.Contains(OneNew, mine, StringComparison.Ordinal);
        Assert.Contains("请您代", mine, StringComparison.Ordinal);
        Assert.Contains(NoneNew, (await leader.Get("/tab/mine")).Body, StringComparison.Ordinal);
        Assert.Equal(303, (await Send(other, "x-liaison-proof=" + other.Proof + "&through=" + ThroughIn(mine))).Status);
        Assert.Equal((303, "/tab/mine"), await Seen(member, mine));
        Assert.Contains(NoneNew, (await member.Get("/tab/mine")).Body, StringComparison.Ordinal);
        Assert.DoesNotContain(
            (await pages.Chats.Services.Directory.ReadAsync(default)).News,
            news => news.Kind == PeopleNewsKind.StandsIn);
    }

    [Fact]
    public async Task Seen_NeedsItsProof_AndTakesOnlyWhatWasThere()
    {
        await using var pages = await Pages.Open();
        var (officer, other) = (await pages.SignIn("31"), await pages.SignIn("32"));
        await pages.Chats.Leader.Assign("长安区", "上报方案");
        await Round(pages);
        var page = (await officer.Get("/tab/mine")).Body;
        var (own, through) = ("x-liaison-proof=" + officer.Proof, "&through=" + ThroughIn(page));
        Assert.Equal(403, (await Send(officer, "x-liaison-proof=" + other.Proof + through)).Status);
        Assert.Equal(403, (await Send(officer, through)).Status);
        Assert.Equal(400, (await Send(officer, own)).Status);
        Assert.Equal(400, (await Send(officer, own + "&through=yesterday")).Status);
        // What somebody else saw, and what was written before a moment long ago, is nothing of this.
        Assert.Equal(303, (await Send(other, "x-liaison-proof=" + other.Proof + through)).Status);
        Assert.Equal(303, (await Send(officer, own + "&through=2026-01-01T00:00:00Z")).Status);
        Assert.Contains(OneNew, (await officer.Get("/tab/mine")).Body, StringComparison.Ordinal);
        // The page is older than the last message.
        pages.Chats.Clock.Advance(Duration.FromMinutes(1));
        await pages.Chats.Leader.Assign("长安区", "另一件");
        await Round(pages);
        Assert.Equal(303, (await Send(officer, own + through)).Status);
        page = (await officer.Get("/tab/mine")).Body;
        Assert.Contains(OneNew, page, StringComparison.Ordinal);
        // Pressed twice.
        await Seen(officer, page);
        Assert.Equal((303, "/tab/mine"), await Seen(officer, page));
        Assert.Contains(NoneNew, (await officer.Get("/tab/mine")).Body, StringComparison.Ordinal);
    }

    /// <summary>A round of the host: reminders, what goes at once, digests. Nobody opens a chat for it.</summary>
    private static async Task Round(Pages pages)
    {
        var services = pages.Chats.Services;
        foreach (var partition in (await services.Directory.ReadAsync(default)).Partitions)
        {
            await services.Sweep.SweepAsync(partition, default);
            await services.Dispatcher.DeliverAsync(partition, default);
        }

        await services.DigestSender.DeliverAsync(default);
    }

    private static Task<IReadOnlyList<Row>> Rows(Pages pages, string prefix) =>
        pages.Chats.Store.ReadPrefixAsync(RowKeys.Matters.Table, "1301", prefix, 100, default);

    private static string ThroughIn(string page) =>
        Regex.Match(page, "name=\"through\" value=\"(?<at>[^\"]+)\"", RegexOptions.NonBacktracking).Groups["at"].Value;

    private static async Task<(int Status, string Location)> Seen(Browser browser, string page)
    {
        var answer = await Send(browser, $"x-liaison-proof={browser.Proof}&through={ThroughIn(page)}");
        return (answer.Status, answer.Location);
    }

    private static Task<PageAnswer> Send(Browser browser, string form) => browser.Pages.Ask(
        "/tab/seen",
        "POST",
        browser.Cookie,
        form,
        ("Content-Type", "application/x-www-form-urlencoded"));
}
