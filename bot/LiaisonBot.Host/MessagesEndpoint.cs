using LiaisonBot.Conversation;
using LiaisonBot.Conversation.Wire;
using LiaisonBot.Teams;

namespace LiaisonBot.Host;

/// <summary>
/// <c>POST /api/messages</c> of every host: one activity in, its answers out before the <c>200</c>. The token is
/// checked before anything of the body is understood, and the body is understood once. Nothing that comes in gives a
/// <c>500</c>.
/// </summary>
public sealed class MessagesEndpoint(TeamsMessages messages, ILogger log)
{
    /// <summary>The last address that was found to be served: most activities come from the same service.</summary>
    private volatile string? lastServed;

    /// <summary>
    /// Whether a chat at this address is spoken to. A host that knows no tokens speaks to its own machine alone.
    /// </summary>
    public Func<Uri, bool> Serves { get; init; } = _ => true;

    /// <summary>What the turn gets of what was read.</summary>
    public Func<Reading.Understood, ChatEvent> Taken { get; init; } = reading => reading.Incoming;

    /// <param name="with">Calls what it is given with the bot; or answers by itself, while there is none.</param>
    public async Task HandleAsync(HttpContext http, Func<Func<BotApp, Task>, Task> with)
    {
        var (body, refused) = await IncomingActivity.BytesAsync(http.Request, http.RequestAborted);
        if (refused is null && !await messages.AdmitAsync(http))
        {
            return;
        }
        switch (refused ?? ActivityReader.Read(body))
        {
            case Reading.Bad bad:
                await RefuseAsync(http, bad.Why);
                break;
            case Reading.BadInvoke bad:
                log.LogWarning("Refused an invoke: {Why}", bad.Why);
                await http.AnswerAsync(StatusCodes.Status400BadRequest, ActivityWriter.InvokeError(bad.Code, bad.Why));
                break;
            case Reading.Understood reading when !IsServed(reading.Envelope.Address.ServiceUrl):
                await RefuseAsync(http, "serviceUrl is none that this host speaks to");
                break;
            case Reading.Understood reading:
                await with(app =>
                    messages.HandleAsync(
                        http,
                        reading with { Incoming = Taken(reading) },
                        chatEvent => app.AnswerAsync(chatEvent, http.RequestAborted),
                        app.Posted));
                break;
        }
    }

    private bool IsServed(string serviceUrl)
    {
        if (serviceUrl == lastServed)
        {
            return true;
        }

        var isServed = Uri.TryCreate(serviceUrl, UriKind.Absolute, out var url) && Serves(url);
        if (isServed)
        {
            lastServed = serviceUrl;
        }

        return isServed;
    }

    private async Task RefuseAsync(HttpContext http, string why)
    {
        // Anybody can send here, as often as they like: a line for whoever looks closely.
        log.LogDebug("Refused a request: {Why}", why);
        await http.RefuseAsync(StatusCodes.Status400BadRequest, why);
    }
}
