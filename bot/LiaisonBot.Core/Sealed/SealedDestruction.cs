using LiaisonBot.Core.Calendar;
using LiaisonBot.Core.People;
using LiaisonBot.Core.Storage;
using NodaTime;

namespace LiaisonBot.Core.Sealed;

/// <summary>A record whose term is over.</summary>
/// <param name="Since">Beijing date from which on it may be destroyed.</param>
/// <param name="ProposedBy">Id of whoever proposed it; null while nobody did.</param>
public sealed record SealedDue(SealedRecord Record, LocalDate Since, string? ProposedBy);

/// <summary>What is left of one that was destroyed.</summary>
/// <param name="On">Beijing date.</param>
public sealed record SealedDestroyed(string Number, LocalDate On);

/// <summary>What became of a word about a destruction.</summary>
public enum SealedDestructionAnswer
{
    Proposed,
    Withdrawn,
    Destroyed,

    /// <summary>There is none for this person, or its term is not over.</summary>
    NotDue,

    /// <summary>Whoever proposed it does not confirm it.</summary>
    SamePerson,

    /// <summary>Nobody proposed it, or it was taken back.</summary>
    NotProposed,
}

/// <summary>
/// The end of sealed records: when the term of <c>terms.txt</c> is over, one person who leads the record proposes that it is
/// destroyed, and another one confirms it. Nothing is left but its number and the day. Nothing is destroyed by itself.
/// </summary>
/// <param name="kept">How long a closed one is kept.</param>
public sealed class SealedDestruction(
    ISealedStore store,
    SealedService records,
    CurrentDirectory directory,
    Duration kept,
    IClock clock)
{
    private string Partition => directory.Province.City.Value;

    private LocalDate Today => BeijingTime.Today(clock.GetCurrentInstant());

    /// <summary>
    /// Those whose term is over, of which the person leads each, the longest first; and what was destroyed, for whom the office
    /// named. A look at a list is noted.
    /// </summary>
    public async Task<(IReadOnlyList<SealedDue> Due, IReadOnlyList<SealedDestroyed> Destroyed)> ListAsync(
        Person person,
        string id,
        CancellationToken cancellationToken)
    {
        var ends = await store.ReadPrefixAsync(
            SealedRows.Table,
            Partition,
            RowKeys.Sealed.Ends,
            SealedLimits.Read,
            cancellationToken);
        var proposed = ends.Where(row => row.Text("On") is null)
            .ToDictionary(NumberOf, row => row.Required("ProposedBy"), StringComparer.Ordinal);
        return (
            [
                .. (await records.ListAsync(person, id, null, cancellationToken))
                    .Where(record => SealedRights.MayLead(person, record) && IsOver(record))
                    .OrderBy(record => record.ClosedAt)
                    .Select(record => new SealedDue(record, Since(record)!.Value, proposed.GetValueOrDefault(record.Number))),
            ],
            SealedRights.IsOfOffice(person)
                ? [.. ends.Where(row => row.Text("On") is not null)
                    .Select(row => new SealedDestroyed(NumberOf(row), Columns.Date(row.Required("On"))))]
                : []);
    }

    public async Task<SealedDestructionAnswer> ProposeAsync(Person person, string number, CancellationToken cancellationToken)
    {
        if (await DueAsync(person, number, cancellationToken) is null)
        {
            return SealedDestructionAnswer.NotDue;
        }

        var row = new Row(KeyOf(number), new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["ProposedBy"] = person.Id,
            ["ProposedAt"] = clock.GetCurrentInstant(),
        });
        // Who proposed it first stays who proposed it.
        await store.SubmitAsync(SealedRows.Table, Partition, [new Change.Insert(row)], cancellationToken);
        return await ReadAsync(number, cancellationToken) is null
            ? throw Busy()
            : SealedDestructionAnswer.Proposed;
    }

    /// <summary>By anybody who leads it.</summary>
    public async Task<SealedDestructionAnswer> WithdrawAsync(Person person, string number, CancellationToken cancellationToken)
    {
        if (await DueAsync(person, number, cancellationToken) is null
            || await ReadAsync(number, cancellationToken) is not { } end
            || end.Text("On") is not null)
        {
            return SealedDestructionAnswer.NotDue;
        }

        return await store.SubmitAsync(
            SealedRows.Table,
            Partition,
            [new Change.Delete(end.Key, end.ETag)],
            cancellationToken) == BatchOutcome.Committed
            ? SealedDestructionAnswer.Withdrawn
            : throw Busy();
    }

    /// <summary>
    /// The second word: record, text and identity go in one batch, in which the day is written; history and looks follow at once.
    /// What a stop left of them, and what was on its way meanwhile, goes with <see cref="ResumeAsync"/>.
    /// </summary>
    public async Task<SealedDestructionAnswer> ConfirmAsync(Person person, string number, CancellationToken cancellationToken)
    {
        if (await DueAsync(person, number, cancellationToken) is not { } record)
        {
            return SealedDestructionAnswer.NotDue;
        }

        if (await ReadAsync(number, cancellationToken) is not { } end)
        {
            return SealedDestructionAnswer.NotProposed;
        }

        if (person.Is(end.Required("ProposedBy")))
        {
            return SealedDestructionAnswer.SamePerson;
        }

        var columns = new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["On"] = Columns.Date(Today),
            ["Left"] = true,
        };
        List<Change> changes =
        [
            new Change.Replace(new(end.Key, columns), end.ETag!),
            new Change.Delete(SealedRows.Key(number), record.ETag),
            new Change.Delete(SealedRows.TextKey(number)),
        ];
        if (record.HasIdentity)
        {
            changes.Add(new Change.Delete(SealedRows.IdentityKey(number)));
        }

        if (await store.SubmitAsync(SealedRows.Table, Partition, changes, cancellationToken) != BatchOutcome.Committed
            && (await ReadAsync(number, cancellationToken))?.Text("On") is null)
        {
            throw Busy();
        }

        await TakeAwayAsync(number, cancellationToken);
        return SealedDestructionAnswer.Destroyed;
    }

    /// <summary>Takes away what is left of records that were destroyed on a day before. One range read where nothing is.</summary>
    public async Task ResumeAsync(CancellationToken cancellationToken)
    {
        foreach (var row in (await store.ReadPrefixAsync(
            SealedRows.Table,
            Partition,
            RowKeys.Sealed.Ends,
            SealedLimits.Read,
            cancellationToken)).Where(row => row.Flag("Left")))
        {
            await TakeAwayAsync(NumberOf(row), cancellationToken);
            // Who looked at the last moment may have written it after the first time.
            if (Columns.Date(row.Required("On")) < Today)
            {
                var on = new Dictionary<string, object>(StringComparer.Ordinal) { ["On"] = row.Required("On") };
                await store.SubmitAsync(
                    SealedRows.Table,
                    Partition,
                    [new Change.Replace(new(row.Key, on), row.ETag!)],
                    cancellationToken);
            }
        }
    }

    private async Task TakeAwayAsync(string number, CancellationToken cancellationToken)
    {
        await records.ForgetNoticeAsync(number, cancellationToken);
        foreach (var prefix in new[] { SealedRows.HistoryPrefix(number), SealedRows.LooksPrefix(number) })
        {
            while (await store.ReadPrefixAsync(
                SealedRows.Table,
                Partition,
                prefix,
                StoreLimits.BatchChanges,
                cancellationToken) is { Count: > 0 } rows)
            {
                await DeleteAsync(rows, cancellationToken);
            }
        }

        foreach (var prefix in new[] { RowKeys.Sealed.Links, RowKeys.Sealed.LookDays, Commands.CommandRows.Applied })
        {
            await foreach (var page in store.ReadPagesAsync(SealedRows.Table, Partition, prefix, cancellationToken))
            {
                foreach (var some in page.Where(row => row.Text("Number") == number).Chunk(StoreLimits.BatchChanges))
                {
                    await DeleteAsync(some, cancellationToken);
                }
            }
        }
    }

    private async Task DeleteAsync(IReadOnlyList<Row> rows, CancellationToken cancellationToken)
    {
        if (await store.SubmitAsync(
            SealedRows.Table,
            Partition,
            [.. rows.Select(row => new Change.Delete(row.Key))],
            cancellationToken) != BatchOutcome.Committed)
        {
            throw Busy();
        }
    }

    private async Task<SealedRecord?> DueAsync(Person person, string number, CancellationToken cancellationToken) =>
        await records.FindAsync(person, number, cancellationToken) is { } record
        && SealedRights.MayLead(person, record)
        && IsOver(record)
            ? record
            : null;

    private Task<Row?> ReadAsync(string number, CancellationToken cancellationToken) =>
        store.ReadAsync(SealedRows.Table, Partition, KeyOf(number), cancellationToken);

    private bool IsOver(SealedRecord record) => Since(record) is { } since && since <= Today;

    private LocalDate? Since(SealedRecord record) =>
        record.ClosedAt is { } closed ? BeijingTime.Today(closed + kept) : null;

    private static string KeyOf(string number) => RowKeys.Sealed.Ends + number;

    private static string NumberOf(Row row) => row.Key[RowKeys.Sealed.Ends.Length..];

    private static StoreUnavailableException Busy() =>
        new("The record could not be destroyed: the store is busy. Please say it again.");
}
