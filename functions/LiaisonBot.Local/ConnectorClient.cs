using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text.Json;
using System.Text.Json.Nodes;
using LiaisonBot.Conversation;
using LiaisonBot.Conversation.Wire;
using LiaisonBot.Core.Delivery;
using NodaTime;

namespace LiaisonBot.Local;

/// <summary>The connector's API over plain HTTP, on loopback only: no redirects, no proxy, no cookies, no name service.</summary>
internal sealed class ConnectorClient : IConnector, IDisposable
{
    /// <summary>After this the answer counts as not having come.</summary>
    private static readonly TimeSpan AnswerTime = TimeSpan.FromSeconds(20);

    /// <summary>Bytes of an answer; more is not read.</summary>
    private const int AnswerBytes = 256 * 1024;

    /// <summary>Bytes of the answer to a message; of a longer one only the status counts.</summary>
    private const int ShortBytes = 16 * 1024;

    private readonly HttpClient http;
    private readonly TimeProvider time;

    public ConnectorClient(TimeProvider time)
    {
        this.time = time;
        http = new HttpClient(new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseProxy = false,
            UseCookies = false,
            ConnectCallback = Connect,
        })
        {
            Timeout = Timeout.InfiniteTimeSpan,
            MaxResponseContentBufferSize = AnswerBytes,
        };
    }

    public Task<SendAnswer> Post(ChatAddress to, OutgoingMessage message, CancellationToken stop) =>
        Send(to, HttpMethod.Post, "", ActivityWriter.Push(to, message), stop);

    public Task<SendAnswer> Update(ChatAddress to, string activity, OutgoingMessage message, CancellationToken stop) =>
        Send(to, HttpMethod.Put, "/" + Uri.EscapeDataString(activity), ActivityWriter.Update(to, activity, message), stop);

    /// <summary>Posts an answer to the activity that <paramref name="to"/> came from.</summary>
    public Task<SendAnswer> Reply(Envelope to, OutgoingMessage message, CancellationToken stop) =>
        Send(to.Address, HttpMethod.Post, to.ActivityId is { } id ? "/" + Uri.EscapeDataString(id) : "", ActivityWriter.Reply(to, message), stop);

    public async Task<string?> SignInName(ChatAddress address, CancellationToken stop)
    {
        if (Endpoint(address, $"members/{Uri.EscapeDataString(address.UserId)}") is not { } url) return null;
        using var limit = new CancellationTokenSource(AnswerTime, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(stop, limit.Token);
        try
        {
            using var response = await http.GetAsync(url, either.Token);
            if (!response.IsSuccessStatusCode) return null;
            var member = JsonNode.Parse(await response.Content.ReadAsByteArrayAsync(either.Token)) as JsonObject;
            return member?["userPrincipalName"] is JsonValue name && name.TryGetValue<string>(out var text) && text.Length is > 0 and <= WireLimits.Id ? text : null;
        }
        catch (Exception e) when (e is HttpRequestException or JsonException or InvalidOperationException or ArgumentException || IsLate(e, stop))
        {
            return null;
        }
    }

    private async Task<SendAnswer> Send(ChatAddress to, HttpMethod method, string of, Json activity, CancellationToken stop)
    {
        if (Endpoint(to, "activities" + of) is not { } url) return new SendAnswer.NotConnected();
        using var limit = new CancellationTokenSource(AnswerTime, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(stop, limit.Token);
        using var body = new ByteArrayContent(activity.ToBytes());
        body.Headers.ContentType = new MediaTypeHeaderValue("application/json", "utf-8");
        try
        {
            using var request = new HttpRequestMessage(method, url) { Content = body };
            using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, either.Token);
            return await Answer(response, either.Token);
        }
        catch (HttpRequestException e)
        {
            return e.HttpRequestError is HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError ? new SendAnswer.NotConnected() : new SendAnswer.Lost();
        }
        catch (OperationCanceledException e) when (IsLate(e, stop))
        {
            return new SendAnswer.Lost();
        }
    }

    private static bool IsLate(Exception e, CancellationToken stop) => e is OperationCanceledException && !stop.IsCancellationRequested;

    private async Task<SendAnswer> Answer(HttpResponseMessage response, CancellationToken stop)
    {
        var retryAfter = response.Headers.RetryAfter switch
        {
            { Delta: { } wait } => Duration.FromTimeSpan(wait),
            { Date: { } at } => Duration.Max(Duration.FromTimeSpan(at - time.GetUtcNow()), Duration.Zero),
            _ => (Duration?)null,
        };
        var body = await ShortBody(response, stop);
        return response.IsSuccessStatusCode
            ? new SendAnswer.Answered((int)response.StatusCode, retryAfter, Activity: Id(body?["id"]))
            : new SendAnswer.Answered((int)response.StatusCode, retryAfter, Id((body?["error"] as JsonObject)?["code"]));
    }

    private static string? Id(JsonNode? node) => node is JsonValue value && value.TryGetValue<string>(out var text) && text.Length is > 0 and <= WireLimits.Id ? text : null;

    /// <summary><c>{"id":…}</c> or <c>{"error":{"code":…}}</c>; null when the body is something else or does not come: the status is the answer.</summary>
    private static async Task<JsonObject?> ShortBody(HttpResponseMessage response, CancellationToken stop)
    {
        try
        {
            await response.Content.LoadIntoBufferAsync(ShortBytes, stop);
            return JsonNode.Parse(await response.Content.ReadAsByteArrayAsync(stop)) as JsonObject;
        }
        catch (Exception e) when (e is HttpRequestException or IOException or JsonException or InvalidOperationException or ArgumentException or OperationCanceledException)
        {
            return null;
        }
    }

    private static Uri? Endpoint(ChatAddress address, string tail) =>
        Uri.TryCreate($"{address.ServiceUrl.TrimEnd('/')}/v3/conversations/{Uri.EscapeDataString(address.ConversationId)}/{tail}", UriKind.Absolute, out var url)
        && url.Scheme is "http" or "https"
        && Loopback.Is(url)
            ? url
            : null;

    /// <summary>Connects to this machine and to nothing else, whatever the name of the host means elsewhere.</summary>
    internal static async ValueTask<Stream> Connect(SocketsHttpConnectionContext context, CancellationToken stop)
    {
        var host = context.DnsEndPoint.Host;
        if (!Loopback.Is(host)) throw new HttpRequestException(HttpRequestError.ConnectionError, "not on this machine");
        IPAddress[] addresses = IPAddress.TryParse(host.Trim('[', ']'), out var literal) ? [literal] : [IPAddress.Loopback, IPAddress.IPv6Loopback];
        SocketException? failure = null;
        foreach (var address in addresses)
        {
            var socket = new Socket(address.AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            try
            {
                await socket.ConnectAsync(new IPEndPoint(address, context.DnsEndPoint.Port), stop);
                return new NetworkStream(socket, ownsSocket: true);
            }
            catch (SocketException e)
            {
                socket.Dispose();
                failure = e;
            }
            catch
            {
                socket.Dispose();
                throw;
            }
        }
        throw failure!;
    }

    public void Dispose() => http.Dispose();
}
