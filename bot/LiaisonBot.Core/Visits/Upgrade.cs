using LiaisonBot.Core.Areas;
using LiaisonBot.Core.People;

namespace LiaisonBot.Core.Visits;

/// <summary>Why a county is not upgraded.</summary>
public enum UpgradeRefusal
{
    /// <summary>A leader asks for a county of the own team's city; the office records the consent.</summary>
    NotAllowed,

    /// <summary>A county of a city of the province.</summary>
    NoCounty,

    /// <summary>No team lives in its city this year.</summary>
    NoTeam,
    AlreadyInspected,

    /// <summary>No group has so many days left this year.</summary>
    NoDays,

    /// <summary>The consent of the leading group has a 文号.</summary>
    NumberMissing,
    NumberTooLong,
    ReasonMissing,
    ReasonTooLong,
}

/// <summary>A patrol that becomes an inspection (升级), and what gives way to it.</summary>
/// <param name="Inspection">Fixed by hand: the planner leaves it as it is.</param>
/// <param name="Old">The visit that it takes the place of; null when none was to come.</param>
/// <param name="Plan">The year with it: drafts of the planner go around it, and nothing else changes.</param>
public sealed record Upgrade(Visit Inspection, Visit? Old, YearPlan Plan)
{
    /// <summary>
    /// The inspection begins where the visit would have, or on the first days on which a group is free.
    /// </summary>
    public static (Upgrade? Upgrade, UpgradeRefusal? Why) Of(PlanYear plan, AreaCode county)
    {
        if (!plan.Counties.Contains(county))
        {
            return (null, UpgradeRefusal.NoCounty);
        }

        if (plan.Residents(plan.City, plan.Year) is not [var team, ..])
        {
            return (null, UpgradeRefusal.NoTeam);
        }

        var there = plan.Standing.Where(v => v.Area == county && plan.IsOfYear(v)).OrderBy(v => v.From).ToList();
        if (there.Exists(v => v.Kind == VisitKind.Inspection))
        {
            return (null, UpgradeRefusal.AlreadyInspected);
        }

        var old = there.Find(v => v.Team == team && v.From >= plan.Earliest && plan.Profile.CoveredBy.Contains(v.Kind));
        var groups = Math.Clamp(
            plan.Standing.Where(v => v.Team == team && plan.IsOfYear(v)).Max(v => v.Group) ?? 0,
            plan.Profile.Groups.Fewest,
            plan.Profile.Groups.Most);
        plan = plan with { Groups = groups };
        var stays = plan.Standing.Where(v => v != old && !YearPlanner.IsReplaced(plan, v)).ToList();
        // Who lives there by a draft of the planner lives there.
        var home = plan.Standing.Where(v => v.Kind == VisitKind.Residency && !stays.Contains(v)).ToList();
        var free = OccupiedDays.Of(plan, team, [.. stays, .. home]).Free(
            old?.From ?? plan.Days.First,
            plan.Days.Last,
            plan.Profile.InspectionDays,
            whole: false,
            may: i => (old?.Group is not { } group || i == group - 1) && !plan.IsRecused(team, i + 1, county));
        if (free is not { From: { } from, To: { } to, Group: { } its })
        {
            return (null, UpgradeRefusal.NoDays);
        }

        var inspection = new Visit(team, county, from, to, VisitKind.Inspection)
        {
            Group = its,
            State = VisitState.Approved,
            ByHand = true,
        };
        var with = plan with { Visits = [.. plan.Visits.Where(v => v != old), inspection] };
        var hasDrafts = with.Standing.Any(v => v.Kind != VisitKind.Residency && YearPlanner.IsReplaced(with, v));
        return (
            new(
                inspection,
                old,
                hasDrafts
                    ? YearPlanner.Draft(with, team, groups)
                    : new(with, team, groups, [.. with.Standing], [], [], [], 0, PlanChecker.Check(with), WithoutCity: false)),
            null);
    }

    /// <summary>Visits that are no more, or on other days: the old one of the county is not among them.</summary>
    public IEnumerable<Visit> GivesWay => Plan.GivenUp.Where(v => v != Old);

    /// <summary>
    /// What the checker finds about the county, its group and what gives way: what else a year lacks is no part of it.
    /// </summary>
    public IEnumerable<Finding> Concerning => Plan.Findings.Where(f =>
        f.Place == Inspection.Area
            || f.Visit?.Area == Inspection.Area
            || f.Other?.Area == Inspection.Area
            || (f.Name == FindingName.TooManyInspections && (f.Group is null || f.Group == Inspection.Group))
            || GivesWay.Any(v => v.Area == f.Place));
}
