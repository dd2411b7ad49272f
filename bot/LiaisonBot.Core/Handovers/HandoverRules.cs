using LiaisonBot.Core.Areas;
using LiaisonBot.Core.Calendar;
using LiaisonBot.Core.People;
using LiaisonBot.Core.Visits;
using NodaTime;

namespace LiaisonBot.Core.Handovers;

/// <summary>Why a step of a handover was refused. Each has words that say what stands and what to do.</summary>
public enum HandoverRefusal
{
    /// <summary>The table of rights: the office and the leaders of the two teams.</summary>
    NotAllowed,
    CityMissing,
    TeamMissing,

    /// <summary>A team does not hand over to itself.</summary>
    ToItself,

    /// <summary>The team that takes has no visit in the city, and nobody entered there, from the day on.</summary>
    DoesNotCome,

    /// <summary>Nobody leads the team that takes in the city on its first day.</summary>
    NoLeader,

    /// <summary>The day is too far away, or too long ago.</summary>
    DayOutOfRange,

    /// <summary>Another handover of the team in this city is under way.</summary>
    UnderWay,

    /// <summary>It was handed over.</summary>
    AlreadyDone,

    /// <summary>It was confirmed already: the matters pass on its day.</summary>
    AlreadyConfirmed,

    /// <summary>It was called off.</summary>
    WasCancelled,

    /// <summary>The same side has signed.</summary>
    AlreadySigned,

    /// <summary>Nobody signs for both sides.</summary>
    SignedForTheOther,

    /// <summary>Without both signatures the office says why.</summary>
    SignaturesMissing,
    ReasonMissing,
    ReasonTooLong,
}

/// <summary>What is to be handed over.</summary>
/// <param name="On">Null for the day that follows from the grants and the plan.</param>
public sealed record HandoverDraft(AreaCode? City, int? From, int? To, LocalDate? On);

/// <summary>The rules of a handover: pure.</summary>
public static class HandoverRules
{
    /// <summary>What is refused of a new one, before its row is looked at.</summary>
    public static HandoverRefusal? WhyNotOpen(HandoverDraft draft, Person actor, LiaisonDirectory directory, LocalDate today)
    {
        if (draft.City is not { Level: AreaLevel.City, IsProvincial: false } city || directory.Areas.Find(city) is null)
        {
            return HandoverRefusal.CityMissing;
        }

        if (draft.From is not { } from || draft.To is not { } to || from is < 1 or > VisitRules.MaxTeam || to is < 1 or > VisitRules.MaxTeam)
        {
            return HandoverRefusal.TeamMissing;
        }

        var on = draft.On ?? DayOf(city, from, to, directory, today);
        if (!new Handover(city, from, on) { To = to }.MaySee(actor))
        {
            return HandoverRefusal.NotAllowed;
        }

        if (from == to)
        {
            return HandoverRefusal.ToItself;
        }

        if (on < today.PlusDays(-HandoverLimits.DaysBack) || on > today.PlusDays(HandoverLimits.DaysAhead))
        {
            return HandoverRefusal.DayOutOfRange;
        }

        return Comes(city, to, on, directory) ? null : HandoverRefusal.DoesNotCome;
    }

    /// <summary>
    /// The first day of the next team, where none was named: the day after the last leader's grant, or the first day of
    /// the next team's residency when that is earlier, today when it is under way; else the first of January.
    /// </summary>
    public static LocalDate DayOf(AreaCode city, int from, int to, LiaisonDirectory directory, LocalDate today)
    {
        var left = LeftOn(city, from, directory, today);
        var comes = directory.PlannedVisits
            .Where(v => v.Kind == VisitKind.Residency
                && v.Team == to
                && v.Area == city
                && v.IsStanding
                && v.To >= today)
            .Select(v => (LocalDate?)LocalDate.Max(v.From, today))
            .Min();
        return (left, comes) switch
        {
            ({ } last, { } first) => LocalDate.Min(last, first),
            _ => left ?? comes ?? new LocalDate(today.Year + 1, 1, 1),
        };
    }

    /// <summary>
    /// The first day on which nobody leads the team in the city any more: a past one when nobody does today; null while
    /// no end is in sight.
    /// </summary>
    public static LocalDate? LeftOn(AreaCode city, int team, LiaisonDirectory directory, LocalDate today)
    {
        List<Grant> grants = [.. directory.People.SelectMany(p => p.Entered)
            .Where(g => g.Role == Role.TeamLeader && g.Team == team && g.Area == city && g.For is null)];
        if (grants.Count == 0)
        {
            return null;
        }

        if (!grants.Exists(g => g.CountsOn(today)))
        {
            return grants.Exists(g => g.From > today) ? null : grants.Max(g => g.To)!.Value.PlusDays(1);
        }

        var day = today;
        while (grants.Where(g => g.CountsOn(day)).ToList() is { Count: > 0 } on)
        {
            if (on.Exists(g => g.To is null))
            {
                return null;
            }

            day = on.Max(g => g.To)!.Value.PlusDays(1);
        }

        return day;
    }

    /// <summary>The next team is expected: by the plan, or by the people who are entered.</summary>
    private static bool Comes(AreaCode city, int team, LocalDate on, LiaisonDirectory directory) =>
        directory.PlannedVisits.Any(v =>
            v.Team == team && v.Area.City == city && v.State != VisitState.Cancelled && v.To >= on)
        || directory.People.Any(p => p.Entered.Any(g =>
            g.Role is Role.TeamLeader or Role.TeamMember && g.Team == team && g.Area == city && !g.HasEnded(on)));

    /// <summary>Who leads a team in the city on a day or after it.</summary>
    public static IEnumerable<Person> LeadersFrom(AreaCode city, int team, LocalDate day, LiaisonDirectory directory) =>
        directory.People.Where(p => p.Entered.Any(g =>
            g.Role == Role.TeamLeader && g.Team == team && g.Area == city && !g.HasEnded(day)));

    /// <summary>The side for which somebody may sign now: true for the side that gives; null for none.</summary>
    public static bool? SideOf(Handover handover, Person actor)
    {
        var (gives, takes) = (handover.Leads(actor, handover.From), handover.Leads(actor, handover.To));
        return gives && handover.Given is null && !actor.Is(handover.Taken?.By) ? true
            : takes && handover.Taken is null && !actor.Is(handover.Given?.By) ? false
            : null;
    }

    /// <summary>Signed by whoever leads one of the teams.</summary>
    public static (Handover? After, HandoverRefusal? Why) Sign(Handover handover, Person actor, Instant now)
    {
        if (WhyNotGoOn(handover) is { } over)
        {
            return (null, over);
        }

        if (SideOf(handover, actor) is { } gives)
        {
            var signature = new Signature(actor.Id, actor.Name, now);
            return (gives ? handover with { Given = signature } : handover with { Taken = signature }, null);
        }

        var (isGiver, isTaker) = (handover.Leads(actor, handover.From), handover.Leads(actor, handover.To));
        return (null, !isGiver && !isTaker ? HandoverRefusal.NotAllowed
            : isGiver && isTaker && (handover.Given is null || handover.Taken is null) ? HandoverRefusal.SignedForTheOther
            : HandoverRefusal.AlreadySigned);
    }

    /// <summary>
    /// The office's word. Where a signature is missing it says why: somebody may have left without one, and the matters
    /// have to be somebody's.
    /// </summary>
    public static (Handover? After, HandoverRefusal? Why) Confirm(
        Handover handover,
        string? reason,
        Person actor,
        LiaisonDirectory directory,
        Instant now)
    {
        if (!Permissions.May(actor, Right.ConfirmHandover, handover.Rights))
        {
            return (null, HandoverRefusal.NotAllowed);
        }

        if (WhyNotGoOn(handover) is { } over)
        {
            return (null, over);
        }

        var note = reason?.Trim();
        if (string.IsNullOrEmpty(note) && (handover.Given is null || handover.Taken is null))
        {
            return (null, HandoverRefusal.SignaturesMissing);
        }

        if (note?.Length > HandoverLimits.Reason)
        {
            return (null, HandoverRefusal.ReasonTooLong);
        }

        var first = LocalDate.Max(handover.On, BeijingTime.Today(now));
        if (!LeadersFrom(handover.City, handover.To, first, directory).Any())
        {
            return (null, HandoverRefusal.NoLeader);
        }

        var at = BeijingTime.At(handover.On, LocalTime.Midnight);
        return (
            handover with
            {
                State = HandoverState.Confirmed,
                Confirmed = new(actor.Id, actor.Name, now),
                Reason = string.IsNullOrEmpty(note) ? null : note,
                NextReminder = at > now ? at : now,
            },
            null);
    }

    /// <summary>Called off by the office or by a leader of one of the teams, as long as nothing has passed.</summary>
    public static (Handover? After, HandoverRefusal? Why) Cancel(Handover handover, string? reason, Person actor, Instant now)
    {
        if (!handover.MaySee(actor))
        {
            return (null, HandoverRefusal.NotAllowed);
        }

        if (handover.State == HandoverState.Confirmed
            && (handover.NextReminder <= now || !Permissions.May(actor, Right.ConfirmHandover, handover.Rights)))
        {
            return (null, HandoverRefusal.AlreadyConfirmed);
        }

        if (handover.State != HandoverState.Confirmed && WhyNotGoOn(handover) is { } over)
        {
            return (null, over);
        }

        var note = reason?.Trim();
        return string.IsNullOrEmpty(note) ? (null, HandoverRefusal.ReasonMissing)
            : note.Length > HandoverLimits.Reason ? (null, HandoverRefusal.ReasonTooLong)
            : (
                handover with
                {
                    State = HandoverState.Cancelled,
                    Reason = note,
                    EndedAt = now,
                    NextReminder = null,
                },
                null);
    }

    private static HandoverRefusal? WhyNotGoOn(Handover handover) => handover.State switch
    {
        HandoverState.Done => HandoverRefusal.AlreadyDone,
        HandoverState.Confirmed => HandoverRefusal.AlreadyConfirmed,
        HandoverState.Cancelled => HandoverRefusal.WasCancelled,
        HandoverState.Needed => HandoverRefusal.TeamMissing,
        HandoverState.Open => null,
    };

    /// <summary>Who has to do something for it now: the leaders who have not signed, else the office.</summary>
    public static IReadOnlyList<Person> WhoIsToAct(Handover handover, LiaisonDirectory directory, LocalDate today)
    {
        var office = directory.Told(Role.Office, handover.City.Province);
        // Of one that nobody has said who takes, and of one whose day has come, the office hears in any case.
        return [.. (handover.State switch
        {
            HandoverState.Needed => [.. LeadersFrom(handover.City, handover.From, today, directory), .. office],
            HandoverState.Open =>
                [
                    .. handover.Given is null
                        ? LeadersFrom(handover.City, handover.From, today, directory)
                        : [],
                    .. handover.Taken is null
                        ? LeadersFrom(handover.City, handover.To, today, directory)
                        : [],
                    .. today >= handover.On || (handover.Given is not null && handover.Taken is not null) ? office : [],
                ],
            HandoverState.Confirmed or HandoverState.Done or HandoverState.Cancelled => Enumerable.Empty<Person>(),
        }).DistinctBy(p => p.Id)];
    }
}
