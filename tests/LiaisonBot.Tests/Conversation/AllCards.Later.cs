using System.Security.Cryptography;
using LiaisonBot.Conversation;
using LiaisonBot.Core.Calendar;
using LiaisonBot.Core.People;
using LiaisonBot.Core.Storage;
using LiaisonBot.Tests.Evidence;
using NodaTime;

namespace LiaisonBot.Tests.Conversation;

/// <summary>
/// Cards of a subject of its own each, in a province of its own: recurring matters, notices, people, files. A button whose
/// words are put together is pressed by what it does, since it is called otherwise in English.
/// </summary>
internal static partial class AllCards
{
    private static async Task Later(string language, List<CardKind> cards)
    {
        foreach (var scene in new Func<Chats, AddCard, Task>[]
        {
            Recurring,
            Notices,
            DeclinesAndDates,
            Questions,
            Following,
            Folded,
            Substitutes,
            Successors,
            Evidences,
            Contacts,
            Plans,
            Handovers,
            Teams,
            Evaluations,
            Checks,
            Sets,
            SetPlans,
            Disclosures,
            Topics,
            SelfChecks,
            Campaigns,
            SealedRecords,
        })
        {
            await using var chats = await Chats.Open(locale: language == "zh" ? "zh-CN" : "en-US", tab: Tab);
            await chats.Deliver();
            await scene(chats, (name, seen, shown) =>
            {
                Assert.True(seen.Card is not null, $"{name} is not a card: {seen.Text}");
                Assert.True(
                    (string?)seen.Card["lang"] == language,
                    $"{language}-{name} is in the other language: {seen.Text}");
                cards.Add(new($"{language}-{name}", seen.Card, seen.Summary, shown, chats.Typed));
            });
        }
    }

    private static async Task SealedRecords(Chats chats, AddCard add)
    {
        var leader = chats.Leader;
        chats.Typed.UnionWith(["信字3号", "有人反映", "王先生", "拟转审计", "转审计核实", "核实", "已谈话", "县委书记", "乡镇党委书记", "函1号", "转交1号", "方案1号", "三处不实"]);
        add("sealed-chat", await leader.Say("登记 来电"));
        add("sealed-form", await leader.OpenDialog());
        (string, string)[] typed = [("place", "130102"), ("reference", "信字3号"), ("name", "王先生")];
        add("sealed-anonymous", await leader.PressInDialog("登记", [.. typed, ("anonymous", "yes")]));
        add("sealed-open", await leader.PressInDialog("登记", [.. typed, ("anonymous", "no")]));
        var open = leader.Last;
        add("sealed-text", await leader.SendInDialog(open.Button("查看内容"), open));
        add("sealed-identifying", await leader.SendInDialog(open.Button("查看反映人"), open));
        add("sealed-identity", await leader.PressInDialog("查看反映人", ("words", "核实")));
        add("sealed-looks", await leader.SendInDialog(open.Button("查阅记录"), open));
        add("sealed-naming", await leader.SendInDialog(open.Button("指定经办人"), open));
        add("sealed-recusing", await leader.SendInDialog(open.Button("我要回避"), open));
        add("sealed-judging", await leader.SendInDialog(open.Button("研判"), open));
        add("sealed-judged", await leader.PressInDialog("研判", ("disposal", "Slip"), ("words", "拟转审计")));
        var judged = leader.Last;
        add("sealed-answering", await leader.SendInDialog(judged.Button("反馈"), judged));
        add("sealed-referring", await leader.SendInDialog(judged.Button("填写移交单"), judged));
        add("sealed-slip", await leader.PressInDialog("填写移交单", ("receiver", "1300U001"), ("reference", "转审计核实")));
        add("sealed-sent", await leader.PressInDialog("签批移交"));
        add("sealed-list-chat", await leader.Say("密件"));
        add("sealed-list", await leader.OpenDialog());
        add("sealed-clue-chat", await leader.Say("登记 网情"));
        add("sealed-clue", await leader.OpenDialog());
        add("sealed-inquiry-chat", await leader.Say("登记 延伸了解"));
        add("sealed-inquiry", await leader.OpenDialog());
        add("sealed-inquiry-open", await leader.PressInDialog("登记", ("place", "130102"), ("post", "县委书记"), ("former", "乡镇党委书记")));
        add("sealed-asking", await leader.PressInDialog("发函了解"));
        add("sealed-asked", await leader.PressInDialog("发函了解", ("departments", "1300U001"), ("reference", "函1号")));
        var asked = leader.Last;
        add("sealed-forwarding", await leader.SendInDialog(asked.Button("转交现任地区巡视组"), asked));
        add("sealed-forward", await leader.PressInDialog("转交现任地区巡视组", ("present", "130202"), ("reference", "转交1号")));
        add("sealed-stopping", await leader.PressInDialog("停止转交"));
        add("sealed-stopped", await leader.PressInDialog("停止转交"));
        await leader.Say("登记 暗访");
        add("sealed-visit", await leader.OpenDialog());
        add("sealed-visit-open", await leader.PressInDialog(
            "登记",
            ("place", "130102"),
            ("from", "2026-11-24"),
            ("to", "2026-11-25"),
            ("reference", "方案1号")));
        var visit = leader.Last;
        await leader.SendInDialog(visit.Button("指定经办人"), visit);
        await leader.PressInDialog("指定经办人", ("people", string.Join(',', chats.Leader.ObjectId, chats.Member.ObjectId)));
        add("sealed-visit-approved", await leader.PressInDialog("批准"));
        add("sealed-reporting", await leader.PressInDialog("报告情况"));
        add("sealed-reported", await leader.PressInDialog("报告情况", ("words", "三处不实")));
        add("sealed-counting", await leader.PressInDialog("计入覆盖"));
        add("sealed-counted", await leader.PressInDialog("计入覆盖"));
        add("sealed-archive-chat", await leader.Say("密件归档"));
        add("sealed-archive", await leader.OpenDialog());
        add("sealed-clue-of-message", await leader.Take(new ChatEvent.AssignMessage("clue", leader.Address, leader.ObjectId, leader.Locale, "")
        {
            Command = ChatEvent.AssignMessage.Clue,
            Links = ["https://example.com/a"],
        }));
        await leader.Say("登记 来电");
        await leader.OpenDialog();
        chats.SealingKeys.IsGone = true;
        add("sealed-unsaved", await leader.PressInDialog("登记", [.. typed, ("anonymous", "no")]));
        chats.SealingKeys.IsGone = false;
        await SealedOffice(chats, add);
        await chats.Leader.Say("交办 长安区 12月20日前 规范收费");
        await chats.Leader.Press("交办", ("target", "清理违规收费"));
        await chats.Leader.Say("1301-1");
        add("refer-form", await chats.Leader.Press("移交"));
        add("refer-quietly", await chats.Leader.Press("提交", ("informed", "not-told"), ("reason", "核查")));
        add("sealed-slip-of-matter", await leader.OpenDialog());
        add("visit-reception", await chats.Office.Say("公告 石家庄"));
        add("visit-notice", await chats.Office.Press("提交", ("phone", "0311-86000000"), ("hours", "8:00-20:00")));
    }

    /// <summary>Of somebody whom the office named for petitions.</summary>
    private static async Task SealedOffice(Chats chats, AddCard add)
    {
        var person = (await chats.Services.Directory.ReadAsync(default)).ByObjectId(chats.Office.ObjectId)!;
        IReadOnlyList<Grant> grants = [person.Grants[0] with { Post = Post.Petitions }];
        await chats.Store.SubmitAsync(
            DirectoryRows.Table,
            "13",
            [new Change.Upsert(DirectoryRows.ToRow(person with { Grants = grants, Entered = grants }))],
            default);
        chats.Services.Directory.Forget();
        using var key = RSA.Create(2048);
        await chats.Office.Say("密件归档");
        await chats.Office.OpenDialog();
        add("sealed-keying", await chats.Office.PressInDialog("登记归档公钥"));
        add("sealed-keying-wrong", await chats.Office.PressInDialog("登记归档公钥", ("pem", key.ExportPkcs8PrivateKeyPem())));
        add("sealed-keyed", await chats.Office.PressInDialog("登记归档公钥", ("pem", key.ExportSubjectPublicKeyInfoPem())));
        await chats.Office.Say("密件统计");
        add("sealed-counts", chats.Office.Last);
        await chats.Office.Say("密件销毁");
        add("sealed-ends", await chats.Office.OpenDialog());
    }

    private static async Task Recurring(Chats chats, AddCard add)
    {
        var leader = chats.Leader;
        chats.Typed.UnionWith(["报整改进展", "每周五前"]);
        add("recurring-none", await leader.Say("定期事项"));
        add("recurring-too-often", await leader.Say("长安区每天报整改进展"));
        add("recurring-form-empty", await leader.Say("设立定期事项"));
        add("recurring-form-empty-wrong", await leader.Press("设立"));
        add("recurring-form", await leader.Say("长安区、正定县、藁城区每周五报一次整改进展"));
        add("recurring-form-wrong", await leader.Press("设立", ("rhythm", "每天"), ("title", new string('长', 101)), ("lead", "99")));
        add("recurring-form-again", await leader.Press("设立", ("rhythm", "每周五前"), ("title", "报整改进展"), ("lead", "3")));
        add("recurring-set-up", await leader.Press("设立"), "报整改进展");
        chats.Clock.Reset(BeijingTime.At(Chats.Today.PlusDays(1), new(9, 0)));
        await chats.Services.Sweep.SweepAsync(Cast.Shijiazhuang, default);
        await chats.Deliver();
        add("recurring-message", chats.Changan.Last, "报整改进展");
        add("recurring-message-to-city", chats.City.Last);
        add("recurring-list", await leader.Say("定期事项"), "报整改进展");
        add("recurring-list-of-county", await chats.Changan.Say("定期事项"));
        add("recurring-card", await leader.Say("定期事项 1301-1"), "报整改进展");
        add("recurring-card-of-county", await chats.Changan.Say("定期事项 1301-1"));
        await leader.Say("定期事项 1301-1");
        add("recurring-form-change", await leader.Press("修改"));
        add("recurring-form-change-wrong", await leader.Press("修改", ("rhythm", "随便")));
        await leader.Say("定期事项 1301-1");
        add("recurring-changed", await leader.Press("修改"));
        add("recurring-skip", await leader.Say("跳过下一次"));
        add("recurring-skipped", await leader.Press("跳过下一次"));
        add("recurring-form-end", await leader.Say("结束定期事项 1301-1"));
        add("recurring-form-end-wrong", await leader.Press("结束"));
        add("recurring-ended", await leader.Press("结束", ("原因", "整改已到位")));
        chats.Typed.Add("报台账");
        await chats.Office.Say("长安区每月5日前报台账");
        await chats.Office.Press("设立");
        add("recurring-card-taken-over", await leader.Say("定期事项 1301-2"));
    }

    private static async Task Notices(Chats chats, AddCard add)
    {
        const string Notice = """
            关于做好近期重点工作的通知
            石巡发〔2026〕12号
            各县（市、区）：
            一、长安区、正定县于12月5日前上报农村集体“三资”管理问题整改方案。
            二、某某区报送整改台账。
            三、藁城区12月12日前完成沿街商铺燃气安全隐患排查（配合单位：裕华区）。
            联系人：某同志，电话：0311-1234567
            省委第一巡视组
            2026年11月26日
            """;
        foreach (var line in Notice.Split('\n'))
        {
            // The task of a line goes into the card without its number.
            var task = line.TrimStart('一', '二', '三', '、');
            chats.Typed.UnionWith([line, task, task.TrimEnd('。'), .. line.Split('。', '、', '：', '，', '（', '）')]);
        }

        chats.Typed.UnionWith(["上报农村集体“三资”管理问题整改方案", "报送整改台账", "完成沿街商铺燃气安全隐患排查", "配合单位：裕华区"]);
        add("notice-table", await chats.Leader.Say(Notice), "石巡发〔2026〕12号");
        add("notice-table-wrong", await chats.Leader.Press("全部交办"));
        add("notice-assigned", await chats.Leader.Press("全部交办", ("place2", "长安区"), ("due2", "2026-12-10")));
        await chats.Services.JobRunner.ResumeAsync(default);
        await chats.Deliver();
        add("notice-job", chats.Leader.Last);
        add("notice-message", chats.Changan.Last);
    }

    private static async Task DeclinesAndDates(Chats chats, AddCard add)
    {
        chats.Typed.UnionWith(["应由发改委办理", "属地责任", "群众反映问题反弹", "等评估报告"]);
        var number = await chats.Leader.Assign("长安区", "上报整改方案", "2026-12-15");
        await chats.Deliver();
        add("decline-confirm", await chats.Changan.Say($"申请退件 {number} 应由发改委办理"));
        add("declined", await chats.Changan.Send(chats.Changan.Last.Buttons[0], chats.Changan.Last));
        await chats.Deliver();
        add("decline-message", chats.Leader.Last, "应由发改委办理");
        add("decline-agreed", await chats.Leader.Say("同意退件"));
        add("decline-taken-back", await chats.Changan.Say($"撤销 {number}"));
        await chats.Deliver();
        add("decline-taken-back-message", chats.Leader.Last);
        await chats.Changan.Do(number, "申请退件", ("退件理由", "应由发改委办理"));
        add("insisted", await chats.Leader.Do(number, "坚持交办", ("原因", "属地责任")));
        await chats.Deliver();
        add("insisted-message", chats.Changan.Last, "属地责任");
        add("decline-again", await chats.Changan.Say($"{number}不归我们管"));
        await chats.Changan.Do(number, "签收");
        chats.Clock.Advance(Duration.FromMinutes(15));
        add("form-change-date", await chats.Leader.Say($"改期 {number} 12月20日 等评估报告"));
        add("date-changed", await chats.Leader.Press("提交", ("原因", "等评估报告")));
        await chats.Deliver();
        add("date-changed-message", chats.Changan.Last, "等评估报告");
        await chats.Changan.Do(number, "报结", ("办理结果", "已完成"));
        add("closed", await chats.Leader.Do(number, "办结"));
        add("close-taken-back", await chats.Leader.Say($"撤销 {number}"));
        await chats.Deliver();
        add("close-taken-back-message", chats.Changan.Last);
        await chats.Leader.Do(number, "办结");
        chats.Clock.Advance(Duration.FromMinutes(15));
        add("reopen-form", await chats.Office.Say($"重新办理 {number} 10个工作日内 群众反映问题反弹"));
        add("reopened", await chats.Office.Press("提交"));
        await chats.Deliver();
        add("reopened-message", chats.Changan.Last, "群众反映问题反弹");
        await chats.Leader.Say(number);
        add("whole-history", await chats.Leader.Press("办理记录"));
    }

    private static async Task Questions(Chats chats, AddCard add)
    {
        chats.Typed.UnionWith(["表格用哪张", "附表二", "请附图斑编号", "范围怎么理解"]);
        var number = await chats.Leader.Assign("长安区", "上报整改方案", "2026-12-15");
        await chats.Changan.Say($"签收 {number}");
        add("question-asked", await chats.Changan.Say($"提问 {number} 表格用哪张"), "表格用哪张");
        await chats.Deliver();
        add("question-message", chats.Leader.Last, "表格用哪张");
        add("question-more", await chats.Changan.Say($"提问 {number} 范围怎么理解"), "范围怎么理解");
        await chats.Deliver();
        add("question-more-message", chats.Leader.Last);
        add("question-in-list", await chats.Leader.Say("我的事项"));
        add("question-form", await chats.Changan.Say($"{number}卡住了，需要省里协调"));
        add("answer-form", await chats.Leader.Say($"答复 {number}"), "范围怎么理解");
        add("question-answered", await chats.Leader.Say($"答复 {number} 附表二"));
        await chats.Deliver();
        add("answer-message", chats.Changan.Last, "附表二", "范围怎么理解");
        add("remark-left", await chats.Leader.Say($"留言 {number} 请附图斑编号"));
        await chats.Deliver();
        add("remark-message", chats.Changan.Last, "请附图斑编号");
        await chats.Leader.Say($"提问 {number} 范围怎么理解");
        await chats.Deliver();
        add("question-to-county-message", chats.Changan.Last, "范围怎么理解");
        add("question-taken-back", await chats.Leader.Say($"收回提问 {number}"));
        await chats.Deliver();
        add("question-taken-back-message", chats.Changan.Last, "范围怎么理解");
        await chats.Leader.Say(number);
        add("question-history", await chats.Leader.Press("办理记录"), "附表二", "请附图斑编号");
        add("question-of-nobody", await chats.Leader.Say($"提问 {await chats.Leader.Assign("藁城区", "上报台账", "2026-12-15")} 表格用哪张"));
    }

    private static async Task Following(Chats chats, AddCard add)
    {
        chats.Typed.UnionWith(["初稿已完成"]);
        var number = await chats.Leader.Assign("长安区", "上报整改方案", "2026-12-15");
        await chats.Changan.Say($"签收 {number}");
        add("followed", await chats.Leader.Say($"关注 {number}"));
        add("followed-list", await chats.Leader.Say("我关注的"));
        await chats.Changan.Say($"反馈进展 {number} 初稿已完成");
        await chats.Deliver();
        add("followed-message", chats.Leader.Last, "初稿已完成");
        add("follow-again", await chats.Leader.Say($"关注 {number}"));
        add("unfollowed", await chats.Leader.Say($"取消关注 {number}"));
    }

    private static async Task Folded(Chats chats, AddCard add)
    {
        chats.Typed.UnionWith(["全市排查", "上报台账"]);
        var number = await chats.Leader.Assign("石家庄市", "全市排查", "2026-12-20");
        await chats.Leader.Assign("长安区", "上报台账", "2026-12-01");
        await chats.City.Say($"转办 {number} 长安区、正定县、裕华区、鹿泉区、桥西区、新华区");
        await chats.City.Press("提交");
        await chats.Deliver();
        await chats.Changan.Say($"签收 {number}-1");
        add("folded-list", await chats.City.Say("我的事项"));
        var folded = chats.City.Last.Buttons.First(b => b.Title.Contains('6', StringComparison.Ordinal));
        add("folded-list-open", await chats.City.Send(folded, chats.City.Last));
        var list = await chats.City.Say("我的事项");
        add("list-by-place", await chats.City.Send(list.Buttons.First(b => b.Data["among"] is not null), list));
        add("list-of-next-week", await chats.Leader.Say("下周到期的"));
        add("list-of-unsigned", await chats.City.Say("谁还没签收"));
        await chats.City.Say(number);
        add("asked-of-the-card-above", await chats.City.Say("什么时候交办的"));
    }

    private static async Task Substitutes(Chats chats, AddCard add)
    {
        add("substitute-form", await chats.Leader.Say("我下周休假，由组员代我"));
        add("substitute-form-wrong", await chats.Leader.Press("确定代办", ("from", "2026-01-01"), ("to", "2025-01-01")));
        add(
            "substitute-named",
            await chats.Leader.Press("确定代办", ("from", "2026-11-24"), ("to", "2026-12-04")));
        chats.ForgetDirectory();
        await chats.Services.News.DeliverAsync(default);
        add("substitute-news", chats.Member.Last);
        add("substitute-news-to-other", chats.Leader.Last);
        add("substitute-who-am-i", await chats.Leader.Say("我是谁"));
        add("substitute-who-am-i-of-substitute", await chats.Member.Say("我是谁"));
        add("substitute-directory", await chats.Office.Say("通讯录"));
        chats.Typed.Add("已完成");
        var number = await chats.Leader.Assign("长安区", "上报整改方案", "2026-12-15");
        await chats.Changan.Do(number, "签收");
        await chats.Changan.Do(number, "报结", ("办理结果", "已完成"));
        await chats.Deliver();
        add("substitute-is-told", chats.Member.Last);
        add("substitute-decides", await chats.Member.Do(number, "办结"));
        await chats.Deliver();
        add("substitute-decided-message", chats.Changan.Last);
        await chats.Changan.Say(number);
        add("substitute-history", await chats.Changan.Press("办理记录"));
        add("substitute-end", await chats.Leader.Say("我回来了"));
        add("substitute-ended", await chats.Leader.Press("结束代办"));
        await chats.Services.News.DeliverAsync(default);
        add("substitute-ended-news", chats.Member.Last);
        add("substitute-nobody", await chats.Changan.Say("我休假一周，找人代我签收"));
    }

    private static async Task Successors(Chats chats, AddCard add)
    {
        chats.Typed.UnionWith(["王小明", "wangxm@contoso.com", "我调走了，下周去市里"]);
        add("successor-form", await chats.City.Say("长安区联络员换成王小明 wangxm@contoso.com"));
        add("successor-form-wrong", await chats.City.Press("确定换人", ("name", ""), ("identity", "没有at的名字")));
        await chats.City.Say("长安区联络员换成王小明 wangxm@contoso.com");
        await chats.Leader.Assign("长安区", "上报整改方案", "2026-12-15");
        add("leaving", await chats.Zhengding.Say("我调走了，下周去市里"));
        add("leaving-told", await chats.Zhengding.Press("告诉他们"));
        await chats.Services.News.DeliverAsync(default);
        add("leaving-news", chats.Office.Last);
        await chats.City.Say("长安区联络员换成王小明 wangxm@contoso.com");
        add("successor-entered", await chats.City.Press("确定换人"));
        await chats.Services.News.DeliverAsync(default);
        add("successor-thanks", chats.Changan.Last);
        var next = chats.Join("00000000-0000-4000-8000-000000000077", "王小明");
        next.Locale = chats.Changan.Locale;
        chats.NameInTeams(next, "wangxm@contoso.com");
        chats.ForgetDirectory();
        await next.Open();
        await chats.Services.News.DeliverAsync(default);
        add("successor-news", next.Received.Count > 0 ? next.Received[0] : next.Last);
    }

    private static async Task Evidences(Chats chats, AddCard add)
    {
        var number = await chats.Leader.Assign("长安区", "上报整改方案", "2026-12-20");
        chats.Typed.UnionWith(["其他材料", "方案.pdf", "清单.csv", "病毒.pdf", "区县", "件数", "已印发", "初稿", "上报整改方案"]);
        add("evidence-list-none", await chats.Changan.Say($"附件 {number}"));
        await chats.Changan.Do(number, "签收");
        add("evidence-as-what", await Send("", Pdf("方案.pdf")));
        add("evidence-form", await chats.Changan.Send(
            chats.Changan.Last.Buttons.First(b => (string?)b.Data["act"] == "HandIn"),
            chats.Changan.Last));
        await Send("", Pdf("方案.pdf"));
        add("evidence-added", await chats.Changan.Send(
            chats.Changan.Last.Buttons.First(b => (string?)b.Data["act"] == "AddEvidence"),
            chats.Changan.Last));
        await chats.Leader.Assign("长安区", "先到期", "2026-12-01");
        chats.Typed.Add("先到期");
        add("evidence-which", await Send("", Pdf("其他材料，名字很长，长得一行放不下，一直写到后面去.pdf")));
        await chats.Changan.Press("不保存");
        add("evidence-with-step", await Send($"反馈进展 {number} 初稿", chats.Upload("病毒.pdf", [.. "MZ"u8, 0x90, 0]), Pdf("清单.pdf")));
        add("evidence-not-kept", await Send("帮助", chats.Upload("空.pdf", [])));
        await Send($"报结 {number} 已印发 https://contoso.sharepoint.com/sites/a/整改?web=1", Pdf("印发.pdf"));
        await chats.Deliver();
        chats.Typed.UnionWith(["清单.pdf", "印发.pdf", "整改", "空.pdf", "其他材料，名字很长，长得一行放不下，一直写到后面去.pdf"]);
        add("evidence-message", chats.Leader.Last);
        await chats.Leader.Say(number);
        add("evidence-list", await chats.Leader.Press("打开附件"));
        await chats.Leader.Say(number);
        add("evidence-history", await chats.Leader.Press("办理记录"));
        add("evidence-table", await Send(chats.Leader, "", chats.Upload("清单.csv", System.Text.Encoding.UTF8.GetBytes("区县,件数\n长安区,3"))));

        Task<Seen> Send(params object[] all) =>
            all[0] is User user
                ? user.Take(Message(user, (string)all[1], [.. all.Skip(2).Cast<SentFile>()]))
                : chats.Changan.Take(Message(chats.Changan, (string)all[0], [.. all.Skip(1).Cast<SentFile>()]));

        SentFile Pdf(string name) => chats.Upload(name, Sample.Pdf(name));

        ChatEvent.Message Message(User user, string words, IReadOnlyList<SentFile> files)
        {
            chats.Clock.Advance(Duration.FromMinutes(1));
            return new($"file-{chats.Clock.GetCurrentInstant().ToUnixTimeTicks()}", user.Address, user.ObjectId, true, user.Locale, words)
            {
                Files = files,
                Links = LiaisonBot.Conversation.Phrases.LinksIn.Text(words),
            };
        }
    }

    private static async Task Contacts(Chats chats, AddCard add)
    {
        add("contact-of-place", await chats.Leader.Say("正定县谁负责"));
        add("contact-of-nobody", await chats.Leader.Say("藁城区谁负责"));
        add("contact-of-city", await chats.Changan.Say("市联络办电话多少"));
        add("whom-to-ask", await chats.Changan.Say("找谁问"));
        add("directory-page", await chats.Office.Say("通讯录 石家庄"));
    }

    private static async Task Plans(Chats chats, AddCard add)
    {
        var (office, leader) = (chats.Office, chats.Leader);
        chats.Typed.UnionWith(["群众反映强烈", "冀巡组〔2026〕9号"]);
        add("plan-form", await office.Say("安排 2027 石家庄"));
        add("plan-form-wrong", await office.Say("安排 2027 石家庄 第3组 5个小组"));
        add("plan-blocked", await office.Say("安排 2027 石家庄 第1组 2个小组"));
        add("plan-draft", await office.Say("安排 2027 石家庄 第3组 2个小组"));
        add("plan-saved", await office.Press("存为草案"));
        add("plan-again", await office.Say("安排 2027 石家庄 第3组 3个小组"));
        add("plan", await office.Say("安排 2027 石家庄"));
        add("plan-of-province", await office.Say("安排 2027"));
        add("coverage", await office.Say("覆盖 石家庄 2027"));
        add("coverage-of-province", await office.Say("覆盖 2027"));
        add("coverage-of-city", await chats.City.Say("覆盖 2027"));
        add("coverage-of-county", await chats.Changan.Say("覆盖"));
        add("upgrade-form", await leader.Say("升级 正定县 群众反映强烈"));
        await leader.Press("报请省委巡视办");
        await chats.Deliver();
        add("upgrade-asked", office.Received[^1], "群众反映强烈");
        await office.Say("升级 正定县 群众反映强烈");
        add("upgrade-form-wrong", await office.Press("登记同意"));
        add("upgraded", await office.Press("登记同意", ("approval", "冀巡组〔2026〕9号")));
    }

    private static async Task Handovers(Chats chats, AddCard add)
    {
        var (office, leader) = (chats.Office, chats.Leader);
        chats.Typed.UnionWith(["上报整改方案", "接收组组长出差", "轮换推迟"]);
        await leader.Assign("长安区", "上报整改方案", "2027-01-15");
        await office.Say("安排 2027 石家庄 第3组 2个小组");
        await office.Press("存为草案");
        add("handover-list-none", await office.Say("交接"));
        add("handover-form", await office.Say("交接 石家庄 第1组 → 第1组"));
        add("handover-form-wrong", await office.Press("发起交接"));
        add("handover-opened", await office.Press("发起交接", ("taker", "3")));
        await chats.Deliver();
        add("handover-message", leader.Last);
        add("handover-to-sign", await leader.Say("签字交接"));
        add("handover-signed", await leader.Press("签字交接"));
        add("handover-list", await office.Say("交接"));
        await office.Say("确认交接");
        add("handover-confirm-form", await office.Press("确认交接"));
        add("handover-confirm-form-wrong", await office.Press("确认交接"));
        add("handover-no-leader", await office.Press("确认交接", ("reason", "接收组组长出差")));
        add("handover-cancel-form", await office.Press("取消交接"));
        add("handover-cancel-form-wrong", await office.Press("取消交接"));
        add("handover-cancelled", await office.Press("取消交接", ("reason", "轮换推迟")), "轮换推迟");
    }

    private static async Task Teams(Chats chats, AddCard add)
    {
        var office = chats.Office;
        chats.Typed.UnionWith(["省纪委", "党纪学习"]);
        add("teams", await office.Say("队伍"));
        add("team", await office.Say("队伍 第1组"));
        add("team-of-leader", await chats.Leader.Say("队伍"));
        await office.Say("队伍 第1组");
        add("team-form", await office.Press("单位、小组、回避"));
        add("team-form-wrong", await office.Press("提交", ("places", "没这个县")));
        add("team-saved", await office.Press("提交", ("homeUnit", "省纪委"), ("group", "1"), ("places", "正定县")), "省纪委");
        add("training-form", await office.Say("培训 11月20日 党纪学习"));
        add("training-form-wrong", await office.Press("提交", ("subject", "")));
        var people = (await chats.Services.Directory.ReadAsync(default)).People;
        add("training-saved", await office.Press("提交", ("subject", "党纪学习"), ("present", people.First(p => p.Has(Role.TeamLeader)).Id)));
    }

    private static async Task SelfChecks(Chats chats, AddCard add)
    {
        var leader = chats.Leader;
        chats.Typed.UnionWith([.. Core.People.TopicList.Default, "违规占用耕地", "收回两处", "某地"]);
        add("selfcheck-none", await leader.Say("举一反三"));
        add("selfcheck-form", await leader.Press("布置自查"));
        add("selfcheck-form-wrong", await leader.Press("看看会问到谁", ("problem", ""), ("places", "某地")));
        add("selfcheck-look", await leader.Say("举一反三 长安区、正定县 12月20日前 违规占用耕地"), "违规占用耕地");
        add("selfcheck-sent", await leader.Press("发出"));
        add("selfcheck-round", await leader.Press("打开"));
        await chats.Deliver();
        add("selfcheck-asked", chats.Changan.Received[^1]);
        add("selfcheck-plan", await chats.Changan.PressOn(chats.Changan.Received[^1], "存在，计划整改"));
        add("selfcheck-planned", await chats.Changan.Press("提交", ("until", "2026-12-30"), ("note", "收回两处")), "收回两处");
        add("selfcheck-mended", await chats.Zhengding.PressOn(chats.Zhengding.Received[^1], "存在，已改"));
    }

    private static async Task Campaigns(Chats chats, AddCard add)
    {
        var office = chats.Office;
        chats.Typed.UnionWith([.. Core.People.TopicList.Default, "违规占用耕地", "耕地保护", "占用两处", "未批先建", "某地"]);
        add("campaign-none", await office.Say("专项整治"));
        add("campaign-form", await office.Press("开展专项整治"));
        add("campaign-form-wrong", await office.Press("看看会问到谁", ("problem", ""), ("places", "某地"), ("ends", "")));
        add("campaign-look", await office.Say("专项整治 长安区、正定县 2027年3月31日前 违规占用耕地"), "违规占用耕地");
        add("campaign-sent", await office.Press("发出"));
        await chats.Deliver();
        add("campaign-asked", chats.Changan.Received[^1]);
        add("mine-selfcheck", await chats.Changan.Say("我的事项"));
        add("campaign-found", await chats.Changan.PressOn(chats.Changan.Received[^1], "存在，计划整改"));
        add("campaign-found-wrong", await chats.Changan.Press("提交", ("until", "2027-06-30"), ("note", "占用两处")));
        add("campaign-answered", await chats.Changan.Press("提交", ("until", "2027-03-31"), ("note", "占用两处\n未批先建")), "占用两处");
        add("campaign-set", await chats.Changan.Press("打开"));
        add("campaign-list", await office.Say("专项整治"));
        add("campaign-show", await office.Press("打开"));
        add("campaign-table", await office.Press("下载情况表"));
        add("campaign-unanswered", await office.Say("哪些县还没答复专项"));
    }

    private static async Task Topics(Chats chats, AddCard add)
    {
        var office = chats.Office;
        chats.Typed.UnionWith([.. Core.People.TopicList.Default, "没有这个", "串通投标"]);
        add("topic-list", await office.Say("问题类型"));
        add("topic-form", await office.Press("修改清单"));
        add("topic-form-wrong", await office.Press("提交", ("topics", "")));
        add("topic-none", await office.Say("专题 招投标"));
        await CheckTalkTests.MakeAsync(chats, "招投标", "串通投标");
        add("topic", await office.Say("专题 招投标"));
        add("topic-choose", await office.Say("专题 没有这个"));
        add("topic-report", await office.Say("专题报告 招投标"));
    }

    private static async Task SetPlans(Chats chats, AddCard add)
    {
        var (county, leader) = (chats.Zhengding, chats.Leader);
        chats.Typed.UnionWith(
        [
            "排查整治", "分管副县长", "自然资源局", "1 措施太空", "措施太空",
            .. Enumerable.Range(1, 3).SelectMany(i => new[] { $"违规占用耕地{i}处", $"拆除{i}处" }),
        ]);
        add("plan-none", await county.Say("整改方案"));
        await SetPlanTalkTests.OpenAsync(chats, 3);
        add("plan-empty", await county.Say("整改方案"));
        add("plan-sheet", await county.Press("下载填报表"));
        await county.Say("整改方案");
        add("plan-row", await county.Press("逐项填写"));
        add("plan-row-wrong", await county.Press("保存，填下一项", SetPlanTalkTests.Row("排查整治", "2029-01-01")));
        for (var i = 0; i < 3; i++)
        {
            add($"plan-saved-{i}", await county.Press("保存，填下一项", SetPlanTalkTests.Row("排查整治", "2026-12-30")));
        }

        add("plan-handed-in", await county.Press("报送方案"));
        add("plan-review", await leader.Say("整改方案 正定县"));
        add("plan-return", await leader.Press("退回方案"));
        add("plan-returned", await leader.Press("退回方案", ("remarks", "1 措施太空")));
        add("plan-returned-county", await county.Say("整改方案"));
        await county.Press("报送方案");
        await leader.Say("整改方案 正定县");
        add("plan-approved", await leader.Press("批准方案"));
        add("plan-lists", await county.Say("责任清单"));
        add("plan-lists-file", await county.Press("导出三张清单"));
    }

    private static async Task Disclosures(Chats chats, AddCard add)
    {
        var (county, leader, office) = (chats.Zhengding, chats.Leader, chats.Office);
        var rule = Core.Sets.DisclosureFile.BuiltIn;
        chats.Typed.UnionWith(
        [
            "副县长李强分管领域占用耕地", "会议多", "报送", "公开整改方案并登记", "县政府网站", "全县领导干部会议", "链接打不开", "涉及军事设施", "不涉密", "自然资源局",
            .. rule.Duties.SelectMany(duty => new[] { duty.Basis, duty.Scope.Chinese }),
        ]);
        add("disclosure-none", await county.Say("公示"));
        await DisclosureTalkTests.ApprovePlanAsync(chats);
        var due = await county.Say("公示");
        add("disclosure-due", due);
        add("disclosure-set", await county.Say("整改 正定县"));
        add("disclosure-draft", await county.Say("公示稿 正定县"));
        add("disclosure-exemption", await county.Say("免于公开 正定县 社会"));
        add("disclosure-exemption-wrong", await Send(county, "disclosure.exempt"));
        add("disclosure-exemption-asked", await Send(
            county,
            "disclosure.exempt",
            ("disclosedTo", "Public"),
            ("exemption", "state-secret"),
            ("note", "涉及军事设施")));
        add("disclosure-office", await office.Say("公示 正定县"));
        add("disclosure-refuse", await Send(office, "disclosure.refuseForm"));
        add("disclosure-refused", await Send(office, "disclosure.refuse", ("note", "不涉密")));
        add("disclosure-form", await county.Say("公示 正定县 县政府网站 11月24日至12月3日"));
        add("disclosure-form-wrong", await Send(county, "disclosure.register", ("disclosedUntil", "2026-11-25"), ("reference", "")));
        add("disclosure-registered", await Send(
            county,
            "disclosure.register",
            ("disclosedUntil", "2026-12-03"),
            ("reference", "https://www.zd.example/gs")));
        add("disclosure-form-party", await Send(county, "disclosure.form"));
        add("disclosure-waits", await Send(
            county,
            "disclosure.register",
            ("medium", "全县领导干部会议"),
            ("disclosedFrom", "2026-11-24"),
            ("disclosedUntil", "2026-11-24")));
        add("disclosure-leader", await leader.Say("公示 正定县"));
        add("disclosure-return", await Send(leader, "disclosure.returnForm"));
        add("disclosure-returned", await Send(leader, "disclosure.return", ("note", "链接打不开")));
        add("disclosure-returned-county", await county.Say("公示"));
        add("disclosure-list", await office.Say("公示"));

        static Task<Seen> Send(User user, string verb, params (string Input, string Value)[] inputs) =>
            user.Send(user.Last.Buttons.First(button => button.Verb == verb), user.Last, inputs);
    }

    private static async Task Sets(Chats chats, AddCard add)
    {
        var (leader, county) = (chats.Leader, chats.Changan);
        string[] problems = ["污水直排两处", "招投标监管不严", "三公经费超支", "档案审核不严", "基层减负不到位", "项目进度滞后"];
        chats.Typed.UnionWith([.. problems, "整改到位", "住建局", "尽快", "随便", "补充反馈", "与第1个重复", "违规占用耕地", "报送整改方案", "报送方案", "巡视落实", .. TopicList.Default]);
        var rows = problems.Select((problem, i) => $"{i + 1}\t{problem}\t整改到位\t住建局\t{(i == 1 ? "立行立改" : i == 4 ? "长期坚持" : "6个月内")}");
        var table = "序号\t反馈问题\t整改目标\t责任部门\t完成时限\n" + string.Join('\n', rows);
        add("set-none", await leader.Say("整改 长安区"));
        add("set-form", await leader.Say("反馈 长安区 11月20日"));
        add("set-wrong", await leader.Say("反馈 长安区 11月20日\n反馈问题\t完成时限\n污水直排两处\t尽快\n污水直排两处\t随便\n"));
        var check = await leader.Say("反馈 长安区 11月20日\n" + table);
        add("set-check", check);
        var set = await leader.Send(check.Buttons.First(button => button.Verb == "sets.open"), check);
        add("set-opened", set);
        add("set-findings", await leader.Send(set.Buttons.First(button => button.Verb == "sets.findings"), set));
        add("set-register", await leader.Send(set.Buttons.First(button => button.Verb == "sets.register"), set));
        var more = await leader.Send(set.Buttons.First(button => button.Verb == "sets.addForm"), set);
        add("set-add", more);
        add("set-add-wrong", await leader.Send(more.Buttons.First(button => button.Verb == "sets.add"), more));
        add("set-remove", await leader.Send(set.Buttons.First(button => button.Verb == "sets.removeForm"), set));
        add("set-again", await leader.Say("反馈 长安区 11月20日\n" + table));
        add("set-county", await county.Say("整改"));
        add("set-mine", await county.Say("我的事项"));
    }

    private static async Task Checks(Chats chats, AddCard add)
    {
        var leader = chats.Leader;
        chats.Typed.UnionWith(["只补了材料", .. Enumerable.Range(1, 4).SelectMany(i => new[] { $"违规占用耕地{i}处", $"拆除{i}处" })]);
        add("check-nothing", await leader.Say("检查 正定县"));
        await CheckTalkTests.CloseAllAsync(chats, 4);
        add("check-proposal", await leader.Say("检查 正定县"));
        add("check-drawn", await leader.Press("抽取样本"));
        add("check-form", await leader.Press("登记检查结果"));
        add("check-form-wrong", await leader.Press("提交", ("result", "NotDone"), ("note", "")));
        add("check-said", await leader.Press("提交", ("result", "NotDone"), ("note", "只补了材料")));
        add("check-follow", await leader.Press("另行交办"));
        add("check-followed", await leader.Press("另行交办", ("due", "2026-12-30")));
    }

    private static async Task Evaluations(Chats chats, AddCard add)
    {
        var leader = chats.Leader;
        chats.Typed.UnionWith(["省统计局", "班子总体评价", "选人用人", "满意", "基本满意", "不满意", "不了解", "大家都很满意"]);
        add("evaluation-none", await leader.Say("测评 石家庄"));
        add("evaluation-form", await leader.Say("登记测评 石家庄"));
        add("evaluation-form-wrong", await leader.Press("提交", ("rows", "大家都很满意")));
        await Enter("2026-11-10", "班子总体评价 满意90 基本满意40 不满意20 不了解10");
        await leader.Say("登记测评 石家庄");
        add("evaluation", await Enter("2026-11-19", "班子总体评价 满意120 基本满意30 不满意6 不了解4\n选人用人 满意100 基本满意50 不满意6 不了解5"));
        add("evaluation-file", await leader.Press("导出测评"));
        add("report-of-year", await leader.Say("综合报告 石家庄 2026"));

        Task<Seen> Enter(string day, string rows) => leader.Press(
            "提交",
            ("on", day),
            ("runBy", "省统计局"),
            ("sent", "200"),
            ("returned", "180"),
            ("valid", "170"),
            ("rows", rows));
    }
}
