using LiaisonBot.Core.Areas;
using LiaisonBot.Core.People;
using NodaTime;

namespace LiaisonBot.Core.Visits;

/// <summary>What is not as the profile wants it in a year's plan, by name.</summary>
public enum FindingName
{
    /// <summary>两组驻一市.</summary>
    TwoTeams,

    /// <summary>一组驻两市.</summary>
    TeamElsewhere,

    /// <summary>连任驻市.</summary>
    SameTeamAgain,

    /// <summary>无组驻市.</summary>
    NoTeam,

    /// <summary>小组超出: a group beyond those of the team.</summary>
    GroupBeyond,

    /// <summary>县无安排.</summary>
    CountyUnplanned,

    /// <summary>上半年未安排.</summary>
    FirstHalfMissing,

    /// <summary>下半年未安排.</summary>
    SecondHalfMissing,

    /// <summary>超过六县, or whatever the profile has for six.</summary>
    TooManyInspections,

    /// <summary>日期重叠.</summary>
    DatesOverlap,

    /// <summary>遇节假日.</summary>
    OnDaysOff,

    /// <summary>应回避.</summary>
    Recused,

    /// <summary>届内未巡视市本级.</summary>
    CityNotInspected,

    /// <summary>届内市本级超次.</summary>
    CityInspectedTooOften,
}

/// <summary>What it would take.</summary>
/// <param name="Days">Working days.</param>
/// <param name="Group">Which is free on the days that are named; null when all have to be, or none is.</param>
/// <param name="From">Null when no group is free for so long.</param>
public sealed record Takes(int Days, int? Group = null, LocalDate? From = null, LocalDate? To = null);

/// <summary>One thing that is not as it should be.</summary>
/// <param name="Place">The city, or the county that it is about.</param>
/// <param name="Visit">The visit that it is about, if it is about one.</param>
/// <param name="Other">The one that it meets.</param>
/// <param name="Team">The team that it is about.</param>
/// <param name="Elsewhere">Another city that the team lives in.</param>
/// <param name="Count">How many there are, where there are too many or too few.</param>
/// <param name="Most">How many there may be.</param>
/// <param name="Takes">What it would take, where days mend it.</param>
public sealed record Finding(
    FindingName Name,
    AreaCode Place,
    Visit? Visit = null,
    Visit? Other = null,
    int? Team = null,
    AreaCode? Elsewhere = null,
    int? Group = null,
    int? Count = null,
    int? Most = null,
    Takes? Takes = null)
{
    /// <summary>A draft with such a finding is not written: who lives where comes first.</summary>
    public bool Blocks => Name is FindingName.TwoTeams
        or FindingName.TeamElsewhere
        or FindingName.SameTeamAgain
        or FindingName.GroupBeyond;
}
