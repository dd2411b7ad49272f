using LiaisonBot.Conversation.Cards;
using LiaisonBot.Conversation.Phrases;
using LiaisonBot.Conversation.Shell;
using LiaisonBot.Core.Areas;
using LiaisonBot.Core.Storage;
using LiaisonBot.Core.Visits;

namespace LiaisonBot.Conversation.Features.Plans;

/// <summary>升级 正定县 理由: a leader asks, the office records the consent of the leading group; what gives way is shown first.</summary>
internal sealed class UpgradeHandler(TurnScope scope) : TurnPart(scope)
{
    private const string County = "county";
    private const string Reason = "reason";
    private const string Number = "approval";

    public Task<TurnAnswer> SayAsync(string what)
    {
        var line = UpgradeLine.Read(what, Localizer.Directory.Areas, Near);
        return FormAsync(
            new Dictionary<string, string>(StringComparer.Ordinal)
            {
                [County] = line.County is { } county ? county.Value : "",
                [Reason] = Localizer.Clip(line.Reason, VisitRules.ReasonLength),
            },
            []);
    }

    public Task<TurnAnswer> FormAsync(IReadOnlyDictionary<string, string> values) => FormAsync(values, []);

    public async Task<TurnAnswer> SaveAsync(
        IReadOnlyDictionary<string, string> values,
        CancellationToken cancellationToken)
    {
        var reason = values.GetValueOrDefault(Reason)?.Trim() ?? "";
        if (!AreaCode.TryParse(values.GetValueOrDefault(County), out var county))
        {
            return await RefusedAsync(values, UpgradeRefusal.NoCounty);
        }

        try
        {
            if (PlanService.MayRecordUpgrade(Person, county))
            {
                var (upgrade, why) = await Services.Plans.UpgradeAsync(
                    Person,
                    county,
                    Localizer.Today.Year,
                    values.GetValueOrDefault(Number),
                    reason,
                    cancellationToken);
                return why is { } refusal
                    ? await RefusedAsync(values, refusal)
                    : await ShowAsync(
                        Localizer.Say(PlanTexts.Upgraded, Localizer.Describe(upgrade!.Inspection)),
                        Done(upgrade));
            }

            var plan = Services.Plans.YearOf(county.City, Localizer.Today.Year, Person, Localizer.Directory);
            if (reason.Length is 0 or > VisitRules.ReasonLength)
            {
                return await RefusedAsync(
                    values,
                    reason.Length == 0 ? UpgradeRefusal.ReasonMissing : UpgradeRefusal.ReasonTooLong);
            }

            if (Look(plan, county) is { Why: { } not })
            {
                return await RefusedAsync(values, not);
            }

            await Services.PlanAlerts.AskUpgradeAsync(
                CommandId(),
                Person,
                county,
                plan.Year,
                reason,
                cancellationToken);
            return await TellAsync(Localizer.Say(PlanTexts.UpgradeAsked, Localizer.Place(county)));
        }
        catch (StoreUnavailableException)
        {
            return await TellAsync(Localizer.Say(Texts.StoreBusy));
        }
    }

    private Task<TurnAnswer> FormAsync(IReadOnlyDictionary<string, string> values, FormErrors errors)
    {
        var isKnown = AreaCode.TryParse(values.GetValueOrDefault(County), out var county);
        var year = Localizer.Today.Year;
        List<string> notes = [];
        if (isKnown)
        {
            var (upgrade, why) = Look(
                Services.Plans.YearOf(county.City, year, Person, Localizer.Directory),
                county);
            if (why == UpgradeRefusal.NotAllowed)
            {
                return TellAsync(Localizer.Say(PlanTexts.UpgradeNotAllowed));
            }

            if (why is { } refusal)
            {
                return TellAsync(Localizer.Say(WhyNot(refusal), Localizer.Place(county)));
            }

            notes = [.. Lines(upgrade!)];
        }
        else if (!VisitRules.MayPlanAny(Person))
        {
            return TellAsync(Localizer.Say(PlanTexts.UpgradeNotAllowed));
        }

        var records = PlanService.MayRecordUpgrade(Person, Localizer.Directory.Province);
        var places = Localizer.Directory.Areas.All.Where(a => a.Level == AreaLevel.County
            && (records || Person.Grants.Any(g => g.Area.Contains(a.Code))));
        List<(FormInput, IReadOnlyList<(string, string)>)> inputs =
        [
            (new(County, PlanTexts.FieldCounty, InputKind.Choice), [.. places.Select(a => (a.Code.Value, Localizer.Place(a.Code)))]),
            (new(Reason, PlanTexts.FieldReason, InputKind.Line, Limit: VisitRules.ReasonLength), []),
        ];
        if (records)
        {
            inputs.Add((new(Number, PlanTexts.ColumnNumber, InputKind.Line, Limit: VisitRules.NumberLength), []));
        }

        return ShowAsync(
            Localizer.Say(PlanTexts.UpgradeTitle),
            InputForm.Of(
                PlanTexts.UpgradeTitle,
                Buttons.Submit(records ? PlanTexts.RecordUpgrade : PlanTexts.AskUpgrade, "plan.upgradeSave"),
                Buttons,
                values,
                errors,
                inputs,
                note: notes.Count == 0 ? null : string.Join(Localizer.Say(PlanTexts.Semicolon), notes)));
    }

    private (Upgrade? Upgrade, UpgradeRefusal? Why) Look(PlanYear plan, AreaCode county)
    {
        var team = plan.Residents(plan.City, plan.Year) is [var one, ..] ? one : 0;
        return PlanService.MayRecordUpgrade(Person, county) || PlanService.MayAskUpgrade(Person, county, team)
            ? Upgrade.Of(plan, county)
            : (null, UpgradeRefusal.NotAllowed);
    }

    private IEnumerable<string> Lines(Upgrade upgrade)
    {
        yield return upgrade.Old is { } old
            ? Localizer.Say(PlanTexts.UpgradeBecomes, Localizer.Describe(old), Localizer.Describe(upgrade.Inspection))
            : Localizer.Say(PlanTexts.UpgradeNew, Localizer.Describe(upgrade.Inspection));
        foreach (var gone in upgrade.GivesWay)
        {
            yield return Localizer.Say(PlanTexts.GivesWay, Localizer.Describe(gone));
        }

        foreach (var finding in upgrade.Concerning)
        {
            yield return $"{Localizer.NameOf(finding)} {Localizer.TakesOf(finding)}";
        }
    }

    private Json Done(Upgrade upgrade)
    {
        (string, string)[] what =
        [
            (PlanCards.Year, Localizer.Invariant(upgrade.Plan.Of.Year)),
            (PlanCards.City, upgrade.Plan.Of.City.Value),
        ];
        return Card.Of(
            Localizer,
            [
                Card.News(Localizer.Say(PlanTexts.Upgraded, Localizer.Describe(upgrade.Inspection)), Localizer),
                .. Lines(upgrade).Select(line => Card.Line(line, size: "Small", spacing: "Small")),
                .. Card.Actions([Buttons.To(PlanTexts.Plan, "plan.open", what)]),
            ]);
    }

    private Task<TurnAnswer> RefusedAsync(IReadOnlyDictionary<string, string> values, UpgradeRefusal why)
    {
        if (why == UpgradeRefusal.NotAllowed)
        {
            return TellAsync(Localizer.Say(PlanTexts.UpgradeNotAllowed));
        }

        var place = AreaCode.TryParse(values.GetValueOrDefault(County), out var county) ? Localizer.Place(county) : "";
        var field = why switch
        {
            UpgradeRefusal.NumberMissing or UpgradeRefusal.NumberTooLong => Number,
            UpgradeRefusal.ReasonMissing or UpgradeRefusal.ReasonTooLong => Reason,
            UpgradeRefusal.NoCounty or UpgradeRefusal.NoTeam or UpgradeRefusal.AlreadyInspected or UpgradeRefusal.NoDays => County,
            UpgradeRefusal.NotAllowed => "",
        };
        return field == County && place.Length > 0
            ? TellAsync(Localizer.Say(WhyNot(why), place))
            : FormAsync(values, new FormErrors { [field] = Localizer.Say(WhyNot(why), place) });
    }

    private static Text WhyNot(UpgradeRefusal why) => why switch
    {
        UpgradeRefusal.NotAllowed => PlanTexts.UpgradeNotAllowed,
        UpgradeRefusal.NoCounty => PlanTexts.UpgradeNoCounty,
        UpgradeRefusal.NoTeam => PlanTexts.NoTeamTakes,
        UpgradeRefusal.AlreadyInspected => PlanTexts.UpgradeAlready,
        UpgradeRefusal.NoDays => PlanTexts.UpgradeNoDays,
        UpgradeRefusal.NumberMissing => PlanTexts.UpgradeNumber,
        UpgradeRefusal.NumberTooLong => PlanTexts.UpgradeTooLong,
        UpgradeRefusal.ReasonMissing => PlanTexts.UpgradeReason,
        UpgradeRefusal.ReasonTooLong => PlanTexts.UpgradeTooLong,
    };
}
