using LiaisonBot.Core.Areas;
using LiaisonBot.Core.People;

namespace LiaisonBot.Core.Sealed;

/// <summary>
/// Who may do what with sealed records (docs/rules.md): who works on one by name, the leader of its team, whom the office named
/// for it (a grant of the office with the post 信访专员 or 网信专员), and of a slip its receiver. Only what one holds
/// oneself counts: who stands in for somebody has no part in it. Who is recused from the place, or from the record, has none.
/// </summary>
public static class SealedRights
{
    /// <summary>To see that it is there, and what is to be done.</summary>
    public static bool MaySee(Person person, SealedRecord record) =>
        !IsRecused(person, record) && (Works(person, record) || Leads(person, record) || IsReceiver(person, record));

    /// <summary>To open its text, which is noted.</summary>
    public static bool MayOpen(Person person, SealedRecord record) => MaySee(person, record);

    /// <summary>To open who told it, with a reason, which is noted. A receiver of a slip never may.</summary>
    public static bool MayIdentify(Person person, SealedRecord record) =>
        !IsRecused(person, record) && (Works(person, record) || Leads(person, record));

    /// <summary>To judge it and to carry it on: whoever works on it, and the leader.</summary>
    public static bool MayWork(Person person, SealedRecord record) =>
        !IsRecused(person, record) && (Works(person, record) || Leads(person, record));

    /// <summary>To say who works on it, to sign, to give more time, and to read who looked.</summary>
    public static bool MayLead(Person person, SealedRecord record) =>
        !IsRecused(person, record) && (Leads(person, record) || IsOfOffice(person, record.Kind));

    /// <summary>To count an unannounced visit as one of the plan: the leader of its team.</summary>
    public static bool MayCount(Person person, SealedRecord record) =>
        record.Team is not null && !IsRecused(person, record) && Leads(person, record);

    /// <summary>
    /// The department of a slip or a question; the leader of the team to which something was forwarded, unless it was stopped.
    /// </summary>
    public static bool IsReceiver(Person person, SealedRecord record) =>
        record is { Receiver: { } receiver, State: not SealedState.Registered, IsStopped: false } && record.Kind switch
        {
            SealedKind.Slip or SealedKind.Question => person.OwnGrants.Any(g => g.Role == Role.Department && g.Area == receiver),
            SealedKind.Forward => person.OwnGrants.Any(g =>
                g.Role == Role.TeamLeader && g.Team == record.ReceiverTeam && g.Area.Contains(receiver)),
            SealedKind.Petition or SealedKind.Interference or SealedKind.OnlineClue or SealedKind.Inquiry
                or SealedKind.UnannouncedVisit => false,
        };

    /// <summary>
    /// The team for which somebody may register one of this kind at a place; 0 for the office; null for nobody. The leader
    /// may, and whoever holds the post for it.
    /// </summary>
    public static int? RegistersFor(Person person, SealedKind kind, AreaCode place)
    {
        if (person.IsRecusedFrom(place))
        {
            return null;
        }

        return person.OwnGrants
            .Where(g => g.Role is Role.TeamLeader or Role.TeamMember && g.Area.Contains(place))
            .Where(g => g.Role == Role.TeamLeader || g.Post == PostOf(kind) || g.Post is Post.DeputyLeader)
            .Select(g => g.Team)
            .FirstOrDefault(team => team is not null)
            ?? (IsOfOffice(person, kind) ? 0 : null);
    }

    /// <summary>Whether somebody has a part in any sealed record.</summary>
    public static bool IsConcerned(Person person) => person.OwnGrants.Any(g =>
        g.Role is Role.TeamLeader or Role.TeamMember or Role.Department
        || (g.Role == Role.Office && g.Post is Post.Petitions or Post.OnlineClues));

    /// <summary>Whether they may have counts of an area: who leads a team there, and whom the office named.</summary>
    public static bool Counts(Person person, AreaCode area) => person.OwnGrants.Any(g =>
        (g.Role == Role.TeamLeader && (area.Contains(g.Area) || g.Area.Contains(area)))
        || (g.Role == Role.Office && g.Post is Post.Petitions or Post.OnlineClues));

    /// <summary>Whether they may register one of some kind somewhere.</summary>
    public static bool Registers(Person person) => person.OwnGrants.Any(g =>
        g.Role == Role.TeamLeader
        || (g.Role is Role.TeamMember or Role.Office && g.Post is Post.Petitions or Post.OnlineClues or Post.DeputyLeader));

    public static Post PostOf(SealedKind kind) => kind switch
    {
        SealedKind.OnlineClue => Post.OnlineClues,
        SealedKind.Petition or SealedKind.Interference or SealedKind.Slip or SealedKind.Inquiry or SealedKind.Question
            or SealedKind.Forward or SealedKind.UnannouncedVisit => Post.Petitions,
    };

    /// <summary>Named by the office for records of any kind.</summary>
    public static bool IsOfOffice(Person person) =>
        person.OwnGrants.Any(g => g.Role == Role.Office && g.Post is Post.Petitions or Post.OnlineClues);

    /// <summary>Named by the office for all records of a kind.</summary>
    public static bool IsOfOffice(Person person, SealedKind kind) =>
        person.OwnGrants.Any(g => g.Role == Role.Office && g.Post == PostOf(kind));

    public static bool IsRecused(Person person, SealedRecord record) =>
        person.IsRecusedFrom(record.Place)
        || record.Recused.Any(person.Is)
        || (record is { Kind: SealedKind.Forward, Receiver: { } present } && person.IsRecusedFrom(present));

    /// <summary>Leads the team whose record it is, in the city of the place.</summary>
    private static bool Leads(Person person, SealedRecord record) => record.Team is { } team
        ? person.OwnGrants.Any(g => g.Role == Role.TeamLeader && g.Team == team && g.Area.Contains(record.Place))
        : IsOfOffice(person, record.Kind);

    /// <summary>
    /// Named for it, and still of the team or the office: who leaves has no part in it from that day on.
    /// </summary>
    private static bool Works(Person person, SealedRecord record) => IsOfOffice(person, record.Kind)
        || (record.Handlers.Any(person.Is) && person.OwnGrants.Any(g =>
            g.Role == Role.Office
            || (g.Role is Role.TeamLeader or Role.TeamMember && g.Team == record.Team && g.Area.Contains(record.Place))));
}
