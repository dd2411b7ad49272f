namespace LiaisonBot.Tests.Conversation;

/// <summary>
/// Cards that are in chats already follow their matter; what somebody reads or types in their place is left alone.
/// </summary>
public sealed class ChatCardTests
{
    [Theory]
    [InlineData("zh-CN", "已撤回", "撤回原因", "签收")]
    [InlineData("en-US", "Withdrawn", "Why it was withdrawn", "Sign for")]
    public async Task Card_OfAMatterThatWasWithdrawn_ShowsItWithItsReason_AndHasNoSteps(
        string locale,
        string state,
        string because,
        string step)
    {
        await using var chats = await Chats.Open(locale: locale);
        var number = await chats.Leader.Assign("长安区");
        await chats.Deliver();
        var card = chats.Changan.Received.Single();
        Assert.Contains(step, card.Titles);

        await chats.Leader.Do(number, "撤回", ("原因", "与另一件重复"));
        await chats.BringCardsUpToDate();

        var now = chats.Changan.Now(card);
        Assert.Contains(state, now.Text, StringComparison.Ordinal);
        Assert.Contains("与另一件重复", now.Text, StringComparison.Ordinal);
        Assert.Contains(because, now.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(now.Buttons, button => button.Verb is "matter.do" or "matter.form");
    }

    [Fact]
    public async Task Card_OfWhoeverTookTheStep_KeepsWhatItSaidOfIt()
    {
        await using var chats = await Chats.Open();
        await chats.Leader.Assign("长安区");
        await chats.Deliver();
        var card = chats.Changan.Received.Single();
        var answer = await chats.Changan.PressOn(card, "签收");
        await chats.BringCardsUpToDate();

        Assert.Equal(answer.Text, chats.Changan.Now(card).Text);
    }

    [Fact]
    public async Task Card_OfTheOtherSide_FollowsAndSaysSince()
    {
        await using var chats = await Chats.Open();
        var number = await chats.Leader.Assign("长安区");
        await chats.Deliver();
        var shown = await chats.Leader.Say(number);
        await chats.Services.Talks.SaveAsync(default);
        await chats.Changan.Do(number, "签收");
        await chats.BringCardsUpToDate();
        Assert.NotEqual(0, chats.Updates);

        var now = chats.Leader.Now(shown);
        Assert.StartsWith("最新情况（2026-11-24 09:00更新）", now.Text, StringComparison.Ordinal);
        Assert.Contains("办理中", now.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task FormHistoryAndList_InThePlaceOfACard_AreLeftAlone()
    {
        await using var chats = await Chats.Open();
        var number = await chats.Leader.Assign("长安区");
        await chats.Deliver();
        await chats.Changan.Do(number, "签收");
        var form = await chats.Changan.Press("报结");
        await chats.Leader.Say(number);
        var history = await chats.Leader.Press("办理记录");
        await chats.City.Say(number);
        var list = await chats.City.Press("我的事项");

        await chats.Office.Do(number, "催办");
        await chats.BringCardsUpToDate();

        Assert.Equal(form.Text, chats.Changan.Now(form).Text);
        Assert.Equal(history.Text, chats.Leader.Now(history).Text);
        Assert.Equal(list.Text, chats.City.Now(list).Text);
    }

    /// <summary>What was shown last is saved only seconds later, and an update may come first.</summary>
    [Fact]
    public async Task FormThatWasOpenedJustNow_IsLeftAlone_BeforeThatIsSaved()
    {
        await using var chats = await Chats.Open();
        var number = await chats.Leader.Assign("长安区");
        await chats.Deliver();
        await chats.Changan.Do(number, "签收");
        await chats.Services.Talks.SaveAsync(default);
        var form = await chats.Changan.Press("报结");
        await chats.Office.Do(number, "催办");
        chats.Clock.Advance(Core.ChatCards.ChatCardUpdater.Pause);
        await chats.Services.ChatCards.DeliverAsync(Core.Areas.AreaCode.Parse("1301"), default);
        Assert.Equal(form.Text, chats.Changan.Now(form).Text);

        // Cancelled, it is a card again and follows.
        await chats.Changan.PressOn(form, "取消");
        await chats.Leader.Do(number, "催办");
        await chats.BringCardsUpToDate();
        Assert.Contains("办理中", chats.Changan.Now(form).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ListInThePlaceOfACard_OfAnotherProcess_IsLeftAlone()
    {
        await using var chats = await Chats.Open();
        var number = await chats.Leader.Assign("长安区");
        await chats.Deliver();
        var card = chats.Changan.Received.Single();
        await chats.Services.Talks.SaveAsync(default);
        await using var later = await Chats.Open(chats.Store);
        foreach (var user in later.Everyone) await user.Open();
        await later.Changan.PressOn(card, "我的事项");
        await later.Services.Talks.SaveAsync(default);
        await later.Leader.Do(number, "撤回", ("原因", "重复"));
        await later.BringCardsUpToDate();

        Assert.DoesNotContain("已撤回", later.Changan.Now(card).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Cards_OfOneMatterInAChat_OnlyTheNewestThreeFollow()
    {
        await using var chats = await Chats.Open();
        var number = await chats.Leader.Assign("长安区");
        await chats.Deliver();
        var shown = new List<Seen>();
        for (var i = 0; i < 5; i++)
        {
            chats.Clock.Advance(NodaTime.Duration.FromSeconds(1));
            shown.Add(await chats.Leader.Say(number));
        }

        await chats.Services.Talks.SaveAsync(default);
        await chats.Changan.Do(number, "签收");
        await chats.BringCardsUpToDate();

        Assert.Equal(
            [false, false, true, true, true],
            shown.Select(card => chats.Leader.Now(card).Text.Contains("办理中", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("zh-CN")]
    [InlineData("en-US")]
    public async Task GrantForm_SaysWhyMoreTimeWasAsked(string locale)
    {
        await using var chats = await Chats.Open(locale: locale);
        var number = await chats.Leader.Assign("长安区");
        await chats.Changan.Do(number, "签收");
        await chats.Changan.Do(number, "申请延期", ("延期理由", "施工受天气影响"), ("申请延至", "2026-12-22"));
        await chats.Leader.Say(number);
        var form = await chats.Leader.Press("批准延期");

        Assert.NotEmpty(form.Inputs);
        Assert.Contains("施工受天气影响", form.Text, StringComparison.Ordinal);
    }
}
