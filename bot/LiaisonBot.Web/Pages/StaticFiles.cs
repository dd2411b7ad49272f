using System.Collections.Frozen;
using System.IO.Compression;
using System.Reflection;
using System.Security.Cryptography;

namespace LiaisonBot.Web.Pages;

/// <summary>
/// The stylesheet and the scripts. Each has its hash in its address, so that browsers keep it for a year and get another
/// version at once.
/// </summary>
internal static class StaticFiles
{
    private const string Prefix = "assets/";

    private static readonly FrozenDictionary<string, Asset> ByName = Read();

    /// <summary>False where the renderer of cards could not be had when this was built.</summary>
    public static bool HasCards => ByName.ContainsKey("adaptivecards.min.js");

    /// <summary>The address of an asset.</summary>
    public static string Address(string name) =>
        ByName.TryGetValue(name, out var asset) ? $"{View.Root}/assets/{asset.Hash}/{name}" : "";

    /// <param name="path">The hash, a slash, and the name. Another hash is that of another version: not here.</param>
    public static async Task HandleAsync(HttpContext http, string path)
    {
        if (path.Split('/') is not [var hash, var name]
            || !ByName.TryGetValue(name, out var asset)
            || asset.Hash != hash)
        {
            http.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        var zipped = Encodings.TakesBrotli(http.Request);
        var body = zipped ? asset.Zipped : asset.Plain;
        http.Response.ContentType = name.EndsWith(".css", StringComparison.Ordinal)
            ? "text/css; charset=utf-8"
            : "text/javascript; charset=utf-8";
        http.Response.Headers.CacheControl = "public, max-age=31536000, immutable";
        http.Response.Headers.Vary = "Accept-Encoding";
        if (zipped)
        {
            http.Response.Headers.ContentEncoding = "br";
        }

        http.Response.ContentLength = body.Length;
        await http.Response.Body.WriteAsync(body, http.RequestAborted);
    }

    private static FrozenDictionary<string, Asset> Read()
    {
        var from = Assembly.GetExecutingAssembly();
        return from.GetManifestResourceNames()
            .Where(name => name.StartsWith(Prefix, StringComparison.Ordinal))
            .ToFrozenDictionary(name => name[Prefix.Length..], name => Of(from.GetManifestResourceStream(name)!), StringComparer.Ordinal);
    }

    private static Asset Of(Stream content)
    {
        using var bytes = new MemoryStream();
        using (content)
        {
            content.CopyTo(bytes);
        }

        var plain = bytes.ToArray();
        using var zipped = new MemoryStream();
        using (var zip = new BrotliStream(zipped, CompressionLevel.Optimal, leaveOpen: true))
        {
            zip.Write(plain);
        }

        return new(Convert.ToHexStringLower(SHA256.HashData(plain))[..16], plain, zipped.ToArray());
    }

    private sealed record Asset(string Hash, byte[] Plain, byte[] Zipped);
}
