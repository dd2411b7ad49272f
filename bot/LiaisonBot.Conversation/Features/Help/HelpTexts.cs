namespace LiaisonBot.Conversation.Features.Help;

public static class HelpTexts
{
    public static readonly Text Help = new("帮助", "Help");
    public static readonly Text Cancelled = new("已取消，没有改动。", "Cancelled. Nothing was changed.");
    public static readonly Text HelpTitle = new("您好，{0}。您可以这样说：", "Hello, {0}. You can say:");
    public static readonly Text Hello = new("您好！说“我的事项”看待办，说“帮助”看我能做什么。", "Hello! Say “mine” to see what is open, or “help” to see what I can do.");
    public static readonly Text YouAreWelcome = new("不客气，辛苦了。", "You are welcome.");
}
