using LiaisonBot.Conversation;
using LiaisonBot.Conversation.Features;
using LiaisonBot.Conversation.Sheets;
using LiaisonBot.Conversation.Shell;
using LiaisonBot.Core;
using LiaisonBot.Core.Messaging;
using LiaisonBot.Core.People;
using LiaisonBot.Core.Policies;
using LiaisonBot.Core.Storage;
using LiaisonBot.Sheets;
using static LiaisonBot.Testing.Cast;

namespace LiaisonBot.Tests.Conversation;

/// <summary>Whoever comes back gets what waited for them, whatever becomes of the turn in which they came.</summary>
public class ReachedTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task APersonWhoseChatIsNew_IsToldOf_AlsoWhenTheTurnFails(bool fails)
    {
        await using var world = await World.Open();
        var reached = new List<string>();
        var services = new LiaisonServices(
            world.Faulty,
            Hebei,
            world.Clock,
            PolicyBook.BuiltIn,
            "process",
            _ => new FakeChat(),
            _ => { });
        var bot = new Bot(new(
            AllFeatures.Registry,
            services,
            new NoChat(),
            "冀巡交",
            person => reached.Add(person.Id),
            new(
                new SheetFiles(),
                new(new NoFiles(), new SheetFiles(), services.Evidence, new VirtualTime(world.Clock.GetCurrentInstant())),
                () => null,
                () => "token")));
        var address = Cast.AddressOf(County);
        // The directory before and after the chat is remembered, then the list.
        if (fails) world.Faulty.OnRead(3);

        var turn = bot.TakeAsync(new ChatEvent.Message("1", address, County.ObjectId!, true, null, "我的事项"), default);

        if (fails) await Assert.ThrowsAsync<StoreUnavailableException>(() => turn);
        else await turn;
        Assert.Equal([County.Id], reached);
    }

    private sealed class NoChat : IConnector
    {
        public Task<SendAnswer> PostAsync(ChatAddress to, OutgoingMessage message, CancellationToken cancellationToken) =>
            Task.FromResult(SendAnswer.Taken);

        public Task<SendAnswer> UpdateAsync(ChatAddress to, string activity, OutgoingMessage message, CancellationToken cancellationToken) =>
            Task.FromResult(SendAnswer.Taken);

        public Task<string?> SignInNameAsync(ChatAddress address, CancellationToken cancellationToken) =>
            Task.FromResult<string?>(null);
    }

    private sealed class NoFiles : IFileSource
    {
        public Task<FileAnswer> FetchAsync(SentFile file, CancellationToken cancellationToken) =>
            Task.FromResult<FileAnswer>(new FileAnswer.NotFetched());

        public Task<FileAnswer> OpenAsync(SentFile file, CancellationToken cancellationToken) =>
            FetchAsync(file, cancellationToken);
    }
}
