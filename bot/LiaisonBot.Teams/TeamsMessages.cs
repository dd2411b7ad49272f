using LiaisonBot.Conversation;
using LiaisonBot.Conversation.Wire;
using LiaisonBot.Core.Messaging;
using LiaisonBot.Core.People;
using Microsoft.AspNetCore.Http;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.Tokens;

namespace LiaisonBot.Teams;

/// <summary>
/// <c>POST /api/messages</c> through the adapter, which checks the token. Nothing that a client sends gives a
/// <c>500</c>.
/// </summary>
public sealed class TeamsMessages(TeamsAdapter adapter, TimeProvider time, ILogger log)
{
    /// <summary>
    /// Whether the token is good, before anything of the body is understood. If not, the response says so.
    /// </summary>
    public async Task<bool> AdmitAsync(HttpContext http)
    {
        try
        {
            await adapter.CheckTokenAsync(http.Request.Headers.Authorization, http.RequestAborted);
            return true;
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            http.Response.StatusCode = Refusal(e);
            Log(http);
            return false;
        }
    }

    /// <param name="answer">Takes a turn; does not throw.</param>
    /// <param name="posted">Told of each answer that was posted, and of what became of it.</param>
    public async Task HandleAsync(
        HttpContext http,
        Reading.Understood reading,
        Func<ChatEvent, Task<TurnAnswer>> answer,
        Action<ChatAddress, SendAnswer, OutgoingMessage> posted)
    {
        if (!adapter.Serves(reading.Envelope.Address))
        {
            http.Response.StatusCode = StatusCodes.Status403Forbidden;
            Log(http);
            return;
        }
        var bot = new TeamsBot(reading, answer, posted, time, log);
        try
        {
            var response = await adapter.ProcessAsync(http.Request.Headers.Authorization, SdkActivity.Of(reading), bot);
            if (response is not null)
            {
                await WriteAsync(http.Response, response);
            }
        }
        catch (Exception e) when (!http.Response.HasStarted)
        {
            http.Response.StatusCode = bot.Reached ? StatusCodes.Status500InternalServerError : Refusal(e);
            if (http.Response.StatusCode >= StatusCodes.Status500InternalServerError)
            {
                log.LogError("The adapter failed: {Kind} {Where}", e.GetType().Name, e.StackTrace);
            }
        }
        if (!bot.Reached)
        {
            Log(http);
        }
    }

    private static async Task WriteAsync(HttpResponse http, InvokeResponse response)
    {
        var json = response.Body is ExpectedReplies replies
            ? new() { ["activities"] = replies.Activities.Cast<WrittenMessage>().Select(reply => reply.Json).ToList() }
            : (Json)response.Body;
        var body = json.ToBytes();
        http.StatusCode = response.Status;
        http.ContentType = "application/json; charset=utf-8";
        http.ContentLength = body.Length;
        await http.Body.WriteAsync(body, http.HttpContext.RequestAborted);
    }

    // Anybody can send here, as often as they like: the host counts it, and a line, without what was sent, is for
    // whoever looks closely.
    private void Log(HttpContext http)
    {
        if (http.Response.StatusCode is >= 400 and < 500)
        {
            log.LogDebug("Refused a request: {Status}", http.Response.StatusCode);
        }
    }

    private static int Refusal(Exception e) => e switch
    {
        // There is no token, or it vouches for something else.
        UnauthorizedAccessException => StatusCodes.Status401Unauthorized,
        // A token that is none, or that somebody else has signed.
        SecurityTokenException or ArgumentException => StatusCodes.Status401Unauthorized,
        // The keys that tokens are checked with could not be fetched.
        InvalidOperationException { InnerException: not null } => StatusCodes.Status503ServiceUnavailable,
        // The SDK could not read what came in.
        _ => StatusCodes.Status400BadRequest,
    };
}
