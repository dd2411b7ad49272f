using LiaisonBot.Conversation;
using LiaisonBot.Conversation.Features.Rooms;
using LiaisonBot.Conversation.Shell;

namespace LiaisonBot.Tests.Conversation;

/// <summary>
/// A channel that is bound to a city: what everybody there reads, and what each of them gets to see alone.
/// </summary>
public sealed class RoomTests : IAsyncLifetime
{
    private Chats chats = null!;
    private RoomChat channel = null!;

    public async ValueTask InitializeAsync()
    {
        chats = await Chats.Open();
        channel = chats.Channel();
    }

    public ValueTask DisposeAsync() => chats.DisposeAsync();

    [Theory]
    [InlineData("绑定 石家庄")]
    [InlineData("绑定石家庄市")]
    [InlineData("bind 石家庄")]
    public async Task Bind_ByWhoeverMay_SaysWhatEverybodyHereWillSee(string said)
    {
        var answer = await chats.City.SayIn(channel, said);
        Assert.Contains("石家庄市", answer.Text, StringComparison.Ordinal);
        Assert.Contains(
            said.StartsWith("bind", StringComparison.Ordinal) ? "Nobody sees the title" : "看不到事项名称和内容",
            answer.Text,
            StringComparison.Ordinal);
        Assert.Contains("没有改动", (await chats.Leader.SayIn(channel, "绑定 石家庄")).Text, StringComparison.Ordinal);
        Assert.StartsWith("这里已绑定石家庄市。", (await chats.Changan.SayIn(channel, "帮助")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Bind_ByOthersOrToOtherPlaces_IsRefusedWithTheReason()
    {
        foreach (var user in new[] { chats.Member, chats.Tangshan, chats.Changan, chats.Supervision, chats.Audit })
            Assert.Contains(
                Texts.RuleBindRoom.Chinese,
                (await user.SayIn(channel, "绑定 石家庄")).Text,
                StringComparison.Ordinal);
        Assert.Equal(RoomTexts.BindNotACity.Chinese, (await chats.Office.SayIn(channel, "绑定 长安区")).Text);
        Assert.Equal(RoomTexts.BindNotACity.Chinese, (await chats.Office.SayIn(channel, "绑定 桥西区")).Text);
        Assert.Equal("没有找到地区“火星”。", (await chats.Office.SayIn(channel, "绑定 火星")).Text);
        Assert.Equal(RoomTexts.BindNone.Chinese, (await chats.Office.SayIn(channel, "解除绑定")).Text);
        await chats.Office.SayIn(channel, "绑定 石家庄");
        Assert.Equal(RoomTexts.BindElsewhere.Chinese, (await chats.Office.SayIn(channel, "绑定 唐山")).Text);
        Assert.Contains(
            Texts.RuleBindRoom.Chinese,
            (await chats.Changan.SayIn(channel, "解绑")).Text,
            StringComparison.Ordinal);
        Assert.Equal(RoomTexts.Unbound.Chinese, (await chats.City.SayIn(channel, "解除绑定")).Text);
        Assert.Equal(RoomTexts.BindWhere.Chinese, (await chats.Office.Say("绑定 石家庄")).Text);
    }

    [Fact]
    public async Task Matter_OfTheCity_HasOneCard_WhichChangesAsItMoves()
    {
        await chats.City.SayIn(channel, "绑定 石家庄");
        var number = await chats.Leader.Assign("长安区", "不外传的事", due: "2026-12-01");
        await chats.Office.Assign("路南区", "唐山的事");
        await chats.Deliver();
        var card = Assert.Single(channel.Messages);
        foreach (var shown in new[] { "冀巡交〔2026〕1301-1", "石家庄市长安区", "待签收", "12月1日", "还有5个工作日", "截至11月24日", "签收" })
            Assert.Contains(shown, card.Text, StringComparison.Ordinal);
        Assert.Equal("待签收：石家庄市长安区（冀巡交〔2026〕1301-1）", card.Summary);

        await chats.Changan.Do(number, "签收");
        await chats.Deliver();
        Assert.Contains("办理中", Assert.Single(channel.Messages).Text, StringComparison.Ordinal);
        await chats.Changan.Do(number, "报结", ("办理结果", "办好了"));
        await chats.Leader.Do(number, "办结");
        await chats.Deliver();
        card = Assert.Single(channel.Messages);
        Assert.Contains("已办结", card.Text, StringComparison.Ordinal);
        Assert.Null(card.Card!["refresh"]);
        Assert.Equal(3, channel.Ever.Count);
    }

    /// <summary>
    /// The readers of a channel are not known: whatever happens to any matter, nothing that was typed and no name is
    /// ever there.
    /// </summary>
    [Fact]
    public async Task Channel_WhateverHappens_NeverShowsWhatWasTypedOrWhoItWas()
    {
        await chats.City.SayIn(channel, "绑定 石家庄");
        await chats.Everything();
        await chats.Deliver();
        await chats.Remind(new(2026, 12, 1));
        await chats.Remind(new(2026, 12, 3));
        Assert.True(channel.Ever.Count > 15, $"{channel.Ever.Count} cards");
        var typed = chats.Typed.Where(t =>
            t.Length > 4
                && !t.StartsWith("2026", StringComparison.Ordinal)
                && !t.Contains("1301", StringComparison.Ordinal))
            .Concat(chats.Everyone.Select(u => u.Name).Where(n => n != "石家庄市联络办"));
        foreach (var card in channel.Ever)
        {
            Assert.Contains("1301-", card.Text, StringComparison.Ordinal);
            foreach (var secret in typed.Append("督办")
                .Append("审计")
                .Append("急件")) Assert.DoesNotContain(
                    secret,
                    card.Card!.ToJsonString() + card.Text + card.Summary,
                    StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Refresh_GivesEachTheirOwnViewAndButtons_AndTheOthersNothing()
    {
        await chats.City.SayIn(channel, "绑定 石家庄");
        await chats.Leader.Assign("长安区", "不外传的事");
        await chats.Deliver();
        var card = channel.Messages[0];

        var readers = card.Card!["refresh"]!["userIds"]!.AsArray().Select(id => (string)id!).ToList();
        Assert.Equal(
            new[] { chats.Changan, chats.City, chats.Leader, chats.Office }
                .Select(u => u.Address.UserId)
                .Order(StringComparer.Ordinal),
            readers.Order(StringComparer.Ordinal));
        Assert.Equal(chats.Changan.Address.UserId, readers[0]);

        var county = await chats.Changan.Refresh(channel, card);
        Assert.Contains("不外传的事", county.Text, StringComparison.Ordinal);
        Assert.Contains("签收", county.Titles);
        Assert.NotNull(county.Card!["refresh"]);
        Assert.DoesNotContain("我的事项", county.Titles);
        Assert.Contains("撤回", (await chats.Leader.Refresh(channel, card)).Titles);
        Assert.DoesNotContain("签收", (await chats.Leader.Refresh(channel, card)).Titles);
        foreach (var user in new[]
        {
            chats.Zhengding,
            chats.Tangshan,
            chats.Supervision,
            chats.Audit,
            chats.Join("ffffffff-0000-4000-8000-000000000099", "陌生人")
        })
            Assert.Same(Seen.Nothing, await user.Refresh(channel, card));
    }

    [Fact]
    public async Task View_ByWhoeverMayNotSeeIt_IsAnsweredLikeAnUnknownNumber()
    {
        await chats.City.SayIn(channel, "绑定 石家庄");
        await chats.Leader.Assign("长安区", "不外传的事");
        await chats.Deliver();
        var card = channel.Messages[0];

        Assert.Contains("不外传的事", (await chats.Member.PressIn(channel, card, "查看")).Text, StringComparison.Ordinal);
        Assert.Equal(
            "没有找到事项 1301-1。请核对编号，如 1301-12 或 2026-1301-12。",
            (await chats.Zhengding.PressIn(channel, card, "查看")).Text);
        Assert.Equal(
            ShellTexts.Stranger.Chinese,
            (await chats.Join("ffffffff-0000-4000-8000-000000000099", "陌生人").PressIn(channel, card, "查看")).Text);
    }

    [Fact]
    public async Task Steps_AreTakenInTheChannel_WithTheirForms_AndOnce()
    {
        await chats.City.SayIn(channel, "绑定 石家庄");
        await chats.Leader.Assign("长安区", "不外传的事");
        await chats.Deliver();
        var view = await chats.Changan.Refresh(channel, channel.Messages[0]);

        var signed = await chats.Changan.PressIn(channel, view, "签收");
        Assert.StartsWith("已签收", signed.Text, StringComparison.Ordinal);
        Assert.Contains("办理中", (await chats.Changan.PressIn(channel, view, "签收")).Text, StringComparison.Ordinal);

        var form = await chats.Changan.PressIn(channel, signed, "报结");
        Assert.Null(form.Card!["refresh"]);
        var again = await chats.Changan.PressIn(channel, form, "提交", ("办理结果", ""));
        Assert.NotNull(again.ErrorAt("办理结果"));
        Assert.Contains("办理中", (await chats.Changan.PressIn(channel, again, "取消")).Text, StringComparison.Ordinal);
        Assert.StartsWith(
            "已报结",
            (await chats.Changan.PressIn(channel, form, "提交", ("办理结果", "办好了"))).Text,
            StringComparison.Ordinal);

        await chats.Deliver();
        var leader = await chats.Leader.PressIn(channel, Assert.Single(channel.Messages), "查看");
        var history = await chats.Leader.PressIn(channel, leader, "办理记录");
        Assert.Equal(1, history.Text.Split('\n').Count(line => line.StartsWith("报结", StringComparison.Ordinal)));
        Assert.Equal(1, history.Text.Split('\n').Count(line => line.StartsWith("签收", StringComparison.Ordinal)));
        Assert.StartsWith("已办结", (await chats.Leader.PressIn(channel, leader, "办结")).Text, StringComparison.Ordinal);
        await chats.Deliver();
        Assert.Contains("已办结", Assert.Single(channel.Messages).Text, StringComparison.Ordinal);
    }

    /// <summary>Every button of the view that somebody gets in a channel works there.</summary>
    [Fact]
    public async Task Buttons_OfEverybodysViews_WorkInTheChannel()
    {
        await chats.City.SayIn(channel, "绑定 石家庄");
        await chats.Everything();
        await chats.Deliver();
        var (pressed, cards) = (0, channel.Messages);
        foreach (var user in chats.Everyone)
            foreach (var card in cards)
            {
                var view = await user.Refresh(channel, card);
                foreach (var button in view.Buttons.Where(b => b.Verb is not "matter.do"))
                {
                    var next = await user.SendIn(channel, button, view);
                    Assert.True(next.Card is not null, $"{user.Name}: {button.Title}: {next.Text}");
                    pressed++;
                }
            }

        Assert.True(pressed > 100, $"{pressed}");
    }

    [Fact]
    public async Task Channel_LeadsNowhereElse()
    {
        await chats.City.SayIn(channel, "绑定 石家庄");
        await chats.Leader.Assign("长安区", "不外传的事");
        var help = await chats.Office.Say("帮助");
        foreach (var button in help.Buttons) Assert.Equal(
            Texts.NotHere.Chinese,
            (await chats.Office.SendIn(channel, button, help)).Text);
        var form = await chats.Leader.Say("交办");
        Assert.Equal(Texts.NotHere.Chinese, (await chats.Leader.SendIn(channel, form.Button("交办"), form)).Text);
    }

    [Fact]
    public async Task Number_SaidInAChannel_IsACardThatTellsNothing_AlsoOfWhatIsNotThere()
    {
        await chats.Leader.Assign("长安区", "不外传的事");
        var there = await chats.Leader.SayIn(channel, "1301-1");
        var unknown = await chats.Leader.SayIn(channel, "1301-9");
        Assert.Equal(there.Text.Replace("1301-1", "1301-9", StringComparison.Ordinal), unknown.Text);
        Assert.Contains("不外传的事", (await chats.Changan.Refresh(channel, there)).Text, StringComparison.Ordinal);
        Assert.Same(Seen.Nothing, await chats.Zhengding.Refresh(channel, there));
        Assert.Contains("没有找到", (await chats.Changan.PressIn(channel, unknown, "查看")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ledger_InABoundChannel_IsNumbersOfTheCityAlone()
    {
        Assert.Contains(Texts.NotHere.Chinese, (await chats.City.SayIn(channel, "台账")).Text, StringComparison.Ordinal);
        await chats.City.SayIn(channel, "绑定 石家庄");
        await chats.Leader.Assign("长安区", "不外传的事");
        await chats.Leader.Assign("正定县", "不外传的事");
        await chats.Office.Assign("路南区", "唐山的事");

        var ledger = await chats.Office.SayIn(channel, "台账");
        Assert.Contains("长安区", ledger.Text, StringComparison.Ordinal);
        Assert.Contains("正定县", ledger.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("路南", ledger.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("不外传", ledger.Text, StringComparison.Ordinal);
        Assert.Empty(ledger.Buttons);
        Assert.Equal("这里只显示石家庄市的台账数字。", (await chats.Office.SayIn(channel, "台账 唐山")).Text);
        Assert.DoesNotContain("正定县", (await chats.Changan.SayIn(channel, "台账")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Bot_AddedToAChannel_SaysWhatItIsFor_Once()
    {
        var added = new ChatEvent.Opened("1", channel.Address(chats.Leader), null, false, null, Installed: false);
        Assert.Equal(ShellTexts.RoomIntroduction.Chinese, (await chats.Leader.Take(added)).Text);
        Assert.Same(Seen.Nothing, await chats.Leader.Take(added with { Id = "2", Installed = true }));
    }

    [Fact]
    public async Task Card_SpeaksTheLanguageOfWhoeverBoundTheChannel_AndEachViewThatOfItsPerson()
    {
        await chats.City.SpeakEnglish();
        await chats.City.SayIn(channel, "bind 石家庄");
        await chats.Leader.Assign("长安区", "不外传的事");
        await chats.Deliver();
        Assert.Contains("To be signed for", channel.Messages[0].Text, StringComparison.Ordinal);
        Assert.Contains(
            "待签收",
            (await chats.Changan.Refresh(channel, channel.Messages[0])).Text,
            StringComparison.Ordinal);
    }

    /// <summary>What was put into a chat from the compose box gives each reader only what they may see.</summary>
    [Fact]
    public async Task CardOfTheComposeBox_GivesEachReaderTheirOwnView()
    {
        await chats.Leader.Assign("长安区", "不外传的事");
        var sent = new Seen((await chats.Leader.Search("不外传")).Messages[0] with { Text = null });
        Assert.Null(sent.Card!["refresh"]!["userIds"]);
        Assert.DoesNotContain("不外传", sent.Card!.ToJsonString(), StringComparison.Ordinal);
        Assert.Contains("不外传的事", (await chats.Changan.Refresh(channel, sent)).Text, StringComparison.Ordinal);
        Assert.Same(Seen.Nothing, await chats.Zhengding.Refresh(channel, sent));
    }
}
