using LiaisonBot.Core.Areas;
using LiaisonBot.Core.Calendar;
using LiaisonBot.Core.People;
using NodaTime;

namespace LiaisonBot.Core.Visits;

/// <summary>A city and a year, and everything that its plan is made and judged by. Nothing in it changes.</summary>
/// <param name="Visits">Of the whole province and all years, whatever their state; cancelled ones do not count.</param>
public sealed record PlanYear(
    AreaCode City,
    int Year,
    AreaBook Areas,
    PlanProfile Profile,
    WorkingCalendar Calendar,
    IReadOnlyList<Visit> Visits)
{
    /// <summary>Days around New Year on which two teams may be in one city while one takes over from the other.</summary>
    private const int DaysOfChange = 31;

    /// <summary>Of the team that lives there; null while nobody said: then as many as its visits have.</summary>
    public int? Groups { get; init; }

    /// <summary>
    /// Places that a group of a team keeps away from (回避), by the numbers of both; without a group, the whole team. A
    /// city stands for all that lies in it.
    /// </summary>
    public IReadOnlyDictionary<(int Team, int? Group), IReadOnlySet<AreaCode>> Recused { get; init; } =
        new Dictionary<(int, int?), IReadOnlySet<AreaCode>>();

    /// <summary>Nothing is planned before: what is over cannot be planned any more.</summary>
    public LocalDate Earliest { get; init; } = LocalDate.MinIsoValue;

    public PlanDays Days { get; } = new(Calendar, Year);

    public IEnumerable<Visit> Standing => Visits.Where(v => v.State != VisitState.Cancelled);

    /// <summary>Counties, districts and cities at county level; units that the office added are visited as it wants.</summary>
    public IReadOnlyList<AreaCode> Counties { get; } =
        [.. Areas.Children(City).Where(a => a.Level == AreaLevel.County).Select(a => a.Code)];

    /// <summary>Of people who belong to no group, for all groups of their team; of a team as a whole, if any of it is.</summary>
    public static IReadOnlyDictionary<(int Team, int? Group), IReadOnlySet<AreaCode>> RecusedOf(
        IEnumerable<Person> people,
        LocalDate day) => people
        .SelectMany(p => p.Entered
            .Where(g => g.Team is not null && !g.HasEnded(day))
            .SelectMany(g => p.Recusals.Select(place => (Of: (g.Team!.Value, g.Group), Place: place))))
        .GroupBy(r => r.Of)
        .ToDictionary(
            r => r.Key,
            IReadOnlySet<AreaCode> (r) => r.Select(one => one.Place).ToHashSet());

    /// <param name="group">Null for the whole team: then anybody of it counts.</param>
    public bool IsRecused(int team, int? group, AreaCode area) => Recused.Any(r =>
        r.Key.Team == team
        && (group is null || r.Key.Group is null || r.Key.Group == group)
        && r.Value.Any(place => place.Contains(area)));

    /// <summary>Whether a visit counts in this year: it belongs to the year in which it begins.</summary>
    public bool IsOfYear(Visit visit) => visit.From.Year == Year;

    public bool IsInFirstHalf(Visit visit) => visit.From <= Days.Middle;

    /// <summary>Teams that live in a city in a year, the few days of a change left out, in the order of numbers.</summary>
    public IReadOnlyList<int> Residents(AreaCode city, int year) =>
    [
        .. Standing.Where(v => v.Kind == VisitKind.Residency && v.Area == city && LivesIn(v, year))
            .Select(v => v.Team)
            .Distinct()
            .Order(),
    ];

    /// <summary>Whether a team lived in a city in one of the years before, in which it should have been elsewhere.</summary>
    public bool LivedThereBefore(int team, AreaCode city) =>
        Enumerable.Range(Year - Profile.RestYears, Profile.RestYears).Any(year => Residents(city, year).Contains(team));

    public static bool LivesIn(Visit residency, int year)
    {
        var from = LocalDate.Max(residency.From, new(year, 1, 1));
        var to = LocalDate.Min(residency.To, new(year, 12, 31));
        return to >= from && Period.DaysBetween(from, to) + 1 > DaysOfChange;
    }
}
