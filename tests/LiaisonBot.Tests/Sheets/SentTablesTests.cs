using LiaisonBot.Conversation;
using LiaisonBot.Conversation.Sheets;
using LiaisonBot.Core.People;
using LiaisonBot.Sheets;
using NodaTime;

namespace LiaisonBot.Tests.Sheets;

/// <summary>Files are fetched and read two at a time; who waits too long is told so.</summary>
[Trait("Kind", "Pure")]
public sealed class SentTablesTests : IDisposable
{
    private static readonly SentFile File = new("a.csv", new("https://contoso.sharepoint.com/a"));

    private readonly VirtualTime time = new(Instant.FromUtc(2026, 11, 24, 1, 0));
    private readonly SlowSource source = new();
    private readonly SentTables tables;

    public SentTablesTests() => tables = new(source, new SheetFiles(), new(new MemoryTableStore(), null, Cast.Hebei, time, Terms.BuiltIn), time);

    public void Dispose() => tables.Dispose();

    [Fact]
    public async Task ThirdFile_Waits_UntilOneIsRead()
    {
        var reading = Enumerable.Range(0, 3).Select(_ => tables.ReadAsync(File, default)).ToList();
        Assert.Equal(2, source.Asked);

        source.Answer();

        Assert.IsType<SheetReading.Book>(await reading[0]);
        while (source.Asked < 3)
        {
            await Task.Yield();
        }

        source.Answer();
        source.Answer();
        Assert.All(await Task.WhenAll(reading), r => Assert.IsType<SheetReading.Book>(r));
    }

    [Fact]
    public async Task ThirdFile_ThatWaitsTooLong_IsToBeSentAgain_AndTakesNoPlace()
    {
        var first = Enumerable.Range(0, 2).Select(_ => tables.ReadAsync(File, default)).ToList();
        var third = tables.ReadAsync(File, default);

        time.Advance(Duration.FromSeconds(8));

        Assert.Equal(SheetFault.Busy, Assert.IsType<SheetReading.Faulty>(await third).Fault);
        source.Answer();
        source.Answer();
        await Task.WhenAll(first);
        var later = tables.ReadAsync(File, default);
        source.Answer();
        Assert.IsType<SheetReading.Book>(await later);
    }

    [Fact]
    public async Task Place_IsGivenBack_WhenAFileCannotBeHad()
    {
        for (var i = 0; i < 5; i++)
        {
            var read = tables.ReadAsync(File, default);
            source.Fail();
            await Assert.ThrowsAsync<InvalidOperationException>(() => read);
        }
    }

    private sealed class SlowSource : IFileSource
    {
        private readonly Queue<TaskCompletionSource<FileAnswer>> waiting = new();

        public int Asked { get; private set; }

        public Task<FileAnswer> FetchAsync(SentFile file, CancellationToken cancellationToken)
        {
            Asked++;
            var answer = new TaskCompletionSource<FileAnswer>(TaskCreationOptions.RunContinuationsAsynchronously);
            waiting.Enqueue(answer);
            return answer.Task;
        }

        public Task<FileAnswer> OpenAsync(SentFile file, CancellationToken cancellationToken) =>
            throw new NotSupportedException();

        public void Answer() => waiting.Dequeue().SetResult(new FileAnswer.Fetched("a,b"u8.ToArray()));

        public void Fail() => waiting.Dequeue().SetException(new InvalidOperationException("gone"));
    }
}
