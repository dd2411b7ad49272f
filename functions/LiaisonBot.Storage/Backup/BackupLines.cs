using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using LiaisonBot.Core.Storage;

namespace LiaisonBot.Storage.Backup;

/// <summary>The first line.</summary>
/// <param name="Backup">What the file is: always <see cref="BackupLines.Name"/>.</param>
/// <param name="Format">Of these lines.</param>
/// <param name="Schema">Version of the data, as <see cref="StoreSchema"/> counts.</param>
/// <param name="Made">UTC.</param>
internal sealed record BackupHeader(string Backup, int Format, long Schema, DateTimeOffset Made);

/// <summary>Before the rows of a partition.</summary>
internal sealed record PartStart(string Table, string Partition);

/// <summary>One row. Its columns are written as <see cref="ColumnsText"/>, in the order of their names.</summary>
internal sealed record RowLine(string Key, JsonElement Columns);

/// <summary>After the rows of a partition.</summary>
/// <param name="Sha256">Of its lines from <see cref="PartStart"/> to the last row, each with its line feed.</param>
internal sealed record PartEnd(long Rows, string Sha256);

/// <param name="Sha256">Of the hashes of its partitions, one after the other.</param>
public sealed record TableTotal(string Table, int Partitions, long Rows, string Sha256);

/// <summary>The last line.</summary>
/// <param name="Sha256">Of the first line and the hashes of the tables.</param>
internal sealed record Foot(IReadOnlyList<TableTotal> Tables, string Sha256);

/// <summary>
/// A backup is gzip over lines of JSON: a head; of every partition its start, its rows and its end; a foot. What is
/// read must be, byte for byte, what would be written, so that nothing in it can be altered, left out or put elsewhere
/// unnoticed by accident.
/// </summary>
internal static class BackupLines
{
    public const string Name = "LiaisonBot";
    public const int Format = 1;

    /// <summary>Bytes of a line: the largest row that the store takes stays below.</summary>
    public const int MaxLength = 8 * 1024 * 1024;

    private static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>With its line feed.</summary>
    public static byte[] Write<T>(T line) => [.. JsonSerializer.SerializeToUtf8Bytes(line, Json), (byte)'\n'];

    /// <inheritdoc cref="Write{T}"/>
    public static byte[] Write(Row row)
    {
        var columns = ColumnsText.Write(new SortedDictionary<string, object>(
            row.Columns.ToDictionary(StringComparer.Ordinal),
            StringComparer.Ordinal));
        return Encoding.UTF8.GetBytes($$"""{"key":{{JsonSerializer.Serialize(row.Key, Json)}},"columns":{{columns}}}""" + "\n");
    }

    public static T Read<T>(ReadOnlySpan<byte> line) where T : class
    {
        try
        {
            return JsonSerializer.Deserialize<T>(line, Json) ?? throw new JsonException();
        }
        catch (JsonException e)
        {
            throw Damaged(e);
        }
    }

    public static Row ReadRow(ReadOnlySpan<byte> line)
    {
        var (key, columns) = Read<RowLine>(line);
        try
        {
            return new(key, ColumnsText.Read(columns.GetRawText()));
        }
        catch (Exception e) when (e is JsonException or FormatException or InvalidOperationException)
        {
            throw Damaged(e);
        }
    }

    public static BackupException Damaged(Exception? cause = null) =>
        new("The backup is damaged or incomplete. Nothing of it is imported; use another one.", cause);
}
