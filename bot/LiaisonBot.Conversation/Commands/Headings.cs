using LiaisonBot.Conversation.Sheets;
using LiaisonBot.Core.Jobs;
using LiaisonBot.Core.Matters;
using LiaisonBot.Core.Text;

namespace LiaisonBot.Conversation.Commands;

/// <summary>A column of a table that is imported.</summary>
/// <param name="Field">As <see cref="Fields"/> names it.</param>
/// <param name="Also">Other headings that people give it, as they are compared.</param>
internal sealed record Heading(string Field, Text Title, bool Required, params string[] Also)
{
    public bool Fits(string typed) =>
        Compared(typed) is var text && (text == Compared(Title.Chinese) || text == Compared(Title.English) || Also.Contains(text));

    // Marks of what is required, and remarks in brackets, say nothing here.
    private static string Compared(string typed) => Folding.Of(typed).TrimStart('*', ' ').Split('(', '*')[0] is var heading ? Folding.Letters(heading) : "";
}

/// <summary>The columns of the two kinds of tables.</summary>
internal static class Headings
{
    public const string Identity = "identity";
    public const string Name = "name";
    public const string Role = "role";
    public const string Team = "team";

    public static readonly IReadOnlyList<Heading> Matters =
    [
        new(Fields.Title, Texts.FieldTitle, true, "事项", "名称", "标题", "matter"),
        new(Fields.Area, Texts.FieldArea, true, "地区", "地方", "地区代码", "area"),
        new(Fields.Responsible, Texts.FieldResponsible, false, "责任单位", "承办单位"),
        new(Fields.Target, Texts.FieldTarget, true, "目标", "任务", "要求", "target"),
        new(Fields.Due, Texts.FieldDue, true, "时限", "办理期限", "完成时限", "截止日期", "due"),
        new(Fields.Urgency, Texts.FieldUrgency, false, "急件", "缓急"),
        new(Fields.Basis, Texts.FieldBasis, false, "交办依据"),
    ];

    public static readonly IReadOnlyList<Heading> People =
    [
        new(Name, Texts.FieldName, true, "姓名", "岗位", "岗位名称", "name"),
        new(Role, Texts.FieldRole, true, "身份"),
        new(Fields.Area, Texts.FieldArea, true, "地区", "单位", "地区代码", "area"),
        new(Identity, Texts.FieldIdentity, true, "登录名", "账号", "帐号", "对象id", "邮箱", "upn", "signinname", "objectid", "email"),
        new(Team, Texts.FieldTeamColumn, false, "组号", "巡视组", "team"),
    ];

    public static IReadOnlyList<Heading> Of(JobKind kind) => kind == JobKind.People ? People : Matters;

    public static string Words(JobKind kind, Phrases phrases) => string.Join(phrases.Say(Texts.ListComma), Of(kind).Select(h => phrases.Say(h.Title)));

    /// <summary>The row with the most headings of one kind, and the kind; null when there is none with at least half of what is required.</summary>
    public static (JobKind Kind, SheetRow Row)? Find(Sheet sheet)
    {
        (JobKind Kind, SheetRow Row, int Found)? best = null;
        foreach (var row in sheet.Rows.Take(SheetLimits.RowsToHeadings))
            foreach (var kind in new[] { JobKind.Matters, JobKind.People })
            {
                var found = Of(kind).Count(h => h.Required && row.Cells.Any(h.Fits));
                if (found > 0 && found > (best?.Found ?? 0) && found * 2 >= Of(kind).Count(h => h.Required)) best = (kind, row, found);
            }

        return best is { } one ? (one.Kind, one.Row) : null;
    }
}
