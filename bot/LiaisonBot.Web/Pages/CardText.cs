using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using LiaisonBot.Conversation.Shell;

namespace LiaisonBot.Web.Pages;

/// <summary>What can be read on a card, line by line, without what can be pressed or filled in.</summary>
internal static class CardText
{
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <param name="card">An Adaptive Card of ours.</param>
    /// <returns>Each line with its class in the stylesheet.</returns>
    public static IReadOnlyList<(string Text, string Kind)> Of(string card)
    {
        List<(string, string)> lines = [];
        Read(JsonNode.Parse(card)!["body"], lines);
        return lines;
    }

    /// <summary>The same card without what can only be read.</summary>
    public static string ActionsOf(string card)
    {
        var whole = JsonNode.Parse(card)!;
        whole["body"] = new JsonArray([.. (whole["body"] as JsonArray ?? []).Where(HasActions).Select(one => one!.DeepClone())]);
        return whole.ToJsonString(Readable);
    }

    /// <summary>Pages of a list are none: the page shows it whole.</summary>
    private static bool HasActions(JsonNode? element) => element switch
    {
        JsonObject found when (string?)found["type"] is "ActionSet" =>
            (found["actions"] as JsonArray ?? []).All(action => action?["data"]?[Arguments.PageName] is null),
        JsonObject { } other => other["items"] is JsonArray items && items.Any(HasActions),
        _ => false,
    };

    private static void Read(JsonNode? node, List<(string, string)> lines)
    {
        switch (node)
        {
            case JsonArray all:
                foreach (var one in all)
                {
                    Read(one, lines);
                }

                break;
            case JsonObject element:
                Read(element, lines);
                break;
        }
    }

    private static void Read(JsonObject element, List<(string Text, string Kind)> lines)
    {
        switch ((string?)element["type"])
        {
            case "RichTextBlock":
                var runs = (element["inlines"] as JsonArray ?? []).OfType<JsonObject>().ToList();
                Add(
                    string.Concat(runs.Select(run => (string?)run["text"])),
                    runs.Exists(run => (string?)run["size"] is "Large") ? "title" : runs.TrueForAll(run => (bool?)run["isSubtle"] is true) ? "subtle" : "");
                break;
            case "TextBlock":
                Add((string?)element["text"] ?? "", "");
                break;
            case "FactSet":
                foreach (var fact in (element["facts"] as JsonArray ?? []).OfType<JsonObject>())
                {
                    Add($"{fact["title"]} {fact["value"]}", "");
                }

                break;
            case "ColumnSet":
                // The cells of a row stand in one line.
                List<(string Text, string Kind)> cells = [];
                Read(element["columns"], cells);
                if (cells.Count > 0)
                {
                    lines.Add((string.Join("  ", cells.Select(cell => cell.Text)), cells[0].Kind));
                }

                break;
            default:
                Read(element["items"], lines);
                break;
        }

        void Add(string text, string kind)
        {
            if (!string.IsNullOrWhiteSpace(text))
            {
                lines.Add((text, kind));
            }
        }
    }
}
