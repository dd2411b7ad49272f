using LiaisonBot.Conversation.Reading;
using LiaisonBot.Core.Areas;
using LiaisonBot.Core.Matters;
using LiaisonBot.Core.People;

namespace LiaisonBot.Conversation.Features.Spoken;

/// <summary>Questions about one's own next step (<see cref="StepQuestions"/>): answered by where the matter stands; nothing is taken.</summary>
internal sealed partial class SpokenHandler
{
    /// <summary>能给摘了不: only of what is on the ledger or docketed.</summary>
    private async Task<TurnAnswer?> TakenOffAsync(MatterTree? tree, Act? form, CancellationToken cancellationToken) =>
        tree?.Matter is { IsOpen: true, Supervision: not Supervision.None } ? await SupervisionEndsAsync(tree, form, cancellationToken) : null;

    /// <summary>should I close it myself or does the team do that: who does, and whether that is who asks.</summary>
    private async Task<TurnAnswer?> WhichSideClosesAsync(MatterTree? tree, Act? form, CancellationToken cancellationToken)
    {
        if (tree is not { Matter.IsOpen: true })
        {
            return await GuideOfAsync("close");
        }

        var isReviewer = Recipients.Reviewers(tree.Matter, Localizer.Directory).Any(person => person.Id == Person.Id);
        return await matters.TellOfAsync(
            tree,
            Joined(
                WhoTakesOf(Act.Close, tree),
                isReviewer ? Localizer.Say(RuleTexts.ThatIsYou) : Permissions.May(Person, Right.Work, tree.Matter.Subject) ? Localizer.Say(RuleTexts.NotYou) : "",
                Localizer.Say(RuleTexts.Now, Localizer.Number(tree.Matter.Number), Localizer.StateName(tree.Matter.State))),
            OnlyPossible(Act.Close, tree) ?? OnlyPossible(Act.HandIn, tree));
    }

    /// <summary>我能先报结不 还是得等他们都弄完: not while a part is open, and which are.</summary>
    private async Task<TurnAnswer?> BeforePartsAsync(MatterTree? tree, Act? form, CancellationToken cancellationToken)
    {
        if (tree is { Matter.Number.IsChild: true } && await matters.FindFamilyAsync(tree.Matter.Number.Root, cancellationToken) is { } whole)
        {
            tree = whole;
        }

        if (tree is not { Matter: { IsOpen: true, Area.Level: AreaLevel.City }, Children.Count: > 0 } || !Permissions.May(Person, Right.Work, tree.Matter.Subject))
        {
            return Person.Has(Role.CityOffice) && tree is null or { Matter.Area.Level: AreaLevel.City } ? await OfferAsync(Localizer.Say(RuleTexts.PartsFirstInGeneral), "matter.mine") : null;
        }

        var number = Localizer.Number(tree.Matter.Number);
        List<Matter> open = [.. tree.Children.Where(part => part.IsOpen)];
        return open.Count == 0
            ? await matters.TellOfAsync(tree, Localizer.Say(RuleTexts.PartsAreDone, number, HoldersOf(tree), ReviewersOf(tree)), OnlyPossible(Act.HandIn, tree))
            : await matters.TellOfAsync(
                tree,
                Localizer.Say(RuleTexts.PartsFirst, open.Count, number, string.Join(Localizer.Say(Texts.ListComma), open.Select(part => Localizer.Place(part.Area))), HoldersOf(tree)),
                OnlyPossible(Act.ReportProgress, tree));
    }

    /// <summary>报完了发现不对还能拿回来不: of what waits for review that it can, with its button; else the rule.</summary>
    private async Task<TurnAnswer?> ComesBackAsync(MatterTree? tree, Act? form, CancellationToken cancellationToken)
    {
        if (tree is not { Matter.State: MatterState.HandedIn } && frame.Numbers.Count == 0 && StepQuestions.IsOfReview(frame.Text)
            && (await MineAsync(cancellationToken)).Where(entry => entry.State == MatterState.HandedIn && Person.Grants.Any(grant => grant.Area == entry.Holder)).ToList() is [var waiting])
        {
            tree = await matters.FindFamilyAsync(waiting.Number, cancellationToken);
        }

        if (tree is not null && form is null && OnlyPossible(Act.Undo, tree) is { } undo)
        {
            return await MayUndoAsync(tree, undo, cancellationToken);
        }

        if (form is not (null or Act.HandIn or Act.ReportProgress) || !(StepQuestions.IsOfHandIn(frame.Text) || form == Act.HandIn || tree is { Matter.State: MatterState.HandedIn }))
        {
            return null;
        }

        if (tree is null || !Permissions.May(Person, Right.Work, tree.Matter.Subject))
        {
            return await GuideOfAsync("undo");
        }

        var rule = Localizer.Say(RuleTexts.HandInComesBack);
        return await matters.TellOfAsync(tree, Joined(rule, form is null ? Localizer.Say(RuleTexts.Now, Localizer.Number(tree.Matter.Number), Localizer.StateName(tree.Matter.State)) : Localizer.Say(RuleTexts.NothingChangedYet)));
    }

    /// <summary>how i ask for more days when already overdue: not any more, and what instead.</summary>
    private async Task<TurnAnswer?> TimeWhenLateAsync(MatterTree? tree, Act? form, CancellationToken cancellationToken)
    {
        if (tree is not { Matter.IsOpen: true } || !tree.Matter.IsOverdue(Localizer.Today))
        {
            tree = (await MineAsync(cancellationToken)).Where(entry => entry.IsOpen && entry.Due < Localizer.Today && Person.Grants.Any(grant => grant.Area == entry.Holder)).ToList() is [var late]
                ? await matters.FindFamilyAsync(late.Number, cancellationToken)
                : null;
        }

        return tree is null || !Permissions.May(Person, Right.Work, tree.Matter.Subject)
            ? await OfferAsync(Localizer.Say(RuleTexts.LateInGeneral), "matter.mine")
            : await matters.TellOfAsync(
                tree,
                tree.Matter.Extension is null ? Localizer.Say(RuleTexts.TimeIsOver, Localizer.Number(tree.Matter.Number)) : Joined(Localizer.Say(RuleTexts.TimeAsked, Localizer.Number(tree.Matter.Number)), DueOf(tree)),
                OnlyPossible(Act.Remark, tree) ?? OnlyPossible(Act.ReportProgress, tree));
    }

    /// <summary>签了是不是就得负责到底: what whoever signs takes on.</summary>
    private async Task<TurnAnswer?> SigningMeansAsync(MatterTree? tree, Act? form, CancellationToken cancellationToken)
    {
        if (tree is not { Matter.IsOpen: true } || !Permissions.May(Person, Right.Work, tree.Matter.Subject))
        {
            return await OfferAsync(Localizer.Say(RuleTexts.SigningMeans, Localizer.Say(RuleTexts.WhatIsUnsigned), Localizer.Say(RuleTexts.Holder), Localizer.Say(RuleTexts.Reviewer)), "step.sign", "matter.mine");
        }

        return await matters.TellOfAsync(
            tree,
            Joined(Localizer.Say(RuleTexts.SigningMeans, Localizer.Number(tree.Matter.Number), HoldersOf(tree), ReviewersOf(tree)), DueOf(tree)),
            OnlyPossible(Act.Sign, tree));
    }

    /// <summary>what happens if I just leave it: who is reminded and who hears of it, by where it stands.</summary>
    private async Task<TurnAnswer?> LeftAloneAsync(MatterTree? tree, Act? form, CancellationToken cancellationToken)
    {
        if (tree is not { Matter.State: MatterState.Assigned or MatterState.InProgress })
        {
            return tree is null ? await OfferAsync(Localizer.Say(RuleTexts.Left), "reminders.policy", "matter.mine") : null;
        }

        var unsigned = tree.Matter.State == MatterState.Assigned ? Localizer.Say(RuleTexts.SignNoDay, Localizer.Number(tree.Matter.Number)) : "";
        return await matters.TellOfAsync(tree, Joined(unsigned, DueOf(tree), Localizer.Say(RuleTexts.Left)), OnlyPossible(Act.Sign, tree) ?? OnlyPossible(Act.ReportProgress, tree));
    }

    /// <summary>what happens to the county's reminders then: by the step that is spoken of, on the screen, or named before.</summary>
    private async Task<TurnAnswer?> RemindersThenAsync(MatterTree? tree, Act? form, CancellationToken cancellationToken) =>
        tree is not null
            && (MatterQuestions.StepIn(frame.Text) ?? form ?? await StepAskedBeforeAsync(cancellationToken)) is { } act && RuleTexts.RemindersAfter.TryGetValue(act, out var rule)
            ? await matters.TellOfAsync(tree, Localizer.Say(rule, Localizer.Number(tree.Matter.Number)), OnlyPossible(act, tree))
            : null;
}
