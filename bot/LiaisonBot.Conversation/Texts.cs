using System.Globalization;
using LiaisonBot.Core.People;

namespace LiaisonBot.Conversation;

/// <summary>One text in both languages, side by side. <c>{0}</c>, <c>{1}</c> … stand for what is filled in.</summary>
/// <param name="One">The English when <c>{0}</c> is one; null where that makes no difference.</param>
public readonly record struct Text(string Chinese, string English, string? One = null)
{
    public string In(Language language) => language == Language.Chinese ? Chinese : English;

    public string In(Language language, params object[] values) =>
        string.Format(
            CultureInfo.InvariantCulture,
            language == Language.English && values is [1, ..] ? One ?? English : In(language),
            values);
}

/// <summary>Every text that a person sees, but for the names of places and of people.</summary>
public static class Texts
{

    // Acts.
    public static readonly Text Assign = new("交办", "Assign");
    public static readonly Text Correct = new("更正", "Correct");
    public static readonly Text PassOn = new("转办", "Pass on");
    public static readonly Text Sign = new("签收", "Sign for");
    public static readonly Text ReportProgress = new("反馈进展", "Report progress");
    public static readonly Text HandIn = new("报结", "Hand in");
    public static readonly Text Close = new("办结", "Close");
    public static readonly Text Return = new("退回", "Return");
    public static readonly Text RequestExtension = new("申请延期", "Ask for more time");
    public static readonly Text GrantExtension = new("批准延期", "Grant more time");
    public static readonly Text RefuseExtension = new("不批准", "Refuse more time");
    public static readonly Text Urge = new("催办", "Urge");
    public static readonly Text PutOnLedger = new("挂账督办", "Put on the ledger");
    public static readonly Text Docket = new("立项督办", "Docket");
    public static readonly Text AcceptDocket = new("受理督办", "Accept docketing");
    public static readonly Text Refer = new("移交", "Refer");
    public static readonly Text AddEvidence = new("补充附件", "Add evidence");
    public static readonly Text AddEvidenceEntry = new("补充附件", "Evidence added");
    public static readonly Text Ask = new("提问", "Ask a question");
    public static readonly Text AskEntry = new("提问", "Asked");
    public static readonly Text Answer = new("答复", "Answer");
    public static readonly Text DropQuestion = new("收回提问", "Take the question back");
    public static readonly Text DropQuestionEntry = new("收回提问", "Took the question back");
    public static readonly Text AnswerEntry = new("答复", "Answered");
    public static readonly Text Remark = new("留言", "Leave a remark");
    public static readonly Text RemarkEntry = new("留言", "Remark");
    public static readonly Text Follow = new("关注", "Follow");
    public static readonly Text Unfollow = new("取消关注", "Stop following");
    public static readonly Text QuestionWaits = new("提问待答复", "A question waits for an answer");
    public static readonly Text FieldEvidence = new("附件", "Evidence");
    public static readonly Text EvidenceCount = new("附件{0}件", "{0} pieces of evidence", "1 piece of evidence");
    public static readonly Text Undo = new("撤销", "Undo");
    public static readonly Text Withdraw = new("撤回", "Withdraw");

    // Acts in the history: done, with no more said.
    public static readonly Text AssignEntry = new("交办", "Assigned");
    public static readonly Text Decline = new("申请退件", "Decline");
    public static readonly Text DeclineEntry = new("申请退件", "Declined");
    public static readonly Text Insist = new("坚持交办", "Insist");
    public static readonly Text InsistEntry = new("坚持交办", "Insisted");
    public static readonly Text Reopen = new("重新办理", "Reopen");
    public static readonly Text ReopenEntry = new("重新办理", "Reopened");
    public static readonly Text Declined = new("申请退件，待答复", "Declined, waiting for an answer");
    public static readonly Text ExemptionWaits = new("申请免于公开，待答复", "Exemption asked for, waiting for an answer");
    public static readonly Text ChangeDue = new("改期", "Change the due date");
    public static readonly Text ChangeDueEntry = new("改期", "Due date changed");
    public static readonly Text CorrectEntry = new("更正", "Corrected");
    public static readonly Text UndoEntry = new("撤销", "Undone");
    public static readonly Text PassOnEntry = new("转办", "Passed on");
    public static readonly Text SignEntry = new("签收", "Signed for");
    public static readonly Text ReportProgressEntry = new("反馈进展", "Progress reported");
    public static readonly Text HandInEntry = new("报结", "Handed in");
    public static readonly Text CloseEntry = new("办结", "Closed");
    public static readonly Text ReturnEntry = new("退回", "Returned");
    public static readonly Text RequestExtensionEntry = new("申请延期", "More time requested");
    public static readonly Text GrantExtensionEntry = new("批准延期", "More time granted");
    public static readonly Text RefuseExtensionEntry = new("不批准", "More time refused");
    public static readonly Text UrgeEntry = new("催办", "Urged");
    public static readonly Text PutOnLedgerEntry = new("挂账督办", "Put on the supervision ledger");
    public static readonly Text DocketEntry = new("立项督办", "Docketing asked for");
    public static readonly Text AcceptDocketEntry = new("受理督办", "Docketed");
    public static readonly Text ReferEntry = new("移交", "Referred");
    public static readonly Text WithdrawEntry = new("撤回", "Withdrawn");

    // What was done: the line above the card after a step, and the headline of a message to others.
    public static readonly Text Moved = new("改由他处办理", "Given to another place");

    // Reminders.
    public static readonly Text RemindedOf = new("提醒", "Reminded");
    public static readonly Text MayBeRepeat = new("（可能是重复的消息）", " (may be a repeat)");
    public static readonly Text Unreached = new("无法送达", "Cannot be reached");
    public static readonly Text HandOver = new("交接", "Hand over");
    public static readonly Text ApplyPlan = new("方案批准", "Plan approved");
    public static readonly Text AnswerExemption = new("答复免于公开", "Exemption answered");
    public static readonly Text HandedOver = new("交接：{0} → {1}", "Handed over: {0} → {1}");
    public static readonly Text Recounted = new("办理时限按放假安排调整", "Due date recalculated after a holiday notice");
    public static readonly Text RecountedTo = new(
        "放假安排公布，办理时限由{0}改为{1}",
        "Holidays announced: the due date moved from {0} to {1}");
    public static readonly Text RecountedSame = new(
        "放假安排公布，办理时限确定为{0}",
        "Holidays announced: the due date is still {0}");
    public static readonly Text AudienceReviewer = new("审核方", "the reviewing side");

    // States.
    public static readonly Text StateAssigned = new("待签收", "To be signed for");
    public static readonly Text StateInProgress = new("办理中", "In progress");
    public static readonly Text StateHandedIn = new("已报结 待审核", "Handed in, under review");
    public static readonly Text StateClosed = new("已办结", "Closed");
    public static readonly Text StateWithdrawn = new("已撤回", "Withdrawn");
    public static readonly Text SupervisionLedger = new("挂账督办", "Supervision ledger");
    public static readonly Text SupervisionAsked = new("立项督办（待受理）", "Docketing asked for");
    public static readonly Text SupervisionDocketed = new("立项督办", "Docketed");
    public static readonly Text Urgent = new("急件", "Urgent");
    public static readonly Text Normal = new("普通", "Normal");

    // Due dates in words.
    public static readonly Text DueToday = new("今天到期", "due today");
    public static readonly Text DueTomorrow = new("明天到期", "due tomorrow");
    public static readonly Text DueInWorkingDays = new("还有{0}个工作日", "{0} working days left", "1 working day left");
    public static readonly Text DueBeforeNextWorkingDay = new(
        "还有{0}天，期间无工作日",
        "{0} days left, none of them a working day",
        "1 day left, not a working day");
    public static readonly Text OverdueDays = new("逾期{0}天", "{0} days overdue", "1 day overdue");
    public static readonly Text DueInWorkingDaysProvisional = new(
        "还有{0}个工作日（暂定）",
        "{0} working days left (provisional)",
        "1 working day left (provisional)");
    public static readonly Text ProvisionalMark = new("（暂定）", " (provisional)");

    // The calendar.
    public static readonly Text Year = new("{0}年", "{0}");
    public static readonly Text Monday = new("周一", "Mon");
    public static readonly Text Tuesday = new("周二", "Tue");
    public static readonly Text Wednesday = new("周三", "Wed");
    public static readonly Text Thursday = new("周四", "Thu");
    public static readonly Text Friday = new("周五", "Fri");
    public static readonly Text Saturday = new("周六", "Sat");
    public static readonly Text Sunday = new("周日", "Sun");

    // How texts are put together.
    public static readonly Text MorePlaces = new("其余{0}个", "{0} more");
    public static readonly Text AndOthers = new("{0}等", "{0} and others");
    public static readonly Text GrantOf = new("{0} {1}", "{0}, {1}");
    public static readonly Text ListComma = new("、", ", ");
    public static readonly Text Semicolon = new("；", "; ");
    public static readonly Text Labelled = new("{0}：{1}", "{0}: {1}");
    public static readonly Text Bracketed = new("{0}（{1}）", "{0} ({1})");

    // Inputs.
    public static readonly Text FieldTitle = new("事项名称", "Title");
    public static readonly Text FieldArea = new("责任地区", "Place");
    public static readonly Text FieldResponsible = new("责任主体", "Responsible");
    public static readonly Text FieldTarget = new("目标任务", "What must be achieved");
    public static readonly Text FieldDue = new("办理时限", "Due date");
    public static readonly Text FieldUrgency = new("紧急程度", "Urgency");
    public static readonly Text FieldBasis = new("依据", "Basis");
    public static readonly Text FieldPassOnNote = new("转办要求", "What the counties are to do");
    public static readonly Text FieldIdentity = new("登录名或对象ID", "Sign-in name or object id");
    public static readonly Text FieldName = new("姓名或岗位名称", "Name or post");
    public static readonly Text FieldRole = new("角色", "Role");

    // The matter's card.
    public static readonly Text NamesAndMore = new("{0}等{1}人", "{0} and others ({1} in all)");
    public static readonly Text Extension = new("延期申请", "More time requested");
    public static readonly Text ChildrenDone = new("县级办理：已办结 {0} / 共 {1}", "Counties: {0} of {1} closed");
    public static readonly Text Submit = new("提交", "Submit");
    public static readonly Text CancelForm = new("取消", "Cancel");

    // Lists.
    public static readonly Text LedgerEmpty = new("没有您可以查看的未办结事项：{0}", "No open matters that you may see: {0}");
    public static readonly Text AssignedBy = new("交办单位", "Assigned by");
    public static readonly Text ParentIs = new("转办自", "Passed on from");
    public static readonly Text ReturnedBecause = new("退回意见：{0}", "sent back: {0}");
    public static readonly Text FieldRequirement = new("进一步整改要求", "What is still required");
    public static readonly Text DirectoryTitle = new("{0}通讯录", "Directory of {0}");
    public static readonly Text Reachable = new("可送达", "can be reached");
    public static readonly Text FieldProgress = new("进展情况", "Progress");
    public static readonly Text FieldResult = new("办理结果", "Result");
    public static readonly Text LedgerPlace = new("地区", "Place");
    public static readonly Text LedgerOpen = new("未办结", "Open");
    public static readonly Text LedgerOverdue = new("逾期", "Late");
    public static readonly Text LedgerThisWeek = new("本周到期", "This week");
    public static readonly Text LedgerInReview = new("待审核", "In review");
    public static readonly Text LedgerTotal = new("合计", "Total");

    // People.
    public static readonly Text NeverOpened = new("尚未打开对话", "has not opened the chat yet");
    public static readonly Text Unreachable = new("无法送达", "cannot be reached");

    public static readonly Text FormerOffice = new("已离任的巡视办人员", "a former member of the provincial office");
    public static readonly Text FormerTeamLeader = new("已离任的巡视组组长", "a former team leader");
    public static readonly Text FormerTeamMember = new("已离任的巡视组成员", "a former team member");
    public static readonly Text FormerCityOffice = new("已离任的市联络办人员", "a former member of the city office");
    public static readonly Text FormerCountyOfficer = new("已离任的联络员", "a former liaison officer");
    public static readonly Text FormerSupervisionOffice = new("已离任的督查室人员", "a former member of the supervision office");
    public static readonly Text FormerDepartment = new("已离任的部门人员", "a former member of the department");

    public static readonly Text RemovePerson = new("移除", "Remove");
    public static readonly Text DirectoryAccountWaits = new(
        "此人有新账号等待省委巡视办确认，请先在“通讯录”里处理",
        "This person's new account is waiting for the provincial office to confirm it: see “directory” first");
    public static readonly Text RoleOffice = new("省委巡视办", "Provincial inspection office");
    public static readonly Text RoleTeamLeader = new("巡视组组长", "Team leader");
    public static readonly Text RoleTeamMember = new("巡视组成员", "Team member");
    public static readonly Text RoleCityOffice = new("市级联络机构", "City liaison office");
    public static readonly Text RoleCountyOfficer = new("县级联络员", "County liaison officer");
    public static readonly Text RoleSupervisionOffice = new("督查室", "Supervision office");
    public static readonly Text RoleDepartment = new("省直部门", "Department");
    public static readonly Text TeamOrdinal = new("第{0}巡视组", "team {0}");

    // Help and greeting.
    public static readonly Text NotHere = new(
        "为保护事项信息，请在与我的单独对话中办理。",
        "To protect confidential matters, please talk to me in our one-to-one chat.");
    public static readonly Text NotUnderstood = new("没有听懂。您是不是想说：", "I did not understand that. Did you mean:");
    public static readonly Text NotTaken = new(
        "什么都没有办理：“{0}”不像是要“{1}”。需要时请点下面的按钮。",
        "Nothing was done: “{0}” does not plainly say “{1}”. Press the button below if that is what you want.");
    public static readonly Text NoSuchPlace = new("没有找到地区“{0}”。", "There is no place called “{0}”.");
    public static readonly Text StoreBusy = new(
        "暂时没能保存，什么都没有改动。请稍后再试一次。",
        "It could not be saved just now, and nothing was changed. Please try again in a moment.");
    public static readonly Text SomethingBroke = new(
        "出了点问题，已经记录。请再试一次；还不行请告诉省委巡视办。",
        "Something went wrong, and it was logged. Please try again; if it keeps happening, tell the provincial inspection office.");

    // Refusals: each says what to do.
    public static readonly Text RefusedNotAllowed = new(
        "您没有“{0}”的权限（{1}）",
        "You are not allowed to do this: {0} ({1})");
    public static readonly Text RefusedState = new(
        "事项目前是“{0}”，不能做这一步",
        "It is “{0}” now: this step was taken already, or its time has not come");
    public static readonly Text RefusedOwnWork = new(
        "不能审核自己报送的内容，请由另一位同志处理",
        "Nobody reviews their own work: someone else has to do this");
    public static readonly Text RefusedMissing = new("请填写", "Please fill this in");
    public static readonly Text RefusedTooLong = new("太长了，最多{0}字", "Too long: at most {0} characters");
    public static readonly Text RefusedUnknownArea = new(
        "没有这个地区或单位，请重新选择",
        "There is no such place or unit: please choose again");
    public static readonly Text RefusedDueInPast = new("不能早于今天（{0}）", "It cannot be before today ({0})");
    public static readonly Text RefusedDueTooFar = new("太远了，最多{0}天", "Too far ahead: at most {0} days");
    public static readonly Text RefusedDueAfterParent = new(
        "不能晚于上级事项的办理时限（{0}）",
        "It cannot be after the due date of the parent matter ({0})");
    public static readonly Text RefusedDueSame = new("时限现在就是{0}", "the due date is {0} already");
    public static readonly Text RefusedDueBeforeChildren = new(
        "转办件的时限更晚：{0}。请先改它们的时限，或选不早于{1}的日期",
        "what was passed on is due later: {0}. Change those first, or choose {1} or a later date");
    public static readonly Text RefusedStillCorrectable = new(
        "交办后{0}分钟内还没有签收，请直接更正",
        "it can still be corrected: it was assigned less than {0} minutes ago and is not signed for");
    public static readonly Text RefusedDueNotLater = new(
        "应晚于现在的办理时限（{0}）",
        "It must be later than the current due date ({0})");
    public static readonly Text RefusedOverdue = new(
        "已过办理时限（{0}），应在到期前申请延期；现在可以反馈进展，或留言请交办方改时限",
        "The due date ({0}) has passed; more time has to be requested before it. Report how it stands, or leave a remark that asks for another date");
    public static readonly Text RefusedPending = new(
        "已申请延期至{0}，正在等待答复",
        "More time until {0} has already been requested and is waiting for an answer");
    public static readonly Text RefusedNoneAsked = new("目前没有待答复的延期申请", "No request for more time is waiting");
    public static readonly Text RefusedChildrenOpen = new(
        "还有转办事项没有办结，请先逐一办结",
        "Some passed-on matters are still open: close them first");
    public static readonly Text RefusedNotBelow = new(
        "只能转办给本市的县（市、区）或单位",
        "A matter can be passed on only to counties and units of its own city");
    public static readonly Text RefusedAlreadyPassedOn = new(
        "所选地区中有的已在办理本事项的转办件",
        "One of these places already has this matter");
    public static readonly Text RefusedIsChild = new(
        "转办件不能再转办或移交",
        "A passed-on matter cannot be passed on or referred again");
    public static readonly Text RefusedSupervisionStep = new(
        "督办应逐级进行：挂账督办、立项督办、受理",
        "Supervision goes up one step at a time: ledger, docket, accept");
    public static readonly Text RefusedTooManyReturns = new(
        "已退回{0}次，不能再退回",
        "It has already been returned {0} times and cannot be returned again");
    public static readonly Text RefusedTooManyChildren = new(
        "一个事项最多转办{0}个",
        "A matter can be passed on at most {0} times");
    public static readonly Text RefusedTooManyEntries = new("办理记录已满（{0}条）", "The history is full ({0} entries)");
    public static readonly Text RefusedCorrectionOver = new(
        "只能在交办后{0}分钟内、签收或移交之前更正；之后请撤回，再重新交办",
        "A matter can be corrected for {0} minutes, until it is signed for or referred; after that, withdraw it and assign it again");
    public static readonly Text RefusedNothingToCorrect = new("内容与原来相同", "the content is the same as before");
    public static readonly Text RefusedOtherCity = new(
        "编号里有市的代码，不能改到别的市；请撤回，再向那里重新交办",
        "The number contains the city's code: withdraw the matter and assign it again in the other city");
    public static readonly Text RefusedResponsibleElsewhere = new(
        "责任地区改了，请一并改写责任主体",
        "The place was changed: please also name who is responsible there");
    public static readonly Text RefusedOfParent = new(
        "转办件只能更正办理时限和转办要求；其余请撤回后重新转办",
        "For a passed-on matter, only the due date and what the counties are to do can be corrected; to change the rest, withdraw it and pass it on again");
    public static readonly Text RefusedUndoOver = new(
        "办结超过{0}分钟的不能撤销，需要时由省委巡视办重新办理",
        "a closing is taken back within {0} minutes; later the provincial office can reopen it");
    public static readonly Text RefusedStillUndoable = new(
        "您刚办结不到{0}分钟，请直接撤销办结",
        "you closed it less than {0} minutes ago: take the closing back instead");
    public static readonly Text RefusedParentGoesOn = new(
        "上级事项{0}已不在办理中，请先退回或重新办理上级事项",
        "the matter above it, {0}, is not in progress: return or reopen that first");
    public static readonly Text RefusedDeclinePending = new(
        "责任方已申请退件，等交办方答复：撤回、移交、改派，或坚持交办",
        "it was declined and waits for an answer: withdraw, refer, give it to another place, or insist");
    public static readonly Text RefusedNoDecline = new("目前没有待答复的退件申请", "nobody has declined it");
    public static readonly Text RefusedInsisted = new(
        "交办方已经坚持交办，不能再申请退件；有困难的可以反馈进展，或申请延期",
        "it was insisted on and cannot be declined again; report what stands in the way, or ask for more time");
    public static readonly Text RefusedTooMuchEvidence = new(
        "一件事项最多{0}个附件和链接",
        "a matter has at most {0} files and links");
    public static readonly Text RefusedNothingToAdd = new(
        "没有新的附件或链接。把文件或链接和“补充附件 编号”放在同一条消息里发送即可",
        "no new file or link came with it. Send the file or link in the same message as “add evidence” and the number");
    public static readonly Text RefusedNothingToUndo = new(
        "没有可以撤销的：只能撤销自己刚做的反馈进展，或审核前的报结，且之后没有人再办理",
        "There is nothing to undo. You can undo only your own latest report, or a hand-in before its review, and only while nobody has done anything since");
    public static readonly Text RefusedBadDate = new(
        "不是有效的日期或天数，如：{0}、10个工作日、15天",
        "Not a date or a number of days, for example: {0}, 10 working days, 15 days");

    // Refusals of the directory.
    public static readonly Text DirectoryNotAllowed = new("您没有管理这类人员的权限", "You are not allowed to manage these people");
    public static readonly Text DirectoryIdentity = new(
        "请填写登录名（如 name@contoso.com）或对象ID，不含空格，最多113字",
        "Please enter a sign-in name (such as name@contoso.com) or an object id, without spaces, at most 113 characters");
    public static readonly Text DirectoryRoleDoesNotFit = new(
        "角色与地区不符：巡视办、督查室选省，巡视组、市级联络机构选市，联络员选县或单位，省直部门选省直单位；组长、组员要填组号",
        "The role does not fit the place: offices belong to the province, teams and city offices to a city, officers to a county or unit, departments to a provincial unit; leaders and members also need a team number");
    public static readonly Text DirectoryTooMany = new(
        "人数已满，请先移除不再负责的人员",
        "There are too many people: please remove those who are no longer responsible");
    public static readonly Text DirectoryHasOtherRoles = new(
        "此人另有其他角色，只能由省委巡视办为其增加角色",
        "This person has another role: only the provincial office can add one");
    public static readonly Text DirectoryLastOfOffice = new(
        "省委巡视办至少保留一人",
        "At least one person must remain in the provincial office");
    public static readonly Text DirectoryPhone = new(
        "电话应是能拨打的号码，如 0311-88886666 或 13800000000，不超过{0}字",
        "This is no number that can be dialled, such as 0311-88886666 (at most {0} characters)");
    public static readonly Text DirectoryDays = new(
        "结束日期不能早于开始日期，也不能已经过去",
        "The last day cannot be before the first, or over already");
    public static readonly Text DirectoryRecused = new(
        "该同志登记了回避，不能参加这里的巡视",
        "This person is recused from a place that the team or group visits");
    public static readonly Text DirectoryTooManyRecusals = new("回避地区最多{0}个", "At most {0} places of recusal");
    public static readonly Text DirectoryTraining = new(
        "请填写日期、内容（不超过{0}字）和参加人员",
        "Please give the day, the subject (at most {0} characters) and who was there");
    public static readonly Text FieldJobTitle = new("职务", "Job title");
    public static readonly Text FieldPhone = new("电话", "Phone");
    public static readonly Text FieldFrom = new("开始日期", "First day");
    public static readonly Text FieldTo = new("结束日期", "Last day");
    public static readonly Text FieldFromOptional = new("任期开始（不填为即日起）", "First day (today if empty)");
    public static readonly Text FieldToOptional = new("任期结束（不填为长期）", "Last day (no end if empty)");
    public static readonly Text FieldFromColumn = new("任期开始", "First day");
    public static readonly Text FieldToColumn = new("任期结束", "Last day");
    public static readonly Text TemplateJobTitle = new("如 办公室主任，不超过{0}字", "such as head of office, at most {0} characters");
    public static readonly Text TemplatePhone = new("如 0311-88886666 或 13800000000", "such as 0311-88886666");
    public static readonly Text TemplateFrom = new("不填为即日起，如 {0}", "today if empty, such as {0}");
    public static readonly Text TemplateTo = new("不填为长期，如 {0}", "no end if empty, such as {0}");
    public static readonly Text FieldDays = new("任期", "Days");
    public static readonly Text PhoneIs = new("电话{0}", "phone {0}");
    public static readonly Text InNameOf = new("代{0}", "for {0}");
    public static readonly Text DaysFromTo = new("{0}至{1}", "{0} to {1}");
    public static readonly Text DaysFrom = new("{0}起", "from {0}");
    public static readonly Text DaysTo = new("至{0}", "until {0}");
    public static readonly Text DaysOpen = new("长期", "no end set");
    public static readonly Text PostLeader = new("组长", "leader");
    public static readonly Text PostDeputyLeader = new("副组长", "deputy leader");
    public static readonly Text PostLiaison = new("联络员", "liaison");
    public static readonly Text PostMember = new("成员", "member");
    public static readonly Text PostPetitions = new("信访专员", "petitions officer");
    public static readonly Text PostOnlineClues = new("网信专员", "online clues officer");
    public static readonly Text NotToday = new(
        "您好。您的任期或代办目前不在有效日期内（{0}），现在无法查看或办理事项。",
        "Hello. Your role does not count today ({0}), so I cannot show you any matters now.");
    public static readonly Text DirectoryNotFound = new(
        "没有这位人员或这个角色，可能已被移除",
        "There is no such person or role; it may have been removed already");

    // Rights, as a refusal names them.
    public static readonly Text RightSee = new("查看", "see");
    public static readonly Text RightAssign = new("交办", "assign");
    public static readonly Text RightPassOn = new("转办", "pass on");
    public static readonly Text RightWork = new("办理", "work on it");
    public static readonly Text RightManageRecurring = new("管理定期事项", "manage recurring matters");
    public static readonly Text RightAskSelfCheck = new("布置自查", "ask for a self-check");
    public static readonly Text RightRunCampaign = new("开展专项整治", "run a campaign");
    public static readonly Text RuleRunCampaign = new("由省委巡视办和省直部门开展", "only the provincial office and departments of the province may");
    public static readonly Text RuleAskSelfCheck = new("由省委巡视办、驻当地的巡视组组长和市联络办（对所辖县）布置", "only the provincial office, the leader of the city's team and a city office for its counties may");
    public static readonly Text RightCheckFindings = new("检查整改", "check findings");
    public static readonly Text RuleCheckFindings = new("由省委巡视办和驻当地的巡视组检查", "only the provincial office and the team of the city may");
    public static readonly Text RightConfirmDisclosure = new("确认公开", "confirm what was made public");
    public static readonly Text RuleConfirmDisclosure = new("由省委巡视办、本组和市联络办（对所辖县）确认", "only the provincial office, the team and a city office for its counties may");
    public static readonly Text RightExemptFromDisclosure = new("同意免于公开", "agree that something is not made public");
    public static readonly Text RuleExemptFromDisclosure = new("由省委巡视办决定", "only the provincial office may");
    public static readonly Text RuleManageRecurring = new("由省委巡视办和设立它的巡视组管理", "only the provincial office and the team that set it up may");
    public static readonly Text RefusedRecursTooOften = new("不能比每周一次更频繁：为基层减负，不要求天天报", "Not more often than once a week: places are relieved of daily reports");
    public static readonly Text RefusedNoDateAhead = new("这样就没有一次了，请改开始、截止日期或次数", "There would be no date at all: please change from, until or the number of times");
    public static readonly Text RefusedLeadTooLong = new("请填1到{0}个工作日，以免前一次没到期就交办下一次", "Please enter 1 to {0} working days, so that one is due before the next is assigned");
    public static readonly Text RefusedTimes = new("请填1到{0}", "Please enter 1 to {0}");
    public static readonly Text RefusedTooManyPlaces = new("地方太多，一项最多{0}处", "Too many places: at most {0}");
    public static readonly Text RefusedRecurringEnded = new("这项定期事项已经结束", "This recurring matter has ended");
    public static readonly Text RefusedNotTheNext = new("这一次已经不是下一次，请按现在的日期再选", "That date is not the next one any more: please choose again from what stands now");
    public static readonly Text RefusedBeingAssigned = new("这一次正在逐个地方交办，请稍后再试", "This occurrence is being assigned to its places just now: please try again in a moment");
    public static readonly Text RefusedNothingAskedByThem = new("目前没有您提的、还在等答复的问题", "no question of yours waits for an answer");
    public static readonly Text RefusedNothingAsked = new("目前没有等您答复的提问", "no question waits for your answer");
    public static readonly Text RefusedQuestionTooLong = new(
        "还在等答复的提问加起来最多{0}个字，请等答复后再问，或改为留言",
        "all that waits for an answer may have {0} characters at most: wait for the answer, or leave a remark");
    public static readonly Text RefusedFollowed = new("您已经在关注这件事项", "you follow it already");
    public static readonly Text RefusedNotFollowed = new("您没有关注这件事项", "you do not follow it");
    public static readonly Text RefusedTooManyFollowers = new(
        "一件事项最多{0}人关注",
        "a matter is followed by {0} people at most");
    public static readonly Text RefusedStepLacks = new("还没有填完：{0}", "it is not filled in: {0}");
    public static readonly Text RefusedNotDisclosed = new(
        "公开情况还没有登记全，请先登记在哪公开、从哪天到哪天",
        "what was made public is not registered whole: first register where, and from when to when");
    public static readonly Text RefusedExemptionWaits = new(
        "免于公开的申请还在等省委巡视办答复",
        "the office has not answered whether it need not be made public");
    public static readonly Text RowsMissing = new("第{0}项没有{1}", "{1} missing in row {0}");
    public static readonly Text RowsTooLong = new("第{0}项{1}太长", "{1} too long in row {0}");
    public static readonly Text RowsDueInPast = new("第{0}项完成时限已过", "date already over in row {0}");
    public static readonly Text RowsDueTooFar = new("第{0}项完成时限晚于{1}", "date after {1} in row {0}");
    public static readonly Text ColumnMeasures = new("整改措施", "measures");
    public static readonly Text ColumnLeaderPost = new("责任领导", "responsible post");
    public static readonly Text ColumnDepartment = new("责任部门", "department");
    public static readonly Text ColumnDue = new("完成时限", "date");
    public static readonly Text ListSemicolon = new("；", "; ");
    public static readonly Text RightSpeak = new("提问、答复和留言", "ask, answer and leave remarks");
    public static readonly Text RuleSpeak = new(
        "由办理这件事项的单位和交办、审核、督促的一方提问和答复",
        "only those who work on the matter and those who assigned, review or urge it may");
    public static readonly Text RightFollow = new("关注", "follow");
    public static readonly Text RuleFollow = new(
        "由交办、审核、督促的一方关注；办理的单位本来就会收到提醒",
        "only those who assigned, review or urge the matter may");
    public static readonly Text RightReopen = new("重新办理", "reopen");
    public static readonly Text RightReview = new("审核", "review");
    public static readonly Text RightUrge = new("催办", "urge");
    public static readonly Text RightPutOnLedger = new("挂账督办", "put on the ledger");
    public static readonly Text RightDocket = new("立项督办", "docket");
    public static readonly Text RightAcceptDocket = new("受理督办", "accept docketing");
    public static readonly Text RightRefer = new("移交", "refer");
    public static readonly Text RightManagePeople = new("管理人员", "manage people");
    public static readonly Text RightBindRoom = new("绑定频道或群聊", "bind a channel or group");
    public static readonly Text RuleBindRoom = new(
        "由省委巡视办、该市巡视组组长和市级联络机构绑定",
        "only the provincial office, the leader of the team in that city and the city liaison office may");
    public static readonly Text RightManageCalendar = new("管理日历", "manage the calendar");
    public static readonly Text RightConfirmHandover = new("确认交接", "confirm a handover");
    public static readonly Text RightSeePlan = new("查看巡视计划", "see the plan of visits");
    public static readonly Text RightDraftPlan = new("拟定巡视计划", "draft the plan of visits");
    public static readonly Text RulePlan = new(
        "由省委巡视办和本组负责",
        "only the provincial office and the team itself may");
    public static readonly Text RuleWork = new("由责任方办理", "only those responsible may");
    public static readonly Text RuleReopen = new("由省委巡视办重新办理", "only the provincial office may");
    public static readonly Text RuleReview = new("由交办方审核", "only the side that assigned it may");
    public static readonly Text RuleAssign = new(
        "由省委巡视办和该市巡视组组长交办",
        "only the provincial office and the leader of the team in that city may");
    public static readonly Text RulePassOn = new(
        "由市级联络机构转办本市事项",
        "only the city liaison office that holds the matter may");
    public static readonly Text RuleOther = new("不在您的职责范围内", "it is not part of your role");

    // Imports, big jobs, exports.
    public static readonly Text FileNamed = new("“{0}”", "“{0}”");
    public static readonly Text EvidenceNamed = new("“{0}”（{1}）", "“{0}” ({1})");
    public static readonly Text EvidenceMore = new("{0}等{1}个", "{0} and others ({1} in all)");
    public static readonly Text EditNotRead = new(
        "消息改动后我不会重新读取：已经办理的，以办理记录为准；还没办的，请重新发送。",
        "I do not read a message again after it is edited. What was done stays as it is in the history; please send the rest again.");
    public static readonly Text DownloadOver = new(
        "链接已失效。请回到聊天中重新获取。",
        "This link has expired. Please get a new one in the chat.");
}
