namespace LiaisonBot.Conversation.Sheets;

/// <summary>What stands in the notice of a residency.</summary>
public static class ResidencyNoticeTexts
{
    public static readonly Text File = new("{0} 驻市公告", "Notice of residency {0}");
    public static readonly Text Title = new("省委{0}驻{1}公告（稿）", "Provincial inspection {0} in {1}: notice (draft)");
    public static readonly Text Below = new("{0}起草，核对、审核后公布", "drafted {0}; to be read and approved before it is published");
    public static readonly Text When = new("驻市时间", "When");
    public static readonly Text WhenText = new(
        "省委{0}于{1}至{2}驻{3}开展巡视工作。",
        "Provincial inspection {0} is in {3} from {1} to {2}.");
    public static readonly Text What = new("受理范围", "What it takes up");
    public static readonly Text WhatText = new(
        "（由巡视组按规定填写；不属于受理范围的，按规定转有关单位办理）",
        "(to be written by the team; what is out of its scope goes to the unit concerned)");
    public static readonly Text How = new("受理方式", "How to reach it");
    public static readonly Text Phone = new("值班电话", "Telephone");
    public static readonly Text Hours = new("受理时间", "Hours");
    public static readonly Text Boxes = new("信箱和意见箱", "Letters and boxes");
    public static readonly Text Until = new("受理截止日", "Last day");
    public static readonly Text Freely = new("保护反映问题的权利", "Everybody may tell");
    public static readonly Text FreelyText = new(
        "任何地方和单位不得阻止、隔离正当合法的上访群众，不得拦截举报信件、干扰举报电话。",
        "No place and no unit may hold back people who come lawfully, keep their letters, or disturb the telephone.");
    public static readonly Text ToWrite = new("（待填写）", "(to be filled in)");
}
