using LiaisonBot.Core.Areas;
using LiaisonBot.Core.Storage;
using NodaTime;

namespace LiaisonBot.Core.People;

/// <summary>Why a visit was not entered or changed.</summary>
public enum VisitRefusal
{
    /// <summary>The table of rights (design §6): the office alone.</summary>
    NotAllowed,
    TeamMissing,
    UnknownArea,

    /// <summary>A team lives in a city, and inspects, patrols and comes back to counties and units.</summary>
    PlaceDoesNotFit,
    DatesMissing,

    /// <summary>It ends before it begins.</summary>
    EndsBefore,

    /// <summary>Longer than <see cref="VisitService.MaxDays"/>.</summary>
    TooLong,

    /// <summary>The team is there for the same at that time already.</summary>
    Overlaps,
    TooMany,

    /// <summary>Somebody removed or changed it meanwhile.</summary>
    NotFound,
}

/// <summary>
/// Enters residencies and visits. Each change is one batch, and is seen at once in phases and by whom reminders reach.
/// </summary>
public sealed class VisitService(ITableStore store, CurrentDirectory directory)
{
    /// <summary>Visits of one province.</summary>
    public const int MaxVisits = 5_000;

    /// <summary>Calendar days of one visit, about three years.</summary>
    public const int MaxDays = 1100;

    /// <summary>The highest number of a team.</summary>
    public const int MaxTeam = 99;

    public static bool MayManage(Person person, AreaCode area) =>
        Permissions.May(person, Right.ManageCalendar, Subject.Place(area));

    /// <summary>One knows of the visits to one's own areas and, in a county, of the residency in its city.</summary>
    public static bool MayKnow(Person person, Visit visit) =>
        person.Grants.Any(g =>
            Permissions.ReachOf(Right.See, g.Role) == Reach.InArea
                && (g.Area.Contains(visit.Area) || g.Area.City == visit.Area));

    private readonly DirectoryCommands commands = new(store, directory);

    /// <summary>Entering the same visit twice is entering it once.</summary>
    public Task<VisitRefusal?> AddAsync(Person by, Visit visit, CancellationToken cancellationToken) => commands.ExecuteAsync(
        async cancellationToken =>
        {
            directory.Forget();
            var now = await directory.ReadAsync(cancellationToken);
            if (now.PlannedVisits.Any(visit.IsSameAs))
            {
                return DirectoryCommands.Answer<VisitRefusal?>(MayManage(by, visit.Area)
                    ? null
                    : VisitRefusal.NotAllowed);
            }

            var refusal = WhyNot(by, visit, now, null) ?? (now.PlannedVisits.Count >= MaxVisits ? VisitRefusal.TooMany : null);
            return refusal is null
                ? DirectoryCommands.Write(refusal, new Change.Insert(DirectoryRows.ToRow(visit)))
                : DirectoryCommands.Answer(refusal);
        },
        cancellationToken);

    /// <param name="key">Of the visit's row.</param>
    public Task<VisitRefusal?> ChangeEndAsync(Person by, string key, LocalDate to, CancellationToken cancellationToken) => RewriteAsync(
        key,
        (visit, now) => WhyNot(by, visit with { To = to }, now, visit),
        (row, visit) => new Change.Replace(DirectoryRows.ToRow(visit with { To = to }), row.ETag!),
        () => VisitRefusal.NotFound,
        cancellationToken);

    /// <inheritdoc cref="ChangeEndAsync"/>
    public Task<VisitRefusal?> RemoveAsync(Person by, string key, CancellationToken cancellationToken)
    {
        var tried = false;
        return RewriteAsync(
            key,
            (visit, _) => MayManage(by, visit.Area) ? null : VisitRefusal.NotAllowed,
            (row, _) =>
            {
                tried = true;
                return new Change.Delete(row.Key, row.ETag);
            },
            // The store had not said that it was removed just now.
            () => tried ? null : VisitRefusal.NotFound,
            cancellationToken);
    }

    /// <param name="why">Why it is refused, if it is.</param>
    /// <param name="gone">What is said when it is not there.</param>
    private Task<VisitRefusal?> RewriteAsync(
        string key, Func<Visit, LiaisonDirectory, VisitRefusal?> why, Func<Row, Visit, Change> change, Func<VisitRefusal?> gone, CancellationToken cancellationToken) =>
        commands.ExecuteAsync(
            async cancellationToken =>
            {
                directory.Forget();
                var now = await directory.ReadAsync(cancellationToken);
                if (!now.PlannedVisits.Any(v => v.Key == key)
                    || await store.ReadAsync(
                        DirectoryRows.Table,
                        directory.Province.Value,
                        key,
                        cancellationToken) is not { } row)
                {
                    return DirectoryCommands.Answer(gone());
                }

                var visit = DirectoryRows.ToVisit(row);
                var refusal = why(visit, now);
                return refusal is null
                    ? DirectoryCommands.Write(refusal, change(row, visit))
                    : DirectoryCommands.Answer(refusal);
            },
            cancellationToken);

    private static VisitRefusal? WhyNot(Person by, Visit visit, LiaisonDirectory now, Visit? before)
    {
        if (!MayManage(by, visit.Area))
        {
            return VisitRefusal.NotAllowed;
        }

        if (visit.Team is < 1 or > MaxTeam)
        {
            return VisitRefusal.TeamMissing;
        }

        if (now.Areas.Find(visit.Area) is null)
        {
            return VisitRefusal.UnknownArea;
        }

        if (!visit.PlaceFits)
        {
            return VisitRefusal.PlaceDoesNotFit;
        }

        if (visit.To < visit.From)
        {
            return VisitRefusal.EndsBefore;
        }

        if (Period.DaysBetween(visit.From, visit.To) >= MaxDays)
        {
            return VisitRefusal.TooLong;
        }

        return now.PlannedVisits.Any(other =>
            other.Key != before?.Key && other.State != VisitState.Cancelled && visit.CannotBeBeside(other))
            ? VisitRefusal.Overlaps
            : null;
    }
}
