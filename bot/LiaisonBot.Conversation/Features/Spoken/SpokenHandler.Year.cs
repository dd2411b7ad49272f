using LiaisonBot.Conversation.Features.Evaluations;
using LiaisonBot.Conversation.Features.Teams;
using LiaisonBot.Conversation.Phrases;
using LiaisonBot.Conversation.Reading;
using LiaisonBot.Core.Areas;
using LiaisonBot.Core.People;
using LiaisonBot.Core.Visits;

namespace LiaisonBot.Conversation.Features.Spoken;

/// <summary>Teams, their trainings, evaluations and the year's plan, in sentences: shown, or the form filled in.</summary>
internal sealed partial class SpokenHandler
{
    private bool IsOfATeam =>
        Person.Has(Role.Office) || Person.Has(Role.TeamLeader) || Person.Has(Role.TeamMember);

    /// <summary>第1组都有谁; of nobody who is in no team.</summary>
    private async Task<TurnAnswer?> TeamAsync(CancellationToken cancellationToken) => IsOfATeam
        ? await RunAsync(
            "teams.list",
            cancellationToken,
            ("what", HandoverLine.NamesATeam(frame.Text) || OwnTeam is not { } own ? frame.Typed : Localizer.Invariant(own)))
        : null;

    private int? OwnTeam => Person.Grants.FirstOrDefault(g => g.Team is not null)?.Team;

    /// <summary>What was done is entered by the office, in the form; what is asked is on the team's card.</summary>
    private async Task<TurnAnswer?> TrainingAsync(CancellationToken cancellationToken)
    {
        if (!IsOfATeam)
        {
            return null;
        }

        if (Person.Has(Role.Office) && !frame.Asks && !frame.Hesitates)
        {
            return await new TeamHandler(scope).TrainingSaidAsync(
                frame.Typed,
                frame.Days is { From: var first, To: var last } && first == last ? first : null);
        }

        return HandoverLine.NamesATeam(frame.Text) || !Person.Has(Role.Office)
            ? await TeamAsync(cancellationToken)
            : await RunAsync("teams.trainings", cancellationToken, ("what", ""));
    }

    /// <summary>Figures open the form with them; a question shows what is entered.</summary>
    private async Task<TurnAnswer?> EvaluationAsync(CancellationToken cancellationToken)
    {
        if (!IsOfATeam || frame.Places is not [var place])
        {
            return null;
        }

        var line = EvaluationLine.Read(frame.Typed);
        var enters = line.HasFigures || (!frame.Asks && Words.Any(frame.Text, "登记", "录入", "填", "enter", "record"));
        return enters && !frame.Asks && !frame.Hesitates
            ? await new EvaluationHandler(scope).FormAsync(place.Code.Value, line)
            : await RunAsync("evaluations.show", cancellationToken, ("place", place.Code.Value));
    }

    /// <summary>Shows what the step would be taken of, to be confirmed.</summary>
    private async Task<TurnAnswer?> VisitStepAsync(CancellationToken cancellationToken) => VisitRules.MayPlanAny(Person)
        ? await RunAsync(
            YearWords.StepOf(frame.Text),
            cancellationToken,
            ("what", YearWords.WithoutStep(frame.Text)),
            ("typed", frame.Typed))
        : null;

    private async Task<TurnAnswer?> UpgradeAsync(CancellationToken cancellationToken)
    {
        if (!VisitRules.MayPlanAny(Person) || frame.Places is not [{ Level: AreaLevel.County } county])
        {
            return null;
        }

        if (frame.Asks || frame.Hesitates)
        {
            return await OfYearAsync("plan.open", cancellationToken);
        }

        var reason = YearWords.ReasonIn(frame.Typed);
        return await RunAsync(
            "plan.upgrade",
            cancellationToken,
            ("what", $"{county.Name} {reason}"));
    }

    /// <summary>Of a city as a file; of the province the plan, whose cities have theirs.</summary>
    private async Task<TurnAnswer?> PlanFileAsync(CancellationToken cancellationToken) =>
        !PlanService.MaySeeAny(Person) ? await RunAsync("visits.show", cancellationToken, ("place", ""))
        : frame.Places is [var place, ..] && place.Code.Level != AreaLevel.Province
            ? await OfYearAsync("plan.file", cancellationToken)
            : await TellAsync(Localizer.Say(PlanTexts.WhichCityFile, Localizer.ExampleYear));

    /// <summary>The visits of a place, of the year that was named with it.</summary>
    private Task<TurnAnswer> VisitsAsync(CancellationToken cancellationToken) => RunAsync(
        "visits.show",
        cancellationToken,
        ("place", frame.Places is [var place, ..] ? place.Code.Value : ""),
        (Visits.VisitCards.Year, YearSaid is { } year ? Localizer.Invariant(year) : ""));

    private int? YearSaid => YearLine.Read(frame.Typed, Localizer.Today.Year).Year;

    /// <summary>2027年12月: the days that are asked about, in the year that is said with them; a year alone is all of it.</summary>
    private DayRange? DaysOfTheYear()
    {
        if (YearSaid is not { } year)
        {
            return frame.Days;
        }

        if (frame.Days is not { } days)
        {
            return new(new(year, 1, 1), new(year, 12, 31));
        }

        var ahead = year - days.To.Year;
        return days with { From = days.From.PlusYears(ahead), To = days.To.PlusYears(ahead) };
    }

    /// <summary>第1组3月在哪: the visits of a team, as far as the person may know of them.</summary>
    private Task<TurnAnswer> TeamVisitsAsync() =>
        new Visits.VisitHandler(scope).OfTeamAsync(frame.Text, OwnTeam, frame.Days);

    /// <summary>李伟1月1日起到第3组当副组长: the office's form, with who is named, the team, the post and the day.</summary>
    private async Task<TurnAnswer?> JoinsAsync(CancellationToken cancellationToken) =>
        Person.Has(Role.Office) && new TeamHandler(scope).Joining(frame.Typed) is { } values
            ? await new People.PeopleHandler(scope).MoveFormAsync(values)
            : null;
}
