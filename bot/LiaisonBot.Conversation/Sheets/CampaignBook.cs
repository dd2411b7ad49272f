using LiaisonBot.Core.Matters;
using LiaisonBot.Core.Sets;

namespace LiaisonBot.Conversation.Sheets;

/// <summary>A campaign as a workbook: what its places answered, and how far what they found is.</summary>
internal static class CampaignBook
{
    public static IReadOnlyList<SheetPage> Of(CampaignView campaign, IReadOnlyList<ListEntry> found, Localizer localizer)
    {
        var view = campaign.Whole;
        var bySet = found.ToLookup(entry => entry.Set);
        return
        [
            new(
                localizer.Say(CampaignBookTexts.Answers),
                [
                    new(localizer.Say(Texts.FieldArea), 18),
                    new(localizer.Say(CampaignBookTexts.Answer), 18),
                    new(localizer.Say(CampaignBookTexts.Note), 40),
                    new(localizer.Say(CampaignBookTexts.AnsweredOn), 14),
                    new(localizer.Say(CampaignBookTexts.Found), 10),
                    new(localizer.Say(CampaignBookTexts.Mended), 10),
                ],
                [.. view.Places.Select(place => Row(place, [.. bySet[place.Set].Where(entry => entry.Set is not null)], localizer))])
            {
                Heading = localizer.Say(
                    CampaignBookTexts.Heading,
                    campaign.Campaign.Title,
                    localizer.FullDay(campaign.Campaign.Until),
                    view.Places.Count),
            },
            new(
                localizer.Say(CampaignBookTexts.Findings),
                [
                    new(localizer.Say(CampaignBookTexts.Number), 14),
                    new(localizer.Say(Texts.FieldArea), 18),
                    new(localizer.Say(FindingTexts.Problem), 50),
                    new(localizer.Say(CampaignBookTexts.Standing), 12),
                    new(localizer.Say(Texts.FieldDue), 14),
                ],
                [
                    .. found.OrderBy(entry => entry.Area).ThenBy(entry => entry.Number).Select(entry => new object?[]
                    {
                        localizer.Number(entry.Number),
                        localizer.Place(entry.Area),
                        entry.Title,
                        localizer.StateName(entry.State),
                        entry.Due,
                    }),
                ])
            {
                Heading = campaign.Campaign.Title,
            },
        ];
    }

    private static object?[] Row(SelfCheck place, IReadOnlyList<ListEntry> found, Localizer localizer)
    {
        var progress = SetProgress.Of(found, localizer.Today);
        return
        [
            localizer.Place(place.Place),
            localizer.Say(CampaignBookTexts.Of(place.State)),
            place.Note,
            place.AnsweredAt is { } at ? Core.Calendar.BeijingTime.Today(at) : null,
            progress.Total,
            progress.Done,
        ];
    }
}
