using System.Net;
using LiaisonBot.EndToEnd.Driving;

namespace LiaisonBot.EndToEnd.Wire;

/// <summary>The pages that the app's entry in Teams links to, in every host.</summary>
public sealed class PagesTests(BotUnderTest bot)
{
    [Theory]
    [InlineData("about", "帮助")]
    [InlineData("privacy", "个人信息说明")]
    [InlineData("privacy-list", "What is stored of people")]
    [InlineData("terms", "使用条款")]
    public async Task Page_IsThereForAnybody(string name, string text)
    {
        using var response = await bot.Http.GetAsync(new Uri(bot.Url, $"/pages/{name}"));

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Contains(text, await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task OtherNames_AreNotFound()
    {
        using var response = await bot.Http.GetAsync(new Uri(bot.Url, "/pages/matters"));

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }
}
