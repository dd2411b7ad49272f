using System.Globalization;
using NodaTime;

namespace LiaisonBot.Core.Storage;

/// <summary>
/// From version 2 to 3: a step of disclosure says since when an exemption (免于公开) waits for the office, so that the
/// office is reminded of those asked for before. Keys, names and columns are spelled out as they were then.
/// </summary>
internal static class ExemptionsDated
{
    private const string Table = RowKeys.Matters.Table;

    private const string Since = "ExemptionAskedAt";

    private const string Next = "NextReminder";

    // Somebody was quicker, or an answer never came.
    private const int Attempts = 10;

    public static async Task WriteAsync(ITableStore store, CancellationToken cancellationToken)
    {
        foreach (var city in EndedListedByCity.Cities())
        {
            await WriteAsync(store, city.Value, cancellationToken);
        }
    }

    private static async Task WriteAsync(ITableStore store, string city, CancellationToken cancellationToken)
    {
        var asked = new Dictionary<(string Set, bool IsOfPlan), Instant>();
        await foreach (var rows in store.ReadPagesAsync(Table, city, RowKeys.Matters.Disclosures, cancellationToken))
        {
            foreach (var row in rows.Where(row => row.Text("State") == "ExemptionAsked"))
            {
                var (key, at) = ((row.Key.Split('|')[1], row.Text("What") == "Plan"), row.Time("At") ?? default);
                // The one that has waited longest.
                asked[key] = asked.TryGetValue(key, out var other) && other < at ? other : at;
            }
        }

        foreach (var ((set, isOfPlan), since) in asked)
        {
            var made = (await store.ReadAsync(Table, city, RowKeys.Matters.Sets + set, cancellationToken))?.Text("Steps");
            var numbers = new SortedSet<string>(StringComparer.Ordinal);
            foreach (var number in (made ?? "").Split('\n').Select(line => line.Split(' ')).Where(step => step.Length > 1).Select(step => step[1]))
            {
                var matter = await store.ReadAsync(Table, city, RowKeys.Matters.Matter + number, cancellationToken);
                if (matter?.Text("StepDiscloses") is not null)
                {
                    numbers.Add(number);
                }
            }

            // The office's own file may name steps as it likes; the plan is made public before the result is.
            if ((isOfPlan ? numbers.Min : numbers.Max) is { } step)
            {
                await WriteAsync(store, city, step, since, cancellationToken);
            }
        }
    }

    /// <summary>The matter, its entries in lists, and its time: the next sweep gives what is due and plans the rest.</summary>
    private static async Task WriteAsync(
        ITableStore store,
        string city,
        string number,
        Instant since,
        CancellationToken cancellationToken)
    {
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            if (await store.ReadAsync(Table, city, RowKeys.Matters.Matter + number, cancellationToken) is not { } matter
                || matter.Time(Since) is not null
                || matter.Text("State") is "Closed" or "Withdrawn")
            {
                return;
            }

            List<Change> changes =
            [
                new Change.Replace(With(With(matter, Since, since), Next, since), matter.ETag!),
                new Change.Upsert(new(
                    TimeKey(since, number),
                    new Dictionary<string, object>(StringComparer.Ordinal) { ["Number"] = number })),
            ];
            if (matter.Time(Next) is { } planned
                && TimeKey(planned, number) is var key
                && key != TimeKey(since, number)
                && await store.ReadAsync(Table, city, key, cancellationToken) is not null)
            {
                changes.Add(new Change.Delete(key));
            }

            await foreach (var rows in store.ReadPagesAsync(Table, city, RowKeys.Matters.OpenLists, cancellationToken))
            {
                changes.AddRange(rows.Where(row => row.Text("Number") == number)
                    .Select(row => new Change.Replace(With(row, "ExemptionAsked", true), row.ETag!)));
            }

            if (await store.SubmitAsync(Table, city, changes, cancellationToken) == BatchOutcome.Committed)
            {
                return;
            }
        }

        throw new StoreUnavailableException("The data could not be brought to the present version. Start again when the store answers.");
    }

    private static string TimeKey(Instant at, string number) =>
        $"{RowKeys.Matters.Reminders}{at.ToString("uuuuMMdd'T'HHmmss", CultureInfo.InvariantCulture)}|{number}";

    private static Row With(Row row, string column, object value) => row with
    {
        Columns = new Dictionary<string, object>(row.Columns, StringComparer.Ordinal) { [column] = value },
    };
}
