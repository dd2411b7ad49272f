using System.Collections.Concurrent;
using System.Security.Claims;
using Microsoft.Bot.Connector;
using Microsoft.Bot.Connector.Authentication;
using Microsoft.Bot.Schema;
using Microsoft.Rest;
using Newtonsoft.Json;
using Newtonsoft.Json.Serialization;

namespace LiaisonBot.Teams;

/// <summary>
/// The SDK's authentication. What the SDK makes anew for every turn, and what costs more than the turn, is made once:
/// the client for a chat service, and one for sign-in through the bot, which this bot does not offer.
/// </summary>
internal sealed class TeamsAuthentication(BotFrameworkAuthentication sdk) : BotFrameworkAuthentication
{
    /// <summary>
    /// Addresses of chat services whose client is kept. Teams has a few; a client for any other is the turn's own.
    /// </summary>
    private const int MostClients = 100;

    private static readonly Task<UserTokenClient> SignIn = Task.FromResult<UserTokenClient>(new NoSignIn());

    private readonly ConcurrentDictionary<(string ServiceUrl, string? Audience), KeptClient> clients = new();

    public override async Task<AuthenticateRequestResult> AuthenticateRequestAsync(
        Activity activity,
        string authHeader,
        CancellationToken cancellationToken)
    {
        var result = await sdk.AuthenticateRequestAsync(activity, authHeader, cancellationToken);
        result.ConnectorFactory = new Connectors(result.ConnectorFactory, clients);
        return result;
    }

    public override Task<AuthenticateRequestResult> AuthenticateStreamingRequestAsync(
        string authHeader, string channelIdHeader, CancellationToken cancellationToken) =>
        sdk.AuthenticateStreamingRequestAsync(authHeader, channelIdHeader, cancellationToken);

    public override ConnectorFactory CreateConnectorFactory(ClaimsIdentity claimsIdentity) =>
        new Connectors(sdk.CreateConnectorFactory(claimsIdentity), clients);

    public override Task<UserTokenClient> CreateUserTokenClientAsync(ClaimsIdentity claimsIdentity, CancellationToken cancellationToken) =>
        SignIn;

    /// <summary>All turns are of one app, so that a client fits every turn with its address and audience.</summary>
    private sealed class Connectors(
        ConnectorFactory sdk,
        ConcurrentDictionary<(string ServiceUrl, string? Audience), KeptClient> clients) : ConnectorFactory
    {
        // Both read the same types in the same way, and keep what they have found out.
        private static IContractResolver? known;

        public override async Task<IConnectorClient> CreateAsync(
            string serviceUrl,
            string? audience,
            CancellationToken cancellationToken)
        {
            if (clients.TryGetValue((serviceUrl, audience), out var kept))
            {
                return kept;
            }
            var client = await sdk.CreateAsync(serviceUrl, audience, cancellationToken);
            client.SerializationSettings.Formatting = Formatting.None;
            client.SerializationSettings.ContractResolver = known ??= client.SerializationSettings.ContractResolver;
            client.DeserializationSettings.ContractResolver = known;
            return clients.Count < MostClients
                ? clients.GetOrAdd((serviceUrl, audience), new KeptClient(client))
                : client;
        }
    }

    /// <summary>A client of many turns: none of them ends it.</summary>
    private sealed class KeptClient(IConnectorClient client) : IConnectorClient
    {
        public Uri BaseUri { get => client.BaseUri; set => throw new NotSupportedException(); }

        public JsonSerializerSettings SerializationSettings => client.SerializationSettings;

        public JsonSerializerSettings DeserializationSettings => client.DeserializationSettings;

        public ServiceClientCredentials Credentials => client.Credentials;

        public IAttachments Attachments => client.Attachments;

        public IConversations Conversations => client.Conversations;

        public void Dispose()
        {
        }
    }

    /// <summary>Nobody signs in through this bot: who somebody is, Teams says.</summary>
    private sealed class NoSignIn : UserTokenClient
    {
        public override Task<TokenResponse> GetUserTokenAsync(
            string userId, string connectionName, string channelId, string magicCode, CancellationToken cancellationToken) =>
                throw new NotSupportedException();

        public override Task<SignInResource> GetSignInResourceAsync(
            string connectionName, Activity activity, string finalRedirect, CancellationToken cancellationToken) =>
                throw new NotSupportedException();

        public override Task SignOutUserAsync(string userId, string connectionName, string channelId, CancellationToken cancellationToken) =>
            throw new NotSupportedException();

        public override Task<TokenStatus[]> GetTokenStatusAsync(string userId, string channelId, string includeFilter, CancellationToken cancellationToken) =>
            throw new NotSupportedException();

        public override Task<Dictionary<string, TokenResponse>> GetAadTokensAsync(
            string userId, string connectionName, string[] resourceUrls, string channelId, CancellationToken cancellationToken) =>
            throw new NotSupportedException();

        public override Task<TokenResponse> ExchangeTokenAsync(
            string userId, string connectionName, string channelId, TokenExchangeRequest exchangeRequest, CancellationToken cancellationToken) =>
            throw new NotSupportedException();
    }
}
