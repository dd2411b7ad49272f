using System.Text.RegularExpressions;
using LiaisonBot.Conversation.Phrases;
using LiaisonBot.Core.Text;

namespace LiaisonBot.Conversation.Reading;

/// <summary>Figures of a text that are put right: 不对不对 是3件 剩4件; 不是11是12家 剩1家; sorry, it's 12 paid, 1 left.</summary>
internal static partial class FigureCorrection
{
    /// <summary>
    /// What stands behind the words that call it wrong, folded, the figure that is denied there, and whether it may be a text of its own; null
    /// where none do.
    /// </summary>
    public static (string Right, string Wrong, bool IsText)? Of(string folded) =>
        Correction().Match(folded.Trim()) is { Success: true } match && (match.Groups["right"].Value.Any(char.IsAsciiDigit) || IsOfFigures(match.Groups["right"].Value))
            ? (match.Groups["right"].Value.Trim(Marks), match.Groups["wrong"].Value, true)
            // make that 15 and five: of one figure it may be a day.
            : Instead().Match(folded.Trim()) is { Success: true } instead && instead.Groups["right"].Value is var come && FiguresIn(come).Count > 1
            ? (come.Trim(Marks), "", false)
            : null;

    /// <summary>15 and five, 十五件和五件: figures, also in words, and nothing else.</summary>
    private static bool IsOfFigures(string said) =>
        FiguresIn(said).Count > 0
            && EnglishWord().Matches(said).All(match => JoiningWords.Contains(match.Value) || Numbers.ContainsKey(match.Value))
            && said.Where(letter => letter >= '一').All(letter => Joining.Contains(letter, StringComparison.Ordinal) || Units.Contains(letter, StringComparison.Ordinal) || Numeral.Read(letter.ToString()) is not null);

    /// <summary>The text with these figures in the place of its own, where each has one; null where that is not clear.</summary>
    public static string? Put(string told, string right, string wrong)
    {
        var folded = Folding.Of(told);
        if (folded.Length != told.Length || !SaysOnlyFigures(right, folded))
        {
            return null;
        }

        var (stand, come) = (FiguresIn(folded), FiguresIn(right));
        // 不是11是12家 剩1家: from the one that is denied.
        var first = wrong.Length == 0 ? 0 : stand.FindIndex(figure => figure.Text == wrong);
        var places = first < 0 || come.Count == 0 ? []
            : wrong.Length > 0 && come.Count == 1 ? [stand[first]]
            : stand.Count - first == come.Count ? stand[first..]
            : wrong.Length == 0 && Parts(stand, come) is { Count: > 0 } parts ? parts
            : Alike(stand, come);
        if (places.Count != come.Count || places.Count == 0 || places.Zip(come).Any(pair => !IsOfUnit(pair.First.Unit, pair.Second.Unit) && stand.Exists(figure => figure.Unit == pair.Second.Unit)))
        {
            return null;
        }

        foreach (var (place, figure) in places.Zip(come).OrderByDescending(pair => pair.First.Start))
        {
            told = told[..place.Start] + figure.Text + told[(place.Start + place.Text.Length)..];
        }

        return told;
    }

    /// <summary>剩4件, where 剩 stands before one figure alone; empty where one of them has no such place.</summary>
    private static List<Found> Alike(List<Found> stand, List<Found> come)
    {
        List<Found> places = [];
        foreach (var figure in come)
        {
            var same = stand.FindAll(place => IsOfUnit(place.Unit, figure.Unit) && (stand.Count(other => IsOfUnit(other.Unit, figure.Unit)) == 1 || (figure.Before != '\0' && place.Before == figure.Before)));
            if (same is not [var only] || places.Contains(only))
            {
                return [];
            }

            places.Add(only);
        }

        return places;
    }

    /// <summary>14 of 20 settled, six left: 15 and five are the parts of what stays.</summary>
    private static List<Found> Parts(List<Found> stand, List<Found> come)
    {
        if (stand.Count != come.Count + 1 || come.Count < 2)
        {
            return [];
        }

        var sum = come.Sum(figure => figure.Value ?? 0);
        return stand.FindAll(figure => figure.Value == sum) is [var whole] ? [.. stand.Where(figure => figure != whole)] : [];
    }

    private static bool IsOfUnit(string stands, string comes) => comes.Length == 0 || stands == comes;

    /// <summary>Beside its figures it says nothing that the text does not say already.</summary>
    private static bool SaysOnlyFigures(string right, string told)
    {
        var words = EnglishWord().Matches(told).Select(match => match.Value).ToHashSet(StringComparer.Ordinal);
        return right.Where(letter => letter >= '一').All(letter => told.Contains(letter, StringComparison.Ordinal) || Joining.Contains(letter, StringComparison.Ordinal) || Numeral.Read(letter.ToString()) is not null)
            && EnglishWord().Matches(right).All(match => words.Contains(match.Value) || JoiningWords.Contains(match.Value) || Numbers.ContainsKey(match.Value));
    }

    private sealed record Found(int Start, string Text, string Unit, char Before)
    {
        public int? Value => Numbers.TryGetValue(Text, out var number) ? number : Numeral.Read(Text);
    }

    private static List<Found> FiguresIn(string text) =>
        [
            .. Figure().Matches(text).Select(match => new Found(
                match.Groups["figure"].Index,
                match.Groups["figure"].Value,
                // 15 and five: what only joins is no unit.
                JoiningWords.Contains(match.Groups["unit"].Value.Trim()) ? "" : match.Groups["unit"].Value,
                text[..match.Index].TrimEnd() is [.., >= '一' and var before] ? before : '\0')),
        ];

    private static readonly char[] Marks = [' ', ',', '，', '。', '.', '!', ';'];

    private const string Joining = "是剩余还有已经差了就该应共只才总计和的个";

    private static readonly HashSet<string> JoiningWords =
        new(["it's", "its", "it", "is", "are", "was", "were", "and", "only", "just", "still", "left", "remaining", "remain", "to", "go", "more", "but", "now", "make", "that", "should", "be", "actually", "in", "fact"], StringComparer.Ordinal);

    private const RegexOptions Plain = RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant;

    private const string Units = "件户栋个家处笔项宗亩人万亿名辆座条份次批";

    private static readonly Dictionary<string, int> Numbers = new(
        new[] { "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty" }
            .Select((word, at) => KeyValuePair.Create(word, at + 2)),
        StringComparer.Ordinal);

    [GeneratedRegex(@"(?<figure>[0-9]+(\.[0-9]+)?)(?<unit>%|[\u4e00-\u9fff]| [a-z]+)?|\b(?<figure>two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty)\b(?<unit> [a-z]+)?|(?<figure>[二三四五六七八九]?十[一二三四五六七八九]?|[二两三四五六七八九])(?<unit>[" + Units + "])", Plain)]
    private static partial Regex Figure();

    [GeneratedRegex("[a-z']+", Plain)]
    private static partial Regex EnglishWord();

    [GeneratedRegex(
        @"^((哦|噢|哎|唉|呃|啊|等下|等等|坏了|刚才|刚刚|我|数|数字|数据|那个|上面|又)*(不对|不是这个数|错了|说错了|写错了|打错了|报错了|填错了|记错了|弄错了|搞错了|口误|更正|更正一下)(了|啊|呀)?[,，。.:： ]*)+(应该是|应为|应该|是|改成)?(?<right>.+)$"
        + @"|^(哦|噢|哎|唉|呃|啊|刚才|应该|数)*不是(?<wrong>[0-9]+(\.[0-9]+)?)[\u4e00-\u9fff]{0,2}?[,，。 ]*(而是|应该是|应是|是)(?<right>[0-9].*)$"
        + @"|^((oh|no|sorry|wait|oops|hang on|hold on|correction|typo|my mistake|my bad|scratch that|that's wrong|that was wrong|those were wrong|wrong number|wrong numbers|wrong figures|wrong figure|i mistyped)[,.:! ]+)+(actually )?(it's |it is |it was |it should be |should be |that's |i meant |i mean |make it |make that )?(?<right>.+)$"
        + @"|^(oh |no |no, |sorry |sorry, |it's |it is )*not (?<wrong>[0-9]+(\.[0-9]+)?)( [a-z]+)?[, ]+(but |it's |it is |make it |make that )?(?<right>[0-9].*)$",
        Plain)]
    private static partial Regex Correction();

    [GeneratedRegex(@"^((actually|ok|no|well|oh|哦|噢|那|呃)[,， ]*)*(make it|make that|change it to|change that to|should be|it should be|that should be|改成|改为|应该是|应为|换成)[ ,，:：]*(?<right>.+)$", Plain)]
    private static partial Regex Instead();
}
