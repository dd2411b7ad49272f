using LiaisonBot.Core.Matters;
using LiaisonBot.Core.Storage;

namespace LiaisonBot.Tests.Conversation;

/// <summary>
/// A whole notice in the shapes that offices write: a table to check, one matter for each task and place, and nothing that
/// was said dropped.
/// </summary>
public sealed class NoticeTests : IAsyncLifetime
{
    private Chats chats = null!;

    public async ValueTask InitializeAsync() => chats = await Chats.Open();

    public ValueTask DisposeAsync() => chats.DisposeAsync();

    public static TheoryData<string, string[]> Shapes => new()
    {
        {
            "关于做好近期重点工作的通知\n石巡发〔2026〕12号\n各县（市、区）：\n一、长安区于12月5日前上报整改方案。\n二、正定县于12月10日前报送整改台账。\n三、藁城区于12月12日前完成排查。\n联系人：某同志，电话：0311-1234567\n省委第一巡视组\n2026年11月26日",
            ["石家庄市长安区 2026-12-05 上报整改方案", "石家庄市正定县 2026-12-10 报送整改台账", "石家庄市藁城区 2026-12-12 完成排查"]
        },
        {
            "1.长安区 12月5日前 报方案\n2.正定县 12月10日前 报台账",
            ["石家庄市长安区 2026-12-05 报方案", "石家庄市正定县 2026-12-10 报台账"]
        },
        {
            "（一）长安区12月5日前报送方案；（二）正定县12月10日前报送台账",
            ["石家庄市长安区 2026-12-05 报送方案", "石家庄市正定县 2026-12-10 报送台账"]
        },
        {
            "①长安区12月5日前报送方案\n②正定县12月10日前报送台账",
            ["石家庄市长安区 2026-12-05 报送方案", "石家庄市正定县 2026-12-10 报送台账"]
        },
        {
            "1.完善整改台账\n责任单位：长安区、正定县\n完成时限：12月5日前\n2.开展专项自查\n责任单位：藁城区\n完成时限：2026年12月20日",
            ["石家庄市长安区, 石家庄市正定县 2026-12-05 完善整改台账", "石家庄市藁城区 2026-12-20 开展专项自查"]
        },
        {
            "一、完善整改台账（责任单位：长安区；完成时限：12月5日前）\n二、开展专项自查（责任单位：正定县；完成时限：12月20日前）",
            ["石家庄市长安区 2026-12-05 完善整改台账", "石家庄市正定县 2026-12-20 开展专项自查"]
        },
        {
            "一、整改任务\n（一）长安区上报整改方案。\n（二）正定县报送整改台账。\n以上任务请于12月15日前完成。\n省委第一巡视组\n2026年11月26日",
            ["石家庄市长安区 2026-12-15 上报整改方案", "石家庄市正定县 2026-12-15 报送整改台账"]
        },
        {
            "序号\t工作任务\t责任单位\t完成时限\n1\t上报整改方案\t长安区\t12月5日前\n2\t报送整改台账\t正定县、藁城区\t12月10日前",
            ["石家庄市长安区 2026-12-05 上报整改方案", "石家庄市正定县, 石家庄市藁城区 2026-12-10 报送整改台账"]
        },
        {
            "请长安区12月5日前上报整改方案。请正定县12月10日前报送整改台账。",
            ["石家庄市长安区 2026-12-05 上报整改方案", "石家庄市正定县 2026-12-10 报送整改台账"]
        },
    };

    [Theory]
    [MemberData(nameof(Shapes))]
    public async Task Shape_IsReadTaskByTask(string said, string[] rows)
    {
        var seen = await chats.Leader.Say(said);
        Assert.Equal(rows, RowsOf(seen));
        Assert.Empty(await Matters());
    }

    [Fact]
    public async Task Notice_IsAssignedWithOnePress_AMatterForEachPlace_Once()
    {
        var table = await chats.Leader.Say(
            "关于做好近期重点工作的通知\n一、长安区、正定县于12月5日前上报整改方案。\n二、藁城区于12月12日前完成排查。\n联系人：某同志");
        Assert.StartsWith("这里看到2项任务，共3件事项", table.Text, StringComparison.Ordinal);
        var done = await chats.Leader.Press("全部交办");
        Assert.Contains("3", done.Text, StringComparison.Ordinal);
        await chats.Leader.PressOn(table, "全部交办");
        Assert.Equal(
            ["130102 2026-12-05 上报整改方案", "130123 2026-12-05 上报整改方案", "130109 2026-12-12 完成排查"],
            (await Matters()).Select(m => $"{m.Area} {Columns.Date(m.Due)} {m.Title}"));
        Assert.All(await Matters(), m => Assert.Equal("关于做好近期重点工作的通知", m.Basis));
    }

    [Fact]
    public async Task Rows_CanBeChangedAndLeftOut()
    {
        await chats.Leader.Say("1.长安区 12月5日前 报方案\n2.正定县 12月10日前 报台账\n3.藁城区 12月12日前 报总结");
        await chats.Leader.Press(
            "全部交办",
            ("place1", "裕华区"),
            ("due1", "2026-12-08"),
            ("title1", "报整改方案"),
            ("on2", "false"));
        Assert.Equal(
            ["130108 2026-12-08 报整改方案", "130109 2026-12-12 报总结"],
            (await Matters()).Select(m => $"{m.Area} {Columns.Date(m.Due)} {m.Title}"));
    }

    [Fact]
    public async Task WhatIsMissing_IsShown_AndNothingIsAssignedUntilItIsThere()
    {
        var table = await chats.Leader.Say("一、某某区12月5日前上报整改方案\n二、正定县报送整改台账\n三、藁城区12月12日前完成排查（配合单位：裕华区）");
        Assert.Contains("没有说时限", table.Text, StringComparison.Ordinal);
        Assert.Contains("配合单位：裕华区", table.Text, StringComparison.Ordinal);
        var refused = await chats.Leader.Press("全部交办");
        Assert.Contains("还没有交办", refused.Text, StringComparison.Ordinal);
        Assert.Empty(await Matters());
        await chats.Leader.Press("全部交办", ("place1", "长安区"), ("due2", "2026-12-10"));
        Assert.Equal(3, (await Matters()).Count);
    }

    [Fact]
    public async Task HeadSignatureAndContact_AreShownAside_AndAreNoTitles()
    {
        var table = await chats.Leader.Say((string)Shapes.First().Data.Item1);
        Assert.Contains("没有当作任务的文字", table.Text, StringComparison.Ordinal);
        foreach (var aside in new[] { "石巡发〔2026〕12号", "联系人：某同志", "省委第一巡视组", "2026年11月26日" })
        {
            Assert.Contains(aside, table.Text, StringComparison.Ordinal);
            Assert.DoesNotContain(table.Inputs, input => input.Value.Contains(aside, StringComparison.Ordinal));
        }
    }

    [Theory]
    [InlineData("一、长安区12月5日前报方案了吗\n二、正定县12月10日前报台账了吗")]
    public async Task Questions_AreNotTicked(string said)
    {
        await chats.Leader.Say(said);
        if (chats.Leader.Last.Titles.Contains("全部交办"))
        {
            await chats.Leader.Press("全部交办");
        }

        Assert.Empty(await Matters());
    }

    [Fact]
    public async Task WhoMayNotAssign_AssignsNothing()
    {
        var seen = await chats.Changan.Say("一、长安区于12月5日前上报整改方案。\n二、正定县于12月10日前报送整改台账。");
        Assert.DoesNotContain("全部交办", seen.Titles);
    }

    /// <summary>Places, day and title of each row, as they stand in the table.</summary>
    internal static IEnumerable<string> RowsOf(Seen seen)
    {
        for (var row = 1; seen.Inputs.Any(input => input.Id == $"on{row}"); row++)
        {
            string Of(string id) => seen.Inputs.First(input => input.Id == $"{id}{row}").Value;
            yield return $"{Of("place").Replace("、", ", ", StringComparison.Ordinal)} {Of("due")} {Of("title")}";
        }
    }

    private async Task<IReadOnlyList<Matter>> Matters() =>
    [
        .. (await chats.Store.ReadRangeAsync(
            RowKeys.Matters.Table,
            "1301",
            RowKeys.Matters.Matter,
            KeyRange.After(RowKeys.Matters.Matter),
            100,
            default)).Select(MatterRows.ToMatter)
    ];
}
