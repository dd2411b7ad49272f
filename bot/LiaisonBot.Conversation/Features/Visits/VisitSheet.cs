using LiaisonBot.Conversation.Phrases;
using LiaisonBot.Conversation.Sheets;
using LiaisonBot.Core.Areas;
using LiaisonBot.Core.Jobs;
using LiaisonBot.Core.People;
using LiaisonBot.Core.Text;
using NodaTime;

namespace LiaisonBot.Conversation.Features.Visits;

/// <summary>The table of visits in a workbook or a pasted text: its sheet, and the row with the headings.</summary>
internal sealed record VisitTable(IReadOnlyList<Sheet> All, Sheet Sheet, SheetRow Head);

/// <summary>
/// A table of visits that was looked at whole. Nothing is guessed: what is not clear is an error at its cell.
/// </summary>
/// <param name="Rows">What could be read, each with its row as Excel counts.</param>
/// <param name="Unread">What of the file was not read, in words.</param>
internal sealed record VisitSheet(
    IReadOnlyList<(int Row, Visit Visit)> Rows,
    IReadOnlyList<SheetError> Errors,
    IReadOnlyList<string> Unread)
{
    private IReadOnlyDictionary<string, int> Columns { get; init; } = new Dictionary<string, int>(StringComparer.Ordinal);

    /// <summary>Null for a table of something else.</summary>
    public static VisitTable? Find(IReadOnlyList<Sheet> sheets)
    {
        foreach (var sheet in sheets)
        {
            if (VisitHeadings.Find(sheet.Rows) is { } head)
            {
                return new(sheets, sheet, head);
            }
        }

        return null;
    }

    /// <param name="own">The team of whoever imports for one alone: where no team stands, it is theirs.</param>
    public static VisitSheet Read(VisitTable table, int? own, Localizer localizer)
    {
        var columns = VisitHeadings.All.Select(h => (h.Field, Column: VisitHeadings.ColumnOf(table.Head.Cells, h.Field)))
            .Where(c => c.Column is not null)
            .ToDictionary(c => c.Field, c => c.Column!.Value, StringComparer.Ordinal);
        var reader = new Reader(table, columns, own, localizer);
        return reader.Read();
    }

    /// <summary>A row that the rules refuse, at the cell that it is about.</summary>
    public SheetError Wrong(int index, string field, string why, Localizer localizer)
    {
        var column = Columns.TryGetValue(field, out var own) ? own
            : Columns.TryGetValue(field.Length == 0 ? VisitHeadings.Area : VisitHeadings.Days, out var other) ? other
            : 0;
        var row = Rows[index].Row;
        return new(SheetRow.Address(column, row), Labelled(field, why, localizer), row, column);
    }

    private static string Labelled(string field, string why, Localizer localizer) =>
        VisitHeadings.All.FirstOrDefault(h => h.Field == field) is { } heading
            ? localizer.Say(Texts.Labelled, localizer.Say(heading.Title), why)
            : why;

    private sealed class Reader(
        VisitTable table,
        Dictionary<string, int> columns,
        int? own,
        Localizer localizer)
    {
        private readonly List<SheetError> errors = [];

        public VisitSheet Read()
        {
            foreach (var heading in VisitHeadings.All.Where(h => h.Required
                && !columns.ContainsKey(h.Field)
                && !(h.Field == VisitHeadings.Team && own is not null)))
            {
                errors.Add(new("", localizer.Say(SheetTexts.SheetMissingColumn, localizer.Say(heading.Title))));
            }

            if (table.Sheet.IsCut)
            {
                errors.Add(new("", localizer.Say(SheetTexts.SheetTooLarge, SheetLimits.Rows, SheetLimits.Columns)));
            }

            var rows = table.Sheet.Rows
                .Where(r => r.Number > table.Head.Number
                    && columns.Values.Any(c => r.At(c).Length > 0)
                    && !columns.Values.All(c => r.At(c) == table.Head.At(c)))
                .ToList();
            if (rows.Count == 0 && errors.Count == 0)
            {
                errors.Add(new("", localizer.Say(SheetTexts.SheetEmpty)));
            }

            if (rows.Count > JobLimits.Items)
            {
                errors.Add(new(
                    rows[JobLimits.Items].Address(0),
                    localizer.Say(SheetTexts.SheetTooManyItems, rows.Count, JobLimits.Items)));
            }

            List<(int, Visit)> visits = [];
            var seen = new Dictionary<Visit, int>();
            foreach (var row in errors.Count > 0 ? [] : rows)
            {
                if (Visit(row) is not { } visit)
                {
                    continue;
                }

                // The same twice in one table is a slip.
                if (seen.TryGetValue(visit, out var before))
                {
                    Wrong(row, VisitHeadings.Area, localizer.Say(SheetTexts.SheetSameAs, before));
                    continue;
                }

                seen.Add(visit, row.Number);
                visits.Add((row.Number, visit));
            }

            return new(visits, errors, ImportSheet.NotSeen(table.All, table.Sheet, localizer)) { Columns = columns };
        }

        private Visit? Visit(SheetRow row)
        {
            var before = errors.Count;
            foreach (var (field, column) in columns)
            {
                if (table.Sheet.Faults.TryGetValue((row.Number, column), out var fault)
                    && Why(fault, field, row.At(column)) is { } why)
                {
                    Wrong(row, field, why);
                }
            }

            var (kind, area, group) = (KindOf(row), Area(row), Group(row));
            var team = Team(row, ref group);
            var (from, to) = Days(row);
            return errors.Count == before && kind is { } k && area is { } place && team is { } number && from is { } first && to is { } last
                ? new(number, place, first, last, k) { Group = group, ByHand = true }
                : null;
        }

        private string? Why(CellFault fault, string field, string text) => fault switch
        {
            CellFault.None or CellFault.NoYear => null,
            CellFault.NotCalculated => localizer.Say(SheetTexts.SheetNotCalculated),
            CellFault.Error => localizer.Say(SheetTexts.SheetFormulaError, Localizer.Clip(text, 20)),
            CellFault.NoDay => field is VisitHeadings.From or VisitHeadings.To or VisitHeadings.Days
                ? localizer.Say(SheetTexts.SheetNoDay, text, localizer.ExampleDate)
                : localizer.Say(SheetTexts.SheetMadeDate, text),
            CellFault.DigitsLost => localizer.Say(SheetTexts.SheetDigitsLost),
        };

        private VisitKind? KindOf(SheetRow row)
        {
            var typed = At(row, VisitHeadings.Kind);
            var compared = CellWords.VisitKind(typed);
            foreach (var kind in Enum.GetValues<VisitKind>())
            {
                var name = VisitWords.NameOf(kind);
                if (Folding.Same(name.Chinese, compared) || Folding.Same(name.English, compared) || Folding.Same(kind.ToString(), compared))
                {
                    return kind;
                }
            }

            Wrong(row, VisitHeadings.Kind, typed.Length == 0
                ? localizer.Say(Texts.RefusedMissing)
                : localizer.Say(
                    VisitTexts.SheetKind,
                    Localizer.Clip(typed, 20),
                    string.Join(
                        localizer.Say(Texts.ListComma),
                        Enum.GetValues<VisitKind>().Select(k => localizer.Say(VisitWords.NameOf(k))))));
            return null;
        }

        private AreaCode? Area(SheetRow row)
        {
            var typed = At(row, VisitHeadings.Area);
            if (typed.Length == 0)
            {
                Wrong(row, VisitHeadings.Area, localizer.Say(Texts.RefusedMissing));
                return null;
            }

            switch (localizer.Directory.Areas.Resolve(typed, null))
            {
                case AreaMatch.One one:
                    return one.Area.Code;
                case AreaMatch.Several several:
                    Wrong(
                        row,
                        VisitHeadings.Area,
                        localizer.Say(
                            SheetTexts.SheetPlaceSeveral,
                            Localizer.Clip(typed, 40),
                            string.Join(
                                localizer.Say(Texts.ListComma),
                                several.Areas.Select(a => localizer.Place(a.Code)))));
                    return null;
                default:
                    Wrong(row, VisitHeadings.Area, localizer.Say(SheetTexts.SheetNoPlace, Localizer.Clip(typed, 40)));
                    return null;
            }
        }

        /// <summary>第2组, 2, and 第2组第1小组, which names the group as well.</summary>
        private int? Team(SheetRow row, ref int? group)
        {
            var typed = At(row, VisitHeadings.Team);
            if (typed.Length == 0 && own is { } team)
            {
                return team;
            }

            var line = VisitLine.Read(typed, localizer.Directory.Areas, localizer.Today);
            group ??= line.Group;
            if ((line.Team ?? CellWords.Team(typed)) is { } number)
            {
                return number;
            }

            Wrong(row, VisitHeadings.Team, typed.Length == 0
                ? localizer.Say(Texts.RefusedMissing)
                : localizer.Say(SheetTexts.SheetTeam, Localizer.Clip(typed, 20)));
            return null;
        }

        private int? Group(SheetRow row)
        {
            var typed = At(row, VisitHeadings.Group);
            if (CellWords.Group(typed) is { } number)
            {
                return number == 0 ? null : number;
            }

            Wrong(row, VisitHeadings.Group, localizer.Say(
                VisitTexts.SheetGroup,
                Localizer.Clip(typed, 20),
                Core.People.Visit.MaxGroup));
            return null;
        }

        private (LocalDate? From, LocalDate? To) Days(SheetRow row)
        {
            if (columns.ContainsKey(VisitHeadings.From) && columns.ContainsKey(VisitHeadings.To))
            {
                return (Day(row, VisitHeadings.From), Day(row, VisitHeadings.To));
            }

            var line = VisitLine.Read(At(row, VisitHeadings.Days), localizer.Directory.Areas, localizer.Today);
            if (line.From is null || line.To is null)
            {
                Wrong(row, VisitHeadings.Days, localizer.Say(VisitTexts.RefusedNoDate, localizer.ExampleDate));
            }

            return (line.From, line.To);
        }

        private LocalDate? Day(SheetRow row, string field)
        {
            var typed = At(row, field);
            // A month is no day.
            if (typed.Length > 0
                && DaysLine.Read(typed, localizer.Today) is { From: { } day } line
                && (line.To is null || line.To == day))
            {
                return day;
            }

            Wrong(row, field, typed.Length == 0
                ? localizer.Say(Texts.RefusedMissing)
                : localizer.Say(VisitTexts.RefusedNoDate, localizer.ExampleDate));
            return null;
        }

        private string At(SheetRow row, string field) =>
            columns.TryGetValue(field, out var column) ? row.At(column) : "";

        private void Wrong(SheetRow row, string field, string why)
        {
            var column = columns.GetValueOrDefault(field, 0);
            errors.Add(new(row.Address(column), Labelled(field, why, localizer), row.Number, column));
        }
    }
}
