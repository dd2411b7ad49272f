using System.Text;
using LiaisonBot.Core.Jobs;
using LiaisonBot.Core.Matters;
using LiaisonBot.Core.Text;

namespace LiaisonBot.Conversation.Sheets;

/// <summary>A column of a table that is imported.</summary>
/// <param name="Field">As <see cref="Fields"/> names it.</param>
/// <param name="Also">Other headings that people give it, as they are compared.</param>
internal sealed record ColumnHeading(string Field, Text Title, bool Required, params string[] Also)
{
    /// <summary>Headings that mean it only where no other column does, and no column before it: 岗位 beside 姓名 is no name.</summary>
    public IReadOnlyList<string> Else { get; init; } = [];

    /// <summary>Ends of headings that mean it: 县级责任领导.</summary>
    public IReadOnlyList<string> Ends { get; init; } = [];

    /// <summary>As the column is called in both languages, as it is compared: made once, and not for each cell.</summary>
    private readonly (string Chinese, string English) called = (Compared(Title.Chinese), Compared(Title.English));

    /// <param name="text">As it is compared (<see cref="Compared"/>), like those below.</param>
    public bool Fits(string text) => FitsWell(text) || Else.Contains(text);

    /// <summary>
    /// How well a heading fits, from 0, the best; null when it does not: as the column is called, then the other names in
    /// their order, then their ends.
    /// </summary>
    public int? Rank(string text)
    {
        if (text.Length == 0)
        {
            return null;
        }

        if (text == called.Chinese || text == called.English)
        {
            return 0;
        }

        var named = Also.Length + Ends.Count;
        return Array.IndexOf(Also, text) is >= 0 and var also ? also + 1
            : Ends.Index().FirstOrDefault(end => end.Item == text) is { Item: not null, Index: var own } ? Also.Length + own + 1
            : text.Length <= LongestWithEnd
                && Ends.Any(end => text.Length > end.Length && text.EndsWith(end, StringComparison.Ordinal))
            ? named + 1
            : Else.Contains(text) ? named + 2
            : null;
    }

    /// <summary>Whether the heading can mean nothing else.</summary>
    public bool FitsWell(string text) => text == called.Chinese || text == called.English || Also.Contains(text);

    /// <summary>
    /// The letters of a heading: marks of what is required, remarks in brackets, line ends and what nobody sees say
    /// nothing here.
    /// </summary>
    public static string Compared(string typed)
    {
        if (typed.Length > Longest)
        {
            return "";
        }

        var letters = new StringBuilder();
        var brackets = 0;
        foreach (var c in Folding.Of(typed))
        {
            brackets = c switch
            {
                '(' or '[' or '【' or '〔' or '〈' or '《' => brackets + 1,
                ')' or ']' or '】' or '〕' or '〉' or '》' => Math.Max(0, brackets - 1),
                _ => brackets,
            };
            // A number before the words only counts the columns.
            if (brackets == 0 && (char.IsLetter(c) || (char.IsDigit(c) && letters.Length > 0)))
            {
                letters.Append(c);
            }
        }

        var text = letters.ToString();
        foreach (var remark in Remarks.Where(r => text.Length > r.Length && text.EndsWith(r, StringComparison.Ordinal)))
        {
            text = text[..^remark.Length];
        }

        return text;
    }

    /// <summary>UTF-16 units of a heading that is known by its end: what is longer is a sentence.</summary>
    private const int LongestWithEnd = 14;

    /// <summary>UTF-16 units of a heading with its remarks.</summary>
    private const int Longest = 200;

    private static readonly string[] Remarks = ["必填", "选填", "必填项", "选填项"];
}

/// <summary>The columns of the two kinds of tables.</summary>
internal static class Headings
{
    public const string Identity = "identity";
    public const string Name = "name";
    public const string Role = "role";
    public const string Team = "team";
    public const string JobTitle = "jobTitle";
    public const string Phone = "phone";
    public const string HomeUnit = "homeUnit";
    public const string Group = "group";
    public const string Recusals = "recusals";
    public const string From = "from";
    public const string To = "to";

    public static readonly IReadOnlyList<ColumnHeading> Matters =
    [
        new(Fields.Title, Texts.FieldTitle, true, "事项", "名称", "标题", "matter"),
        new(Fields.Area, Texts.FieldArea, true, "地区", "地方", "地区代码", "area"),
        new(Fields.Responsible, Texts.FieldResponsible, false, "责任单位", "承办单位"),
        new(Fields.Target, Texts.FieldTarget, true, "目标", "任务", "要求", "target"),
        new(Fields.Due, Texts.FieldDue, true, "时限", "办理期限", "完成时限", "截止日期", "due"),
        new(Fields.Urgency, Texts.FieldUrgency, false, "急件", "缓急"),
        new(Fields.Basis, Texts.FieldBasis, false, "交办依据"),
    ];

    /// <summary>The name where people are entered by their posts; else what they are.</summary>
    private static readonly string[] Posts = ["岗位", "岗位名称", "岗位职务", "post", "position"];

    /// <summary>What they are in a team or an office, where no column of roles says it: 副组长.</summary>
    private static readonly string[] JobTitles = ["职务", "职位", "组内职务", "巡视组职务", "职责", "jobtitle", "post", "position"];

    public static readonly IReadOnlyList<ColumnHeading> People =
    [
        new(Name, Texts.FieldName, true, "姓名", "名字", "人员姓名", "联络员姓名", "联系人", "name") { Else = Posts },
        new(Role, Texts.FieldRole, true, "身份", "角色类型", "人员类别") { Else = JobTitles },
        new(Fields.Area, Texts.FieldArea, true, "地区", "单位", "地区代码", "area"),
        new(
            Identity,
            Texts.FieldIdentity,
            true,
            "登录名",
            "账号",
            "帐号",
            "对象id",
            "邮箱",
            "upn",
            "signinname",
            "objectid",
            "email"),
        new(Team, SheetTexts.FieldTeamColumn, false, "组号", "巡视组", "team"),
        new(
            JobTitle,
            Texts.FieldJobTitle,
            false,
            "现任职务",
            "单位职务",
            "单位及职务",
            "工作单位及职务",
            "职务职级",
            "担任职务",
            "行政职务",
            "title",
            "jobtitle")
        {
            Else = [.. JobTitles, .. Posts],
        },
        new(
            Phone,
            Texts.FieldPhone,
            false,
            "联系电话",
            "手机",
            "手机号",
            "手机号码",
            "电话号码",
            "办公电话",
            "联系方式",
            "座机",
            "移动电话",
            "联系人电话",
            "手机电话",
            "电话手机",
            "联系手机",
            "移动号码",
            "值班电话",
            "固定电话",
            "phonenumber",
            "tel",
            "telephone",
            "mobile"),
        new(Group, SheetTexts.FieldGroupColumn, false, "小组", "组内小组", "小组号", "group"),
        new(HomeUnit, SheetTexts.FieldHomeUnitColumn, false, "所属单位", "派出单位", "原单位", "homeunit", "home unit"),
        new(Recusals, SheetTexts.FieldRecusalsColumn, false, "回避", "回避单位", "应回避地区", "recusals", "recused from"),
        new(From, Texts.FieldFromColumn, false, "开始日期", "起始日期", "任职时间", "任职日期", "任期起", "自", "from"),
        new(To, Texts.FieldToColumn, false, "结束日期", "截止日期", "任期止", "离任日期", "至", "to"),
    ];

    /// <summary>In what a heading counts: 办理时限（工作日）. Null when it does not say.</summary>
    public static string? UnitOf(string heading)
    {
        var folded = Folding.Of(heading);
        var inside = folded[(folded.IndexOf('(', StringComparison.Ordinal) + 1)..].TrimEnd(')', ' ');
        return inside == folded ? null : inside switch
        {
            "工作日" or "个工作日" => "个工作日",
            "天" or "自然日" => "天",
            "working days" => " working days",
            "days" => " days",
            _ => null,
        };
    }

    public static IReadOnlyList<ColumnHeading> Of(JobKind kind) => kind == JobKind.People ? People : Matters;

    public static string Words(JobKind kind, Localizer localizer) =>
        string.Join(localizer.Say(Texts.ListComma), Of(kind).Select(h => localizer.Say(h.Title)));

    /// <summary>The last column of these whose heading is one of what is required, from 0; -1 when none is.</summary>
    public static int LastRequired(JobKind kind, IReadOnlyList<string> cells)
    {
        var required = Of(kind).Where(heading => heading.Required).ToList();
        return cells.Select(ColumnHeading.Compared).ToList().FindLastIndex(text => required.Exists(heading => heading.Fits(text)));
    }

    /// <summary>
    /// The row with the most headings of one kind, and the kind; null when there is none with at least half of what is
    /// required.
    /// </summary>
    public static (JobKind Kind, SheetRow Row, int Found)? Find(Sheet sheet)
    {
        (JobKind Kind, SheetRow Row, int Found)? best = null;
        foreach (var row in sheet.Rows.Take(SheetLimits.RowsToHeadings))
        {
            var compared = row.Cells.Select(ColumnHeading.Compared).ToList();
            foreach (var kind in new[] { JobKind.Matters, JobKind.People })
            {
                var found = Of(kind).Count(h => h.Required && compared.Exists(h.Fits));
                if (found > 0 && found > (best?.Found ?? 0) && found * 2 >= Of(kind).Count(h => h.Required))
                {
                    best = (kind, row, found);
                }
            }
        }

        return best;
    }
}
