using System.Globalization;
using System.Text.RegularExpressions;
using LiaisonBot.Core.Text;

namespace LiaisonBot.Conversation.Phrases;

/// <summary>The counts of an evaluation in one sentence: <c>发了120份，收回118份，有效115份</c>. Null where none was said.</summary>
internal sealed partial record EvaluationLine(int? Sent, int? Returned, int? Valid)
{
    private const RegexOptions Fast = RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture;

    public bool HasFigures => Sent is not null || Returned is not null || Valid is not null;

    public static EvaluationLine Read(string typed)
    {
        var text = Folding.Of(typed);
        return new(
            Figure(SentIs(), text) ?? Figure(SentAre(), text),
            Figure(ReturnedIs(), text) ?? Figure(ReturnedAre(), text),
            Figure(ValidIs(), text) ?? Figure(ValidAre(), text));
    }

    private static int? Figure(Regex regex, string text) =>
        regex.Match(text) is { Success: true } match
            && int.TryParse(
                string.Concat(match.Value.Where(char.IsAsciiDigit)),
                NumberStyles.None,
                CultureInfo.InvariantCulture,
                out var number)
            ? number
            : null;

    [GeneratedRegex("(发出|发放|发了|下发|共发|发)(问卷|测评表|票)?[^0-9,;。收有]{0,4}[0-9]{1,6}", Fast)]
    private static partial Regex SentIs();

    [GeneratedRegex("[0-9]{1,6} (were )?sent", Fast)]
    private static partial Regex SentAre();

    [GeneratedRegex("(收回|回收|收到|交回|收)(问卷|测评表|票)?[^0-9,;。有]{0,4}[0-9]{1,6}", Fast)]
    private static partial Regex ReturnedIs();

    [GeneratedRegex("[0-9]{1,6} (were |came )?(returned|back)", Fast)]
    private static partial Regex ReturnedAre();

    [GeneratedRegex("有效(问卷|测评表|票)?[^0-9,;。]{0,4}[0-9]{1,6}", Fast)]
    private static partial Regex ValidIs();

    [GeneratedRegex("[0-9]{1,6} (were )?valid", Fast)]
    private static partial Regex ValidAre();
}
