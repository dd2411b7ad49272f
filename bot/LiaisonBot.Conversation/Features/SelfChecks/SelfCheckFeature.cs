using LiaisonBot.Conversation.Phrases;
using LiaisonBot.Conversation.Shell;
using LiaisonBot.Core.People;

namespace LiaisonBot.Conversation.Features.SelfChecks;

/// <summary>举一反三: other places say whether they have the same fault.</summary>
internal static class SelfCheckFeature
{
    private const string What = "what";

    public static readonly Feature Feature = new("selfchecks",
        new("selfchecks.say", (turn, arguments, cancellationToken) =>
            new SelfCheckHandler(turn).SayAsync(arguments[What], cancellationToken))
        {
            Name = SelfCheckTexts.SelfCheck,
            Also = ["布置自查", "自查", "selfcheck", "self-checks", "selfchecks"],
            Entry = new() { Asks = Unanswered.IsAsked },
            MayBeMisspelt = false,
            Read = line => new("selfchecks.say", Arguments.Of((What, line.IsNothing ? "" : line.Rest))),
            Help = new(SelfCheckTexts.Help, MayAsk) { Say = SelfCheckTexts.HelpSay },
        },
        new("selfchecks.unanswered", (turn, arguments, cancellationToken) =>
            new SelfCheckHandler(turn).UnansweredAsync(arguments[SelfCheckCards.Places], arguments[SelfCheckCards.Campaign].Length > 0, cancellationToken)),
        new("selfchecks.look", (turn, arguments, cancellationToken) =>
            new SelfCheckHandler(turn).LookAsync(arguments.Values, cancellationToken)),
        new("selfchecks.ask", (turn, arguments, cancellationToken) =>
            new SelfCheckHandler(turn).AskAsync(arguments.Values, cancellationToken)),
        new("selfchecks.form", (turn, arguments, _) => new SelfCheckHandler(turn).FormAsync(arguments.Values)),
        new("selfchecks.open", (turn, arguments, cancellationToken) =>
            new SelfCheckHandler(turn).OpenAsync(arguments[SelfCheckCards.Round], cancellationToken)),
        new("selfchecks.one", (turn, arguments, cancellationToken) =>
            new SelfCheckHandler(turn).OneAsync(arguments[SelfCheckCards.Check], cancellationToken)),
        new("selfchecks.answerForm", (turn, arguments, cancellationToken) =>
            new SelfCheckHandler(turn).AnswerFormAsync(
                arguments[SelfCheckCards.Check],
                arguments[SelfCheckCards.State],
                cancellationToken)),
        new("selfchecks.answer", (turn, arguments, cancellationToken) =>
            new SelfCheckHandler(turn).AnswerAsync(arguments.Values, cancellationToken)));

    internal static bool MayAsk(Person person) =>
        person.Has(Role.Office) || person.Has(Role.TeamLeader) || person.Has(Role.CityOffice);
}
