using System.Text.RegularExpressions;

namespace LiaisonBot.Conversation.Reading;

/// <summary>What a Chinese clause without marks tells before the words of its order and behind them. All texts are folded.</summary>
internal static partial class OrderParts
{
    /// <summary>是农业农村局的事给|退了: where what is told begins and ends, without what leads to the order.</summary>
    /// <param name="places">Names of places, for whom it may be ordered.</param>
    public static (int Start, int End) BeforeTheOrder(string before, IReadOnlyList<string> places)
    {
        var end = before.TrimEnd().Length;
        for (var last = -1; last != end;)
        {
            last = end;
            end = Leading().Match(before[..end]) is { Success: true } lead ? lead.Index : end;
            foreach (var place in places)
            {
                end = place.Length > 1 && before[..end].EndsWith(place, StringComparison.Ordinal) && Phrases.Words.Before(before, end - place.Length, "给", "让", "替", "帮") >= 0 ? end - place.Length : end;
            }
        }

        var start = 0;
        foreach (Match pointed in Pointed().Matches(before[..end]))
        {
            start = pointed.Index + pointed.Length;
        }

        start += Hedge().Match(before[start..end]).Length;
        return (Math.Min(start, end), end);
    }

    /// <summary>How much of what stands behind the words of the order still belongs to them: 前交吧.</summary>
    public static int PastTheOrder(string behind) => Trailing().Match(behind).Length;

    /// <summary>Whether it says something of its own, and not only names.</summary>
    public static bool Tells(string text) =>
        text.Count(letter => letter >= '一') >= LeastTold && text.AsSpan().IndexOfAny(Predicates) >= 0;

    /// <summary>one is not for us: behind the words that name a matter, something is said of it.</summary>
    public static bool BeginsWithVerb(string behind) => Verb().IsMatch(behind);

    private const int LeastTold = 4;

    private static readonly System.Buffers.SearchValues<char> Predicates = System.Buffers.SearchValues.Create("了没不未过着在得有是太忒会被怕难错无缺差等忙才刚已该归属");

    private const RegexOptions Plain = RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant;

    [GeneratedRegex("^ *((one|matter|task|case|thing|item) )?(is|isn't|are|aren't|was|wasn't|were|has|hasn't|have|haven't|had|does|doesn't|belongs|needs|should|must|cannot|can't|won't|will|falls|goes|sits|lies|rests|looks|seems|comes|runs|concerns|really|isn't|affects|covers|sounds|depends) ", Plain)]
    private static partial Regex Verb();

    [GeneratedRegex("(给他们|给它|给他|给我们|给我|给咱|给|让他们|让|把它|把这个|把这件|想要|想|希望|要不|能不能|能否|可不可以|可否|可以|请|麻烦|帮我们|帮我|帮|替|先|就|再|还是|申请|往后|往前|时间|期限|时限|日子|干脆|直接|麻烦您|麻烦你|所以|那|我|我们|咱|咱们|得|恳请|你看|您看|看看|看|也)$", Plain)]
    private static partial Regex Leading();

    [GeneratedRegex("(那件事|这件事|那个事|这个事|那件|这件|那个|这个|那项|这项|那份|那条)(的|啊|吧|嘛|呢)?", Plain)]
    private static partial Regex Pointed();

    [GeneratedRegex("^(我看|我觉得|我感觉|感觉|我寻思|我认为|觉得|看来|应该|因为|由于|这|那|的|吧|啊|嘛|呢|[ ,，])*", Plain)]
    private static partial Regex Hedge();

    [GeneratedRegex("^(号|日|之前|以前|前|以内|内|再交|再报|交|报|办完|办结|完成|来|去|掉|回来|回去|一下|给他们|给它|吧|呗|了|啊|呀|哈|就行|就好|就够了|行不行|行不|行吗|可以吗|好不好|好吗|成不|的话|[ ,，。])*", Plain)]
    private static partial Regex Trailing();
}
