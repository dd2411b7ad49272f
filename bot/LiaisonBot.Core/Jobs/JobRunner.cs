using LiaisonBot.Core.Matters;
using LiaisonBot.Core.Messaging;
using LiaisonBot.Core.People;
using LiaisonBot.Core.Storage;
using LiaisonBot.Core.Visits;
using NodaTime;

namespace LiaisonBot.Core.Jobs;

/// <summary>
/// Does the items of jobs, a few at a time, and shows how far each is. An item is a command under an id of its own, so
/// that what was done before a stop is not done again; people are entered in the batch that notes that they are.
/// </summary>
/// <param name="left">Told that a job has more to do than a turn has time for. Must not throw.</param>
public sealed class JobRunner(
    ITableStore store,
    CurrentDirectory directory,
    DirectoryService people,
    MatterService matters,
    PlanService plans,
    IJobChat chat,
    IClock clock,
    Outbox outbox,
    Action left)
{
    private const int MaxAttempts = 12;

    private string Partition => directory.Province.Value;

    /// <summary>
    /// Carries on what is unfinished, and clears away what nobody wants any more. One range read when there is nothing.
    /// Safe to run at any time, also twice at once.
    /// </summary>
    /// <returns>After which it is worth another call; null when nothing is left to do.</returns>
    /// <exception cref="AggregateException">Jobs that failed by a defect: they stay, and held up no others.</exception>
    public async Task<Duration?> ResumeAsync(CancellationToken cancellationToken)
    {
        Duration? again = null;
        var defects = new Defects();
        foreach (var job in (await store.ReadPrefixAsync(
            JobRows.Table,
            Partition,
            JobRows.Unfinished,
            StoreLimits.PageRows,
            cancellationToken))
            .ReadEach(JobRows.ToJob, defects.Add))
        {
            await defects.TryAsync(async () =>
            {
                if (await ResumeAsync(job, cancellationToken) is { } wait)
                {
                    again = again is { } sooner ? Duration.Min(sooner, wait) : wait;
                }
            });
        }

        defects.ThrowIfAny("Jobs could not be carried on.");
        return again;
    }

    /// <summary>Unfinished jobs that cannot be read; one range read.</summary>
    public async Task<int> DamagedAsync(CancellationToken cancellationToken)
    {
        var damaged = 0;
        _ = (await store.ReadPrefixAsync(
            JobRows.Table,
            Partition,
            JobRows.Unfinished,
            StoreLimits.PageRows,
            cancellationToken))
            .ReadEach(JobRows.ToJob, _ => damaged++)
            .Count();
        return damaged;
    }

    /// <summary>Removes ended jobs that are older than <see cref="JobLimits.Kept"/>.</summary>
    public async Task SweepAsync(CancellationToken cancellationToken)
    {
        var before = clock.GetCurrentInstant() - JobLimits.Kept;
        var rows = await store.ReadPrefixAsync(
            JobRows.Table,
            Partition,
            JobRows.Ended,
            StoreLimits.PageRows,
            cancellationToken);
        foreach (var old in rows.ReadEach(JobRows.ToJob).Where(job => job.At < before))
        {
            if (await RemoveItemsAsync(old.Id, cancellationToken))
            {
                await store.SubmitAsync(
                    JobRows.Table,
                    Partition,
                    [new Change.Delete(JobRows.EndedKey(old.Id))],
                    cancellationToken);
            }
        }
    }

    /// <summary>Runs a job for as long as a turn may take. What is shown of it is the turn's answer.</summary>
    /// <returns>As it stands then.</returns>
    internal async Task<Job?> RunInTurnAsync(string id, CancellationToken cancellationToken)
    {
        if (await FindAsync(id, cancellationToken) is not { State: JobState.Running or JobState.Stopping } job)
        {
            return await FindAsync(id, cancellationToken);
        }

        if (!job.IsLeased(clock.GetCurrentInstant()))
        {
            await RunAsync(job, clock.GetCurrentInstant() + JobLimits.InTurn, inTurn: true, cancellationToken);
        }

        var now = await FindAsync(id, cancellationToken);
        if (now is { State: JobState.Running or JobState.Stopping })
        {
            left();
        }

        return now;
    }

    internal async Task<Job?> FindAsync(string id, CancellationToken cancellationToken) =>
        await store.ReadAsync(
            JobRows.Table,
            Partition,
            JobRows.UnfinishedKey(id),
            cancellationToken) is { } row ? JobRows.ToJob(row)
        : await store.ReadAsync(
            JobRows.Table,
            Partition,
            JobRows.EndedKey(id),
            cancellationToken) is { } ended ? JobRows.ToJob(ended)
        : null;

    /// <summary>False when somebody else changed it since it was read.</summary>
    internal async Task<bool> ReplaceAsync(Job before, Job after, CancellationToken cancellationToken) =>
        await store.SubmitAsync(
            JobRows.Table,
            Partition,
            [Own(before, after)],
            cancellationToken) == BatchOutcome.Committed;

    internal async Task<IReadOnlyList<JobItem>> PendingAsync(string id, int most, CancellationToken cancellationToken) =>
        [.. (await store.ReadRangeAsync(
            JobRows.Table,
            Partition,
            JobRows.ItemPrefix(id),
            JobRows.RefusedPrefix(id),
            most,
            cancellationToken))
            .Select(JobRows.ToItem)];

    internal async Task<IReadOnlyList<RefusedItem>> RefusedAsync(
        Job job,
        CancellationToken cancellationToken) => job.Refused == 0
        ? []
        : [.. (await store.ReadPrefixAsync(
            JobRows.Table,
            Partition,
            JobRows.RefusedPrefix(job.Id),
            JobLimits.RefusedShown,
            cancellationToken))
            .ReadEach(JobRows.ToRefused)];

    private async Task<Duration?> ResumeAsync(Job job, CancellationToken cancellationToken)
    {
        var now = clock.GetCurrentInstant();
        switch (job.State)
        {
            case JobState.Writing when now - job.At > JobLimits.WritingLasts:
            case JobState.Checked when now - job.At > JobLimits.WaitsFor:
                if (await RemoveItemsAsync(job.Id, cancellationToken))
                {
                    await store.SubmitAsync(
                        JobRows.Table,
                        Partition,
                        [new Change.Delete(JobRows.UnfinishedKey(job.Id), job.ETag)],
                        cancellationToken);
                }

                return null;
            case JobState.Running or JobState.Stopping when job.IsLeased(now):
                return null;
            case JobState.Running or JobState.Stopping:
                await RunAsync(job, now + JobLimits.AtOnce, inTurn: false, cancellationToken);
                return await FindAsync(job.Id, cancellationToken) is { } then
                    && (then.State is JobState.Running or JobState.Stopping || !then.IsShown)
                    ? Wait(then)
                    : null;
            case JobState.Finished or JobState.Stopped when !job.IsShown && now - job.At <= JobLimits.WaitsFor:
                return await ShowTheEndAsync(job, cancellationToken);
            case JobState.Finished:
            case JobState.Stopped when now - job.At > JobLimits.WaitsFor:
                await PutAsideAsync(job, cancellationToken);
                return null;
            default:
                return null;
        }
    }

    private async Task RunAsync(Job job, Instant until, bool inTurn, CancellationToken cancellationToken)
    {
        var lease = outbox.NewLease();
        var taken = JobRows.ToRow(PlaceOf(job).Key, job with { Lease = lease, Tries = job.Tries + 1 });
        if (await outbox.TakeAsync(
            PlaceOf(job),
            JobRows.ToRow(PlaceOf(job).Key, job) with { ETag = job.ETag },
            taken,
            lease,
            cancellationToken) is not null)
        {
            return;
        }

        var (stays, at) = (0, job.Left);
        while (await FindAsync(job.Id, cancellationToken) is { State: JobState.Running or JobState.Stopping } current
            && current.Lease?.By == lease.By)
        {
            (stays, at) = (current.Left == at ? stays + 1 : 0, current.Left);
            if (stays > MaxAttempts)
            {
                throw new StoreUnavailableException("A job does not get on: the store is busy. It is tried again with the next round.");
            }

            var person = (await directory.ReadAsync(cancellationToken)).ById(current.By);
            // Who may no longer do it does it no further; what cannot be done for a defect is left to the person.
            var isOver = current.State == JobState.Stopping || person is null || current.Tries > JobLimits.Tries;
            var items = isOver ? [] : await PendingAsync(job.Id, JobLimits.Chunk, cancellationToken);
            if (isOver)
            {
                await EndAsync(current, JobState.Stopped, inTurn, cancellationToken);
            }
            else if (items.Count == 0)
            {
                await EndAsync(current, JobState.Finished, inTurn, cancellationToken);
            }
            else if (clock.GetCurrentInstant() >= until)
            {
                await ReplaceAsync(current, Shown(current, inTurn) with { Lease = null }, cancellationToken);
            }
            else
            {
                if (!inTurn)
                {
                    current = await ShowProgressAsync(current, cancellationToken);
                }

                if (current.Lease?.By != lease.By)
                {
                    return;
                }

                await DoAsync(person!, current, items, cancellationToken);
            }
        }
    }

    /// <summary>
    /// Does some items and notes that they are done. What comes to nothing, or of which nobody knows, is met again.
    /// </summary>
    private async Task DoAsync(Person by, Job job, IReadOnlyList<JobItem> items, CancellationToken cancellationToken)
    {
        if (job.Kind == JobKind.People)
        {
            var entries = items.Cast<JobItem.Entry>().ToList();
            await people.AddGrantsAsync(
                by, [.. entries.Select(e => e.Person)],
                refusals =>
                    Note(
                        job,
                        items,
                        [.. entries.Zip(refusals)
                            .Where(e => e.Second is not null)
                            .Select(e => new RefusedItem.Entry(e.First, e.Second!.Value))],
                        []),
                cancellationToken);
            return;
        }

        if (job.Kind == JobKind.Plans)
        {
            await DraftAsync(by, job, [.. items.Cast<JobItem.CityYear>()], cancellationToken);
            return;
        }

        var (made, refused, untold) = (new SortedList<int, Made>(), new SortedList<int, RefusedItem>(), 0);
        var told = await directory.ReadAsync(cancellationToken);
        await Bounded.ForEachAsync(items.Cast<JobItem.Assignment>().GroupBy(item => item.Draft.Area?.City), JobLimits.CitiesAtATime, async city =>
        {
            foreach (var item in city)
            {
                // Of a job that goes on page by page nobody knows here how many come to one city.
                var draft = item.Draft with
                {
                    IsOneOfMany = city.Count() > MatterLimits.ToldOneByOne || job.Total > items.Count,
                };
                var result = await matters.AssignAsync($"{job.Id}-{item.Row}", by, draft, cancellationToken);
                lock (made)
                {
                    if (result is CommandResult.Done done)
                    {
                        made.Add(item.Row, new(done.Family.Matter.Number, done.Family.Matter.Area));
                        untold += Recipients.Untold(Act.Assign, done.Family.Matter, by, told);
                    }
                    else
                    {
                        refused.Add(
                            item.Row,
                            new RefusedItem.Assignment(
                                item,
                                (result as CommandResult.Refused)?.Refusals[0]
                                    ?? new(RefusalReason.NotAllowed, Right: Right.Assign)));
                    }
                }
            }
        });
        await NoteAsync(job with { Untold = job.Untold + untold }, items, [.. refused.Values], [.. made.Values], cancellationToken);
    }

    /// <summary>One city after the other: all drafts lie in one partition. A draft that is there already is none more.</summary>
    private async Task DraftAsync(
        Person by,
        Job job,
        IReadOnlyList<JobItem.CityYear> cities,
        CancellationToken cancellationToken)
    {
        var refused = new List<RefusedItem>();
        foreach (var item in cities)
        {
            var result = await plans.SaveAsync(by, item.City, item.Year, item.Team, item.Groups, cancellationToken);
            if (result.Why is { } why)
            {
                refused.Add(new RefusedItem.CityYear(item, why));
            }
        }

        await NoteAsync(job, cities, refused, [], cancellationToken);
    }

    private async Task NoteAsync(
        Job job,
        IReadOnlyList<JobItem> items,
        IReadOnlyList<RefusedItem> refused,
        IReadOnlyList<Made> made,
        CancellationToken cancellationToken)
    {
        // No command of the executor: who has the lease writes by what it holds, and reads only when that is outdated.
        for (var attempt = 0; attempt < MaxAttempts; attempt++)
        {
            if (await store.SubmitAsync(
                JobRows.Table,
                Partition,
                [.. Note(job, items, refused, made)],
                cancellationToken) == BatchOutcome.Committed)
            {
                return;
            }

            // The person may have pressed Stop meanwhile: what is done counts as done all the same.
            if (await FindAsync(job.Id, cancellationToken) is not { } now
                || now.Lease?.By != job.Lease?.By
                || now.Left != job.Left)
            {
                return;
            }

            job = now with { Untold = job.Untold };
        }
    }

    private IEnumerable<Change> Note(
        Job job,
        IReadOnlyList<JobItem> items,
        IReadOnlyList<RefusedItem> refused,
        IReadOnlyList<Made> made)
    {
        var after = job with
        {
            Done = job.Done + items.Count - refused.Count,
            Refused = job.Refused + refused.Count,
            Made = [.. job.Made.Concat(made).Take(JobLimits.MadeKept)],
            Lease = job.Lease! with { At = clock.GetCurrentInstant() },
            Tries = 0,
        };
        return
        [
            Own(job, after),
            .. items.Select(item => new Change.Delete(JobRows.PendingKey(job.Id, item.Row))),
            .. refused.Select(item => new Change.Insert(JobRows.ToRow(job.Id, item))),
        ];
    }

    /// <summary>
    /// The answer of the turn shows it; beside the turns it is shown as soon as the last answer has arrived for
    /// certain.
    /// </summary>
    private async Task EndAsync(Job job, JobState state, bool inTurn, CancellationToken cancellationToken)
    {
        var ended = Shown(job, inTurn) with
        {
            State = state,
            At = clock.GetCurrentInstant(),
            Lease = null,
            IsShown = inTurn
        };
        if (!await ReplaceAsync(job, ended, cancellationToken)
            || await FindAsync(job.Id, cancellationToken) is not { } now)
        {
            return;
        }

        if (!inTurn)
        {
            await ShowTheEndAsync(now, cancellationToken);
        }
        else if (state == JobState.Finished)
        {
            await PutAsideAsync(now, cancellationToken);
        }
    }

    private Job Shown(Job job, bool inTurn) => inTurn ? job with { ShownAt = clock.GetCurrentInstant() } : job;

    /// <summary>
    /// Whoever shows it takes it first, so that two who meet it at the same time do not post it twice.
    /// </summary>
    /// <returns>After which it is to be tried again; null when it is shown, or cannot be.</returns>
    private async Task<Duration?> ShowTheEndAsync(Job job, CancellationToken cancellationToken)
    {
        if (Wait(job) is var wait && wait > Duration.Zero)
        {
            return wait;
        }

        var card = await CardOfAsync(job, cancellationToken);
        var done = await outbox.DispatchAsync(card, cancellationToken);
        if (done.Verdict is SendVerdict.Again or SendVerdict.Repeat || !done.IsWritten)
        {
            return SendLease.Lasts;
        }

        if (await FindAsync(job.Id, cancellationToken) is not { HasEnded: true } now)
        {
            return null;
        }

        // Its message is gone: a new one takes its place.
        if (!now.IsShown)
        {
            return card.IsUpdate ? await ShowTheEndAsync(now, cancellationToken) : SendLease.Lasts;
        }

        if (now.State == JobState.Finished)
        {
            await PutAsideAsync(now, cancellationToken);
        }

        return null;
    }

    /// <summary>
    /// Shows how far it is, if it is time; the id of a new message is kept at once, so that it stays the only one.
    /// </summary>
    private async Task<Job> ShowProgressAsync(Job job, CancellationToken cancellationToken)
    {
        if (Wait(job) > Duration.Zero)
        {
            return job;
        }

        var done = await outbox.DispatchUnderAsync(
            job.Lease!,
            await CardOfAsync(job, cancellationToken),
            cancellationToken);
        return done.Verdict is not null && await FindAsync(job.Id, cancellationToken) is { } now ? now : job;
    }

    private async Task<JobCardItem> CardOfAsync(Job job, CancellationToken cancellationToken)
    {
        var now = await directory.ReadAsync(cancellationToken);
        var person = now.ById(job.By);
        var to = person is null || job is { GivenUp: true, Message: null }
            ? null
            : await Recipient.OfAsync(person, now, people, cancellationToken);
        return new(
            PlaceOf(job),
            job,
            person,
            to,
            cancellationToken => RefusedAsync(job, cancellationToken),
            chat,
            clock);
    }

    private RowPlace PlaceOf(Job job) => new(JobRows.Table, Partition, JobRows.UnfinishedKey(job.Id));

    /// <summary>Until it may be shown again: not too often, and not while the chat wants to be left alone.</summary>
    private Duration Wait(Job job)
    {
        var now = clock.GetCurrentInstant();
        var wait = job.ShownAt is { } at && at <= now
            ? Duration.Max(Duration.Zero, at + JobLimits.ShowEvery - now)
            : Duration.Zero;
        return RetryRule.IsTime(job.NotBefore, now) ? wait : Duration.Max(wait, job.NotBefore!.Value - now);
    }

    /// <summary>
    /// An ended job is met by no round any more; its items that were refused stay as long as it does.
    /// </summary>
    private async Task PutAsideAsync(Job job, CancellationToken cancellationToken)
    {
        // With items left it is met again: nobody would find them without it.
        if (!await RemoveAsync(JobRows.ItemPrefix(job.Id), JobRows.RefusedPrefix(job.Id), cancellationToken))
        {
            return;
        }

        await store.SubmitAsync(
            JobRows.Table, Partition,
            [
                new Change.Delete(JobRows.UnfinishedKey(job.Id), job.ETag),
                new Change.Upsert(JobRows.ToRow(JobRows.EndedKey(job.Id), job with { State = JobState.Finished }))
            ],
            cancellationToken);
    }

    /// <returns>False when it is not known whether all are gone.</returns>
    private Task<bool> RemoveItemsAsync(string id, CancellationToken cancellationToken) =>
        RemoveAsync(JobRows.ItemPrefix(id), KeyRange.After(JobRows.ItemPrefix(id)), cancellationToken);

    /// <inheritdoc cref="RemoveItemsAsync"/>
    private async Task<bool> RemoveAsync(string from, string to, CancellationToken cancellationToken)
    {
        while (await store.ReadRangeAsync(
            JobRows.Table,
            Partition,
            from,
            to,
            StoreLimits.BatchChanges,
            cancellationToken) is { Count: > 0 } rows)
            if (await store.SubmitAsync(
                JobRows.Table,
                Partition,
                [.. rows.Select(row => new Change.Delete(row.Key))],
                cancellationToken) == BatchOutcome.Unknown)
            {
                return false;
            }

        return true;
    }

    internal static Change.Replace Own(Job before, Job after) =>
        new(JobRows.ToRow(JobRows.UnfinishedKey(before.Id), after), before.ETag!);
}
