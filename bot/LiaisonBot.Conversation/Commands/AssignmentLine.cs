using System.Text.RegularExpressions;
using LiaisonBot.Core.Areas;
using LiaisonBot.Core.Calendar;
using LiaisonBot.Core.Matters;
using NodaTime;

namespace LiaisonBot.Conversation.Commands;

/// <summary>What was understood of an assignment said in one line. What was not recognised stays in the title, where it is seen.</summary>
/// <param name="Places">The places named, each once, in the order in which they were named.</param>
/// <param name="Ambiguous">A name that fits several places, with the places; the first such.</param>
/// <param name="NotPlaces">Names in a list of places that are none.</param>
/// <param name="Dues">The time limits found, the one taken first.</param>
/// <param name="Title">The rest, as typed.</param>
public sealed partial record AssignmentLine(
    IReadOnlyList<Area> Places,
    (string Typed, int Start, IReadOnlyList<Area> Areas)? Ambiguous,
    IReadOnlyList<string> NotPlaces,
    IReadOnlyList<FoundDue> Dues,
    Urgency Urgency,
    string Title)
{
    private const int ShortestName = 2;

    private const int LongestName = 20;

    private const int Milliseconds = 500;

    // What may follow a place's short name at once, without a space: after anything else it is a part of another word (新华书店).
    private static readonly string[] Verbs =
    [
        "上报", "报", "提交", "开展", "完成", "落实", "整改", "核查", "排查", "督促", "制定", "制订", "梳理", "反馈", "办理", "于", "请", "限", "须", "在", "将", "就", "要", "对", "把",
        "尽快", "抓紧", "立即", "做好", "组织", "说明", "核实", "处理", "解决", "自查", "研究", "加强", "推进", "建立", "清理", "清查", "查处", "汇总", "统计", "按", "按照", "每",
    ];

    public DueSpan? Due => Dues.Count > 0 ? Dues[0].Due : null;

    /// <param name="within">Where the person assigns: it decides between places of the same name.</param>
    public static AssignmentLine Read(string typed, AreaBook areas, AreaCode? within, LocalDate today, WorkingCalendar calendar)
    {
        var dues = new DatePhrase(today, calendar).Find(typed);
        // What is understood becomes as many spaces: everything else keeps its place.
        var text = dues.Count > 0 ? Blank(typed, dues[0].Start, dues[0].Length) : typed;
        var urgency = Urgency.Normal;
        if (UrgentWord().Match(Folded.Of(text)) is { Success: true } urgent)
        {
            urgency = Urgency.Urgent;
            text = Blank(text, urgent.Index, urgent.Length);
        }

        var reader = new PlaceReader(areas, within);
        var title = reader.Read(text);
        return new(reader.Places, reader.Ambiguous, reader.NotPlaces, dues, urgency, Tidy(title));
    }

    private static string Blank(string text, int start, int length) => text[..start] + new string(' ', length) + text[(start + length)..];

    /// <summary>Gaps that were left where something was understood become one, and none at either end.</summary>
    private static string Tidy(string text)
    {
        var inner = Gaps().Replace(text, " ").Trim(' ', '\u3000', '\t', '\n', '\r', ',', '，', '、', ';', '；', ':', '：', '。', '!', '！');
        return DanglingLead().Replace(inner, "").TrimStart(' ', ',', '，', '、', ':', '：');
    }

    [GeneratedRegex(@"(?<![\p{L}\d])(?:[\[【(<](?:特急|加急|紧急|急件|急|urgent|asap)[\]】)>]|(?:特急|加急|紧急|急件|急)(?:[!:]|(?![\p{L}\d]))|\b(?:urgent(?:ly)?|asap)\b[:!]?)|(?<=[，,。;；!\s]|^)(?:特急|加急|急件)", RegexOptions.CultureInvariant, Milliseconds)]
    private static partial Regex UrgentWord();

    [GeneratedRegex(@"[ \t]{2,}", RegexOptions.CultureInvariant, Milliseconds)]
    private static partial Regex Gaps();

    // 请, 由 and the like whose place or date was taken out.
    [GeneratedRegex(@"^(?:请|由|责成|给|让|务必|to)(?=[\s,，、:：]|$)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, Milliseconds)]
    private static partial Regex DanglingLead();

    /// <summary>Finds the places in a line: all of a kind (全市各县), a list (长安、正定和藁城), or one.</summary>
    private sealed partial class PlaceReader(AreaBook areas, AreaCode? within)
    {
        public List<Area> Places { get; } = [];

        public (string Typed, int Start, IReadOnlyList<Area> Areas)? Ambiguous { get; private set; }

        public List<string> NotPlaces { get; } = [];

        /// <returns>The text without the places.</returns>
        public string Read(string text)
        {
            if (All(text) is { } rest) return rest;
            for (var at = 0; at < text.Length; at++)
            {
                if (at > 0 && !Folded.IsGap(text[at - 1])) continue;
                var start = at + (Particle().Match(text, at) is { Success: true } particle && particle.Index == at ? particle.Length : 0);
                if (One(text, start) is not { } first) continue;
                return text[..at] + " " + text[List(text, start, first)..];
            }

            return text;
        }

        /// <summary>The length of the longest name that begins here; null when none does.</summary>
        private (int Length, AreaMatch Match)? One(string text, int start)
        {
            var most = Math.Min(LongestName, text.Length - start);
            for (var length = most; length >= ShortestName; length--)
            {
                if (length < most && char.IsLowSurrogate(text[start + length])) continue;
                var name = text.Substring(start, length);
                if (char.IsWhiteSpace(name[^1]) || char.IsWhiteSpace(name[0]) || Folded.IsGap(name[^1]) || name.Any(c => c is '、' or '，' or ',')) continue;
                var match = areas.Resolve(name, within);
                if (match is AreaMatch.None) continue;
                var end = start + length;
                if (end == text.Length || Folded.IsGap(text[end]) || Joint().Match(text, end) is { Success: true, Length: > 0 }
                    || IsFull(match, name) || Verbs.Any(v => text.AsSpan(end).StartsWith(v, StringComparison.Ordinal)))
                    return (length, match);
            }

            return null;
        }

        private static bool IsFull(AreaMatch match, string name) => match switch
        {
            AreaMatch.One one => name.EndsWith(one.Area.Name, StringComparison.Ordinal),
            AreaMatch.Several several => several.Areas.Any(a => name.EndsWith(a.Name, StringComparison.Ordinal)),
            _ => false,
        };

        /// <returns>Where the list of places ends.</returns>
        private int List(string text, int start, (int Length, AreaMatch Match) first)
        {
            Add(text, start, first);
            var end = start + first.Length;
            while (Joint().Match(text, end) is { Success: true } joint && end + joint.Length < text.Length)
            {
                var next = end + joint.Length;
                if (One(text, next) is { } another)
                {
                    Add(text, next, another);
                    end = next + another.Length;
                    continue;
                }

                // After an enumeration comma another place was meant, if it is as short as one.
                var word = WordAt(text, next);
                if (!joint.Value.Contains('、', StringComparison.Ordinal) || word.Length is 0 or > 8) break;
                NotPlaces.Add(word);
                end = next + word.Length;
            }

            return end;
        }

        private static string WordAt(string text, int start)
        {
            var end = start;
            while (end < text.Length && !Folded.IsGap(text[end])) end++;
            return text[start..end];
        }

        private void Add(string text, int start, (int Length, AreaMatch Match) found)
        {
            switch (found.Match)
            {
                case AreaMatch.One one when Places.TrueForAll(p => p.Code != one.Area.Code):
                    Places.Add(one.Area);
                    break;
                case AreaMatch.Several several:
                    Ambiguous ??= (text.Substring(start, found.Length), start, several.Areas);
                    break;
            }
        }

        /// <summary>全省各市, 全省各县, 全市各县区, 石家庄市各县; the text without it, or null.</summary>
        private string? All(string text)
        {
            var match = AllOf().Match(text);
            if (!match.Success) return null;
            var (start, ofCities) = (match.Index, match.Groups["cities"].Success);
            IEnumerable<Area> Counties(AreaCode city) => areas.Children(city).Where(a => a.Level == AreaLevel.County);
            if (ofCities) Places.AddRange(areas.Cities.Where(c => !c.Code.IsHeading));
            else if (match.Groups["province"].Success) Places.AddRange(areas.All.Where(a => a.Level == AreaLevel.County));
            else if (CityBefore(text, start) is { } named)
            {
                Places.AddRange(Counties(named.City));
                start = named.Start;
            }
            else if (within is { Level: not AreaLevel.Province } own) Places.AddRange(Counties(own.City));
            else NotPlaces.Add(match.Value);

            return text[..start] + " " + text[(match.Index + match.Length)..];
        }

        private (AreaCode City, int Start)? CityBefore(string text, int end)
        {
            for (var start = Math.Max(0, end - LongestName); start <= end - ShortestName; start++)
                if (areas.Resolve(text[start..end], within) is AreaMatch.One { Area: { Level: AreaLevel.City } city }) return (city.Code, start);
            return null;
        }

        [GeneratedRegex(@"\G(?:请|由|责成|交由?|给|让|对|向|致|转|to\s|@)\s?", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, Milliseconds)]
        private static partial Regex Particle();

        [GeneratedRegex(@"\G\s?(?:、|，|,|和|及|与|以及|&|and\s|\s)\s?", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, Milliseconds)]
        private static partial Regex Joint();

        [GeneratedRegex(@"(?:(?<province>全省)(?:各|所有)?(?:市县区?|县(?:（市、区）|\(市、区\)|市区|区)?|区县)|(?:全省)?(?<cities>各(?:设区)?市)(?!县|区)|(?:全市|所辖|下辖|辖区)?(?:的)?(?:各|所有)(?:县（市、区）|县\(市、区\)|县市区|县区|区县|县))|(?<province>\ball counties\b)|(?<cities>\ball cities\b)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, Milliseconds)]
        private static partial Regex AllOf();
    }
}
