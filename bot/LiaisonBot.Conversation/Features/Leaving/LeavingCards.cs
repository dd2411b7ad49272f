using LiaisonBot.Conversation.Cards;
using LiaisonBot.Conversation.Shell;
using LiaisonBot.Core.Calendar;
using LiaisonBot.Core.People;

namespace LiaisonBot.Conversation.Features.Leaving;

/// <summary>Somebody whose data may be deleted.</summary>
/// <param name="Present">Null when they have no role any more.</param>
/// <param name="Former">Null when they never left.</param>
internal sealed record LeavingPerson(Person? Present, FormerPerson? Former)
{
    public string Id => Present?.Id ?? Former!.Id;

    public string Name => Present?.Name ?? Former!.Name;

    public string? SignInName => Present is null ? Former!.SignInName : Present.SignInName;

    public Role Role =>
        Present is { Grants.Count: > 0 } ? Present.Grants.Min(g => g.Role) : Former?.Role ?? Role.CountyOfficer;
}

/// <summary>Deleting what is kept of a person, and how long it is kept by itself.</summary>
internal static class LeavingCards
{
    /// <summary>Names the person of a button.</summary>
    public const string PersonId = "person";

    private const int Shown = 10;

    public static string NameOf(string name, Localizer localizer) =>
        name.Length == 0 ? localizer.Say(LeavingTexts.UnknownName) : Card.Isolated(name);

    /// <summary>What goes, what stays, and the one press.</summary>
    public static Json Ask(LeavingPerson one, Buttons buttons)
    {
        var localizer = buttons.Localizer;
        var instead = localizer.Named(FormerName.Of(one.Role));
        return Card.Of(localizer,
        [
            Card.Title(localizer.Say(LeavingTexts.DeleteData)),
            Card.Line(NameOf(one.Name, localizer), bold: true),
            Card.Line(About(one, localizer), subtle: true, size: "Small", spacing: "None"),
            one.Present is { } present
                ? Card.Box(
                    "attention",
                    [Card.Line(localizer.Say(
                        LeavingTexts.DeleteDataHasRoles,
                        string.Join(localizer.Say(Texts.ListComma), present.Grants.Select(localizer.GrantName))))])
                : null,
            Card.Line(localizer.Say(LeavingTexts.DeleteDataGoes, instead)),
            Card.Line(localizer.Say(LeavingTexts.DeleteDataStays)),
            Card.Line(localizer.Say(LeavingTexts.DeleteDataForGood), color: Card.Attention),
            .. Card.Actions([
                buttons.Away(LeavingTexts.DeleteData, "leaving.delete", (PersonId, one.Id)),
                buttons.Cancel()
            ]),
        ]);
    }

    /// <summary>Several have the name.</summary>
    /// <param name="count">All of them, also those that are not shown.</param>
    public static Json Which(
        string who,
        IReadOnlyList<LeavingPerson> several,
        int count,
        Buttons buttons) => Card.Of(buttons.Localizer,
    [
        Card.Line(buttons.Localizer.Say(LeavingTexts.DeleteDataWhich, who, count), bold: true),
        .. several.SelectMany(one => Line(one, buttons)),
        More(count - several.Count, buttons.Localizer),
    ]);

    /// <summary>How it is said, and who left.</summary>
    public static Json Former(IReadOnlyList<LeavingPerson> gone, Buttons buttons)
    {
        var localizer = buttons.Localizer;
        return Card.Of(localizer,
        [
            Card.Title(localizer.Say(LeavingTexts.DeleteData)),
            Card.Line(localizer.Say(LeavingTexts.DeleteDataHow)),
            gone.Count > 0 ? Card.Line(localizer.Say(LeavingTexts.DeleteDataFormer), bold: true) : null,
            .. gone.Take(Shown).SelectMany(one => Line(one, buttons)),
            More(gone.Count - Shown, localizer),
            .. Card.Actions([buttons.To("leaving.terms"), buttons.To("people.directory")]),
        ]);
    }

    public static Json Terms(Terms terms, Buttons buttons)
    {
        var localizer = buttons.Localizer;
        return Card.Of(localizer,
        [
            Card.Title(localizer.Say(LeavingTexts.TermsTitle)),
            Card.Line(localizer.Say(LeavingTexts.TermsAre)),
            .. terms.All.Select(term => Card.Box(null,
            [
                Card.Line(localizer.Say(LeavingTexts.TermDays, localizer.Say(Words(term.What)), term.Days), bold: true),
                Card.Line(term.Basis, subtle: true, size: "Small", spacing: "None"),
            ], separator: true)),
            .. Card.Actions([buttons.To("help.show")]),
        ]);
    }

    private static IEnumerable<Json> Line(LeavingPerson one, Buttons buttons)
    {
        yield return Card.Line(NameOf(one.Name, buttons.Localizer), bold: true, spacing: "Medium");
        yield return Card.Line(About(one, buttons.Localizer), subtle: true, size: "Small", spacing: "None");
        foreach (var row in Card.Actions([buttons.To(
            LeavingTexts.DeleteData,
            "leaving.askOf",
            (PersonId, one.Id))]))
        {
            yield return row;
        }
    }

    private static Json? More(int count, Localizer localizer) =>
        count > 0 ? Card.Line(localizer.Say(LeavingTexts.DeleteDataMore, count), subtle: true) : null;

    private static string About(LeavingPerson one, Localizer localizer) => string.Join("  ·  ", new[]
    {
        one.Present is { } present
            ? string.Join(localizer.Say(Texts.ListComma), present.Grants.Select(localizer.GrantName))
            : localizer.Say(LeavingTexts.DeleteDataLeft, localizer.Day(BeijingTime.Today(one.Former!.LeftAt))),
        one.SignInName ?? "",
    }.Where(part => part.Length > 0));

    private static Text Words(Kept what) => what switch
    {
        Kept.Chat => LeavingTexts.TermChat,
        Kept.WaitingMessage => LeavingTexts.TermWaitingMessage,
        Kept.ReceiptName => LeavingTexts.TermReceiptName,
        Kept.AccountQuestion => LeavingTexts.TermAccountQuestion,
        Kept.DeliveredMessage => LeavingTexts.TermDeliveredMessage,
        Kept.AppliedCommand => LeavingTexts.TermAppliedCommand,
        Kept.WaitingFile => LeavingTexts.TermWaitingFile,
        Kept.UnnamedFile => LeavingTexts.TermUnnamedFile,
        Kept.SealedRecord => LeavingTexts.TermSealedRecord,
    };
}
