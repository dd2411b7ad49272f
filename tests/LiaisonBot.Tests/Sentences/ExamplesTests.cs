using LiaisonBot.Conversation.Reading;
using LiaisonBot.Core.Areas;
using LiaisonBot.Core.Matters;
using LiaisonBot.Counting;

namespace LiaisonBot.Tests.Sentences;

/// <summary>The second reader: sentences that no line of the table fits are meant as those that are most like them.</summary>
public sealed class ExamplesTests
{
    private static readonly FrameReader Reader = new(
        AreaBook.Load(AreaCode.Parse("13"), [new(AreaCode.Parse("1300U001"), "省审计厅")]),
        AreaCode.Parse("1301"),
        new(2026, 11, 26));

    private static readonly Lazy<List<(Answer Answer, string Argument, string Text)>> Lines = new(() =>
    [
        .. File.ReadLines(Path.Combine(SourceFolder.Root, "bot", "LiaisonBot.Conversation", "Reading", "examples.tsv"))
            .Where(line => line[0] != '#')
            .Select(line => line.TrimStart('=').Split('\t'))
            .Select(parts => (Enum.Parse<Answer>(parts[0]), parts[1], parts[2])),
    ]);

    /// <summary>What changes settings is never guessed; nor is what needs words that its line of the table makes sure of.</summary>
    private static readonly Answer[] Never =
    [
        Answer.SetReminder, Answer.QuietHours, Answer.Speak, Answer.OneByOne, Answer.Part, Answer.VisitMoved, Answer.VisitOff, Answer.VisitStep,
        Answer.Resides, Answer.Joins, Answer.Upgrade, Answer.PhoneOf,
    ];

    [Fact]
    public void Example_OfEveryLine_NamesAStep_WhereItsAnswerTakesOne_AndStandsOnce()
    {
        Assert.True(Lines.Value.Count > 60_000);
        Assert.Distinct(Lines.Value);
        Assert.All(Lines.Value, line =>
        {
            Assert.DoesNotContain(line.Answer, Never);
            if (line.Answer is Answer.Offer or Answer.Bulk or Answer.Fact or Answer.Taken)
            {
                Assert.True(Enum.TryParse<Act>(line.Argument, out _), line.Text);
            }
        });
    }

    /// <summary>
    /// What is not among the examples is found by the others: of those that were left out, most. A line that is mistaken, or
    /// meanings that nobody can tell apart, would lower it.
    /// </summary>
    [Fact]
    public void Sentence_ThatIsNoExample_IsMostlyMeantAsThoseThatAreLikeIt()
    {
        List<(int Meaning, ulong[] Tokens)> all = [];
        Dictionary<(Answer, string), int> meanings = [];
        foreach (var (answer, argument, text) in Lines.Value)
        {
            var meaning = meanings.TryGetValue((answer, argument), out var known) ? known : meanings[(answer, argument)] = meanings.Count;
            all.Add((meaning, ExampleTokens.Of(text)));
        }

        var counts = CountsOf([.. all.Where((_, at) => at % 10 != 0)], meanings.Count);
        List<bool> found =
        [
            .. all.Where((_, at) => at % 10 == 0).Select(example =>
            {
                var scores = counts.Of(example.Tokens);
                return Array.IndexOf(scores, scores.Max()) == example.Meaning;
            }),
        ];
        Assert.True(found.Count(right => right) >= 0.7 * found.Count, $"{found.Count(right => right)} of {found.Count}");
    }

    private static ExampleCounts CountsOf(IReadOnlyList<(int, ulong[])> examples, int labels)
    {
        using var counted = new MemoryStream();
        CountedExamples.Write(Learner.Learn(examples, labels), [.. Enumerable.Repeat("\t", labels)], new Dictionary<string, int>(), counted);
        return new(counted.ToArray());
    }

    [Fact]
    public void Counts_OfTheSameExamples_AreTheSame_AndOfNothingKnownAreNone()
    {
        (int, ulong[])[] examples = [(0, [1, 2]), (0, [1, 3]), (1, [4, 2]), (1, [4, 3]), (0, [1, 5]), (1, [4, 5])];
        var padded = examples.Concat(Enumerable.Range(0, 60).Select(i => (2, new ulong[] { (ulong)(100 + (i / 2)) }))).ToList();
        var (one, other) = (CountsOf(padded, 3), CountsOf(padded, 3));
        Assert.Equal(one.Of([1, 2]), other.Of([1, 2]));
        Assert.True(one.Of([1, 3])[0] > one.Of([1, 3])[1]);
        Assert.True(one.Of([4, 3])[1] > one.Of([4, 3])[0]);
        Assert.All(one.Of([999]), score => Assert.Equal(0, score));
    }

    [Theory]
    [InlineData("明天下午三点提醒我", "T提醒我")]
    [InlineData("上周签了几件", "B签了几件")]
    [InlineData("把1301-2延到12月20日", "把M延到D")]
    [InlineData("长安区还有几件没签收", "P还有几件没签收")]
    [InlineData("remind Zhengding about 1301-7", "remind P about M")]
    public void Sentence_IsComparedByWhatItNames(string typed, string masked) =>
        Assert.Equal(masked, Examples.Masked(Reader.Read(typed)));

    [Fact]
    public void EveryExample_IsNearestToItself()
    {
        var wrong = Lines.Value
            .Where(line => !Examples.RankedBy(line.Text).Exists(m => (m.Answer, m.Argument) == (line.Answer, line.Argument)))
            .Select(line => line.Text)
            .ToList();
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

}
