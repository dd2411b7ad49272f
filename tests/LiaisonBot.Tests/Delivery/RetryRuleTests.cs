using LiaisonBot.Core.Messaging;
using NodaTime;

namespace LiaisonBot.Tests.Delivery;

[Trait("Kind", "Pure")]
public class RetryRuleTests
{
    private static readonly Instant Now = Instant.FromUtc(2026, 11, 24, 1, 0);

    [Theory]
    [InlineData(200, null, "Sent")]
    [InlineData(201, null, "Sent")]
    [InlineData(202, null, "Sent")]
    [InlineData(307, null, "Refused")]
    [InlineData(400, "BadSyntax", "Refused")]
    [InlineData(401, null, "Again")]
    [InlineData(403, null, "Unreachable")]
    [InlineData(403, "ConversationBlockedByUser", "Unreachable")]
    [InlineData(403, "MessageWritesBlocked", "Unreachable")]
    [InlineData(403, "BotNotInConversationRoster", "Unreachable")]
    [InlineData(403, "BotDisabledByAdmin", "Again")]
    [InlineData(404, "ConversationNotFound", "Unreachable")]
    [InlineData(408, null, "Repeat")]
    [InlineData(412, "PreconditionFailed", "Again")]
    [InlineData(413, "MessageSizeTooBig", "Refused")]
    [InlineData(429, null, "Again")]
    [InlineData(500, null, "Again")]
    [InlineData(502, "ServiceError", "Again")]
    [InlineData(503, null, "Again")]
    [InlineData(504, null, "Again")]
    public void Decide_ByStatusAndCode(int status, string? code, string verdict) =>
        Assert.Equal(verdict, RetryRule.Decide(new SendAnswer.Answered(status, Code: code), 0, Now, 0).GetType().Name);

    [Fact]
    public void Decide_NoAnswer_RepeatsOnceMarked() =>
        Assert.IsType<SendVerdict.Repeat>(RetryRule.Decide(new SendAnswer.Lost(), 0, Now, 0));

    [Fact]
    public void Decide_NotTaken_WaitsLongerEachTimeUpToALimit()
    {
        var waits = Enumerable.Range(0, 12)
            .Select(attempts => Again(new SendAnswer.NotConnected(), attempts, 0.5) - Now)
            .ToList();

        Assert.Equal([2, 4, 8, 16, 32, 64, 128, 256, 300], waits.Take(9).Select(w => w.TotalSeconds));
        Assert.Equal(RetryRule.LongestWait, waits[^1]);
        Assert.Equal(
            1_000_001,
            ((SendVerdict.Again)RetryRule.Decide(new SendAnswer.Answered(503), 1_000_000, Now, 0.5)).Attempts);
    }

    [Fact]
    public void Decide_RetryAfter_IsNeverTriedBeforeItIsOver()
    {
        foreach (var random in new[] { 0, 0.3, 0.999 })
            foreach (var attempts in new[] { 0, 3, 40 })
                Assert.True(Again(
                    new SendAnswer.Answered(429, Duration.FromSeconds(77)),
                    attempts,
                    random) >= Now + Duration.FromSeconds(77));
        Assert.InRange(
            Again(new SendAnswer.Answered(429, Duration.FromDays(400)), 0, 0.5) - Now,
            RetryRule.LongestRetryAfter,
            RetryRule.LongestRetryAfter + RetryRule.FirstWait);
    }

    [Fact]
    public void Decide_HeldBackHere_IsNoAttempt() =>
        Assert.Equal(
            new SendVerdict.Again(Now + Duration.FromSeconds(9), 3),
            RetryRule.Decide(new SendAnswer.HeldBack(Duration.FromSeconds(9)), 3, Now, 0.7));

    [Fact]
    public void Decide_FailsOverOneMessageForHours_RefusesIt_AnOutageDoesNot()
    {
        Assert.IsType<SendVerdict.Again>(RetryRule.Decide(
            new SendAnswer.Answered(500),
            RetryRule.MostFailures - 1,
            Now,
            0));
        Assert.IsType<SendVerdict.Refused>(RetryRule.Decide(
            new SendAnswer.Answered(500),
            RetryRule.MostFailures,
            Now,
            0));
        Assert.IsType<SendVerdict.Again>(RetryRule.Decide(new SendAnswer.Answered(503), 100_000, Now, 0));
    }

    [Fact]
    public void Spread_IsEvenAndTheSameForTheSameAttempt()
    {
        var spread = Enumerable.Range(0, 1000)
            .Select(i => RetryRule.Spread($"00001795482000000-2026-1301-{i:00000}-0001-00", 1))
            .ToList();

        Assert.All(spread, s => Assert.InRange(s, 0, 0.9999));
        Assert.InRange(spread.Average(), 0.4, 0.6);
        Assert.True(spread.Distinct().Count() > 500);
        Assert.Equal(RetryRule.Spread("a", 1), RetryRule.Spread("a", 1));
        Assert.NotEqual(RetryRule.Spread("a", 1), RetryRule.Spread("a", 2));
    }

    [Fact]
    public void IsTime_AfterTheClockWasSetBack_DoesNotWaitForEver()
    {
        Assert.True(RetryRule.IsTime(null, Now));
        Assert.True(RetryRule.IsTime(Now, Now));
        Assert.False(RetryRule.IsTime(Now + Duration.Epsilon, Now));
        Assert.True(RetryRule.IsTime(Now + Duration.FromDays(2), Now));
    }

    private static Instant Again(SendAnswer answer, int attempts, double random) =>
        Assert.IsType<SendVerdict.Again>(RetryRule.Decide(answer, attempts, Now, random)).At;
}
