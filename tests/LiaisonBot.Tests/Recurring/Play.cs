using LiaisonBot.Core.Matters;
using LiaisonBot.Core.Recurring;
using NodaTime;

namespace LiaisonBot.Tests.Recurring;

/// <summary>Rules to try things on.</summary>
internal static class Play
{
    public static RecurringMatter Rule(Rhythm rhythm) => new()
    {
        Number = new MatterNumber(2026, Cast.Shijiazhuang, 1),
        Title = "报进展",
        Places = [Cast.Changan],
        Target = "报进展",
        Rhythm = rhythm,
        Lead = 3,
        First = new(2026, 1, 1),
        By = Cast.Leader.Id,
        ByName = Cast.Leader.Name,
        Team = 1,
        SetUpAt = Cast.Morning,
    };

    public static RecurringDraft Draft(Rhythm rhythm, params Core.Areas.AreaCode[] places) =>
        new("报进展", places.Length == 0 ? [Cast.Changan] : places, null, "报送整改进展", rhythm);

    public static readonly Rhythm Fridays = new Rhythm.Weekly(1, IsoDayOfWeek.Friday);

    public static readonly Rhythm The25th = new Rhythm.Monthly(1, 1, [25]);
}
