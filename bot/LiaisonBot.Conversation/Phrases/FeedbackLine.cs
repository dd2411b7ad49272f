using LiaisonBot.Core.Areas;
using LiaisonBot.Core.Text;
using NodaTime;

namespace LiaisonBot.Conversation.Phrases;

/// <summary>
/// What was understood of a feedback said in one line: <c>正定县 11月20日</c>, <c>11月20日正定县</c>, <c>Zhengding 20 November</c>. Null
/// where nothing was.
/// </summary>
/// <param name="Place">As typed, where it is no place or several; null where it is one or none was said.</param>
/// <param name="Rest">Words that were not understood.</param>
internal sealed record FeedbackLine(AreaCode? Area, LocalDate? On, string? Place, IReadOnlyList<string> Rest)
{
    /// <summary>UTF-16 units in which it is read: the longest such line is far shorter.</summary>
    private const int Looked = 120;

    /// <summary>UTF-16 units of what can be the name of a place.</summary>
    private const int LongestPlace = 16;

    /// <summary>Calendar days ahead that a day without a year may lie: further on, the last such day was meant.</summary>
    private const int DaysAhead = 31;

    private const string EndsOfPlaces = "省市县区州旗盟";

    /// <summary>They say nothing of where and when.</summary>
    private static readonly HashSet<string> Courtesies = new(StringComparer.Ordinal)
    {
        "的", "了", "于", "在", "给", "向", "对", "日", "吧", "谢谢", "请", "问题", "问题清单", "意见", "巡视", "巡视意见", "清单", "见表", "如下",
        "表格如下", "共", "to", "for", "of", "on", "at", "the", "was", "given", "findings", "table", "below", "please", "as", "follows",
    };

    private static readonly (string Word, int Days)[] Before =
        [("大前天", 3), ("前天", 2), ("昨天", 1), ("昨日", 1), ("yesterday", 1)];

    /// <param name="line">One line, without the word that begins it.</param>
    /// <param name="near">Where the person works: of several places of one name that is meant.</param>
    public static FeedbackLine Read(string line, AreaBook areas, AreaCode? near, LocalDate today)
    {
        var (on, text) = Day(line.Length <= Looked ? line : line[..Looked], today);
        AreaCode? area = null;
        string? unclear = null;
        List<string> rest = [];
        foreach (var word in WordsOf(text))
        {
            switch (areas.Resolve(word, area ?? near))
            {
                case AreaMatch.One one when area is null || area.Value.Contains(one.Area.Code):
                    area = one.Area.Code;
                    break;
                case AreaMatch.One one when one.Area.Code.Contains(area!.Value):
                    break;
                case AreaMatch.Several:
                    unclear = word;
                    break;
                default:
                    rest.Add(word);
                    break;
            }
        }

        if (area is null && unclear is null && rest.Find(IsLikeAPlace) is { } named)
        {
            unclear = named;
            rest.Remove(named);
        }

        if (line.Length > Looked)
        {
            rest.Add(line[Looked..]);
        }

        return new(area, on, area is null ? unclear : null, rest);
    }

    /// <summary>
    /// Whether the text behind 反馈 is of a feedback, and not of a progress report: a place and a day and nothing else, or a
    /// place with a table below.
    /// </summary>
    public static bool IsOne(string typed, int year)
    {
        var lines = typed.Split('\n', 2);
        var (day, text) = Day(lines[0].Trim(), new(year, 1, 1));
        var words = WordsOf(text).ToList();
        // 反馈 11月20日 已报送: what was done is no place.
        return lines[0].Length <= Looked
            && words.TrueForAll(word => word.Length <= LongestPlace && (!word.Any(char.IsAsciiDigit) || IsLikeADay(word)))
            && (words.Count == 0
                ? day is not null && lines.Length > 1
                : words.Exists(word => IsLikeAPlace(word) || (lines.Length > 1 && Rows(lines[1])))
                    || (day is not null && words is [[>= 'a' and <= 'z', ..]]));
    }

    private static bool Rows(string text) =>
        text.Contains('\t', StringComparison.Ordinal) || text.Contains('|', StringComparison.Ordinal);

    private static bool IsLikeAPlace(string word) =>
        word.Length > 1 && EndsOfPlaces.Contains(word[^1], StringComparison.Ordinal);

    /// <summary>Written like a day that there is not (2月30日): it is asked for.</summary>
    private static bool IsLikeADay(string word) =>
        word.All(c => char.IsAsciiDigit(c) || "年月日号-/.".Contains(c, StringComparison.Ordinal))
            && (word.Contains('月', StringComparison.Ordinal) || word.Count(c => c is '-' or '/' or '.') == 2);

    private static IEnumerable<string> WordsOf(string text) =>
        Folding.Of(text)
            .Split([' ', '\n', '\r', ',', '、', ';', '。', '(', ')', ':'], StringSplitOptions.RemoveEmptyEntries)
            .Where(word => !Courtesies.Contains(word));

    /// <summary>The day, and the text without it. Without a year it is the one nearest to today.</summary>
    private static (LocalDate? Day, string Left) Day(string line, LocalDate today)
    {
        foreach (var (word, days) in Before)
        {
            if (Folding.Read(line) is var folded && folded.Text.IndexOf(word, StringComparison.Ordinal) is >= 0 and var at)
            {
                return (today.PlusDays(-days), folded.Between(0, at) + " " + folded.After(at + word.Length));
            }
        }

        var read = DaysLine.Read(line, today);
        if (read.From is not { } day)
        {
            return (null, line);
        }

        var text = Folding.Of(line);
        var saysYear = text.Contains(
            day.Year.ToString(System.Globalization.CultureInfo.InvariantCulture),
            StringComparison.Ordinal);
        // 20日: of this month or of the last one, whichever is nearer.
        if (!Words.Any(text, "月", "-", "/", ".")
            && Words.Any(text, "日", "号")
            && !Words.Any(text, "今日", "明日")
            && Period.DaysBetween(day.PlusMonths(-1), today) < Period.DaysBetween(today, day))
        {
            return (day.PlusMonths(-1), read.Rest);
        }

        return (!saysYear && day > today.PlusDays(DaysAhead) ? day.PlusYears(-1) : day, read.Rest);
    }
}
