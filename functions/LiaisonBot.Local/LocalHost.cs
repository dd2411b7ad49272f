using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using LiaisonBot.Core.Sealed;
using LiaisonBot.Core.Storage;
using LiaisonBot.Host;
using LiaisonBot.Host.Api;
using LiaisonBot.Host.Files;
using LiaisonBot.Local.Demo;
using LiaisonBot.Storage;
using LiaisonBot.Storage.Backup;
using LiaisonBot.Storage.Backup.Scheduled;
using LiaisonBot.Storage.Evidence;
using LiaisonBot.Storage.Sealing;
using LiaisonBot.Teams;
using LiaisonBot.Web;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Logging.Console;
using NodaTime;

namespace LiaisonBot.Local;

/// <summary>The process: listens, serves, opens the Playground, and ends everything that it started.</summary>
internal static class LocalHost
{
    /// <summary>Exit code: ended because it was asked to.</summary>
    public const int Ended = 0;

    /// <summary>
    /// Exit code: could not start (port, data folder, store), or not go on; one line on stderr or in the log says why.
    /// </summary>
    public const int Failed = 1;

    /// <summary>Exit code: the command line is wrong.</summary>
    public const int Misused = 2;

    /// <summary>
    /// Bytes of a body that are read to their end, so that the client gets to see why it was refused.
    /// </summary>
    private const long DrainedBodyBytes = 16 * 1024 * 1024;

#pragma warning disable RS0030 // Machine time enters here and nowhere else.
    private static readonly TimeProvider Time = TimeProvider.System;
    internal static readonly IClock MachineClock = SystemClock.Instance;
#pragma warning restore RS0030

    public static async Task<int> RunAsync(LocalOptions options)
    {
        var builder = WebApplication.CreateEmptyBuilder(new() { ApplicationName = "LiaisonBot.Local" });
        builder.Logging.AddSimpleConsole(console =>
        {
            console.SingleLine = true;
            console.TimestampFormat = "HH:mm:ss ";
            console.ColorBehavior = LoggerColorBehavior.Disabled;
        });
        builder.Logging.AddFilter("Microsoft", LogLevel.None).AddFilter("System", LogLevel.None);
        builder.Services.AddRoutingCore();
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(5));
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => Listen(kestrel, options.Urls));
        await using var web = builder.Build();
        var logs = web.Services.GetRequiredService<ILoggerFactory>();
        try
        {
            DataFolder.Prepare(options.DataFolder);
            var demo = options.Demo ? DemoClock.Open(MachineClock, options.DataFolder) : null;
            var adapter = TeamsAdapter.Create(TeamsIdentity.None, LoopbackNetwork.Handler(), NullLogger.Instance);
            // In the Playground nobody sends files; what tests send lies on this machine.
            var connector = new TeamsConnector(adapter, null, Time);
            using var files = new FileSource(LoopbackNetwork.Handler(), Loopback.Is, Time)
            {
                Authorize = connector.AuthorizeAsync,
            };
            var policies = Policies.Read(options.DataFolder);
            var store = await OpenAsync(options, logs.CreateLogger("store"));
            var clock = (IClock?)demo ?? MachineClock;
            var evidence = new FolderEvidence(options.EvidenceFolder, clock);
            var sealing = FileSealingKeys.Open(
                options.DataFolder,
                await SealedService.HoldsTextsAsync(store, options.Province, CancellationToken.None));
            if (sealing.Missing is { } missing)
            {
                logs.CreateLogger("sealing").LogError("{Missing}", missing);
            }

            var settings = new BotSettings(
                options.Province,
                options.Prefix,
                options.Office,
                "local-" + RandomNumberGenerator.GetHexString(8, lowercase: true))
            {
                Notices = NoticeFiles.Read(options.DataFolder),
                Terms = TermsOfHost.Read(options.DataFolder),
                PlanProfile = PlanProfiles.Read(options.DataFolder),
                Steps = StepFiles.Read(options.DataFolder),
                DisclosureRule = DisclosureFiles.Read(options.DataFolder),
                Files = files,
                Evidence = evidence,
                SealingKeys = sealing,
                Address = () => web.Urls.FirstOrDefault() is { } url ? new(url) : null,
                Tab = new(() => web.Urls.FirstOrDefault() is { } page ? new(page) : null),
                Backups = Backups(options, store, evidence, clock, logs.CreateLogger("backup")),
                Demo = options.Demo ? DemoData.EnterAsync : null,
                Storage = store is SqliteTableStore ? "sqlite" : "tables",
            };
            await using var app = await BotApp.OpenAsync(
                store,
                settings,
                policies,
                connector,
                clock,
                Time,
                logs,
                CancellationToken.None);
            await using var playgrounds = new Playgrounds(options.DataFolder, logs.CreateLogger("playground"));
            Map(web, app, adapter, playgrounds, demo, logs);
            var tab = new TabEndpoint(new DemoSignIn(options.Demo), isSecure: false, Time, logs.CreateLogger("tab"));
            web.Map("/" + TabEndpoint.Route, http => tab.HandleAsync(http, app));
            web.MapGet("/", http => FrontPage.HandleAsync(http, playgrounds.Opened, options.Demo));
            await web.StartAsync();
            return await ServeAsync(web, app, playgrounds, options, demo, logs);
        }
        catch (StoreUnavailableException e)
        {
            return await FailAsync(e.Message);
        }
        catch (IOException e) when (e.InnerException is AddressInUseException)
        {
            return await FailAsync($"The port is taken: {string.Join(' ', options.Urls)}. Another program, or another LiaisonBot, listens there; --urls chooses another.");
        }
        catch (SocketException e)
        {
            return await FailAsync($"Cannot listen on {string.Join(' ', options.Urls)}: {e.Message}");
        }
    }

    private static async Task<ITableStore> OpenAsync(LocalOptions options, ILogger log)
    {
        if (options.Tables is { } tables)
        {
            var azure = AzureTableStore.Connect(tables);
            var marked = await MarkedTables.OpenAsync(
                azure,
                azure,
                null,
                _ => options.AcceptLoss,
                () => RandomNumberGenerator.GetHexString(32, lowercase: true),
                _ => "start once with --accept-loss",
                why =>
                    log.LogWarning(
                        "The highest number could not be noted, which the next change tries again: {Why}",
                        why),
                MachineClock,
                CancellationToken.None);
            if (marked.Lost is { } lost)
            {
                log.LogWarning("A loss was accepted: {What}", lost);
            }

            return marked;
        }

        var store = SqliteTableStore.Open(options.DataFile, options.AcceptLoss ? Loss.Accepted : Loss.Refused);
        if (store.Lost is null)
        {
            return store;
        }

        log.LogWarning("A loss was accepted: {What}", store.Lost);
        await StoreSchema.RecordLossAsync(store, store.Lost, MachineClock.GetCurrentInstant(), CancellationToken.None);
        return store;
    }

    private static BackupRounds? Backups(
        LocalOptions options,
        ITableStore store,
        FolderEvidence evidence,
        IClock clock,
        ILogger log)
    {
        if (options.BackupFolder is not { } folder)
        {
            return null;
        }

        var whole = store as IWholeStore ?? new SqliteRows(options.DataFile);
        return new(
            new(
                new FolderBackups(folder),
                whole,
                BackupPlan.Default,
                Path.Combine(options.DataFolder, "backup.unfinished"),
                clock,
                evidence),
            clock,
            Time,
            log);
    }

    internal static async Task<int> FailAsync(string why)
    {
        await Console.Error.WriteLineAsync(why.ReplaceLineEndings(" "));
        return Failed;
    }

    private static void Listen(KestrelServerOptions kestrel, IReadOnlyList<Uri> urls)
    {
        kestrel.AddServerHeader = false;
        kestrel.Limits.MaxRequestBodySize = DrainedBodyBytes;
        foreach (var url in urls)
            if (IPAddress.TryParse(url.Host.Trim('[', ']'), out var address))
            {
                kestrel.Listen(address, url.Port);
            }
            else if (url.Port == 0)
            {
                kestrel.Listen(IPAddress.Loopback, 0);
            }
            else
            {
                kestrel.ListenLocalhost(url.Port);
            }
    }

    private static void Map(
        WebApplication web,
        BotApp app,
        TeamsAdapter adapter,
        Playgrounds playgrounds,
        DemoClock? demo,
        ILoggerFactory logs)
    {
        web.Use(next => http => Http.GuardAsync(http, next));
        web.UseRouting();
        var log = logs.CreateLogger("messages");
        var messages = Messages(new(adapter, Time, log), playgrounds, log);
        web.MapPost("/api/messages", http => messages.HandleAsync(http, with => with(app)));
        var report = new ReportEndpoint(app, logs.CreateLogger("api"));
        web.MapGet("/api/matters/{number?}", http => report.HandleAsync(http, new ApiReader.ThisMachine()));
        web.MapGet("/" + DownloadEndpoint.Route, new DownloadEndpoint(app).HandleAsync);
        var feed = new FeedEndpoint(Time);
        web.MapMethods("/" + FeedEndpoint.Route, ["GET", "HEAD"], http => feed.HandleAsync(http, app));
        web.MapGet("/" + PagesEndpoint.Route, PagesEndpoint.HandleAsync);
        web.MapGet("/health", new HealthEndpoint(app, details: true).HandleAsync);
        if (demo is not null)
        {
            web.MapPost("/demo/clock", new DemoEndpoint(app, demo).HandleAsync);
        }
    }

    /// <summary>
    /// The endpoint of this machine. What a Playground of ours says of the language is not the person's choice.
    /// </summary>
    internal static MessagesEndpoint Messages(
        TeamsMessages messages,
        Playgrounds playgrounds,
        ILogger log) => new(messages, log)
        {
            Serves = Loopback.Is,
            Taken = reading =>
                playgrounds.Sent(new(reading.Envelope.Address.ServiceUrl))
                    ? reading.Incoming with { Locale = null }
                    : reading.Incoming,
        };

    private static async Task<int> ServeAsync(
        WebApplication web,
        BotApp app,
        Playgrounds playgrounds,
        LocalOptions options,
        DemoClock? demo,
        ILoggerFactory logs)
    {
        Console.WriteLine($"LiaisonBot {HealthEndpoint.Version} listens on {string.Join(' ', web.Urls)}, for this machine only. Data: {options.DataFolder}{(options.Demo ? " (demo)" : "")}");
        if (demo is not null)
        {
            Console.WriteLine($"The demo's clock says {BeijingClock.Shown(demo.GetCurrentInstant())}; POST /demo/clock moves it.");
        }

        if (options.Demo)
        {
            Console.WriteLine("The pages beside the chats, one link a person. This is no sign-in: it works in the demo alone, on this machine alone.");
            foreach (var person in DemoData.People)
            {
                Console.WriteLine($"Pages of {person.Name}: {DemoSignIn.Of(new(web.Urls.First()), person.Id)}");
            }
        }

        var work = RunBesideAsync(web, app, logs.CreateLogger("work"));
        if (options is { Demo: true, Playground: true })
        {
            await playgrounds.OpenAsync(new Uri(web.Urls.First()), web.Lifetime.ApplicationStopping);
        }

        if (!web.Lifetime.ApplicationStopping.IsCancellationRequested)
        {
            Console.WriteLine("Ctrl-C ends it.");
        }

        await web.WaitForShutdownAsync(CancellationToken.None);
        await playgrounds.EndAsync();
        return await work;
    }

    // Without its work the bot would still answer and silently deliver nothing: rather end.
    private static async Task<int> RunBesideAsync(WebApplication web, BotApp app, ILogger log)
    {
        try
        {
            await app.RunAsync(web.Lifetime.ApplicationStopping);
            return Ended;
        }
        catch (OperationCanceledException) when (web.Lifetime.ApplicationStopping.IsCancellationRequested)
        {
            return Ended;
        }
        catch (Exception e)
        {
            log.LogCritical("The work beside the chats ended: {Kind} {Where}", e.GetType().Name, e.StackTrace);
            web.Lifetime.StopApplication();
            return Failed;
        }
    }
}
