using LiaisonBot.Core.Matters;
using NodaTime;
using static LiaisonBot.Core.Matters.MatterCommand;
using static LiaisonBot.Testing.Cast;

namespace LiaisonBot.Tests.Matters;

/// <summary>The last own report or hand-in is taken back, while nobody has done anything since.</summary>
public class UndoTests
{
    private readonly Play play = new();

    [Fact]
    public void Undo_AReport_BringsBackTheOneBefore_AndTheHistoryKeepsBoth()
    {
        var number = play.InProgress();
        var first = play.Do(County, number, new ReportProgress("第一次"));
        play.Now += Duration.FromHours(1);
        play.Do(County, number, new ReportProgress("第二次"));

        var matter = play.Do(County, number, new Undo());

        Assert.Equal((first.Progress, first.ProgressAt), (matter.Progress, matter.ProgressAt));
        Assert.Equal(
            [Act.Assign, Act.Sign, Act.ReportProgress, Act.ReportProgress, Act.Undo],
            play.History(number).Select(e => e.Act));
        Assert.Equal(
            (nameof(Act.ReportProgress), County.Id),
            (play.History(number)[^1].Note, play.History(number)[^1].Actor));
        Assert.Equal("", play.ToldWhat());
    }

    [Fact]
    public void Undo_AHandIn_PutsTheMatterBackToWork_AndTellsWhoWasToldOfIt()
    {
        var number = play.InProgress();
        var asked = play.Do(County, number, new RequestExtension("汛期", Today.PlusDays(40))).Extension;
        play.Do(County, number, new HandIn("已完成"));
        Assert.Equal("leader HandIn", play.ToldWhat());

        var matter = play.Do(County, number, new Undo());

        Assert.Equal(
            (MatterState.InProgress, null, null, null, asked),
            (matter.State, matter.Result, matter.HandedInBy, matter.HandedInAt, matter.Extension));
        Assert.Equal("leader Undo", play.ToldWhat());
    }

    [Fact]
    public void Undo_AHandInAfterAReturn_BringsBackTheResultBefore()
    {
        var number = play.HandedIn();
        play.Do(Leader, number, new Return("补充"));
        play.Do(County, number, new HandIn("已补充"));

        var matter = play.Do(County, number, new Undo());

        Assert.Equal(("已完成", County.Id, MatterState.InProgress), (matter.Result, matter.HandedInBy, matter.State));
        Assert.Equal(["补充"], matter.Requirements);
    }

    [Fact]
    public void Undo_WhatSomebodyActedOn_IsRefusedAndNotOffered()
    {
        var urged = play.InProgress();
        play.Do(County, urged, new ReportProgress("一半"));
        play.Do(City, urged, new Urge(null));
        var closed = play.HandedIn();
        play.Do(Leader, closed, new Close());
        var returned = play.HandedIn();
        play.Do(Leader, returned, new Return("补充"));

        foreach (var number in new[] { urged, returned })
        {
            Assert.DoesNotContain(Act.Undo, play.Possible(County, number));
            Assert.Equal("NothingToUndo", play.Refusal(County, number, new Undo()));
        }

        Assert.Equal("WrongState", play.Refusal(County, closed, new Undo()));
    }

    [Fact]
    public void Undo_OfAnothersStepOrOfOneThatIsNotTakenBack_IsRefused()
    {
        var second = Someone("second", Core.People.Role.CountyOfficer, Changan);
        var world = new Play(With(second));
        var number = world.InProgress();
        Assert.Equal("NothingToUndo", world.Refusal(County, number, new Undo()));
        world.Do(County, number, new ReportProgress("一半"));

        Assert.Equal("NothingToUndo", world.Refusal(second, number, new Undo()));
        Assert.Equal("NotAllowed", world.Refusal(Leader, number, new Undo()));
        world.Do(County, number, new Undo());
        Assert.Equal("NothingToUndo", world.Refusal(County, number, new Undo()));
    }

    [Fact]
    public void Undo_OfAStepThatIsNoLongerTheLast_UndoesNoOther()
    {
        var number = play.InProgress();
        var first = play.Do(County, number, new ReportProgress("第一次")).LastStep!.Entry;
        play.Do(County, number, new ReportProgress("第二次"));

        Assert.Equal("NothingToUndo", play.Refusal(County, number, new Undo(first)));
        Assert.Equal("第一次", play.Do(County, number, new Undo(first + 1)).Progress);
    }

    [Fact]
    public void Undo_WithAFullHistory_IsRefused()
    {
        var number = play.HandedIn();
        var full = new MatterTree(play[number] with { LastEntry = MatterLimits.Entries }, null, []);

        Assert.Equal([new Refusal(RefusalReason.TooManyEntries, Limit: MatterLimits.Entries)],
            Assert.IsType<Decision.Refused>(MatterRules.Decide(
                new Undo(),
                County,
                new(full, Book, null!, Morning))).Refusals);
    }

    [Fact]
    public async Task Undo_InTheStore_IsAppliedOnce_AndTheRowsAgree()
    {
        await using var world = await World.Open();
        var number = await world.Assign(Leader, Changan);
        await world.Do(County, number, new Sign());
        await world.Do(County, number, new HandIn("已完成"));

        Assert.False(Assert.IsType<CommandResult.Done>(await world.Try(County, number, new Undo(), "once")).Repeated);
        Assert.True(Assert.IsType<CommandResult.Done>(await world.Try(County, number, new Undo(), "once")).Repeated);

        Assert.Equal(MatterState.InProgress, (await world.Read(number)).State);
        await world.CheckRows(Shijiazhuang);
    }
}
