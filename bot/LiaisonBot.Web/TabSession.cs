using System.Security.Cryptography;
using System.Text;
using LiaisonBot.Core.People;
using Microsoft.AspNetCore.WebUtilities;

namespace LiaisonBot.Web;

/// <summary>The cookie of a session, and the token that every change has to bring.</summary>
/// <param name="IsSecure">Served over https, as everywhere but on one machine: then the cookie is bound to this host, and
/// no other page can set it.</param>
internal sealed record TabSession(bool IsSecure)
{
    private const int TokenBytes = 32;

    private string Cookie => IsSecure ? "__Host-liaison" : "liaison-tab";

    /// <summary>Null when there is none that could be ours.</summary>
    public string? TokenOf(HttpRequest request) =>
        request.Cookies[Cookie] is { Length: TokenBytes * 2 } token && token.All(char.IsAsciiHexDigitLower) ? token : null;

    /// <summary>Nobody can guess it.</summary>
    public static string New() => RandomNumberGenerator.GetHexString(TokenBytes * 2, lowercase: true);

    public void Start(HttpResponse response, string token, bool inTeams) =>
        response.Cookies.Append(Cookie, token, Options(inTeams, SessionService.Lasts.ToTimeSpan()));

    public void End(HttpResponse response) => response.Cookies.Append(Cookie, "", Options(false, TimeSpan.Zero));

    /// <summary>
    /// What only a page of ours knows: another site makes the browser send the cookie, and cannot read this.
    /// </summary>
    public static string Proof(string token) =>
        WebEncoders.Base64UrlEncode(HMACSHA256.HashData(Encoding.ASCII.GetBytes(token), "change"u8));

    public static bool IsProof(string token, string? given) =>
        given is not null
        && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(Proof(token)), Encoding.UTF8.GetBytes(given));

    /// <summary>Inside Teams the page stands on another site's: its cookie is kept apart, for that place alone.</summary>
    private CookieOptions Options(bool inTeams, TimeSpan lasts)
    {
        var options = new CookieOptions
        {
            HttpOnly = true,
            IsEssential = true,
            MaxAge = lasts,
            Path = "/",
            SameSite = inTeams ? SameSiteMode.None : SameSiteMode.Lax,
            Secure = IsSecure,
        };
        if (inTeams)
        {
            options.Extensions.Add("Partitioned");
        }

        return options;
    }
}
