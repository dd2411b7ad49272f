using LiaisonBot.Core.Commands;
using LiaisonBot.Core.Matters;
using LiaisonBot.Core.People;
using LiaisonBot.Core.Storage;
using NodaTime;

namespace LiaisonBot.Core.Jobs;

/// <summary>What became of the word to start a job.</summary>
public abstract record StartResult
{
    /// <summary>The job as it stands after the time that a turn has for it.</summary>
    public sealed record Started(Job Job) : StartResult;

    /// <summary>What was right when it was checked is so no more: nothing was done.</summary>
    public sealed record Refused(Job Job, IReadOnlyList<RefusedItem> Items) : StartResult;

    /// <summary>There is no such job of this person, or not any more.</summary>
    public sealed record NotFound : StartResult;
}

/// <summary>
/// Keeps the jobs: writes one down whole before anything of it is done, and starts, stops and continues it as its
/// person says. Whatever stops in between, each job is there once and each of its items is done once.
/// </summary>
public sealed class JobService(
    ITableStore store,
    CurrentDirectory directory,
    JobRunner runner,
    MatterService matters,
    IClock clock)
{
    private const string Busy = "The job could not be saved: the store is busy. Nothing was changed; please send it again.";

    private readonly CommandExecutor commands = new(store);

    /// <summary>
    /// Writes a job and its items down. One that is there under its id already is left as it is, unless it was not
    /// written to its end.
    /// </summary>
    /// <param name="items">Each with a row of its own; at most <see cref="JobLimits.Items"/>.</param>
    /// <returns>The job as it stands.</returns>
    /// <exception cref="StoreUnavailableException">The store did not answer; the same may be sent again.</exception>
    public async Task<Job> WriteAsync(Job job, IReadOnlyList<JobItem> items, CancellationToken cancellationToken)
    {
        if (items.Count is 0 or > JobLimits.Items)
        {
            throw new ArgumentException($"A job has 1 to {JobLimits.Items} items, not {items.Count}.", nameof(items));
        }

        // No command of the executor: a job has more items than one batch takes, and is written part by part.
        for (var attempt = 0; attempt < CommandExecutor.MaxAttempts; attempt++)
        {
            var known = await FindAsync(job.Id, cancellationToken);
            if (known is { State: not JobState.Writing })
            {
                return known;
            }

            if (await WriteAsync(job, items, known, cancellationToken) is { } written)
            {
                return written;
            }
        }

        throw new StoreUnavailableException(Busy);
    }

    /// <summary>
    /// Writes a job down that needs no further word, and does of it what a turn has time for; the rest is carried on
    /// beside the turns.
    /// </summary>
    /// <inheritdoc cref="WriteAsync(Job, IReadOnlyList{JobItem}, CancellationToken)"/>
    public async Task<Job> BeginAsync(Job job, IReadOnlyList<JobItem> items, CancellationToken cancellationToken)
    {
        var written = await WriteAsync(job with { State = JobState.Running }, items, cancellationToken);
        return await runner.RunInTurnAsync(written.Id, cancellationToken) ?? written;
    }

    /// <summary>A job by its id, or null. One read, two when it has ended.</summary>
    public Task<Job?> FindAsync(string id, CancellationToken cancellationToken) =>
        runner.FindAsync(id, cancellationToken);

    /// <summary>The same, if it is this person's.</summary>
    public async Task<Job?> FindAsync(Person by, string id, CancellationToken cancellationToken) =>
        await FindAsync(id, cancellationToken) is { } job && by.Is(job.By) ? job : null;

    /// <summary>The findings of a table that this person had checked, in its order; empty when they are gone.</summary>
    public async Task<IReadOnlyList<JobItem.Finding>> FindingsAsync(
        Person by,
        string id,
        CancellationToken cancellationToken) =>
        await FindAsync(by, id, cancellationToken) is { State: JobState.Checked, Kind: JobKind.Findings } job
            ? [.. (await runner.PendingAsync(job.Id, JobLimits.Items, cancellationToken)).OfType<JobItem.Finding>()]
            : [];

    /// <summary>The first of the items that the rules refused.</summary>
    public Task<IReadOnlyList<RefusedItem>> RefusedAsync(Job job, CancellationToken cancellationToken) =>
        runner.RefusedAsync(job, cancellationToken);

    /// <summary>
    /// The person says that a checked job shall be done, or a stopped one continued. Everything is checked once more,
    /// since it may have waited. What a turn has no time for is carried on beside the turns.
    /// </summary>
    /// <param name="message">The activity with the button, which from now on shows the job; null when the channel did
    /// not say.</param>
    public async Task<StartResult> StartAsync(
        Person by,
        string id,
        string? message,
        CancellationToken cancellationToken)
    {
        return await ExecuteAsync(
            async cancellationToken =>
            {
                if (await FindAsync(by, id, cancellationToken) is not { State: not JobState.Writing, Kind: not JobKind.Findings } job)
                {
                    return Answer<StartResult>(new StartResult.NotFound());
                }

                if (job.State is not (JobState.Checked or JobState.Stopped))
                {
                    return Answer<StartResult>(new StartResult.Started(job));
                }

                if (job.State == JobState.Checked
                    && await CheckAsync(by, job, cancellationToken) is { Count: > 0 } refused)
                {
                    return Answer<StartResult>(new StartResult.Refused(job, refused));
                }

                var started = job with
                {
                    State = JobState.Running,
                    At = clock.GetCurrentInstant(),
                    Message = message ?? job.Message,
                    IsShown = false,
                    Lease = null,
                    Tries = 0,
                };
                return new CommandDecision<StartResult>.Accepted(
                    [JobRunner.Own(job, started)],
                    async cancellationToken =>
                        new StartResult.Started(await runner.RunInTurnAsync(id, cancellationToken) ?? started));
            },
            cancellationToken);
    }

    /// <summary>
    /// The person says that a job shall stop. What is done stays done; at most a few items that are under way come to
    /// their end.
    /// </summary>
    /// <returns>As it stands then; null when there is no such job of theirs.</returns>
    public Task<Job?> StopAsync(Person by, string id, CancellationToken cancellationToken) => ExecuteAsync(
        async cancellationToken =>
        {
            var job = await FindAsync(by, id, cancellationToken);
            if (job is not { State: JobState.Running })
            {
                return Answer(job);
            }

            // The answer to the button shows it: what comes next waits until that has arrived.
            var stopping = job with { State = JobState.Stopping, ShownAt = clock.GetCurrentInstant() };
            return new CommandDecision<Job?>.Accepted(
                [JobRunner.Own(job, stopping)],
                async cancellationToken => await runner.RunInTurnAsync(id, cancellationToken) ?? stopping);
        },
        cancellationToken);

    private Task<TAnswer> ExecuteAsync<TAnswer>(
        Func<CancellationToken, Task<CommandDecision<TAnswer>>> look,
        CancellationToken cancellationToken) =>
        commands.ExecuteAsync(
            JobRows.Table,
            directory.Province.Value,
            look,
            _ => { },
            Busy,
            cancellationToken);

    private static CommandDecision<TAnswer> Answer<TAnswer>(TAnswer answer) =>
        new CommandDecision<TAnswer>.Answered(answer);

    private async Task<Job?> WriteAsync(
        Job job,
        IReadOnlyList<JobItem> items,
        Job? known,
        CancellationToken cancellationToken)
    {
        var before = known;
        var parts = items.Chunk(StoreLimits.BatchChanges - 1).ToList();
        for (var i = 0; i < parts.Count; i++)
        {
            // Each part takes the job's own row with it: of two who write the same at once, only one gets on.
            var last = i == parts.Count - 1;
            var row = JobRows.ToRow(
                JobRows.UnfinishedKey(job.Id),
                job with
                {
                    State = last ? job.State : JobState.Writing,
                    Total = items.Count,
                    At = clock.GetCurrentInstant()
                });
            List<Change> changes = [before is null ? new Change.Insert(row) : new Change.Replace(row, before.ETag!)];
            changes.AddRange(parts[i].Select(item => new Change.Upsert(JobRows.ToRow(job.Id, item))));
            if (await store.SubmitAsync(
                JobRows.Table,
                directory.Province.Value,
                changes,
                cancellationToken) != BatchOutcome.Committed)
            {
                return null;
            }

            before = await FindAsync(job.Id, cancellationToken);
            if (before is null)
            {
                return null;
            }
        }

        return before;
    }

    /// <summary>The items that the rules would refuse now.</summary>
    private async Task<IReadOnlyList<RefusedItem>> CheckAsync(Person by, Job job, CancellationToken cancellationToken)
    {
        var items = await runner.PendingAsync(job.Id, JobLimits.Items, cancellationToken);
        var people = await directory.ReadAsync(cancellationToken);
        var entries = items.OfType<JobItem.Entry>().ToList();
        return
        [
            .. entries.Zip(EntryRules.Decide(by, [.. entries.Select(e => e.Person)], people))
                .Where(e => e.Second.Refusal is not null).Select(e =>
                    new RefusedItem.Entry(e.First, e.Second.Refusal!.Value)),
            .. items.OfType<JobItem.Assignment>()
                .SelectMany(item =>
                    matters.WhyNot(by, item.Draft, people)
                        .Take(1)
                        .Select(why => new RefusedItem.Assignment(item, why))),
        ];
    }
}
