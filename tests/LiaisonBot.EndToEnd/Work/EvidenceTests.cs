using System.Net;
using System.Text;
using LiaisonBot.EndToEnd.Driving;

namespace LiaisonBot.EndToEnd.Work;

/// <summary>A file with a hand-in over HTTP: fetched, kept, and opened again by whoever may see the matter.</summary>
public sealed class EvidenceTests(BotUnderTest bot)
{
    [Fact]
    public async Task File_WithAStep_IsKept_AndOpenedAgain_ToBeSavedAndNotShown()
    {
        BotUnderTest.SkipOnAnotherHost();
        await using var cast = new Cast(bot);
        var leader = await cast.Leader("承德市");
        var content = Encoding.UTF8.GetBytes("%PDF-1.7\n" + cast.Key);
        await leader.SendFile("通知.pdf", content, $"交办 双桥区 {await bot.Day(9)}前 附件{cast.Key}");
        await leader.Press("交办");
        Assert.Contains("通知.pdf", leader.CardText, StringComparison.Ordinal);

        await leader.Press("打开附件");
        using var response = await bot.Http.GetAsync(Assert.Single(leader.Links));

        Assert.Equal((HttpStatusCode.OK, "application/pdf"), (response.StatusCode, response.Content.Headers.ContentType?.MediaType));
        Assert.Equal("attachment", response.Content.Headers.ContentDisposition?.DispositionType);
        Assert.Equal("通知.pdf", response.Content.Headers.ContentDisposition?.FileNameStar);
        Assert.Equal("nosniff", response.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Contains("sandbox", response.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.Equal(content, await response.Content.ReadAsByteArrayAsync());
    }

    [Fact]
    public async Task Picture_BetweenWords_IsFetchedFromTheChatsOwnService()
    {
        BotUnderTest.SkipOnAnotherHost();
        await using var cast = new Cast(bot);
        var leader = await cast.Leader("承德市");
        await leader.SendPicture(
            [0xFF, 0xD8, 0xFF, 0xE0, 1, 2],
            $"交办 双桥区 {await bot.Day(9)}前 照片{cast.Key}");
        await leader.Press("交办");

        Assert.Contains("图片.jpg", leader.CardText, StringComparison.Ordinal);
    }
}
