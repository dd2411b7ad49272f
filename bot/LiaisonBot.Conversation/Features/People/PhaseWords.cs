using LiaisonBot.Core.People;

namespace LiaisonBot.Conversation.Features.People;

/// <summary>Phases of an inspection in words.</summary>
public static class PhaseWords
{
    public static string PhaseName(this Localizer localizer, Phase phase) => localizer.Say(phase switch
    {
        Phase.Residency => PeopleTexts.PhaseResidency,
        Phase.CountyVisit => PeopleTexts.PhaseCountyVisit,
        Phase.Away => PeopleTexts.PhaseAway,
    });
}
