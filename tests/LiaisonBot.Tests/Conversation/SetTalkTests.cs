using System.Text;
using LiaisonBot.Conversation.Sheets;
using LiaisonBot.Core.Storage;
using LiaisonBot.Sheets;

namespace LiaisonBot.Tests.Conversation;

/// <summary>反馈 and 整改: a table of findings becomes a set by one press, and a set is seen whole.</summary>
public sealed class SetTalkTests : IAsyncLifetime
{
    private const string Head = "序号\t反馈问题\t整改目标\t责任部门\t完成时限\t整改类别";

    private Chats chats = null!;

    public async ValueTask InitializeAsync() => chats = await Chats.Open();

    public ValueTask DisposeAsync() => chats.DisposeAsync();

    [Fact]
    public async Task Pasted_BelowTheLine_IsCheckedShownAndGivenOutByOnePress()
    {
        var check = await chats.Leader.Say($"反馈 正定县 11月20日\n{Table(12)}");

        Assert.Contains("检查无误：12个问题待下发", check.Text, StringComparison.Ordinal);
        Assert.Contains("石家庄市正定县", check.Text, StringComparison.Ordinal);
        Assert.Contains("11月20日", check.Text, StringComparison.Ordinal);
        Assert.Contains("集中整改10个、立行立改1个、长期坚持1个", check.Text, StringComparison.Ordinal);
        Assert.Contains("没有整改批次", (await chats.Leader.Say("整改 正定县")).Text, StringComparison.Ordinal);

        var set = await chats.Leader.PressOn(check, "下发12个问题");

        Assert.Contains("已下发给石家庄市正定县：整改1301-1，12个问题", set.Text, StringComparison.Ordinal);
        Assert.Contains("应整改12个　已整改0个　完成率0%", set.Text, StringComparison.Ordinal);
        Assert.Contains("整改1301-1", (await chats.Zhengding.Say("整改")).Text, StringComparison.Ordinal);
        Assert.Contains("没有整改批次", (await chats.Changan.Say("整改")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task DatedSteps_AreNamedInTheReadersLanguage()
    {
        await chats.Leader.PressOn(await chats.Leader.Say($"反馈 正定县 11月20日\n{Table(2)}"), "下发2个问题");
        chats.Zhengding.Locale = "en-US";

        Assert.Contains("Hand in the rectification plan", (await chats.Zhengding.Say("mine")).Text, StringComparison.Ordinal);
        var step = (await chats.Zhengding.Say("matter 1301-3")).Text;
        Assert.Contains("Hand in the rectification plan", step, StringComparison.Ordinal);
        Assert.Contains("measures, post, department and date for every finding", step, StringComparison.Ordinal);
        Assert.Contains("报送整改方案", (await chats.Leader.Say("事项 1301-3")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AStepThatWaitsForItsReview_IsNoFindingThatDoes()
    {
        await chats.Leader.PressOn(await chats.Leader.Say($"反馈 正定县 11月20日\n{Table(2)}"), "下发2个问题");
        await chats.Zhengding.Say("签收 1301-3");
        await chats.Zhengding.Say("报结 1301-4 进展报告已报送");
        var mine = (await chats.Zhengding.Say("我的事项")).Text;
        Assert.Contains("报送集中整改进展报告 已报结 待审核", mine, StringComparison.Ordinal);
        Assert.Contains("报送整改方案 还有", mine, StringComparison.Ordinal);
        Assert.DoesNotContain("个问题待审核", mine, StringComparison.Ordinal);

        await chats.Zhengding.Say("报结 1301-1 已整改");
        Assert.Contains("1个问题待审核", (await chats.Zhengding.Say("我的事项")).Text, StringComparison.Ordinal);
    }

    /// <summary>问题 also stands over the questions of an evaluation: there people are counted.</summary>
    [Fact]
    public async Task Pasted_WithTwoRowsOfHeadings_IsNoEvaluation()
    {
        var check = await chats.Leader.Say(
            "反馈 正定县 11月20日\n巡视反馈问题清单\n序号\t问题\t\t整改要求\t\n\t问题表现\t类型\t目标\t时限\n一、党的建设\t\t\t\t\n"
            + "1\t组织生活会质量不高\t党组织建设\t提高质量\t6个月内\n2\t村务公开不及时\t财务管理\t按季公开\t立行立改");

        Assert.Contains("检查无误：2个问题待下发", check.Text, StringComparison.Ordinal);
        Assert.Contains("集中整改1个、立行立改1个", check.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("反馈 正定县 11月20日")]
    [InlineData("反馈正定县11月20日")]
    [InlineData("反馈 11月20日 正定")]
    [InlineData("反馈问题 石家庄市 正定县 11月20日")]
    [InlineData("反馈意见 正定县 2026-11-20")]
    [InlineData("下发反馈 正定县 20日")]
    public async Task Line_WithPlaceAndDay_IsUnderstood(string line)
    {
        var check = await chats.Leader.Say($"{line}\n{Table(3)}");

        Assert.Contains("11月20日", check.Text, StringComparison.Ordinal);
        Assert.Contains("正定县", check.Text, StringComparison.Ordinal);
        Assert.Contains("下发3个问题", check.Text, StringComparison.Ordinal);
        Assert.Empty(check.Inputs);
    }

    /// <summary>A day that there is not is asked for; it makes no report of progress of the line.</summary>
    [Theory]
    [InlineData("反馈 正定县 2月30日")]
    [InlineData("反馈 正定县 2026/11/31")]
    public async Task Line_WithADayThatThereIsNot_AsksForIt(string line)
    {
        var check = await chats.Leader.Say($"{line}\n{Table(3)}");
        Assert.Contains("3个问题", check.Text, StringComparison.Ordinal);
        Assert.Equal("", check.Input("on").Value);
        Assert.Contains("反馈问题清单模板", (await chats.Leader.Say(line)).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("反馈 1301-1 已完成初稿")]
    [InlineData("反馈 已完成初稿")]
    [InlineData("反馈 11月20日已报送方案")]
    [InlineData("反馈进展 1301-1 已报送")]
    public async Task Report_StaysAReport(string typed)
    {
        await chats.Leader.Say("交办 长安区 12月10日前 上报整改方案");
        await chats.Leader.Press("交办");

        Assert.DoesNotContain("下发巡视反馈", (await chats.Changan.Say(typed)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task LineAlone_OpensTheForm_FilledIn_AndWhatIsPastedThereIsChecked()
    {
        var form = await chats.Leader.Say("反馈 正定县 11月20日");
        Assert.Contains("反馈问题清单模板", form.Text, StringComparison.Ordinal);

        var check = await chats.Leader.PressOn(form, "检查反馈表", ("findingRows", Table(2)));

        Assert.Contains("下发2个问题", check.Text, StringComparison.Ordinal);
        Assert.Contains("11月20日", check.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task FileAlone_IsKnown_AsksForPlaceAndDay_AndIsGivenOut()
    {
        var check = await chats.Leader.SendFile("清单.csv", Encoding.UTF8.GetBytes(Table(4).Replace('\t', ',')));

        Assert.Contains("检查无误：4个问题待下发", check.Text, StringComparison.Ordinal);
        var again = await chats.Leader.PressOn(check, "下发4个问题");
        Assert.Contains("请填写", again.Text, StringComparison.Ordinal);

        var set = await chats.Leader.PressOn(again, "下发4个问题", ("place", "正定县"), ("on", "2026-11-20"));

        Assert.Contains("整改1301-1，4个问题", set.Text, StringComparison.Ordinal);
    }

    /// <summary>With no more headings than a number and the finding, every row is read, whatever stands between the cells.</summary>
    [Theory]
    [InlineData("序号,反馈问题", ',')]
    [InlineData("序号;反馈问题", ';')]
    [InlineData("序号\t反馈问题", '\t')]
    public async Task FileOfTwoColumns_IsReadWhole(string head, char between)
    {
        byte[] File(int rows) => Encoding.UTF8.GetBytes(
            head + "\n" + string.Join('\n', Enumerable.Range(1, rows).Select(i => $"{i}{between}问题{i}，没有整改到位")));

        var check = await chats.Leader.SendFile("清单.csv", File(30), "反馈 正定县 11月20日");
        Assert.Contains("检查无误：30个问题待下发", check.Text, StringComparison.Ordinal);
        Assert.Contains("1. 问题1，没有整改到位", check.Text, StringComparison.Ordinal);
        Assert.Contains(
            "有500个问题",
            (await chats.Leader.SendFile("清单.csv", File(500), "反馈 正定县 11月20日")).Text,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task FileWithTheLine_IsTakenWithIt()
    {
        var check = await chats.Leader.SendFile(
            "清单.csv",
            Encoding.UTF8.GetBytes(Table(4).Replace('\t', ',')),
            "反馈 正定县 11月20日");

        Assert.Contains("石家庄市正定县", check.Text, StringComparison.Ordinal);
        Assert.Empty(check.Inputs);
    }

    [Fact]
    public async Task SameTable_Twice_IsKnown_AndSaidWithItsSet()
    {
        var check = await chats.Leader.Say($"反馈 正定县 11月20日\n{Table(3)}");
        await chats.Leader.PressOn(check, "下发3个问题");

        Assert.Contains(
            "这一批已经下发过：整改1301-1",
            (await chats.Leader.PressOn(check, "下发3个问题")).Text,
            StringComparison.Ordinal);
        var again = await chats.Leader.Say($"反馈 正定县 11月20日\n{Table(3)}");
        Assert.Contains("没有重复下发", again.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(again.Buttons, button => button.Title.StartsWith("下发", StringComparison.Ordinal));
    }

    [Fact]
    public async Task WrongTable_NamesEachCell_AndGivesNothingOut()
    {
        var wrong = await chats.Leader.Say($"反馈 正定县 11月20日\n{Head}\n1\t占用耕地\t\t\t尽快\t\n2\t占用耕地\t\t\t\t随便\n");

        Assert.Contains("E2", wrong.Text, StringComparison.Ordinal);
        Assert.Contains("没有看懂时限“尽快”", wrong.Text, StringComparison.Ordinal);
        Assert.Contains("与第2行重复", wrong.Text, StringComparison.Ordinal);
        Assert.Contains("F3", wrong.Text, StringComparison.Ordinal);
        Assert.Contains("没有整改批次", (await chats.Leader.Say("整改")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task LongTable_IsPastedInOneMessage()
    {
        var rows = string.Join('\n', Enumerable.Range(1, 40).Select(i => $"{i}\t{new string('问', 200)}{i}\t\t\t\t"));

        var check = await chats.Leader.Say($"反馈 正定县 11月20日\n{Head}\n{rows}");

        Assert.Contains("下发40个问题", check.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("反馈 正定县 11月20日")]
    [InlineData("反馈问题")]
    public async Task WhoMayNot_IsTold(string typed)
    {
        foreach (var user in new[] { chats.Member, chats.City, chats.Zhengding })
        {
            Assert.Contains("组长", (await user.Say(typed)).Text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task WhoMayNotSee_GetsTheAnswerOfAnUnknownNumber()
    {
        await Open(3);

        foreach (var typed in new[] { "整改1301-1", "整改 1301-1" })
        {
            var unknown = (await chats.Changan.Say(typed.Replace("-1", "-9", StringComparison.Ordinal))).Text;
            Assert.Equal(
                unknown.Replace("-9", "-1", StringComparison.Ordinal),
                (await chats.Changan.Say(typed)).Text);
        }
    }

    /// <summary>The matter 1301-1 is a finding of the set 1301-1: said with its word, the number is that of the set.</summary>
    [Theory]
    [InlineData("add a finding to set 1301-1", "Add a finding|增加问题")]
    [InlineData("please add one more issue to rectification set 1301-1", "Add a finding|增加问题")]
    [InlineData("给整改1301-1加一个问题", "增加问题")]
    [InlineData("整改1301-1再增加一条问题", "增加问题")]
    [InlineData("整改1301-1减少一个问题", "减少问题")]
    [InlineData("把整改1301-1的第2个问题撤了", "减少问题")]
    [InlineData("take one finding out of set 1301-1", "Take a finding out|减少问题")]
    [InlineData("how is set 1301-1", "应整改3个|To be put right: 3")]
    [InlineData("how far is set no. 1301-1?", "应整改3个|To be put right: 3")]
    [InlineData("what about feedback 1301-1", "应整改3个|To be put right: 3")]
    [InlineData("整改1301-1怎么样了", "应整改3个|To be put right: 3")]
    [InlineData("整改1301-1进展如何", "应整改3个|To be put right: 3")]
    [InlineData("整改批次1301-1办到哪一步了", "应整改3个|To be put right: 3")]
    [InlineData("看看整改编号1301-1", "应整改3个|To be put right: 3")]
    [InlineData("整改1301-1的方案报了没有", "整改方案")]
    [InlineData("整改1301-1公示了吗", "公开")]
    [InlineData("what is made public of set 1301-1", "公开|made public|Disclosure")]
    [InlineData("整改1301-1有哪些问题", "3. 问题3")]
    [InlineData("整改1301-1什么时候检查", "已销号的整改问题|检查")]
    public async Task ANumberThatFollowsItsWord_IsThatOfTheSet(string said, string answered)
    {
        await Open(3);

        var seen = await chats.Leader.Say(said);
        Assert.Matches(answered, seen.Text);
        Assert.DoesNotMatch("第1个问题|finding 1 of|Finding 1", seen.Text);
    }

    /// <summary>What only its team may do is not offered to others: they see the set.</summary>
    [Theory]
    [InlineData("给整改1301-1加一个问题")]
    [InlineData("整改1301-1减少一个问题")]
    [InlineData("整改1301-1什么时候检查")]
    public async Task WhoMayNotChangeIt_SeesTheSet(string said)
    {
        await Open(3);

        Assert.Contains("应整改3个", (await chats.Zhengding.Say(said)).Text, StringComparison.Ordinal);
    }

    /// <summary>No step of the matter with that number is taken, and nothing is opened by a denial.</summary>
    [Theory]
    [InlineData("报结 整改1301-1")]
    [InlineData("申请延期 整改1301-1 到12月20日")]
    [InlineData("先别给整改1301-1加问题")]
    [InlineData("don't add a finding to set 1301-1 yet")]
    public async Task AStepOfAMatter_SaidOfASet_IsNotTaken(string said)
    {
        await Open(3);
        await chats.Zhengding.Say("签收 1301-1");
        var before = await chats.Store.ReadPrefixAsync(RowKeys.Matters.Table, "1301", RowKeys.Matters.History, 1000, default);

        var seen = await chats.Zhengding.Say(said);
        Assert.Matches("应整改3个|To be put right: 3", seen.Text);
        Assert.Matches("没有办理|先不办|Nothing|that waits", seen.Text);
        Assert.Equal(before.Count, (await chats.Store.ReadPrefixAsync(RowKeys.Matters.Table, "1301", RowKeys.Matters.History, 1000, default)).Count);
    }

    /// <summary>A verb, the end of another word, and a set that is not there.</summary>
    [Theory]
    [InlineData("set 1301-9 to urgent", "整改1301-9|set 1301-9", false)]
    [InlineData("what of asset 1301-9", "整改1301-9|set 1301-9", false)]
    [InlineData("how is set 1301-9", "整改1301-9|set 1301-9", true)]
    [InlineData("整改批次1301-9怎么样了", "整改1301-9", true)]
    public async Task AnotherWord_NamesNoSet(string said, string named, bool isSet)
    {
        await Open(3);

        var seen = (await chats.Leader.Say(said)).Text;
        Assert.Equal(isSet, named.Split('|').Any(name => seen.Contains(name, StringComparison.Ordinal)));
    }

    [Fact]
    public async Task FindingMore_WithAReason_IsTold_AndFindingLess_IsTakenOut()
    {
        var set = await Open(3);

        var form = await chats.Leader.PressOn(set, "增加问题");
        var wrong = await chats.Leader.PressOn(form, "增加这个问题", ("problem", "污水直排"));
        Assert.Contains("请填写", wrong.Text, StringComparison.Ordinal);
        var more = await chats.Leader.PressOn(wrong, "增加这个问题", ("problem", "污水直排"), ("topic", "生态环境"), ("reason", "补充反馈"));
        Assert.Contains("已增加第4个问题", more.Text, StringComparison.Ordinal);
        Assert.Contains("应整改4个", more.Text, StringComparison.Ordinal);
        await chats.Deliver();
        Assert.Contains(chats.Zhengding.Received, m => m.Summary.Contains("污水直排", StringComparison.Ordinal));

        var less = await chats.Leader.PressOn(
            await chats.Leader.PressOn(more, "减少问题"),
            "减少这个问题",
            ("index", "2"),
            ("reason", "与第1个重复"));
        Assert.Contains("已减少第2个问题", less.Text, StringComparison.Ordinal);
        Assert.Contains("应整改3个", less.Text, StringComparison.Ordinal);
        Assert.Contains("已减少1个", less.Text, StringComparison.Ordinal);
        var twice = await chats.Leader.PressOn(
            await chats.Leader.PressOn(less, "减少问题"),
            "减少这个问题",
            ("index", "2"),
            ("reason", "再减"));
        Assert.Contains("已经减少了", twice.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Set_IsOneLine_InMineAndLedger_AndOpensIntoItsFindings()
    {
        await Open(12);

        var mine = await chats.Zhengding.Say("我的事项");
        Assert.Contains("石家庄市正定县整改", mine.Text, StringComparison.Ordinal);
        Assert.Contains("12个问题未销号", mine.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("问题3", mine.Text, StringComparison.Ordinal);
        Assert.Contains("正定县整改", (await chats.Leader.Say("台账 正定县")).Text, StringComparison.Ordinal);

        var set = await chats.Zhengding.Say("整改 正定县");
        var findings = await chats.Zhengding.PressOn(set, "问题清单");
        Assert.Contains("3. 问题3", findings.Text, StringComparison.Ordinal);
        var next = await chats.Zhengding.PressOn(findings, "下一页");
        Assert.Contains("12. 问题12", next.Text, StringComparison.Ordinal);
    }

    /// <summary>A dated step that its place declines, and a finding that a department declines, are named in the line of the set.</summary>
    [Fact]
    public async Task WhatIsDeclinedOfASet_StandsInItsLine()
    {
        await Open(3);
        await chats.Zhengding.Do("1301-4", "申请退件", ("退件理由", "方案由市里报"));
        await chats.Leader.Do("1301-2", "移交", ("原地区是否知情", "told"), ("移交部门", "省审计厅"), ("原因", "核查"));
        await chats.Audit.Do("1301-2", "申请退件", ("退件理由", "不属审计范围"));

        foreach (var said in new[] { "我的事项", "台账 正定县" })
        {
            var seen = (await chats.Leader.Say(said)).Text;
            Assert.Matches("报送整改方案 [^\n]*\n?[^\n]*待定退件", seen);
            Assert.Contains("1个问题待定退件", seen, StringComparison.Ordinal);
        }

        Assert.Contains("待定退件", (await chats.Zhengding.Say("我的事项")).Text, StringComparison.Ordinal);
        Assert.Contains("待定退件", (await chats.Audit.Say("我的事项")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task CardOfAFinding_HasItsColumns_AndLeadsToItsSet()
    {
        await Open(3);

        var card = await chats.Zhengding.Say("1301-3");

        Assert.Contains("整改1301-1 第3个问题", card.Text, StringComparison.Ordinal);
        Assert.Contains("问题3，占用耕地", card.Text, StringComparison.Ordinal);
        Assert.Contains("自然资源局", card.Text, StringComparison.Ordinal);
        Assert.Contains("长期坚持", card.Text, StringComparison.Ordinal);
        Assert.Contains("应整改3个", (await chats.Zhengding.PressOn(card, "整改")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Standing_ClosesAsSuch_AndCountsAsPutRight()
    {
        await Open(3);
        await chats.Zhengding.Say("报结 1301-3 已建立长效机制");

        await chats.Leader.Say("办结 1301-3");
        await chats.Leader.Press("确认办结");

        Assert.Contains("长期坚持1个", (await chats.Leader.Say("整改 正定县")).Text, StringComparison.Ordinal);
        Assert.Contains("应整改3个　已整改1个　完成率33%", (await chats.Zhengding.Say("整改 正定县")).Text, StringComparison.Ordinal);
        Assert.Contains("已办结  ·  长期坚持", (await chats.Zhengding.Say("1301-3")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Register_IsTheSevenColumns_AndReadsBackAsTheSameFindings()
    {
        var set = await Open(12);

        var link = (await chats.Zhengding.PressOn(set, "整改台账（.xlsx）")).Links.Single();
        var file = (await chats.Fetch(link.Segments[^1]))!;

        var book = Assert.IsType<SheetReading.Book>(new SheetFiles().Read(file.Body));
        var sheet = Assert.Single(book.Sheets);
        Assert.StartsWith("石家庄市正定县巡视反馈问题整改台账", sheet.Rows[0].Cells[0], StringComparison.Ordinal);
        Assert.Equal(["序号", "反馈问题", "整改目标", "整改措施", "责任领导", "责任部门", "完成时限"], sheet.Rows[1].Cells);
        Assert.Equal(["1", "问题1，占用耕地", "复耕1", "", "", "自然资源局", "2027-05-20"], sheet.Rows[2].Cells);
        Assert.Equal("长期坚持", sheet.Rows[4].Cells[6]);
        var again = await chats.Leader.SendFile("台账.xlsx", file.Body, "反馈 正定县 11月20日");
        Assert.Contains("没有重复下发", again.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Room_HasNoCardOfAFinding_AndALineOfTheSet()
    {
        var room = chats.Channel();
        await chats.Office.SayIn(room, "绑定 石家庄市");
        await Open(5);
        await chats.Deliver();

        Assert.DoesNotContain(room.Messages, post => post.Text.Contains("1301-3", StringComparison.Ordinal));
        var ledger = await chats.Leader.SayIn(room, "整改 正定县");
        Assert.Contains("整改1301-1　正定县整改：未销号5，逾期0", ledger.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("占用耕地", ledger.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("整改方案什么时候报")]
    [InlineData("整改到位")]
    public async Task Sentence_ThatBeginsLikeIt_IsNoSet(string typed)
    {
        await Open(2);

        Assert.DoesNotContain("应整改", (await chats.Leader.Say(typed)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task English_Works()
    {
        var check = await chats.Leader.Say("feedback 正定县 20 November\nNo.\tFindings\tComplete by\n1\tFarmland is built on\twithin 6 months\n");
        Assert.Contains("2026-11-20", check.Text, StringComparison.Ordinal);
        Assert.Contains("2026-11-23", (await chats.Leader.Say("feedback 正定县 yesterday")).Inputs.Single(i => i.Id == "on").Value, StringComparison.Ordinal);

        await chats.Leader.PressOn(check, "Give out 1 finding");

        Assert.Contains("To be put right: 1. Put right: 0. That is 0%", (await chats.Leader.Say("rectification 正定县")).Text, StringComparison.Ordinal);
    }

    private static string Table(int findings) => string.Join('\n', Enumerable.Range(1, findings)
        .Select(i => $"{i}\t问题{i}，占用耕地\t复耕{i}\t自然资源局\t{(i == 2 ? "立行立改" : i == 3 ? "长期坚持" : "6个月内")}\t")
        .Prepend(Head));

    private async Task<Seen> Open(int findings)
    {
        var check = await chats.Leader.Say($"反馈 正定县 11月20日\n{Table(findings)}");
        return await chats.Leader.PressOn(check, $"下发{findings}个问题");
    }
}
