using LiaisonBot.Core.Policies;
using LiaisonBot.Core.Storage;
using NodaTime;

namespace LiaisonBot.Core.Messaging;

/// <summary>
/// Where a message stands, by the first letter of its row's key, in the partition of its subject: <c>O|id</c> the
/// outbox, to be sent; <c>G|id</c> gathered for the person's morning digest; <c>W|person|id</c> waiting until the
/// person opens the chat; <c>D|id</c> delivered; <c>X|id</c> refused by the chat for good, or sent twice without an
/// answer, kept for the office to look at.
/// </summary>
public static class OutboxRows
{
    public const string Outbox = RowKeys.Matters.Outbox;

    /// <summary>Gathered for the morning digest.</summary>
    public const string Digest = RowKeys.Matters.Digest;

    public const string Delivered = RowKeys.Matters.Delivered;
    public const string Poisoned = RowKeys.Matters.DeadLetters;

    /// <summary>Of anybody.</summary>
    public const string Waiting = RowKeys.Matters.Waiting;

    /// <summary>What became of messages: <see cref="Receipt"/>.</summary>
    internal const string Receipts = RowKeys.Matters.Receipts;

    public static string WaitingFor(string personId) => $"{Waiting}{KeyPart.Of(personId)}|";

    public static Row ToRow(string prefix, OutboxMessage message)
    {
        var columns = new Dictionary<string, object>(Columns.Few, StringComparer.Ordinal)
        {
            ["Id"] = message.Id,
            ["To"] = message.To,
            ["Number"] = message.Subject.Text,
            ["Act"] = message.What,
            ["ActorName"] = message.ActorName,
            ["At"] = message.At,
        };
        columns.Set("Reminders", message.Reminders is { } reminders ? string.Join(',', reminders) : null);
        message.State.Set(columns);
        columns.Set("Failure", message.Failure);
        columns.Set("ForName", message.ForName);
        columns.Set("Question", message.Question);
        columns.Set("Note", message.Note);
        columns.Set("Due", message.Due is { } due ? Columns.Date(due) : null);
        columns.Set("DueBefore", message.DueBefore is { } before ? Columns.Date(before) : null);
        columns.Set("Asked", message.Asked is { } asked ? Columns.Date(asked) : null);
        return new(prefix + message.Id, columns);
    }

    public static OutboxMessage ToMessage(Row row) => new(
        row.Required("Id"),
        row.Required("To"),
        SubjectKey.Parse(row.Required("Number")),
        row.Required("Act"),
        row.Required("ActorName"),
        row.Time("At") ?? default,
        row.Text("Note"),
        row.Text("Due") is { } due ? Columns.Date(due) : null,
        row.Text("Reminders") is { } reminders ? [.. reminders.Split(',').Select(Enum.Parse<ReminderName>)] : null,
        row.Flag("MayBeRepeat"),
        SendLease.Of(row),
        (int)(row.Number("Attempts") ?? 0),
        row.Time("NotBefore"),
        row.Text("Failure"))
    {
        DueBefore = row.Text("DueBefore") is { } before ? Columns.Date(before) : null,
        Asked = row.Text("Asked") is { } asked ? Columns.Date(asked) : null,
        ForName = row.Text("ForName"),
        Question = row.Text("Question"),
    };

    /// <summary>
    /// Moves a message from one place to another, with its receipt: for the batch that notes what became of it. It is
    /// written anew there, as if it had not been tried.
    /// </summary>
    /// <param name="from">Key of its row.</param>
    /// <param name="to">The prefix of the rows that it is moved to.</param>
    /// <param name="name">Of the person.</param>
    public static IEnumerable<Change> Moving(OutboxMessage message, string from, string? etag, string to, string name, Instant now) =>
        Moved(message, to, name, now).Prepend(new Change.Delete(from, etag));

    /// <summary>The same without the row that is left.</summary>
    public static IReadOnlyList<Change> Moved(OutboxMessage message, string to, string name, Instant now) =>
    [
        new Change.Upsert(ToRow(to, message with { Lease = null, Attempts = 0, NotBefore = null })),
        new Change.Upsert(Receipt.Row(message, to, name, now)),
    ];
}
