using LiaisonBot.Conversation.Phrases;
using LiaisonBot.Core.Areas;
using LiaisonBot.Core.Calendar;
using LiaisonBot.Core.Jobs;
using LiaisonBot.Core.Matters;
using LiaisonBot.Core.People;
using LiaisonBot.Core.Text;
using NodaTime;

namespace LiaisonBot.Conversation.Sheets;

/// <summary>One thing to correct in a table.</summary>
/// <param name="Cell">As Excel names it: C7. Empty for the table as a whole.</param>
/// <param name="Row">Of the cell, and <paramref name="Column"/> from 0: errors are told in the order in which a table
/// is read.</param>
internal sealed record SheetError(string Cell, string Why, int Row = 0, int Column = 0);

/// <summary>A table that was looked at whole.</summary>
/// <param name="Items">What it asks for; good for anything only while there are no errors.</param>
/// <param name="Unread">What of the file was not read, in words: nothing is left out in silence.</param>
internal sealed record ImportSheet(
    JobKind Kind,
    IReadOnlyList<JobItem> Items,
    IReadOnlyList<SheetError> Errors,
    IReadOnlyList<string> Unread)
{
    /// <summary>
    /// Reads and checks a table, with the rules that will be asked again when it is carried out. Nothing is guessed:
    /// what is not clear is an error.
    /// </summary>
    /// <param name="sheets">Of a workbook: the one with headings is the table. Two of them are not imported
    /// together.</param>
    /// <param name="whyNot">Why an assignment would be refused.</param>
    public static ImportSheet Read(
        IReadOnlyList<Sheet> sheets,
        Person by,
        Localizer localizer,
        Func<MatterDraft, IReadOnlyList<Refusal>> whyNot)
    {
        var tables = sheets.Select(sheet => (Sheet: sheet, Head: Headings.Find(sheet)))
            .Where(t => t.Head is not null)
            .ToList();
        // A template holds the headings of its own, and lists beside them; a table without rows is no second one.
        var filled = tables.Where(t => t.Sheet.Rows.Any(r => r.Number > t.Head!.Value.Row.Number)).ToList();
        if (tables.Count == 0)
        {
            return new(JobKind.Matters, [], [new("", localizer.Say(
                sheets.All(s => s.Rows.Count == 0) ? SheetTexts.SheetEmpty : SheetTexts.SheetNoHeadings,
                Headings.Words(JobKind.Matters, localizer),
                Headings.Words(JobKind.People, localizer)))], NotSeen(sheets, null, localizer));
        }

        if (filled.Count > 1)
        {
            var names = string.Join(
                localizer.Say(Texts.ListComma),
                filled.Select(t => Localizer.Clip(t.Sheet.Name, MostOfName)));
            return new(filled[0].Head!.Value.Kind, [], [new("", localizer.Say(SheetTexts.SheetSeveralTables, names))], []);
        }

        var (sheet, head) = filled.Count == 1 ? filled[0] : tables[0];
        var read = new Reader(head!.Value.Kind, head.Value.Row, by, localizer, whyNot).Read(sheet);
        return read with { Unread = [.. NotSeen(sheets, sheet, localizer), .. read.Unread] };
    }

    /// <summary>UTF-16 units of the name of a sheet or column that are shown.</summary>
    private const int MostOfName = 30;

    /// <summary>Rows that are named one by one.</summary>
    private const int MostRows = 10;

    /// <summary>Rows and columns that are hidden in the table, and sheets beside it.</summary>
    public static List<string> NotSeen(IReadOnlyList<Sheet> sheets, Sheet? table, Localizer localizer)
    {
        var unread = new List<string>();
        if (table is { HiddenRows: { Count: > 0 } rows })
        {
            var named = string.Join(localizer.Say(Texts.ListComma), rows.Take(MostRows));
            unread.Add(localizer.Say(
                SheetTexts.SheetHiddenRows,
                rows.Count > MostRows ? localizer.Say(SheetTexts.JobAndOthers, named) : named,
                rows.Count));
        }

        if (table is { HiddenColumns: { Count: > 0 } columns })
        {
            unread.Add(localizer.Say(
                SheetTexts.SheetHiddenColumns,
                string.Join(localizer.Say(Texts.ListComma), columns.Select(SheetRow.ColumnName))));
        }

        // Those of the templates explain and list.
        var others = sheets.Where(s => s != table
            && !Of(SheetTexts.TemplateHow).Contains(s.Name)
            && !Of(SheetTexts.TemplatePlaces).Contains(s.Name)
            && !Of(FindingTexts.Topic).Contains(s.Name)).ToList();
        if (table is not null && others.Count > 0)
        {
            unread.Add(localizer.Say(
                SheetTexts.SheetOthers,
                string.Join(
                    localizer.Say(Texts.ListComma),
                    others.Take(MostRows).Select(s => Localizer.Clip(s.Name, MostOfName)))));
        }

        return unread;

        static string[] Of(Text name) => [name.Chinese, name.English];
    }

    private sealed class Reader
    {
        private readonly JobKind kind;
        private readonly SheetRow head;
        private readonly Person by;
        private readonly Localizer localizer;
        private readonly Func<MatterDraft, IReadOnlyList<Refusal>> whyNot;
        private readonly Dictionary<string, int> columns = new(StringComparer.Ordinal);
        private readonly List<SheetError> errors = [];
        private readonly Dictionary<string, int> seen = new(StringComparer.Ordinal);
        private readonly AreaCode? within;
        private readonly List<string> unread = [];
        private IReadOnlyDictionary<(int Row, int Column), CellFault> faults = new Dictionary<(int Row, int Column), CellFault>();

        public Reader(
            JobKind kind,
            SheetRow head,
            Person by,
            Localizer localizer,
            Func<MatterDraft, IReadOnlyList<Refusal>> whyNot)
        {
            (this.kind, this.head, this.by, this.localizer, this.whyNot) = (kind, head, by, localizer, whyNot);
            within = by.Grants.Count == 1 ? by.Grants[0].Area : null;
        }

        public ImportSheet Read(Sheet sheet)
        {
            faults = sheet.Faults;
            FindColumns();
            if (sheet.IsCut)
            {
                errors.Add(new("", localizer.Say(SheetTexts.SheetTooLarge, SheetLimits.Rows, SheetLimits.Columns)));
            }

            if (errors.Count > 0)
            {
                return Done([]);
            }

            var rows = sheet.Rows.Where(r => r.Number > head.Number && !IsHead(r)).ToList();
            foreach (var row in rows)
            {
                CheckCells(row);
            }

            rows.RemoveAll(r => !columns.Values.Any(c => r.At(c).Length > 0 || faults.ContainsKey((r.Number, c))));
            if (rows.Count == 0 && errors.Count == 0)
            {
                errors.Add(new("", localizer.Say(SheetTexts.SheetEmpty)));
            }

            if (rows.Count > JobLimits.Items)
            {
                errors.Add(new(
                    rows[JobLimits.Items].Address(0),
                    localizer.Say(SheetTexts.SheetTooManyItems, rows.Count, JobLimits.Items)));
                return Done([]);
            }

            List<JobItem> items = kind == JobKind.Matters
                ? [.. rows.Select(Matter)]
                : [.. rows.Select(Entry).OfType<JobItem.Entry>()];
            if (kind == JobKind.People)
            {
                CheckEntries([.. items.Cast<JobItem.Entry>()]);
            }

            return Done(items);
        }

        /// <summary>
        /// One error for a cell: what is wrong with the cell itself comes before what a rule makes of it.
        /// </summary>
        private ImportSheet Done(IReadOnlyList<JobItem> items) =>
            new(
                kind,
                items,
                [.. errors.DistinctBy(e => e.Cell.Length == 0 ? e.Why : e.Cell)
                    .OrderBy(e => e.Row)
                    .ThenBy(e => e.Column)],
                unread);

        /// <summary>
        /// The headings once more, as they are printed on each page, or the second row of merged ones.
        /// </summary>
        private bool IsHead(SheetRow row) => columns.Values.All(c => row.At(c) == head.At(c));

        /// <summary>Cells that cannot be taken as they are, and those for which nobody said what they are.</summary>
        private void CheckCells(SheetRow row)
        {
            foreach (var (field, column) in columns)
            {
                if (faults.TryGetValue((row.Number, column), out var fault)
                    && Why(fault, field, row.At(column)) is { } why)
                {
                    Wrong(row, field, why);
                }
            }

            for (var column = 0; column < row.Cells.Count; column++)
            {
                if (row.At(column).Length > 0 && head.At(column).Length == 0)
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
            CellFault.NoDay =>
                field is Fields.Due or Headings.From or Headings.To
                    ? localizer.Say(SheetTexts.SheetNoDay, text, localizer.ExampleDate)
                    : localizer.Say(SheetTexts.SheetMadeDate, text),
            CellFault.NoYear => field is Fields.Due or Headings.From or Headings.To ? null : localizer.Say(SheetTexts.SheetMadeDate, text),
            CellFault.DigitsLost => localizer.Say(SheetTexts.SheetDigitsLost),
        };

        private void FindColumns()
        {
            var compared = head.Cells.Select(ColumnHeading.Compared).ToList();
            foreach (var heading in Headings.Of(kind))
            {
                var found = Enumerable.Range(0, compared.Count).Where(c => heading.FitsWell(compared[c])).ToList();
                if (found.Count == 0)
                {
                    found = [.. Enumerable.Range(0, head.Cells.Count)
                        .Where(c => heading.Fits(compared[c]) && !columns.ContainsValue(c))
                        .Take(1)];
                }
                if (found.Count > 0)
                {
                    columns[heading.Field] = found[0];
                }

                if (found.Count > 1)
                {
                    errors.Add(new(
                        head.Address(found[1]),
                        localizer.Say(SheetTexts.SheetColumnTwice, localizer.Say(heading.Title))));
                }

                if (found.Count == 0 && heading.Required)
                {
                    errors.Add(new("", localizer.Say(SheetTexts.SheetMissingColumn, localizer.Say(heading.Title))));
                }
            }

            var unknown = Enumerable.Range(0, head.Cells.Count)
                .Where(c => head.At(c).Length > 0 && !columns.ContainsValue(c))
                .Select(c => Localizer.Clip(head.At(c).ReplaceLineEndings(" "), MostOfName))
                .ToList();
            if (unknown.Count > 0)
            {
                unread.Add(localizer.Say(
                    SheetTexts.SheetOtherColumns,
                    string.Join(localizer.Say(Texts.ListComma), unknown)));
            }
        }

        private JobItem.Assignment Matter(SheetRow row)
        {
            var wrong = new HashSet<string>(StringComparer.Ordinal);
            var area = Place(row, wrong);
            var due = Due(row, wrong);
            var urgency = Urgent(row, wrong);
            var responsible = At(row, Fields.Responsible);
            var draft = new MatterDraft(
                At(row, Fields.Title),
                area,
                responsible is null && area is { } place ? localizer.Directory.Areas.Find(place)?.Name : responsible,
                At(row, Fields.Target), due, urgency, At(row, Fields.Basis));
            foreach (var refusal in whyNot(draft))
                // What could not be read is not missing as well; who is responsible is named after the place.
                if (wrong.Add(refusal.Field ?? "") && !(refusal.Field == Fields.Responsible && area is null))
                {
                    Wrong(row, refusal.Field, localizer.Why(refusal));
                }

            if (area is { } code && draft.Title is { } title)
            {
                Once(row, Fields.Title, $"{code} {Folding.Of(title)}");
            }

            return new(row.Number, draft);
        }

        /// <summary>Null when it cannot be read.</summary>
        private JobItem.Entry? Entry(SheetRow row)
        {
            var wrong = new HashSet<string>(StringComparer.Ordinal);
            var area = Place(row, wrong);
            if (area is null && wrong.Add(Fields.Area))
            {
                Wrong(row, Fields.Area, localizer.Say(Texts.RefusedMissing));
            }

            var duty = DutyOf(row, area);
            var team = TeamOf(row, wrong);
            var (group, recusals) = (GroupOf(row, wrong), RecusalsOf(row, area, wrong));
            var (from, to) = (Day(row, Headings.From, wrong), Day(row, Headings.To, wrong));
            if (duty is not var (role, post) || area is null || wrong.Count > 0)
            {
                return null;
            }

            // A column of what they are in the team says no more than that.
            var isDuty = columns[Headings.Role] == columns.GetValueOrDefault(Headings.JobTitle, -1);

            var entry = new PersonEntry(
                At(row, Headings.Identity),
                At(row, Headings.Name),
                new(role, area.Value, team) { From = from, To = to, Post = post, Group = group },
                isDuty ? null : At(row, Headings.JobTitle),
                At(row, Headings.Phone))
            {
                HomeUnit = At(row, Headings.HomeUnit),
                Recusals = recusals,
            };
            Once(row, Headings.Identity, $"{Folding.Of(entry.Identity ?? "")} {entry.Grant}");
            return new(row.Number, entry);
        }

        private void CheckEntries(IReadOnlyList<JobItem.Entry> entries)
        {
            foreach (var (entry, decided) in entries.Zip(EntryRules.Decide(
                by,
                [.. entries.Select(e => e.Person)],
                localizer.Directory)))
                if (decided.Refusal is { } refusal)
                    Wrong(entry.Row, FieldOf(refusal), localizer.Why(refusal));
        }

        private static string FieldOf(DirectoryRefusal refusal) => refusal switch
        {
            DirectoryRefusal.IdentityMissing or DirectoryRefusal.IdentityTooLong or DirectoryRefusal.TooManyGrants =>
                Headings.Identity,
            DirectoryRefusal.NameMissing or DirectoryRefusal.NameTooLong => Headings.Name,
            DirectoryRefusal.UnknownArea => Fields.Area,
            DirectoryRefusal.JobTitleTooLong => Headings.JobTitle,
            DirectoryRefusal.PhoneWrong => Headings.Phone,
            DirectoryRefusal.DaysOutOfOrder => Headings.To,
            DirectoryRefusal.Recused => Fields.Area,
            DirectoryRefusal.HomeUnitTooLong => Headings.HomeUnit,
            DirectoryRefusal.TooManyRecusals => Headings.Recusals,
            DirectoryRefusal.TrainingIncomplete or DirectoryRefusal.NotAllowed or DirectoryRefusal.RoleDoesNotFit or DirectoryRefusal.TooManyPeople
                or DirectoryRefusal.TooManyUnits or DirectoryRefusal.AccountWaits
                or DirectoryRefusal.HasOtherRoles or DirectoryRefusal.LastOfOffice
                or DirectoryRefusal.Topics or DirectoryRefusal.DigestLimits or DirectoryRefusal.QuietLimits or DirectoryRefusal.NotFound => Headings.Role,
        };

        private AreaCode? Place(SheetRow row, HashSet<string> wrong)
        {
            if (At(row, Fields.Area) is not { } typed)
            {
                return null;
            }

            switch (localizer.Directory.Areas.Resolve(typed, within))
            {
                case AreaMatch.One one:
                    return one.Area.Code;
                case AreaMatch.Several several:
                    Wrong(
                        row,
                        Fields.Area,
                        localizer.Say(
                            SheetTexts.SheetPlaceSeveral,
                            Localizer.Clip(typed, 40),
                            string.Join(
                                localizer.Say(Texts.ListComma),
                                several.Areas.Select(a => localizer.Place(a.Code)))));
                    break;
                default:
                    Wrong(row, Fields.Area, localizer.Say(SheetTexts.SheetNoPlace, Localizer.Clip(typed, 40)));
                    break;
            }

            wrong.Add(Fields.Area);
            return null;
        }

        /// <summary>The first or last day of a duty; null where the cell is empty.</summary>
        private LocalDate? Day(SheetRow row, string field, HashSet<string> wrong)
        {
            if (At(row, field) is not { } typed)
            {
                return null;
            }

            if (DaysLine.Read(typed, localizer.Today).From is { } day)
            {
                return day;
            }

            wrong.Add(field);
            Wrong(row, field, localizer.Say(Texts.RefusedBadDate, localizer.ExampleDate));
            return null;
        }

        private DueSpan? Due(SheetRow row, HashSet<string> wrong)
        {
            if (At(row, Fields.Due) is not { } typed)
            {
                return null;
            }

            if (typed.All(char.IsAsciiDigit) && Headings.UnitOf(head.At(columns[Fields.Due])) is { } unit)
            {
                typed += unit;
            }

            if (localizer.Dates.Read(typed) is { } due)
            {
                return due;
            }

            wrong.Add(Fields.Due);
            var isNumber = typed.All(c => char.IsAsciiDigit(c) || c == '.');
            Wrong(row, Fields.Due, isNumber
                ? localizer.Say(SheetTexts.SheetDueNumber, Localizer.Clip(typed, 20), localizer.ExampleDate)
                : localizer.Say(Texts.RefusedBadDate, localizer.ExampleDate));
            return null;
        }

        private Urgency Urgent(SheetRow row, HashSet<string> wrong)
        {
            var typed = At(row, Fields.Urgency) ?? "";
            if (CellWords.Urgency(typed) is { } urgency)
            {
                return urgency;
            }

            wrong.Add(Fields.Urgency);
            Wrong(
                row,
                Fields.Urgency,
                localizer.Say(
                    SheetTexts.SheetUrgency,
                    Localizer.Clip(typed, 20),
                    localizer.Say(Texts.Normal),
                    localizer.Say(Texts.Urgent)));
            return Urgency.Normal;
        }

        private (Role Role, Post? Post)? DutyOf(SheetRow row, AreaCode? area)
        {
            var typed = At(row, Headings.Role);
            if (CellWords.Duty(typed ?? "", area) is { } duty)
            {
                return duty;
            }

            var named = Enum.GetValues<Role>()
                .Where(role => Names(role).Append(role.ToString()).Any(name => Folding.Same(name, typed)))
                .ToList();
            if (named.Count == 1)
            {
                return (named[0], null);
            }

            Wrong(row, Headings.Role, typed is null
                ? localizer.Say(Texts.RefusedMissing)
                : localizer.Say(
                    SheetTexts.SheetRole,
                    Localizer.Clip(typed, 20),
                    string.Join(localizer.Say(Texts.ListComma), Enum.GetValues<Role>().Select(localizer.RoleName))));
            return null;
        }

        private IEnumerable<string> Names(Role role) =>
            [
                (localizer with { Language = Language.Chinese }).RoleName(role),
                (localizer with { Language = Language.English }).RoleName(role)
            ];

        private int? TeamOf(SheetRow row, HashSet<string> wrong)
        {
            if (At(row, Headings.Team) is not { } typed)
            {
                return null;
            }

            if (CellWords.Team(typed) is { } number)
            {
                return number;
            }

            wrong.Add(Headings.Team);
            Wrong(row, Headings.Team, localizer.Say(SheetTexts.SheetTeam, Localizer.Clip(typed, 20)));
            return null;
        }

        private int? GroupOf(SheetRow row, HashSet<string> wrong)
        {
            if (At(row, Headings.Group) is not { } typed)
            {
                return null;
            }

            if (CellWords.Team(typed) is { } number && number is >= 1 and <= Visit.MaxGroup)
            {
                return number;
            }

            wrong.Add(Headings.Group);
            Wrong(row, Headings.Group, localizer.Say(SheetTexts.SheetGroup, Localizer.Clip(typed, 20), Visit.MaxGroup));
            return null;
        }

        /// <summary>Null where nothing stands: what is known stays.</summary>
        private IReadOnlyList<AreaCode>? RecusalsOf(SheetRow row, AreaCode? area, HashSet<string> wrong)
        {
            if (At(row, Headings.Recusals) is not { } typed)
            {
                return null;
            }

            var places = PlaceList.Read(typed, localizer.Directory.Areas, area, localizer.Today, localizer.Calendar);
            if (places.Wrong is { } unread)
            {
                wrong.Add(Headings.Recusals);
                Wrong(row, Headings.Recusals, localizer.Say(SheetTexts.SheetRecusal, Localizer.Clip(unread, 20)));
            }

            return places.Places;
        }

        /// <summary>The same twice in one table is a slip.</summary>
        private void Once(SheetRow row, string field, string what)
        {
            if (!seen.TryAdd(what, row.Number))
            {
                Wrong(row, field, localizer.Say(SheetTexts.SheetSameAs, seen[what]));
            }
        }

        private void Wrong(SheetRow row, string? field, string why) => Wrong(row.Number, field, why);

        /// <summary>A column that the table lacks is told at the first one.</summary>
        private void Wrong(int row, string? field, string why)
        {
            var column = columns.GetValueOrDefault(field ?? "", 0);
            var name = Headings.Of(kind).FirstOrDefault(h => h.Field == field);
            errors.Add(new(
                SheetRow.Address(column, row),
                name is null ? why : localizer.Say(Texts.Labelled, localizer.Say(name.Title), why),
                row,
                column));
        }

        private string? At(SheetRow row, string field) =>
            columns.TryGetValue(field, out var column) && row.At(column) is { Length: > 0 } text ? text : null;
    }
}
