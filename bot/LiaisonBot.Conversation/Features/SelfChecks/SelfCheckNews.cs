using LiaisonBot.Core.Messaging;
using LiaisonBot.Core.Sets;

namespace LiaisonBot.Conversation.Features.SelfChecks;

/// <summary>What a place is told of a self-check.</summary>
internal static class SelfCheckNews
{
    private const int ProblemShown = 80;

    public static string Of(OutboxMessage message, SelfCheck check, Localizer localizer)
    {
        var problem = Localizer.Clip(check.Problem.ReplaceLineEndings(" "), ProblemShown);
        return message.What switch
        {
            SelfCheck.IsAsked when check.Campaign is { } campaign => localizer.Say(
                CampaignTexts.News,
                localizer.Named(message.ActorName, message.ForName),
                campaign.Title,
                localizer.Day(check.Due)),
            SelfCheck.IsAsked => localizer.Say(
                SelfCheckTexts.News,
                localizer.Named(message.ActorName, message.ForName),
                problem,
                localizer.Day(check.Due)),
            OutboxMessage.Remind => localizer.Say(SelfCheckTexts.Reminder, problem, localizer.Day(check.Due)),
            _ => localizer.Say(SelfCheckTexts.Unreached, problem, localizer.Named(message.ActorName)),
        };
    }
}
