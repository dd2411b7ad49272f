using LiaisonBot.Core.Calendar;
using LiaisonBot.Core.Messaging;
using LiaisonBot.Core.Reminders;
using LiaisonBot.Core.Storage;
using NodaTime;

namespace LiaisonBot.Core.Handovers;

/// <summary>The handover as a kind of subject: when its day has come, the sweep of reminders lets the matters pass.</summary>
public sealed class HandoverKind(HandoverService handovers) : IWakingKind
{
    public string Kind => Handover.KindName;

    public string Rows => RowKeys.Matters.Handovers;

    public bool Knows(OutboxMessage message) =>
        message.What is HandoverService.ToSign or HandoverService.ToConfirm or HandoverService.IsConfirmed
            or HandoverService.IsDone or HandoverService.IsCancelled or HandoverService.IsNear
            or OutboxMessage.Unreached or OutboxMessage.Moved;

    public bool Brings(OutboxMessage message) => false;

    public async Task<ISubject?> ReadAsync(SubjectKey key, CancellationToken cancellationToken) =>
        await handovers.ReadAsync(key.Number, cancellationToken);

    public Task<int> WakeAsync(SubjectKey key, CancellationToken cancellationToken) =>
        handovers.WakeAsync(key, cancellationToken);

    public string RowKey(SubjectKey key) => HandoverRows.Key(key.Number);

    public SubjectKey KeyOf(Row row) => SubjectKey.Parse(new SubjectKey(Kind, row.Key[Rows.Length..]).Text);

    public Plan PlanOf(Row row, ReminderContext context)
    {
        var handover = HandoverRows.ToHandover(row);
        return new(handover.NextReminder, Right(handover));
    }

    public IReadOnlyList<Change> PlanAnew(Row row, ReminderContext context)
    {
        var handover = HandoverRows.ToHandover(row);
        return HandoverService.Changes(handover, handover with { NextReminder = Right(handover) });
    }

    private static Instant? Right(Handover handover) =>
        handover is { State: HandoverState.Confirmed, Confirmed: { } confirmed }
            ? Instant.Max(BeijingTime.At(handover.On, LocalTime.Midnight), confirmed.At)
            : null;
}
