using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using LiaisonBot.Host;
using LiaisonBot.Host.Api;
using LiaisonBot.Host.Entra;
using LiaisonBot.Tests.Teams;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace LiaisonBot.Tests.Hosts;

/// <summary>Who is let in to <c>/api</c>, and who is not, in each cloud.</summary>
public sealed class ApiGateTests
{
    private const string Tenant = "66666666-2222-4333-8444-555555555555";
    private const string OtherTenant = "77777777-2222-4333-8444-555555555555";
    private const string Bot = "11111111-2222-4333-8444-555555555555";
    private const string Api = "99999999-2222-4333-8444-555555555555";
    private const string ApiAddress = "api://liaison.contoso.com";
    private const string Program = "88888888-2222-4333-8444-555555555555";
    private const string Service = "aaaaaaaa-2222-4333-8444-555555555555";
    private const string Person = "bbbbbbbb-2222-4333-8444-555555555555";

    private static readonly DateTime Now = new(2026, 11, 24, 3, 0, 0, DateTimeKind.Utc);
    private static readonly RsaSecurityKey NextKey = new(RSA.Create(2048)) { KeyId = "next" };

    private readonly Clock time = new();
    private readonly List<Uri> asked = [];
    private IReadOnlyList<RsaSecurityKey>? published = [StandInEntra.Key];

    /// <summary>Cloud and the issuers of tokens of version 1 and 2.</summary>
    public static TheoryData<string, string, string> Clouds => new()
    {
        { "global", $"https://sts.windows.net/{Tenant}/", $"https://login.microsoftonline.com/{Tenant}/v2.0" },
        { "usgov", $"https://sts.windows.net/{Tenant}/", $"https://login.microsoftonline.us/{Tenant}/v2.0" },
        { "china", $"https://sts.chinacloudapi.cn/{Tenant}/", $"https://login.partner.microsoftonline.cn/{Tenant}/v2.0" },
    };

    [Theory]
    [MemberData(nameof(Clouds))]
    public async Task GoodToken_LetsIn(string cloud, string first, string second)
    {
        var gate = Gate(cloud);
        ApiReader application = new ApiReader.Application(Guid.Parse(Program), Guid.Parse(Service));
        ApiReader person = new ApiReader.Account(Guid.Parse(Person), Guid.Parse(Program));

        Assert.Equal(application, await Admitted(gate, Token(OfProgram(second))));
        Assert.Equal(application, await Admitted(gate, Token(First(OfProgram(first)))));
        Assert.Equal(person, await Admitted(gate, Token(OfPerson(second))));
        Assert.Equal(person, await Admitted(gate, Token(First(OfPerson(first)))));
        // The name of the scheme in small letters, several permissions, a clock that is four minutes off, what programs
        // may be told beside.
        Assert.Equal(
            application,
            await Admitted(gate, Token(OfProgram(second)).Replace("Bearer", "bearer", StringComparison.Ordinal)));
        Assert.Equal(
            application,
            await Admitted(gate, Token(With(OfProgram(second), "roles", new[] { "Other", "Matters.Read" }))));
        Assert.Equal(person, await Admitted(gate, Token(With(OfPerson(second), "scp", "openid Matters.Read"))));
        Assert.Equal(application, await Admitted(gate, Token(OfProgram(second), until: Now.AddMinutes(-4))));
        Assert.Equal(application, await Admitted(gate, Token(OfProgram(second), from: Now.AddMinutes(4))));
        Assert.Equal(application, await Admitted(gate, Token(With(OfProgram(second), "idtyp", "app"))));
        // A person's roles, which their administrator gave them, make no application of them.
        Assert.Equal(person, await Admitted(gate, Token(With(OfPerson(second), "roles", new[] { "Matters.Read" }))));
    }

    [Theory]
    [MemberData(nameof(Clouds))]
    public async Task BadToken_LetsNobodyIn(string cloud, string first, string second)
    {
        var good = Token(OfProgram(second));
        var parts = good["Bearer ".Length..].Split('.');
        var elsewhere = cloud == "china"
            ? "https://login.microsoftonline.com"
            : "https://login.partner.microsoftonline.cn";
        var ways = new Dictionary<string, string?>
        {
            ["no header"] = null,
            ["an empty header"] = "",
            ["no token"] = "Bearer",
            ["an empty token"] = "Bearer ",
            ["another scheme"] = "Basic " + parts[1],
            ["no scheme"] = string.Join('.', parts),
            ["no JWT"] = "Bearer abc",
            ["dots alone"] = "Bearer ..",
            ["four parts"] = $"{good}.x",
            ["encrypted, by its look"] = $"{good}.x.y",
            ["too long"] = "Bearer " + new string('a', 20_000),
            ["no signature"] = $"Bearer {parts[0]}.{parts[1]}.",
            ["algorithm none"] = $"Bearer {Base64UrlEncoder.Encode("""{"alg":"none","typ":"JWT"}""")}.{parts[1]}.",
            ["another signature"] = $"Bearer {parts[0]}.{parts[1]}.{Base64UrlEncoder.Encode(new byte[256])}",
            ["other claims under the same signature"] = $"Bearer {parts[0]}.{Token(With(OfProgram(second), "oid", Person)).Split('.')[1]}.{parts[2]}",
            ["a key that nobody published, by the same name"] = Token(OfProgram(second), StandInEntra.Foreign),
            ["a key of another name"] = Token(OfProgram(second), NextKey),
            ["a key without a name"] = Token(OfProgram(second), new RsaSecurityKey(StandInEntra.Key.Rsa)),
            ["a shared key"] = Token(
                OfProgram(second),
                new SymmetricSecurityKey(new byte[64]) { KeyId = StandInEntra.Key.KeyId },
                SecurityAlgorithms.HmacSha256),
            ["another algorithm of the same key"] = Token(OfProgram(second), algorithm: SecurityAlgorithms.RsaSha512),
            ["over for six minutes"] = Token(OfProgram(second), until: Now.AddMinutes(-6)),
            ["not good for six minutes yet"] = Token(OfProgram(second), from: Now.AddMinutes(6)),
            ["without an end"] = Token(OfProgram(second), withEnd: false),
            ["no issuer"] = Token(Without(OfProgram(second), "iss")),
            ["an issuer of another tenant"] = Token(OfProgram(second.Replace(
                Tenant,
                OtherTenant,
                StringComparison.Ordinal))),
            ["an issuer of another tenant, version 1"] = Token(First(OfProgram(first.Replace(
                Tenant,
                OtherTenant,
                StringComparison.Ordinal)))),
            ["an issuer of another cloud"] = Token(OfProgram($"{elsewhere}/{Tenant}/v2.0")),
            ["the issuer of all tenants"] = Token(OfProgram(second.Replace(
                Tenant,
                "common",
                StringComparison.Ordinal))),
            ["the Bot Framework's"] = Token(With(
                With(OfProgram("https://api.botframework.com"), "aud", Bot),
                "serviceurl",
                "https://smba.example.com/")),
            ["the Bot Framework's, for this API"] = Token(OfProgram("https://api.botframework.com")),
            ["the Bot Framework's in China"] = Token(OfProgram("https://api.botframework.azure.cn")),
            ["another tenant in the tenant's claim"] = Token(With(OfProgram(second), "tid", OtherTenant)),
            ["no tenant"] = Token(Without(OfProgram(second), "tid")),
            ["no audience"] = Token(Without(OfProgram(second), "aud")),
            ["for the bot"] = Token(With(OfProgram(second), "aud", Bot)),
            ["for Microsoft Graph"] = Token(With(OfProgram(second), "aud", "https://graph.microsoft.com")),
            ["for an address that begins like ours"] = Token(With(OfProgram(second), "aud", ApiAddress + ".evil")),
            ["of no application"] = Token(Without(OfProgram(second), "azp")),
            ["of an application that is no GUID"] = Token(With(OfProgram(second), "azp", "x")),
            ["of nobody"] = Token(Without(OfProgram(second), "oid")),
            ["an ID token of a person with that role"] = Token(With(
                With(OfPerson(second, "scp", "azp"), "roles", new[] { "Matters.Read" }),
                "nonce",
                "1")),
            ["of a person, without a scope, with that role"] = Token(With(
                OfPerson(second, "scp"),
                "roles",
                new[] { "Matters.Read" })),
            ["said to be of a person"] = Token(With(OfProgram(second), "idtyp", "user")),
        };
        var gate = Gate(cloud);
        foreach (var (way, header) in ways)
        {
            var (reader, http) = await Ask(gate, header);
            Assert.True(reader is null && http.Response.StatusCode == 401, $"{way}: {http.Response.StatusCode}");
            var challenge = http.Response.Headers.WWWAuthenticate.ToString();
            Assert.StartsWith(
                "Bearer realm=\"liaison\", authorization_uri=\"https://",
                challenge,
                StringComparison.Ordinal);
            Assert.True(Ascii.IsValid(challenge), way);
            Assert.NotEmpty(Why(http));
            // Nothing of the token comes back.
            Assert.DoesNotContain(parts[1][..20], Why(http) + challenge, StringComparison.Ordinal);
        }

        Assert.True(ways.Count >= 40);
    }

    [Theory]
    [InlineData("roles", "Matters.Write", false)]
    [InlineData("roles", "matters.read", false)]
    [InlineData("roles", null, false)]
    [InlineData("scp", "Matters.Write", true)]
    [InlineData("scp", "Matters.ReadAll", true)]
    public async Task GoodToken_WithoutThePermission_IsRefusedAsSuch(string claim, string? value, bool person)
    {
        var issuer = $"https://login.microsoftonline.com/{Tenant}/v2.0";
        var claims = person ? OfPerson(issuer) : OfProgram(issuer);
        claims = value is null ? Without(claims, claim) : With(claims, claim, person ? value : new[] { value });

        var (reader, http) = await Ask(Gate(), Token(claims));

        Assert.Null(reader);
        Assert.Equal(403, http.Response.StatusCode);
        Assert.Contains(
            "error=\"insufficient_scope\"",
            http.Response.Headers.WWWAuthenticate.ToString(),
            StringComparison.Ordinal);
        Assert.Contains("Matters.Read", Why(http), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false, false, false, null, "LIAISON_API_AUDIENCE is not set")]
    [InlineData(false, false, true, "k", "LIAISON_API_KEY_ALLOWED is not true")]
    [InlineData(true, false, true, "k", "LIAISON_API_KEY_ALLOWED is not true")]
    [InlineData(true, false, false, "k", "A token of Entra is needed")]
    [InlineData(true, true, false, "k", "A token of Entra is needed")]
    [InlineData(false, true, false, "k", "/api/keyed")]
    [InlineData(false, true, true, null, "x-functions-key")]
    public async Task WithoutWhatIsSet_NobodyIsLetIn_AndIsToldWhy(
        bool audience,
        bool keyAllowed,
        bool keyed,
        string? key,
        string says)
    {
        var (reader, http) = await Ask(Gate(audience: audience, keyAllowed: keyAllowed), null, keyed, key);
        Assert.Null(reader);
        Assert.Equal(401, http.Response.StatusCode);
        Assert.Contains(says, Why(http), StringComparison.Ordinal);
        Assert.NotEmpty(http.Response.Headers.WWWAuthenticate.ToString());
    }

    [Fact]
    public async Task Key_WhereItIsAllowed_LetsInAtItsOwnAddressAlone()
    {
        var (reader, _) = await Ask(
            Gate(audience: false, keyAllowed: true),
            null,
            keyed: true,
            key: "checked by the host");
        Assert.Equal(new ApiReader.Key(), reader);
        Assert.Empty(asked);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task KeyInTheAddress_IsRefused_WhateverElseIsShown(bool keyed)
    {
        var token = Token(OfProgram($"https://login.microsoftonline.com/{Tenant}/v2.0"));
        foreach (var query in new[] { "?code=k", "?code=", "?state=all&code=k", "?CODE=k" })
        {
            var (reader, http) = await Ask(Gate(keyAllowed: true), token, keyed, "k", query);
            Assert.Null(reader);
            Assert.Equal(401, http.Response.StatusCode);
            Assert.Contains("?code=", Why(http), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Keys_AreAskedForOnce_AndAgainForOneThatIsNotKnown()
    {
        var gate = Gate();
        var issuer = $"https://login.microsoftonline.com/{Tenant}/v2.0";
        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Ask(gate, Token(OfProgram(issuer)))));
        Assert.Equal(2, asked.Count);

        // A stranger names keys as often as they like.
        published = [StandInEntra.Key, NextKey];
        for (var i = 0; i < 20; i++) await Ask(gate, Token(OfProgram(issuer), NextKey));
        Assert.Equal(2, asked.Count);
        time.Advance(EntraKeys.AgainAfter);
        Assert.NotNull((await Ask(gate, Token(OfProgram(issuer), NextKey))).Reader);
        Assert.Equal(4, asked.Count);

        // One that is withdrawn is no longer good half a day later.
        published = [NextKey];
        time.Advance(EntraKeys.KeptFor);
        var late = Now + EntraKeys.KeptFor;
        Assert.Null((await Ask(gate, Token(OfProgram(issuer), until: late.AddDays(1)))).Reader);
        Assert.Equal(6, asked.Count);
    }

    [Fact]
    public async Task Keys_WhileEntraIsAway_AreThoseThatAreKnown_AndWithoutAnyTheAnswerIsLater()
    {
        var token = Token(OfProgram($"https://login.microsoftonline.com/{Tenant}/v2.0"), until: Now.AddDays(3));
        var gate = Gate();
        published = null;
        var (reader, http) = await Ask(gate, token);
        Assert.Null(reader);
        Assert.Equal(503, http.Response.StatusCode);

        // However many ask meanwhile.
        for (var i = 0; i < 20; i++) Assert.Equal(503, (await Ask(gate, token)).Http.Response.StatusCode);
        Assert.Single(asked);

        published = [];
        time.Advance(EntraKeys.AgainSoon);
        Assert.Equal(503, (await Ask(gate, token)).Http.Response.StatusCode);
        Assert.Equal(3, asked.Count);

        published = [StandInEntra.Key];
        time.Advance(EntraKeys.AgainSoon);
        Assert.NotNull((await Ask(gate, token)).Reader);
        published = null;
        time.Advance(TimeSpan.FromDays(1));
        Assert.NotNull((await Ask(gate, token)).Reader);
    }

    [Fact]
    public async Task WhatIsNoToken_AsksNothingOfTheNetwork()
    {
        var gate = Gate();
        await Ask(gate, "Bearer abc");
        await Ask(gate, null);
        await Ask(gate, Token(OfProgram("x"), new SymmetricSecurityKey(new byte[64]), SecurityAlgorithms.HmacSha256));
        Assert.Empty(asked);
    }

    private ApiGate Gate(string cloud = "global", bool audience = true, bool keyAllowed = false)
    {
        var metadata = EntraCloud.Of(cloud).Metadata(Tenant);
        var keys = new EntraKeys(
            new HttpClient(StandInEntra.Network(metadata, () => published, asked.Add)),
            metadata,
            time,
            NullLogger.Instance);
        return new(audience ? new(new(EntraCloud.Of(cloud), Tenant, [Api, ApiAddress], keys, time)) : null, keyAllowed);
    }

    private static async Task<ApiReader?> Admitted(ApiGate gate, string header) => (await Ask(gate, header)).Reader;

    private static async Task<(ApiReader? Reader, HttpContext Http)> Ask(
        ApiGate gate,
        string? header,
        bool keyed = false,
        string? key = null,
        string query = "")
    {
        var http = new DefaultHttpContext { Response = { Body = new MemoryStream() } };
        if (header is not null) http.Request.Headers.Authorization = header;
        if (key is not null) http.Request.Headers["x-functions-key"] = key;
        http.Request.QueryString = new(query);
        return (await gate.AdmitAsync(http, keyed), http);
    }

    private static string Why(HttpContext http) =>
        (string)JsonNode.Parse(((MemoryStream)http.Response.Body).ToArray())!["error"]!["message"]!;

    private static Dictionary<string, object> OfProgram(string issuer) => new()
    {
        ["iss"] = issuer,
        ["aud"] = Api,
        ["tid"] = Tenant,
        ["azp"] = Program,
        ["oid"] = Service,
        ["sub"] = Service,
        ["roles"] = new[] { "Matters.Read" },
        ["ver"] = "2.0",
    };

    private static Dictionary<string, object> OfPerson(string issuer, params string[] without)
    {
        var claims = new Dictionary<string, object>
        {
            ["iss"] = issuer,
            ["aud"] = Api,
            ["tid"] = Tenant,
            ["azp"] = Program,
            ["oid"] = Person,
            ["sub"] = "pairwise",
            ["scp"] = "Matters.Read",
            ["ver"] = "2.0",
        };
        foreach (var claim in without) claims.Remove(claim);
        return claims;
    }

    /// <summary>As a token of version 1 has it.</summary>
    private static Dictionary<string, object> First(Dictionary<string, object> claims) =>
        With(With(With(Without(claims, "azp"), "appid", Program), "aud", ApiAddress), "ver", "1.0");

    private static Dictionary<string, object> With(Dictionary<string, object> claims, string name, object value) =>
        new(claims) { [name] = value };

    private static Dictionary<string, object> Without(Dictionary<string, object> claims, string name) =>
        new(claims.Where(claim => claim.Key != name));

    private static string Token(
        Dictionary<string, object> claims,
        SecurityKey? key = null,
        string algorithm = SecurityAlgorithms.RsaSha256,
        DateTime? from = null,
        DateTime? until = null,
        bool withEnd = true)
    {
        if (withEnd) return "Bearer " + StandInEntra.Sign(
            key ?? StandInEntra.Key,
            algorithm,
            claims,
            from ?? Now.AddHours(-1),
            until ?? Now.AddHours(1));
        var descriptor = new SecurityTokenDescriptor
        {
            Claims = claims,
            SigningCredentials = new(key ?? StandInEntra.Key, algorithm)
        };
        return "Bearer " + new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(descriptor);
    }

    private sealed class Clock : TimeProvider
    {
        private TimeSpan passed;

        public void Advance(TimeSpan by) => passed += by;

        public override DateTimeOffset GetUtcNow() => new DateTimeOffset(Now) + passed;

        public override long GetTimestamp() => passed.Ticks;

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;
    }
}
