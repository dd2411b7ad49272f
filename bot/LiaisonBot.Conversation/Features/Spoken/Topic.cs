using LiaisonBot.Conversation.Reading;
using LiaisonBot.Core.Matters;

namespace LiaisonBot.Conversation.Features.Spoken;

/// <summary>
/// What a person asked last of lists, figures, contacts and files, so that 正定呢 and 分地方看看 change it: how it was answered, the
/// sentence that asked for it, and those that have changed it since.
/// </summary>
/// <param name="Said">As they were typed, the first one first.</param>
internal sealed record Topic(Answer Answer, string Argument, IReadOnlyList<string> Said)
{
    /// <summary>Sentences that are kept: of more, the oldest changes go.</summary>
    private const int Most = 6;

    private const char Start = '=';
    private const char Between = '\n';
    private const char OfArgument = '|';

    private static readonly HashSet<Answer> Held =
    [
        Answer.List, Answer.ByPlace, Answer.Taken, Answer.Counts, Answer.Nearest, Answer.ToDecide, Answer.Silent, Answer.ReportedOn, Answer.Contact, Answer.Export, Answer.NoRanking,
    ];

    /// <summary>Whether an answer may be changed by what is said next. What itself changes another one is not held.</summary>
    public static bool Holds(Answer answer, string argument) => Held.Contains(answer) && !(answer == Answer.List && argument is "again" or "those");

    public Topic Then(string typed) => this with { Said = Said.Count < Most ? [.. Said, typed] : [Said[0], .. Said.Skip(2), typed] };

    /// <summary>In one text, as it is remembered and as buttons carry it.</summary>
    public string Written => string.Join(Between, Said.Select(said => said.ReplaceLineEndings(" ")).Prepend($"{Start}{Answer}{OfArgument}{Argument}"));

    /// <summary>Null for anything else, also when it was forged.</summary>
    public static Topic? Read(string written)
    {
        if (!written.StartsWith(Start) || written.Split(Between) is not [var head, .. { Length: > 0 and <= Most } said])
        {
            return null;
        }

        var at = head.IndexOf(OfArgument, StringComparison.Ordinal);
        return at > 0
            && Enum.TryParse<Answer>(head[1..at], out var answer)
            && head[(at + 1)..] is var argument
            && Holds(answer, argument)
            && (answer != Answer.Taken || Enum.TryParse<Act>(argument, out _))
            && Array.TrueForAll(said, one => one.Length is > 0 and <= FrameReader.Longest)
            ? new(answer, argument, said)
            : null;
    }
}
