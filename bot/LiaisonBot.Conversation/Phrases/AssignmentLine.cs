using System.Text;
using LiaisonBot.Core.Areas;
using LiaisonBot.Core.Calendar;
using LiaisonBot.Core.Matters;
using LiaisonBot.Core.Text;
using NodaTime;

namespace LiaisonBot.Conversation.Phrases;

/// <summary>
/// What was understood of an assignment said in one line. What was not recognised stays in the title, where it is seen.
/// </summary>
/// <param name="Places">The places named, each once, in the order in which they were named.</param>
/// <param name="Ambiguous">A name that fits several places, with the places; the first such.</param>
/// <param name="NotPlaces">Names in a list of places that are none, and what promises more places than are named
/// (正定等3县).</param>
/// <param name="Dues">The time limits found, the one taken first.</param>
/// <param name="Organ">Who in the place has to do it, as typed behind it: 委办公室 of 长安区委办公室. Empty when only the place is
/// named.</param>
/// <param name="Title">The rest, as typed, behind the words with which it greets.</param>
public sealed record AssignmentLine(
    IReadOnlyList<Area> Places,
    (string Typed, int Start, IReadOnlyList<Area> Areas)? Ambiguous,
    IReadOnlyList<string> NotPlaces,
    IReadOnlyList<FoundDue> Dues,
    Urgency Urgency,
    string Organ,
    string Title)
{
    /// <summary>
    /// UTF-16 units in which limits and places are looked for: what follows in a longer text are the words of the task.
    /// </summary>
    private const int Looked = MatterLimits.Target;

    private static readonly string[] Bracketed = ["特急", "加急", "紧急", "急件", "急", "urgent", "asap"];

    private static readonly string[] Urgent = ["特急", "特急件", "加急", "加急件", "紧急", "急件", "十万火急", "很急", "非常急", "比较急"];

    private static readonly string[] Pressing = ["特急", "特急件", "加急", "加急件", "急件", "十万火急"];

    /// <summary>Of the title: of a whole message it is what it is about.</summary>
    public string FirstSentence =>
        Title.IndexOfAny(['\n', '。', '；', '！', '？']) is > 0 and var end ? Title[..end].Trim() : Title.Trim();

    public DueSpan? Due => Dues.Count > 0 ? Dues[0].Due : null;

    /// <param name="within">Where the person assigns: it decides between places of the same name.</param>
    public static AssignmentLine Read(
        string typed,
        AreaBook areas,
        AreaCode? within,
        LocalDate today,
        WorkingCalendar calendar)
    {
        var rest = new Rest(typed);
        var dates = new DatePhrase(today, calendar);
        var dues = dates.Find(Head(rest.Text));
        if (dues is [{ Stays: false } due, ..])
        {
            rest.Take(due.Start, due.End);
        }

        var urgent = UrgentWord(Head(rest.Text));
        if (urgent is var (begins, ends))
        {
            rest.Take(begins, ends);
        }

        var places = new PlaceReader(areas, within);
        places.Read(rest);
        // 正定周五报方案: where the place ends, the day stands by itself.
        if (dues.Count == 0 && (dues = dates.Find(Head(rest.Text))) is [{ Stays: false } next, ..])
        {
            rest.Take(next.Start, next.End);
        }

        return new(
            places.Places,
            places.Ambiguous,
            places.NotPlaces,
            [.. dues.Select(rest.AsTyped)],
            urgent is null ? Urgency.Normal : Urgency.Urgent,
            places.Organ,
            TitleText.WithoutNew(TitleText.WithoutGreeting(rest.Title(dues.Count == 1))));
    }

    internal static string Head(string text) => text.Length <= Looked ? text : text[..Looked];

    /// <summary>The first word that says that it is urgent, with the marks around it.</summary>
    private static (int Start, int End)? UrgentWord(string text)
    {
        for (var at = 0; at < text.Length; at++)
        {
            if (at == 0 || !char.IsLetterOrDigit(text[at - 1]))
            {
                if (text[at] is '[' or '【' or '(' or '<'
                    && Words.After(text, at + 1, Bracketed) is > 0 and var word
                    && Words.Is(text, word, "]】)>"))
                {
                    return (at, word + 1);
                }

                var end = Math.Max(Words.After(text, at, Urgent), Words.Many(text, at, "急", 9));
                if (end > at && Words.Is(text, end, "!:"))
                {
                    return (at, end + 1);
                }

                if (end > at && (end == text.Length || !char.IsLetterOrDigit(text[end])))
                {
                    return (at, end);
                }

                if (Words.English(text, at, "urgent", "urgently", "asap") is > 0 and var english)
                {
                    return (at, Words.Is(text, english, ":!") ? english + 1 : english);
                }
            }

            if ((at == 0 || char.IsWhiteSpace(text[at - 1]) || Words.Is(text, at - 1, ",。;!"))
                && Words.After(text, at, Pressing) is > 0 and var pressing)
            {
                return (at, pressing);
            }

            if (text[at] == '急'
                && at > 0
                && !char.IsWhiteSpace(text[at - 1])
                && !Words.Is(text, at - 1, "应告着紧缓危焦救抢")
                && Words.Many(text, at + 1, "!", text.Length) == text.Length)
            {
                return (at, text.Length);
            }
        }

        return null;
    }

    /// <summary>
    /// A typed line, folded, of which parts are understood one after the other. What is taken becomes as many spaces:
    /// everything else keeps its place. The title is what is left of the line as typed.
    /// </summary>
    internal sealed class Rest
    {
        private static readonly string[] Labels =
            ["责任地区", "责任单位", "责任主体", "责任方", "承办单位", "牵头单位", "主办单位", "地区", "单位", "地点", "place", "area"];

        private static readonly string[] Leading = ["请", "须", "需", "应", "要", "务必", "尽快"];

        private static readonly string[] Endings = ["完成", "办结", "完毕", "到位", "截止", "要", "交", "交来", "给我"];

        /// <summary>The same, behind what is to be sent in.</summary>
        private static readonly string[] SentIn = ["报", "报来", "报我", "报给我", "给我报", "报上来", "交上来", "给我报上来"];

        private readonly Folded line;
        private readonly bool[] taken;

        public Rest(string typed)
        {
            line = Folding.Read(typed);
            Text = line.Text;
            taken = new bool[Text.Length];
        }

        public string Text { get; private set; }

        /// <summary>As typed, between two places in the text.</summary>
        public string Typed(int start, int end) => line.Between(start, end);

        /// <summary>Where a place in the text stands in the typed line.</summary>
        public int Origin(int at) => line.Origin(at);

        public FoundDue AsTyped(FoundDue found) =>
            found with { Start = Origin(found.Start), Length = Origin(found.End) - Origin(found.Start) };

        public void Take(int start, int end)
        {
            taken.AsSpan(start, end - start).Fill(true);
            Text = Text[..start] + new string(' ', end - start) + Text[end..];
        }

        /// <summary>
        /// What is left, closed up where something was taken out, without words and marks that led to it.
        /// </summary>
        /// <param name="oneDue">A closing 完成 can only be said of the limit that was taken.</param>
        public string Title(bool oneDue)
        {
            for (var at = 0; at < Text.Length; at++)
            {
                if (Words.After(Text, at, Labels) is > 0 and var label
                    && Words.IsAt(Text, Words.Space(Text, label), ":"))
                {
                    var end = Words.Space(Text, Words.Space(Text, label) + 1);
                    if (IsTaken(end))
                    {
                        Take(at, end);
                    }
                }

                // Alone between two parts that were understood: 长安区请11月底前….
                if (IsTaken(at - 1) && Words.After(Text, at, Leading) is > 0 and var leading && IsTaken(leading))
                {
                    Take(at, leading);
                }
            }

            if (oneDue && Ending() is { } ending && IsTaken(ending - 1) && StartsClause(ending - 1))
            {
                Take(ending, Text.Length);
            }

            return TitleText.Closed(Joined());
        }

        /// <summary>Where a word begins that ends the text and is said of the limit: …，11月30日前完成.</summary>
        private int? Ending()
        {
            var end = Text.Length;
            while (end > 0 && (char.IsWhiteSpace(Text[end - 1]) || Text[end - 1] is '。' or '!'))
            {
                end--;
            }

            return Words.Before(Text, end, Endings) is > 0 and var start && char.IsWhiteSpace(Text[start - 1]) ? start
                // 12月20日前报: 长安3日内报 says nothing else.
                : Words.Before(Text, end, SentIn) is > 0 and var sent && char.IsWhiteSpace(Text[sent - 1]) && Text[..sent].Any(char.IsLetter) ? sent
                : null;
        }

        /// <summary>Whether there is a gap before the part that was taken out here.</summary>
        private bool StartsClause(int at)
        {
            while (IsTaken(at))
            {
                at--;
            }

            return at < 0 || Folding.IsGap(line.Text[at]);
        }

        private bool IsTaken(int at) => at >= 0 && at < taken.Length && taken[at];

        private string Joined()
        {
            var title = new StringBuilder(line.Typed.Length);
            for (var at = 0; at < taken.Length;)
            {
                var (start, isTaken) = (at, taken[at]);
                while (at < taken.Length && taken[at] == isTaken)
                {
                    at++;
                }

                if (!isTaken)
                {
                    title.Append(line.Between(start, at));
                }
                else if (title.Length > 0
                    && at < taken.Length
                    && !(IsWide(title[^1]) && IsWide(line.Typed[line.Origin(at)])))
                {
                    title.Append(' ');
                }
            }

            return title.ToString();
        }

        // Between Chinese characters and marks there is no space.
        private static bool IsWide(char c) => c >= '\u2E80' || c is '“' or '”' or '（' or '）';
    }
}
