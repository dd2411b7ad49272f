using System.Globalization;
using LiaisonBot.Conversation.Cards;
using LiaisonBot.Conversation.Features.Export;
using LiaisonBot.Conversation.Features.Import;
using LiaisonBot.Conversation.Phrases;
using LiaisonBot.Conversation.Shell;
using LiaisonBot.Core.Areas;
using LiaisonBot.Core.Delivery;
using LiaisonBot.Core.Jobs;
using LiaisonBot.Core.People;
using LiaisonBot.Core.Storage;
using LiaisonBot.Core.Text;
using LiaisonBot.Core.Visits;

namespace LiaisonBot.Conversation.Features.Plans;

/// <summary>
/// The year's plan of a city: looked at as a draft, of which nothing is written before it is pressed, and as it stands.
/// </summary>
internal sealed class PlanHandler : TurnPart
{
    private readonly TurnScope scope;

    public PlanHandler(TurnScope scope)
        : base(scope) =>
        this.scope = scope;

    private PlanProfile Profile => Services.PlanProfile;

    /// <summary>安排 2027 石家庄 第3组 2个小组: what is missing is asked for.</summary>
    /// <param name="typed">The whole message, where its word says something else, too: 安排 2027年工作总结 is no plan.</param>
    public async Task<TurnAnswer> SayAsync(string what, string typed, CancellationToken cancellationToken)
    {
        var line = PlanLine.Read(what, Localizer.Directory.Areas, Localizer.Today);
        if (typed.Length > 0 && line is { Rest.Count: > 0, Team: null, Groups: null })
        {
            return await scope.Registry.Hooks.Sentence(scope, new(typed, []), 0, cancellationToken);
        }

        var city = line.Area is { Level: AreaLevel.County or AreaLevel.Unit } county ? county.City : line.Area;
        if (!PlanService.MaySeeAny(Person))
        {
            // What is announced is all that there is for everybody else.
            return await InsteadAsync(new("visits.show", Arguments.Of(("place", city?.Value ?? ""))), cancellationToken);
        }

        var year = line.Year ?? Localizer.Today.Year;
        var values = new Dictionary<string, string>(StringComparer.Ordinal) { [PlanCards.Year] = Number(year) };
        Set(values, PlanCards.Team, line.Team);
        Set(values, PlanCards.Groups, line.Groups);
        if (city is { } named)
        {
            values[PlanCards.City] = named.Value;
        }

        if (line.Rest.Count > 0)
        {
            return await FormAsync(values, [], NotRead(line.Rest));
        }

        if (city is null or { Level: AreaLevel.Province })
        {
            return line.Team is null && Person.Has(Role.Office)
                ? await ProvinceAsync(year, line.Groups)
                : await OwnAsync(values, year);
        }

        if (line.Team is null && line.Groups is null && HasPlan(city.Value, year))
        {
            return await OpenAsync(city.Value, year, 0, null);
        }

        return await DraftAsync(values, 0);
    }

    /// <summary>As it stands: of a city and year, by a button.</summary>
    public Task<TurnAnswer> OpenAsync(IReadOnlyDictionary<string, string> values, int page)
    {
        if (!PlanService.MaySeeAny(Person))
        {
            return TellAsync(Localizer.Say(PlanTexts.NotAllowed));
        }

        var year = YearOf(values) ?? Localizer.Today.Year;
        if (CityOf(values) is { } city)
        {
            return OpenAsync(city, year, page, null);
        }

        return Person.Has(Role.Office) ? ProvinceAsync(year, null) : OwnAsync(
            new(StringComparer.Ordinal) { [PlanCards.Year] = Number(year) },
            year);
    }

    public Task<TurnAnswer> FormAsync(IReadOnlyDictionary<string, string> values) => FormAsync(values, []);

    /// <summary>The draft, or the form again with what is wrong; nothing is written.</summary>
    public Task<TurnAnswer> DraftAsync(IReadOnlyDictionary<string, string> values, int page)
    {
        var asked = Asked(values, out var errors);
        if (asked is null)
        {
            return FormAsync(values, errors);
        }

        var (city, year, team, groups) = asked.Value;
        var result = Services.Plans.Look(Person, city, year, team, groups, Localizer.Directory);
        return result switch
        {
            { Plan: { } plan } => ShowAsync(
                Localizer.Say(PlanTexts.DraftTitle, Localizer.Place(city), year),
                PlanCards.Draft(plan, result.Why, page, Buttons)),
            { Why: { } why } => RefusedAsync(values, why),
            _ => throw new InvalidOperationException("A draft is made or refused."),
        };
    }

    public async Task<TurnAnswer> SaveAsync(
        IReadOnlyDictionary<string, string> values,
        CancellationToken cancellationToken)
    {
        if (Asked(values, out var errors) is not var (city, year, team, groups))
        {
            return await FormAsync(values, errors);
        }

        try
        {
            var result = await Services.Plans.SaveAsync(Person, city, year, team, groups, cancellationToken);
            if (result is { Why: { } why, Plan: { } plan })
            {
                return await ShowAsync(
                    Localizer.Say(PlanTexts.DraftTitle, Localizer.Place(city), year),
                    PlanCards.Draft(plan, why, 0, Buttons));
            }

            if (result.Why is { } refused)
            {
                return await RefusedAsync(values, refused);
            }

            var renewed = Localizer with { Directory = await Services.Directory.ReadAsync(cancellationToken) };
            var news = Localizer.Say(PlanTexts.Saved, Localizer.Place(city), year, result.Plan!.Drafted.Count);
            return await ShowAsync(news, Standing(city, year, 0, news, Buttons with { Localizer = renewed }));
        }
        catch (StoreUnavailableException)
        {
            return await TellAsync(Localizer.Say(Texts.StoreBusy));
        }
    }

    public async Task<TurnAnswer> SaveProvinceAsync(
        IReadOnlyDictionary<string, string> values,
        CancellationToken cancellationToken)
    {
        if (!Person.Has(Role.Office) || YearOf(values) is not { } year)
        {
            return await TellAsync(Localizer.Say(PlanTexts.NotAllowed));
        }

        try
        {
            var cities = Cities(year, Figure(values, PlanCards.Groups));
            if (cities.Count == 0)
            {
                return await TellAsync(Localizer.Say(PlanTexts.NoCities));
            }

            var title = Localizer.Say(PlanTexts.JobTitle, Localizer.Place(Localizer.Directory.Province), year);
            var items = cities.Select((plan, i) => new JobItem.CityYear(i + 1, plan.Of.City, year, plan.Team, plan.Groups))
                .ToList();
            return await new ImportHandler(scope).BeginAsync(
                CommandId(),
                JobKind.Plans,
                title,
                items,
                cancellationToken);
        }
        catch (StoreUnavailableException)
        {
            return await TellAsync(Localizer.Say(Texts.StoreBusy));
        }
    }

    public async Task<TurnAnswer> FileAsync(
        IReadOnlyDictionary<string, string> values,
        CancellationToken cancellationToken)
    {
        if (!PlanService.MaySeeAny(Person) || CityOf(values) is not { } city || YearOf(values) is not { } year)
        {
            return await TellAsync(Localizer.Say(PlanTexts.NotAllowed));
        }

        return await new ExportHandler(scope).OfferAsync(
            Localizer.Say(PlanTexts.FileReady, Localizer.Say(PlanTexts.Title, Localizer.Place(city), year)),
            ExportTexts.ExportNote,
            LinkTo.Plan,
            city,
            Number(year),
            ExportTexts.Download,
            Buttons.To(PlanTexts.Plan, "plan.open", (PlanCards.Year, Number(year)), (PlanCards.City, city.Value)),
            cancellationToken);
    }

    private Task<TurnAnswer> OpenAsync(AreaCode city, int year, int page, string? news) => ShowAsync(
        Localizer.Say(PlanTexts.Title, Localizer.Place(city), year),
        Standing(city, year, page, news, Buttons));

    private Json Standing(AreaCode city, int year, int page, string? news, Buttons buttons) => PlanCards.Standing(
        Services.Plans.YearOf(city, year, Person, buttons.Localizer.Directory),
        Person,
        page,
        news,
        buttons);

    /// <summary>Somebody of a team means the city in which it lives, if there is one that year.</summary>
    private Task<TurnAnswer> OwnAsync(Dictionary<string, string> values, int year)
    {
        var team = Figure(values, PlanCards.Team)
            ?? Person.Grants.FirstOrDefault(g => g.Team is not null)?.Team;
        var home = Localizer.Directory.PlannedVisits.FirstOrDefault(v => v.Kind == VisitKind.Residency
            && v.Team == team
            && PlanYear.LivesIn(v, year)
            && v.State != VisitState.Cancelled
            && (VisitRules.MaySeePlan(Person, v) || v.IsAnnounced(Localizer.Today)));
        if (home is not null && HasPlan(home.Area, year) && !values.ContainsKey(PlanCards.Groups))
        {
            return OpenAsync(home.Area, year, 0, null);
        }

        Set(values, PlanCards.Team, team);
        if (home is not null)
        {
            values[PlanCards.City] = home.Area.Value;
        }

        return FormAsync(values, []);
    }

    private Task<TurnAnswer> ProvinceAsync(int year, int? groups)
    {
        if (year < Localizer.Today.Year || year > YearPlanner.LastYear)
        {
            return TellAsync(Localizer.Say(PlanTexts.YearOver, YearPlanner.LastYear));
        }

        if (groups is { } said && (said < Profile.Groups.Fewest || said > Profile.Groups.Most))
        {
            return TellAsync(Localizer.Why(PlanRefusal.GroupsOutOfRange, Profile));
        }

        var plans = Cities(year, groups);
        return plans.Count == 0
            ? TellAsync(Localizer.Say(PlanTexts.NoCities))
            : ShowAsync(
                Localizer.Say(PlanTexts.ProvinceTitle, Localizer.Place(Localizer.Directory.Province), year),
                PlanCards.Province(plans, year, groups, Buttons));
    }

    /// <summary>The draft of each city, with the team that may live there.</summary>
    private IReadOnlyList<YearPlan> Cities(int year, int? groups)
    {
        var directory = Localizer.Directory;
        var cities = ProvincePlanner.Cities(directory.Areas);
        var known = directory.People.SelectMany(p => p.Entered.Select(g => g.Team))
            .Concat(directory.PlannedVisits.Where(v => v.From.Year >= year - 1).Select(v => (int?)v.Team))
            .OfType<int>();
        var years = cities.ToDictionary(
            city => city,
            city => Services.Plans.YearOf(city, year, Person, directory));
        var teams = ProvincePlanner.Allot(cities, city => years[city], known);
        return
        [
            .. teams.Select(t => Services.Plans.Look(
                    Person,
                    t.Key,
                    year,
                    t.Value,
                    groups ?? GroupsOf(years[t.Key], t.Value),
                    directory).Plan)
                .OfType<YearPlan>(),
        ];
    }

    private int GroupsOf(PlanYear plan, int team) => Math.Clamp(
        plan.Standing.Where(v => v.Team == team && plan.IsOfYear(v)).Max(v => v.Group) ?? 0,
        Profile.Groups.Fewest,
        Profile.Groups.Most);

    private bool HasPlan(AreaCode city, int year) => Localizer.Directory.PlannedVisits.Any(v =>
        city.Contains(v.Area)
        && v.From.Year == year
        && v.State != VisitState.Cancelled
        && (VisitRules.MaySeePlan(Person, v) || v.IsAnnounced(Localizer.Today)));

    private Task<TurnAnswer> RefusedAsync(IReadOnlyDictionary<string, string> values, PlanRefusal why)
    {
        if (why == PlanRefusal.NotAllowed)
        {
            return TellAsync(Localizer.Why(why, Profile));
        }

        var field = why switch
        {
            PlanRefusal.NoCity => PlanCards.City,
            PlanRefusal.TeamMissing => PlanCards.Team,
            PlanRefusal.GroupsOutOfRange => PlanCards.Groups,
            PlanRefusal.YearOver => PlanCards.Year,
            PlanRefusal.NotAllowed or PlanRefusal.Blocked or PlanRefusal.TooMany => "",
        };
        return FormAsync(values, new FormErrors { [field] = Localizer.Why(why, Profile) });
    }

    private Task<TurnAnswer> FormAsync(IReadOnlyDictionary<string, string> values, FormErrors errors, string? note = null) =>
        VisitRules.MayPlanAny(Person)
            ? ShowAsync(Localizer.Say(PlanTexts.FormTitle), PlanCards.Form(Buttons, values, errors, Profile, note))
            : TellAsync(Localizer.Say(PlanTexts.NotAllowed));

    /// <summary>What a button or the form says; null with what is missing.</summary>
    private (AreaCode City, int Year, int Team, int Groups)? Asked(
        IReadOnlyDictionary<string, string> values,
        out FormErrors errors)
    {
        errors = [];
        var (city, year) = (CityOf(values), YearOf(values));
        var team = Figure(values, PlanCards.Team);
        if (city is null)
        {
            errors[PlanCards.City] = Localizer.Say(PlanTexts.NoCity);
        }

        if (year is null)
        {
            errors[PlanCards.Year] = Localizer.Say(PlanTexts.YearMissing, Localizer.ExampleYear);
        }

        if (team is null && city is { } known && year is { } of)
        {
            // Who lives there by the plan is who is meant.
            var plan = Services.Plans.YearOf(known, of, Person, Localizer.Directory);
            team = plan.Residents(known, of) is [var one] ? one
                : Person.Has(Role.Office) ? null
                : Person.Grants.FirstOrDefault(g => g.Team is not null)?.Team;
        }

        if (team is null)
        {
            errors[PlanCards.Team] = Localizer.Say(PlanTexts.TeamMissing, VisitRules.MaxTeam);
        }

        var text = values.GetValueOrDefault(PlanCards.Groups);
        var groups = string.IsNullOrWhiteSpace(text) && city is { } place && year is { } when && team is { } who
            ? GroupsOf(Services.Plans.YearOf(place, when, Person, Localizer.Directory), who)
            : Figure(values, PlanCards.Groups);
        if (groups is null && errors.Count == 0)
        {
            errors[PlanCards.Groups] = Localizer.Why(PlanRefusal.GroupsOutOfRange, Profile);
        }

        return errors.Count == 0 ? (city!.Value, year!.Value, team!.Value, groups!.Value) : null;
    }

    private static void Set(Dictionary<string, string> values, string name, int? number)
    {
        if (number is { } said)
        {
            values[name] = Number(said);
        }
    }

    private static string Number(int number) => Localizer.Invariant(number);

    internal static AreaCode? CityOf(IReadOnlyDictionary<string, string> values) =>
        AreaCode.TryParse(values.GetValueOrDefault(PlanCards.City), out var city) ? city : null;

    internal static int? YearOf(IReadOnlyDictionary<string, string> values) =>
        Figure(values, PlanCards.Year) is { } year and >= YearPlanner.FirstYear and <= YearPlanner.LastYear ? year : null;

    private static int? Figure(IReadOnlyDictionary<string, string> values, string name) => int.TryParse(
        Folding.Of(values.GetValueOrDefault(name) ?? "").Trim(),
        NumberStyles.None,
        CultureInfo.InvariantCulture,
        out var figure)
        ? figure
        : null;
}
