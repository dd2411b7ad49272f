using CsCheck;
using LiaisonBot.Core.Delivery;
using NodaTime;
using Xunit;

namespace LiaisonBot.Tests.Delivery;

public class RetryRuleTests
{
    private static readonly Instant Now = Instant.FromUtc(2026, 11, 24, 0, 30);

    [Theory]
    [InlineData(200, typeof(AfterSend.Done))]
    [InlineData(201, typeof(AfterSend.Done))]
    [InlineData(202, typeof(AfterSend.Done))]
    [InlineData(204, typeof(AfterSend.Done))]
    [InlineData(299, typeof(AfterSend.Done))]
    [InlineData(412, typeof(AfterSend.SendAgain))]
    [InlineData(429, typeof(AfterSend.SendAgain))]
    [InlineData(502, typeof(AfterSend.SendAgain))]
    [InlineData(503, typeof(AfterSend.SendAgain))]
    [InlineData(504, typeof(AfterSend.SendAgain))]
    [InlineData(403, typeof(AfterSend.Unreachable))]
    [InlineData(404, typeof(AfterSend.Unreachable))]
    [InlineData(400, typeof(AfterSend.Poisoned))]
    [InlineData(401, typeof(AfterSend.Poisoned))]
    [InlineData(413, typeof(AfterSend.Poisoned))]
    [InlineData(100, typeof(AfterSend.Poisoned))]
    [InlineData(199, typeof(AfterSend.Poisoned))]
    [InlineData(301, typeof(AfterSend.Poisoned))]
    [InlineData(308, typeof(AfterSend.Poisoned))]
    [InlineData(402, typeof(AfterSend.Poisoned))]
    [InlineData(405, typeof(AfterSend.Poisoned))]
    [InlineData(409, typeof(AfterSend.Poisoned))]
    [InlineData(410, typeof(AfterSend.Poisoned))]
    [InlineData(415, typeof(AfterSend.Poisoned))]
    [InlineData(422, typeof(AfterSend.Poisoned))]
    [InlineData(499, typeof(AfterSend.Poisoned))]
    [InlineData(408, typeof(AfterSend.Repeat))]
    [InlineData(500, typeof(AfterSend.Repeat))]
    [InlineData(501, typeof(AfterSend.Repeat))]
    [InlineData(505, typeof(AfterSend.Repeat))]
    [InlineData(599, typeof(AfterSend.Repeat))]
    public void After_AnAnswer_IsAsTheTableSays(int status, Type expected) =>
        Assert.Equal(expected, RetryRule.After(new SendAnswer.Answered(status), attempts: 1, repeated: false, Now, random: 0.5).GetType());

    [Theory]
    [InlineData(408)]
    [InlineData(500)]
    [InlineData(501)]
    [InlineData(599)]
    public void After_AnAnswerThatDoesNotSayWhetherItArrived_ComesOneRepeatAndNoSecond(int status)
    {
        Assert.IsType<AfterSend.Repeat>(After(new SendAnswer.Answered(status), repeated: false));
        Assert.IsType<AfterSend.LeftOpen>(After(new SendAnswer.Answered(status), repeated: true));
    }

    [Fact]
    public void After_NoAnswer_ComesOneRepeatAndNoSecond()
    {
        Assert.IsType<AfterSend.Repeat>(After(new SendAnswer.Lost(), repeated: false));
        Assert.IsType<AfterSend.LeftOpen>(After(new SendAnswer.Lost(), repeated: true));
    }

    [Fact]
    public void After_NoConnection_IsSentAgainAlsoWhenItIsARepeat()
    {
        Assert.IsType<AfterSend.SendAgain>(After(new SendAnswer.NotConnected(), repeated: false));
        Assert.IsType<AfterSend.SendAgain>(After(new SendAnswer.NotConnected(), repeated: true));
    }

    [Fact]
    public void After_ARepeatThatWasNotTaken_IsSentAgain() =>
        Assert.IsType<AfterSend.SendAgain>(After(new SendAnswer.Answered(503), repeated: true));

    [Theory]
    [InlineData(1, 0.0, 1_000)]
    [InlineData(1, 0.5, 1_500)]
    [InlineData(2, 0.0, 2_000)]
    [InlineData(3, 0.5, 6_000)]
    [InlineData(8, 0.0, 128_000)]
    [InlineData(9, 0.0, 150_000)]
    [InlineData(9, 0.5, 225_000)]
    [InlineData(1_000, 0.0, 150_000)]
    [InlineData(int.MaxValue, 0.5, 225_000)]
    public void Wait_DoublesWithEveryAttemptUpToTheLongest(int attempts, double random, int milliseconds)
    {
        var expected = Now + Duration.FromMilliseconds(milliseconds);

        Assert.Equal(new AfterSend.SendAgain(expected), RetryRule.After(new SendAnswer.Answered(503), attempts, repeated: false, Now, random));
        Assert.Equal(new AfterSend.SendAgain(expected), RetryRule.After(new SendAnswer.NotConnected(), attempts, repeated: false, Now, random));
        Assert.Equal(new AfterSend.Repeat(expected), RetryRule.After(new SendAnswer.Lost(), attempts, repeated: false, Now, random));
    }

    [Theory]
    [InlineData(429, 1, 30, 0.0, 30_000)]
    [InlineData(429, 1, 30, 0.5, 31_000)] // not all at the same moment
    [InlineData(503, 1, 30, 0.0, 30_000)]
    [InlineData(429, 8, 30, 0.0, 128_000)] // told so often that it waits longer by itself
    [InlineData(429, 1, 0, 0.0, 1_000)]
    [InlineData(429, 1, -5, 0.0, 1_000)]
    [InlineData(429, 1, 3_600, 0.0, 3_600_000)]
    [InlineData(429, 1, 86_400, 0.0, 3_600_000)] // a mistake
    public void Wait_IsNotShorterThanRetryAfter(int status, int attempts, int retryAfter, double random, int milliseconds) =>
        Assert.Equal(
            new AfterSend.SendAgain(Now + Duration.FromMilliseconds(milliseconds)),
            RetryRule.After(new SendAnswer.Answered(status, Duration.FromSeconds(retryAfter)), attempts, repeated: false, Now, random));

    [Fact]
    public void Wait_OfAnything_StaysWithinItsBounds() =>
        Gen.Select(Gen.OneOf<int>(412, 429, 502, 503, 504), Gen.Int[1, 100_000], Gen.Int[-100, 100_000].Nullable(), Gen.Double.Unit).Sample((status, attempts, after, random) =>
        {
            var asked = after is { } seconds ? Duration.FromSeconds(seconds) : (Duration?)null;
            var again = Assert.IsType<AfterSend.SendAgain>(RetryRule.After(new SendAnswer.Answered(status, asked), attempts, repeated: false, Now, random));

            var least = asked is { } told ? Duration.Min(told, RetryRule.LongestRetryAfter) : Duration.Zero;
            Assert.InRange(again.At - Now, Duration.Max(least, RetryRule.FirstWait / 2), Duration.Max(RetryRule.LongestWait, Duration.Max(least, Duration.Zero) + RetryRule.FirstWait));
        });

    [Theory]
    [InlineData(0, 0.5)]
    [InlineData(1, 1.0)]
    [InlineData(1, -0.1)]
    [InlineData(1, double.NaN)]
    public void After_ArgumentsOutOfRange_IsRefused(int attempts, double random) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => RetryRule.After(new SendAnswer.Lost(), attempts, repeated: false, Now, random));

    private static AfterSend After(SendAnswer answer, bool repeated) => RetryRule.After(answer, attempts: 2, repeated, Now, random: 0.25);
}
