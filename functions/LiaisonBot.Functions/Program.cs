using System.Security.Cryptography;
using System.Text;
using Azure.Identity;
using Azure.Monitor.OpenTelemetry.Exporter;
using LiaisonBot.Conversation;
using LiaisonBot.Core.Diagnostics;
using LiaisonBot.Core.Sealed;
using LiaisonBot.Functions;
using LiaisonBot.Host;
using LiaisonBot.Host.Api;
using LiaisonBot.Host.Entra;
using LiaisonBot.Host.Files;
using LiaisonBot.Host.SignIn;
using LiaisonBot.Local.Demo;
using LiaisonBot.Storage;
using LiaisonBot.Storage.Backup.Scheduled;
using LiaisonBot.Storage.Evidence;
using LiaisonBot.Storage.Sealing;
using LiaisonBot.Teams;
using LiaisonBot.Web;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Azure.Functions.Worker.OpenTelemetry;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using NodaTime;
using OpenTelemetry;

#pragma warning disable RS0030 // Machine time enters here and nowhere else.
var time = TimeProvider.System;
IClock machineClock = SystemClock.Instance;
#pragma warning restore RS0030

var builder = FunctionsApplication.CreateBuilder(args);
builder.ConfigureFunctionsWebApplication();
var (settings, wrong) = AzureSettings.Read(builder.Configuration);
if (settings is null)
{
    await Console.Error.WriteLineAsync($"The settings of the function app are not right:{Environment.NewLine}- {string.Join($"{Environment.NewLine}- ", wrong)}");
    return 1;
}

// What the SDK itself logs below a warning names conversations; of the framework only what goes wrong is of interest.
builder.Logging.AddFilter("Azure", LogLevel.Warning)
    .AddFilter("Microsoft", LogLevel.Warning)
    .AddFilter("System", LogLevel.Warning)
    .AddFilter("adapter", LogLevel.Warning);
var telemetry = builder.Services.AddOpenTelemetry()
    .UseFunctionsWorkerDefaults()
    .WithMetrics(metrics => metrics.AddMeter(Telemetry.Name))
    .WithTracing(traces => traces.AddSource(Telemetry.Name));
if (settings.Telemetry is { } connection) telemetry.UseAzureMonitorExporter(exporter =>
{
    exporter.ConnectionString = connection;
    // A trace now and then (OTEL_TRACES_SAMPLER) is enough to look at; what went wrong is always told.
    exporter.EnableTraceBasedLogsSampler = false;
    // Application Insights lets nobody in by the connection string alone (infra/monitoring.bicep).
    if (settings.Identity is { } identity)
    {
        exporter.Credential = new ManagedIdentityCredential(ManagedIdentityId.FromUserAssignedClientId(identity));
    }
});

// The demo's clock belongs to its tables, and goes on where it was when the worker is started again.
var clock = settings.Demo
    ? DemoClock.Open(machineClock, Directory.CreateDirectory(OwnFolder(settings.Tables)).FullName)
    : machineClock;
// The platform names the app, unless it has a domain of its own; on a developer's machine the tools name the port.
var address = (settings.Domain ?? builder.Configuration["WEBSITE_HOSTNAME"]) is { Length: > 0 } host
    && Uri.TryCreate($"{(settings.AppId is null ? "http" : "https")}://{host}", UriKind.Absolute, out var known)
    ? known
    : null;
builder.Services.AddSingleton(time);
builder.Services.AddSingleton(services => TeamsAdapter.Create(
    new(
        settings.AppId,
        settings.TenantId,
        settings.IsManagedIdentity ? null : settings.Identity,
        Enum.Parse<BotCloud>(settings.Cloud, ignoreCase: true)),
    new SocketsHttpHandler(),
    services.GetRequiredService<ILoggerFactory>().CreateLogger("adapter")));
builder.Services.AddSingleton(services =>
    new TeamsConnector(services.GetRequiredService<TeamsAdapter>(), settings.AppId, time));
builder.Services.AddSingleton(clock);
builder.Services.AddSingleton(services =>
    new FileSource(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }, SharePoint.Holds, time)
    {
        Authorize = services.GetRequiredService<TeamsConnector>().AuthorizeAsync,
    });
builder.Services.AddSingleton(services =>
    Gate(services.GetRequiredService<ILoggerFactory>().CreateLogger("LiaisonBot.api")));
builder.Services.AddSingleton(services => new TabEndpoint(
    SignIn(services.GetRequiredService<ILoggerFactory>().CreateLogger("LiaisonBot.signin")),
    isSecure: !settings.Demo,
    time,
    services.GetRequiredService<ILoggerFactory>().CreateLogger("LiaisonBot.tab")));
builder.Services.AddSingleton(services =>
    new BotLifetime(
        cancellationToken => OpenAsync(services, cancellationToken),
        time,
        services.GetRequiredService<ILoggerFactory>().CreateLogger("LiaisonBot.running")));
builder.Services.AddHostedService(services => services.GetRequiredService<BotLifetime>());

await builder.Build().RunAsync();
return 0;

ApiGate Gate(ILogger log)
{
    var tokens = settings.ApiAudiences.Count > 0 ? new ApiTokens(Tokens(settings.ApiAudiences, Entra(), log)) : null;
    return new(tokens, settings.ApiKeyAllowed);
}

ISignIn SignIn(ILogger log)
{
    if (settings.TabAppId is not { } tab || address is null)
    {
        return new DemoSignIn(settings.Demo);
    }

    var http = Entra();
    var cloud = EntraCloud.Of(settings.Cloud);
    var tokens = new PersonTokens(Tokens([tab, $"api://{address.Host}/{tab}"], http, log), tab);
    var identity = new ManagedIdentityCredential(ManagedIdentityId.FromUserAssignedClientId(settings.Identity));
    var flow = new CodeFlow(
        cloud,
        settings.TenantId,
        tab,
        address,
        tokens,
        http,
        async cancellationToken =>
            (await identity.GetTokenAsync(new([$"{cloud.Exchange}/.default"]), cancellationToken)).Token,
        log);
    return new EntraSignIn(flow, tokens, () => RandomNumberGenerator.GetHexString(64, lowercase: true));
}

HttpClient Entra() => new(new SocketsHttpHandler
{
    UseCookies = false,
    AllowAutoRedirect = false,
    PooledConnectionLifetime = TimeSpan.FromMinutes(5)
})
{ Timeout = TimeSpan.FromSeconds(10) };

EntraTokens Tokens(IReadOnlyList<string> audiences, HttpClient http, ILogger log)
{
    var cloud = EntraCloud.Of(settings.Cloud);
    return new(
        cloud,
        settings.TenantId,
        audiences,
        new(http, cloud.Metadata(settings.TenantId), time, log),
        time);
}

BlobBackups? Place()
{
    if (settings.Backup is not { } backup)
    {
        return null;
    }

    return backup.Connection is { } connection
        ? BlobBackups.Connect(connection, backup.Container, time)
        : BlobBackups.Connect(
            backup.Address!,
            new ManagedIdentityCredential(ManagedIdentityId.FromUserAssignedClientId(settings.Identity)),
            time);
}

BlobEvidence? Evidence()
{
    if (settings.Evidence is not { } evidence)
    {
        return null;
    }

    var spool = Path.Combine(OwnFolder(settings.Tables), "spool");
    return evidence.Connection is { } connection
        ? BlobEvidence.Connect(connection, evidence.Container, spool, evidence.IsScanned)
        : BlobEvidence.Connect(
            evidence.Address!,
            new ManagedIdentityCredential(ManagedIdentityId.FromUserAssignedClientId(settings.Identity)),
            spool,
            evidence.IsScanned);
}

BackupRounds? Backups(IServiceProvider services, AzureTableStore store, BlobBackups? place, BlobEvidence? evidence)
{
    if (place is null)
    {
        return null;
    }

    var log = services.GetRequiredService<ILoggerFactory>().CreateLogger("LiaisonBot.backup");
    return new(
        new(place, store, settings.Backup!.Plan, Path.Combine(OwnFolder(settings.Tables), "backup"), clock, evidence),
        clock,
        time,
        log);
}

// Of this machine, for one store.
static string OwnFolder(string tables) =>
    Path.Combine(
        Path.GetTempPath(),
        $"liaison-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(tables)))[..16]}");

// In Azure the key is in Key Vault; on a developer's machine, and nowhere else, it is a file.
ISealingKeys? SealingKeys(bool holdsTexts) => settings.SealingKey is { } key
    ? new KeyVaultSealingKeys(
        key,
        $"https://{key.Host[(key.Host.IndexOf('.') + 1)..]}/.default",
        new ManagedIdentityCredential(ManagedIdentityId.FromUserAssignedClientId(settings.Identity)),
        new SocketsHttpHandler { PooledConnectionLifetime = TimeSpan.FromMinutes(5) })
    : settings.Demo ? FileSealingKeys.Open(Directory.CreateDirectory(OwnFolder(settings.Tables)).FullName, holdsTexts)
    : null;

async Task<BotApp> OpenAsync(IServiceProvider services, CancellationToken cancellationToken)
{
    var store = Uri.TryCreate(settings.Tables, UriKind.Absolute, out var endpoint)
        && endpoint.Scheme == Uri.UriSchemeHttps
        ? AzureTableStore.Connect(
            endpoint,
            new ManagedIdentityCredential(ManagedIdentityId.FromUserAssignedClientId(settings.Identity)))
        : AzureTableStore.Connect(settings.Tables);
    // Several instances run at once: each has its own name, and another one after it was started again.
    var sender = $"{Environment.MachineName}-{Environment.ProcessId}-{machineClock.GetCurrentInstant().ToUnixTimeMilliseconds()}";
    var place = Place();
    var evidence = Evidence();
    var log = services.GetRequiredService<ILoggerFactory>().CreateLogger("LiaisonBot.store");
    var marked = await MarkedTables.OpenAsync(
        store,
        store,
        place,
        name => name == settings.AcceptLoss,
        () => RandomNumberGenerator.GetHexString(32, lowercase: true),
        name => $"set LIAISON_ACCEPT_LOSS to {name} and restart",
        why => log.LogWarning("The highest number could not be noted, which the next change tries again: {Why}", why),
        machineClock,
        cancellationToken);
    if (marked.Lost is { } lost)
    {
        log.LogWarning("A loss was accepted: {What}", lost);
    }

    if (clock is DemoClock demo && await marked.NameAsync(cancellationToken) is { } name)
    {
        demo.BelongTo(name);
    }

    return await BotApp.OpenAsync(
        marked,
        new(settings.Province, settings.Prefix, settings.Office, sender)
        {
            Files = services.GetRequiredService<FileSource>(),
            Address = () => address,
            Tab = settings.TabAppId is null || address is null
                ? null
                : new(() => address, TabLinks.TeamsOf(settings.Cloud), settings.AppId, settings.TeamsAppId),
            Evidence = evidence,
            SealingKeys = SealingKeys(settings.Demo && await SealedService.HoldsTextsAsync(marked, settings.Province, cancellationToken)),
            FilesFromTeams = settings.FilesFromTeams,
            Backups = Backups(services, store, place, evidence),
            Demo = settings.Demo ? DemoData.EnterAsync : null,
            Terms = TermsOfHost.Read(AppContext.BaseDirectory),
            PlanProfile = PlanProfiles.Read(AppContext.BaseDirectory),
            Steps = StepFiles.Read(AppContext.BaseDirectory),
            DisclosureRule = DisclosureFiles.Read(AppContext.BaseDirectory),
        },
        Policies.Read(AppContext.BaseDirectory),
        services.GetRequiredService<TeamsConnector>(),
        clock,
        time,
        services.GetRequiredService<ILoggerFactory>(),
        cancellationToken);
}
