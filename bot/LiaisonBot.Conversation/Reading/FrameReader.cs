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
        "我们局", "我局", "我们组", "咱组", "本组", "我组", "咱区", "咱县", "咱市", "咱们县", "咱们区", "咱们市", "我们单位",
        "我们室", "我室", "本室", "俺们区", "俺们县", "俺们市", "俺区", "俺县", "俺市", "俺们这", "咱们这", "咱这", "我们委", "我委", "本厅", "本局"
    ];

    private static readonly string[] WholeWords =
    [
        "全省", "全市", "全县", "全区", "河北省", "河北",
        "province-wide", "province wide", "provincewide", "the whole province", "the entire province", "across the province", "city-wide", "city wide", "citywide", "the whole city", "across the city",
    ];

    /// <summary>Before 除: 拆除, 清除.</summary>
    private static readonly System.Buffers.SearchValues<char> Removing = System.Buffers.SearchValues.Create("拆清消铲解根删移去");

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
        "情况那个", "情况那件", "工作那个", "工作那件", "问题那个", "问题那件", "方案那个", "方案那件", "台账那个", "台账那件",
        "整改那个", "整改那件", "的事", "那事儿", "那个事", "那个活",
        "那个", "那件", "那项", "那事", "那份", "那条", "那一件", "的那", "这个", "这件", "这项", "这事", "这份"
    ];

    /// <summary>Behind a number: so many days.</summary>
    private static readonly (string Word, int Days)[] Spans = [
        ("天", 1), ("日", 1), ("周", 7), ("个星期", 7), ("星期", 7), ("个礼拜", 7), ("礼拜", 7), ("个月", 30),
        (" days", 1), (" day", 1), (" working days", 1), (" weeks", 7), (" week", 7),
    ];

    private const string Numerals = "一二三四五六七八九十";

    /// <summary>Behind 几.</summary>
    private const string Counted = "件个项次起条笔家户处亩万人名份页宗套台座所类种批轮期级处块张本场";

    private readonly PlaceNames names = PlaceNames.Of(areas);

    public Frame Read(string typed)
    {
        typed = Contractions.Written(typed);
        var folded = TypingSlips.Right(Folding.Read(typed));
        var text = folded.Text;
        var frame = new Frame(typed, text) { Letters = folded, Numbers = MatterNumber.AllIn(typed, today.Year) };
        text = NumbersOf(frame, text);
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
                    // 占地那个图斑拆了: what stands behind a title that was pointed at is text.
                    || (text.AsSpan(0, leftover).EndsWith("那个", StringComparison.Ordinal)
                        || text.AsSpan(0, leftover).EndsWith("那件", StringComparison.Ordinal))
                        && (frame.Named is not [.., var before] || before.End != leftover)
                    || ((!stepSaid || char.IsWhiteSpace(text[leftover - 1]) || char.IsPunctuation(text[leftover - 1])) && at < text.Length && text[at] == '的')
                    || IsEnglishPointed(text, leftover, at))
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
        Settle(frame, text);
        EnglishStance.Settle(frame);
        // signed 1301-10 yet?, 同意1301-3？: the mark alone asks; so does one of two ways (按户算还是按人算).
        if (frame.Mark || IsAlternative(text))
        {
            frame.AddQuestion();
        }

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
            && act is not (Idea.Extend or Idea.Urge or Idea.Change or Idea.Report or Idea.Assign)
            && step > 0
            && text[step - 1] == '再'
            && frame.Days is { } days
            && days.From > today)
        {
            frame.Add(Idea.Later, step - 1, step);
        }

        // 明天催办1301-4, 下午再催: the reminder is for then.
        if (frame.Step is (Idea.Urge, var urged, _)
            && frame.Days is { UpTo: false } later
            && later.From > today
            && frame.DaysEnd <= urged
            && text[frame.DaysEnd..urged].Trim() is "" or "再" or "我" or "我再" or "去" or "就" or "帮我" or "给我")
        {
            frame.Add(Idea.Later, frame.DaysAt, frame.DaysEnd);
        }

        // the matters the city holds itself, leaving out the counties.
        if (QuestionWords.IsOfOwnLevel(text))
        {
            frame.Forget(Idea.Counties);
            frame.Add(Idea.OwnLevel, 0, 0);
        }

        if (IsPutOff(frame))
        {
            frame.Add(Idea.Later, frame.DaysAt, frame.DaysAt);
        }

        // 如明日仍未签收，再行催办: a condition of a step; what is told of the work, or why more time is needed, may have one.
        if (!frame.Has(Idea.If)
            && frame.Step is not null and not (Idea.Report or Idea.Finished or Idea.Extend, _, _)
            && !frame.HasAny(Idea.Extend, Idea.Assign, Idea.Recurring)
            && Conditions.In(text) is var (supposed, supposedEnd))
        {
            // should they, when they: no question.
            if (char.IsAsciiLetter(text[supposed]))
            {
                frame.Forget(Idea.YesNo);
                frame.Forget(Idea.When);
            }

            frame.Add(Idea.If, supposed, supposedEnd);
        }

        return frame;
    }

    private static bool IsAlternative(string text) =>
        text.IndexOf("还是", StringComparison.Ordinal) is > 0 and var or
            && (text.AsSpan(0, or).Contains('按') && text.AsSpan(or + 2).StartsWith("按", StringComparison.Ordinal)
                || (text.AsSpan(0, or).Contains('是') && text.Length - or <= FarthestAlternative && text.AsSpan(or).IndexOfAny(Denying) < 0));

    /// <summary>From 还是 to the end: 还是省里批.</summary>
    private const int FarthestAlternative = 8;

    /// <summary>资金还是没到位 is still so.</summary>
    private static readonly System.Buffers.SearchValues<char> Denying = System.Buffers.SearchValues.Create("没不未了");

    /// <summary>the land one, the petitions matter.</summary>
    private static bool IsEnglishPointed(string text, int start, int end) =>
        char.IsAsciiLetter(text[start])
            && text.AsSpan(0, start).EndsWith("the ", StringComparison.Ordinal)
            && Words.English(text, Words.Spaces(text, end), "one", "matter", "case", "item", "thing") > 0;

    /// <summary>弄好了，明天交; 1301-3下周一报结: a day to come right before what will be done then.</summary>
    private bool IsPutOff(Frame frame) =>
        frame.Days is { UpTo: false } then
            && then.From > today
            && !frame.HasPlaces
            && (frame.Numbers.Count > 0 || (frame.HasAny(Idea.Finished, Idea.HandIn) && !frame.Asks))
            && !frame.HasAny(Idea.Extend, Idea.Change, Idea.Urge, Idea.Assign, Idea.PassOn, Idea.Due, Idea.Recurring, Idea.Grant, Idea.Yes)
            && frame.Said.Exists(said => said.Idea is Idea.Send or Idea.HandIn or Idea.Finished or Idea.Sign or Idea.Close
                && said.Start > frame.DaysAt
                && said.Start - frame.DaysAt <= FarthestPutOff
                // 明天拍照 先报结: in another clause.
                && (said.Start < frame.DaysEnd || frame.Text.AsSpan(frame.DaysEnd, said.Start - frame.DaysEnd).TrimStart().IndexOfAny(Clauses) < 0));

    /// <summary>From the beginning of a day to what is done then: 明天就能弄完.</summary>
    private const int FarthestPutOff = 6;

    /// <summary>
    /// Takes out of the text the numbers that are excepted, and those that are said without their city: 1301-7先不催, 6和14都签了.
    /// </summary>
    /// <returns>The text with blanks in their place.</returns>
    private string NumbersOf(Frame frame, string text)
    {
        text = Expanded(frame, text);
        if (frame.Numbers.Count == 0)
        {
            return near is { Level: not AreaLevel.Province } own && BareList(text) is var (bare, start, end)
                ? Listed(frame, text, [.. bare.Select(one => new MatterNumber(today.Year, own.City, one))], start, end)
                : text;
        }

        var letters = text.ToCharArray();
        for (var at = 0; at < text.Length; at++)
        {
            if (!char.IsAsciiDigit(text[at])
                || (at > 0 && char.IsAsciiDigit(text[at - 1]))
                || NumberList.NumberAt(text, at, today.Year) is not var (number, end))
            {
                continue;
            }

            var but = Words.Before(text, Words.BeforeSpaces(text, at), ExceptWords);
            var outside = but >= 0 ? Words.Past(text, end, "以外的", "之外的", "以外", "之外", "外的", "外") : end;
            var denied = frame.Numbers.Count > 1 ? Denied(text, end) : -1;
            if (but >= 0 || denied > 0)
            {
                frame.ExceptNumbers.Add(number);
                Array.Fill(letters, ' ', but >= 0 ? but : at, (but >= 0 ? outside : denied) - (but >= 0 ? but : at));
            }

            at = end - 1;
        }

        if (frame.ExceptNumbers.Count == 0)
        {
            return text;
        }

        // Of all that were said none is left, and nobody says of which others: then it is denied.
        var left = frame.Numbers.Where(n => !frame.ExceptNumbers.Contains(n)).ToList();
        if (left.Count == 0 && !text.AsSpan().ContainsAny('都', '全', '其'))
        {
            frame.ExceptNumbers.Clear();
            return text;
        }

        frame.Numbers = left;
        return new(letters);
    }

    /// <summary>1301-6、7、9: those that are said without their city too.</summary>
    private string Expanded(Frame frame, string text)
    {
        List<MatterNumber> all = [];
        var letters = text.ToCharArray();
        for (var at = 0; at < text.Length; at++)
        {
            if (!char.IsAsciiDigit(text[at])
                || (at > 0 && char.IsAsciiDigit(text[at - 1]))
                || NumberList.NumberAt(text, at, today.Year) is not var (number, end))
            {
                continue;
            }

            if (NumberList.Read(text[at..], today.Year, isLoose: true) is { Unclear: "" } list && list.Numbers.Count > 1)
            {
                var last = text.Length - list.After.Length;
                if (list.Numbers.Count > MatterNumber.AllIn(text[at..last], today.Year).Count)
                {
                    all.AddRange(list.Numbers);
                    Array.Fill(letters, ' ', end, last - end);
                    at = last - 1;
                    continue;
                }
            }

            // 电话0311-8501234 is no number of a matter.
            if (frame.Numbers.Contains(number))
            {
                all.Add(number);
            }

            at = end - 1;
        }

        if (all.Count <= frame.Numbers.Count)
        {
            return text;
        }

        frame.Numbers = [.. all.Distinct()];
        return new(letters);
    }

    private static string Listed(Frame frame, string text, IReadOnlyList<MatterNumber> numbers, int start, int end)
    {
        frame.Numbers = numbers;
        return text[..start] + new string(' ', end - start) + text[end..];
    }

    /// <summary>Behind a number that is left out: 先不催, 不用管, 先放着. Where the clause ends; -1 for anything else.</summary>
    private static int Denied(string text, int at)
    {
        var not = Words.After(text, Words.Spaces(text, at), "那个先不", "先不", "先别", "暂不", "就不用", "就不", "不用", "不要", "别", "先放着", "先放一放", "先等等", "除外", "不算");
        if (not < 0)
        {
            return -1;
        }

        var end = Words.Past(text, Words.Past(text, not, "催办", "催", "签收", "签", "动", "管", "办", "要"), "了", "吧");
        return end == text.Length || char.IsWhiteSpace(text[end]) || char.IsPunctuation(text[end]) ? end : -1;
    }

    /// <summary>6和14都, 3、5号一起: figures of the own city, with a word that takes them together.</summary>
    private static (List<int> Numbers, int Start, int End)? BareList(string text)
    {
        for (var at = 0; at < text.Length; at++)
        {
            if (!char.IsAsciiDigit(text[at]) || (at > 0 && !Words.Is(text, at - 1, "把将给让帮我对就 ,。")))
            {
                continue;
            }

            List<int> numbers = [];
            var end = at;
            while (Words.Digits(text, end, 3) is var digits && digits > end && !Words.IsDigit(text, digits))
            {
                numbers.Add(int.Parse(text.AsSpan(end, digits - end), CultureInfo.InvariantCulture));
                var past = Words.Past(text, digits, "号");
                var joint = Words.After(text, Words.Spaces(text, past), "、", ",", "和", "跟", "与", "及", "and ");
                var next = joint > 0 ? Words.Spaces(text, joint) : Words.Spaces(text, past);
                end = next > past && Words.IsDigit(text, next) ? next : past;
                if (end == past)
                {
                    break;
                }
            }

            var together = Words.Past(text, Words.Spaces(text, end), "这几件", "这两件", "这几个", "这两个", "这俩", "这仨", "两件", "两个");
            if (numbers.Count > 1 && !numbers.Contains(0) && Words.After(text, together, "都", "一起", "一并", "一块", "全", "均") > 0)
            {
                return (numbers, at, end);
            }

            at = end;
        }

        return null;
    }

    /// <summary>我们这周, 我这个月: 这 is of the period.</summary>
    private bool BeginsAPeriod(string text, int at) => text[at] is '这' && DayRange.At(text, at, today) is not null;

    private static readonly string[] Reasons = ["理由", "因为", "由于", "原因是", "原因:", "because "];

    /// <summary>What is only seen of the whole sentence.</summary>
    private static void Settle(Frame frame, string text)
    {
        // 挂账 理由多次催办无果: a step behind the reason of another one is text.
        if (frame.Step is var (_, step, _))
        {
            var reason = Reasons.Select(word => text.IndexOf(word, step, StringComparison.Ordinal)).Where(at => at > step).DefaultIfEmpty(int.MaxValue).Min();
            frame.ForgetStepsBehind(reason);
        }

        // 哪些没有办结，拟于今日下午汇报: the day of another clause is not asked for.
        if (frame.Days is not null
            && frame.Said.Where(s => s.Idea is Idea.Which or Idea.HowMany or Idea.Who).Select(s => s.Start).DefaultIfEmpty(-1).First() is >= 0 and var asked
            && text.AsSpan(asked).IndexOfAny(',', ';', '。') is > 0 and var clause
            && frame.DaysAt > asked + clause)
        {
            frame.Days = null;
        }

        // 办完了 照片下午补, done, photos later; 现场照片晚点补 先报结吧: what comes later is the evidence, and not the step.
        LetEvidenceCome(frame, text);
        if (frame.Step is (Idea.Finished or Idea.HandIn, _, var done) && IsOfEvidence(text[done..]))
        {
            foreach (var (idea, _, _) in frame.Said.FindAll(said => said.Start >= done && said.Idea is Idea.Later or Idea.Wish))
            {
                if (frame.Said.TrueForAll(said => said.Idea != idea || said.Start >= done))
                {
                    frame.Forget(idea);
                }
            }
        }

        // Chang'an, Shijiazhuang: the city only says where it is.
        if (frame.Places.Count > 1 && !text.AsSpan().ContainsAnyInRange('一', '龥') && !text.Contains(" and ", StringComparison.Ordinal))
        {
            frame.Places.RemoveAll(city => city.Level == AreaLevel.City
                && frame.Places.Exists(p => p.Code != city.Code && city.Code.Contains(p.Code)));
        }
    }

    /// <summary>凭证回头补 报结: a clause of what is still to come, in Chinese, holds back no step of another clause.</summary>
    private static void LetEvidenceCome(Frame frame, string text)
    {
        if (!frame.Has(Idea.Later) || frame.Step is not (Idea.Finished or Idea.HandIn or Idea.Sign, var step, _))
        {
            return;
        }

        var isLate = true;
        for (var start = 0; start < text.Length;)
        {
            var length = text.AsSpan(start).IndexOfAny(Clauses);
            var end = length < 0 ? text.Length : start + length;
            if (frame.Said.Exists(said => said.Idea == Idea.Later && said.Start >= start && said.End <= end)
                && (step >= start && step < end
                    || !(IsOfEvidence(text[start..end])
                        // 我先签了 晚点细看.
                        || (frame.Step is (Idea.Sign, _, _) && start > step && Words.Any(text[..start], "先签", "签了") && Words.Any(text[start..end], "看", "研究", "琢磨", "弄", "办")))))
            {
                isLate = false;
            }

            start = end + 1;
        }

        if (isLate)
        {
            frame.Forget(Idea.Later);
        }
    }

    private static readonly System.Buffers.SearchValues<char> Clauses = System.Buffers.SearchValues.Create(" ,，;；。!");

    /// <summary>照片下午补, 材料明天送: that something is still to be sent along.</summary>
    private static bool IsOfEvidence(string text) =>
        Words.Any(text, "照片", "图片", "材料", "附件", "报告", "文件", "凭证", "台账", "视频", "证明", "photo", "picture", "pic", "file", "document", "report", "scan", "evidence")
            && Words.Any(text, "补", "送", "发", "传", "给", "寄", "交", "later", "follow", "tomorrow", "soon", "send", "to come");

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

        // 改12号: to another day.
        if (c == '改' && at + 1 < text.Length && DayRange.At(text, at + 1, today) is not null)
        {
            frame.Add(Idea.Change, at, at + 1);
            return at + 1;
        }

        // 那块地不在正定: then it is not theirs.
        if (Words.IsAt(text, at, "不在") && at + 2 < text.Length && names.At(text, at + 2, near) is var (_, nameLength))
        {
            frame.Add(Idea.Decline, at, at + 2);
            return at + 2 + nameLength;
        }

        // 3天报一次, 10天一报: again and again, without 每.
        if (RhythmPhrase.EveryFewDays(text, at) is var (_, rhythm))
        {
            frame.Add(Idea.Recurring, at, rhythm);
            return rhythm;
        }

        // every 25th: of each month.
        if (c == 'e' && RhythmPhrase.EveryDate(text, at) is var (_, monthly))
        {
            frame.Add(Idea.Recurring, at, monthly);
            return monthly;
        }

        if (Words.After(text, at, ExceptWords) is > 0 and var except
            // 已拆除长安区3处违建: a verb, which leaves nobody out.
            && !(c == '除' && at > 0 && Removing.Contains(text[at - 1]))
            && Words.Spaces(text, except) is var excepted
            && excepted < text.Length
            && names.At(text, excepted, near) is not null)
        {
            excepting = true;
            return except;
        }

        // 批不批: asks, and refuses nothing.
        if (c == '不' && at > 0 && at + 1 < text.Length && text[at - 1] == text[at + 1] && text[at - 1] >= '一')
        {
            frame.Add(Idea.YesNo, at, at + 1);
            return at + 1;
        }

        if (Words.After(text, at, OwnWords) is > 0 and var own && !BeginsAPeriod(text, own - 1))
        {
            frame.Own = true;
            return own;
        }

        var word = Vocabulary.Best(text, at);
        // 我这礼拜: the week begins within it.
        if (word is (Idea.Filler, > 1) and var (filler, fillerLength) && BeginsAPeriod(text, at + fillerLength - 1))
        {
            word = (filler, fillerLength - 1);
        }

        // 给我们厅的: the own place begins within it.
        if (word is (Idea.Filler or Idea.Show, > 1) and var (led, ledLength)
            && text[at + ledLength - 1] is '我' or '咱'
            && Words.After(text, at + ledLength - 1, OwnWords) > 0)
        {
            word = (led, ledLength - 1);
        }

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
            // 今天和明天, 12月1号到10号: both, and what lies between.
            frame.Days = frame.Days is not { } before ? days
                : IsJoint(text, frame.DaysEnd, at) && days.To >= before.From ? new(before.From, days.To)
                : before;
            frame.DaysAt = frame.DaysEnd == 0 ? at : frame.DaysAt;
            frame.DaysEnd = at + periodLength;
            return at + periodLength;
        }

        if (word is null or (Idea.Filler, _) && SpanAt(text, at) is var (span, spanEnd))
        {
            frame.Span ??= span;
            return spanEnd;
        }

        if (excepting && Words.After(text, at, "以外的", "之外的", "以外", "之外", "外的", "外") is > 0 and var outside)
        {
            excepting = false;
            return outside;
        }

        // 几笔, 几家: asks how many, whatever is counted.
        if (c == '几' && word is null or (_, 1) && at + 1 < text.Length && Counted.Contains(text[at + 1], StringComparison.Ordinal))
        {
            // 那几家搬不完: which, and not how many.
            frame.Add(at > 0 && text[at - 1] is ('那' or '这') ? Idea.Filler : Idea.HowMany, at, at + 2);
            return at + 2;
        }

        if (word is not var (idea, length))
        {
            return at;
        }

        // the quarterly one: of a title, and nothing that comes again.
        if (idea == Idea.Recurring && char.IsAsciiLetter(c) && IsEnglishPointed(text, at, at + length))
        {
            plain = length;
            return at;
        }

        if (idea == Idea.Plain)
        {
            plain = length;
            return at;
        }

        // Is, has and can ask at the beginning; within a sentence they tell. Have Zhengding report: that is an order.
        if (idea == Idea.YesNo
            && char.IsAsciiLetter(c)
            && (at > 0 || (Words.IsAt(text, at, "have ") && names.At(text, Words.Spaces(text, at + length), near) is not null)))
        {
            idea = Idea.Filler;
        }

        // bring it forward: to an earlier day, and to nobody.
        if (idea == Idea.PassOn && c == 'f' && frame.Has(Idea.Change))
        {
            idea = Idea.Filler;
        }

        // 他们接了没, of no supervision: whether it is signed for.
        if (idea == Idea.Docket && c == '接' && !text.Contains("督查", StringComparison.Ordinal) && !text.Contains("立项", StringComparison.Ordinal))
        {
            idea = Idea.Sign;
            frame.Add(Idea.YesNo, at, at + length);
        }

        // 工资发了六成, 发证210本: nothing is sent to anybody.
        if (idea == Idea.Reminder && length == 1 && c == '发' && !Words.Any(text, OfMessages))
        {
            idea = Idea.Filler;
        }

        // 排查、登记等工作; 等气象数据 behind what asks for time: it names things, or why, and puts nothing off.
        if (idea == Idea.Later && c == '等' && length == 1 && !PutsOff(frame, text, at))
        {
            idea = Idea.Filler;
        }

        // 等我看完附件再说, 等我问问: whoever says so puts it off, and asks for nothing that waits.
        if (idea == Idea.ForMe && Words.IsAt(text, at, "等我") && Words.Any(text[(at + length)..], "再", "完", "之后", "以后", "问问", "问一下", "问下", "想想", "商量", "看看", "看一下"))
        {
            idea = Idea.Later;
        }

        // is it overdue, has it been sent back: of the one that was shown.
        if (idea == Idea.YesNo && length > 3 && Words.IsAt(text, at + length - 3, " it") && frame.Pointing == Pointing.Nothing
            && Words.English(text, Words.Spaces(text, at + length), "possible", "ok", "okay", "true", "a", "an", "the", "necessary", "required", "too", "allowed", "normal", "mandatory") < 0)
        {
            frame.Pointing = Pointing.This;
        }

        // 没有 at the end asks, before something it denies.
        if (idea == Idea.Not && (Words.IsAt(text, at, "没有") || (length == 1 && c == '没')) && IsEnd(text, at + length)
            // 附件都没有 tells.
            && !(at > 0 && text[at - 1] is '都' or '也' && at > 1 && !Words.Any(text[..at], "谁", "哪", "什么", "啥")))
        {
            idea = Idea.YesNo;
        }

        // 没签的几件都催下: which, and not how many.
        if (idea == Idea.HowMany
            && c == '几'
            && (at > 0 && text[at - 1] == '的'
                ? Words.After(text, Words.Past(text, at + length, "县", "区", "市", "地方", "单位"), TakenTogether) > 0
                // 正定那边几件都盯一下.
                : Words.After(text, at + length, "都催", "都盯", "全催", "都签", "都提醒", "都抓紧") > 0))
        {
            idea = Idea.Matter;
        }

        // 批没批, 签没签: asks.
        if (idea == Idea.Not && length == 1 && at > 0 && at + 1 < text.Length && text[at - 1] == text[at + 1])
        {
            idea = Idea.YesNo;
        }

        frame.Add(idea, at, at + length);
        return at + length;
    }

    private static readonly string[] OfMessages =
        ["消息", "通知", "提醒", "汇总", "早报", "周报", "别发", "别再发", "别给", "不要发", "不用发", "老发", "总发", "少发", "再发", "点发", "后发", "前发", "发吗", "发不", "发我", "发给我", "给我发", "发一", "发到", "发你", "什么发", "啥发", "晚上", "早上", "大早", "太早", "就发", "夜里", "半夜", "周末", "几点", "才发", "不发", "没发"];

    /// <summary>等他们回来再报, 先等, 等通知: then it waits.</summary>
    private static bool PutsOff(Frame frame, string text, int at) =>
        Words.After(text, at + 1, "着", "审", "批", "我审", "我批", "候") < 0
            && (Words.Any(text[at..], "再", "以后", "之后", "后", "才")
            || (Words.After(text, at + 1, "工作", "方面", "内容", "环节", "措施", "事项", "问题", "情况") < 0
                && !(frame.HasAny(Idea.Extend, Idea.Change) && at + 2 < text.Length)));

    private static bool IsJoint(string text, int from, int to) =>
        to > from && text[from..to].Trim() is "和" or "跟" or "、" or "到" or "至" or "-" or "~" or "及" or "and" or "to";

    /// <summary>Behind 没签的几个县: those are meant, and their number is not asked for.</summary>
    private static readonly string[] TakenTogether =
        ["都", "全", "一起", "一并", "统统", "挨个", "给", "催", "盯", "提醒", "督", "签", "赶紧", "抓紧"];

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
            // open the first one: the word before has its article.
            var ordinal = Words.IsAt(text, at, EnglishOrdinals[i]) ? EnglishOrdinals[i] : at > 0 && text[at - 1] == ' ' ? EnglishOrdinals[i]["the ".Length..] : "";
            if (ordinal.Length > 0 && Words.IsAt(text, at, ordinal))
            {
                return ((Pointing.Ordinal, i + 1, null), at + ordinal.Length);
            }
        }

        // 头一个.
        if (Words.After(text, at, "头一个", "头一件", "头一条", "头一项", "头一份") is > 0 and var first)
        {
            return ((Pointing.Ordinal, 1, null), first);
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
    internal static int Clock(string text, int at)
    {
        // no messages after 8 in the evening.
        if (SettingsLine.EnglishHour(text, at) is > 0 and var told)
        {
            return told;
        }

        // send my digest at 9.
        if (Words.English(text, at, "at", "before", "after") is > 0 and var word
            && (text[at..].StartsWith("at", StringComparison.Ordinal) || SettingsLine.IsOfMessages(text))
            && Words.Spaces(text, word) is var hour
            && Words.Digits(text, hour, 2) is var digits
            && digits > hour
            && SettingsLine.EndsAtAnHour(text, digits))
        {
            return digits;
        }

        var start = Words.Past(text, at, "早上", "上午", "下午", "晚上", "中午", "夜里", "夜间", "半夜", "晚间", "凌晨", "早晨", "清早", "清晨", "傍晚", "午后", "深夜", "今晚", "明晚", "明早", "今早", "晚");
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
            return Words.Past(text, Words.Digits(text, numeral + 1, 2), "半", "一刻", "三刻", "整", "钟", "二十", "十五", "二十五", "四十", "五十", "零五", "四十五");
        }

        if (end == start || end >= text.Length || (start > 0 && start == at && char.IsAsciiDigit(text[start - 1])))
        {
            return -1;
        }

        // 10 pm, 3pm.
        var half = Words.Spaces(text, end);
        if (Words.After(text, half, "pm", "am") is > 0 and var ofDay && Words.IsBoundary(text, ofDay))
        {
            return ofDay;
        }

        if (text[end] is '点')
        {
            return Words.Past(text, Words.Digits(text, end + 1, 2), "半", "分", "钟");
        }

        return text[end] == ':' && Words.Digits(text, end + 1, 2) == end + 3 ? end + 3 : -1;
    }

    /// <summary>一周, 5天, 两个礼拜.</summary>
    internal static (int Days, int End)? SpanAt(string text, int at)
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
