using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using NodaTime;

namespace LiaisonBot.Core.Evidence;

/// <summary>
/// Evidence (附件): a file or a link that came with a step. It says what was sent; of a matter also when, by whom and
/// with which step.
/// </summary>
/// <param name="Id">SHA-256 of the bytes or of the link, 64 hexadecimal digits. The same file has the same id.</param>
/// <param name="Name">As <see cref="EvidenceName"/> leaves it; of a link what is shown of it.</param>
/// <param name="Kind">Extension of the kind by content, as in <see cref="FileKind"/>; empty for a link.</param>
/// <param name="Bytes">0 for a link.</param>
/// <param name="Link">Where it leads; null for a file.</param>
public sealed record EvidenceItem(string Id, string Name, string Kind, long Bytes, string? Link = null)
{
    /// <summary>When the step was taken that it came with.</summary>
    public Instant At { get; init; }

    /// <summary>Person id; empty while it belongs to no step.</summary>
    public string By { get; init; } = "";

    /// <summary>Sequence of the step in the matter's history.</summary>
    public int Entry { get; init; }

    public bool IsFile => Link is null;

    /// <summary>A link that somebody wrote; null for one that is not taken: no https, a name and password in it, too long.</summary>
    public static EvidenceItem? OfLink(string address)
    {
        if (address.Length > EvidenceLimits.Link
            || !Uri.TryCreate(address, UriKind.Absolute, out var uri)
            || (uri.Scheme != Uri.UriSchemeHttps && uri.Scheme != Uri.UriSchemeHttp)
            || uri.UserInfo.Length > 0
            || uri.IdnHost.Length == 0)
        {
            return null;
        }

        var link = uri.AbsoluteUri;
        // Where it leads comes first: the rest may say anything.
        var shown = EvidenceName.Shown(uri.IdnHost + Uri.UnescapeDataString(uri.AbsolutePath).TrimEnd('/'));
        return link.Length > EvidenceLimits.Link
            ? null
            : new(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(link))), shown, "", 0, link);
    }

    /// <summary>In one line, as columns hold it.</summary>
    public string Write() => string.Join(
        '\t',
        Id,
        Kind,
        Bytes.ToString(CultureInfo.InvariantCulture),
        At.ToUnixTimeTicks().ToString(CultureInfo.InvariantCulture),
        By,
        Entry.ToString(CultureInfo.InvariantCulture),
        Name,
        Link ?? "");

    /// <exception cref="InvalidDataException">It was not written by <see cref="Write"/>.</exception>
    public static EvidenceItem Read(string text) =>
        text.Split('\t') is [var id, var kind, var bytes, var at, var by, var entry, var name, var link]
        ? new(id, name, kind, long.Parse(bytes, CultureInfo.InvariantCulture), link.Length == 0 ? null : link)
        {
            At = Instant.FromUnixTimeTicks(long.Parse(at, CultureInfo.InvariantCulture)),
            By = by,
            Entry = int.Parse(entry, CultureInfo.InvariantCulture),
        }
        : throw new InvalidDataException("A piece of evidence has other parts.");

    /// <summary>Several, a line each; null for none.</summary>
    public static string? WriteAll(IReadOnlyList<EvidenceItem> items) =>
        items.Count == 0 ? null : string.Join('\n', items.Select(item => item.Write()));

    public static IReadOnlyList<EvidenceItem> ReadAll(string? text) =>
        [.. (text ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(Read)];
}
