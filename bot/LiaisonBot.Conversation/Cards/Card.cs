using System.Text.Json.Nodes;

namespace LiaisonBot.Conversation.Cards;

/// <summary>The pieces of an Adaptive Card 1.5. Every text is a run: a run knows no markup, so that whatever people typed is shown as they typed it.</summary>
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
    private const int ActionsPerRow = 5;

    /// <summary>Width of a row of buttons on a phone, in pixels, each with its padding and the gap after it.</summary>
    private const int RowWidth = 340;

    public static JsonObject Of(string language, IEnumerable<JsonObject?> body) => new()
    {
        ["type"] = "AdaptiveCard",
        ["version"] = "1.5",
        ["lang"] = language,
        ["body"] = Array(body),
    };

    public static JsonObject Title(string text) => Line(text, bold: true, size: "Large");

    public static JsonObject Line(string text, string? color = null, bool bold = false, bool subtle = false, string? size = null, string? spacing = null) =>
        Runs([Run(Isolated(text.ReplaceLineEndings(" ")), bold, subtle, color, size)], spacing);

    /// <summary>What somebody typed, of any length. Each line becomes a block of its own.</summary>
    public static IEnumerable<JsonObject> Typed(string text, bool bold = false, string? size = null, string? label = null)
    {
        var lines = text.ReplaceLineEndings("\n").Split('\n', MaxLines);
        for (var i = 0; i < lines.Length; i++)
        {
            var runs = new List<JsonObject>();
            if (i == 0 && label is not null) runs.Add(Run(label + "  ", subtle: true));
            runs.Add(Run(Isolated(lines[i].Replace('\n', ' ')), bold, size: size));
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
        // An empty run is not valid, and a blank one keeps its line. A client fills in {{DATE(…)}}, but not with a joiner inside the braces.
        var run = new JsonObject { ["type"] = "TextRun", ["text"] = text.Length == 0 ? " " : text.Replace("{{", "{\u2060{", StringComparison.Ordinal) };
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

    public static JsonObject Columns(IEnumerable<(string Width, JsonObject Item)> columns, bool separator = false, string? spacing = null) =>
        Columns(columns.Select(c => (c.Width, (IEnumerable<JsonObject>)[c.Item])), separator, spacing);

    public static JsonObject Columns(IEnumerable<(string Width, IEnumerable<JsonObject> Items)> columns, bool separator = false, string? spacing = null)
    {
        var set = new JsonObject { ["type"] = "ColumnSet" };
        if (separator) set["separator"] = true;
        if (spacing is not null) set["spacing"] = spacing;
        set["columns"] = Array(columns.Select(c => new JsonObject { ["type"] = "Column", ["width"] = c.Width, ["items"] = Array(c.Items) }));
        return set;
    }

    /// <summary>Buttons in rows that fit a phone, so that no client drops the last ones or cuts their titles.</summary>
    public static IEnumerable<JsonObject> Actions(IEnumerable<JsonObject> actions)
    {
        var rows = new List<List<JsonObject>>();
        var left = 0;
        foreach (var action in actions)
        {
            var width = ButtonWidth((string)action["title"]!);
            if (rows.Count == 0 || width > left || rows[^1].Count == ActionsPerRow)
            {
                rows.Add([]);
                left = RowWidth;
            }

            rows[^1].Add(action);
            left -= width;
        }

        return rows.Select((row, i) => new JsonObject { ["type"] = "ActionSet", ["spacing"] = i == 0 ? "Default" : "Small", ["actions"] = Array(row) });
    }

    // A Chinese character is about 14 pixels wide, a Latin letter 8.
    private static int ButtonWidth(string title) => title.Sum(c => c < '\u0300' ? 8 : 14) + 34;

    /// <param name="withInputs">True for the button that sends a form: the card's inputs come with it, and the client checks them first.</param>
    public static JsonObject Execute(string title, string verb, JsonObject data, string? style = null, bool withInputs = false)
    {
        var action = new JsonObject { ["type"] = "Action.Execute", ["title"] = title, ["verb"] = verb, ["data"] = data };
        if (style is not null) action["style"] = style;
        if (!withInputs) action["associatedInputs"] = "none";
        return action;
    }

    /// <summary>Opens an address in the person's browser.</summary>
    public static JsonObject OpenUrl(string title, Uri address) => new() { ["type"] = "Action.OpenUrl", ["title"] = title, ["url"] = address.AbsoluteUri };

    public static JsonArray Array(IEnumerable<JsonObject?> items) => [.. items.Where(i => i is not null)];

    /// <summary>Keeps right-to-left text from turning the rest of its line around; any other text stays as it is.</summary>
    public static string Isolated(string text) => text.Any(TurnsAround) ? $"\u2068{text}\u2069" : text;

    // Hebrew, Arabic and their neighbours, their presentation forms, the marks that steer direction, and the planes that hold the rest.
    private static bool TurnsAround(char c) =>
        c is (>= '\u0590' and <= '\u08FF') or (>= '\uFB1D' and <= '\uFDFF') or (>= '\uFE70' and <= '\uFEFC')
            or '\u200E' or '\u200F' or (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069') or (>= '\uD802' and <= '\uD83B');
}
