using LiaisonBot.Conversation;
using LiaisonBot.Core.Messaging;
using LiaisonBot.Core.People;

namespace LiaisonBot.Tests.Conversation;

/// <summary>A channel of a team: what everybody there reads.</summary>
internal sealed class RoomChat(string id)
{
    private readonly OrderedDictionary<string, Seen> messages = new(StringComparer.Ordinal);

    public string Id => id;

    /// <summary>The messages that the bot put there by itself, as they are now, oldest first.</summary>
    public IReadOnlyList<Seen> Messages => messages.Values;

    /// <summary>Also what stood there before an update.</summary>
    public List<Seen> Ever { get; } = [];

    /// <summary>To what the bot puts there by itself.</summary>
    public SendAnswer Answer { get; set; } = SendAnswer.Taken;

    /// <summary>Of somebody who speaks there, in a thread.</summary>
    public ChatAddress Address(User user) =>
        user.Address with { ConversationId = id + ";messageid=1", Kind = ChatKind.Channel };

    public void Receive(string activity, OutgoingMessage message)
    {
        messages[activity] = new Seen(message);
        Ever.Add(messages[activity]);
    }

    public bool Has(string activity) => messages.ContainsKey(activity);
}
