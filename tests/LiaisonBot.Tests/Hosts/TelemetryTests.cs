using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using LiaisonBot.Conversation;
using LiaisonBot.Core.Diagnostics;
using LiaisonBot.Core.Messaging;
using LiaisonBot.Core.People;
using LiaisonBot.Core.Policies;
using LiaisonBot.Host;
using LiaisonBot.Local.Demo;
using LiaisonBot.Tests.Conversation;
using LiaisonBot.Tests.Storage;
using Microsoft.Extensions.Logging;
using NodaTime.Testing;

namespace LiaisonBot.Tests.Hosts;

/// <summary>What is exported of a turn: counts and words of the code, no names, nothing that was typed.</summary>
public sealed class TelemetryTests
{
    private const string Secret = "泄密即算失败";
    private const string Leader = "00000000-0000-4000-8000-000000000011";

    [Fact]
    public async Task Turn_IsCountedAndTraced_WithoutNamesOrTexts()
    {
        var seen = new ConcurrentQueue<string>();
        using var metrics = new MeterListener { InstrumentPublished = (instrument, listener) => { if (instrument.Meter.Name == Telemetry.Name) listener.EnableMeasurementEvents(instrument); } };
        void Record(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags) =>
            seen.Enqueue($"{instrument.Name} {value} {string.Join(' ', tags.ToArray())}");
        metrics.SetMeasurementEventCallback<long>((i, v, tags, _) => Record(i, v, tags));
        metrics.SetMeasurementEventCallback<double>((i, v, tags, _) => Record(i, v, tags));
        metrics.Start();
        using var traces = new ActivityListener
        {
            ShouldListenTo = source => source.Name == Telemetry.Name,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = activity =>
                seen.Enqueue($"{activity.DisplayName} {string.Join(' ', activity.TagObjects)} {activity.StatusDescription} {string.Join(' ', activity.Events.Select(e => e.Name))}"),
        };
        ActivitySource.AddActivityListener(traces);
        using var logs = LoggerFactory.Create(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(new Recorder(seen)));
        await using var file = TempSqliteStore.Open();
        var chat = new Refusing();
        var clock = new FakeClock(Chats.Morning);
#pragma warning disable RS0030 // Nothing waits here but for what is held back.
        var time = TimeProvider.System;
#pragma warning restore RS0030
        await using var app = await BotApp.OpenAsync(
            file.Store,
            new(DemoData.Province, DemoData.Prefix, null, "tests") { Demo = DemoData.EnterAsync },
            PolicyBook.BuiltIn,
            chat,
            clock,
            time,
            logs,
            default);

        var address = new ChatAddress("msteams", "http://localhost:1/_connector", "chat-1", "user-1", "bot", null);
        foreach (var who in new[] { Leader, "00000000-0000-4000-8000-000000000031" })
            await app.AnswerAsync(
                new ChatEvent.Message(
                    "open-" + who,
                    address with { ConversationId = who, UserId = who },
                    who,
                    true,
                    null,
                    "帮助"),
                CancellationToken.None);
        var form = Assert.Single((await app.AnswerAsync(new ChatEvent.Message(
            "1",
            address with { ConversationId = Leader, UserId = Leader },
            Leader,
            true,
            null,
            $"交办 长安区 12月20日前 {Secret}"), CancellationToken.None)).Messages);
        var press = new Seen(form);
        var button = press.Button("交办");
        var data = (System.Text.Json.Nodes.JsonObject)button.Data.DeepClone();
        foreach (var input in press.Inputs) data[input.Id] = input.Value;
        await app.AnswerAsync(
            new ChatEvent.CardAction(
                "2",
                address with { ConversationId = Leader, UserId = Leader },
                Leader,
                true,
                null,
                button.Verb,
                data),
            CancellationToken.None);
        await app.RoundAsync(default);
        await app.HealthAsync(default);

        Assert.True(chat.Sent > 0);
        Assert.Contains(
            seen,
            line => line.StartsWith("liaison.turns 1 [kind, message] [result, answered]", StringComparison.Ordinal));
        Assert.Contains(
            seen,
            line => line.StartsWith("liaison.commands 1 [act, assign] [result, done]", StringComparison.Ordinal));
        Assert.Contains(seen, line => line.StartsWith("liaison.sends 1 [outcome, 503]", StringComparison.Ordinal));
        Assert.Contains(seen, line => line.StartsWith("liaison.sweep.lag.seconds", StringComparison.Ordinal));
        Assert.Contains(seen, line => line.StartsWith("liaison.outbox.oldest.seconds", StringComparison.Ordinal));
        Assert.Contains(
            seen,
            line => line.StartsWith("turn [kind, cardaction] [result, answered]", StringComparison.Ordinal));
        foreach (var hidden in DemoData.People.Select(p => p.Name).Append(Secret).Append("长安区"))
            Assert.DoesNotContain(seen, line => line.Contains(hidden, StringComparison.Ordinal));
    }

    private sealed class Refusing : IConnector
    {
        public int Sent { get; private set; }

        public Task<SendAnswer> PostAsync(ChatAddress to, OutgoingMessage message, CancellationToken cancellationToken)
        {
            Sent++;
            return Task.FromResult<SendAnswer>(new SendAnswer.Answered(503));
        }

        public Task<SendAnswer> UpdateAsync(ChatAddress to, string activity, OutgoingMessage message, CancellationToken cancellationToken) =>
            PostAsync(to, message, cancellationToken);

        public Task<string?> SignInNameAsync(ChatAddress address, CancellationToken cancellationToken) =>
            Task.FromResult<string?>(null);
    }

    private sealed class Recorder(ConcurrentQueue<string> seen) : ILoggerProvider, ILogger
    {
        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            seen.Enqueue($"{formatter(state, exception)} {exception}");

        public void Dispose()
        {
        }
    }
}
