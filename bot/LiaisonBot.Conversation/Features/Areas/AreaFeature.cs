using LiaisonBot.Conversation.Shell;

namespace LiaisonBot.Conversation.Features.Areas;

/// <summary>区划调整: changes of the administrative division.</summary>
internal static class AreaFeature
{
    private const string What = "what";

    public static readonly Feature Feature = new("areas",
        new("areas.changes", (turn, arguments, _) => new AreaHandler(turn).SayAsync(arguments[What]))
        {
            Name = AreaTexts.AreaChanges,
            Also = ["行政区划"],
            Entry = new(),
            Read = line => new("areas.changes", Arguments.Of((What, line.Rest))),
        },
        new("areas.form", (turn, arguments, _) => new AreaHandler(turn).FormAsync(arguments.Values)),
        new(
            "areas.register",
            (turn, arguments, cancellationToken) =>
                new AreaHandler(turn).RegisterAsync(arguments.Values, cancellationToken)),
        new(
            "areas.takeBack",
            (turn, arguments, cancellationToken) =>
                new AreaHandler(turn).TakeBackAsync(arguments.Values, cancellationToken)));
}
