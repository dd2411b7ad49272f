using LiaisonBot.Core.Areas;
using LiaisonBot.Core.People;
using LiaisonBot.Core.Visits;
using NodaTime;

namespace LiaisonBot.Tests.Visits;

/// <summary>What is covered is what has ended and was announced; all else is planned or missing.</summary>
[Trait("Kind", "Pure")]
public sealed class CoverageTests
{
    private static readonly AreaCode County = AreaCode.Parse("130102");

    private static readonly LocalDate Today = new(2027, 9, 15);

    [Theory]
    [InlineData(VisitKind.Patrol, "2027-03-01", "2027-03-05", VisitState.Announced, Cover.Done, Cover.Missing)]
    [InlineData(VisitKind.Patrol, "2027-03-01", "2027-03-05", VisitState.Drafted, Cover.Planned, Cover.Missing)]
    [InlineData(VisitKind.Patrol, "2027-03-01", "2027-03-05", VisitState.Cancelled, Cover.Missing, Cover.Missing)]
    [InlineData(VisitKind.ReturnVisit, "2027-09-13", "2027-09-15", VisitState.Announced, Cover.Missing, Cover.Planned)]
    [InlineData(VisitKind.ReturnVisit, "2027-09-10", "2027-09-14", VisitState.Announced, Cover.Missing, Cover.Done)]
    [InlineData(VisitKind.ReturnVisit, "2027-11-01", "2027-11-05", VisitState.Approved, Cover.Missing, Cover.Planned)]
    [InlineData(VisitKind.Inspection, "2027-06-28", "2027-07-27", VisitState.Announced, Cover.Done, Cover.NotNeeded)]
    [InlineData(VisitKind.Inspection, "2027-10-11", "2027-11-10", VisitState.Announced, Cover.NotNeeded, Cover.Planned)]
    [InlineData(VisitKind.Patrol, "2026-03-01", "2026-03-05", VisitState.Announced, Cover.Missing, Cover.Missing)]
    public void Of_OneVisit_IsWhatItsDaysAndItsStateSay(
        VisitKind kind, string from, string to, VisitState state, Cover first, Cover second)
    {
        var row = Row(new Visit(3, County, Date(from), Date(to), kind) { State = state });
        Assert.Equal((first, second), (row.First.Cover, row.Second.Cover));
    }

    [Fact]
    public void Of_AVisitThatEndedAndOneToCome_IsDone() => Assert.Equal(
        Cover.Done,
        Row(
            new Visit(3, County, new(2027, 11, 1), new(2027, 11, 5), VisitKind.ReturnVisit),
            new Visit(3, County, new(2027, 7, 5), new(2027, 7, 9), VisitKind.Patrol)).Second.Cover);

    [Fact]
    public void Of_AResidency_CoversNoCounty() => Assert.Equal(
        Cover.Missing,
        Row(new Visit(3, AreaCode.Parse("1301"), new(2027, 1, 1), new(2027, 8, 31), VisitKind.Residency)).First.Cover);

    [Fact]
    public void LastInspected_IsOfWhateverYear_AndOnlyWhatHasEnded()
    {
        var row = Row(
            new Visit(1, County, new(2024, 3, 1), new(2024, 3, 29), VisitKind.Inspection),
            new Visit(2, County, new(2025, 3, 3), new(2025, 3, 31), VisitKind.Inspection),
            new Visit(3, County, new(2027, 9, 6), new(2027, 10, 8), VisitKind.Inspection));
        Assert.Equal(new LocalDate(2025, 3, 31), row.LastInspected);
    }

    [Fact]
    public void Counts_AddUpToTheCounties()
    {
        AreaCode[] counties = [.. AreaBook.Load(AreaCode.Parse("13"), []).Children(AreaCode.Parse("1301")).Select(a => a.Code)];
        var coverage = Coverage.Of(
            counties,
            2027,
            PlanProfile.BuiltIn,
            [
                new Visit(3, counties[0], new(2027, 3, 1), new(2027, 3, 5), VisitKind.Patrol),
                new Visit(3, counties[1], new(2027, 3, 1), new(2027, 3, 30), VisitKind.Inspection),
                new Visit(3, counties[2], new(2027, 10, 11), new(2027, 10, 15), VisitKind.ReturnVisit),
            ],
            Today);
        Assert.Equal(counties, coverage.Rows.Select(r => r.County));
        Assert.Equal(new CoverCount(2, 0, counties.Length - 2, 0), coverage.CountFirst());
        Assert.Equal(new CoverCount(0, 1, counties.Length - 2, 1), coverage.CountSecond());
    }

    private static CoverRow Row(params Visit[] visits) =>
        Assert.Single(Coverage.Of([County], 2027, PlanProfile.BuiltIn, visits, Today).Rows);

    private static LocalDate Date(string text) => LiaisonBot.Tests.Calendar.Day.Of(text);
}
