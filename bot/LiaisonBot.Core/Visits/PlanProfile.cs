using LiaisonBot.Core.People;
using NodaTime;

namespace LiaisonBot.Core.Visits;

/// <summary>What a line of the profile is about.</summary>
public enum PlanNumber
{
    /// <summary>The first year of a term of the provincial committee, and how many years a term has.</summary>
    Term,

    /// <summary>Years that a team is elsewhere before it lives in a city again.</summary>
    RestYears,

    /// <summary>Groups of a team, fewest and most.</summary>
    Groups,

    /// <summary>Inspections of a city itself (市本级) in a term, fewest and most.</summary>
    CityInspections,

    /// <summary>Working days of one.</summary>
    CityInspectionDays,

    /// <summary>Counties that a group inspects in a year, fewest and most.</summary>
    Inspections,

    /// <summary>Working days of one.</summary>
    InspectionDays,

    /// <summary>Working days in each half-year in a county that is not inspected.</summary>
    HalfYearDays,

    /// <summary>What brings a group to such a county from January to June.</summary>
    FirstHalf,

    /// <summary>And from July to December.</summary>
    SecondHalf,

    /// <summary>Kinds of visits by which a county counts as covered.</summary>
    CoveredBy,

    /// <summary>Day of the year from which it is urgent that no team lives in a city.</summary>
    NoTeamBy,

    /// <summary>That the year's visits are not approved.</summary>
    NotApprovedBy,

    /// <summary>That a county has no visit in the first half.</summary>
    FirstHalfBy,

    /// <summary>In the second half.</summary>
    SecondHalfBy,

    /// <summary>
    /// In how many counties, in how many cities and within how many months one topic of findings comes up before the
    /// office is told. A profile may leave it out.
    /// </summary>
    SameTopic,
}

/// <summary>One line of a profile.</summary>
/// <param name="Values">As written: numbers, kinds of visits, or a day of the year.</param>
/// <param name="Basis">The rule that it comes from, as written.</param>
public sealed record ProfileLine(PlanNumber What, IReadOnlyList<string> Values, string Basis);

/// <summary>From when on one topic is more than one place's: by counties or by cities, of feedbacks of so many months.</summary>
public sealed record TopicNumbers(int Counties, int Cities, int Months)
{
    public static readonly TopicNumbers Default = new(3, 2, 12);
}

/// <summary>Fewest and most of something; never the other way round.</summary>
public sealed record Bounds(int Fewest, int Most);

/// <summary>The numbers of a year's plan, as data (articles 4 and 5). Days are working days.</summary>
public sealed record PlanProfile(int Version, IReadOnlyList<ProfileLine> Lines)
{
    /// <summary>The first year of one term; others begin <see cref="TermYears"/> before and after.</summary>
    public required int TermStart { get; init; }

    public required int TermYears { get; init; }

    public required int RestYears { get; init; }

    public required Bounds Groups { get; init; }

    public required Bounds CityInspections { get; init; }

    public required int CityInspectionDays { get; init; }

    public required Bounds Inspections { get; init; }

    public required int InspectionDays { get; init; }

    public required int HalfYearDays { get; init; }

    public required VisitKind FirstHalf { get; init; }

    public required VisitKind SecondHalf { get; init; }

    public required IReadOnlySet<VisitKind> CoveredBy { get; init; }

    public required AnnualDate NoTeamBy { get; init; }

    public required AnnualDate NotApprovedBy { get; init; }

    public required AnnualDate FirstHalfBy { get; init; }

    public required AnnualDate SecondHalfBy { get; init; }

    public TopicNumbers SameTopic { get; init; } = TopicNumbers.Default;

    /// <summary>The profile that is shipped.</summary>
    public static PlanProfile BuiltIn => PlanProfileFile.BuiltIn;

    public string BasisOf(PlanNumber what) => Lines.Single(line => line.What == what).Basis;

    /// <summary>The first and the last year of the term that a year is in.</summary>
    public (int First, int Last) TermOf(int year)
    {
        var into = (year - TermStart) % TermYears;
        var first = year - (into < 0 ? into + TermYears : into);
        return (first, first + TermYears - 1);
    }
}
