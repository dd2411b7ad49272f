using LiaisonBot.Core.Messaging;
using LiaisonBot.Core.Sets;

namespace LiaisonBot.Conversation.Features.Sets;

/// <summary>What a team is told of a set.</summary>
internal static class SetNews
{
    /// <param name="step">That the message tells of; null for another, and when the file does not have it any more.</param>
    public static string Of(OutboxMessage message, FindingSet set, DatedStep? step, Localizer localizer)
    {
        var (place, number) = (localizer.Place(set.Area), Sheets.FindingBook.Number(set.Number, localizer));
        return message is { What: SetService.StepNear, Due: { } due }
            ? localizer.Say(
                SetTexts.StepNear,
                step?.Title.In(localizer.Language) ?? message.Note!,
                place,
                number,
                localizer.Day(due))
            : localizer.Say(SetTexts.NewsUnreached, place, number, localizer.Named(message.ActorName));
    }
}
