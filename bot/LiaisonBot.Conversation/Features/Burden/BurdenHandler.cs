using LiaisonBot.Conversation.Shell;
using LiaisonBot.Core.People;

namespace LiaisonBot.Conversation.Features.Burden;

/// <summary>What the bot asks of each place: for the office.</summary>
internal sealed class BurdenHandler(TurnScope scope) : TurnPart(scope)
{
    /// <param name="place">Shows every place in it; empty for those of the province that are above the average.</param>
    public async Task<TurnAnswer> ShowAsync(string place, int page, CancellationToken cancellationToken)
    {
        if (!Person.Has(Role.Office))
        {
            return await TellAsync(Localizer.Say(BurdenTexts.OfficeOnly, Buttons.Word("matter.mine")));
        }

        if (Place(place, "burden.show", out var answer) is not { } area)
        {
            return await answer!;
        }

        var report = await Services.Burden.ReadAsync(Localizer.Today, cancellationToken);
        return await ShowAsync(
            Localizer.Say(BurdenTexts.Title, Localizer.Place(area)),
            BurdenCard.Of(report, area, page, Buttons));
    }
}
