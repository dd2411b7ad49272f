using System.Net.Http.Headers;
using LiaisonBot.Conversation.Wire;
using LiaisonBot.Core.Messaging;
using Microsoft.Bot.Schema;
using Microsoft.Identity.Client;
using Microsoft.Rest;
using NodaTime;

namespace LiaisonBot.Teams;

/// <summary>
/// What became of one attempt to send. The SDK makes one attempt, does not wait, and says by exceptions what was wrong.
/// </summary>
internal static class Sending
{
    /// <summary>After this the answer counts as not having come.</summary>
    private static readonly TimeSpan AnswerTime = TimeSpan.FromSeconds(20);

    private static readonly AsyncLocal<SendAttempt?> Current = new();

    public static async Task<SendAnswer> TryAsync(
        Func<CancellationToken, Task<ResourceResponse?>> send,
        TimeProvider time,
        CancellationToken cancellationToken)
    {
        var attempt = Current.Value = new();
        using var limit = new CancellationTokenSource(AnswerTime, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, limit.Token);
        try
        {
            // Getting a token does not listen to the limit: it is not waited for any longer either.
            var taken = await send(either.Token).WaitAsync(either.Token);
            return new SendAnswer.Answered(
                201,
                Activity: taken?.Id is { Length: > 0 and <= WireLimits.Id } id ? id : null);
        }
        catch (ErrorResponseException e) when (e.Response is { } response)
        {
            return Answer(e, response, time);
        }
        catch (SerializationException)
        {
            // Taken, with an answer that the SDK could not read.
            return SendAnswer.Taken;
        }
        catch (HttpRequestException e)
        {
            return e.HttpRequestError is HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError or HttpRequestError.SecureConnectionError
                ? new SendAnswer.NotConnected()
                : attempt.Unanswered;
        }
        catch (Exception e) when (e is MsalException or AggregateException)
        {
            // There was no token to send with: after its own repeats the SDK throws all that it met.
            return attempt.Unanswered;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return attempt.Unanswered;
        }
    }

    private static SendAnswer Answer(ErrorResponseException e, HttpResponseMessageWrapper response, TimeProvider time) => new SendAnswer.Answered(
        (int)response.StatusCode,
        response.Headers.TryGetValue("Retry-After", out var values) ? RetryAfter(values.FirstOrDefault(), time) : null,
        e.Body?.Error?.Code is { Length: > 0 and <= WireLimits.Id } code ? code : null);

    // Seconds, or a date; what is neither says nothing.
    private static Duration? RetryAfter(string? text, TimeProvider time) =>
        !RetryConditionHeaderValue.TryParse(text, out var after) ? null
        : after.Delta is { } wait ? Duration.FromTimeSpan(wait)
        : Duration.Max(Duration.FromTimeSpan(after.Date!.Value - time.GetUtcNow()), Duration.Zero);

    private sealed class SendAttempt
    {
        public volatile bool Left;

        /// <summary>
        /// A message that waited for a token in vain was never sent, and is not sent as a possible repeat.
        /// </summary>
        public SendAnswer Unanswered => Left ? new SendAnswer.Lost() : new SendAnswer.NotConnected();
    }

    /// <summary>Stands where the SDK's requests leave for the chat: what never came by here was never sent.</summary>
    public sealed class SendGate(HttpMessageHandler network) : DelegatingHandler(network)
    {
        protected override Task<HttpResponseMessage> SendAsync(
            HttpRequestMessage request,
            CancellationToken cancellationToken)
        {
            if (Current.Value is { } attempt)
            {
                attempt.Left = true;
            }

            return base.SendAsync(request, cancellationToken);
        }
    }
}
