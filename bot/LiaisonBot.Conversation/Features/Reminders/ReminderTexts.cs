namespace LiaisonBot.Conversation.Features.Reminders;

public static class ReminderTexts
{
    public static readonly Text Settings = new("设置", "Settings");
    public static readonly Text UnreachedLine = new(
        "{0}收不到消息，请用其他方式联系",
        "{0} cannot be reached: please contact them another way");
    public static readonly Text ProvisionalAhead = new(
        "{0}放假安排尚未导入，按工作日计算的时限是暂定的。通知公布后请导入。",
        "The holidays for {0} have not been imported yet, so dates counted in working days are provisional. Please import the notice once it is published.");
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
    public static readonly Text AnchorAsked = new("申请延期", "Request: ");
    public static readonly Text AudienceHolder = new("责任方", "those responsible");
    public static readonly Text AudienceAbove = new("上一级", "the level above");
    public static readonly Text AudienceCoordinator = new("当前阶段协调方", "the coordinator for the current phase");
    public static readonly Text AudienceOffice = new("省委巡视办", "the provincial office");
    public static readonly Text Limits = new("提醒设置", "Reminder settings");
    public static readonly Text HelpSettingsWhat = new("语言、每日提醒时间、免打扰时段", "language, time of the digest, quiet hours");
}
