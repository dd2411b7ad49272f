using LiaisonBot.Core.Matters;
using LiaisonBot.Core.Text;

namespace LiaisonBot.Conversation.Commands;

/// <summary>Words that answer a message: where they name no matter, the one that the quoted message is about is meant.</summary>
internal static class Quotation
{
    private static readonly string[] Several = ["全部", "所有", "未签收", "逾期的", "各县", "各市"];

    /// <summary>What is said, and a remark on it; no more than the remark when the words need a matter and the quotation does not tell which.</summary>
    /// <param name="shown">The matter that the quoted message is known to show.</param>
    public static (Said? Said, string? Note) Meant(string text, Quoted quoted, MatterNumber? shown, Phrases phrases)
    {
        var year = phrases.Today.Year;
        var said = CommandReader.Read(text, year);
        if (MatterNumber.AllIn(text, year).Count > 0)
        {
            return (said, null);
        }

        var number = shown ?? (MatterNumber.AllIn(quoted.Beginning, year).Where(n => phrases.Directory.Partitions.Contains(n.City)).ToList() is [var only] ? only : null);
        switch (said)
        {
            case Said.Step { Numbers.Count: 0 } step when MeansSeveral(step.Text):
                return (said, null);
            case Said.Step { Numbers.Count: 0 } step when number is null:
                return (null, phrases.Say(Texts.QuotedUnclear, phrases.Say(Phrases.Word(step.Act))));
            case Said.Step { Numbers.Count: 0 } or Said.Unknown or Said.Received or Said.Mine when number is { } n && !IsOwnList(text):
                var about = CommandReader.Read($"{n} {text}", year);
                return (about, about is Said.Open && !Folding.IsBlank(text) ? phrases.Say(Texts.QuotedShown) : null);
            default:
                return (said, null);
        }
    }

    /// <summary>签收全部, 催办 未签收: not the one that is quoted.</summary>
    private static bool MeansSeveral(string text) => Several.Any(word => text.Contains(word, StringComparison.Ordinal));

    /// <summary>我的事项 asks for the list whatever it answers; 小结 and 事项 need a number.</summary>
    private static bool IsOwnList(string text) => Folding.Of(text) is var folded && (folded.Contains('我', StringComparison.Ordinal) || folded.Contains("mine", StringComparison.Ordinal) || folded.Contains("my ", StringComparison.Ordinal));
}
