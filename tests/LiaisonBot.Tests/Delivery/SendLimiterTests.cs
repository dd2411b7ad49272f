using CsCheck;
using LiaisonBot.Core.Messaging;
using NodaTime;

namespace LiaisonBot.Tests.Delivery;

public class SendLimiterTests
{
    private static readonly Instant Start = Instant.FromUtc(2026, 11, 24, 0, 30);

    /// <summary>Milliseconds between two requests: bursts, the edges of every window, and long pauses.</summary>
    private static readonly Gen<int> AnyPause = Gen.Frequency(
        (10, Gen.Const(0)),
        (6, Gen.Int[1, 300]),
        (2, Gen.OneOf<int>(999, 1000, 1001, 1999, 2000, 29_999, 30_000)),
        (1, Gen.OneOf<int>(3_599_999, 3_600_000)));

    private static readonly Gen<(int Conversation, int Pause)[]> AnyRequests = Gen.Select(Gen.Frequency(
        (3, Gen.Const(0)),
        (1, Gen.Int[1, 40])), AnyPause).Array[1, 400];

    [Fact]
    public void TheLimits_AreThoseOfTeams()
    {
        Assert.Equal(
            [(7, 1), (8, 2), (60, 30), (1800, 3600)],
            SendLimiter.PerConversation.Select(w => (w.Sends, (int)w.Length.TotalSeconds)));
        Assert.Equal([(30, 1)], SendLimiter.PerTenant.Select(w => (w.Sends, (int)w.Length.TotalSeconds)));
    }

    [Fact]
    public void TryTake_InAnyOrder_AnswersYesExactlyWhenNoWindowIsExceeded() => AnyRequests.Sample(
        requests =>
        {
            var limiter = new SendLimiter();
            var sent = new List<(string To, Instant At)>();
            var now = Start;
            foreach (var (conversation, pause) in requests)
            {
                now += Duration.FromMilliseconds(pause);
                var to = $"a:{conversation}";
                var taken = limiter.TryTake(to, now, out var earliest);

                Assert.Equal(!WouldExceed(sent, to, now), taken);
                Assert.Equal(taken, earliest == now);
                if (taken)
                {
                    sent.Add((to, now));
                }
                else
                {
                    Assert.True(
                        WouldExceed(sent, to, earliest - Duration.Epsilon),
                        "asking again is put off longer than needed");
                    Assert.False(WouldExceed(sent, to, earliest), "asking again at the time it said is too early");
                }
            }
        },
        iter: 300);

    [Fact]
    public void TryTake_BesideAnswersThatDoNotWait_MakesRoomForThem() => Gen.Select(AnyRequests, Gen.Bool.Array[400]).Sample(
        (requests, answers) =>
        {
            var limiter = new SendLimiter();
            var sent = new List<(string To, Instant At)>();
            var now = Start;
            foreach (var ((conversation, pause), answer) in requests.Zip(answers))
            {
                now += Duration.FromMilliseconds(pause);
                var to = $"a:{conversation}";
                if (answer) limiter.Sent(to, now);
                else Assert.Equal(!WouldExceed(sent, to, now), limiter.TryTake(to, now, out _));
                if (answer || !WouldExceed(sent, to, now)) sent.Add((to, now));
            }
        },
        iter: 100);

    [Fact]
    public void TryTake_WithAClockThatGoesBack_ExceedsNoWindowAndMakesNobodyWaitLong() => Gen.Select(AnyRequests, Gen.Frequency((20, Gen.Const(0)), (1, Gen.Int[1, 900]), (1, Gen.Int[1001, 7_200_000])).Array[400]).Sample(
        (requests, jumps) =>
        {
            var limiter = new SendLimiter();
            var sent = new List<(string To, Instant At)>();
            var (now, clock) = (Start, Start);
            foreach (var ((conversation, pause), back) in requests.Zip(jumps))
            {
                now += Duration.FromMilliseconds(pause);
                clock += Duration.FromMilliseconds(pause - back);
                var to = $"a:{conversation}";
                if (limiter.TryTake(to, clock, out var earliest))
                {
                    Assert.False(WouldExceed(sent, to, now));
                    sent.Add((to, now));
                }
                else
                {
                    Assert.InRange(earliest - clock, Duration.Epsilon, Duration.FromHours(1) + Duration.FromSeconds(1));
                }
            }
        },
        iter: 300);

    [Theory]
    [InlineData(500, 1, 7)]
    [InlineData(500, 2, 8)]
    [InlineData(500, 30, 60)]
    [InlineData(4000, 3600, 1800)]
    [InlineData(8000, 7200, 3600)]
    public void OneConversation_WithALongQueue_SendsAllThatIsAllowed(int queue, int seconds, int allowed) =>
        Assert.Equal(allowed, Drain([.. Enumerable.Repeat("a:1", queue)], Duration.FromSeconds(seconds)));

    [Fact]
    public void ManyConversations_SendThirtyASecond() =>
        Assert.Equal(
            30 * 60,
            Drain([.. Enumerable.Range(0, 4000).Select(i => $"a:{i % 540}")], Duration.FromMinutes(1)));

    [Fact]
    public void AConversationThatMustWait_DoesNotHoldUpOthers()
    {
        var limiter = new SendLimiter();
        for (var i = 0; i < 7; i++) Assert.True(limiter.TryTake("a:1", Start, out _));

        Assert.False(limiter.TryTake("a:1", Start, out var earliest));
        Assert.Equal(Start + Duration.FromSeconds(1), earliest);
        Assert.True(limiter.TryTake("a:2", Start, out _));
    }

    [Fact]
    public void TryTake_ByManyAtOnce_CountsEveryone()
    {
        var limiter = new SendLimiter();
        var taken = new int[20];
        Parallel.For(0, 2000, i =>
        {
            if (limiter.TryTake(
                $"a:{i % 3}",
                Start + Duration.FromMilliseconds(i % 7),
                out _)) Interlocked.Increment(ref taken[i % 3]);
        });
        Assert.Equal([7, 7, 7], taken.Take(3));

        Parallel.For(0, 2000, i =>
        {
            if (limiter.TryTake(
                $"b:{i}",
                Start + Duration.FromMilliseconds(i % 7),
                out _)) Interlocked.Increment(ref taken[10]);
        });
        Assert.Equal(30 - 21, taken[10]);
    }

    [Fact]
    public void IdleConversations_AreForgotten()
    {
        var limiter = new SendLimiter();
        var now = Start;
        var most = 0;
        for (var i = 0; i < 20_000; i++)
        {
            Assert.True(limiter.TryTake($"a:{i}", now, out _));
            most = Math.Max(most, limiter.Conversations);
            now += Duration.FromSeconds(1);
        }

        Assert.InRange(most, 3600, 3600 + (5 * 60));
        Assert.True(limiter.TryTake("a:1", now + Duration.FromDays(1), out _));
        Assert.Equal(1, limiter.Conversations);
    }

    /// <summary>
    /// Sends what it can of a queue, always the first that may go, and jumps to the next moment when none may.
    /// </summary>
    /// <returns>Messages sent within the time.</returns>
    private static int Drain(List<string> queue, Duration time)
    {
        var limiter = new SendLimiter();
        var waiting = new LinkedList<string>(queue);
        var (now, sent) = (Start, 0);
        while (now < Start + time && waiting.Count > 0)
        {
            var next = Instant.MaxValue;
            var asked = new HashSet<string>(StringComparer.Ordinal);
            for (var node = waiting.First; node is not null;)
            {
                var after = node.Next;
                if (asked.Contains(node.Value))
                {
                    node = after;
                    continue;
                }

                if (limiter.TryTake(node.Value, now, out var earliest))
                {
                    waiting.Remove(node);
                    sent++;
                }
                else
                {
                    asked.Add(node.Value);
                    next = Instant.Min(next, earliest);
                }

                node = after;
            }

            now = next;
        }

        return sent;
    }

    private static bool WouldExceed(List<(string To, Instant At)> sent, string to, Instant at) =>
        Exceeded(SendLimiter.PerTenant, sent.Select(s => s.At), at)
        || Exceeded(SendLimiter.PerConversation, sent.Where(s => s.To == to).Select(s => s.At), at);

    private static bool Exceeded(IReadOnlyList<SendWindow> windows, IEnumerable<Instant> sent, Instant at) =>
        windows.Any(window => sent.Count(earlier => earlier > at - window.Length && earlier <= at) >= window.Sends);
}
