using System.Globalization;
using LiaisonBot.Conversation.Cards;
using LiaisonBot.Conversation.Phrases;
using LiaisonBot.Conversation.Shell;
using LiaisonBot.Core.Areas;
using LiaisonBot.Core.Calendar;
using LiaisonBot.Core.People;
using LiaisonBot.Core.Storage;
using LiaisonBot.Core.Text;
using NodaTime;

namespace LiaisonBot.Conversation.Features.Teams;

/// <summary>Teams: the office sees and keeps all, whoever is in one sees their own.</summary>
internal sealed class TeamHandler(TurnScope scope) : TurnPart(scope)
{
    /// <summary>队伍 第1组, or the only one that the person may see; else the list.</summary>
    public Task<TurnAnswer> SayAsync(string what)
    {
        if (TeamIn(what) is { } said)
        {
            return ShowAsync(said, 0, null);
        }

        var teams = Localizer.Directory.People.SelectMany(p => p.Entered)
            .Where(g => !g.HasEnded(Localizer.Today))
            .Select(g => g.Team)
            .OfType<int>()
            .Distinct()
            .Where(team => TeamService.MaySee(Person, team, Localizer.Directory.Province))
            .Order()
            .ToList();
        return teams is [var only]
            ? ShowAsync(only, 0, null)
            : teams.Count == 0 && !MayManage
            ? TellAsync(Localizer.MayNot(Right.SeePlan))
            : ShowAsync(
                Localizer.Say(TeamTexts.ListTitle),
                TeamCards.List(
                    [.. teams.Select(team => (team, TeamService.Of(team, Localizer.Directory).DistinctBy(x => x.Person.Id).Count()))],
                    MayManage,
                    Buttons));
    }

    public Task<TurnAnswer> ShowAsync(string team, int page) =>
        int.TryParse(team, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? ShowAsync(number, page, null)
            : UnknownButtonAsync();

    public Task<TurnAnswer> FormAsync(IReadOnlyDictionary<string, string> typed) =>
        !MayManage ? TellAsync(Localizer.MayNot(Right.ManagePeople))
        : Find(typed) is var (person, grant) ? FormAsync(person, grant, Values(person, grant, person.Recusals), [])
        : TellAsync(Localizer.Say(TeamTexts.NotFound));

    private Dictionary<string, string> Values(Person person, Grant grant, IReadOnlyList<AreaCode> recusals) =>
        new(StringComparer.Ordinal)
        {
            [TeamCards.HomeUnit] = person.HomeUnit ?? "",
            [TeamCards.Group] = grant.Group is { } group ? Localizer.Invariant(group) : "",
            [TeamCards.Places] = string.Join(
                Localizer.Say(Texts.ListComma),
                recusals.Select(place => Localizer.Directory.Areas.Find(place)?.Name ?? place.Value)),
        };

    public async Task<TurnAnswer> SaveAsync(
        IReadOnlyDictionary<string, string> typed,
        CancellationToken cancellationToken)
    {
        if (!MayManage)
        {
            return await TellAsync(Localizer.MayNot(Right.ManagePeople));
        }

        if (Find(typed) is not var (person, grant))
        {
            return await TellAsync(Localizer.Say(TeamTexts.NotFound));
        }

        var errors = new FormErrors();
        // Near the team: 长安区 is the one of its city.
        var places = PlaceList.Read(
            typed.GetValueOrDefault(TeamCards.Places) ?? "",
            Localizer.Directory.Areas,
            grant.Area,
            Localizer.Today,
            Localizer.Calendar);
        if (places.Wrong is { } wrong)
        {
            errors[TeamCards.Places] = Localizer.Say(TeamTexts.WrongPlace, Localizer.Clip(wrong, 40));
        }

        if (errors.Count > 0)
        {
            return await FormAsync(person, grant, typed, errors);
        }

        try
        {
            if (await Services.Teams.SetAsync(
                Person,
                person.Id,
                typed.GetValueOrDefault(TeamCards.HomeUnit),
                places.Places,
                grant.ToString(),
                int.TryParse(
                    typed.GetValueOrDefault(TeamCards.Group),
                    NumberStyles.None,
                    CultureInfo.InvariantCulture,
                    out var group) ? group : null,
                cancellationToken) is { } refusal)
            {
                errors[refusal == DirectoryRefusal.HomeUnitTooLong ? TeamCards.HomeUnit : TeamCards.Places] =
                    Localizer.Why(refusal);
                return await FormAsync(person, grant, typed, errors);
            }

            var renewed = Localizer with { Directory = await Services.Directory.ReadAsync(cancellationToken) };
            return await ShowAsync(renewed, grant.Team!.Value, 0, renewed.Say(TeamTexts.Saved, person.Name));
        }
        catch (StoreUnavailableException)
        {
            return await TellAsync(Localizer.Say(Texts.StoreBusy));
        }
    }

    /// <summary>培训 3月5日 党纪学习 opens the form; nothing said shows what is entered.</summary>
    public Task<TurnAnswer> TrainingsAsync(string what)
    {
        if (!MayManage)
        {
            return TellAsync(Localizer.MayNot(Right.ManagePeople));
        }

        if (what.Length == 0)
        {
            return ShowAsync(
                Localizer.Say(TeamTexts.Training),
                TeamCards.Trainings(Localizer.Directory.Trainings, Buttons));
        }

        var line = TrainingLine.Read(what, Localizer.Dates, Localizer.Today, Localizer.Calendar);
        var (subject, present) = Named(line.Subject);
        var typed = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            [TeamCards.Subject] = Localizer.Clip(subject, Training.SubjectLength),
            [TeamCards.Present] = string.Join(',', present.Select(p => p.Id)),
        };
        if (line.On is { } day)
        {
            typed[TeamCards.Day] = Columns.Date(day);
        }

        return TrainingFormAsync(typed, []);
    }

    /// <summary>上周五给第1组做了业务培训: the form, with the day, the subject, and who is named or in the team.</summary>
    /// <param name="day">That was named in words: 上周五, 昨天.</param>
    public Task<TurnAnswer> TrainingSaidAsync(string typed, LocalDate? day = null)
    {
        if (!MayManage)
        {
            return TellAsync(Localizer.MayNot(Right.ManagePeople));
        }

        var team = TeamIn(typed);
        var line = TrainingLine.Read(typed, Localizer.Dates, Localizer.Today, Localizer.Calendar);
        var (subject, named) = Named(TrainingLine.Plain(line.Subject));
        var present = named.Count > 0 ? named
            : team is { } number ? [.. TeamService.Of(number, Localizer.Directory).Select(x => x.Person).Distinct()]
            : [];
        return TrainingFormAsync(
            new Dictionary<string, string>(StringComparer.Ordinal)
            {
                [TeamCards.Day] = Columns.Date(day ?? line.On ?? Localizer.Today),
                [TeamCards.Subject] = Localizer.Clip(subject, Training.SubjectLength),
                [TeamCards.Present] = string.Join(',', present.Select(p => p.Id)),
            },
            []);
    }

    /// <summary>
    /// 回避 李伟 栾城区: the form of that person with the place in it, or without; a question shows who keeps away. Null where
    /// nobody of a team is meant: words of a title.
    /// </summary>
    public async Task<TurnAnswer?> RecusalAsync(
        string typed,
        IReadOnlyList<Area> places,
        bool asks,
        CancellationToken cancellationToken)
    {
        var (rest, named) = Named(Folding.Of(typed));
        // A name that is entered nowhere, a place, and nothing else: 李伟回避栾城区.
        var isCommand = TeamWords.IsRecusalLine(rest, [.. places.Select(place => place.Name)]);
        if (named is not [var person, ..])
        {
            return TeamWords.AsksWho(rest) && IsConcerned ? await KeepsAwayAsync(places)
                : !isCommand || !IsConcerned ? null
                : MayManage ? await TellAsync(Localizer.Say(TeamTexts.RecusalNobody))
                : await TellAsync(Localizer.MayNot(Right.ManagePeople));
        }

        var grant = person.Entered.First(g => g.Team is not null && !g.HasEnded(Localizer.Today));
        var ends = TeamWords.Ends(rest);
        if (!MayManage || asks || (!ends && TeamWords.Denies(rest)))
        {
            return MayManage || TeamService.MaySee(Person, grant.Team!.Value, Localizer.Directory.Province)
                ? await ShowAsync(grant.Team!.Value, 0, null)
                : null;
        }

        List<AreaCode> kept = [.. person.Recusals];
        var said = places.Select(place => place.Code).ToList();
        if (ends)
        {
            kept.RemoveAll(place => said.Count == 0 || said.Contains(place));
        }
        else
        {
            kept.AddRange(said.Except(kept));
        }

        return await FormAsync(person, grant, Values(person, grant, kept), []);
    }

    /// <summary>
    /// What the form of a person is to be filled with: who is named, the team and post they go to, and from when. Null where
    /// nobody known is named.
    /// </summary>
    public Dictionary<string, string>? Joining(string typed)
    {
        var (rest, named) = Named(Folding.Of(typed));
        if (named is not [var person] || TeamWords.TeamTo(rest) is not { } team)
        {
            return null;
        }

        // Nothing said: what they are now.
        var now = person.Entered.FirstOrDefault(g => g is { Team: not null, For: null } && g.CountsOn(Localizer.Today));
        var (role, post) = TeamWords.PostIn(rest) ?? (now?.Role ?? Role.TeamMember, now?.Post);
        var values = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            [People.PeopleCards.Identity] = person.SignInName ?? person.ObjectId ?? "",
            [People.PeopleCards.Name] = person.Name,
            [People.PeopleCards.Role] = role.ToString(),
            [People.PeopleCards.Team] = Localizer.Invariant(team),
        };
        if (post is { } of)
        {
            values[People.PeopleCards.Post] = of.ToString();
        }

        if (DaysLine.Read(rest, Localizer.Today) is { From: { } from } days)
        {
            values[People.PeopleCards.From] = Columns.Date(from);
            if (days.To is { } to && to > from)
            {
                values[People.PeopleCards.To] = Columns.Date(to);
            }
        }

        // Where that team lives then.
        var on = DaysLine.Read(rest, Localizer.Today).From ?? Localizer.Today;
        if (Localizer.Directory.PlannedVisits.FirstOrDefault(v =>
            v.Kind == VisitKind.Residency && v.Team == team && v.IsStanding && v.To >= on) is { } lives)
        {
            values[People.PeopleCards.Area] = lives.Area.Value;
        }

        return values;
    }

    private bool IsConcerned =>
        Person.Has(Role.Office) || Person.Has(Role.TeamLeader) || Person.Has(Role.TeamMember);

    /// <summary>Who of a team keeps away from a place: the office sees all, a leader those of the own team.</summary>
    private Task<TurnAnswer> KeepsAwayAsync(IReadOnlyList<Area> places)
    {
        var people = Localizer.Directory.People
            .Where(p => p.Recusals.Any(recused => places.Count == 0
                || places.Any(place => recused.Contains(place.Code) || place.Code.Contains(recused)))
                && (MayManage || p.Entered.Any(g => Person.Grants.Any(own => own.Role == Role.TeamLeader && own.Team == g.Team))))
            .OrderBy(p => p.Name, StringComparer.Ordinal)
            .Select(p => Localizer.Say(
                TeamTexts.KeepsAway,
                p.Name,
                string.Join(Localizer.Say(Texts.ListComma), p.Recusals.Select(Localizer.Place))))
            .ToList();
        return TellAsync(people.Count == 0
            ? Localizer.Say(TeamTexts.NobodyKeepsAway)
            : string.Join('\n', people.Take(MostNamed)));
    }

    private const int MostNamed = 20;

    /// <summary>People of teams whose names stand in a text, in their order, and what is left of it.</summary>
    private (string Left, IReadOnlyList<Person> People) Named(string typed)
    {
        var rest = typed;
        List<(int At, Person Person)> found = [];
        foreach (var person in Localizer.Directory.People
            .Where(p => p.Name.Length > 1 && p.Entered.Any(g => g.Team is not null && !g.HasEnded(Localizer.Today)))
            .OrderByDescending(p => p.Name.Length))
        {
            var name = Folding.Of(person.Name);
            if (rest.IndexOf(name, StringComparison.OrdinalIgnoreCase) is >= 0 and var at)
            {
                found.Add((at, person));
                rest = rest[..at] + new string(' ', name.Length) + rest[(at + name.Length)..];
            }
        }

        return (
            TeamWords.WithoutGaps(rest),
            [.. found.OrderBy(f => f.At).Select(f => f.Person)]);
    }

    public Task<TurnAnswer> TrainingFormAsync(string team) => MayManage
        ? TrainingFormAsync(
            new Dictionary<string, string>(StringComparer.Ordinal)
            {
                [TeamCards.Day] = Columns.Date(Localizer.Today),
                [TeamCards.Present] = int.TryParse(team, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                    ? string.Join(',', TeamService.Of(number, Localizer.Directory).Select(x => x.Person.Id).Distinct())
                    : "",
            },
            [])
        : TellAsync(Localizer.MayNot(Right.ManagePeople));

    public async Task<TurnAnswer> AddTrainingAsync(
        IReadOnlyDictionary<string, string> typed,
        CancellationToken cancellationToken)
    {
        if (!MayManage)
        {
            return await TellAsync(Localizer.MayNot(Right.ManagePeople));
        }

        var errors = new FormErrors();
        if (Localizer.Dates.Read(typed.GetValueOrDefault(TeamCards.Day) ?? "") is not DueSpan.On day)
        {
            errors[TeamCards.Day] = Localizer.Say(Texts.RefusedMissing);
            return await TrainingFormAsync(typed, errors);
        }

        List<string> present = [.. new[] { TeamCards.Present, FormInput.SecondColumn(TeamCards.Present) }
            .SelectMany(id => (typed.GetValueOrDefault(id) ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries))
            .Distinct()];
        var training = new Training("", day.Date, typed.GetValueOrDefault(TeamCards.Subject) ?? "", present);
        try
        {
            if (await Services.Teams.AddTrainingAsync(Person, training, cancellationToken) is { } refusal)
            {
                errors[""] = Localizer.Why(refusal);
                return await TrainingFormAsync(typed, errors);
            }

            var renewed = Localizer with { Directory = await Services.Directory.ReadAsync(cancellationToken) };
            var news = renewed.Say(
                TeamTexts.TrainingSaved,
                renewed.Day(training.On),
                training.Subject.Trim(),
                present.Count);
            return await ShowAsync(
                news,
                TeamCards.Trainings(renewed.Directory.Trainings, Buttons with { Localizer = renewed }, news));
        }
        catch (StoreUnavailableException)
        {
            return await TellAsync(Localizer.Say(Texts.StoreBusy));
        }
    }

    private bool MayManage => TeamService.MayManage(Person, Localizer.Directory.Province);

    private Task<TurnAnswer> ShowAsync(int team, int page, string? news) => ShowAsync(Localizer, team, page, news);

    private Task<TurnAnswer> ShowAsync(Localizer localizer, int team, int page, string? news) =>
        TeamService.MaySee(Person, team, localizer.Directory.Province)
            ? ShowAsync(
                news ?? localizer.Say(Texts.TeamOrdinal, team),
                TeamCards.Show(
                    team,
                    TeamService.Of(team, localizer.Directory),
                    page,
                    MayManage,
                    MayManage || Person.Grants.Any(g => g.Role == Role.TeamLeader && g.Team == team),
                    Buttons with { Localizer = localizer },
                    news))
            : TellAsync(localizer.Say(TeamTexts.NotYours));

    private Task<TurnAnswer> FormAsync(
        Person person,
        Grant grant,
        IReadOnlyDictionary<string, string> typed,
        FormErrors errors) => ShowAsync(
        Localizer.Say(TeamTexts.EditTitle),
        TeamCards.Form(person, grant, typed, errors, Buttons));

    private Task<TurnAnswer> TrainingFormAsync(IReadOnlyDictionary<string, string> typed, FormErrors errors) => ShowAsync(
        Localizer.Say(TeamTexts.TrainingTitle),
        TeamCards.TrainingForm(
            [.. Localizer.Directory.People
                .Where(p => p.Entered.Any(g => g.Team is not null && !g.HasEnded(Localizer.Today)))
                .OrderBy(p => p.Name, StringComparer.Ordinal)],
            typed,
            errors,
            Buttons));

    private (Person Person, Grant Grant)? Find(IReadOnlyDictionary<string, string> typed) =>
        Localizer.Directory.ById(typed.GetValueOrDefault(TeamCards.PersonId) ?? "") is { } person
            && person.Entered.FirstOrDefault(g =>
                g.Team is not null && g.ToString() == typed.GetValueOrDefault(TeamCards.Duty)) is { } grant
            ? (person, grant)
            : null;

    /// <summary>第1组, 1组, 1, team 1.</summary>
    private static int? TeamIn(string what)
    {
        var text = Folding.Of(what).Trim();
        for (var at = 0; at < text.Length; at++)
        {
            if (VisitLine.TeamAt(text, at) is var (team, _))
            {
                return team;
            }
        }

        var digits = string.Concat(text.Where(char.IsAsciiDigit));
        return digits.Length is 1 or 2 && int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;
    }
}
