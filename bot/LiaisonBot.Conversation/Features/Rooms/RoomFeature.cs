using LiaisonBot.Conversation.Shell;

namespace LiaisonBot.Conversation.Features.Rooms;

/// <summary>绑定: channels and groups whose readers get to know of a city's matters.</summary>
internal static class RoomFeature
{
    public static readonly Feature Feature = new("rooms",
        new("rooms.bind", WhereAsync)
        {
            Name = RoomTexts.BindCommand,
            IsOffered = false,
            Entry = new(),
            Read = line => new("rooms.bind", Arguments.Of(("place", line.Rest))),
        },
        new("rooms.unbind", WhereAsync)
        {
            Name = RoomTexts.UnbindCommand,
            IsOffered = false,
            // It is done at once: 解绑？ asks.
            Entry = new(),
            Also = ["解绑"],
        });

    public static Task<TurnAnswer> SayAsync(TurnScope turn, ChatCommand command, CancellationToken cancellationToken) =>
        new RoomHandler(turn).SayAsync(command, cancellationToken);

    /// <summary>A chat of one person's own is bound to nothing.</summary>
    private static Task<TurnAnswer> WhereAsync(TurnScope turn, Arguments arguments, CancellationToken cancellationToken) =>
        Answers.TellAsync(turn.Localizer.Say(RoomTexts.BindWhere));
}
