using System.Collections.Concurrent;
using System.Threading.Channels;
using LiaisonBot.Core;
using LiaisonBot.Core.Areas;
using LiaisonBot.Core.Diagnostics;
using LiaisonBot.Core.People;
using LiaisonBot.Core.Storage;
using NodaTime;

namespace LiaisonBot.Host;

/// <summary>What turns have left to be delivered.</summary>
internal sealed class DeliveryWork
{
    private readonly ConcurrentDictionary<AreaCode, bool> moved = new();
    private readonly Channel<object> channel = Channel.CreateUnbounded<object>(new() { SingleReader = true });

    public ChannelReader<object> Reader => channel.Reader;

    /// <summary>Something may lie in the outbox of this partition.</summary>
    public void Look(AreaCode partition)
    {
        moved[partition] = true;
        channel.Writer.TryWrite(partition);
    }

    /// <summary>Partitions in which a step was taken since the last time this was asked.</summary>
    public IReadOnlyList<AreaCode> Moved() => [.. moved.Keys.Where(partition => moved.TryRemove(partition, out _))];

    /// <summary>Cards in chats are left there that can be brought up to date within seconds.</summary>
    public void MovedAgain(AreaCode partition) => moved[partition] = true;

    /// <summary>A person's chat is new: what waited for them can be sent.</summary>
    public void Reached(Person person) => channel.Writer.TryWrite(person);

    /// <summary>A job has more to do than its turn had time for.</summary>
    public void Job() => channel.Writer.TryWrite(TheJobs);

    /// <summary>What people were shown is to be saved.</summary>
    public void Talk() => channel.Writer.TryWrite(TheTalks);

    /// <summary>Stands for everything that was shown and is not saved.</summary>
    public static readonly object TheTalks = new();

    /// <summary>Stands for all jobs: which of them have something left to do, the store knows.</summary>
    public static readonly object TheJobs = new();
}

/// <summary>
/// Delivers beside the turns: at once what a turn has put into an outbox, at the start what a stop left there, and
/// every so often what the chats could not take before, with the reminders that have become due.
/// </summary>
internal sealed class Deliveries(
    DeliveryWork work,
    LiaisonServices services,
    TimeProvider time,
    ILogger log) : IDisposable
{
    private static readonly TimeSpan RetryEvery = TimeSpan.FromSeconds(15);

    private static readonly TimeSpan CardsEvery = TimeSpan.FromSeconds(2);

    /// <summary>
    /// What people were shown is saved so long after the first of it, with what came meanwhile; so long may it take
    /// when the host stops.
    /// </summary>
    private static readonly TimeSpan TalksWait = TimeSpan.FromSeconds(2);

    /// <summary>
    /// Deliveries at once that may be under way: one that waits for a chat that does not answer leaves room for the
    /// others.
    /// </summary>
    private const int AtATime = 8;

    private readonly SemaphoreSlim oneRound = new(1);

    public Task RunAsync(CancellationToken cancellationToken) =>
        Task.WhenAll(EverySoOftenAsync(cancellationToken), AtOnceAsync(cancellationToken));

    /// <summary>
    /// One round of everything that comes by itself. Who asks during another waits for it: what that one took on has
    /// been tried when this returns.
    /// </summary>
    /// <returns>False when the next round should follow at once.</returns>
    public async Task<bool> AllAsync(CancellationToken cancellationToken)
    {
        await oneRound.WaitAsync(cancellationToken);
        try
        {
            using var activity = Telemetry.Activities.StartActivity("sweep");
            return await services.RoundAsync(PieceAsync, cancellationToken);
        }
        finally
        {
            oneRound.Release();
        }
    }

    public void Dispose() => oneRound.Dispose();

    /// <summary>A piece of a round: one that fails is counted, and keeps nothing else from being done.</summary>
    public async Task PieceAsync(Func<Task> piece) => Telemetry.SweepFailures.Add(await TryAsync(piece) ? 0 : 1);

    private async Task EverySoOftenAsync(CancellationToken cancellationToken)
    {
        // A round that took longer is followed by the next one at once.
        using var timer = new PeriodicTimer(RetryEvery, time);
        do await AllAsync(cancellationToken);
        while (await timer.WaitForNextTickAsync(cancellationToken));
    }

    /// <summary>
    /// Cards in chats follow their matters within seconds. Steps that follow each other closely make one update, so these
    /// are not looked at with each of them; what a stop leaves, the rounds find.
    /// </summary>
    private async Task CardsAsync(CancellationToken cancellationToken)
    {
        using var timer = new PeriodicTimer(CardsEvery, time);
        while (await timer.WaitForNextTickAsync(cancellationToken))
        {
            foreach (var partition in work.Moved())
            {
                await TryAsync(async () =>
                {
                    if (await services.ChatCards.DeliverAsync(partition, cancellationToken))
                    {
                        work.MovedAgain(partition);
                    }
                });
            }
        }
    }

    /// <summary>
    /// What turns have left, for a host whose rounds come from elsewhere. Killed, it loses nothing: the next round
    /// finds it.
    /// </summary>
    public Task AtOnceAsync(CancellationToken cancellationToken) =>
        Task.WhenAll(SendAtOnceAsync(cancellationToken), CardsAsync(cancellationToken));

    private async Task SendAtOnceAsync(CancellationToken cancellationToken)
    {
        var running = new List<Task>();
        try
        {
            while (await work.Reader.WaitToReadAsync(cancellationToken))
            {
                running.RemoveAll(one => one.IsCompleted);
                if (running.Count >= AtATime)
                {
                    await Task.WhenAny(running);
                }

                running.Add(WaitingAsync(cancellationToken));
            }
        }
        finally
        {
            await Task.WhenAll(running.Append(SaveTalksAtTheEndAsync()));
        }
    }

    private async Task WaitingAsync(CancellationToken cancellationToken)
    {
        var partitions = new HashSet<AreaCode>();
        var people = new List<Person>();
        var (jobs, talks) = (false, false);
        while (work.Reader.TryRead(out var one))
            if (one is AreaCode partition)
            {
                partitions.Add(partition);
            }
            else if (one is Person person)
            {
                people.Add(person);
            }
            else
            {
                jobs |= one == DeliveryWork.TheJobs;
                talks |= one == DeliveryWork.TheTalks;
            }

        await Task.WhenAll([
            jobs ? TryAsync(() => ResumeJobsAsync(cancellationToken)) : Task.CompletedTask,
            talks ? TryAsync(() => SaveTalksAsync(cancellationToken)) : Task.CompletedTask,
            .. people.Select(person =>
                TryAsync(() => services.Dispatcher.DeliverWaitingAsync(person, cancellationToken))),
            .. partitions.Select(partition =>
                TryAsync(() => services.Dispatcher.DeliverAsync(partition, cancellationToken))),
            .. partitions.Select(partition =>
                TryAsync(() => services.RoomCards.DeliverAsync(partition, cancellationToken))),
        ]);
    }

    /// <summary>
    /// Carries the jobs on until there is nothing left that could be done now; what the chat does not take waits for
    /// the next round.
    /// </summary>
    private async Task ResumeJobsAsync(CancellationToken cancellationToken)
    {
        while (await services.JobRunner.ResumeAsync(cancellationToken) is { } wait && wait.ToTimeSpan() < RetryEvery)
            if (wait > Duration.Zero)
            {
                await Task.Delay(wait.ToTimeSpan(), time, cancellationToken);
            }
    }

    private async Task SaveTalksAtTheEndAsync()
    {
        using var limit = new CancellationTokenSource(TalksWait, time);
        await TryAsync(() => services.Talks.SaveAsync(limit.Token));
    }

    private async Task SaveTalksAsync(CancellationToken cancellationToken)
    {
        await Task.Delay(TalksWait, time, cancellationToken);
        await services.Talks.SaveAsync(cancellationToken);
    }

    // What failed stays in its outbox and is tried again with the next round.
    private async Task<bool> TryAsync(Func<Task> deliver)
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
            foreach (var one in e.InnerExceptions)
            {
                // A row is named, so that it can be found and mended; it is nowhere where its exception was made.
                if (one is DamagedRowException)
                {
                    log.LogError("{What} {Kind}", one.Message, one.InnerException!.GetType().Name);
                }
                else
                {
                    log.LogError(
                        "A message, a card or a reminder failed: {Kind} {Where}",
                        one.GetType().Name,
                        one.StackTrace);
                }
            }
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            // A defect in one city must not keep the others from theirs. The message is left out, it may quote what a
            // person wrote.
            log.LogError("Delivering failed: {Kind} {Where}", e.GetType().Name, e.StackTrace);
        }
        return false;
    }
}
