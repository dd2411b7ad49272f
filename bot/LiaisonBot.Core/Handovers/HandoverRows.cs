using LiaisonBot.Core.Areas;
using LiaisonBot.Core.Storage;

namespace LiaisonBot.Core.Handovers;

/// <summary>The rows of handovers, in the partition of their city: <c>P|number</c>.</summary>
public static class HandoverRows
{
    public const string Table = RowKeys.Matters.Table;

    public static string Key(string number) => RowKeys.Matters.Handovers + number;

    public static Row ToRow(Handover h)
    {
        var columns = new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["City"] = h.City.Value,
            ["From"] = (long)h.From,
            ["To"] = (long)h.To,
            ["On"] = Columns.Date(h.On),
            ["State"] = h.State.ToString(),
            ["Moved"] = (long)h.Moved,
            ["Told"] = (long)h.Told,
            ["LastStep"] = (long)h.LastStep,
        };
        Set(columns, "Given", h.Given);
        Set(columns, "Taken", h.Taken);
        Set(columns, "Confirmed", h.Confirmed);
        columns.Set("Reason", h.Reason);
        columns.Set("EndedAt", h.EndedAt);
        columns.Set("NextReminder", h.NextReminder);
        return new(Key(h.Number), columns);
    }

    public static Handover ToHandover(Row row) => new(
        AreaCode.Parse(row.Required("City")),
        (int)(row.Number("From") ?? 0),
        Columns.Date(row.Required("On")))
    {
        To = (int)(row.Number("To") ?? 0),
        State = Enum.Parse<HandoverState>(row.Required("State")),
        Given = Read(row, "Given"),
        Taken = Read(row, "Taken"),
        Confirmed = Read(row, "Confirmed"),
        Reason = row.Text("Reason"),
        Moved = (int)(row.Number("Moved") ?? 0),
        EndedAt = row.Time("EndedAt"),
        Told = (int)(row.Number("Told") ?? 0),
        LastStep = (int)(row.Number("LastStep") ?? 0),
        NextReminder = row.Time("NextReminder"),
        ETag = row.ETag,
    };

    private static void Set(Dictionary<string, object> columns, string name, Signature? signature)
    {
        columns.Set(name + "By", signature?.By);
        columns.Set(name + "Name", signature?.Name);
        columns.Set(name + "At", signature?.At);
    }

    private static Signature? Read(Row row, string name) => row.Text(name + "By") is { } by
        ? new(by, row.Required(name + "Name"), row.Time(name + "At") ?? default)
        : null;
}
