using System.Buffers;
using NodaTime;

namespace LiaisonBot.Core.Storage;

/// <summary>
/// Limits of Table storage that every store holds, so that what works on one works on all. Every store calls the checks
/// of this class before it does anything; they throw <see cref="ArgumentException"/>.
/// </summary>
public static class StoreLimits
{
    private const string Digits = "0123456789";
    private const string SmallLetters = "abcdefghijklmnopqrstuvwxyz";

    private static readonly SearchValues<char> SmallLettersAndDigits = SearchValues.Create(SmallLetters + Digits);

    private static readonly SearchValues<char> LettersAndDigits =
        SearchValues.Create(SmallLetters + SmallLetters.ToUpperInvariant() + Digits);

    /// <summary>Changes in one batch.</summary>
    public const int BatchChanges = 100;

    /// <summary>Bytes of one batch on the wire (4 MiB), where a Chinese character takes six.</summary>
    public const int BatchBytes = 4 * 1024 * 1024;

    /// <summary>Bytes of one row as Table storage counts them (1 MiB), where a character takes two.</summary>
    public const int RowBytes = 1024 * 1024;

    /// <summary>Columns of one row.</summary>
    public const int RowColumns = 252;

    /// <summary>UTF-16 units in one string column (64 KiB).</summary>
    public const int StringLength = 32 * 1024;

    /// <summary>UTF-16 units in a partition or row key (1 KiB).</summary>
    public const int KeyLength = 512;

    /// <summary>Characters in the name of a table.</summary>
    public const int TableNameLength = 63;

    /// <summary>Characters in the name of a column.</summary>
    public const int ColumnNameLength = 255;

    /// <summary>Rows that one round trip of a range read brings.</summary>
    public const int PageRows = 1000;

    /// <summary>The earliest time a column can hold; the latest is the latest that there is.</summary>
    public static readonly Instant EarliestTime = Instant.FromUtc(1601, 1, 1, 0, 0);

    // Per change: the lines of its own request in the batch. Per column: its type annotation, quotes and commas.
    private const int ChangeOverhead = 1024;
    private const int ColumnOverhead = 64;

    /// <summary>Checks the place of a point read.</summary>
    public static void Check(string table, string partition, string key)
    {
        CheckPlace(table, partition);
        CheckKey(key, nameof(key));
    }

    /// <summary>Checks a range read. An empty <paramref name="from"/> starts at the first row.</summary>
    public static void Check(string table, string partition, string from, string to, int limit)
    {
        CheckPlace(table, partition);
        if (from.Length > 0)
        {
            CheckKey(from, nameof(from));
        }

        CheckKey(to, nameof(to));
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
    }

    /// <summary>Checks a batch: its place, its size, and every change in it.</summary>
    public static void Check(string table, string partition, IReadOnlyList<Change> changes)
    {
        CheckPlace(table, partition);
        if (changes.Count is 0 or > BatchChanges)
            throw new ArgumentException(
                $"A batch has 1 to {BatchChanges} changes, not {changes.Count}.",
                nameof(changes));
        var keys = new HashSet<string>(changes.Count, StringComparer.Ordinal);
        long bytes = 0;
        foreach (var change in changes)
        {
            CheckKey(change.Key, nameof(changes));
            if (!keys.Add(change.Key))
            {
                throw new ArgumentException($"The batch names the key '{change.Key}' twice.", nameof(changes));
            }

            bytes += Bytes(partition, change);
        }
        if (bytes > BatchBytes)
        {
            throw new ArgumentException($"The batch has {bytes} bytes, more than {BatchBytes}.", nameof(changes));
        }
    }

    /// <summary>Whether it is a name that a table can have.</summary>
    public static bool IsTable(string name) =>
        // Case means nothing in Table storage and something in SQLite: only small letters mean the same in both.
        name.Length is >= 3 and <= TableNameLength && char.IsAsciiLetterLower(name[0])
        && !name.AsSpan().ContainsAnyExcept(SmallLettersAndDigits) && name != "tables";

    /// <summary>What a change adds to <see cref="BatchBytes"/>. Checks its row.</summary>
    public static long Bytes(string partition, Change change) =>
        ChangeOverhead + 6 * (partition.Length + change.Key.Length) + (RowOf(change) is { } row
            ? CheckColumns(partition, row)
            : 0);

    private static Row? RowOf(Change change) => change switch
    {
        Change.Insert insert => insert.Row,
        Change.Replace replace => replace.Row,
        Change.Upsert upsert => upsert.Row,
        _ => null,
    };

    private static void CheckPlace(string table, string partition)
    {
        if (!IsTable(table))
            throw new ArgumentException(
                $"'{table}' does not name a table: 3 to {TableNameLength} small ASCII letters and digits, a letter first.",
                nameof(table));
        CheckKey(partition, nameof(partition));
    }

    private static void CheckKey(string key, string argument)
    {
        if (key.Length is 0 or > KeyLength)
        {
            throw new ArgumentException($"A key has 1 to {KeyLength} characters, not {key.Length}.", argument);
        }

        foreach (var c in key)
        {
            if (c is < ' ' or > '~' or '/' or '\\' or '#' or '?')
                throw new ArgumentException(
                    $"A key holds U+{(int)c:X4}; it may hold printable ASCII without / \\ # ?.",
                    argument);
        }
    }

    /// <summary>The bytes that the columns take on the wire, at most.</summary>
    private static long CheckColumns(string partition, Row row)
    {
        if (row.Columns.Count > RowColumns)
        {
            throw new ArgumentException(
                $"Row '{row.Key}' has {row.Columns.Count} columns, more than {RowColumns}.",
                nameof(row));
        }

        long wire = 0;
        long stored = 4 + 2 * (partition.Length + row.Key.Length);
        foreach (var (name, value) in row.Columns)
        {
            CheckColumnName(row.Key, name);
            stored += 16 + 2 * name.Length;
            wire += ColumnOverhead + 2 * name.Length;
            switch (value)
            {
                case string text:
                    stored += 2 * text.Length;
                    wire += CheckText(row.Key, name, text);
                    break;
                case Instant time when time < EarliestTime:
                    throw new ArgumentException(
                        $"Column '{name}' of row '{row.Key}' holds {time}, which is before {EarliestTime}.",
                        nameof(row));
                case long or bool or Instant or null:
                    break;
                default:
                    throw new ArgumentException(
                        $"Column '{name}' of row '{row.Key}' holds {value.GetType().Name}; string, long, bool and Instant can be stored.",
                        nameof(row));
            }
        }
        if (stored > RowBytes)
        {
            throw new ArgumentException($"Row '{row.Key}' has {stored} bytes, more than {RowBytes}.", nameof(row));
        }

        return wire;
    }

    private static void CheckColumnName(string key, string name)
    {
        if (name.Length is 0 or > ColumnNameLength
            || !char.IsAsciiLetter(name[0])
            || name.AsSpan().ContainsAnyExcept(LettersAndDigits)
            || name is "PartitionKey" or "RowKey" or "Timestamp")
            throw new ArgumentException(
                $"'{name}' does not name a column (row '{key}'): ASCII letters and digits, a letter first, not PartitionKey, RowKey or Timestamp.",
                nameof(name));
    }

    private static long CheckText(string key, string name, string text)
    {
        if (text.Length > StringLength)
        {
            throw new ArgumentException(
                $"Column '{name}' of row '{key}' has {text.Length} characters, more than {StringLength}.",
                nameof(text));
        }

        long wire = 0;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            wire += char.IsAsciiLetterOrDigit(c) || c is ' ' or ',' or '.' ? 1 : 6;
            if (!char.IsSurrogate(c))
            {
                continue;
            }

            // Half a pair is not text: UTF-8 cannot carry it, and it would come back as something else.
            if (!char.IsHighSurrogate(c) || i + 1 == text.Length || !char.IsLowSurrogate(text[i + 1]))
                throw new ArgumentException(
                    $"Column '{name}' of row '{key}' holds half a surrogate pair at {i}.",
                    nameof(text));
            i++;
            wire += 6;
        }
        return wire;
    }
}
