using LiaisonBot.Conversation.Cards;
using LiaisonBot.Conversation.Features.Matters;
using LiaisonBot.Conversation.Phrases;
using LiaisonBot.Conversation.Reading;
using LiaisonBot.Core.Matters;
using LiaisonBot.Core.People;

namespace LiaisonBot.Conversation.Features.Spoken;

/// <summary>One answer of the user guide, with its button.</summary>
internal sealed partial class SpokenHandler
{
    private const int MostTopics = 3;

    private static readonly Dictionary<string, (Text Answer, string[] Buttons)> Topics = new(StringComparer.Ordinal)
    {
        ["extension"] = (new(
            "申请延期：签收以后、到期前（含当天），点事项卡片上的“申请延期”，或说“申请延期 编号 延至12月25日 理由”，核对后提交，由交办方答复；延几天由您写，没有统一上限，同一时间只能有一个待答复的申请，次数不限。审核方说“批准延期 编号”或“不批准 编号 理由”。",
            "To ask for more time: once it is signed for and before it is due, press it on the matter's card, or say “ask for more time” with the number, the date and the reason; check it and submit. The reviewing side grants or refuses it; there is no fixed limit of days."), ["step.requestExtension", "matter.mine"]),
        ["sign"] = (
            new(
                "签收：打开事项点“签收”，或说“签收 编号”；几项一起说“签收 1301-6、1301-7”或“签收全部”。回“收到”不算签收。",
                "To sign for a matter: press Sign on its card, or say “sign” with its number; several at once are possible."),
            ["step.sign", "matter.mine"]),
        ["handin"] = (
            new(
                "报结：打开事项点“报结”，写明办理结果，或说“报结 编号 结果”。附件没有硬性要求，可以随话一起发，也可以只写明文件名或文号；报结后等待交办方审核。",
                "To hand in: press “Hand in” on the card and write the result, or say “hand in” with the number and the result. No file is required; you may send some along, or name documents in the result."),
            ["step.handIn", "matter.mine"]),
        ["report"] = (
            new(
                "反馈进展：打开事项点“反馈进展”，或说“反馈进展 编号 进展情况”，例如“反馈进展 1301-12 已完成初稿”。",
                "To report progress: press “Report progress” on the card, or say “report” with the number and what was done."),
            ["step.reportProgress", "matter.mine"]),
        ["undo"] = (
            new(
                "撤销：刚报的进展、还没审核的报结、还没答复的退件申请，之后没有人再办理的，以及自己10分钟内办结的，点“撤销”或说“撤销 编号”；办理记录里两步都留着。",
                "To undo: your last report, hand-in or declining can be taken back while nothing came after it, and your closing within ten minutes. Press Undo, or say “undo” with the number."),
            ["step.undo", "matter.mine"]),
        ["unsign"] = (
            new(
                "签收不能撤销。不归本单位办的，在“反馈进展”里写明，或请交办方撤回、改派；来不及的申请延期。",
                "Signing cannot be taken back. If the matter is not yours, say so in a report of progress, or ask those who assigned it to withdraw it; if there is too little time, ask for more."),
            ["step.reportProgress", "matter.mine"]),
        ["correct"] = (
            new(
                "更正：交办后10分钟内、还没有人签收时，点“更正”或说“更正 编号 …”，可以改名称、地区、责任主体、目标任务、时限；过了就撤回后重新交办。",
                "To correct an assignment: within ten minutes and before anybody signs, press Correct or say “correct” with the number. Later, withdraw it and assign it anew."),
            ["step.correct", "matter.mine"]),
        ["decline"] = (
            new(
                "申请退件：还没签收、不归本单位办的，点“更多”里的“申请退件”，或说“申请退件 编号 理由”，点“确认”才办。等答复期间不催签收；交办方撤回、移交、改派，或坚持交办。已经签收的不能退件，可以反馈进展或申请延期。",
                "To decline: before signing, press Decline under More, or say “decline” with the number and the reason, and confirm. Those who assigned it withdraw it, refer it, give it to another place, or insist."),
            ["step.decline", "matter.mine"]),
        ["ask"] = (
            new(
                "提问和留言：打开事项点“更多”里的“提问”或“留言”，或说“提问 编号 问题”“留言 编号 内容”，发给事项的另一方（县里发给交办方，交办方发给承办单位）。提问等对方答复，超过3个工作日提醒一次；答复点“答复”，或说“答复 编号 内容”。留言不用答复。都记在办理记录里，办理时限不变。",
                "To ask or leave a remark: press it under More on the matter's card, or say “ask” or “remark” with the number and the text. It goes to the other side of the matter. A question waits for its answer and is reminded of after 3 working days; answer with the button, or say “answer” with the number. Due dates stay as they are."),
            ["step.ask", "step.remark", "step.answer"]),
        ["follow"] = (
            new(
                "关注：打开事项点“更多”里的“关注”，或说“关注 编号”；以后每次反馈进展都会告诉您，到办结为止。“取消关注 编号”停止，“我关注的”列出来。",
                "To follow a matter: press Follow under More, or say “follow” with the number. You are told of each report of progress until it is closed. “unfollow” with the number ends it; “what I follow” lists them."),
            ["step.follow", "step.unfollow"]),
        ["reopen"] = (
            new(
                "重新办理：办结10分钟内，由办结的人点“撤销办结”；之后由省委巡视办在已办结的事项上点“重新办理”，写明原因和新的办理时限。",
                "To reopen: for ten minutes whoever closed it takes that back; later the provincial office presses Reopen on the closed matter and gives the reason and a new date."),
            ["step.reopen", "matter.mine"]),
        ["return"] = (
            new(
                "退回：打开已报结的事项点“退回”，或说“退回 编号 要求”，必须写明进一步整改要求；先给您看，点“确认”才办。",
                "To return: press Return on what was handed in, or say “return” with the number and what is still required; it is shown first and wants one press."),
            ["step.return", "matter.mine"]),
        ["close"] = (
            new(
                "办结：打开已报结的事项点“办结”，或说“办结 编号”，点“确认”才办；谁报结的，不能由谁办结。",
                "To close: press Close on what was handed in, or say “close” with the number, and confirm. Who handed in cannot close."),
            ["step.close", "matter.mine"]),
        ["withdraw"] = (
            new(
                "撤回：打开事项点“更多”里的“撤回”，或说“撤回 编号 原因”，点“确认”才办；由交办方撤回。",
                "To withdraw: press Withdraw under More, or say “withdraw” with the number and the reason, and confirm."),
            ["step.withdraw", "matter.mine"]),
        ["urge"] = (
            new(
                "催办：打开事项点“催办”，或说“催办 编号 说明”，几项一起说“给没签收的都催一下”“催办 正定县”。",
                "To urge: press Urge on the card, or say “urge” with the number or a place."),
            ["step.urge", "matter.mine"]),
        ["passon"] = (
            new(
                "转办：打开交给本市的事项点“转办”，勾选县（市、区），或说“转办 编号 裕华区、鹿泉区 下周五前 报送清单”，核对后提交；还没签收的一并签收。",
                "To pass on: press “Pass on” on your city's matter and tick the counties, or say “pass on” with the number, the places and the date."),
            ["step.passOn", "matter.mine"]),
        ["assign"] = (
            new(
                "交办：说一句“交办 长安区 下周五前 上报整改方案”，核对表单后点“交办”。几个地方一起写“长安、正定”“各县”“全市各县”“各县（不含正定县）”，点一次各交办一项；很多项用“导入”。",
                "To assign: say “assign” with the place, the date and what is to be done; check the form and press Assign. Several places may stand together; for many matters use “import”."),
            ["matter.assign", "import.form"]),
        ["attachments"] = (
            new(
                "附件：把文件、图片或链接和一句话放在同一条消息里发给我，如“报结 1301-1 方案已印发”，就随这一步保存；只发文件，我会问放到哪一件。每个最大50MB，一件事项最多20个；打开事项点“打开附件”查看。手机上发不了文件的，用电脑版，或把 SharePoint、OneDrive 链接写在话里。附件、照片从不强制。",
                "Evidence: send a file, a picture or a link in one message with words such as “hand in 1301-1 the plan is issued”, and it is kept with that step; for a file alone I ask where it belongs. At most 50 MB each and 20 a matter; press “Open evidence” on the card to see them. If your phone cannot send files, use a computer, or put a SharePoint or OneDrive link into your text. Files and photos are never required."),
            ["step.handIn", "step.reportProgress"]),
        ["onphone"] = (
            new(
                "手机上不用按钮也能办：照片或文件点输入框旁的“+”、相机或回形针选好，和一句话放在同一条消息里发给我，如“报结 1301-1 方案已印发”“补充附件 1301-1”；先发文件也行，我会问放到哪一件。签收、反馈、报结说“签收 编号”“反馈进展 编号 情况”“报结 编号 结果”就行。手机发不了文件的，用电脑版，或把 SharePoint、OneDrive 链接写在话里。附件、照片从不强制。",
                "On a phone you need no button: choose the photo or file with “+”, the camera or the paper clip beside the box, and send it in one message with words such as “hand in 1301-1 the plan is issued” or “add evidence 1301-1”; sent alone, I ask where it belongs. Steps can be said as well: “sign”, “report” or “hand in” with the number. If your phone cannot send files, use a computer, or put a SharePoint or OneDrive link into your text. Files and photos are never required."),
            ["matter.mine", "help.show"]),
        ["assignedfiles"] = (
            new(
                "附件：把文件和交办的话放在同一条消息里发给我，如“交办 长安区 下周五前 上报整改方案”加文件，核对表单后点“交办”，文件就随事项发给对方。已经交办的，把文件和“补充附件 编号”放在同一条消息里发；提问、退回时也可以这样带上。每个最大50MB，一件事项最多20个。附件、照片从不强制。",
                "Files: send the file in one message with what you assign (“assign Chang'an by next Friday hand in the plan” and the file), check the form and press Assign, and the file goes along with the matter. For a matter that is out, send the file with “add evidence” and its number; questions and returns take files in the same way. At most 50 MB each and 20 a matter. Files and photos are never required."),
            ["matter.assign", "matter.mine"]),
        ["wrongfile"] = (
            new(
                "附件随那一步保存，不能单独删除。刚报的、之后还没有人办理的，点“撤销”收回，再重新报一次；否则再发一次正确的，在话里写明以哪份为准。",
                "A file is kept with its step and cannot be deleted alone. If nothing came after your report, press Undo and report again; else send the right file and say which one counts."),
            ["step.undo", "step.reportProgress"]),
        ["leaving"] = (
            new(
                "要调走的：说“我要调走了”，核对后告诉登记人员的；他们登记接替的人，您手上的事项、提醒和记录都归接替的人，不用一件件交。短时间不在的，说“我下周休假，由副组长代我”。",
                "If you leave, say “I am leaving” and check it: those who keep the directory are told and enter who follows you. Your matters and reminders go to that person as they are. For some days away, name a substitute."),
            ["people.directory", "people.substituteForm"]),
        ["overdue"] = (
            new(
                "提醒的颜色：蓝色是快到期（5个、2个工作日前和当天），黄色是逾期1个工作日，红色是逾期3个工作日起。逾期5个工作日建议挂账督办，10个工作日建议立项督办；来不及的请在到期前申请延期。",
                "Colours of reminders: blue before it is due, yellow one working day after, red from three working days on. At five and ten working days supervision is proposed. Ask for more time before it is due."),
            ["reminders.policy", "matter.mine"]),
        ["supervision"] = (
            new(
                "挂账督办：事项列入督办账，逐级提醒（组长、省委巡视办决定）。仍不到位的，由省委巡视办提出立项督办，督查室受理。每一步写明原因。",
                "Supervision goes up one step at a time: on the supervision ledger (leader or office), then docketed by the office and accepted by the supervision office, each with a reason."),
            ["reminders.policy", "matter.register"]),
        ["kept"] = (
            new(
                "保存期限：办理记录长期保存，个人信息的保存期限说“保存期限”查看。谁能看到：县看本县，市看本市和所辖县，巡视组看所在市，督查室和部门看交给它的，省委巡视办看全部。",
                "The history is kept for good; say “data retention” for personal data. A county sees its own, a city its counties, the inspection team (巡视组) its city, the office (省委巡视办) everything."),
            ["leaving.terms", "people.whoAmI"]),
        ["import"] = (
            new(
                "批量导入：说“导入”，下载人员模板或事项模板，在 Excel 里填好发到这个对话，核对后点“确认导入”；也可以把表格连同表头粘贴进来。",
                "To import: say “import”, download the template, fill it in and send it here; check and confirm. A table may be pasted too."),
            ["import.form"]),
        ["holidays"] = (
            new(
                "放假通知：国务院办公厅的通知公布后，说“导入节假日”，把通知原文粘贴进去，点“核对”，再点“确认导入”。",
                "Holidays: say “import holidays”, paste the State Council's notice, check it and confirm (导入节假日)."),
            ["calendar.import", "calendar.show"]),
        ["people"] = (
            new(
                "添加人员：说“添加人员 裕华区 姓名 登录名”，核对后提交；市级联络机构可以登记本市各县的联络员，省委巡视办可以登记各类人员。移除：在通讯录里点那个人旁边的“移除”。",
                "To add a person: say “add a person” with the place, the name and the sign-in name; check and submit. To remove somebody, press Remove beside them in the directory."),
            ["people.addForm", "import.form"]),
        ["export"] = (
            new(
                "导出：说“导出”，把台账存成 Excel；也可以说“导出 正定县”“导出 逾期的”。链接10分钟内有效。",
                "To export: say “export” for the register as a workbook, or “export” with a place or a state. The link works for ten minutes."),
            ["export.register"]),
        ["rooms"] = (
            new(
                "绑定：把机器人加到团队的频道或群聊，在那里 @它 说“绑定 石家庄”；解除说“解除绑定”。",
                "To bind a channel: add the bot there, mention it and say “bind” with the city; “unbind” ends it."),
            ["help.show"]),
        ["flow"] = (
            new(
                "一件事项这样走：收到后先“签收”，办理中“反馈进展”，来不及的到期前“申请延期”，办完“报结”；交办方审核后“办结”或“退回”。市里收到的可以“转办”给县。每张卡片上写着下一步由谁、做什么。",
                "How a matter goes: sign for it, report progress while you work on it, ask for more time before it is due if you need it, hand in the result; then it is closed or returned. A city may pass it on to counties. Each card says whose turn it is."),
            ["matter.mine", "help.show"]),
        ["due"] = (
            new(
                "改期：审核的一方说“编号 改到12月20日 原因”，或在卡片上点“改期”，核对后提交；承办的一方请“申请延期”。交办后10分钟内、还没签收的，用“更正”。",
                "To change a due date: the reviewing side says the number, “move it to” with a day and the reason, or presses “Change due date”; who works on it asks for more time. Within ten minutes of assigning, and before it is signed for, press Correct."),
            ["step.changeDue", "step.requestExtension", "matter.mine"]),
        ["recurring"] = (
            new(
                "定期事项：说“长安区每周五报一次进展”“各县每月25日前报送台账”，看清接下来三次的日期，点“设立”；说“定期事项”查看、跳过或结束。每天报的不能设。",
                "Recurring matters: say “长安区 reports progress every Friday” or “by the 25th of each month”, check the next three dates and press Set up; say “recurring” to see, skip or end them. Daily ones cannot be set up."),
            ["recurring.show"]),
        ["substitute"] = (
            new(
                "代办：说“我下周休假，由副组长代我”，日期和人填好后您看一下再提交；回来说“我回来了”。换人说“联络员换成 姓名 登录名”。",
                "A substitute: say “I am on leave next week, … stands in for me”, check the form and submit; say “I'm back” to end it. To replace somebody for good, say “replaced by” with the name and the sign-in name."),
            ["people.substituteForm", "people.directory"]),
        ["setplan"] = (
            new(
                "整改方案：被反馈地区说“整改方案”，点“逐项填写”，或点“下载填报表”在表格里填措施、责任领导（写职务）、责任部门、完成时限，再把文件发回对话；填齐后点“报送方案”。组长或省委巡视办点“批准方案”或“退回方案”，批准后时限生效。",
                "The rectification plan: its place says “rectification plan”, fills it in one by one, or downloads the sheet, fills in measures, post, department and date and sends the file back; then it hands in the plan as a whole. The team or the office approves it or sends it back."),
            ["setplan.show", "sets.show"]),
        ["disclosure"] = (
            new(
                "公示：被反馈地区说“公示 正定县 县政府网站 ×月×日至×月×日”（可带链接、文号），核对后点“登记公开”；巡视组、省委巡视办或市联络办（所辖县）点“确认”。符合情形的说“免于公开 正定县 社会 理由”，由省委巡视办决定。“公示”看公开到哪天、还差什么。",
                "Disclosure: its place says “disclosure” with its own name, the way and the days (and a link or a document number), checks it and presses to register it. The team, the office, or the city office for its counties confirms. For an exemption say “exemption from disclosure” with the reason; the office decides."),
            ["disclosure.say", "sets.show"]),
        ["selfcheck"] = (
            new(
                "举一反三：组长或省委巡视办说“举一反三 编号 全市各县”，先看清给各地添多少事再发出。收到的在卡片上点“不存在”“已改”或“计划整改”（写日期）；只有计划整改的才成为事项。",
                "A self-check: the leader or the office says “self-check” with the number and the places, and sees what it costs them before it goes out. Who gets it presses one of none, mended, or a plan with a day; only a plan becomes a matter."),
            ["selfchecks.say", "matter.mine"]),
        ["sets"] = (
            new(
                "下发反馈：组长或省委巡视办说“反馈 正定县 ×月×日”，把问题表连表头粘贴在下面或随文件发来；核对后按一下，一张表一个整改批次。“反馈问题”打开表单，里面有清单模板。“整改”看办到哪一步。",
                "To give a feedback: the leader or the office says “feedback” with the place and the day, and pastes the table of findings below or sends the file along; it is checked, and one press gives it out as one set. “rectification” shows how far it is."),
            ["sets.show", "matter.mine"]),
        ["check"] = (
            new(
                "检查：巡视组或省委巡视办说“检查 正定县”或“检查 正定县 抽5个”，退回过的必查，其余抽样；每个问题点属实、不到位等结果，不到位的重新办理。",
                "A check: the team or the office says “check” with the place. All findings that were returned and a sample of the closed ones are looked at again, and each gets its result by a press."),
            ["sets.show", "matter.mine"]),
        ["visits"] = (
            new(
                "巡视安排：省委巡视办或组长说“巡视 正定县 第1组 3月2日至3月31日”“回访 正定县 第1组 6月7日至6月11日”，核对后提交；“安排 2027 石家庄”起草全年的。依次拟定、报批、批准（省委巡视办）、公布；公布以前被巡视的地方看不到。",
                "Visits: the office or the leader says “inspection” (or “return visit”) with the place, the team and the days, and submits the form; “plan” with a year and a city drafts the whole year. They are drafted, submitted, approved by the office and announced; before that the place does not see them."),
            ["visits.show", "coverage.say"]),
        ["handover"] = (
            new(
                "交接：组长或省委巡视办说“交接 石家庄 第1组 → 第3组”，看清交什么；交接双方组长各签字，省委巡视办确认，到那天未结事项都归下一组。",
                "A handover: a leader or the office says “hand over” with the city and both teams, and sees what passes. Both leaders sign, the office confirms, and on the day every open matter is the next team's."),
            ["handovers.show", "matter.mine"]),
        ["evaluation"] = (
            new(
                "测评：巡视组或省委巡视办说“登记测评”，或“正定县测评发了120份，收回118份”，也可以粘贴表格；只记人数，不记名、不打分，少于5的不显示。",
                "An evaluation: the team or the office says “evaluation” with the place and the counts, or pastes a table. Counts alone are kept: no names, no score, and what is under five is never shown."),
            ["evaluations.show", "matter.mine"]),
        ["preview"] = (
            new(
                "先看后办：催几项、交办、转办、办结、退回，都先给您看是哪几项、发给谁，点一下才办；按编号说的催办和签收马上办。",
                "Shown first: urging several, assigning, passing on, closing and returning show what and to whom, and wait for your press. Urging and signing by number are done at once."),
            ["matter.mine", "step.urge"]),
        ["papers"] = (
            new(
                "出材料：说“本周周报”“上周周报”“本月通报”（可加地区），或“打印 编号”出交办单，都是 Word 文件；“导出”把台账存成 Excel。链接10分钟内有效。",
                "Papers: say “weekly report” or “monthly report” (a place may go with it), or “print” with a number for its sheet, as Word files; “export” makes a workbook of the ledger. Links work for ten minutes."),
            ["document.make", "export.register"]),
        ["history"] = (
            new(
                "办理记录：打开事项点“办理记录”，或说“办理记录 编号”，看谁、什么时候、做了什么。已办结的说“办结的有哪些”，或“查询历史”加名称。",
                "The history: press History on a matter's card, or say “history” with its number, to see who did what and when. For closed ones say “which are closed”, or “find earlier” with words of the title."),
            ["matter.mine", "matter.register"]),
        ["find"] = (
            new(
                "查事项：说编号就打开；说“查询”加名称、地区或状态，如“查询 长安 逾期”，几个词都要相符；更早办结的说“查询历史 名称”。",
                "To find a matter: say its number, or “find” with words of its title, a place or a state; for what was closed long ago say “find earlier”."),
            ["matter.mine", "matter.register"]),
        ["settings"] = (
            new(
                "设置：说“把提醒改到9点”，或点“设置”改语言、每日提醒时间和免打扰时段。",
                "Settings: say “change my reminder to 9:00”, or press Settings for the language, the digest and the quiet hours."),
            ["reminders.settings"]),
    };

    /// <summary>What the guide says of a step that was named.</summary>
    private static readonly Dictionary<Idea, string> StepTopics = new()
    {
        [Idea.Sign] = "sign",
        [Idea.Report] = "report",
        [Idea.HandIn] = "handin",
        [Idea.Close] = "close",
        [Idea.Return] = "return",
        [Idea.Decline] = "decline",
        [Idea.Extend] = "extension",
        [Idea.Grant] = "extension",
        [Idea.Refuse] = "extension",
        [Idea.Urge] = "urge",
        [Idea.PassOn] = "passon",
        [Idea.Assign] = "assign",
        [Idea.Withdraw] = "withdraw",
        [Idea.Undo] = "undo",
        [Idea.Correct] = "correct",
        [Idea.Change] = "due",
        [Idea.Reopen] = "reopen",
        [Idea.PutOnLedger] = "supervision",
        [Idea.Docket] = "supervision",
        [Idea.Recurring] = "recurring",
    };

    /// <summary>我能交办吗: whether any of one's roles may; null where another role is asked of.</summary>
    private string? OfMay(MatterTree? shown)
    {
        var act = frame.Step is var (step, _, _) ? ActsAsked.GetValueOrDefault(step) : null;
        // 我们市里能直接批吗, of the matter that was shown: whoever assigned it decides.
        if (act is { } decided && shown is not null)
        {
            return Localizer.Say(Permissions.May(Person, Acts.RightFor(decided), shown.Matter.Subject) ? SpokenTexts.MayHere : SpokenTexts.MayNotHere, Localizer.Say(Localizer.Word(decided)), Localizer.Number(shown.Matter.Number));
        }

        return act is not { } asked
            || !Words.Any(frame.Text, "我", "咱", "俺", " i ", " we ", "i ")
            || Words.Any(frame.Text.Replace("我们市里", "", StringComparison.Ordinal).Replace("我们县里", "", StringComparison.Ordinal).Replace("我们区里", "", StringComparison.Ordinal), "县里", "市里", "区里", "组员", "联络员", "部门", "county", "counties", "city", "member")
            ? null
            : Localizer.Say(
                Person.Grants.Any(g => Permissions.ReachOf(Acts.RightFor(asked), g.Role) != Reach.Nowhere)
                    ? SpokenTexts.May
                    : SpokenTexts.MayNot,
                Localizer.Say(Localizer.Word(asked)));
    }

    /// <summary>The steps that one may ask about, whether one may take them.</summary>
    private static readonly Dictionary<Idea, Act?> ActsAsked = new()
    {
        [Idea.Sign] = Act.Sign,
        [Idea.Report] = Act.ReportProgress,
        [Idea.HandIn] = Act.HandIn,
        [Idea.Close] = Act.Close,
        [Idea.Return] = Act.Return,
        [Idea.Extend] = Act.RequestExtension,
        [Idea.Grant] = Act.GrantExtension,
        [Idea.Urge] = Act.Urge,
        [Idea.PassOn] = Act.PassOn,
        [Idea.Assign] = Act.Assign,
        [Idea.Withdraw] = Act.Withdraw,
        [Idea.Change] = Act.ChangeDue,
        [Idea.Reopen] = Act.Reopen,
        [Idea.PutOnLedger] = Act.PutOnLedger,
        [Idea.Docket] = Act.Docket,
    };

    /// <summary>我不在谁收我的消息.</summary>
    private bool AsksWhoGetsThem =>
        Words.Any(frame.Text, "谁收", "谁接", "谁来收", "谁能收", "发给谁", "发到谁", "推给谁", "没人代", "没有代办", "没找人代", "不找人代", "who gets", "who receives", "who will get", "who will receive", "who sees", "where do my", "where will my", "without a substitute", "nobody covers", "no one covers");

    /// <param name="first">Said before what the guide says; null for nothing.</param>
    private async Task<TurnAnswer?> GuideAsync(string? first = null)
    {
        // 报结和办结有什么区别: what the guide says of each.
        List<string> named = argument is "steps" or "may"
            ? [.. frame.Said.Where(s => StepTopics.ContainsKey(s.Idea)).Select(s => StepTopics[s.Idea]).Distinct().Take(MostTopics)]
            : [argument];
        List<(Text Answer, string[] Buttons)> topics = [.. named.Where(Topics.ContainsKey).Select(name => Topics[name])];
        if (topics.Count == 0)
        {
            return null;
        }

        List<string> answers = [.. topics.Select(topic => Localizer.Say(topic.Answer))];
        if (argument == "may" && OfMay(frame.Numbers.Count == 0 && frame.Text.Contains("直接", StringComparison.Ordinal) && (await TalkedAsync(default))?.Matter is { } talked ? await matters.FindFamilyAsync(talked, default) : null) is { } may)
        {
            answers.Insert(0, may);
        }

        if (first is not null)
        {
            answers.Insert(0, first);
        }

        // 我不在谁收我的消息: what happens where nobody was named comes first.
        if (argument == "substitute" && AsksWhoGetsThem)
        {
            answers.Insert(0, Localizer.Say(SpokenTexts.NobodyStandsIn));
        }

        List<string> buttons = [.. topics.SelectMany(topic => topic.Buttons).Distinct()];
        // How one asks for more time, of who has nothing to ask it for: no button that would say so.
        if (buttons.Exists(id => Step.ActOf(id) == Act.RequestExtension) && (await steps.FittingAsync(Act.RequestExtension, default)).Count == 0)
        {
            buttons.RemoveAll(id => Step.ActOf(id) == Act.RequestExtension);
        }

        return await ShowAsync(
            string.Join('\n', answers),
            Card.Of(
                Localizer,
                [
                    .. answers.Select(answer => Card.Line(answer)),
                    .. Card.Actions(buttons.Select(id => Buttons.To(id)))
                ]));
    }
}
