using CsCheck;
using LiaisonBot.Core.Calendar;

namespace LiaisonBot.Tests.Calendar;

/// <summary>Notices in the State Council's own words, with what stands around them on the page.</summary>
[Trait("Kind", "Pure")]
public class NoticeTextTests
{
    /// <summary>Made up: there is none yet.</summary>
    public const string Notice2027 = """
        国务院办公厅关于2027年
        部分节假日安排的通知

        经国务院批准，现将2027年元旦、春节、清明节、劳动节、端午节、中秋节和国庆节放假调休日期的具体安排通知如下。
        一、元旦：1月1日（周五）至3日（周日）放假，共3天。
        二、春节：2月5日（周五）至11日（周四）放假调休，共7天。1月31日（周日）、2月14日（周日）上班。
        三、清明节：4月3日（周六）至5日（周一）放假，共3天。
        四、劳动节：5月1日（周六）至5日（周三）放假调休，共5天。4月25日（周日）、5月8日（周六）上班。
        五、端午节：6月9日（周三）放假1天，不调休。
        六、中秋节：9月15日（周三）放假1天。
        七、国庆节：10月1日（周五）至7日（周四）放假调休，共7天。9月26日（周日）、10月9日（周六）上班。
        """;

    /// <summary>What notices write that is no text of the product.</summary>
    public static readonly IReadOnlyList<string> Words =
        [
            "国务院办公厅关于2026年部分节假日安排的通知, 国办发明电〔2025〕7号",
            "元旦",
            "春节",
            "清明节",
            "劳动节",
            "端午节",
            "中秋节",
            "国庆节",
            Notice2027.ReplaceLineEndings(" ")
        ];

    private const string Notice2024 = """
        一、元旦：1月1日放假，与周末连休。
        二、春节：2月10日至17日放假调休，共8天。2月4日（星期日）、2月18日（星期日）上班。鼓励各单位结合带薪年休假等制度落实，安排职工在除夕（2月9日）休息。
        三、清明节：4月4日至6日放假调休，共3天。4月7日（星期日）上班。
        四、劳动节：5月1日至5日放假调休，共5天。4月28日（星期日）、5月11日（星期六）上班。
        五、端午节：6月10日放假，与周末连休。
        六、中秋节：9月15日至17日放假调休，共3天。9月14日（星期六）上班。
        七、国庆节：10月1日至7日放假调休，共7天。9月29日（星期日）、10月12日（星期六）上班。
        """;

    private const string Notice2025 = """
        各省、自治区、直辖市人民政府，国务院各部委、各直属机构：
        经国务院批准，现将2025年元旦、春节、清明节、劳动节、端午节、国庆节和中秋节放假调休日期的具体安排通知如下。
        一、元旦：1月1日（周三）放假1天，不调休。
        二、春节：1月28日（农历除夕、周二）至2月4日（农历正月初七、周二）放假调休，共8天。1月26日（周日）、2月8日（周六）上班。
        三、清明节：4月4日（周五）至6日（周日）放假，共3天。
        四、劳动节：5月1日（周四）至5日（周一）放假调休，共5天。4月27日（周日）上班。
        五、端午节：5月31日（周六）至6月2日（周一）放假，共3天。
        六、国庆节、中秋节：10月1日（周三）至8日（周三）放假调休，共8天。9月28日（周日）、10月11日（周六）上班。
        节假日期间，各地区、各部门要妥善安排好值班和安全、保卫、疫情防控等工作，遇有重大突发事件，要按规定及时报告并妥善处置，确保人民群众祥和平安度过节日假期。
        """;

    private const string Notice2026 = """
        国务院办公厅关于2026年
        部分节假日安排的通知
        国办发明电〔2025〕7号

        各省、自治区、直辖市人民政府，国务院各部委、各直属机构：
        经国务院批准，现将2026年元旦、春节、清明节、劳动节、端午节、中秋节和国庆节放假调休日期的具体安排通知如下。
        一、元旦：1月1日（周四）至3日（周六）放假调休，共3天。1月4日（周日）上班。
        二、春节：2月15日（农历腊月二十八、周日）至23日（农历正月初七、周一）放假调休，共9天。2月14日（周六）、2月28日（周六）上班。
        三、清明节：4月4日（周六）至6日（周一）放假，共3天。
        四、劳动节：5月1日（周五）至5日（周二）放假调休，共5天。5月9日（周六）上班。
        五、端午节：6月19日（周五）至21日（周日）放假，共3天。
        六、中秋节：9月25日（周五）至27日（周日）放假，共3天。
        七、国庆节：10月1日（周四）至7日（周三）放假调休，共7天。9月20日（周日）、10月10日（周六）上班。
        节假日期间，各地区、各部门要妥善安排好值班和安全、保卫、疫情防控等工作，遇有重大突发事件，要按规定及时报告并妥善处置，确保人民群众祥和平安度过节日假期。
                                                                                国务院办公厅
                                                                                2025年11月4日
        """;

    [Theory]
    [InlineData(2024, Notice2024)]
    [InlineData(2025, Notice2025)]
    [InlineData(2026, Notice2026)]
    public void Read_OfARealNotice_IsTheShippedYear(int year, string text)
    {
        Assert.True(WorkingCalendar.BuiltIn.NoticeOf(year)!.SameDays(Read(year, text)));
        Assert.True(WorkingCalendar.BuiltIn.NoticeOf(year)!
            .SameDays(Read(year, text.Replace("\n", "\r\n", StringComparison.Ordinal))));
        Assert.True(WorkingCalendar.BuiltIn.NoticeOf(year)!
            .SameDays(Read(
                year,
                text.Replace("\n", "", StringComparison.Ordinal).Replace("三、", "\n三、", StringComparison.Ordinal))));
    }

    [Theory]
    [InlineData(2021, 31, 7, "一、元旦：2021年1月1日至3日放假，共3天。\n二、春节：2月11日至17日放假调休，共7天。2月7日（星期日）、2月20日（星期六）上班。\n三、清明节：4月3日至5日放假调休，共3天。\n四、劳动节：5月1日至5日放假调休，共5天。4月25日（星期日）、5月8日（星期六）上班。\n五、端午节：6月12日至14日放假，共3天。\n六、中秋节：9月19日至21日放假调休，共3天。9月18日（星期六）上班。\n七、国庆节：10月1日至7日放假调休，共7天。9月26日（星期日）、10月9日（星期六）上班。")]
    [InlineData(2022, 31, 7, "一、元旦：2022年1月1日至3日放假，共3天。\n二、春节：1月31日至2月6日放假调休，共7天。1月29日（星期六）、1月30日（星期日）上班。\n三、清明节：4月3日至5日放假调休，共3天。4月2日（星期六）上班。\n四、劳动节：4月30日至5月4日放假调休，共5天。4月24日（星期日）、5月7日（星期六）上班。\n五、端午节：6月3日至5日放假，共3天。\n六、中秋节：9月10日至12日放假，共3天。\n七、国庆节：10月1日至7日放假调休，共7天。10月8日（星期六）、10月9日（星期日）上班。")]
    [InlineData(2023, 27, 7, "一、元旦：2022年12月31日至2023年1月2日放假调休，共3天。\n二、春节：1月21日至27日放假调休，共7天。1月28日（星期六）、1月29日（星期日）上班。\n三、清明节：4月5日放假，共1天。\n四、劳动节：4月29日至5月3日放假调休，共5天。4月23日（星期日）、5月6日（星期六）上班。\n五、端午节：6月22日至24日放假调休，共3天。6月25日（星期日）上班。\n六、中秋节、国庆节：9月29日至10月6日放假调休，共8天。10月7日（星期六）、10月8日（星期日）上班。")]
    public void Read_OfAnEarlierYearsNotice_HasItsDays(int year, int off, int worked, string text)
    {
        var notice = Read(
            null,
            $"国务院办公厅关于{year}年部分节假日安排的通知\n各省、自治区、直辖市人民政府：\n经国务院批准，现将{year}年元旦、春节、清明节、劳动节、端午节、中秋节和国庆节放假调休日期的具体安排通知如下。\n{text}\n国务院办公厅\n{year - 1}年11月25日");

        Assert.Equal((year, off, worked), (notice.Year, notice.Holidays.Count, notice.Workdays.Count));
    }

    [Fact]
    public void Read_WithoutAYear_TakesTheOneOfTheTitle()
    {
        var notice = Read(null, Notice2026);

        Assert.Equal((2026, "国务院办公厅关于2026年部分节假日安排的通知，国办发明电〔2025〕7号"), (notice.Year, notice.Source));
    }

    [Fact]
    public void Read_OfLinesBrokenAnywhereBetweenWords_IsTheSame()
    {
        for (var at = Notice2026.IndexOf("一、", StringComparison.Ordinal) + 2;
            at < Notice2026.IndexOf("节假日期间", StringComparison.Ordinal);
            at++)
            if (!char.IsAsciiDigit(Notice2026[at])
                && Notice2026[at] is not ('\n' or '元' or '旦')
                && Notice2026[at - 1] is not ('\n' or '元'))
                if (Notice2026[at - 1] is '）' or '，' or '。' or '至' or '、' && !char.IsAsciiDigit(Notice2026[at]))
                    Assert.True(
                        WorkingCalendar.BuiltIn.NoticeOf(2026)!.SameDays(Read(2026, Notice2026.Insert(at, "\n"))),
                        Notice2026[(at - 10)..(at + 5)]);
    }

    [Fact]
    public void Read_OfANewYearThatBeginsInDecember_KnowsTheYearBefore()
    {
        var notice = Read(2023, "元旦：2022年12月31日至2023年1月2日放假调休，共3天。\n劳动节：5月1日放假。\n国庆节：10月1日放假。");
        var withoutYears = Read(2023, "元旦：12月31日（周六）至1月2日（周一）放假调休，共3天。\n劳动节：5月1日放假。\n国庆节：10月1日放假。");

        Assert.Contains(new(2022, 12, 31), notice.Holidays.Keys);
        Assert.True(notice.SameDays(withoutYears));
    }

    [Fact]
    public void Read_OfLinesOfDays_IsAsBefore()
    {
        var notice = Read(null, "2027-01-01,off,元旦\n2027-05-01,休,劳动节\n2027-10-01，off，国庆节");

        Assert.Equal((2027, 3), (notice.Year, notice.Holidays.Count));
    }

    [Theory]
    [InlineData("元旦：1月1日（周四）至3日放假。", 1, NoticeFault.OtherWeekday)]
    [InlineData("元旦：1月1日至3日放假，共4天。", 1, NoticeFault.OtherCount)]
    [InlineData("元旦：1月1日放假2天。", 1, NoticeFault.OtherCount)]
    [InlineData("元旦：1月1日放假。1月2日另行安排。", 1, NoticeFault.Unclear)]
    [InlineData("元旦：1月1日放假。\n春节：2月6日至12日。", 2, NoticeFault.Unclear)]
    [InlineData("元旦：1月1日放假。\n春节：2月6日调休。", 2, NoticeFault.Unclear)]
    [InlineData("元旦：1月1日放假。\n春节：2月30日放假。", 2, NoticeFault.NotADate)]
    [InlineData("元旦：1月1日放假。\n春节：3日放假。", 2, NoticeFault.NotADate)]
    [InlineData("元旦：1月3日至1日放假。", 1, NoticeFault.NotARange)]
    [InlineData("元旦：1月1日放假。1月1日上班。", 1, NoticeFault.DateTwice)]
    [InlineData("元旦：1月1日放假。\n\n1月5日上班。", 3, NoticeFault.WorkOnWeekday)]
    [InlineData("1月1日放假。", 1, NoticeFault.NotAName)]
    [InlineData("元旦：1月1日放假。", 0, NoticeFault.HolidayMissing)]
    [InlineData("关于2026年部分节假日安排的通知", 1, NoticeFault.OtherYearSaid)]
    [InlineData("大家好", 0, NoticeFault.NothingRead)]
    [InlineData("", 0, NoticeFault.NothingRead)]
    public void Read_OfWhatIsWrongOrUnclear_SaysTheLineAndWhy(string text, int line, NoticeFault fault)
    {
        Assert.False(NoticeText.TryRead(2027, text, out var notice, out var error));
        Assert.Null(notice);
        Assert.Equal((line, fault), (error.Line, error.Fault));
    }

    [Fact]
    public void Read_WithoutAnyYear_AsksForIt()
    {
        Assert.False(NoticeText.TryRead(null, "元旦：1月1日放假。", out _, out var error));
        Assert.Equal(NoticeFault.YearMissing, error.Fault);
    }

    [Fact]
    public void ToText_OfANotice_IsReadAsTheSame()
    {
        foreach (var notice in new[]
        {
            Read(null, Notice2027),
            Read(2026, Notice2026),
            WorkingCalendar.BuiltIn.NoticeOf(2025)!
        })
        {
            Assert.True(HolidayNotice.TryParse(notice.Year, notice.ToText(), out var again, out _));
            Assert.Equal(notice.Holidays, again.Holidays);
            Assert.Equal(notice.Workdays, again.Workdays);
            Assert.Equal(notice.Source, again.Source);
        }
    }

    [Fact]
    public void Read_OfAnyText_GetsAnAnswer()
    {
        var pieces = Gen.OneOf(Gen.String, Gen.OneOf<string>(
            "元旦",
            "：",
            "1月1日",
            "12月31日",
            "（周四）",
            "至",
            "3日",
            "放假",
            "上班",
            "调休",
            "共3天",
            "。",
            "\n",
            "、",
            "鼓励",
            "2027年",
            "99月99日",
            "2027-01-01",
            "一、",
            "节",
            "与周末连休"));

        pieces.Array[0, 25].Sample(parts =>
        {
            var read = NoticeText.TryRead(2027, string.Concat(parts), out var notice, out var error);
            Assert.Equal(read, notice is not null);
            Assert.Equal(read, error is null);
        });
    }

    internal static HolidayNotice Read(int? year, string text)
    {
        Assert.True(NoticeText.TryRead(year, text, out var notice, out var error), error?.ToString());
        return notice;
    }
}
