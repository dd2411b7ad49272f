using LiaisonBot.Core.Diagnostics;
using LiaisonBot.Core.Storage;
using LiaisonBot.Host;
using LiaisonBot.Host.Api;
using LiaisonBot.Local.Demo;
using LiaisonBot.Teams;
using LiaisonBot.Web;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace LiaisonBot.Functions;

/// <summary>What the Functions host calls.</summary>
internal sealed class Triggers(
    BotLifetime running,
    TeamsAdapter adapter,
    ApiGate gate,
    TabEndpoint tab,
    IClock clock,
    TimeProvider time,
    ILoggerFactory logs)
{
    private readonly ILogger apiLog = logs.CreateLogger("LiaisonBot.api");
    private readonly FeedEndpoint feed = new(time);
    private readonly MessagesEndpoint messages = Endpoint(adapter, time, logs.CreateLogger("LiaisonBot.messages"));

    /// <summary>From Teams. Anonymous to Functions: the adapter checks the Bot Framework's own token.</summary>
    [Function("messages")]
    public async Task Messages([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/messages")] HttpRequest request)
    {
        await messages.HandleAsync(request.HttpContext, act => WithAsync(request.HttpContext, act));
        request.HttpContext.ForgetStranger();
    }

    /// <summary>Everything that comes by itself.</summary>
    [Function("sweep")]
    public async Task Sweep([TimerTrigger("0 * * * * *")] TimerInfo timer, CancellationToken cancellationToken)
    {
        BotApp app;
        try
        {
            app = await running.AppAsync(cancellationToken);
        }
        catch (StoreUnavailableException)
        {
            Telemetry.SweepFailures.Add(1);
            throw;
        }
        await app.RoundAsync(cancellationToken);
    }

    /// <summary>
    /// Every half hour, so that a backup that was missed or failed is made up for; when one is due, its plan says.
    /// </summary>
    [Function("backup")]
    public async Task Backup([TimerTrigger("0 10,40 * * * *")] TimerInfo timer, CancellationToken cancellationToken) =>
        await (await running.AppAsync(cancellationToken)).BackUpAsync(cancellationToken);

    /// <summary>For whoever watches from outside: the status, and nothing else.</summary>
    [Function("health")]
    public Task Health([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "health")] HttpRequest request) =>
        WithAsync(request.HttpContext, app => new HealthEndpoint(app, details: false).HandleAsync(request.HttpContext));

    /// <summary>
    /// The same with everything that is known. Anonymous to Functions, as all of <c>/api</c> is: <see cref="ApiGate"/>
    /// checks the token.
    /// </summary>
    [Function("health-details")]
    public Task HealthDetails([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/health")] HttpRequest request) =>
        DetailsAsync(request.HttpContext, keyed: false);

    /// <summary>Reports, by a token.</summary>
    [Function("api")]
    public Task Api([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/matters/{number?}")] HttpRequest request) =>
        ReportsAsync(request.HttpContext, keyed: false);

    /// <summary>
    /// The same by the function's key, which the Functions host checks only where its function asks for one.
    /// </summary>
    [Function("health-details-keyed")]
    public Task HealthDetailsKeyed([HttpTrigger(AuthorizationLevel.Function, "get", Route = "api/keyed/health")] HttpRequest request) =>
        DetailsAsync(request.HttpContext, keyed: true);

    /// <inheritdoc cref="HealthDetailsKeyed"/>
    [Function("api-keyed")]
    public Task ApiKeyed([HttpTrigger(AuthorizationLevel.Function, "get", Route = "api/keyed/matters/{number?}")] HttpRequest request) =>
        ReportsAsync(request.HttpContext, keyed: true);

    /// <summary>
    /// What people were given a link to. Anonymous to Functions: the link itself is what lets somebody in.
    /// </summary>
    [Function("files")]
    public async Task Files([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = DownloadEndpoint.Route)] HttpRequest request)
    {
        await new DownloadEndpoint(await running.AppAsync(CancellationToken.None)).HandleAsync(request.HttpContext);
        request.HttpContext.ForgetStranger();
    }

    /// <summary>
    /// People's calendars. Anonymous to Functions: the address itself is what lets a program in. It leaves no trace, since its
    /// address must not be kept anywhere.
    /// </summary>
    [Function("feed")]
    public async Task Feed([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = FeedEndpoint.Route)] HttpRequest request)
    {
        await WithAsync(request.HttpContext, app => feed.HandleAsync(request.HttpContext, app));
        request.HttpContext.ForgetStranger();
    }

    /// <summary>What the app's entry in Teams links to. For anybody: nothing of the office is in it.</summary>
    [Function("pages")]
    public static async Task Pages([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = PagesEndpoint.Route)] HttpRequest request)
    {
        await PagesEndpoint.HandleAsync(request.HttpContext);
        request.HttpContext.ForgetStranger();
    }

    /// <summary>The pages beside the chat. Anonymous to Functions: they know by their own session who asks.</summary>
    [Function("tab")]
    public async Task Tab([HttpTrigger(AuthorizationLevel.Anonymous, "get", "post", Route = TabEndpoint.Route)] HttpRequest request)
    {
        await WithAsync(request.HttpContext, app => tab.HandleAsync(request.HttpContext, app));
        request.HttpContext.ForgetStranger();
    }

    /// <summary>On a developer's machine in the demo; elsewhere there is nothing here.</summary>
    [Function("demo")]
    public async Task Demo([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "demo/clock")] HttpRequest request)
    {
        if (clock is DemoClock demo)
        {
            await WithAsync(request.HttpContext, app => new DemoEndpoint(app, demo).HandleAsync(request.HttpContext));
        }
        else
        {
            request.HttpContext.Response.StatusCode = StatusCodes.Status404NotFound;
        }
    }

    private Task DetailsAsync(HttpContext http, bool keyed) =>
        AdmittedAsync(
            http,
            keyed,
            _ => WithAsync(http, app => new HealthEndpoint(app, details: true).HandleAsync(http), details: true));

    private Task ReportsAsync(HttpContext http, bool keyed) =>
        AdmittedAsync(
            http,
            keyed,
            reader => WithAsync(http, app => new ReportEndpoint(app, apiLog).HandleAsync(http, reader), details: true));

    private async Task AdmittedAsync(HttpContext http, bool keyed, Func<ApiReader, Task> act)
    {
        if (await gate.AdmitAsync(http, keyed) is { } reader)
        {
            await act(reader);
        }
        else
        {
            http.ForgetStranger();
        }
    }

    private static MessagesEndpoint Endpoint(TeamsAdapter adapter, TimeProvider time, ILogger log) =>
        new(new(adapter, time, log), log);

    /// <summary>Answers <c>503</c> while the bot cannot start.</summary>
    /// <param name="details">With the reason.</param>
    private async Task WithAsync(HttpContext http, Func<BotApp, Task> act, bool details = false)
    {
        BotApp app;
        try
        {
            app = await running.AppAsync(CancellationToken.None);
        }
        catch (StoreUnavailableException e)
        {
            await HealthEndpoint.UnavailableAsync(http, details ? e.Message : null);
            return;
        }
        await act(app);
    }
}
