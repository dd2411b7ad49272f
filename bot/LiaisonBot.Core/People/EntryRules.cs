namespace LiaisonBot.Core.People;

/// <summary>A person to be entered in a role. Texts as typed.</summary>
/// <param name="Identity">Entra object id (a GUID) or sign-in name.</param>
/// <param name="JobTitle">Null to leave what stands.</param>
/// <param name="Phone">Null to leave what stands.</param>
public sealed record PersonEntry(
    string? Identity,
    string? Name,
    Grant Grant,
    string? JobTitle = null,
    string? Phone = null)
{
    /// <summary>Null to leave what stands.</summary>
    public string? HomeUnit { get; init; }

    /// <summary>Places of recusal; null to leave what stands. Only the office enters them.</summary>
    public IReadOnlyList<Areas.AreaCode>? Recusals { get; init; }

    /// <summary>
    /// Goes from one team to another: other roles in teams that the same days are part of end the day before this one
    /// begins, which then has a first day.
    /// </summary>
    public bool LeavesTeams { get; init; }
}

/// <summary>Who may be entered as what: pure, for one and for a whole file.</summary>
public static class EntryRules
{
    /// <summary>
    /// What comes of entering these one after the other: of each why not, or the person as they then stand.
    /// </summary>
    /// <param name="insteadOf">Whose duties they take over: a place is not fuller for it.</param>
    public static IReadOnlyList<(DirectoryRefusal? Refusal, Person? Person)> Decide(
        Person by,
        IReadOnlyList<PersonEntry> entries,
        LiaisonDirectory now,
        Person? insteadOf = null)
    {
        var entered = new Dictionary<string, Person>(StringComparer.Ordinal);
        var added = new Dictionary<(Role, Areas.AreaCode), HashSet<string>>();
        return [.. entries.Select(Decide)];

        (DirectoryRefusal?, Person?) Decide(PersonEntry entry)
        {
            if (Wrong(by, entry, now) is { } wrong)
            {
                return (wrong, null);
            }

            var identity = Identity.Of(entry.Identity)!;
            var known = entered.GetValueOrDefault(identity)
                ?? (now.ByObjectId(identity) ?? now.BySignInName(identity))?.AsStored();
            // Who enters officers of a place has rights over what they do: nobody gets both by their own hand, or by a
            // colleague's.
            if (known?.Grants.All(g => g.For is not null || DirectoryService.MayGrant(by, g)) == false)
            {
                return (DirectoryRefusal.HasOtherRoles, null);
            }

            var has = known?.Grants.Contains(entry.Grant) == true;
            if (has && known!.Claim is not null)
            {
                return (DirectoryRefusal.AccountWaits, null);
            }

            var (role, area) = (entry.Grant.Role, entry.Grant.Area);
            var others = added.GetValueOrDefault((role, area), []).Count(name => name != identity);
            if (!has
                && now.Holding(role, area).Count(p => p.Id != insteadOf?.Id) + others >= LiaisonDirectory.MostOfAPlace)
            {
                return (DirectoryRefusal.TooManyPeople, null);
            }

            var person = Enter(by, known, entry);
            if (!has && Recusals.Clash(person, entry.Grant, now.PlannedVisits) is not null)
            {
                return (DirectoryRefusal.Recused, null);
            }

            if (!has && person.Grants.Count > Math.Max(Person.MaxGrants, known?.Grants.Count ?? 0))
            {
                return (DirectoryRefusal.TooManyGrants, null);
            }

            if (known is null)
            {
                person = WithOwnId(person, now);
            }

            foreach (var name in new[] { identity, person.ObjectId, person.SignInName }.OfType<string>())
            {
                entered[name] = person;
            }

            if (!has)
            {
                added.TryAdd((role, area), new(StringComparer.Ordinal));
                added[(role, area)].Add(identity);
            }

            return (null, person);
        }
    }

    /// <summary>
    /// Somebody new under an id that is nobody else's: it stays with its person for good, also when the account or the
    /// name no longer does, and under one of which everything is being deleted nothing may be written any more.
    /// </summary>
    public static Person WithOwnId(Person person, LiaisonDirectory now)
    {
        var id = person.Id;
        for (var other = 2;
            now.ById(person.Id) is not null || now.FormerById(person.Id)?.IsBeingDeleted == true;
            other++)
        {
            person = person with { Id = $"{id}~{other}" };
        }

        return person;
    }

    /// <summary>The person with the role, as they were before or new.</summary>
    public static Person Enter(Person by, Person? before, PersonEntry entry)
    {
        var (name, grant) = (entry.Name!.Trim(), entry.Grant);
        var (title, phone) = (Contact.TitleOf(entry.JobTitle), Contact.PhoneOf(entry.Phone));
        if (before is null)
        {
            return Person.Of(Identity.Of(entry.Identity)!, name, grant) with
            {
                JobTitle = title,
                Phone = phone,
                HomeUnit = Contact.TitleOf(entry.HomeUnit),
                Recusals = entry.Recusals ?? [],
            };
        }

        // A city office that adds a role does not rename someone who is more than its own officer.
        var called = before.Grants.All(g => DirectoryService.MayGrant(by, g)) ? name : before.Name;
        return before with
        {
            Name = called,
            JobTitle = title ?? before.JobTitle,
            Phone = phone ?? before.Phone,
            HomeUnit = Contact.TitleOf(entry.HomeUnit) ?? before.HomeUnit,
            Recusals = entry.Recusals ?? before.Recusals,
            Grants =
            [
                .. before.Grants.Where(g => !IsReplacedBy(g, grant))
                    .Select(g => entry.LeavesTeams && grant.From is { } from && IsOtherTeam(g, grant) ? EndedBefore(g, from) : g)
                    .OfType<Grant>(),
                grant,
            ],
        };
    }

    /// <summary>Roles of one's own in teams that somebody would have beside a new one on the same days.</summary>
    public static IReadOnlyList<Grant> OtherTeams(Person person, Grant entered) =>
        [.. person.AsStored().Grants.Where(g => IsOtherTeam(g, entered))];

    private static bool IsOtherTeam(Grant stands, Grant entered) =>
        entered is { Team: not null, For: null }
            && stands is { Team: not null, For: null }
            && !stands.IsSameDuty(entered)
            && stands.Overlaps(entered);

    /// <summary>Null where it had not begun by then.</summary>
    private static Grant? EndedBefore(Grant grant, NodaTime.LocalDate day) =>
        grant.From >= day ? null : grant with { To = day.PlusDays(-1) };

    /// <summary>The later word on a duty says its days; days that it does not touch stay.</summary>
    private static bool IsReplacedBy(Grant stands, Grant entered) =>
        stands.IsSameDuty(entered) && stands.For == entered.For && stands.Overlaps(entered);

    /// <summary>
    /// Whether two entries of one account may become one person without the office: not when one would then review what
    /// the other does, since a city office enters its officers itself.
    /// </summary>
    public static bool MayBeOne(Person one, Person other) => !Reviews(one, other) && !Reviews(other, one);

    private static bool Reviews(Person one, Person other) =>
        one.Grants.Any(g =>
            g.Role == Role.CityOffice
                && other.Grants.Any(o => o.Role == Role.CountyOfficer && g.Area.Contains(o.Area)));

    private static DirectoryRefusal? Wrong(Person by, PersonEntry entry, LiaisonDirectory now)
    {
        var (identity, name, grant) = (Identity.Of(entry.Identity), entry.Name?.Trim(), entry.Grant);
        if (string.IsNullOrEmpty(identity))
        {
            return DirectoryRefusal.IdentityMissing;
        }

        if (identity.Length > Person.SignInNameLength || identity.Any(c => char.IsControl(c) || char.IsWhiteSpace(c)))
        {
            return DirectoryRefusal.IdentityTooLong;
        }

        if (!Guid.TryParse(identity, out _) && !identity.Contains('@'))
        {
            return DirectoryRefusal.IdentityMissing;
        }

        if (string.IsNullOrEmpty(name))
        {
            return DirectoryRefusal.NameMissing;
        }

        if (name.Length > Person.NameLength)
        {
            return DirectoryRefusal.NameTooLong;
        }

        if (now.Areas.Find(grant.Area) is null)
        {
            return DirectoryRefusal.UnknownArea;
        }

        if (!grant.IsValid)
        {
            return DirectoryRefusal.RoleDoesNotFit;
        }

        if (!DirectoryService.MayGrant(by, grant))
        {
            return DirectoryRefusal.NotAllowed;
        }

        if (Contact.Wrong(entry.JobTitle, entry.Phone) is { } wrong)
        {
            return wrong;
        }

        if (entry.Recusals is not null && !TeamService.MayManage(by, now.Province))
        {
            return DirectoryRefusal.NotAllowed;
        }

        if (entry.Recusals?.Count > Person.MaxRecusals)
        {
            return DirectoryRefusal.TooManyRecusals;
        }

        if (Contact.TitleOf(entry.HomeUnit) is { } unit && (unit.Length > Person.HomeUnitLength || unit.Any(char.IsControl)))
        {
            return DirectoryRefusal.HomeUnitTooLong;
        }

        if (!grant.HasDaysInOrder || grant.HasEnded(now.Today))
        {
            return DirectoryRefusal.DaysOutOfOrder;
        }

        // Somebody of the office stays for good: else a day comes on which nobody could enter people.
        return grant is { Role: Role.Office } and not { From: null, To: null }
            && !now.People.Any(p => Identity.Of(p.SignInName ?? p.ObjectId) != identity && p.ObjectId != identity
                && p.OwnGrants.Any(g => g is { Role: Role.Office, To: null }))
            ? DirectoryRefusal.LastOfOffice
            : null;
    }
}
