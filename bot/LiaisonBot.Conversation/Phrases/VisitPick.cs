using LiaisonBot.Core.Areas;
using LiaisonBot.Core.Text;
using NodaTime;

namespace LiaisonBot.Conversation.Phrases;

/// <summary>
/// Which visits a step is of, and what it says with it, in one line: <c>2027 石家庄 第2组 冀巡发〔2027〕3号</c>. Null where
/// nothing was said.
/// </summary>
/// <param name="Number">文号, as typed.</param>
/// <param name="Day">The day of an announcement, or the first day of the visit that is meant.</param>
/// <param name="Rest">Words that were not understood.</param>
internal sealed record VisitPick(
    AreaCode? Area,
    int? Year,
    int? Team,
    int? Group,
    string? Number,
    LocalDate? Day,
    IReadOnlyList<string> Rest)
{
    /// <summary>UTF-16 units in which it is read.</summary>
    private const int Looked = 300;

    /// <summary>UTF-16 units before the brackets of a 文号: 冀巡发, 冀委巡办字.</summary>
    private const int LongestOffice = 20;

    /// <summary>Words around what is meant that say nothing more.</summary>
    private static readonly HashSet<string> Fillers =
    [
        .. new[]
        {
            "", "巡视", "巡查", "回访", "驻市", "安排", "计划", "方案", "年度安排", "年度计划", "巡视安排", "巡视计划", "年度", "全部", "所有", "全省", "草案", "一下",
            "文号", "号文", "plan", "the", "for", "of", "all", "in", "visit", "visits", "draft", "drafts", "with", "number", "no",
            "no.", "on", "whole", "year", "please", "请",
        },
    ];

    /// <summary>What a 文号 is called, in the order in which they stand before it; no office is called so.</summary>
    private static readonly string[] Labels = ["批准", "批复", "文件号", "文号", "是", "为"];

    private static readonly (string Word, int Ahead)[] Years =
        [("明年", 1), ("今年", 0), ("本年", 0), ("后年", 2), ("next year", 1), ("this year", 0)];

    /// <param name="today">Beijing date.</param>
    public static VisitPick Read(string typed, AreaBook areas, LocalDate today)
    {
        var folded = Folding.Read(typed.Length <= Looked ? typed : typed[..Looked]);
        var text = folded.Text;
        string? number = null;
        if (NumberIn(text) is var (start, end))
        {
            number = WithoutLabel(folded.Between(start, end).Trim());
            text = Without(text, start, end);
        }

        int? year = null;
        foreach (var (word, ahead) in Years)
        {
            if (year is null && text.IndexOf(word, StringComparison.Ordinal) is >= 0 and var at)
            {
                year = today.Year + ahead;
                text = Without(text, at, at + word.Length);
            }
        }

        for (var at = 0; year is null && at < text.Length; at++)
        {
            if (YearAt(text, at) is var (said, past))
            {
                (year, text) = (said, Without(text, at, past));
            }
        }

        var line = VisitLine.Read(text, areas, today);
        List<string> rest = [.. line.Rest.Where(word => !Fillers.Contains(word.TrimStart('的')))];
        // 冀巡发2027-3: what is left with a figure in it can be nothing else.
        if (number is null && rest.FindIndex(word => word.Any(char.IsAsciiDigit)) is >= 0 and var found)
        {
            number = rest[found];
            rest.RemoveAt(found);
        }

        // A month is no day of an announcement, and many visits are in one: it is said that it was not read.
        rest.AddRange(line.Months is { } months ? [months] : []);

        return new(line.Area, year, line.Team, line.Group, number, line.Months is null ? line.From : null, rest);
    }

    /// <summary>Whether a day in it has a year of its own: 2027年3月2日, 2027-03-02.</summary>
    public static bool SaysYear(string typed)
    {
        var text = Folding.Of(typed.Length <= Looked ? typed : typed[..Looked]);
        return Enumerable.Range(0, text.Length).Any(at =>
            !Words.IsDigit(text, at - 1) && Words.IsAt(text, at, "20") && Words.Digits(text, at, 5) == at + 4);
    }

    /// <summary>Whether a folded text holds a 文号, a year, or says that it is of visits: then it is of no matter.</summary>
    public static bool IsIn(string typed)
    {
        var text = Folding.Of(typed.Length <= Looked ? typed : typed[..Looked]);
        if (NumberIn(text) is not null || Years.Any(year => text.Contains(year.Word, StringComparison.Ordinal)))
        {
            return true;
        }

        for (var at = 0; at < text.Length; at++)
        {
            if (YearAt(text, at) is not null)
            {
                return true;
            }
        }

        return Words.Any(text, "巡视安排", "巡视计划", "年度安排", "年度计划", "visit", "plan");
    }

    /// <summary>批准文号冀巡发〔2027〕3号: what it is called is not of it.</summary>
    private static string WithoutLabel(string number)
    {
        foreach (var label in Labels)
        {
            if (number.StartsWith(label, StringComparison.OrdinalIgnoreCase))
            {
                number = number[label.Length..];
            }
        }

        return number;
    }

    private static string Without(string text, int start, int end) =>
        text[..start] + new string(' ', end - start) + text[end..];

    /// <summary>冀巡发〔2027〕3号: where it begins and ends.</summary>
    private static (int Start, int End)? NumberIn(string text)
    {
        for (var at = 0; at < text.Length; at++)
        {
            if (!Words.Is(text, at, "〔[(【")
                || Words.Digits(text, at + 1, 4) != at + 5
                || !Words.Is(text, at + 5, "〕])】"))
            {
                continue;
            }

            var from = Words.Past(text, Words.Spaces(text, at + 6), "第");
            var to = Words.Digits(text, from, 5);
            var end = Words.Past(text, Words.Spaces(text, to), "号");
            var start = at;
            while (start > 0 && at - start < LongestOffice && !char.IsWhiteSpace(text[start - 1]) && !Words.Is(text, start - 1, ",;:、。"))
            {
                start--;
            }

            if (to > from)
            {
                return (start, end);
            }
        }

        return null;
    }

    /// <summary>2027, 2027年, 2027年度; not of a date.</summary>
    private static (int Year, int End)? YearAt(string text, int at)
    {
        if (Words.IsDigit(text, at - 1) || !Words.IsAt(text, at, "20") || Words.Digits(text, at, 5) != at + 4)
        {
            return null;
        }

        var end = Words.Past(text, at + 4, "年", "年度");
        return Words.IsDigit(text, Words.Spaces(text, end)) && end > at + 4
            || (Words.Is(text, at + 4, "-/.") && Words.IsDigit(text, at + 5))
            ? null
            : (Numeral.Year(text.Substring(at, 4))!.Value, end);
    }
}
