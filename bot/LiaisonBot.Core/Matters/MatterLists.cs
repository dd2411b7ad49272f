using LiaisonBot.Core.Areas;
using LiaisonBot.Core.People;
using LiaisonBot.Core.Storage;
using NodaTime;

namespace LiaisonBot.Core.Matters;

/// <summary>Open matters of one place in numbers.</summary>
/// <param name="DueThisWeek">Due from today to Sunday.</param>
/// <param name="InReview">Handed in and waiting for review.</param>
public sealed record LedgerLine(AreaCode Area, int Open, int Overdue, int DueThisWeek, int InReview);

/// <summary>The ledger (台账) of a place: a line for each place directly below that has open matters, and its matters by due date.</summary>
public sealed record Ledger(AreaCode Area, LedgerLine Total, IReadOnlyList<LedgerLine> Lines, IReadOnlyList<ListEntry> Entries);

/// <summary>Reads lists of matters. One range read for a county or a city; for the province one for each city, side by side.</summary>
public sealed class MatterLists(ITableStore store, CurrentDirectory directory)
{
    /// <summary>Entries read from one range.</summary>
    public const int MaxEntries = 2000;

    /// <summary>The open matters that the person works on or follows, those first that are due first.</summary>
    public async Task<IReadOnlyList<ListEntry>> Mine(Person person, CancellationToken stop) =>
        [.. (await Read(person, true, stop)).OrderBy(e => e.Due).ThenBy(e => e.Number)];

    /// <summary>
    /// The matters a person may see whose title, responsible party, place or number contains the text: open ones first by due date, then
    /// ended ones, newest first. Width and case do not matter.
    /// </summary>
    public async Task<IReadOnlyList<ListEntry>> Find(Person person, string text, CancellationToken stop)
    {
        var areas = (await directory.Read(stop)).Areas;
        var wanted = Fold(text);
        var open = await Mine(person, stop);
        var ended = (await Read(person, false, stop)).OrderByDescending(e => e.EndedOn).ThenBy(e => e.Number);
        return [.. open.Concat(ended).Where(e => Matches(e, areas, wanted))];
    }

    /// <summary>What is open in a place, as far as the person may see it.</summary>
    public async Task<Ledger> Ledger(Person person, AreaCode area, LocalDate today, CancellationToken stop)
    {
        var entries = (await Mine(person, stop)).Where(e => area.Contains(e.Area)).ToList();
        var sunday = today.PlusDays(7 - (int)today.DayOfWeek);
        var lines = entries
            .GroupBy(e => area.Level == AreaLevel.Province ? e.Area.City : e.Area)
            .Select(g => Line(g.Key, [.. g], today, sunday))
            .OrderBy(l => l.Area);
        return new(area, Line(area, entries, today, sunday), [.. lines], entries);
    }

    private static LedgerLine Line(AreaCode area, IReadOnlyList<ListEntry> entries, LocalDate today, LocalDate sunday) => new(
        area,
        entries.Count,
        entries.Count(e => e.IsOverdue(today)),
        entries.Count(e => e.Due >= today && e.Due <= sunday),
        entries.Count(e => e.State == MatterState.HandedIn));

    private async Task<IReadOnlyList<ListEntry>> Read(Person person, bool open, CancellationToken stop)
    {
        var ranges = Ranges(person, open, await directory.Read(stop)).Distinct().ToList();
        var read = await Task.WhenAll(ranges.Select(r =>
            store.ReadPrefix(MatterRows.Table, r.Partition.Value, r.Prefix, MaxEntries, stop)));
        var entries = read.SelectMany(rows => rows).Select(MatterRows.ToListEntry).Where(e => Permissions.May(person, Right.See, e.Subject));
        // One range names no matter twice, unless it holds lists of several places.
        return ranges is [{ Prefix: [.., '|'] }] ? [.. entries] : [.. entries.DistinctBy(e => e.Number)];
    }

    /// <summary>Where the entries of a person's lists lie.</summary>
    private static IEnumerable<(AreaCode Partition, string Prefix)> Ranges(Person person, bool open, LiaisonDirectory directory)
    {
        foreach (var grant in person.Grants)
            switch (grant.Role)
            {
                case Role.Office:
                    foreach (var partition in directory.Partitions) yield return (partition, MatterRows.ListPrefix(open, partition));
                    break;
                case Role.SupervisionOffice or Role.Department:
                    foreach (var partition in directory.Partitions) yield return (partition, MatterRows.ListPrefix(open, grant.Area) + "|");
                    break;
                case Role.CountyOfficer:
                    yield return (grant.Area.City, MatterRows.ListPrefix(open, grant.Area) + "|");
                    break;
                default:
                    yield return (grant.Area, MatterRows.ListPrefix(open, grant.Area));
                    break;
            }
    }

    private static bool Matches(ListEntry entry, AreaBook areas, string wanted) =>
        Fold(entry.Title).Contains(wanted, StringComparison.Ordinal)
        || Fold(entry.Responsible).Contains(wanted, StringComparison.Ordinal)
        || areas.FullName(entry.Area).Contains(wanted, StringComparison.Ordinal)
        || entry.Number.ToString().Contains(wanted, StringComparison.Ordinal);

    private static string Fold(string text) => HalfWidth.Of(text).Trim().ToUpperInvariant();
}
