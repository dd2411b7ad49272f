using LiaisonBot.Core.Calendar;
using LiaisonBot.Core.Storage;
using NodaTime;

namespace LiaisonBot.Core.People;

/// <summary>
/// Puts one person in the place of another: the duty with its days, what waits for it, rooms, and who stands in for
/// whom. Open matters belong to places and teams, and go along by themselves. One batch; what is told and passed on
/// afterwards stands in it, so that a stop loses nothing.
/// </summary>
public sealed class SuccessionService(ITableStore store, CurrentDirectory directory)
{
    private readonly DirectoryCommands commands = new(store, directory);

    /// <summary>The duties of a person that somebody may give to another: for each, the successor gets the same.</summary>
    public static IReadOnlyList<Grant> Duties(Person by, Person who) =>
        [.. who.Entered.Where(g => g.For is null && DirectoryService.MayGrant(by, g))];

    /// <summary>
    /// Gives one duty, or all that the asker may give, to a successor, who is entered when nobody knows them yet.
    /// Asked for again when it is done, it changes nothing.
    /// </summary>
    /// <param name="duty">As it is stored; null for all.</param>
    /// <param name="entry">Who follows; their <see cref="PersonEntry.Grant"/> is not looked at.</param>
    /// <param name="from">The first day of the successor; null for today. The day before is the last of the other.</param>
    public Task<DirectoryRefusal?> ReplaceAsync(
        Person by,
        string whoId,
        string? duty,
        PersonEntry entry,
        LocalDate? from,
        CancellationToken cancellationToken) => commands.ExecuteAsync(
        async cancellationToken =>
        {
            directory.Forget();
            var people = await directory.ReadAsync(cancellationToken);
            var at = directory.Clock.GetCurrentInstant();
            var today = BeijingTime.Today(at);
            if (people.ById(whoId) is not { } who)
            {
                return DirectoryCommands.Answer<DirectoryRefusal?>(DirectoryRefusal.NotFound);
            }

            var first = from is { } day && day > today ? day : today;
            List<Grant> duties = [.. Duties(by, who).Where(g => !g.HasEnded(today) && (duty is null || g.ToString() == duty))];
            if (duties.Count == 0)
            {
                return DirectoryCommands.Answer<DirectoryRefusal?>(
                    who.Entered.Any(g => g.For is null) ? DirectoryRefusal.NotAllowed : DirectoryRefusal.NotFound);
            }

            if (duties.Exists(g => g.HasEnded(first)))
            {
                return DirectoryCommands.Answer<DirectoryRefusal?>(DirectoryRefusal.DaysOutOfOrder);
            }

            List<Grant> passed = [.. duties.Select(g => first > today || g.From > today
                ? g with { From = g.From > first ? g.From : first }
                : g with { From = null })];
            List<PersonEntry> entries = [.. passed.Select(g => entry with { Grant = g })];
            if (EntryRules.Decide(by, entries, people, insteadOf: who) is var decided
                && decided.Select(d => d.Refusal).FirstOrDefault(r => r is not null) is { } refusal)
            {
                return DirectoryCommands.Answer<DirectoryRefusal?>(refusal);
            }

            var successor = decided[^1].Person!;
            if (successor.Is(who.Id))
            {
                return DirectoryCommands.Answer<DirectoryRefusal?>(DirectoryRefusal.IdentityMissing);
            }

            if (await ReadAsync(DirectoryRows.PersonKey(who.Id), cancellationToken) is not { } oldRow)
            {
                return DirectoryCommands.Answer<DirectoryRefusal?>(DirectoryRefusal.NotFound);
            }

            var old = DirectoryRows.ToPerson(oldRow);
            var newRow = await ReadAsync(DirectoryRows.PersonKey(successor.Id), cancellationToken);
            var next = newRow is null
                ? successor
                : entries.Aggregate(DirectoryRows.ToPerson(newRow), (person, one) => EntryRules.Enter(by, person, one));
            List<Grant> kept = [.. old.Grants.SelectMany(Left)];
            var leaves = first == today && kept.TrueForAll(g => g.For is not null);
            if (leaves)
            {
                // For whom they stood in, the successor stands in.
                next = next with
                {
                    Grants = [.. next.Grants.Union(kept.Where(g => !g.HasEnded(today) && g.For != next.Id))]
                };
            }

            List<Change> changes =
            [
                newRow is null
                    ? new Change.Insert(DirectoryRows.ToRow(next))
                    : new Change.Replace(DirectoryRows.ToRow(next), newRow.ETag!),
            ];
            if (leaves)
            {
                changes.Add(new Change.Delete(oldRow.Key, oldRow.ETag));
                changes.Add(new Change.Upsert(DirectoryRows.ToRow(FormerPerson.Of(old, at, people.FormerById(old.Id)))));
            }
            else
            {
                changes.Add(new Change.Replace(DirectoryRows.ToRow(old with { Grants = kept }), oldRow.ETag!));
            }

            await PassStandInsAsync();
            foreach (var room in people.Rooms.Where(room => leaves && old.Is(room.BoundBy)))
            {
                if (await ReadAsync(DirectoryRows.RoomKey(room.Id), cancellationToken) is { } row)
                {
                    changes.Add(new Change.Replace(
                        DirectoryRows.ToRow(DirectoryRows.ToRoom(row) with { BoundBy = next.Id }),
                        row.ETag!));
                }
            }

            Instant? begins = first > today ? BeijingTime.At(first, LocalTime.Midnight) : null;
            List<PeopleNews> news =
            [
                new("", PeopleNewsKind.Thanks, old.Id, passed[0], next.Id, next.Name, by.Name, at, begins),
                new("", PeopleNewsKind.TakesOver, next.Id, passed[0], old.Id, old.Name, by.Name, at, begins),
                .. passed.Select(g => new PeopleNews("", PeopleNewsKind.PassOn, next.Id, g, old.Id, old.Name, by.Name, at, begins)),
            ];
            return DirectoryCommands.Write<DirectoryRefusal?>(
                null,
                [.. changes, .. PeopleNewsRows.Inserts(old.Id, at, people, news)]);

            // What the other keeps: everything else, and of this what lies before the first day of the successor.
            IEnumerable<Grant> Left(Grant g) => !duties.Exists(d => IsStoredAs(d, g)) ? [g]
                : first > today && !(g.From >= first) ? [g with { To = first.PlusDays(-1) }]
                : [];

            async Task PassStandInsAsync()
            {
                foreach (var person in people.People.Where(p =>
                    p.Id != old.Id && p.Id != next.Id && p.Entered.Any(IsForOld)))
                {
                    if (await ReadAsync(DirectoryRows.PersonKey(person.Id), cancellationToken) is { } row
                        && DirectoryRows.ToPerson(row) is var stored)
                    {
                        changes.Add(new Change.Replace(
                            DirectoryRows.ToRow(stored with
                            {
                                Grants = [.. stored.Grants.Select(g => IsForOld(g) ? g with { For = next.Id } : g)]
                            }),
                            row.ETag!));
                    }
                }
            }

            bool IsForOld(Grant g) =>
                g.For is { } id && old.Is(id) && g.To >= first && passed.Exists(g.IsSameDuty);

            // Whoever came with a place that was taken over is listed under both codes.
            bool IsStoredAs(Grant listed, Grant stored) =>
                stored.For is null && (listed with { Area = stored.Area }) == stored
                    && people.Areas.CodesOf(listed.Area).Contains(stored.Area);
        },
        cancellationToken);

    /// <summary>
    /// Tells the office, and the city above a county, that somebody leaves and who has to be found for what. Nothing
    /// else changes. Said again on the same day, nobody is told again.
    /// </summary>
    /// <param name="note">Who is to follow, as it was said; null when nobody was named.</param>
    public Task AnnounceAsync(Person leaving, string? note, CancellationToken cancellationToken) =>
        TellAsync(PeopleNewsKind.Leaves, leaving, note, cancellationToken);

    /// <summary>Tells the same that somebody is away for some days, and whom they want to stand in who is not registered. Nothing else changes.</summary>
    /// <param name="note">Who, and on which days; in other words all are told once more.</param>
    public Task AskForSubstituteAsync(Person away, string note, CancellationToken cancellationToken) =>
        TellAsync(PeopleNewsKind.SubstituteWanted, away, note, cancellationToken);

    private Task TellAsync(PeopleNewsKind kind, Person of, string? note, CancellationToken cancellationToken) => commands.ExecuteAsync(
        async cancellationToken =>
        {
            directory.Forget();
            var people = await directory.ReadAsync(cancellationToken);
            var at = directory.Clock.GetCurrentInstant();
            var duties = of.Entered.Where(g => g.For is null).ToList();
            var told = duties.SelectMany(g => people.Told(Role.Office, people.Province)
                    .Concat(g.Role == Role.CountyOfficer ? people.Told(Role.CityOffice, g.Area.City) : [])
                    .Select(p => (Person: p, Duty: g)))
                .Where(x => x.Person.Id != of.Id)
                .DistinctBy(x => x.Person.Id)
                .Where(x => !people.News.Any(n =>
                    n.Kind == kind && n.About == of.Id && n.To == x.Person.Id && (kind == PeopleNewsKind.Leaves || n.Note == note)))
                .Take(LiaisonDirectory.MostOfAPlace)
                .Select(x =>
                    new PeopleNews("", kind, x.Person.Id, x.Duty, of.Id, of.Name, of.Name, at, Note: note))
                .ToList();
            return told.Count == 0
                ? DirectoryCommands.Answer(true)
                : DirectoryCommands.Write(true, [.. PeopleNewsRows.Inserts(of.Id, at, people, told)]);
        },
        cancellationToken);

    private Task<Row?> ReadAsync(string key, CancellationToken cancellationToken) =>
        store.ReadAsync(DirectoryRows.Table, directory.Province.Value, key, cancellationToken);
}
