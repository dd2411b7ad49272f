using System.Text.Json.Nodes;
using LiaisonBot.Conversation;
using LiaisonBot.Conversation.Wire;
using LiaisonBot.Core.People;
using LiaisonBot.Local.Demo;

namespace LiaisonBot.Tests.Conversation;

/// <summary>
/// The search in the compose box: what is found only the searcher sees, what is sent others read too.
/// </summary>
public sealed class SearchTests : IAsyncLifetime
{
    private Chats chats = null!;

    public async ValueTask InitializeAsync()
    {
        chats = await Chats.Open();
        await chats.Leader.Assign("长安区", "上报整改方案");
        await chats.Leader.Assign("正定县", "核查<高标准>农田", due: "2027-01-20");
        await chats.Office.Assign("路南区", "唐山的秘密");
    }

    public ValueTask DisposeAsync() => chats.DisposeAsync();

    [Fact]
    public async Task Opened_ShowsTheSearchersOwnMatters() =>
        Assert.Equal(
            ["上报整改方案", "核查<高标准>农田"],
            (await chats.Leader.Search("")).Messages.Select(m => m.Summary).Order(StringComparer.Ordinal));

    [Fact]
    public async Task Text_FindsByTitleAndNumber()
    {
        Assert.Equal("上报整改方案", Assert.Single((await chats.Leader.Search("整改")).Messages).Summary);
        Assert.Equal("核查<高标准>农田", Assert.Single((await chats.Leader.Search("1301-2")).Messages).Summary);
        Assert.Contains(
            "正定县",
            Assert.Single((await chats.Leader.Search("1301-2")).Messages).Text,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("长安区 整改", "上报整改方案")]
    [InlineData("冀巡交〔2026〕1301-2", "核查<高标准>农田")]
    [InlineData("待签收", "核查<高标准>农田")]
    [InlineData("未签收", "核查<高标准>农田")]
    [InlineData("unsigned", "核查<高标准>农田")]
    [InlineData("办理中", "上报整改方案")]
    [InlineData("in progress", "上报整改方案")]
    [InlineData("逾期", "上报整改方案")]
    [InlineData("OVERDUE", "上报整改方案")]
    [InlineData("急件", "急事急办")]
    [InlineData("待审核", "以后的事")]
    [InlineData("已办结", "急事急办")]
    [InlineData("closed", "急事急办")]
    [InlineData("长安 逾期 方案", "上报整改方案")]
    [InlineData("正定　待签收", "核查<高标准>农田")]
    public async Task Words_FindByPlaceNumberAndState(string text, string found)
    {
        await chats.Changan.Do("1301-1", "签收");
        var closed = await chats.Leader.Assign("长安区", "急事急办", urgent: true);
        await chats.Changan.Do(closed, "签收");
        await chats.Changan.Do(closed, "报结", ("办理结果", "办好了"));
        await chats.Leader.Do(closed, "办结");
        chats.Clock.Reset(LiaisonBot.Core.Calendar.BeijingTime.At(new(2026, 12, 20), new(9, 0)));
        await chats.Leader.Assign("正定县", "以后的事", due: "2027-01-20");
        await chats.Zhengding.Do("1301-4", "签收");
        await chats.Zhengding.Do("1301-4", "报结", ("办理结果", "x"));

        Assert.Equal([found], (await chats.Leader.Search(text)).Messages.Select(m => m.Summary));
        Assert.Contains(found, (await chats.Leader.Say("查询 " + text)).Text, StringComparison.Ordinal);
        Assert.DoesNotContain((await chats.Tangshan.Search(text)).Messages, m => m.Summary == found);
    }

    [Fact]
    public async Task Say_FindInALongArchive_OffersToLookFurtherBack()
    {
        for (var i = 0; i <= LiaisonBot.Core.Matters.MatterLists.EndedOfCounty; i++)
        {
            await chats.Leader.Do(await chats.Leader.Assign("正定县", $"陈年旧事{i}"), "撤回", ("原因", "重复"));
            if (i == 0) chats.Clock.AdvanceDays(1);
        }

        var near = await chats.Zhengding.Say("查询 旧事0");
        Assert.DoesNotContain("陈年旧事0", near.Text, StringComparison.Ordinal);
        Assert.Contains("较早办结的事项没有查", near.Text, StringComparison.Ordinal);
        var far = await chats.Zhengding.Press("查更早办结的");
        Assert.Contains("陈年旧事0", far.Text, StringComparison.Ordinal);
        Assert.Contains("陈年旧事0", (await chats.Zhengding.Say("find earlier 旧事0")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Words_ThatDoNotAllFit_FindNothing() =>
        Assert.Null(Assert.Single((await chats.Leader.Search("长安 逾期")).Messages).Card);

    [Fact]
    public async Task CardForTheChat_NamesTheMatterAndTellsNothingOfIt()
    {
        var card = Assert.Single((await chats.Leader.Search("整改")).Messages).Card!;
        var text = new Seen(new OutgoingMessage("", null, card)).Text;
        Assert.Contains("冀巡交〔2026〕1301-1", text, StringComparison.Ordinal);
        Assert.DoesNotContain("整改方案", text, StringComparison.Ordinal);
        Assert.DoesNotContain("长安区", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhatOneMayNotSee_IsNotFound()
    {
        foreach (var user in new[] { chats.Leader, chats.City, chats.Changan, chats.Supervision })
            foreach (var text in new[] { "秘密", "1302-1", "" })
                Assert.DoesNotContain(
                    (await user.Search(text)).Messages,
                    m => m.Summary.Contains("唐山的秘密", StringComparison.Ordinal));
        Assert.Equal("没有找到与“秘密”相符的事项。可以换一个词，或发送事项编号。", Assert.Single((await chats.City.Search("秘密")).Messages).Text);
    }

    [Fact]
    public async Task Stranger_IsToldWhoCanEnterThem()
    {
        var answer = Assert.Single((await chats.Join("00000000-0000-4000-8000-000000000099", "路人")
            .Search("整改")).Messages);
        Assert.Null(answer.Card);
        Assert.StartsWith("您好，这里是巡视联络机器人", answer.Text, StringComparison.Ordinal);
    }

    /// <summary>A search comes from a chat with somebody else: what is pushed must not go there.</summary>
    [Fact]
    public async Task Search_DoesNotMakeTheChatTheBotsOwn()
    {
        await chats.Changan.Search("整改");
        var people = await new CurrentDirectory(chats.Store, DemoData.Province, chats.Clock).ReadAsync(default);
        Assert.Null(people.ChatOf(people.ByObjectId(chats.Changan.ObjectId)!.Id));
    }

    [Fact]
    public async Task Answer_IsWhatTheClientExpects_WithoutMarkup()
    {
        var search = new ChatEvent.Search("1", chats.Leader.Address, chats.Leader.ObjectId, null, "", 0);
        var answer = Shown(await chats.Leader.Search("农田"));
        Assert.Equal(("result", "list"), ((string?)answer["type"], (string?)answer["attachmentLayout"]));
        var found = Assert.Single(answer["attachments"]!.AsArray())!;
        Assert.Equal("AdaptiveCard", (string?)found["content"]!["type"]);
        Assert.Equal("核查＜高标准＞农田", (string?)found["preview"]!["content"]!["title"]);
        Assert.Equal("message", (string?)Shown(await chats.Leader.Search("没有的"))["type"]);
        Assert.Empty(Shown(await chats.Leader.Search("农田", skip: 1))["attachments"]!.AsArray());

        JsonNode Shown(TurnAnswer found) =>
            JsonNode.Parse(ActivityWriter.InvokeAnswer(search, found).ToString())!["composeExtension"]!;
    }
}
