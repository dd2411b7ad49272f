using LiaisonBot.Conversation.Phrases;

namespace LiaisonBot.Conversation.Reading;

/// <summary>
/// Conditions as offices write them, which no single word of <see cref="Vocabulary"/> says: 如…则, 待…后, …后再, should they not …, and what
/// waits for when they do something. What is told of the work and the reason of asking for time may have them; who reads decides that.
/// </summary>
internal static class Conditions
{
    /// <summary>Behind 如 these are another word: 如期, 如实, 如下.</summary>
    private const string NoIf = "下何实期约此上前同今意数图愿是故初常出法意";

    /// <summary>Behind 待 these are another word: 待办, 待签收.</summary>
    private const string NoUntil = "办签审定遇查补命处在着了到核领报退";

    private static readonly string[] Then = ["再", "则", "就", "即", "便", "才", "方", "立即", "一律", "予以", "可", "请"];

    private static readonly string[] Orders =
    [
        "urge", "nudge", "chase", "remind", "ping", "push", "close", "return", "send", "sign", "approve", "grant", "extend", "hand", "put", "withdraw", "assign", "pass", "escalate", "docket", "reopen", "refer",
        "give", "tell", "report", "submit", "forward", "transfer", "please", "then",
    ];

    private static readonly string[] Marks = [",", "。", ";", "，", "；"];

    /// <summary>Where a condition stands in a folded text; null for none.</summary>
    public static (int Start, int End)? In(string text) => EnglishStance.IsEnglish(text) ? InEnglish(text) : InChinese(text);

    private static (int Start, int End)? InChinese(string text)
    {
        for (var at = 0; at + 2 < text.Length; at++)
        {
            var isFirst = at == 0 || !IsWord(text[at - 1]) || char.IsAsciiDigit(text[at - 1]);
            var end = EndOfClause(text, at);
            if (text[at] == '如' && isFirst && !NoIf.Contains(text[at + 1], StringComparison.Ordinal) && IsWord(text[at + 1])
                && (end < text.Length - 2 || Words.Any(text[(at + 2)..end], Then)))
            {
                return (at, at + 1);
            }

            if (text[at] == '待' && isFirst && !NoUntil.Contains(text[at + 1], StringComparison.Ordinal)
                && text.AsSpan(at + 2, end - at - 2).IndexOfAny('后', '再', '时') >= 0)
            {
                return (at, at + 1);
            }

            // 材料补齐后再办结; not 清理后再次核查.
            if (text[at] == '后' && at > 1 && Words.After(text, Words.Past(text, at + 1, ",", " ", "，"), "再", "方可", "才可以", "才能") is > 0 and var then
                && !Words.Is(text, then, "次度三") && IsWord(text[at - 1]) && text[at - 1] is not ('以' or '之' or '往' or '今' or '前' or '最' or '背' or '天' or '日' or '周' or '月'))
            {
                return (at, at + 1);
            }
        }

        return null;
    }

    private static (int Start, int End)? InEnglish(string text)
    {
        if (text.TrimEnd().EndsWith('?'))
        {
            return null;
        }

        for (var start = 0; start < text.Length;)
        {
            if (IsSupposed(text, start))
            {
                return (start, start + "should".Length);
            }

            // when the county has signed, close it.
            var mark = EndOfClause(text, start);
            if (Words.After(text, start, "when ", "whenever ", "after ", "as and when ") is > 0 and var when
                && mark < text.Length && Words.English(text, Words.Spaces(text, mark + 1), Orders) > 0)
            {
                return (start, when - 1);
            }

            start = Words.Spaces(text, mark + 1);
        }

        // close it when they have paid.
        var first = Words.Past(text, 0, "please ", "ok ", "then ", "just ");
        if (Words.English(text, first, Orders) > 0 && text.IndexOf(" when they ", StringComparison.Ordinal) is > 0 and var behind)
        {
            return (behind + 1, behind + 5);
        }

        return null;
    }

    /// <summary>should they not sign, urge them; close it should they agree: supposed, and not asked.</summary>
    public static bool IsSupposed(string text, int start)
    {
        var at = Words.Past(text, start, "and ", "but ", "so ");
        return Words.After(text, at, "should ") is > 0 and var who
            && Words.English(text, who, "we", "i", "you", "it be closed") < 0
            && !text.TrimEnd().EndsWith('?')
            && EndOfClause(text, at) is var mark
            && mark < text.Length - 2
            && Words.English(text, Words.Spaces(text, mark + 1), Orders) > 0;
    }

    private static bool IsWord(char c) => c >= '一' || char.IsAsciiLetterOrDigit(c);

    private static int EndOfClause(string text, int from)
    {
        var end = from;
        while (end < text.Length && Words.After(text, end, Marks) < 0)
        {
            end++;
        }

        return end;
    }
}
