using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Playwright;

namespace LiaisonBot.EndToEnd.Browser;

/// <summary>
/// The pages in a real browser. LIAISON_PICTURES names a folder for pictures of all of them, in more widths and languages.
/// </summary>
public sealed class TabTests(PagesHost host) : IClassFixture<PagesHost>
{
    private const int Kilobyte = 1024;

    private static readonly string? Pictures = Environment.GetEnvironmentVariable("LIAISON_PICTURES") is { Length: > 0 } folder ? folder : null;

    private static readonly string Axe = File.ReadAllText(Path.Combine(SourceFolder.Root, "node_modules", "axe-core", "axe.min.js"));

    /// <summary>
    /// Every page for those who have it, narrow and wide, light and dark: whole, and axe-core finds nothing. The list of all
    /// pages is that of the menu, with those that lists lead to.
    /// </summary>
    [Theory]
    [InlineData("01", "zh-CN")]
    [InlineData("11", "en-US")]
    [InlineData("21", "en-US")]
    [InlineData("32", "zh-CN")]
    [InlineData("41", "en-US")]
    [InlineData("51", "zh-CN")]
    public async Task EveryPage_IsWhole_AndAccessible(string key, string language)
    {
        await host.Open();
        await using var context = await host.Browser.NewContextAsync(new() { Locale = language });
        var page = await context.NewPageAsync();
        List<string> wrong = [];
        page.Console += (_, said) => Add(said.Type is "error" && !said.Text.Contains("the server responded with a status of 40", StringComparison.Ordinal), said.Text);
        page.PageError += (_, error) => wrong.Add($"{page.Url}: {error}");
        await page.GotoAsync(host.SignIn(key).AbsoluteUri);
        var menu = await page.EvalOnSelectorAllAsync<string[]>("header nav a", "all => all.map(one => one.getAttribute('href'))");
        foreach (var path in menu.Concat(
            [$"/tab/matter/{host.Matters[1]}", $"/tab/plans/{host.Set}", $"/tab/sets/{host.Set}", "/tab/nothing", "/tab/signin"]))
        {
            await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light });
            await page.SetViewportSizeAsync(320, 800);
            await page.GotoAsync(host.Page(path).AbsoluteUri);
            await Settle(page);
            Add(await page.EvaluateAsync<bool>("document.querySelector('img, main script') !== null"), "markup came through");
            await Look("320 light", colors: false);
            await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
            await Look("320 dark", colors: true);
            await page.SetViewportSizeAsync(1280, 800);
            await Look("1280 dark", colors: false);
            await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light });
            await Look("1280 light", colors: true);
            if (Pictures is not null)
            {
                foreach (var width in new[] { 320, 480, 1024, 1600 })
                {
                    await page.SetViewportSizeAsync(width, 800);
                    await Photograph(page, $"{key}-{path["/tab/".Length..].Replace('/', '-')}-{width}");
                }
            }

            async Task Look(string how, bool colors)
            {
                Add(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth > innerWidth"), $"{how}: it is wider than the window");
                wrong.AddRange((await Violations(page, colors)).Select(violation => $"{key} {path} {how}: {violation}"));
            }
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong.Distinct()));

        void Add(bool isWrong, string what)
        {
            if (isWrong)
            {
                wrong.Add($"{key} {page.Url}: {what}");
            }
        }
    }

    [Fact]
    public async Task ForcedColors_LeaveEverythingThere()
    {
        await host.Open();
        await using var context = await host.Browser.NewContextAsync(new() { ForcedColors = ForcedColors.Active, Locale = "zh-CN" });
        var page = await context.NewPageAsync();
        await page.GotoAsync(host.SignIn("32").AbsoluteUri);
        foreach (var path in new[] { "/tab/mine", "/tab/ledger", $"/tab/matter/{host.Matters[1]}", $"/tab/plans/{host.Set}" })
        {
            await page.GotoAsync(host.Page(path).AbsoluteUri);
            await Settle(page);
            Assert.Empty(await Violations(page, colors: false));
            Assert.NotEqual("none", await page.EvalOnSelectorAsync<string>("#box button", "one => getComputedStyle(one).borderStyle"));
            await Photograph(page, "forced-" + path["/tab/".Length..].Replace('/', '-'));
        }
    }

    [Fact]
    public async Task FirstPage_IsLight_AndWorksWithoutScripts()
    {
        await host.Open();
        await using var context = await host.Browser.NewContextAsync();
        var page = await context.NewPageAsync();
        long bytes = 0;
        page.Response += async (_, response) => Interlocked.Add(ref bytes, (await response.Request.SizesAsync()).ResponseBodySize);
        await page.GotoAsync(host.SignIn("11").AbsoluteUri);
        await page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        Assert.InRange(bytes, 1, 150 * Kilobyte);

        await using var plain = await host.Browser.NewContextAsync(new() { JavaScriptEnabled = false, Locale = "zh-CN" });
        page = await plain.NewPageAsync();
        await page.GotoAsync(host.SignIn("31").AbsoluteUri);
        await page.Locator("#mine").GetByText("上报整改方案").ClickAsync();
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("待签收");
        await page.GetByRole(AriaRole.Button, new() { Name = "退出" }).ClickAsync();
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("不是真正的登录");
    }

    /// <summary>One person in the chat, the other on the page; what one does shows to the other by itself.</summary>
    [Fact]
    public async Task Matter_FromAssignmentToClosure_WithOneInTheChatAndOneOnThePage()
    {
        await host.Open();
        var leader = host.Bot.Person("11");
        await leader.Open();
        await leader.Say($"交办 长安区 {await host.Bot.Day(20)} 走完一遍");
        await leader.Press("交办");
        await using var context = await host.Browser.NewContextAsync(new() { Locale = "zh-CN", ViewportSize = new() { Width = 360, Height = 740 } });
        var page = await context.NewPageAsync();
        await page.GotoAsync(host.SignIn("31").AbsoluteUri);
        await page.Locator("#mine").GetByText("走完一遍").ClickAsync();
        await Press("签收");
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("办理中");
        await Press("反馈进展");
        await page.GetByLabel("进展情况").FillAsync("方案初稿已完成");
        await Press("提交");
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("方案初稿已完成");
        await Press("报结");
        await page.GetByLabel("办理结果").FillAsync("方案已印发");
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("已报结");
        await leader.Pushed("已报结", "方案已印发");
        await leader.Press("办结");
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("已办结");

        // The box takes what the chat takes.
        await page.GetByLabel("像在聊天里一样说").FillAsync("1301-9999");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("#answers")).ToContainTextAsync("1301-9999");

        Task Press(string name) => page.Locator("main").GetByRole(AriaRole.Button, new() { Name = name, Exact = true }).First.ClickAsync();
    }

    /// <summary>
    /// What a page asked before a step comes after it, on a slow line: it is not shown, and what was pressed is not lost.
    /// </summary>
    [Fact]
    public async Task Step_ThatIsTakenWhileThePageAsks_Stays()
    {
        await host.Open();
        var leader = host.Bot.Person("11");
        await leader.Open();
        await leader.Say($"交办 长安区 {await host.Bot.Day(20)} 网络很慢");
        await leader.Press("交办");
        await using var context = await host.Browser.NewContextAsync(new() { Locale = "zh-CN", ViewportSize = new() { Width = 360, Height = 740 } });
        var page = await context.NewPageAsync();
        await page.GotoAsync(host.SignIn("31").AbsoluteUri + "?to=/tab/matter/" + leader.Number);
        await Settle(page);
        // The next time the page asks, its answer is held back; it was made before the step.
        var (asked, let) = (new TaskCompletionSource(), new TaskCompletionSource());
        await page.RouteAsync("**/tab/matter/*", async route =>
        {
            if (asked.TrySetResult())
            {
                await leader.Ask($"催办 {leader.Number} 请抓紧");
                var answer = await route.FetchAsync();
                await let.Task;
                await route.FulfillAsync(new() { Response = answer });
            }
            else
            {
                await route.ContinueAsync();
            }
        });
        await asked.Task.WaitAsync(TimeSpan.FromSeconds(30));
        await page.Locator("main").GetByRole(AriaRole.Button, new() { Name = "签收", Exact = true }).ClickAsync();
        await Assertions.Expect(page.Locator("main [data-card]")).ToContainTextAsync("办理中");
        var late = page.WaitForResponseAsync(response => response.Url.Contains("/tab/matter/", StringComparison.Ordinal));
        let.SetResult();
        await late;
        await Assertions.Expect(page.Locator("#history")).ToContainTextAsync("请抓紧");
        await Assertions.Expect(page.Locator("main [data-card]")).ToContainTextAsync("办理中");
        await Assertions.Expect(page.Locator("main [data-card]")).Not.ToContainTextAsync("待签收");
    }

    /// <summary>A page that renews itself leaves the keyboard where it was, and what is being typed.</summary>
    [Fact]
    public async Task PageThatRenewsItself_LeavesTheKeyboardAndWhatIsTyped()
    {
        await host.Open();
        await using var context = await host.Browser.NewContextAsync(new() { Locale = "zh-CN" });
        var page = await context.NewPageAsync();
        await page.GotoAsync(host.SignIn("31").AbsoluteUri);
        await page.Locator("#mine a.line").First.FocusAsync();
        var at = await Focused();
        await Assign("键盘不动");
        await Assertions.Expect(page.Locator("#mine")).ToContainTextAsync("键盘不动");
        Assert.Equal(at, await Focused());

        await page.GotoAsync(host.Page("/tab/ledger").AbsoluteUri);
        var search = page.Locator("main form input[name=q]");
        await search.FillAsync("还没查找");
        await page.Locator("h1").ClickAsync();
        await Assign("正在查找");
        await Assertions.Expect(page.Locator("#changed")).ToBeVisibleAsync();
        await Assertions.Expect(search).ToHaveValueAsync("还没查找");

        // What is typed while something is on its way is the next thing to say.
        var (sent, let) = (new TaskCompletionSource(), new TaskCompletionSource());
        await page.RouteAsync("**/tab/turn", async route =>
        {
            sent.TrySetResult();
            await let.Task;
            await route.ContinueAsync();
        });
        var box = page.GetByLabel("像在聊天里一样说");
        await box.FillAsync("1301-9999");
        await box.PressAsync("Enter");
        await sent.Task.WaitAsync(TimeSpan.FromSeconds(30));
        await Assertions.Expect(box).ToHaveValueAsync("");
        await box.FillAsync("台账");
        let.SetResult();
        await Assertions.Expect(page.Locator("#answers")).ToContainTextAsync("1301-9999");
        await Assertions.Expect(box).ToHaveValueAsync("台账");

        Task<string> Focused() => page.EvaluateAsync<string>("document.activeElement.getAttribute('href') ?? document.activeElement.localName");

        async Task Assign(string title)
        {
            var leader = host.Bot.Person("11");
            await leader.Open();
            await leader.Say($"交办 长安区 {await host.Bot.Day(20)} {title}");
            await leader.Press("交办");
        }
    }

    /// <summary>Whoever went on to another card of a page reads it on, whatever happens meanwhile, and hears that something did.</summary>
    [Fact]
    public async Task CardThatOneWentOnTo_StaysWhenThePageChanges()
    {
        await host.Open();
        var set = await host.Feedback("正定县", "接待超标", "台账缺页");
        await using var context = await host.Browser.NewContextAsync(new() { Locale = "zh-CN", ViewportSize = new() { Width = 360, Height = 740 } });
        var page = await context.NewPageAsync();
        await page.GotoAsync(host.SignIn("11").AbsoluteUri + "?to=/tab/sets/" + set);
        await Settle(page);
        await page.GetByRole(AriaRole.Button, new() { Name = "问题清单" }).ClickAsync();
        await Assertions.Expect(page.Locator("main [data-card]")).ToContainTextAsync("台账缺页");
        var county = host.Bot.Person("32");
        await county.Open();
        var number = set.Split('-');
        await county.Say($"整改{number[1]}-{int.Parse(number[2], CultureInfo.InvariantCulture)}");
        await county.Press("签收");
        await Assertions.Expect(page.Locator("#changed")).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator("main [data-card]")).ToContainTextAsync("台账缺页");
    }

    /// <summary>A table is pasted with its lines, as in the chat; Enter sends it.</summary>
    [Fact]
    public async Task Box_TakesATable_WithItsLines()
    {
        await host.Open();
        await using var context = await host.Browser.NewContextAsync(new() { Locale = "zh-CN", ViewportSize = new() { Width = 360, Height = 740 } });
        var page = await context.NewPageAsync();
        await page.GotoAsync(host.SignIn("11").AbsoluteUri);
        var box = page.GetByLabel("像在聊天里一样说");
        await box.FillAsync($"反馈 正定县 {await host.Bot.Day(-3)}\n序号\t反馈问题\t完成时限\n1\t公车私用\t{await host.Bot.Day(40)}\n2\t超标接待\t{await host.Bot.Day(40)}");
        await box.PressAsync("Enter");
        await Assertions.Expect(page.Locator("#answers").GetByRole(AriaRole.Button, new() { Name = "下发2个问题" })).ToBeVisibleAsync();
        await Assertions.Expect(box).ToHaveValueAsync("");
    }

    /// <summary>Ten minutes after the last key a sealed form goes from the screen, with what was typed; the list of numbers stays.</summary>
    [Fact]
    public async Task SealedForm_IsClosedWhenNobodyIsThere()
    {
        await host.Open();
        await using var context = await host.Browser.NewContextAsync(new() { Locale = "zh-CN", ViewportSize = new() { Width = 360, Height = 740 } });
        var page = await context.NewPageAsync();
        await page.Clock.InstallAsync();
        await page.GotoAsync(host.SignIn("11").AbsoluteUri + "?to=/tab/sealed");
        await Settle(page);
        await page.GetByLabel("像在聊天里一样说").FillAsync("登记 来电");
        await page.Keyboard.PressAsync("Enter");
        var field = page.Locator("#answers input[type=text]").First;
        await field.FillAsync("反映一件事");
        await page.Clock.FastForwardAsync("09:00");
        await field.PressSequentiallyAsync("，再说一句");
        await page.Clock.FastForwardAsync("09:00");
        await Assertions.Expect(field).ToHaveValueAsync("反映一件事，再说一句");
        await page.Clock.FastForwardAsync("01:05");
        await Assertions.Expect(page.Locator("#answers")).ToContainTextAsync("密件已自动关闭");
        await Assertions.Expect(page.Locator("#answers input[type=text]")).ToHaveCountAsync(0);
        Assert.DoesNotContain("反映一件事", await page.ContentAsync(), StringComparison.Ordinal);
        await Assertions.Expect(page.Locator("main [data-card]")).ToContainTextAsync("密件");
    }

    /// <summary>A plan that was filled in elsewhere comes back by the box; the grid of the page has it at once.</summary>
    [Fact]
    public async Task Box_TakesAFile_AndThePageHasWhatItChanged()
    {
        await host.Open();
        var set = await host.Feedback("正定县", "台账缺页");
        await using var context = await host.Browser.NewContextAsync(new() { Locale = "zh-CN", ViewportSize = new() { Width = 360, Height = 740 } });
        var page = await context.NewPageAsync();
        await page.GotoAsync(host.SignIn("32").AbsoluteUri + "?to=/tab/plans/" + set);
        await Settle(page);
        var sheet = "序号,反馈问题,整改目标,整改类别,整改措施,责任领导,责任部门,完成时限,\n"
            + $"1,台账缺页,,集中整改,补齐台账,副县长,民政局,{await host.Bot.Day(40)},liaison:{set}#1#------------------------\n";
        await page.Locator("#attach").SetInputFilesAsync(new FilePayload { Name = "方案.csv", MimeType = "text/csv", Buffer = Encoding.UTF8.GetBytes(sheet) });
        // At once, while it may still be on its way.
        await page.GetByRole(AriaRole.Button, new() { Name = "发送" }).ClickAsync();
        await page.Locator("#answers").GetByRole(AriaRole.Button, new() { Name = "写入" }).ClickAsync();
        await Assertions.Expect(page.Locator("#answers")).ToContainTextAsync("已写入1项");
        await Assertions.Expect(page.Locator("tr[data-row='1'] [name=measures]")).ToHaveValueAsync("补齐台账");
        await Assertions.Expect(page.Locator("#along")).ToBeHiddenAsync();

        // One that is chosen can be left out again.
        await page.Locator("#attach").SetInputFilesAsync(new FilePayload { Name = "说明.txt", MimeType = "text/plain", Buffer = "x"u8.ToArray() });
        await page.GetByRole(AriaRole.Button, new() { Name = "不发了" }).ClickAsync();
        await page.GetByLabel("像在聊天里一样说").FillAsync("我的事项");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("#answers .answer").First).ToContainTextAsync("我的事项");
        await Assertions.Expect(page.Locator("#answers .answer").First).Not.ToContainTextAsync("说明.txt");
    }

    /// <summary>Tab goes from cell to cell, Enter to the row below; each row is saved as it is left, and the whole is handed in.</summary>
    [Fact]
    public async Task Grid_IsFilledAndHandedIn_ByKeyboardAlone()
    {
        await host.Open();
        var set = await host.Feedback("正定县", "账目不清", "人员超编");
        await using var context = await host.Browser.NewContextAsync(new() { Locale = "zh-CN", ViewportSize = new() { Width = 1280, Height = 800 } });
        var page = await context.NewPageAsync();
        await page.GotoAsync(host.SignIn("32").AbsoluteUri + "?to=/tab/plans/" + set);
        await Settle(page);
        var keyboard = page.Keyboard;
        await Until("!document.activeElement.closest('[data-grid] tr[data-row]')");
        for (var row = 1; row <= 2; row++)
        {
            Assert.Equal($"{row} measures", await Focused());
            await keyboard.TypeAsync($"清理第{row}项");
            await keyboard.PressAsync("Tab");
            Assert.Equal($"{row} leaderPost", await Focused());
            await keyboard.TypeAsync("县长");
            await keyboard.PressAsync("Tab");
            Assert.Equal($"{row} department", await Focused());
            await keyboard.TypeAsync("县财政局");
            await keyboard.PressAsync("Tab");
            Assert.Equal($"{row} due", await Focused());
            // A day has three fields of its own, in an order that is the browser's: an arrow goes one up, another one back.
            await keyboard.PressAsync("ArrowDown");
            await keyboard.PressAsync("ArrowUp");
            await Until($"document.activeElement.closest('[data-grid] tr[data-row=\"{row}\"]') !== null");
            await Assertions.Expect(page.Locator($"tr[data-row='{row}']:not([data-unsaved]) .state")).ToHaveTextAsync("已保存");
        }

        await page.ReloadAsync();
        await Settle(page);
        Assert.Equal("清理第2项", await page.Locator("tr[data-row='2'] [name=measures]").InputValueAsync());
        await Until("document.activeElement.textContent !== '报送方案'");
        await keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("main [data-card]")).ToContainTextAsync("已报送");
        await Assertions.Expect(page.Locator("[data-grid]")).ToHaveCountAsync(0);
        await Assertions.Expect(page.Locator(".grid")).ToContainTextAsync("清理第2项");

        Task<string> Focused() => page.EvaluateAsync<string>(
            "(document.activeElement.closest('tr')?.dataset.row ?? '') + ' ' + (document.activeElement.name ?? '')");

        async Task Until(string not)
        {
            for (var i = 0; i < 200 && await page.EvaluateAsync<bool>(not); i++)
            {
                await keyboard.PressAsync("Tab");
            }

            Assert.False(await page.EvaluateAsync<bool>(not), not);
        }
    }

    /// <summary>A day is another day at each key: what is saved of its row meanwhile has the day as it stood, and the new one when it is left.</summary>
    [Fact]
    public async Task Day_InTheGrid_IsSavedWhenItIsLeft_AndNotOnTheWay()
    {
        await host.Open();
        var set = await host.Feedback("正定县", "超标准接待");
        await using var context = await host.Browser.NewContextAsync(new() { Locale = "zh-CN", ViewportSize = new() { Width = 1280, Height = 800 } });
        var page = await context.NewPageAsync();
        await page.GotoAsync(host.SignIn("32").AbsoluteUri + "?to=/tab/plans/" + set);
        await Settle(page);
        var day = page.Locator("tr[data-row='1'] [name=due]");
        var before = await day.InputValueAsync();
        var (sent, let) = (new ConcurrentQueue<string?>(), new TaskCompletionSource());
        await page.RouteAsync("**/tab/turn", async route =>
        {
            sent.Enqueue(JsonNode.Parse(route.Request.PostData!)?["value"]?["action"]?["data"]?["due"]?.GetValue<string>());
            await let.Task;
            await route.ContinueAsync();
        });

        // Two cells are left while the first of them is on its way; the row is sent for the second while the day is being changed.
        await page.Locator("tr[data-row='1'] [name=leaderPost]").PressSequentiallyAsync("县长");
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.TypeAsync("县财政局");
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("ArrowDown");
        var onTheWay = await day.InputValueAsync();
        Assert.NotEqual(before, onTheWay);
        var second = page.WaitForRequestAsync("**/tab/turn");
        let.SetResult();
        await second;
        await Assertions.Expect(page.Locator("tr[data-row='1'] .state")).ToHaveTextAsync("");
        Assert.Equal([before, before], sent);
        await Assertions.Expect(page.Locator("tr.below")).ToHaveCountAsync(0);
        Assert.Equal(onTheWay, await day.InputValueAsync());

        // Back to where it was and left: the keyboard is nowhere else than in the next field, and the row is saved.
        await page.Keyboard.PressAsync("ArrowUp");
        await page.Locator("tr[data-row='1'] [name=measures]").FocusAsync();
        await Assertions.Expect(page.Locator("tr[data-row='1']:not([data-unsaved]) .state")).ToHaveTextAsync("已保存");
        Assert.Equal([before, before, before], sent);
        Assert.Equal("measures", await page.EvaluateAsync<string>("document.activeElement.name"));
    }

    /// <summary>On a phone one looks elsewhere and perhaps never comes back: what stands in the cell is saved, a half typed day is not.</summary>
    [Fact]
    public async Task Cell_InTheGrid_IsSavedWhenThePageIsHidden()
    {
        await host.Open();
        var set = await host.Feedback("正定县", "台账不全");
        await using var context = await host.Browser.NewContextAsync(new() { Locale = "zh-CN", ViewportSize = new() { Width = 360, Height = 640 } });
        var page = await context.NewPageAsync();
        await page.GotoAsync(host.SignIn("32").AbsoluteUri + "?to=/tab/plans/" + set);
        await Settle(page);
        var (measures, day) = (page.Locator("tr[data-row='1'] [name=measures]"), page.Locator("tr[data-row='1'] [name=due]"));
        await measures.PressSequentiallyAsync("补建台账");
        await LookElsewhere();
        await day.FocusAsync();
        await page.Keyboard.PressAsync("ArrowDown");
        await page.Keyboard.PressAsync("ArrowUp");
        await page.Keyboard.PressAsync("ArrowUp");
        var typed = await day.InputValueAsync();
        await LookElsewhere();
        await page.ReloadAsync();
        Assert.Equal("补建台账", await measures.InputValueAsync());
        Assert.Equal(typed, await day.InputValueAsync());

        async Task LookElsewhere()
        {
            await page.EvaluateAsync(Turned("hidden"));
            await Assertions.Expect(page.Locator("tr[data-row='1']:not([data-unsaved]) .state")).ToHaveTextAsync("已保存");
            await page.EvaluateAsync(Turned("visible"));
        }

        static string Turned(string to) =>
            $"Object.defineProperty(document, 'visibilityState', {{ get: () => '{to}', configurable: true }}); document.dispatchEvent(new Event('visibilitychange'))";
    }

    /// <summary>What one saves shows at the other; where both wrote in one cell, the cell is named and nothing typed is gone.</summary>
    [Fact]
    public async Task TwoPeople_InOneGrid_SeeEachOther_AndLoseNothing()
    {
        await host.Open();
        await using var cast = new Driving.Cast(host.Bot);
        var colleague = await cast.Officer("石家庄市正定县");
        var set = await host.Feedback("正定县", "招商不实", "欠账较多");
        var (one, other) = (await Open("00000000-0000-4000-8000-000000000032"), await Open(colleague.ObjectId));

        await Cell(one, 1, "department").FillAsync("县商务局");
        await Cell(one, 1, "department").PressAsync("Tab");
        await Assertions.Expect(State(one, 1)).ToHaveTextAsync("已保存");
        await Assertions.Expect(Cell(other, 1, "department")).ToHaveValueAsync("县商务局");

        // Both begin in the same cell: the second is told which one, and whose text stands.
        await Cell(other, 2, "department").FocusAsync();
        await Cell(one, 2, "department").FillAsync("县财政局");
        await Cell(one, 2, "department").PressAsync("Tab");
        await Assertions.Expect(State(one, 2)).ToHaveTextAsync("已保存");
        await Cell(other, 2, "department").PressSequentiallyAsync("县审计局");
        await Cell(other, 2, "department").PressAsync("Tab");
        var below = other.Locator("tr.below");
        await Assertions.Expect(below).ToContainTextAsync("有人刚改为“县财政局”");
        Assert.Equal("县审计局", await Cell(other, 2, "department").InputValueAsync());
        Assert.Equal("县财政局", await Cell(one, 2, "department").InputValueAsync());
        if (Pictures is not null)
        {
            await Photograph(other, "conflict");
        }

        async Task<IPage> Open(string account)
        {
            var context = await host.Browser.NewContextAsync(new() { Locale = "zh-CN" });
            var page = await context.NewPageAsync();
            await page.GotoAsync(host.SignInAs(account).AbsoluteUri + "?to=/tab/plans/" + set);
            await Settle(page);
            return page;
        }

        static ILocator Cell(IPage page, int row, string name) => page.Locator($"tr[data-row='{row}'] [name={name}]");
        static ILocator State(IPage page, int row) => page.Locator($"tr[data-row='{row}'] .state");
    }

    /// <summary>The same in another make of browser: pages, a step by its card, and a row of the grid, by keyboard.</summary>
    [Fact]
    public async Task Firefox_ShowsThePages_TakesAStep_AndSavesARow()
    {
        await host.Open();
        var leader = host.Bot.Person("11");
        await leader.Open();
        await leader.Say($"交办 正定县 {await host.Bot.Day(20)} 用火狐办理");
        await leader.Press("交办");
        var set = await host.Feedback("正定县", "执法不严");
        await using var firefox = await Firefox.Launch();
        await firefox.Size(320, 740);
        await firefox.Open(host.SignIn("32"));
        var menu = await firefox.Evaluate<string>("[...document.querySelectorAll('header nav a')].map(one => one.getAttribute('href')).join(' ')");
        foreach (var path in menu.Split(' ').Append("/tab/plans/" + set).Append("/tab/sets/" + set))
        {
            await firefox.Open(host.Page(path));
            await firefox.Sees("!document.querySelector('main [data-card]') || document.querySelector('main [data-card] .ac-adaptiveCard')");
            Assert.False(await firefox.Evaluate<bool>("document.documentElement.scrollWidth > innerWidth"), path);
            await firefox.Evaluate<string>(Axe + "\n;''");
            Assert.Equal("", await firefox.Evaluate<string>("axe.run().then(all => all.violations.map(one => one.id + ': ' + one.nodes[0].html).join('\\n'))"));
            if (Pictures is not null)
            {
                await File.WriteAllBytesAsync(Path.Combine(Pictures, "firefox-" + path["/tab/".Length..].Replace('/', '-') + ".png"), await firefox.Picture());
            }
        }

        await firefox.Open(host.Page("/tab/matter/" + leader.Number));
        await firefox.Sees(Button("Sign for") + " || " + Button("签收"));
        await firefox.Evaluate<string>($"({Button("Sign for")} || {Button("签收")}).focus(), ''");
        await firefox.Type(Firefox.Enter);
        await firefox.Sees("/In progress|办理中/.test(document.querySelector('main').innerText)");

        await firefox.Open(host.Page("/tab/plans/" + set));
        await firefox.Evaluate<string>("document.querySelector('tr[data-row] [name=measures]').focus(), ''");
        await firefox.Type("重新核查" + Firefox.Tab + "县长" + Firefox.Tab);
        await firefox.Sees("document.querySelector('tr[data-row] [name=measures]').value === '重新核查' && !!document.querySelector('tr[data-row]:not([data-unsaved]) .state')?.textContent");
        await firefox.Open(host.Page("/tab/plans/" + set));
        Assert.Equal("重新核查 县长", await firefox.Evaluate<string>("['measures', 'leaderPost'].map(name => document.querySelector(`tr[data-row] [name=${name}]`).value).join(' ')"));

        static string Button(string title) => $"[...document.querySelectorAll('main button')].find(one => one.textContent === '{title}')";
    }

    /// <summary>Cards are shown by then.</summary>
    private static async Task Settle(IPage page)
    {
        if (await page.Locator("main [data-card]").CountAsync() > 0)
        {
            await page.Locator("main [data-card] .ac-adaptiveCard").First.WaitForAsync();
        }
    }

    /// <param name="colors">Contrast alone: the rest was looked at.</param>
    private static async Task<IReadOnlyList<string>> Violations(IPage page, bool colors)
    {
        if (!await page.EvaluateAsync<bool>("typeof axe === 'object'"))
        {
            await page.EvaluateAsync(Axe);
        }

        var found = await page.EvaluateAsync<JsonElement>(
            "only => axe.run(document, only ? { runOnly: ['color-contrast'] } : {}).then(all => all.violations.map(one => one.id + ': ' + one.nodes.map(node => node.html).slice(0, 3).join(' ')))",
            colors);
        return [.. found.EnumerateArray().Select(one => one.GetString()!)];
    }

    private static async Task Photograph(IPage page, string name)
    {
        if (Pictures is not null)
        {
            await page.ScreenshotAsync(new() { Path = Path.Combine(Pictures, name + ".png"), FullPage = true });
        }
    }
}
