using LiaisonBot.Core.Calendar;
using NodaTime;

namespace LiaisonBot.Tests.Calendar;

/// <summary>Notices that change a year: real ones as they were published, and others in the same words.</summary>
[Trait("Kind", "Pure")]
public class NoticeAmendmentTests
{
    private const string Of2019 = "元旦：2018年12月30日至2019年1月1日放假调休，共3天。2018年12月29日（星期六）上班。\n春节：2月4日至10日放假调休，共7天。2月2日（星期六）、2月3日（星期日）上班。\n清明节：4月5日放假，与周末连休。\n劳动节：5月1日放假。\n端午节：6月7日放假，与周末连休。\n中秋节：9月13日放假，与周末连休。\n国庆节：10月1日至7日放假调休，共7天。9月29日（星期日）、10月12日（星期六）上班。";

    private const string Amends2019 = "国务院办公厅关于调整2019年劳动节假期安排的通知\n国办发明电〔2019〕3号\n\n各省、自治区、直辖市人民政府，国务院各部委、各直属机构：\n　　经国务院批准，现将调整2019年劳动节假期安排通知如下。\n　　一、2019年5月1日至4日放假调休，共4天。4月28日（星期日）、5月5日（星期日）上班。\n　　二、各地区、各部门要认真做好节日期间的值班和安全、保卫等工作。\n国务院办公厅\n2019年3月22日";

    private const string Of2020 = "元旦：2020年1月1日放假，共1天。\n春节：1月24日至30日放假调休，共7天。1月19日（星期日）、2月1日（星期六）上班。\n清明节：4月4日至6日放假调休，共3天。\n劳动节：5月1日至5日放假调休，共5天。4月26日（星期日）、5月9日（星期六）上班。\n端午节：6月25日至27日放假调休，共3天。6月28日（星期日）上班。\n国庆节、中秋节：10月1日至8日放假调休，共8天。9月27日（星期日）、10月10日（星期六）上班。";

    private const string Amends2020 = "国务院办公厅关于\n延长2020年春节假期的通知\n国办发明电〔2020〕1号\n各省、自治区、直辖市人民政府，国务院各部委、各直属机构：\n　　经国务院批准，为加强新型冠状病毒感染的肺炎疫情防控工作，有效减少人员聚集，阻断疫情传播，更好保障人民群众生命安全和身体健康，现将延长2020年春节假期的具体安排通知如下。\n　　一、延长2020年春节假期至2月2日（农历正月初九，星期日），2月3日（星期一）起正常上班。\n　　二、各地大专院校、中小学、幼儿园推迟开学，具体时间由教育部门另行通知。\n　　三、因疫情防控不能休假的职工，应根据《中华人民共和国劳动法》规定安排补休，未休假期的工资报酬应按照有关政策保障落实。\n　　                 国务院办公厅\n　　                2020年1月26日";

    private static readonly HolidayNotice Of2027 = NoticeTextTests.Read(null, NoticeTextTests.Notice2027);

    /// <summary>2027 as 4月25日 班 5月1日 休: the days that are changed, in order.</summary>
    [Theory]
    [InlineData("国务院办公厅关于延长2027年春节假期的通知\n一、延长2027年春节假期至2月13日（周六），2月14日（周日）起正常上班。", "2-12休 2-13休")]
    [InlineData("2027年春节假期延长至2月13日（周六）。", "2-12休 2-13休")]
    [InlineData("2027年春节假期延长2天，至2月13日。", "2-12休 2-13休")]
    [InlineData("关于延长二〇二七年春节假期的通知\n２月１２日（周五）、１３日（周六）继续放假。", "2-12休 2-13休")]
    [InlineData("国务院办公厅关于调整2027年中秋节放假安排的通知\n中秋节：9月15日（周三）至17日（周五）放假调休，共3天。9月18日（周六）上班。", "9-16休 9-17休 9-18班")]
    [InlineData("国务院办公厅关于调整2027年中秋节放假安排的通知\n一、9月15日（周三）至17日（周五）放假调休，共3天。9月18日（周六）上班。", "9-16休 9-17休 9-18班")]
    [InlineData("国务院办公厅关于调整2027年中秋节放假安排的通知\n《国务院办公厅关于2027年部分节假日安排的通知》（国办发明电〔2026〕8号）规定，中秋节9月15日放假1天。现调整为：9月14日（周二）至16日（周四）放假调休，共3天。", "9-14休 9-16休")]
    [InlineData("关于调整2027年中秋节放假安排的通知\n原定中秋节9月15日放假1天。\n中秋节放假时间由9月15日调整为9月16日（周四）。", "9-15常 9-16休")]
    [InlineData("关于2027年部分节假日安排的补充通知\n将4月25日（周日）上班调整为4月24日（周六）上班。\n", "NotAName 2")]
    [InlineData("关于2027年部分节假日安排的补充通知\n劳动节：将4月25日（周日）上班调整为4月24日（周六）上班，其他安排不变。", "4-24班 4-25常")]
    [InlineData("关于2027年部分节假日安排的补充通知\n劳动节4月25日（周日）不再上班，改为4月24日（周六）上班。", "4-24班 4-25常")]
    [InlineData("关于2027年部分节假日安排的补充通知\n劳动节：取消5月8日（周六）上班。", "5-8常")]
    [InlineData("关于2027年部分节假日安排的补充通知\n劳动节：5月8日（周六）照常休息。", "5-8常")]
    [InlineData("关于2027年部分节假日安排的补充通知\n劳动节：5月8日（周六）补班取消。", "5-8常")]
    [InlineData("关于取消2027年端午节放假的通知\n端午节：6月9日（周三）不再放假，正常上班。", "6-9常")]
    [InlineData("关于2027年部分节假日安排的补充通知\n取消2027年端午节放假。", "6-9常")]
    [InlineData("关于2027年国庆节放假安排的补充通知\n增加10月8日（周五）放假1天，9月25日（周六）上班。", "9-25班 10-8休")]
    [InlineData("关于调整2027年国庆节放假安排的通知\n国庆节：10月1日（周五）至6日（周三）放假，共6天。", "10-7常")]
    [InlineData("国务院关于中国人民抗日战争暨世界反法西斯战争胜利82周年纪念日调休放假的通知\n2027年9月3日（星期五）至5日（星期日）调休放假，共3天。其中9月3日（星期五）放假。", "9-3休 9-4休 9-5休")]
    [InlineData("广西壮族自治区人民政府办公厅关于2027年“壮族三月三”放假安排的通知\n4月9日（星期五）至11日（星期日）放假，共3天。", "4-9休 4-10休 4-11休")]
    [InlineData("宁夏回族自治区人民政府办公厅关于2027年古尔邦节放假的通知\n5月16日（星期日）至18日（星期二）放假，共3天。5月22日（星期六）上班。", "5-16休 5-17休 5-18休 5-22班")]
    [InlineData("关于2027年开斋节放假的通知\n3月10日（星期三）放假1天。", "3-10休")]
    [InlineData("西藏自治区人民政府办公厅关于2027年藏历新年放假的通知\n2月12日（周五）放假。", "2-12休")]
    [InlineData("关于2027年雪顿节放假安排的通知\n8月31日（周二）至9月2日（周四）放假，共3天。", "8-31休 9-1休 9-2休")]
    [InlineData("凉山彝族自治州人民政府办公室关于2027年彝族火把节放假有关工作的通知\n7月26日（周一）至28日（周三）放假，共3天。", "7-26休 7-27休 7-28休")]
    [InlineData("内蒙古自治区人民政府办公厅关于2027年那达慕放假的通知\n8月11日（周三）放假1天。", "8-11休")]
    [InlineData("2027年壮族三月三：4月9日（星期五）放假1天。", "4-9休")]
    [InlineData("关于延长2027年春节假期的通知\n春节假期延长2天。", "LastDayMissing 2")]
    [InlineData("关于延长2027年元宵节假期的通知\n元宵节假期延长至2月21日。", "NotInForce 2")]
    [InlineData("关于延长2027年春节假期的通知\n延长春节假期至2月13日（周五）。", "OtherWeekday 2")]
    [InlineData("关于延长2027年春节假期的通知\n春节假期延长3天，至2月13日。", "OtherCount 2")]
    [InlineData("关于调整2027年中秋节放假安排的通知\n中秋节：9月15日至17日放假，共4天。", "OtherCount 2")]
    [InlineData("关于延长2026年春节假期的通知\n延长春节假期至2月13日。", "OtherYearSaid 1")]
    [InlineData("关于延长2028年春节假期的通知\n延长春节假期至2月13日。", "OtherYearSaid 1")]
    public void Amendment_OfAYear_ChangesWhatItSaysAndNothingElse(string text, string expected)
    {
        var read = NoticeText.TryRead(2027, text, year => year == 2027 ? Of2027 : null, out var reading, out var error);

        Assert.Equal(expected, read ? Changes(Of2027, reading!.Notice) : $"{error!.Fault} {error.Line}");
        if (!read) return;
        Assert.Null(reading!.Amendment!.On(reading.Notice, out var again));
        Assert.True(again!.SameDays(reading.Notice));
        Assert.True(NoticeText.TryRead(2027, text, _ => reading.Notice, out var twice, out _));
        Assert.True(twice.Notice.SameDays(reading.Notice));
        Assert.True(NoticeText.TryRead(2027, reading.Amendment.ToText(), _ => Of2027, out var written, out _));
        Assert.True(written.Notice.SameDays(reading.Notice));
        Assert.Equal(reading.Notice.Amendments, written.Notice.Amendments);
    }

    [Theory]
    [InlineData("关于延长2027年春节假期的通知\n延长春节假期至2月13日。", 2027)]
    [InlineData("延长春节假期至2027年2月13日。", 2027)]
    [InlineData("2027年春节假期延长至2月13日。\n2026年12月1日", 2027)]
    [InlineData("延长春节假期至2月13日。", null)]
    public void Year_OfAnAmendment_IsTheOneItNamesOrAskedFor(string text, int? year)
    {
        var read = NoticeText.TryRead(null, text, _ => Of2027, out var reading, out var error);

        Assert.Equal(year, read ? reading!.Notice.Year : null);
        if (year is null) Assert.Equal(NoticeFault.YearMissing, error!.Fault);
    }

    [Fact]
    public void Amendment_OfMay2019_IsAsItWas()
    {
        var before = NoticeTextTests.Read(2019, Of2019);
        Assert.True(
            NoticeText.TryRead(null, Amends2019, _ => before, out var reading, out var error),
            error?.ToString());

        Assert.Equal("4-28班 5-2休 5-3休 5-4休 5-5班", Changes(before, reading.Notice));
        Assert.Equal("国务院办公厅关于调整2019年劳动节假期安排的通知，国办发明电〔2019〕3号，2019年3月22日", Assert.Single(reading.Notice.Amendments));
        Assert.True(reading.IsNational);
    }

    [Fact]
    public void Amendment_OfJanuary2020_IsAsItWas()
    {
        var before = NoticeTextTests.Read(2020, Of2020);
        Assert.True(
            NoticeText.TryRead(null, Amends2020, _ => before, out var reading, out var error),
            error?.ToString());

        Assert.Equal("1-31休 2-1休 2-2休", Changes(before, reading.Notice));
    }

    [Fact]
    public void Text_OfAYearAndItsAmendments_IsAllOfThemInTheirOrder()
    {
        Assert.True(
            NoticeText.TryRead(2020, Of2020 + "\n\n" + Amends2020, _ => null, out var reading, out var error),
            error?.ToString());

        Assert.Null(reading.Amendment);
        Assert.Equal("1-31休 2-1休 2-2休", Changes(NoticeTextTests.Read(2020, Of2020), reading.Notice));
        Assert.True(HolidayNotice.TryParse(2020, reading.Notice.ToText(), out var again, out _));
        Assert.Equal(reading.Notice.Amendments, again.Amendments);
        Assert.True(again.SameDays(reading.Notice));
    }

    [Fact]
    public void Amendments_OfOneDay_StandAsTheLastOneSays()
    {
        const string first = "关于2027年劳动节放假安排的补充通知\n劳动节：5月8日（周六）照常休息。\n";
        const string second = "关于2027年劳动节放假安排的补充通知\n劳动节：5月8日（周六）上班。\n";

        Assert.True(NoticeText.TryRead(2027, first + second, _ => Of2027, out var kept, out _));
        Assert.True(NoticeText.TryRead(2027, second + first, _ => Of2027, out var cancelled, out _));

        Assert.Equal(("", "5-8常"), (Changes(Of2027, kept.Notice), Changes(Of2027, cancelled.Notice)));
    }

    [Theory]
    [InlineData("通知，国办发明电〔2027〕3号，2027年3月22日", "通知，国办发明电〔2027〕1号，2027年1月26日", true)]
    [InlineData("通知，国办发明电〔2027〕1号", "通知，国办发明电〔2027〕3号", false)]
    [InlineData("补充通知，2027年1月26日", "通知，国办发明电〔2027〕3号，2027年1月5日", true)]
    [InlineData("补充通知，2026年12月26日", "补充通知，2027年1月5日", false)]
    [InlineData("补充通知", "补充通知，2027年1月5日", null)]
    [InlineData("通知，国办发〔2027〕1号", "通知，国办发明电〔2027〕3号", null)]
    [InlineData("通知，国办发明电〔2027〕3号", "通知，国办发明电[2026]9号", true)]
    public void Order_OfTwoNotices_IsByTheirDayOrNumber(string source, string than, bool? later) =>
        Assert.Equal(later, NoticeOrder.IsLater(source, than));

    [Fact]
    public void Amendment_OfAProvisionalYear_SaysWhatIsMissing()
    {
        Assert.False(NoticeText.TryRead(null, Amends2020, _ => null, out _, out var error));
        Assert.Equal((NoticeFault.NothingToAmend, "2020"), (error.Fault, error.Found));
    }

    [Theory]
    [InlineData("广西壮族自治区人民政府办公厅关于2027年“壮族三月三”放假安排的通知\n4月9日放假。", "广西壮族自治区人民政府办公厅", "壮族三月三")]
    [InlineData("新疆维吾尔自治区人民政府关于2027年肉孜节放假的通知\n3月10日放假。", "新疆维吾尔自治区人民政府", "肉孜节")]
    public void Holiday_OfAProvince_IsNamedAsTheirs(string text, string issuer, string holiday)
    {
        Assert.True(NoticeText.TryRead(null, text, _ => Of2027, out var reading, out _));

        Assert.Equal((issuer, false), (reading.Issuer, reading.IsNational));
        Assert.StartsWith(issuer, Assert.Single(reading.Notice.Amendments), StringComparison.Ordinal);
        Assert.Contains(reading.Notice.Holidays, d => d.Value == holiday);
    }

    /// <summary>
    /// What lost its heading belongs to nobody; what is worked for a holiday may stand on the next line.
    /// </summary>
    [Theory]
    [InlineData("6月9日放假。", NoticeFault.NotAName)]
    [InlineData("6月9日（周三）放假1天，不调休。", NoticeFault.NotAName)]
    [InlineData("2月13日放假。", NoticeFault.NotAName)]
    [InlineData("4月24日上班。", NoticeFault.NotAName)]
    [InlineData("放假安排：6月9日放假。", NoticeFault.NotAName)]
    [InlineData("2月14日（周日）上班。", null)]
    [InlineData("端午节6月9日放假1天。", null)]
    public void Line_WithoutAHeading_IsNotOfTheHolidayAboveIt(string line, NoticeFault? fault)
    {
        var read = NoticeText.TryRead(
            2027,
            $"元旦：1月1日放假。\n春节：2月5日（周五）至11日（周四）放假调休，共7天。\n{line}\n劳动节：5月1日放假。\n国庆节：10月1日放假。",
            out var notice,
            out var error);

        Assert.Equal((fault, fault is null ? null : 3), (error?.Fault, error?.Line));
        if (read) Assert.DoesNotContain(
            new LocalDate(2027, 6, 9),
            notice!.Holidays.Where(d => d.Value == "春节").Select(d => d.Key));
    }

    private static string Changes(HolidayNotice before, HolidayNotice after)
    {
        string Means(HolidayNotice notice, LocalDate day) =>
            notice.Holidays.ContainsKey(day) ? "休" : notice.Workdays.ContainsKey(day) ? "班" : "常";
        return string.Join(' ', before.Holidays.Keys.Concat(before.Workdays.Keys).Concat(after.Holidays.Keys).Concat(after.Workdays.Keys).Distinct().Order()
            .Where(d => Means(before, d) != Means(after, d)).Select(d => $"{d.Month}-{d.Day}{Means(after, d)}"));
    }
}
