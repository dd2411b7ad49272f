using LiaisonBot.Conversation.Cards;
using LiaisonBot.Conversation.Phrases;
using LiaisonBot.Conversation.Reading;
using LiaisonBot.Conversation.Sheets;
using LiaisonBot.Conversation.Shell;
using LiaisonBot.Core.Areas;
using LiaisonBot.Core.People;
using LiaisonBot.Core.Storage;
using LiaisonBot.Core.Text;
using NodaTime;

namespace LiaisonBot.Conversation.Features.People;

/// <summary>Who stands in for whom, who follows whom, and who leaves. Nothing of it is done without a press.</summary>
internal sealed partial class PeopleHandler
{
    /// <summary>UTF-16 units of a name that is looked for in a sentence.</summary>
    private const int ShortestName = 2;

    /// <summary>UTF-16 units of what was said that are shown.</summary>
    private const int MostSaid = 200;

    /// <summary>The form, with the person and the days that were said.</summary>
    public Task<TurnAnswer> SubstituteFormAsync(string what)
    {
        // 从周三开始就行, said after the days: of the days that stand there.
        var parts = what.Split(PeopleWords.Further, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        var withDays = Array.FindIndex(parts, part => DaysLine.Read(part, Localizer.Today).From is not null);
        var days = DaysLine.Read(withDays < 0 ? what : parts[withDays], Localizer.Today);
        var folded = Folding.Of(what);
        var named = Named(folded);
        var isOwn = what.Length == 0
            || PeopleWords.IsOfOneself(folded)
            || !named.Any(p => p.Id != Person.Id && SubstituteRules.MayName(Person, p));
        var represented = isOwn ? Person : named.First(p => p.Id != Person.Id && SubstituteRules.MayName(Person, p));
        List<Person> candidates = [.. Candidates(represented)];
        var substitute = named.Find(p => p.Id != represented.Id && candidates.Exists(c => c.Id == p.Id))
            ?? ByPost(folded, candidates);
        var typed = new Dictionary<string, string>(StringComparer.Ordinal) { [PeopleCards.Represented] = represented.Id };
        var errors = new FormErrors();
        if (NotRegistered(PeopleWords.StandIn(what), substitute) is { } unknown)
        {
            errors[PeopleCards.Substitute] = unknown;
        }
        else if (substitute is not null)
        {
            typed[PeopleCards.Substitute] = substitute.Id;
        }
        // 谁替我批: whom is asked, and nobody is chosen.
        else if (candidates is [var only] && !PeopleWords.AsksWho(folded))
        {
            typed[PeopleCards.Substitute] = only.Id;
        }

        if (days.From is { } from)
        {
            typed[PeopleCards.From] = Columns.Date(LocalDate.Max(from, Localizer.Today));
        }

        if (days.To is { } to)
        {
            typed[PeopleCards.To] = Columns.Date(to);
        }

        foreach (var later in withDays < 0 ? [] : parts.Skip(withDays + 1))
        {
            ChangeDays(typed, new FrameReader(Localizer.Directory.Areas, Near, Localizer.Today).Read(later));
        }

        return SubstituteFormAsync(typed, errors, what);
    }

    /// <summary>Of somebody who was named and is nobody here, or may not stand in: that, and how they get in. Null for anybody else.</summary>
    private string? NotRegistered(string? who, Person? found)
    {
        if (who is null)
        {
            return null;
        }

        var name = PeopleWords.NameIn(who);
        return found is null || (name.Length > 0 && !found.Name.Contains(name, StringComparison.OrdinalIgnoreCase) && !Localizer.Directory.Areas.All.Any(area => name == area.Name || name == FormWords.Short(area)))
            ? PeopleCards.MayManage(Person) && Permissions.May(Person, Right.ManagePeople, Subject.Place(Localizer.Directory.Province))
            ? Localizer.Say(PeopleTexts.SubstituteUnknownYours, who)
            : Localizer.Say(
                PeopleTexts.SubstituteUnknown,
                who,
                string.Join(Localizer.Say(Texts.ListComma), Localizer.Directory.Holding(Role.Office, Localizer.Directory.Province).Select(p => p.Name)))
            : null;
    }

    /// <summary>只到12号, from the 10th, 换成陈敏: the form with other days or another person; null where neither is said.</summary>
    public async Task<TurnAnswer?> SubstituteAgainAsync(IReadOnlyDictionary<string, string> typed, Frame? said)
    {
        var values = new Dictionary<string, string>(typed, StringComparer.Ordinal);
        if (said is null)
        {
            return await SubstituteFormAsync(values);
        }

        var errors = new FormErrors();
        var isChanged = ChangeDays(values, said);
        if (Localizer.Directory.ById(values.GetValueOrDefault(PeopleCards.Represented) ?? "") is { } represented)
        {
            List<Person> candidates = [.. Candidates(represented)];
            var whom = Amendment.Of(said.Text) is { IsSure: true, Field: "" or Amendment.Place, New: var next } ? next : "";
            var substitute = Named(said.Text).Find(p => candidates.Exists(c => c.Id == p.Id)) ?? ByPost(whom, candidates);
            var unknown = NotRegistered(PeopleWords.StandIn(said.Typed), substitute) ?? (!isChanged && whom.Length is >= 2 and <= 4 && substitute is null ? NotRegistered(whom, null) : null);
            if (unknown is not null)
            {
                errors[PeopleCards.Substitute] = unknown;
                values.Remove(PeopleCards.Substitute);
            }
            else if (substitute is not null)
            {
                values[PeopleCards.Substitute] = substitute.Id;
            }

            isChanged |= unknown is not null || substitute is not null;
        }

        return isChanged ? await SubstituteFormAsync(values, errors) : null;
    }

    /// <summary>Which days are said, where the sentence says little else.</summary>
    private bool ChangeDays(Dictionary<string, string> values, Frame said)
    {
        LocalDate? Standing(string id) => Day(id, values, []);
        if (said.HasPlaces || said.Numbers.Count > 0)
        {
            return false;
        }

        var text = FormWords.WithPlainDays(said.Text);
        var line = DaysLine.Read(text, Localizer.Today);
        var isUntil = FormWords.IsLastDay(text);
        var isFrom = FormWords.IsFirstDay(text);
        if (line is { From: { } from, To: { } to } && from != to && !(isUntil && from == Localizer.Today))
        {
            var isSpan = FormWords.IsSpan(text);
            // 三天就够了: from the day that stands there.
            var begins = isSpan && from == Localizer.Today && Standing(PeopleCards.From) is { } first ? first : from;
            values[PeopleCards.From] = Columns.Date(begins);
            values[PeopleCards.To] = Columns.Date(begins.PlusDays(Period.DaysBetween(from, to)));
            return true;
        }

        // from Wednesday actually: of the week that stands there.
        if (RecurringActs.WeekdayIn(text) is { } weekday && !FormWords.SaysWhichWeek(text) && Standing(PeopleCards.From) is { } stands && (said.Words.Count <= 1 || said.Words.TrueForAll(Refinement.OnlyLeadsIn)))
        {
            var same = stands.PlusDays((int)weekday - (int)stands.DayOfWeek);
            same = same < Localizer.Today || (!isFrom && same < stands) ? same.PlusWeeks(1) : same;
            values[isFrom && !isUntil ? PeopleCards.From : PeopleCards.To] = Columns.Date(same);
            return true;
        }

        if (ChangedDay.Read(text, Standing(isFrom ? PeopleCards.From : PeopleCards.To) ?? Standing(PeopleCards.From), Localizer.Today, Localizer.Calendar) is not { } day)
        {
            return false;
        }

        // 到周五, of days of the week after next.
        while (!isFrom && RecurringActs.WeekdayIn(text) is not null && Standing(PeopleCards.From) is { } begin && day < begin)
        {
            day = day.PlusWeeks(1);
        }

        values[isFrom && !isUntil ? PeopleCards.From : PeopleCards.To] = Columns.Date(day);
        return true;
    }

    /// <summary>电话是13800001111, 登录名 sunlq, 是鹿泉的: the form of somebody who comes, with what was said; null where nothing of them is.</summary>
    public async Task<TurnAnswer?> PersonAgainAsync(IReadOnlyDictionary<string, string> typed, Frame? said, bool isSuccessor)
    {
        var values = new Dictionary<string, string>(typed, StringComparer.Ordinal);
        if (said is not null)
        {
            var change = Amendment.Of(said.Text) is { IsSure: true, New: var next } ? said.Letters.Text.IndexOf(next, StringComparison.Ordinal) is >= 0 and var at ? said.Letters.Between(at, at + next.Length) : next : said.Typed;
            var line = PersonLine.Read(change, Localizer.Directory.Areas, Near, Localizer.Today);
            if (line.Rest.Count > 1 || said.Numbers.Count > 0 || (line.Name is not null && line is { Identity: null, Phone: null } && change == said.Typed && !FormWords.SaysName(said.Text)))
            {
                return null;
            }

            var before = values.Count;
            var isChanged = false;
            foreach (var (input, value) in new[]
            {
                (PeopleCards.Name, line.Name), (PeopleCards.Identity, line.Identity), (PeopleCards.Phone, line.Phone), (PeopleCards.JobTitle, line.JobTitle),
                (PeopleCards.Area, isSuccessor ? null : (said.Places is [var place] ? place.Code : line.Area)?.Value),
                (PeopleCards.From, (line.From ?? (FormWords.IsFirstDay(said.Text) ? ChangedDay.Read(said.Text, null, Localizer.Today, Localizer.Calendar) : null)) is { } from ? Columns.Date(from) : null),
            })
            {
                if (value is not null)
                {
                    (values[input], isChanged) = (value, true);
                }
            }

            if (!isChanged || before == 0)
            {
                return null;
            }
        }

        return isSuccessor ? await ReplaceFormAsync(values) : await AddPersonFormAsync(values);
    }

    /// <summary>li na (lina) stands in for me, of the office: the press to enter her, with what was said of her.</summary>
    private IEnumerable<Json> Enters(Person represented, string? said)
    {
        if (said is null || PeopleWords.StandIn(said) is not { } who || represented.Grants.FirstOrDefault(grant => grant.Role == Role.Office) is not { } duty
            || !Permissions.May(Person, Right.ManagePeople, Subject.Place(duty.Area)))
        {
            return [];
        }

        var login = PersonLine.Read(said, Localizer.Directory.Areas, Near, Localizer.Today).Identity;
        return [Buttons.To("people.addForm", ("what", login is null || !who.All(char.IsAscii) ? $"{PeopleTexts.OfficeLine} {PeopleTexts.NameLabel} {who} {login}".TrimEnd() : $"{PeopleTexts.OfficeLine} {who} {login}"))];
    }

    public Task<TurnAnswer> SubstituteFormAsync(
        IReadOnlyDictionary<string, string> typed,
        FormErrors? errors = null,
        string? said = null)
    {
        var represented = Localizer.Directory.ById(typed.GetValueOrDefault(PeopleCards.Represented) ?? "") ?? Person;
        if (!SubstituteRules.MayName(Person, represented))
        {
            return DoneAsync(Why(SubstituteRefusal.NotAllowed));
        }

        List<Person> candidates = [.. Candidates(represented)];
        return candidates.Count == 0
            ? GoesOnAsync(
                "people.substituteForm",
                said,
                Localizer.Say(PeopleTexts.NobodyToStandIn),
                Card.Of(Localizer, [
                    Card.Line(Localizer.Say(PeopleTexts.NobodyToStandIn, represented.Name)),
                    .. errors?.GetValueOrDefault(PeopleCards.Substitute) is { } unknown ? (IEnumerable<Json>)[Card.Line(unknown, color: Card.Warning)] : [],
                    .. WhoArranges(represented),
                    .. Said(said),
                    .. DaysSaid(typed),
                    .. Card.Actions([.. Enters(represented, said), .. TellsThem(represented, typed, said), Buttons.To("people.directory")])
                ]))
            : ShowAsync(
                Localizer.Say(PeopleTexts.SubstituteTitle),
                PeopleCards.SubstituteForm(represented, candidates, Person, Buttons, typed, errors ?? [], Quoted(said)));
    }

    public async Task<TurnAnswer> NameSubstituteAsync(
        IReadOnlyDictionary<string, string> typed,
        CancellationToken cancellationToken)
    {
        var errors = new FormErrors();
        var (from, to) = (Day(PeopleCards.From, typed, errors), Day(PeopleCards.To, typed, errors));
        var represented = typed.GetValueOrDefault(PeopleCards.Represented) is { Length: > 0 } id ? id : Person.Id;
        var substitute = typed.GetValueOrDefault(PeopleCards.Substitute) ?? "";
        if (substitute.Length == 0)
        {
            errors.TryAdd(PeopleCards.Substitute, Localizer.Say(Texts.RefusedMissing));
        }

        if (errors.Count > 0)
        {
            return await SubstituteFormAsync(typed, errors);
        }

        if (await Services.Substitutes.NameAsync(Person, represented, substitute, from, to, cancellationToken) is { } refusal)
        {
            errors[refusal switch
            {
                SubstituteRefusal.DaysMissing or SubstituteRefusal.InPast => PeopleCards.From,
                SubstituteRefusal.EndsBefore or SubstituteRefusal.TooLong => PeopleCards.To,
                SubstituteRefusal.NotFound or SubstituteRefusal.Oneself or SubstituteRefusal.NotOfSameUnit
                    or SubstituteRefusal.TooManyGrants => PeopleCards.Substitute,
                SubstituteRefusal.NotAllowed or SubstituteRefusal.NothingToStandInFor
                    or SubstituteRefusal.NobodyStandsIn => "",
            }] = Why(refusal);
            return await SubstituteFormAsync(typed, errors);
        }

        var renewed = await RenewAsync(cancellationToken);
        var (who, whom) = (renewed.Directory.ById(substitute), renewed.Directory.ById(represented));
        var news = renewed.Say(
            PeopleTexts.SubstituteNamed,
            who?.Name ?? "",
            whom?.Name ?? "",
            renewed.DaysOf(new Grant(Role.Office, renewed.Directory.Province) { From = from, To = to }));
        return await ShowAsync(
            news,
            Card.Of(renewed, [
                Card.News(news, renewed),
                Card.Line(renewed.Say(PeopleTexts.SubstituteWhat), subtle: true),
                .. Card.Actions([
                    (Buttons with { Localizer = renewed }).To("people.askEndSubstitute", (PeopleCards.Represented, represented)),
                    (Buttons with { Localizer = renewed }).To("people.whoAmI")
                ])
            ]));
    }

    /// <summary>我回来了: who stands in, and the press that ends it.</summary>
    public Task<TurnAnswer> AskEndSubstituteAsync(string representedId)
    {
        var represented = representedId.Length == 0 ? Person : Localizer.Directory.ById(representedId);
        if (represented is null || !SubstituteRules.MayName(Person, represented))
        {
            return DoneAsync(Why(SubstituteRefusal.NotFound));
        }

        var lines = PeopleCards.StandIns(represented, Localizer).ToList();
        if (lines.Count == 0)
        {
            return DoneAsync(Why(SubstituteRefusal.NobodyStandsIn));
        }

        return ShowAsync(
            Localizer.Say(PeopleTexts.EndSubstituteAsk, represented.Name),
            Card.Of(Localizer, [
                Card.Title(Localizer.Say(PeopleTexts.EndSubstituteAsk, represented.Name)),
                .. lines.Select(line => Card.Line(line)),
                .. Card.Actions([
                    Buttons.Forward(PeopleTexts.EndSubstitute, "people.endSubstitute", (PeopleCards.Represented, represented.Id)),
                    Buttons.Cancel()
                ])
            ]));
    }

    public async Task<TurnAnswer> EndSubstituteAsync(string representedId, CancellationToken cancellationToken)
    {
        if (await Services.Substitutes.EndAsync(Person, representedId, cancellationToken) is { } refusal)
        {
            return await DoneAsync(Why(refusal));
        }

        return await DoneAsync(Localizer.Say(
            PeopleTexts.SubstituteEnded,
            Localizer.Directory.ById(representedId)?.Name ?? ""));
    }

    /// <summary>正定县联络员换成 王小明 wangxm@contoso.com: the form, with who goes and who comes.</summary>
    /// <param name="who">Person id and duty of a button; empty for what was said.</param>
    public Task<TurnAnswer> ReplaceFormAsync(string what, string who, string duty)
    {
        var places = new List<Person>();
        var line = PersonLine.Read(what, Localizer.Directory.Areas, Near, Localizer.Today);
        if (line.Area is { } area)
        {
            places.AddRange(Core.People.Duties.Holders(area, Localizer.Directory).Where(p => SuccessionService.Duties(Person, p).Count > 0));
        }

        var folded = Folding.Of(what);
        var named = Named(folded);
        var old = who.Length > 0
            ? Localizer.Directory.ById(who)
            : named.Find(p => places.Exists(x => x.Id == p.Id))
                ?? (places.Count == 0 ? named.Find(p => SuccessionService.Duties(Person, p).Count > 0) : null)
                ?? (places is [var only] ? only : null)
                ?? (places.Count == 0 && PeopleWords.IsOfOneself(folded)
                    && SuccessionService.Duties(Person, Person).Count > 0 ? Person : null);
        var typed = new Dictionary<string, string>(StringComparer.Ordinal);
        if (old is not null)
        {
            var duties = SuccessionService.Duties(Person, old);
            var of = line.Area is { } place ? duties.Where(g => g.Area == place).ToList() : [];
            typed[PeopleCards.Who] = PeopleCards.WhoOf(
                old,
                duty.Length > 0 ? duty : of is [var one] ? one.ToString() : duties is [var single] ? single.ToString() : "");
        }

        var next = named.Find(p => p.Id != old?.Id && line.Identity is null);
        if (next is not null)
        {
            typed[PeopleCards.Name] = next.Name;
            typed[PeopleCards.Identity] = next.SignInName ?? next.ObjectId ?? "";
        }
        else if (line.Name is { } name && name != old?.Name)
        {
            typed[PeopleCards.Name] = name;
        }

        if (line.Identity is { } identity)
        {
            typed[PeopleCards.Identity] = identity;
        }

        ContactOf(line, typed);
        if (line.From is { } from && from > Localizer.Today)
        {
            typed[PeopleCards.From] = Columns.Date(from);
        }

        return ReplaceFormAsync(typed, said: what, choices: places.Count > 0 ? places : old is null ? null : [old]);
    }

    private Task<TurnAnswer> ReplaceFormAsync(
        IReadOnlyDictionary<string, string> typed,
        FormErrors? errors = null,
        string? said = null,
        IReadOnlyList<Person>? choices = null)
    {
        if (!PeopleCards.MayManage(Person))
        {
            return MayNotManageAsync("people.replaceForm", said ?? "");
        }

        var chosen = PeopleCards.Of(typed.GetValueOrDefault(PeopleCards.Who) ?? "").Person;
        choices ??= Localizer.Directory.ById(chosen) is { } one ? [one] : null;
        return ShowAsync(
            Localizer.Say(PeopleTexts.ReplaceTitle),
            PeopleCards.ReplaceForm(
                choices ?? [.. Localizer.Directory.People.Where(p => SuccessionService.Duties(Person, p).Count > 0)],
                Person,
                Buttons,
                typed,
                errors ?? [],
                Quoted(said)));
    }

    public async Task<TurnAnswer> ReplaceAsync(
        IReadOnlyDictionary<string, string> typed,
        CancellationToken cancellationToken)
    {
        var errors = new FormErrors();
        var from = Day(PeopleCards.From, typed, errors);
        var (who, duty) = PeopleCards.Of(typed.GetValueOrDefault(PeopleCards.Who) ?? "");
        if (Localizer.Directory.ById(who) is not { } old)
        {
            errors.TryAdd(PeopleCards.Who, Localizer.Say(Texts.RefusedMissing));
            return await ReplaceFormAsync(typed, errors);
        }

        if (errors.Count > 0)
        {
            return await ReplaceFormAsync(typed, errors);
        }

        var entry = new PersonEntry(
            typed.GetValueOrDefault(PeopleCards.Identity),
            typed.GetValueOrDefault(PeopleCards.Name),
            old.Entered[0],
            typed.GetValueOrDefault(PeopleCards.JobTitle),
            typed.GetValueOrDefault(PeopleCards.Phone));
        var named = SuccessionService.Duties(Person, old).FirstOrDefault(g => duty is null || g.ToString() == duty);
        if (await Services.Successions.ReplaceAsync(Person, who, duty, entry, from, cancellationToken) is { } refusal)
        {
            errors[FieldOf(refusal) is var field && field is PeopleCards.Area or PeopleCards.Role or PeopleCards.To
                ? field == PeopleCards.To ? PeopleCards.From : ""
                : field] = Localizer.Why(refusal);
            return await ReplaceFormAsync(typed, errors);
        }

        var shown = named?.Area ?? Localizer.Directory.Province;
        return await RenewedAsync(
            shown,
            r => r.Say(
                from is { } day && day > r.Today ? PeopleTexts.ReplacedFrom : PeopleTexts.Replaced,
                entry.Name!.Trim(),
                old.Name,
                from is { } first ? r.Day(first) : ""),
            cancellationToken);
    }

    /// <summary>我调走了: the press that tells those who find somebody; nothing changes by it.</summary>
    public Task<TurnAnswer> LeavingAsync(string what)
    {
        var text = Localizer.Say(PeopleTexts.LeavingAsk);
        return GoesOnAsync("people.leaving", what, text, Card.Of(Localizer, [
            Card.Line(text, bold: true),
            .. WhoArranges(Person),
            .. Said(what),
            .. Card.Actions([
                Buttons.Forward(PeopleTexts.LeavingTell, "people.announceLeaving", (PeopleCards.Note, Localizer.Clip(what, MostSaid))),
                Buttons.Cancel()
            ])
        ]));
    }

    public async Task<TurnAnswer> AnnounceLeavingAsync(string note, CancellationToken cancellationToken)
    {
        await Services.Successions.AnnounceAsync(
            Person,
            note.Trim() is { Length: > 0 } said ? Localizer.Clip(said.ReplaceLineEndings(" "), MostSaid) : null,
            cancellationToken);
        return await DoneAsync(Localizer.Say(PeopleTexts.LeavingTold));
    }

    /// <summary>In place of the card that was pressed.</summary>
    private Task<TurnAnswer> DoneAsync(string news) => ShowAsync(
        news,
        Card.Of(Localizer, [
            Card.News(news, Localizer),
            .. Card.Actions([Buttons.To("people.whoAmI"), Buttons.To("matter.mine")])
        ]));

    private string Why(SubstituteRefusal refusal) => refusal switch
    {
        SubstituteRefusal.NotAllowed => Localizer.Say(PeopleTexts.SubstituteNotAllowed),
        SubstituteRefusal.NotFound => Localizer.Say(PeopleTexts.SubstituteNotFound),
        SubstituteRefusal.Oneself => Localizer.Say(PeopleTexts.SubstituteOneself),
        SubstituteRefusal.NotOfSameUnit => Localizer.Say(PeopleTexts.SubstituteSameUnit),
        SubstituteRefusal.DaysMissing => Localizer.Say(PeopleTexts.SubstituteDays),
        SubstituteRefusal.EndsBefore => Localizer.Say(PeopleTexts.SubstituteEndsBefore),
        SubstituteRefusal.InPast => Localizer.Say(PeopleTexts.SubstituteInPast),
        SubstituteRefusal.TooLong => Localizer.Say(PeopleTexts.SubstituteTooLong, SubstituteRules.MostDays),
        SubstituteRefusal.NothingToStandInFor => Localizer.Say(PeopleTexts.SubstituteNothing),
        SubstituteRefusal.TooManyGrants => Localizer.Say(PeopleTexts.SubstituteTooMany),
        SubstituteRefusal.NobodyStandsIn => Localizer.Say(PeopleTexts.SubstituteNobody),
    };

    /// <summary>Those who arrange for others, with how to reach them.</summary>
    private IEnumerable<Json> WhoArranges(Person forWhom)
    {
        var directory = Localizer.Directory;
        return forWhom.Entered.Where(g => g.Role == Role.CountyOfficer)
            .SelectMany(g => directory.Holding(Role.CityOffice, g.Area.City))
            .Concat(directory.Holding(Role.Office, directory.Province))
            .Where(p => p.Id != Person.Id)
            .DistinctBy(p => p.Id)
            .Take(5)
            .Select(p => Card.Line(Localizer.ContactOf(p) is { } contact
                ? Localizer.Say(Texts.Labelled, p.Name, contact)
                : p.Name));
    }

    /// <summary>Who manages people, for whoever does not, and what they said.</summary>
    /// <param name="command">What they wanted.</param>
    /// <param name="what">With what was said before, where that goes on; empty for the message alone.</param>
    private Task<TurnAnswer> MayNotManageAsync(string command, string what = "")
    {
        var text = Localizer.Say(Texts.DirectoryNotAllowed);
        var message = (ChatEvent as ChatEvent.Message)?.Text.Trim() ?? "";
        var said = what.Length > message.Length && what.Contains(message, StringComparison.Ordinal) ? what : message;
        return GoesOnAsync(command, said, text, Card.Of(Localizer, [
            Card.Line(text, bold: true),
            Card.Line(Localizer.Say(PeopleTexts.WhoManages)),
            .. WhoArranges(Person),
            .. Said(said),
            .. Card.Actions([Buttons.To("people.directory"), Buttons.To("matter.mine")])
        ]));
    }

    /// <summary>What others have to enter: what is said next of the same person is put to it, so that all of it is passed on together.</summary>
    private async Task<TurnAnswer> GoesOnAsync(string command, string? said, string summary, Json card)
    {
        var answer = await ShowAsync(summary, card);
        return string.IsNullOrWhiteSpace(said) || !ChatEvent.Personal ? answer
            : new([answer.Messages[^1] with { Asked = $"{command}\n{said.ReplaceLineEndings(" ").Trim()}" }]);
    }

    /// <summary>下周一到周五, as the days that they are: whoever gets the words may read them later.</summary>
    private IEnumerable<Json> DaysSaid(IReadOnlyDictionary<string, string> typed) =>
        Day(PeopleCards.From, typed, []) is { } from
            ? [Card.Line(Localizer.Say(PeopleTexts.DaysMeant, Localizer.DaysOf(new Grant(Role.Office, Localizer.Directory.Province) { From = from, To = Day(PeopleCards.To, typed, []) ?? from })), subtle: true, size: "Small")]
            : [];

    /// <summary>The press that sends the whole request to those who register people: who, the name and the days; nothing where nobody is to be told of it.</summary>
    private IEnumerable<Json> TellsThem(Person represented, IReadOnlyDictionary<string, string> typed, string? said)
    {
        if (represented.Id != Person.Id || string.IsNullOrWhiteSpace(said))
        {
            return [];
        }

        var days = Day(PeopleCards.From, typed, []) is { } from
            ? Localizer.Say(Texts.Bracketed, "", Localizer.DaysOf(new Grant(Role.Office, Localizer.Directory.Province) { From = from, To = Day(PeopleCards.To, typed, []) ?? from }))
            : "";
        var words = Localizer.Clip(said.ReplaceLineEndings(" ").Trim(), MostSaid - days.Length);
        return [Buttons.Forward(PeopleTexts.LeavingTell, "people.askSubstitute", (PeopleCards.Note, words + days))];
    }

    public async Task<TurnAnswer> AskForSubstituteAsync(string note, CancellationToken cancellationToken)
    {
        if (note.Trim() is not { Length: > 0 } said)
        {
            return await UnknownButtonAsync();
        }

        await Services.Successions.AskForSubstituteAsync(Person, Localizer.Clip(said.ReplaceLineEndings(" "), MostSaid), cancellationToken);
        return await DoneAsync(Localizer.Say(PeopleTexts.SubstituteTold));
    }

    /// <summary>What was said stays in sight: the form may not have all of it.</summary>
    private IEnumerable<Json> Said(string? said) =>
        Quoted(said) is { } quoted ? [Card.Line(quoted, subtle: true, size: "Small")] : [];

    private string? Quoted(string? said) => string.IsNullOrWhiteSpace(said)
        ? null
        : Localizer.Say(PeopleTexts.YouSaid, Localizer.Clip(said.ReplaceLineEndings(" ").Trim(), MostSaid));

    private IEnumerable<Person> Candidates(Person represented) =>
        SubstituteRules.Candidates(Person, represented, Localizer.Directory)
            .Where(p => Person.Has(Role.Office) || p.Entered.Any(g => DirectoryBook.MayKnow(Person, g)))
            .OrderBy(p => p.Name, StringComparer.Ordinal);

    /// <summary>
    /// The people whose names, or whose places with somebody in them, stand in a sentence, in its order. Only those
    /// whom the person may know.
    /// </summary>
    private List<Person> Named(string folded)
    {
        var directory = Localizer.Directory;
        List<(int At, int Length, Person Person)> found = [];
        foreach (var person in directory.People.Where(p => p.Entered.Any(g => DirectoryBook.MayKnow(Person, g))))
        {
            var name = Folding.Of(person.Name).Trim();
            if (name.Length >= ShortestName && folded.IndexOf(name, StringComparison.Ordinal) is >= 0 and var at)
            {
                found.Add((at, name.Length, person));
            }
        }

        // 长安区联络员 is called so, and 长安区 alone means whoever is there.
        foreach (var area in directory.Areas.All.Where(a => a.Level is AreaLevel.County or AreaLevel.City))
        {
            var name = Folding.Of(area.Name);
            if (folded.IndexOf(name, StringComparison.Ordinal) is not (>= 0 and var at)
                || found.Exists(f => f.At <= at && at + name.Length <= f.At + f.Length)
                || directory.Areas.Resolve(area.Name, Near) is not AreaMatch.One { Area: var meant }
                || meant.Code != area.Code)
            {
                continue;
            }

            var there = Core.People.Duties.Holders(area.Code, directory)
                .Where(p => p.Entered.Any(g => DirectoryBook.MayKnow(Person, g)))
                .ToList();
            if (there is [var one])
            {
                found.Add((at, name.Length, one));
            }
        }

        return [.. found.OrderBy(f => f.At).ThenByDescending(f => f.Length).Select(f => f.Person).DistinctBy(p => p.Id)];
    }

    /// <summary>副组长, 组员, 联络员: the one of them that there is.</summary>
    private static Person? ByPost(string folded, IReadOnlyList<Person> candidates)
    {
        var fits = PeopleWords.DutyIn(folded);
        var those = fits is null ? [] : candidates.Where(p => p.Entered.Any(fits)).ToList();
        return those is [var one] ? one : null;
    }

    private async Task<Localizer> RenewAsync(CancellationToken cancellationToken) =>
        Localizer with { Directory = await Services.Directory.ReadAsync(cancellationToken) };
}
