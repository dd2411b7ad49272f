using System.Security.Cryptography;
using LiaisonBot.Conversation;
using LiaisonBot.Conversation.Features;
using LiaisonBot.Conversation.Features.Feeds;
using LiaisonBot.Conversation.OfficeReports;
using LiaisonBot.Conversation.Sheets;
using LiaisonBot.Conversation.Shell;
using LiaisonBot.Core;
using LiaisonBot.Core.Areas;
using LiaisonBot.Core.Calendar;
using LiaisonBot.Core.Diagnostics;
using LiaisonBot.Core.Evidence;
using LiaisonBot.Core.Health;
using LiaisonBot.Core.Messaging;
using LiaisonBot.Core.People;
using LiaisonBot.Core.Policies;
using LiaisonBot.Core.Sealed;
using LiaisonBot.Core.Sets;
using LiaisonBot.Core.Storage;
using LiaisonBot.Core.Visits;
using LiaisonBot.Host.Api;
using LiaisonBot.Sheets;
using NodaTime;

namespace LiaisonBot.Host;

/// <summary>What a bot is told of where it works.</summary>
/// <param name="Prefix">Of matter numbers: 冀巡交.</param>
/// <param name="Office">Sign-in name or object id of the first person of the provincial office, who then enters
/// everyone else in the chat.</param>
/// <param name="Sender">Names this process among those that send at the same time from the same store.</param>
public sealed record BotSettings(AreaCode Province, string Prefix, string? Office, string Sender)
{
    /// <summary>Characters of <see cref="Prefix"/>.</summary>
    public const int MaxPrefix = 12;

    /// <summary>Holiday notices to be imported at the start.</summary>
    public IReadOnlyList<(string Name, HolidayNotice Notice)> Notices { get; init; } = [];

    /// <summary>How long what names people is kept.</summary>
    public Terms Terms { get; init; } = Terms.BuiltIn;

    /// <summary>The numbers that a year's plan goes by.</summary>
    public PlanProfile PlanProfile { get; init; } = PlanProfile.BuiltIn;

    /// <summary>The dated steps of sets.</summary>
    public StepBook Steps { get; init; } = StepBook.BuiltIn;

    /// <summary>The office's uniform rule of what is made public of sets.</summary>
    public DisclosureRule DisclosureRule { get; init; } = DisclosureFile.BuiltIn;

    /// <summary>From where files are fetched that people send.</summary>
    public IFileSource Files { get; init; } = new Nowhere();

    /// <summary>Where the files are kept that come with steps; null where none are kept.</summary>
    public IEvidenceBytes? Evidence { get; init; }

    /// <summary>The key of sealed records; null where none is set up.</summary>
    public ISealingKeys? SealingKeys { get; init; }

    /// <summary>Whether Teams gives bots the files that people send: not in 21Vianet, GCC High and DoD.</summary>
    public bool FilesFromTeams { get; init; } = true;

    /// <summary>Where people's browsers reach this host; null while they cannot.</summary>
    public Func<Uri?> Address { get; init; } = () => null;

    /// <summary>The pages beside the chat, for links on cards; null where nobody can sign in to them.</summary>
    public TabLinks? Tab { get; init; }

    /// <summary>Backups that are made by themselves; null for none.</summary>
    public IBackups? Backups { get; init; }

    /// <summary>Enters the people of a demo into the store; null where there is no demo.</summary>
    public Func<ITableStore, IClock, CancellationToken, Task>? Demo { get; init; }

    /// <summary>Where the data is, in a word for <c>/health</c>: <c>sqlite</c>, <c>tables</c>.</summary>
    public string Storage { get; init; } = "tables";

    private sealed class Nowhere : IFileSource
    {
        public Task<FileAnswer> FetchAsync(SentFile file, CancellationToken cancellationToken) =>
            Task.FromResult<FileAnswer>(new FileAnswer.NotFetched());

        public Task<FileAnswer> OpenAsync(SentFile file, CancellationToken cancellationToken) =>
            FetchAsync(file, cancellationToken);
    }
}

/// <summary>
/// The bot behind the endpoints of any host. This is the one place where it is put together from the product's parts.
/// </summary>
public sealed class BotApp : IAsyncDisposable
{
    /// <summary>
    /// A turn that takes longer is given up. A client that goes away does not stop its turn: what it asked for is done.
    /// </summary>
    private static readonly TimeSpan TurnTime = TimeSpan.FromSeconds(60);

    /// <summary>
    /// A call for rounds begins none after that long: the Functions host ends one that lasts five minutes.
    /// </summary>
    private static readonly Duration LongestRounds = Duration.FromMinutes(3);

    /// <summary>How old the health may be that is shown to whoever asks.</summary>
    private static readonly TimeSpan HealthShown = TimeSpan.FromSeconds(10);

    private readonly Lock gate = new();
    private readonly ITableStore store;
    private readonly BotSettings settings;
    private readonly TimeProvider time;
    private readonly LiaisonServices services;
    private readonly Deliveries deliveries;
    private readonly Bot bot;
    private readonly PersonalFeed feed;
    private readonly ILogger log;
    private (Task<HealthFacts> Facts, long Asked)? recentHealth;

    private BotApp(
        ITableStore store,
        BotSettings settings,
        PolicyBook policies,
        IConnector connector,
        IClock clock,
        TimeProvider time,
        ILoggerFactory logs)
    {
        (this.store, this.settings, this.time) = (store, settings, time);
        log = logs.CreateLogger("turns");
        var work = new DeliveryWork();
        var way = new LimitedConnector(connector, new(), time);
        services = new(
            store,
            settings.Province,
            clock,
            policies,
            settings.Sender,
            d => new Messenger(way, d, settings.Prefix, settings.Tab),
            work.Look,
            settings.Terms,
            settings.Evidence,
            settings.SealingKeys is { } keys ? new(new SealedTable(store), keys) : null)
        {
            Found = difference => log.LogWarning("The audit found: {Difference}", difference),
            PlanProfile = settings.PlanProfile,
            Steps = settings.Steps,
            DisclosureRule = settings.DisclosureRule,
            JobLeft = work.Job,
            TalkLeft = work.Talk,
            Refused = e => log.LogError("The store takes no changes: {What}", e.Message),
        };
        deliveries = new(work, services, time, logs.CreateLogger("deliveries"));
        var office = new BotContext(
            AllFeatures.Registry,
            services,
            connector,
            settings.Prefix,
            work.Reached,
            new(
                new SheetFiles(),
                new(settings.Files, new SheetFiles(), services.Evidence, time),
                settings.Address,
                () => RandomNumberGenerator.GetHexString(64, lowercase: true))
            {
                FromTeams = settings.FilesFromTeams,
                Tab = settings.Tab,
            });
        bot = new(office);
        Context = office;
        feed = new(services, new SheetFiles(), settings.Prefix);
    }

    /// <summary>Takes the store over, and prepares everything that a turn needs.</summary>
    /// <exception cref="StoreUnavailableException">The message says in one line why the bot cannot start.</exception>
    public static async Task<BotApp> OpenAsync(
        ITableStore store,
        BotSettings settings,
        PolicyBook policies,
        IConnector connector,
        IClock clock,
        TimeProvider time,
        ILoggerFactory logs,
        CancellationToken cancellationToken)
    {
        var app = new BotApp(store, settings, policies, connector, clock, time, logs);
        try
        {
            await StoreSchema.PrepareAsync(store, cancellationToken);
            if (settings.Demo is { } enter)
            {
                await enter(store, clock, cancellationToken);
            }

            await app.EnterOfficeAsync(cancellationToken);
            foreach (var (name, notice) in settings.Notices)
            {
                await app.services.Holidays.ImportFileAsync(name, notice, cancellationToken);
            }

            return app;
        }
        catch
        {
            await app.DisposeAsync();
            throw;
        }
    }

    /// <summary>What pages are made of, beside the turns.</summary>
    public BotContext Context { get; }

    /// <inheritdoc cref="Bot.VoiceAsync"/>
    public Task<Localizer> VoiceAsync(Language language, CancellationToken cancellationToken) =>
        bot.VoiceAsync(language, cancellationToken);

    /// <summary>A host has posted an answer, and the chat gave it an id.</summary>
    public void Posted(ChatAddress chat, SendAnswer taken, OutgoingMessage message) => bot.Posted(chat, taken, message);

    /// <summary>Takes a turn. One that fails is answered too: with an excuse, and nothing of the cause.</summary>
    /// <param name="gone">The client has left. Only what nobody but it waits for is given up then; a step that was
    /// asked for is finished.</param>
    public async Task<TurnAnswer> AnswerAsync(ChatEvent chatEvent, CancellationToken gone)
    {
        using var activity = Telemetry.Activities.StartActivity("turn");
        var (kind, result) = (Telemetry.Word(chatEvent.GetType().Name), "failed");
        using var limit = new CancellationTokenSource(TurnTime, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, chatEvent.OnlyLooks ? gone : CancellationToken.None);
        try
        {
            var answer = await bot.TakeAsync(chatEvent, either.Token);
            result = "answered";
            return answer;
        }
        catch (OperationCanceledException) when (chatEvent.OnlyLooks && gone.IsCancellationRequested)
        {
            result = "left";
            return TurnAnswer.Silence;
        }
        catch (Exception e)
        {
            // The stack says where; the message is left out, it may quote what a person wrote.
            if (e is StoreUnavailableException)
            {
                log.LogError("The store is away: {What}", e.Message);
            }
            else
            {
                log.LogError("A turn failed: {Kind} {Where}", e.GetType().Name, e.StackTrace);
            }

            return bot.Excuse(e is StoreUnavailableException ? Texts.StoreBusy : Texts.SomethingBroke, chatEvent);
        }
        finally
        {
            Telemetry.Turns.Add(1, new("kind", kind), new("result", result));
            activity?.SetTag("kind", kind).SetTag("result", result);
        }
    }

    /// <summary>
    /// Whose rights somebody reads with: a person's their own, everybody else's those of the office. Null for a person
    /// whom the bot does not know.
    /// </summary>
    public async Task<Person?> ReaderAsync(
        ApiReader reader,
        CancellationToken cancellationToken) => reader is ApiReader.Account account
        ? (await services.Directory.ReadAsync(cancellationToken)).ByObjectId(account.ObjectId.ToString())
        : Conversation.OfficeReports.OfficeReport.TheOffice(settings.Province);

    /// <summary>Matters for reports of one's own; null when there is no such matter for the reader.</summary>
    public Task<OfficeReport?> ReportAsync(ReportQuery query, Person reader, CancellationToken cancellationToken) =>
        Conversation.OfficeReports.OfficeReport.OfAsync(query, reader, services, settings.Prefix, cancellationToken);

    /// <inheritdoc cref="Downloads.FetchAsync"/>
    public Task<Download?> DownloadAsync(string token, string browser, CancellationToken cancellationToken) =>
        Context.Downloads.FetchAsync(token, browser, cancellationToken);

    /// <inheritdoc cref="PersonalFeed.ReadAsync"/>
    public Task<byte[]?> FeedAsync(string secret, CancellationToken cancellationToken) =>
        feed.ReadAsync(secret, cancellationToken);

    /// <summary>The year that a number without one means.</summary>
    public int Year => BeijingTime.Today(services.Clock.GetCurrentInstant()).Year;

    /// <summary>
    /// Delivers what is due now and returns when it has been tried. Called after the demo clock was moved.
    /// </summary>
    public Task DeliverDueAsync(CancellationToken cancellationToken)
    {
        services.Directory.Forget();
        lock (gate) recentHealth = null;
        return deliveries.AllAsync(cancellationToken);
    }

    /// <inheritdoc cref="BotSettings.Storage"/>
    public string Storage => settings.Storage;

    public bool IsDemo => settings.Demo is not null;

    /// <summary>How the bot is; also what the gauges of <see cref="Telemetry"/> show from then on.</summary>
    public async Task<HealthFacts> HealthAsync(CancellationToken cancellationToken)
    {
        var facts = await services.HealthAsync(cancellationToken);
        if (settings.Backups is { } backups)
        {
            facts = facts with { Backup = await backups.FactsAsync(cancellationToken) };
        }

        Telemetry.SweepLag.Record(facts.SweepLag.TotalSeconds);
        Telemetry.OldestInOutbox.Record(facts.OldestUndelivered.TotalSeconds);
        Telemetry.Unmended.Record(facts.Unmended);
        return facts;
    }

    /// <summary>
    /// The same for whoever asks from outside: at most <see cref="HealthShown"/> old, whatever it was, so that asking
    /// often costs nothing. Who asks while it is being found out waits for the same answer.
    /// </summary>
    public Task<HealthFacts> RecentHealthAsync(CancellationToken cancellationToken)
    {
        lock (gate)
        {
            if (recentHealth is not { } recent || time.GetElapsedTime(recent.Asked) >= HealthShown)
            {
                recentHealth = recent = (HealthAsync(CancellationToken.None), time.GetTimestamp());
            }

            return recent.Facts.WaitAsync(cancellationToken);
        }
    }

    /// <summary>Work beside the turns, from when the host listens until <paramref name="cancellationToken"/>.</summary>
    public Task RunAsync(CancellationToken cancellationToken) =>
        Task.WhenAll(
            deliveries.RunAsync(cancellationToken),
            settings.Backups?.RunAsync(cancellationToken) ?? Task.CompletedTask);

    /// <summary>A backup, when one is due: for a host whose timer calls it every so often.</summary>
    /// <returns>False when one was due and could not be made, which is logged and counted.</returns>
    public Task<bool> BackUpAsync(CancellationToken cancellationToken) =>
        settings.Backups?.MakeAsync(cancellationToken) ?? Task.FromResult(true);

    /// <summary>
    /// The same for a host whose <see cref="RoundAsync"/> is called from elsewhere: only what turns have left.
    /// </summary>
    public Task DeliverAtOnceAsync(CancellationToken cancellationToken) => deliveries.AtOnceAsync(cancellationToken);

    /// <summary>
    /// One round of everything that comes by itself; as long as many messages wait, further ones, each with what has
    /// become due meanwhile. <see cref="HealthAsync"/> is measured before, so that a round that did not come for long
    /// shows.
    /// </summary>
    public async Task RoundAsync(CancellationToken cancellationToken)
    {
        await deliveries.PieceAsync(() => HealthAsync(cancellationToken));
        var until = services.Clock.GetCurrentInstant() + LongestRounds;
        while (!await deliveries.AllAsync(cancellationToken) && services.Clock.GetCurrentInstant() < until)
        {
        }
    }

    public ValueTask DisposeAsync()
    {
        deliveries.Dispose();
        return store is IAsyncDisposable disposable ? disposable.DisposeAsync() : ValueTask.CompletedTask;
    }

    /// <summary>
    /// Whoever runs the bot is told in the log when the settings name somebody whom the office does not know: nothing
    /// else comes of it.
    /// </summary>
    private async Task EnterOfficeAsync(CancellationToken cancellationToken)
    {
        switch (await services.People.EnterFirstAsync(
            settings.Office,
            Texts.RoleOffice.In(Language.Chinese),
            cancellationToken))
        {
            case FirstOfOffice.NobodyNamed:
                throw new StoreUnavailableException("Nobody of the provincial office is entered yet: name the first by sign-in name or object id (--office, or LIAISON_OFFICE in Azure), or try the demo with --demo.");
            case FirstOfOffice.OthersAreThere:
                log.LogInformation("The person that --office or LIAISON_OFFICE names is not of the provincial office, which has other people: nothing was changed. They enter colleagues in the chat (添加人员).");
                break;
            case FirstOfOffice.Entered or FirstOfOffice.IsThere:
                break;
        }
    }
}
