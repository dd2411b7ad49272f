using LiaisonBot.Core.Matters;
using LiaisonBot.Tests.Conversation;
using NodaTime;

namespace LiaisonBot.Tests.Matters;

/// <summary>The same person, matter, step and text within ten minutes is one, whatever ids it arrives under.</summary>
public sealed class SaidTwiceTests : IAsyncLifetime
{
    private Chats chats = null!;

    public async ValueTask InitializeAsync()
    {
        chats = await Chats.Open();
        await chats.Leader.Assign("长安区", "上报整改方案");
        await chats.Changan.Do("1301-1", "签收");
    }

    public ValueTask DisposeAsync() => chats.DisposeAsync();

    [Fact]
    public async Task Report_UnderThreeIds_IsOne_AndSaysSo()
    {
        Assert.StartsWith("已反馈进展", (await chats.Changan.Say("反馈进展 1301-1 已完成初稿")).Text, StringComparison.Ordinal);
        chats.Clock.Advance(Duration.FromSeconds(20));
        Assert.StartsWith(
            "09:00已经有同样的内容，没有重复登记",
            (await chats.Changan.Say("反馈进展 1301-1 已完成初稿 ")).Text,
            StringComparison.Ordinal);
        chats.Clock.Advance(Duration.FromMinutes(9));
        await chats.Changan.Say("1301-1 反馈进展 已完成初稿");
        Assert.Equal(1, await Count(Act.ReportProgress));
    }

    [Fact]
    public async Task Report_FromTheFormAndInALine_IsOne()
    {
        await chats.Changan.Do("1301-1", "反馈进展", ("进展情况", "已完成初稿"));
        await chats.Changan.Say("反馈进展 1301-1 已完成初稿");
        Assert.Equal(1, await Count(Act.ReportProgress));
    }

    [Fact]
    public async Task Report_WithAnotherBetween_OfTheSamePerson_IsOne()
    {
        foreach (var text in new[] { "已完成初稿", "已送审", "已完成初稿", "已送审" }) await chats.Changan.Say("反馈进展 1301-1 " + text);
        Assert.Equal(2, await Count(Act.ReportProgress));
    }

    [Fact]
    public async Task Report_AfterTenMinutes_IsKept()
    {
        await chats.Changan.Say("反馈进展 1301-1 正常推进");
        chats.Clock.Advance(Duration.FromMinutes(10));
        Assert.StartsWith("已反馈进展", (await chats.Changan.Say("反馈进展 1301-1 正常推进")).Text, StringComparison.Ordinal);
        Assert.Equal(2, await Count(Act.ReportProgress));
    }

    [Fact]
    public async Task Report_AfterSomebodyElsesStep_IsKept()
    {
        await chats.Changan.Say("反馈进展 1301-1 正常推进");
        await chats.Leader.Say("催办 1301-1");
        await chats.Changan.Say("反馈进展 1301-1 正常推进");
        Assert.Equal(2, await Count(Act.ReportProgress));
    }

    [Fact]
    public async Task Report_AfterItWasUndone_IsKept()
    {
        await chats.Changan.Say("反馈进展 1301-1 正常推进");
        await chats.Changan.Say("撤销 1301-1");
        await chats.Changan.Say("反馈进展 1301-1 正常推进");
        Assert.Equal(2, await Count(Act.ReportProgress));
    }

    [Fact]
    public async Task HandIn_Twice_IsOne_AndTheSecondIsNoRefusal()
    {
        await chats.Changan.Say("报结 1301-1 方案已印发");
        Assert.Contains("没有重复登记", (await chats.Changan.Say("报结 1301-1 方案已印发")).Text, StringComparison.Ordinal);
        Assert.Equal(1, await Count(Act.HandIn));
    }

    [Fact]
    public async Task HandIn_AfterAReturn_WithTheSameText_IsKept()
    {
        await chats.Changan.Say("报结 1301-1 方案已印发");
        await chats.Leader.Do("1301-1", "退回", ("进一步整改要求", "补充"));
        Assert.StartsWith("已报结", (await chats.Changan.Say("报结 1301-1 方案已印发")).Text, StringComparison.Ordinal);
        Assert.Equal(2, await Count(Act.HandIn));
    }

    [Fact]
    public async Task Urging_Twice_IsOne_AndTellsNobodyTwice()
    {
        await chats.Leader.Say("催办 1301-1 请尽快");
        await chats.Leader.Say("催办 1301-1 请尽快");
        await chats.Leader.Say("催办 1301-1 请今天报送");
        Assert.Equal(2, await Count(Act.Urge));
    }

    [Fact]
    public async Task SameText_OfAnotherPerson_IsKept()
    {
        await chats.Leader.Say("催办 1301-1 请尽快");
        await chats.Office.Say("催办 1301-1 请尽快");
        Assert.Equal(2, await Count(Act.Urge));
    }

    [Fact]
    public async Task Report_InTwoProcessesAtOnce_IsOne()
    {
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => chats.Changan.Say("反馈进展 1301-1 已完成初稿")));
        Assert.Equal(1, await Count(Act.ReportProgress));
    }

    private async Task<int> Count(Act act) =>
        (await chats.Matters.HistoryAsync(MatterNumber.Parse("2026-1301-1"), default)).Count(e => e.Act == act);
}
