using LiaisonBot.Conversation;
using LiaisonBot.Core.Matters;
using LiaisonBot.Core.Messaging;
using LiaisonBot.Core.People;
using LiaisonBot.Core.Policies;
using LiaisonBot.Core.Storage;
using LiaisonBot.Host;
using LiaisonBot.Local.Demo;
using LiaisonBot.Tests.Conversation;
using Microsoft.Extensions.Logging.Abstractions;

namespace LiaisonBot.Tests.Hosts;

/// <summary>What people were shown in the last seconds is saved when the host stops.</summary>
public sealed class ShownBeforeAStopTests
{
    [Fact]
    public async Task Stop_SavesWhatWasShown_AlsoWithoutARound()
    {
        var store = new RewindableStore();
        var time = new VirtualTime(Chats.Morning);
        await using var app = await BotApp.OpenAsync(
            store,
            new(DemoData.Province, DemoData.Prefix, null, "tests") { Demo = DemoData.EnterAsync },
            PolicyBook.BuiltIn,
            new Nobody(),
            time,
            time,
            NullLoggerFactory.Instance,
            default);
        using var stop = new CancellationTokenSource();
        var running = app.DeliverAtOnceAsync(stop.Token);
        var chat = new ChatAddress("msteams", "http://localhost:1", "chat-1", "user-1", "bot", null);
        app.Posted(
            chat,
            new SendAnswer.Answered(201, Activity: "1"),
            OutgoingMessage.OfText("1301-1") with { About = MatterNumber.Parse("2026-1301-000001") });
        Assert.Empty(Shown());

        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running);
        Assert.Single(Shown());

        IEnumerable<string> Shown() => store.Rows.Keys
            .Where(row => row.Table == RowKeys.Directory.Table)
            .Select(row => row.Key)
            .Where(key => RowKeys.KindOf(key) == RowKeys.Directory.ShownCards);
    }

    private sealed class Nobody : IConnector
    {
        public Task<SendAnswer> PostAsync(ChatAddress to, OutgoingMessage message, CancellationToken cancellationToken) =>
            throw new NotSupportedException();

        public Task<SendAnswer> UpdateAsync(
            ChatAddress to,
            string activity,
            OutgoingMessage message,
            CancellationToken cancellationToken) => throw new NotSupportedException();

        public Task<string?> SignInNameAsync(ChatAddress address, CancellationToken cancellationToken) =>
            throw new NotSupportedException();
    }
}
