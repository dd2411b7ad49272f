using LiaisonBot.Conversation.Phrases;
using LiaisonBot.Conversation.Shell;
using LiaisonBot.Core.People;

namespace LiaisonBot.Conversation.Features.People;

/// <summary>The directory and who manages it; who one is; whose an account is.</summary>
internal static class PeopleFeature
{
    private const string What = "what";
    private const string Place = "place";

    public static readonly Feature Feature = new("people",
        new(
            "people.directory",
            (turn, arguments, _) => new PeopleHandler(turn).DirectoryAsync(arguments[Place], arguments.Page))
        {
            Name = PeopleTexts.Directory,
            Initials = ["txl"],
            PlaceFirst = true,
            Read = line => DocumentLine.Read("通讯录 " + line.Rest, new(line.Year, 1, 1), isAsked: false) is null
                ? new("people.directory", Arguments.Of((Place, line.Rest)))
                : new("document.make", Arguments.Of((What, "通讯录 " + line.Rest))),
            Help = new(PeopleTexts.HelpDirectoryWhat),
            HelpButton = new(10),
        },
        new(
            "people.whoAmI",
            (turn, _, _) =>
                Answers.ShowAsync(
                    turn.Localizer.Say(PeopleTexts.WhoAmI),
                    PeopleCards.WhoAmI(turn.Person, turn.Buttons)))
        {
            Name = PeopleTexts.WhoAmI,
            Also = ["whoami"],
            Initials = ["wss"],
            Help = new(PeopleTexts.HelpWhoAmIWhat),
            HelpButton = new(11),
        },
        new("people.phoneForm", (turn, arguments, cancellationToken) =>
            new PeopleHandler(turn).OwnPhoneAsync(arguments[What], cancellationToken))
        {
            Name = PeopleTexts.OwnPhone,
            Also =
            [
                "我的手机号码", "我的手机号", "我的手机", "我的电话号码", "我的联系电话", "我的联系方式", "我的号码", "我的新号码", "我的新电话",
                "我电话", "我手机号", "我手机", "我换号了", "我换号", "我换手机号了", "我换手机号", "我手机号换了", "我电话换了", "我的电话换了", "我的手机号换了", "我的手机换了", "我换电话", "我改电话", "把我的电话", "把我的手机号", "把我的手机", "把我的号码",
                "把我电话", "把我手机", "改我的电话", "修改我的电话", "更新我的电话", "更换我的电话", "改电话", "换电话", "换手机号",
                "my phone number", "my phone", "my number", "my mobile number", "my mobile", "my new number", "change my phone number",
                "change my phone", "change my number", "update my phone number", "update my phone", "update my number",
            ],
            Entry = new(Offered: "people.whoAmI"),
            // 我的电话打不通: that is no new number.
            Read = line => OwnPhoneLine.Read(line.Rest) is { Phone: null, IsPlain: false }
                ? null
                : new("people.phoneForm", Arguments.Of((What, line.Rest))),
        },
        new("people.phone", (turn, arguments, cancellationToken) =>
            new PeopleHandler(turn).SaveOwnPhoneAsync(arguments[PeopleCards.Phone], cancellationToken)),
        new("people.addForm", (turn, arguments, _) => new PeopleHandler(turn).AddPersonFormAsync(arguments[What]))
        {
            Name = PeopleTexts.AddPerson,
            Also = ["add person"],
            Entry = new(),
            Initials = ["tjry"],
            Read = line => new("people.addForm", Arguments.Of((What, line.Rest))),
            HelpButton = new(13, PeopleCards.MayManage),
        },
        new("people.phoneOf", (turn, arguments, _) =>
            new PeopleHandler(turn).PhoneOfAsync(arguments[PeopleCards.PersonId], arguments[PeopleCards.Phone])),
        new("people.addUnitForm", (turn, arguments, _) => new PeopleHandler(turn).AddUnitOfAsync(arguments[What]))
        {
            Name = PeopleTexts.AddUnit,
            Also = ["add unit"],
            Entry = new(),
            Initials = ["tjdw"],
            Read = line => new("people.addUnitForm", Arguments.Of((What, line.Rest))),
            HelpButton = new(15, IsOffice),
        },
        new(
            "people.substituteForm",
            (turn, arguments, _) => new PeopleHandler(turn).SubstituteFormAsync(arguments[What]))
        {
            Name = PeopleTexts.Substitute,
            Also = ["代办", "ab角", "substitute"],
            Initials = ["zrdb"],
            Entry = new(),
            Read = line => new("people.substituteForm", Arguments.Of((What, line.Rest))),
            Help = new(PeopleTexts.HelpSubstituteWhat),
            HelpButton = new(12),
        },
        new(
            "people.substitute",
            (turn, arguments, cancellationToken) =>
                new PeopleHandler(turn).NameSubstituteAsync(arguments.Values, cancellationToken))
        {
            Again = (turn, typed, said, _) => new PeopleHandler(turn).SubstituteAgainAsync(typed, said),
        },
        new(
            "people.askEndSubstitute",
            (turn, arguments, _) => new PeopleHandler(turn).AskEndSubstituteAsync(arguments[PeopleCards.Represented]))
        {
            Name = PeopleTexts.EndSubstitute,
        },
        new(
            "people.endSubstitute",
            (turn, arguments, cancellationToken) =>
                new PeopleHandler(turn).EndSubstituteAsync(arguments[PeopleCards.Represented], cancellationToken)),
        new(
            "people.replaceForm",
            (turn, arguments, _) =>
                new PeopleHandler(turn).ReplaceFormAsync(arguments[What], arguments[PeopleCards.PersonId], arguments[PeopleCards.GrantText]))
        {
            Name = PeopleTexts.Replace,
            Entry = new(),
            Read = line => new("people.replaceForm", Arguments.Of((What, line.Rest))),
        },
        new(
            "people.replace",
            (turn, arguments, cancellationToken) =>
                new PeopleHandler(turn).ReplaceAsync(arguments.Values, cancellationToken))
        {
            Again = (turn, typed, said, _) => new PeopleHandler(turn).PersonAgainAsync(typed, said, isSuccessor: true),
        },
        new("people.leaving", (turn, arguments, _) => new PeopleHandler(turn).LeavingAsync(arguments[What])),
        new(
            "people.announceLeaving",
            (turn, arguments, cancellationToken) =>
                new PeopleHandler(turn).AnnounceLeavingAsync(arguments[PeopleCards.Note], cancellationToken)),
        new(
            "people.askSubstitute",
            (turn, arguments, cancellationToken) =>
                new PeopleHandler(turn).AskForSubstituteAsync(arguments[PeopleCards.Note], cancellationToken)),
        new(
            "people.add",
            (turn, arguments, cancellationToken) =>
                new PeopleHandler(turn).AddPersonAsync(arguments.Values, cancellationToken))
        {
            Again = (turn, typed, said, _) => new PeopleHandler(turn).PersonAgainAsync(typed, said, isSuccessor: false),
        },
        new(
            "people.addUnit",
            (turn, arguments, cancellationToken) =>
                new PeopleHandler(turn).AddUnitAsync(arguments.Values, cancellationToken)),
        new("people.askRemove", (turn, arguments, _) => new PeopleHandler(turn).AskRemoveAsync(arguments.Values)),
        new(
            "people.remove",
            (turn, arguments, cancellationToken) =>
                new PeopleHandler(turn).RemovePersonAsync(arguments.Values, cancellationToken)),
        new(
            "people.confirmAccount",
            (turn, arguments, cancellationToken) =>
                new PeopleHandler(turn).DecideAccountAsync(same: true, arguments.Values, cancellationToken)),
        new(
            "people.refuseAccount",
            (turn, arguments, cancellationToken) =>
                new PeopleHandler(turn).DecideAccountAsync(same: false, arguments.Values, cancellationToken)),
        new(
            "people.unbindAccount",
            (turn, arguments, cancellationToken) =>
                new PeopleHandler(turn).UnbindAccountAsync(arguments.Values, cancellationToken)));

    public static OutgoingMessage AccountWaits(Person claimed, Buttons buttons) =>
        OutgoingMessage.OfCard(buttons.Localizer.Say(PeopleTexts.AccountWaits), AccountCards.Ask(claimed, buttons));

    private static bool IsOffice(Person person) => person.Has(Role.Office);
}
