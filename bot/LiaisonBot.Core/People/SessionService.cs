using System.Security.Cryptography;
using System.Text;
using LiaisonBot.Core.Storage;
using NodaTime;

namespace LiaisonBot.Core.People;

/// <summary>
/// Who is signed in to the pages. The browser has a random token, the store its hash. What a person may do is never kept
/// with it: they are looked up at each request, so that whoever was removed is out as soon as the directory knows.
/// </summary>
public sealed class SessionService(ITableStore store, CurrentDirectory directory)
{
    /// <summary>Hours of the clock from the moment of signing in, whatever is done meanwhile.</summary>
    public static readonly Duration Lasts = Duration.FromHours(8);

    private const string Prefix = RowKeys.Directory.Sessions;

    /// <param name="token">Nobody can guess it.</param>
    /// <exception cref="StoreUnavailableException">The store did not answer.</exception>
    public async Task StartAsync(Person person, string token, CancellationToken cancellationToken)
    {
        var row = new Row(Key(token), new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["Person"] = person.Id,
            ["Account"] = person.ObjectId ?? "",
            ["Until"] = directory.Clock.GetCurrentInstant() + Lasts,
        });
        if (await store.SubmitAsync(
            DirectoryRows.Table,
            directory.Province.Value,
            [new Change.Insert(row)],
            cancellationToken) != BatchOutcome.Committed)
        {
            throw new StoreUnavailableException("The session could not be saved. Please try again.");
        }
    }

    /// <summary>
    /// Whose session it is; null when there is none or its time is over, when the person is not known any more, or
    /// another account is theirs now. One read.
    /// </summary>
    public async Task<Person?> FindAsync(string token, CancellationToken cancellationToken) =>
        await store.ReadAsync(DirectoryRows.Table, directory.Province.Value, Key(token), cancellationToken) is { } row
        && directory.Clock.GetCurrentInstant() < (row.Time("Until") ?? default)
        && (await directory.ReadAsync(cancellationToken)).ById(row.Text("Person") ?? "") is { } person
        && (person.ObjectId ?? "") == row.Text("Account")
            ? person
            : null;

    /// <summary>Signs out.</summary>
    public Task EndAsync(string token, CancellationToken cancellationToken) =>
        store.SubmitAsync(
            DirectoryRows.Table,
            directory.Province.Value,
            [new Change.Delete(Key(token))],
            cancellationToken);

    /// <summary>Removes those whose time is over.</summary>
    public async Task SweepAsync(CancellationToken cancellationToken)
    {
        var now = directory.Clock.GetCurrentInstant();
        await foreach (var page in store.ReadPagesAsync(
            DirectoryRows.Table,
            directory.Province.Value,
            Prefix,
            cancellationToken))
        {
            foreach (var old in page.Where(row => (row.Time("Until") ?? default) <= now).Chunk(StoreLimits.BatchChanges))
            {
                await store.SubmitAsync(
                    DirectoryRows.Table,
                    directory.Province.Value,
                    [.. old.Select(row => new Change.Delete(row.Key))],
                    cancellationToken);
            }
        }
    }

    private static string Key(string token) =>
        Prefix + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));
}
