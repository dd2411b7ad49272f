using LiaisonBot.Core.Handovers;
using LiaisonBot.Core.Messaging;
using LiaisonBot.Core.Visits;

namespace LiaisonBot.Conversation.Features.Handovers;

/// <summary>Handovers in words.</summary>
internal static class HandoverWords
{
    /// <summary>石家庄市 第1巡视组 → 第3巡视组.</summary>
    public static string Of(Handover handover, Localizer localizer) => handover.To == 0
        ? localizer.Say(
            HandoverTexts.NameNoTaker,
            localizer.Place(handover.City),
            localizer.Say(Texts.TeamOrdinal, handover.From))
        : localizer.Say(
            HandoverTexts.Name,
            localizer.Place(handover.City),
            localizer.Say(Texts.TeamOrdinal, handover.From),
            localizer.Say(Texts.TeamOrdinal, handover.To));

    public static Text State(Handover handover) => handover.State switch
    {
        HandoverState.Needed => HandoverTexts.StateNeeded,
        HandoverState.Open when handover is { Given: not null, Taken: not null } => HandoverTexts.StateSigned,
        HandoverState.Open => HandoverTexts.StateOpen,
        HandoverState.Confirmed => HandoverTexts.StateConfirmed,
        HandoverState.Done => HandoverTexts.StateDone,
        HandoverState.Cancelled => HandoverTexts.StateCancelled,
    };

    public static string Why(this Localizer localizer, HandoverRefusal why) => why switch
    {
        HandoverRefusal.NotAllowed => localizer.Say(HandoverTexts.NotAllowed),
        HandoverRefusal.CityMissing => localizer.Say(HandoverTexts.CityMissing),
        HandoverRefusal.TeamMissing => localizer.Say(HandoverTexts.TeamMissing, VisitRules.MaxTeam),
        HandoverRefusal.ToItself => localizer.Say(HandoverTexts.ToItself),
        HandoverRefusal.DoesNotCome => localizer.Say(HandoverTexts.DoesNotCome),
        HandoverRefusal.NoLeader => localizer.Say(HandoverTexts.NoLeader),
        HandoverRefusal.DayOutOfRange => localizer.Say(HandoverTexts.DayOutOfRange),
        HandoverRefusal.UnderWay => localizer.Say(HandoverTexts.UnderWay),
        HandoverRefusal.AlreadyDone => localizer.Say(HandoverTexts.AlreadyDone),
        HandoverRefusal.AlreadyConfirmed => localizer.Say(HandoverTexts.AlreadyConfirmed),
        HandoverRefusal.WasCancelled => localizer.Say(HandoverTexts.WasCancelled),
        HandoverRefusal.AlreadySigned => localizer.Say(HandoverTexts.AlreadySigned),
        HandoverRefusal.SignedForTheOther => localizer.Say(HandoverTexts.SignedForTheOther),
        HandoverRefusal.SignaturesMissing => localizer.Say(HandoverTexts.SignaturesMissing),
        HandoverRefusal.ReasonMissing => localizer.Say(HandoverTexts.ReasonMissing),
        HandoverRefusal.ReasonTooLong => localizer.Say(HandoverTexts.ReasonTooLong, HandoverLimits.Reason),
    };

    /// <summary>What those concerned are told.</summary>
    public static string News(OutboxMessage message, Handover handover, Localizer localizer)
    {
        var (name, day) = (Of(handover, localizer), localizer.Day(handover.On));
        return message.What switch
        {
            HandoverService.ToSign => localizer.Say(HandoverTexts.NewsToSign, name, day),
            HandoverService.ToConfirm => localizer.Say(HandoverTexts.NewsToConfirm, name, day),
            HandoverService.IsConfirmed => localizer.Say(HandoverTexts.NewsConfirmed, name, day),
            HandoverService.IsDone => localizer.Say(HandoverTexts.NewsDone, name, handover.Moved),
            HandoverService.IsCancelled => localizer.Say(HandoverTexts.NewsCancelled, name, handover.Reason ?? ""),
            HandoverService.IsNear when handover.State == HandoverState.Needed =>
                localizer.Say(HandoverTexts.NewsNeeded, name, day),
            HandoverService.IsNear => localizer.Say(
                HandoverTexts.NewsNear,
                name,
                day,
                localizer.Say(handover is { Given: not null, Taken: not null }
                    ? HandoverTexts.MissingConfirmation
                    : HandoverTexts.MissingSignature)),
            OutboxMessage.Unreached => localizer.Say(
                Texts.Labelled,
                localizer.Say(Texts.Unreached),
                localizer.Named(message.ActorName)),
            _ => name,
        };
    }
}
