using System.Collections.Concurrent;
using LiaisonBot.Core.Calendar;
using LiaisonBot.Core.Messaging;
using LiaisonBot.Core.People;
using LiaisonBot.Core.Policies;
using LiaisonBot.Core.Storage;
using NodaTime;

namespace LiaisonBot.Core.Delivery;

/// <summary>
/// Sends each person one digest of the reminders gathered for them, on working days at the time of their digest. Their
/// subjects are looked at again first: who has nothing left to be reminded of is sent nothing.
/// </summary>
public sealed class DigestSender(
    ITableStore store,
    CurrentDirectory directory,
    DirectoryService service,
    Subjects subjects,
    IChat chat,
    Func<WorkingCalendar> calendar,
    IClock clock,
    PolicyBook policies,
    Outbox outbox)
{
    /// <summary>
    /// Reminders of one partition that are read. Those for people who never opened their chat stay among them, and must
    /// not hide the others.
    /// </summary>
    public const int MostGathered = 50_000;

    /// <summary>People who are sent to at a time.</summary>
    public const int PeopleAtATime = 16;

    /// <summary>
    /// When what waits for a person who cannot be reached was looked at last, by their id: in every round it would cost
    /// a read a subject, and nobody gains.
    /// </summary>
    private readonly ConcurrentDictionary<string, LocalDate> lookedThrough = new(StringComparer.Ordinal);

    /// <summary>
    /// Whose digest was not begun after <see cref="OutboxDispatcher.LongestRound"/> has it with the next round.
    /// </summary>
    /// <returns>False when there are such.</returns>
    /// <exception cref="AggregateException">Reminders, or subjects of theirs, that failed by a defect: they stay
    /// gathered, and held up no others.</exception>
    public async Task<bool> DeliverAsync(CancellationToken cancellationToken)
    {
        var until = clock.GetCurrentInstant() + OutboxDispatcher.LongestRound;
        var people = await directory.ReadAsync(cancellationToken);
        var defects = new Defects();
        bool IsDue(Row row) => row.Text("To") is not { } to || people.ById(to) is not { } person || IsTime(person);
        if (!(await ReadAsync(people, rows => rows.Any(IsDue), cancellationToken)).Contains(true))
        {
            return true;
        }

        // First whose digest was sent or is being sent, then what is gathered: what somebody else sends in between is
        // not seen as unsent.
        var home = people.Province.City.Value;
        var turns = (await store.ReadPrefixAsync(
            RowKeys.Matters.Table,
            home,
            DigestOfPerson.Rows,
            CurrentDirectory.MaxRows,
            cancellationToken))
            .ToDictionary(row => row.Key, StringComparer.Ordinal);
        var (looks, moves, all) = (new ShortCache(subjects, clock), new GatheredMoves(store, directory, clock), true);
        foreach (var (person, _) in lookedThrough.Where(one => one.Value != BeijingTime.Today(until)))
        {
            lookedThrough.TryRemove(person, out _);
        }

        var due = await ReadAsync(
            people,
            rows =>
                rows.Where(IsDue)
                    .ReadEach(row => new Gathered(subjects.ToMessage(row), row.Key, row.ETag!), defects.Add)
                    .ToList(),
            cancellationToken);
        await Bounded.ForEachAsync(due.SelectMany(gathered => gathered).GroupBy(g => people.ById(g.Message.To)?.Id ?? g.Message.To, StringComparer.Ordinal), PeopleAtATime, async group =>
        {
            // Who cannot be read is there all the same: theirs stays gathered.
            if (people.IsDamaged(group.Key) || people.IsBeingPassedOn(group.Key, clock.GetCurrentInstant()))
            {
                return;
            }

            await defects.TryAsync(async () =>
            {
                if (clock.GetCurrentInstant() >= until)
                {
                    all = false;
                }
                else if (people.ById(group.Key) is not { } person)
                {
                    await moves.MoveAsync([.. group], null, cancellationToken);
                }
                else
                {
                    await DeliverAsync(
                        people,
                        person,
                        [.. group],
                        turns.GetValueOrDefault(DigestOfPerson.Key(person.Id)),
                        looks,
                        moves,
                        defects,
                        cancellationToken);
                }
            });
        });
        defects.ThrowIfAny("Digests could not be made whole.");
        return all;
    }

    private bool IsTime(Person person) =>
        QuietHours.IsDigestTime(person, policies.InForce, calendar(), clock.GetCurrentInstant());

    /// <summary>
    /// What is gathered in each partition, of which only what is made of it is kept: the rows can be many.
    /// </summary>
    private Task<T[]> ReadAsync<T>(LiaisonDirectory people, Func<IReadOnlyList<Row>, T> make, CancellationToken cancellationToken) =>
        Task.WhenAll(people.Partitions.Select(async partition =>
            make(await store.ReadPrefixAsync(
                RowKeys.Matters.Table,
                partition.Value,
                OutboxRows.Digest,
                MostGathered,
                cancellationToken))));

    private async Task DeliverAsync(
        LiaisonDirectory people,
        Person person,
        IReadOnlyList<Gathered> gathered,
        Row? turnRow,
        ShortCache looks,
        GatheredMoves moves,
        Defects defects,
        CancellationToken cancellationToken)
    {
        var now = clock.GetCurrentInstant();
        var turn = new DigestOfPerson(person.Id);
        if (turnRow is not null)
        {
            // One that cannot be read is begun anew: a second digest of one day is better than none any more.
            if (turnRow.TryRead(DigestOfPerson.Of, out var stored, out var unreadable))
            {
                turn = stored;
            }
            else
            {
                defects.Add(unreadable);
            }
        }

        if (!turn.State.IsFree(now))
        {
            return;
        }

        var today = BeijingTime.Today(now);
        if (people.ChatOf(person.Id) is not { Reachable: true } && lookedThrough.GetValueOrDefault(person.Id) == today)
        {
            return;
        }

        if (turn.HadOne(today))
        {
            gathered = [.. gathered.Where(turn.MayHaveSent)];
        }

        if (gathered.Count == 0)
        {
            return;
        }

        var (lines, damaged) = await LinesAsync(person, people, gathered, looks, defects, cancellationToken);
        var arrived = gathered.Where(turn.MayHaveSent).ToList();
        gathered = [.. gathered.Where(g => !damaged.Contains(g.Message.Subject))];
        if (lines.Count == 0)
        {
            await moves.MoveAsync(gathered, null, cancellationToken);
            return;
        }

        if (await Recipient.OfAsync(person, people, service, cancellationToken) is not { } to)
        {
            // It stays until they open the chat, with the last reminder of each subject only.
            lookedThrough[person.Id] = today;
            if (turn.Lease is null)
            {
                await moves.MoveAsync(
                    [.. gathered.Where(g => lines.TrueForAll(l => l.Message.Id != g.Message.Id))],
                    null,
                    cancellationToken);
            }

            return;
        }

        await outbox.DispatchAsync(
            new DigestItem(person, people, to, turnRow, turn, lines, gathered, arrived, moves, store, chat, clock),
            cancellationToken);
    }

    /// <summary>
    /// What was gathered since the last digest comes once a subject: after an outage there is one line for it, not
    /// many. Beside it, that its due date moved, or who cannot be reached.
    /// </summary>
    /// <returns>The lines, and the subjects that could not be read.</returns>
    internal static async Task<(List<(OutboxMessage Message, ISubject Subject)> Lines, HashSet<SubjectKey> Damaged)> LinesAsync(
        Person person,
        LiaisonDirectory people,
        IReadOnlyList<Gathered> gathered,
        ShortCache looks,
        Defects defects,
        CancellationToken cancellationToken)
    {
        var damaged = new HashSet<SubjectKey>();
        var toldOf = new HashSet<string>(StringComparer.Ordinal);
        var lines = new List<(OutboxMessage Message, ISubject Subject)>();
        foreach (var of in gathered.GroupBy(g => g.Message.Subject))
        {
            if (await FindAsync(of.Key) is not { } subject)
            {
                continue;
            }

            // Who cannot be reached, and reminders, are looked at below, whatever the kind says of them.
            lines.AddRange(of.Where(g => g.Message is { Reminders: null, What: not OutboxMessage.Unreached }
                && subject.StillHolds(g.Message)).Select(g => (g.Message, subject)));
            lines.AddRange(of.Where(g => Unreached.Holds(g.Message, people) && toldOf.Add(g.Message.Note!))
                .Select(g => (g.Message, subject)));
            if (of.LastOrDefault(g => g.Message.Reminders is not null) is { } last
                && StillApplies(last.Message, subject) is { Reminders.Count: > 0 } message)
            {
                lines.Add((message, subject));
            }
        }

        return (lines, damaged);

        async Task<ISubject?> FindAsync(SubjectKey key)
        {
            try
            {
                return await looks.FindAsync(person, key, cancellationToken);
            }
            catch (Exception e) when (DamagedRows.IsDefect(e))
            {
                defects.Add(e);
                damaged.Add(key);
                return null;
            }
        }
    }

    private static OutboxMessage StillApplies(OutboxMessage message, ISubject subject) =>
        message with { Reminders = [.. (message.Reminders ?? []).Where(subject.Applies)] };
}
