using LiaisonBot.Core.Matters;

namespace LiaisonBot.Conversation.Features.Spoken;

/// <summary>
/// What answers a question that waits, and what takes back one's own last step: the form, or the press. Nothing is taken here.
/// </summary>
internal sealed partial class SpokenHandler
{
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

        return frame.IsEnglish ? await GuideOfAsync("undo") : null;
    }
}
