namespace LiaisonBot.Conversation.Features.Visits;

public static class VisitTexts
{
    public static readonly Text Visits = new("驻市安排", "Residencies");
    public static readonly Text VisitsTitle = new("{0}驻市和巡视安排", "Residencies and visits: {0}");
    public static readonly Text VisitsEmpty = new("{0}没有登记驻市或巡视安排。", "No residency or visit is registered for {0}.");
    public static readonly Text VisitsTitleOf = new("{0}{1}年驻市和巡视安排", "Residencies and visits of {1}: {0}");
    public static readonly Text VisitsEmptyOf = new("{0}{1}年没有登记驻市或巡视安排。", "No residency or visit of {1} is registered for {0}.");
    public static readonly Text VisitNow = new("进行中", "now");
    public static readonly Text VisitAhead = new("未开始", "upcoming");
    public static readonly Text VisitOver = new("已结束", "ended");
    public static readonly Text StateDrafted = new("拟定", "draft");
    public static readonly Text StateSubmitted = new("报批中", "submitted");
    public static readonly Text StateApproved = new("已批准，未公布", "approved, not announced");
    public static readonly Text StateAnnouncedLater = new("{0}公布", "announced on {0}");
    public static readonly Text StateCancelled = new("已取消", "called off");
    public static readonly Text VisitDays = new("{0}至{1}", "{0} to {1}");
    public static readonly Text GroupOrdinal = new("第{0}小组", "group {0}");
    public static readonly Text AddVisit = new("添加安排", "Add an entry");
    public static readonly Text AddVisitTitle = new("添加驻市或巡视安排", "Add a residency or visit");
    public static readonly Text ChangeEnd = new("改结束日期", "Change the end date");
    public static readonly Text ChangeVisit = new("更改", "Change");
    public static readonly Text ChangeVisitTitle = new("更改安排", "Change the entry");
    public static readonly Text FieldKind = new("类别", "Kind");
    public static readonly Text FieldTeamNumber = new("巡视组序号", "Team number");
    public static readonly Text FieldGroup = new("小组（全组不选）", "Group (none for the whole team)");
    public static readonly Text WholeTeam = new("全组", "the whole team");
    public static readonly Text FieldVisitArea = new(
        "地区（驻市、市本级巡视选市，其余选县）",
        "Place (a city for a residency or the inspection of a city, otherwise a county)");
    public static readonly Text FieldFrom = new("开始日期", "From");
    public static readonly Text FieldTo = new("结束日期", "Until");
    public static readonly Text FieldApprovalNumber = new("批准文号", "Number of the approval");
    public static readonly Text FieldAnnounceOn = new("公布日期", "Announced on");
    public static readonly Text FieldCancelReason = new("取消原因", "Why it is called off");
    public static readonly Text VisitAdded = new("已添加：{0}", "Added: {0}");
    public static readonly Text VisitAddedDraft = new("已添加，拟定中：{0}。公布前只有省委巡视办和本组能看到", "Added as a draft: {0}. Until it is announced only the provincial office and the team see it");
    public static readonly Text VisitStands = new("已有这项安排，没有重复添加：{0}", "It stands already; nothing was added: {0}");
    public static readonly Text VisitUnchanged = new("没有变化：{0}", "Nothing changed: {0}");
    public static readonly Text VisitChanged = new("已更改：{0}", "Changed: {0}");
    public static readonly Text VisitChangedAnew = new("已更改：{0}。与批准的不同，要重新批准", "Changed: {0}. It differs from what was approved and needs a new approval");
    public static readonly Text VisitSubmitted = new("已报批：{0}", "Submitted: {0}");
    public static readonly Text VisitApproved = new("已批准：{0}", "Approved: {0}");
    public static readonly Text VisitAnnounced = new("已公布：{0}", "Announced: {0}");
    public static readonly Text VisitCancelled = new("已取消：{0}", "Called off: {0}");
    public static readonly Text Several = new("{0}项", "{0} visits");
    public static readonly Text SeveralDone = new("{0}：{1}项", "{0} ({1})");
    public static readonly Text SeveralLeft = new("{0}：{1}项", "{0} ({1})");
    public static readonly Text HelpVisitsWhat = new("巡视组驻市、巡视的起止日期，报批和公布", "when teams live in cities and visit counties; approval and announcement");
    public static readonly Text HelpWhen = new("巡视组什么时候来", "when does the team come");
    public static readonly Text HelpWhenWhat = new("巡视组什么时候来、谁来", "when a team comes, and which");
    public static readonly Text RefusedNoDate = new("不是有效的日期，如：{0}", "Not a date, for example: {0}");

    public static readonly Text Submit = new("报批", "Submit visits");
    public static readonly Text Approve = new("批准安排", "Approve visits");
    public static readonly Text Announce = new("公布安排", "Announce visits");
    public static readonly Text CancelVisit = new("取消安排", "Cancel visit");
    public static readonly Text ApproveAndAnnounce = new("批准并公布", "Approve and announce");
    public static readonly Text OpenVisit = new("查看", "Open");
    public static readonly Text SubmitAll = new("报批（{0}项）", "Submit ({0})");
    public static readonly Text ApproveAll = new("批准（{0}项）", "Approve ({0})");
    public static readonly Text AnnounceAll = new("公布（{0}项）", "Announce ({0})");
    public static readonly Text ConfirmSubmit = new("确认报批（{0}项）", "Submit all ({0})");
    public static readonly Text ConfirmApprove = new("确认批准（{0}项）", "Approve all ({0})");
    public static readonly Text ConfirmAnnounce = new("确认公布（{0}项）", "Announce all ({0})");
    public static readonly Text AnnounceNote = new(
        "公布后，被巡视的地方会收到一件准备事项；公布不能收回。",
        "Once announced, the places visited get a matter to prepare; an announcement cannot be taken back.");
    public static readonly Text CancelNote = new(
        "已公布的，被巡视的地方会收到取消通知。",
        "Where it was announced, the place is told.");
    public static readonly Text AndMore = new("……另有{0}项", "… and {0} more");
    public static readonly Text SelectionChanged = new("安排有变化，请再核对一次", "The visits have changed; please look again");
    public static readonly Text NothingToStep = new("没有可以{0}的安排", "There is no visit to {0}");
    public static readonly Text WordSubmit = new("报批", "submit");
    public static readonly Text WordApprove = new("批准", "approve");
    public static readonly Text WordAnnounce = new("公布", "announce");
    public static readonly Text WordCancel = new("取消", "call off");
    public static readonly Text WordEnter = new("登记", "enter");
    public static readonly Text WordChange = new("更改", "change");
    public static readonly Text EntryEnter = new("登记", "entered");
    public static readonly Text EntryChange = new("更改，原为{0}", "changed; it was {0}");
    public static readonly Text EntrySubmit = new("报批", "submitted");
    public static readonly Text EntryApprove = new("批准，文号：{0}", "approved, number: {0}");
    public static readonly Text EntryAnnounce = new("公布，自{0}起", "announced, from {0} on");
    public static readonly Text EntryCancel = new("取消：{0}", "called off: {0}");
    public static readonly Text HistoryTitle = new("记录", "History");
    public static readonly Text ArrivalMatter = new("准备事项", "Matter to prepare");
    public static readonly Text WhichVisit = new("有几项安排，请选择：", "There are several visits; please choose:");
    public static readonly Text NoSuchVisit = new("没有这样的安排", "There is no such visit");

    public static readonly Text WhenTitle = new("巡视组来访", "When the team comes");
    public static readonly Text WhenNow = new("正在{0}：{1}", "Now in {0}: {1}");
    public static readonly Text WhenAhead = new("{0}：{1}，还有{2}个工作日", "{0}: {1}, in {2} working days");
    public static readonly Text WhenNone = new(
        "目前没有已公布的{0}巡视安排。公布后会通知你。",
        "No visit to {0} is announced at present. You are told once one is.");
    public static readonly Text WhenNoneThen = new("{0}至{1}没有已公布的{2}巡视安排。", "No visit to {2} is announced from {0} to {1}.");
    public static readonly Text WhenContact = new("联系人：{0}", "Contact: {0}");

    public static readonly Text ImportedVisits = new("已导入{0}项安排，拟定中的等待报批", "{0} visits imported; drafts wait to be submitted");
    public static readonly Text ImportedVisitsSome = new(
        "已导入{0}项安排，拟定中的等待报批；另有{1}项原已登记，没有重复添加",
        "{0} visits imported; drafts wait to be submitted. {1} stood already and were not added again");
    public static readonly Text ImportVisitsNotAllowed = new(
        "只有省委巡视办和巡视组组长可以导入巡视安排",
        "Only the provincial office and team leaders can import visits");
    public static readonly Text SheetKind = new("“{0}”不是类别，可填：{1}", "“{0}” is no kind of visit; use one of: {1}");
    public static readonly Text SheetGroup = new("“{0}”不是小组序号（1至{1}）", "“{0}” is no number of a group (1 to {1})");

    public static readonly Text VisitsNotAllowed = new(
        "只有省委巡视办可以管理驻市和巡视安排，巡视组组长可以拟定本组的",
        "Only the provincial office can manage residencies and visits; team leaders can draft those of their own team");
    public static readonly Text VisitTeam = new("请填写巡视组序号（1至{0}）", "Please enter the team number (1 to {0})");
    public static readonly Text VisitGroup = new("一个巡视组最多{0}个小组", "A team has at most {0} groups");
    public static readonly Text VisitPlaceDoesNotFit = new(
        "驻市、市本级巡视选市，巡视、巡查、回访选县（市、区）或单位，专项巡视都可以",
        "A residency or an inspection of the city itself needs a city; an inspection, patrol or return visit needs a county "
            + "or unit; a special inspection takes either");
    public static readonly Text VisitEndsBefore = new("结束不能早于开始", "The end cannot be before the beginning");
    public static readonly Text VisitTooLong = new("时间太长了，最多{0}天", "Too long: at most {0} days");
    public static readonly Text VisitOverlaps = new(
        "该组在这里的这段时间已有安排，可以更改它的日期",
        "The team already has an entry for this place and time; you can change its dates");
    public static readonly Text VisitElsewhere = new(
        "该组这段时间在别处；分小组的请填小组",
        "The team is elsewhere at that time; enter the group if it works in groups");
    public static readonly Text VisitOtherTeamLives = new(
        "这段时间已有别的组驻在这里，一市同一时间只驻一个组；请先调整那个组的日期",
        "Another team lives here at that time, and one team lives in a city at a time; change the days of the other first");
    public static readonly Text VisitRecused = new(
        "该组（或该小组）有人应回避这个地方，请换组、换小组",
        "Somebody of the team or group is recused from this place; choose another team or group");
    public static readonly Text VisitClash = new("{0}：{1}", "{0}: {1}");
    public static readonly Text VisitTooMany = new(
        "还没有结束的安排已满{0}项，不能再添加",
        "There are {0} entries that are not over: none can be added");
    public static readonly Text FieldProfile = new("年度安排标准", "Plan profile");
    public static readonly Text ProfileVersion = new("第{0}版", "version {0}");
    public static readonly Text VisitNotFound = new(
        "没有这项安排，可能已被移除或更改",
        "There is no such entry; it may have been removed or changed");
    public static readonly Text VisitTooManySteps = new("更改次数太多，请取消后重新登记", "It was changed too often: call it off and enter it anew");
    public static readonly Text VisitNotSubmitted = new("还没有报批：先报批，再批准（登记文号），再公布", "Not submitted yet: submit it first, then approve it with its number, then announce it");
    public static readonly Text VisitNotApproved = new("还没有批准：先批准（登记文号），再公布", "Not approved yet: approve it with its number first, then announce it");
    public static readonly Text VisitNumberMissing = new("请填写批准文号，如：冀巡发〔{0}〕3号", "Please enter the number of the approval, for example: No. 3 of {0}");
    public static readonly Text VisitNumberTooLong = new("文号太长，最多{0}个字", "The number is too long: at most {0} characters");
    public static readonly Text VisitAlreadySubmitted = new("已经报批，由省委巡视办更改", "It is submitted already: the provincial office changes it");
    public static readonly Text VisitAlreadyAnnounced = new("已经公布", "It is announced already");
    public static readonly Text VisitAlreadyCancelled = new("已经取消", "It is called off already");
    public static readonly Text VisitAnnouncedPlace = new(
        "已公布的只能改日期和小组；换组、换地方请取消后另行登记",
        "Once announced only dates and group can change; for another team or place call it off and enter a new one");
    public static readonly Text VisitAnnouncedInPast = new("公布日期不能早于今天", "The day of announcement cannot be before today");
    public static readonly Text VisitAnnouncedTooLate = new("公布日期不能晚于开始日期", "The day of announcement cannot be after the first day");
    public static readonly Text VisitReasonMissing = new("请填写取消原因", "Please say why it is called off");
    public static readonly Text VisitReasonTooLong = new("原因太长，最多{0}个字", "The reason is too long: at most {0} characters");

    public static readonly Text Notice = new("驻市公告", "Notice of residency");
    public static readonly Text HelpNotice = new("起草驻市公告（.docx），填受理电话、信箱、截止日", "draft the notice of a residency (.docx), with telephone, boxes, last day");
    public static readonly Text HelpNoticeSay = new("公告 石家庄", "notice of residency Shijiazhuang");
    public static readonly Text NoticeWhich = new("请写明哪个市，例如：公告 石家庄", "Please name the city, for example: notice of residency Shijiazhuang");
    public static readonly Text NoticeNone = new("{0}没有您能起草公告的驻市安排。", "There is no residency in {0} for which you can draft a notice.");
    public static readonly Text NoticeReady = new("驻市公告（稿）：{0}", "Notice of residency (draft): {0}");
    public static readonly Text NoticeNote = new("链接{0}分钟内有效。请核对、审核后公布。", "The link works for {0} minutes. To be read and approved before it is published.");
    public static readonly Text NoticeDownload = new("下载（Word）", "Download (Word)");
    public static readonly Text ReceptionTitle = new("受理方式", "How people reach the team");
    public static readonly Text ReceptionChange = new("修改受理方式", "Change it");
    public static readonly Text FieldPhone = new("值班电话", "Duty telephone");
    public static readonly Text FieldBoxes = new("信箱和意见箱", "Letters and boxes");
    public static readonly Text FieldHours = new("受理时间", "Hours of the telephone");
    public static readonly Text FieldUntil = new("受理截止日", "Last day of acceptance");
    public static readonly Text NotResidency = new("只有驻市安排有受理方式", "Only a residency has these");
    public static readonly Text ReceptionTooLong = new("每项最多{0}个字", "At most {0} characters each");
    public static readonly Text UntilOutside = new("受理截止日应在驻市期间", "The last day must be one of the residency");
}
