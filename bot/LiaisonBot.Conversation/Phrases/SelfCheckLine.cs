using System.Text.RegularExpressions;
using LiaisonBot.Core.Areas;
using LiaisonBot.Core.Calendar;
using LiaisonBot.Core.Matters;
using LiaisonBot.Core.Text;
using NodaTime;

namespace LiaisonBot.Conversation.Phrases;

/// <summary>What stands behind 举一反三: a matter, places, a day, and what is to be looked for.</summary>
/// <param name="Wrong">What was to be a place and is none, or several; null when there is nothing of it.</param>
internal sealed partial record SelfCheckLine(
    MatterNumber? Matter,
    IReadOnlyList<AreaCode> Places,
    LocalDate? Due,
    string Problem,
    string? Wrong)
{
    private const int ShortestPlace = 3;

    private const int LongestPlace = 9;

    private const string EndsOfPlaces = "市县区州旗盟";

    /// <summary>What ends like a place and is a kind of them, or something else.</summary>
    private static readonly string[] NoPlaces =
    [
        "小区", "社区", "园区", "景区", "城区", "片区", "山区", "地区", "校区", "厂区", "库区", "灾区", "牧区", "林区", "矿区", "特区", "护区", "辖区",
        "全区", "城市", "超市", "门市", "上市", "股市", "集市", "全市", "我市", "本市", "各市", "县市", "全县", "我县", "本县", "各县", "红旗",
    ];

    private static readonly char[] Gaps = [' ', '　', '，', ',', '、', '；', ';', '：', ':', '。'];

    public static SelfCheckLine Read(
        string rest,
        AreaBook areas,
        AreaCode? near,
        LocalDate today,
        WorkingCalendar calendar)
    {
        var typed = rest.Trim();
        MatterNumber? matter = null;
        if (MatterNumber.AllIn(typed, today.Year) is [var first, ..] && Number().Match(Folding.Of(typed)) is { Success: true } said)
        {
            (matter, typed) = (first, typed.Remove(said.Index, said.Length).Trim(' ', '　', '，', ','));
        }

        if (typed.Length == 0)
        {
            return new(matter, [], null, "", null);
        }

        var line = AssignmentLine.Read(typed, areas, near, today, calendar);
        var unknown = UnknownPlace(line.Title);
        var problem = unknown is null ? "" : Plain(line.Title.Replace(unknown, " ", StringComparison.Ordinal));
        return new(
            matter,
            [.. line.Places.Select(place => place.Code)],
            line.Due is DueSpan.On on ? on.Date : null,
            problem.Length > 0 || (unknown is not null && matter is not null) ? problem : Plain(line.Title),
            line.Ambiguous?.Typed ?? (line.NotPlaces.Count > 0 ? line.NotPlaces[0] : unknown));
    }

    /// <summary>What stands first or last, is called as places are, and is none that there is: 火星县, Mars County.</summary>
    private static string? UnknownPlace(string title)
    {
        if (EnglishPlace().Match(title) is { Success: true } english)
        {
            return english.Value;
        }

        var words = title.Split(Gaps, StringSplitOptions.RemoveEmptyEntries);
        return words is [var first, .., var last] ? IsCalledAsPlaces(first) ? first : IsCalledAsPlaces(last) ? last : null
            : words is [var only] && IsCalledAsPlaces(only) ? only
            : null;
    }

    private static bool IsCalledAsPlaces(string word) =>
        word.Length is >= ShortestPlace and <= LongestPlace
            && EndsOfPlaces.Contains(word[^1], StringComparison.Ordinal)
            && !Array.Exists(NoPlaces, other => word.EndsWith(other, StringComparison.Ordinal));

    /// <summary>What is left of "on bidding in all counties" is the bidding.</summary>
    private static string Plain(string title)
    {
        var words = title.Trim(' ', '　', '：', ':', '，', ',').Split(' ');
        var from = words.TakeWhile(word => LeadingWords.Contains(word, StringComparer.OrdinalIgnoreCase)).Count();
        var to = words.Length - words.Reverse().TakeWhile(word => TrailingWords.Contains(word, StringComparer.OrdinalIgnoreCase)).Count();
        return from < to ? string.Join(' ', words[from..to]) : "";
    }

    private static readonly string[] LeadingWords = ["on", "about", "for", "of", "in", "to", "with"];

    private static readonly string[] TrailingWords = ["in", "at", "for", "of", "by", "to", "from", "with", "on"];

    [GeneratedRegex(@"(?:\b[A-Z][\p{L}']+ ){1,3}(?:[Cc]ounty|[Cc]ity|[Dd]istrict)\b", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex EnglishPlace();

    [GeneratedRegex(@"(?:[〔\[(]?20\d\d[〕\])-]\s?)?\d{4}-\d{1,6}(?:-\d{1,2})?", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Number();
}
