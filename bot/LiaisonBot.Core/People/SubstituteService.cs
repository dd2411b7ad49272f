using LiaisonBot.Core.Calendar;
using LiaisonBot.Core.Storage;
using NodaTime;

namespace LiaisonBot.Core.People;

/// <summary>
/// Enters and ends substitutes. One batch: the grants of the substitute, and what both are told of it.
/// </summary>
public sealed class SubstituteService(ITableStore store, CurrentDirectory directory)
{
    private readonly DirectoryCommands commands = new(store, directory);

    /// <summary>
    /// Names a substitute. Said twice it is named once; another one for the same days takes the place of the first.
    /// </summary>
    /// <param name="from">The first day on which they stand in, and <paramref name="to"/> the last.</param>
    public Task<SubstituteRefusal?> NameAsync(
        Person by,
        string representedId,
        string substituteId,
        LocalDate? from,
        LocalDate? to,
        CancellationToken cancellationToken) => commands.ExecuteAsync(
        async cancellationToken =>
        {
            directory.Forget();
            var people = await directory.ReadAsync(cancellationToken);
            var at = directory.Clock.GetCurrentInstant();
            var (represented, substitute) = (people.ById(representedId), people.ById(substituteId));
            var (refusal, grants) = SubstituteRules.Decide(by, represented, substitute, from, to, BeijingTime.Today(at));
            if (refusal is { } why)
            {
                return DirectoryCommands.Answer<SubstituteRefusal?>(why);
            }

            if (grants.All(substitute!.Entered.Contains))
            {
                return DirectoryCommands.Answer<SubstituteRefusal?>(null);
            }

            var (changes, news) = (new List<Change>(), new List<PeopleNews>());
            foreach (var other in people.People.Where(p => p.Entered.Any(IsInTheWay)))
            {
                if (await PersonAsync(other.Id, cancellationToken) is not var (row, stored))
                {
                    continue;
                }

                List<Grant> kept = [.. stored.Grants.Where(g => !IsInTheWay(g))];
                if (other.Id != substitute.Id)
                {
                    changes.Add(With(row, stored, kept));
                    news.Add(News(PeopleNewsKind.StandInEnded, other, represented!, grants[0], by));
                    news.Add(News(PeopleNewsKind.PassOn, substitute, other, grants[0], by));
                }
            }

            if (await PersonAsync(substitute.Id, cancellationToken) is not var (own, now))
            {
                return DirectoryCommands.Answer<SubstituteRefusal?>(SubstituteRefusal.NotFound);
            }

            changes.Add(With(own, now, [.. now.Grants.Where(g => !IsInTheWay(g)), .. grants]));
            news.AddRange(grants.Select(grant => News(PeopleNewsKind.StandsIn, substitute, represented!, grant, by)));
            // What still waits for the substitute when it is over is for whoever is back.
            news.AddRange(grants.Where(grant => grant.To is not null).Select(grant =>
                News(PeopleNewsKind.PassOn, represented!, substitute, grant, by) with
                {
                    NotBefore = BeijingTime.At(grant.To!.Value.PlusDays(1), LocalTime.Midnight),
                }));
            if (by.Id != represented!.Id)
            {
                news.Add(News(PeopleNewsKind.IsStoodInFor, represented, substitute, grants[0], by));
            }

            return DirectoryCommands.Write<SubstituteRefusal?>(
                null,
                [.. changes, .. PeopleNewsRows.Inserts(represented.Id, at, people, news)]);

            bool IsInTheWay(Grant g) =>
                g.For == represented!.Id && grants.Any(grant => grant.IsSameDuty(g) && grant.Overlaps(g));
        },
        cancellationToken);

    /// <summary>
    /// Ends all that somebody stands in for a person, from now on: what was arranged for later as well.
    /// </summary>
    public Task<SubstituteRefusal?> EndAsync(Person by, string representedId, CancellationToken cancellationToken) =>
        commands.ExecuteAsync(
            async cancellationToken =>
            {
                directory.Forget();
                var people = await directory.ReadAsync(cancellationToken);
                var at = directory.Clock.GetCurrentInstant();
                var today = BeijingTime.Today(at);
                if (people.ById(representedId) is not { } represented)
                {
                    return DirectoryCommands.Answer<SubstituteRefusal?>(SubstituteRefusal.NotFound);
                }

                if (!SubstituteRules.MayName(by, represented))
                {
                    return DirectoryCommands.Answer<SubstituteRefusal?>(SubstituteRefusal.NotAllowed);
                }

                var (changes, news) = (new List<Change>(), new List<PeopleNews>());
                foreach (var substitute in people.People.Where(p => p.Entered.Any(Stands)))
                {
                    if (await PersonAsync(substitute.Id, cancellationToken) is not var (row, stored))
                    {
                        continue;
                    }

                    changes.Add(With(row, stored, [.. stored.Grants.SelectMany(Ended)]));
                    news.Add(News(
                        PeopleNewsKind.StandInEnded,
                        substitute,
                        represented,
                        substitute.Entered.First(Stands),
                        by));
                    news.AddRange(substitute.Entered.Where(grant => Stands(grant) && grant.From <= today)
                        .Select(grant => News(PeopleNewsKind.PassOn, represented, substitute, grant, by)));
                }

                if (changes.Count == 0)
                {
                    return DirectoryCommands.Answer<SubstituteRefusal?>(SubstituteRefusal.NobodyStandsIn);
                }

                if (by.Id != represented.Id)
                {
                    news.Add(News(PeopleNewsKind.StandInEnded, represented, represented, news[0].Duty, by));
                }

                return DirectoryCommands.Write<SubstituteRefusal?>(
                    null,
                    [.. changes, .. PeopleNewsRows.Inserts(represented.Id, at, people, news)]);

                bool Stands(Grant g) => g.For is { } id && represented.Is(id) && !g.HasEnded(today);

                // It counted until now: that it did stays readable.
                IEnumerable<Grant> Ended(Grant g) => !Stands(g) ? [g]
                    : g.From < today ? [g with { To = today.PlusDays(-1) }]
                    : [];
            },
            cancellationToken);

    private static PeopleNews News(PeopleNewsKind kind, Person to, Person about, Grant duty, Person by) =>
        new("", kind, to.Id, duty, about.Id, about.Name, by.Name, default);

    private async Task<(Row Row, Person Person)?> PersonAsync(string id, CancellationToken cancellationToken) =>
        await store.ReadAsync(
            DirectoryRows.Table,
            directory.Province.Value,
            DirectoryRows.PersonKey(id),
            cancellationToken) is { } row
            ? (row, DirectoryRows.ToPerson(row))
            : null;

    private static Change With(Row row, Person stored, IReadOnlyList<Grant> grants) =>
        new Change.Replace(DirectoryRows.ToRow(stored with { Grants = grants }), row.ETag!);
}
