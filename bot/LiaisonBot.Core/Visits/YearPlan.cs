using LiaisonBot.Core.Areas;
using LiaisonBot.Core.People;

namespace LiaisonBot.Core.Visits;

/// <summary>A visit for which there are no days left.</summary>
/// <param name="Days">Working days that it would take of a group; of the city itself, of each.</param>
/// <param name="SecondHalf">Null for one that may be in either half.</param>
public sealed record Unplaced(AreaCode Place, VisitKind Kind, int Days, bool? SecondHalf = null);

/// <summary>A drafted year of a city.</summary>
/// <param name="Kept">What stays as it is: fixed by hand, or further than a draft; also of other teams.</param>
/// <param name="Drafted">All that the planner adds, in the order of days.</param>
/// <param name="GivenUp">Drafts of the planner from before that are not in this one.</param>
/// <param name="Unplaced">What does not fit.</param>
/// <param name="DaysLeft">Worked days that all groups together have left.</param>
/// <param name="Findings">Of the checker, about all of it.</param>
/// <param name="WithoutCity">The city itself would be due and does not fit; there are later years of the term.</param>
public sealed record YearPlan(
    PlanYear Of,
    int Team,
    int Groups,
    IReadOnlyList<Visit> Kept,
    IReadOnlyList<Visit> Drafted,
    IReadOnlyList<Visit> GivenUp,
    IReadOnlyList<Unplaced> Unplaced,
    int DaysLeft,
    IReadOnlyList<Finding> Findings,
    bool WithoutCity)
{
    /// <summary>It is not written while who lives where is not in order.</summary>
    public bool IsBlocked => Findings.Any(f => f.Blocks);

    /// <summary>Working days that are missing; of the city itself, of one group.</summary>
    public int DaysMissing => Unplaced.Sum(u => u.Days);

    /// <summary>The visits of the city and year as they would stand.</summary>
    public IEnumerable<Visit> All => Kept
        .Where(v => v.State != VisitState.Cancelled && Of.City.Contains(v.Area) && Of.IsOfYear(v))
        .Concat(Drafted);
}
