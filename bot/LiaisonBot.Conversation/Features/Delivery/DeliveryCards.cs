using LiaisonBot.Conversation.Cards;
using LiaisonBot.Conversation.Features.Matters;
using LiaisonBot.Conversation.Features.Recurring;
using LiaisonBot.Conversation.Shell;
using LiaisonBot.Core.Delivery;
using LiaisonBot.Core.Matters;
using LiaisonBot.Core.Messaging;
using LiaisonBot.Core.People;
using LiaisonBot.Core.Recurring;

namespace LiaisonBot.Conversation.Features.Delivery;

/// <summary>投递情况: what has not arrived, and why.</summary>
internal static class DeliveryCards
{
    /// <summary>Name the subject and the message of a button.</summary>
    public const string NumberName = "number";
    public const string MessageId = "message";

    private const int PageSize = 8;

    /// <summary>People on the card; the others are counted.</summary>
    private const int PeopleShown = 10;

    /// <param name="cards">Cards that are not in their channels, and why.</param>
    /// <param name="nobody">Says where open matters reach nobody; empty when there is no such place.</param>
    public static Json Overview(
        DeliveryOverview overview,
        IReadOnlyList<(MatterNumber Number, string Why)> cards,
        IReadOnlyList<Json> nobody,
        int page,
        Buttons buttons,
        string? news = null)
    {
        var localizer = buttons.Localizer;
        List<Json?> body = [Card.News(news, localizer), Card.Title(localizer.Say(DeliveryTexts.Deliveries))];
        body.Add(Card.Fact(localizer.Say(DeliveryTexts.DeliveriesToSend), overview.Oldest is { } oldest
            ? localizer.Say(DeliveryTexts.DeliveriesOldest, overview.Undelivered, Localizer.Moment(oldest))
            : localizer.Say(DeliveryTexts.DeliveriesCount, 0)));
        body.Add(Card.Fact(
            localizer.Say(DeliveryTexts.DeliveriesWaiting),
            localizer.Say(
                DeliveryTexts.DeliveriesOfPeople,
                overview.Waiting.Sum(w => w.Messages),
                overview.Waiting.Count)));
        body.Add(Card.Fact(
            localizer.Say(DeliveryTexts.DeliveriesFailed),
            localizer.Say(DeliveryTexts.DeliveriesCount, overview.Failed.Count),
            overview.Failed.Count > 0 ? Card.Attention : null));
        var accounts = localizer.Directory.Claimed.Count;
        if (accounts > 0)
        {
            body.Add(Card.Line(
                localizer.Say(DeliveryTexts.DeliveriesAccounts, accounts, buttons.Word("people.directory")),
                color: Card.Attention));
        }

        if (overview.Damaged > 0)
        {
            body.Add(Card.Line(
                localizer.Say(DeliveryTexts.DeliveriesDamaged, overview.Damaged),
                color: Card.Attention,
                size: "Small"));
        }

        if (overview.More)
        {
            body.Add(Card.Line(localizer.Say(DeliveryTexts.DeliveriesPartly), subtle: true, size: "Small"));
        }

        var unreached = Unreached(overview, localizer);
        body.AddRange(nobody);
        if (unreached.Count == 0
            && nobody.Count == 0
            && accounts == 0
            && cards.Count == 0
            && overview is { Undelivered: 0, Failed: [], Damaged: 0 })
        {
            body.Add(Card.Line(localizer.Say(DeliveryTexts.DeliveriesAllWell), color: Card.Good));
        }

        if (unreached.Count > 0)
        {
            body.Add(Card.Line(localizer.Say(DeliveryTexts.DeliveriesUnreachable), bold: true));
            body.Add(Card.Line(
                localizer.Say(DeliveryTexts.DeliveriesHowToReach, localizer.Say(MatterTexts.Mine)),
                subtle: true,
                size: "Small",
                spacing: "None"));
            body.AddRange(unreached.Take(PeopleShown).Select(u => Line(u.Person, u.Messages, localizer)));
            if (unreached.Count > PeopleShown)
            {
                body.Add(Card.Line(
                    localizer.Say(
                        DeliveryTexts.DeliveriesMorePeople,
                        unreached.Count - PeopleShown,
                        buttons.Word("people.directory")),
                    subtle: true));
            }
        }

        if (cards.Count > 0)
        {
            body.Add(Card.Line(localizer.Say(DeliveryTexts.DeliveriesOfRooms), bold: true));
            body.AddRange(cards.Take(PageSize)
                .Select(card => Card.Line($"{localizer.Short(card.Number)}  ·  {Why(card.Why, localizer)}", size: "Small")));
            if (cards.Count > PageSize)
            {
                body.Add(Card.Line(
                    localizer.Say(DeliveryTexts.DeliveriesMoreCards, cards.Count - PageSize),
                    subtle: true,
                    size: "Small"));
            }
        }

        if (overview.Failed.Count + cards.Count == 0)
        {
            return Card.Of(
                localizer,
                [.. body, .. Card.Actions([buttons.To("people.directory"), buttons.To("help.show")])]);
        }

        if (overview.Failed.Count > 0)
        {
            body.Add(Card.Line(localizer.Say(DeliveryTexts.DeliveriesKeptAside), bold: true));
        }

        var pages = Math.Max(1, (overview.Failed.Count + PageSize - 1) / PageSize);
        page = Math.Clamp(page, 0, pages - 1);
        body.AddRange(overview.Failed.Skip(page * PageSize).Take(PageSize).Select(message => Line(message, buttons)));
        body.AddRange(Paging.Of(page, pages, new("delivery.show", Arguments.None), buttons));
        body.AddRange(Card.Actions([
            buttons.To(DeliveryTexts.SendAllAgain, "delivery.allAgain"),
            buttons.To("people.directory"),
            buttons.To("help.show")
        ]));
        return Card.Of(localizer, body);
    }

    /// <summary>For whom something waits, and whom the bot was blocked by; in the order of the directory.</summary>
    private static List<(Person Person, int Messages)> Unreached(DeliveryOverview overview, Localizer localizer)
    {
        var waiting = overview.Waiting.ToDictionary(w => w.Person, w => w.Messages, StringComparer.Ordinal);
        return [.. localizer.Directory.People
            .Where(p =>
                p.Grants.Count > 0
                    && (waiting.ContainsKey(p.Id) || localizer.Directory.ChatOf(p.Id) is { Reachable: false }))
            .OrderBy(p => p.Grants[0].Area).ThenBy(p => p.Grants[0].Role).ThenBy(p => p.Name, StringComparer.Ordinal)
            .Select(p => (p, waiting.GetValueOrDefault(p.Id)))];
    }

    private static Json Line(Person person, int messages, Localizer localizer)
    {
        var why = localizer.Say(localizer.Directory.ChatOf(person.Id) is null ? Texts.NeverOpened : Texts.Unreachable);
        return Card.Box(null,
        [
            Card.Runs([
                Card.Run(Card.Isolated(person.Name), bold: true),
                Card.Run("  ·  " + why, color: Card.Warning, size: "Small")
            ]),
            Card.Line(
                $"{localizer.GrantName(person.Grants[0])}  ·  {localizer.Say(DeliveryTexts.DeliveriesWaits, messages)}",
                subtle: true,
                size: "Small",
                spacing: "None"),
        ], separator: true);
    }

    private static string Why(string failure, Localizer localizer) =>
        failure == OutboxMessage.NoAnswer
            ? localizer.Say(DeliveryTexts.DeliveriesNoAnswer)
            : localizer.Say(DeliveryTexts.DeliveriesRefused, failure);

    private static string What(OutboxMessage message, Localizer localizer) =>
        message.Subject.Kind == RecurringMatter.KindName
            ? $"{RecurringWords.Named(MatterNumber.Parse(message.Subject.Number), localizer)}  {localizer.Say(RecurringTexts.Notice)}"
            : message.Subject.Kind == MatterNumber.Kind
            ? $"{localizer.Short(message.Number)}  {localizer.Say(Localizer.Entry(message.Act))}"
            // What it is about may be nothing for the office: a sealed record.
            : localizer.Say(DeliveryTexts.OtherNotice);

    private static Json Line(OutboxMessage message, Buttons buttons)
    {
        var localizer = buttons.Localizer;
        var to = localizer.Directory.ById(message.To)?.Name ?? localizer.Say(Texts.DirectoryNotFound);
        var why = Why(message.Failure ?? OutboxMessage.NoAnswer, localizer);
        IEnumerable<Json> text =
        [
            Card.Runs([
                Card.Run($"{What(message, localizer)} → ", bold: true),
                Card.Run(Card.Isolated(to), bold: true)
            ]),
            Card.Line($"{why}  ·  {Localizer.Moment(message.At)}", subtle: true, size: "Small", spacing: "None"),
        ];
        return Card.Columns(
            [
                ("stretch", text),
                ("auto",
                    Card.Actions([buttons.To(
                        DeliveryTexts.SendAgain,
                        "delivery.again",
                        (NumberName, message.Subject.Text),
                        (MessageId, message.Id))]))
            ],
            separator: true);
    }
}
