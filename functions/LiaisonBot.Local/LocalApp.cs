using System.Text.Json.Nodes;
using LiaisonBot.Conversation;
using LiaisonBot.Core.Delivery;
using NodaTime;

namespace LiaisonBot.Local;

/// <summary>How the bot is, for <c>GET /health</c>. What is null is not known here and is left out.</summary>
/// <param name="Storage">Where the data is, in a word: <c>sqlite</c>, <c>tables</c>.</param>
internal sealed record HealthFacts(bool Healthy, string Storage, int? Undelivered = null, Duration? OldestUndelivered = null);

#pragma warning disable CA1822 // The echo keeps no state; what takes its place does.
/// <summary>The bot behind the endpoints. This is the one place where the local host is put together from the product's parts.</summary>
internal sealed class LocalApp : IAsyncDisposable
{
    private LocalApp()
    {
    }

    /// <summary>Opens the store and prepares everything that a turn needs. The data folder is there and can be written.</summary>
    /// <exception cref="Core.Storage.StoreUnavailableException">The message becomes the one line on stderr; the process ends with 1.</exception>
    public static Task<LocalApp> Open(LocalOptions options, IClock clock, IConnector connector, ILoggerFactory logs, CancellationToken stop) =>
        Task.FromResult(new LocalApp());

    public Task<TurnAnswer> Turn(Incoming incoming, CancellationToken stop) => Task.FromResult(incoming switch
    {
        Incoming.Message message => TurnAnswer.Of(OutgoingMessage.OfCard("回声", Card(message.Text))),
        Incoming.CardAction action => TurnAnswer.Of(OutgoingMessage.OfCard("回声", Card(action.Data["text"]?.ToString() ?? ""))),
        _ => TurnAnswer.Of(OutgoingMessage.OfText("您好,我是联络机器人。")),
    });

    /// <summary>What a person is told when a turn failed by a defect or because the store is away. Nothing of the cause.</summary>
    public OutgoingMessage Sorry(Incoming incoming) =>
        OutgoingMessage.OfText("暂时无法处理,请稍后再试。 / This cannot be done just now, please try again later.");

    /// <summary>Delivers what is due now and returns when it has been tried. Called after the demo clock was moved.</summary>
    public Task DeliverDue(CancellationToken stop) => Task.CompletedTask;

    public Task<HealthFacts> Health(CancellationToken stop) => Task.FromResult(new HealthFacts(true, "none"));

    /// <summary>Work beside the turns, from when the host listens until <paramref name="stop"/>.</summary>
    public Task Run(CancellationToken stop) => Task.CompletedTask;

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private static JsonObject Card(string text) => new()
    {
        ["type"] = "AdaptiveCard",
        ["version"] = "1.5",
        ["body"] = new JsonArray(
            new JsonObject { ["type"] = "TextBlock", ["text"] = text, ["wrap"] = true },
            new JsonObject { ["type"] = "Input.Text", ["id"] = "text", ["label"] = "内容" }),
        ["actions"] = new JsonArray(new JsonObject { ["type"] = "Action.Execute", ["title"] = "帮助", ["verb"] = "help", ["data"] = new JsonObject() }),
    };
}
