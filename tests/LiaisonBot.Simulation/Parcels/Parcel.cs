using LiaisonBot.Core.Areas;
using LiaisonBot.Core.Calendar;
using LiaisonBot.Core.Messaging;
using LiaisonBot.Core.People;
using LiaisonBot.Core.Policies;
using LiaisonBot.Core.Reminders;
using NodaTime;

namespace LiaisonBot.Simulation.Parcels;

/// <summary>Where a parcel is.</summary>
internal enum ParcelState
{
    /// <summary>It waits until somebody of the place fetches it.</summary>
    Sent,

    /// <summary>It is with the place, which has to bring it back.</summary>
    Fetched,
    Back,
}

/// <summary>
/// A second kind of subject, made up to show that telling and reminding know no matter: a parcel of papers that a place
/// has to fetch and to bring back by a day. Nothing of the matter is used for it.
/// </summary>
internal sealed record Parcel : IReminded, ISubject
{
    public const string KindName = "parcel";

    public required SubjectKey Key { get; init; }

    public required AreaCode Place { get; init; }

    /// <summary>Of who sent it; null when the office did.</summary>
    public int? Team { get; init; }

    public ParcelState State { get; init; }

    public bool IsUrgent { get; init; }

    public int PolicyVersion { get; init; }

    public required LocalDate Due { get; init; }

    public required Instant SentAt { get; init; }

    /// <summary>When it came to the place where it is.</summary>
    public required Instant AtPlaceSince { get; init; }

    public Instant? RemindedThrough { get; init; }

    public IReadOnlyList<RulePassed> Passed { get; init; } = [];

    public Instant? NextReminder { get; init; }

    /// <summary>Of its history.</summary>
    public int LastEntry { get; init; }

    public Subject Rights => new(Place, Place, Team);

    public Instant RemindedSince => RemindedThrough ?? SentAt;

    public bool Applies(ReminderName rule) => rule switch
    {
        ReminderName.Unsigned => State == ParcelState.Sent,
        ReminderName.DueSoon or ReminderName.OverdueYellow or ReminderName.OverdueRed => State != ParcelState.Back,
        ReminderName.ProposeLedger or ReminderName.ProposeDocket or ReminderName.ReviewWaits or ReminderName.ExtensionWaits
            or ReminderName.DeclineWaits or ReminderName.HolderAsks or ReminderName.ReviewerAsks
            or ReminderName.ExemptionWaits =>
            false,
    };

    public (LocalDate Day, Instant Since) AnchorOf(ReminderAnchor anchor) => anchor switch
    {
        ReminderAnchor.Assigned => (BeijingTime.Today(AtPlaceSince), AtPlaceSince),
        ReminderAnchor.Due => (Due, SentAt),
        ReminderAnchor.HandedIn or ReminderAnchor.Asked or ReminderAnchor.Declined or ReminderAnchor.HolderAsked
            or ReminderAnchor.ReviewerAsked or ReminderAnchor.ExemptionAsked =>
            throw new InvalidOperationException("No rule of parcels counts from there."),
    };

    public Instant? NotBefore(ReminderName rule) => null;

    public bool StillHolds(OutboxMessage message) => false;

    public AreaCode? Asked(OutboxMessage message, Person person) => null;

    public ISubject SeenBy(Person person) => this;
}
