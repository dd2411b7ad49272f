using System.Text.RegularExpressions;
using NodaTime;

namespace LiaisonBot.Core.Calendar;

/// <summary>
/// Reads a notice that changes a year: 延长 goes on from the holiday's last day, a holiday that is said anew stands as it
/// is said, what stood before 调整为 or is 取消 is again what its weekday makes it, anything else is added. What is not
/// spoken of stays.
/// </summary>
/// <param name="text">In half width.</param>
internal sealed partial class AmendingNotice(HolidayNotice before, string text, NoticeTitle? title)
{
    private readonly bool alwaysAdds = title?.Adds == true;
    private readonly SortedDictionary<LocalDate, (HolidayNotice.Kind? Kind, string Name, int Line)> days = [];
    private readonly HashSet<string> saidAnew = new(StringComparer.Ordinal);
    private readonly HashSet<string> worksAnew = new(StringComparer.Ordinal);
    private readonly NoticeDays dates = new(before.Year);
    private string? headed;
    private bool tookBack;

    public NoticeError? Read(out NoticeAmendment? amendment)
    {
        amendment = null;
        foreach (var (sentence, line, begins) in NoticeWords.Sentences(Body()))
        {
            if (Sentence(sentence, line, begins) is { } fault)
            {
                return fault;
            }
        }

        TakeBackWhatIsSaidAnew();
        if (days.Count == 0 && !tookBack)
        {
            return new(0, NoticeFault.NothingRead, "");
        }

        var number = NoticeWords.NoticeNumber().Match(text);
        var source = title is null
            ? ""
            : number.Success && title.Issuer.StartsWith("国务院", StringComparison.Ordinal)
            ? $"{title.Text}，{number.Value.Replace('[', '〔').Replace(']', '〕')}"
            : title.Text;
        // Of two that amend a year the later one counts: the day says which it is.
        source = title is not null && NoticeOrder.SignedOn(text) is { } signed ? $"{source}，{signed}" : source;
        amendment = new(
            before.Year,
            source,
            title?.Issuer ?? "",
            days.ToDictionary(d => d.Key, d => (d.Value.Kind, d.Value.Name)));
        return null;
    }

    /// <summary>The title speaks of the holiday too, and is no sentence of the notice.</summary>
    private string Body()
    {
        if (title is null || text.IndexOf("关于", StringComparison.Ordinal) is not (>= 0 and var about))
        {
            return text;
        }

        var end = EndOfTitle().Match(text, about);
        return end.Success
            ? new string([.. text[..(end.Index + end.Length)].Where(c => c == '\n')]) + text[(end.Index + end.Length)..]
            : text;
    }

    private NoticeError? Sentence(string sentence, int line, bool begins)
    {
        string? own = null;
        if (NoticeWords.Item().Match(sentence) is { Success: true } item)
        {
            own = NoticeWords.HolidayOf(item.Groups["name"].Value);
            headed = own;
            dates.Begin();
            sentence = Turn().IsMatch(item.Value) ? "调整为" + sentence[item.Length..] : sentence[item.Length..];
        }
        else if (begins)
        {
            headed = null;
        }

        var tokens = NoticeWords.Token().Matches(sentence).ToList();
        var first = tokens.FindIndex(t => t.Groups["day"].Success);
        var cancelsAll = first < 0 && tokens.Exists(t => t.Groups["cancel"].Success || t.Groups["plain"].Success);
        if (!NoticeWords.Decides(sentence) && !tokens.Exists(t => t.Groups["turn"].Success || t.Groups["plain"].Success)
            || NoticeWords.OnlyAsks(sentence))
        {
            return null;
        }

        if (first < 0 && !cancelsAll)
        {
            return ExtendsByDays(sentence) ? new(line, NoticeFault.LastDayMissing, "") : null;
        }

        own ??= NoticeWords.HolidayIn(sentence);
        var holiday = own ?? headed ?? title?.Holiday;
        if (cancelsAll)
        {
            // 各类大型活动一律取消 is about no day.
            if (own is null
                || !sentence.Contains("放假", StringComparison.Ordinal)
                    && !sentence.Contains("调休", StringComparison.Ordinal))
            {
                return null;
            }

            return TakeBack(own, line);
        }

        // What the notice in force says is only repeated here.
        if (Earlier().Match(sentence) is { Success: true } earlier
            && earlier.Index < tokens[first].Index
            && !tokens.Exists(t => t.Groups["turn"].Success || t.Groups["cancel"].Success || t.Groups["plain"].Success))
        {
            return null;
        }

        if (holiday is null)
        {
            return new(line, NoticeFault.NotAName, "");
        }

        if (holiday.Length > HolidayNotice.NameLength)
        {
            return new(line, NoticeFault.NotAName, holiday);
        }

        return new Clause(this, holiday, line).Read(sentence, tokens);
    }

    private static bool ExtendsByDays(string sentence) => ByDays().IsMatch(sentence);

    private NoticeError? TakeBack(string holiday, int line)
    {
        tookBack = true;
        foreach (var (day, name) in before.Holidays.Concat(before.Workdays))
        {
            if (NoticeWords.SameHoliday(name, holiday))
            {
                days[day] = (null, holiday, line);
            }
        }

        return null;
    }

    private void TakeBackWhatIsSaidAnew()
    {
        foreach (var (day, name) in before.Holidays)
        {
            if (saidAnew.Any(h => NoticeWords.SameHoliday(name, h)))
            {
                days.TryAdd(day, (null, name, 0));
            }
        }

        foreach (var (day, name) in before.Workdays)
        {
            if (worksAnew.Any(h => NoticeWords.SameHoliday(name, h)))
            {
                days.TryAdd(day, (null, name, 0));
            }
        }
    }

    private HolidayNotice.Kind? KindOf(LocalDate day) =>
        before.Holidays.ContainsKey(day)
            ? HolidayNotice.Kind.Off
            : before.Workdays.ContainsKey(day)
            ? HolidayNotice.Kind.Work
            : null;

    private LocalDate? LastDayOf(string holiday)
    {
        var off = before.Holidays.Where(d => NoticeWords.SameHoliday(d.Value, holiday)).Select(d => d.Key).ToList();
        return off.Count == 0 ? null : off.Max();
    }

    /// <summary>One sentence about one holiday.</summary>
    private sealed class Clause(AmendingNotice notice, string holiday, int line)
    {
        private readonly List<LocalDate> undecided = [];
        private readonly List<LocalDate> decided = [];
        private bool adds = notice.alwaysAdds;
        private bool cancels;
        private bool exchanged;
        private int counted;
        private HolidayNotice.Kind? last;

        public NoticeError? Read(string sentence, List<Match> tokens)
        {
            var extended = ExtendedTo(sentence, tokens);
            adds |= extended is not null || Adding().IsMatch(sentence);
            var joined = adds || sentence.Contains("连休", StringComparison.Ordinal);
            foreach (var token in tokens)
            {
                var fault = token == extended ? Extend(token, sentence) : Take(token, joined, sentence);
                if (fault is not null)
                {
                    return fault;
                }
            }

            if (sentence.Contains("不调休", StringComparison.Ordinal) && notice.saidAnew.Contains(holiday))
            {
                notice.worksAnew.Add(holiday);
            }

            return Leftover();
        }

        /// <summary>
        /// The day up to which the holiday goes on: 延长春节假期至2月2日. A range is said in full and needs no such reading.
        /// </summary>
        private static Match? ExtendedTo(string sentence, List<Match> tokens)
        {
            var word = sentence.IndexOf("延长", StringComparison.Ordinal);
            return word < 0 ? null : tokens.FirstOrDefault(t =>
                t.Groups["day"].Success
                    && !t.Groups["day2"].Success
                    && t.Index > word
                    && sentence[..t.Index].TrimEnd() is [.., '至' or '到' or '为']);
        }

        private NoticeError? Extend(Match token, string sentence)
        {
            if (notice.dates.Read(token, holiday, line, out var to) is { } wrong)
            {
                return wrong;
            }

            // What the sentence says of the days up to then is the same days again.
            undecided.Clear();
            if (notice.LastDayOf(holiday) is not { } end)
            {
                return new(line, NoticeFault.NotInForce, holiday);
            }

            var more = Period.DaysBetween(end, to[0]);
            if (more >= HolidayNotice.RangeDays || more < -HolidayNotice.RangeDays)
            {
                return new(line, NoticeFault.NotARange, token.Value);
            }

            if (more > 0
                && ByDays().Match(sentence) is { Success: true } said
                && NoticeWords.Number(said.Groups["count"]) != more)
            {
                return new(line, NoticeFault.OtherCount, said.Value);
            }

            for (var day = end.PlusDays(1); day <= to[0]; day = day.PlusDays(1))
            {
                notice.days[day] = (HolidayNotice.Kind.Off, holiday, line);
            }

            if (more <= 0)
            {
                notice.days.TryAdd(to[0], (HolidayNotice.Kind.Off, holiday, line));
            }

            last = HolidayNotice.Kind.Off;
            return null;
        }

        private NoticeError? Take(Match token, bool joined, string sentence)
        {
            if (token.Groups["day"].Success)
            {
                var wrong = notice.dates.Read(token, holiday, line, out var read);
                undecided.AddRange(read);
                return wrong;
            }

            if (token.Groups["turn"].Success)
            {
                // What was said until now is how it was.
                var old = decided.Concat(undecided).ToList();
                foreach (var day in old)
                {
                    notice.days[day] = (null, holiday, line);
                }

                last ??= old.Select(notice.KindOf).FirstOrDefault(k => k is not null);
                decided.Clear();
                undecided.Clear();
                return null;
            }

            if (token.Groups["cancel"].Success || token.Groups["plain"].Success)
            {
                if (undecided.Count == 0 && token.Groups["cancel"].Success)
                {
                    cancels = true;
                }

                Decide(null);
                return null;
            }

            if (token.Groups["count"].Success)
                return joined || counted == NoticeWords.Number(token.Groups["count"])
                    ? null
                    : new(line, NoticeFault.OtherCount, token.Value);
            if (token.Groups["exchange"].Success)
            {
                exchanged = true;
                return null;
            }

            return Say(token, joined, sentence);
        }

        private NoticeError? Say(Match token, bool joined, string sentence)
        {
            var kind = token.Groups["off"].Success ? HolidayNotice.Kind.Off : HolidayNotice.Kind.Work;
            last = kind;
            if (undecided.Count == 0)
            {
                return null;
            }

            if (cancels)
            {
                Decide(null);
                cancels = false;
                return null;
            }

            if (kind == HolidayNotice.Kind.Off)
            {
                counted = undecided.Count;
            }

            if (Decide(kind) is { } twice)
            {
                return twice;
            }

            return token.Groups["said"] is { Success: true } said && !joined && NoticeWords.Number(said) != counted
                ? new(line, NoticeFault.OtherCount, token.Value)
                : null;
        }

        private NoticeError? Decide(HolidayNotice.Kind? kind)
        {
            foreach (var day in undecided)
            {
                // A weekday that is worked is what it is without a notice.
                var means = kind == HolidayNotice.Kind.Work
                    && day.DayOfWeek is not (IsoDayOfWeek.Saturday or IsoDayOfWeek.Sunday)
                    ? null
                    : kind;
                if (notice.days.TryGetValue(day, out var known)
                    && known.Kind is { } other
                    && kind is not null
                    && other != kind)
                {
                    return new(line, NoticeFault.DateTwice, NoticeWords.Iso(day));
                }

                notice.days[day] = (means, holiday, line);
            }

            if (undecided.Count > 0 && kind == HolidayNotice.Kind.Off && !adds)
            {
                notice.saidAnew.Add(holiday);
            }

            if (undecided.Count > 0 && kind == HolidayNotice.Kind.Work && notice.saidAnew.Contains(holiday))
            {
                notice.worksAnew.Add(holiday);
            }

            decided.AddRange(undecided);
            undecided.Clear();
            return null;
        }

        private NoticeError? Leftover()
        {
            if (cancels)
            {
                // 5月8日（周六）补班取消: what was said before is what is taken back.
                if (undecided.Count == 0)
                {
                    undecided.AddRange(decided);
                }

                foreach (var day in undecided)
                {
                    notice.days.Remove(day);
                }

                Decide(null);
                return null;
            }

            // 其中9月4日调休 tells of a day that is off already.
            if (exchanged)
            {
                undecided.RemoveAll(d =>
                    notice.days.TryGetValue(d, out var known)
                        ? known.Kind == HolidayNotice.Kind.Off
                        : notice.KindOf(d) == HolidayNotice.Kind.Off);
            }

            if (undecided.Count == 0)
            {
                return null;
            }

            return last is { } kind ? Decide(kind) : new(line, NoticeFault.Unclear, NoticeWords.Iso(undecided[0]));
        }
    }

    [GeneratedRegex(@"的\s*(?:补\s*充|紧\s*急|更\s*正)?\s*(?:通\s*知|公\s*告|通\s*告|决\s*定)", RegexOptions.CultureInvariant, Timeout.Infinite)]
    private static partial Regex EndOfTitle();

    [GeneratedRegex("调整|变更|更正|改为", RegexOptions.CultureInvariant, Timeout.Infinite)]
    private static partial Regex Turn();

    [GeneratedRegex("原(?:定|为|来|先|安排|通知|放假|规定|则)|此前|已经?(?:安排|规定|明确)|规定", RegexOptions.CultureInvariant, Timeout.Infinite)]
    private static partial Regex Earlier();

    [GeneratedRegex("增加|增放|另(?:外|行)?放|再放|继续放假|继续休|补充放假", RegexOptions.CultureInvariant, Timeout.Infinite)]
    private static partial Regex Adding();

    [GeneratedRegex(@"(?:延长|增加)\s*(?<count>\d{1,2}|[一二三四五六七八九十])\s*天", RegexOptions.CultureInvariant, Timeout.Infinite)]
    private static partial Regex ByDays();
}
