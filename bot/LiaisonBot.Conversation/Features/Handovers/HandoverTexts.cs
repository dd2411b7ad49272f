namespace LiaisonBot.Conversation.Features.Handovers;

/// <summary>What is said of handovers.</summary>
public static class HandoverTexts
{
    public static readonly Text Handover = new("交接", "Handover");
    public static readonly Text Help = new(
        "巡视组轮换时，把未结事项交给下一组：两位组长签字，省委巡视办确认",
        "when teams rotate, what is open passes to the next team: both leaders sign, the provincial office confirms");
    public static readonly Text HelpSay = new("交接 石家庄 第1组 → 第3组", "handover Shijiazhuang team 1 to team 3");
    public static readonly Text ListTitle = new("巡视组交接", "Handovers between teams");
    public static readonly Text ListEmpty = new("没有进行中的交接。", "No handover is under way.");
    public static readonly Text New = new("发起交接", "Start a handover");
    public static readonly Text FieldCity = new("设区市", "City");
    public static readonly Text FieldFrom = new("交出的巡视组（序号）", "Team that hands over (number)");
    public static readonly Text FieldTo = new("接收的巡视组（序号）", "Team that takes over (number)");
    public static readonly Text FieldOn = new("交接日（接收组第一天，可不填）", "First day of the next team (may be left out)");
    public static readonly Text FieldReason = new("交接说明", "Reason for it");
    public static readonly Text Name = new("{0} {1} → {2}", "{0}: {1} → {2}");
    public static readonly Text NameNoTaker = new("{0} {1} → 待定", "{0}: {1} → not named yet");
    public static readonly Text Day = new("交接日 {0}", "Handover day: {0}");
    public static readonly Text StateNeeded = new("待发起", "to be started");
    public static readonly Text StateOpen = new("待组长签字", "to be signed");
    public static readonly Text StateSigned = new("待确认", "to be confirmed");
    public static readonly Text StateConfirmed = new("已确认", "confirmed");
    public static readonly Text StateDone = new("已完成", "done");
    public static readonly Text StateCancelled = new("已取消", "called off");
    public static readonly Text FactOpen = new("未结事项", "Open matters");
    public static readonly Text OpenCounts = new(
        "{0}件：待审核{1}，申请待答复{2}，已超期{3}，退回过{4}",
        "{0}: {1} to review, {2} requests to answer, {3} overdue, {4} returned before");
    public static readonly Text FactVisits = new("交接日后本组的安排", "Visits of the team after that day");
    public static readonly Text FactSealed = new("未办结密件（另行当面交接）", "Open sealed records (hand over in person)");
    public static readonly Text FactSets = new("整改批次（节点、公开、检查随之移交）", "Rectification sets, with their steps");
    public static readonly Text Items = new("{0}项", "{0}");
    public static readonly Text FactGiven = new("交出方签字", "Signed by the team that hands over");
    public static readonly Text FactTaken = new("接收方签字", "Signed by the team that takes over");
    public static readonly Text FactConfirmed = new("省委巡视办确认", "Confirmed by the provincial office");
    public static readonly Text FactReason = new("备注", "Remark");
    public static readonly Text FactMoved = new("已移交", "Passed");
    public static readonly Text MovedCount = new("{0}件", "{0} matters");
    public static readonly Text NotYet = new("未签", "not yet");
    public static readonly Text NotConfirmedYet = new("未确认", "not yet");
    public static readonly Text SignedAt = new("{0}  {1}", "{0}, {1}");
    public static readonly Text ListOf = new("移交的事项", "What passes");
    public static readonly Text More = new("另有{0}件", "and {0} more");
    public static readonly Text MatterLine = new("{0} {1}（{2}，{3}）", "{0} {1} ({2}, {3})");
    public static readonly Text Sign = new("签字交接", "Sign the handover");
    public static readonly Text Confirm = new("确认交接", "Confirm");
    public static readonly Text ConfirmTitle = new(
        "还缺签字。没有签字也要确认的，请写明原因：",
        "A signature is missing. To confirm without it, say why:");
    public static readonly Text Cancel = new("取消交接", "Call off");
    public static readonly Text AfterThat = new(
        "确认后，{0}起未结事项由{1}审核，每件都有交接记录；已办结的交出方仍可查看。",
        "Once confirmed, {1} reviews the open matters from {0} on, each with an entry in its history; the other team goes on reading what it closed.");
    public static readonly Text Opened = new("已发起交接：{0}", "Handover started: {0}");
    public static readonly Text StandsAlready = new("这项交接已经有了：{0}", "This handover stands already: {0}");
    public static readonly Text Signed = new("已签字：{0}", "Signed: {0}");
    public static readonly Text SignedBefore = new("已经签过了：{0}", "You had signed already: {0}");
    public static readonly Text ConfirmedNow = new("已确认，{0}起移交：{1}", "Confirmed, the matters pass on {0}: {1}");
    public static readonly Text CancelledNow = new("已取消交接：{0}", "Called off: {0}");
    public static readonly Text NotFound = new("没有这项交接。", "There is no such handover.");

    public static readonly Text NewsToSign = new("请核对并签字：{0}交接，{1}", "Please check and sign: handover {0}, {1}");
    public static readonly Text NewsToConfirm = new("双方已签字，请确认：{0}交接，{1}", "Both have signed, please confirm: handover {0}, {1}");
    public static readonly Text NewsConfirmed = new("省委巡视办已确认：{0}交接，{1}起移交", "Confirmed: handover {0}, the matters pass on {1}");
    public static readonly Text NewsDone = new("交接完成：{0}，移交{1}件", "Handover done: {0}, {1} matters passed");
    public static readonly Text NewsCancelled = new("交接已取消：{0}，原因：{1}", "Handover called off: {0}. Reason: {1}");
    public static readonly Text NewsNeeded = new(
        "{0}：{1}起没有组长审核未结事项，请发起交接，或登记组长任期",
        "{0}: from {1} on nobody leads the team that reviews its open matters. Please start a handover, or enter a leader");
    public static readonly Text NewsNear = new("{0}交接还没有办完（{1}）：{2}", "Handover {0} is not complete ({1}): {2}");
    public static readonly Text MissingSignature = new("等待组长签字", "a leader has to sign");
    public static readonly Text MissingConfirmation = new("等待省委巡视办确认", "the provincial office has to confirm");

    public static readonly Text NotAllowed = new(
        "交接由两组组长签字、省委巡视办确认",
        "The leaders of the two teams sign a handover, the provincial office confirms it");
    public static readonly Text CityMissing = new("请选择一个设区市", "Please choose a city");
    public static readonly Text TeamMissing = new("请填写交出和接收的巡视组序号（1至{0}）", "Please enter the numbers of both teams (1 to {0})");
    public static readonly Text ToItself = new("不能交接给本组", "A team cannot hand over to itself");
    public static readonly Text DoesNotCome = new(
        "接收的组没有到这里的安排，也没有登记人员。请先登记安排或组长任期",
        "The team that takes over has no visit here and nobody entered. Please enter a visit or its leader first");
    public static readonly Text NoLeader = new(
        "接收的组从那天起没有组长。请先登记组长任期，否则事项无人审核",
        "The team that takes over has no leader from that day on. Please enter one first, or nobody could review");
    public static readonly Text DayOutOfRange = new("交接日太早或太远", "The day is too long ago or too far away");
    public static readonly Text UnderWay = new("这个组在这里已有交接在办理", "A handover of this team is under way here");
    public static readonly Text AlreadyDone = new("已经交接过了", "It has been handed over");
    public static readonly Text AlreadyConfirmed = new("已经确认，到交接日自动移交", "It is confirmed: the matters pass by themselves on the day");
    public static readonly Text WasCancelled = new("这项交接已取消，可以重新发起", "This handover was called off; a new one can be started");
    public static readonly Text AlreadySigned = new("您这一方已经签过字了", "Your side has signed");
    public static readonly Text SignedForTheOther = new("同一个人不能代双方签字", "Nobody signs for both sides");
    public static readonly Text SignaturesMissing = new("还缺签字；没有签字也要确认的，请写明原因", "A signature is missing; to confirm without it, say why");
    public static readonly Text ReasonMissing = new("请写明原因", "Please say why");
    public static readonly Text ReasonTooLong = new("原因太长，最多{0}字", "The reason is too long: at most {0} characters");
}
