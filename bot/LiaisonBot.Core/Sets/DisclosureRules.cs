using System.Text;
using LiaisonBot.Core.Calendar;
using LiaisonBot.Core.Matters;
using LiaisonBot.Core.People;
using NodaTime;

namespace LiaisonBot.Core.Sets;

/// <summary>A step of a disclosure as it is carried out: what is written of it, and what its matter goes through.</summary>
/// <param name="Written">Rows of what is said that change.</param>
/// <param name="Command">Of the matter of the step.</param>
/// <param name="Act">In the history of the set; null where the history of the matter says it.</param>
public sealed record DisclosureStep(
    IReadOnlyList<Disclosure> Written,
    MatterCommand Command,
    SetAct? Act = null,
    string? Note = null)
{
    /// <summary>A right of its own allows it, whatever the matter says of closing and returning.</summary>
    public bool IsAllowed { get; init; }

    /// <summary>
    /// What stands of all its parts now, in the place of the last progress; null where the step itself says it.
    /// </summary>
    public string? Standing { get; init; }

    /// <summary>The office is told beside those whom the step of the matter tells.</summary>
    public bool TellsOffice { get; init; }
}

/// <summary>The rules of disclosure (article 14), as pure functions.</summary>
public static class DisclosureRules
{
    /// <summary>What is said of a set, beside what the rule asks for.</summary>
    /// <param name="said">Of this set; all of it may be given.</param>
    public static DisclosureView View(
        FindingSet set,
        DisclosedWhat what,
        MadeStep? step,
        Matter? matter,
        IReadOnlyList<Disclosure> said,
        DisclosureRule rule)
    {
        var parts = rule.Of(what).Select(duty =>
        {
            var one = said.FirstOrDefault(s => s.What == what && s.To == duty.To);
            return new DisclosurePart(duty, one, StandingOf(one, matter));
        });
        return new(set, what, step, matter, [.. parts]);
    }

    /// <param name="matter">Of the step; null while it is not made.</param>
    public static DisclosureStanding StandingOf(Disclosure? said, Matter? matter) =>
        matter is null or { State: MatterState.Withdrawn } ? DisclosureStanding.NotDue
        : said?.State == DisclosureState.Exempt ? DisclosureStanding.Exempt
        : matter.State == MatterState.Closed ? DisclosureStanding.Confirmed
        : said?.State == DisclosureState.ExemptionAsked ? DisclosureStanding.ExemptionAsked
        : matter.State == MatterState.HandedIn ? DisclosureStanding.Waits
        : said?.State != DisclosureState.Registered ? DisclosureStanding.Missing
        : said.Remark is null ? DisclosureStanding.Registered
        : DisclosureStanding.Returned;

    /// <summary>What is made public is registered by its place; with the last of it the step is handed in.</summary>
    /// <param name="words">What the history of the matter says of what stands then.</param>
    public static (DisclosureStep? Step, IReadOnlyList<DisclosureRefusal> Why) Register(
        DisclosureView view,
        DisclosureDraft draft,
        Person actor,
        DisclosureRule rule,
        WorkingCalendar calendar,
        Instant now,
        Func<IReadOnlyList<Disclosure>, string> words)
    {
        if (WhyClosed(view, draft.To, draft.Seen, actor) is { } why)
        {
            return (null, [why]);
        }

        var part = view.Part(draft.To)!;
        var duty = part.Duty;
        List<DisclosureRefusal> refusals = [];
        var said = new Disclosure(view.What, draft.To, DisclosureState.Registered)
        {
            Way = draft.Way ?? duty.Ways[0],
            Medium = Needed(draft.Medium, DisclosureFields.Medium, DisclosureLimits.Medium, refusals),
            Level = draft.Level ?? duty.LevelFor(view.Set.Area),
            Scope = Text(draft.Scope, DisclosureFields.Scope, DisclosureLimits.Scope, refusals),
            From = draft.From,
            Until = draft.Until,
            Reference = NeedsReference(draft.Way ?? duty.Ways[0])
                ? Needed(draft.Reference, DisclosureFields.Reference, DisclosureLimits.Reference, refusals)
                : Text(draft.Reference, DisclosureFields.Reference, DisclosureLimits.Reference, refusals),
            Content = Text(draft.Content, DisclosureFields.Content, DisclosureLimits.Content, refusals),
            Contact = Text(draft.Contact, DisclosureFields.Contact, DisclosureLimits.Contact, refusals),
            By = actor.Id,
            ByName = actor.Name,
            At = now,
            RuleVersion = rule.Version,
            ETag = part.Said?.ETag,
        };
        if (draft.Way is not { } way)
        {
            refusals.Add(new(DisclosureRefusalReason.Missing, DisclosureFields.Way));
        }
        else if (!duty.Ways.Contains(way))
        {
            refusals.Add(new(DisclosureRefusalReason.WayNotOfRule, DisclosureFields.Way));
        }

        if (said.Level < duty.LevelFor(view.Set.Area))
        {
            refusals.Add(new(DisclosureRefusalReason.LevelTooLow, DisclosureFields.Level));
        }

        CheckDays(view, duty, draft, BeijingTime.Today(now), calendar, refusals);
        return refusals.Count > 0 ? (null, refusals) : (Said(view, said, SetAct.Disclose, words), []);
    }

    /// <summary>Its place asks not to make it public, for one of the reasons of the rule.</summary>
    public static (DisclosureStep? Step, IReadOnlyList<DisclosureRefusal> Why) AskExemption(
        DisclosureView view,
        DisclosedTo to,
        string seen,
        string? reason,
        string? note,
        Person actor,
        DisclosureRule rule,
        Instant now,
        Func<IReadOnlyList<Disclosure>, string> words)
    {
        if (WhyClosed(view, to, seen, actor) is { } why)
        {
            return (null, [why]);
        }

        List<DisclosureRefusal> refusals = [];
        if (string.IsNullOrWhiteSpace(reason))
        {
            refusals.Add(new(DisclosureRefusalReason.Missing, DisclosureFields.Reason));
        }
        else if (rule.Reason(reason) is null)
        {
            refusals.Add(new(DisclosureRefusalReason.UnknownReason, DisclosureFields.Reason));
        }

        var said = new Disclosure(view.What, to, DisclosureState.ExemptionAsked)
        {
            Reason = reason,
            Note = Needed(note, DisclosureFields.Note, DisclosureLimits.Note, refusals),
            By = actor.Id,
            ByName = actor.Name,
            At = now,
            RuleVersion = rule.Version,
            ETag = view.Part(to)!.Said?.ETag,
        };
        return refusals.Count > 0
            ? (null, refusals)
            : (Said(view, said, SetAct.AskExemption, words) with { TellsOffice = true }, []);
    }

    /// <summary>The office answers: 免于公开, or it is to be made public.</summary>
    /// <param name="why">Needed for a no.</param>
    public static (DisclosureStep? Step, IReadOnlyList<DisclosureRefusal> Why) DecideExemption(
        DisclosureView view,
        DisclosedTo to,
        bool agrees,
        string? why,
        Person actor,
        Func<IReadOnlyList<Disclosure>, string> words)
    {
        if (view.Matter is not { } matter)
        {
            return (null, [new(DisclosureRefusalReason.NotYet)]);
        }

        if (!Permissions.May(actor, Right.ExemptFromDisclosure, matter.Subject))
        {
            return (null, [new(DisclosureRefusalReason.NotAllowed)]);
        }

        if (!matter.IsOpen || view.Part(to)?.Said is not { State: DisclosureState.ExemptionAsked } asked)
        {
            return (null, [new(DisclosureRefusalReason.NothingAsked)]);
        }

        List<DisclosureRefusal> refusals = [];
        var remark = agrees
            ? Text(why, DisclosureFields.Note, DisclosureLimits.Note, refusals)
            : Needed(why, DisclosureFields.Note, DisclosureLimits.Note, refusals);
        if (asked.By == actor.Id)
        {
            refusals.Add(new(DisclosureRefusalReason.OwnWork));
        }

        if (refusals.Count > 0)
        {
            return (null, refusals);
        }

        var decided = asked with
        {
            State = agrees ? DisclosureState.Exempt : DisclosureState.ExemptionRefused,
            DecidedBy = actor.Id,
            DecidedByName = actor.Name,
            Remark = agrees ? null : remark,
        };
        var isHandedIn = matter.State == MatterState.HandedIn;
        var endsIt = agrees && isHandedIn && view.Parts.All(part => part.Duty.To == to || part.Said?.State == DisclosureState.Exempt);
        MatterCommand command = endsIt ? new MatterCommand.Close(words([decided]))
            : !agrees && isHandedIn ? new MatterCommand.Return(words([decided]))
            : new MatterCommand.AnswerExemption(words([decided]));
        var standing = view.Parts.Select(part => part.Duty.To == to ? decided : part.Said).OfType<Disclosure>();
        return (
            new([decided], command, agrees ? SetAct.Exempt : SetAct.RefuseExemption, NameOf(decided))
            {
                Standing = words([.. standing]),
            },
            []);
    }

    /// <summary>The team or the city has seen it: the step is closed.</summary>
    public static (DisclosureStep? Step, IReadOnlyList<DisclosureRefusal> Why) Confirm(
        DisclosureView view,
        Person actor,
        LocalDate today)
    {
        if (WhyNotReviewed(view, actor) is { } why)
        {
            return (null, [why]);
        }

        if (view.HasExemptionAsked)
        {
            return (null, [new(DisclosureRefusalReason.ExemptionWaits)]);
        }

        return view.Parts.Max(part => part.Said is { State: DisclosureState.Registered } said ? said.From : null) is { } first
            && first > today
            ? (null, [new(DisclosureRefusalReason.NotPublicYet, Date: first)])
            : (new([], new MatterCommand.Close()) { IsAllowed = true }, []);
    }

    /// <summary>It is not as it was registered, or not as the rule asks for: its place registers it anew.</summary>
    /// <param name="to">What is sent back; all that is registered when empty.</param>
    public static (DisclosureStep? Step, IReadOnlyList<DisclosureRefusal> Why) Return(
        DisclosureView view,
        IReadOnlyList<DisclosedTo> to,
        string? requirement,
        Person actor)
    {
        if (WhyNotReviewed(view, actor) is { } why)
        {
            return (null, [why]);
        }

        // Nothing of it is registered: its place could do nothing with it, and the office answers.
        if (view.Parts.All(part => part.Said?.State is DisclosureState.ExemptionAsked or DisclosureState.Exempt))
        {
            return (null, [new(DisclosureRefusalReason.ExemptionWaits)]);
        }

        List<DisclosureRefusal> refusals = [];
        var remark = Needed(requirement, DisclosureFields.Note, DisclosureLimits.Note, refusals);
        if (refusals.Count > 0)
        {
            return (null, refusals);
        }

        var returned = view.Parts
            .Where(part => part.Said?.State == DisclosureState.Registered && (to.Count == 0 || to.Contains(part.Duty.To)))
            .Select(part => part.Said! with { Remark = remark });
        return (new([.. returned], new MatterCommand.Return(remark)) { IsAllowed = true }, []);
    }

    /// <summary>Since when the office has not answered an exemption, the longest of them; null when none waits.</summary>
    /// <param name="written">What a step says anew.</param>
    public static Instant? WaitsSince(DisclosureView view, IReadOnlyList<Disclosure> written) => view.Parts
        .Select(part => written.FirstOrDefault(said => said.To == part.Duty.To) ?? part.Said)
        .Where(said => said?.State == DisclosureState.ExemptionAsked)
        .Min(said => (Instant?)said!.At);

    /// <summary>What a step of disclosure lacks that is to be handed in or closed as any matter is; null when nothing.</summary>
    public static RefusalReason? Lacks(DisclosureView view, Act act) =>
        act == Act.HandIn && !view.IsWhole ? RefusalReason.NotDisclosed
        : act == Act.Close && view.HasExemptionAsked ? RefusalReason.ExemptionWaits
        : null;

    /// <summary>Whether a way leaves something behind by which it is found: a link, or the number of a document.</summary>
    public static bool NeedsReference(DisclosureWay way) => way switch
    {
        DisclosureWay.Document or DisclosureWay.Website or DisclosureWay.NewMedia => true,
        DisclosureWay.Meeting or DisclosureWay.Newspaper or DisclosureWay.Television or DisclosureWay.Board => false,
    };

    private static DisclosureStep Said(
        DisclosureView view,
        Disclosure said,
        SetAct act,
        Func<IReadOnlyList<Disclosure>, string> words)
    {
        var after = view with
        {
            Parts = [.. view.Parts.Select(part => part.Duty.To == said.To ? part with { Said = said } : part)],
        };
        MatterCommand command = after.IsWhole
            ? new MatterCommand.HandIn(words([.. after.Parts.Select(part => part.Said!)]))
            : new MatterCommand.ReportProgress(words([said]));
        return new([said], command, act, NameOf(said));
    }

    /// <summary>Why its place says nothing more of it now; null when it may.</summary>
    private static DisclosureRefusal? WhyClosed(DisclosureView view, DisclosedTo to, string seen, Person actor)
    {
        if (view.Matter is not { } matter)
        {
            return new(DisclosureRefusalReason.NotYet);
        }

        if (!Permissions.May(actor, Right.Work, matter.Subject))
        {
            return new(DisclosureRefusalReason.NotAllowed);
        }

        if (view.Part(to) is not { } part)
        {
            return new(DisclosureRefusalReason.NotOfRule, DisclosureFields.To);
        }

        var isExempt = part.Said?.State is DisclosureState.Exempt or DisclosureState.ExemptionAsked;
        return matter.State switch
        {
            MatterState.Closed => new(DisclosureRefusalReason.Confirmed),
            MatterState.Withdrawn => new(DisclosureRefusalReason.Withdrawn),
            MatterState.HandedIn => isExempt
                ? new(DisclosureRefusalReason.IsExempt, DisclosureFields.To)
                : new(DisclosureRefusalReason.Waits),
            MatterState.Assigned or MatterState.InProgress =>
                isExempt ? new(DisclosureRefusalReason.IsExempt, DisclosureFields.To)
                : (part.Said?.Mark ?? "") == seen ? null
                : new(DisclosureRefusalReason.Meanwhile, DisclosureFields.To) { Said = part.Said },
        };
    }

    private static DisclosureRefusal? WhyNotReviewed(DisclosureView view, Person actor)
    {
        if (view.Matter is not { } matter)
        {
            return new(DisclosureRefusalReason.NotYet);
        }

        if (!Permissions.May(actor, Right.ConfirmDisclosure, matter.Subject))
        {
            return new(DisclosureRefusalReason.NotAllowed);
        }

        return matter.State switch
        {
            MatterState.Closed => new(DisclosureRefusalReason.Confirmed),
            MatterState.Withdrawn => new(DisclosureRefusalReason.Withdrawn),
            MatterState.Assigned or MatterState.InProgress => new(DisclosureRefusalReason.NotRegistered),
            MatterState.HandedIn => actor.Is(matter.HandedInBy)
                || view.Parts.Any(part => part.Said is { } said && actor.Is(said.By))
                ? new(DisclosureRefusalReason.OwnWork)
                : null,
        };
    }

    private static void CheckDays(
        DisclosureView view,
        DisclosureDuty duty,
        DisclosureDraft draft,
        LocalDate today,
        WorkingCalendar calendar,
        List<DisclosureRefusal> refusals)
    {
        if (draft.From is not { } from)
        {
            refusals.Add(new(DisclosureRefusalReason.Missing, DisclosureFields.From));
        }
        else if (from < view.Step!.From)
        {
            refusals.Add(new(DisclosureRefusalReason.BeforeStep, DisclosureFields.From, Date: view.Step.From));
        }
        else if (from > today.PlusDays(DisclosureLimits.DaysAhead))
        {
            refusals.Add(new(DisclosureRefusalReason.TooFar, DisclosureFields.From, DisclosureLimits.DaysAhead));
        }

        if (draft.Until is not { } until)
        {
            refusals.Add(new(DisclosureRefusalReason.Missing, DisclosureFields.Until));
        }
        else if (draft.From is { } first)
        {
            if (until < first)
            {
                refusals.Add(new(DisclosureRefusalReason.UntilBeforeFrom, DisclosureFields.Until, Date: first));
            }
            else if (first <= today.PlusDays(DisclosureLimits.DaysAhead)
                && duty.LeastUntil(first, calendar) is var least
                && until < least)
            {
                refusals.Add(new(DisclosureRefusalReason.TooShort, DisclosureFields.Until, Date: least));
            }
            else if (until > first.PlusDays(DisclosureLimits.Days))
            {
                refusals.Add(new(DisclosureRefusalReason.TooFar, DisclosureFields.Until, DisclosureLimits.Days));
            }
        }
    }

    private static string NameOf(Disclosure said) => $"{said.What} {said.To}";

    private static string? Needed(string? typed, string field, int limit, List<DisclosureRefusal> refusals)
    {
        var text = Text(typed, field, limit, refusals);
        if (text is null)
        {
            refusals.Add(new(DisclosureRefusalReason.Missing, field));
        }

        return text;
    }

    private static string? Text(string? typed, string field, int limit, List<DisclosureRefusal> refusals)
    {
        // Half a surrogate pair, what a cut leaves of an emoji, is not text and cannot be stored.
        var text = typed is null ? null : Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(typed)).Trim();
        if (string.IsNullOrEmpty(text))
        {
            return null;
        }

        if (text.Length > limit)
        {
            refusals.Add(new(DisclosureRefusalReason.TooLong, field, limit));
        }

        return text;
    }
}
