using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using System.Web;
using LiaisonBot.Host;
using LiaisonBot.Host.Entra;
using LiaisonBot.Host.SignIn;
using LiaisonBot.Tests.Teams;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.IdentityModel.Tokens;

namespace LiaisonBot.Tests.Hosts;

/// <summary>Who is let in to the tab by Entra, in Teams and in a browser, and who is not, in each cloud.</summary>
public sealed class SignInTests
{
    private const string Tenant = "66666666-2222-4333-8444-555555555555";
    private const string OtherTenant = "77777777-2222-4333-8444-555555555555";
    private const string App = "99999999-2222-4333-8444-555555555555";
    private const string AppAddress = $"api://bot.contoso.com/{App}";
    private const string TeamsClient = "1fec8e78-bce4-4aaf-ab1b-5451cc387264";
    private const string Person = "bbbbbbbb-2222-4333-8444-555555555555";
    private const string Stranger = "cccccccc-2222-4333-8444-555555555555";

    private static readonly DateTime Now = new(2026, 11, 24, 3, 0, 0, DateTimeKind.Utc);

    private readonly Clock time = new();
    private readonly List<IReadOnlyDictionary<string, string>> redeemed = [];
    private Func<IReadOnlyDictionary<string, string>, (HttpStatusCode Status, string Body)> answer =
        _ => (HttpStatusCode.BadRequest, "{}");

    private int secrets;

    /// <summary>Cloud and the issuers of tokens of version 1 and 2.</summary>
    public static TheoryData<string, string, string> Clouds => new()
    {
        { "global", $"https://sts.windows.net/{Tenant}/", $"https://login.microsoftonline.com/{Tenant}/v2.0" },
        { "usgov", $"https://sts.windows.net/{Tenant}/", $"https://login.microsoftonline.us/{Tenant}/v2.0" },
        { "china", $"https://sts.chinacloudapi.cn/{Tenant}/", $"https://login.partner.microsoftonline.cn/{Tenant}/v2.0" },
    };

    [Theory]
    [MemberData(nameof(Clouds))]
    public async Task InTeams_AGoodToken_LetsItsPersonIn_ByTheObjectIdAlone(string cloud, string first, string second)
    {
        var endpoint = Endpoint(cloud);
        var version1 = With(With(OfTeams(first), "aud", AppAddress), "ver", "1.0");
        version1 = With(Without(version1, "azp"), "appid", TeamsClient);
        foreach (var claims in new[] { OfTeams(second), version1, With(OfTeams(second), "preferred_username", "someone@else.example") })
        {
            var (step, _) = await Teams(endpoint, Sign(claims));
            Assert.Equal(new SignInStep.Known(Person, InTeams: true, To: "/tab/mine"), step);
        }
    }

    [Theory]
    [MemberData(nameof(Clouds))]
    public async Task InTeams_ABadToken_Is401_AndNobodyIsIn(string cloud, string first, string second)
    {
        var good = Sign(OfTeams(second));
        var parts = good.Split('.');
        var elsewhere = cloud == "china"
            ? "https://login.microsoftonline.com"
            : "https://login.partner.microsoftonline.cn";
        var ways = new Dictionary<string, string>
        {
            ["no JWT"] = "abc",
            ["no signature"] = $"{parts[0]}.{parts[1]}.",
            ["algorithm none"] = $"{Base64UrlEncoder.Encode("""{"alg":"none","typ":"JWT"}""")}.{parts[1]}.",
            ["another signature"] = $"{parts[0]}.{parts[1]}.{Base64UrlEncoder.Encode(new byte[256])}",
            ["another person under the same signature"] =
                $"{parts[0]}.{Sign(With(OfTeams(second), "oid", Stranger)).Split('.')[1]}.{parts[2]}",
            ["a key that nobody published, by the same name"] = Sign(OfTeams(second), StandInEntra.Foreign),
            ["a shared key"] = Sign(
                OfTeams(second),
                new SymmetricSecurityKey(new byte[64]) { KeyId = StandInEntra.Key.KeyId },
                SecurityAlgorithms.HmacSha256),
            ["over for six minutes"] = Sign(OfTeams(second), until: Now.AddMinutes(-6)),
            ["not good for six minutes yet"] = Sign(OfTeams(second), from: Now.AddMinutes(6)),
            ["an issuer of another tenant"] = Sign(OfTeams(second.Replace(Tenant, OtherTenant, StringComparison.Ordinal))),
            ["an issuer of another cloud"] = Sign(OfTeams($"{elsewhere}/{Tenant}/v2.0")),
            ["the Bot Framework's"] = Sign(OfTeams("https://api.botframework.com")),
            ["another tenant in the tenant's claim"] = Sign(With(OfTeams(second), "tid", OtherTenant)),
            ["no tenant"] = Sign(Without(OfTeams(second), "tid")),
            ["no audience"] = Sign(Without(OfTeams(second), "aud")),
            ["for Microsoft Graph"] = Sign(With(OfTeams(second), "aud", "https://graph.microsoft.com")),
            ["for an address that begins like ours"] = Sign(With(OfTeams(second), "aud", AppAddress + "0")),
            ["another scope"] = Sign(With(OfTeams(second), "scp", "Matters.Read")),
            ["a scope that begins like ours"] = Sign(With(OfTeams(second), "scp", "access_as_user_admin")),
            ["no scope"] = Sign(Without(OfTeams(second), "scp")),
            ["a role in place of the scope"] =
                Sign(With(Without(OfTeams(second), "scp"), "roles", new[] { "access_as_user" })),
            ["of a program"] = Sign(With(OfTeams(second), "idtyp", "app")),
            ["of nobody"] = Sign(Without(OfTeams(second), "oid")),
            ["of somebody by name alone"] = Sign(With(Without(OfTeams(second), "oid"), "preferred_username", "a@b.example")),
            ["an ID token"] = Sign(Without(With(OfBrowser(second, "n"), "scp", ""), "scp")),
            ["too long"] = good + new string('a', 20_000),
        };
        var endpoint = Endpoint(cloud);
        foreach (var (way, token) in ways)
        {
            var (step, http) = await Teams(endpoint, token);
            Assert.IsType<SignInStep.Answered>(step);
            Assert.True(http.Response.StatusCode == 401, $"{way}: {http.Response.StatusCode}");
            Assert.DoesNotContain(parts[1][..20], Said(http), StringComparison.Ordinal);
        }

        Assert.True(ways.Count >= 11);
        Assert.NotEqual(first, second);
    }

    [Fact]
    public async Task InTeams_WhatIsNoRequest_Is400()
    {
        var issuer = $"https://login.microsoftonline.com/{Tenant}/v2.0";
        var endpoint = Endpoint();
        foreach (var (body, type) in new[]
        {
            ("{", "application/json"), ("[]", "application/json"), ("""{"token":1}""", "application/json"), ("", "application/json"),
            ($$"""{"token":"{{new string('a', 40_000)}}"}""", "application/json"),
            ($$"""{"token":"{{Sign(OfTeams(issuer))}}"}""", "text/plain"),
            ($"token={Sign(OfTeams(issuer))}", "application/x-www-form-urlencoded"),
        })
        {
            var http = Request(body, type);
            Assert.IsType<SignInStep.Answered>(await endpoint.TakeAsync(http, "teams"));
            Assert.Equal(400, http.Response.StatusCode);
        }
    }

    [Theory]
    [MemberData(nameof(Clouds))]
    public async Task WithABrowser_TheCodeIsRedeemed_AndThePersonGoesWhereTheyWanted(string cloud, string first, string second)
    {
        var endpoint = Endpoint(cloud);
        var start = await Start(endpoint, "/tab/matters?state=open");
        var asked = new Uri(start.Response.Headers.Location.ToString());
        Assert.StartsWith(second[..second.IndexOf(Tenant, StringComparison.Ordinal)], asked.ToString(), StringComparison.Ordinal);
        var query = HttpUtility.ParseQueryString(asked.Query);
        Assert.Equal(App, query["client_id"]);
        Assert.Equal("code", query["response_type"]);
        Assert.Equal("https://bot.contoso.com/tab/signin/callback", query["redirect_uri"]);
        Assert.Equal("S256", query["code_challenge_method"]);
        Assert.NotEqual(first, second);

        answer = form => (HttpStatusCode.OK, Answer(Sign(OfBrowser(second, query["nonce"]!))));
        var (step, _) = await Callback(endpoint, $"?code=abc&state={query["state"]}", CookieOf(start));

        Assert.Equal(new SignInStep.Known(Person, To: "/tab/matters?state=open"), step);
        var form = redeemed.Single();
        Assert.Equal(("abc", "authorization_code", "the identity's"), (form["code"], form["grant_type"], form["client_assertion"]));
        Assert.DoesNotContain("client_secret", form.Keys);
        // What was shown first is the hash of what is shown now.
        Assert.Equal(
            query["code_challenge"],
            Base64UrlEncoder.Encode(SHA256.HashData(Encoding.ASCII.GetBytes(form["code_verifier"]))));
        Assert.Equal(64, form["code_verifier"].Length);
    }

    [Fact]
    public async Task WithABrowser_AnswersThatAreNotOfThisRequest_LetNobodyIn()
    {
        var issuer = $"https://login.microsoftonline.com/{Tenant}/v2.0";
        var endpoint = Endpoint();
        var start = await Start(endpoint, "/tab");
        var query = HttpUtility.ParseQueryString(new Uri(start.Response.Headers.Location.ToString()).Query);
        var (state, nonce, cookie) = (query["state"]!, query["nonce"]!, CookieOf(start));
        answer = _ => (HttpStatusCode.OK, Answer(Sign(OfBrowser(issuer, nonce))));

        Assert.Equal(400, await Status($"?code=abc&state={state}", null));
        Assert.Equal(400, await Status($"?code=abc&state={state}", "x.y.z.w"));
        Assert.Equal(400, await Status($"?code=abc&state={state[1..]}0", cookie));
        Assert.Equal(400, await Status("?code=abc", cookie));
        Assert.Equal(401, await Status($"?error=access_denied&state={state}", cookie));
        Assert.Equal(401, await Status($"?code=&state={state}", cookie));
        Assert.Equal(401, await Status($"?code={new string('a', 5_000)}&state={state}", cookie));
        Assert.Empty(redeemed);

        foreach (var (way, claims) in new Dictionary<string, Dictionary<string, object>>
        {
            ["another request's"] = OfBrowser(issuer, new string('0', 64)),
            ["without a nonce"] = Without(OfBrowser(issuer, nonce), "nonce"),
            ["for the address of the API"] = With(OfBrowser(issuer, nonce), "aud", AppAddress),
            ["an access token"] = With(OfBrowser(issuer, nonce), "scp", PersonTokens.Scope),
            ["of another tenant"] = With(OfBrowser(issuer, nonce), "tid", OtherTenant),
            ["of nobody"] = Without(OfBrowser(issuer, nonce), "oid"),
        })
        {
            answer = _ => (HttpStatusCode.OK, Answer(Sign(claims)));
            Assert.True(await Status($"?code=abc&state={state}", cookie) == 401, way);
        }

        answer = _ => (HttpStatusCode.BadRequest, """{"error":"invalid_grant","error_codes":[54005]}""");
        Assert.Equal(401, await Status($"?code=abc&state={state}", cookie));
        foreach (var (status, body) in new[]
        {
            (HttpStatusCode.Unauthorized, """{"error":"invalid_client","error_codes":[700213],"error_description":"x"}"""),
            (HttpStatusCode.OK, "{}"), (HttpStatusCode.OK, "<html>"), (HttpStatusCode.InternalServerError, "[]"),
            (HttpStatusCode.OK, new string(' ', 100_000)),
        })
        {
            answer = _ => (status, body);
            Assert.Equal(503, await Status($"?code=abc&state={state}", cookie));
        }


        async Task<int> Status(string query, string? cookie) =>
            Assert.IsType<SignInStep.Refused>((await Callback(endpoint, query, cookie)).Step).Status;
    }

    /// <summary>Entra redeems a code once, for whoever can show what its request was made of.</summary>
    [Fact]
    public async Task WithABrowser_ACodeIsGoodOnce_AndInTheBrowserThatAskedForIt()
    {
        var issuer = $"https://login.microsoftonline.com/{Tenant}/v2.0";
        var endpoint = Endpoint();
        var (mine, others) = (await Start(endpoint, "/tab/mine"), await Start(endpoint, "/tab/ledger"));
        var given = new Dictionary<string, System.Collections.Specialized.NameValueCollection>
        {
            ["first"] = Asked(mine),
            ["second"] = Asked(mine),
        };
        answer = form => given.Remove(form["code"], out var request)
            && request["code_challenge"] == Base64UrlEncoder.Encode(SHA256.HashData(Encoding.ASCII.GetBytes(form["code_verifier"])))
                ? (HttpStatusCode.OK, Answer(Sign(OfBrowser(issuer, request["nonce"]!))))
                : (HttpStatusCode.BadRequest, """{"error":"invalid_grant","error_codes":[54005]}""");
        var (state, othersState) = (Asked(mine)["state"], Asked(others)["state"]);

        // The whole address is carried to another browser: it has asked for something else.
        Assert.Equal(400, Status(await Callback(endpoint, $"?code=first&state={state}", CookieOf(others))));
        Assert.Empty(redeemed);
        // The code alone, so that another one is signed in as somebody else: what it shows does not fit.
        Assert.Equal(401, Status(await Callback(endpoint, $"?code=second&state={othersState}", CookieOf(others))));
        Assert.Equal(
            new SignInStep.Known(Person, To: "/tab/mine"),
            (await Callback(endpoint, $"?code=first&state={state}", CookieOf(mine))).Step);
        Assert.Equal(401, Status(await Callback(endpoint, $"?code=first&state={state}", CookieOf(mine))));

        static System.Collections.Specialized.NameValueCollection Asked(HttpContext start) =>
            HttpUtility.ParseQueryString(new Uri(start.Response.Headers.Location.ToString()).Query);
        static int Status((SignInStep Step, HttpContext Http) answered) => Assert.IsType<SignInStep.Refused>(answered.Step).Status;
    }

    [Fact]
    public async Task InTeamsFrame_TeamsIsAsked_AndNotEntra_AndOtherStepsAreNone()
    {
        var endpoint = Endpoint();
        var framed = Request("", null, "GET");
        framed.Request.Headers["Sec-Fetch-Dest"] = "iframe";
        Assert.IsType<SignInStep.AskTeams>(await endpoint.TakeAsync(framed, ""));
        Assert.IsType<SignInStep.AskTeams>(await endpoint.TakeAsync(Request("", null, "GET"), "teams"));
        foreach (var (method, step) in new[] { ("GET", Person), ("POST", ""), ("POST", "callback"), ("DELETE", "teams"), ("GET", "teams/x") })
        {
            Assert.IsType<SignInStep.Nothing>(await endpoint.TakeAsync(Request("", null, method), step));
        }
    }

    [Fact]
    public async Task TheCookieOfARequest_IsOfThisHostAlone_AndGoneAfterwards()
    {
        var endpoint = Endpoint();
        var start = await Start(endpoint, "/tab");
        var set = start.Response.Headers.SetCookie.ToString();
        foreach (var part in new[] { "__Host-liaison-signin=", "; path=/", "; secure", "; samesite=lax", "; httponly", "; max-age=600" })
        {
            Assert.Contains(part, set, StringComparison.OrdinalIgnoreCase);
        }

        Assert.DoesNotContain("domain=", set, StringComparison.OrdinalIgnoreCase);
        var (_, back) = await Callback(endpoint, "?state=x", CookieOf(start));
        Assert.Contains("max-age=0", back.Response.Headers.SetCookie.ToString(), StringComparison.OrdinalIgnoreCase);
    }

    private EntraSignIn Endpoint(string cloud = "global")
    {
        var place = EntraCloud.Of(cloud);
        var metadata = place.Metadata(Tenant);
        var keys = new EntraKeys(
            new HttpClient(StandInEntra.Network(metadata, () => [StandInEntra.Key], _ => { })),
            metadata,
            time,
            NullLogger.Instance);
        var tokens = new PersonTokens(new(place, Tenant, [App, AppAddress], keys, time), App);
        var flow = new CodeFlow(
            place,
            Tenant,
            App,
            new("https://bot.contoso.com"),
            tokens,
            new(new TokenEndpoint($"{place.SignIn}/{Tenant}/oauth2/v2.0/token", form =>
            {
                redeemed.Add(form);
                return answer(form);
            })),
            _ => Task.FromResult("the identity's"),
            NullLogger.Instance);
        return new(flow, tokens, () => $"{++secrets:00000000}".PadLeft(64, 'a'));
    }

    private static async Task<HttpContext> Start(EntraSignIn endpoint, string to)
    {
        var http = Request("", null, "GET");
        http.Request.QueryString = QueryString.Create("to", to);
        Assert.IsType<SignInStep.Answered>(await endpoint.TakeAsync(http, ""));
        Assert.Equal(302, http.Response.StatusCode);
        return http;
    }

    private static async Task<(SignInStep Step, HttpContext Http)> Callback(EntraSignIn endpoint, string query, string? cookie)
    {
        var http = Request("", null, "GET");
        http.Request.QueryString = new(query);
        if (cookie is not null) http.Request.Headers.Cookie = $"__Host-liaison-signin={cookie}";
        return (await endpoint.TakeAsync(http, "callback"), http);
    }

    private static async Task<(SignInStep Step, HttpContext Http)> Teams(EntraSignIn endpoint, string token)
    {
        var http = Request(new JsonObject { ["token"] = token, ["to"] = "/tab/mine" }.ToJsonString(), "application/json");
        return (await endpoint.TakeAsync(http, "teams"), http);
    }

    private static HttpContext Request(string body, string? type, string method = "POST")
    {
        var http = new DefaultHttpContext { Response = { Body = new MemoryStream() } };
        http.Request.Method = method;
        http.Request.Scheme = "https";
        http.Request.Body = new MemoryStream(Encoding.UTF8.GetBytes(body));
        http.Request.ContentLength = http.Request.Body.Length;
        http.Request.ContentType = type;
        return http;
    }

    private static string CookieOf(HttpContext http) =>
        http.Response.Headers.SetCookie.ToString().Split(';')[0].Split('=', 2)[1];

    private static string Said(HttpContext http) => Encoding.UTF8.GetString(((MemoryStream)http.Response.Body).ToArray());

    private static string Answer(string token) => new JsonObject { ["id_token"] = token }.ToJsonString();

    private static Dictionary<string, object> OfTeams(string issuer) => new()
    {
        ["iss"] = issuer,
        ["aud"] = App,
        ["tid"] = Tenant,
        ["azp"] = TeamsClient,
        ["oid"] = Person,
        ["sub"] = "pairwise",
        ["scp"] = "access_as_user",
        ["ver"] = "2.0",
    };

    private static Dictionary<string, object> OfBrowser(string issuer, string nonce) => new()
    {
        ["iss"] = issuer,
        ["aud"] = App,
        ["tid"] = Tenant,
        ["oid"] = Person,
        ["sub"] = "pairwise",
        ["nonce"] = nonce,
        ["ver"] = "2.0",
    };

    private static Dictionary<string, object> With(Dictionary<string, object> claims, string name, object value) =>
        new(claims) { [name] = value };

    private static Dictionary<string, object> Without(Dictionary<string, object> claims, string name) =>
        new(claims.Where(claim => claim.Key != name));

    private static string Sign(
        Dictionary<string, object> claims,
        SecurityKey? key = null,
        string algorithm = SecurityAlgorithms.RsaSha256,
        DateTime? from = null,
        DateTime? until = null) =>
        StandInEntra.Sign(key ?? StandInEntra.Key, algorithm, claims, from ?? Now.AddHours(-1), until ?? Now.AddHours(1));

    private sealed class TokenEndpoint(
        string address,
        Func<IReadOnlyDictionary<string, string>, (HttpStatusCode Status, string Body)> answer) : HttpMessageHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Assert.Equal(address, request.RequestUri!.ToString());
            var form = HttpUtility.ParseQueryString(await request.Content!.ReadAsStringAsync(cancellationToken));
            var (status, body) = answer(form.AllKeys.ToDictionary(key => key!, key => form[key]!));
            return new(status) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        }
    }

    private sealed class Clock : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => new(Now);
    }
}
