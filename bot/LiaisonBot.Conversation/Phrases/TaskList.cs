using LiaisonBot.Core.Areas;
using LiaisonBot.Core.Text;

namespace LiaisonBot.Conversation.Phrases;

/// <summary>
/// The tasks of a notice that gives several places each their own: never one matter for all of them by the last date. A
/// new task begins where a sentence, a line or a point begins with a place, or a clause with a place and a day of its
/// own.
/// </summary>
internal static class TaskList
{
    /// <summary>Tasks of one notice; a longer one is a table, which is imported.</summary>
    public const int Most = 30;

    private const int LongestName = 20;

    private const int LongestSender = 12;

    /// <summary>UTF-16 units of an English opening.</summary>
    private const int LongestOpening = 60;

    private static readonly string[] Particles = [
        "请", "由", "责成", "督促", "要求", "安排", "通知", "让", "转", "致", "其中", "其余", "其他", "另", "另外",
        "此外", "同时", "关于", "对", "@", "责任单位", "责任地区", "承办单位", "牵头单位", "单位", "地区"
    ];

    /// <summary>They lead on to the next task, and are no part of it.</summary>
    private static readonly string[] Joining =
        ["以及", "还有", "并请", "另请", "也请", "和", "并由", "and please", "and have", "and", "please have", "please ask", "please let", "please", "have", "ask", "let"];

    private static readonly string[] All = ["各县", "各区", "各市", "全市", "全省", "全县", "所有县", "所有市", "余下"];

    /// <summary>Behind a place they give it no task of its own.</summary>
    private static readonly string[] Beside = ["配合", "协助", "参照", "抄送", "为重点", "除外", "不含", "等地", "的经验", "的做法"];

    /// <param name="read">How one task is read.</param>
    /// <returns>The text of each task, as typed; empty when there are not several.</returns>
    public static IReadOnlyList<string> Split(
        string text,
        AreaBook areas,
        AreaCode? within,
        Func<string, AssignmentLine> read)
    {
        var tasks = new List<Task>();
        foreach (var (piece, strong) in Clauses(text))
        {
            var (begins, clause) = BeginsWithPlace(piece, areas, within);
            if (!begins)
            {
                if (tasks.Count > 0)
                {
                    tasks[^1] = tasks[^1] with { Text = tasks[^1].Text + clause };
                }
            }
            else if (strong || tasks.Count == 0)
            {
                tasks.Add(new(clause, strong));
            }
            else if (read(tasks[^1].Text).Dues.Count > 0 && read(clause) is { Dues.Count: > 0 })
            {
                tasks.Add(new(clause, false));
            }
            else
            {
                tasks[^1] = tasks[^1] with { Text = tasks[^1].Text + clause };
            }

            if (tasks.Count > Most)
            {
                break;
            }
        }

        var own = tasks.Select(t => (t.Text, Line: read(t.Text), t.Strong))
            .Where(t => IsTask(t.Line, t.Strong))
            .ToList();
        var places = own.Select(t =>
            string.Join(',', t.Line.Places.Select(p => p.Code).Order().Select(c => c.Value)) + t.Line.Ambiguous?.Typed)
            .Distinct(StringComparer.Ordinal)
            .Count();
        return own.Count > 1 && places > 1
            ? [.. own.Select(t => WithoutPoint(t.Text.Trim(' ', '\n', '\r', '\t', '；', ';', '。', '，', ',', '、')))]
            : [];
    }

    /// <summary>With a day of its own, or a sentence that goes on with what is to be done.</summary>
    private static bool IsTask(AssignmentLine line, bool strong)
    {
        if ((line.Places.Count == 0 && line.Ambiguous is null)
            || Beside.Any(w => line.Title.StartsWith(w, StringComparison.Ordinal)))
        {
            return false;
        }

        if (line.Dues.Count > 0)
        {
            return line.Title.Length > 0 || !strong;
        }

        return strong && TaskVerbs.Begin.Any(v => v.Length > 1 && line.Title.StartsWith(v, StringComparison.Ordinal));
    }

    /// <summary>
    /// Pieces between marks, each with the marks behind it, and whether a sentence, a line or a point begins with it.
    /// </summary>
    private static IEnumerable<(string Text, bool Strong)> Clauses(string text)
    {
        var (start, strong) = (0, true);
        for (var at = 0; at < text.Length; at++)
        {
            var ends = text[at] is '\n' or '\r' or '。' or '；' or ';' or '！';
            // by Dec 5 and Zhengding….
            var isAnd = text[at] == ' ' && Words.English(text, at + 1, "and") > 0;
            if (!ends && !isAnd && (text[at] is not ('，' or ',' or '、') || IsPoint(text[start..at])))
            {
                continue;
            }

            yield return (text[start..(at + 1)], strong);
            (start, strong) = (at + 1, ends);
        }

        if (start < text.Length)
        {
            yield return (text[start..], strong);
        }
    }

    /// <summary>Nothing but the number of a point, whose mark divides nothing: 一、</summary>
    private static bool IsPoint(string text) =>
        text.Trim() is { Length: > 0 and <= 3 } point
            && point.All(c => char.IsAsciiDigit(c) || "一二三四五六七八九十".Contains(c, StringComparison.Ordinal));

    /// <summary>
    /// Whether a clause begins with a place, or says by whom it is to be done; there a space sets the place apart.
    /// </summary>
    private static (bool Begins, string Clause) BeginsWithPlace(string clause, AreaBook areas, AreaCode? within)
    {
        var start = clause.TrimStart();
        if (Joining.FirstOrDefault(word => Words.English(start.ToLowerInvariant(), 0, word) > 0
            || (!char.IsAsciiLetter(word[0]) && start.StartsWith(word, StringComparison.Ordinal))) is { } joining
            && IsPlace(Folding.Of(start[joining.Length..]).TrimStart()))
        {
            return (true, start[joining.Length..]);
        }

        var folded = WithoutPoint(Folding.Of(clause));
        for (var before = ""; folded != before;)
        {
            before = folded;
            if (Particles.FirstOrDefault(p => folded.StartsWith(p, StringComparison.Ordinal)) is { } particle)
            {
                folded = folded[particle.Length..].TrimStart(' ', ':', '\t');
            }
        }

        if (IsPlace(folded))
        {
            return (true, clause);
        }

        // 李某某：长安区12月5日前….
        // from this morning's meeting: Chang'an to….
        if (clause.IndexOfAny(['：', ':']) is > 0 and var colon && colon <= (char.IsAscii(clause.TrimStart()[0]) ? LongestOpening : LongestSender) && IsPlace(Folding.Of(clause[(colon + 1)..]).TrimStart(' ')))
        {
            return (true, clause[(colon + 1)..]);
        }

        return clause.IndexOf('由') is > 0 and var by && IsPlace(Folding.Of(clause[(by + 1)..]).TrimStart(' '))
            ? (true, clause.Insert(by, " "))
            : (false, clause);

        bool IsPlace(string rest)
        {
            if (All.Any(w => rest.StartsWith(w, StringComparison.Ordinal)))
            {
                return true;
            }

            for (var length = Math.Min(LongestName, rest.Length); length >= 2; length--)
            {
                if (!char.IsWhiteSpace(rest[length - 1]) && areas.Resolve(rest[..length], within) is not AreaMatch.None)
                {
                    return true;
                }
            }

            return false;
        }
    }

    /// <summary>Without what numbers a point: 一、 （二） 3. ①.</summary>
    private static string WithoutPoint(string folded)
    {
        var at = 0;
        while (at < folded.Length
            && (char.IsWhiteSpace(folded[at]) || folded[at] is '(' or '（' or '-' or '*' or '·' or '•' or '第'))
        {
            at++;
        }

        var number = at;
        while (number < folded.Length
            && (char.IsAsciiDigit(folded[number])
                || "一二三四五六七八九十".Contains(folded[number], StringComparison.Ordinal)
                || folded[number] is >= '①' and <= '⑳'))
        {
            number++;
        }

        if (number == at)
        {
            return folded[at..];
        }

        var end = number;
        while (end < folded.Length
            && (folded[end] is ')' or '）' or '、' or '.' or '．' or ',' or ':' or ' ' or '项' or '是'))
        {
            end++;
        }

        return end > number || folded[number - 1] is >= '①' and <= '⑳' ? folded[end..] : folded[at..];
    }

    private sealed record Task(string Text, bool Strong);
}
