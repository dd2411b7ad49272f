namespace LiaisonBot.Conversation.Cards;

/// <summary>What stands on cards of every kind.</summary>
public static class CardTexts
{
    public static readonly Text ReminderUnsigned = new("尚未签收", "Not signed for yet");
    public static readonly Text ReminderDueSoon = new("蓝色提醒：临近办理时限", "Blue: due soon");
    public static readonly Text ReminderOverdueYellow = new("黄色提醒：已逾期", "Yellow: overdue");
    public static readonly Text ReminderOverdueRed = new("红色提醒：严重逾期", "Red: long overdue");
    public static readonly Text ReminderProposeLedger = new("建议挂账督办", "Proposal: put it on the supervision ledger");
    public static readonly Text ReminderProposeDocket = new("建议立项督办", "Proposal: docket it");
    public static readonly Text ReminderReviewWaits = new("已报结，等待审核", "Handed in, waiting for review");
    public static readonly Text ReminderExtensionWaits = new(
        "延期申请等待答复",
        "A request for more time is waiting for an answer");
    public static readonly Text ReminderDeclineWaits = new("退件申请等待答复", "A declined matter is waiting for an answer");
    public static readonly Text ReminderHolderAsks = new(
        "办理单位的提问等待答复",
        "A question of those responsible is waiting for an answer");
    public static readonly Text ReminderReviewerAsks = new(
        "交办方的提问等待答复",
        "A question of the assigning side is waiting for an answer");
    public static readonly Text ReminderExemptionWaits = new(
        "免于公开的申请等待答复",
        "A request not to make something public is waiting for an answer");
    public static readonly Text WholeText = new("全文", "Show all");
    public static readonly Text FoldText = new("收起", "Show less");
    public static readonly Text More = new("更多", "More");
}
