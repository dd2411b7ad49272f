using System.Security.Cryptography;
using System.Text;
using LiaisonBot.Conversation;
using LiaisonBot.Conversation.Sheets;
using LiaisonBot.Core.Delivery;
using LiaisonBot.Core.Evidence;
using LiaisonBot.Core.People;
using LiaisonBot.Core.Storage;
using Microsoft.Net.Http.Headers;

namespace LiaisonBot.Host;

/// <summary>
/// <c>GET /files/{token}</c>: what somebody was given a link to in the chat. Without a good token there is nothing
/// here, whoever asks.
/// </summary>
public sealed class DownloadEndpoint(BotApp app)
{
    /// <summary>The route, in every host.</summary>
    public const string Route = Downloads.Path + "/{token}";

    /// <summary>The first browser that opens a link is the only one: it is known by this.</summary>
    private const string Cookie = "liaison-file";

    private const int SecretLength = 64;

    /// <summary>
    /// In the names of programs that fetch links to show what is behind them: in Teams SkypeUriPreview, where somebody
    /// pastes one.
    /// </summary>
    private static readonly string[] Lookers = ["preview", "crawler", "spider", "externalhit", "bot/", "bot-"];

    public async Task HandleAsync(HttpContext http)
    {
        // Nobody keeps it, and no page learns where somebody came from.
        http.Response.Headers.CacheControl = "no-store";
        http.Response.Headers.XContentTypeOptions = "nosniff";
        http.Response.Headers["Referrer-Policy"] = "no-referrer";
        try
        {
            var token = http.Request.RouteValues["token"] as string ?? "";
            if (IsAhead(http.Request)
                || await app.DownloadAsync(token, Browser(http), http.RequestAborted) is not { } file)
            {
                await SayAsync(http, StatusCodes.Status404NotFound, Texts.DownloadOver);
                return;
            }

            switch (file)
            {
                case Download.Made made:
                    Head(http, made.File.FileName, made.File.MediaType, made.File.Body.Length);
                    await http.Response.Body.WriteAsync(made.File.Body, http.RequestAborted);
                    break;
                case Download.Kept kept:
                    await using (kept.Bytes)
                    {
                        Head(http, kept.Item.Name, FileKind.MediaTypeOf(kept.Item.Kind), kept.Item.Bytes);
                        await kept.Bytes.CopyToAsync(http.Response.Body, http.RequestAborted);
                    }

                    break;
                case Download.Refused refused:
                    await SayAsync(http, StatusCodes.Status403Forbidden, refused.Why);
                    break;
            }
        }
        catch (StoreUnavailableException)
        {
            await SayAsync(http, StatusCodes.Status503ServiceUnavailable, Texts.StoreBusy);
        }
    }

    /// <summary>
    /// To be saved and never shown: whatever somebody sent is no page of this host, even where a browser thinks so.
    /// </summary>
    private static void Head(HttpContext http, string name, string mediaType, long length)
    {
        var disposition = new ContentDispositionHeaderValue("attachment");
        disposition.SetHttpFileName(name);
        http.Response.Headers.ContentDisposition = disposition.ToString();
        http.Response.Headers.ContentSecurityPolicy = "default-src 'none'; sandbox";
        http.Response.Headers["X-Download-Options"] = "noopen";
        http.Response.Headers["Cross-Origin-Resource-Policy"] = "same-origin";
        http.Response.ContentType = mediaType;
        http.Response.ContentLength = length;
    }

    /// <summary>
    /// What looks at links before, or instead of, a person: it gets nothing, and the link stays unopened.
    /// </summary>
    private static bool IsAhead(HttpRequest request) =>
        Lookers.Any(looker => request.Headers.UserAgent.ToString().Contains(looker, StringComparison.OrdinalIgnoreCase))
        || request.Headers["Sec-Purpose"].ToString().Contains("prefetch", StringComparison.OrdinalIgnoreCase)
        || request.Headers["Purpose"].ToString().Contains("prefetch", StringComparison.OrdinalIgnoreCase);

    /// <summary>
    /// The secret by which this browser is known when it comes again; a new one when it has none. Sent before the store
    /// is asked, so that it may try again.
    /// </summary>
    private static string Browser(HttpContext http)
    {
        if (http.Request.Cookies[Cookie] is { Length: SecretLength } known)
        {
            return known;
        }

        var secret = RandomNumberGenerator.GetHexString(SecretLength, lowercase: true);
        http.Response.Cookies.Append(Cookie, secret, new()
        {
            HttpOnly = true,
            IsEssential = true,
            MaxAge = LinkService.Lasts.ToTimeSpan(),
            Path = http.Request.Path,
            SameSite = Microsoft.AspNetCore.Http.SameSiteMode.Lax,
            Secure = http.Request.IsHttps,
        });
        return secret;
    }

    // A person reads it in a browser, and nobody knows yet in which language.
    private static async Task SayAsync(HttpContext http, int status, Text text)
    {
        var body = Encoding.UTF8.GetBytes($"{text.In(Language.Chinese)}\n{text.In(Language.English)}\n");
        http.Response.StatusCode = status;
        http.Response.ContentType = "text/plain; charset=utf-8";
        http.Response.ContentLength = body.Length;
        await http.Response.Body.WriteAsync(body, http.RequestAborted);
    }
}
