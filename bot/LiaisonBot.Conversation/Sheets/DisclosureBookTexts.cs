namespace LiaisonBot.Conversation.Sheets;

/// <summary>Words of what is made public of sets, on cards, in the history and in the register.</summary>
public static class DisclosureBookTexts
{
    public static readonly Text Page = new("公开情况", "Disclosure");
    public static readonly Text ColumnWhat = new("公开内容", "What");
    public static readonly Text ColumnTo = new("公开对象", "To whom");
    public static readonly Text ColumnState = new("公开状态", "State");
    public static readonly Text ColumnWay = new("公开方式", "Way");
    public static readonly Text ColumnMedium = new("公开载体", "Where");
    public static readonly Text ColumnLevel = new("载体级别", "Level");
    public static readonly Text ColumnScope = new("公开范围", "Scope");
    public static readonly Text ColumnFrom = new("公开起日", "From");
    public static readonly Text ColumnUntil = new("公开止日", "Until");
    public static readonly Text ColumnReference = new("链接或文号", "Link or number");
    public static readonly Text ColumnContent = new("公开了什么", "What was published");
    public static readonly Text ColumnBy = new("登记人", "Registered by");
    public static readonly Text ColumnNote = new("说明", "Note");
    public static readonly Text Plan = new("整改方案", "The plan");
    public static readonly Text Result = new("整改结果", "The results");
    public static readonly Text ToParty = new("党内", "in the Party");
    public static readonly Text ToPublic = new("社会", "to the public");
    public static readonly Text WayMeeting = new("会议", "meeting");
    public static readonly Text WayDocument = new("文件", "document");
    public static readonly Text WayWebsite = new("网站", "website");
    public static readonly Text WayNewspaper = new("报纸", "newspaper");
    public static readonly Text WayTelevision = new("电视", "television");
    public static readonly Text WayNewMedia = new("新媒体", "new media");
    public static readonly Text WayBoard = new("公示栏", "notice board");
    public static readonly Text LevelCounty = new("县级", "county");
    public static readonly Text LevelCity = new("市级", "city");
    public static readonly Text LevelProvince = new("省级", "province");
    public static readonly Text StandingNotDue = new("还不到时候", "not yet");
    public static readonly Text StandingMissing = new("待登记", "to be registered");
    public static readonly Text StandingRegistered = new("已登记", "registered");
    public static readonly Text StandingReturned = new("已退回", "sent back");
    public static readonly Text StandingWaits = new("待确认", "waits to be confirmed");
    public static readonly Text StandingConfirmed = new("已确认", "confirmed");
    public static readonly Text StandingExemptionAsked = new("已申请免于公开，待省委巡视办答复", "exemption asked for, waits for the office");
    public static readonly Text StandingExempt = new("免于公开", "exempt");
    public static readonly Text Where = new("{0}（{1}）", "{0} ({1})");
    public static readonly Text ExemptionOf = new("{0}（{1}）申请免于公开：{2}，{3}", "{0} ({1}): exemption asked for: {2}, {3}");
    public static readonly Text AgreedText = new("同意免于公开：{0}（{1}），{2}", "Exemption agreed to: {0} ({1}), {2}");
    public static readonly Text RefusedText = new("不同意免于公开：{0}（{1}），{2}", "No exemption: {0} ({1}), {2}");
    public static readonly Text HistoryPart = new(
        "公开{0}（{1}）：{2}，{3}至{4}",
        "{0} made public ({1}): {2}, {3} to {4}");
    public static readonly Text HistoryReference = new("，{0}", ", {0}");
}
