using NodaTime;

namespace LiaisonBot.Core.Sealed;

/// <summary>A cell of a count.</summary>
/// <param name="Count">Null where it is hidden: it is small, or one that is could be computed by it.</param>
public sealed record SealedCell<T>(T Of, int? Count);

/// <summary>
/// How many sealed records there were. What is below <see cref="SealedLimits.Shown"/> is hidden, and so is as much else as it
/// takes that nobody computes it from the total: at least two cells of a table, which hold <see cref="SealedLimits.Shown"/>
/// records or more. Where a kind is hidden, that is so of the channels and disposals too, so that their sums, which are those of
/// some kinds, are not known. What is made of another record (slips, questions, what is forwarded) is not counted.
/// </summary>
/// <param name="Year">By the Beijing day on which they came.</param>
/// <param name="Total">Null where it is small itself; then every cell is hidden.</param>
/// <param name="Channels">Of petitions and interference: all others have one channel by their kind.</param>
/// <param name="Disposals">Of what is judged: petitions, interference and online clues.</param>
public sealed record SealedCounts(
    int Year,
    int? Total,
    IReadOnlyList<SealedCell<SealedKind>> Kinds,
    IReadOnlyList<SealedCell<SealedChannel>> Channels,
    IReadOnlyList<SealedCell<int>> Months,
    IReadOnlyList<SealedCell<SealedDisposal?>> Disposals)
{
    /// <summary>Ways by which somebody tells something.</summary>
    private static readonly SealedChannel[] Told =
        [SealedChannel.Phone, SealedChannel.Letter, SealedChannel.Visit, SealedChannel.Appointment, SealedChannel.Box];

    /// <summary>Pure. A month that has not come has no cell.</summary>
    /// <param name="today">Beijing date.</param>
    public static SealedCounts Of(int year, IReadOnlyList<SealedRecord> records, LocalDate today)
    {
        List<SealedRecord> all = [.. records.Where(r => IsCounted(r.Kind) && r.ReceivedOn.Year == year)];
        List<SealedRecord> told = [.. all.Where(r => r.Kind is SealedKind.Petition or SealedKind.Interference)];
        List<SealedRecord> judged = [.. told, .. all.Where(r => r.Kind == SealedKind.OnlineClue)];
        var months = year < today.Year ? 12 : year > today.Year ? 0 : today.Month;
        var kinds = Cells(Enum.GetValues<SealedKind>().Where(IsCounted), kind => all.Count(r => r.Kind == kind));
        var isHidden = kinds.Any(cell => cell.Count is null);
        return new(
            year,
            all.Count < SealedLimits.Shown ? null : all.Count,
            kinds,
            Cells(Told, channel => told.Count(r => r.Channel == channel), isHidden),
            Cells(Enumerable.Range(1, months), month => all.Count(r => r.ReceivedOn.Month == month)),
            Cells(
                Enum.GetValues<SealedDisposal>().Select(d => (SealedDisposal?)d).Append(null),
                disposal => judged.Count(r => r.Disposal == disposal),
                isHidden));
    }

    /// <summary>What is made of another record is no record of its own.</summary>
    private static bool IsCounted(SealedKind kind) => kind is not (SealedKind.Slip or SealedKind.Question or SealedKind.Forward);

    /// <param name="hides">The sum of the cells must not be known.</param>
    private static IReadOnlyList<SealedCell<T>> Cells<T>(IEnumerable<T> features, Func<T, int> count, bool hides = false)
    {
        List<(T Of, int Count)> cells = [.. features.Select(one => (one, count(one)))];
        var hidden = cells.Where(cell => cell.Count < SealedLimits.Shown).Select(cell => cell.Of).ToHashSet();
        // The smallest of those that are left are hidden with them, until what is hidden can be split in more than one way.
        foreach (var cell in cells.Where(cell => cell.Count >= SealedLimits.Shown).OrderBy(cell => cell.Count))
        {
            if ((hidden.Count == 0 && !hides)
                || (hidden.Count > 1 && cells.Where(c => hidden.Contains(c.Of)).Sum(c => c.Count) >= SealedLimits.Shown))
            {
                break;
            }

            hidden.Add(cell.Of);
        }

        return [.. cells.Select(cell => new SealedCell<T>(cell.Of, hidden.Contains(cell.Of) ? null : cell.Count))];
    }
}
