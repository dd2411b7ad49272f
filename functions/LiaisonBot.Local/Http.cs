using System.Text.Json.Nodes;
using LiaisonBot.Conversation.Wire;

namespace LiaisonBot.Local;

/// <summary>JSON answers, and what every request has to satisfy.</summary>
internal static class Http
{
    public static async Task Answer(this HttpContext http, int status, JsonObject body)
    {
        var bytes = ActivityWriter.Bytes(body);
        http.Response.StatusCode = status;
        http.Response.ContentType = "application/json; charset=utf-8";
        http.Response.ContentLength = bytes.Length;
        await http.Response.Body.WriteAsync(bytes, http.RequestAborted);
    }

    public static Task Refuse(this HttpContext http, int status, string why) =>
        http.Answer(status, new JsonObject { ["error"] = new JsonObject { ["code"] = status == 400 ? "BadRequest" : "Refused", ["message"] = why } });

    /// <summary>
    /// A page from elsewhere in the same browser must not speak to a host that knows no passwords: neither under a name that it
    /// made point to this machine (<c>Host</c>), nor from its own place (<c>Origin</c>).
    /// </summary>
    public static bool IsFromThisMachine(HttpRequest request) =>
        Loopback.Is(request.Host.Host)
        && (request.Headers.Origin.Count == 0 || (Uri.TryCreate(request.Headers.Origin, UriKind.Absolute, out var origin) && Loopback.Is(origin)));

    /// <summary>Turns away other pages, and ends quietly what the client itself broke off or sent malformed.</summary>
    public static async Task Guard(HttpContext http, RequestDelegate next)
    {
        if (!IsFromThisMachine(http.Request))
        {
            await http.Refuse(StatusCodes.Status403Forbidden, "only for this machine");
            return;
        }
        try
        {
            await next(http);
        }
        catch (BadHttpRequestException bad) when (!http.Response.HasStarted)
        {
            await http.Refuse(bad.StatusCode, "the request is malformed");
        }
        catch (Exception e) when (e is OperationCanceledException or IOException && http.RequestAborted.IsCancellationRequested)
        {
            http.Abort();
        }
    }
}
