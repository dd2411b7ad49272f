using System.Collections.Concurrent;
using LiaisonBot.Core.Areas;
using LiaisonBot.Core.People;
using LiaisonBot.Core.Storage;
using NodaTime;

namespace LiaisonBot.Core.Matters;

/// <summary>
/// Remembers what each person was shown last. It is held in memory, and each round saves it in a row for each person,
/// many in one batch, so that no turn waits for it or costs a round trip more; what was saved survives a restart, and
/// another instance knows it too.
/// </summary>
public sealed class TalkService(ITableStore store, AreaCode province)
{
    /// <summary>The same that is shown again is saved again only after this.</summary>
    private static readonly Duration Renewed = Duration.FromMinutes(5);

    /// <summary>Talks that are held in memory.</summary>
    private const int MostHeld = 20_000;

    private readonly ConcurrentDictionary<string, Talk> last = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, Talk> unsaved = new(StringComparer.Ordinal);
    private int saving;

    private string Partition => province.Province.Value;

    /// <summary>Null when nothing was shown in the last <see cref="Talk.Lasts"/>.</summary>
    public async Task<Talk?> OfAsync(Person person, Instant now, CancellationToken cancellationToken)
    {
        if (Held(person, now) is { } held)
        {
            return held;
        }

        var row = await store.ReadAsync(DirectoryRows.Table, Partition, Key(person.Id), cancellationToken);
        return row is not null && Read(row) is var talk && talk.IsFresh(now) ? talk : null;
    }

    /// <summary>One matter was shown, in place of the one before it; the list that was shown stays.</summary>
    public void Shown(Person person, MatterNumber matter, Instant now)
    {
        var before = Held(person, now);
        var previous = before?.Matter is { } shown && shown != matter ? shown : before?.Before;
        Remember(person, new(matter, previous, before?.Listed ?? [], before?.Asked ?? "", now));
    }

    /// <summary>A list was shown; the matter that was spoken of is no longer meant.</summary>
    public void Listed(Person person, IEnumerable<MatterNumber> listed, string asked, Instant now) =>
        Remember(person, new(null, Held(person, now)?.Matter, [.. listed.Take(Talk.MostListed)], asked, now));

    /// <summary>Of a person whose data is deleted.</summary>
    public void Forget(string personId)
    {
        last.TryRemove(personId, out _);
        unsaved.TryRemove(personId, out _);
    }

    /// <summary>
    /// Saves what is not saved yet; what the store did not take stays to be saved. Nothing is read or written when
    /// there is nothing.
    /// </summary>
    public async Task SaveAsync(CancellationToken cancellationToken)
    {
        if (unsaved.IsEmpty || Interlocked.Exchange(ref saving, 1) != 0)
        {
            return;
        }

        try
        {
            foreach (var batch in unsaved.ToArray().Chunk(StoreLimits.BatchChanges))
            {
                var outcome = await store.SubmitAsync(
                    DirectoryRows.Table,
                    Partition,
                    [.. batch.Select(one => new Change.Upsert(ToRow(one.Key, one.Value)))],
                    cancellationToken);
                foreach (var one in batch)
                {
                    if (outcome == BatchOutcome.Committed)
                    {
                        unsaved.TryRemove(one);
                    }
                }
            }
        }
        finally
        {
            Volatile.Write(ref saving, 0);
        }
    }

    private Talk? Held(Person person, Instant now) =>
        last.TryGetValue(person.Id, out var talk) && talk.IsFresh(now) ? talk : null;

    private void Remember(Person person, Talk talk)
    {
        if (Held(person, talk.At) is { } held && held.IsSame(talk) && talk.At - held.At < Renewed)
        {
            return;
        }

        if (last.Count >= MostHeld)
        {
            last.Clear();
        }

        last[person.Id] = talk;
        unsaved[person.Id] = talk;
    }

    private static string Key(string personId) => RowKeys.Directory.Talks + KeyPart.Of(personId);

    private static Row ToRow(string personId, Talk talk)
    {
        var columns = new Dictionary<string, object>(StringComparer.Ordinal) { ["Person"] = personId, ["At"] = talk.At };
        columns.Set("Matter", talk.Matter?.Key);
        columns.Set("Before", talk.Before?.Key);
        columns.Set("Listed", talk.Listed.Count > 0 ? string.Join(',', talk.Listed.Select(n => n.Key)) : null);
        columns.Set("Asked", talk.Asked.Length > 0 ? talk.Asked : null);
        return new(Key(personId), columns);
    }

    private static Talk Read(Row row) => new(
        row.Text("Matter") is { } matter ? MatterNumber.Parse(matter) : null,
        row.Text("Before") is { } before ? MatterNumber.Parse(before) : null,
        [.. (row.Text("Listed") ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries).Select(MatterNumber.Parse)],
        row.Text("Asked") ?? "",
        row.Time("At") ?? default);
}
