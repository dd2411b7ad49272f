namespace LiaisonBot.Conversation.Reading;

/// <summary>
/// Words of the field that are often written with other characters of the same sound, or with two letters exchanged, as
/// data. A slip is as long as its word, so that places in the text stay, and is no part of another word.
/// </summary>
internal static class TypingSlips
{
    private static readonly (string Slip, string Word)[] All =
    [
        .. Of("超期", "超其 超齐 抄期"),
        .. Of("逾期", "愉期 逾其 逾齐"),
        .. Of("催一下", "崔一下 摧一下 吹一下 催以下"),
        .. Of("催办", "摧办"),
        .. Of("催促", "崔促 摧促"),
        .. Of("进度", "进渡 进肚 晋度"),
        .. Of("进展", "进盏 晋展"),
        .. Of("到哪一步", "到那一步"),
        .. Of("反馈", "反溃 反愧 返馈"),
        .. Of("申请", "身请 深请"),
        .. Of("延期", "沿期 言期 延欺"),
        .. Of("转办", "转版 赚办"),
        .. Of("审核", "审合 申核"),
        .. Of("附件", "符件"),
        .. Of("台账", "抬账 台涨 太账"),
        .. Of("报结", "抱结"),
        .. Of("办结", "伴结 办杰"),
        .. Of("签收", "签守 牵收"),
        .. Of("撤销", "彻销 撤肖"),
        .. Of("撤回", "彻回 撒回"),
        .. Of("督办", "督伴"),
        .. Of("整改", "整该 整概"),
        .. Of("联络", "连络 联洛"),
        .. Of("提醒", "题醒"),
        .. Of("退回", "腿回"),
        .. Of("signed", "singed sigend"),
        .. Of("assigned", "assinged"),
        .. Of("returned", "retruned reutrned"),
        .. Of("finished", "finsihed finihsed"),
        .. Of("extension", "extention"),
        .. Of("received", "recieved"),
        .. Of("overdue", "ovredue overude"),
        .. Of("remind", "remnid reimnd"),
        .. Of("closed", "colsed clsoed"),
    ];

    /// <summary>Most texts have none of them.</summary>
    private static readonly System.Buffers.SearchValues<string> Slips =
        System.Buffers.SearchValues.Create([.. All.Select(one => one.Slip)], StringComparison.Ordinal);

    /// <summary>The folded text with the words that were meant, of the same length.</summary>
    public static string Right(string folded) => folded.AsSpan().IndexOfAny(Slips) < 0
        ? folded
        : All.Aggregate(folded, (text, one) => text.Replace(one.Slip, one.Word, StringComparison.Ordinal));

    private static IEnumerable<(string Slip, string Word)> Of(string word, string slips) =>
        slips.Split(' ').Select(slip => (slip, word));
}
