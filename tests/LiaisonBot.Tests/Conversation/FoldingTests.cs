using System.Reflection;
using System.Text;
using System.Text.RegularExpressions;
using CsCheck;
using LiaisonBot.Conversation.Features;
using LiaisonBot.Conversation.Phrases;
using LiaisonBot.Conversation.Shell;
using LiaisonBot.Core.Areas;
using LiaisonBot.Core.Calendar;
using LiaisonBot.Core.Matters;
using LiaisonBot.Core.Text;
using NodaTime;

namespace LiaisonBot.Tests.Conversation;

/// <summary>What looks the same is the same, wherever it is compared; what is stored stays as typed.</summary>
[Trait("Kind", "Pure")]
public sealed class FoldingTests
{
    private static readonly LocalDate Tuesday = new(2026, 11, 24);

    private static readonly AreaBook Hebei = AreaBook.Load(AreaCode.Parse("13"), []);

    // Traditional forms by phones of other vendors, radicals out of PDFs, compatibility ideographs, marks that nobody
    // sees.
    [Theory]
    [InlineData("１２月５日", "12月5日")]
    [InlineData("12⽉5⽇", "12月5日")]
    [InlineData("⻓安区", "长安区")]
    [InlineData("⻑安区", "长安区")]
    [InlineData("正定縣", "正定县")]
    [InlineData("張家口市、滄州、邯鄲、衡水、秦皇島", "张家口市、沧州、邯郸、衡水、秦皇岛")]
    [InlineData("保定市滿城區", "保定市满城区")]
    [InlineData("圍場滿族蒙古族自治縣", "围场满族蒙古族自治县")]
    [InlineData("簽收", "签收")]
    [InlineData("報結 交辦 台賬 臺賬 通訊錄 進展", "报结 交办 台账 台账 通讯录 进展")]
    [InlineData("反饋進展 申請延期 掛賬督辦 撤銷 導出", "反馈进展 申请延期 挂账督办 撤销 导出")]
    [InlineData("\uFEFF签\u200B收\u2060", "签收")]
    [InlineData("1301\u00A0-\u20096", "1301 - 6")]
    [InlineData("1301‑6 1301–6 1301—6 1301−6 1301－6 1301﹣6 1301ー6 1301─6", "1301-6 1301-6 1301-6 1301-6 1301-6 1301-6 1301-6 1301-6")]
    [InlineData("Ａssign ＡＢＣ", "assign abc")]
    [InlineData("\u202E签收\u202C\u200F", "签收")]
    [InlineData("签\u00AD收\uFE0F", "签收")]
    [InlineData("𝟏𝟐月𝟓日", "12月5日")]
    [InlineData("㋋㏤", "12月5日")]
    [InlineData("٣٠日", "30日")]
    [InlineData("①12月5日前", "(1)12月5日前")]
    [InlineData("⑴⒈㈠", "(1)1. (一)")]
    [InlineData("1️⃣12月5日前", "1 12月5日前")]
    [InlineData("⼀⼆三", "一二三")]
    [InlineData("〝引〞“引”＂引＂", "\"引\"\"引\"\"引\"")]
    [InlineData("﹙甲﹚︵甲︶（甲）", "(甲)(甲)(甲)")]
    [InlineData("12∶30 12﹕30", "12:30 12:30")]
    [InlineData("5〜6 5～6", "5~6 5~6")]
    [InlineData("cafe\u0301", "café")]
    [InlineData("下̲划̲线", "下划线")]
    [InlineData("面积1.2m²，5㎡", "面积1.2m²,5m2")]
    [InlineData("\u2002a\u3000b\u2028c", " a b\nc")]
    public void Text_IsFolded(string typed, string folded) => Assert.Equal(folded, Folding.Of(typed));

    /// <summary>Attributes cannot hold them.</summary>
    [Fact]
    public void HalvesOfCharacters_DoNotBecomeOne_WhereAMarkBetweenThemFallsAway()
    {
        Assert.Equal("a\uFFFD\uFFFDb", Folding.Of("a\uD83D\u0301\uDE00b"));
        Assert.Equal("a\uFFFD\uFFFDb", Folding.Of("a\uD83D\u200B\uDE00b"));
        Assert.Equal("a\uFFFD", Folding.Of("a\uDE00"));
        Assert.Equal("a\uD83D\uDE00b", Folding.Of("A\uD83D\uDE00b"));
    }

    [Fact]
    public void EveryCharacter_FoldsToWhatStays()
    {
        for (var code = 1; code <= 0x10FFFF; code++)
        {
            if (code is >= 0xD800 and <= 0xDFFF) continue;
            var character = new Rune(code).ToString();
            var folded = Folding.Of(character);
            if (folded != character)
            {
                Assert.True(Folding.Of(folded) == folded, $"U+{code:X4} becomes {folded}, and that {Folding.Of(folded)}");
            }
        }
    }

    [Fact]
    public void AnyText_IsFoldedOnceForAll_AndEveryCharacterKnowsWhereItWas() =>
        Gen.OneOf(
            Gen.Char,
            Gen.Char['\u2000', '\u20FF'],
            Gen.Char['\u2E80', '\u33FF'],
            Gen.Char['\uD800', '\uDFFF'],
            Gen.Char['a', 'z'],
            Gen.Char['\u0300', '\u0310']).Array[0, 40]
            .Select(chars => new string(chars))
            .Sample(typed =>
            {
                var folded = Folding.Read(typed);
                var parts = Enumerable.Range(0, folded.Text.Length).Select(at => folded.Between(at, at + 1));
                return Folding.Of(folded.Text) == folded.Text
                    && folded.Origin(folded.Text.Length) == typed.Length
                    && Enumerable.Range(0, folded.Text.Length).All(at => folded.Origin(at) <= folded.Origin(at + 1))
                    && string.Concat(parts) == folded.After(0);
            });

    [Fact]
    public void FoldingOrdinaryText_AllocatesNothing()
    {
        const string Typed = "长安区上报整改方案 1301-12 by friday";
        Folding.Of(Typed);
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 1000; i++) Folding.Of(Typed);
        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
    }

    [Fact]
    public void NoTwoPlacesOfAProvince_BecomeOneByFolding()
    {
        foreach (var province in AreaBook.Provinces)
        {
            var places = AreaBook.Load(province, []).All;
            Assert.Equal(
                places.GroupBy(a => (a.Name, a.Code.City)).Count(),
                places.GroupBy(a => (Folding.Letters(a.Name), a.Code.City)).Count());
        }
    }

    [Theory]
    [InlineData("交办 ⻓安区 12⽉5⽇前 上报⽅案", "130102", "上报⽅案")]
    [InlineData("交办 正定縣 12月5日前 上報整改方案", "130123", "上報整改方案")]
    [InlineData("交办\u00A0正\u200B定县\u206012\u200B月5日前\uFEFF上报方\u200D案", "130123", "上报方\u200D案")]
    [InlineData("交辦 ①長安區 12月5日前 上报方案", "130102", "① 上报方案")]
    public void Line_IsUnderstood_AndItsTitleStaysAsTyped(string typed, string place, string title)
    {
        var said = Assert.IsType<ChatCommand.Call>(AllFeatures.Registry.Parser.Read(typed, 2026));
        Assert.Equal("matter.assign", said.Id);
        var what = said.Arguments["what"];
        var line = AssignmentLine.Read(what, Hebei, AreaCode.Parse("1301"), Tuesday, WorkingCalendar.BuiltIn);
        Assert.Equal((place, title), (Assert.Single(line.Places).Code.Value, line.Title));
        Assert.Equal(new DueSpan.On(new(2026, 12, 5)), line.Due);
        Assert.Contains(
            "日前",
            what.Substring(line.Dues[0].Start, line.Dues[0].Length).Replace('⽇', '日'),
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("簽收 1301-6")]
    [InlineData("签\u200B收 1301\u20116")]
    [InlineData("\uFEFF簽收\u00A01301－６")]
    [InlineData("签收１３０１—６號")]
    [InlineData("⽂签收 1301-6", false)]
    public void Step_IsUnderstood_HoweverItIsWritten(string typed, bool understood = true) =>
        Assert.Equal(
            understood,
            AllFeatures.Registry.Parser.Read(typed, 2026) is ChatCommand.Call { Id: "step.sign", Arguments: var said }
                && said["numbers"] == "2026-1301-000006");

    [Theory]
    [InlineData("台賬 正定縣", "正定縣")]
    [InlineData("臺賬\u3000正定縣", "正定縣")]
    [InlineData("台\u200B账正定", "正定")]
    [InlineData("台帳 正定", "正定")]
    public void Command_IsUnderstood_AndWhatFollowsStaysAsTyped(string typed, string place) =>
        Assert.True(AllFeatures.Registry.Parser
            .Read(typed, 2026) is ChatCommand.Call { Id: "matter.register", Arguments: var said }
            && said["place"] == place);

    [Fact]
    public void TraditionalFormOfEveryPlace_NamesIt()
    {
        var traditional = "长長县縣区區张張沧滄邯邯郸鄲岛島满滿州州庄莊乐樂栾欒灵靈无無赞贊鹿鹿泉泉滦灤玉玉丰豐润潤曹曹陵陵龙龍卢盧肥肥乡鄉鸡雞广廣馆館魏魏临臨邱邱涉涉磁磁永永年年";
        var forms = traditional.Chunk(2)
            .Where(pair => pair[0] != pair[1])
            .ToDictionary(pair => pair[0], pair => pair[1]);
        foreach (var area in Hebei.All)
            Assert.Contains(area, Found(string.Concat(area.Name.Select(c => forms.GetValueOrDefault(c, c)))));

        static IEnumerable<Area> Found(string name) => Hebei.Resolve(name) switch
        {
            AreaMatch.One one => [one.Area],
            AreaMatch.Several several => several.Areas,
            _ => [],
        };
    }

    [Theory]
    [InlineData("2027-1301-6")]
    [InlineData("冀巡交〔2026〕1301‑6號")]
    [InlineData("１３０１－６")]
    [InlineData("1301\u200B-\u20606")]
    [InlineData("1301―6")]
    public void Number_IsRead(string typed) =>
        Assert.True(MatterNumber.TryParse(typed, 2026, out var number) && number.Sequence == 6);

    [Theory]
    [InlineData("12⽉5⽇")]
    [InlineData("１２月５日")]
    [InlineData("2026－12－05")]
    [InlineData("2026‑12‑05")]
    [InlineData("12\u200B月\u00A05日")]
    [InlineData("十⼆月五日")]
    public void Date_InAForm_IsRead(string typed) =>
        Assert.Equal(new DueSpan.On(new(2026, 12, 5)), new DatePhrase(Tuesday, WorkingCalendar.BuiltIn).Read(typed));

    [Fact]
    public void WordsOfThePatterns_AreWrittenAsTheyAreCompared()
    {
        var patterns = new[] { typeof(Matter).Assembly, typeof(CommandParser).Assembly }
            .SelectMany(assembly => assembly.GetTypes())
            .SelectMany(type =>
                type.GetMethods(BindingFlags.Static | BindingFlags.NonPublic | BindingFlags.Public | BindingFlags.DeclaredOnly))
            .Select(method => method.GetCustomAttribute<GeneratedRegexAttribute>()?.Pattern)
            .OfType<string>()
            .ToList();
        Assert.NotEmpty(patterns);
        Assert.All(
            patterns,
            pattern =>
                Assert.All(
                    pattern.Where(c => c >= '\u2E80' && char.IsLetter(c)),
                    c => Assert.Equal(c.ToString(), Folding.Of(c.ToString()))));
    }
}
