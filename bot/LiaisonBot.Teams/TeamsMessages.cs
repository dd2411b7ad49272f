using LiaisonBot.Conversation;
using LiaisonBot.Conversation.Wire;
using Microsoft.AspNetCore.Http;
using Microsoft.Bot.Builder.Integration.AspNet.Core;
using Microsoft.Extensions.Logging;

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
            // Before the turn it is the SDK that could not read what came in, or could not fetch the keys that tokens are checked with.
            log.LogError("The adapter failed: {Kind} {Where}", e.GetType().Name, e.StackTrace);
            http.Response.StatusCode = bot.Reached ? StatusCodes.Status500InternalServerError : StatusCodes.Status400BadRequest;
        }
    }
}
