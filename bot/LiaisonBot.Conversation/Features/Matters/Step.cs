using System.Collections.Frozen;
using LiaisonBot.Conversation.Phrases;
using LiaisonBot.Conversation.Shell;
using LiaisonBot.Core.Matters;
using LiaisonBot.Core.Text;

namespace LiaisonBot.Conversation.Features.Matters;

/// <summary>A step that was said in a line: 反馈进展 1301-12 已完成初稿.</summary>
/// <param name="Numbers">In the order in which they were said; none when it was said without one.</param>
/// <param name="Text">What was said behind them.</param>
/// <param name="Wording">Only what is said plainly is done.</param>
/// <param name="Typed">The whole message, to be shown where nothing is done.</param>
internal sealed record Step(Act Act, IReadOnlyList<MatterNumber> Numbers, string Text, Wording Wording, string Typed)
{
    /// <summary>Names the matters of a button, several with commas between.</summary>
    public const string NumbersName = "numbers";

    /// <summary>Names the text that a button takes along.</summary>
    public const string TextName = "text";
    private const string WordingName = "wording";
    private const string TypedName = "typed";

    /// <summary>Between a word and its numbers.</summary>
    private static readonly string[] BeforeNumbers = [
        "一下", "事项", "编号", "以下", "这几项", "第", "：", "matter ", "matters ", "no. ", "for "
    ];

    private static readonly FrozenDictionary<string, Act> ById =
        Acts.All.ToFrozenDictionary(IdOf, StringComparer.Ordinal);

    public static string IdOf(Act act) => "step." + char.ToLowerInvariant(act.ToString()[0]) + act.ToString()[1..];

    /// <summary>The act of a command's id; null for a command that is no step.</summary>
    public static Act? ActOf(string id) => ById.TryGetValue(id, out var act) ? act : null;

    /// <summary>The step that a command was told of.</summary>
    public static Step Of(Act act, Arguments arguments, int year) => new(
        act, NumbersOf(arguments, year), arguments[TextName],
        Enum.TryParse<Wording>(arguments[WordingName], out var wording) && Enum.IsDefined(wording)
            ? wording
            : Wording.Other,
        arguments[TypedName]);

    /// <summary>Matters that a command names, with commas between.</summary>
    public static IReadOnlyList<MatterNumber> NumbersOf(Arguments arguments, int year)
    {
        var numbers = new List<MatterNumber>();
        foreach (var typed in arguments[NumbersName].Split(',', StringSplitOptions.RemoveEmptyEntries))
        {
            if (MatterNumber.TryParse(typed, year, out var number))
            {
                numbers.Add(number);
            }
        }

        return numbers;
    }

    public static (string Name, string Value) Argument(IEnumerable<MatterNumber> numbers) =>
        (NumbersName, string.Join(',', numbers.Select(number => number.Key)));

    /// <summary>The step of this matter, with the text that was said.</summary>
    public static ChatCommand.Call Again(Act act, MatterNumber number, string text, CommandParser parser) =>
        Behind(act, [number], text, attached: false, new(text, number.Year, text, text, "", parser)).ToCall();

    /// <summary>Reads what stands behind the word of a step.</summary>
    public static ChatCommand.Call Read(Act act, TypedLine line)
    {
        var trimmed = line.Rest;
        // ask for 1301-1 until Jan 8: time is asked for, and nobody is asked.
        if (act == Act.Ask && trimmed.StartsWith("for ", StringComparison.OrdinalIgnoreCase))
        {
            return (WithoutNumber(act, trimmed, line) with { Wording = Wording.Other }).ToCall();
        }

        if (BeforeNumbers.FirstOrDefault(w => trimmed.StartsWith(w, StringComparison.Ordinal)
            && NumberList.Read(CommandParser.Trim(trimmed[w.Length..]), line.Year) is not null) is { } before)
        {
            trimmed = CommandParser.Trim(trimmed[before.Length..]);
        }

        if (NumberList.Read(trimmed, line.Year) is not { } numbers)
        {
            return WithoutNumber(act, trimmed, line).ToCall();
        }

        return numbers.Unclear.Length > 0
            ? MatterFeature.Unclear(numbers.Unclear)
            : Behind(act, numbers.Numbers, numbers.After, attached: false, line).ToCall();
    }

    /// <summary>Reads what stands behind the word where the numbers stand before it.</summary>
    public static ChatCommand.Call ReadBehind(Act act, IReadOnlyList<MatterNumber> numbers, TypedLine line) =>
        Behind(act, numbers, line.After, line.IsAttached, line).ToCall();

    private static Step Behind(Act act, IReadOnlyList<MatterNumber> numbers, string rest, bool attached, TypedLine line) => new(
        act,
        numbers,
        numbers.Count > 0 && Wordings.OnlyPoints(rest) ? "" : WithoutPointer(WithoutDirection(act, CommandParser.Trim(rest))),
        SaysAnotherStep(rest, line.Parser) ? Wording.Other : Wordings.Of(act, rest, attached),
        line.Typed);

    /// <summary>退回去，要逐个列明: 去 is of the word.</summary>
    private static string WithoutDirection(Act act, string text) =>
        act == Act.Return && text is ['去' or '来', var next, ..] && !char.IsLetterOrDigit(next)
            ? CommandParser.Trim(text[1..])
            : text;

    /// <summary>return it, photos are missing, said of the matter that is quoted: it is of no text.</summary>
    private static string WithoutPointer(string text)
    {
        foreach (var word in new[] { "it", "this one", "that one" })
        {
            if (text.Length > word.Length
                && text.StartsWith(word, StringComparison.OrdinalIgnoreCase)
                && text[word.Length] is ',' or '，' or ':' or '：' or ';' or '；' or '.')
            {
                return CommandParser.Trim(text[(word.Length + 1)..]);
            }
        }

        return text;
    }

    private static Step WithoutNumber(Act act, string trimmed, TypedLine line)
    {
        // 撤回上周的1301-5: what is said of the matter may be about another.
        var folded = Folding.Of(trimmed);
        for (var at = 0; at < folded.Length; at++)
        {
            if (!char.IsAsciiDigit(folded[at]) || (at > 0 && char.IsAsciiDigit(folded[at - 1])))
            {
                continue;
            }

            if (NumberList.NumberAt(folded, at, line.Year) is { } inside)
            {
                return new(act, [inside.Number], trimmed, Wording.Other, line.Typed);
            }
        }

        return new(act, [], trimmed, Wordings.Of(act, line.After, line.IsAttached), line.Typed);
    }

    /// <summary>
    /// Whether a further step of a matter is said in a line or sentence of its own: one message would do the first and
    /// take the other for its text.
    /// </summary>
    private static bool SaysAnotherStep(string rest, CommandParser parser) =>
        rest.Split(['\n', '\r', '；', ';', '。'], StringSplitOptions.RemoveEmptyEntries)
            .Skip(1)
            .Select(CommandParser.Trim)
            .Any(parser.IsStepOfMatter);

    private ChatCommand.Call ToCall() => new(
        IdOf(Act),
        Arguments.Of(Argument(Numbers), (TextName, Text), (WordingName, Wording.ToString()), (TypedName, Typed)));
}
