using LiaisonBot.Conversation;
using LiaisonBot.Core.Delivery;
using LiaisonBot.Simulation;
using NodaTime;
using Xunit;

namespace LiaisonBot.Tests.Conversation;

public class LimitedConnectorTests
{
    private readonly VirtualTime time = new(Instant.FromUtc(2026, 11, 24, 1, 0));
    private readonly Counted inner = new();

    [Fact]
    public async Task Post_TheEighthInASecond_WaitsForTheSecondToPass()
    {
        var connector = new LimitedConnector(inner, new(), time);
        for (var i = 0; i < 7; i++) Assert.Equal(SendOutcome.Sent, await connector.Post(Address("a"), Hello, default));

        var eighth = connector.Post(Address("a"), Hello, default);
        Assert.False(eighth.IsCompleted);
        time.Advance(Duration.FromSeconds(1));

        Assert.Equal(SendOutcome.Sent, await eighth);
        Assert.Equal(8, inner.Posts);
    }

    [Fact]
    public async Task Post_ToAChatThatHadTooMuchForLong_IsLeftForLater_AndOthersAreNotHeldUp()
    {
        var connector = new LimitedConnector(inner, new(), time);
        for (var i = 0; i < 60; i++)
        {
            await connector.Post(Address("a"), Hello, default);
            time.Advance(Duration.FromMilliseconds(300));
        }

        Assert.Equal(SendOutcome.TryLater, await connector.Post(Address("a"), Hello, default));
        Assert.Equal(SendOutcome.Sent, await connector.Post(Address("b"), Hello, default));
        time.Advance(Duration.FromSeconds(30));
        Assert.Equal(SendOutcome.Sent, await connector.Post(Address("a"), Hello, default));
    }

    private static readonly OutgoingMessage Hello = OutgoingMessage.OfText("您好");

    private static ChatAddress Address(string conversation) => new("msteams", "http://localhost:1", conversation, "user", "bot", null);

    private sealed class Counted : IConnector
    {
        public int Posts { get; private set; }

        public Task<SendOutcome> Post(ChatAddress to, OutgoingMessage message, CancellationToken stop)
        {
            Posts++;
            return Task.FromResult(SendOutcome.Sent);
        }

        public Task<string?> SignInName(ChatAddress address, CancellationToken stop) => Task.FromResult<string?>(null);
    }
}
