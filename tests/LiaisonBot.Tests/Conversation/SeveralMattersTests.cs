using LiaisonBot.Core.Matters;

namespace LiaisonBot.Tests.Conversation;

/// <summary>One line about several matters: each is done or shown, none is left out without a word.</summary>
public sealed class SeveralMattersTests : IAsyncLifetime
{
    private Chats chats = null!;

    public async ValueTask InitializeAsync()
    {
        chats = await Chats.Open();
        foreach (var title in new[] { "甲", "乙", "丙" }) await chats.Leader.Assign("长安区", title + "事项方案");
        await chats.Leader.Assign("正定县", "丁事项方案");
    }

    public ValueTask DisposeAsync() => chats.DisposeAsync();

    [Theory]
    [InlineData("签收1301-2和1301-1", 2)]
    [InlineData("签收 1301-1、1301-2、1301-3", 3)]
    [InlineData("签收 1301-1 1301-2", 2)]
    [InlineData("签收 1301-1至1301-3", 3)]
    [InlineData("签收1301-1到3", 3)]
    [InlineData("签收 1301-1~1301-3", 3)]
    [InlineData("签收 1301-1-1301-3", 3)]
    [InlineData("签收 1301-1/2", 2)]
    [InlineData("签收 1301-1、2、3", 3)]
    [InlineData("签收 1301-1，1301-2，谢谢", 2)]
    [InlineData("签收 1301-1\n1301-2", 2)]
    [InlineData("1301-1、1301-2 签收", 2)]
    [InlineData("1301-1和1301-2都签收", 2)]
    [InlineData("sign for 1301-1 and 1301-2", 2)]
    public async Task SeveralNumbers_AreEachSignedFor_AndEachIsNamedInTheAnswer(string said, int count)
    {
        var seen = await chats.Changan.Say(said);
        Assert.Equal(count, await Signed());
        for (var i = 1; i <= count; i++) Assert.Contains($"1301-{i}", seen.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("签收 1301-1、1301-2吗")]
    [InlineData("1301-1、1301-2 签收了没有")]
    [InlineData("签收 1301-1或1301-2")]
    [InlineData("签收 1301-1和正定县的")]
    [InlineData("签收 1301-3至1301-1")]
    [InlineData("1301-1、1301-2")]
    public async Task SeveralNumbers_ThatAreNotSaidPlainly_AreShown(string said)
    {
        var seen = await chats.Changan.Say(said);
        Assert.Equal(0, await Signed());
        Assert.Contains("1301-1", seen.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task OneThatCannotBe_IsSaid_AndTheOthersAreDone()
    {
        var seen = await chats.Changan.Say("签收 1301-1、1301-4、1301-99");
        Assert.Contains("办好1项，共3项", seen.Text, StringComparison.Ordinal);
        Assert.Contains("没有找到事项 1301-4", seen.Text, StringComparison.Ordinal);
        Assert.Contains("没有找到事项 1301-99", seen.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("反馈进展 1301-1 7个问题已整改")]
    [InlineData("反馈进展 1301-1，7项问题已整改")]
    [InlineData("反馈进展 1301-1，3 家企业已整改")]
    [InlineData("反馈进展 1301-1 12月底前可完成，已过半")]
    public async Task Figures_OfAReport_AreNoNumbers(string said)
    {
        await chats.Changan.Say("签收 1301-1");
        Assert.StartsWith("已反馈进展", (await chats.Changan.Say(said)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task OneReport_ForSeveral_IsShownAndWantsOnePress()
    {
        await chats.Changan.Say("签收 1301-1、1301-2");
        var card = await chats.Changan.Say("反馈进展 1301-1、1301-2 均已完成初稿");
        Assert.Contains("还没有办理", card.Text, StringComparison.Ordinal);
        Assert.Contains("均已完成初稿", card.Text, StringComparison.Ordinal);
        var done = await chats.Changan.Press("反馈进展这2项");
        Assert.Contains("办好2项，共2项", done.Text, StringComparison.Ordinal);
        Assert.Contains("均已完成初稿", (await chats.Changan.Say("1301-2")).Text, StringComparison.Ordinal);
        await chats.Changan.PressOn(card, "反馈进展这2项");
        Assert.Equal(3, (await chats.Matters.HistoryAsync(MatterNumber.Parse("2026-1301-1"), default)).Count);
    }

    [Fact]
    public async Task Withdrawing_Several_WantsOnePress()
    {
        var card = await chats.Leader.Say("撤回 1301-1、1301-2 情况有变");
        Assert.DoesNotContain("已撤回", (await chats.Leader.Say("1301-1")).Text, StringComparison.Ordinal);
        Assert.Contains("办好2项", (await chats.Leader.PressOn(card, "撤回这2项")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Forms_OfSeveral_AreOpenedOneByOne()
    {
        await chats.Changan.Say("签收 1301-1、1301-2");
        var card = await chats.Changan.Say("报结 1301-1、1301-2");
        Assert.Contains("要逐项填写", card.Text, StringComparison.Ordinal);
        Assert.Equal("报结", (await chats.Changan.Press("报结 1301-2")).Text.Split('\n')[0]);
    }

    [Theory]
    [InlineData("催办 正定县", 1)]
    [InlineData("催办正定县", 1)]
    [InlineData("催办 正定县的", 1)]
    [InlineData("催办 未签收", 4)]
    [InlineData("催办还没签收的", 4)]
    [InlineData("催办全部", 4)]
    [InlineData("催办 所有事项", 4)]
    [InlineData("催办 长安区未签收的", 3)]
    [InlineData("催办 正定县 请尽快签收", 1)]
    public async Task Urging_ByPlaceOrState_ShowsAllThatFit_AndOnePressUrgesThem(string said, int count)
    {
        var card = await chats.Leader.Say(said);
        Assert.Contains("还没有办理", card.Text, StringComparison.Ordinal);
        Assert.Contains(
            $"办好{count}项，共{count}项",
            (await chats.Leader.Press($"催办这{count}项")).Text,
            StringComparison.Ordinal);
        if (said.Contains("请尽快", StringComparison.Ordinal)) Assert.Equal(
            "请尽快签收",
            (await chats.Matters.HistoryAsync(MatterNumber.Parse("2026-1301-4"), default))[^1].Note);
    }

    [Theory]
    [InlineData("催办 逾期的")]
    [InlineData("催办 路南区")]
    public async Task Selection_ThatFitsNothing_IsSaid(string said) =>
        Assert.StartsWith("没有可以“催办”的事项符合", (await chats.Leader.Say(said)).Text, StringComparison.Ordinal);

    [Theory]
    [InlineData("签收全部", 3)]
    [InlineData("签收 长安区的", 3)]
    [InlineData("全部签收", 0)]
    [InlineData("签收 长安区的吗", 0)]
    public async Task Signing_OfAll_IsShownAndWantsOnePress(string said, int count)
    {
        var card = await chats.Changan.Say(said);
        Assert.Equal(0, await Signed());
        if (count == 0) return;
        await chats.Changan.PressOn(card, $"签收这{count}项");
        Assert.Equal(count, await Signed());
    }

    [Fact]
    public async Task Button_OfMany_ThatIsForged_DoesNothingThatIsNotTheirs()
    {
        var card = await chats.Changan.Say("签收全部");
        var button = card.Button("签收这3项");
        button.Data["numbers"] = "2026-1301-000004,x,,2026-1302-000001";
        await chats.Changan.Send(button, card);
        Assert.DoesNotContain(
            await chats.Matters.HistoryAsync(MatterNumber.Parse("2026-1301-4"), default),
            e => e.Act == Act.Sign);
    }

    private async Task<int> Signed()
    {
        var signed = 0;
        for (var i = 1;
            i <= 4;
            i++) signed += (await chats.Matters.HistoryAsync(
                new MatterNumber(2026, MatterNumber.Parse("2026-1301-1").City, i),
                default))
                .Count(e => e.Act == Act.Sign);
        return signed;
    }
}
