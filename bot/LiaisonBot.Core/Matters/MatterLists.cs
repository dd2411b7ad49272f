using LiaisonBot.Core.Areas;
using LiaisonBot.Core.People;
using LiaisonBot.Core.Storage;
using NodaTime;

namespace LiaisonBot.Core.Matters;

/// <summary>
/// Open matters of one place in numbers. Each number counts a matter and what was passed on of it once; in the line of a
/// county what was passed on to it is a matter like any other.
/// </summary>
/// <param name="DueThisWeek">Due from today to Sunday, and still to be handed in.</param>
/// <param name="InReview">Handed in and waiting for review.</param>
/// <param name="Parts">What was passed on to counties: these are parts of matters.</param>
public sealed record RegisterLine(AreaCode Area, int Open, int Overdue, int DueThisWeek, int InReview, int Parts);

/// <summary>
/// The ledger (台账) of a place: a line for each place directly below that has open matters, and its matters by due date.
/// </summary>
public sealed record Register(
    AreaCode Area,
    RegisterLine Total,
    IReadOnlyList<RegisterLine> Lines,
    IReadOnlyList<ListEntry> Entries);

/// <summary>Counts the matters of lists.</summary>
public static class ListCounts
{
    /// <summary>Those that fit; a matter and what was passed on of it are one, whichever of them fit.</summary>
    public static int CountOnce(this IEnumerable<ListEntry> entries, Func<ListEntry, bool> fits) =>
        entries.Where(fits).Select(e => e.Number.Root).Distinct().Count();

    /// <summary>What was passed on.</summary>
    public static int CountParts(this IEnumerable<ListEntry> entries) => entries.Count(e => e.Number.IsChild);
}

/// <summary>What a search found.</summary>
/// <param name="HasEarlier">True where a list of ended matters was not looked through to its end.</param>
public sealed record SearchResult(IReadOnlyList<ListEntry> Entries, bool HasEarlier);

/// <summary>
/// Reads lists of matters. One range read for a county or a city; for the province one for each city, side by side.
/// </summary>
public sealed class MatterLists(ITableStore store, CurrentDirectory directory)
{
    /// <summary>Entries read from one range.</summary>
    public const int MaxEntries = 2000;

    /// <summary>
    /// Ended matters of a county, the newest, that a search looks at before it is asked to look further back.
    /// </summary>
    public const int EndedOfCounty = 50;

    /// <summary>The same of a city with its counties.</summary>
    public const int EndedOfCity = 10 * EndedOfCounty;

    /// <summary>
    /// Lists of the province that are read at a time. More at once would come no sooner, and each holds thousands of
    /// entries.
    /// </summary>
    private const int WideAtATime = 2;

    private static readonly Comparer<ListEntry> DueFirst = Comparer<ListEntry>.Create((one, other) =>
        one.Due == other.Due ? one.Number.CompareTo(other.Number) : one.Due.CompareTo(other.Due));

    private static readonly Comparer<ListEntry> NewestFirst = Comparer<ListEntry>.Create((one, other) =>
        one.EndedOn == other.EndedOn
            ? one.Number.CompareTo(other.Number)
            : Nullable.Compare(other.EndedOn, one.EndedOn));

    private SemaphoreSlim Wide { get; } = new(WideAtATime);

    /// <summary>The open matters that the person works on or follows, those first that are due first.</summary>
    public async Task<IReadOnlyList<ListEntry>> MineAsync(Person person, CancellationToken cancellationToken)
    {
        var (entries, _) = await ReadAsync(person, true, _ => MaxEntries, cancellationToken);
        entries.Sort(DueFirst);
        return entries;
    }

    /// <summary>The closed and withdrawn matters that the person may see, newest first.</summary>
    public async Task<IReadOnlyList<ListEntry>> EndedAsync(Person person, CancellationToken cancellationToken)
    {
        var (entries, _) = await EndedAsync(person, true, cancellationToken);
        entries.Sort(NewestFirst);
        return entries;
    }

    /// <summary>
    /// Of the same the newest of each list, as many as a search looks at, in no order. It costs what is shown and not what
    /// has been archived.
    /// </summary>
    public async Task<IReadOnlyList<ListEntry>> LatelyEndedAsync(Person person, CancellationToken cancellationToken) =>
        (await EndedAsync(person, false, cancellationToken)).Entries;

    /// <summary>
    /// The matters a person may see of which each word of the text stands in the title, the responsible party, the
    /// place, the number or in <paramref name="standing"/>: open ones first by due date, then ended ones, newest first.
    /// Width and case do not matter. Of the ended ones the newest of each list are looked at, so that a search costs
    /// what is open and not what has been archived.
    /// </summary>
    /// <param name="standing">Where a matter stands, in words.</param>
    /// <param name="farBack">Looks at as many ended ones as are ever read at once.</param>
    public async Task<SearchResult> FindAsync(
        Person person,
        string text,
        Func<ListEntry, string> standing,
        bool farBack,
        CancellationToken cancellationToken)
    {
        var search = new MatterSearch(text, (await directory.ReadAsync(cancellationToken)).Areas, standing);
        var open = (await MineAsync(person, cancellationToken)).Where(search.Fits).ToList();
        var (ended, hasEarlier) = await EndedAsync(person, farBack, cancellationToken);
        return new([.. open, .. ended.Where(search.Fits).Order(NewestFirst)], hasEarlier);
    }

    /// <summary>
    /// Every matter of every list, as far as lists are read: open ones by due date, then ended ones, newest first.
    /// </summary>
    public async Task<IReadOnlyList<ListEntry>> AllAsync(Person person, CancellationToken cancellationToken) =>
        [.. await MineAsync(person, cancellationToken), .. await EndedAsync(person, cancellationToken)];

    /// <summary>What is open in a place, as far as the person may see it.</summary>
    /// <param name="only">Which of them; all when null.</param>
    public async Task<Register> RegisterAsync(
        Person person,
        AreaCode area,
        LocalDate today,
        CancellationToken cancellationToken,
        Func<ListEntry, bool>? only = null)
    {
        // What a place took over stands under the code that it had.
        var codes = (await directory.ReadAsync(cancellationToken)).Areas.CodesOf(area);
        var entries = (await MineAsync(person, cancellationToken))
            .Where(e => codes.Any(code => code.Contains(e.Area)) && only?.Invoke(e) != false)
            .ToList();
        var lines = entries
            .GroupBy(e => area.Level == AreaLevel.Province ? e.Area.City : e.Area)
            .Select(g => Line(g.Key, [.. g], today))
            .OrderBy(l => l.Area);
        return new(area, Line(area, entries, today), [.. lines], entries);
    }

    /// <summary>
    /// The matters of some entries themselves: a range of each city, read page by page. For files, not for turns.
    /// </summary>
    public async Task<IReadOnlyDictionary<MatterNumber, Matter>> WholeAsync(
        IEnumerable<ListEntry> entries,
        CancellationToken cancellationToken)
    {
        var found = new Dictionary<MatterNumber, Matter>();
        foreach (var city in entries.Select(e => e.Number).Distinct().GroupBy(number => number.City))
        {
            var wanted = city.ToDictionary(MatterRows.MatterKey, number => number, StringComparer.Ordinal);
            var last = wanted.Keys.Max(StringComparer.Ordinal)!;
            var from = wanted.Keys.Min(StringComparer.Ordinal)!;
            while (true)
            {
                var rows = await store.ReadRangeAsync(
                    MatterRows.Table,
                    city.Key.Value,
                    from,
                    Pages.Behind(last),
                    StoreLimits.PageRows,
                    cancellationToken);
                foreach (var matter in rows.Where(row => wanted.ContainsKey(row.Key)).ReadEach(MatterRows.ToMatter))
                {
                    found[matter.Number] = matter;
                }

                if (rows.Count < StoreLimits.PageRows)
                {
                    break;
                }

                from = Pages.Behind(rows[^1].Key);
            }
        }

        return found;
    }

    /// <summary>
    /// All open matters of a city and of what lies in it, whoever may see them, each once: those due first first. Page by
    /// page.
    /// </summary>
    internal async Task<IReadOnlyList<ListEntry>> OpenOfCityAsync(AreaCode city, CancellationToken cancellationToken)
    {
        List<ListEntry> found = [];
        await foreach (var page in store.ReadPagesAsync(
            MatterRows.Table,
            city.Value,
            RowKeys.Matters.OpenLists,
            cancellationToken))
        {
            found.AddRange(page.ReadEach(MatterRows.ToListEntry));
        }

        return [.. found.DistinctBy(e => e.Number).Order(DueFirst)];
    }

    /// <summary>The last day of the week.</summary>
    public static LocalDate SundayOf(LocalDate day) => day.PlusDays(7 - (int)day.DayOfWeek);

    private static RegisterLine Line(AreaCode area, IReadOnlyList<ListEntry> entries, LocalDate today)
    {
        return new(
            area,
            entries.CountOnce(_ => true),
            entries.CountOnce(e => e.IsOverdue(today)),
            entries.CountOnce(e => e.IsDueIn(today, SundayOf(today))),
            entries.CountOnce(e => e.State == MatterState.HandedIn),
            entries.CountParts());
    }

    private Task<(List<ListEntry> Entries, bool HasMore)> EndedAsync(Person person, bool farBack, CancellationToken cancellationToken) =>
        ReadAsync(
            person,
            false,
            range => farBack ? MaxEntries : range.Wide ? EndedOfCity : EndedOfCounty,
            cancellationToken);

    private async Task<(List<ListEntry> Entries, bool HasMore)> ReadAsync(
        Person person,
        bool open,
        Func<ListRange, int> limit,
        CancellationToken cancellationToken)
    {
        List<ListRange> ranges = [.. Ranges(person, open, await directory.ReadAsync(cancellationToken)).Distinct()];
        if (ranges.TrueForAll(r => r.Partition == ranges[0].Partition))
        {
            return await ReadAsync(person, ranges, limit, cancellationToken);
        }

        await Wide.WaitAsync(cancellationToken);
        try
        {
            var read = await Task.WhenAll(ranges.GroupBy(r => r.Partition)
                .Select(city => ReadAsync(person, [.. city], limit, cancellationToken)));
            return ([.. read.SelectMany(r => r.Entries)], read.Any(r => r.HasMore));
        }
        finally
        {
            Wide.Release();
        }
    }

    /// <summary>
    /// Of one partition, whose rows are let go before the others are read: all of the province's together are many
    /// times as large as their entries.
    /// </summary>
    private async Task<(List<ListEntry> Entries, bool HasMore)> ReadAsync(
        Person person,
        IReadOnlyList<ListRange> ranges,
        Func<ListRange, int> limit,
        CancellationToken cancellationToken)
    {
        var read = await Task.WhenAll(ranges.Select(r =>
            store.ReadPrefixAsync(MatterRows.Table, r.Partition.Value, r.Prefix, limit(r), cancellationToken)));
        var entries = read.SelectMany(rows => rows)
            .ReadEach(MatterRows.ToListEntry)
            .Where(e => Permissions.May(person, Right.See, e.Subject))
            .Select(e => e.SeenBy(person));
        // One list names no matter twice; a range that holds several may, and so may two.
        var once = ranges is [{ Prefix: [.., '|'] }] ? entries : entries.DistinctBy(e => e.Number);
        return ([.. once], ranges.Zip(read).Any(r => r.Second.Count == limit(r.First)));
    }

    /// <summary>
    /// Where the entries of a person's lists lie. Of open ones a city's range holds the lists of its counties too;
    /// ended ones of all of them stand in a list of the city.
    /// </summary>
    private static IEnumerable<ListRange> Ranges(Person person, bool open, LiaisonDirectory directory)
    {
        ListRange City(AreaCode city) => new(city, MatterRows.ListPrefix(open, city) + (open ? "" : "|"), true);
        foreach (var grant in person.Grants)
            switch (grant.Role)
            {
                case Role.Office:
                    foreach (var partition in directory.Partitions)
                    {
                        yield return City(partition);
                    }

                    break;
                case Role.SupervisionOffice or Role.Department:
                    foreach (var partition in directory.Partitions)
                    {
                        yield return new(partition, MatterRows.ListPrefix(open, grant.Area) + "|", false);
                    }

                    break;
                case Role.CountyOfficer:
                    yield return new(grant.Area.City, MatterRows.ListPrefix(open, grant.Area) + "|", false);
                    break;
                default:
                    yield return City(grant.Area);
                    break;
            }
    }

    /// <param name="Wide">Of a city with its counties.</param>
    private readonly record struct ListRange(AreaCode Partition, string Prefix, bool Wide);
}
