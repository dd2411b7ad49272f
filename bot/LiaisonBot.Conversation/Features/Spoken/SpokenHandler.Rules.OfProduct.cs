using LiaisonBot.Conversation.Reading;
using LiaisonBot.Conversation.Shell;
using LiaisonBot.Core.Areas;
using LiaisonBot.Core.Matters;
using LiaisonBot.Core.People;

namespace LiaisonBot.Conversation.Features.Spoken;

/// <summary>Questions about the product itself (<see cref="ProductQuestions"/>); nothing is taken.</summary>
internal sealed partial class SpokenHandler
{
    private async Task<TurnAnswer?> OfProductAsync(CancellationToken cancellationToken)
    {
        if (ProductQuestions.Compared(frame.Text) is [var one, var other])
        {
            return await OfferAsync($"{Localizer.Say(RuleTexts.Terms[one])}\n{Localizer.Say(RuleTexts.Terms[other])}", "help.show", "matter.mine");
        }

        if (ProductQuestions.AsksHowToReplace(frame))
        {
            return await OfferAsync(Localizer.Say(RuleTexts.HowToReplace), "people.directory");
        }

        if (ProductQuestions.AsksWhichFiles(frame))
        {
            return await OfferAsync(Localizer.Say(RuleTexts.FileKinds), "step.handIn", "step.reportProgress");
        }

        if (ProductQuestions.AsksHowCounted(frame))
        {
            return await OfferAsync(Localizer.Say(RuleTexts.HowCounted), "matter.register");
        }

        if (ProductQuestions.AsksWhichRule(frame))
        {
            return Works ? await WhyRemindedAsync(cancellationToken) : null;
        }

        if (ProductQuestions.AsksHowSoon(frame) && await HowSoonAsync(cancellationToken) is { } soon)
        {
            return soon;
        }

        var isExport = await TopicAsync(cancellationToken) is { Answer: Answer.Export } || (await TalkedAsync(cancellationToken) is { IsAskedLast: true, Asked: var asked } && scope.Registry.Parser.Read(asked, Localizer.Today.Year) is ChatCommand.Call { Id: "export.register" });
        if (isExport && frame is { Numbers.Count: 0, HasPlaces: false } && ProductQuestions.WantsPhones(frame.Text)
            // and the contact list too: another file.
            && !AsksForPaper(frame.Typed))
        {
            return await OfferAsync(Localizer.Say(RuleTexts.ExportHasNoPhones), "people.directory");
        }

        if (frame is { Numbers.Count: 0, HasPlaces: false } && ProductQuestions.AsksWhoReads(frame.Text) && (isExport || await MadeLastAsync(cancellationToken) is not null))
        {
            return await OfferAsync(Localizer.Say(RuleTexts.PaperIsYours), "matter.register");
        }

        if (ProductQuestions.AsksToSee(frame) && frame.Places is [var place] && Works && !Has(Right.Review) && !Person.Grants.Any(grant => grant.Area == place.Code || grant.Area.Contains(place.Code) || place.Code.Contains(grant.Area)))
        {
            return await OfferAsync(Localizer.Say(SpokenTexts.OutsideOf, Localizer.Place(place.Code), SeenPlaces()), "matter.mine");
        }

        if (ProductQuestions.AsksIfFilesComplete(frame) && await AtHandAsync(Services.Talks.FormOf(Person, Localizer.Now), cancellationToken) is { } shown)
        {
            return await matters.TellOfAsync(shown, Joined(Localizer.Say(RuleTexts.Stop, EvidenceOf(shown)), Localizer.Say(RuleTexts.FilesJudged, ReviewersOf(shown))), OnlyPossible(Act.Close, shown));
        }

        if (ProductQuestions.AsksHowFarBefore(frame) && await AtHandAsync(null, cancellationToken) is { } left)
        {
            return await matters.TellOfAsync(left, $"{await ProgressOfAsync(left, cancellationToken)}\n{DueOf(left)}");
        }

        return null;
    }

    /// <summary>他们一般几天回: no time is set; when they are reminded, by what waits.</summary>
    private async Task<TurnAnswer?> HowSoonAsync(CancellationToken cancellationToken)
    {
        var form = Services.Talks.FormOf(Person, Localizer.Now);
        var tree = await AtHandAsync(form, cancellationToken);
        var act = MatterQuestions.StepIn(frame.Text) ?? form?.Act ?? await StepAskedBeforeAsync(cancellationToken)
            ?? (tree is null ? Act.Ask : tree.Matter.Extension is not null ? Act.RequestExtension : tree.Matter.State == MatterState.HandedIn ? Act.HandIn : tree.Matter.Declined is not null ? Act.Decline : Act.Ask);
        var rule = Localizer.Say(RuleTexts.AnsweredIn.TryGetValue(act is Act.GrantExtension or Act.RefuseExtension ? Act.RequestExtension : act is Act.Close or Act.Return ? Act.HandIn : act, out var text) ? text : RuleTexts.AnsweredIn[Act.Ask]);
        return tree is null ? await OfferAsync(rule, "matter.mine") : await matters.TellOfAsync(tree, rule);
    }

    /// <summary>原来那几件自动跟过去吗: of who is replaced, where a place was named before; else of one's own.</summary>
    private async Task<TurnAnswer> WhatPassesAsync(CancellationToken cancellationToken)
    {
        var asked = await TalkedAsync(cancellationToken) is { Asked: { Length: > 0 and <= FrameReader.Longest } before } ? FrameOf(before).Places : [];
        // The form of a successor holds whose duty it is: CountyOfficer:130123.
        var ofForm = CardShown?.Values.Values.Select(value => AreaCode.TryParse(value.Split(' ', ':')[^1], out var code) ? Localizer.Directory.Areas.Find(code) : null).OfType<Area>().FirstOrDefault();
        List<Area> places = frame.Places.Count > 0 ? frame.Places : asked.Count > 0 ? asked : ofForm is null ? [] : [ofForm];
        if (places is [var place] && Permissions.May(Person, Right.ManagePeople, Subject.Place(place.Code)))
        {
            return await OfferAsync(Localizer.Say(RuleTexts.PassesThere, (await AllAsync(cancellationToken)).Count(e => e.IsOpen && e.Holder == place.Code), Localizer.Place(place.Code)), "matter.mine");
        }

        var own = (await MineAsync(cancellationToken)).Count(e => e.IsOpen && Person.Grants.Any(grant => grant.Area == e.Holder));
        return await OfferAsync(Localizer.Say(RuleTexts.Passes, own), "matter.mine");
    }

    /// <summary>该组长审吧, said by the office: whoever may, too, is not the one whose turn it is.</summary>
    private bool IsAmong(string who, string holders, MatterTree tree) =>
        Recipients.Reviewers(tree.Matter, Localizer.Directory).Concat(Recipients.Holders(tree.Matter, Localizer.Directory)).Any(person => person.Id == Person.Id)
            || who == Person.Name || holders.Contains(Person.Name, StringComparison.Ordinal);
}
