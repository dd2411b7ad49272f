using LiaisonBot.Core.Matters;
using LiaisonBot.Core.Messaging;
using LiaisonBot.Core.Reminders;

namespace LiaisonBot.Core.Recurring;

/// <summary>
/// The recurring matter as a kind of subject: the sweep of reminders assigns what is due of it, and office and leader
/// are told of what could not be.
/// </summary>
public sealed class RecurringKind(RecurringService rules) : IWakingKind
{
    public string Kind => RecurringMatter.KindName;

    public bool Knows(OutboxMessage message) =>
        message.What is RecurringRules.NotMade or RecurringRules.NobodyThere
            or OutboxMessage.Unreached or OutboxMessage.Moved;

    public bool Brings(OutboxMessage message) => false;

    public async Task<ISubject?> ReadAsync(SubjectKey key, CancellationToken cancellationToken) =>
        await rules.ReadAsync(NumberOf(key), cancellationToken);

    public Task<int> WakeAsync(SubjectKey key, CancellationToken cancellationToken) =>
        rules.WakeAsync(NumberOf(key), cancellationToken);

    public Task PlanAnewAsync(SubjectKey key, CancellationToken cancellationToken) =>
        rules.PlanAnewAsync(NumberOf(key), cancellationToken);

    private static MatterNumber NumberOf(SubjectKey key) => MatterNumber.Parse(key.Number);
}
