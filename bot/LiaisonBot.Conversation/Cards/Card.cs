using System.Buffers;
using System.Collections.Concurrent;

namespace LiaisonBot.Conversation.Cards;

/// <summary>
/// The pieces of an Adaptive Card 1.5. Every text is a run: a run knows no markup, so that whatever people typed is
/// shown as they typed it.
/// </summary>
internal static class Card
{
    public const string Good = "good";
    public const string Warning = "warning";
    public const string Attention = "attention";
    public const string Accent = "accent";
    public const string Default = "default";

    /// <summary>Lines of one typed text that are shown as lines; the rest is run together.</summary>
    public const int MaxLines = 60;

    /// <summary>
    /// Characters and lines of a typed text that are shown at once; of a longer one the beginning, and the rest at a
    /// press.
    /// </summary>
    private const int FoldedLength = 160;

    private const int FoldedLines = 6;

    /// <summary>What is left standing of a folded text.</summary>
    private const int BeginningLength = 110;

    private const int BeginningLines = 4;

    /// <summary>Buttons in one row: the official renderer shows at most five of a set.</summary>
    private const int ActionsPerRow = 5;

    /// <summary>
    /// Width of a row of buttons on the narrowest phone (320 pixels), each with its padding and the gap after it.
    /// </summary>
    private const int RowWidth = 300;

    // Hebrew, Arabic and their neighbours, their presentation forms, the marks that steer direction, and the planes
    // that hold the rest.
    private static readonly SearchValues<char> TurningAround = SearchValues.Create(
    [
        .. Between('\u0590', '\u08FF'), .. Between('\uFB1D', '\uFDFF'), .. Between('\uFE70', '\uFEFC'),
        '\u200E',
        '\u200F',
        .. Between('\u202A', '\u202E'),
        .. Between('\u2066', '\u2069'),
        .. Between('\uD802', '\uD83B'),
    ]);

    private static readonly ConcurrentDictionary<LabelStyle, Json> Labels = new();

    private static readonly ConcurrentDictionary<string, Json> FactLabels = new(StringComparer.Ordinal);

    /// <summary>At the end of a row that opens something.</summary>
    private static readonly Json Arrow = Column("auto", [Line("›", Accent, bold: true, size: "Large")]).Fixed();

    public static Json Of(Localizer localizer, IEnumerable<Json?> body)
    {
        var card = new Json
        {
            { "type", "AdaptiveCard" },
            { "version", "1.5" },
            { "lang", localizer.Tag },
            { "body", Array(body) }
        };
        NameScopes(card);
        return card;
    }

    /// <summary>The card with something above it that is said of this one turn.</summary>
    public static Json WithNote(Json card, string note)
    {
        card["body"] = Array([Box(Warning, [Line(note, size: "Small")]), .. (IEnumerable<Json>)card["body"]!]);
        return card;
    }

    /// <summary>The card with something more below everything, parted by a line.</summary>
    public static Json WithBelow(Json card, IEnumerable<Json?> more)
    {
        card["body"] = Array([.. (IEnumerable<Json>)card["body"]!, Box(null, more, separator: true)]);
        return card;
    }

    public static Json Title(string text) => Line(text, bold: true, size: "Large");

    /// <summary>What was just done, or why nothing was; above everything else.</summary>
    /// <param name="note">What somebody typed with it.</param>
    public static Json? News(string? text, Localizer localizer, string color = Good, string? note = null) =>
        text is null ? null : Box(color, [Line(text, bold: true), .. note is null ? [] : Typed(note, localizer)]);

    public static Json Line(
        string text, string? color = null, bool bold = false, bool subtle = false, string? size = null, string? spacing = null, string? alignment = null) =>
        Runs([Run(Isolated(text.ReplaceLineEndings(" ")), bold, subtle, color, size)], spacing, alignment);

    /// <summary>A line of words of our own, which is the same on every card: made and written once.</summary>
    public static Json Label(
        Text text, Localizer localizer, string? color = null, bool bold = false, bool subtle = false, string? size = null, string? spacing = null, string? alignment = null) =>
        Labels.GetOrAdd(
            new(localizer.Say(text), color, bold, subtle, size, spacing, alignment),
            label => Line(label.Words, label.Color, label.Bold, label.Subtle, label.Size, label.Spacing, label.Alignment).Fixed());

    /// <summary>What was said of one part of something when it was sent back.</summary>
    /// <param name="text">With a place for the remark.</param>
    public static Json Remark(Text text, string remark, Localizer localizer) =>
        Line(localizer.Say(text, Isolated(remark)), Attention, size: "Small", spacing: "None");

    /// <summary>
    /// What somebody typed, of any length. Each line becomes a block of its own; a long text is folded.
    /// </summary>
    /// <param name="fold">False where the text is what was asked for.</param>
    public static IEnumerable<Json> Typed(
        string text,
        Localizer localizer,
        bool bold = false,
        string? size = null,
        string? label = null,
        bool fold = true)
    {
        var lines = text.ReplaceLineEndings("\n").Split('\n', MaxLines);
        if (!fold || (lines.Length <= FoldedLines && text.Length <= FoldedLength))
        {
            return Blocks(lines);
        }

        var left = BeginningLength;
        var beginning = new List<string>();
        foreach (var line in lines.Take(BeginningLines).TakeWhile(_ => left > 0))
        {
            beginning.Add(Localizer.Clip(line, left));
            left -= line.Length;
        }

        if (!beginning[^1].EndsWith('…'))
        {
            beginning[^1] += "…";
        }

        Json Toggle(Text title) => ActionSet([Switch(localizer.Say(title), "short", "whole")], "Small");
        var folded = Box(null,
        [
            Named(Box(null, [.. Blocks(beginning), Toggle(CardTexts.WholeText)]), "short"),
            Named(Box(null, [.. Blocks(lines), Toggle(CardTexts.FoldText)]), "whole", visible: false),
        ]);
        folded["spacing"] = "Small";
        folded.IsScope = true;
        return [folded];

        IEnumerable<Json> Blocks(IReadOnlyList<string> shown)
        {
            for (var i = 0; i < shown.Count; i++)
            {
                var runs = new List<Json>();
                if (i == 0 && label is not null)
                {
                    runs.Add(Run(label + "  ", subtle: true));
                }

                runs.Add(Run(Isolated(shown[i].Replace('\n', ' ')), bold, size: size));
                yield return Runs(runs, i == 0 ? "Small" : "None");
            }
        }
    }

    /// <param name="alignment">Center or Right; left when null.</param>
    public static Json Runs(IEnumerable<Json> runs, string? spacing = null, string? alignment = null) =>
        Block(Array(runs), spacing, alignment);

    /// <inheritdoc cref="Runs(IEnumerable{Json}, string, string)"/>
    public static Json Runs(ReadOnlySpan<Json> runs, string? spacing = null, string? alignment = null) =>
        Block([.. runs], spacing, alignment);

    private static Json Block(List<Json> runs, string? spacing, string? alignment)
    {
        var block = new Json { { "type", "RichTextBlock" }, { "inlines", runs } };
        if (spacing is not null)
        {
            block.Add("spacing", spacing);
        }

        if (alignment is not null)
        {
            block.Add("horizontalAlignment", alignment);
        }

        return block;
    }

    public static Json Run(
        string text,
        bool bold = false,
        bool subtle = false,
        string? color = null,
        string? size = null)
    {
        // An empty run is not valid, and a blank one keeps its line. A client fills in {{DATE(…)}}, but not with a
        // joiner inside the braces.
        // A list is made of hundreds of them: of the size that it needs.
        var run = new Json(2 + (bold ? 1 : 0) + (subtle ? 1 : 0) + (color is null ? 0 : 1) + (size is null ? 0 : 1))
        {
            { "type", "TextRun" },
            { "text", text.Length == 0 ? " " : text.Replace("{{", "{\u2060{", StringComparison.Ordinal) }
        };
        if (bold)
        {
            run.Add("weight", "Bolder");
        }

        if (subtle)
        {
            run.Add("isSubtle", true);
        }

        if (color is not null)
        {
            run.Add("color", color);
        }

        if (size is not null)
        {
            run.Add("size", size);
        }

        return run;
    }

    /// <summary>A label with its value in one line; the value may be typed text.</summary>
    public static Json Fact(string label, string value, string? color = null) =>
        Runs([Run(label + "  ", subtle: true), Run(Isolated(value.ReplaceLineEndings(" ")), color: color)], "Small");

    /// <summary>The same under a word of our own.</summary>
    public static Json Fact(Text label, Localizer localizer, string value) =>
        Runs(
            [
                FactLabels.GetOrAdd(localizer.Say(label), words => Run(words + "  ", subtle: true).Fixed()),
                Run(Isolated(value.ReplaceLineEndings(" "))),
            ],
            "Small");

    public static Json Box(
        string? style,
        IEnumerable<Json?> items,
        Json? select = null,
        bool separator = false,
        string? spacing = null)
    {
        var box = new Json { { "type", "Container" }, { "items", Array(items) } };
        if (style is not null)
        {
            box.Add("style", style);
        }

        if (select is not null)
        {
            box.Add("selectAction", select);
        }

        if (separator)
        {
            box.Add("separator", true);
        }

        if (spacing is not null)
        {
            box.Add("spacing", spacing);
        }

        return box;
    }

    /// <summary>
    /// A row that opens something wherever it is pressed: the mark at its end says so. Without anything to open, a row.
    /// </summary>
    public static Json Link(IEnumerable<Json> items, Json? select, bool separator = false)
    {
        var spacing = separator ? null : "Small";
        return select is null
            ? Box(null, items, separator: separator, spacing: spacing)
            : Columns([Column("stretch", items), Arrow], separator, spacing, select);
    }

    public static Json Columns(
        IEnumerable<(string Width, Json Item)> columns, bool separator = false, string? spacing = null, string? gap = null, Json? select = null) =>
        Columns(columns.Select(c => (c.Width, (IEnumerable<Json>)[c.Item])), separator, spacing, gap, select);

    /// <param name="gap">Spacing between the columns.</param>
    public static Json Columns(
        IEnumerable<(string Width, IEnumerable<Json> Items)> columns, bool separator = false, string? spacing = null, string? gap = null, Json? select = null) =>
        Columns(columns.Select((c, i) => Column(c.Width, c.Items, i > 0 ? gap : null)), separator, spacing, select);

    /// <summary>A row of a table whose cells may open something, each its own.</summary>
    public static Json Cells(
        IEnumerable<(string Width, IEnumerable<Json> Items, Json? Select)> cells,
        bool separator = false) =>
        Columns(
            cells.Select(cell =>
            {
                var column = Column(cell.Width, cell.Items);
                if (cell.Select is not null)
                {
                    column.Add("selectAction", cell.Select);
                }

                return column;
            }),
            separator,
            "Small",
            null);

    private static Json Columns(IEnumerable<Json> columns, bool separator, string? spacing, Json? select)
    {
        var set = new Json { { "type", "ColumnSet" } };
        if (separator)
        {
            set.Add("separator", true);
        }

        if (spacing is not null)
        {
            set.Add("spacing", spacing);
        }

        if (select is not null)
        {
            set.Add("selectAction", select);
        }

        set.Add("columns", Array(columns));
        return set;
    }

    private static Json Column(string width, IEnumerable<Json> items, string? spacing = null)
    {
        var column = new Json { { "type", "Column" }, { "width", width }, { "items", Array(items) } };
        if (spacing is not null)
        {
            column.Add("spacing", spacing);
        }

        return column;
    }

    /// <summary>Buttons in rows that fit a phone, so that no client drops the last ones or cuts their titles.</summary>
    /// <param name="rare">Those seldom needed: they stand below, behind a button that shows them. A single one needs no
    /// hiding.</param>
    public static IEnumerable<Json> Actions(IReadOnlyList<Json> actions, IReadOnlyList<Json> rare, Localizer localizer)
    {
        if (rare.Count < 2)
        {
            return Actions(actions.Concat(rare));
        }

        return [Behind(localizer.Say(CardTexts.More), actions, Actions(rare))];
    }

    /// <summary>What is shown only after a press on a button of this title.</summary>
    /// <param name="beside">Other buttons in the same row, before it.</param>
    public static Json Behind(string title, IEnumerable<Json> beside, IEnumerable<Json> hidden)
    {
        var more = Named(Box(null, hidden), "more", visible: false);
        more["spacing"] = "Small";
        var box = Box(null, [.. Actions(beside.Append(Switch(title, "more"))), more]);
        box.IsScope = true;
        return box;
    }

    /// <inheritdoc cref="Actions(IReadOnlyList{Json}, IReadOnlyList{Json}, Localizer)"/>
    public static IEnumerable<Json> Actions(IEnumerable<Json> actions)
    {
        var (sets, row, left) = (new List<Json>(), new List<Json>(), RowWidth);
        foreach (var action in actions)
        {
            var width = ButtonWidth((string)action["title"]!);
            if (row.Count > 0 && (width > left || row.Count == ActionsPerRow))
            {
                EndRow();
            }

            row.Add(action);
            left -= width;
        }

        if (row.Count > 0)
        {
            EndRow();
        }

        return sets;

        void EndRow()
        {
            sets.Add(ActionSet(row, sets.Count == 0 ? "Default" : "Small"));
            (row, left) = ([], RowWidth);
        }
    }

    private static Json ActionSet(List<Json> actions, string spacing) =>
        new() { { "type", "ActionSet" }, { "spacing", spacing }, { "actions", actions } };

    // A Chinese character is about 14 pixels wide, a Latin letter 8.
    private static int ButtonWidth(string title) => title.Sum(c => c < '\u0300' ? 8 : 14) + 34;

    /// <param name="withInputs">True for the button that sends a form: the card's inputs come with it, and the client
    /// checks them first.</param>
    public static Json Execute(string title, string verb, Json data, string? style = null, bool withInputs = false)
    {
        var action = new Json(6)
        {
            { "type", "Action.Execute" },
            { "title", title },
            { "verb", verb },
            { "data", data }
        };
        if (style is not null)
        {
            action.Add("style", style);
        }

        if (!withInputs)
        {
            action.Add("associatedInputs", "none");
        }

        return action;
    }

    /// <summary>
    /// The same button, which opens a dialog (Teams: "task/fetch"). A dialog knows Action.Submit alone, so that the verb
    /// stands in the data.
    /// </summary>
    public static Json InDialog(Json execute)
    {
        var data = new Json { ["verb"] = execute["verb"] };
        foreach (var (name, value) in (Json)execute["data"]!)
        {
            data[name] = value;
        }

        data["msteams"] = new Json { ["type"] = "task/fetch" };
        return new() { ["type"] = "Action.Submit", ["title"] = execute["title"], ["data"] = data };
    }

    /// <summary>Opens an address in the person's browser.</summary>
    public static Json OpenUrl(string title, Uri address) =>
        new() { { "type", "Action.OpenUrl" }, { "title", title }, { "url", address.AbsoluteUri } };

    /// <summary>
    /// Shows what is hidden of these and hides what is shown, without the bot. The names are those within one scope.
    /// </summary>
    private static Json Switch(string title, params IEnumerable<string> names) => new()
    {
        ["type"] = "Action.ToggleVisibility",
        ["title"] = title,
        ["targetElements"] = names.ToArray(),
    };

    private static Json Named(Json element, string name, bool visible = true)
    {
        element["id"] = name;
        if (!visible)
        {
            element["isVisible"] = false;
        }

        return element;
    }

    /// <summary>Names are told apart by the scope they are in: a card may have many of each.</summary>
    private static void NameScopes(Json card)
    {
        var scopes = 0;
        card.Visit(element =>
        {
            if (!element.IsScope)
            {
                return true;
            }

            element.IsScope = false;
            scopes++;
            element.Visit(inside =>
            {
                // An input's name is what its value is sent by.
                if (inside["id"] is string id
                    && (inside["type"] is not string type || !type.StartsWith("Input.", StringComparison.Ordinal)))
                {
                    inside["id"] = $"{id}-{scopes}";
                }

                if (inside["targetElements"] is string[] names)
                {
                    inside["targetElements"] = names.Select(name => $"{name}-{scopes}").ToArray();
                }

                return true;
            });
            return false;
        });
    }

    public static List<Json> Array(IEnumerable<Json?> items)
    {
        if (items is List<Json> whole && !whole.Contains(null!))
        {
            return [.. whole];
        }

        var array = new List<Json>(items.TryGetNonEnumeratedCount(out var count) ? count : 0);
        foreach (var item in items)
            if (item is not null)
            {
                array.Add(item);
            }

        return array;
    }

    /// <summary>
    /// Keeps right-to-left text from turning the rest of its line around; any other text stays as it is.
    /// </summary>
    public static string Isolated(string text) =>
        text.AsSpan().ContainsAny(TurningAround) ? $"\u2068{text}\u2069" : text;

    private static IEnumerable<char> Between(char first, char last) =>
        Enumerable.Range(first, last - first + 1).Select(c => (char)c);

    private readonly record struct LabelStyle(
        string Words, string? Color, bool Bold, bool Subtle, string? Size, string? Spacing, string? Alignment);
}
