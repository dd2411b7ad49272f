using LiaisonBot.Conversation.Cards;
using LiaisonBot.Conversation.Shell;
using LiaisonBot.Core.People;
using LiaisonBot.Core.Sets;

namespace LiaisonBot.Conversation.Features.SelfChecks;

/// <summary>Campaigns: the list, and one of them as a whole.</summary>
internal static class CampaignCards
{
    private const int Listed = 10;

    /// <summary>Of a campaign with more places its cities are shown, each with its counts.</summary>
    private const int MostPlaces = 30;

    public static Json List(IReadOnlyList<CampaignView> campaigns, Person viewer, Buttons buttons)
    {
        var localizer = buttons.Localizer;
        List<Json?> body = [Card.Title(localizer.Say(CampaignTexts.ListTitle, campaigns.Count))];
        if (campaigns.Count == 0)
        {
            body.Add(Card.Line(localizer.Say(CampaignTexts.ListEmpty)));
        }

        foreach (var one in campaigns.Take(Listed))
        {
            var view = one.Whole;
            var own = view.Places.Where(place => Permissions.May(viewer, Right.Work, place.Rights)).ToList();
            body.Add(Card.Box(
                null,
                [
                    Card.Line(one.Campaign.Title, bold: true),
                    Card.Line(SelfCheckCards.Head(view.Round, localizer), subtle: true, size: "Small", spacing: "None"),
                    Card.Line(
                        own is [var mine] && view.Places.Count == 1 ? SelfCheckCards.Said(mine, localizer) : SelfCheckCards.Counts(view, localizer),
                        size: "Small",
                        spacing: "None"),
                    .. Card.Actions(own is [var only] && view.Places.Count == 1
                        ? SelfCheckCards.Answers(only, buttons)
                        : [buttons.To(ShellTexts.Open, "campaigns.show", (CampaignFeature.Which, one.Campaign.Key))]),
                ],
                separator: true));
        }

        if (CampaignFeature.MayRun(viewer))
        {
            body.AddRange(Card.Actions([buttons.To(CampaignTexts.New, "selfchecks.form", (SelfCheckCards.Campaign, ""))]));
        }

        return Card.Of(localizer, body);
    }

    /// <summary>Who answered what, and how far what they found is; in the order of codes.</summary>
    public static Json Show(CampaignView campaign, SetProgress found, Buttons buttons, string? news)
    {
        var localizer = buttons.Localizer;
        var view = campaign.Whole;
        List<Json?> body =
        [
            Card.News(news, localizer),
            Card.Title(campaign.Campaign.Title),
            .. Card.Typed(view.Round.Problem, localizer),
            Card.Line(SelfCheckCards.Head(view.Round, localizer), subtle: true, size: "Small"),
            Card.Line(localizer.Say(CampaignTexts.EndsOn, localizer.Day(campaign.Campaign.Until)), subtle: true, size: "Small"),
            Card.Line(SelfCheckCards.Counts(view, localizer), bold: true),
            found.Total > 0
                ? Card.Line(localizer.Say(
                    CampaignTexts.Problems,
                    found.Total,
                    found.Done,
                    found.Of(FindingStanding.InReview),
                    found.Of(FindingStanding.Working) + found.Of(FindingStanding.NotMade),
                    found.Of(FindingStanding.Overdue)))
                : null,
            .. view.Places.Count <= MostPlaces
                ? view.Places.Select(one => Card.Link(
                    [Card.Line(localizer.Say(SelfCheckTexts.Line, localizer.Place(one.Place), SelfCheckCards.Said(one, localizer)), size: "Small")],
                    SelfCheckCards.Opens(one, buttons).FirstOrDefault()))
                : campaign.Rounds.Select(city => Card.Link(
                    [
                        Card.Line(localizer.Place(city.Round.Number.City), size: "Small"),
                        Card.Line(SelfCheckCards.Counts(city, localizer), subtle: true, size: "Small", spacing: "None"),
                    ],
                    buttons.To(ShellTexts.Open, "selfchecks.open", (SelfCheckCards.Round, city.Round.Number.Key)))),
            .. Card.Actions([buttons.Forward(CampaignTexts.Table, "campaigns.table", (CampaignFeature.Which, campaign.Campaign.Key))]),
        ];
        return Card.Of(localizer, body);
    }
}
