using System.Reflection;

namespace LiaisonBot.Tests.Attack;

/// <summary>
/// One message costs little, whatever stands in it: every reader is linear in what it reads, or limited before it
/// reads. What is counted are steps of the product's own code, on copies of its assemblies that count them
/// (<see cref="Weaver"/>): the same on every machine.
/// </summary>
public sealed class LinearTests
{
    /// <summary>As much as a request may measure.</summary>
    private const int Longest = 1024 * 1024 - 1024;

    /// <summary>As much as is still read of what was typed.</summary>
    private const int Typed = 4_400;

    /// <summary>
    /// Steps of reading and answering one message, about a tenth of a second. What costs the most is an assignment that
    /// is nothing but days, with 43 million; a megabyte costs 3 million. Before tags were read from their end, 160,000
    /// brackets took ten thousand million.
    /// </summary>
    private const long Most = 60_000_000;

    /// <summary>Steps for each character of HTML.</summary>
    private const int EachOfHtml = 24;

    private const int SampledPairs = 600;

    private static readonly string[] Nasty =
    [
        "<",
        ">",
        "&",
        ";",
        "\"",
        "'",
        "\\",
        "{",
        "}",
        "[",
        "]",
        "(",
        ")",
        "/",
        "-",
        ":",
        ".",
        ",",
        "|",
        "*",
        "#",
        "0",
        "1",
        "20",
        "2026",
        "a",
        "A",
        "x ",
        " ",
        "\t",
        "\n",
        "\r\n",
        "，",
        "、",
        "。",
        "；",
        "：",
        "“",
        "”",
        "《",
        "（",
        "）",
        "零",
        "一",
        "二",
        "十",
        "百",
        "千",
        "万",
        "亿",
        "年",
        "月",
        "日",
        "周",
        "前",
        "内",
        "各",
        "县",
        "市",
        "区",
        "除",
        "外",
        "不",
        "吗",
        "了",
        "时",
        "\u0301",
        "\u200b",
        "\ufeff",
        "\u2060",
        "\u00a0",
        "\u3000",
        "\ud83d",
        "\ude00",
        "😀",
        "👨‍👩‍👧",
        "é",
        "ﷺ",
        "\u202e",
        "长安区",
        "1301-1",
        "&amp;",
        "<a ",
        "<p>",
        "</",
        "<!--",
        "<script>",
        "<at>",
        "<quoted",
        "<quoted messageId=\"5\"/>",
        "<blockquote itemtype=\"http://schema.skype.com/Reply\">",
        "</blockquote>",
        "<table>",
        "<tr><td rowspan=3000 colspan=61>",
        "12月5日",
        "12/5",
        "下周",
        "个工作日",
        "http://",
    ];

    private static readonly Type World = WovenWorld.Open().Stranger;

    private static readonly int Places = (int)World.GetProperty(nameof(Stranger.Count))!.GetValue(null)!;

    private readonly object stranger = World.GetMethod(nameof(Stranger.Come))!.Invoke(null, null)!;

    /// <summary>What is counted once in a process, when its first sentence comes, is no cost of a message.</summary>
    public LinearTests() => Send(0, "谁还没签", FirstSentence);

    private const int FirstSentence = 12;

    [Theory]
    [InlineData(Typed)]
    [InlineData(Longest)]
    public void Message_FullOfOneCharacter_CostsLittle_InEveryPlace(int bytes)
    {
        // A megabyte stops at the same limits whatever it is made of: each place gets every fourth character of it.
        var every = bytes == Longest ? 4 : 1;
        var costly = Enumerable.Range(0, Places)
            .SelectMany(place => Nasty.Where((_, i) => (place + i) % every == 0)
                .Select(nasty => Send(place, nasty, bytes))).OfType<string>().ToList();
        Assert.True(costly.Count == 0, string.Join('\n', costly));
    }

    [Theory]
    [InlineData(Typed)]
    [InlineData(Longest)]
    public void Message_FullOfPairs_CostsLittle(int bytes)
    {
        var random = new Random(20);
        var costly = Enumerable.Range(0, SampledPairs)
            .Select(i => Send(i % Places, random.GetItems(Nasty, 1)[0] + random.GetItems(Nasty, 1)[0], bytes))
            .OfType<string>()
            .ToList();
        Assert.True(costly.Count == 0, string.Join('\n', costly));
    }

    [Fact]
    public void Html_OfAnyPair_IsGoneThroughAFewTimes()
    {
        var read = World.GetMethod(nameof(Stranger.ReadHtml))!.CreateDelegate<Func<string, long>>();
        foreach (var pair in Nasty.SelectMany(one => Nasty.Select(other => one + other)))
        {
            var html = string.Concat(Enumerable.Repeat(pair, 4096 / pair.Length));
            Assert.InRange(read(html), html.Length / 2, EachOfHtml * html.Length);
        }

        foreach (var one in Nasty)
        {
            var html = string.Concat(Enumerable.Repeat(one, Longest / one.Length));
            Assert.InRange(read(html), html.Length / 2, EachOfHtml * (long)html.Length);
        }
    }

    /// <summary>What it was that cost too much, or failed; null when it was fine.</summary>
    private string? Send(int place, string nasty, int bytes)
    {
        var what = $"{World.GetMethod(nameof(Stranger.Name))!.Invoke(null, [place])} full of '{nasty}', {bytes} bytes";
        try
        {
            var steps = (long)World.GetMethod(nameof(Stranger.Send))!.Invoke(stranger, [place, nasty, bytes])!;
            return steps is > 0 and <= Most ? null : $"{what}: {steps} steps";
        }
        catch (TargetInvocationException e)
        {
            return $"{what}: {e.InnerException}";
        }
    }
}
