using LiaisonBot.Conversation;
using LiaisonBot.Core.Matters;
using NodaTime;

namespace LiaisonBot.Tests.Conversation;

/// <summary>
/// A reply to a message, a message that is changed after it was sent, and 交办这条消息 on what has no words.
/// </summary>
public sealed class QuotationTests : IAsyncLifetime
{
    private const string Preview = "省委第一巡视组组长 交办：上报整改方案（冀巡交〔2026〕1301-2）";

    private Chats chats = null!;

    public async ValueTask InitializeAsync()
    {
        chats = await Chats.Open();
        foreach (var title in new[] { "排查", "上报整改方案", "自查" })
        {
            await chats.Leader.Say($"交办 长安区 12月20日前 {title}");
            await chats.Leader.Press("交办");
        }
    }

    public ValueTask DisposeAsync() => chats.DisposeAsync();

    [Fact]
    public async Task Reply_WithoutANumber_IsAboutTheQuotedMatter()
    {
        await Reply(chats.Changan, "签收", Preview);
        Assert.Contains("办理中", (await chats.Changan.Say("1301-2")).Text, StringComparison.Ordinal);
        Assert.Contains("待签收", (await chats.Changan.Say("1301-1")).Text, StringComparison.Ordinal);

        await Reply(chats.Changan, "反馈进展 初稿已完成", Preview);
        Assert.Contains("初稿已完成", (await chats.Changan.Say("1301-2")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reply_ToACardThatWasPushed_IsAboutItsMatter_WhateverItsPreview()
    {
        await chats.Deliver();
        var card = chats.Changan.Received.First(seen => seen.Text.Contains("上报整改方案", StringComparison.Ordinal));

        await chats.Changan.Take(new ChatEvent.Message(
            "r",
            chats.Changan.Address,
            chats.Changan.ObjectId,
            true,
            null,
            "签收")
        { Quoted = new(card.Id, "") });

        Assert.Contains("办理中", (await chats.Changan.Say("1301-2")).Text, StringComparison.Ordinal);
        Assert.Contains("待签收", (await chats.Changan.Say("1301-3")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reply_ToACardOfBeforeARestart_IsAboutItsMatter_ForAsLongAsMessagesAreKept()
    {
        var store = new RewindableStore();
        string card;
        await using (var before = await Chats.Open(store))
        {
            await before.Leader.Assign("长安区", "排查");
            await before.Leader.Assign("长安区", "上报整改方案");
            await before.Deliver();
            card = before.Changan.Received.First(seen => seen.Text.Contains("上报整改方案", StringComparison.Ordinal)).Id!;
            await before.Services.Talks.SaveAsync(default);
        }

        await using var after = await Chats.Open(store);
        await Sign(after);
        Assert.Contains("办理中", (await after.Changan.Say("1301-2")).Text, StringComparison.Ordinal);
        Assert.Contains("待签收", (await after.Changan.Say("1301-1")).Text, StringComparison.Ordinal);

        await after.Services.Talks.SweepAsync(Chats.Morning + Duration.FromDays(29), default);
        Assert.NotNull(await Shown());
        await after.Services.Talks.SweepAsync(Chats.Morning + Duration.FromDays(31), default);
        await using var later = await Chats.Open(store);
        Assert.Null(await later.Services.Talks.ShownInAsync(later.Changan.Address, card, default));

        Task<MatterNumber?> Shown() => after.Services.Talks.ShownInAsync(after.Changan.Address, card, default);
        Task Sign(Chats chats) => chats.Changan.Take(new ChatEvent.Message(
            "r",
            chats.Changan.Address,
            chats.Changan.ObjectId,
            true,
            null,
            "签收")
        { Quoted = new(card, "") });
    }

    [Fact]
    public async Task Digest_ThatIsQuoted_IsTheListThatASentenceSpeaksOf_AlsoAfterARestart()
    {
        var store = new RewindableStore();
        await using var before = await Chats.Open(store);
        await before.Leader.Assign("长安区", "核查欠薪线索", "2026-11-26");
        await before.Leader.Assign("长安区", "梳理问题清单", "2026-11-27");
        before.Clock.Advance(Duration.FromHours(24));
        await before.Deliver();
        var digest = before.Changan.Received.Last(seen => seen.Text.Contains("核查欠薪线索", StringComparison.Ordinal));
        var second = digest.Text.IndexOf("核查欠薪线索", StringComparison.Ordinal) < digest.Text.IndexOf("梳理问题清单", StringComparison.Ordinal)
            ? "梳理问题清单"
            : "核查欠薪线索";
        Assert.Contains(second, (await Quote(before)).Text, StringComparison.Ordinal);

        await before.Services.Talks.SaveAsync(default);
        await using var after = await Chats.Open(store);
        after.Clock.Advance(Duration.FromHours(28));
        Assert.Contains(second, (await Quote(after)).Text, StringComparison.Ordinal);

        Task<Seen> Quote(Chats chats) => chats.Changan.Take(new ChatEvent.Message(
            "r",
            chats.Changan.Address,
            chats.Changan.ObjectId,
            true,
            null,
            "第二个签收")
        { Quoted = new(digest.Id, "") });
    }

    [Theory]
    [InlineData("已完成初稿，正在会签", "没有记录")]
    [InlineData("收到", "将要签收")]
    public async Task Reply_ThatOrdersNoStep_TakesNone_AndSaysWhatBecameOfTheWords(string words, string says)
    {
        var seen = await Reply(chats.Changan, words, Preview);

        Assert.Contains("1301-2", seen.Text, StringComparison.Ordinal);
        Assert.Contains(says, seen.Text, StringComparison.Ordinal);
        Assert.Contains("待签收", (await chats.Changan.Say("1301-2")).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("今早汇总：1301-1、1301-2 待签收")]
    [InlineData("联系电话 8601-2345，2026-12-05 前")]
    public async Task Reply_ToWhatNamesNoOneMatter_AsksForTheNumber_AndDoesNothing(string preview)
    {
        Assert.Contains("看不出您引用的是哪一项", (await Reply(chats.Changan, "签收", preview)).Text, StringComparison.Ordinal);
        foreach (var number in new[] { "1301-1", "1301-2", "1301-3" }) Assert.Contains(
            "待签收",
            (await chats.Changan.Say(number)).Text,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("leader", "改到12月25号，企业搬迁", "2026-12-25")]
    [InlineData("leader", "move it to Dec 25", "2026-12-25")]
    [InlineData("changan", "不归我们管，应该是发改委的", "申请退件")]
    [InlineData("changan", "谁交办的", "交办：上报整改方案")]
    [InlineData("changan", "什么时候到期", "办理时限12月20日")]
    [InlineData("changan", "范围是什么", "提问")]
    [InlineData("leader", "跟他们说一声，抓紧签收", "留言")]
    [InlineData("leader", "要不要撤回", "1301-2")]
    public async Task Reply_ThatIsASentence_IsAboutTheQuotedMatter_AndDoesNothing(string who, string words, string says)
    {
        var seen = await Reply(who == "leader" ? chats.Leader : chats.Changan, words, Preview);
        Assert.Contains("1301-2", seen.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("您的话没有写入", seen.Text, StringComparison.Ordinal);
        Assert.Contains(says, seen.Text + string.Join(' ', seen.Inputs.Select(i => i.Value)), StringComparison.Ordinal);
        Assert.Contains("待签收", (await chats.Changan.Say("1301-2")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reply_WithAnOrdinal_OrOfSeveral_IsNotAboutTheQuotedMatter()
    {
        await chats.Changan.Say("我的事项");
        Assert.Contains("1301-3", (await Reply(chats.Changan, "第三个", Preview)).Text, StringComparison.Ordinal);
        Assert.Contains("3", (await Reply(chats.Changan, "都签收", Preview)).Text, StringComparison.Ordinal);
        Assert.Contains("待签收", (await chats.Changan.Say("1301-2")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reply_WithANumberOfItsOwn_OrAnotherCommand_IsWhatItSays()
    {
        await Reply(chats.Changan, "签收 1301-3", Preview);
        Assert.Contains("办理中", (await chats.Changan.Say("1301-3")).Text, StringComparison.Ordinal);
        Assert.Contains("待签收", (await chats.Changan.Say("1301-2")).Text, StringComparison.Ordinal);
        Assert.Contains("我的事项", (await Reply(chats.Changan, "我的事项", Preview)).Text, StringComparison.Ordinal);
        Assert.Contains("台账", (await Reply(chats.Changan, "台账", Preview)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reply_ToAMatterThatOnesMayNotSee_IsAnsweredAsToAnUnknownNumber() =>
        Assert.Contains("没有找到", (await Reply(chats.Tangshan, "签收", Preview)).Text, StringComparison.Ordinal);

    [Fact]
    public async Task Reply_InAChannel_ShowsNothingOfTheMatter()
    {
        var seen = await chats.Changan.Take(new ChatEvent.Message(
            "r",
            chats.Channel().Address(chats.Changan),
            chats.Changan.ObjectId,
            false,
            null,
            "这个呢")
        { Quoted = new(null, Preview) });
        Assert.DoesNotContain("上报整改方案", seen.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ChangedMessage_IsAnsweredOnce_WithWhatCorrects()
    {
        await chats.Changan.Say("签收 1301-1");
        await chats.Changan.Say("反馈进展 1301-1 完成八成");

        var seen = await Edit(chats.Changan, "7");

        Assert.Contains("改动后我不会重新读取", seen.Text, StringComparison.Ordinal);
        Assert.Contains(seen.Buttons, b => b.Title.StartsWith("撤销 1301-1", StringComparison.Ordinal));
        Assert.Same(Seen.Nothing, await Edit(chats.Changan, "7"));
        Assert.NotSame(Seen.Nothing, await Edit(chats.Changan, "8"));
    }

    [Fact]
    public async Task ChangedMessage_OfTheLeader_OffersToCorrect()
    {
        var seen = await Edit(chats.Leader, "1");
        Assert.Contains(seen.Buttons, b => b.Title.StartsWith("更正 1301-3", StringComparison.Ordinal));
    }

    [Fact]
    public async Task ChangedMessage_OfAStranger_OrWithNothingDone_LeadsToNoButton()
    {
        Assert.Same(Seen.Nothing, await Edit(chats.Join("00000000-0000-4000-8000-0000000000ff", "某人"), "1"));
        Assert.Empty((await Edit(chats.Lunan, "1")).Buttons);
    }

    [Fact]
    public async Task ChangedMessage_InAChannel_NamesNothing()
    {
        var seen = await chats.Leader.Take(new ChatEvent.Edited(
            "e",
            chats.Channel().Address(chats.Leader),
            chats.Leader.ObjectId,
            false,
            null));
        Assert.Contains("改动后我不会重新读取", seen.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("1301", seen.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(MessageShare.OnlyPicture, "只有图片")]
    [InlineData(MessageShare.OnlyFile, "只有文件")]
    [InlineData(MessageShare.Nothing, "没有可读的文字")]
    public async Task AssigningAMessageWithoutWords_OpensTheForm_AndSaysWhyItIsEmpty(MessageShare share, string says)
    {
        var seen = await Assign(chats.Leader, "", share);
        Assert.Contains(says, seen.Text, StringComparison.Ordinal);
        Assert.Equal("", seen.Inputs.Single(i => i.Id == Fields.Title).Value);
        Assert.DoesNotContain(says, (await Assign(chats.Changan, "", share)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AssigningAForwardedMessage_SaysThatItMayBeThePart()
    {
        var seen = await Assign(chats.Leader, "长安区12月10日前上报整改方案", MessageShare.Preview);
        Assert.Contains("可能只带来开头", seen.Text, StringComparison.Ordinal);
        Assert.Equal("2026-12-10", seen.Inputs.Single(i => i.Id == Fields.Due).Value);
    }

    private static Task<Seen> Reply(User user, string words, string quoted) =>
        user.Take(new ChatEvent.Message(
            "reply-" + words,
            user.Address,
            user.ObjectId,
            true,
            user.Locale,
            words)
        { Quoted = new(null, quoted) });

    private static Task<Seen> Edit(User user, string id) =>
        user.Take(new ChatEvent.Edited(id, user.Address, user.ObjectId, true, user.Locale));

    private static Task<Seen> Assign(User user, string text, MessageShare share) =>
        user.Take(new ChatEvent.AssignMessage(
            "a",
            user.Address with { ConversationId = "with-others" },
            user.ObjectId,
            user.Locale,
            text)
        { Share = share });
}
