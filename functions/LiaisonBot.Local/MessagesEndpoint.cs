using LiaisonBot.Conversation;
using LiaisonBot.Conversation.Wire;
using LiaisonBot.Core.Delivery;
using LiaisonBot.Core.Storage;

namespace LiaisonBot.Local;

/// <summary><c>POST /api/messages</c>: one activity in, its answers out before the <c>200</c>. Nothing that comes in gives a <c>500</c>.</summary>
internal sealed class MessagesEndpoint(LocalApp app, ConnectorClient connector, TimeProvider time, ILogger log)
{
    /// <summary>A turn that takes longer is given up. A client that goes away does not stop its turn: what it asked for is done.</summary>
    private static readonly TimeSpan TurnTime = TimeSpan.FromSeconds(60);

    public async Task Handle(HttpContext http)
    {
        if (!ActivityReader.IsJson(http.Request.ContentType))
        {
            await Refuse(http, StatusCodes.Status400BadRequest, "the media type is not application/json");
            return;
        }
        if (await ReadBody(http) is not { } body)
        {
            await Refuse(http, StatusCodes.Status400BadRequest, "the body is too long");
            return;
        }
        switch (ActivityReader.Read(body))
        {
            case Reading.Bad bad:
                await Refuse(http, StatusCodes.Status400BadRequest, bad.Why);
                break;
            case Reading.BadInvoke bad:
                log.LogWarning("Refused an invoke: {Why}", bad.Why);
                await http.Answer(StatusCodes.Status400BadRequest, ActivityWriter.InvokeError(bad.Code, bad.Why));
                break;
            case Reading.Understood understood when !Uri.TryCreate(understood.Envelope.Address.ServiceUrl, UriKind.Absolute, out var url) || !Loopback.Is(url):
                await Refuse(http, StatusCodes.Status400BadRequest, "serviceUrl is not on this machine");
                break;
            case Reading.Understood understood:
                await Answer(http, understood);
                break;
        }
    }

    private async Task Answer(HttpContext http, Reading.Understood activity)
    {
        using var limit = new CancellationTokenSource(TurnTime, time);
        try
        {
            await Deliver(http, activity, await app.Turn(activity.Incoming, limit.Token));
        }
        catch (Exception e)
        {
            // The stack says where; the message is left out, it may quote what a person wrote.
            if (e is StoreUnavailableException) log.LogError("The store is away: {What}", e.Message);
            else log.LogError("A turn failed: {Kind} {Where}", e.GetType().Name, e.StackTrace);
            await Deliver(http, activity, TurnAnswer.Of(LocalApp.Sorry(e)));
        }
    }

    private async Task Deliver(HttpContext http, Reading.Understood activity, TurnAnswer answer)
    {
        if (activity.Incoming is Incoming.CardAction)
            await http.Answer(StatusCodes.Status200OK, ActivityWriter.InvokeAnswer(answer.Messages.Count == 0 ? null : answer.Messages[0]));
        else if (activity.Envelope.ExpectsReplies)
            await http.Answer(StatusCodes.Status200OK, ActivityWriter.ExpectedReplies(activity.Envelope, answer.Messages));
        else
            foreach (var message in answer.Messages)
                if (await connector.Reply(activity.Envelope, message, CancellationToken.None) is var taken and not SendAnswer.Answered { Status: >= 200 and < 300 })
                    log.LogWarning("A reply was not taken: {Answer}", taken);
    }

    private async Task Refuse(HttpContext http, int status, string why)
    {
        log.LogWarning("Refused a request: {Why}", why);
        await http.Refuse(status, why);
    }

    /// <summary>Null when it is longer than an activity may be.</summary>
    private static async Task<ReadOnlyMemory<byte>?> ReadBody(HttpContext http)
    {
        if (http.Request.ContentLength > WireLimits.BodyBytes) return null;
        using var body = new MemoryStream();
        var buffer = new byte[16 * 1024];
        int read;
        while ((read = await http.Request.Body.ReadAsync(buffer, http.RequestAborted)) > 0)
        {
            if (body.Length + read > WireLimits.BodyBytes) return null;
            body.Write(buffer, 0, read);
        }
        return body.GetBuffer().AsMemory(0, (int)body.Length);
    }
}
