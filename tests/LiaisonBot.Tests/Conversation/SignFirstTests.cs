namespace LiaisonBot.Tests.Conversation;

/// <summary>What is reported of a matter that was not signed for: nothing is recorded, and nothing that was said is lost.</summary>
public sealed class SignFirstTests : IAsyncLifetime
{
    private Chats chats = null!;

    public async ValueTask InitializeAsync()
    {
        chats = await Chats.Open();
        await chats.Leader.Assign("长安区", "违规占地问题整治");
    }

    public ValueTask DisposeAsync() => chats.DisposeAsync();

    [Theory]
    [InlineData("反馈进展 1301-1 已拆9个", "反馈进展", "已拆9个")]
    [InlineData("报结 1301-1 已全部拆除", "报结", "已全部拆除")]
    [InlineData("占地那个图斑拆了9个还剩3个", "反馈进展", "图斑拆了9个还剩3个")]
    public async Task Report_OfWhatIsNotSignedFor_IsNotTaken_AndStandsInTheFormOnceItIs(
        string said,
        string step,
        string text)
    {
        var refused = await chats.Changan.Say(said);
        Assert.StartsWith($"没有改动：还没有签收，先签收才能{step}。", refused.Text, StringComparison.Ordinal);
        Assert.Contains($"“{text}”", refused.Text, StringComparison.Ordinal);
        Assert.Contains("待签收", refused.Text, StringComparison.Ordinal);

        var form = await chats.Changan.Press($"签收，再{step}");
        Assert.Contains("已签收。", form.Text, StringComparison.Ordinal);
        Assert.Contains(form.Inputs, input => input.Value == text);

        var done = await chats.Changan.Press("提交");
        Assert.Contains(text, done.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Form_OfAButtonPressedTwice_SignsOnce()
    {
        var refused = await chats.Changan.Say("反馈进展 1301-1 已拆9个");
        await chats.Changan.PressOn(refused, "签收，再反馈进展");
        var again = await chats.Changan.PressOn(refused, "签收，再反馈进展");
        Assert.Contains(again.Inputs, input => input.Value == "已拆9个");
        Assert.Single(
            (await chats.Changan.Say("1301-1办理记录")).Text.Split('\n'),
            line => line.Contains("签收", StringComparison.Ordinal) && line.Contains("联络员", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("1301-1想延到12月20号，审批没下来")]
    [InlineData("申请延期 1301-1 延至12月20日 审批没下来")]
    public async Task MoreTime_ForWhatIsNotSignedFor_SaysWhatComesFirst_AndKeepsTheDay(string said)
    {
        var refused = await chats.Changan.Say(said);
        Assert.Contains("先签收才能申请延期", refused.Text, StringComparison.Ordinal);
        var form = await chats.Changan.Press("签收，再申请延期");
        Assert.Contains(form.Inputs, input => input.Value.EndsWith("-12-20", StringComparison.Ordinal));
        Assert.Contains(form.Inputs, input => input.Value.Contains("审批没下来", StringComparison.Ordinal));
    }
}
