using LiaisonBot.Core.Calendar;
using LiaisonBot.Core.People;
using LiaisonBot.Core.Policies;
using NodaTime;

namespace LiaisonBot.Core.Reminders;

/// <summary>What a decision on reminders may look at beside what it reminds of.</summary>
public sealed record ReminderContext(
    LiaisonDirectory Directory,
    WorkingCalendar Calendar,
    Instant Now,
    PolicyBook Policies)
{
    public LocalDate Today { get; } = BeijingTime.Today(Now);
}
