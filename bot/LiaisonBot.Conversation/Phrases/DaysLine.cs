using System.Globalization;
using System.Text.RegularExpressions;
using LiaisonBot.Core.Text;
using NodaTime;

namespace LiaisonBot.Conversation.Phrases;

/// <summary>
/// From when to when something is said to last: 12月1日到5日, 1号到5号, 下周, 下周一至周三, 明天起三天, from 1 to 5 December. Null for an
/// end that was not said.
/// </summary>
/// <param name="Rest">The text without these days, as typed.</param>
internal sealed partial record DaysLine(LocalDate? From, LocalDate? To, string Rest)
{
    /// <summary>UTF-16 units in which days are looked for: the longest such line is far shorter.</summary>
    private const int Looked = 300;

    /// <summary>Calendar days of what lasts for so many days.</summary>
    private const int MostDays = 366;

    private static readonly string[] Brief = ["thurs", "thur", "thu", "tues", "tue", "mon", "wed", "fri"];

    /// <summary>From the first day of a week to its last, or to its Friday.</summary>
    private const int WholeWeek = 4;

    private static readonly (string Word, int Weeks)[] Weeks =
    [
        ("下下周", 2), ("下个星期", 1), ("下个礼拜", 1), ("下星期", 1), ("下礼拜", 1), ("下周", 1), ("next week", 1),
        ("这个星期", 0), ("这星期", 0), ("这礼拜", 0), ("本星期", 0), ("本周", 0), ("这周", 0), ("this week", 0),
    ];

    private static readonly (string Word, int Days)[] Days =
    [
        ("大后天", 3), ("后天", 2), ("明天", 1), ("明日", 1), ("tomorrow", 1), ("今天", 0), ("今日", 0), ("today", 0),
    ];

    /// <summary>Of two words, the longer first.</summary>
    private static readonly (string Word, int First, int Last)[] TwoDays =
    [
        ("明天后天", 1, 2), ("明天和后天", 1, 2), ("明后两天", 1, 2), ("明后天", 1, 2), ("今明两天", 0, 1), ("今天明天", 0, 1), ("今明", 0, 1), ("today and tomorrow", 0, 1),
    ];

    private static readonly string[] Months =
        ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

    /// <param name="today">Beijing date. Days without a year are the next such days.</param>
    public static DaysLine Read(string typed, LocalDate today)
    {
        var folded = Folding.Read(typed.Length <= Looked ? typed : typed[..Looked]);
        var text = folded.Text;
        List<(LocalDate? Day, LocalDate? Last, int Start, int End)> found = [];
        for (var at = 0; at < text.Length;)
        {
            var before = found.Count > 0 ? found[^1] : default;
            // 下礼拜…8号到12号: within that week.
            var after = before is { Day: { } begun, Last: { } ended } && Period.DaysBetween(begun, ended) >= WholeWeek ? begun.PlusDays(-1) : before.Last ?? before.Day;
            if (At(text, at, today, found.Count > 0 ? after : null) is var (day, last, end))
            {
                found.Add((day, last, at, end));
                at = end;
                continue;
            }

            // Nor is 2月30日 so many months.
            var none = NoDay(text, at);
            text = text[..at] + new string('\0', none) + text[(at + none)..];
            at += Math.Max(1, none);
        }

        if (found.Count == 0)
        {
            return Lasting(text) is var (days, start, stop)
                ? new(today, today.PlusDays(days - 1), folded.Between(0, start) + " " + folded.After(stop))
                : new(null, null, typed);
        }

        // 下礼拜我去党校，8号到12号: the days within the week count.
        if (found.Count > 2 && found[0] is { Day: { } weekBegins, Last: { } weekEnds } && Period.DaysBetween(weekBegins, weekEnds) >= WholeWeek
            && !IsJoint(text[found[0].End..found[1].Start]) && IsJoint(text[found[1].End..found[2].Start]))
        {
            found.RemoveAt(0);
        }

        var first = found[0];
        var (from, to) = (first.Day, first.Last ?? first.Day);
        var (cut, cutEnd) = (first.Start, first.End);
        if (found.Count > 1 && (IsJoint(text[first.End..found[1].Start]) || AreWeekdaysInARow(text, first.Start, first.End, found[1].Start)))
        {
            to = found[1].Last ?? found[1].Day;
            cutEnd = found[1].End;
        }
        else if (Words.After(text, Words.Spaces(text, first.End), "起", "开始", "之后", "以后", "onwards", "on,") is > 0 and var open)
        {
            // 下周一起休假到周五.
            (to, cutEnd) = found.Count > 1 && Words.Before(text, Words.BeforeSpaces(text, found[1].Start), "到", "至", "until", "till") >= open ? (found[1].Last ?? found[1].Day, open) : (null, open);
        }
        else if (Words.Before(text, Words.BeforeSpaces(text, first.Start), "到", "至", "until", "till", "through") is >= 0 and var until)
        {
            (from, cut) = (today, until);
        }
        else if (Words.Before(text, Words.BeforeSpaces(text, first.Start), "从", "自", "from", "since", "starting") is >= 0 and var since)
        {
            (to, cut) = (first.Last, since);
        }

        // wednesday to friday next week: the week stands behind its days.
        if (Weekday(text, first.Start, withWord: true) is not null && WeekBehind(text, cutEnd) is var (later, weekEnd))
        {
            LocalDate OfWeek(LocalDate day) => today.PlusDays((int)day.DayOfWeek - (int)today.DayOfWeek).PlusWeeks(later);
            (from, to, cutEnd) = (from == first.Day && from is { } one ? OfWeek(one) : from, to is { } end ? OfWeek(end) : null, weekEnd);
        }

        // 明天起三天: so many days from the first.
        if (Lasting(text[..cut] + new string('\0', cutEnd - cut) + text[cutEnd..]) is var (many, lastFrom, lastEnd)
            && from is { } begins
            && (lastFrom >= cutEnd || (lastEnd <= cut && text[lastEnd..cut].Trim().Length == 0)))
        {
            // for three days from tomorrow: the length stands before its first day.
            (to, cut, cutEnd) = (begins.PlusDays(many - 1), Math.Min(cut, lastFrom), Math.Max(cutEnd, lastEnd));
        }

        cut = Words.Before(text, Words.BeforeSpaces(text, cut), "从", "自", "from", "on", "between") is >= 0 and var lead ? lead : cut;
        cutEnd = Words.Past(text, cutEnd, "期间", "这几天", "这段时间", "止", "为止", "结束");
        return new(from, to, (folded.Between(0, cut).TrimEnd() + " " + folded.After(cutEnd).TrimStart()).Trim());
    }

    /// <summary>next week, of next week: right behind days that are named without one; how many weeks from now, and where it ends.</summary>
    private static (int Weeks, int End)? WeekBehind(string text, int at)
    {
        at = Words.Spaces(text, Words.Past(text, Words.Spaces(text, at), "of ", "in "));
        foreach (var (word, weeks) in Weeks)
        {
            if (word[0] is 'n' or 't' && Words.IsAt(text, at, word))
            {
                return (weeks, at + word.Length);
            }
        }

        return null;
    }

    /// <summary>A day, or a week, that stands at a place.</summary>
    /// <param name="after">The day before it in the text: a day without a month follows that.</param>
    private static (LocalDate? Day, LocalDate? Last, int End)? At(string text, int at, LocalDate today, LocalDate? after)
    {
        if (at > 0 && char.IsAsciiLetterOrDigit(text[at - 1]) && char.IsAsciiLetterOrDigit(text[at]))
        {
            return null;
        }

        foreach (var (word, weeks) in Weeks)
        {
            if (Words.IsAt(text, at, word))
            {
                var monday = today.PlusDays(1 - (int)today.DayOfWeek).PlusWeeks(weeks);
                var end = at + word.Length;
                if (Weekday(text, end, withWord: false) is var (weekday, dayEnd))
                {
                    // 下周一二, 下周三四.
                    if (NextWeekday(text, weekday, dayEnd) is var (last, lastEnd))
                    {
                        return (monday.PlusDays(weekday - 1), monday.PlusDays(last - 1), lastEnd);
                    }

                    return (monday.PlusDays(weekday - 1), null, dayEnd);
                }

                return (LocalDate.Max(monday, today), monday.PlusDays(6), end);
            }
        }

        foreach (var (word, first, last) in TwoDays)
        {
            if (Words.IsAt(text, at, word))
            {
                return (today.PlusDays(first), today.PlusDays(last), at + word.Length);
            }
        }

        foreach (var (word, days) in Days)
        {
            if (Words.IsAt(text, at, word))
            {
                return (today.PlusDays(days), null, at + word.Length);
            }
        }

        if (Weekday(text, at, withWord: true) is var (named, namedEnd))
        {
            var from = after ?? today;
            var ahead = (named - (int)from.DayOfWeek + 7) % 7;
            if (text[at] >= '一' && NextWeekday(text, named, namedEnd) is var (later, laterEnd))
            {
                return (from.PlusDays(ahead), from.PlusDays(ahead + later - named), laterEnd);
            }

            return (from.PlusDays(ahead), null, namedEnd);
        }

        return DateAt(text, at, today, after);
    }

    /// <summary>Length of what is written like a day that there is not: of 2月30日 the 30日 is no day of this month. Zero for none.</summary>
    private static int NoDay(string text, int at) =>
        (at == 0 || !char.IsAsciiDigit(text[at - 1]))
            && NumericDay().Match(text, at, Math.Min(20, text.Length - at)) is { Success: true } numeric
            && numeric.Index == at
            && numeric.Value.Contains('月', StringComparison.Ordinal)
            ? numeric.Length
            : 0;

    private static (LocalDate? Day, LocalDate? Last, int End)? DateAt(string text, int at, LocalDate today, LocalDate? after)
    {
        var numeric = NumericDay().Match(text, at, Math.Min(20, text.Length - at));
        if (numeric.Success && numeric.Index == at)
        {
            int? year = numeric.Groups["year"].Success ? Int(numeric.Groups["year"].Value) : null;
            return Day(year, Int(numeric.Groups["month"].Value), Int(numeric.Groups["day"].Value), today, after) is { } day
                ? (day, null, at + numeric.Length)
                : null;
        }

        var english = EnglishDay().Match(text, at, Math.Min(24, text.Length - at));
        if (english.Success && english.Index == at)
        {
            var month = Array.IndexOf(Months, english.Groups["month"].Value[..3]) + 1;
            return Day(null, month, Int(english.Groups["day"].Value), today, after) is { } day
                ? (day, null, at + english.Length)
                : null;
        }

        var alone = DayAlone().Match(text, at, Math.Min(4, text.Length - at));
        if (!alone.Success || alone.Index != at)
        {
            // 1 to 5 December: the month stands behind the second.
            return FirstOfTwo().Match(text, at, Math.Min(40, text.Length - at)) is { Success: true } two && two.Index == at
                ? Day(null, Array.IndexOf(Months, two.Groups["month"].Value[..3]) + 1, Int(two.Groups["day"].Value), today, after) is { } one
                    ? (one, null, at + two.Groups["day"].Length)
                    : null
                // Dec 1-5, 12月1日-5
                : after is not null && BareDay().Match(text, at, Math.Min(3, text.Length - at)) is { Success: true } bare && bare.Index == at
                    && IsJoint(text[Math.Max(0, at - 3)..at].TrimStart(' ', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9', '日', '号'))
                    ? OfMonth(Int(bare.Groups["day"].Value), after.Value) is { } last ? (last, null, at + bare.Groups["day"].Length) : null
                    : null;
        }

        var number = Int(alone.Groups["day"].Value);
        return OfMonth(number, after ?? today) is { } next ? (next, null, at + alone.Length) : null;
    }

    /// <summary>The next day of that number, from a day on.</summary>
    private static LocalDate? OfMonth(int number, LocalDate from)
    {
        var first = new LocalDate(from.Year, from.Month, 1);
        if (number < from.Day)
        {
            first = first.PlusMonths(1);
        }

        return number >= 1 && number <= CalendarSystem.Iso.GetDaysInMonth(first.Year, first.Month)
            ? first.PlusDays(number - 1)
            : null;
    }

    private static LocalDate? Day(int? year, int month, int day, LocalDate today, LocalDate? after)
    {
        if (month is < 1 or > 12 || day < 1)
        {
            return null;
        }

        var from = after ?? today;
        var of = year ?? (month < from.Month - 6 || (after is not null && month < from.Month) ? from.Year + 1 : from.Year);
        return day <= CalendarSystem.Iso.GetDaysInMonth(of, month) ? new LocalDate(of, month, day) : null;
    }

    /// <summary>周一二: a later day of the same week right behind; 周一三点 is an hour.</summary>
    private static (int Day, int End)? NextWeekday(string text, int weekday, int end) =>
        end < text.Length
            && "一二三四五六日".IndexOf(text[end], StringComparison.Ordinal) is var index
            && index + 1 > weekday
            && !Words.Is(text, end + 1, "点个次天十时件份日号家月")
                ? (index + 1, end + 1)
                : null;

    /// <summary>周三, 星期三, wednesday: from 1 for Monday.</summary>
    private static (int Day, int End)? Weekday(string text, int at, bool withWord)
    {
        var start = withWord ? Words.After(text, at, "星期", "礼拜", "周") : at;
        if (start >= 0 && start < text.Length && "一二三四五六日天".IndexOf(text[start], StringComparison.Ordinal) is >= 0 and var index)
        {
            return (Math.Min(index + 1, 7), start + 1);
        }

        if (!withWord)
        {
            return null;
        }

        string[] names = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];
        for (var day = 0; day < names.Length; day++)
        {
            if (Words.IsAt(text, at, names[day]))
            {
                return (day + 1, at + names[day].Length);
            }

            // Thu and Fri.
            foreach (var brief in Brief.Where(word => names[day].StartsWith(word, StringComparison.Ordinal)))
            {
                if (Words.IsAt(text, at, brief) && (at == 0 || !char.IsAsciiLetter(text[at - 1])) && (at + brief.Length == text.Length || !char.IsAsciiLetter(text[at + brief.Length])))
                {
                    return (day + 1, at + brief.Length);
                }
            }
        }

        return null;
    }

    /// <summary>三天, 5天, 一周, 两个星期, 3 days: in calendar days.</summary>
    private static (int Days, int Start, int End)? Lasting(string text)
    {
        foreach (Match match in Span().Matches(text))
        {
            var number = match.Groups["number"].Value;
            var many = number is "两" ? 2 : number is "a" or "one" ? 1 : Array.IndexOf(EnglishNumbers, number) is >= 0 and var english ? english + 2 : Numeral.Read(number) ?? 0;
            var days = match.Groups["week"].Success ? many * 7 : match.Groups["month"].Success ? many * 30 : many;
            if (days is > 0 and <= MostDays)
            {
                return (days, match.Index, match.Index + match.Length);
            }
        }

        return null;
    }

    /// <summary>From two on.</summary>
    private static readonly string[] EnglishNumbers = ["two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];

    /// <summary>周四周五, 周四、周五.</summary>
    private static bool AreWeekdaysInARow(string text, int first, int end, int second) =>
        text[end..second].Trim() is "" or "、" or "和" && Words.After(text, first, "周", "星期", "礼拜") > 0 && Words.After(text, second, "周", "星期", "礼拜") > 0;

    private static bool IsJoint(string between) => between.Trim() is "到" or "至" or "-" or "~" or "—" or "–" or "to" or "until" or "till" or "through" or "and" or "日至" or "直到";

    private static int Int(string digits) => int.Parse(digits, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"(?:(?<year>20\d\d)[-/.年])?(?<month>\d{1,2})[-/.月](?<day>\d{1,2})[日号]?", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex NumericDay();

    [GeneratedRegex(@"(?:(?<month>(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*)\.? (?<day>\d{1,2})(?:st|nd|rd|th)?)|(?:(?<day>\d{1,2})(?:st|nd|rd|th)? (?<month>(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*))", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex EnglishDay();

    [GeneratedRegex(@"(?<day>\d{1,2})[日号]", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex DayAlone();

    [GeneratedRegex(@"(?<day>\d{1,2})(?:st|nd|rd|th)? ?(?:to|-|until|through) ?\d{1,2}(?:st|nd|rd|th)? (?<month>(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*)", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex FirstOfTwo();

    [GeneratedRegex(@"(?<day>\d{1,2})", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex BareDay();

    [GeneratedRegex(@"(?<number>\d{1,3}|[一二三四五六七八九十]{1,3}|两|a|one|two|three|four|five|six|seven|eight|nine|ten) ?(?:个)?(?:(?<week>周|星期|礼拜|weeks?)|(?<month>月|months?)|(?:天|days?))", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Span();
}
