using LiaisonBot.Conversation.Shell;

namespace LiaisonBot.Conversation.Features.Leaving;

/// <summary>删除个人信息, 保存期限: what is kept of people, and how it is deleted.</summary>
internal static class LeavingFeature
{
    private const string Who = "who";
    private const string Data = "个人信息";

    public static readonly Feature Feature = new("leaving",
        new("leaving.ask", (turn, arguments, _) => new LeavingHandler(turn).AskAsync(arguments[Who]))
        {
            Name = LeavingTexts.DeleteData,
            Also =
            [
                "清除个人信息", "注销个人信息", "删除人员信息", "erase personal data", "remove personal data",
                "delete personal information", "删除", "清除", "注销",
            ],
            Read = Read,
        },
        new(
            "leaving.terms",
            (turn, _, _) =>
                Answers.ShowAsync(
                    turn.Localizer.Say(LeavingTexts.TermsTitle),
                    LeavingCards.Terms(turn.Context.Services.Leaving.Terms, turn.Buttons)))
        {
            Name = LeavingTexts.Terms,
            Also = ["个人信息保存期限", Data, "隐私", "retention", "privacy"],
        },
        new("leaving.askOf", (turn, arguments, _) => new LeavingHandler(turn).AskOfAsync(arguments.Values)),
        new(
            "leaving.delete",
            (turn, arguments, cancellationToken) =>
                new LeavingHandler(turn).DeleteAsync(arguments.Values, cancellationToken)));

    private static ChatCommand.Call? Read(TypedLine line) =>
        (line.Word is "删除" or "清除" or "注销" ? WhoseData(line.Rest) : OfWhom(line.Rest)) is { } who
            ? new("leaving.ask", Arguments.Of((Who, who)))
            : null;

    /// <summary>删除个人信息：某人, delete personal data of somebody.</summary>
    private static string OfWhom(string rest)
    {
        var who = rest.Trim().TrimStart(':', '：').Trim();
        return who.StartsWith("of ", StringComparison.OrdinalIgnoreCase) ? who[3..].Trim() : who;
    }

    /// <summary>删除某人的个人信息; null when something else is to be deleted.</summary>
    private static string? WhoseData(string rest)
    {
        var who = rest.TrimEnd('。', '.', '！', '!');
        return who.EndsWith(Data, StringComparison.Ordinal)
            && who[..^Data.Length].Trim().TrimEnd('的').Trim() is { Length: > 0 } name
            ? name
            : null;
    }
}
