using LiaisonBot.Core.Calendar;
using LiaisonBot.Core.Matters;
using LiaisonBot.Core.People;
using LiaisonBot.Core.Sets;
using LiaisonBot.Core.Visits;
using NodaTime;

namespace LiaisonBot.Core.Feeds;

/// <summary>What a person's calendar shows: what they may see of it at this moment, and nothing of plans.</summary>
/// <param name="Today">Beijing date.</param>
/// <param name="Matters">Open ones, and those that ended within <see cref="EndedShown"/>.</param>
/// <param name="Sets">Those whose findings, steps and own dates are among what is shown.</param>
/// <param name="SelfChecks">Those that the person's places are to answer, or answered within <see cref="EndedShown"/>.</param>
/// <param name="Visits">Announced ones, and those that were called off within <see cref="EndedShown"/> after people knew of them.</param>
public sealed record FeedContents(
    LocalDate Today,
    IReadOnlyList<ListEntry> Matters,
    IReadOnlyList<FindingSet> Sets,
    IReadOnlyList<SelfCheck> SelfChecks,
    IReadOnlyList<Visit> Visits)
{
    /// <summary>
    /// Calendar days for which what ended or was called off stays, marked so: not every calendar takes away what is not
    /// there any more.
    /// </summary>
    public const int EndedShown = 30;

    /// <summary>Calendar days that a calendar shows of what is past.</summary>
    public const int PastShown = 90;

    /// <summary>Calendar days ahead.</summary>
    public const int AheadShown = 550;

    /// <summary>For each city of the person a range read of open matters, one of ended ones, one of sets and one of self-checks.</summary>
    public static async Task<FeedContents> ReadAsync(
        Person person,
        LocalDate today,
        LiaisonDirectory directory,
        MatterLists lists,
        SetService sets,
        SelfCheckService selfChecks,
        CancellationToken cancellationToken)
    {
        var open = await lists.MineAsync(person, cancellationToken);
        var ended = await lists.LatelyEndedAsync(person, cancellationToken);
        var places = person.Grants.Select(grant => grant.Area)
            .Where(area => !area.IsProvincial || person.Has(Role.Office))
            .Distinct();
        List<FindingSet> found = [];
        foreach (var place in places)
        {
            found.AddRange(await sets.ListAsync(person, place, cancellationToken));
        }

        return new(
            today,
            [
                .. open.Concat(ended.Where(entry => entry.EndedOn >= today.PlusDays(-EndedShown)))
                    .Where(entry => IsShown(entry.Due, entry.Due, today)),
            ],
            [.. found.DistinctBy(set => set.Number)],
            [
                .. (await selfChecks.OfOwnPlacesAsync(person, cancellationToken)).Where(check =>
                    IsShown(check.Due, check.Due, today)
                    && (check.State == SelfCheckState.Asked
                        || check.AnsweredAt is { } at && BeijingTime.Today(at) >= today.PlusDays(-EndedShown))),
            ],
            [
                .. directory.PlannedVisits.Where(visit => IsShown(visit.From, visit.To, today)
                    && !IsRecused(person, visit)
                    && (MayKnowAnnounced(person, visit, today) || WasCalledOff(person, visit, today))),
            ]);
    }

    /// <summary>Whether some of these days are among those that a calendar shows.</summary>
    public static bool IsShown(LocalDate from, LocalDate to, LocalDate today) =>
        to >= today.PlusDays(-PastShown) && from <= today.PlusDays(AheadShown);

    /// <summary>When a visit came to be as it is: its last step, or the day on which it was announced.</summary>
    public static Instant ChangedAt(Visit visit)
    {
        var last = VisitStep.ReadAll(visit.Steps) is [.., var step] ? step.At : (Instant?)null;
        var announced = visit.AnnouncedOn is { } day ? BeijingTime.At(day, LocalTime.Midnight) : (Instant?)null;
        return last is { } one && announced is { } other
            ? Instant.Max(one, other)
            : last ?? announced ?? BeijingTime.At(visit.From, LocalTime.Midnight);
    }

    /// <summary>
    /// Not before it is announced, whoever asks: a calendar lies with Google, Apple or Microsoft, and is shown to others.
    /// </summary>
    private static bool MayKnowAnnounced(Person person, Visit visit, LocalDate today) =>
        visit.IsAnnounced(today) && VisitRules.MayKnow(person, visit, today);

    /// <summary>What somebody is in a team does not count there.</summary>
    private static bool IsRecused(Person person, Visit visit) =>
        person.IsRecusedFrom(visit.Area) && person.Grants.All(grant => grant.Team is not null);

    /// <summary>It was called off a short while ago, when people knew of it already.</summary>
    private static bool WasCalledOff(Person person, Visit visit, LocalDate today) =>
        visit.State == VisitState.Cancelled
        && VisitStep.ReadAll(visit.Steps) is [.., { Act: VisitAct.Cancel, At: var at }]
        && BeijingTime.Today(at) is var day
        && visit.AnnouncedOn <= day
        && day >= today.PlusDays(-EndedShown)
        && (VisitRules.MaySeePlan(person, visit) || VisitRules.IsOf(person, visit));
}
