using LiaisonBot.Core.Messaging;
using LiaisonBot.Core.Sets;

namespace LiaisonBot.Conversation.Features.Topics;

/// <summary>What the office is told of a topic.</summary>
internal static class TopicNews
{
    private const int PlacesNamed = 8;

    public static string Of(OutboxMessage message, TopicSubject subject, Localizer localizer)
    {
        if (message.What is not (TopicService.Spread or TopicService.Again))
        {
            return localizer.Say(TopicTexts.NewsUnreached, subject.Topic, localizer.Named(message.ActorName));
        }

        var places = string.Join(localizer.Say(Texts.ListComma), subject.Places.Take(PlacesNamed).Select(localizer.Place));
        if (subject.Places.Count > PlacesNamed)
        {
            places += localizer.Say(TopicTexts.PlacesMore, subject.Places.Count - PlacesNamed);
        }

        return localizer.Say(
            message.What == TopicService.Spread ? TopicTexts.NewsSpread : TopicTexts.NewsAgain,
            subject.Topic,
            subject.Places.Count,
            places);
    }
}
