using LiaisonBot.Core.Areas;
using LiaisonBot.Core.Calendar;
using LiaisonBot.Core.Evidence;
using LiaisonBot.Core.People;
using LiaisonBot.Core.Storage;
using NodaTime;
using static LiaisonBot.Core.Matters.RefusalReason;

namespace LiaisonBot.Core.Matters;

/// <summary>
/// The rules of the matter (design §5): pure functions from the matter, the command, the actor and the moment to a
/// refusal with a reason, or to the matter as it then stands with its history and messages. Whether the actor may see
/// the matter is checked before.
/// </summary>
public static class MatterRules
{
    public static Decision Decide(MatterCommand command, Person actor, DecisionContext context)
    {
        if (command is MatterCommand.Assign assign)
        {
            return WithEvidence(Assign(assign.Draft, actor, context), assign, assign.Draft.Evidence, null, actor);
        }

        var tree = context.Family!;
        var right = Acts.RightFor(command.Act, tree.Matter.State);
        var grant = Permissions.Check(actor, right, tree.Matter.Subject);
        if (!context.AlreadyAllowed && grant is null)
        {
            // Whoever worked on it took a step that is over, and not one that they may not take.
            return new Decision.Refused([command.Act == Act.Undo && !tree.Matter.IsOpen
                ? new(WrongState, State: tree.Matter.State)
                : new(NotAllowed, Right: right)]);
        }

        context = context with { For = grant?.For };
        if (WhyNot(command.Act, tree, actor, context.Now) is { } refusal)
        {
            return new Decision.Refused([refusal]);
        }

        return WithEvidence(
            Apply(command, tree, actor, context),
            command,
            command.Evidence,
            tree.Matter,
            actor);
    }

    /// <summary>
    /// What came with a step belongs to it: on the matter, each file once, and by its name in the history.
    /// </summary>
    private static Decision WithEvidence(
        Decision decision,
        MatterCommand command,
        IReadOnlyList<EvidenceItem> came,
        Matter? before,
        Person actor)
    {
        if (decision is not Decision.Accepted accepted
            || !Acts.TakesEvidence(command.Act)
            || (came.Count == 0 && command.Act != Act.AddEvidence))
        {
            return decision;
        }

        var entry = accepted.Entries.Last(e => e.Act == command.Act);
        var matter = accepted.Matters.Single(m => m.Number == entry.Number);
        var added = came.ExceptBy((before?.Evidence ?? []).Select(item => item.Id), item => item.Id)
            .DistinctBy(item => item.Id)
            .Select(item => item with { At = entry.At, By = actor.Id, Entry = entry.Sequence })
            .ToList();
        if (added.Count == 0)
        {
            return command.Act == Act.AddEvidence ? new Decision.Refused([new(NothingToAdd)]) : decision;
        }

        if (matter.Evidence.Count + added.Count > EvidenceLimits.OfMatter)
        {
            return new Decision.Refused([new(TooMuchEvidence, Limit: EvidenceLimits.OfMatter)]);
        }

        return accepted with
        {
            Matters = [.. accepted.Matters.Select(m =>
                m.Number == matter.Number ? m with { Evidence = [.. m.Evidence, .. added] } : m)],
            Entries = [.. accepted.Entries.Select(e =>
                e == entry ? e with { Evidence = [.. added.Select(item => item.Name)] } : e)],
        };
    }

    /// <summary>
    /// What the actor may do with the matter now: the same rules as <see cref="Decide"/>, but for what is typed in.
    /// </summary>
    public static IReadOnlyList<Act> Possible(MatterTree tree, Person actor, Instant now)
    {
        var subject = tree.Matter.Subject;
        return [.. Acts.All.Where(act => act != Act.Assign
            // The office's own answer may close it; nobody does before.
            && !(act == Act.Close && tree.Matter.ExemptionAskedAt is not null)
            && IsArrow(act, tree.Matter)
            && Permissions.May(actor, Acts.RightFor(act, tree.Matter.State), subject)
            && WhyNot(act, tree, actor, now) is null)];
    }

    /// <summary>
    /// Why the act is not possible from where the matter stands; null when it is.
    /// </summary>
    private static Refusal? WhyNot(Act act, MatterTree tree, Person actor, Instant now)
    {
        var (matter, today) = (tree.Matter, BeijingTime.Today(now));
        if (!IsArrow(act, matter))
        {
            return new(WrongState, State: matter.State);
        }

        if (matter.LastEntry >= MatterLimits.Entries && CanGoOnForEver(act))
        {
            return new(TooManyEntries, Limit: MatterLimits.Entries);
        }

        return act switch
        {
            Act.Correct when !IsCorrectable(matter, now) && (matter.Declined is null || matter.ReferredTo is not null) =>
                new(CorrectionOver, Limit: (int)MatterLimits.Correctable.TotalMinutes),
            Act.ChangeDue when IsCorrectable(matter, now) =>
                new(StillCorrectable, Limit: (int)MatterLimits.Correctable.TotalMinutes),
            Act.ChangeDue when matter.Extension is { } asked
                && IsOwnWork(asked.AskedBy, asked.AskedFor, act, matter, actor) => new(OwnWork),
            Act.ChangeDue when tree.Parent is { } parent && HasNoOtherDay(matter, parent, today) =>
                new(DueAfterParent, Date: parent.Due),
            Act.Undo when matter.LastStep is not { Before: not null } last || !actor.Is(last.By) => new(NothingToUndo),
            Act.Undo when !matter.IsOpen && now - matter.LastStep!.At > MatterLimits.ClosingUndoable =>
                new(UndoOver, Limit: (int)MatterLimits.ClosingUndoable.TotalMinutes),
            Act.Undo or Act.Reopen when !matter.IsOpen && tree.Parent is { State: not MatterState.InProgress } parent =>
                new(ParentGoesOn, Matters: [parent]),
            Act.Reopen when matter.LastStep is { Act: Act.Close, Before: not null } last
                && actor.Is(last.By)
                && now - last.At <= MatterLimits.ClosingUndoable =>
                new(StillUndoable, Limit: (int)MatterLimits.ClosingUndoable.TotalMinutes),
            Act.Reopen when tree.Parent is { } parent && parent.Due < today => new(DueAfterParent, Date: parent.Due),
            Act.Decline or Act.Urge when matter.Declined is not null => new(DeclinePending),
            Act.Decline when matter.InsistedAt is not null => new(AlreadyInsisted),
            Act.Insist when matter.Declined is null => new(NoDeclinePending),
            Act.Insist when IsOwnWork(matter.Declined.By, null, act, matter, actor) => new(OwnWork),
            Act.HandIn or Act.Refer when tree.HasOpenChildren => new(ChildrenOpen),
            Act.Close when IsOwnWork(matter.HandedInBy, matter.HandedInFor, act, matter, actor) => new(OwnWork),
            Act.Return or Act.Reopen when matter.Requirements.Count >= MatterLimits.Requirements =>
                new(TooManyReturns, Limit: MatterLimits.Requirements),
            Act.RequestExtension when matter.Extension is not null =>
                new(ExtensionPending, Date: matter.Extension.Until),
            Act.RequestExtension when today > matter.Due => new(AlreadyOverdue, Date: matter.Due),
            Act.RequestExtension when tree.Parent is { } parent && matter.Due >= parent.Due =>
                new(DueAfterParent, Date: parent.Due),
            Act.GrantExtension or Act.RefuseExtension when matter.Extension is null => new(NoExtensionPending),
            Act.GrantExtension or Act.RefuseExtension
                when IsOwnWork(matter.Extension.AskedBy, matter.Extension.AskedFor, act, matter, actor) => new(OwnWork),
            Act.GrantExtension when tree.Parent is { } parent && (matter.Due >= parent.Due || today > parent.Due) =>
                new(DueAfterParent, Date: parent.Due),
            Act.PutOnLedger when matter.Supervision != Supervision.None => new(SupervisionStep),
            Act.Docket when matter.Supervision != Supervision.Ledger => new(SupervisionStep),
            Act.AcceptDocket when matter.Supervision != Supervision.DocketAsked => new(SupervisionStep),
            Act.PassOn or Act.Refer when matter.Number.IsChild => new(IsChild),
            Act.PassOn when matter.Area.Level != AreaLevel.City || matter.ReferredTo is not null => new(NotBelow),
            Act.Answer when Answerable(matter, actor) is null => new(NothingAsked),
            Act.DropQuestion when AskedBy(matter, actor) is null => new(NothingAskedByThem),
            Act.Follow when matter.Followers.Contains(actor.Id) => new(AlreadyFollowed),
            Act.Follow when matter.Followers.Count >= MatterLimits.Followers =>
                new(TooManyFollowers, Limit: MatterLimits.Followers),
            Act.Unfollow when !matter.Followers.Contains(actor.Id) => new(NotFollowed),
            Act.AddEvidence when matter.Evidence.Count >= EvidenceLimits.OfMatter =>
                new(TooMuchEvidence, Limit: EvidenceLimits.OfMatter),
            Act.PassOn when matter.LastChild >= MatterLimits.Children =>
                new(TooManyChildren, Limit: MatterLimits.Children),
            _ => null,
        };
    }

    /// <summary>Whether the act leads on from the state in which the matter is: the arrows of the diagram.</summary>
    private static bool IsArrow(Act act, Matter matter) => act switch
    {
        Act.Sign or Act.Correct or Act.Decline or Act.Insist => matter.State == MatterState.Assigned,
        Act.ReportProgress or Act.HandIn or Act.RequestExtension or Act.GrantExtension or Act.RefuseExtension =>
            matter.State == MatterState.InProgress,
        Act.Close or Act.Return => matter.State == MatterState.HandedIn,
        Act.Reopen => matter.State == MatterState.Closed,
        Act.Undo => matter.IsOpen || matter.State == MatterState.Closed,
        Act.Urge or Act.Refer or Act.PassOn => matter.State is MatterState.Assigned or MatterState.InProgress,
        Act.Assign or Act.PutOnLedger or Act.Docket or Act.AcceptDocket or Act.Withdraw or Act.ChangeDue
            or Act.AddEvidence or Act.Ask or Act.Answer or Act.Remark or Act.DropQuestion or Act.Follow
            or Act.Unfollow or Act.HandOver or Act.ApplyPlan or Act.AnswerExemption or Act.Remind or Act.Recount
            or Act.Unreached or Act.Moved => matter.IsOpen,
    };

    /// <summary>What was just assigned is put right; with a step it is somebody's work.</summary>
    private static bool IsCorrectable(Matter matter, Instant now) =>
        matter.State == MatterState.Assigned
            && now - matter.AssignedAt <= MatterLimits.Correctable
            && matter.ReferredTo is null;

    /// <summary>Whether no day is left for what was passed on, from today to the parent's due date.</summary>
    private static bool HasNoOtherDay(Matter matter, Matter parent, LocalDate today) =>
        parent.Due < today || (parent.Due == today && matter.Due == today);

    /// <summary>
    /// Nobody reviews their own work, also not through somebody else: who did it, or had it done in their name, does not
    /// decide on it; nor does whoever stands in for them, or stands in for the reviewer and has to do the matter
    /// themselves.
    /// </summary>
    /// <param name="by">Who did it, and <paramref name="inNameOf"/> whom they stood in for.</param>
    private static bool IsOwnWork(string? by, string? inNameOf, Act act, Matter matter, Person actor)
    {
        if (actor.Is(by) || actor.Is(inNameOf))
        {
            return true;
        }

        return Permissions.Check(actor, Acts.RightFor(act), matter.Subject)?.For is { } represented
            && (represented == by
                || represented == inNameOf
                || Permissions.May(actor with { Grants = [.. actor.OwnGrants] }, Right.Work, matter.Subject));
    }

    /// <summary>
    /// Steps that bring a matter no nearer to its end are limited by its history; the others are few, and must stay
    /// possible.
    /// </summary>
    private static bool CanGoOnForEver(Act act) =>
        act is Act.Correct or Act.ChangeDue or Act.ReportProgress or Act.RequestExtension or Act.Urge or Act.PassOn
            or Act.Refer or Act.AddEvidence or Act.Ask or Act.Remark or Act.Undo or Act.Reopen or Act.Decline;

    private static Decision Apply(
        MatterCommand command,
        MatterTree tree,
        Person actor,
        DecisionContext context) => command switch
        {
            MatterCommand.Correct c => Correct(c, tree, actor, context),
            MatterCommand.ChangeDue c => ChangeDue(c, tree, actor, context),
            MatterCommand.Undo c => Undo(c, tree, actor, context),
            MatterCommand.Decline c => Decline(c, tree.Matter, actor, context),
            MatterCommand.Insist c =>
                Remark(
                    tree.Matter with
                    {
                        Declined = null,
                        InsistedAt = context.Now,
                        WithHolderSince = context.Now,
                    },
                    c.Act,
                    c.Reason,
                    true,
                    actor,
                    context),
            MatterCommand.Reopen c => Reopen(c, tree, actor, context),
            MatterCommand.Sign => Sign(tree.Matter, actor, context),
            MatterCommand.ReportProgress c => ReportProgress(c, tree, actor, context),
            MatterCommand.HandIn c => HandIn(c, tree.Matter, actor, context),
            MatterCommand.Close c => Close(c, tree, actor, context),
            MatterCommand.Return c => Return(c, tree, actor, context),
            MatterCommand.RequestExtension c => RequestExtension(c, tree, actor, context),
            MatterCommand.GrantExtension c => GrantExtension(c, tree, actor, context),
            MatterCommand.RefuseExtension c =>
                Remark(tree.Matter with { Extension = null }, c.Act, c.Reason, true, actor, context),
            MatterCommand.Urge c => Remark(tree.Matter, c.Act, c.Note, false, actor, context),
            MatterCommand.PutOnLedger c =>
                Remark(
                    tree.Matter with { Supervision = Supervision.Ledger, OnLedgerSince = context.Now },
                    c.Act,
                    c.Reason,
                    true,
                    actor,
                    context),
            MatterCommand.Docket c =>
                Remark(tree.Matter with { Supervision = Supervision.DocketAsked }, c.Act, c.Reason, true, actor, context),
            MatterCommand.AcceptDocket c =>
                Remark(tree.Matter with { Supervision = Supervision.Docketed }, c.Act, c.Note, false, actor, context),
            MatterCommand.Refer c => Refer(c, tree.Matter, actor, context),
            MatterCommand.AddEvidence c => AddEvidence(c, tree.Matter, actor, context),
            MatterCommand.Ask c => Ask(c, tree.Matter, actor, context),
            MatterCommand.Answer c => Answer(c, tree.Matter, actor, context),
            MatterCommand.DropQuestion => DropQuestion(tree.Matter, actor, context),
            MatterCommand.Remark c => Say(c, tree.Matter, actor, context),
            MatterCommand.Follow => Following(tree.Matter, [.. tree.Matter.Followers, actor.Id], actor, context),
            MatterCommand.Unfollow =>
                Following(tree.Matter, [.. tree.Matter.Followers.Where(id => id != actor.Id)], actor, context),
            MatterCommand.Withdraw c => Withdraw(c, tree, actor, context),
            MatterCommand.PassOn c => PassOn(c, tree, actor, context),
            MatterCommand.HandOver c => HandOver(c, tree.Matter, actor, context),
            MatterCommand.ApplyPlan c => ApplyPlan(c, tree.Matter, actor, context),
            MatterCommand.AnswerExemption c => Remark(tree.Matter, c.Act, c.Text, false, actor, context),
            _ => throw new InvalidOperationException($"No rule for {command.Act}."),
        };

    private static Decision Assign(MatterDraft draft, Person actor, DecisionContext context)
    {
        var checks = new Checks(context.Today);
        var title = checks.Text(draft.Title, Fields.Title, MatterLimits.Title);
        var responsible = checks.Text(draft.Responsible, Fields.Responsible, MatterLimits.Responsible);
        var target = checks.Text(draft.Target, Fields.Target, MatterLimits.Target);
        var basis = checks.Optional(draft.Basis, Fields.Basis, MatterLimits.Basis);

        Grant? grant = null;
        if (draft.Area is not { } area)
        {
            checks.Refuse(Missing, Fields.Area);
        }
        else if (area.Level == AreaLevel.Province || area.IsHeading || context.Directory.Areas.Find(area) is null)
        {
            checks.Refuse(UnknownArea, Fields.Area);
        }
        else if (!context.AlreadyAllowed
            && (grant = Permissions.Check(actor, Right.Assign, Subject.Place(area))) is null)
        {
            checks.Add(new(NotAllowed, Fields.Area, Right: Right.Assign));
        }

        var from = draft.DueFrom ?? context.Today;
        var due = draft.Due is null ? default : DueRule.Resolve(draft.Due, from, context.Calendar);
        if (draft.Due is null)
        {
            checks.Refuse(Missing, Fields.Due);
        }
        else
        {
            checks.Due(due.Date, Fields.Due, null);
        }

        if (checks.Failed(out var refused))
        {
            return refused;
        }

        var steps = new Steps(actor, context with { For = grant?.For });
        steps.Take(
            new Matter
            {
                Number = context.Number,
                Title = title,
                Area = draft.Area!.Value,
                Responsible = responsible,
                Target = target,
                Due = due.Date,
                DueProvisional = due.Provisional,
                DueSpan = draft.Due!,
                DueFrom = from,
                Urgency = draft.Urgency,
                Basis = basis,
                FromRule = draft.FromRule,
                Finding = draft.Finding,
                SetStep = draft.SetStep,
                Origin = draft.Origin,
                State = draft.Finding is null && !draft.IsSigned ? MatterState.Assigned : MatterState.InProgress,
                Team = context.AlreadyAllowed ? draft.Team : grant!.Team,
                Lead = draft.Lead,
                AssignedBy = actor.Id,
                AssignedByName = actor.Name,
                AssignedAt = context.Now,
                WithHolderSince = context.Now,
                DueSetAt = context.Now,
                PolicyVersion = context.Policies.InForce.Version,
            },
            Act.Assign,
            target,
            due.Date,
            draft.Area,
            tell: (draft.Finding is null || draft.TellsOfFinding) && !draft.IsSilent,
            gatherOthers: draft.IsOneOfMany && draft.Urgency != Urgency.Urgent,
            gather: draft.IsGathered);
        return steps.Accept();
    }

    private static Decision.Accepted Sign(Matter matter, Person actor, DecisionContext context)
    {
        var steps = new Steps(actor, context);
        steps.Take(Signed(matter, context), Act.Sign);
        return steps.Accept();
    }

    /// <summary>
    /// Everything that was filled in may be put right; of what was passed on only what the city itself said. Who no
    /// longer holds it is told too.
    /// </summary>
    private static Decision Correct(
        MatterCommand.Correct command,
        MatterTree tree,
        Person actor,
        DecisionContext context)
    {
        var (matter, checks) = (tree.Matter, new Checks(context.Today));
        string Text(string? typed, string stands, string field, int limit) =>
            typed is null ? stands : checks.Text(typed, field, limit);
        string? Optional(string? typed, string? stands, string field, int limit) =>
            typed is null ? stands : checks.Optional(typed, field, limit);

        var due = command.Due is null || (command.Due == matter.DueSpan && (command.DueFrom ?? matter.DueFrom) == matter.DueFrom)
            ? new(matter.Due, matter.DueProvisional)
            : DueRule.Resolve(command.Due, command.DueFrom ?? context.Today, context.Calendar);
        if (due.Date != matter.Due)
        {
            checks.Due(due.Date, Fields.Due, tree.Parent);
        }

        var area = command.Area ?? matter.Area;
        if (area != matter.Area)
        {
            CheckMove(area, matter, actor, context, checks);
        }

        var next = matter with
        {
            Title = Text(command.Title, matter.Title, Fields.Title, MatterLimits.Title),
            Area = area,
            Responsible = CorrectedResponsible(
                Text(command.Responsible, matter.Responsible, Fields.Responsible, MatterLimits.Responsible),
                area,
                matter,
                context,
                checks),
            Target = Text(command.Target, matter.Target, Fields.Target, MatterLimits.Target),
            Urgency = command.Urgency ?? matter.Urgency,
            Basis = Optional(command.Basis, matter.Basis, Fields.Basis, MatterLimits.Basis),
            PassOnNote = matter.Number.IsChild
                ? Optional(command.Note, matter.PassOnNote, Fields.Note, MatterLimits.Note)
                : null,
            WithHolderSince = area == matter.Area ? matter.WithHolderSince : context.Now,
            // Who declined it, asked or was asked has it no more.
            Declined = area == matter.Area ? matter.Declined : null,
            HolderAsks = area == matter.Area ? matter.HolderAsks : null,
            ReviewerAsks = area == matter.Area ? matter.ReviewerAsks : null,
            InsistedAt = area == matter.Area ? matter.InsistedAt : null,
        };
        if (due.Date != matter.Due)
            next = next with
            {
                Due = due.Date,
                DueProvisional = due.Provisional,
                DueSpan = command.Due!,
                DueFrom = command.DueFrom ?? context.Today,
                DueSetAt = context.Now
            };
        if (checks.Failed(out var refused))
        {
            return refused;
        }

        var corrections = Corrections(matter, next);
        if (corrections.Count == 0)
        {
            return new Decision.Refused([new(NothingToCorrect)]);
        }

        if (matter.Number.IsChild
            && corrections.FirstOrDefault(c => c.Field is not (Fields.Due or Fields.Note)) is { } parents)
        {
            return new Decision.Refused([new(OfParent, parents.Field)]);
        }

        var steps = new Steps(actor, context);
        next = steps.Take(
            next,
            Act.Correct,
            Correction.Write(corrections),
            due.Date == matter.Due ? null : due.Date,
            area == matter.Area ? null : area);
        foreach (var person in Recipients.NoLonger(matter, next, actor, context.Directory))
        {
            steps.Tell(next, Act.Moved, person, matter.Title);
        }

        return steps.Accept();
    }

    /// <summary>As an assignment to the place would be checked; the number stays, and with it the city.</summary>
    private static void CheckMove(AreaCode area, Matter matter, Person actor, DecisionContext context, Checks checks)
    {
        if (area.Level == AreaLevel.Province || area.IsHeading || context.Directory.Areas.Find(area) is null)
        {
            checks.Refuse(UnknownArea, Fields.Area);
        }
        else if (area.City != matter.Number.City)
        {
            checks.Refuse(OtherCity, Fields.Area);
        }
        else if (!matter.Number.IsChild && !Permissions.May(actor, Right.Assign, Subject.Place(area)))
        {
            checks.Add(new(NotAllowed, Fields.Area, Right: Right.Assign));
        }
    }

    /// <summary>
    /// A responsible party that was only the place's name goes along with the place; another that names it has to be
    /// given anew.
    /// </summary>
    private static string CorrectedResponsible(
        string responsible,
        AreaCode area,
        Matter matter,
        DecisionContext context,
        Checks checks)
    {
        if (area == matter.Area
            || responsible != matter.Responsible
            || context.Directory.Areas.Find(matter.Area)?.Name is not { } name)
        {
            return responsible;
        }

        if (responsible == name)
        {
            return context.Directory.Areas.Find(area)?.Name ?? responsible;
        }

        if (responsible.Contains(name, StringComparison.Ordinal))
        {
            checks.Refuse(ResponsibleElsewhere, Fields.Responsible);
        }

        return responsible;
    }

    private static List<Correction> Corrections(Matter was, Matter now) =>
        [.. new Correction[]
        {
            new(Fields.Due, Columns.Date(was.Due), Columns.Date(now.Due)),
            new(Fields.Area, was.Area.Value, now.Area.Value),
            new(Fields.Responsible, was.Responsible, now.Responsible),
            new(Fields.Title, was.Title, now.Title),
            new(Fields.Target, was.Target, now.Target),
            new(Fields.Urgency, was.Urgency.ToString(), now.Urgency.ToString()),
            new(Fields.Basis, was.Basis, now.Basis),
            new(Fields.Note, was.PassOnNote, now.PassOnNote),
        }.Where(c => c.Was != c.Now)];

    /// <summary>
    /// What was passed on stays within the date of the matter above. A request that waits is answered: nobody is left
    /// to decide on a date that has been set.
    /// </summary>
    private static Decision ChangeDue(
        MatterCommand.ChangeDue command,
        MatterTree tree,
        Person actor,
        DecisionContext context)
    {
        var (matter, checks) = (tree.Matter, new Checks(context.Today));
        var reason = checks.Text(command.Reason, Fields.Reason, MatterLimits.Note);
        if (command.Due is not { } due)
        {
            checks.Refuse(Missing, Fields.Due);
            due = matter.Due;
        }
        else if (due == matter.Due)
        {
            checks.Refuse(DueSame, Fields.Due, date: due);
        }
        else
        {
            checks.Due(due, Fields.Due, tree.Parent);
            if (tree.Children.Where(child => child.IsOpen && child.Due > due).ToList() is { Count: > 0 } later)
            {
                checks.Add(new(DueBeforeChildren, Fields.Due, Date: later.Max(child => child.Due), Matters: later));
            }
        }

        if (checks.Failed(out var refused))
        {
            return refused;
        }

        var after = WithDue(matter, due, context) with { Extension = null };
        if (command.Counted is { } counted)
        {
            after = after with
            {
                DueSpan = counted.Span,
                DueFrom = counted.From,
                DueProvisional = DueRule.Resolve(counted.Span, counted.From, context.Calendar).Provisional,
            };
        }

        var steps = new Steps(actor, context);
        steps.Take(
            after,
            Act.ChangeDue,
            reason,
            due,
            moved: (matter.Due, matter.Extension?.Until));
        return steps.Accept();
    }

    /// <summary>
    /// The matter is as if the step had not been taken; the history keeps both. Who was told of a hand-in is told of
    /// this.
    /// </summary>
    private static Decision Undo(MatterCommand.Undo command, MatterTree tree, Person actor, DecisionContext context)
    {
        var matter = tree.Matter;
        var (last, before) = (matter.LastStep!, matter.LastStep!.Before!);
        if (command.Entry is { } entry && entry != last.Entry)
        {
            return new Decision.Refused([new(NothingToUndo)]);
        }

        var taken = matter.Evidence.Where(item => item.Entry == last.Entry).ToList();
        matter = matter with { Evidence = [.. matter.Evidence.Except(taken)] };
        if (last.Act == Act.Close)
        {
            return WithoutEvidence(UndoClosing(tree with { Matter = matter }, actor, context), taken);
        }

        var undone = last.Act switch
        {
            Act.HandIn => matter with
            {
                State = MatterState.InProgress,
                Result = before.Text,
                HandedInAt = before.At,
                HandedInBy = before.By,
                HandedInFor = null,
                Extension = before.Extension
            },
            Act.Decline => matter with { Declined = null },
            Act.AddEvidence => matter,
            _ => matter with { Progress = before.Text, ProgressAt = before.At },
        };
        var steps = new Steps(actor, context);
        var isTold = last.Act is Act.HandIn or Act.Decline
            || (last.Act == Act.AddEvidence && matter.State == MatterState.HandedIn);
        undone = steps.Take(undone, Act.Undo, last.Act.ToString(), tell: isTold);
        if (last.Act == Act.ReportProgress)
        {
            TellFollowers(tree, undone, Act.Undo, last.Act.ToString(), actor, context, steps);
        }

        return WithoutEvidence(steps.Accept(), taken);
    }

    /// <summary>The history names what the step takes from view.</summary>
    private static Decision.Accepted WithoutEvidence(Decision.Accepted accepted, List<EvidenceItem> taken) =>
        accepted with
        {
            Entries = [.. accepted.Entries.Select(e => e with { Evidence = [.. taken.Select(item => item.Name)] })],
        };

    /// <summary>It waits for its review again; whoever was told of the closing is told of this.</summary>
    private static Decision.Accepted UndoClosing(MatterTree tree, Person actor, DecisionContext context)
    {
        var steps = new Steps(actor, context);
        var matter = steps.Take(
            tree.Matter with { State = MatterState.HandedIn, EndedAt = null },
            Act.Undo,
            nameof(Act.Close),
            tell: false);
        foreach (var person in Recipients.Of(Act.Close, matter, actor, context.Directory))
        {
            steps.Tell(matter, Act.Undo, person, nameof(Act.Close));
        }

        OpenBelow(tree, steps);
        return steps.Accept();
    }

    /// <summary>The matter above counts one closed less.</summary>
    private static void OpenBelow(MatterTree tree, Steps steps)
    {
        if (tree.Parent is { } parent)
        {
            steps.Set(parent with { ChildrenClosed = parent.ChildrenClosed - 1 });
        }
    }

    /// <summary>Back to whoever assigned it or passed it on, who withdraws, refers, gives it elsewhere or insists.</summary>
    private static Decision Decline(
        MatterCommand.Decline command,
        Matter matter,
        Person actor,
        DecisionContext context)
    {
        var checks = new Checks(context.Today);
        var reason = checks.Text(command.Reason, Fields.Reason, MatterLimits.Note);
        return Taken(
            checks,
            matter with { Declined = new(reason, context.Now, actor.Id) },
            Act.Decline,
            reason,
            actor,
            context,
            before: new(null, null, null, null));
    }

    /// <summary>Worked on again until a new date; the reason is what is still required.</summary>
    private static Decision Reopen(MatterCommand.Reopen command, MatterTree tree, Person actor, DecisionContext context)
    {
        var (matter, checks) = (tree.Matter, new Checks(context.Today));
        var reason = checks.Text(command.Reason, Fields.Reason, MatterLimits.Requirement);
        var due = command.Due is null ? default : DueRule.Resolve(command.Due, context.Today, context.Calendar);
        if (command.Due is null)
        {
            checks.Refuse(Missing, Fields.Due);
        }
        else
        {
            checks.Due(due.Date, Fields.Due, tree.Parent);
        }

        if (checks.Failed(out var refused))
        {
            return refused;
        }

        var steps = new Steps(actor, context);
        steps.Take(
            WithDue(matter, due.Date, context) with
            {
                State = MatterState.InProgress,
                EndedAt = null,
                DueSpan = command.Due!,
                DueProvisional = due.Provisional,
                Requirements = [.. matter.Requirements, reason],
                // What waited when it was closed is over.
                HolderAsks = null,
                ReviewerAsks = null,
                Followers = [],
            },
            Act.Reopen,
            reason,
            due.Date);
        OpenBelow(tree, steps);
        return steps.Accept();
    }

    /// <summary>The one step of most commands, unless something is wrong with what was typed.</summary>
    private static Decision Taken(
        Checks checks,
        Matter next,
        Act act,
        string? note,
        Person actor,
        DecisionContext context,
        LocalDate? due = null,
        AreaCode? area = null,
        Replaced? before = null)
    {
        if (checks.Failed(out var refused))
        {
            return refused;
        }

        var steps = new Steps(actor, context);
        steps.Take(next, act, note, due, area, before: before);
        return steps.Accept();
    }

    private static Matter Signed(Matter matter, DecisionContext context) =>
        matter with { State = MatterState.InProgress, SignedAt = context.Now, Declined = null };

    /// <summary>A step that changes little and carries one text.</summary>
    private static Decision Remark(
        Matter next,
        Act act,
        string? typed,
        bool required,
        Person actor,
        DecisionContext context)
    {
        var checks = new Checks(context.Today);
        var field = required ? Fields.Reason : Fields.Note;
        var note = required
            ? checks.Text(typed, field, MatterLimits.Note)
            : checks.Optional(typed, field, MatterLimits.Note);
        return Taken(checks, next, act, note, actor, context);
    }

    /// <summary>Those who follow the matter above are told too.</summary>
    private static Decision ReportProgress(
        MatterCommand.ReportProgress command,
        MatterTree tree,
        Person actor,
        DecisionContext context)
    {
        var (matter, checks) = (tree.Matter, new Checks(context.Today));
        var progress = checks.Text(command.Progress, Fields.Progress, MatterLimits.Progress);
        if (checks.Failed(out var refused))
        {
            return refused;
        }

        var steps = new Steps(actor, context);
        var next = steps.Take(
            matter with { Progress = progress, ProgressAt = context.Now },
            Act.ReportProgress,
            progress,
            tell: false,
            before: new(matter.Progress, matter.ProgressAt, null, null));
        TellFollowers(tree, next, Act.ReportProgress, progress, actor, context, steps);
        return steps.Accept();
    }

    private static void TellFollowers(
        MatterTree tree,
        Matter next,
        Act act,
        string note,
        Person actor,
        DecisionContext context,
        Steps steps)
    {
        var followers = new[] { tree.Matter, tree.Parent }
            .OfType<Matter>()
            .SelectMany(followed => Recipients.Followers(followed, next, context.Directory));
        foreach (var person in Recipients.Told(followers, next, actor))
        {
            steps.Tell(next, act, person, note);
        }
    }

    /// <summary>The side whose question a person can answer now; null when there is none.</summary>
    public static Side? Answerable(Matter matter, Person actor)
    {
        foreach (var side in Enum.GetValues<Side>())
        {
            if (matter.Asks(side) is not null && Sides.SpeaksFor(actor, Sides.Other(side), matter.Subject))
            {
                return side;
            }
        }

        return null;
    }

    /// <summary>What is asked while the same side waits already stands in the same question.</summary>
    private static Decision Ask(MatterCommand.Ask command, Matter matter, Person actor, DecisionContext context)
    {
        var checks = new Checks(context.Today);
        var text = checks.Text(command.Question, Fields.Question, MatterLimits.Note);
        var side = Sides.Of(actor, matter.Subject) ?? throw new InvalidOperationException("They have no part in it.");
        var question = matter.Asks(side)?.And(text, actor.Id) ?? new Question(text, context.Now, [actor.Id]);
        if (question.Text.Length > MatterLimits.Question)
        {
            checks.Refuse(QuestionTooLong, Fields.Question, MatterLimits.Question);
        }

        if (checks.Failed(out var refused))
        {
            return refused;
        }

        var steps = new Steps(actor, context);
        steps.Take(matter.Asking(side, question), Act.Ask, text, side: side);
        return steps.Accept();
    }

    /// <summary>The answer goes to those who asked, with what they asked.</summary>
    private static Decision Answer(MatterCommand.Answer command, Matter matter, Person actor, DecisionContext context)
    {
        var checks = new Checks(context.Today);
        var text = checks.Text(command.Text, Fields.Answer, MatterLimits.Note);
        if (checks.Failed(out var refused))
        {
            return refused;
        }

        var asked = Answerable(matter, actor)!.Value;
        var question = matter.Asks(asked)!;
        var steps = new Steps(actor, context);
        var next = steps.Take(matter.Asking(asked, null), Act.Answer, text, tell: false, side: asked);
        foreach (var person in Recipients.OfAnswer(question, asked, next, actor, context.Directory))
        {
            steps.Tell(next, Act.Answer, person, text, question: question.Text);
        }

        return steps.Accept();
    }

    /// <summary>The side for which a person asked what still waits; null when there is none.</summary>
    private static Side? AskedBy(Matter matter, Person actor)
    {
        foreach (var side in Enum.GetValues<Side>())
        {
            if (matter.Asks(side) is { } question
                && question.By.Any(actor.Is)
                && Sides.SpeaksFor(actor, side, matter.Subject))
            {
                return side;
            }
        }

        return null;
    }

    /// <summary>Those who were asked hear that they need not answer, and so does whoever asked along.</summary>
    private static Decision.Accepted DropQuestion(Matter matter, Person actor, DecisionContext context)
    {
        var side = AskedBy(matter, actor)!.Value;
        var question = matter.Asks(side)!;
        var steps = new Steps(actor, context);
        var next = steps.Take(matter.Asking(side, null), Act.DropQuestion, question.Text, tell: false, side: side);
        foreach (var person in Recipients.OfDroppedQuestion(question, side, next, actor, context.Directory))
        {
            steps.Tell(next, Act.DropQuestion, person, question.Text);
        }

        return steps.Accept();
    }

    /// <summary>Nothing waits for a remark.</summary>
    private static Decision Say(MatterCommand.Remark command, Matter matter, Person actor, DecisionContext context)
    {
        var checks = new Checks(context.Today);
        var text = checks.Text(command.Text, Fields.Note, MatterLimits.Note);
        return Taken(checks, matter, Act.Remark, text, actor, context);
    }

    /// <summary>Who hears of a matter is no step of it: the history says nothing of it, and nobody is told.</summary>
    private static Decision.Accepted Following(
        Matter matter,
        IReadOnlyList<string> followers,
        Person actor,
        DecisionContext context)
    {
        var steps = new Steps(actor, context);
        steps.Set(matter with { Followers = followers });
        return steps.Accept();
    }

    /// <summary>Changes nothing but the evidence, which is added to every step alike.</summary>
    private static Decision AddEvidence(
        MatterCommand.AddEvidence command,
        Matter matter,
        Person actor,
        DecisionContext context)
    {
        var checks = new Checks(context.Today);
        var note = checks.Optional(command.Note, Fields.Note, MatterLimits.Note);
        return Taken(
            checks,
            matter,
            Act.AddEvidence,
            note,
            actor,
            context,
            before: new(null, null, null, null));
    }

    /// <summary>A request for more time that still waits is void with the hand-in.</summary>
    private static Decision HandIn(MatterCommand.HandIn command, Matter matter, Person actor, DecisionContext context)
    {
        var checks = new Checks(context.Today);
        var result = checks.Text(command.Result, Fields.Result, MatterLimits.Result);
        return Taken(
            checks,
            matter with
            {
                State = MatterState.HandedIn,
                Result = result,
                HandedInBy = actor.Id,
                HandedInFor = context.For,
                HandedInAt = context.Now,
                Extension = null
            },
            Act.HandIn,
            result,
            actor,
            context,
            before: new(matter.Result, matter.HandedInAt, matter.HandedInBy, matter.Extension));
    }

    private static Decision Close(MatterCommand.Close command, MatterTree tree, Person actor, DecisionContext context)
    {
        var checks = new Checks(context.Today);
        var note = checks.Optional(command.Note, Fields.Note, MatterLimits.Note);
        if (checks.Failed(out var refused))
        {
            return refused;
        }

        var steps = new Steps(actor, context);
        steps.Take(
            tree.Matter with { State = MatterState.Closed, EndedAt = context.Now },
            Act.Close,
            note,
            before: new(null, null, null, null));
        if (tree.Parent is { } parent)
        {
            steps.Set(parent with { ChildrenClosed = parent.ChildrenClosed + 1 });
        }

        return steps.Accept();
    }

    /// <summary>Says what is still required, which stays with the matter, and may name a new due date.</summary>
    private static Decision Return(MatterCommand.Return command, MatterTree tree, Person actor, DecisionContext context)
    {
        var matter = tree.Matter;
        var checks = new Checks(context.Today);
        var requirement = checks.Text(command.Requirement, Fields.Requirement, MatterLimits.Requirement);
        if (command.Due is { } date && date != matter.Due)
        {
            checks.Due(date, Fields.Due, tree.Parent);
        }

        var returned = matter with
        {
            State = MatterState.InProgress,
            Requirements = [.. matter.Requirements, requirement]
        };
        if (command.Due is { } due && due != matter.Due)
        {
            returned = WithDue(returned, due, context);
        }

        return Taken(checks, returned, Act.Return, requirement, actor, context, returned.Due);
    }

    /// <summary>The due day itself is still in time to ask.</summary>
    private static Decision RequestExtension(
        MatterCommand.RequestExtension command,
        MatterTree tree,
        Person actor,
        DecisionContext context)
    {
        var matter = tree.Matter;
        var checks = new Checks(context.Today);
        var reason = checks.Text(command.Reason, Fields.Reason, MatterLimits.Note);
        var until = checks.Later(command.Until, Fields.Until, tree);
        return Taken(
            checks,
            matter with { Extension = new(reason, until, context.Now, actor.Id) { AskedFor = context.For } },
            Act.RequestExtension,
            reason,
            actor,
            context,
            until);
    }

    /// <summary>The answer names a date; it may be another than the one asked for.</summary>
    private static Decision GrantExtension(
        MatterCommand.GrantExtension command,
        MatterTree tree,
        Person actor,
        DecisionContext context)
    {
        var checks = new Checks(context.Today);
        var until = checks.Later(command.Until ?? tree.Matter.Extension!.Until, Fields.Until, tree);
        var note = checks.Optional(command.Note, Fields.Note, MatterLimits.Note);
        return Taken(
            checks,
            WithDue(tree.Matter, until, context) with { Extension = null },
            Act.GrantExtension,
            note,
            actor,
            context,
            until);
    }

    /// <summary>The department signs for it anew; the place it came from is told and still sees it.</summary>
    private static Decision Refer(MatterCommand.Refer command, Matter matter, Person actor, DecisionContext context)
    {
        var checks = new Checks(context.Today);
        if (command.Department is not { } department)
        {
            checks.Refuse(Missing, Fields.Department);
        }
        else if (department == matter.Holder
            || department == matter.Area
            || !context.Directory.Holding(Role.Department, department).Any())
            checks.Refuse(UnknownArea, Fields.Department);
        var reason = checks.Text(command.Reason, Fields.Reason, MatterLimits.Note);
        return Taken(
            checks,
            matter with
            {
                ReferredTo = command.Department,
                State = MatterState.Assigned,
                WithHolderSince = context.Now,
                SignedAt = null,
                Extension = null,
                Declined = null,
                InsistedAt = null,
                HolderAsks = null,
                ReviewerAsks = null,
            },
            Act.Refer, reason, actor, context, area: command.Department);
    }

    private static Decision Withdraw(
        MatterCommand.Withdraw command,
        MatterTree tree,
        Person actor,
        DecisionContext context)
    {
        var checks = new Checks(context.Today);
        var reason = checks.Text(command.Reason, Fields.Reason, MatterLimits.Note);
        if (checks.Failed(out var refused))
        {
            return refused;
        }

        var steps = new Steps(actor, context);
        steps.Take(
            tree.Matter with
            {
                State = MatterState.Withdrawn,
                EndedAt = context.Now,
                Extension = null,
                Declined = null,
                WithdrawnBecause = reason,
            },
            Act.Withdraw,
            reason);
        if (tree.Parent is { } parent)
        {
            steps.Set(parent with { Children = parent.Children - 1 });
        }

        foreach (var child in tree.Children.Where(c => c.IsOpen))
        {
            steps.Follow(child.Number, command with { Reason = reason });
        }

        return steps.Accept();
    }

    /// <summary>
    /// The next team reviews from now on. State, dates and what waits stay as they are, and so does who may take their
    /// last step back. Nobody is told of each: the teams hear of all of it at once.
    /// </summary>
    private static Decision HandOver(MatterCommand.HandOver command, Matter matter, Person actor, DecisionContext context)
    {
        // It went to another team meanwhile, or has passed already.
        if (matter.Team != command.From)
        {
            return new Decision.Refused([new(WrongState, State: matter.State)]);
        }

        var steps = new Steps(actor, context);
        steps.Take(
            matter with { Team = command.To },
            Act.HandOver,
            HistoryEntry.TeamsOf(command.From, command.To),
            tell: false);
        return steps.Accept();
    }

    /// <summary>
    /// The plan of the set was approved: the finding has its measures, its post and department, and its due date, unless
    /// somebody decided about that one. Nobody is told of each.
    /// </summary>
    private static Decision ApplyPlan(MatterCommand.ApplyPlan command, Matter matter, Person actor, DecisionContext context)
    {
        if (matter.Finding is not { } finding)
        {
            return new Decision.Refused([new(WrongState, State: matter.State)]);
        }

        var due = !matter.DueDecided && command.Due is { } wanted && wanted >= context.Today ? wanted : matter.Due;
        var moved = due != matter.Due;
        var after = matter with
        {
            Finding = finding with
            {
                Measures = command.Measures ?? finding.Measures,
                LeaderPost = command.LeaderPost ?? finding.LeaderPost,
                Department = command.Department ?? finding.Department,
            },
        };
        if (moved)
        {
            after = after with
            {
                Due = due,
                DueProvisional = false,
                DueSpan = new DueSpan.On(due),
                DueFrom = context.Today,
                DueSetAt = context.Now,
            };
        }

        var steps = new Steps(actor, context);
        steps.Take(
            after,
            Act.ApplyPlan,
            command.Measures,
            due,
            tell: false,
            moved: moved ? (matter.Due, null) : null);
        return steps.Accept();
    }

    /// <summary>
    /// Passing on signs for the matter where that was not done yet. Places that do not fit into one batch follow in the
    /// next.
    /// </summary>
    private static Decision PassOn(MatterCommand.PassOn command, MatterTree tree, Person actor, DecisionContext context)
    {
        var matter = tree.Matter;
        var areas = command.Areas.Distinct().Order().ToList();
        // What is left of an allowed step is carried out as it was decided, but for places that someone passed it on to
        // meanwhile.
        if (context.AlreadyAllowed)
        {
            areas.RemoveAll(area => HasOpenChild(tree, area));
        }

        var due = command.Due ?? matter.Due;
        var checks = new Checks(context.Today);
        var note = checks.Optional(command.Note, Fields.Note, MatterLimits.Note);
        if (areas.Count == 0)
        {
            checks.Refuse(Missing, Fields.Areas);
        }

        if (matter.LastChild + areas.Count > MatterLimits.Children)
        {
            checks.Refuse(TooManyChildren, Fields.Areas, MatterLimits.Children);
        }

        foreach (var area in areas)
        {
            CheckPlace(area, tree, context, checks);
        }

        // The parent's own due date stands also when it has passed: the city cannot give more time than it has.
        if (due != matter.Due && !context.AlreadyAllowed)
        {
            checks.Due(due, Fields.Due, matter);
        }

        if (checks.Failed(out var refused))
        {
            return refused;
        }

        var steps = new Steps(actor, context);
        if (matter.State == MatterState.Assigned)
        {
            matter = steps.Take(Signed(matter, context), Act.Sign);
        }

        var made = 0;
        while (made < areas.Count)
        {
            var child = Child(matter, areas[made], due, note, actor, context);
            // The child's own rows, an entry in each history, and those who are told.
            var rows = MatterRows.RowsPerMatter + 2 + Recipients.Of(Act.PassOn, child, actor, context.Directory).Count;
            if (made > 0 && steps.Rows + rows > MatterLimits.RowsForChildren)
            {
                break;
            }

            made++;
            matter = steps.Take(
                matter with { Children = matter.Children + 1, LastChild = child.Number.Child },
                Act.PassOn, note, due, child.Area, tell: false);
            steps.Take(child, Act.PassOn, note, due, child.Area);
        }

        if (made < areas.Count)
        {
            steps.Follow(matter.Number, command with { Areas = [.. areas.Skip(made)] });
        }

        return steps.Accept();
    }

    private static Matter Child(
        Matter parent,
        AreaCode area,
        LocalDate due,
        string? note,
        Person actor,
        DecisionContext context) => new()
        {
            Number = parent.Number with { Child = parent.LastChild + 1 },
            Title = parent.Title,
            Area = area,
            Responsible = context.Directory.Areas.Find(area)!.Name,
            Target = parent.Target,
            Due = due,
            DueProvisional = parent.DueProvisional && due == parent.Due,
            DueSpan = due == parent.Due ? parent.DueSpan : new DueSpan.On(due),
            DueFrom = due == parent.Due ? parent.DueFrom : context.Today,
            Urgency = parent.Urgency,
            Basis = parent.Basis,
            Team = parent.Team,
            Lead = parent.Lead,
            AssignedBy = actor.Id,
            AssignedByName = actor.Name,
            AssignedAt = context.Now,
            WithHolderSince = context.Now,
            DueSetAt = context.Now,
            PolicyVersion = parent.PolicyVersion,
            PassOnNote = note,
            Requirements = parent.Requirements,
        };

    private static void CheckPlace(AreaCode area, MatterTree tree, DecisionContext context, Checks checks)
    {
        if (context.Directory.Areas.Find(area) is null)
        {
            checks.Refuse(UnknownArea, Fields.Areas);
        }
        else if (area == tree.Matter.Area || !tree.Matter.Area.Contains(area))
        {
            checks.Refuse(NotBelow, Fields.Areas);
        }
        else if (HasOpenChild(tree, area))
        {
            checks.Refuse(AlreadyPassedOn, Fields.Areas);
        }
    }

    private static bool HasOpenChild(MatterTree tree, AreaCode area) =>
        tree.Children.Any(c => c.Area == area && c.IsOpen);

    private static Matter WithDue(Matter matter, LocalDate due, DecisionContext context) =>
        matter with
        {
            Due = due,
            DueProvisional = false,
            DueSpan = new DueSpan.On(due),
            DueFrom = context.Today,
            DueSetAt = context.Now,
            DueDecided = true,
        };
}
