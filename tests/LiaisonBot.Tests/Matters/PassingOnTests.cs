using LiaisonBot.Core.Areas;
using LiaisonBot.Core.Matters;
using LiaisonBot.Core.People;
using LiaisonBot.Core.Storage;
using NodaTime;
using static LiaisonBot.Core.Matters.MatterCommand;
using static LiaisonBot.Testing.Cast;

namespace LiaisonBot.Tests.Matters;

[Trait("Kind", "Pure")]
public class PassingOnTests
{
    private readonly Play play = new();
    private readonly LocalDate due = Today.PlusDays(30);

    [Fact]
    public void PassOn_ToSeveralCounties_MakesAChildForEach()
    {
        var number = play.InProgress(Shijiazhuang);

        var parent = play.Do(City, number, new PassOn([Zhengding, Changan, Zhengding], due.PlusDays(-5), "按要求落实"));

        var children = play.Children(number);
        Assert.Equal(
            ["1301-1-1 130102 长安区", "1301-1-2 130123 正定县"],
            children.Select(c => $"{c.Number.Short} {c.Area} {c.Responsible}"));
        Assert.All(
            children,
            c =>
                Assert.Equal(
                    (MatterState.Assigned, due.PlusDays(-5), 1, City.Id),
                    (c.State, c.Due, c.Team, c.AssignedBy)));
        Assert.All(children, c => Assert.Equal((parent.Title, parent.Target), (c.Title, c.Target)));
        Assert.All(children, c => Assert.Equal(("按要求落实", 0), (c.PassOnNote, c.Requirements.Count)));
        Assert.Equal((2, 0, MatterState.InProgress), (parent.Children, parent.ChildrenClosed, parent.State));
        Assert.Equal("changan PassOn, zhengding PassOn", play.ToldWhat());
        Assert.Equal(
            [Changan, Zhengding],
            play.History(number).Where(e => e.Act == Act.PassOn).Select(e => e.Area!.Value));
        Assert.All(children, c => Assert.Equal([1], play.History(c.Number).Select(e => e.Sequence)));
    }

    [Fact]
    public void PassOn_WithoutADate_GivesTheParentsAndHowItWasCounted()
    {
        var number = play.Assign(Leader, Draft(Shijiazhuang) with { Due = new Core.Calendar.DueSpan.WorkingDays(60) });

        play.Do(City, number, new PassOn([Changan], null, null));

        var (parent, child) = (play[number], play.Children(number)[0]);
        Assert.Equal(
            (parent.Due, true, parent.DueSpan, parent.DueFrom),
            (child.Due, child.DueProvisional, child.DueSpan, child.DueFrom));
    }

    [Fact]
    public void PassOn_BeforeSigning_SignsToo()
    {
        var number = play.Assign(Leader, Draft(Shijiazhuang));

        Assert.Equal(MatterState.InProgress, play.Do(City, number, new PassOn([Changan], null, null)).State);
        Assert.Equal([Act.Assign, Act.Sign, Act.PassOn], play.History(number).Select(e => e.Act));
    }

    [Fact]
    public void PassOn_DueAfterTheParents_IsRefusedWithTheParentsDate()
    {
        var refused = Assert.IsType<Decision.Refused>(play.Decide(
            City,
            play.InProgress(Shijiazhuang),
            new PassOn([Changan], due.PlusDays(1), null)));

        Assert.Equal([new Refusal(RefusalReason.DueAfterParent, "due", Date: due)], refused.Refusals);
    }

    [Fact]
    public void PassOn_WhenTheParentIsOverdue_TakesTheParentsOwnDateOnly()
    {
        var number = play.InProgress(Shijiazhuang);
        play.Now += Duration.FromDays(40);

        Assert.Equal("DueAfterParent due", play.Refusal(City, number, new PassOn([Changan], play.Today, null)));
        Assert.Equal("DueInPast due", play.Refusal(City, number, new PassOn([Changan], due.PlusDays(-1), null)));
        play.Do(City, number, new PassOn([Changan], null, null));
        Assert.Equal(due, play.Children(number)[0].Due);
    }

    [Theory]
    [InlineData("", "Missing areas")]
    [InlineData("1301", "NotBelow areas")]
    [InlineData("130202", "NotBelow areas")]
    [InlineData("13", "NotBelow areas")]
    [InlineData("130199", "UnknownArea areas")]
    [InlineData("130198 130199", "UnknownArea areas")] // said once
    public void PassOn_ToAPlaceThatIsNotTheCitys_IsRefused(string areas, string refusal) =>
        Assert.Equal(refusal, play.Refusal(
            City,
            play.InProgress(Shijiazhuang),
            new PassOn(
                [.. areas.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(AreaCode.Parse)],
                null,
                null)));

    [Fact]
    public void PassOn_ToACountyThatHasIt_IsRefusedUntilThatOneEnds()
    {
        var number = play.PassedOn(Changan);
        Assert.Equal("AlreadyPassedOn areas", play.Refusal(City, number, new PassOn([Changan, Zhengding], null, null)));

        play.Do(City, play.Children(number)[0].Number, new Withdraw("转错"));
        var parent = play.Do(City, number, new PassOn([Changan], null, null));

        Assert.Equal(["1301-1-1", "1301-1-2"], play.Children(number).Select(c => c.Number.Short));
        Assert.Equal(1, parent.Children);
    }

    [Fact]
    public void PassOn_ByAnyoneButTheCityItself_IsRefused()
    {
        var number = play.InProgress(Shijiazhuang);

        foreach (var person in Everyone.Where(p => p != City)) Assert.Equal(
            "NotAllowed",
            play.Refusal(person, number, new PassOn([Changan], null, null)));
    }

    [Fact]
    public void PassOn_OfACountysMatterOrAChild_IsNotPossible()
    {
        Assert.Equal("NotAllowed", play.Refusal(City, play.InProgress(), new PassOn([Zhengding], null, null)));
        var child = play.Children(play.PassedOn(Changan))[0].Number;

        foreach (var person in Everyone) Assert.DoesNotContain(Act.PassOn, play.Possible(person, child));
    }

    [Fact]
    public void Child_FromSigningToClosing_IsReviewedByTheCityAndCounted()
    {
        var number = play.PassedOn(Changan, Zhengding);
        var child = play.Children(number)[0].Number;

        play.Do(County, child, new Sign());
        play.Do(County, child, new HandIn("已完成"));
        Assert.Equal("city HandIn", play.ToldWhat());
        Assert.Equal("NotAllowed", play.Refusal(Leader, child, new Close()));
        play.Do(City, child, new Return("补充"));
        Assert.Equal("changan Return", play.ToldWhat());
        play.Do(County, child, new HandIn("已补充"));
        play.Do(City, child, new Close());

        Assert.Equal("changan Close", play.ToldWhat());
        Assert.Equal((2, 1), (play[number].Children, play[number].ChildrenClosed));
    }

    [Fact]
    public void HandIn_OfTheParent_WaitsUntilAllChildrenAreClosed()
    {
        var number = play.PassedOn(Changan, Zhengding);
        Assert.Equal("ChildrenOpen", play.Refusal(City, number, new HandIn("已完成")));

        Finish(County, play.Children(number)[0].Number);
        Assert.Equal("ChildrenOpen", play.Refusal(City, number, new HandIn("已完成")));

        Finish(Zhengdings, play.Children(number)[1].Number);
        Assert.Equal(MatterState.HandedIn, play.Do(City, number, new HandIn("已完成")).State);
        Assert.Equal(MatterState.Closed, play.Do(Leader, number, new Close()).State);
    }

    [Fact]
    public void HandIn_OfTheParent_DoesNotWaitForAWithdrawnChild()
    {
        var number = play.PassedOn(Changan, Zhengding);
        Finish(County, play.Children(number)[0].Number);
        play.Do(City, play.Children(number)[1].Number, new Withdraw("转错"));

        var parent = play.Do(City, number, new HandIn("已完成"));

        Assert.Equal((1, 1), (parent.Children, parent.ChildrenClosed));
    }

    [Fact]
    public void PassOn_AfterTheParentCameBack_IsPossibleAgain()
    {
        var number = play.PassedOn(Changan);
        Finish(County, play.Children(number)[0].Number);
        play.Do(City, number, new HandIn("已完成"));
        play.Do(Leader, number, new Return("长安区再核实"));

        var parent = play.Do(City, number, new PassOn([Changan], null, null));

        Assert.Equal((2, 1), (parent.Children, parent.ChildrenClosed));
        Assert.Equal(["长安区再核实"], play.Children(number)[1].Requirements);
    }

    [Fact]
    public void Withdraw_TheParent_WithdrawsTheOpenChildrenWithTheReason()
    {
        var number = play.PassedOn(Changan, Zhengding);
        Finish(County, play.Children(number)[0].Number);

        var parent = play.Do(Leader, number, new Withdraw(" 重复交办 "));

        Assert.Equal((MatterState.Withdrawn, 1, 1), (parent.State, parent.Children, parent.ChildrenClosed));
        Assert.Equal([MatterState.Closed, MatterState.Withdrawn], play.Children(number).Select(c => c.State));
        Assert.Equal("city Withdraw, zhengding Withdraw", play.ToldWhat());
        Assert.Equal((Act.Withdraw, "重复交办", Leader.Id), Last(play.Children(number)[1].Number));
    }

    [Fact]
    public void PassOn_ToAsManyAsAMatterTakes_IsTheLimit()
    {
        var number = play.InProgress(Shijiazhuang);
        for (var i = 0; i < MatterLimits.Children; i++)
        {
            play.Do(City, number, new PassOn([Changan], null, null));
            play.Do(City, play.Children(number)[^1].Number, new Withdraw("转错"));
        }

        Assert.Equal("TooManyChildren", play.Refusal(City, number, new PassOn([Changan], null, null)));
        Assert.Equal(MatterLimits.Children, play[number].LastChild);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(MatterLimits.Notices)]
    public void PassOn_ToEveryCountyAtOnce_FitsInBatchesHoweverManyAreTold(int officers)
    {
        var counties = Book.Areas.Children(Shijiazhuang).Select(a => a.Code).ToList();
        var many = new Play(DirectoryOf([
            Leader,
            City,
            .. counties.SelectMany(c =>
                Enumerable.Range(1, officers).Select(i => Someone($"{c}-{i}", Role.CountyOfficer, c)))
        ]));
        var number = many.InProgress(Shijiazhuang);

        var decision = Assert.IsType<Decision.Accepted>(many.Decide(City, number, new PassOn(counties, null, null)));
        var rows = decision.Matters.Sum(m => 1 + MatterRows.ListRows(m).Count()) + decision.Entries.Count + decision.Notices.Count + 2;

        Assert.InRange(rows, 1, StoreLimits.BatchChanges);
        many.Write(City, decision);
        Assert.Equal(counties, many.Children(number).Select(c => c.Area));
        Assert.Equal(counties.Count * officers, many.Told.Count(n => n.Act == Act.PassOn));
        Assert.Equal(Enumerable.Range(1, counties.Count + 2), many.History(number).Select(e => e.Sequence));
    }

    private void Finish(Person officer, MatterNumber child)
    {
        play.Do(officer, child, new Sign());
        play.Do(officer, child, new HandIn("已完成"));
        play.Do(City, child, new Close());
    }

    private (Act, string?, string) Last(MatterNumber number) =>
        (play.History(number)[^1].Act, play.History(number)[^1].Note, play.History(number)[^1].Actor);
}
