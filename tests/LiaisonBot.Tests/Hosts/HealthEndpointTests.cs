using System.Diagnostics;
using System.Text.Json.Nodes;
using LiaisonBot.Conversation;
using LiaisonBot.Core.Areas;
using LiaisonBot.Core.Messaging;
using LiaisonBot.Core.People;
using LiaisonBot.Core.Policies;
using LiaisonBot.Host;
using LiaisonBot.Local.Demo;
using LiaisonBot.Tests.Conversation;
using LiaisonBot.Tests.Storage;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging.Abstractions;
using NodaTime.Testing;

namespace LiaisonBot.Tests.Hosts;

/// <summary>What anybody may ask, how often, and what they are told.</summary>
public sealed class HealthEndpointTests
{
    [Fact]
    public async Task Health_AskedOftenAndByManyAtOnce_IsFoundOutOnceInTenSeconds()
    {
        await using var file = TempSqliteStore.Open();
        var store = new CountingStore(file.Store);
        var time = new Ticks();
        await using var app = await Open(store, time);
        await app.RecentHealthAsync(default);
        store.Reset();

        time.Advance(TimeSpan.FromSeconds(9));
        await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => Ask(app, details: false)));
        Assert.Equal(0, store.RoundTrips);

        time.Advance(TimeSpan.FromSeconds(1));
        await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => Ask(app, details: false)));
        var once = store.RoundTrips;
        store.Reset();
        time.Advance(TimeSpan.FromSeconds(10));
        await Ask(app, details: false);
        Assert.Equal(store.RoundTrips, once);
    }

    [Fact]
    public async Task Health_ForAnybody_IsAWord_AndWithTheKeyEverything()
    {
        await using var file = TempSqliteStore.Open();
        await using var app = await Open(file.Store, new Ticks());

        var (status, body) = await Ask(app, details: false);
        Assert.Equal((200, """{"status":"ok"}"""), (status, body.ToJsonString()));
        Assert.Equal("sqlite", (string?)(await Ask(app, details: true)).Body["storage"]);
    }

    [Fact]
    public async Task Health_WhileThereIsNoBot_SaysWhyToWhoMayKnow()
    {
        var http = new DefaultHttpContext { Response = { Body = new MemoryStream() } };
        await HealthEndpoint.UnavailableAsync(http, null);
        Assert.Equal("""{"status":"unhealthy"}""", Body(http).ToJsonString());
    }

    [Theory]
    [InlineData(400, false)]
    [InlineData(401, false)]
    [InlineData(404, false)]
    [InlineData(413, false)]
    [InlineData(200, true)]
    [InlineData(500, true)]
    public void ARequestOfAStranger_LeavesNoTrace(int status, bool traced)
    {
        using var source = new ActivitySource("strangers");
        using var listener = new ActivityListener { ShouldListenTo = s => s.Name == "strangers", Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded };
        ActivitySource.AddActivityListener(listener);
        using var activity = source.StartActivity("request")!;
        var http = new DefaultHttpContext { Response = { StatusCode = status } };

        http.ForgetStranger();

        Assert.Equal(traced, activity.Recorded);
    }

    private static async Task<(int Status, JsonObject Body)> Ask(BotApp app, bool details)
    {
        var http = new DefaultHttpContext { Response = { Body = new MemoryStream() } };
        await new HealthEndpoint(app, details).HandleAsync(http);
        return (http.Response.StatusCode, Body(http));
    }

    private static JsonObject Body(DefaultHttpContext http) =>
        (JsonObject)JsonNode.Parse(((MemoryStream)http.Response.Body).ToArray())!;

    private static Task<BotApp> Open(Core.Storage.ITableStore store, TimeProvider time) =>
        BotApp.OpenAsync(
            store,
            new(AreaCode.Parse("13"), "冀巡交", null, "tests") { Demo = DemoData.EnterAsync, Storage = "sqlite" },
            PolicyBook.BuiltIn,
            new Nobody(),
            new FakeClock(Chats.Morning),
            time,
            NullLoggerFactory.Instance,
            default);

    private sealed class Ticks : TimeProvider
    {
        private long now;

        public void Advance(TimeSpan by) => now += by.Ticks;

        public override long GetTimestamp() => now;

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;
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
