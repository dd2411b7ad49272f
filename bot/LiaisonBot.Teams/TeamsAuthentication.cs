using System.Security.Claims;
using Microsoft.Bot.Connector;
using Microsoft.Bot.Connector.Authentication;
using Microsoft.Bot.Schema;
using Newtonsoft.Json;
using Newtonsoft.Json.Serialization;

namespace LiaisonBot.Teams;

/// <summary>
/// The SDK's authentication. What the SDK makes anew for every turn, and what costs more than the turn, is made once: the description
/// of its types for JSON, and a client for sign-in through the bot, which this bot does not offer.
/// </summary>
internal sealed class TeamsAuthentication(BotFrameworkAuthentication sdk) : BotFrameworkAuthentication
{
    private static readonly NoSignIn SignIn = new();

    public override async Task<AuthenticateRequestResult> AuthenticateRequestAsync(Activity activity, string authHeader, CancellationToken cancellationToken)
    {
        var result = await sdk.AuthenticateRequestAsync(activity, authHeader, cancellationToken);
        result.ConnectorFactory = new Connectors(result.ConnectorFactory);
        return result;
    }

    public override Task<AuthenticateRequestResult> AuthenticateStreamingRequestAsync(
        string authHeader, string channelIdHeader, CancellationToken cancellationToken) =>
        sdk.AuthenticateStreamingRequestAsync(authHeader, channelIdHeader, cancellationToken);

    public override ConnectorFactory CreateConnectorFactory(ClaimsIdentity claimsIdentity) => new Connectors(sdk.CreateConnectorFactory(claimsIdentity));

    public override Task<UserTokenClient> CreateUserTokenClientAsync(ClaimsIdentity claimsIdentity, CancellationToken cancellationToken) =>
        Task.FromResult<UserTokenClient>(SignIn);

    private sealed class Connectors(ConnectorFactory sdk) : ConnectorFactory
    {
        // Both read the same types in the same way, and keep what they have found out.
        private static IContractResolver? known;

        public override async Task<IConnectorClient> CreateAsync(string serviceUrl, string audience, CancellationToken cancellationToken)
        {
            var client = await sdk.CreateAsync(serviceUrl, audience, cancellationToken);
            client.SerializationSettings.Formatting = Formatting.None;
            client.SerializationSettings.ContractResolver = known ??= client.SerializationSettings.ContractResolver;
            client.DeserializationSettings.ContractResolver = known;
            return client;
        }
    }

    /// <summary>Nobody signs in through this bot: who somebody is, Teams says.</summary>
    private sealed class NoSignIn : UserTokenClient
    {
        public override Task<TokenResponse> GetUserTokenAsync(
            string userId, string connectionName, string channelId, string magicCode, CancellationToken cancellationToken) => throw new NotSupportedException();

        public override Task<SignInResource> GetSignInResourceAsync(
            string connectionName, Activity activity, string finalRedirect, CancellationToken cancellationToken) => throw new NotSupportedException();

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
