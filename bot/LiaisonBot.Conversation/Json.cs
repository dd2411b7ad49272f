using System.Buffers;
using System.Collections;
using System.Diagnostics;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace LiaisonBot.Conversation;

/// <summary>
/// JSON that goes out: members in the order in which they were added. A value is a text, a truth value, a number, null,
/// another of these, a list of any of them, or a node that was read. Cards are made of hundreds of them, for which a
/// <see cref="JsonObject"/>, with a table of its names and an object for each value, costs several times as much.
/// </summary>
public sealed class Json : IEnumerable<KeyValuePair<string, object?>>
{
    // The body is never put into HTML, and Chinese as \uXXXX would double its size against the limit of Teams. What is
    // written here is whole by itself.
    private static readonly JsonWriterOptions Plain = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        SkipValidation = true
    };

    private static readonly object True = true;

    private static readonly object False = false;

    /// <summary>Bytes that a thread keeps to write the next one into.</summary>
    private const int Kept = 256 * 1024;

    [ThreadStatic]
    private static (ArrayBufferWriter<byte> Bytes, Utf8JsonWriter Writer)? writing;

    private KeyValuePair<string, object?>[] members;

    /// <summary>
    /// Names in it are told apart from those elsewhere when the whole is put together. Not written.
    /// </summary>
    internal bool IsScope { get; set; }

    /// <summary>Its bytes, once it is fixed.</summary>
    private byte[]? written;

    public Json()
        : this(4)
    {
    }

    /// <param name="room">For so many members; more may come.</param>
    public Json(int room) => members = new KeyValuePair<string, object?>[room];

    public int Count { get; private set; }

    /// <summary>Null also when there is no such member; setting one that is there changes it in its place.</summary>
    public object? this[string name]
    {
        get => IndexOf(name) is >= 0 and var at ? members[at].Value : null;
        set
        {
            Debug.Assert(written is null, "It is fixed.");
            if (IndexOf(name) is >= 0 and var at)
            {
                members[at] = new(name, value);
            }
            else
            {
                Add(name, value);
            }
        }
    }

    public void Add(string name, bool value) => Add(name, value ? True : False);

    public void Add(string name, object? value)
    {
        Debug.Assert(written is null && IndexOf(name) < 0, "It is fixed, or has the name.");
        if (Count == members.Length)
        {
            Array.Resize(ref members, Count * 2);
        }

        members[Count++] = new(name, value);
    }

    /// <summary>False when there was no such member.</summary>
    public bool Remove(string name)
    {
        if (IndexOf(name) is not (>= 0 and var at))
        {
            return false;
        }

        Debug.Assert(written is null, "It is fixed.");
        members.AsSpan(at + 1, Count - at - 1).CopyTo(members.AsSpan(at));
        Count--;
        return true;
    }

    /// <summary>Goes to this one and all that it is made of.</summary>
    /// <param name="visit">Returns false when it is not to go on below.</param>
    public void Visit(Func<Json, bool> visit)
    {
        if (!visit(this))
        {
            return;
        }

        for (var i = 0; i < Count; i++)
            if (members[i].Value is Json one)
            {
                one.Visit(visit);
            }
            else if (members[i].Value is List<Json> several)
                foreach (var item in several)
                {
                    item.Visit(visit);
                }
    }

    /// <summary>
    /// This one, written once and for all: for what stands in many answers. It may not be changed from now on.
    /// </summary>
    public Json Fixed()
    {
        written = ToBytes();
        return this;
    }

    public byte[] ToBytes()
    {
        if (writing is not var (bytes, writer))
        {
            bytes = new ArrayBufferWriter<byte>();
            writing = (bytes, writer = new Utf8JsonWriter(bytes, Plain));
        }

        bytes.ResetWrittenCount();
        writer.Reset();
        WriteTo(writer);
        writer.Flush();
        if (bytes.Capacity > Kept)
        {
            writing = null;
        }

        return bytes.WrittenSpan.ToArray();
    }

    public override string ToString() => Encoding.UTF8.GetString(ToBytes());

    public IEnumerator<KeyValuePair<string, object?>> GetEnumerator() => members.Take(Count).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private int IndexOf(string name)
    {
        for (var i = 0; i < Count; i++)
            if (members[i].Key == name)
            {
                return i;
            }

        return -1;
    }

    private void WriteTo(Utf8JsonWriter writer)
    {
        if (written is not null)
        {
            writer.WriteRawValue(written, skipInputValidation: true);
            return;
        }

        writer.WriteStartObject();
        foreach (var (name, value) in members.AsSpan(0, Count))
            if (value is string text)
            {
                writer.WriteString(name, text);
            }
            else
            {
                writer.WritePropertyName(name);
                Write(writer, value);
            }

        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, object? value)
    {
        switch (value)
        {
            case Json json:
                json.WriteTo(writer);
                break;
            case string text:
                writer.WriteStringValue(text);
                break;
            case bool truth:
                writer.WriteBooleanValue(truth);
                break;
            case int number:
                writer.WriteNumberValue(number);
                break;
            case long number:
                writer.WriteNumberValue(number);
                break;
            case null:
                writer.WriteNullValue();
                break;
            case JsonNode node:
                node.WriteTo(writer);
                break;
            case List<Json> several:
                writer.WriteStartArray();
                foreach (var item in several)
                {
                    item.WriteTo(writer);
                }

                writer.WriteEndArray();
                break;
            case IEnumerable items:
                writer.WriteStartArray();
                foreach (var item in items)
                {
                    Write(writer, item);
                }

                writer.WriteEndArray();
                break;
            default:
                throw new ArgumentException($"{value.GetType().Name} is no JSON.", nameof(value));
        }
    }
}
