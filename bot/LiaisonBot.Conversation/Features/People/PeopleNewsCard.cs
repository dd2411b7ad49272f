using LiaisonBot.Conversation.Cards;
using LiaisonBot.Conversation.Shell;
using LiaisonBot.Core.People;

namespace LiaisonBot.Conversation.Features.People;

/// <summary>What a person is told of a change of people.</summary>
internal static class PeopleNewsCard
{
    public static string Words(PeopleNews news, Localizer localizer) =>
        localizer.Say(Sentence(news.Kind), localizer.Named(news.AboutName), DutyOf(news, localizer), localizer.Named(news.ByName));

    public static Json Of(PeopleNews news, Buttons buttons, bool mayBeRepeat)
    {
        var localizer = buttons.Localizer;
        List<Json?> body =
        [
            Card.Line(Words(news, localizer) + (mayBeRepeat ? localizer.Say(Texts.MayBeRepeat) : ""), bold: true),
        ];
        if (news.Note is { } note)
        {
            body.Add(Card.Line(localizer.Say(PeopleTexts.NewsLeavesNote, note)));
        }

        body.AddRange(Card.Actions(Actions(news, buttons)));
        return Card.Of(localizer, body);
    }

    private static string DutyOf(PeopleNews news, Localizer localizer) => news.Kind switch
    {
        // Whose duty it is stands beside it.
        PeopleNewsKind.StandsIn or PeopleNewsKind.IsStoodInFor or PeopleNewsKind.StandInEnded =>
            localizer.GrantName(news.Duty with { For = null }),
        PeopleNewsKind.Thanks or PeopleNewsKind.TakesOver or PeopleNewsKind.Leaves or PeopleNewsKind.SubstituteWanted or PeopleNewsKind.PassOn =>
            localizer.GrantName(news.Duty with { From = null, To = null, For = null }),
    };

    private static IEnumerable<Json> Actions(PeopleNews news, Buttons buttons) => news.Kind switch
    {
        PeopleNewsKind.StandsIn or PeopleNewsKind.TakesOver =>
            [buttons.To("matter.mine"), buttons.To("people.whoAmI"), buttons.To("help.show")],
        PeopleNewsKind.IsStoodInFor => [buttons.To("people.askEndSubstitute"), buttons.To("people.whoAmI")],
        PeopleNewsKind.StandInEnded => [buttons.To("matter.mine")],
        PeopleNewsKind.Leaves =>
        [
            buttons.To("people.replaceForm", (PeopleCards.PersonId, news.About), (PeopleCards.GrantText, news.Duty.ToString())),
            buttons.To("people.directory"),
        ],
        PeopleNewsKind.SubstituteWanted =>
        [
            buttons.To("people.addForm", ("what", buttons.Localizer.Directory.Areas.Find(news.Duty.Area)?.Name ?? "")),
            buttons.To("people.directory"),
        ],
        PeopleNewsKind.Thanks or PeopleNewsKind.PassOn => [],
    };

    private static Text Sentence(PeopleNewsKind kind) => kind switch
    {
        PeopleNewsKind.StandsIn => PeopleTexts.NewsStandsIn,
        PeopleNewsKind.IsStoodInFor => PeopleTexts.NewsIsStoodInFor,
        PeopleNewsKind.StandInEnded => PeopleTexts.NewsStandInEnded,
        PeopleNewsKind.Thanks => PeopleTexts.NewsThanks,
        PeopleNewsKind.TakesOver or PeopleNewsKind.PassOn => PeopleTexts.NewsTakesOver,
        PeopleNewsKind.Leaves => PeopleTexts.NewsLeaves,
        PeopleNewsKind.SubstituteWanted => PeopleTexts.NewsSubstituteWanted,
    };
}
