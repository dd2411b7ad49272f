using LiaisonBot.Core.People;
using LiaisonBot.Core.Storage;

namespace LiaisonBot.Core.Messaging;

/// <summary>
/// One thing that is to be sent. Its kind says its key, its payload, its address and what is written when the send is
/// over; everything else of a send is done by <see cref="Outbox"/>, the same for each kind.
/// </summary>
public interface IOutboxItem
{
    /// <summary>Where the row stands that holds its <see cref="SendState"/>.</summary>
    RowPlace Place { get; }

    /// <summary>That row as it was read; null when there is none yet.</summary>
    Row? Stored { get; }

    /// <summary>That row while it is being sent, but for the columns of <see cref="SendState"/>.</summary>
    Row Payload { get; }

    /// <summary>How far its sending was when it was read.</summary>
    SendState State { get; }

    /// <summary>It changes a message that is in the chat: sent twice, it is the same as once.</summary>
    bool IsUpdate { get; }

    /// <summary>Null while there is nobody to send it to.</summary>
    Recipient? To { get; }

    /// <param name="mayBeRepeat">It was sent before, and the answer never came: it says so.</param>
    Task<SendAnswer> SendAsync(Recipient to, bool mayBeRepeat, CancellationToken cancellationToken);

    /// <summary>What is to be written now that the chat has answered.</summary>
    /// <returns> Null when what has to be written elsewhere before may not have been: then the lease stays, as if the
    /// sender had stopped.
    /// </returns>
    ValueTask<Settlement?> SettleAsync(SendOutcome outcome, CancellationToken cancellationToken);
}

/// <summary>Where a row stands.</summary>
public readonly record struct RowPlace(string Table, string Partition, string Key);

/// <summary>Who gets it: a person's chat or a room.</summary>
/// <param name="MarkUnreachable">
/// Notes that they cannot be reached any more, until they speak to the bot again. True when nobody had noted it before.
/// </param>
public sealed record Recipient(ChatAddress Address, Func<CancellationToken, Task<bool>> MarkUnreachable)
{
    /// <summary>
    /// The person's own chat; null when they never opened it or cannot be reached. No round trip while the directory
    /// knows the chat.
    /// </summary>
    public static async Task<Recipient?> OfAsync(
        Person person, LiaisonDirectory people, DirectoryService service, CancellationToken cancellationToken)
    {
        var chat = people.ChatOf(person.Id) ?? await service.ReadChatAsync(person, cancellationToken);
        return chat is { Reachable: true } ? new(chat.Address, MarkUnreachableAsync) : null;

        async Task<bool> MarkUnreachableAsync(CancellationToken cancellationToken)
        {
            var isNews = await service.ReadChatAsync(person, cancellationToken) is { Reachable: true };
            await service.MarkUnreachableAsync(chat, cancellationToken);
            return isNews;
        }
    }
}

/// <summary>What came of a send.</summary>
/// <param name="Next">The state in which the row goes on, where it stays.</param>
/// <param name="FoundOut">The send by which it came out that nobody can be reached there; null when that was
/// known.</param>
/// <param name="Activity">The id that the chat gave to a new message.</param>
public sealed record SendOutcome(
    SendVerdict Verdict,
    SendState Next,
    SendLease? FoundOut = null,
    string? Activity = null);

/// <summary>
/// What is written when a send is over: in one batch, and only while nobody else has taken the thing over.
/// </summary>
/// <param name="Left">Makes of the row, as it is stored then, the row that stays; null when none does.</param>
/// <param name="Also">Other rows of the partition.</param>
public sealed record Settlement(Func<Row, Row>? Left, params IReadOnlyList<Change> Also)
{
    /// <summary>It is to be sent again: the row stays as it is.</summary>
    public static Settlement SendAgain(SendOutcome outcome) => new(outcome.Next.In);
}

/// <summary>How far <see cref="Outbox.DispatchAsync"/> came.</summary>
/// <param name="Verdict">Null when nothing was sent.</param>
/// <param name="IsWritten">Whether what came of it is in the store.</param>
public readonly record struct Dispatched(SendVerdict? Verdict, bool IsWritten)
{
    /// <summary>Somebody else has it, or it is not time.</summary>
    public static Dispatched Busy => new(null, false);

    /// <summary>Somebody else has sent it meanwhile.</summary>
    public static Dispatched Gone => new(null, true);

    /// <summary>Nothing more is to be done about it now.</summary>
    public bool IsOver => IsWritten && Verdict is not (SendVerdict.Again or SendVerdict.Repeat);
}
