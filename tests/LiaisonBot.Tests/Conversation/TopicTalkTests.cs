using System.IO.Compression;

namespace LiaisonBot.Tests.Conversation;

/// <summary>问题类型, 专题 and 专题报告 in the chat.</summary>
public sealed class TopicTalkTests : IAsyncLifetime
{
    private Chats chats = null!;

    public async ValueTask InitializeAsync()
    {
        chats = await Chats.Open();
        await CheckTalkTests.MakeAsync(chats, "招投标", "串通投标，围标陪标");
    }

    public ValueTask DisposeAsync() => chats.DisposeAsync();

    [Fact]
    public async Task TheOffice_ChangesTheList_OthersReadIt()
    {
        Assert.DoesNotContain("修改清单", (await chats.Leader.Say("问题类型")).Buttons.Select(b => b.Title));
        await chats.Office.Say("问题类型");
        await chats.Office.Press("修改清单");
        Assert.StartsWith("请填1至40个类型", (await chats.Office.Press("提交", ("topics", " \n "))).ErrorAt("topics"), StringComparison.Ordinal);
        Assert.Contains("星际航行", (await chats.Office.Press("提交", ("topics", "招投标\n星际航行"))).Text, StringComparison.Ordinal);
        Assert.Contains("问题类型（2个）", (await chats.Member.Say("问题类型清单")).Text, StringComparison.Ordinal);
        foreach (var other in new[] { chats.Zhengding, chats.City, chats.Audit })
        {
            Assert.DoesNotContain("星际航行", (await other.Say("问题类型")).Text, StringComparison.Ordinal);
            Assert.DoesNotContain("正定", (await other.Say("专题 招投标")).Text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task TheReport_HasWhatIsRegistered_AndLeavesJudgementToPeople()
    {
        Assert.Contains("石家庄市正定县", (await chats.Leader.Say("专题 招投标")).Text, StringComparison.Ordinal);
        await chats.Office.Say("专题报告 招投标");
        var file = await chats.Fetch(chats.Office.Last.Links.Single().Segments[^1]);
        await using var zip = new ZipArchive(new MemoryStream(file!.Body), ZipArchiveMode.Read);
        using var reader = new StreamReader(await zip.GetEntry("word/document.xml")!.OpenAsync());
        var text = System.Xml.Linq.XDocument.Parse(await reader.ReadToEndAsync()).Root!.Value;
        Assert.Contains("串通投标，围标陪标", text, StringComparison.Ordinal);
        Assert.Contains("共1次反馈、1个地区、1个问题", text, StringComparison.Ordinal);
        Assert.Contains("原因分析", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("专题")]
    [InlineData("专题 没有这个")]
    [InlineData("专题报告")]
    public async Task WhereNoneIsNamed_TheListIsOffered(string said)
    {
        var seen = await chats.Leader.Say(said);
        Assert.Contains("招投标", seen.Buttons.Select(b => b.Title));
        Assert.Contains("正定", (await chats.Leader.Press("招投标")).Text + (await chats.Leader.Say("专题 招投标")).Text, StringComparison.Ordinal);
    }
}
