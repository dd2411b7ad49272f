using LiaisonBot.Conversation;
using LiaisonBot.Conversation.Phrases;
using LiaisonBot.Conversation.Sheets;
using LiaisonBot.Core.Calendar;
using LiaisonBot.Core.Matters;
using LiaisonBot.Core.People;
using LiaisonBot.Core.Storage;
using LiaisonBot.Sheets;
using NodaTime;

namespace LiaisonBot.Tests.Sheets;

/// <summary>Tables of findings as offices really write them: read whole, or each wrong cell named.</summary>
[Trait("Kind", "Pure")]
public class FindingSheetTests
{
    private static readonly LocalDate Feedback = new(2026, 11, 20);

    private static readonly Localizer Chinese = new(Language.Chinese, Cast.Book, WorkingCalendar.BuiltIn, Cast.Morning, "冀巡交");

    [Theory]
    [InlineData("序号\t反馈问题\t整改目标\t整改措施\t责任领导\t责任部门\t完成时限")]
    [InlineData("序号\t问题\t目标\t措施\t分管领导\t牵头部门\t时限")]
    [InlineData("编号\t存在问题\t整改目标任务\t整改举措\t牵头领导\t责任单位\t整改时限")]
    [InlineData("问题编号\t问题表现\t目标任务\t具体措施\t县级责任领导\t牵头整改部门\t完成时间")]
    [InlineData("No.\tFinding\tRectification goal\tMeasures\tResponsible post\tLead department\tDeadline")]
    [InlineData("序 号\t省委第二巡视组反馈问题\t整改\n目标\t整改措施（可附页）\t责任领导（职务）\t责任部门*\t1.完成时限（必填）")]
    [InlineData("号\t反馈意见指出的问题\t整改要求\t整改具体措施\t包保领导\t主责部门\t计划完成时间")]
    public void Headings_AsOfficesWriteThem_AreKnown(string head)
    {
        var cells = head.Split('\t');
        var sheet = Of(cells, ["1", "占用耕地", "全部复耕", "逐宗核查", "副县长", "自然资源局", "2026-12-20"]);

        var read = FindingSheet.Read([sheet], Feedback, Chinese);

        Assert.Equal([], read.Errors.Select(e => $"{e.Cell} {e.Why}"));
        Assert.Equal(
            new FindingDraft("占用耕地", "全部复耕", "逐宗核查", "副县长", "自然资源局", new LocalDate(2026, 12, 20)),
            Assert.Single(read.Rows).Draft);
    }

    [Theory]
    [InlineData("2026年12月底前", "2026-12-31")]
    [InlineData("2026年12月底前完成整改", "2026-12-31")]
    [InlineData("12月20日", "2026-12-20")]
    [InlineData("12月20日之前", "2026-12-20")]
    [InlineData("3月15日前", "2027-03-15")]
    [InlineData("2026-12-20", "2026-12-20")]
    [InlineData("2026/12/20", "2026-12-20")]
    [InlineData("2026.12.20", "2026-12-20")]
    [InlineData("2026.12", "2026-12-31")]
    [InlineData("2026年12月", "2026-12-31")]
    [InlineData("2026-12", "2026-12-31")]
    [InlineData("2027年2月份", "2027-02-28")]
    [InlineData("2026年底前", "2026-12-31")]
    [InlineData("年底前", "2026-12-31")]
    [InlineData("2027年6月末前", "2027-06-30")]
    [InlineData("2027年第一季度", "2027-03-31")]
    [InlineData("2027年一季度末前", "2027-03-31")]
    [InlineData("2027年上半年", "2027-06-30")]
    [InlineData("2027年下半年", "2027-12-31")]
    [InlineData("反馈后三个月内", "2027-02-20")]
    [InlineData("自反馈之日起6个月内", "2027-05-20")]
    [InlineData("6个月内", "2027-05-20")]
    [InlineData("六个月", "2027-05-20")]
    [InlineData("半年内", "2027-05-20")]
    [InlineData("两年内", "2028-11-20")]
    [InlineData("18个月内", "2028-05-20")]
    [InlineData("1个月内", "2026-12-20")]
    [InlineData("30天内", "2026-12-20")]
    [InlineData("10个工作日", "2026-12-04")]
    [InlineData("立行立改", "- Immediate")]
    [InlineData("即知即改", "- Immediate")]
    [InlineData("立行立改，11月30日前完成", "2026-11-30 Immediate")]
    [InlineData("长期坚持", "- LongTerm")]
    [InlineData("2026年12月底前（长期坚持）", "2026-12-31 LongTerm")]
    [InlineData("持续推进", "- LongTerm")]
    [InlineData("集中整改期内", "- Concentrated")]
    [InlineData("立行立改并长期坚持", "- Immediate both")]
    [InlineData("within 6 months", "2027-05-20")]
    [InlineData("at once", "- Immediate")]
    [InlineData("by 20 December", "2026-12-20")]
    [InlineData("尽快", "?")]
    [InlineData("已完成", "?")]
    [InlineData("第二批", "?")]
    [InlineData("2026年13月", "?")]
    [InlineData("2026-02-30", "?")]
    public void Date_InTheFormsThatOfficesUse_IsRead(string typed, string expected)
    {
        var due = FindingDue.Read(typed, Feedback, WorkingCalendar.BuiltIn);

        Assert.Equal(expected, due is null
            ? "?"
            : string.Join(' ', new[]
            {
                due.Due is { } day ? Columns.Date(day) : "-",
                due.Track?.ToString(),
                due.IsBoth ? "both" : null,
            }.OfType<string>()));
    }

    [Fact]
    public void TwoRowsOfHeadings_WithATitleAbove_AreOne()
    {
        var read = Pasted(
            "正定县反馈问题清单\n"
            + "序号\t反馈问题\t整改要求\t\t责任\t\t完成时限\n"
            + "\t\t整改目标\t整改措施\t领导\t部门\t\n"
            + "1\t2\t3\t4\t5\t6\t7\n"
            + "1\t占用耕地\t全部复耕\t逐宗核查\t副县长\t自然资源局\t2026.12\n"
            + "\t\t\t\t\t\t\n"
            + "3\t招投标不规范\t\t\t\t\t长期坚持\n");

        Assert.Equal([], read.Errors);
        Assert.Equal(
            [
                new FindingDraft("占用耕地", "全部复耕", "逐宗核查", "副县长", "自然资源局", new LocalDate(2026, 12, 31)),
                new FindingDraft("招投标不规范", Track: Track.LongTerm),
            ],
            read.Rows.Select(row => row.Draft));
        Assert.Contains("原来的序号有空缺或重复，已按顺序重新编号", read.Noted);
    }

    [Fact]
    public void MergedCells_OfOneFindingWithSeveralMeasures_AreOneFinding()
    {
        var sheet = Assert.IsType<SheetReading.Book>(new SheetFiles().Read(new RawBook().Sheet(
            RawBook.Rows(
                ["正定县反馈问题清单"],
                ["序号", "问题归类", "反馈问题", "整改", "", "责任部门", "时限"],
                ["", "", "", "目标", "措施", "", ""],
                ["一、生态环境方面"],
                ["1", "生态环境", "占用耕地", "全部复耕", "逐宗核查", "自然资源局", "2026-12-20"],
                ["", "", "", "", "落实复耕", "农业农村局", "2027-03-31"],
                ["2", "", "污水直排", "达标", "改造管网", "生态环境局", "6个月内"],
                ["", "", "合计", "", "", "", ""]),
            behind: """<mergeCells><mergeCell ref="A1:G1"/><mergeCell ref="A2:A3"/><mergeCell ref="B2:B3"/><mergeCell ref="C2:C3"/><mergeCell ref="D2:E2"/><mergeCell ref="F2:F3"/><mergeCell ref="G2:G3"/><mergeCell ref="A4:G4"/><mergeCell ref="A5:A6"/><mergeCell ref="B5:B7"/><mergeCell ref="C5:C6"/><mergeCell ref="D5:D6"/></mergeCells>""").Bytes()));

        var read = FindingSheet.Read(sheet.Sheets, Feedback, Chinese);

        Assert.Equal([], read.Errors.Select(e => $"{e.Cell} {e.Why}"));
        Assert.Equal(
            [
                new FindingDraft("占用耕地", "全部复耕", "逐宗核查\n落实复耕", null, "自然资源局、农业农村局", new LocalDate(2027, 3, 31), "生态环境"),
                new FindingDraft("污水直排", "达标", "改造管网", null, "生态环境局", new LocalDate(2027, 5, 20), "生态环境"),
                new FindingDraft("合计"),
            ],
            read.Rows.Select(row => row.Draft));
        Assert.Contains(read.Unread, said => said.Contains("第4行，如小标题", StringComparison.Ordinal));
        Assert.Contains(read.Noted, said => said.Contains("第6行并入上面的问题", StringComparison.Ordinal));
        Assert.DoesNotContain(read.Unread, said => said.Contains("并入", StringComparison.Ordinal));
    }

    [Fact]
    public void FindingWithDetails_SaysBoth_AndTheRowsOfOneHeadingAreFindingsOfTheirOwn()
    {
        var read = Pasted("反馈问题\t具体表现\t类别\n党建薄弱\t一是学习不深\t政治建设\n党建薄弱\t二是制度不全\t党组织\n");

        Assert.Equal([], read.Errors);
        Assert.Equal(["党建薄弱：一是学习不深", "党建薄弱：二是制度不全"], read.Rows.Select(row => row.Draft.Problem));
        Assert.Equal(["政治建设", "党组织建设"], read.Rows.Select(row => row.Draft.Topic));
    }

    /// <summary>The parts of a feedback stand beside its findings as often as its topics do.</summary>
    [Fact]
    public void AChapterOfTheFeedback_IsNoTopic_AndWhatIsNeitherIsSaid()
    {
        var read = Pasted("类别\t反馈问题\t整改目标\n一、党的建设方面\t学习不深\t补学\n二、工程建设\t先开工后招标\t规范\n（三）群众身边\t窗口推诿\t改进\n");
        Assert.Empty(read.Errors);
        Assert.Equal([null, "工程建设", null], read.Rows.Select(row => row.Draft.Topic));
        Assert.Contains(read.Unread, said => said.Contains("第2、4行", StringComparison.Ordinal));
        Assert.Equal(
            "A3",
            Assert.Single(Pasted("类别\t反馈问题\t整改目标\n招投标\t围标\t规范\n星际航行\t迷航\t返航\n").Errors).Cell);
    }

    [Theory]
    [InlineData("整改类别", "立行立改", Track.Immediate)]
    [InlineData("类别", "立行立改", Track.Immediate)]
    [InlineData("立行立改", "是", Track.Immediate)]
    [InlineData("是否立行立改", "否", Track.Concentrated)]
    [InlineData("立行立改", "√", Track.Immediate)]
    [InlineData("整改方式", "长期坚持", Track.LongTerm)]
    [InlineData("整改类型", "限期整改", Track.Concentrated)]
    [InlineData("整改类别", "", Track.Concentrated)]
    [InlineData("Track", "at once", Track.Immediate)]
    public void Track_IsReadFromItsColumn(string heading, string typed, Track expected)
    {
        var read = Pasted($"反馈问题\t整改目标\t{heading}\n占用耕地\t复耕\t{typed}\n污水直排\t达标\t集中整改\n");

        Assert.Equal([], read.Errors);
        Assert.Equal([expected, Track.Concentrated], read.Rows.Select(row => row.Draft.Track));
    }

    [Fact]
    public void EachWrongCell_IsNamed_InTheOrderInWhichATableIsRead()
    {
        var read = Pasted(
            "反馈问题\t整改目标\t责任领导\t完成时限\t整改类别\n"
            + "占用耕地\t复耕\t副县长\t尽快\t马马虎虎\n"
            + $"{new string('长', 20_000)}\t复耕\t{new string('职', 101)}\t2026-11-01\t\n"
            + "占用耕地。\t复耕\t\t\t\n"
            + "\t复耕\t\t\t\n");

        Assert.Equal(
            [
                "D2 完成时限：没有看懂时限“尽快”，请写成 2026-11-30、6个月内、立行立改 或 长期坚持",
                "E2 整改类别：“马马虎虎”看不懂，请写“立行立改”“集中整改”或“长期坚持”",
                "A3 反馈问题：太长了（20000字），最多2000字",
                "C3 责任领导：太长了（101字），最多100字",
                "D3 完成时限：完成时限（11月1日）早于反馈日期（11月20日）",
                "A4 反馈问题：与第2行重复，请删去一行",
            ],
            read.Errors.Select(e => $"{e.Cell} {e.Why}").Take(6));
    }

    [Fact]
    public void ARowWithoutAFinding_ThatGoesOnNothing_IsNamed() => Assert.Equal(
        ["B2 反馈问题：这一行没有写反馈问题"],
        Pasted("序号\t反馈问题\t整改目标\n1\t\t复耕\n2\t污水直排\t达标\n").Errors.Select(e => $"{e.Cell} {e.Why}"));

    [Fact]
    public void ARowWithANumberOfItsOwn_DoesNotGoOn() => Assert.Equal(
        ["B3 反馈问题：这一行没有写反馈问题"],
        Pasted("序号\t反馈问题\t整改措施\n1\t污水直排\t改管网\n2\t\t复耕\n").Errors.Select(e => $"{e.Cell} {e.Why}"));

    [Fact]
    public void Topic_IsOneOfTheOffices_OrTheCellIsNamed()
    {
        var read = Pasted("反馈问题\t问题类型\n占用耕地\t生态环境\n污水直排\t生态\n乱收费\t随便\n");

        Assert.Equal(["生态环境", "生态环境", null], read.Rows.Select(row => row.Draft.Topic));
        Assert.Equal("B4", Assert.Single(read.Errors).Cell);
        Assert.Contains("招投标", read.Errors[0].Why, StringComparison.Ordinal);
    }

    [Fact]
    public void ACategoryOfSomethingElse_IsNotReadAndSaid() => Assert.Contains(
        Pasted("反馈问题\t整改目标\t类别\n占用耕地\t复耕\tA类\n").Unread,
        said => said.Contains("类别", StringComparison.Ordinal));

    [Fact]
    public void FiveHundredRows_AreTooManyForASet_AndNoneIsTaken()
    {
        var read = Pasted("反馈问题\t整改目标\n" + string.Concat(Enumerable.Range(1, 500).Select(i => $"问题{i}\t目标\n")));

        Assert.Empty(read.Rows);
        Assert.Equal("A202 有500个问题，一批最多200个，请分几批", Assert.Single(read.Errors) is var e ? $"{e.Cell} {e.Why}" : "");
    }

    [Theory]
    [InlineData("序号\t整改目标\t整改措施\n1\t复耕\t核查\n")]
    [InlineData("随便写的一段话\n没有表头\n")]
    [InlineData("事项名称\t责任地区\t目标任务\t办理时限\n整改\t长安区\t任务\t12-15\n")]
    public void WithoutAColumnOfFindings_IsSaid(string pasted) => Assert.StartsWith(
        "没有找到“反馈问题”这一列",
        Assert.Single(Pasted(pasted).Errors).Why,
        StringComparison.Ordinal);

    [Theory]
    [InlineData("反馈问题\t整改目标\n占用耕地\t复耕\n", true)]
    [InlineData("问题\t责任领导\t时限\n占用耕地\t副县长\t\n", true)]
    [InlineData("反馈问题\n占用耕地\n", false)]
    [InlineData("问题\t满意\t基本满意\t不满意\t不了解\n班子评价\t1\t2\t3\t4\n", false)]
    [InlineData("事项名称\t责任地区\t目标任务\t办理时限\n整改\t长安区\t任务\t12-15\n", false)]
    [InlineData("姓名\t身份\t地区\t登录名\n张三\t组员\t石家庄市\ta@b.cn\n", false)]
    [InlineData("地区\t类型\t巡视组序号\t开始日期\t结束日期\n正定县\t巡视\t1\t2026-12-01\t2026-12-20\n", false)]
    public void Table_IsKnownByItself(string pasted, bool expected) =>
        Assert.Equal(expected, FindingSheet.IsOne(Assert.IsType<SheetReading.Book>(TextTable.Read(pasted)).Sheets));

    [Fact]
    public void Place_IsTakenFromItsColumn_AndASetIsOfOne()
    {
        Assert.Equal("130123", Pasted("被巡视地区\t反馈问题\t目标\n正定县\t占用耕地\t复耕\n正定县\t污水\t达标\n").Place?.Value);
        Assert.Equal(
            "A3",
            Assert.Single(Pasted("被巡视地区\t反馈问题\t目标\n正定县\t占用耕地\t复耕\n长安区\t污水\t达标\n").Errors).Cell);
    }

    [Fact]
    public void AMonthThatExcelMadeADay_IsItsEnd()
    {
        var sheet = Of(["反馈问题", "完成时限"], ["占用耕地", "2026-12-01"]) with
        {
            Faults = new Dictionary<(int, int), CellFault> { [(2, 1)] = CellFault.NoDay },
        };

        Assert.Equal(
            new LocalDate(2026, 12, 31),
            Assert.Single(FindingSheet.Read([sheet], Feedback, Chinese).Rows).Draft.Due);
    }

    [Fact]
    public void AnotherDayOfFeedback_MovesWhatIsCountedFromIt()
    {
        var row = Assert.Single(Pasted("反馈问题\t完成时限\n占用耕地\t6个月内\n").Rows);

        Assert.Equal(new LocalDate(2027, 6, 1), row.On(new(2026, 12, 1), Chinese)!.Draft.Due);
        Assert.Null((row with { DueSaid = "2026-12-20" }).On(new(2027, 1, 1), Chinese));
    }

    [Fact]
    public void Template_IsReadAsWhatItIs()
    {
        foreach (var language in Enum.GetValues<Language>())
        {
            var localizer = Chinese with { Language = language };
            var pages = FindingBook.Template(localizer).ToList();
            var filled = pages[0] with { Rows = [["1", "占用耕地", null, null, null, null, new LocalDate(2026, 12, 20), null, localizer.Say(FindingTexts.LongTerm), null]] };
            var book = Assert.IsType<SheetReading.Book>(new SheetFiles().Read(new SheetFiles().Write([filled, pages[1], pages[2]], Cast.Morning)));

            var read = FindingSheet.Read(book.Sheets, Feedback, localizer);

            Assert.Equal([], read.Errors.Select(e => e.Why));
            Assert.Equal(
                new FindingDraft("占用耕地", Due: new LocalDate(2026, 12, 20), Track: Track.LongTerm),
                Assert.Single(read.Rows).Draft);
            Assert.Empty(read.Unread);
        }
    }

    private static FindingSheet Pasted(string text) => FindingSheet.Read(
        Assert.IsType<SheetReading.Book>(TextTable.Read(text, isFindings: true)).Sheets,
        Feedback,
        Chinese);

    private static Sheet Of(params string[][] rows) => new([.. rows.Select((cells, i) => new SheetRow(i + 1, cells))]);
}
