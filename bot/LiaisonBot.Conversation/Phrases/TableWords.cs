namespace LiaisonBot.Conversation.Phrases;

/// <summary>Words that mean the table that came along; in any other line a table is what a matter is about.</summary>
internal static class TableWords
{
    private static readonly string[] All =
    [
        "导入", "按表交办", "按表格", "表格交办", "交办表格", "交办附件", "附件交办", "表里的", "表中的", "表格里", "表格中",
        "附件里的", "附件中的", "这个表", "这张表", "此表", "import",
    ];

    public static bool AreIn(string folded) => All.Any(word => folded.Contains(word, StringComparison.Ordinal));
}
