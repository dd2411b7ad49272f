using LiaisonBot.Core.Matters;

namespace LiaisonBot.Conversation.Sheets;

/// <summary>The columns of a table of visits.</summary>
internal static class VisitHeadings
{
    public const string Kind = "kind";
    public const string Team = Headings.Team;
    public const string Group = "group";
    public const string Area = Fields.Area;
    public const string From = Headings.From;
    public const string To = Headings.To;

    /// <summary>From when to when, in one column.</summary>
    public const string Days = "days";

    public static readonly IReadOnlyList<ColumnHeading> All =
    [
        new(Kind, SheetTexts.VisitKindColumn, true, "类型", "方式", "巡视类别", "巡视类型", "监督方式", "kind", "type"),
        new(Area, Texts.FieldArea, true, "地区", "地方", "县区", "县市区", "被巡视地区", "被巡视单位", "地区代码", "area", "place"),
        new(Team, SheetTexts.FieldTeamColumn, true, "组号", "巡视组", "巡视组序号", "组别", "team", "teamnumber"),
        new(Group, SheetTexts.VisitGroupColumn, false, "小组序号", "group"),
        new(From, SheetTexts.VisitFromColumn, false, "开始日期", "起始日期", "开始时间", "进驻时间", "进驻日期", "from", "start"),
        new(To, SheetTexts.VisitToColumn, false, "截止日期", "结束时间", "撤离时间", "撤离日期", "until", "to", "end"),
        new(Days, SheetTexts.VisitDaysColumn, false, "时间", "起止时间", "巡视时间", "日期", "days"),
    ];

    /// <summary>The row of headings of a sheet of visits; null for a table of something else.</summary>
    public static SheetRow? Find(IEnumerable<SheetRow> rows) => rows.Take(SheetLimits.RowsToHeadings).FirstOrDefault(row =>
    {
        var compared = row.Cells.Select(ColumnHeading.Compared).ToList();
        bool Has(string field) => IndexOf(compared, field) is not null;
        return Has(Area)
            && (Has(Days) || (Has(From) && Has(To)))
            && (Has(Kind) || Has(Team))
            // People are entered with days and teams as well.
            && !compared.Exists(text => Headings.People.Concat(Headings.Matters)
                .Any(h => h.Field is Headings.Identity or Headings.Name or Fields.Title && h.FitsWell(text)));
    });

    /// <summary>From 0; null where there is none.</summary>
    public static int? ColumnOf(IReadOnlyList<string> cells, string field) =>
        IndexOf([.. cells.Select(ColumnHeading.Compared)], field);

    private static int? IndexOf(List<string> compared, string field) =>
        compared.FindIndex(All.First(h => h.Field == field).FitsWell) is >= 0 and var column ? column : null;

    /// <summary>Columns up to the last one of these that has to be filled.</summary>
    public static int Required(IReadOnlyList<string> cells) =>
        new[] { Kind, Area, Team, From, To, Days }.Max(field => ColumnOf(cells, field) ?? -1) + 1;
}
