using System.Collections.Concurrent;
using LiaisonBot.Core.Matters;
using LiaisonBot.Core.People;

namespace LiaisonBot.Conversation;

/// <summary>
/// Which message of the bot shows which matter, so that somebody may answer a card without naming it. It is kept in
/// this process alone and for the newest messages: for others, the person is asked for the number.
/// </summary>
public sealed class ShownMatters
{
    private const int Most = 20_000;

    private readonly ConcurrentDictionary<(string Conversation, string Message), MatterNumber> shown = new();

    /// <param name="message">The id that the chat gave to it; null when it named none.</param>
    public void Remember(ChatAddress chat, string? message, OutgoingMessage what)
    {
        if (message is null || what.About is not { } number)
        {
            return;
        }

        if (shown.Count >= Most)
        {
            shown.Clear();
        }

        shown[(chat.ConversationId, message)] = number;
    }

    public MatterNumber? Find(ChatAddress chat, string message) =>
        shown.TryGetValue((chat.ConversationId, message), out var number) ? number : null;
}
