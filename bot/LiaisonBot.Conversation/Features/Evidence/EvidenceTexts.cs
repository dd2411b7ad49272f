namespace LiaisonBot.Conversation.Features.Evidence;

public static class EvidenceTexts
{
    public static readonly Text HelpWhat = new("看一件事项的附件和链接", "the files and links of a matter");
    public static readonly Text HelpSay = new("附件 1301-12", "evidence 1301-12");
    public static readonly Text ListTitle = new("{0} 附件（{1}）", "{0}: evidence ({1})");
    public static readonly Text ListNone = new(
        "{0}还没有附件或链接。",
        "There are no files or links with {0}.");
    public static readonly Text ListNote = new(
        "{0}分钟内有效，每个只能在一个浏览器中打开。凡拿到链接的人都能抢先打开，请勿转发；打不开请重新点“打开附件”。文件来自别人，没有杀毒保证。",
        "Each works for {0} minutes, and only in the first browser that opens it. Anyone who has the link can be the first, so do not share it; for new ones press “Open evidence” again. Files come from other people and may be unsafe.");
    public static readonly Text HowTo = new(
        "要补充的，把文件或链接和一句话（如“{1} {0}”）放在同一条消息里发给我。手机上发不了文件的，用电脑版，或在话里写 SharePoint、OneDrive 链接。",
        "To add one, send me the file or link in one message with words such as “{1} {0}”. If your phone cannot send files, use a computer, or put a SharePoint or OneDrive link into your text.");
    public static readonly Text HowToLink = new(
        "本单位的 Teams 不把文件交给机器人：要补充的，在话里写 SharePoint、OneDrive 链接，如“{1} {0} https://…”。",
        "Teams does not hand files to bots here: to add one, write a SharePoint or OneDrive link, as in “{1} {0} https://…”.");
    public static readonly Text Which = new("{0}收到了。放到哪一件事项？", "{0} received. Which matter does it belong to?");
    public static readonly Text WhichMore = new(
        "没有列出的，请把文件和事项编号放在同一条消息里重发，如“{0} 1301-12”。",
        "For a matter not listed, send the file again in one message with its number, as in “{0} 1301-12”.");
    public static readonly Text WhichNone = new(
        "{0}收到了，但您目前没有在办的事项可放。交办时把文件和话一起发即可。",
        "{0} received, but you have no open matter to put it with. To assign a matter with it, send both in one message.");
    public static readonly Text AsWhat = new("{0}放到 {1}，作为：", "Put {0} with {1} as:");
    public static readonly Text AsProgress = new("反馈进展", "A progress report");
    public static readonly Text AsHandIn = new("报结", "The hand-in");
    public static readonly Text AsReturn = new("退回", "The return");
    public static readonly Text AsRemark = new("补充到“{0}”", "An addition to “{0}”");
    public static readonly Text AsTable = new("这是要导入的表格", "It is a table to import");
    public static readonly Text NotNeeded = new("不保存", "Do not keep");
    public static readonly Text Dropped = new("没有保存。", "Not kept.");
    public static readonly Text Waits = new(
        "{0}：选好之前先替您留{1}天，不选就删除。",
        "{0} is kept until you choose, for {1} days at most, and then deleted.");
    public static readonly Text GoesAlong = new(
        "{0}会随下面这一步一起保存。",
        "{0} will be kept with the step below.");
    public static readonly Text Unnamed = new("附件", "File");
    public static readonly Text UnnamedPicture = new("图片", "Picture");
    public static readonly Text Lost = new("“{0}”没有保存：{1}", "Not kept: “{0}”: {1}");
    public static readonly Text LostEmpty = new("文件是空的。", "the file is empty.");
    public static readonly Text LostTooLarge = new(
        "超过{0}MB。请压缩图片、拆分，或把它放到 SharePoint、OneDrive，把链接写在话里。",
        "it is larger than {0} MB. Please make it smaller, or put it on SharePoint or OneDrive and the link into your text.");
    public static readonly Text LostKind = new(
        "只收 PDF、OFD、Word、Excel、PPT、WPS 文件、图片、MP4 和文本（按内容识别，与文件名无关）。",
        "only PDF, OFD, Word, Excel, PowerPoint and WPS files, pictures, MP4 and text are kept (by content, whatever the name).");
    public static readonly Text LostArchive = new(
        "压缩包不收，请把里面的文件直接发来。",
        "archives are not kept; please send the files in it.");
    public static readonly Text LostMacros = new(
        "文件里有宏，请另存为不带宏的文件再发。",
        "it has macros; please save it without them and send it again.");
    public static readonly Text LostNotFetched = new(
        "没能取到。请再发一次，或把 SharePoint、OneDrive 链接写在话里。",
        "it could not be fetched. Please send it again, or put a SharePoint or OneDrive link into your text.");
    public static readonly Text LostBusy = new(
        "正在接收别人的文件，请过一分钟再发。",
        "other people's files are being received; please send it again in a minute.");
    public static readonly Text LostStore = new(
        "暂时存不了，请稍后再发，如“{0} 编号”加上文件。",
        "it cannot be stored right now; please send it again later with “{0}” and the number.");
    public static readonly Text LostNoPlace = new(
        "这里没有设置保存附件的地方，请按原渠道报送，并在话里写明文件名或文号。",
        "no place for files is set up here. Please send it the usual way, and give its name or number in your text.");
    public static readonly Text LostMore = new(
        "还有{0}个文件没有保存，一条消息最多{1}个，请再发一次：{2}",
        "{0} more were not kept, since one message brings {1} at most. Please send them again: {2}",
        "1 more was not kept, since one message brings {1} at most. Please send it again: {2}");
}
