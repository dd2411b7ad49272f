using LiaisonBot.Conversation.Shell;
using LiaisonBot.Core.Messaging;
using LiaisonBot.Core.People;

namespace LiaisonBot.Conversation.Features.Delivery;

/// <summary>投递情况: what has not arrived, for the office.</summary>
internal static class DeliveryFeature
{
    public static readonly Feature Feature = new("delivery",
        new(
            "delivery.show",
            (turn, arguments, cancellationToken) =>
                new DeliveryHandler(turn).OverviewAsync(arguments.Page, null, cancellationToken))
        {
            Name = DeliveryTexts.Deliveries,
            Initials = ["tdqk"],
            HelpButton = new(18, person => person.Has(Role.Office)),
        },
        new(
            "delivery.again",
            (turn, arguments, cancellationToken) =>
                Of(arguments, turn.Localizer.Today.Year) is { } subject
                    ? new DeliveryHandler(turn).SendAgainAsync((subject, arguments[DeliveryCards.MessageId]), cancellationToken)
                    : Answers.UnknownButtonAsync(turn)),
        new(
            "delivery.allAgain",
            (turn, _, cancellationToken) => new DeliveryHandler(turn).SendAgainAsync(null, cancellationToken)));

    /// <summary>What a message is of, also on buttons that were made when all were of matters.</summary>
    private static SubjectKey? Of(Arguments arguments, int year) =>
        SubjectKey.TryParse(arguments[Arguments.NumberName], out var subject) ? subject
        : arguments.Number(year) is { } number ? (SubjectKey)number
        : null;
}
