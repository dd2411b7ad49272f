using System.Collections.Concurrent;
using System.Reflection;
using System.Security.Cryptography;
using Microsoft.Bot.Connector.Authentication;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace LiaisonBot.Tests.Teams;

/// <summary>
/// Stands in for the service that signs tokens, with keys of its own, in all clouds. The SDK asks the network for the keys of a cloud by
/// a client of its own and keeps them in a static table: they are put there.
/// </summary>
public static class StandInEntra
{
    /// <summary>Endorsed for Teams.</summary>
    public static readonly RsaSecurityKey Key = new(RSA.Create(2048)) { KeyId = "teams" };

    /// <summary>Endorsed for other channels alone.</summary>
    public static readonly RsaSecurityKey KeyOfOtherChannels = new(RSA.Create(2048)) { KeyId = "others" };

    /// <summary>Nobody has published it.</summary>
    public static readonly RsaSecurityKey Foreign = new(RSA.Create(2048)) { KeyId = "teams" };

    private static readonly string[] Metadata =
    [
        "https://login.botframework.com/v1/.well-known/openidconfiguration",
        "https://login.botframework.azure.us/v1/.well-known/openidconfiguration",
        "https://login.botframework.azure.cn/v1/.well-known/openidconfiguration",
        "https://login.microsoftonline.com/botframework.com/v2.0/.well-known/openid-configuration",
    ];

    /// <summary>From now on the SDK knows these keys and no others.</summary>
    public static void Publish()
    {
        var keys = Cache<OpenIdConnectConfiguration>("_openIdMetadataCache");
        var endorsements = Cache<IDictionary<string, HashSet<string>>>("_endorsementsCache");
        var configuration = new OpenIdConnectConfiguration();
        configuration.SigningKeys.Add(Key);
        configuration.SigningKeys.Add(KeyOfOtherChannels);
        var endorsed = new Dictionary<string, HashSet<string>> { [Key.KeyId] = ["msteams", "webchat"], [KeyOfOtherChannels.KeyId] = ["directline"] };
        foreach (var address in Metadata)
        {
            keys[address] = Published(address, configuration);
            endorsements[address] = Published<IDictionary<string, HashSet<string>>>(address, endorsed);
        }
    }

    public static string Sign(SecurityKey key, string algorithm, IDictionary<string, object> claims, DateTime from, DateTime until) =>
        new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(new SecurityTokenDescriptor
        {
            Claims = claims,
            NotBefore = from,
            Expires = until,
            SigningCredentials = new(key, algorithm),
        });

    private static ConfigurationManager<T> Published<T>(string address, T configuration)
        where T : class =>
        new(address, new Retriever<T>(configuration), new Documents());

    private static ConcurrentDictionary<string, ConfigurationManager<T>> Cache<T>(string name)
        where T : class =>
        (ConcurrentDictionary<string, ConfigurationManager<T>>)typeof(JwtTokenExtractor)
            .GetField(name, BindingFlags.Static | BindingFlags.NonPublic)!.GetValue(null)!;

    private sealed class Retriever<T>(T configuration) : IConfigurationRetriever<T>
    {
        public Task<T> GetConfigurationAsync(string address, IDocumentRetriever retriever, CancellationToken cancel) => Task.FromResult(configuration);
    }

    private sealed class Documents : IDocumentRetriever
    {
        public Task<string> GetDocumentAsync(string address, CancellationToken cancel) => Task.FromResult("{}");
    }
}
