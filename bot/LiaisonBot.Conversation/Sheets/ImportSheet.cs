using LiaisonBot.Conversation.Commands;
using LiaisonBot.Core.Areas;
using LiaisonBot.Core.Calendar;
using LiaisonBot.Core.Jobs;
using LiaisonBot.Core.Matters;
using LiaisonBot.Core.People;
using LiaisonBot.Core.Text;

namespace LiaisonBot.Conversation.Sheets;

/// <summary>One thing to correct in a table.</summary>
/// <param name="Cell">As Excel names it: C7. Empty for the table as a whole.</param>
/// <param name="Row">Of the cell, and <paramref name="Column"/> from 0: errors are told in the order in which a table is read.</param>
internal sealed record SheetError(string Cell, string Why, int Row = 0, int Column = 0);

/// <summary>A table that was looked at whole.</summary>
/// <param name="Items">What it asks for; good for anything only while there are no errors.</param>
internal sealed record ImportSheet(JobKind Kind, IReadOnlyList<JobItem> Items, IReadOnlyList<SheetError> Errors)
{
    /// <summary>Reads and checks a table, with the rules that will be asked again when it is carried out. Nothing is guessed: what is not clear is an error.</summary>
    /// <param name="whyNot">Why an assignment would be refused.</param>
    public static ImportSheet Read(Sheet sheet, Person by, Phrases phrases, Func<MatterDraft, IReadOnlyList<Refusal>> whyNot)
    {
        if (Headings.Find(sheet) is not var (kind, head))
            return new(JobKind.Matters, [], [new("", phrases.Say(
                sheet.Rows.Count == 0 ? Texts.SheetEmpty : Texts.SheetNoHeadings, Headings.Words(JobKind.Matters, phrases), Headings.Words(JobKind.People, phrases)))]);
        return new Reader(kind, head, by, phrases, whyNot).Read(sheet);
    }

    private sealed class Reader
    {
        private readonly JobKind kind;
        private readonly SheetRow head;
        private readonly Person by;
        private readonly Phrases phrases;
        private readonly Func<MatterDraft, IReadOnlyList<Refusal>> whyNot;
        private readonly Dictionary<string, int> columns = new(StringComparer.Ordinal);
        private readonly List<SheetError> errors = [];
        private readonly Dictionary<string, int> seen = new(StringComparer.Ordinal);
        private readonly AreaCode? within;

        public Reader(JobKind kind, SheetRow head, Person by, Phrases phrases, Func<MatterDraft, IReadOnlyList<Refusal>> whyNot)
        {
            (this.kind, this.head, this.by, this.phrases, this.whyNot) = (kind, head, by, phrases, whyNot);
            within = by.Grants.Count == 1 ? by.Grants[0].Area : null;
        }

        public ImportSheet Read(Sheet sheet)
        {
            FindColumns();
            if (errors.Count > 0) return new(kind, [], errors);
            var rows = sheet.Rows.Where(r => r.Number > head.Number && columns.Values.Any(c => r.At(c).Length > 0)).ToList();
            if (rows.Count == 0) errors.Add(new("", phrases.Say(Texts.SheetEmpty)));
            if (rows.Count > JobLimits.Items) errors.Add(new(rows[JobLimits.Items].Address(0), phrases.Say(Texts.SheetTooManyItems, rows.Count, JobLimits.Items)));
            if (errors.Count > 0) return new(kind, [], errors);
            List<JobItem> items = kind == JobKind.Matters ? [.. rows.Select(Matter)] : [.. rows.Select(Entry).OfType<JobItem.Entry>()];
            if (kind == JobKind.People) CheckEntries([.. items.Cast<JobItem.Entry>()]);
            return new(kind, items, [.. errors.OrderBy(e => e.Row).ThenBy(e => e.Column)]);
        }

        private void FindColumns()
        {
            foreach (var heading in Headings.Of(kind))
            {
                var found = Enumerable.Range(0, head.Cells.Count).Where(c => heading.Fits(head.Cells[c])).ToList();
                if (found.Count > 0) columns[heading.Field] = found[0];
                if (found.Count > 1) errors.Add(new(head.Address(found[1]), phrases.Say(Texts.SheetColumnTwice, phrases.Say(heading.Title))));
                if (found.Count == 0 && heading.Required) errors.Add(new("", phrases.Say(Texts.SheetMissingColumn, phrases.Say(heading.Title))));
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
                At(row, Fields.Title), area, responsible is null && area is { } place ? phrases.Directory.Areas.Find(place)?.Name : responsible,
                At(row, Fields.Target), due, urgency, At(row, Fields.Basis));
            foreach (var refusal in whyNot(draft))
                // What could not be read is not missing as well; who is responsible is named after the place.
                if (wrong.Add(refusal.Field ?? "") && !(refusal.Field == Fields.Responsible && area is null)) Wrong(row, refusal.Field, phrases.Why(refusal));
            if (area is { } code && draft.Title is { } title) Once(row, Fields.Title, $"{code} {Folding.Of(title)}");
            return new(row.Number, draft);
        }

        /// <summary>Null when it cannot be read.</summary>
        private JobItem.Entry? Entry(SheetRow row)
        {
            var wrong = new HashSet<string>(StringComparer.Ordinal);
            var area = Place(row, wrong);
            if (area is null && wrong.Add(Fields.Area)) Wrong(row, Fields.Area, phrases.Say(Texts.RefusedMissing));
            var role = RoleOf(row);
            var team = TeamOf(row, wrong);
            if (role is null || area is null || wrong.Count > 0) return null;
            var entry = new PersonEntry(At(row, Headings.Identity), At(row, Headings.Name), new(role.Value, area.Value, team));
            Once(row, Headings.Identity, $"{Folding.Of(entry.Identity ?? "")} {entry.Grant}");
            return new(row.Number, entry);
        }

        private void CheckEntries(IReadOnlyList<JobItem.Entry> entries)
        {
            foreach (var (entry, decided) in entries.Zip(EntryRules.Decide(by, [.. entries.Select(e => e.Person)], phrases.Directory)))
                if (decided.Refusal is { } refusal)
                    Wrong(entry.Row, FieldOf(refusal), phrases.Why(refusal));
        }

        private static string FieldOf(DirectoryRefusal refusal) => refusal switch
        {
            DirectoryRefusal.IdentityMissing or DirectoryRefusal.IdentityTooLong or DirectoryRefusal.TooManyGrants => Headings.Identity,
            DirectoryRefusal.NameMissing or DirectoryRefusal.NameTooLong => Headings.Name,
            DirectoryRefusal.UnknownArea => Fields.Area,
            _ => Headings.Role,
        };

        private AreaCode? Place(SheetRow row, HashSet<string> wrong)
        {
            if (At(row, Fields.Area) is not { } typed) return null;
            switch (phrases.Directory.Areas.Resolve(typed, within))
            {
                case AreaMatch.One one:
                    return one.Area.Code;
                case AreaMatch.Several several:
                    Wrong(row, Fields.Area, phrases.Say(Texts.SheetPlaceSeveral, Phrases.Clip(typed, 40), string.Join(phrases.Say(Texts.ListComma), several.Areas.Select(a => phrases.Place(a.Code)))));
                    break;
                default:
                    Wrong(row, Fields.Area, phrases.Say(Texts.SheetNoPlace, Phrases.Clip(typed, 40)));
                    break;
            }

            wrong.Add(Fields.Area);
            return null;
        }

        private DueSpan? Due(SheetRow row, HashSet<string> wrong)
        {
            if (At(row, Fields.Due) is not { } typed) return null;
            if (phrases.Dates.Read(typed) is { } due) return due;
            wrong.Add(Fields.Due);
            Wrong(row, Fields.Due, typed.All(c => char.IsAsciiDigit(c) || c == '.') ? phrases.Say(Texts.SheetDueNumber, Phrases.Clip(typed, 20)) : phrases.Say(Texts.RefusedBadDate));
            return null;
        }

        private Urgency Urgent(SheetRow row, HashSet<string> wrong)
        {
            var typed = At(row, Fields.Urgency) ?? "";
            if (CellWords.Urgency(typed) is { } urgency) return urgency;
            wrong.Add(Fields.Urgency);
            Wrong(row, Fields.Urgency, phrases.Say(Texts.SheetUrgency, Phrases.Clip(typed, 20), phrases.Say(Texts.Normal), phrases.Say(Texts.Urgent)));
            return Urgency.Normal;
        }

        private Role? RoleOf(SheetRow row)
        {
            var typed = At(row, Headings.Role);
            var named = Enum.GetValues<Role>().Where(role => Names(role).Append(role.ToString()).Any(name => Folding.Same(name, typed))).ToList();
            if (named.Count == 1) return named[0];
            Wrong(row, Headings.Role, typed is null
                ? phrases.Say(Texts.RefusedMissing)
                : phrases.Say(Texts.SheetRole, Phrases.Clip(typed, 20), string.Join(phrases.Say(Texts.ListComma), Enum.GetValues<Role>().Select(phrases.RoleName))));
            return null;
        }

        private IEnumerable<string> Names(Role role) => [(phrases with { Language = Language.Chinese }).RoleName(role), (phrases with { Language = Language.English }).RoleName(role)];

        private int? TeamOf(SheetRow row, HashSet<string> wrong)
        {
            if (At(row, Headings.Team) is not { } typed) return null;
            if (CellWords.Team(typed) is { } number) return number;
            wrong.Add(Headings.Team);
            Wrong(row, Headings.Team, phrases.Say(Texts.SheetTeam, Phrases.Clip(typed, 20)));
            return null;
        }

        /// <summary>The same twice in one table is a slip.</summary>
        private void Once(SheetRow row, string field, string what)
        {
            if (!seen.TryAdd(what, row.Number)) Wrong(row, field, phrases.Say(Texts.SheetSameAs, seen[what]));
        }

        private void Wrong(SheetRow row, string? field, string why) => Wrong(row.Number, field, why);

        /// <summary>A column that the table lacks is told at the first one.</summary>
        private void Wrong(int row, string? field, string why)
        {
            var column = columns.GetValueOrDefault(field ?? "", 0);
            var name = Headings.Of(kind).FirstOrDefault(h => h.Field == field);
            errors.Add(new(SheetRow.Address(column, row), name is null ? why : phrases.Say(Texts.Labelled, phrases.Say(name.Title), why), row, column));
        }

        private string? At(SheetRow row, string field) => columns.TryGetValue(field, out var column) && row.At(column) is { Length: > 0 } text ? text : null;
    }
}
