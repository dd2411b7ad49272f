using System.Threading.Channels;
using LiaisonBot.Core.Areas;
using LiaisonBot.Core.Delivery;
using LiaisonBot.Core.Matters;
using LiaisonBot.Core.People;
using LiaisonBot.Core.Storage;

namespace LiaisonBot.Local;

/// <summary>
/// Delivers beside the turns: at once what a turn has put into an outbox, at the start what a stop left there, and every so often
/// what the chats could not take before.
/// </summary>
internal sealed class Deliveries(TimeProvider time, ILogger log)
{
    private static readonly TimeSpan RetryEvery = TimeSpan.FromSeconds(15);

    private readonly Channel<object> work = Channel.CreateUnbounded<object>(new() { SingleReader = true });

    /// <summary>Something may lie in the outbox of this partition.</summary>
    public void Look(AreaCode partition) => work.Writer.TryWrite(partition);

    /// <summary>A person's chat is new: what waited for them can be sent.</summary>
    public void Reached(Person person) => work.Writer.TryWrite(person);

    public async Task Run(Postman postman, MatterDesk matters, CurrentDirectory directory, CancellationToken stop)
    {
        await Try(() => All(postman, matters, directory, stop));
        using var timer = new PeriodicTimer(RetryEvery, time);
        var tick = timer.WaitForNextTickAsync(stop).AsTask();
        while (true)
        {
            var news = work.Reader.WaitToReadAsync(stop).AsTask();
            if (await Task.WhenAny(news, tick) == tick)
            {
                await tick;
                await Try(() => All(postman, matters, directory, stop));
                tick = timer.WaitForNextTickAsync(stop).AsTask();
            }

            stop.ThrowIfCancellationRequested();
            var partitions = new HashSet<AreaCode>();
            while (work.Reader.TryRead(out var one))
                if (one is AreaCode partition) partitions.Add(partition);
                else await Try(() => postman.DeliverWaiting((Person)one, stop));
            foreach (var partition in partitions) await Try(() => postman.Deliver(partition, stop));
        }
    }

    /// <summary>Carries out what a stop left half done, and sends what lies in any outbox.</summary>
    public static async Task All(Postman postman, MatterDesk matters, CurrentDirectory directory, CancellationToken stop)
    {
        foreach (var partition in (await directory.Read(stop)).Partitions)
        {
            await matters.Resume(partition, stop);
            await postman.Deliver(partition, stop);
        }
    }

    // What failed stays in its outbox and is tried again with the next round.
    private async Task Try(Func<Task> deliver)
    {
        try
        {
            await deliver();
        }
        catch (StoreUnavailableException e)
        {
            log.LogError("The store is away: {What}", e.Message);
        }
        catch (AggregateException e)
        {
            foreach (var one in e.InnerExceptions) log.LogError("A message could not be sent: {Kind} {Where}", one.GetType().Name, one.StackTrace);
        }
    }
}
