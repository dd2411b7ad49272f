using LiaisonBot.Conversation.Cards;
using LiaisonBot.Conversation.Features.Matters;
using LiaisonBot.Conversation.Features.People;
using LiaisonBot.Conversation.Shell;
using LiaisonBot.Core.Matters;
using LiaisonBot.Core.Messaging;
using LiaisonBot.Core.People;
using LiaisonBot.Core.Policies;

namespace LiaisonBot.Conversation.Features.Reminders;

/// <summary>The morning digest, and the policy behind it.</summary>
internal static class ReminderCards
{
    /// <summary>Matters of one digest that are shown; the rest is counted.</summary>
    private const int LinesShown = 12;

    /// <summary>One line a matter, most urgent first; each opens its matter.</summary>
    /// <param name="provisional">Years without a notice that the office is told of.</param>
    /// <param name="also">Lines about what is no matter.</param>
    /// <param name="nobody">Places of which the office is told that nobody receives there.</param>
    public static Json Digest(
        IReadOnlyList<(OutboxMessage Notice, MatterTree Family)> lines,
        Person person,
        Buttons buttons,
        IReadOnlyList<int> provisional,
        IReadOnlyList<EmptyPlace> nobody,
        IReadOnlyList<string> also)
    {
        var localizer = buttons.Localizer;
        var title = Title(lines, person, localizer);
        if (lines.All(l => l.Notice.MayBeRepeat))
        {
            title += localizer.Say(Texts.MayBeRepeat);
        }

        var ordered = LinesOf(lines, person);
        List<Json?> body = [Card.Title(title)];
        body.AddRange(ordered.Take(LinesShown).SelectMany(line => Line(line, person, buttons)));
        if (ordered.Count > LinesShown)
        {
            body.Add(Card.Line(
                localizer.Say(ReminderTexts.DigestMore, ordered.Count - LinesShown, buttons.Word("matter.mine")),
                subtle: true));
        }

        body.AddRange(also.Select(line => Card.Line(line)));
        if (provisional.Count > 0)
        {
            body.Add(Card.Box(
                "warning",
                [Card.Line(localizer.Say(ReminderTexts.ProvisionalAhead, localizer.Years(provisional)))]));
        }

        if (nobody.Count > 0)
        {
            body.Add(Card.Line(NobodyThere.Digest(nobody, localizer), color: Card.Warning, size: "Small"));
        }

        List<Json> actions = [buttons.To("matter.mine")];
        if (provisional.Count > 0)
        {
            actions.Add(buttons.To("calendar.import"));
        }

        // The first of them is in the form already.
        if (nobody.Count > 0)
        {
            actions.Add(buttons.To("people.addForm", ("what", localizer.Place(nobody[0].Code))));
        }

        body.AddRange(Card.Actions(actions));
        return Card.Of(localizer, body);
    }

    public static string Title(
        IReadOnlyList<(OutboxMessage Notice, MatterTree Family)> lines,
        Person person,
        Localizer localizer)
    {
        var ordered = LinesOf(lines, person);
        var parts = ordered.Where(line => !line.IsSet).Sum(line => line.Parts.Count);
        // A set is one, however many of its findings are told of.
        var folded = ordered.Where(line => line.IsSet).Sum(line => line.Parts.Count - 1);
        return localizer.Say(ReminderTexts.DigestTitle, lines.DistinctBy(l => l.Family.Matter.Number).Count() - folded)
            + (parts == 0 ? "" : localizer.Say(MatterTexts.PartsFolded, ordered.Count, parts));
    }

    /// <summary>A matter and what was passed on of it are one line, most urgent first.</summary>
    private static IReadOnlyList<ListLine<Told>> LinesOf(
        IReadOnlyList<(OutboxMessage Notice, MatterTree Family)> lines,
        Person person) =>
        ListLines.Of(
            lines.GroupBy(l => l.Family.Matter.Number)
                .Select(g => new Told([.. g.Select(l => l.Notice)], g.First().Family))
                .OrderByDescending(told => told.Family.Matter.Urgency)
                .ThenBy(told => told.Family.Matter.Due)
                .ThenBy(told => told.Family.Matter.Number.Key, StringComparer.Ordinal),
            told => told.Family.Matter.Number,
            told => told.Family.Matter.Finding?.Set ?? told.Family.Matter.SetStep?.Set,
            person);

    /// <summary>The matters of a digest in its order, those that are folded behind their line.</summary>
    public static IEnumerable<MatterNumber> Listed(
        IReadOnlyList<(OutboxMessage Notice, MatterTree Family)> lines,
        Person person) =>
        LinesOf(lines, person)
            .SelectMany(line => line.Matter is { } whole ? line.Parts.Prepend(whole) : line.Parts)
            .Select(told => told.Family.Matter.Number);

    /// <summary>What a person is told of one matter.</summary>
    private sealed record Told(IReadOnlyList<OutboxMessage> Notices, MatterTree Family);

    /// <summary>Its counties are folded below it; each says there what it is reminded of.</summary>
    private static IEnumerable<Json> Line(ListLine<Told> line, Person person, Buttons buttons)
    {
        if (line.Parts.Count == 0)
        {
            return Line(line.Matter!.Notices, line.Matter.Family, person, buttons);
        }

        var localizer = buttons.Localizer;
        if (line.IsSet)
        {
            return SetLine(line, buttons);
        }

        var words = localizer.Say(MatterTexts.PartsHere, line.Parts.Count);
        var folded = Card.Behind(
            words,
            [],
            line.Parts.OrderBy(part => part.Family.Matter.Area)
                .SelectMany(part => Line(part.Notices, part.Family, person, buttons)));
        return line.Matter is { } matter
            ? [.. Line(matter.Notices, matter.Family, person, buttons), folded]
            :
            [
                .. ListCards.MatterLine(
                    localizer.Typed(line.Parts[0].Family.Matter.Title),
                    [
                        .. Marks(line.Parts.SelectMany(part => part.Notices), localizer),
                        (ListCards.NamesOf(line.Parts.Select(part => part.Family.Matter.Area), localizer), null),
                    ],
                    localizer.Short(line.Number),
                    waits: false,
                    null,
                    [],
                    localizer),
                folded,
            ];
    }

    /// <summary>A set in one line: of how many of its findings each thing is told, and the steps by their names.</summary>
    private static IEnumerable<Json> SetLine(ListLine<Told> line, Buttons buttons)
    {
        var localizer = buttons.Localizer;
        var findings = line.Parts.Where(part => part.Family.Matter.SetStep is null).ToList();
        List<(string Words, string? Color)> marks =
        [
            .. line.Parts.Where(part => part.Family.Matter.SetStep is not null)
                .Select(part => StepMark(part, localizer)),
            .. findings.SelectMany(part => Marks(part.Notices, localizer).Distinct())
                .GroupBy(mark => mark)
                .Select(same => (
                    localizer.Say(ReminderTexts.SetMark, same.Key.Words, same.Count()),
                    same.Key.Color)),
        ];
        var due = line.Parts.Min(part => part.Family.Matter.Due);
        return ListCards.MatterLine(
            localizer.Say(MatterTexts.SetLine, localizer.Place(line.Parts[0].Family.Matter.Area)),
            marks.Count > 0 ? marks : [(localizer.Say(MatterTexts.SetOpen, findings.Count), null)],
            $"{Sheets.FindingBook.Number(line.Number, localizer)}  {localizer.Day(due)}",
            waits: false,
            buttons.To("sets.show", ("what", line.Number.Key)),
            [],
            localizer);
    }

    /// <summary>A dated step of a set by its name, and what is told of it.</summary>
    private static (string Words, string? Color) StepMark(Told part, Localizer localizer)
    {
        var (title, marks) = (localizer.Typed(part.Family.Matter.Title), Marks(part.Notices, localizer).ToList());
        return marks.Count == 0
            ? (title, null)
            : (
                localizer.Say(
                    Texts.Labelled,
                    title,
                    string.Join(localizer.Say(Texts.ListComma), marks.Select(mark => mark.Words))),
                marks[0].Color);
    }

    /// <summary>The line above the card of an urgent matter's reminder.</summary>
    public static string News(OutboxMessage message, Localizer localizer) =>
        string.Join(localizer.Say(Texts.ListComma), message.Reminders!.Select(r => localizer.Reminder(r).Words));

    public static Json Policy(ReminderPolicy policy, Buttons buttons)
    {
        var localizer = buttons.Localizer;
        List<Json?> body =
        [
            Card.Title(localizer.Say(ReminderTexts.PolicyTitle, policy.Version)),
            Card.Line(localizer.Say(
                ReminderTexts.PolicyTimes,
                Localizer.Hour(policy.Digest),
                Localizer.Hour(policy.QuietFrom),
                Localizer.Hour(policy.QuietTo))),
        ];
        foreach (var rule in policy.Rules)
        {
            var (words, color) = localizer.Reminder(rule.Name);
            var to = string.Join(localizer.Say(Texts.ListComma), rule.To.Select(t => t.FromDay > rule.After[0]
                ? localizer.Say(ReminderTexts.PolicyFromDay, Audience(t.Audience, localizer), t.FromDay)
                : Audience(t.Audience, localizer)));
            body.Add(Card.Box(
                null,
                [
                    Card.Line(words, color: color, bold: true),
                    Card.Line($"{When(rule, localizer)} → {to}", size: "Small", spacing: "None")
                ],
                separator: true));
        }

        return Card.Of(localizer, [.. body, .. Card.Actions([buttons.To("help.show")])]);
    }

    private static IEnumerable<Json> Line(
        IReadOnlyList<OutboxMessage> notices,
        MatterTree tree,
        Person person,
        Buttons buttons)
    {
        var localizer = buttons.Localizer;
        var matter = tree.Matter;
        var reminders = notices.SelectMany(n => n.Reminders ?? []).Distinct().ToList();
        List<(string Words, string? Color)> marks =
        [
            .. notices.Where(n => n.Act == Act.Assign)
                .Select(n => (localizer.Say(ReminderTexts.AssignedLine, localizer.Named(n.ActorName)), Card.Accent)),
            .. notices.Any(n => n.Act == Act.Assign)
                && !Recipients.HasSomebody(matter.Holder, localizer.Directory)
                ? [(localizer.Say(ReminderTexts.NobodyLine), Card.Warning)]
                : Array.Empty<(string, string?)>(),
            .. Marks(notices, localizer),
        ];
        if (matter.State is MatterState.Assigned or MatterState.InProgress)
        {
            marks.Add(localizer.TimeLeft(matter.Due, matter.State));
        }

        if (matter.Urgency == Urgency.Urgent)
        {
            marks.Add((localizer.Say(Texts.Urgent), Card.Attention));
        }

        var possible = MatterRules.Possible(tree, person, localizer.Now);
        List<Json> more = [];
        if (reminders.Contains(ReminderName.ProposeLedger) && possible.Contains(Act.PutOnLedger))
        {
            more.Add(buttons.Form(Act.PutOnLedger, matter.Number));
        }

        if (reminders.Contains(ReminderName.ProposeDocket) && possible.Contains(Act.Docket))
        {
            more.Add(buttons.Form(Act.Docket, matter.Number));
        }

        var where = $"{localizer.Short(matter.Number)}  {localizer.Place(matter.Area)}  {localizer.Due(matter.Due, matter.DueProvisional)}";
        return ListCards.MatterLine(
            localizer.Typed(matter.Title),
            marks,
            where,
            waits: false,
            buttons.Open(matter.Number),
            more,
            localizer);
    }

    /// <summary>What these messages are about, each once.</summary>
    private static IEnumerable<(string Words, string? Color)> Marks(
        IEnumerable<OutboxMessage> notices,
        Localizer localizer)
    {
        var all = notices.ToList();
        return
        [
            .. all.Where(n => n.Act == Act.Recount).Select(n => (localizer.Recounted(n.Note, n.Due), Card.Accent)),
            .. all.Select(n => DoneOf(n, localizer)).OfType<(string, string?)>().Distinct(),
            .. all.Where(n => n.Act == Act.Unreached)
                .Select(n =>
                    (localizer.Say(ReminderTexts.UnreachedLine, localizer.Named(n.ActorName)), Card.Attention)),
            .. all.SelectMany(n => n.Reminders ?? []).Distinct().Select(localizer.Reminder),
        ];
    }

    /// <summary>What somebody did, of what is gathered; null for anything else.</summary>
    private static (string Words, string? Color)? DoneOf(OutboxMessage notice, Localizer localizer)
    {
        var day = notice.Due is { } due ? localizer.Day(due) : "";
        return notice.Act == Act.Close ? (localizer.Say(ReminderTexts.ClosedLine), Card.Good)
            : notice.Act == Act.Withdraw ? (localizer.Say(ReminderTexts.WithdrawnLine), null)
            : notice.Act == Act.Return ? (localizer.Say(ReminderTexts.ReturnedLine), Card.Attention)
            : notice.Act == Act.HandIn ? (localizer.Say(ReminderTexts.HandedInLine), Card.Accent)
            : notice.Act == Act.RequestExtension ? (localizer.Say(ReminderTexts.MoreTimeAskedLine, day), Card.Warning)
            : notice.Act == Act.GrantExtension ? (localizer.Say(ReminderTexts.MoreTimeLine, day), Card.Good)
            : notice.Act == Act.RefuseExtension ? (localizer.Say(ReminderTexts.NoMoreTimeLine), Card.Attention)
            : notice.Act == Act.ChangeDue ? (localizer.Say(ReminderTexts.OtherDayLine, day), Card.Accent)
            : null;
    }

    private static string When(ReminderRule rule, Localizer localizer)
    {
        var anchor = localizer.Say(rule.From switch
        {
            ReminderAnchor.Assigned => ReminderTexts.AnchorAssigned,
            ReminderAnchor.Due => ReminderTexts.AnchorDue,
            ReminderAnchor.HandedIn => ReminderTexts.AnchorHandedIn,
            ReminderAnchor.Asked => ReminderTexts.AnchorAsked,
            ReminderAnchor.HolderAsked or ReminderAnchor.ReviewerAsked => ReminderTexts.AnchorQuestion,
            ReminderAnchor.Declined => ReminderTexts.AnchorDeclined,
            ReminderAnchor.ExemptionAsked => ReminderTexts.AnchorExemption,
        });
        var days = string.Join(localizer.Say(Texts.ListComma), rule.After.Select(day => day switch
        {
            < 0 => localizer.Say(ReminderTexts.PolicyBefore, -day),
            0 => localizer.Say(ReminderTexts.PolicyOnTheDay),
            _ => localizer.Say(ReminderTexts.PolicyAfter, day),
        }));
        return anchor + days + (rule.ThenEach ? localizer.Say(ReminderTexts.PolicyThenEach) : "");
    }

    private static string Audience(ReminderAudience audience, Localizer localizer) => localizer.Say(audience switch
    {
        ReminderAudience.Holder => ReminderTexts.AudienceHolder,
        ReminderAudience.Above => ReminderTexts.AudienceAbove,
        ReminderAudience.Coordinator => ReminderTexts.AudienceCoordinator,
        ReminderAudience.Reviewer => Texts.AudienceReviewer,
        ReminderAudience.Office => ReminderTexts.AudienceOffice,
    });
}
