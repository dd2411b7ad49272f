using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using LiaisonBot.Core.Text;
using NodaTime;
using NodaTime.Text;

namespace LiaisonBot.Core.Calendar;

/// <summary>
/// Reads a yearly notice as people have it: as lines of days (<see cref="YearNotice.TryParse"/>), or in the State Council's own words,
/// with what stands around them: <c>一、元旦：1月1日（周四）至3日（周六）放假调休，共3天。1月4日（周日）上班。</c>
/// Days of the week and numbers of days that are named must be right, and every day must be said to be off or worked.
/// </summary>
public static partial class NoticeText
{
    /// <summary>UTF-16 units of a notice in words.</summary>
    public const int Length = 8000;

    private const string Issuer = "国务院办公厅";

    private static readonly string[] HolidayWords = ["节", "元旦", "除夕", "清明", "端午", "中秋", "国庆", "纪念日"];

    private static readonly string[] DecidingWords = ["放假", "补休", "休息", "上班", "补班"];

    /// <param name="year">The year that the notice must be of; null when the text itself says it.</param>
    public static bool TryRead(int? year, string text, [NotNullWhen(true)] out YearNotice? notice, [NotNullWhen(false)] out NoticeError? error)
    {
        notice = null;
        if (text.Length > Length)
        {
            error = new(0, NoticeFault.TextTooLong, Length.ToString(CultureInfo.InvariantCulture));
            return false;
        }

        var half = Folding.Of(text);
        if (TitleYear().Match(half) is { Success: true } title)
        {
            var said = Number(title.Groups["year"]);
            year ??= said;
            if (said != year)
            {
                error = new(LineOf(half, title.Index), NoticeFault.OtherYearSaid, $"{said}");
                return false;
            }
        }

        if (DayLine().Match(half) is { Success: true } day) return YearNotice.TryParse(year ?? Number(day.Groups["year"]), text, out notice, out error);
        if (year is not { } known) error = new(0, NoticeFault.YearMissing, "");
        else if (known is < YearNotice.FirstYear or > YearNotice.LastYear) error = new(0, NoticeFault.YearOutOfRange, $"{known}");
        else error = new Reader(known, half).Read(out notice);
        return error is null && notice is not null;
    }

    private static int LineOf(string text, int index) => 1 + text.AsSpan(0, index).Count('\n');

    private static int Number(Group group) => int.Parse(group.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);

    private sealed class Reader(int year, string text)
    {
        private readonly SortedDictionary<LocalDate, (YearNotice.Kind Kind, string Name, int Line)> days = [];
        private readonly List<(LocalDate Day, int Line)> undecided = [];
        private string? holiday;
        private int month;
        private int counted;

        public NoticeError? Read(out YearNotice? notice)
        {
            notice = null;
            foreach (var (sentence, line, begins) in Sentences(text))
                if (Sentence(sentence, line, begins) is { } fault)
                    return fault;
            if (days.Count == 0) return new(0, NoticeFault.NothingRead, "");
            var number = NoticeNumber().Match(text);
            var source = number.Success ? $"{Issuer}关于{year}年部分节假日安排的通知，{number.Value.Replace('[', '〔').Replace(']', '〕')}" : null;
            var error = YearNotice.TryMake(year, source, days.Select(d => (d.Key, d.Value.Kind, d.Value.Name, d.Value.Line)), out var made);
            if (error is null) notice = made;
            return error;
        }

        /// <summary>A sentence ends with 。 or ；, or where the next line begins another holiday or nothing: text that was copied may be broken anywhere.</summary>
        private static IEnumerable<(string Text, int Line, bool BeginsLine)> Sentences(string text)
        {
            var sentence = new StringBuilder();
            var (line, start, begins) = (0, 1, true);
            foreach (var one in text.Split('\n'))
            {
                line++;
                var part = one.Trim();
                if (sentence.Length > 0 && (part.Length == 0 || Item().IsMatch(part)))
                {
                    yield return (sentence.ToString(), start, begins);
                    sentence.Clear();
                }

                for (var i = 0; i < part.Length; i++)
                {
                    if (sentence.Length == 0 && char.IsWhiteSpace(part[i])) continue;
                    if (sentence.Length == 0) (start, begins) = (line, i == 0);
                    if (part[i] is not ('。' or ';'))
                    {
                        sentence.Append(part[i]);
                        continue;
                    }

                    yield return (sentence.ToString(), start, begins);
                    sentence.Clear();
                }
            }

            yield return (sentence.ToString(), start, begins);
        }

        private NoticeError? Sentence(string sentence, int line, bool begins)
        {
            var says = Array.Exists(DecidingWords, w => sentence.Contains(w, StringComparison.Ordinal));
            if (Item().Match(sentence) is { Success: true } item)
            {
                var name = item.Groups["name"].Value.Trim().Replace(',', '、');
                holiday = Array.Exists(HolidayWords, w => name.Contains(w, StringComparison.Ordinal)) ? name : null;
                (month, sentence) = (0, sentence[item.Length..]);
            }
            else if ((begins || sentence.Contains(Issuer, StringComparison.Ordinal)) && !says)
            {
                // Who the notice is from and its date, what else it asks for.
                return null;
            }

            // Leave that offices are asked to give is not a day off for all.
            if (sentence.Contains("鼓励", StringComparison.Ordinal)) return null;
            if (holiday is null) return says && Token().Matches(sentence).Any(t => t.Groups["month"].Success) ? new(line, NoticeFault.NotAName, "") : null;
            if (holiday.Length > YearNotice.NameLength) return new(line, NoticeFault.NotAName, holiday);
            undecided.Clear();
            counted = 0;
            var joined = sentence.Contains("连休", StringComparison.Ordinal);
            foreach (Match token in Token().Matches(sentence))
                if (Take(token, joined, line) is { } fault)
                    return fault;
            return undecided.Count > 0 ? new(line, NoticeFault.Unclear, Iso(undecided[0].Day)) : null;
        }

        private NoticeError? Take(Match token, bool joined, int line)
        {
            if (token.Groups["day"].Success) return Days(token, line);
            if (token.Groups["count"].Success)
                return joined || counted == Number(token.Groups["count"]) ? null : new(line, NoticeFault.OtherCount, token.Value);
            // 其中9月4日调休 tells of a day that is off already.
            if (token.Groups["exchange"].Success)
            {
                undecided.RemoveAll(d => days.TryGetValue(d.Day, out var known) && known.Kind == YearNotice.Kind.Off);
                return null;
            }

            var kind = token.Groups["off"].Success ? YearNotice.Kind.Off : YearNotice.Kind.Work;
            if (kind == YearNotice.Kind.Off) counted = undecided.Count;
            foreach (var (day, at) in undecided)
                if (!days.TryAdd(day, (kind, holiday!, at)) && days[day].Kind != kind)
                    return new(line, NoticeFault.DateTwice, Iso(day));
            undecided.Clear();
            return token.Groups["said"] is { Success: true } said && !joined && Number(said) != counted ? new(line, NoticeFault.OtherCount, token.Value) : null;
        }

        private NoticeError? Days(Match token, int line)
        {
            if (Date(token, "year", "month", "day", "note", line, out var from) is { } wrong) return wrong;
            var to = from;
            if (token.Groups["day2"].Success && Date(token, "year2", "month2", "day2", "note2", line, out to) is { } also) return also;
            if (to < from || Period.DaysBetween(from, to) >= YearNotice.RangeDays) return new(line, NoticeFault.NotARange, token.Value);
            for (var day = from; day <= to; day = day.PlusDays(1)) undecided.Add((day, line));
            return null;
        }

        /// <summary>A day without a month is in the month named last; December without a year is the one before, where a long New Year may begin.</summary>
        private NoticeError? Date(Match token, string yearName, string monthName, string dayName, string noteName, int line, out LocalDate date)
        {
            date = default;
            if (token.Groups[monthName].Success) month = Number(token.Groups[monthName]);
            var inYear = token.Groups[yearName].Success ? Number(token.Groups[yearName]) : month == 12 ? year - 1 : year;
            var day = Number(token.Groups[dayName]);
            if (month is < 1 or > 12 || day < 1 || day > CalendarSystem.Iso.GetDaysInMonth(inYear, month)) return new(line, NoticeFault.NotADate, token.Value);
            date = new(inYear, month, day);
            return Weekday().Match(token.Groups[noteName].Value) is { Success: true } said && !IsSaid(date.DayOfWeek, said.Groups["weekday"].Value[0])
                ? new(line, NoticeFault.OtherWeekday, token.Value)
                : null;
        }

        private static bool IsSaid(IsoDayOfWeek weekday, char said) => said == '天' ? weekday == IsoDayOfWeek.Sunday : "一二三四五六日".IndexOf(said) == (int)weekday - 1;

        private static string Iso(LocalDate date) => LocalDatePattern.Iso.Format(date);
    }

    [GeneratedRegex(@"关于\s*(?<year>20\d\d)\s*年\s*部分节假日", RegexOptions.CultureInvariant, 200)]
    private static partial Regex TitleYear();

    [GeneratedRegex(@"^[ \t]*(?<year>20\d\d)-\d\d-\d\d", RegexOptions.CultureInvariant | RegexOptions.Multiline, 200)]
    private static partial Regex DayLine();

    [GeneratedRegex(@"国办发(?:明电)?[〔\[]20\d\d[〕\]]\d+号", RegexOptions.CultureInvariant, 200)]
    private static partial Regex NoticeNumber();

    [GeneratedRegex(@"^(?:[一二三四五六七八九十]{1,3}、|\d{1,2}[.、)])?\s*(?<name>[^\d:。]{2,30}):", RegexOptions.CultureInvariant, 200)]
    private static partial Regex Item();

    [GeneratedRegex(@"(?:周|星期)(?<weekday>[一二三四五六日天])", RegexOptions.CultureInvariant, 200)]
    private static partial Regex Weekday();

    [GeneratedRegex(
        @"(?:(?<year>20\d\d)年)?(?:(?<month>\d{1,2})月)?(?<day>\d{1,2})[日号](?:\((?<note>[^)]*)\))?"
        + @"(?:\s*[至到\-—~]+\s*(?:(?<year2>20\d\d)年)?(?:(?<month2>\d{1,2})月)?(?<day2>\d{1,2})[日号](?:\((?<note2>[^)]*)\))?)?"
        + @"|(?<off>(?:调休)?放假(?:调休)?|补休|休息)(?:(?<said>\d{1,2})天)?|(?<work>上班|补班)|共\s*(?<count>\d{1,2})\s*天|(?<exchange>调休)",
        RegexOptions.CultureInvariant, 200)]
    private static partial Regex Token();
}
