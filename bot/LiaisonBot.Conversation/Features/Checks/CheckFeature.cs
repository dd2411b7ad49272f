using LiaisonBot.Conversation.Phrases;
using LiaisonBot.Conversation.Shell;
using LiaisonBot.Core.People;

namespace LiaisonBot.Conversation.Features.Checks;

/// <summary>检查: a sample of closed findings is looked at again.</summary>
internal static class CheckFeature
{
    private const string Place = "place";

    public static readonly Feature Feature = new("checks",
        new("checks.show", (turn, arguments, cancellationToken) =>
            new CheckHandler(turn).ShowAsync(arguments[Place], arguments[CheckCards.Size], cancellationToken))
        {
            Name = CheckTexts.Check,
            Also =
            [
                "检查整改", "整改检查", "抽查", "抽查整改", "整改抽查", "核查", "核查整改", "整改核查", "回头看", "整改回头看", "check", "checks",
            ],
            MayBeMisspelt = false,
            Read = line => CheckLine.Read(line.IsNothing ? "" : line.Rest) is var (place, size)
                ? new("checks.show", Arguments.Of((Place, place), (CheckCards.Size, size)))
                : null,
            Help = new(CheckTexts.Help, IsConcerned) { Say = CheckTexts.HelpSay },
        },
        new("checks.draw", (turn, arguments, cancellationToken) =>
            new CheckHandler(turn).DrawAsync(arguments[Place], arguments[CheckCards.Size], cancellationToken)),
        new("checks.open", (turn, arguments, cancellationToken) =>
            new CheckHandler(turn).OpenAsync(arguments[CheckCards.Check], cancellationToken)),
        new("checks.say", (turn, arguments, cancellationToken) =>
            new CheckHandler(turn).FormAsync(arguments[CheckCards.Check], arguments[CheckCards.Matter], cancellationToken)),
        new("checks.said", (turn, arguments, cancellationToken) =>
            new CheckHandler(turn).SayAsync(arguments[CheckCards.Check], arguments[CheckCards.Matter], arguments.Values, cancellationToken)),
        new("checks.followForm", (turn, arguments, cancellationToken) =>
            new CheckHandler(turn).FollowFormAsync(arguments[CheckCards.Check], arguments[CheckCards.Matter], cancellationToken)),
        new("checks.follow", (turn, arguments, cancellationToken) =>
            new CheckHandler(turn).FollowAsync(arguments[CheckCards.Check], arguments[CheckCards.Matter], arguments.Values, cancellationToken)),
        new("checks.leaveForm", (turn, arguments, cancellationToken) =>
            new CheckHandler(turn).LeaveFormAsync(arguments[CheckCards.Check], arguments[CheckCards.Matter], cancellationToken)),
        new("checks.leave", (turn, arguments, cancellationToken) =>
            new CheckHandler(turn).LeaveAsync(arguments[CheckCards.Check], arguments[CheckCards.Matter], arguments.Values, cancellationToken)));

    internal static bool IsConcerned(Person person) =>
        person.Has(Role.Office) || person.Has(Role.TeamLeader) || person.Has(Role.TeamMember);
}
