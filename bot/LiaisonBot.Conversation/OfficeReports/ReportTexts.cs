namespace LiaisonBot.Conversation.OfficeReports;

/// <summary>Headings of the reports for other programs.</summary>
public static class ReportTexts
{
    public static readonly Text ReportNumber = new("编号", "Number");
    public static readonly Text ReportAreaCode = new("地区代码", "Place code");
    public static readonly Text ReportState = new("状态", "State");
    public static readonly Text ReportSupervision = new("督办", "Supervision");
    public static readonly Text ReportTeam = new("巡视组", "Team");
    public static readonly Text ReportChildren = new("转办情况", "Passed on");
    public static readonly Text ReportEnded = new("办结或撤回日期", "Ended on");
    public static readonly Text ReportWaits = new("待答复", "Waits for an answer");
    public static readonly Text ReportExtension = new("申请延期，待答复", "More time asked, waiting for an answer");
    public static readonly Text ReportWhen = new("时间", "When");
    public static readonly Text ReportWhat = new("事项变化", "What");
    public static readonly Text ReportWho = new("人员", "Who");
    public static readonly Text ReportNote = new("说明", "Note");
}
