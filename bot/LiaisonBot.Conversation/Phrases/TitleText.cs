using System.Text;
using LiaisonBot.Core.Text;

namespace LiaisonBot.Conversation.Phrases;

/// <summary>What is left of a line, as typed, closed up where something was taken out of it.</summary>
internal static class TitleText
{
    private const string Commas = ",，、;；";

    private static readonly string[] Finished = ["报", "报送", "上报", "上报送", "完成", "办结"];

    // 请, 由 and the like whose place or date was taken out.
    private static readonly string[] Led = ["请", "由", "责成", "给", "让", "务必", "to"];

    private static readonly string[] Labels = ["事项名称", "交办事项", "事项", "目标任务", "任务", "内容", "主题"];

    private static readonly string[] LedTo = ["要求", "必须", "务必", "请", "并于", "于"];

    private static readonly string[] Addressed =
        ["领导", "书记", "主任", "组长", "局长", "处长", "科长", "县长", "区长", "市长", "老师"];

    private static readonly string[] Colleagues = ["领导", "同事", "同志", "同仁", "老师", "负责人", "联络员"];

    private static readonly string[] TimesOfDay = ["早上", "上午", "中午", "下午", "晚上"];

    /// <summary>移交审计厅吧，涉及账目: without what the word of the step ended with.</summary>
    public static string WithoutParticle(string text) => text.TrimStart('吧', '了', ' ', ',', '，');

    /// <summary>
    /// Without doubled spaces and commas, empty brackets, and words and marks at the ends that led to what was taken
    /// out.
    /// </summary>
    public static string Closed(string left)
    {
        var title = new StringBuilder(left.Length);
        for (var i = 0; i < left.Length; i++)
        {
            var c = left[i];
            if (c is ' ' or '\t')
            {
                if (title.Length > 0
                    && ("，、；：。！？".Contains(title[^1], StringComparison.Ordinal) || title[^1] is ' ' or '\t'))
                {
                    continue;
                }

                title.Append(i + 1 < left.Length && left[i + 1] is ' ' or '\t' ? ' ' : c);
                continue;
            }

            var last = title.Length;
            while (last > 0 && char.IsWhiteSpace(title[last - 1]))
            {
                last--;
            }

            var isComma = Commas.Contains(c, StringComparison.Ordinal);
            if (isComma && last > 0 && title[last - 1] is '(' or '（' or '【')
            {
                continue;
            }

            if (last > 0
                && (isComma || c is '。' or ')' or '）' or '】')
                && Commas.Contains(title[last - 1], StringComparison.Ordinal))
            {
                title.Length = last - 1;
            }

            if (c is ')' or '）' or '】' or ']' or '>' or '》' && EmptySince(title) is { } open)
            {
                title.Length = open;
            }
            else
            {
                title.Append(c);
            }
        }

        return Bare(title.ToString());
    }

    /// <summary>转给裕华区办: of the step, and nothing that is asked.</summary>
    public static bool IsOfThePassingOn(string title) => title is "办" or "去办" or "办理" or "处理" or "负责" or "来办";

    /// <summary>能再给一周吗，…: what asked for the step is no part of its text.</summary>
    public static string WithoutAsking(string text) =>
        text is ['吗' or '呢' or '吧' or '么' or '嘛', var mark, ..] && Folding.IsGap(mark) ? text[2..].Trim() : text;

    /// <summary>Without the words with which a message greets: 各位领导好！ 张主任，您好： Dear all,</summary>
    public static string WithoutGreeting(string title)
    {
        var folded = Folding.Read(title);
        var end = Greeting(folded.Text);
        if (end <= 0)
        {
            return title;
        }

        var about = end;
        while (about < folded.Text.Length
            && (char.IsWhiteSpace(folded.Text[about]) || Words.Is(folded.Text, about, ",。.!:;~")))
        {
            about++;
        }

        return about > end && about < folded.Text.Length ? folded.After(about) : title;
    }

    /// <summary>新的：排查水井, 一个新的，…: that it is a new one is no part of what it is called.</summary>
    public static string WithoutNew(string title)
    {
        var folded = Folding.Read(title);
        return Words.After(folded.Text, 0, NewOnes) is > 0 and var end
            && Words.Is(folded.Text, Words.Space(folded.Text, end), ",.。:;")
            && folded.After(Words.Space(folded.Text, end) + 1).Trim() is { Length: > 0 } rest
            ? rest
            : title;
    }

    private static readonly string[] NewOnes =
        ["新的", "一个新的", "个新的", "一件新的", "件新的", "一项新的", "项新的", "新任务", "一个新任务", "个新任务", "新活", "新事项", "一件新事", "a new one", "new one", "a new task", "new task", "a new matter", "new matter"];

    /// <summary>
    /// Where the bracket opens that holds nothing, or only what was said of a limit; null when it holds more.
    /// </summary>
    private static int? EmptySince(StringBuilder title)
    {
        var end = title.Length;
        if (end > 0 && char.IsWhiteSpace(title[end - 1]))
        {
            end--;
        }

        var word = title.ToString(Math.Max(0, end - 3), Math.Min(3, end));
        if (Words.Before(word, word.Length, Finished) is >= 0 and var begins)
        {
            end -= word.Length - begins;
        }

        while (end > 0
            && (Commas.Contains(title[end - 1], StringComparison.Ordinal)
                || title[end - 1] is ':' or '：'
                || char.IsWhiteSpace(title[end - 1])))
        {
            end--;
        }

        return end > 0 && title[end - 1] is '(' or '（' or '【' or '[' or '<' or '《' ? end - 1 : null;
    }

    private static string Bare(string title)
    {
        for (var before = -1; before != title.Length;)
        {
            before = title.Length;
            var (start, end) = (0, title.Length);
            while (start < end && IsMark(title[start]))
            {
                start++;
            }

            while (end > start && IsMark(title[end - 1]))
            {
                end--;
            }

            title = title[start..end];
            if (Words.After(title[..Math.Min(title.Length, 8)].ToLowerInvariant(), 0, Led) is > 0 and var led
                && (led == title.Length || Folding.IsGap(title[led])))
            {
                title = title[led..];
            }
            else if (Words.After(title, 0, Labels) is > 0 and var label
                && Words.Is(title, Words.Space(title, label), ":："))
            {
                title = title[(Words.Space(title, label) + 1)..];
            }
            else if (Words.Before(title, title.Length, LedTo) is > 0 and var to
                && (Words.Is(title, to - 1, ",，;；") || char.IsWhiteSpace(title[to - 1])))
            {
                title = title[..(to - 1)];
            }
        }

        return title;
    }

    private static bool IsMark(char c) =>
        Folding.IsGap(c) ? c is not ('?' or '？' or '~' or '～' or '/' or '／') : c is '|' or '-' or '—' or '–';

    /// <summary>Where the greeting at the beginning ends, without the marks behind it; 0 when there is none.</summary>
    private static int Greeting(string text)
    {
        if (Words.After(text, 0, "各位", "尊敬的") is var whom
            && Words.After(text, Math.Max(whom, 0), Colleagues) is > 0 and var colleagues
            && Words.Is(text, Words.Space(text, Words.Past(text, colleagues, "们")), ":"))
            return Words.Past(text, colleagues, "们");
        foreach (var addressed in Addressees(text))
        {
            var at = Words.Space(text, Words.Past(text, addressed, ","));
            at = Words.Past(text, Words.Past(text, at, "您", "大家"), TimesOfDay);
            if (Words.After(text, at, "好", "辛苦", "辛苦了") is > 0 and var well)
            {
                return well;
            }
        }

        if (Words.English(text, 0, "dear", "hi", "hello") is not (> 0 and var hello))
        {
            return 0;
        }

        for (var (at, words) = (hello, 0); words <= 3; words++)
        {
            if (Words.Is(text, Words.Space(text, at), ",:!"))
            {
                return at;
            }

            var word = Words.Space(text, at);
            at = word;
            while (at < text.Length && char.IsLetter(text[at]))
            {
                at++;
            }

            if (at == word)
            {
                break;
            }
        }

        return 0;
    }

    /// <summary>Who is spoken to: 尊敬的领导, 各位同事, 张主任, 您, or the time of day.</summary>
    private static IEnumerable<int> Addressees(string text)
    {
        if (Words.After(text, 0, ["尊敬的", "各位", "大家"]) is > 0 and var all)
        {
            yield return Words.Past(text, Words.Past(text, all, Colleagues), "们");
        }

        for (var name = 0; name <= 3 && name < text.Length && (name == 0 || char.IsLetter(text[name - 1])); name++)
            if (Words.After(text, name, Addressed) is > 0 and var title)
                yield return Words.Past(text, Words.Past(text, title, Colleagues), "们");
        if (Words.After(text, 0, ["同志们", "同事们", "你", "您", .. TimesOfDay]) is > 0 and var one)
        {
            yield return one;
        }
    }
}
