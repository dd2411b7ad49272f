using System.Text.RegularExpressions;

namespace LiaisonBot.Tests.Attack;

/// <summary>
/// The work that woven code has done (<see cref="Weaver"/>): a step for each method that was entered and for each round
/// of a loop, and one for each character that a text method of the framework went through or made. It is the same on
/// every machine.
/// </summary>
public static class Work
{
    public static long Done { get; private set; }

    public static void Step() => Done++;

    /// <summary>A text was made, or gone through from its beginning to its end.</summary>
    public static void Through(string? text) => Done += 1 + (text?.Length ?? 0);

    public static void ThroughPart(ReadOnlySpan<char> text) => Done += 1 + text.Length;

    private static int looked;

    /// <summary>A part of a text is about to be searched.</summary>
    public static void Look(ReadOnlySpan<char> text) => looked = text.Length;

    /// <summary>The search ended there, or at the end of the part.</summary>
    public static void Looked(int at) => Done += 1 + (at < 0 ? looked : at);

    // In place of the framework's own methods, which may end before the end of the text.
    public static int IndexOf(string text, char value) => Found(text, 0, text.IndexOf(value));

    public static int IndexOf(string text, char value, int start) => Found(text, start, text.IndexOf(value, start));

    public static int IndexOf(string text, char value, StringComparison comparison) =>
        Found(text, 0, text.IndexOf(value, comparison));

    public static int IndexOf(string text, char value, int start, int count) =>
        Found(text, start, text.IndexOf(value, start, count), start + count);

    public static int IndexOf(string text, string value, int start, int count, StringComparison comparison) =>
        Found(text, start, text.IndexOf(value, start, count, comparison), start + count);

    public static int IndexOf(string text, string value, StringComparison comparison) =>
        Found(text, 0, text.IndexOf(value, comparison));

    public static int IndexOf(string text, string value, int start, StringComparison comparison) =>
        Found(text, start, text.IndexOf(value, start, comparison));

    public static int IndexOfAny(string text, char[] values) => Found(text, 0, text.IndexOfAny(values));

    public static int IndexOfAny(string text, char[] values, int start) =>
        Found(text, start, text.IndexOfAny(values, start));

    public static bool Contains(string text, char value) => Found(text, 0, text.IndexOf(value)) >= 0;

    public static bool Contains(string text, string value, StringComparison comparison) =>
        Found(text, 0, text.IndexOf(value, comparison)) >= 0;

    public static bool StartsWith(string text, string value, StringComparison comparison)
    {
        Done += value.Length;
        return text.StartsWith(value, comparison);
    }

    public static bool EndsWith(string text, string value, StringComparison comparison)
    {
        Done += value.Length;
        return text.EndsWith(value, comparison);
    }

    public static Match Match(Regex regex, string text) => Gone(text, 0, regex.Match(text));

    public static Match Match(Regex regex, string text, int start) => Gone(text, start, regex.Match(text, start));

    public static bool IsMatch(Regex regex, string text) => Gone(text, 0, regex.Match(text)).Success;

    public static bool IsMatch(Regex regex, string text, int start) =>
        Gone(text, start, regex.Match(text, start)).Success;

    private static int Found(string text, int start, int at, int? end = null)
    {
        Done += 1 + (at < 0 ? (end ?? text.Length) - start : at - start);
        return at;
    }

    // What is generated from a pattern counts its steps by itself; one that does not backtrack goes once over the text.
    private static Match Gone(string text, int start, Match match)
    {
        Done += 1 + (match.Success ? match.Index + match.Length - start : text.Length - start);
        return match;
    }
}
