using LiaisonBot.Conversation.Phrases;
using LiaisonBot.Conversation.Sheets;
using LiaisonBot.Conversation.Shell;
using LiaisonBot.Core.People;

namespace LiaisonBot.Conversation.Features.Sets;

/// <summary>整改方案: the plan of a set, filled in, handed in, approved or returned; and its three lists.</summary>
internal static class PlanFillFeature
{
    public static readonly Feature Feature = new("setplan",
        new("setplan.show", (turn, arguments, cancellationToken) =>
            new PlanFillHandler(turn).ShowAsync(
                arguments[PlanFillCards.Which],
                arguments[PlanFillCards.Beside].Length > 0 ? null : arguments[PlanFillCards.Page],
                cancellationToken))
        {
            Name = PlanFillTexts.Plan,
            // A step is one press on the card that they open.
            Also =
            [
                "填报整改方案", "整改方案填报", "填整改方案", "填报方案", "填方案", "报送整改方案", "报送方案", "提交整改方案", "批准整改方案", "批准方案",
                "审核整改方案", "退回整改方案", "退回方案", "rectification plans", "fill in the plan", "hand in the plan", "approve the plan",
                "return the plan",
            ],
            MayBeMisspelt = false,
            PlaceFirst = true,
            Read = line => SetPlanLine.Which(line.IsNothing ? "" : line.Rest) is { } which
                ? new("setplan.show", Arguments.Of((PlanFillCards.Which, which)))
                : null,
            Help = new(PlanFillTexts.Help, IsConcerned) { Say = PlanFillTexts.HelpSay },
            HelpButton = new(24, IsConcerned),
        },
        new("setplan.row", (turn, arguments, cancellationToken) =>
            new PlanFillHandler(turn).RowAsync(arguments[PlanFillCards.Set], arguments[PlanFillCards.Row], cancellationToken)),
        new("setplan.fill", (turn, arguments, cancellationToken) =>
            new PlanFillHandler(turn).FillAsync(arguments[PlanFillCards.Set], arguments[PlanFillCards.Row], arguments.Values, cancellationToken)),
        new("setplan.sheet", (turn, arguments, cancellationToken) =>
            new PlanFillHandler(turn).SheetAsync(arguments[PlanFillCards.Set], cancellationToken)),
        new("setplan.take", (turn, arguments, cancellationToken) =>
            new PlanFillHandler(turn).TakeAsync(arguments[PlanFillCards.Set], arguments.Values, cancellationToken)),
        new("setplan.handIn", (turn, arguments, cancellationToken) =>
            new PlanFillHandler(turn).HandInAsync(arguments[PlanFillCards.Set], cancellationToken)),
        new("setplan.approve", (turn, arguments, cancellationToken) =>
            new PlanFillHandler(turn).ApproveAsync(arguments[PlanFillCards.Set], cancellationToken)),
        new("setplan.returnForm", (turn, arguments, cancellationToken) =>
            new PlanFillHandler(turn).ReturnFormAsync(arguments[PlanFillCards.Set], cancellationToken)),
        new("setplan.return", (turn, arguments, cancellationToken) =>
            new PlanFillHandler(turn).ReturnAsync(arguments[PlanFillCards.Set], arguments.Values, cancellationToken)),
        new("setplan.lists", (turn, arguments, cancellationToken) =>
            new PlanFillHandler(turn).ListsAsync(arguments[PlanFillCards.Which], arguments[PlanFillCards.List], arguments[PlanFillCards.Page], cancellationToken))
        {
            Name = PlanFillTexts.Lists,
            Also = ["问题清单", "任务清单", "责任清单", "三个清单", "lists of findings", "list of findings", "list of tasks", "list of duties"],
            MayBeMisspelt = false,
            PlaceFirst = true,
            Read = line => SetPlanLine.Which(line.IsNothing ? "" : line.Rest) is { } which
                ? new("setplan.lists", Arguments.Of((PlanFillCards.Which, which), (PlanFillCards.List, SetPlanLine.ListIn(line.Word))))
                : null,
        },
        new("setplan.listsFile", (turn, arguments, cancellationToken) =>
            new PlanFillHandler(turn).ListsFileAsync(arguments[PlanFillCards.Set], cancellationToken)));

    /// <summary>A plan that came back as a table; null for another table.</summary>
    public static Task<TurnAnswer?> TableAsync(TurnScope turn, IReadOnlyList<Sheet> sheets, CancellationToken cancellationToken) =>
        new PlanFillHandler(turn).TableAsync(sheets, cancellationToken);

    /// <summary>The same with words that are no step: 整改方案填好了. Null for another file, and for a step that takes it along.</summary>
    public static async Task<TurnAnswer?> WithFileAsync(
        TurnScope turn,
        ChatEvent.Message message,
        ChatCommand? command,
        CancellationToken cancellationToken) =>
        command is ChatCommand.Unknown or ChatCommand.Call { Id: "setplan.show" or "setplan.lists" or "sets.show" }
            && Attachments.Sheet(message) is { } file
            && await turn.Context.Files.Sent.ReadAsync(file, cancellationToken) is SheetReading.Book { Sheets: var sheets }
            && IsTable(sheets)
            ? await TableAsync(turn, sheets, cancellationToken)
            : null;

    /// <summary>Whether a table is a plan that came back.</summary>
    public static bool IsTable(IReadOnlyList<Sheet> sheets) => sheets.Any(PlanSheet.HasKeys);

    private static bool IsConcerned(Person person) =>
        person.Has(Role.Office)
            || person.Has(Role.TeamLeader)
            || person.Has(Role.TeamMember)
            || person.Has(Role.CityOffice)
            || person.Has(Role.CountyOfficer);
}
