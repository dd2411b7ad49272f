using LiaisonBot.Core.Delivery;
using Microsoft.Bot.Schema;
using Microsoft.Identity.Client;
using Microsoft.Rest;

namespace LiaisonBot.Teams;

/// <summary>What became of one attempt to send. The SDK makes one attempt, does not wait, and says by exceptions what was wrong.</summary>
internal static class Sending
{
    /// <summary>After this the answer counts as not having come.</summary>
    private static readonly TimeSpan AnswerTime = TimeSpan.FromSeconds(20);

    public static async Task<SendOutcome> Try(Func<CancellationToken, Task> send, TimeProvider time, CancellationToken stop)
    {
        using var limit = new CancellationTokenSource(AnswerTime, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(stop, limit.Token);
        try
        {
            // Getting a token does not listen to the limit: it is not waited for any longer either.
            await send(either.Token).WaitAsync(either.Token);
            return SendOutcome.Sent;
        }
        catch (ErrorResponseException e) when (e.Response is { } response)
        {
            return Outcome((int)response.StatusCode);
        }
        catch (SerializationException)
        {
            // Taken, with an answer that the SDK could not read.
            return SendOutcome.Sent;
        }
        catch (HttpRequestException e)
        {
            return e.HttpRequestError is HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError ? SendOutcome.TryLater : SendOutcome.Unknown;
        }
        catch (MsalException)
        {
            // There was no token to send with.
            return SendOutcome.TryLater;
        }
        catch (OperationCanceledException) when (!stop.IsCancellationRequested)
        {
            return SendOutcome.Unknown;
        }
    }

    private static SendOutcome Outcome(int status) => status switch
    {
        412 or 429 or >= 500 => SendOutcome.TryLater,
        403 or 404 => SendOutcome.Unreachable,
        408 => SendOutcome.Unknown,
        _ => SendOutcome.Refused,
    };
}
