using System.Text;
using LiaisonBot.Benchmarks.Load;
using LiaisonBot.Benchmarks.Worlds;

namespace LiaisonBot.Benchmarks.Sections;

/// <summary>
/// Bytes that one turn allocates, in this process and without a web server: from the body of the request to that of the
/// answer.
/// </summary>
internal static class Allocations
{
    public static async Task<IReadOnlyList<Line>> Measure(Bench bench)
    {
        var turns = bench.Quick ? 1_000 : 5_000;
        using var folder = await bench.Copy(10_000, bench.Quick ? 1_000 : 3_000);
        await using var bot = await InProcess.Open(folder);
        var officer = Hebei.OfficerOf(Hebei.Counties[^1]);
        var read = Encoding.UTF8.GetBytes(Activities.Message(officer, "我的事项", "read"));
        var numbers = new Queue<string>(Hebei.Counties.Take(Archive.Signers).SelectMany(county => Archive.ToBeSigned(
            county,
            bench.Quick ? 1_000 : 3_000)
            .Select(number => Activities.Message(Hebei.OfficerOf(county), $"签收 {number}", $"sign-{number}"))));
        async Task<Line> Of(string what, double most, Func<byte[]> next)
        {
            for (var i = 0; i < turns / 5; i++) await bot.Post(next());
            var bodies = Enumerable.Range(0, turns).Select(_ => next()).ToList();
            var before = GC.GetTotalAllocatedBytes(precise: true);
            foreach (var body in bodies) await bot.Post(body);
            var each = (GC.GetTotalAllocatedBytes(precise: true) - before) / (double)turns;
            return new(
                $"bytes allocated per {what}",
                $"{each / 1024:0.0} KB",
                $"at most {most:0} KB",
                each <= most * 1024);
        }

        return [
            await Of("reading turn", 91, () => read),
            await Of("writing turn", 91, () => Encoding.UTF8.GetBytes(numbers.Dequeue()))
        ];
    }
}
