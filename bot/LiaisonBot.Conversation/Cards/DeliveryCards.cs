using LiaisonBot.Conversation.Shell;
using LiaisonBot.Core.Delivery;
using LiaisonBot.Core.Matters;
using LiaisonBot.Core.People;

namespace LiaisonBot.Conversation.Cards;

/// <summary>投递情况: what has not arrived, and why.</summary>
internal static class DeliveryCards
{
    private const int PageSize = 8;

    /// <summary>People on the card; the others are counted.</summary>
    private const int PeopleShown = 10;

    /// <param name="cards">Cards that are not in their channels, and why.</param>
    /// <param name="nobody">Says where open matters reach nobody; empty when there is no such place.</param>
    public static Json Overview(
        DeliveryOverview overview, IReadOnlyList<(MatterNumber Number, string Why)> cards, IReadOnlyList<Json> nobody, int page, Buttons buttons, string? news = null)
    {
        var phrases = buttons.Phrases;
        List<Json?> body = [Card.News(news, phrases), Card.Title(phrases.Say(Texts.Deliveries))];
        body.Add(Card.Fact(phrases.Say(Texts.DeliveriesToSend), overview.Oldest is { } oldest
            ? phrases.Say(Texts.DeliveriesOldest, overview.Undelivered, Phrases.Moment(oldest))
            : phrases.Say(Texts.DeliveriesCount, 0)));
        body.Add(Card.Fact(phrases.Say(Texts.DeliveriesWaiting), phrases.Say(Texts.DeliveriesOfPeople, overview.Waiting.Sum(w => w.Messages), overview.Waiting.Count)));
        body.Add(Card.Fact(phrases.Say(Texts.DeliveriesFailed), phrases.Say(Texts.DeliveriesCount, overview.Failed.Count), overview.Failed.Count > 0 ? Card.Attention : null));
        var accounts = phrases.Directory.Claimed.Count;
        if (accounts > 0)
        {
            body.Add(Card.Line(phrases.Say(Texts.DeliveriesAccounts, accounts), color: Card.Attention));
        }

        if (overview.Damaged > 0)
        {
            body.Add(Card.Line(phrases.Say(Texts.DeliveriesDamaged, overview.Damaged), color: Card.Attention, size: "Small"));
        }

        if (overview.More)
        {
            body.Add(Card.Line(phrases.Say(Texts.DeliveriesPartly), subtle: true, size: "Small"));
        }

        var unreached = Unreached(overview, phrases);
        body.AddRange(nobody);
        if (unreached.Count == 0 && nobody.Count == 0 && accounts == 0 && cards.Count == 0 && overview is { Undelivered: 0, Failed: [], Damaged: 0 })
        {
            body.Add(Card.Line(phrases.Say(Texts.DeliveriesAllWell), color: Card.Good));
        }

        if (unreached.Count > 0)
        {
            body.Add(Card.Line(phrases.Say(Texts.DeliveriesUnreachable), bold: true));
            body.Add(Card.Line(phrases.Say(Texts.DeliveriesHowToReach), subtle: true, size: "Small", spacing: "None"));
            body.AddRange(unreached.Take(PeopleShown).Select(u => Line(u.Person, u.Messages, phrases)));
            if (unreached.Count > PeopleShown)
            {
                body.Add(Card.Line(phrases.Say(Texts.DeliveriesMorePeople, unreached.Count - PeopleShown), subtle: true));
            }
        }

        if (cards.Count > 0)
        {
            body.Add(Card.Line(phrases.Say(Texts.DeliveriesOfRooms), bold: true));
            body.AddRange(cards.Take(PageSize).Select(card => Card.Line($"{card.Number.Short}  ·  {Why(card.Why, phrases)}", size: "Small")));
            if (cards.Count > PageSize)
            {
                body.Add(Card.Line(phrases.Say(Texts.DeliveriesMoreCards, cards.Count - PageSize), subtle: true, size: "Small"));
            }
        }

        if (overview.Failed.Count + cards.Count == 0)
        {
            return Card.Of(phrases, [.. body, .. Card.Actions([buttons.To("people.directory"), buttons.To("help.show")])]);
        }

        if (overview.Failed.Count > 0)
        {
            body.Add(Card.Line(phrases.Say(Texts.DeliveriesKeptAside), bold: true));
        }

        var pages = Math.Max(1, (overview.Failed.Count + PageSize - 1) / PageSize);
        page = Math.Clamp(page, 0, pages - 1);
        body.AddRange(overview.Failed.Skip(page * PageSize).Take(PageSize).Select(notice => Line(notice, buttons)));
        body.AddRange(Paging.Of(page, pages, new("delivery.show", Arguments.None), buttons));
        body.AddRange(Card.Actions([buttons.To(Texts.SendAllAgain, "delivery.allAgain"), buttons.To("people.directory"), buttons.To("help.show")]));
        return Card.Of(phrases, body);
    }

    /// <summary>For whom something waits, and whom the bot was blocked by; in the order of the directory.</summary>
    private static List<(Person Person, int Messages)> Unreached(DeliveryOverview overview, Phrases phrases)
    {
        var waiting = overview.Waiting.ToDictionary(w => w.Person, w => w.Messages, StringComparer.Ordinal);
        return [.. phrases.Directory.People
            .Where(p => p.Grants.Count > 0 && (waiting.ContainsKey(p.Id) || phrases.Directory.ChatOf(p.Id) is { Reachable: false }))
            .OrderBy(p => p.Grants[0].Area).ThenBy(p => p.Grants[0].Role).ThenBy(p => p.Name, StringComparer.Ordinal)
            .Select(p => (p, waiting.GetValueOrDefault(p.Id)))];
    }

    private static Json Line(Person person, int messages, Phrases phrases)
    {
        var why = phrases.Say(phrases.Directory.ChatOf(person.Id) is null ? Texts.NeverOpened : Texts.Unreachable);
        return Card.Box(null,
        [
            Card.Runs([Card.Run(Card.Isolated(person.Name), bold: true), Card.Run("  ·  " + why, color: Card.Warning, size: "Small")]),
            Card.Line($"{phrases.GrantName(person.Grants[0])}  ·  {phrases.Say(Texts.DeliveriesWaits, messages)}", subtle: true, size: "Small", spacing: "None"),
        ], separator: true);
    }

    private static string Why(string failure, Phrases phrases) => failure == Notice.NoAnswer ? phrases.Say(Texts.DeliveriesNoAnswer) : phrases.Say(Texts.DeliveriesRefused, failure);

    private static Json Line(Notice notice, Buttons buttons)
    {
        var phrases = buttons.Phrases;
        var to = phrases.Directory.ById(notice.To)?.Name ?? phrases.Say(Texts.DirectoryNotFound);
        var why = Why(notice.Failure ?? Notice.NoAnswer, phrases);
        IEnumerable<Json> text =
        [
            Card.Runs([Card.Run($"{notice.Number.Short}  {phrases.Say(Phrases.Entry(notice.Act))} → ", bold: true), Card.Run(Card.Isolated(to), bold: true)]),
            Card.Line($"{why}  ·  {Phrases.Moment(notice.At)}", subtle: true, size: "Small", spacing: "None"),
        ];
        return Card.Columns(
            [("stretch", text), ("auto", Card.Actions([buttons.To(Texts.SendAgain, "delivery.again", (Verbs.Number, notice.Number.Key), (Verbs.Message, notice.Id))]))],
            separator: true);
    }
}
