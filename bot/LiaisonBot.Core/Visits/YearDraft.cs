using LiaisonBot.Core.Areas;
using LiaisonBot.Core.People;
using NodaTime;

namespace LiaisonBot.Core.Visits;

/// <summary>One attempt at a year: so many inspections a group, with the city itself or without.</summary>
internal sealed class YearDraft
{
    private readonly PlanYear plan;
    private readonly int team;
    private readonly IReadOnlyList<Visit> kept;
    private readonly bool withCity;
    private readonly OccupiedDays days;
    private readonly int[] inspectionsLeft;
    private readonly List<Visit> visits = [];
    private readonly List<Unplaced> unplaced = [];

    /// <param name="kept">Everything that stays, the residency of the year included.</param>
    public YearDraft(PlanYear plan, int team, IReadOnlyList<Visit> kept, int inspections, bool withCity)
    {
        (this.plan, this.team, this.kept, this.withCity) = (plan, team, kept, withCity);
        days = OccupiedDays.Of(plan, team, kept);
        inspectionsLeft = [.. days.Groups.Select((_, i) => Math.Max(0, inspections - Inspected(i + 1)))];
        // Those that say no group are taken off the groups in turn.
        for (var i = Inspected(null); i > 0; i--)
        {
            var group = Array.FindLastIndex(inspectionsLeft, left => left == inspectionsLeft.Max());
            inspectionsLeft[group] = Math.Max(0, inspectionsLeft[group] - 1);
        }
    }

    public (IReadOnlyList<Visit> Visits, IReadOnlyList<Unplaced> Unplaced, int DaysLeft, bool WithCity) Make()
    {
        var counties = plan.Counties.Where(county => MayAnyGroup(county) && !IsInspected(county)).ToList();
        var inspect = counties.OrderBy(LastInspected)
            .ThenBy(county => county)
            .Take(inspectionsLeft.Sum())
            .ToList();
        var others = counties.Except(inspect).ToList();
        foreach (var county in others.Where(county => !HasVisit(county, plan.IsInFirstHalf)))
        {
            PlaceHalf(county, plan.Profile.FirstHalf, plan.Days.First, plan.Days.Middle, secondHalf: false);
        }

        if (withCity)
        {
            Place(
                new(plan.City, VisitKind.CityInspection, plan.Profile.CityInspectionDays),
                days.FreeForAll(plan.Days.First, plan.Days.Last, plan.Profile.CityInspectionDays));
        }

        foreach (var county in inspect)
        {
            PlaceInspection(county);
        }

        foreach (var county in others.Where(county => !HasVisit(county, v => !plan.IsInFirstHalf(v))))
        {
            PlaceHalf(
                county,
                plan.Profile.SecondHalf,
                plan.Days.Middle.PlusDays(1),
                plan.Days.Last,
                secondHalf: true);
        }

        return (visits, unplaced, days.Left(), withCity);
    }

    private void PlaceInspection(AreaCode county)
    {
        var count = plan.Profile.InspectionDays;
        var free = days.Free(
            plan.Days.First,
            plan.Days.Last,
            count,
            whole: false,
            may: i => inspectionsLeft[i] > 0 && MayGroup(i, county),
            there: There(county));
        if (free.Group is { } group)
        {
            inspectionsLeft[group - 1]--;
        }

        Place(new(county, VisitKind.Inspection, count), free);
    }

    private void PlaceHalf(AreaCode county, VisitKind kind, LocalDate from, LocalDate to, bool secondHalf)
    {
        var count = plan.Profile.HalfYearDays;
        Place(new(county, kind, count, secondHalf), days.Free(from, to, count, whole: true, i => MayGroup(i, county), There(county)));
    }

    private void Place(Unplaced what, Takes free)
    {
        if (free is not { From: { } from, To: { } to })
        {
            unplaced.Add(what);
            return;
        }

        visits.Add(new(team, what.Place, from, to, what.Kind) { Group = free.Group, State = VisitState.Drafted });
        foreach (var group in free.Group is { } number ? [days.Groups[number - 1]] : days.Groups)
        {
            group.Take(from, to);
        }
    }

    private bool MayGroup(int index, AreaCode county) => !plan.IsRecused(team, index + 1, county);

    private bool MayAnyGroup(AreaCode county) => Enumerable.Range(0, days.Groups.Count).Any(i => MayGroup(i, county));

    /// <summary>When somebody is in the county already, of whatever team.</summary>
    private GroupDays? There(AreaCode county)
    {
        GroupDays? there = null;
        foreach (var visit in kept.Where(v => v.Area == county))
        {
            there ??= new(plan.Days);
            there.Take(visit.From, visit.To);
        }

        return there;
    }

    private int Inspected(int? group) => kept.Count(v =>
        v.Kind == VisitKind.Inspection && v.Team == team && v.Group == group && plan.IsOfYear(v));

    private bool IsInspected(AreaCode county) =>
        kept.Any(v => v.Kind == VisitKind.Inspection && v.Area == county && plan.IsOfYear(v));

    private bool HasVisit(AreaCode county, Func<Visit, bool> inHalf) =>
        kept.Any(v => v.Area == county
            && plan.IsOfYear(v)
            && plan.Profile.CoveredBy.Contains(v.Kind)
            && inHalf(v));

    /// <summary>When its last inspection ends, or by the plans will have ended, before the year; never comes first.</summary>
    private LocalDate LastInspected(AreaCode county) => kept
        .Where(v => v.Kind == VisitKind.Inspection && v.Area == county && v.To < plan.Days.First)
        .Select(v => v.To)
        .DefaultIfEmpty(LocalDate.MinIsoValue)
        .Max();
}
