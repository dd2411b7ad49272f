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

    /// <summary>Sets below the numbers of a ledger; all of them are behind 整改.</summary>
    private const int LedgerSets = 8;

    /// <summary>Blocks in the longest bar of the chart.</summary>
    private const int BarLength = 12;

    /// <summary>
    /// Its count in a sentence on top, a line for each matter with its counties folded below, and the filters.
    /// </summary>
    /// <param name="title">Counts the whole list.</param>
    /// <param name="list">The whole list, and what of it is shown.</param>
    /// <param name="command">What asks for this list; its pages and filters carry it.</param>
    /// <param name="first">The page of that on which the list begins.</param>
    /// <param name="below">What stands below each page.</param>
    public static Json Matters(
        string title,
        ShownList list,
        ChatCommand.Call command,
        Person person,
        Buttons buttons,
        IReadOnlyList<Json>? below = null,
        int first = 0)
    {
        var localizer = buttons.Localizer;
        var (entries, view, shown, lines) = list;
        var pages = Math.Max(1, (lines.Count + PageSize - 1) / PageSize);
        var page = Math.Clamp(view.Page - first, 0, pages - 1);
        var only = view.Words(localizer);
        List<Json?> body =
        [
            Card.Title(
                title + PartsOf(ReferenceEquals(shown, entries) ? lines : ListLines.Of(entries, person), localizer)),
            only.Length == 0 ? null
                : Card.Line(
                    localizer.Say(MatterTexts.OnlyShown, only, shown.Count) + PartsOf(lines, localizer),
                    bold: true,
                    color: Card.Accent),
        ];
        body.AddRange(lines.Skip(page * PageSize).Take(PageSize).SelectMany(line => Line(line, person, buttons)));
        body.AddRange(Paging.Of(page, pages, view.Asked(command), buttons, first));
        body.AddRange(view.Filters(shown, entries, command, person, buttons));
        body.AddRange(below ?? []);
        return Card.Of(localizer, body);
    }

    /// <summary>How many matters the entries are, and how many of them parts; empty where none is folded.</summary>
    public static string PartsOf(IReadOnlyList<ListEntry> entries, Person person, Localizer localizer) =>
        PartsOf(ListLines.Of(entries, person), localizer);

    private static string PartsOf(IReadOnlyList<ListLine<ListEntry>> lines, Localizer localizer)
    {
        var parts = lines.Where(line => !line.IsSet).Sum(line => line.Parts.Count);
        var sets = lines.Where(line => line.IsSet).ToList();
        return (parts == 0 ? "" : localizer.Say(MatterTexts.PartsFolded, lines.Count, parts))
            + (sets.Count == 0
                ? ""
                : localizer.Say(MatterTexts.SetsFolded, sets.Count, sets.Sum(line => line.Parts.Count)));
    }

    /// <summary>
    /// Open matters by place: a table, a chart (bars of text where the client has no charts), and the matters.
    /// </summary>
    /// <param name="list">Of its matters; null for the table, which is the first page.</param>
    public static Json Ledger(Register register, ShownList? list, Person person, Buttons buttons)
    {
        var localizer = buttons.Localizer;
        if (list is not null)
        {
            var title = localizer.Say(
                MatterTexts.StandingTitle,
                localizer.Say(MatterTexts.LedgerTitle, localizer.Place(register.Area)),
                register.Entries.Count);
            return Matters(title, list, Of(register.Area).OnPage(1), person, buttons, first: 1);
        }

        return Card.Of(
            localizer,
            [
                .. Counts(
                    register,
                    localizer,
                    area => Below(area, register.Area, buttons),
                    (area, only) => Figure(area, only, register.Area, buttons)),
                .. ListLines.Of(register.Entries, person)
                    .Where(line => line.IsSet)
                    .Take(LedgerSets)
                    .SelectMany(line => SetLine(line.Number, line.Parts, person, buttons)),
                .. Card.Actions([
                    buttons.To(MatterTexts.LedgerMatters, Of(register.Area).OnPage(1)),
                    buttons.To("export.register", ("what", register.Area.Value)),
                    buttons.To("matter.mine"),
                    .. buttons.Page("ledger/" + register.Area.Value) is { } link ? [link] : Array.Empty<Json>(),
                ])
            ]);
    }

    /// <summary>The numbers of a ledger and nothing of the matters.</summary>
    /// <param name="below">What pressing the name of a place does; null for nothing.</param>
    /// <param name="figure">What pressing a number of a place does, by the column; null for nothing.</param>
    public static IEnumerable<Json> Counts(
        Register register,
        Localizer localizer,
        Func<AreaCode, Json?> below,
        Func<AreaCode?, ListView, Json?> figure)
    {
        var shown = register.Lines.Take(LedgerPlaces).ToList();
        yield return Card.Title(localizer.Say(MatterTexts.LedgerTitle, localizer.Place(register.Area)));
        if (register.Total.Parts > 0 && register.Area.Level is AreaLevel.Province or AreaLevel.City)
        {
            yield return Card.Line(
                localizer.Say(MatterTexts.LedgerParts, register.Total.Open, register.Total.Parts),
                subtle: true,
                size: "Small");
        }

        yield return Row(HeadCells(localizer), bold: true);
        foreach (var line in shown)
        {
            var parts = line.Parts == 0 || line.Area.Level == AreaLevel.County && register.Area == line.Area
                ? null
                : localizer.Say(MatterTexts.LedgerPartsHere, line.Parts);
            yield return Row(
                Cells(localizer.PlaceIn(line.Area, register.Area), line),
                separator: true,
                overdue: line.Overdue > 0,
                select: below(line.Area),
                figures: Figures.Select(only => figure(line.Area, only)),
                small: parts);
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
            overdue: register.Total.Overdue > 0,
            figures: Figures.Select(only => figure(null, only)));
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
        var localizer = buttons.Localizer;
        var told = Told(entries, receipts);
        List<Json?> body = [
            Card.Title(localizer.Say(MatterTexts.History)),
            .. Card.Typed(localizer.Typed(matter.Title), localizer, label: localizer.Number(matter.Number))
        ];
        var (shown, length) = (0, 0);
        foreach (var entry in entries.Reverse().Skip(skip).Take(HistoryPageSize))
        {
            length += entry.Note?.Length ?? 0;
            if (shown > 0 && length > HistoryPageLength)
            {
                break;
            }

            body.Add(Entry(entry, told[entry], localizer));
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

    /// <summary>Entries of one moment share their messages: they stand once, with the last of them.</summary>
    public static ILookup<HistoryEntry, Receipt> Told(IReadOnlyList<HistoryEntry> entries, IReadOnlyList<Receipt> receipts)
    {
        var last = entries.GroupBy(e => e.At).ToDictionary(same => same.Key, same => same.Last());
        return receipts.Where(r => last.ContainsKey(r.Of)).ToLookup(r => last[r.Of]);
    }

    /// <summary>An entry of the history with everything that was typed.</summary>
    /// <param name="receipts">What became of the messages about it.</param>
    public static Json Entry(HistoryEntry entry, IEnumerable<Receipt> receipts, Localizer localizer)
    {
        var what = entry.Act switch
        {
            Act.Remind => Reminder(entry, localizer),
            Act.HandOver => localizer.HandedOver(entry.Note),
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
            .. entry is { Act: not (Act.HandOver or Act.Remind or Act.Recount or Act.Correct or Act.Undo), Note: { } note }
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

    /// <summary>Which reminder it was.</summary>
    public static string Reminder(HistoryEntry entry, Localizer localizer) =>
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

    private static IEnumerable<Json> Line(ListLine<ListEntry> line, Person person, Buttons buttons)
    {
        var localizer = buttons.Localizer;
        if (line.IsSet)
        {
            return SetLine(line.Number, line.Parts, person, buttons);
        }

        if (line.Parts.Count == 0)
        {
            return Entry(line.Matter!, person, buttons);
        }

        var parts = line.Parts.OrderBy(part => part.Area).Select(part => Part(part, person, buttons));
        if (line.Matter is { } matter)
        {
            // Its closed ones are in no list of open ones.
            var signed = line.Parts.Count(part => part.State != MatterState.Assigned);
            var whole = line.Parts.Count + matter.ChildrenClosed == matter.Children;
            var words = whole
                ? localizer.Say(MatterTexts.PartsPassedOn, matter.Children, signed + matter.ChildrenClosed)
                : localizer.Say(MatterTexts.PartsHere, line.Parts.Count);
            return [.. Entry(matter, person, buttons), Card.Behind(words, [], parts)];
        }

        return
        [
            .. MatterLine(
                localizer.Typed(line.Parts[0].Title),
                [(NamesOf(line.Parts.Select(part => part.Area), localizer), null)],
                localizer.Short(line.Number),
                line.Parts.Any(part => WaitsFor(person, part)),
                null,
                [],
                localizer),
            Card.Behind(localizer.Say(MatterTexts.PartsHere, line.Parts.Count), [], parts),
        ];
    }

    /// <summary>A set in one line, counted from what of it is in the list. Pressed, it opens.</summary>
    public static IEnumerable<Json> SetLine(
        MatterNumber set,
        IReadOnlyList<ListEntry> parts,
        Person person,
        Buttons buttons)
    {
        var localizer = buttons.Localizer;
        var due = parts.Where(e => e.State is MatterState.Assigned or MatterState.InProgress).Min(e => (NodaTime.LocalDate?)e.Due);
        return MatterLine(
            localizer.Say(MatterTexts.SetLine, localizer.Place(parts[0].Area)),
            SetMarks(parts, localizer),
            Sheets.FindingBook.Number(set, localizer) + (due is { } day ? "  " + localizer.Day(day) : ""),
            parts.Any(e => WaitsFor(person, e)),
            buttons.To("sets.show", ("what", set.Key)),
            [],
            localizer);
    }

    /// <summary>How a set stands, counted from what of it is in the list.</summary>
    public static IReadOnlyList<(string Words, string? Color)> SetMarks(IReadOnlyList<ListEntry> parts, Localizer localizer)
    {
        List<(string Words, string? Color)> marks = [];
        var steps = parts.Where(e => e is { FindingIndex: null, IsOpen: true }).OrderBy(e => e.Due).ToList();
        var findings = parts.Where(e => e.FindingIndex is not null).ToList();
        Add(findings.Count(e => e.IsOverdue(localizer.Today)), MatterTexts.SetOverdue, Card.Attention);
        Add(findings.Count(e => e.State == MatterState.HandedIn), MatterTexts.SetInReview, Card.Accent);
        // Its dated step is what its place is asked for as a whole: one that waits for its review, and the next one.
        if (steps.Find(e => e.State == MatterState.HandedIn) is { } waiting)
        {
            // What waits for the office is in nobody's review yet.
            var (word, color) = waiting.ExemptionAsked ? ("", Card.Accent) : localizer.State(waiting.State);
            AddStep(waiting, word, color);
        }

        if (steps.Find(e => e.State != MatterState.HandedIn) is { } step)
        {
            var (left, color) = localizer.TimeLeft(step.Due, step.State);
            AddStep(step, left, color);
        }

        Add(findings.Count(e => e is { IsOpen: true, ExtensionAsked: true }), MatterTexts.SetExtensions, Card.Accent);
        Add(findings.Count(e => e is { IsOpen: true, Declined: true }), MatterTexts.SetDeclined, Card.Accent);
        Add(findings.Count(e => e.IsOpen), MatterTexts.SetOpen, null);
        return marks.Count > 0 ? marks : [(localizer.Say(MatterTexts.SetOpen, 0), null)];

        void AddStep(ListEntry entry, string how, string color)
        {
            marks.Add(($"{localizer.Typed(entry.Title).ReplaceLineEndings(" ")} {how}".TrimEnd(), color));
            marks.AddRange(Pending(entry).Select(text => (localizer.Say(text), (string?)Card.Accent)));
        }

        void Add(int count, Text text, string? color)
        {
            if (count > 0)
            {
                marks.Add((localizer.Say(text, count), color));
            }
        }
    }

    /// <summary>The first counties of a fold.</summary>
    public static string NamesOf(IEnumerable<AreaCode> counties, Localizer localizer)
    {
        var names = counties.Order().Select(county => localizer.PlaceIn(county, county.City)).ToList();
        return string.Join(localizer.Say(Texts.ListComma), names.Take(NamesShown)) + (names.Count > NamesShown ? "…" : "");
    }

    /// <summary>A county of a matter, below it.</summary>
    private static Json Part(ListEntry part, Person person, Buttons buttons)
    {
        var localizer = buttons.Localizer;
        var (word, color) = localizer.State(part.State);
        List<Json> runs =
        [
            Card.Run(localizer.PlaceIn(part.Area, part.Area.City) + "  "),
            Card.Run(word, color: color),
        ];
        if (part.State is MatterState.Assigned or MatterState.InProgress)
        {
            var (left, leftColor) = localizer.TimeLeft(part.Due, part.State);
            runs.Add(Card.Run("  ·  " + left, color: leftColor));
        }

        runs.AddRange(Pending(part).Select(text => Card.Run("  ·  " + localizer.Say(text), color: Card.Accent)));
        if (WaitsFor(person, part))
        {
            runs.Add(Card.Run("  ·  " + localizer.Say(MatterTexts.WaitsForYou), bold: true, color: Card.Accent));
        }

        return Card.Link([Card.Runs(runs)], buttons.Open(part.Number));
    }

    private static IEnumerable<Json> Entry(ListEntry entry, Person person, Buttons buttons) => MatterLine(
        buttons.Localizer.Typed(entry.Title),
        MatterMarks(entry, buttons.Localizer),
        WhereOf(entry, buttons.Localizer),
        WaitsFor(person, entry),
        buttons.Open(entry.Number),
        [],
        buttons.Localizer);

    /// <summary>How a matter stands; the first is the one that counts most.</summary>
    public static IReadOnlyList<(string Words, string? Color)> MatterMarks(ListEntry entry, Localizer localizer)
    {
        List<(string Words, string? Color)> marks = [];
        if (entry.State is MatterState.Assigned or MatterState.InProgress)
        {
            marks.Add(localizer.TimeLeft(entry.Due, entry.State));
        }

        marks.Add(localizer.State(entry.State));
        if (entry is { State: MatterState.Closed, Track: Track.LongTerm })
        {
            marks.Add((localizer.Say(Sheets.FindingTexts.LongTerm), Card.Good));
        }

        if (entry.Urgency == Urgency.Urgent)
        {
            marks.Add((localizer.Say(Texts.Urgent), Card.Attention));
        }

        if (localizer.Supervision(entry.Supervision) is { } supervision)
        {
            marks.Add((supervision, Card.Attention));
        }

        marks.AddRange(Pending(entry).Select(text => (localizer.Say(text), (string?)Card.Accent)));
        return marks;
    }

    /// <summary>What of a matter waits for an answer: why somebody else has to do something, or it stands still.</summary>
    private static IEnumerable<Text> Pending(ListEntry entry)
    {
        if (!entry.IsOpen)
        {
            yield break;
        }

        if (entry.ExtensionAsked)
        {
            yield return MatterTexts.ExtensionPending;
        }

        if (entry.Declined)
        {
            yield return MatterTexts.DeclinePending;
        }

        if (entry.ExemptionAsked)
        {
            yield return MatterTexts.ExemptionPending;
        }

        if (entry.HolderAsks || entry.ReviewerAsks)
        {
            yield return Texts.QuestionWaits;
        }
    }

    /// <summary>Its number, place and day, and how many of its counties are done.</summary>
    public static string WhereOf(ListEntry entry, Localizer localizer)
    {
        var where = $"{localizer.Short(entry.Number)}  {localizer.Place(entry.Area)}  {(entry.EndedOn is { } ended ? localizer.Day(ended) : localizer.Due(entry.Due, entry.DueProvisional))}";
        return entry.Children > 0
            ? where + "  " + localizer.Say(Texts.ChildrenDone, entry.ChildrenClosed, entry.Children)
            : where;
    }

    /// <summary>One matter in a list or digest: its title, how it stands, where it is. Pressed, it opens.</summary>
    /// <param name="open">Null where it is not in the list itself.</param>
    /// <param name="marks">The first is the one that counts most.</param>
    /// <param name="more">Further buttons, below.</param>
    public static IEnumerable<Json> MatterLine(
        string title,
        IReadOnlyList<(string Words, string? Color)> marks,
        string where,
        bool waits,
        Json? open,
        IReadOnlyList<Json> more,
        Localizer localizer)
    {
        List<Json> runs = [Card.Run(marks[0].Words, bold: true, color: marks[0].Color)];
        for (var i = 1; i < marks.Count; i++)
        {
            runs.Add(Card.Run("  ·  " + marks[i].Words, color: marks[i].Color, size: "Small"));
        }

        List<Json> below = [];
        if (waits)
        {
            below.Add(Card.Run(
                localizer.Say(MatterTexts.WaitsForYou) + "  ·  ",
                bold: true,
                color: Card.Accent,
                size: "Small"));
        }

        below.Add(Card.Run(where, subtle: true, size: "Small"));
        List<Json> text = [
            .. Card.Typed(title.ReplaceLineEndings(" "), localizer, bold: true),
            Card.Runs(runs, "None"),
            Card.Runs(below, "None")
        ];
        return [Card.Link(text, open, separator: true), .. Card.Actions(more)];
    }

    /// <summary>Whether the next step is this person's: to work on it, to review it or to decide on its time.</summary>
    public static bool WaitsFor(Person person, ListEntry entry) => entry.WaitsForAnswerOf(person) || IsToExempt(person, entry) || entry.State switch
    {
        MatterState.HandedIn => !entry.ExemptionAsked && Permissions.May(person, Right.Review, entry.Subject),
        MatterState.Assigned or MatterState.InProgress =>
            (!entry.Declined && Permissions.May(person, Right.Work, entry.Subject))
                || ((entry.ExtensionAsked || entry.Declined) && Permissions.May(person, Right.Review, entry.Subject)),
        MatterState.Closed or MatterState.Withdrawn => false,
    };

    /// <summary>The office has to answer what its place does not want to make public (免于公开).</summary>
    public static bool IsToExempt(Person person, ListEntry entry) =>
        entry.IsOpen && entry.ExemptionAsked && Permissions.May(person, Right.ExemptFromDisclosure, entry.Subject);

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

    /// <summary>What of the ledger's list a number of it counts.</summary>
    /// <inheritdoc cref="Figure"/>
    public static ListView FigureView(AreaCode? area, ListView only, AreaCode heading) =>
        area is { } place && place != heading
            ? only with { Place = heading.Level == AreaLevel.Province ? place.Value : ListView.AloneOf(place) }
            : area is null ? only
            : only with { Place = ListView.AloneOf(heading) };

    /// <summary>The list behind a number of the ledger.</summary>
    /// <param name="area">The place of its line; null for the total.</param>
    private static Json? Figure(AreaCode? area, ListView only, AreaCode heading, Buttons buttons)
    {
        var view = FigureView(area, only, heading);
        var words = view.Words(buttons.Localizer);
        var call = view.Asked(Of(heading).OnPage(1));
        return words.Length == 0 ? buttons.To(MatterTexts.LedgerMatters, call) : buttons.To(words, call);
    }

    /// <summary>本周到期.</summary>
    private const int WeekColumn = 3;

    /// <summary>What the numbers of a line count, in the order of its columns.</summary>
    public static readonly ListView[] Figures =
    [
        ListView.Whole,
        new(0, State: ListView.Overdue),
        new(0, Span: ListView.ThisWeek),
        new(0, State: ListView.InReview),
    ];

    private static ChatCommand.Call Of(AreaCode area) => new("matter.register", Arguments.Of(("place", area.Value)));

    public static string[] HeadCells(Localizer localizer) =>
    [
        localizer.Say(Texts.LedgerPlace),
        localizer.Say(Texts.LedgerOpen),
        localizer.Say(Texts.LedgerOverdue),
        localizer.Say(Texts.LedgerThisWeek),
        localizer.Say(Texts.LedgerInReview),
    ];

    public static string[] Cells(string name, RegisterLine line) =>
        [
            name,
            Localizer.Invariant(line.Open),
            Localizer.Invariant(line.Overdue),
            Localizer.Invariant(line.DueThisWeek),
            Localizer.Invariant(line.InReview)
        ];

    /// <param name="select">Opens the ledger of the place.</param>
    /// <param name="figures">Open what the numbers count, in their order; a nought opens nothing.</param>
    /// <param name="small">Below the place.</param>
    private static Json Row(
        string[] cells,
        bool bold = false,
        bool separator = false,
        bool overdue = false,
        Json? select = null,
        IEnumerable<Json?>? figures = null,
        string? small = null)
    {
        var opens = figures?.ToList();
        return Card.Cells(cells.Select((text, i) =>
        {
            var open = i == 0 ? select : text == "0" ? null : opens?[i - 1];
            var cell = Card.Line(
                text,
                bold: bold || (i == 2 && overdue),
                size: "Small",
                color: i == 2 && overdue ? Card.Attention : open is not null ? Card.Accent : null,
                alignment: i == 0 ? null : "Right");
            IEnumerable<Json> items = i == 0 && small is not null
                ? [cell, Card.Line(small, subtle: true, size: "Small", spacing: "None")]
                : [cell];
            // Four figures, the longest heading in one line, and on the narrowest phone the place in whole words.
            return (i switch { 0 => "stretch", WeekColumn => "48px", _ => "40px" }, items, open);
        }), separator);
    }

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
