namespace LiaisonBot.Conversation.Features.Topics;

/// <summary>What is said of topics of findings.</summary>
public static class TopicTexts
{
    public static readonly Text Topics = new("问题类型", "Topics");
    public static readonly Text HelpTopics = new("反馈问题的类型清单，由省委巡视办定", "the list of topics that findings are sorted by; the office keeps it");
    public static readonly Text ListTitle = new("问题类型（{0}个）", "Topics ({0})");
    public static readonly Text Edit = new("修改清单", "Change the list");
    public static readonly Text FieldTopics = new("问题类型，每行一个", "Topics, one a line");
    public static readonly Text EditNote = new(
        "最多{0}个，每个不超过{1}字。已登记问题的类型不变；从清单里去掉的，以后不能再选。",
        "At most {0}, each of at most {1} characters. Findings keep the topic they have; what is taken off the list cannot be chosen any more.");
    public static readonly Text Saved = new("问题类型清单已更新", "The list of topics is up to date");
    public static readonly Text ListWrong = new("请填1至{0}个类型，每行一个，每个不超过{1}字", "Please give 1 to {0} topics, one a line, each of at most {1} characters");
    public static readonly Text OfficeOnly = new("问题类型清单由省委巡视办修改", "The office changes the list of topics");
    public static readonly Text Topic = new("专题", "Topic");
    public static readonly Text HelpTopic = new("一类问题在哪些地方反馈过、整改得怎么样", "where findings of one topic came up, and how far they are");
    public static readonly Text HelpTopicSay = new("专题 招投标", "topic");
    public static readonly Text Report = new("专题报告", "Topic report");
    public static readonly Text HelpReport = new("一类问题的专题报告草稿（Word），由登记的数据生成", "the draft of a report on one topic (Word), made of what is registered");
    public static readonly Text HelpReportSay = new("专题报告 招投标", "topic report");
    public static readonly Text ReportReady = new("“{0}”专题报告草稿已生成。原因分析和意见建议由巡视组、省委巡视办撰写。", "The draft of the report on “{0}” is ready. Causes and advice are yours to write.");
    public static readonly Text NotYours = new("专题由省委巡视办和巡视组查看", "Topics are for the provincial office and the teams");
    public static readonly Text Campaign = new("开展专项整治", "Run a campaign");
    public static readonly Text Which = new("请选择问题类型", "Please choose a topic");
    public static readonly Text Unknown = new("没有“{0}”这个问题类型。请从清单里选，或由省委巡视办加上。", "There is no topic “{0}”. Please choose one of the list, or ask the office to add it.");
    public static readonly Text None = new("“{0}”还没有反馈过。", "No finding of “{0}” has been given yet.");
    public static readonly Text Title = new("专题：{0}", "Topic: {0}");
    public static readonly Text Counts = new("{0}次反馈，{1}个地区，{2}个问题", "Findings: {2}. Feedbacks: {0}. Places: {1}.");
    public static readonly Text Line = new("{0}  {1}反馈，{2}个问题", "{0}  feedback of {1}, findings: {2}");
    public static readonly Text More = new("还有{0}次反馈", "{0} more feedbacks", "1 more feedback");
    public static readonly Text NewsSpread = new("“{0}”问题在{1}个地区反馈过：{2}", "“{0}” came up in several places ({1}): {2}");
    public static readonly Text NewsAgain = new("“{0}”问题整改后又反馈：{2}", "Findings of “{0}” came again after they were put right: {2}");
    public static readonly Text NewsUnreached = new("“{0}”专题：{1}无法送达", "Topic “{0}”: {1} cannot be reached");
    public static readonly Text PlacesMore = new("等{0}地", "and {0} more");
}
