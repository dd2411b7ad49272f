namespace LiaisonBot.Host.Entra;

/// <summary>
/// Where a cloud's Entra is, and what it calls itself in tokens of a tenant.
/// learn.microsoft.com/entra/identity-platform/authentication-national-cloud, read in 2026.
/// </summary>
/// <param name="SignIn">Address under which people and programs sign in; also of the issuer of tokens of version
/// 2.</param>
/// <param name="FirstIssuer">Of tokens of version 1, which an application registration gives unless it asks for version
/// 2.</param>
/// <param name="Exchange">What a token of a managed identity is for with which an application registration proves who
/// it is, in place of a secret (learn.microsoft.com/entra/workload-id/workload-identity-federation-config-app-trust-managed-identity).</param>
public sealed record EntraCloud(string SignIn, string FirstIssuer, string Exchange)
{
    public static readonly EntraCloud Global = new(
        "https://login.microsoftonline.com",
        "https://sts.windows.net",
        "api://AzureADTokenExchange");
    public static readonly EntraCloud UsGov = new(
        "https://login.microsoftonline.us",
        "https://sts.windows.net",
        "api://AzureADTokenExchangeUSGov");

    /// <summary>Azure operated by 21Vianet.</summary>
    public static readonly EntraCloud China = new(
        "https://login.partner.microsoftonline.cn",
        "https://sts.chinacloudapi.cn",
        "api://AzureADTokenExchangeChina");

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
