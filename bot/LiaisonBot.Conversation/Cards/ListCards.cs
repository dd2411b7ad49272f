using System.Text.Json.Nodes;
using LiaisonBot.Core.Areas;
using LiaisonBot.Core.Matters;
using LiaisonBot.Core.People;
using LiaisonBot.Core.Reminders;

namespace LiaisonBot.Conversation.Cards;

/// <summary>Lists of matters, the ledger of a place, the history of one matter.</summary>
internal static class ListCards
{
    public const int PageSize = 8;

    private const int HistoryPageSize = 10;

    private const int NoteShown = 400;

    /// <param name="command">What to say to get this list again; its pages carry it.</param>
    public static JsonObject Matters(string title, IReadOnlyList<ListEntry> entries, int page, string command, Person person, Buttons buttons)
    {
        var phrases = buttons.Phrases;
        var pages = Math.Max(1, (entries.Count + PageSize - 1) / PageSize);
        page = Math.Clamp(page, 0, pages - 1);
        List<JsonObject?> body = [Card.Line(title, bold: true, size: "Large")];
        body.AddRange(entries.Skip(page * PageSize).Take(PageSize).Select(e => Entry(e, person, buttons)));
        body.AddRange(Paging(page, pages, command, buttons));
        return Card.Of(phrases.Tag, body);
    }

    /// <summary>Open matters by place: a table, a chart (bars of text where the client has no charts), and the matters.</summary>
    public static JsonObject Ledger(Ledger ledger, int page, string command, Person person, Buttons buttons)
    {
        var phrases = buttons.Phrases;
        var title = phrases.Say(Texts.LedgerTitle, phrases.Place(ledger.Area));
        if (page > 0) return Matters(title, ledger.Entries, page - 1, command, person, buttons);

        List<JsonObject?> body = [Card.Line(title, bold: true, size: "Large"), Row(HeadCells(phrases), bold: true)];
        body.AddRange(ledger.Lines.Select(l => Row(Cells(phrases.Place(l.Area), l), separator: true, overdue: l.Overdue > 0)));
        if (ledger.Lines.Count > 1) body.Add(Row(Cells(phrases.Say(Texts.LedgerTotal), ledger.Total), bold: true, separator: true, overdue: ledger.Total.Overdue > 0));
        if (ledger.Lines.Count > 1) body.Add(Chart(ledger, phrases));
        body.AddRange(Card.Actions([buttons.Page(Texts.LedgerMatters, command, 1), buttons.Say(Texts.Mine)]));
        return Card.Of(phrases.Tag, body);
    }

    /// <summary>Newest first.</summary>
    public static JsonObject History(Matter matter, IReadOnlyList<HistoryEntry> entries, int page, Buttons buttons)
    {
        var phrases = buttons.Phrases;
        var pages = Math.Max(1, (entries.Count + HistoryPageSize - 1) / HistoryPageSize);
        page = Math.Clamp(page, 0, pages - 1);
        List<JsonObject?> body =
        [
            Card.Line(phrases.Say(Texts.History), bold: true, size: "Large"),
            .. Card.Typed(matter.Title, label: phrases.Number(matter.Number)),
        ];
        foreach (var entry in entries.Reverse().Skip(page * HistoryPageSize).Take(HistoryPageSize))
        {
            var what = entry.Act == Act.Remind ? Reminder(entry, phrases) : phrases.Say(Phrases.Word(entry.Act));
            if (entry.Area is { } area && entry.Act is Act.PassOn or Act.Refer) what += $" → {phrases.Place(entry.Area.Value)}";
            if (entry.Due is { } due) what += $"（{phrases.Say(Texts.HistoryUntil, phrases.Day(due))}）";
            body.Add(Card.Box(null,
            [
                Card.Runs([Card.Run(Phrases.Moment(entry.At) + "  ", subtle: true), Card.Run(Card.Isolated(entry.ActorName) + "  "), Card.Run(what, bold: true)]),
                .. entry is { Act: not Act.Remind, Note: { } note } ? Card.Typed(Phrases.Clip(note, NoteShown)) : [],
            ], separator: true));
        }

        List<JsonObject> actions = [buttons.Open(matter.Number, phrases.Say(Texts.BackToMatter))];
        if (page + 1 < pages) actions.Insert(0, buttons.History(matter.Number, page + 1, phrases.Say(Texts.HistoryEarlier)));
        body.AddRange(Card.Actions(actions));
        return Card.Of(phrases.Tag, body);
    }

    public static IEnumerable<JsonObject> Paging(int page, int pages, string command, Buttons buttons)
    {
        if (pages == 1) yield break;
        yield return Card.Line(buttons.Phrases.Say(Texts.Page, page + 1, pages), subtle: true, size: "Small");
        var actions = new List<JsonObject>();
        // The first page of a ledger is its table, so pages of its list count from one.
        var offset = CommandPagesFromOne(command) ? 1 : 0;
        if (page > 0) actions.Add(buttons.Page(Texts.Previous, command, page - 1 + offset));
        if (page + 1 < pages) actions.Add(buttons.Page(Texts.Next, command, page + 1 + offset));
        foreach (var row in Card.Actions(actions)) yield return row;
    }

    private static string Reminder(HistoryEntry entry, Phrases phrases) =>
        Enum.GetValues<ReminderName>().Where(r => PolicyFile.Written(r) == entry.Note).Select(r => phrases.Reminder(r).Words).FirstOrDefault() ?? phrases.Say(Texts.RemindedOf);

    private static bool CommandPagesFromOne(string command) => Commands.CommandReader.Read(command, 2000) is Commands.Said.Ledger;

    private static JsonObject Entry(ListEntry entry, Person person, Buttons buttons)
    {
        var phrases = buttons.Phrases;
        var (word, color) = phrases.State(entry.State);
        var runs = new List<JsonObject> { Card.Run(word, bold: true, color: color) };
        if (entry.State is MatterState.Assigned or MatterState.InProgress)
        {
            var (left, leftColor) = phrases.TimeLeft(entry.Due, entry.State);
            runs.Add(Card.Run("  ·  " + left, bold: true, color: leftColor));
        }

        if (entry.Urgency == Urgency.Urgent) runs.Add(Card.Run("  ·  " + phrases.Say(Texts.Urgent), color: Card.Attention));
        if (phrases.Supervision(entry.Supervision) is { } supervision) runs.Add(Card.Run("  ·  " + supervision, color: Card.Attention));
        if (WaitsFor(person, entry)) runs.Add(Card.Run("  ·  " + phrases.Say(Texts.WaitsForYou), bold: true, color: Card.Accent));
        var where = $"{entry.Number.Short}  {phrases.Place(entry.Area)}  {phrases.Day(entry.EndedOn ?? entry.Due)}";
        if (entry.Children > 0) where += "  " + phrases.Say(Texts.ChildrenDone, entry.ChildrenClosed, entry.Children);
        return Card.Box(
            null,
            [
                .. Card.Typed(entry.Title.ReplaceLineEndings(" "), bold: true),
                Card.Runs(runs, "None"),
                Card.Columns([("stretch", Card.Line(where, subtle: true, size: "Small")), ("auto", Card.Actions([buttons.Open(entry.Number)]).First())]),
            ],
            buttons.Open(entry.Number),
            separator: true);
    }

    /// <summary>Whether the next step is this person's: to work on it, to review it or to decide on its time.</summary>
    private static bool WaitsFor(Person person, ListEntry entry) => entry.State switch
    {
        MatterState.HandedIn => Permissions.May(person, Right.Review, entry.Subject),
        MatterState.Assigned or MatterState.InProgress =>
            Permissions.May(person, Right.Work, entry.Subject) || (entry.ExtensionAsked && Permissions.May(person, Right.Review, entry.Subject)),
        _ => false,
    };

    private static string[] HeadCells(Phrases phrases) =>
    [
        phrases.Say(Texts.LedgerPlace), phrases.Say(Texts.LedgerOpen), phrases.Say(Texts.LedgerOverdue), phrases.Say(Texts.LedgerThisWeek), phrases.Say(Texts.LedgerInReview),
    ];

    private static string[] Cells(string name, LedgerLine line) =>
        [name, Phrases.Invariant(line.Open), Phrases.Invariant(line.Overdue), Phrases.Invariant(line.DueThisWeek), Phrases.Invariant(line.InReview)];

    private static JsonObject Row(string[] cells, bool bold = false, bool separator = false, bool overdue = false) => Card.Columns(
        cells.Select((text, i) => (i == 0 ? "stretch" : "56px", Card.Line(text, bold: bold, size: i == 0 ? null : "Small", color: i == 2 && overdue ? Card.Attention : null))),
        separator);

    private static JsonObject Chart(Ledger ledger, Phrases phrases)
    {
        var longest = ledger.Lines.Max(l => l.Open);
        var bars = ledger.Lines.Select(l => Card.Runs(
            [
                Card.Run(new string('█', Math.Max(1, l.Overdue * 20 / longest))[..(l.Overdue == 0 ? 0 : Math.Max(1, l.Overdue * 20 / longest))], color: Card.Attention),
                Card.Run(new string('█', Math.Max(l.Open == l.Overdue ? 0 : 1, (l.Open - l.Overdue) * 20 / longest)), color: Card.Accent),
                Card.Run($" {phrases.Place(l.Area)} {l.Open}"),
            ],
            "None"));
        return new JsonObject
        {
            ["type"] = "Chart.HorizontalBar.Stacked",
            ["title"] = phrases.Say(Texts.LedgerChart),
            ["data"] = Card.Array(ledger.Lines.Select(l => new JsonObject
            {
                ["title"] = phrases.Place(l.Area),
                ["data"] = Card.Array(
                [
                    new JsonObject { ["legend"] = phrases.Say(Texts.LedgerOverdue), ["value"] = l.Overdue, ["color"] = "attention" },
                    new JsonObject { ["legend"] = phrases.Say(Texts.LedgerInTime), ["value"] = l.Open - l.Overdue, ["color"] = "good" },
                ]),
            })),
            ["fallback"] = Card.Box(null, [Card.Line(phrases.Say(Texts.LedgerChart), bold: true, size: "Small"), .. bars], separator: true),
        };
    }
}
