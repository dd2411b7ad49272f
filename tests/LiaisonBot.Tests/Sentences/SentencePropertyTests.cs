using System.Diagnostics;
using LiaisonBot.Conversation;
using LiaisonBot.Core.Matters;

namespace LiaisonBot.Tests.Sentences;

/// <summary>
/// Made sentences: everything that a sentence may name, in any order, with noise. Whatever is made, no step is taken
/// that is not an exact command, and nothing is thrown. Some thousands through the whole bot; the long form is
/// `LIAISON_SENTENCES=500000`, which also says how long they took.
/// </summary>
public sealed class SentencePropertyTests(ITestOutputHelper output)
{
    private const int InBuild = 3_000;

    private const int Seed = 17_003;

    private static readonly string[] Who = ["leader", "changan", "city", "office"];

    private static readonly string[] Numbers = [
        "1301-4",
        "1301-6",
        "1301-3",
        "1301-8",
        "1301-5、1301-6",
        "1301-99",
        "1302-1",
        "１３０１－６",
        "12号那件",
        "这件",
        "它",
        "第二个",
        "刚才那个",
        "三资那个",
        ""
    ];

    private static readonly string[] Steps =
    [
        "签收",
        "报结",
        "办结",
        "退回",
        "撤回",
        "催办",
        "催一下",
        "挂账督办",
        "立项督办",
        "移交",
        "转办",
        "延期",
        "批准延期",
        "不批准",
        "更正",
        "撤销",
        "反馈进展",
        "同意",
        "不同意",
        "可以",
        "交办",
        "sign",
        "close",
        "withdraw",
        "urge",
        "办完了",
        "改到25号",
        "签",
        "",
    ];

    private static readonly string[] Doubts =
        [
            "吗",
            "了吗",
            "了没有",
            "没有",
            "是不是",
            "怎么",
            "为什么",
            "谁",
            "什么时候",
            "如果",
            "先别",
            "不要",
            "别",
            "明天再",
            "想",
            "能不能",
            "要不要",
            "还没",
            "多少",
            "哪些",
            "？",
            "?",
            "过吗",
            "了没",
            "暂不",
            "的话",
            "不用",
            "准备",
            "可能",
            " should I ",
            " don't ",
            " did "
        ];

    private static readonly string[] Others =
    [
        "长安区",
        "正定县",
        "各县",
        "全省",
        "除长安区外",
        "我们区",
        "下周五前",
        "上个月",
        "这周",
        "12月20日",
        "15号前",
        "未签收",
        "逾期",
        "待审核",
        "全部",
        "都",
        "联络员",
        "电话",
        "附件",
        "提醒",
        "9点",
        "excel",
        "排名",
        "每周五",
        "方案已印发",
        "因为下雨",
        "已拆除",
        "除",
        "不在",
        "except",
        "10 pm",
        "晚上",
        "，",
        "。",
        "\n",
        " ",
        "谢谢",
        "请",
        "帮我",
        "王小明",
        "a@b.cn",
        "的",
        "了",
        "一下",
        "😀",
        "\u200b",
        "（",
        "）",
        "“",
        "?",
        "0",
        "1301",
        "-",
        "2026",
        "号",
        "县",
        "the",
        "due",
        "next week",
    ];

    private static readonly int Count =
        int.TryParse(Environment.GetEnvironmentVariable("LIAISON_SENTENCES"), out var many) ? many : InBuild;

    /// <summary>A sentence with a word of doubt takes no step, whatever else is in it.</summary>
    [Fact]
    public async Task MadeSentence_ThatDoubts_TakesNoStep_AndNothingIsThrown()
    {
        var world = await SentenceWorld.Open();
        var random = new Random(Seed);
        var times = new List<double>(Count);
        for (var i = 0; i < Count; i++)
        {
            var sentence = new Sentence(
                "made",
                One(random, Who),
                random.Next(4) == 0 ? [One(random, Numbers[..5])] : [],
                Made(random, doubt: true),
                "");
            var start = Stopwatch.GetTimestamp();
            var outcome = await world.Say(sentence);
            times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            Assert.True(
                outcome.Steps.All(step => IsOfTheText(sentence.Typed, step.Act)),
                $"{sentence.Typed}\ntook {string.Join(", ", outcome.Steps)}");
            Assert.True(outcome.Text.Length > 0, sentence.Typed);
        }

        // For people: a busy machine may not make it fail.
        times.Sort();
        output.WriteLine($"{Count} sentences: median {times[Count / 2]:0.00} ms, p99 {times[Count * 99 / 100]:0.00} ms");
    }

    /// <summary>
    /// 反馈进展 1301-3，已拆除，没有附件: a report says in a clause of its own what there is not.
    /// </summary>
    private static bool IsOfTheText(string typed, Act act) =>
        act is Act.ReportProgress or Act.HandIn
            && typed.Split(['，', '。', '\n', ' ', '（', '）', '“']).Any(clause =>
                clause.Length >= 4
                    && (clause.StartsWith("没有", StringComparison.Ordinal) || clause.StartsWith("还没", StringComparison.Ordinal)));

    /// <summary>
    /// A sentence without doubt takes at most the step whose word it begins with, or that stands right behind its
    /// number.
    /// </summary>
    [Fact]
    public async Task MadeSentence_TakesNoStepButTheOneThatIsSaid()
    {
        var world = await SentenceWorld.Open();
        var random = new Random(Seed + 1);
        for (var i = 0; i < Count; i++)
        {
            var typed = Made(random, doubt: false);
            var outcome = await world.Say(new("made", One(random, Who), [], typed, ""));
            foreach (var (number, act) in outcome.Steps)
            {
                Assert.True(Says(typed, act), $"{typed}\ntook {act} {number}");
                Assert.False(
                    act is Act.Close or Act.Return or Act.Withdraw or Act.PutOnLedger or Act.Docket or Act.Refer,
                    $"{typed}\ntook {act} without a press");
            }
        }
    }

    private static bool Says(string typed, Act act)
    {
        var word = Localizer.Word(act);
        return typed.Contains(word.Chinese, StringComparison.Ordinal)
            || typed.Contains(word.English[..4], StringComparison.OrdinalIgnoreCase)
            || (act == Act.Urge && (typed.Contains("催一下", StringComparison.Ordinal) || typed.Contains("催催", StringComparison.Ordinal)))
            || (act == Act.ReportProgress && typed.Contains("反馈", StringComparison.Ordinal));
    }

    private static string Made(Random random, bool doubt)
    {
        List<string> pieces = [One(random, Numbers), One(random, Steps)];
        if (doubt)
        {
            pieces.Insert(random.Next(pieces.Count + 1), One(random, Doubts));
        }

        for (var more = random.Next(4); more > 0; more--)
        {
            pieces.Insert(random.Next(pieces.Count + 1), One(random, Others));
        }

        return string.Join(random.Next(3) == 0 ? " " : "", pieces) is { } made && !string.IsNullOrWhiteSpace(made)
            ? made
            : "吗";
    }

    private static string One(Random random, string[] of) => of[random.Next(of.Length)];
}
