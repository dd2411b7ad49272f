using LiaisonBot.Conversation.Cards;
using LiaisonBot.Conversation.Shell;
using LiaisonBot.Core.People;

namespace LiaisonBot.Conversation.Features.People;

/// <summary>Accounts that wait until the office has said whose they are.</summary>
internal static class AccountCards
{
    /// <summary>Names the account of a button.</summary>
    public const string AccountId = "account";

    /// <summary>That the office is asked of; the others come when these are decided.</summary>
    private const int Shown = 5;

    /// <summary>Asks whether the account that writes under a person's name is theirs.</summary>
    public static Json Ask(Person person, Buttons buttons, string? news = null) =>
        Card.Of(
            buttons.Localizer,
            [
                Card.News(news, buttons.Localizer),
                .. Question(person, buttons),
                .. Card.Actions([buttons.To("people.directory")])
            ]);

    /// <summary>The questions that are open, for the office.</summary>
    public static IEnumerable<Json> Questions(Person viewer, Buttons buttons) =>
        viewer.Has(Role.Office)
            ? buttons.Localizer.Directory.Claimed.Take(Shown).SelectMany(person => Question(person, buttons))
            : [];

    /// <summary>
    /// Somebody was entered once more who has an account: what to do when that account was made again.
    /// </summary>
    public static Json AlreadyBound(Person person, Grant grant, Person viewer, Buttons buttons)
    {
        var localizer = buttons.Localizer;
        var office = viewer.Has(Role.Office);
        return Card.Of(localizer,
        [
            Card.Line(localizer.Say(PeopleTexts.AlreadyBound, person.Name, localizer.GrantName(grant)), bold: true),
            Card.Line(localizer.Say(office ? PeopleTexts.AlreadyBoundOffice : PeopleTexts.AlreadyBoundOthers)),
            .. Card.Actions(
            [
                .. office
                    ? [buttons.Away(PeopleTexts.UnbindAccount, "people.unbindAccount", (PeopleCards.PersonId, person.Id))]
                    : Array.Empty<Json>(),
                buttons.To(Texts.CancelForm, "people.directory"),
            ]),
        ]);
    }

    private static IEnumerable<Json> Question(Person person, Buttons buttons)
    {
        var localizer = buttons.Localizer;
        if (person.Claim is not { } claim)
        {
            yield break;
        }

        (string, string)[] data = [(PeopleCards.PersonId, person.Id), (AccountId, claim.Account)];
        // The account is somebody's who is entered already: by itself, under the name, it would have the roles of both.
        var holder = localizer.Directory.ByObjectId(claim.Account);
        yield return Card.Box("warning",
        [
            Card.Line(localizer.Say(PeopleTexts.AccountWaits), bold: true),
            Card.Line(
                $"{Card.Isolated(person.Name)}  ·  {string.Join(localizer.Say(Texts.ListComma), person.Grants.Select(localizer.GrantName))}",
                spacing: "None"),
            Card.Line(holder is null
                ? localizer.Say(PeopleTexts.AccountIsAnother, person.SignInName ?? "", Localizer.Moment(claim.At))
                : localizer.Say(
                    PeopleTexts.AccountIsOf,
                    person.SignInName ?? "",
                    Card.Isolated(holder.Name),
                    string.Join(
                        localizer.Say(Texts.ListComma),
                        holder.Grants.Select(localizer.GrantName))), size: "Small"),
        ]);
        foreach (var row in Card.Actions(
        [
            buttons.To(PeopleTexts.ConfirmAccount, "people.confirmAccount", data),
            buttons.To(PeopleTexts.RefuseAccount, "people.refuseAccount", data),
        ]))
        {
            yield return row;
        }
    }
}
