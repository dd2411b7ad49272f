namespace LiaisonBot.Conversation.Features.Matters;

public static class MatterTexts
{
    public static readonly Text AddEvidenceDone = new("已补充附件", "Evidence added");
    public static readonly Text AskDone = new("已提问，待答复", "A question was asked and waits for the answer");
    public static readonly Text AnswerDone = new("已答复提问", "The question was answered");
    public static readonly Text AnswerExemptionDone = new("已答复免于公开的申请", "Answered the request for an exemption");
    public static readonly Text RemarkDone = new("已留言", "Left a remark");
    public static readonly Text FollowDone = new(
        "已关注：这件事项每次反馈进展都会告诉您，到办结为止",
        "You will be told of each report of progress until the matter is closed");
    public static readonly Text DropQuestionDone = new("已收回提问，不用再答复", "The question was taken back and needs no answer any more");
    public static readonly Text UnfollowDone = new("已取消关注", "You will not be told of its progress any more");
    public static readonly Text SentTo = new("（发给：{0}）", " (to {0})");
    public static readonly Text SentToNobody = new(
        "（对方目前没有人能收到，已记在事项里）",
        " (nobody is there to receive it now; it is kept with the matter)");
    public static readonly Text FieldQuestion = new("要问的问题", "Question");
    public static readonly Text FieldAnswer = new("答复内容", "Answer");
    public static readonly Text FieldMessage = new("留言内容", "Remark");
    public static readonly Text QuestionOf = new("{0}提问，{1}起待答复", "{0} asks; waiting since {1}");
    public static readonly Text AnswerWith = new("{0}\n问：{1}", "{0}\nQuestion: {1}");
    public static readonly Text FollowedByYou = new("您在关注这件事项的进展", "You follow its progress");
    public static readonly Text FieldRemark = new("说明", "Remark");
    public static readonly Text EvidenceTaken = new(
        "附件已随事项保存：{0}。",
        "Kept with the matter: {0}.");
    public static readonly Text NoFileCame = new(
        "话里说到的附件没有收到：要附上，把文件和这段话放在同一条消息里再发一次，或者先提交，5分钟内接着把文件发来；不附也可以提交。",
        "No file has come with this: send the file and these words again in one message, or submit now and send the file within 5 minutes. You can also submit without one.");
    public static readonly Text EvidenceExpected = new(
        "话里说到的附件没有收到，请接着发来。",
        "The file you speak of has not come; please send it now.");
    public static readonly Text EvidenceSame = new(
        "附件在这件事项里已经有了，没有重复保存。",
        "The files are with the matter already and were not kept twice.");
    public static readonly Text EvidenceTooMany = new(
        "附件没有保存：这件事项已有{1}个附件和链接，最多{0}个。话已照办。",
        "The files were not kept: the matter has {1} files and links, and may have {0} at most. What you said was done.");
    public static readonly Text Sentence = new("。", ". ");
    public static readonly Text OpenEvidence = new("打开附件", "Open evidence");
    public static readonly Text EvidenceCame = new("附件：{0}", "Evidence: {0}");
    public static readonly Text EvidenceGone = new("不再显示的附件：{0}", "Evidence taken from view: {0}");
    public static readonly Text Mine = new("我的事项", "Mine");
    public static readonly Text MatterCommand = new("事项", "Matter");
    public static readonly Text Find = new("查询", "Find");
    public static readonly Text Ledger = new("台账", "Ledger");
    public static readonly Text UndoWhat = new("撤销{0}", "Undo: {0}");
    public static readonly Text PassedOnTo = new("已转办{0}个县（市、区）", "Passed on to {0} counties", "Passed on to 1 county");
    public static readonly Text WorkingDays = new("{0}个工作日", "{0} working days", "1 working day");
    public static readonly Text CalendarDays = new("{0}天", "{0} days", "1 day");
    public static readonly Text Provisional = new(
        "暂定：{0}年放假安排尚未公布",
        "provisional: the holidays for {0} have not been announced yet");
    public static readonly Text FieldDueIn = new("或按天数", "Or in days");
    public static readonly Text FieldDueInHint = new("如：10个工作日、15天", "10 working days, 15 days");
    public static readonly Text FieldReason = new("原因", "Reason");
    public static readonly Text FieldExtensionReason = new("延期理由", "Why more time is needed");
    public static readonly Text FieldUntil = new("申请延至", "Until");
    public static readonly Text FieldGrantUntil = new("批准延至", "Granted until");
    public static readonly Text FieldChangedDue = new("新的办理时限", "New due date");
    public static readonly Text ChangeAnswers = new(
        "有一个延期申请在等答复，改期就是对它的答复：",
        "A request for more time waits. Changing the due date answers it:");
    public static readonly Text WithdrawnBecause = new("撤回原因", "Why it was withdrawn");
    public static readonly Text FieldDeclineReason = new("退件理由", "Why it is not yours");
    public static readonly Text FieldReopenReason = new("重新办理的原因和要求", "Why, and what is still required");
    public static readonly Text FieldReopenDue = new("办理时限", "New due date");
    public static readonly Text NeedsDeclineAnswer = new(
        "答复退件：撤回、移交、改派（更正责任地区），或坚持交办",
        "an answer: withdraw, refer, give it to another place, or insist");
    public static readonly Text SignFirst = new(
        "没有改动：还没有签收，先签收才能{0}。",
        "Nothing was changed: it is not signed for yet. Sign for it first, then: {0}.");
    public static readonly Text SignFirstNotKept = new(
        "这句没有记录：“{0}”。点下面的按钮签收，就带着这句话打开表单。",
        " This was not recorded: “{0}”. The button below signs and opens the form with it.");
    public static readonly Text SignAnd = new("签收，再{0}", "Sign, then: {0}");
    public static readonly Text SignedNow = new("已签收。下面的还没有提交，请核对后提交。", "Signed for. What stands below is not submitted yet: please check it and submit.");
    public static readonly Text PassOnOfCounty = new(
        "这一项直接交给{0}，由它办理；只有交给本市的事项才能转办。要换地方的，请留言告诉交办方",
        "This matter was assigned to {0} directly and lies with it; only matters of the city itself are passed on. To have it moved, leave a remark for those who assigned it");
    public static readonly Text InsteadOfAssigning = new(
        "不能撤销的，可以改期、撤回，或者留言告诉对方",
        "What cannot be taken back can still be put right: change the due date, withdraw the matter, or leave a remark");
    public static readonly Text InsteadOfReturning = new(
        "退回、催办、批准延期不能撤销：可以留言告诉对方不用再补，等重新报结后办结；时限不对的可以改期",
        "A return, an urging and more time granted cannot be taken back: leave a remark that nothing more is needed and close it once it is handed in again, or change the due date");
    public static readonly Text InsteadOfAny = new(
        "不能撤销的，可以留言说明；时限不对的可以改期",
        "What cannot be taken back can be explained in a remark; a wrong due date can be changed");
    public static readonly Text NotAfterSigning = new(
        "已经签收的不能申请退件。可以把情况作为进展报上去，或申请延期。",
        "It was signed for, so it cannot be declined. You can report this as progress, or ask for more time.");
    public static readonly Text FieldNewDue = new("新的办理时限（不填则不变）", "New due date (leave empty to keep it)");
    /// <summary>催办 as it is spoken.</summary>
    public static readonly string[] SpokenUrges = ["催一下", "催下", "催催", "催一催", "再催一下", "再催催", "chase"];

    public static readonly Text FieldUrgeNote = new("催办说明", "Note");
    public static readonly Text FieldNote = new("说明", "Remark");
    public static readonly Text FieldAllAreas = new("转办范围", "Pass on to all");
    public static readonly Text FieldAreas = new("转办至", "Pass on to");
    public static readonly Text FieldPassOnDue = new("办理时限（不晚于{0}）", "Due date (no later than {0})");
    public static readonly Text FieldInformed = new("原地区是否知情", "Does the place concerned hear of it");
    public static readonly Text Told = new("知情：移交本事项，原地区仍能看到", "Yes: the matter is referred, and the place still sees it");
    public static readonly Text NotTold = new("不知情：另开密件移交单", "No: a sealed slip, which the place never sees");
    public static readonly Text QuietReferral = new(
        "{0} 不变，原地区不会知道。移交内容请在窗口里填写。",
        "{0} stays as it is, and the place hears nothing. What is referred is typed in a window.");
    public static readonly Text QuietNotKept = new("刚才填写的原因没有保存。", "The reason that you typed was not kept.");
    public static readonly Text QuietSlip = new("填写密件移交单", "Make the sealed slip");
    public static readonly Text FieldDepartment = new("移交部门", "Department");
    public static readonly Text StillNeeded = new("还需", "Still needed");
    public static readonly Text NeedsSigning = new("签收，办理后报结", "to sign for it, work on it and hand in the result");
    public static readonly Text NeedsResult = new("按目标任务办理，完成后报结", "to do the work and hand in the result");
    public static readonly Text NeedsBelow = new("下级办结后报结", "to hand it in once the passed-on matters are closed");
    public static readonly Text NeedsChildren = new(
        "{0}个转办件办结后报结",
        "to close {0} passed-on matters, then hand in",
        "to close 1 passed-on matter, then hand in");
    public static readonly Text NeedsRequirement = new("落实进一步整改要求后报结", "to meet the further requirement, then hand in");
    public static readonly Text NeedsReview = new("审核：办结或退回", "a review: close or return");
    public static readonly Text NeedsExemptionAnswer = new(
        "答复免于公开的申请",
        "an answer to the exemption from disclosure");
    public static readonly Text AnswerExemption = new("答复免于公开", "Answer the exemption");
    public static readonly Text ExemptionSince = new("{0}起等待省委巡视办答复", "waiting for the provincial office since {0}");
    public static readonly Text StepAssign = Texts.Assign;
    public static readonly Text StepSign = new("签收", "Sign");
    public static readonly Text StepWork = new("办理", "Work");
    public static readonly Text StepHandIn = Texts.HandIn;
    public static readonly Text StepClose = Texts.Close;
    public static readonly Text StepWithdraw = Texts.Withdraw;
    public static readonly Text ExtensionUntil = new("申请延至{0}：{1}", "until {0}: {1}");
    public static readonly Text OpenParent = new("上级事项", "Parent matter");
    public static readonly Text EarlierRequirements = new(
        "另有{0}条更早的要求，见办理记录",
        "{0} earlier requirements are in the history",
        "1 earlier requirement is in the history");
    public static readonly Text History = new("办理记录", "History");
    public static readonly Text HistoryEarlier = new("更早的记录", "Earlier entries");
    public static readonly Text HistoryUntil = new("时限 {0}", "due {0}");
    public static readonly Text BackToMatter = new("返回事项", "Back to the matter");
    public static readonly Text MineSelfChecks = new("自查待答复（{0}项）", "Self-checks to answer ({0})");
    public static readonly Text MineSelfCheckBy = new("{0} · {1}前答复", "{0} · answer by {1}");
    public static readonly Text MineTitle = new("我的事项（{0}）", "My matters ({0})");
    public static readonly Text MineEmpty = new("目前没有未办结的事项。", "You have no open matters.");
    public static readonly Text MineEmptyMore = new("有新的事会发到这里，平时不用来看。", "New ones come here by themselves; there is no need to look.");
    public static readonly Text PartsFolded = new(
        "　合{0}件事项，含转办件{1}项。",
        " That is {0} matters, with {1} parts passed on to counties.",
        " That is 1 matter, with {1} parts passed on to counties.");
    public static readonly Text PartsPassedOn = new(
        "转办{0}个县，{1}个已签收",
        "{0} counties, {1} signed",
        "1 county, {1} signed");
    public static readonly Text SetsFolded = new(
        "　其中整改{0}批、{1}项，各合为一行。",
        " Of them {1} are of {0} rectification sets, a line each.",
        " Of them {1} are of one rectification set, in one line.");
    public static readonly Text OfSet = new("所属整改", "Part of");
    public static readonly Text FindingOfSet = new("{0} 第{1}个问题", "{0}, finding {1}");
    public static readonly Text SetLine = new("{0}整改", "Rectification of {0}");
    public static readonly Text SetOverdue = new("逾期{0}个问题", "{0} findings overdue", "1 finding overdue");
    public static readonly Text SetInReview = new("{0}个问题待审核", "{0} findings in review", "1 finding in review");
    public static readonly Text SetOpen = new("{0}个问题未销号", "{0} findings open", "1 finding open");
    public static readonly Text PartsHere = new(
        "转办的县：{0}个",
        "Counties: {0}");
    public static readonly Text OnlyShown = new("只看{0}：{1}项", "Only {0}: {1}");
    public static readonly Text OnlyAll = new("全部", "All");
    public static readonly Text OnlyByPlace = new("按地区看", "By place");
    public static readonly Text OnlyAlone = new("{0}本级", "{0} itself");
    public static readonly Text OnlyNextWeek = new("下周到期", "Due next week");
    public static readonly Text ExtensionPending = new("待定延期", "More time asked");
    public static readonly Text DeclinePending = new("待定退件", "Declined, not answered yet");
    public static readonly Text ExemptionPending = new("待定免于公开", "Exemption asked");
    public static readonly Text SetExtensions = new(
        "{0}个问题待定延期",
        "more time asked for {0} findings",
        "more time asked for 1 finding");
    public static readonly Text SetDeclined = new(
        "{0}个问题待定退件",
        "{0} findings declined, not answered yet",
        "1 finding declined, not answered yet");
    public static readonly Text OnlyExtension = new("申请延期", "More time asked");
    public static readonly Text OnlyDeclined = new("申请退件", "Declined");
    public static readonly Text OnlyExemption = new("申请免于公开", "Exemption asked");
    public static readonly Text OnlyAsked = new("提问待答复", "Question open");
    public static readonly Text OnlyOnLedger = new("督办", "Supervised");
    public static readonly Text OnlyNone = new("没有“{0}”的。", "There is none: {0}.");
    public static readonly Text CardUpdated = new("最新情况（{0}更新）", "As it stands now (updated {0})");
    public static readonly Text CardNotYours = new(
        "{0} 现在不由您办理，您这里不用再做什么。",
        "{0} is not with you any more. You need do nothing.");
    public static readonly Text WaitsForYou = new("待您处理", "Your turn");
    public static readonly Text FindTitle = new("查询“{0}”（{1}）", "Results for “{0}” ({1})");
    public static readonly Text FindEmpty = new(
        "没有找到与“{0}”相符的事项。可以换一个词，或发送事项编号。",
        "Nothing found for “{0}”. Try another word, or send the number of the matter.");
    public static readonly Text View = new("查看", "Open");
    public static readonly Text FindEarlier = new("查更早办结的", "Look further back");
    public static readonly Text FindNotEarlier = new("较早办结的事项没有查。", "Matters that ended earlier were not searched.");
    public static readonly Text FindByNumber = new(
        "再早的事项，请发送编号查看。",
        "To open a matter that ended even earlier, send its number.");
    public static readonly Text FindWhat = new(
        "请在“查询”后面写要找的内容，如：查询 整改",
        "Say what to find, for example: find rectification");
    public static readonly Text LedgerInTime = new("未逾期", "On time");
    public static readonly Text LedgerMatters = new("事项清单", "List of matters");
    public static readonly Text LedgerMore = new(
        "另有{0}处未列出，可发送“台账”加地区名查看",
        "{0} more places are not shown; say “ledger” with a place to see one",
        "1 more place is not shown; say “ledger” with its name to see it");
    public static readonly Text LedgerParts = new(
        "未办结事项{0}项，另有转办件{1}项。合计不重复计转办件。",
        "{0} matters are open, and {1} parts of them passed on. The total counts a matter and its parts once.",
        "1 matter is open, and {1} parts of it passed on. The total counts a matter and its parts once.");
    public static readonly Text LedgerPartsHere = new("转办件{0}", "{0} passed on");
    public static readonly Text LedgerChart = new("各地未办结事项", "Open matters by place");
    public static readonly Text ReceiptDelivered = new("已送达：{0}（{1}）", "Delivered: {0} ({1})");
    public static readonly Text ReceiptWaiting = new("等待收件人：{0}", "Waiting for: {0}");
    public static readonly Text ReceiptOnItsWay = new("正在发送：{0}", "On its way: {0}");
    public static readonly Text ReceiptRefused = new("未送达：{0}", "Not delivered: {0}");
    public static readonly Text ReceiptNoAnswer = new("可能未送达：{0}", "Possibly not delivered: {0}");
    public static readonly Text ReceiptGivenUp = new("已离任，不再发送：{0}", "Has left, no longer sent to: {0}");
    public static readonly Text HelpAssign = new("交办 长安区 {0}前 上报整改方案", "assign 长安区 by {0} hand in the plan");
    public static readonly Text HelpAssignWhat = new("交办一个事项", "assign a matter");
    public static readonly Text HelpMineWhat = new("未办结的事项，最急的在前", "your open matters, most urgent first");
    public static readonly Text HelpMatter = new("1301-12", "1301-12");
    public static readonly Text HelpMatterWhat = new("只发编号，打开这个事项", "just a number opens that matter");
    public static readonly Text HelpFind = new("查询 整改", "find plan");
    public static readonly Text HelpFindWhat = new(
        "按编号、地区、名称、状态查找，如“查询 逾期”",
        "by number, place, title or state, such as “find overdue”");
    public static readonly Text HelpLedgerWhat = new("未办结、逾期、本周到期，分地区", "open, overdue and due this week, by place");
    public static readonly Text HelpReport = new("反馈进展 1301-12 已完成方案初稿", "report 1301-12 first draft is done");
    public static readonly Text HelpReportWhat = new("一句话反馈，不用打开卡片", "report in one line, without opening the card");
    public static readonly Text Summary = new("小结", "Summary");
    public static readonly Text SummaryHead = new("已办结{0}处，共{1}处。", "{0} of {1} closed.");
    public static readonly Text SummaryLine = new("{0}（{1}）：{2}", "{0} ({1}): {2}");
    public static readonly Text SummaryNothing = new("还没有反馈", "nothing reported yet");
    public static readonly Text Noted = new("好的。说“我的事项”可以随时查看。", "All right. Say “mine” whenever you want to look.");
    public static readonly Text NotedUnsigned = new(
        "好的。还有{0}项没有签收，点一下即可签收：",
        "All right. Not signed for yet: {0}. Press to sign:");
    public static readonly Text ChooseMatter = new("{0}哪一项？", "{0}: which one?");
    public static readonly Text NamedOnly = new(
        "什么都没有办理：“{0}”没有听懂。其中提到的事项在这里。",
        "Nothing was done: “{0}” was not understood. Here is what it mentions.");
    public static readonly Text NotTakenWhich = new(
        "什么都没有办理：“{0}”不像是要“{1}”。要看事项，请点开：",
        "Nothing was done: “{0}” does not plainly say “{1}”. Open a matter to look at it:");
    public static readonly Text CheckText = new(
        "还没有提交：这句话像是在问，或者还没有定。请核对后再提交。",
        "Not submitted yet: this may be a question or a plan. Please check it and submit.");
    public static readonly Text ConfirmTitle = new("将要{0}", "About to: {0}");
    public static readonly Text ConfirmNote = new(
        "还没有办理。请核对，然后点“{0}”。",
        "Nothing has been done yet. Please check, then press “{0}”.");
    public static readonly Text ConfirmDo = new("确认{0}", "Confirm: {0}");
    public static readonly Text ConfirmNotKept = new("“{0}”不会随“{1}”保存。", "“{0}” will not be saved with “{1}”.");
    public static readonly Text ChangeText = new("修改", "Change");
    public static readonly Text SeveralTitle = new("{0}：{1}项", "{0}: matters ({1})");
    public static readonly Text NobodyIsUrged = new("{0}还没有登记接收人，催了那里也没有人收到。", "Nobody is registered in {0}, so nobody there gets it.");
    public static readonly Text SeveralNote = new(
        "还没有办理。请核对，然后点“{0}”一次办理。",
        "Nothing has been done yet. Please check, then press “{0}” once for all of them.");
    public static readonly Text SeveralDo = new("{0}这{1}项", "{0} ({1})");
    public static readonly Text SeveralDone = new("{0}：办好{1}项，共{2}项。", "{0}: done for {1} of {2}.");
    public static readonly Text SeveralNone = new("这几项现在都不能“{0}”。", "None of these allows this step now: {0}.");
    public static readonly Text SeveralMore = new(
        "另有{0}项没有列出，办完这些再说一次。",
        "{0} more are not listed: say it again after these.",
        "1 more is not listed: say it again after these.");
    public static readonly Text SeveralEach = new(
        "{0}要逐项填写，请逐项打开：",
        "{0}: each needs a form of its own. Please open them one by one:");
    public static readonly Text SelectionEmpty = new(
        "没有可以“{0}”的事项符合“{1}”。",
        "No matter allows “{0}” and matches “{1}”.");
    public static readonly Text StepUntold = new(
        "（一次最多通知{0}人，另有{1}人没有收到通知）",
        " (A step tells {0} people at most; {1} more were not told.)");
    public static readonly Text AlreadySaid = new(
        "{0}已经有同样的内容，没有重复登记",
        "The same text was already recorded at {0}; it was not recorded again");
    public static readonly Text OpenSeveralTitle = new("{0}项事项", "{0} matters");
    public static readonly Text UnderstoodNoNewDue = new(
        "没有认出新的时限，请选择日期。",
        "No new due date was recognised: please choose one.");
    public static readonly Text UnderstoodNewDue = new("新的时限“{0}”：{1}", "New due date “{0}”: {1}");
    public static readonly Text UnderstoodUntil = new("延至“{0}”：{1}", "Until “{0}”: {1}");
    public static readonly Text UnderstoodNoUntil = new(
        "没有认出要延到哪一天，请选择日期。",
        "No date was recognised: please choose one.");
    public static readonly Text UnderstoodNotTicked = new(
        "没有勾选：{0}（不在本事项可以转办的地区内，或已经转办）。",
        "Not ticked: {0} (the matter cannot be passed on there, or already was).");
    public static readonly Text UnderstoodForm = new(
        "已按您的话填好，请核对后提交。",
        "Filled in from what you said. Please check and submit.");
    public static readonly Text UnderstoodNoDepartment = new(
        "没有认出移交给哪个部门，请选择。",
        "No department was recognised: please choose one.");
    public static readonly Text BothTexts = new("{0}；{1}", "{0}; {1}");
    public static readonly Text CityPassesOn = new(
        "巡视组交办到本市的事项，可以打开后点“{0}”给各县；一次勾选几个县就行。",
        "A matter that was assigned to your city can be passed on to its counties: open it and press “{0}”.");
    public static readonly Text NoticeTitle = new("这里看到{0}项任务，共{1}件事项。请核对，改或去掉任何一项，然后一次交办。", "There are {0} tasks here, {1} matters in all. Please check them, change or leave out any, and assign them with one press.", "There is one task here, {1} matters in all. Please check it, change it, and assign it with one press.");
    public static readonly Text NoticeAssign = new("全部交办", "Assign all");
    public static readonly Text NoticeNumber = new("第{0}项", "No. {0}");
    public static readonly Text NoticeOn = new("交办这一项", "Assign this one");
    public static readonly Text NoticeAside = new("没有当作任务的文字", "Taken for no task");
    public static readonly Text NoticeUnclear = new("“{0}”有重名：{1}。请在责任地区里写全称。", "“{0}” may be one of several: {1}. Please give the full name.");
    public static readonly Text NoticeBeside = new("已附在目标任务里：{0}", "Kept with what must be achieved: {0}");
    public static readonly Text NoticeAsks = new("像是询问或否定，没有勾选", "It asks or denies: it is not ticked");
    public static readonly Text NoticeRecurs = new("按周期报送的，请另设定期事项；这里只交办一次", "For what comes again and again set up a recurring matter: here it is assigned once");
    public static readonly Text NoticeNone = new("一项也没有勾选，什么都没有交办。", "None is ticked: nothing was assigned.");
    public static readonly Text NoticeWrong = new("还没有交办：请改正标出的内容，或去掉那一项。", "Nothing is assigned yet: please correct what is marked, or leave it out.");
    public static readonly Text NoDueSaid = new("没有说时限", "no due date given");
    public static readonly Text OtherTasks = new("交办其余任务", "Assign the others");
    public static readonly Text OtherTasksNext = new(
        "这是其中一项；交办后可以接着交办其余任务。",
        "This is one of several tasks; you can assign the others right after it.");
    public static readonly Text NotAmong = new("{0}本来就不在里面。", "{0} is not in it anyway.");

    public static readonly Text OtherTasksAgain = new(
        "这是其中一项；其余任务请在交办后从原来的消息再开始。",
        "This is one of several tasks. After assigning it, please start again from the original message for the others.");
    public static readonly Text PassOnSeveralTasks = new(
        "这里有{0}项不同的要求，没有勾选地区；请分别转办。",
        "There are {0} different tasks here, so no place was ticked. Please pass them on one by one.");
    public static readonly Text StandingTitle = new("{0}（{1}项）", "{0} ({1})");
    public static readonly Text StandingEmpty = new("没有“{0}”的事项。", "No matter matches “{0}”.");
    public static readonly Text DueByTitle = new("{0}前到期（{1}项）", "Due by {0} ({1})");
    public static readonly Text DueByEmpty = new("{0}前没有到期的事项。", "Nothing is due by {0}.");
    public static readonly Text NoSuchMatter = new(
        "没有找到事项 {0}。请核对编号，如 1301-12 或 {1}-1301-12。",
        "There is no matter {0}. Please check the number, for example 1301-12 or {1}-1301-12.");
    public static readonly Text WhichMatter = new(
        "请写明事项编号，如：{0} 1301-12",
        "Please say which matter, for example: {0} 1301-12");
    public static readonly Text NothingForStep = new("没有能{0}的事项。", "Nothing can be done now: {0}.");
    public static readonly Text NothingToChoose = new(
        "目前没有可以选择的地区或部门",
        "There is no place or department to choose from");
    public static readonly Text StaleButton = new("没有改动：{0}", "Nothing was changed: {0}");
    public static readonly Text AssignTitle = new("交办事项", "Assign a matter");
    public static readonly Text Understood = new(
        "已按您的话填好，请核对后交办。",
        "Filled in from your words: please check.");
    public static readonly Text UnderstoodMessage = new(
        "已按这条消息填好，请核对后交办。",
        "Filled in from this message. Please check and assign.");
    public static readonly Text UnderstoodCut = new(
        "消息较长，只取前{0}字。",
        "The message is long: only its first {0} characters were taken.");
    public static readonly Text AssignedFromMessage = new(
        "已交办：{0}，{1}，办理时限{2}。在与联络机器人的单独对话中发送“{3}”可以查看。",
        "Assigned: {0}, {1}, due {2}. To see it, say “{3}” to the liaison bot in your one-to-one chat.");
    public static readonly Text UnderstoodDue = new("时限“{0}”：{1}，{2}", "Due “{0}”: {1}, {2}");
    public static readonly Text UnderstoodHour = new(
        "时限按天计算，“{0}”已写入目标任务。",
        "Due dates are whole days: “{0}” was added to what must be achieved.");
    public static readonly Text UnderstoodOtherDue = new("句中还有“{0}”，没有当作时限。", "“{0}” was not taken as the due date.");
    public static readonly Text UnderstoodUrgent = new("按急件办理。", "Urgent.");
    public static readonly Text UnderstoodFormer = new("“{0}”现为{1}（{2}）。", "“{0}” is now {1} ({2}).");
    public static readonly Text Origin = new("检查后另行交办，原事项", "Assigned after a check of");
    public static readonly Text FromRule = new("出自定期事项", "Of the recurring matter");
    public static readonly Text FromRuleFor = new("{0}，{1}这一次", "{0}, for {1}");
    public static readonly Text UnderstoodNotPlaces = new(
        "没有认出：{0}。请改正后重新发送，或在交办后单独交办。",
        "Not recognised: {0}. Please correct it and send it again, or assign it separately.");
    public static readonly Text AssignTo = new("责任地区（{0}处）", "Responsible places ({0})");
    public static readonly Text UnderstoodPlaceSeveral = new("“{0}”不止一处，请选择责任地区。", "Which “{0}”? Please choose.");
    public static readonly Text UnderstoodCorrection = new(
        "已按您的话改好，其余不变，请核对后提交。",
        "Changed as you said, the rest as it was. Please check and submit.");
    public static readonly Text UnderstoodNoPlace = new("没有认出责任地区，请选择。", "No place was recognised: please choose one.");
    public static readonly Text UnderstoodNoDue = new(
        "没有认出办理时限，请选择日期或填写天数。",
        "No due date was recognised: choose a date or give a number of days.");
    public static readonly Text DueBasis = new(
        "时限“{1}”：{0}个工作日，从{2}的次日起算，到{3}",
        "Due “{1}”: {0} working days from the day after {2}, to {3}",
        "Due “{1}”: 1 working day from the day after {2}, to {3}");
    public static readonly Text UnderstoodDoubt = new("“{0}”与{1}对不上，请核对。", "“{0}” does not match {1}: please check.");
    public static readonly Text UnderstoodDayOff = new(
        "{0}不是工作日，时限仍是这一天。",
        "{0} is not a working day; it is still the due date.");
    public static readonly Text UnderstoodNextYear = new(
        "“{0}”今年的已过，按{1}年理解，请核对。",
        "“{0}” has passed this year, so taken as {1}: please check.");
    public static readonly Text RefusedTwoDues = new("日期和天数只填一个", "Give either a date or a number of days, not both");
    public static readonly Text EditCorrect = new("刚才办的可以更正或撤销：", "What you last did can be corrected or undone:");
    public static readonly Text UnderstoodPreview = new(
        "转发或引用的消息可能只带来开头，请核对是否完整",
        "Perhaps only the beginning of a forwarded or quoted message came along: please check that it is complete");
    public static readonly Text MessageIsPicture = new(
        "这条消息只有图片，读不出文字，请填写",
        "This message is only a picture, so no text could be read. Please fill in the form");
    public static readonly Text MessageIsFile = new(
        "这条消息只有文件，读不出文字，请填写",
        "This message is only a file, so no text could be read. Please fill in the form");
    public static readonly Text MessageIsEmpty = new(
        "这条消息里没有可读的文字，请填写",
        "There is no readable text in this message. Please fill in the form");
    public static readonly Text ReferenceHow = new(
        "有权查看的人员，请在与联络机器人的单独对话中发送“{0}”。",
        "If you are allowed to see it, say “{0}” to the liaison bot in your one-to-one chat.");

    public static readonly Text AssignDone = new("已交办", "Assigned");
    public static readonly Text CorrectDone = new("已更正", "Corrected");
    public static readonly Text DeclineDone = new("已申请退件，等交办方答复", "Declined; those who assigned it will answer");
    public static readonly Text InsistDone = new("已坚持交办，仍需签收", "Insisted: it is still to be signed for");
    public static readonly Text ReopenDone = new("已重新办理，时限{0}", "Reopened, due {0}");
    public static readonly Text ChangeDueDone = new("已改期至{0}", "Due date changed to {0}");
    public static readonly Text ChangeDueFrom = new("已改期：{0}（原为{1}）", "Due date changed to {0} (it was {1})");
    public static readonly Text ChangeDueAnswers = new(
        "{0}，延期申请（申请延至{1}）以此为准",
        "{0}; this answers the request for more time until {1}");
    public static readonly Text ClosingUndone = new("已撤销办结，等待审核", "Took the closing back: it waits for its review again");
    public static readonly Text DecliningUndone = new("已撤销退件申请，等待签收", "Took the declining back: it is to be signed for");
    public static readonly Text UndoDone = new("已撤销上一步", "The last step is undone");
    public static readonly Text UndoneWhat = new("已撤销{0}，继续办理", "Undone: {0}; work continues");
    public static readonly Text Changed = new("{0} {1} → {2}", "{0} {1} → {2}");
    public static readonly Text NothingThere = new("（无）", "(none)");
    public static readonly Text MovedAway = new(
        "{0}更正了交办：{1}“{2}”不再由您办理，无需处理。",
        "{0} corrected an assignment: {1} “{2}” is no longer yours. You need not do anything.");
    public static readonly Text PassOnDone = new("已转办", "Passed on");
    public static readonly Text SignDone = new("已签收", "Signed for");
    public static readonly Text ReportProgressDone = new("已反馈进展", "Progress reported");
    public static readonly Text HandInDone = new("已报结，等待审核", "Handed in; waiting for review");
    public static readonly Text CloseDone = new("已办结", "Closed");
    public static readonly Text ReturnDone = new("已退回，请按进一步整改要求继续办理", "Returned: more work is required");
    public static readonly Text RequestExtensionDone = new("已申请延期，等待答复", "More time requested; waiting for an answer");
    public static readonly Text GrantExtensionDone = new("已批准延期至{0}", "More time granted until {0}");
    public static readonly Text RefuseExtensionDone = new(
        "延期未批准，办理时限不变",
        "More time refused; the due date does not change");
    public static readonly Text UrgeDone = new("已催办", "Urged");
    public static readonly Text PutOnLedgerDone = new("已挂账督办", "Put on the supervision ledger");
    public static readonly Text DocketDone = new("已报请立项督办", "Sent to the supervision office for docketing");
    public static readonly Text AcceptDocketDone = new("已受理立项督办", "Docketed with the supervision office");
    public static readonly Text ReferDone = new("已移交", "Referred");
    public static readonly Text WithdrawDone = new("已撤回，无需继续办理", "Withdrawn: nothing more to do");
    public static readonly Text Did = new("{0} {1}", "{0}: {1}");
    public static readonly Text MatterSummary = new("{0}：{1}（{2}）", "{0}: {1} ({2})");
    public static readonly Text NextBy = new("下一步", "Next step by");
    public static readonly Text FindOverdue = new("逾期 超期", "overdue late");
    public static readonly Text FindUnsigned = new("未签收", "unsigned");
    public static readonly Text LedgerTitle = new("{0}台账", "Ledger of {0}");
    public static readonly Text DueSkipped = new("，跳过{0}放假", ", {0} off");
    public static readonly Text DueWorked = new("，{0}调休上班计入", ", {0} worked");
    public static readonly Text QuotedUnclear = new(
        "看不出您引用的是哪一项。请写上编号，例如“{0} 1301-1”。",
        "I cannot tell which matter you quoted. Please add its number, for example “{0} 1301-1”.");
    public static readonly Text QuotedShown = new(
        "这是您引用的事项。您的话没有写入：要办理，请点按钮，或在话前写上要办的事，例如“反馈进展”。",
        "This is the matter you quoted. Your words were not saved to it: press a button, or begin with the step, such as “report progress”.");
}
