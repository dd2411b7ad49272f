using LiaisonBot.Conversation;
using LiaisonBot.Conversation.Wire;
using LiaisonBot.Core.Delivery;
using LiaisonBot.Hosting;

namespace LiaisonBot.Local;

/// <summary><c>POST /api/messages</c>: one activity in, its answers out before the <c>200</c>. Nothing that comes in gives a <c>500</c>.</summary>
internal sealed class MessagesEndpoint(BotApp app, ConnectorClient connector, Playgrounds playgrounds, ILogger log)
{
    public async Task Handle(HttpContext http)
    {
        switch (await IncomingActivity.Read(http.Request, http.RequestAborted))
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
                var incoming = playgrounds.Sent(new(understood.Envelope.Address.ServiceUrl)) ? understood.Incoming with { Locale = null } : understood.Incoming;
                await Deliver(http, understood, await app.Answer(incoming, http.RequestAborted));
                break;
        }
    }

    private async Task Deliver(HttpContext http, Reading.Understood activity, TurnAnswer answer)
    {
        if (activity.Incoming.IsInvoke)
            await http.Answer(StatusCodes.Status200OK, ActivityWriter.InvokeAnswer(activity.Incoming, answer));
        else if (activity.Envelope.ExpectsReplies)
            await http.Answer(StatusCodes.Status200OK, ActivityWriter.ExpectedReplies(activity.Envelope, answer.Messages));
        else
            foreach (var message in answer.Messages)
            {
                var taken = await connector.Reply(activity.Envelope, message, CancellationToken.None);
                app.Posted(activity.Envelope.Address, taken, message);
                if (taken is not SendAnswer.Answered { Status: >= 200 and < 300 }) log.LogWarning("A reply was not taken: {Answer}", taken);
            }
    }

    private async Task Refuse(HttpContext http, int status, string why)
    {
        log.LogWarning("Refused a request: {Why}", why);
        await http.Refuse(status, why);
    }
}
