using LiaisonBot.Core.Areas;
using LiaisonBot.Core.Calendar;
using LiaisonBot.Core.Commands;
using LiaisonBot.Core.Storage;
using LiaisonBot.Core.Text;
using NodaTime;

namespace LiaisonBot.Core.People;

/// <summary>Why a change of the directory was not made.</summary>
public enum DirectoryRefusal
{
    NotAllowed,
    NameMissing,
    NameTooLong,

    /// <summary>Neither an object id nor a sign-in name.</summary>
    IdentityMissing,
    IdentityTooLong,
    UnknownArea,

    /// <summary>The role does not fit the level of the area, or a team's number is missing.</summary>
    RoleDoesNotFit,
    TooManyGrants,

    /// <summary>More people in one role of one area than can be told of a step.</summary>
    TooManyPeople,
    TooManyUnits,

    /// <summary>
    /// Another account writes under the name of this person, who has the role already: the office says first whose it
    /// is.
    /// </summary>
    AccountWaits,

    /// <summary>
    /// Somebody who is more than what the asker may enter: only the office gives such a person a further role.
    /// </summary>
    HasOtherRoles,

    /// <summary>The office's last person cannot be removed: nobody could enter people any more.</summary>
    LastOfOffice,

    /// <summary>The digest's limits are turned around, too wide, or leave out the policy's own time.</summary>
    DigestLimits,

    /// <summary>1 to <see cref="TopicList.Most"/> topics, each of at most <see cref="TopicList.MaxLength"/>.</summary>
    Topics,

    /// <summary>
    /// The longest quiet hours are shorter than the policy's own, or longer than
    /// <see cref="ReminderLimits.MostQuiet"/>.
    /// </summary>
    QuietLimits,

    /// <summary>Longer than <see cref="Person.JobTitleLength"/>, or of several lines.</summary>
    JobTitleTooLong,

    /// <summary>Nothing that can be dialled, or longer than <see cref="Person.PhoneLength"/>.</summary>
    PhoneWrong,

    /// <summary>The last day is before the first, or over.</summary>
    DaysOutOfOrder,

    /// <summary>They are recused from the city, or from a place that the team or their group visits in these days.</summary>
    Recused,

    /// <summary>Longer than <see cref="Person.HomeUnitLength"/>, or of several lines.</summary>
    HomeUnitTooLong,

    /// <summary>More places than <see cref="Person.MaxRecusals"/>.</summary>
    TooManyRecusals,

    /// <summary>A training without a day or a subject, or with nobody there.</summary>
    TrainingIncomplete,
    NotFound,
}

/// <summary>What a start did about the person that the settings name as the first of the provincial office.</summary>
public enum FirstOfOffice
{
    /// <summary>Nobody was there: now this person is.</summary>
    Entered,

    /// <summary>This person is there, among others or alone.</summary>
    IsThere,

    /// <summary>Others are there, and this person is not among them: whoever was removed stays removed.</summary>
    OthersAreThere,

    /// <summary>Nobody is there, and nobody is named.</summary>
    NobodyNamed,
}

/// <summary>
/// Changes people, units and chats. Each change is one batch; two at the same moment both take effect.
/// </summary>
public sealed class DirectoryService(ITableStore store, CurrentDirectory directory)
{
    public const int UnitNameLength = Area.NameLength;

    private readonly DirectoryCommands commands = new(store, directory);

    private LocalDate Today => BeijingTime.Today(directory.Clock.GetCurrentInstant());

    /// <summary>
    /// Enters a person in a role, or adds the role to someone who is there already.
    /// </summary>
    /// <param name="identity">Entra object id (a GUID) or sign-in name.</param>
    public Task<DirectoryRefusal?> AddGrantAsync(
        Person by,
        string? identity,
        string? name,
        Grant grant,
        CancellationToken cancellationToken) =>
        EnterAsync(by, new(identity, name, grant), cancellationToken);

    /// <inheritdoc cref="AddGrantAsync"/>
    public async Task<DirectoryRefusal?> EnterAsync(Person by, PersonEntry entry, CancellationToken cancellationToken)
    {
        var decided = EntryRules.Decide(by, [entry], await directory.ReadAsync(cancellationToken))[0];
        if (decided.Refusal is { } refusal)
        {
            return refusal;
        }

        await RewriteAsync(
            DirectoryRows.PersonKey(decided.Person!.Id),
            row =>
                DirectoryRows.ToRow(row is null
                    ? decided.Person
                    : EntryRules.Enter(by, DirectoryRows.ToPerson(row), entry)),
            cancellationToken);
        return null;
    }

    /// <summary>
    /// Without anyone of the office nobody could enter people: the first is named in the settings, and entered into an
    /// office that has nobody. Whoever is there is left as they are, and so is what the named person has besides.
    /// </summary>
    /// <param name="identity">Object id or sign-in name; null when the settings name nobody.</param>
    /// <param name="name">What a new person is called.</param>
    public async Task<FirstOfOffice> EnterFirstAsync(string? identity, string name, CancellationToken cancellationToken)
    {
        var grant = new Grant(Role.Office, directory.Province);
        return await commands.ExecuteAsync(
            async cancellationToken =>
            {
                // Two that start at once may name two people: of those who saw nobody, this row lets one through.
                var mark = await store.ReadAsync(
                    DirectoryRows.Table,
                    directory.Province.Value,
                    DirectoryRows.FirstOfOffice,
                    cancellationToken);
                directory.Forget();
                var now = await directory.ReadAsync(cancellationToken);
                var known = Identity.Of(identity) is { } who ? now.ByObjectId(who) ?? now.BySignInName(who) : null;
                if (now.Holding(Role.Office, directory.Province).Any())
                {
                    var isThere = known?.Grants.Contains(grant) == true || identity is null;
                    return DirectoryCommands.Answer(isThere ? FirstOfOffice.IsThere : FirstOfOffice.OthersAreThere);
                }

                if (Identity.Of(identity) is not { } first)
                {
                    return DirectoryCommands.Answer(FirstOfOffice.NobodyNamed);
                }

                var row = known is null ? null : await ReadPersonAsync(known.Id, cancellationToken);
                var before = row is null ? null : DirectoryRows.ToPerson(row);
                var person = before is null
                    ? EntryRules.WithOwnId(Person.Of(first, name, grant), now)
                    : before with { Grants = [.. before.Grants, grant] };
                var marked = DirectoryRows.ToFirstOfOffice(person, directory.Clock.GetCurrentInstant());
                return DirectoryCommands.Write(
                    FirstOfOffice.Entered,
                    row is null
                        ? new Change.Insert(DirectoryRows.ToRow(person))
                        : new Change.Replace(DirectoryRows.ToRow(person), row.ETag!),
                    mark is null ? new Change.Insert(marked) : new Change.Replace(marked, mark.ETag!));
            },
            cancellationToken);
    }

    /// <summary>
    /// Enters several in one batch. Somebody who was entered meanwhile makes it a conflict: then nothing was changed.
    /// </summary>
    /// <param name="entries">So few that what they change fits into a batch with <paramref name="also"/>.</param>
    /// <param name="also">Goes into the same batch, told what was refused of each entry.</param>
    internal async Task<BatchOutcome> AddGrantsAsync(
        Person by,
        IReadOnlyList<PersonEntry> entries,
        Func<IReadOnlyList<DirectoryRefusal?>, IEnumerable<Change>> also,
        CancellationToken cancellationToken)
    {
        directory.Forget();
        var now = await directory.ReadAsync(cancellationToken);
        var decided = EntryRules.Decide(by, entries, now);
        var changes = new List<Change>();
        foreach (var own in entries.Zip(decided)
            .Where(e => e.Second.Refusal is null)
            .GroupBy(e => e.Second.Person!.Id, StringComparer.Ordinal))
        {
            var before = now.ById(own.Key) is null ? null : await ReadPersonAsync(own.Key, cancellationToken);
            var after = before is null
                ? own.Last().Second.Person!
                : own.Aggregate(DirectoryRows.ToPerson(before), (person, e) => EntryRules.Enter(by, person, e.First));
            changes.Add(before is null
                ? new Change.Insert(DirectoryRows.ToRow(after))
                : new Change.Replace(DirectoryRows.ToRow(after), before.ETag!));
        }

        changes.AddRange(also([.. decided.Select(d => d.Refusal)]));
        return await SubmitAsync(changes, cancellationToken);
    }

    /// <summary>
    /// Takes a role away; with the last one the person is removed, and locked out within
    /// <see cref="CurrentDirectory.MaxAge"/>.
    /// </summary>
    public async Task<DirectoryRefusal?> RemoveGrantAsync(
        Person by,
        string personId,
        Grant grant,
        CancellationToken cancellationToken)
    {
        var now = await directory.ReadAsync(cancellationToken);
        if (now.ById(personId) is not { } person || !person.Entered.Contains(grant))
        {
            return DirectoryRefusal.NotFound;
        }

        if (!MayGrant(by, grant))
        {
            return DirectoryRefusal.NotAllowed;
        }

        if (grant is { Role: Role.Office, For: null })
        {
            return await RemoveFromOfficeAsync(personId, grant, cancellationToken);
        }

        // Whoever came with a place that was taken over has the role under the code that it had.
        var codes = now.Areas.CodesOf(grant.Area);
        await RewriteAsync(
            DirectoryRows.PersonKey(personId),
            row => codes.Aggregate(row, (left, code) => Without(left, grant with { Area = code })),
            cancellationToken);
        return null;
    }

    /// <summary>
    /// The batch also writes, unchanged, the row of someone who stays: of the last two removing each other only one
    /// goes through.
    /// </summary>
    private Task<DirectoryRefusal?> RemoveFromOfficeAsync(string personId, Grant grant, CancellationToken cancellationToken) => commands.ExecuteAsync(
        async cancellationToken =>
        {
            directory.Forget();
            var (row, other) = (await ReadPersonAsync(personId, cancellationToken), (Row?)null);
            foreach (var stays in (await directory.ReadAsync(cancellationToken))
                .Holding(Role.Office, grant.Area)
                .Where(p => p.Id != personId))
            {
                // Of the directory as it was read, somebody may have left since.
                other = await ReadPersonAsync(stays.Id, cancellationToken);
                if (other is not null
                    && DirectoryRows.ToPerson(other).Grants.Any(g =>
                        g is { Role: Role.Office, For: null, To: null } && g.CountsOn(Today)))
                {
                    break;
                }

                other = null;
            }

            if (other is null)
            {
                return DirectoryCommands.Answer<DirectoryRefusal?>(DirectoryRefusal.LastOfOffice);
            }

            if (row is null)
            {
                return DirectoryCommands.Answer<DirectoryRefusal?>(null);
            }

            Change[] removal = Without(row, grant) is { } left
                ? [new Change.Replace(left, row.ETag!)]
                : [new Change.Delete(row.Key, row.ETag), await LeavesAsync(row, cancellationToken)];
            return DirectoryCommands.Write<DirectoryRefusal?>(
                null,
                [.. removal, new Change.Replace(other, other.ETag!)]);
        },
        cancellationToken);

    /// <summary>The person's row without one of the roles; null when none is left.</summary>
    private static Row? Without(Row? row, Grant grant)
    {
        if (row is null)
        {
            return null;
        }

        var person = DirectoryRows.ToPerson(row);
        List<Grant> left = [.. person.Grants.Where(g => g != grant)];
        return left.Count == 0 ? null : DirectoryRows.ToRow(person with { Grants = left });
    }

    /// <summary>
    /// Whether the table lets someone give and take this role: the office any, a city office its counties' officers.
    /// </summary>
    public static bool MayGrant(Person by, Grant grant) =>
        by.Grants.Any(own =>
            Permissions.May(by with { Grants = [own] }, Right.ManagePeople, Subject.Place(grant.Area))
            && (own.Role == Role.Office || grant.Role == Role.CountyOfficer));

    /// <summary>
    /// Adds a unit (新区, organ, enterprise, university) under a city or, with the province, as a province-level unit.
    /// </summary>
    public async Task<(DirectoryRefusal? Refusal, Area? Unit)> AddUnitAsync(
        Person by,
        AreaCode under,
        string? name,
        CancellationToken cancellationToken)
    {
        name = name?.Trim();
        // A name of punctuation alone names nothing: the book of areas would not load with it.
        if (name is null || Folding.Letters(name).Length == 0)
        {
            return (DirectoryRefusal.NameMissing, null);
        }

        if (name.Length > UnitNameLength)
        {
            return (DirectoryRefusal.NameTooLong, null);
        }

        if (!by.Grants.Any(g => g.Role == Role.Office && g.Area.Contains(under)))
        {
            return (DirectoryRefusal.NotAllowed, null);
        }

        return await commands.ExecuteAsync(
            async cancellationToken =>
            {
                directory.Forget();
                var now = await directory.ReadAsync(cancellationToken);
                if (under.Level is not (AreaLevel.Province or AreaLevel.City) || now.Areas.Find(under) is null)
                {
                    return Refused(DirectoryRefusal.UnknownArea);
                }

                var siblings = now.Units.Where(u => u.Code.City == under.City).ToList();
                if (siblings.Find(u => Folding.Letters(u.Name) == Folding.Letters(name)) is { } same)
                {
                    return DirectoryCommands.Answer<(DirectoryRefusal?, Area?)>((null, same));
                }

                if (siblings.Count >= 999)
                {
                    return Refused(DirectoryRefusal.TooManyUnits);
                }

                var unit = new Area(AreaCode.OfUnit(under.City, siblings.Count + 1), name);
                return DirectoryCommands.Write<(DirectoryRefusal?, Area?)>(
                    (null, unit),
                    new Change.Insert(DirectoryRows.ToRow(unit)));
            },
            cancellationToken);

        static CommandDecision<(DirectoryRefusal?, Area?)> Refused(DirectoryRefusal refusal) =>
            DirectoryCommands.Answer<(DirectoryRefusal?, Area?)>((refusal, null));
    }

    /// <summary>
    /// Binds someone who was entered by sign-in name to the object id with which they write. The first one stays: a
    /// sign-in name given to somebody else later does not bring the roles along.
    /// </summary>
    public Task BindAsync(Person person, string objectId, CancellationToken cancellationToken) =>
        RewriteAsync(
            DirectoryRows.PersonKey(person.Id),
            row => row is not null && DirectoryRows.ToPerson(row) is { ObjectId: null } unbound
                ? DirectoryRows.ToRow(unbound with { ObjectId = objectId.ToLowerInvariant() })
                : row,
            cancellationToken);

    public Task SetPreferencesAsync(Person person, Preferences preferences, CancellationToken cancellationToken) =>
        RewriteAsync(
            DirectoryRows.PersonKey(person.Id),
            row =>
                row is null
                    ? null
                    : DirectoryRows.ToRow(DirectoryRows.ToPerson(row) with { Preferences = preferences }),
            cancellationToken);

    /// <summary>A person's own phone at work.</summary>
    /// <param name="phone">As typed; blank to take it out of the directory.</param>
    /// <returns>Null when it stands now.</returns>
    public async Task<DirectoryRefusal?> SetPhoneAsync(Person person, string? phone, CancellationToken cancellationToken)
    {
        if (Contact.Wrong(null, phone) is { } wrong)
        {
            return wrong;
        }

        await RewriteAsync(
            DirectoryRows.PersonKey(person.Id),
            row =>
                row is null
                    ? null
                    : DirectoryRows.ToRow(DirectoryRows.ToPerson(row) with { Phone = Contact.PhoneOf(phone) }),
            cancellationToken);
        return null;
    }

    /// <summary>
    /// Sets how far people may move their own reminders. The policy's times have to lie within: they hold for whoever
    /// set none.
    /// </summary>
    public async Task<DirectoryRefusal?> SetLimitsAsync(
        Person by,
        ReminderLimits limits,
        DefaultTimes times,
        CancellationToken cancellationToken)
    {
        if (!by.Has(Role.Office))
        {
            return DirectoryRefusal.NotAllowed;
        }

        if (limits.EarliestDigest < ReminderLimits.FirstDigest
            || limits.LatestDigest > ReminderLimits.LastDigest
            || !limits.AllowsDigest(times.Digest))
        {
            return DirectoryRefusal.DigestLimits;
        }

        var least = ReminderLimits.LeastQuiet(times);
        if (limits.LongestQuiet < least || limits.LongestQuiet > Math.Max(least, ReminderLimits.MostQuiet))
        {
            return DirectoryRefusal.QuietLimits;
        }

        await SubmitAsync([new Change.Upsert(DirectoryRows.ToRow(limits))], cancellationToken);
        return null;
    }

    /// <summary>Sets the list of topics, whole. What findings carry already stays with them.</summary>
    /// <param name="topics">As typed, one each; what stands twice is taken once.</param>
    public async Task<DirectoryRefusal?> SetTopicsAsync(
        Person by,
        IReadOnlyList<string> topics,
        CancellationToken cancellationToken)
    {
        if (!by.Has(Role.Office))
        {
            return DirectoryRefusal.NotAllowed;
        }

        var named = TopicList.Read(topics);
        if (named.Count is 0 or > TopicList.Most || named.Any(topic => topic.Length > TopicList.MaxLength))
        {
            return DirectoryRefusal.Topics;
        }

        await SubmitAsync([new Change.Upsert(DirectoryRows.ToRow(named))], cancellationToken);
        return null;
    }

    /// <summary>
    /// Remembers where a person's chat is. True when it is new or has moved, or the person could not be reached before.
    /// </summary>
    /// <param name="language">What is spoken there: also remembered, until the person sets a language of their
    /// own.</param>
    public async Task<bool> RememberAsync(
        Person person,
        ChatAddress address,
        Language language,
        CancellationToken cancellationToken)
    {
        var known = (await directory.ReadAsync(cancellationToken)).ChatOf(person.Id);
        var isNew = known is not { Reachable: true } || known.Address != address;
        var spoken = person.Preferences.Language is null ? language : known?.Language;
        if (!isNew && known!.Language == spoken)
        {
            return false;
        }

        var since = isNew ? directory.Clock.GetCurrentInstant() : known!.Since;
        await SubmitAsync(
            [new Change.Upsert(DirectoryRows.ToRow(new Chat(
                person.Id,
                address,
                Since: since,
                Language: spoken,
                Account: person.ObjectId)))],
            cancellationToken);
        return isNew;
    }

    public Task MarkUnreachableAsync(Chat chat, CancellationToken cancellationToken) =>
        SubmitAsync(
            [new Change.Upsert(DirectoryRows.ToRow(chat with
            {
                Reachable = false,
                Since = directory.Clock.GetCurrentInstant()
            }))],
            cancellationToken);

    /// <summary>
    /// Reads the chat past the cache; one that cannot be read is as good as none, until the person writes. One round
    /// trip.
    /// </summary>
    public async Task<Chat?> ReadChatAsync(Person person, CancellationToken cancellationToken) =>
        await store.ReadAsync(
            DirectoryRows.Table,
            directory.Province.Value,
            DirectoryRows.ChatKey(person.Id),
            cancellationToken) is { } row
            && row.TryRead(DirectoryRows.ToChat, out var chat, out _) && chat.IsOf(person) ? chat : null;

    private Task<Row?> ReadPersonAsync(string id, CancellationToken cancellationToken) =>
        store.ReadAsync(DirectoryRows.Table, directory.Province.Value, DirectoryRows.PersonKey(id), cancellationToken);

    /// <param name="change">From the row as it stands to the row wanted; null for none. Applied again when someone was
    /// quicker.</param>
    private Task RewriteAsync(string key, Func<Row?, Row?> change, CancellationToken cancellationToken) => commands.ExecuteAsync(
        async cancellationToken =>
        {
            var before = await store.ReadAsync(DirectoryRows.Table, directory.Province.Value, key, cancellationToken);
            return (before, change(before)) switch
            {
                (null, { } row) => DirectoryCommands.Write(true, new Change.Insert(row)),
                ({ } old, { } row) => DirectoryCommands.Write(true, new Change.Replace(row, old.ETag!)),
                ({ } old, null) =>
                    DirectoryCommands.Write(
                        true,
                        new Change.Delete(key, old.ETag),
                        await LeavesAsync(old, cancellationToken)),
                (null, null) => DirectoryCommands.Answer(true),
            };
        },
        cancellationToken);

    /// <summary>Beside the end of a person's row: that they left, and when.</summary>
    private async Task<Change> LeavesAsync(Row row, CancellationToken cancellationToken)
    {
        var person = DirectoryRows.ToPerson(row);
        var before = (await directory.ReadAsync(cancellationToken)).FormerById(person.Id);
        return new Change.Upsert(DirectoryRows.ToRow(FormerPerson.Of(
            person,
            directory.Clock.GetCurrentInstant(),
            before)));
    }

    private async Task<BatchOutcome> SubmitAsync(IReadOnlyList<Change> changes, CancellationToken cancellationToken)
    {
        var outcome = await store.SubmitAsync(
            DirectoryRows.Table,
            directory.Province.Value,
            changes,
            cancellationToken);
        directory.Forget();
        return outcome;
    }
}
