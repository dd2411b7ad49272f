using LiaisonBot.Conversation.Cards;
using LiaisonBot.Conversation.Shell;
using LiaisonBot.Core.People;
using LiaisonBot.Core.Visits;
using NodaTime;

namespace LiaisonBot.Conversation.Features.Plans;

/// <summary>A year's plan: places by half-year, with a mark a month, and below what the checker finds.</summary>
internal static class PlanCards
{
    public const string Year = "year";
    public const string City = "place";
    public const string Team = "team";
    public const string Groups = "groups";

    private const int PageSize = 12;

    /// <summary>Findings that are shown; the rest is counted.</summary>
    private const int MostFindings = 12;

    private const string HalfWidth = "84px";

    /// <param name="why">Why it would not be written.</param>
    public static Json Draft(YearPlan plan, PlanRefusal? why, int page, Buttons buttons)
    {
        var localizer = buttons.Localizer;
        var of = plan.Of;
        (string, string)[] what =
        [
            (Year, Localizer.Invariant(of.Year)),
            (City, of.City.Value),
            (Team, Localizer.Invariant(plan.Team)),
            (Groups, Localizer.Invariant(plan.Groups)),
        ];
        var replaced = plan.GivenUp.Count;
        var kept = plan.All.Except(plan.Drafted).Count();
        List<Json?> body =
        [
            why is { } refused
                ? Card.News(
                    refused == PlanRefusal.Blocked
                        ? localizer.Say(PlanTexts.Blocked, Names(plan, localizer))
                        : localizer.Why(refused, of.Profile),
                    localizer,
                    Card.Attention)
                : null,
            Card.Title(localizer.Say(PlanTexts.DraftTitle, localizer.Place(of.City), of.Year)),
            Card.Line(localizer.Say(
                PlanTexts.WhoLives,
                localizer.Say(Texts.TeamOrdinal, plan.Team),
                localizer.Say(PlanTexts.GroupCount, plan.Groups))),
            .. Facts(of, [.. plan.All], localizer),
        ];
        if (plan.WithoutCity)
        {
            body.Add(Card.Line(localizer.Say(PlanTexts.CityLater), Card.Warning, size: "Small"));
        }

        if (kept + replaced > 0)
        {
            body.Add(Card.Line(localizer.Say(PlanTexts.Stays, kept, replaced), size: "Small"));
            body.AddRange(plan.GivenUp.Take(MostFindings).Select(v =>
                Card.Line(localizer.Say(PlanTexts.GivesWay, localizer.Describe(v)), subtle: true, size: "Small", spacing: "None")));
            body.Add(replaced > MostFindings
                ? Card.Line(localizer.Say(PlanTexts.More, replaced - MostFindings), subtle: true, size: "Small", spacing: "None")
                : null);
        }

        if (plan.Unplaced.Count > 0)
        {
            body.Add(Card.Box(
                Card.Warning,
                [
                    Card.Line(localizer.Say(PlanTexts.DoesNotFit, plan.Unplaced.Count, plan.DaysMissing, plan.DaysLeft)),
                    .. plan.Unplaced.Take(MostFindings).Select(u => Card.Line(
                        localizer.Say(
                            PlanTexts.Unplaced,
                            localizer.Place(u.Place),
                            localizer.Say(PlanWords.KindOf(u.Kind)),
                            u.Days),
                        size: "Small",
                        spacing: "None")),
                ]));
        }

        body.AddRange(Rows(of, [.. plan.All], page, new("plan.draft", Arguments.Of(what)), buttons));
        body.AddRange(Findings(plan.Findings, localizer));
        List<Json> actions = [];
        if (why is null)
        {
            actions.Add(buttons.Forward(PlanTexts.Save, "plan.save", what));
        }

        actions.Add(buttons.To(PlanTexts.ChangeNumbers, "plan.form", what));
        actions.Add(buttons.Cancel());
        return Card.Of(localizer, [.. body, .. Card.Actions(actions)]);
    }

    /// <summary>As it stands.</summary>
    public static Json Standing(PlanYear plan, Person viewer, int page, string? news, Buttons buttons)
    {
        var localizer = buttons.Localizer;
        var visits = plan.Standing.Where(v => plan.City.Contains(v.Area) && plan.IsOfYear(v)).ToList();
        var teams = plan.Residents(plan.City, plan.Year);
        (string, string)[] what = [(Year, Localizer.Invariant(plan.Year)), (City, plan.City.Value)];
        List<Json?> body =
        [
            Card.News(news, localizer),
            Card.Title(localizer.Say(PlanTexts.Title, localizer.Place(plan.City), plan.Year)),
        ];
        if (visits.Count == 0)
        {
            body.Add(Card.Line(localizer.Say(PlanTexts.Empty, localizer.Place(plan.City), plan.Year)));
        }
        else
        {
            body.Add(Card.Line(string.Join(
                localizer.Say(Texts.ListComma),
                teams.Select(team => localizer.Say(Texts.TeamOrdinal, team)))));
            body.Add(Card.Line(
                localizer.Say(
                    PlanTexts.States,
                    visits.Count(v => v.State == VisitState.Drafted),
                    visits.Count(v => v.State == VisitState.Submitted),
                    visits.Count(v => v.State == VisitState.Approved),
                    visits.Count(v => v.State == VisitState.Announced)),
                size: "Small"));
            body.AddRange(Facts(plan, visits, localizer));
            body.AddRange(Rows(plan, visits, page, new("plan.open", Arguments.Of(what)), buttons));
        }

        body.AddRange(Findings(PlanChecker.Check(plan), localizer));
        List<Json> actions = [.. Steps(plan, visits, viewer, buttons)];
        if (teams.Any(team => PlanService.MayDraft(viewer, plan.City, team))
            || (teams.Count == 0 && VisitRules.MayPlanAny(viewer)))
        {
            actions.Add(teams is [var one]
                ? buttons.To(PlanTexts.Again, "plan.draft", [.. what, (Team, Localizer.Invariant(one))])
                : buttons.To(PlanTexts.FormTitle, "plan.form", what));
        }

        if (PlanService.Discardable(viewer, plan.City, plan.Year, null, true, visits).Count > 0)
        {
            actions.Add(buttons.To(PlanTexts.Discard, "plan.discardForm", what));
        }

        if (visits.Count > 0)
        {
            actions.Add(buttons.To(PlanTexts.OpenVisits, "visits.show", ("place", plan.City.Value)));
            actions.Add(buttons.To(PlanTexts.Excel, "plan.file", what));
        }

        actions.Add(buttons.To("coverage.say", [(PlanFeature.What, $"{plan.City.Value} {plan.Year}")]));
        if (buttons.Page($"plan/{plan.City.Value}?year={Localizer.Invariant(plan.Year)}") is { } link)
        {
            actions.Add(link);
        }

        return Card.Of(localizer, [.. body, .. Card.Actions(actions)]);
    }

    /// <summary>All cities: who would live where, how much is planned there, and what is missing.</summary>
    public static Json Province(IReadOnlyList<YearPlan> plans, int year, int? groups, Buttons buttons)
    {
        var localizer = buttons.Localizer;
        List<Json?> body =
        [
            Card.Title(localizer.Say(
                PlanTexts.ProvinceTitle,
                localizer.Place(localizer.Directory.Province),
                year)),
            Provisional(plans[0].Of, localizer),
        ];
        body.AddRange(plans.Select(plan => Card.Link(
            [
                Card.Line(localizer.Place(plan.Of.City), bold: true, size: "Small"),
                Card.Line(
                    localizer.Say(
                        PlanTexts.ProvinceRow,
                        localizer.Say(
                            PlanTexts.WhoLives,
                            localizer.Say(Texts.TeamOrdinal, plan.Team),
                            localizer.Say(PlanTexts.GroupCount, plan.Groups)),
                        plan.All.Count(v => v.Kind == VisitKind.Inspection)),
                    size: "Small",
                    spacing: "None"),
                .. plan.Findings.Count == 0
                    ? Array.Empty<Json>()
                    : [Card.Line(
                        localizer.Say(PlanTexts.ProvinceFindings, plan.Findings.Count, Names(plan, localizer)),
                        Card.Warning,
                        size: "Small",
                        spacing: "None")],
            ],
            buttons.To(
                PlanTexts.Plan,
                "plan.draft",
                (Year, Localizer.Invariant(year)),
                (City, plan.Of.City.Value),
                (Team, Localizer.Invariant(plan.Team)),
                (Groups, Localizer.Invariant(plan.Groups))),
            separator: true)));
        List<Json> actions =
        [
            buttons.Forward(
                PlanTexts.SaveProvince,
                "plan.saveProvince",
                (Year, Localizer.Invariant(year)),
                (Groups, groups is { } said ? Localizer.Invariant(said) : "")),
            buttons.To(PlanTexts.FormTitle, "plan.form", (Year, Localizer.Invariant(year))),
            buttons.Cancel(),
        ];
        return Card.Of(localizer, [.. body, .. Card.Actions(actions)]);
    }

    /// <param name="note">What was said and is not in the form.</param>
    public static Json Form(
        Buttons buttons,
        IReadOnlyDictionary<string, string> typed,
        FormErrors errors,
        PlanProfile profile,
        string? note)
    {
        var localizer = buttons.Localizer;
        var years = Enumerable.Range(localizer.Today.Year, 3).Select(Localizer.Invariant);
        return InputForm.Of(PlanTexts.FormTitle, buttons.Submit("plan.draft"), buttons, typed, errors,
        [
            (new(Year, PlanTexts.FieldYear, InputKind.Choice), [.. years.Select(y => (y, y))]),
            (new(City, PlanTexts.FieldCity, InputKind.Choice, Beside: true),
                [.. ProvincePlanner.Cities(localizer.Directory.Areas).Select(c => (c.Value, localizer.Place(c)))]),
            (new(Team, PlanTexts.FieldTeam, InputKind.Line, Limit: 2), []),
            (new(Groups, PlanTexts.FieldGroups, InputKind.Choice, Beside: true),
                [.. Enumerable.Range(profile.Groups.Fewest, profile.Groups.Most - profile.Groups.Fewest + 1)
                    .Select(g => (Localizer.Invariant(g), localizer.Say(PlanTexts.GroupCount, g)))]),
        ], note: note);
    }

    /// <summary>The steps of the visits' life, for all that wait for them.</summary>
    private static IEnumerable<Json> Steps(PlanYear plan, List<Visit> visits, Person viewer, Buttons buttons)
    {
        var decides = Permissions.May(viewer, Right.ManageCalendar, Subject.Place(plan.City));
        foreach (var (state, act, title, may) in new[]
        {
            (VisitState.Drafted, "Submit", PlanTexts.SubmitAll, true),
            (VisitState.Submitted, "Approve", PlanTexts.ApproveAll, decides),
            (VisitState.Approved, "Announce", PlanTexts.AnnounceAll, decides),
        })
        {
            if (may && visits.Exists(v => v.State == state && PlanService.MayDraft(viewer, v.Area, v.Team)))
            {
                yield return buttons.To(
                    title,
                    "visits.stepForm",
                    ("act", act),
                    ("area", plan.City.Value),
                    (Year, Localizer.Invariant(plan.Year)));
            }
        }
    }

    private static IEnumerable<Json?> Facts(PlanYear plan, IReadOnlyList<Visit> visits, Localizer localizer)
    {
        var city = visits.FirstOrDefault(v => v.Kind == VisitKind.CityInspection);
        yield return Card.Line(
            localizer.Say(
                PlanTexts.Counted,
                visits.Where(v => v.Kind == VisitKind.Inspection).Select(v => v.Area).Distinct().Count(),
                visits.Count(v => v.Kind is VisitKind.Patrol or VisitKind.ReturnVisit),
                city is null
                    ? localizer.Say(PlanTexts.CityNone)
                    : localizer.Say(
                        PlanTexts.CityWhen,
                        localizer.Day(city.From, plan.Year),
                        localizer.Day(city.To, plan.Year))),
            size: "Small");
        yield return Provisional(plan, localizer);
        yield return Card.Line(
            localizer.Say(PlanTexts.Legend, localizer.Say(PlanTexts.ProfileVersion, plan.Profile.Version)),
            subtle: true,
            size: "Small");
    }

    private static Json? Provisional(PlanYear plan, Localizer localizer) => plan.Days.AreProvisional
        ? Card.Line(localizer.Say(PlanTexts.Provisional, plan.Year), Card.Warning, size: "Small")
        : null;

    private static IEnumerable<Json?> Rows(
        PlanYear plan,
        IReadOnlyList<Visit> visits,
        int page,
        ChatCommand.Call call,
        Buttons buttons)
    {
        var localizer = buttons.Localizer;
        var places = plan.Counties.Prepend(plan.City)
            .Concat(visits.Select(v => v.Area).Where(a => a != plan.City && !plan.Counties.Contains(a)))
            .Distinct()
            .ToList();
        var pages = Math.Max(1, (places.Count + PageSize - 1) / PageSize);
        page = Math.Clamp(page, 0, pages - 1);
        yield return Card.Columns(
            [
                ("stretch", Card.Line(localizer.Say(PlanTexts.ColumnPlace), bold: true, size: "Small")),
                (HalfWidth, Card.Line(localizer.Say(PlanTexts.FirstHalf), bold: true, size: "Small")),
                (HalfWidth, Card.Line(localizer.Say(PlanTexts.SecondHalf), bold: true, size: "Small")),
            ],
            separator: true,
            "Small");
        foreach (var place in places.Skip(page * PageSize).Take(PageSize))
        {
            var there = visits.Where(v => v.Area == place && v.Kind != VisitKind.Residency).OrderBy(v => v.From).ToList();
            yield return Card.Columns(
                [
                    ("stretch", Card.Line(localizer.PlaceIn(place, plan.City), bold: true, size: "Small")),
                    (HalfWidth, Months(plan.Year, there, 1)),
                    (HalfWidth, Months(plan.Year, there, 7)),
                ],
                separator: true,
                "Small");
            foreach (var visit in there)
            {
                yield return Card.Line(Said(visit, localizer), subtle: true, size: "Small", spacing: "None");
            }
        }

        foreach (var row in Paging.Of(page, pages, call, buttons))
        {
            yield return row;
        }
    }

    /// <summary>巡视 3月27日至4月27日 第1小组 拟定.</summary>
    private static string Said(Visit visit, Localizer localizer) => string.Join(
        ' ',
        new[]
        {
            localizer.Say(PlanWords.KindOf(visit.Kind)),
            localizer.DaysOf(visit),
            visit.Group is { } group ? localizer.Say(PlanTexts.GroupNumber, group) : null,
            localizer.Say(PlanWords.StateOf(visit.State)),
        }.OfType<string>());

    /// <summary>Six months, one mark each; the words below say the same.</summary>
    private static Json Months(int year, List<Visit> visits, int first)
    {
        var marks = Enumerable.Range(first, 6).Select(month =>
        {
            var (from, to) = (new LocalDate(year, month, 1), new LocalDate(year, month, 1).PlusMonths(1).PlusDays(-1));
            var there = visits.Where(v => v.From <= to && from <= v.To).ToList();
            return there.Exists(v => v.Kind is VisitKind.Inspection or VisitKind.CityInspection) ? '█'
                : there.Count > 0 ? '▄'
                : '▁';
        });
        return Card.Runs([Card.Run(string.Concat(marks), color: Card.Accent, size: "Small")]);
    }

    private static IEnumerable<Json> Findings(IReadOnlyList<Finding> findings, Localizer localizer)
    {
        if (findings.Count == 0)
        {
            yield return Card.Line(localizer.Say(PlanTexts.NoFindings), Card.Good);
            yield break;
        }

        yield return Card.Line(localizer.Say(PlanTexts.Findings, findings.Count), Card.Warning, bold: true);
        foreach (var finding in findings.Take(MostFindings))
        {
            yield return Card.Runs(
                [
                    Card.Run(localizer.NameOf(finding) + "  ", bold: true, size: "Small"),
                    Card.Run(Card.Isolated(localizer.TakesOf(finding)), size: "Small"),
                ],
                "Small");
        }

        if (findings.Count > MostFindings)
        {
            yield return Card.Line(localizer.Say(PlanTexts.More, findings.Count - MostFindings), subtle: true, size: "Small");
        }
    }

    private static string Names(YearPlan plan, Localizer localizer)
    {
        var findings = plan.IsBlocked ? plan.Findings.Where(f => f.Blocks) : plan.Findings;
        return string.Join(localizer.Say(Texts.ListComma), findings.Select(localizer.NameOf).Distinct(StringComparer.Ordinal));
    }
}
