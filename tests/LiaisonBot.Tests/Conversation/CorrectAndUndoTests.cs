using NodaTime;

namespace LiaisonBot.Tests.Conversation;

/// <summary>更正 and 撤销: typed, pressed, and offered only while they are possible.</summary>
public sealed class CorrectAndUndoTests : IAsyncLifetime
{
    private Chats chats = null!;
    private string number = "";

    public async ValueTask InitializeAsync()
    {
        chats = await Chats.Open();
        number = await chats.Leader.Assign("长安区", "上报整改方案", "2026-12-15");
    }

    public ValueTask DisposeAsync() => chats.DisposeAsync();

    [Fact]
    public async Task Correct_IsOfferedForTenMinutes_AndUntilSomebodySigns()
    {
        Assert.Contains("更正", (await chats.Leader.Say(number)).Titles);
        Assert.DoesNotContain("更正", (await chats.Changan.Say(number)).Titles);
        chats.Clock.Advance(Duration.FromMinutes(11));
        Assert.DoesNotContain("更正", (await chats.Leader.Say(number)).Titles);
        Assert.Contains(
            "只能在交办后10分钟内、签收或移交之前更正",
            (await chats.Leader.Say($"更正 {number}")).Text,
            StringComparison.Ordinal);

        var second = await chats.Leader.Assign("长安区", "第二件");
        await chats.Changan.Say($"签收 {second}");
        Assert.DoesNotContain("更正", (await chats.Leader.Say(second)).Titles);
    }

    [Fact]
    public async Task Form_IsFilledWithWhatStands_AndChangesWhatIsChanged()
    {
        await chats.Leader.Say(number);
        var form = await chats.Leader.Press("更正");
        Assert.Equal(
            ("上报整改方案", "130102", "长安区党委办公室", "2026-12-15"),
            (form.Input("事项名称").Value, form.Input("责任地区").Value, form.Input("责任主体").Value, form.Input("办理时限").Value));
        Assert.Equal(23, form.Input("责任地区").Choices.Count);

        var seen = await chats.Leader.Press("提交", ("办理时限", "2026-12-05"));
        Assert.StartsWith("已更正", seen.Text, StringComparison.Ordinal);
        Assert.Contains("12月5日", seen.Text, StringComparison.Ordinal);
        Assert.Contains("办理时限 12月15日 → 12月5日", (await chats.Leader.Press("办理记录")).Text, StringComparison.Ordinal);
        await chats.Deliver();
        Assert.Contains("省委第一巡视组组长 已更正：办理时限 12月15日 → 12月5日", chats.Changan.Last.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("更正 {0} 12月5日前", "办理时限", "2026-12-05")]
    [InlineData("更正{0} 正定县", "责任地区", "130123")]
    [InlineData("更正 {0} 上报第二版方案", "事项名称", "上报第二版方案")]
    [InlineData("更正 {0} 3个工作日内", "或按天数", "3个工作日")]
    [InlineData("更正 {0} 特急", "紧急程度", "Urgent")]
    [InlineData("{0} 更正 正定", "责任主体", "正定县")]
    [InlineData("更正 12月5日前", "办理时限", "2026-12-05")]
    [InlineData("correct {0} by December 5", "Due date", "2026-12-05")]
    public async Task Typed_ChangesTheFormInWhatWasSaid(string said, string input, string value)
    {
        var form = await chats.Leader.Say(string.Format(null, said, number));
        Assert.Equal(value, form.Input(input).Value);
        Assert.True(form.Text.Contains("其余不变", StringComparison.Ordinal)
            || form.Text.Contains("the rest as it was", StringComparison.Ordinal));
        Assert.DoesNotContain("没有认出", form.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Typed_WithANewDate_TakesTheHourOfTheOldOneAway()
    {
        await chats.Leader.Say("交办 长安区 明天下午5点前 报送名单");
        var own = (await chats.Leader.Press("交办")).Number();
        Assert.Equal("报送名单", (await chats.Leader.Say($"更正 {own} 12月5日前")).Input("目标任务").Value);
        Assert.Equal("报送名单（后天下班前）", (await chats.Leader.Say($"更正 {own} 后天下班前")).Input("目标任务").Value);
    }

    [Fact]
    public async Task Typed_WithANewPlaceAndDate_IsOneMorePress()
    {
        await chats.Leader.Say($"更正 {number} 正定县 3个工作日内");
        var seen = await chats.Leader.Press("提交");
        Assert.StartsWith("已更正", seen.Text, StringComparison.Ordinal);
        Assert.Contains("石家庄市正定县", seen.Text, StringComparison.Ordinal);
        Assert.Equal(number, seen.Number());
    }

    [Fact]
    public async Task Place_ThatIsCorrected_IsToldToBoth_AndTheFirstSeesNothingOfItAnyMore()
    {
        await chats.Deliver();
        await chats.Leader.Say($"更正 {number} 正定县 换一个名称");
        await chats.Leader.Press("提交");
        await chats.Deliver();

        Assert.Equal("省委第一巡视组组长更正了交办：冀巡交〔2026〕1301-1“上报整改方案”不再由您办理，无需处理。", chats.Changan.Last.Text);
        Assert.Contains("换一个名称", chats.Zhengding.Last.Text, StringComparison.Ordinal);
        Assert.StartsWith("没有找到事项", (await chats.Changan.Say(number)).Text, StringComparison.Ordinal);
        Assert.Contains("已签收", (await chats.Zhengding.Say("签收")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Place_InAnotherCity_IsRefusedWithWhatToDo()
    {
        var own = await chats.Office.Assign("长安区");
        await chats.Office.Say($"更正 {own} 路南区");
        Assert.Equal("编号里有市的代码，不能改到别的市；请撤回，再向那里重新交办", (await chats.Office.Press("提交")).ErrorAt("责任地区"));
    }

    [Fact]
    public async Task Place_OfTwoCities_IsTheOneInTheMattersCity()
    {
        var own = await chats.Office.Assign("长安区");
        Assert.Equal("130104", (await chats.Office.Say($"更正 {own} 桥西")).Input("责任地区").Value);
    }

    [Fact]
    public async Task Form_ThatChangesNothing_SaysSo()
    {
        await chats.Leader.Say(number);
        await chats.Leader.Press("更正");
        Assert.StartsWith("没有改动：内容与原来相同", (await chats.Leader.Press("提交")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Form_OfACountysMatter_HasWhatTheCitySaid()
    {
        var parent = await chats.Leader.Assign("石家庄市", due: "2026-12-10");
        await chats.City.Do(parent, "转办", ("转办至", "长安区"), ("办理时限", "2026-12-05"), ("转办要求", "逐户排查"));
        await chats.City.Say(parent + "-1");
        var form = await chats.City.Press("更正");
        Assert.Equal(["due", "dueIn", "note"], form.Inputs.Select(i => i.Id));
        Assert.StartsWith(
            "已更正",
            (await chats.City.Press("提交", ("办理时限", "2026-12-04"), ("转办要求", "逐户逐人排查"))).Text,
            StringComparison.Ordinal);
        Assert.Contains("逐户逐人排查", (await chats.Changan.Say(parent + "-1")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Undo_TakesTheLastReportBack_AndSaysWhich()
    {
        await chats.Changan.Say($"签收 {number}");
        await chats.Changan.Say($"反馈进展 {number} 第一次");
        Assert.Contains("撤销反馈进展", (await chats.Changan.Say($"反馈进展 {number} 打错了")).Titles);
        var seen = await chats.Changan.Press("撤销反馈进展");
        Assert.StartsWith("已撤销上一步", seen.Text, StringComparison.Ordinal);
        Assert.Contains("第一次", seen.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("打错了", seen.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(seen.Titles, t => t.StartsWith("撤销", StringComparison.Ordinal));
        var history = (await chats.Changan.Press("办理记录")).Text;
        Assert.Contains("撤销反馈进展", history, StringComparison.Ordinal);
        Assert.Contains("打错了", history, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Undo_OfAHandIn_TellsTheReviewer()
    {
        await chats.Changan.Say($"签收 {number}");
        await chats.Changan.Say($"报结 {number} 已完成");
        Assert.StartsWith("已撤销上一步", (await chats.Changan.Say("撤销")).Text, StringComparison.Ordinal);
        await chats.Deliver();
        Assert.Contains("长安区联络员 已撤销报结，继续办理", chats.Leader.Last.Text, StringComparison.Ordinal);
        Assert.Contains("办理中", (await chats.Leader.Say(number)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Undo_FromAnOldCard_UndoesNoLaterStep()
    {
        await chats.Changan.Say($"签收 {number}");
        var first = await chats.Changan.Say($"反馈进展 {number} 第一次");
        await chats.Changan.Say($"反馈进展 {number} 第二次");
        Assert.StartsWith(
            "没有改动：没有可以撤销的",
            (await chats.Changan.PressOn(first, "撤销反馈进展")).Text,
            StringComparison.Ordinal);
        Assert.Contains("第二次", (await chats.Changan.Say(number)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Undo_PressedTwice_IsOneStep()
    {
        await chats.Changan.Say($"签收 {number}");
        await chats.Changan.Say($"反馈进展 {number} 第一次");
        var card = await chats.Changan.Say($"反馈进展 {number} 第二次");
        Assert.StartsWith("已撤销", (await chats.Changan.PressOn(card, "撤销反馈进展")).Text, StringComparison.Ordinal);
        Assert.StartsWith("已撤销", (await chats.Changan.PressOn(card, "撤销反馈进展")).Text, StringComparison.Ordinal);
        Assert.Contains("第一次", (await chats.Changan.Say(number)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Undo_WithoutAMatter_OfSeveral_AsksWhich_TheNewestFirst()
    {
        var second = await chats.Leader.Assign("长安区", "第二件");
        foreach (var one in new[] { number, second })
        {
            chats.Clock.Advance(Duration.FromMinutes(1));
            await chats.Changan.Say($"签收 {one}");
            await chats.Changan.Say($"反馈进展 {one} 一半");
        }

        var seen = await chats.Changan.Say("撤销");
        Assert.Equal([second, number], seen.Titles.Select(t => t.Split(' ')[0]));
        Assert.StartsWith("已撤销", (await chats.Changan.Press(seen.Titles.First())).Text, StringComparison.Ordinal);
        Assert.StartsWith("已撤销", (await chats.Changan.Say("撤销")).Text, StringComparison.Ordinal);
        Assert.StartsWith("没有可以撤销的", (await chats.Changan.Say("撤销")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Words_AreEnglishInEnglish()
    {
        await chats.Leader.SpeakEnglish();
        await chats.Leader.Say($"correct {number} by December 5");
        Assert.StartsWith("Corrected", (await chats.Leader.Press("Submit")).Text, StringComparison.Ordinal);
        Assert.Contains(
            "Due date 2026-12-15 → 2026-12-05",
            (await chats.Leader.Press("History")).Text,
            StringComparison.Ordinal);
        await chats.Changan.SpeakEnglish();
        await chats.Changan.Say($"sign {number}");
        Assert.Contains("Undo: Report progress", (await chats.Changan.Say($"report {number} half")).Titles);
        Assert.StartsWith(
            "The last step is undone",
            (await chats.Changan.Say($"undo {number}")).Text,
            StringComparison.Ordinal);
    }
}
