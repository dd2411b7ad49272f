namespace LiaisonBot.Conversation.Features.Sets;

public static class SetTexts
{
    public static readonly Text Feedback = new("反馈问题", "Feedback");
    public static readonly Text Rectification = new("整改", "Rectification");
    public static readonly Text HelpFeedback = new("下发巡视反馈：一张表，一个批次", "give a feedback: one table becomes one set");
    public static readonly Text HelpFeedbackSay = new("反馈 正定县 {0}", "feedback Zhengding {0}");
    public static readonly Text HelpSets = new("一批整改办到哪了、谁的下一步", "how far a rectification is, and whose step is next");
    public static readonly Text HelpSetsSay = new("整改 正定县", "rectification Zhengding");
    public static readonly Text NotYours = new(
        "下发巡视反馈的是巡视办和本组组长。",
        "Feedbacks are given by the inspection office and by the leader of the team.");
    public static readonly Text FormTitle = new("下发巡视反馈", "Give a feedback");
    public static readonly Text FormHow = new(
        "把反馈问题表（.xlsx、.csv）发到这里，或者连表头粘贴到下面。先检查、给您看，您点一下才下发；县里只收到一条消息，签收一次。",
        "Send the table of findings (.xlsx, .csv) here, or paste it with its headings below. It is checked and shown first and given out when you press; the place gets one message and signs once.");
    public static readonly Text FieldPlace = new("被反馈地区", "Place");
    public static readonly Text FieldOn = new("反馈日期", "Day of the feedback");
    public static readonly Text FieldRows = new("反馈问题（从 Excel 粘贴，含表头）", "Findings (pasted from Excel, with the headings)");
    public static readonly Text FieldRowsHint = new(
        "序号  反馈问题  整改目标  责任领导  责任部门  完成时限 ……",
        "No.  Findings  Goal  Responsible post  Department  Complete by …");
    public static readonly Text Check = new("检查反馈表", "Check the table");
    public static readonly Text WhichPlace = new(
        "没有看懂“{0}”是哪个地方，请写全称",
        "Which place “{0}” is was not understood; please write its full name");
    public static readonly Text PlaceIsAnother = new(
        "您说的是{0}，表里写的是{1}。请核对后只留一个。",
        "You said {0}, and the table says {1}. Please check, and keep one of them.");
    public static readonly Text CheckTitle = new(
        "检查无误：{0}个问题待下发",
        "All right: {0} findings to be given out",
        "All right: 1 finding to be given out");
    public static readonly Text ByTrack = new("整改类别", "By track");
    public static readonly Text Count = new("{0}{1}个", "{1} {0}");
    public static readonly Text Dues = new("时限", "Dates");
    public static readonly Text DuesFromTo = new("{0}至{1}", "{0} to {1}");
    public static readonly Text DuesByPlan = new("{0}个由整改方案定", "{0} by the rectification plan");
    public static readonly Text OneMessage = new(
        "下发后{0}只收到一条消息，签收一次。",
        "{0} then gets one message, and signs once.");
    public static readonly Text FirstFindings = new("开头几条", "The first findings");
    public static readonly Text Open = new("下发{0}个问题", "Give out {0} findings", "Give out 1 finding");
    public static readonly Text Gone = new(
        "这张表放得太久，已经不在了。请再发一次。",
        "The table has waited too long and is gone. Please send it again.");
    public static readonly Text Already = new(
        "这些问题已经反馈给{0}了：{1}，{2}反馈。没有重复下发。",
        "These findings were given to {0} already: {1}, feedback of {2}. Nothing was given out twice.");
    public static readonly Text Opened = new(
        "已下发给{0}：{1}，{2}个问题。",
        "Given to {0}: {1}. Findings: {2}.");
    public static readonly Text OpenedBefore = new("这一批已经下发过：{0}。", "This set was given out before: {0}.");
    public static readonly Text StepNear = new("{0}：{1}，{3}前（{2}）", "{0}: {1}, by {3} ({2})");
    public static readonly Text TeamStepBy = new("{0}前，本组办理", "by {0}, done by the team");
    public static readonly Text NewsUnreached = new(
        "{1}（{0}）：消息送不到{2}，请电话联系或者核对人员。",
        "{1} ({0}): messages do not reach {2}; please telephone, or check who is entered.");
    public static readonly Text NotYoursThere = new(
        "不能由您给{0}下发反馈：由巡视办和驻当地的本组组长下发，您应回避的地区除外。",
        "You cannot give a feedback to {0}: the inspection office does, and the leader of the city's team, but not to places that they keep away from.");
    public static readonly Text NotFound = new("没有找到{0}。", "There is no {0}.");
    public static readonly Text NoSets = new("{0}没有整改批次。", "There is no rectification set of {0}.");
    public static readonly Text NoSetsOfYours = new("您这里没有整改批次。", "There is no rectification set of yours.");
    public static readonly Text ListTitle = new("整改批次（{0}批）", "Rectification sets ({0})");
    public static readonly Text SetTitle = new("{0} · {1}", "{0} · {1}");
    public static readonly Text FeedbackOf = new("{0}反馈 · {1}个问题", "Feedback of {0} · findings: {1}");
    public static readonly Text FoundIn = new("{0} · 自查出{1}个问题", "{0} · found by the place itself: {1}");
    public static readonly Text PartAlone = new(
        "这里只有移交给您或立项督办的问题。",
        "Here are the findings alone that were referred to you or are docketed.");
    public static readonly Text Making = new(
        "正在建立各问题的事项（{0}/{1}），稍后再看。",
        "The matters of its findings are being made ({0} of {1}); please look again soon.");
    public static readonly Text Percent = new("已整改 {0}/{1}（{2}%）", "Put right: {0} of {1} ({2}%)");
    public static readonly Text Figures = new("应整改{0}个　已整改{1}个　完成率{2}%", "To be put right: {0}. Put right: {1}. That is {2}%");
    public static readonly Text Done = new("已销号", "closed");
    public static readonly Text Standing = new("长期坚持", "standing");
    public static readonly Text InReview = new("待审核", "in review");
    public static readonly Text Working = new("整改中", "being put right");
    public static readonly Text Overdue = new("已逾期", "overdue");
    public static readonly Text TakenOut = new("已减少", "taken out");
    public static readonly Text NextPlace = new("{0}（{1}个）", "{0} ({1})");
    public static readonly Text NextTeam = new("巡视组审核（{0}个）", "the team's review ({0})");
    public static readonly Text Next = new("下一步", "Next");
    public static readonly Text NextStep = new("下一个节点", "Next dated step");
    public static readonly Text StepBy = new("{0}，{1}", "{0}, {1}");
    public static readonly Text Disclosed = new("公开", "Disclosure");
    public static readonly Text NearestDue = new("最近到期", "Due next");
    public static readonly Text AllFindings = new("问题清单", "Findings");
    public static readonly Text FindingsOf = new("{0} {1}：问题{2}个", "Findings of {0} {1}: {2}");
    public static readonly Text Register = new("整改台账（.xlsx）", "Register (.xlsx)");
    public static readonly Text RegisterReady = new("{0}的整改台账", "Register of rectification of {0}");
    public static readonly Text Add = new("增加问题", "Add a finding");
    public static readonly Text Remove = new("减少问题", "Take a finding out");
    public static readonly Text FieldWhyAdd = new("为什么增加", "Why it is added");
    public static readonly Text FieldWhyRemove = new("为什么减少", "Why it is taken out");
    public static readonly Text FieldWhich = new("第几个问题（序号）", "Which finding (its number)");
    public static readonly Text FieldProblem = new("问题内容", "The finding");
    public static readonly Text FieldGoal = new("要达到的整改目标", "Its goal");
    public static readonly Text FieldTrack = new("按哪类整改", "Its track");
    public static readonly Text FieldTopic = new("是哪类问题（可不填）", "Its topic (may be left out)");
    public static readonly Text FieldDue = new("什么时候前完成（可不填）", "By when (may be left out)");
    public static readonly Text FieldAcceptance = new("怎样算整改到位（可不填）", "Acceptance standard (may be left out)");
    public static readonly Text NoDate = new("“{0}”看不懂，请写成 {1}", "“{0}” is no date that can be read; for example {1}");
    public static readonly Text AddNow = new("增加这个问题", "Add it");
    public static readonly Text RemoveNow = new("减少这个问题", "Take it out");
    public static readonly Text Added = new("已增加第{0}个问题，并已告诉{1}。", "Finding {0} was added, and {1} is told.");
    public static readonly Text Removed = new("已减少第{0}个问题。", "Finding {0} was taken out.");
    public static readonly Text NoSuchFinding = new("这一批没有第“{0}”个问题（共{1}个）", "There is no finding “{0}” in this set (it has {1})");
    public static readonly Text IsOutAlready = new("这个问题已经减少了", "This finding was taken out already");
    public static readonly Text IsClosed = new("这个问题已经销号，不能再减少", "This finding is closed and cannot be taken out");
    public static readonly Text SetFull = new("一批最多{0}个问题", "A set has at most {0} findings");
    public static readonly Text DueInPast = new("时限已经过去（{0}）", "The date has passed ({0})");
    public static readonly Text DueTooFar = new("时限太远，最多{0}天", "The date is too far ahead: at most {0} days");
    public static readonly Text DayOutOfRange = new(
        "反馈日期应在一年前到一个月后之间",
        "The day of the feedback lies at most a year back and a month ahead");
    public static readonly Text FactFinding = new("第{0}个问题", "Finding {0}");
}
