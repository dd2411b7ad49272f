using LiaisonBot.Core.Matters;
using LiaisonBot.Core.Text;

namespace LiaisonBot.Conversation.Commands;

/// <summary>Words that answer a message: where they name no matter, the one that the quoted message is about is meant.</summary>
internal static class Quotation
{
    private static readonly string[] Several = ["全部", "所有", "未签收", "逾期的", "各县", "各市"];

    /// <summary>What is said, and a remark on it; no more than the remark when the words need a matter and the quotation does not tell which.</summary>
    /// <param name="shown">The matter that the quoted message is known to show.</param>
    public static (ChatCommand? Said, string? Note) Meant(string text, Quoted quoted, MatterNumber? shown, Localizer localizer)
    {
        var year = localizer.Today.Year;
        var command = CommandParser.Read(text, year);
        if (MatterNumber.AllIn(text, year).Count > 0)
        {
            return (command, null);
        }

        var number = shown ?? (MatterNumber.AllIn(quoted.Beginning, year).Where(n => localizer.Directory.Partitions.Contains(n.City)).ToList() is [var only] ? only : null);
        switch (command)
        {
            case ChatCommand.Step { Numbers.Count: 0 } step when MeansSeveral(step.Text):
                return (command, null);
            case ChatCommand.Step { Numbers.Count: 0 } step when number is null:
                return (null, localizer.Say(Texts.QuotedUnclear, localizer.Say(Localizer.Word(step.Act))));
            case ChatCommand.Step { Numbers.Count: 0 } or ChatCommand.Unknown or ChatCommand.Received or ChatCommand.Mine when number is { } n && !IsOwnList(text):
                var about = CommandParser.Read($"{n} {text}", year);
                return about is ChatCommand.Open or ChatCommand.Unknown && !Folding.IsBlank(text) ? (new ChatCommand.Open(n), localizer.Say(Texts.QuotedShown)) : (about, null);
            default:
                return (command, null);
        }
    }

    /// <summary>签收全部, 催办 未签收: not the one that is quoted.</summary>
    private static bool MeansSeveral(string text) => Several.Any(word => text.Contains(word, StringComparison.Ordinal));

    /// <summary>我的事项 asks for the list whatever it answers; 小结 and 事项 need a number.</summary>
    private static bool IsOwnList(string text) => Folding.Of(text) is var folded && (folded.Contains('我', StringComparison.Ordinal) || folded.Contains("mine", StringComparison.Ordinal) || folded.Contains("my ", StringComparison.Ordinal));
}
