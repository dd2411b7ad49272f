namespace LiaisonBot.Conversation.Features.Spoken;

/// <summary>What answers to sentences say, in both languages.</summary>
internal static class SpokenTexts
{
    public static readonly Text NoRanking = new(
        "机器人不做排名：按规定不按活跃度或进度给地区和人排名次、通报。可以看台账中各地的数字（按行政区划顺序），说“各市逾期情况”“各县还剩几件”。",
        "There is no ranking here: the rules on relieving the grass roots forbid to rank places or people. You can see the figures by place, in the order of their codes.");
    public static readonly Text ListTitle = new("{0}的有{1}项。", "{0}: {1}.");
    public static readonly Text WhichOne = new("问的是哪一项？", "Which matter do you mean?");
    public static readonly Text ListNone = new("没有“{0}”的事项。", "There is none now: {0}.");
    public static readonly Text OfRectification = new("整改问题、", "findings to rectify, ");
    public static readonly Text AllOfThem = new("全部（含已办结）", "all, closed ones too");
    public static readonly Text InReview = new("已报结待审核", "waiting for review");
    public static readonly Text OverdueBy = new("{0}天以上", "by {0} days or more", "by a day or more");
    public static readonly Text NotHandedIn = new("还没报结", "not handed in yet");
    public static readonly Text OnLedger = new("挂账或立项督办", "on the supervision ledger");
    public static readonly Text Docketed = new("立项督办", "docketed");
    public static readonly Text Closed = new("办结", "closed");
    public static readonly Text Referred = new("移交部门", "referred to a department");
    public static readonly Text ExtensionAsked = new("申请延期待答复", "waiting for more time");
    public static readonly Text PassedOn = new("转办", "passed on");
    public static readonly Text InCounties = new("县级", "in the counties");
    public static readonly Text OwnLevel = new("本级", "of one's own level");
    public static readonly Text DueIn = new("{0}到期", "due {0}");
    public static readonly Text DueSoon = new("七天内到期", "due within seven days");
    public static readonly Text UpTo = new("{0}前", "until {0}");
    public static readonly Text FromTo = new("{0}至{1}", "{0} to {1}");
    public static readonly Text Except = new("{1}（除{0}外）", "{1} (except {0})");
    public static readonly Text Waits = new(
        "等您审核或答复的有{0}项。",
        "{0} wait for your decision.",
        "One waits for your decision.");
    public static readonly Text NothingWaits = new("没有等您审核或答复的事项。", "Nothing waits for your decision.");
    public static readonly Text TakenTimes = new("{0}共{1}次，涉及{2}项。", "{0}: {1} times, in {2} matters.");
    public static readonly Text TakenNone = new("{0}：一次也没有。", "{0}: not once.");
    public static readonly Text Changed = new("{0}有变动", "changed {0}");
    public static readonly Text SilentOrUnsigned = new("{0}没有反馈进展或还没签收", "without a report of progress {0}, or not signed for");
    public static readonly Text Silent = new("{0}没有反馈进展", "without a report of progress {0}");
    public static readonly Text TooManyToCount = new(
        "事项超过{0}项，这样数不过来。请加上地方或时间，或看台账。",
        "There are more than {0} matters to count. Please name a place, or see the register.");
    public static readonly Text Rates = new(
        "共{0}项，已签收{1}项，已办结{2}项。只说数字，不排名。",
        "{0} matters: {1} signed for, {2} closed. Figures alone, no ranking.");
    public static readonly Text TitlesFound = new("名称里有“{0}”的有{1}项。", "“{0}” is in {1} titles.");
    public static readonly Text NoStepOfASet = new(
        "没有办理：一批问题逐项办，请打开其中的问题，或用下面的按钮。",
        "Nothing was done: findings are dealt with one by one. Open one of them, or use the buttons below.");

    public static readonly Text NothingDone = new(
        "好的，先不办：“{0}”。",
        "All right, that waits: “{0}”.");
    public static readonly Text YoursToDecide = new("这要您来定，我不替您办。打开那一项，能办的步骤都在卡片上。", "That is for you to decide; I do nothing for you here. Open the matter: its card has what can be done.");
    public static readonly Text Hoped = new("但愿如此，盼着早日办成。", "Let us hope so.");
    public static readonly Text HopedOf = new("但愿如此，盼着早日办成。目前：{0}", "Let us hope so. So far: {0}");
    public static readonly Text StepWaits = new("好的，先不{0}。", "All right, not now: {0}.");
    public static readonly Text ItWaits = new("好的，先放着。", "All right, that waits.");
    public static readonly Text WaitsStill = new("{0}目前还是“{1}”。", "{0} It is still “{1}”.");
    public static readonly Text NothingDoneOnly = new(
        "什么都没有办理：“{0}”。要办时点下面的按钮就行。",
        "Nothing was done: “{0}”. Press a button below when you want it.");
    public static readonly Text OnlyShown = new("{0}（只是查看，什么都没有办理。）", "{0} (Only shown: nothing was done.)");

    public static readonly Text WaitsForDecision = new("等审核或答复", "waiting for a decision");
    public static readonly Text ReviewedBy = new("{0}由这里审核、答复：", "Who reviews and decides on {0}:");
    public static readonly Text NothingToSign = new(
        "这一批没有等您签收的。",
        "Nothing of this set is to be signed for by you.");
    public static readonly Text MayHere = new("{1}您可以{0}。", "You may do that for {1}: {0}.");
    public static readonly Text MayNotHere = new("{1}您不能{0}，由交办方决定。", "You may not do that for {1}: {0}. Those who assigned it decide.");
    public static readonly Text May = new("您的角色可以{0}。", "Your role may do that: {0}.");
    public static readonly Text MayNot = new("您的角色不能{0}。", "Your role may not do that: {0}.");
    public static readonly Text FirstTime = new("是第一次，此前没有过。{0}", "Yes, the first and only time. {0}");
    public static readonly Text NotFirstTime = new("不是第一次：{0}过{1}次，最近一次：{2}", "Not the first time: {0}, {1} times; the last: {2}");
    public static readonly Text NotAnswered = new("还没有答复。{0}", "Not answered so far. {0}");
    public static readonly Text PleaseAnswerExtension = new("延期申请还在等答复，请尽快定一下。", "The request for more time is waiting for an answer. Please decide it soon.");

    public static readonly Text RequestStays = new(
        "延期申请送出以后，您这边不能撤回；可以这样告诉审核的人，由他们不批准，时限就不变。",
        "A request for more time cannot be taken back by you once it is out. Tell those who decide it: when they refuse it, the due date stays.");

    public static readonly Text SupervisedInstead = new(
        "移交只能交给省直部门，省委督查室不在其中；要督查室跟着办，用挂账督办或者立项督办。",
        "A matter is referred to a department of the province, and the supervision office is none. It follows what is on the supervision ledger or docketed.");

    public static readonly Text PleaseAnswer = new("还在等您答复，请尽快。", "This is waiting for your answer. Please answer it soon.");

    public static readonly Text PleaseReview = new("已经报结，请尽快审核。", "It has been handed in. Please review it soon.");

    public static readonly Text PleaseAnswerQuestion = new("提的问题还在等答复，请尽快答复。", "The question is waiting for an answer. Please answer it soon.");

    public static readonly Text YoursIsAPart = new("{0}由市里负责，转给您的是其中的{1}。", "{0} itself is the city's; yours is {1}, a part of it.");

    public static readonly Text WhoIsThere = new("谁负责", "who is responsible");

    public static readonly Text NoMoreWritten = new("这一点{0}里没有写，写的是：{1}。要问对方，点下面第一个按钮。", "{0} does not say. What it says: {1}. To ask the other side, press the first button below.");
    public static readonly Text AskThis = new("提问：{0}", "Ask: {0}");

    public static readonly Text NoQuestionOfYours = new("没有找到您还在等答复的提问。", "No question of yours waits for an answer.");
    public static readonly Text StillInReview = new("还没有审核：已报结，等{0}办结或退回。", "Not reviewed so far: it is handed in, and waits for {0} to close or return it.");
    public static readonly Text IsReviewedBy = new("{0}由{1}审核、答复，目前是“{2}”。", "{0} is reviewed and decided on by {1}. It is “{2}”.");
    public static readonly Text OtherWaits = new("好的，{0}先放着，目前是“{1}”，什么都没有发出。", "All right: {0} waits. It is “{1}”, and nothing was sent.");
    public static readonly Text FormDayLater = new("表上的时限{0}，晚于{1}的时限{2}。", "The day in the form, {0}, is later than the due date of {1}, {2}.");
    public static readonly Text FormDayNotLater = new("表上的时限{0}，不晚于{1}的时限{2}。", "The day in the form, {0}, is not later than the due date of {1}, {2}.");
    public static readonly Text MoreTimeWaitsToo = new("另有{0}项申请延期，等您答复：{1}。", "{0} more wait for your answer to a request for more time: {1}.", "1 more waits for your answer to a request for more time: {1}.");
    public static readonly Text NobodyForYou = new("现在没有人替您办，都由您本人办。", "Nobody stands in for you now: all of it is yours.");
    public static readonly Text WhatSubstituteGets = new(
        "代办人在登记的这些天里看到您能看到的全部事项，替您签收、反馈、审核，记录里写明“代”谁；您的消息和提醒这些天发给代办人（还没打开对话时两人都发），到期自动恢复。要先登记在通讯录里，再找人代办；现在没有改动。",
        "On the days that are entered the substitute sees every matter that you see, signs, reports and reviews in your place, and the history says in whose name. Your messages and reminders go to the substitute then (to both while the substitute has not opened the chat), and come back to you by themselves afterwards. They have to be in the directory first; nothing was changed.");
    public static readonly Text NobodyForThem = new("现在没有登记谁替{0}办理；由本人或省委巡视办设代办人。", "Nobody is entered as substitute of {0}; they themselves or the provincial office name one.");
    public static readonly Text AllArrived = new(
        "您看得到的未办结事项有{0}项，最近的消息没有发不出去的。全部消息的投递情况由省委巡视办查看。",
        "Of the {0} open matters that you see, every last message has arrived or is on its way, and none failed. The office sees the delivery of all messages.");
    public static readonly Text SomeMissing = new("最近的消息还没有全部送达的有{0}项；点开看“办理记录”里是谁还没收到。", "The last message of {0} has not reached everybody; the history says who is missing.");
    public static readonly Text NothingSentThere = new("还没有给{0}发过消息。", "Nothing was sent to {0} so far.");
    public static readonly Text AReminder = new("{0}的提醒", "the reminder of {0}");
    public static readonly Text LastSentThere = new("给{0}的最近一条消息是{1}的：{2}。{3}", "The last message to {0} is of {1}: {2}. {3}");
    public static readonly Text NobodyElsewhere = new(
        "别的县不在您能看到的范围里（您看到的是{0}）：那里没有人收消息的，是还没有登记联络员，由市联络办或省委巡视办登记。可以问：",
        "Other counties are outside of what you may see (you see {0}). Where nobody gets messages, no officer is registered yet; the city office or the provincial office enters them. You can ask:");
    public static readonly Text SomebodyEverywhere = new("您看得到的地方都登记了接收人。", "Every place that you see has somebody registered.");
    public static readonly Text WhyNobody = new(
        "这{0}处还没有登记联络员，发给那里的消息没有人收到：{1}。",
        "These {0} places have no officer registered, so nothing that is sent there reaches anybody: {1}.",
        "This place has no officer registered, so nothing that is sent there reaches anybody: {1}.");
    public static readonly Text YouEnterThem = new("您可以登记：点“{0}”，或说“{0} 地区 姓名 登录名”。登记以后，那里未办结的事项也归他们。", "You can enter them: press {0}, or say it with the place, the name and the sign-in name. Open matters there are theirs from then on.");
    public static readonly Text TheyEnterThem = new("县（市、区）的联络员由市联络办或省委巡视办登记（“{0}”），请转告他们。登记以后，那里未办结的事项也归他们。", "Officers of counties are entered by the city office or the provincial office ({0}); please tell them. Open matters there are theirs from then on.");
    public static readonly Text NotTakenYet = new("还没有{0}，目前是“{1}”。", "Not {0} so far. It is now “{1}”.");
    public static readonly Text SignsStill = new("现在还能签收，说“我签收”就行。", "It can still be signed for: say “sign”.");
    public static readonly Text StepTaken = new("{0} {1} {2}", "{2} by {0} on {1}");
    public static readonly Text WithNote = new("{0}：{1}", "{0}: {1}");
    public static readonly Text NoReasonWritten = new("没有写原因。", "No reason was written.");
    public static readonly Text DueMoved = new("时限改过{0}次，最近一次：{1}。", "The due date was changed {0} times; the last: {1}.", "The due date was changed once: {1}.");
    public static readonly Text TimeGiven = new("{0}：从{1}延到{2}，多给了{3}天。", "{0}: from {1} to {2}, days more: {3}.");
    public static readonly Text TimeAskedFor = new("{0}：申请从{1}延到{2}，{3}天，还没有答复。", "{0}: asked for {1} to {2}, days more: {3}; not answered so far.");
    public static readonly Text PartsThatStandSo = new("{0}的转办件里{1}的有{2}项：{3}。", "Of the parts of {0}, {1}: {2} ({3}).");
    public static readonly Text WrittenIs = new("{0}写的是：{1}。要再问对方，点下面第一个按钮。", "{0} says: {1}. To ask the other side more, press the first button below.");
    public static readonly Text NoTemplate = new(
        "没有固定的模板：反馈和报结直接写成一段话，表格、照片作为附件和话放在同一条消息里发来。要对方给个格式，可以提问。",
        "There is no template: a report is a few sentences of your own; tables and photos come along as files in the same message. If you need a form from the other side, ask them.");
    public static readonly Text MostUrgentIs = new("最急的是这件。{0}", "The most urgent is this one. {0}");
    public static readonly Text NotUrgedSoFar = new("没有催办或提醒过。", "There was no reminder of it so far.");

    public static readonly Text TakenSeveral = new("{0}过{1}次，最近一次：{2}", "{0}, {1} times; the last: {2}");
    public static readonly Text ExtensionWaits = new(
        "申请延至{1}，还没有答复。{0}",
        "More time was asked for until {1}; not answered yet. {0}");
    public static readonly Text NeverExtended = new("没有申请过延期，时限是{0}。", "More time was never asked for; it is due {0}.");
    public static readonly Text Extended = new(
        "批准延期{0}次，最近一次答复：{1}",
        "More time was granted {0} times; the last answer: {1}");
    public static readonly Text Stands = new("{0}。{1}", "{0}. {1}");
    public static readonly Text Semicolon = new("；", "; ");
    public static readonly Text NotPassedOn = new("没有转办给县（市、区）。", "It was not passed on.");
    public static readonly Text DueIs = new("办理时限{0}，{1}。", "Due {0}: {1}.");
    public static readonly Text DueAtFirst = new("{0}最初的时限是{1}。", "{0} At first it was due {1}.");
    public static readonly Text IsOverdue = new("逾期{0}天（时限{1}）。", "Overdue by {0} days (due {1}).", "Overdue by one day (due {1}).");
    public static readonly Text NotOverdue = new("没有逾期。{0}", "Not overdue. {0}");
    public static readonly Text NotDelivered = new("这条消息还没有送达记录。", "No message of it has been delivered yet.");
    public static readonly Text IsWhat = new("{0}：{1}，{2}。", "{0}: {1}, {2}.");
    public static readonly Text NoPhone = new(
        "系统里没有登记电话；需要转达的，可以在事项里留言、提问，对方会收到。",
        "No telephone numbers are kept here. A remark or a question in a matter reaches them in their chat.");
    public static readonly Text SomeWithoutPhone = new(
        "没有写电话的，通讯录里还没有登记；可以在事项里留言、提问，对方会收到。",
        "Where no number stands, none is entered yet; a remark or a question in a matter reaches them in their chat.");
    public static readonly Text IsReached = new("收得到：{0}打开过和机器人的对话，消息送得到。", "Yes: {0} has opened the chat, so messages arrive.");
    public static readonly Text IsNotReached = new("现在收不到：{0}还没有打开过和机器人的对话，或者消息送不到。", "Not now: {0} has not opened the chat yet, or messages do not arrive.");
    public static readonly Text NoHour = new("时限只到日，不定几点：当天报上来都算按时，过了当天才算逾期。", "A due date has no hour: what is handed in on that day is in time; it is late from the next day on.");
    public static readonly Text PressingOnes = new("急的（急件、逾期、3天内到期）", "pressing (urgent, overdue or due within 3 days)");
    public static readonly Text NothingPressing = new("没有急的：没有急件，没有逾期的，3天内也没有到期的。", "Nothing pressing: nothing urgent, nothing overdue, nothing due within 3 days.");
    public static readonly Text NothingOfNotice = new("刚才那份通知没有生成任务，所以没有可改的，什么都没有改动。您没有“{0}”的权限。", "Nothing was made of that notice, so there is nothing to change, and nothing was changed. You may not use “{0}”.");
    public static readonly Text NothingChanged = new("什么都没有改动。", "Nothing was changed.");
    public static readonly Text NobodyThere = new("{0}还没有登记接收人。", "Nobody is registered for {0} yet.");
    public static readonly Text Yourself = new("{0}（您本人）", "{0} (yourself)");
    public static readonly Text NobodyKnown = new("没有找到可以告诉您的人。", "There is nobody whom you may be told of.");
    public static readonly Text EmptyPlaces = new(
        "还没有登记接收人的有{0}处：",
        "{0} places have nobody to receive yet:",
        "One place has nobody to receive yet:");
    public static readonly Text AskThem = new("请联系：", "Please contact:");
    public static readonly Text AskAbout = new("{0}由{1}交办，可以问：", "{0} was assigned by {1}. You can ask:");
    public static readonly Text HeldBy = new(
        "责任主体：{0}；联络人：{1}；交办：{2}。",
        "Responsible: {0}; contact: {1}; assigned by {2}.");
    public static readonly Text Leaves = new(
        "人员变动由下面的人登记：先“{0}”，再在通讯录里移除原来的人。什么都没有改动。",
        "Changes of people are entered by these: they use “{0}” for the new person and remove the old one. Nothing was changed.");
    public static readonly Text PhonesKept = new(
        "别人的电话由下面的人登记。什么都没有改动。",
        "Other people's numbers are entered by these. Nothing was changed.");
    public static readonly Text DeclineNotYours = new(
        "申请退件由要签收的一方来说。什么都没有办理。",
        "A matter is declined by whoever has to sign for it. Nothing was done.");
    public static readonly Text AnswerDecline = new(
        "同意退件的，请撤回、移交，或更正责任地区改派；还没有办理。",
        "To agree, withdraw it, refer it or give it to another place. Nothing was done yet.");
    public static readonly Text Asked = new("提问待答复", "with a question that waits");
    public static readonly Text Followed = new("我关注", "followed by you");
    public static readonly Text NothingAsked = new("目前没有等您答复的提问。", "No question waits for your answer.");
    public static readonly Text NotSentYet = new(
        "还没有发出。要把这句话发给{0}吗？请核对后提交。",
        "Not sent yet. Is this to go to {0}? Please check it and submit.");
    public static readonly Text WhichToTell = new("“{0}”——是哪一件事项的？", "“{0}”: of which matter?");
    public static readonly Text Declined = new("申请退件待答复", "declined");
    public static readonly Text CanUndo = new("可以撤销的步骤在卡片上，点一下即可；还没有办理。", "What can be taken back stands on the card. Nothing was done yet.");

    public static readonly Text NotSentSoFar = new("还没有{0}，什么都没有发出：点下面的按钮才算数。", "Not done so far: {0}. Nothing went out; only the button below does it.");
    public static readonly Text FormLeft = new("好的，先不{0}，什么都没有发出。", "All right, not now: {0}. Nothing went out.");
    public static readonly Text SecondOrder = new("您还说了一件，还没有办，要办请点：", "You also said this. It is not done yet; press it to go on:");
    public static readonly Text CardNotSent = new("“{0}”还没有提交，什么都没有办：点下面的按钮才算数。", "“{0}” is not submitted so far. Nothing was done; only the button below does it.");
    public static readonly Text CardLeft = new("好的，“{0}”先不办：没有提交，什么都没有改。", "All right, “{0}” is left: it was not submitted, and nothing was changed.");
    public static readonly Text BulkLeft = new("好的，先不{0}，一件也没有{0}。这{1}件还照原样：", "All right, not now: {0}. Nothing was done; these {1} stand as they did:");
    public static readonly Text FormChanged = new("按您说的改了，还没有提交，请核对后提交。", "Changed as you said. Not submitted yet: please check it and submit.");
    public static readonly Text PutRight = new(
        "原来的“{0}”留在办理记录里，这一条更正它。还没有提交，请核对后提交。",
        "What you said before stays in the history ({0}); this puts it right. Not submitted yet: please check it and submit.");

    public static readonly Text NotOnThoseDays = new("{0}没有{1}。{2}", "Not {1} on {0}. {2}");
    public static readonly Text NobodysTurn = new("这一件已经结束，谁都不用再办：目前是“{0}”。", "It has ended; nobody has to do anything more. It is “{0}”.");
    public static readonly Text TurnIs = new("目前是“{1}”，下一步由{0}办理{2}。", "It is “{1}”. The next step is with {0}{2}.");
    public static readonly Text ThatIsYou = new("（就是您）", " (that is you)");
    public static readonly Text AnswerIsOf = new("申请延至{1}，等{0}答复。", "More time was asked for until {1}; {0} has to answer that.");
    public static readonly Text AgainSince = new("要重新报结。{0}。{1}", "Yes, it has to be handed in again. {0}. {1}");
    public static readonly Text StillToHandIn = new("没有退回过，还要报结一次：目前是“{0}”。{1}", "It was not returned; it is still to be handed in: now “{0}”. {1}");
    public static readonly Text NotAgain = new("不用重新报结：目前是“{0}”。", "No, it need not be handed in again. It is “{0}”.");
    public static readonly Text IfRefused = new(
        "不批准的，时限不变，仍按原来的日子交；理由补充后可以再申请，来不及的先反馈进展，说明卡在哪里。逾期以后会提醒，并逐级上报。",
        "If more time is refused, the due date stays as it is. You may ask again with a better reason, and report how far you are. Once it is overdue, reminders follow and it goes up step by step.");
    public static readonly Text DueUnchanged = new("时限没有变过：{0}", "The due date has not changed. {0}");
    public static readonly Text Compared = new("{0}，两段时间的数字（只说数字，不排名）", "{0}: both periods in figures (no ranking)");
    public static readonly Text BesideMonth = new("{0}：本月{1}次，上月{2}次", "{0}: {1} this month, {2} last month");
    public static readonly Text BesideWeek = new("{0}：本周{1}次，上周{2}次", "{0}: {1} this week, {2} last week");

    public static readonly Text AmongThem = new("其中{0}的有{1}项。", "Of those, {0}: {1}.");
    public static readonly Text PlaceByPlace = new("按地方看：{0}（按行政区划顺序，不排名）。", "By place: {0} (in the order of their codes, no ranking).");
    public static readonly Text PlaceCounted = new("{0}{1}项", "{0} {1}");
    public static readonly Text OutsideOf = new(
        "{0}不在您能看到的范围里，那里有没有我不能说：您看到的是{1}的事项。",
        "{0} is outside of what you may see, so this says nothing of what there is: you see the matters of {1}.");
    public static readonly Text PeopleOutside = new(
        "{0}不在您能看到的范围里，那里的人我不能告诉您：您看到的是{1}和上级的人。要找那边的人，请问：",
        "{0} is outside of what you may see, so this does not say who is there: you see the people of {1} and those above. To reach somebody there, ask:");
    public static readonly Text HandedInToo = new("另有{0}项已报结待审核。", "{0} more wait for review.", "One more waits for review.");
    public static readonly Text OverdueFirst = new("先办已经逾期的{0}项，再办{1}到期的。", "First the overdue ones ({0}), then what is due {1}.", "First the overdue one, then what is due {1}.");
    public static readonly Text OverdueOnly = new("先办已经逾期的{0}项。", "First the overdue ones ({0}).", "First the overdue one.");
    public static readonly Text MattersAndParts = new("一共{0}件事项，另有拆下去的转办件{1}项，是其中事项的一部分，不另计数（不含已撤回）。", "{0} matters in all, and {1} parts that were passed on of them, which are not counted again (without those withdrawn).");
    public static readonly Text SinceWhen = new("{0}从{1}起担任。", "{0} has held it since {1}.");
    public static readonly Text NoChangeOnRecord = new("没有换人的登记：现在登记的就是{0}，没有记着起始日期。", "No change is on record: {0} is who is entered, without a first day.");
    public static readonly Text NobodyStandsIn = new(
        "没有登记代办人的，消息和提醒仍然只发给您本人，不会自动转给别人；急件以外，放假的日子不发汇总，逾期的照常逐级上报。",
        "Without a substitute your messages and reminders still come to you alone; nothing passes to anybody else by itself. On days off there is no digest, only urgent ones come; what is overdue goes up step by step as always.");

    public static readonly Text Those = new("就是这{0}项。", "These {0}.", "This one.");
    public static readonly Text TooLateToAsk = new(
        "{0}。可以把这句话作为提问发给交办方，由交办方改时限；还没有提交，请核对后提交。",
        "{0}. These words can go to those who assigned it as a question; they may change the due date. Not submitted yet: please check it and submit.");
    public static readonly Text NotSubmitted = new("还没有提交，请核对后提交。", "Not submitted yet: please check it and submit.");
    public static readonly Text OneByOne = new(
        "“{0}”要一件一件办，什么都还没有办理。{1}的有{2}项，点开后办：",
        "This is done one by one, and nothing was done yet: {0}. Open them here ({1}: {2}):");
    public static readonly Text OneByOneNone = new(
        "“{0}”要一件一件办，什么都没有办理。没有“{1}”的事项。",
        "This is done one by one, and nothing was done: {0}. No matter matches “{1}”.");
    public static readonly Text Farewell = new("再见。有事随时说。", "Goodbye. Write whenever you need something.");
    public static readonly Text NotEntered = new(
        "更正不写原因，这句没有填入：“{0}”。",
        "A correction keeps no reason; this was not entered: “{0}”.");
    public static readonly Text NothingToDecide = new(
        "这一项没有等您审核或答复的。",
        "Nothing of this matter waits for your decision.");
    public static readonly Text WhichDecision = new("有几项等您决定，是哪一项？", "Several wait for your decision. Which one?");
    public static readonly Text DueStays = new(
        "这一项的时限由交办方改，办理的一方可以申请延期。什么都没有办理。",
        "Its due date is changed by those who assigned it; who works on it can ask for more time. Nothing was done.");
    public static readonly Text OnlyDue = new(
        "交办超过10分钟或已签收的，只能改时限（说“改到”加日期），别的内容不能再更正。什么都没有办理。",
        "After ten minutes, or once it is signed for, only the due date can be changed: say “move it to” with a day. Nothing was done.");

    public static readonly Text NothingSet = new("没有改动任何设置。要改请在这里填好后提交。", "No setting was changed. To change one, fill it in here and submit.");
    public static readonly Text DigestSet = new("好的，每日提醒改到 {0}。", "Done: your daily reminder comes at {0}.");
    public static readonly Text DigestNotAllowed = new(
        "每日提醒不能改到 {0}：可以选 {1} 至 {2}（由省委巡视办规定）。没有改动。",
        "The daily reminder cannot come at {0}: it can be between {1} and {2}. Nothing was changed.");
    public static readonly Text OneReminder = new(
        "我不能定一次性的闹钟。要交的事我会按时提醒：到期前5个、2个工作日和当天，逾期以后也会说；每个工作日{0}汇总一次。要在某个钟点响，请把日历订阅到手机，或者用手机的闹钟。",
        "I cannot set an alarm for once. What is due I remind you of by itself: five and two working days before, on the day, and when it is overdue, with a digest at {0} on each working day. For an hour of your own, subscribe to the calendar on your phone or use its alarm.");
    public static readonly Text NoAnnouncing = new(
        "我不群发通知，什么都没有发出。要各地办一件事，说“{0} 各市 下周五前 …”，核对后点一次，各地各一件；要就某件事告诉对方一句话，打开事项点“{1}”。",
        "I send no notices to everybody, and nothing went out. To have something done everywhere, say “{0}” with the places, the day and the task: one press, one matter each. To tell the other side of one matter something, press “{1}” on its card.");
    public static readonly Text NoAnnouncingHere = new(
        "我不群发通知，什么都没有发出。要就某件事告诉对方一句话，打开事项点“{0}”。",
        "I send no notices to everybody, and nothing went out. To tell the other side of one matter something, press “{0}” on its card.");
    public static readonly Text NoticeSeen = new(
        "这像是一份通知，有{0}条任务。您没有“{1}”的权限，什么都没有办理，也没有发给任何人。",
        "This looks like a notice with {0} tasks. You may not use “{1}”, so nothing was done, and it went to nobody.");
    public static readonly Text NoticeOfCounty = new(
        "其中要您办的，交办以后会出现在“{0}”里，不用自己登记。",
        "What of it is yours comes into “{0}” once it is assigned; you need not enter it.");
    public static readonly Text PlansOwed = new("还没报整改方案的有{0}处。", "{0} rectification plans are still to be handed in.", "One rectification plan is still to be handed in.");
    public static readonly Text ReportsOwed = new("还没报整改进展报告的有{0}处。", "{0} rectification reports are still to be handed in.", "One rectification report is still to be handed in.");
    public static readonly Text NothingOwed = new(
        "整改批次有{0}个，没有到了要报而还没报的。",
        "Of the {0} rectification sets nothing that was asked for is still to be handed in.",
        "Of the one rectification set nothing that was asked for is still to be handed in.");
    public static readonly Text ReportIsWritten = new(
        "整改进展报告由被反馈的地方写、到期报上来，我不代写；下面是各批次办到哪一步，点开可以导出整改台账。",
        "The report on rectification is written and handed in by its place; I do not write it. Below is how far each set is; its register can be exported from there.");
    public static readonly Text SignedNone = new("一件都没签的有{0}个：{1}。", "Signed for nothing: {0} places ({1}).", "Signed for nothing: one place ({1}).");
    public static readonly Text AllSignedSome = new("没有一件都没签的：每个地方都签过。", "No place signed for nothing.");
    public static readonly Text NothingDoneIf = new(
        "我不按条件自己办：“{0}”。到时候说一声就行。",
        "I do nothing by itself on a condition: “{0}”. Say it when the time comes.");
    public static readonly Text LastDone = new("您今天最近办理的是{0}：{1}。", "The last that you did today is {0}: {1}.");
    public static readonly Text NothingToday = new(
        "您今天还没有办理过什么，也没有发出过什么。给您看的卡片，按了按钮才办。",
        "You have done nothing today, and nothing went out. What is shown on a card is done when you press its button.");
    public static readonly Text PressIt = new(
        "这句话不办理。请点上面卡片里的按钮，点了才办。",
        "These words do nothing. Press the button on the card above; that does it.");
    public static readonly Text Reported = new("报过进展或报结", "reported or handed in");
    public static readonly Text TotalIs = new("{0}共{1}项（不含已撤回）", "{0}: {1} in all, without those withdrawn");
    public static readonly Text TotalOf = new("事项", "Matters");
    public static readonly Text TeamGave = new("第{0}组交办、未办结", "assigned by team {0}, open");
    public static readonly Text MayBeEmpty = new(
        "可以空着：姓名、登录名和地区（职责）要填，电话和职务不填也能登记，以后可以在通讯录里补上。表单还在上面，没有提交。",
        "Yes: name, sign-in name and place (or duty) are needed; phone and job title may stay empty and can be added in the directory later. The form above is not submitted.");
    public static readonly Text QuietNow = new(
        "晚上 {0} 至次日 {1} 和非工作日是免打扰时段，只推送急件。要改时段，点“{2}”。",
        "From {0} to {1} and on days off only urgent matters come through. Change the hours under “{2}”.");
    public static readonly Text CannotSwitchOff = new(
        "提醒不能关掉，但可以改时间和免打扰时段。现在每日提醒在 {0}，签收、报结以后就不再提醒。",
        "Reminders cannot be switched off, but their time can be changed. The digest comes at {0}; what is signed for and handed in is not reminded of.");

    public static readonly Text NotMyWork = new(
        "这个我做不了：我只管交办的事项，能查进展和时限、签收、反馈、报结、催办，也能出周报和台账。",
        "I cannot do that. My work is matters: their progress and due dates, signing, reporting, handing in, urging, and reports of them.");
    public static readonly Text LateOfThose = new("那{0}项里，逾期的有{1}项（按时限算，办结的看办结那天）。", "Of those {0}, {1} were late (closed ones by the day on which they were closed).");
    public static readonly Text BesideNamed = new("{0}：{1}{2}次，{3}{4}次", "{0}: {2} in {1}, {4} in {3}");
    public static readonly Text MonthNamed = new("{0}年{1}月", "{0}-{1}");
    public static readonly Text FestivalIs = new("{0}：{1}至{2}，共{3}天。", "{0}: {1} to {2}, {3} days.");
    public static readonly Text FestivalNotKnown = new(
        "{4}年{0}的放假安排还没有公布或导入。今年是{1}至{2}，共{3}天。",
        "The days off of {0} in {4} are not announced yet. This year they were {1} to {2}, {3} days.");
    public static readonly Text DayIs = new("{0}：{1}。", "{0}: {1}.");
    public static readonly Text DayIsProvisional = new(
        "{0}：暂按{1}算，那一年的放假安排还没有导入。",
        "{0}: for now {1}; the holidays of that year are not known here yet.");
    public static readonly Text PapersOneByOne = new(
        "交办单一件出一份：打开要打的那一件，或说“打印1301-12”这样的话。{0}未办结的有{1}项，要哪一件？",
        "Each sheet is of one matter: open the one you want, or say “print 1301-12” with its number. {0}, open: {1}. Which one?");
    public static readonly Text NoSuchPlace = new(
        "通讯录里没有“{0}”这个地方，不知道由谁对接。可以在通讯录里找。",
        "There is no place “{0}” in the directory, so it is not known who is in charge there.");
    public static readonly Text WhichThere = new(
        "{0}没有名称里有这些字的事项，还没有催办。{0}能催的有{1}项，要催哪一件？",
        "No title has these words there, and nothing was urged. {0}: {1} can be urged. Which one?");
    public static readonly Text TodayIs = new("今天是{0}，{1}。", "Today is {0}, {1}.");
    public static readonly Text WorkingDay = new("工作日", "a working day");
    public static readonly Text DayOff = new("不是工作日", "a day off");
    public static readonly Text HasEvidence = new("有{0}个附件：{1}", "{0} files and links: {1}", "1 file or link: {1}");
    public static readonly Text NoEvidence = new("还没有附件", "There are no files or links yet");
    public static readonly Text FilesNeverNeeded = new("不强制：没有附件、照片也可以反馈、报结。", "No: you can report and hand in without files or photos.");
    public static readonly Text FilesWanted = new(
        "不过{0}退回时写明：{1}。把文件和“{2}”的话放在同一条消息里发来，就随它保存。",
        "But {0} was sent back with: {1}. Send the files in one message with “{2}” and the result, and they are kept with it.");
    public static readonly Text WentThrough = new("是，已经办好{0}项：", "Yes, {0} are done:");
    public static readonly Text WhatCanBeDone = new("现在能做的：{0}。", "What you can do now: {0}.");
    public static readonly Text WhoMayUrge = new("能催办的：{0}。", "Who can urge: {0}.");
    public static readonly Text QuietButUrgent = new(
        "免打扰时段不管急件：急件的提醒照样马上推送，其他的等时段过了再送。现在没有改动。",
        "Quiet hours do not hold for urgent matters: their reminders come at once, and all else waits until the hours end. Nothing was changed.");
    public static readonly Text SeesWhatWas = new(
        "看得到：登记以后，能看到这个地方的全部事项，包括以前交办的、没办完的，以及办理记录。现在没有改动。",
        "Yes: once they are registered, they see all matters of their place with the history, also what was sent before they came and is not finished. Nothing was changed.");
    public static readonly Text IsThatFormAlready = new("这份就是“{0}”，不是“{1}”。", "This is “{0}” and not “{1}”.");
    public static readonly Text NoHandIn = new(
        "不算报结：反馈进展、附件、留言都不是报结。办完了要另外报结，审核通过才办结。",
        "That does not count as handed in: progress, files and remarks are no result. When it is done, hand in the result; it is closed once that is approved.");
    public static readonly Text NothingSinceReturn = new("退回以后还没有反馈进展，也没有报结。", "Since then no progress was reported and nothing was handed in.");
    public static readonly Text UrgedBefore = new("已经催过、提醒过的：", "Urged and reminded of so far:");
    public static readonly Text IsReviewing = new("{0}审核、答复：{1}", "{0} reviews and decides on {1}.");
}
