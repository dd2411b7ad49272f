using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using LiaisonBot.Core.Calendar;
using LiaisonBot.Core.People;
using LiaisonBot.Core.Storage;
using NodaTime;

namespace LiaisonBot.Core.Sealed;

/// <summary>What there is for the archive.</summary>
/// <param name="KeyId">Of the archive's public key; null while none was given.</param>
/// <param name="Count">Records that were closed in the year and that the person leads.</param>
public sealed record ArchiveState(string? KeyId, int Count)
{
    /// <summary>Files that they are: each holds <see cref="SealedLimits.Archived"/> records at most.</summary>
    public int Parts => (Count + SealedLimits.Archived - 1) / SealedLimits.Archived;
}

/// <summary>A record as the archive gets it: what is known of it by the names of its columns, and what was typed.</summary>
/// <param name="Identity">Who told it; null where that is not kept.</param>
public sealed record ArchivedRecord(
    string Number,
    IReadOnlyDictionary<string, string> Known,
    IReadOnlyDictionary<string, string> Text,
    IReadOnlyDictionary<string, string>? Identity,
    IReadOnlyList<ArchivedStep> Steps,
    IReadOnlyList<ArchivedLook> Looks);

/// <param name="At">UTC.</param>
public sealed record ArchivedStep(int Number, string At, string Name, SealedAct Act, string? Words)
{
    /// <summary>Codes of the departments of the step; null where it has none.</summary>
    public IReadOnlyList<string>? With { get; init; }
}

/// <param name="At">UTC.</param>
/// <param name="Why">What they said; null where nothing is asked.</param>
public sealed record ArchivedLook(string At, string Name, SealedLookAt What, string? Why);

/// <summary>
/// Files of closed records for the archive, whole: text, who told it, history and looks, encrypted to a key that the office gives
/// (<see cref="ArchiveFile"/>). Each record of a file is a look before it is read.
/// </summary>
/// <param name="random">Bytes that cannot be foreseen.</param>
public sealed class SealedArchive(
    ISealedStore store,
    SealedService records,
    CurrentDirectory directory,
    Func<int, byte[]> random,
    IClock clock)
{
    private const string KeyRow = RowKeys.Sealed.Settings + "archive";

    private static readonly JsonSerializerOptions Written = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        WriteIndented = true,
        Converters = { new JsonStringEnumConverter() },
    };

    private string Partition => directory.Province.City.Value;

    /// <summary>Takes the public key of the archive, by whom the office named for sealed records.</summary>
    /// <param name="pem">A public key or a certificate.</param>
    /// <returns>What is wrong with it; null when it was taken.</returns>
    public async Task<ArchiveFault?> SetKeyAsync(Person person, string pem, CancellationToken cancellationToken)
    {
        if (ArchiveFile.ReadKey(pem) is not ({ } key, null))
        {
            return ArchiveFile.ReadKey(pem).Why;
        }

        var row = new Row(KeyRow, new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["Key"] = Convert.ToBase64String(key),
            ["By"] = person.Id,
            ["At"] = clock.GetCurrentInstant(),
        });
        return await store.SubmitAsync(SealedRows.Table, Partition, [new Change.Upsert(row)], cancellationToken) == BatchOutcome.Committed
            ? null
            : throw new StoreUnavailableException("The key could not be saved. Please send it again.");
    }

    /// <param name="year">In which they were closed, in Beijing.</param>
    public async Task<ArchiveState> StateAsync(Person person, int year, string id, CancellationToken cancellationToken) => new(
        await KeyAsync(cancellationToken) is { } key ? ArchiveFile.KeyIdOf(key) : null,
        (await OfYearAsync(person, year, id, cancellationToken)).Count);

    /// <summary>One file.</summary>
    /// <param name="part">From 0.</param>
    /// <param name="id">Of the call, by which its looks are known.</param>
    /// <returns>Null where there is no key, or nothing for the person.</returns>
    /// <exception cref="SealingKeyException">Texts cannot be opened.</exception>
    public async Task<byte[]?> ExportAsync(Person person, int year, int part, string id, CancellationToken cancellationToken)
    {
        if (await KeyAsync(cancellationToken) is not { } key)
        {
            return null;
        }

        List<ArchivedRecord> whole = [];
        foreach (var record in (await OfYearAsync(person, year, id, cancellationToken))
            .Skip(part * SealedLimits.Archived)
            .Take(SealedLimits.Archived))
        {
            await records.NoteAsync(person, record.Number, SealedLookAt.Archive, null, id, cancellationToken);
            if (await records.FindAsync(person, record.Number, cancellationToken) is { } now && SealedRights.MayLead(person, now))
            {
                whole.Add(await records.WholeAsync(now, cancellationToken));
            }
        }

        return whole.Count == 0
            ? null
            : ArchiveFile.Seal(
                JsonSerializer.SerializeToUtf8Bytes(
                    new
                    {
                        Province = directory.Province.Value,
                        ClosedIn = year,
                        Part = part + 1,
                        MadeAt = clock.GetCurrentInstant().ToString(),
                        Records = whole,
                    },
                    Written),
                key,
                random);
    }

    private async Task<byte[]?> KeyAsync(CancellationToken cancellationToken) =>
        (await store.ReadAsync(SealedRows.Table, Partition, KeyRow, cancellationToken))?.Text("Key") is { } key
            ? Convert.FromBase64String(key)
            : null;

    private async Task<IReadOnlyList<SealedRecord>> OfYearAsync(Person person, int year, string id, CancellationToken cancellationToken) =>
    [
        .. (await records.ListAsync(person, id, null, cancellationToken))
            .Where(record => SealedRights.MayLead(person, record)
                && record.ClosedAt is { } closed
                && BeijingTime.Today(closed).Year == year)
            .OrderBy(record => record.Number, StringComparer.Ordinal),
    ];
}
