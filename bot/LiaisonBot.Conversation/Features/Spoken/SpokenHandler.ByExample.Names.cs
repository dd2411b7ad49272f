using LiaisonBot.Conversation.Phrases;
using LiaisonBot.Conversation.Reading;
using LiaisonBot.Core.Matters;
using LiaisonBot.Core.Text;

namespace LiaisonBot.Conversation.Features.Spoken;

/// <summary>
/// Which matter is named by words of its title, wherever they stand in the sentence.
/// </summary>
internal sealed partial class SpokenHandler
{
    private static bool IsOfAMatter(ExampleMeaning meaning) =>
        OfOne.Contains(meaning.Answer)
            || meaning.Answer is Answer.Offer or Answer.ChangeDue or Answer.Decline or Answer.Lacking or Answer.Ask or Answer.Decide or Answer.Reply
                or Answer.NothingDone
            || meaning is { Answer: Answer.Document, Argument: "paper" } or { Answer: Answer.Everyday, Argument: "papers" };

    /// <summary>
    /// 东关村这笔账移到县纪委去查, chase them about the sheds: the only matter whose title has so much of what is said, whatever was shown
    /// before. With it named, the sentence is read again.
    /// </summary>
    private async Task NameByOwnWordsAsync(CancellationToken cancellationToken)
    {
        if (frame is not { Numbers.Count: 0, Bare: null, Pointing: Pointing.Nothing or Pointing.This })
        {
            return;
        }

        var (isSure, hasText) = ByExample is [var first, ..] && IsOfAMatter(first) ? (true, !OfOne.Contains(first.Answer) && first.Answer != Answer.NothingDone) : (false, true);
        var (pointing, named) = (frame.Pointing, frame.Named.Count);
        if (await FindByOwnWordsAsync(hasText, cancellationToken) is not var (found, word, start, end)
            // 散乱污批过几次延期: what is clearly of no matter names one at its beginning alone.
            || (start > FarthestNamed && IsOfAnother())
            // ask to upgrade Zhengding: many complaints.
            || IsOfTheTable(Meanings.FirstOf(frame)))
        {
            return;
        }

        frame.Numbers = [found.Number];
        frame.Pointing = Pointing.Nothing;
        if (!frame.Named.Exists(other => other.Start <= start && other.End >= end))
        {
            frame.Named.Add((word, start, end));
        }

        byExample = null;
        if (!isSure && !(IsClear() && IsOfAMatter(ByExample[0])))
        {
            frame.Numbers = [];
            frame.Pointing = pointing;
            frame.Named.RemoveRange(named, frame.Named.Count - named);
            byExample = null;
        }
    }

    private bool IsOfAnother() => IsClear() && !IsOfAMatter(ByExample[0]);

    private async Task<(ListEntry Entry, string Word, int Start, int End)?> FindByOwnWordsAsync(bool hasText, CancellationToken cancellationToken)
    {
        var isEnglish = frame.IsEnglish;
        if (frame.Words.Count == 0 && frame.Named.Count == 0 && !isEnglish)
        {
            return null;
        }

        // night market: no market.
        List<(string Word, int Start)> phrases = isEnglish ? [.. TitleGlossary.In(frame.Text)] : [];
        List<(string Word, int Start)> words =
        [
            .. phrases,
            .. frame.Words.Zip(frame.WordsAt)
                .Where(word => word.First.Length == word.Second.End - word.Second.Start)
                .Select(word => isEnglish ? (word.First, word.Second.Start) : WithLittleWords(word.Second.Start, word.Second.End))
                .Concat(frame.Named.Select(named => (named.Word, named.Start)))
                .Where(word => !phrases.Exists(phrase => word.Item2 >= phrase.Start && word.Item2 < phrase.Start + phrase.Word.Length)),
        ];
        List<(string Word, int Start, string[]? English)> known =
            [.. words.DistinctBy(word => word.Start).Select(word => (word.Word, word.Start, char.IsAsciiLetter(word.Word[0]) ? TitleGlossary.Of(word.Word) : null))];
        // What is told of the work has many words, and some of them are of other titles, too.
        var points = frame.Pointing == Pointing.This;
        List<(ListEntry Entry, int Score, string Piece, int Start)> scored = [];
        foreach (var entry in await AllAsync(cancellationToken))
        {
            // Whom it is passed on to, or belongs to, is not where it is.
            if (frame.Places.Count > 0
                && ByExample is not ([{ Argument: nameof(Act.PassOn) or nameof(Act.Refer) }, ..] or [{ Answer: Answer.Decline }, ..])
                && !InPlace(frame, entry))
            {
                continue;
            }

            var title = LettersOf(entry.Title);
            var (score, piece, from) = (0, "", 0);
            foreach (var (said, at, english) in known)
            {
                var (length, behind) = InTitle(said, english, title);
                // 补偿款那件: what is pointed at is no word of the work.
                var isPointedAt = frame.Named.Exists(named => named.Start == at && Words.After(frame.Text, named.Start + named.Word.Length, Those) > 0);
                var least = hasText && at + behind > FarthestNamed && !isPointedAt ? TellingPiece : LeastBeginning;
                // 撤回它 重复了: what points is no other one; 东关村这笔账 is.
                if (length >= least && !(points && at + behind > 1))
                {
                    score += length;
                    (piece, from) = length <= piece.Length ? (piece, from)
                        : (char.IsAsciiLetter(said[0]) ? said : said.Substring(behind, length), at + behind);
                }
            }

            if (score > 0)
            {
                scored.Add((entry, score + (entry.IsOpen ? 1 : 0), piece, from));
            }
        }

        var best = scored.Select(one => one.Score).DefaultIfEmpty().Max();
        scored.RemoveAll(one => one.Score < best);
        if (scored.Count > 1 && (await TalkedAsync(cancellationToken))?.Matter is { } shown && scored.Exists(one => one.Entry.Number == shown))
        {
            scored.RemoveAll(one => one.Entry.Number != shown);
        }

        // 卡在区里资金没到位, behind a matter: two letters within what is told are of what is told.
        if (!isEnglish && hasText && scored.Count > 0 && scored.TrueForAll(one => one.Piece.Length <= LeastBeginning) && await IsWithinWhatIsToldAsync(scored[0].Start, cancellationToken))
        {
            return null;
        }

        var whole = Whole([.. scored.Select(one => one.Entry)]);
        alike = whole.Count > 1 && best >= TitleWords.Telling ? [.. whole.Select(entry => entry.Number)] : [];
        if (whole is not [var found])
        {
            return null;
        }

        var (_, _, word, start) = scored[0];
        var end = start + word.Length;
        return isEnglish ? (found, word, StartOf(start), EndOf(end)) : (found, word, start, end);
    }

    /// <summary>Whether more than courtesies stands before a word that nothing points at, and a matter was spoken of.</summary>
    private async Task<bool> IsWithinWhatIsToldAsync(int start, CancellationToken cancellationToken) =>
        start >= LeastBeginning
            && !frame.HasPlaces
            && !frame.Named.Exists(named => named.Start <= start && named.End > start)
            && Enumerable.Range(0, start).Count(at => frame.Text[at] >= '一' && !frame.Said.Exists(said => said.Start <= at && at < said.End && said.Idea is Idea.Filler or Idea.Please or Idea.Show)) >= LeastBeginning
            && await TalkedAsync(cancellationToken) is { Matter: not null, IsAskedLast: false };

    /// <summary>夜市查了12家: 市 and 查 alone are words, too, and part of the name.</summary>
    private (string Word, int Start) WithLittleWords(int start, int end)
    {
        while (frame.Said.Find(said => said.End == start && said.End - said.Start == 1) is { End: > 0 } before)
        {
            start = before.Start;
        }

        while (frame.Said.Find(said => said.Start == end && said.End - said.Start == 1) is { End: > 0 } behind)
        {
            end = behind.End;
        }

        return (frame.Text[start..end], start);
    }

    /// <summary>the night market one: with what stands around the words.</summary>
    private int StartOf(int start)
    {
        var begun = Words.Before(frame.Text, start, "the ", "that ", "this ", "our ", "their ", "your ", "on the ", "about the ");
        return begun >= 0 ? begun : start;
    }

    private int EndOf(int end)
    {
        while (end < frame.Text.Length && char.IsAsciiLetter(frame.Text[end]))
        {
            end++;
        }

        end = Words.Past(frame.Text, end, " rectification plan", " rectification", " plan", " project");
        return Words.After(frame.Text, end, " one", " matter", " case", " thing", " business", " job", " task", " item") is > 0 and var behind ? behind : end;
    }

    /// <summary>Of several matters with as much of it in their titles, which one is asked.</summary>
    private HashSet<MatterNumber> alike = [];

    /// <summary>农田核查交上来了吧: what a sentence begins with, and is so long a piece of one title alone, names it.</summary>
    private async Task NameAtStartAsync(CancellationToken cancellationToken)
    {
        if (frame is not { Numbers.Count: 0, Bare: null, Pointing: Pointing.Nothing, Words.Count: > 0 }
            || frame.WordsAt[0].Start > FarthestNamed
            || frame.Words[0].Length != frame.WordsAt[0].End - frame.WordsAt[0].Start
            || char.IsAsciiLetter(frame.Words[0][0])
            || frame.HasAny(Idea.Assign, Idea.Recurring, Idea.Each, Idea.Export))
        {
            return;
        }

        var (word, start) = (frame.Words[0], frame.WordsAt[0].Start);
        List<(ListEntry Entry, int Length)> titled =
        [
            .. (await AllAsync(cancellationToken))
                .Where(entry => frame.Places.Count == 0 || InPlace(frame, entry))
                .Select(entry => (Entry: entry, InTitle(word, null, LettersOf(entry.Title)) is (var length, 0) ? length : 0))
                .Where(one => one.Item2 >= TitleWords.Telling),
        ];
        var most = titled.Select(one => one.Length).DefaultIfEmpty().Max();
        if (titled.Count > 0 && Whole([.. titled.Where(one => one.Length == most).Select(one => one.Entry)]) is [var found])
        {
            Name(found, [(word, start, start + most)]);
        }
    }

    /// <summary>The sanzi plan, 沙厂那件: a word that stands in no title, but is spelt or sounds like a piece of one alone.</summary>
    private async Task NameBySoundAsync(CancellationToken cancellationToken)
    {
        if (frame is not { Numbers.Count: 0, Bare: null, Pointing: Pointing.Nothing or Pointing.This, Words.Count: > 0 } || frame.HasAny(Idea.Assign, Idea.Recurring, Idea.Newcomer, Idea.Replace))
        {
            return;
        }

        foreach (var (word, (start, end)) in frame.Words.Zip(frame.WordsAt).ToList())
        {
            var isSpelt = char.IsAsciiLetter(word[0]) && !Vocabulary.IsEnglish(word) && TitleGlossary.Of(word) is null && Pronunciation.MayBeSpelt(word);
            var isHeard = word[0] >= '一' && word.Length == end - start && word.Length <= LongestName / 2 && Words.After(frame.Text, end, Heard) > 0;
            if (!isSpelt && !isHeard)
            {
                continue;
            }

            var all = await AllAsync(cancellationToken);
            if (isHeard && all.Any(entry => FormWords.PairsOf(word).Any(pair => entry.Title.Contains(pair, StringComparison.Ordinal))))
            {
                continue;
            }

            List<ListEntry> sounding = [.. all.Where(entry => LettersOf(entry.Title) is var title && (isSpelt ? Pronunciation.AreSpelt(word, title) : Pronunciation.IsHeard(word, title)))];
            var found = OneOf(Whole(sounding)) ?? (sounding.FindAll(entry => entry.IsOpen) is { Count: > 0 } open ? OneOf(Whole(open)) : null);
            if (found is not null)
            {
                var (from, to) = isSpelt ? (StartOf(start), EndOf(end)) : (start, Words.Past(frame.Text, end, Heard));
                frame.Numbers = [found.Number];
                frame.Pointing = Pointing.Nothing;
                frame.Named.RemoveAll(named => named.Start == start);
                frame.Named.Add((word, from, to));
                byExample = null;
                return;
            }
        }
    }

    private static readonly string[] Heard = ["那件", "那个", "那项", "那份", "那条", "那事", "那件事", "那个事", "的事", "这件", "这个", "这事", "这件事"];

    /// <summary>Letters in a row within a report that name a matter.</summary>
    private const int TellingPiece = 3;

    /// <summary>
    /// The longest piece of a word that stands in a title, and where in the word it begins; an English word counts as much as three
    /// letters, two of them as six. It is looked for in every title, so nothing is made on the way.
    /// </summary>
    /// <param name="english">What an English word is called in titles; null for any other.</param>
    private static (int Length, int Behind) InTitle(string word, string[]? english, string title)
    {
        if (char.IsAsciiLetter(word[0]))
        {
            return english is null || !Array.Exists(english, title.Contains) ? (0, 0) : (word.Contains(' ', StringComparison.Ordinal) ? TellingPiece * 2 : TellingPiece, 0);
        }

        var (best, from) = (0, 0);
        for (var behind = 0; behind + Math.Max(LeastBeginning, best + 1) <= word.Length; behind++)
        {
            var length = Math.Max(LeastBeginning, best + 1);
            while (behind + length <= word.Length && title.AsSpan().IndexOf(word.AsSpan(behind, length)) >= 0)
            {
                if (!General.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word.AsSpan(behind, length)))
                {
                    (best, from) = (length, behind);
                }

                length++;
            }
        }

        return (best, from);
    }

    /// <summary>Most titles have nothing but letters.</summary>
    private static string LettersOf(string title) => title.AsSpan().IndexOfAny(NoLetters) < 0 ? title : Folding.Letters(title);

    private static readonly System.Buffers.SearchValues<char> NoLetters = System.Buffers.SearchValues.Create(" “”‘’（）()《》、，。,.;；:：-—·\"'");
}
