namespace LiaisonBot.Conversation.Sheets;

/// <summary>What tables of findings and the register of rectification say.</summary>
public static class FindingTexts
{
    public static readonly Text No = new("序号", "No.");
    public static readonly Text Problem = new("反馈问题", "Findings of the feedback");
    public static readonly Text Details = new("具体表现", "Details of the finding");
    public static readonly Text Goal = new("整改目标", "Rectification goal");
    public static readonly Text Measures = new("整改措施", "Measures");
    public static readonly Text LeaderPost = new("责任领导", "Responsible post");
    public static readonly Text Department = new("责任部门", "Responsible department");
    public static readonly Text Due = new("完成时限", "Complete by");
    public static readonly Text Topic = new("问题类型", "Topic");
    public static readonly Text Track = new("整改类别", "Track");
    public static readonly Text Kind = new("类别", "Category");
    public static readonly Text Acceptance = new("验收标准", "Acceptance standard");
    public static readonly Text Immediate = new("立行立改", "at once");
    public static readonly Text Concentrated = new("集中整改", "in the rectification period");
    public static readonly Text LongTerm = new("长期坚持", "standing");
    public static readonly Text NoHeadings = new(
        "没有找到“{1}”这一列。表头请用：{0}；只有“{1}”必填。也可以用模板。",
        "There is no column of findings. Please use these headings, of which only “{1}” must be filled: {0}. A template is there too.");
    public static readonly Text Empty = new(
        "表里没有问题：表头下面每行写一个反馈问题。",
        "There is no finding in the table: below the headings, each row holds one.");
    public static readonly Text TooMany = new(
        "有{0}个问题，一批最多{1}个，请分几批",
        "There are {0} findings; a set has {1} at most: please send several tables");
    public static readonly Text TooLong = new("太长了（{0}字），最多{1}字", "Too long ({0} characters): at most {1}");
    public static readonly Text DueUnread = new(
        "没有看懂时限“{0}”，请写成 {1}、6个月内、立行立改 或 长期坚持",
        "The date “{0}” was not understood; please write it like {1}, within 6 months, at once or standing");
    public static readonly Text DueBefore = new(
        "完成时限（{0}）早于反馈日期（{1}）",
        "The date ({0}) is before the day of the feedback ({1})");
    public static readonly Text TrackUnread = new(
        "“{0}”看不懂，请写“{1}”“{2}”或“{3}”",
        "“{0}” was not understood; please write “{1}”, “{2}” or “{3}”");
    public static readonly Text TopicUnknown = new(
        "“{0}”不在问题类型清单里，请从中选：{1}",
        "“{0}” is not in the list of topics; please choose one of: {1}");
    public static readonly Text PlaceDiffers = new(
        "这一行是{0}，上面是{1}：一个地方一批，请分开发",
        "This row is of {0}, those above are of {1}: a set is of one place; please send them apart");
    public static readonly Text WithoutFinding = new("这一行没有写反馈问题", "No finding stands in this row");
    public static readonly Text OnlyFirstCell = new(
        "不是问题的行（第{0}行，如小标题、合计、填表人）",
        "rows that are no findings ({0}: headings between, totals, who filled it in)");
    public static readonly Text OnlyChapter = new(
        "不是问题类型的“类别”（第{0}行，如“一、党的建设方面”）",
        "the kind in rows {0}: a chapter of the feedback, and no topic");
    public static readonly Text Joined = new(
        "同一问题的几行合成了一条（第{0}行并入上面的问题；时限取最晚的）",
        "several rows of one finding were put together (rows {0} belong to the finding above; the latest date counts)");
    public static readonly Text Renumbered = new(
        "原来的序号有空缺或重复，已按顺序重新编号",
        "the numbers in the table have gaps or repeat; the findings are numbered in their order");
    public static readonly Text BothTracks = new(
        "既写立行立改又写长期坚持的（第{0}行），按立行立改",
        "both at once and standing is said (rows {0}): taken as at once");
    public static readonly Text RegisterFile = new("整改台账", "rectification register");
    public static readonly Text RegisterHeading = new(
        "{0}巡视反馈问题整改台账　{1}反馈　{2}　共{3}个问题",
        "{0}: register of rectification. Feedback of {1}, {2}, findings: {3}");
    public static readonly Text SetNumber = new("整改{0}", "set {0}");
    public static readonly Text TemplateFile = new("反馈问题清单模板", "Template of findings");
    public static readonly Text TemplateFindings = new("反馈问题清单", "Findings");
    public static readonly Text TemplateNo = new("可不填，按行的先后编号", "may be left out: findings are numbered in their order");
    public static readonly Text TemplateOptional = new("可不填，不超过{0}字", "may be left out; at most {0} characters");
    public static readonly Text TemplateTopic = new(
        "从下拉列表中选（巡视办的问题类型清单），可不填",
        "choose from the list (the office's topics); may be left out");
    public static readonly Text TemplateByCounty = new(
        "可不填，由县里在整改方案中填写；不超过{0}字",
        "may be left out: the county fills it in with its plan; at most {0} characters");
    public static readonly Text TemplatePost = new(
        "写职务，不写姓名，如“县委副书记”；可不填，不超过{0}字",
        "the post and no name, such as deputy secretary; may be left out; at most {0} characters");
    public static readonly Text TemplateDue = new(
        "日期（{0}）、年月（到月底）、6个月内、立行立改或长期坚持；可不填",
        "a date ({0}), a month (to its end), within 6 months, at once or standing; may be left out");
    public static readonly Text TemplateTrack = new(
        "从下拉列表中选，不填就是“{0}”",
        "choose from the list; if left empty, “{0}”");
}
