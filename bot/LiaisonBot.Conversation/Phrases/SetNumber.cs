using System.Text.RegularExpressions;
using LiaisonBot.Core.Matters;
using LiaisonBot.Core.Text;

namespace LiaisonBot.Conversation.Phrases;

/// <summary>整改1301-1: the number of a set of findings, which is counted apart from those of matters.</summary>
internal static partial class SetNumber
{
    private static readonly string[] Kinds =
        ["整改批次", "反馈批次", "整改", "批次", "rectification set", "rectification", "set of findings", "set", "feedback"];

    /// <summary>整改 is also what is done: 占地整改1301-7已经弄完了 is of a matter, where no set has that number.</summary>
    private static readonly string[] Acts = ["整改", "rectification"];

    /// <summary>Between the kind and the number: set no. 1301-1, 整改编号1301-1.</summary>
    private static readonly string[] Marks = ["编号", "号", "number", "no.", "no", "#"];

    private static readonly string[] Polite = ["please", "pls", "can you", "could you", "and", "then", "ok"];

    /// <summary>Null where none is said; 退回整改1301-8 orders that a matter is put right.</summary>
    /// <returns>The number, and whether nothing but a set can be meant.</returns>
    public static (MatterNumber Number, bool IsSure)? In(string typed, int year)
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

            var mark = Words.Before(text, Words.BeforeSpaces(text, at), Marks);
            var before = Words.BeforeSpaces(text, mark >= 0 ? mark : at);
            var kind = Words.Before(text, before, Kinds);
            var isNamed = kind >= 0 && IsWord(text, kind) && !IsOrdered(text, kind) && !Sets(text, kind, end);
            // 1301-1那批整改到哪了.
            var isPointedAt = Words.After(text, Words.Past(text, end, "的"), "那批", "这批", "那一批", "这一批", "批次") > 0;
            return number.IsChild || !(isNamed || isPointedAt)
                ? null
                : (number, isPointedAt || Words.After(text, kind, Acts) != before);
        }

        return null;
    }

    /// <summary>The number, where nothing else is said but its kind: 整改1301-1, 1301-1; null for more.</summary>
    public static string? Alone(string typed) =>
        Whole().Match(Folding.Of(typed).Trim()) is { Success: true } found ? found.Groups["n"].Value : null;

    /// <summary>Whether that is said with its kind: a number alone is that of a matter.</summary>
    public static bool IsAlone(string typed) => Whole().Match(Folding.Of(typed).Trim()).Groups["kind"].Success;

    private static bool IsOrdered(string text, int kind) =>
        Words.Before(text, Words.BeforeSpaces(text, kind), "退回", "打回", "重新", "继续", "尽快", "抓紧", "限期", "进一步", "加快", "督促") >= 0;

    /// <summary>Not the end of another word: reset 1301-3.</summary>
    private static bool IsWord(string text, int kind) =>
        kind == 0 || !char.IsAsciiLetter(text[kind]) || !char.IsAsciiLetter(text[kind - 1]);

    /// <summary>set 1301-3 to urgent: the verb.</summary>
    private static bool Sets(string text, int kind, int end)
    {
        var before = Words.BeforeSpaces(text, kind);
        for (int polite; (polite = Words.Before(text, before, Polite)) >= 0;)
        {
            before = Words.BeforeSpaces(text, polite);
        }

        return before == 0
            && Words.IsAt(text, kind, "set")
            && Words.After(text, end, " to ", " due", " deadline", " as ", " for ", " until ", "'s ") > 0;
    }

    [GeneratedRegex(
        @"^(?<kind>(?:整改|反馈)?批次|整改|rectification\s+set|set)?\s*(?<n>(?:20\d\d-)?\d{4}-\d{1,6})$",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Whole();
}
