using LiaisonBot.Conversation.Cards;
using LiaisonBot.Conversation.Shell;
using LiaisonBot.Core.People;
using LiaisonBot.Core.Sets;

namespace LiaisonBot.Conversation.Features.Topics;

/// <summary>Topics: the list, its form, and where one comes up.</summary>
internal static class TopicCards
{
    public const string Topic = "topic";
    public const string Topics = "topics";

    private const int Shown = 15;

    public static Json List(IReadOnlyList<string> topics, bool mayEdit, Buttons buttons, string? news = null) => Card.Of(
        buttons.Localizer,
        [
            Card.News(news, buttons.Localizer),
            Card.Title(buttons.Localizer.Say(TopicTexts.ListTitle, topics.Count)),
            Card.Line(string.Join(buttons.Localizer.Say(Texts.ListComma), topics)),
            .. Card.Actions(mayEdit ? [buttons.To(TopicTexts.Edit, "topics.form")] : []),
        ]);

    public static Json Form(IReadOnlyDictionary<string, string> typed, FormErrors errors, Buttons buttons) => InputForm.Of(
        TopicTexts.Edit,
        buttons.Submit("topics.save"),
        buttons,
        typed,
        errors,
        [(new(Topics, TopicTexts.FieldTopics, InputKind.Lines, Limit: TopicList.Most * (TopicList.MaxLength + 1)), [])],
        note: buttons.Localizer.Say(TopicTexts.EditNote, TopicList.Most, TopicList.MaxLength));

    /// <summary>The topics as buttons, where none was named.</summary>
    public static Json Choose(string title, IReadOnlyList<string> topics, string command, Buttons buttons) => Card.Of(
        buttons.Localizer,
        [
            Card.Line(title, bold: true),
            .. Card.Actions(topics.Select(topic => buttons.Execute(topic, command, [(Topic, topic)]))),
        ]);

    public static Json Show(string topic, IReadOnlyList<TopicOfSet> of, bool mayRun, Buttons buttons)
    {
        var localizer = buttons.Localizer;
        List<Json?> body = [Card.Title(localizer.Say(TopicTexts.Title, topic))];
        if (of.Count == 0)
        {
            body.Add(Card.Line(localizer.Say(TopicTexts.None, topic)));
            return Card.Of(localizer, body);
        }

        body.Add(Card.Line(
            localizer.Say(
                TopicTexts.Counts,
                of.Count,
                of.Select(one => one.Area).Distinct().Count(),
                of.Sum(one => one.Indexes.Count)),
            bold: true));
        body.AddRange(of.Take(Shown).Select(one => Card.Line(
            localizer.Say(TopicTexts.Line, localizer.Place(one.Area), localizer.Day(one.FeedbackOn), one.Indexes.Count),
            size: "Small")));
        if (of.Count > Shown)
        {
            body.Add(Card.Line(localizer.Say(TopicTexts.More, of.Count - Shown), subtle: true, size: "Small"));
        }

        body.AddRange(Card.Actions(
        [
            buttons.Forward(TopicTexts.Report, "topics.report", (Topic, topic)),
            .. mayRun ? [buttons.To(TopicTexts.Campaign, "campaigns.ofTopic", (Topic, topic))] : Array.Empty<Json>(),
        ]));
        return Card.Of(localizer, body);
    }

    public static Json Told(TopicSubject subject, string news, Buttons buttons) => Card.Of(
        buttons.Localizer,
        [
            Card.Line(news, bold: true),
            .. Card.Actions(
            [
                buttons.To(TopicTexts.Topic, "topics.show", (Topic, subject.Topic)),
                buttons.To(TopicTexts.Report, "topics.report", (Topic, subject.Topic)),
                buttons.To(TopicTexts.Campaign, "campaigns.ofTopic", (Topic, subject.Topic)),
            ]),
        ]);
}
