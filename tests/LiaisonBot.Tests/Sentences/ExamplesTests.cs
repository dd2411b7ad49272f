using LiaisonBot.Conversation.Reading;
using LiaisonBot.Core.Areas;
using LiaisonBot.Core.Matters;

namespace LiaisonBot.Tests.Sentences;

/// <summary>The second reader: sentences that no line of the table fits are meant as those that are most like them.</summary>
public sealed class ExamplesTests
{
    private static readonly FrameReader Reader = new(
        AreaBook.Load(AreaCode.Parse("13"), [new(AreaCode.Parse("1300U001"), "省审计厅")]),
        AreaCode.Parse("1301"),
        new(2026, 11, 26));

    /// <summary>What changes settings is never guessed; nor is what needs words that its line of the table makes sure of.</summary>
    private static readonly Answer[] Never =
    [
        Answer.SetReminder, Answer.QuietHours, Answer.Speak, Answer.OneByOne, Answer.Part, Answer.VisitMoved, Answer.VisitOff, Answer.VisitStep,
        Answer.Resides, Answer.Joins, Answer.Upgrade, Answer.PhoneOf,
    ];

    [Fact]
    public void Example_OfEveryLine_NamesAStep_WhereItsAnswerTakesOne_AndStandsOnce()
    {
        Assert.True(Examples.All.Lines.Count() > 3000);
        Assert.Distinct(Examples.All.Lines);
        Assert.All(Examples.All.Lines, line =>
        {
            Assert.DoesNotContain(line.Answer, Never);
            if (line.Answer is Answer.Offer or Answer.Bulk or Answer.Fact or Answer.Taken)
            {
                Assert.True(Enum.TryParse<Act>(line.Argument, out _), line.Text);
            }
        });
    }

    [Theory]
    [InlineData("把1301-2延到12月20日", "把M延到D")]
    [InlineData("长安区还有几件没签收", "P还有几件没签收")]
    [InlineData("remind Zhengding about 1301-7", "remind P about M")]
    public void Sentence_IsComparedByWhatItNames(string typed, string masked) =>
        Assert.Equal(masked, Examples.Masked(Reader.Read(typed)));

    [Fact]
    public void EveryExample_IsNearestToItself()
    {
        var wrong = Examples.All.Lines
            .Where(line => !Examples.All.RankedBy(line.Text).Exists(m => (m.Answer, m.Argument) == (line.Answer, line.Argument)))
            .Select(line => line.Text)
            .ToList();
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    [Fact]
    public void Sentence_LikeNoExample_MeansNothing() => Assert.Null(Examples.All.Of(Reader.Read("风马牛不相及")));
}
