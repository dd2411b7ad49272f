namespace LiaisonBot.Host.Api;

/// <summary>
/// Where a cloud's Entra is, and what it calls itself in tokens of a tenant.
/// learn.microsoft.com/entra/identity-platform/authentication-national-cloud, read in 2026.
/// </summary>
/// <param name="SignIn">Address under which people and programs sign in; also of the issuer of tokens of version
/// 2.</param>
/// <param name="FirstIssuer">Of tokens of version 1, which an application registration gives unless it asks for version
/// 2.</param>
public sealed record EntraCloud(string SignIn, string FirstIssuer)
{
    public static readonly EntraCloud Global = new("https://login.microsoftonline.com", "https://sts.windows.net");
    public static readonly EntraCloud UsGov = new("https://login.microsoftonline.us", "https://sts.windows.net");

    /// <summary>Azure operated by 21Vianet.</summary>
    public static readonly EntraCloud China = new(
        "https://login.partner.microsoftonline.cn",
        "https://sts.chinacloudapi.cn");

    /// <param name="name">global, usgov or china.</param>
    public static EntraCloud Of(string name) => name switch
    {
        "usgov" => UsGov,
        "china" => China,
        _ => Global,
    };

    public IReadOnlyList<string> Issuers(string tenant) => [$"{FirstIssuer}/{tenant}/", $"{SignIn}/{tenant}/v2.0"];

    /// <summary>Names the keys of both versions.</summary>
    public Uri Metadata(string tenant) => new($"{SignIn}/{tenant}/v2.0/.well-known/openid-configuration");
}
