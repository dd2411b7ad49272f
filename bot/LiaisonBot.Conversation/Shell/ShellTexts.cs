namespace LiaisonBot.Conversation.Shell;

/// <summary>What is said to anybody, whatever it is about: pages, files that came along, people who are not known.</summary>
public static class ShellTexts
{
    public static readonly Text AllOf = new("全部{0}个", "All {0}");
    public static readonly Text Continued = new("{0}（续）", "{0} (continued)");
    public static readonly Text OpenPage = new("在页面中打开", "Open as a page");
    public static readonly Text Open = new("打开", "Open");
    public static readonly Text Page = new("第 {0} 页，共 {1} 页", "Page {0} of {1}");
    public static readonly Text Next = new("下一页", "Next");
    public static readonly Text Previous = new("上一页", "Previous");
    public static readonly Text First = new("首页", "First");
    public static readonly Text Last = new("末页", "Last");
    public static readonly Text StrangerWaits = new(
        "您好。您的登录名此前绑定的是另一个账号。已请省委巡视办确认，确认后请再给我发一条消息；在此之前无法查看或办理事项。",
        "Hello. Your sign-in name was linked to another account before. The provincial inspection office has been asked to confirm yours; please write to me again once it has. Until then I cannot show you anything.");
    public static readonly Text Stranger = new(
        "您好，这里是巡视联络机器人。您还没有登记为联络人员，无法查看或办理事项。请联系省委巡视办或本市联络机构为您登记。",
        "Hello, this is the inspection liaison bot. You are not registered yet, so I cannot show you any matters. Please ask the provincial inspection office or your city liaison office to register you.");
    public static readonly Text RoomIntroduction = new(
        "大家好，我是巡视联络机器人。事项请在与我的单独对话中办理，这里不显示内容。省委巡视办、巡视组组长或市级联络机构可以在这里 @我 说“绑定 石家庄”（市名）：该市的每个事项在这里有一张卡片，只写编号、地区、状态、时限和由谁办理，随办理更新。",
        "Hello, I am the inspection liaison bot. Matters are handled in the one-to-one chat with me; their content is not shown here. The provincial office, the team leader or the city liaison office can mention me here and say “bind” with the name of a city. Each matter of that city then has one card here. It shows only the number, place, state, due date and whose step is next, and is kept up to date.");
    public static readonly Text NotRead = new("没有填入：{0}。", "Not filled in: {0}.");
    public static readonly Text TooLong = new(
        "这条消息太长了（超过{0}字）。请分几条发送，或在表单中填写。",
        "This message is too long (over {0} characters). Please send it in parts, or use a form.");
    public static readonly Text WhichPlace = new("“{0}”不止一处，请选择：", "There is more than one “{0}”. Which one?");
    public static readonly Text UnknownButton = new(
        "这个按钮已经不能用了。请发送“{0}”重新打开。",
        "This button no longer works. Please send “{0}” and open it again.");
    public static readonly Text NotKept = new("{0}没有保存：{1}", "Not kept: {0}. {1}");
    public static readonly Text NotKeptInRoom = new(
        "附件没有保存：群里的文件我拿不到，请在与我的单聊里发。",
        "Your attachments were not kept: files in a group do not reach me. Please send them in our own chat.");
    public static readonly Text SendAsFile = new(
        "没能取到。请在电脑版 Teams 里作为文件发送，或把 SharePoint、OneDrive 链接写在话里。",
        "It did not arrive. Please send it as a file from Teams on a computer, or put a SharePoint or OneDrive link into your text.");
    public static readonly Text SendAsLink = new(
        "本单位的 Teams 不把文件交给机器人。请把文件放到 SharePoint 或 OneDrive，把链接写在话里。",
        "Teams does not hand files to bots here. Please put the file on SharePoint or OneDrive, and the link into your text.");
    public static readonly Text FilesGone = new(
        "之前发来的附件已超过{0}天，没有保存。需要的请重新发送。",
        "The files sent before are more than {0} days old and were not kept. If they are needed, please send them again.");
    public static readonly Text Attachments = new("附件", "your attachments");
    public static readonly Text Pictures = new("图片", "your picture");
}
