namespace LiaisonBot.Conversation.Features.Checks;

/// <summary>What is said of checks of closed findings.</summary>
public static class CheckTexts
{
    public static readonly Text Check = new("检查", "Check findings");
    public static readonly Text Help = new(
        "抽取已销号的整改问题回头看，退回过的必查，抽样可复核",
        "look again at closed findings: those that were returned, and a sample that can be drawn again");
    public static readonly Text HelpSay = new("检查 正定县", "check Zhengding");
    public static readonly Text Title = new("{0}整改检查", "Check of findings: {0}");
    public static readonly Text NotYours = new("整改检查由省委巡视办和驻当地的巡视组查看、登记", "Checks are for the provincial office and the team of the city");
    public static readonly Text NotYoursThere = new(
        "{0}的整改检查不归您：由省委巡视办和驻当地的巡视组查看、登记，您应回避的地区除外",
        "The check of {0} is not yours: it is for the provincial office and for the team of the city, without those who keep away from the place");
    public static readonly Text WhichPlace = new("要检查哪里？请说：检查 正定县", "Which place? Please say: check Zhengding");
    public static readonly Text NoSuchSet = new("没有找到{0}。", "There is no {0}.");
    public static readonly Text NotFound = new("没有这次检查，可能已不归您查看", "There is no such check for you");
    public static readonly Text None = new("{0}还没有检查过。", "{0} has not been checked yet.");
    public static readonly Text NothingClosed = new("{0}没有已销号的整改问题，还没有可检查的。", "{0} has no closed finding yet: there is nothing to check.");
    public static readonly Text Proposal = new(
        "已销号{0}个：退回过或上次检查有问题的{1}个必查，其余{2}个中随机抽{3}个。抽样号会记下，任何人都能按它重新抽出同样的样本。",
        "Closed: {0}. To be looked at in any case, since they were returned or were not as reported when they were checked: {1}. Drawn from the other {2}: {3}. The seed is kept, so that anybody can draw the same again.");
    public static readonly Text Draw = new("抽取样本", "Draw the sample");
    public static readonly Text Drawn = new("已抽取，共{0}个要检查", "Drawn: {0} findings to check", "Drawn: 1 finding to check");
    public static readonly Text DrawnOn = new("{0} {1}抽取", "drawn {0} by {1}");
    public static readonly Text Seed = new("抽样号 {0}，从{1}个中抽{2}个", "seed {0}, {2} of {1}");
    public static readonly Text Progress = new("{0}个，已查{1}个", "{0} findings, {1} looked at", "1 finding, {1} looked at");
    public static readonly Text SayResult = new("登记检查结果", "Enter what was found");
    public static readonly Text FieldResult = new("结果", "Result");
    public static readonly Text FieldNote = new("情况和进一步整改要求（属实可不填）", "What was seen and what is asked for (may be left out if it is so)");
    public static readonly Text ResultTrue = new("属实", "As reported");
    public static readonly Text ResultNotDone = new("不到位", "Not done");
    public static readonly Text ResultRelapsed = new("反弹", "Came back");
    public static readonly Text ResultUntrue = new("不实", "Not as reported");
    public static readonly Text NotLooked = new("未查", "not looked at");
    public static readonly Text HasToBe = new("必查", "has to be checked");
    public static readonly Text WasDrawn = new("抽中", "drawn");
    public static readonly Text WaitsForLeader = new("待组长决定", "waits for the leader");
    public static readonly Text NewsToDecide = new(
        "{1}整改检查：{0}个问题等您决定是否另行交办（{2}已登记）",
        "Check of findings in {1}: {0} wait for you to decide what follows (entered by {2})",
        "Check of findings in {1}: 1 waits for you to decide what follows (entered by {2})");
    public static readonly Text NewsUnreached = new(
        "{0}整改检查：消息送不到{1}，请电话联系或者核对人员。",
        "Check of findings in {0}: messages do not reach {1}; please telephone, or check who is entered.");
    public static readonly Text FollowedBy = new("另行交办 {0}", "followed by {0}");
    public static readonly Text LeftBecause = new("不另交办：{0}", "nothing follows: {0}");
    public static readonly Text Saved = new("已登记：{0}", "Entered: {0}");
    public static readonly Text Follow = new("另行交办", "Assign what follows");
    public static readonly Text Followed = new("已另行交办 {0}", "Assigned as {0}");
    public static readonly Text FollowNote = new("将交办一件新事项，与原事项关联，目标任务为：{0}", "A new matter, linked to the closed one, with this target: {0}");
    public static readonly Text FieldDue = new("办理时限", "Due date");
    public static readonly Text Leave = new("不另交办", "Nothing follows");
    public static readonly Text LeftNow = new("已记下：不另交办", "Noted: nothing follows");
    public static readonly Text FieldWhy = new("理由", "Reason");
    public static readonly Text Earlier = new("以前的检查", "Earlier checks");
    public static readonly Text More = new("还有{0}个", "{0} more");
    public static readonly Text NotYoursToDecide = new("另行交办由组长或省委巡视办决定", "What follows is decided by the leader or the office");
    public static readonly Text SizeOutOfRange = new("请填1至{0}", "Please give 1 to {0}");
    public static readonly Text AlreadyDrawn = new("今天已抽取过，还没有查完", "A sample was drawn today and is not finished");
    public static readonly Text NoteMissing = new("请写明情况和要求", "Please say what was seen and what is asked for");
    public static readonly Text NoteTooLong = new("最多{0}字", "At most {0} characters");
    public static readonly Text DueMissing = new("请填写办理时限", "Please give the due date");
    public static readonly Text DueInPast = new("办理时限不能早于今天", "The due date cannot be before today");
    public static readonly Text DueTooFar = new("办理时限太远", "The due date is too far ahead");
    public static readonly Text Decided = new("已据此作出决定，结果不能再改", "Something followed from it: the result stays as it is");
    public static readonly Text NothingWaits = new("没有要决定的，或不到位的须另行交办", "Nothing waits here; what is not done is assigned again");
}
