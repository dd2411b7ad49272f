namespace LiaisonBot.Core.People;

/// <summary>What a person is in the work (design §1, §6).</summary>
public enum Role
{
    /// <summary>省委巡视办: everything in the province.</summary>
    Office,

    /// <summary>巡视组组长.</summary>
    TeamLeader,

    /// <summary>巡视组成员: sees what the leader sees.</summary>
    TeamMember,

    /// <summary>市级联络机构.</summary>
    CityOffice,

    /// <summary>联络员 of a county, or of a unit that the office added.</summary>
    CountyOfficer,

    /// <summary>督查室.</summary>
    SupervisionOffice,

    /// <summary>
    /// A department (纪检、组织、信访、审计、统计…) to which matters are referred. Its area is the department's own unit code.
    /// </summary>
    Department,
}
