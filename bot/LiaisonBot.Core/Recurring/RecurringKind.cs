using LiaisonBot.Core.Matters;
using LiaisonBot.Core.Messaging;
using LiaisonBot.Core.Reminders;
using LiaisonBot.Core.Storage;

namespace LiaisonBot.Core.Recurring;

/// <summary>
/// The recurring matter as a kind of subject: the sweep of reminders assigns what is due of it, and office and leader
/// are told of what could not be.
/// </summary>
public sealed class RecurringKind(RecurringService rules) : IWakingKind
{
    public string Kind => RecurringMatter.KindName;

    public bool Knows(OutboxMessage message) =>
        message.What is RecurringRules.NotMade or RecurringRules.NobodyThere or RecurringRules.Follows
            or OutboxMessage.Unreached or OutboxMessage.Moved;

    public bool Brings(OutboxMessage message) => false;

    public async Task<ISubject?> ReadAsync(SubjectKey key, CancellationToken cancellationToken) =>
        await rules.ReadAsync(NumberOf(key), cancellationToken);

    public Task<int> WakeAsync(SubjectKey key, CancellationToken cancellationToken) =>
        rules.WakeAsync(NumberOf(key), cancellationToken);

    public string Rows => RowKeys.Matters.Recurring;

    public string RowKey(SubjectKey key) => RecurringRows.RuleKey(NumberOf(key));

    public SubjectKey KeyOf(Row row) => SubjectKey.Parse(new SubjectKey(Kind, row.Key[Rows.Length..]).Text);

    public Plan PlanOf(Row row, ReminderContext context)
    {
        var rule = RecurringRows.ToRule(row);
        return new(rule.NextReminder, RecurringRules.PlannedAnew(rule, context.Calendar).NextReminder);
    }

    public IReadOnlyList<Change> PlanAnew(Row row, ReminderContext context)
    {
        var rule = RecurringRows.ToRule(row);
        return RecurringService.Changes(rule, RecurringRules.PlannedAnew(rule, context.Calendar));
    }

    private static MatterNumber NumberOf(SubjectKey key) => MatterNumber.Parse(key.Number);
}
