using System.Text.Json.Nodes;
using LiaisonBot.EndToEnd.Driving;

namespace LiaisonBot.EndToEnd.Host;

public sealed class HealthTests(BotUnderTest bot)
{
    [Fact]
    public async Task Health_SaysHowTheBotIs()
    {
        using var response = await bot.Http.GetAsync(new Uri(bot.Url, "/health"));
        Assert.True(response.IsSuccessStatusCode);
        Assert.Equal("application/json", response.Content.Headers.ContentType!.MediaType);
        var health = (JsonObject)JsonNode.Parse(await response.Content.ReadAsStringAsync())!;
        Assert.Equal("ok", (string?)health["status"]);
        Assert.NotEqual("", (string?)health["version"]);
        Assert.NotEqual("", (string?)health["storage"]);
    }
}
