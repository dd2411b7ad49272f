using System.Globalization;
using LiaisonBot.Core.Areas;
using LiaisonBot.Core.Messaging;
using LiaisonBot.Core.People;
using LiaisonBot.Core.Policies;
using NodaTime;

namespace LiaisonBot.Core.Handovers;

/// <summary>How far a handover has come.</summary>
public enum HandoverState
{
    /// <summary>Somebody will be missing, and nobody has said who takes over.</summary>
    Needed,

    /// <summary>It is being signed.</summary>
    Open,

    /// <summary>The office confirmed it: from its day on the matters pass.</summary>
    Confirmed,

    /// <summary>Everything has passed.</summary>
    Done,

    /// <summary>Called off, with a reason.</summary>
    Cancelled,
}

/// <summary>Who signed, in the name that they had then.</summary>
/// <param name="By">Person id.</param>
public sealed record Signature(string By, string Name, Instant At);

/// <summary>Every limit of a handover, in one place.</summary>
public static class HandoverLimits
{
    /// <summary>Of one city that are read for a list.</summary>
    public const int OfACity = 200;

    /// <summary>UTF-16 units of a reason.</summary>
    public const int Reason = 200;

    /// <summary>Calendar days that its day may lie back: one that was forgotten is still made up for.</summary>
    public const int DaysBack = 366;

    /// <summary>Calendar days that its day may lie ahead.</summary>
    public const int DaysAhead = 400;

    /// <summary>Calendar days before its day on which those who have something to do are told.</summary>
    public static readonly IReadOnlyList<int> ToldBefore = [30, 10, 1];

    /// <summary>When its day has come and something is still missing, the office is told again after so many days.</summary>
    public const int ToldAgain = 7;
}

/// <summary>
/// A team gives what is open of a city to the next (交接): both leaders sign, the office confirms, and from
/// the day on the matters are the next team's.
/// </summary>
/// <param name="City">In whose partition it is.</param>
/// <param name="From">Number of the team that gives.</param>
/// <param name="On">The first day of the next team (Beijing date).</param>
public sealed record Handover(AreaCode City, int From, LocalDate On) : ISubject
{
    public const string KindName = "handover";

    /// <summary>Number of the team that takes; 0 while nobody said which.</summary>
    public int To { get; init; }

    public HandoverState State { get; init; }

    public Signature? Given { get; init; }

    public Signature? Taken { get; init; }

    public Signature? Confirmed { get; init; }

    /// <summary>Why the office confirmed it without a signature, or why it was called off.</summary>
    public string? Reason { get; init; }

    /// <summary>Matters that have passed.</summary>
    public int Moved { get; init; }

    /// <summary>When everything had passed, or it was called off.</summary>
    public Instant? EndedAt { get; init; }

    /// <summary>How often those who have something to do were told, counted by the days of <see cref="Stage"/>.</summary>
    public int Told { get; init; }

    /// <summary>Steps and messages so far: each makes its messages' names unique.</summary>
    public int LastStep { get; init; }

    /// <summary>When what is open passes; the key of its only row <c>R|</c>. Null but while it is confirmed.</summary>
    public Instant? NextReminder { get; init; }

    internal string? ETag { get; init; }

    /// <summary>As it stands in keys: <c>2027-1301-0101-01</c>, by its day, city and the team that gives.</summary>
    public string Number => NumberOf(City, From, On);

    public SubjectKey Key => new(KindName, Number);

    public Subject Rights => new(City, City, From);

    public bool IsUnderWay => State is HandoverState.Needed or HandoverState.Open or HandoverState.Confirmed;

    bool ISubject.IsUrgent => false;

    bool ISubject.Applies(ReminderName rule) => false;

    bool ISubject.StillHolds(OutboxMessage message) => State is HandoverState.Needed or HandoverState.Open;

    AreaCode? ISubject.Asked(OutboxMessage message, Person person) => null;

    ISubject ISubject.SeenBy(Person person) => this;

    /// <summary>The office, and the leaders of both teams, also before and after their days.</summary>
    public bool MaySee(Person person) =>
        Permissions.May(person, Right.ConfirmHandover, Rights) || Leads(person, From) || Leads(person, To);

    /// <summary>Whether somebody leads a team in the city, on whatever days.</summary>
    public bool Leads(Person person, int team) =>
        person.Entered.Any(g => g.Role == Role.TeamLeader && g.Team == team && g.Area == City);

    public static string NumberOf(AreaCode city, int from, LocalDate on) => string.Create(
        CultureInfo.InvariantCulture,
        $"{on.Year:0000}-{city}-{on.Month:00}{on.Day:00}-{from:00}");

    /// <summary>How often those who have something to do are to have been told by a day; never less on a later day.</summary>
    public int Stage(LocalDate today)
    {
        var left = Period.DaysBetween(today, On);
        var before = HandoverLimits.ToldBefore.Count(days => left <= days);
        return left > 0 ? before : before + 1 + (-left / HandoverLimits.ToldAgain);
    }
}
