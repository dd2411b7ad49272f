using LiaisonBot.Conversation.Phrases;
using LiaisonBot.Core.Matters;

namespace LiaisonBot.Conversation.Reading;

/// <summary>Questions of which county has done its part of a matter that was passed on.</summary>
internal static class PartWords
{
    private const int Longest = 120;

    /// <summary>哪个县还没签, which one hasn't signed yet: one or several of those who have a part.</summary>
    public static bool AsksWhichParts(string text) =>
        text.Length <= Longest
            && (EnglishStance.IsEnglish(text)
                ? Words.Any(text, "which one", "how many count", "how many district", "which count", "which of them", "which of the count", "which district", "which place", "which part", "who hasn't", "who has not", "who hasnt", "who didn't", "who did not", "who still", "who has ", "who is ", "who's ", "what count", "anyone still", "anybody still", "who is missing", "who's missing", "who is left", "who's left", "who are we missing", "anyone who ha", "anybody who ha", "anyone not ", "anybody not ")
                : Words.Any(text, "哪个县", "哪个区", "哪几个县", "哪几个区", "哪些县", "哪些区", "哪个还", "哪个没", "哪家", "哪几家", "哪些家", "哪一家", "哪边", "谁还没", "谁没", "差谁", "缺谁", "剩谁", "少谁", "差哪", "缺哪", "剩哪", "谁家", "还有谁", "谁签了", "谁报了", "谁交了", "谁办完", "哪一个没", "哪一个还", "哪个地方", "哪些地方", "哪几个还", "哪几个没", "有没有人没", "有没有人还", "还有人没", "还有没签"))
            && !Words.Any(text, "最", "worst", "best", "slowest", "fastest", "the most", "matter", "事项", "哪几件", "哪件", "who is responsible", "谁负责", "联系", "phone", "no officer");

    /// <summary>正定啥时候到: until when, of a place alone.</summary>
    public static bool AsksWhenDue(string text) =>
        text.Length <= Longest / 2
            && Words.Any(text, "啥时候到", "什么时候到", "几号到", "哪天到", "何时到", "到哪天", "到几号", "啥时候截止", "什么时候截止", "几号截止", "啥时候交", "什么时候交", "几号交", "哪天交", "when is", "when does", "until when", "by when")
            && !Words.Any(text, "交的", "交上", "组", "巡视", "team", "visit", "come", "arrive", "leave");

    /// <summary>How those stand that are asked for; null where that is not said.</summary>
    public static StateWord? StandsAsAsked(string text)
    {
        var isDenied = EnglishStance.IsEnglish(text)
            ? Words.Any(text, "n't ", "hasnt", "havent", "didnt", "not ", "still ", "missing", "yet", "unsigned", "outstanding", "to be ", "to sign", "to report", "to hand", "left", "owe")
            : Words.Any(text, "没", "未", "不", "差", "欠", "缺", "剩", "少");
        return Words.Any(text, "逾期", "超期", "过期", "overdue", " late") ? StateWord.Overdue
            : Words.Any(text, "签", "接", "收", "sign", "accept", "taken it") ? isDenied ? StateWord.Unsigned : Signed
            : Words.Any(text, "报", "交", "hand", "submit", "report", "sent in", "turned in") ? isDenied ? NotHandedIn : HandedIn
            : Words.Any(text, "完", "结", "办", "弄", "做", "finish", "done", " through", "close", "complete", "open", "pending", "outstanding", "missing", "left", "behind") ? isDenied || Words.Any(text, "open", "pending", "behind") ? StateWord.Open : StateWord.Closed
            // 还差谁: whoever has not finished.
            : isDenied && Words.Any(text, "差谁", "缺谁", "剩谁", "少谁", "差哪", "缺哪", "剩哪") ? StateWord.Open
            : null;
    }

    private static readonly StateWord Signed = new(new Text("已签收", "signed for"), (entry, _) => entry.State is not (MatterState.Assigned or MatterState.Withdrawn));

    private static readonly StateWord NotHandedIn = new(new Text("未报结", "not handed in"), (entry, _) => entry.State is MatterState.Assigned or MatterState.InProgress);

    private static readonly StateWord HandedIn = new(new Text("已报结", "handed in"), (entry, _) => entry.State is MatterState.HandedIn or MatterState.Closed);
}
