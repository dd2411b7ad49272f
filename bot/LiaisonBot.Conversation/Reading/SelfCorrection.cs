using LiaisonBot.Conversation.Phrases;
using LiaisonBot.Core.Areas;
using LiaisonBot.Core.Text;
using NodaTime;

namespace LiaisonBot.Conversation.Reading;

/// <summary>
/// What a person says and puts right in the same breath: 1301-6不对1301-7, 延到20号哦不25号, 催一下不是1301-6，是1301-7. The second of
/// the same kind counts: a number, a day, so many days, a time, a place.
/// </summary>
internal sealed class SelfCorrection(AreaBook areas, AreaCode? near, LocalDate today)
{
    /// <summary>More corrections in one sentence are not followed.</summary>
    private const int Most = 4;

    /// <summary>Put right wherever they stand.</summary>
    private static readonly string[] Marks =
    [
        "不对不对", "不对", "哦不是", "噢不是", "哦不对", "哦不", "噢不", "喔不", "啊不", "呃不", "额不", "哎不", "说错了", "写错了",
        "打错了", "讲错了", "口误", "不不不", "不不", "no wait", "sorry", "i mean", "i meant", "oops", "or rather", "correction",
    ];

    /// <summary>Put right only where a gap shows that the sentence begins anew.</summary>
    private static readonly string[] Weak = ["不是", "不", "应该是", "应为", "应是", "no", "wait", "actually", "rather", "make that", "make it"];

    private static readonly string[] Behind = ["那个", "那件", "之前", "以前", "前", "吧", "了", "号"];

    private static readonly string[] Ahead = ["应该是", "应是", "是", "延期到", "延到", "改到", "推到", "到", "给", "于", "在", "to", "by", "make it", "it's"];

    private enum Kind
    {
        Number,
        Day,
        Days,
        Time,
        Place,
    }

    /// <summary>The sentence as it was meant; null when nothing in it is put right.</summary>
    public string? Of(string typed)
    {
        var text = typed;
        for (var i = 0; i < Most && Once(text) is { } meant; i++)
        {
            text = meant;
        }

        return text == typed ? null : text;
    }

    private string? Once(string typed)
    {
        var folded = Folding.Read(typed);
        var text = folded.Text;
        // Most sentences put nothing right.
        if (!MayCorrect(text))
        {
            return null;
        }

        (Kind Kind, int Start, int End)? before = null;
        for (var at = 0; at < text.Length; at++)
        {
            if (At(text, at) is not var (kind, end))
            {
                continue;
            }

            // 12月4号太晚了，提到1号: the first is no day that anybody wants.
            if (kind == Kind.Day && before is (Kind.Day, var unwanted, var behind) && Words.After(text, Gap(text, behind), Unwanted) is > 0 and var past && past <= at)
            {
                return (folded.Between(0, unwanted) + folded.After(past)).Trim(' ', ',', '，', '。');
            }

            if (before is var (same, start, last) && same == kind && From(text, start, last, at, kind) is { } from)
            {
                return folded.Between(0, from) + folded.After(at);
            }

            before = (kind, at, end);
            at = end - 1;
        }

        return null;
    }

    /// <summary>Behind a day: another one is meant.</summary>
    private static readonly string[] Unwanted = ["太晚了", "太晚", "太早了", "太早", "太迟了", "太迟", "is too late", "is too early", "is too far", "is too soon", "won't do", "won't work"];

    private static bool MayCorrect(string text) =>
        Array.Exists(Unwanted, mark => text.Contains(mark, StringComparison.Ordinal)) ||
        Array.Exists(Marks, mark => text.Contains(mark, StringComparison.Ordinal))
            || Array.Exists(Weak, mark => text.Contains(mark, StringComparison.Ordinal));

    private (Kind Kind, int End)? At(string text, int at)
    {
        if (at > 0 && char.IsAsciiDigit(text[at - 1]))
        {
            return null;
        }

        if (char.IsAsciiDigit(text[at]) && NumberList.NumberAt(text, at, today.Year) is { } number)
        {
            return (Kind.Number, number.End);
        }

        if (FrameReader.Clock(text, at) is > 0 and var clock)
        {
            return (Kind.Time, clock);
        }

        if (DayRange.At(text, at, today) is var (_, length))
        {
            return (Kind.Day, at + length);
        }

        if (FrameReader.SpanAt(text, at) is var (_, span))
        {
            return (Kind.Days, span);
        }

        return PlaceNames.Of(areas).At(text, at, near) is var (_, name) ? (Kind.Place, at + name) : null;
    }

    /// <summary>From where on what was said first is left out; null where the second stands beside it.</summary>
    private static int? From(string text, int start, int end, int next, Kind kind)
    {
        var between = text[end..next];
        // 不是1301-6，是1301-7.
        var denied = Words.Before(text, start, "不是", "不要", "not ");
        if (denied >= 0
            && (denied == 0 || text[denied - 1] is not ('是' or '要'))
            && between.Trim(' ', ',', '。') is "是" or "而是" or "应该是" or "but")
        {
            return denied;
        }

        var at = Words.Past(between, 0, Behind);
        var mark = Gap(between, at);
        var after = Words.After(between, mark, Marks);
        if (after < 0)
        {
            after = Words.After(between, mark, Weak);
            // 12月10日不是12月12日: a gap on both sides, or it tells.
            // 9点，不是8点: what stands behind it is denied.
            if (after < 0 || mark == at || (Words.IsAt(between, mark, "不是") && Gap(between, after) == after) || (Gap(between, after) == after && after < between.Length && between[mark] == '不'))
            {
                return null;
            }
        }

        // 长安区不对正定县负责: of places it may be a verb.
        if (kind == Kind.Place && mark == at && Gap(between, after) == after)
        {
            return null;
        }

        var left = Gap(between, Words.Past(between, Gap(between, after), Marks));
        left = Gap(between, Words.Past(between, left, Ahead));
        return left == between.Length ? start : null;
    }

    private static int Gap(string text, int at)
    {
        while (at < text.Length && (char.IsWhiteSpace(text[at]) || char.IsPunctuation(text[at])) && text[at] != '?')
        {
            at++;
        }

        return at;
    }
}
