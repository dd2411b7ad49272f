using LiaisonBot.Conversation.Shell;
using LiaisonBot.Core.People;

namespace LiaisonBot.Conversation.Features.Topics;

/// <summary>专题: where findings of one topic come up; the office's list of topics; the report.</summary>
internal static class TopicFeature
{
    public static readonly Feature Feature = new("topics",
        new("topics.list", (turn, _, _) => new TopicHandler(turn).ListAsync())
        {
            Name = TopicTexts.Topics,
            Also = ["问题类型清单", "专题清单", "topic list"],
            Help = new(TopicTexts.HelpTopics, IsConcerned),
        },
        new("topics.form", (turn, _, _) => new TopicHandler(turn).FormAsync()),
        new("topics.save", (turn, arguments, cancellationToken) =>
            new TopicHandler(turn).SaveAsync(arguments.Values, cancellationToken)),
        new("topics.show", (turn, arguments, cancellationToken) =>
            new TopicHandler(turn).ShowAsync(arguments[TopicCards.Topic], cancellationToken))
        {
            Name = TopicTexts.Topic,
            Also = ["专题情况"],
            MayBeMisspelt = false,
            Read = line => line.Rest.Length <= TopicList.MaxLength && !line.IsAttached
                ? new("topics.show", Arguments.Of((TopicCards.Topic, line.IsNothing ? "" : line.Rest)))
                : null,
            Help = new(TopicTexts.HelpTopic, IsConcerned) { Say = TopicTexts.HelpTopicSay },
        },
        new("topics.report", (turn, arguments, cancellationToken) =>
            new TopicHandler(turn).ReportAsync(arguments[TopicCards.Topic], cancellationToken))
        {
            Name = TopicTexts.Report,
            Also = ["专题材料", "report on topic"],
            MayBeMisspelt = false,
            Read = line => line.Rest.Length <= TopicList.MaxLength
                ? new("topics.report", Arguments.Of((TopicCards.Topic, line.IsNothing ? "" : line.Rest)))
                : null,
            Help = new(TopicTexts.HelpReport, IsConcerned) { Say = TopicTexts.HelpReportSay },
        });

    internal static bool IsConcerned(Person person) =>
        person.Has(Role.Office) || person.Has(Role.TeamLeader) || person.Has(Role.TeamMember);
}
