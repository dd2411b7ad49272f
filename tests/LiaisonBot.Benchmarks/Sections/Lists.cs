using System.Diagnostics;
using System.Text;
using LiaisonBot.Benchmarks.Load;
using LiaisonBot.Benchmarks.Worlds;
using LiaisonBot.Core.People;

namespace LiaisonBot.Benchmarks.Sections;

/// <summary>
/// The same questions about the same open matters, over a larger and larger archive: whole turns in this process, in
/// rounds that alternate.
/// </summary>
internal static class Lists
{
    private static readonly (string What, Func<Person> Who, string Text, double Most)[] Questions =
    [
        ("我的事项 of a county", () => Hebei.OfficerOf(Hebei.Counties[0]), "我的事项", 1.2),
        ("我的事项 of the province", () => Hebei.Office, "我的事项", 1.2),
        ("查询 in a county", () => Hebei.OfficerOf(Hebei.Counties[0]), "查询 " + Archive.CommonWord, 1.5),
        ("查询 in the province", () => Hebei.Office, "查询 " + Archive.CommonWord, 1.5),
        ("查询 without a match in the province", () => Hebei.Office, "查询 没有这样的事项", 1.5),
        ("台账 of a county", () => Hebei.OfficerOf(Hebei.Counties[0]), "台账", 1.2),
        ("台账 of the province", () => Hebei.Office, "台账", 1.5),
    ];

    public static async Task<IReadOnlyList<Line>> Measure(Bench bench)
    {
        var rounds = bench.Quick ? 7 : 21;
        var worlds = new List<(int Size, WorkFolder Folder, InProcess Bot)>();
        try
        {
            foreach (var size in bench.Options.Sizes)
            {
                var folder = await bench.Copy(size);
                worlds.Add((size, folder, await InProcess.Open(folder)));
            }

            var lines = new List<Line>();
            foreach (var (what, who, text, most) in Questions)
            {
                var body = Encoding.UTF8.GetBytes(Activities.Message(who(), text, "list"));
                var turns = who() == Hebei.Office ? 2 : 50;
                var times = worlds.Select(_ => new List<double>()).ToList();
                for (var round = -2; round < rounds; round++)
                    for (var w = 0; w < worlds.Count; w++)
                    {
                        var began = Stopwatch.GetTimestamp();
                        for (var i = 0; i < turns; i++) await worlds[w].Bot.Post(body);
                        if (round >= 0) times[w].Add(Stopwatch.GetElapsedTime(began).TotalMicroseconds / turns);
                    }

                for (var w = 1; w < worlds.Count; w++)
                {
                    var ratio = new Sample(times[w].Zip(times[0], (mine, first) => mine / first));
                    lines.Add(new(
                        $"{what}: time among {Options.Words(worlds[w].Size)} ÷ among {Options.Words(worlds[0].Size)}",
                        $"{ratio.Words("0.00")} x; {new Sample(times[w]).Words("0")} ÷ {new Sample(times[0]).Words("0")} µs",
                        Sample.Text(most, "'at most '0.0' x'"),
                        ratio.Median <= most));
                }

                bench.Say($"{what}: {string.Join(", ", worlds.Select((w, i) => $"{new Sample(times[i]).Median:0} µs among {Options.Words(w.Size)}"))}");
            }

            return lines;
        }
        finally
        {
            foreach (var (_, folder, bot) in worlds)
            {
                await bot.DisposeAsync();
                folder.Dispose();
            }
        }
    }
}
