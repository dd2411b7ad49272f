using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Azure;
using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Data.Tables;
using Azure.Identity;
using LiaisonBot.Core.Storage;
using NodaTime;

namespace LiaisonBot.Storage;

/// <summary>
/// The store in Azure: Table storage, or Azurite. A table that is not there reads as empty and is made by the first
/// batch to it.
/// </summary>
public sealed class AzureTableStore : ITableStore, IWholeStore
{
    // The client library's own repeats are for reads. A batch is sent once: repeated after a lost answer, it would meet
    // its own rows and call that a conflict.
    private const int ReadRetries = 3;
    private static readonly TimeSpan ReadTimeout = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan SubmitTimeout = TimeSpan.FromSeconds(30);

    private readonly TableServiceClient reads;
    private readonly TableServiceClient writes;
    private readonly ConcurrentDictionary<string, (TableClient Reads, TableClient Writes)> tables = new(StringComparer.Ordinal);

    private AzureTableStore(Func<TableClientOptions, TableServiceClient> connect, HttpPipelineTransport? transport)
    {
        reads = connect(Options(ReadRetries, ReadTimeout, transport));
        writes = connect(Options(0, SubmitTimeout, transport));
    }

    /// <summary>Nothing is sent yet: whether the store answers is known after the first call.</summary>
    /// <param name="connection"> A connection string, or the address of an account that knows no keys:
    /// <c>https://{account}.table.core.windows.net</c>, which is entered as whoever is signed in here (<c>az login</c>,
    /// <c>azd auth login</c>, a managed identity).
    /// </param>
    /// <exception cref="StoreUnavailableException">The text is no connection string of Table storage.</exception>
    public static AzureTableStore Connect(string connection) =>
        Uri.TryCreate(connection, UriKind.Absolute, out var endpoint) && endpoint.Scheme == Uri.UriSchemeHttps
            ? Connect(endpoint, new DefaultAzureCredential())
            : Connect(connection, transport: null);

    /// <summary>Connects as the identity that the host runs as.</summary>
    /// <param name="endpoint">Like <c>https://{account}.table.core.windows.net</c>.</param>
    public static AzureTableStore Connect(Uri endpoint, TokenCredential credential) =>
        new(options => new TableServiceClient(endpoint, credential, options), transport: null);

    internal static AzureTableStore Connect(string connectionString, HttpPipelineTransport? transport)
    {
        try
        {
            return new(options => new TableServiceClient(connectionString, options), transport);
        }
        catch (Exception e) when (e is FormatException or InvalidOperationException or ArgumentException)
        {
            throw new StoreUnavailableException(
                "The connection string of the tables cannot be read. Copy it again from the storage account.",
                e);
        }
    }

    /// <inheritdoc />
    public async Task<Row?> ReadAsync(string table, string partition, string key, CancellationToken cancellationToken)
    {
        StoreLimits.Check(table, partition, key);
        try
        {
            var answer = await Table(table).Reads
                .GetEntityIfExistsAsync<TableEntity>(partition, key, select: null, cancellationToken);
            return answer.HasValue ? RowOf(answer.Value!) : null;
        }
        catch (Exception e) when (IsUnreachable(e, cancellationToken))
        {
            throw Unavailable(e);
        }
    }

    /// <inheritdoc />
    public async Task<IReadOnlyList<Row>> ReadRangeAsync(
        string table,
        string partition,
        string from,
        string to,
        int limit,
        CancellationToken cancellationToken)
    {
        StoreLimits.Check(table, partition, from, to, limit);
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {partition} and RowKey ge {from} and RowKey lt {to}");
        var rows = new List<Row>();
        try
        {
            var pages = Table(table).Reads
                .QueryAsync<TableEntity>(filter, Math.Min(limit, StoreLimits.PageRows), select: null, cancellationToken)
                .AsPages();
            await foreach (var page in pages)
            {
                rows.AddRange(page.Values.Take(limit - rows.Count).Select(RowOf));
                if (rows.Count == limit)
                {
                    break;
                }
            }
            return rows;
        }
        catch (RequestFailedException e) when (e.Status == 404)
        {
            return [];
        }
        catch (Exception e) when (IsUnreachable(e, cancellationToken))
        {
            throw Unavailable(e);
        }
    }

    /// <inheritdoc />
    public async Task<BatchOutcome> SubmitAsync(
        string table,
        string partition,
        IReadOnlyList<Change> changes,
        CancellationToken cancellationToken)
    {
        StoreLimits.Check(table, partition, changes);
        cancellationToken.ThrowIfCancellationRequested();
        var actions = changes.Select(change => ActionOf(partition, change)).ToList();
        if (await SendAsync(table, actions, cancellationToken) is { } outcome)
        {
            return outcome;
        }

        await CreateTableAsync(table, cancellationToken);
        return await SendAsync(table, actions, cancellationToken)
            ?? throw new StoreUnavailableException($"Table storage does not find the table {table} that was just made. Try again later.");
    }

    /// <inheritdoc />
    public async IAsyncEnumerable<PartitionId> PlacesAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        // Tables of others, as the Functions host makes some, have names that ours cannot have.
        var names = await ReachedAsync(reads.QueryAsync(cancellationToken: cancellationToken), cancellationToken)
            .Select(table => table.Name)
            .Where(StoreLimits.IsTable)
            .ToListAsync(cancellationToken);
        foreach (var table in names.Order(StringComparer.Ordinal))
        {
            var partition = "";
            while (await ReachedAsync(
                Table(table).Reads
                    .QueryAsync<TableEntity>(
                        TableClient.CreateQueryFilter($"PartitionKey gt {partition}"),
                        1,
                        ["PartitionKey"],
                        cancellationToken),
                cancellationToken)
                .FirstOrDefaultAsync(cancellationToken) is { } next)
            {
                partition = next.PartitionKey;
                yield return new(table, partition);
            }
        }
    }

    /// <inheritdoc />
    public IAsyncEnumerable<Row> RowsAsync(PartitionId place, CancellationToken cancellationToken) =>
        ReachedAsync(
            Table(place.Table).Reads
                .QueryAsync<TableEntity>(
                    TableClient.CreateQueryFilter($"PartitionKey eq {place.Partition}"),
                    StoreLimits.PageRows,
                    select: null,
                    cancellationToken),
            cancellationToken)
            .Select(RowOf);

    private static async IAsyncEnumerable<T> ReachedAsync<T>(
        IAsyncEnumerable<T> answers,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var each = answers.GetAsyncEnumerator(cancellationToken);
        while (true)
        {
            try
            {
                if (!await each.MoveNextAsync())
                {
                    yield break;
                }
            }
            catch (RequestFailedException e) when (e.ErrorCode == "TableNotFound")
            {
                yield break;
            }
            catch (Exception e) when (IsUnreachable(e, cancellationToken))
            {
                throw Unavailable(e);
            }
            yield return each.Current;
        }
    }

    /// <summary>Null when the table is not there, so that nothing was changed.</summary>
    private async Task<BatchOutcome?> SendAsync(
        string table,
        List<TableTransactionAction> actions,
        CancellationToken cancellationToken)
    {
        try
        {
            await Table(table).Writes.SubmitTransactionAsync(actions, cancellationToken);
            return BatchOutcome.Committed;
        }
        catch (RequestFailedException e)
        {
            return e.ErrorCode == "TableNotFound" ? null : OutcomeOf(e);
        }
        catch (AuthenticationFailedException e)
        {
            throw Unavailable(e);
        }
        catch (OperationCanceledException)
        {
            // The time ran out or the caller gave up, after the batch was on its way.
            return BatchOutcome.Unknown;
        }
    }

    private static BatchOutcome OutcomeOf(RequestFailedException e) => e.Status switch
    {
        409 when e.ErrorCode == "EntityAlreadyExists" => BatchOutcome.Conflict,
        404 or 412 => BatchOutcome.Conflict,
        0 => WasNotSent(e) ? throw Unavailable(e) : BatchOutcome.Unknown,
        408 or >= 500 => BatchOutcome.Unknown,
        400 or 413 =>
            throw new InvalidOperationException(
                $"Table storage does not take a batch that keeps our limits: {e.ErrorCode}.",
                e),
        _ => throw Unavailable(e),
    };

    private async Task CreateTableAsync(string table, CancellationToken cancellationToken)
    {
        try
        {
            // Beside a second host that does the same, "it is there already" is as good.
            await Table(table).Reads.CreateIfNotExistsAsync(cancellationToken);
        }
        catch (Exception e) when (IsUnreachable(e, cancellationToken))
        {
            throw Unavailable(e);
        }
    }

    private (TableClient Reads, TableClient Writes) Table(string name) =>
        tables.GetOrAdd(name, table => (reads.GetTableClient(table), writes.GetTableClient(table)));

    private static TableTransactionAction ActionOf(string partition, Change change) => change switch
    {
        Change.Insert insert => new(TableTransactionActionType.Add, EntityOf(partition, insert.Row)),
        Change.Replace replace =>
            new(TableTransactionActionType.UpdateReplace, EntityOf(partition, replace.Row), new ETag(replace.ETag)),
        Change.Upsert upsert => new(TableTransactionActionType.UpsertReplace, EntityOf(partition, upsert.Row)),
        Change.Delete delete =>
            new(
                TableTransactionActionType.Delete,
                new TableEntity(partition, delete.Key),
                delete.ETag is null ? ETag.All : new ETag(delete.ETag)),
        _ => throw new ArgumentException($"{change.GetType().Name} is no change.", nameof(change)),
    };

    private static TableEntity EntityOf(string partition, Row row)
    {
        var entity = new TableEntity(partition, row.Key);
        foreach (var (name, value) in row.Columns)
        {
            if (value is not null)
            {
                entity[name] = value is Instant time ? time.ToDateTimeOffset() : value;
            }
        }
        return entity;
    }

    private static Row RowOf(TableEntity entity)
    {
        var columns = new Dictionary<string, object>(StringComparer.Ordinal);
        foreach (var (name, value) in entity)
        {
            if (name is "PartitionKey" or "RowKey" or "Timestamp" or "odata.etag")
            {
                continue;
            }

            switch (value)
            {
                case string or long or bool:
                    columns[name] = value;
                    break;
                case int number:
                    // Typed in by hand in a storage browser, where it is the type offered first.
                    columns[name] = (long)number;
                    break;
                case DateTimeOffset time:
                    columns[name] = Instant.FromDateTimeOffset(time);
                    break;
            }
        }
        return new Row(entity.RowKey, columns, entity.ETag.ToString());
    }

    private static TableClientOptions Options(int retries, TimeSpan timeout, HttpPipelineTransport? transport)
    {
        var options = new TableClientOptions
        {
            Retry =
            {
                MaxRetries = retries,
                Mode = RetryMode.Exponential,
                Delay = TimeSpan.FromMilliseconds(200),
                MaxDelay = TimeSpan.FromSeconds(2),
                NetworkTimeout = timeout
            },
            Diagnostics = { IsTelemetryEnabled = false },
        };
        if (transport is not null)
        {
            options.Transport = transport;
        }

        return options;
    }

    // Several tries give an AggregateException; a time-out is a cancellation that nobody asked for.
    private static bool IsUnreachable(Exception e, CancellationToken cancellationToken) =>
        e is RequestFailedException or AggregateException or AuthenticationFailedException
            || (e is OperationCanceledException && !cancellationToken.IsCancellationRequested);

    private static bool WasNotSent(RequestFailedException e) => e.InnerException is HttpRequestException
    {
        HttpRequestError: HttpRequestError.NameResolutionError or HttpRequestError.ConnectionError or HttpRequestError.SecureConnectionError or HttpRequestError.ProxyTunnelError,
    };

    private static StoreUnavailableException Unavailable(Exception e)
    {
        if (e is AuthenticationFailedException)
        {
            return new(
                "Table storage cannot be entered, since Azure did not say who this program is. Sign in with 'az login', or check the managed identity.",
                e);
        }

        var failure = e as RequestFailedException
            ?? (e as AggregateException)?.InnerExceptions.OfType<RequestFailedException>().LastOrDefault();
        return failure?.Status switch
        {
            401 or 403 =>
                new(
                    $"Table storage does not let this program in ({failure.ErrorCode}). Give its identity the role Storage Table Data Contributor, or correct the connection string.",
                    e),
            429 => new("Table storage is too busy. Try again later.", e),
            > 0 =>
                new(
                    $"Table storage does not answer as it should ({failure.Status} {failure.ErrorCode}). Try again later.",
                    e),
            _ => new("Table storage cannot be reached. Check the address and the network.", e),
        };
    }
}
