using System.Diagnostics;
using LiaisonBot.Benchmarks.Worlds;
using LiaisonBot.Core.People;

namespace LiaisonBot.Benchmarks.Sections;

/// <summary>
/// Calendars as programs read them, over archives of several sizes: found by their address, made from the lists, written.
/// </summary>
internal static class Feeds
{
    private const double MostOfSizes = 1.5;

    /// <summary>Rounds that are not counted: the first size would be measured with code that is not compiled to its end.</summary>
    private const int Warming = 20;

    public static async Task<IReadOnlyList<Line>> Measure(Bench bench)
    {
        var rounds = bench.Quick ? 7 : 21;
        (string What, Person Who, double Most)[] readers =
        [
            ("a county", Hebei.OfficerOf(Hebei.Counties[0]), 10),
            ("a team leader", Hebei.People.First(person => person.Has(Role.TeamLeader)), 50),
            ("the office", Hebei.Office, 500),
        ];
        var times = readers.Select(_ => new List<List<double>>()).ToList();
        var bytes = new long[readers.Length];
        foreach (var size in bench.Options.Sizes)
        {
            using var folder = await bench.Copy(size);
            await using var bot = await InProcess.Open(folder);
            foreach (var (reader, (_, who, _)) in readers.Index())
            {
                var address = await bot.FeedAddress(who);
                var took = new List<double>();
                for (var round = -Warming; round < rounds; round++)
                {
                    var began = Stopwatch.GetTimestamp();
                    bytes[reader] = await bot.Feed(address);
                    if (round >= 0)
                    {
                        took.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
                    }
                }

                times[reader].Add(took);
            }
        }

        var lines = new List<Line>();
        foreach (var (reader, (what, _, most)) in readers.Index())
        {
            var first = new Sample(times[reader][0]);
            lines.Add(new(
                $"calendar of {what} among {Options.Words(bench.Options.Sizes[0])}",
                $"{first.Words("0.0")} ms; {Sample.Text(bytes[reader] / 1024.0, "0.0")} KB",
                Sample.Text(most, "'below '0' ms'"),
                first.Median < most));
            for (var size = 1; size < bench.Options.Sizes.Count; size++)
            {
                var other = new Sample(times[reader][size]);
                var ratio = other.Median / first.Median;
                lines.Add(new(
                    $"calendar of {what}: time among {Options.Words(bench.Options.Sizes[size])} ÷ among {Options.Words(bench.Options.Sizes[0])}",
                    $"{Sample.Text(ratio, "0.00")} x; {other.Words("0.0")} ÷ {first.Words("0.0")} ms",
                    Sample.Text(MostOfSizes, "'at most '0.0' x'"),
                    ratio <= MostOfSizes));
            }
        }

        return lines;
    }
}
