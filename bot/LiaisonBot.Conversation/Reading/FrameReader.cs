using System.Globalization;
using LiaisonBot.Conversation.Phrases;
using LiaisonBot.Core.Areas;
using LiaisonBot.Core.Matters;
using LiaisonBot.Core.Text;
using NodaTime;

namespace LiaisonBot.Conversation.Reading;

/// <summary>
/// Reads a sentence into what it names (design §8): once from left to right, at each place the longest of a number,
/// place, period or word that stands there. Deterministic, and linear in its length.
/// </summary>
/// <param name="near">Where the person works.</param>
internal sealed class FrameReader(AreaBook areas, AreaCode? near, LocalDate today)
{
    /// <summary>
    /// UTF-16 units of what is still read as a sentence: longer texts are notices, or the text of a step.
    /// </summary>
    public const int Longest = 300;

    private static readonly string[] OwnWords = [
        "我们区", "我们县", "我们市", "我区", "我县", "我市", "本区", "本县", "本市", "我们这", "我们厅", "我厅",
        "我们局", "我局", "我们组", "咱组", "本组", "我组", "咱区", "咱县", "咱市", "咱们县", "咱们区", "我们单位"
    ];

    private static readonly string[] WholeWords = ["全省", "全市", "全县", "全区", "河北省", "河北"];

    private static readonly string[] ExceptWords = ["除了", "除", "不含", "不包括", "except for", "except"];

    private static readonly (string Word, Pointing Pointing)[] Pointers = [.. new[]
    {
        ("刚才那个", Pointing.This), ("刚才那件", Pointing.This), ("刚刚那个", Pointing.This),
        ("刚刚那件", Pointing.This), ("刚才的", Pointing.This), ("刚才", Pointing.This),
        ("这件", Pointing.This), ("这个", Pointing.This), ("这项", Pointing.This), ("此件", Pointing.This),
        ("该件", Pointing.This), ("该项", Pointing.This), ("该事项", Pointing.This),
        ("本件", Pointing.This), ("这一件", Pointing.This), ("这事", Pointing.This), ("它", Pointing.This),
        ("this one", Pointing.This), ("that one", Pointing.This), ("it", Pointing.This),
        ("上一个", Pointing.Before), ("上一件", Pointing.Before), ("上个", Pointing.Before),
        ("前一个", Pointing.Before),
        ("最后一个", Pointing.Last), ("最后一件", Pointing.Last), ("最后那个", Pointing.Last),
        ("最后一项", Pointing.Last), ("the last one", Pointing.Last),
    }.OrderByDescending(pointer => pointer.Item1.Length)];

    private static readonly string[] EnglishOrdinals = [
        "the first one", "the second one", "the third one", "the fourth one", "the fifth one"
    ];

    /// <summary>Behind a number without its city: 12号那件.</summary>
    private static readonly string[] Named = ["那件", "那个", "事项", "件", "的事"];

    /// <summary>Behind words of a title.</summary>
    private static readonly string[] Pointed = [
        "那个", "那件", "那项", "那事", "那份", "那条", "那一件", "的那", "这个", "这件", "这项", "这事", "这份"
    ];

    /// <summary>Behind a number: so many days.</summary>
    private static readonly (string Word, int Days)[] Spans = [
        ("天", 1), ("日", 1), ("周", 7), ("个星期", 7), ("星期", 7), ("个礼拜", 7), ("礼拜", 7), ("个月", 30)
    ];

    private const string Numerals = "一二三四五六七八九十";

    private readonly PlaceNames names = PlaceNames.Of(areas);

    public Frame Read(string typed)
    {
        var folded = Folding.Read(typed);
        var text = folded.Text;
        var frame = new Frame(typed, text) { Numbers = MatterNumber.AllIn(typed, today.Year) };
        var (at, leftover, excepting, stepSaid) = (0, -1, false, false);
        void Leave()
        {
            if (leftover >= 0 && folded.Between(leftover, at).Trim() is { Length: > 0 } word)
            {
                frame.Words.Add(word);
                frame.WordsAt.Add((leftover, at));
                frame.WordsBefore += stepSaid ? 0 : 1;
                var pointed = Words.After(text, at, Pointed);
                if (pointed > 0
                    || text.AsSpan(0, leftover).EndsWith("那个", StringComparison.Ordinal)
                    || text.AsSpan(0, leftover).EndsWith("那件", StringComparison.Ordinal)
                    || (!stepSaid && at < text.Length && text[at] == '的'))
                {
                    frame.Named.Add((word, leftover, Math.Max(pointed, at)));
                }
            }

            leftover = -1;
        }

        while (at < text.Length)
        {
            var plain = 1;
            var end = Piece(frame, text, at, ref excepting, ref plain);
            if (end > at)
            {
                Leave();
                stepSaid |= frame.Said is [.., var (idea, start, _)]
                    && start == at
                    && idea is >= Idea.Sign and <= Idea.Change or Idea.Yes or Idea.No;
                at = end;
                continue;
            }

            if (leftover < 0)
            {
                leftover = at;
            }

            at += plain;
        }

        Leave();
        frame.Mark = text.TrimEnd().EndsWith('?');
        // 能宽限几天不, 行不: 不 at the end asks.
        if (frame.Said is [.., (Idea.Not, var not, var notEnd)]
            && notEnd - not == 1
            && text[not] == '不'
            && not > 0
            && IsEnd(text, notEnd))
        {
            frame.Add(Idea.YesNo, not, notEnd);
            frame.Forget(Idea.Not);
        }

        // 明儿一早再签, 过几天再立项: not now.
        if (frame.Step is var (act, step, _)
            && act is not (Idea.Extend or Idea.Urge or Idea.Change or Idea.Report)
            && step > 0
            && text[step - 1] == '再'
            && frame.Days is { } days
            && days.From > today)
        {
            frame.Add(Idea.Later, step - 1, step);
        }

        return frame;
    }

    /// <summary>Where what is named there ends; the place itself when nothing is.</summary>
    /// <param name="plain">How much of a word of a title or a text stands there.</param>
    private int Piece(Frame frame, string text, int at, ref bool excepting, ref int plain)
    {
        var c = text[at];
        if (char.IsWhiteSpace(c) || char.IsPunctuation(c) || c is '~' or '+')
        {
            excepting &= c is '、' or ' ' or ',';
            return at + 1;
        }

        if (char.IsAsciiDigit(c) && NumberList.NumberAt(text, at, today.Year) is { } number)
        {
            return number.End;
        }

        if (Clock(text, at) is > 0 and var clock)
        {
            frame.HasClock = true;
            return clock;
        }

        if (Words.After(text, at, ExceptWords) is > 0 and var except
            && names.At(text, Words.Spaces(text, except), near) is not null)
        {
            excepting = true;
            return except;
        }

        if (Words.After(text, at, OwnWords) is > 0 and var own)
        {
            frame.Own = true;
            return own;
        }

        var word = Vocabulary.Best(text, at);
        var place = names.At(text, at, near);
        var period = DayRange.At(text, at, today);
        if (place is var (found, placeLength)
            && placeLength >= (word?.Length ?? 0)
            && placeLength >= (period?.Length ?? 0)
            && !IsWhole(text, at, placeLength))
        {
            (excepting ? frame.Except : frame.Places).AddRange(found);
            return at + placeLength;
        }

        if (Words.After(text, at, WholeWords) is > 0 and var whole && whole - at >= (word?.Length ?? 0))
        {
            frame.Whole = true;
            return whole;
        }

        if (PointerAt(text, at) is var (pointed, pointer)
            && pointer - at >= (word?.Length ?? 0)
            && pointer - at > (period?.Length ?? 0))
        {
            (frame.Pointing, frame.Ordinal, frame.Bare) = (
                pointed.Pointing,
                pointed.Ordinal,
                pointed.Bare ?? frame.Bare);
            return pointer;
        }

        if (period is var (days, periodLength) && periodLength >= (word?.Length ?? 0))
        {
            frame.Days ??= days;
            return at + periodLength;
        }

        if (word is null && SpanAt(text, at) is var (span, spanEnd))
        {
            frame.Span ??= span;
            return spanEnd;
        }

        if (excepting && Words.After(text, at, "以外的", "之外的", "以外", "之外", "外的", "外") is > 0 and var outside)
        {
            excepting = false;
            return outside;
        }

        if (word is not var (idea, length))
        {
            return at;
        }

        if (idea == Idea.Plain)
        {
            plain = length;
            return at;
        }

        // Is, has and can ask at the beginning; within a sentence they tell.
        if (idea == Idea.YesNo && char.IsAsciiLetter(c) && at > 0)
        {
            idea = Idea.Filler;
        }

        // 没有 at the end asks, before something it denies.
        if (idea == Idea.Not && (Words.IsAt(text, at, "没有") || (length == 1 && c == '没')) && IsEnd(text, at + length))
        {
            idea = Idea.YesNo;
        }

        // 批没批, 签没签: asks.
        if (idea == Idea.Not && length == 1 && at > 0 && at + 1 < text.Length && text[at - 1] == text[at + 1])
        {
            idea = Idea.YesNo;
        }

        frame.Add(idea, at, at + length);
        return at + length;
    }

    private static bool IsWhole(string text, int at, int length) =>
        length == 2 && Words.IsAt(text, at, "河北") || length == 3 && Words.IsAt(text, at, "河北省");

    private static ((Pointing Pointing, int Ordinal, int? Bare) Pointed, int End)? PointerAt(string text, int at)
    {
        foreach (var (word, pointing) in Pointers)
        {
            if (Words.IsAt(text, at, word) && (!char.IsAsciiLetter(word[0]) || Words.English(text, at, word) > 0))
            {
                return ((pointing, 0, null), at + word.Length);
            }
        }

        for (var i = 0; i < EnglishOrdinals.Length; i++)
        {
            if (Words.IsAt(text, at, EnglishOrdinals[i]))
            {
                return ((Pointing.Ordinal, i + 1, null), at + EnglishOrdinals[i].Length);
            }
        }

        // 第二个, 第12号, 12号那件.
        var start = text[at] == '第' ? at + 1 : at;
        var end = Words.Number(text, start);
        if (end == start || end >= text.Length)
        {
            return null;
        }

        var value = char.IsAsciiDigit(text[start])
            ? int.Parse(text.AsSpan(start, end - start), CultureInfo.InvariantCulture)
            : end - start == 1
            ? Numerals.IndexOf(text[start]) + 1
            : 0;
        if (value > 0 && start > at && text[end] is '个' or '件' or '项' or '条')
        {
            return ((Pointing.Ordinal, value, null), end + 1);
        }

        return value > 0 && text[end] == '号' && (start > at || Words.After(text, end + 1, Named) > 0)
            ? ((Pointing.Nothing, 0, value), Words.Past(text, end + 1, Named))
            : null;
    }

    /// <summary>9点, 9:30, 下午3点半, 十点; -1 for anything else.</summary>
    private static int Clock(string text, int at)
    {
        var start = Words.Past(text, at, "早上", "上午", "下午", "晚上", "中午", "晚");
        var end = Words.Digits(text, start, 2);
        if (end == start
            && Words.Number(text, start) is var numeral
            && numeral > start
            && numeral < text.Length
            && text[numeral] == '点'
            // 大一点 is no time.
            && (start > at || text[start] != '一' || numeral - start > 1)
            && Numeral.Read(text[start..numeral]) is <= 24)
        {
            return Words.Past(text, Words.Digits(text, numeral + 1, 2), "半", "一刻", "整", "钟");
        }

        if (end == start || end >= text.Length || (start > 0 && start == at && char.IsAsciiDigit(text[start - 1])))
        {
            return -1;
        }

        if (text[end] is '点')
        {
            return Words.Past(text, Words.Digits(text, end + 1, 2), "半", "分", "钟");
        }

        return text[end] == ':' && Words.Digits(text, end + 1, 2) == end + 3 ? end + 3 : -1;
    }

    /// <summary>一周, 5天, 两个礼拜.</summary>
    private static (int Days, int End)? SpanAt(string text, int at)
    {
        var end = Words.Number(text, at);
        if (end == at || Numeral.Read(text[at..end]) is not (> 0 and <= 99 and var count))
        {
            return null;
        }

        foreach (var (word, days) in Spans)
        {
            if (Words.IsAt(text, end, word))
            {
                return (count * days, end + word.Length);
            }
        }

        return null;
    }

    private static bool IsEnd(string text, int at)
    {
        while (at < text.Length
            && (char.IsWhiteSpace(text[at]) || char.IsPunctuation(text[at]) || text[at] is '呀' or '啊' or '呢' or '哦'))
        {
            at++;
        }

        return at >= text.Length;
    }
}
