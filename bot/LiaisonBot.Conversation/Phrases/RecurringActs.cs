using LiaisonBot.Core.Text;

namespace LiaisonBot.Conversation.Phrases;

/// <summary>What is to be done with a recurring matter that is there, by the words for it in a folded text.</summary>
internal static class RecurringActs
{
    /// <summary>Stand before the number of a recurring matter.</summary>
    public static readonly string[] BeforeNumber = ["定期事项", "定期", "recurring matter", "recurring"];

    private static readonly string[] Skipping = ["跳过", "略过", "免报下一次", "skip"];

    private static readonly string[] Ending =
    [
        "停止", "结束", "取消", "终止", "不用再", "不用每", "不再", "停掉", "停报", "停了", "撤销", "别再", "不必再", "不要再",
        "stop", "end", "cancel",
    ];

    private static readonly string[] Changing = ["修改", "改成", "改为", "改到", "调整", "change"];

    public static bool Skips(string folded) => Has(folded, Skipping);

    public static bool Ends(string folded) => Has(folded, Ending);

    public static bool Changes(string folded) => Has(folded, Changing);

    /// <summary>1301-3跳过下一次: more is said than which one is meant.</summary>
    public static bool IsSaid(string typed)
    {
        var folded = Folding.Of(typed);
        return Skips(folded) || Ends(folded) || Changes(folded) || Wordings.IsAsked(folded);
    }

    private static bool Has(string text, string[] words)
    {
        foreach (var word in words)
        {
            if (!char.IsAsciiLetter(word[0]) && text.Contains(word, StringComparison.Ordinal))
            {
                return true;
            }

            if (char.IsAsciiLetter(word[0]) && HasEnglish(text, word))
            {
                return true;
            }
        }

        return false;
    }

    private static bool HasEnglish(string text, string word)
    {
        for (var at = text.IndexOf(word, StringComparison.Ordinal);
            at >= 0;
            at = text.IndexOf(word, at + 1, StringComparison.Ordinal))
        {
            if (Words.English(text, at, word) > 0)
            {
                // At the end of each month ends nothing.
                if (word != "end" || !text[(at + 3)..].TrimStart().StartsWith("of", StringComparison.Ordinal))
                {
                    return true;
                }
            }
        }

        return false;
    }

    /// <summary>以后每周五报一次: without what only says that it begins now.</summary>
    public static string WithoutFromNowOn(string said)
    {
        var text = said.TrimStart();
        foreach (var lead in FromNowOn)
        {
            if (text.StartsWith(lead, StringComparison.Ordinal))
            {
                return text[lead.Length..].TrimStart(' ', '，', ',');
            }
        }

        return said;
    }

    private static readonly string[] FromNowOn = ["从现在起", "从现在开始", "从今以后", "从今往后", "今后", "以后", "往后", "之后"];
}
