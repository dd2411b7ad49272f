using System.Text.Json.Nodes;
using LiaisonBot.Core.Matters;
using Xunit;

namespace LiaisonBot.Tests.Conversation;

/// <param name="Shown">Texts that have to be on it as they are.</param>
/// <param name="Typed">What people had typed by then.</param>
internal sealed record CardKind(string Name, JsonObject Card, IReadOnlyList<string> Shown, ISet<string> Typed);

/// <summary>One card of every kind that the bot shows, in both languages, with the texts that are hardest to show.</summary>
internal static class AllCards
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

    private static readonly Lazy<Task<IReadOnlyList<CardKind>>> Collected = new(Make);

    public static Task<IReadOnlyList<CardKind>> Collect() => Collected.Value;

    private static async Task<IReadOnlyList<CardKind>> Make()
    {
        var cards = new List<CardKind>();
        foreach (var english in new[] { false, true })
        {
            await using var chats = await Chats.Open();
            var numbers = await chats.Everything();
            await chats.Deliver();
            var language = english ? "en" : "zh";
            foreach (var user in chats.Everyone)
                if (english)
                    await user.SpeakEnglish();

            void Add(string name, Seen seen, params string[] shown)
            {
                Assert.True(seen.Card is not null, $"{name} is not a card: {seen.Text}");
                cards.Add(new($"{language}-{name}", seen.Card, shown, chats.Typed));
            }

            await Matters(chats, numbers, Add);
            await Lists(chats, numbers, Add);
            Add("reference", new((await chats.Office.Search("")).Messages[0]));
            await People(chats, english, Add);
            await AllForms(chats, numbers, english, Add);
            await CorrectAndUndo(chats, Add);
            await Reminders(chats, Add);
            await CalendarAndVisits(chats, Add);
        }

        await using var nasty = await Chats.Open();
        await Nasty(nasty, (name, seen, shown) => cards.Add(new(name, seen.Card!, shown, nasty.Typed)));
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
        add("matter-after-a-step", await chats.Leader.Do(numbers["assigned"], chats.Leader.Titled("催办", "Urge")));
        foreach (var (user, index) in chats.Everyone.Select((u, i) => (u, i)).Where(x => x.u.Received.Count > 0))
            add($"message-{index}", user.Received[^1]);
        var stale = await chats.Changan.Say(numbers["assigned"]);
        await chats.Changan.Press(chats.Changan.Titled("签收", "Sign for"));
        add("matter-stale", await chats.Changan.PressOn(stale, chats.Changan.Titled("签收", "Sign for")));
    }

    private static async Task Lists(Chats chats, IReadOnlyDictionary<string, string> numbers, AddCard add)
    {
        var office = chats.Office;
        add("mine", await chats.Changan.Say("我的事项"));
        add("mine-of-office", await office.Say("我的事项"));
        add("mine-page-2", await office.Press(office.Titled("下一页", "Next page")));
        add("found", await office.Say("查询 整改"));
        add("ledger-of-province", await office.Say("台账"));
        add("ledger-of-city", await chats.City.Say("台账"));
        add("ledger-matters", await chats.City.Press(chats.City.Titled("事项清单", "The matters")));
        add("ledger-of-county", await chats.Changan.Say("台账"));
        add("which-place", await office.Say("台账 桥西区"));
        await office.Say(numbers["overdue"]);
        add("history", await office.Press(office.Titled("办理记录", "History")), "已清理37笔，余下4笔正在核对。");
    }

    private static async Task People(Chats chats, bool english, AddCard add)
    {
        var office = chats.Office;
        add("help-of-office", await office.Say("帮助"));
        add("help-of-county", await chats.Changan.Say("帮助"));
        add("not-understood", await chats.Changan.Say("随便说点什么"));
        add("nearest", await chats.Changan.Say(english ? "setting" : "台帐"));
        add("who-am-i", await chats.Leader.Say("我是谁"));
        add("settings", await chats.Changan.Say("设置"));
        add("settings-wrong", await chats.Changan.Press(chats.Changan.Titled("提交", "Submit"), ("quietFrom", "22:00")));
        add("limits", await office.Say("提醒设置"));
        add("limits-wrong", await office.Press(office.Titled("提交", "Submit"), ("latestDigest", "23:00"), ("longestQuiet", "2")));
        add("directory", await office.Say("通讯录"));
        add("directory-of-city", await chats.City.Say("通讯录"));
        add("ask-remove", await chats.City.Press(chats.City.Titled("移除", "Remove")));
        add("add-person", await office.Say("添加人员"));
        add("add-person-wrong", await office.Press(office.Titled("提交", "Submit"), ("identity", "没有at的名字"), ("name", ""), ("role", "CountyOfficer"), ("area", "130102")));
        add("add-unit", await office.Say("添加单位"));
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
        add("import-holidays-wrong", await office.Press(office.Titled("核对", "Check"), ("notice", "元旦：1月1日（周四）至3日放假")));
        add("import-holidays-check", await office.Say("导入节假日 " + Calendar.NoticeTextTests.Notice2027), "春节");
        add("import-holidays-done", await office.Press(office.Titled("确认导入", "Import")));
        add("import-holidays-correct", await office.Say("导入节假日 " + Calendar.NoticeTextTests.Notice2027.Replace("2月14日（周日）", "2月13日（周六）", StringComparison.Ordinal)));
        add("visits", await office.Say("驻市安排 石家庄"), "石家庄市");
        add("visits-end", await office.Press(office.Titled("改结束日期", "Change the end")));
        await office.Say("驻市安排 石家庄");
        add("visits-ask-remove", await office.Press(office.Titled("移除", "Remove")));
        add("visit-form", await office.Say("巡视 正定县 第1组 12月1日至5日"));
        add("visit-form-wrong", await office.Press(office.Titled("提交", "Submit"), ("kind", "Residency"), ("team", ""), ("to", "2026-11-01")));
        add("visits-of-city", await chats.City.Say("驻市安排"));
    }

    private static async Task AllForms(Chats chats, IReadOnlyDictionary<string, string> numbers, bool english, AddCard add)
    {
        add("form-assign", await chats.Leader.Say("交办"));
        add("form-assign-one-line", await chats.Leader.Say("交办 长安区 10个工作日 上报整改方案"));
        add("form-assign-wrong", await chats.Leader.Press(
            chats.Leader.Titled("交办", "Assign"), ("title", new string('长', 101)), ("area", ""), ("target", ""), ("due", "2026-11-01"), ("dueIn", "随便")));
        foreach (var act in Acts.All.Where(a => a != Act.Assign))
            foreach (var user in chats.Everyone)
                if (await Form(user, numbers, act) is { } form)
                {
                    add($"form-{act}", form);
                    add($"form-{act}-wrong", await user.Press(user.Titled("提交", "Submit"), [.. form.Inputs.Select(i => (i.Id, i.Type switch
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
                if (seen.Buttons.FirstOrDefault(b => b.Verb == "form" && (string?)b.Data["act"] == act.ToString()) is { } button)
                    return await user.Send(button, seen);
            }

            return null;
        }
    }

    private static async Task CorrectAndUndo(Chats chats, AddCard add)
    {
        await chats.Leader.Say("交办 长安区 2026-12-15 新交办的事项 加急");
        var number = (await chats.Leader.Press(chats.Leader.Titled("交办", "Assign"))).Number();
        await chats.Deliver();
        await chats.Leader.Say(number);
        add("form-Correct", await chats.Leader.Press(chats.Leader.Titled("更正", "Correct")), "新交办的事项");
        add("form-Correct-wrong", await chats.Leader.Press(chats.Leader.Titled("提交", "Submit"), ("title", ""), ("due", "2026-01-01")));
        add("form-Correct-one-line", await chats.Leader.Say($"更正 {number} 正定县 3个工作日内"));
        add("corrected", await chats.Leader.Press(chats.Leader.Titled("提交", "Submit"), ("target", "换一个说法")));
        add("corrected-history", await chats.Leader.Press(chats.Leader.Titled("办理记录", "History")));
        await chats.Deliver();
        add("message-moved", chats.Changan.Received[^1], "新交办的事项");
        add("message-corrected", chats.Zhengding.Received[^1], "新交办的事项");
        await chats.Zhengding.Do(number, chats.Zhengding.Titled("签收", "Sign for"));
        add("undo-offered", await chats.Zhengding.Say($"反馈进展 {number} 刚开始"));
        await chats.Zhengding.Say($"报结 {number} 已经完成");
        add("undone", await chats.Zhengding.Say($"撤销 {number}"));
        add("undo-history", await chats.Zhengding.Press(chats.Zhengding.Titled("办理记录", "History")));
        await chats.Deliver();
        add("message-undone", chats.Leader.Received[^1]);
    }

    private static async Task Nasty(Chats chats, AddCard add)
    {
        var leader = chats.Leader;
        for (var i = 0; i < NastyTitles.Count; i++)
        {
            var title = NastyTitles[i];
            var number = await leader.Assign("长安区", title, more: [("责任主体", title), ("目标任务", title + "\n" + title), ("依据", title)]);
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
            add($"nasty-{i}-found", await leader.Say("查询 " + title[..Math.Min(20, title.Length)]));
            add($"nasty-{i}-understood", await leader.Say("交办 长安区 " + title));
        }

        add("nasty-list", await leader.Say("我的事项"), [.. NastyTitles.Take(8)]);

        var full = await leader.Assign("正定县", Long(100, "题"), more: [("责任主体", Long(100, "责")), ("目标任务", Long(2000, "标")), ("依据", Long(500, "依"))]);
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

    private static string Long(int length, string word) => string.Concat(Enumerable.Repeat(word, length));

    /// <summary>The button's title in the language of the card that the person sees.</summary>
    public static string Titled(this User user, string chinese, string english) =>
        (string?)user.Last.Card?["lang"] == "en" ? english : chinese;
}
