using LiaisonBot.Core.Calendar;
using LiaisonBot.Core.Commands;
using LiaisonBot.Core.People;
using LiaisonBot.Core.Storage;
using NodaTime;

namespace LiaisonBot.Core.Sealed;

/// <summary>What is done with sealed records once a day, and when somebody's data are deleted.</summary>
public sealed class SealedUpkeep(
    ISealedStore store,
    ISealingKeys keys,
    SealedService records,
    CurrentDirectory directory,
    IClock clock)
{
    /// <summary>Rows with an envelope in them.</summary>
    private static readonly string[] Sealed =
        [RowKeys.Sealed.Texts, RowKeys.Sealed.Identities, RowKeys.Sealed.History, RowKeys.Sealed.Looks];

    /// <summary>Says by which key all rows were wrapped last.</summary>
    private const string WrappedKey = RowKeys.Sealed.Settings + "wrapped";

    /// <summary>Times that all rows are gone through before the rest waits for another day.</summary>
    private const int Passes = 3;

    private string Partition => directory.Province.City.Value;

    /// <summary>
    /// Puts the keys of all texts under the key that wraps now; no text is opened. What was done stays done after a stop. One
    /// read where that key wrapped them all already.
    /// </summary>
    /// <returns>Texts whose key was wrapped anew.</returns>
    public async Task<int> RewrapAsync(CancellationToken cancellationToken)
    {
        var current = await keys.CurrentAsync(cancellationToken);
        if (current.Length == 0
            || (await store.ReadAsync(SealedRows.Table, Partition, WrappedKey, cancellationToken))?.Text("KeyBy") == current)
        {
            return 0;
        }

        var count = 0;
        for (var pass = 0; pass < Passes; pass++)
        {
            var isWhole = true;
            foreach (var prefix in Sealed)
            {
                await foreach (var page in store.ReadPagesAsync(SealedRows.Table, Partition, prefix, cancellationToken))
                {
                    foreach (var row in page)
                    {
                        if (Envelope.Of(row) is not { } envelope || envelope.Key.By == current)
                        {
                            continue;
                        }

                        var columns = new Dictionary<string, object>(row.Columns, StringComparer.Ordinal);
                        (await envelope.RewrapAsync(keys, cancellationToken)).Set(columns);
                        if (await ReplaceAsync(row, columns, cancellationToken))
                        {
                            count++;
                        }
                        else
                        {
                            isWhole = false;
                        }
                    }
                }
            }

            if (isWhole)
            {
                var done = new Row(WrappedKey, new Dictionary<string, object>(StringComparer.Ordinal) { ["KeyBy"] = current });
                await store.SubmitAsync(SealedRows.Table, Partition, [new Change.Upsert(done)], cancellationToken);
                return count;
            }
        }

        return count;
    }

    /// <summary>
    /// Tells the leader, and whom the office named, of looks of the days before that are unusual
    /// (<see cref="UnusualLooks"/>), by number, in the digest. One range read where nobody looked.
    /// </summary>
    /// <returns>What was found.</returns>
    public async Task<int> CheckLooksAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetCurrentInstant();
        var today = BeijingTime.Today(now);
        var rows = await store.ReadRangeAsync(
            SealedRows.Table,
            Partition,
            RowKeys.Sealed.LookDays,
            RowKeys.Sealed.LookDays + Columns.Date(today),
            SealedLimits.LooksOfADay,
            cancellationToken);
        if (rows.Count == 0)
        {
            return 0;
        }

        var people = await directory.ReadAsync(cancellationToken);
        List<LookOfDay> looks = [.. rows.Select(SealedRows.ToLookOfDay)];
        var found = UnusualLooks.Many(looks);
        foreach (var of in looks.GroupBy(look => look.Number, StringComparer.Ordinal))
        {
            if (await records.ReadAsync(of.Key, cancellationToken) is not { } record)
            {
                continue;
            }

            List<SealedStep> steps = [.. (await store.ReadPrefixAsync(
                SealedRows.Table,
                Partition,
                SealedRows.HistoryPrefix(of.Key),
                StoreLimits.PageRows,
                cancellationToken)).Select(SealedRows.ToStep)];
            found = [.. found, .. UnusualLooks.AfterChange(record, steps, [.. of])];
        }

        foreach (var (what, number, by, on) in found)
        {
            if (await records.ReadAsync(number, cancellationToken) is { } record)
            {
                await records.TellAsync(
                    record,
                    record.LastStep,
                    $"{what}-{number}-{by}-{Columns.Date(on)}",
                    [.. people.People.Where(p => SealedRights.MayLead(p, record) && !p.Is(by)).Select(p => (what, p.Id))],
                    "",
                    now,
                    cancellationToken);
            }
        }

        foreach (var some in rows.Chunk(StoreLimits.BatchChanges))
        {
            await store.SubmitAsync(
                SealedRows.Table,
                Partition,
                [.. some.Select(row => new Change.Delete(row.Key))],
                cancellationToken);
        }

        return found.Count;
    }

    /// <summary>
    /// Takes somebody out whose data are deleted: out of records, steps and looks. Who opened a text or an identity stays as
    /// it is: it is the evidence for which looks are kept, and it goes with its record. All rows are read.
    /// </summary>
    /// <param name="ids">Of the person.</param>
    /// <param name="cleared">Stands in place of them.</param>
    /// <param name="name">Stands in place of the name.</param>
    /// <returns>False when something was changed by others meanwhile: then it is to be called again.</returns>
    public async Task<bool> ForgetAsync(
        IReadOnlyCollection<string> ids,
        string cleared,
        string name,
        CancellationToken cancellationToken)
    {
        var isWhole = true;
        foreach (var prefix in new[]
        {
            RowKeys.Sealed.Records,
            RowKeys.Sealed.History,
            RowKeys.Sealed.Looks,
            RowKeys.Sealed.LookDays,
            RowKeys.Sealed.Settings,
            CommandRows.Applied,
            CommandRows.FollowUps,
        })
        {
            await foreach (var page in store.ReadPagesAsync(SealedRows.Table, Partition, prefix, cancellationToken))
            {
                foreach (var row in page.Where(row => !SealedRows.IsEvidence(row)))
                {
                    var columns = new Dictionary<string, object>(row.Columns, StringComparer.Ordinal);
                    foreach (var (column, value) in row.Columns)
                    {
                        if (value is string text && text.Split('\n') is var lines && lines.Any(ids.Contains))
                        {
                            columns[column] = string.Join('\n', lines.Select(line => ids.Contains(line) ? cleared : line));
                        }
                    }

                    if (row.Text("By") is { } by && ids.Contains(by) && row.Text("Name") is not null)
                    {
                        columns["Name"] = name;
                    }

                    if (columns.Any(column => !column.Value.Equals(row.Columns[column.Key])))
                    {
                        isWhole &= await ReplaceAsync(row, columns, cancellationToken);
                    }
                }
            }
        }

        return isWhole;
    }

    private async Task<bool> ReplaceAsync(
        Row row,
        IReadOnlyDictionary<string, object> columns,
        CancellationToken cancellationToken) =>
        await store.SubmitAsync(
            SealedRows.Table,
            Partition,
            [new Change.Replace(new(row.Key, columns), row.ETag!)],
            cancellationToken) == BatchOutcome.Committed;
}

/// <summary>A text or an identity was opened.</summary>
/// <param name="By">Person id.</param>
/// <param name="IsHandler">Whether they worked on it at that moment; null in rows of earlier versions.</param>
internal sealed record LookOfDay(string Number, string By, Instant At, bool? IsHandler);

/// <summary>Which looks the office should hear of: pure.</summary>
internal static class UnusualLooks
{
    /// <summary>One person opened many records within an hour.</summary>
    public static IReadOnlyList<(string What, string Number, string By, LocalDate On)> Many(IReadOnlyList<LookOfDay> looks)
    {
        List<(string, string, string, LocalDate)> found = [];
        foreach (var of in looks.GroupBy(look => (look.By, On: BeijingTime.Today(look.At))))
        {
            var theirs = of.OrderBy(look => look.At).ToList();
            var (from, last) = (0, (LookOfDay?)null);
            for (var i = 0; i < theirs.Count; i++)
            {
                while (theirs[i].At - theirs[from].At > Duration.FromHours(1))
                {
                    from++;
                }

                if (theirs[from..(i + 1)].DistinctBy(look => look.Number).Count() >= SealedLimits.ManyLooks)
                {
                    last = theirs[i];
                }
            }

            if (last is not null)
            {
                found.Add((SealedService.ManyLooks, last.Number, of.Key.By, of.Key.On));
            }
        }

        return found;
    }

    /// <summary>
    /// After those who work on it were changed, somebody opened it who neither worked on it then nor changed them.
    /// </summary>
    public static IReadOnlyList<(string What, string Number, string By, LocalDate On)> AfterChange(
        SealedRecord record,
        IReadOnlyList<SealedStep> steps,
        IReadOnlyList<LookOfDay> looks) =>
    [
        .. looks
            .Where(look => !(look.IsHandler ?? record.Handlers.Contains(look.By, StringComparer.Ordinal))
                && steps.Any(step => step.Act is SealedAct.NameHandlers or SealedAct.Recuse
                    && step.By != look.By
                    && step.At <= look.At
                    && look.At - step.At <= Duration.FromDays(SealedLimits.DaysAfterChange)))
            .Select(look => (SealedService.LookAfterChange, look.Number, look.By, BeijingTime.Today(look.At)))
            .Distinct(),
    ];
}
