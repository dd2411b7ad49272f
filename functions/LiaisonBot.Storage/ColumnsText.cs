using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using LiaisonBot.Core.Storage;
using NodaTime;

namespace LiaisonBot.Storage;

/// <summary>
/// The columns of a row as JSON that a person can read in any SQLite browser: strings, numbers and booleans as they
/// are, a time as <c>{"utc":"2026-11-24T00:30:00Z"}</c>.
/// </summary>
internal static class ColumnsText
{
    private const string Utc = "utc";
    private static readonly JsonWriterOptions Options = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        SkipValidation = true,
    };

    private static readonly object True = true;
    private static readonly object False = false;

    [ThreadStatic]
    private static (ArrayBufferWriter<byte> Bytes, Utf8JsonWriter Json)? writing;

    [ThreadStatic]
    private static List<KeyValuePair<string, object>>? reading;

    /// <summary>Texts that a thread has read, each in the place of its hash.</summary>
    [ThreadStatic]
    private static string?[]? lately;

    /// <summary>A power of two.</summary>
    private const int Shared = 512;

    /// <summary>Bytes of a text that is kept.</summary>
    private const int LongestShared = 40;

    /// <summary>Takes columns that passed <see cref="StoreLimits"/>. Nulls are left out, times cut to 100 ns.</summary>
    public static string Write(IReadOnlyDictionary<string, object> columns) =>
        Encoding.UTF8.GetString(WriteBytes(columns));

    /// <summary>The same in UTF-8.</summary>
    public static byte[] WriteBytes(IReadOnlyDictionary<string, object> columns)
    {
        if (writing is not var (bytes, json))
        {
            bytes = new ArrayBufferWriter<byte>();
            writing = (bytes, json = new Utf8JsonWriter(bytes, Options));
        }

        bytes.ResetWrittenCount();
        json.Reset();
        json.WriteStartObject();
        foreach (var (name, value) in columns)
        {
            switch (value)
            {
                case string text:
                    json.WriteString(name, text);
                    break;
                case long number:
                    json.WriteNumber(name, number);
                    break;
                case bool flag:
                    json.WriteBoolean(name, flag);
                    break;
                case Instant time:
                    json.WriteStartObject(name);
                    json.WriteString(Utc, time.ToDateTimeUtc());
                    json.WriteEndObject();
                    break;
            }
        }
        json.WriteEndObject();
        json.Flush();
        return bytes.WrittenSpan.ToArray();
    }

    /// <exception cref="JsonException">Not written by <see cref="Write"/>.</exception>
    public static IReadOnlyDictionary<string, object> Read(string text) => Read(Encoding.UTF8.GetBytes(text));

    /// <inheritdoc cref="Read(string)"/>
    public static IReadOnlyDictionary<string, object> Read(ReadOnlySpan<byte> text)
    {
        var columns = reading ??= [];
        columns.Clear();
        var json = new Utf8JsonReader(text);
        json.Read();
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            var name = ReadName(ref json);
            json.Read();
            columns.Add(new(name, json.TokenType switch
            {
                JsonTokenType.String => ReadText(ref json),
                JsonTokenType.Number => json.GetInt64(),
                JsonTokenType.True => True,
                JsonTokenType.False => False,
                JsonTokenType.StartObject => ReadTime(ref json),
                _ => throw new JsonException($"Column '{name}' is not readable."),
            }));
        }
        return new StoredColumns([.. columns]);
    }

    private static string ReadName(ref Utf8JsonReader json)
    {
        Span<char> name = stackalloc char[StoreLimits.ColumnNameLength];
        return json.ValueSpan.Length <= name.Length
            ? StoredColumns.Name(name[..json.CopyString(name)])
            : json.GetString()!;
    }

    /// <summary>A short text is the same string as one that was read lately: most columns of a list hold one of a few states, places and days.</summary>
    private static string ReadText(ref Utf8JsonReader json)
    {
        if (json.ValueSpan.Length > LongestShared)
        {
            return json.GetString()!;
        }

        Span<char> text = stackalloc char[LongestShared];
        text = text[..json.CopyString(text)];
        ref var known = ref (lately ??= new string?[Shared])[string.GetHashCode(text, StringComparison.Ordinal) & (Shared - 1)];
        return known is not null && text.SequenceEqual(known) ? known : known = text.ToString();
    }

    private static Instant ReadTime(ref Utf8JsonReader json)
    {
        json.Read();
        if (!json.ValueTextEquals(Utc))
        {
            throw new JsonException("A time is not readable.");
        }

        json.Read();
        if (!json.TryGetDateTimeOffset(out var time))
        {
            throw new JsonException("A time is not readable.");
        }

        json.Read();
        return Instant.FromDateTimeOffset(time);
    }
}
