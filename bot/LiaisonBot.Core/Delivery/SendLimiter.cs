using NodaTime;

namespace LiaisonBot.Core.Delivery;

/// <summary>At most so many sends in any stretch of that length; two sends exactly that far apart are not in one stretch.</summary>
public sealed record SendWindow(int Sends, Duration Length);

/// <summary>
/// Keeps the sends of one process to one tenant below the limits of Teams. Counts the moments at which sends begin, exactly, in
/// windows that slide. May be used by many at once. A clock that goes back makes nobody wait longer and lets nothing more through;
/// one that is put forward counts as time that went by.
/// </summary>
/// <remarks>Several processes that send for one bot share its limits: each keeps below them only for itself.</remarks>
public sealed class SendLimiter
{
    /// <summary>Teams, per conversation: learn.microsoft.com/microsoftteams/platform/bots/how-to/rate-limit, "send to conversation", read in 2026.</summary>
    public static readonly IReadOnlyList<SendWindow> PerConversation =
    [
        new(7, Duration.FromSeconds(1)),
        new(8, Duration.FromSeconds(2)),
        new(60, Duration.FromSeconds(30)),
        new(1800, Duration.FromHours(1)),
    ];

    /// <summary>Teams, per app and tenant over all conversations: the same page, which allows 50 and may change it. Designed for 30.</summary>
    public static readonly IReadOnlyList<SendWindow> PerTenant = [new(30, Duration.FromSeconds(1))];

    /// <summary>How long a conversation may stay in memory after its last send has left every window.</summary>
    public static readonly Duration ForgetEvery = Duration.FromMinutes(5);

    // Callers that read the clock at the same time get here in any order; a clock that was set goes back by more.
    private static readonly Duration Reordering = Duration.FromSeconds(1);

    private readonly Lock gate = new();
    private readonly Dictionary<string, Sends> conversations = new(StringComparer.Ordinal);
    private readonly Sends tenant = new(PerTenant);

    // Time here never goes back: it is the caller's, and this much more.
    private Duration ahead = Duration.Zero;
    private Instant? latest;
    private Instant forgetAt = Instant.MinValue;

    /// <summary>Conversations in memory: those sent to within the longest window, and some more until they are forgotten.</summary>
    public int Conversations
    {
        get
        {
            lock (gate) return conversations.Count;
        }
    }

    /// <summary>
    /// True when a message may be sent to the conversation now; it then counts as sent, also when the sending fails, because Teams
    /// counts that too. Otherwise nothing is counted.
    /// </summary>
    /// <param name="earliest">When to ask again: before it the answer stays no. Now when the answer is yes.</param>
    public bool TryTake(string conversation, Instant now, out Instant earliest)
    {
        lock (gate)
        {
            var time = Advance(now);
            var free = Instant.Max(tenant.NextAt, conversations.TryGetValue(conversation, out var sends) ? sends.NextAt : Instant.MinValue);
            earliest = free <= time ? now : free - ahead;
            if (free > time) return false;
            Count(conversation, time);
            return true;
        }
    }

    /// <summary>Counts a message that was not held back, such as the answer to a person: what may wait makes room for it.</summary>
    public void Sent(string conversation, Instant now)
    {
        lock (gate) Count(conversation, Advance(now));
    }

    private void Count(string conversation, Instant time)
    {
        if (!conversations.TryGetValue(conversation, out var sends)) conversations.Add(conversation, sends = new Sends(PerConversation));
        sends.Add(time);
        tenant.Add(time);
    }

    private Instant Advance(Instant now)
    {
        var time = now + ahead;
        if (latest is { } before)
        {
            if (time < before - Reordering) ahead += before - time;
            time = Instant.Max(before, time);
        }

        latest = time;
        if (time >= forgetAt)
        {
            foreach (var (conversation, sends) in conversations)
                if (sends.AreOver(time)) conversations.Remove(conversation);
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

        /// <summary>The first moment at which one more send exceeds no window.</summary>
        public Instant NextAt
        {
            get
            {
                var next = Instant.MinValue;
                foreach (var window in windows)
                    if (count >= window.Sends) next = Instant.Max(next, Back(window.Sends) + window.Length);
                return next;
            }
        }

        /// <summary>Whether no window reaches back to any of them.</summary>
        public bool AreOver(Instant now) => count == 0 || Back(1) + longest <= now;

        public void Add(Instant time)
        {
            while (count > 0 && (count == most || Back(count) + longest <= time)) (first, count) = ((first + 1) % times.Length, count - 1);
            if (count == times.Length) Grow();
            times[(first + count++) % times.Length] = time;
        }

        /// <summary>The nth send from the end, from 1.</summary>
        private Instant Back(int nth) => times[(first + count - nth) % times.Length];

        private void Grow()
        {
            var larger = new Instant[Math.Min(times.Length * 2, most)];
            for (var i = 0; i < count; i++) larger[i] = times[(first + i) % times.Length];
            (times, first) = (larger, 0);
        }
    }
}
