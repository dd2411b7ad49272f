using LiaisonBot.Conversation;
using LiaisonBot.Conversation.Wire;
using Microsoft.AspNetCore.Http;
using Microsoft.Bot.Builder.Integration.AspNet.Core;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.Tokens;

namespace LiaisonBot.Teams;

/// <summary><c>POST /api/messages</c> through the adapter, which checks the token. Nothing that a client sends gives a <c>500</c>.</summary>
/// <param name="answer">Takes a turn; does not throw.</param>
public sealed class TeamsMessages(CloudAdapter adapter, Func<Incoming, Task<TurnAnswer>> answer, TimeProvider time, ILogger log)
{
    /// <param name="body">The bytes that <paramref name="reading"/> was read from.</param>
    public async Task Handle(HttpContext http, Reading reading, ReadOnlyMemory<byte> body)
    {
        var bot = new TeamsBot(reading, answer, time, log);
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
        // Anybody can send here: one line, without what was sent.
        if (!bot.Reached && http.Response.StatusCode is >= 400 and < 500) log.LogWarning("Refused a request: {Status}", http.Response.StatusCode);
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
