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
            "正定县：请抓紧落实以下工作。1.12月14日前把夜市占道整治到位；2.12月18日前报送燃气隐患复查结果；3.秸秆焚烧核查情况本月底前书面反馈。联系人李某。",
            ["石家庄市正定县 2026-12-14 把夜市占道整治到位", "石家庄市正定县 2026-12-18 报送燃气隐患复查结果", "石家庄市正定县 2026-11-30 秸秆焚烧核查情况书面反馈"]
        },
        {
            "给正定县派三个任务：\n1. 12月14日前整治夜市占道\n2. 12月18日前报送燃气隐患复查结果\n3. 月底前反馈秸秆焚烧核查情况",
            ["石家庄市正定县 2026-12-14 整治夜市占道", "石家庄市正定县 2026-12-18 报送燃气隐患复查结果", "石家庄市正定县 2026-11-30 反馈秸秆焚烧核查情况"]
        },
        {
            "长安区、正定县：\n一、12月5日前上报整改方案。\n二、12月10日前报送整改台账。",
            ["石家庄市长安区, 石家庄市正定县 2026-12-05 上报整改方案", "石家庄市长安区, 石家庄市正定县 2026-12-10 报送整改台账"]
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

    /// <summary>As chats paste it: line ends lost, and what stands around the tasks in the same line.</summary>
    [Theory]
    [InlineData("关于做好近期重点工作的通知 各县（市、区）：一、长安区于12月5日前上报整改方案。二、正定县于12月10日前报送整改台账。联系人：某同志，电话：0311-1234567 省委第一巡视组 2026年11月26日")]
    [InlineData("关于做好近期重点工作的通知各县（市、区）：一、长安区于12月5日前上报整改方案。二、正定县于12月10日前报送整改台账。联系人：某同志，电话：0311-1234567。省委第一巡视组2026年11月26日")]
    [InlineData("关于做好近期重点工作的通知　　各县（市、区）：　　一、长安区于12月5日前上报整改方案。　　二、正定县于12月10日前报送整改台账。　　联系人：某同志　　电话：0311-1234567　　省委第一巡视组　　2026年11月26日")]
    [InlineData("关于做好近期重点工作的通知\r\n一、长安区于12月5日前上报整改方案。\r\n二、正定县于12月10日前报送整改台账。\r\n联系人：某同志，电话：0311-1234567\r\n省委第一巡视组\r\n2026年11月26日")]
    [InlineData("关于开展专项排查的通知 各县（市、区）：长安区于12月5日前上报整改方案。正定县于12月10日前报送整改台账。特此通知。联系人：某同志，电话：0311-1234567。省委第一巡视组 2026年11月26日")]
    [InlineData("1.长安区12月5日前上报整改方案 2.正定县12月10日前报送整改台账 联系人：李某 13800138000")]
    [InlineData("1、长安区12月5日前上报整改方案2、正定县12月10日前报送整改台账。联系电话0311-1234567")]
    [InlineData("1长安区12月5日前上报整改方案 2正定县12月10日前报送整改台账 联系人李某")]
    [InlineData("（一）长安区12月5日前上报整改方案（二）正定县12月10日前报送整改台账 省委第一巡视组")]
    [InlineData("①长安区12月5日前上报整改方案②正定县12月10日前报送整改台账 有问题请联系李某 0311-1234567")]
    [InlineData("一是长安区12月5日前上报整改方案，二是正定县12月10日前报送整改台账，联系人某同志")]
    [InlineData("第一，长安区12月5日前上报整改方案；第二，正定县12月10日前报送整改台账。省委第一巡视组")]
    [InlineData("首先，长安区12月5日前上报整改方案；其次，正定县12月10日前报送整改台账。有问题请联系某同志13800138000")]
    [InlineData("任务一：长安区12月5日前上报整改方案 任务二：正定县12月10日前报送整改台账 联系人：某同志 13800138000")]
    [InlineData("一、上报整改方案（责任单位：长安区；完成时限：12月5日前）二、报送整改台账（责任单位：正定县；完成时限：12月10日前）联系人：某同志 13800138000")]
    [InlineData("1、上报整改方案，责任单位：长安区，12月5日前；2、报送整改台账，责任单位：正定县，12月10日前。电话：0311-1234567")]
    [InlineData("巡视组李某：关于做好近期重点工作的通知 一、长安区于12月5日前上报整改方案。二、正定县于12月10日前报送整改台账。联系人：某同志")]
    [InlineData("李某某 2026/11/26 09:12\n一、长安区于12月5日前上报整改方案。二、正定县于12月10日前报送整改台账。联系人：某同志")]
    [InlineData("李某某：长安区12月5日前上报整改方案，正定县12月10日前报送整改台账。有问题找我，13800138000")]
    [InlineData("请长安区12月5日前上报整改方案，以及正定县12月10日前报送整改台账，联系人：某同志，电话0311-1234567")]
    [InlineData("一、整改任务（一）长安区12月5日前上报整改方案。（二）正定县12月10日前报送整改台账。联系人：某同志 省委第一巡视组 2026年11月26日")]
    [InlineData("联系人：某同志，电话：0311-1234567。一、长安区12月5日前上报整改方案。二、正定县12月10日前报送整改台账。三、请各单位高度重视。")]
    [InlineData("1\t长安区\t上报整改方案\t12月5日前\n2\t正定县\t报送整改台账\t12月10日前\n联系人\t某同志")]
    [InlineData("序号\t工作任务\t责任单位\t完成时限\t1\t上报整改方案\t长安区\t12月5日前\t2\t报送整改台账\t正定县\t12月10日前")]
    [InlineData("序号\t工作任务\t责任单位\t完成时限\r\n1\t上报整改方案\t长安区\t12月5日前\r\n2\t报送整改台账\t正定县\t12月10日前\r\n联系人\t某同志\t电话\t0311-1234567\r\n省委第一巡视组")]
    public async Task Notice_InOneLine_IsReadTaskByTask(string said)
    {
        var seen = await chats.Leader.Say(said);
        Assert.Equal(["石家庄市长安区 2026-12-05 上报整改方案", "石家庄市正定县 2026-12-10 报送整改台账"], RowsOf(seen));
        // Whom to ask, and who signed, stay in sight.
        foreach (var around in new[] { "某同志", "1234567", "13800138000", "李某", "高度重视" }.Where(said.Contains))
        {
            Assert.Contains(around, seen.Text, StringComparison.Ordinal);
        }

        Assert.Empty(await Matters());
    }

    [Theory]
    [InlineData("First, Chang'an hand in the plan by December 5. Then Zhengding report the ledger by December 10. Contact: Mr Li, 0311-1234567.")]
    [InlineData("Notice on the work of the coming weeks. 1. Chang'an to hand in the plan by 5 December. 2. Zhengding to report the ledger by 10 December. Contact: Mr Li, tel 0311-1234567. First Inspection Team, 26 November 2026")]
    [InlineData("Please note: 1) Chang'an - hand in the plan by Dec 5; 2) Zhengding - report the ledger by Dec 10. Any questions call Mr Li 13800138000")]
    [InlineData("Dear colleagues, please have Chang'an hand in the plan by Dec 5 and Zhengding report the ledger by Dec 10. Thanks, First Inspection Team")]
    public async Task Notice_InOneEnglishLine_IsReadTaskByTask(string said)
    {
        var seen = await chats.Leader.Say(said);
        Assert.Equal(["石家庄市长安区 2026-12-05 hand in the plan", "石家庄市正定县 2026-12-10 report the ledger"], RowsOf(seen));
        Assert.Empty(await Matters());
    }

    [Theory]
    [InlineData("长安区联络员电话多少，正定县呢")]
    [InlineData("长安区12月5日前报方案了吗，正定县12月10日前报台账了吗，联系人是谁")]
    [InlineData("一、长安区联络员是谁 二、正定县联络员电话多少")]
    [InlineData("长安区12月5日前到期几件，正定县12月10日前到期几件，联系人电话")]
    [InlineData("长安区本周已上报方案，正定县下周能报台账吗，联系电话多少")]
    [InlineData("如果长安区12月5日前报不了方案，正定县12月10日前报不了台账，就挂账")]
    [InlineData("先别给长安区交办12月5日前的方案，正定县12月10日前的台账也先别")]
    public async Task QuestionsAndDoubts_AreNoNotice(string said)
    {
        var seen = await chats.Leader.Say(said);
        Assert.DoesNotContain("全部交办", seen.Titles);
        Assert.Empty(await Matters());
    }

    /// <summary>One task with what stands around a notice opens the form of one matter.</summary>
    [Theory]
    [InlineData("关于报送材料的通知：长安区12月5日前上报整改方案。联系人：某同志，电话0311-1234567", "关于报送材料的通知")]
    [InlineData("长安区12月5日前上报整改方案，联系人：某同志，电话0311-1234567", "")]
    [InlineData("关于长安区报送方案的通知 长安区12月5日前上报整改方案。联系人：某同志，电话0311-1234567。省委第一巡视组 2026年11月26日", "关于长安区报送方案的通知")]
    public async Task OneTask_WithAContact_OpensTheFormOfOneMatter(string said, string basis)
    {
        var seen = await chats.Leader.Say(said);
        string Of(string id) => seen.Inputs.Single(input => input.Id == id).Value;
        Assert.Equal(("上报整改方案", "130102", "2026-12-05", basis), (Of("title"), Of("area"), Of("due"), Of("basis")));
        Assert.Contains("0311-1234567", Of("target"), StringComparison.Ordinal);
        Assert.DoesNotContain("全部交办", seen.Titles);
    }

    [Fact]
    public async Task ContactOfEachTask_BelongsToItsTask()
    {
        await chats.Leader.Say("一、长安区12月5日前上报整改方案，联系人：李某。二、正定县12月10日前报送整改台账，联系人：王某。");
        await chats.Leader.Press("全部交办");
        Assert.Equal(
            ["130102 联系人：李某", "130123 联系人：王某"],
            (await Matters()).Select(m => $"{m.Area} {m.Target.Split('\n')[^1]}"));
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

    [Theory]
    [InlineData("一、长安区于12月5日前上报整改方案。\n二、正定县于12月10日前报送整改台账。")]
    [InlineData("一、长安区于12月5日前上报整改方案。二、正定县于12月10日前报送整改台账。联系人：某同志")]
    public async Task WhoMayNotAssign_IsToldWhoMay(string said)
    {
        var seen = await chats.Changan.Say(said);
        Assert.DoesNotContain("全部交办", seen.Titles);
        Assert.Contains("没有“交办”的权限", seen.Text, StringComparison.Ordinal);
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
