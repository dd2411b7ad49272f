using LiaisonBot.Core.Areas;
using LiaisonBot.Core.Calendar;
using LiaisonBot.Core.Matters;
using LiaisonBot.Core.Messaging;
using LiaisonBot.Core.People;
using LiaisonBot.Core.Sealed;
using LiaisonBot.Core.Storage;
using NodaTime;

namespace LiaisonBot.Core.Leaving;

/// <summary>What became of the word to delete everything about somebody.</summary>
public enum DeletionAnswer
{
    /// <summary>It is written down and will be done, whatever stops.</summary>
    Begun,

    /// <summary>It was begun before and is under way.</summary>
    UnderWay,

    /// <summary>Only the provincial office deletes.</summary>
    NotAllowed,

    /// <summary>Nobody deletes themselves; so the office keeps somebody.</summary>
    Oneself,
    NotFound,
}

/// <summary>
/// Ends what is kept of people who left, when its term is over, and deletes everything about one when the office says
/// so. What has to be looked for in many rows is gone through page by page, and how far it is stands in the row of the
/// person: a stop anywhere loses a page of reading, and two processes at once do the same twice, which changes nothing.
/// </summary>
/// <param name="sender">Different for each process.</param>
public sealed class LeavingService(
    ITableStore store,
    CurrentDirectory directory,
    IClock clock,
    Terms terms,
    string sender)
{
    /// <summary>Pages of <see cref="StoreLimits.PageRows"/> rows that one round reads.</summary>
    public const int PagesAtOnce = 30;

    private const int MostWaiting = 10_000;

    /// <summary>Changes of one batch: what somebody else writes meanwhile refuses no more than these.</summary>
    private const int ChangesAtOnce = 25;

    /// <summary>What knew the person, or was sending to them, has forgotten them by then.</summary>
    private static readonly Duration Settling = CurrentDirectory.MaxAge * 2;

    /// <summary>A process that has not moved a clearing on for so long has stopped.</summary>
    private static readonly Duration ClaimLasts = Duration.FromMinutes(2);

    private readonly DirectoryCommands commands = new(store, directory);

    private string Province => directory.Province.Value;

    /// <summary>Takes people out of sealed records, which lie in a store of their own; null where there are none.</summary>
    public SealedUpkeep? Sealed { get; init; }

    public Terms Terms => terms;

    /// <summary>
    /// Takes all roles of a person and has everything about them deleted. One batch and up to four reads; the rows that
    /// name them are gone through by <see cref="ResumeAsync(CancellationToken)"/>, from a minute later on.
    /// </summary>
    /// <param name="random">Nobody can guess it; ASCII letters and digits.</param>
    /// <exception cref="StoreUnavailableException">The store did not answer; the same may be asked again.</exception>
    public async Task<DeletionAnswer> DeleteAsync(
        Person by,
        string personId,
        string random,
        CancellationToken cancellationToken)
    {
        if (!by.Has(Role.Office))
        {
            return DeletionAnswer.NotAllowed;
        }

        if (by.Is(personId))
        {
            return DeletionAnswer.Oneself;
        }

        // Under which this call began it, when the store had not said that it did.
        string? mine = null;
        return await commands.ExecuteAsync(
            async cancellationToken =>
            {
                directory.Forget();
                var people = await directory.ReadAsync(cancellationToken);
                var id = people.ById(personId)?.Id ?? personId;
                var row = await ReadAsync(DirectoryRows.PersonKey(id), cancellationToken);
                var known = people.FormerById(id);
                if (row is null && known is null)
                {
                    return DirectoryCommands.Answer(DeletionAnswer.NotFound);
                }

                if (row is null && known!.IsBeingDeleted)
                {
                    return DirectoryCommands.Answer(known.Clearing!.Id == mine
                        ? DeletionAnswer.Begun
                        : DeletionAnswer.UnderWay);
                }

                var now = clock.GetCurrentInstant();
                var leaving = row is null ? known! : FormerPerson.Of(DirectoryRows.ToPerson(row), now, known);
                var cleared = mine = leaving.IsBeingDeleted
                    ? leaving.Clearing!.Id
                    : FormerName.IdOf(leaving.Role, random);
                var marked = DirectoryRows.ToRow(leaving with { Clearing = new(ClearingKind.Everything, cleared, now) });
                List<Change> changes = [known is null
                    ? new Change.Insert(marked)
                    : new Change.Replace(marked, known.ETag!)];
                if (row is not null)
                {
                    changes.Add(new Change.Delete(row.Key, row.ETag));
                    // Of two who delete each other only one goes through: whoever deletes stays.
                    if (await ReadAsync(DirectoryRows.PersonKey(by.Id), cancellationToken) is not { } own
                        || !DirectoryRows.ToPerson(own).Has(Role.Office))
                    {
                        return DirectoryCommands.Answer(DeletionAnswer.NotAllowed);
                    }

                    changes.Add(new Change.Replace(own, own.ETag!));
                }

                return DirectoryCommands.Write(DeletionAnswer.Begun, changes);
            },
            cancellationToken);
    }

    /// <summary>
    /// How much of a deletion is done, in partitions gone through and all that there are. When something was found, all
    /// are gone through once more.
    /// </summary>
    public static (int Done, int All) Progress(FormerPerson former, LiaisonDirectory people) =>
        (former.Clearing?.Place ?? 0, people.Partitions.Count + 1);

    /// <summary>
    /// Goes on with what is being deleted: at most <see cref="PagesAtOnce"/> pages. Costs nothing when nothing is. Safe
    /// to stop anywhere, also to run twice at once.
    /// </summary>
    public async Task ResumeAsync(CancellationToken cancellationToken)
    {
        var pages = PagesAtOnce;
        var people = await directory.ReadAsync(cancellationToken);
        foreach (var former in people.Former.Where(f => f.Clearing is not null).OrderBy(f => f.Clearing!.Since))
        {
            if (pages <= 0)
            {
                return;
            }

            pages = await ResumeAsync(former.Id, people, pages, cancellationToken);
        }
    }

    /// <summary>
    /// What the terms end in the directory: chats of those who left, questions about accounts; and receipts are set to
    /// be cleared. To be called once a day; one range read when there is nothing.
    /// </summary>
    public async Task SweepAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetCurrentInstant();
        bool IsOver(Instant? from, Kept what) => from is { } at && at + terms.Of(what) < now;
        var rows = await RowKeys.Directory.ReadAsync(store, Province, CurrentDirectory.MaxRows, cancellationToken);
        var present = rows.Where(row => RowKeys.KindOf(row.Key) == RowKeys.Directory.People)
            .Select(row => row.Key)
            .ToHashSet(StringComparer.Ordinal);
        var former = rows.Where(row => RowKeys.KindOf(row.Key) == RowKeys.Directory.Former)
            .ReadEach(DirectoryRows.ToFormer)
            .ToDictionary(f => f.Id, StringComparer.Ordinal);
        bool IsHere(string id) => present.Contains(DirectoryRows.PersonKey(id));

        foreach (var row in rows.Where(row => RowKeys.KindOf(row.Key) == RowKeys.Directory.Chats))
        {
            if (row.Text("Person") is not { } id || IsHere(id))
            {
                continue;
            }

            // Left before it was written down who leaves: from now on.
            if (!former.TryGetValue(id, out var left))
            {
                await SubmitAsync(
                    [new Change.Insert(DirectoryRows.ToRow(new FormerPerson(
                        id,
                        "",
                        null,
                        row.Text("Account"),
                        Role.CountyOfficer,
                        now)))],
                    cancellationToken);
            }
            else if (IsOver(left.LeftAt, Kept.Chat))
            {
                await SubmitAsync([new Change.Delete(row.Key, row.ETag)], cancellationToken);
            }
        }

        foreach (var row in rows.Where(row => RowKeys.KindOf(row.Key) == RowKeys.Directory.People))
        {
            // All their days are over: they left on the last of them. Whoever stood in for somebody else as well has
            // gone with that.
            if (row.TryRead(DirectoryRows.ToPerson, out var person, out _)
                && person.Grants.Count > 0
                && person.Grants.All(g => g.HasEnded(BeijingTime.Today(now))))
            {
                await SubmitAsync(
                    [
                        new Change.Delete(row.Key, row.ETag),
                        new Change.Upsert(DirectoryRows.ToRow(FormerPerson.Of(
                            person,
                            now,
                            former.GetValueOrDefault(person.Id))))
                    ],
                    cancellationToken);
            }
        }

        foreach (var left in former.Values.Where(f => !f.IsBeingDeleted))
        {
            var key = DirectoryRows.FormerKey(left.Id);
            if (IsHere(left.Id))
            {
                await SubmitAsync([new Change.Delete(key, left.ETag)], cancellationToken);
            }
            else if (left is { Clearing: null, ReceiptsCleared: false } && IsOver(left.LeftAt, Kept.ReceiptName))
                await SubmitAsync(
                    [new Change.Replace(
                        DirectoryRows.ToRow(left with { Clearing = new(ClearingKind.Receipts, "", now) }),
                        left.ETag!)],
                    cancellationToken);
        }

        foreach (var row in rows.Where(row =>
            RowKeys.KindOf(row.Key) == RowKeys.Directory.People && IsOver(row.Time("ClaimedAt"), Kept.AccountQuestion)))
        {
            if (row.TryRead(DirectoryRows.ToPerson, out var person, out _))
                await SubmitAsync(
                    [new Change.Replace(DirectoryRows.ToRow(person with { Claim = null }), row.ETag!)],
                    cancellationToken);
        }
    }

    /// <summary>
    /// Gives up what waits in a partition for people who left, when its term is over. To be called once a day; one
    /// range read when there is nothing.
    /// </summary>
    /// <returns>Messages given up.</returns>
    public async Task<int> SweepWaitingAsync(AreaCode partition, CancellationToken cancellationToken)
    {
        var (now, term, given) = (clock.GetCurrentInstant(), terms.Of(Kept.WaitingMessage), 0);
        var people = await directory.ReadAsync(cancellationToken);
        var waiting = await store.ReadPrefixAsync(
            MatterRows.Table,
            partition.Value,
            OutboxRows.Waiting,
            MostWaiting,
            cancellationToken);
        foreach (var theirs in waiting.GroupBy(row => row.Text("To") ?? "", StringComparer.Ordinal))
        {
            var left = people.FormerById(theirs.Key);
            if (people.ById(theirs.Key) is not null
                || people.IsDamaged(theirs.Key)
                || now - (left?.LeftAt ?? Instant.MinValue) <= term)
            {
                continue;
            }

            var old = theirs.Where(row => row.Time("At") + term < now).ToList();
            // Who came back a moment ago is not in what was read of the directory.
            if (old.Count == 0 || await ReadAsync(DirectoryRows.PersonKey(theirs.Key), cancellationToken) is not null)
            {
                continue;
            }

            var name = left is { ReceiptsCleared: false, Name.Length: > 0 }
                ? left.Name
                : FormerName.Of(left?.Role ?? Role.CountyOfficer);
            foreach (var row in old)
            {
                List<Change> changes = [new Change.Delete(row.Key, row.ETag)];
                if (row.TryRead(OutboxRows.ToMessage, out var message, out _))
                {
                    changes.Add(new Change.Upsert(Receipt.GivenUp(message, name, now)));
                }

                if (await store.SubmitAsync(
                    MatterRows.Table,
                    partition.Value,
                    changes,
                    cancellationToken) == BatchOutcome.Committed)
                {
                    given++;
                }
            }
        }

        return given;
    }

    /// <returns>Pages that are left.</returns>
    private async Task<int> ResumeAsync(
        string id,
        LiaisonDirectory people,
        int pages,
        CancellationToken cancellationToken)
    {
        var now = clock.GetCurrentInstant();
        if (await ReadAsync(DirectoryRows.FormerKey(id), cancellationToken) is not { } row
            || DirectoryRows.ToFormer(row) is not { Clearing: { } clearing } former)
        {
            return pages;
        }

        if (now - clearing.Since < Settling
            || (clearing.Claim is { } other && other.By != sender && other.At <= now && now - other.At < ClaimLasts))
        {
            return pages;
        }

        // Whoever came back is not touched: the office sees that it is not done, and why.
        if (await ReadAsync(DirectoryRows.PersonKey(id), cancellationToken) is not null)
        {
            return pages;
        }

        if (await NoteAsync(former, clearing with { Claim = new(sender, now) }, cancellationToken) is not { } mine)
        {
            return pages;
        }

        var isShared = people.People.Any(p => p.Name == former.Name);
        var places = people.Partitions.Select(p => (MatterRows.Table, Partition: p.Value))
            .Prepend((DirectoryRows.Table, Partition: Province))
            .ToList();
        var at = mine.Clearing!;
        while (pages > 0 && at.Place < places.Count)
        {
            var (table, partition) = places[at.Place];
            var (from, to) = at.Kind == ClearingKind.Receipts
                ? (OutboxRows.Receipts, KeyRange.After(OutboxRows.Receipts))
                : ("", "~");
            var isInDirectory = table == DirectoryRows.Table;
            var rows = isInDirectory && at.Kind == ClearingKind.Receipts
                ? []
                : await store.ReadRangeAsync(
                    table,
                    partition,
                    at.After is { } last ? Pages.Behind(last) : from,
                    to,
                    StoreLimits.PageRows,
                    cancellationToken);
            pages--;
            var clearance = new Clearance(former, at, isShared);
            var changes = rows.Select(one => isInDirectory ? clearance.OfDirectory(one) : clearance.OfMatters(one))
                .OfType<Change>()
                .ToList();
            var all = true;
            foreach (var some in changes.Chunk(ChangesAtOnce))
            {
                all &= await store.SubmitAsync(table, partition, some, cancellationToken) == BatchOutcome.Committed;
            }

            at = at with { Found = at.Found || changes.Count > 0 };
            // Somebody changed one of them meanwhile: the page is read again.
            if (!all)
            {
                continue;
            }

            at = rows.Count < StoreLimits.PageRows
                ? at with { Place = at.Place + 1, After = null }
                : at with { After = rows[^1].Key };
        }

        if (at.Place < places.Count)
        {
            await NoteAsync(mine, at with { Claim = null }, cancellationToken);
        }

        // What was written while all was gone through is found by going through it again.
        else if (at.Found)
        {
            await NoteAsync(mine, at with { Place = 0, Found = false, Claim = null }, cancellationToken);
        }
        else if (at.Kind == ClearingKind.Everything
            && Sealed is not null
            && !await Sealed.ForgetAsync([.. former.Ids], at.Id, FormerName.Of(former.Role), cancellationToken))
        {
            await NoteAsync(mine, at with { Place = 0, Found = false, Claim = null }, cancellationToken);
        }
        else if (at.Kind == ClearingKind.Everything)
        {
            await SubmitAsync([new Change.Delete(DirectoryRows.FormerKey(id), mine.ETag)], cancellationToken);
        }
        else
        {
            await NoteAsync(mine with { ReceiptsCleared = true }, null, cancellationToken);
        }

        return pages;
    }

    /// <summary>Writes down how far it is; null when another process was quicker, or nobody knows.</summary>
    private async Task<FormerPerson?> NoteAsync(
        FormerPerson former,
        Clearing? clearing,
        CancellationToken cancellationToken)
    {
        var noted = former with { Clearing = clearing };
        if (await SubmitAsync(
            [new Change.Replace(DirectoryRows.ToRow(noted), former.ETag!)],
            cancellationToken) != BatchOutcome.Committed)
        {
            return null;
        }

        return await ReadAsync(DirectoryRows.FormerKey(former.Id), cancellationToken) is { } row
            ? DirectoryRows.ToFormer(row)
            : null;
    }

    private Task<Row?> ReadAsync(string key, CancellationToken cancellationToken) =>
        store.ReadAsync(DirectoryRows.Table, Province, key, cancellationToken);

    private async Task<BatchOutcome> SubmitAsync(IReadOnlyList<Change> changes, CancellationToken cancellationToken)
    {
        var outcome = await store.SubmitAsync(DirectoryRows.Table, Province, changes, cancellationToken);
        directory.Forget();
        return outcome;
    }
}
