using LiaisonBot.Core.People;

namespace LiaisonBot.Conversation.Features.Visits;

/// <summary>Visits, and why one was not entered or changed, in words.</summary>
public static class VisitWords
{
    public static string Why(this Localizer localizer, VisitRefusal refusal) => refusal switch
    {
        VisitRefusal.NotAllowed => localizer.Say(VisitTexts.VisitsNotAllowed),
        VisitRefusal.TeamMissing => localizer.Say(VisitTexts.VisitTeam, VisitService.MaxTeam),
        VisitRefusal.UnknownArea => localizer.Say(Texts.RefusedUnknownArea),
        VisitRefusal.PlaceDoesNotFit => localizer.Say(VisitTexts.VisitPlaceDoesNotFit),
        VisitRefusal.DatesMissing => localizer.Say(Texts.RefusedMissing),
        VisitRefusal.EndsBefore => localizer.Say(VisitTexts.VisitEndsBefore),
        VisitRefusal.TooLong => localizer.Say(VisitTexts.VisitTooLong, VisitService.MaxDays),
        VisitRefusal.Overlaps => localizer.Say(VisitTexts.VisitOverlaps),
        VisitRefusal.TooMany => localizer.Say(VisitTexts.VisitTooMany, VisitService.MaxVisits),
        VisitRefusal.NotFound => localizer.Say(VisitTexts.VisitNotFound),
    };

    public static Text NameOf(VisitKind kind) => kind switch
    {
        VisitKind.Residency => VisitTexts.Residency,
        VisitKind.Inspection => VisitTexts.Inspection,
        VisitKind.Patrol => VisitTexts.Patrol,
        VisitKind.ReturnVisit => VisitTexts.ReturnVisit,
        VisitKind.CityInspection => VisitTexts.CityInspection,
        VisitKind.Special => VisitTexts.Special,
    };
}
