using LiaisonBot.Conversation;
using LiaisonBot.Core;
using LiaisonBot.Core.Areas;
using LiaisonBot.Core.Audit;
using LiaisonBot.Core.Calendar;
using LiaisonBot.Core.Evidence;
using LiaisonBot.Core.Jobs;
using LiaisonBot.Core.Matters;
using LiaisonBot.Core.Messaging;
using LiaisonBot.Core.People;
using LiaisonBot.Core.Policies;
using LiaisonBot.Core.Rooms;
using LiaisonBot.Core.Sealed;
using LiaisonBot.Core.Storage;
using LiaisonBot.Simulation.Parcels;

namespace LiaisonBot.Simulation;

/// <summary>
/// One process of the bot, put together from the product's parts as a host does it, until it is killed.
/// </summary>
internal sealed class Instance
{
    private static readonly CancellationToken Never = CancellationToken.None;

    private readonly LiaisonServices services;
    private readonly Action<Exception> broke;
    private readonly FakeTeams teams;
    private readonly IReadOnlyList<AreaCode> cities;
    private readonly ParcelService parcels;
    private readonly HashSet<AreaCode> look = [];

    // By the object itself: what is written on it does not matter.
    private readonly Dictionary<OutgoingMessage, Letter> letters = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<OutgoingMessage, CardLetter> cardLetters = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<OutgoingMessage, RoomLetter> roomLetters = new(ReferenceEqualityComparer.Instance);

    /// <param name="found">Told of what the audit finds.</param>
    /// <param name="broke">Told of an exception that no part should throw.</param>
    public Instance(
        ITableStore world,
        FakeTeams teams,
        Province province,
        VirtualTime time,
        int seed,
        PolicyBook policies,
        MemoryEvidence evidence,
        Defect? defect,
        Action<Difference> found,
        Action<Exception> broke)
    {
        (this.broke, this.teams) = (broke, teams);
        cities = [.. province.Places.Select(place => place.City)];
        Store = new(new FarStore(world), Life, time, seed);
        var clock = defect?.Clock?.Invoke(time) ?? time;
        var seeds = new Random(seed);
        var far = new FarEvidence(evidence, Store, Life, new(seed));
        var sender = $"sender-{seed}";
        IConnector way = new Wire(this, teams, sender);
        way = new LimitedConnector(defect?.Wire?.Invoke(way) ?? way, new(), time);
        IChats chat = new Letters(way, this);
        services = new(
            Store,
            province.Code,
            clock,
            policies,
            sender,
            _ => defect?.Chat?.Invoke(chat, province) ?? chat,
            partition => look.Add(partition),
            null,
            defect?.Evidence?.Invoke(far) ?? far,
            new(new SealedTable(Store), new MemorySealingKeys()),
            new ParcelKind(Store))
        {
            Found = found,
            NewSeed = () => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{seeds.Next():x8}"),
        };
        parcels = new(Store, services.Directory, services.Calendar, clock, policies, partition => look.Add(partition));
    }

    public ProcessLife Life { get; } = new();

    public UnreliableStore Store { get; }

    /// <summary>What a host does every so often, from its start on.</summary>
    public async Task Round()
    {
        foreach (var city in cities.Distinct()) await Try(() => parcels.Resume(city, Never));
        await services.RoundAsync(Try, Never);
    }

    /// <summary>Null when the person is not answered: the process ended or its store was away.</summary>
    /// <param name="files">What comes with it.</param>
    public async Task<CommandResult?> Take(
        string commandId,
        Person actor,
        MatterNumber number,
        MatterCommand command,
        IReadOnlyList<string> files)
    {
        CommandResult? answer = null;
        await Try(async () =>
        {
            var items = await ReceiveAsync(files);
            answer = command is MatterCommand.Assign assign
                ? await services.Matters.AssignAsync(commandId, actor, assign.Draft with { Evidence = items }, Never)
                : await services.Matters.DoAsync(commandId, actor, number, command with { Evidence = items }, Never);
        });
        await Deliver();
        return Life.Ended ? null : answer;
    }

    /// <summary>A person sends files and says only later, or never, where they belong.</summary>
    /// <returns>Null when they are not answered.</returns>
    public async Task<bool?> Send(Person person, string key, IReadOnlyList<string> files)
    {
        bool? taken = null;
        await Try(async () =>
        {
            await services.Evidence.WaitAsync(person, key, await ReceiveAsync(files), Never);
            taken = true;
        });
        return Life.Ended ? null : taken;
    }

    /// <summary>A person says where the files belong that they sent before.</summary>
    public async Task<CommandResult?> Put(string commandId, Person actor, MatterNumber number, string key)
    {
        CommandResult? answer = null;
        await Try(async () =>
        {
            var items = await services.Evidence.WaitingAsync(actor, key, Never);
            answer = await services.Matters.DoAsync(
                commandId,
                actor,
                number,
                new MatterCommand.AddEvidence(key) { Evidence = items },
                Never);
        });
        await Deliver();
        return Life.Ended ? null : answer;
    }

    private async Task<IReadOnlyList<EvidenceItem>> ReceiveAsync(IReadOnlyList<string> files)
    {
        var items = new List<EvidenceItem>();
        foreach (var file in files)
        {
            using var content = new MemoryStream(System.Text.Encoding.UTF8.GetBytes(file));
            if (await services.Evidence.ReceiveAsync(file, "file", content, Never) is Received.Kept kept)
                items.Add(kept.Item);
        }

        return items;
    }

    /// <summary>A person does something with a parcel.</summary>
    /// <returns>Null when they are not answered.</returns>
    public async Task<ParcelAnswer?> Take(Func<ParcelService, Task<ParcelAnswer>> command)
    {
        ParcelAnswer? answer = null;
        await Try(async () => answer = await command(parcels));
        await Deliver();
        return Life.Ended ? null : answer;
    }

    /// <summary>What was written just now is sent at once.</summary>
    private async Task Deliver()
    {
        foreach (var partition in look.ToList())
            if (look.Remove(partition))
            {
                await Try(() => services.Dispatcher.DeliverAsync(partition, Never));
                await Try(() => services.RoomCards.DeliverAsync(partition, Never));
            }
    }

    /// <summary>A person asks for a matter.</summary>
    /// <returns>Whether they are shown it; null when they are not answered.</returns>
    public async Task<bool?> Look(Person person, MatterNumber number)
    {
        bool? seen = null;
        await Try(async () => seen = await services.Matters.FindAsync(person, number, Never) is not null);
        return Life.Ended ? null : seen;
    }

    /// <summary>A person writes in their chat.</summary>
    public async Task Opened(Person person, ChatAddress address)
    {
        var isNew = false;
        await Try(async () => isNew = await services.People.RememberAsync(person, address, Language.Chinese, Never));
        if (isNew) await Try(() => services.Dispatcher.DeliverWaitingAsync(person, Never));
    }

    /// <summary>Something else that is asked of the bot.</summary>
    public Task Do(Func<LiaisonServices, Task> work) => Try(() => work(services));

    /// <summary>The office imports a notice.</summary>
    public Task Import(string commandId, Person by, HolidayNotice notice) =>
        Try(() => services.Holidays.ImportAsync(commandId, by, notice, Never));

    private async Task Try(Func<Task> work)
    {
        try
        {
            if (!Life.Ended) await work();
        }
        catch (Exception e) when (e is ProcessKilledException or StoreUnavailableException)
        {
            // What was left is done by a later round.
        }
        catch (AggregateException e) when (e.InnerExceptions.All(one =>
            one is ProcessKilledException or StoreUnavailableException))
        {
            // A killed process reports what it was doing to nobody, and what the store was away for comes later.
        }
        catch (Exception e)
        {
            broke(e);
        }
    }

    /// <summary>In place of the cards: what they say does not matter here.</summary>
    private sealed class Letters(IConnector way, Instance of) : IChats
    {
        public Task<SendAnswer> SendAsync(OutboxMessage message, Person to, ChatAddress address, ISubject subject, CancellationToken cancellationToken) =>
            Send(new Letter([message], to, false, subject as MatterTree), address, cancellationToken);

        public async Task<SendAnswer> UpdateCardAsync(MatterNumber number, MatterTree? matter, Person to, ChatAddress address, string activity, CancellationToken cancellationToken)
        {
            var message = OutgoingMessage.OfText(number.Short);
            of.cardLetters.Add(message, new(number, matter, to));
            var answer = await way.UpdateAsync(address, activity, message, cancellationToken);
            of.cardLetters.Remove(message);
            return answer;
        }

        public Task<SendAnswer> SendMovedAsync(OutboxMessage message, Person to, ChatAddress address, CancellationToken cancellationToken) =>
            Send(new Letter([message], to, false), address, cancellationToken);

        public Task<SendAnswer> SendDigestAsync(IReadOnlyList<(OutboxMessage Message, ISubject Subject)> lines, Person to, ChatAddress address, CancellationToken cancellationToken) =>
            Send(new Letter([.. lines.Select(line => line.Message)], to, true), address, cancellationToken);

        public Task<SendAnswer> SendNewsAsync(PeopleNews news, Person to, ChatAddress address, bool mayBeRepeat, CancellationToken cancellationToken) =>
            of.PostNews(news, to, mayBeRepeat);

        // Jobs are shown to nobody here.
        public Task<SendAnswer> ShowJobAsync(Job job, IReadOnlyList<RefusedItem> refused, Person to, ChatAddress address, CancellationToken cancellationToken) =>
            Task.FromResult(SendAnswer.Taken);

        private async Task<SendAnswer> Send(Letter letter, ChatAddress address, CancellationToken cancellationToken)
        {
            var message = OutgoingMessage.OfText(letter.Notices[0].Id);
            of.letters.Add(message, letter);
            var answer = await way.PostAsync(address, message, cancellationToken);
            of.letters.Remove(message);
            return answer;
        }

        public async Task<SendAnswer> ShowAsync(
            RoomView view,
            Room room,
            string? activity,
            bool mayBeRepeat,
            CancellationToken cancellationToken)
        {
            var message = OutgoingMessage.OfText(view.Number.Short);
            of.roomLetters.Add(message, new(view, mayBeRepeat));
            var answer = activity is null
                ? await way.PostAsync(room.Address, message, cancellationToken)
                : await way.UpdateAsync(room.Address, activity, message, cancellationToken);
            of.roomLetters.Remove(message);
            return answer;
        }
    }

    /// <summary>A process that was killed sends nothing and hears nothing.</summary>
    private sealed class Wire(Instance of, FakeTeams teams, string sender) : IConnector
    {
        public Task<SendAnswer> PostAsync(
            ChatAddress to,
            OutgoingMessage message,
            CancellationToken cancellationToken) => of.letters.TryGetValue(message, out var letter)
            ? Send(() => teams.Post(sender, letter, to.ConversationId))
            : Send(() => teams.PutInRoom(sender, of.roomLetters[message], to.ConversationId, null));

        public Task<SendAnswer> UpdateAsync(ChatAddress to, string activity, OutgoingMessage message, CancellationToken cancellationToken) =>
            of.cardLetters.TryGetValue(message, out var card)
                ? Send(() => teams.Update(sender, card, to.ConversationId, activity))
                : Send(() => teams.PutInRoom(sender, of.roomLetters[message], to.ConversationId, activity));

        private Task<SendAnswer> Send(Func<Task<SendAnswer>> send) => of.Send(send);

        public Task<string?> SignInNameAsync(ChatAddress address, CancellationToken cancellationToken) =>
            Task.FromResult<string?>(null);
    }

    private async Task<SendAnswer> Send(Func<Task<SendAnswer>> send)
    {
        await Task.Yield();
        Pass(StoreMoment.Leaving);
        var answer = await send();
        await Task.Yield();
        Pass(StoreMoment.Answering);
        return answer;
    }

    // A plan to kill the process counts its calls to the store; this one counts as well.
    private void Pass(StoreMoment moment)
    {
        Store.OnCall?.Invoke(new(Store.Calls, StoreOperation.Submit, "chat", "", moment));
        Life.ThrowIfEnded();
    }

    private Task<SendAnswer> PostNews(PeopleNews news, Person to, bool mayBeRepeat) =>
        Send(() => teams.Tell(news, to, mayBeRepeat));
}
