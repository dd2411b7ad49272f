using LiaisonBot.EndToEnd.Driving;
using LiaisonBot.Local;

namespace LiaisonBot.EndToEnd.Host;

/// <summary>The address that the program prints answers whoever opens it in a browser.</summary>
public sealed class FrontPageTests
{
    [Fact]
    public async Task PrintedAddress_OfTheDemo_SaysWhatItIsAndWhatToSay()
    {
        using var folder = new TemporaryFolder();
        var (bot, url) = await BotProcess.StartOn(folder.Path, "--demo", "--no-playground");
        await using var running = bot;
        using var http = new HttpClient();
        using var response = await http.GetAsync(url);
        Assert.Equal("text/html", response.Content.Headers.ContentType!.MediaType);
        var page = await response.Content.ReadAsStringAsync();
        Assert.Contains("LiaisonBot", page, StringComparison.Ordinal);
        Assert.Contains(FrontPage.Chinese, page, StringComparison.Ordinal);
        Assert.Contains(FrontPage.English, page, StringComparison.Ordinal);
        Assert.Contains("No chat is open", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Page_WithChats_LeadsToEachOfThem()
    {
        var page = FrontPage.Html(
            [("巡视组组长", new("http://localhost:56150/")), ("<b>", new("http://localhost:56151/"))],
            demo: true);
        Assert.Contains("<a href=\"http://localhost:56150/\">巡视组组长</a>", page, StringComparison.Ordinal);
        Assert.Contains("<a href=\"http://localhost:56151/\">&lt;b&gt;</a>", page, StringComparison.Ordinal);
        Assert.DoesNotContain("No chat is open", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task PrintedAddress_WithoutTheDemo_SaysNothingOfItsPeople()
    {
        using var folder = new TemporaryFolder();
        var (bot, url) = await BotProcess.StartOn(folder.Path, "--office", "first@hebei.example", "--no-playground");
        await using var running = bot;
        using var http = new HttpClient();
        Assert.DoesNotContain("长安区", await http.GetStringAsync(url), StringComparison.Ordinal);
    }
}
