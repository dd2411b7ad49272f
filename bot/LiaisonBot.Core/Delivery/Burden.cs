using LiaisonBot.Core.Areas;
using LiaisonBot.Core.People;
using LiaisonBot.Core.Storage;
using NodaTime;

namespace LiaisonBot.Core.Delivery;

/// <summary>What was asked of one place, by week, the newest first.</summary>
/// <param name="Above">For each week, whether it is more than the average of the places of its level.</param>
public sealed record BurdenLine(AreaCode Area, IReadOnlyList<int> Asks, IReadOnlyList<bool> Above);

/// <summary>What the bot asks of the cities and counties of the province.</summary>
/// <param name="Mondays">Of the weeks, the newest first: the one that runs, and those before it.</param>
/// <param name="Lines">All places in the order of their codes, each city before its counties: never by how
/// much.</param>
/// <param name="CityAverage">For each week, over all cities, also those of which nothing was asked.</param>
/// <param name="CountyAverage">The same over all counties and units below cities.</param>
public sealed record BurdenReport(
    IReadOnlyList<LocalDate> Mondays,
    IReadOnlyList<BurdenLine> Lines,
    IReadOnlyList<double> CityAverage,
    IReadOnlyList<double> CountyAverage);

/// <summary>Counts the asks of each place (<see cref="BurdenCounter"/>) for the office.</summary>
public sealed class Burden(ITableStore store, CurrentDirectory directory)
{
    public const int Weeks = 4;

    /// <summary>Asks of one city and its counties in these weeks that are counted.</summary>
    public const int MaxRows = 50_000;

    /// <summary>
    /// What places were asked in the last <see cref="Weeks"/> weeks that are over, a place and week on average. One
    /// range read a city.
    /// </summary>
    public async Task<double> AverageAsync(
        IReadOnlyCollection<AreaCode> places,
        LocalDate today,
        CancellationToken cancellationToken)
    {
        var monday = today.PlusDays(1 - (int)today.DayOfWeek);
        var rows = await Task.WhenAll(places.Select(place => place.City).Distinct().Select(city =>
            store.ReadRangeAsync(
                RowKeys.Matters.Table,
                city.Value,
                BurdenCounter.Prefix(monday.PlusWeeks(-Weeks)),
                BurdenCounter.Prefix(monday),
                MaxRows,
                cancellationToken)));
        var codes = places.Select(place => place.Value).ToHashSet(StringComparer.Ordinal);
        return places.Count == 0
            ? 0
            : (double)rows.SelectMany(of => of).Count(row => codes.Contains(row.Text("Area") ?? ""))
                / (Weeks * codes.Count);
    }

    /// <summary>One range read a city, side by side.</summary>
    public async Task<BurdenReport> ReadAsync(LocalDate today, CancellationToken cancellationToken)
    {
        var people = await directory.ReadAsync(cancellationToken);
        var monday = today.PlusDays(1 - (int)today.DayOfWeek);
        IReadOnlyList<LocalDate> mondays = [.. Enumerable.Range(0, Weeks).Select(week => monday.PlusWeeks(-week))];
        var rows = await Task.WhenAll(people.Partitions.Select(partition =>
            store.ReadRangeAsync(
                RowKeys.Matters.Table,
                partition.Value,
                BurdenCounter.Prefix(mondays[^1]),
                KeyRange.After(BurdenCounter.Rows),
                MaxRows,
                cancellationToken)));
        var counts = rows.SelectMany(of => of)
            .CountBy(row =>
                (Week: row.Key[..(row.Key.IndexOf('|', BurdenCounter.Rows.Length) + 1)], Area: row.Text("Area")))
            .ToDictionary(c => c.Key, c => c.Value);

        var asks = people.Areas.All.Where(a =>
            a.Code.Level != AreaLevel.Province && !a.Code.IsProvincial && !a.Code.IsHeading)
            .Select(a => a.Code).Order()
            .Select(area => (
                Area: area,
                Asks: mondays.Select(week => counts.GetValueOrDefault((BurdenCounter.Prefix(week), area.Value))).ToList())).ToList();
        List<double> Average(bool cities)
        {
            var level = asks.Where(a => (a.Area.Level == AreaLevel.City) == cities).ToList();
            return [.. mondays.Select((_, week) => level.Count == 0 ? 0 : level.Average(a => a.Asks[week]))];
        }

        var (city, county) = (Average(true), Average(false));
        return new(
            mondays,
            [.. asks.Select(a =>
                new BurdenLine(
                    a.Area,
                    a.Asks,
                    [.. a.Asks.Select((n, week) => n > (a.Area.Level == AreaLevel.City ? city : county)[week])]))],
            city,
            county);
    }
}
