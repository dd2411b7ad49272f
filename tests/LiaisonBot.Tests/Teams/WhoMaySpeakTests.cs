using System.Text;
using System.Text.Json.Nodes;
using LiaisonBot.Conversation;
using LiaisonBot.Conversation.Wire;
using LiaisonBot.Teams;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.IdentityModel.Tokens;

namespace LiaisonBot.Tests.Teams;

/// <summary>Tokens, channels and tenants: who is answered in Azure, and who is not, in each cloud.</summary>
[Trait("Kind", "Pure")]
public sealed class WhoMaySpeakTests
{
    private const string App = "11111111-2222-4333-8444-555555555555";
    private const string Tenant = "66666666-2222-4333-8444-555555555555";
    private const string Service = "https://smba.example.com/cn/";

    // The SDK reads the machine's clock, which no test can own; days are long enough for any machine.
#pragma warning disable RS0030
    private static readonly TimeProvider Time = TimeProvider.System;
    private static readonly DateTime Now = DateTime.UtcNow;
#pragma warning restore RS0030

    public static TheoryData<BotCloud, string> Clouds => new()
    {
        { BotCloud.Global, "https://api.botframework.com" },
        { BotCloud.UsGov, "https://api.botframework.us" },
        { BotCloud.China, "https://api.botframework.azure.cn" },
    };

    public WhoMaySpeakTests() => StandInEntra.Publish();

    [Theory]
    [MemberData(nameof(Clouds))]
    public async Task GoodToken_IsAnswered(BotCloud cloud, string issuer)
    {
        Assert.Equal((200, true), await Post(cloud, Good(issuer), Activity()));
        // A signature by a longer hash, another spelling of the address, a clock that is four minutes off.
        Assert.Equal(
            (200, true),
            await Post(cloud, Token(Claims(issuer), algorithm: SecurityAlgorithms.RsaSha512), Activity()));
        Assert.Equal((200, true), await Post(cloud, Good(issuer), Activity(service: Service.ToUpperInvariant())));
        Assert.Equal((200, true), await Post(cloud, Token(Claims(issuer), until: Now.AddMinutes(-4)), Activity()));
    }

    [Theory]
    [MemberData(nameof(Clouds))]
    public async Task BadToken_IsNotAnswered(BotCloud cloud, string issuer)
    {
        var good = Good(issuer);
        var parts = good["Bearer ".Length..].Split('.');
        var none = Base64UrlEncoder.Encode("""{"alg":"none","typ":"JWT"}""");
        var ways = new Dictionary<string, string?>
        {
            ["no header"] = null,
            ["an empty header"] = "",
            ["no token"] = "Bearer",
            ["an empty token"] = "Bearer ",
            ["another scheme"] = "Basic " + parts[1],
            ["the scheme in small letters"] = good.Replace("Bearer", "bearer", StringComparison.Ordinal),
            ["two spaces"] = good.Replace(" ", "  ", StringComparison.Ordinal),
            ["no JWT"] = "Bearer abc",
            ["dots alone"] = "Bearer ..",
            ["no signature"] = $"Bearer {parts[0]}.{parts[1]}.",
            ["algorithm none"] = $"Bearer {none}.{parts[1]}.",
            ["another signature"] = $"Bearer {parts[0]}.{parts[1]}.{Base64UrlEncoder.Encode(new byte[256])}",
            ["other claims under the same signature"] = $"Bearer {parts[0]}.{Base64UrlEncoder.Encode($$"""{"iss":"{{issuer}}","aud":"{{App}}","serviceurl":"{{Service}}","exp":9999999999}""")}.{parts[2]}",
            ["a key that nobody published"] = Token(Claims(issuer), StandInEntra.Foreign),
            ["a shared key"] = Token(
                Claims(issuer),
                new SymmetricSecurityKey(new byte[64]),
                SecurityAlgorithms.HmacSha256),
            ["a key that is not endorsed for Teams"] = Token(Claims(issuer), StandInEntra.KeyOfOtherChannels),
            ["over for an hour"] = Token(Claims(issuer), until: Now.AddHours(-1)),
            ["not yet good"] = Token(Claims(issuer), from: Now.AddHours(1), until: Now.AddHours(2)),
            ["no end"] = Token(Claims(issuer), until: DateTime.MaxValue)[..40],
            ["another issuer"] = Token(Claims("https://sts.windows.net/" + Tenant + "/")),
            ["another cloud's issuer"] = Token(Claims(issuer == "https://api.botframework.com"
                ? "https://api.botframework.us"
                : "https://api.botframework.com")),
            ["no issuer"] = Token(Claims(issuer, without: "iss")),
            ["for another bot"] = Token(Claims(issuer, audience: Tenant)),
            ["for no bot"] = Token(Claims(issuer, without: "aud")),
            ["for another address"] = Token(Claims(issuer, service: "https://evil.example.com/")),
            ["for no address"] = Token(Claims(issuer, without: "serviceurl")),
        };
        foreach (var (way, header) in ways)
        {
            var (status, answered) = await Post(cloud, header, Activity());
            Assert.True(!answered && status is 401, $"{way}: {status}, answered: {answered}");
        }
        Assert.True(ways.Count >= 25);
    }

    [Theory]
    [InlineData("directline", Tenant)]
    [InlineData("webchat", Tenant)]
    [InlineData("emulator", Tenant)]
    [InlineData("MSTEAMS", Tenant)]
    [InlineData("msteams", "77777777-2222-4333-8444-555555555555")]
    [InlineData("msteams", null)]
    public async Task GoodToken_OfAnotherChannelOrTenant_IsNotAnswered(string channel, string? tenant)
    {
        var (status, answered) = await Post(
            BotCloud.Global,
            Good("https://api.botframework.com"),
            Activity(channel: channel, tenant: tenant));
        Assert.False(answered);
        Assert.True(status is 401 or 403, $"{status}");
    }

    [Fact]
    public async Task HostWithoutAnIdentity_AsksForNoToken()
    {
        Assert.Equal(
            (200, true),
            await Post(
                TeamsAdapter.Create(TeamsIdentity.None, new SocketsHttpHandler(), NullLogger.Instance),
                null,
                Activity(channel: "emulator", tenant: null)));
    }

    private static string Good(string issuer) => Token(Claims(issuer));

    private static Dictionary<string, object> Claims(
        string issuer,
        string audience = App,
        string service = Service,
        string? without = null)
    {
        var claims = new Dictionary<string, object> { ["iss"] = issuer, ["aud"] = audience, ["serviceurl"] = service };
        if (without is not null)
        {
            claims.Remove(without);
        }
        return claims;
    }

    private static string Token(Dictionary<string, object> claims, SecurityKey? key = null, string algorithm = SecurityAlgorithms.RsaSha256, DateTime? from = null, DateTime? until = null) =>
        "Bearer " + StandInEntra.Sign(
            key ?? StandInEntra.Key,
            algorithm,
            claims,
            from ?? Now.AddDays(-1),
            until ?? Now.AddDays(1));

    private static JsonObject Activity(string channel = "msteams", string? tenant = Tenant, string service = Service)
    {
        var conversation = new JsonObject { ["id"] = "a:1", ["conversationType"] = "personal" };
        if (tenant is not null)
        {
            conversation["tenantId"] = tenant;
        }
        return new()
        {
            ["type"] = "message",
            ["id"] = "1",
            ["channelId"] = channel,
            ["serviceUrl"] = service,
            ["from"] = new JsonObject { ["id"] = "29:1", ["aadObjectId"] = "00000000-0000-4000-8000-000000000001" },
            ["recipient"] = new JsonObject { ["id"] = "28:bot" },
            ["conversation"] = conversation,
            ["text"] = "我的事项",
        };
    }

    private static Task<(int Status, bool Answered)> Post(BotCloud cloud, string? header, JsonObject activity) =>
        Post(
            TeamsAdapter.Create(new(App, Tenant, null, cloud), new SocketsHttpHandler(), NullLogger.Instance),
            header,
            activity);

    // As the endpoint does it: the token by itself, then what it vouches for.
    private static async Task<(int Status, bool Answered)> Post(
        TeamsAdapter adapter,
        string? header,
        JsonObject activity)
    {
        var http = new DefaultHttpContext();
        if (header is not null)
        {
            http.Request.Headers.Authorization = header;
        }
        var messages = new TeamsMessages(adapter, Time, NullLogger.Instance);
        var answered = false;
        if (await messages.AdmitAsync(http))
        {
            var reading = Assert.IsType<Reading.Understood>(ActivityReader.Read(Encoding.UTF8.GetBytes(activity.ToJsonString())));
            await messages.HandleAsync(http, reading, _ =>
            {
                answered = true;
                return Task.FromResult(TurnAnswer.Silence);
            }, (_, _, _) => { });
        }
        return (http.Response.StatusCode, answered);
    }
}
