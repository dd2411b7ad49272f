using System.Net;
using Azure.Core.Pipeline;
using LiaisonBot.Core.Storage;
using LiaisonBot.Storage;

namespace LiaisonBot.Tests.Storage;

/// <summary>
/// What the network does to a batch, seen from the caller, with a real answer of the emulator behind it where there is
/// one.
/// </summary>
[Collection(AzuriteTests.Name)]
public sealed class AzureTableStoreFaultTests(AzuriteFixture azurite)
{
    private const string City = "1301";
    private const string Table = "faults";

    private static int keys;

    private readonly string key = $"{RowKeys.Matters.Matter}{Interlocked.Increment(ref keys)}";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private Change[] Insert =>
        [new Change.Insert(new Row(key, new Dictionary<string, object>(StringComparer.Ordinal) { ["N"] = 1L }))];

    [Fact]
    public async Task Submit_AnswerLost_IsUnknownAndSentOnce()
    {
        var network = new Network(async send =>
        {
            (await send()).Dispose();
            throw new HttpRequestException(HttpRequestError.ResponseEnded, "the connection was closed");
        });

        Assert.Equal(BatchOutcome.Unknown, await Submit(network));
        Assert.Equal(1, network.Batches);
        Assert.True(await IsThere());
    }

    [Fact]
    public async Task Submit_LostOnItsWay_IsUnknown()
    {
        var network = new Network(_ => throw new HttpRequestException(HttpRequestError.Unknown, "broken pipe"));

        Assert.Equal(BatchOutcome.Unknown, await Submit(network));
        Assert.False(await IsThere());
    }

    [Theory]
    [InlineData(HttpStatusCode.InternalServerError)]
    [InlineData(HttpStatusCode.BadGateway)]
    [InlineData(HttpStatusCode.ServiceUnavailable)]
    [InlineData(HttpStatusCode.GatewayTimeout)]
    [InlineData(HttpStatusCode.RequestTimeout)]
    public async Task Submit_ServerFails_IsUnknownAndSentOnce(HttpStatusCode status)
    {
        var network = new Network(_ => Task.FromResult(new HttpResponseMessage(status)));

        Assert.Equal(BatchOutcome.Unknown, await Submit(network));
        Assert.Equal(1, network.Batches);
    }

    [Fact]
    public async Task Submit_CancelledOnItsWay_IsUnknown()
    {
        using var stop = new CancellationTokenSource();
        var network = new Network(async send =>
        {
            var answer = await send();
            await stop.CancelAsync();
            stop.Token.ThrowIfCancellationRequested();
            return answer;
        });

        Assert.Equal(BatchOutcome.Unknown, await Submit(network, stop.Token));
        Assert.True(await IsThere());
    }

    [Fact]
    public async Task Submit_TimeRunsOut_IsUnknown()
    {
        var network = new Network(_ => throw new TaskCanceledException("no answer in time"));

        Assert.Equal(BatchOutcome.Unknown, await Submit(network));
    }

    [Theory]
    [InlineData(HttpRequestError.ConnectionError)]
    [InlineData(HttpRequestError.NameResolutionError)]
    public async Task Submit_NeverSent_IsUnavailable(HttpRequestError error)
    {
        var network = new Network(_ => throw new HttpRequestException(error, "no route"));

        await Assert.ThrowsAsync<StoreUnavailableException>(() => Submit(network));
    }

    [Theory]
    [InlineData(HttpStatusCode.Forbidden)]
    [InlineData(HttpStatusCode.TooManyRequests)]
    public async Task Submit_NotLetIn_IsUnavailable(HttpStatusCode status)
    {
        var network = new Network(_ => Task.FromResult(new HttpResponseMessage(status)));

        await Assert.ThrowsAsync<StoreUnavailableException>(() => Submit(network));
    }

    [Fact]
    public async Task Submit_ToATableThatIsNotThere_MakesItOnce()
    {
        var network = new Network(send => send());
        var store = Connect(network);
        var table = $"new{key[2..]}x";

        Assert.Equal(BatchOutcome.Committed, await store.SubmitAsync(table, City, Insert, Stop));
        Assert.Equal(2, network.Batches);
        Assert.Equal(BatchOutcome.Conflict, await store.SubmitAsync(table, City, Insert, Stop));
        Assert.Equal(3, network.Batches);
    }

    [Fact]
    public async Task Reads_WhenNothingAnswers_AreUnavailableInOneLine()
    {
        // The port of "discard": nobody listens.
        var store = AzureTableStore.Connect("DefaultEndpointsProtocol=http;AccountName=a;AccountKey=YQ==;TableEndpoint=http://127.0.0.1:9/a;");

        var refused = await Assert.ThrowsAsync<StoreUnavailableException>(() => store.ReadAsync(
            Table,
            City,
            key,
            Stop));
        Assert.Equal("Table storage cannot be reached. Check the address and the network.", refused.Message);
        await Assert.ThrowsAsync<StoreUnavailableException>(() => store.ReadRangeAsync(Table, City, "", "~", 10, Stop));
        await Assert.ThrowsAsync<StoreUnavailableException>(() => store.SubmitAsync(Table, City, Insert, Stop));
    }

    [Theory]
    [InlineData("")]
    [InlineData("nonsense")]
    [InlineData("AccountName=a")]
    public void Connect_NoConnectionString_IsRefusedInOneLine(string text)
    {
        var refused = Assert.Throws<StoreUnavailableException>(() => AzureTableStore.Connect(text));
        Assert.DoesNotContain('\n', refused.Message);
    }

    private AzureTableStore Connect(Network network) =>
        AzureTableStore.Connect(azurite.ConnectionString, new HttpClientTransport(new HttpClient(network)));

    private async Task<BatchOutcome> Submit(Network network, CancellationToken? cancellationToken = null)
    {
        await AzureTableStore.Connect(azurite.ConnectionString)
            .SubmitAsync(
                Table,
                City,
                [new Change.Upsert(new Row("table", new Dictionary<string, object>(StringComparer.Ordinal)))],
                Stop);
        return await Connect(network).SubmitAsync(Table, City, Insert, cancellationToken ?? Stop);
    }

    private async Task<bool> IsThere() =>
        await AzureTableStore.Connect(azurite.ConnectionString).ReadAsync(Table, City, key, Stop) is not null;

    /// <summary>Lets a test stand between the store and the wire, for batches only.</summary>
    private sealed class Network(Func<Func<Task<HttpResponseMessage>>, Task<HttpResponseMessage>> onBatch) : DelegatingHandler(new SocketsHttpHandler())
    {
        public int Batches { get; private set; }

        protected override Task<HttpResponseMessage> SendAsync(
            HttpRequestMessage request,
            CancellationToken cancellationToken)
        {
            if (!request.RequestUri!.AbsolutePath
                .EndsWith("$batch", StringComparison.Ordinal)) return base.SendAsync(request, cancellationToken);
            Batches++;
            return onBatch(() => base.SendAsync(request, cancellationToken));
        }
    }
}
