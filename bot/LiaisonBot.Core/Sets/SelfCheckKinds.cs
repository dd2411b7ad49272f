using LiaisonBot.Core.Matters;
using LiaisonBot.Core.Messaging;
using LiaisonBot.Core.Reminders;
using LiaisonBot.Core.Storage;

namespace LiaisonBot.Core.Sets;

/// <summary>A round of a self-check as a kind of subject: the sweep asks the places that are still to be asked.</summary>
public sealed class SelfCheckRoundKind(SelfCheckService checks) : IWakingKind
{
    public string Kind => SelfCheckRound.KindName;

    public string Rows => RowKeys.Matters.SelfChecks;

    public bool Knows(OutboxMessage message) => message.What is OutboxMessage.Unreached or OutboxMessage.Moved;

    public bool Brings(OutboxMessage message) => false;

    public async Task<ISubject?> ReadAsync(SubjectKey key, CancellationToken cancellationToken) =>
        await checks.ReadRoundAsync(MatterNumber.Parse(key.Number), cancellationToken);

    public Task<int> WakeAsync(SubjectKey key, CancellationToken cancellationToken) =>
        checks.WakeAsync(MatterNumber.Parse(key.Number), cancellationToken);

    public string RowKey(SubjectKey key) => SelfCheckRows.Key(MatterNumber.Parse(key.Number));

    public SubjectKey KeyOf(Row row) => new(Kind, row.Key[Rows.Length..]);

    public Plan PlanOf(Row row, ReminderContext context)
    {
        var at = SelfCheckRows.ToRound(row).NextReminder;
        return new(at, at);
    }

    public IReadOnlyList<Change> PlanAnew(Row row, ReminderContext context)
    {
        var round = SelfCheckRows.ToRound(row);
        return round.NextReminder is { } at ? [new Change.Upsert(ReminderRows.ToRow(at, round.Key))] : [];
    }
}

/// <summary>What one place is asked, as a kind of subject that it is reminded of.</summary>
public sealed class SelfCheckKind(SelfCheckService checks) : IRemindedKind
{
    public string Kind => SelfCheck.KindName;

    public string Rows => RowKeys.Matters.SelfCheckAnswers;

    public bool Knows(OutboxMessage message) =>
        message.What is SelfCheck.IsAsked or OutboxMessage.Remind or OutboxMessage.Unreached or OutboxMessage.Moved;

    public bool Brings(OutboxMessage message) => message.What == SelfCheck.IsAsked;

    public async Task<ISubject?> ReadAsync(SubjectKey key, CancellationToken cancellationToken) =>
        await checks.ReadAsync(MatterNumber.Parse(key.Number), cancellationToken);

    public string RowKey(SubjectKey key) => SelfCheckRows.Key(MatterNumber.Parse(key.Number));

    public SubjectKey KeyOf(Row row) => new(Kind, row.Key[Rows.Length..]);

    public IReminded ToReminded(Row row) => SelfCheckRows.ToCheck(row);

    public RemindedChanges Remind(Row row, ReminderDecision decision, ReminderContext context)
    {
        var before = SelfCheckRows.ToCheck(row);
        var after = before with
        {
            Passed = decision.Passed,
            RemindedThrough = decision.Through ?? before.RemindedThrough,
            LastEntry = before.LastEntry + decision.Given.Count,
        };
        after = after with { NextReminder = checks.Next(after, context.Directory) };
        return new(
            [
                new Change.Replace(SelfCheckRows.ToRow(after), row.ETag!),
                .. ReminderRows.Moved(before.NextReminder, after.NextReminder, after.Key),
            ],
            after.LastEntry);
    }
}
