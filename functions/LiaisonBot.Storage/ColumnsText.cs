using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using LiaisonBot.Core.Storage;
using NodaTime;
using NodaTime.Text;

namespace LiaisonBot.Storage;

/// <summary>
/// The columns of a row as JSON that a person can read in any SQLite browser: strings, numbers and booleans as they are, a time
/// as <c>{"utc":"2026-11-24T00:30:00Z"}</c>.
/// </summary>
internal static class ColumnsText
{
    private const string Utc = "utc";
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private static readonly InstantPattern Times = InstantPattern.ExtendedIso;

    /// <summary>Takes columns that passed <see cref="StoreLimits"/>. Nulls are left out, times cut to 100 ns.</summary>
    public static string Write(IReadOnlyDictionary<string, object> columns)
    {
        var bytes = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(bytes, Options))
        {
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
                        json.WriteString(Utc, Times.Format(Instant.FromUnixTimeTicks(time.ToUnixTimeTicks())));
                        json.WriteEndObject();
                        break;
                }
            }
            json.WriteEndObject();
        }
        return Encoding.UTF8.GetString(bytes.WrittenSpan);
    }

    /// <exception cref="JsonException">Not written by <see cref="Write"/>.</exception>
    public static IReadOnlyDictionary<string, object> Read(string text)
    {
        var columns = new Dictionary<string, object>(StringComparer.Ordinal);
        var json = new Utf8JsonReader(Encoding.UTF8.GetBytes(text));
        json.Read();
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            var name = json.GetString()!;
            json.Read();
            columns[name] = json.TokenType switch
            {
                JsonTokenType.String => json.GetString()!,
                JsonTokenType.Number => json.GetInt64(),
                JsonTokenType.True => true,
                JsonTokenType.False => false,
                JsonTokenType.StartObject => ReadTime(ref json),
                _ => throw new JsonException($"Column '{name}' is not readable."),
            };
        }
        return columns;
    }

    private static Instant ReadTime(ref Utf8JsonReader json)
    {
        json.Read();
        if (!json.ValueTextEquals(Utc)) throw new JsonException("A time is not readable.");
        json.Read();
        var time = Times.Parse(json.GetString()!);
        json.Read();
        return time.Success ? time.Value : throw new JsonException("A time is not readable.", time.Exception);
    }
}
