using LiaisonBot.Conversation.Cards;
using LiaisonBot.Core.People;

namespace LiaisonBot.Conversation.Turns;

/// <summary>What the bot asks of each place: for the office.</summary>
internal sealed class BurdenTurn(TurnScope scope) : TurnPart(scope)
{
    /// <param name="place">Shows every place in it; empty for those of the province that are above the average.</param>
    public async Task<TurnAnswer> Burden(string place, int page, CancellationToken cancellationToken)
    {
        if (!Person.Has(Role.Office))
        {
            return await Tell(Localizer.Say(Texts.BurdenOfficeOnly));
        }

        if (Place(place, Texts.Burden, out var answer) is not { } area)
        {
            return await answer!;
        }

        var report = await Services.Burden.Read(Localizer.Today, cancellationToken);
        return await Show(Localizer.Say(Texts.BurdenTitle, Localizer.Place(area)), BurdenCard.Of(report, area, page, $"{Localizer.Say(Texts.Burden)} {area}", Buttons));
    }
}
