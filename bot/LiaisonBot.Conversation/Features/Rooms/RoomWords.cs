using LiaisonBot.Core.People;
using LiaisonBot.Core.Rooms;

namespace LiaisonBot.Conversation.Features.Rooms;

/// <summary>Why a room was not bound, or not set free, in words.</summary>
public static class RoomWords
{
    public static string Why(this Localizer localizer, RoomRefusal refusal) => refusal switch
    {
        RoomRefusal.NotAllowed => localizer.MayNot(Right.BindRoom),
        RoomRefusal.NotACity => localizer.Say(RoomTexts.BindNotACity),
        RoomRefusal.BoundElsewhere => localizer.Say(RoomTexts.BindElsewhere),
        RoomRefusal.TooMany => localizer.Say(RoomTexts.BindTooMany, Room.MostOfACity),
        RoomRefusal.NotBound => localizer.Say(RoomTexts.BindNone),
    };
}
