using System.Globalization;
using LiaisonBot.Core.Areas;
using LiaisonBot.Core.Matters;
using LiaisonBot.Core.Storage;
using NodaTime;

namespace LiaisonBot.Core.Recurring;

/// <summary>
/// The rows of recurring matters, in the partition of their city: <c>N|number</c> the rule, <c>V|number|…</c> what
/// became of it, <c>R|time|recurring:number</c> when it comes next.
/// </summary>
public static class RecurringRows
{
    public const string Table = RowKeys.Matters.Table;

    private static readonly LocalDate LastDay = new(9999, 12, 31);

    public static string RuleKey(MatterNumber number) => RowKeys.Matters.Recurring + number.Key;

    public static string EventPrefix(MatterNumber number) => $"{RowKeys.Matters.RecurringHistory}{number.Key}|e|";

    public static string OccurrencePrefix(MatterNumber number) => $"{RowKeys.Matters.RecurringHistory}{number.Key}|o|";

    /// <summary>The newest date first, and of a date the places in their order.</summary>
    public static string OccurrenceKey(MatterNumber number, LocalDate date, AreaCode? place) => string.Create(
        CultureInfo.InvariantCulture,
        $"{OccurrencePrefix(number)}{Period.DaysBetween(date, LastDay):0000000}|{place?.Value}");

    public static Row ToRow(RecurringMatter rule)
    {
        var columns = new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["Number"] = rule.Number.Key,
            ["Title"] = rule.Title,
            ["Places"] = string.Join(',', rule.Places.Select(place => place.Value)),
            ["Target"] = rule.Target,
            ["Rhythm"] = rule.Rhythm.Write(),
            ["DayOff"] = rule.DayOff.ToString(),
            ["Lead"] = (long)rule.Lead,
            ["First"] = Columns.Date(rule.First),
            ["By"] = rule.By,
            ["ByName"] = rule.ByName,
            ["State"] = rule.State.ToString(),
            ["PlacesDone"] = (long)rule.PlacesDone,
            ["Made"] = (long)rule.Made,
            ["SetUpAt"] = rule.SetUpAt,
            ["LastEvent"] = (long)rule.LastEvent,
        };
        columns.Set("ToTell", rule.ToTell.Count > 0 ? string.Join('\n', rule.ToTell) : null);
        columns.Set("Responsible", rule.Responsible);
        columns.Set("Last", rule.Last is { } last ? Columns.Date(last) : null);
        columns.Set("Times", (long?)rule.Times);
        columns.Set("Basis", rule.Basis);
        columns.Set("Team", (long?)rule.Team);
        columns.Set("Next", rule.Next is { } next ? Columns.Date(next) : null);
        columns.Set("Handled", rule.Handled is { } handled ? Columns.Date(handled) : null);
        columns.Set("NextReminder", rule.NextReminder);
        return new(RuleKey(rule.Number), columns);
    }

    public static RecurringMatter ToRule(Row row) => new()
    {
        Number = MatterNumber.Parse(row.Required("Number")),
        Title = row.Required("Title"),
        Places = [.. row.Required("Places").Split(',').Select(AreaCode.Parse)],
        Responsible = row.Text("Responsible"),
        Target = row.Required("Target"),
        Rhythm = Rhythm.Read(row.Required("Rhythm")),
        DayOff = Enum.Parse<DayOffRule>(row.Required("DayOff")),
        Lead = Int(row, "Lead"),
        First = Columns.Date(row.Required("First")),
        Last = Date(row, "Last"),
        Times = (int?)row.Number("Times"),
        Basis = row.Text("Basis"),
        By = row.Required("By"),
        ByName = row.Required("ByName"),
        Team = (int?)row.Number("Team"),
        State = Enum.Parse<RecurringState>(row.Required("State")),
        Next = Date(row, "Next"),
        PlacesDone = Int(row, "PlacesDone"),
        ToTell = (row.Text("ToTell") ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries),
        Made = Int(row, "Made"),
        Handled = Date(row, "Handled"),
        NextReminder = row.Time("NextReminder"),
        SetUpAt = row.Time("SetUpAt") ?? default,
        LastEvent = Int(row, "LastEvent"),
        ETag = row.ETag,
    };

    public static Row ToRow(MatterNumber rule, RecurringEvent one)
    {
        var columns = new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["Sequence"] = (long)one.Sequence,
            ["Act"] = one.Act.ToString(),
            ["At"] = one.At,
            ["Actor"] = one.Actor,
            ["ActorName"] = one.ActorName,
        };
        columns.Set("Date", one.Date is { } date ? Columns.Date(date) : null);
        columns.Set("Note", one.Note);
        return new(string.Create(CultureInfo.InvariantCulture, $"{EventPrefix(rule)}{one.Sequence:0000}"), columns);
    }

    public static RecurringEvent ToEvent(Row row) => new(
        Int(row, "Sequence"),
        Enum.Parse<RecurringAct>(row.Required("Act")),
        row.Time("At") ?? default,
        row.Required("Actor"),
        row.Required("ActorName"),
        Date(row, "Date"),
        row.Text("Note"));

    public static Row ToRow(MatterNumber rule, RecurringOccurrence one)
    {
        var columns = new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["Date"] = Columns.Date(one.Date),
            ["State"] = one.State.ToString(),
        };
        columns.Set("Place", one.Place?.Value);
        columns.Set("Matter", one.Matter?.Key);
        columns.Set("Due", one.Due is { } due ? Columns.Date(due) : null);
        columns.Set("Why", one.Why?.ToString());
        return new(OccurrenceKey(rule, one.Date, one.Place), columns);
    }

    public static RecurringOccurrence ToOccurrence(Row row) => new(
        Columns.Date(row.Required("Date")),
        Enum.Parse<OccurrenceState>(row.Required("State")),
        row.Text("Place") is { } place ? AreaCode.Parse(place) : null,
        row.Text("Matter") is { } matter ? MatterNumber.Parse(matter) : null,
        Date(row, "Due"),
        row.Text("Why") is { } why ? Enum.Parse<NotMadeReason>(why) : null);

    private static LocalDate? Date(Row row, string column) =>
        row.Text(column) is { } text ? Columns.Date(text) : null;

    private static int Int(Row row, string column) => (int)(row.Number(column) ?? 0);
}
