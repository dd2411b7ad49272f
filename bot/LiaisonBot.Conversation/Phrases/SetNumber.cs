using LiaisonBot.Core.Matters;
using LiaisonBot.Core.Text;

namespace LiaisonBot.Conversation.Phrases;

/// <summary>整改1301-1: the number of a set of findings, which is counted apart from those of matters.</summary>
internal static class SetNumber
{
    private static readonly string[] Kinds = ["整改批次", "整改", "批次", "rectification set", "rectification", "set"];

    /// <summary>Null where none is said; 退回整改1301-8 orders that a matter is put right.</summary>
    public static MatterNumber? In(string typed, int year)
    {
        var text = Folding.Of(typed);
        for (var at = 0; at < text.Length; at++)
        {
            if (!char.IsAsciiDigit(text[at])
                || (at > 0 && char.IsAsciiDigit(text[at - 1]))
                || NumberList.NumberAt(text, at, year) is not var (number, end))
            {
                continue;
            }

            var kind = Words.Before(text, Words.BeforeSpaces(text, at), Kinds);
            var isSet = kind >= 0
                ? !IsOrdered(text, kind)
                // 1301-1那批整改到哪了.
                : Words.After(text, Words.Past(text, end, "的"), "那批", "这批", "那一批", "这一批", "批次") > 0;
            return isSet && !number.IsChild ? number : null;
        }

        return null;
    }

    private static bool IsOrdered(string text, int kind) =>
        Words.Before(text, Words.BeforeSpaces(text, kind), "退回", "打回", "重新", "继续", "尽快", "抓紧", "限期", "进一步", "加快", "督促") >= 0;
}
