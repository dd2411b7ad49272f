using LiaisonBot.Core.Messaging;
using LiaisonBot.Core.People;
using LiaisonBot.Core.Policies;
using LiaisonBot.Core.Storage;
using NodaTime;

namespace LiaisonBot.Core.Reminders;

/// <summary>The reminders of a rule up to a day were given, or left out as the rule says.</summary>
/// <param name="Since">When the rule's anchor was set: a later one begins anew.</param>
/// <param name="Day">As <see cref="Occurrence.Day"/>; less than the rule's first when none came yet.</param>
public sealed record RulePassed(ReminderName Rule, Instant Since, int Day);

/// <summary>Something that people are reminded of, as it stands: all that reminders have to know of it.</summary>
public interface IReminded
{
    SubjectKey Key { get; }

    /// <summary>
    /// Where it lies, who has to do it and on whose behalf: of these are the people whom a rule reaches.
    /// </summary>
    Subject Rights { get; }

    /// <summary>Halves the distances, and its reminders do not wait for the digest.</summary>
    bool IsUrgent { get; }

    /// <summary>Of the policy that holds for it.</summary>
    int PolicyVersion { get; }

    /// <summary>The date by which it has to be done.</summary>
    LocalDate Due { get; }

    /// <summary>Reminders planned up to here have been given, or were never due.</summary>
    Instant RemindedSince { get; }

    /// <summary>How far each rule has come, at most one entry a rule.</summary>
    IReadOnlyList<RulePassed> Passed { get; }

    /// <summary>When it is reminded of next, as it was planned; the key of its only row <c>R|</c>.</summary>
    Instant? NextReminder { get; }

    /// <summary>Whether the rule reminds of it in the state in which it is.</summary>
    bool Applies(ReminderName rule);

    /// <summary>
    /// The day from which a rule counts, and since when that stands. Asked only of a rule that applies.
    /// </summary>
    (LocalDate Day, Instant Since) AnchorOf(ReminderAnchor anchor);

    /// <summary>
    /// What a rule would have reminded of up to this moment it reminds of on the first morning after; null when there
    /// is no such moment.
    /// </summary>
    Instant? NotBefore(ReminderName rule);

    /// <summary>
    /// Working days before its due date on which it is reminded of beside those of the policy; negative, as there.
    /// </summary>
    IReadOnlyList<int> MoreDays => [];
}

/// <summary>When the time of a subject comes.</summary>
/// <param name="Noted">As it is planned; the key of its only row <c>R|</c>. Null when it is not.</param>
/// <param name="Right">As it is by the working days as they are now; null when it never comes.</param>
/// <param name="Rule">Which rule reminds of it then; null when none does.</param>
/// <param name="On">The Beijing date for which it is planned.</param>
public sealed record Plan(Instant? Noted, Instant? Right, ReminderName? Rule = null, LocalDate? On = null);

/// <summary>A kind of subject of which rows <c>R|</c> say when its time comes.</summary>
public interface IPlannedKind : ISubjectKind
{
    /// <summary>What the keys of its rows begin with.</summary>
    string Rows { get; }

    /// <summary>The key of the row that holds one.</summary>
    string RowKey(SubjectKey key) => Rows + key.Text;

    /// <summary>Which one a row holds, by its key alone.</summary>
    SubjectKey KeyOf(Row row) => SubjectKey.Parse(row.Key[Rows.Length..]);

    /// <param name="row">That holds one.</param>
    Plan PlanOf(Row row, ReminderContext context);

    /// <summary>What is written to plan one as <see cref="Plan.Right"/> says: its row, and its row <c>R|</c>.</summary>
    /// <param name="row">As it was read: when it has changed since, the batch is a conflict.</param>
    IReadOnlyList<Change> PlanAnew(Row row, ReminderContext context);
}

/// <summary>A kind of subject that people are reminded of.</summary>
public interface IRemindedKind : IPlannedKind
{
    IReminded ToReminded(Row row);

    /// <summary>
    /// What is written when reminders were given: its row with how far they have come and with when it is reminded of
    /// next, its row <c>R|</c>, and its history. The messages are not among it.
    /// </summary>
    /// <param name="row">As it was read: when it has changed since, the batch is a conflict.</param>
    RemindedChanges Remind(Row row, ReminderDecision decision, ReminderContext context);

    Plan IPlannedKind.PlanOf(Row row, ReminderContext context)
    {
        var subject = ToReminded(row);
        var next = Schedule.Next(
            subject,
            context.Policies.Of(subject.PolicyVersion),
            context.Calendar,
            subject.RemindedSince);
        return new(subject.NextReminder, next?.At, next?.Rule, next?.On);
    }

    IReadOnlyList<Change> IPlannedKind.PlanAnew(Row row, ReminderContext context) =>
        Remind(row, new([], ToReminded(row).Passed, null), context).Changes;
}

/// <summary>
/// A kind of subject that nobody is reminded of: when the time of its row <c>R|</c> comes, it does something itself.
/// </summary>
public interface IWakingKind : IPlannedKind
{
    /// <summary>Does what is due of it. Done twice at once, or again, it does it once.</summary>
    /// <returns>What was done, counted.</returns>
    /// <exception cref="StoreUnavailableException">It stays due.</exception>
    Task<int> WakeAsync(SubjectKey key, CancellationToken cancellationToken);
}

/// <param name="Step">The last step of its history: with it the messages are named, so that no two are named
/// alike.</param>
public sealed record RemindedChanges(IReadOnlyList<Change> Changes, int Step);
