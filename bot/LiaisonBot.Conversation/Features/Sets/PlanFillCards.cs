using LiaisonBot.Conversation.Cards;
using LiaisonBot.Conversation.Sheets;
using LiaisonBot.Conversation.Shell;
using LiaisonBot.Core.Matters;
using LiaisonBot.Core.People;
using LiaisonBot.Core.Sets;
using NodaTime;

namespace LiaisonBot.Conversation.Features.Sets;

/// <summary>The plan of a set: how far it is, its rows, its forms, and what a sheet that came back would change.</summary>
internal static class PlanFillCards
{
    public const string Which = "which";
    public const string Page = Arguments.PageName;
    public const string Set = "set";
    public const string Row = "row";
    public const string Key = "key";
    public const string List = "list";
    public const string Sheet = "sheet";
    public const string Overwrite = "overwrite";
    public const string Remarks = "remarks";

    /// <summary>Given where the rows stand beside the card: it has only what can be done with them.</summary>
    public const string Beside = "beside";

    /// <summary>Rows of a page of the plan or of a list.</summary>
    private const int RowsOfAPage = 6;

    /// <summary>Changes and remarks of a sheet that are named one by one.</summary>
    private const int Named = 15;

    public static readonly FormInput[] Inputs =
    [
        new(FindingHeadings.Measures, PlanFillTexts.FieldMeasures, InputKind.Lines, Required: false, Limit: FindingLimits.Measures),
        new(FindingHeadings.LeaderPost, PlanFillTexts.FieldLeaderPost, InputKind.Line, Required: false, Limit: FindingLimits.LeaderPost),
        new(FindingHeadings.Department, PlanFillTexts.FieldDepartment, InputKind.Line, Required: false, Limit: FindingLimits.Department),
        new(FindingHeadings.Due, PlanFillTexts.FieldDue, InputKind.Date, Required: false),
    ];

    public static Json Choose(IReadOnlyList<FindingSet> sets, string command, Buttons buttons) => Card.Of(
        buttons.Localizer,
        [
            Card.Title(buttons.Localizer.Say(PlanFillTexts.Which)),
            .. Card.Actions(sets.Select(set => buttons.Execute(Name(set, buttons.Localizer), command, [(Which, set.Number.Key)]))),
        ]);

    /// <param name="page">From 0; null when the rows stand beside the card.</param>
    public static Json Show(PlanView plan, int? page, Person viewer, Buttons buttons, string? news, bool isRefused)
    {
        var localizer = buttons.Localizer;
        var set = plan.View.Set;
        var lacks = PlanRules.Lacks(plan.Rows, localizer.Today, plan.Ends).ToLookup(fault => fault.Index);
        var full = plan.Rows.Count(row => row.IsOpen && !lacks.Contains(row.Index));
        var open = plan.Rows.Count(row => row.IsOpen);
        var mayFill = plan.Matter.State is MatterState.Assigned or MatterState.InProgress
            && Permissions.May(viewer, Right.Work, plan.Matter.Subject);
        List<Json?> body =
        [
            Card.News(news, localizer, isRefused ? Card.Attention : Card.Good),
            Card.Title(Title(plan, localizer)),
            Card.Line(
                localizer.Say(PlanFillTexts.About, localizer.Day(set.FeedbackOn), plan.Rows.Count, localizer.Day(plan.Matter.Due)),
                size: "Small",
                spacing: "None"),
            Card.Line(
                $"{localizer.Say(StateOf(plan))}  ·  {localizer.Say(PlanFillTexts.Filled, full, open)}",
                bold: true),
        ];
        if (plan.Matter is { State: MatterState.InProgress, Requirements: [.., var asked] })
        {
            body.AddRange(Card.Typed(asked, localizer));
        }

        if (page is { } from)
        {
            var pages = Math.Max(1, (plan.Rows.Count + RowsOfAPage - 1) / RowsOfAPage);
            var shown = Math.Clamp(from, 0, pages - 1);
            body.AddRange(plan.Rows.Skip(shown * RowsOfAPage)
                .Take(RowsOfAPage)
                .Select(row => One(plan, row, [.. lacks[row.Index]], mayFill, buttons)));
            body.AddRange(Paging.Of(shown, pages, new("setplan.show", Arguments.Of((Which, set.Number.Key))), buttons));
        }

        body.AddRange(Card.Actions(Actions(plan, full == open, mayFill, page is not null, viewer, buttons)));
        return Card.Of(localizer, body);
    }

    public static Json RowForm(
        PlanView plan,
        SetFinding finding,
        IReadOnlyDictionary<string, string> typed,
        FormErrors errors,
        string? news,
        Buttons buttons)
    {
        var localizer = buttons.Localizer;
        List<string> notes = [localizer.Say(PlanFillTexts.DueNote, localizer.FullDay(plan.Ends))];
        if (finding.Goal is { } goal)
        {
            notes.Add(localizer.Say(PlanFillTexts.RowNote, goal));
        }

        if (finding.Remark is { } remark)
        {
            notes.Add(localizer.Say(Texts.ReturnedBecause, remark));
        }

        if (Stands(plan, finding.Index, finding.Due) is { } stands)
        {
            notes.Add(localizer.Say(PlanFillTexts.DueStands, localizer.FullDay(stands)));
        }

        return InputForm.Of(
            PlanFillTexts.RowTitle,
            buttons.Submit(
                PlanFillTexts.Save,
                "setplan.fill",
                (Set, plan.View.Set.Number.Key),
                (Row, Localizer.Invariant(finding.Index)),
                (Key, PlanSheetRules.KeyOf(plan.View.Set.Number, finding.Index, SetService.FillOf(finding)))),
            buttons,
            typed,
            errors,
            Inputs.Select(input => (input, (IReadOnlyList<(string, string)>)[])),
            news,
            note: string.Join("\n", notes),
            also: buttons.To(PlanFillTexts.ToPlan, "setplan.show", (Which, plan.View.Set.Number.Key)),
            about: $"{Localizer.Invariant(finding.Index)}. {Card.Isolated(finding.Problem)}");
    }

    /// <summary>What stands in a row, as its form shows it.</summary>
    public static Dictionary<string, string> Typed(PlanFill fill) => PlanRules.Columns.ToDictionary(
        PlanSheet.FieldOf,
        column => fill.Of(column) ?? "",
        StringComparer.Ordinal);

    public static Json ReturnForm(PlanView plan, IReadOnlyDictionary<string, string> typed, FormErrors errors, Buttons buttons) =>
        InputForm.Of(
            PlanFillTexts.Return,
            buttons.Submit(PlanFillTexts.Return, "setplan.return", (Set, plan.View.Set.Number.Key)),
            buttons,
            typed,
            errors,
            [(new(Remarks, PlanFillTexts.FieldRemarks, InputKind.Lines, Limit: MatterLimits.Requirement), [])],
            about: Title(plan, buttons.Localizer));

    /// <summary>What a sheet that came back would change, or why it is not taken.</summary>
    public static Json Comparison(PlanView plan, PlanSheetComparison comparison, string sheet, Buttons buttons)
    {
        var localizer = buttons.Localizer;
        var set = (Set, plan.View.Set.Number.Key);
        List<Json?> body = [Card.Title(localizer.Say(PlanFillTexts.SheetTitle, Title(plan, localizer)))];
        var remarks = Remarked(comparison, localizer).ToList();
        var wrong = comparison.Faults.Select(fault => WhyCell(fault, plan, localizer)).ToList();
        if (comparison.IsRefused)
        {
            body.Add(Card.Line(localizer.Say(PlanFillTexts.SheetWrong), Card.Attention, bold: true));
            body.AddRange(Some([.. wrong, .. remarks], localizer));
            body.AddRange(Card.Actions([buttons.To(PlanFillTexts.ToPlan, "setplan.show", (Which, set.Item2))]));
            return Card.Of(localizer, body);
        }

        var (mine, others) = (comparison.Changes.Where(c => !c.Meanwhile).ToList(), comparison.Changes.Where(c => c.Meanwhile).ToList());
        body.Add(Card.Line(
            mine.Count == 0
                ? localizer.Say(PlanFillTexts.SheetNothing)
                : localizer.Say(PlanFillTexts.SheetChanges, comparison.Fills.Count, mine.Count),
            bold: true));
        body.AddRange(Some([.. others.Select(c => Other(c, localizer)), .. remarks], localizer, Card.Warning));
        body.AddRange(Some([.. mine.Select(c => localizer.Say(
            PlanFillTexts.SheetChange,
            c.Index,
            localizer.ColumnName(PlanSheet.FieldOf(c.Column)),
            Cell(c.Column, c.Sheet, localizer)))], localizer));
        List<Json> actions = [];
        if (mine.Count > 0)
        {
            actions.Add(buttons.Forward(PlanFillTexts.SheetTake, "setplan.take", set, (Sheet, sheet)));
        }

        if (others.Count > 0)
        {
            actions.Add(buttons.Away(PlanFillTexts.SheetOverwrite, "setplan.take", set, (Sheet, sheet), (Overwrite, "1")));
        }

        actions.Add(buttons.To(PlanFillTexts.ToPlan, "setplan.show", (Which, set.Item2)));
        body.AddRange(Card.Actions(actions));
        return Card.Of(localizer, body);
    }

    public static Json Lists(SetView view, SetList list, int page, Buttons buttons)
    {
        var localizer = buttons.Localizer;
        var (number, pages) = (view.Set.Number.Key, Math.Max(1, (view.Findings.Count + RowsOfAPage - 1) / RowsOfAPage));
        page = Math.Clamp(page, 0, pages - 1);
        List<Json?> body =
        [
            Card.Title(localizer.Say(
                PlanSheetTexts.ListHeading,
                localizer.Place(view.Set.Area),
                localizer.Say(PlanSheet.NameOf(list)),
                FindingBook.Number(view.Set.Number, localizer),
                view.Findings.Count)),
        ];
        foreach (var finding in view.Findings.Skip(page * RowsOfAPage).Take(RowsOfAPage))
        {
            body.Add(Card.Box(
                null,
                [
                    Card.Line($"{Localizer.Invariant(finding.Index)}. {Localizer.Clip(finding.Problem, 120)}", bold: true),
                    .. PlanSheet.ColumnsOf(list)
                        .Skip(2)
                        .Select(column => (column.Title, Value: column.Of(finding, view, localizer)))
                        .Where(cell => cell.Value is not null)
                        .Select(cell => Card.Fact(localizer.Say(cell.Title), Shown(cell.Value!, localizer))),
                ],
                separator: true));
        }

        body.AddRange(Paging.Of(
            page,
            pages,
            new("setplan.lists", Arguments.Of((Which, number), (List, list.ToString()))),
            buttons));
        body.AddRange(Card.Actions(
        [
            .. Enum.GetValues<SetList>()
                .Where(other => other != list)
                .Select(other => buttons.To(PlanSheet.NameOf(other), "setplan.lists", (Which, number), (List, other.ToString()))),
            buttons.To(PlanFillTexts.ListsDownload, "setplan.listsFile", (Set, number)),
        ]));
        return Card.Of(localizer, body);
    }

    /// <summary>The page on which a row stands, from 0.</summary>
    public static int PageOf(PlanView plan, int index) => plan.Rows.Count(row => row.Index < index) / RowsOfAPage;

    public static string Title(PlanView plan, Localizer localizer) => localizer.Say(
        plan.Time > 1 ? PlanFillTexts.TitleOfAdded : PlanFillTexts.Title,
        localizer.Place(plan.View.Set.Area),
        FindingBook.Number(plan.View.Set.Number, localizer));

    /// <summary>Why a cell is not taken.</summary>
    public static string WhyCell(PlanFault fault, PlanView plan, Localizer localizer) => fault.Kind switch
    {
        PlanFaultKind.NoDate => localizer.Say(
            PlanFillTexts.CellNoDate,
            fault.Index,
            Localizer.Clip(fault.Text ?? "", 20),
            localizer.ExampleDate),
        PlanFaultKind.TooLong => localizer.Say(
            PlanFillTexts.CellTooLong,
            fault.Index,
            localizer.ColumnName(PlanSheet.FieldOf(fault.Column)),
            fault.Limit),
        PlanFaultKind.BeforeToday => localizer.Say(PlanFillTexts.CellBefore, fault.Index, localizer.FullDay(fault.Date!.Value)),
        PlanFaultKind.AfterEnd => localizer.Say(
            PlanFillTexts.CellAfter,
            fault.Index,
            localizer.FullDay(fault.Date!.Value),
            localizer.FullDay(plan.Ends)),
        PlanFaultKind.Missing => localizer.Say(
            PlanFillTexts.RowLacks,
            localizer.ColumnName(PlanSheet.FieldOf(fault.Column))),
    };

    /// <param name="withRows">The card has the rows, and no grid does.</param>
    private static IEnumerable<Json> Actions(
        PlanView plan,
        bool isFull,
        bool mayFill,
        bool withRows,
        Person viewer,
        Buttons buttons)
    {
        var set = (Set, plan.View.Set.Number.Key);
        if (mayFill)
        {
            if (isFull)
            {
                yield return buttons.Forward(PlanFillTexts.HandIn, "setplan.handIn", set);
            }
            else if (withRows)
            {
                yield return buttons.Forward(PlanFillTexts.FillNext, "setplan.row", set, (Row, "0"));
            }

            yield return buttons.To(PlanFillTexts.Sheet, "setplan.sheet", set);
        }

        if (plan.Matter.State == MatterState.HandedIn && Permissions.May(viewer, Right.Review, plan.Matter.Subject))
        {
            yield return buttons.Forward(PlanFillTexts.Approve, "setplan.approve", set);
            yield return buttons.To(PlanFillTexts.Return, "setplan.returnForm", set);
        }

        yield return buttons.To(PlanFillTexts.Lists, "setplan.lists", (Which, set.Item2));
        yield return buttons.Open(plan.Matter.Number);
    }

    private static Json One(PlanView plan, PlanRow row, IReadOnlyList<PlanFault> lacks, bool mayFill, Buttons buttons)
    {
        var localizer = buttons.Localizer;
        var fill = row.Fill;
        var missing = lacks.Where(fault => fault.Kind == PlanFaultKind.Missing).ToList();
        var wrong = lacks.Where(fault => fault.Kind != PlanFaultKind.Missing);
        List<Json?> items =
        [
            Card.Line($"{Localizer.Invariant(row.Index)}. {Localizer.Clip(row.Problem, 120)}", bold: true),
        ];
        if (!row.IsOpen)
        {
            items.Add(Card.Line(localizer.Say(PlanFillTexts.RowClosed), subtle: true, size: "Small"));
        }
        else if (fill.IsEmpty)
        {
            items.Add(Card.Line(localizer.Say(PlanFillTexts.RowEmpty), Card.Warning, size: "Small"));
        }

        items.AddRange(PlanRules.Columns.Where(column => fill.Of(column) is not null)
            .Select(column => Card.Fact(
                localizer.ColumnName(PlanSheet.FieldOf(column)),
                Cell(column, Localizer.Clip(fill.Of(column)!, 160), localizer))));
        if (row.IsOpen && !fill.IsEmpty && missing.Count > 0)
        {
            var names = missing.Select(fault => localizer.ColumnName(PlanSheet.FieldOf(fault.Column)));
            items.Add(Card.Line(
                localizer.Say(PlanFillTexts.RowLacks, string.Join(localizer.Say(Texts.ListComma), names)),
                Card.Warning,
                size: "Small"));
        }

        items.AddRange(wrong.Select(fault => Card.Line(WhyCell(fault, plan, localizer), Card.Attention, size: "Small")));
        if (plan.View.Findings[row.Index - 1].Remark is { } remark && plan.Matter.State != MatterState.Closed)
        {
            items.Add(Card.Remark(Texts.ReturnedBecause, remark, localizer));
        }

        if (Stands(plan, row.Index, fill.Due) is { } stands)
        {
            items.Add(Card.Line(localizer.Say(PlanFillTexts.DueStands, localizer.FullDay(stands)), Card.Warning, size: "Small"));
        }

        if (mayFill && row.IsOpen)
        {
            items.AddRange(Card.Actions([buttons.Execute(
                localizer.Say(fill.IsEmpty ? PlanFillTexts.FillRow : PlanFillTexts.ChangeRow, row.Index),
                "setplan.row",
                [(Set, plan.View.Set.Number.Key), (Row, Localizer.Invariant(row.Index))])]));
        }

        return Card.Box(null, items, separator: true);
    }

    /// <summary>The date of a finding that somebody decided about, where its plan says another: it stands.</summary>
    internal static LocalDate? Stands(PlanView plan, int index, LocalDate? said) =>
        plan.View.Matters.GetValueOrDefault(index) is { DueDecided: true, IsOpen: true } matter && matter.Due != said
            ? matter.Due
            : null;

    private static Text StateOf(PlanView plan) => plan.Matter.State switch
    {
        MatterState.Assigned => PlanFillTexts.Waiting,
        MatterState.InProgress => plan.Matter.Requirements.Count > 0 ? PlanFillTexts.Returned : PlanFillTexts.Filling,
        MatterState.HandedIn => PlanFillTexts.HandedIn,
        MatterState.Closed => PlanFillTexts.Approved,
        MatterState.Withdrawn => PlanFillTexts.Withdrawn,
    };

    private static string Name(FindingSet set, Localizer localizer) => localizer.Say(
        PlanFillTexts.Choice,
        localizer.Place(set.Area),
        localizer.Day(set.FeedbackOn),
        FindingBook.Number(set.Number, localizer));

    private static string Shown(object value, Localizer localizer) => value switch
    {
        NodaTime.LocalDate day => localizer.FullDay(day),
        string text => Localizer.Clip(text, 200),
        _ => value.ToString() ?? "",
    };

    private static string Cell(PlanColumn column, string? text, Localizer localizer) => text is null
        ? localizer.Say(PlanFillTexts.SheetEmptied)
        : column == PlanColumn.Due
            ? localizer.FullDay(NodaTime.Text.LocalDatePattern.Iso.Parse(text).Value)
            : Localizer.Clip(text, 60);

    private static string Other(PlanSheetChange change, Localizer localizer) => localizer.Say(
        PlanFillTexts.SheetMeanwhile,
        change.Index,
        localizer.ColumnName(PlanSheet.FieldOf(change.Column)),
        Cell(change.Column, change.Stands, localizer),
        Cell(change.Column, change.Sheet, localizer));

    private static IEnumerable<string> Remarked(PlanSheetComparison comparison, Localizer localizer)
    {
        foreach (var remark in comparison.Remarks.Where(r => r.Kind != PlanSheetRemarkKind.Removed))
        {
            yield return remark.Kind switch
            {
                PlanSheetRemarkKind.OtherSet => localizer.Say(PlanFillTexts.OtherSet, remark.Line),
                PlanSheetRemarkKind.Unclear => localizer.Say(PlanFillTexts.Unclear, remark.Line),
                PlanSheetRemarkKind.Twice => localizer.Say(PlanFillTexts.Twice, remark.Line, remark.Index),
                PlanSheetRemarkKind.Added => localizer.Say(PlanFillTexts.Added, remark.Line),
                PlanSheetRemarkKind.Closed => localizer.Say(PlanFillTexts.Closed, remark.Index),
                PlanSheetRemarkKind.OfAnother => localizer.Say(PlanFillTexts.OfAnother, remark.Index),
                PlanSheetRemarkKind.Locked => localizer.Say(PlanFillTexts.Locked, remark.Index),
                PlanSheetRemarkKind.Removed => "",
            };
        }

        var removed = comparison.Remarks.Where(r => r.Kind == PlanSheetRemarkKind.Removed).Select(r => r.Index).ToList();
        if (removed.Count > 0)
        {
            yield return localizer.Say(PlanFillTexts.Removed, localizer.Listed(removed));
        }
    }

    private static IEnumerable<Json> Some(IReadOnlyList<string> lines, Localizer localizer, string? color = null)
    {
        foreach (var line in lines.Take(Named))
        {
            yield return Card.Line(line, color, size: "Small");
        }

        if (lines.Count > Named)
        {
            yield return Card.Line(localizer.Say(PlanFillTexts.More, lines.Count - Named), subtle: true, size: "Small");
        }
    }
}
