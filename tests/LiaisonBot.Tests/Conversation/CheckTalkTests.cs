using LiaisonBot.Core.Areas;
using LiaisonBot.Core.Matters;
using LiaisonBot.Core.Sets;

namespace LiaisonBot.Tests.Conversation;

/// <summary>检查 in the chat: proposed, drawn, said, and what follows.</summary>
public sealed class CheckTalkTests : IAsyncLifetime
{
    private Chats chats = null!;

    public async ValueTask InitializeAsync()
    {
        chats = await Chats.Open();
        await CloseAllAsync(chats, 4);
    }

    public ValueTask DisposeAsync() => chats.DisposeAsync();

    [Fact]
    public async Task ProposedDrawnAndSaid_TheLeaderAssignsWhatFollows()
    {
        var proposal = await chats.Member.Say("检查 正定县 抽2个");
        Assert.Contains("已销号4个", proposal.Text, StringComparison.Ordinal);
        var drawn = await chats.Member.Press("抽取样本");
        Assert.Contains("2个，已查0个", drawn.Text, StringComparison.Ordinal);
        await chats.Member.Press("登记检查结果");
        var missing = await chats.Member.Press("提交", ("result", nameof(CheckResult.NotDone)), ("note", ""));
        Assert.Equal("请写明情况和要求", missing.ErrorAt("note"));
        var said = await chats.Member.Press("提交", ("result", nameof(CheckResult.NotDone)), ("note", "只补了材料"));
        Assert.Contains("待组长决定", said.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("另行交办", said.Buttons.Select(b => b.Title));

        // A second finding adds no second line; the line counts both.
        await chats.Member.Press("登记检查结果");
        await chats.Member.Press("提交", ("result", nameof(CheckResult.Untrue)), ("note", "台账是补的"));
        await chats.Deliver();
        var received = chats.Leader.Received.Count;
        await chats.Remind(new(2026, 11, 25));
        var told = Assert.Single(chats.Leader.Received.Skip(received));
        Assert.Equal(1, told.Text.Split("个问题等您决定").Length - 1);
        Assert.Contains("石家庄市正定县整改检查：2个问题等您决定", told.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(chats.Zhengding.Received, m => m.Text.Contains("整改检查", StringComparison.Ordinal));

        var leader = await chats.Leader.Say("检查正定县整改情况");
        Assert.Contains("只补了材料", leader.Text, StringComparison.Ordinal);
        var form = await chats.Leader.Press("另行交办");
        Assert.Contains("只补了材料", form.Text, StringComparison.Ordinal);
        var followed = await chats.Leader.Press("另行交办", ("due", "2026-12-30"));
        Assert.Contains("已另行交办", followed.Text, StringComparison.Ordinal);
        Assert.Contains("只补了材料", (await chats.Zhengding.Say("我的事项")).Text + (await chats.Zhengding.Say("1301-7")).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("回头看 正定县")]
    [InlineData("核查 正定县")]
    [InlineData("整改抽查 正定县")]
    [InlineData("抽查 整改1301-1")]
    [InlineData("check set 1301-1")]
    public async Task ByItsOtherNames_AndBySet_TheSameIsProposed(string said) =>
        Assert.Matches("已销号4个|Closed: 4", (await chats.Leader.Say(said)).Text);

    [Theory]
    [InlineData("检查 整改1301-1 抽2个")]
    [InlineData("检查整改1301-1，抽2个")]
    [InlineData("check set 1301-1, sample 2")]
    [InlineData("check set 1301-1 2 findings")]
    public async Task BySet_WithACount_SoManyAreDrawn(string said)
    {
        await chats.Leader.Say(said);
        Assert.Matches("2个，已查0个|Drawn: 2 findings", (await chats.Leader.Press("抽取样本")).Text);
    }

    [Fact]
    public async Task CardOfASet_LeadsToItsCheck_ForWhoMayCheck()
    {
        await chats.Leader.Say("整改1301-1");
        Assert.Contains("已销号4个", (await chats.Leader.Press("检查")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("检查", (await chats.Zhengding.Say("整改1301-1")).Buttons.Select(b => b.Title));
        Assert.Contains("没有找到整改1301-9", (await chats.Leader.Say("抽查 整改1301-9")).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("检查 正定县")]
    [InlineData("检查 正定县 抽2个")]
    [InlineData("check Zhengding")]
    [InlineData("回头看 整改1301-1")]
    public async Task WhoIsNotOfTheTeam_IsToldWhoseItIs_AndNoFigure(string said)
    {
        foreach (var other in new[] { chats.City, chats.Zhengding, chats.Changan, chats.Audit })
        {
            var seen = await other.Say(said);
            Assert.DoesNotContain("已销号4个", seen.Text, StringComparison.Ordinal);
            Assert.DoesNotContain("抽取样本", seen.Buttons.Select(b => b.Title));
        }
    }

    /// <summary>Who keeps away from a place is told which it is, whatever they wanted there.</summary>
    [Fact]
    public async Task WhoKeepsAway_IsToldFromWhichPlace()
    {
        await chats.Office.Say("队伍 第1组");
        await chats.Office.Press("单位、小组、回避");
        await chats.Office.Press("提交", ("回避的地区（不写原因，可不填）", "正定县"));

        Assert.Contains("石家庄市正定县的整改检查不归您", (await chats.Leader.Say("检查 正定县")).Text, StringComparison.Ordinal);
        await chats.Leader.Say("举一反三 全市各县 违规占用耕地");
        var why = chats.Leader.Last.ErrorAt("places");
        Assert.Contains("不归您布置自查：石家庄市正定县（", why, StringComparison.Ordinal);
        var refused = await chats.Leader.Say("反馈 正定县 11月20日\n序号\t反馈问题\n1\t占用耕地未整改");
        Assert.Contains("不能由您给石家庄市正定县下发反馈", refused.Text + refused.ErrorAt("place"), StringComparison.Ordinal);
        Assert.DoesNotContain("不归您", (await chats.Leader.Say("检查 长安区")).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("检查 正定县 抽99个", "请填1至50")]
    [InlineData("检查 长安区", "没有已销号的整改问题")]
    public async Task WhatCannotBe_IsSaid(string said, string why) =>
        Assert.Contains(why, (await chats.Leader.Say(said)).Text, StringComparison.Ordinal);

    /// <summary>A feedback to 正定县 with one finding of a topic.</summary>
    internal static async Task MakeAsync(Chats chats, string topic, string problem)
    {
        var people = await chats.Services.Directory.ReadAsync(default);
        Assert.IsType<SetResult.Done>(await chats.Services.Sets.OpenAsync(
            topic,
            people.People.First(p => p.Name == chats.Leader.Name),
            new(AreaCode.Parse("130123"), new(2026, 11, 20), [new(problem, Topic: topic)]),
            default));
    }

    /// <summary>A feedback to 正定县 whose findings are all closed.</summary>
    internal static async Task CloseAllAsync(Chats chats, int findings)
    {
        var people = await chats.Services.Directory.ReadAsync(default);
        var leader = people.People.First(p => p.Name == chats.Leader.Name);
        var county = people.People.First(p => p.Name == chats.Zhengding.Name);
        var done = Assert.IsType<SetResult.Done>(await chats.Services.Sets.OpenAsync(
            "open",
            leader,
            new(
                AreaCode.Parse("130123"),
                new(2026, 11, 20),
                [.. Enumerable.Range(1, findings).Select(i => new FindingDraft($"违规占用耕地{i}处", $"拆除{i}处"))]),
            default));
        var view = (await chats.Services.Sets.FindAsync(leader, done.Set.Number, default))!;
        foreach (var entry in view.Matters.Values)
        {
            await chats.Services.Matters.DoAsync($"in{entry.Number}", county, entry.Number, new MatterCommand.HandIn("已拆除"), default);
            Assert.IsType<CommandResult.Done>(await chats.Services.Matters.DoAsync(
                $"close{entry.Number}",
                leader,
                entry.Number,
                new MatterCommand.Close(),
                default));
        }
    }
}
