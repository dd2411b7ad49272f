using LiaisonBot.Core.Policies;
using LiaisonBot.Core.Storage;
using NodaTime;

namespace LiaisonBot.Core.Matters;

/// <summary>
/// Where a message stands, by the first letter of its row's key, in the partition of its matter: <c>O|id</c> the outbox, to be sent;
/// <c>G|id</c> gathered for the person's morning digest; <c>W|person|id</c> waiting until the person opens the chat; <c>D|id</c> delivered; <c>X|id</c> refused by the
/// chat for good, or sent twice without an answer, kept for the office to look at.
/// </summary>
public static class NoticeRows
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

    public static Row ToRow(string prefix, Notice notice)
    {
        var columns = new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["Id"] = notice.Id,
            ["To"] = notice.To,
            ["Number"] = notice.Number.Key,
            ["Act"] = notice.Act.ToString(),
            ["ActorName"] = notice.ActorName,
            ["At"] = notice.At,
        };
        columns.Set("Reminders", notice.Reminders is { } reminders ? string.Join(',', reminders) : null);
        notice.State.Set(columns);
        columns.Set("Failure", notice.Failure);
        columns.Set("Note", notice.Note);
        columns.Set("Due", notice.Due is { } due ? Columns.Date(due) : null);
        return new(prefix + notice.Id, columns);
    }

    public static Notice ToNotice(Row row) => new(
        row.Required("Id"),
        row.Required("To"),
        MatterNumber.Parse(row.Required("Number")),
        Enum.Parse<Act>(row.Required("Act")),
        row.Required("ActorName"),
        row.Time("At") ?? default,
        row.Text("Note"),
        row.Text("Due") is { } due ? Columns.Date(due) : null,
        row.Text("Reminders") is { } reminders ? [.. reminders.Split(',').Select(Enum.Parse<ReminderName>)] : null,
        row.Flag("MayBeRepeat"),
        SendLease.Of(row),
        (int)(row.Number("Attempts") ?? 0),
        row.Time("NotBefore"),
        row.Text("Failure"));

    /// <summary>
    /// Moves a message from one place to another, with its receipt: for the batch that notes what became of it. It is written anew there,
    /// as if it had not been tried.
    /// </summary>
    /// <param name="from">Key of its row.</param>
    /// <param name="to">The prefix of the rows that it is moved to.</param>
    /// <param name="name">Of the person.</param>
    public static IEnumerable<Change> Moving(Notice notice, string from, string? etag, string to, string name, Instant now) =>
        Moved(notice, to, name, now).Prepend(new Change.Delete(from, etag));

    /// <summary>The same without the row that is left.</summary>
    public static IReadOnlyList<Change> Moved(Notice notice, string to, string name, Instant now) =>
    [
        new Change.Upsert(ToRow(to, notice with { Lease = null, Attempts = 0, NotBefore = null })),
        new Change.Upsert(Receipt.Row(notice, to, name, now)),
    ];
}
