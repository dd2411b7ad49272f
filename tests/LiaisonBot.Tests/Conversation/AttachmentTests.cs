using System.Text;
using LiaisonBot.Conversation;
using LiaisonBot.Conversation.Sheets;
using LiaisonBot.Core.Evidence;
using LiaisonBot.Core.Matters;
using LiaisonBot.Tests.Evidence;
using NodaTime;

namespace LiaisonBot.Tests.Conversation;

/// <summary>
/// What comes with a message belongs to its step, goes with the form that it opens, or is asked about; what cannot be
/// kept is said. The words are carried out in any case.
/// </summary>
public sealed class AttachmentTests : IAsyncLifetime
{
    private const string Rows = "事项名称,责任地区,责任主体,目标任务,办理时限\n整改,长安区,,上报方案,2026-12-15";

    private Chats chats = null!;

    public async ValueTask InitializeAsync()
    {
        chats = await Chats.Open();
        await chats.Leader.Say("交办 长安区 12月20日前 上报整改方案");
        await chats.Leader.Press("交办");
        await chats.Changan.Say("签收 1301-1");
    }

    public ValueTask DisposeAsync() => chats.DisposeAsync();

    [Fact]
    public async Task HandIn_WithAFile_KeepsItWithTheStep()
    {
        var seen = await Send(chats.Changan, "报结 1301-1 方案已印发，见附件", Pdf("方案.pdf"));

        Assert.Contains("附件已随事项保存：“方案.pdf”（1 KB）", seen.Text, StringComparison.Ordinal);
        var matter = await Matter();
        Assert.Equal((MatterState.HandedIn, "方案已印发，见附件"), (matter.State, matter.Result));
        Assert.Equal("方案.pdf", matter.Evidence.Single().Name);
        Assert.Equal(Sample.Pdf("方案.pdf"), chats.Evidence.Read(matter.Evidence.Single().Id));
        Assert.Contains("附件：“方案.pdf”", (await chats.Changan.Press("办理记录")).Text, StringComparison.Ordinal);
        Assert.Contains("方案.pdf", (await chats.Leader.Say("1301-1")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SeveralFilesAndALink_AreAllKept()
    {
        var seen = await Send(
            chats.Changan,
            "反馈进展 1301-1 初稿已完成 https://contoso.sharepoint.com/sites/a?web=1",
            Pdf("一.pdf"),
            Pdf("二.pdf"));

        Assert.Contains("“一.pdf”", seen.Text, StringComparison.Ordinal);
        var matter = await Matter();
        Assert.Equal("初稿已完成", matter.Progress);
        Assert.Equal(["一.pdf", "二.pdf", "contoso.sharepoint.com/sites/a"], matter.Evidence.Select(e => e.Name));
    }

    [Fact]
    public async Task SameActivity_Again_AddsNothing()
    {
        var file = Pdf("方案.pdf");
        await Send(chats.Changan, "反馈进展 1301-1 初稿", file);
        await Send(chats.Changan, "反馈进展 1301-1 初稿", file);
        await chats.Changan.Take(Message(chats.Changan, "反馈进展 1301-1 初稿", file) with { Id = "again" });

        var matter = await Matter();
        Assert.Equal((1, 3), (matter.Evidence.Count, matter.LastEntry));
    }

    [Fact]
    public async Task SameWords_WithAnotherFile_AreAnotherStep()
    {
        await Send(chats.Changan, "反馈进展 1301-1 见附件", Pdf("一.pdf"));
        await chats.Changan.Take(Message(chats.Changan, "反馈进展 1301-1 见附件", Pdf("二.pdf")) with { Id = "other" });

        Assert.Equal(["一.pdf", "二.pdf"], (await Matter()).Evidence.Select(e => e.Name));
    }

    [Fact]
    public async Task Form_ThatIsFilledInLater_TakesTheFileAlong()
    {
        var form = await Send(chats.Changan, "报结 1301-1", Pdf("方案.pdf"));
        Assert.Contains("“方案.pdf”（1 KB）会随下面这一步一起保存", form.Text, StringComparison.Ordinal);
        Assert.Empty((await Matter()).Evidence);

        var wrong = await chats.Changan.Press("提交", ("result", ""));
        Assert.DoesNotContain("已随事项保存", wrong.Text, StringComparison.Ordinal);
        await chats.Changan.Press("提交", ("result", "已印发"));

        Assert.Equal("方案.pdf", (await Matter()).Evidence.Single().Name);
    }

    [Fact]
    public async Task Assignment_WithAFile_ReachesTheCounty()
    {
        var form = await Send(chats.Leader, "交办 正定县 12月15日前 上报统计表", Pdf("通知.pdf"));
        Assert.Equal("130123", form.Inputs.Single(i => i.Id == "area").Value);
        await chats.Leader.Press("交办");

        Assert.Contains("通知.pdf", (await chats.Zhengding.Say("1301-2")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Assignment_ToManyPlaces_TakesTheFileToEach()
    {
        await Send(chats.Leader, "交办 长安区、正定县 12月15日前 上报统计表", Pdf("通知.pdf"));
        await chats.Leader.Press("交办");
        await chats.Services.JobRunner.ResumeAsync(default);

        Assert.Contains("通知.pdf", (await chats.Zhengding.Say("1301-3")).Text, StringComparison.Ordinal);
        Assert.Contains("通知.pdf", (await chats.Changan.Say("1301-2")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task FileAlone_IsAskedAbout_AndPutWhereItBelongs()
    {
        var asked = await Send(chats.Changan, " ", Pdf("方案.pdf"));
        Assert.Contains("“方案.pdf”（1 KB）放到 1301-1，作为：", asked.Text, StringComparison.Ordinal);
        Assert.Equal(["反馈进展", "报结", "补充到“签收”", "不保存"], asked.Titles);

        var done = await chats.Changan.Press("补充到“签收”");

        Assert.Contains("已补充附件", done.Text, StringComparison.Ordinal);
        Assert.Equal("方案.pdf", (await Matter()).Evidence.Single().Name);
        Assert.Equal(Act.AddEvidence, (await Matter()).LastStep!.Act);
    }

    [Fact]
    public async Task FileAlone_OfSomebodyWithSeveralMatters_OffersTheOneJustSpokenOfFirst()
    {
        await chats.Leader.Assign("长安区", "先到期", "2026-12-01");
        await chats.Changan.Say("签收 1301-2");
        await chats.Changan.Say("1301-1");
        chats.Clock.Advance(Duration.FromMinutes(1));

        var asked = await Send(chats.Changan, "", Pdf("方案.pdf"));
        Assert.StartsWith("1301-1 ", asked.Titles.First(), StringComparison.Ordinal);
        await chats.Changan.Press(asked.Titles.First());
        await chats.Changan.Press("反馈进展");
        await chats.Changan.Press("提交", ("progress", "初稿"));

        Assert.Equal(("初稿", 1), ((await Matter()).Progress, (await Matter()).Evidence.Count));
    }

    [Fact]
    public async Task FileAlone_ThatIsNotWanted_IsNotKept()
    {
        await Send(chats.Changan, "", Pdf("方案.pdf"));
        Assert.Contains("没有保存", (await chats.Changan.Press("不保存")).Text, StringComparison.Ordinal);
        chats.Wait(20);
        await chats.Services.Evidence.SweepAsync([.. (await chats.Services.Directory.ReadAsync(default)).Partitions], default);
        Assert.Empty(chats.Evidence.Ids);
    }

    [Fact]
    public async Task OldCard_WhoseFilesAreGone_SaysSo_AndTakesTheStep()
    {
        await Send(chats.Changan, "报结 1301-1", Pdf("方案.pdf"));
        chats.Wait(4);
        var done = await chats.Changan.Press("提交", ("result", "已印发"));

        Assert.Contains("已超过3天，没有保存", done.Text, StringComparison.Ordinal);
        Assert.Equal((MatterState.HandedIn, 0), ((await Matter()).State, (await Matter()).Evidence.Count));
    }

    [Fact]
    public async Task WordsThatAreNoStep_AreAnswered_AndTheFileIsAskedAbout()
    {
        var seen = await Send(chats.Changan, "帮助", Pdf("方案.pdf"));
        Assert.Contains("您可以这样说", seen.Text, StringComparison.Ordinal);
        Assert.Contains("放到 1301-1，作为：", seen.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("报结1301-1了吗")]
    [InlineData("1301-1 先别报结")]
    [InlineData("报结 1301-1 需要附件吗")]
    public async Task QuestionOrDenial_WithAFile_TakesNoStep_AndTheFileIsNotLost(string words)
    {
        var seen = await Send(chats.Changan, words, Pdf("方案.pdf"));

        Assert.Equal((MatterState.InProgress, 0), ((await Matter()).State, (await Matter()).Evidence.Count));
        Assert.Contains("方案.pdf", seen.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Undo_TakesItFromView_WithARowInTheHistory()
    {
        await Send(chats.Changan, "报结 1301-1 已印发", Pdf("方案.pdf"));
        await chats.Changan.Say("撤销 1301-1");

        Assert.DoesNotContain("方案.pdf", (await chats.Changan.Say("1301-1")).Text, StringComparison.Ordinal);
        Assert.Contains("不再显示的附件：“方案.pdf”", (await chats.Changan.Press("办理记录")).Text, StringComparison.Ordinal);
    }

    public static TheoryData<string, byte[], string> NotKept => new()
    {
        { "病毒.pdf", [.. "MZ"u8, 0x90, 0], "只收 PDF" },
        { "材料.zip", Sample.Zip("a.docx"), "压缩包不收" },
        { "宏.docm", Sample.Zip("[Content_Types].xml", "word/vbaProject.bin"), "文件里有宏" },
        { "空.txt", [], "文件是空的" },
    };

    // Not a line of the theory: when tests are listed, each byte of a line becomes some text.
    [Fact]
    public Task FileThatIsTooLarge_IsSaidWhy_AndTheWordsAreCarriedOut() =>
        FileThatIsNotKept_IsSaidWhy_AndTheWordsAreCarriedOut(
            "大.pdf",
            [.. "%PDF-"u8, .. new byte[EvidenceLimits.FileBytes]],
            "超过50MB");

    [Theory]
    [MemberData(nameof(NotKept))]
    public async Task FileThatIsNotKept_IsSaidWhy_AndTheWordsAreCarriedOut(string name, byte[] content, string why)
    {
        var seen = await Send(chats.Changan, "报结 1301-1 已印发", chats.Upload(name, content), Pdf("方案.pdf"));

        Assert.Contains($"“{name}”没有保存：", seen.Text, StringComparison.Ordinal);
        Assert.Contains(why, seen.Text, StringComparison.Ordinal);
        Assert.Equal((MatterState.HandedIn, "方案.pdf"), ((await Matter()).State, (await Matter()).Evidence.Single().Name));
    }

    [Fact]
    public async Task FileThatIsSpokenOf_AndNotKept_IsNotCalledMissing()
    {
        var seen = await Send(chats.Changan, "反馈进展 1301-1 见附件", chats.Upload("方案.pdf", [.. "MZ"u8, 0x90, 0]));

        Assert.Contains("“方案.pdf”没有保存：", seen.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("没有收到", seen.Text, StringComparison.Ordinal);
        Assert.Contains(
            "放到 1301-1",
            (await Send(chats.Changan, "", Pdf("方案.pdf"))).Text,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task MoreFilesThanOneMessageBrings_AreNamed()
    {
        var seen = await Send(
            chats.Changan,
            "反馈进展 1301-1 照片",
            [.. Enumerable.Range(1, 12).Select(n => Pdf($"{n}.pdf"))]);

        Assert.Contains("还有2个文件没有保存，一条消息最多10个，请再发一次：11.pdf、12.pdf", seen.Text, StringComparison.Ordinal);
        Assert.Equal(10, (await Matter()).Evidence.Count);
    }

    [Theory]
    [InlineData("退回 1301-1 请补充现场照片", false)]
    [InlineData("退回 1301-1 照片不清楚，重新拍", false)]
    [InlineData("退回 1301-1 按附件要求修改，见附件", true)]
    [InlineData("留言 1301-1 请附图斑编号", false)]
    [InlineData("留言 1301-1 按附表二填报", false)]
    [InlineData("留言 1301-1 要求见附件", true)]
    public async Task WordsToThePlace_WantAFileOfIt_AndMissNone(string words, bool isMissed)
    {
        await chats.Changan.Say("报结 1301-1 已印发");
        var seen = await chats.Leader.Say(words);
        if (seen.Titles.Contains("确认退回"))
        {
            seen = await chats.Leader.Press("确认退回");
        }

        Assert.Equal(isMissed, seen.Text.Contains("没有收到", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Link_WithChineseInIt_IsWhole_AndItsQuestionMarkAsksNothing()
    {
        await Send(chats.Changan, "报结 1301-1 已印发 https://contoso.sharepoint.com/sites/a/整改/方案.docx?web=1");

        var matter = await Matter();
        Assert.Equal((MatterState.HandedIn, "已印发"), (matter.State, matter.Result));
        Assert.Equal("contoso.sharepoint.com/sites/a/整改/方案.docx", matter.Evidence.Single().Name);
    }

    [Theory]
    [InlineData("见https://contoso.com/a/b已印发", "https://contoso.com/a/b")]
    [InlineData("https://contoso.com/整改方案.docx，请核对", "https://contoso.com/整改方案.docx")]
    [InlineData("https://contoso.com/a/整改", "https://contoso.com/a/")]
    [InlineData("https://contoso.com/a?名称=整改方案&b=1。", "https://contoso.com/a?名称=整改方案&b=1")]
    [InlineData("https://contoso.com/a。见 https://contoso.com/b/二期?web=1", "https://contoso.com/a", "https://contoso.com/b/二期?web=1")]
    public void Links_EndWhereAnAddressCannotGoOn(string text, params string[] links) =>
        Assert.Equal(links, LiaisonBot.Conversation.Phrases.LinksIn.Text(text));

    [Fact]
    public async Task FileThatIsSpokenOfTwice_EndsEachSentenceOnce()
    {
        await chats.Changan.Say("反馈进展 1301-1 见附件");
        var seen = await chats.Changan.Say("反馈进展 1301-1 见附件");

        Assert.Contains("没有重复登记。话里说到的附件没有收到", seen.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task FilesThatAreAway_AreSaid_AndTheWordsAreCarriedOut()
    {
        chats.Evidence.Fails = _ => true;
        var seen = await Send(chats.Changan, "报结 1301-1 已印发", Pdf("方案.pdf"));

        Assert.Contains("“方案.pdf”没有保存：暂时存不了", seen.Text, StringComparison.Ordinal);
        Assert.Equal(MatterState.HandedIn, (await Matter()).State);
        Assert.Contains(
            "没能取到",
            (await Send(chats.Changan, "帮助", new SentFile("走了.pdf", new("https://contoso.sharepoint.com/x")))).Text,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task MoreThanAMatterMayHave_IsSaid_AndTheWordsAreCarriedOut()
    {
        for (var i = 0; i < 2; i++)
            await Send(chats.Changan, $"反馈进展 1301-1 第{i}批", [.. Enumerable.Range(0, 10).Select(n => Pdf($"{i}-{n}.pdf"))]);
        var seen = await Send(chats.Changan, "报结 1301-1 已印发", Pdf("方案.pdf"));

        Assert.Contains("这件事项已有20个附件和链接，最多20个。话已照办", seen.Text, StringComparison.Ordinal);
        Assert.Equal((MatterState.HandedIn, 20), ((await Matter()).State, (await Matter()).Evidence.Count));
    }

    [Fact]
    public async Task Evidence_IsOpened_ByWhoeverMaySeeTheMatter_AsLongAsTheyMay()
    {
        await Send(chats.Changan, "报结 1301-1 已印发 https://contoso.sharepoint.com/a", Pdf("方案.pdf"));
        await chats.Leader.Say("1301-1");
        var list = await chats.Leader.Press("打开附件");
        Assert.Equal(2, list.Links.Count);
        var token = list.Links.Single(link => link.Host == "127.0.0.1").Segments[^1];

        var kept = Assert.IsType<Download.Kept>(await chats.Downloads.FetchAsync(token, "browser", default));
        using var read = new MemoryStream();
        await kept.Bytes.CopyToAsync(read, TestContext.Current.CancellationToken);
        Assert.Equal(Sample.Pdf("方案.pdf"), read.ToArray());
        Assert.Null(await chats.Downloads.FetchAsync(token, "another", default));
        Assert.Contains("没有找到", (await chats.Zhengding.Say("附件 1301-1")).Text, StringComparison.Ordinal);

        // Undone meanwhile: the link leads to nothing any more.
        await chats.Changan.Say("撤销 1301-1");
        Assert.Null(await chats.Downloads.FetchAsync(token, "browser", default));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Scanner_IsRespected(bool malicious)
    {
        await Send(chats.Changan, "报结 1301-1 已印发", Pdf("方案.pdf"));
        var token = (await chats.Changan.Say("附件 1301-1")).Links.Single().Segments[^1];
        chats.Evidence.Verdict = _ => malicious ? new EvidenceContent.Malicious() : new EvidenceContent.NotScanned();

        var refused = Assert.IsType<Download.Refused>(await chats.Downloads.FetchAsync(token, "browser", default));
        Assert.Contains(malicious ? "查出病毒" : "还没有查完病毒", refused.Why.Chinese, StringComparison.Ordinal);
        chats.Evidence.Verdict = _ => null;
        Assert.IsType<Download.Kept>(await chats.Downloads.FetchAsync(token, "browser", default));
    }

    [Theory]
    [InlineData("1301-1有附件吗")]
    [InlineData("附件 1301-1")]
    [InlineData("1301-1的附件")]
    public async Task Evidence_IsAskedFor(string words)
    {
        Assert.Contains("还没有附件或链接", (await chats.Changan.Say("附件 1301-1")).Text, StringComparison.Ordinal);
        await Send(chats.Changan, "反馈进展 1301-1 初稿", Pdf("方案.pdf"));
        Assert.Contains("方案.pdf", (await chats.Changan.Say(words)).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("导入")]
    [InlineData("请导入这个表")]
    [InlineData("按表格交办")]
    [InlineData("交办表格里的事项")]
    [InlineData("请把附件里的事项都交办了")]
    public async Task Table_AloneOrAskedFor_IsImported_AndWhatCameWithItIsAskedAbout(string words)
    {
        var seen = await Send(
            chats.Leader,
            words,
            chats.Upload("清单.csv", Encoding.UTF8.GetBytes(Rows)),
            Pdf("说明.pdf"));

        Assert.Contains("1项待交办", seen.Text, StringComparison.Ordinal);
        Assert.Contains("“说明.pdf”（1 KB）放到 1301-1，作为：", seen.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TableAlone_ThatIsNoImport_IsAskedAbout_AlsoAsOne()
    {
        var asked = await Send(chats.Leader, "", chats.Upload("统计.csv", Encoding.UTF8.GetBytes("区县,件数\n长安区,3")));
        Assert.Contains("这是要导入的表格", asked.Titles);

        Assert.Contains("没有找到表头", (await chats.Leader.Press("这是要导入的表格")).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true, true, "图片没有保存：没能取到")]
    [InlineData(false, true, "附件没有保存：没能取到")]
    [InlineData(false, false, "附件没有保存：本单位的 Teams 不把文件交给机器人")]
    public async Task WhatCannotBeFetched_IsSaid_WithWhatToDo(bool picture, bool fromTeams, string says)
    {
        await using var other = await Chats.Open(fromTeams: fromTeams);
        var seen = await other.Changan.Take(Message(other.Changan, "帮助") with { HasOther = true, OnlyPictures = picture });
        Assert.Contains(says, seen.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task InAChannel_NothingIsKept_AndNoNameIsSaid()
    {
        var room = chats.Channel();
        var seen = await chats.Changan.Take(new ChatEvent.Message("r", room.Address(chats.Changan), chats.Changan.ObjectId, false, null, "帮助")
        {
            Files = [Pdf("密件.pdf")]
        });

        Assert.Contains("附件没有保存：群里的文件我拿不到", seen.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("密件", seen.Text, StringComparison.Ordinal);
        Assert.Empty(chats.Evidence.Ids);
    }

    [Fact]
    public async Task InEnglish_ItIsSaidInEnglish()
    {
        chats.Changan.Locale = "en-US";
        Assert.Contains(
            "Kept with the matter: “plan.pdf” (1 KB).",
            (await Send(chats.Changan, "hand in 1301-1 the plan is issued", Pdf("plan.pdf"))).Text,
            StringComparison.Ordinal);
        Assert.Contains("Put “more.pdf” (1 KB) with 1301-1 as:", (await Send(chats.Changan, "", Pdf("more.pdf"))).Text, StringComparison.Ordinal);
        Assert.Contains("Evidence added", (await chats.Changan.Press("An addition to “Hand in”")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Papers_NameTheEvidence()
    {
        await Send(chats.Changan, "反馈进展 1301-1 初稿", Pdf("方案.pdf"));
        var file = (await chats.Fetch((await chats.Leader.Say("导出")).Links.Single().Segments[^1]))!;
        using var zip = new System.IO.Compression.ZipArchive(new MemoryStream(file.Body));
        var texts = zip.Entries.Where(e => e.Name.EndsWith(".xml", StringComparison.Ordinal)).Select(e => new StreamReader(e.Open()).ReadToEnd());
        Assert.Contains(texts, text => text.Contains("方案.pdf", StringComparison.Ordinal));
    }

    private async Task<Matter> Matter() =>
        (await chats.Matters.FindAsync(
            (await chats.Services.Directory.ReadAsync(default)).ByObjectId(chats.Office.ObjectId)!,
            MatterNumber.Parse("2026-1301-000001"),
            default))!.Matter;

    private SentFile Pdf(string name) => chats.Upload(name, Sample.Pdf(name));

    private static Task<Seen> Send(User user, string words, params IReadOnlyList<SentFile> files) =>
        user.Take(Message(user, words, files));

    private static ChatEvent.Message Message(User user, string words, params IReadOnlyList<SentFile> files) =>
        new("with-" + words + files.Count, user.Address, user.ObjectId, true, user.Locale, words)
        {
            Files = files,
            Links = LiaisonBot.Conversation.Phrases.LinksIn.Text(words),
        };
}
