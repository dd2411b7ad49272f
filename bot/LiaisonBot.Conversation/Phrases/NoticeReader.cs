using System.Text;
using LiaisonBot.Core.Areas;
using LiaisonBot.Core.Calendar;
using LiaisonBot.Core.Text;

namespace LiaisonBot.Conversation.Phrases;

/// <summary>One task of a notice: each of its places is a matter of its own.</summary>
/// <param name="Title">What is to be done, in a line.</param>
/// <param name="Target">All that was said of it, as typed.</param>
/// <param name="Unclear">A name of several places, with them; null for none.</param>
/// <param name="NotPlaces">Names that are no places.</param>
/// <param name="Others">Further days that were said of it.</param>
/// <param name="Beside">What was said of it and is in no input: 配合单位：….</param>
/// <param name="Asks">It asks or denies, and orders nothing plainly.</param>
internal sealed record NoticeTask(
    string Title,
    string Target,
    IReadOnlyList<Area> Places,
    (string Typed, IReadOnlyList<Area> Areas)? Unclear,
    IReadOnlyList<string> NotPlaces,
    DueSpan? Due,
    IReadOnlyList<string> Others,
    IReadOnlyList<string> Beside,
    bool Asks);

/// <summary>A notice that gives several tasks.</summary>
/// <param name="Title">关于…的通知; empty when it has none.</param>
/// <param name="Aside">What was taken for no task, as typed: head, signature, contact, and what introduces the tasks.</param>
internal sealed record Notice(string Title, IReadOnlyList<NoticeTask> Tasks, IReadOnlyList<string> Aside)
{
    /// <summary>Matters that it makes: one for each task and place.</summary>
    public int Matters => Tasks.Sum(task => Math.Max(1, task.Places.Count));
}

/// <summary>
/// Reads a whole notice as offices write it: points (一、（一）1.①), what is said of each behind 责任单位： and 完成时限：, tables,
/// prose, a deadline for all at the end; head, signature, date and contact are no tasks. What is not understood is kept
/// and shown, never dropped.
/// </summary>
/// <param name="read">How one task is read.</param>
internal sealed class NoticeReader(AreaBook areas, AreaCode? within, Func<string, AssignmentLine> read)
{
    /// <summary>Tasks of one notice; a longer one is a table, which is imported.</summary>
    public const int Most = TaskList.Most;

    private static readonly string[] PlaceLabels =
        ["责任单位", "责任地区", "责任主体", "责任部门", "承办单位", "牵头单位", "主办单位", "办理单位", "落实单位", "责任方", "responsible"];

    private static readonly string[] DueLabels =
        ["完成时限", "办理时限", "整改时限", "完成时间", "办结时限", "报送时限", "报送时间", "时限要求", "截止时间", "截止日期", "时限", "期限", "due"];

    private static readonly string[] BesideLabels = ["配合单位", "协办单位", "协助单位", "责任人", "责任领导", "备注", "督办单位", "监督单位"];

    private static readonly string[] TaskLabels = ["工作任务", "主要任务", "任务内容", "目标任务", "事项名称", "工作内容", "任务", "事项", "内容", "task"];

    private static readonly string[] ContactBegins =
        ["联系人", "联系电话", "联系方式", "电话", "联 系 人", "传真", "邮箱", "附件", "抄送", "主送", "印发", "(此件", "特此通知", "特此函告", "此通知", "请认真", "contact", .. NoticeLines.Thanks];

    /// <summary>Places that a head may name: more are 各县, which is asked about.</summary>
    private const int MostAddressees = 10;

    /// <summary>UTF-16 units of a line that says to whom the tasks go.</summary>
    private const int LongestHead = 60;

    /// <summary>UTF-16 units in which the mark of a point stands.</summary>
    private const int LongestMark = 40;

    private static readonly string[] General =
    [
        "高度重视", "加强领导", "加强组织", "组织领导", "提高认识", "提高站位", "压实责任", "明确责任", "严肃纪律", "强化责任", "统一报", "以上材料", "上述材料", "材料请", "材料报",
        "have questions", "any questions", "take this seriously",
    ];

    private static readonly string[] ForAll =
        ["以上", "上述", "各项", "均于", "均请", "统一于", "所有任务", "请各单位", "请各地", "各单位", "各责任单位", "请于", "务于", "务必于", "请在"];

    /// <summary>Fewer than two tasks, or matters, are no notice: null.</summary>
    public Notice? Read(string typed)
    {
        var text = NoticeLines.Of(typed).Trim();
        var notice = OfTable(text) ?? OfPoints(NoticeLines.Pointed(text)) ?? OfProse(text);
        return notice is { Tasks.Count: > 1 and <= Most } ? notice : null;
    }

    /// <summary>A table with the words of its columns in the first line.</summary>
    private Notice? OfTable(string text)
    {
        var lines = text.Split('\n').Where(line => line.Trim().Length > 0).ToList();
        var head = lines.FindIndex(line => Cells(line) is { Count: > 1 } cells
            && cells.Exists(cell => Is(cell, PlaceLabels) || cell is "地区" or "单位" or "责任县区" or "县区")
            && cells.Exists(cell => Is(cell, TaskLabels)));
        if (head < 0)
        {
            return null;
        }

        var columns = Cells(lines[head]);
        var aside = lines.Take(head).Select(line => line.Trim()).ToList();
        List<NoticeTask> tasks = [];
        foreach (var line in lines.Skip(head + 1))
        {
            var cells = Cells(line);
            if (cells.Count < 2 || NoticeLines.IsContact(string.Join(' ', cells)))
            {
                aside.Add(string.Join(' ', cells));
                continue;
            }

            if (cells.TrueForAll(cell => cell.Trim('-', ':', ' ').Length == 0))
            {
                continue;
            }

            var item = new Item();
            for (var i = 0; i < Math.Min(cells.Count, columns.Count); i++)
            {
                var name = columns[i];
                if (Is(name, PlaceLabels) || name is "地区" or "单位" or "责任县区" or "县区")
                {
                    item.Places.Add(cells[i]);
                }
                else if (Is(name, DueLabels))
                {
                    item.Dues.Add(cells[i]);
                }
                else if (Is(name, TaskLabels))
                {
                    item.Add(cells[i]);
                }
                else if (name is not ("序号" or "编号" or "no." or "no") && cells[i].Length > 0)
                {
                    item.Beside.Add($"{name}：{cells[i]}");
                }
            }

            item.Beside.AddRange(cells.Skip(columns.Count));
            tasks.AddRange(TasksOf(item));
        }

        return new(Title(aside), tasks, aside);
    }

    private static List<string> Cells(string line) =>
    [
        .. (line.Contains('\t', StringComparison.Ordinal) ? line.Split('\t')
            : line.Contains('|', StringComparison.Ordinal) ? line.Trim('|', ' ').Split('|')
            : [line]).Select(cell => cell.Trim())
    ];

    /// <summary>Numbered points, each with the lines below it.</summary>
    private Notice? OfPoints(string text)
    {
        var pieces = Pieces(text);
        if (pieces.Count(piece => piece.Level > 0) < 2)
        {
            return null;
        }

        List<string> aside = [];
        List<Item> items = [];
        string? shared = null;
        Item? current = null;
        for (var i = 0; i < pieces.Count; i++)
        {
            var (level, line) = pieces[i];
            if (level > 0)
            {
                // What stands above points of its own heads them.
                var deeper = pieces.Skip(i + 1).FirstOrDefault(piece => piece.Level > 0).Level > level;
                if (deeper && !IsTask(line))
                {
                    aside.Add(line);
                    current = null;
                }
                else
                {
                    items.Add(current = new Item());
                    Into(current, line);
                }
            }
            else if (current is not null
                && NoticeLines.IsContact(line)
                && (pieces.Skip(i + 1).Any(piece => piece.Level > 0) || items.Exists(item => item.HasContact)))
            {
                // Whom to ask of this one.
                current.HasContact = true;
                current.Beside.Add(line.TrimEnd('。', '；', ';', ' '));
            }
            else if (current is null || IsAside(line, pieces.Count - i))
            {
                aside.Add(line);
                // After the signature nothing belongs to a task.
                current = IsLabel(line) ? current : current is not null && pieces.Skip(i + 1).Any(piece => piece.Level > 0) ? current : null;
            }
            else if (IsForAll(line) && shared is null)
            {
                shared = line;
            }
            else if (line.StartsWith("以上", StringComparison.Ordinal) || line.StartsWith("上述", StringComparison.Ordinal))
            {
                aside.Add(line);
            }
            else
            {
                Into(current, line);
            }
        }

        List<NoticeTask> tasks = [.. items.SelectMany(TasksOf)];
        // 请各单位高度重视: said of all, and nothing to be done by a day.
        foreach (var general in tasks.Where(IsGeneral).ToList())
        {
            tasks.Remove(general);
            aside.Add(general.Target);
        }

        if (aside.FirstOrDefault(line => IsForAll(line) && shared is null) is { } before)
        {
            shared = before;
            aside.Remove(before);
        }

        tasks = WithAddressees(tasks, pieces.TakeWhile(piece => piece.Level == 0).Select(piece => piece.Text));
        return new(Title(aside), WithShared(tasks, shared, aside), aside);
    }

    /// <summary>路南区：请抓紧落实以下工作。1.…: where no task names who does it, the head does.</summary>
    private List<NoticeTask> WithAddressees(List<NoticeTask> tasks, IEnumerable<string> head)
    {
        if (tasks.Exists(task => task.Places.Count > 0 || task.Unclear is not null))
        {
            return tasks;
        }

        foreach (var line in head.Where(line => !NoticeLines.IsTitle(line)))
        {
            var named = line.IndexOfAny(['：', ':']) is > 0 and var colon ? line[..colon] : line;
            if (named.Length <= LongestHead && read(named) is { Places: { Count: > 0 and <= MostAddressees } places, Ambiguous: null, Dues.Count: 0 })
            {
                return [.. tasks.Select(task => task with { Places = places })];
            }
        }

        return tasks;
    }

    /// <summary>Sentences that begin with a place each.</summary>
    private Notice? OfProse(string text)
    {
        List<string> aside = [];
        var lines = text.Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0).ToList();
        if (lines.Count > 1)
        {
            aside.AddRange(lines.Where((line, i) => IsAside(line, lines.Count - i) || (i == 0 && NoticeLines.IsTitle(line))));
        }

        var body = string.Join('\n', lines.Except(aside, StringComparer.Ordinal));
        var pieces = TaskList.Split(body, areas, within, read);
        if (pieces.Count < 2)
        {
            return null;
        }

        List<NoticeTask> tasks = [];
        string? shared = null;
        foreach (var piece in pieces)
        {
            // The deadline of all of them stands behind the last.
            var sentences = piece.Split(['。', '\n', '；', ';'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
            var own = string.Join('。', sentences.Where(s => !IsForAll(s) || s == sentences[0]));
            shared ??= sentences.Skip(1).FirstOrDefault(IsForAll);
            var item = new Item();
            Into(item, own);
            tasks.AddRange(TasksOf(item));
        }

        // What leads to the first task is in none.
        var first = body.IndexOf(pieces[0][..Math.Min(6, pieces[0].Length)], StringComparison.Ordinal);
        if (first > 1 && body[..first].Count(char.IsLetter) > 1)
        {
            aside.Add(body[..first].Trim());
        }

        return new(Title(aside), WithShared(tasks, shared, aside), aside);
    }

    private List<NoticeTask> WithShared(List<NoticeTask> tasks, string? shared, List<string> aside)
    {
        if (shared is null)
        {
            return tasks;
        }

        if (read(shared).Due is not { } due)
        {
            aside.Add(shared);
            return tasks;
        }

        return [.. tasks.Select(task => task.Due is null ? task with { Due = due } : task)];
    }

    /// <summary>Lines, and of a line the points within it; each with the level of its mark, 0 for none.</summary>
    private static List<(int Level, string Text)> Pieces(string text)
    {
        List<(int, string)> pieces = [];
        foreach (var line in text.Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0))
        {
            var start = 0;
            for (var at = 1; at < line.Length; at++)
            {
                if (line[at - 1] is '。' or '；' or ';' or '：' or ':' or ' ' or '　' && Mark(line[at..]).Level > 0
                    && !NoticeLines.IsAfterMonth(Folding.Of(line[..at]))
                    && (line[at - 1] is not (' ' or '　' or '：' or ':') || Mark(line[start..]).Level > 0 || start == 0 && at > 0 && line[at - 1] is '：' or ':'))
                {
                    Add(line[start..at]);
                    start = at;
                }
            }

            Add(line[start..]);
        }

        return pieces;

        void Add(string piece)
        {
            piece = piece.Trim();
            if (piece.Length == 0)
            {
                return;
            }

            var (level, length) = Mark(piece);
            pieces.Add((level, piece[length..].Trim()));
        }
    }

    /// <summary>The level of the mark that begins a text, 0 for none: 一、 is 1, （一） 2, 1. 3, （1） 4, ① 5, 首先， 6.</summary>
    private static (int Level, int Length) Mark(string text)
    {
        var at = 0;
        while (at < text.Length && (text[at] is '-' or '*' or '·' or '•' or '—' || char.IsWhiteSpace(text[at])))
        {
            at++;
        }

        // A mark is short: what follows far behind it is not read again for each piece.
        var near = text[at..Math.Min(text.Length, at + LongestMark)];
        if (NoticeLines.Ordinal(near) is > 0 and var ordinal)
        {
            return (6, at + ordinal);
        }

        var folded = Folding.Read(near);
        if (folded.Text.Length == 0 || NoticeLines.MarkAt(folded.Text, 0) is not var (kind, _, end))
        {
            return (0, 0);
        }

        var level = kind switch
        {
            PointMark.Chinese or PointMark.Is or PointMark.Nth or PointMark.Named => 1,
            PointMark.InBrackets => 2,
            PointMark.Digit => 3,
            PointMark.DigitInBrackets => 4,
            PointMark.Circled => 5,
            PointMark.Bare => 0,
        };
        return level == 0 ? (0, 0) : (level, at + folded.Origin(end));
    }

    /// <summary>A line of a task: what stands behind a label goes to its place.</summary>
    private static void Into(Item item, string line)
    {
        var rest = line;
        while (rest.Length > 0)
        {
            var (label, at, length, kind) = NextLabel(rest);
            if (label is null)
            {
                item.Add(rest);
                return;
            }

            item.Add(rest[..at]);
            var behind = rest[(at + length)..];
            // A value ends where the next label begins, or the bracket that it stands in.
            var next = NextLabel(behind);
            var end = next.Label is null ? behind.Length : next.At;
            var value = behind[..end];
            if (kind != 2 && value.IndexOfAny(['。', '；', ';', '）', ')']) is >= 0 and var stop)
            {
                (value, end) = (value[..stop], stop + 1);
            }

            value = value.Trim(' ', '，', ',', '。', '；', ';', '）', ')', '、');
            switch (kind)
            {
                case 0:
                    item.Places.Add(value);
                    break;
                case 1:
                    item.Dues.Add(value);
                    break;
                case 3:
                    item.Add(value);
                    break;
                default:
                    item.Beside.Add($"{label}：{value}");
                    break;
            }

            rest = behind[end..];
        }
    }

    /// <summary>责任单位：, with a mark behind it; the first in the text.</summary>
    private static (string? Label, int At, int Length, int Kind) NextLabel(string text)
    {
        (string? Label, int At, int Length, int Kind) found = (null, int.MaxValue, 0, 0);
        var folded = Folding.Read(text);
        foreach (var (labels, kind) in new[] { (PlaceLabels, 0), (DueLabels, 1), (BesideLabels, 2), (TaskLabels, 3) })
        {
            foreach (var label in labels)
            {
                var at = folded.Text.IndexOf(label, StringComparison.Ordinal);
                if (at < 0 || folded.Origin(at) > found.At || (folded.Origin(at) == found.At && label.Length < found.Length))
                {
                    continue;
                }

                var end = folded.Origin(at + label.Length);
                while (end < text.Length && text[end] is ' ' or '】' or ']')
                {
                    end++;
                }

                if (end < text.Length && text[end] is '：' or ':')
                {
                    var start = folded.Origin(at);
                    start -= start > 0 && text[start - 1] is '【' or '[' ? 1 : 0;
                    found = (label, start, end + 1 - start, kind);
                }
            }
        }

        return found.Label is null ? (null, -1, 0, 0) : found;
    }

    private static bool IsLabel(string line) => NextLabel(line) is { Label: not null, At: <= 1 };

    private bool IsTask(string line) =>
        read(line) is { Dues.Count: > 0 } or { Places.Count: > 0 } || IsLabel(line) || NextLabel(line).Label is not null;

    /// <summary>What is no task wherever it stands, or at the end of a notice.</summary>
    /// <param name="left">Lines from this one on.</param>
    private bool IsAside(string line, int left)
    {
        var text = line.Trim();
        if (ContactBegins.Any(word => Folding.Of(text).StartsWith(word, StringComparison.Ordinal))
            || NoticeLines.IsContact(text)
            || NoticeLines.IsSender(text)
            || IsNumberOfDocument(text)
            || NoticeLines.IsTitle(text))
        {
            return true;
        }

        // 省委第一巡视组 / 2026年11月26日, with nothing else in the line.
        return left <= 4 && (IsDateAlone(text) || (NoticeLines.IsSignature(text) && read(text).Places.Count == 0));
    }

    private static bool IsNumberOfDocument(string text) =>
        text.Length <= 30
            && text.EndsWith('号')
            && text.IndexOfAny(['〔', '[', '［', '【', '（']) is > 0 and var open
            && text.IndexOfAny(['〕', ']', '］', '】', '）']) > open;

    private static bool IsDateAlone(string text)
    {
        var folded = Folding.Of(text);
        return folded.Length is >= 8 and <= 14
            && folded.Contains('年', StringComparison.Ordinal)
            && folded.EndsWith('日')
            && folded.All(c => char.IsAsciiDigit(c) || "年月日〇零一二三四五六七八九十○ ".Contains(c, StringComparison.Ordinal));
    }

    private static bool IsGeneral(NoticeTask task) =>
        task is { Places.Count: 0, Unclear: null, NotPlaces.Count: 0, Due: null, Beside.Count: 0 }
            && Folding.Of(task.Target) is var said
            && General.Any(word => said.Contains(word, StringComparison.Ordinal));

    /// <summary>以上任务请于12月10日前完成: a day, no place, and words that mean all.</summary>
    private bool IsForAll(string line) =>
        Array.Exists(ForAll, word => line.StartsWith(word, StringComparison.Ordinal))
            && read(line) is { Dues.Count: > 0, Ambiguous: null } of
            && (of.Places.Count == 0 || line.StartsWith("以上", StringComparison.Ordinal) || line.StartsWith("上述", StringComparison.Ordinal));

    private static string Title(List<string> aside) => aside.Find(NoticeLines.IsTitle) is { } title ? NoticeLines.TitleOf(title) : "";

    private static bool Is(string cell, string[] labels) => Array.Exists(labels, label => cell.Contains(label, StringComparison.OrdinalIgnoreCase));

    /// <summary>Mostly one; several where a point gives each of its places a task of its own.</summary>
    private IEnumerable<NoticeTask> TasksOf(Item item)
    {
        var said = item.Text;
        if (item.Places.Count == 0
            && TaskList.Split(said, areas, within, read) is { Count: > 1 } several)
        {
            foreach (var one in several)
            {
                yield return TaskOf(one, new Item { Beside = item.Beside, Dues = item.Dues });
            }

            yield break;
        }

        yield return TaskOf(said, item);
    }

    private NoticeTask TaskOf(string said, Item item)
    {
        var line = read(said);
        var (places, notPlaces, unclear) = (line.Places, line.NotPlaces, line.Ambiguous);
        var title = line.Title;
        DueSpan? beside = null;
        if (item.Places.Count > 0)
        {
            var named = read(string.Join('、', item.Places));
            places = named.Places;
            notPlaces = [.. named.NotPlaces, .. named is { Places.Count: 0, Ambiguous: null } ? item.Places : []];
            unclear = named.Ambiguous;
            // 责任单位：长安区，12月5日前.
            beside = named.Due;
            // The place in the task is what it speaks of, and not who does it.
            title = line.Places.Count > 0 ? WithoutDue(said, line) : title;
        }

        var dues = item.Dues.Select(due => read(due)).ToList();
        var unread = item.Dues.Where((_, i) => dues[i].Due is null && item.Dues[i].Length > 0).ToList();
        var due = dues.Find(one => one.Due is not null)?.Due ?? line.Due ?? beside;
        var first = title.IndexOfAny(['\n', '。', '；']) is > 0 and var end ? title[..end] : title;
        return new(
            first.Trim(' ', '，', ',', '。', '.', '；', ';', '：', ':', '（', '(', '）', ')', '、'),
            said.Trim(),
            places,
            unclear is { } name ? (name.Typed, name.Areas) : null,
            notPlaces,
            due,
            [.. line.Dues.Skip(due == line.Due ? 1 : 0).Select(other => Part(said, other)), .. unread],
            item.Beside,
            Wordings.IsAsked(Folding.Of(said)) || Wordings.Denies(Folding.Of(said)));
    }

    private static string Part(string said, FoundDue due) =>
        due.Start >= 0 && due.End <= said.Length ? said[due.Start..due.End].Trim() : "";

    private static string WithoutDue(string said, AssignmentLine line) =>
        line.Dues is [var due, ..] && due.End <= said.Length ? (said[..due.Start] + said[due.End..]).Trim() : said;

    /// <summary>A task while it is read.</summary>
    private sealed class Item
    {
        private readonly StringBuilder text = new();

        public List<string> Places { get; } = [];

        public List<string> Dues { get; init; } = [];

        public List<string> Beside { get; init; } = [];

        public bool HasContact { get; set; }

        public string Text => text.ToString();

        public void Add(string part)
        {
            part = part.Trim().TrimEnd('（', '(').Trim();
            if (part.Trim('，', ',', '。', '；', ';', '）', ')', ' ').Length == 0)
            {
                return;
            }

            if (text.Length > 0)
            {
                text.Append('\n');
            }

            text.Append(part);
        }
    }
}
