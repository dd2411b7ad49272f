using LiaisonBot.Core.Areas;
using LiaisonBot.Core.Diagnostics;
using LiaisonBot.Core.Matters;
using LiaisonBot.Core.Messaging;
using LiaisonBot.Core.People;
using LiaisonBot.Core.Storage;

namespace LiaisonBot.Core.ChatCards;

/// <summary>A card in a person's chat, to be brought up to date.</summary>
/// <param name="matter">As it is there for the person; null when they may not see it any more.</param>
/// <param name="shown">Names what it is to show.</param>
internal sealed class ChatCardItem(
    AreaCode partition,
    Row row,
    ShownCard card,
    MatterNumber number,
    MatterTree? matter,
    string shown,
    Person person,
    Recipient? to,
    ICardChat chat) : IOutboxItem
{
    public RowPlace Place { get; } = new(MatterRows.Table, partition.Value, row.Key);

    public Row Stored => row;

    public Row Payload => row;

    public SendState State { get; } = card.State;

    public bool IsUpdate => true;

    public Recipient? To => to;

    public Task<SendAnswer> SendAsync(Recipient recipient, bool mayBeRepeat, CancellationToken cancellationToken) =>
        chat.UpdateCardAsync(number, matter, person, recipient.Address, card.Activity, cancellationToken);

    public ValueTask<Settlement?> SettleAsync(SendOutcome outcome, CancellationToken cancellationToken)
    {
        var (word, settlement) = outcome.Verdict switch
        {
            SendVerdict.Sent => ("updated", Kept()),
            // It may be taken when the next step has changed it.
            SendVerdict.Refused => ("refused", Kept()),
            // The message is not there any more, or nobody reads it: a card is no news, and nobody is told.
            SendVerdict.Gone or SendVerdict.Unanswered => ("gone", new Settlement(null)),
            SendVerdict.Unreachable => ("unreachable", new Settlement(null)),
            _ => ("later", Settlement.SendAgain(outcome)),
        };
        Telemetry.CardUpdates.Add(1, new KeyValuePair<string, object?>("result", word));
        return new(settlement);
    }

    private Settlement Kept() => new(_ => (card with { Shown = shown, State = new() }).ToRow());
}
