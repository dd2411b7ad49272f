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
    private static readonly string[] Known =
    [
        "每日提醒时间", "每日提醒", "每天提醒", "提醒时间", "提醒", "早报", "汇总", "时间", "免打扰时段", "免打扰",
        "勿扰", "静音", "语言", "改为", "改成", "设为", "设置为", "设置", "从", "到", "至", "为", "的", "早上",
        "上午", "晚上", "下午", "晚",
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
            else
            {
                return new(language, digest, from, to, typed);
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

    private static readonly string[] Afterwards = ["以后", "之后", "过后", "往后", "后", "起"];

    private static readonly string[] Beforehand = ["以前", "之前", "前"];

    /// <summary>Whether what is said of the first time of day holds before or after it: 10点以后, 7点前; null for neither.</summary>
    public static ClockSide? SideOf(string folded)
    {
        if (Times(folded) is not [var (_, start, end), ..])
        {
            return null;
        }

        return Words.After(folded, end, Afterwards) > 0 || EndsWithWord(folded, start, "after") ? ClockSide.After
            : Words.After(folded, end, Beforehand) > 0 || EndsWithWord(folded, start, "before") ? ClockSide.Before
            : null;
    }

    /// <summary>10点以后 without 晚上 is at night too; 上午10点以后 is not.</summary>
    public static LocalTime AtNight(LocalTime time, string folded) =>
        time.Hour is >= 6 and < 12 && folded.AsSpan().IndexOfAny('早', '上', '晨') < 0 && !folded.Contains("am", StringComparison.Ordinal)
            ? time.PlusHours(12)
            : time;

    /// <summary>no pings before 8: an hour without its unit.</summary>
    public static bool IsOfMessages(string folded) =>
        Words.Any(folded, "ping", "message", "remind", "notif", "disturb", "bother", "quiet", "buzz", "digest", "text me", "write me", "alert");

    private static bool EndsWithWord(string text, int end, string word) =>
        text.AsSpan(0, end).TrimEnd().EndsWith(word, StringComparison.Ordinal);

    private static bool Between(string text) =>
        text.Trim() is "-" or "~" or "至" or "到" or "到早上" or "至早上" or "到次日" or "至次日" or "to" or "until" or "--";

    private static readonly string[] Evenings = ["晚上", "下午", "夜里", "夜间", "半夜", "晚间", "傍晚", "晚"];

    /// <summary>Behind a number: where am or pm ends; -1 for anything else.</summary>
    private static int HalfOfDay(string text, int at)
    {
        var half = Words.Spaces(text, at);
        // 9pm is written together, too.
        return Words.After(text, half, "pm", "am") is > 0 and var end && Words.IsBoundary(text, end) ? end : -1;
    }

    /// <summary>at 8, at 8 instead: nothing behind the hour says that it is something else.</summary>
    public static bool EndsAtAnHour(string text, int end) =>
        text[end..].Trim(' ', '.', '!') is "" or "instead" or "please" or "pls" or "then" or "sharp" or "in the morning" or "from now on" or "every day" or "daily" or "o'clock" or "not so early" || Words.English(text, Words.Spaces(text, end), "not", "instead", "please", "rather") > 0;

    private static List<(LocalTime Time, int Start, int End)> Times(string text)
    {
        var times = new List<(LocalTime, int, int)>();
        for (var at = 0; at < text.Length; at++)
        {
            if (at > 0 && char.IsAsciiDigit(text[at - 1]))
            {
                continue;
            }

            // 9:30, 9点, 十点; at 9 with nothing behind it.
            var end = Words.Number(text, at);
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
                || (Words.IsAt(text, at, "一点") && (at == 0 || text[at - 1] is not ('午' or '上' or '晨' or '晚')))
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
            else if (Words.IsAt(text, end, "一刻"))
            {
                (minute, end) = (15, end + 2);
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

            if (Array.Exists(Evenings, word => EndsWithWord(text, at, word)))
            {
                // 晚上12点 is midnight.
                hour = hour < 12 ? hour + 12 : hour == 12 && !EndsWithWord(text, at, "下午") ? 0 : hour;
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
