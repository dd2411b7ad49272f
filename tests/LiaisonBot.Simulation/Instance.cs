using LiaisonBot.Core;
using LiaisonBot.Core.Areas;
using LiaisonBot.Core.Delivery;
using LiaisonBot.Core.Matters;
using LiaisonBot.Core.People;
using LiaisonBot.Core.Reminders;
using LiaisonBot.Core.Storage;

namespace LiaisonBot.Simulation;

/// <summary>One process of the bot, put together from the product's parts as a host does it, until it is killed.</summary>
internal sealed class Instance
{
    private static readonly CancellationToken Never = CancellationToken.None;

    private readonly Desks desks;
    private readonly Action<Exception> broke;
    private readonly HashSet<AreaCode> look = [];

    /// <param name="broke">Told of an exception that no part should throw.</param>
    public Instance(ITableStore world, IChat chat, VirtualTime time, int seed, Defect? defect, Action<Exception> broke)
    {
        this.broke = broke;
        Store = new(new FarStore(world), Life, time, seed);
        var clock = defect?.Clock?.Invoke(time) ?? time;
        desks = new(Store, Province.Code, clock, PolicyBook.BuiltIn, $"sender-{seed}", _ => new LivingChat(chat, Life, Store), partition => look.Add(partition));
    }

    public ProcessLife Life { get; } = new();

    public UnreliableStore Store { get; }

    /// <summary>What a host does every so often, from its start on.</summary>
    public Task Round() => desks.Round(Try, Never);

    /// <summary>Null when the person is not answered: the process ended or its store was away.</summary>
    public async Task<CommandResult?> Take(string commandId, Person actor, MatterNumber number, MatterCommand command)
    {
        CommandResult? answer = null;
        await Try(async () => answer = command is MatterCommand.Assign assign
            ? await desks.Matters.Assign(commandId, actor, assign.Draft, Never)
            : await desks.Matters.Do(commandId, actor, number, command, Never));
        foreach (var partition in look.ToList())
            if (look.Remove(partition)) await Try(() => desks.Postman.Deliver(partition, Never));
        return Life.Ended ? null : answer;
    }

    /// <summary>A person writes in their chat.</summary>
    public async Task Opened(Person person, ChatAddress address)
    {
        var isNew = false;
        await Try(async () => isNew = await desks.People.Remember(person, address, Never));
        if (isNew) await Try(() => desks.Postman.DeliverWaiting(person, Never));
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
