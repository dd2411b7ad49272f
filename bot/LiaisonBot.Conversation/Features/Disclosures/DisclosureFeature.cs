using LiaisonBot.Conversation.Shell;
using LiaisonBot.Core.People;

namespace LiaisonBot.Conversation.Features.Disclosures;

/// <summary>公示: what is made public of a set: registered by its place, confirmed by the team or the city, drafted as a paper.</summary>
internal static class DisclosureFeature
{
    public static readonly Feature Feature = new("disclosure",
        new("disclosure.say", (turn, arguments, cancellationToken) =>
            new DisclosureHandler(turn).SayAsync(arguments[DisclosureCards.Said], arguments[DisclosureCards.Set], arguments.Page, cancellationToken))
        {
            Name = DisclosureTexts.Disclosure,
            Also =
            [
                "公开情况", "公示情况", "公开登记", "公示登记", "登记公开", "登记公示", "整改公开", "整改公示", "确认公示", "确认公开", "退回公示", "退回公开", "disclose",
                "disclosures", "publication", "register disclosure", "confirm disclosure", "confirm the disclosure",
            ],
            MayBeMisspelt = false,
            PlaceFirst = true,
            Read = line => new("disclosure.say", Arguments.Of((DisclosureCards.Said, line.IsNothing ? "" : line.Rest))),
            Help = new(DisclosureTexts.Help, IsConcerned)
            {
                Say = DisclosureTexts.HelpSay,
                Filled = localizer => localizer.Say(
                    Texts.DaysFromTo,
                    localizer.Day(localizer.Today),
                    localizer.Day(localizer.Today.PlusDays(9))),
            },
            HelpButton = new(25, IsConcerned),
        },
        new("disclosure.draftSay", (turn, arguments, cancellationToken) =>
            new DisclosureHandler(turn).SayDraftAsync(arguments[DisclosureCards.Said], arguments[DisclosureCards.Set], cancellationToken))
        {
            Name = DisclosureTexts.Draft,
            Also = ["公开稿", "公示文稿", "公开文稿", "公示文本", "公开文本", "公示草稿", "起草公示稿", "起草公开稿", "disclosure draft", "draft disclosure", "draft the disclosure"],
            MayBeMisspelt = false,
            PlaceFirst = true,
            Read = line => new("disclosure.draftSay", Arguments.Of((DisclosureCards.Said, line.IsNothing ? "" : line.Rest))),
            Help = new(DisclosureTexts.HelpDraft, IsConcerned) { Say = DisclosureTexts.HelpDraftSay },
        },
        new("disclosure.exemptSay", (turn, arguments, cancellationToken) =>
            new DisclosureHandler(turn).SayExemptionAsync(arguments[DisclosureCards.Said], arguments[DisclosureCards.Set], cancellationToken))
        {
            Name = DisclosureTexts.Exemption,
            Also =
            [
                "申请免于公开", "免予公开", "申请免予公开", "免于公示", "申请免于公示", "不予公开", "exempt from disclosure", "exemption", "ask for an exemption",
                "同意免于公开", "不同意免于公开", "答复免于公开", "approve the exemption", "agree to the exemption", "refuse the exemption", "answer the exemption",
            ],
            MayBeMisspelt = false,
            PlaceFirst = true,
            Read = line => new("disclosure.exemptSay", Arguments.Of((DisclosureCards.Said, line.IsNothing ? "" : line.Rest))),
            Help = new(DisclosureTexts.HelpExemption, MayAsk) { Say = DisclosureTexts.HelpExemptionSay },
        },
        Of("disclosure.show", (handler, set, _, _, cancellationToken) => handler.ShowAsync(set, cancellationToken)),
        Of("disclosure.form", (handler, set, what, arguments, cancellationToken) =>
            handler.FormAsync(set, what, arguments[DisclosureCards.To], cancellationToken)),
        Of("disclosure.register", (handler, set, what, arguments, cancellationToken) =>
            handler.RegisterAsync(set, what, arguments[DisclosureCards.To], arguments.Values, cancellationToken)),
        Of("disclosure.confirm", (handler, set, what, _, cancellationToken) =>
            handler.ConfirmAsync(set, what, cancellationToken)),
        Of("disclosure.returnForm", (handler, set, what, _, cancellationToken) =>
            handler.ReturnFormAsync(set, what, cancellationToken)),
        Of("disclosure.return", (handler, set, what, arguments, cancellationToken) =>
            handler.ReturnAsync(set, what, arguments.Values, cancellationToken)),
        Of("disclosure.exemptForm", (handler, set, what, _, cancellationToken) =>
            handler.ExemptionFormAsync(set, what, cancellationToken)),
        Of("disclosure.exempt", (handler, set, what, arguments, cancellationToken) =>
            handler.AskExemptionAsync(set, what, arguments.Values, cancellationToken)),
        Of("disclosure.agree", (handler, set, what, arguments, cancellationToken) =>
            handler.AgreeAsync(set, what, arguments[DisclosureCards.To], cancellationToken)),
        Of("disclosure.refuseForm", (handler, set, what, arguments, cancellationToken) =>
            handler.RefuseFormAsync(set, what, arguments[DisclosureCards.To], cancellationToken)),
        Of("disclosure.refuse", (handler, set, what, arguments, cancellationToken) =>
            handler.RefuseAsync(set, what, arguments[DisclosureCards.To], arguments.Values, cancellationToken)),
        Of("disclosure.draft", (handler, set, what, _, cancellationToken) =>
            handler.DraftAsync(set, what, cancellationToken)));

    private static bool IsConcerned(Person person) =>
        person.Has(Role.Office)
            || person.Has(Role.TeamLeader)
            || person.Has(Role.TeamMember)
            || MayAsk(person);

    private static bool MayAsk(Person person) => person.Has(Role.CityOffice) || person.Has(Role.CountyOfficer);

    private static Command Of(
        string id,
        Func<DisclosureHandler, string, string, Arguments, CancellationToken, Task<TurnAnswer>> run) =>
        new(id, (turn, arguments, cancellationToken) =>
            run(new(turn), arguments[DisclosureCards.Set], arguments[DisclosureCards.What], arguments, cancellationToken));
}
