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

    private const string Numerals = "一二三四五六七八九十斑";

    /// <summary>Answers that the file which was asked about is not wanted.</summary>
    private static readonly string[] NotWanted =
    [
        "不保存", "不用保存", "不要保存", "不要了", "不用了", "发错了", "文件发错了", "发错文件了", "图片发错了", "do not keep",
        "don't keep it", "do not keep it", "wrong file",
    ];

    /// <summary>Answers that it is a table to import.</summary>
    private static readonly string[] Tables = ["这是要导入的表格", "是要导入的表格", "是表格", "这是表格", "it is a table to import", "a table to import"];

    /// <summary>Speaks of one that is there, whoever says it.</summary>
    private static readonly string[] Pointed =
    [
        "见附", "如附", "附后", "附上", "随附", "见图", "如图", "见文件", "已附", "attached", "enclosed", "see the attach",
        "see attach", "see the file", "see file",
    ];

    /// <summary>Wants one of the other side: 请附图斑编号, 请补充现场照片.</summary>
    private static readonly string[] Wanted =
    [
        "请附", "请补", "请提供", "请上传", "请发", "请把", "请将", "请报", "请拍", "需附", "需要附", "需补充", "需提供", "需要提供",
        "应附", "要附", "还要补充", "应补充", "要求附", "please attach", "please send", "please add", "please provide",
        "please enclose", "please upload",
    ];

    /// <summary>Whether a text speaks of a file that its sender sends.</summary>
    public static bool Speak(string text)
    {
        var folded = Folding.Of(text);
        return !IsIn(folded, Without)
            && (IsIn(folded, Pointed) || (!IsIn(folded, Wanted) && Array.Exists(Words, word => IsSpokenOf(folded, word))));
    }

    /// <summary>The same of what is said to those who have to do something: without more, a file is what they should send.</summary>
    public static bool Point(string text)
    {
        var folded = Folding.Of(text);
        return IsIn(folded, Pointed) && !IsIn(folded, Without) && !IsIn(folded, Wanted);
    }

    private static bool IsIn(string folded, string[] words) =>
        Array.Exists(words, word => folded.Contains(word, StringComparison.Ordinal));

    /// <summary>附件一 and 附表2 are parts of a paper that both know, 图斑 is a thing on a map.</summary>
    private static bool IsSpokenOf(string folded, string word)
    {
        for (var at = folded.IndexOf(word, StringComparison.Ordinal);
            at >= 0;
            at = folded.IndexOf(word, at + 1, StringComparison.Ordinal))
        {
            var next = at + word.Length < folded.Length ? folded[at + word.Length] : ' ';
            if (word is not ("附件" or "附表" or "附图") || !(char.IsAsciiDigit(next) || Numerals.Contains(next)))
            {
                return true;
            }
        }

        return false;
    }

    public static bool IsNotWanted(string text) => IsOneOf(text, NotWanted);

    public static bool IsTable(string text) => IsOneOf(text, Tables);

    private static bool IsOneOf(string text, string[] answers) =>
        answers.Contains(Folding.Of(text).Trim().TrimEnd('.', '。', '!', '！'), StringComparer.Ordinal);
}
