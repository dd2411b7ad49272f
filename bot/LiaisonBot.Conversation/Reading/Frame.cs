using System.Diagnostics.CodeAnalysis;
using LiaisonBot.Core.Areas;
using LiaisonBot.Core.Matters;
using LiaisonBot.Core.Text;

namespace LiaisonBot.Conversation.Reading;

/// <summary>Which matter or list a sentence points at without naming it.</summary>
internal enum Pointing
{
    Nothing,

    /// <summary>这件, 它, 刚才那个: the one spoken of.</summary>
    This,

    /// <summary>上一个: the one before it.</summary>
    Before,

    /// <summary>第二个: of the list that was shown.</summary>
    Ordinal,

    /// <summary>最后一个.</summary>
    Last,
}

/// <summary>What a sentence names, before it is decided what it means.</summary>
/// <param name="Typed">The whole sentence.</param>
/// <param name="Text">As it is compared.</param>
internal sealed record Frame(string Typed, string Text)
{

    /// <summary>A copy has lists of its own.</summary>
    [SetsRequiredMembers]
    private Frame(Frame other)
    {
        (Typed, Text, Letters, Numbers) = (other.Typed, other.Text, other.Letters, other.Numbers);
        (Own, Whole, Days, DaysAt, DaysEnd) = (other.Own, other.Whole, other.Days, other.DaysAt, other.DaysEnd);
        (Pointing, Ordinal, HasClock, Bare, Span) = (other.Pointing, other.Ordinal, other.HasClock, other.Bare, other.Span);
        (WordsBefore, Mark, Refrains, asksByOrder, isEnglish) = (other.WordsBefore, other.Mark, other.Refrains, other.asksByOrder, other.isEnglish);
        (ExceptNumbers, Places, Except) = ([.. other.ExceptNumbers], [.. other.Places], [.. other.Except]);
        (Words, WordsAt, Named, Said) = ([.. other.Words], [.. other.WordsAt], [.. other.Named], [.. other.Said]);
        Ideas = other.Ideas;
    }

    /// <summary><see cref="Text"/>, and where its letters stand in what was typed.</summary>
    public required Folded Letters { get; init; }

    /// <summary>Each once, in the order in which they were said.</summary>
    public IReadOnlyList<MatterNumber> Numbers { get; set; } = [];

    /// <summary>Those that the sentence leaves out: 除1301-6外, 1301-7先不催.</summary>
    public HashSet<MatterNumber> ExceptNumbers { get; } = [];

    /// <summary>Places that were named, and those that were excepted.</summary>
    public List<Area> Places { get; } = [];

    public List<Area> Except { get; } = [];

    /// <summary>我们区, 我县: the person's own place.</summary>
    public bool Own { get; set; }

    /// <summary>全省, 全市.</summary>
    public bool Whole { get; set; }

    public DayRange? Days { get; set; }

    /// <summary>Where <see cref="Days"/> stands.</summary>
    public int DaysAt { get; set; }

    /// <summary>Behind the last period that was said; 0 before there is one.</summary>
    public int DaysEnd { get; set; }

    public Pointing Pointing { get; set; }

    /// <summary>Of <see cref="Pointing.Ordinal"/>, from 1.</summary>
    public int Ordinal { get; set; }

    /// <summary>Times of day, as typed: 9点, 9:30.</summary>
    public bool HasClock { get; set; }

    /// <summary>A count in the sentence such as 12号那件: a matter of the own city.</summary>
    public int? Bare { get; set; }

    /// <summary>What no word covers: of a title, or the text of a step.</summary>
    public List<string> Words { get; } = [];

    /// <summary>Where each of <see cref="Words"/> stands.</summary>
    public List<(int Start, int End)> WordsAt { get; } = [];

    /// <summary>How many of <see cref="Words"/> stand before the first step.</summary>
    public int WordsBefore { get; set; }

    /// <summary>Of <see cref="Words"/>, those that name a matter, with what points at it: 小散乱污那个.</summary>
    public List<(string Word, int Start, int End)> Named { get; } = [];

    /// <summary>Days that are counted and not dated: 一周, 5天.</summary>
    public int? Span { get; set; }

    /// <summary>The acts in the order in which they are said, and where.</summary>
    public List<(Idea Idea, int Start, int End)> Said { get; } = [];

    /// <summary>True when it ends with a question mark.</summary>
    public bool Mark { get; set; }

    /// <summary>True when whoever speaks English denies, puts off or gives up all that is named: see <see cref="EnglishStance"/>.</summary>
    public bool Refrains { get; set; }

    /// <summary>Whatever <see cref="Said"/> holds, wherever it stands.</summary>
    public IdeaSet Ideas { get; private set; }

    public bool Has(Idea idea) => Ideas.Has(idea);

    public bool HasAny(params ReadOnlySpan<Idea> any)
    {
        foreach (var idea in any)
        {
            if (Ideas.Has(idea))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether it asks: then nothing is done that it speaks of.</summary>
    public bool Asks =>
        Mark
            || HasAny(
                Idea.Who,
                Idea.Which,
                Idea.What,
                Idea.When,
                Idea.Why,
                Idea.HowMany,
                Idea.How,
                Idea.HowGoes,
                Idea.YesNo,
                Idea.Meaning)
            // 谁在盯, 报给谁: one word.
            || (Has(Idea.Contact) && (Text.Contains('谁') || Text.StartsWith("who", StringComparison.Ordinal)));

    /// <summary>Whether it asks, also by its end alone (签了没) or by the order of its English words: people leave the mark out.</summary>
    public bool AsksInWords => Asks || (asksByOrder ??= RuleWords.EndsAsking(Text) || EnglishStance.Asks(Text));

    private bool? asksByOrder;

    /// <inheritdoc cref="EnglishStance.IsEnglish"/>
    public bool IsEnglish => isEnglish ??= EnglishStance.IsEnglish(Text);

    private bool? isEnglish;

    /// <summary>Whether it denies, postpones, doubts or wishes: then a step is at most offered.</summary>
    public bool Hesitates => HasAny(Idea.Not, Idea.Later, Idea.If, Idea.Wish);

    /// <summary>Whether it speaks of places, in any way.</summary>
    public bool HasPlaces => Places.Count > 0 || Except.Count > 0 || Own;

    /// <summary>The first step that is said, and where; null when none is.</summary>
    public (Idea Idea, int Start, int End)? Step
    {
        get
        {
            foreach (var said in Said)
            {
                if (IsStep(said.Idea))
                {
                    return said;
                }
            }

            return null;
        }
    }

    /// <summary>
    /// Whether the step itself is denied: 不用催了. What is denied behind it is its text: 退回，没有附凭证.
    /// </summary>
    public bool Denies
    {
        get
        {
            if (Refrains)
            {
                return true;
            }

            if (!Has(Idea.Not) || Step is not var (_, start, end))
            {
                return Has(Idea.Not);
            }

            foreach (var (idea, at, past) in Said)
            {
                // 先别急着办结: not far before it; 办结不了: right behind it.
                if (idea == Idea.Not
                    && ((past <= start && start - past <= FarthestDenial && !Between(past, start).ContainsAny(Ends))
                        || (at == end && Text[at] == '不')))
                {
                    return true;
                }
            }

            return false;
        }
    }

    /// <summary>In English a space parts no clauses: don't withdraw.</summary>
    private ReadOnlySpan<char> Between(int past, int start) =>
        char.IsAsciiLetter(Text[past - 1]) ? Text.AsSpan(past, start - past).Trim() : Text.AsSpan(past, start - past);

    /// <summary>Whether a word asks within the clause of the step: behind that, it is text.</summary>
    public bool AsksInItsClause
    {
        get
        {
            if (Step is not var (_, _, end))
            {
                return Asks;
            }

            var length = Text.AsSpan(end).IndexOfAny(Ends);
            var clause = length < 0 ? Text.Length : end + length;
            foreach (var (idea, at, _) in Said)
            {
                if (at < clause && idea is >= Idea.Who and <= Idea.Meaning)
                {
                    return true;
                }
            }

            return false;
        }
    }

    private const int FarthestDenial = 6;

    private static readonly System.Buffers.SearchValues<char> Ends = System.Buffers.SearchValues.Create(",;。!\n ");

    private static bool IsStep(Idea idea) => idea is >= Idea.Sign and <= Idea.Change;

    public void Forget(Idea idea)
    {
        Said.RemoveAll(s => s.Idea == idea);
        Ideas = Ideas.Without(idea);
    }

    /// <summary>Steps that are said from there on are no steps.</summary>
    public void ForgetStepsBehind(int at)
    {
        foreach (var (idea, start, end) in Said.FindAll(said => said.Start >= at && IsStep(said.Idea)))
        {
            Said.Remove((idea, start, end));
            if (!Said.Exists(said => said.Idea == idea))
            {
                Forget(idea);
            }
        }
    }

    /// <summary>It asks by the order of its words: nothing of it but that is said.</summary>
    public void AddQuestion()
    {
        if (!HasAny(Idea.Who, Idea.Which, Idea.What, Idea.When, Idea.Why, Idea.HowMany, Idea.How, Idea.HowGoes, Idea.YesNo, Idea.Meaning))
        {
            Ideas = Ideas.With(Idea.YesNo);
            Said.Insert(0, (Idea.YesNo, 0, 0));
        }
    }

    public void Add(Idea idea, int start, int end)
    {
        Ideas = Ideas.With(idea);
        Said.Add((idea, start, end));
    }
}
