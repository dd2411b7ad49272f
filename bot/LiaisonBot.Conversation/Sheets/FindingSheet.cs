using LiaisonBot.Conversation.Phrases;
using LiaisonBot.Core.Areas;
using LiaisonBot.Core.Matters;
using LiaisonBot.Core.People;
using LiaisonBot.Core.Text;
using NodaTime;

namespace LiaisonBot.Conversation.Sheets;

/// <summary>A finding as it stands in a table.</summary>
/// <param name="Row">As Excel counts, from 1; of several rows of one finding the first.</param>
/// <param name="Draft">With its date as of the day of the feedback that the table was read for.</param>
/// <param name="DueSaid">完成时限 as typed: what it means depends on that day. Null where nothing stands.</param>
internal sealed record FindingRow(int Row, FindingDraft Draft, string? DueSaid)
{
    /// <summary>The same for another day of the feedback. Null when its date is before that day, or cannot be read then.</summary>
    public FindingRow? On(LocalDate feedback, Localizer localizer) =>
        DueSaid is null ? this
        : FindingDue.Read(DueSaid, feedback, localizer.Calendar) is { } due && !(due.Due < feedback)
            ? this with { Draft = Draft with { Due = due.Due } }
            : null;
}

/// <summary>
/// A table of findings that was looked at whole. What is not clear is an error at its cell; what was not taken is named.
/// </summary>
/// <param name="Rows">Good for anything only while there are no errors.</param>
/// <param name="Place">The one place that a column of the table names; null where none does.</param>
/// <param name="Unread">What of the file was not read, in words.</param>
internal sealed record FindingSheet(
    IReadOnlyList<FindingRow> Rows,
    AreaCode? Place,
    IReadOnlyList<SheetError> Errors,
    IReadOnlyList<string> Unread)
{
    /// <summary>What was read and is taken otherwise than it stands there, in words.</summary>
    public IReadOnlyList<string> Noted { get; init; } = [];

    /// <summary>UTF-16 units of the name of a sheet or column that are shown.</summary>
    private const int MostOfName = 30;

    /// <summary>Rows that are named one by one.</summary>
    private const int MostRows = 10;

    /// <summary>Whether one of the sheets can be nothing but a table of findings.</summary>
    public static bool IsOne(IReadOnlyList<Sheet> sheets) =>
        sheets.Any(sheet => FindingHeadings.Find(sheet.Rows, isAsked: false) is not null);

    /// <param name="on">The day of the feedback; null while it is not known: then dates are only read, not held against it.</param>
    public static FindingSheet Read(IReadOnlyList<Sheet> sheets, LocalDate? on, Localizer localizer)
    {
        // A sheet that explains a template may speak of findings as well: what is one by itself goes first.
        var tables = Tables(sheets, isAsked: false) is { Count: > 0 } known ? known : Tables(sheets, isAsked: true);
        var filled = tables.Where(t => t.Sheet.Rows.Any(r => r.Number > t.Head!.Row.Number)).ToList();
        if (tables.Count == 0)
        {
            return Faulty(localizer.Say(
                FindingTexts.NoHeadings,
                string.Join(localizer.Say(Texts.ListComma), Shown.Select(t => localizer.Say(t))),
                localizer.Say(FindingTexts.Problem)));
        }

        if (filled.Count > 1)
        {
            return Faulty(localizer.Say(
                SheetTexts.SheetSeveralTables,
                string.Join(localizer.Say(Texts.ListComma), filled.Select(t => Localizer.Clip(t.Sheet.Name, MostOfName)))));
        }

        var (sheet, head) = filled.Count == 1 ? filled[0] : tables[0];
        var read = new Reader(sheet, head!, on, localizer).Read();
        return read with { Unread = [.. ImportSheet.NotSeen(sheets, sheet, localizer), .. read.Unread] };
    }

    /// <summary>The headings that are named to whoever sends something else.</summary>
    private static readonly Text[] Shown =
    [
        FindingTexts.No,
        FindingTexts.Problem,
        FindingTexts.Goal,
        FindingTexts.Measures,
        FindingTexts.LeaderPost,
        FindingTexts.Department,
        FindingTexts.Due,
        FindingTexts.Topic,
        FindingTexts.Track,
        FindingTexts.Acceptance,
    ];

    private static List<(Sheet Sheet, FindingHead? Head)> Tables(IReadOnlyList<Sheet> sheets, bool isAsked) =>
        [.. sheets.Select(sheet => (sheet, Head: FindingHeadings.Find(sheet.Rows, isAsked))).Where(t => t.Head is not null)];

    private static FindingSheet Faulty(string why) => new([], null, [new("", why)], []);

    private sealed class Reader(Sheet sheet, FindingHead head, LocalDate? on, Localizer localizer)
    {
        private readonly List<SheetError> errors = [];
        private readonly List<string> unread = [];
        private readonly List<string> noted = [];
        private readonly List<int> joined = [];
        private readonly List<int> both = [];
        private readonly List<int> chapters = [];

        private static readonly (string Field, int Limit)[] Limits =
        [
            (FindingHeadings.Goal, FindingLimits.Goal),
            (FindingHeadings.Measures, FindingLimits.Measures),
            (FindingHeadings.LeaderPost, FindingLimits.LeaderPost),
            (FindingHeadings.Department, FindingLimits.Department),
            (FindingHeadings.Topic, FindingLimits.Topic),
            (FindingHeadings.Acceptance, FindingLimits.Acceptance),
        ];

        public FindingSheet Read()
        {
            CheckHead();
            if (errors.Count > 0)
            {
                return new([], null, errors, unread);
            }

            var rows = sheet.Rows.Where(r => r.Number > head.Row.Number && !IsHead(r) && !OnlyCounts(r)).ToList();
            List<int> others = [.. rows.Where(HoldsOnlyItsFirstCell).Select(r => r.Number)];
            rows.RemoveAll(r => others.Contains(r.Number));
            foreach (var row in rows)
            {
                CheckCells(row);
            }

            rows.RemoveAll(r => !head.Columns.Values.Any(c => r.At(c).Length > 0 || sheet.Faults.ContainsKey((r.Number, c))));
            var groups = Groups(rows);
            if (groups.Count == 0 && errors.Count == 0)
            {
                errors.Add(new("", localizer.Say(FindingTexts.Empty)));
            }

            if (groups.Count > FindingLimits.OfASet)
            {
                var first = groups[FindingLimits.OfASet][0];
                errors.Add(new(
                    first.Address(0),
                    localizer.Say(FindingTexts.TooMany, groups.Count, FindingLimits.OfASet),
                    first.Number));
                return new([], null, errors, unread);
            }

            var found = groups.ConvertAll(Finding);
            Once(found);
            var place = Place(groups);
            Tell(others, rows);
            return new(found, place, [.. errors.OrderBy(e => e.Row).ThenBy(e => e.Column)], unread) { Noted = noted };
        }

        private void CheckHead()
        {
            foreach (var (field, column) in head.Twice)
            {
                errors.Add(new(
                    head.Row.Address(column),
                    localizer.Say(SheetTexts.SheetColumnTwice, TitleOf(field)),
                    head.Row.Number,
                    column));
            }

            if (sheet.IsCut)
            {
                errors.Add(new("", localizer.Say(SheetTexts.SheetTooLarge, SheetLimits.Rows, SheetLimits.Columns)));
            }

            var unknown = Enumerable.Range(0, head.Row.Cells.Count)
                .Where(c => head.Row.At(c).Length > 0 && !IsRead(c))
                .Select(c => Localizer.Clip(head.Row.At(c).ReplaceLineEndings(" "), MostOfName))
                .ToList();
            if (unknown.Count > 0)
            {
                unread.Add(localizer.Say(SheetTexts.SheetOtherColumns, string.Join(localizer.Say(Texts.ListComma), unknown)));
            }
        }

        private bool IsRead(int column) =>
            head.Columns.Values.Contains(column)
            && (column != head.Columns.GetValueOrDefault(FindingHeadings.Kind, -1)
                || (KindsAreTracks(column) && !head.Columns.ContainsKey(FindingHeadings.Track))
                || (KindsAreTopics(column) && !head.Columns.ContainsKey(FindingHeadings.Topic)));

        /// <summary>The headings again on another page.</summary>
        private bool IsHead(SheetRow row) =>
            head.Columns.Values.All(c => row.At(c) == head.Row.At(c) || (head.Top < head.Row.Number && row.At(c).Length == 0))
            && head.Columns.Values.Any(c => row.At(c).Length > 0);

        /// <summary>The row below the headings that counts the columns: 1, 2, 3.</summary>
        private bool OnlyCounts(SheetRow row)
        {
            if (row.Number != head.Row.Number + 1)
            {
                return false;
            }

            var said = row.Cells.Where(cell => !Folding.IsBlank(cell)).ToList();
            return said.Count > 2 && said.Select((cell, i) => Folding.Of(cell).Trim(' ', '(', ')') == Localizer.Invariant(i + 1)).All(counts => counts);
        }

        /// <summary>
        /// A heading between (一、党的建设方面), a total, who filled it in: they stand in the first column alone, and no
        /// finding does.
        /// </summary>
        private bool HoldsOnlyItsFirstCell(SheetRow row) =>
            head.Columns.TryGetValue(FindingHeadings.No, out var first)
            && row.At(first).Length > 0
            && Enumerable.Range(0, row.Cells.Count).All(c => c == first || row.At(c).Length == 0 || row.At(c) == row.At(first))
            && !Folding.Of(row.At(first)).All(char.IsAsciiDigit);

        /// <summary>What cannot be taken as it stands, and what stands beside the table's headings.</summary>
        private void CheckCells(SheetRow row)
        {
            foreach (var (field, column) in head.Columns)
            {
                if (sheet.Faults.TryGetValue((row.Number, column), out var fault) && Why(fault, field, row.At(column)) is { } why)
                {
                    Wrong(row, field, why);
                }
            }

            for (var column = 0; column < row.Cells.Count; column++)
            {
                if (row.At(column).Length > 0 && head.Row.At(column).Length == 0)
                {
                    errors.Add(new(
                        row.Address(column),
                        localizer.Say(SheetTexts.SheetNoHeading, SheetRow.ColumnName(column)),
                        row.Number,
                        column));
                    return;
                }
            }
        }

        private string? Why(CellFault fault, string field, string text) => fault switch
        {
            CellFault.None => null,
            CellFault.NotCalculated => localizer.Say(SheetTexts.SheetNotCalculated),
            CellFault.Error => localizer.Say(SheetTexts.SheetFormulaError, Localizer.Clip(text, 20)),
            // 2026.12 that Excel took for a day of it: as a limit it is the end of that month.
            CellFault.NoDay or CellFault.NoYear =>
                field is FindingHeadings.Due or FindingHeadings.No ? null : localizer.Say(SheetTexts.SheetMadeDate, text),
            CellFault.DigitsLost => localizer.Say(SheetTexts.SheetDigitsLost),
        };

        /// <summary>
        /// The rows of each finding: where one goes over several (a merged cell, or an empty one below it), each with
        /// a measure of its own.
        /// </summary>
        private List<List<SheetRow>> Groups(List<SheetRow> rows)
        {
            List<List<SheetRow>> groups = [];
            foreach (var row in rows)
            {
                if (groups.Count > 0 && GoesOn(groups[^1], row))
                {
                    groups[^1].Add(row);
                    joined.Add(row.Number);
                    continue;
                }

                groups.Add([row]);
            }

            return groups;
        }

        private bool GoesOn(List<SheetRow> before, SheetRow row)
        {
            bool IsNone(string field) => !head.Columns.TryGetValue(field, out var column)
                || row.At(column).Length == 0
                || sheet.Repeated.Contains((row.Number, column));
            bool Differs(string field) => head.Columns.TryGetValue(field, out var column)
                && row.At(column).Length > 0
                && !sheet.Repeated.Contains((row.Number, column));

            // A heading above several findings is merged too: what they are, the column of details says.
            return IsNone(FindingHeadings.Problem)
                && IsNone(FindingHeadings.Details)
                && IsNone(FindingHeadings.No)
                && Said(before[0]).Length > 0
                && (Differs(FindingHeadings.Measures)
                    || Differs(FindingHeadings.Goal)
                    || Differs(FindingHeadings.LeaderPost)
                    || Differs(FindingHeadings.Department)
                    || Differs(FindingHeadings.Due)
                    || Differs(FindingHeadings.Acceptance));
        }

        private FindingRow Finding(List<SheetRow> rows)
        {
            var row = rows[0];
            var problem = Said(row);
            if (problem.Length == 0)
            {
                Wrong(row, FindingHeadings.Problem, localizer.Say(FindingTexts.WithoutFinding));
            }
            else if (problem.Length > FindingLimits.Problem)
            {
                Wrong(row, FindingHeadings.Problem, localizer.Say(FindingTexts.TooLong, problem.Length, FindingLimits.Problem));
            }

            foreach (var (field, limit) in Limits)
            {
                if (Together(rows, field) is { } text && text.Length > limit)
                {
                    Wrong(row, field, localizer.Say(FindingTexts.TooLong, text.Length, limit));
                }
            }

            var (due, dueSaid, ofDue) = Due(rows);
            var draft = new FindingDraft(
                problem,
                Together(rows, FindingHeadings.Goal),
                Together(rows, FindingHeadings.Measures),
                Together(rows, FindingHeadings.LeaderPost),
                Together(rows, FindingHeadings.Department),
                due,
                TopicOf(row),
                TrackOf(row) ?? ofDue ?? Track.Concentrated,
                Together(rows, FindingHeadings.Acceptance));
            return new(row.Number, draft, dueSaid);
        }

        /// <summary>The finding with its details.</summary>
        private string Said(SheetRow row)
        {
            var (problem, details) = (At(row, FindingHeadings.Problem) ?? "", At(row, FindingHeadings.Details) ?? "");
            return problem.Length == 0 ? details
                : details.Length == 0 || details == problem ? problem
                : localizer.Say(Texts.Labelled, WithoutStop(problem), details);
        }

        private static string WithoutStop(string text) => char.IsPunctuation(text[^1]) ? text[..^1] : text;

        /// <summary>What several rows of a finding say in a column, each once.</summary>
        private string? Together(List<SheetRow> rows, string field)
        {
            var said = rows.Select(row => At(row, field)).OfType<string>().Distinct(StringComparer.Ordinal).ToList();
            var between = field is FindingHeadings.LeaderPost or FindingHeadings.Department
                ? localizer.Say(Texts.ListComma)
                : "\n";
            return said.Count == 0 ? null : string.Join(between, said);
        }

        /// <summary>The latest one of the rows, with the words that say it.</summary>
        private (LocalDate? Due, string? Said, Track? Track) Due(List<SheetRow> rows)
        {
            (LocalDate? Due, string? Said, Track? Track) latest = default;
            foreach (var row in rows)
            {
                if (At(row, FindingHeadings.Due) is not { } typed)
                {
                    continue;
                }

                var column = head.Columns[FindingHeadings.Due];
                var said = sheet.Faults.TryGetValue((row.Number, column), out var fault) && fault == CellFault.NoDay && typed.Length > 7
                    ? typed[..7]
                    : typed;
                if (FindingDue.Read(said, on ?? localizer.Today, localizer.Calendar) is not { } due)
                {
                    if (fault is CellFault.None or CellFault.NoDay or CellFault.NoYear)
                    {
                        Wrong(row, FindingHeadings.Due, localizer.Say(
                            FindingTexts.DueUnread,
                            Localizer.Clip(typed.ReplaceLineEndings(" "), MostOfName),
                            localizer.ExampleDate));
                    }

                    continue;
                }

                if (on is { } feedback && due.Due < feedback)
                {
                    Wrong(row, FindingHeadings.Due, localizer.Say(
                        FindingTexts.DueBefore,
                        localizer.Day(due.Due.Value),
                        localizer.Day(feedback)));
                }

                if (due.IsBoth)
                {
                    both.Add(row.Number);
                }

                if (latest.Said is null || due.Due > latest.Due || (latest.Due is null && due.Due is not null))
                {
                    latest = (due.Due, said, due.Track ?? latest.Track);
                }
            }

            return latest;
        }

        private Track? TrackOf(SheetRow row)
        {
            if (head.Columns.TryGetValue(FindingHeadings.Kind, out var kind)
                && !head.Columns.ContainsKey(FindingHeadings.Track)
                && KindsAreTracks(kind)
                && row.At(kind) is { Length: > 0 } said)
            {
                return FindingDue.TrackOf(said) ?? Unread(FindingHeadings.Kind, said);
            }

            if (At(row, FindingHeadings.Track) is not { } typed)
            {
                return null;
            }

            // 立行立改：是.
            return FindingDue.TrackOf(typed)
                ?? (FindingDue.SaysAtOnce(head.Row.At(head.Columns[FindingHeadings.Track]))
                    && FindingDue.YesOrNo(typed) is { } isYes
                    ? isYes ? Track.Immediate : Track.Concentrated
                    : Unread(FindingHeadings.Track, typed));

            Track? Unread(string field, string word)
            {
                Wrong(row, field, localizer.Say(
                    FindingTexts.TrackUnread,
                    Localizer.Clip(word, MostOfName),
                    localizer.Say(FindingTexts.Immediate),
                    localizer.Say(FindingTexts.Concentrated),
                    localizer.Say(FindingTexts.LongTerm)));
                return null;
            }
        }

        /// <summary>类别 is the track where one of its cells says one.</summary>
        private bool KindsAreTracks(int column) => kindsAreTracks ??= InColumn(column).Any(said => FindingDue.TrackOf(said) is not null);

        private bool? kindsAreTracks;

        /// <summary>类别 is the topic where one of its cells is one of the office's list.</summary>
        private bool KindsAreTopics(int column) => kindsAreTopics ??=
            !KindsAreTracks(column) && InColumn(column).Any(said => Listed(said) is not null);

        private bool? kindsAreTopics;

        private IEnumerable<string> InColumn(int column) =>
            sheet.Rows.Where(row => row.Number > head.Row.Number).Select(row => row.At(column)).Where(said => said.Length > 0);

        private string? Listed(string said) => TopicList.Find(localizer.Directory.Topics, said);

        private string? TopicOf(SheetRow row)
        {
            var field = head.Columns.ContainsKey(FindingHeadings.Topic) ? FindingHeadings.Topic : FindingHeadings.Kind;
            if (At(row, field) is not { } said
                || (field == FindingHeadings.Kind && !KindsAreTopics(head.Columns[FindingHeadings.Kind])))
            {
                return null;
            }

            if (Listed(said) is { } topic)
            {
                return topic;
            }

            // 一、党的建设方面 beside its findings is a chapter of the feedback, and no topic.
            if (field == FindingHeadings.Kind && ChapterLine.Is(said))
            {
                chapters.Add(row.Number);
                return null;
            }

            // Of a merged cell it is said once.
            if (sheet.Repeated.Contains((row.Number, head.Columns[field])))
            {
                return null;
            }

            Wrong(row, field, localizer.Say(
                FindingTexts.TopicUnknown,
                Localizer.Clip(said.ReplaceLineEndings(" "), MostOfName),
                string.Join(localizer.Say(Texts.ListComma), localizer.Directory.Topics)));
            return null;
        }

        /// <summary>The same finding twice in one table is a slip.</summary>
        private void Once(List<FindingRow> found)
        {
            var seen = new Dictionary<string, int>(StringComparer.Ordinal);
            foreach (var row in found.Where(row => row.Draft.Problem is { Length: > 0 }))
            {
                var said = string.Concat(Folding.Of(row.Draft.Problem!).Where(char.IsLetterOrDigit));
                if (!seen.TryAdd(said, row.Row))
                {
                    Wrong(row.Row, FindingHeadings.Problem, localizer.Say(SheetTexts.SheetSameAs, seen[said]));
                }
            }
        }

        private AreaCode? Place(List<List<SheetRow>> groups)
        {
            AreaCode? place = null;
            foreach (var row in groups.Select(group => group[0]))
            {
                if (At(row, FindingHeadings.Area) is not { } typed)
                {
                    continue;
                }

                switch (localizer.Directory.Areas.Resolve(typed, place))
                {
                    case AreaMatch.One one when place is { } before && before != one.Area.Code:
                        Wrong(row, FindingHeadings.Area, localizer.Say(
                            FindingTexts.PlaceDiffers,
                            localizer.Place(one.Area.Code),
                            localizer.Place(before)));
                        break;
                    case AreaMatch.One one:
                        place = one.Area.Code;
                        break;
                    case AreaMatch.Several several:
                        Wrong(row, FindingHeadings.Area, localizer.Say(
                            SheetTexts.SheetPlaceSeveral,
                            Localizer.Clip(typed, 40),
                            string.Join(localizer.Say(Texts.ListComma), several.Areas.Select(a => localizer.Place(a.Code)))));
                        break;
                    default:
                        Wrong(row, FindingHeadings.Area, localizer.Say(SheetTexts.SheetNoPlace, Localizer.Clip(typed, 40)));
                        break;
                }
            }

            return place;
        }

        private void Tell(List<int> others, List<SheetRow> rows)
        {
            Add(unread, FindingTexts.OnlyFirstCell, others);
            Add(unread, FindingTexts.OnlyChapter, chapters);
            Add(noted, FindingTexts.Joined, joined);
            Add(noted, FindingTexts.BothTracks, both);
            var numbers = rows.Where(r => !joined.Contains(r.Number))
                .Select(r => int.TryParse(string.Concat((At(r, FindingHeadings.No) ?? "").Where(char.IsLetterOrDigit)), out var no) ? no : 0)
                .ToList();
            if (numbers.Exists(no => no > 0) && !numbers.SequenceEqual(Enumerable.Range(1, numbers.Count)))
            {
                noted.Add(localizer.Say(FindingTexts.Renumbered));
            }

            void Add(List<string> to, Text text, List<int> at)
            {
                if (at.Count > 0)
                {
                    var named = string.Join(localizer.Say(Texts.ListComma), at.Take(MostRows));
                    to.Add(localizer.Say(text, at.Count > MostRows ? localizer.Say(SheetTexts.JobAndOthers, named) : named));
                }
            }
        }

        private string TitleOf(string field) => localizer.Say(FindingHeadings.All.First(h => h.Field == field).Title);

        private void Wrong(SheetRow row, string field, string why) => Wrong(row.Number, field, why);

        private void Wrong(int row, string field, string why)
        {
            var column = head.Columns.TryGetValue(field, out var own) ? own
                : field == FindingHeadings.Problem ? head.Required - 1
                : 0;
            errors.Add(new(
                SheetRow.Address(column, row),
                localizer.Say(Texts.Labelled, TitleOf(field), why),
                row,
                column));
        }

        private string? At(SheetRow row, string field) =>
            head.Columns.TryGetValue(field, out var column) && row.At(column) is { Length: > 0 } text ? text : null;
    }
}
