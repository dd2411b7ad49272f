using System.Globalization;
using LiaisonBot.Conversation.Cards;
using LiaisonBot.Conversation.Shell;
using LiaisonBot.Core.Areas;
using LiaisonBot.Core.Delivery;
using NodaTime.Text;

namespace LiaisonBot.Conversation.Features.Burden;

/// <summary>
/// What is asked of each place by week: a table in the order of the places' codes, so that it ranks nobody.
/// </summary>
internal static class BurdenCard
{
    private const int PageSize = 15;

    public static readonly LocalDatePattern MonthDay = LocalDatePattern.CreateWithInvariantCulture("MM-dd");

    /// <param name="area">A city shows all of its places; the province those that are above the average in this week or
    /// the last.</param>
    public static Json Of(BurdenReport report, AreaCode area, int page, Buttons buttons)
    {
        var localizer = buttons.Localizer;
        var whole = area.Level == AreaLevel.Province;
        var lines = report.Lines.Where(l => whole ? l.Above[0] || l.Above[1] : area.Contains(l.Area)).ToList();
        var pages = Math.Max(1, (lines.Count + PageSize - 1) / PageSize);
        page = Math.Clamp(page, 0, pages - 1);
        List<Json?> body =
        [
            Card.Title(localizer.Say(BurdenTexts.Title, localizer.Place(area))),
            Card.Line(localizer.Say(BurdenTexts.Note), subtle: true, size: "Small"),
            Row(
                localizer.Say(BurdenTexts.Place),
                [
                    localizer.Say(BurdenTexts.ThisWeek),
                    localizer.Say(BurdenTexts.LastWeek),
                    .. report.Mondays.Skip(2).Select(MonthDay.Format)
                ],
                _ => true),
            Row(localizer.Say(BurdenTexts.CountyAverage), report.CountyAverage.Select(Average), separator: true),
            Row(localizer.Say(BurdenTexts.CityAverage), report.CityAverage.Select(Average)),
        ];
        if (whole)
        {
            body.Add(Card.Line(
                localizer.Say(lines.Count == 0 ? BurdenTexts.NoneAbove : BurdenTexts.Above),
                bold: true));
        }

        body.AddRange(lines.Skip(page * PageSize)
            .Take(PageSize)
            .Select(l =>
                Row(
                    localizer.PlaceIn(l.Area, area),
                    l.Asks.Select(Localizer.Invariant),
                    week => l.Above[week],
                    separator: true)));
        body.AddRange(Paging.Of(page, pages, new("burden.show", Arguments.Of(("place", area.Value))), buttons));
        body.AddRange(Card.Actions([buttons.To("matter.register"), buttons.To("help.show")]));
        return Card.Of(localizer, body);
    }

    private static Json Row(string name, IEnumerable<string> cells, Func<int, bool>? bold = null, bool separator = false) => Card.Columns(
        [
            ("stretch", Card.Line(name, size: "Small")),
            .. cells.Select((text, week) =>
                ("48px", Card.Line(text, bold: bold?.Invoke(week) == true, size: "Small", alignment: "Right")))
        ],
        separator, "Small");

    public static string Average(double average) => average.ToString("0.0", CultureInfo.InvariantCulture);
}
