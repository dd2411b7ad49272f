using LiaisonBot.Core.Matters;
using NodaTime;

namespace LiaisonBot.Core.Sets;

/// <summary>Where a finding stands, as a set counts it: each is in exactly one of these.</summary>
public enum FindingStanding
{
    /// <summary>Its matter is not made yet.</summary>
    NotMade,
    Working,

    /// <summary>Being worked on, and its date has passed.</summary>
    Overdue,
    InReview,

    /// <summary>Closed: it is put right.</summary>
    Closed,

    /// <summary>长期坚持 that was closed as such: it goes on, and waits for nobody.</summary>
    Standing,

    /// <summary>Withdrawn: the set is without it.</summary>
    TakenOut,
}

/// <summary>How far a set is, counted from the matters of its findings: no number of it is stored anywhere.</summary>
/// <param name="Counts">Of each standing that occurs.</param>
/// <param name="NextDue">Of what is still to be handed in.</param>
public sealed record SetProgress(IReadOnlyDictionary<FindingStanding, int> Counts, LocalDate? NextDue)
{
    /// <summary>应整改: without what was taken out.</summary>
    public int Total => Counts.Where(c => c.Key != FindingStanding.TakenOut).Sum(c => c.Value);

    /// <summary>已整改: closed, also as what goes on.</summary>
    public int Done => Of(FindingStanding.Closed) + Of(FindingStanding.Standing);

    /// <summary>完成率 in whole per cent, rounded down: what is not all done is never 100.</summary>
    public int Percent => Total == 0 ? 0 : Done * 100 / Total;

    public int Open => Total - Done;

    public int Of(FindingStanding standing) => Counts.GetValueOrDefault(standing);

    public static SetProgress Of(SetView view, LocalDate today)
    {
        return Of([.. view.Findings.Select(finding => view.Matters.GetValueOrDefault(finding.Index))], today);
    }

    /// <param name="entries">Of all findings; null for one whose matter is not made yet.</param>
    public static SetProgress Of(IReadOnlyList<ListEntry?> entries, LocalDate today) =>
        new(
            entries.GroupBy(entry => StandingOf(entry, today)).ToDictionary(group => group.Key, group => group.Count()),
            entries.Where(entry => entry is not null && Matter.IsWorkedOn(entry.State))
                .Min(entry => (LocalDate?)entry!.Due));

    /// <param name="entry">Null for a finding whose matter is not made yet.</param>
    public static FindingStanding StandingOf(ListEntry? entry, LocalDate today) =>
        entry is null ? FindingStanding.NotMade : StandingOfMatter(entry, today);

    private static FindingStanding StandingOfMatter(ListEntry entry, LocalDate today) => entry.State switch
    {
        MatterState.Withdrawn => FindingStanding.TakenOut,
        MatterState.Closed => entry.Track == Track.LongTerm ? FindingStanding.Standing : FindingStanding.Closed,
        MatterState.HandedIn => FindingStanding.InReview,
        MatterState.Assigned or MatterState.InProgress =>
            entry.IsOverdue(today) ? FindingStanding.Overdue : FindingStanding.Working,
    };
}
