namespace LiaisonBot.Conversation.Features.Reminders;

public static class ReminderTexts
{
    public static readonly Text Settings = new("设置", "Settings");
    public static readonly Text AssignedLine = new("{0} 新交办", "newly assigned by {0}");
    public static readonly Text NobodyLine = new("那里还没有登记接收人", "nobody is registered there");
    public static readonly Text UnreachedLine = new(
        "{0}收不到消息，请用其他方式联系",
        "{0} cannot be reached: please contact them another way");
    public static readonly Text ProvisionalAhead = new(
        "{0}放假安排尚未导入，按工作日计算的时限是暂定的。通知公布后请导入。",
        "The holidays for {0} have not been imported yet, so dates counted in working days are provisional. Please import the notice once it is published.");
    public static readonly Text ClosedLine = new("已销号", "Closed");
    public static readonly Text WithdrawnLine = new("已撤回", "Withdrawn");
    public static readonly Text ReturnedLine = new("已退回", "Returned");
    public static readonly Text HandedInLine = new("已报结", "Handed in");
    public static readonly Text MoreTimeAskedLine = new("申请延期至{0}", "More time asked for, until {0}");
    public static readonly Text MoreTimeLine = new("已延至{0}", "More time, until {0}");
    public static readonly Text NoMoreTimeLine = new("延期未批准", "No more time");
    public static readonly Text OtherDayLine = new("改为{0}前", "Due {0} now");
    public static readonly Text SetMark = new("{0}（{1}个问题）", "{0} ({1} findings)");
    public static readonly Text DigestTitle = new("今日提醒（{0}项）", "Today's reminders ({0})");
    public static readonly Text DigestMore = new("另有{0}项，请看“{1}”", "{0} more: see “{1}”");
    public static readonly Text Policy = new("提醒规则", "Reminder policy");
    public static readonly Text PolicyTitle = new("提醒规则（第{0}版）", "Reminder policy (version {0})");
    public static readonly Text PolicyTimes = new(
        "工作日{0}汇总提醒；{1}至次日{2}和非工作日免打扰；急件的天数减半。",
        "One digest at {0} on working days; quiet hours from {1} to {2} and on non-working days; for urgent matters the number of days is halved.");
    public static readonly Text PolicyBefore = new("前{0}个工作日", "{0} working days before", "1 working day before");
    public static readonly Text PolicyOnTheDay = new("当天", "on the day");
    public static readonly Text PolicyAfter = new("后{0}个工作日", "{0} working days after", "1 working day after");
    public static readonly Text PolicyThenEach = new("起每个工作日", ", then every working day");
    public static readonly Text PolicyFromDay = new("{0}（第{1}个工作日起）", "{0} (from working day {1})");
    public static readonly Text AnchorAssigned = new("交办", "Assignment: ");
    public static readonly Text AnchorDue = new("办理时限", "Due date: ");
    public static readonly Text AnchorHandedIn = new("报结", "Hand-in: ");
    public static readonly Text AnchorDeclined = new("申请退件", "Declined: ");
    public static readonly Text AnchorQuestion = new("提问", "Question: ");
    public static readonly Text AnchorExemption = new("申请免于公开", "Exemption: ");
    public static readonly Text AnchorAsked = new("申请延期", "Request: ");
    public static readonly Text AudienceHolder = new("责任方", "those responsible");
    public static readonly Text AudienceAbove = new("上一级", "the level above");
    public static readonly Text AudienceCoordinator = new("当前阶段协调方", "the coordinator for the current phase");
    public static readonly Text AudienceOffice = new("省委巡视办", "the provincial office");
    public static readonly Text Limits = new("提醒设置", "Reminder settings");
    public static readonly Text HelpSettingsWhat = new("语言、每日提醒时间、免打扰时段", "language, time of the digest, quiet hours");

    public static readonly Text SettingsTitle = new("我的设置", "My settings");
    public static readonly Text SettingsSaved = new("设置已保存。", "Settings saved.");
    public static readonly Text LimitsTitle = new("全省提醒设置", "Reminder settings for the province");
    public static readonly Text RefusedDigestTime = new(
        "每日提醒时间应在{0}至{1}之间",
        "The digest time must be between {0} and {1}");
    public static readonly Text RefusedQuietTooLong = new(
        "免打扰时段太长，不能超过{0}小时",
        "Too long: quiet hours may last {0} hours at most");
    public static readonly Text RefusedLimitsDigest = new(
        "应在{0}至{1}之间，先早后晚，并包含默认的{2}",
        "Must be between {0} and {1}, the earlier one first, and must include the default {2}");
    public static readonly Text RefusedLimitsQuiet = new(
        "请填{0}至{1}的整数（默认的免打扰时段为{0}小时）",
        "Must be a whole number from {0} to {1} (the default quiet hours last {0} hours)");
    public static readonly Text RefusedTime = new(
        "请填写时间，如 08:30；开始和结束都填或都不填",
        "Please enter times such as 08:30; fill in both, or neither");
    public static readonly Text SpeakChinese = new("中文", "中文");
    public static readonly Text SpeakEnglish = new("English", "English");
    public static readonly Text FieldLanguage = new("语言", "Language");
    public static readonly Text FieldDigestTime = new(
        "每日提醒时间（不填为08:30）",
        "Time of the morning digest (08:30 if empty)");
    public static readonly Text FieldQuietFrom = new("免打扰开始", "Quiet from");
    public static readonly Text FieldQuietTo = new("免打扰结束", "Quiet until");
    public static readonly Text FieldEarliestDigest = new("每日提醒最早", "Earliest digest time");
    public static readonly Text FieldLatestDigest = new("每日提醒最晚", "Latest digest time");
    public static readonly Text FieldLongestQuiet = new("免打扰最长（小时）", "Longest quiet hours (in hours)");
    public static readonly Text QuietNote = new("免打扰时段内只推送急件。", "During quiet hours only urgent matters come through.");
    public static readonly Text LimitsNote = new(
        "每个人在“{0}”里只能在这个范围内选择；以前设的超出范围的，按范围执行。",
        "In “{0}” people can only choose within these limits. Earlier choices that lie outside are moved inside.");
    public static readonly Text LimitsAre = new(
        "每日提醒时间可在{0}至{1}之间，免打扰最长{2}小时（由省委巡视办设定）。",
        "The digest can come between {0} and {1}, and quiet hours can last at most {2} hours (set by the provincial office).");
}
