using System.Text;
using System.Text.Json.Nodes;
using LiaisonBot.Conversation;
using LiaisonBot.Conversation.Cards;

namespace LiaisonBot.Tests.Conversation;

internal sealed record Button(string Title, string Verb, JsonObject Data, bool SendsInputs);

/// <param name="Value">What stands in it; empty when nothing does.</param>
internal sealed record Input(
    string Id,
    string Label,
    string Type,
    string Value,
    bool Required,
    IReadOnlyList<(string Value, string Words)> Choices)
{
    /// <summary>
    /// The value of what a person picks: a choice by its words, several of them with a comma between.
    /// </summary>
    public string ValueOf(string picked) =>
        Type is "Input.ChoiceSet" or "Input.Toggle" ? string.Join(',', picked.Split(',').Select(One)) : picked;

    /// <summary>Whether this is one of the choices.</summary>
    public bool Offers(string picked) => Choices.Any(c => Is(c, picked));

    private string One(string picked) =>
        picked.Length == 0 ? picked : Choices.Where(c => Is(c, picked)).Select(c => c.Value).FirstOrDefault(picked);

    private static bool Is((string Value, string Words) choice, string picked) =>
        choice.Value == picked
            || Words.Are(choice.Words, picked)
            || choice.Words.EndsWith(picked, StringComparison.Ordinal);
}

/// <summary>A message of the bot as a person sees it.</summary>
internal sealed class Seen
{
    public static readonly Seen Nothing = new((OutgoingMessage?)null);

    private readonly List<string> lines = [];
    private readonly List<Button> buttons = [];
    private readonly List<Button> dialogs = [];
    private readonly List<Input> inputs = [];
    private readonly List<Uri> links = [];

    public Seen(OutgoingMessage? message)
        : this(message?.Card is { } card ? (JsonObject)JsonNode.Parse(card.ToString())! : null)
    {
        Message = message;
        if (message?.Text is { } text) lines.Insert(0, text);
    }

    public Seen(JsonObject? card)
    {
        Card = card;
        if (card is not null) Walk(card);
    }

    /// <summary>As the bot gave it.</summary>
    public OutgoingMessage? Message { get; }

    public JsonObject? Card { get; }

    /// <summary>Of the message in the chat.</summary>
    public string? Id { get; init; }

    public string Summary => Message?.Summary ?? "";

    /// <summary>Everything that can be read, a line for each block; a button in square brackets.</summary>
    public string Text => string.Join('\n', lines);

    public IReadOnlyList<Button> Buttons => buttons;

    /// <summary>Buttons that open a dialog.</summary>
    public IReadOnlyList<Button> Dialogs => dialogs;

    public IReadOnlyList<Input> Inputs => inputs;

    /// <summary>What opens in a browser.</summary>
    public IReadOnlyList<Uri> Links => links;

    public IEnumerable<string> Titles => buttons.Select(b => b.Title).Distinct(StringComparer.Ordinal);

    public Button Button(string title)
    {
        var found = buttons.Find(b => Words.Are(b.Title, title));
        Assert.True(found is not null, $"There is no button '{title}' in:\n{Text}");
        return found;
    }

    public Input Input(string idOrLabel) => inputs.Single(i => i.Id == idOrLabel || Words.Are(i.Label, idOrLabel));

    /// <summary>
    /// The inputs that a person means by a name: the id, or how the label begins. Choices in two columns are two.
    /// </summary>
    public IReadOnlyList<Input> Called(string name) =>
        inputs.FirstOrDefault(i => i.Id == name || Words.Begin(i.Label, name)) is { } first
            ? [first, .. inputs.Where(i => i.Id == FormInput.SecondColumn(first.Id))]
            : [];

    /// <summary>What is said right below an input to be wrong with it, or null.</summary>
    public string? ErrorAt(string idOrLabel)
    {
        var at = lines.IndexOf("{" + Input(idOrLabel).Label + "}");
        return at + 1 < lines.Count && lines[at + 1].StartsWith('⚠') ? lines[at + 1][1..].Trim() : null;
    }

    private void Walk(JsonNode? node)
    {
        switch (node)
        {
            case JsonArray array:
                foreach (var item in array) Walk(item);
                break;
            case JsonObject element:
                Read(element);
                break;
        }
    }

    private void Read(JsonObject element)
    {
        var type = (string?)element["type"] ?? "";
        switch (type)
        {
            case "TextBlock":
                lines.Add(Unescaped((string)element["text"]!));
                break;
            case "RichTextBlock":
                lines.Add(string.Concat(element["inlines"]!.AsArray().Select(run => (string)run!["text"]!)));
                break;
            case "Action.Execute":
                var button = new Button(
                    (string?)element["title"] ?? "",
                    (string)element["verb"]!,
                    (JsonObject)element["data"]!,
                    (string?)element["associatedInputs"] != "none");
                buttons.Add(button);
                if (button.Title.Length > 0) lines.Add($"[{button.Title}]");
                break;
            case "Action.Submit" when element["data"] is JsonObject submitted && submitted["msteams"] is not null:
                var data = (JsonObject)submitted.DeepClone();
                var verb = (string)data["verb"]!;
                data.Remove("verb");
                data.Remove("msteams");
                dialogs.Add(new((string)element["title"]!, verb, data, false));
                lines.Add($"[{(string?)element["title"]}]");
                break;
            case "Action.OpenUrl":
                links.Add(new((string)element["url"]!));
                lines.Add($"[{(string?)element["title"]}]");
                break;
            case not null when type.StartsWith("Input.", StringComparison.Ordinal):
                inputs.Add(new(
                    (string)element["id"]!,
                    (string?)element["label"] ?? "",
                    type,
                    (string?)element["value"] ?? "",
                    (bool?)element["isRequired"] ?? false,
                    type == "Input.Toggle"
                        ? [((string)element["valueOn"]!, (string)element["title"]!)]
                        : [.. element["choices"]?.AsArray().Select(c => ((string)c!["value"]!, (string)c["title"]!))
                            ?? []]));
                lines.Add("{" + (string?)element["label"] + "}");
                if (type == "Input.Toggle") lines.Add((string)element["title"]!);
                break;
            default:
                // What a client of version 1.5 shows.
                if (element["fallback"] is JsonObject fallback) Walk(fallback);
                foreach (var child in new[]
                {
                    "body",
                    "items",
                    "columns",
                    "rows",
                    "cells",
                    "actions"
                }) Walk(element[child]);
                break;
        }

        Walk(element["selectAction"]);
    }

    private static string Unescaped(string markdown)
    {
        var text = new StringBuilder();
        for (var i = 0; i < markdown.Length; i++)
            text.Append(markdown[i] == '\\' && i + 1 < markdown.Length ? markdown[++i] : markdown[i]);
        return text.ToString();
    }
}
