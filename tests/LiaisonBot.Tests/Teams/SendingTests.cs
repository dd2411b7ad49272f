using System.Net;
using LiaisonBot.Core.Messaging;
using LiaisonBot.Teams;
using Microsoft.Bot.Schema;
using Microsoft.Identity.Client;
using Microsoft.Rest;
using NodaTime;

namespace LiaisonBot.Tests.Teams;

/// <summary>Each way in which a request of the SDK can end, and what it means for the message.</summary>
[Trait("Kind", "Pure")]
public sealed class SendingTests
{
    private static readonly Instant Now = Instant.FromUtc(2026, 11, 30, 1, 0);

    private readonly VirtualTime time = new(Now);

    private Task<SendAnswer> Sent(Func<CancellationToken, Task<ResourceResponse?>> send, CancellationToken cancellationToken = default) =>
        Sending.TryAsync(send, time, cancellationToken);

    private Task<SendAnswer> Failed(Exception e) => Sent(_ => Task.FromException<ResourceResponse?>(e));

    // A request that has passed the gate has left this machine, perhaps.
    private Task<SendAnswer> FailedOnTheWay(Exception e) => Sent(async cancellationToken =>
    {
        using var client = new HttpMessageInvoker(new Sending.SendGate(new Failing(e)));
        using var request = new HttpRequestMessage(HttpMethod.Post, "http://127.0.0.1/");
        await client.SendAsync(request, cancellationToken);
        return null;
    });

    private static ErrorResponseException Refusal(int status, string? code = null, string? retryAfter = null)
    {
        using var response = new HttpResponseMessage((HttpStatusCode)status);
        if (retryAfter is not null)
        {
            response.Headers.TryAddWithoutValidation("Retry-After", retryAfter);
        }
        return new("refused")
        {
            Response = new HttpResponseMessageWrapper(response, ""),
            Body = code is null ? null : new ErrorResponse(new Error { Code = code }),
        };
    }

    [Fact]
    public async Task Taken_WithItsId()
    {
        Assert.Equal(
            new SendAnswer.Answered(201, Activity: "1"),
            await Sent(_ => Task.FromResult<ResourceResponse?>(new("1"))));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    public async Task Taken_WithoutAnId(string? id)
    {
        Assert.Equal(
            new SendAnswer.Answered(201),
            await Sent(_ => Task.FromResult(id is null ? null : new ResourceResponse(id))));
    }

    [Theory]
    [InlineData(400)]
    [InlineData(401)]
    [InlineData(403)]
    [InlineData(404)]
    [InlineData(412)]
    [InlineData(413)]
    [InlineData(429)]
    [InlineData(500)]
    [InlineData(502)]
    [InlineData(503)]
    [InlineData(504)]
    public async Task Refused_IsHandedOnWithItsStatus(int status)
    {
        Assert.Equal(new SendAnswer.Answered(status, Code: "Why"), await Failed(Refusal(status, "Why")));
    }

    [Theory]
    [InlineData("7", 7)]
    [InlineData("0", 0)]
    [InlineData("Mon, 30 Nov 2026 01:01:30 GMT", 90)]
    [InlineData("Mon, 30 Nov 2026 00:00:00 GMT", 0)]
    public async Task RetryAfter_InSecondsOrAsADate(string header, int seconds)
    {
        Assert.Equal(
            new SendAnswer.Answered(429, Duration.FromSeconds(seconds)),
            await Failed(Refusal(429, retryAfter: header)));
    }

    [Theory]
    [InlineData("soon")]
    [InlineData("-5")]
    [InlineData("")]
    public async Task RetryAfter_ThatIsNeither_SaysNothing(string header)
    {
        Assert.Equal(new SendAnswer.Answered(503), await Failed(Refusal(503, retryAfter: header)));
    }

    [Fact]
    public async Task Code_LongerThanAnId_IsLeftOut()
    {
        Assert.Equal(new SendAnswer.Answered(400), await Failed(Refusal(400, new string('x', 5000))));
    }

    [Fact]
    public async Task Answer_ThatTheSdkCannotRead_CountsAsTaken()
    {
        Assert.Equal(SendAnswer.Taken, await Failed(new SerializationException("no JSON")));
    }

    [Theory]
    [InlineData(HttpRequestError.ConnectionError)]
    [InlineData(HttpRequestError.NameResolutionError)]
    [InlineData(HttpRequestError.SecureConnectionError)]
    public async Task Connection_ThatNeverWas_SentNothing(HttpRequestError error)
    {
        Assert.Equal(new SendAnswer.NotConnected(), await FailedOnTheWay(new HttpRequestException(error)));
    }

    [Theory]
    [InlineData(HttpRequestError.ResponseEnded)]
    [InlineData(HttpRequestError.InvalidResponse)]
    [InlineData(HttpRequestError.ConfigurationLimitExceeded)]
    [InlineData(HttpRequestError.Unknown)]
    public async Task Connection_ThatBroke_IsLost_OnceTheRequestHadLeft(HttpRequestError error)
    {
        Assert.Equal(new SendAnswer.Lost(), await FailedOnTheWay(new HttpRequestException(error)));
        Assert.Equal(new SendAnswer.NotConnected(), await Failed(new HttpRequestException(error)));
    }

    [Fact]
    public async Task Token_ThatCannotBeHad_SentNothing()
    {
        Assert.Equal(new SendAnswer.NotConnected(), await Failed(new MsalServiceException("503", "away")));
        Assert.Equal(
            new SendAnswer.NotConnected(),
            await Failed(new AggregateException(new MsalServiceException("503", "away"))));
    }

    [Fact]
    public async Task Answer_ThatDoesNotCome_IsLostAfterTwentySeconds()
    {
        var never = new TaskCompletionSource<HttpResponseMessage>();
        var sending = Sent(async cancellationToken =>
        {
            using var client = new HttpMessageInvoker(new Sending.SendGate(new Silent(never.Task)));
            using var request = new HttpRequestMessage(HttpMethod.Post, "http://127.0.0.1/");
            await client.SendAsync(request, cancellationToken);
            return null;
        });
        time.Advance(Duration.FromSeconds(19));
        Assert.False(sending.IsCompleted);
        time.Advance(Duration.FromSeconds(1));
        Assert.Equal(new SendAnswer.Lost(), await sending);
    }

    [Fact]
    public async Task Stop_IsNoAnswer()
    {
        using var stop = new CancellationTokenSource();
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            Sent(_ => new TaskCompletionSource<ResourceResponse?>().Task, stop.Token));
    }

    [Fact]
    public async Task Defect_IsNotTakenForAnAnswer()
    {
        await Assert.ThrowsAsync<InvalidOperationException>(() => Failed(new InvalidOperationException("a defect")));
    }

    private sealed class Failing(Exception e) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            Task.FromException<HttpResponseMessage>(e);
    }

    private sealed class Silent(Task<HttpResponseMessage> answer) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            answer;
    }
}
