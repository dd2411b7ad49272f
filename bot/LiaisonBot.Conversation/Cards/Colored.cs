using LiaisonBot.Core.Matters;
using LiaisonBot.Core.Policies;
using NodaTime;

namespace LiaisonBot.Conversation.Cards;

/// <summary>What is said in words with the colour that goes with it.</summary>
public static class Colored
{
    /// <summary>How much time is left; working days where there are any.</summary>
    public static (string Words, string Color) TimeLeft(this Localizer localizer, LocalDate due, MatterState state)
    {
        var days = Period.DaysBetween(localizer.Today, due);
        var color = Localizer.HasNoTimeLeft(state) ? Card.Default
            : days <= 0 ? Card.Attention
            : days == 1 || localizer.Calendar.WorkingDaysBetween(localizer.Today, due) <= 2 ? Card.Warning
            : Card.Good;
        return (localizer.TimeWords(due, state), color);
    }

    public static (string Word, string Color) State(this Localizer localizer, MatterState state) =>
        (localizer.StateName(state), state switch
        {
            MatterState.Closed => Card.Good,
            MatterState.Withdrawn => Card.Default,
            MatterState.Assigned or MatterState.InProgress or MatterState.HandedIn => Card.Accent,
        });

    /// <summary>A reminder, with its step of the ladder.</summary>
    public static (string Words, string Color) Reminder(this Localizer localizer, ReminderName reminder) =>
        reminder switch
        {
            ReminderName.Unsigned => (localizer.Say(CardTexts.ReminderUnsigned), Card.Warning),
            ReminderName.DueSoon => (localizer.Say(CardTexts.ReminderDueSoon), Card.Accent),
            ReminderName.OverdueYellow => (localizer.Say(CardTexts.ReminderOverdueYellow), Card.Warning),
            ReminderName.OverdueRed => (localizer.Say(CardTexts.ReminderOverdueRed), Card.Attention),
            ReminderName.ProposeLedger => (localizer.Say(CardTexts.ReminderProposeLedger), Card.Attention),
            ReminderName.ProposeDocket => (localizer.Say(CardTexts.ReminderProposeDocket), Card.Attention),
            ReminderName.ReviewWaits => (localizer.Say(CardTexts.ReminderReviewWaits), Card.Accent),
            ReminderName.ExtensionWaits => (localizer.Say(CardTexts.ReminderExtensionWaits), Card.Accent),
            ReminderName.HolderAsks => (localizer.Say(CardTexts.ReminderHolderAsks), Card.Accent),
            ReminderName.ReviewerAsks => (localizer.Say(CardTexts.ReminderReviewerAsks), Card.Accent),
            ReminderName.ExemptionWaits => (localizer.Say(CardTexts.ReminderExemptionWaits), Card.Accent),
            ReminderName.DeclineWaits => (localizer.Say(CardTexts.ReminderDeclineWaits), Card.Accent),
        };
}
