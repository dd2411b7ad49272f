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
    IReadOnlyDictionary<string, string>? Identity);

/// <summary>Names of what is typed and sealed.</summary>
public static class SealedField
{
    /// <summary>Where the paper or the file of the intranet lies.</summary>
    public const string Reference = "reference";

    public const string Text = "text";

    /// <summary>Of an online clue.</summary>
    public const string Link = "link";

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

        var needed = draft.Kind == SealedKind.OnlineClue ? [SealedField.Link] : new[] { SealedField.Reference, SealedField.Text };
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
        return record with
        {
            Due = record.Task switch
            {
                SealedTask.Judge => record.Kind == SealedKind.Interference
                    ? today
                    : steps.PetitionJudged.Time.DateAfter(record.ReceivedOn, calendar),
                SealedTask.CarryOut or SealedTask.Close => record.HasMoreTime ? done.PlusDays(SealedLimits.MoreTime) : done,
                SealedTask.Sign or SealedTask.Receive => steps.SlipReceived.Time.DateAfter(today, calendar),
                SealedTask.Reply => steps.SlipReply.Time.DateAfter(today, calendar),
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
        : record.Matter is not null || record.Slip is not null ? (null, SealedRefusal.NotNow)
        : (record with { State = SealedState.Judged, Disposal = disposal }, null);

    /// <summary>The matter that was made of it. It was typed anew; it knows nothing of this.</summary>
    public static (SealedRecord? After, SealedRefusal? Why) Link(SealedRecord record, Person actor, string matter) =>
        !SealedRights.MayWork(actor, record) ? (null, SealedRefusal.NotAllowed)
        : record is not { Task: SealedTask.CarryOut, Disposal: SealedDisposal.Matter } ? (null, SealedRefusal.NotNow)
        : (record with { Matter = matter }, null);

    /// <summary>反馈: what came of it.</summary>
    public static (SealedRecord? After, SealedRefusal? Why) Answer(SealedRecord record, Person actor) =>
        !SealedRights.MayWork(actor, record) ? (null, SealedRefusal.NotAllowed)
        : record.Kind == SealedKind.Slip || record.Task is not SealedTask.CarryOut ? (null, SealedRefusal.NotNow)
        : (record with { State = SealedState.Answered }, null);

    /// <summary>办结.</summary>
    public static (SealedRecord? After, SealedRefusal? Why) Close(SealedRecord record, Person actor, Instant now) =>
        !SealedRights.MayWork(actor, record) ? (null, SealedRefusal.NotAllowed)
        : record.Task is not SealedTask.Close ? (null, SealedRefusal.NotNow)
        : (record with { State = SealedState.Closed, ClosedAt = now }, null);

    /// <summary>Thirty days more, once, by the leader or who is named by the office.</summary>
    public static (SealedRecord? After, SealedRefusal? Why) GiveTime(SealedRecord record, Person actor) =>
        !SealedRights.MayLead(actor, record) ? (null, SealedRefusal.NotAllowed)
        : record.Kind == SealedKind.Slip || record.Task is not (SealedTask.CarryOut or SealedTask.Close) ? (null, SealedRefusal.NotNow)
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

        var after = record with { Handlers = [.. handlers.Select(p => p.Id).Distinct(StringComparer.Ordinal)] };
        return handlers.All(p => CouldHandle(p, record)) ? (after, null) : (null, SealedRefusal.HandlerUnfit);
    }

    /// <summary>Whether somebody may be named: of the team or the office, and not recused.</summary>
    public static bool CouldHandle(Person person, SealedRecord record) =>
        SealedRights.MayWork(person, record with { Handlers = [person.Id] });

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

    public static (SealedRecord? After, SealedRefusal? Why) Receive(SealedRecord slip, Person actor) =>
        !SealedRights.IsReceiver(actor, slip) ? (null, SealedRefusal.NotAllowed)
        : slip.Task is not SealedTask.Receive ? (null, SealedRefusal.NotNow)
        : (slip with { State = SealedState.Received }, null);

    /// <summary>反馈: the department says what came of it.</summary>
    public static (SealedRecord? After, SealedRefusal? Why) Reply(SealedRecord slip, Person actor) =>
        !SealedRights.IsReceiver(actor, slip) ? (null, SealedRefusal.NotAllowed)
        : slip.Task is not SealedTask.Reply ? (null, SealedRefusal.NotNow)
        : (slip with { State = SealedState.Answered }, null);

    /// <summary>Who has to do something for it now; the leader too where it is late or nobody works on it.</summary>
    public static IReadOnlyList<Person> WhoIsToAct(SealedRecord record, LiaisonDirectory people, LocalDate today)
    {
        var leaders = people.People.Where(p => SealedRights.MayLead(p, record)).ToList();
        List<Person> acting = record.Task switch
        {
            SealedTask.Sign => [.. people.People.Where(p => SealedRights.MayLead(p, record) && p.Has(Role.TeamLeader))],
            SealedTask.Receive or SealedTask.Reply => [.. people.People.Where(p => SealedRights.MaySee(p, record) && SealedRights.IsReceiver(p, record))],
            SealedTask.Judge or SealedTask.CarryOut or SealedTask.Close =>
                [.. people.People.Where(p => record.Handlers.Any(p.Is) && SealedRights.MayWork(p, record))],
            null => [],
        };
        return record.Task is null ? []
            : acting.Count == 0 || record.IsUrgent || record.Due < today ? [.. acting.Concat(leaders).DistinctBy(p => p.Id)]
            : acting;
    }

    private static bool Has(IReadOnlyDictionary<string, string> fields, string field) =>
        !string.IsNullOrWhiteSpace(fields.GetValueOrDefault(field));
}
