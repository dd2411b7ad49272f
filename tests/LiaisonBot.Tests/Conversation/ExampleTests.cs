using System.Globalization;
using System.Text.RegularExpressions;
using LiaisonBot.Conversation.Sheets;
using LiaisonBot.Core.Areas;
using LiaisonBot.Core.Calendar;
using LiaisonBot.Core.Matters;
using LiaisonBot.Sheets;
using NodaTime;

namespace LiaisonBot.Tests.Conversation;

/// <summary>Examples of what to say never name a day that has passed.</summary>
public sealed partial class ExampleTests
{
    /// <summary>Years from now, and days on which the next working days lie in another year.</summary>
    public static TheoryData<int, int, int> Days =>
        new() { { 2031, 11, 28 }, { 2031, 12, 30 }, { 2032, 2, 28 }, { 2098, 12, 31 } };

    [Fact]
    public void Text_OfAnyKind_NamesNoDayAndNoYearOfItsOwn()
    {
        var texts = AllTexts.All;

        var aging = texts.Where(t =>
            new[] { t.Text.Chinese, t.Text.English, t.Text.One ?? "" }.Any(s => AnyDate().IsMatch(s)))
            .Select(t => t.Name);

        Assert.Empty(aging);
    }

    [Theory]
    [MemberData(nameof(Days))]
    public async Task Help_OfEverybody_NamesOnlyDaysToCome(int year, int month, int day)
    {
        await using var chats = await At(year, month, day);
        foreach (var english in new[] { false, true })
        {
            foreach (var user in chats.Everyone)
            {
                if (english) await user.SpeakEnglish();
                NothingPast(chats, (await user.Say("帮助")).Text);
                NothingPast(chats, (await user.Say("好像不对")).Text);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Days))]
    public async Task AnswersWithExamples_NameOnlyDaysToCome(int year, int month, int day)
    {
        await using var chats = await At(year, month, day);
        foreach (var english in new[] { false, true })
        {
            if (english)
            {
                await chats.Office.SpeakEnglish();
                await chats.Leader.SpeakEnglish();
            }
            foreach (var said in new[]
            {
                "导入节假日",
                "节假日 下个月",
                "1399-77",
                "13-01-99",
                "添加人员",
                "导入",
                "设置",
                "提醒规则",
                "查询",
                "台账",
                "投递情况",
                "负担"
            })
            {
                NothingPast(chats, (await chats.Office.Say(said)).Text);
                NothingPast(chats, (await chats.Leader.Say(said)).Text);
            }
            NothingPast(chats, (await chats.Office.Say("区划调整")).Text);
            await chats.Office.Say("驻市安排 石家庄");
            NothingPast(chats, (await chats.Office.Press(english ? "Add an entry" : "添加安排")).Text);
            NothingPast(chats, (await chats.Office.Press(
                english ? "Submit" : "提交",
                (english ? "Team number" : "巡视组序号", "1"),
                (english ? "Place (a city for a residency or the inspection of a city, otherwise a county)" : "地区（驻市、市本级巡视选市，其余选县）", "石家庄市"),
                (english ? "From" : "开始日期", "很快"),
                (english ? "Until" : "结束日期", "不久"))).Text);
            await chats.Leader.Say("交办 长安区 上报整改方案");
            NothingPast(
                chats,
                (await chats.Leader.Press(english ? "Assign" : "交办", (english ? "Due date" : "办理时限", "很快"))).Text);
            NothingPast(
                chats,
                (await chats.Leader.Say("导入 事项名称\t责任地区\t目标任务\t办理时限\n一\t长安区\t上报\t15\n二\t长安区\t上报\t很快")).Text);
            NothingPast(chats, (await chats.Office.Say("导入节假日 off")).Text);
        }
    }

    [Theory]
    [MemberData(nameof(Days))]
    public async Task Template_ToFillIn_NamesOnlyDaysToCome(int year, int month, int day)
    {
        await using var chats = await At(year, month, day);
        foreach (var english in new[] { false, true })
        {
            if (english) await chats.Office.SpeakEnglish();
            foreach (var link in (await chats.Office.Say("导入")).Links)
            {
                var template = (await chats.Fetch(link.Segments[^1]))!;
                var book = Assert.IsType<SheetReading.Book>(new SheetFiles().Read(template.Body));
                NothingPast(chats, string.Join('\n', book.Sheets.SelectMany(s => s.Rows).SelectMany(r => r.Cells)));
            }
        }
    }

    [Theory]
    [MemberData(nameof(Days))]
    public async Task ExampleOfHelp_Said_IsUnderstoodWhole(int year, int month, int day)
    {
        await using var chats = await At(year, month, day);
        foreach (var english in new[] { false, true })
        {
            if (english) await chats.Leader.SpeakEnglish();
            var example = (await chats.Leader.Say("帮助")).Text
                .Split('\n')
                .Single(l => l.Contains("长安区", StringComparison.Ordinal))
                .Split("  —  ")[0];
            var form = await chats.Leader.Say(example);
            Assert.Equal("130102", form.Input(Fields.Area).Value);
            Assert.Equal(english ? "hand in the plan" : "上报整改方案", form.Input(Fields.Target).Value);
            Assert.Equal(Iso(WorkingCalendar.BuiltIn.AddWorkingDays(Today(chats), 5)), form.Input(Fields.Due).Value);
        }
    }

    private static async Task<Chats> At(int year, int month, int day)
    {
        var chats = await Chats.Open();
        chats.Clock.Reset(BeijingTime.At(new(year, month, day), new(9, 0)));
        return chats;
    }

    private static LocalDate Today(Chats chats) => BeijingTime.Today(chats.Clock.GetCurrentInstant());

    private static string Iso(LocalDate day) => day.ToString("uuuu-MM-dd", CultureInfo.InvariantCulture);

    // Of which day the table of areas is has to be said, and which years there are at all.
    private static string WithoutFixedDays(string text) =>
        text.Replace(AreaBook.AsOf, "", StringComparison.Ordinal)
            .Replace($"{HolidayNotice.FirstYear}", "", StringComparison.Ordinal);

    private static void NothingPast(Chats chats, string text)
    {
        var today = Today(chats);
        foreach (Match found in AnyDate().Matches(WithoutFixedDays(text)))
        {
            int? Of(string group) =>
                found.Groups[group].Success
                    ? int.Parse(found.Groups[group].ValueSpan, CultureInfo.InvariantCulture)
                    : null;
            var year = Of("year") ?? today.Year;
            var past = Of("month") is { } month
                ? new LocalDate(year, month, Of("day") ?? 1) < today
                : year < today.Year;
            Assert.False(
                past,
                $"{found.Value} has passed on {Iso(today)}: {text.Split('\n').First(l => l.Contains(found.Value, StringComparison.Ordinal))}");
        }
    }

    [GeneratedRegex(@"(?:(?<year>20\d\d)[-年/.])?(?<![\d-])(?<month>\d{1,2})月(?<day>\d{1,2})日|(?<year>20\d\d)-(?<month>[01]\d)-(?<day>[0-3]\d)|(?<![\d-])(?<year>20\d\d)(?![\d])", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex AnyDate();
}
