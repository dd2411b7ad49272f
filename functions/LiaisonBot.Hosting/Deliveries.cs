using System.Threading.Channels;
using LiaisonBot.Core;
using LiaisonBot.Core.Areas;
using LiaisonBot.Core.People;
using LiaisonBot.Core.Storage;

namespace LiaisonBot.Hosting;

/// <summary>What turns have left to be delivered.</summary>
internal sealed class DeliveryWork
{
    private readonly Channel<object> channel = Channel.CreateUnbounded<object>(new() { SingleReader = true });

    public ChannelReader<object> Reader => channel.Reader;

    /// <summary>Something may lie in the outbox of this partition.</summary>
    public void Look(AreaCode partition) => channel.Writer.TryWrite(partition);

    /// <summary>A person's chat is new: what waited for them can be sent.</summary>
    public void Reached(Person person) => channel.Writer.TryWrite(person);
}

/// <summary>
/// Delivers beside the turns: at once what a turn has put into an outbox, at the start what a stop left there, and every so often
/// what the chats could not take before, with the reminders that have become due.
/// </summary>
internal sealed class Deliveries(DeliveryWork work, Desks desks, TimeProvider time, ILogger log)
{
    private static readonly TimeSpan RetryEvery = TimeSpan.FromSeconds(15);

    public async Task Run(CancellationToken stop)
    {
        await All(stop);
        using var timer = new PeriodicTimer(RetryEvery, time);
        var tick = timer.WaitForNextTickAsync(stop).AsTask();
        var news = work.Reader.WaitToReadAsync(stop).AsTask();
        while (true)
        {
            if (await Task.WhenAny(news, tick) == tick)
            {
                await tick;
                await All(stop);
                tick = timer.WaitForNextTickAsync(stop).AsTask();
            }
            else
            {
                await news;
                await Waiting(stop);
                news = work.Reader.WaitToReadAsync(stop).AsTask();
            }
        }
    }

    /// <summary>One round of everything that comes by itself.</summary>
    public async Task All(CancellationToken stop)
    {
        using var activity = Instruments.Activities.StartActivity("sweep");
        await desks.Round(async piece => Instruments.SweepFailures.Add(await Try(piece) ? 0 : 1), stop);
    }

    /// <summary>What turns have left, for a host whose rounds come from elsewhere. Killed, it loses nothing: the next round finds it.</summary>
    public async Task AtOnce(CancellationToken stop)
    {
        while (await work.Reader.WaitToReadAsync(stop)) await Waiting(stop);
    }

    private async Task Waiting(CancellationToken stop)
    {
        var partitions = new HashSet<AreaCode>();
        while (work.Reader.TryRead(out var one))
            if (one is AreaCode partition) partitions.Add(partition);
            else await Try(() => desks.Postman.DeliverWaiting((Person)one, stop));
        foreach (var partition in partitions) await Try(() => desks.Postman.Deliver(partition, stop));
    }

    // What failed stays in its outbox and is tried again with the next round.
    private async Task<bool> Try(Func<Task> deliver)
    {
        try
        {
            await deliver();
            return true;
        }
        catch (StoreUnavailableException e)
        {
            log.LogError("The store is away: {What}", e.Message);
        }
        catch (AggregateException e)
        {
            foreach (var one in e.InnerExceptions) log.LogError("A message could not be sent: {Kind} {Where}", one.GetType().Name, one.StackTrace);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            // A defect in one city must not keep the others from theirs. The message is left out, it may quote what a person wrote.
            log.LogError("Delivering failed: {Kind} {Where}", e.GetType().Name, e.StackTrace);
        }
        return false;
    }
}
