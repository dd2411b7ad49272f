using LiaisonBot.Conversation.Cards;
using LiaisonBot.Conversation.Features.Checks;
using LiaisonBot.Conversation.Features.Handovers;
using LiaisonBot.Conversation.Features.Import;
using LiaisonBot.Conversation.Features.Matters;
using LiaisonBot.Conversation.Features.People;
using LiaisonBot.Conversation.Features.Plans;
using LiaisonBot.Conversation.Features.Recurring;
using LiaisonBot.Conversation.Features.Reminders;
using LiaisonBot.Conversation.Features.Rooms;
using LiaisonBot.Conversation.Features.Sealed;
using LiaisonBot.Conversation.Features.SelfChecks;
using LiaisonBot.Conversation.Features.Sets;
using LiaisonBot.Conversation.Features.Topics;
using LiaisonBot.Conversation.Shell;
using LiaisonBot.Core;
using LiaisonBot.Core.Handovers;
using LiaisonBot.Core.Jobs;
using LiaisonBot.Core.Matters;
using LiaisonBot.Core.Messaging;
using LiaisonBot.Core.People;
using LiaisonBot.Core.Plans;
using LiaisonBot.Core.Recurring;
using LiaisonBot.Core.Rooms;
using LiaisonBot.Core.Sealed;
using LiaisonBot.Core.Sets;

namespace LiaisonBot.Conversation.Features;

/// <summary>
/// Tells a person of a step in their chat: the matter's card as it stands now, under a line that says who did what. In
/// a room, shows everybody how far it is.
/// </summary>
public sealed class Messenger(
    IConnector connector,
    LiaisonServices services,
    string prefix,
    TabLinks? tab = null) : IChats
{
    /// <summary>A note of one line up to this length follows the headline; a longer one stands below it.</summary>
    private const int ShortNote = 40;

    public async Task<SendAnswer> SendAsync(
        OutboxMessage message,
        Person to,
        ChatAddress address,
        ISubject subject,
        CancellationToken cancellationToken)
    {
        var localizer = await VoiceAsync(to, cancellationToken);
        if (Other(message, subject, to, localizer) is var (words, card))
        {
            return await connector.PostAsync(
                address,
                OutgoingMessage.OfCard(Localizer.Clip(words, 200), card),
                cancellationToken);
        }

        var tree = Matter(subject);
        if (message.Reminders is not null)
        {
            return await SendReminderAsync(message, to, address, tree, localizer, cancellationToken);
        }

        var headline = MessageWords.Headline(message, localizer);
        var note = MessageWords.Note(message, localizer);
        var isShort = note is { Length: <= ShortNote } && !note.Contains('\n', StringComparison.Ordinal);
        var news = isShort ? localizer.Say(Texts.Labelled, headline, note!) : headline;
        if (message.MayBeRepeat)
        {
            news += localizer.Say(Texts.MayBeRepeat);
        }

        var buttons = new Buttons(localizer, AllFeatures.Registry, "n-" + message.Id);
        var color = message.Act is Act.Return or Act.RefuseExtension or Act.Insist or Act.Reopen or Act.Urge or Act.PutOnLedger or Act.Docket
            ? Card.Attention
            : Card.Accent;
        var outgoing = OutgoingMessage.OfCard(
            MatterCard.Summary(tree.Matter, headline, localizer),
            MatterCard.Of(tree, to, buttons, news, color, isShort ? null : note));
        return await PostAsync(address, outgoing, tree, cancellationToken);
    }

    /// <summary>What is told of anything but a matter; null for a matter.</summary>
    private (string Words, Json Card)? Other(
        OutboxMessage message,
        ISubject subject,
        Person to,
        Localizer localizer)
    {
        if (MessageWords.OfOther(message, subject, localizer, services) is not { } news)
        {
            return null;
        }

        if (message.MayBeRepeat)
        {
            news += localizer.Say(Texts.MayBeRepeat);
        }

        var buttons = new Buttons(localizer, AllFeatures.Registry, "n-" + message.Id);
        return subject switch
        {
            RecurringMatter rule => (news, RecurringCards.Told(rule, news, to, buttons)),
            Handover handover => (news, HandoverCards.Told(handover, news, buttons)),
            SelfCheck check => (news, SelfCheckCards.One(check, to, buttons, news, Card.Accent)),
            TopicSubject topic => (news, TopicCards.Told(topic, news, buttons)),
            FindingCheck check => (news, CheckCards.Told(check, news, buttons)),
            FindingSet set => (news, SetCards.Told(set, news, buttons)),
            SealedRecord record => (news, SealedCards.Told(record, news, buttons)),
            UrgentPlan plan => (news, PlanNews.Told(plan, news, buttons)),
            UpgradeRequest request => (news, PlanNews.Told(request, message, news, buttons)),
            _ => null,
        };
    }

    public async Task<SendAnswer> SendMovedAsync(
        OutboxMessage message,
        Person to,
        ChatAddress address,
        CancellationToken cancellationToken)
    {
        var localizer = await VoiceAsync(to, cancellationToken);
        var text = MessageWords.Moved(message, localizer);
        if (message.MayBeRepeat)
        {
            text += localizer.Say(Texts.MayBeRepeat);
        }

        return await connector.PostAsync(
            address,
            OutgoingMessage.OfCard(Localizer.Clip(text, 200), Card.Of(localizer, [Card.Line(text, bold: true)])),
            cancellationToken);
    }

    public async Task<SendAnswer> SendDigestAsync(
        IReadOnlyList<(OutboxMessage Message, ISubject Subject)> lines,
        Person to,
        ChatAddress address,
        CancellationToken cancellationToken)
    {
        var localizer = await VoiceAsync(to, cancellationToken);
        IReadOnlyList<string> rules = [
            .. lines.Select(one => MessageWords.OfOther(one.Message, one.Subject, localizer, services))
                .OfType<string>()
                // What was gathered for more than a day says the same.
                .Distinct(StringComparer.Ordinal)
        ];
        IReadOnlyList<(OutboxMessage Notice, MatterTree Family)> matters = [
            .. lines.Where(one => one.Subject is MatterTree).Select(one => (one.Message, Matter(one.Subject)))
        ];
        if (matters.Count == 0)
        {
            return await connector.PostAsync(
                address,
                OutgoingMessage.OfCard(
                    Localizer.Clip(rules[0], 200),
                    Card.Of(localizer, rules.Select(line => Card.Line(line)))),
                cancellationToken);
        }

        var provisional = to.Has(Role.Office) ? await services.Holidays.ProvisionalAheadAsync(cancellationToken) : [];
        // Only beside what comes anyway: it is no news, and nothing that has to be done this morning.
        var nobody = to.Has(Role.Office) ? await services.EmptyPlaces.ReadAsync(cancellationToken) : [];
        var card = ReminderCards.Digest(
            matters,
            to,
            new Buttons(localizer, AllFeatures.Registry, "g-" + lines[0].Message.Id),
            provisional,
            nobody,
            rules);
        var answer = await connector.PostAsync(
            address,
            OutgoingMessage.OfCard(ReminderCards.Title(matters, to, localizer), card),
            cancellationToken);
        services.Talks.PostedList(
            address,
            (answer as SendAnswer.Answered)?.Activity,
            ReminderCards.Listed(matters, to),
            services.Clock.GetCurrentInstant());
        return answer;
    }

    public async Task<SendAnswer> SendNewsAsync(
        PeopleNews news,
        Person to,
        ChatAddress address,
        bool mayBeRepeat,
        CancellationToken cancellationToken)
    {
        var localizer = await VoiceAsync(to, cancellationToken);
        var card = PeopleNewsCard.Of(news, new Buttons(localizer, AllFeatures.Registry, "s-" + news.Id), mayBeRepeat);
        return await connector.PostAsync(
            address,
            OutgoingMessage.OfCard(PeopleNewsCard.Words(news, localizer), card),
            cancellationToken);
    }

    public async Task<SendAnswer> ShowJobAsync(
        Job job,
        IReadOnlyList<RefusedItem> refused,
        Person to,
        ChatAddress address,
        CancellationToken cancellationToken)
    {
        var localizer = await VoiceAsync(to, cancellationToken) with { Language = job.Language };
        var message = OutgoingMessage.OfCard(
            JobCards.Headline(job, localizer),
            JobCards.Of(job, refused, new Buttons(localizer, AllFeatures.Registry, "j-" + job.Id)));
        return job.Message is { } shown
            ? await connector.UpdateAsync(address, shown, message, cancellationToken)
            : await connector.PostAsync(address, message, cancellationToken);
    }

    public async Task<SendAnswer> ShowAsync(
        RoomView view,
        Room room,
        string? activity,
        bool mayBeRepeat,
        CancellationToken cancellationToken)
    {
        var people = await services.Directory.ReadAsync(cancellationToken);
        var language = people.ById(room.BoundBy) is { } by ? Languages.Of(by, people.ChatOf(by.Id)) : Language.Chinese;
        var localizer = new Localizer(
            language,
            people,
            services.Calendar(),
            services.Clock.GetCurrentInstant(),
            prefix)
        { Steps = services.Steps };
        var message = OutgoingMessage.OfCard(
            RoomCards.Summary(view, localizer),
            RoomCards.Of(
                view,
                new Buttons(localizer, AllFeatures.Registry, "room", InRoom: true),
                activity is null && mayBeRepeat));
        return activity is null
            ? await connector.PostAsync(room.Address, message, cancellationToken)
            : await connector.UpdateAsync(room.Address, activity, message, cancellationToken);
    }

    public async Task<SendAnswer> UpdateCardAsync(
        MatterNumber number,
        MatterTree? matter,
        Person to,
        ChatAddress address,
        string activity,
        CancellationToken cancellationToken)
    {
        var localizer = await VoiceAsync(to, cancellationToken);
        if (matter is null)
        {
            var text = localizer.Say(MatterTexts.CardNotYours, localizer.Number(number));
            return await connector.UpdateAsync(
                address,
                activity,
                OutgoingMessage.OfCard(text, Card.Of(localizer, [Card.Line(text, bold: true)])),
                cancellationToken);
        }

        // Each state of a card is a card of its own: a press on one is no press on another.
        var buttons = new Buttons(localizer, AllFeatures.Registry, $"u-{Bot.CommandId(activity, matter.Shown)}");
        var news = localizer.Say(MatterTexts.CardUpdated, Localizer.Moment(localizer.Now));
        return await connector.UpdateAsync(
            address,
            activity,
            OutgoingMessage.OfCard(
                MatterCard.Summary(matter.Matter, localizer.StateName(matter.Matter.State), localizer),
                MatterCard.Of(matter, to, buttons, news, "emphasis")) with
            { About = number },
            cancellationToken);
    }

    private async Task<SendAnswer> SendReminderAsync(
        OutboxMessage notice,
        Person to,
        ChatAddress address,
        MatterTree tree,
        Localizer localizer,
        CancellationToken cancellationToken)
    {
        var news = ReminderCards.News(notice, localizer) + (notice.MayBeRepeat ? localizer.Say(Texts.MayBeRepeat) : "");
        var card = MatterCard.Of(
            tree,
            to,
            new Buttons(localizer, AllFeatures.Registry, "n-" + notice.Id),
            news,
            Card.Attention);
        return await PostAsync(
            address,
            OutgoingMessage.OfCard(MatterCard.Summary(tree.Matter, news, localizer), card),
            tree,
            cancellationToken);
    }

    private async Task<SendAnswer> PostAsync(
        ChatAddress address,
        OutgoingMessage message,
        MatterTree about,
        CancellationToken cancellationToken)
    {
        message = message with { About = about.Matter.Number };
        var answer = await connector.PostAsync(address, message, cancellationToken);
        services.Talks.Posted(
            address,
            (answer as SendAnswer.Answered)?.Activity,
            message.About,
            services.Clock.GetCurrentInstant());
        return answer;
    }

    /// <summary>Cards and words are there for matters.</summary>
    private static MatterTree Matter(ISubject subject) =>
        subject as MatterTree ?? throw new InvalidOperationException($"There are no words for {subject.Key}.");

    private async Task<Localizer> VoiceAsync(Person to, CancellationToken cancellationToken)
    {
        var directory = await services.Directory.ReadAsync(cancellationToken);
        return new(
            Languages.Of(to, directory.ChatOf(to.Id)),
            directory,
            services.Calendar(),
            services.Clock.GetCurrentInstant(),
            prefix)
        { Steps = services.Steps, Tab = tab };
    }
}
