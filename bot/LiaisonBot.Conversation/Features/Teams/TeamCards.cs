using LiaisonBot.Conversation.Cards;
using LiaisonBot.Conversation.Shell;
using LiaisonBot.Core.People;

namespace LiaisonBot.Conversation.Features.Teams;

/// <summary>Teams: who is in them, what is missing, trainings.</summary>
internal static class TeamCards
{
    public const string Team = "team";
    public const string PersonId = "person";
    public const string Duty = "duty";
    public const string HomeUnit = "homeUnit";
    public const string Group = "group";
    public const string Places = "places";
    public const string Day = "day";
    public const string Subject = "subject";
    public const string Present = "present";

    private const int Shown = 12;

    private const int TrainingsShown = 10;

    public static Json List(IReadOnlyList<(int Team, int People)> teams, bool mayManage, Buttons buttons)
    {
        var localizer = buttons.Localizer;
        List<Json?> body = [Card.Title(localizer.Say(TeamTexts.ListTitle))];
        if (teams.Count == 0)
        {
            body.Add(Card.Line(localizer.Say(TeamTexts.ListEmpty)));
        }

        body.AddRange(teams.Select(t => Card.Box(
            null,
            [
                Card.Runs([
                    Card.Run(localizer.Say(Texts.TeamOrdinal, t.Team), bold: true),
                    Card.Run("  ·  " + localizer.Say(TeamTexts.TeamLine, t.People), size: "Small"),
                ]),
                .. Card.Actions([buttons.To(ShellTexts.Open, "teams.show", (Team, Localizer.Invariant(t.Team)))]),
            ],
            separator: true)));
        return Card.Of(localizer, [.. body, .. Card.Actions(mayManage ? [buttons.To("teams.trainings")] : [])]);
    }

    /// <param name="mayManage">The office: sees recusals, changes them, enters trainings.</param>
    /// <param name="maySeeRecusals">The leader sees them too.</param>
    public static Json Show(
        int team,
        IReadOnlyList<(Person Person, Grant Grant)> people,
        int page,
        bool mayManage,
        bool maySeeRecusals,
        Buttons buttons,
        string? news = null)
    {
        var localizer = buttons.Localizer;
        var name = localizer.Say(Texts.TeamOrdinal, team);
        List<Json?> body = [Card.News(news, localizer), Card.Title(name)];
        if (people.Count == 0)
        {
            body.Add(Card.Line(localizer.Say(TeamTexts.None, name)));
        }
        else
        {
            var vacant = Vacant(people, localizer);
            body.Add(Card.Fact(
                localizer.Say(TeamTexts.Vacant),
                vacant.Count == 0
                    ? localizer.Say(TeamTexts.NoVacancy)
                    : string.Join(localizer.Say(Texts.ListComma), vacant),
                vacant.Count == 0 ? null : Card.Warning));
        }

        var pages = Math.Max(1, (people.Count + Shown - 1) / Shown);
        page = Math.Clamp(page, 0, pages - 1);
        foreach (var (person, grant) in people.Skip(page * Shown).Take(Shown))
        {
            body.Add(One(person, grant, mayManage, maySeeRecusals, buttons));
        }

        body.AddRange(Paging.Of(page, pages, new("teams.show", Arguments.Of((Team, Localizer.Invariant(team)))), buttons));
        return Card.Of(
            localizer,
            [
                .. body,
                .. Card.Actions(mayManage
                    ? [buttons.To("people.addForm"), buttons.To(TeamTexts.TrainingTitle, "teams.trainingForm", (Team, Localizer.Invariant(team)))]
                    : []),
            ]);
    }

    public static Json Form(
        Person person,
        Grant grant,
        IReadOnlyDictionary<string, string> typed,
        FormErrors errors,
        Buttons buttons) => InputForm.Of(
        TeamTexts.EditTitle,
        buttons.Submit("teams.save", (PersonId, person.Id), (Duty, grant.ToString())),
        buttons,
        typed,
        errors,
        [
            (new(HomeUnit, TeamTexts.FieldHomeUnit, InputKind.Line, Required: false, Limit: Person.HomeUnitLength), []),
            (new(Group, TeamTexts.FieldGroup, InputKind.Choice, Required: false),
                [.. Enumerable.Range(1, Visit.MaxGroup).Select(g =>
                    (Localizer.Invariant(g), buttons.Localizer.Say(TeamTexts.Group, g)))]),
            (new(Places, TeamTexts.FieldPlaces, InputKind.Lines, Required: false, Limit: 500)
            { Hint = TeamTexts.PlacesHint }, []),
        ],
        about: person.Name);

    public static Json TrainingForm(
        IReadOnlyList<Person> people,
        IReadOnlyDictionary<string, string> typed,
        FormErrors errors,
        Buttons buttons) => InputForm.Of(
        TeamTexts.TrainingTitle,
        buttons.Submit("teams.training"),
        buttons,
        typed,
        errors,
        [
            (new(Day, TeamTexts.FieldDay, InputKind.Date), []),
            (new(Subject, TeamTexts.FieldSubject, InputKind.Line, Limit: Training.SubjectLength), []),
            (new(Present, TeamTexts.FieldPresent, InputKind.Choices), [.. people.Select(p => (p.Id, p.Name))]),
        ]);

    public static Json Trainings(IReadOnlyList<Training> trainings, Buttons buttons, string? news = null)
    {
        var localizer = buttons.Localizer;
        List<Json?> body = [Card.News(news, localizer), Card.Title(localizer.Say(TeamTexts.Training))];
        if (trainings.Count == 0)
        {
            body.Add(Card.Line(localizer.Say(TeamTexts.NoTrainings)));
        }

        body.AddRange(trainings.Take(TrainingsShown).Select(t => Card.Line(
            localizer.Say(TeamTexts.TrainingLine, localizer.Day(t.On), t.Subject, t.Present.Count))));
        return Card.Of(
            localizer,
            [.. body, .. Card.Actions([buttons.To(TeamTexts.TrainingTitle, "teams.trainingForm"), buttons.To("teams.list")])]);
    }

    private static Json One(
        Person person,
        Grant grant,
        bool mayManage,
        bool maySeeRecusals,
        Buttons buttons)
    {
        var localizer = buttons.Localizer;
        List<string> about = [
            localizer.Place(grant.Area),
            .. grant.Group is { } group ? [localizer.Say(TeamTexts.Group, group)] : Array.Empty<string>(),
            localizer.DaysOf(grant),
            .. person.HomeUnit is { } unit ? [localizer.Say(TeamTexts.HomeUnit, unit)] : Array.Empty<string>(),
        ];
        List<Json?> items =
        [
            Card.Runs([
                Card.Run(person.Name, bold: true),
                Card.Run("  ·  " + PostOf(grant, localizer), size: "Small"),
            ]),
            Card.Line(string.Join("  ", about), size: "Small", spacing: "None"),
        ];
        if (maySeeRecusals && person.Recusals.Count > 0)
        {
            items.Add(Card.Line(
                localizer.Say(
                    TeamTexts.Recused,
                    string.Join(localizer.Say(Texts.ListComma), person.Recusals.Select(localizer.Place))),
                size: "Small",
                spacing: "None"));
        }

        if (maySeeRecusals && Recusals.Clash(person, grant, localizer.Directory.PlannedVisits) is { } clash)
        {
            items.Add(Card.Line(
                localizer.Say(TeamTexts.Clash, localizer.Place(clash.Visit?.Area ?? grant.Area)),
                Card.Attention,
                size: "Small",
                spacing: "None"));
        }

        var last = localizer.Directory.Trainings.FirstOrDefault(t => t.Present.Any(person.Is));
        items.Add(Card.Line(
            last is null
                ? localizer.Say(TeamTexts.NoTraining)
                : localizer.Say(TeamTexts.LastTraining, $"{localizer.Day(last.On)} {last.Subject}"),
            subtle: true,
            size: "Small",
            spacing: "None"));
        if (mayManage)
        {
            items.AddRange(Card.Actions(
                [buttons.To(TeamTexts.Edit, "teams.form", (PersonId, person.Id), (Duty, grant.ToString()))]));
        }

        return Card.Box(null, items, separator: true);
    }

    /// <summary>Posts that nobody of the team holds: whoever has no post of their own is a leader or a member by their role.</summary>
    private static List<string> Vacant(IReadOnlyList<(Person Person, Grant Grant)> people, Localizer localizer)
    {
        var held = people.Select(x => x.Grant.Post ?? (x.Grant.Role == Role.TeamLeader ? Post.Leader : Post.Member))
            .ToHashSet();
        return [.. Enum.GetValues<Post>().Where(post => !held.Contains(post)).Select(post => localizer.PostName(post))];
    }

    private static string PostOf(Grant grant, Localizer localizer) => grant.Post is { } post
        ? localizer.PostName(post)
        : localizer.RoleName(grant.Role);
}
