using LiaisonBot.Conversation.Features.Export;
using LiaisonBot.Conversation.Phrases;
using LiaisonBot.Conversation.Shell;
using LiaisonBot.Core.Areas;
using LiaisonBot.Core.Delivery;
using LiaisonBot.Core.Sets;

namespace LiaisonBot.Conversation.Features.SelfChecks;

/// <summary>Campaigns: started as a self-check is, shown as a whole.</summary>
internal sealed class CampaignHandler(TurnScope scope) : TurnPart(scope)
{
    private readonly TurnScope scope = scope;

    /// <summary>The list; one by its name; with places or a day behind it, what a new one would ask.</summary>
    public async Task<TurnAnswer> SayAsync(string what, CancellationToken cancellationToken)
    {
        var campaigns = await Services.SelfChecks.CampaignsAsync(Person, Area, cancellationToken);
        var said = CampaignLine.NameIn(what);
        if (said.Length > 0 && campaigns.Where(one => Names(one.Campaign.Title, said)).ToList() is [var named, ..])
        {
            return await ShowAsync(named, null, cancellationToken);
        }

        return said.Length == 0 || !CampaignFeature.MayRun(Person)
            ? await ShowAsync(Localizer.Say(CampaignTexts.ListTitle, campaigns.Count), CampaignCards.List(campaigns, Person, Buttons))
            : await new SelfCheckHandler(scope).SayAsync(
                what,
                new(StringComparer.Ordinal) { [SelfCheckCards.Campaign] = "" },
                cancellationToken);
    }

    /// <summary>The form of a campaign on one topic; its places and its end are still to be said.</summary>
    public Task<TurnAnswer> OfTopicAsync(string topic) => new SelfCheckHandler(scope).FormAsync(new Dictionary<string, string>(StringComparer.Ordinal)
    {
        [SelfCheckCards.Campaign] = Localizer.Say(CampaignTexts.TitleOf, topic),
        [SelfCheckCards.Problem] = Localizer.Say(SelfCheckTexts.DefaultProblem, topic),
        [SelfCheckCards.Topic] = topic,
    });

    /// <param name="key">Of the campaign.</param>
    public async Task<TurnAnswer> ShowAsync(string key, string? news, CancellationToken cancellationToken) =>
        await FindAsync(key, cancellationToken) is { } campaign
            ? await ShowAsync(campaign, news, cancellationToken)
            : await TellAsync(Localizer.Say(CampaignTexts.NotFound));

    /// <summary>Its table as a file: a line a place, a line a finding.</summary>
    public async Task<TurnAnswer> TableAsync(string key, CancellationToken cancellationToken) =>
        await FindAsync(key, cancellationToken) is { } campaign
            ? await new ExportHandler(scope).OfferAsync(
                Localizer.Say(CampaignTexts.TableReady, campaign.Campaign.Title),
                ExportTexts.ExportNote,
                LinkTo.Campaign,
                Area,
                key,
                ExportTexts.Download,
                Buttons.To(ShellTexts.Open, "campaigns.show", (CampaignFeature.Which, key)),
                cancellationToken)
            : await TellAsync(Localizer.Say(CampaignTexts.NotFound));

    private async Task<TurnAnswer> ShowAsync(CampaignView campaign, string? news, CancellationToken cancellationToken) => await ShowAsync(
        news ?? campaign.Campaign.Title,
        CampaignCards.Show(
            campaign,
            SetProgress.Of(await Services.Sets.FoundAsync(campaign.Sets, cancellationToken), Localizer.Today),
            Buttons,
            news));

    private async Task<CampaignView?> FindAsync(string key, CancellationToken cancellationToken) =>
        (await Services.SelfChecks.CampaignsAsync(Person, Area, cancellationToken)).FirstOrDefault(one => one.Campaign.Key == key);

    private AreaCode Area => new SelfCheckHandler(scope).ListedArea;

    private static bool Names(string title, string said) =>
        said.Length > 1 && title.Contains(said, StringComparison.OrdinalIgnoreCase);
}
