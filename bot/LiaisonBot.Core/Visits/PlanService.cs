using System.Globalization;
using LiaisonBot.Core.Areas;
using LiaisonBot.Core.Calendar;
using LiaisonBot.Core.Commands;
using LiaisonBot.Core.People;
using LiaisonBot.Core.Storage;
using NodaTime;

namespace LiaisonBot.Core.Visits;

/// <summary>Why a draft was not written.</summary>
public enum PlanRefusal
{
    /// <summary>The table of rights (design §6): the office, and a leader for the own team.</summary>
    NotAllowed,

    /// <summary>No city of the province in which a team can live.</summary>
    NoCity,
    TeamMissing,

    /// <summary>Fewer or more than the profile has.</summary>
    GroupsOutOfRange,

    /// <summary>The year is over, or further away than festivals are known.</summary>
    YearOver,

    /// <summary>Who lives where is not in order: the plan says by its findings what is not.</summary>
    Blocked,

    /// <summary>There would be more visits than <see cref="VisitRules.MaxVisits"/>.</summary>
    TooMany,
}

/// <summary>What became of a draft.</summary>
/// <param name="Plan">As it was looked at; null when nothing could be drafted.</param>
/// <param name="Why">Null when it is written.</param>
public sealed record PlanResult(YearPlan? Plan, PlanRefusal? Why);

/// <summary>
/// Writes the drafts of the planner as visits (<see cref="VisitState.Drafted"/>), and takes those away that a new draft
/// has not: nothing that was fixed by hand, or has been submitted. The same draft again changes nothing.
/// </summary>
public sealed class PlanService(
    ITableStore store,
    CurrentDirectory directory,
    Func<WorkingCalendar> calendar,
    Func<PlanProfile> profile,
    IClock clock)
{
    private readonly DirectoryCommands commands = new(store, directory);
    private readonly VisitTables tables = new(store, directory);

    /// <summary>Whether somebody drafts the year of a team.</summary>
    public static bool MayDraft(Person person, AreaCode city, int team) =>
        Permissions.May(person, Right.DraftPlan, new Subject(city, city, team));

    /// <summary>Whether somebody sees any plan before it is announced.</summary>
    public static bool MaySeeAny(Person person) =>
        person.Grants.Any(g => Permissions.ReachOf(Right.SeePlan, g.Role) != Reach.Nowhere);

    /// <summary>
    /// A city and a year as they are there for a person: nobody learns from a plan or its findings what another team
    /// has not announced.
    /// </summary>
    public PlanYear YearOf(AreaCode city, int year, Person person, LiaisonDirectory now) =>
        YearOf(city, year, person, now, now.PlannedVisits);

    /// <summary>What a draft would be; nothing is written.</summary>
    public PlanResult Look(Person by, AreaCode city, int year, int team, int groups, LiaisonDirectory now) =>
        Draft(by, YearOf(city, year, by, now), team, groups);

    /// <summary>
    /// Drafts anew by what stands at that moment, and writes it, whole or not at all: one read and one batch. Of more than
    /// a batch holds, the new visits are written first, seen by nobody, until the last batch names them and takes away
    /// what gives way.
    /// </summary>
    /// <exception cref="StoreUnavailableException">The old draft stands, or the new one; the same may be sent again.</exception>
    public async Task<PlanResult> SaveAsync(
        Person by,
        AreaCode city,
        int year,
        int team,
        int groups,
        CancellationToken cancellationToken)
    {
        for (var attempt = 0; attempt < CommandExecutor.MaxAttempts; attempt++)
        {
            var (result, isWhole) = await commands.ExecuteAsync(
                async cancellationToken =>
                {
                    var now = await directory.ReadAsync(cancellationToken);
                    var stored = await StoredVisits.ReadAsync(store, directory.Province.Value, cancellationToken);
                    var visits = stored.Rows.Select(DirectoryRows.ToVisit).ToList();
                    var result = Draft(by, YearOf(city, year, by, now, visits), team, groups);
                    if (result.Why is not null)
                    {
                        return DirectoryCommands.Answer((result, true));
                    }

                    var at = clock.GetCurrentInstant();
                    var (gone, drafted) = Changes(result.Plan!, stored, by, at);
                    var today = BeijingTime.Today(at);
                    if (visits.Count(v => v.IsStanding && v.To >= today) + gone.Count + drafted.Count > VisitRules.MaxVisits)
                    {
                        return DirectoryCommands.Answer((result with { Why = PlanRefusal.TooMany }, true));
                    }

                    if (gone.Count + drafted.Count <= VisitTables.AtOnce)
                    {
                        return gone.Count + drafted.Count == 0
                            ? DirectoryCommands.Answer((result, true))
                            : DirectoryCommands.Write(
                                (result, true),
                                [
                                    .. gone,
                                    .. drafted.Select(v => new Change.Insert(DirectoryRows.ToRow(v))),
                                    stored.Guard.Next(),
                                ]);
                    }

                    var ofYear = string.Create(CultureInfo.InvariantCulture, $"plan-{city.Value}-{year}-");
                    var table = string.Create(CultureInfo.InvariantCulture, $"{ofYear}{at.ToUnixTimeTicks()}");
                    if (await tables.RemoveBrokenOffAsync(
                        stored.Unfinished.Select(DirectoryRows.ToVisit),
                        stored.Guard,
                        of => of.StartsWith(ofYear, StringComparison.Ordinal),
                        at,
                        cancellationToken))
                    {
                        return DirectoryCommands.Answer((result, false));
                    }

                    foreach (var part in drafted.Chunk(VisitTables.AtOnce))
                    {
                        if (!await tables.WriteAsync(table, part, cancellationToken))
                        {
                            return DirectoryCommands.Answer((result, false));
                        }
                    }

                    // More than fit give way in the next round: the same draft again has nothing else to do.
                    return DirectoryCommands.Write(
                        (result, gone.Count <= VisitTables.AtOnce),
                        [.. gone.Take(VisitTables.AtOnce), stored.Guard.Next(table)]);
                },
                cancellationToken);
            if (isWhole)
            {
                return result;
            }
        }

        throw new StoreUnavailableException(
            "The plan could not be saved: the store is busy. The old one stands; please send it again.");
    }

    /// <summary>The drafts of a year that somebody may take back: nothing that was submitted.</summary>
    /// <param name="team">Null for every team.</param>
    /// <param name="byHand">Also what was fixed by hand.</param>
    public static IReadOnlyList<Visit> Discardable(
        Person by,
        AreaCode place,
        int year,
        int? team,
        bool byHand,
        IEnumerable<Visit> visits) =>
    [
        .. visits.Where(v => v.State == VisitState.Drafted
                && place.Contains(v.Area)
                && v.From.Year == year
                && (team is null || v.Team == team)
                && (byHand || !v.ByHand)
                && VisitRules.MayPlan(by, v))
            .OrderBy(v => v.Area)
            .ThenBy(v => v.From),
    ];

    /// <summary>Takes the drafts of <see cref="Discardable"/> back, as they are at that moment.</summary>
    /// <returns>How many are gone.</returns>
    /// <exception cref="StoreUnavailableException">What is gone stays gone; the same again goes on.</exception>
    public async Task<int> DiscardAsync(
        Person by,
        AreaCode place,
        int year,
        int? team,
        bool byHand,
        CancellationToken cancellationToken)
    {
        var gone = 0;
        while (true)
        {
            var (some, isWhole) = await commands.ExecuteAsync(
                async cancellationToken =>
                {
                    var stored = await StoredVisits.ReadAsync(store, directory.Province.Value, cancellationToken);
                    var rows = stored.Rows.ToDictionary(row => row.Key, StringComparer.Ordinal);
                    var left = Discardable(by, place, year, team, byHand, stored.Rows.Select(DirectoryRows.ToVisit));
                    var part = left.Take(VisitTables.AtOnce).ToList();
                    return part.Count == 0
                        ? DirectoryCommands.Answer((0, true))
                        : DirectoryCommands.Write(
                            (part.Count, part.Count == left.Count),
                            [.. part.Select(v => new Change.Delete(v.Key, rows[v.Key].ETag)), stored.Guard.Next()]);
                },
                cancellationToken);
            gone += some;
            if (isWhole)
            {
                return gone;
            }
        }
    }

    /// <summary>A leader asks for it, in the own team's city; the office records the consent.</summary>
    public static bool MayAskUpgrade(Person person, AreaCode county, int team) =>
        Permissions.May(person, Right.DraftPlan, new Subject(county, county, team));

    public static bool MayRecordUpgrade(Person person, AreaCode county) =>
        Permissions.May(person, Right.ManageCalendar, Subject.Place(county));

    /// <summary>Records the consent of the leading group: one batch with what gives way.</summary>
    /// <param name="number">文号 of the consent.</param>
    /// <returns>The year as it is then; or why nothing was written.</returns>
    public Task<(Upgrade? Upgrade, UpgradeRefusal? Why)> UpgradeAsync(
        Person by,
        AreaCode county,
        int year,
        string? number,
        string? reason,
        CancellationToken cancellationToken)
    {
        var (written, why) = (number?.Trim() ?? "", reason?.Trim() ?? "");
        return commands.ExecuteAsync<(Upgrade? Upgrade, UpgradeRefusal? Why)>(
            async cancellationToken =>
            {
                UpgradeRefusal? wrong = !MayRecordUpgrade(by, county) ? UpgradeRefusal.NotAllowed
                    : written.Length == 0 ? UpgradeRefusal.NumberMissing
                    : written.Length > VisitRules.NumberLength ? UpgradeRefusal.NumberTooLong
                    : why.Length == 0 ? UpgradeRefusal.ReasonMissing
                    : why.Length > VisitRules.ReasonLength ? UpgradeRefusal.ReasonTooLong
                    : null;
                if (wrong is not null)
                {
                    return DirectoryCommands.Answer<(Upgrade?, UpgradeRefusal?)>((null, wrong));
                }

                var now = await directory.ReadAsync(cancellationToken);
                var stored = await StoredVisits.ReadAsync(store, directory.Province.Value, cancellationToken);
                var plan = YearOf(county.City, year, by, now, [.. stored.Rows.Select(DirectoryRows.ToVisit)]);
                if (Upgrade.Of(plan, county) is not ({ } upgrade, _) made)
                {
                    return DirectoryCommands.Answer<(Upgrade?, UpgradeRefusal?)>((null, Upgrade.Of(plan, county).Why));
                }

                return DirectoryCommands.Write<(Upgrade?, UpgradeRefusal?)>(
                    made,
                    [.. Changes(upgrade, stored, by, written, why, clock.GetCurrentInstant()), stored.Guard.Next()]);
            },
            cancellationToken);
    }

    private static List<Change> Changes(
        Upgrade upgrade,
        StoredVisits stored,
        Person by,
        string number,
        string reason,
        Instant at)
    {
        var (gone, drafted) = Changes(upgrade.Plan, stored, by, at);
        List<Change> changes = [.. gone, .. drafted.Select(v => new Change.Insert(DirectoryRows.ToRow(v)))];
        if (upgrade.Old is { } old)
        {
            // A draft goes; what others know of is called off.
            var row = stored.Rows.Single(r => r.Key == old.Key);
            changes.Add(old.State == VisitState.Drafted
                ? new Change.Delete(row.Key, row.ETag)
                : new Change.Replace(
                    DirectoryRows.ToRow(VisitRules.CalledOff(old, reason, by, at)),
                    row.ETag!));
        }

        var taken = stored.Rows.Concat(stored.Unfinished)
            .Select(r => r.Key)
            .Concat(changes.OfType<Change.Insert>().Select(c => c.Row.Key))
            .ToHashSet(StringComparer.Ordinal);
        var inspection = VisitRules.Entered(upgrade.Inspection, by, at) with
        {
            ApprovalNumber = number,
            Reason = reason,
        };
        var key = DirectoryRows.VisitKey(inspection);
        for (var next = 2; taken.Contains(key); next++)
        {
            key = $"{DirectoryRows.VisitKey(inspection)}|{next}";
        }

        changes.Add(new Change.Insert(DirectoryRows.ToRow(inspection with { Key = key })));
        return changes;
    }

    private PlanYear YearOf(AreaCode city, int year, Person person, LiaisonDirectory now, IReadOnlyList<Visit> visits)
    {
        var today = BeijingTime.Today(clock.GetCurrentInstant());
        return new(
            city,
            year,
            now.Areas,
            profile(),
            calendar(),
            [.. visits.Where(v => VisitRules.MaySeePlan(person, v) || v.IsAnnounced(today))])
        {
            Earliest = today.PlusDays(1),
            Recused = PlanYear.RecusedOf(now.People, today),
        };
    }

    private static PlanResult Draft(Person by, PlanYear plan, int team, int groups)
    {
        if (!MayDraft(by, plan.City, team))
        {
            return new(null, PlanRefusal.NotAllowed);
        }

        if (plan.Areas.Find(plan.City) is null || !ProvincePlanner.Cities(plan.Areas).Contains(plan.City))
        {
            return new(null, PlanRefusal.NoCity);
        }

        if (team is < 1 or > VisitRules.MaxTeam)
        {
            return new(null, PlanRefusal.TeamMissing);
        }

        var bounds = plan.Profile.Groups;
        if (groups < bounds.Fewest || groups > bounds.Most)
        {
            return new(null, PlanRefusal.GroupsOutOfRange);
        }

        if (plan.Year > YearPlanner.LastYear || plan.Year < YearPlanner.FirstYear || plan.Days.Last < plan.Earliest)
        {
            return new(null, PlanRefusal.YearOver);
        }

        var drafted = YearPlanner.Draft(plan, team, groups);
        return new(
            drafted,
            drafted.IsBlocked ? PlanRefusal.Blocked
                // A leader takes no draft of another team away.
                : drafted.GivenUp.Any(v => !MayDraft(by, v.Area, v.Team)) ? PlanRefusal.NotAllowed
                : null);
    }

    /// <summary>What a draft takes away, and the visits that it adds.</summary>
    private static (IReadOnlyList<Change> Gone, IReadOnlyList<Visit> Drafted) Changes(
        YearPlan plan,
        StoredVisits stored,
        Person by,
        Instant at)
    {
        var byKey = stored.Rows.ToDictionary(row => row.Key, StringComparer.Ordinal);
        var keys = byKey.Keys.Concat(stored.Unfinished.Select(row => row.Key)).ToHashSet(StringComparer.Ordinal);
        List<Visit> drafted = [];
        foreach (var visit in plan.Drafted.Where(v => v.Key.Length == 0))
        {
            // One that was called off, or moved to other days, keeps the key of the days that it had.
            var key = DirectoryRows.VisitKey(visit);
            for (var next = 2; !keys.Add(key); next++)
            {
                key = $"{DirectoryRows.VisitKey(visit)}|{next}";
            }

            drafted.Add(VisitRules.Entered(visit, by, at) with { Key = key, Profile = plan.Of.Profile.Version });
        }

        return ([.. plan.GivenUp.Select(v => new Change.Delete(v.Key, byKey[v.Key].ETag))], drafted);
    }
}
