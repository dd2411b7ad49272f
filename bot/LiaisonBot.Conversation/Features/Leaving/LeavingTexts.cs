namespace LiaisonBot.Conversation.Features.Leaving;

public static class LeavingTexts
{
    public static readonly Text DeleteData = new("删除个人信息", "Delete personal data");
    public static readonly Text DeleteDataHow = new(
        "删除个人信息：请说“删除个人信息”加登录名或姓名，核对后按一次确认。",
        "To delete personal data, say “delete personal data” with a sign-in name or a name; you check it and confirm once.");
    public static readonly Text DeleteDataOfOffice = new(
        "个人信息由省委巡视办删除，请与他们联系。",
        "Only the provincial office can delete personal data. Please ask them.");
    public static readonly Text DeleteDataOneself = new(
        "不能删除自己的个人信息。请由省委巡视办的另一位人员操作，这样巡视办总有人在。",
        "You cannot delete your own data. Another member of the provincial office has to do it, so that the office always has someone.");
    public static readonly Text DeleteDataNobody = new(
        "没有“{0}”的个人信息：没有登记过，或者已经删除。",
        "There is no personal data for “{0}”: it was never entered, or is already deleted.");
    public static readonly Text DeleteDataWhich = new(
        "“{0}”有{1}位，删除哪一位的个人信息？",
        "There are {1} people called “{0}”. Whose personal data should be deleted?");
    public static readonly Text DeleteDataLeft = new("已离任，{0}起没有职务", "left, without a role since {0}");
    public static readonly Text DeleteDataHasRoles = new(
        "此人仍有职务：{0}。确认后先解除这些职务，再删除个人信息。",
        "This person still has roles: {0}. If you confirm, these are removed first, and then the data is deleted.");
    public static readonly Text DeleteDataGoes = new(
        "将删除：姓名、登录名、账号、个人设置、聊天地址，以及发给此人的消息。办理记录、投递记录、导出中的姓名改为“{0}”。",
        "Will be deleted: name, sign-in name, account, personal settings, chat address, and messages to this person. Histories, receipts and exports will say “{0}” in place of the name.");
    public static readonly Text DeleteDataStays = new(
        "将保留：事项和办理记录本身，不再指向此人；别人在正文中写到的姓名；Teams 聊天中已发出的消息；备份中的副本，到备份期满为止。",
        "Kept: matters and their histories, which lead to this person no more; names that others wrote in their texts; messages that are in Teams chats already; copies in backups, until these expire.");
    public static readonly Text DeleteDataForGood = new("删除后不能恢复。", "This cannot be undone.");
    public static readonly Text DeleteDataBegun = new(
        "已开始删除{0}的个人信息，一般几分钟内完成，中途重启也会继续。再说一次“删除个人信息”加姓名或登录名，可以看到进度。",
        "The personal data of {0} is being deleted. This usually takes a few minutes and continues after a restart. Say it again to see the progress.");
    public static readonly Text DeleteDataUnderWay = new(
        "正在删除{0}的个人信息：已清理{1}处，共{2}处；清理后会再核对一遍。",
        "The personal data of {0} is being deleted: {1} of {2} parts are cleared; then everything is checked once more.");
    public static readonly Text DeleteDataFormer = new(
        "已离任、仍保存个人信息的人员：",
        "People who have left and whose data is still kept:");
    public static readonly Text DeleteDataMore = new("另有{0}位，请说姓名或登录名", "{0} more: say the name or sign-in name");
    public static readonly Text UnknownName = new("（姓名不详）", "(name not known)");
    public static readonly Text Terms = new("保存期限", "Data retention");
    public static readonly Text TermsTitle = new("个人信息保存多久", "How long personal data is kept");
    public static readonly Text TermsAre = new(
        "姓名、登录名、账号、角色和个人设置：到最后一个角色解除为止。事项和办理记录是工作档案，长期保存；其中的姓名可由省委巡视办应要求删除。",
        "Name, sign-in name, account, roles and own settings: until the last role is taken away. Matters and their histories are the record of the work and stay; the provincial office deletes the names in them on request.");
    public static readonly Text TermDays = new("{0}：{1}天", "{0}: {1} days");
    public static readonly Text TermChat = new("离任后的聊天地址", "Chat address, after someone left");
    public static readonly Text TermWaitingMessage = new("离任后未送达的消息", "Undelivered messages, after someone left");
    public static readonly Text TermReceiptName = new("离任后投递记录中的姓名", "The name in receipts, after someone left");
    public static readonly Text TermAccountQuestion = new(
        "待巡视办确认的账号",
        "Accounts that wait for the confirmation of the office");
    public static readonly Text TermDeliveredMessage = new("已送达的消息", "Delivered messages");
    public static readonly Text TermAppliedCommand = new("已执行的操作", "Commands carried out");
    public static readonly Text TermWaitingFile = new(
        "等发送人说明放到哪件事项的附件",
        "Files whose sender has not said yet which matter they belong to");
    public static readonly Text TermSealedRecord = new(
        "密件（自办结之日起；到期后由两人销毁，不自动删除）",
        "Sealed records, from their closing; then two people may destroy them");
    public static readonly Text TermUnnamedFile = new("不属于任何事项的附件", "Files that belong to no matter");
}
