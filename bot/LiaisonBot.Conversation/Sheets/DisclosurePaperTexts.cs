namespace LiaisonBot.Conversation.Sheets;

/// <summary>What stands in the draft of what is published of a set.</summary>
public static class DisclosurePaperTexts
{
    public static readonly Text File = new("{0} 公示稿", "Draft to publish {0}");
    public static readonly Text PlanTitle = new("{0}关于巡视反馈问题整改方案的公示（稿）", "{0}: plan of rectification of the findings of the inspection (draft)");
    public static readonly Text ResultTitle = new("{0}关于巡视反馈问题整改情况的公示（稿）", "{0}: rectification of the findings of the inspection (draft)");
    public static readonly Text Below = new("{0}起草，核对、审核后公布", "drafted {0}; to be read and approved before it is published");
    public static readonly Text Marks = new("一、|二、|三、|四、", "1. |2. |3. |4. ");
    public static readonly Text About = new("基本情况", "What it is about");
    public static readonly Text AboutPlan = new(
        "{1}，省委巡视组向{2}反馈了巡视意见。现将{0}个问题的整改方案予以公示。",
        "On {1} the inspection team gave its findings to {2}. The plan of rectification of {0} findings is made public here.",
        "On {1} the inspection team gave its findings to {2}. The plan of rectification of 1 finding is made public here.");
    public static readonly Text AboutResult = new(
        "{0}，省委巡视组向{1}反馈了巡视意见。现将{2}个问题的整改情况予以公示，其中已完成整改{3}个。",
        "On {0} the inspection team gave its findings to {1}. How they are put right is made public here. Findings: {2}; put right: {3}.");
    public static readonly Text AboutResultGoesOn = new(
        "{0}，省委巡视组向{1}反馈了巡视意见。现将{2}个问题的整改情况予以公示，其中已完成整改{3}个，取得阶段性成效、长期坚持{4}个。",
        "On {0} the inspection team gave its findings to {1}. How they are put right is made public here. Findings: {2}; put right: {3}; done so far and going on: {4}.");
    public static readonly Text OneByOne = new("逐项整改情况", "Finding by finding");
    public static readonly Text PlanOneByOne = new("逐项整改措施", "Finding by finding");
    public static readonly Text Problem = new("{0}. {1}", "{0}. {1}");
    public static readonly Text Goal = new("整改目标：{0}", "Goal: {0}");
    public static readonly Text Measures = new("整改措施：{0}", "Measures: {0}");
    public static readonly Text Department = new("责任单位：{0}", "Responsible unit: {0}");
    public static readonly Text Due = new("完成时限：{0}", "To be done by: {0}");
    public static readonly Text LongTerm = new("完成时限：长期坚持", "It goes on");
    public static readonly Text Done = new("整改情况：已完成整改。{0}", "Rectification: done. {0}");
    public static readonly Text Standing = new("整改情况：已取得阶段性成效，长期坚持。{0}", "Rectification: done so far, and it goes on. {0}");
    public static readonly Text Open = new("整改情况：正在整改。", "Rectification: going on.");
    public static readonly Text Next = new("下一步工作", "What is next");
    public static readonly Text Comments = new("意见反馈", "Comments");
    public static readonly Text ToWrite = new("（由公布单位撰写）", "(to be written by whoever publishes it)");
    public static readonly Text CommentsText = new(
        "公示期间，欢迎广大干部群众对整改工作进行监督。如有意见建议，请及时反映。",
        "During this time everybody may comment on the rectification.");
    public static readonly Text Telephone = new("联系电话：", "Telephone:");
    public static readonly Text Mail = new("电子邮箱：", "E-mail:");
    public static readonly Text Address = new("联系地址：", "Address:");
    public static readonly Text None = new("（没有可以公示的问题）", "(There is no finding to publish)");
}
