namespace LiaisonBot.Conversation.Sheets;

/// <summary>What stands in the report of one topic of findings.</summary>
public static class TopicPaperTexts
{
    public static readonly Text Title = new("关于“{0}”问题的专题报告（草稿）", "Report on the topic “{0}” (draft)");
    public static readonly Text Facts = new("基本情况", "How often it comes up");
    public static readonly Text Counts = new(
        "共{0}次反馈、{1}个地区、{2}个问题：已整改{3}个，整改中{4}个，其中超期{5}个。",
        "Feedbacks: {0}. Places: {1}. Findings: {2}; put right: {3}; still worked on: {4}; of these overdue: {5}.");
    public static readonly Text Where = new("分布和表现", "Where it comes up, and how");
    public static readonly Text Again = new("以前反馈过、后来又反馈的地区：{0}。", "Places that were told of it before and again later: {0}.");
    public static readonly Text Measures = new("整改措施", "Measures taken");
    public static readonly Text Open = new("尚未整改的问题", "What is still open");
    public static readonly Text Causes = new("原因分析", "Causes");
    public static readonly Text Advice = new("意见建议", "Advice");
    public static readonly Text ColumnOn = new("反馈日期", "Feedback");
    public static readonly Text ColumnProblem = new("反馈问题", "Finding");
    public static readonly Text ColumnState = new("状态", "State");
    public static readonly Text ColumnMeasures = new("整改措施", "Measures");
}
