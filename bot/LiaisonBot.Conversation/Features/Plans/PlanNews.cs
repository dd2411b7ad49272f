using LiaisonBot.Conversation.Cards;
using LiaisonBot.Conversation.Shell;
using LiaisonBot.Core.Messaging;
using LiaisonBot.Core.Plans;

namespace LiaisonBot.Conversation.Features.Plans;

/// <summary>What office and leader are told of a year's plan when its day has come.</summary>
internal static class PlanNews
{
    public static string Of(OutboxMessage message, UrgentPlan plan, Localizer localizer)
    {
        var alerts = plan.Of(message);
        var places = string.Join(
            localizer.Say(Texts.ListComma),
            alerts.Select(a => a.Alert is PlanAlert.NoTeam or PlanAlert.NoPetitionsOfficer or PlanAlert.NoOnlineOfficer
                ? localizer.Place(a.City)
                : localizer.Say(PlanTexts.AlertPlace, localizer.Place(a.City), a.Count)));
        return Enum.TryParse<PlanAlert>(message.What, out var alert)
            ? localizer.Say(
                alert switch
                {
                    PlanAlert.NoTeam => PlanTexts.AlertNoTeam,
                    PlanAlert.NotApproved => PlanTexts.AlertNotApproved,
                    PlanAlert.FirstHalf => PlanTexts.AlertFirstHalf,
                    PlanAlert.SecondHalf => PlanTexts.AlertSecondHalf,
                    PlanAlert.NoPetitionsOfficer => PlanTexts.AlertNoPetitionsOfficer,
                    PlanAlert.NoOnlineOfficer => PlanTexts.AlertNoOnlineOfficer,
                },
                plan.Year,
                alerts.Sum(a => a.Count),
                places)
            : localizer.Say(PlanTexts.AlertUnreached, plan.Year, localizer.Named(message.ActorName));
    }

    public static string Of(OutboxMessage message, UpgradeRequest request, Localizer localizer) =>
        message.What == UpgradeRequest.Asked
            ? localizer.Say(
                PlanTexts.UpgradeNews,
                localizer.Named(message.ActorName, message.ForName),
                localizer.Place(request.County),
                (message.Note ?? "").ReplaceLineEndings(" "))
            : localizer.Say(PlanTexts.AlertUnreached, request.Year, localizer.Named(message.ActorName));

    public static Json Told(UpgradeRequest request, OutboxMessage message, string news, Buttons buttons) => Card.Of(
        buttons.Localizer,
        [
            Card.Line(news, bold: true),
            .. Card.Actions(
            [
                buttons.To(
                    PlanTexts.RecordUpgrade,
                    "plan.upgradeForm",
                    ("county", request.County.Value),
                    ("reason", message.Note ?? "")),
            ]),
        ]);

    public static Json Told(UrgentPlan plan, string news, Buttons buttons)
    {
        var year = Localizer.Invariant(plan.Year);
        (string, string)[] what = plan.Place.IsProvincial
            ? [(PlanCards.Year, year)]
            : [(PlanCards.Year, year), (PlanCards.City, plan.Place.Value)];
        return Card.Of(
            buttons.Localizer,
            [
                Card.Line(news, bold: true),
                .. Card.Actions(
                [
                    buttons.To(PlanTexts.Plan, "plan.open", what),
                    buttons.To(PlanTexts.Coverage, "coverage.show", what),
                ]),
            ]);
    }
}
