using System.Text.Json.Nodes;
using LiaisonBot.Conversation;
using LiaisonBot.Conversation.Features;
using LiaisonBot.Core.Areas;
using LiaisonBot.Core.Jobs;
using LiaisonBot.Core.Matters;
using LiaisonBot.Core.Messaging;
using LiaisonBot.Core.People;
using LiaisonBot.Local.Demo;

namespace LiaisonBot.Tests.Conversation;

/// <param name="Name">Begins with the language: zh-mine. What is the same in both has none.</param>
/// <param name="Summary">What the toast says.</param>
/// <param name="Shown">Texts that have to be on it as they are.</param>
/// <param name="Typed">What people had typed by then.</param>
internal sealed record CardKind(
    string Name,
    JsonObject Card,
    string Summary,
    IReadOnlyList<string> Shown,
    ISet<string> Typed)
{
    /// <summary>
    /// A form as it first comes, with nothing wrong in it. The table of a notice is as long as the notice.
    /// </summary>
    public bool IsForm => !Name.EndsWith("notice-table", StringComparison.Ordinal)
        && !Name.Contains("wrong", StringComparison.Ordinal)
        && new Seen(Card).Inputs.Count > 0;
}

/// <summary>
/// One card of every kind that the bot shows, in both languages, with the texts that are hardest to show.
/// </summary>
internal static partial class AllCards
{
    /// <summary>Titles that are markup, code, or turn around what stands beside them.</summary>
    public static readonly IReadOnlyList<string> NastyTitles =
    [
        "**粗体** _斜体_ [链接](https://example.com) `代码` # 标题",
        "- 列表 1. 编号 > 引用 ~~删除~~ | 表 | 格 |",
        "<b>粗</b><script>alert(1)</script>&lt;&amp;<img src=x onerror=alert(1)>",
        "{{DATE(2026-11-24T00:00:00Z, SHORT)}} {{TIME(2026-11-24T00:00:00Z)}} ${title} {0}",
        "1. 关于\u0001控制\u0007字符\u001b[31m的\u007f事项",
        "整改👨‍👩‍👧‍👦方案🇨🇳𠮷野家",
        "שלום עולם مرحبا 1301-12 \u202e反转\u202c 结束",
        "https://example.com/a_b*c?d=e#f mailto:a@example.com @所有人",
        new string('整', 100),
        string.Concat(Enumerable.Repeat("Wwwwwwwwww", 10)),
    ];

    public const string EndOfLongText = "以上情况均已报区委主要负责同志审定。";

    public static readonly string LongText = string.Join(
        '\n',
        Enumerable.Range(1, 12).Select(i => $"{i}．已对辖区内各单位开展自查，发现问题{i}个，已整改{i}个，责任到人、限时销号。").Append(EndOfLongText));

    /// <summary>Where there is a tab, cards lead to it: they are higher by that.</summary>
    private static readonly TabLinks Tab = new(
        () => new("https://liaison.example"),
        TabLinks.TeamsOf("global"),
        "11111111-2222-4333-8444-555555555555");

    private static readonly Lazy<Task<IReadOnlyList<CardKind>>> Collected = new(Make);

    public static Task<IReadOnlyList<CardKind>> Collect() => Collected.Value;

    private static async Task<IReadOnlyList<CardKind>> Make()
    {
        var cards = new List<CardKind>();
        foreach (var language in new[] { "zh", "en" })
        {
            // The clients say which language they are set to.
            await using var chats = await Chats.Open(locale: language == "zh" ? "zh-CN" : "en-US", tab: Tab);
            var numbers = await chats.Everything();
            await chats.Deliver();

            void Add(string name, Seen seen, params string[] shown)
            {
                Assert.True(seen.Card is not null, $"{name} is not a card: {seen.Text}");
                Assert.True(
                    (string?)seen.Card["lang"] == language,
                    $"{language}-{name} is in the other language: {seen.Text}");
                cards.Add(new($"{language}-{name}", seen.Card, seen.Summary, shown, chats.Typed));
            }

            await Matters(chats, numbers, Add);
            await Lists(chats, numbers, Add);
            Add("reference", new((await chats.Office.Search("")).Messages[0]));
            await People(chats, Add);
            await AllForms(chats, numbers, Add);
            await Many(chats, Add);
            await CorrectAndUndo(chats, Add);
            await Reminders(chats, Add);
            await Deliveries(chats, Add);
            await CalendarAndVisits(chats, Add);
            await Jobs(chats, language == "en", Add);
            await Rooms(chats, numbers, Add);
            await Later(language, cards);
        }

        await using var nasty = await Chats.Open(tab: Tab);
        await Nasty(nasty, (name, seen, shown) => cards.Add(new(name, seen.Card!, seen.Summary, shown, nasty.Typed)));
        return cards;
    }

    /// <summary>Sets the language by the form of the settings.</summary>
    public static async Task SpeakEnglish(this User user)
    {
        await user.Say("设置");
        Assert.StartsWith("Settings saved", (await user.Press("提交", ("语言", "English"))).Text, StringComparison.Ordinal);
    }

    private delegate void AddCard(string name, Seen seen, params string[] shown);

    private static async Task Matters(Chats chats, IReadOnlyDictionary<string, string> numbers, AddCard add)
    {
        foreach (var (what, number) in numbers)
            add("matter-" + what.Replace(' ', '-'), await chats.Office.Say(number));
        add("matter-as-county", await chats.Changan.Say(numbers["working"]), "开展养老服务领域专项治理");
        add("matter-as-city", await chats.City.Say(numbers["passed on"]), "全市食品安全隐患排查");
        add("matter-as-leader", await chats.Leader.Say(numbers["handed in"]), "已核查12个项目，整改问题5个。");
        add("matter-after-a-step", await chats.Leader.Do(numbers["assigned"], "催办"));
        foreach (var (user, index) in chats.Everyone.Select((u, i) => (u, i)).Where(x => x.u.Received.Count > 0))
            add($"message-{index}", user.Received[^1]);
        var stale = await chats.Changan.Say(numbers["assigned"]);
        await chats.Changan.Say(numbers["assigned"]);
        await chats.Changan.Press("签收");
        add("matter-stale", await chats.Changan.PressOn(stale, "签收"));
    }

    private static async Task Lists(Chats chats, IReadOnlyDictionary<string, string> numbers, AddCard add)
    {
        var office = chats.Office;
        add("mine", await chats.Changan.Say("我的事项"));
        add("mine-of-office", await office.Say("我的事项"));
        add("mine-page-2", await office.Press("下一页"));
        var mine = await office.Say("我的事项");
        add("mine-unsigned", await office.Send(mine.Buttons.First(b => (string?)b.Data["only"] == "unsigned"), mine));
        add("found", await office.Say("查询 整改"));
        add("ledger-of-province", await office.Say("台账"));
        add("ledger-of-city", await chats.City.Say("台账"));
        add("ledger-matters", await chats.City.Press("事项清单"));
        add("ledger-of-county", await chats.Changan.Say("台账"));
        add("which-place", await office.Say("台账 桥西区"));
        await office.Say(numbers["overdue"]);
        add("history", await office.Press("办理记录"), "已清理37笔，余下4笔正在核对。");
    }

    private static async Task Rooms(Chats chats, IReadOnlyDictionary<string, string> numbers, AddCard add)
    {
        var channel = chats.Channel();
        await chats.City.SayIn(channel, "绑定 石家庄");
        await chats.Office.Do(numbers["passed on"], "催办");
        await chats.Office.Do(numbers["overdue"], "催办");
        await chats.Office.Do(numbers["referred"], "催办");
        await chats.Leader.Do(numbers["handed in"], "办结");
        await chats.Deliver();
        for (var i = 0; i < channel.Messages.Count; i++) add($"room-{i}", channel.Messages[i]);
        add("room-own-view", await chats.City.Refresh(channel, channel.Messages[0]));
        add("room-ledger", await chats.City.SayIn(channel, "台账"));
    }

    private static async Task People(Chats chats, AddCard add)
    {
        var office = chats.Office;
        add("help-of-office", await office.Say("帮助"));
        add("help-of-county", await chats.Changan.Say("帮助"));
        add("not-understood", await chats.Changan.Say("随便说点什么"));
        add("nearest", await chats.Changan.Say("台帐"));
        add("who-am-i", await chats.Leader.Say("我是谁"));
        add("settings", await chats.Changan.Say("设置"));
        add("calendar", await chats.Lunan.Say("日历"));
        add("calendar-made-before", await chats.Lunan.Say("日历"));
        add("calendar-with-titles", await chats.Lunan.Press("显示标题"));
        add("calendar-stopped", await chats.Lunan.Press("停用"));
        await chats.Changan.Say("设置");
        add("settings-wrong", await chats.Changan.Press("提交", ("quietFrom", "22:00")));
        add("limits", await office.Say("提醒设置"));
        add("limits-wrong", await office.Press("提交", ("latestDigest", "23:00"), ("longestQuiet", "2")));
        add("directory", await office.Say("通讯录"));
        add("directory-of-city", await chats.City.Say("通讯录"));
        add("ask-remove", await chats.City.Press("移除"));
        add("add-person", await office.Say("添加人员"));
        add("add-person-to-another-team", await office.Say("1月1日起把省委第一巡视组成员调到第2组当联络员"));
        await office.Say("添加人员");
        add(
            "add-person-wrong",
            await office.Press(
                "提交",
                ("identity", "没有at的名字"),
                ("name", ""),
                ("role", "CountyOfficer"),
                ("area", "130102")));
        add("add-unit", await office.Say("添加单位"));
    }

    /// <summary>Much of everything: long texts, a city with all of its counties, lists of many pages.</summary>
    private static async Task Many(Chats chats, AddCard add)
    {
        var leader = chats.Leader;
        var number = await leader.Assign("长安区", "开展违规吃喝问题专项整治", more: [("目标任务", LongText), ("依据", "省委巡视组反馈意见第三条第二款")]);
        await chats.Changan.Do(number, "签收");
        await chats.Changan.Do(number, "反馈进展", ("进展情况", LongText));
        add("long-progress", await leader.Say(number), EndOfLongText);
        add("long-history", await leader.Press("办理记录"), EndOfLongText);
        await leader.Do(number, "催办", ("催办说明", LongText));
        await chats.Deliver();
        add("long-message", chats.Changan.Last, EndOfLongText);

        var all = await leader.Assign("石家庄市", "全市燃气安全隐患排查整治");
        await chats.City.Say(all);
        await chats.City.Press("转办");
        add(
            "passed-on-to-all",
            await chats.City.Press("提交", ("转办范围", chats.City.Last.Input("转办范围").Choices[0].Words), ("转办要求", "逐户排查")));
        add("summary", await chats.City.Say($"小结 {all}"));
        await leader.Say("交办 全市各县 12月20日前 报送年度工作总结");
        add("assigned-to-many", await leader.Press("交办"));
        add("mine-many", await leader.Say("我的事项"));
        await leader.Press("下一页");
        add("mine-many-page-3", await leader.Press("下一页"));
        add("mine-many-last", await leader.Press("末页"));
        add("due-by", await leader.Say("12月12日"));
        add("received", await chats.City.Say("收到"));
        add("ledger-many", await leader.Say("台账"));
    }

    private static async Task Deliveries(Chats chats, AddCard add)
    {
        add("deliveries", await chats.Office.Say("投递情况"));
        chats.AnswerPushes(to =>
            to == chats.Changan
                ? new SendAnswer.Answered(403, Code: "ConversationBlockedByUser")
                : to == chats.Zhengding
                ? new SendAnswer.Answered(413, Code: "MessageSizeTooBig")
                : SendAnswer.Taken);
        await chats.Leader.Assign("长安区", "报送信访积案清单", "2027-01-15");
        var refused = await chats.Leader.Assign("正定县", "报送信访积案清单", "2027-01-15");
        await chats.Deliver();
        add("deliveries-failed", await chats.Office.Say("投递情况"));
        await chats.Leader.Say(refused);
        add("history-of-deliveries", await chats.Leader.Press("办理记录"));
        add("directory-unreachable", await chats.City.Say("通讯录"));
        chats.AnswerPushes(_ => SendAnswer.Taken);
        add("deliveries-again", await chats.Office.Press("全部重新发送"));
    }

    private static async Task Reminders(Chats chats, AddCard add)
    {
        add("policy", await chats.Office.Say("提醒规则"));
        var before = chats.Everyone.Select(u => u.Received.Count).ToList();
        await chats.Remind(Chats.Today.PlusDays(21));
        for (var i = 0; i < before.Count; i++)
            if (chats.Everyone[i].Received.Count > before[i]) add($"morning-{i}", chats.Everyone[i].Received[^1]);
        add("burden", await chats.Office.Say("负担"));
        add("burden-of-city", await chats.Office.Say("负担 石家庄市"));
    }

    private static async Task CalendarAndVisits(Chats chats, AddCard add)
    {
        var office = chats.Office;
        add("holidays", await chats.Changan.Say("节假日 2026"), "国庆节");
        add("holidays-provisional", await office.Say("节假日 2027"));
        add("import-holidays", await office.Say("导入节假日"));
        add("import-holidays-wrong", await office.Press("核对", ("notice", "元旦：1月1日（周四）至3日放假")));
        add("import-holidays-check", await office.Say("导入节假日 " + Calendar.NoticeTextTests.Notice2027), "春节");
        add("import-holidays-done", await office.Press("确认导入"));
        add(
            "import-holidays-correct",
            await office.Say("导入节假日 " + Calendar.NoticeTextTests.Notice2027
                .Replace("2月14日（周日）", "2月13日（周六）", StringComparison.Ordinal)));
        add("visits", await office.Say("驻市安排 石家庄"), "石家庄市");
        add("visits-change", await office.Press("更改"));
        add("visits-end", await office.Send("visitEndForm", ResidencyButton(office)));
        add("visits-cancel", await office.Send("askRemoveVisit", ResidencyButton(office)));
        add("visit-form", await office.Say("巡视 正定县 第1组 12月1日至5日"));
        add("visit-form-wrong", await office.Press("提交", ("kind", "Residency"), ("team", ""), ("to", "2026-11-01")));
        await office.Say("巡视 正定县 第1组第2小组 2027年1月11日至2月5日");
        add("visit-drafted", await office.Press("提交"));
        add("visit-approve-and-announce", await office.Press("批准并公布"));
        add("visit-approve-wrong", await Confirm(office, ("approval", ""), ("on", "2026-11-01")));
        add("visit-announced", await Confirm(office, ("approval", "冀巡发〔2026〕18号")));
        add("visits-drafted", await office.Say("驻市安排 正定县"));
        await office.Say("巡查 长安区 第1组第1小组 2027年1月11日至15日");
        await office.Press("提交");
        await office.Say("回访 桥西区 第1组第1小组 2027年1月18日至22日");
        await office.Press("提交");
        add("visits-submit", await office.Say("报批 2027 石家庄"));
        add("visits-submitted", await Confirm(office));
        add("visits-approve", await office.Say("批准 石家庄 2027 冀巡发〔2026〕19号"));
        add("visits-which", await office.Say("取消安排 正定县 另有部署"));
        add("visit-when", await chats.Zhengding.Say("巡视组什么时候来"));
        add("visit-when-none", await chats.Lunan.Say("下周巡视组什么时候来"));
        add("visits-of-city", await chats.City.Say("驻市安排"));
    }

    /// <summary>The button says how many there are.</summary>
    private static Task<Seen> Confirm(User office, params (string Input, string Value)[] inputs) =>
        office.Send(office.Last.Buttons.First(b => b.Verb == "visits.step"), office.Last, inputs);

    /// <summary>What a button of an earlier version said of the demo's residency.</summary>
    private static System.Text.Json.Nodes.JsonObject ResidencyButton(User office) =>
        new() { ["visit"] = office.Last.Buttons.FirstOrDefault(b => b.Data.ContainsKey("visit"))?.Data["visit"]?.ToString() };

    private static async Task Jobs(Chats chats, bool english, AddCard add)
    {
        var office = chats.Office;
        add("import", await office.Say("导入"));
        async Task<Seen> Check(string head, params string[] rows)
        {
            foreach (var cell in rows.SelectMany(r => r.Split('\t')).Concat(head.Split('\t'))) chats.Typed.Add(cell);
            await office.Say("导入");
            return await office.Press(english ? "Check" : "检查", ("rows", string.Join('\n', rows.Prepend(head))));
        }

        const string Matters = "事项名称\t责任地区\t目标任务\t办理时限\t紧急程度";
        add("import-wrong", await Check(Matters, "\t没有这个县\t\t10\t超急", "整改方案\t长安区\t按期完成\t2020-01-01\t"));
        add(
            "import-check",
            await Check(
                Matters,
                [.. Enumerable.Range(1, 30)
                    .Select(i =>
                        $"第{i}项整改\t{(i % 2 == 0 ? "长安区" : "路南区")}\t按期完成\t{i}个工作日\t{(i % 7 == 0 ? "急" : "")}")]));
        add("import-done", await office.Press(english ? "Import all (30)" : "确认导入30行"));
        add("import-people-check", await Check("姓名\t角色\t地区\t登录名", "藁城联络员\t县级联络员\t藁城区\tgaocheng@hebei.example"));
        add("import-people-done", await office.Press(english ? "Import all (1)" : "确认导入1行"));
        var person = (await chats.Services.Directory.ReadAsync(default)).ByObjectId(office.ObjectId)!;
        var language = english ? Language.English : Language.Chinese;
        var job = new Job(
            "job",
            JobKind.Places,
            JobState.Running,
            person.Id,
            "整改方案",
            language,
            167,
            80,
            0,
            [],
            chats.Clock.GetCurrentInstant());
        var refused = new RefusedItem.Assignment(
            new(81, new("整改方案", AreaCode.Parse("130102"), "长安区", "按期完成", null)),
            new(RefusalReason.DueInPast, Fields.Due, Date: new(2026, 11, 24)));
        foreach (var (name, shown) in new[]
        {
            ("running", job),
            ("stopping", job with { State = JobState.Stopping }),
            ("stopped", job with { State = JobState.Stopped }),
            ("done", job with { State = JobState.Finished, Done = 166, Refused = 1 }),
            ("given-up", job with { State = JobState.Finished }),
        })
        {
            var wire = new Wire();
            await new Messenger(wire, chats.Services, DemoData.Prefix)
                .ShowJobAsync(shown, shown.Refused > 0 ? [refused] : [], person, office.Address, default);
            add("job-" + name, new(wire.Sent));
        }

        add("export", await office.Say("导出"));
    }

    /// <summary>Keeps what is pushed.</summary>
    private sealed class Wire : IConnector
    {
        public OutgoingMessage? Sent { get; private set; }

        public Task<SendAnswer> PostAsync(ChatAddress to, OutgoingMessage message, CancellationToken cancellationToken)
        {
            Sent = message;
            return Task.FromResult(SendAnswer.Taken);
        }

        public Task<SendAnswer> UpdateAsync(ChatAddress to, string activity, OutgoingMessage message, CancellationToken cancellationToken) =>
            PostAsync(to, message, cancellationToken);

        public Task<string?> SignInNameAsync(ChatAddress address, CancellationToken cancellationToken) =>
            Task.FromResult<string?>(null);
    }

    private static async Task AllForms(Chats chats, IReadOnlyDictionary<string, string> numbers, AddCard add)
    {
        add("form-assign", await chats.Leader.Say("交办"));
        add("form-assign-one-line", await chats.Leader.Say("交办 长安区 10个工作日 上报整改方案"));
        add("form-assign-several", await chats.Leader.Say("交办 长安、正定、藁城、没有这里 12月10日前 上报整改方案"));
        add("form-assign-ambiguous", await chats.Office.Say("交办 桥西区 12月10日前 特急 上报整改方案"));
        chats.Typed.Add("11月30日前");
        add("form-assign-message", await chats.Leader.AssignMessage("各位好。请长安区于11月30日前上报农村集体“三资”问题整改方案。"));
        await chats.Leader.Say("交办");
        add("form-assign-wrong", await chats.Leader.Press(
            "交办",
            ("title", new string('长', 101)),
            ("area", ""),
            ("target", ""),
            ("due", "2026-11-01"),
            ("dueIn", "随便")));
        foreach (var act in Acts.All.Where(a => a != Act.Assign))
            foreach (var user in chats.Everyone)
                if (await Form(user, numbers, act) is { } form)
                {
                    add($"form-{act}", form);
                    add($"form-{act}-wrong", await user.Press("提交", [.. form.Inputs.Select(i => (i.Id, i.Type switch
                    {
                        "Input.Date" => "2026-01-01",
                        "Input.ChoiceSet" => "999999",
                        _ => new string('长', 5000),
                    }))]));
                    break;
                }

        async Task<Seen?> Form(User user, IReadOnlyDictionary<string, string> all, Act act)
        {
            foreach (var number in all.Values)
            {
                var seen = await user.Say(number);
                if (seen.Buttons.FirstOrDefault(b => b.Verb == "matter.form"
                    && (string?)b.Data["act"] == act.ToString()) is { } button)
                    return await user.Send(button, seen);
            }

            return null;
        }
    }

    private static async Task CorrectAndUndo(Chats chats, AddCard add)
    {
        await chats.Leader.Say("交办 长安区 2026-12-15 新交办的事项 加急");
        var number = (await chats.Leader.Press("交办")).Number();
        await chats.Deliver();
        await chats.Leader.Say(number);
        add("form-Correct", await chats.Leader.Press("更正"), "新交办的事项");
        add("form-Correct-wrong", await chats.Leader.Press("提交", ("title", ""), ("due", "2026-01-01")));
        add("form-Correct-one-line", await chats.Leader.Say($"更正 {number} 正定县 3个工作日内"));
        add("corrected", await chats.Leader.Press("提交", ("target", "换一个说法")));
        add("corrected-history", await chats.Leader.Press("办理记录"));
        await chats.Deliver();
        add("message-moved", chats.Changan.Received[^1], "新交办的事项");
        add("message-corrected", chats.Zhengding.Received[^1], "新交办的事项");
        await chats.Zhengding.Do(number, "签收");
        add("undo-offered", await chats.Zhengding.Say($"反馈进展 {number} 刚开始"));
        await chats.Zhengding.Say($"报结 {number} 已经完成");
        add("undone", await chats.Zhengding.Say($"撤销 {number}"));
        add("undo-history", await chats.Zhengding.Press("办理记录"));
        await chats.Deliver();
        add("message-undone", chats.Leader.Received[^1]);
    }

    private static async Task Nasty(Chats chats, AddCard add)
    {
        var leader = chats.Leader;
        for (var i = 0; i < NastyTitles.Count; i++)
        {
            var title = NastyTitles[i];
            var number = await leader.Assign(
                "长安区",
                title,
                more: [("责任主体", title), ("目标任务", title + "\n" + title), ("依据", title)]);
            await chats.Changan.Do(number, "签收");
            await chats.Changan.Do(number, "反馈进展", ("进展情况", title));
            await chats.Changan.Do(number, "申请延期", ("延期理由", title), ("申请延至", "2026-12-30"));
            add($"nasty-{i}-matter", await leader.Say(number), title);
            add($"nasty-{i}-form", await leader.Press("批准延期"), title);
            add($"nasty-{i}-urged", await leader.Do(number, "催办", ("催办说明", title)), title);
            await leader.Say(number);
            add($"nasty-{i}-history", await leader.Press("办理记录"), title);
            await chats.Deliver();
            add($"nasty-{i}-message", chats.Changan.Last, title);
            add($"nasty-{i}-found", await leader.Say("查询 " + Beginning(title, 20)));
            add($"nasty-{i}-understood", await leader.Say("交办 长安区 " + title));
        }

        add("nasty-list", await leader.Say("我的事项"), [.. NastyTitles.Take(8)]);

        var full = await leader.Assign(
            "正定县",
            Long(100, "题"),
            more: [("责任主体", Long(100, "责")), ("目标任务", Long(2000, "标")), ("依据", Long(500, "依"))]);
        await chats.Zhengding.Do(full, "签收");
        await chats.Zhengding.Do(full, "反馈进展", ("进展情况", Long(2000, "进")));
        for (var i = 0; i < 4; i++)
        {
            await chats.Zhengding.Do(full, "报结", ("办理结果", Long(4000, "果")));
            await leader.Do(full, "退回", ("进一步整改要求", Long(1000, "求")));
        }

        await chats.Zhengding.Do(full, "申请延期", ("延期理由", Long(1000, "延")), ("申请延至", "2026-12-30"));
        add("full-matter", await leader.Say(full));
        add("full-history", await leader.Press("办理记录"));
    }

    /// <summary>As much of it as people would type: no client sends half a character.</summary>
    private static string Beginning(string text, int length) =>
        text.Length <= length ? text : char.IsHighSurrogate(text[length - 1]) ? text[..(length - 1)] : text[..length];

    private static string Long(int length, string word) => string.Concat(Enumerable.Repeat(word, length));
}
