using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using LiaisonBot.Conversation;
using LiaisonBot.Core.Messaging;
using LiaisonBot.Core.People;
using LiaisonBot.Core.Policies;
using LiaisonBot.Host;
using LiaisonBot.Host.Api;
using LiaisonBot.Local.Demo;
using LiaisonBot.Tests.Conversation;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace LiaisonBot.Tests.Hosts;

/// <summary>What somebody who is let in to the reports sees, and what is kept of it.</summary>
public sealed class ReportEndpointTests : IAsyncLifetime
{
    private static readonly Guid Program = Guid.Parse("88888888-2222-4333-8444-555555555555");
    private static readonly ApiReader Application = new ApiReader.Application(
        Program,
        Guid.Parse("aaaaaaaa-2222-4333-8444-555555555555"));

    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly Lines log = new();
    private Chats chats = null!;
    private BotApp app = null!;

    public async ValueTask InitializeAsync()
    {
        chats = await Chats.Open();
#pragma warning disable RS0030 // Nothing waits here.
        app = await BotApp.OpenAsync(
            chats.Store,
            new(DemoData.Province, DemoData.Prefix, null, "tests") { Demo = DemoData.EnterAsync },
            PolicyBook.BuiltIn,
            new Nobody(),
            chats.Clock,
            TimeProvider.System,
            NullLoggerFactory.Instance,
            default);
#pragma warning restore RS0030
    }

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        await chats.DisposeAsync();
    }

    [Fact]
    public async Task ProgramAndKey_SeeWhatTheOfficeSees_APersonWhatThePersonSees()
    {
        await chats.Leader.Assign("长安区", "长安事项");
        await chats.Leader.Assign("正定县", "正定事项");
        await chats.Office.Assign("路南区", "唐山事项");

        foreach (var reader in new[] { Application, new ApiReader.Key(), new ApiReader.ThisMachine() })
        {
            Assert.Equal(["长安事项", "正定事项", "唐山事项"], await Titles(reader));
        }

        Assert.Equal(["长安事项", "正定事项", "唐山事项"], await Titles(Person("01")));
        Assert.Equal(["长安事项", "正定事项"], await Titles(Person("21")));
        Assert.Equal(["长安事项"], await Titles(Person("31")));
        Assert.Equal(["唐山事项"], await Titles(Person("33")));
        // Nothing of these was ever referred to them.
        Assert.Empty(await Titles(Person("41")));
        Assert.Empty(await Titles(Person("51")));
        // Asking for a place, or for a matter, shows no more.
        Assert.Empty(await Titles(Person("31"), "?state=all&area=1302"));
        Assert.Equal(404, (await Ask(Person("31"), number: "1302-1")).Status);
        Assert.Equal(200, (await Ask(Person("33"), number: "1302-1")).Status);
        Assert.Equal(200, (await Ask(Application, number: "1302-1")).Status);
    }

    [Fact]
    public async Task ChildrenThatAPersonMayNotSee_AreNotInTheirReports()
    {
        var number = await chats.Office.Assign("石家庄市", "全市排查");
        await chats.City.Do(number, "转办", ("转办至", "长安区,正定县"), ("转办要求", "逐户排查"));
        await chats.Office.Do(number, "挂账督办", ("原因", "进展缓慢"));
        await chats.Office.Do(number, "立项督办", ("原因", "省领导批示"));

        Assert.Equal(2, (await Ask(Application, number: number)).Body["children"]!.AsArray().Count);
        var (status, seen) = await Ask(Person("41"), number: number);
        Assert.Equal((200, "全市排查"), (status, (string?)seen["title"]));
        Assert.DoesNotContain("PassOn", seen["history"]!.AsArray().Select(entry => (string?)entry!["act"]));
        foreach (var hidden in new[] { "长安", "正定", "130102", "逐户排查", number + "-1" }) Assert.DoesNotContain(
            hidden,
            seen.ToJsonString(Readable),
            StringComparison.Ordinal);
        Assert.Equal(404, (await Ask(Person("41"), number: number + "-1")).Status);
        Assert.Equal(0, (int?)(await Ask(Person("41"))).Body["matters"]![0]!["children"]);
    }

    [Fact]
    public async Task APersonWhomTheBotDoesNotKnow_SeesNothing_AndIsToldWhy()
    {
        var stranger = new ApiReader.Account(Guid.Parse("cccccccc-2222-4333-8444-555555555555"), Program);
        var (status, body) = await Ask(stranger);
        Assert.Equal(403, status);
        Assert.Contains("not known to the bot", (string)body["error"]!["message"]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task EachReading_IsLogged_WithWhoAndWhatAndHowMuch_WithoutNamesOrTexts()
    {
        await chats.Leader.Assign("长安区", "长安事项");
        await chats.Leader.Assign("正定县", "正定事项");

        await Ask(Application, "?state=all&area=1301&format=csv");
        await Ask(new ApiReader.Key());
        await Ask(Person("31"), number: "1301-1");
        await Ask(Application, "?area=长安区");
        await Ask(Application, number: "1301-99");

        Assert.Equal(
            [
                $"The API was read by application {Program} (aaaaaaaa-2222-4333-8444-555555555555): matters all of 1301 as csv, 200, 2 rows",
                "The API was read by key: matters open of everywhere as json, 200, 2 rows",
                $"The API was read by person 00000000-0000-4000-8000-000000000031 through application {Program}: matter 2026-1301-000001 as json, 200, 1 rows",
                $"The API was read by application {Program} (aaaaaaaa-2222-4333-8444-555555555555): what cannot be understood, 400, 0 rows",
                $"The API was read by application {Program} (aaaaaaaa-2222-4333-8444-555555555555): matter 2026-1301-000099 as json, 404, 0 rows",
            ],
            log.Said);
    }

    private static ApiReader Person(string id) =>
        new ApiReader.Account(Guid.Parse($"00000000-0000-4000-8000-0000000000{id}"), Program);

    private async Task<IEnumerable<string>> Titles(ApiReader reader, string query = "") =>
        (await Ask(reader, query)).Body["matters"]!.AsArray().Select(matter => (string)matter!["title"]!);

    private async Task<(int Status, JsonNode Body)> Ask(ApiReader reader, string query = "", string? number = null)
    {
        var http = new DefaultHttpContext { Response = { Body = new MemoryStream() } };
        http.Request.QueryString = new(query);
        if (number is not null) http.Request.RouteValues["number"] = number;
        await new ReportEndpoint(app, log).HandleAsync(http, reader);
        var body = ((MemoryStream)http.Response.Body).ToArray();
        return (
            http.Response.StatusCode,
            http.Response.ContentType!.StartsWith("text/csv", StringComparison.Ordinal)
                ? new JsonObject()
                : JsonNode.Parse(body)!);
    }

    private sealed class Lines : ILogger
    {
        public List<string> Said { get; } = [];

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Said.Add(formatter(state, exception));
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
