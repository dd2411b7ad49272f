namespace LiaisonBot.Conversation.Features.Disclosures;

/// <summary>What is said of what is made public of sets.</summary>
public static class DisclosureTexts
{
    public static readonly Text Disclosure = new("公示", "Disclosure");
    public static readonly Text Draft = new("公示稿", "Draft to publish");
    public static readonly Text Exemption = new("免于公开", "Exemption from disclosure");
    public static readonly Text Help = new(
        "整改方案和结果在哪公开、公开到哪天；登记、确认、退回",
        "where a plan and its results are made public, and until when; register, confirm, send back");
    public static readonly Text HelpSay = new("公示 正定县 县政府网站 {0}", "disclosure Zhengding website {0}");
    public static readonly Text HelpDraft = new(
        "按办理情况起草公开稿（.docx），姓名、电话等不列入",
        "the text to publish as a draft (.docx), without names of people and their numbers");
    public static readonly Text HelpDraftSay = new("公示稿 正定县", "draft to publish Zhengding");
    public static readonly Text HelpExemption = new(
        "按列明的情形申请免于公开，由省委巡视办决定",
        "ask, for a listed reason, that something is not made public; the office decides");
    public static readonly Text HelpExemptionSay = new("免于公开 正定县", "exemption from disclosure Zhengding");

    public static readonly Text Title = new("公开情况 · {0}（{1}）", "Disclosure · {0} ({1})");
    public static readonly Text NotFound = new("没有您可以查看的这一批整改", "There is no such set for you");
    public static readonly Text None = new("没有您可以查看的整改批次。", "There is no rectification set for you to see.");
    public static readonly Text Which = new("哪一批整改？", "Which set?");
    public static readonly Text Choice = new("{0}　{1}反馈　{2}", "{0}, feedback of {1}, {2}");
    public static readonly Text ListTitle = new("公开情况（{0}批）", "Disclosure ({0} sets)", "Disclosure (1 set)");


    public static readonly Text PlanNotDue = new("整改方案批准以后登记", "to be registered once the plan is approved");
    public static readonly Text ResultNotDue = new("集中整改进展报告办结以后登记", "to be registered once the report on rectification is closed");
    public static readonly Text DueBy = new("{0}，{1}", "{0}, {1}");
    public static readonly Text PublicNow = new("公开至{0}", "until {0}");
    public static readonly Text PublicOn = new("{0}公开", "on {0}");
    public static readonly Text PublicFrom = new("{0}起公开", "from {0}");
    public static readonly Text PublicOver = new("已公开期满（{0}至{1}）", "was public from {0} to {1}");
    public static readonly Text ByOn = new("{0} {1}登记", "registered {1} by {0}");
    public static readonly Text RefusedBecause = new("省委巡视办不同意免于公开：{0}", "the office did not agree to an exemption: {0}");
    public static readonly Text ExemptBecause = new("{0}：{1}", "{0}: {1}");
    public static readonly Text RuleLine = new(
        "统一要求（{0}）：{1}；{2}及以上；不少于{3}。{4}",
        "The uniform rule ({0}): by {1}; a {2} or above; at least {3}. {4}");
    public static readonly Text Days = new("{0}天", "{0} days", "1 day");
    public static readonly Text WorkingDays = new("{0}个工作日", "{0} working days", "1 working day");
    public static readonly Text Months = new("{0}个月", "{0} months", "1 month");
    public static readonly Text NotPublished = new(
        "这里只登记和提醒，不代为发布，也不打开链接。",
        "This only registers and reminds: nothing is published by it, and no link is opened.");

    public static readonly Text Register = new("登记{0}公开", "Register: {0}");
    public static readonly Text Change = new("改{0}登记", "Change: {0}");
    public static readonly Text RegisterNow = new("登记公开", "Register it");
    public static readonly Text FormTitle = new("登记公开", "Register what is made public");
    public static readonly Text FormAbout = new("{0}：{1}，{2}", "{0}: {1}, {2}");
    public static readonly Text FieldWay = new("公开方式", "Way");
    public static readonly Text FieldMedium = new("在哪公开（名称）", "Where (its name)");
    public static readonly Text FieldMediumHint = new("如 县政府网站、全县领导干部会议", "such as the county's website");
    public static readonly Text FieldLevel = new("哪一级的", "Of which level");
    public static readonly Text FieldScope = new("公开范围", "To whom");
    public static readonly Text FieldFrom = new("从哪天起", "From");
    public static readonly Text FieldUntil = new("到哪天止", "Until");
    public static readonly Text FieldReference = new("链接或文号（网站、新媒体、文件必填）", "Link or number (web, media, document)");
    public static readonly Text FieldContent = new("公开内容（可不填）", "What (optional)");
    public static readonly Text FieldContact = new("意见反馈（可不填）", "Comments (optional)");
    public static readonly Text Registered = new("已登记：{0}", "Registered: {0}");
    public static readonly Text RegisteredAll = new("已登记：{0}。已全部登记，等待确认", "Registered: {0}. All is registered, and waits to be confirmed");

    public static readonly Text AskExemption = new("申请免于公开", "Ask for an exemption");
    public static readonly Text FieldTo = new("哪一项", "Which");
    public static readonly Text FieldReason = new("免于公开的情形", "Reason of the exemption");
    public static readonly Text FieldWhy = new("具体说明", "What it is about");
    public static readonly Text ExemptionAsked = new("已申请免于公开，等省委巡视办答复", "The exemption is asked for; the office answers");
    public static readonly Text Agree = new("同意免于公开（{0}）", "Agree to the exemption ({0})");
    public static readonly Text Refuse = new("不同意免于公开（{0}）", "Do not agree ({0})");
    public static readonly Text RefuseTitle = new("不同意免于公开", "Do not agree to the exemption");
    public static readonly Text FieldRefuseWhy = new("不同意的理由", "Why not");
    public static readonly Text Agreed = new("已同意免于公开", "The exemption is agreed to");
    public static readonly Text RefusedNow = new("已答复：不同意免于公开", "Answered: it is to be made public");

    public static readonly Text Confirm = new("确认{0}已公开", "Confirm: {0}");
    public static readonly Text Confirmed = new("已确认：{0}已公开", "Confirmed: {0}");
    public static readonly Text Return = new("退回公开登记", "Send it back");
    public static readonly Text FieldReturned = new("退回哪一项（不选为全部）", "What is sent back (all, if none is ticked)");
    public static readonly Text FieldRequirement = new("哪里不符合要求", "What is not as it should be");
    public static readonly Text Returned = new("已退回{0}的公开登记", "Sent back: {0}");

    public static readonly Text DraftOf = new("公示稿：{0}", "Draft: {0}");
    public static readonly Text DraftReady = new("{0}{1}公示稿：{2}个问题", "Draft to publish, {0}, {1}; findings: {2}");
    public static readonly Text DraftHidden = new("，已隐去姓名、号码等{0}处", ", {0} names or numbers taken out", ", 1 name or number taken out");
    public static readonly Text DraftLeftOut = new("；第{0}个问题含不宜公开的内容，没有列入", "; finding {0} holds what must not be published and is left out");
    public static readonly Text DraftNote = new(
        "姓名按已知人员、职务和称谓识别，可能有遗漏，公布前请逐条核对、按规定审核。链接{0}分钟内有效，请勿转发。",
        "Names are known by the people here, by posts and by forms of address; some may be missed. Please read every line before it is published. The link works for {0} minutes; please do not share it.");
    public static readonly Text ToSet = new("返回公开情况", "Back to the disclosure");


    public static readonly Text WhyNotYours = new("公开情况由被反馈的地区登记", "What is made public is registered by its place");
    public static readonly Text WhyNotYoursToConfirm = new(
        "公开情况由省委巡视办、本组或市联络办确认、退回",
        "It is confirmed or sent back by the provincial office, the team or the city office");
    public static readonly Text WhyNotYoursToExempt = new("免于公开由省委巡视办决定", "Exemptions are decided by the provincial office");
    public static readonly Text WhyPlanNotYet = new(
        "整改方案还没有批准，还不能登记公开",
        "The plan is not approved yet: nothing of it can be registered as public");
    public static readonly Text WhyResultNotYet = new(
        "集中整改进展报告还没有办结，还不能登记整改结果的公开",
        "The report on rectification is not closed yet: its results cannot be registered as public");
    public static readonly Text WhyWaits = new("已经登记，正在等待确认；要改，请先撤销报结或等退回", "It is registered and waits to be confirmed; to change it, undo the hand-in first");
    public static readonly Text WhyConfirmed = new("已经确认过了，不用再登记", "It was confirmed already: nothing is left to do");
    public static readonly Text WhyWithdrawn = new("这个节点已经撤回，不用公开", "This step was withdrawn: nothing has to be made public");
    public static readonly Text WhyNotOfRule = new("统一要求里没有这一项", "The uniform rule does not ask for this");
    public static readonly Text WhyExempt = new("这一项已申请或同意免于公开", "An exemption of it is asked for or agreed to");
    public static readonly Text WhyMeanwhile = new(
        "{0}刚刚登记了：{1}。您填的还在这里，请核对后再提交",
        "{0} registered it just now: {1}. What you filled in still stands here; please compare and send it again");
    public static readonly Text WhyWay = new("统一要求的方式：{0}", "By the uniform rule: {0}");
    public static readonly Text WhyLevel = new("至少要在{0}媒体上公开", "It has to be of the level of a {0} at least");
    public static readonly Text WhyBeforePlan = new("不能早于整改方案批准的日期（{0}）", "Not before the plan was approved ({0})");
    public static readonly Text WhyBeforeReport = new("不能早于集中整改进展报告办结的日期（{0}）", "Not before the report on rectification was closed ({0})");
    public static readonly Text WhyUntilBefore = new("止日不能早于起日（{0}）", "The last day cannot be before the first ({0})");
    public static readonly Text WhyTooShort = new("公开时间太短，至少要到{0}", "That is too short: until {0} at least");
    public static readonly Text WhyTooFarAhead = new("起日太远，最多提前{0}天登记", "At most {0} days ahead");
    public static readonly Text WhyTooLong = new("止日太远，最多{0}天", "At most {0} days");
    public static readonly Text WhyUnknownReason = new("只能按列明的情形：{0}", "Only for one of these reasons: {0}");
    public static readonly Text WhyNothingAsked = new("没有等待答复的免于公开申请", "No exemption waits for an answer");
    public static readonly Text WhyExemptionWaits = new("免于公开的申请还没有答复，省委巡视办答复以后再办", "An exemption waits for the office: go on after that");
    public static readonly Text WhyNotRegistered = new("还没有登记全，没有可确认或退回的", "It is not registered whole yet: there is nothing to confirm or send back");
    public static readonly Text WhyNotPublicYet = new("{0}才开始公开，公开以后再确认", "It is public from {0}: confirm it then");
    public static readonly Text WhyOwnWork = new("不能确认自己登记的", "Nobody confirms what they registered themselves");
}
