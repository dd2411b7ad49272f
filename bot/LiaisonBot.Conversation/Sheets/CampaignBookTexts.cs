using LiaisonBot.Core.Sets;

namespace LiaisonBot.Conversation.Sheets;

/// <summary>What stands in the table of a campaign.</summary>
public static class CampaignBookTexts
{
    public static readonly Text Answers = new("各地自查", "Answers");
    public static readonly Text Findings = new("查出的问题", "Findings");
    public static readonly Text Heading = new("{0}（{1}前，{2}个地方）", "{0} (by {1}; places: {2})");
    public static readonly Text Number = new("事项编号", "Matter");
    public static readonly Text Standing = new("状态", "State");
    public static readonly Text Answer = new("自查结果", "Answer");
    public static readonly Text Note = new("说明", "Note");
    public static readonly Text AnsweredOn = new("答复日期", "Answered on");
    public static readonly Text Found = new("问题", "Findings");
    public static readonly Text Mended = new("已整改", "Put right");
    public static readonly Text None = new("不存在", "We have none");
    public static readonly Text WasMended = new("存在，已改", "We had, and mended it");
    public static readonly Text Planned = new("存在，计划整改", "We have, and plan to mend it");
    public static readonly Text Asked = new("待答复", "not answered");

    public static Text Of(SelfCheckState state) => state switch
    {
        SelfCheckState.Asked => Asked,
        SelfCheckState.None => None,
        SelfCheckState.Mended => WasMended,
        SelfCheckState.Planned => Planned,
    };
}
