using System.Collections.Concurrent;
using System.Net;
using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Bot.Connector.Authentication;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace LiaisonBot.Tests.Teams;

/// <summary>
/// Stands in for the service that signs tokens, with keys of its own, in all clouds. The SDK asks the network for the
/// keys of a cloud by a client of its own and keeps them in a static table: they are put there.
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

    /// <summary>
    /// Answers as Entra does over the network: at the address of a tenant's metadata and at the one that it names for
    /// the keys.
    /// </summary>
    /// <param name="keys">Published at the moment.</param>
    /// <param name="asked">Told of every request.</param>
    public static HttpMessageHandler Network(Uri metadata, Func<IReadOnlyList<RsaSecurityKey>?> keys, Action<Uri> asked) =>
        new Documents(metadata, keys, asked);

    /// <summary>From now on the SDK knows these keys and no others.</summary>
    public static void Publish()
    {
        var keys = Cache<OpenIdConnectConfiguration>("_openIdMetadataCache");
        var endorsements = Cache<IDictionary<string, HashSet<string>>>("_endorsementsCache");
        var configuration = new OpenIdConnectConfiguration();
        configuration.SigningKeys.Add(Key);
        configuration.SigningKeys.Add(KeyOfOtherChannels);
        var endorsed = new Dictionary<string, HashSet<string>>
        {
            [Key.KeyId] = ["msteams", "webchat"],
            [KeyOfOtherChannels.KeyId] = ["directline"]
        };
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
        new(address, new Retriever<T>(configuration), new NoDocuments());

    private static ConcurrentDictionary<string, ConfigurationManager<T>> Cache<T>(string name)
        where T : class =>
        (ConcurrentDictionary<string, ConfigurationManager<T>>)typeof(JwtTokenExtractor)
            .GetField(name, BindingFlags.Static | BindingFlags.NonPublic)!.GetValue(null)!;

    private sealed class Retriever<T>(T configuration) : IConfigurationRetriever<T>
    {
        public Task<T> GetConfigurationAsync(string address, IDocumentRetriever retriever, CancellationToken cancel) =>
            Task.FromResult(configuration);
    }

    private sealed class Documents(
        Uri metadata,
        Func<IReadOnlyList<RsaSecurityKey>?> keys,
        Action<Uri> asked) : HttpMessageHandler
    {
        private readonly Uri keysAddress = new(metadata, "/discovery/v2.0/keys");

        protected override Task<HttpResponseMessage> SendAsync(
            HttpRequestMessage request,
            CancellationToken cancellationToken)
        {
            asked(request.RequestUri!);
            if (keys() is not { } published)
            {
                throw new HttpRequestException("Entra is away.");
            }

            var body = request.RequestUri == metadata ? new JsonObject
            {
                ["issuer"] = "not looked at",
                ["jwks_uri"] = keysAddress.ToString()
            }
                : request.RequestUri == keysAddress ? new JsonObject { ["keys"] = new JsonArray([.. published.Select(Public)]) }
                : null;
            return Task.FromResult(body is null
                ? new HttpResponseMessage(HttpStatusCode.NotFound)
                : new HttpResponseMessage(HttpStatusCode.OK)
                {
                    Content = new StringContent(
                    body.ToJsonString(),
                    Encoding.UTF8,
                    "application/json")
                });
        }

        private static JsonNode Public(RsaSecurityKey key)
        {
            var rsa = key.Rsa.ExportParameters(includePrivateParameters: false);
            return new JsonObject
            {
                ["kty"] = "RSA",
                ["use"] = "sig",
                ["kid"] = key.KeyId,
                ["n"] = Base64UrlEncoder.Encode(rsa.Modulus),
                ["e"] = Base64UrlEncoder.Encode(rsa.Exponent),
            };
        }
    }

    private sealed class NoDocuments : IDocumentRetriever
    {
        public Task<string> GetDocumentAsync(string address, CancellationToken cancel) => Task.FromResult("{}");
    }
}
