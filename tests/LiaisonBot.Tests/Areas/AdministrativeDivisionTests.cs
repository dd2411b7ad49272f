using LiaisonBot.Core.Areas;

namespace LiaisonBot.Tests.Areas;

[Trait("Kind", "Pure")]
public class AdministrativeDivisionTests
{
    private static readonly IReadOnlyList<AreaBook> Country = [.. AreaBook.Provinces.Select(province => AreaBook.Load(
        province,
        []))];

    [Fact]
    public void Hebei_Loaded_HasElevenCitiesAnd167Counties()
    {
        var hebei = Book.Hebei();

        Assert.Equal("河北省", hebei.Province.Name);
        Assert.Equal(
            ["石家庄市", "唐山市", "秦皇岛市", "邯郸市", "邢台市", "保定市", "张家口市", "承德市", "沧州市", "廊坊市", "衡水市"],
            hebei.Cities.Select(city => city.Name));
        Assert.Equal(167, hebei.All.Count(area => area.Level == AreaLevel.County));
    }

    [Fact]
    public void Country_Loaded_HasTheCountsOfTheMinistryOfCivilAffairs()
    {
        Assert.Equal(31, Country.Count);
        Assert.Equal(333, Country.Sum(book => book.Cities.Count(city => !city.Code.IsHeading)));
        Assert.Equal(9, Country.Sum(book => book.Cities.Count(city => city.Code.IsHeading)));
        Assert.Equal(2845, Country.Sum(book => book.All.Count(area => area.Level == AreaLevel.County)));
    }

    [Theory]
    [InlineData("110101", "东城区")]
    [InlineData("152201", "乌兰浩特市")]
    [InlineData("130638", "雄县")]
    [InlineData("419001", "济源市")]
    [InlineData("460302", "西沙区")]
    [InlineData("653228", "和康县")] // 2024年12月
    [InlineData("653229", "和安县")]
    [InlineData("500157", "两江新区")]
    public void County_ThatLooksUnusual_IsThere(string code, string name) =>
        Assert.Equal(name, AreaBook.Load(AreaCode.Parse(code), []).Get(AreaCode.Parse(code)).Name);

    [Fact]
    public void Table_SaysOfWhenItIs() => Assert.Equal("2026-03-25", AreaBook.AsOf);

    [Theory]
    [InlineData("46", "西沙区", "460302")]
    [InlineData("46", "460321", "460302")]
    [InlineData("50", "江北区", "500157")]
    [InlineData("50", "重庆市渝北区", "500157")]
    [InlineData("50", "500105", "500157")]
    public void Place_OfAnEarlierTable_IsWhatItIsNow(string province, string text, string code) =>
        Assert.Equal(code, Book.Codes(AreaBook.Load(AreaCode.Parse(province), []).Resolve(text)));

    [Theory]
    [InlineData("130171")] // 石家庄高新技术产业开发区
    [InlineData("340178")] // 合肥新站高新技术产业开发区
    [InlineData("441900")] // 东莞市 once more
    [InlineData("620201")] // 嘉峪关市 once more
    public void Entry_ThatIsNotACounty_IsNotThere(string code) =>
        Assert.Null(AreaBook.Load(AreaCode.Parse(code), []).Find(AreaCode.Parse(code)));

    [Fact]
    public void City_WithoutCounties_IsThereWithNothingBelow()
    {
        var guangdong = AreaBook.Load(AreaCode.Parse("44"), []);

        Assert.Equal("东莞市", guangdong.Get(AreaCode.Parse("4419")).Name);
        Assert.Empty(guangdong.Children(AreaCode.Parse("4419")));
    }

    [Fact]
    public void EveryArea_OfTheCountry_LiesInAnAreaOfItsBook()
    {
        foreach (var book in Country)
            foreach (var area in book.All.Where(area => area.Level == AreaLevel.County))
                Assert.Equal(AreaLevel.City, book.Get(area.Code.City).Level);
    }

    [Fact]
    public void EveryPlace_OfTheCountry_IsFoundByItsFullName()
    {
        foreach (var book in Country)
            foreach (var area in book.All.Where(area => !area.Code.IsHeading))
                Assert.Equal(area, Book.One(book.Resolve(book.FullName(area.Code))));
    }
}
