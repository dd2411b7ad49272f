using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using LiaisonBot.EndToEnd.Driving;

namespace LiaisonBot.EndToEnd.Host;

/// <summary><c>POST /demo/clock</c>, on a host of its own: the other tests keep their time.</summary>
public sealed class DemoClockTests : IAsyncLifetime
{
    private readonly TemporaryFolder folder = new();
    private BotProcess? bot;
    private HttpClient? http;

    public async ValueTask InitializeAsync()
    {
        BotUnderTest.SkipOnAnotherHost();
        await Start();
    }

    private async Task Start()
    {
        (bot, var url) = await BotProcess.StartDemo(folder.Path, "--no-playground");
        http = new HttpClient { BaseAddress = url };
    }

    [Fact]
    public async Task Clock_MovesAheadAndBack_AndStaysThereOverARestart()
    {
        var start = await Now();
        var (status, day) = await Move("""{"advance":"1.00:00:00"}""");
        Assert.Equal(HttpStatusCode.OK, status);
        var later = Time(day["now"]);
        Assert.InRange(
            later - start,
            TimeSpan.FromDays(1) - TimeSpan.FromSeconds(2),
            TimeSpan.FromDays(1) + TimeSpan.FromMinutes(2));

        var target = later.AddDays(2);
        (status, var moved) = await Move($$"""{"now":"{{target.ToUniversalTime():yyyy-MM-ddTHH:mm:ssZ}}"}""");
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.EndsWith("+08:00", (string?)moved["now"], StringComparison.Ordinal);
        Assert.InRange(Time(moved["now"]), target.AddSeconds(-2), target.AddMinutes(2));

        var back = target.AddDays(-5);
        (status, moved) = await Move($$"""{"now":"{{back:yyyy-MM-ddTHH:mm:sszzz}}"}""");
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.InRange(Time(moved["now"]), back.AddSeconds(-2), back.AddMinutes(2));

        (status, moved) = await Move("""{"advance":"-1.00:00:00"}""");
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.InRange(Time(moved["now"]), back.AddDays(-1).AddSeconds(-2), back.AddDays(-1).AddMinutes(2));

        await bot!.DisposeAsync();
        http!.Dispose();
        await Start();
        Assert.InRange(await Now(), back.AddDays(-1).AddSeconds(-2), back.AddDays(-1).AddMinutes(3));
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"now":1}""")]
    [InlineData("""{"now":"2026-11-24"}""")]
    [InlineData("""{"now":"2026-11-24T08:30:00"}""")]
    [InlineData("""{"now":"2026-02-30T08:30:00+08:00"}""")]
    [InlineData("""{"now":"9999-12-31T23:59:59+08:00"}""")]
    [InlineData("""{"now":"0001-01-01T00:00:00+08:00"}""")]
    [InlineData("""{"advance":"3660.00:00:00"}""")]
    [InlineData("""{"advance":"-3660.00:00:00"}""")]
    [InlineData("""{"advance":"tomorrow"}""")]
    [InlineData("""{"advance":"10675199.02:48:05.4775807"}""")]
    [InlineData("""{"advance":"1.00:00:00","now":"2099-11-24T08:30:00+08:00"}""")]
    [InlineData("""{"advance":"1.00:00:00","advance":"2.00:00:00"}""")]
    [InlineData("""{"advance":"\ud800"}""")]
    public async Task Clock_AskedForNonsense_RefusesWithAReasonAndStays(string body)
    {
        var before = await Now();
        var (status, answer) = await Move(body);
        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.NotEqual("", (string?)answer["error"]!["message"]);
        Assert.InRange(await Now() - before, TimeSpan.Zero, TimeSpan.FromMinutes(2));
    }

    private async Task<(HttpStatusCode, JsonObject)> Move(string body)
    {
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        using var response = await http!.PostAsync("/demo/clock", content);
        return (response.StatusCode, (JsonObject)JsonNode.Parse(await response.Content.ReadAsStringAsync())!);
    }

    private async Task<DateTimeOffset> Now() => Time(JsonNode.Parse(await http!.GetStringAsync("/health"))!["now"]);

    private static DateTimeOffset Time(JsonNode? text) =>
        DateTimeOffset.ParseExact((string)text!, "yyyy-MM-ddTHH:mm:sszzz", CultureInfo.InvariantCulture);

    public async ValueTask DisposeAsync()
    {
        http?.Dispose();
        if (bot is not null) await bot.DisposeAsync();
        folder.Dispose();
    }
}
