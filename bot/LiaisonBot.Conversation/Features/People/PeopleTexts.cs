namespace LiaisonBot.Conversation.Features.People;

public static class PeopleTexts
{
    public static readonly Text Directory = new("通讯录", "Directory");
    public static readonly Text WhoAmI = new("我是谁", "Who am I");
    public static readonly Text FieldTeam = new("巡视组序号", "Team number");
    public static readonly Text FieldPost = new("组内职务（可不填）", "Post (optional)");
    public static readonly Text WhoAmIContact = new("职务和电话", "Job title and phone");
    public static readonly Text OwnPhone = new("我的电话", "My phone");
    public static readonly Text OwnPhoneTitle = new("改我的电话", "Change my phone");
    public static readonly Text PhoneOfSomebody = new(
        "这是已登记的人，电话已填好。还没有保存，请核对后提交。",
        "This person is entered already; the number is filled in. Nothing is saved yet: please check it and submit.");
    public static readonly Text OwnPhoneNote = new(
        "通讯录里显示，凡能看到您的人都能看到；清空即不再显示。",
        "It is shown in the directory to everybody who sees you there; leave it empty to take it out.");
    public static readonly Text OwnPhoneSaved = new("您的电话已改为{0}", "Your phone is now {0}");
    public static readonly Text OwnPhoneSavedFrom = new("您的电话已由{1}改为{0}", "Your phone is now {0} instead of {1}");
    public static readonly Text OwnPhoneGone = new("您的电话已从通讯录中去掉", "Your phone is taken out of the directory");
    public static readonly Text WhoAmILater = new("将任", "From its day on");
    public static readonly Text StandsInFor = new("由{0}代办，{1}", "{0} stands in, {1}");
    public static readonly Text Substitute = new("找人代办", "Name a substitute");
    public static readonly Text EndSubstitute = new("结束代办", "End the substitution");
    public static readonly Text Replace = new("换人", "Replace");
    public static readonly Text SubstituteTitle = new("找人代办", "Name a substitute");
    public static readonly Text SubstituteSubmit = new("确定代办", "Name the substitute");
    public static readonly Text SubstituteOwn = new("代您本人的全部职责", "For all your own duties");
    public static readonly Text SubstituteOf = new("代{0}的职责", "For the duties of {0}");
    public static readonly Text FieldSubstitute = new("代办人", "Substitute");
    public static readonly Text SubstituteWhat = new(
        "代办人只在这些天里替您签收、反馈、审核，记录里写明“代”谁；消息和提醒这些天发给代办人（代办人还没打开对话时两人都发）。经手报结的人不能再以代办名义办结。提前回来，说“我回来了”。",
        "On these days only, the substitute signs, reports and reviews in your place, and the history says in whose name. Messages and reminders go to the substitute then (to both while the substitute has not opened the chat). Nobody closes what they handed in themselves. When you are back early, say “I'm back”.");
    public static readonly Text SubstituteNamed = new(
        "已登记：{2}由{0}代{1}办理，已通知双方。",
        "Entered: {0} stands in for {1}, {2}. Both are told.");
    public static readonly Text NobodyToStandIn = new(
        "通讯录里没有同组、同办公室、同县的其他人可以代办。请下面的人先登记一位，或由他们指定：",
        "There is nobody else of the same team, office or county in the directory. These people can register somebody, or name a substitute:");
    public static readonly Text EndSubstituteAsk = new("结束代{0}的办理？", "End the substitution for {0}?");
    public static readonly Text SubstituteEnded = new(
        "代办已结束，从现在起仍由{0}办理，已通知代办人。",
        "The substitution has ended: {0} works on everything again. The substitute is told.");
    public static readonly Text ReplaceTitle = new("换人", "Replace somebody");
    public static readonly Text ReplaceSubmit = new("确定换人", "Replace");
    public static readonly Text FieldWho = new("换下谁（职责）", "Who is replaced (duty)");
    public static readonly Text FieldNewName = new("接替人姓名或岗位名称", "Name or post of the successor");
    public static readonly Text AllDuties = new("全部职责", "all duties");
    public static readonly Text ReplaceWhat = new(
        "在办事项、未送达的消息、每日提醒、代办关系都转给接替人；原来的人会收到致谢，此后看不到这些事项。",
        "Open matters, messages not delivered yet, digests and substitutions pass to the successor. The person before is thanked and no longer sees these matters.");
    public static readonly Text Replaced = new(
        "已由{0}接替{1}，30秒内生效，未送达的消息随后转给接替人。",
        "{0} follows {1}; this takes effect within 30 seconds, and waiting messages are passed on.");
    public static readonly Text ReplacedFrom = new("{2}起由{0}接替{1}。", "{0} follows {1} from {2}.");
    public static readonly Text LeavingAsk = new(
        "人员变动由下面的人登记。要现在告诉他们您要离开、这里需要换人吗？在他们登记之前什么都不变。",
        "Changes of people are entered by these. Shall I tell them now that you are leaving and somebody has to follow? Nothing changes until they enter it.");
    public static readonly Text LeavingTell = new("告诉他们", "Tell them");
    public static readonly Text LeavingTold = new(
        "已告诉省委巡视办和上级联络机构。在登记接替人之前，事项仍由您办理。",
        "The provincial office and the level above are being told. Until a successor is entered, the matters stay with you.");
    public static readonly Text DaysMeant = new("日期：{0}", "Days: {0}");
    public static readonly Text YouSaid = new("您说的是：{0}", "You said: {0}");
    public static readonly Text NewsStandsIn = new(
        "{2}请您代{0}办理：{1}。这些天里，您可以办理和审核相应事项，记录里会写明代谁。",
        "{2} asks you to stand in for {0}: {1}. On these days you can work on and review these matters; the history says in whose name.");
    public static readonly Text NewsIsStoodInFor = new(
        "{2}已登记由{0}代您办理：{1}。这些天的消息和提醒发给{0}。",
        "{2} entered that {0} stands in for you: {1}. Messages and reminders go to {0} on these days.");
    public static readonly Text NewsStandInEnded = new(
        "代{0}的办理已结束（{1}），此后的消息仍发给{0}本人。",
        "The substitution for {0} has ended ({1}). Messages go to {0} again.");
    public static readonly Text NewsThanks = new(
        "“{1}”已由{0}接替，感谢您一直以来的工作。未办完的事项和没看到的消息都已转交，您不用再做什么。",
        "{0} now has “{1}”. Thank you for all your work. Open matters and unread messages have been passed on; there is nothing left for you to do.");
    public static readonly Text NewsTakesOver = new(
        "您已接替{0}，担任“{1}”。在办事项如下可查，没送达的消息会转给您。",
        "You follow {0} as “{1}”. The open matters can be seen below, and messages that were not delivered come to you.");
    public static readonly Text NewsLeaves = new(
        "{0}说要离开，“{1}”需要有人接替。在您登记之前什么都不变。",
        "{0} says they are leaving: somebody has to follow as “{1}”. Nothing changes until you enter it.");
    public static readonly Text NewsSubstituteWanted = new(
        "{0}这些天不在，“{1}”想请人代办，代办的人还没登记在通讯录里。请登记后指定；在您登记之前什么都不变。",
        "{0} is away for some days and wants somebody to stand in as “{1}” who is not in the directory yet. Please enter them; nothing changes until you do.");
    public static readonly Text SubstituteTold = new(
        "已告诉省委巡视办和上级联络机构。在登记代办人之前，事项仍由您办理。",
        "The provincial office and the level above are being told. Until a substitute is entered, the matters stay with you.");
    public static readonly Text NewsLeavesNote = new("本人的话：{0}", "In their words: {0}");
    public static readonly Text HelpSubstituteWhat = new(
        "休假、出差时请人代办（说“我下周休假，由副组长代我”）",
        "somebody works in your place while you are away (say “I'm on leave next week, … stands in for me”)");
    public static readonly Text SubstituteNotAllowed = new(
        "只能为自己找人代办；市联络办可以为所属县，省委巡视办可以为任何人指定。",
        "You can name a substitute for yourself; a city office for its counties, the provincial office for anybody.");
    public static readonly Text SubstituteUnknown = new(
        "“{0}”没有登记，或不能代您办，所以没有填。请选一位已登记的；要由{0}代办，先请{1}登记，登记后再来设。",
        "“{0}” is not registered here, or cannot stand in, so nobody is filled in. Choose somebody who is registered; for {0}, ask {1} to enter them first, and come back then.");
    public static readonly Text SubstituteUnknownYours = new(
        "“{0}”没有登记，或不能代您办，所以没有填。请选一位已登记的；要由{0}代办，先点“添加人员”登记，登记后再来设。",
        "“{0}” is not registered here, or cannot stand in, so nobody is filled in. Choose somebody who is registered; for {0}, add them to the directory first, and come back then.");

    /// <summary>As it is said in a line of somebody to enter.</summary>
    public const string OfficeLine = "省委巡视办";
    public const string NameLabel = "姓名";
    public const string TitleLabel = "职务";
    public const string PhoneLabel = "电话";
    public static readonly Text WhoManages = new("人员由下列单位登记、更换。请把这句话转给他们：", "These enter and replace people. Please pass these words on to them:");
    public static readonly Text SubstituteNotFound = new("通讯录里没有这个人。", "There is no such person in the directory.");
    public static readonly Text SubstituteOneself = new("不能代自己", "Nobody stands in for themselves");
    public static readonly Text SubstituteSameUnit = new(
        "代办人应是同组、同办公室或同县的人；其他人请省委巡视办指定",
        "The substitute has to be of the same team, office or county; the provincial office can name anybody else");
    public static readonly Text SubstituteDays = new("请填写开始和结束日期", "Please enter the first and the last day");
    public static readonly Text SubstituteEndsBefore = new("结束日期不能早于开始日期", "The last day cannot be before the first");
    public static readonly Text SubstituteInPast = new("开始日期不能早于今天", "The first day cannot be before today");
    public static readonly Text SubstituteTooLong = new("不能超过{0}天", "At most {0} days");
    public static readonly Text SubstituteNothing = new("这些天里没有可代的职责", "There is no duty to stand in for on these days");
    public static readonly Text SubstituteTooMany = new("代办人的角色太多", "The substitute has too many roles");
    public static readonly Text SubstituteNobody = new("现在没有人代办。", "Nobody stands in now.");
    public static readonly Text FieldUnitName = new("单位名称", "Name of the unit");
    public static readonly Text FieldUnitUnder = new("所属地区", "Belongs to");
    public static readonly Text DirectoryEmpty = new("{0}还没有登记人员。", "Nobody is registered for {0} yet.");
    public static readonly Text AddPerson = new("添加人员", "Add a person");
    public static readonly Text AddUnit = new("添加单位", "Add a unit");
    public static readonly Text AskRemove = new("移除这个角色？", "Remove this role?");
    public static readonly Text FieldLeaves = new("原来组里的职务", "The role in the other team");
    public static readonly Text LeavesTeams = new("到新职务前一天结束", "Ends the day before the new one begins");
    public static readonly Text LeavesNow = new("目前在组内的职务：{0}", "In a team now: {0}");
    public static readonly Text KeepsTeams = new("保留，同时任两职", "Stays: both roles at once");
    public static readonly Text AskLeaves = new(
        "{0}现任{1}。请选择原来的职务是结束还是保留，再提交；现在还没有保存。",
        "{0} is {1}. Please say whether that role ends or stays, and submit again; nothing is saved yet.");
    public static readonly Text PersonAddedAndLeft = new(
        "已登记{0}：{1}；{2}的职务到{3}结束",
        "{0} is registered: {1}. The role {2} ends on {3}");
    public static readonly Text PersonAdded = new("已登记{0}：{1}", "{0} is registered: {1}");
    public static readonly Text NobodyThere = new(
        "{0}还没有登记接收人：消息没有人收到。",
        "Nobody is registered for {0} to receive messages.");
    public static readonly Text NobodyThereOpen = new("{0}（有事项待办）", "{0} (open matters)");
    public static readonly Text NobodyThereAll = new("还没有登记接收人：{0}", "Nobody is registered for {0}");
    public static readonly Text NobodyThereMore = new(
        "还没有登记接收人：{0}等，共{1}处",
        "Nobody is registered for {0} and others ({1} places in all)");
    public static readonly Text NobodyThereAskOffice = new(
        "{0}还没有登记接收人：消息没有人收到。请联系省委巡视办登记。",
        "Nobody is registered for {0} to receive messages. Please ask the provincial office.");
    public static readonly Text NobodyThereAskCity = new(
        "{0}还没有登记接收人：消息没有人收到。请联系市级联络机构或省委巡视办登记。",
        "Nobody is registered for {0} to receive messages. Please ask the city or provincial office.");
    public static readonly Text AccountWaits = new("有账号等待确认", "An account is waiting for your confirmation");
    public static readonly Text AccountIsAnother = new(
        "{1}，有人用登录名 {0} 给机器人发消息，但不是此前绑定的那个账号：可能是账号重建，也可能是登录名给了别人。请向本人核实。确认前，新账号看不到任何内容。",
        "{1}: someone wrote to the bot under the sign-in name {0}, but not with the account linked before. The account may have been re-created, or the name given to someone else: please check with the person. Until you confirm, the new account sees nothing.");
    public static readonly Text AccountIsOf = new(
        "登录名 {0} 就是已登记的{1}（{2}）的账号。一人兼任这些角色，将能审核自己的办理结果，须由省委巡视办确认。",
        "The sign-in name {0} belongs to {1} ({2}). With these roles together, one person could review their own work: only the provincial office can allow that.");
    public static readonly Text ConfirmAccount = new("是同一个人，确认", "The same person: confirm");
    public static readonly Text RefuseAccount = new("不是，不予认可", "No, refuse");
    public static readonly Text AccountConfirmed = new(
        "已确认：{0}今后用新账号办理，原账号即刻停用，积压的消息待其打开对话后送达。",
        "Confirmed: {0} works with the new account from now on. The old account is locked out at once, and waiting messages are delivered when the new one opens the chat.");
    public static readonly Text AccountRefused = new(
        "未予认可：这个登录名不再指向{0}，其原账号照常使用。",
        "Refused: that sign-in name no longer refers to {0}, whose own account stays as it is.");
    public static readonly Text AccountDecided = new(
        "这个账号已经处理过了，或情况有变。",
        "This account has already been decided on, or things have changed.");
    public static readonly Text AlreadyBound = new(
        "{0}早已登记为{1}，并绑定了一个账号，没有改动。",
        "{0} is already registered as {1}, with an account; nothing was changed.");
    public static readonly Text AlreadyBoundOffice = new(
        "如果是账号重建：请本人用新账号给机器人发一条消息，您会收到确认请求；或者现在解除原账号，原账号即刻停用，此后第一个用这个登录名发消息的账号即为本人。",
        "If the account was re-created, ask the person to write to the bot with the new one, and you will be asked to confirm it. Or unlink the old account now: it is locked out at once, and the first account that writes under this sign-in name is theirs.");
    public static readonly Text AlreadyBoundOthers = new(
        "如果是账号重建：请本人用新账号给机器人发一条消息，再请省委巡视办确认。",
        "If the account was re-created, ask the person to write to the bot with the new one, and ask the provincial office to confirm it.");
    public static readonly Text UnbindAccount = new("解除原账号", "Unlink the old account");
    public static readonly Text AccountUnbound = new(
        "已解除{0}的原账号，等待其用新账号发第一条消息。",
        "The old account of {0} is unlinked. The next step is a first message from the new one.");
    public static readonly Text PersonRemoved = new(
        "已移除{0}的“{1}”，30秒内生效",
        "{0} is no longer “{1}”; this takes effect within 30 seconds");
    public static readonly Text AddUnitIsCounty = new(
        "“{0}”像是县（市、区）的名称。县（市、区）的新设、更名、合并、划归请登记为区划调整；不是的，可以仍作为单位添加。",
        "“{0}” looks like the name of a county-level place. Register a new, renamed, merged or moved one as a division change. If it is something else, you can still add it as a unit.");
    public static readonly Text AddUnitAnyway = new("仍作为单位添加", "Add it as a unit");
    public static readonly Text RegisterCounty = new("登记为县（市、区）", "Register it as a county");
    public static readonly Text UnitAdded = new("已添加单位{0}，代码{1}", "Unit {0} added with code {1}");
    public static readonly Text WhoAmIRole = new("角色", "Role");
    public static readonly Text WhoAmIPhase = new("今日协调阶段", "Coordination today");
    public static readonly Text HelpDirectoryWhat = new(
        "各地由谁负责、能否送达",
        "who is responsible where, and whether they can be reached");
    public static readonly Text HelpWhoAmIWhat = new(
        "您的角色、地区和今日协调阶段",
        "your role, area and today's coordination phase");

    public static readonly Text PhaseResidency = new(
        "驻市期间：由市级联络机构服务巡视组",
        "Residency: the city liaison office serves the team");
    public static readonly Text PhaseCountyVisit = new(
        "对县巡视期间：由县级联络员服务",
        "County visit: the county liaison officer serves");
    public static readonly Text PhaseAway = new(
        "离开期间：由市、县联络机构推动办结",
        "Team away: the city and the county see matters through");
}
