using LiaisonBot.Core.Areas;

namespace LiaisonBot.Tests.Areas;

[Trait("Kind", "Pure")]
public class AreaBookTests
{
    [Fact]
    public void Children_OfACity_AreItsCountiesThenItsUnits()
    {
        var book = Book.Hebei(("1301U001", "高新区"));

        var children = book.Children(AreaCode.Parse("1301"));

        Assert.Equal(23, children.Count);
        Assert.Equal("长安区", children[0].Name);
        Assert.Equal("高新区", children[^1].Name);
    }

    [Fact]
    public void Children_OfTheProvince_AreItsCitiesThenItsOwnUnits()
    {
        var book = Book.Hebei(("1300U012", "省审计厅"), ("1301U001", "高新区"));

        Assert.Equal([.. book.Cities, book.Get(AreaCode.Parse("1300U012"))], book.Children(AreaCode.Parse("13")));
        Assert.Equal(["省审计厅"], book.Children(AreaCode.Parse("1300")).Select(unit => unit.Name));
    }

    [Theory]
    [InlineData("130102")]
    [InlineData("1301U001")]
    [InlineData("14")]
    [InlineData("1401")]
    public void Children_OfACountyUnitOrStranger_AreNone(string code) =>
        Assert.Empty(Book.Hebei(("1301U001", "高新区")).Children(AreaCode.Parse(code)));

    [Theory]
    [InlineData("13", "河北省")]
    [InlineData("1301", "石家庄市")]
    [InlineData("130102", "石家庄市长安区")]
    [InlineData("130821", "承德市承德县")]
    [InlineData("1300U012", "省审计厅")]
    [InlineData("1303U001", "秦皇岛市北戴河新区")]
    [InlineData("1301U001", "石家庄高新区")]
    [InlineData("110101", "北京市东城区")]
    [InlineData("500229", "重庆市城口县")]
    [InlineData("419001", "济源市")]
    [InlineData("659001", "石河子市")]
    public void FullName_OfAnArea_SaysWhichOneInTheProvince(string code, string expected)
    {
        var area = AreaCode.Parse(code);
        var book = area.Province.Value == "13"
            ? Book.Hebei(("1300U012", "省审计厅"), ("1303U001", "北戴河新区"), ("1301U001", "石家庄高新区"))
            : AreaBook.Load(area, []);

        Assert.Equal(expected, book.FullName(area));
    }

    [Fact]
    public void FullName_OfAnAreaThatIsGone_IsItsCode() =>
        Assert.Equal("130199", Book.Hebei().FullName(AreaCode.Parse("130199")));

    [Fact]
    public void FullName_OfEveryArea_IsItsOwn()
    {
        foreach (var province in AreaBook.Provinces)
        {
            var book = AreaBook.Load(province, []);
            var names = book.All.Where(area => !area.Code.IsHeading).Select(area => book.FullName(area.Code)).ToList();
            Assert.Equal(names.Count, names.Distinct().Count());
        }
    }

    [Fact]
    public void Get_OfAnotherProvince_Throws() =>
        Assert.Throws<KeyNotFoundException>(() => Book.Hebei().Get(AreaCode.Parse("1401")));

    [Theory]
    [InlineData("1301", "石家庄市")] // not a unit
    [InlineData("1401U001", "太原的单位")] // another province
    [InlineData("1400U001", "山西的单位")]
    [InlineData("1399U001", "没有的市的单位")] // no such city
    [InlineData("1301U001", "")]
    [InlineData("1301U001", " — ")]
    public void Load_WithAUnitThatCannotBe_IsRefused(string code, string name) =>
        Assert.Throws<ArgumentException>(() => Book.Hebei((code, name)));

    [Fact]
    public void Load_WithATooLongName_IsRefused() =>
        Assert.Throws<ArgumentException>(() => Book.Hebei(("1301U001", new string('长', Area.NameLength + 1))));

    [Fact]
    public void Load_WithAUnitTwice_IsRefused() =>
        Assert.Throws<ArgumentException>(() => Book.Hebei(("1301U001", "甲"), ("1301U001", "乙")));

    [Theory]
    [InlineData("99")]
    [InlineData("71")]
    public void Load_OfAProvinceThatIsNotThere_IsRefused(string code) =>
        Assert.Throws<ArgumentException>(() => AreaBook.Load(AreaCode.Parse(code), []));
}
