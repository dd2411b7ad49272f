using System.Text;
using LiaisonBot.Conversation;
using LiaisonBot.Conversation.Sheets;
using LiaisonBot.Core.People;
using LiaisonBot.Core.Storage;
using Microsoft.Net.Http.Headers;

namespace LiaisonBot.Hosting;

/// <summary><c>GET /files/{token}</c>: what somebody was given a link to in the chat. Without a good token there is nothing here, whoever asks.</summary>
public sealed class DownloadEndpoint(BotApp app)
{
    /// <summary>The route, in every host.</summary>
    public const string Route = Downloads.Path + "/{token}";

    public async Task Handle(HttpContext http)
    {
        // Nobody keeps it, and no page learns where somebody came from.
        http.Response.Headers.CacheControl = "no-store";
        http.Response.Headers.XContentTypeOptions = "nosniff";
        http.Response.Headers["Referrer-Policy"] = "no-referrer";
        try
        {
            if (await app.Download(http.Request.RouteValues["token"] as string ?? "", http.RequestAborted) is not { } file)
            {
                await Say(http, StatusCodes.Status404NotFound, Texts.DownloadOver);
                return;
            }

            var disposition = new ContentDispositionHeaderValue("attachment");
            disposition.SetHttpFileName(file.FileName);
            http.Response.Headers.ContentDisposition = disposition.ToString();
            http.Response.ContentType = file.MediaType;
            http.Response.ContentLength = file.Body.Length;
            await http.Response.Body.WriteAsync(file.Body, http.RequestAborted);
        }
        catch (StoreUnavailableException)
        {
            await Say(http, StatusCodes.Status503ServiceUnavailable, Texts.StoreBusy);
        }
    }

    // A person reads it in a browser, and nobody knows yet in which language.
    private static async Task Say(HttpContext http, int status, Text text)
    {
        var body = Encoding.UTF8.GetBytes($"{text.In(Language.Chinese)}\n{text.In(Language.English)}\n");
        http.Response.StatusCode = status;
        http.Response.ContentType = "text/plain; charset=utf-8";
        http.Response.ContentLength = body.Length;
        await http.Response.Body.WriteAsync(body, http.RequestAborted);
    }
}
