using System.Collections.Concurrent;
using LiaisonBot.Core.Areas;
using LiaisonBot.Core.Storage;
using NodaTime;

namespace LiaisonBot.Core.People;

/// <summary>Where a person's chat is, and whether the bot can reach them there.</summary>
/// <param name="Reachable">False after they blocked the bot, until they write again.</param>
/// <param name="Since">When it was found there, or found closed.</param>
/// <param name="Language">What was spoken there last; null while nothing was, or when the person has set a
/// language.</param>
/// <param name="Account">Object id of the account whose chat it is; null in rows of earlier versions, where it is the
/// account that the person has.</param>
public sealed record Chat(
    string PersonId,
    ChatAddress Address,
    bool Reachable = true,
    Instant? Since = null,
    Language? Language = null,
    string? Account = null)
{
    /// <summary>A chat is an account's: a person who has another account by now is not there any more.</summary>
    public bool IsOf(Person person) => person.ObjectId is { } account && (Account is null || Account == account);
}

/// <summary>
/// The directory (通讯录) of one province at one moment: people, units, visits and chats, and the calendar they go by.
/// Immutable.
/// </summary>
public sealed class LiaisonDirectory
{
    /// <summary>People who may hold one role in one area: each step of a matter tells them all in its batch.</summary>
    public const int MostOfAPlace = 30;

    private readonly Dictionary<string, Person> byId;
    private readonly Dictionary<string, Person> byObjectId;
    private readonly Dictionary<string, Person> bySignInName;
    private readonly ILookup<(Role, AreaCode), Person> byGrant;
    private readonly ILookup<string, (Person Person, Grant Grant)> substitutes;
    private readonly ILookup<string, (Person Person, Grant Grant)> enteredSubstitutes;
    private readonly Dictionary<string, Chat> chats;
    private readonly Dictionary<AreaCode, List<Room>> roomsByCity = [];
    private readonly ConcurrentDictionary<LocalDate, AreaBook> booksByDay = new();
    private readonly Dictionary<string, FormerPerson> former = [];

    /// <param name="before">An earlier directory of the province: its book of areas, which takes long to make, is kept
    /// while the units are the same.</param>
    public LiaisonDirectory(
        AreaCode province,
        IReadOnlyList<Person> people,
        IReadOnlyList<Area> units,
        IReadOnlyList<Visit> visits,
        IEnumerable<Chat> chats,
        LiaisonDirectory? before = null,
        ReminderLimits? limits = null,
        IReadOnlyList<AreaChange>? changes = null, LocalDate today = default)
    {
        (AreaChanges, Today) = (changes ?? [], today);
        Limits = limits ?? ReminderLimits.Default;
        var inForce = AreaChanges.Where(c => c.On <= today).ToList();
        Areas = before is not null
            && before.Province == province
            && before.Units.SequenceEqual(units)
            && before.AreaChanges.Where(c => c.On <= before.Today).SequenceEqual(inForce)
            ? before.Areas
            : AreaBook.Load(province, units, inForce);
        people = InForce(
            [.. people.Select(p =>
                p with
                {
                    Preferences = Limits.Within(p.Preferences),
                    Entered = [.. p.Grants.SelectMany(TakenOver).Distinct()]
                })],
            today);
        (Province, People, Units, PlannedVisits) = (province, people, units, visits);
        Partitions = [Province.City, .. Areas.Cities.Select(c => c.Code)];
        Visits = [.. visits.Where(v => v.IsAnnounced(today))];
        byId = people.DistinctBy(p => p.Id, StringComparer.Ordinal).ToDictionary(p => p.Id, StringComparer.Ordinal);
        foreach (var person in people)
            foreach (var formerly in person.Formerly)
            {
                byId.TryAdd(formerly, person);
            }

        HasUnbound = people.Any(p => p.ObjectId is null);
        HasNames = people.Any(p => p.SignInName is not null);
        Claimed = [.. people.Where(p => p.Claim is not null)];
        byObjectId = people.Where(p => p.ObjectId is not null)
            .DistinctBy(p => p.ObjectId)
            .ToDictionary(p => p.ObjectId!, StringComparer.Ordinal);
        bySignInName = people.Where(p => p.SignInName is not null)
            .DistinctBy(p => Identity.Of(p.SignInName))
            .ToDictionary(p => Identity.Of(p.SignInName)!, StringComparer.Ordinal);
        byGrant = people.SelectMany(p => p.Grants.Select(g => (g.Role, g.Area)).Distinct().Select(key => (Key: key, Person: p)))
            .ToLookup(x => x.Key, x => x.Person);
        substitutes = people.SelectMany(p => p.Grants.Where(g => g.For is not null).Select(g => (Person: p, Grant: g)))
            .ToLookup(x => x.Grant.For!, StringComparer.Ordinal);
        enteredSubstitutes = people.SelectMany(p => p.Entered.Where(g => g.For is not null).Select(g => (Person: p, Grant: g)))
            .ToLookup(x => x.Grant.For!, StringComparer.Ordinal);
        this.chats = chats.DistinctBy(c => c.PersonId, StringComparer.Ordinal)
            .ToDictionary(c => c.PersonId, StringComparer.Ordinal);
    }

    public AreaCode Province { get; }

    /// <summary>
    /// What they set stands within <see cref="Limits"/>; also those who hold nothing today, before or after their days.
    /// </summary>
    public IReadOnlyList<Person> People { get; }

    /// <summary>What is still to be told or passed on of changes of people.</summary>
    public IReadOnlyList<PeopleNews> News { get; init; } = [];

    public ReminderLimits Limits { get; }

    /// <summary>What findings are about, as the office lists it (问题类型).</summary>
    public IReadOnlyList<string> Topics { get; init; } = TopicList.Default;

    public IReadOnlyList<Area> Units { get; }

    /// <summary>Changes of the division that the office registered, in force or still to come.</summary>
    public IReadOnlyList<AreaChange> AreaChanges { get; }

    /// <summary>The Beijing date for which the areas are.</summary>
    public LocalDate Today { get; }

    /// <summary>Those that everybody concerned knows of today.</summary>
    public IReadOnlyList<Visit> Visits { get; }

    /// <summary>
    /// All of them, also those of which only the office and the team know (<see cref="Right.SeePlan"/>), and cancelled
    /// ones.
    /// </summary>
    public IReadOnlyList<Visit> PlannedVisits { get; }

    /// <summary>Of tables that are still being written, or were broken off: for nobody.</summary>
    internal IReadOnlyList<Visit> UnfinishedVisits { get; init; } = [];

    /// <summary>To be written with every visit that is entered or moved.</summary>
    internal VisitsGuard VisitsGuard { get; init; } = VisitsGuard.None;

    public AreaBook Areas { get; }

    public CalendarBook Calendar { get; init; } = CalendarBook.BuiltIn;

    /// <summary>Channels and groups that are bound to cities.</summary>
    public IReadOnlyList<Room> Rooms
    {
        get;
        init
        {
            field = value;
            roomsByCity = value.GroupBy(room => room.City).ToDictionary(city => city.Key, city => city.ToList());
        }
    } = [];

    /// <summary>Trainings of people of teams, the latest first.</summary>
    public IReadOnlyList<Training> Trainings { get; init; } = [];

    /// <summary>People who left, and of whom something is still kept; among them some who came back since.</summary>
    public IReadOnlyList<FormerPerson> Former
    {
        get;
        init
        {
            field = value;
            former = value.DistinctBy(f => f.Id, StringComparer.Ordinal)
                .ToDictionary(f => f.Id, StringComparer.Ordinal);
        }
    } = [];

    /// <summary>
    /// Rows that could not be read, by their keys: who or what they are about is missing here, and is there all the
    /// same.
    /// </summary>
    public IReadOnlyDictionary<string, DamagedRowException> Damaged { get; init; } = new Dictionary<string, DamagedRowException>(StringComparer.Ordinal);

    /// <summary>The person is entered, and the row that says so cannot be read.</summary>
    public bool IsDamaged(string personId) =>
        Damaged.Count > 0 && Damaged.ContainsKey(DirectoryRows.PersonKey(personId));

    /// <summary>
    /// What waits for this person is being given to whoever has their duty now: until then nothing of it is dropped.
    /// </summary>
    public bool IsBeingPassedOn(string personId, Instant now) =>
        News.Any(n => n.Kind == PeopleNewsKind.PassOn && n.About == personId && n.Begins <= now);

    /// <param name="conversation">Of the channel or group as a whole.</param>
    public Room? RoomOf(string conversation) => Rooms.FirstOrDefault(room => room.Id == conversation);

    public IReadOnlyList<Room> RoomsOf(AreaCode city) => roomsByCity.GetValueOrDefault(city) ?? [];

    /// <summary>
    /// Partitions that can hold matters: the cities, and the pseudo-city of the province-level units.
    /// </summary>
    public IReadOnlyList<AreaCode> Partitions { get; }

    /// <summary>True when someone is entered by sign-in name and has not been bound to an object id yet.</summary>
    public bool HasUnbound { get; }

    /// <summary>True when the sign-in name of an account that is not known can be somebody's.</summary>
    public bool HasNames { get; }

    /// <summary>People under whose name another account writes.</summary>
    public IReadOnlyList<Person> Claimed { get; }

    /// <param name="id">Also one that a person had as a second entry.</param>
    public Person? ById(string id) => byId.GetValueOrDefault(id);

    /// <summary>As they left; they may have come back since.</summary>
    public FormerPerson? FormerById(string id) => former.GetValueOrDefault(id);

    public Person? ByObjectId(string objectId) => byObjectId.GetValueOrDefault(objectId.ToLowerInvariant());

    /// <param name="signInName">In any spelling that <see cref="Identity"/> reads.</param>
    public Person? BySignInName(string signInName) =>
        Identity.Of(signInName) is { } name ? bySignInName.GetValueOrDefault(name) : null;

    /// <summary>The areas as they will be on a day.</summary>
    public AreaBook AreasOn(LocalDate day) =>
        booksByDay.GetOrAdd(day, _ => AreaBook.Load(Province, Units, AreaChanges.Where(c => c.On <= day)));

    /// <summary>
    /// Whoever works for a place works on the matters of those that it took over, too, and those who worked for them
    /// for it.
    /// </summary>
    private IEnumerable<Grant> TakenOver(Grant grant) =>
        grant.Role == Role.CountyOfficer
            ? Areas.CodesOf(grant.Area).Select(code => grant with { Area = code })
            : [grant];

    /// <summary>The people who hold a role in exactly this area today, also those who stand in for one of them.</summary>
    public IEnumerable<Person> Holding(Role role, AreaCode area) => byGrant[(role, area)];

    /// <summary>Of those who hold a role in exactly this area, the ones who are told and reminded.</summary>
    public IEnumerable<Person> Told(Role role, AreaCode area) => OnDuty(Holding(role, area), role, area);

    /// <summary>
    /// Leaves out who is stood in for: the substitute is told instead, so that nobody hears of one thing twice and
    /// whoever is away is left in peace. Unless the bot does not reach the substitute: then both are told.
    /// </summary>
    public IEnumerable<Person> OnDuty(IEnumerable<Person> holders, Role role, AreaCode area, int? team = null) =>
        substitutes.Count == 0
            ? holders
            : holders.Where(holder => !HasOwn(holder, role, area, team)
                || !Substitutes(holder).Any(s => s.Grant.Role == role
                    && s.Grant.Team == team
                    && s.Grant.Area.Contains(area)
                    && ChatOf(s.Person.Id) is { Reachable: true }));

    /// <summary>Name of the person for whom somebody acts with a grant; null in their own name.</summary>
    public string? InNameOf(Grant? grant) => grant?.For is { } id ? ById(id)?.Name : null;

    /// <summary>Who stands in for a person today, and in what.</summary>
    public IEnumerable<(Person Person, Grant Grant)> Substitutes(Person person) =>
        person.Formerly.Prepend(person.Id).SelectMany(id => substitutes[id]);

    /// <summary>Who stands in for a person on any day that was entered, with their days.</summary>
    public IEnumerable<(Person Substitute, Grant Days)> EnteredSubstitutesOf(Person person) =>
        person.Formerly.Prepend(person.Id).SelectMany(id => enteredSubstitutes[id]);

    // Who stands in for somebody is told, also while somebody else stands in for them in something of their own.
    private static bool HasOwn(Person holder, Role role, AreaCode area, int? team) =>
        holder.OwnGrants.Any(g => g.Role == role && g.Team == team && g.Area.Contains(area))
            && !holder.Grants.Any(g => g.For is not null && g.Role == role && g.Team == team && g.Area.Contains(area));

    /// <summary>
    /// With the grants that count on a day: those that have begun and not ended and, of those for somebody else, what
    /// that person has themselves that day. One's own come first: by them one acts in one's own name.
    /// </summary>
    private static IReadOnlyList<Person> InForce(IReadOnlyList<Person> people, LocalDate day)
    {
        if (!people.Any(p => p.Entered.Any(g => g is not { From: null, To: null, For: null })))
        {
            return [.. people.Select(p => p.AsStored())];
        }

        List<Person> own = [.. people.Select(p =>
            p with { Grants = [.. p.Entered.Where(g => g.For is null && g.CountsOn(day))] })];
        var holders = own.SelectMany(p => p.Formerly.Prepend(p.Id).Select(id => (Id: id, Person: p)))
            .DistinctBy(x => x.Id, StringComparer.Ordinal)
            .ToDictionary(x => x.Id, x => x.Person, StringComparer.Ordinal);
        return [.. own.Select(p =>
            p with
            {
                Grants =
                [
                    .. p.Grants,
                    .. p.Entered.Where(g => g.For is { } represented
                        && g.CountsOn(day)
                        && !p.Is(represented)
                        && holders.GetValueOrDefault(represented)?.Grants.Any(g.IsSameDuty) == true)
                ]
            })];
    }

    /// <summary>Whether other grants count, or other visits are known, on another day than on that of this directory.</summary>
    public bool ChangesBy(LocalDate day) =>
        People.Any(p => p.Entered.Any(g => g.CountsOn(Today) != g.CountsOn(day)))
            || PlannedVisits.Any(v => v.IsAnnounced(Today) != v.IsAnnounced(day));

    public Chat? ChatOf(string personId) =>
        ById(personId) is { } person && chats.GetValueOrDefault(person.Id) is { } chat && chat.IsOf(person)
            ? chat
            : null;

    /// <summary>Places that this person may assign matters to, in the order of their codes.</summary>
    public IEnumerable<Area> AssignableBy(Person person) =>
        Areas.All.Where(area =>
            area.Level != AreaLevel.Province && Permissions.May(person, Right.Assign, Subject.Place(area.Code)));
}
