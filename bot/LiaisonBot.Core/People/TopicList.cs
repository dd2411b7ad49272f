using LiaisonBot.Core.Text;

namespace LiaisonBot.Core.People;

/// <summary>
/// What findings are about (问题类型): a short list that the office keeps, so that the same fault is called the same
/// everywhere.
/// </summary>
public static class TopicList
{
    public const int Most = 40;

    /// <summary>UTF-16 units of one.</summary>
    public const int MaxLength = 40;

    /// <summary>Until the office lists its own.</summary>
    public static readonly IReadOnlyList<string> Default =
    [
        "政治建设", "党组织建设", "选人用人", "形式主义官僚主义", "作风建设", "招投标", "工程建设", "财务管理", "国有资产", "土地规划",
        "生态环境", "民生保障", "乡村振兴", "教育医疗", "社会保障", "营商环境", "安全生产", "信访维稳", "执法司法", "债务风险", "巡视整改落实",
        "其他",
    ];

    /// <summary>One each, without gaps around it, none twice and none empty.</summary>
    public static IReadOnlyList<string> Read(IEnumerable<string> typed) =>
        [.. typed.Select(one => one.Trim()).Where(one => one.Length > 0).DistinctBy(Folding.Of)];

    /// <summary>The topic of the list that is meant: by its name, however it is written, or by a part that only one has; else null.</summary>
    public static string? Find(IReadOnlyList<string> topics, string typed)
    {
        var folded = Folding.Of(typed).Trim();
        if (folded.Length == 0)
        {
            return null;
        }

        return topics.FirstOrDefault(topic => Folding.Of(topic) == folded)
            ?? (folded.Length > 1
                && topics.Where(topic => Folding.Of(topic).Contains(folded, StringComparison.Ordinal)
                    || folded.Contains(Folding.Of(topic), StringComparison.Ordinal)).ToList() is [var only]
                ? only
                : null);
    }
}
