using LiaisonBot.Conversation.Shell;
using LiaisonBot.Core.People;

namespace LiaisonBot.Conversation.Features.Burden;

/// <summary>负担: what the bot asks of each place by week, for the office.</summary>
internal static class BurdenFeature
{
    private const string Place = "place";

    public static readonly Feature Feature = new("burden",
        new Command(
            "burden.show",
            (turn, arguments, cancellationToken) =>
                new BurdenHandler(turn).ShowAsync(arguments[Place], arguments.Page, cancellationToken))
        {
            Name = BurdenTexts.Burden,
            Initials = ["fd"],
            PlaceFirst = true,
            Help = new(BurdenTexts.Help, IsOffice),
            HelpButton = new(19, IsOffice),
        }.Taking(Place));

    private static bool IsOffice(Person person) => person.Has(Role.Office);
}
