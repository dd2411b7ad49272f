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

    /// <summary>第二个 of a list, and lists whatever they answer: these are not of the quoted matter.</summary>
    private static readonly string[] OfSeveral =
    [
        "第一", "第二", "第三", "第四", "第五", "第六", "第七", "第八", "最后一个", "最后一件", "都", "全部", "所有", "各县", "各市", "哪些", "哪几", "没签的", "未签收的", "逾期的",
        "the first", "the second", "the third", "the last one", "everyone", "everything", "all of", "which ones", "who has not", "who hasn't",
    ];

    /// <summary>
    /// What is said, and a remark on it; no more than the remark when the words need a matter and the quotation does
    /// not tell which.
    /// </summary>
    public static async Task<QuotedMeaning> MeantAsync(
        TurnScope turn,
        string text,
        Quoted quoted,
        CancellationToken cancellationToken)
    {
        var (localizer, parser, year) = (turn.Localizer, turn.Registry.Parser, turn.Localizer.Today.Year);
        var said = parser.Read(text, year);
        if (MatterNumber.AllIn(text, year).Count > 0)
        {
            return new(said, null, text);
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
        // 第二个签收: of the digest that is quoted, and not of the list that was shown last.
        if (number is null
            && quoted.Id is { } digest
            && await turn.Context.Services.Talks.ListedInAsync(turn.ChatEvent.Address, digest, cancellationToken) is { Count: > 0 } listed)
        {
            turn.Context.Services.Talks.Listed(turn.Person, listed, "", localizer.Now);
            return new(said, null, text);
        }

        if (said is ChatCommand.Call { Arguments: var arguments } call
            && turn.Registry[call.Id] is { IsStep: true } step
            && arguments["numbers"].Length == 0)
        {
            if (MeansSeveral(arguments["text"]))
            {
                return new(said, null, text);
            }

            if (number is null)
            {
                return new(null, localizer.Say(MatterTexts.QuotedUnclear, localizer.Say(step.Name!.Value)));
            }
        }
        else if (said is ChatCommand.Call { Id: not ("matter.received" or "matter.mine") })
        {
            return new(said, null, text);
        }

        var folded = Folding.Of(text);
        if (number is not { } n || IsOwnList(folded) || OfSeveral.Any(word => folded.Contains(word, StringComparison.Ordinal)))
        {
            return new(said, null, text);
        }

        var about = parser.Read($"{n} {text}", year);
        if (about is ChatCommand.Call { Id: "matter.open" } or ChatCommand.Unknown
            && !Folding.IsBlank(text)
            && !Wordings.IsAsked(folded.Trim())
            && await turn.Context.Services.Matters.FindAsync(turn.Person, n, cancellationToken) is { Matter: var asked }
            && MatterRules.Answerable(asked, turn.Person) is not null)
        {
            // Words that answer the card of a question: the form to answer it, with them.
            return new(
                new ChatCommand.Call(
                    "matter.form",
                    Arguments.Of(
                        (MatterButtons.ActName, nameof(Act.Answer)),
                        (Arguments.NumberName, asked.Number.Key),
                        (Step.TextName, text))),
                null);
        }

        // 同意, 延到25号, 谁交办的: a sentence about the quoted matter.
        var sentence = $"{(n.Year == year ? n.Short : n.ToString())} {text}";
        return about is ChatCommand.Call { Id: "matter.open" } or ChatCommand.Unknown && !Folding.IsBlank(text)
            ? new(MatterFeature.Of([n]), localizer.Say(MatterTexts.QuotedShown), sentence)
            : new(about, null, sentence);
    }

    /// <summary>签收全部, 催办 未签收: not the one that is quoted.</summary>
    private static bool MeansSeveral(string text) => Several.Any(word => text.StartsWith(word, StringComparison.Ordinal));

    /// <summary>我的事项 asks for the list whatever it answers; 小结 and 事项 need a number.</summary>
    private static bool IsOwnList(string folded) =>
        folded.Contains("我的", StringComparison.Ordinal)
            || folded.Contains("我手", StringComparison.Ordinal)
            || folded.Contains("mine", StringComparison.Ordinal)
            || folded.Contains("my ", StringComparison.Ordinal);
}
