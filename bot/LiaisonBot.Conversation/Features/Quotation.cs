using LiaisonBot.Conversation.Features.Matters;
using LiaisonBot.Conversation.Phrases;
using LiaisonBot.Conversation.Shell;
using LiaisonBot.Core.Matters;
using LiaisonBot.Core.Text;

namespace LiaisonBot.Conversation.Features;

/// <summary>
/// Words that answer a message: where they name no matter, the one that the quoted message is about is meant.
/// </summary>
internal static class Quotation
{
    private static readonly string[] Several = ["全部", "所有", "未签收", "逾期的", "各县", "各市"];

    /// <summary>
    /// What is said, and a remark on it; no more than the remark when the words need a matter and the quotation does
    /// not tell which.
    /// </summary>
    public static async Task<(ChatCommand? Command, string? Note)> MeantAsync(
        TurnScope turn,
        string text,
        Quoted quoted,
        CancellationToken cancellationToken)
    {
        var (localizer, parser, year) = (turn.Localizer, turn.Registry.Parser, turn.Localizer.Today.Year);
        var said = parser.Read(text, year);
        if (MatterNumber.AllIn(text, year).Count > 0)
        {
            return (said, null);
        }

        var shown = quoted.Id is { } id
            ? await turn.Context.Services.Talks.ShownInAsync(turn.ChatEvent.Address, id, cancellationToken)
            : null;
        var number = shown
            ?? (MatterNumber.AllIn(quoted.Beginning, year)
                .Where(n => localizer.Directory.Partitions.Contains(n.City))
                .ToList() is [var only]
                ? only
                : null);
        if (said is ChatCommand.Call { Arguments: var arguments } call
            && turn.Registry[call.Id] is { IsStep: true } step
            && arguments["numbers"].Length == 0)
        {
            if (MeansSeveral(arguments["text"]))
            {
                return (said, null);
            }

            if (number is null)
            {
                return (null, localizer.Say(MatterTexts.QuotedUnclear, localizer.Say(step.Name!.Value)));
            }
        }
        else if (said is ChatCommand.Call { Id: not ("matter.received" or "matter.mine") })
        {
            return (said, null);
        }

        if (number is not { } n || IsOwnList(text))
        {
            return (said, null);
        }

        var about = parser.Read($"{n} {text}", year);
        if (about is ChatCommand.Call { Id: "matter.open" } or ChatCommand.Unknown
            && !Folding.IsBlank(text)
            && !Wordings.IsAsked(Folding.Of(text).Trim())
            && await turn.Context.Services.Matters.FindAsync(turn.Person, n, cancellationToken) is { Matter: var asked }
            && MatterRules.Answerable(asked, turn.Person) is not null)
        {
            // Words that answer the card of a question: the form to answer it, with them.
            return (
                new ChatCommand.Call(
                    "matter.form",
                    Arguments.Of(
                        (MatterButtons.ActName, nameof(Act.Answer)),
                        (Arguments.NumberName, asked.Number.Key),
                        (Step.TextName, text))),
                null);
        }

        return about is ChatCommand.Call { Id: "matter.open" } or ChatCommand.Unknown && !Folding.IsBlank(text)
            ? (MatterFeature.Of([n]), localizer.Say(MatterTexts.QuotedShown))
            : (about, null);
    }

    /// <summary>签收全部, 催办 未签收: not the one that is quoted.</summary>
    private static bool MeansSeveral(string text) => Several.Any(word => text.Contains(word, StringComparison.Ordinal));

    /// <summary>我的事项 asks for the list whatever it answers; 小结 and 事项 need a number.</summary>
    private static bool IsOwnList(string text) =>
        Folding.Of(text) is var folded
            && (folded.Contains('我', StringComparison.Ordinal)
                || folded.Contains("mine", StringComparison.Ordinal)
                || folded.Contains("my ", StringComparison.Ordinal));
}
