using System.Globalization;
using LiaisonBot.Core.People;
using LiaisonBot.Core.Text;
using NodaTime;

namespace LiaisonBot.Conversation.Phrases;

/// <summary>Settings said in one line: <c>设置 每日提醒 9:00，免打扰 21:00至7:30，英文</c>. Null where nothing was said.</summary>
/// <param name="Rest">What was not understood; empty when everything was.</param>
internal sealed record SettingsLine(
    Language? Language,
    LocalTime? Digest,
    LocalTime? QuietFrom,
    LocalTime? QuietTo,
    string Rest)
{
    /// <summary>Parts of the day, and which hours of a clock of twelve are meant in them.</summary>
    private static readonly (string[] Words, DayPart Part)[] DayParts =
    [
        (["凌晨", "清晨", "早晨", "清早", "一早", "大早", "早上", "上午", "今早", "明早"], DayPart.Morning),
        (["中午", "正午", "晌午"], DayPart.Noon),
        (["下午", "午后", "傍晚"], DayPart.Afternoon),
        (["晚上", "晚间", "今晚", "明晚", "当晚", "每晚", "晚"], DayPart.Evening),
        (["半夜", "后半夜", "大半夜", "夜里", "夜间", "深夜", "夜"], DayPart.Night),
    ];

    private static readonly string[] Known =
    [
        "每日提醒时间", "每日提醒", "每天提醒", "提醒时间", "提醒", "早报", "汇总", "时间", "免打扰时段", "免打扰",
        "勿扰", "静音", "语言", "改为", "改成", "设为", "设置为", "设置", "从", "到", "至", "为", "的", .. DayParts.SelectMany(part => part.Words),
        "morning digest", "daily digest", "digest", "quiet hours", "quiet", "language", "from", "to", "at", "-",
        "~", ",", "、", ";", ":", "。", " ", "\n",
    ];

    public static SettingsLine Read(string typed)
    {
        var text = Folding.Of(typed);
        Language? language = null;
        foreach (var (word, one) in new[]
        {
            ("中文", Core.People.Language.Chinese),
            ("chinese", Core.People.Language.Chinese),
            ("英文", Core.People.Language.English),
            ("英语", Core.People.Language.English),
            ("english", Core.People.Language.English)
        })
        {
            if (!text.Contains(word, StringComparison.Ordinal))
            {
                continue;
            }

            (language, text) = (one, text.Replace(word, " ", StringComparison.Ordinal));
        }

        var times = Times(text);
        LocalTime? digest = null, from = null, to = null;
        for (var i = 0; i < times.Count; i++)
        {
            // Two with nothing but 至 between them are the hours in which it is quiet.
            if (i + 1 < times.Count && from is null && Between(text[times[i].End..times[i + 1].Start]))
            {
                (from, to) = (times[i].Time, times[i + 1].Time);
                i++;
            }
            else if (digest is null)
            {
                digest = times[i].Time;
            }
            else if (Words.Any(text[times[i - 1].End..times[i].Start], Moves) || IsWanted(text, times[i - 1].End, times[i].Start, times[i].End))
            {
                // 早上八点那条太早 挪到九点半: the first is how it is.
                digest = times[i].Time;
            }
            else if (i == 1 && IsWanted(text, 0, times[0].Start, times[0].End))
            {
                // 以后九点半再发，八点半我还在送娃: the other is why.
            }
            else if (!Words.Any(text[times[i - 1].End..times[i].Start], Denied))
            {
                // Two times, and nothing says which: none is set.
                return new(language, null, from, to, typed);
            }
        }

        foreach (var time in Enumerable.Reverse(times))
        {
            text = text[..time.Start] + " " + text[time.End..];
        }

        foreach (var word in Known)
        {
            text = text.Replace(word, " ", StringComparison.Ordinal);
        }

        return new(language, digest, from, to, text.Trim());
    }

    /// <summary>Behind these stands the new time.</summary>
    private static readonly string[] Moves =
    [
        "挪到", "挪至", "改到", "改成", "改为", "改至", "换到", "换成", "调到", "调成", "调至", "推到", "推迟到", "移到", "拖到", "放到", "变成", "延到", "提前到", "往后到", "太早", "太晚", "早了", "晚了",
        "move it to", "move that to", "move to", "change it to", "change that to", "change to", "make it", "make that", "switch to", "instead", "too early", "too late", "rather", "push it to", "shift it to",
    ];

    /// <summary>以后九点半, 九点半再给我发, 9:30 from now on: of several times this one is wanted.</summary>
    private static bool IsWanted(string text, int from, int start, int end) =>
        text[from..start] is var before && Array.Exists(WantedFrom, word => before.LastIndexOf(word, StringComparison.Ordinal) is >= 0 and var at && (at > 0 || from == 0))
            || Words.After(text, Words.Spaces(text, end), "再", "发给我", "给我发", "提醒我", "好一点", "好些", "更好", "合适", "比较合适", "from now on", "please", "pls", "instead", "is better", "would be better", "works better", "suits me", "would suit", "is fine", "would work", "works") > 0;

    /// <summary>Before the time that is wanted from now on.</summary>
    private static readonly string[] WantedFrom = ["以后", "今后", "往后", "从今", "不如", "干脆", "from now on", "in future", "from tomorrow", "so send", "send it at"];

    /// <summary>9点，不是8点: the first is meant.</summary>
    private static readonly string[] Denied = ["不是", "别", "不要", "而不是", "而非", "not", "rather than", "instead of"];

    private static readonly string[] Afterwards = ["以后", "之后", "过后", "往后", "后", "起"];

    private static readonly string[] Beforehand = ["以前", "之前", "前"];

    /// <summary>Whether what is said of a time of day holds before or after it: 10点以后, 7点前; null for neither.</summary>
    public static ClockSide? SideOf(string folded) => AtSide(folded)?.Side;

    /// <summary>The time of which that is said, as <see cref="SideOf"/>; null for none.</summary>
    public static (LocalTime Time, ClockSide Side)? AtSide(string folded)
    {
        folded = WithFigures(folded);
        var times = Times(folded);
        // 昨晚十点半还弹消息，以后晚上九点以后别发: of several the last one that says so.
        for (var i = times.Count - 1; i >= 0; i--)
        {
            var (time, start, end) = times[i];
            if (Words.After(folded, end, Afterwards) > 0 || Array.Exists(AfterEnglish, word => EndsWithWord(folded, start, word)))
            {
                return (time, ClockSide.After);
            }

            if (Words.After(folded, end, Beforehand) > 0 || Array.Exists(BeforeEnglish, word => EndsWithWord(folded, start, word)))
            {
                return (time, ClockSide.Before);
            }
        }

        return null;
    }

    private static readonly string[] AfterEnglish = ["after", "past", "later than", "beyond", "from"];

    private static readonly string[] BeforeEnglish = ["before", "until", "till", "earlier than", "ahead of"];

    /// <summary>Behind an hour in English: 8 in the evening, eight at night.</summary>
    private static readonly (string Words, DayPart Part)[] PartsBehind =
    [
        ("in the morning", DayPart.Morning), ("in the mornings", DayPart.Morning), ("in the afternoon", DayPart.Afternoon), ("in the evening", DayPart.Evening), ("in the evenings", DayPart.Evening),
        ("of an evening", DayPart.Evening), ("at night", DayPart.Night), ("every evening", DayPart.Evening), ("every night", DayPart.Night), ("every morning", DayPart.Morning), ("tonight", DayPart.Evening),
        ("in evening", DayPart.Evening), ("in evenings", DayPart.Evening), ("evenings", DayPart.Evening), ("evening", DayPart.Evening), ("in morning", DayPart.Morning), ("in mornings", DayPart.Morning), ("in afternoon", DayPart.Afternoon), ("in night", DayPart.Night),
    ];

    /// <summary>The part of the day behind an hour, and where it ends.</summary>
    private static (DayPart Part, int End)? PartBehind(string text, int at)
    {
        var from = Words.Spaces(text, Words.Past(text, Words.Spaces(text, at), "o'clock"));
        foreach (var (words, part) in PartsBehind)
        {
            if (Words.English(text, from, words) is > 0 and var end)
            {
                return (part, end);
            }
        }

        return null;
    }

    /// <summary>8 in the evening, eight at night: where that ends; -1 for anything else.</summary>
    public static int EnglishHour(string text, int at)
    {
        var end = Words.Digits(text, at, 2);
        end = end > at && end < text.Length && text[end] == ':' ? Words.Digits(text, end + 1, 2) : end;
        end = end > at ? end : Words.English(text, at, HoursInWords);
        return end > at && PartBehind(text, end) is var (_, stop) ? stop : -1;
    }

    private static readonly string[] HoursInWords = ["twelve", "eleven", "ten", "nine", "eight", "seven", "six", "five", "four", "three", "two", "one"];

    /// <summary>past eight at night: hours in words are read as figures, of as many letters, where a part of the day or o'clock stands behind them.</summary>
    private static string WithFigures(string text)
    {
        for (var i = 0; i < HoursInWords.Length; i++)
        {
            var word = HoursInWords[i];
            for (var at = text.IndexOf(word, StringComparison.Ordinal); at >= 0; at = text.IndexOf(word, at + 1, StringComparison.Ordinal))
            {
                var end = at + word.Length;
                if ((at == 0 || text[at - 1] == ' ') && Words.IsBoundary(text, end)
                    && (PartBehind(text, end) is not null || Words.English(text, Words.Spaces(text, end), "o'clock", "pm", "am") > 0))
                {
                    text = $"{text[..at]}{(12 - i).ToString(CultureInfo.InvariantCulture).PadLeft(word.Length)}{text[end..]}";
                }
            }
        }

        return text;
    }

    /// <summary>10点以后 without 晚上 is at night too; 上午10点以后 is not.</summary>
    public static LocalTime AtNight(LocalTime time, string folded) =>
        time.Hour is >= 6 and < 12 && folded.AsSpan().IndexOfAny('早', '晨') < 0 && !folded.Contains("morning", StringComparison.Ordinal) && !folded.Contains("上午", StringComparison.Ordinal) && !folded.Contains("am", StringComparison.Ordinal)
            ? time.PlusHours(12)
            : time;

    /// <summary>no pings before 8: an hour without its unit.</summary>
    public static bool IsOfMessages(string folded) =>
        Words.Any(folded, "ping", "message", "msg", "texts", "remind", "notif", "disturb", "bother", "quiet", "buzz", "digest", "text me", "write me", "alert");

    private static bool EndsWithWord(string text, int end, string word) =>
        text.AsSpan(0, end).TrimEnd().EndsWith(word, StringComparison.Ordinal);

    private static bool Between(string text) =>
        DayParts.SelectMany(part => part.Words).Concat(["次日", "第二天", "以后", "之后"]).Aggregate(text, (left, word) => left.Replace(word, "", StringComparison.Ordinal)).Trim()
            is "-" or "~" or "至" or "到" or "to" or "until" or "--";

    private enum DayPart
    {
        Morning,
        Noon,
        Afternoon,
        Evening,
        Night,
    }

    /// <summary>The part of the day that is said last before a place, right there or in other words before it (晚上别老响 十点以后).</summary>
    private static (DayPart Part, int End)? PartBefore(string text, int at)
    {
        (DayPart Part, int End)? last = null;
        foreach (var (words, part) in DayParts)
        {
            foreach (var word in words)
            {
                if (text.AsSpan(0, at).LastIndexOf(word, StringComparison.Ordinal) is >= 0 and var start
                    && (last is not var (_, end) || start + word.Length > end)
                    // 晚点发: later, and not in the evening.
                    && (word.Length > 1 || start + 1 == at)
                    // 今晚开会 明天9点提醒我: of another day.
                    && !Words.Any(text[(start + word.Length)..at], "明天", "后天", "每天", "周", "号", "日", "星期", "礼拜"))
                {
                    last = (part, start + word.Length);
                }
            }
        }

        return last;
    }

    /// <summary>下午三点 is 15, 半夜两点 is 2, 晚上十二点 is 0.</summary>
    private static int HourIn(DayPart part, int hour) => (part, hour) switch
    {
        (_, > 12) => hour,
        (DayPart.Morning, _) => hour,
        (DayPart.Noon, < 10) => hour + 12,
        (DayPart.Noon, _) => hour,
        (DayPart.Afternoon, 12) => 12,
        (DayPart.Afternoon, _) => hour + 12,
        (_, 12) => 0,
        (DayPart.Evening, < 4) or (DayPart.Night, < 6) => hour,
        _ => hour + 12,
    };

    /// <summary>中午十二点到两点: the second hour is the next one that may be meant.</summary>
    private static int Next(int before, int hour) => hour <= before && hour < 12 && hour + 12 > before ? hour + 12 : hour;

    /// <summary>Behind a number: where am or pm ends; -1 for anything else.</summary>
    private static int HalfOfDay(string text, int at)
    {
        var half = Words.Spaces(text, at);
        // 9pm is written together, too.
        return Words.After(text, half, "pm", "am") is > 0 and var end && Words.IsBoundary(text, end) ? end : -1;
    }

    /// <summary>at 8, at 8 instead: nothing behind the hour says that it is something else.</summary>
    public static bool EndsAtAnHour(string text, int end) =>
        text[end..].Trim(' ', ',', '.', '!') is "" or "instead" or "please" or "pls" or "then" or "sharp" or "in the morning" or "from now on" or "every day" or "daily" or "o'clock" or "not so early" or "not earlier" or "not before" or "no earlier" || Words.English(text, Words.Spaces(text, end), "not", "instead", "please", "rather") > 0;

    private static List<(LocalTime Time, int Start, int End)> Times(string text)
    {
        var times = new List<(LocalTime, int, int)>();
        text = WithFigures(text);
        for (var at = 0; at < text.Length; at++)
        {
            if (at > 0 && char.IsAsciiDigit(text[at - 1]))
            {
                continue;
            }

            // 9:30, 9点, 十点; at 9 with nothing behind it.
            var end = Words.Number(text, at);
            // 8 in the evening, 8:30 at night.
            if (char.IsAsciiDigit(text[at]) && end > at && int.TryParse(text[at..end], CultureInfo.InvariantCulture, out var figure) && figure < 24)
            {
                var past = end < text.Length && text[end] == ':' && Words.Digits(text, end + 1, 2) == end + 3 ? end + 3 : end;
                if (PartBehind(text, past) is var (behind, stop))
                {
                    var minutes = past > end ? int.Parse(text.AsSpan(end + 1, 2), CultureInfo.InvariantCulture) : 0;
                    if (HourIn(behind, figure) is < 24 and var whole24 && minutes < 60)
                    {
                        times.Add((new(whole24, minutes), at, stop));
                    }

                    at = stop - 1;
                    continue;
                }
            }

            if (end > at
                && EndsAtAnHour(text, end)
                && (EndsWithWord(text, at, "at") || (IsOfMessages(text) && (EndsWithWord(text, at, "before") || EndsWithWord(text, at, "after"))))
                && Numeral.Read(text[at..end]) is < 24 and var sharp)
            {
                times.Add((new(sharp, 0), at, end));
                if (end == text.Length)
                {
                    break;
                }

                at = end - 1;
                continue;
            }

            if (end == at
                || end == text.Length
                || (text[end] is not (':' or '点' or '时') && HalfOfDay(text, end) < 0)
                // 大一点 is no time.
                || (Words.IsAt(text, at, "一点") && (at == 0 || text[at - 1] is not ('午' or '上' or '晨' or '晚' or '夜' or '里' or '间' or '后')))
                || Numeral.Read(text[at..end]) is not (< 100 and var hour))
            {
                continue;
            }

            var (minute, mark) = (0, end);
            if (HalfOfDay(text, end) is > 0 and var half)
            {
                hour = hour % 12 + (text.AsSpan(end, half - end).Contains('p') ? 12 : 0);
                end = half;
            }
            else if (++end < text.Length && text[end] == '半')
            {
                (minute, end) = (30, end + 1);
            }
            else if (Words.After(text, end, "一刻", "三刻") is > 0 and var quarter)
            {
                (minute, end) = (text[end] == '一' ? 15 : 45, quarter);
            }
            // 八点二十, 九点零五分.
            else if (text[mark] == '点'
                && Words.Number(text, end) is var minutes
                && minutes - end > 1
                && !char.IsAsciiDigit(text[end])
                && Numeral.Read(text[end..minutes]) is < 60 and var told
                && (minutes == text.Length || text[minutes] == '分' || char.IsWhiteSpace(text[minutes]) || char.IsPunctuation(text[minutes]) || Words.Is(text, minutes, "以之前后到至提发开吧就再来别不")))
            {
                (minute, end) = (told, Words.Past(text, minutes, "分"));
            }
            else if (Words.After(text, end, "钟", "整") is > 0 and var whole)
            {
                end = whole;
            }
            else if (end + 1 < text.Length && char.IsAsciiDigit(text[end]) && char.IsAsciiDigit(text[end + 1]))
            {
                minute = int.Parse(text.AsSpan(end, 2), CultureInfo.InvariantCulture);
                end += 2;
                if (end < text.Length && text[end] == '分')
                {
                    end++;
                }
            }
            else if (text[mark] == ':')
            {
                continue;
            }

            // 9:30 pm.
            if (text[mark] == ':' && HalfOfDay(text, end) is > 0 and var later)
            {
                hour = hour % 12 + (text.AsSpan(end, later - end).Contains('p') ? 12 : 0);
                end = later;
            }

            // Of two hours the second has the part of the day of the first, where none stands between them.
            if (PartBefore(text, at) is var (part, said))
            {
                hour = times is [.., var (first, _, past)] && said <= past ? Next(first.Hour, hour) : HourIn(part, hour);
            }

            if (hour < 24 && minute < 60)
            {
                times.Add((new(hour, minute), at, end));
            }

            at = end - 1;
        }

        return times;
    }
}

/// <summary>Which side of a time of day is meant.</summary>
internal enum ClockSide
{
    Before,
    After,
}
