using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using LiaisonBot.Conversation;
using LiaisonBot.Tests.Conversation;

namespace LiaisonBot.Tests.Web;

/// <summary>A matter's page, files that are sent there, and links between cards and pages.</summary>
public sealed class MatterPageTests
{
    [Fact]
    public async Task Matter_HasItsHistory_Questions_PartsAndEvidence()
    {
        await using var pages = await Pages.Open();
        var number = await pages.Chats.Leader.Assign("正定县", "上报<b>方案</b>\u202Egpj");
        var officer = await pages.SignIn("32");
        await officer.Say("签收 " + number);
        await officer.Say($"提问 {number} 报到哪一级？", "q");
        var page = (await officer.Get("/tab/matter/" + number)).Body;
        Assert.Contains("id=\"history\"", page, StringComparison.Ordinal);
        Assert.Contains("报到哪一级", page.Split("id=\"talk\"")[1].Split("</section>")[0], StringComparison.Ordinal);
        Assert.Contains("签收", page.Split("id=\"history\"")[1], StringComparison.Ordinal);
        Assert.DoesNotContain("<b>方案", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task File_IsCheckedAsInTheChat_AndGoesWithTheStepThatIsTaken()
    {
        await using var pages = await Pages.Open();
        var number = await pages.Chats.Leader.Assign("正定县", "上报方案");
        var officer = await pages.SignIn("32");
        await officer.Say("签收 " + number);

        var first = await officer.Send("会议记录.txt", "第一次会议");
        Assert.Equal(200, first.Status);
        var key = (string)first.Json["key"]!;
        Assert.Contains("附件2.txt", (string)(await officer.Send("附件2.txt", "第二次会议", key)).Json["said"]!, StringComparison.Ordinal);

        // As what? The chat's own question, then its own form.
        var question = (await officer.Press("evidence.asWhat", new() { ["number"] = number, ["evidence"] = key }, "a")).Json;
        var button = Buttons(question).First(one => (string?)one["data"]!["act"] == "ReportProgress");
        var form = (await officer.Press((string)button["verb"]!, (JsonObject)button["data"]!.DeepClone(), "b")).Json;
        var submit = Buttons(form).Last(one => one["data"]!["evidence"] is not null);
        var data = (JsonObject)submit["data"]!.DeepClone();
        data[Inputs(form).First()] = "已开会";
        Assert.Equal(200, (await officer.Press((string)submit["verb"]!, data, "c")).Status);

        var page = (await officer.Get("/tab/matter/" + number)).Body;
        var links = Regex.Matches(page, "href=\"(?<to>/tab/evidence/[^\"]+)\"", RegexOptions.NonBacktracking);
        Assert.Equal(2, links.Count);
        var file = await officer.Get(links[0].Groups["to"].Value);
        Assert.Equal(302, file.Status);
        Assert.StartsWith("http://127.0.0.1:4500/files/", file.Location, StringComparison.Ordinal);
        // For whoever may not see the matter there is no such file.
        Assert.Equal(404, (await (await pages.SignIn("31")).Get(links[0].Groups["to"].Value)).Status);
        Assert.Equal(404, (await officer.Get("/tab/evidence/x/y")).Status);
    }

    [Fact]
    public async Task FileOfTheBox_GoesWithWhatIsSaid_AsInTheChat()
    {
        await using var pages = await Pages.Open();
        var number = await pages.Chats.Leader.Assign("正定县", "上报方案");
        var officer = await pages.SignIn("32");
        await officer.Say("签收 " + number);

        var key = (string)(await officer.Send("会议记录.txt", "第一次会议")).Json["key"]!;
        Assert.Contains("会议记录.txt", (await officer.Say($"反馈 {number} 已开会，见附件", "3", files: key)).Body, StringComparison.Ordinal);
        Assert.Contains("/tab/evidence/", (await officer.Get("/tab/matter/" + number)).Body, StringComparison.Ordinal);

        // Without a word it is asked about; under a key of another person, or of nobody, is nothing, which is said.
        var alone = (string)(await officer.Send("照片说明.txt", "第二次")).Json["key"]!;
        Assert.Contains("反馈进展", (await officer.Say("", "4", files: alone)).Body, StringComparison.Ordinal);
        var other = await pages.SignIn("31");
        foreach (var (said, id) in new[] { ("我的事项", "5"), ("", "6") })
        {
            var answer = (await other.Say(said, id, files: alone)).Body;
            Assert.Contains("没有保存。需要的请重新发送", answer, StringComparison.Ordinal);
            Assert.DoesNotContain("照片说明", answer, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task TableOfTheBox_IsReadAsATable_AndNotKeptAsEvidence()
    {
        await using var pages = await Pages.Open();
        var leader = await pages.SignIn("11");
        var findings = (string)(await leader.Send("反馈问题.csv", "序号,反馈问题,整改目标\n1,违规占用耕地,恢复耕种\n2,垃圾堆放,清理完毕\n")).Json["key"]!;
        var check = await leader.Say("反馈 正定县 11月20日", "2", files: findings);
        Assert.Contains("违规占用耕地", check.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("附件", check.Body, StringComparison.Ordinal);
        var person = (await pages.App.Context.Services.Directory.ReadAsync(default)).ByObjectId(Pages.Account("11"))!;
        Assert.Empty(await pages.App.Context.Services.Evidence.WaitingAsync(person, findings, default));
    }

    [Fact]
    public async Task File_ThatMayNotBeKept_IsRefusedInTheWordsOfTheChat_AndNeverAFault()
    {
        await using var pages = await Pages.Open();
        var (officer, other) = (await pages.SignIn("32"), await pages.SignIn("31"));
        Assert.Equal(403, (await officer.Send("a.txt", "x", proof: other.Proof)).Status);
        Assert.Equal(401, (await pages.Ask("/tab/file?key=&name=a", "POST", body: "x", headers: [("Content-Type", "application/octet-stream")])).Status);
        var large = await officer.Send("a.txt", "x", length: 51L * 1024 * 1024);
        Assert.Equal(413, large.Status);
        Assert.Contains("超过50MB", (string)large.Json["error"]!["message"]!, StringComparison.Ordinal);
        // What it is says its content, whatever its name.
        var program = await officer.Send("报告.txt", "MZ\0\0\u0001\0\0\0");
        Assert.Equal(422, program.Status);
        Assert.Contains("“报告.txt”没有保存", (string)program.Json["error"]!["message"]!, StringComparison.Ordinal);
        Assert.Equal(422, (await officer.Send("空.txt", "")).Status);
        foreach (var key in new[] { "x", new string('z', 32), new string('a', 33), "../../" })
        {
            Assert.Equal(400, (await officer.Send("a.txt", "x", Uri.EscapeDataString(key))).Status);
        }

        // A key is its person's own: another one finds nothing under it.
        var kept = (string)(await officer.Send("a.txt", "abc")).Json["key"]!;
        var foreign = (await other.Press("evidence.asWhat", new() { ["number"] = "1301-1", ["evidence"] = kept })).Body;
        Assert.DoesNotContain("a.txt", foreign, StringComparison.Ordinal);
        for (var i = 1; i < 10; i++)
        {
            Assert.Equal(200, (await officer.Send($"{i}.txt", $"abc{i}", kept)).Status);
        }

        Assert.Equal(409, (await officer.Send("11.txt", "abc11", kept)).Status);
    }

    [Fact]
    public async Task CardOfTheChat_LeadsToItsPage_AndThePageToNoLinkOfItsOwn()
    {
        await using var pages = await Pages.Open();
        var number = await pages.Chats.Leader.Assign("正定县", "上报方案");
        var page = (await (await pages.SignIn("32")).Get("/tab/matter/" + number)).Body;
        Assert.DoesNotContain("Action.OpenUrl", page, StringComparison.Ordinal);
        // Pages that stand alone have no Teams to lead to.
        Assert.DoesNotContain("/l/chat/", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("global", "https://teams.microsoft.com/l/entity/")]
    [InlineData("usgov", "https://gov.teams.microsoft.us/l/entity/")]
    [InlineData("china", "https://teams.microsoftonline.cn/l/entity/")]
    public void Link_InTeams_OpensTheTabAtItsPage(string cloud, string begins)
    {
        const string App = "11111111-2222-4333-8444-555555555555";
        var links = new TabLinks(() => new("https://liaison.example/"), TabLinks.TeamsOf(cloud), App);
        var link = links.To("matter/2026-1301-000001")!;
        Assert.StartsWith(begins + App + "/pages?", link.AbsoluteUri, StringComparison.Ordinal);
        var query = Microsoft.AspNetCore.WebUtilities.QueryHelpers.ParseQuery(link.Query);
        Assert.Equal("https://liaison.example/tab/matter/2026-1301-000001", query["webUrl"].ToString());
        Assert.Equal("/tab/matter/2026-1301-000001", (string?)JsonNode.Parse(query["context"]!)!["subEntityId"]);
        Assert.EndsWith("/l/chat/0/0?users=28:" + App, links.Chat!.AbsoluteUri, StringComparison.Ordinal);
        Assert.Equal("http://127.0.0.1:4400/tab/sets/x", new TabLinks(() => new("http://127.0.0.1:4400")).To("sets/x")!.AbsoluteUri);
        // The catalog of an organization has another id for the app than its package.
        const string Known = "99999999-2222-4333-8444-555555555555";
        var known = new TabLinks(() => new("https://liaison.example/"), TabLinks.TeamsOf(cloud), App, Known);
        Assert.StartsWith(begins + Known + "/pages?", known.To("mine")!.AbsoluteUri, StringComparison.Ordinal);
        Assert.Equal(links.Chat, known.Chat);
        Assert.Null(new TabLinks(() => null, TabLinks.TeamsOf(cloud), App).To("mine"));
    }

    private static IEnumerable<JsonObject> Buttons(JsonNode? node) => All(node).Where(one => (string?)one["type"] == "Action.Execute");

    private static IEnumerable<string> Inputs(JsonNode? node) =>
        All(node).Where(one => ((string?)one["type"])?.StartsWith("Input.", StringComparison.Ordinal) == true).Select(one => (string)one["id"]!);

    private static IEnumerable<JsonObject> All(JsonNode? node) => node switch
    {
        JsonObject found => found.SelectMany(member => All(member.Value)).Prepend(found),
        JsonArray all => all.SelectMany(All),
        _ => [],
    };
}
