using LiaisonBot.Core.Delivery;

namespace LiaisonBot.Conversation;

/// <summary>The way back to the chat: over plain HTTP in the local host, through the SDK in Azure. Does not retry and does not throw for what the chat answers.</summary>
public interface IConnector
{
    /// <summary>Pushes a message to a known chat.</summary>
    Task<SendAnswer> Post(ChatAddress to, OutgoingMessage message, CancellationToken stop);

    /// <summary>The sign-in name (UPN) of the person at this address, or null when the channel does not say.</summary>
    Task<string?> SignInName(ChatAddress address, CancellationToken stop);
}
