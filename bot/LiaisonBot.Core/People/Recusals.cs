using NodaTime;

namespace LiaisonBot.Core.People;

/// <summary>回避: what somebody may have no part in. Pure.</summary>
public static class Recusals
{
    /// <summary>
    /// The first visit of a team in which somebody with this grant would be where they are recused from: of the whole
    /// team, or of their group. For the city of the grant itself the visit is null.
    /// </summary>
    /// <returns>Null when there is nothing in the way.</returns>
    public static RecusalClash? Clash(Person person, Grant grant, IEnumerable<Visit> visits)
    {
        if (grant.Team is not { } team || person.Recusals.Count == 0)
        {
            return null;
        }

        if (person.IsRecusedFrom(grant.Area))
        {
            return new(grant, null);
        }

        var visit = visits
            .Where(v => v.Team == team
                && v.State != VisitState.Cancelled
                && v.Area.City == grant.Area
                && (v.Group is null || v.Group == grant.Group)
                && !(v.To < grant.From)
                && !(grant.To < v.From)
                && person.IsRecusedFrom(v.Area))
            .OrderBy(v => v.From)
            .FirstOrDefault();
        return visit is null ? null : new(grant, visit);
    }

    /// <summary>Somebody of the team who would be where they are recused from; null when nobody is.</summary>
    public static Person? Clashing(Visit visit, IEnumerable<Person> people) => people.FirstOrDefault(p =>
        p.Entered.Any(g => g.Team == visit.Team && Clash(p, g, [visit]) is not null));
}

/// <param name="Visit">Null for the whole city of the grant.</param>
public sealed record RecusalClash(Grant Grant, Visit? Visit);

/// <summary>A training (培训): when, about what, and who was there. No points are kept.</summary>
/// <param name="Id">Of its row; empty before it is entered.</param>
/// <param name="Present">Person ids.</param>
public sealed record Training(string Id, LocalDate On, string Subject, IReadOnlyList<string> Present)
{
    /// <summary>UTF-16 units of <see cref="Subject"/>.</summary>
    public const int SubjectLength = 60;

    /// <summary>People of one training.</summary>
    public const int MaxPresent = 200;
}
