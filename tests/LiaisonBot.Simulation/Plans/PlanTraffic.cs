using LiaisonBot.Core;
using LiaisonBot.Core.Areas;
using LiaisonBot.Core.People;
using NodaTime;

namespace LiaisonBot.Simulation.Plans;

/// <summary>
/// The year's plan over the whole run: a team's year is drafted, taken back, handed in, approved and announced for a later
/// day, visit by visit or all at once, in any order; some are called off or get other days.
/// </summary>
/// <param name="living">A process that lives, or null.</param>
internal sealed class PlanTraffic(Random random, Province province, Witness witness, Func<Instance?> living)
{
    private const int Groups = 2;

    private Person Office => province.People[0];

    /// <summary>What is done on a day.</summary>
    public IEnumerable<Func<Task>> Steps(LocalDate today)
    {
        if (random.Next(20) == 0)
        {
            yield return () => Draft(today);
        }

        if (random.Next(3) == 0)
        {
            yield return () => GoOn(today);
        }

        if (random.Next(90) == 0)
        {
            yield return () => Discard(today);
        }
    }

    /// <summary>This year, or near its end the next.</summary>
    private int YearFor(LocalDate today) => today.Month > 9 && random.Next(2) == 0 ? today.Year + 1 : today.Year;

    private AreaCode City() => province.Cities[random.Next(province.Cities.Count)];

    private Task Draft(LocalDate today)
    {
        var (city, year, team) = (City(), YearFor(today), random.Next(1, province.Cities.Count + 2));
        return Do(services => services.Plans.SaveAsync(Office, city, year, team, Groups, CancellationToken.None));
    }

    private Task Discard(LocalDate today)
    {
        var (city, year) = (City(), YearFor(today));
        return Do(services => services.Plans.DiscardAsync(
            Office,
            city,
            year,
            null,
            random.Next(2) == 0,
            CancellationToken.None));
    }

    /// <summary>The next step of some visit: of one that is near first, so that some are made.</summary>
    private Task GoOn(LocalDate today)
    {
        var visits = witness.Directory.PlannedVisits
            .Where(v => v.IsStanding && v.To >= today && v.AnnouncedOn is null)
            .OrderBy(v => v.From)
            .Take(8)
            .ToList();
        if (visits.Count == 0)
        {
            return Task.CompletedTask;
        }

        var one = visits[random.Next(visits.Count)];
        var day = today.PlusDays(random.Next(0, 10));
        return (one.State, random.Next(8)) switch
        {
            (_, 0) => Do(services => services.Visits.CancelAsync(Office, one.Key, "另有安排", CancellationToken.None)),
            (_, 1) => Do(services => services.Visits.ChangeAsync(
                Office,
                one.Key,
                visit => visit with { To = visit.To.PlusDays(2) },
                CancellationToken.None)),
            (VisitState.Drafted, _) => Do(services => services.Visits.SubmitAsync(Office, one.Key, CancellationToken.None)),
            (VisitState.Submitted, _) =>
                Do(services => services.Visits.ApproveAsync(Office, one.Key, "巡发〔1〕1号", CancellationToken.None)),
            _ => Do(services => services.Visits.AnnounceAsync(Office, one.Key, day, CancellationToken.None)),
        };
    }

    private Task Do(Func<LiaisonServices, Task> work) =>
        living() is { } instance ? instance.Do(work) : Task.CompletedTask;
}
