using CsCheck;
using LiaisonBot.Core.Areas;

namespace LiaisonBot.Tests.Areas;

[Trait("Kind", "Pure")]
public class AreaResolveTests
{
    private static readonly AreaBook Hebei = Book.Hebei(
        ("1300U001", "雄安新区"), ("1300U012", "省审计厅"), ("1300U013", "省委督查室"), ("1301U001", "高新区"), ("1302U001", "高新区"));

    [Theory]
    [InlineData("长安区", "130102")]
    [InlineData("长安", "130102")]
    [InlineData("石家庄", "1301")]
    [InlineData("石家庄市", "1301")]
    [InlineData("石家庄市长安区", "130102")]
    [InlineData("石家庄长安", "130102")]
    [InlineData("河北省石家庄市长安区", "130102")]
    [InlineData("河北石家庄长安", "130102")]
    [InlineData("河北省长安区", "130102")]
    [InlineData("峰峰", "130406")]
    [InlineData("峰峰矿区", "130406")]
    [InlineData("围场", "130828")]
    [InlineData("围场县", "130828")]
    [InlineData("围场满族蒙古族自治县", "130828")]
    [InlineData("大厂", "131028")]
    [InlineData("孟村县", "130930")]
    [InlineData("沧县", "130921")]
    [InlineData("河北", "13")]
    [InlineData("河北省", "13")]
    [InlineData("雄安", "1300U001")]
    [InlineData("河北雄安新区", "1300U001")]
    [InlineData("省审计厅", "1300U012")]
    [InlineData("审计厅", "1300U012")]
    [InlineData("河北省审计厅", "1300U012")]
    [InlineData("督查室", "1300U013")]
    [InlineData("河北省委督查室", "1300U013")]
    [InlineData("唐山高新区", "1302U001")]
    public void Name_OfOnePlace_IsThatPlace(string text, string code) =>
        Assert.Equal(code, Book.Codes(Hebei.Resolve(text)));

    /// <summary>In letters, as in English: characters with several readings are read as the place is called.</summary>
    [Theory]
    [InlineData("Zhengding", "130123")]
    [InlineData("Zhengding County", "130123")]
    [InlineData("zhengding xian", "130123")]
    [InlineData("Chang'an District", "130102")]
    [InlineData("Chang’an", "130102")]
    [InlineData("Changan", "130102")]
    [InlineData("Shijiazhuang", "1301")]
    [InlineData("Shijiazhuang City", "1301")]
    [InlineData("Shijiazhuang Chang'an", "130102")]
    [InlineData("Laoting", "130225")]
    [InlineData("Yu County", "130726")]
    [InlineData("Yuxian", "130726")]
    [InlineData("Daicheng", "131025")]
    [InlineData("Wangdu", "130631")]
    [InlineData("Zhao County", "130133")]
    [InlineData("Fengfeng Mining District", "130406")]
    [InlineData("Weichang County", "130828")]
    [InlineData("Chengde City", "1308")]
    [InlineData("Chengde County", "130821")]
    [InlineData("Xinhua District", "130105 130902")]
    [InlineData("Jingxing", "130107 130121")]
    [InlineData("Zhao", "")]
    [InlineData("Leting", "")]
    public void Name_InLetters_IsThePlaceThatIsCalledSo(string text, string codes) =>
        Assert.Equal(codes, Book.Codes(Hebei.Resolve(text)));

    [Theory]
    [InlineData("住建厅", "1300U021")]
    [InlineData("省住建厅", "1300U021")]
    [InlineData("发改委", "1300U022")]
    [InlineData("省发改委", "1300U022")]
    [InlineData("生态环境厅", "1300U023")]
    [InlineData("环保厅", "1300U023")]
    [InlineData("卫健委", "1300U024")]
    [InlineData("石家庄住建局", "1301U021")]
    public void Department_IsFoundByWhatPeopleCallIt(string text, string code) =>
        Assert.Equal(
            code,
            Book.Codes(Book.Hebei(
                ("1300U021", "省住房和城乡建设厅"),
                ("1300U022", "省发展和改革委员会"),
                ("1300U023", "省生态环境厅"),
                ("1300U024", "省卫生健康委员会"),
                ("1301U021", "住房和城乡建设局")).Resolve(text)));

    [Theory]
    [InlineData("13", "13")]
    [InlineData("1301", "1301")]
    [InlineData("130100", "1301")]
    [InlineData("130000", "13")]
    [InlineData("130102", "130102")]
    [InlineData("１３０１０２", "130102")]
    [InlineData("1300u012", "1300U012")]
    public void Code_OfAnArea_IsThatArea(string text, string code) =>
        Assert.Equal(code, Book.Codes(Hebei.Resolve(text)));

    [Theory]
    [InlineData(" 石家庄市 长安区 ")]
    [InlineData("石家庄市/长安区")]
    [InlineData("石家庄市·长安区。")]
    [InlineData("“长安区”")]
    [InlineData("石家庄市　长安区")]
    public void Name_WithSpacesAndPunctuation_IsTheSame(string text) =>
        Assert.Equal("130102", Book.Codes(Hebei.Resolve(text)));

    [Theory]
    [InlineData("桥西区", "130104 130703")]
    [InlineData("桥西", "130104 130703")]
    [InlineData("新华区", "130105 130902")]
    [InlineData("承德", "1308 130821")]
    [InlineData("井陉", "130107 130121")]
    [InlineData("高新区", "1301U001 1302U001")]
    public void Name_OfSeveralPlaces_IsAllOfThem(string text, string codes) =>
        Assert.Equal(codes, Book.Codes(Hebei.Resolve(text)));

    [Theory]
    [InlineData("承德市", "1308")]
    [InlineData("承德县", "130821")]
    [InlineData("井陉县", "130121")]
    [InlineData("井陉矿区", "130107")]
    public void NameInFull_ThatIsShortForAnother_IsTheOneInFull(string text, string code) =>
        Assert.Equal(code, Book.Codes(Hebei.Resolve(text)));

    [Theory]
    [InlineData("桥西区", "1301", "130104")]
    [InlineData("桥西", "1307", "130703")]
    [InlineData("新华", "1309", "130902")]
    [InlineData("桥西区", "130102", "130104")] // the city around a county
    [InlineData("桥西区", "1301U001", "130104")]
    [InlineData("承德", "130821", "130821")]
    [InlineData("高新", "1302", "1302U001")]
    public void Name_OfSeveralPlaces_IsTheOneWithin(string text, string within, string code) =>
        Assert.Equal(code, Book.Codes(Hebei.Resolve(text, AreaCode.Parse(within))));

    [Theory]
    [InlineData("桥西区", "1302", "130104 130703")]
    [InlineData("桥西区", "13", "130104 130703")]
    [InlineData("承德", "1308", "1308 130821")]
    [InlineData("井陉", "1301", "130107 130121")]
    public void Name_ThatWithinDoesNotDecide_StaysSeveral(string text, string within, string codes) =>
        Assert.Equal(codes, Book.Codes(Hebei.Resolve(text, AreaCode.Parse(within))));

    [Fact]
    public void Name_OfAPlaceElsewhere_IsFoundFromWithin() =>
        Assert.Equal("130202", Book.Codes(Hebei.Resolve("路南区", AreaCode.Parse("1301"))));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData("区")]
    [InlineData("太原市")]
    [InlineData("1401")]
    [InlineData("130171")]
    [InlineData("长安区的同志")]
    public void Text_ThatNamesNoPlace_IsNone(string? text) => Assert.IsType<AreaMatch.None>(Hebei.Resolve(text));

    [Fact]
    public void Text_BeyondTheLimit_IsNone() =>
        Assert.IsType<AreaMatch.None>(Hebei.Resolve("长安区" + new string(' ', AreaBook.TextLength)));

    [Fact]
    public void Name_OfMorePlacesThanTheLimit_IsTheFirstOfThem()
    {
        var book = Book.Hebei([.. Enumerable.Range(1, AreaBook.SeveralLimit + 5)
            .Select(n => ($"1301U{n:000}", "开发区"))]);

        Assert.Equal(AreaBook.SeveralLimit, Assert.IsType<AreaMatch.Several>(book.Resolve("开发区")).Areas.Count);
    }

    [Theory]
    [InlineData("北京", "11")]
    [InlineData("北京市", "11")]
    [InlineData("东城区", "110101")]
    [InlineData("北京市东城区", "110101")]
    [InlineData("北京东城", "110101")]
    [InlineData("1101", "1101")]
    public void Name_InADirectMunicipality_IsThePlaceAndNeverTheHeading(string text, string code) =>
        Assert.Equal(code, Book.Codes(AreaBook.Load(AreaCode.Parse("11"), []).Resolve(text)));

    [Theory]
    [InlineData("65", "新疆", "65")]
    [InlineData("65", "巴音郭楞", "6528")]
    [InlineData("65", "克孜勒苏州", "6530")]
    [InlineData("65", "察布查尔县", "654022")]
    [InlineData("45", "广西", "45")]
    [InlineData("45", "隆林", "451031")]
    [InlineData("15", "内蒙古", "15")]
    [InlineData("15", "鄂伦春旗", "150723")]
    [InlineData("15", "莫力达瓦", "150722")]
    [InlineData("23", "梅里斯区", "230208")]
    [InlineData("62", "东乡", "622926")]
    [InlineData("62", "积石山", "622927")]
    [InlineData("52", "黔西南", "5223")]
    [InlineData("42", "神农架", "429021")]
    [InlineData("31", "浦东", "310115")]
    [InlineData("44", "清新", "441803")]
    [InlineData("41", "管城", "410104")]
    public void ShortName_OfAnAutonomousOrUnusualArea_IsThatArea(string province, string text, string code) =>
        Assert.Equal(code, Book.Codes(AreaBook.Load(AreaCode.Parse(province), []).Resolve(text)));

    [Fact]
    public void EveryArea_OfHebei_IsFoundByCodeAndByNameInItsCity()
    {
        foreach (var area in Hebei.All)
        {
            Assert.Equal(area, Book.One(Hebei.Resolve(area.Code.Value)));
            Assert.Equal(area, Book.One(Hebei.Resolve(area.Name, area.Code.City)));
            Assert.Equal(area, Book.One(Hebei.Resolve(Hebei.FullName(area.Code))));
        }
    }

    [Fact]
    public void AnyText_WithinAnyPlace_GetsAnAnswer()
    {
        var places = Gen.OneOf<AreaCode?>([
            null,
            .. Hebei.All.Select(area => (AreaCode?)area.Code),
            AreaCode.Parse("1401")
        ]);
        var pieces = Gen.OneOf(
            Gen.String,
            Gen.OneOf<string>([.. Hebei.All.Select(area => area.Name), "市", "\uD83D", "😀", "00", "U"]));

        Gen.Select(pieces.Array[0, 4], places).Sample((parts, within) =>
        {
            var match = Hebei.Resolve(string.Concat(parts), within);
            if (match is AreaMatch.Several(var areas)) Assert.InRange(areas.Count, 2, AreaBook.SeveralLimit);
        });
    }
}
