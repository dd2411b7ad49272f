using System.Globalization;
using LiaisonBot.Core.People;
using LiaisonBot.Core.Storage;
using NodaTime;

namespace LiaisonBot.Core.Messaging;

/// <summary>
/// Tells the level above that somebody cannot be reached any more (design §7): one line in their next digest, at the
/// first subject of which the message did not arrive; none when the person is back by then.
/// </summary>
internal static class Unreached
{
    /// <summary>The lines to be gathered, for the batch that puts the message aside.</summary>
    /// <param name="send">The send that found it out. With a clock that was set back, another may find out the same at
    /// the same moment again.</param>
    public static IEnumerable<Change> Tell(OutboxMessage missed, SendLease send, Person person, ISubject subject, LiaisonDirectory people, Instant now) =>
        Above(person, people)
            .Where(p => p.Id != person.Id && subject.MaySee(p))
            .DistinctBy(p => p.Id)
            .Take(LiaisonDirectory.MostOfAPlace)
            .Select((p, index) => new Change.Upsert(OutboxRows.ToRow(
                OutboxRows.Digest,
                new(
                    Id(missed, send, now, index),
                    p.Id,
                    subject.Key,
                    OutboxMessage.Unreached,
                    person.Name,
                    now,
                    person.Id,
                    null))));

    /// <summary>Whether the person of whom the line tells still cannot be reached.</summary>
    public static bool Holds(OutboxMessage message, LiaisonDirectory people) =>
        message is { What: OutboxMessage.Unreached, Note: { } id }
            && people.ById(id) is not null
            && people.ChatOf(id) is { Reachable: false };

    /// <summary>The city office above a county's officer, where there is one; else the provincial office.</summary>
    private static IEnumerable<Person> Above(
        Person person,
        LiaisonDirectory people) => person.Grants.SelectMany(g => g.Role switch
    {
        Role.CountyOfficer when people.Told(Role.CityOffice, g.Area.City).ToList() is { Count: > 0 } city => city,
        Role.Office => [],
        Role.TeamLeader or Role.TeamMember or Role.CityOffice or Role.CountyOfficer or Role.SupervisionOffice
            or Role.Department => people.Told(Role.Office, people.Province),
    });

    private static string Id(OutboxMessage missed, SendLease send, Instant now, int index) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{now.ToUnixTimeMilliseconds():00000000000000}-{missed.Id}-{send.By}-{index:00}");
}
