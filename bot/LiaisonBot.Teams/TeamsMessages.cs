using LiaisonBot.Conversation;
using LiaisonBot.Conversation.Wire;
using LiaisonBot.Core.Delivery;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.Tokens;

namespace LiaisonBot.Teams;

/// <summary><c>POST /api/messages</c> through the adapter, which checks the token. Nothing that a client sends gives a <c>500</c>.</summary>
/// <param name="answer">Takes a turn; does not throw.</param>
/// <param name="posted">Told of each answer that was posted, and of what became of it.</param>
public sealed class TeamsMessages(TeamsAdapter adapter, Func<Incoming, Task<TurnAnswer>> answer, Action<ChatAddress, SendAnswer, OutgoingMessage> posted, TimeProvider time, ILogger log)
{
    /// <summary>Whether the token is good, before anything of the body is understood. If not, the response says so.</summary>
    public static async Task<bool> Admit(HttpContext http, TeamsAdapter adapter, ILogger log)
    {
        try
        {
            await adapter.CheckToken(http.Request.Headers.Authorization, http.RequestAborted);
            return true;
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            http.Response.StatusCode = e is UnauthorizedAccessException ? StatusCodes.Status401Unauthorized : Refusal(e);
            Log(http, log);
            return false;
        }
    }

    /// <param name="body">The bytes that <paramref name="reading"/> was read from.</param>
    public async Task Handle(HttpContext http, Reading reading, ReadOnlyMemory<byte> body)
    {
        var bot = new TeamsBot(reading, answer, posted, time, log);
        http.Request.Body = new MemoryStream(body.ToArray(), writable: false);
        try
        {
            await adapter.ProcessAsync(http.Request, http.Response, bot, CancellationToken.None);
        }
        catch (Exception e) when (!http.Response.HasStarted)
        {
            http.Response.StatusCode = bot.Reached ? StatusCodes.Status500InternalServerError : Refusal(e);
            if (http.Response.StatusCode >= StatusCodes.Status500InternalServerError) log.LogError("The adapter failed: {Kind} {Where}", e.GetType().Name, e.StackTrace);
        }
        if (!bot.Reached) Log(http, log);
    }

    // Anybody can send here, as often as they like: the host counts it, and a line, without what was sent, is for whoever looks closely.
    private static void Log(HttpContext http, ILogger log)
    {
        if (http.Response.StatusCode is >= 400 and < 500) log.LogDebug("Refused a request: {Status}", http.Response.StatusCode);
    }

    private static int Refusal(Exception e) => e switch
    {
        // A token that is none, or that somebody else has signed.
        SecurityTokenException or ArgumentException => StatusCodes.Status401Unauthorized,
        // The keys that tokens are checked with could not be fetched.
        InvalidOperationException { InnerException: not null } => StatusCodes.Status503ServiceUnavailable,
        // The SDK could not read what came in.
        _ => StatusCodes.Status400BadRequest,
    };
}
