using LiaisonBot.Core.Matters;
using LiaisonBot.Core.People;
using NodaTime;
using static LiaisonBot.Core.Matters.MatterCommand;
using static LiaisonBot.Testing.Cast;

namespace LiaisonBot.Tests.Matters;

/// <summary>Closing, returning, and nobody's own work.</summary>
[Trait("Kind", "Pure")]
public class ReviewTests
{
    private readonly Play play = new();

    [Fact]
    public void Close_WhatWasHandedIn_EndsTheMatterAndTellsCountyAndCity()
    {
        var number = play.HandedIn();

        var matter = play.Do(Leader, number, new Close("同意"));

        Assert.Equal((MatterState.Closed, Morning), (matter.State, matter.EndedAt));
        Assert.False(matter.IsOpen);
        Assert.Equal("changan Close, city Close", play.ToldWhat());
        Assert.Equal("同意", play.History(number)[^1].Note);
    }

    [Fact]
    public void Close_BeforeHandingIn_IsRefused() =>
        Assert.Equal("WrongState", play.Refusal(Leader, play.InProgress(), new Close()));

    [Fact]
    public void Close_ByTheLeaderOfAnotherTeam_IsRefused() =>
        Assert.Equal("NotAllowed", play.Refusal(OtherLeader, play.HandedIn(), new Close()));

    [Fact]
    public void Close_OwnWork_IsRefusedAndNotOffered()
    {
        var both = Person.WithObjectId(
            "both",
            "两职",
            new Grant(Role.Office, Hebei),
            new Grant(Role.CountyOfficer, Changan));
        var number = play.InProgress();
        play.Do(both, number, new HandIn("已完成"));

        Assert.Equal("OwnWork", play.Refusal(both, number, new Close()));
        Assert.DoesNotContain(Act.Close, play.Possible(both, number));
        Assert.Equal(MatterState.Closed, play.Do(Leader, number, new Close()).State);
    }

    [Fact]
    public void AnyStep_OnAClosedMatter_IsRefused_ButThatItIsOpenedAgain()
    {
        var number = play.HandedIn();
        play.Do(Leader, number, new Close());

        foreach (var person in Everyone)
            Assert.Equal(
                person == Leader ? [Act.Undo] : person == Office ? [Act.Reopen] : Array.Empty<Act>(),
                play.Possible(person, number));
        Assert.Equal("WrongState", play.Refusal(Leader, number, new Withdraw("重复")));
        Assert.Equal("WrongState", play.Refusal(Leader, number, new PutOnLedger("超期")));
    }

    [Fact]
    public void Return_WithARequirement_AddsItToTheMatterAndTheCountyWorksOn()
    {
        var number = play.HandedIn();

        var matter = play.Do(Leader, number, new Return("补充佐证材料"));

        Assert.Equal(MatterState.InProgress, matter.State);
        Assert.Equal(["补充佐证材料"], matter.Requirements);
        Assert.Equal("已完成", matter.Result);
        Assert.Equal("changan Return", play.ToldWhat());
        Assert.Equal(("补充佐证材料", matter.Due), (play.Told[0].Note, play.Told[0].Due));

        play.Do(County, number, new HandIn("已补充"));
        Assert.Equal(["补充佐证材料", "再补充"], play.Do(Leader, number, new Return("再补充")).Requirements);
    }

    [Fact]
    public void Return_WithoutARequirement_IsRefused()
    {
        var number = play.HandedIn();

        Assert.Equal("Missing requirement", play.Refusal(Leader, number, new Return("")));
        Assert.Equal(
            "TooLong requirement",
            play.Refusal(Leader, number, new Return(new('字', MatterLimits.Requirement + 1))));
        Assert.Equal(
            "Missing requirement, DueInPast due",
            play.Refusal(Leader, number, new Return(null, Today.PlusDays(-1))));
    }

    [Fact]
    public void Return_WithANewDate_SetsItAlsoEarlier()
    {
        var matter = play.Do(Leader, play.HandedIn(), new Return("补充", Today.PlusDays(3)));

        Assert.Equal((Today.PlusDays(3), false), (matter.Due, matter.DueProvisional));
    }

    [Fact]
    public void Return_AfterTheDueDate_KeepsThePassedDateUnlessANewOneIsGiven()
    {
        var number = play.HandedIn();
        var due = play[number].Due;
        play.Now += Duration.FromDays(60);

        var matter = play.Do(Leader, number, new Return("补充", due));

        Assert.Equal(due, matter.Due);
        Assert.True(matter.IsOverdue(play.Today));
    }

    [Fact]
    public void Return_TheTwentyFirstTime_IsRefused()
    {
        var number = play.HandedIn();
        for (var i = 0; i < MatterLimits.Requirements; i++)
        {
            play.Do(Leader, number, new Return("补充"));
            play.Do(County, number, new HandIn("已补充"));
        }

        Assert.Equal("TooManyReturns", play.Refusal(Leader, number, new Return("补充")));
        Assert.Equal(MatterState.Closed, play.Do(Leader, number, new Close()).State);
    }

    [Fact]
    public void Return_OfWhatTheSupervisionOfficeHandedIn_TellsItToo()
    {
        var number = play.InProgress();
        play.Do(Leader, number, new PutOnLedger("超期"));
        play.Do(Office, number, new Docket("久拖不决"));
        play.Do(Supervisors, number, new AcceptDocket());
        play.Do(Supervisors, number, new HandIn("已督办到位"));
        play.Do(Leader, number, new Return("补充"));

        Assert.Equal("changan Return, supervision Return", play.ToldWhat());
    }
}
