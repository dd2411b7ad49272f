using LiaisonBot.Benchmarks.Worlds;
using LiaisonBot.Core.People;
using LiaisonBot.Core.Storage;
using LiaisonBot.Host;
using LiaisonBot.Local;
using LiaisonBot.Local.Demo;
using LiaisonBot.Storage;
using LiaisonBot.Teams;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging.Abstractions;

namespace LiaisonBot.Benchmarks;

/// <summary>The local host in this process, without its web server.</summary>
internal sealed class InProcess : IAsyncDisposable
{
    private readonly BotApp app;
    private readonly Playgrounds playgrounds;
    private readonly MessagesEndpoint endpoint;

    private InProcess(BotApp app, TeamsAdapter adapter, string folder)
    {
        this.app = app;
        playgrounds = new(folder, NullLogger.Instance);
        endpoint = LocalHost.Messages(new(adapter, Bench.Time, NullLogger.Instance), playgrounds, NullLogger.Instance);
    }

    /// <param name="around">What stands between the bot and its store.</param>
    public static async Task<InProcess> Open(WorkFolder folder, Func<ITableStore, ITableStore>? around = null)
    {
        var adapter = TeamsAdapter.Create(TeamsIdentity.None, LoopbackNetwork.Handler(), NullLogger.Instance);
        ITableStore store = SqliteTableStore.Open(folder.Store);
        var settings = new BotSettings(Hebei.Code, DemoData.Prefix, Hebei.Office.Id, "benchmark");
        return new(
            await BotApp.OpenAsync(
                around?.Invoke(store) ?? store,
                settings,
                Policies.Read(folder.Path),
                new TeamsConnector(adapter, null, Bench.Time),
                Bench.Clock,
                Bench.Time,
                NullLoggerFactory.Instance,
                default),
            adapter,
            folder.Path);
    }

    /// <summary>Takes the body of an activity as the endpoint would, and gives the length of the answer.</summary>
    public async Task<long> Post(byte[] body)
    {
        var answer = new Sink();
        await Post(body, answer);
        return answer.Length;
    }

    /// <summary>The same, and gives the answer.</summary>
    public async Task<byte[]> Answer(byte[] body)
    {
        var answer = new MemoryStream();
        await Post(body, answer);
        return answer.ToArray();
    }

    /// <summary>Gives a person an address for their calendar.</summary>
    public async Task<string> FeedAddress(Person person)
    {
        const string Secret = "0123456789abcdef0123456789abcdef";
        var secret = person.Id + Secret;
        await app.Context.Services.Feeds.RenewAsync(person, secret, default);
        return secret;
    }

    /// <summary>Reads a calendar, and gives its bytes.</summary>
    public async Task<long> Feed(string secret) =>
        (await app.FeedAsync(secret, default))?.Length ?? throw new InvalidOperationException("There is no such calendar.");

    private async Task Post(byte[] body, Stream answer)
    {
        var http = new DefaultHttpContext();
        http.Request.ContentType = "application/json";
        http.Request.ContentLength = body.Length;
        http.Request.Body = new MemoryStream(body);
        http.Response.Body = answer;
        await endpoint.HandleAsync(http, with => with(app));
        if (http.Response.StatusCode != 200)
        {
            throw new InvalidOperationException($"Answered {http.Response.StatusCode}.");
        }
    }

    public async ValueTask DisposeAsync()
    {
        await playgrounds.DisposeAsync();
        await app.DisposeAsync();
    }

    /// <summary>Takes what is written, and keeps nothing.</summary>
    private sealed class Sink : Stream
    {
        private long length;

        public override bool CanRead => false;

        public override bool CanSeek => false;

        public override bool CanWrite => true;

        public override long Length => length;

        public override long Position { get => length; set => throw new NotSupportedException(); }

        public override void Flush()
        {
        }

        public override void Write(byte[] buffer, int offset, int count) => length += count;

        public override void Write(ReadOnlySpan<byte> buffer) => length += buffer.Length;

        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
        {
            length += buffer.Length;
            return ValueTask.CompletedTask;
        }

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();
    }
}
