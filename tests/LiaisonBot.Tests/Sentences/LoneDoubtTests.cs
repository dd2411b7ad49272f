using LiaisonBot.Conversation.Phrases;
using LiaisonBot.Core.Matters;

namespace LiaisonBot.Tests.Sentences;

/// <summary>A word that denies, asks or postpones counts where it stands alone behind a step, and not within its text.</summary>
public sealed class LoneDoubtTests
{
    [Theory]
    [InlineData(" 没有 except")]
    [InlineData(" except 没有")]
    [InlineData(" 都 don't")]
    [InlineData(" 可能")]
    [InlineData("，方案已印发了是不是")]
    [InlineData(" 已拆除 什么时候 due")]
    [InlineData("，因为下雨不用")]
    [InlineData(" excel should I 上个月")]
    [InlineData("。2026想")]
    [InlineData(" 长安区\n暂不")]
    [InlineData(" 已拆除明天再提醒")]
    [InlineData("已拆除别长安区excel")]
    [InlineData("，帮我什么时候已拆除")]
    [InlineData("已拆除方案已印发多少")]
    public void DoubtThatStandsAlone_IsSeenFirst(string behind)
    {
        Assert.NotEqual(Wording.Plain, Wordings.Of(Act.Urge, behind, attached: false));
        Assert.NotEqual(Wording.Plain, Wordings.Of(Act.ReportProgress, behind, attached: false));
    }

    [Theory]
    [InlineData(" 还是不催了")]
    [InlineData(" 算了")]
    [InlineData(" 明天")]
    [InlineData(" 下周一")]
    [InlineData(" 等领导回来")]
    [InlineData(" 看情况")]
    [InlineData(" next week")]
    [InlineData(" never mind")]
    [InlineData("，发错了")]
    public void OrderThatIsTakenBackOrPutOff_IsSeenFirst(string behind) =>
        Assert.NotEqual(Wording.Plain, Wordings.Of(Act.Urge, behind, attached: false));

    [Fact]
    public void ClauseThatDenies_IsOfAReport_AndNotOfAnOrder()
    {
        Assert.Equal(Wording.Plain, Wordings.Of(Act.ReportProgress, " 初稿已完成，没有附件", attached: false));
        Assert.Equal(Wording.Doubtful, Wordings.Of(Act.Urge, "，还没排名", attached: false));
    }

    [Theory]
    [InlineData(" 请本周内报方案")]
    [InlineData(" 方案没有附凭证，请补上")]
    [InlineData(" 群众别处反映强烈，特别是长安区")]
    [InlineData(" 已全部整改，未发现新问题")]
    [InlineData(" 思想工作已做通")]
    [InlineData(" the plan was issued")]
    public void DoubtWithinAText_IsOfTheText(string behind) =>
        Assert.Equal(Wording.Plain, Wordings.Of(Act.ReportProgress, behind, attached: false));
}
