using System.IO.Compression;
using LiaisonBot.Tests.Conversation;

namespace LiaisonBot.Tests.Visits;

/// <summary>公告: how people reach a team that lives in a city, and the draft that says so.</summary>
public sealed class NoticeTalkTests : IAsyncLifetime
{
    private Chats chats = null!;

    public async ValueTask InitializeAsync() => chats = await Chats.Open();

    public ValueTask DisposeAsync() => chats.DisposeAsync();

    [Fact]
    public async Task TheNotice_AsksForWhatIsMissing_AndSaysIt()
    {
        var form = await chats.Leader.Say("公告 石家庄");
        // The team lives there until the end of 2026.
        Assert.Equal("2026-12-27", form.Input("until").Value);
        Assert.NotNull((await chats.Leader.Press("提交", ("until", "2027-02-01"))).ErrorAt("until"));
        Assert.NotNull((await chats.Leader.Press("提交", ("until", ""))).ErrorAt("until"));
        Assert.Contains("最多100", (await chats.Leader.Press("提交", ("until", "2026-12-20"), ("boxes", new string('箱', 101)))).Text, StringComparison.Ordinal);
        await chats.Leader.Press("提交", ("until", "2026-12-20"), ("phone", "0311-86000000"), ("hours", "8时至20时"), ("boxes", ""));
        var text = await ReadAsync(chats.Leader.Last);
        foreach (var said in new[] { "省委第一巡视组驻石家庄市公告", "0311-86000000", "8时至20时", "2026年12月20日", "（待填写）", "不得拦截举报信件" })
        {
            Assert.Contains(said, text, StringComparison.Ordinal);
        }

        // It stands there the next time, and is put right by the same form.
        await chats.Office.Say("公告 石家庄");
        Assert.Equal("0311-86000000", (await chats.Office.Press("修改受理方式")).Input("phone").Value);
    }

    [Theory]
    [InlineData("唐山")]
    [InlineData("省")]
    public async Task WhereNobodyLives_ThereIsNone(string place)
    {
        var seen = await chats.Office.Say("公告 " + place);
        Assert.Empty(seen.Links);
        Assert.Empty(seen.Inputs);
    }

    [Fact]
    public async Task WhoPlansNoVisits_DraftsNone()
    {
        foreach (var user in new[] { chats.City, chats.Changan, chats.Member, chats.Audit })
        {
            Assert.Empty((await user.Say("公告 石家庄")).Inputs);
        }
    }

    private async Task<string> ReadAsync(Seen seen)
    {
        var file = await chats.Fetch(seen.Links[0].Segments[^1]);
        await using var zip = new ZipArchive(new MemoryStream(file!.Body), ZipArchiveMode.Read);
        using var reader = new StreamReader(await zip.GetEntry("word/document.xml")!.OpenAsync());
        return await reader.ReadToEndAsync();
    }
}
