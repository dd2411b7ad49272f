using System.Globalization;
using LiaisonBot.Core.Calendar;
using LiaisonBot.Core.Commands;
using LiaisonBot.Core.Matters;
using LiaisonBot.Core.People;
using LiaisonBot.Core.Storage;
using NodaTime;

namespace LiaisonBot.Core.Sets;

/// <summary>Why a plan takes nothing now.</summary>
public enum PlanRefusal
{
    /// <summary>The permission table.</summary>
    NotAllowed,

    /// <summary>The set is still being made, or its kind has no plan.</summary>
    NotYet,

    /// <summary>It was handed in and waits for the team.</summary>
    HandedIn,

    /// <summary>It was approved: later changes go the way of an extension.</summary>
    Approved,
}

/// <summary>What became of rows that were filled in.</summary>
public abstract record PlanResult
{
    /// <param name="View">As it stands.</param>
    /// <param name="Taken">Rows that were written, by index.</param>
    public sealed record Done(SetView View, IReadOnlyList<int> Taken, bool Repeated) : PlanResult;

    public sealed record Refused(PlanRefusal Why, SetView View) : PlanResult;

    /// <summary>Nothing was written: cells are wrong, or somebody else wrote other things into them meanwhile.</summary>
    public sealed record Differs(PlanSheetComparison Comparison, SetView View) : PlanResult;

    /// <summary>There is none for this person.</summary>
    public sealed record NotFound : PlanResult;
}

/// <summary>A plan as it stands, with its matter.</summary>
/// <param name="Matter">报送整改方案: by it the plan is handed in, approved and returned.</param>
/// <param name="Time">Which plan of the set it is, from 1; null for all of them, when all are approved.</param>
/// <param name="Ends">No date of the plan lies after it.</param>
public sealed record PlanView(SetView View, Matter Matter, int? Time, LocalDate Ends)
{
    /// <summary>The rows of the whole set; those that another plan has are marked.</summary>
    public IReadOnlyList<PlanRow> All => SetService.RowsOf(View, Time);

    /// <summary>The rows of this plan.</summary>
    public IReadOnlyList<PlanRow> Rows => [.. All.Where(row => !row.IsOfAnother)];

    /// <summary>The findings of this plan.</summary>
    public IEnumerable<SetFinding> Findings => View.Findings.Where(finding => Time is null || finding.Plan == Time);
}

/// <summary>The plan (整改方案): filled in by the place, handed in as a whole, approved or returned.</summary>
public sealed partial class SetService
{
    /// <summary>
    /// The plan of a set as the person may see it; null when there is none for them, or none yet. Of several the one with
    /// which they can do something: fill it in, or decide about it.
    /// </summary>
    /// <param name="which">The matter of the plan that is meant; null for that one.</param>
    public async Task<PlanView?> PlanAsync(
        Person person,
        MatterNumber number,
        CancellationToken cancellationToken,
        MatterNumber? which = null)
    {
        if (await FindAsync(person, number, cancellationToken) is not { } view)
        {
            return null;
        }

        var found = await Task.WhenAll(PlansOf(view.Set).Select(async plan => (
            plan.Time,
            plan.Step,
            Matter: (await matters.FindAsync(person, plan.Step.Matter, cancellationToken))?.Matter)));
        var plans = found.Where(plan => plan.Matter is not null).ToList();
        if (plans.Count == 0)
        {
            return null;
        }

        var (time, step, matter) = plans
            .OrderBy(plan => plan.Step.Matter == which ? -1
                : WhyNot(view.Set, plan.Matter, person) is null ? 0
                : plan.Matter!.State == MatterState.HandedIn ? 1
                : plan.Matter.IsOpen ? 2
                : 3)
            .First();
        return new(view, matter!, plans.Exists(plan => plan.Matter!.IsOpen) ? time : null, EndsOn(view.Set, step));
    }

    /// <summary>The plans of a set that were made: the first, and those for findings that were added, by their time.</summary>
    public IReadOnlyList<(int Time, MadeStep Step)> PlansOf(FindingSet set) =>
    [
        .. set.Steps.Select(step => (StepOf(set, step.Name), Step: step))
            .Where(made => made.Item1?.Work == StepWork.Plan)
            .Select(made => (Time: made.Item1!.TimeOf(made.Step.Name) ?? 1, made.Step))
            .OrderBy(made => made.Time),
    ];

    /// <summary>The last day that a plan of a set may give a finding.</summary>
    private LocalDate EndsOn(FindingSet set, MadeStep plan) =>
        StepRules.EndsOn(Steps().Of(set.StepsVersion), plan.From, calendar());

    /// <param name="time">Of the plan whose rows they are; null for all.</param>
    public static IReadOnlyList<PlanRow> RowsOf(SetView view, int? time) =>
    [
        .. view.Findings.Select(finding => new PlanRow(
            finding.Index,
            finding.Problem,
            finding.Track,
            view.Matters.GetValueOrDefault(finding.Index)?.IsOpen ?? true,
            FillOf(finding))
        {
            IsOfAnother = time is { } own && finding.Plan != own,
        }),
    ];

    public static PlanFill FillOf(SetFinding finding) =>
        new(finding.Measures, finding.LeaderPost, finding.Department, finding.Due);

    /// <summary>
    /// Writes what somebody filled in, all of it or nothing. Each row comes with the mark that it went out with, so that
    /// what somebody else wrote meanwhile is seen and kept.
    /// </summary>
    /// <param name="commandId">Names what the person did, the same each time it arrives.</param>
    /// <param name="plan">The matter of the plan.</param>
    /// <param name="rows">With keys (<see cref="PlanSheetRules.KeyOf"/>).</param>
    /// <param name="keepOthers">Cells that somebody else changed meanwhile stay as they are, and the rest is written;
    /// when false, nothing is written where there are such.</param>
    /// <exception cref="StoreUnavailableException">The same command may be sent again.</exception>
    public async Task<PlanResult> FillAsync(
        string commandId,
        Person actor,
        MatterNumber number,
        MatterNumber plan,
        IReadOnlyList<PlanSheetRow> rows,
        bool keepOthers,
        CancellationToken cancellationToken)
    {
        var people = await directory.ReadAsync(cancellationToken);
        return await commands.ExecuteAsync(
            new Command<(SetView? View, IReadOnlyList<Row> Findings, Row? Plan), PlanResult>
            {
                Table = SetRows.Table,
                Partition = number.City.Value,
                Id = commandId,
                Read = async cancellationToken =>
                {
                    var view = ViewAsync(number, cancellationToken);
                    var findings = FindingRowsAsync(number, cancellationToken);
                    var row = matters.RowAsync(plan, cancellationToken);
                    await Task.WhenAll(view, findings, row);
                    return (await view, await findings, await row);
                },
                Decide = read => Decide(read.View, read.Findings, read.Plan),
                Repeat = async (_, cancellationToken) => await FindAsync(actor, number, cancellationToken) is { } view
                    ? new PlanResult.Done(view, [], true)
                    : new PlanResult.NotFound(),
                Submitted = outcome => Told(outcome, number.City),
                Busy = Busy,
            },
            cancellationToken);

        CommandDecision<PlanResult> Decide(SetView? view, IReadOnlyList<Row> findings, Row? row)
        {
            if (view is null || !view.Set.IsSeenBy(actor))
            {
                return new CommandDecision<PlanResult>.Answered(new PlanResult.NotFound(), MayBeDone: false);
            }

            var matter = row is null ? null : MatterRows.ToMatter(row);
            if (WhyNot(view.Set, matter, actor) is { } why)
            {
                return new CommandDecision<PlanResult>.Answered(new PlanResult.Refused(why, view));
            }

            var (time, step) = PlansOf(view.Set).FirstOrDefault(one => one.Step.Matter == plan);
            if (step is null)
            {
                return new CommandDecision<PlanResult>.Answered(new PlanResult.Refused(PlanRefusal.NotYet, view));
            }

            // The findings are those of the rows that are written again; the view may be a moment older.
            view = view with { Findings = [.. findings.SelectMany(SetRows.ToFindings)] };
            var now = clock.GetCurrentInstant();
            var comparison = PlanSheetRules.Compare(
                number,
                RowsOf(view, time),
                rows,
                BeijingTime.Today(now),
                EndsOn(view.Set, step));
            if (comparison.IsRefused || (!keepOthers && comparison.Changes.Any(c => c.Meanwhile)))
            {
                return new CommandDecision<PlanResult>.Answered(new PlanResult.Differs(comparison, view));
            }

            if (comparison.Fills.Count == 0)
            {
                return new CommandDecision<PlanResult>.Answered(new PlanResult.Done(view, [], false));
            }

            var filled = view.Findings.Select(f => comparison.Fills.TryGetValue(f.Index, out var fill) ? With(f, fill) : f)
                .ToList();
            var after = view.Set with { LastEvent = view.Set.LastEvent + 1 };
            var taken = comparison.Fills.Keys.Order().ToList();
            var note = string.Join(',', taken.Select(i => i.ToString(CultureInfo.InvariantCulture)));
            return new CommandDecision<PlanResult>.Accepted(
                [
                    .. Changes(view.Set, after),
                    .. Changed(number, findings, filled),
                    // Handing in and approving look at the plan by its matter: they look again.
                    new Change.Replace(new(row!.Key, row.Columns), row.ETag!),
                    EventOf(after, SetAct.Fill, actor, note, people.InNameOf(Permissions.Check(actor, Right.Work, matter!.Subject))),
                ],
                _ => Task.FromResult<PlanResult>(new PlanResult.Done(view with { Set = after, Findings = filled }, taken, false)))
            {
                Applied = new(number.Key, nameof(SetAct.Fill), actor.Id, now),
            };
        }
    }

    /// <summary>Why the person cannot fill in the plan now; null when they can.</summary>
    /// <param name="plan">Its matter; null while there is none.</param>
    public PlanRefusal? WhyNot(FindingSet set, Matter? plan, Person actor) =>
        plan?.SetStep is not { } step || step.Set != set.Number || StepOf(set, step.Name)?.Work != StepWork.Plan
            ? PlanRefusal.NotYet
            : !Permissions.May(actor, Right.Work, plan.Subject) ? PlanRefusal.NotAllowed
            : plan.State switch
            {
                MatterState.Assigned or MatterState.InProgress => null,
                MatterState.HandedIn => PlanRefusal.HandedIn,
                MatterState.Closed => PlanRefusal.Approved,
                MatterState.Withdrawn => PlanRefusal.NotYet,
            };

    /// <summary>Returns the plan: what is asked of each row stands with the row until it is filled in anew.</summary>
    /// <param name="remarks">By index; may be empty.</param>
    /// <param name="requirement">Of the whole, with what is asked of each row.</param>
    public Task<CommandResult> ReturnPlanAsync(
        string commandId,
        Person actor,
        MatterNumber number,
        MatterNumber plan,
        IReadOnlyDictionary<int, string> remarks,
        string requirement,
        CancellationToken cancellationToken) => matters.DoWithAsync(
            commandId,
            actor,
            plan,
            new MatterCommand.Return(requirement),
            async cancellationToken =>
            {
                var (read, rows) = (ReadAsync(number, cancellationToken), await FindingRowsAsync(number, cancellationToken));
                var time = await read is { } set ? PlansOf(set).FirstOrDefault(one => one.Step.Matter == plan).Time : 0;
                var findings = rows.SelectMany(SetRows.ToFindings)
                    .Select(f => f.Plan == time ? f with { Remark = remarks.GetValueOrDefault(f.Index) } : f)
                    .ToList();
                return [.. Changed(number, rows, findings)];
            },
            cancellationToken);

    /// <summary>What a dated step still lacks that its place hands in; null when nothing.</summary>
    internal async Task<Refusal?> LacksAsync(Matter step, Act act, CancellationToken cancellationToken)
    {
        if (act != Act.HandIn
            || step.SetStep is not { } of
            || await ViewAsync(of.Set, cancellationToken) is not { } view
            || PlansOf(view.Set).FirstOrDefault(one => one.Step.Matter == step.Number) is not (var time, { } plan))
        {
            return null;
        }

        var today = BeijingTime.Today(clock.GetCurrentInstant());
        var ends = EndsOn(view.Set, plan);
        var lacks = PlanRules.Lacks(RowsOf(view, time), today, ends);
        return lacks.Count == 0
            ? null
            : new(RefusalReason.StepLacks, Date: ends) { Rows = [.. lacks.Select(ToLack)] };
    }

    /// <summary>Gives the findings what the approved plans say of them.</summary>
    /// <returns>Findings that have it now; null when the turn has no more time.</returns>
    private async Task<int?> ApplyPlansAsync(
        SetView view,
        Person by,
        LiaisonDirectory people,
        Instant? until,
        CancellationToken cancellationToken)
    {
        var applied = 0;
        foreach (var (time, step) in PlansOf(view.Set))
        {
            if (await ApplyPlanAsync(view, time, step, by, people, until, cancellationToken) is not { } more)
            {
                return null;
            }

            applied += more;
        }

        return applied;
    }

    private async Task<int?> ApplyPlanAsync(
        SetView view,
        int time,
        MadeStep step,
        Person by,
        LiaisonDirectory people,
        Instant? until,
        CancellationToken cancellationToken)
    {
        var set = view.Set;
        if ((await matters.ReadAsync(step.Matter, cancellationToken))?.Matter is not { State: MatterState.Closed } plan
            || plan.EndedAt is not { } approved
            || approved.ToUnixTimeMilliseconds() == step.Applied?.ToUnixTimeMilliseconds())
        {
            return 0;
        }

        var approver = people.ById(plan.LastStep?.By ?? set.By) ?? by;
        var applied = 0;
        foreach (var finding in view.Findings.Where(finding => finding.Plan == time))
        {
            if (view.Matters.GetValueOrDefault(finding.Index) is not { IsOpen: true } matter)
            {
                continue;
            }

            if (clock.GetCurrentInstant() >= until)
            {
                return null;
            }

            await matters.ApplyPlanAsync(
                $"{set.Key.Text}-{finding.Index}-plan-{approved.ToUnixTimeMilliseconds()}",
                approver,
                matter.Number,
                new(finding.Measures, finding.LeaderPost, finding.Department, finding.Due),
                cancellationToken);
            applied++;
        }

        await NoteAsync(
            set.Number,
            after => after with
            {
                Steps = [.. after.Steps.Select(one => one.Name == step.Name ? one with { Applied = approved } : one)],
            },
            SetAct.Apply,
            approver,
            null,
            cancellationToken);
        return applied;
    }

    private Task<IReadOnlyList<Row>> FindingRowsAsync(MatterNumber number, CancellationToken cancellationToken) =>
        store.ReadPrefixAsync(
            SetRows.Table,
            number.City.Value,
            SetRows.FindingsPrefix(number),
            FindingLimits.OfASet / SetRows.FindingsOfARow,
            cancellationToken);

    /// <summary>The rows of findings that are others now, each only if nobody changed it since.</summary>
    private static IEnumerable<Change> Changed(
        MatterNumber number,
        IReadOnlyList<Row> before,
        IReadOnlyList<SetFinding> after)
    {
        foreach (var (old, row) in before.Zip(SetRows.ToRows(number, after)))
        {
            if (!SetRows.ToFindings(old).SequenceEqual(SetRows.ToFindings(row)))
            {
                yield return new Change.Replace(row, old.ETag!);
            }
        }
    }

    private static SetFinding With(SetFinding finding, PlanFill fill) => finding with
    {
        Measures = fill.Measures,
        LeaderPost = fill.LeaderPost,
        Department = fill.Department,
        Due = fill.Due,
        Remark = null,
    };

    private static RowLack ToLack(PlanFault fault) => new(
        fault.Index,
        fault.Column switch
        {
            PlanColumn.Measures => Fields.Measures,
            PlanColumn.LeaderPost => Fields.LeaderPost,
            PlanColumn.Department => Fields.Department,
            PlanColumn.Due => Fields.Due,
        },
        fault.Kind switch
        {
            PlanFaultKind.Missing or PlanFaultKind.NoDate => RefusalReason.Missing,
            PlanFaultKind.TooLong => RefusalReason.TooLong,
            PlanFaultKind.BeforeToday => RefusalReason.DueInPast,
            PlanFaultKind.AfterEnd => RefusalReason.DueTooFar,
        });
}
