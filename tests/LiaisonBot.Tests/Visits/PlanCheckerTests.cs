using LiaisonBot.Core.Areas;
using LiaisonBot.Core.Calendar;
using LiaisonBot.Core.People;
using LiaisonBot.Core.Visits;
using NodaTime;

namespace LiaisonBot.Tests.Visits;

/// <summary>Each finding by name, made by one change of a year that has none, with what it would take.</summary>
[Trait("Kind", "Pure")]
public sealed class PlanCheckerTests
{
    private static readonly AreaBook Hebei = AreaBook.Load(AreaCode.Parse("13"), []);

    private static readonly AreaCode City = AreaCode.Parse("1301");

    private static readonly AreaCode Changan = AreaCode.Parse("130102");

    [Fact]
    public void AnotherTeamInTheCity_IsTwoTeams()
    {
        var finding = Assert.Single(Check(v => [.. v, Residency(4, "1301", 2027)]));
        Assert.Equal((FindingName.TwoTeams, 4, true), (finding.Name, finding.Team!.Value, finding.Blocks));
    }

    /// <summary>A few days around New Year, while one team takes over from the other, are no second team.</summary>
    [Fact]
    public void AnotherTeamForTheDaysOfTheChange_IsNone() =>
        Assert.Empty(Check(v => [.. v, new(4, City, new(2026, 1, 1), new(2027, 1, 15), VisitKind.Residency)]));

    [Fact]
    public void TheTeamOfTheYearBefore_IsTheSameTeamAgain()
    {
        var finding = Assert.Single(Check(v => [.. v, Residency(3, "1301", 2026)]));
        Assert.Equal((FindingName.SameTeamAgain, true), (finding.Name, finding.Blocks));
        Assert.Empty(Check(v => [.. v, Residency(3, "1301", 2025)]));
    }

    [Fact]
    public void TheTeamInAnotherCity_IsElsewhere()
    {
        var finding = Assert.Single(Check(v => [.. v, Residency(3, "1302", 2027)]));
        Assert.Equal((FindingName.TeamElsewhere, "1302"), (finding.Name, finding.Elsewhere!.Value.Value));
    }

    [Fact]
    public void NoResidency_IsNoTeam() =>
        Assert.Contains(Check(v => v.Where(x => x.Kind != VisitKind.Residency)), f => f.Name == FindingName.NoTeam);

    [Fact]
    public void ACancelledVisit_IsNone()
    {
        var findings = Check(v => v.Select(x => x.Area == Changan ? x with { State = VisitState.Cancelled } : x));
        var finding = Assert.Single(findings);
        Assert.Equal((FindingName.CountyUnplanned, Changan), (finding.Name, finding.Place));
    }

    [Theory]
    [InlineData(true, FindingName.FirstHalfMissing)]
    [InlineData(false, FindingName.SecondHalfMissing)]
    public void WithoutOneOfItsVisits_ACountyIsMissingInThatHalf(bool first, FindingName name)
    {
        var plan = Draft();
        var gone = plan.First(v => v.Kind == (first ? VisitKind.Patrol : VisitKind.ReturnVisit));
        var finding = Assert.Single(Check(v => v.Where(x => x != gone)));
        Assert.Equal((name, gone.Area), (finding.Name, finding.Place));
        // The days that the visit had are free again, and nothing earlier is.
        Assert.Equal(
            (5, gone.Group, (LocalDate?)gone.From, (LocalDate?)gone.To),
            (finding.Takes!.Days, finding.Takes.Group, finding.Takes.From, finding.Takes.To));
    }

    [Fact]
    public void ASeventhCountyOfAGroup_IsTooMany()
    {
        var finding = Check(v => v.Select(x => x is { Kind: VisitKind.Inspection, Group: 2 } ? x with { Group = 1 } : x))
            .First(f => f.Name == FindingName.TooManyInspections);
        Assert.Equal((1, 12), (finding.Group!.Value, finding.Count!.Value));
    }

    [Fact]
    public void AGroupInTwoPlacesAtOnce_IsAnOverlap()
    {
        var one = Draft().First(v => v.Kind == VisitKind.Inspection);
        var finding = Assert.Single(Check(v => [.. v, one with { Area = AreaCode.Parse("1301"), Kind = VisitKind.Special }]));
        Assert.Equal(FindingName.DatesOverlap, finding.Name);
        Assert.Contains(one.Area, new[] { finding.Visit!.Area, finding.Other!.Area });
    }

    /// <summary>Who says no group is of some group: of two groups none is left for a third place.</summary>
    [Fact]
    public void MoreVisitsThanGroups_IsAnOverlap_AlsoWhereNoGroupIsSaid()
    {
        var day = Draft().Where(v => v.Kind == VisitKind.Patrol).Min(v => v.From);
        Assert.Equal(2, Draft().Count(v => v.Kind != VisitKind.Residency && v.Covers(day)));
        var visit = new Visit(3, City, day, day.PlusDays(2), VisitKind.Special);
        var finding = Assert.Single(Check(v => [.. v, visit]), f => f.Name == FindingName.DatesOverlap);
        Assert.Contains(visit, new[] { finding.Visit, finding.Other });
        Assert.DoesNotContain(
            Check(v => [.. v.Where(x => !x.Covers(day) || x.Group != 2), visit]),
            f => f.Name == FindingName.DatesOverlap);
    }

    [Fact]
    public void AVisitDuringTheInspectionOfTheCityItself_IsAnOverlap()
    {
        var city = Draft(2022).First(v => v.Kind == VisitKind.CityInspection);
        var finding = PlanChecker.Check(Plan(2022) with
        {
            Visits = [.. Draft(2022), city with { Area = Changan, Kind = VisitKind.Special, Group = 2 }],
        }).First(f => f.Name == FindingName.DatesOverlap);
        Assert.Equal(VisitKind.CityInspection, new[] { finding.Visit!, finding.Other! }.First(v => v.Area == City).Kind);
    }

    [Theory]
    [InlineData("2027-10-01", "2027-10-09")]
    [InlineData("2027-09-29", "2027-10-09")] // over the festival
    [InlineData("2027-08-28", "2027-09-03")] // from a Saturday
    [InlineData("2027-08-30", "2027-09-04")] // until a Saturday
    public void AVisitOnDaysOff_IsSaid_WithDaysInstead(string from, string to)
    {
        var visit = new Visit(8, Changan, Date(from), Date(to), VisitKind.Special);
        var finding = Assert.Single(
            Check(v => [.. v, visit]),
            f => f.Name == FindingName.OnDaysOff);
        Assert.NotNull(finding.Takes!.From);
        Assert.True(Draft().Where(v => v.Group == finding.Takes.Group)
            .All(v => v.To < finding.Takes.From || v.From > finding.Takes.To));
    }

    [Fact]
    public void AVisitWhereTheTeamKeepsAway_IsRecused()
    {
        var findings = PlanChecker.Check(Plan(2027) with
        {
            Visits = Draft(),
            Recused = new Dictionary<(int, int?), IReadOnlySet<AreaCode>> { [(3, null)] = new HashSet<AreaCode> { Changan } },
        });
        Assert.NotEmpty(findings);
        Assert.All(findings, f => Assert.Equal((FindingName.Recused, Changan), (f.Name, f.Place)));
    }

    [Fact]
    public void AGroupBeyondThoseOfTheTeam_IsNamed()
    {
        var findings = Check(v => v.Select((x, i) => i == 5 ? x with { Group = 3 } : x));
        Assert.Contains(findings, f => f is { Name: FindingName.GroupBeyond, Group: 3, Blocks: true });
    }

    /// <summary>In the last year of a term it is told; before, there is time.</summary>
    [Theory]
    [InlineData(2025, false)]
    [InlineData(2026, true)]
    public void TheCityItself_IsDueBeforeTheTermEnds(int year, bool found)
    {
        var findings = PlanChecker.Check(Plan(year) with
        {
            Visits = [.. Draft(year).Where(v => v.Kind != VisitKind.CityInspection)],
        });
        Assert.Equal(found, findings.Any(f => f is { Name: FindingName.CityNotInspected, Takes.Days: 31 }));
    }

    [Fact]
    public void TheCityItselfThreeTimesInATerm_IsTooOften()
    {
        Visit Of(int year) => new(9, City, new(year, 3, 1), new(year, 4, 14), VisitKind.CityInspection);
        var findings = PlanChecker.Check(Plan(2026) with
        {
            Visits = [.. Draft(2026).Where(v => v.Kind != VisitKind.CityInspection), Of(2023), Of(2024), Of(2026)],
        });
        Assert.Contains(findings, f => f is { Name: FindingName.CityInspectedTooOften, Count: 3 });
    }

    private static PlanYear Plan(int year) =>
        new(City, year, Hebei, PlanProfile.BuiltIn, WorkingCalendar.BuiltIn, []) { Groups = 2 };

    private static IReadOnlyList<Visit> Draft(int year = 2027) => YearPlanner.Draft(Plan(year), 3, 2).Drafted;

    private static IReadOnlyList<Finding> Check(Func<IReadOnlyList<Visit>, IEnumerable<Visit>> change) =>
        PlanChecker.Check(Plan(2027) with { Visits = [.. change(Draft())] });

    private static Visit Residency(int team, string city, int year) =>
        new(team, AreaCode.Parse(city), new(year, 1, 1), new(year, 12, 31), VisitKind.Residency);

    private static LocalDate Date(string text) => LiaisonBot.Tests.Calendar.Day.Of(text);
}
