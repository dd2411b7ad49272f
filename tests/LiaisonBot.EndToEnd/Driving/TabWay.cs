using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace LiaisonBot.EndToEnd.Driving;

/// <summary>
/// The other window of a person's conversation: what they say and press goes through the page, while what comes unasked
/// still comes to their chat.
/// </summary>
public sealed partial class TabWay(BotUnderTest bot, string objectId)
{
    private string? cookie;
    private string proof = "";

    /// <summary>The body of the answer; null for somebody whom the pages do not know: they have the chat alone.</summary>
    public async Task<string?> Turn(JsonObject activity)
    {
        for (var tries = 0; tries < 2; tries++)
        {
            if (cookie is null && !await SignIn(activity))
            {
                return null;
            }

            using var request = Request(HttpMethod.Post, "/tab/turn", activity);
            request.Headers.Add("X-Liaison-Proof", proof);
            request.Content = JsonContent.Create(activity);
            using var answer = await bot.Http.SendAsync(request);
            // The session is over: its eight hours, or the person.
            if (answer.StatusCode == HttpStatusCode.Unauthorized)
            {
                cookie = null;
                continue;
            }

            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            return await answer.Content.ReadAsStringAsync();
        }

        return null;
    }

    /// <summary>A file, and then the message that it goes with.</summary>
    /// <inheritdoc cref="Turn"/>
    public async Task<string?> Send(JsonObject message, string name, byte[] content)
    {
        if (cookie is null && !await SignIn(message))
        {
            return null;
        }

        using var request = Request(HttpMethod.Post, $"/tab/file?key=&name={Uri.EscapeDataString(name)}", message);
        request.Headers.Add("X-Liaison-Proof", proof);
        request.Content = new ByteArrayContent(content) { Headers = { ContentType = new("application/octet-stream") } };
        using var answer = await bot.Http.SendAsync(request);
        // One that may not be kept is for the chat's own words.
        if (answer.StatusCode != HttpStatusCode.OK)
        {
            return null;
        }

        message["files"] = (string?)JsonNode.Parse(await answer.Content.ReadAsStringAsync())!["key"];
        return await Turn(message);
    }

    private async Task<bool> SignIn(JsonObject activity)
    {
        using var request = Request(HttpMethod.Get, $"/tab/signin/{objectId}", activity);
        using var answer = await bot.Pages.SendAsync(request);
        if (answer.StatusCode != HttpStatusCode.Redirect)
        {
            return false;
        }

        cookie = answer.Headers.GetValues("Set-Cookie").Single().Split(';')[0];
        using var asked = Request(HttpMethod.Get, "/tab/mine", activity);
        using var page = await bot.Pages.SendAsync(asked);
        proof = Proof().Match(await page.Content.ReadAsStringAsync()).Groups["proof"].Value;
        return page.StatusCode == HttpStatusCode.OK;
    }

    private HttpRequestMessage Request(HttpMethod method, string path, JsonObject activity)
    {
        var request = new HttpRequestMessage(method, new Uri(bot.Url, path));
        request.Headers.Add("Accept-Language", (string?)activity["locale"]);
        if (cookie is not null)
        {
            request.Headers.Add("Cookie", cookie);
        }

        return request;
    }

    [GeneratedRegex("data-proof=\"(?<proof>[^\"]+)\"", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Proof();
}
