using LiaisonBot.Conversation.Features.Matters;
using LiaisonBot.Conversation.Reading;
using LiaisonBot.Conversation.Shell;
using LiaisonBot.Core.Matters;
using LiaisonBot.Core.People;
using LiaisonBot.Core.Sets;

namespace LiaisonBot.Conversation.Features.Spoken;

/// <summary>Sets of findings by their number: 签收 整改1301-1.</summary>
internal sealed partial class SpokenHandler
{
    private Task<TurnAnswer> SetsAsync(CancellationToken cancellationToken) =>
        RunAsync("sets.show", cancellationToken, ("what", frame.Places is [var place, ..] ? place.Code.Value : ""));

    /// <summary>哪些市整改方案还没报: the plans, or reports, of the sets that the person sees, which are still to be handed in.</summary>
    private async Task<TurnAnswer?> SetOwedAsync(CancellationToken cancellationToken)
    {
        var isPlan = argument == "plan";
        var sets = await Services.Sets.ListAsync(Person, Localizer.Directory.Province, cancellationToken);
        if (sets.Count == 0)
        {
            return await SetsAsync(cancellationToken);
        }

        var asked = sets.SelectMany(set => set.Steps
                .Where(step => Services.Sets.StepOf(set, step.Name)?.Work == (isPlan ? StepWork.Plan : StepWork.Report)))
            .Select(step => step.Matter)
            .ToHashSet();
        List<ListEntry> owed = [.. (await MineAsync(cancellationToken))
            .Where(e => asked.Contains(e.Number) && InPlace(frame, e) && e.State is MatterState.Assigned or MatterState.InProgress)];
        return owed.Count == 0
            ? await OfferAsync(Localizer.Say(SpokenTexts.NothingOwed, sets.Count), "sets.show", "matter.mine")
            : await ShowSentenceAsync(Localizer.Say(isPlan ? SpokenTexts.PlansOwed : SpokenTexts.ReportsOwed, owed.Count), owed);
    }

    /// <summary>
    /// A set is signed for by what it asks the place to hand in; everything else that is said of it shows it. Null for
    /// what is no sentence of a set that the person may see.
    /// </summary>
    private async Task<TurnAnswer?> OfSetAsync(MatterNumber number, ChatCommand command, CancellationToken cancellationToken)
    {
        var act = command is ChatCommand.Call { Id: var id } ? Step.ActOf(id) : null;
        if ((command is ChatCommand.Call && act is not (Act.Sign or Act.Urge))
            || await Services.Sets.FindAsync(Person, number, cancellationToken) is not { } found)
        {
            return null;
        }

        if (!frame.Has(Idea.Sign) || frame.Asks || frame.Hesitates)
        {
            var shown = await RunAsync("sets.show", cancellationToken, ("what", number.Key));
            return frame.Step is null || frame.Asks
                ? shown
                : shown.With(Localizer.Say(SpokenTexts.NothingDone, Localizer.Clip(frame.Typed, MostShown)));
        }

        var made = await Services.Sets.StepMattersAsync(found.Set, cancellationToken);
        var unsigned = made.Values.Where(m => m.State == MatterState.Assigned && Permissions.May(Person, Right.Work, m.Subject))
            .OrderBy(m => m.Number)
            .FirstOrDefault();
        return unsigned is not null && await matters.FindFamilyAsync(unsigned.Number, cancellationToken) is { } tree
            ? await OfferStepAsync(Act.Sign, tree, "")
            : (await RunAsync("sets.show", cancellationToken, ("what", number.Key))).With(Localizer.Say(SpokenTexts.NothingToSign));
    }
}
