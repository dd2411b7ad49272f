using LiaisonBot.Core.Matters;
using LiaisonBot.Core.Storage;

namespace LiaisonBot.Core.Sets;

/// <summary>The rows of what is made public, in the partition of their city: <c>ZD|set|Plan-Public</c>.</summary>
public static class DisclosureRows
{
    public const string Table = RowKeys.Matters.Table;

    /// <summary>Rows of one set: both of what there is, to both of whom.</summary>
    public const int MostOfASet = 4;

    public static string Prefix(MatterNumber set) => $"{RowKeys.Matters.Disclosures}{set.Key}|";

    public static string Key(MatterNumber set, DisclosedWhat what, DisclosedTo to) => $"{Prefix(set)}{what}-{to}";

    public static Row ToRow(MatterNumber set, Disclosure said)
    {
        var columns = new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["What"] = said.What.ToString(),
            ["To"] = said.To.ToString(),
            ["State"] = said.State.ToString(),
            ["Way"] = said.Way.ToString(),
            ["Level"] = said.Level.ToString(),
            ["By"] = said.By,
            ["ByName"] = said.ByName,
            ["At"] = said.At,
            ["RuleVersion"] = (long)said.RuleVersion,
        };
        columns.Set("Medium", said.Medium);
        columns.Set("Scope", said.Scope);
        columns.Set("From", said.From is { } from ? Columns.Date(from) : null);
        columns.Set("Until", said.Until is { } until ? Columns.Date(until) : null);
        columns.Set("Reference", said.Reference);
        columns.Set("Content", said.Content);
        columns.Set("Contact", said.Contact);
        columns.Set("Reason", said.Reason);
        columns.Set("Note", said.Note);
        columns.Set("DecidedBy", said.DecidedBy);
        columns.Set("DecidedByName", said.DecidedByName);
        columns.Set("Remark", said.Remark);
        columns.Set("ForName", said.ForName);
        return new(Key(set, said.What, said.To), columns);
    }

    public static Disclosure ToDisclosure(Row row) => new(
        Enum.Parse<DisclosedWhat>(row.Required("What")),
        Enum.Parse<DisclosedTo>(row.Required("To")),
        Enum.Parse<DisclosureState>(row.Required("State")))
    {
        Way = Enum.Parse<DisclosureWay>(row.Required("Way")),
        Level = Enum.Parse<DisclosureLevel>(row.Required("Level")),
        Medium = row.Text("Medium"),
        Scope = row.Text("Scope"),
        From = row.Text("From") is { } from ? Columns.Date(from) : null,
        Until = row.Text("Until") is { } until ? Columns.Date(until) : null,
        Reference = row.Text("Reference"),
        Content = row.Text("Content"),
        Contact = row.Text("Contact"),
        Reason = row.Text("Reason"),
        Note = row.Text("Note"),
        By = row.Required("By"),
        ByName = row.Required("ByName"),
        At = row.Time("At") ?? default,
        RuleVersion = (int)(row.Number("RuleVersion") ?? 1),
        DecidedBy = row.Text("DecidedBy"),
        DecidedByName = row.Text("DecidedByName"),
        Remark = row.Text("Remark"),
        ForName = row.Text("ForName"),
        ETag = row.ETag,
    };
}
