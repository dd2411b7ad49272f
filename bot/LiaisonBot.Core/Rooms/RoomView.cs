using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using LiaisonBot.Core.Areas;
using LiaisonBot.Core.Calendar;
using LiaisonBot.Core.Matters;
using LiaisonBot.Core.People;
using LiaisonBot.Core.Storage;
using NodaTime;

namespace LiaisonBot.Core.Rooms;

/// <summary>Whose step is next, as far as everybody may know.</summary>
public enum RoomNext
{
    /// <summary>The place's own.</summary>
    Place,

    /// <summary>A department's; which one is not for everybody.</summary>
    Department,

    /// <summary>The side that reviews.</summary>
    Review,

    /// <summary>Nobody's: it has come to its end.</summary>
    Nobody,
}

/// <summary>
/// All that a card in a room can be made of (design §8: never what some reader may not see). Who reads in a room is not
/// known, so there is nothing here that anybody typed, no name of a person, no department and no supervision: only
/// which matter it is, where, how far, by when, and whose step is next. Whoever binds the room to the city decides that
/// its readers may know this much.
/// </summary>
/// <param name="AsOf">Beijing date on which it was looked at.</param>
/// <param name="Children">Counties that it was passed on to; they have no cards of their own.</param>
/// <param name="Readers">People's ids in the channel, at most <see cref="MostReaders"/>: those who may do something
/// now, and so get a view of their own at once.</param>
public sealed record RoomView(
    MatterNumber Number,
    AreaCode Area,
    MatterState State,
    LocalDate Due,
    bool DueProvisional,
    LocalDate AsOf,
    RoomNext Next,
    int Children,
    int ChildrenClosed,
    IReadOnlyList<string> Readers)
{
    /// <summary>How many files and links there are with it.</summary>
    public int Evidence { get; init; }

    /// <summary>Teams refreshes a card for no more.</summary>
    public const int MostReaders = 60;

    public bool IsOpen => Next != RoomNext.Nobody;

    /// <summary>The same for what looks the same.</summary>
    public string Fingerprint => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Create(
        CultureInfo.InvariantCulture,
        $"{Number.Key}|{Area.Value}|{State}|{Columns.Date(Due)}|{DueProvisional}|{Columns.Date(AsOf)}|{Next}|{Children}|{ChildrenClosed}|{(Evidence > 0 ? $"e{Evidence}|" : "")}{string.Join('\n', Readers)}"))))[..32];

    public static RoomView Of(MatterTree tree, LiaisonDirectory people, Instant now)
    {
        var matter = tree.Matter;
        var next = matter.State switch
        {
            MatterState.Assigned when matter.Declined is not null => RoomNext.Review,
            MatterState.Assigned or MatterState.InProgress =>
                matter.ReferredTo is null ? RoomNext.Place : RoomNext.Department,
            MatterState.HandedIn => RoomNext.Review,
            MatterState.Closed or MatterState.Withdrawn => RoomNext.Nobody,
        };
        return new(
            matter.Number,
            matter.Area,
            matter.State,
            matter.Due,
            matter.DueProvisional,
            BeijingTime.Today(now),
            next,
            matter.Children,
            matter.ChildrenClosed,
            // What has come to its end asks nobody for anything.
            !matter.IsOpen ? [] : [.. ReadersOf(tree, people, now)
                .Select(person => IdOf(person, people))
                .OfType<string>()
                .Take(MostReaders)])
        {
            Evidence = tree.Evidence.Count(),
        };
    }

    /// <summary>Those whose step is next come first.</summary>
    private static IEnumerable<Person> ReadersOf(MatterTree tree, LiaisonDirectory people, Instant now)
    {
        var next = tree.Matter.State switch
        {
            MatterState.Assigned => Act.Sign,
            MatterState.InProgress => Act.HandIn,
            MatterState.HandedIn or MatterState.Closed or MatterState.Withdrawn => Act.Close,
        };
        return people.People
            .Where(person => Permissions.May(person, Right.See, tree.Matter.Subject))
            .Select(person => (Person: person, Acts: MatterRules.Possible(tree, person, now)))
            // Whoever may only speak of it or hear of it sees the same as everybody.
            .Where(one => one.Acts.Any(act => !Acts.IsTalk(act)))
            .OrderBy(one => one.Acts.Contains(next) ? 0 : 1).ThenBy(one => one.Person.Id, StringComparer.Ordinal)
            .Select(one => one.Person);
    }

    /// <summary>
    /// As the channel calls the person, or the form that Teams makes of an object id; null for somebody not seen yet.
    /// </summary>
    private static string? IdOf(Person person, LiaisonDirectory people) =>
        people.ChatOf(person.Id)?.Address.UserId
            ?? (Guid.TryParse(person.ObjectId, out _) ? "8:orgid:" + person.ObjectId : null);
}
