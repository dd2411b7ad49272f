using System.Text.Json.Nodes;

namespace LiaisonBot.Web.Pages;

/// <summary>What can be read on a card, line by line, without what can be pressed or filled in.</summary>
internal static class CardText
{
    /// <param name="card">An Adaptive Card of ours.</param>
    /// <returns>Each line with its class in the stylesheet.</returns>
    public static IReadOnlyList<(string Text, string Kind)> Of(string card)
    {
        List<(string, string)> lines = [];
        Read(JsonNode.Parse(card)!["body"], lines);
        return lines;
    }

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
