namespace LiaisonBot.Conversation.Sheets;

/// <summary>What stands in the comprehensive report of a year, and in tables of evaluations.</summary>
public static class YearTexts
{
    public static readonly Text HeadingMarks = new(
        "一、|二、|三、|四、|五、|六、|七、|八、|九、|十、",
        "1. |2. |3. |4. |5. |6. |7. |8. |9. |10. ");
    public static readonly Text YearPaper = new("{0}{1}年巡视综合报告（草稿）", "Comprehensive report of {0} for {1} (draft)");
    public static readonly Text Drafted = new("由登记的数据生成，截至{0}", "Made of what is registered, as of {0}");
    public static readonly Text Visits = new("巡视安排和完成情况", "Visits made");
    public static readonly Text VisitCounts = new(
        "{0}年安排{1}项：已结束{2}项，进行中{3}项，未开始{4}项，尚未公布{5}项，已取消{6}项。",
        "In {0} there were {1} visits: {2} ended, {3} under way, {4} to come, {5} not announced, {6} cancelled.");
    public static readonly Text Coverage = new("覆盖情况", "Coverage");
    public static readonly Text CoverageCounts = new(
        "上半年：已覆盖{0}个县（市、区），已安排{1}个，未安排{2}个；下半年：已覆盖{3}个，已安排{4}个，未安排{5}个。",
        "First half-year: {0} counties covered, {1} planned, {2} missing; second half-year: {3} covered, {4} planned, {5} missing.");
    public static readonly Text Matters = new("交办事项办理情况", "Matters");
    public static readonly Text MatterCounts = new(
        "{0}年交办{1}件：已办结{2}件，已撤回{3}件，未结{4}件，其中超期{5}件、待审核{6}件。",
        "In {0}, {1} matters were assigned: {2} closed, {3} withdrawn, {4} open, of which {5} overdue and {6} to be reviewed.");
    public static readonly Text CarriedOver = new(
        "以前年度交办、转入本年度{0}件：已办结{1}件，已撤回{2}件，未结{3}件，其中超期{4}件。",
        "Assigned in earlier years and brought into this one: {0}; closed: {1}, withdrawn: {2}, open: {3}, of which overdue: {4}.");
    public static readonly Text MatterMore = new(
        "退回过{0}件，延过期{1}件，挂账督办{2}件，立项督办{3}件，移交部门{4}件，由上一组交接{5}件。",
        "{0} were returned, {1} given more time, {2} on the supervision ledger, {3} docketed, {4} referred, {5} taken over from another team.");
    public static readonly Text OpenList = new("未结事项", "Open matters");
    public static readonly Text Sets = new("反馈问题整改", "Findings");
    public static readonly Text SetCounts = new(
        "反馈{0}批：应整改{1}个，已整改{2}个，超期{3}个。",
        "Feedbacks: {0}. Findings to be put right: {1}; put right: {2}; overdue: {3}.");
    public static readonly Text DisclosureCounts = new(
        "整改情况公开：应公开{0}项，已公开并确认{1}项，已登记待确认{2}项，免于公开{3}项，尚未公开{4}项。",
        "Of the plans and results {0} are to be made public: {1} are public and confirmed, {2} registered, {3} exempt, {4} not public yet.");
    public static readonly Text ColumnToMend = new("应整改", "To be put right");
    public static readonly Text ColumnMended = new("已整改", "Put right");
    public static readonly Text AgainTopics = new("不止一批反馈的问题类型：{0}。", "Topics of more than one feedback: {0}.");
    public static readonly Text Evaluation = new("民主测评", "Evaluations");
    public static readonly Text EvaluationPage = new("测评表", "Evaluations");
    public static readonly Text EvaluationTitle = new("{0}测评汇总", "Evaluations of {0}");
    public static readonly Text EvaluationLine = new(
        "{0} {1} {2}：发出{3}，收回{4}，有效{5}。",
        "{0}, {1}, {2}: {3} sent, {4} returned, {5} valid.");
    public static readonly Text Clues = new("信访和线索", "Petitions and clues");
    public static readonly Text CluesAll = new("受理信访、网情，开展延伸了解和暗访，共{0}件。", "Petitions, online clues, inquiries and unannounced visits: {0}.");
    public static readonly Text CluesElsewhere = new(
        "（由组长或信访专员填写：件数只提供给他们）",
        "(to be filled in by the leader, or whoever is named for petitions: only they are given the counts)");
    public static readonly Text ColumnCount = new("件数", "Number");
    public static readonly Text Problems = new("主要问题", "Main problems");
    public static readonly Text Rectification = new("整改评价", "Judgement of the rectification");
    public static readonly Text Advice = new("工作建议", "Advice");
    public static readonly Text ToWrite = new("（由巡视组撰写）", "(to be written by the team)");
    public static readonly Text None = new("没有登记。", "Nothing is registered.");
    public static readonly Text ColumnPlace = new("安排地区", "Place visited");
    public static readonly Text ColumnKind = new("巡视方式", "Kind of visit");
    public static readonly Text ColumnTeam = new("组别", "Team");
    public static readonly Text ColumnDays = new("起止日期", "From and to");
    public static readonly Text ColumnState = new("状态", "State");
    public static readonly Text ColumnFirst = new("上半年", "First half");
    public static readonly Text ColumnSecond = new("下半年", "Second half");
    public static readonly Text ColumnDay = new("测评日期", "Day");
    public static readonly Text ColumnMethod = new("测评方式", "Method");
    public static readonly Text ColumnQuestion = new("测评题目", "Question asked");
    public static readonly Text ColumnOption = new("选项", "Option");
    public static readonly Text ColumnPeople = new("人数", "People");
    public static readonly Text ColumnValid = new("有效份数", "Valid sheets");
    public static readonly Text ColumnShare = new("占比", "Share");
    public static readonly Text Few = new("少于{0}", "under {0}");
    public static readonly Text Ended = new("已结束", "ended");
    public static readonly Text Now = new("进行中", "under way");
    public static readonly Text NotAnnounced = new("未公布", "not announced");
    public static readonly Text Ahead = new("未开始", "to come");
    public static readonly Text Done = new("已覆盖", "covered");
    public static readonly Text Planned = new("已安排", "planned");
    public static readonly Text Missing = new("未安排", "missing");
    public static readonly Text NotNeeded = new("当年已巡视", "inspected that year");
    public static readonly Text MethodTalks = new("谈话", "talks");
    public static readonly Text MethodVote = new("民主测评", "vote");
    public static readonly Text MethodQuestionnaire = new("问卷", "questionnaire");
    public static readonly Text MethodPhone = new("电话调查", "phone");
}
