using LiaisonBot.Conversation.Shell;
using LiaisonBot.Conversation.Turns;

namespace LiaisonBot.Conversation.Features.Areas;

/// <summary>区划调整: changes of the administrative division.</summary>
internal static class AreaFeature
{
    private const string What = "what";

    public static readonly Feature Feature = new("areas",
        new("areas.changes", (turn, arguments, _) => new AreaTurn(turn).Say(arguments[What]))
        {
            Name = Texts.AreaChanges,
            Also = ["行政区划"],
            Entry = new(),
            Read = line => new("areas.changes", Arguments.Of((What, line.Rest))),
        },
        new("areas.form", (turn, arguments, _) => new AreaTurn(turn).Form(arguments.Values)),
        new("areas.register", (turn, arguments, cancellationToken) => new AreaTurn(turn).Register(arguments.Values, cancellationToken)),
        new("areas.takeBack", (turn, arguments, cancellationToken) => new AreaTurn(turn).TakeBack(arguments.Values, cancellationToken)));
}
