using System.Buffers;
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

    /// <summary>Characters and lines of a typed text that are shown at once; of a longer one the beginning, and the rest at a press.</summary>
    private const int FoldedLength = 160;

    private const int FoldedLines = 6;

    /// <summary>What is left standing of a folded text.</summary>
    private const int BeginningLength = 110;

    private const int BeginningLines = 4;

    /// <summary>Buttons in one row: the official renderer shows at most five of a set.</summary>
    private const int ActionsPerRow = 5;

    /// <summary>Width of a row of buttons on the narrowest phone (320 pixels), each with its padding and the gap after it.</summary>
    private const int RowWidth = 300;

    /// <summary>Marks a container whose parts hide and show each other; it is gone once the card is put together.</summary>
    private const string Scope = "scope";

    // Hebrew, Arabic and their neighbours, their presentation forms, the marks that steer direction, and the planes that hold the rest.
    private static readonly SearchValues<char> TurningAround = SearchValues.Create(
    [
        .. Between('\u0590', '\u08FF'), .. Between('\uFB1D', '\uFDFF'), .. Between('\uFE70', '\uFEFC'),
        '\u200E', '\u200F', .. Between('\u202A', '\u202E'), .. Between('\u2066', '\u2069'), .. Between('\uD802', '\uD83B'),
    ]);

    public static JsonObject Of(Phrases phrases, IEnumerable<JsonObject?> body)
    {
        var card = new JsonObject { { "type", "AdaptiveCard" }, { "version", "1.5" }, { "lang", phrases.Tag }, { "body", Array(body) } };
        var scopes = 0;
        NameScopes(card, ref scopes);
        return card;
    }

    public static JsonObject Title(string text) => Line(text, bold: true, size: "Large");

    /// <summary>What was just done, or why nothing was; above everything else.</summary>
    /// <param name="note">What somebody typed with it.</param>
    public static JsonObject? News(string? text, Phrases phrases, string color = Good, string? note = null) =>
        text is null ? null : Box(color, [Line(text, bold: true), .. note is null ? [] : Typed(note, phrases)]);

    public static JsonObject Line(
        string text, string? color = null, bool bold = false, bool subtle = false, string? size = null, string? spacing = null, string? alignment = null) =>
        Runs([Run(Isolated(text.ReplaceLineEndings(" ")), bold, subtle, color, size)], spacing, alignment);

    /// <summary>What somebody typed, of any length. Each line becomes a block of its own; a long text is folded.</summary>
    /// <param name="fold">False where the text is what was asked for.</param>
    public static IEnumerable<JsonObject> Typed(string text, Phrases phrases, bool bold = false, string? size = null, string? label = null, bool fold = true)
    {
        var lines = text.ReplaceLineEndings("\n").Split('\n', MaxLines);
        if (!fold || (lines.Length <= FoldedLines && text.Length <= FoldedLength)) return Blocks(lines);

        var left = BeginningLength;
        var beginning = new List<string>();
        foreach (var line in lines.Take(BeginningLines).TakeWhile(_ => left > 0))
        {
            beginning.Add(Phrases.Clip(line, left));
            left -= line.Length;
        }

        if (!beginning[^1].EndsWith('…')) beginning[^1] += "…";
        JsonObject Toggle(Text title) => ActionSet([Switch(phrases.Say(title), "short", "whole")], "Small");
        var folded = Box(null,
        [
            Named(Box(null, [.. Blocks(beginning), Toggle(Texts.WholeText)]), "short"),
            Named(Box(null, [.. Blocks(lines), Toggle(Texts.FoldText)]), "whole", visible: false),
        ]);
        folded["spacing"] = "Small";
        folded[Scope] = true;
        return [folded];

        IEnumerable<JsonObject> Blocks(IReadOnlyList<string> shown)
        {
            for (var i = 0; i < shown.Count; i++)
            {
                var runs = new List<JsonObject>();
                if (i == 0 && label is not null) runs.Add(Run(label + "  ", subtle: true));
                runs.Add(Run(Isolated(shown[i].Replace('\n', ' ')), bold, size: size));
                yield return Runs(runs, i == 0 ? "Small" : "None");
            }
        }
    }

    /// <param name="alignment">Center or Right; left when null.</param>
    public static JsonObject Runs(IEnumerable<JsonObject> runs, string? spacing = null, string? alignment = null)
    {
        var block = new JsonObject { { "type", "RichTextBlock" }, { "inlines", Array(runs) } };
        if (spacing is not null) block.Add("spacing", spacing);
        if (alignment is not null) block.Add("horizontalAlignment", alignment);
        return block;
    }

    public static JsonObject Run(string text, bool bold = false, bool subtle = false, string? color = null, string? size = null)
    {
        // An empty run is not valid, and a blank one keeps its line. A client fills in {{DATE(…)}}, but not with a joiner inside the braces.
        var run = new JsonObject { { "type", "TextRun" }, { "text", text.Length == 0 ? " " : text.Replace("{{", "{\u2060{", StringComparison.Ordinal) } };
        if (bold) run.Add("weight", "Bolder");
        if (subtle) run.Add("isSubtle", true);
        if (color is not null) run.Add("color", color);
        if (size is not null) run.Add("size", size);
        return run;
    }

    /// <summary>A label with its value in one line; the value may be typed text.</summary>
    public static JsonObject Fact(string label, string value, string? color = null) =>
        Runs([Run(label + "  ", subtle: true), Run(Isolated(value.ReplaceLineEndings(" ")), color: color)], "Small");

    public static JsonObject Box(string? style, IEnumerable<JsonObject?> items, JsonObject? select = null, bool separator = false, string? spacing = null)
    {
        var box = new JsonObject { { "type", "Container" }, { "items", Array(items) } };
        if (style is not null) box.Add("style", style);
        if (select is not null) box.Add("selectAction", select);
        if (separator) box.Add("separator", true);
        if (spacing is not null) box.Add("spacing", spacing);
        return box;
    }

    /// <summary>A row that opens something wherever it is pressed: the mark at its end says so. Without anything to open, a row.</summary>
    public static JsonObject Link(IEnumerable<JsonObject> items, JsonObject? select, string? spacing = "Small") => select is null
        ? Box(null, items, spacing: spacing)
        : Columns([("stretch", items), ("auto", [Line("›", Accent, bold: true, size: "Large")])], spacing: spacing, select: select);

    public static JsonObject Columns(
        IEnumerable<(string Width, JsonObject Item)> columns, bool separator = false, string? spacing = null, string? gap = null, JsonObject? select = null) =>
        Columns(columns.Select(c => (c.Width, (IEnumerable<JsonObject>)[c.Item])), separator, spacing, gap, select);

    /// <param name="gap">Spacing between the columns.</param>
    public static JsonObject Columns(
        IEnumerable<(string Width, IEnumerable<JsonObject> Items)> columns, bool separator = false, string? spacing = null, string? gap = null, JsonObject? select = null)
    {
        var set = new JsonObject { { "type", "ColumnSet" } };
        if (separator) set.Add("separator", true);
        if (spacing is not null) set.Add("spacing", spacing);
        if (select is not null) set.Add("selectAction", select);
        set["columns"] = Array(columns.Select((c, i) =>
        {
            var column = new JsonObject { { "type", "Column" }, { "width", c.Width }, { "items", Array(c.Items) } };
            if (gap is not null && i > 0) column.Add("spacing", gap);
            return column;
        }));
        return set;
    }

    /// <summary>Buttons in rows that fit a phone, so that no client drops the last ones or cuts their titles.</summary>
    /// <param name="rare">Those seldom needed: they stand below, behind a button that shows them. A single one needs no hiding.</param>
    public static IEnumerable<JsonObject> Actions(IReadOnlyList<JsonObject> actions, IReadOnlyList<JsonObject> rare, Phrases phrases)
    {
        if (rare.Count < 2) return Actions(actions.Concat(rare));
        return [Behind(phrases.Say(Texts.More), actions, Actions(rare))];
    }

    /// <summary>What is shown only after a press on a button of this title.</summary>
    /// <param name="beside">Other buttons in the same row, before it.</param>
    public static JsonObject Behind(string title, IEnumerable<JsonObject> beside, IEnumerable<JsonObject> hidden)
    {
        var more = Named(Box(null, hidden), "more", visible: false);
        more["spacing"] = "Small";
        var box = Box(null, [.. Actions(beside.Append(Switch(title, "more"))), more]);
        box[Scope] = true;
        return box;
    }

    /// <inheritdoc cref="Actions(IReadOnlyList{JsonObject}, IReadOnlyList{JsonObject}, Phrases)"/>
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

        return rows.Select((row, i) => ActionSet(row, i == 0 ? "Default" : "Small"));
    }

    private static JsonObject ActionSet(IEnumerable<JsonObject> actions, string spacing) => new() { { "type", "ActionSet" }, { "spacing", spacing }, { "actions", Array(actions) } };

    // A Chinese character is about 14 pixels wide, a Latin letter 8.
    private static int ButtonWidth(string title) => title.Sum(c => c < '\u0300' ? 8 : 14) + 34;

    /// <param name="withInputs">True for the button that sends a form: the card's inputs come with it, and the client checks them first.</param>
    public static JsonObject Execute(string title, string verb, JsonObject data, string? style = null, bool withInputs = false)
    {
        var action = new JsonObject { { "type", "Action.Execute" }, { "title", title }, { "verb", verb }, { "data", data } };
        if (style is not null) action.Add("style", style);
        if (!withInputs) action.Add("associatedInputs", "none");
        return action;
    }

    /// <summary>Opens an address in the person's browser.</summary>
    public static JsonObject OpenUrl(string title, Uri address) => new() { { "type", "Action.OpenUrl" }, { "title", title }, { "url", address.AbsoluteUri } };

    /// <summary>Shows what is hidden of these and hides what is shown, without the bot. The names are those within one scope.</summary>
    private static JsonObject Switch(string title, params IEnumerable<string> names) => new()
    {
        ["type"] = "Action.ToggleVisibility",
        ["title"] = title,
        ["targetElements"] = new JsonArray([.. names.Select(name => JsonValue.Create(name))]),
    };

    private static JsonObject Named(JsonObject element, string name, bool visible = true)
    {
        element["id"] = name;
        if (!visible) element["isVisible"] = false;
        return element;
    }

    /// <summary>Names are told apart by the scope they are in: a card may have many of each.</summary>
    private static void NameScopes(JsonNode? node, ref int scopes)
    {
        if (node is JsonArray array)
        {
            for (var i = 0; i < array.Count; i++) NameScopes(array[i], ref scopes);
        }
        else if (node is JsonObject element)
        {
            if (element.Remove(Scope)) Number(element, ++scopes);
            else
                for (var i = 0; i < element.Count; i++) NameScopes(element.GetAt(i).Value, ref scopes);
        }
    }

    private static void Number(JsonNode? node, int scope)
    {
        if (node is JsonArray array)
        {
            for (var i = 0; i < array.Count; i++)
                if (array[i] is JsonValue name) array[i] = $"{(string)name!}-{scope}";
                else Number(array[i], scope);
        }
        else if (node is JsonObject element)
        {
            if (element["id"] is { } id) element["id"] = $"{(string)id!}-{scope}";
            foreach (var (name, child) in element)
                if (name is "items" or "actions" or "targetElements") Number(child, scope);
        }
    }

    public static JsonArray Array(IEnumerable<JsonObject?> items)
    {
        var array = new JsonArray();
        foreach (var item in items)
            if (item is not null) array.Add((JsonNode)item);
        return array;
    }

    /// <summary>Keeps right-to-left text from turning the rest of its line around; any other text stays as it is.</summary>
    public static string Isolated(string text) => text.AsSpan().ContainsAny(TurningAround) ? $"\u2068{text}\u2069" : text;

    private static IEnumerable<char> Between(char first, char last) => Enumerable.Range(first, last - first + 1).Select(c => (char)c);
}
