using LiaisonBot.Conversation.Reading;
using LiaisonBot.Core.Matters;

namespace LiaisonBot.Conversation.Features.Spoken;

/// <summary>
/// What is wanted of the matter on the screen in a few words: shown, or its form. Nothing is taken here.
/// </summary>
internal sealed partial class SpokenHandler
{
    /// <summary>
    /// Null where it is of no matter on which this person can do that: then the words are read in another way.
    /// </summary>
    private async Task<TurnAnswer?> ShortAsync(ShortSaying said, CancellationToken cancellationToken) =>
        await ShortAsync(said.Kind, TextOfChange(said.Text), cancellationToken);

    private async Task<TurnAnswer?> ShortAsync(Saying kind, string text, CancellationToken cancellationToken) =>
        kind switch
        {
            Saying.Press => await OfferAsync(Localizer.Say(SpokenTexts.PressIt), "matter.mine"),
            Saying.TakeBack => await TakeBackAsync(cancellationToken),
            // With a form on the screen 交吧 is of that.
            Saying.HandIn when Services.Talks.FormOf(Person, Localizer.Now) is { } form
                && (form.Act == Act.HandIn || text.Length == 0) =>
                await OfferAsync(Localizer.Say(SpokenTexts.PressIt), "matter.mine"),
            Saying.HandIn => await WhereAsync(Act.HandIn, text, cancellationToken),
            Saying.AtMost => await WhereAsync(Act.GrantExtension, $"到{text}", cancellationToken)
                ?? await WhereAsync(Act.ChangeDue, $"到{text}", cancellationToken),
            Saying.NotOurs => await WhereAsync(Act.Decline, text, cancellationToken),
            Saying.TakeOn => await TakeOnAsync(cancellationToken),
            Saying.CloseIt => await WhereAsync(Act.Close, "", cancellationToken),
            Saying.NotNeeded => await NotNeededAsync(text, cancellationToken),
            Saying.AskThem => await AskThemAsync(text, cancellationToken),
            Saying.WorkDone => await WhereAsync(Act.ReportProgress, frame.Typed.Trim(), cancellationToken),
            Saying.WhereAttached => await OfAsync(Answer.Attachments, cancellationToken),
            Saying.WasAsked => await WasAskedAsync(cancellationToken),
            Saying.Answers => await AnswersAsync(cancellationToken),
            Saying.Assigns => await AssignAsync(cancellationToken),
        };

    /// <summary>
    /// 冻肉那个是后勤副校长签的: an answer to the only question that waits for one, where its words come again.
    /// </summary>
    private async Task<TurnAnswer?> AnswersAsync(CancellationToken cancellationToken)
    {
        List<ListEntry> waiting = [.. (await MineAsync(cancellationToken)).Where(e => e.WaitsForAnswerOf(Person))];
        if (waiting is not [var only]
            || await matters.FindFamilyAsync(only.Number, cancellationToken) is not { } tree
            || MatterRules.Answerable(tree.Matter, Person) is null)
        {
            return null;
        }

        var asked = $"{tree.Matter.HolderAsks?.Text} {tree.Matter.ReviewerAsks?.Text}";
        var again = Enumerable.Range(0, Math.Max(0, frame.Text.Length - 1))
            .Select(at => frame.Text.Substring(at, 2))
            .Where(piece => piece[0] >= '一' && piece[1] >= '一' && !General.Contains(piece))
            .Distinct()
            .Count(piece => asked.Contains(piece, StringComparison.Ordinal));
        return again >= LeastAgain ? await OfferTalkAsync(Act.Answer, tree, frame.Typed.Trim()) : null;
    }

    /// <summary>Pairs of letters of a question in its answer: one may be chance.</summary>
    private const int LeastAgain = 2;

    /// <summary>The step with its text, of the matter that is named or shown, where it is possible.</summary>
    private async Task<TurnAnswer?> WhereAsync(Act act, string text, CancellationToken cancellationToken) =>
        await OneAsync(cancellationToken, textBehind: true) is { } tree
            && MatterRules.Possible(tree, Person, Localizer.Now).Contains(act)
            ? await OfferStepAsync(act, tree, text)
            : null;

    /// <summary>能收回来不: the last step of one's own, before the press that takes it back; else how that goes.</summary>
    private async Task<TurnAnswer?> TakeBackAsync(CancellationToken cancellationToken)
    {
        if ((await TalkedAsync(cancellationToken))?.Matter is not { } shown
            || await matters.FindFamilyAsync(shown, cancellationToken) is not { } tree)
        {
            return null;
        }

        var possible = MatterRules.Possible(tree, Person, Localizer.Now);
        if (possible.Contains(Act.Undo))
        {
            return await OfferStepAsync(Act.Undo, tree, "");
        }

        if (!EnglishStance.IsEnglish(frame.Text))
        {
            return null;
        }

        argument = "undo";
        return await GuideAsync();
    }

    private async Task<TurnAnswer?> TakeOnAsync(CancellationToken cancellationToken) =>
        (await OneAsync(cancellationToken)
            ?? (await NameBroadlyAsync(cancellationToken) ? await OneAsync(cancellationToken) : null)) is { } tree
            && MatterRules.Possible(tree, Person, Localizer.Now).Contains(Act.Sign)
            ? await OfferStepAsync(Act.Sign, tree, "")
            : null;

    /// <summary>那件不要了: of who assigned it, that it is withdrawn. With a form on the screen it is the form.</summary>
    private async Task<TurnAnswer?> NotNeededAsync(string why, CancellationToken cancellationToken) =>
        Services.Talks.FormOf(Person, Localizer.Now) is null
            && await OneAsync(cancellationToken) is { } tree
            && MatterRules.Possible(tree, Person, Localizer.Now).Contains(Act.Withdraw)
            ? await OfferStepAsync(Act.Withdraw, tree, why)
            : null;

    private async Task<TurnAnswer?> AskThemAsync(string text, CancellationToken cancellationToken) =>
        await OneAsync(cancellationToken, textBehind: true) is { } tree
            && IsOfNamedPlace(tree)
            && MatterRules.Possible(tree, Person, Localizer.Now).Contains(Act.Ask)
            ? await OfferTalkAsync(Act.Ask, tree, text.Length > 0 ? text : SaidToPeople())
            : null;

    private async Task<TurnAnswer?> WasAskedAsync(CancellationToken cancellationToken)
    {
        argument = nameof(Act.Ask);
        return await OfAsync(Answer.Fact, cancellationToken);
    }
}
