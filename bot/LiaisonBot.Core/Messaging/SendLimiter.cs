using NodaTime;

namespace LiaisonBot.Core.Messaging;

/// <summary>
/// At most so many sends in any stretch of that length; two sends exactly that far apart are not in one stretch.
/// </summary>
public sealed record SendWindow(int Sends, Duration Length);

/// <summary>
/// Keeps the sends of one process to one tenant below the limits of Teams. Counts the moments at which sends begin,
/// exactly, in windows that slide. May be used by many at once. A clock that goes back makes nobody wait longer and
/// lets nothing more through; one that is put forward counts as time that went by.
/// </summary>
/// <remarks>Several processes that send for one bot share its limits: each keeps below them only for itself.</remarks>
public sealed class SendLimiter
{
    /// <summary>
    /// Teams, per conversation: learn.microsoft.com/microsoftteams/platform/bots/how-to/rate-limit, "send to
    /// conversation", read in 2026.
    /// </summary>
    public static readonly IReadOnlyList<SendWindow> PerConversation =
    [
        new(7, Duration.FromSeconds(1)),
        new(8, Duration.FromSeconds(2)),
        new(60, Duration.FromSeconds(30)),
        new(1800, Duration.FromHours(1)),
    ];

    /// <summary>
    /// Teams, per app and tenant over all conversations: the same page, which allows 50 and may change it. Designed for
    /// 30.
    /// </summary>
    public static readonly IReadOnlyList<SendWindow> PerTenant = [new(30, Duration.FromSeconds(1))];

    /// <summary>How long a conversation may stay in memory after its last send has left every window.</summary>
    public static readonly Duration ForgetEvery = Duration.FromMinutes(5);

    /// <summary>
    /// Conversations left alone at one time, after 429, from which on it counts as the tenant's limit: the answer does
    /// not say whose it is.
    /// </summary>
    public const int TenantHeldFrom = 3;

    // Callers that read the clock at the same time get here in any order; a clock that was set goes back by more.
    private static readonly Duration Reordering = Duration.FromSeconds(1);

    private readonly Lock gate = new();
    private readonly Dictionary<string, Sends> conversations = new(StringComparer.Ordinal);
    private readonly Sends tenant = new(PerTenant);

    // Time here never goes back: it is the caller's, and this much more.
    private Duration ahead = Duration.Zero;
    private Instant? latest;
    private Instant forgetAt = Instant.MinValue;
    private int barredTries;

    /// <summary>
    /// The answer that keeps the bot from every chat, and since when; null when the last send that was answered went
    /// through.
    /// </summary>
    public (SendAnswer.Answered By, Instant Since)? Barred { get; private set; }

    /// <summary>
    /// Conversations in memory: those sent to within the longest window, and some more until they are forgotten.
    /// </summary>
    public int Conversations
    {
        get
        {
            lock (gate) return conversations.Count;
        }
    }

    /// <summary>
    /// True when a message may be sent to the conversation now; it then counts as sent, also when the sending fails,
    /// because Teams counts that too. Otherwise nothing is counted.
    /// </summary>
    /// <param name="earliest">When to ask again: before it the answer stays no. Now when the answer is yes.</param>
    public bool TryTake(string conversation, Instant now, out Instant earliest)
    {
        lock (gate)
        {
            var time = Advance(now);
            var free = Instant.Max(
                tenant.NextAt,
                conversations.TryGetValue(conversation, out var sends) ? sends.NextAt : Instant.MinValue);
            earliest = free <= time ? now : free - ahead;
            if (free > time)
            {
                return false;
            }

            Count(conversation, time);
            return true;
        }
    }

    /// <summary>
    /// Counts a message that was not held back, such as the answer to a person: what may wait makes room for it.
    /// </summary>
    public void Sent(string conversation, Instant now)
    {
        lock (gate) Count(conversation, Advance(now));
    }

    /// <summary>
    /// Learns from what the chat answered to a send. After 429 its conversation is left alone as long as was asked;
    /// when so many that are left alone come together that it must be the tenant's limit, everybody is. After an answer
    /// that bars the bot (<see cref="RetryRule.Bars"/>) everybody is left alone but for one try every few minutes.
    /// </summary>
    public void Answered(string conversation, SendAnswer answer, Instant now)
    {
        lock (gate)
        {
            var time = Advance(now);
            if (RetryRule.Bars(answer))
            {
                Barred ??= ((SendAnswer.Answered)answer, now);
                tenant.Hold(time + RetryRule.Wait(
                    RetryRule.FirstBarredWait,
                    RetryRule.LongestBarredWait,
                    barredTries++,
                    0.5));
            }
            else if (answer is SendAnswer.Answered { Status: >= 200 and < 300 })
            {
                (Barred, barredTries) = (null, 0);
            }

            if (answer is not SendAnswer.Answered { Status: 429, RetryAfter: { } wait })
            {
                return;
            }

            var until = time + Duration.Min(wait, RetryRule.LongestRetryAfter);
            SendsOf(conversation).Hold(until);
            if (conversations.Values.Count(sends => sends.IsHeld(time)) >= TenantHeldFrom)
            {
                tenant.Hold(until);
            }
        }
    }

    private void Count(string conversation, Instant time)
    {
        SendsOf(conversation).Add(time);
        tenant.Add(time);
    }

    private Sends SendsOf(string conversation)
    {
        if (!conversations.TryGetValue(conversation, out var sends))
        {
            conversations.Add(conversation, sends = new Sends(PerConversation));
        }

        return sends;
    }

    private Instant Advance(Instant now)
    {
        var time = now + ahead;
        if (latest is { } before)
        {
            if (time < before - Reordering)
            {
                ahead += before - time;
            }

            time = Instant.Max(before, time);
        }

        latest = time;
        if (time >= forgetAt)
        {
            foreach (var (conversation, sends) in conversations)
                if (sends.AreOver(time))
                {
                    conversations.Remove(conversation);
                }

            forgetAt = time + ForgetEvery;
        }

        return time;
    }

    /// <summary>The last sends of one stream, as many as its windows need.</summary>
    private sealed class Sends(IReadOnlyList<SendWindow> windows)
    {
        private readonly int most = windows.Max(window => window.Sends);
        private readonly Duration longest = windows.Max(window => window.Length);

        // A ring: the oldest at first, wrapping around.
        private Instant[] times = new Instant[8];
        private int first;
        private int count;
        private Instant heldUntil = Instant.MinValue;

        /// <summary>The first moment at which one more send exceeds no window.</summary>
        public Instant NextAt
        {
            get
            {
                var next = heldUntil;
                foreach (var window in windows)
                    if (count >= window.Sends)
                    {
                        next = Instant.Max(next, Back(window.Sends) + window.Length);
                    }

                return next;
            }
        }

        /// <summary>Whether no window reaches back to any of them.</summary>
        public bool AreOver(Instant now) => !IsHeld(now) && (count == 0 || Back(1) + longest <= now);

        public bool IsHeld(Instant now) => heldUntil > now;

        public void Hold(Instant until) => heldUntil = Instant.Max(heldUntil, until);

        public void Add(Instant time)
        {
            while (count > 0 && (count == most || Back(count) + longest <= time))
            {
                (first, count) = ((first + 1) % times.Length, count - 1);
            }

            if (count == times.Length)
            {
                Grow();
            }

            times[(first + count++) % times.Length] = time;
        }

        /// <summary>The nth send from the end, from 1.</summary>
        private Instant Back(int nth) => times[(first + count - nth) % times.Length];

        private void Grow()
        {
            var larger = new Instant[Math.Min(times.Length * 2, most)];
            for (var i = 0; i < count; i++)
            {
                larger[i] = times[(first + i) % times.Length];
            }

            (times, first) = (larger, 0);
        }
    }
}
