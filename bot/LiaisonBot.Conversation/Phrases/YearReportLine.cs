using LiaisonBot.Core.Text;

namespace LiaisonBot.Conversation.Phrases;

/// <summary>
/// A line that asks for the comprehensive report of a year: <c>今年石家庄的综合报告</c>, <c>帮我起草石家庄的综合报告</c>,
/// <c>draft the comprehensive report of Shijiazhuang for this year</c>.
/// </summary>
/// <param name="Rest">Place and year, as typed.</param>
/// <param name="IsAskedFor">A word for writing or giving it stood there.</param>
internal sealed record YearReportLine(string Rest, bool IsAskedFor)
{
    private static readonly string[] Names = ["年度综合报告", "巡视综合报告", "综合报告", "comprehensive report"];

    private static readonly string[] Asks =
    [
        "起草一下", "起草一份", "起草", "草拟", "拟一份", "写一份", "写一下", "写个", "生成一份", "生成一下", "生成", "出一份", "出一下", "做一份", "做一下",
        "弄一份", "弄一下", "给我一份", "给我", "发我一份", "发我", "来一份", "要一份", "draft", "write", "prepare", "generate", "make", "create",
        "give me", "send me", "i need", "i want",
    ];

    private static readonly string[] Around =
        ["请", "帮我", "麻烦", "把", "的", "吧", "草稿", "please", "can you", "could you", "the", "a", "an", "me", "of", "for", "in", "us"];

    /// <summary>Null where it is not asked for, or more is said than that.</summary>
    public static YearReportLine? Read(string typed)
    {
        var text = Folding.Of(typed).Trim(' ', '。', '?', '!', '.');
        if (Names.FirstOrDefault(name => text.Contains(name, StringComparison.Ordinal)) is not { } found)
        {
            return null;
        }

        text = text.Replace(found, " ", StringComparison.Ordinal);
        var asks = false;
        foreach (var word in Asks)
        {
            if (text.Contains(word, StringComparison.Ordinal))
            {
                (asks, text) = (true, Without(text, word));
            }
        }

        text = Around.Aggregate(text, Without);
        return new(string.Join(' ', text.Split(' ', StringSplitOptions.RemoveEmptyEntries)), asks);
    }

    /// <summary>English words as words, and not as letters of others.</summary>
    private static string Without(string text, string word) => char.IsAscii(word[0])
        ? $" {text} ".Replace($" {word} ", " ", StringComparison.Ordinal).Trim()
        : text.Replace(word, " ", StringComparison.Ordinal);
}
