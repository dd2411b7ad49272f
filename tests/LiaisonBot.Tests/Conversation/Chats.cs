using System.Globalization;
using LiaisonBot.Conversation;
using LiaisonBot.Conversation.Features;
using LiaisonBot.Conversation.OfficeReports;
using LiaisonBot.Conversation.Sheets;
using LiaisonBot.Conversation.Shell;
using LiaisonBot.Core;
using LiaisonBot.Core.Calendar;
using LiaisonBot.Core.Matters;
using LiaisonBot.Core.Messaging;
using LiaisonBot.Core.People;
using LiaisonBot.Core.Policies;
using LiaisonBot.Core.Sealed;
using LiaisonBot.Core.Storage;
using LiaisonBot.Local.Demo;
using LiaisonBot.Sheets;
using LiaisonBot.Tests.Storage;
using NodaTime;
using NodaTime.Testing;

namespace LiaisonBot.Tests.Conversation;

/// <summary>The real bot on a store of its own, with the people of the demo (design §9) in their chats.</summary>
internal sealed class Chats : IAsyncDisposable
{
    private readonly TempSqliteStore? file;
    private readonly Dictionary<string, User> byConversation = new(StringComparer.Ordinal);
    private readonly Dictionary<string, RoomChat> rooms = new(StringComparer.Ordinal);
    private readonly Connector connector;
    private readonly LiaisonServices services;
    private readonly Uploads uploads = new();
    private int tokens;

    private Chats(ITableStore? store, PolicyBook? policies, bool fromTeams, TabLinks? tab)
    {
        if (store is null) file = TempSqliteStore.Open();
        Store = store ?? file!.Store;
        Clock = new(Morning);
        connector = new(byConversation, rooms);
        services = new(
            Store,
            DemoData.Province,
            Clock,
            policies ?? PolicyBook.BuiltIn,
            "tests",
            d => new Messenger(connector, d, DemoData.Prefix, tab),
            _ => { },
            evidence: Evidence = new(Clock),
            sealedParts: new(new SealedTable(Store), SealingKeys));
        var bot = new BotContext(
            AllFeatures.Registry,
            services,
            connector,
            DemoData.Prefix,
            _ => { },
            new(
                new SheetFiles(),
                new(uploads, new SheetFiles(), services.Evidence, new VirtualTime(Morning)),
                () => new("http://127.0.0.1:3978"),
                () => $"token{++tokens}")
            {
                FromTeams = fromTeams,
                Tab = tab,
            });
        Bot = new(bot);
        Downloads = bot.Downloads;
        Everyone = [.. DemoData.People.Select(p => Join(p.ObjectId!, p.Name))];
    }

    /// <summary>A Tuesday and working day, nine in the morning in Beijing.</summary>
    public static readonly Instant Morning = BeijingTime.At(new(2026, 11, 24), new(9, 0));

    public static LocalDate Today => BeijingTime.Today(Morning);

    public ITableStore Store { get; }

    public FakeClock Clock { get; }

    /// <summary>The files that people sent.</summary>
    public MemoryEvidence Evidence { get; }

    /// <summary>The key of sealed records, which can go.</summary>
    public MemorySealingKeys SealingKeys { get; } = new();

    public Bot Bot { get; }

    public Downloads Downloads { get; }

    public MatterService Matters => services.Matters;

    public LiaisonServices Services => services;

    /// <summary>Everything that people said or put into inputs.</summary>
    public ISet<string> Typed { get; } = new HashSet<string>(StringComparer.Ordinal);

    /// <summary>The ten people of the demo.</summary>
    public IReadOnlyList<User> Everyone { get; }

    /// <summary>省委巡视办.</summary>
    public User Office => Everyone[0];

    /// <summary>省委第一巡视组组长.</summary>
    public User Leader => Everyone[1];

    /// <summary>省委第一巡视组成员.</summary>
    public User Member => Everyone[2];

    /// <summary>石家庄市联络办.</summary>
    public User City => Everyone[3];

    /// <summary>唐山市联络办.</summary>
    public User Tangshan => Everyone[4];

    /// <summary>长安区联络员.</summary>
    public User Changan => Everyone[5];

    /// <summary>正定县联络员.</summary>
    public User Zhengding => Everyone[6];

    /// <summary>路南区联络员.</summary>
    public User Lunan => Everyone[7];

    /// <summary>省委督查室.</summary>
    public User Supervision => Everyone[8];

    /// <summary>省审计厅.</summary>
    public User Audit => Everyone[9];

    /// <param name="store">A temporary SQLite file when null.</param>
    /// <param name="locale">Of everybody's client.</param>
    public static async Task<Chats> Open(
        ITableStore? store = null,
        string? locale = null,
        PolicyBook? policies = null,
        bool fromTeams = true,
        TabLinks? tab = null)
    {
        var chats = new Chats(store, policies, fromTeams, tab);
        foreach (var user in chats.Everyone) user.Locale = locale;
        await StoreSchema.PrepareAsync(chats.Store, default);
        await DemoData.EnterAsync(chats.Store, chats.Clock, default);
        return chats;
    }

    /// <summary>Someone else in a chat of their own: a stranger until somebody enters them.</summary>
    public User Join(string objectId, string name)
    {
        var user = new User(this, objectId, name);
        byConversation[user.Address.ConversationId] = user;
        return user;
    }

    /// <summary>A channel of a team to which the bot was added.</summary>
    public RoomChat Channel(string name = "石家庄工作群")
    {
        var room = new RoomChat($"19:{name}@thread.tacv2");
        rooms[room.Id] = room;
        return room;
    }

    /// <summary>What the channel tells of a person's sign-in name.</summary>
    public void NameInTeams(User user, string signInName) => connector.SignInNames[user.Address.UserId] = signInName;

    /// <summary>Messages in the chats of people that were changed.</summary>
    public int Updates => connector.Updates;

    /// <summary>What the chat of a person answers to what is pushed into it.</summary>
    public void AnswerPushes(Func<User, SendAnswer> answer) => connector.Answer = answer;

    /// <summary>
    /// Puts what waits in the outboxes into the chats, and brings the cards in rooms up to date; people whose chat is
    /// not known yet open it first.
    /// </summary>
    public async Task Deliver()
    {
        foreach (var user in Everyone.Where(u => !u.HasOpened)) await user.Open();
        foreach (var partition in (await services.Directory.ReadAsync(default)).Partitions)
        {
            await services.Dispatcher.DeliverAsync(partition, default);
            await services.RoomCards.DeliverAsync(partition, default);
        }
    }

    /// <summary>What people were shown is saved, and their cards follow: a pause after the last step, and a minute.</summary>
    public async Task BringCardsUpToDate()
    {
        await services.Talks.SaveAsync(default);
        foreach (var wait in new[] { Core.ChatCards.ChatCardUpdater.Pause, Core.ChatCards.ChatCardUpdater.Settling })
        {
            Clock.Advance(wait);
            foreach (var partition in (await services.Directory.ReadAsync(default)).Partitions)
                await services.ChatCards.DeliverAsync(partition, default);
        }
    }

    /// <summary>The morning of a day: reminders that are due are given, and the digests sent.</summary>
    public async Task Remind(LocalDate day)
    {
        Clock.Reset(BeijingTime.At(day, new(8, 30)));
        foreach (var partition in (await services.Directory.ReadAsync(default)).Partitions) await services.Sweep.SweepAsync(
            partition,
            default);
        await Deliver();
        await services.DigestSender.DeliverAsync(default);
    }

    /// <summary>The next day, or the one after so many.</summary>
    public void Wait(int days = 1) => Clock.Advance(Duration.FromDays(days));

    /// <summary>Puts a file where the bot can fetch it, as Teams does with what people send.</summary>
    public SentFile Upload(string name, byte[] content) => uploads.Add(name, content);

    /// <summary>A file that the bot makes, by its link; null when the link leads to none.</summary>
    public async Task<OfficeReport?> Fetch(string token, string browser = "browser") =>
        (await Downloads.FetchAsync(token, browser, default) as Download.Made)?.File;

    /// <summary>Forgets what is cached of the directory: the store was changed behind it.</summary>
    public void ForgetDirectory() => services.Directory.Forget();

    public ValueTask DisposeAsync() => file?.DisposeAsync() ?? ValueTask.CompletedTask;

    private sealed class Uploads : IFileSource
    {
        private readonly Dictionary<Uri, byte[]> files = [];

        public SentFile Add(string name, byte[] content)
        {
            var file = new SentFile(name, new($"https://contoso-my.sharepoint.com/file-{files.Count}"));
            files[file.Address] = content;
            return file;
        }

        public Task<FileAnswer> OpenAsync(SentFile file, CancellationToken cancellationToken) =>
            Task.FromResult<FileAnswer>(files.TryGetValue(file.Address, out var content)
                ? new FileAnswer.Opened(new MemoryStream(content, writable: false))
                : new FileAnswer.NotFetched());

        public Task<FileAnswer> FetchAsync(SentFile file, CancellationToken cancellationToken) =>
            Task.FromResult<FileAnswer>(files.TryGetValue(file.Address, out var content)
                ? new FileAnswer.Fetched(content)
                : new FileAnswer.NotFetched());
    }

    private sealed class Connector(Dictionary<string, User> users, Dictionary<string, RoomChat> rooms) : IConnector
    {
        public Func<User, SendAnswer> Answer { get; set; } = _ => SendAnswer.Taken;

        public Dictionary<string, string> SignInNames { get; } = new(StringComparer.Ordinal);

        public int Updates { get; private set; }

        private int messages;

        public Task<SendAnswer> PostAsync(ChatAddress to, OutgoingMessage message, CancellationToken cancellationToken) =>
            Put(to, string.Create(CultureInfo.InvariantCulture, $"m-{++messages}"), message);

        public Task<SendAnswer> UpdateAsync(
            ChatAddress to,
            string activity,
            OutgoingMessage message,
            CancellationToken cancellationToken)
        {
            if (!rooms.ContainsKey(to.ConversationId)) Updates++;
            return (rooms.TryGetValue(to.ConversationId, out var room)
                ? room.Has(activity)
                : users[to.ConversationId].Has(activity))
                ? Put(to, activity, message)
                : Task.FromResult<SendAnswer>(new SendAnswer.Answered(404));
        }

        private Task<SendAnswer> Put(ChatAddress to, string activity, OutgoingMessage message)
        {
            var room = rooms.GetValueOrDefault(to.ConversationId);
            var answer = room?.Answer ?? Answer(users[to.ConversationId]);
            if (answer.MayHaveArrived) room?.Receive(activity, message);
            if (room is null && answer.MayHaveArrived) users[to.ConversationId].Receive(activity, message);
            return Task.FromResult(answer is SendAnswer.Answered { Status: >= 200 and < 300 } taken
                ? taken with { Activity = activity }
                : answer);
        }

        public Task<string?> SignInNameAsync(ChatAddress address, CancellationToken cancellationToken) =>
            Task.FromResult(SignInNames.GetValueOrDefault(address.UserId));
    }
}
