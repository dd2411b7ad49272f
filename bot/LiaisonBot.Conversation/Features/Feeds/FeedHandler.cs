using LiaisonBot.Conversation.Shell;
using LiaisonBot.Core.Storage;

namespace LiaisonBot.Conversation.Features.Feeds;

/// <summary>日历: a person's own address for calendar programs.</summary>
internal sealed class FeedHandler(TurnScope scope) : TurnPart(scope)
{
    /// <summary>How it stands; the first time an address is made.</summary>
    public Task<TurnAnswer> ShowAsync(CancellationToken cancellationToken) => StoredAsync(async () =>
        await Services.Feeds.OfAsync(Person, cancellationToken) is { } feed
            ? await ShowAsync(Localizer.Say(FeedTexts.Title), FeedCards.Of(feed, null, Buttons))
            : await MakeAsync(null, cancellationToken));

    /// <summary>How it stands; nothing is made.</summary>
    public Task<TurnAnswer> AboutAsync(CancellationToken cancellationToken) => StoredAsync(async () =>
    {
        if (await Services.Feeds.OfAsync(Person, cancellationToken) is { } feed)
        {
            return await ShowAsync(Localizer.Say(FeedTexts.Title), FeedCards.Of(feed, null, Buttons));
        }

        var none = Localizer.Say(FeedTexts.None);
        return await ShowAsync(none, FeedCards.None(none, Buttons));
    });

    /// <summary>A new address, in place of one that may be there.</summary>
    public Task<TurnAnswer> RenewAsync(CancellationToken cancellationToken) => StoredAsync(async () =>
        await MakeAsync(
            await Services.Feeds.OfAsync(Person, cancellationToken) is null ? FeedTexts.Made : FeedTexts.Renewed,
            cancellationToken));

    public Task<TurnAnswer> StopAsync(CancellationToken cancellationToken) => StoredAsync(async () =>
    {
        var news = Localizer.Say(await Services.Feeds.StopAsync(Person, cancellationToken)
            ? FeedTexts.Stopped
            : FeedTexts.None);
        return await ShowAsync(news, FeedCards.None(news, Buttons));
    });

    public Task<TurnAnswer> TitlesAsync(bool withTitles, CancellationToken cancellationToken) => StoredAsync(async () =>
    {
        if (!await Services.Feeds.ShowTitlesAsync(Person, withTitles, cancellationToken)
            || await Services.Feeds.OfAsync(Person, cancellationToken) is not { } feed)
        {
            var none = Localizer.Say(FeedTexts.None);
            return await ShowAsync(none, FeedCards.None(none, Buttons));
        }

        var news = Localizer.Say(withTitles ? FeedTexts.TitlesAreShown : FeedTexts.TitlesAreHidden);
        return await ShowAsync(news, FeedCards.Of(feed, null, Buttons));
    });

    private async Task<TurnAnswer> MakeAsync(Text? news, CancellationToken cancellationToken)
    {
        if (Files.Address() is not { } host)
        {
            return await TellAsync(Localizer.Say(FeedTexts.Nowhere));
        }

        var secret = Files.NewToken();
        await Services.Feeds.RenewAsync(Person, secret, cancellationToken);
        return await Services.Feeds.OfAsync(Person, cancellationToken) is { } feed
            ? await ShowAsync(
                Localizer.Say(news ?? FeedTexts.Title),
                FeedCards.Of(
                    feed,
                    PersonalFeed.Address(host, secret),
                    Buttons,
                    news is { } said ? Localizer.Say(said) : null))
            : await TellAsync(Localizer.Say(FeedTexts.None));
    }

    private async Task<TurnAnswer> StoredAsync(Func<Task<TurnAnswer>> answer)
    {
        try
        {
            return await answer();
        }
        catch (StoreUnavailableException)
        {
            return await TellAsync(Localizer.Say(Texts.StoreBusy));
        }
    }
}
