using System.Globalization;
using LiaisonBot.Core.Commands;
using LiaisonBot.Core.People;
using LiaisonBot.Core.Storage;
using NodaTime;

namespace LiaisonBot.Core.Visits;

/// <summary>What became of a step of one visit.</summary>
/// <param name="Why">Null when it was taken, or had been taken before.</param>
/// <param name="Visit">As it then stands; null when it was refused.</param>
/// <param name="Other">The visit that is in the way.</param>
public sealed record VisitResult(VisitRefusal? Why, Visit? Visit = null, Visit? Other = null);

/// <summary>What became of a step of several visits.</summary>
/// <param name="Refused">Left as they were, each with the reason.</param>
public sealed record VisitsResult(
    IReadOnlyList<Visit> Done,
    IReadOnlyList<(Visit Visit, VisitRefusal Why)> Refused);

/// <summary>
/// Keeps the visits. A step of one is one batch, and is seen at once in phases and by whom reminders reach; a step of
/// many is a batch for each hundred, of which each visit is taken once however often it is asked for.
/// </summary>
public sealed class VisitService(ITableStore store, CurrentDirectory directory, IClock clock)
{
    /// <summary>Visits in one batch: each is a row.</summary>
    private const int AtOnce = StoreLimits.BatchChanges;

    private readonly DirectoryCommands commands = new(store, directory);

    /// <summary>Entering the same visit twice is entering it once.</summary>
    /// <exception cref="StoreUnavailableException">Nothing was changed; the same may be sent again.</exception>
    public Task<VisitResult> EnterAsync(Person by, Visit visit, CancellationToken cancellationToken) => commands.ExecuteAsync(
        async cancellationToken =>
        {
            var now = await FreshAsync(cancellationToken);
            switch (VisitRules.Enter(visit, by, now.PlannedVisits, now.Areas, now.People, clock.GetCurrentInstant()))
            {
                case VisitDecision.Refused refused:
                    return Answer(refused);
                case VisitDecision.Accepted { Visit: { Key.Length: > 0 } known }:
                    return DirectoryCommands.Answer(new VisitResult(null, known));
                case VisitDecision.Accepted { Visit: var entered }:
                    var placed = entered with { Key = KeyFor(entered, now.PlannedVisits) };
                    return DirectoryCommands.Write(
                        new VisitResult(null, placed),
                        new Change.Insert(DirectoryRows.ToRow(placed)));
                default:
                    throw new InvalidOperationException("There is no other decision.");
            }
        },
        cancellationToken);

    /// <summary>
    /// Enters many drafts, all or none: each is checked beside those that stand and beside the others.
    /// </summary>
    /// <returns>What is wrong with them, by their place in the list; empty when all stand.</returns>
    /// <inheritdoc cref="EnterAsync"/>
    public async Task<IReadOnlyList<(int Index, VisitDecision.Refused Why)>> EnterAllAsync(
        Person by,
        IReadOnlyList<Visit> visits,
        CancellationToken cancellationToken)
    {
        if (Check(by, visits, await FreshAsync(cancellationToken)) is { Count: > 0 } wrong)
        {
            return wrong;
        }

        foreach (var part in visits.Chunk(AtOnce))
        {
            // What was entered meanwhile is entered once; what has got in its way is told, and the rest stays undone.
            var refused = await commands.ExecuteAsync(
                async cancellationToken =>
                {
                    var now = await FreshAsync(cancellationToken);
                    var at = clock.GetCurrentInstant();
                    if (Check(by, part, now) is { Count: > 0 } late)
                    {
                        return DirectoryCommands.Answer<IReadOnlyList<(int, VisitDecision.Refused)>>(late);
                    }

                    List<Change> changes = [];
                    var planned = now.PlannedVisits.ToList();
                    foreach (var visit in part)
                    {
                        if (VisitRules.Enter(visit, by, planned, now.Areas, now.People, at)
                            is VisitDecision.Accepted { Visit: { Key.Length: 0 } entered })
                        {
                            var placed = entered with { Key = KeyFor(entered, planned) };
                            planned.Add(placed);
                            changes.Add(new Change.Insert(DirectoryRows.ToRow(placed)));
                        }
                    }

                    return changes.Count == 0
                        ? DirectoryCommands.Answer<IReadOnlyList<(int, VisitDecision.Refused)>>([])
                        : DirectoryCommands.Write<IReadOnlyList<(int, VisitDecision.Refused)>>([], changes);
                },
                cancellationToken);
            if (refused.Count > 0)
            {
                return refused;
            }
        }

        return [];
    }

    /// <summary>What would be wrong with drafts, beside those that stand and beside each other.</summary>
    public IReadOnlyList<(int Index, VisitDecision.Refused Why)> Check(
        Person by,
        IReadOnlyList<Visit> visits,
        LiaisonDirectory now)
    {
        var at = clock.GetCurrentInstant();
        var wrong = new List<(int, VisitDecision.Refused)>();
        var standing = now.PlannedVisits.ToList();
        for (var i = 0; i < visits.Count; i++)
        {
            switch (VisitRules.Enter(visits[i], by, standing, now.Areas, now.People, at))
            {
                case VisitDecision.Refused refused:
                    wrong.Add((i, refused));
                    break;
                case VisitDecision.Accepted { Visit: { Key.Length: 0 } entered }:
                    standing.Add(entered with { Key = KeyFor(entered, standing) });
                    break;
                default:
                    break;
            }
        }

        return wrong;
    }

    /// <param name="key">Of the visit's row.</param>
    /// <param name="change">The visit as it shall be, from how it stands.</param>
    /// <inheritdoc cref="EnterAsync"/>
    public Task<VisitResult> ChangeAsync(
        Person by,
        string key,
        Func<Visit, Visit> change,
        CancellationToken cancellationToken) =>
        TakeAsync(
            key,
            (visit, now, at) => VisitRules.Change(visit, change(visit), by, now.PlannedVisits, now.Areas, now.People, at),
            cancellationToken);

    /// <inheritdoc cref="VisitRules.Submit"/>
    public Task<VisitResult> SubmitAsync(Person by, string key, CancellationToken cancellationToken) =>
        TakeAsync(key, (visit, _, at) => VisitRules.Submit(visit, by, at), cancellationToken);

    /// <inheritdoc cref="VisitRules.Approve"/>
    public Task<VisitResult> ApproveAsync(Person by, string key, string? number, CancellationToken cancellationToken) =>
        TakeAsync(key, (visit, _, at) => VisitRules.Approve(visit, number, by, at), cancellationToken);

    /// <inheritdoc cref="VisitRules.Announce"/>
    public Task<VisitResult> AnnounceAsync(Person by, string key, LocalDate? on, CancellationToken cancellationToken) =>
        TakeAsync(key, (visit, _, at) => VisitRules.Announce(visit, on, by, at), cancellationToken);

    /// <inheritdoc cref="VisitRules.ApproveAndAnnounce"/>
    public Task<VisitResult> ApproveAndAnnounceAsync(
        Person by,
        string key,
        string? number,
        LocalDate? on,
        CancellationToken cancellationToken) =>
        TakeAsync(key, (visit, _, at) => VisitRules.ApproveAndAnnounce(visit, number, on, by, at), cancellationToken);

    /// <inheritdoc cref="VisitRules.Cancel"/>
    public Task<VisitResult> CancelAsync(Person by, string key, string? reason, CancellationToken cancellationToken) =>
        TakeAsync(key, (visit, _, at) => VisitRules.Cancel(visit, reason, by, at), cancellationToken);

    /// <summary>The same step of several.</summary>
    /// <param name="keys">Of their rows.</param>
    /// <param name="step">Of one visit.</param>
    /// <inheritdoc cref="EnterAsync"/>
    public async Task<VisitsResult> TakeAllAsync(
        IReadOnlyCollection<string> keys,
        Func<Visit, Instant, VisitDecision> step,
        CancellationToken cancellationToken)
    {
        var (done, refused) = (new List<Visit>(), new List<(Visit, VisitRefusal)>());
        foreach (var part in keys.Distinct(StringComparer.Ordinal).Chunk(AtOnce))
        {
            var (some, not) = await commands.ExecuteAsync(
                async cancellationToken =>
                {
                    var rows = await store.ReadPrefixAsync(
                        DirectoryRows.Table,
                        directory.Province.Value,
                        RowKeys.Directory.Visits,
                        VisitRules.MaxVisits,
                        cancellationToken);
                    var at = clock.GetCurrentInstant();
                    var (changes, taken, left) = (new List<Change>(), new List<Visit>(), new List<(Visit, VisitRefusal)>());
                    foreach (var row in rows.Where(row => part.Contains(row.Key, StringComparer.Ordinal)))
                    {
                        var visit = DirectoryRows.ToVisit(row);
                        switch (step(visit, at))
                        {
                            case VisitDecision.Refused { Why: var why }:
                                left.Add((visit, why));
                                break;
                            case VisitDecision.Accepted { Visit: var after }:
                                taken.Add(after);
                                if (after != visit)
                                {
                                    changes.Add(new Change.Replace(DirectoryRows.ToRow(after), row.ETag!));
                                }

                                break;
                        }
                    }

                    return changes.Count == 0
                        ? DirectoryCommands.Answer((taken, left))
                        : DirectoryCommands.Write((taken, left), changes);
                },
                cancellationToken);
            done.AddRange(some);
            refused.AddRange(not);
        }

        return new(done, refused);
    }

    /// <summary>Notes what the inspected were told of a visit, unless it was changed since.</summary>
    public async Task<bool> NoteAsync(Visit before, Visit after, CancellationToken cancellationToken)
    {
        var isNoted = await store.ReadAsync(
            DirectoryRows.Table,
            directory.Province.Value,
            before.Key,
            cancellationToken) is { } row
            && DirectoryRows.ToVisit(row) == before
            && await store.SubmitAsync(
                DirectoryRows.Table,
                directory.Province.Value,
                [new Change.Replace(DirectoryRows.ToRow(after), row.ETag!)],
                cancellationToken) == BatchOutcome.Committed;
        directory.Forget();
        return isNoted;
    }

    private Task<VisitResult> TakeAsync(
        string key,
        Func<Visit, LiaisonDirectory, Instant, VisitDecision> decide,
        CancellationToken cancellationToken) =>
        commands.ExecuteAsync(
            async cancellationToken =>
            {
                var now = await FreshAsync(cancellationToken);
                if (!now.PlannedVisits.Any(v => v.Key == key)
                    || await store.ReadAsync(
                        DirectoryRows.Table,
                        directory.Province.Value,
                        key,
                        cancellationToken) is not { } row)
                {
                    return DirectoryCommands.Answer(new VisitResult(VisitRefusal.NotFound));
                }

                var before = DirectoryRows.ToVisit(row);
                switch (decide(before, now, clock.GetCurrentInstant()))
                {
                    case VisitDecision.Refused refused:
                        return Answer(refused);
                    case VisitDecision.Accepted { Visit: var after } when after == before:
                        return DirectoryCommands.Answer(new VisitResult(null, after));
                    case VisitDecision.Accepted { Visit: var after }:
                        return DirectoryCommands.Write(
                            new VisitResult(null, after),
                            new Change.Replace(DirectoryRows.ToRow(after), row.ETag!));
                    default:
                        throw new InvalidOperationException("There is no other decision.");
                }
            },
            cancellationToken);

    /// <summary>
    /// The key of a visit that is entered: what it is entered as. One that was changed or called off keeps its key, and
    /// another such gets a figure behind it.
    /// </summary>
    private static string KeyFor(Visit visit, IReadOnlyList<Visit> planned)
    {
        var key = DirectoryRows.VisitKey(visit);
        var free = key;
        for (var i = 2; planned.Any(v => v.Key == free); i++)
        {
            free = string.Create(CultureInfo.InvariantCulture, $"{key}|{i}");
        }

        return free;
    }

    private async Task<LiaisonDirectory> FreshAsync(CancellationToken cancellationToken)
    {
        directory.Forget();
        return await directory.ReadAsync(cancellationToken);
    }

    private static CommandDecision<VisitResult> Answer(VisitDecision.Refused refused) =>
        DirectoryCommands.Answer(new VisitResult(refused.Why, Other: refused.Other));
}
