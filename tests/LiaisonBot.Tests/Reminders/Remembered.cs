using LiaisonBot.Core.Areas;
using LiaisonBot.Core.Calendar;
using LiaisonBot.Core.Matters;
using NodaTime;

namespace LiaisonBot.Tests.Reminders;

/// <summary>Matters and moments for what reminds of them, short to say.</summary>
internal static class Remembered
{
    /// <summary>Assigned to a county by the office at a Beijing time.</summary>
    public static Matter Assigned(Instant at, LocalDate due) => new()
    {
        Number = new(2026, AreaCode.Parse("1301"), 12),
        Title = "上报整改方案",
        Area = AreaCode.Parse("130102"),
        Responsible = "长安区",
        Target = "上报整改方案",
        Due = due,
        DueSpan = new DueSpan.On(due),
        DueFrom = BeijingTime.Today(at),
        AssignedBy = "00000000-0000-4000-8000-000000000001",
        AssignedByName = "省委巡视办",
        AssignedAt = at,
        WithHolderSince = at,
        DueSetAt = at,
        LastEntry = 1,
    };

    /// <summary>A Beijing time such as <c>2026-09-14 10:00</c>.</summary>
    public static Instant At(string beijing)
    {
        var parts = beijing.Split(' ');
        return BeijingTime.At(
            Calendar.Day.Of(parts[0]),
            NodaTime.Text.LocalTimePattern.CreateWithInvariantCulture("HH:mm").Parse(parts[1]).Value);
    }
}
