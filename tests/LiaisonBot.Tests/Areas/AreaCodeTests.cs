using LiaisonBot.Core.Areas;

namespace LiaisonBot.Tests.Areas;

[Trait("Kind", "Pure")]
public class AreaCodeTests
{
    [Theory]
    [InlineData("13", AreaLevel.Province, "1300")]
    [InlineData("1301", AreaLevel.City, "1301")]
    [InlineData("130102", AreaLevel.County, "1301")]
    [InlineData("1301U001", AreaLevel.Unit, "1301")]
    [InlineData("1300U012", AreaLevel.Unit, "1300")]
    public void Code_OfEachLevel_KnowsItsLevelCityAndProvince(string text, AreaLevel level, string city)
    {
        var code = AreaCode.Parse(text);

        Assert.Equal(level, code.Level);
        Assert.Equal(city, code.City.Value);
        Assert.Equal("13", code.Province.Value);
    }

    [Theory]
    [InlineData("1101", true)]
    [InlineData("5002", true)]
    [InlineData("4190", true)]
    [InlineData("1301", false)]
    [InlineData("1100", false)]
    [InlineData("110101", false)]
    [InlineData("130190", false)]
    [InlineData("11", false)]
    public void IsHeading_OfACode_IsTrueForCitiesThatAreNone(string text, bool expected) =>
        Assert.Equal(expected, AreaCode.Parse(text).IsHeading);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("1")]
    [InlineData("13010")]
    [InlineData("1301U01")]
    [InlineData("1301u001")]
    [InlineData("１３")]
    [InlineData("石家")]
    public void TryParse_OfSomethingElse_IsFalse(string? text) => Assert.False(AreaCode.TryParse(text, out _));

    [Fact]
    public void Contains_OfAnArea_IsTrueForItselfAndWhatLiesInIt()
    {
        Assert.True(AreaCode.Parse("13").Contains(AreaCode.Parse("1300U012")));
        Assert.True(AreaCode.Parse("1301").Contains(AreaCode.Parse("1301")));
        Assert.True(AreaCode.Parse("1301").Contains(AreaCode.Parse("1301U001")));
        Assert.False(AreaCode.Parse("1301").Contains(AreaCode.Parse("130202")));
        Assert.False(AreaCode.Parse("130102").Contains(AreaCode.Parse("1301")));
    }
}
