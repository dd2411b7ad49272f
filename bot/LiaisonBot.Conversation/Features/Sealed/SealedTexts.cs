namespace LiaisonBot.Conversation.Features.Sealed;

/// <summary>What is said of sealed records. Nothing here ever holds what was typed.</summary>
public static class SealedTexts
{
    public static readonly Text Name = new("密件", "Sealed records");
    public static readonly Text Help = new(
        "信访、网情、移交单、延伸了解、暗访：在窗口里登记和办理，聊天里只有编号",
        "petitions, online clues, slips, inquiries, unannounced visits: entered and read in a window, the chat has numbers alone");
    public static readonly Text HelpSay = new("登记 来电", "register call");
    public static readonly Text Title = new("密件 {0}", "Sealed record {0}");
    public static readonly Text ListTitle = new("密件", "Sealed records");
    public static readonly Text ListEmpty = new("没有您经手的密件。", "There is no sealed record of yours.");
    public static readonly Text ListMore = new("另有{0}件未列出。", "{0} more are not listed.", "1 more is not listed.");
    public static readonly Text ListNarrow = new(
        "共{0}件，先列要办的。发“密件 S-17”直接打开一件；发“密件 去年”只列那一年登记的。",
        "{0} in all, what is to be done first. Say “S-17” to open one, or “sealed records last year” for those of that year.");
    public static readonly Text ListCut = new(
        "只读了最早的{0}件，后面的没有列出：请发“密件”加年份，如“密件 去年”。",
        "Only the first {0} were read: please add the year, as in “sealed records last year”.");
    public static readonly Text OfOtherTeam = new("{0}（{1}）", "{0} ({1})");
    public static readonly Text OtherTeamNote = new(
        "只选另一组的人，这件密件和由它拟出的移交单、函、转交就归那一组，本组不再看到。",
        "If all of them are of another team, the record and what was made of it go to that team, and this one sees it no more.");
    public static readonly Text Given = new("密件 {0} 已交给另一组，不再对您显示。", "Sealed record {0} went to the other team and is no longer shown to you.");
    public static readonly Text Count = new("计入覆盖", "Count it as a visit");
    public static readonly Text CountSure = new(
        "将按这次暗访的地区和日期，在安排里拟定一次巡查。省委巡视办会看到；批准、公布以后计入覆盖，那个县和所在市也会看到日期和组别。暗访的内容不带过去。",
        "A patrol of this place and these days is drafted in the plan. The office sees it; once it is approved and announced it counts, and the county and its city see days and team. Nothing of what was found goes with it.");
    public static readonly Text Counted = new("已在安排中拟定，待省委巡视办批准、公布后计入覆盖。", "Drafted in the plan; it counts once the office has approved and announced it.");
    public static readonly Text FactCounted = new("是否计入", "Counted");
    public static readonly Text CountedInPlan = new("已列入安排", "in the plan");
    public static readonly Text ActCount = new("计入覆盖", "counted it as a visit");
    public static readonly Text OpenList = new("打开密件列表", "Open the list");
    public static readonly Text OpenForm = new("打开登记窗口", "Open the window");
    public static readonly Text Register = new("登记", "Register");
    public static readonly Text InWindow = new(
        "密件的内容只在窗口里填写和查看，不经过聊天。",
        "Sealed records are entered and read in a window, not in the chat.");
    public static readonly Text NotStored = new(
        "您打在聊天里的内容没有保存。请把那条消息删掉，到窗口里填写。",
        "What you typed into the chat was not kept. Please delete that message and use the window.");
    public static readonly Text NothingDone = new(
        "好的，什么都没有登记。需要时说“登记 来电”。",
        "All right, nothing was registered. When it is time, say “register call”.");
    public static readonly Text NotYours = new(
        "密件由组长、信访专员、网信专员登记。您没有这项权限；需要的话请组长指定。",
        "Sealed records are registered by the leader and by those named for petitions or online clues. You are not among them; the leader can name you.");
    public static readonly Text NoSuch = new("没有密件 {0}", "There is no sealed record {0}");
    public static readonly Text NumberMissing = new("请写上编号，例如：查阅记录 S-17", "Please give the number, for example: looks S-17");
    public static readonly Text NotHere = new("密件只在与我的单独聊天里办理。", "Sealed records are handled in your own chat with me.");

    public static readonly Text Leadership = new("领导班子", "Leadership");
    public static readonly Text LeadershipMember = new("班子成员", "Member of the leadership");
    public static readonly Text KeyPost = new("重要岗位", "Key post");
    public static readonly Text Other = new("其他", "Other");
    public static readonly Text OutOfScope = new("不属受理范围", "Out of scope");

    public static readonly Text StateRegistered = new("已登记", "Registered");
    public static readonly Text StateDraft = new("拟移交", "To be signed");
    public static readonly Text StateJudged = new("已研判", "Judged");
    public static readonly Text StateSent = new("已移交", "Referred");
    public static readonly Text StateReceived = new("已接收", "Received");
    public static readonly Text StateAnswered = new("已反馈", "Answered");
    public static readonly Text StateClosed = new("已办结", "Closed");
    public static readonly Text StateAsked = new("已发函", "Asked");
    public static readonly Text StateAllAnswered = new("已答复", "Answered");
    public static readonly Text StateWaiting = new("待转交", "Waits to be forwarded");
    public static readonly Text StateForwarded = new("已转交", "Forwarded");
    public static readonly Text StateStopped = new("已停止转交", "Stopped");
    public static readonly Text StatePlanned = new("拟定", "Drafted");
    public static readonly Text StateApproved = new("已批准", "Approved");
    public static readonly Text StateReported = new("已报告", "Reported");

    public static readonly Text TaskJudge = new("需研判", "to be judged");
    public static readonly Text TaskCarryOut = new("需办理并反馈", "to be carried out and answered");
    public static readonly Text TaskClose = new("需办结", "to be closed");
    public static readonly Text TaskSign = new("需组长签", "to be signed by the leader");
    public static readonly Text TaskReceive = new("需接收", "to be received");
    public static readonly Text TaskReply = new("需反馈办理情况", "to be answered");
    public static readonly Text TaskAsk = new("需发函了解", "departments are to be asked");
    public static readonly Text TaskApprove = new("需组长批准", "to be approved by the leader");
    public static readonly Text TaskReport = new("需开展并报告", "to be carried out and reported");
    public static readonly Text TaskConvert = new("需处置或办结", "to be disposed of or closed");
    public static readonly Text TaskNone = new("无待办", "nothing to do");

    public static readonly Text FactPlace = new("涉及地区", "Place");
    public static readonly Text FactReceived = new("收到", "Received");
    public static readonly Text FactAbout = new("反映对象", "About");
    public static readonly Text FactNamed = new("署名", "Named");
    public static readonly Text Anonymous = new("匿名", "anonymous");
    public static readonly Text Named = new("实名", "named");
    public static readonly Text FactHandlers = new("经办", "Handled by");
    public static readonly Text Nobody = new("未指定", "nobody yet");
    public static readonly Text FactDisposal = new("处置", "Disposal");
    public static readonly Text FactMatter = new("已转化为", "Made into");
    public static readonly Text FactSlip = new("移交单", "Slip");
    public static readonly Text FactOf = new("来自", "From");
    public static readonly Text FactReceiver = new("接收部门", "Receiver");
    public static readonly Text FactPresent = new("现任地区", "Serves now in");
    public static readonly Text FactDays = new("开展时间", "Days");
    public static readonly Text DaysOf = new("{0}至{1}", "{0} to {1}");
    public static readonly Text FactTask = new("下一步", "Next");
    public static readonly Text TaskBy = new("{0}，{1}前", "{0}, by {1}");

    public static readonly Text ShowText = new("查看内容", "Read the text");
    public static readonly Text ShowIdentity = new("查看反映人", "Who told it");
    public static readonly Text Judge = new("研判", "Judge");
    public static readonly Text Link = new("填写事项编号", "Give the matter");
    public static readonly Text Answer = new("反馈", "Answer");
    public static readonly Text GiveTime = new("延长{0}日", "{0} more days");
    public static readonly Text GiveTimeTitle = new("延长办理期限", "More time");
    public static readonly Text Handlers = new("指定经办人", "Name handlers");
    public static readonly Text Recuse = new("我要回避", "Recuse myself");
    public static readonly Text RecuseTitle = new("回避", "Recusal");
    public static readonly Text RecuseSure = new(
        "回避后您立即看不到这件密件，也不能自行恢复。",
        "You will no longer see this record, at once, and cannot undo it yourself.");
    public static readonly Text Refer = new("填写移交单", "Make the slip");
    public static readonly Text Sign = new("签批移交", "Sign and refer");
    public static readonly Text Receive = new("接收", "Receive");
    public static readonly Text Reply = new("反馈办理情况", "Say what came of it");
    public static readonly Text Looks = new("查阅记录", "Looks");
    public static readonly Text Asking = new("发函了解", "Ask departments");
    public static readonly Text Forwarding = new("转交现任地区巡视组", "Forward to the team there now");
    public static readonly Text Stop = new("停止转交", "Stop forwarding");
    public static readonly Text StopSure = new(
        "停止后不再转交；已送到的巡视组也看不到，不能恢复。",
        "It will not be forwarded; the team that has it sees it no more. This cannot be undone.");
    public static readonly Text Approve = new("批准", "Approve");
    public static readonly Text Report = new("报告情况", "Report");
    public static readonly Text PartLine = new("{0}  ·  {1}  ·  {2}", "{0}  ·  {1}  ·  {2}");
    public static readonly Text Back = new("返回", "Back");

    public static readonly Text FieldKind = new("登记种类", "Kind of record");
    public static readonly Text FieldPlace = new("涉及地区", "Place concerned");
    public static readonly Text FieldReceived = new("收到日期", "Received on");
    public static readonly Text FieldAbout = new("反映对象", "About whom");
    public static readonly Text FieldAnonymous = new("署名情况", "Name given");
    public static readonly Text FieldReference = new("纸质或内网档号", "Where the paper or file lies");
    public static readonly Text FieldLink = new("网页链接", "Link of the page");
    public static readonly Text FieldText = new("内容提要（加密）", "Summary (encrypted)");
    public static readonly Text FieldName = new("反映人", "Who told it");
    public static readonly Text FieldContact = new("联系方式", "How to reach them");
    public static readonly Text FieldDisposal = new("研判处置", "What becomes of it");
    public static readonly Text FieldWords = new("研判说明（加密）", "Words on it (encrypted)");
    public static readonly Text FieldMatter = new("事项编号", "Number of the matter");
    public static readonly Text MatterNote = new(
        "事项请另行交办，文字重新拟写；事项里看不到这件密件。可填多个编号。",
        "Assign matters by themselves, with words of their own; they show nothing of this record. Several numbers may be given.");
    public static readonly Text FieldAnswer = new("反馈情况（加密）", "What came of it (encrypted)");
    public static readonly Text FieldPost = new("现任职务（不写姓名，加密）", "Post now, without a name (encrypted)");
    public static readonly Text FieldFormerPost = new("上一职务（加密）", "Post before (encrypted)");
    public static readonly Text FieldFrom = new("暗访开始日期", "First day");
    public static readonly Text FieldTo = new("暗访结束日期", "Last day");
    public static readonly Text FieldTopic = new("暗访安排（加密）", "What is looked at (encrypted)");
    public static readonly Text FieldDepartments = new("发往的部门", "Departments to ask");
    public static readonly Text FieldQuestion = new("了解事项（加密，各部门只见本函）", "What they are asked (encrypted; each sees its own)");
    public static readonly Text AskPrompt = new(
        "任上一职务期间：总体评价；信访举报和问题线索；选人用人；审计和巡视发现的问题。",
        "In the post before: general view; petitions and clues; appointments; findings of audits and inspections.");
    public static readonly Text FieldPresent = new("现任地区", "Place where they serve now");
    public static readonly Text FieldForwarded = new("转交内容（重新拟写，加密）", "What is forwarded (typed anew, encrypted)");
    public static readonly Text ForwardNote = new(
        "当天有巡视组在那里就立即送达，没有则等到下次进驻第一天；办公室可以停止。",
        "It goes at once to the team that is there; else it waits for the first day of the next visit. The office can stop it.");
    public static readonly Text FieldReport = new("暗访情况（加密）", "What was found (encrypted)");
    public static readonly Text VisitNote = new(
        "知晓范围只限本组。至少两人，登记后指定经办人，由组长批准。",
        "Known to the team alone. At least two people: name them afterwards; the leader approves.");
    public static readonly Text FieldWhyTime = new("延长理由（加密）", "Why more time (encrypted)");
    public static readonly Text FieldWhy = new("查看理由（会记录）", "Why you look (it is noted)");
    public static readonly Text FieldHandlers = new("经办人员", "Those who handle it");
    public static readonly Text FieldReceiver = new("接收的部门", "Receiving department");
    public static readonly Text FieldClue = new("移交内容（重新拟写，加密）", "What is referred (typed anew, encrypted)");

    public static readonly Text TextsAreOff = new(
        "内容提要未启用，只登记档号。由信访专员发“密件 启用正文”开启。",
        "Summaries are switched off: give where the paper lies. Whoever is named for petitions can say “sealed records texts on”.");
    public static readonly Text TextsOn = new(
        "已启用密件正文。正文逐件加密；哪些内容可以放在云上由贵单位决定，涉密的一律不得录入。",
        "Texts of sealed records are on. Each is encrypted; what may be kept in a cloud is for you to decide, and classified text must never be entered.");
    public static readonly Text TextsOff = new("已停用密件正文，只登记档号。", "Texts of sealed records are off: only where the paper lies is kept.");
    public static readonly Text Registered = new("已登记：密件 {0}", "Registered: sealed record {0}");
    public static readonly Text AlreadyThere = new("这条链接已登记过：密件 {0}", "That link is registered already: sealed record {0}");
    public static readonly Text Saved = new("已保存", "Saved");
    public static readonly Text Recused = new("您已回避，这件密件不再对您显示。", "You are recused: this record is no longer shown to you.");
    public static readonly Text SlipMade = new("移交单 {0} 已拟好，等组长签批。", "Slip {0} is made and waits for the leader's signature.");
    public static readonly Text Asked = new("已发函", "Asked");
    public static readonly Text ForwardDone = new("密件 {0} 已送达现任地区的巡视组", "Sealed record {0} went to the team that is there now");
    public static readonly Text ForwardWaits = new(
        "密件 {0} 待转交：现任地区目前没有巡视组，下次进驻第一天送达",
        "Sealed record {0} waits: no team is there now; it goes out on the first day of the next visit");
    public static readonly Text Empty = new("（没有内容）", "(no text)");
    public static readonly Text IdentityNoted = new("本次查看已记录，并告知组长。", "This look is noted, and the leader is told.");
    public static readonly Text TextNoted = new("本次查看已记录。", "This look is noted.");
    public static readonly Text LookText = new("查看内容", "read the text");
    public static readonly Text LookIdentity = new("查看反映人", "saw who told it");
    public static readonly Text LookList = new("查看列表", "read the list");
    public static readonly Text LookLooks = new("查看查阅记录", "read the looks");
    public static readonly Text LookLine = new("{0} {1} {2}", "{0} {1} {2}");
    public static readonly Text LookWhy = new("{0}：{1}", "{0}: {1}");
    public static readonly Text StepLine = new("{0} {1} {2}", "{0} {1} {2}");

    public static readonly Text ActRegister = new("登记", "registered it");
    public static readonly Text ActJudge = new("研判", "judged it");
    public static readonly Text ActLink = new("关联", "linked it");
    public static readonly Text ActAnswer = new("反馈", "said what came of it");
    public static readonly Text ActClose = new("办结", "closed it");
    public static readonly Text ActGiveTime = new("延长期限", "gave more time");
    public static readonly Text ActNameHandlers = new("指定经办人", "named handlers");
    public static readonly Text ActRecuse = new("办理回避", "recorded a recusal");
    public static readonly Text ActSign = new("签批移交", "signed it");
    public static readonly Text ActReceive = new("接收", "received it");
    public static readonly Text ActReply = new("反馈办理情况", "answered it");

    public static readonly Text ActAsk = new("发函", "asked departments");
    public static readonly Text ActForward = new("拟转交", "had it forwarded");
    public static readonly Text ActDeliver = new("自动送达现任地区巡视组", "it went to the team that is there now");
    public static readonly Text ActStop = new("停止转交", "stopped the forwarding");
    public static readonly Text ActApprove = new("批准", "approved it");
    public static readonly Text ActReport = new("报告情况", "reported");

    public static readonly Text NewsBegins = new("密件 {0} {1}开始", "Sealed record {0} begins {1}");
    public static readonly Text NewsForwarded = new("密件 {0} 转交，您可以停止", "Sealed record {0} is being forwarded; you can stop it");
    public static readonly Text NewsYours = new("密件 {0} {1}", "Sealed record {0}: {1}");
    public static readonly Text NewsBy = new("密件 {0} {1}，{2}前", "Sealed record {0}: {1}, by {2}");
    public static readonly Text NewsLate = new("密件 {0} {1}，已过{2}", "Sealed record {0}: {1}; it was due {2}");
    public static readonly Text Counts = new("密件统计", "Counts");
    public static readonly Text CountsTitle = new("{0}{1}年密件统计", "Sealed records of {0} in {1}");
    public static readonly Text LookArchive = new("导出归档", "exported it for the archive");
    public static readonly Text ArchiveKey = new("登记归档公钥", "Give the archive's key");
    public static readonly Text FieldArchiveKey = new("归档公钥", "Public key of the archive");
    public static readonly Text ArchiveKeyNote = new(
        "由档案部门生成 RSA 密钥，把公钥（PEM，以 -----BEGIN PUBLIC KEY----- 开头）贴在这里。私钥留在档案部门，不要发到任何地方。",
        "The archive makes an RSA key and gives its public part (PEM, beginning with -----BEGIN PUBLIC KEY-----). The private part stays there and is sent nowhere.");
    public static readonly Text ArchiveKeySet = new("归档公钥已登记", "The archive's key is set");
    public static readonly Text FactArchiveKey = new("归档公钥", "Key of the archive");
    public static readonly Text ArchiveNoKey = new("未登记", "none yet");
    public static readonly Text ArchiveCount = new("{0}年办结、由您负责的密件：{1}件", "Records closed in {0} that you lead: {1}");
    public static readonly Text ArchivePart = new("下载第{0}份（共{1}份）", "Download file {0} of {1}");
    public static readonly Text ArchiveNeedsKey = new(
        "归档文件用归档公钥加密。请省委巡视办信访（网信）专员先登记公钥。",
        "Files for the archive are encrypted to its key. Please have somebody of the office who is named for sealed records give it first.");
    public static readonly Text ArchiveNoAddress = new(
        "这台主机没有可以下载的地址，请找管理员。",
        "This host has no address to download from: please ask the administrator.");
    public static readonly Text ArchiveNote = new(
        "含全文、反映人、办理记录和查阅记录，只有档案部门的私钥能打开（打开方法见运维手册）。每件都记入查阅记录。链接十分钟内有效。其他年份：发“密件归档 去年”。",
        "With text, who told it, history and looks; only the archive's private key opens it (see the operations guide). Each record notes the look. Links are good for ten minutes. Another year: “sealed archive last year”.");
    public static readonly Text ArchiveNotPem = new(
        "这不是 PEM 公钥。应以 -----BEGIN PUBLIC KEY----- 开头，或是一份证书。",
        "This is no public key in PEM: it begins with -----BEGIN PUBLIC KEY-----, or is a certificate.");
    public static readonly Text ArchivePrivate = new(
        "这是私钥，没有保存，但已经离开档案部门：请作废这对密钥，另行生成，只提供公钥。",
        "This is a private key. It was not kept, but it has left the archive: please discard the pair, make another one, and give its public part alone.");
    public static readonly Text ArchiveNotRsa = new("需要 RSA 公钥，这是别的种类，或者不完整。", "An RSA key is needed: this is of another kind, or not whole.");
    public static readonly Text ArchiveTooShort = new("密钥太短：至少{0}位。", "The key is too short: at least {0} bits.");
    public static readonly Text Ends = new("密件到期销毁", "Sealed records due for destruction");
    public static readonly Text EndsNone = new("没有到期的密件。", "None is due.");
    public static readonly Text EndsNote = new(
        "保存期满的密件由一人提出、另一人确认后销毁，只留编号和日期；不会自动销毁。归档（发“密件归档”）须在销毁前办理。",
        "When its term is over, one person proposes and another one confirms: then a record is destroyed, and its number and the day are left. Nothing goes by itself. What the archive is to have (“sealed archive”) must be handed over before.");
    public static readonly Text EndLine = new("密件 {0}：保存期满 {1}", "Sealed record {0}: its term ended on {1}");
    public static readonly Text EndProposedBy = new("{0}已提出销毁，待另一人确认", "{0} proposed it; another one has to confirm");
    public static readonly Text EndDone = new("密件 {0}：{1}销毁", "Sealed record {0}: destroyed on {1}");
    public static readonly Text Propose = new("提出销毁", "Propose destruction");
    public static readonly Text Destroy = new("确认销毁", "Confirm destruction");
    public static readonly Text Withdraw = new("暂不销毁", "Do not destroy it");
    public static readonly Text DestroyAsk = new(
        "密件 {0} 的内容、反映人、办理记录、查阅记录将全部销毁，无法恢复。",
        "The text of sealed record {0}, who told it, its history and who looked are destroyed for good.");
    public static readonly Text EndProposed = new("密件 {0} 已提出销毁，请另一人确认。", "It was proposed to destroy sealed record {0}; another person has to confirm.");
    public static readonly Text EndWithdrawn = new("密件 {0} 暂不销毁。", "Sealed record {0} is not destroyed.");
    public static readonly Text EndDestroyed = new("密件 {0} 已销毁。", "Sealed record {0} is destroyed.");
    public static readonly Text EndNotDue = new("密件 {0} 不能销毁：没有办结，保存期未满，或者您没有这项权限。", "Sealed record {0} cannot be destroyed: it is not closed, its term is not over, or it is not yours to decide.");
    public static readonly Text EndSamePerson = new("密件 {0} 是您提出销毁的，须由另一人确认。", "You proposed to destroy sealed record {0}: another person has to confirm.");
    public static readonly Text EndNotProposed = new("密件 {0} 还没有人提出销毁，请先提出。", "Nobody has proposed to destroy sealed record {0}: please propose it first.");
    public static readonly Text NewsManyLooks = new(
        "密件 {0} 等多件在一小时内被同一人查看，请核对查阅记录",
        "Sealed record {0} and others were opened by one person within an hour: please see who looked");
    public static readonly Text NewsLookAfterChange = new(
        "密件 {0} 变更经办人后被其他人查看，请核对查阅记录",
        "Sealed record {0} was opened by somebody else after its handlers changed: please see who looked");
    public static readonly Text NewsIdentified = new("密件 {0} 的反映人身份被查看", "Who told sealed record {0} was looked at");
    public static readonly Text NewsMoved = new("密件 {0} 不再由您办理", "Sealed record {0} is no longer yours");

    public static readonly Text NotAllowed = new("您不能办这一步", "This step is not yours to take");
    public static readonly Text PlaceMissing = new("请选择涉及地区（本组负责的市县）", "Please choose the place (of your team)");
    public static readonly Text DayOutOfRange = new("收到日期应在一年以内、不晚于今天", "The day must be within the last year and not after today");
    public static readonly Text TextMissing = new("请填写档号或内容", "Please say where the paper lies, or what it is about");
    public static readonly Text LinkMissing = new("请填写网页链接", "Please give the link");
    public static readonly Text TooLong = new("内容太长：正文最多{0}字，其他最多{1}字", "Too long: a text has at most {0} characters, anything else {1}");
    public static readonly Text AnonymousWithName = new("匿名的不保存反映人，请把姓名和联系方式清空", "Of an anonymous one nothing that identifies is kept: please leave name and contact empty");
    public static readonly Text NotNow = new("这一步已经办过，或还不到时候", "This step was taken already, or comes later");
    public static readonly Text DisposalMissing = new("请选择研判处置", "Please choose what becomes of it");
    public static readonly Text ReasonMissing = new("请写明理由", "Please say why");
    public static readonly Text HandlerUnfit = new("经办人须是本组成员，且不在回避之列", "Handlers must be of the team and not recused");
    public static readonly Text TooManyHandlers = new("经办人最多{0}人", "At most {0} people handle one");
    public static readonly Text ReceiverMissing = new("请选择接收的部门", "Please choose the department");
    public static readonly Text MatterMissing = new("没有您能看到的这个事项", "There is no such matter that you may see");
    public static readonly Text HasMoreTime = new("已经延长过一次", "More time was given once already");
    public static readonly Text WindowWrong = new(
        "起止日期要填全：不早于今天，结束不早于开始，最长{0}天",
        "Please give both days: not before today, in order, at most {0} days");
    public static readonly Text TooFewPeople = new("暗访至少{0}人，请先指定经办人", "At least {0} people go: please name them first");
    public static readonly Text PresentPostMissing = new("请选择现任地区（不同于涉及地区）", "Please choose where they serve now (another place)");
    public static readonly Text TooManyParts = new("太多：一次最多{0}个部门，一件最多{1}份", "Too many: at most {0} departments at once, and {1} of one record");
    public static readonly Text Unsaved = new("您填写的内容没有保存：", "What you typed was not saved:");
    public static readonly Text Again = new("再试一次", "Try again");
    public static readonly Text WordsMissing = new("请填写内容", "Please type something");
    public static readonly Text KeyGone = new(
        "密件的密钥不可用，内容打不开；编号、状态和提醒照常。请找管理员（运维手册“密件密钥”一节）。",
        "The key of sealed records cannot be used, so texts do not open; numbers, states and reminders go on. Please ask the administrator (operations guide, “key of sealed records”).");
}
