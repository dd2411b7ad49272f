using System.IO.Compression;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using LiaisonBot.Core.People;
using LiaisonBot.Core.Storage;
using LiaisonBot.Local.Demo;
using LiaisonBot.Tests.Conversation;
using LiaisonBot.Tests.Evidence;
using LiaisonBot.Web.Pages;
using NodaTime;

namespace LiaisonBot.Tests.Web;

/// <summary>Who gets in to the pages, what they see there, and what a change has to bring.</summary>
public sealed class TabEndpointTests
{
    public static TheoryData<string> Roles() => ["01", "11", "12", "21", "22", "31", "32", "33", "41", "51"];

    [Theory]
    [InlineData("/tab")]
    [InlineData("/tab/mine")]
    [InlineData("/tab/matter/1301-1")]
    [InlineData("/tab/nothing")]
    public async Task Stranger_IsSentToSignIn_WhateverIsAskedFor(string path)
    {
        await using var pages = await Pages.Open();
        var answer = await pages.Ask(path);
        Assert.Equal((302, "/tab/signin?to=" + Uri.EscapeDataString(path)), (answer.Status, answer.Location));
        Assert.Equal(302, (await pages.Ask(path, cookie: "liaison-tab=" + new string('a', 64))).Status);
    }

    [Fact]
    public async Task Stranger_TakesNoTurn()
    {
        await using var pages = await Pages.Open();
        var answer = await pages.Ask("/tab/turn", "POST", body: """{"type":"message","text":"我的事项"}""");
        Assert.Equal(401, answer.Status);
    }

    [Theory]
    [InlineData("/tab/ledger?only=overdue", "/tab/ledger?only=overdue")]
    [InlineData("https://example.org/", "/tab/mine")]
    [InlineData("//example.org/tab/", "/tab/mine")]
    [InlineData("/tab/sets/整改?q=a b", "/tab/sets/%E6%95%B4%E6%94%B9?q=a%20b")]
    [InlineData("/tab/../pages/about", "/tab/mine")]
    [InlineData("/tab/%2e%2e/pages/about", "/tab/mine")]
    [InlineData("/tab\\example.org", "/tab/mine")]
    [InlineData("/tab/\r\nSet-Cookie: a=b", "/tab/mine")]
    [InlineData("/other", "/tab/mine")]
    [InlineData("javascript:alert(1)", "/tab/mine")]
    public async Task SignIn_LeadsToAPageOfOurs_AndNowhereElse(string wished, string target)
    {
        await using var pages = await Pages.Open();
        var answer = await pages.Ask($"/tab/signin/{Pages.Account("31")}?to={Uri.EscapeDataString(wished)}");
        Assert.Equal((302, target), (answer.Status, answer.Location));
    }

    [Theory]
    [InlineData(false, "liaison-tab=", "httponly")]
    [InlineData(true, "__Host-liaison=", "secure")]
    public async Task Cookie_IsForThisHostAlone_AndOutOfReachOfScripts(bool isSecure, string name, string word)
    {
        await using var pages = await Pages.Open(isSecure);
        var cookie = (await pages.Ask($"/tab/signin/{Pages.Account("31")}")).Headers.SetCookie.ToString();
        Assert.StartsWith(name, cookie, StringComparison.Ordinal);
        Assert.Contains(word, cookie, StringComparison.Ordinal);
        Assert.Contains("httponly", cookie, StringComparison.Ordinal);
        Assert.Contains("path=/", cookie, StringComparison.Ordinal);
        Assert.Contains("samesite=lax", cookie, StringComparison.Ordinal);
        Assert.Contains("max-age=28800", cookie, StringComparison.Ordinal);
        Assert.DoesNotContain("domain", cookie, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Session_EndsAfterEightHours_WithSignOut_AndWithThePerson()
    {
        await using var pages = await Pages.Open();
        var (officer, other, third) = (await pages.SignIn("31"), await pages.SignIn("32"), await pages.SignIn("33"));

        Assert.Equal(200, (await other.Get("/tab/mine")).Status);
        var form = await pages.Ask(
            "/tab/signout",
            "POST",
            other.Cookie,
            "x-liaison-proof=" + other.Proof,
            ("Content-Type", "application/x-www-form-urlencoded"));
        Assert.Equal((303, "/tab/signin"), (form.Status, form.Location));
        Assert.Equal(302, (await other.Get("/tab/mine")).Status);

        var row = (await pages.Chats.Store.ReadPrefixAsync(
            DirectoryRows.Table,
            "13",
            RowKeys.Directory.People,
            100,
            default)).Single(person => person.Key.EndsWith("33", StringComparison.Ordinal));
        await pages.Chats.Store.SubmitAsync(DirectoryRows.Table, "13", [new Change.Delete(row.Key)], default);
        pages.Forget();
        Assert.Equal(302, (await third.Get("/tab/mine")).Status);

        pages.Chats.Clock.Advance(Duration.FromHours(8) - Duration.FromSeconds(1));
        Assert.Equal(200, (await officer.Get("/tab/mine")).Status);
        pages.Chats.Clock.Advance(Duration.FromSeconds(1));
        Assert.Equal(302, (await officer.Get("/tab/mine")).Status);
    }

    /// <summary>The row may be there and the browser has not got it: nobody is in, and nobody is kept out.</summary>
    [Theory]
    [InlineData(SubmitFault.UnknownAfterCommit, 1)]
    [InlineData(SubmitFault.UnknownBeforeCommit, 0)]
    [InlineData(SubmitFault.Unavailable, 0)]
    public async Task Session_ThatWasNotSaidToBeKept_IsGivenToNobody_AndSweptAway(SubmitFault fault, int kept)
    {
        var store = new FaultyStore(new MemoryTableStore());
        await using var pages = await Pages.Open(store: store);
        store.OnSubmit(fault);
        var answer = await pages.Ask($"/tab/signin/{Pages.Account("31")}");
        Assert.Equal((503, 0), (answer.Status, answer.Headers.SetCookie.Count));
        Assert.Equal(kept, await Sessions());
        var officer = await pages.SignIn("31");
        Assert.Equal(200, (await officer.Get("/tab/mine")).Status);
        pages.Chats.Clock.Advance(SessionService.Lasts);
        await pages.Chats.Services.Sessions.SweepAsync(default);
        Assert.Equal(0, await Sessions());

        async Task<int> Sessions() => (await store.ReadPrefixAsync(
            DirectoryRows.Table,
            "13",
            RowKeys.Directory.Sessions,
            100,
            default)).Count;
    }

    [Fact]
    public async Task Turn_WithoutTheProofOfItsSession_ChangesNothing()
    {
        await using var pages = await Pages.Open();
        var number = await pages.Chats.Leader.Assign("长安区", "上报方案");
        var (officer, other) = (await pages.SignIn("31"), await pages.SignIn("32"));
        foreach (var proof in new[] { "", "x", other.Proof })
        {
            Assert.Equal(403, (await officer.Say("签收 " + number, proof: proof)).Status);
        }

        Assert.Contains("待签收", (await officer.Get("/tab/mine")).Body, StringComparison.Ordinal);
        Assert.Equal(200, (await officer.Say("签收 " + number)).Status);
        Assert.DoesNotContain("待签收", (await officer.Get("/tab/mine")).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Turn_IsTakenAsWhoSignedIn_WhateverTheBodySays()
    {
        await using var pages = await Pages.Open();
        var number = await pages.Chats.Leader.Assign("正定县", "正定事项");
        var officer = await pages.SignIn("31");
        var answer = await officer.Turn(new JsonObject
        {
            ["type"] = "message",
            ["id"] = "1",
            ["text"] = "事项 " + number,
            ["from"] = new JsonObject { ["id"] = "29:x", ["aadObjectId"] = Pages.Account("01") },
            ["conversation"] = new JsonObject { ["id"] = "a:b", ["conversationType"] = "personal" },
            ["serviceUrl"] = "https://example.org/",
        });
        Assert.Equal(200, answer.Status);
        Assert.DoesNotContain("正定事项", answer.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Tab_IsNeverRememberedAsWhereSomebodyCanBeReached()
    {
        await using var pages = await Pages.Open();
        var before = pages.ChatOf(Pages.Account("31"));
        var officer = await pages.SignIn("31");
        await officer.Say("我的事项");
        pages.Forget();
        Assert.Equal(before, pages.ChatOf(Pages.Account("31")));
    }

    [Fact]
    public async Task SameTurnTwice_IsOneStep()
    {
        await using var pages = await Pages.Open();
        var leader = await pages.SignIn("11");
        var said = await leader.Say("交办 长安区 12月10日前 上报方案");
        var card = said.Json["activities"]![0]!["attachments"]![0]!["content"]!;
        var button = Buttons(card).Single(action => (string?)action["title"] == "交办");
        var data = (JsonObject)button["data"]!.DeepClone();
        foreach (var (id, value) in new[] { ("title", "上报方案"), ("area", "130102"), ("responsible", "长安区"), ("target", "上报方案"), ("due", "2026-12-10") })
        {
            data[id] = value;
        }

        for (var i = 0; i < 3; i++)
        {
            var answer = await leader.Press((string)button["verb"]!, (JsonObject)data.DeepClone(), id: $"press-{i}");
            Assert.Equal(200, answer.Status);
        }

        Assert.Contains("我的事项（1）", (await leader.Get("/tab/mine")).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Matter_ThatOneMayNotSee_IsTheSameAsNone()
    {
        await using var pages = await Pages.Open();
        await pages.Chats.Office.Assign("路南区", "唐山事项");
        var officer = await pages.SignIn("31");
        var (hidden, none) = (await officer.Get("/tab/matter/1302-1"), await officer.Get("/tab/matter/1302-9"));
        Assert.Equal((404, 404), (hidden.Status, none.Status));
        Assert.Equal(ShownIn(none).Replace("1302-9", "1302-1", StringComparison.Ordinal), ShownIn(hidden));
        Assert.Equal(404, (await officer.Get("/tab/matter/abc")).Status);
        Assert.DoesNotContain("唐山事项", (await officer.Get("/tab/ledger/1302")).Body, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Roles))]
    public async Task EveryPage_IsThereForWhomItIs_AndForNobodyElse(string key)
    {
        await using var pages = await Pages.Open();
        await pages.Chats.Leader.Assign("长安区", "<script>alert(1)</script>\u202Etxt.exe");
        await pages.Chats.Leader.Assign("正定县", "\"><img src=x onerror=alert(2)>");
        await pages.Chats.Office.Assign("路南区", "'; alert(3) //");
        var browser = await pages.SignIn(key);
        var person = DemoPerson(key);
        var visit = VisitIn(await (await pages.SignIn("01")).Get("/tab/plan"), "data-visit");
        foreach (var page in AllPages.All)
        {
            foreach (var language in new[] { "zh-CN", "en-US" })
            {
                var path = page.InMenu ? $"/tab/{page.Route}"
                    : page.Route == "visit" ? $"/tab/visit/{visit}"
                    : $"/tab/{page.Route}/1301-1";
                var answer = await browser.Get(path, ("Accept-Language", language));
                var isFor = page.For?.Invoke(person) != false
                    && (page.InMenu
                        || (page.Route is "matter" or "visit" && key is "01" or "11" or "12" or "21" or "31")
                        || (page.Route == "visit" && key == "32"));
                Assert.True((isFor ? 200 : 404) == answer.Status, $"{path}: {answer.Status}");
                Assert.DoesNotContain("<script>alert", answer.Body, StringComparison.Ordinal);
                Assert.DoesNotContain("<img", answer.Body, StringComparison.Ordinal);
                Assert.Contains("script-src 'self'", answer.Headers.ContentSecurityPolicy.ToString(), StringComparison.Ordinal);
                Assert.DoesNotContain("unsafe", answer.Headers.ContentSecurityPolicy.ToString(), StringComparison.Ordinal);
                // What the policy of contents would keep from working.
                Assert.DoesNotContain(" style=", answer.Body, StringComparison.Ordinal);
                Assert.DoesNotContain(" onclick=", answer.Body, StringComparison.Ordinal);
            }
        }
    }

    [Fact]
    public async Task Ledger_ListsWhatItsNumbersCount_AndGivesWhatIsSeenAsAFile()
    {
        await using var pages = await Pages.Open();
        await pages.Chats.Leader.Assign("长安区", "长安事项");
        await pages.Chats.Leader.Assign("正定县", "正定事项");
        var leader = await pages.SignIn("11");
        var whole = await leader.Get("/tab/ledger");
        Assert.Contains("长安事项", whole.Body, StringComparison.Ordinal);
        Assert.Contains("正定事项", whole.Body, StringComparison.Ordinal);
        Assert.Contains("among=130102", whole.Body, StringComparison.Ordinal);
        var narrow = await leader.Get("/tab/ledger/1301?among=130102&col=number&col=title&sort=-title");
        Assert.Contains("长安事项", narrow.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("正定事项", narrow.Body, StringComparison.Ordinal);
        var found = await leader.Get("/tab/ledger/1301?q=" + Uri.EscapeDataString("正定事"));
        Assert.DoesNotContain("长安事项", found.Body, StringComparison.Ordinal);
        var file = await leader.Get("/tab/ledger/1301?among=130102&as=xlsx");
        Assert.Equal(200, file.Status);
        Assert.StartsWith("PK", file.Body, StringComparison.Ordinal);
        Assert.Equal(404, (await leader.Get("/tab/ledger/9999")).Status);
        Assert.Equal(404, (await leader.Get("/tab/ledger/1101?as=xlsx")).Status);
    }

    [Fact]
    public async Task PlanOfASet_IsFilledInPlace_AndWhatSomebodyElseWroteIsToldAndKept()
    {
        await using var pages = await Pages.Open();
        var check = await pages.Chats.Leader.Say(
            "反馈 正定县 11月20日\n序号\t反馈问题\t完成时限\n1\t会议多\t2026-12-31\n2\t占用耕地\t2026-12-31");
        await pages.Chats.Leader.PressOn(check, "下发2个问题");
        await pages.Chats.Deliver();
        var (one, other) = (await pages.SignIn("32"), await pages.SignIn("32"));
        var path = Regex.Match((await one.Get("/tab/plans")).Body, "href=\"(?<path>/tab/plans/[^\"]+)\"", RegexOptions.NonBacktracking)
            .Groups["path"].Value;
        var page = await one.Get(path);
        Assert.Contains("data-grid", page.Body, StringComparison.Ordinal);
        var key = Regex.Match(page.Body, "data-row=\"1\" data-key=\"(?<key>[^\"]+)\"", RegexOptions.NonBacktracking).Groups["key"].Value;

        Assert.Equal(200, (await Fill(one, "停开一半", "a")).Status);
        Assert.Contains("停开一半", (await other.Get(path)).Body, StringComparison.Ordinal);
        // The other began before that.
        Assert.Contains("有人刚改为“停开一半”", (await Fill(other, "合并召开", "b")).Body, StringComparison.Ordinal);
        Assert.Contains("停开一半", (await one.Get(path)).Body, StringComparison.Ordinal);
        Assert.DoesNotContain("合并召开", (await one.Get(path)).Body, StringComparison.Ordinal);
        // Nobody else fills it in, and a stranger to it sees none.
        Assert.DoesNotContain("data-grid", (await (await pages.SignIn("11")).Get(path)).Body, StringComparison.Ordinal);
        Assert.Equal(404, (await (await pages.SignIn("31")).Get(path)).Status);

        Task<PageAnswer> Fill(Browser browser, string measures, string card) => browser.Press(
            "setplan.fill",
            new()
            {
                ["card"] = card,
                ["set"] = path.Split('/')[^1],
                ["row"] = "1",
                ["key"] = key,
                ["measures"] = measures,
                ["leaderPost"] = "县长",
                ["department"] = "县政府办公室",
                ["due"] = "2026-12-20",
            },
            id: card);
    }

    [Fact]
    public async Task PageThatStillStands_IsNotSentAgain()
    {
        await using var pages = await Pages.Open();
        var number = await pages.Chats.Leader.Assign("长安区", "上报方案");
        var officer = await pages.SignIn("31");
        foreach (var path in new[] { "/tab/mine", "/tab/matter/" + number, "/tab/ledger" })
        {
            var card = ("X-Liaison-Card", new string('c', 32));
            var mark = (await officer.Get(path, card)).Headers.ETag.ToString();
            Assert.Equal(304, (await officer.Get(path, card, ("If-None-Match", mark))).Status);
        }

        var before = (await officer.Get("/tab/mine")).Headers.ETag.ToString();
        await officer.Say("签收 " + number);
        Assert.Equal(200, (await officer.Get("/tab/mine", ("If-None-Match", before))).Status);
    }

    [Fact]
    public async Task BadInput_IsRefused_AndNeverAFault()
    {
        await using var pages = await Pages.Open();
        var officer = await pages.SignIn("31");
        foreach (var body in new[]
        {
            "", "{", "[]", "null", """{"type":"message"}{}""", """{"type":"invoke","name":"x"}""", """{"type":"typing"}""",
            """{"type":"installationUpdate","action":"add"}""", new string('[', 5000), """{"type":"message","text":"\ud800"}""",
            $$"""{"type":"message","text":"{{new string('好', 120_000)}}"}""", new string(' ', 10 * 1024 * 1024),
        })
        {
            var answer = await pages.Ask("/tab/turn", "POST", officer.Cookie, body, ("x-liaison-proof", officer.Proof));
            Assert.InRange(answer.Status, 400, 499);
        }

        foreach (var path in new[]
        {
            "/tab/ledger/%3Cscript%3E", "/tab/ledger?page=-1&sort=%00&col=" + new string('x', 300), "/tab/mine?page=99999999999",
            "/tab/mine?only=x&among=9&span=y&order=z", "/tab/sets/" + new string('9', 400), "/tab/matter/" + Uri.EscapeDataString("\u202E1"),
            "/tab/assets/x/tab.css", "/tab/assets/../../etc/passwd",
        })
        {
            Assert.InRange((await officer.Get(path)).Status, 200, 499);
        }

        Assert.Equal(404, (await pages.Ask("/tab/mine", "DELETE", officer.Cookie)).Status);
    }

    [Fact]
    public async Task OddBodies_AreRefused_AndNobodyIsSignedOutByThem()
    {
        await using var pages = await Pages.Open();
        var officer = await pages.SignIn("31");
        const string said = """{"type":"message","id":"1","text":"我的事项"}""";
        using var zipped = new MemoryStream();
        using (var zip = new GZipStream(zipped, CompressionLevel.Optimal, leaveOpen: true))
        {
            zip.Write(new byte[20 * 1024 * 1024]);
        }

        foreach (var (body, type, encoding) in new[]
        {
            (Encoding.Unicode.GetBytes(said), "application/json; charset=utf-16", ""),
            (Encoding.BigEndianUnicode.GetBytes(said), "application/json", ""),
            ([.. "{\"type\":\"message\",\"text\":\""u8, 0xFF, 0xFE, 0xC0, 0x80, .. "\"}"u8], "application/json", ""),
            (zipped.ToArray(), "application/json", "gzip"),
            (new byte[10 * 1024 * 1024], "application/json", ""),
            (Encoding.UTF8.GetBytes(said), "text/plain", ""),
            (Encoding.UTF8.GetBytes(said), "multipart/form-data", ""),
        })
        {
            Assert.InRange(
                (await pages.Send(
                    "/tab/turn",
                    "POST",
                    officer.Cookie,
                    body,
                    ("x-liaison-proof", officer.Proof),
                    ("Content-Type", type),
                    ("Content-Encoding", encoding))).Status,
                400,
                499);
        }

        foreach (var (body, type) in new[]
        {
            ("", ""), ("x", "multipart/form-data"), ("x", "multipart/form-data; boundary=" + new string('b', 500)),
            (new string('a', 3000) + "=b", "application/x-www-form-urlencoded"), ("x-liaison-proof=" + new string('a', 10_000), "application/x-www-form-urlencoded"),
            (string.Join('&', Enumerable.Repeat("a=b", 1200)), "application/x-www-form-urlencoded; charset=utf-7"), ("%ff%00=%", "application/x-www-form-urlencoded"),
            ("x-liaison-proof=a&x-liaison-proof=" + officer.Proof, "application/x-www-form-urlencoded"),
        })
        {
            Assert.Equal(403, (await pages.Ask("/tab/signout", "POST", officer.Cookie, body, ("Content-Type", type))).Status);
        }

        Assert.Equal(200, (await officer.Get("/tab/mine")).Status);
    }

    /// <summary>What somebody writes is text wherever it is shown, and turns nothing around that stands beside it.</summary>
    [Fact]
    public async Task MarkupAndRightToLeft_InEveryField_IsText()
    {
        await using var pages = await Pages.Open();
        var chats = pages.Chats;
        List<string> planted = [];
        foreach (var key in new[] { "11", "32" })
        {
            var person = DemoPerson(key);
            await chats.Store.SubmitAsync(
                DirectoryRows.Table,
                "13",
                [new Change.Upsert(DirectoryRows.ToRow(person with { Name = Evil("姓名" + key) }))],
                default);
        }

        pages.Forget();
        chats.ForgetDirectory();
        await chats.Leader.Say("交办");
        await chats.Leader.Press(
            "交办",
            ("事项名称", Evil("名称")),
            ("责任地区", "正定县"),
            ("责任主体", Evil("主体")),
            ("目标任务", Evil("目标")),
            ("依据", Evil("依据")),
            ("办理时限", "2026-12-15"));
        var number = chats.Leader.Last.Number();
        await chats.Zhengding.Say("签收 " + number);
        await chats.Zhengding.SendFile("\u202E<img src=x>文件.pdf", Sample.Pdf("文件"), $"反馈进展 {number} {Evil("进展")}");
        planted.Add("文件");
        await chats.Zhengding.Do(number, "申请延期", ("延期理由", Evil("理由")), ("申请延至", "2026-12-25"));
        await chats.Leader.Say($"留言 {number} {Evil("留言")}");
        var check = await chats.Leader.Say($"反馈 正定县 11月20日\n序号\t反馈问题\t完成时限\n1\t{Evil("问题")}\t2026-12-31");
        await chats.Leader.PressOn(check, "下发1个问题");
        await chats.Deliver();
        var officer = await pages.SignIn("32");
        var set = Regex.Match((await officer.Get("/tab/plans")).Body, "href=\"/tab/plans/(?<set>[^\"]+)\"", RegexOptions.NonBacktracking).Groups["set"].Value;
        var row = Regex.Match((await officer.Get("/tab/plans/" + set)).Body, "data-row=\"1\" data-key=\"(?<key>[^\"]+)\"", RegexOptions.NonBacktracking);
        await officer.Press("setplan.fill", new()
        {
            ["card"] = "a",
            ["set"] = set,
            ["row"] = "1",
            ["key"] = row.Groups["key"].Value,
            ["measures"] = Evil("措施"),
            ["leaderPost"] = Evil("领导"),
            ["department"] = Evil("部门"),
            ["due"] = "2026-12-20",
        });

        HashSet<string> shown = [];
        foreach (var key in Roles().Select(role => role.Data))
        {
            var browser = await pages.SignIn(key);
            foreach (var path in AllPages.All.Where(page => page.InMenu).Select(page => page.Route)
                .Concat([$"matter/{number}", $"plans/{set}", $"sets/{set}", "sets/130123", "ledger/130123?col=number&col=title&col=place&col=responsible", "nothing"]))
            {
                foreach (var language in new[] { "zh-CN", "en-US" })
                {
                    var body = (await browser.Get("/tab/" + path, ("Accept-Language", language))).Body;
                    Assert.DoesNotContain("<script>alert", body, StringComparison.Ordinal);
                    Assert.DoesNotContain("<img", body, StringComparison.Ordinal);
                    // In an attribute it turns nothing but itself around, and in a <bdi> neither.
                    var beside = Regex.Replace(body, "<bdi>[^<]*</bdi>|<textarea[^>]*>[^<]*</textarea>|\"[^\"]*\"", "", RegexOptions.NonBacktracking);
                    Assert.False(beside.Contains('\u202E'), $"{key} {path}: {Around(beside)}");
                    shown.UnionWith(planted.Where(name => System.Net.WebUtility.HtmlDecode(body).Contains(name + "甲", StringComparison.Ordinal) || name == "文件" && body.Contains("文件.pdf", StringComparison.Ordinal)));
                }
            }
        }

        // What stands in the history alone comes by a turn, and is shown by what shows cards.
        var history = (await officer.Say($"办理记录 {number}")).Json.ToJsonString(new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
        Assert.DoesNotContain(
            planted,
            name => !shown.Contains(name) && !history.Contains(name + "甲", StringComparison.Ordinal));

        string Evil(string name)
        {
            planted.Add(name);
            return $"\u202E<script>alert(1)</script><img src=x onerror=alert(2)>{name}甲";
        }

        static string Around(string text) =>
            text.IndexOf('\u202E', StringComparison.Ordinal) is >= 0 and var at ? text[Math.Max(0, at - 80)..Math.Min(text.Length, at + 40)] : "";
    }

    /// <summary>Somebody was quicker: the old page is answered with what stands, and nothing is done twice.</summary>
    [Fact]
    public async Task OldPage_IsAnsweredWithWhatStands()
    {
        await using var pages = await Pages.Open();
        var number = await pages.Chats.Leader.Assign("长安区", "上报方案");
        var officer = await pages.SignIn("31");
        var old = await officer.Get("/tab/matter/" + number);
        var card = JsonNode.Parse(System.Net.WebUtility.HtmlDecode(
            Regex.Match(old.Body, "data-card=\"(?<card>[^\"]+)\"", RegexOptions.NonBacktracking).Groups["card"].Value));
        var sign = Buttons(card).Single(button => (string?)button["title"] == "签收");
        await pages.Chats.Leader.Do(number, "撤回", ("原因", "另行部署"));

        var answer = await officer.Press((string)sign["verb"]!, (JsonObject)sign["data"]!.DeepClone());

        Assert.Equal(200, answer.Status);
        Assert.Contains("已撤回", answer.Body, StringComparison.Ordinal);
        Assert.Contains("已撤回", (await officer.Get("/tab/matter/" + number)).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Assets_AreKeptByTheirHash()
    {
        await using var pages = await Pages.Open();
        var answer = await pages.Ask(StaticFiles.Address("tab.css"));
        Assert.Equal(200, answer.Status);
        Assert.Contains("immutable", answer.Headers.CacheControl.ToString(), StringComparison.Ordinal);
        Assert.Equal(404, (await pages.Ask("/tab/assets/0000000000000000/tab.css")).Status);
        Assert.True(StaticFiles.HasCards);
    }

    [Theory]
    [InlineData("gzip, deflate, br", true)]
    [InlineData("br;q=0.1", true)]
    [InlineData("BR", true)]
    [InlineData("br;q=0", false)]
    [InlineData("gzip, br;q=0.000, *", false)]
    [InlineData("gzip", false)]
    [InlineData("brotli, xbr", false)]
    [InlineData("br;q=;;", false)]
    [InlineData("", false)]
    public async Task Answer_IsCompressedForWhomItMayBe(string accepted, bool isCompressed)
    {
        await using var pages = await Pages.Open();
        var officer = await pages.SignIn("31");
        foreach (var path in new[] { "/tab/mine", StaticFiles.Address("tab.css") })
        {
            var answer = await officer.Get(path, ("Accept-Encoding", accepted));
            Assert.Equal((200, isCompressed ? "br" : ""), (answer.Status, answer.Headers.ContentEncoding.ToString()));
        }
    }

    /// <summary>What is counted from everything there is, is not counted anew every four seconds.</summary>
    [Fact]
    public async Task Page_ShowsByItselfWhatOthersDo_ButCountsOfTheWeek()
    {
        await using var pages = await Pages.Open();
        var office = await pages.SignIn("01");
        Assert.Contains("data-live=\"true\"", (await office.Get("/tab/ledger")).Body, StringComparison.Ordinal);
        Assert.DoesNotContain("data-live", (await office.Get("/tab/burden")).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Job_ShowsHowFarItIs_ToWhoeverBeganItAlone()
    {
        await using var pages = await Pages.Open();
        var leader = await pages.SignIn("11");
        var table = await leader.Say("导入\n事项名称\t责任地区\t责任主体\t目标任务\t办理时限\n方案\t长安区\t区委\t报送方案\t2026-12-20\n方案\t正定县\t县委\t报送方案\t2026-12-20");
        var begin = All(table.Json).First(one => (string?)one["verb"] == "import.start")["data"]!.DeepClone().AsObject();
        var job = (string)begin["job"]!;
        Assert.Equal(200, (await leader.Press("import.start", begin)).Status);
        var page = await leader.Get("/tab/job/" + job);
        Assert.Equal(200, page.Status);
        Assert.Contains("data-card", page.Body, StringComparison.Ordinal);
        foreach (var path in new[] { "/tab/job", "/tab/job/x", "/tab/job/" + new string('a', 200), "/tab/job/..%2F" + job })
        {
            Assert.Equal(404, (await leader.Get(path)).Status);
        }

        Assert.Equal(404, (await (await pages.SignIn("01")).Get("/tab/job/" + job)).Status);
        Assert.Equal(404, (await (await pages.SignIn("31")).Get("/tab/job/" + job)).Status);

        static IEnumerable<JsonObject> All(JsonNode? node) => node switch
        {
            JsonObject found => found.SelectMany(member => All(member.Value)).Prepend(found),
            JsonArray all => all.SelectMany(All),
            _ => [],
        };
    }

    /// <summary>It was not taken, which is known: whoever pressed need not wonder.</summary>
    [Fact]
    public async Task TurnOfASessionThatIsOver_AndOneTooMany_SayThatNothingWasDone()
    {
        await using var pages = await Pages.Open(isSecure: true);
        var officer = await pages.SignIn("31");
        PageAnswer last;
        do
        {
            last = await officer.Say("我的事项");
        }
        while (last.Status == 200);
        Assert.Equal((429, true), (last.Status, ((string)last.Json["error"]!["message"]!).Contains("请求太频繁", StringComparison.Ordinal)));

        pages.Chats.Clock.Advance(Duration.FromHours(8));
        last = await officer.Say("我的事项");
        Assert.Equal((401, true), (last.Status, ((string)last.Json["error"]!["message"]!).Contains("没有执行", StringComparison.Ordinal)));
        last = await officer.Send("a.txt", "abc");
        Assert.Equal((401, true), (last.Status, ((string)last.Json["error"]!["message"]!).Contains("没有执行", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task WhoAsksTooOften_IsToldSo_AndAfterAWhileMayAskAgain()
    {
        await using var pages = await Pages.Open(isSecure: true);
        var (officer, other) = (await pages.SignIn("31"), await pages.SignIn("32"));
        for (var i = 1; i < 120; i++)
        {
            Assert.Equal(404, (await officer.Get("/tab/nothing")).Status);
        }

        var over = await officer.Get("/tab/mine");
        Assert.Equal((429, "20"), (over.Status, over.Headers.RetryAfter.ToString()));
        Assert.Equal(200, (await other.Get("/tab/mine")).Status);
        pages.Time.Advance(Duration.FromSeconds(20));
        Assert.Equal(200, (await officer.Get("/tab/mine")).Status);
    }

    [Fact]
    public async Task Stranger_WhoAsksTooOften_IsToldSo_ByTheAddressThatTheFrontSaysLast()
    {
        await using var pages = await Pages.Open(isSecure: true);
        // Whoever asks writes the first one as they like, and each connection has another port.
        for (var i = 0; i < 300; i++)
        {
            Assert.Equal(302, (await From($"9.9.9.{i % 200}, 203.0.113.7:{5000 + i}")).Status);
        }

        Assert.Equal(429, (await From("198.51.100.1, 203.0.113.7:9")).Status);
        Assert.Equal(429, (await From("203.0.113.7")).Status);
        Assert.Equal(302, (await From("203.0.113.7, 198.51.100.1:9")).Status);
        Assert.Equal(302, (await From("[2001:db8::1]:9")).Status);
        pages.Time.Advance(Duration.FromMinutes(1));
        Assert.Equal(302, (await From("203.0.113.7")).Status);

        Task<PageAnswer> From(string address) => pages.Ask("/tab/mine", headers: ("X-Forwarded-For", address));
    }

    private static string VisitIn(PageAnswer answer, string attribute) =>
        Regex.Match(answer.Body, $"{attribute}=\"(?<value>[^\"]+)\"", RegexOptions.NonBacktracking).Groups["value"].Value;

    private static string ShownIn(PageAnswer answer) => answer.Body[answer.Body.IndexOf("<main", StringComparison.Ordinal)..];

    private static Person DemoPerson(string key) =>
        DemoData.People.Single(person => person.Id.EndsWith(key, StringComparison.Ordinal));

    private static IEnumerable<JsonObject> Buttons(JsonNode? node) => node switch
    {
        JsonObject { } found when (string?)found["type"] == "Action.Execute" => [found],
        JsonObject { } other => other.SelectMany(member => Buttons(member.Value)),
        JsonArray { } all => all.SelectMany(Buttons),
        _ => [],
    };
}
