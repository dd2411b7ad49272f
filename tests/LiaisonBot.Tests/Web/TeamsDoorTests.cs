using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;
using LiaisonBot.Host;
using LiaisonBot.Host.Entra;
using LiaisonBot.Host.SignIn;
using LiaisonBot.Tests.Conversation;
using LiaisonBot.Tests.Conversation.Rendering;
using LiaisonBot.Tests.Teams;
using LiaisonBot.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.IdentityModel.Tokens;
using Microsoft.Playwright;

namespace LiaisonBot.Tests.Web;

/// <summary>
/// The pages inside Teams, in a real browser: a page of another site shows them in a frame, and a stand-in for TeamsJS gives
/// the token.
/// </summary>
public sealed class TeamsDoorTests : IAsyncLifetime
{
    private const string Tenant = "66666666-2222-4333-8444-555555555555";
    private const string App = "99999999-2222-4333-8444-555555555555";
    private const string Home = "https://bot.contoso.com";
    private const string Teams = "https://teams.microsoft.com/v2/";

    private Pages pages = null!;
    private WebApplication web = null!;
    private IPlaywright playwright = null!;
    private IBrowser browser = null!;
    private IBrowserContext context = null!;

    /// <summary>What stands behind <c>getAuthToken()</c>, and the page that a link into Teams asked for.</summary>
    private string token = "Promise.reject(new Error('CancelledByUser'))";
    private string asked = "";

    public async ValueTask InitializeAsync()
    {
        pages = await Pages.Open(isSecure: true, signIn: SignIn);
        var builder = WebApplication.CreateBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel =>
            kestrel.Listen(IPAddress.Loopback, 0, listen => listen.UseHttps(Certificate())));
        web = builder.Build();
        web.Map("/" + TabEndpoint.Route, pages.HandleAsync);
        // Its page, where a browser is sent to that is not signed in.
        web.MapGet("/{tenant}/oauth2/v2.0/authorize", () => Results.Content("<h1>Entra</h1>", "text/html"));
        await web.StartAsync();
        playwright = await Playwright.CreateAsync();
        var here = $"127.0.0.1:{new Uri(web.Urls.Single()).Port}";
        browser = await Chromium.Launch(
            playwright,
            $"--host-resolver-rules=MAP bot.contoso.com:443 {here}, MAP login.microsoftonline.com:443 {here}",
            // A page from outside may not show one of this machine: here it only seems to be of this machine.
            "--disable-features=LocalNetworkAccessChecks");
        context = await browser.NewContextAsync(new() { IgnoreHTTPSErrors = true, Locale = "zh-CN" });
        await context.RouteAsync("https://teams.microsoft.com/**", route => route.FulfillAsync(new()
        {
            ContentType = "text/html",
            Body = $"<!DOCTYPE html><title>Teams</title><iframe src=\"{Home}/tab/mine\" width=\"600\" height=\"600\"></iframe>",
        }));
        await context.RouteAsync("**/MicrosoftTeams.min.js", route => route.FulfillAsync(new()
        {
            ContentType = "text/javascript",
            Body = $$"""
                globalThis.microsoftTeams = {
                  app: { initialize: async () => {}, getContext: async () => ({ app: { theme: "dark" }, page: { subPageId: {{JsonSerializer.Serialize(asked)}} } }) },
                  authentication: { getAuthToken: () => {{token}} },
                };
                """,
        }));
    }

    public async ValueTask DisposeAsync()
    {
        if (browser is not null) await browser.DisposeAsync();
        playwright?.Dispose();
        if (web is not null) await web.DisposeAsync();
        await pages.DisposeAsync();
    }

    [Fact]
    public async Task Token_OpensThePage_InAFrameOfAnotherSite_AndStepsAreTakenThere()
    {
        var number = await pages.Chats.Leader.Assign("长安区", "上报方案");
        token = Good(Pages.Account("31"));
        asked = "/tab/matter/" + number;
        var page = await context.NewPageAsync();
        await page.GotoAsync(Teams);
        var frame = page.FrameLocator("iframe");

        await frame.GetByRole(AriaRole.Button, new() { Name = "签收", Exact = true }).ClickAsync();

        await Assertions.Expect(frame.Locator("main")).ToContainTextAsync("办理中");
        Assert.Equal("dark", await frame.Locator("html").GetAttributeAsync("data-theme"));
        // Signed in there, and there alone: the cookie is kept for pages inside Teams.
        var cookie = Assert.Single(await context.CookiesAsync([Home]));
        Assert.Equal(("__Host-liaison", true, true, SameSiteAttribute.None), (cookie.Name, cookie.HttpOnly, cookie.Secure, cookie.SameSite));
        await page.ReloadAsync();
        await Assertions.Expect(frame.Locator("main")).ToContainTextAsync("上报方案");
        var outside = await context.NewPageAsync();
        await outside.GotoAsync(Home + "/tab/mine");
        Assert.StartsWith("https://login.microsoftonline.com/", outside.Url, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhoDoesNotGetIn_IsToldInWords_AndCanGoOnInABrowser()
    {
        var page = await context.NewPageAsync();
        var frame = page.FrameLocator("iframe");
        foreach (var (given, says) in new[]
        {
            (token, "Teams 没有说明您是谁"),
            (Good(Pages.Account("31"), audience: "https://graph.microsoft.com"), "Teams 没有说明您是谁"),
            ("Promise.resolve('abc')", "Teams 没有说明您是谁"),
            (Good("cccccccc-2222-4333-8444-555555555555"), "您的账号还没有录入"),
        })
        {
            token = given;
            await page.GotoAsync(Teams);
            await Assertions.Expect(frame.Locator("main")).ToContainTextAsync(says, new() { UseInnerText = true });
            await Assertions.Expect(frame.Locator("main")).Not.ToContainTextAsync("正在打开", new() { UseInnerText = true });
        }

        Assert.Empty(await context.CookiesAsync([Home]));
        token = "Promise.reject(new Error('x'))";
        await page.GotoAsync(Teams);
        var outside = await context.RunAndWaitForPageAsync(() => frame.GetByRole(AriaRole.Link).ClickAsync());
        await Assertions.Expect(outside.Locator("h1")).ToHaveTextAsync("Entra");
    }

    [Fact]
    public async Task OtherSites_CannotFrameThePages()
    {
        await context.RouteAsync("https://example.org/**", route => route.FulfillAsync(new()
        {
            ContentType = "text/html",
            Body = $"<!DOCTYPE html><iframe src=\"{Home}/tab/signin/teams\"></iframe>",
        }));
        var page = await context.NewPageAsync();
        var refused = page.WaitForConsoleMessageAsync(new() { Predicate = said => said.Text.Contains("frame-ancestors", StringComparison.Ordinal) });
        await page.GotoAsync("https://example.org/");
        await refused;
        Assert.Equal(0, await page.FrameLocator("iframe").Locator("#door").CountAsync());
    }

    private static EntraSignIn SignIn(TimeProvider time)
    {
        var metadata = EntraCloud.Global.Metadata(Tenant);
        var keys = new EntraKeys(
            new HttpClient(StandInEntra.Network(metadata, () => [StandInEntra.Key], _ => { })),
            metadata,
            time,
            NullLogger.Instance);
        var tokens = new PersonTokens(new(EntraCloud.Global, Tenant, [App], keys, time), App);
        var flow = new CodeFlow(
            EntraCloud.Global,
            Tenant,
            App,
            new(Home),
            tokens,
            new(),
            _ => Task.FromResult("the identity's"),
            NullLogger.Instance);
        return new(flow, tokens, () => RandomNumberGenerator.GetHexString(64));
    }

    private string Good(string account, string audience = App)
    {
        var now = pages.Time.GetUtcNow().UtcDateTime;
        var signed = StandInEntra.Sign(
            StandInEntra.Key,
            SecurityAlgorithms.RsaSha256,
            new Dictionary<string, object>
            {
                ["iss"] = $"https://login.microsoftonline.com/{Tenant}/v2.0",
                ["aud"] = audience,
                ["tid"] = Tenant,
                ["azp"] = "1fec8e78-bce4-4aaf-ab1b-5451cc387264",
                ["oid"] = account,
                ["scp"] = PersonTokens.Scope,
                ["ver"] = "2.0",
            },
            now.AddMinutes(-5),
            now.AddHours(1));
        return $"Promise.resolve('{signed}')";
    }

    private static X509Certificate2 Certificate()
    {
        using var key = RSA.Create(2048);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName("bot.contoso.com");
        var request = new CertificateRequest("CN=bot.contoso.com", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        request.CertificateExtensions.Add(names.Build());
        using var made = request.CreateSelfSigned(
            new(2020, 1, 1, 0, 0, 0, TimeSpan.Zero),
            new(2120, 1, 1, 0, 0, 0, TimeSpan.Zero));
        return X509CertificateLoader.LoadPkcs12(made.Export(X509ContentType.Pfx), null);
    }
}
