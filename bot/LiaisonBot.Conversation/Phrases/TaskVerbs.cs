namespace LiaisonBot.Conversation.Phrases;

/// <summary>
/// Words with which the text of a task goes on after a place or a day, also without a space: 长安区上报…, 11月30日前完成….
/// </summary>
internal static class TaskVerbs
{
    /// <summary>What is done by a day: behind a day that nothing else says to be a limit, they make it one.</summary>
    public static readonly string[] Finish =
        ["完成", "上报", "报送", "报", "提交", "办结", "反馈", "交", "整改到位", "整改", "落实", "办理", "finish", "report", "submit"];

    /// <summary>
    /// What may follow a place's short name: after anything else the name is a part of another word (新华书店).
    /// </summary>
    public static readonly string[] Begin =
    [
        "上报", "报", "提交", "开展", "完成", "落实", "整改", "核查", "排查", "督促", "制定", "制订", "梳理",
        "反馈", "办理", "于", "请", "限", "须", "在", "就", "要", "对", "把",
        "尽快", "抓紧", "立即", "做好", "组织", "说明", "核实", "处理", "解决", "自查", "研究", "加强", "推进",
        "建立", "清理", "清查", "查处", "汇总", "统计", "按", "按照", "每",
        "拿出", "形成", "印发", "公示", "答复", "回复", "化解", "牵头", "负责", "配合", "应", "需", "务必", "尽",
        "召开", "修订", "完善", "追回", "补齐", "清零", "销号", "出台", "全部", "全面", "基本", "如期", "按期",
        "逐项", "书面", "将", "弄", "都", "各自", "分别", "一起", "一块", "去",
    ];
}
