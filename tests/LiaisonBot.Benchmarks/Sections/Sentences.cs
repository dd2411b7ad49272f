using System.Diagnostics;
using System.Text;
using LiaisonBot.Benchmarks.Load;
using LiaisonBot.Benchmarks.Worlds;

namespace LiaisonBot.Benchmarks.Sections;

/// <summary>
/// Sentences that are no command: whole turns in this process, made of what a sentence may name, in random order by a
/// seed. Reading one is a part of its turn.
/// </summary>
internal static class Sentences
{
    private const int Seed = 17;
    private const double MostMilliseconds = 2;

    private static readonly string[] Pieces =
    [
        "谁还没签收",
        "哪些逾期了",
        "这周要交什么",
        "上个月办结多少",
        "到哪一步了",
        "谁负责",
        "找谁问",
        "怎么延期",
        "办完了",
        "方案已印发",
        "延到12月20日",
        "因为材料还在汇总",
        "同意",
        "不同意",
        "吗",
        "了没有",
        "先别",
        "明天再",
        "如果",
        "我们县",
        "各县",
        "全省",
        "长安区",
        "正定县",
        "除长安区外",
        "下周",
        "12月5号前",
        "这件",
        "第二个",
        "刚才那个",
        "催一下",
        "签收",
        "撤回",
        "都",
        "请",
        "帮我",
        "提醒",
        "9点",
        "附件",
        "电话",
        "整改",
        "报送",
        "排名",
        "每周五",
        "，",
        "。",
        "？",
        " ",
        "not",
        "due next week",
        "who",
    ];

    public static async Task<IReadOnlyList<Line>> Measure(Bench bench)
    {
        var turns = bench.Quick ? 2_000 : 20_000;
        using var folder = await bench.Copy(10_000);
        await using var bot = await InProcess.Open(folder);
        var county = Hebei.Counties[0];
        var officer = Hebei.OfficerOf(county);
        var number = Archive.FirstOpen(county, 10_000);
        var random = new Random(Seed);
        byte[] Made(int i)
        {
            var words = Enumerable.Range(0, 1 + random.Next(6))
                .Select(_ => random.Next(8) == 0 ? number.ToString() : Pieces[random.Next(Pieces.Length)]);
            return Encoding.UTF8.GetBytes(Activities.Message(officer, string.Concat(words), $"sentence-{i}"));
        }

        for (var i = 0; i < turns / 5; i++)
        {
            await bot.Post(Made(i));
        }

        // What laying the archive left in this process is no part of the turns.
        GC.Collect();
        var times = new List<double>(turns);
        for (var i = 0; i < turns; i++)
        {
            var body = Made(turns + i);
            var start = Stopwatch.GetTimestamp();
            await bot.Post(body);
            times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }

        times.Sort();
        var (half, most) = (times[turns / 2], times[turns * 99 / 100]);
        return [new(
            $"{turns:N0} made sentences, each a whole turn: median, p99",
            $"{Sample.Text(half, "0.00")}, {Sample.Text(most, "0.00")} ms",
            "p99 below 2 ms",
            most < MostMilliseconds)];
    }
}
