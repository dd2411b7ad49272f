using LiaisonBot.Conversation;
using LiaisonBot.Conversation.Shell;

namespace LiaisonBot.Tests.Conversation;

/// <summary>What a person may not see does not exist for them; strangers and groups get no data at all.</summary>
public sealed class VisibilityTests : IAsyncLifetime
{
    private Chats chats = null!;

    public async ValueTask InitializeAsync() => chats = await Chats.Open();

    public ValueTask DisposeAsync() => chats.DisposeAsync();

    [Theory]
    [InlineData("{0}")]
    [InlineData("事项 {0}")]
    [InlineData("matter {0}")]
    [InlineData("2026-{0}")]
    [InlineData("查询 {0}")]
    [InlineData("签收 {0}")]
    [InlineData("反馈进展 {0} 已完成")]
    [InlineData("{0} 报结 已完成")]
    [InlineData("撤回 {0}")]
    [InlineData("更正 {0}")]
    [InlineData("更正 {0} 12月5日前")]
    [InlineData("撤销 {0}")]
    [InlineData("小结 {0}")]
    [InlineData("转办 {0}")]
    [InlineData("移交 {0}")]
    [InlineData("催办 {0} 抓紧")]
    public async Task Number_OfAnInvisibleMatter_IsAnsweredLikeAnUnknownOne(string said)
    {
        await chats.Office.Assign("路南区", "唐山的秘密");
        foreach (var user in new[]
        {
            chats.Leader,
            chats.Member,
            chats.City,
            chats.Changan,
            chats.Supervision,
            chats.Audit
        })
        {
            var hidden = await user.Say(string.Format(null, said, "1302-1"));
            var unknown = await user.Say(string.Format(null, said, "1302-9"));
            Assert.Equal(unknown.Text.Replace("1302-9", "1302-1", StringComparison.Ordinal), hidden.Text);
            Assert.DoesNotContain("秘密", hidden.Text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Lists_OfOthers_ShowNothingThatOneMayNotSee()
    {
        await chats.Office.Assign("路南区", "唐山的秘密");
        foreach (var user in new[]
        {
            chats.Leader,
            chats.Member,
            chats.City,
            chats.Changan,
            chats.Zhengding,
            chats.Supervision,
            chats.Audit
        })
            foreach (var said in new[] { "我的事项", "查询 秘密", "台账", "台账 河北省", "台账 唐山市", "台账 路南区", "查询 1302" })
            {
                var seen = await user.Say(said);
                Assert.DoesNotContain("唐山的秘密", seen.Text, StringComparison.Ordinal);
                Assert.DoesNotContain("1302-1", seen.Text, StringComparison.Ordinal);
            }
    }

    [Fact]
    public async Task Directory_OfAnotherCity_ShowsNobodyOfIt()
    {
        foreach (var user in new[] { chats.City, chats.Changan })
            Assert.DoesNotContain("路南区联络员", (await user.Say("通讯录 唐山市")).Text, StringComparison.Ordinal);
        Assert.Contains("路南区联络员", (await chats.Office.Say("通讯录 唐山市")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Stranger_WhateverTheyDo_GetsAPoliteAnswerAndNoData()
    {
        await chats.Leader.Assign("长安区", "不外传的事");
        var button = (await chats.Changan.Say("1301-1")).Button("签收");
        var stranger = chats.Join("ffffffff-0000-4000-8000-000000000099", "陌生人");
        foreach (var said in new[]
        {
            "帮助",
            "我的事项",
            "1301-1",
            "台账",
            "通讯录",
            "交办 长安区 x",
            "设置",
            "",
            new string('长', 200_000)
        })
            Assert.Equal(ShellTexts.Stranger.Chinese, (await stranger.Say(said)).Text);
        Assert.Equal(ShellTexts.Stranger.Chinese, (await stranger.Send(button, Seen.Nothing)).Text);
        Assert.Equal(ShellTexts.Stranger.Chinese, (await stranger.Open()).Text);
        Assert.Equal(ShellTexts.Stranger.English, (await stranger.Say("help")).Text);
        Assert.Contains("待签收", (await chats.Changan.Say("1301-1")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Stranger_OpeningTheChat_IsGreetedOnce()
    {
        var stranger = chats.Join("ffffffff-0000-4000-8000-000000000099", "陌生人");
        var first = await stranger.Take(new ChatEvent.Opened(
            "1",
            stranger.Address,
            stranger.ObjectId,
            true,
            null,
            Installed: true));
        var second = await stranger.Take(new ChatEvent.Opened(
            "2",
            stranger.Address,
            stranger.ObjectId,
            true,
            null,
            Installed: false));
        Assert.Equal(ShellTexts.Stranger.Chinese, first.Text);
        Assert.Empty(second.Text);
    }

    [Fact]
    public async Task Group_OpenedByAnyone_IsLeftInPeace()
    {
        foreach (var sender in new[] { chats.Leader.ObjectId, "ffffffff-0000-4000-8000-000000000099", null })
            Assert.Empty((await chats.Leader.Take(new ChatEvent.Opened(
                "1",
                chats.Leader.Address with { ConversationId = "group" },
                sender,
                false,
                null,
                Installed: true))).Text);
    }

    [Fact]
    public async Task Group_WhateverIsSaidOrPressed_ShowsNothingOfAMatter()
    {
        await chats.Leader.Assign("长安区", "不外传的事");
        var button = (await chats.Changan.Say("1301-1")).Button("签收");
        foreach (var said in new[]
        {
            "我的事项",
            "台账",
            "通讯录",
            "签收 1301-1",
            "查询 事",
            "我是谁",
            "交办 长安区 11月30日前 上报",
            "设置",
            "小结 1301-1",
            "随便"
        })
            Assert.StartsWith(
                Texts.NotHere.Chinese,
                (await chats.Changan.SayInGroup(said)).Text,
                StringComparison.Ordinal);
        Assert.StartsWith(
            Texts.NotHere.English,
            (await chats.Changan.SayInGroup("mine")).Text,
            StringComparison.Ordinal);
        foreach (var said in new[] { "1301-1", "事项 1301-1", "帮助", "绑定", "解除绑定" })
            Assert.DoesNotContain("不外传", (await chats.Changan.SayInGroup(said)).Text, StringComparison.Ordinal);
        Assert.Contains("待签收", (await chats.Changan.Say("1301-1")).Text, StringComparison.Ordinal);
        // The answer to a button is for who pressed it alone.
        Assert.StartsWith("已签收", (await chats.Changan.SendInGroup(button)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Group_NeverBecomesTheChatThatMessagesGoTo()
    {
        await chats.Changan.SayInGroup("我的事项");
        await chats.Changan.Open();
        await chats.Changan.SayInGroup("我的事项");
        await chats.Leader.Assign("长安区", "不外传的事");
        await chats.Deliver();
        Assert.Contains("不外传的事", Assert.Single(chats.Changan.Received).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Person_WhoWasRemoved_IsAStranger()
    {
        await chats.City.Say("通讯录 长安区");
        await chats.City.Press("移除");
        await chats.City.Press("移除");
        chats.Clock.AdvanceSeconds(30);
        Assert.Equal(ShellTexts.Stranger.Chinese, (await chats.Changan.Say("我的事项")).Text);
    }
}
