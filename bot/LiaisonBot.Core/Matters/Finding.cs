using NodaTime;

namespace LiaisonBot.Core.Matters;

/// <summary>How fast a finding is put right.</summary>
public enum Track
{
    /// <summary>集中整改: by the date of the plan.</summary>
    Concentrated,

    /// <summary>立行立改: at once, by a short date of its own.</summary>
    Immediate,

    /// <summary>长期坚持: it is closed as something that goes on, and looked at once a year.</summary>
    LongTerm,
}

/// <summary>A finding of a feedback (反馈问题) as the matter carries it: its place in a set, and the columns of the register.</summary>
/// <param name="Set">Number of the set: counted by its own kind, no number of a matter.</param>
/// <param name="Index">From 1, in the order of the feedback.</param>
/// <param name="Problem">反馈问题, whole.</param>
public sealed record Finding(MatterNumber Set, int Index, string Problem)
{
    /// <summary>Sets as a kind of <see cref="Messaging.SubjectKey"/>.</summary>
    public const string SetKind = "set";

    /// <summary>整改目标.</summary>
    public string? Goal { get; init; }

    /// <summary>整改措施, from the plan that was approved.</summary>
    public string? Measures { get; init; }

    /// <summary>责任领导, as a post and not as a name.</summary>
    public string? LeaderPost { get; init; }

    /// <summary>责任部门.</summary>
    public string? Department { get; init; }

    /// <summary>问题类型: one of the office's list.</summary>
    public string? Topic { get; init; }

    /// <summary>验收标准.</summary>
    public string? Acceptance { get; init; }

    public Track Track { get; init; }
}

/// <summary>A dated step of a set (定期节点) that a matter is: 报送整改方案, 集中整改进展报告 and so on.</summary>
/// <param name="Set">Number of the set.</param>
/// <param name="Name">As in the file of steps.</param>
public sealed record SetStep(MatterNumber Set, string Name)
{
    /// <summary>
    /// Working days before the due date on which it is reminded of, beside those of the policy, as the file of steps says
    /// them: 20 10.
    /// </summary>
    public string? Remind { get; init; }

    /// <summary>What is made public is registered with it; false in rows of earlier versions.</summary>
    public bool Discloses { get; init; }
}

/// <summary>Lengths are UTF-16 units after trimming.</summary>
public static class FindingLimits
{
    /// <summary>Findings of one set.</summary>
    public const int OfASet = 200;

    public const int Problem = 2000;
    public const int Goal = 1000;
    public const int Measures = 2000;
    public const int LeaderPost = 100;
    public const int Department = 100;
    public const int Topic = 40;
    public const int Acceptance = 1000;
}

/// <summary>A finding as it is typed or stands in a table. The rules trim and check it.</summary>
/// <param name="Due">完成时限; null for the date that the steps of the set give.</param>
public sealed record FindingDraft(
    string? Problem,
    string? Goal = null,
    string? Measures = null,
    string? LeaderPost = null,
    string? Department = null,
    LocalDate? Due = null,
    string? Topic = null,
    Track Track = Track.Concentrated,
    string? Acceptance = null);
