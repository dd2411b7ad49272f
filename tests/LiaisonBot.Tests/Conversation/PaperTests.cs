using System.IO.Compression;
using System.Xml.Linq;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using DocumentFormat.OpenXml.Wordprocessing;
using LiaisonBot.Conversation.OfficeReports;
using LiaisonBot.Conversation.Sheets;
using LiaisonBot.Core.People;
using LiaisonBot.Sheets;

namespace LiaisonBot.Tests.Conversation;

/// <summary>
/// Papers and files that are asked for in the chat: what is meant, what stands in them, and for whom.
/// </summary>
public sealed class PaperTests : IAsyncLifetime
{
    private Chats chats = null!;

    public async ValueTask InitializeAsync()
    {
        chats = await Chats.Open();
        await chats.Everything();
    }

    public ValueTask DisposeAsync() => chats.DisposeAsync();

    [Theory]
    [InlineData("打印1301-1的交办单")]
    [InlineData("打印 1301-1")]
    [InlineData("打印一下1301-1")]
    [InlineData("打印一份1301-1交办单")]
    [InlineData("交办单 1301-1")]
    [InlineData("请打印1301-1的交办单")]
    [InlineData("1301-1 打印")]
    [InlineData("1301-1 交办单")]
    [InlineData("print 1301-1")]
    [InlineData("print the matter sheet of 1301-1")]
    public async Task Matter_IsPrinted(string said)
    {
        var file = await Fetch(await chats.Leader.Say(said));

        Assert.EndsWith("1301-1.docx", file.FileName, StringComparison.Ordinal);
        var matter = (await chats.Services.Matters
            .FindAsync(await Person(chats.Leader), Core.Matters.MatterNumber.Parse("2026-1301-1"), default))!.Matter;
        var text = Text(file.Body);
        Assert.Contains(matter.Number.Full("冀巡交"), text, StringComparison.Ordinal);
        Assert.Contains(matter.Title, text, StringComparison.Ordinal);
        Assert.Contains(matter.Target, text, StringComparison.Ordinal);
        Assert.Contains(
            said[0] is 'p'
                ? LiaisonBot.Core.Storage.Columns.Date(matter.Due)
                : $"{matter.Due.Year}年{matter.Due.Month}月{matter.Due.Day}日",
            text,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("督办通知单 {0}", "督办通知单")]
    [InlineData("打印{0}的督办通知单", "督办通知单")]
    [InlineData("{0} 督办单", "督办通知单")]
    [InlineData("supervision notice {0}", "Supervision notice")]
    public async Task SupervisedMatter_HasANotice_WithTheReason(string said, string title)
    {
        var number = await chats.Office.Assign("长安区", "拆除违建", "2026-12-01");
        await chats.Office.Do(number, "挂账督办", ("原因", "群众反映强烈"));
        chats.Wait(7);

        var file = await Fetch(await chats.Office.Say(string.Format(System.Globalization.CultureInfo.InvariantCulture, said, number)));

        Assert.Equal($"{title} 2026-{number}.docx", file.FileName);
        var text = Text(file.Body);
        foreach (var part in new[] { title, "拆除违建", "群众反映强烈", "长安区党委办公室", "省委巡视办", number })
        {
            Assert.Contains(part, text, StringComparison.Ordinal);
        }

        Assert.Contains(said[0] == 's' ? "by 3 calendar days" : "逾期3天", text, StringComparison.Ordinal);
        Assert.Contains(said[0] == 's' ? "Supervision ledger" : "已列入挂账督办", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task MatterThatIsNotSupervised_HasNoNotice_AndItsSheetIsOffered()
    {
        var number = await chats.Office.Assign("长安区", "拆除违建");
        var card = await chats.Office.Say($"督办通知单 {number}");
        Assert.Empty(card.Links);
        Assert.Contains("没有督办通知单可打", card.Text, StringComparison.Ordinal);
        Assert.Contains("交办单", Text((await Fetch(await chats.Office.Press("交办单"))).Body), StringComparison.Ordinal);

        // Called off between the word and the press on the link.
        await chats.Office.Do(number, "挂账督办", ("原因", "群众反映强烈"));
        var notice = await chats.Changan.Say($"督办通知单 {number}");
        Assert.Single(notice.Links);
        Assert.Empty((await chats.Lunan.Say($"督办通知单 {number}")).Links);
    }

    [Theory]
    [InlineData("周报", "周报")]
    [InlineData("本周周报", "周报")]
    [InlineData("上周周报", "周报")]
    [InlineData("打印本周的周报", "周报")]
    [InlineData("给我一份本周周报", "周报")]
    [InlineData("本月通报", "通报")]
    [InlineData("上月通报", "通报")]
    [InlineData("打印上个月的通报", "通报")]
    [InlineData("周报 石家庄", "周报")]
    [InlineData("weekly report", "Weekly report")]
    [InlineData("monthly report", "Monthly report")]
    public async Task Report_IsOfTheWeekOrMonth(string said, string title)
    {
        var card = await chats.Leader.Say(said);
        Assert.Contains(title, Text((await Fetch(card)).Body), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("周报 不用发了")]
    [InlineData("上周的周报要不要打印")]
    [InlineData("通讯录不要发excel")]
    [InlineData("月报别打印了")]
    [InlineData("打印1301-1的交办单吗")]
    public async Task WhatIsDeniedOrAsked_GivesNoFile_AndIsNoPlace(string said)
    {
        var card = await chats.Leader.Say(said);

        Assert.Empty(card.Links);
        Assert.DoesNotContain("没有找到地区", card.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("通讯录发我一份excel")]
    [InlineData("导出通讯录")]
    [InlineData("通讯录 excel")]
    [InlineData("打印通讯录")]
    [InlineData("export directory")]
    public async Task Directory_IsSaved_WithThoseWhomOneMayKnow(string said)
    {
        foreach (var user in new[] { chats.Office, chats.Leader, chats.Changan })
        {
            var file = await Fetch(await user.Say(said));
            Assert.EndsWith(".xlsx", file.FileName, StringComparison.Ordinal);
            var rows = Assert.IsType<SheetReading.Book>(new SheetFiles().Read(file.Body)).Sheets[0].Rows
                .Skip(2)
                .ToList();
            Assert.NotEmpty(rows);
            Assert.Equal(user == chats.Office, rows.Exists(row => row.At(0).Contains("路南区", StringComparison.Ordinal)));
        }
    }

    [Theory]
    [InlineData("通讯录")]
    [InlineData("通讯录 长安区")]
    public async Task Directory_IsShown_WhereNoFileIsAskedFor(string said) =>
        Assert.Empty((await chats.Leader.Say(said)).Links);

    [Theory]
    [InlineData("打印")]
    [InlineData("交办单")]
    [InlineData("打印 1301-1 1301-2")]
    [InlineData("打印那个垃圾分类的")]
    [InlineData("打印 1301-1 不对")]
    public async Task WhatIsNotClear_MakesNoFile_AndSaysSo(string said)
    {
        var card = await chats.Leader.Say(said);
        Assert.Empty(card.Links);
        Assert.Contains("1301-12", card.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Matter_ThatOneMayNotSee_IsNotThere()
    {
        foreach (var user in chats.Everyone)
        {
            var seen = await chats.Services.Matters
                .FindAsync(await Person(user), Core.Matters.MatterNumber.Parse("2026-1301-1"), default) is not null;
            var card = await user.Say("打印 1301-1");
            Assert.Equal(seen, card.Links.Count == 1);
        }
    }

    [Fact]
    public async Task Matter_ThatOneMaySeeNoMore_IsNotThereBehindTheLinkEither()
    {
        var card = await chats.Changan.Say("打印 1301-1");
        var changan = await Person(chats.Changan);
        Assert.Single(card.Links);
        await chats.Services.People
            .RemoveGrantAsync(await Person(chats.Office), changan.Id, changan.Grants[0], default);

        Assert.Null(await chats.Downloads.FetchAsync(Token(card), "browser", default));
    }

    [Fact]
    public async Task Papers_OfEverything_AreWellFormed_AndLookAsOfficialPapersDo()
    {
        foreach (var said in new[] { "打印 1301-1", "本周周报", "本月通报" })
        {
            using var file = WordprocessingDocument.Open(new MemoryStream((await Fetch(await chats.Office.Say(said))).Body), false);
            Assert.Empty(new OpenXmlValidator(FileFormatVersions.Office2019)
                .Validate(file)
                .Select(e => $"{said}: {e.Path?.XPath} {e.Description}"));
            var section = file.MainDocumentPart!.Document!.Body!.Elements<SectionProperties>().Single();
            var (size, margin) = (section.GetFirstChild<PageSize>()!, section.GetFirstChild<PageMargin>()!);
            // A4; 37 mm above, 28 mm left, 26 mm right, 35 mm below.
            Assert.Equal((11906u, 16838u), (size.Width!.Value, size.Height!.Value));
            Assert.Equal(
                (37, 28, 26, 35),
                (Millimetres(margin.Top!),
                    Millimetres((int)margin.Left!.Value),
                    Millimetres((int)margin.Right!.Value),
                    Millimetres(margin.Bottom!)));
            var title = file.MainDocumentPart.Document.Body
                .Elements<Paragraph>()
                .First()
                .Descendants<RunProperties>()
                .First();
            Assert.Equal(("方正小标宋简体", "44"), (title.RunFonts!.EastAsia!.Value, title.FontSize!.Val!.Value));
            Assert.Contains(
                file.MainDocumentPart.FontTablePart!.Fonts!.Elements<Font>(),
                font =>
                    font.Name == "仿宋_GB2312"
                        && font.AltName!.Val!.Value!.Contains("FangSong", StringComparison.Ordinal));
            Assert.Equal(2, file.MainDocumentPart.FooterParts.Count());
        }

        static int Millimetres(int twentiethsOfAPoint) => (int)Math.Round(twentiethsOfAPoint * 25.4 / 1440);
    }

    /// <summary>Places stand in the order of their codes, whatever they have done.</summary>
    [Fact]
    public async Task Report_PutsNoPlaceBeforeAnother()
    {
        using var file = WordprocessingDocument.Open(new MemoryStream((await Fetch(await chats.City.Say("本月通报"))).Body), false);
        var places = file.MainDocumentPart!.Document!.Body!
            .Elements<Table>()
            .First()
            .Elements<TableRow>()
            .Skip(1)
            .Select(row => row.Elements<TableCell>().First().InnerText)
            .ToList();
        var areas = (await chats.Services.Directory.ReadAsync(default)).Areas;
        Assert.True(places.Count > 2, string.Join(' ', places));
        Assert.Equal("合计", places[^1]);
        var codes = places.SkipLast(1)
            .Select(place => Assert.Single(areas.All, a => a.Name == place && a.Code.City.Value == "1301").Code.Value)
            .ToList();
        Assert.Equal(codes.Order(StringComparer.Ordinal), codes);
    }

    /// <summary>Strict readers, ExcelJS among them, know the elements of a workbook without a prefix only.</summary>
    [Fact]
    public async Task Workbooks_HaveNoPrefixes()
    {
        foreach (var said in new[] { "导出", "导出通讯录" })
        {
            using var zip = new ZipArchive(new MemoryStream((await Fetch(await chats.Office.Say(said))).Body));
            foreach (var entry in zip.Entries.Where(e => e.FullName.StartsWith("xl/", StringComparison.Ordinal)))
            {
                await using var part = await entry.OpenAsync();
                Assert.All(
                    XDocument.Load(part).Descendants(),
                    element => Assert.Equal("", element.GetPrefixOfNamespace(element.Name.Namespace) ?? ""));
            }
        }
    }

    private async Task<Person> Person(User user) =>
        (await chats.Services.Directory.ReadAsync(default)).ByObjectId(user.ObjectId)!;

    private static string Token(Seen card) => card.Links.Single().Segments[^1];

    private async Task<OfficeReport> Fetch(Seen card) =>
        (await chats.Fetch(Token(card)))!;

    private static string Text(byte[] file)
    {
        using var document = WordprocessingDocument.Open(new MemoryStream(file), false);
        return document.MainDocumentPart!.Document!.Body!.InnerText;
    }
}
