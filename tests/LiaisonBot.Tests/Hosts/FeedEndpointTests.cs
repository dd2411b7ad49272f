using LiaisonBot.Conversation;
using LiaisonBot.Core.Messaging;
using LiaisonBot.Core.People;
using LiaisonBot.Core.Policies;
using LiaisonBot.Host;
using LiaisonBot.Local.Demo;
using LiaisonBot.Tests.Conversation;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace LiaisonBot.Tests.Hosts;

/// <summary>The feed over HTTP: what a program that cannot sign in gets, and what is kept of its asking.</summary>
public sealed class FeedEndpointTests : IAsyncLifetime
{
    private readonly Lines log = new();
    private readonly VirtualTime time = new(Chats.Morning);
    private readonly MemoryTableStore memory = new();
    private FaultyStore store = null!;
    private Chats chats = null!;
    private BotApp app = null!;
    private FeedEndpoint endpoint = null!;
    private string secret = "";

    public async ValueTask InitializeAsync()
    {
        chats = await Chats.Open(memory);
        var card = await chats.Changan.Say("日历");
        secret = card.Input("address").Value!.Split('=')[^1];
        app = await BotApp.OpenAsync(
            store = new(memory),
            new(DemoData.Province, DemoData.Prefix, null, "tests") { Demo = DemoData.EnterAsync },
            PolicyBook.BuiltIn,
            new Nobody(),
            chats.Clock,
            time,
            LoggerFactory.Create(builder => builder.AddProvider(log)),
            default);
        endpoint = new(time);
    }

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        await chats.DisposeAsync();
    }

    [Fact]
    public async Task Address_GivesACalendar_ThatIsNotGivenTwiceUnchanged()
    {
        var (status, headers, body) = await Get($"?key={secret}");

        Assert.Equal(200, status);
        Assert.Equal("text/calendar; charset=utf-8", headers.ContentType);
        Assert.Equal("nosniff", headers.XContentTypeOptions);
        Assert.StartsWith("BEGIN:VCALENDAR\r\n", body, StringComparison.Ordinal);

        var again = await Get($"?key={secret}", known: headers.ETag);
        Assert.Equal((304, ""), (again.Status, again.Body));
        await chats.Leader.Assign("长安区");
        Assert.Equal(200, (await Get($"?key={secret}", known: headers.ETag)).Status);

        var head = await Get($"?key={secret}", "HEAD");
        Assert.Equal((200, ""), (head.Status, head.Body));
        Assert.True(head.Headers.ContentLength > 500);
    }

    [Fact]
    public async Task WrongAndRevoked_GetTheSame()
    {
        await chats.Changan.Say("停用日历");
        var answers = new List<string>();
        foreach (var query in new[]
        {
            $"?key={secret}", "?key=" + new string('a', 64), "?key=", "", "?key=a&key=b", "?key=" + new string('x', 5000),
            $"?Key={secret.ToUpperInvariant()}", "?key=%00", "?key=%F0%28",
        })
        {
            var (status, headers, body) = await Get(query);
            answers.Add($"{status} {body} {string.Join('|', headers.Select(h => $"{h.Key}:{h.Value}").Order(StringComparer.Ordinal))}");
        }

        Assert.StartsWith("404", Assert.Single(answers.Distinct(StringComparer.Ordinal)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task OneAddress_IsReadSoOftenAnHour_AndGuessingIsSlow()
    {
        for (var i = 0; i < 120; i++) Assert.Equal(200, (await Get($"?key={secret}")).Status);
        var over = await Get($"?key={secret}");
        Assert.Equal((429, "3600"), (over.Status, over.Headers.RetryAfter.ToString()));
        time.Advance(Duration.FromHours(1));
        Assert.Equal(200, (await Get($"?key={secret}")).Status);

        for (var i = 0; i < 60; i++) Assert.Equal(404, (await Get($"?key=guess{i}", from: "9.9.9.9, 1.2.3.4")).Status);
        Assert.Equal(429, (await Get("?key=guess", from: "8.8.8.8, 1.2.3.4")).Status);
        // Who comes from elsewhere is not held up, and the minute passes.
        Assert.Equal(200, (await Get($"?key={secret}", from: "1.2.3.5")).Status);
        time.Advance(Duration.FromMinutes(1));
        Assert.Equal(404, (await Get("?key=guess", from: "1.2.3.4")).Status);
    }

    [Fact]
    public async Task StoreIsAway_ACalendarIsToldToComeAgain_AndNothingIsLogged()
    {
        await Get($"?key={secret}");
        await Get("?key=wrong");
        store.OnRead();
        var (status, headers, _) = await Get($"?key={secret}");

        Assert.Equal((503, "300"), (status, headers.RetryAfter.ToString()));
        Assert.DoesNotContain(log.Said, line => line.Contains(secret, StringComparison.Ordinal));
    }

    [Fact]
    public async Task LastUse_IsShownToTheHour()
    {
        await Get($"?key={secret}");
        Assert.Contains("最近一次读取：2026-11-24 09:00", (await chats.Changan.Say("日历")).Text, StringComparison.Ordinal);
        chats.Clock.Advance(Duration.FromMinutes(59));
        await Get($"?key={secret}");
        Assert.Contains("2026-11-24 09:00", (await chats.Changan.Say("日历")).Text, StringComparison.Ordinal);
        chats.Clock.Advance(Duration.FromMinutes(1));
        await Get($"?key={secret}");
        Assert.Contains("2026-11-24 10:00", (await chats.Changan.Say("日历")).Text, StringComparison.Ordinal);
    }

    private async Task<(int Status, IHeaderDictionary Headers, string Body)> Get(
        string query,
        string method = "GET",
        string? known = null,
        string from = "1.1.1.1")
    {
        var http = new DefaultHttpContext { Response = { Body = new MemoryStream() } };
        http.Request.Method = method;
        http.Request.QueryString = new(query);
        http.Request.Headers["X-Forwarded-For"] = from;
        if (known is not null) http.Request.Headers.IfNoneMatch = known;
        await endpoint.HandleAsync(http, app);
        return (
            http.Response.StatusCode,
            http.Response.Headers,
            System.Text.Encoding.UTF8.GetString(((MemoryStream)http.Response.Body).ToArray()));
    }

    private sealed class Lines : ILoggerProvider, ILogger
    {
        public List<string> Said { get; } = [];

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Said.Add(formatter(state, exception));

        public void Dispose()
        {
        }
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
