using LiaisonBot.Core.Matters;
using LiaisonBot.Core.People;
using NodaTime;
using static LiaisonBot.Core.Matters.MatterCommand;
using static LiaisonBot.Testing.Cast;

namespace LiaisonBot.Tests.Matters;

/// <summary>Signing, reporting, handing in.</summary>
[Trait("Kind", "Pure")]
public class WorkTests
{
    private readonly Play play = new();

    [Fact]
    public void Sign_ByTheCounty_StartsTheWorkAndTellsNobody()
    {
        var number = play.Assign(Leader, Draft(Changan));
        play.Now += Duration.FromHours(1);

        var matter = play.Do(County, number, new Sign());

        Assert.Equal((MatterState.InProgress, play.Now), (matter.State, matter.SignedAt));
        Assert.Empty(play.Told);
        Assert.Equal((Act.Sign, County.Name), (play.History(number)[^1].Act, play.History(number)[^1].ActorName));
    }

    [Fact]
    public void Sign_Twice_IsRefusedWithTheStateItIsIn()
    {
        var refused = Assert.IsType<Decision.Refused>(play.Decide(County, play.InProgress(), new Sign()));

        Assert.Equal([new Refusal(RefusalReason.WrongState, State: MatterState.InProgress)], refused.Refusals);
    }

    [Fact]
    public void Sign_ByAnyoneElse_IsRefused()
    {
        var number = play.Assign(Leader, Draft(Changan));

        foreach (var person in Everyone.Where(p => p != County)) Assert.Equal(
            "NotAllowed",
            play.Refusal(person, number, new Sign()));
    }

    [Fact]
    public void ReportProgress_BeforeSigning_IsRefused() =>
        Assert.Equal("WrongState", play.Refusal(County, play.Assign(Leader, Draft(Changan)), new ReportProgress("开会")));

    [Fact]
    public void ReportProgress_InProgress_StandsInTheMatterAndTheHistoryAndTellsNobody()
    {
        var number = play.InProgress();

        var matter = play.Do(County, number, new ReportProgress("已召开会议"));

        Assert.Equal((MatterState.InProgress, "已召开会议", Morning), (matter.State, matter.Progress, matter.ProgressAt));
        Assert.Equal("已召开会议", play.History(number)[^1].Note);
        Assert.Empty(play.Told);
    }

    [Fact]
    public void ReportProgress_EmptyOrTooLong_IsRefusedBesideItsField()
    {
        var number = play.InProgress();

        Assert.Equal("Missing progress", play.Refusal(County, number, new ReportProgress(" \t")));
        Assert.Equal(
            "TooLong progress",
            play.Refusal(County, number, new ReportProgress(new('字', MatterLimits.Progress + 1))));
    }

    [Fact]
    public void HandIn_InProgress_WaitsForTheTeamLeader()
    {
        var number = play.InProgress();

        var matter = play.Do(County, number, new HandIn("已完成"));

        Assert.Equal(
            (MatterState.HandedIn, "已完成", County.Id, Morning),
            (matter.State, matter.Result, matter.HandedInBy, matter.HandedInAt));
        Assert.Equal("leader HandIn", play.ToldWhat());
    }

    [Fact]
    public void HandIn_OfTheOfficesMatter_TellsTheOffice()
    {
        var number = play.Assign(Office, Draft(Changan));
        play.Do(County, number, new Sign());
        play.Do(County, number, new HandIn("已完成"));

        Assert.Equal("office HandIn", play.ToldWhat());
    }

    [Fact]
    public void HandIn_OfATeamWithoutLeader_TellsTheOffice()
    {
        var without = new Play(DirectoryOf([.. Everyone.Where(p => p != Leader)]));
        var number = without.InProgress();
        without.Do(County, number, new HandIn("已完成"));

        Assert.Equal("office HandIn", without.ToldWhat());
    }

    [Fact]
    public void HandIn_EmptyOrTooLong_IsRefusedBesideItsField()
    {
        var number = play.InProgress();

        Assert.Equal("Missing result", play.Refusal(County, number, new HandIn(null)));
        Assert.Equal("TooLong result", play.Refusal(County, number, new HandIn(new('字', MatterLimits.Result + 1))));
    }

    [Fact]
    public void HandIn_WithARequestForTimeWaiting_MakesTheRequestVoid()
    {
        var number = play.InProgress();
        play.Do(County, number, new RequestExtension("汛期", Today.PlusDays(40)));

        Assert.Null(play.Do(County, number, new HandIn("已完成")).Extension);
    }

    [Fact]
    public void AnyStep_OfAMatterWithAFullHistory_LeavesOnlyTheWayToItsEnd()
    {
        var full = new MatterTree(play[play.InProgress()] with { LastEntry = MatterLimits.Entries }, null, []);
        DecisionContext At(MatterTree tree) => new(tree, Book, null!, Morning);

        var refused = Assert.IsType<Decision.Refused>(MatterRules.Decide(new ReportProgress("又一次"), County, At(full)));
        Assert.Equal([new Refusal(RefusalReason.TooManyEntries, Limit: MatterLimits.Entries)], refused.Refusals);
        Assert.Equal([Act.HandIn], MatterRules.Possible(full, County, Morning));
        Assert.Contains(Act.Withdraw, MatterRules.Possible(full, Leader, Morning));
        var handedIn = Assert.IsType<Decision.Accepted>(MatterRules.Decide(
            new HandIn("已完成"),
            County,
            At(full))).Matters[0];
        Assert.IsType<Decision.Accepted>(MatterRules.Decide(new Close(), Leader, At(new(handedIn, null, []))));
    }

    [Fact]
    public void Sign_ByEitherOfTwoOfficers_IsNotToldToTheOther()
    {
        var pair = new Play(With(Someone("changan2", Role.CountyOfficer, Changan)));
        var number = pair.Assign(Leader, Draft(Changan));

        Assert.Equal("changan Assign, changan2 Assign, city Assign", pair.ToldWhat());
        pair.Do(County, number, new Sign());
        Assert.Empty(pair.Told);
    }
}
