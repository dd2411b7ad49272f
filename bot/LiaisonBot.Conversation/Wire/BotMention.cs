using System.Text.Json;

namespace LiaisonBot.Conversation.Wire;

/// <summary>
/// The mention that starts a message to the bot in a channel or group: <c>&lt;at&gt;联络机器人&lt;/at&gt; 帮助</c>.
/// </summary>
internal static class BotMention
{
    private const string Open = "<at>";
    private const string Close = "</at>";

    /// <summary>
    /// The text without mentions of the bot; of other people, the name stays. Says whether the bot was mentioned.
    /// </summary>
    public static (string Text, bool Mentioned) Strip(string text, JsonElement activity, Envelope envelope)
    {
        var mentioned = false;
        if (activity.TryGetProperty("entities", out var entities) && entities.ValueKind is JsonValueKind.Array)
            foreach (var entity in entities.EnumerateArray().Take(WireLimits.Mentions))
            {
                if (entity.ValueKind is not JsonValueKind.Object
                    || ActivityReader.Text(entity, "type", WireLimits.Id) is not "mention")
                {
                    continue;
                }

                if (!entity.TryGetProperty("mentioned", out var whom) || whom.ValueKind is not JsonValueKind.Object)
                {
                    continue;
                }

                var isBot = ActivityReader.Text(whom, "id", WireLimits.Id) == envelope.Address.BotId;
                mentioned |= isBot;
                if (ActivityReader.Text(
                    entity,
                    "text",
                    WireLimits.Text) is { Length: > 0 and <= WireLimits.Mention } written)
                    text = text.Replace(written, isBot ? " " : NameIn(written), StringComparison.Ordinal);
            }

        // Some clients write the tag and leave the entity out.
        if (envelope.Recipient is not null
            && activity.GetProperty("recipient").TryGetProperty("name", out var name)
            && name.ValueKind is JsonValueKind.String
            && name.GetString() is { Length: <= WireLimits.Mention } called)
        {
            var tag = Open + called + Close;
            if (text.Contains(tag, StringComparison.Ordinal))
            {
                mentioned = true;
                text = text.Replace(tag, " ", StringComparison.Ordinal);
            }
        }
        if (mentioned)
        {
            text = text.Replace("&nbsp;", " ", StringComparison.Ordinal);
        }

        return (text.Trim(), mentioned);
    }

    private static string NameIn(string written) =>
        written.StartsWith(Open, StringComparison.Ordinal) && written.EndsWith(Close, StringComparison.Ordinal)
            ? written[Open.Length..^Close.Length]
            : written;
}
