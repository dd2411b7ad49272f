using System.Net;
using System.Text.Json.Nodes;
using LiaisonBot.EndToEnd.Driving;

namespace LiaisonBot.EndToEnd.Worker;

/// <summary>
/// Who is let in to <c>/api</c> by the function app as it is published. Needs a Functions host, where the key of
/// <c>LIAISON_BOT_KEY</c> is allowed and no audience is set, since nothing on a developer's machine gives tokens of
/// Entra.
/// </summary>
[Collection(nameof(Worker))]
public sealed class ApiAccessTests(BotUnderTest bot)
{
    private static string? Key => Environment.GetEnvironmentVariable("LIAISON_BOT_KEY");

    [Theory]
    [InlineData("/api/matters")]
    [InlineData("/api/matters/1301-1")]
    [InlineData("/api/health")]
    public async Task WithoutAToken_NobodyIsLetIn_AlsoWithTheKey(string path)
    {
        using var http = Functions();
        var (status, why, challenge) = await Ask(http, path, withKey: true);
        Assert.Equal(HttpStatusCode.Unauthorized, status);
        Assert.Contains("LIAISON_API_AUDIENCE", why, StringComparison.Ordinal);
        Assert.StartsWith("Bearer ", challenge, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TheKey_LetsInAtItsOwnAddress_InTheHeaderAlone()
    {
        using var http = Functions();
        Assert.Equal(HttpStatusCode.Unauthorized, (await Ask(http, "/api/keyed/matters", withKey: false)).Status);
        Assert.Equal(HttpStatusCode.OK, (await Ask(http, "/api/keyed/matters", withKey: true)).Status);
        Assert.Equal(HttpStatusCode.OK, (await Ask(http, "/api/keyed/health", withKey: true)).Status);

        // The host itself would take it there.
        var (status, why, _) = await Ask(http, $"/api/keyed/matters?code={Key}", withKey: false);
        Assert.Equal(HttpStatusCode.Unauthorized, status);
        Assert.Contains("?code=", why, StringComparison.Ordinal);
        Assert.Equal(
            HttpStatusCode.Unauthorized,
            (await Ask(http, $"/api/keyed/matters?code={Key}", withKey: true)).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await Ask(http, $"/api/matters?code={Key}", withKey: false)).Status);
    }

    private static HttpClient Functions()
    {
        Assert.SkipWhen(string.IsNullOrEmpty(Key), "LIAISON_BOT_KEY names no key: this host is not a Functions host.");
        return new();
    }

    private async Task<(HttpStatusCode Status, string Why, string Challenge)> Ask(
        HttpClient http,
        string path,
        bool withKey)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(bot.Url, path));
        if (withKey) request.Headers.Add("x-functions-key", Key);
        using var response = await http.SendAsync(request);
        var body = await response.Content.ReadAsStringAsync();
        var why = response.IsSuccessStatusCode || body.Length == 0
            ? ""
            : (string?)JsonNode.Parse(body)!["error"]?["message"] ?? "";
        return (response.StatusCode, why, response.Headers.WwwAuthenticate.ToString());
    }
}
