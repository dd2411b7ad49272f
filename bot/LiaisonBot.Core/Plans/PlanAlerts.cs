using LiaisonBot.Core.Areas;
using LiaisonBot.Core.Calendar;
using LiaisonBot.Core.Messaging;
using LiaisonBot.Core.People;
using LiaisonBot.Core.Policies;
using LiaisonBot.Core.Storage;
using LiaisonBot.Core.Visits;
using NodaTime;

namespace LiaisonBot.Core.Plans;

/// <summary>What becomes urgent in a year's plan on a day that the profile names.</summary>
public enum PlanAlert
{
    /// <summary>无组驻市.</summary>
    NoTeam,

    /// <summary>Visits of the year are drafted or submitted, and not approved.</summary>
    NotApproved,

    /// <summary>上半年未安排.</summary>
    FirstHalf,

    /// <summary>下半年未安排.</summary>
    SecondHalf,

    /// <summary>A team lives there, and nobody of it is its 信访专员.</summary>
    NoPetitionsOfficer,

    /// <summary>The same for its 网信专员.</summary>
    NoOnlineOfficer,
}

/// <summary>How much of it there is in a city: counties, visits, or one for the city itself.</summary>
public sealed record PlanAlertOf(PlanAlert Alert, AreaCode City, int Count);

/// <summary>
/// The urgent findings of a year's plan as something that people are told of: of a city to the leader of its team, of
/// the province to the office.
/// </summary>
/// <param name="Place">The city, or the pseudo-city of the province.</param>
public sealed record UrgentPlan(AreaCode Place, int Year, IReadOnlyList<PlanAlertOf> Alerts) : ISubject
{
    public const string KindName = "plan";

    public SubjectKey Key => KeyOf(Place, Year);

    public Subject Rights => Subject.Place(Place);

    /// <summary>Who drafts plans and who approves them; no longer a substitute whose days are over.</summary>
    public bool MaySee(Person person) => Permissions.May(person, Right.Assign, Rights);

    public bool IsUrgent => false;

    public static SubjectKey KeyOf(AreaCode place, int year) => new(KindName, $"{year:0000}-{place}-year");

    public IReadOnlyList<PlanAlertOf> Of(OutboxMessage message) =>
        [.. Alerts.Where(a => a.Alert.ToString() == message.What)];

    public bool Applies(ReminderName rule) => false;

    /// <summary>What was put right before the digest is no line of it.</summary>
    public bool StillHolds(OutboxMessage message) => Of(message).Count > 0;

    public AreaCode? Asked(OutboxMessage message, Person person) => null;

    public ISubject SeenBy(Person person) => this;
}

/// <summary>A county for which a leader asks that its patrol become an inspection.</summary>
/// <param name="IsOpen">It is not inspected this year by the plan.</param>
public sealed record UpgradeRequest(AreaCode County, int Year, bool IsOpen) : ISubject
{
    /// <summary>As <see cref="OutboxMessage.What"/>.</summary>
    public const string Asked = "UpgradeAsked";

    public SubjectKey Key => KeyOf(County, Year);

    public Subject Rights => Subject.Place(County);

    /// <summary>Who drafts plans and who approves them.</summary>
    public bool MaySee(Person person) => Permissions.May(person, Right.Assign, Rights);

    public bool IsUrgent => false;

    public static SubjectKey KeyOf(AreaCode county, int year) =>
        new(UrgentPlan.KindName, $"{year:0000}-{county.City}-{county}");

    public bool Applies(ReminderName rule) => false;

    public bool StillHolds(OutboxMessage message) => IsOpen;

    AreaCode? ISubject.Asked(OutboxMessage message, Person person) => null;

    public ISubject SeenBy(Person person) => this;
}

/// <summary>
/// Looks once a day for what a date makes urgent in the plan of the year, and has office and leader told of it in their
/// digest, once. Only of what is planned here: a province that plans elsewhere is left in peace.
/// </summary>
public sealed class PlanAlerts(
    ITableStore store,
    CurrentDirectory directory,
    Func<WorkingCalendar> calendar,
    Func<PlanProfile> profile,
    IClock clock,
    Action<AreaCode> committed) : ISubjectKind
{
    public string Kind => UrgentPlan.KindName;

    public bool Knows(OutboxMessage message) =>
        Enum.TryParse<PlanAlert>(message.What, out _)
        || message.What is UpgradeRequest.Asked or OutboxMessage.Unreached or OutboxMessage.Moved;

    public bool Brings(OutboxMessage message) => false;

    public async Task<ISubject?> ReadAsync(SubjectKey key, CancellationToken cancellationToken)
    {
        var now = await directory.ReadAsync(cancellationToken);
        var year = int.Parse(key.Number.Split('-')[0], System.Globalization.CultureInfo.InvariantCulture);
        var place = key.City;
        if (AreaCode.TryParse(key.Number.Split('-')[2], out var county))
        {
            return new UpgradeRequest(
                county,
                year,
                !now.PlannedVisits.Any(v => v.IsStanding
                    && v.Area == county
                    && v.From.Year == year
                    && v.Kind == VisitKind.Inspection));
        }

        return new UrgentPlan(place, year, [.. Urgent(now, year).Where(a => place.IsProvincial || a.City == place)]);
    }

    /// <summary>Tells the office, at once, that a leader asks for a county to be inspected. One batch; the same command once.</summary>
    public async Task AskUpgradeAsync(
        string commandId,
        Person by,
        AreaCode county,
        int year,
        string reason,
        CancellationToken cancellationToken)
    {
        var now = await directory.ReadAsync(cancellationToken);
        var at = clock.GetCurrentInstant();
        var key = UpgradeRequest.KeyOf(county, year);
        var mark = $"{RowKeys.Matters.PlanAlerts}{year:0000}|{UpgradeRequest.Asked}|{KeyPart.Of(commandId)}";
        var outcome = await store.SubmitAsync(
            RowKeys.Matters.Table,
            county.City.Value,
            [
                new Change.Insert(new(mark, new Dictionary<string, object>(StringComparer.Ordinal) { ["At"] = at })),
                .. now.Told(Role.Office, now.Province).Take(StoreLimits.BatchChanges - 1).Select((person, i) =>
                    new Change.Insert(OutboxRows.ToRow(
                        OutboxRows.Outbox,
                        new(
                            OutboxMessage.NewId(key, 0, at, i),
                            person.Id,
                            key,
                            UpgradeRequest.Asked,
                            by.Name,
                            at,
                            reason,
                            null)))),
            ],
            cancellationToken);
        if (outcome == BatchOutcome.Unknown)
        {
            throw new StoreUnavailableException("The request could not be saved. Please send it again.");
        }

        committed(county.City);
    }

    /// <summary>No round trip while nothing is urgent; else a read and a batch for each thing that is told.</summary>
    public async Task CheckAsync(CancellationToken cancellationToken)
    {
        var now = await directory.ReadAsync(cancellationToken);
        var year = BeijingTime.Today(clock.GetCurrentInstant()).Year;
        var urgent = Urgent(now, year);
        foreach (var alert in urgent.GroupBy(a => a.Alert))
        {
            await TellAsync(now.Province.City, year, alert.Key, now.Told(Role.Office, now.Province), cancellationToken);
        }

        foreach (var one in urgent)
        {
            var teams = Plan(now, one.City, year).Residents(one.City, year);
            await TellAsync(
                one.City,
                year,
                one.Alert,
                now.Told(Role.TeamLeader, one.City).Where(p => p.Grants.Any(g => g.Team is { } team && teams.Contains(team))),
                cancellationToken);
        }
    }

    private async Task TellAsync(
        AreaCode place,
        int year,
        PlanAlert alert,
        IEnumerable<Person> people,
        CancellationToken cancellationToken)
    {
        var mark = $"{RowKeys.Matters.PlanAlerts}{year:0000}|{alert}";
        var to = people.DistinctBy(p => p.Id, StringComparer.Ordinal).ToList();
        if (to.Count == 0
            || await store.ReadAsync(RowKeys.Matters.Table, place.Value, mark, cancellationToken) is not null)
        {
            return;
        }

        var now = clock.GetCurrentInstant();
        var key = UrgentPlan.KeyOf(place, year);
        List<Change> changes =
        [
            new Change.Insert(new(mark, new Dictionary<string, object>(StringComparer.Ordinal) { ["At"] = now })),
            .. to.Take(StoreLimits.BatchChanges - 1).Select((person, i) => new Change.Insert(OutboxRows.ToRow(
                OutboxRows.Digest,
                new(OutboxMessage.NewId(key, (int)alert, now, i), person.Id, key, alert.ToString(), "", now, null, null)))),
        ];
        // Whoever was quicker has told it.
        if (await store.SubmitAsync(RowKeys.Matters.Table, place.Value, changes, cancellationToken) == BatchOutcome.Committed)
        {
            committed(place);
        }
    }

    private List<PlanAlertOf> Urgent(LiaisonDirectory now, int year)
    {
        var today = BeijingTime.Today(clock.GetCurrentInstant());
        var numbers = profile();
        var planned = now.PlannedVisits.Where(v => v.IsStanding
                && v.From.Year == year
                && (v.State != VisitState.Announced || v.ApprovalNumber is not null))
            .ToList();
        var found = new List<PlanAlertOf>(WithoutOfficers(now, today));
        if (planned.Count == 0)
        {
            return found;
        }

        bool IsPast(AnnualDate date) => today >= date.InYear(year);
        foreach (var city in ProvincePlanner.Cities(now.Areas))
        {
            var plan = Plan(now, city, year);
            void Add(PlanAlert alert, int count)
            {
                if (count > 0)
                {
                    found.Add(new(alert, city, count));
                }
            }

            if (IsPast(numbers.NoTeamBy) && plan.Residents(city, year).Count == 0)
            {
                Add(PlanAlert.NoTeam, 1);
            }

            var here = planned.Where(v => city.Contains(v.Area)).ToList();
            if (here.Count == 0)
            {
                continue;
            }

            if (IsPast(numbers.NotApprovedBy))
            {
                Add(PlanAlert.NotApproved, here.Count(v => v.State is VisitState.Drafted or VisitState.Submitted));
            }

            var findings = PlanChecker.Check(plan);
            if (IsPast(numbers.FirstHalfBy) && today <= plan.Days.Middle)
            {
                Add(PlanAlert.FirstHalf, findings.Count(f => f.Name is FindingName.CountyUnplanned or FindingName.FirstHalfMissing));
            }

            if (IsPast(numbers.SecondHalfBy))
            {
                Add(PlanAlert.SecondHalf, findings.Count(f => f.Name is FindingName.CountyUnplanned or FindingName.SecondHalfMissing));
            }
        }

        return found;
    }

    /// <summary>
    /// Teams that live in a city without an officer of theirs. Of a residency that was not planned here only where such
    /// officers are named at all: who keeps them elsewhere is left in peace.
    /// </summary>
    private static IEnumerable<PlanAlertOf> WithoutOfficers(LiaisonDirectory now, LocalDate today)
    {
        foreach (var lives in now.PlannedVisits.Where(v => v is { IsStanding: true, Kind: VisitKind.Residency }
            && v.Covers(today)
            && v.IsAnnounced(today)))
        {
            foreach (var (post, alert) in new[]
            {
                (Post.Petitions, PlanAlert.NoPetitionsOfficer), (Post.OnlineClues, PlanAlert.NoOnlineOfficer),
            })
            {
                var holders = now.People.SelectMany(p => p.OwnGrants).Where(g => g.Post == post).ToList();
                if ((lives.ApprovalNumber is not null || holders.Count > 0)
                    && !holders.Exists(g => g.Team == lives.Team && g.Area.Contains(lives.Area)))
                {
                    yield return new(alert, lives.Area, 1);
                }
            }
        }
    }

    private PlanYear Plan(LiaisonDirectory now, AreaCode city, int year) =>
        new(city, year, now.Areas, profile(), calendar(), now.PlannedVisits)
        {
            Recused = PlanYear.RecusedOf(now.People, now.Today),
        };
}
