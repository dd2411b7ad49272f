using LiaisonBot.Core.Matters;

namespace LiaisonBot.Conversation.Sheets;

/// <summary>The headings of a table of findings as they stand in it.</summary>
/// <param name="Row">With two rows of headings both together, under the number of the lower one.</param>
/// <param name="Columns">Of each field that has one, from 0.</param>
/// <param name="Twice">A second column with the very same heading, and its field.</param>
internal sealed record FindingHead(
    SheetRow Row,
    IReadOnlyDictionary<string, int> Columns,
    IReadOnlyList<(string Field, int Column)> Twice)
{
    /// <summary>The upper one of two rows of headings; its own number where there is one row.</summary>
    public int Top { get; init; } = Row.Number;

    /// <summary>Columns up to the last one that has to be there.</summary>
    public int Required { get; } =
        (Columns.TryGetValue(FindingHeadings.Problem, out var problem) ? problem : Columns[FindingHeadings.Details]) + 1;
}

/// <summary>The columns of a table of findings (反馈问题清单), as offices call them.</summary>
internal static class FindingHeadings
{
    public const string No = "no";
    public const string Problem = "problem";

    /// <summary>具体表现 beside 反馈问题: it is part of the finding.</summary>
    public const string Details = "details";
    public const string Goal = "goal";
    public const string Measures = "measures";
    public const string LeaderPost = "leaderPost";
    public const string Department = "department";
    public const string Due = Fields.Due;
    public const string Topic = "topic";
    public const string Track = "track";

    /// <summary>类别 alone: what it is, its cells say.</summary>
    public const string Kind = "kind";
    public const string Acceptance = "acceptance";
    public const string Area = Fields.Area;

    /// <summary>UTF-16 units of a cell in a second row of headings.</summary>
    private const int LongestOfTwo = 20;

    public static readonly IReadOnlyList<ColumnHeading> All =
    [
        new(No, FindingTexts.No, false, "编号", "问题序号", "问题编号", "整改序号", "no", "nr", "number"),
        new(
            Problem,
            FindingTexts.Problem,
            true,
            "反馈的问题",
            "反馈意见",
            "存在问题",
            "存在的问题",
            "问题",
            "问题清单",
            "主要问题",
            "突出问题",
            "发现问题",
            "发现的问题",
            "整改问题",
            "问题内容",
            "问题事项",
            "问题名称",
            "问题概述",
            "finding",
            "findings",
            "problem",
            "problems",
            "issue",
            "issues")
        {
            Ends = ["反馈问题", "反馈的问题", "反馈意见", "反馈意见问题", "指出的问题", "指出问题", "存在问题", "存在的问题", "发现问题", "发现的问题"],
        },
        new(
            Details,
            FindingTexts.Details,
            false,
            "问题表现",
            "问题具体表现",
            "具体问题",
            "问题描述",
            "具体情形",
            "表现形式",
            "问题详情",
            "主要表现",
            "details",
            "description"),
        new(
            Goal,
            FindingTexts.Goal,
            false,
            "目标",
            "目标任务",
            "整改目标任务",
            "预期目标",
            "工作目标",
            "整改目标要求",
            "预期效果",
            "预期成效",
            "整改要求",
            "整改任务",
            "goal",
            "goals",
            "target")
        {
            Ends = ["整改目标"],
        },
        new(
            Measures,
            FindingTexts.Measures,
            false,
            "措施",
            "整改具体措施",
            "具体措施",
            "具体整改措施",
            "整改落实措施",
            "整改举措",
            "举措",
            "工作措施",
            "主要措施",
            "整改任务及措施",
            "measure",
            "actions")
        {
            Ends = ["整改措施", "整改举措"],
        },
        new(
            LeaderPost,
            FindingTexts.LeaderPost,
            false,
            "牵头领导",
            "分管领导",
            "包保领导",
            "包抓领导",
            "挂包领导",
            "包联领导",
            "领导",
            "牵头负责人",
            "分管负责人",
            "第一责任人",
            "责任人",
            "responsibleleader",
            "leader",
            "post")
        {
            Ends = ["责任领导", "牵头领导", "分管领导"],
            Else = ["主要负责人", "负责人", "主要责任人"],
        },
        new(
            Department,
            FindingTexts.Department,
            false,
            "牵头部门",
            "牵头整改部门",
            "责任单位",
            "牵头单位",
            "牵头整改单位",
            "牵头责任部门",
            "牵头责任单位",
            "主责部门",
            "主责单位",
            "整改责任部门",
            "整改责任单位",
            "整改部门",
            "整改单位",
            "承办部门",
            "承办单位",
            "主办部门",
            "主办单位",
            "department",
            "leaddepartment")
        {
            Ends = ["责任部门", "责任单位", "牵头部门", "牵头单位"],
            Else = ["部门", "单位"],
        },
        new(
            Due,
            FindingTexts.Due,
            false,
            "整改时限",
            "整改完成时限",
            "时限",
            "时限要求",
            "整改期限",
            "完成期限",
            "期限",
            "办理时限",
            "完成时间",
            "整改完成时间",
            "整改时间",
            "计划完成时间",
            "计划完成时限",
            "预计完成时间",
            "拟完成时间",
            "完成日期",
            "截止时间",
            "截止日期",
            "时间节点",
            "时间要求",
            "销号时限",
            "销号时间",
            "deadline",
            "due",
            "duedate")
        {
            Ends = ["完成时限", "整改时限", "完成时间"],
        },
        new(
            Topic,
            FindingTexts.Topic,
            false,
            "问题归类",
            "问题分类",
            "问题类别",
            "所属类别",
            "问题性质",
            "问题领域",
            "归类",
            "type"),
        new(Track, FindingTexts.Track, false, "立行立改", "是否立行立改", "整改类型", "整改分类", "整改方式", "整改性质", "整改形式"),
        new(Kind, FindingTexts.Kind, false, "分类", "类型", "性质"),
        new(Acceptance, FindingTexts.Acceptance, false, "销号标准", "整改标准", "完成标准", "验收要求", "完成标志", "验收销号标准", "acceptancecriteria"),
        new(
            Area,
            Texts.FieldArea,
            false,
            "地区",
            "县区",
            "县市区",
            "被巡视地区",
            "被反馈地区",
            "被反馈单位",
            "被巡视单位",
            "整改地区",
            "area",
            "place"),
    ];

    /// <summary>
    /// The row of headings, or two rows of them; null for a table of something else.
    /// </summary>
    /// <param name="isAsked">The table was sent as one of findings: a column of findings alone is enough.</param>
    public static FindingHead? Find(IReadOnlyList<SheetRow> rows, bool isAsked)
    {
        FindingHead? best = null;
        var known = 0;
        foreach (var (row, under) in rows.Take(SheetLimits.RowsToHeadings).Zip(rows.Skip(1).Cast<SheetRow?>().Append(null)))
        {
            if (Of(row, isAsked) is { } one && one.Columns.Count > known)
            {
                (best, known) = (one, one.Columns.Count);
            }

            if (under is not null
                && under.Number == row.Number + 1
                && Together(row, under) is { } both
                && Of(both, isAsked) is { } two
                && two.Columns.Count > known
                && two.Columns.Count > (Of(under, isAsked)?.Columns.Count ?? 0))
            {
                (best, known) = (two with { Top = row.Number }, two.Columns.Count);
            }
        }

        return best;
    }

    /// <summary>
    /// Two rows of headings as one: what stands below says more. Null where the lower one is no row of headings.
    /// </summary>
    private static SheetRow? Together(SheetRow upper, SheetRow lower)
    {
        var width = Math.Max(upper.Cells.Count, lower.Cells.Count);
        var own = Enumerable.Range(0, width).Where(c => lower.At(c).Length > 0 && lower.At(c) != upper.At(c)).ToList();
        return own.Count > 0
            && own.TrueForAll(c => lower.At(c).Length <= LongestOfTwo && !lower.At(c).Any(char.IsDigit))
            && own.Select(c => ColumnHeading.Compared(lower.At(c))).Any(text => All.Any(h => h.Rank(text) is not null))
            ? lower with { Cells = [.. Enumerable.Range(0, width).Select(c => lower.At(c).Length > 0 ? lower.At(c) : upper.At(c))] }
            : null;
    }

    private static FindingHead? Of(SheetRow row, bool isAsked)
    {
        var columns = new Dictionary<string, int>(StringComparer.Ordinal);
        List<(string, int)> twice = [];
        var compared = row.Cells.Select(ColumnHeading.Compared).ToList();
        foreach (var heading in All)
        {
            var fits = Enumerable.Range(0, row.Cells.Count)
                .Where(c => row.At(c).Length > 0 && !columns.ContainsValue(c))
                .Select(c => (Column: c, Rank: heading.Rank(compared[c])))
                .Where(c => c.Rank is not null)
                .OrderBy(c => c.Rank)
                .ToList();
            if (fits.Count == 0)
            {
                continue;
            }

            columns[heading.Field] = fits[0].Column;
            twice.AddRange(fits.Skip(1)
                .Where(c => row.At(c.Column) == row.At(fits[0].Column))
                .Select(c => (heading.Field, c.Column)));
        }

        var isOfMatters = compared.Exists(Headings.Matters[0].FitsWell);
        var isFindings = columns.ContainsKey(Problem) || columns.ContainsKey(Details);
        // 序号 says nothing of what a table is about; 问题 and 地区 may be of any list.
        var others = columns.Keys.Count(field => field is not (No or Problem or Details or Area or Kind or Department));
        return isFindings && !isOfMatters && (others > 0 || isAsked)
            ? new(row, columns, twice)
            : null;
    }
}
