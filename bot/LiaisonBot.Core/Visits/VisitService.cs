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
/// <param name="Stood">It stood so before: nothing was written now.</param>
public sealed record VisitResult(VisitRefusal? Why, Visit? Visit = null, Visit? Other = null, bool Stood = false);

/// <summary>What became of a step of several visits.</summary>
/// <param name="Refused">Left as they were, each with the reason.</param>
public sealed record VisitsResult(
    IReadOnlyList<Visit> Done,
    IReadOnlyList<(Visit Visit, VisitRefusal Why)> Refused);

/// <summary>
/// Keeps the visits. A step of one is one batch, and is seen at once in phases and by whom reminders reach; a step of
/// many is a batch for each hundred, of which each visit is taken once however often it is asked for. Whatever says
/// where a team is when is written with <see cref="VisitsGuard"/>: of two who do so at one moment, the second decides
/// by what the first has written.
/// </summary>
public sealed class VisitService(ITableStore store, CurrentDirectory directory, IClock clock)
{
    private readonly DirectoryCommands commands = new(store, directory);
    private readonly VisitTables tables = new(store, directory);

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
                    return DirectoryCommands.Answer(new VisitResult(null, known, Stood: true));
                case VisitDecision.Accepted { Visit: var entered }:
                    var placed = entered with { Key = KeyFor(entered, [.. now.PlannedVisits, .. now.UnfinishedVisits]) };
                    return DirectoryCommands.Write(
                        new VisitResult(null, placed),
                        new Change.Insert(DirectoryRows.ToRow(placed)),
                        now.VisitsGuard.Next());
                default:
                    throw new InvalidOperationException("There is no other decision.");
            }
        },
        cancellationToken);

    /// <summary>
    /// Enters many drafts, all or none: each is checked beside those that stand and beside the others. What takes more
    /// than one batch is there for everybody with the last of them, and not before; what a stop left is no visit, and
    /// goes with the next table.
    /// </summary>
    /// <param name="commandId">Names what the person did, the same each time it arrives.</param>
    /// <returns>What is wrong with them, by their place in the list; empty when all stand.</returns>
    /// <inheritdoc cref="EnterAsync"/>
    public async Task<IReadOnlyList<(int Index, VisitDecision.Refused Why)>> EnterAllAsync(
        string commandId,
        Person by,
        IReadOnlyList<Visit> visits,
        CancellationToken cancellationToken)
    {
        for (var attempt = 0; attempt < CommandExecutor.MaxAttempts; attempt++)
        {
            var now = await FreshAsync(cancellationToken);
            var at = clock.GetCurrentInstant();
            if (await tables.RemoveBrokenOffAsync(
                now.UnfinishedVisits,
                now.VisitsGuard,
                table => table == commandId,
                at,
                cancellationToken))
            {
                now = await FreshAsync(cancellationToken);
            }

            var (entered, wrong) = Entered(by, visits, now, at);
            if (wrong.Count > 0 || entered.Count == 0)
            {
                return wrong;
            }

            if (await WriteAsync(commandId, entered, now.VisitsGuard, cancellationToken))
            {
                return [];
            }
        }

        throw new StoreUnavailableException("The visits could not be saved: the store is busy. None of them is there; please send them again.");
    }

    /// <summary>All of them, or none for anybody.</summary>
    /// <returns>False when somebody entered or moved a visit meanwhile, or nobody knows: then it is looked at
    /// anew.</returns>
    private async Task<bool> WriteAsync(
        string table,
        IReadOnlyList<Visit> entered,
        VisitsGuard guard,
        CancellationToken cancellationToken)
    {
        var parts = entered.Chunk(VisitTables.AtOnce).ToList();
        var isOne = parts.Count == 1;
        foreach (var part in parts.SkipLast(1))
        {
            if (!await tables.WriteAsync(table, part, cancellationToken))
            {
                return false;
            }
        }

        var outcome = await store.SubmitAsync(
            DirectoryRows.Table,
            directory.Province.Value,
            [
                .. parts[^1].Select(visit =>
                    new Change.Insert(DirectoryRows.ToRow(isOne ? visit : visit with { Table = table }))),
                guard.Next(isOne ? null : table),
            ],
            cancellationToken);
        directory.Forget();
        return outcome == BatchOutcome.Committed;
    }

    /// <summary>What would be wrong with drafts, beside those that stand and beside each other.</summary>
    public IReadOnlyList<(int Index, VisitDecision.Refused Why)> Check(
        Person by,
        IReadOnlyList<Visit> visits,
        LiaisonDirectory now) =>
        Entered(by, visits, now, clock.GetCurrentInstant()).Wrong;

    /// <summary>Those that do not stand yet, as they are to be written, and what is wrong with the others.</summary>
    private static (IReadOnlyList<Visit> Entered, IReadOnlyList<(int Index, VisitDecision.Refused Why)> Wrong) Entered(
        Person by,
        IReadOnlyList<Visit> visits,
        LiaisonDirectory now,
        Instant at)
    {
        var (entered, wrong) = (new List<Visit>(), new List<(int, VisitDecision.Refused)>());
        var standing = now.PlannedVisits.ToList();
        var keys = standing.Concat(now.UnfinishedVisits).ToList();
        for (var i = 0; i < visits.Count; i++)
        {
            switch (VisitRules.Enter(visits[i], by, standing, now.Areas, now.People, at))
            {
                case VisitDecision.Refused refused:
                    wrong.Add((i, refused));
                    break;
                case VisitDecision.Accepted { Visit: { Key.Length: 0 } visit }:
                    var placed = visit with { Key = KeyFor(visit, keys) };
                    entered.Add(placed);
                    standing.Add(placed);
                    keys.Add(placed);
                    break;
                default:
                    break;
            }
        }

        return (entered, wrong);
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

    /// <inheritdoc cref="VisitRules.Receive"/>
    public Task<VisitResult> ReceiveAsync(Person by, string key, Reception reception, CancellationToken cancellationToken) =>
        TakeAsync(key, (visit, _, _) => VisitRules.Receive(visit, reception, by), cancellationToken);

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
        foreach (var part in keys.Distinct(StringComparer.Ordinal).Chunk(VisitTables.AtOnce))
        {
            var (some, not) = await commands.ExecuteAsync(
                async cancellationToken =>
                {
                    var stored = await StoredVisits.ReadAsync(store, directory.Province.Value, cancellationToken);
                    var at = clock.GetCurrentInstant();
                    var (changes, taken, left) = (new List<Change>(), new List<Visit>(), new List<(Visit, VisitRefusal)>());
                    foreach (var row in stored.Rows.Where(row => part.Contains(row.Key, StringComparer.Ordinal)))
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
                        return DirectoryCommands.Answer(new VisitResult(null, after, Stood: true));
                    case VisitDecision.Accepted { Visit: var after }:
                        var changed = new Change.Replace(DirectoryRows.ToRow(after), row.ETag!);
                        return after.IsSameAs(before)
                            ? DirectoryCommands.Write(new VisitResult(null, after), changed)
                            : DirectoryCommands.Write(new VisitResult(null, after), changed, now.VisitsGuard.Next());
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
