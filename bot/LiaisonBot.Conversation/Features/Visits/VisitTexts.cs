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
}
