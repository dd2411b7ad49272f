namespace LiaisonBot.Conversation.Features.Rooms;

public static class RoomTexts
{
    public static readonly Text SetLine = new("{0}　{1}整改：未销号{2}，逾期{3}", "{0}, rectification of {1}: {2} open, {3} overdue");
    public static readonly Text RoomHow = new(
        "内容和按钮只给有权查看的人员，点“查看”只有自己看得到。",
        "Its content and its buttons are only for people who are allowed to see them. What “Open” shows is visible only to you.");
    public static readonly Text RoomAsOf = new("（截至{0}）", " (as of {0})");
    public static readonly Text RoomHelp = new(
        "{0}\n在这里 @我 可以说：\n绑定 石家庄 — 该市的事项在这里各有一张卡片\n解除绑定\n台账 — 已绑定的市的数字\n1301-12 — 放一张卡片，各人只看到自己有权看的\n其余请在与我的单独对话中办理，内容不在这里显示。",
        "{0}\nMention me here and say:\nbind and the name of a city — each matter of that city gets a card here\nunbind\nledger — the figures of the city\n1301-12 — puts a card here; each person sees only what they are allowed to see\nFor everything else use the one-to-one chat with me: its content is not shown here.");
    public static readonly Text RoomOther = new(
        "{0}\n在这里说“{1}”，看可以说什么。",
        "{0}\nSay “{1}” to see what you can say here.");
    public static readonly Text RoomBound = new("这里已绑定{0}。", "This conversation is bound to {0}.");
    public static readonly Text RoomUnbound = new("这里没有绑定地区。", "This conversation is not bound to a city.");
    public static readonly Text RoomLedger = new("这里只显示{0}的台账数字。", "Only the figures of {0} are shown here.");
    public static readonly Text Bound = new(
        "已绑定{0}。从现在起，{0}的每个事项有新动态时，在这里有一张卡片，随办理更新。这里的成员都会看到编号、地区、状态、办理时限、由谁办理和台账的数字，看不到事项名称和内容。说“解除绑定”可以取消。",
        "Bound to {0}. From now on each matter of {0} gets one card here as soon as something happens to it, and the card is kept up to date. Everyone here sees the number, place, state, due date, whose step is next, and the figures of the ledger. Nobody sees the title or the content. Say “unbind” to end this.");
    public static readonly Text BoundAlready = new(
        "这里已绑定{0}，没有改动。",
        "This conversation is already bound to {0}; nothing was changed.");
    public static readonly Text Unbound = new(
        "已解除绑定。已有的卡片不再更新。",
        "Unbound. The cards that are here are no longer updated.");
    public static readonly Text BindWhere = new(
        "请把我加到频道或群聊，在那里 @我 说“绑定 石家庄”。",
        "Add me to a channel or group chat, mention me there and say “bind” with the name of a city.");
    public static readonly Text NotTakenHere = new(
        "什么都没有办理：“{0}”不像是要“{1}”。",
        "Nothing was done: “{0}” does not plainly say “{1}”.");
    public static readonly Text BindCommand = new("绑定", "Bind");
    public static readonly Text UnbindCommand = new("解除绑定", "Unbind");

    public static readonly Text BindNotACity = new("只能绑定一个市，如：绑定 石家庄", "Please say “bind” with the name of one city");
    public static readonly Text BindElsewhere = new(
        "这里已绑定另一个市，请先说“解除绑定”。",
        "This conversation is bound to another city: please say “unbind” first.");
    public static readonly Text BindTooMany = new(
        "该市已绑定{0}个频道或群聊，请先解除一个。",
        "The city is already bound to {0} channels or group chats: please unbind one first.");
    public static readonly Text BindNone = new("这里没有绑定地区，不用解除。", "This conversation is not bound to a city.");
}
