using LiaisonBot.Conversation.Phrases;
using LiaisonBot.Core.Calendar;
using LiaisonBot.Core.Matters;
using LiaisonBot.Core.Sets;

namespace LiaisonBot.Conversation.Sheets;

/// <summary>A sheet of a plan that came back.</summary>
/// <param name="Set">By the hidden column; null without it, or when its rows say different ones.</param>
internal sealed record PlanSheetRead(MatterNumber? Set, IReadOnlyList<PlanSheetRow> Rows);

/// <summary>The plan (整改方案) as one sheet that goes out filled and comes back; and the three lists.</summary>
internal static class PlanSheet
{
    /// <summary>What is filled in stands last, after what is given; the key is hidden.</summary>
    public static IReadOnlyList<SheetPage> Pages(PlanView plan, Localizer localizer)
    {
        var hasRemarks = plan.Findings.Any(finding => finding.Remark is not null);
        List<PageColumn> columns =
        [
            new(localizer.Say(FindingTexts.No), 6),
            new(localizer.Say(FindingTexts.Problem), hasRemarks ? 30 : 36),
            new(localizer.Say(FindingTexts.Goal), hasRemarks ? 18 : 24),
            new(localizer.Say(FindingTexts.Track), 11),
        ];
        if (hasRemarks)
        {
            columns.Add(new(localizer.Say(PlanSheetTexts.Remark), 20));
        }

        columns.AddRange(
        [
            new(localizer.Say(FindingTexts.Measures), hasRemarks ? 32 : 40),
            new(localizer.Say(FindingTexts.LeaderPost), 14),
            new(localizer.Say(FindingTexts.Department), 16),
            new(localizer.Say(FindingTexts.Due), 13),
            new("", 8) { IsHidden = true },
        ]);
        return
        [
            new(
                FindingBook.Number(plan.View.Set.Number, localizer),
                columns,
                [.. plan.Findings.Select(finding => Row(plan, finding, hasRemarks, localizer))])
            {
                IsPrinted = true,
            },
            new(
                localizer.Say(SheetTexts.TemplateHow),
                [new(localizer.Say(SheetTexts.TemplateColumn), 20), new(localizer.Say(SheetTexts.TemplateWhat), 80)],
                [.. How(plan, localizer)])
            {
                IsPrinted = true,
            },
        ];
    }

    /// <summary>问题清单、任务清单、责任清单: views of the same rows.</summary>
    public static IReadOnlyList<SheetPage> Lists(SetView view, Localizer localizer) =>
    [
        .. Enum.GetValues<SetList>().Select(list => new SheetPage(
            localizer.Say(NameOf(list)),
            [.. ColumnsOf(list).Select(c => new PageColumn(localizer.Say(c.Title), c.Width))],
            [.. view.Findings.Select(finding => ColumnsOf(list).Select(c => c.Of(finding, view, localizer)).ToArray())])
        {
            Heading = localizer.Say(
                PlanSheetTexts.ListHeading,
                localizer.Place(view.Set.Area),
                localizer.Say(NameOf(list)),
                FindingBook.Number(view.Set.Number, localizer),
                view.Findings.Count),
        }),
    ];

    public static Text NameOf(SetList list) => list switch
    {
        SetList.Problems => PlanSheetTexts.Problems,
        SetList.Tasks => PlanSheetTexts.Tasks,
        SetList.Duties => PlanSheetTexts.Duties,
    };

    /// <summary>The columns of a list, each with what stands in it.</summary>
    public static IReadOnlyList<ListColumn> ColumnsOf(SetList list) => list switch
    {
        SetList.Problems =>
        [
            No, Problem, new(FindingTexts.Topic, 16, (f, _, _) => f.Topic),
            new(FindingTexts.Track, 14, (f, _, l) => l.Say(FindingBook.TrackName(f.Track))),
            new(PlanSheetTexts.State, 12, (f, v, l) => StateOf(f, v, l)),
        ],
        SetList.Tasks =>
        [
            No, Problem, new(FindingTexts.Goal, 30, (f, _, _) => f.Goal), new(FindingTexts.Measures, 44, (f, _, _) => f.Measures),
            Due,
        ],
        SetList.Duties =>
        [
            No, Problem, new(FindingTexts.LeaderPost, 18, (f, _, _) => f.LeaderPost),
            new(FindingTexts.Department, 20, (f, _, _) => f.Department), Due,
        ],
    };

    /// <summary>
    /// A table as a sheet of a plan: with the program's own column, or headings of findings alone. Null for another
    /// table.
    /// </summary>
    /// <param name="on">The day from which spans count: that of the feedback, or today while the set is not known.</param>
    public static PlanSheetRead? Read(IReadOnlyList<Sheet> sheets, NodaTime.LocalDate on, WorkingCalendar calendar)
    {
        var sheet = sheets.FirstOrDefault(HasKeys) ?? sheets.FirstOrDefault(s => FindingHeadings.Find(s.Rows, false) is not null);
        if (sheet is null || FindingHeadings.Find(sheet.Rows, true) is not { } head)
        {
            return null;
        }

        var rows = sheet.Rows.Where(row => row.Number > head.Row.Number)
            .Select(row => RowOf(row, head, sheet, on, calendar))
            .Where(row => row.Number is not null || row.Key is not null || row.Problem is { Length: > 0 } || !row.Fill.IsEmpty)
            .ToList();
        // Of rows of several sets most say which it is; the others are named when it is compared.
        var most = rows.Select(row => row.Key?.Split('#')[0])
            .OfType<string>()
            .GroupBy(set => set, StringComparer.Ordinal)
            .MaxBy(of => of.Count())?.Key;
        return new(
            most is not null && MatterNumber.TryOf(new(MatterNumber.Kind, most), out var set) ? set : null,
            rows);
    }

    /// <summary>Whether the program wrote it: it comes back filled in.</summary>
    public static bool HasKeys(Sheet sheet) =>
        sheet.Keys.Count > 0
            || sheet.Rows.Any(row => row.Cells.Any(cell => cell.StartsWith(Sheet.KeyMark, StringComparison.Ordinal)));

    /// <summary>The field of a column, as forms and refusals name it.</summary>
    public static string FieldOf(PlanColumn column) => column switch
    {
        PlanColumn.Measures => FindingHeadings.Measures,
        PlanColumn.LeaderPost => FindingHeadings.LeaderPost,
        PlanColumn.Department => FindingHeadings.Department,
        PlanColumn.Due => FindingHeadings.Due,
    };

    private static readonly ListColumn No = new(FindingTexts.No, 6, (f, _, _) => f.Index);

    private static readonly ListColumn Problem = new(FindingTexts.Problem, 44, (f, _, _) => f.Problem);

    private static readonly ListColumn Due = new(
        FindingTexts.Due,
        14,
        (f, v, l) => f.Track == Track.LongTerm
            ? l.Say(FindingTexts.LongTerm)
            : v.Matters.GetValueOrDefault(f.Index)?.Due ?? f.Due);

    private static string StateOf(SetFinding finding, SetView view, Localizer localizer) =>
        view.Matters.GetValueOrDefault(finding.Index) is { } matter ? localizer.StateName(matter.State) : "";

    private static object?[] Row(PlanView plan, SetFinding finding, bool hasRemarks, Localizer localizer)
    {
        object?[] given =
            [finding.Index, finding.Problem, finding.Goal, localizer.Say(FindingBook.TrackName(finding.Track))];
        object?[] filled =
        [
            finding.Measures,
            finding.LeaderPost,
            finding.Department,
            finding.Due,
            Sheet.KeyMark + PlanSheetRules.KeyOf(plan.View.Set.Number, finding.Index, SetService.FillOf(finding)),
        ];
        return hasRemarks ? [.. given, finding.Remark, .. filled] : [.. given, .. filled];
    }

    private static IEnumerable<object?[]> How(PlanView plan, Localizer localizer)
    {
        yield return [localizer.Say(FindingTexts.Measures), localizer.Say(PlanSheetTexts.HowMeasures, FindingLimits.Measures)];
        yield return [localizer.Say(FindingTexts.LeaderPost), localizer.Say(PlanSheetTexts.HowPost, FindingLimits.LeaderPost)];
        yield return [localizer.Say(FindingTexts.Department), localizer.Say(PlanSheetTexts.HowDepartment, FindingLimits.Department)];
        yield return [localizer.Say(FindingTexts.Due), localizer.Say(PlanSheetTexts.HowDue, localizer.FullDay(plan.Ends))];
        yield return [localizer.Say(PlanSheetTexts.Others), localizer.Say(PlanSheetTexts.HowOthers)];
    }

    private static PlanSheetRow RowOf(
        SheetRow row,
        FindingHead head,
        Sheet sheet,
        NodaTime.LocalDate on,
        WorkingCalendar calendar)
    {
        var typed = At(FindingHeadings.Due) ?? "";
        var due = typed.Length == 0 ? null : FindingDue.Read(typed, on, calendar);
        var isFaulty = head.Columns.TryGetValue(FindingHeadings.Due, out var column)
            && sheet.Faults.TryGetValue((row.Number, column), out var fault)
            && fault is CellFault.NotCalculated or CellFault.Error;
        return new(
            row.Number,
            int.TryParse(At(FindingHeadings.No), System.Globalization.CultureInfo.InvariantCulture, out var number) ? number : null,
            sheet.Keys.GetValueOrDefault(row.Number)
                ?? row.Cells.FirstOrDefault(cell => cell.StartsWith(Sheet.KeyMark, StringComparison.Ordinal))?[Sheet.KeyMark.Length..],
            At(FindingHeadings.Problem) ?? At(FindingHeadings.Details),
            new(At(FindingHeadings.Measures), At(FindingHeadings.LeaderPost), At(FindingHeadings.Department), due?.Due),
            typed.Length > 0 && (due is null || isFaulty) ? typed : null)
        {
            Absent = [.. PlanRules.Columns.Where(c => !head.Columns.ContainsKey(FieldOf(c)))],
        };

        string? At(string field) => head.Columns.TryGetValue(field, out var at) ? row.At(at) : null;
    }
}

/// <summary>The three lists of a set.</summary>
internal enum SetList
{
    /// <summary>问题清单.</summary>
    Problems,

    /// <summary>任务清单.</summary>
    Tasks,

    /// <summary>责任清单.</summary>
    Duties,
}

internal sealed record ListColumn(Text Title, int Width, Func<SetFinding, SetView, Localizer, object?> Of);
