using LiaisonBot.Core.Areas;
using LiaisonBot.Core.Matters;
using LiaisonBot.Core.Text;
using NodaTime;

namespace LiaisonBot.Conversation.Phrases;

/// <summary>Which matters of a list are meant: 全部, 正定县, 长安区逾期的, 未签收 请尽快.</summary>
/// <param name="Places">One of them; anywhere when there is none.</param>
/// <param name="States">All of them.</param>
/// <param name="Rest">What is said behind it, as typed.</param>
internal sealed record Selection(IReadOnlyList<Area> Places, IReadOnlyList<StateWord> States, string Rest)
{
    private const int LongestName = 20;

    private static readonly string[] Everything = ["全部", "所有", "全都", "每一项", "每项", "所有事项", "everything", "all"];

    private static readonly string[] Fillers =
        [
            "的事项", "的任务", "事项", "的", "和", "有哪些", "有几项", "有多少", "是哪些", "列表", "清单", "呢",
            "matters", "of", "in", "?", "。", "."
        ];

    /// <summary>Asked of whatever stands so: 没有未办结的吗, 还有没有逾期的, 长安区有没有未签收的.</summary>
    private static readonly string[] Questions =
        [
            "请问", "还有没有", "是不是还有", "是不是没有", "是否还有", "是否有", "有没有", "没有", "还有哪些",
            "还有", "有哪些", "哪些", "哪几项", "什么", "有", "是", "看看", "看一下", "查看", "列出", "我们", "我",
            "目前", "现在", "are there any ", "is there any ", "any ", "which are ", "what is "
        ];

    private static readonly string[] QuestionEnds = [
        "了吗", "了么", "的吗", "吗", "么", "呢", "吧", "了没有", "没有", "没", "了", "有哪些", "是哪些", "?", " ",
        "。"
    ];

    /// <summary>
    /// A question for matters without the words that only ask; as typed when it does not ask. For lists: no step is
    /// taken of what it answers.
    /// </summary>
    public static string Asked(string typed)
    {
        var text = Folding.Of(typed).Trim();
        for (var before = ""; text != before;)
        {
            before = text;
            // 撤回了 is a state, 逾期了 one with a particle.
            text = !StateWord.Ends(text)
                && QuestionEnds.FirstOrDefault(end => text.Length > end.Length
                    && text.EndsWith(end, StringComparison.Ordinal)) is { } asked
                ? text[..^asked.Length]
                : text;
        }

        // What asks stands first, or behind the place: 没有办结的 is a state by itself.
        for (var at = 0; at < text.Length; at++)
        {
            if (StateWord.At(text[at..]) is not null)
            {
                break;
            }

            if (Questions.FirstOrDefault(word => string.CompareOrdinal(
                text,
                at,
                word,
                0,
                word.Length) == 0) is { } question)
            {
                text = text[..at] + text[(at + question.Length)..];
                at--;
            }
        }

        return StateWord.IsIn(text) ? text : typed;
    }

    public bool Fits(ListEntry entry, LocalDate today) =>
        (Places.Count == 0 || Places.Any(p => p.Code.Contains(entry.Area))) && States.All(s => s.Fits(entry, today));

    /// <param name="near">Decides between places of one name.</param>
    /// <returns>Null when the text does not begin with what selects.</returns>
    public static Selection? Read(string typed, AreaBook areas, AreaCode? near)
    {
        List<Area> places = [];
        List<StateWord> states = [];
        var folded = Folding.Read(typed);
        var text = folded.Text;
        var (at, any) = (0, false);
        while (at < text.Length)
        {
            var end = at;
            // English states are several words.
            if (StateWord.At(text[at..]) is var (state, length)
                && (at + length == text.Length || Folding.IsGap(text[at + length])))
            {
                states.Add(state);
                end = at + length;
            }
            else
            {
                while (end < text.Length && !Folding.IsGap(text[end]))
                {
                    end++;
                }

                if (!Word(text[at..end]))
                {
                    break;
                }
            }

            any = true;
            while (end < text.Length && Folding.IsGap(text[end]))
            {
                end++;
            }

            at = end;
        }

        return any ? new(places, states, folded.After(at).Trim()) : null;

        // A word without gaps, which may say several things one after the other; all of it or nothing.
        bool Word(string word)
        {
            var (foundPlaces, foundStates) = (new List<Area>(), new List<StateWord>());
            var (from, said) = (0, false);
            while (from < word.Length)
            {
                var rest = word[from..];
                if (Everything.FirstOrDefault(w => rest.StartsWith(w, StringComparison.Ordinal)) is { } all)
                {
                    (from, said) = (from + all.Length, true);
                }
                else if (StateWord.At(rest) is var (state, length))
                {
                    (foundStates, from, said) = ([.. foundStates, state], from + length, true);
                }
                else if (said
                    && Fillers.FirstOrDefault(w => rest.StartsWith(w, StringComparison.Ordinal)) is { } filler)
                {
                    from += filler.Length;
                }
                else if (Place(word, from) is var (area, name))
                {
                    (foundPlaces, from, said) = ([.. foundPlaces, area], from + name, true);
                }
                else
                {
                    return false;
                }
            }

            places.AddRange(foundPlaces);
            states.AddRange(foundStates);
            return said || Fillers.Contains(word);
        }

        (Area Area, int Length)? Place(string word, int from)
        {
            for (var length = Math.Min(LongestName, word.Length - from); length >= 2; length--)
            {
                if (areas.Resolve(word.Substring(from, length), near) is AreaMatch.One one)
                {
                    return (one.Area, length);
                }
            }

            return null;
        }
    }
}
