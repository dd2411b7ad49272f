using LiaisonBot.Conversation.Cards;
using LiaisonBot.Conversation.Shell;
using LiaisonBot.Core.Feeds;

namespace LiaisonBot.Conversation.Features.Feeds;

/// <summary>The card of a person's calendar: the address while it can be shown, and what they can do with it.</summary>
internal static class FeedCards
{
    /// <summary>Only shown; what is typed into it goes nowhere.</summary>
    public const string AddressName = "address";

    /// <param name="address">Null when it was made before: it is not kept.</param>
    public static Json Of(FeedAddress feed, Uri? address, Buttons buttons, string? news = null)
    {
        var localizer = buttons.Localizer;
        Json Titles() => feed.WithTitles
            ? buttons.To(FeedTexts.HideTitles, "feed.titles", (FeedFeature.Titles, FeedFeature.Off))
            : buttons.To(FeedTexts.ShowTitles, "feed.titles", (FeedFeature.Titles, FeedFeature.On));
        var renew = buttons.To(FeedTexts.Renew, "feed.renew");
        var stop = buttons.Away(FeedTexts.Stop, "feed.stop");
        string Say(Text text, params object[] values) => localizer.Say(text, values);
        List<Json?> body = [Card.News(news, localizer), Card.Title(Say(FeedTexts.Title)), Card.Line(Say(FeedTexts.What))];
        if (address is null)
        {
            body.Add(Card.Line(Say(FeedTexts.MadeOn, localizer.Day(Core.Calendar.BeijingTime.Today(feed.MadeAt)))));
            body.Add(Card.Line(feed.UsedAt is { } used
                ? Say(FeedTexts.UsedLast, Localizer.Moment(used))
                : Say(FeedTexts.NeverUsed)));
        }
        else
        {
            body.Add(new Json
            {
                ["type"] = "Input.Text",
                ["id"] = AddressName,
                ["label"] = Say(FeedTexts.FieldAddress),
                ["isMultiline"] = true,
                ["value"] = address.AbsoluteUri,
            });
            body.Add(Card.Line(Say(FeedTexts.HowTo, Say(FeedTexts.Subscribe)), size: "Small"));
        }

        body.Add(Card.Line(
            Say(feed.WithTitles ? FeedTexts.TitlesAreShown : FeedTexts.TitlesAreHidden),
            feed.WithTitles ? Card.Warning : null,
            size: "Small"));
        body.Add(Card.Line(Say(FeedTexts.Refreshes), subtle: true, size: "Small"));
        body.Add(Card.Line(
            address is null ? Say(FeedTexts.NotShownAgain, Say(FeedTexts.Renew)) : Say(FeedTexts.Secret, Say(FeedTexts.Renew)),
            subtle: true,
            size: "Small"));
        body.AddRange(Card.Actions(
        [
            .. address is null
                ? Array.Empty<Json>()
                : [Card.OpenUrl(Say(FeedTexts.Subscribe), PersonalFeed.Subscription(address))],
            Titles(),
            renew,
            stop,
        ]));
        return Card.Of(localizer, body);
    }

    /// <summary>There is no address.</summary>
    public static Json None(string news, Buttons buttons)
    {
        var localizer = buttons.Localizer;
        return Card.Of(localizer,
        [
            Card.Title(localizer.Say(FeedTexts.Title)),
            Card.Line(news, bold: true),
            Card.Line(localizer.Say(FeedTexts.What)),
            .. Card.Actions([buttons.Forward(FeedTexts.Make, "feed.renew")]),
        ]);
    }
}
