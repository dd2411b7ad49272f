using System.Net;
using LiaisonBot.Conversation;
using LiaisonBot.Conversation.Wire;
using LiaisonBot.Core.Delivery;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Teams;
using Microsoft.Bot.Schema;
using Microsoft.Extensions.Logging;

namespace LiaisonBot.Teams;

/// <summary>
/// One turn that the adapter has authenticated. What the activity says was read from its bytes as every host reads it; the SDK's handlers
/// only lead here, so that there is one mapping of activities and none of them asks Teams for anything by itself.
/// </summary>
/// <param name="reading">Of the same bytes that the adapter was given.</param>
/// <param name="answer">Takes the turn; does not throw.</param>
/// <param name="posted">Told of each answer that was posted, and of what became of it.</param>
public sealed class TeamsBot(Reading reading, Func<Incoming, Task<TurnAnswer>> answer, Action<ChatAddress, SendAnswer, OutgoingMessage> posted, TimeProvider time, ILogger log) : TeamsActivityHandler
{
    /// <summary>True once the adapter let the activity in.</summary>
    public bool Reached { get; private set; }

    public override Task OnTurnAsync(ITurnContext turnContext, CancellationToken cancellationToken = default)
    {
        Reached = true;
        // The token vouches for the address that the SDK has read: another reader of the same bytes must not have found another one.
        var known = reading is not Reading.Understood { Envelope: var envelope }
            || (envelope.Address.ServiceUrl == turnContext.Activity.ServiceUrl && envelope.Address.ConversationId == turnContext.Activity.Conversation?.Id);
        return known ? base.OnTurnAsync(turnContext, cancellationToken) : throw new UnauthorizedAccessException("The activity is ambiguous.");
    }

    protected override Task OnMessageActivityAsync(ITurnContext<IMessageActivity> turnContext, CancellationToken cancellationToken) => Reply(turnContext);

    protected override Task OnMessageUpdateActivityAsync(ITurnContext<IMessageUpdateActivity> turnContext, CancellationToken cancellationToken) => Reply(turnContext);

    protected override Task OnInstallationUpdateActivityAsync(ITurnContext<IInstallationUpdateActivity> turnContext, CancellationToken cancellationToken) => Reply(turnContext);

    /// <summary>Members added. The SDK's own handling would ask Teams for each of them.</summary>
    protected override Task OnConversationUpdateActivityAsync(ITurnContext<IConversationUpdateActivity> turnContext, CancellationToken cancellationToken) => Reply(turnContext);

    /// <summary>Buttons of cards, and the search of the compose box.</summary>
    protected override async Task<InvokeResponse> OnInvokeActivityAsync(ITurnContext<IInvokeActivity> turnContext, CancellationToken cancellationToken)
    {
        // An invoke is always answered in its own response.
        if (turnContext.Activity is Activity activity) activity.DeliveryMode = null;
        return await Invoked();
    }

    private async Task<InvokeResponse> Invoked() => reading switch
    {
        Reading.Understood understood => Response(HttpStatusCode.OK, ActivityWriter.InvokeAnswer(understood.Incoming, await answer(understood.Incoming))),
        Reading.BadInvoke bad => Response(HttpStatusCode.BadRequest, ActivityWriter.InvokeError(bad.Code, bad.Why)),
        _ => Response(HttpStatusCode.BadRequest, ActivityWriter.InvokeError("NotSupported", "This invoke is not supported.")),
    };

    private static InvokeResponse Response(HttpStatusCode status, Json body) => new() { Status = (int)status, Body = SdkJson.Object(body) };

    // A client that goes away does not stop its turn: what it asked for is done, and answered.
    private async Task Reply(ITurnContext turn)
    {
        if (reading is not Reading.Understood understood) return;
        foreach (var message in (await answer(understood.Incoming)).Messages)
        {
            var taken = await Sending.Try(stop => turn.SendActivityAsync(SdkJson.Activity(ActivityWriter.Reply(understood.Envelope, message)), stop), time, CancellationToken.None);
            posted(understood.Envelope.Address, taken, message);
            if (taken is not SendAnswer.Answered { Status: >= 200 and < 300 }) log.LogWarning("A reply was not taken: {Answer}", taken);
        }
    }
}
