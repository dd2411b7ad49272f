using LiaisonBot.Core.Evidence;
using LiaisonBot.Core.Matters;
using LiaisonBot.Tests.Matters;
using static LiaisonBot.Core.Matters.MatterCommand;
using static LiaisonBot.Testing.Cast;

namespace LiaisonBot.Tests.Evidence;

/// <summary>What comes with a step belongs to it.</summary>
[Trait("Kind", "Pure")]
public class EvidenceRulesTests
{
    private readonly Play play = new();

    [Fact]
    public void HandIn_WithFiles_PutsThemOnTheMatter_AndNamesThemInTheHistory()
    {
        var number = play.InProgress();
        var matter = play.Do(County, number, new HandIn("已完成") { Evidence = [File(1), File(2), File(1)] });

        Assert.Equal(["1.pdf", "2.pdf"], matter.Evidence.Select(item => item.Name));
        Assert.All(matter.Evidence, item => Assert.Equal(
            (County.Id, matter.LastEntry, play.Now),
            (item.By, item.Entry, item.At)));
        Assert.Equal(["1.pdf", "2.pdf"], play.History(number)[^1].Evidence);
    }

    [Fact]
    public void SameFile_ASecondTime_IsNotASecondOne()
    {
        var number = play.InProgress();
        play.Do(County, number, new ReportProgress("一") { Evidence = [File(1)] });
        var matter = play.Do(County, number, new ReportProgress("二") { Evidence = [File(1)] });

        Assert.Single(matter.Evidence);
        Assert.Empty(play.History(number)[^1].Evidence);
        Assert.Equal("NothingToAdd", play.Refusal(County, number, new AddEvidence { Evidence = [File(1)] }));
        Assert.Equal("NothingToAdd", play.Refusal(County, number, new AddEvidence()));
    }

    [Fact]
    public void Undo_TakesTheEvidenceOfItsStepFromView_AndSaysSo()
    {
        var number = play.InProgress();
        play.Do(County, number, new ReportProgress("一") { Evidence = [File(1)] });
        play.Do(County, number, new HandIn("已完成") { Evidence = [File(2)] });

        var matter = play.Do(County, number, new Undo());

        Assert.Equal(["1.pdf"], matter.Evidence.Select(item => item.Name));
        Assert.Equal((Act.Undo, "2.pdf"), (play.History(number)[^1].Act, play.History(number)[^1].Evidence.Single()));
    }

    [Fact]
    public void AddEvidence_IsTakenBack_LikeAReport()
    {
        var number = play.HandedIn();
        play.Do(County, number, new AddEvidence("补照片") { Evidence = [File(1)] });
        Assert.Equal("leader AddEvidence", play.ToldWhat());

        var matter = play.Do(County, number, new Undo());

        Assert.Equal((MatterState.HandedIn, 0), (matter.State, matter.Evidence.Count));
        Assert.Equal("leader Undo", play.ToldWhat());
    }

    [Fact]
    public void AddEvidence_TellsTheOtherSide_WhenItHasSomethingToDo()
    {
        var number = play.InProgress();
        play.Do(County, number, new AddEvidence { Evidence = [File(1)] });
        Assert.Equal("", play.ToldWhat());
        play.Do(Leader, number, new AddEvidence { Evidence = [File(2)] });
        Assert.Equal("changan AddEvidence", play.ToldWhat());
    }

    [Fact]
    public void AMatter_HasTwentyAtMost()
    {
        var number = play.InProgress();
        play.Do(County, number, new ReportProgress("一") { Evidence = [.. Enumerable.Range(0, 19).Select(File)] });

        Assert.Equal(
            "TooMuchEvidence",
            play.Refusal(County, number, new HandIn("已完成") { Evidence = [File(30), File(31)] }));
        play.Do(County, number, new AddEvidence { Evidence = [File(30)] });
        Assert.DoesNotContain(Act.AddEvidence, play.Possible(County, number));
        // Words are never held up by it.
        Assert.Equal(MatterState.HandedIn, play.Do(County, number, new HandIn("已完成")).State);
    }

    [Fact]
    public void Assignment_WithAFile_ReachesWhatIsPassedOn()
    {
        var number = play.Assign(Leader, Draft(Shijiazhuang) with { Evidence = [File(1)] });
        play.Do(City, number, new Sign());
        play.Do(City, number, new ReportProgress("本级的") { Evidence = [File(2)] });
        play.Do(City, number, new PassOn([Changan], null, null));

        var child = play.Family(play.Children(number).Single().Number);

        Assert.Equal(["1.pdf"], child.Evidence.Select(item => item.Name));
        Assert.Empty(child.Matter.Evidence);
    }

    [Fact]
    public void Closed_NothingIsAddedAnyMore()
    {
        var number = play.HandedIn();
        play.Do(Leader, number, new Close());
        Assert.Equal("WrongState", play.Refusal(County, number, new AddEvidence { Evidence = [File(1)] }));
    }

    [Fact]
    public void Step_ThatTakesNone_IgnoresThem()
    {
        var number = play.Assign(Leader, Draft(Changan));
        Assert.Empty(play.Do(County, number, new Sign { Evidence = [File(1)] }).Evidence);
    }

    private static EvidenceItem File(int number) =>
        new(number.ToString("x64", System.Globalization.CultureInfo.InvariantCulture), $"{number}.pdf", "pdf", 1000);
}
