namespace LiaisonBot.Core.Storage;

/// <summary>Range reads by the beginning of the key, which is how lists are kept.</summary>
public static class KeyRange
{
    /// <summary>
    /// The first key after all keys that start with <paramref name="prefix"/>: the same with its last character moved
    /// on by one.
    /// </summary>
    public static string After(string prefix)
    {
        var last = prefix[^1];
        do last++; while (last is '/' or '\\' or '#' or '?');
        return last <= '~'
            ? prefix[..^1] + last
            : throw new ArgumentException($"Nothing comes after the prefix '{prefix}'.", nameof(prefix));
    }

    /// <summary>
    /// The rows whose key starts with <paramref name="prefix"/>, in key order, the first <paramref name="limit"/> of
    /// them. One range read.
    /// </summary>
    public static Task<IReadOnlyList<Row>> ReadPrefixAsync(this ITableStore store, string table, string partition, string prefix, int limit, CancellationToken cancellationToken) =>
        store.ReadRangeAsync(table, partition, prefix, After(prefix), limit, cancellationToken);
}
