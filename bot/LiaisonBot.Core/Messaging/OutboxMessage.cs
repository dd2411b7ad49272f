using System.Globalization;
using LiaisonBot.Core.Policies;
using LiaisonBot.Core.Storage;
using NodaTime;

namespace LiaisonBot.Core.Messaging;

/// <summary>
/// A message to one person about one step of one subject. Holds what happened; its words and card are made when it is
/// sent.
/// </summary>
/// <param name="Id">Ordered by time within the partition of the subject.</param>
/// <param name="To">Person id.</param>
/// <param name="What">What happened, in the word of the subject's kind, or one of <see cref="Remind"/>,
/// <see cref="Unreached"/> and <see cref="Moved"/>, which every kind has.</param>
/// <param name="Note">What the actor typed, or what else the kind puts there.</param>
/// <param name="Due">The date that the step named.</param>
/// <param name="MayBeRepeat">True when it was sent before and the chat's answer never came.</param>
/// <param name="Lease">Who is sending it, and since when; null while nobody is.</param>
/// <param name="Attempts">Sends that the chat did not take.</param>
/// <param name="NotBefore">Not to be sent again before; null when it may be sent at any time.</param>
/// <param name="Failure">Why it is kept aside: the chat's status and code, as in <c>413 MessageSizeTooBig</c>, or
/// <see cref="NoAnswer"/>.</param>
/// <param name="Reminders">For a reminder, the rules that gave it; null for everything else.</param>
public sealed record OutboxMessage(
    string Id,
    string To,
    SubjectKey Subject,
    string What,
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
    /// <summary>As <see cref="What"/>: nobody did anything, it is a reminder.</summary>
    public const string Remind = "Remind";

    /// <summary>As <see cref="What"/>: somebody who had to be told of the subject cannot be reached.</summary>
    public const string Unreached = "Unreached";

    /// <summary>As <see cref="What"/>: it went elsewhere. To whoever held it and may no longer see it.</summary>
    public const string Moved = "Moved";

    /// <summary>As <see cref="Failure"/>: sent twice, and no answer came to either.</summary>
    public const string NoAnswer = "NoAnswer";

    /// <summary>Of a changed due date the one before it; null in rows of earlier versions.</summary>
    public LocalDate? DueBefore { get; init; }

    /// <summary>Of a changed due date the one that was asked for, where it answered a request for more time.</summary>
    public LocalDate? Asked { get; init; }

    /// <summary>Of an answer, the question that it answers.</summary>
    public string? Question { get; init; }

    /// <summary>Name of the person whom the actor stood in for; null in their own name.</summary>
    public string? ForName { get; init; }

    /// <summary>To be gathered into the person's next digest, and not sent by itself. It says where the row goes, and is
    /// no part of it.</summary>
    public bool IsGathered { get; init; }

    /// <summary>How far its sending is.</summary>
    public SendState State => new(Lease, Attempts, NotBefore, MayBeRepeat);

    /// <summary>Unique within the partition, where no two batches have the same step of one subject.</summary>
    /// <param name="step">The last step in the subject's history.</param>
    /// <param name="index">Among the messages of the batch.</param>
    public static string NewId(SubjectKey subject, int step, Instant at, int index) => string.Create(
        CultureInfo.InvariantCulture,
        $"{at.ToUnixTimeMilliseconds():00000000000000}-{subject.Text}-{step:0000}-{index:00}");
}
