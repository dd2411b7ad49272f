using NodaTime;

namespace LiaisonBot.Core.Storage;

/// <summary>
/// One row: typed columns under a key of its partition. Column values are <see cref="string"/> (at most
/// <see cref="StoreLimits.StringLength"/> UTF-16 units, any characters, stored whole), <see cref="long"/>,
/// <see cref="bool"/> or <see cref="Instant"/> (UTC, kept to 100 ns); a missing column and null are the same thing.
/// </summary>
/// <param name="Key">Orders the rows of a partition. Printable ASCII without <c>/ \ # ?</c>, so that every store orders
/// alike; other text goes through <see cref="KeyPart"/>.</param>
/// <param name="Columns">Names are ASCII letters and digits, starting with a letter.</param>
/// <param name="ETag">Changes with every write; null on a row that was not read from a store.</param>
public sealed record Row(string Key, IReadOnlyDictionary<string, object> Columns, string? ETag = null)
{
    public string? Text(string column) => Columns.GetValueOrDefault(column) as string;

    public long? Number(string column) => Columns.GetValueOrDefault(column) as long?;

    public bool Flag(string column) => Columns.GetValueOrDefault(column) is true;

    public Instant? Time(string column) => Columns.GetValueOrDefault(column) as Instant?;
}

/// <summary>One change of a batch. A batch names each key at most once.</summary>
public abstract record Change(string Key)
{
    /// <summary>Conflict when the key is taken.</summary>
    public sealed record Insert(Row Row) : Change(Row.Key);

    /// <summary>Conflict unless the row is there with <paramref name="ETag"/>. All columns are replaced.</summary>
    public sealed record Replace(Row Row, string ETag) : Change(Row.Key);

    /// <summary>Writes the row whether it is there or not. Never a conflict.</summary>
    public sealed record Upsert(Row Row) : Change(Row.Key);

    /// <summary>Conflict unless the row is there, and with <paramref name="ETag"/> unless that is null.</summary>
    public sealed record Delete(string Key, string? ETag = null) : Change(Key);
}

/// <summary>What became of a batch.</summary>
public enum BatchOutcome
{
    /// <summary>All changes are durable.</summary>
    Committed,

    /// <summary>Nothing was changed: a key was taken, missing, or its row had another ETag.</summary>
    Conflict,

    /// <summary>All or nothing was changed, and the store cannot say which. Look before trying again.</summary>
    Unknown,
}
