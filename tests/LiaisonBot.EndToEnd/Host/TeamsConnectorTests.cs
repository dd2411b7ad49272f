using System.Net;
using System.Net.Sockets;
using LiaisonBot.Conversation;
using LiaisonBot.Core.Messaging;
using LiaisonBot.Core.People;
using LiaisonBot.EndToEnd.Driving;
using LiaisonBot.Local;
using LiaisonBot.Teams;
using Microsoft.Extensions.Logging.Abstractions;
using NodaTime;

namespace LiaisonBot.EndToEnd.Host;

/// <summary>Pushes and member look-ups through the SDK, as every host makes them, against the fake connector.</summary>
public sealed class TeamsConnectorTests : IAsyncLifetime
{
    private FakeConnector chat = null!;
#pragma warning disable RS0030 // Real time: the limits here are of the network, not of the product.
    private readonly TeamsConnector connector = new(
        TeamsAdapter.Create(TeamsIdentity.None, LoopbackNetwork.Handler(), NullLogger.Instance),
        null,
        TimeProvider.System);
#pragma warning restore RS0030

    public async ValueTask InitializeAsync() => chat = await FakeConnector.Start();

    private ChatAddress Address(string? serviceUrl = null) =>
        new("msteams", serviceUrl ?? chat.ServiceUrl, "a:conv/1", "29:user?1", "28:bot", "tenant");

    [Fact]
    public async Task Post_ToAKnownChat_IsAPushWithoutReplyTo()
    {
        var answer = await connector.PostAsync(Address(), OutgoingMessage.OfText("新的交办事项"), CancellationToken.None);
        var posted = await chat.Next("a:conv/1");
        Assert.Equal(new SendAnswer.Answered(201, Activity: posted.Id), answer);
        Assert.Equal("/_connector/v3/conversations/a%3Aconv%2F1/activities", posted.Target);
        Assert.Null(posted.ReplyTo);
        Assert.False(posted.Activity.ContainsKey("replyToId"));
        Assert.Equal("message", (string?)posted.Activity["type"]);
        Assert.Equal("msteams", (string?)posted.Activity["channelId"]);
        Assert.Equal(chat.ServiceUrl, (string?)posted.Activity["serviceUrl"]);
        Assert.Equal("a:conv/1", (string?)posted.Activity["conversation"]!["id"]);
        Assert.Equal("tenant", (string?)posted.Activity["conversation"]!["tenantId"]);
        Assert.Equal("28:bot", (string?)posted.Activity["from"]!["id"]);
        Assert.Equal("29:user?1", (string?)posted.Activity["recipient"]!["id"]);
        Assert.Equal("新的交办事项", (string?)posted.Activity["text"]);
        Assert.Equal("新的交办事项", (string?)posted.Activity["summary"]);
        Assert.Equal("plain", (string?)posted.Activity["textFormat"]);
    }

    [Fact]
    public async Task Post_SummaryCutInsideACharacter_LosesThatCharacterOnly()
    {
        var text = new string('x', 199) + "😀";
        Assert.IsType<SendAnswer.Answered>(await connector.PostAsync(
            Address(),
            OutgoingMessage.OfText(text),
            CancellationToken.None));
        var posted = await chat.Next("a:conv/1");
        Assert.Equal(text, (string?)posted.Activity["text"]);
        Assert.Equal(text[..199] + "…", (string?)posted.Activity["summary"]);
    }

    [Fact]
    public async Task Update_TakesThePlaceOfTheMessage()
    {
        var first = (SendAnswer.Answered)await connector.PostAsync(
            Address(),
            OutgoingMessage.OfText("第一次"),
            CancellationToken.None);
        await chat.Next("a:conv/1");
        Assert.Equal(
            first,
            await connector.UpdateAsync(
                Address(),
                first.Activity!,
                OutgoingMessage.OfText("第二次"),
                CancellationToken.None));
        var updated = await chat.Next("a:conv/1");
        Assert.True(updated.IsUpdate);
        Assert.Equal(
            $"PUT /_connector/v3/conversations/a%3Aconv%2F1/activities/{first.Activity}",
            chat.Requests.Last());
        Assert.Equal(first.Activity, (string?)updated.Activity["id"]);
        Assert.Equal("第二次", (string?)updated.Activity["text"]);
        Assert.Equal("28:bot", (string?)updated.Activity["from"]!["id"]);
    }

    [Fact]
    public async Task Update_OfAMessageThatIsGone_SaysSo() =>
        Assert.Equal(
            new SendAnswer.Answered(404),
            await connector.UpdateAsync(Address(), "gone", OutgoingMessage.OfText("x"), CancellationToken.None));

    [Theory]
    [InlineData(307)]
    [InlineData(403)]
    [InlineData(404)]
    [InlineData(503)]
    public async Task Post_HandsOnWhatTheChatAnswers(int status)
    {
        chat.Script("a:conv/1", status);
        Assert.Equal(
            new SendAnswer.Answered(status),
            await connector.PostAsync(Address(), OutgoingMessage.OfText("x"), CancellationToken.None));
        Assert.Single(chat.Requests);
    }

    [Fact]
    public async Task Post_RefusedWithACodeAndATime_HandsOnBoth()
    {
        chat.ScriptError("a:conv/1", 429, "TooManyRequests", "7");
        chat.ScriptError("a:conv/1", 403, "ConversationBlockedByUser");
        Assert.Equal(
            new SendAnswer.Answered(429, Duration.FromSeconds(7), "TooManyRequests"),
            await connector.PostAsync(Address(), OutgoingMessage.OfText("x"), CancellationToken.None));
        Assert.Equal(
            new SendAnswer.Answered(403, Code: "ConversationBlockedByUser"),
            await connector.PostAsync(Address(), OutgoingMessage.OfText("x"), CancellationToken.None));
    }

    [Fact]
    public async Task Post_BrokenOff_IsLost()
    {
        chat.Script("a:conv/1", FakeConnector.BreakOff);
        Assert.Equal(
            new SendAnswer.Lost(),
            await connector.PostAsync(Address(), OutgoingMessage.OfText("x"), CancellationToken.None));
    }

    [Fact]
    public async Task Post_NobodyThere_IsToBeTriedLater()
    {
        int port;
        using (var free = new TcpListener(IPAddress.Loopback, 0))
        {
            free.Start();
            port = ((IPEndPoint)free.LocalEndpoint).Port;
        }
        Assert.Equal(
            new SendAnswer.NotConnected(),
            await connector.PostAsync(
                Address($"http://127.0.0.1:{port}"),
                OutgoingMessage.OfText("x"),
                CancellationToken.None));
    }

    [Theory]
    [InlineData("http://example.com")]
    [InlineData("http://10.1.2.3/_connector")]
    [InlineData("not an address")]
    public async Task Post_ElsewhereThanThisMachine_IsNotTried(string serviceUrl) =>
        Assert.Equal(
            new SendAnswer.NotConnected(),
            await connector.PostAsync(Address(serviceUrl), OutgoingMessage.OfText("x"), CancellationToken.None));

    [Fact]
    public async Task SignInName_OfAMember_IsAsked()
    {
        chat.Knows("29:user?1", "zhangsan@example.com");
        Assert.Equal("zhangsan@example.com", await connector.SignInNameAsync(Address(), CancellationToken.None));
        Assert.Equal(
            "GET /_connector/v3/conversations/a%3Aconv%2F1/members/29%3Auser%3F1",
            Assert.Single(chat.Requests));
    }

    [Fact]
    public async Task SignInName_OfSomeoneTheChatDoesNotKnow_IsNull()
    {
        Assert.Null(await connector.SignInNameAsync(Address(), CancellationToken.None));
        Assert.Null(await connector.SignInNameAsync(Address("http://example.com"), CancellationToken.None));
    }

    public async ValueTask DisposeAsync()
    {
        await chat.DisposeAsync();
    }
}
