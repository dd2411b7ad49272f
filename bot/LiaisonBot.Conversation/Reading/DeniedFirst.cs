using LiaisonBot.Conversation.Phrases;
using LiaisonBot.Core.Text;

namespace LiaisonBot.Conversation.Reading;

/// <summary>
/// A sentence that first says what is not wanted and then what is: 先不催了，直接退回; not closing that, send it back. The order behind the
/// denial is what is meant.
/// </summary>
internal static class DeniedFirst
{
    /// <summary>Clauses that are looked at.</summary>
    private const int MostClauses = 4;

    private static readonly System.Buffers.SearchValues<char> Joints = System.Buffers.SearchValues.Create(",，。.;；!！ ");

    /// <summary>Begin what somebody else does, or what whoever speaks does without the bot.</summary>
    private static readonly string[] OfOthers =
        ["我", "他", "她", "咱", "县里", "市里", "区里", "等", "让他", "i ", "i'll", "i'd", "i'm", "i've", "we", "they", "he ", "she ", "it ", "let me", "let them", "until", "before", "because", "so that", "if", "when", "once"];

    /// <summary>The order, with what names its matter before it; null for any other sentence.</summary>
    public static string? OrderBehind(string typed, FrameReader reader)
    {
        var folded = Folding.Of(typed);
        if (folded.Length != typed.Length
            || !Words.Any(folded, "不", "别", "not ", "n't", "no need", "instead of", "dont ", "forget")
            || folded.Contains('?', StringComparison.Ordinal)
            || folded.Contains('\n', StringComparison.Ordinal))
        {
            return null;
        }

        var clauses = 0;
        for (var at = folded.AsSpan().IndexOfAny(Joints); at >= 0 && clauses < MostClauses; at = Next(folded, at))
        {
            var isEnglishSpace = folded[at] == ' ' && char.IsAsciiLetterOrDigit(folded[Math.Max(0, at - 1)]);
            var rest = folded[at..].TrimStart(',', '。', '.', ';', '!', ' ');
            if (isEnglishSpace || rest.Length < 2)
            {
                continue;
            }

            clauses++;
            var first = reader.Read(typed[..at]);
            if (!Denies(first))
            {
                continue;
            }

            var begin = Words.Past(rest, Words.Past(rest, 0, Before), Before);
            if (Words.After(rest, begin, OfOthers) < 0 && IsOrder(reader.Read(typed[^(rest.Length - begin)..])))
            {
                return $"{Named(first, typed)} {typed[^(rest.Length - begin)..]}".Trim();
            }
        }

        return null;
    }

    private static int Next(string text, int at)
    {
        var next = text.AsSpan(at + 1).IndexOfAny(Joints);
        return next < 0 ? -1 : at + 1 + next;
    }

    private static bool Denies(Frame frame) =>
        !frame.Asks
            && !frame.Has(Idea.If)
            && (frame.Refrains
                || (frame.Step is not null && (frame.Denies || frame.Has(Idea.Later)))
                || (frame.HasAny(Idea.Not, Idea.Later) && frame.Words.Sum(word => word.Length) <= MostUnknown)
                || Meanings.GivesUp(frame));

    /// <summary>Letters of a denied clause that no word covers: more of them tell something.</summary>
    private const int MostUnknown = 3;

    /// <summary>Before the order, and no part of it.</summary>
    private static readonly string[] Before = ["直接", "就", "还是", "改为", "改成", "那就", "赶紧", "马上", "干脆", "先", "要", "给我", "给他们", "帮我", "请", "我要", "一律", "立即", "just ", "please ", "pls ", "rather ", "instead ", "better ", "then ", "and "];

    private static readonly string[] Verbs = ["send", "knock", "kick", "push", "bounce", "give", "put", "take", "hand", "it"];

    private static bool IsOrder(Frame frame)
    {
        if (frame.Mark
            || frame.Refrains
            || frame.AsksInItsClause
            || frame.Step is not ((>= Idea.Sign and <= Idea.Change) and not (Idea.Finished or Idea.Correct or Idea.Undo or Idea.Assign), var start, var end))
        {
            return false;
        }

        // send it back: the step is the word behind.
        return frame.WordsAt.TrueForAll(word => word.Start >= start || Array.IndexOf(Verbs, frame.Text[word.Start..word.End]) >= 0)
            && frame.Said.TrueForAll(said => said.Idea is not (Idea.Not or Idea.Later or Idea.If or Idea.Wish) || said.Start > end)
            && frame.Said.TrueForAll(said => said.Start >= start || said.Idea is Idea.Filler or Idea.Please or Idea.Hurry or Idea.Only or Idea.Change or Idea.Plain);
    }

    /// <summary>占地那个先不催了: what stands before the denial and its step; a number wherever it stands.</summary>
    private static string Named(Frame first, string typed)
    {
        var end = first.Said.Where(said => said.Idea is Idea.Not or Idea.Later || said.Idea is >= Idea.Sign and <= Idea.Change).Select(said => said.Start).DefaultIfEmpty(0).Min();
        var before = typed[..Math.Min(end, typed.Length)].Trim();
        return EnglishStance.IsEnglish(first.Text) || (first.Numbers.Count > 0 && !before.Contains(first.Numbers[0].Short, StringComparison.Ordinal))
            ? string.Join('、', first.Numbers.Select(number => number.Short))
            : before;
    }
}
