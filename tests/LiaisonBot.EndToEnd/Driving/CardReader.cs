using System.Text.Json;
using System.Text.Json.Nodes;

namespace LiaisonBot.EndToEnd.Driving;

/// <summary>Reads an Adaptive Card as a person does: what it says, which buttons and inputs it has.</summary>
public static class CardReader
{
    /// <summary>
    /// All text of a card, in order, one piece per line; also labels, facts, choices and button titles.
    /// </summary>
    public static string Text(JsonNode card) =>
        string.Join('\n', Objects(card).SelectMany(item =>
            new[] { "text", "label", "title", "value", "errorMessage", "placeholder" }
                .Select(name => item[name])
                .OfType<JsonValue>())
            .Where(value => value.GetValueKind() is JsonValueKind.String).Select(value => value.GetValue<string>()));

    /// <summary>Each block of text, as it is read: runs of one block together.</summary>
    public static IReadOnlyList<string> Lines(JsonNode card) =>
        [.. Objects(card).Where(IsText).Select(Line)];

    /// <summary>Titles of all buttons that reach the bot.</summary>
    public static IReadOnlyList<string> Buttons(JsonNode card) => [.. Objects(card).Where(IsExecute).Select(Title)];

    /// <summary>Addresses that buttons open.</summary>
    public static IReadOnlyList<string> Links(JsonNode card) =>
        [.. Objects(card).Where(item => String(item, "type") is "Action.OpenUrl").Select(item => String(item, "url")!)];

    /// <summary>
    /// The button with a title, and the cards whose inputs it sends: the root and each opened card around it. Of
    /// several, the one that stands closest to the text <paramref name="near"/>.
    /// </summary>
    public static (JsonObject Action, IReadOnlyList<JsonObject> Cards) Button(
        JsonObject card,
        string title,
        string? near = null)
    {
        JsonNode where = near is null ? card
            : Nodes(card)
                .Where(node => Text(node).Contains(near, StringComparison.Ordinal) && Buttons(node).Contains(title))
                .MinBy(node => node.ToJsonString().Length)
                ?? card;
        return Find(where, [card], title)
            ?? throw new InvalidOperationException($"No button '{title}' among: {string.Join('、', Buttons(card))}; the card says: {Text(card)}");
    }

    /// <summary>What stands in an input, by label or id.</summary>
    public static string? Value(JsonNode card, string input) => String(Input(card, input), "value");

    /// <summary>What is said right under an input; null when the next thing is another input or a button.</summary>
    public static string? Beside(JsonNode card, string input)
    {
        var items = Objects(card)
            .Where(item =>
                String(item, "type") is { } type
                    && (type.StartsWith("Input.", StringComparison.Ordinal) || IsText(item) || type is "ActionSet"))
            .ToList();
        var next = items[(items.IndexOf(Input(card, input)) + 1)..].FirstOrDefault();
        return next is not null && IsText(next) ? Line(next) : null;
    }

    /// <summary>The value of every input: typed, or what the card holds.</summary>
    public static IReadOnlyDictionary<string, string> Inputs(
        IReadOnlyList<JsonObject> cards,
        IReadOnlyList<(string Input, string Value)> typed)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        var left = typed.ToList();
        foreach (var input in cards.SelectMany(OwnObjects).Where(IsInput).Distinct())
        {
            var id = String(input, "id") ?? throw new InvalidOperationException("An input without id.");
            var at = left.FindIndex(item => IsCalled(input, item.Input));
            if (at >= 0)
            {
                values[id] = ChoiceValue(input, left[at].Value);
                left.RemoveAt(at);
            }
            else if (String(input, "value") is { } present)
            {
                values[id] = present;
            }
        }
        return left.Count == 0 ? values : throw new InvalidOperationException($"No input '{left[0].Input}'.");
    }

    private static JsonObject Input(JsonNode card, string name) =>
        Objects(card).FirstOrDefault(item => IsInput(item) && IsCalled(item, name))
            ?? throw new InvalidOperationException($"No input '{name}' in: {Text(card)}");

    private static bool IsText(JsonObject item) => String(item, "type") is "TextBlock" or "RichTextBlock";

    private static string Line(JsonObject block) =>
        String(block, "text") ?? string.Concat(((JsonArray)block["inlines"]!).Select(run => (string?)run!["text"]));

    private static bool IsInput(JsonObject item) =>
        String(item, "type")?.StartsWith("Input.", StringComparison.Ordinal) is true;

    // Some labels go on to say more: 办理时限（不晚于11月30日）.
    private static bool IsCalled(JsonObject input, string name) =>
        name == String(input, "id")
            || name == String(input, "title")
            || (String(input, "label") is { } label
                && (label == name || label.StartsWith(name + "（", StringComparison.Ordinal)));

    // Choices and marks by title; several choices are separated by commas, as a client sends them.
    private static string ChoiceValue(JsonObject input, string typed) => input["choices"] is not JsonArray choices
        ? String(input, "valueOn") is { } on && typed == Title(input) ? on : typed
        : string.Join(
            ',',
            typed.Split(',')
                .Select(one =>
                    choices.OfType<JsonObject>().FirstOrDefault(choice => Title(choice) == one) is { } chosen
                        ? String(chosen, "value") ?? one
                        : one));

    private static (JsonObject, IReadOnlyList<JsonObject>)? Find(
        JsonNode node,
        IReadOnlyList<JsonObject> cards,
        string title)
    {
        if (node is JsonObject item && IsExecute(item) && Title(item) == title) return (item, cards);
        foreach (var (child, opened) in Children(node))
            if (Find(child, opened is null ? cards : [.. cards, opened], title) is { } found)
                return found;
        return null;
    }

    private static IEnumerable<JsonNode> Nodes(JsonNode node) =>
        Children(node).SelectMany(child => Nodes(child.Node)).Prepend(node);

    private static IEnumerable<JsonObject> Objects(JsonNode node) => Nodes(node).OfType<JsonObject>();

    // Without the cards that a button opens: their inputs go with the buttons inside them only.
    private static IEnumerable<JsonObject> OwnObjects(JsonNode node) =>
        (node is JsonObject item ? [item] : Enumerable.Empty<JsonObject>())
            .Concat(Children(node).Where(child => child.Opened is null).SelectMany(child => OwnObjects(child.Node)));

    // A fallback is shown only where the element itself cannot be; data is not shown at all.
    private static IEnumerable<(JsonNode Node, JsonObject? Opened)> Children(JsonNode node) => node switch
    {
        JsonArray items => items.OfType<JsonNode>().Select(item => (item, (JsonObject?)null)),
        JsonObject item => item.Where(child => child.Value is not null && child.Key is not ("fallback" or "data"))
            .Select(child =>
                (child.Value!,
                    String(item, "type") is "Action.ShowCard" && child.Key is "card"
                        ? child.Value as JsonObject
                        : null)),
        _ => [],
    };

    private static bool IsExecute(JsonObject item) => String(item, "type") is "Action.Execute";

    private static string Title(JsonObject item) => String(item, "title") ?? "";

    private static string? String(JsonObject item, string name) =>
        item[name] is JsonValue value && value.GetValueKind() is JsonValueKind.String ? value.GetValue<string>() : null;
}
