using System.Globalization;
using LiaisonBot.Conversation.Cards;
using LiaisonBot.Conversation.Features.Areas;
using LiaisonBot.Conversation.Phrases;
using LiaisonBot.Conversation.Shell;
using LiaisonBot.Core.Areas;
using LiaisonBot.Core.People;
using LiaisonBot.Core.Storage;
using LiaisonBot.Core.Text;
using NodaTime;
using NodaTime.Text;

namespace LiaisonBot.Conversation.Features.People;

/// <summary>The directory, and who manages it.</summary>
internal sealed partial class PeopleHandler(TurnScope scope) : TurnPart(scope)
{
    public Task<TurnAnswer> DirectoryAsync(string place, int page, string? news = null) =>
        Place(place, "people.directory", out var answer) is { } area
            ? ShowAsync(
                Localizer.Say(Texts.DirectoryTitle, Localizer.Place(area)),
                PeopleCards.Directory(area, Person, page, Buttons, news))
            : answer!;

    /// <summary>The form, filled with who was said.</summary>
    public Task<TurnAnswer> AddPersonFormAsync(string what)
    {
        var line = PersonLine.Read(what, Localizer.Directory.Areas, Near, Localizer.Today);
        var typed = new Dictionary<string, string>(StringComparer.Ordinal);
        List<string> rest = [.. line.Rest];
        ContactOf(line, typed);
        if (line.From is { } from)
        {
            typed[PeopleCards.From] = Columns.Date(from);
        }

        if (line.To is { } to)
        {
            typed[PeopleCards.To] = Columns.Date(to);
        }

        if (line.Post is { } post && Person.Has(Role.Office))
        {
            typed[PeopleCards.Post] = post.ToString();
        }

        if (line.Identity is { } identity)
        {
            typed[PeopleCards.Identity] = identity;
        }

        if (line.Name is { } name)
        {
            typed[PeopleCards.Name] = name;
        }

        if (line.Role is { } role)
        {
            if (Person.Has(Role.Office) || role == Role.CountyOfficer)
            {
                typed[PeopleCards.Role] = role.ToString();
            }
            else
            {
                rest.Add(Localizer.RoleName(role));
            }
        }

        if (line.Area is { } area)
        {
            if (Permissions.May(Person, Right.ManagePeople, Subject.Place(area)))
            {
                typed[PeopleCards.Area] = area.Value;
            }
            else
            {
                rest.Add(Localizer.Place(area));
            }
        }

        if (line.Team is { } team)
        {
            if (Person.Has(Role.Office))
            {
                typed[PeopleCards.Team] = Localizer.Invariant(team);
            }
            else
            {
                rest.Add(Localizer.Say(Texts.TeamOrdinal, team));
            }
        }

        return AddPersonFormAsync(typed, note: NotRead(rest), said: what);
    }

    /// <summary>The form of somebody who goes from one team to another.</summary>
    public Task<TurnAnswer> MoveFormAsync(Dictionary<string, string> typed)
    {
        if (OtherTeams(typed).Count > 0)
        {
            typed[PeopleCards.Leaves] = PeopleCards.LeavesYes;
        }

        return AddPersonFormAsync(typed);
    }

    /// <summary>Roles in other teams that somebody who is entered would have beside the one that is typed.</summary>
    private IReadOnlyList<Grant> OtherTeams(IReadOnlyDictionary<string, string> typed)
    {
        var identity = Identity.Of(typed.GetValueOrDefault(PeopleCards.Identity)) ?? "";
        if (!Person.Has(Role.Office)
            || !Enum.TryParse<Role>(typed.GetValueOrDefault(PeopleCards.Role), out var role)
            || TeamOf(typed) is not { } team
            || (Localizer.Directory.ByObjectId(identity) ?? Localizer.Directory.BySignInName(identity)) is not { } known)
        {
            return [];
        }

        // While nobody has said where, it is another team by its number.
        var isPlaced = AreaCode.TryParse(typed.GetValueOrDefault(PeopleCards.Area), out var area);
        var entered = new Grant(role, isPlaced ? area : Localizer.Directory.Province, team)
        {
            From = Day(PeopleCards.From, typed, []) ?? Localizer.Today,
            To = Day(PeopleCards.To, typed, []),
        };
        return [.. EntryRules.OtherTeams(known, entered).Where(g => isPlaced || g.Team != team)];
    }

    private static int? TeamOf(IReadOnlyDictionary<string, string> typed) => int.TryParse(
        Folding.Of(typed.GetValueOrDefault(PeopleCards.Team) ?? ""),
        NumberStyles.None,
        CultureInfo.InvariantCulture,
        out var team)
        ? team
        : null;

    /// <summary>What is said plainly is done; anything else fills the form.</summary>
    public Task<TurnAnswer> OwnPhoneAsync(string what, CancellationToken cancellationToken)
    {
        var line = OwnPhoneLine.Read(what);
        return line is { IsPlain: true, Phone: { } phone }
            ? SaveOwnPhoneAsync(phone, cancellationToken)
            : OwnPhoneFormAsync(line.Phone ?? Person.Phone ?? "", [], line.IsPlain ? null : NotRead([what]));
    }

    public async Task<TurnAnswer> SaveOwnPhoneAsync(string typed, CancellationToken cancellationToken)
    {
        if (await Services.People.SetPhoneAsync(Person, typed, cancellationToken) is { } refusal)
        {
            var errors = new FormErrors();
            errors.TryAdd(PeopleCards.Phone, Localizer.Why(refusal));
            return await OwnPhoneFormAsync(typed, errors, null);
        }

        var after = Person with { Phone = Contact.PhoneOf(typed) };
        var news = after.Phone is not { } phone ? Localizer.Say(PeopleTexts.OwnPhoneGone)
            : Person.Phone is { } before && before != phone ? Localizer.Say(PeopleTexts.OwnPhoneSavedFrom, phone, before)
            : Localizer.Say(PeopleTexts.OwnPhoneSaved, phone);
        return await ShowAsync(news, PeopleCards.WhoAmI(after, Buttons, news));
    }

    private Task<TurnAnswer> OwnPhoneFormAsync(string typed, FormErrors errors, string? note) =>
        ShowAsync(Localizer.Say(PeopleTexts.OwnPhoneTitle), PeopleCards.OwnPhoneForm(typed, errors, note, Buttons));

    /// <summary>The form of somebody who is entered, with a new number; whoever may not enter them is told so.</summary>
    public Task<TurnAnswer> PhoneOfAsync(string id, string phone)
    {
        if (Localizer.Directory.ById(id) is not { } known
            || known.Entered.FirstOrDefault(g => Permissions.May(Person, Right.ManagePeople, Subject.Place(g.Area))) is not { } grant)
        {
            return TellAsync(Localizer.Say(Texts.DirectoryNotAllowed));
        }

        var typed = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            [PeopleCards.Identity] = known.SignInName ?? known.ObjectId ?? "",
            [PeopleCards.Name] = known.Name,
            [PeopleCards.Role] = grant.Role.ToString(),
            [PeopleCards.Area] = grant.Area.Value,
            [PeopleCards.Phone] = phone,
        };
        if (grant.Team is { } team)
        {
            typed[PeopleCards.Team] = Localizer.Invariant(team);
        }

        if (grant.Post is { } post)
        {
            typed[PeopleCards.Post] = post.ToString();
        }

        if (known.JobTitle is { } title)
        {
            typed[PeopleCards.JobTitle] = title;
        }

        return AddPersonFormAsync(typed, note: Localizer.Say(PeopleTexts.PhoneOfSomebody));
    }

    private static void ContactOf(PersonLine line, Dictionary<string, string> typed)
    {
        if (line.JobTitle is { } title)
        {
            typed[PeopleCards.JobTitle] = title;
        }

        if (line.Phone is { } phone)
        {
            typed[PeopleCards.Phone] = phone;
        }
    }

    /// <summary>Null for nothing; with an error for what is no day.</summary>
    private LocalDate? Day(string id, IReadOnlyDictionary<string, string> typed, FormErrors errors)
    {
        if (string.IsNullOrWhiteSpace(typed.GetValueOrDefault(id)))
        {
            return null;
        }

        if (LocalDatePattern.Iso.Parse(Folding.Of(typed[id]).Trim()) is { Success: true } day)
        {
            return day.Value;
        }

        // Clients without a calendar let one type: 12月1日.
        if (DaysLine.Read(typed[id], Localizer.Today).From is { } said)
        {
            return said;
        }

        errors.TryAdd(id, Localizer.Say(Texts.RefusedBadDate, Localizer.ExampleDate));
        return null;
    }

    /// <param name="said">In whose words; empty for those of the message.</param>
    public Task<TurnAnswer> AddPersonFormAsync(IReadOnlyDictionary<string, string>? typed = null, FormErrors? errors = null, string? note = null, string said = "") =>
        PeopleCards.MayManage(Person)
            ? ShowAsync(
                Localizer.Say(PeopleTexts.AddPerson),
                PeopleCards.AddPerson(
                    Person,
                    Buttons,
                    typed ?? new Dictionary<string, string>(StringComparer.Ordinal),
                    errors ?? [],
                    note,
                    typed is null ? [] : OtherTeams(typed)))
            : MayNotManageAsync("people.addForm", said);

    public async Task<TurnAnswer> AddPersonAsync(
        IReadOnlyDictionary<string, string> typed,
        CancellationToken cancellationToken)
    {
        var errors = new FormErrors();
        if (!Enum.TryParse<Role>(typed.GetValueOrDefault(PeopleCards.Role), out var role) || !Enum.IsDefined(role))
            errors[PeopleCards.Role] = Localizer.Say(Texts.RefusedMissing);
        if (!AreaCode.TryParse(typed.GetValueOrDefault(PeopleCards.Area), out var area))
            errors[PeopleCards.Area] = Localizer.Say(Texts.RefusedMissing);
        var team = TeamOf(typed);
        var (from, to) = (Day(PeopleCards.From, typed, errors), Day(PeopleCards.To, typed, errors));
        if (errors.Count > 0)
        {
            return await AddPersonFormAsync(typed, errors);
        }

        var others = OtherTeams(typed);
        var leaves = others.Count > 0 && typed.GetValueOrDefault(PeopleCards.Leaves) == PeopleCards.LeavesYes;
        var grant = new Grant(role, area, team)
        {
            // What ends does so the day before.
            From = from ?? (leaves ? Localizer.Today : null),
            To = to,
            Post = Enum.TryParse<Post>(typed.GetValueOrDefault(PeopleCards.Post), out var post) && Enum.IsDefined(post)
                ? post
                : null,
        };
        var name = typed.GetValueOrDefault(PeopleCards.Name);
        var identity = Identity.Of(typed.GetValueOrDefault(PeopleCards.Identity)) ?? "";
        var known = Localizer.Directory.ByObjectId(identity) ?? Localizer.Directory.BySignInName(identity);
        // An account that waits for the office's word is not somebody new.
        if (Person.Has(Role.Office)
            && (Localizer.Directory.Claimed.FirstOrDefault(p => p.Claim!.Account == identity)
                ?? known) is { Claim: not null } waits)
        {
            return await ShowAsync(Localizer.Say(PeopleTexts.AccountWaits), AccountCards.Ask(waits, Buttons));
        }

        if (known is not null
            && others.Count > 0
            && typed.GetValueOrDefault(PeopleCards.Leaves) is not (PeopleCards.LeavesYes or PeopleCards.LeavesNo))
        {
            errors[PeopleCards.Leaves] = Localizer.Say(
                PeopleTexts.AskLeaves,
                known.Name,
                string.Join(Localizer.Say(Texts.ListComma), others.Select(Localizer.GrantName)));
            return await AddPersonFormAsync(typed, errors);
        }

        if (await Services.People.EnterAsync(
            Person,
            new(
                typed.GetValueOrDefault(PeopleCards.Identity),
                name,
                grant,
                typed.GetValueOrDefault(PeopleCards.JobTitle),
                typed.GetValueOrDefault(PeopleCards.Phone))
            {
                LeavesTeams = leaves,
            },
            cancellationToken) is { } refusal)
        {
            errors[FieldOf(refusal)] = Localizer.Why(refusal);
            return await AddPersonFormAsync(typed, errors);
        }

        if (known is { SignInName: { } signInName, ObjectId: not null }
            && Identity.Of(signInName) == identity
            && known.Entered.Contains(grant)
            && !Changes(known, typed))
        {
            return await ShowAsync(
                Localizer.Say(PeopleTexts.AlreadyBound, known.Name, Localizer.GrantName(grant)),
                AccountCards.AlreadyBound(known, grant, Person, Buttons));
        }

        return await RenewedAsync(
            grant.Area,
            r => leaves
                ? r.Say(
                    PeopleTexts.PersonAddedAndLeft,
                    name!.Trim(),
                    r.GrantName(grant),
                    string.Join(r.Say(Texts.ListComma), others.Select(other => r.GrantName(other with { To = null }))),
                    r.Day(grant.From!.Value.PlusDays(-1)))
                : r.Say(PeopleTexts.PersonAdded, name!.Trim(), r.GrantName(grant)),
            cancellationToken);
    }

    private static bool Changes(Person known, IReadOnlyDictionary<string, string> typed) =>
        Contact.TitleOf(typed.GetValueOrDefault(PeopleCards.JobTitle)) is { } title && title != known.JobTitle
            || Contact.PhoneOf(typed.GetValueOrDefault(PeopleCards.Phone)) is { } phone && phone != known.Phone;

    private static string FieldOf(DirectoryRefusal refusal) => refusal switch
    {
        DirectoryRefusal.IdentityMissing or DirectoryRefusal.IdentityTooLong => PeopleCards.Identity,
        DirectoryRefusal.NameMissing or DirectoryRefusal.NameTooLong => PeopleCards.Name,
        DirectoryRefusal.UnknownArea => PeopleCards.Area,
        DirectoryRefusal.RoleDoesNotFit => PeopleCards.Role,
        DirectoryRefusal.JobTitleTooLong => PeopleCards.JobTitle,
        DirectoryRefusal.PhoneWrong => PeopleCards.Phone,
        DirectoryRefusal.DaysOutOfOrder => PeopleCards.To,
        DirectoryRefusal.Recused => PeopleCards.Area,
        DirectoryRefusal.HomeUnitTooLong or DirectoryRefusal.TooManyRecusals or DirectoryRefusal.TrainingIncomplete
            or DirectoryRefusal.NotAllowed or DirectoryRefusal.TooManyGrants or DirectoryRefusal.TooManyPeople
            or DirectoryRefusal.TooManyUnits or DirectoryRefusal.AccountWaits
            or DirectoryRefusal.HasOtherRoles or DirectoryRefusal.LastOfOffice
            or DirectoryRefusal.Topics or DirectoryRefusal.DigestLimits or DirectoryRefusal.QuietLimits
            or DirectoryRefusal.NotFound => "",
    };

    /// <summary>The office says whose an account is.</summary>
    public async Task<TurnAnswer> DecideAccountAsync(
        bool same,
        IReadOnlyDictionary<string, string> values,
        CancellationToken cancellationToken)
    {
        var (id, account) = (
            values.GetValueOrDefault(PeopleCards.PersonId) ?? "",
            values.GetValueOrDefault(AccountCards.AccountId) ?? "");
        var name = Localizer.Directory.ById(id)?.Name ?? "";
        var refusal = same
            ? await Services.Accounts.ConfirmAsync(Person, id, account, cancellationToken)
            : await Services.Accounts.RefuseAsync(Person, id, account, cancellationToken);
        return refusal switch
        {
            null =>
                await RenewedAsync(
                    Localizer.Directory.Province,
                    r => r.Say(same ? PeopleTexts.AccountConfirmed : PeopleTexts.AccountRefused, name),
                    cancellationToken),
            DirectoryRefusal.NotFound => await TellAsync(Localizer.Say(PeopleTexts.AccountDecided)),
            _ => await TellAsync(Localizer.Why(refusal.Value)),
        };
    }

    public async Task<TurnAnswer> UnbindAccountAsync(
        IReadOnlyDictionary<string, string> values,
        CancellationToken cancellationToken)
    {
        var id = values.GetValueOrDefault(PeopleCards.PersonId) ?? "";
        var name = Localizer.Directory.ById(id)?.Name ?? "";
        return await Services.Accounts.UnbindAsync(Person, id, cancellationToken) is { } refusal
            ? await TellAsync(Localizer.Why(refusal))
            : await RenewedAsync(
                Localizer.Directory.Province,
                r => r.Say(PeopleTexts.AccountUnbound, name),
                cancellationToken);
    }

    public Task<TurnAnswer> AddUnitFormAsync(IReadOnlyDictionary<string, string>? typed = null, FormErrors? errors = null) =>
        Person.Has(Role.Office)
            ? ShowAsync(
                Localizer.Say(PeopleTexts.AddUnit),
                PeopleCards.AddUnit(
                    Buttons,
                    typed ?? new Dictionary<string, string>(StringComparer.Ordinal),
                    errors ?? []))
            : TellAsync(Localizer.Say(Texts.DirectoryNotAllowed));

    /// <summary>
    /// <c>添加单位 石家庄市 高新区</c>: the form, filled; for the name of a county-level place, what to do instead.
    /// </summary>
    public Task<TurnAnswer> AddUnitOfAsync(string what)
    {
        var typed = new Dictionary<string, string>(StringComparer.Ordinal);
        var name = what.Trim();
        // The longest beginning that is a city: its unit is named behind it.
        for (var length = name.Length - 1; length >= 2 && !typed.ContainsKey(PeopleCards.UnitUnder); length--)
        {
            if (Localizer.Directory.Areas
                .Resolve(name[..length]) is not AreaMatch.One { Area: { Level: AreaLevel.City or AreaLevel.Province } city })
            {
                continue;
            }

            typed[PeopleCards.UnitUnder] = city.Code.Value;
            name = name[length..].Trim();
        }

        if (name.Length > 0)
        {
            typed[PeopleCards.UnitName] = Localizer.Clip(name, Area.NameLength);
        }

        return Person.Has(Role.Office) && AreaService.IsNameOfCounty(name)
            ? AskWhetherCountyAsync(typed)
            : AddUnitFormAsync(typed);
    }

    /// <summary>A county-level place is no unit: it is offered to register it as what it is.</summary>
    private Task<TurnAnswer> AskWhetherCountyAsync(IReadOnlyDictionary<string, string> typed)
    {
        var (name, under) = (typed[PeopleCards.UnitName].Trim(), typed.GetValueOrDefault(PeopleCards.UnitUnder) ?? "");
        List<(string, string)> county = [(AreaCards.Kind, nameof(AreaChangeKind.Add)), (AreaCards.Name, name)];
        if (AreaCode.TryParse(under, out var city) && city.Level == AreaLevel.City)
        {
            county.Add((AreaCards.Into, under));
        }

        var question = Localizer.Say(PeopleTexts.AddUnitIsCounty, Localizer.Clip(name, 40));
        return ShowAsync(question, Card.Of(Localizer,
        [
            Card.Line(question),
            .. Card.Actions(
            [
                Buttons.To(PeopleTexts.RegisterCounty, "areas.form", [.. county]),
                Buttons.To(
                    PeopleTexts.AddUnitAnyway,
                    "people.addUnit",
                    (PeopleCards.UnitName, name),
                    (PeopleCards.UnitUnder, under),
                    (PeopleCards.Sure, "true")),
                Buttons.Cancel(),
            ]),
        ]));
    }

    public async Task<TurnAnswer> AddUnitAsync(
        IReadOnlyDictionary<string, string> typed,
        CancellationToken cancellationToken)
    {
        var errors = new FormErrors();
        var named = typed.GetValueOrDefault(PeopleCards.UnitName)?.Trim() ?? "";
        if (Person.Has(Role.Office) && AreaService.IsNameOfCounty(named) && !typed.ContainsKey(PeopleCards.Sure))
        {
            return await AskWhetherCountyAsync(typed);
        }

        if (!AreaCode.TryParse(typed.GetValueOrDefault(PeopleCards.UnitUnder), out var under))
        {
            errors[PeopleCards.UnitUnder] = Localizer.Say(Texts.RefusedMissing);
            return await AddUnitFormAsync(typed, errors);
        }

        var (refusal, unit) = await Services.People.AddUnitAsync(
            Person,
            under,
            typed.GetValueOrDefault(PeopleCards.UnitName),
            cancellationToken);
        if (unit is null)
        {
            errors[refusal is DirectoryRefusal.NameMissing or DirectoryRefusal.NameTooLong
                ? PeopleCards.UnitName
                : ""] = Localizer.Why(refusal!.Value);
            return await AddUnitFormAsync(typed, errors);
        }

        return await RenewedAsync(
            unit.Code,
            r => r.Say(PeopleTexts.UnitAdded, unit.Name, unit.Code.Value),
            cancellationToken);
    }

    public Task<TurnAnswer> AskRemoveAsync(IReadOnlyDictionary<string, string> typed) =>
        FindGrant(typed) is var (someone, grant)
            ? ShowAsync(Localizer.Say(Texts.RemovePerson), PeopleCards.AskRemove(someone, grant, Buttons))
            : TellAsync(Localizer.Say(Texts.DirectoryNotFound));

    public async Task<TurnAnswer> RemovePersonAsync(
        IReadOnlyDictionary<string, string> typed,
        CancellationToken cancellationToken)
    {
        if (FindGrant(typed) is not var (someone, grant))
        {
            return await TellAsync(Localizer.Say(Texts.DirectoryNotFound));
        }

        if (await Services.People.RemoveGrantAsync(Person, someone.Id, grant, cancellationToken) is { } refusal)
        {
            return await TellAsync(Localizer.Why(refusal));
        }

        return await RenewedAsync(
            grant.Area,
            r => r.Say(PeopleTexts.PersonRemoved, someone.Name, r.GrantName(grant)),
            cancellationToken);
    }

    /// <summary>A person and a role that the asker may give and take: others do not exist for them.</summary>
    private (Person Person, Grant Grant)? FindGrant(IReadOnlyDictionary<string, string> typed) =>
        Localizer.Directory.ById(typed.GetValueOrDefault(PeopleCards.PersonId) ?? "") is { } someone
        && (someone.Entered.FirstOrDefault(g => g.ToString() == typed.GetValueOrDefault(PeopleCards.GrantText))
            // An old card names the duty alone.
            ?? someone.Entered.FirstOrDefault(g => g.For is null
                && (g with { From = null, To = null, Post = null }).ToString() == typed.GetValueOrDefault(PeopleCards.GrantText))) is { } grant
        && DirectoryService.MayGrant(Person, grant)
            ? (someone, grant)
            : null;

    /// <summary>The directory of a place after it was changed.</summary>
    private async Task<TurnAnswer> RenewedAsync(
        AreaCode area,
        Func<Localizer, string> news,
        CancellationToken cancellationToken)
    {
        var renewed = Localizer with { Directory = await Services.Directory.ReadAsync(cancellationToken) };
        var shown = area is { Level: AreaLevel.Unit, IsProvincial: true } ? area.Province : area;
        return await ShowAsync(
            news(renewed),
            PeopleCards.Directory(shown, Person, 0, Buttons with { Localizer = renewed }, news(renewed)));
    }
}
