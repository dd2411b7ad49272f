using System.Globalization;
using LiaisonBot.Core.Areas;
using LiaisonBot.Core.Matters;
using LiaisonBot.Core.Storage;

namespace LiaisonBot.Core.Sets;

/// <summary>The rows of checks, in the partition of their city: <c>ZC|number</c>.</summary>
public static class CheckRows
{
    public const string Table = RowKeys.Matters.Table;

    /// <summary>Checks of one city that are read, the newest first.</summary>
    public const int OfACity = 500;

    /// <summary>The checks of a city, whoever may see them. One range read.</summary>
    internal static async Task<IReadOnlyList<FindingCheck>> OfCityAsync(
        ITableStore store,
        AreaCode city,
        CancellationToken cancellationToken) =>
        [.. (await store.ReadPrefixAsync(Table, city.Value, RowKeys.Matters.FindingChecks, OfACity, cancellationToken))
            .ReadEach(ToCheck)];

    public static string Key(MatterNumber check) => RowKeys.Matters.FindingChecks + check.Key;

    public static Row ToRow(FindingCheck check)
    {
        var columns = new Dictionary<string, object>(Columns.Many, StringComparer.Ordinal)
        {
            ["Number"] = check.Number.Key,
            ["Area"] = check.Area.Value,
            ["DrawnOn"] = Columns.Date(check.DrawnOn),
            ["By"] = check.By,
            ["ByName"] = check.ByName,
            ["Seed"] = check.Seed,
            ["Wanted"] = (long)check.Wanted,
            ["DrawnFrom"] = Short(check.DrawnFrom),
            ["Matters"] = string.Join('\n', check.Items.Select(i => i.Matter.Key)),
            ["Titles"] = string.Join('\n', check.Items.Select(i => i.Title)),
            ["Returned"] = Lines(check, i => i.Returned ? "1" : null),
            ["Results"] = Lines(check, i => i.Result?.ToString()),
            ["FoundBy"] = Lines(check, i => i.FoundBy),
            ["FollowedBy"] = Lines(check, i => i.FollowedBy?.Key),
        };
        columns.Set("Team", (long?)check.Team);
        columns.Set("ForName", check.ForName);
        for (var i = 0; i < check.Items.Count; i++)
        {
            columns.Set(Note(i), check.Items[i].Note);
            columns.Set(Left(i), check.Items[i].LeftBecause);
        }

        return new(Key(check.Number), columns);
    }

    public static FindingCheck ToCheck(Row row)
    {
        var matters = row.Required("Matters").Split('\n');
        var (titles, returned, results, finders, followers) = (
            Lines(row, "Titles", matters.Length),
            Lines(row, "Returned", matters.Length),
            Lines(row, "Results", matters.Length),
            Lines(row, "FoundBy", matters.Length),
            Lines(row, "FollowedBy", matters.Length));
        return new()
        {
            Number = MatterNumber.Parse(row.Required("Number")),
            Area = AreaCode.Parse(row.Required("Area")),
            Team = (int?)row.Number("Team"),
            DrawnOn = Columns.Date(row.Required("DrawnOn")),
            By = row.Required("By"),
            ByName = row.Required("ByName"),
            ForName = row.Text("ForName"),
            Seed = row.Required("Seed"),
            Wanted = (int)(row.Number("Wanted") ?? 0),
            DrawnFrom = [.. Long(row.Text("DrawnFrom"))],
            Items = [.. matters.Select((matter, i) => new CheckItem(MatterNumber.Parse(matter), titles[i] ?? "", returned[i] is not null)
            {
                Result = results[i] is { } result ? Enum.Parse<CheckResult>(result) : null,
                Note = row.Text(Note(i)),
                FoundBy = finders[i],
                FollowedBy = followers[i] is { } follower ? MatterNumber.Parse(follower) : null,
                LeftBecause = row.Text(Left(i)),
            })],
            ETag = row.ETag,
        };
    }

    private static string Note(int item) => string.Create(CultureInfo.InvariantCulture, $"Note{item:00}");

    private static string Left(int item) => string.Create(CultureInfo.InvariantCulture, $"Left{item:00}");

    private static string Lines(FindingCheck check, Func<CheckItem, string?> of) =>
        string.Join('\n', check.Items.Select(of));

    private static string?[] Lines(Row row, string column, int count)
    {
        var lines = row.Text(column)?.Split('\n') ?? [];
        return [.. Enumerable.Range(0, count).Select(i => i < lines.Length && lines[i].Length > 0 ? lines[i] : null)];
    }

    /// <summary>All of one city, a line for each year: <c>2026-1301:3,4,7</c>.</summary>
    private static string Short(IEnumerable<MatterNumber> numbers) => string.Join(
        '\n',
        numbers.Order()
            .GroupBy(number => (number.Year, number.City))
            .Select(year => string.Create(
                CultureInfo.InvariantCulture,
                $"{year.Key.Year}-{year.Key.City.Value}:{string.Join(',', year.Select(n => n.Sequence))}")));

    private static IEnumerable<MatterNumber> Long(string? text)
    {
        foreach (var line in text?.Split('\n', StringSplitOptions.RemoveEmptyEntries) ?? [])
        {
            var (year, city) = (int.Parse(line.AsSpan(0, 4), CultureInfo.InvariantCulture), line[5..line.IndexOf(':')]);
            foreach (var sequence in line[(line.IndexOf(':') + 1)..].Split(','))
            {
                yield return new(year, AreaCode.Parse(city), int.Parse(sequence, CultureInfo.InvariantCulture));
            }
        }
    }
}
