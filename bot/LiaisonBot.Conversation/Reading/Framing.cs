using LiaisonBot.Conversation.Phrases;

namespace LiaisonBot.Conversation.Reading;

/// <summary>
/// What stands around a report and is no part of it, in a folded Chinese text: greetings, to whom it is to be told, and
/// that it is to be written down (喂, 跟组里说一下, 帮我记一下 … 写进去).
/// </summary>
internal static class Framing
{
    private static readonly string[] Sounds =
    [
        "喂", "嗯", "呃", "哎", "诶", "唉", "早", "早啊", "早上好", "好的", "好", "行", "对了", "那个", "那个啥", "就是", "是这样", "是这样的", "你好",
        "您好", "领导好", "领导", "领导们", "各位领导", "各位", "组长", "组长好", "同志", "老师", "辛苦了",
    ];

    /// <summary>Who is asked for it, before the verb.</summary>
    private static readonly string[] Asking =
    [
        "帮我", "帮忙", "替我", "麻烦你", "麻烦", "劳烦", "烦请", "请你", "请", "你", "我", "给我", "先", "再", "也", "这边", "重新", "再次",
    ];

    private static readonly string[] Towards = ["跟", "给", "和", "向", "同", "对"];

    private static readonly string[] Addressees =
    [
        "组里", "组上", "副组长", "组长", "巡视组", "巡视办", "上面", "上头", "上级", "领导", "省里", "市里", "县里", "他们", "你们", "您", "交办方",
    ];

    private static readonly string[] Telling = ["说", "讲", "汇报", "报告", "反映", "带", "捎", "传", "递", "知会", "通报", "回", "报"];

    private static readonly string[] Writing =
    [
        "记", "写", "录", "登记", "登", "更新", "补充", "补", "加", "填", "反馈", "汇报", "上报", "报", "说",
    ];

    /// <summary>Behind either verb: without it the verb is of the content (上报公租房空置情况).</summary>
    private static readonly string[] Complements =
    [
        "如下", "一下下", "一下", "一声", "一句", "一笔", "一嘴", "个话", "句话", "一句话", "个信儿", "个信", "下", "声", "进去", "上去", "上一笔", "上一条",
        "一条", "个进展", "个进度",
    ];

    private static readonly string[] Messages =
        ["带个话", "捎个话", "捎句话", "带句话", "传个话", "说一声", "报告一下", "汇报一下"];

    private static readonly string[] Objects = ["进展情况", "进展", "进度", "情况"];

    /// <summary>A clause of its own at the end.</summary>
    private static readonly string[] Closings =
    [
        "特此报告", "特此汇报", "请知悉", "请领导知悉", "请审阅", "以上", "就这样", "就这些", "就这情况", "就这个情况", "先这样", "汇报完毕", "记上", "登上", "报上去",
        "记下来", "写上",
    ];

    /// <summary>At the end, also without a mark before.</summary>
    private static readonly string[] Tails = ["写进去", "记进去", "加进去", "填进去", "录进去"];

    /// <summary>Where the content begins and ends.</summary>
    public static (int Start, int End) Within(string text)
    {
        var start = Gap(text, 0);
        while (Lead(text, start) is > 0 and var past && past < text.Length)
        {
            start = Gap(text, past);
        }

        var end = Content(text, text.Length);
        for (var before = -1; before != end;)
        {
            before = end;
            var tail = Words.Before(text, end, Tails);
            end = tail > start ? Content(text, tail) : end;
            for (var at = Math.Max(start + 1, end - LongestTail); at < end; at++)
            {
                var isClause = IsGap(text[at - 1]);
                if (Errand(text, at, isClosing: true) == end || (isClause && Words.After(text, at, Closings) == end))
                {
                    end = Content(text, at);
                    break;
                }
            }
        }

        return end > start ? (start, end) : (0, text.Length);
    }

    private const int LongestTail = 14;

    /// <summary>
    /// Where what leads in ends, with a mark or word behind it that parts it from the content; -1 for none.
    /// </summary>
    private static int Lead(string text, int at)
    {
        var sound = Words.After(text, at, Sounds);
        var behind = Words.Many(text, sound, "啊呀哈呢吧", 2);
        if (sound > 0 && (behind > sound || behind == text.Length || IsGap(text[behind]) || text[at] == '喂'))
        {
            return behind;
        }

        var end = Errand(text, at, isClosing: false);
        return end > 0 ? Words.Many(text, end, "啊呀哈吧", 1) : -1;
    }

    /// <summary>跟组里说一下, 帮我记一笔, 捎个话给组长, 进度写: where it ends; -1 where none stands.</summary>
    private static int Errand(string text, int at, bool isClosing)
    {
        var from = at;
        for (var past = Words.After(text, from, Asking); past > 0; past = Words.After(text, from, Asking))
        {
            from = past;
        }

        // 给我 and 我 are asked for it, 给组里 is to whom.
        foreach (var begin in new[] { from, at })
        {
            var to = Words.After(text, begin, Towards) is > 0 and var word ? Words.After(text, word, Addressees) : -1;
            if (to > 0)
            {
                var verb = Words.After(text, to, Telling);
                var told = verb > 0 ? Words.After(text, verb, Complements) : -1;
                return told > 0 ? told
                    : verb > 0 && (isClosing || verb == text.Length || IsGap(text[verb])) ? verb
                    : -1;
            }

            // 告诉组长, 转告组里.
            if (Words.After(text, begin, "告诉", "转告", "告知", "通知") is > 0 and var telling
                && Words.After(text, telling, Addressees) is > 0 and var heard)
            {
                return Words.Past(text, heard, Complements);
            }

            // 捎个话给组长.
            if (Words.After(text, begin, Messages) is > 0 and var message
                && Words.After(text, message, Towards) is > 0 and var side
                && Words.After(text, side, Addressees) is > 0 and var reached)
            {
                return reached;
            }

            var named = Words.Past(text, begin, Objects);
            if (Words.After(text, named, Writing) is > 0 and var written)
            {
                var done = Words.After(text, written, Complements);
                if (done > 0)
                {
                    return Words.Past(text, done, Objects);
                }

                // 进度写 管网完成七成.
                if (named > begin && written < text.Length && IsGap(text[written]))
                {
                    return written;
                }
            }
        }

        return -1;
    }

    private static bool IsGap(char c) => char.IsWhiteSpace(c) || c is ',' or '。' or ';' or ':' or '!' or '、' or '.';

    private static int Gap(string text, int at)
    {
        while (at < text.Length && IsGap(text[at]))
        {
            at++;
        }

        return at;
    }

    private static int Content(string text, int end)
    {
        while (end > 0 && (IsGap(text[end - 1]) || (text[end - 1] is '啊' or '哈' or '吧' && end == text.Length)))
        {
            end--;
        }

        return end;
    }
}
