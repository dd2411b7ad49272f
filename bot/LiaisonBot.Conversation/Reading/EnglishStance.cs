using System.Collections.Frozen;
using LiaisonBot.Conversation.Phrases;

namespace LiaisonBot.Conversation.Reading;

/// <summary>
/// What an English sentence does with the acts that it names: it asks, denies, puts off or gives up, or it tells and
/// orders. Clause by clause: a denial reaches from its word to the end of the clause, and no act behind it is meant.
/// </summary>
internal static class EnglishStance
{
    /// <summary>A clause ends there.</summary>
    private static readonly string[] Joints =
        [", ", "; ", ". ", "! ", "? ", ": ", " - ", "\n", " but ", " because ", " since ", " so ", " cos ", " cuz ", " although ", " though ", " and then "];

    private static readonly FrozenSet<string> Deniers = FrozenSet.ToFrozenSet(
    [
        "not", "never", "no", "don't", "doesn't", "didn't", "can't", "cannot", "couldn't", "won't", "wouldn't", "shouldn't", "isn't", "aren't", "wasn't",
        "weren't", "hasn't", "haven't", "hadn't", "mustn't", "needn't", "ain't", "without", "nor", "stop", "forget", "skip", "drop", "cancel", "scrap", "avoid", "rather",
        "against", "doubt", "hesitate", "wait", "hold",
    ]);

    /// <summary>Begin an act, whatever its end: approving, signed, nudges.</summary>
    private static readonly string[] Verbs =
    [
        "sign", "acknowledg", "clos", "return", "send", "sent", "approv", "grant", "agree", "urg", "nudg", "chas", "remind", "ping", "push", "forward", "pass", "assign",
        "withdraw", "withdrew", "refer", "extend", "extension", "postpon", "hand", "submit", "report", "reject", "refus", "accept", "declin", "confirm", "finish", "complet", "transfer", "reopen",
        "publish", "announc", "replac", "remov", "delet", "undo", "escalat", "docket", "tell", "notif", "call", "need", "want", "giv", "ask", "request",
        "make", "mov", "chang", "bounc", "kick", "redo", "wrap", "delegat", "pull", "pok", "prod", "export", "print", "download",
    ];

    /// <summary>Somebody cannot finish: that asks for time, or says that it is not theirs, and gives nothing up.</summary>
    private static readonly FrozenSet<string> Inabilities = FrozenSet.ToFrozenSet(["can't", "cannot", "couldn't", "won't"]);

    private static readonly string[] Work = ["finish", "complet", "done", "do", "hand", "submit", "make", "report", "send"];

    /// <summary>Before a denial, and said by whoever speaks of themselves or of the bot: behind any other word somebody else is spoken of.</summary>
    private static readonly FrozenSet<string> OfOneself = FrozenSet.ToFrozenSet(
    [
        "i", "i'm", "i'd", "i'll", "i've", "we", "we're", "we'd", "we'll", "we've", "you", "let's", "lets", "please", "pls", "plz", "ok", "okay", "so", "and", "but", "just", "actually",
        "it", "it's", "that", "that's", "this", "there's", "there", "is", "are", "was", "were", "am", "be", "to", "want", "really", "still", "yet", "think", "thought", "better", "definitely",
        "probably", "maybe", "also", "though", "today", "now", "at", "the", "moment", "hey", "hi", "well", "hmm", "um", "oh", "no", "yes", "sorry", "for", "would", "do", "have", "had", "should", "one",
        "guess", "as", "of", "on", "matter", "said", "never", "wait", "hold", "sure", "yeah", "right", "on second thoughts", "second", "thought", "thoughts", "guys", "bot", "if", "afraid", "my", "mistake", "been",
    ]);

    /// <summary>What was begun is left, at the beginning of a sentence or alone in a clause.</summary>
    private static readonly string[] Left =
    [
        "never mind", "nevermind", "nvm", "forget it", "forget that", "forget about it", "forget about that", "hold on", "hold off", "hold it", "hold that", "hang on", "hold your horses", "scratch that", "leave it",
        "leave that", "leave them", "skip it", "skip that", "cancel that", "cancel it", "don't bother", "no need", "not now", "not yet", "not today", "let's not", "let's wait", "on second thought",
        "on second thoughts", "scrap that", "drop it", "drop that", "ignore that", "wait", "no wait", "stop", "changed my mind", "i changed my mind", "i've changed my mind", "don't do it", "don't do that", "don't send it",
        "don't send that", "don't send anything", "don't send them", "not so fast", "let it be", "let it rest", "leave them alone", "leave them be", "better not", "i'd rather not", "rather not", "maybe later", "not just yet",
        "let me check", "let me think", "let me ask", "let me see first", "i haven't decided", "haven't decided", "i'm not sure", "not sure", "not decided", "i need to think", "i'll think about", "hold the", "i'll do it myself", "not right now",
    ];

    /// <summary>Behind an act they deny or put off: no extension needed, the signing can wait.</summary>
    private static readonly string[] DeniedBehind =
    [
        "can wait", "is not needed", "isn't needed", "not needed", "not necessary", "isn't necessary", "is off", "is on hold", "not happening", "won't be needed", "no longer needed", "is premature", "is too early",
    ];

    private static readonly FrozenSet<string> Wh = FrozenSet.ToFrozenSet(
        ["who", "who's", "whose", "whom", "what", "what's", "where", "where's", "why", "how", "how's", "which", "when's"]);

    private static readonly FrozenSet<string> Auxiliaries = FrozenSet.ToFrozenSet(
    [
        "is", "isn't", "are", "aren't", "was", "wasn't", "were", "weren't", "do", "don't", "does", "doesn't", "did", "didn't", "has", "hasn't", "have", "haven't", "had", "can", "can't", "could", "couldn't",
        "will", "won't", "would", "wouldn't", "should", "shouldn't", "shall", "may", "must", "am",
    ]);

    private static readonly FrozenSet<string> Subjects = FrozenSet.ToFrozenSet(
    [
        "i", "we", "they", "he", "she", "it", "that", "this", "these", "those", "the", "anyone", "anybody", "anything", "someone", "somebody", "everyone", "everybody", "there", "any", "my", "our", "their", "all",
        "somehow", "every", "both", "nobody", "one",
    ]);

    /// <summary>With these auxiliaries any subject asks: did Zhengding sign. Do and have begin orders too.</summary>
    private static readonly FrozenSet<string> AlwaysAsk =
        FrozenSet.ToFrozenSet(["is", "isn't", "are", "aren't", "was", "wasn't", "were", "weren't", "does", "doesn't", "did", "didn't", "has", "hasn't", "am"]);

    /// <summary>Before a clause, and no part of it.</summary>
    private static readonly FrozenSet<string> Openers = FrozenSet.ToFrozenSet(
        ["and", "but", "so", "or", "ok", "okay", "hey", "hi", "hello", "hmm", "um", "oh", "well", "please", "pls", "plz", "also", "then", "now", "btw", "by", "the", "way", "sorry", "just", "yeah", "right", "anyway"]);

    private static readonly string[] AskingAnywhere =
        ["any idea", "do you know", "i wonder", "wondering", "not sure if", "not sure whether", "no idea if", "no idea whether", "can't tell if", "tell me if", "tell me whether", "tell me who", "is it ok to", "remind me what", "remind me when"];

    private static readonly string[] Tags =
        [" or not", " right", " isn't it", " is it", " wasn't it", " was it", " didn't it", " did it", " didn't they", " did they", " hasn't it", " haven't they", " have they", " has it", " or is it too early", " did i", " didn't i", " have i", " haven't i"];

    /// <summary>Whether a folded text is English: it begins with its letters, and Chinese is at most a name in it.</summary>
    public static bool IsEnglish(string text)
    {
        var (ascii, other) = (0, 0);
        foreach (var c in text)
        {
            ascii += char.IsAsciiLetter(c) ? 1 : 0;
            other += c >= '一' ? 1 : 0;
        }

        return ascii > 0 && ascii >= other * 3;
    }

    /// <summary>Sets what the sentence asks and refrains from.</summary>
    public static void Settle(Frame frame)
    {
        if (!IsEnglish(frame.Text))
        {
            return;
        }

        // mark the taxi one as done? no wait, not yet: what was proposed is given up again.
        if (frame.Step is not null && !Asks(frame.Text) && frame.Text.LastIndexOf('?') is > 0 and var mark && IsLeft(BareOf(frame.Text[(mark + 1)..].Split([',', '.'])[0])))
        {
            (frame.Mark, frame.Refrains) = (false, true);
            return;
        }

        if (Asks(frame.Text))
        {
            frame.Mark = true;
            frame.AddQuestion();
        }

        frame.Refrains = !frame.Mark && Refrains(frame);
    }

    /// <summary>Whether a clause is a question by its words alone: people leave the mark out.</summary>
    public static bool Asks(string text)
    {
        if (!text.AsSpan().ContainsAnyInRange('a', 'z'))
        {
            return false;
        }

        if (Words.Any(text, AskingAnywhere))
        {
            return true;
        }

        var bare = text.TrimEnd(' ', '.', '!');
        if (Array.Exists(Tags, tag => bare.EndsWith(tag, StringComparison.Ordinal) && !bare.EndsWith("all right", StringComparison.Ordinal)))
        {
            return true;
        }

        foreach (var (start, end) in Clauses(text, alsoAnd: true))
        {
            List<string> words = [.. WordsOf(text[start..end])];
            words.RemoveRange(0, words.TakeWhile(Openers.Contains).Count());
            if (words.Count == 0)
            {
                continue;
            }

            // should they not sign, urge them: supposed.
            if (words[0] == "should" && Conditions.IsSupposed(text, Words.Spaces(text, start)))
            {
                continue;
            }

            if (Wh.Contains(words[0]))
            {
                // whoever has not signed: how about next week proposes.
                return words.Count == 1 || words[1] != "about";
            }

            if (words.Count > 1 && (words[0] == "when" ? Auxiliaries.Contains(words[1]) : Inverts(words[0], words[1])))
            {
                // can we have two more weeks: it wishes for time; whoever reads it decides what that asks.
                return words[0] is not ("can" or "could" or "may" or "would" or "shall")
                    || words[1] is not ("we" or "i")
                    || Words.Any(text, " if ", " someone else", " somebody else");
            }
        }

        return false;
    }

    /// <summary>is it, did Zhengding, have they: an auxiliary before its subject. can you remind them orders, and have the county report does.</summary>
    private static bool Inverts(string first, string second) =>
        Auxiliaries.Contains(first)
            && second is not ("you" or "u")
            && !(first is "have" or "do" && (second is "the" or "all" or "every" or "everyone" or "everybody" or "both" or "one"))
            && (Subjects.Contains(second)
                || (AlwaysAsk.Contains(first) && !Predicates.Contains(second))
                || (char.IsAsciiDigit(second[0]) && first is not ("do" or "have")));

    /// <summary>Behind an auxiliary without a subject they tell: isn't ours, is done.</summary>
    private static readonly FrozenSet<string> Predicates =
        FrozenSet.ToFrozenSet(["not", "done", "ok", "okay", "fine", "still", "off", "sick", "ill", "away", "busy", "back", "stuck", "swamped", "ours", "mine", "our", "my", "ready", "finished", "fixed", "paid", "in", "for", "now", "being", "been", "to", "a", "an"]);

    /// <summary>Whether all acts that it names are denied or put off, and at least one is.</summary>
    private static bool Refrains(Frame frame)
    {
        var text = frame.Text;
        // What is told of the work, and what is reported as not theirs or stuck, denies no order.
        if (frame.HasAny(Idea.Decline, Idea.Stuck, Idea.Remark, Idea.Reply, Idea.Quiet, Idea.Noise, Idea.Follow, Idea.Unfollow, Idea.Unasked, Idea.Language, Idea.Settings, Idea.Lacking)
            || text.Contains(':')
            // Who wants no calendar hears of their address.
            || text.Contains("calendar", StringComparison.Ordinal)
            || frame.HasClock)
        {
            return false;
        }

        var (isDenied, isSaid) = (false, false);
        foreach (var (start, end) in Clauses(text, alsoAnd: false))
        {
            var clause = text[start..end];
            var bare = BareOf(clause);
            if (IsLeft(bare))
            {
                isDenied = true;
                continue;
            }

            var denier = DenierIn(frame, start, clause);
            var acts = ActsIn(clause);
            if (acts.Count == 0)
            {
                continue;
            }

            if (Words.Any(clause, DeniedBehind))
            {
                isDenied = true;
                continue;
            }

            if (denier >= 0 && acts.TrueForAll(act => act.At > denier))
            {
                isDenied |= !acts.TrueForAll(act => IsInability(clause, denier) && Array.Exists(Work, verb => act.Word.StartsWith(verb, StringComparison.Ordinal)));
                continue;
            }

            isSaid = true;
        }

        return isDenied && !isSaid && !IsOfOwnReminder(frame) && !IsDecision(frame);
    }

    /// <summary>never mind the extension, hold on: a whole clause, or one that goes on with what is left.</summary>
    private static bool IsLeft(string bare) =>
        (bare.StartsWith("leave ", StringComparison.Ordinal) && (bare.Contains(" alone", StringComparison.Ordinal) || bare.EndsWith(" for now", StringComparison.Ordinal) || bare.EndsWith(" as it is", StringComparison.Ordinal)))
        || Array.Exists(Left, left => bare.StartsWith(left, StringComparison.Ordinal)
            && (bare.Length == left.Length
                || (bare[left.Length] == ' '
                    // wait for the court, stop reminding me: of more than what was begun.
                    && (left is not ("wait" or "stop" or "hold it" or "leave it" or "not yet" or "no need")
                        || bare[left.Length..].Trim() is "for now" or "now" or "please" or "a moment" or "a sec" or "a minute" or "that" or "it" or "there" or "with that" or "with it" or "then"
                        || (left == "no need" && bare.StartsWith("no need to", StringComparison.Ordinal))))));

    /// <summary>no, the date stays: refuses what was asked for, and leaves nothing.</summary>
    private static bool IsDecision(Frame frame) =>
        frame.Has(Idea.Refuse) && !Words.Any(frame.Text, DeniedBehind) && !Words.Any(frame.Text, "yet", "needed", "necessary", "required")
            || frame.Has(Idea.No) && !Words.Any(frame.Text, " yet", "wouldn't", "haven't", "hasn't", "didn't", "not sure");

    private static bool IsOfOwnReminder(Frame frame) =>
        frame.Has(Idea.Reminder) && Words.Any(frame.Text, " me", "messages", "my ", "i don't want", "we don't want", "more reminders");

    /// <summary>Where the denial of a clause begins, in the clause; -1 where there is none of whoever speaks.</summary>
    private static int DenierIn(Frame frame, int start, string clause)
    {
        foreach (var (word, at) in WordsAt(clause))
        {
            if (Deniers.Contains(word))
            {
                // Of a state: urge all who have not signed.
                return frame.Said.Exists(said => said.Idea is not (Idea.Not or Idea.Later or Idea.Filler or Idea.Wish or Idea.Extend or Idea.No or Idea.Refuse)
                        && said.Start <= start + at
                        && said.End > start + at)
                    ? -1
                    : at;
            }

            if (!OfOneself.Contains(word) && !char.IsAsciiDigit(word[0]))
            {
                return -1;
            }
        }

        return -1;
    }

    private static List<(string Word, int At)> ActsIn(string clause) => [.. WordsAt(clause).Where(word => IsAct(word.Word))];

    private static bool IsInability(string clause, int at) => Inabilities.Contains(WordsOf(clause[at..]).First());

    private static bool IsAct(string word) =>
        word is "done" or "do" || Array.Exists(Verbs, verb => word.StartsWith(verb, StringComparison.Ordinal));

    private static string BareOf(string clause)
    {
        var words = WordsOf(clause).SkipWhile(word => word is "ok" or "okay" or "oh" or "hmm" or "um" or "actually" or "no" or "and" or "but" or "so" or "sorry" or "please" or "pls" or "yeah" or "well" or "then" or "just" or "hey").ToList();
        return string.Join(' ', words).Length > 0 ? string.Join(' ', words) : clause.Trim();
    }

    private static IEnumerable<string> WordsOf(string text) => WordsAt(text).Select(word => word.Word);

    private static IEnumerable<(string Word, int At)> WordsAt(string text)
    {
        for (var at = 0; at < text.Length;)
        {
            if (!char.IsLetterOrDigit(text[at]))
            {
                at++;
                continue;
            }

            var end = at;
            while (end < text.Length && (char.IsLetterOrDigit(text[end]) || text[end] is '\'' or '-'))
            {
                end++;
            }

            yield return (text[at..end], at);
            at = end;
        }
    }

    private static IEnumerable<(int Start, int End)> Clauses(string text, bool alsoAnd)
    {
        var start = 0;
        for (var at = 0; at < text.Length; at++)
        {
            var end = Words.After(text, at, Joints);
            end = end < 0 && alsoAnd ? Words.After(text, at, " and ") : end;
            if (end < 0)
            {
                continue;
            }

            if (at > start)
            {
                yield return (start, at);
            }

            start = end;
            at = end - 1;
        }

        if (start < text.Length)
        {
            yield return (start, text.Length);
        }
    }
}
