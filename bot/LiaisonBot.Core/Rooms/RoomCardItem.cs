using LiaisonBot.Core.Areas;
using LiaisonBot.Core.Matters;
using LiaisonBot.Core.Messaging;
using LiaisonBot.Core.People;
using LiaisonBot.Core.Storage;

namespace LiaisonBot.Core.Rooms;

/// <summary>The card of a matter in one room, to be posted or brought up to date.</summary>
/// <param name="row">Its row; null when it was never posted.</param>
/// <param name="view">What it is to show.</param>
internal sealed class RoomCardItem(
    AreaCode partition,
    Room room,
    Row? row,
    RoomCard card,
    RoomView view,
    IRoomChat chat,
    RoomService service) : IOutboxItem
{
    public RowPlace Place { get; } = new(MatterRows.Table, partition.Value, RoomCardRows.Key(card.Number, card.Room));

    public Row? Stored => row;

    public Row Payload => row ?? RoomCardRows.ToRow(card);

    public SendState State { get; } = card.State;

    public bool IsUpdate => card.Activity is not null;

    public Recipient To { get; } = new(room.Address, async cancellationToken =>
    {
        await service.MarkUnreachableAsync(room, cancellationToken);
        return true;
    });

    public Task<SendAnswer> SendAsync(Recipient recipient, bool mayBeRepeat, CancellationToken cancellationToken) =>
        chat.ShowAsync(view, room, card.Activity, mayBeRepeat, cancellationToken);

    public ValueTask<Settlement?> SettleAsync(SendOutcome outcome, CancellationToken cancellationToken)
    {
        var done = card with
        {
            Lease = null,
            Attempts = 0,
            NotBefore = null,
            Failure = null,
            MayBeRepeat = outcome.Next.MayBeRepeat,
            EndedOn = view.State == MatterState.Closed ? view.AsOf : null,
        };
        return new(outcome.Verdict switch
        {
            // It shows the end, and that for good.
            SendVerdict.Sent when view.State == MatterState.Withdrawn => new(null),
            SendVerdict.Sent => Kept(Sent(done, card.Activity ?? outcome.Activity)),
            SendVerdict.Unreachable => Kept(done),
            SendVerdict.Gone => Kept(done with { GivenUp = true, Failure = RoomCard.Deleted }),
            // It may be taken when the next step has changed it.
            SendVerdict.Refused refused => Kept(done with { Shown = view.Fingerprint, Failure = refused.Why }),
            SendVerdict.Unanswered => Kept(done with { GivenUp = true, Failure = OutboxMessage.NoAnswer }),
            _ => Settlement.SendAgain(outcome),
        });
    }

    /// <summary>Taken and not named, it can never be brought up to date.</summary>
    private RoomCard Sent(RoomCard done, string? activity) =>
        done with { Activity = activity, Shown = view.Fingerprint, MayBeRepeat = false, GivenUp = activity is null };

    private static Settlement Kept(RoomCard left) => new(_ => RoomCardRows.ToRow(left));
}
