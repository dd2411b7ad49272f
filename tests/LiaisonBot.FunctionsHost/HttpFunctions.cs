using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;
using LiaisonBot.FunctionsHost.Protocol;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing.Template;
using Microsoft.Extensions.Primitives;

namespace LiaisonBot.FunctionsHost;

/// <summary>
/// Takes a request from outside: finds its function, looks at the key, tells the worker, and passes the request on to
/// it.
/// </summary>
internal sealed class HttpFunctions(HostState host, TimeProvider time) : IDisposable
{
    /// <summary>A worker that was ended is back within this.</summary>
    private static readonly TimeSpan WorkerStarts = TimeSpan.FromSeconds(60);

    private static readonly TimeSpan BeforeAgain = TimeSpan.FromMilliseconds(100);

    private const int Attempts = 30;

    // Headers of one connection, which are not passed on.
    private static readonly HashSet<string> Hops = new(StringComparer.OrdinalIgnoreCase)
    {
        "Connection",
        "Keep-Alive",
        "Transfer-Encoding",
        "Upgrade",
        "Host",
        "Content-Length"
    };

    private readonly HttpMessageInvoker worker = new(new SocketsHttpHandler
    {
        UseProxy = false,
        UseCookies = false,
        AllowAutoRedirect = false,
        ActivityHeadersPropagator = DistributedContextPropagator.CreateNoOutputPropagator()
    });

    public async Task Handle(HttpContext http)
    {
        var ready = await host.Worker.WaitAsync(WorkerStarts, time, http.RequestAborted);
        var fitting = ready.Functions.Where(function => function.Route is { } route
            && Fits(route, http.Request.Path)).ToList();
        if (fitting.FirstOrDefault(f => f.Methods.Count == 0
            || f.Methods.Contains(http.Request.Method, StringComparer.OrdinalIgnoreCase)) is not { } function)
        {
            http.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }
        if (function.NeedsKey && !HasKey(http.Request))
        {
            http.Response.StatusCode = StatusCodes.Status401Unauthorized;
            return;
        }
        var (id, end) = ready.Connection.Invoke(
            function,
            new TypedData { Http = new RpcHttp { Method = http.Request.Method, Url = http.Request.Path } });
        try
        {
            await Forward(http, ready.Http, id);
            await end;
        }
        catch (Exception e) when (e is HttpRequestException or IOException && !http.Response.HasStarted)
        {
            http.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        }
    }

    // As it was sent: a path that was decoded and encoded again is another one.
    private static string RawTarget(HttpContext http) =>
        http.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;

    private static bool Fits(string route, PathString path) =>
        new TemplateMatcher(TemplateParser.Parse(route), []).TryMatch(path, []);

    private bool HasKey(HttpRequest request)
    {
        var shown = request.Headers.TryGetValue("x-functions-key", out var header) ? header : request.Query["code"];
        return CryptographicOperations.FixedTimeEquals(
            Encoding.UTF8.GetBytes(shown.ToString()),
            Encoding.UTF8.GetBytes(host.Key));
    }

    private async Task Forward(HttpContext http, Uri to, string invocation)
    {
        using var request = new HttpRequestMessage(new(http.Request.Method), new Uri(to.GetLeftPart(UriPartial.Authority) + RawTarget(http)));
        if (http.Request.ContentLength > 0 || http.Request.Headers.TransferEncoding.Count > 0)
        {
            request.Content = new StreamContent(http.Request.Body);
            request.Content.Headers.ContentLength = http.Request.ContentLength;
        }
        foreach (var (name, values) in http.Request.Headers.Where(header => !Hops.Contains(header.Key)))
        {
            if (!request.Headers.TryAddWithoutValidation(name, (IEnumerable<string>)values))
            {
                request.Content?.Headers.TryAddWithoutValidation(name, (IEnumerable<string>)values);
            }
        }
        request.Headers.TryAddWithoutValidation("x-ms-invocation-id", invocation);
        request.Headers.Host = http.Request.Host.Value;
        using var response = await Send(request, http.RequestAborted);
        http.Response.StatusCode = (int)response.StatusCode;
        foreach (var (name, values) in response.Headers.Concat(response.Content.Headers)
            .Where(header => !Hops.Contains(header.Key)))
        {
            http.Response.Headers.Append(name, new StringValues([.. values]));
        }
        http.Response.ContentLength = response.Content.Headers.ContentLength;
        await response.Content.CopyToAsync(http.Response.Body, http.RequestAborted);
    }

    // A worker says that it is ready a moment before it listens. The host tries again then, and so does this one.
    private async Task<HttpResponseMessage> Send(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await worker.SendAsync(request, cancellationToken);
            }
            catch (HttpRequestException e) when (e.HttpRequestError == HttpRequestError.ConnectionError
                && attempt < Attempts)
            {
                await Task.Delay(BeforeAgain, time, cancellationToken);
            }
        }
    }

    public void Dispose() => worker.Dispose();
}
