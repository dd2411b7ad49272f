using LiaisonBot.Core.Calendar;
using LiaisonBot.Core.Commands;
using LiaisonBot.Core.Matters;
using LiaisonBot.Core.People;
using LiaisonBot.Core.Storage;
using NodaTime;

namespace LiaisonBot.Core.Sets;

/// <summary>The dated steps of a set: made when the day that they count from has come, moved when it moves.</summary>
public sealed partial class SetService
{
    /// <summary>The matters of the steps that were made, by name. A read each, side by side.</summary>
    public async Task<IReadOnlyDictionary<string, Matter>> StepMattersAsync(
        FindingSet set,
        CancellationToken cancellationToken)
    {
        var found = await Task.WhenAll(set.Steps.Select(step => matters.ReadAsync(step.Matter, cancellationToken)));
        return set.Steps.Zip(found)
            .Where(pair => pair.Second is not null)
            .ToDictionary(pair => pair.First.Name, pair => pair.Second!.Matter, StringComparer.Ordinal);
    }

    /// <summary>The days from which the steps of a set count.</summary>
    /// <param name="view">With the matters of its findings.</param>
    /// <param name="steps">The matters of the steps that were made, by name.</param>
    public static StepAnchors AnchorsOf(
        SetView view,
        IReadOnlyDictionary<string, Matter> steps,
        LiaisonDirectory people,
        LocalDate today)
    {
        var set = view.Set;
        // The visit that the feedback is of: the last that had begun.
        var visit = people.PlannedVisits
            .Where(v => v.Area == set.Area && v.State != VisitState.Cancelled && v.From <= set.FeedbackOn)
            .MaxBy(v => v.To);
        return new(
            set.FeedbackOn,
            visit is { } of && of.To < today ? of.To : null,
            steps.Where(step => step.Value is { State: MatterState.Closed, EndedAt: not null })
                .ToDictionary(
                    step => step.Key,
                    step => BeijingTime.Today(step.Value.EndedAt!.Value),
                    StringComparer.Ordinal))
        {
            EndedOn = set.Campaign is { } campaign && campaign.Until < today ? campaign.Until : null,
            LongTermOn = view.Matters.Values
                .Where(matter => matter is { Track: Track.LongTerm, State: MatterState.Closed })
                .Min(matter => matter.EndedOn),
            AddedOn = view.Findings
                .Where(finding => finding.Plan > 1 && finding.AddedOn is not null)
                .GroupBy(finding => finding.Plan)
                // Of a plan all of whose findings were taken out again there is nothing to fill in.
                .Where(plan => plan.Any(one => view.Matters.GetValueOrDefault(one.Index)?.State != MatterState.Withdrawn))
                .ToDictionary(plan => plan.Key, plan => plan.Min(finding => finding.AddedOn!.Value)),
        };
    }

    /// <summary>The steps of a set whose day has come, made or not, with the dates that the rule gives.</summary>
    public IReadOnlyList<StandingStep> Standing(FindingSet set, StepAnchors anchors) =>
        StepRules.Standing(Steps().Of(set.StepsVersion), set.Kind, anchors, calendar());

    /// <summary>The step that a matter is, as the file says it; null when the set's version knows none of that name.</summary>
    public DatedStep? StepOf(FindingSet set, string name) => Steps().Of(set.StepsVersion).Step(set.Kind, name);

    /// <summary>The step of a set that does something; null while it is not made.</summary>
    public MadeStep? Made(FindingSet set, StepWork work) =>
        set.Steps.FirstOrDefault(step => StepOf(set, step.Name)?.Work == work);

    /// <returns>Matters made, and the steps as they stand.</returns>
    private async Task<(int Made, IReadOnlyList<StandingStep> Standing)> MakeStepsAsync(
        SetView view,
        Person by,
        LiaisonDirectory people,
        string responsible,
        CancellationToken cancellationToken)
    {
        var (number, made) = (view.Set.Number, 0);
        // Applying a plan may have changed it.
        if (await ReadAsync(number, cancellationToken) is not { } set)
        {
            return (0, []);
        }

        var steps = await StepMattersAsync(set, cancellationToken);
        var today = BeijingTime.Today(clock.GetCurrentInstant());
        var all = Standing(set, AnchorsOf(view, steps, people, today));
        foreach (var standing in StepRules.Left(all, set.Steps))
        {
            // A matter is what a place has to do; a team holds none.
            if (standing.Step.By != StepBy.Inspected)
            {
                continue;
            }

            var known = set.Steps.FirstOrDefault(step => step.Name == standing.Name);
            var matter = known is null
                ? await AssignStepAsync(set, standing, by, responsible, today, cancellationToken)
                : await MoveAsync(set, standing, known, steps.GetValueOrDefault(known.Name), by, today, cancellationToken);
            await NoteAsync(
                number,
                after => after with
                {
                    Steps =
                    [
                        .. after.Steps.Where(step => step.Name != standing.Name),
                        new(standing.Name, matter, standing.Due.Date, standing.From) { Applied = known?.Applied },
                    ],
                },
                SetAct.Step,
                by,
                standing.Name,
                cancellationToken);
            made += known is null ? 1 : 0;
        }

        return (made, all);
    }

    /// <summary>
    /// Those of the team's steps that a check of the place has not done. One range read when there is one to be told of.
    /// </summary>
    private async Task<IReadOnlyList<TeamStep>> NotDoneAsync(
        FindingSet set,
        IReadOnlyList<TeamStep> steps,
        CancellationToken cancellationToken)
    {
        if (steps.Count == 0)
        {
            return [];
        }

        var checks = await CheckRows.OfCityAsync(store, set.Number.City, cancellationToken);
        return [.. steps.Where(step => !IsDone(set, step, checks))];
    }

    /// <summary>A check that was drawn in the second half of its time does a step that is a check.</summary>
    public bool IsDone(FindingSet set, TeamStep step, IEnumerable<FindingCheck> checks) =>
        StepOf(set, step.Name)?.Work == StepWork.Check
            && checks.Any(check => check.Area == set.Area && check.DrawnOn >= StepRules.LooksBackFrom(step));

    private async Task<MatterNumber> AssignStepAsync(
        FindingSet set,
        StandingStep standing,
        Person by,
        string responsible,
        LocalDate today,
        CancellationToken cancellationToken)
    {
        var language = by.Preferences.Language ?? Language.Chinese;
        var (step, isLate) = (standing.Step, standing.Due.Date < today);
        // The first is what the place hears of and signs for; those that count from the same day it knows with it.
        var isFirst = standing.Time == 1
            && set.Kind == SetKind.Feedback
            && Steps().Of(set.StepsVersion).Of(set.Kind).First() == step;
        var isOfAdded = standing.Time > 1 && step.Work == StepWork.Plan;
        var draft = new MatterDraft(
            (isOfAdded ? step.TitleOfAdded : step.Title).In(language),
            set.Area,
            responsible,
            step.HandedIn.In(language),
            // What should be over already is due today.
            isLate ? new DueSpan.On(today) : standing.Span,
            Basis: step.Basis)
        {
            DueFrom = standing.From,
            Team = set.Team,
            Lead = set.Campaign?.Lead,
            IsSigned = !isFirst,
            // One push a day at most: that the plan was approved is told at once, what follows from it the next morning.
            IsGathered = !isFirst,
            IsSilent = !isFirst && !isOfAdded && (step.From is StepAnchor.Feedback or StepAnchor.LongTerm),
            SetStep = new(set.Number, standing.Name)
            {
                Remind = step.Remind.Count > 0 ? string.Join(' ', step.Remind) : null,
                Discloses = DisclosureService.WhatOf(step.Work) is not null,
            },
        };
        return await matters.AssignOfSetAsync($"{set.Key.Text}-step-{standing.Name}", by, draft, cancellationToken)
            is CommandResult.Done done
            ? done.Family.Matter.Number
            : throw new InvalidOperationException($"The step {standing.Name} of {set.Key} could not be assigned.");
    }

    /// <summary>Nothing was done yet and it says at once what is so; else the date changes, with the reason.</summary>
    private async Task<MatterNumber> MoveAsync(
        FindingSet set,
        StandingStep standing,
        MadeStep known,
        Matter? matter,
        Person by,
        LocalDate today,
        CancellationToken cancellationToken)
    {
        var due = LocalDate.Max(standing.Due.Date, today);
        if (matter is { IsOpen: true } && matter.Due != due)
        {
            var span = due == standing.Due.Date ? standing.Span : new DueSpan.On(due);
            var id = $"{set.Key.Text}-step-{known.Name}-{Columns.Date(standing.From)}";
            var corrected = new MatterCommand.Correct(Due: span, DueFrom: standing.From);
            if (await matters.MoveStepAsync(id, by, known.Matter, corrected, cancellationToken) is CommandResult.Refused)
            {
                await matters.MoveStepAsync(
                    $"{id}-2",
                    by,
                    known.Matter,
                    new MatterCommand.ChangeDue(due, standing.Step.Basis) { Counted = (span, standing.From) },
                    cancellationToken);
            }
        }

        return known.Matter;
    }

    /// <summary>Changes what the set says of itself, with an event of it.</summary>
    private Task<SetResult> NoteAsync(
        MatterNumber number,
        Func<FindingSet, FindingSet> change,
        SetAct act,
        Person by,
        string? note,
        CancellationToken cancellationToken) => commands.ExecuteAsync(
        new Command<FindingSet?, SetResult>
        {
            Table = SetRows.Table,
            Partition = number.City.Value,
            Read = cancellationToken => ReadAsync(number, cancellationToken),
            Decide = set =>
            {
                if (set is null)
                {
                    return new CommandDecision<SetResult>.Answered(new SetResult.NotFound());
                }

                var after = change(set) with { LastEvent = set.LastEvent + 1 };
                return new CommandDecision<SetResult>.Accepted(
                    [.. Changes(set, after), EventOf(after, act, by, note)],
                    _ => Task.FromResult<SetResult>(new SetResult.Done(after, false)));
            },
            Submitted = outcome => Told(outcome, number.City),
            Busy = Busy,
        },
        cancellationToken);

    /// <summary>The turn has no more time: the next round goes on.</summary>
    private Task<SetResult> LaterAsync(MatterNumber number, CancellationToken cancellationToken) => commands.ExecuteAsync(
        new Command<FindingSet?, SetResult>
        {
            Table = SetRows.Table,
            Partition = number.City.Value,
            Read = cancellationToken => ReadAsync(number, cancellationToken),
            Decide = set => set switch
            {
                null => new CommandDecision<SetResult>.Answered(new SetResult.NotFound()),
                { NextReminder: not null } => new CommandDecision<SetResult>.Answered(new SetResult.Done(set, true)),
                _ => new CommandDecision<SetResult>.Accepted(
                    Changes(set, set with { NextReminder = clock.GetCurrentInstant() }),
                    _ => Task.FromResult<SetResult>(new SetResult.Done(set, false))),
            },
            Submitted = outcome => Told(outcome, number.City),
            Busy = Busy,
        },
        cancellationToken);

    private Change.Insert EventOf(FindingSet set, SetAct act, Person by, string? note, string? forName = null) =>
        new(SetRows.ToRow(
            set.Number,
            new SetEvent(set.LastEvent, act, clock.GetCurrentInstant(), by.Id, by.Name, note) { ForName = forName }));
}
