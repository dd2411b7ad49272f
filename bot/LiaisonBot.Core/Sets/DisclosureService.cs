using LiaisonBot.Core.Calendar;
using LiaisonBot.Core.Commands;
using LiaisonBot.Core.Matters;
using LiaisonBot.Core.Messaging;
using LiaisonBot.Core.People;
using LiaisonBot.Core.Storage;
using NodaTime;

namespace LiaisonBot.Core.Sets;

/// <summary>
/// Keeps what is made public of sets (公开). Every step is a step of the matter that asks for it, in one batch with what is
/// said: so it is reminded of, told, kept in the history and taken back as any matter is.
/// </summary>
/// <param name="rule">The office's uniform rule, in force now.</param>
/// <param name="whole">The matters of entries of a list.</param>
public sealed class DisclosureService(
    ITableStore store,
    CurrentDirectory directory,
    SetService sets,
    MatterService matters,
    Func<WorkingCalendar> calendar,
    Func<DisclosureRule> rule,
    Func<IEnumerable<ListEntry>, CancellationToken, Task<IReadOnlyDictionary<MatterNumber, Matter>>> whole,
    IClock clock)
{
    /// <summary>How often a step is decided anew when somebody else was quicker.</summary>
    private const int Attempts = 4;

    /// <summary>Among the messages of a batch, behind those of the matter's own step.</summary>
    private const int FirstOfOffice = 60;

    public DisclosureRule Rule => rule();

    /// <summary>The plan and the result of a set as the person may see it; null when there is none for them.</summary>
    public async Task<IReadOnlyList<DisclosureView>?> OfSetAsync(
        Person person,
        MatterNumber number,
        CancellationToken cancellationToken) =>
        await sets.ReadAsync(number, cancellationToken) is { } set && set.IsSeenBy(person)
            ? await ViewsAsync(set, cancellationToken)
            : null;

    /// <summary>What would be published of a set, as the person may see it; null when there is none for them.</summary>
    public async Task<PublicDraft?> DraftAsync(
        Person person,
        MatterNumber number,
        DisclosedWhat what,
        CancellationToken cancellationToken)
    {
        if (await sets.FindAsync(person, number, cancellationToken) is not { } view || !view.Set.IsSeenBy(person))
        {
            return null;
        }

        var people = await directory.ReadAsync(cancellationToken);
        if (what == DisclosedWhat.Plan
            && sets.PlansOf(view.Set).Where(plan => plan.Step.Applied is not null).Select(plan => plan.Time).ToHashSet()
                is { Count: > 0 } approved)
        {
            // What was added later has a plan of its own, which is made public when it is approved.
            view = view with { Findings = [.. view.Findings.Where(finding => approved.Contains(finding.Plan))] };
        }

        return PublicDraft.Of(
            view,
            what,
            what == DisclosedWhat.Result
                ? await whole(view.Matters.Values.Where(entry => entry.State == MatterState.Closed), cancellationToken)
                : new Dictionary<MatterNumber, Matter>(),
            Rule,
            [.. people.People.Select(one => one.Name)]);
    }

    /// <summary>Registers what is made public.</summary>
    /// <param name="commandId">Names what the person did, the same each time it arrives.</param>
    /// <param name="words">What the history says of what is said then, in the language of whoever says it.</param>
    /// <exception cref="StoreUnavailableException">The same command may be sent again.</exception>
    public Task<DisclosureResult> RegisterAsync(
        string commandId,
        Person actor,
        MatterNumber set,
        DisclosedWhat what,
        DisclosureDraft draft,
        Func<IReadOnlyList<Disclosure>, string> words,
        CancellationToken cancellationToken) => DoAsync(
            commandId,
            actor,
            set,
            what,
            view => DisclosureRules.Register(view, draft, actor, Rule, calendar(), clock.GetCurrentInstant(), words),
            cancellationToken);

    /// <summary>Asks that something need not be made public.</summary>
    public Task<DisclosureResult> AskExemptionAsync(
        string commandId,
        Person actor,
        MatterNumber set,
        DisclosedWhat what,
        DisclosedTo to,
        string seen,
        string? reason,
        string? note,
        Func<IReadOnlyList<Disclosure>, string> words,
        CancellationToken cancellationToken) => DoAsync(
            commandId,
            actor,
            set,
            what,
            view => DisclosureRules.AskExemption(view, to, seen, reason, note, actor, Rule, clock.GetCurrentInstant(), words),
            cancellationToken);

    /// <summary>Answers who asked for that.</summary>
    public Task<DisclosureResult> DecideExemptionAsync(
        string commandId,
        Person actor,
        MatterNumber set,
        DisclosedWhat what,
        DisclosedTo to,
        bool agrees,
        string? why,
        Func<IReadOnlyList<Disclosure>, string> words,
        CancellationToken cancellationToken) => DoAsync(
            commandId,
            actor,
            set,
            what,
            view => DisclosureRules.DecideExemption(view, to, agrees, why, actor, words),
            cancellationToken);

    /// <summary>Says that what was registered was seen: the step is closed.</summary>
    public Task<DisclosureResult> ConfirmAsync(
        string commandId,
        Person actor,
        MatterNumber set,
        DisclosedWhat what,
        CancellationToken cancellationToken) => DoAsync(
            commandId,
            actor,
            set,
            what,
            view => DisclosureRules.Confirm(view, actor, BeijingTime.Today(clock.GetCurrentInstant())),
            cancellationToken);

    /// <summary>Sends it back, with what is still required.</summary>
    public Task<DisclosureResult> ReturnAsync(
        string commandId,
        Person actor,
        MatterNumber set,
        DisclosedWhat what,
        IReadOnlyList<DisclosedTo> to,
        string? requirement,
        CancellationToken cancellationToken) => DoAsync(
            commandId,
            actor,
            set,
            what,
            view => DisclosureRules.Return(view, to, requirement, actor),
            cancellationToken);

    /// <summary>What the matter of a step lacks that is handed in or closed as any matter is; null when nothing.</summary>
    internal async Task<Refusal?> LacksAsync(Matter step, Act act, CancellationToken cancellationToken) =>
        step.SetStep is { } of
            && await sets.ReadAsync(of.Set, cancellationToken) is { } set
            && WhatOf(sets.StepOf(set, of.Name)?.Work) is { } what
            && DisclosureRules.Lacks(Of(set, what, step, await SaidAsync(set, cancellationToken)), act) is { } lacks
            ? new(lacks)
            : null;

    /// <summary>What a kind of step makes public; null for any other.</summary>
    public static DisclosedWhat? WhatOf(StepWork? work) => work switch
    {
        StepWork.PlanDisclosure => DisclosedWhat.Plan,
        StepWork.ResultDisclosure => DisclosedWhat.Result,
        StepWork.Plan or StepWork.Report or StepWork.Check or StepWork.Look or null => null,
    };

    private static StepWork WorkOf(DisclosedWhat what) => what switch
    {
        DisclosedWhat.Plan => StepWork.PlanDisclosure,
        DisclosedWhat.Result => StepWork.ResultDisclosure,
    };

    private DisclosureView Of(FindingSet set, DisclosedWhat what, Matter? matter, IReadOnlyList<Disclosure> said) =>
        DisclosureRules.View(set, what, sets.Made(set, WorkOf(what)), matter, said, Rule);

    private async Task<IReadOnlyList<Disclosure>> SaidAsync(FindingSet set, CancellationToken cancellationToken) =>
        [.. (await store.ReadPrefixAsync(
            DisclosureRows.Table,
            set.Number.City.Value,
            DisclosureRows.Prefix(set.Number),
            DisclosureRows.MostOfASet,
            cancellationToken))
            .ReadEach(DisclosureRows.ToDisclosure)];

    private async Task<IReadOnlyList<DisclosureView>> ViewsAsync(FindingSet set, CancellationToken cancellationToken)
    {
        var said = SaidAsync(set, cancellationToken);
        var found = await Task.WhenAll(Enum.GetValues<DisclosedWhat>().Select(async what => (
            What: what,
            Matter: sets.Made(set, WorkOf(what)) is { } step ? (await matters.ReadAsync(step.Matter, cancellationToken))?.Matter : null)));
        var all = await said;
        return [.. found.Select(one => Of(set, one.What, one.Matter, all))];
    }

    private async Task<DisclosureView?> ViewAsync(
        Person actor,
        MatterNumber number,
        DisclosedWhat what,
        CancellationToken cancellationToken)
    {
        if (await sets.ReadAsync(number, cancellationToken) is not { } set || !set.IsSeenBy(actor))
        {
            return null;
        }

        var said = SaidAsync(set, cancellationToken);
        var matter = sets.Made(set, WorkOf(what)) is { } step
            ? (await matters.ReadAsync(step.Matter, cancellationToken))?.Matter
            : null;
        return Of(set, what, matter, await said);
    }

    /// <summary>
    /// Decides, and decides again inside the batch of the matter's step by what stands there: where that is another step, it
    /// begins anew.
    /// </summary>
    private async Task<DisclosureResult> DoAsync(
        string commandId,
        Person actor,
        MatterNumber number,
        DisclosedWhat what,
        Func<DisclosureView, (DisclosureStep? Step, IReadOnlyList<DisclosureRefusal> Why)> decide,
        CancellationToken cancellationToken)
    {
        var people = await directory.ReadAsync(cancellationToken);
        for (var attempt = 0; ; attempt++)
        {
            if (await ViewAsync(actor, number, what, cancellationToken) is not { } view)
            {
                return new DisclosureResult.NotFound();
            }

            var (step, why) = decide(view);
            var forName = ForNameOf(actor, view, step, people);
            if (step is null)
            {
                return await RepeatedAsync(commandId, actor, view, cancellationToken)
                    ? new DisclosureResult.Done(view, true)
                    : new DisclosureResult.Refused(why, view);
            }

            var isStale = false;
            Instant? waitsSince = null;
            DisclosureView? known = view;
            var result = await matters.DoWithAsync(
                commandId,
                actor,
                view.Matter!.Number,
                step.Command,
                async cancellationToken =>
                {
                    // As it was read; and anew where somebody was quicker.
                    var now = known ?? await ViewAsync(actor, number, what, cancellationToken);
                    known = null;
                    var again = now is null ? null : decide(now).Step;
                    isStale = again is null || again.Command != step.Command;
                    if (isStale)
                    {
                        return null;
                    }

                    waitsSince = DisclosureRules.WaitsSince(now!, again!.Written);
                    return Changes(now!, Named(again, forName), actor, forName, people);
                },
                cancellationToken,
                // Whoever reviews the matter anyway does so as they always do.
                step.IsAllowed && !Permissions.May(actor, Acts.RightFor(step.Command.Act), view.Matter.Subject),
                matter => matter with { ExemptionAskedAt = waitsSince, Progress = step.Standing ?? matter.Progress });
            if (isStale && result is not CommandResult.Done && attempt < Attempts)
            {
                continue;
            }

            // What was written is known; what stands otherwise is read.
            var after = result is CommandResult.Done { Repeated: false } written
                ? Of(view.Set, what, written.Family.Matter, [.. Named(step, forName).Written, .. view.Parts.Select(part => part.Said).OfType<Disclosure>()])
                : await ViewAsync(actor, number, what, cancellationToken) ?? view;
            return result switch
            {
                CommandResult.Done done => new DisclosureResult.Done(after, done.Repeated),
                CommandResult.Refused refused => new DisclosureResult.Refused(
                    [.. refused.Refusals.Select(one => new DisclosureRefusal(DisclosureRefusalReason.OfMatter) { Matter = one })],
                    after),
                _ => new DisclosureResult.NotFound(),
            };
        }
    }

    /// <summary>Whether what is refused now was done by this very command before: an answer that came late is asked for again.</summary>
    private async Task<bool> RepeatedAsync(string commandId, Person actor, DisclosureView view, CancellationToken cancellationToken) =>
        await store.ReadAsync(
            DisclosureRows.Table,
            view.Set.Number.City.Value,
            CommandRows.AppliedKey(commandId),
            cancellationToken) is { } applied
            && applied.Text("Actor") == actor.Id;

    /// <summary>Of the person for whom the actor stands in with a step of their own right; null in one's own name.</summary>
    private static string? ForNameOf(Person actor, DisclosureView view, DisclosureStep? step, LiaisonDirectory people) =>
        step?.Act is not { } act
            ? null
            : people.InNameOf(Permissions.Check(
                actor,
                act is SetAct.Exempt or SetAct.RefuseExemption ? Right.ExemptFromDisclosure : Right.Work,
                view.Matter!.Subject));

    /// <summary>With whom the place's officer stood in for; an answer of the office leaves that as it is.</summary>
    private static DisclosureStep Named(DisclosureStep step, string? forName) =>
        step.Act is SetAct.Disclose or SetAct.AskExemption
            ? step with { Written = [.. step.Written.Select(said => said with { ForName = forName })] }
            : step;

    private IReadOnlyList<Change> Changes(
        DisclosureView view,
        DisclosureStep step,
        Person actor,
        string? forName,
        LiaisonDirectory people)
    {
        var (set, now) = (view.Set, clock.GetCurrentInstant());
        List<Change> changes = [];
        foreach (var said in step.Written)
        {
            var row = DisclosureRows.ToRow(set.Number, said);
            changes.Add(said.ETag is { } tag ? new Change.Replace(row, tag) : new Change.Insert(row));
        }

        if (step.Act is { } act)
        {
            var after = set with { LastEvent = set.LastEvent + 1 };
            changes.AddRange(SetService.Changes(set, after));
            changes.Add(new Change.Insert(SetRows.ToRow(
                set.Number,
                new SetEvent(after.LastEvent, act, now, actor.Id, actor.Name, step.Note) { ForName = forName })));
        }

        if (step.TellsOffice)
        {
            changes.AddRange(ToOffice(view.Matter!, step.Command, actor, now, people));
        }

        return changes;
    }

    /// <summary>The office answers, wherever the review is somebody else's.</summary>
    private static IEnumerable<Change> ToOffice(
        Matter matter,
        MatterCommand command,
        Person actor,
        Instant now,
        LiaisonDirectory people)
    {
        List<Person> told = command.Act == Act.HandIn ? [.. Recipients.Reviewers(matter, people)] : [];
        var text = (command as MatterCommand.HandIn)?.Result ?? (command as MatterCommand.ReportProgress)?.Progress;
        var index = FirstOfOffice;
        foreach (var person in people.Told(Role.Office, matter.Area.Province)
            .Where(person => person.Id != actor.Id && told.TrueForAll(one => one.Id != person.Id)))
        {
            yield return new Change.Insert(OutboxRows.ToRow(OutboxRows.Outbox, new OutboxMessage(
                OutboxMessage.NewId(matter.Number, matter.LastEntry + 1, now, index++),
                person.Id,
                matter.Number,
                command.Act.ToString(),
                actor.Name,
                now,
                text,
                null)));
        }
    }
}
