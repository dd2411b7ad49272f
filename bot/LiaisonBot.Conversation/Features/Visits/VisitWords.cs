using LiaisonBot.Core.People;
using LiaisonBot.Core.Visits;

namespace LiaisonBot.Conversation.Features.Visits;

/// <summary>Visits, and why one was not entered or changed, in words.</summary>
public static class VisitWords
{
    public static string Why(this Localizer localizer, VisitRefusal refusal) => refusal switch
    {
        VisitRefusal.NotAllowed => localizer.Say(VisitTexts.VisitsNotAllowed),
        VisitRefusal.TeamMissing => localizer.Say(VisitTexts.VisitTeam, VisitRules.MaxTeam),
        VisitRefusal.GroupOutOfRange => localizer.Say(VisitTexts.VisitGroup, Visit.MaxGroup),
        VisitRefusal.UnknownArea => localizer.Say(Texts.RefusedUnknownArea),
        VisitRefusal.PlaceDoesNotFit => localizer.Say(VisitTexts.VisitPlaceDoesNotFit),
        VisitRefusal.DatesMissing => localizer.Say(Texts.RefusedMissing),
        VisitRefusal.EndsBefore => localizer.Say(VisitTexts.VisitEndsBefore),
        VisitRefusal.TooLong => localizer.Say(VisitTexts.VisitTooLong, VisitRules.MaxDays),
        VisitRefusal.Overlaps => localizer.Say(VisitTexts.VisitOverlaps),
        VisitRefusal.Elsewhere => localizer.Say(VisitTexts.VisitElsewhere),
        VisitRefusal.OtherTeamLives => localizer.Say(VisitTexts.VisitOtherTeamLives),
        VisitRefusal.Recused => localizer.Say(VisitTexts.VisitRecused),
        VisitRefusal.TooMany => localizer.Say(VisitTexts.VisitTooMany, VisitRules.MaxVisits),
        VisitRefusal.NotFound => localizer.Say(VisitTexts.VisitNotFound),
        VisitRefusal.TooManySteps => localizer.Say(VisitTexts.VisitTooManySteps),
        VisitRefusal.NotSubmitted => localizer.Say(VisitTexts.VisitNotSubmitted),
        VisitRefusal.NotApproved => localizer.Say(VisitTexts.VisitNotApproved),
        VisitRefusal.NumberMissing => localizer.Say(VisitTexts.VisitNumberMissing, localizer.Today.Year),
        VisitRefusal.NumberTooLong => localizer.Say(VisitTexts.VisitNumberTooLong, VisitRules.NumberLength),
        VisitRefusal.AlreadySubmitted => localizer.Say(VisitTexts.VisitAlreadySubmitted),
        VisitRefusal.AlreadyAnnounced => localizer.Say(VisitTexts.VisitAlreadyAnnounced),
        VisitRefusal.AlreadyCancelled => localizer.Say(VisitTexts.VisitAlreadyCancelled),
        VisitRefusal.AnnouncedPlace => localizer.Say(VisitTexts.VisitAnnouncedPlace),
        VisitRefusal.AnnouncedInPast => localizer.Say(VisitTexts.VisitAnnouncedInPast),
        VisitRefusal.AnnouncedTooLate => localizer.Say(VisitTexts.VisitAnnouncedTooLate),
        VisitRefusal.ReasonMissing => localizer.Say(VisitTexts.VisitReasonMissing),
        VisitRefusal.ReasonTooLong => localizer.Say(VisitTexts.VisitReasonTooLong, VisitRules.ReasonLength),
        VisitRefusal.NotResidency => localizer.Say(VisitTexts.NotResidency),
        VisitRefusal.ReceptionTooLong => localizer.Say(VisitTexts.ReceptionTooLong, Reception.Length),
        VisitRefusal.UntilOutside => localizer.Say(VisitTexts.UntilOutside),
    };

    /// <summary>The same with the visit that is in the way: only those are told of it who planned it too.</summary>
    public static string Why(this Localizer localizer, VisitRefusal refusal, Visit? other) =>
        other is null
            ? localizer.Why(refusal)
            : localizer.Say(VisitTexts.VisitClash, localizer.Why(refusal), VisitCards.Name(other, localizer));

    public static Text NameOf(VisitKind kind) => PlanWords.KindOf(kind);

    /// <summary>The word of a step, as part of a sentence.</summary>
    public static Text NameOf(VisitAct act) => act switch
    {
        VisitAct.Enter => VisitTexts.WordEnter,
        VisitAct.Change => VisitTexts.WordChange,
        VisitAct.Submit => VisitTexts.WordSubmit,
        VisitAct.Approve => VisitTexts.WordApprove,
        VisitAct.Announce => VisitTexts.WordAnnounce,
        VisitAct.Cancel => VisitTexts.WordCancel,
    };
}
