using System.Net;
using System.Text;
using LiaisonBot.EndToEnd.Driving;

namespace LiaisonBot.EndToEnd.Work;

/// <summary>
/// Tables in and out over HTTP: a file fetched from where the message says, links that are good for a while.
/// </summary>
public sealed class TableImportTests(BotUnderTest bot)
{
    [Fact]
    public async Task File_ThatWasSent_IsFetchedCheckedAndImported()
    {
        BotUnderTest.SkipOnAnotherHost();
        await using var cast = new Cast(bot);
        var leader = await cast.Leader("承德市");
        await leader.SendFile(
            "清单.csv",
            Encoding.UTF8.GetBytes($"事项名称,责任地区,目标任务,办理时限\n导入甲{cast.Key},双桥区,完成,10个工作日\n导入乙{cast.Key},没有县,完成,{await bot.Day(9)}\n"));
        Assert.Contains("B3", leader.CardText, StringComparison.Ordinal);
        Assert.Contains("没有找到", await leader.Ask($"查询 导入甲{cast.Key}"), StringComparison.Ordinal);

        await leader.SendFile(
            "清单.csv",
            Encoding.UTF8.GetBytes($"事项名称,责任地区,目标任务,办理时限\n导入甲{cast.Key},双桥区,完成,10个工作日\n导入乙{cast.Key},双滦区,完成,{await bot.Day(9)}\n"));
        await leader.Press("确认导入2行");

        Assert.Contains("已交办2项", leader.CardText, StringComparison.Ordinal);
        Assert.Contains("双桥区", await leader.Ask($"查询 导入甲{cast.Key}"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://127.0.0.1:1/nothing-listens-here")]
    [InlineData("http://169.254.169.254/metadata")]
    [InlineData("http://example.com/a.xlsx")]
    [InlineData("file:///etc/passwd")]
    public async Task File_ThatLiesElsewhere_IsNotFetched(string address)
    {
        var office = bot.Person("01");
        var message = office.Activity("message");
        message["attachments"] = new System.Text.Json.Nodes.JsonArray(new System.Text.Json.Nodes.JsonObject
        {
            ["contentType"] = "application/vnd.microsoft.teams.file.download.info",
            ["name"] = "a.xlsx",
            ["content"] = new System.Text.Json.Nodes.JsonObject { ["downloadUrl"] = address },
        });
        Assert.Equal(HttpStatusCode.OK, (await office.Send(message)).Status);
        var answer = await bot.Connector.Next(office.Conversation, posted => posted.ReplyTo == (string?)message["id"]);
        Assert.Contains("没能取到这个文件", (string?)answer.Activity["text"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Templates_AndLedger_AreFetchedByTheirLinks()
    {
        await using var cast = new Cast(bot);
        var leader = await cast.Leader("承德市");
        await Cast.Assign(leader, "双桥区", $"导出{cast.Key}", await bot.Day(10));
        await leader.Say("导入");
        // Of matters, and of visits.
        var templates = leader.Links;
        Assert.Equal(2, templates.Count);
        await leader.Say("导出");
        var ledger = Assert.Single(leader.Links);

        foreach (var link in templates.Append(ledger))
        {
            using var response = await bot.Http.GetAsync(link);
            Assert.Equal(
                (HttpStatusCode.OK, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
                (response.StatusCode, response.Content.Headers.ContentType?.MediaType));
            Assert.EndsWith(
                ".xlsx",
                response.Content.Headers.ContentDisposition?.FileNameStar,
                StringComparison.Ordinal);
            Assert.Equal("no-store", response.Headers.CacheControl?.ToString());
            Assert.Equal("PK"u8.ToArray(), (await response.Content.ReadAsByteArrayAsync())[..2]);
        }
    }

    [Theory]
    [InlineData("/files/0000000000000000000000000000000000000000000000000000000000000000")]
    [InlineData("/files/x%2F..%2F..%2Fetc")]
    [InlineData("/files/%E4%B8%AD")]
    public async Task Link_ThatNobodyWasGiven_IsNotThere(string path)
    {
        using var response = await bot.Http.GetAsync(new Uri(bot.Url, path));
        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Contains("链接已失效", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }
}
