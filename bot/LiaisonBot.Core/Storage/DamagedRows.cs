using System.Diagnostics.CodeAnalysis;

namespace LiaisonBot.Core.Storage;

/// <summary>
/// A stored row cannot be read: a column is missing, or says what no program of ours wrote. It stays where it is, and
/// holds up nothing else.
/// </summary>
/// <param name="row">Of which only the key is told, and of a key that names a person only its kind.</param>
public sealed class DamagedRowException(
    Row row,
    Exception inner) : Exception($"The row {Named(row.Key)} cannot be read.", inner)
{
    // Rows of messages that wait, of people, chats, turns and people who left have a person in their key.
    private const string KindsThatNamePeople = "WPCTBH";

    private static string Named(string key) =>
        key.Length > 0 && KindsThatNamePeople.Contains(key[0], StringComparison.Ordinal) ? key[0] + "|…" : key;
}

/// <summary>How a row is read among others: one that cannot be read is told of, and the others go on.</summary>
public static class DamagedRows
{
    /// <summary>A fault of the program or of a row; not the store being away, nor the end of the process.</summary>
    public static bool IsDefect(Exception e) => e is not (OperationCanceledException or StoreUnavailableException);

    /// <summary>False, and what is wrong, when the row cannot be read.</summary>
    public static bool TryRead<T>(
        this Row row,
        Func<Row, T> read,
        [MaybeNullWhen(false)] out T value,
        [NotNullWhen(false)] out DamagedRowException? damaged)
    {
        try
        {
            (value, damaged) = (read(row), null);
            return true;
        }
        catch (Exception e) when (IsDefect(e))
        {
            (value, damaged) = (default, new(row, e));
            return false;
        }
    }

    /// <summary>What the rows say, without those that cannot be read.</summary>
    /// <param name="tell">Told of each of those.</param>
    public static IEnumerable<T> ReadEach<T>(
        this IEnumerable<Row> rows,
        Func<Row, T> read,
        Action<DamagedRowException>? tell = null)
    {
        foreach (var row in rows)
        {
            if (row.TryRead(read, out var value, out var damaged))
            {
                yield return value;
            }
            else
            {
                tell?.Invoke(damaged);
            }
        }
    }
}
