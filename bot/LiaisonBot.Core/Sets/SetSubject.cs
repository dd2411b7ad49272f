using LiaisonBot.Core.Matters;
using LiaisonBot.Core.Messaging;
using LiaisonBot.Core.Reminders;
using LiaisonBot.Core.Storage;

namespace LiaisonBot.Core.Sets;

/// <summary>The set as a kind of subject: the sweep of reminders carries on what is due of it.</summary>
public sealed class SetSubject(SetService sets) : IWakingKind
{
    public string Kind => FindingSet.KindName;

    public string Rows => RowKeys.Matters.Sets;

    public bool Knows(OutboxMessage message) => message.What is SetService.StepNear or OutboxMessage.Unreached or OutboxMessage.Moved;

    public bool Brings(OutboxMessage message) => false;

    public async Task<ISubject?> ReadAsync(SubjectKey key, CancellationToken cancellationToken) =>
        await sets.ReadAsync(NumberOf(key), cancellationToken);

    public Task<int> WakeAsync(SubjectKey key, CancellationToken cancellationToken) =>
        sets.WakeAsync(NumberOf(key), cancellationToken);

    public string RowKey(SubjectKey key) => SetRows.Key(NumberOf(key));

    public SubjectKey KeyOf(Row row) => SubjectKey.Parse(new SubjectKey(Kind, row.Key[Rows.Length..]).Text);

    public Plan PlanOf(Row row, ReminderContext context)
    {
        var set = SetRows.ToSet(row);
        return new(set.NextReminder, set.NextReminder);
    }

    public IReadOnlyList<Change> PlanAnew(Row row, ReminderContext context)
    {
        var set = SetRows.ToSet(row);
        return SetService.Changes(set, set);
    }

    private static MatterNumber NumberOf(SubjectKey key) => MatterNumber.Parse(key.Number);
}
