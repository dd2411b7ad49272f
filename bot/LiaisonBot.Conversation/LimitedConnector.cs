using LiaisonBot.Core.Diagnostics;
using LiaisonBot.Core.Messaging;
using LiaisonBot.Core.People;
using NodaTime;

namespace LiaisonBot.Conversation;

/// <summary>
/// Keeps pushes below the limits of Teams: waits a moment where that is enough, and holds back where a chat has had too
/// much for longer or asked to be left alone, so that nobody else waits for it.
/// </summary>
public sealed class LimitedConnector(IConnector inner, SendLimiter limiter, TimeProvider time) : IConnector
{
    /// <summary>As long as the two short windows of a conversation, and the one of the tenant.</summary>
    public static readonly Duration LongestWait = Duration.FromSeconds(2);

    private Instant Now => Instant.FromDateTimeOffset(time.GetUtcNow());

    public Task<SendAnswer> PostAsync(ChatAddress to, OutgoingMessage message, CancellationToken cancellationToken) =>
        SendAsync(to, () => inner.PostAsync(to, message, cancellationToken), cancellationToken);

    /// <inheritdoc/>
    /// <remarks>Counts as a send: the limits of Teams are per conversation, and do not say that an update is
    /// free.</remarks>
    public Task<SendAnswer> UpdateAsync(ChatAddress to, string activity, OutgoingMessage message, CancellationToken cancellationToken) =>
        SendAsync(to, () => inner.UpdateAsync(to, activity, message, cancellationToken), cancellationToken);

    private async Task<SendAnswer> SendAsync(
        ChatAddress to,
        Func<Task<SendAnswer>> send,
        CancellationToken cancellationToken)
    {
        while (true)
        {
            var now = Now;
            if (limiter.TryTake(to.ConversationId, now, out var earliest))
            {
                break;
            }

            if (earliest - now > LongestWait)
            {
                return Counted(new SendAnswer.HeldBack(earliest - now));
            }

            await Task.Delay((earliest - now).ToTimeSpan(), time, cancellationToken);
        }

        var answer = await send();
        limiter.Answered(to.ConversationId, answer, Now);
        return Counted(answer);
    }

    private static SendAnswer Counted(SendAnswer answer)
    {
        Telemetry.Sends.Add(
            1,
            new KeyValuePair<string, object?>(
                "outcome",
                answer is SendAnswer.Answered answered
                    ? Localizer.Invariant(answered.Status)
                    : Telemetry.Word(answer.GetType().Name)));
        return answer;
    }

    public Task<string?> SignInNameAsync(ChatAddress address, CancellationToken cancellationToken) =>
        inner.SignInNameAsync(address, cancellationToken);
}
