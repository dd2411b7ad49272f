using LiaisonBot.EndToEnd.Driving;
using LiaisonBot.Tests.Conversation.Rendering;
using Microsoft.Playwright;

namespace LiaisonBot.EndToEnd.Browser;

/// <summary>
/// One host and one browser for all tests of pages, started by the first of them: each takes two cores some seconds.
/// </summary>
public sealed class PagesHost : IAsyncDisposable
{
    /// <summary>Milliseconds for which a test waits for what has to show.</summary>
    private const float Patience = 30_000;

    private IPlaywright? playwright;
    private IBrowser? browser;

    public BotUnderTest Bot { get; private set; } = null!;

    public IBrowser Browser => browser!;

    /// <summary>Assigned before the first test, to 长安区 and 正定县.</summary>
    public IReadOnlyList<string> Matters { get; private set; } = [];

    /// <summary>A set of three findings of 正定县, as it stands in addresses.</summary>
    public string Set { get; private set; } = "";

    /// <summary>Skips where another host is judged, and where there is no browser.</summary>
    public async Task Open()
    {
        if (browser is not null)
        {
            return;
        }

        // What is shown in time on a busy machine is measured elsewhere; here it is whether it comes.
        Assertions.SetDefaultExpectTimeout(Patience);
        Bot = await BotUnderTest.OfItsOwn();
        playwright = await Playwright.CreateAsync();
        browser = await Chromium.Launch(playwright);
        var leader = Bot.Person("11");
        await leader.Open();
        List<string> matters = [];
        foreach (var (place, title) in new[] { ("长安区", "上报整改方案"), ("正定县", "<img src=x>\u202E排查散乱污企业") })
        {
            await leader.Say($"交办 {place} {await Bot.Day(20)} {title}");
            await leader.Press("交办");
            matters.Add(leader.Number);
        }

        Matters = matters;
        Set = await Feedback("正定县", "会议多", "占用耕地", "文件多");
    }

    /// <summary>Enters what an inspection found, and gives the set as it stands in addresses.</summary>
    public async Task<string> Feedback(string place, params string[] problems)
    {
        var leader = Bot.Person("11");
        await leader.Open();
        var due = await Bot.Day(40);
        var rows = problems.Select((problem, at) => $"\n{at + 1}\t{problem}\t{due}");
        await leader.Say($"反馈 {place} {await Bot.Day(-5)}\n序号\t反馈问题\t完成时限{string.Concat(rows)}");
        await leader.Press($"下发{problems.Length}个问题");
        await using var context = await Browser.NewContextAsync();
        var page = await context.NewPageAsync();
        await page.GotoAsync(SignIn("11").AbsoluteUri + "?to=/tab/plans");
        var plans = await page.EvalOnSelectorAllAsync<string[]>("main a.line", "all => all.map(one => one.getAttribute('href'))");
        return plans.Max(StringComparer.Ordinal)!.Split('/')[^1];
    }

    /// <summary>The link that makes a browser a person of the demo, by the last two digits of the object id.</summary>
    public Uri SignIn(string key) => SignInAs($"00000000-0000-4000-8000-0000000000{key}");

    public Uri SignInAs(string account) => new(Bot.Url, $"/tab/signin/{account}");

    public Uri Page(string path) => new(Bot.Url, path);

    public async ValueTask DisposeAsync()
    {
        if (browser is not null) await browser.DisposeAsync();
        playwright?.Dispose();
        if (Bot is not null) await Bot.DisposeAsync();
    }
}
