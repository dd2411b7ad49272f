using System.Text;
using LiaisonBot.Conversation;

namespace LiaisonBot.Tests.Conversation;

/// <summary>
/// What comes with a message does not end it: the words are carried out, and it is said that the rest was not kept.
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

    [Theory]
    [InlineData("方案.docx")]
    [InlineData("方案.pdf")]
    [InlineData("IMG_0012.HEIC")]
    [InlineData("录像.mp4")]
    [InlineData("统计表.xlsx")]
    [InlineData("统计表.xls")]
    [InlineData("没有扩展名")]
    public async Task Words_WithAFile_AreCarriedOut_AndTheFileIsSaidNotToBeKept(string name)
    {
        var seen = await Send(chats.Changan, "报结 1301-1 方案已印发，见附件", name);

        Assert.Contains($"“{name}”没有保存", seen.Text, StringComparison.Ordinal);
        Assert.Contains("已报结", (await chats.Changan.Say("1301-1")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("导入", seen.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true, "图片没有保存")]
    [InlineData(false, "附件没有保存")]
    public async Task Words_WithAPhotoOrAVoiceMessage_AreCarriedOut(bool picture, string says)
    {
        var seen = await Send(chats.Changan, "反馈进展 1301-1 初稿已完成", other: true, picture: picture);

        Assert.Contains(says, seen.Text, StringComparison.Ordinal);
        Assert.Contains("初稿已完成", (await chats.Changan.Say("1301-1")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Assignment_WithAFile_OpensTheForm_AndSaysSo()
    {
        var form = await Send(chats.Leader, "交办 正定县 12月15日前 上报统计表", "样表.xlsx");

        Assert.Equal("130123", form.Inputs.Single(i => i.Id == "area").Value);
        Assert.Contains("“样表.xlsx”没有保存", form.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SeveralFiles_AreAllNamed()
    {
        var seen = await Send(chats.Changan, "帮助", other: true, files: ["一.docx", "二.pdf"]);
        Assert.Contains("“一.docx”、“二.pdf”和其他附件没有保存", seen.Text, StringComparison.Ordinal);
        Assert.Contains("您可以这样说", seen.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("导入")]
    [InlineData("请导入这个表")]
    [InlineData("按表格交办")]
    [InlineData("交办表格里的事项")]
    [InlineData("请把附件里的事项都交办了")]
    public async Task Table_AloneOrAskedFor_IsImported(string words)
    {
        var seen = await chats.Leader.Take(new ChatEvent.Message(
            "t",
            chats.Leader.Address,
            chats.Leader.ObjectId,
            true,
            null,
            words)
        {
            Files = [chats.Upload("清单.csv", Encoding.UTF8.GetBytes(Rows)), chats.Upload("说明.docx", [1])],
        });

        Assert.Contains("1项待交办", seen.Text, StringComparison.Ordinal);
        Assert.Contains("“说明.docx”没有保存", seen.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("清单.csv”没有保存", seen.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("方案.docx", "“方案.docx”没有保存")]
    [InlineData("", "附件没有保存")]
    public async Task FileAlone_OfACounty_SaysWhatToDo(string name, string says)
    {
        var seen = await Send(chats.Changan, " ", other: name.Length == 0, files: name.Length == 0 ? [] : [name]);
        Assert.Contains(says, seen.Text, StringComparison.Ordinal);
        Assert.Contains("请用文字说", seen.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task InAChannel_ItIsSaidWithoutTheName()
    {
        var room = chats.Channel();
        var seen = await chats.Changan.Take(new ChatEvent.Message("r", room.Address(chats.Changan), chats.Changan.ObjectId, false, null, "帮助")
        {
            Files = [new(
            "密件.docx",
            new("https://contoso.sharepoint.com/x"))]
        });

        Assert.Contains("附件没有保存", seen.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("密件", seen.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task InEnglish_ItIsSaidInEnglish()
    {
        chats.Changan.Locale = "en-US";
        Assert.Contains(
            "Not kept: “plan.docx”. Files cannot be stored",
            (await Send(chats.Changan, "help", "plan.docx")).Text,
            StringComparison.Ordinal);
        Assert.Contains(
            "Not kept: your picture",
            (await Send(chats.Changan, "help", other: true, picture: true)).Text,
            StringComparison.Ordinal);
    }

    private static Task<Seen> Send(User user, string words, string? file = null, bool other = false, bool picture = false, IReadOnlyList<string>? files = null) =>
        user.Take(new ChatEvent.Message("with-" + words, user.Address, user.ObjectId, true, user.Locale, words)
        {
            Files = [.. (files ?? (file is null ? [] : [file]))
                .Select(name =>
                    new SentFile(name, new("https://contoso-my.sharepoint.com/" + Uri.EscapeDataString(name))))],
            HasOther = other,
            OnlyPictures = picture,
        });
}
