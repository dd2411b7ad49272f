using LiaisonBot.Core.Areas;
using LiaisonBot.Core.Storage;
using NodaTime;

namespace LiaisonBot.Core.Audit;

/// <summary>
/// How far the audit of one partition got, and what it found last: the row <c>H|audit|partition</c> of the province's
/// own partition.
/// </summary>
/// <param name="Through">What was due up to here has been compared.</param>
/// <param name="Cursor">The key of the last matter whose plan was looked at; null to begin again.</param>
/// <param name="Found">Differences of the last audit that found any, at <paramref name="FoundAt"/>.</param>
/// <param name="What">The first of them in words.</param>
/// <param name="Left">Differences that could not be mended, of the last audit that left any, at
/// <paramref name="LeftAt"/>.</param>
internal sealed record AuditMark(
    Instant Through,
    string? Cursor = null,
    int Found = 0,
    Instant? FoundAt = null,
    string? What = null,
    int Left = 0,
    Instant? LeftAt = null)
{
    public const string Rows = RowKeys.Matters.Audits;

    public static string Key(AreaCode partition) => Rows + partition.Value;

    public Row ToRow(AreaCode partition)
    {
        var columns = new Dictionary<string, object>(StringComparer.Ordinal) { ["Through"] = Through, ["Found"] = (long)Found };
        columns.Set("Cursor", Cursor);
        columns.Set("FoundAt", FoundAt);
        columns.Set("What", What);
        columns["Left"] = (long)Left;
        columns.Set("LeftAt", LeftAt);
        return new(Key(partition), columns);
    }

    public static AuditMark Of(Row row) => new(
        row.Time("Through") ?? default,
        row.Text("Cursor"),
        (int)(row.Number("Found") ?? 0),
        row.Time("FoundAt"),
        row.Text("What"),
        (int)(row.Number("Left") ?? 0), row.Time("LeftAt"));
}
