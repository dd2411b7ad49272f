using LiaisonBot.Conversation;
using LiaisonBot.Conversation.Features.Recurring;
using LiaisonBot.Conversation.Phrases;
using LiaisonBot.Core.Calendar;
using LiaisonBot.Core.People;
using LiaisonBot.Core.Recurring;
using LiaisonBot.Core.Storage;
using LiaisonBot.Core.Text;
using NodaTime;

namespace LiaisonBot.Tests.Recurring;

/// <summary>How often something is asked for: as people say it, its dates, and as it is said back.</summary>
[Trait("Kind", "Pure")]
public class RhythmTests
{
    private static readonly LocalDate Tuesday = new(2026, 11, 24);

    [Theory]
    [InlineData("每月25日前", "M1.1 25")]
    [InlineData("每月25号", "M1.1 25")]
    [InlineData("每个月5日前", "M1.1 5")]
    [InlineData("每月二十五日前", "M1.1 25")]
    [InlineData("每月底前", "M1.1 31")]
    [InlineData("每月末", "M1.1 31")]
    [InlineData("每月最后一个工作日", "M1.1 31")]
    [InlineData("每月最后一个周五前", "M1.1 31 Friday")]
    [InlineData("每个月第一个星期一", "M1.1 1 Monday")]
    [InlineData("每月5日和20日前", "M1.1 5,20")]
    [InlineData("每月", "M1.1 31")]
    [InlineData("逐月", "M1.1 31")]
    [InlineData("每半个月", "M1.1 15,31")]
    [InlineData("每旬", "M1.1 10,20,31")]
    [InlineData("每月上旬", "M1.1 10")]
    [InlineData("每周五", "W1 Friday")]
    [InlineData("每周五前", "W1 Friday")]
    [InlineData("每星期一", "W1 Monday")]
    [InlineData("每个礼拜三", "W1 Wednesday")]
    [InlineData("每周", "W1 Friday")]
    [InlineData("逢周四", "W1 Thursday")]
    [InlineData("每周五下午5点前", "W1 Friday")]
    [InlineData("每两周", "W2 Friday")]
    [InlineData("每两周周三", "W2 Wednesday")]
    [InlineData("隔周周五", "W2 Friday")]
    [InlineData("每2个星期", "W2 Friday")]
    [InlineData("每三周", "W3 Friday")]
    [InlineData("每季度末", "M3.3 31")]
    [InlineData("每季度", "M3.3 31")]
    [InlineData("每季末前", "M3.3 31")]
    [InlineData("每季度末月25日前", "M3.3 25")]
    [InlineData("每季度第一个月10日前", "M3.1 10")]
    [InlineData("每三个月", "M3.3 31")]
    [InlineData("每两个月", "M2.2 31")]
    [InlineData("每半年", "M6.6 31")]
    [InlineData("每年6月30日前", "M12.6 30")]
    [InlineData("每年6月底前", "M12.6 31")]
    [InlineData("每年底", "M12.12 31")]
    [InlineData("每年", "M12.12 31")]
    [InlineData("每10天", "M1.1 10,20,31")]
    [InlineData("每天", "often")]
    [InlineData("每日", "often")]
    [InlineData("每个工作日", "often")]
    [InlineData("每两天", "often")]
    [InlineData("每3天", "often")]
    [InlineData("隔天", "often")]
    [InlineData("每周两次", "often")]
    [InlineData("每周一三五", "often")]
    [InlineData("每周二和周四", "often")]
    [InlineData("每周一至周五", "often")]
    [InlineData("每小时", "often")]
    [InlineData("一周两报", "often")]
    [InlineData("每年6月底前和12月底前", "M6.6 31")]
    [InlineData("每年1月10日和7月10日前", "M6.1 10")]
    [InlineData("every friday", "W1 Friday")]
    [InlineData("every week", "W1 Friday")]
    [InlineData("every week by wednesday", "W1 Wednesday")]
    [InlineData("every two weeks", "W2 Friday")]
    [InlineData("every other friday", "W2 Friday")]
    [InlineData("fortnightly", "W2 Friday")]
    [InlineData("by the 25th of each month", "M1.1 25")]
    [InlineData("the last friday of each month", "M1.1 31 Friday")]
    [InlineData("each month by the second tuesday", "M1.1 2 Tuesday")]
    [InlineData("every month by the 5th", "M1.1 5")]
    [InlineData("at the end of each month", "M1.1 31")]
    [InlineData("monthly", "M1.1 31")]
    [InlineData("at the end of every quarter", "M3.3 31")]
    [InlineData("quarterly", "M3.3 31")]
    [InlineData("every year by 30 june", "M12.6 30")]
    [InlineData("every day", "often")]
    [InlineData("daily", "often")]
    [InlineData("twice a week", "often")]
    public void Read_WhatPeopleSay(string said, string written) =>
        Assert.Equal(written, RhythmPhrase.Read(Folding.Of(said))?.Rhythm.Write());

    /// <summary>Without 每; the words for once stay for what is to be done.</summary>
    [Theory]
    [InlineData("3天报一次", "often", "3天")]
    [InlineData("长安区3天报一次进展", "often", "3天")]
    [InlineData("十天一报", "M1.1 10,20,31", "十天")]
    [InlineData("长安区两周报一次进度", "W2 Friday", "两周")]
    public void Find_HowOften_WithoutTheWordForEach(string said, string written, string words)
    {
        var found = RhythmPhrase.Find(Folding.Of(said))!;
        Assert.Equal((written, words), (found.Rhythm.Write(), said[found.Start..found.End]));
    }

    [Theory]
    [InlineData("15日报一次进展")]
    [InlineData("前3天一次也没报")]
    [InlineData("11月25日报送方案")]
    [InlineData("每县一名联络员")]
    [InlineData("建立每月例会制度")]
    [InlineData("落实每日巡查制度")]
    [InlineData("河北日报刊发")]
    [InlineData("周报")]
    [InlineData("月底前报方案")]
    [InlineData("11月25日报一次进展")]
    [InlineData("friday")]
    public void Find_WhatIsNone_IsNone(string said) => Assert.Null(RhythmPhrase.Find(Folding.Of(said)));

    /// <summary>What stands in the form is read as the same again, in both languages.</summary>
    [Theory]
    [InlineData("W1 Friday")]
    [InlineData("W1 Sunday")]
    [InlineData("W2 Monday")]
    [InlineData("W3 Friday")]
    [InlineData("M1.1 25")]
    [InlineData("M1.1 31")]
    [InlineData("M1.1 15,31")]
    [InlineData("M1.1 10,20,31")]
    [InlineData("M2.2 5")]
    [InlineData("M3.3 31")]
    [InlineData("M3.1 10")]
    [InlineData("M6.6 31")]
    [InlineData("M6.2 15")]
    [InlineData("M12.6 30")]
    [InlineData("M12.12 31")]
    [InlineData("M1.1 31 Friday")]
    [InlineData("M1.1 1 Monday")]
    [InlineData("M2.2 3 Wednesday")]
    public void Words_AreReadAsTheSame(string written)
    {
        foreach (var language in new[] { Language.Chinese, Language.English })
        {
            var localizer = new Localizer(language, Cast.Book, WorkingCalendar.BuiltIn, Cast.Morning, "冀巡交");
            var words = RecurringWords.Of(Rhythm.Read(written), localizer);
            Assert.True(
                RhythmPhrase.Read(Folding.Of(words))?.Rhythm.Write() == written,
                $"{words}: {RhythmPhrase.Find(Folding.Of(words))?.Rhythm.Write()}");
        }
    }

    [Theory]
    [InlineData("W1 Friday", "2026-11-27 2026-12-04 2026-12-11")]
    [InlineData("W2 Friday", "2026-11-27 2026-12-11 2026-12-25")]
    [InlineData("M1.1 25", "2026-11-25 2026-12-25 2027-01-25")]
    [InlineData("M1.1 31", "2026-11-30 2026-12-31 2027-01-31")]
    [InlineData("M3.3 31", "2026-12-31 2027-03-31 2027-06-30")]
    [InlineData("M12.2 31", "2027-02-28 2028-02-29 2029-02-28")]
    [InlineData("M1.1 15,31", "2026-11-30 2026-12-15 2026-12-31")]
    [InlineData("M1.1 31 Friday", "2026-11-27 2026-12-25 2027-01-29")]
    [InlineData("M1.1 1 Tuesday", "2026-12-01 2027-01-05 2027-02-02")]
    [InlineData("often", "")]
    public void Dates_GoOnFromADay(string written, string dates) => Assert.Equal(
        dates,
        string.Join(' ', Rhythm.Read(written).From(Tuesday, Tuesday).Take(3).Select(Columns.Date)));

    /// <summary>Every second week is counted from the first date, wherever one begins to look.</summary>
    [Fact]
    public void Weeks_AreCountedFromTheFirst()
    {
        var rhythm = new Rhythm.Weekly(2, IsoDayOfWeek.Friday);
        for (var day = 0; day < 60; day++)
        {
            var found = rhythm.From(Tuesday.PlusDays(day), Tuesday).First();
            Assert.True(found >= Tuesday.PlusDays(day));
            Assert.Equal(0, Period.DaysBetween(new(2026, 11, 27), found) % 14);
        }
    }

    /// <summary>2026-10-02 is a Friday in the National Day holidays, 2026-12-26 a Saturday.</summary>
    [Theory]
    [InlineData("2026-12-26", DayOffRule.Earlier, "2026-12-25")]
    [InlineData("2026-12-26", DayOffRule.Later, "2026-12-28")]
    [InlineData("2026-12-26", DayOffRule.Stay, "2026-12-26")]
    [InlineData("2026-10-02", DayOffRule.Earlier, "2026-09-30")]
    [InlineData("2026-12-25", DayOffRule.Later, "2026-12-25")]
    public void DayOff_MovesTheDueDate(string date, DayOffRule rule, string due)
    {
        var matter = Play.Rule(new Rhythm.Weekly(1, IsoDayOfWeek.Friday)) with { DayOff = rule };
        Assert.Equal(due, Columns.Date(matter.DueOn(Columns.Date(date), WorkingCalendar.BuiltIn)));
    }

    [Theory]
    [InlineData("每月25日前长安区报一次进展", "M1.1 25", "130102", "报进展")]
    [InlineData("长安区每周五报一次整改进展", "W1 Friday", "130102", "报整改进展")]
    [InlineData("每季度末正定县报送一次自查情况", "M3.3 31", "130123", "报送自查情况")]
    [InlineData("要求长安区、正定县每月5日前报送台账", "M1.1 5", "130102 130123", "报送台账")]
    [InlineData("请长安区于每月25日前报送整改进展情况", "M1.1 25", "130102", "报送整改进展情况")]
    [InlineData("have 长安区 report progress every Friday", "W1 Friday", "130102", "report progress")]
    [InlineData("长安区 by the 25th of each month hand in the ledger", "M1.1 25", "130102", "hand in the ledger")]
    public void Line_SaysWhereAndWhat(string said, string rhythm, string places, string title)
    {
        var line = RecurringLine.Read(said, Cast.Book.Areas, Cast.Shijiazhuang, Tuesday, WorkingCalendar.BuiltIn);
        Assert.Equal(
            (rhythm, places, title),
            (line.Rhythm?.Rhythm.Write(), string.Join(' ', line.Task.Places.Select(p => p.Code)), line.Task.Title));
        Assert.Empty(line.Task.Dues);
    }

    [Theory]
    [InlineData("从1月起每月25日前长安区报进展，到明年6月底为止", "2027-01-01", "2027-06-30", null)]
    [InlineData("长安区每周五报进展，共6次", null, null, 6)]
    [InlineData("长安区每月5日前报台账，到2027年3月31日止", null, "2027-03-31", null)]
    [InlineData("长安区下月起每月10日前报台账", "2026-12-01", null, null)]
    public void Line_SaysFromWhenAndUntilWhen(string said, string? first, string? last, int? times)
    {
        var line = RecurringLine.Read(said, Cast.Book.Areas, Cast.Shijiazhuang, Tuesday, WorkingCalendar.BuiltIn);
        Assert.Equal(
            (first, last, times),
            (line.First is { } from ? Columns.Date(from) : null,
                line.Last is { } until ? Columns.Date(until) : null,
                line.Times));
        Assert.Empty(line.Task.Dues);
    }
}
