using LiaisonBot.Conversation.Cards;
using LiaisonBot.Core.Calendar;
using LiaisonBot.Core.Delivery;
using LiaisonBot.Core.Matters;
using LiaisonBot.Core.People;
using NodaTime;

namespace LiaisonBot.Conversation;

/// <summary>Tells a person of a step in their chat: the matter's card as it stands now, under a line that says who did what.</summary>
public sealed class Messenger(IConnector connector, CurrentDirectory directory, Func<WorkingCalendar> calendar, IClock clock, string prefix) : IChat
{
    public async Task<SendOutcome> Send(Notice notice, Person to, ChatAddress address, Family family, CancellationToken stop)
    {
        var phrases = new Phrases(to.Language, await directory.Read(stop), calendar(), clock.GetCurrentInstant(), prefix);
        var headline = $"{notice.ActorName} {phrases.Done(notice.Act, notice.Due)}";
        var news = headline;
        // What was typed with a step is on the card already where it is part of the matter.
        if (notice.Note is { } note && notice.Act is Act.Urge or Act.RefuseExtension or Act.GrantExtension or Act.Withdraw or Act.PutOnLedger or Act.Docket or Act.Refer or Act.Close or Act.AcceptDocket)
            news = phrases.Say(Texts.Labelled, news, note);
        var buttons = new Buttons(phrases, "n-" + notice.Id);
        var color = notice.Act is Act.Return or Act.RefuseExtension or Act.Urge or Act.PutOnLedger or Act.Docket ? Card.Attention : Card.Accent;
        var message = OutgoingMessage.OfCard(
            MatterCard.Summary(family.Matter, headline, phrases),
            MatterCard.Of(family, to, buttons, news, color));
        return await connector.Post(address, message, stop);
    }
}
