using System.Text;
using Microsoft.Bot.Builder.Integration.AspNet.Core;
using Microsoft.Bot.Connector;
using Microsoft.Bot.Connector.Authentication;
using Microsoft.Extensions.Logging;

namespace LiaisonBot.Teams;

/// <summary>The bot's identity, and how it shows it. No way needs a secret.</summary>
/// <param name="AppId">Of the Azure Bot; null to talk without tokens, to an emulator on this machine.</param>
/// <param name="TenantId">Where the app is registered.</param>
/// <param name="FederatedThrough">For a single-tenant app: client id of the managed identity that it trusts. Null when the app is the managed identity itself.</param>
public sealed record TeamsIdentity(string? AppId, string TenantId, string? FederatedThrough, BotCloud Cloud);

public enum BotCloud
{
    Global,
    UsGov,

    /// <summary>Azure operated by 21Vianet.</summary>
    China,
}

/// <summary>The SDK's adapter, and its check of a token by itself.</summary>
public sealed class TeamsAdapter : CloudAdapter
{
    private readonly bool isOpen;

    private TeamsAdapter(BotFrameworkAuthentication authentication, bool isOpen)
        : base(authentication)
    {
        this.isOpen = isOpen;
    }

    /// <summary>
    /// That the header's token is of the Bot Framework and for this bot. Whether it vouches for what the activity says is found by the
    /// adapter once the activity is read.
    /// </summary>
    /// <exception cref="Exception">It is not, as in <see cref="CloudAdapter.ProcessAsync"/>.</exception>
    public Task CheckToken(string? header, CancellationToken cancellationToken) =>
        isOpen ? Task.CompletedTask : BotFrameworkAuthentication.AuthenticateStreamingRequestAsync(header, Channels.Msteams, cancellationToken);

    /// <summary>The base has several constructors, so that a container could not choose one.</summary>
    public static TeamsAdapter Create(TeamsIdentity identity, ILogger log)
    {
        var http = new HttpClients();
        ServiceClientCredentialsFactory credentials = identity switch
        {
            { AppId: null } => new PasswordServiceClientCredentialFactory(),
            { FederatedThrough: { } clientId } => new FederatedServiceClientCredentialsFactory(identity.AppId, clientId, identity.TenantId, logger: log),
            _ => new ManagedIdentityServiceClientCredentialsFactory(identity.AppId, logger: log),
        };
        // Its own log would tell of every stranger's request with the whole stack: see TeamsMessages.
        return new(Authentication(identity, credentials, http, log), isOpen: identity.AppId is null);
    }

    private static BotFrameworkAuthentication Authentication(TeamsIdentity identity, ServiceClientCredentialsFactory credentials, IHttpClientFactory http, ILogger log) =>
        identity.Cloud == BotCloud.China
            // learn.microsoft.com/azure/bot-service/how-to-deploy-china-cloud, read in 2026.
            ? BotFrameworkAuthenticationFactory.Create(
                channelService: null,
                validateAuthority: true,
                toChannelFromBotLoginUrl: $"https://login.partner.microsoftonline.cn/{identity.TenantId}",
                toChannelFromBotOAuthScope: "https://api.botframework.azure.cn",
                toBotFromChannelTokenIssuer: "https://api.botframework.azure.cn",
                oAuthUrl: "https://token.botframework.azure.cn/",
                toBotFromChannelOpenIdMetadataUrl: "https://login.botframework.azure.cn/v1/.well-known/openidconfiguration",
                toBotFromEmulatorOpenIdMetadataUrl: "https://login.partner.microsoftonline.cn/a55a4d5b-9241-49b1-b4ff-befa8db00269/v2.0/.well-known/openid-configuration",
                callerId: null,
                credentials, new AuthenticationConfiguration(), http, log)
            : BotFrameworkAuthenticationFactory.Create(
                channelService: identity.Cloud == BotCloud.UsGov ? GovernmentAuthenticationConstants.ChannelService : null,
                validateAuthority: true, null, null, null, null, null, null, null,
                credentials, new AuthenticationConfiguration(), http, log);

    /// <summary>One pool of connections. What is meant for the address of a chat is not sent on to another that it names.</summary>
    private sealed class HttpClients : IHttpClientFactory, IDisposable
    {
        private readonly Sending.Gate handler = new(new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),
            // The SDK puts the conversation's id into a header as it is; what is not ASCII could not be answered.
            RequestHeaderEncodingSelector = (_, _) => Encoding.UTF8,
        });

        // The SDK puts headers of its own on each client and disposes of it.
        public HttpClient CreateClient(string name) => new(handler, disposeHandler: false);

        public void Dispose() => handler.Dispose();
    }
}
