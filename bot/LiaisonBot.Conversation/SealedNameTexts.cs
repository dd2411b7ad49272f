namespace LiaisonBot.Conversation;

/// <summary>How sealed records are called and counted, wherever that is said.</summary>
public static class SealedNameTexts
{
    public static readonly Text Petition = new("信访", "Petition");
    public static readonly Text Interference = new("阻访截信扰电话", "Interference");
    public static readonly Text OnlineClue = new("网情", "Online clue");
    public static readonly Text Slip = new("移交单", "Referral slip");
    public static readonly Text Inquiry = new("延伸了解", "Extended inquiry");
    public static readonly Text Question = new("了解函", "Question to a department");
    public static readonly Text Forward = new("转交", "Forwarded");
    public static readonly Text UnannouncedVisit = new("暗访", "Unannounced visit");

    public static readonly Text Phone = new("来电", "Call");
    public static readonly Text Letter = new("来信", "Letter");
    public static readonly Text Visit = new("来访", "Visit");
    public static readonly Text Appointment = new("约访", "Appointment");
    public static readonly Text Box = new("举报箱", "Box");
    public static readonly Text Net = new("网络", "Online");
    public static readonly Text Record = new("密件", "Sealed record");
    public static readonly Text Own = new("本组提出", "Taken up by the team");

    public static readonly Text ToMatter = new("转化为交办事项", "Make a matter of it");
    public static readonly Text ToSlip = new("移交有关部门", "Refer it to a department");
    public static readonly Text ToOtherUnit = new("转有关单位", "Pass it to another unit");
    public static readonly Text ToReport = new("并入报告", "Into the report");
    public static readonly Text ToKeep = new("留存", "Keep it");

    public static readonly Text ArchiveFile = new("密件归档", "Sealed records for the archive");

    public static readonly Text CountAll = new("合计", "All");
    public static readonly Text CountHidden = new("—", "—");
    public static readonly Text CountNote = new(
        "少于{0}件的不显示；能由合计推算出来的也不显示。不含由密件拟出的移交单、函和转交。",
        "What is below {0} is not shown, nor what could be worked out from the total. Slips, questions and what is forwarded are not counted.");
    public static readonly Text CountKinds = new("按种类", "By kind");
    public static readonly Text CountChannels = new("信访按渠道", "Petitions by channel");
    public static readonly Text CountMonths = new("按收到月份", "By month of receipt");
    public static readonly Text CountMonth = new("{0}月", "Month {0}");
    public static readonly Text CountDisposals = new("信访、网情按处置", "Petitions and clues by disposal");
    public static readonly Text CountUnjudged = new("待研判", "Not judged yet");
}
