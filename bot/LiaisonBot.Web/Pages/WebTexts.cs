using LiaisonBot.Conversation;

namespace LiaisonBot.Web.Pages;

/// <summary>What stands on pages and nowhere in the chat.</summary>
public static class WebTexts
{
    public static readonly Text Product = new("联络机器人", "Liaison bot");
    public static readonly Text SkipToContent = new("跳到内容", "Skip to content");
    public static readonly Text Pages = new("页面", "Pages");
    public static readonly Text SayHere = new("像在聊天里一样说", "Say it as in the chat");
    public static readonly Text SayExample = new("如：交办 长安区 周五前 报方案", "assign Chang'an by Friday: plan");
    public static readonly Text AskExample = new("如：本周到期的", "what is due this week");
    public static readonly Text Send = new("发送", "Send");
    public static readonly Text Closed = new(
        "密件已自动关闭：十分钟没有操作。没有提交的内容没有保存，请重新打开。",
        "The sealed record was closed: nothing was done for ten minutes. What was not sent is not kept. Please open it again.");
    public static readonly Text Attach = new("附文件", "Add files");
    public static readonly Text Along = new("随这句话发送：{0}", "Goes with what you say: {0}");
    public static readonly Text LeaveOut = new("不发了", "Leave out");
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
    public static readonly Text NewMessages = new("新消息{0}条", "{0} new messages", "1 new message");
    public static readonly Text NewMessagesMost = new("最近{0}条，看过后再显示之前的", "The last {0}; those before come when these are seen");
    public static readonly Text NewMessagesMore = new("其余{0}条", "{0} more");
    public static readonly Text Seen = new("知道了", "I have seen these");
    public static readonly Text Counted = new("（{0}）{1}", "({0}) {1}");
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
    public static readonly Text Months = new(
        "1月 2月 3月 4月 5月 6月 7月 8月 9月 10月 11月 12月",
        "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec");
    public static readonly Text Years = new("年度", "Years");
    public static readonly Text Year = new("{0}年", "{0}");
    public static readonly Text Groups = new("小组", "Groups");
    public static readonly Text WholeTeam = new("{0} 全组", "{0}, all of it");
    public static readonly Text OfTeam = new("{0} {1}", "{0}, {1}");
    public static readonly Text PlanHow = new(
        "拖动可移动，拖右端可改结束日；键盘：← → 移一个工作日，↑ ↓ 移一周，加 Shift 改结束日，回车填表确认，Esc 放弃。没有确认的不会更改。",
        "Drag a bar to move it, or its right end to change the last day. Keys: ← → one working day, ↑ ↓ one week, with Shift the last day, "
        + "Enter for the form, Esc to give up. Nothing is changed before you confirm.");
    public static readonly Text PlanMoved = new(
        "{0}：{1}至{2}，{3}个工作日。尚未更改，按回车填表确认，按 Esc 放弃。",
        "{0}: {1} to {2}, {3} working days. Not changed yet: Enter for the form, Esc to give up.");
    public static readonly Text PlanFindings = new("检查发现{0}项", "{0} findings", "1 finding");
    public static readonly Text PlanDaysOff = new("灰色：周末和节假日", "Grey: weekends and holidays");
    public static readonly Text PlanFound = new("红框：检查发现问题", "Red frame: something was found");
    public static readonly Text PlanNone = new("还没有您能看到的安排。", "There is no visit yet that you may see.");
    public static readonly Text Visit = new("巡视安排", "Visit");
    public static readonly Text Steps = new("办理", "Steps");
    public static readonly Text HowFar = new("情况", "State");
    public static readonly Text All = new("全部", "All");
    public static readonly Text HalfFirst = new("上半年", "January to June");
    public static readonly Text HalfSecond = new("下半年", "July to December");
    public static readonly Text Only = new("{0}：{1}（{2}）", "{0}: {1} ({2})");
    public static readonly Text Job = new("批量办理", "A job");
    public static readonly Text ToChat = new("去聊天", "To the chat");
    public static readonly Text SendFiles = new("上传附件", "Send files");
    public static readonly Text SendFilesHow = new(
        "先选“反馈进展”“报结”等再选文件，文件随这一步提交；不选则会问作为什么。每个不超过{0}MB，每个事项最多{1}个。",
        "Open a step first, such as a report, and the files go with it; otherwise you are asked as what. At most {0} MB each, {1} a matter.");
    public static readonly Text Sending = new("正在上传", "Sending");
    public static readonly Text FilesWait = new("{0} 已上传，随这一步提交。", "{0}: here, and goes with this step.");
    public static readonly Text Matter = new("事项", "Matter");
    public static readonly Text OfSet = new("所属整改", "Its set");
    public static readonly Text Talk = new("提问和留言", "Questions and remarks");
    public static readonly Text Demo = new("演示", "Demo");
}
