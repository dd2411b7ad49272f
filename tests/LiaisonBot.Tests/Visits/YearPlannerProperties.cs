using CsCheck;
using LiaisonBot.Core.Areas;
using LiaisonBot.Core.Calendar;
using LiaisonBot.Core.People;
using LiaisonBot.Core.Visits;
using NodaTime;

namespace LiaisonBot.Tests.Visits;

/// <summary>A drafted year is in order, whatever the province, and leaves alone what was fixed by hand.</summary>
[Trait("Kind", "Sweep")]
public sealed class YearPlannerProperties
{
    private static readonly IReadOnlyList<AreaBook> Books = [.. AreaBook.Provinces.Order().Select(p => AreaBook.Load(p, []))];

    private static readonly IReadOnlyList<(AreaBook Book, AreaCode City)> Cities =
        [.. Books.SelectMany(book => ProvincePlanner.Cities(book).Select(city => (book, city)))];

    private static readonly Gen<(AreaBook Book, AreaCode City)> AnyCity = Gen.OneOf<(AreaBook Book, AreaCode City)>([.. Cities]);

    /// <summary>With a notice, and without one.</summary>
    private static readonly Gen<int> AnyYear = Gen.OneOf<int>(2024, 2025, 2026, 2027, 2028);

    private static readonly Gen<int> AnyGroups = Gen.Int[2, 3];

    [Fact]
    public void Draft_OfEveryCity_HasNoFindingsAndFits()
    {
        Assert.True(Cities.Count > 300);
        foreach (var ((book, city), at) in Cities.Select((where, at) => (where, at)))
        {
            // A year with a notice and one without, two groups and three: each city in one of the four ways.
            var plan = YearPlanner.Draft(Plan(book, city, 2026 + (at % 2)), 3, 2 + (at / 2 % 2));
            Assert.Empty(plan.Findings);
            Assert.Empty(plan.Unplaced);
            Assert.False(plan.WithoutCity);
            Assert.Empty(Faults(plan, [.. plan.All]));
        }
    }

    /// <summary>Worked out by hand: the first days of 2026 with two groups, by the notice of that year.</summary>
    [Fact]
    public void Draft_OfShijiazhuang_BeginsAsOneWouldByHand()
    {
        var (book, city) = Cities.Single(c => c.City.Value == "1301");
        var plan = YearPlanner.Draft(Plan(book, city, 2026), 3, 2);
        Assert.Equal(
            [
                "1301 Residency 0 2026-01-01 2026-12-31",
                // The first twelve counties by their codes are inspected; the other ten are patrolled.
                "130127 Patrol 1 2026-01-04 2026-01-08", // from the Sunday that is worked
                "130128 Patrol 2 2026-01-04 2026-01-08",
                "130129 Patrol 1 2026-01-09 2026-01-15",
                "130130 Patrol 2 2026-01-09 2026-01-15",
                "130131 Patrol 1 2026-01-16 2026-01-22",
                "130132 Patrol 2 2026-01-16 2026-01-22",
                "130133 Patrol 1 2026-01-23 2026-01-29",
                "130181 Patrol 2 2026-01-23 2026-01-29",
                "130183 Patrol 1 2026-01-30 2026-02-05",
                "130184 Patrol 2 2026-01-30 2026-02-05",
                // 31 days worked over the Spring Festival.
                "1301 CityInspection 0 2026-02-06 2026-03-26",
                "130102 Inspection 1 2026-03-27 2026-04-27",
            ],
            plan.Drafted.Take(13).Select(Written));
    }

    private static string Written(Visit v) => string.Create(
        System.Globalization.CultureInfo.InvariantCulture,
        $"{v.Area} {v.Kind} {v.Group ?? 0} {v.From:yyyy-MM-dd} {v.To:yyyy-MM-dd}");

    /// <summary>Five or six a group, unless there are not as many counties.</summary>
    [Fact]
    public void Draft_OfEveryCity_InspectsAsManyAsTheProfileSays()
    {
        foreach (var (book, city) in Cities)
        {
            var plan = YearPlanner.Draft(Plan(book, city, 2027), 1, 2);
            var counties = book.All.Count(a => a.Code.Value.Length == 6 && a.Code.Value[..4] == city.Value);
            var inspected = plan.Drafted.Count(v => v.Kind == VisitKind.Inspection);
            Assert.InRange(inspected, Math.Min(10, counties), Math.Min(12, counties));
            Assert.Equal(counties, plan.Drafted.Where(v => v.Area != city).Select(v => v.Area).Distinct().Count());
        }
    }

    [Fact]
    public void Draft_Again_IsTheSame() =>
        Gen.Select(AnyCity, AnyYear, AnyGroups, AnyHand(4)).Sample((where, year, groups, hand) =>
        {
            var plan = Plan(where.Book, where.City, year) with { Visits = Visits(where, year, groups, hand) };
            var first = YearPlanner.Draft(plan, 5, groups);
            var again = YearPlanner.Draft(plan with { Visits = [.. first.Kept, .. first.Drafted] }, 5, groups);
            Assert.Equal(first.Drafted, again.Drafted);
            Assert.Empty(again.GivenUp);
            // The order in which visits are stored says nothing.
            var other = YearPlanner.Draft(plan with { Visits = [.. plan.Visits.Reverse()] }, 5, groups);
            Assert.Equal(first.Drafted, other.Drafted);
        }, iter: 200);

    [Fact]
    public void Draft_WithVisitsFixedByHand_KeepsEachAsItIs() =>
        Gen.Select(AnyCity, AnyYear, AnyGroups, AnyHand(8)).Sample((where, year, groups, hand) =>
        {
            var visits = Visits(where, year, groups, hand);
            var first = YearPlanner.Draft(Plan(where.Book, where.City, year) with { Visits = visits }, 5, groups);
            Assert.Equal(visits, first.Kept);
            Assert.Empty(first.GivenUp);
            // What was drafted around them never meets them.
            foreach (var drafted in first.Drafted.Where(v => v.Kind != VisitKind.Residency))
                foreach (var byHand in visits.Where(v => v.Group is not null))
                    Assert.False(
                        drafted.From <= byHand.To && byHand.From <= drafted.To
                            && (drafted.Group is null || drafted.Group == byHand.Group || drafted.Area == byHand.Area),
                        $"{drafted} meets {byHand}");
        }, iter: 200);

    /// <summary>The days that are left say why something is missing, and nothing is missing in silence.</summary>
    [Fact]
    public void Draft_WithLittleTime_SaysWhatDoesNotFit() =>
        Gen.Select(AnyCity, AnyYear, AnyGroups, Gen.Int[1, 365]).Sample((where, year, groups, day) =>
        {
            var earliest = new LocalDate(year, 1, 1).PlusDays(day);
            var plan = YearPlanner.Draft(Plan(where.Book, where.City, year) with { Earliest = earliest }, 5, groups);
            Assert.All(plan.Drafted, v => Assert.True(v.From >= earliest));
            var missing = plan.Unplaced.Where(u => u.Place != where.City).Select(u => u.Place).ToHashSet();
            var found = plan.Findings.Where(f => f.Name is FindingName.CountyUnplanned
                or FindingName.FirstHalfMissing
                or FindingName.SecondHalfMissing).Select(f => f.Place).ToHashSet();
            Assert.Equal(missing.Order(), found.Order());
            Assert.DoesNotContain(plan.Findings, f => f.Name is not (FindingName.CountyUnplanned
                or FindingName.FirstHalfMissing
                or FindingName.SecondHalfMissing
                or FindingName.NoTeam
                or FindingName.CityNotInspected));
        }, iter: 200);

    [Fact]
    public void Draft_WithPlacesOfRecusal_KeepsAwayAndSaysSo() =>
        Gen.Select(AnyCity, AnyGroups, Gen.Int[0, 1000]).Sample((where, groups, seed) =>
        {
            var counties = where.Book.Children(where.City).Where(a => a.Level == AreaLevel.County).ToList();
            if (counties.Count == 0)
            {
                return;
            }

            var away = counties[seed % counties.Count].Code;
            var plan = YearPlanner.Draft(
                Plan(where.Book, where.City, 2027) with
                {
                    Recused = new Dictionary<(int, int?), IReadOnlySet<AreaCode>> { [(5, null)] = new HashSet<AreaCode> { away } },
                },
                5,
                groups);
            Assert.DoesNotContain(plan.Drafted, v => v.Area == away);
            var finding = Assert.Single(plan.Findings);
            Assert.Equal((FindingName.CountyUnplanned, away), (finding.Name, finding.Place));
        }, iter: 200);

    /// <summary>Where one group keeps away another goes, and nothing is missing.</summary>
    [Fact]
    public void Draft_WhereAGroupIsRecused_SendsAnother() =>
        Gen.Select(AnyCity, AnyGroups, Gen.Int[0, 1000], Gen.Int[1, 3]).Sample((where, groups, seed, group) =>
        {
            var counties = where.Book.Children(where.City).Where(a => a.Level == AreaLevel.County).ToList();
            if (counties.Count == 0 || group > groups)
            {
                return;
            }

            var away = counties[seed % counties.Count].Code;
            var plan = YearPlanner.Draft(
                Plan(where.Book, where.City, 2027) with
                {
                    Recused = new Dictionary<(int, int?), IReadOnlySet<AreaCode>>
                    {
                        [(5, group)] = new HashSet<AreaCode> { away },
                    },
                },
                5,
                groups);
            Assert.Empty(plan.Findings);
            Assert.Contains(plan.Drafted, v => v.Area == away);
            Assert.DoesNotContain(plan.Drafted, v => v.Area == away && v.Group == group);
        }, iter: 200);

    /// <summary>Whom nobody inspected for longest comes first; whom nobody ever did, before all.</summary>
    [Fact]
    public void Draft_AfterInspections_TakesThoseNotSeenForLongest() =>
        Gen.Select(AnyCity, Gen.Int[0, 5].Array[30]).Sample((where, ages) =>
        {
            var counties = where.Book.Children(where.City).Where(a => a.Level == AreaLevel.County).Select(a => a.Code).ToList();
            var past = counties.Select((c, i) => (County: c, Age: ages[i % ages.Length]))
                .Where(c => c.Age > 0)
                .Select(c => new Visit(9, c.County, new(2027 - c.Age, 3, 1), new(2027 - c.Age, 3, 30), VisitKind.Inspection))
                .ToList();
            var plan = YearPlanner.Draft(Plan(where.Book, where.City, 2027) with { Visits = past }, 5, 2);
            var inspected = plan.Drafted.Where(v => v.Kind == VisitKind.Inspection).Select(v => v.Area).ToHashSet();
            int Age(AreaCode county) => past.Where(v => v.Area == county).Select(v => 2027 - v.From.Year).DefaultIfEmpty(99).Min();
            foreach (var left in counties.Where(c => !inspected.Contains(c)))
                Assert.All(inspected, seen => Assert.True(Age(seen) >= Age(left)));
        }, iter: 200);

    [Fact]
    public void Allot_OfEveryProvince_GivesEachCityATeamThatWasElsewhere()
    {
        foreach (var book in Books)
        {
            var cities = ProvincePlanner.Cities(book);
            IReadOnlyList<Visit> visits = [];
            for (var year = 2026; year < 2030; year++)
            {
                var (of, before) = (year, visits);
                var teams = ProvincePlanner.Allot(cities, c => Plan(book, c, of) with { Visits = before }, []);
                Assert.Equal(cities, teams.Keys);
                Assert.Equal(cities.Count, teams.Values.Distinct().Count());
                Assert.DoesNotContain(teams, t => before.Any(v =>
                    v.Team == t.Value && v.Area == t.Key && v.From.Year == of - 1));
                visits =
                [
                    .. visits,
                    .. teams.Select(t => new Visit(t.Value, t.Key, new(of, 1, 1), new(of, 12, 31), VisitKind.Residency)),
                ];
            }
        }
    }

    /// <summary>The checker and a witness that goes through the year day by day agree on every year that people made.</summary>
    [Fact]
    public void Check_OfAPlanWithChanges_FindsWhatTheWitnessFinds() =>
        Gen.Select(AnyCity, AnyYear, AnyGroups, Gen.Int[0, 100_000], Gen.Int[0, 4], Gen.Int[-40, 40]).Sample(
            (where, year, groups, at, change, by) =>
            {
                var plan = YearPlanner.Draft(Plan(where.Book, where.City, year), 5, groups);
                var visits = plan.All.ToList();
                var i = at % visits.Count;
                var visit = visits[i];
                switch (change)
                {
                    case 0:
                        visits.RemoveAt(i);
                        break;
                    case 1 when visit.Kind != VisitKind.Residency:
                        visits[i] = visit with { From = visit.From.PlusDays(by), To = visit.To.PlusDays(by) };
                        break;
                    case 2 when visit.Group is not null:
                        visits[i] = visit with { Group = (visit.Group % groups) + 1 };
                        break;
                    case 3:
                        visits[i] = visit with { State = VisitState.Cancelled };
                        break;
                    default:
                        break;
                }

                if (visits[Math.Min(i, visits.Count - 1)].From.Year != year)
                {
                    return;
                }

                var found = PlanChecker.Check(Plan(where.Book, where.City, year) with { Visits = visits, Groups = groups });
                var standing = visits.Where(v => v.State != VisitState.Cancelled).ToList();
                var faults = PlanWitness.Faults(
                    where.City,
                    year,
                    5,
                    groups,
                    standing,
                    [.. where.Book.Children(where.City).Select(a => a.Code)],
                    WorkingCalendar.BuiltIn);
                // A moved visit may have a day more or less: how long it is is nobody's finding.
                faults = [.. faults.Where(f => !f.Contains(" days instead of ", StringComparison.Ordinal))];
                // In the last year of a term the city itself has to have been inspected.
                var city = year == 2026 && !standing.Exists(v => v.Kind == VisitKind.CityInspection);
                Assert.True(
                    (faults.Count > 0 || city) == found.Count > 0,
                    $"{string.Join("; ", faults)} / {string.Join("; ", found)}");
            }, iter: 500);

    /// <summary>An inspection in place of a patrol: no group gets a seventh, and whatever moves is named.</summary>
    [Fact]
    public void Upgrade_OfAPatrol_TakesItsDaysAndNamesWhatGivesWay() =>
        Gen.Select(AnyCity, AnyYear, AnyGroups, Gen.Int[0, 1000]).Sample((where, year, groups, at) =>
        {
            var draft = YearPlanner.Draft(Plan(where.Book, where.City, year), 5, groups);
            var patrols = draft.Drafted.Where(v => v.Kind == VisitKind.Patrol).ToList();
            if (patrols.Count == 0)
            {
                return;
            }

            var patrol = patrols[at % patrols.Count];
            var plan = Plan(where.Book, where.City, year) with { Visits = draft.Drafted };
            var (upgrade, why) = Upgrade.Of(plan, patrol.Area);
            Assert.Null(why);
            Assert.Equal((patrol, patrol.Area, patrol.From, patrol.Group), (upgrade!.Old, upgrade.Inspection.Area, upgrade.Inspection.From, upgrade.Inspection.Group));
            var after = upgrade.Plan.All.ToList();
            Assert.Contains(upgrade.Inspection, after);
            Assert.DoesNotContain(after, v => v.Area == patrol.Area && v != upgrade.Inspection);
            Assert.All(
                after.Where(v => v.Kind == VisitKind.Inspection).GroupBy(v => v.Group),
                group => Assert.True(group.Count() <= 6));
            var gone = draft.Drafted.Where(v => !after.Exists(v.IsSameAs)).ToHashSet();
            Assert.Equal(gone, upgrade.GivesWay.Append(patrol).ToHashSet());
            Assert.Equal(upgrade.Plan.Unplaced.Count == 0, upgrade.Plan.Findings.Count == 0);
            Assert.Equal(UpgradeRefusal.AlreadyInspected, Upgrade.Of(plan with { Visits = after }, patrol.Area).Why);
        }, iter: 150);

    private static PlanYear Plan(AreaBook book, AreaCode city, int year) =>
        new(city, year, book, PlanProfile.BuiltIn, WorkingCalendar.BuiltIn, []);

    private static IReadOnlyList<string> Faults(YearPlan plan, IReadOnlyList<Visit> visits) => PlanWitness.Faults(
        plan.Of.City,
        plan.Of.Year,
        plan.Team,
        plan.Groups,
        visits,
        [.. plan.Of.Areas.All.Select(a => a.Code).Where(c => c.Value.Length == 6 && c.City == plan.Of.City)],
        WorkingCalendar.BuiltIn);

    private static Gen<(int County, int Day, int Length, int Group, int Kind, bool Announced)[]> AnyHand(int most) =>
        Gen.Select(Gen.Int[0, 1000], Gen.Int[0, 360], Gen.Int[1, 40], Gen.Int[0, 3], Gen.Int[0, 3], Gen.Bool).Array[0, most];

    private static IReadOnlyList<Visit> Visits(
        (AreaBook Book, AreaCode City) where,
        int year,
        int groups,
        (int County, int Day, int Length, int Group, int Kind, bool Announced)[] hand)
    {
        var counties = where.Book.Children(where.City).Where(a => a.Level == AreaLevel.County).ToList();
        return counties.Count == 0 ? [] : [.. hand.Select(h =>
        {
            var from = new LocalDate(year, 1, 1).PlusDays(h.Day);
            return new Visit(
                5,
                counties[h.County % counties.Count].Code,
                from,
                LocalDate.Min(from.PlusDays(h.Length), new(year, 12, 31)),
                new[] { VisitKind.Inspection, VisitKind.Patrol, VisitKind.ReturnVisit, VisitKind.Special }[h.Kind])
            {
                Group = h.Group == 0 ? null : Math.Min(h.Group, groups),
                State = h.Announced ? VisitState.Announced : VisitState.Drafted,
                ByHand = !h.Announced,
            };
        })
            .DistinctBy(v => (v.From, v.Area))];
    }
}
