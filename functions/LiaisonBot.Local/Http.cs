using LiaisonBot.Host;

namespace LiaisonBot.Local;

/// <summary>What every request has to satisfy.</summary>
internal static class Http
{
    /// <summary>
    /// A page from elsewhere in the same browser must not speak to a host that knows no passwords: neither under a name
    /// that it made point to this machine (<c>Host</c>), nor from its own place (<c>Origin</c>).
    /// </summary>
    public static bool IsFromThisMachine(HttpRequest request) =>
        Loopback.Is(request.Host.Host)
        && (request.Headers.Origin.Count == 0
            || (Uri.TryCreate(request.Headers.Origin, UriKind.Absolute, out var origin) && Loopback.Is(origin)));

    /// <summary>Turns away other pages, and ends quietly what the client itself broke off or sent malformed.</summary>
    public static async Task GuardAsync(HttpContext http, RequestDelegate next)
    {
        if (!IsFromThisMachine(http.Request))
        {
            await http.RefuseAsync(StatusCodes.Status403Forbidden, "only for this machine");
            return;
        }
        try
        {
            await next(http);
        }
        catch (BadHttpRequestException bad) when (!http.Response.HasStarted)
        {
            await http.RefuseAsync(bad.StatusCode, "the request is malformed");
        }
        catch (Exception e) when (e is OperationCanceledException or IOException
            && http.RequestAborted.IsCancellationRequested)
        {
            http.Abort();
        }
    }
}
