using LiaisonBot.Core.Areas;
using LiaisonBot.Core.Calendar;
using LiaisonBot.Core.Matters;
using LiaisonBot.Core.Messaging;
using LiaisonBot.Core.People;
using LiaisonBot.Core.Policies;
using NodaTime;

namespace LiaisonBot.Core.Recurring;

/// <summary>What becomes of a date that is no working day.</summary>
public enum DayOffRule
{
    /// <summary>The working day before it, so that it is there by the date that was said.</summary>
    Earlier,

    /// <summary>The working day after it.</summary>
    Later,

    /// <summary>It stays.</summary>
    Stay,
}

public enum RecurringState
{
    Running,

    /// <summary>Somebody ended it, or its last date has passed.</summary>
    Ended,
}

/// <summary>Every limit of a recurring matter, in one place.</summary>
public static class RecurringLimits
{
    /// <summary>Places of one rule, all in one city; the largest has fewer counties.</summary>
    public const int Places = 60;

    /// <summary>Working days before a date on which it is assigned, at most.</summary>
    public const int Lead = 60;

    /// <summary>Rules of one city that are read for a list, ended ones too.</summary>
    public const int RulesOfACity = 500;

    public const int Times = 500;

    /// <summary>Dates that passed while nothing ran, of which each is noted; earlier ones are not.</summary>
    public const int MissedNoted = 20;

    /// <summary>Steps of its history that are shown.</summary>
    public const int EventsShown = 20;

    /// <summary>When of the day an occurrence is assigned, Beijing time: when quiet hours are over.</summary>
    public static readonly LocalTime At = new(8, 0);
}

/// <summary>
/// A recurring matter (定期事项): the rule by which ordinary matters are assigned again and again. All its places lie in
/// one city, in whose partition it is.
/// </summary>
public sealed record RecurringMatter : ISubject
{
    public const string KindName = "recurring";

    /// <summary>Counted by itself: 定期1301-3 has nothing to do with the matter 1301-3.</summary>
    public required MatterNumber Number { get; init; }

    public required string Title { get; init; }

    public required IReadOnlyList<AreaCode> Places { get; init; }

    /// <summary>责任主体; null for each place under its own name.</summary>
    public string? Responsible { get; init; }

    public required string Target { get; init; }

    public required Rhythm Rhythm { get; init; }

    public DayOffRule DayOff { get; init; }

    /// <summary>Working days before the due date on which an occurrence is assigned.</summary>
    public required int Lead { get; init; }

    /// <summary>No occurrence before it.</summary>
    public required LocalDate First { get; init; }

    /// <summary>No occurrence after it; null for no end.</summary>
    public LocalDate? Last { get; init; }

    /// <summary>How many there are altogether; null for no end.</summary>
    public int? Times { get; init; }

    public string? Basis { get; init; }

    /// <summary>Person id: occurrences are assigned in their name, as long as they may.</summary>
    public required string By { get; init; }

    public required string ByName { get; init; }

    /// <summary>The team that set it up, or null when the office did.</summary>
    public int? Team { get; init; }

    public RecurringState State { get; init; }

    /// <summary>
    /// The date of the rhythm that comes next, before <see cref="DayOff"/>; by it an occurrence is known. Null when
    /// none comes any more.
    /// </summary>
    public LocalDate? Next { get; init; }

    /// <summary>Of <see cref="Places"/>, how many have the occurrence of <see cref="Next"/> already.</summary>
    public int PlacesDone { get; init; }

    /// <summary>
    /// What office and leader are told of when all places of the date have had their turn: each why, or
    /// <see cref="RecurringRules.NobodyThere"/>, and the place, with a blank between.
    /// </summary>
    public IReadOnlyList<string> ToTell { get; init; } = [];

    /// <summary>Occurrences that were made; those skipped or missed are not counted.</summary>
    public int Made { get; init; }

    /// <summary>The last date that was made, skipped or missed: no later change makes it again.</summary>
    public LocalDate? Handled { get; init; }

    /// <summary>When the next occurrence is assigned; the key of its only row <c>R|</c>.</summary>
    public Instant? NextReminder { get; init; }

    public required Instant SetUpAt { get; init; }

    /// <summary>Sequence of the last of its events.</summary>
    public int LastEvent { get; init; }

    internal string? ETag { get; init; }

    public bool IsRunning => State == RecurringState.Running;

    public SubjectKey Key => new(KindName, Number.Key);

    /// <summary>Its only place, else its city.</summary>
    public Subject Rights
    {
        get
        {
            var place = Places is [var only] ? only : Number.City;
            return new(place, place, Team);
        }
    }

    bool ISubject.IsUrgent => false;

    bool ISubject.Applies(ReminderName rule) => false;

    bool ISubject.StillHolds(OutboxMessage message) => true;

    AreaCode? ISubject.Asked(OutboxMessage message, Person person) => null;

    ISubject ISubject.SeenBy(Person person) => SeenBy(person)!;

    /// <summary>The same with the places that a person may see; null when there are none.</summary>
    public RecurringMatter? SeenBy(Person person)
    {
        List<AreaCode> seen = [
            .. Places.Where(place => Permissions.May(person, Right.See, new Subject(place, place, Team)))
        ];
        return seen.Count == Places.Count ? this
            : seen.Count == 0 ? null
            : this with { Places = seen };
    }

    /// <summary>A date as it is due, by the working days.</summary>
    public LocalDate DueOn(LocalDate date, WorkingCalendar calendar) =>
        calendar.IsWorkingDay(date) ? date : DayOff switch
        {
            DayOffRule.Earlier => calendar.AddWorkingDays(date, -1),
            DayOffRule.Later => calendar.AddWorkingDays(date, 1),
            DayOffRule.Stay => date,
        };

    /// <summary>The same as it is kept with a matter: a notice of holidays that comes later moves it.</summary>
    public DueSpan SpanOf(LocalDate date) => DayOff switch
    {
        DayOffRule.Earlier => new DueSpan.NearestWorkingDay(date, IsBefore: true),
        DayOffRule.Later => new DueSpan.NearestWorkingDay(date, IsBefore: false),
        DayOffRule.Stay => new DueSpan.On(date),
    };

    /// <summary>When the occurrence of a date is assigned.</summary>
    public Instant AssignedAt(LocalDate date, WorkingCalendar calendar) =>
        BeijingTime.At(calendar.AddWorkingDays(DueOn(date, calendar), -Lead), RecurringLimits.At);

    /// <summary>The dates from one on that the rule still has, as far as it goes.</summary>
    /// <param name="made">Occurrences that were made before them.</param>
    public IEnumerable<LocalDate> DatesFrom(LocalDate from, int made) =>
        Rhythm.From(LocalDate.Max(from, First), First)
            .TakeWhile(date => Last is not { } last || date <= last)
            .Take(Times is { } times ? Math.Max(0, times - made) : int.MaxValue);

    /// <summary>The next dates, each with the day on which it is due.</summary>
    public IReadOnlyList<(LocalDate Date, LocalDate Due, bool Provisional)> Upcoming(
        WorkingCalendar calendar,
        int count) =>
        Next is not { } next
            ? []
            : [.. DatesFrom(next, Made)
                .Take(count)
                .Select(date => (date, DueOn(date, calendar), calendar.IsProvisional(date.Year)))];
}

/// <summary>What somebody fills in to set a rule up or to change it. The rules trim and check it.</summary>
/// <param name="Places">All in one city.</param>
/// <param name="Lead">Null for <see cref="Rhythm.DefaultLead"/>.</param>
/// <param name="First">Null for today.</param>
public sealed record RecurringDraft(
    string? Title,
    IReadOnlyList<AreaCode> Places,
    string? Responsible,
    string? Target,
    Rhythm? Rhythm,
    DayOffRule DayOff = DayOffRule.Earlier,
    int? Lead = null,
    LocalDate? First = null,
    LocalDate? Last = null,
    int? Times = null,
    string? Basis = null);

/// <summary>What was done with a rule itself.</summary>
public enum RecurringAct
{
    SetUp,
    Change,
    Skip,
    TakeOver,

    /// <summary>Somebody follows who set it up and may not assign any more.</summary>
    Follow,
    End,

    /// <summary>Its last date has passed.</summary>
    Finish,
}

/// <summary>One row of a rule's history. Never removed.</summary>
/// <param name="Date">Of a skip: the date that was left out.</param>
public sealed record RecurringEvent(
    int Sequence,
    RecurringAct Act,
    Instant At,
    string Actor,
    string ActorName,
    LocalDate? Date = null,
    string? Note = null);

/// <summary>What became of a date of the rhythm in one place.</summary>
public enum OccurrenceState
{
    /// <summary>It was assigned as a matter.</summary>
    Made,

    /// <summary>Somebody left it out.</summary>
    Skipped,

    /// <summary>It passed while nothing ran, and a later one took its place.</summary>
    Missed,

    /// <summary>It could not be assigned; office and leader were told why.</summary>
    NotMade,
}

/// <summary>Why an occurrence could not be assigned.</summary>
public enum NotMadeReason
{
    /// <summary>Who set the rule up is not there any more.</summary>
    NobodyAssigns,

    /// <summary>They may not assign there any more: the team has left, or the role has changed.</summary>
    MayNotAssign,

    /// <summary>The place is in the division no more.</summary>
    PlaceGone,

    /// <summary>The rules of assigning refused something else.</summary>
    Refused,
}

/// <summary>A date of the rhythm as it was handled.</summary>
/// <param name="Place">Null where it was the same for all places.</param>
public sealed record RecurringOccurrence(
    LocalDate Date,
    OccurrenceState State,
    AreaCode? Place = null,
    MatterNumber? Matter = null,
    LocalDate? Due = null,
    NotMadeReason? Why = null);
