using NodaTime;

namespace LiaisonBot.Core.Calendar;

/// <summary>Reads a notice that says all of a year's holidays.</summary>
/// <param name="text">In half width.</param>
internal sealed class WholeNotice(int year, string text, NoticeTitle? title)
{
    private const string Issuer = "国务院办公厅";

    private readonly SortedDictionary<LocalDate, (HolidayNotice.Kind Kind, string Name, int Line)> days = [];
    private readonly List<(LocalDate Day, int Line)> undecided = [];
    private readonly NoticeDays dates = new(year);
    private string? holiday;
    private int counted;

    public NoticeError? Read(out HolidayNotice? notice)
    {
        notice = null;
        foreach (var (sentence, line, begins) in NoticeWords.Sentences(text))
        {
            if (Sentence(sentence, line, begins) is { } fault)
            {
                return fault;
            }
        }

        if (days.Count == 0)
        {
            return new(0, NoticeFault.NothingRead, "");
        }

        var error = HolidayNotice.TryMake(
            year,
            Source(),
            days.Select(d => (d.Key, d.Value.Kind, d.Value.Name, d.Value.Line)),
            out var made);
        if (error is null)
        {
            notice = made;
        }

        return error;
    }

    private string? Source()
    {
        var number = NoticeWords.NoticeNumber().Match(text);
        var named = title is { Issuer.Length: > 0, Text: var full }
            && !title.Issuer.StartsWith("国务院", StringComparison.Ordinal)
            ? full
            : null;
        return number.Success
            ? $"{named ?? $"{Issuer}关于{year}年部分节假日安排的通知"}，{number.Value.Replace('[', '〔').Replace(']', '〕')}"
            : named;
    }

    private NoticeError? Sentence(string sentence, int line, bool begins)
    {
        var says = NoticeWords.Decides(sentence);
        var headed = false;
        if (NoticeWords.Item().Match(sentence) is { Success: true } item)
        {
            holiday = NoticeWords.HolidayOf(item.Groups["name"].Value);
            dates.Begin();
            sentence = sentence[item.Length..];
            headed = true;
        }
        else if ((begins || sentence.Contains(Issuer, StringComparison.Ordinal)) && !says)
        {
            // Who the notice is from and its date, what else it asks for.
            return null;
        }
        else if (begins
            && NoticeWords.Token().Matches(sentence).Any(t => t.Groups["day"].Success)
            && NoticeWords.HolidayIn(sentence) is { } named)
        {
            holiday = named;
            dates.Begin();
            headed = true;
        }

        if (NoticeWords.OnlyAsks(sentence))
        {
            return null;
        }

        if (holiday is null)
        {
            return says && NoticeWords.Token().Matches(sentence).Any(t => t.Groups["month"].Success)
                ? new(line, NoticeFault.NotAName, "")
                : null;
        }

        if (holiday.Length > HolidayNotice.NameLength)
        {
            return new(line, NoticeFault.NotAName, holiday);
        }

        undecided.Clear();
        counted = 0;
        var before = days.Keys.ToHashSet();
        var joined = sentence.Contains("连休", StringComparison.Ordinal);
        foreach (System.Text.RegularExpressions.Match token in NoticeWords.Token().Matches(sentence))
        {
            if (Take(token, joined, line) is { } fault)
            {
                return fault;
            }
        }

        if (undecided.Count > 0)
        {
            return new(line, NoticeFault.Unclear, NoticeWords.Iso(undecided[0].Day));
        }

        return headed ? null : NotOfTheHoliday(before, begins, line);
    }

    /// <summary>
    /// What stands without a heading is the holiday's above it only where it can be: days that are worked for it, near
    /// to it. Other days off lost their heading, and nobody can say whose they are.
    /// </summary>
    private NoticeError? NotOfTheHoliday(HashSet<LocalDate> before, bool begins, int line)
    {
        var own = days.Where(d => d.Value.Name == holiday && d.Value.Kind == HolidayNotice.Kind.Off)
            .Select(d => d.Key)
            .ToList();
        foreach (var (day, (kind, _, _)) in days.Where(d => !before.Contains(d.Key)))
        {
            if ((kind == HolidayNotice.Kind.Off && begins)
                || !own.Exists(o => o != day && Math.Abs(Period.DaysBetween(o, day)) <= NoticeWords.NearDays))
            {
                return new(line, NoticeFault.NotAName, "");
            }
        }

        return null;
    }

    private NoticeError? Take(System.Text.RegularExpressions.Match token, bool joined, int line)
    {
        if (token.Groups["day"].Success)
        {
            var wrong = dates.Read(token, holiday, line, out var read);
            undecided.AddRange(read.Select(day => (day, line)));
            return wrong;
        }

        if (token.Groups["count"].Success)
            return joined || counted == NoticeWords.Number(token.Groups["count"])
                ? null
                : new(line, NoticeFault.OtherCount, token.Value);
        // 其中9月4日调休 tells of a day that is off already.
        if (token.Groups["exchange"].Success)
        {
            undecided.RemoveAll(d => days.TryGetValue(d.Day, out var known) && known.Kind == HolidayNotice.Kind.Off);
            return null;
        }

        // A year's notice takes nothing back: what does is no such notice.
        if (!token.Groups["off"].Success && !token.Groups["work"].Success)
        {
            return null;
        }

        var kind = token.Groups["off"].Success ? HolidayNotice.Kind.Off : HolidayNotice.Kind.Work;
        if (kind == HolidayNotice.Kind.Off)
        {
            counted = undecided.Count;
        }

        foreach (var (day, at) in undecided)
        {
            if (!days.TryAdd(day, (kind, holiday!, at)) && days[day].Kind != kind)
            {
                return new(line, NoticeFault.DateTwice, NoticeWords.Iso(day));
            }
        }

        undecided.Clear();
        return token.Groups["said"] is { Success: true } said && !joined && NoticeWords.Number(said) != counted
            ? new(line, NoticeFault.OtherCount, token.Value)
            : null;
    }
}
