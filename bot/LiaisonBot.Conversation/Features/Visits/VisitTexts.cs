namespace LiaisonBot.Conversation.Features.Visits;

public static class VisitTexts
{
    public static readonly Text Visits = new("驻市安排", "Residencies");
    public static readonly Text VisitsTitle = new("{0}驻市和对县安排", "Residencies and visits: {0}");
    public static readonly Text VisitsEmpty = new("{0}没有登记驻市或对县安排。", "No residency or visit is registered for {0}.");
    public static readonly Text VisitNow = new("进行中", "now");
    public static readonly Text VisitAhead = new("未开始", "upcoming");
    public static readonly Text VisitOver = new("已结束", "ended");
    public static readonly Text VisitDays = new("{0}至{1}", "{0} to {1}");
    public static readonly Text AddVisit = new("添加安排", "Add an entry");
    public static readonly Text AddVisitTitle = new("添加驻市或对县安排", "Add a residency or visit");
    public static readonly Text ChangeEnd = new("改结束日期", "Change the end date");
    public static readonly Text AskRemoveVisit = new("移除这项安排？", "Remove this entry?");
    public static readonly Text FieldKind = new("类别", "Kind");
    public static readonly Text FieldTeamNumber = new("巡视组序号", "Team number");
    public static readonly Text FieldVisitArea = new(
        "地区（驻市选市，其余选县）",
        "Place (a city for a residency, otherwise a county)");
    public static readonly Text FieldFrom = new("开始日期", "From");
    public static readonly Text FieldTo = new("结束日期", "Until");
    public static readonly Text VisitAdded = new("已添加：{0}", "Added: {0}");
    public static readonly Text VisitChanged = new("已更改：{0}", "Changed: {0}");
    public static readonly Text VisitRemoved = new("已移除：{0}", "Removed: {0}");
    public static readonly Text HelpVisitsWhat = new("巡视组驻市、对县巡视的起止日期", "when teams live in cities and visit counties");
    public static readonly Text RefusedNoDate = new("不是有效的日期，如：{0}", "Not a date, for example: {0}");

    public static readonly Text Residency = new("驻市", "Residency");
    public static readonly Text Inspection = new("巡视", "Inspection");
    public static readonly Text Patrol = new("巡查", "Patrol");
    public static readonly Text ReturnVisit = new("回访", "Return visit");
    public static readonly Text CityInspection = new("市本级巡视", "Inspection of the city itself");
    public static readonly Text Special = new("专项巡视", "Special inspection");
    public static readonly Text VisitsNotAllowed = new(
        "只有省委巡视办可以管理驻市和对县安排",
        "Only the provincial office can manage residencies and visits");
    public static readonly Text VisitTeam = new("请填写巡视组序号（1至{0}）", "Please enter the team number (1 to {0})");
    public static readonly Text VisitPlaceDoesNotFit = new(
        "驻市、市本级巡视选市，巡视、巡查、回访选县（市、区）或单位，专项巡视都可以",
        "A residency or an inspection of the city itself needs a city; an inspection, patrol or return visit needs a county "
            + "or unit; a special inspection takes either");
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
}
