using LiaisonBot.Conversation.Cards;
using LiaisonBot.Conversation.Sheets;
using LiaisonBot.Conversation.Shell;
using LiaisonBot.Core.Matters;
using LiaisonBot.Core.People;
using LiaisonBot.Core.Sets;

namespace LiaisonBot.Conversation.Features.Disclosures;

/// <summary>What is made public of a set: how it stands, what can be done now, and the forms.</summary>
internal static class DisclosureCards
{
    public const string Said = "said";
    public const string Set = "set";
    public const string What = "disclosedWhat";
    public const string To = "to";
    public const string Seen = "seen";

    public const int PageSize = 8;

    public static string Title(FindingSet set, Localizer localizer) => localizer.Say(
        DisclosureTexts.Title,
        localizer.Place(set.Area),
        FindingBook.Number(set.Number, localizer));

    /// <param name="rule">By which is registered now.</param>
    public static Json Show(
        IReadOnlyList<DisclosureView> views,
        DisclosureRule rule,
        Person viewer,
        Buttons buttons,
        string? news = null,
        bool isRefused = false)
    {
        var localizer = buttons.Localizer;
        var set = views[0].Set;
        List<Json?> body =
        [
            Card.News(news, localizer, isRefused ? Card.Attention : Card.Good),
            Card.Title(Title(set, localizer)),
        ];
        foreach (var view in views)
        {
            body.Add(Card.Box(null, [.. Lines(view, rule, localizer), .. Card.Actions(Actions(view, viewer, buttons))], separator: true));
        }

        body.Add(Card.Line(localizer.Say(DisclosureTexts.NotPublished), subtle: true, size: "Small"));
        body.AddRange(Card.Actions([buttons.To("sets.show", ("what", set.Number.Key))]));
        return Card.Of(localizer, body);
    }

    /// <summary>One line of a set: until when it is public, and what is next.</summary>
    /// <returns>Null while nothing is to be made public yet.</returns>
    public static string? Line(IReadOnlyList<DisclosureView> views, Localizer localizer)
    {
        List<string> lines = [.. views.Where(view => view.Matter is not null).Select(view => localizer.Say(
            Texts.Labelled,
            localizer.Say(DisclosureBook.NameOf(view.What)),
            string.Join(
                localizer.Say(Texts.ListComma),
                view.Parts.Select(part => Short(part, localizer))
                    .Concat(view.Matter is { State: MatterState.Assigned or MatterState.InProgress } matter
                        ? [localizer.TimeLeft(matter.Due, matter.State).Words]
                        : []))))];
        return lines.Count == 0 ? null : string.Join(localizer.Say(Texts.ListSemicolon), lines);
    }

    public static Json List(IReadOnlyList<IReadOnlyList<DisclosureView>> sets, int total, int page, string said, Buttons buttons)
    {
        var localizer = buttons.Localizer;
        List<Json?> body = [Card.Title(localizer.Say(DisclosureTexts.ListTitle, total))];
        foreach (var views in sets)
        {
            var set = views[0].Set;
            body.Add(Card.Link(
                [
                    Card.Runs(
                    [
                        Card.Run(localizer.Place(set.Area), bold: true),
                        Card.Run("  " + FindingBook.Number(set.Number, localizer), subtle: true, size: "Small"),
                    ]),
                    Card.Line(
                        Line(views, localizer) ?? localizer.Say(DisclosureTexts.PlanNotDue),
                        size: "Small",
                        spacing: "None"),
                ],
                buttons.Execute(Title(set, localizer), "disclosure.show", [(Set, set.Number.Key)]),
                separator: true));
        }

        var pages = Math.Max(1, (total + PageSize - 1) / PageSize);
        body.AddRange(Paging.Of(
            Math.Clamp(page, 0, pages - 1),
            pages,
            new("disclosure.say", Arguments.Of((Said, said))),
            buttons));
        return Card.Of(localizer, body);
    }

    public static Json Choose(IReadOnlyList<FindingSet> sets, string command, string said, Buttons buttons)
    {
        var localizer = buttons.Localizer;
        return Card.Of(localizer,
        [
            Card.Line(localizer.Say(DisclosureTexts.Which), bold: true),
            .. Card.Actions(sets.Select(set => buttons.Execute(
                localizer.Say(
                    DisclosureTexts.Choice,
                    localizer.Place(set.Area),
                    localizer.Day(set.FeedbackOn),
                    FindingBook.Number(set.Number, localizer)),
                command,
                [(Set, set.Number.Key), (Said, said)]))),
        ]);
    }

    public static Json Form(
        DisclosureView view,
        DisclosurePart part,
        DisclosureRule rule,
        IReadOnlyDictionary<string, string> typed,
        FormErrors errors,
        string? notRead,
        Buttons buttons)
    {
        var localizer = buttons.Localizer;
        var duty = part.Duty;
        List<string> notes = [RuleOf(duty, rule, view, localizer)];
        if (part.Said?.Asked is { } remark)
        {
            notes.Add(localizer.Say(Texts.ReturnedBecause, remark));
        }

        return InputForm.Of(
            DisclosureTexts.FormTitle,
            buttons.Submit(
                DisclosureTexts.RegisterNow,
                "disclosure.register",
                [.. Names(view), (To, duty.To.ToString()), (Seen, part.Said?.Mark ?? "")]),
            buttons,
            typed,
            errors,
            [
                (
                    new(DisclosureFields.Way, DisclosureTexts.FieldWay, InputKind.Choice),
                    [.. duty.Ways.Select(way => (way.ToString(), localizer.Say(DisclosureBook.NameOf(way))))]),
                (
                    new(DisclosureFields.Level, DisclosureTexts.FieldLevel, InputKind.Choice, Beside: true),
                    [.. Enum.GetValues<DisclosureLevel>()
                        .Where(level => level >= duty.LevelFor(view.Set.Area))
                        .Select(level => (level.ToString(), localizer.Say(DisclosureBook.NameOf(level))))]),
                (
                    new(DisclosureFields.Medium, DisclosureTexts.FieldMedium, InputKind.Line, Limit: DisclosureLimits.Medium, Hint: DisclosureTexts.FieldMediumHint),
                    []),
                (new(DisclosureFields.From, DisclosureTexts.FieldFrom, InputKind.Date), []),
                (new(DisclosureFields.Until, DisclosureTexts.FieldUntil, InputKind.Date, Beside: true), []),
                (
                    new(DisclosureFields.Reference, DisclosureTexts.FieldReference, InputKind.Line, Required: false, Limit: DisclosureLimits.Reference),
                    []),
                (new(DisclosureFields.Scope, DisclosureTexts.FieldScope, InputKind.Line, Required: false, Limit: DisclosureLimits.Scope), []),
                (
                    new(DisclosureFields.Content, DisclosureTexts.FieldContent, InputKind.Line, Required: false, Limit: DisclosureLimits.Content),
                    []),
                (
                    new(DisclosureFields.Contact, DisclosureTexts.FieldContact, InputKind.Line, Required: false, Limit: DisclosureLimits.Contact, Beside: true),
                    []),
            ],
            news: notRead,
            note: string.Join("\n", notes),
            about: localizer.Say(
                DisclosureTexts.FormAbout,
                localizer.Place(view.Set.Area),
                localizer.Say(DisclosureBook.NameOf(view.What)),
                localizer.Say(DisclosureBook.NameOf(duty.To))));
    }

    /// <summary>What stands of it, as its form shows it; where nothing does, what the rule says.</summary>
    public static Dictionary<string, string> Typed(DisclosureView view, DisclosurePart part, Localizer localizer)
    {
        var (duty, said) = (part.Duty, part.Said is { State: DisclosureState.Registered } one ? one : null);
        return new(StringComparer.Ordinal)
        {
            [DisclosureFields.Way] = (said?.Way ?? duty.Ways[0]).ToString(),
            [DisclosureFields.Level] = (said?.Level ?? duty.LevelFor(view.Set.Area)).ToString(),
            [DisclosureFields.Medium] = said?.Medium ?? "",
            [DisclosureFields.From] = said?.From is { } from ? Core.Storage.Columns.Date(from) : "",
            [DisclosureFields.Until] = said?.Until is { } until ? Core.Storage.Columns.Date(until) : "",
            [DisclosureFields.Reference] = said?.Reference ?? "",
            [DisclosureFields.Scope] = said?.Scope ?? duty.Scope.In(localizer.Language),
            [DisclosureFields.Content] = said?.Content ?? "",
            [DisclosureFields.Contact] = said?.Contact ?? "",
        };
    }

    public static Json ReturnForm(DisclosureView view, IReadOnlyDictionary<string, string> typed, FormErrors errors, Buttons buttons) =>
        InputForm.Of(
            DisclosureTexts.Return,
            buttons.Submit(DisclosureTexts.Return, "disclosure.return", Names(view)),
            buttons,
            typed,
            errors,
            [
                (
                    new(DisclosureFields.To, DisclosureTexts.FieldReturned, InputKind.Choices, Required: false),
                    [.. view.Parts.Where(part => part.Said?.State == DisclosureState.Registered).Select(part => Choice(part, buttons.Localizer))]),
                (new(DisclosureFields.Note, DisclosureTexts.FieldRequirement, InputKind.Lines, Limit: DisclosureLimits.Note), []),
            ],
            also: Back(view, buttons),
            about: About(view, buttons.Localizer));

    public static Json ExemptionForm(
        DisclosureView view,
        DisclosureRule rule,
        IReadOnlyDictionary<string, string> typed,
        FormErrors errors,
        Buttons buttons)
    {
        var localizer = buttons.Localizer;
        List<DisclosurePart> open = [.. view.Parts.Where(IsToRegister)];
        return InputForm.Of(
            DisclosureTexts.AskExemption,
            buttons.Submit(
                DisclosureTexts.AskExemption,
                "disclosure.exempt",
                [.. Names(view), (Seen, string.Join(' ', open.Select(part => $"{part.Duty.To}:{part.Said?.Mark}")))]),
            buttons,
            typed,
            errors,
            [
                (new(DisclosureFields.To, DisclosureTexts.FieldTo, InputKind.Choice), [.. open.Select(part => Choice(part, localizer))]),
                (
                    new(DisclosureFields.Reason, DisclosureTexts.FieldReason, InputKind.Choice),
                    [.. rule.Reasons.Select(reason => (reason.Name, reason.Words.In(localizer.Language)))]),
                (new(DisclosureFields.Note, DisclosureTexts.FieldWhy, InputKind.Lines, Limit: DisclosureLimits.Note), []),
            ],
            also: Back(view, buttons),
            about: About(view, localizer));
    }

    public static Json RefuseForm(
        DisclosureView view,
        DisclosedTo to,
        IReadOnlyDictionary<string, string> typed,
        FormErrors errors,
        Buttons buttons) => InputForm.Of(
            DisclosureTexts.RefuseTitle,
            buttons.Submit(DisclosureTexts.RefuseTitle, "disclosure.refuse", [.. Names(view), (To, to.ToString())]),
            buttons,
            typed,
            errors,
            [(new(DisclosureFields.Note, DisclosureTexts.FieldRefuseWhy, InputKind.Lines, Limit: DisclosureLimits.Note), [])],
            also: Back(view, buttons),
            about: About(view, buttons.Localizer));

    public static string RuleOf(DisclosureDuty duty, DisclosureRule rule, DisclosureView view, Localizer localizer) => localizer.Say(
        DisclosureTexts.RuleLine,
        localizer.Say(DisclosureBook.NameOf(duty.To)),
        string.Join(localizer.Say(Texts.ListComma), duty.Ways.Select(way => localizer.Say(DisclosureBook.NameOf(way)))),
        localizer.Say(DisclosureBook.NameOf(duty.LevelFor(view.Set.Area))),
        localizer.Say(
            duty.Lasts.Unit switch
            {
                StepUnit.Days => DisclosureTexts.Days,
                StepUnit.WorkingDays => DisclosureTexts.WorkingDays,
                StepUnit.Months => DisclosureTexts.Months,
            },
            duty.Lasts.Count),
        duty.Basis);

    public static bool IsToRegister(DisclosurePart part) =>
        part.Standing is DisclosureStanding.Missing or DisclosureStanding.Returned or DisclosureStanding.Registered;

    private static string? ColorOf(DisclosureStanding standing) => standing switch
    {
        DisclosureStanding.Missing or DisclosureStanding.Returned => Card.Attention,
        DisclosureStanding.Waits or DisclosureStanding.ExemptionAsked => Card.Warning,
        DisclosureStanding.Confirmed or DisclosureStanding.Exempt => Card.Good,
        DisclosureStanding.Registered => Card.Accent,
        DisclosureStanding.NotDue => null,
    };

    private static string Short(DisclosurePart part, Localizer localizer)
    {
        var to = localizer.Say(DisclosureBook.NameOf(part.Duty.To));
        return part.Said is { State: DisclosureState.Registered, Remark: null } said
            ? $"{to} {When(said, localizer)}"
                + (part.Standing == DisclosureStanding.Confirmed ? "" : " " + localizer.Say(DisclosureBook.NameOf(part.Standing)))
            : $"{to} {localizer.Say(DisclosureBook.NameOf(part.Standing))}";
    }

    private static string When(Disclosure said, Localizer localizer) =>
        said is not { From: { } from, Until: { } until } ? ""
        : from == until ? localizer.Say(DisclosureTexts.PublicOn, localizer.Day(from))
        : localizer.Today < from ? localizer.Say(DisclosureTexts.PublicFrom, localizer.Day(from))
        : localizer.Today <= until ? localizer.Say(DisclosureTexts.PublicNow, localizer.Day(until))
        : localizer.Say(DisclosureTexts.PublicOver, localizer.Day(from), localizer.Day(until));

    private static IEnumerable<Json> Lines(DisclosureView view, DisclosureRule rule, Localizer localizer)
    {
        yield return Card.Line(localizer.Say(DisclosureBook.NameOf(view.What)), bold: true);
        if (view.Matter is not { } matter)
        {
            yield return Card.Line(
                localizer.Say(view.What == DisclosedWhat.Plan ? DisclosureTexts.PlanNotDue : DisclosureTexts.ResultNotDue),
                subtle: true,
                size: "Small",
                spacing: "None");
            yield break;
        }

        if (matter.IsOpen)
        {
            yield return Card.Line(
                localizer.Say(
                    DisclosureTexts.DueBy,
                    localizer.Due(matter.Due, matter.DueProvisional),
                    matter.State is MatterState.Assigned or MatterState.InProgress
                        ? localizer.TimeLeft(matter.Due, matter.State).Words
                        : localizer.StateName(matter.State)),
                localizer.TimeLeft(matter.Due, matter.State).Color,
                size: "Small",
                spacing: "None");
        }

        foreach (var part in view.Parts)
        {
            yield return Card.Runs(
            [
                Card.Run(localizer.Say(DisclosureBook.NameOf(part.Duty.To)) + "  ", bold: true),
                Card.Run(localizer.Say(DisclosureBook.NameOf(part.Standing)), color: ColorOf(part.Standing)),
                .. part.Said is { State: DisclosureState.Registered } said
                    ? [Card.Run("  ·  " + When(said, localizer))]
                    : Array.Empty<Json>(),
            ]);
            foreach (var line in About(part, rule, localizer))
            {
                yield return line;
            }

            if (IsToRegister(part))
            {
                yield return Card.Line(RuleOf(part.Duty, rule, view, localizer), subtle: true, size: "Small", spacing: "None");
            }
        }
    }

    private static IEnumerable<Json> About(DisclosurePart part, DisclosureRule rule, Localizer localizer)
    {
        if (part.Said is not { } said)
        {
            yield break;
        }

        switch (said.State)
        {
            case DisclosureState.Registered:
                foreach (var line in Card.Typed(Where(said, localizer), localizer))
                {
                    yield return line;
                }

                yield return Card.Line(
                    localizer.Say(DisclosureTexts.ByOn, Card.Isolated(localizer.Named(said.ByName, said.ForName)), Localizer.MonthDay(said.At) ?? ""),
                    subtle: true,
                    size: "Small",
                    spacing: "None");
                break;
            case DisclosureState.ExemptionAsked or DisclosureState.Exempt:
                yield return Card.Line(
                    localizer.Say(DisclosureTexts.ExemptBecause, DisclosureBook.ReasonOf(said, rule, localizer), Card.Isolated(said.Note ?? "")),
                    size: "Small",
                    spacing: "None");
                break;
        }

        if (said.Remark is { } remark)
        {
            yield return Card.Remark(
                said.State == DisclosureState.ExemptionRefused ? DisclosureTexts.RefusedBecause : Texts.ReturnedBecause,
                remark,
                localizer);
        }
    }

    private static string Where(Disclosure said, Localizer localizer) => string.Join(
        "\n",
        new[]
        {
            localizer.Say(
                DisclosureBookTexts.Where,
                said.Medium ?? "",
                $"{localizer.Say(DisclosureBook.NameOf(said.Level))}{localizer.Say(Texts.ListComma)}{localizer.Say(DisclosureBook.NameOf(said.Way))}"),
            said.Scope,
            said.Reference,
            said.Content,
            said.Contact,
        }.OfType<string>());

    private static IEnumerable<Json> Actions(DisclosureView view, Person viewer, Buttons buttons)
    {
        var localizer = buttons.Localizer;
        if (view.Matter is not { } matter)
        {
            yield break;
        }

        var names = Names(view);
        if (matter.State == MatterState.HandedIn
            && !view.HasExemptionAsked
            && DisclosureRules.Confirm(view, viewer, localizer.Today).Step is not null)
        {
            yield return buttons.Execute(
                localizer.Say(DisclosureTexts.Confirm, localizer.Say(DisclosureBook.NameOf(view.What))),
                "disclosure.confirm",
                names,
                Buttons.Positive);
        }

        if (matter.State == MatterState.HandedIn && DisclosureRules.Return(view, [], "?", viewer).Step is not null)
        {
            yield return buttons.To(DisclosureTexts.Return, "disclosure.returnForm", names);
        }

        if (matter.IsOpen && Permissions.May(viewer, Right.ExemptFromDisclosure, matter.Subject))
        {
            foreach (var part in view.Parts.Where(part => part.Said?.State == DisclosureState.ExemptionAsked))
            {
                var to = localizer.Say(DisclosureBook.NameOf(part.Duty.To));
                (string, string)[] which = [.. names, (To, part.Duty.To.ToString())];
                yield return buttons.Execute(localizer.Say(DisclosureTexts.Agree, to), "disclosure.agree", which, Buttons.Positive);
                yield return buttons.Execute(localizer.Say(DisclosureTexts.Refuse, to), "disclosure.refuseForm", which);
            }
        }

        if (matter.State == MatterState.InProgress && Permissions.May(viewer, Right.Work, matter.Subject))
        {
            foreach (var part in view.Parts.Where(IsToRegister))
            {
                yield return buttons.Execute(
                    localizer.Say(
                        part.Standing == DisclosureStanding.Registered ? DisclosureTexts.Change : DisclosureTexts.Register,
                        localizer.Say(DisclosureBook.NameOf(part.Duty.To))),
                    "disclosure.form",
                    [.. names, (To, part.Duty.To.ToString())]);
            }

            if (view.Parts.Any(IsToRegister))
            {
                yield return buttons.To(DisclosureTexts.AskExemption, "disclosure.exemptForm", names);
            }
        }

        yield return buttons.Execute(
            localizer.Say(DisclosureTexts.DraftOf, localizer.Say(DisclosureBook.NameOf(view.What))),
            "disclosure.draft",
            names);
        yield return buttons.Open(matter.Number);
    }

    private static (string Value, string Words) Choice(DisclosurePart part, Localizer localizer) =>
        (part.Duty.To.ToString(), localizer.Say(DisclosureBook.NameOf(part.Duty.To)));

    private static string About(DisclosureView view, Localizer localizer) => localizer.Say(
        Texts.Labelled,
        Title(view.Set, localizer),
        localizer.Say(DisclosureBook.NameOf(view.What)));

    private static (string Name, string Value)[] Names(DisclosureView view) =>
        [(Set, view.Set.Number.Key), (What, view.What.ToString())];

    private static Json Back(DisclosureView view, Buttons buttons) =>
        buttons.To(DisclosureTexts.ToSet, "disclosure.show", (Set, view.Set.Number.Key));
}
