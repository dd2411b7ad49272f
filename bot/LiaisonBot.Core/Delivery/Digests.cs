using LiaisonBot.Core.Areas;
using LiaisonBot.Core.Calendar;
using LiaisonBot.Core.Matters;
using LiaisonBot.Core.People;
using LiaisonBot.Core.Reminders;
using LiaisonBot.Core.Storage;
using NodaTime;

namespace LiaisonBot.Core.Delivery;

/// <summary>
/// Sends each person one digest of the reminders gathered for them, on working days at the time of their digest. The matters are
/// looked at again first: who has nothing left to be reminded of is sent nothing.
/// </summary>
public sealed class Digests(
    ITableStore store, CurrentDirectory directory, DirectoryDesk desk, MatterDesk matters, IChat chat, Func<WorkingCalendar> calendar, IClock clock, PolicyBook policies)
{
    /// <summary>Reminders of one partition read at a time; more wait for the next round.</summary>
    public const int PageSize = 1000;

    // A row that moves is two changes of a batch.
    private const int MovesPerBatch = StoreLimits.BatchChanges / 2;

    public async Task Deliver(CancellationToken stop)
    {
        var people = await directory.Read(stop);
        var read = await Task.WhenAll(people.Partitions.Select(async partition =>
            (await store.ReadPrefix(MatterRows.Table, partition.Value, NoticeRows.Digest, PageSize, stop)).Select(row => new Gathered(partition, NoticeRows.ToNotice(row)))));
        foreach (var group in read.SelectMany(rows => rows).GroupBy(g => g.Notice.To, StringComparer.Ordinal))
            await Deliver(people, people.ById(group.Key), [.. group], stop);
    }

    private async Task Deliver(LiaisonDirectory people, Person? person, IReadOnlyList<Gathered> gathered, CancellationToken stop)
    {
        if (person is null)
        {
            await Move(gathered, null, stop);
            return;
        }

        if (!QuietHours.IsDigestTime(person, policies.InForce, calendar(), clock.GetCurrentInstant())) return;

        // What was gathered since the last digest comes once a matter: after an outage there is one line for it, not many.
        var lines = new List<(Notice Notice, Family Family)>();
        foreach (var matter in gathered.GroupBy(g => g.Notice.Number))
            if (await matters.Find(person, matter.Key, stop) is { } family && StillApplies(matter.Last().Notice, family.Matter) is { Reminders.Count: > 0 } notice)
                lines.Add((notice, family));
        if (lines.Count == 0)
        {
            await Move(gathered, null, stop);
            return;
        }

        var known = people.ChatOf(person.Id) ?? await desk.ReadChat(person.Id, stop);
        if (known is not { Reachable: true })
        {
            // It stays until they open the chat, with the last reminder of each matter only.
            await Move([.. gathered.Where(g => lines.TrueForAll(l => l.Notice.Id != g.Notice.Id))], null, stop);
            return;
        }

        switch (await chat.SendDigest(lines, person, known.Address, stop))
        {
            case SendOutcome.Sent or SendOutcome.Refused:
                await Move(gathered, NoticeRows.Delivered, stop);
                break;
            case SendOutcome.Unreachable:
                await desk.MarkUnreachable(known, stop);
                break;
            case SendOutcome.Unknown when lines.TrueForAll(l => l.Notice.MayBeRepeat):
                await Move(gathered, NoticeRows.Delivered, stop);
                break;
            case SendOutcome.Unknown:
                await Move([.. gathered.Select(g => g with { Notice = g.Notice with { MayBeRepeat = true } })], NoticeRows.Digest, stop);
                break;
        }
    }

    private static Notice StillApplies(Notice notice, Matter matter) =>
        notice with { Reminders = [.. (notice.Reminders ?? []).Where(r => Schedule.Applies(r, matter))] };

    /// <param name="prefix">Where the rows go; null when they are done with.</param>
    private async Task Move(IReadOnlyList<Gathered> gathered, string? prefix, CancellationToken stop)
    {
        foreach (var partition in gathered.GroupBy(g => g.Partition))
            foreach (var some in partition.Chunk(MovesPerBatch))
            {
                var changes = new List<Change>();
                foreach (var (_, notice) in some)
                {
                    if (prefix != NoticeRows.Digest) changes.Add(new Change.Delete(NoticeRows.Digest + notice.Id));
                    if (prefix is not null) changes.Add(new Change.Upsert(NoticeRows.ToRow(prefix, notice)));
                }

                await store.Submit(MatterRows.Table, partition.Key.Value, changes, stop);
            }
    }

    private sealed record Gathered(AreaCode Partition, Notice Notice);
}
