using LiaisonBot.Conversation.Reading;

namespace LiaisonBot.Tests.Conversation;

/// <summary>A form on the screen is changed, left and asked about in words; what is pressed then is what stands there.</summary>
public sealed class FormTalkTests : IAsyncLifetime
{
    private Chats chats = null!;

    public async ValueTask InitializeAsync() => chats = await Chats.Open();

    public ValueTask DisposeAsync() => chats.DisposeAsync();

    [Fact]
    public async Task Form_IsChangedAgainAndAgain_AndOnePressTakesTheLast()
    {
        await chats.Leader.Say("交办 正定县 12月20日前 报送农村改厕未通水户数");
        await chats.Leader.Say("不是正定 是长安");
        var form = await chats.Leader.Say("改成25号");
        Assert.Equal(("报送农村改厕未通水户数", "2026-12-25"), (form.Input("事项名称").Value, form.Input("办理时限").Value));
        await chats.Leader.Press("交办");
        await chats.Deliver();
        Assert.Contains("报送农村改厕未通水户数", chats.Changan.Last.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(chats.Zhengding.Received, seen => seen.Text.Contains("改厕", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Form_ThatWasLeftOrSubmitted_IsNotChanged()
    {
        await chats.Leader.Say("交办 正定县 12月20日前 报送农村改厕未通水户数");
        Assert.Contains("什么都没有发出", (await chats.Leader.Say("算了 先不派")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("改厕", (await chats.Leader.Say("改成25号")).Text, StringComparison.Ordinal);

        await chats.Leader.Say("交办 正定县 12月20日前 报送农村改厕未通水户数");
        await chats.Leader.Press("交办");
        Assert.DoesNotContain("按您说的改了", (await chats.Leader.Say("改成25号")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Form_OfSomebodyElse_IsNotSpokenOf()
    {
        await chats.Leader.Say("交办 正定县 12月20日前 报送农村改厕未通水户数");
        Assert.DoesNotContain("改厕", (await chats.Office.Say("改成25号")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Report_ThatWentOut_IsPutRightByAnother()
    {
        var number = await chats.Leader.Assign("长安区", "解决回迁户办证难", "2026-12-15");
        await chats.Changan.Do(number, "签收");
        await chats.Changan.Say($"反馈进展 {number} 又办下来46户，累计358户");
        var form = await chats.Changan.Say("刚才数写错了是346户不是358");
        Assert.Equal("又办下来46户，累计346户", form.Input("进展情况").Value);
        await chats.Changan.Press("提交");
        var history = (await chats.Changan.Press("办理记录")).Text;
        Assert.Contains("累计346户", history, StringComparison.Ordinal);
        Assert.Contains("累计358户", history, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Answer_InOtherWords_GoesToTheQuestionThatWaits()
    {
        var number = await chats.Leader.Assign("长安区", "核查食堂采购账目", "2026-12-15");
        await chats.Changan.Do(number, "签收");
        await chats.Leader.Say($"提问 {number} 9月那笔三万二的冻肉谁签的字");
        await chats.Deliver();
        await chats.Changan.Say("我的事项");
        var other = await chats.Changan.Say("会议室的灯是上周换的 回头再说");
        Assert.DoesNotContain("会议室的灯", string.Join(' ', other.Inputs.Select(i => i.Value)), StringComparison.Ordinal);
        var form = await chats.Changan.Say("冻肉那个是后勤副校长签的 单子我回头找");
        Assert.Contains(form.Inputs, i => i.Value == "冻肉那个是后勤副校长签的 单子我回头找");
    }

    [Theory]
    [InlineData("不是正定 是长安", "正定", "长安", "")]
    [InlineData("是346户不是358", "358", "346户", "")]
    [InlineData("标题写错了应该是报送户数", "", "报送户数", Amendment.Title)]
    [InlineData("把时限改成25号", "", "25号", Amendment.Day)]
    [InlineData("make it the 18th", "", "the 18th", "")]
    [InlineData("no, not zhengding, changan", "zhengding", "changan", "")]
    [InlineData("the due date should be the 18th", "", "the 18th", Amendment.Day)]
    public void Words_SayWhatWasWrongAndWhatIsRight(string said, string old, string right, string field)
    {
        var change = Amendment.Of(said);
        Assert.NotNull(change);
        Assert.Equal((old, right, field, true), (change.Old, change.New, change.Field, change.IsSure));
    }

    [Theory]
    [InlineData("改成几号了")]
    [InlineData("是不是改成25号了?")]
    [InlineData("should it be the 18th or the 19th?")]
    public void Question_ChangesNothing(string said) => Assert.False(Amendment.Of(said) is { IsSure: true });
}
