using LiaisonBot.Conversation.Cards;
using LiaisonBot.Conversation.Features.People;
using LiaisonBot.Conversation.Sheets;
using LiaisonBot.Conversation.Shell;
using LiaisonBot.Core.Calendar;
using LiaisonBot.Core.Evidence;
using LiaisonBot.Core.Matters;
using LiaisonBot.Core.People;

namespace LiaisonBot.Conversation.Features.Matters;

/// <summary>A matter as it stands, with what this person may do with it now.</summary>
internal static class MatterCard
{
    private const int RequirementsShown = 2;

    /// <summary>Files and links that are shown at once, the others at a press.</summary>
    private const int EvidenceShown = 5;

    /// <summary>Counties that are shown at once, the others at a press.</summary>
    private const int ChildrenShown = 8;

    private static readonly Text Done = new("✓", "✓");
    private static readonly Text Going = new("●", "●");
    private static readonly Text ToCome = new("○", "○");
    private static readonly Text Ended = new("✕", "✕");

    /// <summary>Steps that are seldom taken: they stand behind 更多.</summary>
    private static readonly Act[] Rare = [
        Act.Ask, Act.DropQuestion, Act.Remark, Act.Follow, Act.Unfollow, Act.Decline, Act.Reopen, Act.ChangeDue,
        Act.PutOnLedger, Act.Docket, Act.Refer, Act.Withdraw,
    ];

    /// <param name="news">What was just done, or why nothing was.</param>
    /// <param name="note">What was typed with it, where the card does not show it anyway.</param>
    /// <param name="next">What is still to be done after what was just done.</param>
    public static Json Of(
        MatterTree tree,
        Person person,
        Buttons buttons,
        string? news = null,
        string newsColor = Card.Good,
        string? note = null,
        Json? next = null)
    {
        var localizer = buttons.Localizer;
        // These answer who declined it.
        var answers = tree.Matter.Declined is null ? Array.Empty<Act>() : [Act.Refer, Act.Withdraw];
        var possible = MatterRules.Possible(tree, person, localizer.Now);
        var offered = Forms.Offered(possible, tree, person, localizer).ToList();
        List<Json?> body =
        [
            Card.News(news, localizer, newsColor, note),
            .. next is null ? [] : Card.Actions([next]),
            .. Head(tree.Matter, localizer),
            Strip(tree.Matter, localizer),
            Now(tree, possible, person, localizer),
            .. tree.Matter.State is MatterState.Assigned or MatterState.InProgress
                ? NobodyThere.Lines(
                    tree.Children.Where(c => c.State is MatterState.Assigned or MatterState.InProgress)
                        .Select(c => c.Holder)
                        .Prepend(tree.Matter.Holder),
                    person,
                    buttons)
                : [],
            .. Questions(tree, person, localizer),
            Exemption(tree.Matter, person, localizer),
            .. Work(tree, possible, localizer),
            .. Evidence(tree, localizer),
            .. Facts(tree, person, localizer),
            .. Children(tree, person, buttons),
            .. Card.Actions(
                [.. Answers(tree.Matter, person, buttons), .. InOrder(offered.Where(act => !IsRare(act))).Select(Step)],
                [.. offered.Where(IsRare).Select(Step)],
                localizer),
            .. Card.Actions(Ways(tree, person, buttons)),
        ];
        return Card.Of(localizer, body);

        bool IsRare(Act act) => Rare.Contains(act) && !answers.Contains(act);

        Json Step(Act act) =>
            act == Act.Undo ? buttons.Undo(tree.Matter.Number, tree.Matter.LastStep!)
            : Forms.Of(act).Count == 0 ? buttons.Do(act, tree.Matter.Number) : buttons.Form(act, tree.Matter.Number);
    }

    /// <summary>Names a matter and tells nothing of it, not even that there is one.</summary>
    public static Json Reference(MatterNumber number, Buttons buttons)
    {
        var localizer = buttons.Localizer;
        var card = Card.Of(localizer,
        [
            Card.Line(localizer.Number(number), bold: true),
            Card.Line(localizer.Say(MatterTexts.ReferenceHow, localizer.Short(number)), subtle: true, size: "Small"),
            .. Card.Actions([buttons.View(number)]),
        ]);
        card["refresh"] = buttons.Refresh(number);
        return card;
    }

    /// <summary>First what brings the matter forward.</summary>
    private static IEnumerable<Act> InOrder(IEnumerable<Act> steps) =>
        steps.OrderBy(act => MatterButtons.IsForward(act) ? 0 : 1);

    /// <summary>The toast: what happened, and to which matter.</summary>
    public static string Summary(Matter matter, string news, Localizer localizer) =>
        Localizer.Clip(
            localizer.Say(
                MatterTexts.MatterSummary,
                // A sentence of its own ends with a mark, and the title comes behind it.
                news.ReplaceLineEndings(" ").TrimEnd([.. localizer.Say(MatterTexts.Sentence)]),
                localizer.Typed(matter.Title).ReplaceLineEndings(" "),
                localizer.Number(matter.Number)),
            200);

    private static IEnumerable<Json> Head(Matter matter, Localizer localizer)
    {
        var (word, color) = localizer.State(matter.State);
        var runs = new List<Json> { Card.Run(word, bold: true, color: color) };
        if (matter.Urgency == Urgency.Urgent)
        {
            runs.Add(Card.Run("  ·  " + localizer.Say(Texts.Urgent), bold: true, color: Card.Attention));
        }

        if (localizer.Supervision(matter.Supervision) is { } supervision)
        {
            runs.Add(Card.Run("  ·  " + supervision, bold: true, color: Card.Attention));
        }

        if (matter is { State: MatterState.Closed, Finding.Track: Track.LongTerm })
        {
            runs.Add(Card.Run("  ·  " + localizer.Say(FindingTexts.LongTerm), color: Card.Good));
        }

        yield return Card.Runs(runs);
        foreach (var line in Card.Typed(localizer.Typed(matter.Title), localizer, bold: true, size: "Large"))
        {
            yield return line;
        }

        yield return Card.Line(localizer.Number(matter.Number), subtle: true, size: "Small", spacing: "None");
    }

    /// <summary>
    /// The steps from assigning to closing in one row that fits the narrowest phone: done, where it stands, and still
    /// to come have marks of different shapes, and below stands the day, or how many counties are done.
    /// </summary>
    private static Json Strip(Matter matter, Localizer localizer)
    {
        var withdrawn = matter.State == MatterState.Withdrawn;
        var at = matter.State switch
        {
            MatterState.Assigned => 1,
            MatterState.InProgress => 2,
            MatterState.HandedIn => 4,
            MatterState.Closed => 5,
            MatterState.Withdrawn => matter.SignedAt is null ? 1 : matter.HandedInAt is null ? 2 : 4,
        };
        (Text Word, string? Below)[] steps =
        [
            (MatterTexts.StepAssign, Localizer.MonthDay(matter.AssignedAt)),
            (MatterTexts.StepSign, Localizer.MonthDay(matter.SignedAt)),
            (MatterTexts.StepWork,
                matter.Children > 0
                    ? $"{Localizer.Invariant(matter.ChildrenClosed)}/{Localizer.Invariant(matter.Children)}"
                    : Localizer.MonthDay(matter.ProgressAt)),
            (MatterTexts.StepHandIn, Localizer.MonthDay(matter.HandedInAt)),
            (withdrawn ? MatterTexts.StepWithdraw : MatterTexts.StepClose, Localizer.MonthDay(matter.EndedAt)),
        ];
        return Card.Columns(steps.Select((step, i) =>
        {
            var ended = withdrawn && i == 4;
            var (mark, color) = ended
                ? (Ended, Card.Default)
                : i < at
                ? (Done, Card.Good)
                : i == at && !withdrawn
                ? (Going, Card.Accent)
                : (ToCome, (string?)null);
            var reached = ended || i < at;
            var passed = step.Below is not null && (reached || (i == at && !withdrawn));
            IEnumerable<Json> items =
            [
                Card.Label(mark, localizer, color, bold: true, subtle: color is null, alignment: "Center"),
                Card.Label(
                    step.Word,
                    localizer,
                    bold: i == at && !withdrawn,
                    subtle: color is null,
                    size: "Small",
                    spacing: "None",
                    alignment: "Center"),
                .. passed
                    ? [Card.Line(step.Below!, subtle: true, size: "Small", spacing: "None", alignment: "Center")]
                    : Array.Empty<Json>(),
            ];
            return ("stretch", items);
        }), gap: "None");
    }

    /// <summary>
    /// What counts now: by when, who has to do something, and what. In the colour of the time that is left.
    /// </summary>
    private static Json Now(MatterTree tree, IReadOnlyList<Act> possible, Person person, Localizer localizer)
    {
        var matter = tree.Matter;
        var color = localizer.TimeLeft(matter.Due, matter.State).Color;
        return Card.Box(matter.State == MatterState.Closed
            ? Card.Good
            : color is Card.Warning or Card.Attention
            ? color
            : "emphasis",
        [
            Card.Columns([("stretch", When(matter, localizer)), ("stretch", Who(tree.Matter, possible, person, localizer))]),
            matter.IsOpen
                ? Card.Fact(
                    MatterTexts.StillNeeded,
                    localizer,
                    localizer.Say(Needed(tree, person), tree.Children.Count(c => c.IsOpen)))
                : null,
        ]);
    }

    /// <summary>The due date and how much time is left.</summary>
    private static IEnumerable<Json> When(Matter matter, Localizer localizer)
    {
        yield return Card.Label(Texts.FieldDue, localizer, subtle: true, size: "Small");
        yield return Card.Line(localizer.Due(matter.Due, matter.DueProvisional), bold: true, spacing: "None");
        if (matter.State is MatterState.Assigned or MatterState.InProgress)
        {
            var (left, color) = localizer.TimeLeft(matter.Due, matter.State);
            yield return Card.Line(left, color, bold: true, size: "Small", spacing: "None");
        }

        if (matter.DueProvisional)
        {
            yield return Card.Line(
                localizer.Say(MatterTexts.Provisional, matter.Due.Year),
                subtle: true,
                size: "Small",
                spacing: "None");
        }
    }

    /// <summary>Who has to take the next step; when the matter came to its end, once it has.</summary>
    private static IEnumerable<Json> Who(Matter matter, IReadOnlyList<Act> possible, Person person, Localizer localizer)
    {
        if (!matter.IsOpen)
        {
            yield return Card.Line(localizer.StateName(matter.State), subtle: true, size: "Small");
            if (matter.EndedAt is { } ended)
            {
                yield return Card.Line(Localizer.Moment(ended), bold: true, spacing: "None");
            }

            yield break;
        }

        var (who, isTheirs) = Next(matter, possible, person, localizer);
        yield return Card.Label(MatterTexts.NextBy, localizer, subtle: true, size: "Small");
        yield return Card.Line(who, bold: true, spacing: "None");
        if (isTheirs)
        {
            yield return Card.Label(MatterTexts.WaitsForYou, localizer, Card.Accent, bold: true, size: "Small", spacing: "None");
        }
    }

    /// <summary>Who takes the next step, and whether that is the person.</summary>
    internal static (string Who, bool IsTheirs) Next(Matter matter, IReadOnlyList<Act> possible, Person person, Localizer localizer) => matter.State switch
    {
        MatterState.Assigned when matter.Declined is not null =>
            (localizer.Names([.. Recipients.Reviewers(matter, localizer.Directory)]), possible.Contains(Act.Insist)),
        MatterState.Assigned => (localizer.Place(matter.Holder), possible.Contains(Act.Sign)),
        MatterState.InProgress => (localizer.Place(matter.Holder), possible.Contains(Act.ReportProgress)),
        MatterState.HandedIn when matter.ExemptionAskedAt is not null => (
            localizer.Names([.. localizer.Directory.Told(Role.Office, matter.Area.Province)]),
            Permissions.May(person, Right.ExemptFromDisclosure, matter.Subject)),
        MatterState.HandedIn or MatterState.Closed or MatterState.Withdrawn =>
            (localizer.Names([.. Recipients.Reviewers(matter, localizer.Directory)]), possible.Contains(Act.Close)),
    };

    /// <summary>What is still required until the matter can be closed.</summary>
    private static Text Needed(MatterTree tree, Person person) => tree.Matter.State switch
    {
        MatterState.Assigned when tree.Matter.Declined is not null => MatterTexts.NeedsDeclineAnswer,
        MatterState.Assigned => MatterTexts.NeedsSigning,
        MatterState.HandedIn when tree.Matter.ExemptionAskedAt is not null => MatterTexts.NeedsExemptionAnswer,
        MatterState.HandedIn => MatterTexts.NeedsReview,
        MatterState.InProgress or MatterState.Closed or MatterState.Withdrawn => NeededFrom(tree, person),
    };

    private static Text NeededFrom(MatterTree tree, Person person)
    {
        if (tree.Children.Any(c => c.IsOpen))
        {
            return MatterTexts.NeedsChildren;
        }

        // Not what, nor where: only that there is nothing to hand in yet.
        if (tree.HasOpenChildren && Permissions.May(person, Right.Work, tree.Matter.Subject))
        {
            return MatterTexts.NeedsBelow;
        }

        return tree.Matter.Requirements.Count > 0 ? MatterTexts.NeedsRequirement : MatterTexts.NeedsResult;
    }

    /// <summary>What is to be achieved, what is still required, and the last word on how far it is.</summary>
    private static IEnumerable<Json> Work(MatterTree tree, IReadOnlyList<Act> possible, Localizer localizer)
    {
        var matter = tree.Matter;
        IEnumerable<Json> Section(Text label, string? text) =>
            text is null ? [] : Card.Typed(text, localizer, label: localizer.Say(label));

        // The result stands for the progress before it, until there is progress again after a return.
        var handedIn = matter.HandedInAt is { } at && !(matter.ProgressAt > at);
        return
        [
            .. Section(MatterTexts.WithdrawnBecause, matter.WithdrawnBecause),
            .. Section(Texts.FieldTarget, localizer.Typed(matter.Target)),
            .. Section(Texts.FieldPassOnNote, matter.PassOnNote),
            .. handedIn ? Section(Texts.FieldResult, matter.Result) : Section(Texts.FieldProgress, matter.Progress),
            .. Requirements(matter, localizer),
            .. matter.Extension is { } asked ? [Extension(asked, possible.Contains(Act.RefuseExtension), localizer)] : Array.Empty<Json>(),
            .. matter.Declined is { } declined ? [Declined(declined, possible.Contains(Act.Insist), localizer)] : Array.Empty<Json>(),
        ];
    }

    /// <summary>免于公开: since when it waits, and for whom.</summary>
    private static Json? Exemption(Matter matter, Person person, Localizer localizer) =>
        matter is { IsOpen: true, ExemptionAskedAt: { } since }
            ? Waiting(
                [Card.Fact(localizer.Say(MatterTexts.OnlyExemption), localizer.Say(MatterTexts.ExemptionSince, localizer.Day(BeijingTime.Today(since))))],
                Permissions.May(person, Right.ExemptFromDisclosure, matter.Subject),
                localizer)
            : null;

    private static Json Declined(DeclineRequest declined, bool mine, Localizer localizer) =>
        Waiting(Card.Typed(declined.Reason, localizer, label: localizer.Say(Texts.Declined)), mine, localizer);

    /// <summary>What each side asks and waits for, by whom and since when; and that the person follows it.</summary>
    private static IEnumerable<Json> Questions(MatterTree tree, Person person, Localizer localizer)
    {
        var matter = tree.Matter;
        foreach (var side in Sides.All)
        {
            if (matter.Asks(side) is { } question)
            {
                yield return Waiting(
                    Card.Typed(question.Text, localizer, label: Label(question, side, matter, localizer)),
                    Sides.SpeaksFor(person, Sides.Other(side), matter.Subject),
                    localizer);
            }
        }

        if (matter.IsOpen && matter.Followers.Contains(person.Id))
        {
            yield return Card.Line(localizer.Say(MatterTexts.FollowedByYou), subtle: true, size: "Small");
        }
    }

    /// <summary>Who asks, with what they are, and since when it waits.</summary>
    public static string Label(Question question, Side side, Matter matter, Localizer localizer) => localizer.Say(
        MatterTexts.QuestionOf,
        string.Join(localizer.Say(Texts.ListComma), question.By.Select(id => Asker(id, side, matter, localizer))),
        Localizer.Moment(question.At));

    private static string Asker(string id, Side side, Matter matter, Localizer localizer)
    {
        var name = localizer.NameOf(id);
        if (name.Length == 0)
        {
            return side == Side.Holder ? localizer.Place(matter.Holder) : localizer.Say(Texts.AudienceReviewer);
        }

        // A name that is a post says it already.
        return localizer.Directory.ById(id)!.Grants is not [var grant, ..]
            || name.EndsWith(localizer.RoleName(grant.Role), StringComparison.Ordinal)
            || (localizer.Directory.Areas.Find(grant.Area)?.Name is { } place && name.Contains(place, StringComparison.Ordinal))
            ? name
            : localizer.Say(Texts.Bracketed, name, $"{localizer.Place(grant.Area)} {localizer.RoleOf(grant)}");
    }

    private static Json Waiting(IEnumerable<Json> items, bool mine, Localizer localizer) => Card.Box(
        Card.Warning,
        [
            .. items,
            mine
                ? Card.Line(
                    localizer.Say(MatterTexts.WaitsForYou),
                    Card.Accent,
                    bold: true,
                    size: "Small",
                    spacing: "None")
                : null,
        ]);

    private static Json Extension(ExtensionRequest asked, bool mine, Localizer localizer) =>
        Waiting(
            Card.Typed(
                localizer.Say(MatterTexts.ExtensionUntil, localizer.Day(asked.Until), asked.Reason),
                localizer,
                label: localizer.Say(Texts.Extension)),
            mine,
            localizer);

    private static IEnumerable<Json> Requirements(Matter matter, Localizer localizer)
    {
        if (matter.Requirements.Count == 0)
        {
            yield break;
        }

        var shown = matter.Requirements.Skip(Math.Max(0, matter.Requirements.Count - RequirementsShown)).ToList();
        var items = shown.SelectMany(r => Card.Typed(
            r,
            localizer,
            label: localizer.Say(Texts.FieldRequirement))).ToList();
        if (shown.Count < matter.Requirements.Count)
            items.Insert(
                0,
                Card.Line(
                    localizer.Say(MatterTexts.EarlierRequirements, matter.Requirements.Count - shown.Count),
                    subtle: true));
        yield return Card.Box(matter.IsOpen ? "attention" : "emphasis", items);
    }

    /// <summary>What came with its steps: a line each, the newest first.</summary>
    private static IEnumerable<Json> Evidence(MatterTree tree, Localizer localizer)
    {
        var items = tree.Evidence.ToList();
        items.Reverse();
        if (items.Count == 0)
        {
            yield break;
        }

        var label = $"{localizer.Say(Texts.FieldEvidence)} ({Localizer.Invariant(items.Count)})";
        yield return Card.Line(label, subtle: true, size: "Small");
        foreach (var item in items.Take(EvidenceShown))
        {
            yield return EvidenceLine(item, localizer);
        }

        if (items.Count > EvidenceShown)
        {
            yield return Card.Behind(
                localizer.Say(CardTexts.More),
                [],
                items.Skip(EvidenceShown).Select(item => EvidenceLine(item, localizer)));
        }
    }

    /// <summary>Its name, size, who sent it and when.</summary>
    internal static Json EvidenceLine(EvidenceItem item, Localizer localizer) => Card.Runs(
        [
            Card.Run(Card.Isolated(item.Name)),
            Card.Run(
                "  ·  " + string.Join(
                    "  ·  ",
                    new[] { item.IsFile ? Localizer.Size(item.Bytes) : null, localizer.NameOf(item.By), Localizer.Moment(item.At) }
                        .Where(part => part is { Length: > 0 })),
                subtle: true,
                size: "Small"),
        ],
        "None");

    private static IEnumerable<Json> Facts(MatterTree tree, Person person, Localizer localizer)
    {
        var matter = tree.Matter;
        foreach (var block in FindingOf(matter, localizer))
        {
            yield return block;
        }

        yield return Card.Fact(Texts.FieldArea, localizer, localizer.Place(matter.Area));
        yield return Card.Fact(Texts.FieldResponsible, localizer, matter.Responsible);
        if (matter.Basis is { } basis)
            foreach (var block in Card.Typed(basis, localizer, label: localizer.Say(Texts.FieldBasis)))
            {
                yield return block;
            }

        if (matter.FromRule is { } rule)
        {
            yield return Card.Fact(
                localizer.Say(MatterTexts.FromRule),
                localizer.Say(MatterTexts.FromRuleFor, localizer.Short(rule.Number), localizer.Day(rule.Date)));
        }

        if (matter.Origin is { } origin)
        {
            yield return Card.Fact(localizer.Say(MatterTexts.Origin), localizer.Number(origin));
        }

        if (tree.Parent is { } parent && Permissions.May(person, Right.See, parent.Subject))
        {
            yield return Card.Fact(localizer.Say(Texts.ParentIs), localizer.Number(parent.Number));
        }

        yield return Card.Fact(Texts.AssignedBy, localizer, localizer.Named(matter.AssignedByName));
    }

    /// <summary>The columns of the register, of a matter that is a finding.</summary>
    private static IEnumerable<Json> FindingOf(Matter matter, Localizer localizer)
    {
        if (matter.Finding is not { } finding)
        {
            return [];
        }

        IEnumerable<Json> Said(Text label, string? text) =>
            text is null ? [] : Card.Typed(text, localizer, label: localizer.Say(label));
        return
        [
            Card.Fact(
                localizer.Say(MatterTexts.OfSet),
                localizer.Say(MatterTexts.FindingOfSet, FindingBook.Number(finding.Set, localizer), finding.Index)),
            .. finding.Problem == matter.Title ? [] : Said(FindingTexts.Problem, finding.Problem),
            .. finding.Goal == matter.Target ? [] : Said(FindingTexts.Goal, finding.Goal),
            .. Said(FindingTexts.Measures, finding.Measures),
            .. Said(FindingTexts.LeaderPost, finding.LeaderPost),
            .. finding.Department == matter.Responsible ? [] : Said(FindingTexts.Department, finding.Department),
            Card.Fact(localizer.Say(FindingTexts.Track), localizer.Say(FindingBook.TrackName(finding.Track))),
            .. Said(FindingTexts.Topic, finding.Topic),
            .. Said(FindingTexts.Acceptance, finding.Acceptance),
        ];
    }

    /// <summary>How far each county is, those first that have furthest to go.</summary>
    private static IEnumerable<Json> Children(MatterTree tree, Person person, Buttons buttons)
    {
        var localizer = buttons.Localizer;
        if (tree.Matter.Children == 0)
        {
            yield break;
        }

        yield return Card.Line(
            localizer.Say(Texts.ChildrenDone, tree.Matter.ChildrenClosed, tree.Matter.Children),
            bold: true);
        var lines = tree.Children.Where(c => c.State != MatterState.Withdrawn)
            .OrderBy(c => c.State)
            .Select(c => Child(c, tree.Matter, person, buttons))
            .ToList();
        foreach (var line in lines.Take(ChildrenShown))
        {
            yield return line;
        }

        if (lines.Count > ChildrenShown)
        {
            yield return Card.Behind(
                localizer.Say(Texts.MorePlaces, lines.Count - ChildrenShown),
                [],
                lines.Skip(ChildrenShown));
        }
    }

    private static Json Child(Matter child, Matter parent, Person person, Buttons buttons)
    {
        var localizer = buttons.Localizer;
        var (word, color) = localizer.State(child.State);
        var runs = new List<Json>
        {
            Card.Run(localizer.PlaceIn(child.Area, parent.Area) + "  "),
            Card.Run(word, color: color)
        };
        if (child.State is MatterState.Assigned or MatterState.InProgress)
        {
            var (left, leftColor) = localizer.TimeLeft(child.Due, child.State);
            runs.Add(Card.Run("  ·  " + left, color: leftColor));
        }

        if (child.Evidence.Count > 0)
        {
            runs.Add(Card.Run("  ·  " + localizer.Say(Texts.EvidenceCount, child.Evidence.Count), subtle: true));
        }

        return Card.Link(
            [Card.Runs(runs)],
            Permissions.May(person, Right.See, child.Subject) ? buttons.Open(child.Number) : null);
    }

    /// <summary>免于公开: the office agrees or not where it is read what was asked.</summary>
    private static IEnumerable<Json> Answers(Matter matter, Person person, Buttons buttons) =>
        matter is { IsOpen: true, ExemptionAskedAt: not null, SetStep: { } step }
            && !buttons.InRoom
            && Permissions.May(person, Right.ExemptFromDisclosure, matter.Subject)
            ? [buttons.To(MatterTexts.AnswerExemption, "disclosure.say", ("set", step.Set.Key))]
            : [];

    /// <summary>Where one can go from here.</summary>
    private static IEnumerable<Json> Ways(MatterTree tree, Person person, Buttons buttons)
    {
        if (tree.Evidence.Any())
        {
            yield return buttons.To(MatterTexts.OpenEvidence, "evidence.list", (Arguments.NumberName, tree.Matter.Number.Key));
        }

        yield return buttons.History(tree.Matter.Number);
        if (tree.Matter.Children > 0 && !buttons.InRoom)
        {
            yield return buttons.To("matter.summary", (Arguments.NumberName, tree.Matter.Number.Key));
        }

        if (tree.Parent is { } parent && Permissions.May(person, Right.See, parent.Subject))
        {
            yield return buttons.Open(parent.Number, buttons.Localizer.Say(MatterTexts.OpenParent));
        }

        if (tree.Matter.SetStep is { } step && !buttons.InRoom)
        {
            yield return step.Discloses
                ? buttons.To("disclosure.say", ("set", step.Set.Key))
                : buttons.To("setplan.show", ("which", step.Set.Key));
        }

        if ((tree.Matter.Finding?.Set ?? tree.Matter.SetStep?.Set) is { } set && !buttons.InRoom)
        {
            yield return buttons.To("sets.show", ("what", set.Key));
        }

        if (tree.Matter.FromRule is { } rule && !buttons.InRoom)
        {
            yield return buttons.To("recurring.show", ("what", rule.Number.Key));
        }

        if (!buttons.InRoom)
        {
            yield return buttons.To("matter.mine");
        }

        if (buttons.Page("matter/" + tree.Matter.Number.Key) is { } page)
        {
            yield return page;
        }
    }
}
