using System.Collections.Concurrent;
using LiaisonBot.Core.Areas;
using LiaisonBot.Core.People;
using LiaisonBot.Core.Storage;
using NodaTime;

namespace LiaisonBot.Core.Matters;

/// <summary>A place where messages reach nobody.</summary>
/// <param name="HasOpen">A matter waits there to be signed for or worked on.</param>
public readonly record struct EmptyPlace(AreaCode Code, bool HasOpen);

/// <summary>
/// The cities, counties and units of the province for which nobody is entered. Who is entered is read of the directory,
/// which costs nothing more; whether matters are open there costs one short range read a place, once in
/// <see cref="Lasts"/> for all who ask.
/// </summary>
public sealed class EmptyPlaces(ITableStore store, CurrentDirectory directory, IClock clock)
{
    public static readonly Duration Lasts = Duration.FromHours(1);

    /// <summary>Entries of one place that are looked at: nearly all of a list are open there.</summary>
    private const int MostRead = 20;

    private const int PlacesAtATime = 8;

    private readonly ConcurrentDictionary<AreaCode, (Instant At, bool HasOpen)> looked = new();

    /// <summary>Those with open matters first, each in the order of the division.</summary>
    public async Task<IReadOnlyList<EmptyPlace>> ReadAsync(CancellationToken cancellationToken)
    {
        var people = await directory.ReadAsync(cancellationToken);
        var empty = people.Areas.All
            .Select(area => area.Code)
            .Where(code => code.Level != AreaLevel.Province && !Recipients.HasSomebody(code, people))
            .Order()
            .ToList();
        var now = clock.GetCurrentInstant();
        var old = empty.Where(code => !looked.TryGetValue(code, out var one) || one.At > now || now - one.At >= Lasts);
        try
        {
            await Bounded.ForEachAsync(
                old.ToList(),
                PlacesAtATime,
                async code => looked[code] = (now, await HasOpenAsync(code, cancellationToken)));
        }
        catch (StoreUnavailableException)
        {
            // That nobody is there is known all the same; what was seen an hour ago is good enough to put them in
            // order.
        }

        return [.. empty.Select(code => new EmptyPlace(code, looked.GetValueOrDefault(code).HasOpen))
            .OrderByDescending(place => place.HasOpen)];
    }

    private async Task<bool> HasOpenAsync(AreaCode code, CancellationToken cancellationToken)
    {
        var rows = await store.ReadPrefixAsync(
            MatterRows.Table,
            code.City.Value,
            MatterRows.ListPrefix(true, code) + "|",
            MostRead,
            cancellationToken);
        return rows.ReadEach(MatterRows.ToListEntry)
            .Any(entry => entry.Holder == code && entry.State is MatterState.Assigned or MatterState.InProgress);
    }
}
