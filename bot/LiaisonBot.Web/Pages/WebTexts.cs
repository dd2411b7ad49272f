using LiaisonBot.Conversation;

namespace LiaisonBot.Web.Pages;

/// <summary>What stands on pages and nowhere in the chat.</summary>
public static class WebTexts
{
    public static readonly Text Product = new("联络机器人", "Liaison bot");
    public static readonly Text SkipToContent = new("跳到内容", "Skip to content");
    public static readonly Text Pages = new("页面", "Pages");
    public static readonly Text SayHere = new("像在聊天里一样说", "Say it as in the chat");
    public static readonly Text SayExample = new("如：交办 长安区 下周五前 上报整改方案", "assign Chang'an by next Friday hand in the plan");
    public static readonly Text Send = new("发送", "Send");
    public static readonly Text SignOut = new("退出", "Sign out");
    public static readonly Text SignIn = new("登录", "Sign in");
    public static readonly Text SignInFirst = new(
        "请从 Teams 打开，或用办公账号登录。",
        "Open this page from Teams, or sign in with your work account.");
    public static readonly Text Opening = new("正在打开…", "Opening…");
    public static readonly Text TeamsDidNot = new(
        "Teams 没有说明您是谁。请稍后重新打开，或在浏览器中登录。",
        "Teams did not say who you are. Open this again later, or sign in with a browser.");
    public static readonly Text InABrowser = new("在浏览器中打开", "Open in a browser");
    public static readonly Text DemoIsNoSignIn = new(
        "这是演示：点一下就是这个人，不是真正的登录，只在这台机器上能用。",
        "This is the demo: a click makes you this person. It is no sign-in, and works on this machine only.");
    public static readonly Text NotEntered = new(
        "您的账号还没有录入，请联系巡视办。",
        "Your account is not entered yet; please ask the inspection office.");
    public static readonly Text NothingHere = new("这里没有内容", "There is nothing here");
    public static readonly Text NothingHereWhy = new(
        "没有这个页面，或者您看不到它。",
        "There is no such page, or you may not see it.");
    public static readonly Text TooOften = new("请求太频繁，请过一会儿再试。", "Too many requests; please try again in a moment.");
    public static readonly Text Stale = new(
        "这个页面已经过期，请刷新后再试。刚才的操作没有执行。",
        "This page is too old; reload it and try again. Nothing was done.");
    public static readonly Text Changed = new("内容有变化", "Something has changed");
    public static readonly Text Reload = new("刷新", "Reload");
    public static readonly Text Working = new("正在处理…", "Working…");
    public static readonly Text NoAnswer = new(
        "没有收到答复，不知道是否已执行。请刷新看看，再决定要不要重做。",
        "No answer came, so it is not known whether it was done. Reload to see, before you do it again.");
    public static readonly Text NoScript = new(
        "办理步骤需要浏览器脚本；也可以在聊天里办理。",
        "Steps need the browser's scripts; they can be taken in the chat as well.");
    public static readonly Text NoRenderer = new(
        "这个版本没有带卡片显示组件，请在聊天里办理。",
        "This build came without what shows cards; please use the chat.");
    public static readonly Text Order = new("排序", "Order");
    public static readonly Text OrderOwn = new("待您办理的在前", "Waiting for you first");
    public static readonly Text Answers = new("答复", "Answers");
    public static readonly Text OrderDue = new("按时限", "By due date");
    public static readonly Text OrderPlace = new("按地区", "By place");
    public static readonly Text OrderState = new("按状态", "By state");
    public static readonly Text Filters = new("筛选", "Filters");
    public static readonly Text ByPlace = new("地区", "Place");
    public static readonly Text Close = new("关闭", "Close");
    public static readonly Text Columns = new("显示的列", "Columns");
    public static readonly Text Search = new("查找", "Find");
    public static readonly Text Show = new("显示", "Show");
    public static readonly Text Print = new("打印", "Print");
    public static readonly Text Export = new("导出所见", "Export what is shown");
    public static readonly Text NothingFits = new("没有符合条件的事项。", "No matter fits.");
    public static readonly Text LastStep = new("最近一步", "Last step");
    public static readonly Text Saved = new("已保存", "Saved");
    public static readonly Text SavedByRow = new("离开一格就自动保存。", "What you type is saved when you leave the cell.");
    public static readonly Text Demo = new("演示", "Demo");
}
