using LiaisonBot.Core.Matters;
using LiaisonBot.Core.Policies;
using NodaTime;
using static LiaisonBot.Core.Matters.MatterCommand;
using static LiaisonBot.Testing.Cast;

namespace LiaisonBot.Tests.Matters;

/// <summary>申请退件 before signing, and its answers.</summary>
[Trait("Kind", "Pure")]
public class DeclineTests
{
    private readonly Play play = new();

    private MatterNumber Declined()
    {
        var number = play.Assign(Leader, Draft(Changan));
        play.Now += Duration.FromHours(1);
        play.Do(County, number, new Decline("应由发改委办理"));
        return number;
    }

    [Fact]
    public void Decline_BeforeSigning_WaitsForWhoeverAssignedIt()
    {
        var number = Declined();

        var matter = play[number];
        Assert.Equal(MatterState.Assigned, matter.State);
        Assert.Equal(new DeclineRequest("应由发改委办理", play.Now, County.Id), matter.Declined);
        Assert.Equal("leader Decline", play.ToldWhat());
        Assert.Equal((Act.Decline, "应由发改委办理"), (play.History(number)[^1].Act, play.History(number)[^1].Note));
    }

    [Fact]
    public void Decline_WithoutAReason_NamesIt() =>
        Assert.Equal("Missing reason", play.Refusal(County, play.Assign(Leader, Draft(Changan)), new Decline(" ")));

    [Fact]
    public void Decline_OnceSignedFor_IsRefused() =>
        Assert.Equal("WrongState", play.Refusal(County, play.InProgress(), new Decline("不归我们管")));

    [Fact]
    public void Decline_Twice_IsRefusedWhileTheFirstWaits() =>
        Assert.Equal("DeclinePending", play.Refusal(County, Declined(), new Decline("再说一次")));

    [Fact]
    public void Decline_BySomebodyElse_IsRefused()
    {
        var number = play.Assign(Leader, Draft(Changan));

        Assert.Equal("NotAllowed", play.Refusal(City, number, new Decline("不归长安区")));
        Assert.Equal("NotAllowed", play.Refusal(Leader, number, new Decline("不归长安区")));
    }

    [Fact]
    public void WhileItWaits_NobodyIsRemindedOfSigningOrOfTheDate_ButTheOtherSideOfTheAnswer()
    {
        var matter = play[Declined()];

        Assert.Equal(
            [ReminderName.DeclineWaits],
            Enum.GetValues<ReminderName>().Where(matter.Applies));
        Assert.Equal((play.Today, play.Now), matter.AnchorOf(ReminderAnchor.Declined));
        Assert.DoesNotContain(Act.Urge, play.Possible(Leader, matter.Number));
    }

    [Fact]
    public void Insist_IsToBeSignedForAnew_AndCannotBeDeclinedAgain()
    {
        var number = Declined();
        play.Now += Duration.FromDays(3);

        var matter = play.Do(Leader, number, new Insist("属于属地责任"));

        Assert.Equal((MatterState.Assigned, null), (matter.State, matter.Declined));
        Assert.Equal("changan Insist, city Insist", play.ToldWhat());
        Assert.True(matter.Applies(ReminderName.Unsigned));
        Assert.Equal(play.Now, matter.AnchorOf(ReminderAnchor.Assigned).Since);
        Assert.Equal("AlreadyInsisted", play.Refusal(County, number, new Decline("还是不归我们")));
        Assert.Contains(Act.Sign, play.Possible(County, number));
    }

    [Fact]
    public void Insist_OfWhatNobodyDeclined_OrByWhoDeclinedIt_IsRefused()
    {
        Assert.Equal("NoDeclinePending", play.Refusal(Leader, play.Assign(Leader, Draft(Changan)), new Insist("x")));

        var both = County with { Grants = [.. County.Grants, .. Office.Grants] };
        var number = play.Assign(Leader, Draft(Changan));
        play.Do(both, number, new Decline("不归我们"));
        Assert.Equal("OwnWork", play.Refusal(both, number, new Insist("x")));
    }

    [Fact]
    public void Refer_AnswersIt_AndTheDepartmentMayDeclineInItsTurn()
    {
        var number = Declined();
        play.Do(Leader, number, new Insist("x"));

        var matter = play.Do(Leader, number, new Refer(AuditOffice, "归审计"));

        Assert.Null(matter.Declined);
        Assert.Contains(Act.Decline, play.Possible(Audit, number));
    }

    [Fact]
    public void Correct_WhileItWaits_GivesItToAnotherPlace_AtAnyTime()
    {
        var number = Declined();
        play.Now += Duration.FromDays(1);
        Assert.Contains(Act.Correct, play.Possible(Leader, number));

        var matter = play.Do(Leader, number, new Correct(Area: Zhengding));

        Assert.Equal((Zhengding, null), (matter.Area, matter.Declined));
        Assert.DoesNotContain(Act.Correct, play.Possible(Leader, number));
    }

    [Fact]
    public void Correct_OfAnythingElse_DoesNotAnswerIt()
    {
        var number = Declined();
        play.Now += Duration.FromDays(1);

        Assert.NotNull(play.Do(Leader, number, new Correct(Target: "另有要求")).Declined);
    }

    [Fact]
    public void Withdraw_EndsIt()
    {
        var matter = play.Do(Leader, Declined(), new Withdraw("改由发改委办理"));

        Assert.Equal((MatterState.Withdrawn, null), (matter.State, matter.Declined));
    }

    [Fact]
    public void Sign_OrUndo_TakesItBack()
    {
        Assert.Null(play.Do(County, Declined(), new Sign()).Declined);

        var number = Declined();
        Assert.Contains(Act.Undo, play.Possible(County, number));
        Assert.Null(play.Do(County, number, new Undo()).Declined);
        Assert.Equal("leader Undo", play.ToldWhat());
    }

    [Fact]
    public void Decline_OfWhatWasPassedOn_IsAnsweredByTheCity()
    {
        var parent = play.PassedOn(Changan);
        var child = play.Children(parent)[0].Number;

        play.Do(County, child, new Decline("不在我区"));

        Assert.Equal("city Decline", play.ToldWhat());
        Assert.DoesNotContain(Act.Insist, play.Possible(Leader, child));
        Assert.Null(play.Do(City, child, new Insist("在你区")).Declined);
    }
}
