using System.Collections.Concurrent;
using LiaisonBot.Core.Areas;
using LiaisonBot.Core.Matters;
using LiaisonBot.Core.Messaging;
using LiaisonBot.Core.People;
using LiaisonBot.Core.Storage;
using NodaTime;

namespace LiaisonBot.Core.ChatCards;

/// <summary>
/// Brings the cards of matters in people's chats up to date when the matter has moved. That it has is a row of the
/// step's batch, so a stop loses nothing. Steps within <see cref="Pause"/> make one update, and of the cards of a matter
/// in a chat only the newest are looked at.
/// </summary>
/// <remarks>
/// A card may be posted while a step is taken, and noted only after the step was looked at; so each is looked at once
/// more when whatever was on its way then is noted. What a card shows already costs no send.
/// </remarks>
public sealed class ChatCardUpdater(
    ITableStore store,
    CurrentDirectory directory,
    DirectoryService service,
    MatterService matters,
    TalkService talks,
    ICardChat chat,
    IClock clock,
    Outbox outbox,
    Terms terms)
{
    /// <summary>Changed matters read at a time.</summary>
    public const int PageSize = 100;

    /// <summary>Of the cards of a matter in a chat; nobody scrolls back to more, and a press on one shows the matter.</summary>
    public const int MostCards = 3;

    /// <summary>Steps that follow each other so closely are one.</summary>
    public static readonly Duration Pause = Duration.FromSeconds(2);

    /// <summary>By then every card that was on its way during a step is noted: a send waits 20 seconds for its answer.</summary>
    public static readonly Duration Settling = Duration.FromMinutes(1);

    private const string LookedAt = "Looked";
    private const string NotSeen = "-";

    /// <summary>Cards of a matter and its counties that most have no more of.</summary>
    private const int CardsOfAMatter = 10;

    private readonly ConcurrentDictionary<AreaCode, SemaphoreSlim> turns = new();
    private readonly ConcurrentDictionary<AreaCode, (int Matters, Instant Oldest)> behind = new();

    /// <summary>
    /// Matters of which a card in a chat was not brought up to date within <see cref="Settling"/>, as the last round of
    /// this process left them, and how long the oldest waits. No read.
    /// </summary>
    public (int Matters, Duration Oldest) Behind()
    {
        var left = behind.Values.ToList();
        return left.Count == 0
            ? (0, Duration.Zero)
            : (
                left.Sum(one => one.Matters),
                Duration.Max(Duration.Zero, clock.GetCurrentInstant() - left.Min(one => one.Oldest) - Settling));
    }

    /// <summary>
    /// One range read, and for each page of matters that changed one more and one batch; for each of them with cards one
    /// read, and where their cards lie far apart another.
    /// </summary>
    /// <returns>Whether something is left that can be done within seconds: a step was taken just now.</returns>
    /// <exception cref="AggregateException">Cards that failed by a defect: they are left, and all others were brought up
    /// to date.</exception>
    public async Task<bool> DeliverAsync(AreaCode partition, CancellationToken cancellationToken)
    {
        // Two rounds at once would only take each other's claims.
        var turn = turns.GetOrAdd(partition, _ => new SemaphoreSlim(1));
        await turn.WaitAsync(cancellationToken);
        try
        {
            var (isLeft, from) = (false, RowKeys.Matters.ChatChanges);
            var late = new List<Instant>();
            var defects = new Defects();
            var busy = new HashSet<string>(StringComparer.Ordinal);
            while (true)
            {
                var rows = await store.ReadRangeAsync(
                    MatterRows.Table,
                    partition.Value,
                    from,
                    KeyRange.After(RowKeys.Matters.ChatChanges),
                    PageSize,
                    cancellationToken);
                var changed = new List<(Row Row, MatterNumber Number, Duration Age)>();
                foreach (var (row, number) in rows.ReadEach(row => (row, MatterRows.NumberOf(row)), defects.Add))
                {
                    var age = clock.GetCurrentInstant() - (row.Time("At") ?? Instant.MinValue);
                    // A clock that was set back makes nobody wait.
                    if (age >= Duration.Zero && age < Pause)
                    {
                        isLeft = true;
                    }
                    else if (age < Duration.Zero || age >= Settling || !row.Flag(LookedAt))
                    {
                        changed.Add((row, number, age));
                    }
                }

                late.AddRange(await LookAsync(partition, changed, busy, defects, cancellationToken));

                if (rows.Count < PageSize)
                {
                    Note(partition, late);
                    defects.ThrowIfAny("Cards could not be brought up to date.");
                    return isLeft;
                }

                from = Pages.Behind(rows[^1].Key);
            }
        }
        finally
        {
            turn.Release();
        }
    }

    private void Note(AreaCode partition, List<Instant> late)
    {
        if (late.Count == 0)
        {
            behind.TryRemove(partition, out _);
        }
        else
        {
            behind[partition] = (late.Count, late.Min());
        }
    }

    /// <summary>Forgets cards that are older than what is kept of delivered messages. To be called once a day.</summary>
    public async Task SweepAsync(AreaCode partition, CancellationToken cancellationToken)
    {
        var before = clock.GetCurrentInstant() - terms.Of(Kept.DeliveredMessage);
        await foreach (var page in store.ReadPagesAsync(
            MatterRows.Table,
            partition.Value,
            RowKeys.Matters.ChatCards,
            cancellationToken))
        {
            await DeleteAsync(partition, page.Where(row => row.Time("At") is not { } at || at < before), cancellationToken);
        }
    }

    /// <param name="changed">Matters of one page, in the order of their keys.</param>
    /// <param name="busy">People whose chat can take nothing more in this round.</param>
    /// <returns>When those changed of which a card is late.</returns>
    private async Task<IReadOnlyList<Instant>> LookAsync(
        AreaCode partition,
        List<(Row Row, MatterNumber Number, Duration Age)> changed,
        HashSet<string> busy,
        Defects defects,
        CancellationToken cancellationToken)
    {
        if (changed.Count == 0)
        {
            return [];
        }

        var cards = await CardsAsync(partition, [.. changed.Select(one => one.Number)], cancellationToken);
        var (late, done) = (new List<Instant>(), new List<Change>());
        foreach (var (row, number, age) in changed)
        {
            var isDone = false;
            await defects.TryAsync(async () =>
                isDone = await LookAsync(partition, number, await cards(number), busy, defects, cancellationToken));
            if (isDone)
            {
                done.Add(Looked(row, age));
            }
            else if (age >= Settling)
            {
                late.Add(clock.GetCurrentInstant() - age);
            }
        }

        // A step that was taken meanwhile has written one anew: that stays for the next round, and the others do not.
        if (done.Count > 0
            && await store.SubmitAsync(MatterRows.Table, partition.Value, done, cancellationToken) == BatchOutcome.Conflict)
        {
            foreach (var one in done.Count > 1 ? done : [])
            {
                await store.SubmitAsync(MatterRows.Table, partition.Value, [one], cancellationToken);
            }
        }

        return late;
    }

    private static Change Looked(Row changed, Duration age) => age < Duration.Zero || age >= Settling
        ? new Change.Delete(changed.Key, changed.ETag)
        : new Change.Replace(
            new(
                changed.Key,
                new Dictionary<string, object>(changed.Columns, StringComparer.Ordinal) { [LookedAt] = true }),
            changed.ETag!);

    /// <summary>The cards of matters: of many whose cards lie close together one read, else one read for each.</summary>
    private async Task<Func<MatterNumber, Task<IReadOnlyList<Row>>>> CardsAsync(
        AreaCode partition,
        IReadOnlyList<MatterNumber> roots,
        CancellationToken cancellationToken)
    {
        var limit = Math.Min(roots.Count * CardsOfAMatter, StoreLimits.PageRows);
        var all = await store.ReadRangeAsync(
            MatterRows.Table,
            partition.Value,
            Prefix(roots[0]),
            KeyRange.After(Prefix(roots[^1])),
            limit,
            cancellationToken);
        return all.Count < limit
            ? root =>
            {
                var prefix = Prefix(root);
                return Task.FromResult<IReadOnlyList<Row>>(
                    [.. all.Where(row => row.Key.StartsWith(prefix, StringComparison.Ordinal))]);
            }
        : root => store.ReadPrefixAsync(
            MatterRows.Table,
            partition.Value,
            Prefix(root),
            StoreLimits.PageRows,
            cancellationToken);

        // With those of what was passed on.
        static string Prefix(MatterNumber root) => RowKeys.Matters.ChatCards + root.Key;
    }

    /// <returns>Whether every card of the matter shows it as it is.</returns>
    private async Task<bool> LookAsync(
        AreaCode partition,
        MatterNumber root,
        IReadOnlyList<Row> rows,
        HashSet<string> busy,
        Defects defects,
        CancellationToken cancellationToken)
    {
        var isDone = true;
        if (rows.Count > 0)
        {
            var people = await directory.ReadAsync(cancellationToken);
            var family = await matters.ReadAsync(root, cancellationToken);
            List<Row> dropped = [];
            foreach (var cards in rows.ReadEach(row => (Row: row, Card: ShownCard.Of(row)), defects.Add)
                .GroupBy(one => (one.Card.Subject, one.Card.Person)))
            {
                var all = cards.OrderByDescending(one => one.Card.At).ToList();
                var newest = all.Take(MostCards);
                dropped.AddRange(all.Skip(MostCards).Select(one => one.Row));
                var number = MatterNumber.Parse(cards.Key.Subject.Text);
                if (people.ById(cards.Key.Person) is not { } person || Of(family, number) is not { } tree)
                {
                    dropped.AddRange(newest.Select(one => one.Row));
                    continue;
                }

                var seen = Permissions.May(person, Right.See, tree.Matter.Subject) ? tree.SeenBy(person) : null;
                var shown = seen?.Shown ?? NotSeen;
                foreach (var (row, card) in newest.Where(one => one.Card.Shown != shown))
                {
                    var (isShown, isForm) = (false, false);
                    if (!busy.Contains(person.Id))
                    {
                        await defects.TryAsync(async () =>
                        {
                            var to = await Recipient.OfAsync(person, people, service, cancellationToken);
                            // What was typed into a form that was opened just now would be lost.
                            if (to is not null && talks.ShowsAnew(to.Address, card.Activity))
                            {
                                isForm = true;
                                return;
                            }

                            var sent = await outbox.DispatchAsync(
                                new ChatCardItem(partition, row, card, number, seen, shown, person, to, chat),
                                cancellationToken);
                            isShown = sent.IsOver;
                        });
                    }

                    if (!isShown && !isForm)
                    {
                        busy.Add(person.Id);
                    }

                    isDone &= isShown;
                }
            }

            await DeleteAsync(partition, dropped, cancellationToken);
        }

        return isDone;
    }

    /// <summary>One of a family as it stands in it.</summary>
    private static MatterTree? Of(MatterTree? family, MatterNumber number) =>
        !number.IsChild ? family
        : family?.Children.FirstOrDefault(child => child.Number == number) is { } child ? new(child, family.Matter, [])
        : null;

    private async Task DeleteAsync(AreaCode partition, IEnumerable<Row> rows, CancellationToken cancellationToken)
    {
        foreach (var some in rows.Chunk(StoreLimits.BatchChanges))
        {
            await store.SubmitAsync(
                MatterRows.Table,
                partition.Value,
                [.. some.Select(row => new Change.Delete(row.Key))],
                cancellationToken);
        }
    }
}
