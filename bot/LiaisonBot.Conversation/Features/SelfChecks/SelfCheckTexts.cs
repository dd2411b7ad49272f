namespace LiaisonBot.Conversation.Features.SelfChecks;

/// <summary>What is said of self-checks.</summary>
public static class SelfCheckTexts
{
    public static readonly Text SelfCheck = new("举一反三", "Self-check");
    public static readonly Text Help = new(
        "请其他地方自查有没有同样的问题：不存在、已改或计划整改，只有计划整改的才成为事项",
        "ask other places whether they have the same fault; only a plan to mend it becomes a matter");
    public static readonly Text HelpAnswer = new("要自查答复的问题", "self-checks that your place is to answer");
    public static readonly Text HelpSay = new("举一反三 全市各县", "self-check all counties");
    public static readonly Text ListTitle = new("举一反三自查", "Self-checks");
    public static readonly Text ListEmpty = new("没有自查。", "There are no self-checks.");
    public static readonly Text NotYours = new("由省委巡视办、驻当地的巡视组组长和市联络办（对所辖县）布置自查", "The office, the leader of the city's team and a city office for its counties ask for self-checks");
    public static readonly Text NotYoursThere = new(
        "这些地方不归您布置自查：{0}（由省委巡视办、驻当地的巡视组组长和市联络办布置，您应回避的地区除外）",
        "These are not yours to ask: {0} (the office, the leader of the city's team and a city office ask, but not places that they keep away from)");
    public static readonly Text NotFound = new("没有这项自查，可能已不归您查看", "There is no such self-check for you");
    public static readonly Text New = new("布置自查", "Ask for a self-check");
    public static readonly Text FieldProblem = new("自查什么问题", "What to look for");
    public static readonly Text FieldPlaces = new("哪些地方（全市各县、长安区、正定县）", "Places (all counties; Chang'an, Zhengding)");
    public static readonly Text AllOfCity = new("{0}各县", "all counties of {0}");
    public static readonly Text FieldDue = new("答复时限（不填为10个工作日）", "To be answered by (10 working days when left out)");
    public static readonly Text FieldTopic = new("问题类型（可不填）", "Topic (may be left out)");
    public static readonly Text NoTopic = new("不选", "none");
    public static readonly Text Change = new("改一改", "Change");
    public static readonly Text Look = new("看看会问到谁", "See who is asked");
    public static readonly Text Send = new("发出", "Send");
    public static readonly Text WillAsk = new("将请{0}个地方自查，{1}前答复：{2}", "{0} places are asked, to be answered by {1}: {2}", "1 place is asked, to answer by {1}: {2}");
    public static readonly Text Cost = new(
        "每个地方多一件要答复的事，到期前最多提醒{0}次。近四周这些地方平均每周已有{1}次要求。",
        "Each place has one thing more to answer, and up to {0} reminders before its day. Average of asks a week at these places in the last four weeks: {1}.");
    public static readonly Text WillLeaveOut = new("半年内答复过或正在答复同样问题、不再问的：{0}", "Not asked, since they answered the same within half a year or are asked now: {0}");
    public static readonly Text More = new("等{0}个", " … ({0} in all)");
    public static readonly Text UnansweredTitle = new("自查还没答复的地方", "Places that have not answered a self-check");
    public static readonly Text AllAnswered = new("都答复了。", "All of them have answered.");
    public static readonly Text Waiting = new("问了{0}个地方，{1}个没答复：{2}", "{0} places were asked; not answered by {1}: {2}", "1 place was asked; not answered by {1}: {2}");
    public static readonly Text MoreOpen = new("还有{0}项自查没答复完", "{0} more self-checks wait for answers", "1 more self-check waits for answers");
    public static readonly Text MorePlaces = new("还有{0}个地方", "{0} more places", "1 more place");
    public static readonly Text Sent = new("已请{0}个地方自查", "{0} places were asked", "1 place was asked");
    public static readonly Text SentBefore = new("已经发出过了", "It had been sent before");
    public static readonly Text News = new("{0}请您自查：{1}（{2}前答复）", "{0} asks whether you have this too: {1} (answer by {2})");
    public static readonly Text Reminder = new("自查待答复：{0}（{1}前）", "Self-check to be answered: {0} (by {1})");
    public static readonly Text Unreached = new("自查“{0}”：{1}无法送达", "Self-check “{0}”: {1} cannot be reached");
    public static readonly Text AnswerNone = new("不存在", "We have none");
    public static readonly Text AnswerMended = new("存在，已改", "We had, and mended it");
    public static readonly Text AnswerPlanned = new("存在，计划整改", "We have, and plan to mend it");
    public static readonly Text StateAsked = new("待答复", "not answered");
    public static readonly Text FieldNote = new("说明（可不填）", "Note (may be left out)");
    public static readonly Text FieldUntil = new("计划整改到位的日期", "Mended by");
    public static readonly Text Answered = new("已答复：{0}", "Answered: {0}");
    public static readonly Text BecameMatter = new("已列为事项 {0}，{1}前报结", "It is matter {0} now, due {1}");
    public static readonly Text AskedBy = new("{0}  {1}  {2}前答复", "{0}, {1}, to be answered by {2}");
    public static readonly Text Counts = new(
        "{0}个地方：不存在{1}，已改{2}，计划整改{3}，待答复{4}",
        "{0} places: none {1}, mended {2}, planned {3}, not answered {4}",
        "1 place: none {1}, mended {2}, planned {3}, not answered {4}");
    public static readonly Text Line = new("{0}  {1}", "{0}  {1}");
    public static readonly Text DefaultProblem = new("是否存在“{0}”方面的问题", "Is there any fault of “{0}”?");

    public static readonly Text ProblemMissing = new("请写明自查什么问题", "Please say what to look for");
    public static readonly Text TextTooLong = new("最多{0}字", "At most {0} characters");
    public static readonly Text PlacesMissing = new("请写明哪些地方", "Please name the places");
    public static readonly Text NotAPlace = new("没有读懂“{0}”是哪里", "“{0}” is no place that I know");
    public static readonly Text NobodyLeft = new("这些地方半年内都答复过同样的问题，或正在答复，不用再问", "All of these places answered the same within half a year, or are asked now");
    public static readonly Text UnknownTopic = new("清单里没有这个问题类型", "There is no such topic");
    public static readonly Text DueInPast = new("日期不能早于今天", "The day cannot be before today");
    public static readonly Text DueTooFar = new("日期太远", "The day is too far ahead");
    public static readonly Text DueMissing = new("请填写日期", "Please give the day");
    public static readonly Text AlreadyAnswered = new("已经答复过了", "It was answered already");
    public static readonly Text AnswerNotAllowed = new("由被问到的地方答复", "The place that was asked answers");
}
