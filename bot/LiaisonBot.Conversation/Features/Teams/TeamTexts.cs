namespace LiaisonBot.Conversation.Features.Teams;

/// <summary>What is said of teams.</summary>
public static class TeamTexts
{
    public static readonly Text Teams = new("队伍", "Teams");
    public static readonly Text Help = new(
        "各巡视组人员、岗位、任期、回避、培训",
        "who is in each team, posts, days, recusals, trainings");
    public static readonly Text ListTitle = new("巡视组队伍", "Teams");
    public static readonly Text ListEmpty = new("没有登记巡视组人员。", "Nobody is entered in a team.");
    public static readonly Text TeamLine = new("{0}人", "{0} people");
    public static readonly Text None = new("{0}没有登记人员。", "Nobody is entered in {0}.");
    public static readonly Text Vacant = new("空缺岗位", "Posts nobody holds");
    public static readonly Text NoVacancy = new("无", "none");
    public static readonly Text Group = new("第{0}小组", "group {0}");
    public static readonly Text HomeUnit = new("单位：{0}", "from {0}");
    public static readonly Text Recused = new("回避：{0}", "recused from {0}");
    public static readonly Text Clash = new("⚠ 与安排冲突：{0}", "⚠ clashes with the plan: {0}");
    public static readonly Text LastTraining = new("最近培训：{0}", "last training: {0}");
    public static readonly Text NoTraining = new("没有培训记录", "no training yet");
    public static readonly Text Edit = new("单位、小组、回避", "Unit, group, recusals");
    public static readonly Text EditTitle = new("单位、小组和回避", "Unit, group and recusals");
    public static readonly Text FieldHomeUnit = new("所属单位（可不填）", "Home unit (may be left out)");
    public static readonly Text FieldGroup = new("小组（可不填）", "Group (may be left out)");
    public static readonly Text FieldPlaces = new("回避的地区（不写原因，可不填）", "Places of recusal (no reasons; may be left out)");
    public static readonly Text PlacesHint = new("正定县、长安区", "Zhengding, Chang'an");
    public static readonly Text WrongPlace = new("没有读懂：{0}", "Not understood: {0}");
    public static readonly Text Saved = new("已更新：{0}", "Updated: {0}");
    public static readonly Text Training = new("培训", "Trainings");
    public static readonly Text TrainingTitle = new("登记培训", "Enter a training");
    public static readonly Text FieldDay = new("培训日期", "Day of the training");
    public static readonly Text FieldSubject = new("培训内容", "Subject of the training");
    public static readonly Text FieldPresent = new("参加人员", "Who was there");
    public static readonly Text TrainingSaved = new("已登记培训：{0} {1}，{2}人", "Training entered: {0} {1}, attended by {2}");
    public static readonly Text TrainingLine = new("{0} {1}（{2}人）", "{0} {1} (attended by {2})");
    public static readonly Text NoTrainings = new("还没有登记培训。", "No training is entered yet.");
    public static readonly Text NotYours = new("只能查看本组的队伍", "Only your own team can be looked at");
    public static readonly Text RecusalNobody = new(
        "队伍里没有找到这个人。请写登记的姓名，如 回避 姓名 地区；或在“队伍”里点“单位、小组、回避”。",
        "Nobody of that name is in a team. Please use the name as it is entered, or press “Unit, group, recusals” in the team.");
    public static readonly Text KeepsAway = new("{0}：回避{1}", "{0}: keeps away from {1}");
    public static readonly Text NobodyKeepsAway = new("没有登记回避的人。", "Nobody is entered who keeps away.");
    public static readonly Text NotFound = new("没有这个人，可能已被移除。", "There is no such person; they may have been removed.");
}
