using NodaTime;

namespace LiaisonBot.Core.Messaging;

/// <summary>What is to be done after a send.</summary>
public abstract record SendVerdict
{
    /// <summary>The chat has it.</summary>
    public sealed record Sent : SendVerdict;

    /// <summary>It was not taken: the same again, not before that moment.</summary>
    /// <param name="Attempts">Sends so far that the chat did not take.</param>
    public sealed record Again(Instant At, int Attempts) : SendVerdict;

    /// <summary>It may have arrived: once more, marked as a possible repeat, not before that moment.</summary>
    public sealed record Repeat(Instant At) : SendVerdict;

    /// <summary>The person blocked the bot or left: it waits until they come back.</summary>
    public sealed record Unreachable : SendVerdict;

    /// <summary>The message itself is refused: it is kept for the office to look at.</summary>
    /// <param name="Why">Status and code.</param>
    public sealed record Refused(string Why) : SendVerdict;

    /// <summary>It was sent twice and no answer came to either: it is kept for the office to look at.</summary>
    public sealed record Unanswered : SendVerdict;

    /// <summary>The message that was to be changed is not in the chat any more.</summary>
    public sealed record Gone : SendVerdict;
}

/// <summary>The table of retries (Teams' page "rate limit" and its error codes, read in 2026): pure.</summary>
/// <remarks>
/// 412, 429, 5xx and nobody there are tried again with growing waits, 429 not before its <c>Retry-After</c>; 408 and no
/// answer once more, marked, and an update of a message that is there as often as it takes. 403 and 404 are about the
/// person: no retry until they write; but 404 to an update is about the message, which somebody deleted. 401 is about
/// our own credentials, and so is 403 with one of <see cref="BarringCodes"/>: it concerns everybody, and no message may
/// be given up for it. These keep the messages in the outbox and <see cref="SendLimiter"/> lets one of them through
/// every few minutes; <c>/health</c> tells of it. Everything else, such as 400 and 413, is about the message.
/// </remarks>
public static class RetryRule
{
    public static readonly Duration FirstWait = Duration.FromSeconds(2);

    public static readonly Duration LongestWait = Duration.FromMinutes(5);

    /// <summary>
    /// After an answer that bars the bot from every chat; grows up to <see cref="LongestBarredWait"/>.
    /// </summary>
    public static readonly Duration FirstBarredWait = Duration.FromMinutes(1);

    public static readonly Duration LongestBarredWait = Duration.FromMinutes(10);

    /// <summary>A longer <c>Retry-After</c> is taken for this: the longest window of Teams.</summary>
    public static readonly Duration LongestRetryAfter = Duration.FromHours(1);

    /// <summary>
    /// A message that the chat fails over (500) so often is refused: it, and not the chat, is what is wrong. About four
    /// hours.
    /// </summary>
    public const int MostFailures = 50;

    /// <summary>Codes of a 403 by which the bot is shut out from every chat of the tenant.</summary>
    public static readonly IReadOnlySet<string> BarringCodes = new HashSet<string>(StringComparer.OrdinalIgnoreCase) { "BotDisabledByAdmin", "InvalidBotApiHost" };

    /// <param name="attempts">Sends of this message before that the chat did not take.</param>
    /// <param name="random">In [0,1): spreads what failed together.</param>
    /// <param name="isUpdate">It changes a message that is in the chat.</param>
    /// <param name="isRepeat">It was sent before, and no answer came.</param>
    public static SendVerdict Decide(
        SendAnswer answer,
        int attempts,
        Instant now,
        double random,
        bool isUpdate = false,
        bool isRepeat = false) => answer switch
        {
            SendAnswer.HeldBack held => new SendVerdict.Again(now + held.For, attempts),
            SendAnswer.NotConnected =>
                new SendVerdict.Again(now + Wait(FirstWait, LongestWait, attempts, random), attempts + 1),
            _ when Bars(answer) =>
                new SendVerdict.Again(now + Wait(FirstBarredWait, LongestBarredWait, attempts, random), attempts + 1),
            SendAnswer.Answered { Status: 404 } when isUpdate => new SendVerdict.Gone(),
            SendAnswer.Answered { Status: 403 or 404 } => new SendVerdict.Unreachable(),
            SendAnswer.Answered { Status: 412 or 429 or >= 500 } later when later.Status != 500 || attempts < MostFailures =>
                new SendVerdict.Again(now + AfterAnswer(later, attempts, random), attempts + 1),
            SendAnswer.Lost or SendAnswer.Answered { Status: 408 } when isUpdate =>
                new SendVerdict.Again(now + Wait(FirstWait, LongestWait, attempts, random), attempts + 1),
            SendAnswer.Lost or SendAnswer.Answered { Status: 408 } when isRepeat => new SendVerdict.Unanswered(),
            SendAnswer.Lost or SendAnswer.Answered { Status: 408 } =>
                new SendVerdict.Repeat(now + Wait(FirstWait, LongestWait, attempts, random)),
            SendAnswer.Answered { Status: >= 200 and < 300 } => new SendVerdict.Sent(),
            SendAnswer.Answered refused =>
                new SendVerdict.Refused(refused.Code is { } code ? $"{refused.Status} {code}" : $"{refused.Status}"),
            _ => throw new ArgumentOutOfRangeException(nameof(answer), answer, null),
        };

    /// <summary>Whether the answer is about the bot as a whole, and so about every other message too.</summary>
    public static bool Bars(SendAnswer answer) =>
        answer is SendAnswer.Answered { Status: 401 }
            || (answer is SendAnswer.Answered { Status: 403, Code: { } code } && BarringCodes.Contains(code));

    /// <summary>Doubles with each attempt; half of it is spread.</summary>
    public static Duration Wait(Duration first, Duration longest, int attempts, double random) =>
        Duration.Min(first * Math.Pow(2, Math.Min(attempts, 20)), longest) * (0.75 + (random / 2));

    /// <summary>
    /// False until the time comes; a clock that was set back does not make it wait longer than any answer can ask for.
    /// </summary>
    public static bool IsTime(Instant? notBefore, Instant now) =>
        notBefore is not { } at || at <= now || at - now > LongestRetryAfter * 2;

    /// <summary>In [0,1), the same for the same attempt at the same message: a retry needs no dice.</summary>
    public static double Spread(string id, int attempts)
    {
        // FNV-1a.
        var hash = 2166136261u;
        foreach (var c in id)
        {
            hash = (hash ^ c) * 16777619;
        }

        hash = (hash ^ (uint)attempts) * 16777619;
        return (hash ^ (hash >> 15)) % 4096 / 4096d;
    }

    private static Duration AfterAnswer(SendAnswer.Answered answer, int attempts, double random)
    {
        var wait = Wait(FirstWait, LongestWait, attempts, random);
        return answer.RetryAfter is { } asked
            ? Duration.Max(Duration.Min(asked, LongestRetryAfter) + (FirstWait * random), wait)
            : wait;
    }
}
