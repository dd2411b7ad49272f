using LiaisonBot.Core.People;
using NodaTime;

namespace LiaisonBot.Core.Visits;

/// <summary>Where each group of a team is in a year already.</summary>
internal sealed class OccupiedDays
{
    private readonly PlanDays days;
    private readonly LocalDate first;
    private readonly LocalDate last;

    private OccupiedDays(PlanDays days, IReadOnlyList<GroupDays> groups, LocalDate first, LocalDate last) =>
        (this.days, Groups, this.first, this.last) = (days, groups, first, last);

    /// <summary>By the number of the group, from 0.</summary>
    public IReadOnlyList<GroupDays> Groups { get; }

    /// <param name="team">Null when none lives there: then nobody is free.</param>
    /// <param name="visits">Those that stand.</param>
    public static OccupiedDays Of(PlanYear plan, int? team, IEnumerable<Visit> visits)
    {
        var standing = visits.Where(v => v.Team == team).ToList();
        var home = standing.Find(v =>
            v.Kind == VisitKind.Residency && v.Area == plan.City && PlanYear.LivesIn(v, plan.Year));
        var away = standing.Where(v =>
                v.Kind != VisitKind.Residency && v.From <= plan.Days.Last && v.To >= plan.Days.First)
            .OrderBy(v => v.From)
            .ThenBy(v => v.Area)
            .ToList();
        var count = plan.Groups
            ?? Math.Max(plan.Profile.Groups.Fewest, Math.Min(away.Max(v => v.Group) ?? 0, plan.Profile.Groups.Most));
        List<GroupDays> groups = team is null ? [] : [.. Enumerable.Range(0, count).Select(_ => new GroupDays(plan.Days))];
        foreach (var visit in away)
        {
            foreach (var group in Of(visit, groups))
            {
                group.Take(visit.From, visit.To);
            }
        }

        return new(
            plan.Days,
            groups,
            LocalDate.Max(home?.From ?? plan.Days.First, plan.Earliest),
            home?.To ?? plan.Days.Last);
    }

    /// <summary>The groups that a visit takes: one that says none takes one that is free, or else all.</summary>
    private static IReadOnlyList<GroupDays> Of(Visit visit, List<GroupDays> groups)
    {
        if (visit.Kind == VisitKind.CityInspection)
        {
            return groups;
        }

        if (visit.Group is { } number)
        {
            return number <= groups.Count ? [groups[number - 1]] : [];
        }

        return groups.Find(g => g.IsFree(visit.From, visit.To)) is { } free ? [free] : groups;
    }

    /// <summary>When which group could come first.</summary>
    /// <param name="may">Which groups may; all when null.</param>
    /// <param name="there">Days on which somebody is in the place already.</param>
    public Takes Free(
        LocalDate from,
        LocalDate to,
        int count,
        bool whole,
        Func<int, bool>? may = null,
        GroupDays? there = null)
    {
        var best = new Takes(count);
        for (var i = 0; i < Groups.Count; i++)
        {
            if (may?.Invoke(i) != false
                && First(there is null ? [Groups[i]] : [Groups[i], there], from, to, count, whole) is { } free
                && !(best.From <= free.From))
            {
                best = new(count, i + 1, free.From, free.To);
            }
        }

        return best;
    }

    /// <summary>When all groups could come first.</summary>
    public Takes FreeForAll(LocalDate from, LocalDate to, int count) =>
        Groups.Count > 0 && First(Groups, from, to, count, whole: false) is { } free
            ? new(count, null, free.From, free.To)
            : new(count);

    /// <summary>Worked days that all groups together still have.</summary>
    public int Left()
    {
        var left = 0;
        for (var day = LocalDate.Max(first, days.First); day <= last && day <= days.Last; day = day.PlusDays(1))
        {
            left += days.IsWorked(day) ? Groups.Count(g => g.IsFree(day, day)) : 0;
        }

        return left;
    }

    private FreeDays? First(IReadOnlyList<GroupDays> groups, LocalDate from, LocalDate to, int count, bool whole) =>
        GroupDays.First(groups, days, LocalDate.Max(from, first), LocalDate.Min(to, last), count, whole);
}
