using LiaisonBot.Conversation.Cards;
using LiaisonBot.Conversation.Features.Checks;
using LiaisonBot.Conversation.Features.Disclosures;
using LiaisonBot.Conversation.Features.Matters;
using LiaisonBot.Conversation.Features.Sets;
using LiaisonBot.Conversation.Phrases;
using LiaisonBot.Conversation.Reading;
using LiaisonBot.Conversation.Shell;
using LiaisonBot.Core.Matters;
using LiaisonBot.Core.People;
using LiaisonBot.Core.Sets;

namespace LiaisonBot.Conversation.Features.Spoken;

/// <summary>Sets of findings by their number: 签收 整改1301-1.</summary>
internal sealed partial class SpokenHandler
{
    private async Task<TurnAnswer> SetsAsync(CancellationToken cancellationToken) =>
        // where are we with Lunan's inspection fixes: where there is no set, the only matter there of that.
        frame is { Numbers.Count: 0, Places: [var there] }
            && argument.Length == 0
            && (await Services.Sets.ListAsync(Person, there.Code, cancellationToken)).Count == 0
            && (await MineAsync(cancellationToken)).Where(e => e.IsOpen && InPlace(frame, e) && e.Title.Contains("整改", StringComparison.Ordinal)).ToList() is [var only]
            && await matters.FindFamilyAsync(only.Number, cancellationToken) is { } tree
            ? await matters.ShowMatterAsync(tree, await ProgressOfAsync(tree, cancellationToken), Card.Default)
            : await RunAsync("sets.show", cancellationToken, ("what", frame.Places is [var place, ..] ? place.Code.Value : ""));

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
    /// A number that is named as that of a set: what is wanted of the set, its card where nothing else is. It is signed
    /// for by what it asks the place to hand in, and no step of a matter is taken.
    /// </summary>
    /// <param name="isSet">Nothing but a set can be meant: one that is not there is said not to be.</param>
    /// <returns>Null for what reads its number itself, and where a matter may be meant.</returns>
    private async Task<TurnAnswer?> OfSetAsync(
        MatterNumber number,
        bool isSet,
        ChatCommand command,
        CancellationToken cancellationToken)
    {
        var act = command is ChatCommand.Call { Id: var id } ? Step.ActOf(id) : null;
        if (act == Act.Assign || (command is ChatCommand.Call { Id: var other } && act is null && !IsOfNumbers(other)))
        {
            return null;
        }

        if (await Services.Sets.FindAsync(Person, number, cancellationToken) is not { } found)
        {
            return isSet ? await RunAsync("sets.show", cancellationToken, ("what", number.Key)) : null;
        }

        if (frame.Has(Idea.Sign) && !frame.Asks && !frame.Hesitates)
        {
            return await SignSetAsync(found, cancellationToken);
        }

        var shown = await OfSetAsync(found, cancellationToken);
        return frame.Asks ? shown
            : frame.Hesitates
            ? shown.With(Localizer.Say(SpokenTexts.NothingDone, Localizer.Clip(frame.Typed, MostShown)))
            : act is not null || frame.Step is not null ? shown.With(Localizer.Say(SpokenTexts.NoStepOfASet))
            : shown;
    }

    /// <summary>Commands that show what a number names, and those that sentences begin like.</summary>
    private static bool IsOfNumbers(string id) =>
        id is "matter.open" or "matter.openSeveral" or "matter.register" or "export.register" or "help.notOrdered";

    private Task<TurnAnswer> OfSetAsync(SetView found, CancellationToken cancellationToken)
    {
        var (key, mayChange) = (found.Set.Number.Key, SetCards.MayChange(Person, found.Set));
        return (frame.Hesitates && !frame.Asks ? SetWish.Show : SetWords.WishIn(frame.Text)) switch
        {
            SetWish.Add when mayChange => RunAsync("sets.addForm", cancellationToken, (SetCards.Number, key)),
            SetWish.Remove when mayChange => RunAsync("sets.removeForm", cancellationToken, (SetCards.Number, key)),
            SetWish.Plan => RunAsync("setplan.show", cancellationToken, (PlanFillCards.Which, key)),
            SetWish.Lists => RunAsync(
                "setplan.lists",
                cancellationToken,
                (PlanFillCards.Which, key),
                (PlanFillCards.List, SetPlanLine.ListIn(frame.Text))),
            SetWish.Disclosure => RunAsync("disclosure.say", cancellationToken, (DisclosureCards.Set, key)),
            SetWish.Check when CheckFeature.IsConcerned(Person) =>
                RunAsync("checks.show", cancellationToken, (CheckCards.Place, key)),
            SetWish.Register => RunAsync("sets.register", cancellationToken, (SetCards.Number, key)),
            SetWish.Findings => RunAsync("sets.findings", cancellationToken, (SetCards.Number, key)),
            SetWish.Show or SetWish.Add or SetWish.Remove or SetWish.Check => ShowSetAsync(found, cancellationToken),
        };
    }

    private Task<TurnAnswer> ShowSetAsync(SetView found, CancellationToken cancellationToken) =>
        RunAsync("sets.show", cancellationToken, (SetFeature.What, found.Set.Number.Key));

    private async Task<TurnAnswer> SignSetAsync(SetView found, CancellationToken cancellationToken)
    {
        var made = await Services.Sets.StepMattersAsync(found.Set, cancellationToken);
        var unsigned = made.Values.Where(m => m.State == MatterState.Assigned && Permissions.May(Person, Right.Work, m.Subject))
            .OrderBy(m => m.Number)
            .FirstOrDefault();
        return unsigned is not null && await matters.FindFamilyAsync(unsigned.Number, cancellationToken) is { } tree
            ? await OfferStepAsync(Act.Sign, tree, "")
            : (await ShowSetAsync(found, cancellationToken)).With(Localizer.Say(SpokenTexts.NothingToSign));
    }
}
