using NodaTime;

namespace LiaisonBot.Core.Delivery;

/// <summary>What came back from one attempt to send a message to a chat.</summary>
public abstract record SendAnswer
{
    private SendAnswer()
    {
    }

    /// <summary>The chat answered.</summary>
    /// <param name="Status">HTTP status code.</param>
    /// <param name="RetryAfter">From the answer's <c>Retry-After</c>; a date there is turned into the time left until it.</param>
    public sealed record Answered(int Status, Duration? RetryAfter = null) : SendAnswer;

    /// <summary>The message never left: no connection could be made. It cannot have arrived.</summary>
    public sealed record NotConnected : SendAnswer;

    /// <summary>The message left and no answer came, or the program ended before it was noted: it may have arrived.</summary>
    public sealed record Lost : SendAnswer;
}

/// <summary>What is done next with a message after an attempt.</summary>
public abstract record AfterSend
{
    private AfterSend()
    {
    }

    /// <summary>The chat has it.</summary>
    public sealed record Done : AfterSend;

    /// <summary>It did not arrive, and is sent again, marked as a possible repeat if it was so already.</summary>
    public sealed record SendAgain(Instant At) : AfterSend;

    /// <summary>It may have arrived, and is sent once more, marked as a possible repeat.</summary>
    public sealed record Repeat(Instant At) : AfterSend;

    /// <summary>It may have arrived, once or twice, and is not sent any more.</summary>
    public sealed record LeftOpen : AfterSend;

    /// <summary>The person blocked the bot or left. It waits until they come back; the level above is told.</summary>
    public sealed record Unreachable : AfterSend;

    /// <summary>The chat will never take it. It is kept, and listed for the office.</summary>
    public sealed record Poisoned : AfterSend;
}

/// <summary>
/// What becomes of a message that was tried (design §7). The codes worth a retry, and that it is to have jitter, are from
/// learn.microsoft.com/microsoftteams/platform/bots/how-to/rate-limit, read in 2026. What can arrive later is tried without end,
/// however long the outage: nothing due is lost.
/// </summary>
public static class RetryRule
{
    /// <summary>The wait after the first attempt; it doubles with every further one. A real wait is between half of it and all of it.</summary>
    public static readonly Duration FirstWait = Duration.FromSeconds(2);

    /// <summary>The wait does not grow beyond this.</summary>
    public static readonly Duration LongestWait = Duration.FromMinutes(5);

    /// <summary>A <c>Retry-After</c> beyond this is a mistake, and cut to it.</summary>
    public static readonly Duration LongestRetryAfter = Duration.FromHours(1);

    /// <param name="attempts">Attempts made so far, this one included; from 1.</param>
    /// <param name="repeated">Whether the message was already marked as a possible repeat in this attempt.</param>
    /// <param name="now">When the answer came, or was given up.</param>
    /// <param name="random">In [0,1): spreads out those that wait for the same reason.</param>
    public static AfterSend After(SendAnswer answer, int attempts, bool repeated, Instant now, double random)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(attempts, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(random);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(random, 1);
        return answer switch
        {
            SendAnswer.Answered { Status: >= 200 and < 300 } => new AfterSend.Done(),
            SendAnswer.Answered { Status: 412 or 429 or 502 or 503 or 504 } later => new AfterSend.SendAgain(now + Wait(attempts, later.RetryAfter, random)),
            SendAnswer.NotConnected => new AfterSend.SendAgain(now + Wait(attempts, retryAfter: null, random)),
            SendAnswer.Answered { Status: 403 or 404 } => new AfterSend.Unreachable(),
            // A request that timed out over there, and failures that are not in the table, do not say whether the message arrived.
            SendAnswer.Lost or SendAnswer.Answered { Status: 408 or >= 500 } =>
                repeated ? new AfterSend.LeftOpen() : new AfterSend.Repeat(now + Wait(attempts, retryAfter: null, random)),
            _ => new AfterSend.Poisoned(),
        };
    }

    // Doubling any longer would overflow, and has long reached the longest wait.
    private static Duration Wait(int attempts, Duration? retryAfter, double random)
    {
        var full = Duration.Min(FirstWait * (1L << Math.Min(attempts - 1, 20)), LongestWait);
        var wait = full * (0.5 + (random / 2));
        if (retryAfter is not { } asked) return wait;
        // Everyone who is told the same moment would come back at it.
        var earliest = Duration.Min(Duration.Max(asked, Duration.Zero), LongestRetryAfter);
        return Duration.Max(wait, earliest + (FirstWait * random));
    }
}
