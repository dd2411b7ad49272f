using LiaisonBot.Conversation.Phrases;
using LiaisonBot.Conversation.Reading;
using LiaisonBot.Core.Areas;

namespace LiaisonBot.Tests.Sentences;

/// <summary>What a person puts right in the same breath, and numbers as voice input writes them.</summary>
[Trait("Kind", "Pure")]
public sealed class SelfCorrectionTests
{
    private static readonly SelfCorrection Correction = new(
        AreaBook.Load(AreaCode.Parse("13"), []),
        AreaCode.Parse("1301"),
        new(2026, 11, 26));

    [Theory]
    [InlineData("1301-6不对1301-7催一下", "1301-7催一下")]
    [InlineData("1301-6延到20号，哦不，25号", "1301-6延到25号")]
    [InlineData("催1301-7，不是，1301-9", "催1301-9")]
    [InlineData("催一下不是1301-6，是1301-7", "催一下1301-7")]
    [InlineData("给长安，不对，给正定布置一项：核查粮库", "给正定布置一项：核查粮库")]
    [InlineData("提醒改到9点，说错了，10点", "提醒改到10点")]
    [InlineData("再给3天，不，5天", "再给5天")]
    [InlineData("1301-7改到下周三，不对，下周四，不对，下周五", "1301-7改到下周五")]
    [InlineData("urge 1301-6, sorry, 1301-7", "urge 1301-7")]
    public void WhatIsPutRight_Counts(string typed, string meant) => Assert.Equal(meant, Correction.Of(typed));

    [Theory]
    [InlineData("1301-6不用催1301-7")]
    [InlineData("1301-6不对")]
    [InlineData("1301-6和1301-7都催一下")]
    [InlineData("1301-6不是1301-7的子事项吗")]
    [InlineData("12月10日不是12月12日")]
    [InlineData("1301-6 no change, 1301-7 urge")]
    [InlineData("是不是1301-6，是1301-7")]
    [InlineData("长安区不对正定县负责")]
    [InlineData("20号不行，25号可以")]
    public void WhatIsSaidBeside_Stays(string typed) => Assert.Null(Correction.Of(typed));

    [Theory]
    [InlineData("1301杠6签收", "1301-6签收")]
    [InlineData("一三零一杠十四，签收", "1301-14，签收")]
    [InlineData("幺三零幺杠十杠二", "1301-10-2")]
    [InlineData("1301 - 6 签收", "1301-6 签收")]
    [InlineData("1301-6", "1301-6")]
    [InlineData("2026 - 12 前", "2026 - 12 前")]
    [InlineData("电话0311-86800000", "电话0311-86800000")]
    [InlineData("清理1200减3户", "清理1200减3户")]
    public void Number_OfVoiceInput_IsWrittenInFigures(string typed, string written) =>
        Assert.Equal(written, SpokenNumber.Written(typed));
}
