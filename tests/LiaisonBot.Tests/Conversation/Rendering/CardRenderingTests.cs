using Microsoft.Playwright;

namespace LiaisonBot.Tests.Conversation.Rendering;

/// <summary>Every kind of card in the official renderer. To look at them, see tests/LiaisonBot.Gallery.</summary>
public sealed class CardRenderingTests
{
    /// <summary>CSS pixels of a phone's screen of 360 by 800, less the bars of Teams around the chat.</summary>
    private const int Screen = 660;

    [Fact]
    public async Task Card_OfEveryKind_IsRenderedWithoutAProblemAndFitsTheNarrowestPhone()
    {
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await Chromium.Launch(playwright);
        var page = await CardPage.Open(browser, "zh-CN");
        var wrong = new List<string>();
        foreach (var kind in await AllCards.Collect())
        {
            var shown = await page.Show(kind.Card, CardPage.Phone, "light");
            wrong.AddRange(shown.Problems.Select(p => $"{kind.Name}: {p}"));
            wrong.AddRange(shown.Overflow.Select(text => $"{kind.Name}: wider than the phone: {text}"));
            wrong.AddRange(kind.Shown.Where(text =>
                !Visible(shown.Text).Contains(Visible(text), StringComparison.Ordinal))
                .Select(text => $"{kind.Name}: does not show {text}"));
            // What is wrong with each input takes room of its own.
            if (kind.IsForm && shown.Height > Screen) wrong.Add($"{kind.Name}: a form of {shown.Height} pixels");
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    [Theory]
    [InlineData("zh-long-progress", "全文", "收起")]
    [InlineData("en-long-progress", "Show all", "Show less")]
    public async Task LongText_IsFolded_AndShownInFullByOnePressAndFoldedAgain(string name, string more, string less)
    {
        var kind = (await AllCards.Collect()).Single(k => k.Name == name);
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await Chromium.Launch(playwright);
        var page = await CardPage.Open(browser, "zh-CN");
        await page.Show(kind.Card, CardPage.Phone, "light");
        Assert.DoesNotContain(AllCards.EndOfLongText, await page.VisibleText(), StringComparison.Ordinal);
        await page.Press(more);
        Assert.Contains(AllCards.EndOfLongText, await page.VisibleText(), StringComparison.Ordinal);
        await page.Press(less);
        Assert.DoesNotContain(AllCards.EndOfLongText, await page.VisibleText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task RareSteps_StandBehindMore()
    {
        var kind = (await AllCards.Collect()).Single(k => k.Name == "zh-matter-working");
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await Chromium.Launch(playwright);
        var page = await CardPage.Open(browser, "zh-CN");
        await page.Show(kind.Card, CardPage.Phone, "light");
        Assert.DoesNotContain("撤回", await page.VisibleText(), StringComparison.Ordinal);
        await page.Press("更多");
        Assert.Contains("撤回", await page.VisibleText(), StringComparison.Ordinal);
    }

    /// <summary>Without what keeps a text from being turned around or filled in.</summary>
    private static string Visible(string text) =>
        text.Replace("\u2060", "", StringComparison.Ordinal)
            .Replace("\u2068", "", StringComparison.Ordinal)
            .Replace("\u2069", "", StringComparison.Ordinal)
            .ReplaceLineEndings(" ");
}
