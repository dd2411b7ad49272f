using System.Text;
using LiaisonBot.Core.Evidence;

namespace LiaisonBot.Tests.Evidence;

/// <summary>What a file is says its content; its name is put right by it.</summary>
[Trait("Kind", "Pure")]
public class FileKindTests
{
    public static TheoryData<string, byte[], string> Kept => new()
    {
        { "pdf", Sample.Pdf(), "pdf" },
        { "docx", Sample.Docx(), "docx" },
        { "xlsx", Sample.Zip("[Content_Types].xml", "xl/workbook.xml"), "xlsx" },
        { "pptx", Sample.Zip("_rels/.rels", "[Content_Types].xml", "ppt/presentation.xml"), "pptx" },
        { "ofd", Sample.Zip("Doc_0/Document.xml", "OFD.xml"), "ofd" },
        { "doc", Sample.Ole("Root Entry", "WordDocument"), "doc" },
        { "wps", Sample.Ole("Root Entry", "1Table", "WordDocument"), "doc" },
        { "et", Sample.Ole("Root Entry", "Workbook"), "xls" },
        { "dps", Sample.Ole("Root Entry", "PowerPoint Document"), "ppt" },
        { "docx with a password", Sample.Ole("Root Entry", "EncryptedPackage"), "docx" },
        { "jpg", [0xFF, 0xD8, 0xFF, 0xE0, 0, 16], "jpg" },
        { "png", [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0], "png" },
        { "heic", [0, 0, 0, 24, .. "ftypheic"u8, 0, 0], "heic" },
        { "mp4", [0, 0, 0, 24, .. "ftypisom"u8, 0, 0], "mp4" },
        { "mov", [0, 0, 0, 20, .. "ftypqt  "u8, 0, 0], "mp4" },
        { "text", Encoding.UTF8.GetBytes("已完成，共9处"), "txt" },
        { "csv in UTF-16", [0xFF, 0xFE, .. Encoding.Unicode.GetBytes("区县,件数")], "txt" },
        { "text in GB 18030", [0xD2, 0xD1, 0xCD, 0xEA, 0xB3, 0xC9], "txt" },
    };

    [Theory]
    [MemberData(nameof(Kept))]
    public async Task Kind_OfWhatOfficesSend(string what, byte[] content, string extension)
    {
        var (kind, _) = await Of(content);
        Assert.True(kind?.Extension == extension, $"{what} is {kind?.Extension}");
    }

    public static TheoryData<string, byte[], FileFault> Refused => new()
    {
        { "nothing", [], FileFault.Empty },
        { "program", [.. "MZ"u8, 0x90, 0, 3, 0, 0, 0], FileFault.NotAllowed },
        { "program of Linux", [0x7F, .. "ELF"u8, 2, 1, 1, 0], FileFault.NotAllowed },
        { "installer", Sample.Ole("Root Entry", "\u4840\u3F3F"), FileFault.NotAllowed },
        { "page", Encoding.UTF8.GetBytes("<!DOCTYPE html><p>x"), FileFault.NotAllowed },
        { "page with a gap before", Encoding.UTF8.GetBytes("\r\n  <HTML>"), FileFault.NotAllowed },
        { "picture with a script", Encoding.UTF8.GetBytes("<svg onload=alert(1)>"), FileFault.NotAllowed },
        { "script in text", Encoding.UTF8.GetBytes("hello <script>x</script>"), FileFault.NotAllowed },
        { "shell script", Encoding.UTF8.GetBytes("#!/bin/sh\nrm"), FileFault.NotAllowed },
        { "zip", Sample.Zip("a.txt", "run.exe"), FileFault.Archive },
        { "zip that names itself word", Sample.Zip("word/document.xml"), FileFault.Archive },
        { "rar", [.. "Rar!"u8, 0x1A, 7, 0], FileFault.Archive },
        { "7z", [(byte)'7', (byte)'z', 0xBC, 0xAF, 0x27, 0x1C], FileFault.Archive },
        { "docm", Sample.Zip("[Content_Types].xml", "word/document.xml", "word/vbaProject.bin"), FileFault.Macros },
        { "zip cut short", Sample.Docx()[..40], FileFault.Archive },
        { "old file cut short", Sample.Ole("Root Entry")[..400], FileFault.NotAllowed },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public async Task Kind_OfAnythingElse_IsNone(string what, byte[] content, FileFault fault)
    {
        var (kind, why) = await Of(content);
        Assert.True(kind is null && why == fault, $"{what} is {kind?.Extension} {why}");
    }

    [Theory]
    [InlineData("方案.pdf", "pdf", "方案.pdf")]
    [InlineData("方案.PDF", "pdf", "方案.PDF")]
    [InlineData("方案.exe", "pdf", "方案.exe.pdf")]
    [InlineData("方案", "pdf", "方案.pdf")]
    [InlineData("", "pdf", "附件.pdf")]
    [InlineData("...", "pdf", "附件.pdf")]
    [InlineData("报表.et", "xls", "报表.et")]
    [InlineData("C:\\Users\\a\\方案.pdf", "pdf", "方案.pdf")]
    [InlineData("../../etc/passwd", "txt", "passwd.txt")]
    [InlineData("a\u202Efdp.exe", "pdf", "afdp.exe.pdf")]
    [InlineData("a\u0000b\r\nSet-Cookie: x.pdf", "pdf", "a b Set-Cookie_ x.pdf")]
    [InlineData("%E6%96%B9%E6%A1%88.pdf", "pdf", "方案.pdf")]
    [InlineData("100%25.pdf", "pdf", "100_25.pdf")]
    [InlineData("\u00E6\u0096\u00B9\u00E6\u00A1\u0088.pdf", "pdf", "方案.pdf")]
    [InlineData("Caf\u00E9.pdf", "pdf", "Café.pdf")]
    [InlineData("con.pdf", "pdf", "附件.pdf")]
    [InlineData("a\"b<c>.pdf", "pdf", "a_b_c_.pdf")]
    [InlineData("零\u200B宽\u200F.pdf", "pdf", "零宽.pdf")]
    public void Name_ThatIsLeft(string typed, string kind, string name) =>
        Assert.Equal(name, EvidenceName.Of(typed, FileKind.All.Single(k => k.Extension == kind), "附件"));

    [Fact]
    public void Name_ThatIsVeryLong_KeepsItsExtension()
    {
        var pdf = FileKind.All.Single(k => k.Extension == "pdf");
        var name = EvidenceName.Of(string.Concat(Enumerable.Repeat("😀", 5000)) + ".pdf", pdf, "附件");
        Assert.InRange(name.Length, 100, EvidenceLimits.Name);
        Assert.EndsWith("😀.pdf", name, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://contoso.sharepoint.com/sites/a/%E6%96%B9%E6%A1%88.pdf?web=1", "contoso.sharepoint.com/sites/a/方案.pdf")]
    [InlineData("http://www.hebei.gov.cn", "www.hebei.gov.cn")]
    [InlineData("javascript:alert(1)", null)]
    [InlineData("file:///etc/passwd", null)]
    [InlineData("https://bank.example@evil.example/x", null)]
    [InlineData("https://", null)]
    public void Link_IsTaken_OrNot(string address, string? shown) =>
        Assert.Equal(shown, EvidenceItem.OfLink(address)?.Name);

    [Fact]
    public void Item_IsReadAsItWasWritten()
    {
        EvidenceItem[] items =
        [
            new(new string('a', 64), "方案.pdf", "pdf", 5) { At = NodaTime.Instant.FromUnixTimeSeconds(7), By = "p", Entry = 3 },
            EvidenceItem.OfLink("https://contoso.sharepoint.com/a b")!,
        ];
        Assert.Equal(items, EvidenceItem.ReadAll(EvidenceItem.WriteAll(items)));
        Assert.Null(EvidenceItem.WriteAll([]));
        Assert.Empty(EvidenceItem.ReadAll(null));
    }

    private static async Task<(FileKind? Kind, FileFault Fault)> Of(byte[] content)
    {
        using var stream = new MemoryStream(content);
        return await FileKind.OfAsync(stream, TestContext.Current.CancellationToken);
    }
}
