using LiaisonBot.Core.Areas;
using LiaisonBot.Core.Messaging;
using LiaisonBot.Core.People;
using LiaisonBot.Core.Storage;
using NodaTime;

namespace LiaisonBot.Core.Delivery;

/// <summary>A message that its person has not got.</summary>
/// <param name="Subject">As the person may see it now; null for what went elsewhere.</param>
public sealed record WaitingMessage(OutboxMessage Message, ISubject? Subject);

/// <summary>
/// What waits for a person without a chat, as in Teams of 21Vianet, where bots have none: it stands on their page instead,
/// until they say that they have seen it. Whoever can be reached in a chat gets it there, and nothing here.
/// </summary>
public sealed class WaitingMessages(ITableStore store, CurrentDirectory directory, Subjects subjects, IClock clock)
{
    /// <summary>Messages that are looked at, the newest first; those before them come when these were seen.</summary>
    public const int MostShown = 50;

    /// <summary>
    /// The newest first, each as it stands now: what is over is left out, as in a digest. Two range reads a city of the
    /// person's, side by side, and one read a subject.
    /// </summary>
    public async Task<IReadOnlyList<WaitingMessage>> ReadAsync(Person person, CancellationToken cancellationToken)
    {
        var people = await directory.ReadAsync(cancellationToken);
        return people.ChatOf(person.Id) is { Reachable: true }
            ? []
            : await LookAsync(person, people, await RowsAsync(person, people, Instant.MaxValue, cancellationToken), cancellationToken);
    }

    /// <summary>What changes of people say to them, the newest first. Nothing is read but the directory.</summary>
    public async Task<IReadOnlyList<PeopleNews>> ReadNewsAsync(Person person, CancellationToken cancellationToken) =>
        NewsFor(person, await directory.ReadAsync(cancellationToken), clock.GetCurrentInstant());

    /// <summary>
    /// The person has seen what was written up to a moment: it counts as delivered. What is over by now is done with.
    /// Twice is once.
    /// </summary>
    public async Task SeenAsync(Person person, Instant through, CancellationToken cancellationToken)
    {
        var people = await directory.ReadAsync(cancellationToken);
        if (people.ChatOf(person.Id) is { Reachable: true })
        {
            return;
        }

        await SeenNewsAsync(NewsFor(person, people, through), people, cancellationToken);
        var rows = await RowsAsync(person, people, through, cancellationToken);
        var shown = (await LookAsync(person, people, rows, cancellationToken)).ToDictionary(one => one.Message.Id, StringComparer.Ordinal);
        var now = clock.GetCurrentInstant();
        var asks = shown.Values
            .Select(one => (one.Message.Id, Row: one.Subject is null ? null : BurdenCounter.Of(one.Message, person, one.Subject, now)))
            .Where(ask => ask.Row is not null)
            .ToDictionary(ask => ask.Id, ask => ask.Row!, StringComparer.Ordinal);
        var moves = new GatheredMoves(store, directory, clock);
        var seen = rows.ToLookup(row => shown.ContainsKey(row.Message.Id));
        await moves.MoveAsync([.. seen[true]], OutboxRows.Delivered, cancellationToken, asks);
        await moves.MoveAsync([.. seen[false]], null, cancellationToken);
    }

    private static IReadOnlyList<PeopleNews> NewsFor(Person person, LiaisonDirectory people, Instant through) =>
        people.ChatOf(person.Id) is { Reachable: true }
            ? []
            :
            [
                .. people.News
                    .Where(one => one.Kind != PeopleNewsKind.PassOn && (one.To == person.Id || person.Formerly.Contains(one.To)))
                    .Where(one => one.Begins <= through)
                    .OrderByDescending(one => one.Begins)
                    .ThenByDescending(one => one.Id, StringComparer.Ordinal)
                    .Take(MostShown),
            ];

    /// <summary>They go, as they do when a chat got them.</summary>
    private async Task SeenNewsAsync(IReadOnlyList<PeopleNews> news, LiaisonDirectory people, CancellationToken cancellationToken)
    {
        if (news.Count == 0)
        {
            return;
        }

        await store.SubmitAsync(
            RowKeys.Directory.Table,
            people.Province.Value,
            [.. news.Select(one => new Change.Delete(PeopleNewsRows.Key(one.Id)))],
            cancellationToken);
        directory.Forget();
    }

    /// <summary>The newest of what was written up to a moment. What cannot be read stays where it is.</summary>
    private async Task<IReadOnlyList<Gathered>> RowsAsync(
        Person person,
        LiaisonDirectory people,
        Instant through,
        CancellationToken cancellationToken)
    {
        var ids = person.Formerly.Prepend(person.Id).ToHashSet(StringComparer.Ordinal);
        var read = await Task.WhenAll(Partitions(person, people).SelectMany(partition =>
            ids.Select(id => ReadAsync(partition, OutboxRows.WaitingFor(id), cancellationToken))
                .Append(ReadAsync(partition, OutboxRows.Digest, cancellationToken))));
        return
        [
            .. read.SelectMany(rows => rows.Where(row => row.Text("To") is { } to && ids.Contains(to)))
                .ReadEach(row => new Gathered(subjects.ToMessage(row), row.Key, row.ETag!))
                .Where(one => one.Message.At <= through)
                .OrderByDescending(one => one.Message.At)
                .ThenByDescending(one => one.Message.Id, StringComparer.Ordinal)
                .Take(MostShown),
        ];
    }

    private Task<IReadOnlyList<Row>> ReadAsync(AreaCode partition, string prefix, CancellationToken cancellationToken) =>
        store.ReadPrefixAsync(RowKeys.Matters.Table, partition.Value, prefix, DigestSender.MostGathered, cancellationToken);

    /// <summary>Cities and counties have nothing elsewhere; what is of the whole province lies in its own partition.</summary>
    private static IEnumerable<AreaCode> Partitions(Person person, LiaisonDirectory people) =>
        person.Grants.Any(grant => grant.Area.Level == AreaLevel.Province)
            ? people.Partitions
            : person.Grants.Select(grant => grant.Area.City).Append(people.Province.City).Distinct().Where(people.Partitions.Contains);

    private async Task<IReadOnlyList<WaitingMessage>> LookAsync(
        Person person,
        LiaisonDirectory people,
        IReadOnlyList<Gathered> rows,
        CancellationToken cancellationToken)
    {
        var looks = new ShortCache(subjects, clock);
        // As the digest would say it: of reminders the last one of each subject, and what still holds.
        var (lines, _) = await DigestSender.LinesAsync(
            person,
            people,
            [.. rows.Where(IsOfDigest).Reverse()],
            looks,
            new Defects(),
            cancellationToken);
        var shown = lines.Select(line => new WaitingMessage(line.Message, line.Subject)).ToList();
        foreach (var (message, _, _) in rows.Where(row => !IsOfDigest(row)))
        {
            if (message.What == OutboxMessage.Moved)
            {
                shown.Add(new(message, null));
            }
            else if (await looks.FindAsync(person, message.Subject, cancellationToken) is { } subject
                && !subject.IsOver(message))
            {
                shown.Add(new(message, subject));
            }
        }

        return
        [
            .. shown.DistinctBy(one => one.Message.Id, StringComparer.Ordinal)
                .OrderByDescending(one => one.Message.At)
                .ThenByDescending(one => one.Message.Id, StringComparer.Ordinal),
        ];
    }

    private static bool IsOfDigest(Gathered row) =>
        row.Message.Reminders is not null || row.Key.StartsWith(OutboxRows.Digest, StringComparison.Ordinal);
}
