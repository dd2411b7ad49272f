using LiaisonBot.Core.Matters;

namespace LiaisonBot.Conversation.Features.Spoken;

/// <summary>What is said of the rules of one matter, in both languages.</summary>
internal static class RuleTexts
{
    public static readonly Text Now = new("{0}目前是“{1}”。", "{0} is now “{1}”.");
    public static readonly Text Reviewer = new("交办方", "those who assigned it");
    public static readonly Text Holder = new("承办方", "whoever works on it");
    public static readonly Text Yes = new("可以：{0}您现在能{1}。", "Yes, you may do that now for {0}: {1}.");
    public static readonly Text No = new("不能：{0}您现在不能{1}。", "You may not do that now for {0}: {1}.");

    /// <summary>{0} who reviews, {1} who works on it.</summary>
    public static readonly Dictionary<Act, Text> WhoTakes = new()
    {
        [Act.Sign] = new("签收由{1}办。", "{1} signs for it."),
        [Act.ReportProgress] = new("反馈进展由{1}办。", "{1} reports on it."),
        [Act.HandIn] = new("报结由{1}办，报给{0}审核。", "{1} hands it in, to {0}."),
        [Act.Close] = new("办结由{0}决定：先由{1}报结，{0}审核后办结或退回。", "{0} closes it: first {1} hands it in, then {0} closes or returns it."),
        [Act.Return] = new("退回由{0}决定：{1}报结以后，由{0}办结或退回。", "{0} returns it: once {1} has handed it in, {0} closes or returns it."),
        [Act.Withdraw] = new("撤回由交办的一方（{0}）决定；{1}不归自己办的，签收前可以申请退件，签收后可以提问或留言说明。", "Those who assigned it withdraw it ({0}). {1} can decline it before signing, and afterwards ask or leave a remark."),
        [Act.Decline] = new("退件由{1}在签收前申请，由{0}答复；签收以后不能退件，可以提问、留言说明，或者申请延期。", "{1} can decline it before signing, and {0} answers. Once it is signed for it cannot be declined: ask, leave a remark, or ask for more time."),
        [Act.Reopen] = new("办结10分钟内，由办结的人撤销；之后由省委巡视办写明原因，重新办理。", "For ten minutes whoever closed it can take that back; later the provincial office can reopen it, with a reason."),
        [Act.Undo] = new("刚报的进展、还没审核的报结、还没答复的退件申请，之后没有人再办理的，由报的人撤销；办结10分钟内由办结的人撤销。", "A report, a hand-in or a declining is taken back by whoever made it while nothing came after it; a closing by whoever closed it, for ten minutes."),
        [Act.PassOn] = new("转办由市联络办对交给本市的事项办，转给所辖县（市、区）。", "A city office passes on what its city was given, to its own counties."),
        [Act.PutOnLedger] = new("挂账由组长或省委巡视办决定。", "The team leader or the provincial office puts it on the supervision ledger."),
        [Act.Docket] = new("立项督办由省委巡视办提出，督查室受理。", "The provincial office dockets it, and the supervision office accepts."),
        [Act.Correct] = new("更正由交办的一方（{0}）在交办后10分钟内、还没有人签收时办；之后只能改时限，或撤回后重新交办。", "Those who assigned it ({0}) correct it within ten minutes and before anybody signs; later only its due date can be changed, or it is withdrawn and assigned anew."),
    };

    /// <summary>Whether a step can be taken back.</summary>
    public static readonly Dictionary<Act, Text> TakesBack = new()
    {
        [Act.Assign] = new("交办以后可以更正（10分钟内、还没签收）或撤回，撤回要写原因。", "What was assigned can be corrected (within ten minutes, before anybody signs) or withdrawn with a reason."),
        [Act.PutOnLedger] = new("挂账以后不能单独取消：督办到办结（或撤回）时为止，中间可以升为立项督办。提交以前可以取消。", "Once it is on the ledger it stays there until the matter is closed or withdrawn; the supervision alone cannot be taken back, only raised. Before you submit, you can still cancel."),
        [Act.Docket] = new("立项督办以后不能单独取消：到办结（或撤回）时为止。提交以前可以取消。", "Once docketed it stays so until the matter is closed or withdrawn. Before you submit, you can still cancel."),
        [Act.ChangeDue] = new("改过的时限可以再改，每次写明原因，都留在办理记录里。", "A changed due date can be changed again, each time with a reason; the history keeps all of it."),
        [Act.GrantExtension] = new("批准延期不能撤销，但时限可以再改。", "A granted extension cannot be taken back, but the due date can be changed again."),
        [Act.RefuseExtension] = new("不批准不能撤销；对方可以再申请，您也可以直接改期。", "A refusal cannot be taken back; they may ask again, and you may change the due date."),
        [Act.Return] = new("退回不能撤销：对方重新报结以后再审核。", "A return cannot be taken back: they hand it in again, and it is reviewed anew."),
        [Act.Withdraw] = new("撤回不能恢复：要办的请重新交办。", "A withdrawal is final: assign it anew if it is to be done."),
        [Act.PassOn] = new("转办下去的，可以一项一项撤回，写明原因。", "What was passed on can be withdrawn part by part, with a reason."),
        [Act.Urge] = new("催办发出就收不回来，可以再留言说明。", "What was urged has gone out and cannot be taken back; you can leave a remark."),
        [Act.Sign] = new("签收不能撤销。不归本单位办的，请提问或留言，由交办方撤回、改派。", "Signing cannot be taken back. If it is not yours, ask or leave a remark; those who assigned it can withdraw it or give it to another place."),
        [Act.Ask] = new("提问在答复以前可以收回。", "A question can be taken back until it is answered."),
        [Act.Remark] = new("留言发出就收不回来，可以再留一条更正。", "A remark cannot be taken back; leave another one that puts it right."),
        [Act.RequestExtension] = new("延期申请不能撤销；不需要了的，按原时限报结就行，或留言说明。", "A request for more time cannot be taken back. If it is not needed, hand in by the old date, or leave a remark."),
        [Act.Reopen] = new("重新办理不能撤销：报结、审核以后再办结。", "A reopening cannot be taken back: it is handed in and closed again."),
        [Act.Refer] = new("移交不能撤销，由接收的部门办理；要换的请撤回后重新交办。", "A referral cannot be taken back: the department works on it; to change that, withdraw it and assign it anew."),
    };

    public static readonly Text HandsInTo = new("{0}报结给{1}审核，由{1}办结或退回。", "{0} is handed in to {1}, who closes or returns it.");
    public static readonly Text DeclinesTo = new("{0}退给{1}，由{1}答复（撤回、移交、改派或坚持交办）。", "{0} goes back to {1}, who answers: withdraws it, refers it, gives it to another place, or insists.");
    public static readonly Text ThenAbove = new("各县报齐以后，再由{0}把{1}报结给{2}。", "Once the counties have handed in, {0} hands in {1} to {2}.");

    public static readonly Text DoneClosed = new("是，{0}已经{1}，不用再办。", "Yes, {0} is {1}; nothing more is to be done.");
    public static readonly Text DoneInReview = new("还不算：{0}已报结，等{1}审核，办结了才算办完。", "Not yet: {0} is handed in and waits for {1}; it is done once it is closed.");
    public static readonly Text DoneInWork = new(
        "还不算办完：{0}目前是“{1}”，{2}目标任务办到位就可以报结（写明办理结果，附件不强制），由{3}审核，办结了才算办完；没全办完的先反馈进展。",
        "Not done yet: {0} is “{1}”. {2} Once the task is fulfilled, hand it in with the result (files are not required); {3} reviews it, and it is done once it is closed. Until then report your progress.");
    public static readonly Text DoneUnsigned = new("还不能报结：{0}还没签收。签收后按目标任务办到位再报结，由{1}审核。", "It cannot be handed in yet: {0} is not signed for. Sign first, fulfil the task, then hand it in; {1} reviews it.");

    public static readonly Text IfReturned = new(
        "{0}审核不同意的，会退回并写明进一步整改要求，您会收到消息；{1}回到“办理中”，按要求补齐后再报结一次，次数不限。时限由退回的人定，不写的照旧。",
        "If {0} does not agree, it comes back with what is still required, and you are told. {1} is then in progress again; add what is missing and hand it in once more, as often as needed. Whoever returns it may set another date.");

    public static readonly Text Told = new("会：{0}“{1}”以后马上告诉{2}。", "Yes: at “{1}” of {0} these are told at once: {2}.");
    public static readonly Text ToldNobody = new("{0}“{1}”以后不单独通知别人，记在办理记录里，能看到这一项的都查得到。", "“{1}” of {0} is told to nobody at once; it stands in the history for all who see the matter.");
    public static readonly Text NotThem = new("{0}不在其中。", "{0} is not among them.");
    public static readonly Text RemindersMove = new("提醒也按新的时限重新算。", "Reminders follow the new date.");
    public static readonly Text NothingChangedYet = new("现在什么都还没有办。", "Nothing has been done so far.");

    public static readonly Text PassesTo = new("转给{0}：那里会收到一项，办理完报结给市联络办审核；{1}仍由本市负责，报齐了再报结给{2}。", "Passed on to {0}: they get a part of it and hand it in to the city office; {1} itself stays with the city, which hands it in to {2}.");
    public static readonly Text NobodyThere = new("{0}还没有登记联络员，转下去没有人收到，请先登记人员或通知不到的自己联系。", "{0} has no officer here: nobody would get it until one is registered.");

    public static readonly Text WhatIsUnsigned = new("事项", "a matter");

    public static readonly Text SignNoDay = new(
        "签收没有规定哪一天，越早越好：{0}还没签收的，交办后每个工作日提醒一次，第2个工作日起也提醒上一级；不归本单位办的，签收前申请退件。",
        "There is no fixed day for signing, but the sooner the better: while {0} is not signed for, there is a reminder each working day, from the second on also to the level above. What is not yours can only be declined before signing.");
    public static readonly Text SignedAlready = new("不用：{0}已经签收了，目前是“{1}”。", "No: {0} is signed for already, and is “{1}”.");

    public static readonly Text SignFirst = new(
        "要先签收：{0}签收以后才能反馈进展、报结、申请延期（市里转办的，转办时一并签收）；不归本单位办的，签收前申请退件。",
        "Yes, sign first: once {0} is signed for you can report, hand in or ask for more time (a city that passes it on signs by that). What is not yours is declined before signing.");
    public static readonly Text ThisMatter = new("事项", "a matter");
    public static readonly Text SignedSoReport = new("不用再签：{0}已经签收，目前是“{1}”，可以直接反馈进展或报结。", "No need to sign again: {0} is signed for and is “{1}”; you can report or hand in now.");
    public static readonly Text SignedSoNot = new("{0}目前是“{1}”，不用再签收。", "{0} is “{1}”; it is not to be signed for again.");
    public static readonly Text TimeAfterSigning = new("{0}还没签收：签收以后才能申请延期。", "{0} is not signed for: sign first, then you can ask for more time.");
    public static readonly Text TimeIsOver = new("{0}已经过了办理时限，不能再申请延期：请先反馈进展，需要改期的留言或提问，由交办方决定。", "{0} is past its date, so more time can no longer be asked for. Report where it stands; those who assigned it can change the date, so leave a remark or ask.");
    public static readonly Text TimeAsked = new("{0}已经申请了延期，等交办方答复。", "More time was asked for {0} already; those who assigned it have to answer.");
    public static readonly Text TimeMayBeAsked = new("可以申请：{0}{1}", "You can ask for it: {0} {1}");
    public static readonly Text UndoneIsDone = new("撤销的只是自己刚办的那一步，撤销以后可以重新报；交办方把事项撤回的，不能恢复，要办的重新交办。", "What you undo is your own last step alone, and you can take it again. A matter that those who assigned it withdrew does not come back; it is assigned anew.");

    public static readonly Text YoursToDecide = new("这要您来定，我不替您办。{0}", "That is for you to decide; I do nothing for you here. {0}");
    public static readonly Text Passes = new("会：名下未办结的{0}项、等答复的提问、提醒和汇总都归接替的人，不用一件件交；办理记录都在。现在还没有换。", "Yes: your {0} open matters, questions that wait, reminders and digests all pass to whoever follows; the history stays. Nobody has been replaced so far.");

    public static readonly Text PassesThere = new("会：{1}名下未办结的{0}项、等答复的提问、提醒和汇总都归接替的人，不用一件件交；办理记录都在。点“确定换人”以后才换。", "Yes: the {0} open matters of {1}, questions that wait, reminders and digests all pass to whoever follows; the history stays. Nobody is replaced before it is pressed.");
    public static readonly Text IsBundled = new(
        "本来就是合成一条的：每个工作日{0}把当天该提醒的汇总成一条。单独马上发的只有急件的提醒，和别人办的事（交办、催办、退回、答复），不重复发。时间和免打扰时段可以改。",
        "They are bundled already: on each working day at {0} all reminders of the day come as one digest. Only reminders of urgent matters, and what others do (assign, urge, return, answer), come at once, and each of them once. Its time and the quiet hours can be changed.");
    public static readonly Text SkipsWhere = new("定期事项由交办的一方跳过；没有定期事项的，没有可以跳过的。已经交办的那一件不想报，请留言、提问或申请延期。", "An occurrence of a recurring matter is skipped by those who set it up; where there is none, there is nothing to skip. Of one that was assigned already, leave a remark, ask, or ask for more time.");
    public static readonly Text BurdenOfForm = new("{0}现在未办结{1}项，其中逾期{2}项。这条定期事项会加多少，看下面的负担；还没有设立。", "{0} has {1} open matters now, {2} of them overdue. What this rule adds stands below under burden; it is not set up yet.");
    public static readonly Text SkipOnce = new("只免这一次的：设立以后打开“{0}”，到那一次点“跳过”；还没有设立。", "To leave out one date alone: once it is set up, open “{0}” and press Skip when that date is next. It is not set up yet.");
    public static readonly Text NobodyReached = new("另有{0}处没有登记接收人，发给那里的没有人收到：{1}。", "Besides, {0} places have nobody registered, so nothing reaches them: {1}.", "Besides, one place has nobody registered, so nothing reaches it: {1}.");
    public static readonly Text DigestIs = new(
        "每个工作日{0}发一条每日汇总：当天该提醒的（未签收、快到期、逾期、等您审核或答复的）合成这一条，没有要提醒的不发。时间点“{1}”改。",
        "On each working day at {0} one digest comes: what there is to remind of that day (not signed for, due soon, overdue, waiting for you) in one message, and none where there is nothing. Its time is under “{1}”.");
    public static readonly Text NotRemindedLately = new(
        "您手上未办结的事项最近没有提醒过您。提醒是按规则自动发的：未签收、快到期、逾期的，工作日会提醒。",
        "Nothing that is open with you was reminded of lately. Reminders follow the rules by themselves: what is not signed for, due soon or overdue.");
    public static readonly Text RemindedLast = new("最近一次提醒是{1}，说的是这{0}项：", "The last reminders came on {1}, of these {0}:", "The last reminder came on {1}, of this one:");
    public static readonly Text RemindedNow = new("按规则要提醒您的有{0}项（未签收、快到期、逾期）：", "By the rules you are reminded of these {0} (not signed for, due soon or overdue):", "By the rules you are reminded of this one (not signed for, due soon or overdue):");
    public static readonly Text RemindedLine = new("{0} {1}：{2}，时限{3}，{4}。", "{0} {1}: {2}, due {3}, {4}.");
    public static readonly Text RemindersEnd = new("提醒是按规则自动发的，签收、报结以后就不再提醒；什么时候收，点“{0}”改。", "Reminders follow the rules by themselves and end once you sign or hand in; when they come is under “{0}”.");
    public static readonly Text RemindedOf = new("{0}提醒过：{1}。{2}", "{0} was reminded of: {1}. {2}");
    public static readonly Text NeverReminded = new("{0}还没有提醒过您，目前是“{1}”。{2}", "You were not reminded of {0} so far. It is “{1}”. {2}");
    public static readonly Text Ahead = new("接下来：{0}。", "Next: {0}.");
    public static readonly Text NothingAhead = new("这一项接下来没有要提醒您的。", "No reminder of it is planned for you now.");
    public static readonly Text NotOffAlone = new("提醒是按规则自动发的，一件事项的不能单独关掉，签收、报结以后就不再提醒；每日提醒时间和免打扰时段点“{0}”改。", "Reminders follow the rules and cannot be switched off for one matter; they end once you sign or hand in. The hour of the digest and the quiet hours are under “{0}”.");
    public static readonly Text CameBack = new("又出来是因为退回了：{0}。要再报结一次。", "It is there again because it was returned: {0}. It has to be handed in once more.");
    public static readonly Text Stop = new("{0}。", "{0}.");

    public static readonly Text SubstituteMay = new("能：登记代办的那些天里，您能办的都可以替您办，报结也可以，记录里写明“代”您。", "Yes: on the days that are entered they may do all that you may, hand in as well, in your name.");
    public static readonly Text SubstituteMayNot = new("不能：代办人能办的只是您自己能办的，办结、退回、批准延期由审核方定。", "No: a substitute may do what you may do yourself; closing, returning and granting more time are the reviewing side's.");
    public static readonly Text SubstituteGetsThem = new("那些天发给代办人，不发给您；代办人还没打开过对话的，两人都发。", "On those days they go to the substitute and not to you; to both while the substitute has not opened the chat.");
    public static readonly Text TableMakes = new(
        "这张表里勾选了{0}条任务，点“全部交办”后一共{1}件事项（几个地方共一条的，每个地方各一件）；现在还没有交办。",
        "{0} tasks of this table are ticked; assigned, they make {1} matters (one in each place). Nothing is assigned so far.");
    public static readonly Text ToldYou = new("会：{0}“{1}”以后马上发消息告诉您（免打扰时段内的到时间再送）。", "Yes: at “{1}” of {0} you get a message at once (in quiet hours it comes afterwards).");
    public static readonly Text NotToldYou = new("不会单独发消息给您：{0}“{1}”以后，打开事项就能看到，办理记录里也有。", "No, no message to you at “{1}” of {0}: you see it on the matter and in its history.");
    public static readonly Text IsTold = new("会。", "Yes.");
    public static readonly Text NotTold = new("不会单独通知。", "No.");
    public static readonly Text ToldThese = new("{0}“{1}”以后，马上自动通知：{2}。", "At “{1}” of {0} these are told at once, by itself: {2}.");
    public static readonly Text PlaceNotTold = new("{1}“{2}”以后不单独发消息给{0}。", "{0} gets no message at “{2}” of {1}.");
    public static readonly Text SeesIt = new("看得见：{0}能看到{1}，“{2}”写在它的卡片和办理记录里。", "They see it: {1} is visible to {0}, and “{2}” stands on its card and in its history.");
    public static readonly Text ToldInGeneral = new(
        "会，都是自动的：交办、改期、催办、退回、答复延期、办结、撤回马上告诉承办的一方（多数也告诉市联络办），报结、申请延期、申请退件马上告诉审核的一方；签收和反馈进展不单独通知，关注了的会收到进展。",
        "Yes, by itself: assigning, another date, urging, returning, an answer to a request, closing and withdrawing are told at once to whoever works on it (mostly to the city office as well); handing in, asking for time and declining to whoever reviews it. Signing and progress are told to nobody but those who follow the matter.");
    public static readonly Text SeesMatter = new("看得见：{0}能看到{1}，办理记录里写的都看得到。", "Yes: {1} is visible to {0}, with all that its history says.");
    public static readonly Text NobodyGetsIt = new("收不到：{0}还没有登记联络员，发过去没有人收到，请先登记人员，或者自己联系。", "No: {0} has no officer here, so nobody gets it until one is registered.");
    public static readonly Text Visible = new("能看：{0}在您能看到的范围内。", "Yes, you see {0}.");
    public static readonly Text SkipByThem = new("只免一次的，设立以后由设立的一方（组长、省委巡视办）在定期事项里到那一次点“跳过”；您没有交办权限，不能设立。", "One date alone is skipped by those who set it up (the team leader or the provincial office), under “recurring”, when it is next. You may not set one up.");
    public static readonly Text DaysOffOfRules = new(
        "定期事项遇周末、节假日，按放假安排提前到前一个工作日（默认）；设立时也可以选顺延到下一个工作日，或者不变。设立由组长或省委巡视办办。",
        "A date of a recurring matter that falls on a weekend or holiday moves to the working day before; whoever sets it up may choose the working day after, or no change. The team leader or the provincial office sets it up.");
    public static readonly Text SeesNothing = new("看不见：{0}看不到{1}。", "No: {1} is not visible to {0}.");

    /// <summary>{1} who works on it, {2} who reviews it.</summary>
    public static readonly Text SupervisionEnds = new(
        "不能单独摘：{0}的督办到办结（或撤回）时自动结束，挂账、立项的都不能提前取消。要早点结束，由{1}办完报结，{2}审核办结。",
        "It cannot be taken off alone: supervision of {0} ends by itself when the matter is closed (or withdrawn), on the ledger as well as docketed. To end it sooner, {1} hands it in and {2} closes it.");
    public static readonly Text HandInWhileWaiting = new(
        "能：延期还没答复也可以直接反馈进展、报结。{0}报结以后，等着的延期申请就作废，由{1}审核办结或退回。",
        "Yes: you can report or hand in while the request for more time waits. Once {0} is handed in the request is void, and {1} closes or returns it.");
    public static readonly Text TimeAgain = new(
        "可以再申请、再批，次数不限：到期前（含当天）申请，批不批、延到哪天由{0}定，同一时间只能有一个等答复的申请。",
        "Yes, more time can be asked for and granted again, as often as needed: ask before it is due (or on the day); {0} decides whether and until when. One request can wait at a time.");
    public static readonly Text TimeAgainInGeneral = new("可以，延期次数不限，批不批由审核方定。", "Yes, the number of extensions is not limited; the reviewing side decides.");
    public static readonly Text GrantedSoFar = new("{1}批准过{0}次延期。", "Of {1}, more time was granted {0} times so far.", "Of {1}, more time was granted once so far.");
    public static readonly Text TimeOnLedger = new(
        "挂账、立项督办不影响延期：到期前（含当天）照样可以申请，批不批由审核方定；逾期以后不能再申请，由审核方改时限。督办不因为延期取消。",
        "Yes: supervision does not stand in the way. Before it is due (or on the day) more time can be asked for as ever, and the reviewing side decides; once overdue, only the reviewing side can move the date. Supervision goes on all the same.");
    public static readonly Text MattersPerPlace = new("一条任务写几个地方的，交办时每个地方各算一件事项；写一个地方的算一件。", "A task that names several places makes one matter in each of them; one place, one matter.");
    public static readonly Text NoFileCame = new(
        "没有收到文件：这里没有等着放的文件或图片，{0}上什么都没有添加。请把文件、图片和编号（{0}）放在同一条消息里再发一次；手机上发不了的用电脑版，或者把链接写在话里。一件事项最多20个。",
        "No file has arrived here, and nothing was added to {0}. Please send the files or pictures once more, in one message with its number ({0}); where a phone cannot, use the desktop app or write the link. 20 at most for a matter.");
    public static readonly Text NotYoursNow = new("不用：{0}已经移交{1}，由{1}签收、办理、报结，您这里只能查看。", "No: {0} was referred to {1}, who signs for it, works on it and hands it in; you only see it.");
    public static readonly Text StaysClosed = new("好的，{0}保持“{1}”，什么都没有改动。", "All right: {0} stays “{1}”. Nothing was changed.");
    public static readonly Text EndsEarly = new(
        "可以：提前回来，说“我回来了”，代办就结束；设好以后，在通讯录里也可以点“{0}”。表单还没提交的，点“{1}”就行。",
        "Yes: when you are back early, say “I'm back” and the substitution ends; once it is set, “{0}” in the directory does the same. A form that is not submitted yet is left with “{1}”.");
    public static readonly Text AskBeforeSigning = new("还没有签收；提问、留言现在就可以，不影响签收。", "It is not signed for yet; a question or a remark is possible now, before signing.");
    public static readonly Text ThoseListed = new("刚才列出的{0}项。", "The {0} that were listed.", "The one that was listed.");
    public static readonly Text NotDueThen = new("{0}还没到时限，到那天不用申请。", "On {0} it is not due yet, so nothing has to be asked for by then.");
    public static readonly Text MustAsk = new(
        "到时限还办不完的，要在到期前（含当天）申请延期，由{0}答复；不申请的，逾期以后不能再申请，会提醒并逐级上报。",
        "What will not be done by its date needs a request for more time before it is due (or on the day), which {0} answers. Without one it becomes overdue, more time can no longer be asked for, and reminders go up step by step.");
    public static readonly Text InTime = new("来得及：{0}在时限之内。", "Yes: {0} is in time.");
    public static readonly Text TooLate = new("来不及：{0}已经过了时限。要晚交的，到期前（含当天）申请延期。", "No: {0} is past its date. To hand it in later, ask for more time before it is due.");
    public static readonly Text WhatIsClosed = new("办结的事项", "A closed matter");
    public static readonly Text ClosedTakesNothing = new(
        "{0}已经办结，不能再补材料、留言或改内容。办结10分钟内，办结的人可以撤销办结；之后要补的，请省委巡视办写明原因重新办理，回到办理中再补充、重新报结。",
        "{0} is closed and takes no more files, remarks or changes. For ten minutes whoever closed it can take that back; later ask the provincial office to reopen it with a reason: it is in progress again then, and what is missing can be added and handed in.");
    public static readonly Text SignedByPassingOn = new("不用先签收：{0}还没签收的，转办时一并签收；先签收再转办也可以。", "No need to: passing {0} on signs for it as well. Signing first is possible, too.");
    public static readonly Text DeclinedThen = new(
        "申请退件以后由{0}答复：可以撤回、移交给部门、改派别的地方，也可以写明原因坚持交办。答复以前不催签收、不提醒时限；坚持交办的要重新签收，不能再退。有了答复您会收到消息。",
        "Once it is declined, {0} answers: withdraws it, refers it to a department, gives it to another place, or insists with a reason. Until then nobody is reminded of signing or of the date. If they insist, it is to be signed for anew and cannot be declined again. You are told of the answer.");
    public static readonly Text TimeThen = new(
        "延期由{0}定：批准的按批的日子算（可以比申请的短），不批准的时限不变，可以补充理由再申请；1个工作日还没答复，会提醒审核方。有了答复您会收到消息。",
        "{0} decides on it: granted, the date that is given counts (it may be earlier than asked for); refused, the date stays and you may ask again. After 1 working day without an answer the reviewing side is reminded. You are told of the answer.");
    public static readonly Text HandedInThen = new(
        "报结以后由{0}审核：办结，或者写明要求退回，退回的补齐后再报结；3个工作日还没审核，会提醒审核方。有了结果您会收到消息。",
        "Once it is handed in, {0} reviews it: closes it, or returns it with what is still required, and then you hand it in again. After 3 working days the reviewing side is reminded. You are told of the result.");
    public static readonly Text DelayTold = new(
        "会：逾期1个工作日提醒责任方和协调方，3个工作日起每个工作日再提醒审核方和省委巡视办；5个工作日建议挂账督办，10个工作日建议立项督办（急件的天数减半）。",
        "Yes: 1 working day after the date those responsible and the coordinator are reminded, from the 3rd on each working day the reviewing side and the provincial office too; at 5 the ledger is proposed, at 10 docketing (half of that for urgent ones).");
    public static readonly Text NotAfterSigning = new(
        "不能：签收以后不能再退件，签收也不能撤销。不归本单位办的，签收前申请退件；已经签收的，提问、留言说明，由交办方撤回、改派。",
        "No: what is signed for cannot be declined, and signing cannot be taken back. Decline what is not yours before signing; afterwards ask or leave a remark, and those who assigned it can withdraw it or give it to another place.");
    public static readonly Text SeesItsPart = new(
        "会：转办以后马上通知{0}，那里收到自己的一项，看得到目标任务和转办要求；看不到别的县的。",
        "Yes: once it is passed on {0} is told at once, gets a part of its own, and sees its target and what you ask for; not the parts of other counties.");
    public static readonly Text NotVisible = new(
        "没有找到您能看到的事项 {0}：编号写错了，或者不在您能看到的范围内。您能看到的是：{1}。",
        "There is no matter {0} that you may see: the number is wrong, or it lies outside of what you see. You see: {1}.");

    public static readonly Text YoursToSign = new("等您签收的有{0}项。", "{0} are yours to sign for.", "One is yours to sign for.");
    public static readonly Text OthersToSign = new("另有{0}项未签收的，由别处签收（转办或移交的）。", "{0} more are not signed for, and others have to sign those.", "One more is not signed for, and others have to sign it.");
    public static readonly Text AlsoPrint = new("一次出一份：整件的那份，再说“请打印 {0}”。", "One sheet at a time: for that of the whole, say “print {0}” as well.");
    public static readonly Text HandInComesBack = new(
        "能：报结以后、审核以前，由报结的人点“撤销报结”收回，改好再报一次；之后有人又办理过的，就收不回了。审核以后（办结或退回）也收不回：退回的按要求补齐再报一次，办结的请省委巡视办重新办理。",
        "Yes: until it is reviewed, whoever handed it in can take that back (press Undo, or say “undo” with the number), put it right and hand it in again, while nobody took another step on it. Once it was reviewed it stays: what was returned is handed in once more, what was closed the provincial office can reopen.");
    public static readonly Text PartsFirst = new(
        "还不能：{1}转办下去的还有{0}项没有办结（{2}），都办结或撤回以后，才能由{3}报结；这之前可以反馈进展。",
        "Not yet: of {1}, {0} parts are still open ({2}). Once all of them are closed or withdrawn {3} can hand it in; until then progress can be reported.",
        "Not yet: of {1}, one part is still open ({2}). Once it is closed or withdrawn {3} can hand it in; until then progress can be reported.");
    public static readonly Text PartsAreDone = new("转办下去的都办结了，可以报结：{0}由{1}报结给{2}。", "All parts are closed, so {0} can be handed in by {1}, to {2}.");
    public static readonly Text PartsFirstInGeneral = new(
        "要等：转办下去的各项都办结（或撤回）以后，市里才能报结；这之前可以反馈进展。各县的报结由市联络办审核。",
        "Yes, wait: a city hands in once all parts that it passed on are closed or withdrawn; until then it can report progress. The city office reviews what the counties hand in.");
    public static readonly Text NotAtOnce = new(
        "不用马上报：签收以后到办理时限前报结就行，中间有进展随时反馈，到期前会提醒。",
        "Nothing has to be reported at once: after signing it is handed in by its due date, progress whenever there is some, and a reminder comes before it is due.");
    public static readonly Text SigningMeans = new(
        "签收就是接下来办：{0}签收以后由{1}负责在时限前办理、反馈进展、报结，由{2}审核，审核办结了就完了。签收不能撤销，签收以后不能退件；办不完的，到期前可以申请延期，有困难可以提问、留言。不归本单位办的，签收前申请退件。",
        "Signing takes it on: once {0} is signed for, {1} has to work on it until its date, report and hand in, and {2} reviews it; it ends when it is closed. Signing cannot be taken back, and afterwards it cannot be declined; more time can be asked for before it is due, and questions and remarks are possible. What is not yours is declined before signing.");
    public static readonly Text Left = new(
        "放着不办的，时限前5个、2个工作日和当天提醒责任方；逾期1个工作日提醒责任方和协调方，3个工作日起每个工作日再提醒审核方和省委巡视办；5个工作日建议挂账督办，10个工作日建议立项督办（急件的天数减半）。",
        "If it is left, those responsible are reminded 5 and 2 working days before its date and on the day; 1 working day after it the coordinator too, from the 3rd on each working day the reviewing side and the provincial office as well; at 5 the ledger is proposed, at 10 docketing (half of that for urgent ones).");
    public static readonly Text LateInGeneral = new(
        "逾期以后不能再申请延期（申请要在到期前，含当天）：先反馈进展，需要改期的留言或提问，由交办方决定改时限。",
        "Once it is overdue more time can no longer be asked for (only before it is due, or on the day). Report where it stands; those who assigned it can change the date, so leave a remark or ask.");
    public static readonly Text ThatIsYou = new("就是由您办结。", "That is you.");
    public static readonly Text NotYou = new("不由您办结。", "You do not close it.");

    /// <summary>What a step does to the reminders of {0}.</summary>
    public static readonly Dictionary<Act, Text> RemindersAfter = new()
    {
        [Act.Close] = new("{0}办结以后就不再提醒，也不再催；已经攒在汇总里的也不发。", "Once {0} is closed there are no more reminders of it, also not in a digest that was gathered before."),
        [Act.Withdraw] = new("{0}撤回以后就不再提醒；已经攒在汇总里的也不发。", "Once {0} is withdrawn there are no more reminders of it, also not in a digest that was gathered before."),
        [Act.HandIn] = new("{0}报结以后不再提醒承办的一方；3个工作日还没审核的，提醒审核方。退回的，按时限接着提醒。", "Once {0} is handed in, whoever works on it is reminded no more; after 3 working days without a review the reviewing side is. If it is returned, reminders follow its date again."),
        [Act.Sign] = new("{0}签收以后不再提醒签收；快到期和逾期的照常提醒。", "Once {0} is signed for, signing is reminded of no more; reminders before and after its date go on."),
        [Act.Return] = new("{0}退回以后按时限接着提醒承办的一方。", "Once {0} is returned, whoever works on it is reminded by its date again."),
        [Act.ChangeDue] = new("{0}改期以后，提醒按新的时限重新算。", "Once {0} has another date, reminders follow the new one."),
        [Act.GrantExtension] = new("{0}批准延期以后，提醒按新的时限重新算。", "Once more time is granted for {0}, reminders follow the new date."),
        [Act.Decline] = new("{0}申请退件以后，等答复期间不催签收、不提醒时限；1个工作日还没答复的，提醒审核方。", "Once {0} is declined nobody is reminded of signing or of the date until it is answered; after 1 working day the reviewing side is."),
    };

    /// <summary>The words of the product in one sentence each.</summary>
    public static readonly Dictionary<string, Text> Terms = new(StringComparer.Ordinal)
    {
        ["assign"] = new("交办：省委巡视办或巡视组组长把新的事项交给市、县或部门去办，写明目标任务和时限。", "Assign: the provincial office or a team leader gives a new matter to a city, county or department, with its target and date."),
        ["passon"] = new("转办：市联络办把交给本市的事项再分给所辖县（市、区），每个县一项，时限不晚于原来的；县里报结由市联络办审核，都办结后市里再报结。", "Pass on: a city office hands a matter of its city down to its counties, a part each, due no later than the whole; the city reviews the parts and hands in once all are closed."),
        ["refer"] = new("移交：交办的一方把事项交给省里的部门去办。", "Refer: those who assigned a matter give it to a department of the province."),
        ["return"] = new("退回：审核的一方不同意报结，写明进一步整改要求，事项回到“办理中”。", "Return: the reviewing side does not accept what was handed in and says what is still required; the matter is in progress again."),
        ["withdraw"] = new("撤回：交办的一方收回整个事项，不用再办，不能恢复。", "Withdraw: those who assigned a matter take it back for good; nothing more is to be done."),
        ["undo"] = new("撤销：收回自己刚办的那一步（刚报的进展、没审核的报结、没答复的退件申请、10分钟内的办结），事项还在。", "Undo: you take back your own last step (a report, a hand-in before its review, a declining before its answer, a closing within ten minutes); the matter stays."),
        ["decline"] = new("退件：承办的一方在签收前说明不归自己办，由交办的一方答复。", "Decline: before signing, whoever should do it says that it is not theirs; those who assigned it answer."),
        ["urge"] = new("催办：由人发出，马上告诉承办的一方，记在办理记录里。", "Urge: somebody sends it; whoever works on it is told at once, and it stands in the history."),
        ["remind"] = new("提醒：系统按规则自动发（未签收、快到期、逾期、待审核），合在每日汇总里，急件马上发。", "Reminders come by themselves, by the rules (not signed for, due soon, overdue, waiting for review), in the daily digest; urgent ones at once."),
        ["ledger"] = new("挂账督办：列入督办账、逐级提醒，由组长或省委巡视办决定。", "Supervision ledger: the team leader or the provincial office puts a matter on it; reminders go up."),
        ["docket"] = new("立项督办：挂账以后仍不到位的，由省委巡视办提出，督查室受理，是更高的一级。", "Docketing: the next step after the ledger; the provincial office proposes it and the supervision office accepts."),
        ["ask"] = new("提问：发给事项的另一方，等对方答复，超过3个工作日提醒一次。", "A question goes to the other side of the matter and waits for an answer; after 3 working days they are reminded."),
        ["remark"] = new("留言：发给事项的另一方，不用答复。", "A remark goes to the other side of the matter and needs no answer."),
        ["handin"] = new("报结：承办的一方办完了，写明办理结果，交给审核的一方。", "Hand in: whoever works on it has finished, writes the result, and gives it to the reviewing side."),
        ["report"] = new("反馈进展：还没办完，说明办到哪一步，事项仍在办理中。", "Report progress: not finished yet; it says how far it is, and the matter stays in progress."),
        ["close"] = new("办结：审核的一方同意报结，事项结束。", "Close: the reviewing side accepts what was handed in, and the matter ends."),
        ["sign"] = new("签收：承办的一方收下事项，开始办理；签收以后不能退件。", "Sign for: whoever has to do it takes the matter on; afterwards it cannot be declined."),
        ["extension"] = new("申请延期：承办的一方到期前申请，由审核的一方批准或不批准。", "More time: whoever works on it asks before it is due, and the reviewing side grants or refuses it."),
        ["changedue"] = new("改期：交办的一方直接改时限，写明原因，不用申请。", "Change the date: those who assigned it set another date themselves, with a reason."),
        ["substitute"] = new("代办：不在的那些天里由另一位同事替您办，到日子自动结束。", "A substitute works in your place on the days that you are away; it ends by itself."),
        ["replace"] = new("换人：职责交给接替的人，事项、提醒和记录都转过去，原来的人不再看得到。", "Replacing: the duty passes to whoever follows, with matters, reminders and history; the one before no longer sees them."),
        ["follow"] = new("关注：每次反馈进展都告诉您，到办结为止，不用您办什么。", "Follow: you are told of each report of progress until the matter is closed; you have nothing to do."),
        ["correct"] = new("更正：交办后10分钟内、还没有人签收时，改写错的内容，编号不变。", "Correct: within ten minutes and before anybody signs, what was written wrong in an assignment is put right; the number stays."),
    };

    public static readonly Text HowToReplace = new(
        "换人：说“长安区联络员换成 姓名 登录名”，或在通讯录里点那个人旁边的换人按钮，核对后点“确定换人”；未办结的事项、等答复的提问、提醒都归接替的人。市联络办可以换本市各县的联络员，省委巡视办可以换各类人员；其他人说“我要调走了”，会告诉登记人员的。",
        "To replace somebody: say “Chang'an's officer is replaced by” with the name and the sign-in name, or press Replace beside them in the directory, check it and confirm. Open matters, waiting questions and reminders pass to whoever follows. A city office replaces the officers of its counties, the provincial office anybody; all others say “I am leaving”, and those who keep the directory are told.");
    public static readonly Text FileKinds = new(
        "能收：PDF、OFD、Word、Excel、PPT、WPS、图片、MP4视频和文本，每个最大50MB，一件事项最多20个。压缩包（zip、rar等）和带宏的文件不收：请解开后一个一个发，或把链接写在话里。",
        "Kept are PDF, OFD, Word, Excel, PowerPoint, WPS, pictures, MP4 video and plain text, at most 50 MB each and 20 a matter. Archives (zip, rar and the like) and files with macros are not: send the files in it one by one, or put a link into your text.");
    public static readonly Text HowCounted = new(
        "新交办：这段时间里交办的；办结：这段时间里办结的；未办结：现在还没办结的；逾期：未办结里已过时限的；待审核：已报结、还没审核的。转办到各县的，合计里只算一件，分地方时算在各自名下；只数您能看到的事项，按区划代码排列，不排名。",
        "New: assigned within those days. Closed: closed within those days. Open: not closed by now. Overdue: open and past its date. Waiting: handed in and not reviewed. What was passed on counts once in totals, and in each place by place. Only what you may see is counted; places stand in the order of their codes, without ranking.");
    public static readonly Dictionary<Act, Text> AnsweredIn = new()
    {
        [Act.Ask] = new("答复没有规定几天，我也不统计平均天数：提问超过3个工作日没有答复的，提醒对方一次；有了答复您马上收到消息。", "There is no fixed time for an answer, and no average is kept: after 3 working days without one the other side is reminded; you are told as soon as there is one."),
        [Act.RequestExtension] = new("延期答复没有规定几天，我也不统计平均天数：1个工作日没有答复的，提醒审核方；有了答复您马上收到消息。", "There is no fixed time for an answer to a request for more time, and no average is kept: after 1 working day the reviewing side is reminded; you are told as soon as there is one."),
        [Act.HandIn] = new("审核没有规定几天，我也不统计平均天数：报结后3个工作日还没审核的，提醒审核方；有了结果您马上收到消息。", "There is no fixed time for a review, and no average is kept: after 3 working days the reviewing side is reminded; you are told of the result at once."),
        [Act.Decline] = new("退件答复没有规定几天，我也不统计平均天数：1个工作日没有答复的，提醒审核方；有了答复您马上收到消息。", "There is no fixed time for an answer to a declining, and no average is kept: after 1 working day the reviewing side is reminded; you are told as soon as there is one."),
    };
    public static readonly Text FilesJudged = new("没有规定必须有哪些附件，齐不齐、够不够由审核的一方（{0}）看；缺的可以退回写明要求，或者提问。", "No files are required by rule; whether they suffice is for the reviewing side ({0}) to judge. What is missing can be asked for by returning it, or by a question.");
    public static readonly Text ExportHasNoPhones = new("导出的台账里有“联系人”一列（姓名），没有电话；电话在通讯录里，说“导出通讯录”另存一张表。", "The exported register has a column with the contacts' names, and no phone numbers; those are in the directory: say “export the directory” for a table of it.");
    public static readonly Text PaperIsYours = new("文件只生成给您，没有发给任何人：里面只有您能看到的事项，下载链接10分钟内有效；给谁看由您定，请勿转发链接。", "The file was made for you alone and sent to nobody: it holds only what you may see, and its link works for 10 minutes. Who gets it is up to you; do not pass on the link.");
    public static readonly Text BurdenNow = new("{0}现在未办结{1}项，其中逾期{2}项。定期报送一项每次算一件，为基层减负，最多每周一次；合不合适由设立的一方（组长、省委巡视办）定。", "{0} has {1} open matters now, {2} of them overdue. Each date of a recurring report is one more; once a week is the most there is. Whether that is too much is for those who set it up (the team leader or the provincial office).");
}
