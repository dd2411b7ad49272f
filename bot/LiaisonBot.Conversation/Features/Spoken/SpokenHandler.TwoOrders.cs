using System.Text.RegularExpressions;
using LiaisonBot.Conversation.Cards;
using LiaisonBot.Conversation.Features.Matters;
using LiaisonBot.Conversation.Phrases;
using LiaisonBot.Conversation.Reading;
using LiaisonBot.Conversation.Shell;

namespace LiaisonBot.Conversation.Features.Spoken;

/// <summary>Two orders in one message: the first is answered, and the second stands below it as a button.</summary>
internal sealed partial class SpokenHandler
{
    /// <summary>Null where what follows is no order of its own, but the text of the first.</summary>
    private static async Task<TurnAnswer?> TwoOrdersAsync(TurnScope turn, string typed, CancellationToken cancellationToken)
    {
        if (!turn.ChatEvent.Personal || typed.Length > FrameReader.Longest || typed.Contains('\n', StringComparison.Ordinal) || Joined().Match(typed.Trim()) is not { Success: true } match)
        {
            return null;
        }

        var (first, second) = (match.Groups["first"].Value.Trim(), match.Groups["second"].Value.Trim(' ', '。', '.'));
        // 申请延期 1301-1 再给5天: more of the first.
        if (second is ['给', var count, ..] && (char.IsAsciiDigit(count) || "一二三四五六七八九十两几半点些".Contains(count, StringComparison.Ordinal)))
        {
            return null;
        }

        var one = new SpokenHandler(turn, first, ListView.Whole);
        var two = new SpokenHandler(turn, second, ListView.Whole);
        if (one.frame.HasAny(Idea.If, Idea.Not, Idea.Wish, Idea.Assign) || (one.frame.Has(Idea.Later) && !Words.Any(one.frame.Text, "先给我看", "先看", "先帮我看", "先给我")) || (one.frame.Places.Count > 0 && one.frame.Days is not null)
            || (!two.IsOrderBeside(one.frame) && !two.IsQuestionBeside(one.frame)))
        {
            return null;
        }

        var command = turn.Registry.Parser.Read(first, turn.Localizer.Today.Year);
        var answer = await AnswerAsync(turn, first, command, cancellationToken) ?? await Router.RunAsync(turn, command, cancellationToken);
        if (answer.Messages is not [.., var last])
        {
            return answer;
        }

        // …给我看一下，然后高标准农田那个交了没: what is only asked is answered at once.
        if (two.IsQuestionBeside(one.frame) && await AnswerAsync(turn, second, new ChatCommand.Unknown(second, []), cancellationToken) is { Messages: [.., { Summary: { Length: > 0 } told }] })
        {
            List<Json?> also = [Card.Line(told, bold: true), .. Card.Actions([turn.Buttons.To(Localizer.Clip(second, MostShown), SpokenFeature.Again(second))])];
            return new([.. answer.Messages.SkipLast(1), last with { Text = null, Card = last.Card is { } shownFirst ? Card.WithBelow(shownFirst, also) : Card.Of(turn.Localizer, [Card.Line(last.Text ?? ""), .. also]) }]);
        }

        List<Json?> below = [Card.Line(turn.Localizer.Say(SpokenTexts.SecondOrder)), .. Card.Actions([turn.Buttons.To(Localizer.Clip(second, MostShown), SpokenFeature.Again(second))])];
        var shown = last with { Text = null, Card = last.Card is { } card ? Card.WithBelow(card, below) : Card.Of(turn.Localizer, [Card.Line(last.Text ?? ""), .. below]) };
        return new([.. answer.Messages.SkipLast(1), shown]);
    }

    /// <summary>A paper, a file or a list; or a step of another matter than the first one's.</summary>
    private bool IsOrderBeside(Frame first)
    {
        if (frame.Hesitates || frame.Mark)
        {
            return false;
        }

        var command = scope.Registry.Parser.Read(frame.Typed, Localizer.Today.Year);
        var isOfAnother = frame.Numbers.Count > 0 && first.Numbers.Count > 0 && !frame.Numbers.Any(first.Numbers.Contains);
        if (command is ChatCommand.Call { Id: var id })
        {
            return id is "document.make" or "export.register" or "matter.register" or "people.directory" or "matter.mine" || (isOfAnother && Step.ActOf(id) is not null);
        }

        return ByExample is [{ Score: >= Least } meant, ..]
            && (meant.Answer is Answer.Document or Answer.Export or Answer.Register
                || (meant is { Answer: Answer.List, Score: >= Likely } && frame.Numbers.Count == 0 && first.Step is null)
                || (isOfAnother && meant.Answer is Answer.Offer or Answer.ChangeDue));
    }

    /// <summary>A question of another matter, which its title or number names.</summary>
    private bool IsQuestionBeside(Frame first) =>
        (frame.Asks || EndsAsking())
            && !frame.HasAny(Idea.If, Idea.Later)
            && (frame.Named.Count > 0 || frame.Numbers.Count > 0 || Words.Any(frame.Text, Those) || Words.Any(frame.Text, " one ", "the one "))
            && !frame.Numbers.Any(first.Numbers.Contains)
            && Ranked() is [{ Score: >= Least, Answer: var meant }, ..]
            && OfOne.Contains(meant);

    [GeneratedRegex(@"^(?<first>.{4,}?)([,，。;； ]+(然后|接着|完了|另外|还有|顺便|顺带|同时)(再|也|还|请|麻烦)?(?<second>.{3,})|(然后|顺便)(再|也|还|请|麻烦)?(?<second>.{6,})|[,，。;； ]+再(?<second>(把|给|打|导|出|看|来|查|列).{2,})|,? and (?<second>(is|are|has|have|did|was|were|when|who|how|what|why|where)\b.{6,})|[,;. ]+(and then|then|and also|also|and please|plus)[, ]+(?<second>.{6,}))$", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Joined();
}
