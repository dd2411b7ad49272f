using System.Text;
using CsCheck;
using LiaisonBot.Conversation.Wire;

namespace LiaisonBot.Tests.Wire;

/// <summary>Messages of Teams are HTML: what a person reads of them.</summary>
[Trait("Kind", "Pure")]
public sealed class HtmlTextTests
{
    private static readonly string[] Pieces = [
        "<",
        ">",
        "</",
        "<p>",
        "<br/>",
        "</div>",
        "<script>",
        "</script>",
        "&",
        "&amp;",
        "&#",
        "\"",
        "'",
        "文字",
        " ",
        "<!--",
        "-->"
    ];

    [Theory]
    [InlineData("", "")]
    [InlineData("请长安区11月30日前上报整改方案", "请长安区11月30日前上报整改方案")]
    [InlineData("<p>请长安区</p><p>11月30日前上报</p>", "请长安区\n11月30日前上报")]
    [InlineData("<div><div><at id=\"0\">长安区联络员</at>&nbsp;请核实</div>\n</div>", "长安区联络员 请核实")]
    [InlineData("一<br>二<br/>三<BR />四", "一\n二\n三\n四")]
    [InlineData("<ul>\n<li>甲</li>\n<li>乙</li>\n</ul>", "甲\n乙")]
    [InlineData("a &lt;b&gt; &amp; &quot;c&quot; &#39;d&#39; &#x4e2d;", "a <b> & \"c\" 'd' 中")]
    [InlineData("1 < 2 且 3 > 2", "1 < 2 且 3 > 2")]
    [InlineData("<img alt=\"a > b\" src='x'>后面", "后面")]
    [InlineData("<a href=\"https://example.com\">链接</a>文字", "链接文字")]
    [InlineData("前<script>alert(1)</script><style>p{}</style>后", "前后")]
    [InlineData("前<attachment id=\"x\"></attachment>后", "前后")]
    [InlineData("前<attachment id=\"x\"/>后", "前后")]
    [InlineData("前<!-- 注释 -->后", "前后")]
    [InlineData("没有结束的 <b", "没有结束的 <b")]
    [InlineData("没有结束的 <script>里面", "没有结束的")]
    [InlineData("一  \t 二\n三", "一 二 三")]
    [InlineData("<p>&nbsp;</p><p>&nbsp;</p>正文", "正文")]
    [InlineData("&lt;script&gt;照样是文字&lt;/script&gt;", "<script>照样是文字</script>")]
    public void Body_IsReadAsAPersonReadsIt(string html, string text) => Assert.Equal(text, HtmlText.Read(html));

    [Fact]
    public void Body_WhateverItIs_IsReadWithoutAnyFailure() =>
        Gen.OneOf(
            Gen.Char.Array[0, 40].Select(c => new string(c)),
            Gen.Int[0, Pieces.Length - 1].Array[0, 30].Select(which => string.Concat(which.Select(i => Pieces[i]))))
            .Sample(html =>
            {
                var text = HtmlText.Read(html);
                return text.Length <= html.Length + 1
                    && !text.Contains("\n\n", StringComparison.Ordinal)
                    && text == text.Trim();
            });

    [Fact]
    public void Body_OfTheLargestMessage_IsReadInOneGo()
    {
        var html = new StringBuilder();
        while (html.Length < WireLimits.Text) html.Append("<p>请<b>各县</b>&nbsp;抓紧 < 办理</p>");
        Assert.Contains("请各县 抓紧 < 办理", HtmlText.Read(html.ToString()), StringComparison.Ordinal);
        Assert.Equal(new string('<', 100_000), HtmlText.Read(new string('<', 100_000)));
    }
}
