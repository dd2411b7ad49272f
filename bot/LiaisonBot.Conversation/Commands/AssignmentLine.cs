using System.Text;
using System.Text.RegularExpressions;
using LiaisonBot.Core.Areas;
using LiaisonBot.Core.Calendar;
using LiaisonBot.Core.Matters;
using LiaisonBot.Core.Text;
using NodaTime;

namespace LiaisonBot.Conversation.Commands;

/// <summary>What was understood of an assignment said in one line. What was not recognised stays in the title, where it is seen.</summary>
/// <param name="Places">The places named, each once, in the order in which they were named.</param>
/// <param name="Ambiguous">A name that fits several places, with the places; the first such.</param>
/// <param name="NotPlaces">Names in a list of places that are none, and what promises more places than are named (正定等3县).</param>
/// <param name="Dues">The time limits found, the one taken first.</param>
/// <param name="Organ">Who in the place has to do it, as typed behind it: 委办公室 of 长安区委办公室. Empty when only the place is named.</param>
/// <param name="Title">The rest, as typed, behind the words with which it greets.</param>
public sealed partial record AssignmentLine(
    IReadOnlyList<Area> Places,
    (string Typed, int Start, IReadOnlyList<Area> Areas)? Ambiguous,
    IReadOnlyList<string> NotPlaces,
    IReadOnlyList<FoundDue> Dues,
    Urgency Urgency,
    string Organ,
    string Title)
{
    /// <summary>UTF-16 units in which limits and places are looked for: what follows in a longer text are the words of the task.</summary>
    private const int Looked = MatterLimits.Target;

    private const int Milliseconds = 2000;

    /// <summary>Of the title: of a whole message it is what it is about.</summary>
    public string FirstSentence => Title.IndexOfAny(['\n', '。', '；', '！', '？']) is > 0 and var end ? Title[..end].Trim() : Title.Trim();

    public DueSpan? Due => Dues.Count > 0 ? Dues[0].Due : null;

    /// <param name="within">Where the person assigns: it decides between places of the same name.</param>
    public static AssignmentLine Read(string typed, AreaBook areas, AreaCode? within, LocalDate today, WorkingCalendar calendar)
    {
        var rest = new Rest(typed);
        var dates = new DatePhrase(today, calendar);
        var dues = dates.Find(Head(rest.Text));
        if (dues is [{ Stays: false } due, ..]) rest.Take(due.Start, due.End);
        var urgent = UrgentWord().Match(Head(rest.Text));
        if (urgent.Success) rest.Take(urgent.Index, urgent.Index + urgent.Length);
        var places = new PlaceReader(areas, within);
        places.Read(rest);
        // 正定周五报方案: where the place ends, the day stands by itself.
        if (dues.Count == 0 && (dues = dates.Find(Head(rest.Text))) is [{ Stays: false } next, ..]) rest.Take(next.Start, next.End);
        return new(places.Places, places.Ambiguous, places.NotPlaces, [.. dues.Select(rest.AsTyped)], urgent.Success ? Urgency.Urgent : Urgency.Normal, places.Organ, WithoutGreeting(rest.Title(dues.Count == 1)));
    }

    private static string WithoutGreeting(string title) => Greeting().Replace(title, "") is { Length: > 0 } about ? about : title;

    internal static string Head(string text) => text.Length <= Looked ? text : text[..Looked];

    [GeneratedRegex(@"(?<![\p{L}\d])(?:[\[【(<](?:特急|加急|紧急|急件|急|urgent|asap)[\]】)>]|(?:特急件?|加急件?|紧急|急件|急{1,9}|十万火急|很急|非常急|比较急)(?:[!:]|(?![\p{L}\d]))|\b(?:urgent(?:ly)?|asap)\b[:!]?)|(?<=[，,。;；!\s]|^)(?:特急件?|加急件?|急件|十万火急)|(?<![应告着紧缓危焦救抢\s])急[!]*$", RegexOptions.CultureInvariant, Milliseconds)]
    private static partial Regex UrgentWord();

    // 各位领导好！ 张主任，您好： Dear all,
    [GeneratedRegex(@"^(?:(?:(?:尊敬的|各位|大家|\p{L}{0,3}(?:领导|书记|主任|组长|局长|处长|科长|县长|区长|市长|老师))(?:领导|同事|同志|同仁|老师|负责人|联络员)?们?|同志们|同事们|你|您|早上|上午|中午|下午|晚上)[,，]?\s?(?:您|大家)?(?:早上|上午|中午|下午|晚上)?(?:好|辛苦了?)|(?:各位|尊敬的)?(?:领导|同事|同志|同仁|联络员)们?(?=\s?[:：])|\b(?:dear|hi|hello)\b(?:\s[\p{L}]+){0,3}(?=\s?[,:!]))[\s,，。.!！:：;；~～]+", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, Milliseconds)]
    private static partial Regex Greeting();

    /// <summary>
    /// A typed line, folded, of which parts are understood one after the other. What is taken becomes as many spaces: everything else
    /// keeps its place. The title is what is left of the line as typed.
    /// </summary>
    internal sealed partial class Rest
    {
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

        public FoundDue AsTyped(FoundDue found) => found with { Start = Origin(found.Start), Length = Origin(found.End) - Origin(found.Start) };

        public void Take(int start, int end)
        {
            taken.AsSpan(start, end - start).Fill(true);
            Text = Text[..start] + new string(' ', end - start) + Text[end..];
        }

        /// <summary>What is left, closed up where something was taken out, without words and marks that led to it.</summary>
        /// <param name="oneDue">A closing 完成 can only be said of the limit that was taken.</param>
        public string Title(bool oneDue)
        {
            foreach (Match label in Label().Matches(Text))
                if (IsTaken(label.Index + label.Length)) Take(label.Index, label.Index + label.Length);
            foreach (Match leading in Leading().Matches(Text))
                if (IsTaken(leading.Index - 1) && IsTaken(leading.Index + leading.Length)) Take(leading.Index, leading.Index + leading.Length);
            if (oneDue && Ending().Match(Text) is { Success: true } ending && IsTaken(ending.Index - 1) && StartsClause(ending.Index - 1)) Take(ending.Index, Text.Length);

            var title = Joined();
            for (var before = ""; title != before;)
            {
                before = title;
                title = Doubled().Replace(EmptyBrackets().Replace(Gaps().Replace(title, m => m.Value[0] is ' ' or '\t' ? " " : m.Value[..1]), ""), "");
                title = Dangling().Replace(WithoutMarksAround(title), "");
            }

            return title;
        }

        /// <summary>Whether there is a gap before the part that was taken out here.</summary>
        private bool StartsClause(int at)
        {
            while (IsTaken(at)) at--;
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

                if (!isTaken) title.Append(line.Between(start, at));
                else if (title.Length > 0 && at < taken.Length && !(IsWide(title[^1]) && IsWide(line.Typed[line.Origin(at)]))) title.Append(' ');
            }

            return title.ToString();
        }

        private static string WithoutMarksAround(string title)
        {
            var (start, end) = (0, title.Length);
            while (start < end && IsMark(title[start])) start++;
            while (end > start && IsMark(title[end - 1])) end--;
            return title[start..end];

            static bool IsMark(char c) => Folding.IsGap(c) ? c is not ('?' or '？' or '~' or '～' or '/' or '／') : c is '|' or '-' or '—' or '–';
        }

        // Between Chinese characters and marks there is no space.
        private static bool IsWide(char c) => c >= '\u2E80' || c is '“' or '”' or '（' or '）';

        [GeneratedRegex(@"(?:责任(?:地区|单位|主体|方)|承办单位|牵头单位|主办单位|地区|单位|地点|place|area)\s?[:：]\s?", RegexOptions.CultureInvariant, Milliseconds)]
        private static partial Regex Label();

        // Alone between two parts that were understood: 长安区请11月底前….
        [GeneratedRegex(@"(?<!\S)(?:请|须|需|应|要|务必|尽快)(?!\S)", RegexOptions.CultureInvariant, Milliseconds)]
        private static partial Regex Leading();

        // Said of the limit at the end: …，11月30日前完成.
        [GeneratedRegex(@"(?<=\s)(?:完成|办结|完毕|到位|截止|要|交|交来|给我)[。！!]*\s*$", RegexOptions.CultureInvariant, Milliseconds)]
        private static partial Regex Ending();

        [GeneratedRegex(@"[（(【\[<《][，,、;；:：\s]*(?:上?报送?|完成|办结)?\s?[)）】\]>》]", RegexOptions.CultureInvariant, Milliseconds)]
        private static partial Regex EmptyBrackets();

        // A run of spaces is one; behind a Chinese mark there is none.
        [GeneratedRegex(@"[ \t]{2,}|[，、；：。！？][ \t]+", RegexOptions.CultureInvariant, Milliseconds)]
        private static partial Regex Gaps();

        [GeneratedRegex(@"(?<=[（(【])\s*[，,、;；]\s*|[，,、;；]\s*(?=[，,、;；。)）】])", RegexOptions.CultureInvariant, Milliseconds)]
        private static partial Regex Doubled();

        // 请, 由 and the like whose place or date was taken out, and the label of the text itself; at the end what led to a limit.
        [GeneratedRegex(@"^(?:请|由|责成|给|让|务必|to)(?=[\s,，、:：]|$)|^(?:事项名称|交办事项|事项|目标任务|任务|内容|主题)\s?[:：]|[，,;；\s](?:要求|必须|务必|请|并?于)$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, Milliseconds)]
        private static partial Regex Dangling();
    }
}
