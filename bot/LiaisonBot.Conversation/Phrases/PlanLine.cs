using LiaisonBot.Core.Areas;
using LiaisonBot.Core.Text;
using NodaTime;

namespace LiaisonBot.Conversation.Phrases;

/// <summary>
/// What was understood of a year's plan said in one line: <c>2027 石家庄 第3组 2个小组</c>, <c>2027 Shijiazhuang team 3 2
/// groups</c>. Null where nothing was.
/// </summary>
/// <param name="Rest">Words that were not understood.</param>
public sealed record PlanLine(int? Year, AreaCode? Area, int? Team, int? Groups, IReadOnlyList<string> Rest)
{
    /// <summary>UTF-16 units in which it is read: the longest such line is far shorter.</summary>
    private const int Looked = 300;

    /// <summary>They say nothing of what is planned, behind what is.</summary>
    private static readonly HashSet<string> Courtesies = new(StringComparer.Ordinal)
    {
        "年", "年度", "年的", "的", "计划", "安排", "巡视", "巡视计划", "全年", "全省", "一下", "吧", "谢谢", "请", "分", "用", "由",
        "for", "in", "the", "with", "and", "of", "year", "plan", "please", "province", "whole", "by", "city", "coverage",
        "覆盖", "率", "率怎么样", "率是多少", "怎么样", "如何", "情况", "覆盖情况", "各县", "全市",
    };

    public static PlanLine Read(string typed, AreaBook areas, LocalDate today)
    {
        var text = Folding.Of(typed.Length <= Looked ? typed : typed[..Looked]);
        var (groups, year) = ((int?)null, (int?)null);
        for (var at = 0; at < text.Length; at++)
        {
            if (groups is null && GroupsAt(text, at) is var (number, end))
            {
                (groups, text) = (number, Without(text, at, end));
            }

            if (year is null && YearAt(text, at, today) is var (read, past))
            {
                (year, text) = (read, Without(text, at, past));
            }
        }

        var line = VisitLine.Read(text, areas, today);
        return new(
            year,
            line.Area,
            line.Team,
            groups,
            [
                .. line.Rest.Select(word => word.Trim('.', '?', '!', ':')).Where(word => word.Length > 0 && !Courtesies.Contains(word)),
                .. typed.Length > Looked ? [typed[Looked..]] : Array.Empty<string>(),
            ]);
    }

    /// <summary>Whether a year is said as a year, and not as that of a date.</summary>
    public static bool HasYear(string typed, LocalDate today)
    {
        var text = Folding.Of(typed.Length <= Looked ? typed : typed[..Looked]);
        return Enumerable.Range(0, text.Length).Any(at => YearAt(text, at, today) is not null);
    }

    private static string Without(string text, int start, int end) =>
        text[..start] + new string(' ', end - start) + text[end..];

    /// <summary>2个小组, 两个组, 三小组, 2 groups: up to 9, so that what is beyond a team is told and not dropped.</summary>
    private static (int Groups, int End)? GroupsAt(string text, int at)
    {
        if (Words.IsDigit(text, at - 1) || Words.IsAt(text, at - 1, "第"))
        {
            return null;
        }

        var end = Words.IsDigit(text, at) ? Words.Digits(text, at, 2) : Words.Many(text, at, "一二两三四五六七八九", 1);
        var english = end == at ? EnglishAt(text, at) : null;
        var number = english?.Number ?? (end > at ? Numeral.Read(text[at..end]) : null);
        var behind = Words.Space(text, english?.End ?? end);
        return number is { } read
            && Words.After(text, Words.Past(text, behind, "个"), "小组", "组", "groups", "group") is > 0 and var past
            ? (read, past)
            : null;
    }

    private static (int Number, int End)? EnglishAt(string text, int at)
    {
        string[] numbers = ["one", "two", "three", "four", "five"];
        for (var i = 0; i < numbers.Length; i++)
        {
            if (Words.IsAt(text, at, numbers[i] + " ") && (at == 0 || text[at - 1] == ' '))
            {
                return (i + 1, at + numbers[i].Length);
            }
        }

        return null;
    }

    /// <summary>2027, 2027年, 2027年度, 今年, 明年, next year.</summary>
    private static (int Year, int End)? YearAt(string text, int at, LocalDate today)
    {
        foreach (var (word, later) in Named)
        {
            if (Words.IsAt(text, at, word) && (!char.IsAscii(word[0]) || at == 0 || text[at - 1] == ' '))
            {
                var end = Words.Past(text, at + word.Length, "度");
                return Words.IsDigit(text, end) ? null : (today.Year + later, end);
            }
        }

        return !Words.IsDigit(text, at - 1)
            && Words.IsAt(text, at, "20")
            && Words.Digits(text, at, 5) == at + 4
            && Numeral.Year(text.Substring(at, 4)) is { } year
            && !Words.Is(text, at + 4, "-/.")
            && Words.Past(text, at + 4, "年度", "年") is var past
            && !Words.IsDigit(text, past)
            ? (year, past)
            : null;
    }

    private static readonly (string Word, int Later)[] Named =
    [
        ("今年", 0), ("本年度", 0), ("本年", 0), ("明年", 1), ("下一年", 1), ("后年", 2), ("去年", -1), ("this year", 0),
        ("next year", 1), ("last year", -1),
    ];
}
