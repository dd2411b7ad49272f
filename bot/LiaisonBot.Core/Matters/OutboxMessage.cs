using System.Globalization;
using LiaisonBot.Core.Messaging;
using LiaisonBot.Core.Policies;
using LiaisonBot.Core.Storage;
using NodaTime;

namespace LiaisonBot.Core.Matters;

/// <summary>A message to one person about one step of one matter. Holds what happened; its words and card are made when it is sent.</summary>
/// <param name="Id">Ordered by time within the partition of the matter.</param>
/// <param name="To">Person id.</param>
/// <param name="Note">What the actor typed; of a recount the due date before it.</param>
/// <param name="Due">The date that the step named.</param>
/// <param name="MayBeRepeat">True when it was sent before and the chat's answer never came.</param>
/// <param name="Lease">Who is sending it, and since when; null while nobody is.</param>
/// <param name="Attempts">Sends that the chat did not take.</param>
/// <param name="NotBefore">Not to be sent again before; null when it may be sent at any time.</param>
/// <param name="Failure">Why it is kept aside: the chat's status and code, as in <c>413 MessageSizeTooBig</c>, or <see cref="NoAnswer"/>.</param>
/// <param name="Reminders">For a reminder, the rules that gave it; null for a step that somebody took.</param>
public sealed record OutboxMessage(
    string Id,
    string To,
    MatterNumber Number,
    Act Act,
    string ActorName,
    Instant At,
    string? Note,
    LocalDate? Due,
    IReadOnlyList<ReminderName>? Reminders = null,
    bool MayBeRepeat = false,
    SendLease? Lease = null,
    int Attempts = 0,
    Instant? NotBefore = null,
    string? Failure = null)
{
    /// <summary>How far its sending is.</summary>
    public SendState State => new(Lease, Attempts, NotBefore, MayBeRepeat);

    /// <summary>As <see cref="Failure"/>: sent twice, and no answer came to either.</summary>
    public const string NoAnswer = "NoAnswer";

    /// <summary>Unique within the partition: a matter's history sequence is used once.</summary>
    /// <param name="matter">With the step in its history.</param>
    /// <param name="index">Among the messages of the step.</param>
    public static string NewId(Matter matter, Instant at, int index) => string.Create(
        CultureInfo.InvariantCulture, $"{at.ToUnixTimeMilliseconds():00000000000000}-{matter.Number.Key}-{matter.LastEntry:0000}-{index:00}");
}
