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
    // Commands, as they are said and as they stand on buttons.

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
    public static readonly Text Undo = new("撤销", "Undo");
    public static readonly Text Withdraw = new("撤回", "Withdraw");

    // Acts in the history: done, with no more said.
    public static readonly Text AssignEntry = new("交办", "Assigned");
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
    public static readonly Text AssignDone = new("已交办", "Assigned");
    public static readonly Text CorrectDone = new("已更正", "Corrected");
    public static readonly Text UndoDone = new("已撤销上一步", "The last step is undone");
    public static readonly Text UndoneWhat = new("已撤销{0}，继续办理", "Undone: {0}; work continues");
    public static readonly Text Changed = new("{0} {1} → {2}", "{0} {1} → {2}");
    public static readonly Text NothingThere = new("（无）", "(none)");
    public static readonly Text Moved = new("改由他处办理", "Given to another place");
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

    // Reminders.
    public static readonly Text ReminderUnsigned = new("尚未签收", "Not signed for yet");
    public static readonly Text ReminderDueSoon = new("蓝色提醒：临近办理时限", "Blue: due soon");
    public static readonly Text ReminderOverdueYellow = new("黄色提醒：已逾期", "Yellow: overdue");
    public static readonly Text ReminderOverdueRed = new("红色提醒：严重逾期", "Red: long overdue");
    public static readonly Text ReminderProposeLedger = new("建议挂账督办", "Proposal: put it on the supervision ledger");
    public static readonly Text ReminderProposeDocket = new("建议立项督办", "Proposal: docket it");
    public static readonly Text ReminderReviewWaits = new("已报结，等待审核", "Handed in, waiting for review");
    public static readonly Text ReminderExtensionWaits = new(
        "延期申请等待答复",
        "A request for more time is waiting for an answer");
    public static readonly Text RemindedOf = new("提醒", "Reminded");
    public static readonly Text MayBeRepeat = new("（可能是重复的消息）", " (may be a repeat)");
    public static readonly Text Unreached = new("无法送达", "Cannot be reached");
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
    public static readonly Text NoticeLine = new("第{0}行：{1}", "Line {0}: {1}");
    public static readonly Text NoticeYearOutOfRange = new("年份应在{0}至{1}之间", "The year must be between {0} and {1}");
    public static readonly Text NoticeYearMissing = new(
        "没有看出是哪一年，请填写年份",
        "The text does not say which year it is for: please enter the year");
    public static readonly Text NoticeOtherYearSaid = new(
        "通知写的是{0}年，与填写的年份不同",
        "The text is for {0}, not for the year you entered");
    public static readonly Text NoticeTooManyLines = new("太长了，最多{0}行", "Too long: at most {0} lines");
    public static readonly Text NoticeLineTooLong = new(
        "这一行太长了，最多{0}字",
        "This line is too long: at most {0} characters");
    public static readonly Text NoticeNotThreeParts = new(
        "应为“日期,off或work,节日”，如：{0}-10-01..{0}-10-07,off,国庆节",
        "A line gives the days, “off” or “work”, and the name of the holiday, for example: {0}-10-01..{0}-10-07,off,National Day");
    public static readonly Text NoticeNotADate = new("“{0}”不是有效的日期", "“{0}” is not a date");
    public static readonly Text NoticeNotARange = new(
        "“{0}”的结束早于开始，或超过{1}天",
        "“{0}” ends before it begins, or is longer than {1} days");
    public static readonly Text NoticeNotAKind = new("“{0}”应为 off（休）或 work（班）", "“{0}” should be off or work");
    public static readonly Text NoticeNotAName = new(
        "没有写明是哪个节日（最多{0}字），请在这一行前写上，如“元旦：×月×日放假”",
        "The holiday has no name (at most {0} characters): please write it before this line");
    public static readonly Text NoticeOtherYear = new("{0}不在这一年", "{0} is not in that year");
    public static readonly Text NoticeDateTwice = new(
        "{0}写了两次，或既放假又上班",
        "{0} appears twice, or is both off and a working day");
    public static readonly Text NoticeWorkOnWeekday = new(
        "{0}本来就是工作日，不用写上班；请核对年份和日期",
        "{0} is already a working day: please check the year and the date");
    public static readonly Text NoticeHolidayMissing = new(
        "缺少{0}（元旦、劳动节、国庆节都应放假），请粘贴完整的通知；如果是调整或延长的通知，请连标题一起粘贴",
        "{0} is missing: please paste the whole notice. If it changes a holiday, include its title");
    public static readonly Text NoticeOtherWeekday = new(
        "“{0}”的星期与日期不符，请核对年份和日期",
        "“{0}”: the day of the week does not match the date. Please check the year and the date");
    public static readonly Text NoticeOtherCount = new(
        "“{0}”与写明的放假日期天数不符",
        "“{0}” does not match the number of days off listed");
    public static readonly Text NoticeUnclear = new(
        "看不出{0}是放假还是上班",
        "It is not clear whether {0} is a day off or a working day");
    public static readonly Text NoticeNothingToAmend = new(
        "{0}年的放假安排还没有导入，没有可以改动的。请先粘贴国务院办公厅当年的通知（可以连同这份一起粘贴，当年的在前）",
        "The holidays for {0} have not been imported yet, so there is nothing to change. Please paste the State Council's notice for that year first (you can paste both together, that one first)");
    public static readonly Text NoticeNotInForce = new("现行安排里没有“{0}”，无法延长", "There is no “{0}” in that year to extend");
    public static readonly Text NoticeLastDayMissing = new(
        "请写明延长到哪一天，如“延长至×月×日”",
        "Please give the last day of the extended holiday");
    public static readonly Text NoticeNothingRead = new(
        "没有看出放假安排。请粘贴通知原文，如“元旦：×月×日（周×）至×日（周×）放假调休，共×天。×月×日（周×）上班。”",
        "No holidays were found in the text. Please paste the notice as it was published, in Chinese");
    public static readonly Text Monday = new("周一", "Mon");
    public static readonly Text Tuesday = new("周二", "Tue");
    public static readonly Text Wednesday = new("周三", "Wed");
    public static readonly Text Thursday = new("周四", "Thu");
    public static readonly Text Friday = new("周五", "Fri");
    public static readonly Text Saturday = new("周六", "Sat");
    public static readonly Text Sunday = new("周日", "Sun");

    // Residencies and visits.
    public static readonly Text Residency = new("驻市", "Residency");
    public static readonly Text Inspection = new("巡视", "Inspection");
    public static readonly Text Patrol = new("巡查", "Patrol");
    public static readonly Text ReturnVisit = new("回访", "Return visit");
    public static readonly Text VisitsNotAllowed = new(
        "只有省委巡视办可以管理驻市和对县安排",
        "Only the provincial office can manage residencies and visits");
    public static readonly Text VisitTeam = new("请填写巡视组序号（1至{0}）", "Please enter the team number (1 to {0})");
    public static readonly Text VisitPlaceDoesNotFit = new(
        "驻市选市，巡视、巡查、回访选县（市、区）或单位",
        "A residency needs a city; an inspection, patrol or return visit needs a county or unit");
    public static readonly Text VisitEndsBefore = new("结束不能早于开始", "The end cannot be before the beginning");
    public static readonly Text VisitTooLong = new("时间太长了，最多{0}天", "Too long: at most {0} days");
    public static readonly Text VisitOverlaps = new(
        "该组在这里的这段时间已有安排，可以改它的结束日期",
        "The team already has an entry for this place and time; you can change its end date");
    public static readonly Text VisitTooMany = new(
        "安排已满（{0}项），请先移除不用的",
        "There are too many entries ({0}): please remove some");
    public static readonly Text VisitNotFound = new(
        "没有这项安排，可能已被移除或更改",
        "There is no such entry; it may have been removed or changed");

    // How texts are put together.
    public static readonly Text WholeText = new("全文", "Show all");
    public static readonly Text FoldText = new("收起", "Show less");
    public static readonly Text More = new("更多", "More");
    public static readonly Text MorePlaces = new("其余{0}个", "{0} more");
    public static readonly Text AndOthers = new("{0}等", "{0} and others");
    public static readonly Text GrantOf = new("{0} {1}", "{0}, {1}");
    public static readonly Text ListComma = new("、", ", ");
    public static readonly Text Semicolon = new("；", "; ");
    public static readonly Text Did = new("{0} {1}", "{0}: {1}");
    public static readonly Text Labelled = new("{0}：{1}", "{0}: {1}");
    public static readonly Text Bracketed = new("{0}（{1}）", "{0} ({1})");
    public static readonly Text MatterSummary = new("{0}：{1}（{2}）", "{0}: {1} ({2})");

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
    public static readonly Text NextBy = new("下一步", "Next step by");
    public static readonly Text NamesAndMore = new("{0}等{1}人", "{0} and others ({1} in all)");
    public static readonly Text Extension = new("延期申请", "More time requested");
    public static readonly Text ChildrenDone = new("县级办理：已办结 {0} / 共 {1}", "Counties: {0} of {1} closed");
    public static readonly Text AllOf = new("全部{0}个", "All {0}");
    public static readonly Text Continued = new("{0}（续）", "{0} (continued)");
    public static readonly Text Submit = new("提交", "Submit");
    public static readonly Text CancelForm = new("取消", "Cancel");
    public static readonly Text Open = new("打开", "Open");

    // Lists.
    public static readonly Text FindOverdue = new("逾期 超期", "overdue late");
    public static readonly Text FindUnsigned = new("未签收", "unsigned");
    public static readonly Text Page = new("第 {0} 页，共 {1} 页", "Page {0} of {1}");
    public static readonly Text Next = new("下一页", "Next");
    public static readonly Text Previous = new("上一页", "Previous");
    public static readonly Text First = new("首页", "First");
    public static readonly Text Last = new("末页", "Last");
    public static readonly Text LedgerTitle = new("{0}台账", "Ledger of {0}");
    public static readonly Text LedgerEmpty = new("没有您可以查看的未办结事项：{0}", "No open matters that you may see: {0}");
    public static readonly Text AssignedBy = new("交办单位", "Assigned by");
    public static readonly Text ParentIs = new("转办自", "Passed on from");
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

    // Reports for other programs.
    public static readonly Text ReportNumber = new("编号", "Number");
    public static readonly Text ReportAreaCode = new("地区代码", "Place code");
    public static readonly Text ReportState = new("状态", "State");
    public static readonly Text ReportSupervision = new("督办", "Supervision");
    public static readonly Text ReportTeam = new("巡视组", "Team");
    public static readonly Text ReportChildren = new("转办情况", "Passed on");
    public static readonly Text ReportEnded = new("办结或撤回日期", "Ended on");
    public static readonly Text ReportWhen = new("时间", "When");
    public static readonly Text ReportWhat = new("事项变化", "What");
    public static readonly Text ReportWho = new("人员", "Who");
    public static readonly Text ReportNote = new("说明", "Note");

    // Deliveries.

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
    public static readonly Text StrangerWaits = new(
        "您好。您的登录名此前绑定的是另一个账号。已请省委巡视办确认，确认后请再给我发一条消息；在此之前无法查看或办理事项。",
        "Hello. Your sign-in name was linked to another account before. The provincial inspection office has been asked to confirm yours; please write to me again once it has. Until then I cannot show you anything.");
    public static readonly Text RoleOffice = new("省委巡视办", "Provincial inspection office");
    public static readonly Text RoleTeamLeader = new("巡视组组长", "Team leader");
    public static readonly Text RoleTeamMember = new("巡视组成员", "Team member");
    public static readonly Text RoleCityOffice = new("市级联络机构", "City liaison office");
    public static readonly Text RoleCountyOfficer = new("县级联络员", "County liaison officer");
    public static readonly Text RoleSupervisionOffice = new("督查室", "Supervision office");
    public static readonly Text RoleDepartment = new("省直部门", "Department");
    public static readonly Text TeamOrdinal = new("第{0}巡视组", "team {0}");
    public static readonly Text PhaseResidency = new(
        "驻市期间：由市级联络机构服务巡视组",
        "Residency: the city liaison office serves the team");
    public static readonly Text PhaseCountyVisit = new(
        "对县巡视期间：由县级联络员服务",
        "County visit: the county liaison officer serves");
    public static readonly Text PhaseAway = new(
        "离开期间：由市、县联络机构推动办结",
        "Team away: the city and the county see matters through");
    public static readonly Text SpeakChinese = new("中文", "中文");
    public static readonly Text SpeakEnglish = new("English", "English");

    // Help and greeting.
    public static readonly Text Stranger = new(
        "您好，这里是巡视联络机器人。您还没有登记为联络人员，无法查看或办理事项。请联系省委巡视办或本市联络机构为您登记。",
        "Hello, this is the inspection liaison bot. You are not registered yet, so I cannot show you any matters. Please ask the provincial inspection office or your city liaison office to register you.");
    public static readonly Text NotHere = new(
        "为保护事项信息，请在与我的单独对话中办理。",
        "To protect confidential matters, please talk to me in our one-to-one chat.");
    public static readonly Text RoomIntroduction = new(
        "大家好，我是巡视联络机器人。事项请在与我的单独对话中办理，这里不显示内容。省委巡视办、巡视组组长或市级联络机构可以在这里 @我 说“绑定 石家庄”（市名）：该市的每个事项在这里有一张卡片，只写编号、地区、状态、时限和由谁办理，随办理更新。",
        "Hello, I am the inspection liaison bot. Matters are handled in the one-to-one chat with me; their content is not shown here. The provincial office, the team leader or the city liaison office can mention me here and say “bind” with the name of a city. Each matter of that city then has one card here. It shows only the number, place, state, due date and whose step is next, and is kept up to date.");
    public static readonly Text BindNotACity = new("只能绑定一个市，如：绑定 石家庄", "Please say “bind” with the name of one city");
    public static readonly Text BindElsewhere = new(
        "这里已绑定另一个市，请先说“解除绑定”。",
        "This conversation is bound to another city: please say “unbind” first.");
    public static readonly Text BindTooMany = new(
        "该市已绑定{0}个频道或群聊，请先解除一个。",
        "The city is already bound to {0} channels or group chats: please unbind one first.");
    public static readonly Text BindNone = new("这里没有绑定地区，不用解除。", "This conversation is not bound to a city.");
    public static readonly Text NotUnderstood = new("没有听懂。您是不是想说：", "I did not understand that. Did you mean:");
    public static readonly Text NotTaken = new(
        "什么都没有办理：“{0}”不像是要“{1}”。需要时请点下面的按钮。",
        "Nothing was done: “{0}” does not plainly say “{1}”. Press the button below if that is what you want.");
    public static readonly Text NotRead = new("没有填入：{0}。", "Not filled in: {0}.");
    public static readonly Text TooLong = new(
        "这条消息太长了（超过{0}字）。请分几条发送，或在表单中填写。",
        "This message is too long (over {0} characters). Please send it in parts, or use a form.");
    public static readonly Text NoSuchPlace = new("没有找到地区“{0}”。", "There is no place called “{0}”.");
    public static readonly Text WhichPlace = new("“{0}”不止一处，请选择：", "There is more than one “{0}”. Which one?");
    public static readonly Text StoreBusy = new(
        "暂时没能保存，什么都没有改动。请稍后再试一次。",
        "It could not be saved just now, and nothing was changed. Please try again in a moment.");
    public static readonly Text SomethingBroke = new(
        "出了点问题，已经记录。请再试一次；还不行请告诉省委巡视办。",
        "Something went wrong, and it was logged. Please try again; if it keeps happening, tell the provincial inspection office.");
    public static readonly Text UnknownButton = new(
        "这个按钮已经不能用了。请发送“{0}”重新打开。",
        "This button no longer works. Please send “{0}” and open it again.");

    // The assignment form.
    public static readonly Text DueSkipped = new("，跳过{0}放假", ", {0} off");
    public static readonly Text DueWorked = new("，{0}调休上班计入", ", {0} worked");

    // Refusals: each says what to do.
    public static readonly Text RefusedNotAllowed = new(
        "您没有“{0}”的权限（{1}）",
        "You are not allowed to do this: {0} ({1})");
    public static readonly Text RefusedState = new(
        "事项目前是“{0}”，不能做这一步",
        "The matter is now “{0}”; this step is not possible");
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
    public static readonly Text RefusedDueNotLater = new(
        "应晚于现在的办理时限（{0}）",
        "It must be later than the current due date ({0})");
    public static readonly Text RefusedOverdue = new(
        "已过办理时限（{0}），应在到期前申请延期",
        "The due date ({0}) has passed; more time has to be requested before it");
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
    public static readonly Text DirectoryNotFound = new(
        "没有这位人员或这个角色，可能已被移除",
        "There is no such person or role; it may have been removed already");

    // Rights, as a refusal names them.
    public static readonly Text RightSee = new("查看", "see");
    public static readonly Text RightAssign = new("交办", "assign");
    public static readonly Text RightPassOn = new("转办", "pass on");
    public static readonly Text RightWork = new("办理", "work on it");
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
    public static readonly Text RuleWork = new("由责任方办理", "only those responsible may");
    public static readonly Text RuleReview = new("由交办方审核", "only the side that assigned it may");
    public static readonly Text RuleAssign = new(
        "由省委巡视办和该市巡视组组长交办",
        "only the provincial office and the leader of the team in that city may");
    public static readonly Text RulePassOn = new(
        "由市级联络机构转办本市事项",
        "only the city liaison office that holds the matter may");
    public static readonly Text RuleOther = new("不在您的职责范围内", "it is not part of your role");

    // Imports, big jobs, exports.
    public static readonly Text PeopleTemplate = new("人员模板", "Template for people");
    public static readonly Text MattersTemplate = new("事项模板", "Template for matters");
    public static readonly Text NotKept = new(
        "{0}没有保存：目前不能随事项留存附件。材料请按原渠道报送，并在文字里写明文件名或文号。",
        "Not kept: {0}. Files cannot be stored with a matter yet. Please send the document the usual way, and give its name or number in your text.");
    public static readonly Text Attachments = new("附件", "your attachments");
    public static readonly Text Pictures = new("图片", "your picture");
    public static readonly Text FileNamed = new("“{0}”", "“{0}”");
    public static readonly Text AndMoreAttached = new("{0}和其他附件", "{0} and other attachments");
    public static readonly Text EditNotRead = new(
        "消息改动后我不会重新读取：已经办理的，以办理记录为准；还没办的，请重新发送。",
        "I do not read a message again after it is edited. What was done stays as it is in the history; please send the rest again.");
    public static readonly Text QuotedUnclear = new(
        "看不出您引用的是哪一项。请写上编号，例如“{0} 1301-1”。",
        "I cannot tell which matter you quoted. Please add its number, for example “{0} 1301-1”.");
    public static readonly Text QuotedShown = new(
        "这是您引用的事项。您的话没有写入：要办理，请点按钮，或在话前写上要办的事，例如“反馈进展”。",
        "This is the matter you quoted. Your words were not saved to it: press a button, or begin with the step, such as “report progress”.");
    public static readonly Text SheetTooLarge = new(
        "表格太大了：最多{0}行、{1}列。请删去多余的行列，或分几个文件。",
        "The table is too large: at most {0} rows and {1} columns. Please delete what is not needed, or send several files.");
    public static readonly Text SheetSeveralTables = new(
        "几张工作表里都有内容：{0}。请只留一张，或分几个文件发送。",
        "Several sheets hold a table: {0}. Please keep only one, or send several files.");
    public static readonly Text SheetNoHeading = new(
        "{0}列没有列名，看不出填的是什么；请补上列名，或删去",
        "Column {0} has no heading, so it is not clear what it contains; please add one, or delete the column");
    public static readonly Text SheetNotCalculated = new(
        "公式还没有算出结果；请在 Excel 里打开、保存一次，或粘贴为数值",
        "The formula has no result yet; please open and save the file in Excel, or paste it as a value");
    public static readonly Text SheetFormulaError = new(
        "公式出错（{0}），请改正",
        "The formula has an error ({0}); please correct it");
    public static readonly Text SheetNoDay = new(
        "单元格里是日期，但看到的没有几号（Excel 记的是 {0}）；请写成 {1}",
        "The cell holds a date but shows no day (to Excel it is {0}); please write it like {1}");
    public static readonly Text SheetMadeDate = new(
        "Excel 把这一格当成了日期（{0}）；请把单元格设为“文本”格式再填一次",
        "Excel turned this into a date ({0}); please set the cell's format to Text and type it again");
    public static readonly Text SheetDigitsLost = new(
        "数字太长，Excel 只留下前15位；请把单元格设为“文本”格式再填一次",
        "The number is too long: Excel kept only its first 15 digits; please set the cell's format to Text and type it again");
    public static readonly Text SheetHiddenRows = new("隐藏或被筛选掉的{1}行（第{0}行）", "{1} hidden or filtered rows ({0})");
    public static readonly Text SheetHiddenColumns = new("隐藏的列（{0}）", "hidden columns ({0})");
    public static readonly Text SheetOtherColumns = new("用不到的列（{0}）", "columns that are not needed ({0})");
    public static readonly Text SheetOthers = new("其他工作表（{0}）", "other sheets ({0})");
    public static readonly Text SheetEmpty = new(
        "表格里没有可以导入的内容。第一行应是表头，下面每行一项。",
        "There is nothing to import in the table. Its first row should hold the headings, and each row below one entry.");
    public static readonly Text SheetNoHeadings = new(
        "没有找到表头。请用模板里的列名：{0}；或：{1}",
        "No headings were found. Please use those of a template: {0}; or: {1}");
    public static readonly Text SheetMissingColumn = new(
        "缺少列“{0}”，请按模板补上",
        "The column “{0}” is missing; please add it as in the template");
    public static readonly Text SheetColumnTwice = new(
        "列“{0}”出现了两次，请只留一列",
        "The column “{0}” appears twice; please keep only one");
    public static readonly Text SheetTooManyItems = new(
        "有{0}行，一次最多导入{1}行，请分几个文件",
        "There are {0} rows; at most {1} can be imported at once: please send several files");
    public static readonly Text SheetPlaceSeveral = new(
        "“{0}”不止一处，请写全称：{1}",
        "There is more than one “{0}”; please write the full name: {1}");
    public static readonly Text SheetNoPlace = new(
        "没有找到地区“{0}”，请写全称（见模板的“地区”表）",
        "There is no place called “{0}”; please write its full name, as on the template's sheet of places");
    public static readonly Text SheetDueNumber = new(
        "“{0}”看不出是日期还是天数，请写成 {1}、10个工作日 或 15天",
        "“{0}” may be a date or a number of days; please write {1}, 10 working days or 15 days");
    public static readonly Text SheetUrgency = new(
        "“{0}”看不懂，请写“{1}”或“{2}”",
        "“{0}” was not understood; please write “{1}” or “{2}”");
    public static readonly Text SheetRole = new("没有角色“{0}”，请写：{1}", "There is no role “{0}”; please write one of: {1}");
    public static readonly Text SheetTeam = new(
        "“{0}”不是巡视组序号，请写数字，如 1",
        "“{0}” is not a team number; please write a number, such as 1");
    public static readonly Text SheetSameAs = new("与第{0}行重复，请删去一行", "The same as row {0}; please delete one of them");
    public static readonly Text JobAndOthers = new("{0}等", "{0} and others");
    public static readonly Text DownloadOver = new(
        "链接已失效。请回到聊天中重新获取。",
        "This link has expired. Please get a new one in the chat.");
    public static readonly Text ExportOpen = new("未办结", "Open");
    public static readonly Text ExportEnded = new("已办结或撤回", "Ended");
    public static readonly Text ExportSummary = new("汇总", "Summary");
    public static readonly Text TemplateMatters = new("事项", "Matters");
    public static readonly Text TemplatePeople = new("人员", "People");
    public static readonly Text TemplateHow = new("填写说明", "How to fill it in");
    public static readonly Text TemplatePlaces = new("地区", "Places");
    public static readonly Text TemplateColumn = new("列", "Column");
    public static readonly Text TemplateRequired = new("必填", "Required");
    public static readonly Text TemplateYes = new("是", "yes");
    public static readonly Text TemplateNo = new("否", "no");
    public static readonly Text TemplateWhat = new("怎么填", "What to write");
    public static readonly Text TemplateTitle = new("不超过{0}字", "at most {0} characters");
    public static readonly Text TemplateArea = new(
        "从下拉列表中选，或写全称、代码",
        "choose from the list, or write the full name or the code");
    public static readonly Text TemplateResponsible = new("不填就是责任地区的名称", "if left empty, the name of the place");
    public static readonly Text TemplateTarget = new("要办成什么，不超过{0}字", "what must be achieved, at most {0} characters");
    public static readonly Text TemplateDue = new("日期（{0}）、10个工作日 或 15天", "a date ({0}), 10 working days or 15 days");
    public static readonly Text TemplateUrgency = new(
        "急件填“{0}”，不填就是“{1}”",
        "“{0}” if it is urgent; if left empty, “{1}”");
    public static readonly Text TemplateName = new("姓名或岗位名称，不超过{0}字", "name or post, at most {0} characters");
    public static readonly Text TemplateRole = new("从下拉列表中选", "choose from the list");
    public static readonly Text TemplatePeopleArea = new(
        "巡视办、督查室填省，巡视组、市级联络机构填市，联络员填县或单位",
        "the province for offices, a city for teams and city offices, a county or unit for officers");
    public static readonly Text TemplateIdentity = new(
        "登录名（name@contoso.com）或 Entra 对象ID",
        "sign-in name (name@contoso.com) or Entra object id");
    public static readonly Text TemplateTeam = new("组长、组员填写，如 1", "for leaders and members, such as 1");
    public static readonly Text FieldTeamColumn = new("巡视组序号", "Team number");
    public static readonly Text LedgerFile = new("台账", "ledger");
}
