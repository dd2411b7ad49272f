namespace LiaisonBot.Conversation.Sheets;

/// <summary>What stands in papers and files, and nowhere else.</summary>
public static class PaperTexts
{
    public static readonly Text ExportHeading = new("{0}交办事项台账（{1}，{2}）", "Ledger of {0} ({1}, {2})");
    public static readonly Text MatterPaper = new("交办单", "Assignment sheet");
    public static readonly Text SupervisionPaper = new("督办通知单", "Supervision notice");
    public static readonly Text SupervisionSays = new(
        "{0}：下列事项已列入{1}，请按目标任务和办理时限抓紧办理，并及时反馈办理情况。",
        "To {0}: the matter below is under supervision ({1}). Please get it done as asked for and by the date, and report how it goes.");
    public static readonly Text PaperOverdueBy = new("逾期情况", "Overdue");
    public static readonly Text PaperNotOverdue = new("未逾期", "not overdue");
    public static readonly Text PaperDays = new("逾期{0}天（自然日）", "by {0} calendar days", "by 1 calendar day");
    public static readonly Text PaperStepOn = new("{0}，{1}", "{0}, {1}");
    public static readonly Text WeekPaper = new("{0}交办事项周报", "Weekly report on the matters of {0}");
    public static readonly Text MonthPaper = new("{0}交办事项办理情况通报", "Monthly report on the matters of {0}");
    public static readonly Text PaperSpan = new("（{0}至{1}）", "({0} to {1})");
    public static readonly Text PaperAssignedOn = new("交办日期", "Assigned on");
    public static readonly Text PaperSignedOn = new("签收日期", "Signed for on");
    public static readonly Text PaperEnded = new("办结或撤回日期", "Ended on");
    public static readonly Text PaperContacts = new("联系人", "Contacts");
    public static readonly Text PaperDeclined = new("申请退件：{0}", "Declined: {0}");
    public static readonly Text PaperFromRule = new("定期事项{0}", "Recurring matter {0}");
    public static readonly Text PaperNotes = new("备注", "Notes");
    public static readonly Text PaperNormal = new("一般", "Normal");
    public static readonly Text PaperReached = new("机器人消息", "Messages of the bot");
    public static readonly Text PaperOverall = new("总体情况", "Overall");
    public static readonly Text PaperByPlace = new("各地情况（按行政区划代码排列）", "By place, in the order of their codes");
    public static readonly Text PaperOverdue = new("逾期未办结事项", "Overdue matters");
    public static readonly Text PaperSoon = new("{0}前到期事项", "Due by {0}");
    public static readonly Text PaperNew = new("新交办", "New");
    public static readonly Text PaperClosed = new("办结", "Closed");
    public static readonly Text PaperNone = new("无。", "None.");
    public static readonly Text PaperMore = new(
        "另有{0}项，见台账。",
        "{0} more are in the ledger.",
        "1 more is in the ledger.");
    public static readonly Text PaperParts = new(
        "未办结事项中另有转办到县的{0}项；以上和合计不重复计。",
        "{0} parts of open matters were passed on to counties; these figures and the totals count a matter and its parts once.",
        "1 part of an open matter was passed on to a county; these figures and the totals count a matter and its parts once.");
    public static readonly Text PaperCounts = new(
        "本期新交办{0}项，办结{1}项，撤回{2}项。截至{3}，未办结{4}项，其中逾期{5}项，待审核{6}项，近期到期{7}项。",
        "In this period {0} matters were assigned, {1} closed and {2} withdrawn. On {3}, {4} are open: {5} overdue, {6} waiting for review, {7} due soon.");
}
