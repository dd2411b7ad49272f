using LiaisonBot.Conversation.Cards;
using LiaisonBot.Conversation.Features;
using LiaisonBot.Conversation.Shell;
using LiaisonBot.Core;
using LiaisonBot.Core.Jobs;
using LiaisonBot.Core.Matters;
using LiaisonBot.Core.Messaging;
using LiaisonBot.Core.People;
using LiaisonBot.Core.Rooms;

namespace LiaisonBot.Conversation;

/// <summary>Tells a person of a step in their chat: the matter's card as it stands now, under a line that says who did what. In a room, shows everybody how far it is.</summary>
/// <param name="shown">Told of what is shown where.</param>
public sealed class Messenger(IConnector connector, Desks desks, string prefix, ShownMatters shown) : IChats
{
    /// <summary>A note of one line up to this length follows the headline; a longer one stands below it.</summary>
    private const int ShortNote = 40;

    public async Task<SendAnswer> Send(Notice notice, Person to, ChatAddress address, Family family, CancellationToken cancellationToken)
    {
        var phrases = await Voice(to, cancellationToken);
        if (notice.Reminders is not null)
        {
            return await SendReminder(notice, to, address, family, phrases, cancellationToken);
        }

        var headline = phrases.Say(Texts.Did, phrases.Named(notice.ActorName), phrases.Done(notice.Act, notice.Due, notice.Note));
        // What was typed with a step is on the card already where it is part of the matter.
        var note = notice.Act is Act.Urge or Act.RefuseExtension or Act.GrantExtension or Act.Withdraw or Act.PutOnLedger or Act.Docket or Act.Refer or Act.Close or Act.AcceptDocket ? notice.Note : null;
        var isShort = note is { Length: <= ShortNote } && !note.Contains('\n', StringComparison.Ordinal);
        var news = isShort ? phrases.Say(Texts.Labelled, headline, note!) : headline;
        if (notice.MayBeRepeat)
        {
            news += phrases.Say(Texts.MayBeRepeat);
        }

        var buttons = new Buttons(phrases, AllFeatures.Registry, "n-" + notice.Id);
        var color = notice.Act is Act.Return or Act.RefuseExtension or Act.Urge or Act.PutOnLedger or Act.Docket ? Card.Attention : Card.Accent;
        var message = OutgoingMessage.OfCard(
            MatterCard.Summary(family.Matter, headline, phrases),
            MatterCard.Of(family, to, buttons, news, color, isShort ? null : note));
        return await Post(address, message, family, cancellationToken);
    }

    public async Task<SendAnswer> SendMoved(Notice notice, Person to, ChatAddress address, CancellationToken cancellationToken)
    {
        var phrases = await Voice(to, cancellationToken);
        var text = phrases.Say(Texts.MovedAway, phrases.Named(notice.ActorName), phrases.Number(notice.Number), (notice.Note ?? "").ReplaceLineEndings(" "));
        if (notice.MayBeRepeat)
        {
            text += phrases.Say(Texts.MayBeRepeat);
        }

        return await connector.Post(address, OutgoingMessage.OfCard(Phrases.Clip(text, 200), Card.Of(phrases, [Card.Line(text, bold: true)])), cancellationToken);
    }

    public async Task<SendAnswer> SendDigest(IReadOnlyList<(Notice Notice, Family Family)> lines, Person to, ChatAddress address, CancellationToken cancellationToken)
    {
        var phrases = await Voice(to, cancellationToken);
        var provisional = to.Has(Role.Office) ? await desks.Holidays.ProvisionalAhead(cancellationToken) : [];
        // Only beside what comes anyway: it is no news, and nothing that has to be done this morning.
        var nobody = to.Has(Role.Office) ? await desks.EmptyPlaces.Read(cancellationToken) : [];
        var card = ReminderCards.Digest(lines, to, new Buttons(phrases, AllFeatures.Registry, "g-" + lines[0].Notice.Id), provisional, nobody);
        return await connector.Post(address, OutgoingMessage.OfCard(ReminderCards.Title(lines, phrases), card), cancellationToken);
    }

    public async Task<SendAnswer> ShowJob(Job job, IReadOnlyList<RefusedItem> refused, Person to, ChatAddress address, CancellationToken cancellationToken)
    {
        var phrases = await Voice(to, cancellationToken) with { Language = job.Language };
        var message = OutgoingMessage.OfCard(JobCards.Headline(job, phrases), JobCards.Of(job, refused, new Buttons(phrases, AllFeatures.Registry, "j-" + job.Id)));
        return job.Message is { } shown ? await connector.Update(address, shown, message, cancellationToken) : await connector.Post(address, message, cancellationToken);
    }

    public async Task<SendAnswer> Show(RoomView view, Room room, string? activity, bool mayBeRepeat, CancellationToken cancellationToken)
    {
        var people = await desks.Directory.Read(cancellationToken);
        var language = people.ById(room.BoundBy) is { } by ? Languages.Of(by, people.ChatOf(by.Id)) : Language.Chinese;
        var phrases = new Phrases(language, people, desks.Calendar(), desks.Clock.GetCurrentInstant(), prefix);
        var message = OutgoingMessage.OfCard(RoomCards.Summary(view, phrases), RoomCards.Of(view, new Buttons(phrases, AllFeatures.Registry, "room", InRoom: true), activity is null && mayBeRepeat));
        return activity is null ? await connector.Post(room.Address, message, cancellationToken) : await connector.Update(room.Address, activity, message, cancellationToken);
    }

    private async Task<SendAnswer> SendReminder(Notice notice, Person to, ChatAddress address, Family family, Phrases phrases, CancellationToken cancellationToken)
    {
        var news = ReminderCards.News(notice, phrases) + (notice.MayBeRepeat ? phrases.Say(Texts.MayBeRepeat) : "");
        var card = MatterCard.Of(family, to, new Buttons(phrases, AllFeatures.Registry, "n-" + notice.Id), news, Card.Attention);
        return await Post(address, OutgoingMessage.OfCard(MatterCard.Summary(family.Matter, news, phrases), card), family, cancellationToken);
    }

    private async Task<SendAnswer> Post(ChatAddress address, OutgoingMessage message, Family about, CancellationToken cancellationToken)
    {
        message = message with { About = about.Matter.Number };
        var answer = await connector.Post(address, message, cancellationToken);
        shown.Remember(address, (answer as SendAnswer.Answered)?.Activity, message);
        return answer;
    }

    private async Task<Phrases> Voice(Person to, CancellationToken cancellationToken)
    {
        var directory = await desks.Directory.Read(cancellationToken);
        return new(Languages.Of(to, directory.ChatOf(to.Id)), directory, desks.Calendar(), desks.Clock.GetCurrentInstant(), prefix);
    }
}
