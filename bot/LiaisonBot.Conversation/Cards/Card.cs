using System.Text;
using System.Text.Json.Nodes;

namespace LiaisonBot.Conversation.Cards;

/// <summary>The pieces of an Adaptive Card 1.5. What people typed goes through <see cref="Typed"/>, <see cref="Fact"/> or <see cref="Run"/>, which show markup as text.</summary>
internal static class Card
{
    public const string Good = "good";
    public const string Warning = "warning";
    public const string Attention = "attention";
    public const string Accent = "accent";
    public const string Default = "default";

    /// <summary>Lines of one typed text that are shown as lines; the rest is run together.</summary>
    public const int MaxLines = 60;

    /// <summary>Buttons in one row: the official renderer shows at most five of a set.</summary>
    private const int ActionsPerRow = 4;

    private const string Markup = "\\`*_[]<>#~";

    public static JsonObject Of(string language, IEnumerable<JsonObject?> body) => new()
    {
        ["type"] = "AdaptiveCard",
        ["version"] = "1.5",
        ["lang"] = language,
        ["msteams"] = new JsonObject { ["width"] = "Full" },
        ["body"] = Array(body),
    };

    /// <summary>A line of our own words.</summary>
    public static JsonObject Line(string text, string? color = null, bool bold = false, bool subtle = false, string? size = null, string? spacing = null)
    {
        var line = new JsonObject { ["type"] = "TextBlock", ["text"] = Plain(text), ["wrap"] = true };
        if (color is not null) line["color"] = color;
        if (bold) line["weight"] = "Bolder";
        if (subtle) line["isSubtle"] = true;
        if (size is not null) line["size"] = size;
        if (spacing is not null) line["spacing"] = spacing;
        return line;
    }

    /// <summary>What somebody typed, whatever is in it: runs of text know no markup. Each line becomes a block of its own.</summary>
    public static IEnumerable<JsonObject> Typed(string text, bool bold = false, string? size = null, string? label = null)
    {
        var lines = text.ReplaceLineEndings("\n").Split('\n', MaxLines);
        for (var i = 0; i < lines.Length; i++)
        {
            var runs = new List<JsonObject>();
            if (i == 0 && label is not null) runs.Add(Run(label + "  ", subtle: true));
            runs.Add(Run(Isolated(lines[i].Replace('\n', ' ')), bold: bold, size: size));
            yield return Runs(runs, i == 0 ? "Small" : "None");
        }
    }

    public static JsonObject Runs(IEnumerable<JsonObject> runs, string? spacing = null)
    {
        var block = new JsonObject { ["type"] = "RichTextBlock", ["inlines"] = Array(runs) };
        if (spacing is not null) block["spacing"] = spacing;
        return block;
    }

    public static JsonObject Run(string text, bool bold = false, bool subtle = false, string? color = null, string? size = null)
    {
        // An empty run is not valid, and a blank one keeps its line.
        var run = new JsonObject { ["type"] = "TextRun", ["text"] = text.Length == 0 ? " " : text };
        if (bold) run["weight"] = "Bolder";
        if (subtle) run["isSubtle"] = true;
        if (color is not null) run["color"] = color;
        if (size is not null) run["size"] = size;
        return run;
    }

    /// <summary>A label with its value in one line; the value may be typed text.</summary>
    public static JsonObject Fact(string label, string value, string? color = null) =>
        Runs([Run(label + "  ", subtle: true), Run(Isolated(value.ReplaceLineEndings(" ")), color: color)], "Small");

    public static JsonObject Box(string? style, IEnumerable<JsonObject?> items, JsonObject? select = null, bool separator = false)
    {
        var box = new JsonObject { ["type"] = "Container", ["items"] = Array(items) };
        if (style is not null) box["style"] = style;
        if (select is not null) box["selectAction"] = select;
        if (separator) box["separator"] = true;
        return box;
    }

    public static JsonObject Columns(IEnumerable<(string Width, JsonObject Item)> columns, bool separator = false) => new()
    {
        ["type"] = "ColumnSet",
        ["separator"] = separator,
        ["columns"] = Array(columns.Select(c => new JsonObject
        {
            ["type"] = "Column",
            ["width"] = c.Width,
            ["verticalContentAlignment"] = "Center",
            ["items"] = Array([c.Item]),
        })),
    };

    /// <summary>Buttons in rows of a few, so that no renderer drops the last ones.</summary>
    public static IEnumerable<JsonObject> Actions(IEnumerable<JsonObject> actions) =>
        actions.Chunk(ActionsPerRow).Select(row => new JsonObject { ["type"] = "ActionSet", ["spacing"] = "Small", ["actions"] = Array(row) });

    /// <param name="withInputs">True for the button that sends a form: the card's inputs come with it, and the client checks them first.</param>
    public static JsonObject Execute(string title, string verb, JsonObject data, string? style = null, bool withInputs = false)
    {
        var action = new JsonObject { ["type"] = "Action.Execute", ["title"] = title, ["verb"] = verb, ["data"] = data };
        if (style is not null) action["style"] = style;
        if (!withInputs) action["associatedInputs"] = "none";
        return action;
    }

    public static JsonArray Array(IEnumerable<JsonObject?> items) => [.. items.Where(i => i is not null)];

    /// <summary>Keeps right-to-left text from turning the rest of its line around; any other text stays as it is.</summary>
    public static string Isolated(string text) => text.Any(TurnsAround) ? $"\u2068{text}\u2069" : text;

    // Hebrew, Arabic and their neighbours, their presentation forms, the marks that steer direction, and the planes that hold the rest.
    private static bool TurnsAround(char c) =>
        c is (>= '\u0590' and <= '\u08FF') or (>= '\uFB1D' and <= '\uFDFF') or (>= '\uFE70' and <= '\uFEFC')
            or '\u200E' or '\u200F' or (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069') or (>= '\uD802' and <= '\uD83B');

    // Our own texts may carry a search word or a place: what would be markup is shown as it is.
    private static string Plain(string text)
    {
        if (!text.Any(Markup.Contains)) return text;
        var plain = new StringBuilder(text.Length + 8);
        foreach (var c in text)
        {
            if (Markup.Contains(c)) plain.Append('\\');
            plain.Append(c);
        }

        return plain.ToString();
    }
}
