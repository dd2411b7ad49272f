using Microsoft.Net.Http.Headers;

namespace LiaisonBot.Web.Pages;

/// <summary>What a browser takes (RFC 9110, 12.5.3).</summary>
internal static class Encodings
{
    private const string Brotli = "br";

    /// <summary>Named, and not with a weight of 0; a header that cannot be read asks for nothing.</summary>
    public static bool TakesBrotli(HttpRequest request) =>
        StringWithQualityHeaderValue.TryParseList(request.Headers.AcceptEncoding, out var taken)
        && taken.Any(one => one.Value.Equals(Brotli, StringComparison.OrdinalIgnoreCase) && one.Quality is not 0);
}
