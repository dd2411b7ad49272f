using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Threading.Channels;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;

namespace LiaisonBot.EndToEnd.Driving;

/// <summary>A request that reached the connector with an activity.</summary>
/// <param name="Target">Path and query exactly as sent, still percent-encoded.</param>
/// <param name="ReplyTo">The activity that this answers, from the path; null for a push.</param>
/// <param name="Id">The id that the connector gave to the activity.</param>
public sealed record Posted(string Id, string Target, string Conversation, string? ReplyTo, JsonObject Activity);

/// <summary>
/// The chat service's side of the wire on a loopback port: takes the activities that the bot posts, knows its members, and can
/// be told how to answer. Tests wait for what arrives; nothing polls.
/// </summary>
public sealed class FakeConnector : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly ConcurrentDictionary<string, Channel<Posted>> conversations = new();
    private readonly ConcurrentDictionary<string, ConcurrentQueue<ScriptedAnswer>> scripts = new();
    private readonly ConcurrentDictionary<string, string> signInNames = new();
    private readonly ConcurrentQueue<string> requests = new();
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

    /// <summary>Answers the next posts to a conversation with these status codes; after them <c>201</c> again. 0 breaks the connection off.</summary>
    public void Script(string conversation, params int[] statuses)
    {
        var script = scripts.GetOrAdd(conversation, _ => new());
        foreach (var status in statuses) script.Enqueue(new(status, null));
    }

    /// <summary>Answers the next post to a conversation by sending the bot elsewhere.</summary>
    public void ScriptRedirect(string conversation, string location) => scripts.GetOrAdd(conversation, _ => new()).Enqueue(new(307, location));

    /// <summary>Lets <c>GET …/members/{id}</c> know a person; others get 404.</summary>
    public void Knows(string userId, string signInName) => signInNames[userId] = signInName;

    /// <summary>The next activity in a conversation, waiting for it if need be.</summary>
    public async Task<Posted> Next(string conversation)
    {
        using var limit = new CancellationTokenSource(Patience);
        try
        {
            return await Of(conversation).Reader.ReadAsync(limit.Token);
        }
        catch (OperationCanceledException late)
        {
            throw new TimeoutException($"Nothing was posted to {conversation} within {Patience.TotalSeconds} s.", late);
        }
    }

    /// <summary>What has been posted to a conversation and not been taken by <see cref="Next"/>.</summary>
    public IReadOnlyList<Posted> Waiting(string conversation)
    {
        var all = new List<Posted>();
        while (Of(conversation).Reader.TryRead(out var posted)) all.Add(posted);
        return all;
    }

    private Channel<Posted> Of(string conversation) => conversations.GetOrAdd(conversation, _ => Channel.CreateUnbounded<Posted>());

    private async Task Handle(HttpContext http)
    {
        var target = http.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        requests.Enqueue($"{http.Request.Method} {target}");
        var parts = target.Split('?')[0].Split('/').Select(Uri.UnescapeDataString).ToArray();
        if (parts is not ["", "_connector", "v3", "conversations", var conversation, var what, .. var rest])
        {
            http.Response.StatusCode = 404;
            return;
        }
        switch (http.Request.Method, what, rest)
        {
            case ("POST", "activities", [] or [_]):
                await Take(http, target, conversation, rest.Length == 1 ? rest[0] : null);
                break;
            case ("GET", "members", [var user]) when signInNames.TryGetValue(user, out var name):
                await http.Response.WriteAsync(JsonSerializer.Serialize(new { id = user, userPrincipalName = name }));
                break;
            default:
                http.Response.StatusCode = 404;
                break;
        }
    }

    private async Task Take(HttpContext http, string target, string conversation, string? replyTo)
    {
        var activity = (JsonObject)(await JsonNode.ParseAsync(http.Request.Body))!;
        var answer = scripts.TryGetValue(conversation, out var script) && script.TryDequeue(out var next) ? next : new(201, null);
        if (answer.Status is 0)
        {
            http.Abort();
            return;
        }
        var id = $"reply-{Interlocked.Increment(ref activityNumber)}";
        if (answer.Status is >= 200 and < 300) await Of(conversation).Writer.WriteAsync(new(id, target, conversation, replyTo, activity));
        http.Response.StatusCode = answer.Status;
        if (answer.Location is not null) http.Response.Headers.Location = answer.Location;
        http.Response.ContentType = "application/json";
        await http.Response.WriteAsync(JsonSerializer.Serialize(new { id }));
    }

    public async ValueTask DisposeAsync() => await web.DisposeAsync();

    private sealed record ScriptedAnswer(int Status, string? Location);
}
