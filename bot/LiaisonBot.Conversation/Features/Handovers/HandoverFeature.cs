using LiaisonBot.Conversation.Phrases;
using LiaisonBot.Conversation.Shell;
using LiaisonBot.Core.People;

namespace LiaisonBot.Conversation.Features.Handovers;

/// <summary>交接: a team gives what is open to the next.</summary>
internal static class HandoverFeature
{
    private const string What = "what";

    public static readonly Feature Feature = new("handovers",
        new("handovers.show", (turn, arguments, cancellationToken) =>
            new HandoverHandler(turn).SayAsync(arguments[What], cancellationToken))
        {
            Name = HandoverTexts.Handover,
            Also = ["交接工作", "工作交接", "组间交接", "hand over", "handovers"],
            Entry = new(),
            BesideDays = LeadsAtAnyTime,
            MayBeMisspelt = false,
            Read = line => line.IsNothing || HandoverLine.NamesATeam(line.Rest)
                ? new("handovers.show", Arguments.Of((What, line.IsNothing ? "" : line.Rest)))
                : null,
            Help = new(HandoverTexts.Help, IsConcerned) { Say = HandoverTexts.HelpSay },
            HelpButton = new(21, IsConcerned),
        },
        OfOne("handovers.open", (handler, arguments, cancellationToken) =>
            handler.OpenAsync(arguments[HandoverCards.Number], cancellationToken)),
        new("handovers.form", (turn, arguments, _) => new HandoverHandler(turn).FormAsync(arguments.Values))
        {
            BesideDays = LeadsAtAnyTime,
        },
        OfOne("handovers.start", (handler, arguments, cancellationToken) =>
            handler.StartAsync(arguments.Values, cancellationToken)),
        OfOne("handovers.sign", (handler, arguments, cancellationToken) =>
            handler.SignAsync(arguments[HandoverCards.Number], cancellationToken)),
        OfOne("handovers.confirmForm", (handler, arguments, cancellationToken) =>
            handler.ReasonFormAsync(arguments[HandoverCards.Number], false, cancellationToken)),
        OfOne("handovers.confirm", (handler, arguments, cancellationToken) =>
            handler.ConfirmAsync(arguments[HandoverCards.Number], arguments.Values, cancellationToken)),
        OfOne("handovers.cancelForm", (handler, arguments, cancellationToken) =>
            handler.ReasonFormAsync(arguments[HandoverCards.Number], true, cancellationToken)),
        OfOne("handovers.cancel", (handler, arguments, cancellationToken) =>
            handler.CancelAsync(arguments[HandoverCards.Number], arguments.Values, cancellationToken)));

    private static Command OfOne(
        string id,
        Func<HandoverHandler, Arguments, CancellationToken, Task<TurnAnswer>> run) =>
        new(id, (turn, arguments, cancellationToken) => run(new(turn), arguments, cancellationToken))
        {
            BesideDays = LeadsAtAnyTime,
        };

    private static bool LeadsAtAnyTime(Person person) => person.Entered.Any(g => g.Role == Role.TeamLeader);

    private static bool IsConcerned(Person person) =>
        person.Has(Role.Office) || person.Has(Role.TeamLeader);
}
