using LiaisonBot.Core.Areas;
using LiaisonBot.Core.Calendar;
using LiaisonBot.Core.People;
using LiaisonBot.Core.Sets;
using NodaTime;

namespace LiaisonBot.Core.Sealed;

/// <summary>Why something was refused. Each has words that say what to do.</summary>
public enum SealedRefusal
{
    /// <summary>The table of rights.</summary>
    NotAllowed,
    PlaceMissing,

    /// <summary>It came in the future, or too long ago.</summary>
    DayOutOfRange,

    /// <summary>Neither a reference nor a text, or no link of an online clue.</summary>
    TextMissing,
    TooLong,

    /// <summary>The office has not switched on that texts are kept: only where the paper lies.</summary>
    TextsOff,

    /// <summary>Nothing that identifies who told it is kept of an anonymous one.</summary>
    Anonymous,

    /// <summary>What was to be done has been done, or comes later.</summary>
    NotNow,
    DisposalMissing,
    ReasonMissing,

    /// <summary>Somebody named is not of the team, or is recused.</summary>
    HandlerUnfit,
    TooManyHandlers,

    /// <summary>No department was named for a slip.</summary>
    ReceiverMissing,

    /// <summary>There is no such matter for this person.</summary>
    MatterMissing,

    /// <summary>More time was given once.</summary>
    HasMoreTime,

    /// <summary>An unannounced visit has no first and last day, or they are not in order, past, or too far away.</summary>
    WindowWrong,

    /// <summary>Fewer than two go on an unannounced visit.</summary>
    TooFewPeople,

    /// <summary>No place was named where somebody serves now, or it is the one of which it speaks.</summary>
    PresentPostMissing,

    /// <summary>More departments at once, or more records made of one, than there may be.</summary>
    TooManyParts,
}

/// <summary>What is registered.</summary>
/// <param name="Fields">What was typed, by the names of <see cref="SealedField"/>; it is sealed whole.</param>
/// <param name="Identity">Who told it; null or empty where that is not kept.</param>
public sealed record SealedDraft(
    SealedKind Kind,
    SealedChannel Channel,
    AreaCode? Place,
    LocalDate ReceivedOn,
    SealedAbout About,
    bool IsAnonymous,
    IReadOnlyDictionary<string, string> Fields,
    IReadOnlyDictionary<string, string>? Identity)
{
    /// <summary>Of an unannounced visit: its first day.</summary>
    public LocalDate? From { get; init; }

    /// <summary>Of an unannounced visit: its last day.</summary>
    public LocalDate? To { get; init; }
}

/// <summary>Names of what is typed and sealed.</summary>
public static class SealedField
{
    /// <summary>Where the paper or the file of the intranet lies.</summary>
    public const string Reference = "reference";

    public const string Text = "text";

    /// <summary>Of an online clue.</summary>
    public const string Link = "link";

    /// <summary>Of an inquiry: the post that somebody has now, without a name.</summary>
    public const string Post = "post";

    /// <summary>Of an inquiry: the post before.</summary>
    public const string FormerPost = "former";

    /// <summary>Of who told it.</summary>
    public const string Name = "name";

    /// <summary>How they are reached.</summary>
    public const string Contact = "contact";

    /// <summary>Words of a step.</summary>
    public const string Words = "words";
}

/// <summary>The rules of sealed records: pure.</summary>
public static class SealedRules
{
    /// <summary>What is refused of a new one.</summary>
    public static SealedRefusal? WhyNotRegister(SealedDraft draft, Person actor, LiaisonDirectory people, bool textsOn, LocalDate today)
    {
        if (draft.Place is not { } place || place.IsProvincial || place.Level == AreaLevel.Province || people.Areas.Find(place) is null)
        {
            return SealedRefusal.PlaceMissing;
        }

        if (SealedRights.RegistersFor(actor, draft.Kind, place) is null)
        {
            return SealedRefusal.NotAllowed;
        }

        if (draft.ReceivedOn > today || draft.ReceivedOn < today.PlusDays(-SealedLimits.DaysBack))
        {
            return SealedRefusal.DayOutOfRange;
        }

        if (WhyNotWords(draft.Fields, textsOn) is { } words)
        {
            return words;
        }

        if (draft.Kind == SealedKind.UnannouncedVisit && !IsWindow(draft.From, draft.To, today))
        {
            return SealedRefusal.WindowWrong;
        }

        string[] needed = draft.Kind switch
        {
            SealedKind.OnlineClue => [SealedField.Link],
            SealedKind.Inquiry => [SealedField.Post, SealedField.Reference, SealedField.Text],
            SealedKind.Petition or SealedKind.Interference or SealedKind.Slip or SealedKind.Question or SealedKind.Forward
                or SealedKind.UnannouncedVisit => [SealedField.Reference, SealedField.Text],
        };
        if (!needed.Any(field => Has(draft.Fields, field)))
        {
            return SealedRefusal.TextMissing;
        }

        if (draft.Identity is { Count: > 0 } identity)
        {
            return draft.IsAnonymous ? SealedRefusal.Anonymous
                : identity.Values.Any(v => v.Length > SealedLimits.Line) ? SealedRefusal.TooLong
                : null;
        }

        return null;
    }

    /// <summary>What is refused of words, whatever they are of.</summary>
    public static SealedRefusal? WhyNotWords(IReadOnlyDictionary<string, string> fields, bool textsOn) =>
        fields.Any(f => f.Value.Length > (f.Key is SealedField.Text or SealedField.Words ? SealedLimits.Text : SealedLimits.Line))
            ? SealedRefusal.TooLong
            : Has(fields, SealedField.Text) && !textsOn ? SealedRefusal.TextsOff
            : null;

    /// <summary>By when it is to be judged (研判), of the day on which it came.</summary>
    public static SealedRecord Dated(SealedRecord record, StepPlan steps, LocalDate today, WorkingCalendar calendar)
    {
        var done = steps.PetitionDone.Time.DateAfter(record.ReceivedOn, calendar);
        var petition = record.HasMoreTime ? done.PlusDays(SealedLimits.MoreTime) : done;
        return record with
        {
            Due = record.Task switch
            {
                SealedTask.Judge => record.Kind == SealedKind.Interference
                    ? today
                    : steps.PetitionJudged.Time.DateAfter(record.ReceivedOn, calendar),
                SealedTask.CarryOut => petition,
                SealedTask.Close => record.Kind switch
                {
                    SealedKind.Petition or SealedKind.Interference or SealedKind.OnlineClue => petition,
                    // What came back is looked at in the time that there is for judging.
                    SealedKind.Slip => steps.PetitionJudged.Time.DateAfter(today, calendar),
                    SealedKind.Inquiry or SealedKind.Question or SealedKind.Forward or SealedKind.UnannouncedVisit =>
                        steps.InquiryDone.Time.DateAfter(today, calendar),
                },
                SealedTask.Sign or SealedTask.Receive => steps.SlipReceived.Time.DateAfter(today, calendar),
                SealedTask.Reply => (record.Kind == SealedKind.Question ? steps.InquiryReply : steps.SlipReply).Time.DateAfter(today, calendar),
                SealedTask.Ask => steps.InquiryAsked.Time.DateAfter(today, calendar),
                SealedTask.Approve => record.From,
                SealedTask.Report => steps.VisitReported.Time.DateAfter(record.To ?? today, calendar),
                SealedTask.Convert => steps.VisitDone.Time.DateAfter(today, calendar),
                null => null,
            },
        };
    }

    /// <summary>研判: what becomes of it.</summary>
    public static (SealedRecord? After, SealedRefusal? Why) Judge(SealedRecord record, Person actor, SealedDisposal? disposal) =>
        !SealedRights.MayWork(actor, record) ? (null, SealedRefusal.NotAllowed)
        : disposal is null ? (null, SealedRefusal.DisposalMissing)
        : record.Task is not (SealedTask.Judge or SealedTask.CarryOut) ? (null, SealedRefusal.NotNow)
        // What went to a department or became a matter is not judged anew.
        : record.Matters.Count > 0 || record.Slips.Count > 0 ? (null, SealedRefusal.NotNow)
        : (record with { State = SealedState.Judged, Disposal = disposal }, null);

    /// <summary>The matters that were made of it, all of them. They were typed anew; they know nothing of this.</summary>
    public static (SealedRecord? After, SealedRefusal? Why) Link(SealedRecord record, Person actor, IReadOnlyList<string> matters) =>
        !SealedRights.MayWork(actor, record) ? (null, SealedRefusal.NotAllowed)
        : record is not ({ Task: SealedTask.CarryOut, Disposal: SealedDisposal.Matter } or { Task: SealedTask.Convert })
            ? (null, SealedRefusal.NotNow)
        : matters.Count == 0 ? (null, SealedRefusal.MatterMissing)
        : matters.Count > SealedLimits.Parts ? (null, SealedRefusal.TooManyParts)
        : matters.SequenceEqual(record.Matters, StringComparer.Ordinal) ? (record, null)
        : (record with { Matters = [.. matters.Distinct(StringComparer.Ordinal)] }, null);

    /// <summary>反馈: what came of it.</summary>
    public static (SealedRecord? After, SealedRefusal? Why) Answer(SealedRecord record, Person actor) =>
        !SealedRights.MayWork(actor, record) ? (null, SealedRefusal.NotAllowed)
        : record.Task is not SealedTask.CarryOut ? (null, SealedRefusal.NotNow)
        : (record with { State = SealedState.Answered }, null);

    /// <summary>办结.</summary>
    public static (SealedRecord? After, SealedRefusal? Why) Close(SealedRecord record, Person actor, Instant now) =>
        !SealedRights.MayWork(actor, record) ? (null, SealedRefusal.NotAllowed)
        : !MayBeClosed(record) ? (null, SealedRefusal.NotNow)
        : (record with { State = SealedState.Closed, ClosedAt = now }, null);

    /// <summary>Thirty days more, once, by the leader or who is named by the office.</summary>
    public static (SealedRecord? After, SealedRefusal? Why) GiveTime(SealedRecord record, Person actor) =>
        !SealedRights.MayLead(actor, record) ? (null, SealedRefusal.NotAllowed)
        : !HasTerm(record) ? (null, SealedRefusal.NotNow)
        : record.HasMoreTime ? (null, SealedRefusal.HasMoreTime)
        : (record with { HasMoreTime = true }, null);

    /// <summary>Who works on it from now on; who is left out has no part in it any more.</summary>
    public static (SealedRecord? After, SealedRefusal? Why) NameHandlers(
        SealedRecord record,
        Person actor,
        IReadOnlyList<Person> handlers)
    {
        if (!SealedRights.MayLead(actor, record))
        {
            return (null, SealedRefusal.NotAllowed);
        }

        if (record.State == SealedState.Closed)
        {
            return (null, SealedRefusal.NotNow);
        }

        if (handlers.Count > SealedLimits.Handlers)
        {
            return (null, SealedRefusal.TooManyHandlers);
        }

        var after = record with
        {
            Team = TeamOf(record, handlers),
            Handlers = [.. handlers.Select(p => p.Id).Distinct(StringComparer.Ordinal)],
        };
        return handlers.All(p => SealedRights.MayWork(p, after)) ? (after, null) : (null, SealedRefusal.HandlerUnfit);
    }

    /// <summary>
    /// Whether somebody may be named: of the team or the office, or of another team that works in the city, and not recused.
    /// </summary>
    public static bool CouldHandle(Person person, SealedRecord record) =>
        SealedRights.MayWork(person, record with { Handlers = [person.Id], Team = TeamOf(record, [person]) });

    /// <summary>
    /// The team whose record it is once these work on it: another one where somebody of it is named and nobody of the team
    /// that has it. Teams change places, and their records go on.
    /// </summary>
    private static int? TeamOf(SealedRecord record, IReadOnlyList<Person> handlers)
    {
        List<int?> teams =
        [
            .. handlers.SelectMany(p => p.OwnGrants
                .Where(g => g.Role is Role.TeamLeader or Role.TeamMember && g.Area.Contains(record.Place))
                .Select(g => g.Team)),
        ];
        return record.Team is null || teams.Count == 0 || teams.Contains(record.Team) ? record.Team : teams[0];
    }

    /// <summary>回避: takes somebody out at once: oneself, or whoever the leader names.</summary>
    public static (SealedRecord? After, SealedRefusal? Why) Recuse(SealedRecord record, Person actor, Person who) =>
        !actor.Is(who.Id) && !SealedRights.MayLead(actor, record) ? (null, SealedRefusal.NotAllowed)
        : record.Recused.Any(who.Is) ? (record, null)
        : (
            record with
            {
                Recused = [.. record.Recused, who.Id],
                Handlers = [.. record.Handlers.Where(id => !who.Is(id))],
            },
            null);

    /// <summary>组长签: the slip goes to its department.</summary>
    public static (SealedRecord? After, SealedRefusal? Why) Sign(SealedRecord slip, Person actor) =>
        !SealedRights.MayLead(actor, slip) ? (null, SealedRefusal.NotAllowed)
        : slip.Task is not SealedTask.Sign ? (null, SealedRefusal.NotNow)
        : (slip with { State = SealedState.Judged }, null);

    /// <summary>接收: with what was forwarded that is all.</summary>
    public static (SealedRecord? After, SealedRefusal? Why) Receive(SealedRecord slip, Person actor, Instant now) =>
        !SealedRights.IsReceiver(actor, slip) ? (null, SealedRefusal.NotAllowed)
        : slip.Task is not SealedTask.Receive ? (null, SealedRefusal.NotNow)
        : slip.Kind == SealedKind.Forward ? (slip with { State = SealedState.Closed, ClosedAt = now }, null)
        : (slip with { State = SealedState.Received }, null);

    /// <summary>反馈: the department says what came of it.</summary>
    public static (SealedRecord? After, SealedRefusal? Why) Reply(SealedRecord slip, Person actor) =>
        !SealedRights.IsReceiver(actor, slip) ? (null, SealedRefusal.NotAllowed)
        : slip.Task is not SealedTask.Reply ? (null, SealedRefusal.NotNow)
        : (slip with { State = SealedState.Answered }, null);

    /// <summary>What is refused of making something of a record.</summary>
    /// <param name="kind">A slip, questions, or what is forwarded.</param>
    /// <param name="receivers">The departments; of what is forwarded the place where somebody serves now.</param>
    public static SealedRefusal? WhyNotMake(
        SealedRecord record,
        SealedKind kind,
        Person actor,
        IReadOnlyList<AreaCode> receivers,
        LiaisonDirectory people) => kind switch
        {
            SealedKind.Slip => WhyNotRefer(record, actor, receivers is [var department] ? department : null, people),
            SealedKind.Question => WhyNotAsk(record, actor, receivers, people),
            SealedKind.Forward => WhyNotForward(record, actor, receivers is [var present] ? present : null, people),
            SealedKind.Petition or SealedKind.Interference or SealedKind.OnlineClue or SealedKind.Inquiry
                or SealedKind.UnannouncedVisit => SealedRefusal.NotNow,
        };

    /// <summary>What is made of a record, for one receiver; it has no dates yet.</summary>
    public static SealedRecord Made(
        SealedRecord of,
        SealedKind kind,
        string number,
        AreaCode receiver,
        LiaisonDirectory people,
        LocalDate today)
    {
        var made = new SealedRecord(number, kind, of.Place)
        {
            Channel = SealedChannel.Record,
            ReceivedOn = today,
            About = of.About,
            Team = of.Team,
            Handlers = of.Handlers,
            Recused = of.Recused,
            Receiver = receiver,
            Of = [of.Number],
            // A question goes out as it is made; a slip waits for the leader's signature.
            State = kind == SealedKind.Question ? SealedState.Judged : SealedState.Registered,
        };
        return kind == SealedKind.Forward && TeamAt(receiver, people, today) is { } team ? Delivered(made, team) : made;
    }

    /// <summary>The record once something was made of it.</summary>
    public static SealedRecord With(SealedRecord record, SealedKind kind, IReadOnlyList<string> made) => kind == SealedKind.Slip
        ? record with { Slips = [.. record.Slips, .. made] }
        : record with
        {
            Parts = [.. record.Parts, .. made],
            State = kind == SealedKind.Question ? SealedState.Judged : record.State,
        };

    /// <summary>Whether a slip may be made of it now.</summary>
    public static bool MayBeReferred(SealedRecord record) =>
        record is { Task: SealedTask.CarryOut, Disposal: SealedDisposal.Slip, Slips.Count: 0 } or { Task: SealedTask.Convert };

    /// <summary>Whether something of it may be told to another team.</summary>
    public static bool MayBeForwarded(SealedRecord record) =>
        record is { Kind: SealedKind.Petition or SealedKind.Inquiry, State: not SealedState.Closed };

    /// <summary>The team that is at a place on a day, by what is announced: in the county itself before in its city.</summary>
    public static int? TeamAt(AreaCode place, LiaisonDirectory people, LocalDate day) => people.Visits
        .Where(v => v.Covers(day) && v.Area.Contains(place))
        .OrderByDescending(v => v.Area == place)
        .ThenBy(v => v.Team)
        .Select(v => (int?)v.Team)
        .FirstOrDefault();

    /// <summary>What is to be forwarded goes to a team; it has to receive it.</summary>
    public static SealedRecord Delivered(SealedRecord forward, int team) =>
        forward with { State = SealedState.Judged, ReceiverTeam = team };

    /// <summary>停止转交: until it was received. Whoever it went to sees it no more.</summary>
    public static (SealedRecord? After, SealedRefusal? Why) Stop(SealedRecord forward, Person actor, Instant now) =>
        !SealedRights.MayLead(actor, forward) ? (null, SealedRefusal.NotAllowed)
        : forward is not { Kind: SealedKind.Forward, State: not SealedState.Closed } ? (null, SealedRefusal.NotNow)
        : (forward with { State = SealedState.Closed, ClosedAt = now, IsStopped = true }, null);

    /// <summary>批准 of an unannounced visit, once two people are named for it.</summary>
    public static (SealedRecord? After, SealedRefusal? Why) Approve(SealedRecord visit, Person actor) =>
        !SealedRights.MayLead(actor, visit) ? (null, SealedRefusal.NotAllowed)
        : visit.Task is not SealedTask.Approve ? (null, SealedRefusal.NotNow)
        : visit.Handlers.Count < SealedLimits.Together ? (null, SealedRefusal.TooFewPeople)
        : (visit with { State = SealedState.Judged }, null);

    /// <summary>What an unannounced visit found.</summary>
    public static (SealedRecord? After, SealedRefusal? Why) Report(SealedRecord visit, Person actor, LocalDate today) =>
        !SealedRights.MayWork(actor, visit) ? (null, SealedRefusal.NotAllowed)
        : visit.Task is not SealedTask.Report || today < visit.From ? (null, SealedRefusal.NotNow)
        : (visit with { State = SealedState.Answered }, null);

    /// <summary>Whether it may become a visit of the plan: it took place in a county, and is none yet.</summary>
    public static bool MayBeCounted(SealedRecord record) =>
        record is { Kind: SealedKind.UnannouncedVisit, State: SealedState.Answered or SealedState.Closed, Team: not null, CountedAs: null }
        && record.Place.Level == AreaLevel.County;

    /// <summary>The visit of the plan (巡查) that it becomes: drafted, until the office approves and announces it.</summary>
    public static Visit VisitOf(SealedRecord record) =>
        new(record.Team!.Value, record.Place, record.From!.Value, record.To!.Value, VisitKind.Patrol) { ByHand = true };

    /// <summary>计入覆盖.</summary>
    /// <param name="visit">Key of the visit of the plan.</param>
    public static (SealedRecord? After, SealedRefusal? Why) Count(SealedRecord record, Person actor, string visit) =>
        !SealedRights.MayCount(actor, record) ? (null, SealedRefusal.NotAllowed)
        : record.CountedAs == visit ? (record, null)
        : !MayBeCounted(record) ? (null, SealedRefusal.NotNow)
        : (record with { CountedAs = visit }, null);

    /// <summary>
    /// What a step of one does to those that belong to it, in the same batch: each answer to an inquiry is a row of it,
    /// the last brings it to its end, closing it closes its questions, who is recused is so from what was made of it too, and what was
    /// made of it goes with it to another team.
    /// </summary>
    /// <param name="after">As the step left it.</param>
    /// <param name="others">Of a question the inquiry and its other questions, of others what was made of it.</param>
    /// <returns>Those that change.</returns>
    public static IReadOnlyList<SealedRecord> Carried(
        SealedRecord after,
        SealedAct act,
        IReadOnlyList<SealedRecord> others,
        Person? recused,
        Instant now)
    {
        if (act == SealedAct.Recuse && recused is not null)
        {
            return
            [
                .. others
                    .Where(o => (after.Parts.Contains(o.Number) || after.Slips.Contains(o.Number)) && !o.Recused.Any(recused.Is))
                    .Select(o => o with
                    {
                        Recused = [.. o.Recused, recused.Id],
                        Handlers = [.. o.Handlers.Where(id => !recused.Is(id))],
                    }),
            ];
        }

        if (act == SealedAct.NameHandlers)
        {
            return
            [
                .. others
                    .Where(o => (after.Parts.Contains(o.Number) || after.Slips.Contains(o.Number)) && o.Team != after.Team)
                    .Select(o => o with { Team = after.Team, Handlers = after.Handlers }),
            ];
        }

        if (act == SealedAct.Close && after.Kind == SealedKind.Inquiry)
        {
            return
            [
                .. others
                    .Where(o => o is { Kind: SealedKind.Question, State: not SealedState.Closed })
                    .Select(o => o with { State = SealedState.Closed, ClosedAt = now }),
            ];
        }

        if (act != SealedAct.Reply || after.Kind != SealedKind.Question)
        {
            return [];
        }

        var isLast = others.All(o =>
            o.Kind != SealedKind.Question || o.State is SealedState.Answered or SealedState.Closed);
        return
        [
            .. others.Where(o => o is { Kind: SealedKind.Inquiry, State: SealedState.Judged })
                .Select(o => isLast ? o with { State = SealedState.Answered } : o),
        ];
    }

    /// <summary>Who has to do something for it now; the leader too where it is late or nobody works on it.</summary>
    public static IReadOnlyList<Person> WhoIsToAct(SealedRecord record, LiaisonDirectory people, LocalDate today)
    {
        var leaders = people.People.Where(p => SealedRights.MayLead(p, record)).ToList();
        List<Person> acting = record.Task switch
        {
            SealedTask.Sign or SealedTask.Approve => [.. people.People.Where(p => SealedRights.MayLead(p, record) && p.Has(Role.TeamLeader))],
            SealedTask.Receive or SealedTask.Reply => [.. people.People.Where(p => SealedRights.MaySee(p, record) && SealedRights.IsReceiver(p, record))],
            SealedTask.Judge or SealedTask.CarryOut or SealedTask.Close or SealedTask.Ask or SealedTask.Report or SealedTask.Convert =>
                [.. people.People.Where(p => record.Handlers.Any(p.Is) && SealedRights.MayWork(p, record))],
            null => [],
        };
        return record.Task is null ? []
            : acting.Count == 0 || record.IsUrgent || record.Due < today ? [.. acting.Concat(leaders).DistinctBy(p => p.Id)]
            : acting;
    }

    /// <summary>
    /// Who hears of a step that something is theirs: whoever has to act now; where that is the same, by the same day and of the same
    /// disposal, as before the step, only who had not to act before it.
    /// </summary>
    /// <param name="before">Null of a new one.</param>
    public static IReadOnlyList<Person> WhoIsTold(
        SealedRecord? before,
        SealedRecord after,
        LiaisonDirectory people,
        LocalDate today)
    {
        var acting = WhoIsToAct(after, people, today);
        if (before is null || before.Task != after.Task || before.Due != after.Due || before.Disposal != after.Disposal)
        {
            return acting;
        }

        var told = WhoIsToAct(before, people, today).Select(p => p.Id).ToHashSet(StringComparer.Ordinal);
        return [.. acting.Where(p => !told.Contains(p.Id))];
    }

    /// <summary>Whether it may be closed; an inquiry also before all have answered.</summary>
    public static bool MayBeClosed(SealedRecord record) =>
        record.Task is SealedTask.Close or SealedTask.Convert || record is { Kind: SealedKind.Inquiry, State: SealedState.Judged };

    /// <summary>Whether its time may be made longer.</summary>
    public static bool HasTerm(SealedRecord record) => record.Task is SealedTask.CarryOut or SealedTask.Close
        && record.Kind is SealedKind.Petition or SealedKind.Interference or SealedKind.OnlineClue;

    /// <summary>发函: departments are asked; also others later.</summary>
    private static SealedRefusal? WhyNotAsk(SealedRecord record, Person actor, IReadOnlyList<AreaCode> receivers, LiaisonDirectory people) =>
        !SealedRights.MayWork(actor, record) ? SealedRefusal.NotAllowed
        : record is not { Kind: SealedKind.Inquiry, State: not SealedState.Closed } ? SealedRefusal.NotNow
        : receivers.Count == 0 || receivers.Any(r => !IsDepartment(r, people)) ? SealedRefusal.ReceiverMissing
        : receivers.Count > SealedLimits.AskedAtOnce || record.Parts.Count + receivers.Count > SealedLimits.Parts ? SealedRefusal.TooManyParts
        : null;

    /// <summary>移交: a slip is made of it; of an unannounced visit several, of all others one.</summary>
    private static SealedRefusal? WhyNotRefer(SealedRecord record, Person actor, AreaCode? receiver, LiaisonDirectory people) =>
        !SealedRights.MayWork(actor, record) ? SealedRefusal.NotAllowed
        : receiver is not { } to || !IsDepartment(to, people) ? SealedRefusal.ReceiverMissing
        : !MayBeReferred(record) ? SealedRefusal.NotNow
        : record.Slips.Count >= SealedLimits.Parts ? SealedRefusal.TooManyParts
        : null;

    /// <summary>
    /// 转交: the team that visits the present post of somebody is told of a former one. By the leader, or whom the office named.
    /// </summary>
    private static SealedRefusal? WhyNotForward(SealedRecord record, Person actor, AreaCode? present, LiaisonDirectory people) =>
        !SealedRights.MayLead(actor, record) ? SealedRefusal.NotAllowed
        : !MayBeForwarded(record) ? SealedRefusal.NotNow
        : present is not { IsProvincial: false, Level: AreaLevel.City or AreaLevel.County } to
            || to == record.Place
            || people.Areas.Find(to) is null
                ? SealedRefusal.PresentPostMissing
        : record.Parts.Count >= SealedLimits.Parts ? SealedRefusal.TooManyParts
        : null;

    private static bool IsDepartment(AreaCode area, LiaisonDirectory people) =>
        area is { Level: AreaLevel.Unit, IsProvincial: true } && people.Areas.Find(area) is not null;

    private static bool IsWindow(LocalDate? from, LocalDate? to, LocalDate today) =>
        from is { } first && to is { } last
        && first >= today
        && first <= today.PlusDays(SealedLimits.VisitAhead)
        && last >= first
        && last <= first.PlusDays(SealedLimits.VisitDays);

    private static bool Has(IReadOnlyDictionary<string, string> fields, string field) =>
        !string.IsNullOrWhiteSpace(fields.GetValueOrDefault(field));
}
