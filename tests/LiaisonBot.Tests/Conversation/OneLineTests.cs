using LiaisonBot.Core.Calendar;
using LiaisonBot.Core.Storage;

namespace LiaisonBot.Tests.Conversation;

/// <summary>Assigning in one line: the form says what was understood, and one press assigns.</summary>
public sealed class OneLineTests : IAsyncLifetime
{
    private Chats chats = null!;

    public async ValueTask InitializeAsync() => chats = await Chats.Open();

    public ValueTask DisposeAsync() => chats.DisposeAsync();

    [Fact]
    public async Task SeveralPlaces_AreAssignedWithOnePress_EachWithItsNumber()
    {
        var form = await chats.Leader.Say("交办 长安、正定 11月底前 上报整改方案");
        Assert.Contains("责任地区（2处）", form.Text, StringComparison.Ordinal);
        var done = await chats.Leader.Press("交办");
        Assert.StartsWith("已交办2处", done.Text, StringComparison.Ordinal);
        Assert.Equal("上报整改方案", (await chats.Changan.Say("1301-1")).Text.Split('\n').First(l => l == "上报整改方案"));
        Assert.Contains("上报整改方案", (await chats.Zhengding.Say("1301-2")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SeveralPlaces_PressedTwice_AreAssignedOnce()
    {
        var form = await chats.Leader.Say("交办 长安、正定 11月底前 上报整改方案");
        await chats.Leader.PressOn(form, "交办");
        await chats.Leader.PressOn(form, "交办");
        Assert.Equal(
            2,
            (await chats.Store.ReadRangeAsync(
                "matters",
                "1301",
                RowKeys.Matters.Matter,
                RowKeys.Matters.Matter + "~",
                10,
                default)).Count);
    }

    [Fact]
    public async Task SeveralPlaces_OfWhichOneIsNotTheirs_AssignsNone()
    {
        await chats.Leader.Say("交办 长安区、路南区 11月底前 上报整改方案");
        await chats.Leader.Press("交办");
        Assert.Contains("您没有“交办”的权限", chats.Leader.Last.Text, StringComparison.Ordinal);
        Assert.Empty(await chats.Store.ReadRangeAsync(
            "matters",
            "1301",
            RowKeys.Matters.Matter,
            RowKeys.Matters.Matter + "~",
            10,
            default));
    }

    [Fact]
    public async Task SeveralPlaces_WithTheTitleTakenOut_KeepThePlaces()
    {
        await chats.Leader.Say("交办 长安、正定 11月底前 上报整改方案");
        var again = await chats.Leader.Press("交办", ("事项名称", ""));
        Assert.Equal("请填写", again.ErrorAt("事项名称"));
        Assert.StartsWith("已交办2处", (await chats.Leader.Press("交办", ("事项名称", "方案"))).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AllCounties_OfTheTeamsCity_AreAssignedTo()
    {
        await chats.Leader.Say("交办 全市各县 5个工作日内 报送自查情况");
        Assert.StartsWith("已交办22处", (await chats.Leader.Press("交办")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task PlaceOfTwoCities_IsAskedBack_AndTheAnswerFillsTheForm()
    {
        var asked = await chats.Office.Say("交办 桥西区 11月底前 上报整改方案");
        Assert.Contains("“桥西区”不止一处", asked.Text, StringComparison.Ordinal);
        var form = await chats.Office.Press("张家口市桥西区");
        Assert.Equal("130703", form.Input("责任地区").Value);
        Assert.Equal("上报整改方案", form.Input("事项名称").Value);
        Assert.Equal("2026-11-30", form.Input("办理时限").Value);
    }

    [Theory]
    [InlineData("明天下午5点前", "时限按天计算", "上报整改方案（明天下午5点前）")]
    [InlineData("春节前", "暂定：2027年放假安排尚未公布", "上报整改方案")]
    [InlineData("3个工作日内", "3个工作日，从11月24日", "上报整改方案")]
    [InlineData("自收到之日起3个工作日内", "时限“自收到之日起3个工作日内”：3个工作日，从11月24日的次日起算，到11月27日（周五）", "上报整改方案")]
    [InlineData("11月底前", "时限“11月底前”：11月30日（周一），还有4个工作日", "上报整改方案")]
    [InlineData("11月28日前", "11月28日（周六）不是工作日，时限仍是这一天", "上报整改方案")]
    [InlineData("11月20日前", "“11月20日前”今年的已过，按2027年理解", "上报整改方案")]
    [InlineData("11月30日（周二）前", "“周二”与11月30日（周一）对不上", "上报整改方案")]
    [InlineData("2小时内", "时限按天计算，“2小时内”已写入目标任务", "上报整改方案（2小时内）")]
    [InlineData("12月5日前报方案，12月20日前", "句中还有“12月5日前”，没有当作时限", "12月5日前报方案，上报整改方案")]
    public async Task Basis_OfTheDate_IsSaid(string limit, string said, string target)
    {
        var form = await chats.Leader.Say($"交办 长安区 {limit} 上报整改方案");
        Assert.Contains(said, form.Text, StringComparison.Ordinal);
        Assert.Equal(target, form.Input("目标任务").Value);
    }

    [Fact]
    public async Task Holidays_ThatAreSkipped_AndWeekendsThatCount_AreSaid()
    {
        chats.Clock.Reset(BeijingTime.At(new(2026, 9, 28), new(9, 0)));
        var form = await chats.Leader.Say("交办 长安区 5个工作日内 上报整改方案");
        Assert.Contains("到10月10日（周六），跳过国庆节放假，10月10日（周六）调休上班计入", form.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task OrganOfAPlace_IsTheResponsibleParty()
    {
        var form = await chats.Leader.Say("交办 请长安区委、区政府于11月底前上报整改方案");
        Assert.Equal("长安区委、区政府", form.Input("责任主体").Value);
        Assert.Equal("130102", form.Input("责任地区").Value);
    }

    [Fact]
    public async Task MorePlacesThanAreNamed_AreSaid()
    {
        var form = await chats.Leader.Say("交办 正定等3县 11月底前 上报整改方案");
        Assert.Contains("没有认出：等3县", form.Text, StringComparison.Ordinal);
        Assert.Equal("130123", form.Input("责任地区").Value);
    }

    [Fact]
    public async Task UrgentWord_MakesItUrgent()
    {
        var form = await chats.Leader.Say("交办 【特急】长安区 11月底前 上报整改方案");
        Assert.Contains("按急件办理", form.Text, StringComparison.Ordinal);
        Assert.Equal("Urgent", form.Input("紧急程度").Value);
    }

    [Fact]
    public async Task NameThatIsNoPlace_IsNamed_AndTheOthersAreKept()
    {
        var form = await chats.Leader.Say("交办 长安、正定、开发新区 11月底前 上报方案");
        Assert.Contains("没有认出：开发新区", form.Text, StringComparison.Ordinal);
        Assert.Contains("责任地区（2处）", form.Text, StringComparison.Ordinal);
    }
}
