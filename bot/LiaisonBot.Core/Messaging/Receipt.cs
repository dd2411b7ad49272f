using LiaisonBot.Core.Storage;
using NodaTime;

namespace LiaisonBot.Core.Messaging;

/// <summary>What became of a message.</summary>
public enum ReceiptState
{
    /// <summary>The chat has it.</summary>
    Delivered,

    /// <summary>It waits until the person opens the chat, or can be reached again.</summary>
    Waiting,

    /// <summary>The person came back, or the office sends it again: it is on its way.</summary>
    OnItsWay,

    /// <summary>The chat refused it.</summary>
    Refused,

    /// <summary>It was sent twice and no answer came.</summary>
    NoAnswer,

    /// <summary>The person left before it could be delivered, and does not come back.</summary>
    GivenUp,
}

/// <summary>
/// One message in a subject's history: whom it was for and whether the chat took it. Row <c>Q|number|id</c>, written in
/// each batch that moves the message out of the outbox, so that it costs no write of its own; kept for good, like the
/// history, but for the name of somebody who left, which has a term. A message that was not tried yet has none.
/// </summary>
/// <param name="Of">When the step was taken or the reminder given: the moment of its history entry.</param>
/// <param name="Name">Of the person, at that time.</param>
/// <param name="At">When it came to this.</param>
public sealed record Receipt(
    SubjectKey Subject,
    string Message,
    Instant Of,
    string Name,
    ReceiptState State,
    Instant At)
{
    /// <summary>Of one subject that are read for its history.</summary>
    public const int MostRead = 5000;

    public static string Prefix(SubjectKey subject) => $"{OutboxRows.Receipts}{subject.Text}|";

    /// <param name="to">The prefix of the rows it is moved to.</param>
    internal static Row Row(OutboxMessage message, string to, string name, Instant now) =>
        Row(message, StateIn(message, to), name, now);

    internal static Row GivenUp(OutboxMessage message, string name, Instant now) =>
        Row(message, ReceiptState.GivenUp, name, now);

    private static Row Row(
        OutboxMessage message,
        ReceiptState state,
        string name,
        Instant now) => new(Prefix(message.Subject) + message.Id, new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["Number"] = message.Subject.Text,
            ["Message"] = message.Id,
            ["Of"] = message.At,
            ["To"] = message.To,
            ["Name"] = name,
            ["State"] = state.ToString(),
            ["At"] = now,
        });

    internal static Receipt Read(Row row) => new(
        SubjectKey.Parse(row.Required("Number")),
        row.Required("Message"),
        row.Time("Of") ?? default,
        row.Required("Name"),
        Enum.Parse<ReceiptState>(row.Required("State")),
        row.Time("At") ?? default);

    private static ReceiptState StateIn(OutboxMessage message, string to) => to switch
    {
        OutboxRows.Delivered => ReceiptState.Delivered,
        OutboxRows.Poisoned => message.Failure == OutboxMessage.NoAnswer ? ReceiptState.NoAnswer : ReceiptState.Refused,
        OutboxRows.Outbox or OutboxRows.Digest => ReceiptState.OnItsWay,
        _ => ReceiptState.Waiting,
    };
}
