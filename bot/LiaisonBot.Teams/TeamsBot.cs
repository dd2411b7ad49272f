using System.Net;
using LiaisonBot.Conversation;
using LiaisonBot.Conversation.Wire;
using LiaisonBot.Core.Messaging;
using LiaisonBot.Core.People;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Teams;
using Microsoft.Bot.Schema;
using Microsoft.Extensions.Logging;

namespace LiaisonBot.Teams;

/// <summary>
/// One turn that the adapter has authenticated. What the activity says was read from its bytes as every host reads it;
/// the SDK's handlers only lead here, so that there is one mapping of activities and none of them asks Teams for
/// anything by itself.
/// </summary>
/// <param name="answer">Takes the turn; does not throw.</param>
/// <param name="posted">Told of each answer that was posted, and of what became of it.</param>
public sealed class TeamsBot(
    Reading.Understood reading,
    Func<ChatEvent, Task<TurnAnswer>> answer,
    Action<ChatAddress, SendAnswer, OutgoingMessage> posted,
    TimeProvider time,
    ILogger log) : TeamsActivityHandler
{
    /// <summary>True once the adapter let the activity in.</summary>
    public bool Reached { get; private set; }

    public override Task OnTurnAsync(ITurnContext turnContext, CancellationToken cancellationToken = default)
    {
        Reached = true;
        return base.OnTurnAsync(turnContext, cancellationToken);
    }

    protected override Task OnMessageActivityAsync(ITurnContext<IMessageActivity> turnContext, CancellationToken cancellationToken) =>
        ReplyAsync(turnContext);

    protected override Task OnMessageUpdateActivityAsync(ITurnContext<IMessageUpdateActivity> turnContext, CancellationToken cancellationToken) =>
        ReplyAsync(turnContext);

    protected override Task OnInstallationUpdateActivityAsync(ITurnContext<IInstallationUpdateActivity> turnContext, CancellationToken cancellationToken) =>
        ReplyAsync(turnContext);

    /// <summary>Members added. The SDK's own handling would ask Teams for each of them.</summary>
    protected override Task OnConversationUpdateActivityAsync(ITurnContext<IConversationUpdateActivity> turnContext, CancellationToken cancellationToken) =>
        ReplyAsync(turnContext);

    /// <summary>
    /// Buttons of cards, and the search of the compose box. The answer goes out as it is written here.
    /// </summary>
    protected override async Task<InvokeResponse> OnInvokeActivityAsync(ITurnContext<IInvokeActivity> turnContext, CancellationToken cancellationToken) =>
        new()
        {
            Status = (int)HttpStatusCode.OK,
            Body = ActivityWriter.InvokeAnswer(reading.Incoming, await answer(reading.Incoming))
        };

    // A client that goes away does not stop its turn: what it asked for is done, and answered.
    private async Task ReplyAsync(ITurnContext turn)
    {
        foreach (var message in (await answer(reading.Incoming)).Messages)
        {
            var reply = new WrittenMessage(ActivityWriter.Reply(reading.Envelope, message));
            var taken = await Sending.TryAsync(
                cancellationToken => turn.SendActivityAsync(reply, cancellationToken),
                time,
                CancellationToken.None);
            posted(reading.Envelope.Address, taken, message);
            if (taken is not SendAnswer.Answered { Status: >= 200 and < 300 })
            {
                log.LogWarning("A reply was not taken: {Answer}", taken);
            }
        }
    }
}
