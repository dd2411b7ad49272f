using LiaisonBot.Core.Matters;

namespace LiaisonBot.Conversation.Cards;

/// <summary>Finds the form that a card is: the button that it is for, and what that would send as it stands.</summary>
internal static class FormOnCard
{
    /// <summary>Null for a card that only shows something.</summary>
    /// <param name="title">What the card is called.</param>
    public static OpenCard? Of(string title, Json card)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        Json? button = null;
        Look(card);
        if (button is null)
        {
            return null;
        }

        foreach (var (name, value) in (Json)button["data"]!)
        {
            if (value is string text)
            {
                values[name] = text;
            }
        }

        return new((string)button["verb"]!, title.Length <= LongestTitle ? title : (string)button["title"]!, values);

        void Look(Json part)
        {
            var type = part["type"] as string;
            if (type is not null && type.StartsWith("Input.", StringComparison.Ordinal))
            {
                values[(string)part["id"]!] = part["value"] as string ?? "";
            }
            else if (type == "Action.Execute" && (IsSent(part) ? button is null || !IsSent(button) : button is null && part["style"] as string == "positive"))
            {
                button = part;
            }

            foreach (var (name, value) in part)
            {
                if (name is "body" or "items" or "columns" or "actions" or "card")
                {
                    foreach (var inner in value is Json one ? [one] : value as IEnumerable<Json> ?? [])
                    {
                        Look(inner);
                    }
                }
            }
        }
    }

    /// <summary>UTF-16 units: a longer one tells how to go on, and its button is called what it is for.</summary>
    private const int LongestTitle = 32;

    private static bool IsSent(Json action) => action["associatedInputs"] is null;
}
