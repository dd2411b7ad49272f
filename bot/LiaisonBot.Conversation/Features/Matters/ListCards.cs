using LiaisonBot.Conversation.Cards;
using LiaisonBot.Conversation.Shell;
using LiaisonBot.Core.Areas;
using LiaisonBot.Core.Calendar;
using LiaisonBot.Core.Matters;
using LiaisonBot.Core.Messaging;
using LiaisonBot.Core.People;
using LiaisonBot.Core.Policies;
using LiaisonBot.Core.Text;

namespace LiaisonBot.Conversation.Features.Matters;

/// <summary>Lists of matters, the ledger of a place, the history of one matter.</summary>
internal static class ListCards
{
    public const int PageSize = 8;

    /// <summary>
    /// Entries on one page of the history, and characters of what was typed with them; a longer one has a page to
    /// itself.
    /// </summary>
    private const int HistoryPageSize = 10;

    private const int HistoryPageLength = 4000;

    /// <summary>People who are named in one line; of more, the first and their number.</summary>
    private const int NamesShown = 3;

    /// <summary>Places in one ledger; a province has fewer cities, a city fewer counties.</summary>
    private const int LedgerPlaces = 40;

    /// <summary>Blocks in the longest bar of the chart.</summary>
    private const int BarLength = 12;

    /// <param name="command">What asks for this list; its pages carry it.</param>
    /// <param name="first">The page of that on which the list begins.</param>
    /// <param name="below">What stands below each page.</param>
    public static Json Matters(
        string title,
        IReadOnlyList<ListEntry> entries,
        int page,
        ChatCommand.Call command,
        Person person,
        Buttons buttons,
        IReadOnlyList<Json>? below = null,
        int first = 0)
    {
        var localizer = buttons.Localizer;
        var pages = Math.Max(1, (entries.Count + PageSize - 1) / PageSize);
        page = Math.Clamp(page, 0, pages - 1);
        List<Json?> body = [Card.Title(title)];
        body.AddRange(entries.Skip(page * PageSize).Take(PageSize).SelectMany(e => Entry(e, person, buttons)));
        body.AddRange(Paging.Of(page, pages, command, buttons, first));
        body.AddRange(below ?? []);
        return Card.Of(localizer, body);
    }

    /// <summary>
    /// Open matters by place: a table, a chart (bars of text where the client has no charts), and the matters.
    /// </summary>
    public static Json Ledger(Register register, int page, Person person, Buttons buttons)
    {
        var localizer = buttons.Localizer;
        var title = localizer.Say(MatterTexts.LedgerTitle, localizer.Place(register.Area));
        if (page > 0)
        {
            // The first page is the table.
            return Matters(title, register.Entries, page - 1, Of(register.Area), person, buttons, first: 1);
        }

        return Card.Of(
            localizer,
            [
                .. Counts(register, localizer, area => Below(area, register.Area, buttons)),
                .. Card.Actions([
                    buttons.To(MatterTexts.LedgerMatters, Of(register.Area).OnPage(1)),
                    buttons.To("export.register", ("what", register.Area.Value)),
                    buttons.To("matter.mine")
                ])
            ]);
    }

    /// <summary>The numbers of a ledger and nothing of the matters.</summary>
    /// <param name="below">What pressing the line of a place does; null for nothing.</param>
    public static IEnumerable<Json> Counts(Register register, Localizer localizer, Func<AreaCode, Json?> below)
    {
        var shown = register.Lines.Take(LedgerPlaces).ToList();
        yield return Card.Title(localizer.Say(MatterTexts.LedgerTitle, localizer.Place(register.Area)));
        yield return Row(HeadCells(localizer), bold: true);
        foreach (var line in shown)
        {
            yield return Row(
                Cells(localizer.PlaceIn(line.Area, register.Area), line),
                separator: true,
                overdue: line.Overdue > 0,
                select: below(line.Area));
        }

        if (shown.Count < register.Lines.Count)
        {
            yield return Card.Line(
                localizer.Say(MatterTexts.LedgerMore, register.Lines.Count - shown.Count),
                subtle: true);
        }

        if (shown.Count <= 1)
        {
            yield break;
        }

        yield return Row(
            Cells(localizer.Say(Texts.LedgerTotal), register.Total),
            bold: true,
            separator: true,
            overdue: register.Total.Overdue > 0);
        yield return Chart(register.Area, shown, localizer);
    }

    /// <summary>Newest first, everything that was typed in full.</summary>
    /// <param name="skip">Newer entries that were on the pages before.</param>
    public static Json History(
        Matter matter,
        IReadOnlyList<HistoryEntry> entries,
        IReadOnlyList<Receipt> receipts,
        int skip,
        Buttons buttons)
    {
        // Entries of one moment share their messages: they stand once, with the last of them.
        var told = receipts.ToLookup(r => r.Of);
        var last = entries.GroupBy(e => e.At).Select(same => same.Last()).ToHashSet();
        var localizer = buttons.Localizer;
        List<Json?> body = [
            Card.Title(localizer.Say(MatterTexts.History)),
            .. Card.Typed(matter.Title, localizer, label: localizer.Number(matter.Number))
        ];
        var (shown, length) = (0, 0);
        foreach (var entry in entries.Reverse().Skip(skip).Take(HistoryPageSize))
        {
            length += entry.Note?.Length ?? 0;
            if (shown > 0 && length > HistoryPageLength)
            {
                break;
            }

            body.Add(Entry(entry, last.Contains(entry) ? told[entry.At] : [], localizer));
            shown++;
        }

        List<Json> actions = [buttons.Open(matter.Number, localizer.Say(MatterTexts.BackToMatter))];
        if (skip + shown < entries.Count)
        {
            actions.Insert(0, buttons.History(matter.Number, skip + shown, MatterTexts.HistoryEarlier));
        }

        body.AddRange(Card.Actions(actions));
        return Card.Of(localizer, body);
    }

    private static Json Entry(HistoryEntry entry, IEnumerable<Receipt> receipts, Localizer localizer)
    {
        var what = entry.Act switch
        {
            Act.Remind => Reminder(entry, localizer),
            Act.Recount => localizer.Recounted(entry.Note, entry.Due),
            Act.ChangeDue => localizer.Done(entry.Act, entry.Due, entry.Note, entry.DueBefore, entry.Asked),
            Act.Undo when entry.Note is { } undone => localizer.Say(MatterTexts.UndoWhat, localizer.Undone(undone)),
            _ => localizer.Say(Localizer.Entry(entry.Act)),
        };
        if (entry.Area is { } area && entry.Act is Act.PassOn or Act.Refer)
        {
            what += $" → {localizer.Place(entry.Area.Value)}";
        }

        if (entry.Due is { } due && entry.Act is not (Act.Recount or Act.Correct or Act.ChangeDue))
        {
            what = localizer.Say(Texts.Bracketed, what, localizer.Say(MatterTexts.HistoryUntil, localizer.Day(due)));
        }

        return Card.Box(null,
        [
            Card.Runs([Card.Run(what, bold: true), Card.Run("  " + Card.Isolated(localizer.Named(entry.ActorName, entry.ForName)))]),
            Card.Line(Localizer.Moment(entry.At), subtle: true, size: "Small", spacing: "None"),
            .. entry is { Act: Act.Correct, Note: { } corrections }
                ? localizer.Corrections(corrections).SelectMany(c => Card.Typed(c, localizer))
                : [],
            .. entry is { Act: not (Act.Remind or Act.Recount or Act.Correct or Act.Undo), Note: { } note }
                ? Card.Typed(note, localizer)
                : [],
            entry.Evidence.Count == 0
                ? null
                : Card.Line(
                    localizer.Say(
                        entry.Act == Act.Undo ? MatterTexts.EvidenceGone : MatterTexts.EvidenceCame,
                        string.Join(
                            localizer.Say(Texts.ListComma),
                            entry.Evidence.Select(name => Card.Isolated(localizer.Say(Texts.FileNamed, name))))),
                    subtle: true,
                    size: "Small",
                    spacing: "None"),
            .. receipts.GroupBy(r => r.State)
                .OrderBy(same => same.Key)
                .Select(same => Receipts(same.Key, [.. same], entry, localizer)),
        ], separator: true);
    }

    /// <summary>
    /// Messages with the same fate in one line: the names while they are few, and when the last of them arrived.
    /// </summary>
    private static Json Receipts(
        ReceiptState state,
        IReadOnlyList<Receipt> receipts,
        HistoryEntry entry,
        Localizer localizer)
    {
        var names = receipts.Count <= NamesShown
            ? string.Join(localizer.Say(Texts.ListComma), receipts.Select(r => Card.Isolated(localizer.Named(r.Name))))
            : localizer.Say(Texts.NamesAndMore, Card.Isolated(localizer.Named(receipts[0].Name)), receipts.Count);
        var at = BeijingTime.ToBeijing(receipts.Max(r => r.At));
        var when = at.Date == BeijingTime.Today(entry.At)
            ? Localizer.Hour(at.TimeOfDay)
            : Localizer.Moment(receipts.Max(r => r.At));
        var (words, color) = Receipts(state, names, when, localizer);
        return Card.Line(words, color: color, subtle: color is null, size: "Small", spacing: "None");
    }

    /// <summary>What became of a message to some people, and how urgent that is to know.</summary>
    public static (string Words, string? Color) Receipts(
        ReceiptState state,
        string names,
        string when,
        Localizer localizer) => state switch
        {
            ReceiptState.Delivered => (localizer.Say(MatterTexts.ReceiptDelivered, names, when), null),
            ReceiptState.Waiting => (localizer.Say(MatterTexts.ReceiptWaiting, names), Card.Warning),
            ReceiptState.OnItsWay => (localizer.Say(MatterTexts.ReceiptOnItsWay, names), Card.Warning),
            ReceiptState.Refused => (localizer.Say(MatterTexts.ReceiptRefused, names), Card.Attention),
            ReceiptState.NoAnswer => (localizer.Say(MatterTexts.ReceiptNoAnswer, names), Card.Attention),
            ReceiptState.GivenUp => (localizer.Say(MatterTexts.ReceiptGivenUp, names), null),
        };

    private static string Reminder(HistoryEntry entry, Localizer localizer) =>
        Enum.GetValues<ReminderName>()
            .Where(r => EnumWords.Written(r) == entry.Note)
            .Select(r => localizer.Reminder(r).Words)
            .FirstOrDefault()
            ?? localizer.Say(Texts.RemindedOf);

    /// <summary>The second line of a search result, plain text.</summary>
    public static string InOneLine(ListEntry entry, Localizer localizer) => string.Join("  ·  ",
        localizer.Number(entry.Number),
        localizer.Place(entry.Area),
        localizer.StateName(entry.State),
        localizer.Day(entry.EndedOn ?? entry.Due));

    private static IEnumerable<Json> Entry(ListEntry entry, Person person, Buttons buttons)
    {
        var localizer = buttons.Localizer;
        List<(string Words, string? Color)> marks = [];
        if (entry.State is MatterState.Assigned or MatterState.InProgress)
        {
            marks.Add(localizer.TimeLeft(entry.Due, entry.State));
        }

        marks.Add(localizer.State(entry.State));
        if (entry.Urgency == Urgency.Urgent)
        {
            marks.Add((localizer.Say(Texts.Urgent), Card.Attention));
        }

        if (localizer.Supervision(entry.Supervision) is { } supervision)
        {
            marks.Add((supervision, Card.Attention));
        }

        var where = $"{entry.Number.Short}  {localizer.Place(entry.Area)}  {(entry.EndedOn is { } ended ? localizer.Day(ended) : localizer.Due(entry.Due, entry.DueProvisional))}";
        if (entry.Children > 0)
        {
            where += "  " + localizer.Say(Texts.ChildrenDone, entry.ChildrenClosed, entry.Children);
        }

        return MatterLine(
            entry.Title,
            marks,
            where,
            WaitsFor(person, entry),
            buttons.Open(entry.Number),
            [],
            localizer);
    }

    /// <summary>One matter in a list or digest: its title, how it stands, where it is. Pressed, it opens.</summary>
    /// <param name="marks">The first is the one that counts most.</param>
    /// <param name="more">Further buttons, below.</param>
    public static IEnumerable<Json> MatterLine(
        string title,
        IReadOnlyList<(string Words, string? Color)> marks,
        string where,
        bool waits,
        Json open,
        IReadOnlyList<Json> more,
        Localizer localizer)
    {
        List<Json> runs = [Card.Run(marks[0].Words, bold: true, color: marks[0].Color)];
        runs.AddRange(marks.Skip(1).Select(mark => Card.Run("  ·  " + mark.Words, color: mark.Color, size: "Small")));
        List<Json> below = [Card.Run(where, subtle: true, size: "Small")];
        if (waits)
        {
            below.Insert(
                0,
                Card.Run(
                    localizer.Say(MatterTexts.WaitsForYou) + "  ·  ",
                    bold: true,
                    color: Card.Accent,
                    size: "Small"));
        }

        IEnumerable<Json> text = [
            .. Card.Typed(title.ReplaceLineEndings(" "), localizer, bold: true),
            Card.Runs(runs, "None"),
            Card.Runs(below, "None")
        ];
        return [Card.Link(text, open, separator: true), .. Card.Actions(more)];
    }

    /// <summary>Whether the next step is this person's: to work on it, to review it or to decide on its time.</summary>
    private static bool WaitsFor(Person person, ListEntry entry) => entry.State switch
    {
        MatterState.HandedIn => Permissions.May(person, Right.Review, entry.Subject),
        MatterState.Assigned or MatterState.InProgress =>
            (!entry.Declined && Permissions.May(person, Right.Work, entry.Subject))
                || ((entry.ExtensionAsked || entry.Declined) && Permissions.May(person, Right.Review, entry.Subject)),
        MatterState.Closed or MatterState.Withdrawn => false,
    };

    /// <summary>Goes one level down: from the province to a city, from a city to a county.</summary>
    private static Json? Below(AreaCode area, AreaCode heading, Buttons buttons)
    {
        if (area == heading)
        {
            return null;
        }

        var name = buttons.Localizer.PlaceIn(area, heading);
        return buttons.Execute(name, "matter.register", [("place", area.Value)]);
    }

    private static ChatCommand.Call Of(AreaCode area) => new("matter.register", Arguments.Of(("place", area.Value)));

    private static string[] HeadCells(Localizer localizer) =>
    [
        localizer.Say(Texts.LedgerPlace),
        localizer.Say(Texts.LedgerOpen),
        localizer.Say(Texts.LedgerOverdue),
        localizer.Say(Texts.LedgerThisWeek),
        localizer.Say(Texts.LedgerInReview),
    ];

    private static string[] Cells(string name, RegisterLine line) =>
        [
            name,
            Localizer.Invariant(line.Open),
            Localizer.Invariant(line.Overdue),
            Localizer.Invariant(line.DueThisWeek),
            Localizer.Invariant(line.InReview)
        ];

    /// <param name="select">Opens the ledger of the place.</param>
    private static Json Row(string[] cells, bool bold = false, bool separator = false, bool overdue = false, Json? select = null) => Card.Columns(
        cells.Select((text, i) => (
            i == 0 ? "stretch" : "48px",
            Card.Line(
                text,
                bold: bold || (i == 2 && overdue),
                size: "Small",
                color: i == 2 && overdue ? Card.Attention : i == 0 && select is not null ? Card.Accent : null,
                alignment: i == 0 ? null : "Right"))),
        separator, "Small", select: select);

    private static Json Chart(AreaCode area, IReadOnlyList<RegisterLine> lines, Localizer localizer)
    {
        var longest = lines.Max(l => l.Open);
        var legend = Card.Runs([
            Card.Run("█ " + localizer.Say(Texts.LedgerOverdue), color: Card.Attention, size: "Small"),
            Card.Run("   ▒ " + localizer.Say(MatterTexts.LedgerInTime), color: Card.Accent, size: "Small")
        ]);
        return new Json
        {
            // The stacked kind draws every bar as long as the others, whatever it counts.
            ["type"] = "Chart.HorizontalBar",
            ["title"] = localizer.Say(MatterTexts.LedgerChart),
            // Not shown unless it is asked for.
            ["showTitle"] = true,
            ["displayMode"] = "AbsoluteNoAxis",
            ["data"] = Card.Array(lines.Select(l => new Json
            {
                ["x"] = localizer.PlaceIn(l.Area, area) + (l.Overdue > 0
                    ? $"  ·  {localizer.Say(Texts.LedgerOverdue)} {Localizer.Invariant(l.Overdue)}"
                    : ""),
                ["y"] = l.Open,
                ["color"] = l.Overdue > 0 ? "attention" : "good",
            })),
            ["fallback"] = Card.Box(
                null,
                [
                    Card.Line(localizer.Say(MatterTexts.LedgerChart), bold: true),
                    legend,
                    .. lines.Select(l => Bar(l, area, longest, localizer))
                ]),
        };
    }

    /// <summary>
    /// A bar of text, for clients without charts: what is overdue first, in blocks of another shape, since colour alone
    /// says nothing to some.
    /// </summary>
    private static Json Bar(RegisterLine line, AreaCode area, int longest, Localizer localizer)
    {
        int Blocks(int count) => count == 0 ? 0 : Math.Max(1, count * BarLength / longest);
        return Card.Columns(
        [
            ("88px", Card.Line(localizer.PlaceIn(line.Area, area), size: "Small")),
            ("stretch", Card.Runs(
            [
                Card.Run(new string('█', Blocks(line.Overdue)) + "\u200B", color: Card.Attention),
                Card.Run(new string('▒', Blocks(line.Open - line.Overdue)), color: Card.Accent),
                Card.Run($" {Localizer.Invariant(line.Open)}", size: "Small"),
            ])),
        ], spacing: "None");
    }
}
