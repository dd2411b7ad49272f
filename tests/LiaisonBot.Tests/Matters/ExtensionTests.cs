using LiaisonBot.Core.Matters;
using LiaisonBot.Core.People;
using NodaTime;
using static LiaisonBot.Core.Matters.MatterCommand;
using static LiaisonBot.Testing.Cast;

namespace LiaisonBot.Tests.Matters;

[Trait("Kind", "Pure")]
public class ExtensionTests
{
    private readonly Play play = new();
    private readonly LocalDate due = Today.PlusDays(30);

    [Fact]
    public void RequestExtension_InTime_WaitsForTheLeaderAndMovesNothingYet()
    {
        var number = play.InProgress();

        var matter = play.Do(County, number, new RequestExtension("汛期", due.PlusDays(10)));

        Assert.Equal(new ExtensionRequest("汛期", due.PlusDays(10), Morning, County.Id), matter.Extension);
        Assert.Equal((MatterState.InProgress, due), (matter.State, matter.Due));
        Assert.Equal("leader RequestExtension", play.ToldWhat());
        Assert.Equal(("汛期", due.PlusDays(10)), (play.History(number)[^1].Note, play.History(number)[^1].Due));
    }

    [Fact]
    public void RequestExtension_OnTheDueDay_IsInTimeAndADayLaterIsNot()
    {
        var number = play.InProgress(due: Today.PlusDays(1));
        play.Now += Duration.FromDays(1);
        Assert.Contains(Act.RequestExtension, play.Possible(County, number));

        play.Now += Duration.FromDays(1);
        Assert.Equal("AlreadyOverdue", play.Refusal(County, number, new RequestExtension("汛期", Today.PlusDays(9))));
        Assert.DoesNotContain(Act.RequestExtension, play.Possible(County, number));
    }

    [Fact]
    public void RequestExtension_BeforeSigning_IsRefused() =>
        Assert.Equal(
            "WrongState",
            play.Refusal(County, play.Assign(Leader, Draft(Changan)), new RequestExtension("汛期", due.PlusDays(1))));

    [Fact]
    public void RequestExtension_WhileOneWaits_IsRefusedWithTheDateAskedFor()
    {
        var number = play.InProgress();
        play.Do(County, number, new RequestExtension("汛期", due.PlusDays(10)));

        var refused = Assert.IsType<Decision.Refused>(play.Decide(
            County,
            number,
            new RequestExtension("汛期", due.PlusDays(20))));
        Assert.Equal([new Refusal(RefusalReason.ExtensionPending, Date: due.PlusDays(10))], refused.Refusals);
    }

    [Fact]
    public void RequestExtension_WithoutReasonOrDate_NamesBoth() =>
        Assert.Equal(
            "Missing reason, Missing until",
            play.Refusal(County, play.InProgress(), new RequestExtension("", null)));

    [Fact]
    public void RequestExtension_ToNoLaterDateOrTooFar_IsRefused()
    {
        var number = play.InProgress();

        Assert.Equal("DueNotLater until", play.Refusal(County, number, new RequestExtension("汛期", due)));
        Assert.Equal(
            "DueTooFar until",
            play.Refusal(County, number, new RequestExtension("汛期", Today.PlusDays(MatterLimits.DueDaysAhead + 1))));
    }

    [Fact]
    public void GrantExtension_WithoutADate_GivesTheOneAskedFor()
    {
        var number = play.InProgress();
        play.Do(County, number, new RequestExtension("汛期", due.PlusDays(10)));

        var matter = play.Do(Leader, number, new GrantExtension(null, "抓紧"));

        Assert.Equal((due.PlusDays(10), null), (matter.Due, matter.Extension));
        Assert.Equal("changan GrantExtension", play.ToldWhat());
        Assert.Equal(("抓紧", due.PlusDays(10)), (play.Told[0].Note, play.Told[0].Due));
    }

    [Fact]
    public void GrantExtension_WithAnotherDate_GivesThatOne()
    {
        var number = play.InProgress();
        play.Do(County, number, new RequestExtension("汛期", due.PlusDays(10)));

        Assert.Equal("DueNotLater until", play.Refusal(Leader, number, new GrantExtension(due)));
        Assert.Equal(due.PlusDays(5), play.Do(Leader, number, new GrantExtension(due.PlusDays(5))).Due);
        Assert.Equal(due.PlusDays(5), play.History(number)[^1].Due);
    }

    [Fact]
    public void GrantExtension_AfterTheDueDate_OfWhatWasAskedInTime_IsGranted()
    {
        var number = play.InProgress();
        play.Do(County, number, new RequestExtension("汛期", due.PlusDays(10)));
        play.Now += Duration.FromDays(35);

        var matter = play.Do(Leader, number, new GrantExtension(null));

        Assert.False(matter.IsOverdue(play.Today));
    }

    [Fact]
    public void GrantExtension_OfNothing_IsRefused()
    {
        var number = play.InProgress();

        Assert.Equal("NoExtensionPending", play.Refusal(Leader, number, new GrantExtension(null)));
        Assert.Equal("NoExtensionPending", play.Refusal(Leader, number, new RefuseExtension("不同意")));
    }

    [Fact]
    public void RefuseExtension_WithAReason_LeavesTheDateAndTheCountyMayAskAgain()
    {
        var number = play.InProgress();
        play.Do(County, number, new RequestExtension("汛期", due.PlusDays(10)));

        Assert.Equal("Missing reason", play.Refusal(Leader, number, new RefuseExtension(null)));
        var matter = play.Do(Leader, number, new RefuseExtension("时间充足"));

        Assert.Equal((due, null), (matter.Due, matter.Extension));
        Assert.Equal("changan RefuseExtension", play.ToldWhat());
        Assert.Contains(Act.RequestExtension, play.Possible(County, number));
    }

    [Fact]
    public void GrantExtension_OfOnesOwnRequest_IsRefused()
    {
        var both = Person.WithObjectId(
            "both",
            "两职",
            new Grant(Role.Office, Hebei),
            new Grant(Role.CountyOfficer, Changan));
        var number = play.InProgress();
        play.Do(both, number, new RequestExtension("汛期", due.PlusDays(10)));

        Assert.Equal("OwnWork", play.Refusal(both, number, new GrantExtension(null)));
        Assert.Equal("OwnWork", play.Refusal(both, number, new RefuseExtension("不")));
        Assert.Null(play.Do(Leader, number, new GrantExtension(null)).Extension);
    }

    [Fact]
    public void RequestExtension_OfAChild_StaysWithinTheParentsDate()
    {
        var number = play.InProgress(Shijiazhuang);
        play.Do(City, number, new PassOn([Changan, Zhengding], due.PlusDays(-10), null));
        var (first, second) = (play.Children(number)[0].Number, play.Children(number)[1].Number);
        play.Do(County, first, new Sign());

        Assert.Equal("DueAfterParent until", play.Refusal(County, first, new RequestExtension("汛期", due.PlusDays(1))));
        play.Do(County, first, new RequestExtension("汛期", due));
        Assert.Equal("city RequestExtension", play.ToldWhat());
        Assert.Equal("NotAllowed", play.Refusal(Leader, first, new GrantExtension(null)));
        Assert.Equal("DueAfterParent until", play.Refusal(City, first, new GrantExtension(due.PlusDays(1))));
        Assert.Equal(due, play.Do(City, first, new GrantExtension(null)).Due);
        Assert.Equal("DueAfterParent", play.Refusal(County, first, new RequestExtension("汛期", due.PlusDays(1))));
        Assert.Equal(due.PlusDays(-10), play[second].Due);
    }

    [Fact]
    public void GrantExtension_OfAChildWhoseParentsDateHasPassed_IsNotOffered()
    {
        var number = play.InProgress(Shijiazhuang);
        play.Do(City, number, new PassOn([Changan], due.PlusDays(-10), null));
        var child = play.Children(number)[0].Number;
        play.Do(County, child, new Sign());
        play.Do(County, child, new RequestExtension("汛期", due));
        play.Now += Duration.FromDays(31);

        Assert.DoesNotContain(Act.GrantExtension, play.Possible(City, child));
        Assert.Contains(Act.RefuseExtension, play.Possible(City, child));
    }
}
