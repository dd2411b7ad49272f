using LiaisonBot.Core.Areas;
using LiaisonBot.Core.Calendar;
using NodaTime;

namespace LiaisonBot.Core.Sets;

/// <summary>What of a set is made public (公开).</summary>
public enum DisclosedWhat
{
    /// <summary>整改方案.</summary>
    Plan,

    /// <summary>整改结果.</summary>
    Result,
}

/// <summary>To whom it is made public.</summary>
public enum DisclosedTo
{
    /// <summary>党内.</summary>
    Party,

    /// <summary>社会.</summary>
    Public,
}

/// <summary>How it is made public.</summary>
public enum DisclosureWay
{
    Meeting,
    Document,
    Website,
    Newspaper,
    Television,
    NewMedia,

    /// <summary>公示栏.</summary>
    Board,
}

/// <summary>Whose website, paper or meeting it is.</summary>
public enum DisclosureLevel
{
    County,
    City,
    Province,
}

/// <summary>One thing that has to be made public.</summary>
/// <param name="Level">At least.</param>
/// <param name="Lasts">At least; the first day is counted.</param>
/// <param name="Scope">To whom, as it stands in the form until somebody says otherwise.</param>
public sealed record DisclosureDuty(
    DisclosedWhat What,
    DisclosedTo To,
    IReadOnlyList<DisclosureWay> Ways,
    DisclosureLevel Level,
    StepTime Lasts,
    StepWords Scope,
    string Basis)
{
    /// <summary>The first of the days on which it may end, when it begins on a day. Beijing dates.</summary>
    public LocalDate LeastUntil(LocalDate from, WorkingCalendar calendar) => Lasts.Unit switch
    {
        StepUnit.Months => from.PlusMonths(Lasts.Count).PlusDays(-1),
        StepUnit.Days => from.PlusDays(Lasts.Count - 1),
        StepUnit.WorkingDays => Lasts.DateAfter(from.PlusDays(-1), calendar),
    };

    /// <summary>The level that is asked of a place: a city does not make its own known in one county.</summary>
    public DisclosureLevel LevelFor(AreaCode area) =>
        area.Level == AreaLevel.City && Level == DisclosureLevel.County ? DisclosureLevel.City : Level;
}

/// <summary>Why something is not made public (免于公开).</summary>
public sealed record ExemptionReason(string Name, StepWords Words, string Basis);

/// <summary>One version of the office's uniform rule of disclosure.</summary>
/// <param name="LeaveOut">A finding in which one of these words stands is not in the draft.</param>
public sealed record DisclosureRule(
    int Version,
    IReadOnlyList<DisclosureDuty> Duties,
    IReadOnlyList<ExemptionReason> Reasons,
    IReadOnlyList<string> LeaveOut)
{
    public IEnumerable<DisclosureDuty> Of(DisclosedWhat what) => Duties.Where(duty => duty.What == what);

    public DisclosureDuty? Duty(DisclosedWhat what, DisclosedTo to) =>
        Duties.FirstOrDefault(duty => duty.What == what && duty.To == to);

    public ExemptionReason? Reason(string name) => Reasons.FirstOrDefault(reason => reason.Name == name);
}
