using LiaisonBot.Core.Matters;
using NodaTime;

namespace LiaisonBot.Core.Sets;

/// <summary>What the inspected fill in of a finding (整改方案), in the order of the register.</summary>
public enum PlanColumn
{
    /// <summary>整改措施.</summary>
    Measures,

    /// <summary>责任领导, as a post.</summary>
    LeaderPost,

    /// <summary>责任部门.</summary>
    Department,

    /// <summary>完成时限.</summary>
    Due,
}

/// <summary>One row of a plan as it is filled in. Empty texts are null.</summary>
public sealed record PlanFill(
    string? Measures = null,
    string? LeaderPost = null,
    string? Department = null,
    LocalDate? Due = null)
{
    public bool IsEmpty => this == new PlanFill();

    /// <summary>A date is written as 2026-11-20; null when nothing is filled in.</summary>
    public string? Of(PlanColumn column) => column switch
    {
        PlanColumn.Measures => Measures,
        PlanColumn.LeaderPost => LeaderPost,
        PlanColumn.Department => Department,
        PlanColumn.Due => Due is { } due ? NodaTime.Text.LocalDatePattern.Iso.Format(due) : null,
    };

    /// <summary>Trimmed, with nothing instead of blanks.</summary>
    public PlanFill Tidy() => new(Tidy(Measures), Tidy(LeaderPost), Tidy(Department), Due);

    /// <summary>This one with one column of another.</summary>
    public PlanFill With(PlanColumn column, PlanFill other) => column switch
    {
        PlanColumn.Measures => this with { Measures = other.Measures },
        PlanColumn.LeaderPost => this with { LeaderPost = other.LeaderPost },
        PlanColumn.Department => this with { Department = other.Department },
        PlanColumn.Due => this with { Due = other.Due },
    };

    private static string? Tidy(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}

/// <summary>A finding as its plan looks at it.</summary>
/// <param name="Index">序号, from 1.</param>
/// <param name="IsOpen">A finding that was closed or withdrawn needs no plan any more, and takes none.</param>
/// <param name="Fill">What stands.</param>
public sealed record PlanRow(int Index, string Problem, Track Track, bool IsOpen, PlanFill Fill)
{
    /// <summary>It is in another plan of the set.</summary>
    public bool IsOfAnother { get; init; }
}

/// <summary>What is wrong with a cell of a plan.</summary>
public enum PlanFaultKind
{
    Missing,
    TooLong,

    /// <summary>The date is not read.</summary>
    NoDate,
    BeforeToday,

    /// <summary>After the last day of the set.</summary>
    AfterEnd,
}

/// <param name="Limit">Of <see cref="PlanFaultKind.TooLong"/>, in UTF-16 units.</param>
/// <param name="Date">The date that was given.</param>
/// <param name="Text">What was written where a date belongs.</param>
public sealed record PlanFault(
    int Index,
    PlanColumn Column,
    PlanFaultKind Kind,
    int Limit = 0,
    LocalDate? Date = null,
    string? Text = null);

/// <summary>The rules of a plan (整改方案): pure.</summary>
public static class PlanRules
{
    public static readonly IReadOnlyList<PlanColumn> Columns = Enum.GetValues<PlanColumn>();

    public static int LimitOf(PlanColumn column) => column switch
    {
        PlanColumn.Measures => FindingLimits.Measures,
        PlanColumn.LeaderPost => FindingLimits.LeaderPost,
        PlanColumn.Department => FindingLimits.Department,
        PlanColumn.Due => 40,
    };

    /// <summary>
    /// What is wrong with what is filled in; an empty cell is not, until the plan is handed in.
    /// </summary>
    /// <param name="before">What stood: a date that stays as it was is not asked again while it is filled.</param>
    /// <param name="ends">The last day of the set.</param>
    public static IEnumerable<PlanFault> Wrong(
        int index,
        PlanFill fill,
        PlanFill before,
        LocalDate today,
        LocalDate ends)
    {
        foreach (var column in Columns.Where(c => c != PlanColumn.Due))
        {
            if (fill.Of(column) is { } text && text.Length > LimitOf(column))
            {
                yield return new(index, column, PlanFaultKind.TooLong, LimitOf(column));
            }
        }

        if (fill.Due is { } due && due != before.Due && WrongDate(index, due, today, ends) is { } wrong)
        {
            yield return wrong;
        }
    }

    /// <summary>
    /// Why the plan cannot be handed in: every open finding needs its measures, post and department, those of 集中整改 a
    /// date too, and the dates lie between today and the end of the set.
    /// </summary>
    public static IReadOnlyList<PlanFault> Lacks(IReadOnlyList<PlanRow> rows, LocalDate today, LocalDate ends)
    {
        var faults = new List<PlanFault>();
        foreach (var row in rows.Where(row => row.IsOpen && !row.IsOfAnother))
        {
            faults.AddRange(Columns.Where(column => row.Fill.Of(column) is null && IsNeeded(column, row.Track))
                .Select(column => new PlanFault(row.Index, column, PlanFaultKind.Missing)));
            // What is put right at once may be over its date when the plan comes: the plan waits for no such finding.
            faults.AddRange(Wrong(row.Index, row.Fill, new(), today, ends)
                .Where(fault => fault.Kind != PlanFaultKind.BeforeToday || IsNeeded(PlanColumn.Due, row.Track)));
        }

        return faults;
    }

    /// <summary>What is put right at once, and what goes on, has a date of its own by the steps.</summary>
    private static bool IsNeeded(PlanColumn column, Track track) =>
        column != PlanColumn.Due || track == Track.Concentrated;

    private static PlanFault? WrongDate(int index, LocalDate due, LocalDate today, LocalDate ends) =>
        due < today ? new(index, PlanColumn.Due, PlanFaultKind.BeforeToday, Date: due)
        : due > ends ? new(index, PlanColumn.Due, PlanFaultKind.AfterEnd, Date: due)
        : null;
}
