using LiaisonBot.Core.Messaging;
using LiaisonBot.Core.Sets;

namespace LiaisonBot.Conversation.Features.Checks;

/// <summary>What those who decide are told of a check.</summary>
internal static class CheckNews
{
    public static string Of(OutboxMessage message, FindingCheck check, Localizer localizer) =>
        message.What == CheckService.ToDecide
            ? localizer.Say(CheckTexts.NewsToDecide, check.Waiting, localizer.Place(check.Area), localizer.Named(message.ActorName))
            : localizer.Say(CheckTexts.NewsUnreached, localizer.Place(check.Area), localizer.Named(message.ActorName));
}
