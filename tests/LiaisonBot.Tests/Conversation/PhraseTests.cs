using System.Globalization;
using CsCheck;
using LiaisonBot.Conversation.Phrases;
using LiaisonBot.Conversation.Shell;
using LiaisonBot.Core.Areas;
using LiaisonBot.Core.Calendar;
using LiaisonBot.Core.Matters;
using NodaTime;
using NodaTime.Text;

namespace LiaisonBot.Tests.Conversation;

/// <summary>How an assignment said in one line is read: phrases.txt is the table.</summary>
[Trait("Kind", "Pure")]
public sealed class PhraseTests
{
    private const string Misread = "x ";

    private static readonly LocalDate Tuesday = new(2026, 11, 24);

    private static readonly AreaBook Hebei = AreaBook.Load(AreaCode.Parse("13"), []);

    private static readonly string[] Odd =
    [
        "、",
        "，",
        "和",
        "各县",
        "全市",
        "月底",
        "十",
        "百",
        "半",
        "个",
        "年",
        "前",
        "内",
        "\ud83d",
        "\udc00",
        "𠮷",
        "(",
        ")",
        "（周三）",
        "“",
        "”",
        "20",
        "31日",
        "9999年",
        "于",
        "每",
        "至",
        "~",
        "-",
        "12.",
        "/",
        ":",
        "１２",
        "二〇",
        "廿",
        "卅",
        "零",
        "元",
        "周",
        "下",
        "下下",
        "旬",
        "等",
        "两地",
        "所辖",
        "及",
        "委",
        "局",
        "急",
        "next",
        "by ",
        "the end of ",
        "5 pm ",
        "长安",
        "石家庄",
        "正定",
        "\0",
        "\u3000",
        "\t",
        "\n",
    ];

    // Of which the expectations were written: later notices must not change them.
    private static readonly WorkingCalendar Calendar = WorkingCalendar.BuiltIn;

    /// <summary>A line of the table with its group, who assigns, and the day.</summary>
    public static TheoryData<string, string, string, string> Table
    {
        get
        {
            var data = new TheoryData<string, string, string, string>();
            var (group, who, day) = ("", "1301", "2026-11-24");
            using var reader = new StreamReader(typeof(PhraseTests).Assembly.GetManifestResourceStream("phrases.txt")!);
            while (reader.ReadLine() is { } line)
                if (line.StartsWith(
                    "## ",
                    StringComparison.Ordinal)) (group, who, day) = (line[3..], "1301", "2026-11-24");
                else if (line.StartsWith(
                    "@ ",
                    StringComparison.Ordinal)) (who, day) = (line.Split(' ')[1], line.Split(' ')[2]);
                else if (line.Length > 0 && line[0] != '#') data.Add(group, line, who, day);
            return data;
        }
    }

    private static IEnumerable<string> Typed => Table.Select(row => Cells(row.Data.Item2)[0]);

    [Theory]
    [MemberData(nameof(Table))]
    public void Phrase_IsReadAsExpected_OrIsStillMarkedAsMisread(string group, string line, string who, string day)
    {
        var (right, words) = Score(line, who, day);
        Assert.True(
            right != line.StartsWith(Misread, StringComparison.Ordinal),
            $"{group}: {line}\nis read as {words}");
    }

    [Fact]
    public void Score_OfEachGroup_IsKnown()
    {
        foreach (var group in Table.GroupBy(row => row.Data.Item1))
        {
            var wrong = group.Select(row => row.Data.Item2)
                .Where(line => line.StartsWith(Misread, StringComparison.Ordinal))
                .ToList();
            TestContext.Current.TestOutputHelper!
                .WriteLine($"{group.Key}: {group.Count() - wrong.Count} of {group.Count()}");
            foreach (var line in wrong) TestContext.Current.TestOutputHelper!.WriteLine("  " + line);
            Assert.True(wrong.Count * 4 <= group.Count(), $"Too much of {group.Key} is misread.");
        }

        Assert.True(Table.Count >= 900);
    }

    [Theory]
    [InlineData("桥西区 11月底前 上报", "桥西区", 2)]
    [InlineData("请桥西区于11月底前上报", "桥西区", 2)]
    public void Name_OfPlacesInTwoCities_IsAskedBackForTheProvince(string typed, string name, int places)
    {
        var read = AssignmentLine.Read(typed, Hebei, null, Tuesday, Calendar);
        Assert.Equal((name, places), (read.Ambiguous?.Typed, read.Ambiguous?.Areas.Count ?? 0));
        Assert.Equal(name, typed.Substring(read.Ambiguous!.Value.Start, name.Length));
    }

    [Fact]
    public void Name_InAListThatIsNoPlace_IsNamed()
    {
        var read = Read("长安、正定、开发新区 11月底前 上报方案");
        Assert.Equal(["开发新区"], read.NotPlaces);
        Assert.Equal("上报方案", read.Title);
    }

    [Fact]
    public void SecondDate_IsNotTheLimitAndIsKept()
    {
        var read = Read("长安区 11月30日前 上报12月5日前完成的整改");
        Assert.Equal(new DueSpan.On(new(2026, 11, 30)), read.Due);
        Assert.Equal("上报12月5日前完成的整改", read.Title);
    }

    [Fact]
    public void LaterOfTwoLimits_IsTaken_AndTheOtherIsKept()
    {
        var read = Read("长安区 11月底前拿出方案，年底前完成整改");
        Assert.Equal(new DueSpan.On(new(2026, 12, 31)), read.Due);
        Assert.Equal(2, read.Dues.Count);
        Assert.Equal("11月底前拿出方案，完成整改", read.Title);
    }

    [Theory]
    [InlineData("11月30日（周一）前", "")]
    [InlineData("11月30日（周二）前", "周二")]
    [InlineData("11月30日(星期天)前", "星期天")]
    [InlineData("下周五（12月4日）前", "")]
    [InlineData("下周五（12月5日）前", "12月5日")]
    [InlineData("本周五（27日）前", "")]
    public void RemarkBesideADay_ThatSaysAnotherDay_IsDoubted(string limit, string doubt) =>
        Assert.Equal(doubt, Read($"长安区 {limit} 上报").Dues[0].Doubt);

    [Theory]
    [InlineData("明天下午5点前", "下午5点")]
    [InlineData("今晚前", "今晚")]
    [InlineData("下班前", "下班")]
    [InlineData("2小时内", "2小时内")]
    [InlineData("by 5 pm tomorrow", "5 pm")]
    [InlineData("12-31 18:00", "18:00")]
    public void TimeOfDay_IsKept(string limit, string hour) => Assert.Equal(hour, Read($"长安区 {limit} 上报").Dues[0].Hour);

    [Theory]
    [InlineData("长安区委办公室 11月底前 上报", "委办公室")]
    [InlineData("请长安区委、区政府于11月底前上报", "委、区政府")]
    [InlineData("长安区教育局11月底前上报", "教育局")]
    [InlineData("长安区的同志11月底前上报", "")]
    [InlineData("长安区 11月底前 上报", "")]
    public void OrganOfAPlace_IsWhoIsResponsible(string typed, string organ)
    {
        var read = Read(typed);
        Assert.Equal((organ, "长安区"), (read.Organ, Assert.Single(read.Places).Name));
    }

    [Fact]
    public void AnyText_IsReadWithoutFailing()
    {
        var pieces = Typed.SelectMany(t => t.Split(' ')).Distinct().ToArray();
        Gen.OneOf(
            Gen.Int[0, pieces.Length - 1].Select(i => pieces[i]),
            Gen.String[0, 12],
            Gen.Int[0, Odd.Length - 1].Select(i => Odd[i]),
            Gen.Char['一', '龥'].Select(c => c.ToString()),
            Gen.Int[0, 99999].Select(n => n.ToString(CultureInfo.InvariantCulture)))
            .Array[0, 12].Select(parts => string.Concat(parts))
            .Sample(text =>
            {
                var read = Read(text);
                foreach (var due in read.Dues)
                {
                    DueRule.Resolve(due.Due, Tuesday, Calendar);
                    if (due.Start < 0 || due.Length <= 0 || due.End > text.Length) return false;
                }

                if (read.Ambiguous is { } name
                    && text.Substring(name.Start, name.Typed.Length) != name.Typed) return false;
                return read.Title.Length <= text.Length + 1
                    && read.Places.Select(p => p.Code).Distinct().Count() == read.Places.Count;
            });
    }

    [Fact]
    public void AnyTextOfTheGreatestLength_IsReadInTime()
    {
        var texts = 0;
        foreach (var piece in Odd.Concat([
            "长安区正定县",
            "石家庄长安",
            "11月30日",
            "3个工作日内",
            "5 pm ",
            "by ",
            "在",
            "（周三）",
            "1.2.3.",
            "下下周",
            "至12月5日",
            " 十"
        ]))
        {
            var text = string.Concat(Enumerable.Repeat(piece, CommandParser.MaxLength / piece.Length));
            // Alone, before a word of time, and between a place and a day: each of them with every third piece.
            string[] typed = [text, text + "前", "长安区 " + text + " 11月底前 上报"];
            Assert.NotNull(Read(typed[texts++ % typed.Length]).Title);
        }
    }

    // What stands before a day and makes it another, or many.
    [Fact]
    public void DayBehindAWordOfTime_IsNotTheLimit()
    {
        string[] before =
        [
            "每周",
            "每月",
            "每天",
            "每日",
            "逢",
            "隔周",
            "双周",
            "次周",
            "上周",
            "节后",
            "会后",
            "开学后",
            "三天后",
            "两周后",
            "1月初",
            "12月第二周",
            "第二个月",
            "月底前最后一个",
            "元旦后第一周",
            "印发后",
            "春节假期", "每两周", "按周", "逐周", "今后每", "第一季度", "年初", "下个月的", "报送后第一个", "汛期后的",
        ];
        string[] days = ["周五前", "周五下班前", "18:00前", "下午5点前", "25日前", "25日下班前", "下班前"];
        foreach (var word in before)
            foreach (var day in days)
                foreach (var between in new[] { "", " " })
                {
                    var typed = $"长安区 {word}{between}{day} 报送名单";
                    var read = Read(typed);
                    Assert.True(
                        read.Due is null && read.Title.Contains(word.TrimEnd('的'), StringComparison.Ordinal),
                        $"{typed} is read as {Due(read)}: {read.Title}");
                }
    }

    [Theory]
    [InlineData("后的")]
    [InlineData("左右")]
    [InlineData("或下周一")]
    [InlineData("、周六")]
    [InlineData("以后")]
    [InlineData("前一天")]
    [InlineData("前两个工作日")]
    [InlineData("起")]
    [InlineData("至下周三")]
    public void DayBeforeAWordOfTime_IsNotTheLimit(string behind) => Assert.Null(Read($"长安区 周五{behind} 报送名单").Due);

    [Fact]
    public void Read_OfAFormsField_TakesNoPartOfALongerPhrase()
    {
        var dates = new DatePhrase(Tuesday, Calendar);
        foreach (var typed in new[]
        {
            "每天18:00前",
            "每周五",
            "三天后12:00前",
            "1月初",
            "周五或周六",
            "第二天",
            new string('1', 1_000_000),
            new string('周', 1_000_000)
        }) Assert.Null(dates.Read(typed));
        Assert.Equal(new DueSpan.On(new(2027, 1, 11)), dates.Read("1月的第二个周一"));
    }

    [Fact]
    public void AnyDay_TakesEveryPhrase() =>
        Gen.Int[0, 4000].Sample(day =>
        {
            var today = new LocalDate(2025, 1, 1).PlusDays(day);
            foreach (var typed in Typed)
                if (AssignmentLine.Read(typed, Hebei, null, today, Calendar).Due is { } due)
                    DueRule.Resolve(due, today, Calendar);
        }, iter: 20);

    private static string[] Cells(string line) =>
        [.. (line.StartsWith(Misread, StringComparison.Ordinal) ? line[Misread.Length..] : line)
            .Split('|', StringSplitOptions.TrimEntries)];

    private static (bool Right, string Words) Score(string line, string who, string day)
    {
        var cells = Cells(line);
        var read = AssignmentLine.Read(
            cells[0],
            Hebei,
            who == "-" ? null : AreaCode.Parse(who),
            LocalDatePattern.Iso.Parse(day).Value,
            Calendar);
        var (places, due, urgent) = (Places(read), Due(read), read.Urgency == Urgency.Urgent ? "!" : "");
        var expected = cells[1] == "-" ? [] : cells[1].Split('+').SelectMany(Expected);
        return (
            places.SequenceEqual(expected) && (due, urgent, read.Title) == (cells[2], cells[3], cells[4]),
            $"{string.Join('+', places)} | {due} | {urgent} | {read.Title}");
    }

    private static AssignmentLine Read(string typed) =>
        AssignmentLine.Read(typed, Hebei, AreaCode.Parse("1301"), Tuesday, Calendar);

    private static List<string> Places(AssignmentLine read) =>
    [
        .. read.Places.Select(p => p.Code.Value),
        .. read.Ambiguous is { } name ? new[] { "?" + name.Typed } : [],
        .. read.NotPlaces.Select(n => "~" + n),
    ];

    private static IEnumerable<string> Expected(string cell) => cell switch
    {
        "13*" => Hebei.Cities.Select(c => c.Code.Value),
        "13**" => Hebei.All.Where(a => a.Level == AreaLevel.County).Select(c => c.Code.Value),
        [.. var city, '*'] => Hebei.Children(AreaCode.Parse(city)).Select(c => c.Code.Value),
        _ => [cell],
    };

    private static string Due(AssignmentLine read) => read.Due switch
    {
        DueSpan.On on => LocalDatePattern.Iso.Format(on.Date),
        DueSpan.WorkingDays days => string.Create(CultureInfo.InvariantCulture, $"{days.Count}wd"),
        DueSpan.CalendarDays days => string.Create(CultureInfo.InvariantCulture, $"{days.Count}d"),
        _ => "-",
    };
}
