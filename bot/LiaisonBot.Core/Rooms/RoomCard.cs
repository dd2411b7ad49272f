using LiaisonBot.Core.Matters;
using LiaisonBot.Core.Messaging;
using LiaisonBot.Core.Storage;
using NodaTime;

namespace LiaisonBot.Core.Rooms;

/// <summary>
/// The one message of a matter in a room, in the partition of the matter: the row <c>K|number|room</c>.
/// </summary>
/// <param name="Activity">Its id in the room; null until the chat has named it.</param>
/// <param name="Shown">Fingerprint of what it shows.</param>
/// <param name="Lease">Who is sending it, and since when.</param>
/// <param name="Attempts">Sends that the chat did not take.</param>
/// <param name="MayBeRepeat">It was posted, and no answer came: the next post may be its second.</param>
/// <param name="Failure">Why the chat refused what was to be shown, as in <c>413 MessageSizeTooBig</c>.</param>
/// <param name="GivenUp">Nothing more is sent: posted twice without an answer, or somebody deleted it in the
/// room.</param>
/// <param name="EndedOn">Beijing date on which it was shown as closed; it is kept for <see cref="DaysAfterTheEnd"/>,
/// since a closing may be taken back.</param>
internal sealed record RoomCard(
    MatterNumber Number,
    string Room,
    string? Activity = null,
    string? Shown = null,
    SendLease? Lease = null,
    int Attempts = 0,
    Instant? NotBefore = null,
    bool MayBeRepeat = false,
    string? Failure = null,
    bool GivenUp = false,
    LocalDate? EndedOn = null)
{
    public const int DaysAfterTheEnd = 1;

    /// <summary>It is not what it should be, and the office can have it shown again.</summary>
    public bool HasFailed => Failure is not (null or Deleted);

    /// <summary>How far the sending of it is.</summary>
    public SendState State => new(Lease, Attempts, NotBefore, MayBeRepeat);

    /// <summary>The failure of a card that is not in the room any more.</summary>
    public const string Deleted = "404";
}

/// <summary>
/// The rows of cards in rooms, in the partition of a matter: <see cref="RoomCard"/>, and <c>U|number</c> for a matter
/// that has changed since its cards were drawn.
/// </summary>
internal static class RoomCardRows
{
    public const string Cards = RowKeys.Matters.RoomCards;

    public static string CardsOf(MatterNumber number) => $"{Cards}{number.Key}|";

    public static string Key(MatterNumber number, string room) => CardsOf(number) + KeyPart.Of(room);

    public static Row ToRow(RoomCard card)
    {
        var columns = new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["Number"] = card.Number.Key,
            ["Room"] = card.Room
        };
        columns.Set("Activity", card.Activity);
        columns.Set("Shown", card.Shown);
        card.State.Set(columns);
        columns.Set("Failure", card.Failure);
        columns.Set("EndedOn", card.EndedOn is { } ended ? Columns.Date(ended) : null);
        if (card.GivenUp)
        {
            columns["GivenUp"] = true;
        }

        return new(Key(card.Number, card.Room), columns);
    }

    public static RoomCard ToCard(Row row) => new(
        MatterNumber.Parse(row.Required("Number")),
        row.Required("Room"),
        row.Text("Activity"),
        row.Text("Shown"),
        SendLease.Of(row),
        (int)(row.Number("Attempts") ?? 0),
        row.Time("NotBefore"),
        row.Flag("MayBeRepeat"),
        row.Text("Failure"),
        row.Flag("GivenUp"),
        row.Text("EndedOn") is { } ended ? Columns.Date(ended) : null);
}
