using System.Text.RegularExpressions;
using LiaisonBot.Core.Areas;
using LiaisonBot.Core.Calendar;
using LiaisonBot.Core.Matters;
using LiaisonBot.Core.Text;
using NodaTime;

namespace LiaisonBot.Conversation.Phrases;

/// <summary>What stands behind 举一反三: a matter, places, a day, and what is to be looked for.</summary>
/// <param name="Wrong">What was to be a place and is none, or several; null when there is nothing of it.</param>
internal sealed partial record SelfCheckLine(
    MatterNumber? Matter,
    IReadOnlyList<AreaCode> Places,
    LocalDate? Due,
    string Problem,
    string? Wrong)
{
    public static SelfCheckLine Read(
        string rest,
        AreaBook areas,
        AreaCode? near,
        LocalDate today,
        WorkingCalendar calendar)
    {
        var typed = rest.Trim();
        MatterNumber? matter = null;
        if (MatterNumber.AllIn(typed, today.Year) is [var first, ..] && Number().Match(Folding.Of(typed)) is { Success: true } said)
        {
            (matter, typed) = (first, typed.Remove(said.Index, said.Length).Trim(' ', '　', '，', ','));
        }

        if (typed.Length == 0)
        {
            return new(matter, [], null, "", null);
        }

        var line = AssignmentLine.Read(typed, areas, near, today, calendar);
        var problem = Plain(line.Title);
        return new(
            matter,
            [.. line.Places.Select(place => place.Code)],
            line.Due is DueSpan.On on ? on.Date : null,
            problem,
            line.Ambiguous?.Typed ?? (line.NotPlaces.Count > 0 ? line.NotPlaces[0] : null));
    }

    /// <summary>What is left of "on bidding in all counties" is the bidding.</summary>
    private static string Plain(string title)
    {
        var words = title.Trim(' ', '　', '：', ':', '，', ',').Split(' ');
        var from = words.TakeWhile(word => LeadingWords.Contains(word, StringComparer.OrdinalIgnoreCase)).Count();
        var to = words.Length - words.Reverse().TakeWhile(word => TrailingWords.Contains(word, StringComparer.OrdinalIgnoreCase)).Count();
        return from < to ? string.Join(' ', words[from..to]) : "";
    }

    private static readonly string[] LeadingWords = ["on", "about", "for", "of", "in", "to", "with"];

    private static readonly string[] TrailingWords = ["in", "at", "for", "of", "by", "to", "from", "with", "on"];

    [GeneratedRegex(@"(?:[〔\[(]?20\d\d[〕\])-]\s?)?\d{4}-\d{1,6}(?:-\d{1,2})?", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Number();
}
