namespace LiaisonBot.Conversation.Features.Help;

public static class HelpTexts
{
    public static readonly Text Help = new("帮助", "Help");
    public static readonly Text Cancelled = new("已取消，没有改动。", "Cancelled. Nothing was changed.");
    public static readonly Text HelpTitle = new("您好，{0}。您可以这样说：", "Hello, {0}. You can say:");
    public static readonly Text Hello = new(
        "您好！说“{0}”看待办，说“{1}”看我能做什么。",
        "Hello! Say “{0}” to see what is open, or “{1}” to see what I can do.");
    public static readonly Text YouAreWelcome = new("不客气，辛苦了。", "You are welcome.");
}
