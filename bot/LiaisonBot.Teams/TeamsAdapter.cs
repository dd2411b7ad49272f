using System.Text;
using LiaisonBot.Core.People;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Integration.AspNet.Core;
using Microsoft.Bot.Connector;
using Microsoft.Bot.Connector.Authentication;
using Microsoft.Bot.Schema;
using Microsoft.Extensions.Logging;

namespace LiaisonBot.Teams;

/// <summary>The bot's identity, and how it shows it. No way needs a secret.</summary>
/// <param name="AppId">Of the Azure Bot; null to talk without tokens, to an emulator on this machine.</param>
/// <param name="TenantId">Where the app is registered.</param>
/// <param name="FederatedThrough">For a single-tenant app: client id of the managed identity that it trusts. Null when
/// the app is the managed identity itself.</param>
public sealed record TeamsIdentity(string? AppId, string TenantId, string? FederatedThrough, BotCloud Cloud)
{
    /// <summary>A host that knows no tokens.</summary>
    public static readonly TeamsIdentity None = new(null, "", null, BotCloud.Global);
}

public enum BotCloud
{
    Global,
    UsGov,

    /// <summary>Azure operated by 21Vianet.</summary>
    China,
}

/// <summary>The SDK's adapter, which takes what was already read of a request, and checks a token by itself.</summary>
public sealed class TeamsAdapter : CloudAdapter
{
    private readonly TeamsIdentity identity;

    private TeamsAdapter(BotFrameworkAuthentication authentication, TeamsIdentity identity)
        : base(authentication)
    {
        this.identity = identity;
    }

    /// <summary>
    /// Whether the bot is for people of this chat. The token's service also vouches for other channels (Direct Line,
    /// Web Chat), where anybody may name any object id, and for other tenants.
    /// </summary>
    internal bool Serves(ChatAddress chat) =>
        identity.AppId is null
        || (chat.ChannelId == Channels.Msteams
            && identity.TenantId.Equals(chat.TenantId, StringComparison.OrdinalIgnoreCase));

    /// <summary>
    /// That the header's token is of the Bot Framework and for this bot. Whether it vouches for what the activity says
    /// is found by the adapter once the activity is read.
    /// </summary>
    /// <exception cref="Exception">It is not, as in <see cref="CloudAdapter.ProcessAsync"/>.</exception>
    public Task CheckTokenAsync(string? header, CancellationToken cancellationToken) =>
        identity.AppId is null
            ? Task.CompletedTask
            : BotFrameworkAuthentication.AuthenticateStreamingRequestAsync(header, Channels.Msteams, cancellationToken);

    /// <summary>
    /// Checks that the token vouches for the activity, and takes the activity through the SDK's pipeline: one reading,
    /// and no second one that could differ.
    /// </summary>
    /// <returns>What answers the request itself; null for an empty answer.</returns>
    /// <exception cref="UnauthorizedAccessException">The token does not vouch for it.</exception>
    internal async Task<InvokeResponse?> ProcessAsync(string? header, Activity activity, IBot bot) =>
        await ProcessActivityAsync(header, activity, bot.OnTurnAsync, CancellationToken.None);

    /// <summary>The base has several constructors, so that a container could not choose one.</summary>
    /// <param name="network">What the SDK's requests go through; disposed of with the process.</param>
    public static TeamsAdapter Create(TeamsIdentity identity, SocketsHttpHandler network, ILogger log)
    {
        var http = new HttpClients(network);
        ServiceClientCredentialsFactory credentials = identity switch
        {
            { AppId: null } => new PasswordServiceClientCredentialFactory(),
            { FederatedThrough: { } clientId } =>
                new FederatedServiceClientCredentialsFactory(identity.AppId, clientId, identity.TenantId, logger: log),
            _ => new ManagedIdentityServiceClientCredentialsFactory(identity.AppId, logger: log),
        };
        // Its own log would tell of every stranger's request with the whole stack: see TeamsMessages.
        return new(new TeamsAuthentication(Authentication(identity, credentials, http, log)), identity);
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
                channelService: identity.Cloud == BotCloud.UsGov
                    ? GovernmentAuthenticationConstants.ChannelService
                    : null,
                validateAuthority: true, null, null, null, null, null, null, null,
                credentials, new AuthenticationConfiguration(), http, log);

    /// <summary>
    /// One pool of connections. What is meant for the address of a chat is not sent on to another that it names.
    /// </summary>
    private sealed class HttpClients : IHttpClientFactory, IDisposable
    {
        /// <summary>Bytes of an answer; one with more counts as none.</summary>
        private const int AnswerBytes = 256 * 1024;

        private readonly Sending.SendGate gate;

        public HttpClients(SocketsHttpHandler network)
        {
            network.AllowAutoRedirect = false;
            network.UseCookies = false;
            network.PooledConnectionLifetime = TimeSpan.FromMinutes(5);
            // The SDK puts the conversation's id into a header as it is; what is not ASCII could not be answered.
            network.RequestHeaderEncodingSelector = (_, _) => Encoding.UTF8;
            gate = new(network);
        }

        // The SDK puts headers of its own on each client and disposes of it.
        public HttpClient CreateClient(string name) =>
            new(gate, disposeHandler: false) { MaxResponseContentBufferSize = AnswerBytes };

        public void Dispose() => gate.Dispose();
    }
}
