using LiaisonBot.Conversation.Phrases;
using LiaisonBot.Conversation.Reading;
using LiaisonBot.Conversation.Shell;
using LiaisonBot.Core.People;
using LiaisonBot.Core.Text;

namespace LiaisonBot.Conversation.Features.Teams;

/// <summary>队伍 and 培训: who is in the teams, and what the office keeps of them.</summary>
internal static class TeamFeature
{
    private const string What = "what";

    public static readonly Feature Feature = new("teams",
        new("teams.list", (turn, arguments, _) => new TeamHandler(turn).SayAsync(arguments[What]))
        {
            Name = TeamTexts.Teams,
            Also = ["巡视队伍", "巡视组队伍", "队伍情况", "team"],
            MayBeMisspelt = false,
            Read = line => line.IsNothing || (line.Rest.Length <= 12 && line.Rest.Any(char.IsAsciiDigit)) || (HandoverLine.NamesATeam(line.Rest) && !YearWords.SaysHandover(Folding.Of(line.Rest)))
                ? new("teams.list", Arguments.Of((What, line.IsNothing ? "" : line.Rest)))
                : null,
            Help = new(TeamTexts.Help, IsConcerned),
            HelpButton = new(22, IsOffice),
        },
        new("teams.show", (turn, arguments, _) => new TeamHandler(turn).ShowAsync(arguments[TeamCards.Team], arguments.Page)),
        new("teams.form", (turn, arguments, _) => new TeamHandler(turn).FormAsync(arguments.Values)),
        new("teams.save", (turn, arguments, cancellationToken) =>
            new TeamHandler(turn).SaveAsync(arguments.Values, cancellationToken)),
        new("teams.trainings", (turn, arguments, _) => new TeamHandler(turn).TrainingsAsync(arguments[What]))
        {
            Name = TeamTexts.Training,
            Also = ["培训记录", "登记培训", "training"],
            MayBeMisspelt = false,
            Entry = new(IsFreeText: true, Offered: "teams.trainings"),
            Read = line => line.IsNothing || TrainingLine.IsEntry(line.Rest)
                ? new("teams.trainings", Arguments.Of((What, line.IsNothing ? "" : line.Rest)))
                : null,
        },
        new("teams.trainingForm", (turn, arguments, _) =>
            new TeamHandler(turn).TrainingFormAsync(arguments[TeamCards.Team])),
        new("teams.training", (turn, arguments, cancellationToken) =>
            new TeamHandler(turn).AddTrainingAsync(arguments.Values, cancellationToken)));

    private static bool IsOffice(Person person) => person.Has(Role.Office);

    private static bool IsConcerned(Person person) =>
        person.Has(Role.Office) || person.Has(Role.TeamLeader) || person.Has(Role.TeamMember);
}
