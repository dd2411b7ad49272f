namespace LiaisonBot.Conversation.Sheets;

/// <summary>What the sheet of a plan and the three lists say.</summary>
public static class PlanSheetTexts
{
    public static readonly Text File = new("整改方案填报表", "Rectification plan to fill in");
    public static readonly Text ListsFile = new("问题任务责任清单", "Lists of findings, tasks and duties");
    public static readonly Text Remark = new("退回意见", "Why it was returned");
    public static readonly Text Problems = new("问题清单", "List of findings");
    public static readonly Text Tasks = new("任务清单", "List of tasks");
    public static readonly Text Duties = new("责任清单", "List of duties");
    public static readonly Text State = new("状态", "State");
    public static readonly Text ListHeading = new("{0}整改{1}　{2}　共{3}个问题", "{0}: {1}. {2}, findings: {3}");
    public static readonly Text HowMeasures = new("每个问题都要填，不超过{0}字", "for every finding; at most {0} characters");
    public static readonly Text HowPost = new(
        "写职务，不写姓名，如“县委副书记”；不超过{0}字",
        "the post and no name, such as deputy secretary; at most {0} characters");
    public static readonly Text HowDepartment = new("牵头的一个部门，不超过{0}字", "the department that leads; at most {0} characters");
    public static readonly Text HowDue = new(
        "集中整改的必填，不早于报送当天，不晚于{0}；立行立改、长期坚持的可不填",
        "for findings of the rectification period; not before the day of handing in and not after {0}. May be left out where it is done at once or goes on");
    public static readonly Text Others = new("其他各列", "All other columns");
    public static readonly Text HowOthers = new(
        "不要改：改了也不会写入。可以排序；加的行不写入，删的行保持原样。填好后把文件发回对话即可，可以分几次发。",
        "leave as they are: changes there are not taken. Rows may be sorted; rows that are added are left out, and what is removed stays as it was. Send the file back into the chat, in several goes if you like.");
}
