using LiaisonBot.Core.Calendar;
using LiaisonBot.Core.Matters;
using NodaTime;
using static LiaisonBot.Core.Matters.MatterCommand;
using static LiaisonBot.Testing.Cast;

namespace LiaisonBot.Tests.Matters;

/// <summary>改期: the deciding side sets another due date after the minutes of a correction.</summary>
[Trait("Kind", "Pure")]
public class ChangeDueTests
{
    private readonly Play play = new();
    private readonly LocalDate due = Today.PlusDays(30);

    [Fact]
    public void ChangeDue_OfWhatIsWorkedOn_MovesItAndTellsWhoHoldsItAndTheirCity()
    {
        var number = play.InProgress();
        play.Now += Duration.FromDays(1);

        var matter = play.Do(Leader, number, new ChangeDue(due.PlusDays(-5), "省里另有安排"));

        Assert.Equal((due.PlusDays(-5), play.Now), (matter.Due, matter.DueSetAt));
        Assert.Equal(new DueSpan.On(due.PlusDays(-5)), matter.DueSpan);
        Assert.Equal("changan ChangeDue, city ChangeDue", play.ToldWhat());
        var entry = play.History(number)[^1];
        Assert.Equal(
            (Act.ChangeDue, "省里另有安排", (LocalDate?)due.PlusDays(-5), (LocalDate?)due),
            (entry.Act, entry.Note, entry.Due, entry.DueBefore));
        Assert.Equal((due, null), (play.Told[0].DueBefore, play.Told[0].Asked));
    }

    [Fact]
    public void ChangeDue_WhileItCanBeCorrected_IsACorrection()
    {
        var number = play.Assign(Leader, Draft(Changan));
        Assert.Equal("StillCorrectable", play.Refusal(Leader, number, new ChangeDue(due.PlusDays(1), "x")));
        Assert.DoesNotContain(Act.ChangeDue, play.Possible(Leader, number));
        Assert.Contains(Act.Correct, play.Possible(Leader, number));

        play.Now += MatterLimits.Correctable + Duration.FromSeconds(1);
        Assert.Contains(Act.ChangeDue, play.Possible(Leader, number));
        Assert.DoesNotContain(Act.Correct, play.Possible(Leader, number));
        Assert.Equal(MatterState.Assigned, play.Do(Leader, number, new ChangeDue(due.PlusDays(1), "x")).State);
    }

    [Fact]
    public void ChangeDue_OnceSignedFor_NeedsNoTenMinutes() =>
        Assert.Contains(Act.ChangeDue, play.Possible(Leader, play.InProgress()));

    [Fact]
    public void ChangeDue_OfWhatIsHandedIn_StaysHandedIn()
    {
        var number = play.HandedIn();

        Assert.Equal(MatterState.HandedIn, play.Do(Leader, number, new ChangeDue(due.PlusDays(3), "x")).State);
    }

    [Fact]
    public void ChangeDue_OfWhatIsOver_IsRefused()
    {
        var number = play.HandedIn();
        play.Do(Leader, number, new Close());

        Assert.Equal("WrongState", play.Refusal(Leader, number, new ChangeDue(due.PlusDays(3), "x")));
    }

    [Fact]
    public void ChangeDue_WithoutReasonOrDate_NamesBoth() =>
        Assert.Equal("Missing reason, Missing due", play.Refusal(Leader, play.InProgress(), new ChangeDue(null, " ")));

    [Fact]
    public void ChangeDue_ToADayThatCannotBe_SaysWhich()
    {
        var number = play.InProgress();

        Assert.Equal("DueSame due", play.Refusal(Leader, number, new ChangeDue(due, "x")));
        Assert.Equal("DueInPast due", play.Refusal(Leader, number, new ChangeDue(Today.PlusDays(-1), "x")));
        Assert.Equal(
            "DueTooFar due",
            play.Refusal(Leader, number, new ChangeDue(Today.PlusDays(MatterLimits.DueDaysAhead + 1), "x")));
    }

    [Fact]
    public void ChangeDue_ByWhoeverWorksOnIt_IsRefused()
    {
        var number = play.InProgress();

        Assert.Equal("NotAllowed", play.Refusal(County, number, new ChangeDue(due.PlusDays(3), "x")));
        Assert.Equal("NotAllowed", play.Refusal(City, number, new ChangeDue(due.PlusDays(3), "x")));
    }

    [Theory]
    [InlineData(12)]
    [InlineData(-12)]
    [InlineData(3)]
    public void ChangeDue_WhileMoreTimeIsAskedFor_AnswersIt(int days)
    {
        var number = play.InProgress();
        play.Do(County, number, new RequestExtension("汛期", due.PlusDays(10)));

        var matter = play.Do(Leader, number, new ChangeDue(due.PlusDays(days), "统一安排"));

        Assert.Equal((due.PlusDays(days), null), (matter.Due, matter.Extension));
        Assert.Equal(due.PlusDays(10), play.History(number)[^1].Asked);
        Assert.Equal(due.PlusDays(10), play.Told[0].Asked);
        Assert.DoesNotContain(Act.GrantExtension, play.Possible(Leader, number));
        Assert.Contains(Act.RequestExtension, play.Possible(County, number));
    }

    [Fact]
    public void ChangeDue_ByWhoeverAskedForMoreTime_IsTheirOwnWork()
    {
        var both = County with { Grants = [.. County.Grants, .. Office.Grants] };
        var number = play.InProgress();
        play.Do(both, number, new RequestExtension("汛期", due.PlusDays(10)));

        Assert.Equal("OwnWork", play.Refusal(both, number, new ChangeDue(due.PlusDays(20), "x")));
        Assert.DoesNotContain(Act.ChangeDue, play.Possible(both, number));
    }

    [Fact]
    public void ChangeDue_OfWhatWasPassedOn_IsTheCitysAndStaysWithinTheMatterAbove()
    {
        var parent = play.PassedOn(Changan);
        play.Now += Duration.FromMinutes(11);
        var child = play.Children(parent)[0].Number;

        Assert.Equal("NotAllowed", play.Refusal(Leader, child, new ChangeDue(due.PlusDays(-2), "x")));
        Assert.Equal("DueAfterParent due", play.Refusal(City, child, new ChangeDue(due.PlusDays(1), "x")));
        Assert.Equal(due.PlusDays(-2), play.Do(City, child, new ChangeDue(due.PlusDays(-2), "x")).Due);
        Assert.Equal("changan ChangeDue", play.ToldWhat());
        play.Do(Office, child, new ChangeDue(due.PlusDays(-3), "x"));
        Assert.Equal("changan ChangeDue, city ChangeDue", play.ToldWhat());
    }

    [Fact]
    public void ChangeDue_EarlierThanWhatWasPassedOn_NamesThatAndNothingThatIsOver()
    {
        var parent = play.PassedOn(Changan, Zhengding);
        play.Now += Duration.FromMinutes(11);
        var (first, second) = (play.Children(parent)[0].Number, play.Children(parent)[1].Number);
        play.Do(City, first, new ChangeDue(due.PlusDays(-9), "x"));

        var refused = Assert.IsType<Decision.Refused>(play.Decide(
            Leader,
            parent,
            new ChangeDue(due.PlusDays(-5), "x")));
        var refusal = Assert.Single(refused.Refusals);
        Assert.Equal((RefusalReason.DueBeforeChildren, (LocalDate?)due), (refusal.Reason, refusal.Date));
        Assert.Equal([second], refusal.Matters!.Select(m => m.Number));

        play.Do(City, second, new Withdraw("重复"));
        Assert.Equal(due.PlusDays(-5), play.Do(Leader, parent, new ChangeDue(due.PlusDays(-5), "x")).Due);
    }

    [Fact]
    public void ChangeDue_OfAChildForWhichNoDayIsLeft_IsNotOffered()
    {
        var parent = play.PassedOn(Changan);
        var child = play.Children(parent)[0].Number;
        play.Now += Duration.FromDays(31);

        Assert.Equal("DueAfterParent", play.Refusal(City, child, new ChangeDue(play.Today.PlusDays(1), "x")));
        Assert.DoesNotContain(Act.ChangeDue, play.Possible(City, child));
    }

    [Fact]
    public void ChangeDue_BeginsTheRemindersAnew()
    {
        var number = play.InProgress(due: Today.PlusDays(2));
        play.Now += Duration.FromDays(10);
        Assert.True(play[number].IsOverdue(play.Today));

        var matter = play.Do(Leader, number, new ChangeDue(play.Today.PlusDays(20), "x"));

        Assert.False(matter.IsOverdue(play.Today));
        Assert.Equal(
            (matter.Due, play.Now),
            matter.AnchorOf(Core.Policies.ReminderAnchor.Due));
    }
}
