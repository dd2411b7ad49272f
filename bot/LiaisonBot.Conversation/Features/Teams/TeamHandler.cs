using System.Globalization;
using LiaisonBot.Conversation.Cards;
using LiaisonBot.Conversation.Phrases;
using LiaisonBot.Conversation.Shell;
using LiaisonBot.Core.Calendar;
using LiaisonBot.Core.People;
using LiaisonBot.Core.Storage;
using LiaisonBot.Core.Text;

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
        : Find(typed) is var (person, grant) ? FormAsync(
            person,
            grant,
            new Dictionary<string, string>(StringComparer.Ordinal)
            {
                [TeamCards.HomeUnit] = person.HomeUnit ?? "",
                [TeamCards.Group] = grant.Group is { } group ? Localizer.Invariant(group) : "",
                [TeamCards.Places] = string.Join(
                    Localizer.Say(Texts.ListComma),
                    person.Recusals.Select(place => Localizer.Directory.Areas.Find(place)?.Name ?? place.Value)),
            },
            [])
        : TellAsync(Localizer.Say(TeamTexts.NotFound));

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
        var typed = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            [TeamCards.Subject] = Localizer.Clip(line.Subject, Training.SubjectLength),
        };
        if (line.On is { } day)
        {
            typed[TeamCards.Day] = Columns.Date(day);
        }

        return TrainingFormAsync(typed, []);
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
