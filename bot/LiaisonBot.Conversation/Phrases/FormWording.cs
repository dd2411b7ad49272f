using LiaisonBot.Core.Text;

namespace LiaisonBot.Conversation.Phrases;

/// <summary>
/// Whether what stands behind the word of a form says what is to be entered. 添加人员 不要添加张三 and 绑定石家庄了吗 enter nobody and
/// bind nothing: no word of them belongs into a field. A name that only begins with such a letter stays one (未来科技城,
/// 不动产登记中心, 别某).
/// </summary>
internal static class FormWording
{
    /// <summary>What is denied or put off, at the beginning of a word.</summary>
    private static readonly string[] Denying =
    [
        "不要", "不用", "不必", "不需", "不想", "不能", "不可", "不行", "不应", "不该", "不再", "不准", "不许",
        "不得", "不是", "不对", "不去", "不来", "先不", "先别", "先等", "暂不", "暂时不", "暂缓", "无需", "无须",
        "毋须", "请勿", "没有", "还没", "还未",
        "尚未", "从未", "并未", "算了", "取消", "不了", "do not", "don't", "dont ", "not ", "never ", "no need",
        "cancel",
    ];

    /// <summary>These deny only before what one does to a form's subject: they also begin names.</summary>
    private static readonly string[] DenyingBeforeAVerb = ["不", "别", "勿", "莫", "没", "未", "甭"];

    private static readonly string[] Verbs =
        [
            "添加", "增加", "加", "录入", "录", "登记", "登", "设", "安排", "派", "排", "绑", "填", "交办", "交给",
            "发给", "发", "更名", "改", "划", "并入", "合并", "新增", "撤", "移交", "再", "急着", "给", "让"
        ];

    /// <param name="after">What stands behind the word, as typed: a question goes on without a gap (添加人员了吗,
    /// 驻市安排情况).</param>
    /// <param name="first">Only where it begins: what follows is free text, in which anything may be denied.</param>
    public static bool Enters(string after, bool first = false)
    {
        var folded = Folding.Of(after);
        var attached = folded.Length > 0 && !Folding.IsGap(folded[0]);
        var said = folded.Trim();
        if (said.Length == 0)
        {
            return true;
        }

        if (attached && Wordings.IsNotAnOrder(said))
        {
            return false;
        }

        var words = said.Split(
            [' ', '\n', '\t', ',', '、', ';', '。', ':', '(', ')'],
            StringSplitOptions.RemoveEmptyEntries);
        return first
            ? words.Length == 0 || !Denies(words[0])
            : !Denies(said) && !Array.Exists(words, Denies) && !Wordings.IsAsked(said);
    }

    private static bool Denies(string word) =>
        Array.Exists(Denying, w => word.StartsWith(w, StringComparison.Ordinal))
        || Array.Exists(
            DenyingBeforeAVerb,
            w =>
                word.StartsWith(w, StringComparison.Ordinal)
                    && Array.Exists(Verbs, v => string.CompareOrdinal(word, w.Length, v, 0, v.Length) == 0));
}
