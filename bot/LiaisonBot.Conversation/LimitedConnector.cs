using LiaisonBot.Core.Delivery;
using NodaTime;

namespace LiaisonBot.Conversation;

/// <summary>
/// Keeps pushes below the limits of Teams: waits a moment where that is enough, and says <see cref="SendOutcome.TryLater"/> where a
/// chat has had too much for longer, so that nobody else waits for it.
/// </summary>
public sealed class LimitedConnector(IConnector inner, SendLimiter limiter, TimeProvider time) : IConnector
{
    /// <summary>As long as the two short windows of a conversation, and the one of the tenant.</summary>
    public static readonly Duration LongestWait = Duration.FromSeconds(2);

    public async Task<SendOutcome> Post(ChatAddress to, OutgoingMessage message, CancellationToken stop)
    {
        while (true)
        {
            var now = Instant.FromDateTimeOffset(time.GetUtcNow());
            if (limiter.TryTake(to.ConversationId, now, out var earliest)) return await inner.Post(to, message, stop);
            if (earliest - now > LongestWait) return SendOutcome.TryLater;
            await Task.Delay((earliest - now).ToTimeSpan(), time, stop);
        }
    }

    public Task<string?> SignInName(ChatAddress address, CancellationToken stop) => inner.SignInName(address, stop);
}
