using System.Security.Cryptography;
using System.Text;
using LiaisonBot.Core.Areas;
using LiaisonBot.Core.People;
using LiaisonBot.Core.Storage;
using NodaTime;

namespace LiaisonBot.Core.Delivery;

/// <summary>What a person may fetch by a link.</summary>
public enum LinkTo
{
    /// <summary>The ledger of a place.</summary>
    Ledger,

    /// <summary>An empty table to enter people.</summary>
    PeopleTemplate,

    /// <summary>An empty table to assign matters.</summary>
    MattersTemplate,

    /// <summary>The sheet of one matter; <see cref="Link.Only"/> is its number.</summary>
    MatterPaper,

    /// <summary>The notice that a matter is under supervision; <see cref="Link.Only"/> is its number.</summary>
    SupervisionPaper,

    /// <summary>The report of the week that begins on the day in <see cref="Link.Only"/>.</summary>
    WeekPaper,

    /// <summary>The same of a month.</summary>
    MonthPaper,

    /// <summary>The directory of a place.</summary>
    Directory,

    /// <summary>
    /// A file of a matter's evidence; <see cref="Link.Only"/> is the matter's number and the file's id.
    /// </summary>
    Evidence,

    /// <summary>The plan of a city for the year in <see cref="Link.Only"/>.</summary>
    Plan,

    /// <summary>The coverage of a place in the year in <see cref="Link.Only"/>.</summary>
    Coverage,

    /// <summary>The evaluations of a place.</summary>
    Evaluations,

    /// <summary>An empty table to enter visits.</summary>
    VisitsTemplate,

    /// <summary>The comprehensive report of a city for the year in <see cref="Link.Only"/>.</summary>
    YearPaper,

    /// <summary>An empty table of findings.</summary>
    FindingsTemplate,

    /// <summary>The register of the set whose number is in <see cref="Link.Only"/>.</summary>
    SetRegister,

    /// <summary>The report of the topic of findings in <see cref="Link.Only"/>.</summary>
    TopicPaper,

    /// <summary>The plan of that set, to be filled in and sent back.</summary>
    PlanSheet,

    /// <summary>Its three lists: findings, tasks, duties.</summary>
    SetLists,

    /// <summary>The places of the campaign in <see cref="Link.Only"/>, and what they found.</summary>
    Campaign,

    /// <summary>What would be published of a set; <see cref="Link.Only"/> is its number, and what of it.</summary>
    DisclosurePaper,

    /// <summary>The notice of a residency; <see cref="Link.Only"/> is the key of the visit.</summary>
    ResidencyNotice,

    /// <summary>Sealed records for the archive; <see cref="Link.Only"/> is the year of closing and the number of the file.</summary>
    SealedArchive,
}

/// <summary>
/// A link that was made for one person, for a short time. It holds nothing: what is fetched is made when it is, of what
/// they may see then.
/// </summary>
/// <param name="Until">From then on it is as if there had never been one.</param>
/// <param name="Only">Which matters of the ledger, in the words that select them, null for all; of a paper what it is
/// about.</param>
public sealed record Link(
    string Person,
    LinkTo To,
    AreaCode Area,
    Language Language,
    Instant Until,
    string? Only = null);

/// <summary>
/// Keeps links to what people may fetch. Whoever has the link's token may fetch it, as with the links of SharePoint; so
/// it is long, random and short-lived, only its hash is stored, and the first browser that opens it is the only one.
/// </summary>
public sealed class LinkService(ITableStore store, CurrentDirectory directory, IClock clock)
{
    public static readonly Duration Lasts = Duration.FromMinutes(10);

    private const string Prefix = RowKeys.Directory.Links;

    private const string OpenedBy = "OpenedBy";

    /// <param name="tokens">Nobody can guess them; each with what it leads to, at most what fits into a batch.</param>
    /// <exception cref="StoreUnavailableException">The store did not answer.</exception>
    public async Task MakeAsync(
        Person person,
        Language language,
        IReadOnlyList<(string Token, LinkTo To, AreaCode Area)> tokens,
        CancellationToken cancellationToken,
        string? only = null)
    {
        var until = clock.GetCurrentInstant() + Lasts;
        await SaveAsync(
            tokens.Select(t => ToRow(t.Token, new(person.Id, t.To, t.Area, language, until, only))),
            cancellationToken);
    }

    /// <inheritdoc cref="MakeAsync(Person, Language, IReadOnlyList{ValueTuple{string, LinkTo, AreaCode}}, CancellationToken, string?)"/>
    /// <param name="tokens">Each with what it keeps.</param>
    public async Task MakeAsync(
        Person person,
        Language language,
        LinkTo to,
        AreaCode area,
        IReadOnlyList<(string Token, string Only)> tokens,
        CancellationToken cancellationToken)
    {
        var until = clock.GetCurrentInstant() + Lasts;
        await SaveAsync(
            tokens.Select(t => ToRow(t.Token, new(person.Id, to, area, language, until, t.Only))),
            cancellationToken);
    }

    private async Task SaveAsync(IEnumerable<Row> rows, CancellationToken cancellationToken)
    {
        if (await store.SubmitAsync(
            DirectoryRows.Table,
            directory.Province.Value,
            [.. rows.Select(row => new Change.Upsert(row))],
            cancellationToken) != BatchOutcome.Committed)
        {
            throw new StoreUnavailableException("The link could not be saved. Please try again.");
        }
    }

    /// <summary>
    /// Whom it was made for and what it leads to; null when there is none or its time is over, or the person is not
    /// known any more.
    /// </summary>
    public async Task<(Person Person, Link Link)?> FindAsync(string token, CancellationToken cancellationToken)
    {
        if (await store.ReadAsync(
            DirectoryRows.Table,
            directory.Province.Value,
            Key(token),
            cancellationToken) is not { } row)
        {
            return null;
        }

        return row.TryRead(ToLink, out var link, out _)
            && clock.GetCurrentInstant() < link.Until
            && (await directory.ReadAsync(cancellationToken)).ById(link.Person) is { } person
            ? (person, link)
            : null;
    }

    /// <summary>
    /// Whether this browser may have what the link leads to. The first one that asks is the only one from then on: a
    /// second click there, or a program that downloads for it, is no second reader.
    /// </summary>
    /// <param name="browser">A secret of the browser's own, by which it is known again.</param>
    /// <exception cref="StoreUnavailableException">The store did not answer; the same browser may ask
    /// again.</exception>
    public async Task<bool> OpenAsync(string token, string browser, CancellationToken cancellationToken)
    {
        var reader = Hash(browser);
        if (await ReadRowAsync() is not { } row)
        {
            return false;
        }

        if (row.Text(OpenedBy) is { } first)
        {
            return first == reader;
        }

        var opened = new Row(
            row.Key,
            new Dictionary<string, object>(row.Columns, StringComparer.Ordinal) { [OpenedBy] = reader });
        return await store.SubmitAsync(
            DirectoryRows.Table,
            directory.Province.Value,
            [new Change.Replace(opened, row.ETag!)],
            cancellationToken) switch
        {
            BatchOutcome.Committed => true,
            // Somebody was quicker, perhaps this browser itself.
            BatchOutcome.Conflict => (await ReadRowAsync())?.Text(OpenedBy) == reader,
            BatchOutcome.Unknown =>
                throw new StoreUnavailableException("The link could not be opened. Please try again."),
        };

        Task<Row?> ReadRowAsync() =>
            store.ReadAsync(DirectoryRows.Table, directory.Province.Value, Key(token), cancellationToken);
    }

    /// <summary>Removes those whose time is over.</summary>
    public async Task SweepAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetCurrentInstant();
        var rows = await store.ReadPrefixAsync(
            DirectoryRows.Table,
            directory.Province.Value,
            Prefix,
            StoreLimits.PageRows,
            cancellationToken);
        foreach (var old in rows.Where(row => (row.Time("Until") ?? default) <= now).Chunk(StoreLimits.BatchChanges))
            await store.SubmitAsync(
                DirectoryRows.Table,
                directory.Province.Value,
                [.. old.Select(row => new Change.Delete(row.Key))],
                cancellationToken);
    }

    private static string Key(string token) => Prefix + Hash(token);

    private static string Hash(string secret) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));

    private static Row ToRow(string token, Link link)
    {
        var columns = new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["Person"] = link.Person,
            ["To"] = link.To.ToString(),
            ["Area"] = link.Area.Value,
            ["Language"] = link.Language.ToString(),
            ["Until"] = link.Until,
        };
        columns.Set("Only", link.Only);
        return new(Key(token), columns);
    }

    private static Link ToLink(Row row) => new(
        row.Required("Person"),
        Enum.Parse<LinkTo>(row.Required("To")),
        AreaCode.Parse(row.Required("Area")),
        Enum.Parse<Language>(row.Required("Language")),
        row.Time("Until") ?? default,
        row.Text("Only"));
}
