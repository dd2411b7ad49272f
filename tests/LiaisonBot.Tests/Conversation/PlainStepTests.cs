using LiaisonBot.Core.Matters;

namespace LiaisonBot.Tests.Conversation;

/// <summary>
/// A step that is said in a line is taken only when nothing in the sentence asks, negates, doubts, postpones, or goes
/// on as another word.
/// </summary>
public sealed class PlainStepTests : IAsyncLifetime
{
    private Chats chats = null!;

    public async ValueTask InitializeAsync()
    {
        chats = await Chats.Open();
        await chats.Leader.Assign("长安区", "上报整改方案");
        await chats.Changan.Do("1301-1", "签收");
        await chats.Leader.Assign("长安区", "报送自查报告");
        await chats.Changan.Do("1301-2", "签收");
        await chats.Changan.Do("1301-2", "报结", ("办理结果", "已报送"));
        await chats.Leader.Assign("长安区", "梳理问题清单");
    }

    public ValueTask DisposeAsync() => chats.DisposeAsync();

    [Theory]
    [InlineData("1301-1 撤回了吗")]
    [InlineData("1301-2 办结了没有")]
    [InlineData("1301-1 退回过吗")]
    [InlineData("1301-2退回过没")]
    [InlineData("办结1301-2了吗")]
    [InlineData("1301-2 办结了")]
    [InlineData("1301-2 办结了。")]
    [InlineData("撤回了1301-1")]
    [InlineData("撤回 1301-1 了么")]
    [InlineData("撤回1301-1？")]
    [InlineData("撤回 1301-1 是否需要说明理由")]
    [InlineData("撤回 1301-1 需要什么手续")]
    [InlineData("1301-1 撤回原因是什么")]
    [InlineData("1301-1 撤回原因")]
    [InlineData("1301-2 退回理由")]
    [InlineData("退回 1301-2 的原因")]
    [InlineData("退回 1301-2 还是办结？")]
    [InlineData("办结 1301-2 可以吗")]
    [InlineData("办结 1301-2 行不行")]
    [InlineData("1301-2 办结率多少")]
    [InlineData("1301-2 办结不了")]
    [InlineData("1301-2 办结没")]
    [InlineData("1301-2 办结的依据")]
    [InlineData("1301-2 不办结")]
    [InlineData("1301-2 先不办结")]
    [InlineData("1301-2 什么时候办结")]
    [InlineData("1301-2 能不能办结")]
    [InlineData("不要办结 1301-2")]
    [InlineData("想撤回 1301-1")]
    [InlineData("如果撤回 1301-1 会怎样")]
    [InlineData("先别退回 1301-2")]
    [InlineData("撤回上周的1301-1")]
    [InlineData("挂账督办 1301-1 了没有")]
    [InlineData("1301-1 挂账督办情况")]
    [InlineData("立项督办 1301-1 的条件")]
    [InlineData("移交 1301-1 了吗")]
    [InlineData("销号 1301-2 没")]
    [InlineData("催办 1301-1 过没有")]
    [InlineData("1301-1 催办情况")]
    [InlineData("1301-1 催办了几次")]
    [InlineData("close 1301-2?")]
    [InlineData("close 1301-2 or not")]
    [InlineData("1301-2 close when?")]
    [InlineData("withdraw 1301-1, can I?")]
    [InlineData("return 1301-2 yet?")]
    [InlineData("return of 1301-2")]
    [InlineData("did you close 1301-2")]
    [InlineData("don't withdraw 1301-1")]
    [InlineData("办结率是多少")]
    [InlineData("办结率")]
    [InlineData("撤回原因")]
    [InlineData("退回流程")]
    [InlineData("已办结")]
    [InlineData("怎么办结")]
    [InlineData("办结需要什么材料")]
    [InlineData("批准延期 1301-1 了吗")]
    [InlineData("不批准 1301-1 的理由")]
    [InlineData("更正了吗")]
    public async Task Leader_WhoAsksOrDenies_ChangesNothing_AndNoButtonOfTheAnswerCarriesTheQuestion(string said)
    {
        var before = await Written();
        var seen = await chats.Leader.Say(said);
        Assert.Equal(before, await Written());
        Assert.DoesNotContain("将要", seen.Text, StringComparison.Ordinal);
        Assert.All(seen.Buttons, b => Assert.DoesNotContain("什么", b.Data.ToJsonString(), StringComparison.Ordinal));
        Assert.DoesNotContain("哪一项", seen.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("1301-1 报结了吗")]
    [InlineData("报结 1301-1 了没")]
    [InlineData("1301-1 报结了")]
    [InlineData("报结 1301-1 需要什么材料")]
    [InlineData("1301-1 报结材料")]
    [InlineData("报结 1301-1 的材料交给谁")]
    [InlineData("报结 1301-1 怎么写")]
    [InlineData("报结 1301-1 要不要附照片")]
    [InlineData("报结 1301-1 材料有哪些")]
    [InlineData("报结 1301-1 还没有")]
    [InlineData("报结 1301-1 不了")]
    [InlineData("报结 1301-1 明天再说")]
    [InlineData("报结 1301-1 过两天")]
    [InlineData("报结 1301-1 还没有完成")]
    [InlineData("报结 1301-1 预计下周完成")]
    [InlineData("报结 1301-1 等审计结束再报")]
    [InlineData("报结 1301-1 已完成，是不是就可以了？")]
    [InlineData("反馈 1301-1 怎么写")]
    [InlineData("反馈进展 1301-1 情况")]
    [InlineData("反馈进展 1301-1 了没有")]
    [InlineData("反馈进展 1301-1 什么时候截止")]
    [InlineData("反馈 1301-1 明天再报")]
    [InlineData("反馈 1301-1 暂不")]
    [InlineData("1301-1反馈情况")]
    [InlineData("1301-3 签收不了")]
    [InlineData("签收 1301-3 吗？")]
    [InlineData("签收1301-3了")]
    [InlineData("签收 1301-3 之前要看什么")]
    [InlineData("还没签收呢")]
    [InlineData("没签收1301-3")]
    [InlineData("不签收 1301-3")]
    [InlineData("1301-3 签收情况")]
    [InlineData("1301-3 暂不签收")]
    [InlineData("签收不了")]
    [InlineData("签收了")]
    [InlineData("未签收")]
    [InlineData("签收需要什么条件")]
    [InlineData("报结需要什么材料")]
    [InlineData("报结材料清单")]
    [InlineData("反馈怎么写")]
    [InlineData("撤销 1301-1 的报结")]
    [InlineData("撤销了吗")]
    [InlineData("sign for 1301-3?")]
    [InlineData("sign for 1301-3 later")]
    [InlineData("sign 1301-3 not yet")]
    [InlineData("report 1301-1 how?")]
    [InlineData("hand in 1301-1 what is needed")]
    [InlineData("反馈 1301-1 已完成\n反馈 1301-3 未完成")]
    [InlineData("报结 1301-1 已完成；签收 1301-3")]
    public async Task Officer_WhoAsksOrDenies_ChangesNothing(string said)
    {
        var before = await Written();
        var seen = await chats.Changan.Say(said);
        Assert.Equal(before, await Written());
        Assert.NotEmpty(seen.Buttons);
        Assert.DoesNotContain("哪一项", seen.Text, StringComparison.Ordinal);
        Assert.All(seen.Buttons, b => Assert.DoesNotContain("什么", b.Data.ToJsonString(), StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("反馈进展 1301-1 还没有完成，预计下周")]
    [InlineData("反馈进展 1301-1 没有发现什么问题")]
    [InlineData("反馈进展 1301-1 正在核实是否属实")]
    [InlineData("反馈进展 1301-1 已明确谁来负责、如何整改")]
    [InlineData("反馈进展 1301-1 准备下周召开专题会")]
    [InlineData("反馈进展 1301-1 后续整改正在推进")]
    [InlineData("反馈进展 1301-1 过程材料已收集")]
    [InlineData("反馈进展 1301-1 几个问题已整改，还差两项")]
    [InlineData("反馈进展1301-1已完成初稿")]
    [InlineData("1301-1 反馈进展已完成初稿")]
    [InlineData("1301-1反馈进展 不能按期完成的原因已说明")]
    [InlineData("反馈 1301-1 思想认识不到位的问题已整改")]
    [InlineData("反馈 1301-1 未发现类似问题。")]
    [InlineData("report 1301-1 second draft")]
    public async Task Report_WithNegationsInIt_IsTaken(string said) =>
        Assert.StartsWith(
            said.StartsWith('r') ? "Progress reported" : "已反馈进展",
            (await chats.Changan.Say(said)).Text,
            StringComparison.Ordinal);

    [Theory]
    [InlineData("报结 1301-1 不存在问题，已整改到位")]
    [InlineData("报结 1301-1 未发现违规，资料已归档")]
    [InlineData("报结 1301-1 没有遗留问题")]
    [InlineData("1301-1 报结 方案已印发")]
    [InlineData("1301-1报结已整改到位")]
    [InlineData("报结1301-1，方案已印发，谢谢")]
    [InlineData("报结 1301-1 了解情况后已完成整改")]
    public async Task Result_WithNegationsInIt_IsTaken(string said) =>
        Assert.StartsWith("已报结", (await chats.Changan.Say(said)).Text, StringComparison.Ordinal);

    [Theory]
    [InlineData("签收1301-3")]
    [InlineData("1301-3 签收")]
    [InlineData("签收 1301-3，谢谢！")]
    [InlineData("签收一下1301-3")]
    [InlineData("签收 1301-3 收到")]
    [InlineData("签收 事项1301-3 吧")]
    [InlineData("签收")]
    public async Task Sign_ThatIsSaidPlainly_IsTaken(string said) =>
        Assert.StartsWith("已签收", (await chats.Changan.Say(said)).Text, StringComparison.Ordinal);

    [Fact]
    public async Task Question_IsAnswered_AboveTheMatterWithItsButtons()
    {
        var seen = await chats.Leader.Say("1301-1 撤回了吗");
        Assert.StartsWith("还没有撤回，目前是“办理中”。", seen.Text, StringComparison.Ordinal);
        Assert.Contains("撤回", seen.Titles);
        Assert.StartsWith(
            "Not withdrawn so far. It is now “In progress”.",
            (await chats.Leader.Say("withdraw 1301-1?")).Text,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Doubtful_Text_StandsInTheForm_AndIsHandedInByOnePress()
    {
        var form = await chats.Changan.Say("报结 1301-1 预计下周完成");
        Assert.Contains("还没有提交", form.Text, StringComparison.Ordinal);
        Assert.Equal("预计下周完成", form.Input("办理结果").Value);
        Assert.StartsWith("已报结", (await chats.Changan.Press("提交")).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("办结 1301-2", "办结", "已办结")]
    [InlineData("1301-2 退回 补充佐证材料", "退回", "已退回")]
    [InlineData("撤回 1301-1 情况有变", "撤回", "已撤回")]
    [InlineData("挂账督办 1301-1 久拖不决", "挂账督办", "已挂账督办")]
    public async Task Decision_InOneLine_SaysWhatItWillDo_AndIsDoneByOnePressOnce(string said, string act, string done)
    {
        var before = await Written();
        var card = await chats.Leader.Say(said);
        Assert.StartsWith($"将要{act}", card.Text, StringComparison.Ordinal);
        Assert.Contains("还没有办理", card.Text, StringComparison.Ordinal);
        Assert.Contains("冀巡交〔2026〕1301-", card.Text, StringComparison.Ordinal);
        Assert.Equal(before, await Written());
        Assert.StartsWith(done, (await chats.Leader.PressOn(card, $"确认{act}")).Text, StringComparison.Ordinal);
        var after = await Written();
        Assert.StartsWith(done, (await chats.Leader.PressOn(card, $"确认{act}")).Text, StringComparison.Ordinal);
        Assert.Equal(after, await Written());
    }

    [Fact]
    public async Task Docket_InOneLine_IsShownFirst()
    {
        await chats.Leader.Do("1301-1", "挂账督办", ("原因", "久拖不决"));
        var card = await chats.Office.Say("立项督办 1301-1 仍无进展");
        Assert.Contains("仍无进展", card.Text, StringComparison.Ordinal);
        Assert.StartsWith("已报请立项督办", (await chats.Office.Press("确认立项督办")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Refer_InOneLine_OpensItsFormWithDepartmentAndReason()
    {
        var form = await chats.Office.Say("移交 1301-1 省审计厅 涉及资金问题");
        Assert.Equal("涉及资金问题", form.Input("原因").Value);
        Assert.NotEmpty(form.Input("department").Value);
    }

    [Fact]
    public async Task Confirmation_IsChangedInTheForm_OrCancelled()
    {
        var card = await chats.Leader.Say("退回 1301-2 补充佐证材料");
        Assert.StartsWith(
            "冀",
            (await chats.Leader.PressOn(card, "取消")).Text.Split('\n').First(l => l.StartsWith('冀')),
            StringComparison.Ordinal);
        var form = await chats.Leader.PressOn(card, "修改");
        Assert.Equal("补充佐证材料", form.Input("进一步整改要求").Value);
    }

    [Fact]
    public async Task Confirmation_AfterSomebodyElsesChange_IsStale()
    {
        var card = await chats.Leader.Say("办结 1301-2");
        await chats.Changan.Do("1301-2", "撤销报结");
        Assert.StartsWith("没有改动", (await chats.Leader.PressOn(card, "确认办结")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Words_BehindAClosing_AreSaidNotToBeKept()
    {
        var card = await chats.Leader.Say("办结 1301-2 整改到位");
        Assert.Contains("“整改到位”不会随“办结”保存", card.Text, StringComparison.Ordinal);
        Assert.StartsWith("已办结", (await chats.Leader.Press("确认办结")).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("未签收", "梳理问题清单")]
    [InlineData("还没签收呢", "梳理问题清单")]
    [InlineData("已报结的", "报送自查报告")]
    public async Task StateWords_FindWhatStandsSo(string said, string title)
    {
        var seen = await chats.Leader.Say(said);
        Assert.Contains("的有1项。", seen.Text, StringComparison.Ordinal);
        Assert.Contains(title, seen.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("英文怎么设置")]
    [InlineData("解除绑定了吗")]
    [InlineData("取消 1301-1 的交办")]
    public async Task Command_WithMoreBehindIt_IsNotTakenForTheCommandAlone(string said)
    {
        var seen = await chats.Changan.Say(said);
        Assert.DoesNotContain("Saved", seen.Summary, StringComparison.Ordinal);
        Assert.DoesNotContain("已取消", seen.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Question_InARoom_DoesNotUnbindIt()
    {
        var room = chats.Channel();
        await chats.Leader.SayIn(room, "绑定 石家庄");
        await chats.Leader.SayIn(room, "解除绑定了吗");
        Assert.Contains("石家庄市", (await chats.Leader.SayIn(room, "绑定")).Text, StringComparison.Ordinal);
    }

    /// <summary>Everything that is written of the city's matters.</summary>
    private async Task<int> Written()
    {
        var count = 0;
        foreach (var number in new[] { "1301-1", "1301-2", "1301-3" })
            count += (await chats.Matters.HistoryAsync(MatterNumber.Parse("2026-" + number), default)).Count;
        return count;
    }
}
