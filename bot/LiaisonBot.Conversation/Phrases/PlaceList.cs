using LiaisonBot.Core.Areas;
using LiaisonBot.Core.Calendar;
using LiaisonBot.Core.Text;
using NodaTime;

namespace LiaisonBot.Conversation.Phrases;

/// <summary>An input that holds places and nothing else: 长安区、正定县; 各县.</summary>
/// <param name="Wrong">What is no place, or several; null when all of it was read.</param>
internal sealed record PlaceList(IReadOnlyList<AreaCode> Places, string? Wrong)
{
    public static PlaceList Read(
        string typed,
        AreaBook areas,
        AreaCode? within,
        LocalDate today,
        WorkingCalendar calendar)
    {
        if (Folding.IsBlank(typed))
        {
            return new([], null);
        }

        var line = AssignmentLine.Read(typed, areas, within, today, calendar);
        var wrong = line.Ambiguous?.Typed
            ?? (line.NotPlaces.Count > 0 ? line.NotPlaces[0]
                : line.Title.Length > 0 ? line.Title
                : line.Places.Count == 0 ? typed
                : null);
        return new([.. line.Places.Select(place => place.Code)], wrong);
    }
}
