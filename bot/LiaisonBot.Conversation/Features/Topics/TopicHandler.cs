using LiaisonBot.Conversation.Cards;
using LiaisonBot.Conversation.Features.Documents;
using LiaisonBot.Conversation.Features.Export;
using LiaisonBot.Conversation.Shell;
using LiaisonBot.Core.Delivery;
using LiaisonBot.Core.People;
using LiaisonBot.Core.Storage;

namespace LiaisonBot.Conversation.Features.Topics;

/// <summary>Topics of findings: the list, where one comes up, its report.</summary>
internal sealed class TopicHandler : TurnPart
{
    private readonly ExportHandler files;

    public TopicHandler(TurnScope scope)
        : base(scope) =>
        files = new(scope);

    public Task<TurnAnswer> ListAsync() => TopicFeature.IsConcerned(Person)
        ? ListAsync(Localizer.Directory.Topics, null)
        : TellAsync(Localizer.Say(TopicTexts.NotYours));

    public Task<TurnAnswer> FormAsync() => Person.Has(Role.Office)
        ? FormAsync(
            new Dictionary<string, string>(StringComparer.Ordinal)
            {
                [TopicCards.Topics] = string.Join('\n', Localizer.Directory.Topics),
            },
            [])
        : TellAsync(Localizer.Say(TopicTexts.OfficeOnly));

    public async Task<TurnAnswer> SaveAsync(IReadOnlyDictionary<string, string> typed, CancellationToken cancellationToken)
    {
        var topics = TopicList.Read((typed.GetValueOrDefault(TopicCards.Topics) ?? "").Split('\n'));
        try
        {
            var refused = await Services.People.SetTopicsAsync(Person, topics, cancellationToken);
            if (refused is null)
            {
                return await ListAsync(topics, Localizer.Say(TopicTexts.Saved));
            }

            return refused == DirectoryRefusal.Topics
                ? await FormAsync(typed, new FormErrors
                {
                    [TopicCards.Topics] = Localizer.Say(TopicTexts.ListWrong, TopicList.Most, TopicList.MaxLength),
                })
                : await TellAsync(Localizer.Say(TopicTexts.OfficeOnly));
        }
        catch (StoreUnavailableException)
        {
            return await TellAsync(Localizer.Say(Texts.StoreBusy));
        }
    }

    public async Task<TurnAnswer> ShowAsync(string typed, CancellationToken cancellationToken)
    {
        if (Topic(typed, "topics.show", out var answer) is not { } topic)
        {
            return await answer!;
        }

        var of = await Services.Topics.OfTopicAsync(Person, topic, cancellationToken);
        return await ShowAsync(Localizer.Say(TopicTexts.Title, topic), TopicCards.Show(topic, of, Person.Has(Role.Office), Buttons));
    }

    public async Task<TurnAnswer> ReportAsync(string typed, CancellationToken cancellationToken) =>
        Topic(typed, "topics.report", out var answer) is { } topic
            ? await files.OfferAsync(
                Localizer.Say(TopicTexts.ReportReady, topic),
                ExportTexts.ExportNote,
                LinkTo.TopicPaper,
                Localizer.Directory.Province,
                topic,
                DocumentTexts.DownloadWord,
                Buttons.To("topics.show", (TopicCards.Topic, topic)),
                cancellationToken)
            : await answer!;

    /// <summary>The topic that was named; null with an answer when there is none.</summary>
    private string? Topic(string typed, string command, out Task<TurnAnswer>? answer)
    {
        answer = null;
        if (!TopicFeature.IsConcerned(Person))
        {
            answer = TellAsync(Localizer.Say(TopicTexts.NotYours));
            return null;
        }

        var topics = Localizer.Directory.Topics;
        typed = typed.StartsWith("on ", StringComparison.OrdinalIgnoreCase) ? typed[3..] : typed;
        if (TopicList.Find(topics, typed) is { } topic)
        {
            return topic;
        }

        var title = typed.Length == 0
            ? Localizer.Say(TopicTexts.Which)
            : Localizer.Say(TopicTexts.Unknown, Localizer.Clip(typed, TopicList.MaxLength));
        answer = ShowAsync(title, TopicCards.Choose(title, topics, command, Buttons));
        return null;
    }

    private Task<TurnAnswer> ListAsync(IReadOnlyList<string> topics, string? news) => ShowAsync(
        news ?? Localizer.Say(TopicTexts.ListTitle, topics.Count),
        TopicCards.List(topics, Person.Has(Role.Office), Buttons, news));

    private Task<TurnAnswer> FormAsync(IReadOnlyDictionary<string, string> typed, FormErrors errors) =>
        ShowAsync(Localizer.Say(TopicTexts.Edit), TopicCards.Form(typed, errors, Buttons));
}
