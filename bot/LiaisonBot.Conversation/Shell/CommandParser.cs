using LiaisonBot.Conversation.Phrases;
using LiaisonBot.Core.Matters;
using LiaisonBot.Core.Text;

namespace LiaisonBot.Conversation.Shell;

/// <summary>
/// Reads what was typed (design §8): in both languages, forgiving about spaces, width, case and punctuation, with or
/// without a space after a Chinese word.
/// </summary>
public sealed class CommandParser
{
    /// <summary>UTF-16 units of a message that are still read; the longest field is shorter.</summary>
    public const int MaxLength = 4500;

    private const int MaxNearest = 3;

    /// <summary>Where it is only asked whether there is a number.</summary>
    private const int AnyYear = 2000;

    /// <summary>UTF-16 units of what may be a command with a typing error.</summary>
    private const int LongestWord = 20;

    /// <summary>Before the word that several numbers share.</summary>
    private static readonly string[] TogetherWords = ["都", "均", "全部", "一并", "一起", "一律", "统一", "这几项", "all "];

    /// <summary>Behind a number: to look at the matter is all that is wanted.</summary>
    private static readonly HashSet<string> Looks =
    [
        .. new[]
        {
            "情况", "办理情况", "进展", "进展情况", "进度", "办理进度", "办理进展", "状态", "详情", "内容",
            "详细内容", "历史", "记录", "办理记录", "最新进展", "最新情况", "怎么样", "怎样", "如何", "咋样",
            "什么情况", "啥情况", "什么进展", "什么状态", "到哪一步", "到哪步", "到哪",
            "办到哪", "办到哪一步", "办得怎么样", "办的怎么样", "进展如何", "进展怎么样", "是什么", "是什么事",
            "是啥", "是哪项", "谁在办", "谁负责", "谁办", "什么时候到期", "哪天到期", "几号到期", "到期日", "期限",
            "还有几天", "还剩几天",
            "status", "details", "progress", "how is it", "how is it going", "what is it", "history", "show",
            "open",
        },
    ];

    private static readonly string[] LookBegins = [
        "号", "这个", "这项", "该", "此", "事项", "任务", "的", "目前", "现在", "请", "我想", "我要", "帮我",
        "麻烦", "查看", "看看", "看一下", "看下", "查一下", "查询", "查", "打开", "看", "please", "is", "'s"
    ];

    private static readonly string[] LookEnds = [
        "谢谢", "谢谢您", "了", "呢", "啊", "呀", "吗", "一下", "please", "thanks", "thank you"
    ];

    /// <summary>Behind the word of a command: that it is wanted.</summary>
    private static readonly HashSet<string> Asking = [
        "给我", "发我", "给我看看", "给我看下", "给我看一下", "给我一份", "发我一份", "来一份", "看看", "看下", "看一下", "给我发一份", "拿来看看", "please", "for me", "to me"
    ];

    private static readonly HashSet<string> Polite = [.. new[]
    {
        "", "请", "请您", "请帮我", "帮我", "帮忙", "我要", "我来", "麻烦", "麻烦您", "给我", "一下", "请你",
        "please"
    }];

    private readonly CommandRegistry registry;

    /// <summary>
    /// By their first letter, the longest first; with further words, for texts that were written under other names:
    /// what is on buttons of old cards.
    /// </summary>
    private readonly ILookup<char, (string Word, Command Command)> words;

    internal CommandParser(CommandRegistry registry, IReadOnlyList<(string Word, string Id)>? more = null)
    {
        this.registry = registry;
        words = (more ?? []).Select(m => (m.Word, registry[m.Id]))
            .Concat(registry.Words)
            .OrderByDescending(pair => pair.Item1.Length)
            .ToLookup(pair => pair.Item1[0]);
    }

    /// <summary>
    /// Whether the command itself was English: then the answer is, for someone who has set no language. Initials of
    /// Chinese words are not.
    /// </summary>
    public bool IsEnglish(string typed) =>
        Folding.Of(typed).Trim() is [>= 'a' and <= 'z', ..] text
            && !registry.Initials.Contains(text.Split(' ')[0])
            && !IsChineseInside(text);

    /// <summary>bulk import咋搞, ledger怎么导出: the words around an English one are Chinese.</summary>
    private static bool IsChineseInside(string text) =>
        ChineseEnds.Contains(text.TrimEnd(' ', '。', '?', '!')[^1], StringComparison.Ordinal)
            || Array.Exists(ChineseInside, word => text.Contains(word, StringComparison.Ordinal));

    private const string ChineseEnds = "吗呢吧了嘛啊呀哈搞弄啥么的下";

    private static readonly string[] ChineseInside = ["咋", "怎么", "什么", "为啥", "哪些", "哪个", "多少", "有没有", "能不能", "一下"];

    /// <param name="year">The year of a number that is typed without one.</param>
    public ChatCommand Read(string typed, int year)
    {
        var text = Trim(typed);
        if (NumberList.Read(text, year) is { } numbers)
        {
            return OfNumbers(numbers, text, year);
        }

        if (Meant(text, year) is { } call)
        {
            return call;
        }

        var folded = Folding.Read(text);
        if (BehindAnother(folded, year) is { } behind)
        {
            return behind;
        }

        if (MatterNumber.TryParse(text, year, out var inside))
        {
            return Misspelt(text, folded.Text) is var near && (near.Nearest.Count > 0 || NamesStep(folded.Text))
                ? near
                : registry.OfNumbers([inside]);
        }

        var bare = folded.Text.TrimEnd('!', '.', '~', '。', '啊', '呀', '吧', '啦', '哈', ' ');
        return registry.OfWhole(bare) is { } whole ? whole.Of() : Misspelt(text, bare);
    }

    /// <summary>特急 交办 …: the word stays with the assignment.</summary>
    private ChatCommand.Call? BehindAnother(Folded folded, int year)
    {
        foreach (var command in registry.Commands)
        {
            if (command.Before.Length == 0
                || Phrases.Words.After(folded.Text, 0, command.Before) is not (> 0 and var end))
            {
                continue;
            }

            var text = Trim(folded.After(end));
            if (WordAt(text).FirstOrDefault() is { Command: { } named, After: var after, Word: var word }
                && named == command)
            {
                return command.Read!(new($"{folded.Between(0, end)} {Trim(after)}", year, after, text, word, this));
            }
        }

        return null;
    }

    /// <summary>What is said of the numbers that the text begins with; whatever is no step shows them.</summary>
    private ChatCommand OfNumbers(NumberList numbers, string text, int year)
    {
        if (numbers.Unclear.Length > 0)
        {
            return registry.OfUnclear(numbers.Unclear);
        }

        var after = Trim(numbers.After);
        if (numbers.Numbers.Count > 1
            && TogetherWords.FirstOrDefault(w => after.StartsWith(w, StringComparison.Ordinal)) is { } together)
        {
            after = Trim(after[together.Length..]);
        }

        if (after.Length > 0
            && WordAt(after).FirstOrDefault() is { Command.ReadBehindNumbers: { } read, After: var rest, Word: var word }
            && read(numbers.Numbers, new(Trim(rest), year, rest, text, word, this)) is { } call)
        {
            return call;
        }

        // 1301-1能不能先不签收, 1301-1先别催: the matter is shown, and that nothing was done.
        return numbers.Numbers.Count > 1 || IsLook(Folding.Of(after))
            ? registry.OfNumbers(numbers.Numbers)
            : new ChatCommand.Unknown(text, []);
    }

    /// <summary>
    /// The commands that are written most like it: like the whole, or like the word before a number or a gap, and then
    /// with what follows.
    /// </summary>
    private ChatCommand.Unknown Misspelt(string text, string bare)
    {
        if (Near(bare) is { Count: > 0 } whole)
        {
            return new(text, whole);
        }

        var end = 0;
        while (end < text.Length && !Folding.IsGap(text[end]) && !char.IsDigit(text[end]))
        {
            end++;
        }

        return new(text, Wordings.Denies(bare) ? [] : Near(Folding.Of(text[..end])), Trim(text[end..]));
    }

    private List<string> Near(string word) =>
        [.. registry.Initials[word].Concat(Nearest(word)).Select(command => command.Id).Distinct().Take(MaxNearest)];

    /// <summary>Whether what is said behind a number only asks to see the matter: 1301-1怎么样了.</summary>
    private static bool IsLook(string folded)
    {
        var said = folded;
        for (var before = ""; said != before;)
        {
            before = said;
            said = said.Trim(' ', '。', '.', '!', '~', ',', ';', '?', ':', '、', '(', ')');
            said = LookEnds.FirstOrDefault(end => said.EndsWith(end, StringComparison.Ordinal)) is { } courtesy
                ? said[..^courtesy.Length]
                : said;
            said = LookBegins.FirstOrDefault(word => said.StartsWith(word, StringComparison.Ordinal)) is { } lead
                ? said[lead.Length..]
                : said;
        }

        return said.Length == 0 || Looks.Contains(said);
    }

    /// <summary>请帮我签收1301-1: who asks for a step is not answered with the matter alone.</summary>
    private bool NamesStep(string folded) =>
        words.Any(same => same.Any(w => w.Command.IsStep && folded.Contains(w.Word, StringComparison.Ordinal)));

    /// <summary>Whether a text is a step of a matter that is named.</summary>
    internal bool IsStepOfMatter(string text) => NumberList.Read(text, AnyYear) is { } numbers
        ? WordAt(Trim(numbers.After)).Any(w => w.Command.IsStep)
        : WordAt(text).Any(w => w.Command.IsStep && NumberList.Read(Trim(w.After), AnyYear) is not null);

    /// <summary>
    /// What the command that the text begins with means; null when it begins with none, or with one that says something
    /// else here.
    /// </summary>
    private ChatCommand.Call? Meant(string text, int year)
    {
        foreach (var (word, command, behind) in WordAt(text))
        {
            if (command.Entry?.Asks(Folding.Of(text)) == true)
            {
                continue;
            }

            // 责任清单给我: no place, and nothing else either.
            var after = !command.IsStep && Asking.Contains(Folding.Of(behind).Trim()) ? "" : behind;
            var line = new TypedLine(Trim(after), year, after, text, word, this);
            var meant = command.Entry is { } entry
                && !FormWording.Enters(after, entry.IsFreeText) ? registry.NotOrdered(entry.Offered ?? command.Id, text)
                : command.Read is { } read ? read(line)
                : line.IsNothing ? command.Of() : null;
            if (meant is { } call)
            {
                return call;
            }
        }

        return null;
    }

    /// <summary>
    /// The words of commands that the text begins with, the longest first, each with what stands behind it, as typed.
    /// </summary>
    private IEnumerable<(string Word, Command Command, string After)> WordAt(string text)
    {
        var folded = Folding.Read(text);
        foreach (var (word, command) in folded.Text is [var first, ..] ? words[first] : [])
        {
            if (EndOf(word, folded.Text) is { } end)
            {
                yield return (word, command, folded.After(end));
            }
        }
    }

    /// <summary>
    /// Where a word that the text begins with ends; null when it begins with something else. An English word ends where
    /// its letters end; a Chinese one may be followed by anything. A space is as many as were typed.
    /// </summary>
    private static int? EndOf(string word, string folded)
    {
        var at = 0;
        foreach (var c in word)
        {
            if (at == folded.Length || folded[at] != c)
            {
                return null;
            }

            at++;
            while (c == ' ' && at < folded.Length && folded[at] == ' ')
            {
                at++;
            }
        }

        return at == folded.Length || !char.IsAsciiLetter(word[^1]) || !char.IsAsciiLetterOrDigit(folded[at])
            ? at
            : null;
    }

    internal static string Trim(string text)
    {
        var (start, end) = (0, text.Length);
        while (start < end && Folding.IsGap(text[start]))
        {
            start++;
        }

        while (end > start && Folding.IsBlank(text[end - 1]))
        {
            end--;
        }

        return text[start..end] is { Length: > 0 } inner ? inner : text.Trim() is "?" or "？" ? text.Trim() : "";
    }

    private IEnumerable<Command> Nearest(string folded) =>
        folded.Length is 0 or > LongestWord || Wordings.Denies(folded) ? [] :
        registry.Names
            // So many letters more or fewer are as many errors.
            .Where(name => Math.Abs(folded.Length - name.Word.Length) <= MostErrors(name.Word))
            .Select(name => (name.Command, name.Word, Distance: Distance(folded, name.Word)))
            // A short word of which every letter is another is no typing error; nor is more that is said with it, but
            // for courtesies (请签收).
            .Where(m => (m.Distance == 0 || m.Command.MayBeMisspelt)
                && m.Distance <= MostErrors(m.Word) && m.Distance < m.Word.Length
                && (!folded.Contains(m.Word, StringComparison.Ordinal)
                    || Polite.Contains(folded.Replace(m.Word, "", StringComparison.Ordinal).Trim())))
            .OrderBy(m => m.Distance)
            .Select(m => m.Command);

    /// <summary>Two letters of a short English word make it another word: did is no find.</summary>
    private static int MostErrors(string word) => char.IsAsciiLetter(word[0]) && word.Length < 6 ? 1 : MostErrorsOfAll;

    private const int MostErrorsOfAll = 2;

    /// <summary>Edit distance (Levenshtein).</summary>
    private static int Distance(string a, string b)
    {
        Span<int> row = stackalloc int[LongestWord + MostErrorsOfAll + 1];
        row = row[..(b.Length + 1)];
        for (var j = 0; j < row.Length; j++)
        {
            row[j] = j;
        }

        for (var i = 1; i <= a.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
                (diagonal, row[j]) = (
                    row[j],
                    Math.Min(Math.Min(row[j], row[j - 1]) + 1, diagonal + (a[i - 1] == b[j - 1] ? 0 : 1)));
        }

        return row[^1];
    }
}
