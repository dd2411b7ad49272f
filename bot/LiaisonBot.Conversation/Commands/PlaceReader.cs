using System.Globalization;
using System.Text.RegularExpressions;
using LiaisonBot.Core.Areas;
using LiaisonBot.Core.Text;

namespace LiaisonBot.Conversation.Commands;

/// <summary>Finds the places in a line: all of a kind (全市各县), a list (长安、正定和藁城), or one.</summary>
/// <param name="within">Where the person assigns: it decides between places of the same name, and says which city 全市 is.</param>
internal sealed partial class PlaceReader(AreaBook areas, AreaCode? within)
{
    private const int ShortestName = 2;

    private const int LongestName = 20;

    /// <summary>Names written one after the other without anything between them that are followed.</summary>
    private const int MostInARow = 30;

    private const int Milliseconds = 2000;

    private readonly Dictionary<int, (int Length, AreaMatch Match)?> known = [];

    private AssignmentLine.Rest line = new("");

    public List<Area> Places { get; } = [];

    public (string Typed, int Start, IReadOnlyList<Area> Areas)? Ambiguous { get; private set; }

    public List<string> NotPlaces { get; } = [];

    /// <inheritdoc cref="AssignmentLine.Organ"/>
    public string Organ { get; private set; } = "";

    /// <summary>Takes the places out of the text.</summary>
    public void Read(AssignmentLine.Rest rest)
    {
        line = rest;
        if (All(rest)) return;
        var text = AssignmentLine.Head(rest.Text);
        for (var at = 0; at < text.Length; at++)
        {
            if (at > 0 && !Folding.IsGap(text[at - 1]) && text[at - 1] is not ('(' or ')' or '【' or '】' or '[' or ']') && text[at] != '@') continue;
            var start = at + (Particle().Match(text, at) is { Success: true } particle ? particle.Length : 0);
            if (One(text, start, 0) is not { } first) continue;
            rest.Take(at, UnknownBelow(text, start, first) is { } unknown ? Unknown(text, start, unknown) : List(text, start, first));
            return;
        }
    }

    /// <summary>The length of the longest name that begins here; null when none does.</summary>
    /// <param name="before">Names that stand directly before this one.</param>
    private (int Length, AreaMatch Match)? One(string text, int start, int before)
    {
        if (known.TryGetValue(start, out var one)) return one;
        return known[start] = Search();

        (int Length, AreaMatch Match)? Search()
        {
            var most = Math.Min(LongestName, text.Length - start);
            for (var length = most; length >= ShortestName; length--)
            {
                if (length < most && char.IsLowSurrogate(text[start + length])) continue;
                var name = text.Substring(start, length);
                if (char.IsWhiteSpace(name[0]) || Folding.IsGap(name[^1]) || name.Any(c => c is '、' or '，' or ',')) continue;
                var match = areas.Resolve(name, within);
                if (match is AreaMatch.None) continue;
                var end = start + length;
                if (IsFull(match, name) || EndsWord(text, end) || (before < MostInARow && One(text, end, before + 1) is not null)) return (length, match);
            }

            return null;
        }
    }

    private static bool EndsWord(string text, int end) =>
        end == text.Length
        || Folding.IsGap(text[end])
        || text[end] is ')' or '）' or '】' or ']'
        || Joint().IsMatch(text, end)
        || Number().IsMatch(text, end)
        || DayWord().IsMatch(text, end)
        || TaskVerbs.Begin.Any(v => text.AsSpan(end).StartsWith(v, StringComparison.Ordinal));

    private static bool IsFull(AreaMatch match, string name) => match switch
    {
        AreaMatch.One one => name.EndsWith(Folding.Of(one.Area.Name), StringComparison.Ordinal),
        AreaMatch.Several several => several.Areas.Any(a => name.EndsWith(Folding.Of(a.Name), StringComparison.Ordinal)),
        _ => false,
    };

    /// <summary>和田地区和康县, when nothing is called 和康县, is not all of 和田地区: where such a name ends, null when there is none.</summary>
    private int? UnknownBelow(string text, int start, (int Length, AreaMatch Match) found)
    {
        if (found.Match is not AreaMatch.One { Area.Level: AreaLevel.City or AreaLevel.Province }) return null;
        var end = start + found.Length;
        var joint = Joint().Match(text, end);
        if (joint.Success && end + joint.Length < text.Length && One(text, end + joint.Length, 0) is not null) return null;
        var gap = end;
        while (gap < text.Length && text[gap] == ' ') gap++;
        if (Number().IsMatch(text, end) || Number().IsMatch(text, gap)) return null;
        return CountyWord.EndAt(text, gap, gap > end, EndsWord);
    }

    private int Unknown(string text, int start, int end)
    {
        NotPlaces.Add(text[start..end].Trim());
        return end;
    }

    /// <returns>Where the list of places ends.</returns>
    private int List(string text, int start, (int Length, AreaMatch Match) first)
    {
        Add(text, start, first);
        var end = start + first.Length;
        while (end < text.Length)
        {
            var joint = Joint().Match(text, end);
            var next = end + joint.Length;
            if (next < text.Length && One(text, next, 0) is { } another)
            {
                if (UnknownBelow(text, next, another) is { } unknown)
                {
                    end = Unknown(text, next, unknown);
                    continue;
                }

                Add(text, next, another);
                end = next + another.Length;
                continue;
            }

            // After an enumeration comma another place was meant, if it is as short as one.
            if (!joint.Success || next >= text.Length || !joint.Value.Contains('、', StringComparison.Ordinal)) break;
            var word = WordAt(text, next);
            if (word.Length is 0 or > 8 || With().IsMatch(word)) break;
            NotPlaces.Add(line.Typed(next, next + word.Length));
            end = next + word.Length;
        }

        return Number().Match(text, end) is { Success: true } number ? Counted(text, end, number) : Places.Count == 1 && OrganAt().Match(text, end) is { Success: true } organ ? Of(organ, end) : end;
    }

    /// <summary>正定等3县, 长安、正定两县区: more than were named is said, since nobody knows which.</summary>
    private int Counted(string text, int end, Match number)
    {
        var count = Numeral.Read(number.Groups["count"].Value);
        if (count != Places.Count) NotPlaces.Add(line.Typed(end, end + number.Length).Trim());
        return end + number.Length;
    }

    private int Of(Match organ, int end)
    {
        if (!organ.Groups["people"].Success) Organ = line.Typed(end, end + organ.Length);
        return end + organ.Length;
    }

    private static string WordAt(string text, int start)
    {
        var end = start;
        while (end < text.Length && !Folding.IsGap(text[end]) && text[end] is not (')' or '）')) end++;
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
                Ambiguous ??= (line.Typed(start, start + found.Length), line.Origin(start), several.Areas);
                break;
        }
    }

    /// <summary>
    /// 全省各市, 全省各县, 全市各县区, 石家庄市各县, 石家庄市及所辖县区, 全市22个县, several of them: takes them out of the text.
    /// </summary>
    /// <returns>False when none of them could be told, so that other places are looked for.</returns>
    private bool All(AssignmentLine.Rest rest)
    {
        var at = -1;
        for (var match = AllOf().Match(AssignmentLine.Head(rest.Text)); match.Success; match = AllOf().Match(AssignmentLine.Head(rest.Text), at))
        {
            var kind = Kind(rest.Text, match);
            if (at >= 0 && !rest.Text[at..kind.Start].All(c => Folding.IsGap(c) || c is '和' or '及' or '与')) break;
            if (match.Groups["kind"].Value == "区") kind.Areas.RemoveAll(a => !a.Name.EndsWith('区'));
            var places = kind.Areas.Where(a => Places.TrueForAll(p => p.Code != a.Code)).ToList();
            if (places.Count == 0 || (match.Groups["count"].Success && Numeral.Read(match.Groups["count"].Value) != places.Count)) NotPlaces.Add(rest.Typed(match.Index, kind.End).Trim());
            else Places.AddRange([.. kind.With, .. places]);
            rest.Take(kind.Start, kind.End);
            at = kind.End;
        }

        return Places.Count > 0;
    }

    /// <param name="With">The city, or the cities, when they are named beside their counties.</param>
    private readonly record struct AllKind(List<Area> Areas, IReadOnlyList<Area> With, int Start, int End);

    private AllKind Kind(string text, Match match)
    {
        var (start, end) = (match.Index, match.Index + match.Length);
        var ofAll = match.Groups["unqualified"].Success && (within is null or { Level: AreaLevel.Province });
        if (ofAll || match.Groups["cities"].Success || match.Groups["province"].Success)
        {
            var named = new[] { areas.Province.Name, areas.Province.Name.TrimEnd('省') }.FirstOrDefault(name => text.AsSpan(0, start).EndsWith(name, StringComparison.Ordinal));
            var (cities, counties) = (areas.Cities.Where(c => !c.Code.IsHeading), areas.All.Where(a => a.Level == AreaLevel.County));
            return new([.. match.Groups["cities"].Success ? cities : counties], [.. match.Groups["both"].Success ? cities : []], start - (named?.Length ?? 0), end);
        }

        // all counties of 石家庄市.
        if (match.Groups["of"].Success)
            return One(text, end, 0) is (var length, AreaMatch.One { Area: { Level: AreaLevel.City } of }) ? new(Counties(of.Code), [], start, end + length) : new([], [], start, end);
        if (CityBefore(text, start) is { } city) return new(Counties(city.Area.Code), [], city.Start, end);
        var joint = BesideIt().Match(text[..start]);
        if (joint.Success && CityBefore(text, joint.Index) is { } beside) return new(Counties(beside.Area.Code), [beside.Area], beside.Start, end);
        return new(within is { Level: not AreaLevel.Province } own ? Counties(own.City) : [], [], start, end);
    }

    private List<Area> Counties(AreaCode city) => [.. areas.Children(city).Where(a => a.Level == AreaLevel.County)];

    private (Area Area, int Start)? CityBefore(string text, int end)
    {
        for (var start = Math.Max(0, end - LongestName); start <= end - ShortestName; start++)
            if (!Folding.IsGap(text[start]) && !Folding.IsGap(text[end - 1]) && areas.Resolve(text[start..end], within) is AreaMatch.One { Area: { Level: AreaLevel.City } city }) return (city, start);
        return null;
    }

    [GeneratedRegex(@"(?:、|，|,|和|以?及|与)\s?(?:其|全市)?$", RegexOptions.CultureInvariant, Milliseconds)]
    private static partial Regex BesideIt();

    [GeneratedRegex(@"\G(?:请|由|责成|交由?给?|转?给|让|对|向|致|转|通知|督促|要求|催促?|安排|@|to\s|assign\s)\s?", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, Milliseconds)]
    private static partial Regex Particle();

    [GeneratedRegex(@"\G\s?(?:、|，|,|/|;|；|\+|＋|和|及|与|以及|&|and\s|\s)\s?", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, Milliseconds)]
    private static partial Regex Joint();

    // How many places a list is of, when it says so behind it.
    [GeneratedRegex(@"\G\s?(?:等\s?(?<count>\d{1,3}|[一二两三四五六七八九十]{1,3})?\s?个?(?:县市区|县（市、区）|县\(市、区\)|县区|区县|市县|地区|地方|县|区|市|地)|(?<count>\d{1,3}|[一二两三四五六七八九十]{1,3})\s?个?(?:县市区|县（市、区）|县区|区县|市县|地区|地(?!方)|县|区|市))(?!级|委|里|域)", RegexOptions.CultureInvariant, Milliseconds)]
    private static partial Regex Number();

    [GeneratedRegex(@"\G(?:本|这|下{1,2}个?)?(?:周|星期|礼拜)[一二三四五六日天末]|\G(?:今|明|后|大后)[天日]|\G(?:本|下个?)?月底|\G年底", RegexOptions.CultureInvariant, Milliseconds)]
    private static partial Regex DayWord();

    // Another place that is to help is not one to assign to.
    [GeneratedRegex("配合|协助|牵头|负责", RegexOptions.CultureInvariant, Milliseconds)]
    private static partial Regex With();

    // Committee, government and office of the place, or its people.
    [GeneratedRegex(@"\G(?:(?<people>的?(?:各位)?(?:同志们?|联络员|同事))|委、?(?:区|县|市)政府|(?:委|(?:人民)?政府|纪委监委|纪委|监委|联络办|联络机构|[一-龥]{1,6}?局)(?:办公室|办|组织部|宣传部|统战部|政法委|巡察办|督查室)?)(?=$|[\s,，、:：;；。]|于|在|请|须|要|把|将|牵头|负责|落实|整改|上报|报)", RegexOptions.CultureInvariant, Milliseconds)]
    private static partial Regex OrganAt();

    [GeneratedRegex(@"(?:(?<province>全省)(?:各|所有|(?<count>\d{1,3})\s?个)?(?:(?<both>市县)区?|县（市、区）|县\(市、区\)|县市区|县区|县|区县)|(?:全省)?(?<cities>各(?:设区|地)?市)(?!县|区|场|直)|全省(?<count>\d{1,3})\s?个(?<cities>设区市|市)(?!县|区)|(?:全市|所辖|下辖|辖区|市?辖)?(?:的)?(?:各|所有|(?<=全市|所辖|下辖|辖区)(?:(?<count>\d{1,3})\s?个)?)(?<kind>县（市、区）|县\(市、区\)|县市区|县区|区县|县(?!委|政府|级|域)|区(?!域|块|间|位|委|政府)))|\ball counties (?<of>of|in)\s|(?<unqualified>\ball counties\b)|(?<cities>\ball cities\b)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, Milliseconds)]
    private static partial Regex AllOf();
}
