using LiaisonBot.Core.Sets;

namespace LiaisonBot.Tests.Sets;

/// <summary>What is published names nobody.</summary>
[Trait("Kind", "Pure")]
public class PublicTextTests
{
    private static readonly string[] Known = ["周小川", "正定县联络员", "Wang Ming", "省委第一巡视组组长"];

    [Theory]
    [InlineData("副县长李强牵头整改", "副县长×××牵头整改")]
    [InlineData("副县长李建国牵头整改", "副县长×××牵头整改")]
    [InlineData("县住建局局长王明违规审批", "县住建局局长×××违规审批")]
    [InlineData("由张伟同志负责", "由×××同志负责")]
    [InlineData("时任镇党委书记赵刚、镇长钱进违规发放补贴", "时任镇党委书记×××、镇长×××违规发放补贴")]
    [InlineData("村民欧阳修文多次反映", "村民×××多次反映")]
    [InlineData("刘某某等3人优亲厚友", "刘某某等3人优亲厚友")]
    [InlineData("陈大勇等3人优亲厚友", "×××等3人优亲厚友")]
    [InlineData("周小川未按规定报告", "×××未按规定报告")]
    [InlineData("Measures of Wang Ming", "Measures of ×××")]
    [InlineData("联系电话13800138000", "联系电话×××")]
    [InlineData("电话 138 0013 8000", "电话 ×××")]
    [InlineData("电话0311-12345678，", "电话×××，")]
    [InlineData("身份证13010219800101123X", "身份证×××")]
    [InlineData("账号6222020402001234567", "账号×××")]
    [InlineData("责任人：书记（马国庆）", "责任人：书记（×××）")]
    public void NamesAndNumbers_AreTakenOut(string text, string shown) =>
        Assert.Equal(shown, PublicText.Of(text, Known).Text);

    [Theory]
    [InlineData("县委书记高度重视，召开常委会")]
    [InlineData("有关负责同志和广大党员干部")]
    [InlineData("县长办公会研究，副县长包联，局长任组长")]
    [InlineData("任局长期间，分管领导同志严肃处理")]
    [InlineData("书记于2026年11月20日主持会议")]
    [InlineData("2024-2025年项目资金12345678901.50元，冀政发〔2026〕12号")]
    [InlineData("石家庄市、正定县、高邑县违规占用耕地3处")]
    [InlineData("村干部方案落实不力，党员干部金融知识不足")]
    [InlineData("全县领导干部严格落实，主任严肃处理")]
    [InlineData("正定县联络员填报")]
    public void WhatIsNobodysName_Stays(string text) =>
        Assert.Equal((text, 0), (PublicText.Of(text, Known).Text, PublicText.Of(text, Known).Hidden));

    [Fact]
    public void EachPlace_IsCounted() =>
        Assert.Equal(3, PublicText.Of("周小川和副县长李强，电话13800138000", Known).Hidden);
}
