using LiaisonBot.Conversation;
using LiaisonBot.Core;
using LiaisonBot.Core.Calendar;
using LiaisonBot.Core.Delivery;
using LiaisonBot.Core.Health;
using LiaisonBot.Core.Matters;
using LiaisonBot.Core.People;
using LiaisonBot.Core.Reminders;
using LiaisonBot.Core.Storage;
using LiaisonBot.Storage;
using NodaTime;

namespace LiaisonBot.Local;

/// <summary>The bot behind the endpoints. This is the one place where the local host is put together from the product's parts.</summary>
internal sealed class LocalApp : IAsyncDisposable
{
    private readonly ITableStore store;
    private readonly Desks desks;
    private readonly Deliveries deliveries;
    private readonly Bot bot;

    private LocalApp(ITableStore store, LocalOptions options, IClock clock, TimeProvider time, IConnector connector, PolicyBook policies, ILoggerFactory logs)
    {
        this.store = store;
        var work = new DeliveryWork();
        var way = new LimitedConnector(connector, new(), time);
        desks = new(store, options.Province, clock, policies, "local", d => new Messenger(way, d, options.Prefix), work.Look);
        deliveries = new(work, desks, time, logs.CreateLogger("deliveries"));
        bot = new(new(desks, connector, options.Prefix, work.Reached));
    }

    /// <summary>Opens the store and prepares everything that a turn needs. The data folder is there and can be written.</summary>
    /// <exception cref="StoreUnavailableException">The message becomes the one line on stderr; the process ends with 1.</exception>
    public static async Task<LocalApp> Open(
        LocalOptions options, IClock clock, TimeProvider time, IConnector connector, ILoggerFactory logs, CancellationToken stop)
    {
        var policies = Policies.Read(options.DataFolder);
        ITableStore opened = options.Tables is { } tables
            ? AzureTableStore.Connect(tables)
            : SqliteTableStore.Open(Path.Combine(options.DataFolder, "liaison.db"));
        var app = new LocalApp(opened, options, clock, time, connector, policies, logs);
        try
        {
            await StoreSchema.Prepare(opened, stop);
            if (options.Demo) await DemoData.Enter(opened, clock, stop);
            await EnterOffice(opened, app.desks.Directory, options, stop);
            return app;
        }
        catch
        {
            await app.DisposeAsync();
            throw;
        }
    }

    public Task<TurnAnswer> Turn(Incoming incoming, CancellationToken stop) => bot.Take(incoming, stop);

    /// <summary>What a person is told when a turn failed by a defect or because the store is away. Nothing of the cause.</summary>
    public static OutgoingMessage Sorry(Exception cause) =>
        OutgoingMessage.OfText((cause is StoreUnavailableException ? Texts.StoreBusy : Texts.SomethingBroke).In(Language.Chinese));

    /// <summary>Delivers what is due now and returns when it has been tried. Called after the demo clock was moved.</summary>
    public Task DeliverDue(CancellationToken stop)
    {
        desks.Directory.Forget();
        return deliveries.All(stop);
    }

    /// <summary>Where the data is, in a word.</summary>
    public string Storage => store is SqliteTableStore ? "sqlite" : "tables";

    public Task<HealthFacts> Health(CancellationToken stop) => desks.Health(stop);

    /// <summary>Work beside the turns, from when the host listens until <paramref name="stop"/>.</summary>
    public Task Run(CancellationToken stop) => deliveries.Run(stop);

    public ValueTask DisposeAsync() => store is IAsyncDisposable disposable ? disposable.DisposeAsync() : ValueTask.CompletedTask;

    /// <summary>Without anyone of the office nobody could enter people: the first is named on the command line.</summary>
    private static async Task EnterOffice(ITableStore store, CurrentDirectory directory, LocalOptions options, CancellationToken stop)
    {
        var grant = new Grant(Role.Office, options.Province);
        var now = await directory.Read(stop);
        if (options.Office is { } identity)
        {
            if ((now.ByObjectId(identity) ?? now.BySignInName(identity))?.Grants.Contains(grant) == true) return;
            var name = Texts.RoleOffice.In(Language.Chinese);
            var person = Guid.TryParse(identity, out _) ? Person.WithObjectId(identity, name, grant) : Person.WithSignInName(identity, name, grant);
            await store.Submit(DirectoryRows.Table, options.Province.Value, [new Change.Upsert(DirectoryRows.ToRow(person))], stop);
            directory.Forget();
        }
        else if (!now.Holding(Role.Office, options.Province).Any())
        {
            throw new StoreUnavailableException("Nobody of the provincial office is entered yet: name the first with --office <sign-in name or object id>, or try the demo with --demo.");
        }
    }
}
