using LiaisonBot.Core.Text;

namespace LiaisonBot.Conversation.Phrases;

/// <summary>Words that speak of a file which is sent with them, before them or after them: 见附件, 如图, see the attachment.</summary>
internal static class FileWords
{
    private static readonly string[] Words =
    [
        "附件", "附后", "附上", "随附", "见附", "附图", "附表", "附照片", "见图", "如图", "图片", "照片", "截图", "扫描件",
        "佐证", "见文件", "这个文件", "该文件", "上面的文件", "上面那个文件", "前面的文件", "发的文件", "发来的文件", "文件已发",
        "文件发", "文件如下", "材料已发", "材料如下", "这份材料", "发的材料", "attach", "enclosed", "see the file", "see file",
        "the file", "this file", "that file", "picture", "photo", "screenshot", "scan", "image above",
    ];

    /// <summary>What is said of no file: 有附件吗 asks of it, 不用附件 and 没有照片 say that there is none.</summary>
    private static readonly string[] Without =
    [
        "没有附件", "无附件", "没附件", "不用附件", "不需要附件", "没有照片", "无照片", "没照片", "没有图片", "没有截图",
        "补附件", "后补", "附件稍后", "附件随后", "附件另", "照片稍后", "照片随后", "照片另", "no attachment", "without attach", "no picture",
        "no photo", "attachment later", "attachment follows", "photos follow", "pictures follow",
    ];

    /// <summary>Answers that the file which was asked about is not wanted.</summary>
    private static readonly string[] NotWanted =
    [
        "不保存", "不用保存", "不要保存", "不要了", "不用了", "发错了", "文件发错了", "发错文件了", "图片发错了", "do not keep",
        "don't keep it", "do not keep it", "wrong file",
    ];

    /// <summary>Answers that it is a table to import.</summary>
    private static readonly string[] Tables = ["这是要导入的表格", "是要导入的表格", "是表格", "这是表格", "it is a table to import", "a table to import"];

    public static bool Speak(string text)
    {
        var folded = Folding.Of(text);
        return Array.Exists(Words, word => folded.Contains(word, StringComparison.Ordinal))
            && !Array.Exists(Without, word => folded.Contains(word, StringComparison.Ordinal));
    }

    public static bool IsNotWanted(string text) => IsOneOf(text, NotWanted);

    public static bool IsTable(string text) => IsOneOf(text, Tables);

    private static bool IsOneOf(string text, string[] answers) =>
        answers.Contains(Folding.Of(text).Trim().TrimEnd('.', '。', '!', '！'), StringComparer.Ordinal);
}
