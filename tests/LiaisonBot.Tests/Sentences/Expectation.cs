using System.Globalization;
using LiaisonBot.Tests.Conversation;

namespace LiaisonBot.Tests.Sentences;

/// <summary>
/// What must come of a sentence: checks that all hold, each of them one of several ways. README.md says how they are
/// written.
/// </summary>
internal sealed class Expectation
{
    private readonly List<List<(string Name, string Value)>> checks = [];

    public Expectation(string written)
    {
        foreach (var check in written.Split(';'))
        {
            List<(string, string)> ways = [];
            foreach (var way in check.Split('/'))
            {
                var at = way.IndexOf('=', StringComparison.Ordinal);
                ways.Add(at > 0
                    ? (way[..at], way[(at + 1)..])
                    : Alone.Contains(way)
                    ? (way, "")
                    : (ways[0].Item1, way));
            }

            checks.Add(ways);
        }
    }

    private static readonly HashSet<string> Alone = ["file", "nostep", "nosave", "nocard"];

    /// <summary>Whether a step of a matter that was taken is one of those that may be.</summary>
    public bool MayTake(IReadOnlyList<string> steps) =>
        checks.SelectMany(ways => ways)
            .Any(way => way.Name == "step" && way.Value.Split(',').ToHashSet(StringComparer.Ordinal).SetEquals(steps));

    /// <summary>Whether people, their settings or places may be changed.</summary>
    public bool MaySave => checks.SelectMany(ways => ways).Any(way => way.Name == "saved");

    /// <summary>Null when all is as meant; else what is not.</summary>
    public string? WhatIsWrong(Outcome outcome)
    {
        foreach (var ways in checks)
        {
            if (!ways.Any(way => Holds(way.Name, way.Value, outcome)))
            {
                return string.Join('/', ways.Select(way => $"{way.Name}={way.Value}"));
            }
        }

        return null;
    }

    private static bool Holds(string name, string value, Outcome outcome)
    {
        var words = value.Split(' ', 2);
        var second = words.Length > 1 ? words[1] : null;
        return name switch
        {
            "list" when value == "none" =>
                outcome.Listed.Count == 0 && outcome.Text.Length > 0 && !NotUnderstood(outcome),
            "list" => Set(value).SetEquals(outcome.Listed) && NumbersIn(outcome.FirstLine).Contains(Set(value).Count),
            "has" => Set(value).IsSubsetOf(outcome.Listed),
            "first" when value.Contains('-', StringComparison.Ordinal) =>
                outcome.Listed.Count > 0 && outcome.Listed[0] == value,
            "first" => NumbersIn(outcome.FirstLine).Contains(int.Parse(value, CultureInfo.InvariantCulture)),
            "card" => outcome.Card == value,
            "nocard" => outcome.Card is null,
            "says" => outcome.Text.Contains(value, StringComparison.Ordinal) && !NotUnderstood(outcome),
            "not" => !outcome.Text.Contains(value, StringComparison.Ordinal),
            "form" => outcome.IsForm(words[0], second),
            "asks" => outcome.Asks(words[0], second),
            "bulk" => outcome.IsBulk(words[0], Set(second!)),
            "step" => Set(value).SetEquals(outcome.Steps.Select(s => $"{s.Act} {s.Number.Short}")),
            "input" => outcome.Seen.Inputs.Any(i => i.Value.Contains(value, StringComparison.OrdinalIgnoreCase)),
            "button" => outcome.Seen.Titles.Any(t => t.Contains(value, StringComparison.Ordinal)),
            "file" => outcome.Seen.Links.Count > 0,
            "saved" => outcome.Changed.Any(row => row.Columns.Values.Any(v => v is string text && text == value)),
            "nostep" => outcome.Steps.Count == 0,
            "nosave" => outcome.Changed.Count == 0,
            _ when name.StartsWith("field:", StringComparison.Ordinal) =>
                outcome.Seen.Inputs.Any(i => i.Id == name["field:".Length..] && IsIn(i, value)),
            _ => throw new FormatException($"{name} is no check."),
        };
    }

    /// <summary>
    /// A date, a choice or a choice of several is the whole of the input or one of it; words may stand in more of them.
    /// </summary>
    private static bool IsIn(Input input, string value) =>
        input.Type is "Input.Text"
            ? input.Value.Contains(value, StringComparison.Ordinal)
            : input.Value.Split(',').Contains(value);

    private static bool NotUnderstood(Outcome outcome) =>
        outcome.Text.StartsWith("没有听懂", StringComparison.Ordinal)
            || outcome.Text.StartsWith("I did not understand", StringComparison.Ordinal);

    private static HashSet<string> Set(string value) => [.. value.Split(',')];

    private static HashSet<int> NumbersIn(string text)
    {
        HashSet<int> numbers = [];
        for (var at = 0; at < text.Length; at++)
        {
            var end = at;
            while (end < text.Length && end - at < 6 && char.IsAsciiDigit(text[end]))
            {
                end++;
            }

            if (end > at)
            {
                numbers.Add(int.Parse(text.AsSpan(at, end - at), CultureInfo.InvariantCulture));
                at = end;
            }
        }

        return numbers;
    }
}
