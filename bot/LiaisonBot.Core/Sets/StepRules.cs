using System.Diagnostics;
using System.Globalization;
using LiaisonBot.Core.Calendar;
using LiaisonBot.Core.Matters;
using NodaTime;

namespace LiaisonBot.Core.Sets;

/// <summary>The days from which the steps of a set count, as they stand. Beijing dates.</summary>
/// <param name="FeedbackOn">反馈.</param>
/// <param name="VisitEndedOn">Null while the visit goes on, and when none is known.</param>
/// <param name="ClosedOn">Of the steps that are closed now: by name, the day.</param>
public sealed record StepAnchors(
    LocalDate FeedbackOn,
    LocalDate? VisitEndedOn,
    IReadOnlyDictionary<string, LocalDate> ClosedOn)
{
    /// <summary>When the first finding of 长期坚持 was closed that is closed now; null when none is.</summary>
    public LocalDate? LongTermOn { get; init; }

    /// <summary>The last day of the campaign, once it is over; null before, and of a feedback.</summary>
    public LocalDate? EndedOn { get; init; }

    /// <summary>Of the plans after the first: when the first finding was added that is in it, by which time it is.</summary>
    public IReadOnlyDictionary<int, LocalDate> AddedOn { get; init; } = new Dictionary<int, LocalDate>();

    public LocalDate? Of(StepAnchor anchor) => anchor switch
    {
        StepAnchor.Feedback => FeedbackOn,
        StepAnchor.VisitEnded => VisitEndedOn,
        StepAnchor.LongTerm => LongTermOn,
        StepAnchor.Ends => EndedOn,
        StepAnchor.Closed closed => ClosedOn.TryGetValue(closed.Step, out var day) ? day : null,
        _ => throw new UnreachableException(),
    };
}

/// <summary>A step whose anchor has come.</summary>
/// <param name="From">The day from which it counts; itself not counted.</param>
/// <param name="Span">As its matter keeps it, to count it again when a notice of holidays comes.</param>
public sealed record StandingStep(DatedStep Step, LocalDate From, DueSpan Span, DueDate Due)
{
    /// <summary>Of a step that comes again: which time it is, from 1.</summary>
    public int Time { get; init; } = 1;

    /// <summary>By which its matter is known: yearly-look, yearly-look-2.</summary>
    public string Name => Time == 1 ? Step.Name : string.Create(CultureInfo.InvariantCulture, $"{Step.Name}-{Time}");
}

/// <summary>The dates of a set: pure functions of its anchors, its version of the steps and the calendar.</summary>
public static class StepRules
{
    /// <summary>The steps that should exist now, in the order of the file.</summary>
    public static IReadOnlyList<StandingStep> Standing(
        StepPlan plan,
        SetKind kind,
        StepAnchors anchors,
        WorkingCalendar calendar)
    {
        var standing = new List<StandingStep>();
        foreach (var step in plan.Of(kind))
        {
            if (anchors.Of(step.From) is not { } from)
            {
                continue;
            }

            standing.Add(At(step, from, calendar));
            for (var time = 2; step.Work == StepWork.Look && anchors.ClosedOn.TryGetValue(standing[^1].Name, out from); time++)
            {
                standing.Add(At(step, from, calendar) with { Time = time });
            }

            if (step.Work == StepWork.Plan)
            {
                standing.AddRange(anchors.AddedOn.OrderBy(added => added.Key)
                    .Select(added => At(step, added.Value, calendar) with { Time = added.Key }));
            }
        }

        return standing;
    }

    private static StandingStep At(DatedStep step, LocalDate from, WorkingCalendar calendar)
    {
        var span = step.After.After(from);
        return new(step, from, span, DueRule.Resolve(span, from, calendar));
    }

    /// <summary>
    /// What is left to do: steps that are not made, and steps whose anchor has moved. A date that people moved is theirs
    /// until then, and one that a notice of holidays moves is counted again with all other matters.
    /// </summary>
    public static IReadOnlyList<StandingStep> Left(IReadOnlyList<StandingStep> standing, IReadOnlyList<MadeStep> made) =>
        [.. standing.Where(s => made.FirstOrDefault(m => m.Name == s.Name)?.From != s.From)];

    /// <summary>
    /// The days on which the team is told of a step of its own, in their order: those of the file, and the day by which
    /// it is to be done.
    /// </summary>
    public static IReadOnlyList<LocalDate> TellsOn(StandingStep standing, WorkingCalendar calendar) =>
    [
        .. standing.Step.Remind.Select(days => calendar.AddWorkingDays(standing.Due.Date, -days))
            .Append(standing.Due.Date)
            .Distinct()
            .Order(),
    ];

    /// <summary>How the team's steps stand on a day, those told of that are to be told of by then.</summary>
    /// <param name="known">As they stood. One whose date moved is told of again.</param>
    /// <returns>The steps; those of them to be told of now; and the day when there is something to tell next.</returns>
    public static (IReadOnlyList<TeamStep> Steps, IReadOnlyList<TeamStep> ToldNow, LocalDate? Next) OfTeam(
        IReadOnlyList<StandingStep> standing,
        IReadOnlyList<TeamStep> known,
        LocalDate today,
        WorkingCalendar calendar)
    {
        List<TeamStep> steps = [];
        List<TeamStep> now = [];
        LocalDate? next = null;
        foreach (var one in standing.Where(s => s.Step.By == StepBy.Team))
        {
            var days = TellsOn(one, calendar);
            var (name, due) = (one.Name, one.Due.Date);
            var before = known.FirstOrDefault(k => k.Name == name && k.Due == due)?.Times ?? 0;
            var step = new TeamStep(name, due, one.From, Math.Max(before, days.Count(day => day <= today)));
            steps.Add(step);
            if (step.Times > before)
            {
                now.Add(step);
            }

            var ahead = days.Where(day => day > today).Select(day => (LocalDate?)day).Min();
            next = next is null || ahead < next ? ahead ?? next : next;
        }

        return (steps, now, next);
    }

    /// <summary>
    /// From when on a check looks back: the middle of the time that the step gives. An earlier one looks at what was
    /// reported, and says nothing of what lasted.
    /// </summary>
    public static LocalDate LooksBackFrom(TeamStep step) =>
        step.From.PlusDays((Period.DaysBetween(step.From, step.Due) + 1) / 2);

    /// <summary>By when a finding is due that no plan gives a date, counted from the feedback.</summary>
    public static DueSpan FindingDue(StepPlan plan, Track track, LocalDate feedbackOn) => (track switch
    {
        Track.Concentrated => plan.Concentrated,
        Track.Immediate => plan.Immediate,
        Track.LongTerm => plan.LongTerm,
    }).Time.After(feedbackOn);

    /// <summary>The last day that a plan may give a finding.</summary>
    /// <param name="from">The day of the feedback; of findings that were added, the day on which they were.</param>
    public static LocalDate EndsOn(StepPlan plan, LocalDate from, WorkingCalendar calendar) =>
        plan.SetEnds.Time.DateAfter(from, calendar);
}
