using LiaisonBot.EndToEnd.Driving;

namespace LiaisonBot.EndToEnd.Work;

/// <summary>Whatever is typed is stored whole and shown as text, wherever it is shown.</summary>
public sealed class TextTests(BotUnderTest bot)
{
    [Theory]
    [InlineData("**粗体** _斜体_ [链接](http://127.0.0.1/x) `代码` # 标题")]
    [InlineData("<script>alert(1)</script><img src=x onerror=alert(1)>&lt;b&gt;&amp;&nbsp;")]
    [InlineData("<at>联络机器人</at> {{DATE(2026-01-01)}} {{TIME(x)}} ${title} {0} %s")]
    [InlineData("表情👩‍👩‍👧🇨🇳𠮷 e\u0301")]
    [InlineData("עברית \u202eكتاب 中文 \u2066left\u2069")]
    [InlineData("控制\u0001\u0007\u001b[31m字符尾")]
    [InlineData("引号\"'\\ 反斜杠 \\n | 竖线 / # ?")]
    [InlineData("'; DROP TABLE rows; --")]
    [InlineData("'=cmd|' /C calc'!A0")]
    [InlineData("1301-12 帮助 我的事项")]
    public async Task Title_OfAnyCharacters_IsWholeEverywhere(string nasty)
    {
        await using var cast = new Cast(bot);
        var leader = await cast.Leader("衡水市");
        var officer = await cast.Officer("衡水市桃城区");
        var title = $"{nasty}{cast.Key}";
        var number = await Cast.Assign(
            leader,
            "衡水市桃城区",
            title,
            await bot.Day(8),
            ("目标任务", $"{title}\n第二行"),
            ("责任主体", title),
            ("依据", title));

        Shown(leader, title, "第二行");
        await officer.Pushed(number);
        Shown(officer, title, "第二行");
        await officer.Say($"查询 {cast.Key}");
        Shown(officer, title);
        await officer.Say("我的事项");
        while (!Plain(officer.CardText).Contains(Plain(title), StringComparison.Ordinal)) await officer.Press("下一页");
        await officer.PressNear(cast.Key, "打开");
        Shown(officer, title);
        await officer.Press("办理记录");
        Shown(officer, title);

        await officer.Ask($"签收 {number}");
        await officer.Say(number);
        await officer.Press("反馈进展");
        Shown(officer, title);
        await officer.Press("提交", ("进展情况", title));
        await officer.Press("报结");
        await officer.Press("提交", ("办理结果", title));
        await leader.Pushed("已报结", number);
        Shown(leader, title);
        await leader.Press("退回");
        await leader.Press("提交", ("进一步整改要求", title), ("新的办理时限", "never"));
        Assert.Equal(title, CardReader.Value(leader.Card!, "进一步整改要求"));
    }

    [Fact]
    public async Task Search_ForMarkup_ShowsItAsText()
    {
        await using var cast = new Cast(bot);
        var officer = await cast.Officer("衡水市枣强县");
        const string Word = "**[x](http://127.0.0.1)**<b>";
        Assert.Contains(Word, await officer.Ask($"查询 {Word}"), StringComparison.Ordinal);
        Assert.Contains("没有听懂", await officer.Ask(Word), StringComparison.Ordinal);
        Assert.Contains(Word, await officer.Ask($"台账 {Word}"), StringComparison.Ordinal);
    }

    private static void Shown(Client person, params string[] texts)
    {
        foreach (var text in texts) Assert.Contains(Plain(text), Plain(person.CardText), StringComparison.Ordinal);
    }

    // Invisible marks set apart what may turn a line around, and keep a client from filling in {{DATE(…)}}.
    private static string Plain(string text) =>
        string.Concat(text.Where(c => c is not ('\u2060' or '\u2068' or '\u2069')));
}
