using LiaisonBot.Conversation;
using LiaisonBot.Core.Messaging;
using LiaisonBot.Core.People;
using NodaTime;

namespace LiaisonBot.Tests.Conversation;

[Trait("Kind", "Pure")]
public class LimitedConnectorTests
{
    private readonly VirtualTime time = new(Instant.FromUtc(2026, 11, 24, 1, 0));
    private readonly Counted inner = new();

    [Fact]
    public async Task Post_TheEighthInASecond_WaitsForTheSecondToPass()
    {
        var connector = new LimitedConnector(inner, new(), time);
        for (var i = 0;
            i < 7;
            i++) Assert.Equal(SendAnswer.Taken, await connector.PostAsync(Address("a"), Hello, default));

        var eighth = connector.PostAsync(Address("a"), Hello, default);
        Assert.False(eighth.IsCompleted);
        time.Advance(Duration.FromSeconds(1));

        Assert.Equal(SendAnswer.Taken, await eighth);
        Assert.Equal(8, inner.Posts);
    }

    [Fact]
    public async Task Post_ToAChatThatHadTooMuchForLong_IsLeftForLater_AndOthersAreNotHeldUp()
    {
        var connector = new LimitedConnector(inner, new(), time);
        for (var i = 0; i < 60; i++)
        {
            await connector.PostAsync(Address("a"), Hello, default);
            time.Advance(Duration.FromMilliseconds(300));
        }

        Assert.IsType<SendAnswer.HeldBack>(await connector.PostAsync(Address("a"), Hello, default));
        Assert.Equal(SendAnswer.Taken, await connector.PostAsync(Address("b"), Hello, default));
        time.Advance(Duration.FromSeconds(30));
        Assert.Equal(SendAnswer.Taken, await connector.PostAsync(Address("a"), Hello, default));
    }

    [Fact]
    public async Task Post_AfterTooManyRequests_LeavesTheChatAloneAsLongAsItAsked()
    {
        var connector = new LimitedConnector(inner, new(), time);
        inner.Answer = new SendAnswer.Answered(429, Duration.FromSeconds(40));
        await connector.PostAsync(Address("a"), Hello, default);
        inner.Answer = SendAnswer.Taken;

        time.Advance(Duration.FromSeconds(30));
        Assert.Equal(
            new SendAnswer.HeldBack(Duration.FromSeconds(10)),
            await connector.PostAsync(Address("a"), Hello, default));
        Assert.Equal(SendAnswer.Taken, await connector.PostAsync(Address("b"), Hello, default));
        time.Advance(Duration.FromSeconds(10));
        Assert.Equal(SendAnswer.Taken, await connector.PostAsync(Address("a"), Hello, default));
        Assert.Equal(3, inner.Posts);
    }

    [Fact]
    public async Task Post_AfterTooManyRequestsInSeveralChats_LeavesEverybodyAlone()
    {
        var connector = new LimitedConnector(inner, new(), time);
        inner.Answer = new SendAnswer.Answered(429, Duration.FromSeconds(40));
        foreach (var chat in new[] { "a", "b", "c" }) await connector.PostAsync(Address(chat), Hello, default);
        inner.Answer = SendAnswer.Taken;

        Assert.Equal(
            new SendAnswer.HeldBack(Duration.FromSeconds(40)),
            await connector.PostAsync(Address("d"), Hello, default));
        time.Advance(Duration.FromSeconds(40));
        Assert.Equal(SendAnswer.Taken, await connector.PostAsync(Address("d"), Hello, default));
    }

    [Fact]
    public async Task Post_WithCredentialsThatAreRefused_TriesOneEveryFewMinutesAndTellsOfIt()
    {
        var limiter = new SendLimiter();
        var connector = new LimitedConnector(inner, limiter, time);
        inner.Answer = new SendAnswer.Answered(401);
        var since = time.GetCurrentInstant();
        for (var minute = 0; minute < 60; minute++)
        {
            for (var i = 0; i < 20; i++) await connector.PostAsync(Address($"{i}"), Hello, default);
            time.Advance(Duration.FromMinutes(1));
        }

        Assert.InRange(inner.Posts, 6, 10);
        Assert.Equal((new SendAnswer.Answered(401), since), limiter.Barred);

        inner.Answer = SendAnswer.Taken;
        time.Advance(RetryRule.LongestBarredWait);
        Assert.Equal(SendAnswer.Taken, await connector.PostAsync(Address("a"), Hello, default));
        Assert.Null(limiter.Barred);
        Assert.Equal(SendAnswer.Taken, await connector.PostAsync(Address("b"), Hello, default));
    }

    [Fact]
    public async Task Update_CountsAgainstTheLimitsOfTheChat()
    {
        var connector = new LimitedConnector(inner, new(), time);
        for (var i = 0;
            i < 7;
            i++) Assert.Equal(SendAnswer.Taken, await connector.UpdateAsync(Address("a"), "1", Hello, default));

        var eighth = connector.PostAsync(Address("a"), Hello, default);
        Assert.False(eighth.IsCompleted);
        time.Advance(Duration.FromSeconds(1));

        Assert.Equal(SendAnswer.Taken, await eighth);
    }

    private static readonly OutgoingMessage Hello = OutgoingMessage.OfText("您好");

    private static ChatAddress Address(string conversation) =>
        new("msteams", "http://localhost:1", conversation, "user", "bot", null);

    private sealed class Counted : IConnector
    {
        public int Posts { get; private set; }

        public SendAnswer Answer { get; set; } = SendAnswer.Taken;

        public Task<SendAnswer> PostAsync(ChatAddress to, OutgoingMessage message, CancellationToken cancellationToken)
        {
            Posts++;
            return Task.FromResult(Answer);
        }

        public Task<SendAnswer> UpdateAsync(ChatAddress to, string activity, OutgoingMessage message, CancellationToken cancellationToken) =>
            PostAsync(to, message, cancellationToken);

        public Task<string?> SignInNameAsync(ChatAddress address, CancellationToken cancellationToken) =>
            Task.FromResult<string?>(null);
    }
}
