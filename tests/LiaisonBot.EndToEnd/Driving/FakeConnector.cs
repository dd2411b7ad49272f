using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;

namespace LiaisonBot.EndToEnd.Driving;

/// <summary>A request that reached the connector with an activity: a message, or one in the place of another.</summary>
/// <param name="Target">Path and query exactly as sent, still percent-encoded.</param>
/// <param name="ReplyTo">The activity that this answers, from the path; null for a push.</param>
/// <param name="Id">The id that the connector gave to the activity; of an update, that of the activity it
/// replaces.</param>
/// <param name="IsUpdate">It takes the place of the activity with this id.</param>
public sealed record Posted(
    string Id,
    string Target,
    string Conversation,
    string? ReplyTo,
    JsonObject Activity,
    bool IsUpdate = false);

/// <summary>
/// The chat service's side of the wire on a loopback port: takes the activities that the bot posts, knows its members,
/// and can be told how to answer. Tests wait for what arrives; nothing polls.
/// </summary>
public sealed class FakeConnector : IAsyncDisposable
{
    /// <summary>As a scripted status: breaks the connection off.</summary>
    public const int BreakOff = 0;

    /// <summary>As a scripted status: takes the message and never answers.</summary>
    public const int NoAnswer = -1;

    private readonly ConcurrentDictionary<string, Mailbox> taken = new();
    private readonly ConcurrentDictionary<string, Mailbox> refused = new();
    private readonly ConcurrentDictionary<string, ConcurrentQueue<ScriptedAnswer>> scripts = new();
    private readonly ConcurrentDictionary<string, string> signInNames = new();
    private readonly ConcurrentDictionary<(string Conversation, string Id), bool> given = new();
    private readonly ConcurrentQueue<string> requests = new();
    private readonly ConcurrentDictionary<string, byte[]> files = new();
    private WebApplication web = null!;
    private int activityNumber;

    /// <summary>What goes into <c>serviceUrl</c>.</summary>
    public string ServiceUrl { get; private set; } = "";

    /// <summary>Every request so far: method and target as sent.</summary>
    public IReadOnlyCollection<string> Requests => requests;

    public static async Task<FakeConnector> Start()
    {
        var connector = new FakeConnector();
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(System.Net.IPAddress.Loopback, 0));
        connector.web = builder.Build();
        connector.web.Run(connector.Handle);
        await connector.web.StartAsync();
        connector.ServiceUrl = connector.web.Services.GetRequiredService<IServer>().Features.GetRequiredFeature<IServerAddressesFeature>().Addresses.Single() + "/_connector";
        return connector;
    }

    /// <summary>
    /// Answers the next posts to a conversation with these status codes, or as <see cref="BreakOff"/> and
    /// <see cref="NoAnswer"/> say; after them <c>201</c> again.
    /// </summary>
    public void Script(string conversation, params IEnumerable<int> statuses)
    {
        var script = scripts.GetOrAdd(conversation, _ => new());
        foreach (var status in statuses) script.Enqueue(new(status, null));
    }

    /// <summary>Like <see cref="Script"/>, for what comes unasked alone; replies are taken.</summary>
    public void ScriptPushes(string conversation, params IEnumerable<int> statuses) =>
        Script(PushesTo(conversation), statuses);

    /// <summary>
    /// Answers the next post to a conversation with an error that has a code, and a <c>Retry-After</c> when one is
    /// given.
    /// </summary>
    public void ScriptError(string conversation, int status, string code, string? retryAfter = null) =>
        scripts.GetOrAdd(conversation, _ => new()).Enqueue(new(status, null, code, retryAfter));

    /// <summary>Answers the next post to a conversation by sending the bot elsewhere.</summary>
    public void ScriptRedirect(string conversation, string location) =>
        scripts.GetOrAdd(conversation, _ => new()).Enqueue(new(307, location));

    /// <summary>From now on every post to a conversation is taken.</summary>
    public void Unscript(string conversation)
    {
        scripts.TryRemove(conversation, out _);
        scripts.TryRemove(PushesTo(conversation), out _);
    }

    /// <summary>Lets <c>GET …/members/{id}</c> know a person; others get 404.</summary>
    public void Knows(string userId, string signInName) => signInNames[userId] = signInName;

    /// <summary>
    /// Keeps a file as OneDrive does what people send, and gives the address at which it can be fetched.
    /// </summary>
    public string Serve(byte[] content)
    {
        var target = $"/files/{files.Count}?tempauth=x";
        files[target] = content;
        return new Uri(new Uri(ServiceUrl), target).AbsoluteUri;
    }

    /// <summary>Keeps a picture as Teams' own service does, and gives the address that stands in the message.</summary>
    public string ServePicture(byte[] content)
    {
        var target = $"{new Uri(ServiceUrl).AbsolutePath}/v3/attachments/{files.Count}/views/original";
        files[target] = content;
        return new Uri(new Uri(ServiceUrl), target).AbsoluteUri;
    }

    /// <summary>
    /// The next activity in a conversation that fits, waiting for it if need be; others stay to be taken later.
    /// </summary>
    public Task<Posted> Next(string conversation, Func<Posted, bool>? fits = null) =>
        Box(taken, conversation).Next(fits ?? (_ => true));

    /// <summary>The next activity that was posted to a conversation and not taken, as scripted.</summary>
    public Task<Posted> NextRefused(string conversation) => Box(refused, conversation).Next(_ => true);

    /// <summary>
    /// Takes everything that has been posted to a conversation and not been taken by <see cref="Next"/>.
    /// </summary>
    public IReadOnlyList<Posted> Waiting(string conversation) => Box(taken, conversation).TakeAll();

    private static Mailbox Box(ConcurrentDictionary<string, Mailbox> boxes, string conversation) =>
        boxes.GetOrAdd(conversation, name => new Mailbox(name));

    private async Task Handle(HttpContext http)
    {
        var target = http.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        requests.Enqueue($"{http.Request.Method} {target}");
        if (files.TryGetValue(target, out var file))
        {
            await http.Response.Body.WriteAsync(file);
            return;
        }
        var parts = target.Split('?')[0].Split('/').Select(Uri.UnescapeDataString).ToArray();
        if (parts is not ["", "_connector", "v3", "conversations", var conversation, var what, .. var rest])
        {
            http.Response.StatusCode = 404;
            return;
        }
        switch (http.Request.Method, what, rest)
        {
            case ("POST", "activities", [] or [_]):
                await Take(http, target, conversation, rest.Length == 1 ? rest[0] : null, null);
                break;
            case ("PUT", "activities", [var id]) when given.ContainsKey((conversation, id)):
                await Take(http, target, conversation, null, id);
                break;
            case ("GET", "members", [var user]) when signInNames.TryGetValue(user, out var name):
                await http.Response.WriteAsync(JsonSerializer.Serialize(new { id = user, userPrincipalName = name }));
                break;
            default:
                http.Response.StatusCode = 404;
                break;
        }
    }

    /// <param name="updated">The id of the activity that this one replaces; null for a new one.</param>
    private async Task Take(HttpContext http, string target, string conversation, string? replyTo, string? updated)
    {
        var activity = (JsonObject)(await JsonNode.ParseAsync(http.Request.Body))!;
        var answer = Scripted(conversation)
            ?? (replyTo is null ? Scripted(PushesTo(conversation)) : null)
            ?? new(201, null);
        var id = updated ?? $"reply-{Interlocked.Increment(ref activityNumber)}";
        if (answer.Status is not (>= 300 or < 0)) given[(conversation, id)] = true;
        Box(answer.Status is >= 200 and < 300 ? taken : refused, conversation)
            .Put(new(id, target, conversation, replyTo, activity, updated is not null));
        if (answer.Status is BreakOff)
        {
            http.Abort();
            return;
        }
        if (answer.Status is NoAnswer)
        {
            var left = new TaskCompletionSource();
            await using var registration = http.RequestAborted.Register(left.SetResult);
            await left.Task;
            return;
        }
        http.Response.StatusCode = answer.Status;
        if (answer.Location is not null) http.Response.Headers.Location = answer.Location;
        http.Response.ContentType = "application/json";
        if (answer.RetryAfter is not null) http.Response.Headers.RetryAfter = answer.RetryAfter;
        await http.Response.WriteAsync(answer.Code is { } code
            ? JsonSerializer.Serialize(new { error = new { code, message = "not now" } })
            : JsonSerializer.Serialize(new { id }));
    }

    private ScriptedAnswer? Scripted(string key) =>
        scripts.TryGetValue(key, out var script) && script.TryDequeue(out var next) ? next : null;

    private static string PushesTo(string conversation) => "pushes to " + conversation;

    public async ValueTask DisposeAsync() => await web.DisposeAsync();

    private sealed record ScriptedAnswer(int Status, string? Location, string? Code = null, string? RetryAfter = null);

    /// <summary>What came to one conversation, in its order, until somebody takes it.</summary>
    private sealed class Mailbox(string conversation)
    {
        private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

        private readonly Lock gate = new();
        private readonly List<Posted> here = [];
        private readonly List<(Func<Posted, bool> Fits, TaskCompletionSource<Posted> Found)> waiting = [];

        public void Put(Posted posted)
        {
            lock (gate)
            {
                var first = waiting.FindIndex(w => w.Fits(posted));
                if (first < 0)
                {
                    here.Add(posted);
                    return;
                }
                waiting[first].Found.SetResult(posted);
                waiting.RemoveAt(first);
            }
        }

        public async Task<Posted> Next(Func<Posted, bool> fits)
        {
            var found = new TaskCompletionSource<Posted>(TaskCreationOptions.RunContinuationsAsynchronously);
            lock (gate)
            {
                var at = here.FindIndex(p => fits(p));
                if (at >= 0)
                {
                    var posted = here[at];
                    here.RemoveAt(at);
                    return posted;
                }
                waiting.Add((fits, found));
            }
            try
            {
                return await found.Task.WaitAsync(Patience);
            }
            catch (TimeoutException late)
            {
                string others;
                lock (gate)
                {
                    waiting.RemoveAll(w => w.Found == found);
                    others = string.Join("; ", here.Select(p => (string?)p.Activity["summary"]));
                }
                throw new TimeoutException(
                    $"What was waited for was not posted to {conversation} within {Patience.TotalSeconds} s. Posted was: {others}",
                    late);
            }
        }

        public IReadOnlyList<Posted> TakeAll()
        {
            lock (gate)
            {
                Posted[] all = [.. here];
                here.Clear();
                return all;
            }
        }
    }
}
