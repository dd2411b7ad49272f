namespace LiaisonBot.Conversation.Features.SelfChecks;

/// <summary>What is said of campaigns.</summary>
public static class CampaignTexts
{
    public static readonly Text Campaign = new("专项整治", "Campaign");
    public static readonly Text Help = new(
        "开展专项整治：各地先自查，只有查出的问题才成为一批事项，到期自动要一份情况",
        "run a campaign: places check themselves first, and what they find becomes a set");
    public static readonly Text HelpSay = new("专项整治 招投标 全省各县", "campaign on bidding");
    public static readonly Text ListTitle = new("专项整治（{0}项）", "Campaigns ({0})");
    public static readonly Text ListEmpty = new("没有专项整治。", "There are no campaigns.");
    public static readonly Text NotYours = new("专项整治由省委巡视办和省直部门开展", "Campaigns are run by the provincial office and by departments of the province");
    public static readonly Text NotFound = new("没有这项专项整治，可能已不归您查看", "There is no such campaign for you");
    public static readonly Text New = new("开展专项整治", "Run a campaign");
    public static readonly Text TitleOf = new("{0}专项整治", "Campaign on {0}");
    public static readonly Text FieldTitle = new("专项整治名称", "Name of the campaign");
    public static readonly Text FieldEnds = new("哪天前整改到位", "Put right by");
    public static readonly Text WillEnd = new("查出的问题{0}前整改到位，逾期照常督办；结束后各有问题的地方报一份情况。", "What is found is put right by {0}; then each place with findings hands in one report.");
    public static readonly Text EndsOn = new("查出的问题{0}前整改到位", "What is found is put right by {0}");
    public static readonly Text FieldFound = new("查出的问题，一行一个", "What you found, one a line");
    public static readonly Text Found = new("{0}个问题，{1}前整改到位", "{0} findings, put right by {1}", "1 finding, put right by {1}");
    public static readonly Text News = new("{0}开展“{1}”，请先自查，{2}前答复", "{0} runs “{1}”; please check your place, and answer by {2}");
    public static readonly Text Problems = new(
        "查出问题{0}个：已整改{1}，待审核{2}，办理中{3}，逾期{4}",
        "{0} findings: put right {1}, in review {2}, being worked on {3}, overdue {4}",
        "1 finding: put right {1}, in review {2}, being worked on {3}, overdue {4}");
    public static readonly Text Table = new("下载情况表", "Download the table");
    public static readonly Text TableReady = new("“{0}”情况表已生成", "The table of “{0}” is ready");
    public static readonly Text AfterTheEnd = new("不能晚于专项整治的最后一天", "The day cannot be after the last day of the campaign");
    public static readonly Text TitleMissing = new("请写明专项整治的名称", "Please give the campaign a name");
    public static readonly Text FoundMissing = new("请写明查出的问题，一行一个，不要重复，最多{0}个", "Please say what you found, one a line, none twice, at most {0}");
}
