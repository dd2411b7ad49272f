using System.Diagnostics;
using LiaisonBot.Core.Areas;
using LiaisonBot.Core.Calendar;
using LiaisonBot.Core.People;
using LiaisonBot.Core.Visits;

namespace LiaisonBot.Benchmarks.Sections;

/// <summary>How long a year's plan takes: of the city with the most counties, and of a whole province, checked.</summary>
internal static class YearPlans
{
    private const int Year = 2027;

    public static Task<IReadOnlyList<Line>> Measure(Bench bench)
    {
        var book = AreaBook.Load(AreaCode.Parse("13"), []);
        var cities = ProvincePlanner.Cities(book);
        // Ten years of visits lie behind it.
        IReadOnlyList<Visit> past =
        [
            .. Enumerable.Range(Year - 10, 10).SelectMany(year => cities.SelectMany((city, i) => YearPlanner.Draft(
                Of(book, city, year, []),
                1 + ((i + year) % cities.Count),
                2).Drafted)).Select(v => v with { State = VisitState.Announced, ApprovalNumber = "1" }),
        ];
        var baoding = AreaCode.Parse("1306");
        var (one, all) = (new Sample(), new Sample());
        for (var i = 0; i < (bench.Quick ? 5 : 20); i++)
        {
            var watch = Stopwatch.GetTimestamp();
            _ = YearPlanner.Draft(Of(book, baoding, Year, past), 99, 2);
            one.Add(Stopwatch.GetElapsedTime(watch).TotalMilliseconds);
            watch = Stopwatch.GetTimestamp();
            var teams = ProvincePlanner.Allot(cities, city => Of(book, city, Year, past), []);
            foreach (var (city, team) in teams)
            {
                _ = YearPlanner.Draft(Of(book, city, Year, past), team, 2);
            }

            all.Add(Stopwatch.GetElapsedTime(watch).TotalMilliseconds);
        }

        return Task.FromResult<IReadOnlyList<Line>>(
        [
            new(
                $"year's plan of 保定 (24 counties) after ten years, {past.Count} visits",
                $"{one.Words("0.0")} ms",
                "below 100 ms",
                one.Median < 100),
            new(
                $"year's plan of {cities.Count} cities and who lives where",
                $"{all.Words("0")} ms",
                "below 5,000 ms",
                all.Median < 5_000),
        ]);
    }

    private static PlanYear Of(AreaBook book, AreaCode city, int year, IReadOnlyList<Visit> visits) =>
        new(city, year, book, PlanProfile.BuiltIn, WorkingCalendar.BuiltIn, visits);
}
