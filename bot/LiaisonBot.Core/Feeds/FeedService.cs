using System.Security.Cryptography;
using System.Text;
using LiaisonBot.Core.People;
using LiaisonBot.Core.Storage;
using NodaTime;

namespace LiaisonBot.Core.Feeds;

/// <summary>The address under which a person's calendar program reads what is due. The address itself is kept nowhere.</summary>
/// <param name="Person">Person id.</param>
/// <param name="Account">Entra object id of whoever it was given to: another account of the person needs another address.</param>
/// <param name="UsedAt">When a calendar read it last, to the hour; null for never.</param>
/// <param name="WithTitles">The calendar shows the titles of matters.</param>
public sealed record FeedAddress(string Person, string? Account, Instant MadeAt, Instant? UsedAt, bool WithTitles)
{
    internal Row? Row { get; init; }
}

/// <summary>
/// Keeps the addresses of calendar feeds. Calendars cannot sign in, so whoever has the address reads the feed: it is long and
/// random, stored as its hash, and is renewed or stopped by a word. A person has one at a time.
/// </summary>
public sealed class FeedService(ITableStore store, CurrentDirectory directory, IClock clock)
{
    /// <summary>The last use is written at most so often.</summary>
    public static readonly Duration NotedEvery = Duration.FromHours(1);

    private readonly DirectoryCommands commands = new(store, directory);

    private string Partition => directory.Province.Value;

    /// <summary>The person's feed; null while they have none. One range read.</summary>
    public async Task<FeedAddress?> OfAsync(Person person, CancellationToken cancellationToken) =>
        (await AllOfAsync(person, cancellationToken)).MaxBy(feed => feed.MadeAt);

    /// <summary>Gives the person a new address; one that they had before is dead from now on.</summary>
    /// <param name="token">Nobody can guess it.</param>
    public Task RenewAsync(Person person, string token, CancellationToken cancellationToken) =>
        ChangeAsync(
            person,
            known => new(
                person.Id,
                person.ObjectId,
                clock.GetCurrentInstant(),
                null,
                known.Any(feed => feed.WithTitles)),
            token,
            cancellationToken);

    /// <summary>Takes the address away.</summary>
    /// <returns>False when there was none.</returns>
    public Task<bool> StopAsync(Person person, CancellationToken cancellationToken) =>
        ChangeAsync(person, _ => null, null, cancellationToken);

    /// <summary>Shows or hides the titles of matters in the person's calendar.</summary>
    /// <returns>False when they have no feed.</returns>
    public Task<bool> ShowTitlesAsync(Person person, bool withTitles, CancellationToken cancellationToken) =>
        commands.ExecuteAsync<bool>(
            async token =>
            {
                var known = await AllOfAsync(person, token);
                return known.Count == 0
                    ? DirectoryCommands.Answer(false)
                    : DirectoryCommands.Write(
                        true,
                        [.. known.Select(feed => new Change.Replace(
                            ToRow(feed.Row!.Key, feed with { WithTitles = withTitles }),
                            feed.Row!.ETag!))]);
            },
            cancellationToken);

    /// <summary>
    /// Whose feed is behind an address, as their rights are now. Null for one that never was, was stopped or renewed, or
    /// whose person is not known any more or has another account: a caller cannot tell which.
    /// </summary>
    public async Task<(Person Person, FeedAddress Feed)?> OpenAsync(string token, CancellationToken cancellationToken)
    {
        if (await store.ReadAsync(RowKeys.Directory.Table, Partition, Key(token), cancellationToken) is not { } row
            || !row.TryRead(ToFeed, out var feed, out _)
            || (await directory.ReadAsync(cancellationToken)).ById(feed.Person) is not { } person
            || person.ObjectId != feed.Account)
        {
            return null;
        }

        await NoteUseAsync(feed, cancellationToken);
        return (person, feed);
    }

    /// <summary>Removes those of people who are not known any more. Once a day.</summary>
    public async Task SweepAsync(CancellationToken cancellationToken)
    {
        var people = await directory.ReadAsync(cancellationToken);
        var gone = new List<Row>();
        await foreach (var page in store.ReadPagesAsync(
            RowKeys.Directory.Table,
            Partition,
            RowKeys.Directory.Feeds,
            cancellationToken))
        {
            gone.AddRange(page.Where(row =>
                row.Text("Person") is { } id && people.ById(id) is null && !people.IsDamaged(id)));
        }

        foreach (var rows in gone.Chunk(StoreLimits.BatchChanges))
        {
            await store.SubmitAsync(
                RowKeys.Directory.Table,
                Partition,
                [.. rows.Select(row => new Change.Delete(row.Key))],
                cancellationToken);
        }
    }

    /// <summary>A read is answered also while the store takes no changes.</summary>
    private async Task NoteUseAsync(FeedAddress feed, CancellationToken cancellationToken)
    {
        var now = clock.GetCurrentInstant();
        if (feed.UsedAt is { } before && now - before < NotedEvery && before <= now)
        {
            return;
        }

        try
        {
            await store.SubmitAsync(
                RowKeys.Directory.Table,
                Partition,
                [new Change.Replace(ToRow(feed.Row!.Key, feed with { UsedAt = now }), feed.Row!.ETag!)],
                cancellationToken);
        }
        catch (StoreUnavailableException)
        {
            // It is noted by the next read.
        }
    }

    /// <summary>All that the person has give way to what is made of them.</summary>
    private Task<bool> ChangeAsync(
        Person person,
        Func<IReadOnlyList<FeedAddress>, FeedAddress?> make,
        string? token,
        CancellationToken cancellationToken) =>
        commands.ExecuteAsync<bool>(
            async cancellation =>
            {
                var known = await AllOfAsync(person, cancellation);
                var made = make(known);
                return known.Count == 0 && made is null
                    ? DirectoryCommands.Answer(false)
                    : DirectoryCommands.Write(
                        true,
                        [
                            .. known.Where(feed => token is null || feed.Row!.Key != Key(token))
                                .Select(feed => (Change)new Change.Delete(feed.Row!.Key)),
                            .. made is null
                                ? Array.Empty<Change>()
                                : [new Change.Upsert(ToRow(Key(token!), made))],
                        ]);
            },
            cancellationToken);

    private async Task<IReadOnlyList<FeedAddress>> AllOfAsync(Person person, CancellationToken cancellationToken)
    {
        List<FeedAddress> found = [];
        await foreach (var page in store.ReadPagesAsync(
            RowKeys.Directory.Table,
            Partition,
            RowKeys.Directory.Feeds,
            cancellationToken))
        {
            found.AddRange(page.Where(row => person.Is(row.Text("Person"))).ReadEach(ToFeed));
        }

        return found;
    }

    private static string Key(string token) =>
        RowKeys.Directory.Feeds + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));

    private static Row ToRow(string key, FeedAddress feed)
    {
        var columns = new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["Person"] = feed.Person,
            ["MadeAt"] = feed.MadeAt,
            ["WithTitles"] = feed.WithTitles,
        };
        columns.Set("Account", feed.Account);
        columns.Set("UsedAt", feed.UsedAt);
        return new(key, columns);
    }

    private static FeedAddress ToFeed(Row row) => new(
        row.Required("Person"),
        row.Text("Account"),
        row.Time("MadeAt") ?? throw new InvalidDataException($"Row {row.Key} has no column MadeAt."),
        row.Time("UsedAt"),
        row.Flag("WithTitles"))
    {
        Row = row,
    };
}
