using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using LiaisonBot.Conversation;
using LiaisonBot.Core.Messaging;
using LiaisonBot.Core.People;
using LiaisonBot.Core.Policies;
using LiaisonBot.Core.Storage;
using LiaisonBot.Host;
using LiaisonBot.Host.SignIn;
using LiaisonBot.Local.Demo;
using LiaisonBot.Tests.Conversation;
using LiaisonBot.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace LiaisonBot.Tests.Web;

/// <summary>What a page answered.</summary>
internal sealed record PageAnswer(int Status, string Body, IHeaderDictionary Headers)
{
    public string Location => Headers.Location.ToString();

    public JsonNode Json => JsonNode.Parse(Body)!;

    /// <summary>What a change has to bring.</summary>
    public string Proof => Regex.Match(Body, "data-proof=\"(?<proof>[^\"]+)\"", RegexOptions.NonBacktracking).Groups["proof"].Value;
}

/// <summary>The pages over a store of its own, and somebody's browser.</summary>
internal sealed class Pages : IAsyncDisposable
{
    private readonly BotApp app;
    private readonly TabEndpoint tab;

    private Pages(Chats chats, BotApp app, bool isSecure, Func<TimeProvider, ISignIn>? signIn)
    {
        (Chats, this.app) = (chats, app);
        tab = new(signIn?.Invoke(Time) ?? new DemoSignIn(true), isSecure, Time, NullLogger.Instance);
    }

    public Chats Chats { get; }

    public BotApp App => app;

    /// <summary>By which it is counted how often somebody asks; it stands.</summary>
    public VirtualTime Time { get; } = new(Chats.Morning);

    /// <param name="signIn">The demo's when null.</param>
    /// <param name="logs">Where the host writes; nowhere when null.</param>
    public static async Task<Pages> Open(
        bool isSecure = false,
        ITableStore? store = null,
        Func<TimeProvider, ISignIn>? signIn = null,
        ILoggerFactory? logs = null)
    {
        var chats = await Chats.Open(store);
#pragma warning disable RS0030 // Nothing waits here.
        var opened = await BotApp.OpenAsync(
            chats.Store,
            new(DemoData.Province, DemoData.Prefix, null, "tests")
            {
                Demo = DemoData.EnterAsync,
                Evidence = chats.Evidence,
                Address = () => new("http://127.0.0.1:4500"),
                Tab = new(() => new("http://127.0.0.1:4500")),
            },
            PolicyBook.BuiltIn,
            new Nobody(),
            chats.Clock,
            TimeProvider.System,
            logs ?? NullLoggerFactory.Instance,
            default);
#pragma warning restore RS0030
        return new(chats, opened, isSecure, signIn);
    }

    /// <summary>Reads the directory anew.</summary>
    public void Forget() => app.Context.Services.Directory.Forget();

    public Chat? ChatOf(string person) =>
        app.Context.Services.Directory.ReadAsync(default).GetAwaiter().GetResult().ChatOf(person);

    /// <summary>A request that came over the network.</summary>
    public Task HandleAsync(HttpContext http) => tab.HandleAsync(http, app);

    public Task<PageAnswer> Ask(
        string path,
        string method = "GET",
        string? cookie = null,
        string? body = null,
        params (string Name, string Value)[] headers) =>
        Send(path, method, cookie, body is null ? null : Encoding.UTF8.GetBytes(body), headers);

    /// <summary>With any bytes as the body.</summary>
    public async Task<PageAnswer> Send(
        string path,
        string method,
        string? cookie,
        byte[]? body,
        params (string Name, string Value)[] headers)
    {
        var http = new DefaultHttpContext { Response = { Body = new MemoryStream() } };
        var (route, query) = path.IndexOf('?', StringComparison.Ordinal) is >= 0 and var at ? (path[..at], path[at..]) : (path, "");
        (http.Request.Method, http.Request.Path, http.Request.QueryString) = (method, Uri.UnescapeDataString(route), new(query));
        http.Request.Host = new("127.0.0.1", 4500);
        http.Connection.RemoteIpAddress = IPAddress.Loopback;
        if (cookie is not null)
        {
            http.Request.Headers.Cookie = cookie;
        }

        foreach (var (name, value) in headers)
        {
            http.Request.Headers[name] = value;
        }

        if (body is not null)
        {
            http.Request.ContentType ??= "application/json";
            http.Request.ContentLength = long.TryParse(http.Request.Headers["X-Length"], out var said) ? said : body.Length;
            http.Request.Body = new MemoryStream(body);
        }

        await tab.HandleAsync(http, app);
        return new(
            http.Response.StatusCode,
            Encoding.UTF8.GetString(((MemoryStream)http.Response.Body).ToArray()),
            http.Response.Headers);
    }

    /// <summary>Signs a person of the demo in; the last two digits of the object id.</summary>
    public async Task<Browser> SignIn(string key)
    {
        var answer = await Ask($"/tab/signin/{Account(key)}");
        Assert.Equal(StatusCodes.Status302Found, answer.Status);
        var cookie = answer.Headers.SetCookie.ToString().Split(';')[0];
        return new(this, cookie, (await Ask("/tab/mine", cookie: cookie)).Proof);
    }

    public static string Account(string key) => $"00000000-0000-4000-8000-0000000000{key}";

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        await Chats.DisposeAsync();
    }

    private sealed class Nobody : IConnector
    {
        public Task<SendAnswer> PostAsync(ChatAddress to, OutgoingMessage message, CancellationToken cancellationToken) =>
            Task.FromResult(SendAnswer.Taken);

        public Task<SendAnswer> UpdateAsync(ChatAddress to, string activity, OutgoingMessage message, CancellationToken cancellationToken) =>
            Task.FromResult(SendAnswer.Taken);

        public Task<string?> SignInNameAsync(ChatAddress address, CancellationToken cancellationToken) =>
            Task.FromResult<string?>(null);
    }
}

/// <summary>Somebody who is signed in.</summary>
internal sealed record Browser(Pages Pages, string Cookie, string Proof)
{
    public Task<PageAnswer> Get(string path, params (string Name, string Value)[] headers) =>
        Pages.Ask(path, cookie: Cookie, headers: headers);

    /// <summary>Says something in the box.</summary>
    /// <param name="files">The key of files that were sent before.</param>
    public Task<PageAnswer> Say(string text, string id = "1", string? proof = null, string? files = null) =>
        Turn(new JsonObject { ["type"] = "message", ["id"] = id, ["text"] = text, ["files"] = files }, proof);

    public Task<PageAnswer> Press(string verb, JsonObject data, string id = "2") =>
        Turn(new JsonObject
        {
            ["type"] = "invoke",
            ["name"] = "adaptiveCard/action",
            ["id"] = id,
            ["value"] = new JsonObject
            {
                ["action"] = new JsonObject { ["type"] = "Action.Execute", ["verb"] = verb, ["data"] = data },
            },
        });

    /// <summary>Sends a file, as the script does.</summary>
    public Task<PageAnswer> Send(string name, string content, string key = "", string? proof = null, long? length = null) =>
        Send(name, Encoding.UTF8.GetBytes(content), key, proof, length);

    /// <inheritdoc cref="Send(string, string, string, string?, long?)"/>
    public Task<PageAnswer> Send(string name, byte[] content, string key = "", string? proof = null, long? length = null) =>
        Pages.Send(
            $"/tab/file?key={key}&name={Uri.EscapeDataString(name)}",
            "POST",
            Cookie,
            content,
            [("x-liaison-proof", proof ?? Proof), ("Content-Type", "application/octet-stream"), .. length is { } said ? [("X-Length", $"{said}")] : Array.Empty<(string, string)>()]);

    public Task<PageAnswer> Turn(JsonObject activity, string? proof = null) =>
        Pages.Ask(
            "/tab/turn",
            "POST",
            Cookie,
            activity.ToJsonString(),
            [("x-liaison-proof", proof ?? Proof)]);
}
