using LiaisonBot.Core.Storage;

namespace LiaisonBot.Tests.Conversation;

/// <summary>
/// A notice that gives several places each their own task is never one form to send: what was seen is said, and each
/// has its form.
/// </summary>
public sealed class SeveralTasksTests : IAsyncLifetime
{
    private const string Notice = """
        各县（市、区）党委、政府：
        根据省委巡视工作要求，现将有关事项通知如下：
        一、长安区11月30日前上报整改方案；
        二、正定县12月5日前报送问题台账；
        三、由藁城区于12月10日前完成自查。
        石家庄市委巡察办
        2026年11月24日
        """;

    private Chats chats = null!;

    public async ValueTask InitializeAsync() => chats = await Chats.Open();

    public ValueTask DisposeAsync() => chats.DisposeAsync();

    [Theory]
    [InlineData("交办 长安区11月30日前上报整改方案；正定县12月5日前报送台账", 2)]
    [InlineData("交办 长安区11月30日前上报整改方案，正定县12月5日前报送台账", 2)]
    [InlineData("交办 长安区 11月30日前 上报整改方案\n正定县 12月5日前 报送台账\n藁城区 12月10日前 完成自查", 3)]
    [InlineData("长安区11月30日前上报整改方案。正定县12月5日前报送台账。", 2)]
    [InlineData("1. 长安区：11月30日前上报整改方案\n2. 正定县：12月5日前报送台账", 2)]
    [InlineData("（一）请长安区于11月30日前上报整改方案；（二）请正定县于12月5日前报送台账", 2)]
    [InlineData("整改方案由长安区于11月30日前报送；问题台账由正定县于12月5日前报送", 2)]
    [InlineData("交办 长安区负责梳理清单，11月30日前完成；正定县负责核查，12月5日前完成", 2)]
    [InlineData("交办 长安区上报整改方案；正定县报送台账；12月10日前完成", 2)]
    [InlineData("交办 长安区、正定县11月30日前上报整改方案；藁城区12月5日前报送台账", 2)]
    [InlineData("交办 长安区12月1日前报方案。各县12月20日前报总结", 2)]
    [InlineData("长安区\t11月30日前\t上报整改方案\n正定县\t12月5日前\t报送台账", 2)]
    public async Task SeveralTasks_AreShownOneByOne_AndNothingIsFilledInForAll(string said, int tasks)
    {
        var seen = await chats.Leader.Say(said);
        Assert.StartsWith($"这里看到{tasks}项任务", seen.Text, StringComparison.Ordinal);
        Assert.Equal(tasks, seen.Inputs.Count(input => input.Id.StartsWith("on", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task WholeNotice_WithoutTheWord_IsSplitWithPlaceAndDateEach()
    {
        var seen = await chats.Leader.Say(Notice);
        Assert.StartsWith("这里看到3项任务，共3件事项", seen.Text, StringComparison.Ordinal);
        Assert.Equal(
            [
                "石家庄市长安区 2026-11-30 上报整改方案",
                "石家庄市正定县 2026-12-05 报送问题台账",
                "石家庄市藁城区 2026-12-10 完成自查"
            ],
            NoticeTests.RowsOf(seen));
    }

    [Fact]
    public async Task Message_OfAnotherChat_IsSplitInItsDialog()
    {
        var dialog = await chats.Leader.AssignMessage(Notice);
        Assert.StartsWith("这里看到3项任务", dialog.Text, StringComparison.Ordinal);
        await chats.Leader.PressInDialog("全部交办");
        Assert.Equal(
            3,
            (await chats.Store.ReadRangeAsync(
                "matters",
                "1301",
                RowKeys.Matters.Matter,
                RowKeys.Matters.Matter + "~",
                10,
                default)).Count);
    }

    [Theory]
    [InlineData("交办 长安、正定 11月底前 上报整改方案")]
    [InlineData("交办 长安区 11月底前拿出方案，年底前完成整改")]
    [InlineData("交办 长安区11月底前上报整改方案，正定县配合")]
    [InlineData("交办 长安区11月底前上报整改方案。正定县的经验做法可以借鉴。")]
    [InlineData("交办 全市各县 12月底前 报送自查情况；重点是长安区")]
    [InlineData("交办 请长安区、正定县、藁城区于12月底前上报方案，并抄送石家庄市联络办")]
    public async Task OneTask_IsOneForm(string said) => Assert.NotEmpty((await chats.Leader.Say(said)).Inputs);

    [Fact]
    public async Task PassingOn_WithATaskForEach_TicksNothing()
    {
        await chats.Leader.Say("交办 石家庄市 12月20日前 全市排查");
        var number = (await chats.Leader.Press("交办")).Number();
        var form = await chats.City.Say($"转办 {number} 长安区12月1日前报方案；正定县12月5日前报台账");
        Assert.Contains("这里有2项不同的要求，没有勾选地区", form.Text, StringComparison.Ordinal);
        Assert.Contains("长安区12月1日前报方案；正定县12月5日前报台账", form.Input("note").Value, StringComparison.Ordinal);
    }
}
