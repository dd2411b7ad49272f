using System.Collections.Frozen;
using System.Reflection;

namespace LiaisonBot.Host;

/// <summary>
/// The pages that the app's entry in Teams names: what it is, what is stored of people, terms of use. In Chinese and
/// English, the same for everybody, and without a word of anybody's matters. The list of what is stored is
/// docs/privacy.md itself.
/// </summary>
public static class PagesEndpoint
{
    /// <summary>Without a slash in front, as Functions writes it.</summary>
    public const string Route = "pages/{name}";

    private static readonly FrozenDictionary<string, (string Type, byte[] Content)> Pages = new Dictionary<string, (string, byte[])>(StringComparer.Ordinal)
    {
        ["about"] = ("text/html; charset=utf-8", Read("about.html")),
        ["privacy"] = ("text/html; charset=utf-8", Read("privacy.html")),
        ["privacy-list"] = ("text/plain; charset=utf-8", Read("privacy.md")),
        ["terms"] = ("text/html; charset=utf-8", Read("terms.html")),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Answers <c>404</c> for any other name.</summary>
    public static async Task HandleAsync(HttpContext http)
    {
        if (!Pages.TryGetValue(http.Request.RouteValues["name"] as string ?? "", out var page))
        {
            http.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }
        http.Response.ContentType = page.Type;
        http.Response.ContentLength = page.Content.Length;
        http.Response.Headers.ContentSecurityPolicy = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'";
        http.Response.Headers.XContentTypeOptions = "nosniff";
        http.Response.Headers.CacheControl = "public, max-age=3600";
        await http.Response.Body.WriteAsync(page.Content, http.RequestAborted);
    }

    private static byte[] Read(string name)
    {
        using var content = Assembly.GetExecutingAssembly().GetManifestResourceStream($"pages/{name}")!;
        using var bytes = new MemoryStream();
        content.CopyTo(bytes);
        return bytes.ToArray();
    }
}
