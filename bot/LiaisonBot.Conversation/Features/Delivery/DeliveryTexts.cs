namespace LiaisonBot.Conversation.Features.Delivery;

public static class DeliveryTexts
{
    public static readonly Text OtherNotice = new("不是事项的通知", "A notice that is not of a matter");
    public static readonly Text PlaceUntold = new(
        "{0}：接收人超过{1}人，每次只通知前{1}人",
        "{0}: more than {1} people receive messages; only the first {1} are told each time");
    public static readonly Text Deliveries = new("投递情况", "Deliveries");
    public static readonly Text DeliveriesOfOffice = new(
        "投递情况由省委巡视办查看。本地区的人能否收到消息，请看“{0}”。",
        "Only the provincial office can see deliveries. To see who can be reached in your area, say “{0}”.");
    public static readonly Text DeliveriesAllWell = new(
        "没有积压，所有消息都已送达。",
        "Nothing is waiting: every message has been delivered.");
    public static readonly Text DeliveriesToSend = new("待发送", "To be sent");
    public static readonly Text DeliveriesWaiting = new("等待收件人", "Waiting for the recipient");
    public static readonly Text DeliveriesFailed = new("未送达", "Not delivered");
    public static readonly Text DeliveriesCount = new("{0}条", "{0}");
    public static readonly Text DeliveriesOldest = new("{0}条，最早{1}", "{0}, oldest from {1}");
    public static readonly Text DeliveriesOfPeople = new("{0}条，{1}人", "messages: {0}, people: {1}");
    public static readonly Text DeliveriesPartly = new(
        "数量较多，只统计了每个市最早的一部分。",
        "There are many, so only the oldest of each city are counted.");
    public static readonly Text DeliveriesUnreachable = new("收不到消息的人", "People who cannot be reached");
    public static readonly Text DeliveriesHowToReach = new(
        "请用其他方式联系，请其在 Teams 中打开与机器人的对话，随便发一句话；等待的消息会自动送达。没有聊天的，打开网页“{0}”即可看到。",
        "Please contact them another way and ask them to open the chat with the bot in Teams and to say anything. Waiting messages are then delivered automatically. Whoever has no chat finds them on the web page “{0}”.");
    public static readonly Text DeliveriesMorePeople = new("另有{0}人，请看“{1}”", "{0} more: see “{1}”");
    public static readonly Text DeliveriesWaits = new("{0}条消息在等", "{0} messages are waiting", "1 message is waiting");
    public static readonly Text DeliveriesKeptAside = new("未送达的消息", "Messages not delivered");
    public static readonly Text DeliveriesOfRooms = new("频道中未显示的事项卡片", "Matter cards not shown in their channels");
    public static readonly Text DeliveriesMoreCards = new("另有{0}张", "{0} more");
    public static readonly Text DeliveriesDamaged = new(
        "有{0}条消息的记录已损坏，无法读取，也发不出去；请联系系统维护人员，其余消息不受影响。",
        "{0} messages are damaged and can be neither read nor sent. Please tell the people who run the bot; other messages are not affected.",
        "1 message is damaged and can be neither read nor sent. Please tell the people who run the bot; other messages are not affected.");
    public static readonly Text DeliveriesRefused = new("对话拒收（{0}）", "refused by the chat ({0})");
    public static readonly Text DeliveriesNoAnswer = new(
        "发送两次均无回音，可能已送达",
        "sent twice without an answer; it may have arrived");
    public static readonly Text SendAgain = new("重新发送", "Send again");
    public static readonly Text SendAllAgain = new("全部重新发送", "Send all again");
    public static readonly Text SentAgain = new("已重新发送{0}条", "{0} sent again");
    public static readonly Text SentAgainBefore = new("这条消息已经重新发送过了", "It has already been sent again");
    public static readonly Text DeliveriesAccounts = new(
        "{0}个账号等待确认，其消息暂不送达：见“{1}”",
        "{0} accounts are waiting for your confirmation, and their messages with them: see “{1}”",
        "1 account is waiting for your confirmation, and its messages with it: see “{1}”");
}
