namespace LiaisonBot.Conversation.Features.People;

public static class PeopleTexts
{
    public static readonly Text Directory = new("通讯录", "Directory");
    public static readonly Text WhoAmI = new("我是谁", "Who am I");
    public static readonly Text FieldTeam = new("巡视组序号（组长、组员填写）", "Team number (leaders and members)");
    public static readonly Text FieldUnitName = new("单位名称", "Name of the unit");
    public static readonly Text FieldUnitUnder = new("所属地区", "Belongs to");
    public static readonly Text DirectoryEmpty = new("{0}还没有登记人员。", "Nobody is registered for {0} yet.");
    public static readonly Text AddPerson = new("添加人员", "Add a person");
    public static readonly Text AddUnit = new("添加单位", "Add a unit");
    public static readonly Text AskRemove = new("移除这个角色？", "Remove this role?");
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
