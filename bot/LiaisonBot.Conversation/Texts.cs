using System.Globalization;
using LiaisonBot.Core.People;

namespace LiaisonBot.Conversation;

/// <summary>One text in both languages, side by side. <c>{0}</c>, <c>{1}</c> … stand for what is filled in.</summary>
/// <param name="One">The English when <c>{0}</c> is one; null where that makes no difference.</param>
public readonly record struct Text(string Chinese, string English, string? One = null)
{
    public string In(Language language) => language == Language.Chinese ? Chinese : English;

    public string In(Language language, params object[] values) =>
        string.Format(CultureInfo.InvariantCulture, language == Language.English && values is [1, ..] ? One ?? English : In(language), values);
}

/// <summary>Every text that a person sees, but for the names of places and of people.</summary>
public static class Texts
{
    // Commands, as they are said and as they stand on buttons.
    public static readonly Text Help = new("帮助", "Help");
    public static readonly Text Mine = new("我的事项", "Mine");
    public static readonly Text AssignCommand = new("交办", "Assign");
    public static readonly Text MatterCommand = new("事项", "Matter");
    public static readonly Text Find = new("查询", "Find");
    public static readonly Text Ledger = new("台账", "Ledger");
    public static readonly Text Directory = new("通讯录", "Directory");
    public static readonly Text WhoAmI = new("我是谁", "Who am I");
    public static readonly Text Settings = new("设置", "Settings");
    public static readonly Text Holidays = new("节假日", "Holidays");
    public static readonly Text ImportHolidays = new("导入节假日", "Import holidays");
    public static readonly Text Visits = new("驻市安排", "Residencies");

    // Acts.
    public static readonly Text Assign = new("交办", "Assign");
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
    public static readonly Text Withdraw = new("撤回", "Withdraw");

    // Acts in the history: done, with no more said.
    public static readonly Text AssignEntry = new("交办", "Assigned");
    public static readonly Text PassOnEntry = new("转办", "Passed on");
    public static readonly Text SignEntry = new("签收", "Signed for");
    public static readonly Text ReportProgressEntry = new("反馈进展", "Progress reported");
    public static readonly Text HandInEntry = new("报结", "Handed in");
    public static readonly Text CloseEntry = new("办结", "Closed");
    public static readonly Text ReturnEntry = new("退回", "Returned");
    public static readonly Text RequestExtensionEntry = new("申请延期", "More time asked for");
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
    public static readonly Text PassOnDone = new("已转办", "Passed on");
    public static readonly Text SignDone = new("已签收", "Signed for");
    public static readonly Text ReportProgressDone = new("已反馈进展", "Progress reported");
    public static readonly Text HandInDone = new("已报结，等待审核", "Handed in; waiting for review");
    public static readonly Text CloseDone = new("已办结", "Closed");
    public static readonly Text ReturnDone = new("已退回，请按进一步整改要求继续办理", "Returned: more is required");
    public static readonly Text RequestExtensionDone = new("已申请延期，等待答复", "More time asked for; waiting for the answer");
    public static readonly Text GrantExtensionDone = new("已批准延期至{0}", "Time granted until {0}");
    public static readonly Text RefuseExtensionDone = new("延期未批准，办理时限不变", "More time refused; the due date stands");
    public static readonly Text UrgeDone = new("已催办", "Urged");
    public static readonly Text PutOnLedgerDone = new("已挂账督办", "Put on the supervision ledger");
    public static readonly Text DocketDone = new("已报请立项督办", "Sent to the supervision office for docketing");
    public static readonly Text AcceptDocketDone = new("已受理立项督办", "Docketed with the supervision office");
    public static readonly Text ReferDone = new("已移交", "Referred");
    public static readonly Text WithdrawDone = new("已撤回，无需继续办理", "Withdrawn: nothing more to do");
    public static readonly Text PassedOnTo = new("已转办{0}个县（市、区）", "Passed on to {0} counties", "Passed on to 1 county");

    // Reminders.
    public static readonly Text ReminderUnsigned = new("尚未签收", "Not signed for yet");
    public static readonly Text ReminderDueSoon = new("蓝色提醒：临近办理时限", "Blue: due soon");
    public static readonly Text ReminderOverdueYellow = new("黄色提醒：已逾期", "Yellow: overdue");
    public static readonly Text ReminderOverdueRed = new("红色提醒：严重逾期", "Red: long overdue");
    public static readonly Text ReminderProposeLedger = new("建议挂账督办", "Proposal: put it on the supervision ledger");
    public static readonly Text ReminderProposeDocket = new("建议立项督办", "Proposal: docket it");
    public static readonly Text ReminderReviewWaits = new("已报结，等待审核", "Handed in, waiting for review");
    public static readonly Text ReminderExtensionWaits = new("延期申请等待答复", "A request for more time waits for its answer");
    public static readonly Text RemindedOf = new("提醒", "Reminded");
    public static readonly Text MayBeRepeat = new("（可能是重复的消息）", " (may be a repeat)");
    public static readonly Text Unreached = new("无法送达", "Cannot be reached");
    public static readonly Text UnreachedLine = new("{0}收不到消息，请用其他方式联系", "{0} cannot be reached: please contact them by other means");
    public static readonly Text Recounted = new("办理时限按放假安排调整", "Due date recounted after a holiday notice");
    public static readonly Text RecountedTo = new("放假安排公布，办理时限由{0}改为{1}", "Holidays announced: due date moved from {0} to {1}");
    public static readonly Text RecountedSame = new("放假安排公布，办理时限确定为{0}", "Holidays announced: due date stays {0}");
    public static readonly Text ProvisionalAhead = new("{0}放假安排尚未导入，按工作日计算的时限是暂定的。通知公布后请导入。", "The holidays of {0} are not imported yet: dates counted in working days are provisional. Please import the notice when it is out.");
    public static readonly Text DigestTitle = new("今日提醒（{0}项）", "Today's reminders ({0})");
    public static readonly Text DigestMore = new("另有{0}项，请看“我的事项”", "{0} more: see “Mine”");
    public static readonly Text Policy = new("提醒规则", "Reminder policy");
    public static readonly Text PolicyTitle = new("提醒规则（第{0}版）", "Reminder policy (version {0})");
    public static readonly Text PolicyTimes = new("工作日{0}汇总提醒；{1}至次日{2}和非工作日免打扰；急件的天数减半。", "One digest at {0} on working days; quiet from {1} to {2} and on non-working days; for urgent matters the days are halved.");
    public static readonly Text PolicyBefore = new("前{0}个工作日", "{0} working days before", "1 working day before");
    public static readonly Text PolicyOnTheDay = new("当天", "on the day");
    public static readonly Text PolicyAfter = new("后{0}个工作日", "{0} working days after", "1 working day after");
    public static readonly Text PolicyThenEach = new("起每个工作日", ", then every working day");
    public static readonly Text PolicyFromDay = new("{0}（第{1}个工作日起）", "{0} (from working day {1})");
    public static readonly Text AnchorAssigned = new("交办", "Assignment: ");
    public static readonly Text AnchorDue = new("办理时限", "Due date: ");
    public static readonly Text AnchorHandedIn = new("报结", "Hand-in: ");
    public static readonly Text AnchorAsked = new("申请延期", "Request: ");
    public static readonly Text AudienceHolder = new("责任方", "those responsible");
    public static readonly Text AudienceAbove = new("上一级", "the level above");
    public static readonly Text AudienceCoordinator = new("当前阶段协调方", "the coordinator of the phase");
    public static readonly Text AudienceReviewer = new("审核方", "the reviewing side");
    public static readonly Text AudienceOffice = new("省委巡视办", "the provincial office");

    // States.
    public static readonly Text StateAssigned = new("待签收", "To be signed for");
    public static readonly Text StateInProgress = new("办理中", "In progress");
    public static readonly Text StateHandedIn = new("已报结 待审核", "Handed in, in review");
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
    public static readonly Text DueBeforeNextWorkingDay = new("还有{0}天，期间无工作日", "{0} days left, none of them a working day");
    public static readonly Text OverdueDays = new("逾期{0}天", "{0} days overdue", "1 day overdue");
    public static readonly Text WorkingDays = new("{0}个工作日", "{0} working days", "1 working day");
    public static readonly Text CalendarDays = new("{0}天", "{0} days", "1 day");
    public static readonly Text DueInWorkingDaysProvisional = new("还有{0}个工作日（暂定）", "{0} working days left (provisional)", "1 working day left (provisional)");
    public static readonly Text ProvisionalMark = new("（暂定）", " (provisional)");
    public static readonly Text Provisional = new("暂定：{0}年放假安排尚未公布", "provisional: the holidays of {0} are not announced yet");

    // The calendar.
    public static readonly Text HolidaysTitle = new("{0}年放假安排", "Holidays of {0}");
    public static readonly Text HolidaysProvisional = new("{0}年放假安排尚未公布或导入，暂按周一至周五为工作日计算，涉及的日期均为暂定。", "The holidays of {0} are not announced or not imported yet. Mondays to Fridays count as working days for now; dates counted in them are provisional.");
    public static readonly Text HolidaysOther = new("其余周一至周五上班，周六、周日休息。", "Other Mondays to Fridays are worked; other Saturdays and Sundays are off.");
    public static readonly Text HolidaysShipped = new("随程序提供", "Comes with the program");
    public static readonly Text HolidaysImported = new("{0} {1} 导入（第{2}版）", "Imported by {0}, {1} (version {2})");
    public static readonly Text HolidaysWhichYear = new("请写明年份，如：节假日 2027（{0}至{1}年）", "Please say which year, for example: holidays 2027 ({0} to {1})");
    public static readonly Text Source = new("来源", "Source");
    public static readonly Text DayRange = new("{0}至{1}，共{2}天", "{0} to {1}, {2} days");
    public static readonly Text Year = new("{0}年", "{0}");
    public static readonly Text WorkedDay = new("上班", "Working day");
    public static readonly Text ImportTitle = new("导入放假安排", "Import the holidays of a year");
    public static readonly Text ImportHow = new("把国务院办公厅《关于××××年部分节假日安排的通知》的原文粘贴到下面即可；保存前会先让您核对。", "Paste the State Council's notice as it is. You will see what was understood before anything is saved.");
    public static readonly Text FieldYear = new("年份（通知里写明的可不填）", "Year (may be left out when the text names it)");
    public static readonly Text FieldNotice = new("通知原文", "Text of the notice");
    public static readonly Text FieldNoticeHint = new("一、元旦：1月1日（周四）至3日（周六）放假调休，共3天。1月4日（周日）上班。……", "the notice as it was published, in Chinese");
    public static readonly Text ReadNotice = new("核对", "Check");
    public static readonly Text CheckTitle = new("{0}年放假安排：请核对", "Holidays of {0}: please check");
    public static readonly Text CheckConfirm = new("确认后，按工作日给出的未办结事项时限会重新计算，提醒日期随之调整，并通知责任方和审核方。", "Once confirmed, due dates of open matters that were given in working days are counted again, reminders move along, and those concerned are told.");
    public static readonly Text CheckDifferent = new("与现行安排不同的日子", "Days that differ from what is in force");
    public static readonly Text CheckNowOff = new("改为休息：{0}", "Now off: {0}");
    public static readonly Text CheckNowWorked = new("改为上班：{0}", "Now worked: {0}");
    public static readonly Text CheckSame = new("与现行安排相同，不用导入。", "The same as what is in force: nothing to import.");
    public static readonly Text ConfirmImport = new("确认导入", "Import");
    public static readonly Text EditNotice = new("修改", "Change");
    public static readonly Text Imported = new("已导入{0}年放假安排。{1}个事项的办理时限改动，{2}个事项的暂定时限确定不变，另有{3}个事项的提醒改期。", "The holidays of {0} are in force. Due date moved: {1}; provisional date stands: {2}; reminders moved: {3} more matters.");
    public static readonly Text ImportedUnfinished = new("已导入{0}年放假安排。事项时限正在后台重新计算，稍后自动完成。", "The holidays of {0} are in force. Matters are being counted again and will be done shortly.");
    public static readonly Text ImportUnchanged = new("{0}年放假安排与现行的相同，没有改动。", "The holidays of {0} are as they were: nothing was changed.");
    public static readonly Text ImportTooMany = new("{0}年已更正{1}次，不能再改。请联系管理员。", "The holidays of {0} were corrected {1} times and cannot be changed again. Please ask the administrator.");
    public static readonly Text ImportNotAllowed = new("只有省委巡视办可以导入放假安排。发送“节假日”可以查看。", "Only the provincial office imports holidays. Say “holidays” to see them.");
    public static readonly Text NoticeLine = new("第{0}行：{1}", "Line {0}: {1}");
    public static readonly Text NoticeYearOutOfRange = new("年份应在{0}至{1}之间", "The year must be between {0} and {1}");
    public static readonly Text NoticeYearMissing = new("没有看出是哪一年，请填写年份", "The text does not say which year it is for: please give the year");
    public static readonly Text NoticeOtherYearSaid = new("通知写的是{0}年，与填写的年份不同", "The text is for {0}, not for the year given");
    public static readonly Text NoticeTooManyLines = new("太长了，最多{0}行", "Too long: at most {0} lines");
    public static readonly Text NoticeLineTooLong = new("这一行太长了，最多{0}字", "This line is too long: at most {0} characters");
    public static readonly Text NoticeNotThreeParts = new("应为“日期,off或work,节日”，如：2027-10-01..2027-10-07,off,国庆节", "Should be days, off or work, and the name of the holiday, for example: 2027-10-01..2027-10-07,off,National Day");
    public static readonly Text NoticeNotADate = new("“{0}”不是有效的日期", "“{0}” is not a date");
    public static readonly Text NoticeNotARange = new("“{0}”的结束早于开始，或超过{1}天", "“{0}” ends before it begins, or has more than {1} days");
    public static readonly Text NoticeNotAKind = new("“{0}”应为 off（休）或 work（班）", "“{0}” should be off or work");
    public static readonly Text NoticeNotAName = new("没有写明是哪个节日（最多{0}字），如“元旦：1月1日放假”", "The holiday is not named (at most {0} characters)");
    public static readonly Text NoticeOtherYear = new("{0}不在这一年", "{0} is not in that year");
    public static readonly Text NoticeDateTwice = new("{0}写了两次，或既放假又上班", "{0} stands twice, or is both off and worked");
    public static readonly Text NoticeWorkOnWeekday = new("{0}本来就是工作日，不用写上班；请核对年份和日期", "{0} is a working day anyway: please check the year and the date");
    public static readonly Text NoticeHolidayMissing = new("缺少{0}（元旦、劳动节、国庆节都应放假），请粘贴完整的通知", "{0} is missing: please paste the whole notice");
    public static readonly Text NoticeOtherWeekday = new("“{0}”的星期与日期不符，请核对年份和日期", "“{0}”: the day of the week does not match the date. Please check the year and the date");
    public static readonly Text NoticeOtherCount = new("“{0}”与写明的放假日期天数不符", "“{0}” does not match the days off that are named");
    public static readonly Text NoticeUnclear = new("看不出{0}是放假还是上班", "It is not clear whether {0} is off or worked");
    public static readonly Text NoticeNothingRead = new("没有看出放假安排。请粘贴通知原文，如“元旦：1月1日（周四）至3日（周六）放假调休，共3天。1月4日（周日）上班。”", "No holidays were found in the text. Please paste the notice as it was published, in Chinese");
    public static readonly Text Monday = new("周一", "Mon");
    public static readonly Text Tuesday = new("周二", "Tue");
    public static readonly Text Wednesday = new("周三", "Wed");
    public static readonly Text Thursday = new("周四", "Thu");
    public static readonly Text Friday = new("周五", "Fri");
    public static readonly Text Saturday = new("周六", "Sat");
    public static readonly Text Sunday = new("周日", "Sun");

    // Residencies and visits.
    public static readonly Text VisitsTitle = new("{0}驻市和对县安排", "Residencies and visits of {0}");
    public static readonly Text VisitsEmpty = new("{0}没有登记驻市或对县安排。", "No residency or visit is entered for {0}.");
    public static readonly Text Residency = new("驻市", "Residency");
    public static readonly Text Inspection = new("巡视", "Inspection");
    public static readonly Text Patrol = new("巡查", "Patrol");
    public static readonly Text ReturnVisit = new("回访", "Return visit");
    public static readonly Text VisitNow = new("进行中", "now");
    public static readonly Text VisitAhead = new("未开始", "to come");
    public static readonly Text VisitOver = new("已结束", "over");
    public static readonly Text VisitDays = new("{0}至{1}", "{0} to {1}");
    public static readonly Text AddVisit = new("添加安排", "Add an entry");
    public static readonly Text AddVisitTitle = new("添加驻市或对县安排", "Add a residency or visit");
    public static readonly Text ChangeEnd = new("改结束日期", "Change the end date");
    public static readonly Text AskRemoveVisit = new("移除这项安排？", "Remove this entry?");
    public static readonly Text FieldKind = new("类别", "Kind");
    public static readonly Text FieldTeamNumber = new("巡视组序号", "Team number");
    public static readonly Text FieldVisitArea = new("地区（驻市选市，其余选县）", "Place (a city for a residency, otherwise a county)");
    public static readonly Text FieldFrom = new("开始日期", "From");
    public static readonly Text FieldTo = new("结束日期", "Until");
    public static readonly Text VisitAdded = new("已添加：{0}", "Added: {0}");
    public static readonly Text VisitChanged = new("已更改：{0}", "Changed: {0}");
    public static readonly Text VisitRemoved = new("已移除：{0}", "Removed: {0}");
    public static readonly Text VisitsNotAllowed = new("只有省委巡视办可以管理驻市和对县安排", "Only the provincial office manages residencies and visits");
    public static readonly Text VisitTeam = new("请填写巡视组序号（1至{0}）", "Please give the number of the team (1 to {0})");
    public static readonly Text VisitPlaceDoesNotFit = new("驻市选市，巡视、巡查、回访选县（市、区）或单位", "A residency is in a city; inspections, patrols and return visits are in a county or unit");
    public static readonly Text VisitEndsBefore = new("结束不能早于开始", "It cannot end before it begins");
    public static readonly Text VisitTooLong = new("时间太长了，最多{0}天", "Too long: at most {0} days");
    public static readonly Text VisitOverlaps = new("该组在这里的这段时间已有安排，可以改它的结束日期", "The team has an entry for this place and time already; you can change its end");
    public static readonly Text VisitTooMany = new("安排已满（{0}项），请先移除不用的", "There are too many entries ({0}): please remove some");
    public static readonly Text VisitNotFound = new("没有这项安排，可能已被移除或更改", "There is no such entry; it may have been removed or changed");

    // How texts are put together.
    public static readonly Text WholeText = new("全文", "Show all");
    public static readonly Text FoldText = new("收起", "Show less");
    public static readonly Text More = new("更多", "More");
    public static readonly Text Continued = new("{0}（续）", "{0} (more)");
    public static readonly Text MorePlaces = new("其余{0}个", "{0} more");
    public static readonly Text AndOthers = new("{0}等", "{0} and others");
    public static readonly Text AllOf = new("全部{0}个", "All {0}");
    public static readonly Text GrantOf = new("{0} {1}", "{0}, {1}");
    public static readonly Text ListComma = new("、", ", ");
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
    public static readonly Text FieldDueIn = new("或按天数", "Or in days");
    public static readonly Text FieldDueInHint = new("如：10个工作日、15天", "10 working days, 15 days");
    public static readonly Text FieldUrgency = new("紧急程度", "Urgency");
    public static readonly Text FieldBasis = new("依据", "Basis");
    public static readonly Text FieldProgress = new("进展情况", "Progress");
    public static readonly Text FieldReason = new("原因", "Reason");
    public static readonly Text FieldExtensionReason = new("延期理由", "Why more time is needed");
    public static readonly Text FieldUntil = new("申请延至", "Until");
    public static readonly Text FieldGrantUntil = new("批准延至", "Granted until");
    public static readonly Text FieldResult = new("办理结果", "Result");
    public static readonly Text FieldRequirement = new("进一步整改要求", "What is still required");
    public static readonly Text FieldNewDue = new("新的办理时限（不填则不变）", "New due date (empty: as it was)");
    public static readonly Text FieldUrgeNote = new("催办说明", "Note");
    public static readonly Text FieldNote = new("说明", "Remark");
    public static readonly Text FieldAllAreas = new("转办范围", "Pass on to all");
    public static readonly Text FieldAreas = new("转办至", "Pass on to");
    public static readonly Text FieldPassOnDue = new("办理时限（不晚于{0}）", "Due date (not after {0})");
    public static readonly Text FieldPassOnNote = new("转办要求", "What the counties are to do");
    public static readonly Text FieldDepartment = new("移交部门", "Department");
    public static readonly Text FieldIdentity = new("登录名或对象ID", "Sign-in name or object id");
    public static readonly Text FieldName = new("姓名或岗位名称", "Name or post");
    public static readonly Text FieldRole = new("角色", "Role");
    public static readonly Text FieldTeam = new("巡视组序号（组长、组员填写）", "Team number (leaders and members)");
    public static readonly Text FieldUnitName = new("单位名称", "Name of the unit");
    public static readonly Text FieldUnitUnder = new("所属地区", "Belongs to");
    public static readonly Text FieldLanguage = new("语言", "Language");
    public static readonly Text FieldDigestTime = new("每日提醒时间（不填为08:30）", "Time of the morning digest (empty: 08:30)");
    public static readonly Text FieldQuietFrom = new("免打扰开始", "Quiet from");
    public static readonly Text FieldQuietTo = new("免打扰结束", "Quiet until");
    public static readonly Text FieldEarliestDigest = new("每日提醒最早", "Digest, earliest");
    public static readonly Text FieldLatestDigest = new("每日提醒最晚", "Digest, latest");
    public static readonly Text FieldLongestQuiet = new("免打扰最长（小时）", "Longest quiet hours");
    public static readonly Text QuietNote = new("免打扰时段内只推送急件。", "Only urgent matters come through in quiet hours.");

    // The matter's card.
    public static readonly Text NextBy = new("下一步", "Next step by");
    public static readonly Text StillNeeded = new("还需", "Still needed");
    public static readonly Text NeedsSigning = new("签收，办理后报结", "to sign for it, work on it and hand in the result");
    public static readonly Text NeedsResult = new("按目标任务办理，完成后报结", "to do the work and hand in the result");
    public static readonly Text NeedsChildren = new("{0}个转办件办结后报结", "to close {0} passed-on matters, then hand in", "to close 1 passed-on matter, then hand in");
    public static readonly Text NeedsRequirement = new("落实进一步整改要求后报结", "to meet the further requirement, then hand in");
    public static readonly Text NeedsReview = new("审核：办结或退回", "a review: close or return");
    public static readonly Text StepAssign = new("交办", "Assign");
    public static readonly Text StepSign = new("签收", "Sign");
    public static readonly Text StepWork = new("办理", "Work");
    public static readonly Text StepHandIn = new("报结", "Hand in");
    public static readonly Text StepClose = new("办结", "Close");
    public static readonly Text StepWithdraw = new("撤回", "Withdraw");
    public static readonly Text NamesAndMore = new("{0}等{1}人", "{0} and others ({1} in all)");
    public static readonly Text AssignedBy = new("交办单位", "Assigned by");
    public static readonly Text Extension = new("延期申请", "More time asked for");
    public static readonly Text ExtensionUntil = new("申请延至{0}：{1}", "until {0}: {1}");
    public static readonly Text ChildrenDone = new("县级办理：已办结 {0} / 共 {1}", "Counties: {0} of {1} closed");
    public static readonly Text ParentIs = new("转办自", "Passed on from");
    public static readonly Text OpenParent = new("上级事项", "The matter above");
    public static readonly Text EarlierRequirements = new("另有{0}条更早的要求，见办理记录", "{0} earlier requirements are in the history", "1 earlier requirement is in the history");
    public static readonly Text History = new("办理记录", "History");
    public static readonly Text HistoryEarlier = new("更早的记录", "Earlier entries");
    public static readonly Text HistoryUntil = new("时限 {0}", "due {0}");
    public static readonly Text BackToMatter = new("返回事项", "Back to the matter");
    public static readonly Text Submit = new("提交", "Submit");
    public static readonly Text CancelForm = new("取消", "Cancel");
    public static readonly Text Cancelled = new("已取消，没有改动。", "Cancelled. Nothing was changed.");
    public static readonly Text Open = new("打开", "Open");

    // Lists.
    public static readonly Text MineTitle = new("我的事项（{0}）", "My matters ({0})");
    public static readonly Text MineEmpty = new("目前没有未办结的事项。", "You have no open matters.");
    public static readonly Text WaitsForYou = new("待您处理", "Your turn");
    public static readonly Text FindTitle = new("查询“{0}”（{1}）", "Found for “{0}” ({1})");
    public static readonly Text FindEmpty = new("没有找到与“{0}”相符的事项。可以换一个词，或发送事项编号。", "Nothing found for “{0}”. Try another word, or send the number of the matter.");
    public static readonly Text ReferenceHow = new("有权查看的人员，请在与联络机器人的单独对话中发送“{0}”。", "Whoever may see it: say “{0}” to the liaison bot, in your one-to-one chat.");
    public static readonly Text FindOverdue = new("逾期 超期", "overdue late");
    public static readonly Text FindUnsigned = new("未签收", "unsigned");
    public static readonly Text FindWhat = new("请在“查询”后面写要找的内容，如：查询 整改", "Say what to find, for example: find rectification");
    public static readonly Text Page = new("第 {0} 页，共 {1} 页", "Page {0} of {1}");
    public static readonly Text Next = new("下一页", "Next");
    public static readonly Text Previous = new("上一页", "Back");
    public static readonly Text First = new("首页", "First");
    public static readonly Text Last = new("末页", "Last");
    public static readonly Text LedgerTitle = new("{0}台账", "Ledger of {0}");
    public static readonly Text LedgerEmpty = new("没有您可以查看的未办结事项：{0}", "No open matters that you may see: {0}");
    public static readonly Text LedgerPlace = new("地区", "Place");
    public static readonly Text LedgerOpen = new("未办结", "Open");
    public static readonly Text LedgerOverdue = new("逾期", "Late");
    public static readonly Text LedgerThisWeek = new("本周到期", "This week");
    public static readonly Text LedgerInReview = new("待审核", "In review");
    public static readonly Text LedgerTotal = new("合计", "Total");
    public static readonly Text LedgerInTime = new("未逾期", "On time");
    public static readonly Text LedgerMatters = new("事项清单", "List of matters");
    public static readonly Text LedgerMore = new("另有{0}处未列出，可发送“台账”加地区名查看", "{0} more places are not shown; say “ledger” with a place to see it", "1 more place is not shown; say “ledger” with a place to see it");
    public static readonly Text LedgerChart = new("各地未办结事项", "Open matters by place");

    // Reports for other programs.
    public static readonly Text ReportNumber = new("编号", "Number");
    public static readonly Text ReportAreaCode = new("地区代码", "Code of place");
    public static readonly Text ReportState = new("状态", "State");
    public static readonly Text ReportSupervision = new("督办", "Supervision");
    public static readonly Text ReportTeam = new("巡视组", "Team");
    public static readonly Text ReportChildren = new("转办情况", "Passed on");
    public static readonly Text ReportEnded = new("办结或撤回日期", "Ended on");
    public static readonly Text ReportWhen = new("时间", "When");
    public static readonly Text ReportWhat = new("事项变化", "What");
    public static readonly Text ReportWho = new("人员", "Who");
    public static readonly Text ReportNote = new("说明", "Note");

    // What is asked of each place.
    public static readonly Text Burden = new("负担", "Burden");
    public static readonly Text BurdenTitle = new("{0}基层负担", "What is asked of {0}");
    public static readonly Text BurdenNote = new("每周向各地提出的要求：交办、转办、退回、催办、移交，以及每一条提醒。加粗的高于平均；按行政区划排列，不排名。", "Asked of each place by week: assigned, passed on, returned, urged, referred, and each reminder. Bold is above the average; in the order of place codes, not a ranking.");
    public static readonly Text BurdenCountyAverage = new("县级平均", "County average");
    public static readonly Text BurdenCityAverage = new("市级平均", "City average");
    public static readonly Text BurdenAbove = new("本周或上周高于平均的地区", "Above the average this week or last");
    public static readonly Text BurdenNoneAbove = new("本周和上周没有高于平均的地区", "No place is above the average this week or last");
    public static readonly Text BurdenOfficeOnly = new("各地的负担统计由省委巡视办查看。您自己的事项请说“我的事项”。", "What is asked of each place is shown to the provincial office. For your own matters say “mine”.");
    public static readonly Text ThisWeek = new("本周", "This week");
    public static readonly Text LastWeek = new("上周", "Last week");

    // Deliveries.
    public static readonly Text Deliveries = new("投递情况", "Deliveries");
    public static readonly Text DeliveriesOfOffice = new("投递情况由省委巡视办查看。本地区的人能否收到消息，请看“通讯录”。", "Deliveries are shown to the provincial office. Who can be reached in your area is in the directory.");
    public static readonly Text DeliveriesAllWell = new("没有积压，所有消息都已送达。", "Nothing is left: every message has arrived.");
    public static readonly Text DeliveriesToSend = new("待发送", "To be sent");
    public static readonly Text DeliveriesWaiting = new("等待收件人", "Waiting for people");
    public static readonly Text DeliveriesFailed = new("未送达", "Not delivered");
    public static readonly Text DeliveriesCount = new("{0}条", "{0}");
    public static readonly Text DeliveriesOldest = new("{0}条，最早{1}", "{0}, oldest from {1}");
    public static readonly Text DeliveriesOfPeople = new("{0}条，{1}人", "messages: {0}, people: {1}");
    public static readonly Text DeliveriesPartly = new("数量较多，只统计了每个市最早的一部分。", "There are many: only the oldest of each city are counted.");
    public static readonly Text DeliveriesUnreachable = new("收不到消息的人", "People who cannot be reached");
    public static readonly Text DeliveriesHowToReach = new("请用其他方式联系，请其在 Teams 中打开与机器人的对话，随便发一句话；等待的消息会自动送达。", "Please ask them by other means to open the chat with the bot in Teams and to say anything. What waits for them then arrives by itself.");
    public static readonly Text DeliveriesMorePeople = new("另有{0}人，请看“通讯录”", "{0} more: see the directory");
    public static readonly Text DeliveriesWaits = new("{0}条消息在等", "{0} messages wait", "1 message waits");
    public static readonly Text DeliveriesKeptAside = new("未送达的消息", "Messages not delivered");
    public static readonly Text DeliveriesRefused = new("对话拒收（{0}）", "refused by the chat ({0})");
    public static readonly Text DeliveriesNoAnswer = new("发送两次均无回音，可能已送达", "sent twice without an answer; it may have arrived");
    public static readonly Text SendAgain = new("重新发送", "Send again");
    public static readonly Text SendAllAgain = new("全部重新发送", "Send all again");
    public static readonly Text SentAgain = new("已重新发送{0}条", "{0} sent again");
    public static readonly Text SentAgainBefore = new("这条消息已经重新发送过了", "It was sent again already");
    public static readonly Text ReceiptDelivered = new("已送达：{0}（{1}）", "Delivered: {0} ({1})");
    public static readonly Text ReceiptWaiting = new("等待收件人：{0}", "Waiting for: {0}");
    public static readonly Text ReceiptOnItsWay = new("正在发送：{0}", "On its way: {0}");
    public static readonly Text ReceiptRefused = new("未送达：{0}", "Not delivered: {0}");
    public static readonly Text ReceiptNoAnswer = new("可能未送达：{0}", "Perhaps not delivered: {0}");

    // People.
    public static readonly Text DirectoryTitle = new("{0}通讯录", "Directory of {0}");
    public static readonly Text DirectoryEmpty = new("{0}还没有登记人员。", "Nobody is entered for {0} yet.");
    public static readonly Text Reachable = new("可送达", "can be reached");
    public static readonly Text NeverOpened = new("尚未打开对话", "has not opened the chat yet");
    public static readonly Text Unreachable = new("无法送达", "cannot be reached");
    public static readonly Text AddPerson = new("添加人员", "Add a person");
    public static readonly Text AddUnit = new("添加单位", "Add a unit");
    public static readonly Text AskRemove = new("移除这个角色？", "Remove this role?");
    public static readonly Text RemovePerson = new("移除", "Remove");
    public static readonly Text PersonAdded = new("已登记{0}：{1}", "{0} entered: {1}");
    public static readonly Text PersonRemoved = new("已移除{0}的“{1}”，30秒内生效", "{0} is no longer “{1}”; in force within 30 seconds");
    public static readonly Text UnitAdded = new("已添加单位{0}，代码{1}", "Unit {0} added with code {1}");
    public static readonly Text RoleOffice = new("省委巡视办", "Provincial inspection office");
    public static readonly Text RoleTeamLeader = new("巡视组组长", "Team leader");
    public static readonly Text RoleTeamMember = new("巡视组成员", "Team member");
    public static readonly Text RoleCityOffice = new("市级联络机构", "City liaison office");
    public static readonly Text RoleCountyOfficer = new("县级联络员", "County liaison officer");
    public static readonly Text RoleSupervisionOffice = new("督查室", "Supervision office");
    public static readonly Text RoleDepartment = new("省直部门", "Department");
    public static readonly Text TeamOrdinal = new("第{0}巡视组", "team {0}");
    public static readonly Text WhoAmIRole = new("角色", "Role");
    public static readonly Text WhoAmIPhase = new("今日协调阶段", "Coordination today");
    public static readonly Text PhaseResidency = new("驻市期间：由市级联络机构服务巡视组", "Residency: the city liaison office serves the team");
    public static readonly Text PhaseCountyVisit = new("对县巡视期间：由县级联络员服务", "County visit: the county liaison officer serves");
    public static readonly Text PhaseAway = new("离开期间：由市、县联络机构推动办结", "Team away: city and county see matters through to their end");
    public static readonly Text SettingsTitle = new("我的设置", "My settings");
    public static readonly Text SettingsSaved = new("设置已保存。", "Settings saved.");
    public static readonly Text Limits = new("提醒设置", "Reminder settings");
    public static readonly Text LimitsTitle = new("全省提醒设置", "Reminder settings of the province");
    public static readonly Text LimitsNote = new("每个人在“设置”里只能在这个范围内选择；以前设的超出范围的，按范围执行。", "What people choose in “Settings” has to lie within these limits; what they chose before and lies outside is moved inside.");
    public static readonly Text LimitsAre = new("每日提醒时间可在{0}至{1}之间，免打扰最长{2}小时（由省委巡视办设定）。", "The digest may come between {0} and {1}, and quiet hours may last {2} hours at most: the provincial office sets this.");
    public static readonly Text SpeakChinese = new("中文", "中文");
    public static readonly Text SpeakEnglish = new("English", "English");

    // Help and greeting.
    public static readonly Text HelpTitle = new("您好，{0}。您可以这样说：", "Hello, {0}. You can say:");
    public static readonly Text HelpAssign = new("交办 长安区 11月30日前 上报整改方案", "assign 长安区 2026-11-30 hand in the plan");
    public static readonly Text HelpAssignWhat = new("交办一个事项", "assign a matter");
    public static readonly Text HelpMineWhat = new("未办结的事项，最急的在前", "your open matters, most urgent first");
    public static readonly Text HelpMatter = new("1301-12", "1301-12");
    public static readonly Text HelpMatterWhat = new("只发编号，打开这个事项", "just a number opens that matter");
    public static readonly Text HelpFind = new("查询 整改", "find plan");
    public static readonly Text HelpFindWhat = new("按编号、地区、名称、状态查找，如“查询 逾期”", "by number, place, title or state, such as “find overdue”");
    public static readonly Text HelpLedgerWhat = new("未办结、逾期、本周到期，分地区", "open, overdue and due this week, by place");
    public static readonly Text HelpDirectoryWhat = new("各地由谁负责、能否送达", "who is responsible where, and can be reached");
    public static readonly Text HelpBurdenWhat = new("每周向各地提了多少要求", "how much is asked of each place by week");
    public static readonly Text HelpReport = new("反馈进展 1301-12 已完成方案初稿", "report 1301-12 first draft is done");
    public static readonly Text HelpReportWhat = new("一句话反馈，不用打开卡片", "report in one line, without opening the card");
    public static readonly Text HelpWhoAmIWhat = new("您的角色、地区和今日协调阶段", "your role, area and today's coordination phase");
    public static readonly Text HelpSettingsWhat = new("语言、每日提醒时间、免打扰时段", "language, time of the digest, quiet hours");
    public static readonly Text HelpHolidays = new("节假日 2027", "holidays 2027");
    public static readonly Text HelpHolidaysWhat = new("放假调休安排，在卡片上导入、更正", "holidays in force, and importing a notice");
    public static readonly Text HelpVisitsWhat = new("巡视组驻市、对县巡视的起止日期", "when teams live in cities and visit counties");
    public static readonly Text Stranger = new(
        "您好，这里是巡视联络机器人。您还没有登记为联络人员，无法查看或办理事项。请联系省委巡视办或本市联络机构为您登记。",
        "Hello, this is the inspection liaison bot. You are not registered yet, so matters cannot be shown to you. Please ask the provincial inspection office or your city liaison office to enter you.");
    public static readonly Text NotHere = new("为保护事项信息，请在与我的单独对话中办理。", "To protect what is not for everyone, please talk to me in our one-to-one chat.");
    public static readonly Text NotUnderstood = new("没有听懂。您是不是想说：", "I did not understand that. Did you mean:");
    public static readonly Text Summary = new("小结", "Summary");
    public static readonly Text SummaryHead = new("已办结{0}处，共{1}处。", "{0} of {1} closed.");
    public static readonly Text SummaryLine = new("{0}（{1}）：{2}", "{0} ({1}): {2}");
    public static readonly Text SummaryNothing = new("还没有反馈", "nothing reported yet");
    public static readonly Text Hello = new("您好！说“我的事项”看待办，说“帮助”看我能做什么。", "Hello! Say “mine” for what is open, or “help” for what I can do.");
    public static readonly Text YouAreWelcome = new("不客气，辛苦了。", "You are welcome.");
    public static readonly Text Noted = new("好的。说“我的事项”可以随时查看。", "All right. Say “mine” whenever you want to look.");
    public static readonly Text NotedUnsigned = new("好的。还有{0}项没有签收，点一下即可签收：", "All right. {0} not signed for yet; press to sign:");
    public static readonly Text ChooseMatter = new("{0}哪一项？", "{0}: which one?");
    public static readonly Text DueByTitle = new("{0}前到期（{1}项）", "Due by {0} ({1})");
    public static readonly Text DueByEmpty = new("{0}前没有到期的事项。", "Nothing is due by {0}.");
    public static readonly Text TooLong = new("这条消息太长了（超过{0}字）。请分几条发送，或在表单中填写。", "This message is too long (over {0} characters). Please send it in parts, or use a form.");
    public static readonly Text NoSuchMatter = new("没有找到事项 {0}。请核对编号，如 1301-12 或 2026-1301-12。", "There is no matter {0}. Please check the number, for example 1301-12 or 2026-1301-12.");
    public static readonly Text WhichMatter = new("请写明事项编号，如：{0} 1301-12", "Please say which matter, for example: {0} 1301-12");
    public static readonly Text NoSuchPlace = new("没有找到地区“{0}”。", "There is no place called “{0}”.");
    public static readonly Text WhichPlace = new("“{0}”不止一处，请选择：", "There is more than one “{0}”. Which one?");
    public static readonly Text StoreBusy = new("暂时没能保存，什么都没有改动。请稍后再试一次。", "It could not be saved just now, and nothing was changed. Please try again in a moment.");
    public static readonly Text SomethingBroke = new("出了点问题，已经记录。请再试一次；还不行请告诉省委巡视办。", "Something went wrong and was noted. Please try again; if it stays, tell the provincial inspection office.");
    public static readonly Text NothingToChoose = new("目前没有可以选择的地区或部门", "There is no place or department to choose from");
    public static readonly Text StaleButton = new("没有改动：{0}", "Nothing was changed: {0}");
    public static readonly Text UnknownButton = new("这个按钮已经不能用了。请发送“我的事项”重新打开。", "This button no longer works. Please send “mine” and open it again.");

    // The assignment form.
    public static readonly Text AssignTitle = new("交办事项", "Assign a matter");
    public static readonly Text Understood = new("已按您的话填好，请核对后交办。", "Filled in from what you said. Please check and assign.");
    public static readonly Text UnderstoodMessage = new("已按这条消息填好，请核对后交办。", "Filled in from this message. Please check and assign.");
    public static readonly Text UnderstoodCut = new("消息较长，只取前{0}字。", "The message is long: only its first {0} characters were taken.");
    public static readonly Text AssignedFromMessage = new("已交办：{0}，{1}，办理时限{2}。在与联络机器人的单独对话中发送“{3}”可以查看。", "Assigned: {0}, {1}, due {2}. Say “{3}” to the liaison bot, in your one-to-one chat, to see it.");
    public static readonly Text UnderstoodDue = new("时限“{0}”：{1}，{2}", "Due “{0}”: {1}, {2}");
    public static readonly Text UnderstoodHour = new("时限按天计算，“{0}”已写入目标任务。", "Due dates are whole days: “{0}” was added to what must be achieved.");
    public static readonly Text UnderstoodOtherDue = new("句中还有“{0}”，没有当作时限。", "“{0}” was not taken as the due date.");
    public static readonly Text UnderstoodUrgent = new("按急件办理。", "Urgent.");
    public static readonly Text UnderstoodNotPlaces = new("没有认出：{0}。请改正后重新发送，或在交办后单独交办。", "Not recognised: {0}. Please correct it and send it again, or assign it separately.");
    public static readonly Text AssignTo = new("责任地区（{0}处）", "Responsible places ({0})");
    public static readonly Text AssignedToMany = new("已交办{0}处，各有编号。", "Assigned to {0} places, each with its number.", "Assigned to 1 place.");
    public static readonly Text AssignedToSome = new("已交办{0}处；{1}没有交办：{2}", "Assigned to {0} places; not to {1}: {2}", "Assigned to 1 place; not to {1}: {2}");
    public static readonly Text UnderstoodPlaceSeveral = new("“{0}”不止一处，请选择责任地区。", "Which “{0}”? Please choose.");
    public static readonly Text UnderstoodNoPlace = new("没有认出责任地区，请选择。", "No place was recognised: please choose one.");
    public static readonly Text UnderstoodNoDue = new("没有认出办理时限，请选择日期或填写天数。", "No due date was recognised: choose a date or give a number of days.");
    public static readonly Text DueBasis = new("时限“{1}”：{0}个工作日，从{2}的次日起算，到{3}", "Due “{1}”: {0} working days from the day after {2}, until {3}", "Due “{1}”: 1 working day from the day after {2}, until {3}");
    public static readonly Text DueSkipped = new("，跳过{0}放假", ", {0} off");
    public static readonly Text DueWorked = new("，{0}调休上班计入", ", {0} worked");
    public static readonly Text UnderstoodDoubt = new("“{0}”与{1}对不上，请核对。", "“{0}” is not {1}: please check.");
    public static readonly Text UnderstoodDayOff = new("{0}不是工作日，时限仍是这一天。", "{0} is not a working day; it is the due date all the same.");
    public static readonly Text UnderstoodNextYear = new("“{0}”今年的已过，按{1}年理解，请核对。", "“{0}” of this year has passed; understood as {1}: please check.");

    // Refusals: each says what to do.
    public static readonly Text RefusedNotAllowed = new("您没有“{0}”的权限（{1}）", "You may not do that: {0} ({1})");
    public static readonly Text RefusedState = new("事项目前是“{0}”，不能做这一步", "The matter is now “{0}”; this step is not possible");
    public static readonly Text RefusedOwnWork = new("不能审核自己报送的内容，请由另一位同志处理", "Nobody reviews their own work: someone else has to do this");
    public static readonly Text RefusedMissing = new("请填写", "Please fill this in");
    public static readonly Text RefusedTooLong = new("太长了，最多{0}字", "Too long: at most {0} characters");
    public static readonly Text RefusedUnknownArea = new("没有这个地区或单位，请重新选择", "There is no such place or unit: please choose again");
    public static readonly Text RefusedDueInPast = new("不能早于今天（{0}）", "Cannot be before today ({0})");
    public static readonly Text RefusedDueTooFar = new("太远了，最多{0}天", "Too far ahead: at most {0} days");
    public static readonly Text RefusedDueAfterParent = new("不能晚于上级事项的办理时限（{0}）", "Cannot be after the due date of the matter above ({0})");
    public static readonly Text RefusedDueNotLater = new("应晚于现在的办理时限（{0}）", "Must be later than the present due date ({0})");
    public static readonly Text RefusedOverdue = new("已过办理时限（{0}），应在到期前申请延期", "The due date ({0}) has passed; more time is asked for before it");
    public static readonly Text RefusedPending = new("已申请延期至{0}，正在等待答复", "More time until {0} was asked for already and waits for its answer");
    public static readonly Text RefusedNoneAsked = new("目前没有待答复的延期申请", "No request for more time is waiting");
    public static readonly Text RefusedChildrenOpen = new("还有转办事项没有办结，请先逐一办结", "Some of what was passed on is still open: close it first");
    public static readonly Text RefusedNotBelow = new("只能转办给本市的县（市、区）或单位", "A matter can be passed on only to counties and units of its own city");
    public static readonly Text RefusedAlreadyPassedOn = new("所选地区中有的已在办理本事项的转办件", "One of these places has this matter already");
    public static readonly Text RefusedIsChild = new("转办件不能再转办或移交", "What was passed on cannot be passed on or referred once more");
    public static readonly Text RefusedSupervisionStep = new("督办应逐级进行：挂账督办、立项督办、受理", "Supervision goes up one step at a time: ledger, docket, accept");
    public static readonly Text RefusedTooManyReturns = new("已退回{0}次，不能再退回", "Returned {0} times already; it cannot be returned again");
    public static readonly Text RefusedTooManyChildren = new("一个事项最多转办{0}个", "A matter can have at most {0} parts");
    public static readonly Text RefusedTooManyEntries = new("办理记录已满（{0}条）", "The history is full ({0} entries)");
    public static readonly Text RefusedBadDate = new("不是有效的日期或天数，如：2026-11-30、10个工作日、15天", "Not a date or a number of days, for example: 2026-11-30, 10 working days, 15 days");
    public static readonly Text RefusedNoDate = new("不是有效的日期，如：2026-11-30", "Not a date, for example: 2026-11-30");
    public static readonly Text RefusedTwoDues = new("日期和天数只填一个", "Give either a date or a number of days, not both");
    public static readonly Text RefusedDigestTime = new("每日提醒时间应在{0}至{1}之间", "The digest comes between {0} and {1}");
    public static readonly Text RefusedQuietTooLong = new("免打扰时段太长，不能超过{0}小时", "Too long: quiet hours may last {0} hours at most");
    public static readonly Text RefusedLimitsDigest = new("应在{0}至{1}之间，先早后晚，并包含默认的{2}", "Must be between {0} and {1}, the earlier first, with the default {2} in between");
    public static readonly Text RefusedLimitsQuiet = new("请填{0}至{1}的整数（默认的免打扰时段为{0}小时）", "A whole number from {0} to {1} (the default quiet hours last {0})");
    public static readonly Text RefusedTime = new("请填写时间，如 08:30；开始和结束都填或都不填", "Please give times such as 08:30, both of them or neither");

    // Refusals of the directory.
    public static readonly Text DirectoryNotAllowed = new("您没有管理这类人员的权限", "You may not manage these people");
    public static readonly Text DirectoryIdentity = new("请填写登录名（如 name@contoso.com）或对象ID，不含空格，最多113字", "Please give a sign-in name (as in name@contoso.com) or an object id, without spaces, at most 113 characters");
    public static readonly Text DirectoryRoleDoesNotFit = new("角色与地区不符：巡视办、督查室选省，巡视组、市级联络机构选市，联络员选县或单位，省直部门选省直单位；组长、组员要填组号", "The role does not fit the place: offices belong to the province, teams and city offices to a city, officers to a county or unit, departments to a provincial unit; leaders and members need a team number");
    public static readonly Text DirectoryTooMany = new("人数已满，请先移除不再负责的人员", "There are too many people already: please remove those who are no longer responsible");
    public static readonly Text DirectoryLastOfOffice = new("省委巡视办至少保留一人", "At least one person of the provincial office has to stay");
    public static readonly Text DirectoryNotFound = new("没有这位人员或这个角色，可能已被移除", "There is no such person or role; it may have been removed already");

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
    public static readonly Text RightManageCalendar = new("管理日历", "manage the calendar");
    public static readonly Text RuleWork = new("由责任方办理", "it is for those responsible");
    public static readonly Text RuleReview = new("由交办方审核", "it is for the side that assigned it");
    public static readonly Text RuleAssign = new("由省委巡视办和该市巡视组组长交办", "it is for the office and the leader of the team in that city");
    public static readonly Text RulePassOn = new("由市级联络机构转办本市事项", "it is for the city liaison office that holds the matter");
    public static readonly Text RuleOther = new("不在您的职责范围内", "it is not part of your role");
}
