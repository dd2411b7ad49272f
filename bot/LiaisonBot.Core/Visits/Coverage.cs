using LiaisonBot.Core.Areas;
using LiaisonBot.Core.People;
using NodaTime;

namespace LiaisonBot.Core.Visits;

/// <summary>How far a county is covered in a half-year.</summary>
public enum Cover
{
    /// <summary>A visit has ended.</summary>
    Done,

    /// <summary>One is under way or still to come.</summary>
    Planned,

    /// <summary>None is.</summary>
    Missing,

    /// <summary>None is needed: the county is inspected in the other half of the year.</summary>
    NotNeeded,
}

/// <summary>A county in a half-year.</summary>
/// <param name="By">The visit that makes it so.</param>
public sealed record CoverHalf(Cover Cover, Visit? By = null);

/// <summary>A county in a year.</summary>
/// <param name="LastInspected">The last day of its last inspection that has ended, in whatever year.</param>
public sealed record CoverRow(AreaCode County, CoverHalf First, CoverHalf Second, LocalDate? LastInspected);

/// <summary>Counties covered, planned and missing in a half-year.</summary>
public sealed record CoverCount(int Done, int Planned, int Missing, int NotNeeded);

/// <summary>What of a year was covered by visits that ended. In the order of codes: it is no ranking.</summary>
public sealed record Coverage(int Year, LocalDate Today, IReadOnlyList<CoverRow> Rows)
{
    /// <param name="visits">Those that whoever asks may know of.</param>
    /// <param name="counties">In the order of codes.</param>
    public static Coverage Of(
        IEnumerable<AreaCode> counties,
        int year,
        PlanProfile profile,
        IEnumerable<Visit> visits,
        LocalDate today)
    {
        var byPlace = visits.Where(v => v.State != VisitState.Cancelled && profile.CoveredBy.Contains(v.Kind))
            .OrderBy(v => v.From)
            .ToLookup(v => v.Area);
        return new(year, today, [.. counties.Select(county => RowOf(county, [.. byPlace[county]], year, today))]);
    }

    public CoverCount CountFirst() => Count(Rows.Select(row => row.First.Cover));

    public CoverCount CountSecond() => Count(Rows.Select(row => row.Second.Cover));

    private static CoverCount Count(IEnumerable<Cover> covers)
    {
        var by = covers.CountBy(cover => cover).ToDictionary(pair => pair.Key, pair => pair.Value);
        return new(
            by.GetValueOrDefault(Cover.Done),
            by.GetValueOrDefault(Cover.Planned),
            by.GetValueOrDefault(Cover.Missing),
            by.GetValueOrDefault(Cover.NotNeeded));
    }

    private static CoverRow RowOf(AreaCode county, List<Visit> there, int year, LocalDate today)
    {
        var (first, second) = (
            Half(there, year, today, v => v.From.Month <= 6),
            Half(there, year, today, v => v.From.Month > 6));
        return new(
            county,
            first.Cover == Cover.Missing && IsInspection(second) ? new(Cover.NotNeeded, second.By) : first,
            second.Cover == Cover.Missing && IsInspection(first) ? new(Cover.NotNeeded, first.By) : second,
            there.Where(v => v.Kind == VisitKind.Inspection && HasEnded(v, today)).Max(v => (LocalDate?)v.To));
    }

    /// <summary>An inspection says more than a visit of a few days, and one that has ended more than one to come.</summary>
    private static CoverHalf Half(List<Visit> there, int year, LocalDate today, Func<Visit, bool> isIn)
    {
        var best = there.Where(v => v.From.Year == year && isIn(v))
            .OrderByDescending(v => HasEnded(v, today))
            .ThenByDescending(v => v.Kind == VisitKind.Inspection)
            .FirstOrDefault();
        return best is null ? new(Cover.Missing) : new(HasEnded(best, today) ? Cover.Done : Cover.Planned, best);
    }

    private static bool IsInspection(CoverHalf half) => half.By is { Kind: VisitKind.Inspection };

    private static bool HasEnded(Visit visit, LocalDate today) =>
        visit.IsAnnounced(today) && visit.To < today;
}
