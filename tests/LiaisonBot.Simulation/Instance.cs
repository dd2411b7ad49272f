using LiaisonBot.Core.Areas;
using LiaisonBot.Core.Calendar;
using LiaisonBot.Core.Delivery;
using LiaisonBot.Core.Matters;
using LiaisonBot.Core.People;
using LiaisonBot.Core.Reminders;
using LiaisonBot.Core.Storage;
using NodaTime;

namespace LiaisonBot.Simulation;

/// <summary>One process of the bot, put together from the product's parts as a host does it, until it is killed.</summary>
internal sealed class Instance
{
    private static readonly CancellationToken Never = CancellationToken.None;

    private readonly CurrentDirectory directory;
    private readonly DirectoryDesk people;
    private readonly MatterDesk matters;
    private readonly Postman postman;
    private readonly ReminderSweep sweep;
    private readonly Digests digests;
    private readonly Retention retention;
    private readonly Action<Exception> broke;
    private readonly HashSet<AreaCode> look = [];
    private LocalDate swept;
    private readonly IClock clock;

    /// <param name="broke">Told of an exception that no part should throw.</param>
    public Instance(ITableStore world, IChat chat, VirtualTime time, int seed, Defect? defect, Action<Exception> broke)
    {
        (this.broke, clock) = (broke, time);
        Store = new(new FarStore(world), Life, time, seed);
        chat = new LivingChat(chat, Life, Store);
        static WorkingCalendar Calendar() => WorkingCalendar.BuiltIn;
        var policies = PolicyBook.BuiltIn;
        directory = new(Store, Province.Code, time);
        people = new(Store, directory);
        matters = new(Store, directory, Calendar, time, partition => look.Add(partition), policies);
        postman = new(Store, directory, people, matters, chat, defect?.DeliveryClock?.Invoke(time) ?? time, Calendar, policies, $"sender-{seed}");
        sweep = new(Store, directory, Calendar, defect?.SweepClock?.Invoke(time) ?? time, policies);
        digests = new(Store, directory, people, matters, chat, Calendar, time, policies, $"sender-{seed}");
        retention = new(Store, time);
    }

    public ProcessLife Life { get; } = new();

    public UnreliableStore Store { get; }

    /// <summary>What a host does every so often and, with a row swept away once a day, from its start on.</summary>
    public async Task All()
    {
        IReadOnlyList<AreaCode> partitions = [];
        await Try(async () => partitions = [.. (await directory.Read(Never)).Partitions]);
        foreach (var partition in partitions)
        {
            await Try(() => matters.Resume(partition, Never));
            await Try(() => sweep.Sweep(partition, Never));
            await Try(() => postman.Deliver(partition, Never));
        }

        await Try(() => digests.Deliver(Never));
        var today = BeijingTime.Today(clock.GetCurrentInstant());
        if (swept == today) return;
        swept = today;
        foreach (var partition in partitions)
        {
            await Try(() => postman.Wake(partition, Never));
            await Try(() => retention.Sweep(partition, Never));
        }
    }

    /// <summary>Null when the person is not answered: the process ended or its store was away.</summary>
    public async Task<CommandResult?> Take(string commandId, Person actor, MatterNumber number, MatterCommand command)
    {
        CommandResult? answer = null;
        await Try(async () => answer = command is MatterCommand.Assign assign
            ? await matters.Assign(commandId, actor, assign.Draft, Never)
            : await matters.Do(commandId, actor, number, command, Never));
        foreach (var partition in look.ToList())
            if (look.Remove(partition)) await Try(() => postman.Deliver(partition, Never));
        return Life.Ended ? null : answer;
    }

    /// <summary>A person writes in their chat.</summary>
    public async Task Opened(Person person, ChatAddress address)
    {
        var isNew = false;
        await Try(async () => isNew = await people.Remember(person, address, Never));
        if (isNew) await Try(() => postman.DeliverWaiting(person, Never));
    }

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
        catch (AggregateException e) when (e.InnerExceptions.All(one => one is ProcessKilledException))
        {
            // A killed process reports what it was doing to nobody.
        }
        catch (Exception e)
        {
            broke(e);
        }
    }

    /// <summary>A process that was killed sends nothing and hears nothing.</summary>
    private sealed class LivingChat(IChat chat, ProcessLife life, UnreliableStore store) : IChat
    {
        public Task<SendAnswer> Send(Notice notice, Person to, ChatAddress address, Family family, CancellationToken stop) =>
            Living(() => chat.Send(notice, to, address, family, stop));

        public Task<SendAnswer> SendDigest(IReadOnlyList<(Notice Notice, Family Family)> lines, Person to, ChatAddress address, CancellationToken stop) =>
            Living(() => chat.SendDigest(lines, to, address, stop));

        private async Task<SendAnswer> Living(Func<Task<SendAnswer>> send)
        {
            await Task.Yield();
            // A plan to kill the process counts its calls to the store; this one counts as well.
            store.OnCall?.Invoke(new(store.Calls, StoreOperation.Submit, "chat", "", StoreMoment.Leaving));
            life.ThrowIfEnded();
            var outcome = await send();
            await Task.Yield();
            store.OnCall?.Invoke(new(store.Calls, StoreOperation.Submit, "chat", "", StoreMoment.Answering));
            life.ThrowIfEnded();
            return outcome;
        }
    }
}
