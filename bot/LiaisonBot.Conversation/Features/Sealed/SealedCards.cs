using LiaisonBot.Conversation.Cards;
using LiaisonBot.Conversation.Shell;
using LiaisonBot.Core.Areas;
using LiaisonBot.Core.Matters;
using LiaisonBot.Core.People;
using LiaisonBot.Core.Sealed;

namespace LiaisonBot.Conversation.Features.Sealed;

/// <summary>
/// Sealed records. What stands in a chat says a number and what is to be done (<see cref="InChat"/>); everything else is shown
/// in a dialog, or on the page, alone.
/// </summary>
internal static class SealedCards
{
    public const string Number = "record";
    public const string Kind = "kind";
    public const string Channel = "channel";
    public const string Place = "place";
    public const string On = "on";
    public const string About = "about";
    public const string Anonymous = "anonymous";
    public const string Disposal = "disposal";
    public const string Matter = "matter";
    public const string People = "people";
    public const string Receiver = "receiver";
    public const string Words = "words";
    public const string From = "from";
    public const string To = "to";
    public const string Departments = "departments";
    public const string Present = "present";
    public const string Yes = "yes";
    public const string No = "no";
    public const string Year = "year";
    public const string Pem = "pem";

    private const int Listed = 30;

    /// <summary>In a chat: what is to be done, and the button that opens the dialog.</summary>
    /// <param name="id">Of the command that the dialog begins with.</param>
    public static Json InChat(
        string news,
        Text button,
        string id,
        Buttons buttons,
        string? note = null,
        params ReadOnlySpan<(string Name, string Value)> arguments) => Card.Of(
        buttons.Localizer,
        [
            Card.Line(news, bold: true),
            note is null ? null : Card.Line(note, Card.Attention, size: "Small"),
            Card.Line(buttons.Localizer.Say(SealedTexts.InWindow), subtle: true, size: "Small"),
            .. Card.Actions([buttons.Dialog(button, id, arguments)]),
        ]);

    /// <summary>What somebody is told, in their chat.</summary>
    public static Json Told(SealedRecord record, string news, Buttons buttons) =>
        InChat(news, ShellTexts.Open, "sealed.open", buttons, null, (Number, record.Number));

    /// <param name="page">From 0.</param>
    /// <param name="command">What asks for the list.</param>
    public static Json List(
        IReadOnlyList<SealedRecord> records,
        int page,
        ChatCommand.Call command,
        Person viewer,
        Buttons buttons)
    {
        var localizer = buttons.Localizer;
        List<Json?> body = [Card.Title(localizer.Say(SealedTexts.ListTitle))];
        if (records.Count == 0)
        {
            body.Add(Card.Line(localizer.Say(SealedTexts.ListEmpty)));
        }

        var pages = Math.Max(1, (records.Count + Listed - 1) / Listed);
        page = Math.Clamp(page, 0, pages - 1);
        body.AddRange(records.Skip(page * Listed).Take(Listed).Select(record => Card.Box(
            null,
            [
                Head(record, localizer),
                Next(record, localizer),
                .. Card.Actions([buttons.To(ShellTexts.Open, "sealed.open", (Number, record.Number))]),
            ],
            separator: true)));
        body.AddRange(Paging.Of(page, pages, command, buttons));
        if (pages > 1)
        {
            body.Add(Card.Line(localizer.Say(SealedTexts.ListNarrow, records.Count), subtle: true, size: "Small"));
        }

        if (records.Count >= SealedLimits.Read)
        {
            body.Add(Card.Line(localizer.Say(SealedTexts.ListCut, SealedLimits.Read), Card.Attention, size: "Small"));
        }

        List<Json> actions = [];
        if (SealedRights.Registers(viewer))
        {
            actions.Add(buttons.To(SealedTexts.Register, "sealed.form", (Kind, nameof(SealedKind.Petition))));
            actions.Add(buttons.To(SealedNameTexts.OnlineClue, "sealed.form", (Kind, nameof(SealedKind.OnlineClue))));
            actions.Add(buttons.To(SealedNameTexts.Inquiry, "sealed.form", (Kind, nameof(SealedKind.Inquiry))));
            actions.Add(buttons.To(SealedNameTexts.UnannouncedVisit, "sealed.form", (Kind, nameof(SealedKind.UnannouncedVisit))));
        }

        if (SealedRights.Counts(viewer, localizer.Directory.Province))
        {
            actions.Add(buttons.To(SealedTexts.Counts, "sealed.counts"));
        }

        body.AddRange(Card.Actions(actions));
        return Card.Of(localizer, body);
    }

    /// <summary>Counts; a dash where one is not said.</summary>
    public static Json Counts(SealedCounts counts, AreaCode area, Buttons buttons)
    {
        var localizer = buttons.Localizer;
        return Card.Of(localizer,
        [
            Card.Title(localizer.Say(SealedTexts.CountsTitle, localizer.Place(area), counts.Year)),
            Card.Fact(localizer.Say(SealedNameTexts.CountAll), SealedNames.Said(counts.Total, localizer)),
            Card.Line(localizer.Say(SealedNameTexts.CountNote, SealedLimits.Shown), subtle: true, size: "Small"),
            // So few that every cell is hidden.
            .. (counts.Total is null ? [] : SealedNames.Tables(counts, localizer)).SelectMany(table => (IEnumerable<Json?>)
            [
                Card.Line(table.Title, bold: true, size: "Small"),
                .. table.Cells.Select(cell => Card.Fact(cell.Name, cell.Said)),
            ]),
        ]);
    }

    /// <summary>Those whose term is over, and what was destroyed.</summary>
    public static Json Ends(
        IReadOnlyList<SealedDue> due,
        IReadOnlyList<SealedDestroyed> destroyed,
        Person viewer,
        Buttons buttons,
        string? news)
    {
        var localizer = buttons.Localizer;
        List<Json?> body =
        [
            Card.News(news, localizer),
            Card.Title(localizer.Say(SealedTexts.Ends)),
            Card.Line(localizer.Say(due.Count == 0 ? SealedTexts.EndsNone : SealedTexts.EndsNote), subtle: due.Count > 0, size: "Small"),
        ];
        body.AddRange(due.Take(Listed).Select(one =>
        {
            (string, string) number = (Number, one.Record.Number);
            List<Json> actions = one.ProposedBy is not { } by ? [buttons.To(SealedTexts.Propose, "sealed.propose", number)]
                : viewer.Is(by) ? [buttons.To(SealedTexts.Withdraw, "sealed.withdraw", number)]
                : [buttons.To(SealedTexts.Destroy, "sealed.destroying", number), buttons.To(SealedTexts.Withdraw, "sealed.withdraw", number)];
            return Card.Box(
                null,
                [
                    Card.Line(localizer.Say(SealedTexts.EndLine, one.Record.Short, localizer.FullDay(one.Since)), bold: true),
                    one.ProposedBy is { } proposer
                        ? Card.Line(
                            localizer.Say(SealedTexts.EndProposedBy, localizer.Directory.ById(proposer)?.Name ?? localizer.Say(SealedTexts.Nobody)),
                            size: "Small")
                        : null,
                    .. Card.Actions(actions),
                ],
                separator: true);
        }));
        if (due.Count > Listed)
        {
            body.Add(Card.Line(localizer.Say(SealedTexts.ListMore, due.Count - Listed), subtle: true));
        }

        body.AddRange(destroyed.TakeLast(Listed).Select(one => Card.Line(
            localizer.Say(SealedTexts.EndDone, SealedRecord.ShortOf(one.Number), localizer.FullDay(one.On)),
            subtle: true,
            size: "Small")));
        return Card.Of(localizer, body);
    }

    /// <summary>What there is for the archive, and where it is fetched.</summary>
    /// <param name="links">A file each; none while no key was given, or where nobody reaches the host.</param>
    public static Json Archive(
        int year,
        ArchiveState state,
        IReadOnlyList<Uri> links,
        bool givesKey,
        Buttons buttons,
        string? news)
    {
        var localizer = buttons.Localizer;
        List<Json> actions = [.. links.Select((link, i) => Card.OpenUrl(localizer.Say(SealedTexts.ArchivePart, i + 1, links.Count), link))];
        if (givesKey)
        {
            actions.Add(buttons.To(SealedTexts.ArchiveKey, "sealed.keying"));
        }

        return Card.Of(localizer,
        [
            Card.News(news, localizer),
            Card.Title(localizer.Say(SealedNameTexts.ArchiveFile)),
            Card.Fact(
                localizer.Say(SealedTexts.FactArchiveKey),
                state.KeyId is { } id ? id[..16] : localizer.Say(SealedTexts.ArchiveNoKey)),
            Card.Line(localizer.Say(SealedTexts.ArchiveCount, year, state.Count)),
            Card.Line(
                localizer.Say(state.KeyId is null ? SealedTexts.ArchiveNeedsKey
                    : state.Count > 0 && links.Count == 0 ? SealedTexts.ArchiveNoAddress
                    : SealedTexts.ArchiveNote),
                subtle: true,
                size: "Small"),
            .. Card.Actions(actions),
        ]);
    }

    public static Json Keying(IReadOnlyDictionary<string, string> typed, FormErrors errors, Buttons buttons) => InputForm.Of(
        SealedTexts.ArchiveKey,
        buttons.Submit(SealedTexts.ArchiveKey, "sealed.key"),
        buttons,
        typed,
        errors,
        [(new(Pem, SealedTexts.FieldArchiveKey, InputKind.Lines, Limit: SealedLimits.ArchiveKey), [])],
        note: buttons.Localizer.Say(SealedTexts.ArchiveKeyNote));

    public static Json Destroying(SealedRecord record, Buttons buttons) => Card.Of(buttons.Localizer,
    [
        Card.Title(buttons.Localizer.Say(SealedTexts.Destroy)),
        Card.Line(buttons.Localizer.Say(SealedTexts.DestroyAsk, record.Short)),
        .. Card.Actions(
        [
            buttons.Away(SealedTexts.Destroy, "sealed.destroy", (Number, record.Number)),
            buttons.To(SealedTexts.Withdraw, "sealed.ends"),
        ]),
    ]);

    /// <summary>What is known without opening anything, and what may be done.</summary>
    public static Json Show(
        SealedRecord record,
        Person viewer,
        Buttons buttons,
        IReadOnlyList<SealedRecord> parts,
        string? news = null,
        bool isRefused = false)
    {
        var localizer = buttons.Localizer;
        var (works, leads) = (SealedRights.MayWork(viewer, record), SealedRights.MayLead(viewer, record));
        List<Json?> body =
        [
            Card.News(news, localizer, isRefused ? Card.Attention : Card.Good),
            Head(record, localizer),
            Next(record, localizer),
            Card.Fact(localizer.Say(SealedTexts.FactPlace), localizer.Place(record.Place)),
            Card.Fact(
                localizer.Say(SealedTexts.FactReceived),
                $"{localizer.Day(record.ReceivedOn)} {localizer.Say(SealedNames.Of(record.Channel))}"),
        ];
        if (IsTold(record.Kind) || record.Kind == SealedKind.Slip)
        {
            body.Add(Card.Fact(localizer.Say(SealedTexts.FactAbout), localizer.Say(SealedWords.Of(record.About))));
        }

        if (record is { From: { } from, To: { } to })
        {
            body.Add(Card.Fact(
                localizer.Say(SealedTexts.FactDays),
                localizer.Say(SealedTexts.DaysOf, localizer.Day(from), localizer.Day(to))));
        }

        if (IsTold(record.Kind))
        {
            body.Add(Card.Fact(
                localizer.Say(SealedTexts.FactNamed),
                localizer.Say(record.IsAnonymous ? SealedTexts.Anonymous : SealedTexts.Named)));
        }

        if (works)
        {
            var people = record.Handlers.Select(id => localizer.Directory.ById(id)?.Name).OfType<string>().ToList();
            body.Add(Card.Fact(
                localizer.Say(SealedTexts.FactHandlers),
                people.Count == 0
                    ? localizer.Say(SealedTexts.Nobody)
                    : string.Join(localizer.Say(Texts.ListComma), people)));
        }

        if (works && record.CountedAs is not null)
        {
            body.Add(Card.Fact(localizer.Say(SealedTexts.FactCounted), localizer.Say(SealedTexts.CountedInPlan)));
        }

        if (record.Disposal is { } disposal)
        {
            body.Add(Card.Fact(localizer.Say(SealedTexts.FactDisposal), localizer.Say(SealedNames.Of(disposal))));
        }

        if (record.Receiver is { } receiver)
        {
            body.Add(Card.Fact(
                localizer.Say(record.Kind == SealedKind.Forward ? SealedTexts.FactPresent : SealedTexts.FactReceiver),
                localizer.Place(receiver)));
        }

        if (works && record.Matters.Count > 0)
        {
            body.Add(Card.Fact(
                localizer.Say(record.Kind == SealedKind.Slip ? SealedTexts.FactOf : SealedTexts.FactMatter),
                Numbers(record, localizer)));
        }

        if (works)
        {
            body.AddRange(parts.Select(part => Card.Box(
                null,
                [
                    Card.Line(localizer.Say(
                        SealedTexts.PartLine,
                        part.Short,
                        part.Receiver is { } to ? localizer.Place(to) : localizer.Say(SealedNames.Of(part.Kind)),
                        localizer.Say(SealedWords.State(part)))),
                    Next(part, localizer),
                    .. Card.Actions([buttons.To(ShellTexts.Open, "sealed.open", (Number, part.Number))]),
                ],
                separator: true)));
        }

        if (works && record.Of.Count > 0)
        {
            body.Add(Card.Fact(
                localizer.Say(SealedTexts.FactOf),
                string.Join(localizer.Say(Texts.ListComma), record.Of.Select(SealedRecord.ShortOf))));
        }

        (string, string) number = (Number, record.Number);
        List<Json> actions = [buttons.Forward(SealedTexts.ShowText, "sealed.text", number)];
        if (works)
        {
            switch (record)
            {
                case { Task: SealedTask.Judge }:
                    actions.Add(buttons.To(SealedTexts.Judge, "sealed.judging", number));
                    break;
                case { Task: SealedTask.CarryOut }:
                    if (SealedRules.MayBeReferred(record))
                    {
                        actions.Add(buttons.To(SealedTexts.Refer, "sealed.referring", number));
                    }

                    if (record.Disposal == SealedDisposal.Matter)
                    {
                        actions.Add(buttons.To(SealedTexts.Link, "sealed.linking", number));
                    }

                    actions.Add(buttons.To(SealedTexts.Answer, "sealed.answering", number));
                    break;
                case { Task: SealedTask.Report }:
                    actions.Add(buttons.To(SealedTexts.Report, "sealed.reporting", number));
                    break;
                case { Task: SealedTask.Convert }:
                    actions.Add(buttons.To(SealedTexts.Link, "sealed.linking", number));
                    actions.Add(buttons.To(SealedTexts.Refer, "sealed.referring", number));
                    break;
                case { Kind: SealedKind.Inquiry, State: not SealedState.Closed }:
                    actions.Add(buttons.To(SealedTexts.Asking, "sealed.asking", number));
                    break;
            }

            if (SealedRules.MayBeClosed(record))
            {
                actions.Add(buttons.To(Texts.Close, "sealed.close", number));
            }
        }

        if (leads && record.Task == SealedTask.Sign)
        {
            actions.Add(buttons.To(SealedTexts.Sign, "sealed.sign", number));
        }

        if (leads && record.Task == SealedTask.Approve)
        {
            actions.Add(buttons.To(SealedTexts.Approve, "sealed.approve", number));
        }

        if (leads && record is { Kind: SealedKind.Forward, State: not SealedState.Closed })
        {
            actions.Add(buttons.To(SealedTexts.Stop, "sealed.stopping", number));
        }

        if (SealedRights.IsReceiver(viewer, record))
        {
            if (record.Task == SealedTask.Receive)
            {
                actions.Add(buttons.To(SealedTexts.Receive, "sealed.receive", number));
            }

            if (record.Task == SealedTask.Reply)
            {
                actions.Add(buttons.To(SealedTexts.Reply, "sealed.replying", number));
            }
        }

        List<Json> rare = [];
        if (record.HasIdentity && SealedRights.MayIdentify(viewer, record))
        {
            rare.Add(buttons.To(SealedTexts.ShowIdentity, "sealed.identifying", number));
        }

        if (leads)
        {
            if (record.State != SealedState.Closed)
            {
                rare.Add(buttons.To(SealedTexts.Handlers, "sealed.naming", number));
            }

            if (SealedRules.MayBeForwarded(record))
            {
                rare.Add(buttons.To(SealedTexts.Forwarding, "sealed.forwarding", number));
            }

            if (SealedRules.MayBeCounted(record) && SealedRights.MayCount(viewer, record))
            {
                rare.Add(buttons.To(SealedTexts.Count, "sealed.counting", number));
            }

            if (!record.HasMoreTime && SealedRules.HasTerm(record))
            {
                rare.Add(buttons.Execute(
                    localizer.Say(SealedTexts.GiveTime, SealedLimits.MoreTime),
                    "sealed.timing",
                    [number]));
            }

            rare.Add(buttons.To(SealedTexts.Looks, "sealed.looks", number));
        }

        if (works && record.State != SealedState.Closed)
        {
            rare.Add(buttons.To(SealedTexts.Recuse, "sealed.recusing", number));
        }

        body.AddRange(Card.Actions(actions, rare, localizer));
        return Card.Of(localizer, body);
    }

    public static Json Text(Opened opened, Buttons buttons)
    {
        var localizer = buttons.Localizer;
        List<Json?> body = [Head(opened.Record, localizer)];
        foreach (var (field, label) in new[]
        {
            (SealedField.Reference, SealedTexts.FieldReference),
            (SealedField.Link, SealedTexts.FieldLink),
            (SealedField.Post, SealedTexts.FieldPost),
            (SealedField.FormerPost, SealedTexts.FieldFormerPost),
            (SealedField.Text, SealedTexts.FieldText),
        })
        {
            if (opened.Fields.GetValueOrDefault(field) is { Length: > 0 } typed)
            {
                body.Add(Card.Line(localizer.Say(label), bold: true, size: "Small"));
                body.AddRange(Card.Typed(typed, localizer));
            }
        }

        if (body.Count == 1)
        {
            body.Add(Card.Line(localizer.Say(SealedTexts.Empty), subtle: true));
        }

        foreach (var (step, words) in opened.Steps)
        {
            body.Add(Card.Line(
                localizer.Say(
                    SealedTexts.StepLine,
                    Localizer.Moment(step.At),
                    NameWith(step, localizer),
                    DoneWith(step, localizer)),
                subtle: true,
                size: "Small"));
            if (words is not null)
            {
                body.AddRange(Card.Typed(words, localizer));
            }
        }

        body.Add(Card.Line(localizer.Say(SealedTexts.TextNoted), subtle: true, size: "Small"));
        body.AddRange(Card.Actions([Back(opened.Record.Number, buttons)]));
        return Card.Of(localizer, body);
    }

    /// <summary>省审计厅 王处长: who answered for which department, where the person is not named as it is.</summary>
    private static string NameWith(SealedStep step, Localizer localizer) =>
        step.Act == SealedAct.Reply && Places(step.With, localizer) is { Length: > 0 } department && department != step.Name
            ? $"{department} {step.Name}"
            : step.Name;

    /// <summary>发函：省审计厅、省信访局.</summary>
    private static string DoneWith(SealedStep step, Localizer localizer)
    {
        var done = localizer.Say(SealedWords.Of(step.Act));
        return step.Act == SealedAct.Reply || step.With.Count == 0
            ? done
            : localizer.Say(Texts.Labelled, done, Places(step.With, localizer));
    }

    private static string Places(IReadOnlyList<AreaCode> places, Localizer localizer) =>
        string.Join(localizer.Say(Texts.ListComma), places.Select(localizer.Place));

    /// <summary>Why nothing was saved, and what was typed.</summary>
    public static Json Unsaved(string why, IReadOnlyList<string> typed, Json? button, Localizer localizer) => Card.Of(localizer,
    [
        Card.News(why, localizer, Card.Attention),
        Card.Line(localizer.Say(SealedTexts.Unsaved), bold: true, size: "Small"),
        .. typed.SelectMany(text => Card.Typed(text, localizer, fold: false)),
        .. Card.Actions(button is null ? [] : [button]),
    ]);

    public static Json Identity(string number, IReadOnlyDictionary<string, string> identity, Buttons buttons)
    {
        var localizer = buttons.Localizer;
        List<Json?> body = [Card.Title(localizer.Say(SealedTexts.Title, SealedRecord.ShortOf(number)))];
        foreach (var (field, label) in new[]
        {
            (SealedField.Name, SealedTexts.FieldName),
            (SealedField.Contact, SealedTexts.FieldContact),
        })
        {
            if (identity.GetValueOrDefault(field) is { Length: > 0 } typed)
            {
                body.Add(Card.Line(localizer.Say(label), bold: true, size: "Small"));
                body.AddRange(Card.Typed(typed, localizer));
            }
        }

        body.Add(Card.Line(localizer.Say(SealedTexts.IdentityNoted), subtle: true, size: "Small"));
        body.AddRange(Card.Actions([Back(number, buttons)]));
        return Card.Of(localizer, body);
    }

    public static Json Looks(string number, IReadOnlyList<SealedLook> looks, Buttons buttons)
    {
        var localizer = buttons.Localizer;
        return Card.Of(localizer,
        [
            Card.Title(localizer.Say(SealedTexts.Title, SealedRecord.ShortOf(number))),
            Card.Line(localizer.Say(SealedTexts.Looks), bold: true),
            .. looks.Select(look =>
            {
                var line = localizer.Say(
                    SealedTexts.LookLine,
                    Localizer.Moment(look.At),
                    look.Name,
                    localizer.Say(SealedWords.Of(look.What)));
                return Card.Line(look.Why is { } why ? localizer.Say(SealedTexts.LookWhy, line, why) : line, size: "Small");
            }),
            .. Card.Actions([Back(number, buttons)]),
        ]);
    }

    public static Json Form(
        SealedKind kind,
        bool textsOn,
        IReadOnlyList<AreaCode> places,
        IReadOnlyDictionary<string, string> typed,
        FormErrors errors,
        Buttons buttons)
    {
        var localizer = buttons.Localizer;
        List<(FormInput, IReadOnlyList<(string, string)>)> inputs =
        [
            (new(Place, SealedTexts.FieldPlace, InputKind.Choice), [.. places.Select(p => (p.Value, localizer.Place(p)))]),
        ];
        if (kind == SealedKind.UnannouncedVisit)
        {
            inputs.Add((new(From, SealedTexts.FieldFrom, InputKind.Date), []));
            inputs.Add((new(To, SealedTexts.FieldTo, InputKind.Date), []));
        }
        else if (kind == SealedKind.Inquiry)
        {
            inputs.Add((new(SealedField.Post, SealedTexts.FieldPost, InputKind.Line, Required: false, Limit: SealedLimits.Line), []));
            inputs.Add((new(SealedField.FormerPost, SealedTexts.FieldFormerPost, InputKind.Line, Required: false, Limit: SealedLimits.Line), []));
        }
        else
        {
            inputs.Add((new(On, SealedTexts.FieldReceived, InputKind.Date), []));
            inputs.Add((
                new(About, SealedTexts.FieldAbout, InputKind.Choice),
                [.. Enum.GetValues<SealedAbout>().Select(a => (a.ToString(), localizer.Say(SealedWords.Of(a))))]));
        }

        if (kind == SealedKind.OnlineClue)
        {
            inputs.Add((new(SealedField.Link, SealedTexts.FieldLink, InputKind.Line, Limit: SealedLimits.Line), []));
        }
        else
        {
            if (IsTold(kind))
            {
                inputs.Add((
                    new(Anonymous, SealedTexts.FieldAnonymous, InputKind.Choice, Beside: true),
                    [(No, localizer.Say(SealedTexts.Named)), (Yes, localizer.Say(SealedTexts.Anonymous))]));
            }

            inputs.Add((
                new(SealedField.Reference, SealedTexts.FieldReference, InputKind.Line, Required: false, Limit: SealedLimits.Line),
                []));
        }

        if (textsOn)
        {
            inputs.Add((
                new(
                    SealedField.Text,
                    kind == SealedKind.UnannouncedVisit ? SealedTexts.FieldTopic : SealedTexts.FieldText,
                    InputKind.Lines,
                    Required: false,
                    Limit: SealedLimits.Text),
                []));
        }

        if (IsTold(kind))
        {
            inputs.Add((new(SealedField.Name, SealedTexts.FieldName, InputKind.Line, Required: false, Limit: SealedLimits.Line), []));
            inputs.Add((
                new(SealedField.Contact, SealedTexts.FieldContact, InputKind.Line, Required: false, Limit: SealedLimits.Line, Beside: true),
                []));
        }

        return InputForm.Of(
            SealedNames.Of(kind),
            buttons.Submit(
                SealedTexts.Register,
                "sealed.register",
                (Kind, kind.ToString()),
                (Channel, typed.GetValueOrDefault(Channel) ?? nameof(SealedChannel.Phone))),
            buttons,
            typed,
            errors,
            inputs,
            note: kind == SealedKind.UnannouncedVisit ? localizer.Say(SealedTexts.VisitNote)
                : textsOn ? null
                : localizer.Say(SealedTexts.TextsAreOff));
    }

    public static Json Judging(string number, IReadOnlyDictionary<string, string> typed, FormErrors errors, Buttons buttons) => InputForm.Of(
        SealedTexts.Judge,
        buttons.Submit(SealedTexts.Judge, "sealed.judge", (Number, number)),
        buttons,
        typed,
        errors,
        [
            (new(Disposal, SealedTexts.FieldDisposal, InputKind.Choice),
                [.. Enum.GetValues<SealedDisposal>().Select(d => (d.ToString(), buttons.Localizer.Say(SealedNames.Of(d))))]),
            (new(Words, SealedTexts.FieldWords, InputKind.Lines, Required: false, Limit: SealedLimits.Text), []),
        ],
        about: buttons.Localizer.Say(SealedTexts.Title, SealedRecord.ShortOf(number)));

    /// <summary>As what is made of a record, or a matter, is called on its button.</summary>
    public static Text TitleOf(SealedKind kind) => kind switch
    {
        SealedKind.Question => SealedTexts.Asking,
        SealedKind.Forward => SealedTexts.Forwarding,
        SealedKind.Slip or SealedKind.Petition or SealedKind.Interference or SealedKind.OnlineClue or SealedKind.Inquiry
            or SealedKind.UnannouncedVisit => SealedTexts.Refer,
    };

    /// <summary>The input that says who gets it.</summary>
    public static string ReceiverOf(SealedKind kind) =>
        kind == SealedKind.Question ? Departments : kind == SealedKind.Forward ? Present : Receiver;

    /// <summary>The form of what is made of a record, or a matter: who gets it, and what they are told.</summary>
    /// <param name="kind">A slip; questions, of which each department gets one; or what is forwarded.</param>
    /// <param name="about">What it is made of.</param>
    /// <param name="receivers">Among whom is chosen.</param>
    public static Json Making(
        SealedKind kind,
        Json submit,
        string about,
        IReadOnlyList<AreaCode> receivers,
        bool textsOn,
        IReadOnlyDictionary<string, string> typed,
        FormErrors errors,
        Buttons buttons)
    {
        var localizer = buttons.Localizer;
        var (label, words) = kind == SealedKind.Question ? (SealedTexts.FieldDepartments, SealedTexts.FieldQuestion)
            : kind == SealedKind.Forward ? (SealedTexts.FieldPresent, SealedTexts.FieldForwarded)
            : (SealedTexts.FieldReceiver, SealedTexts.FieldClue);
        List<(FormInput, IReadOnlyList<(string, string)>)> inputs =
        [
            (
                new(ReceiverOf(kind), label, kind == SealedKind.Question ? InputKind.Choices : InputKind.Choice),
                [.. receivers.Select(to => (to.Value, localizer.Place(to)))]),
            (new(SealedField.Reference, SealedTexts.FieldReference, InputKind.Line, Required: false, Limit: SealedLimits.Line), []),
        ];
        if (textsOn)
        {
            inputs.Add((new(SealedField.Text, words, InputKind.Lines, Required: false, Limit: SealedLimits.Text), []));
        }

        return InputForm.Of(
            TitleOf(kind),
            submit,
            buttons,
            typed,
            errors,
            inputs,
            note: kind == SealedKind.Forward ? localizer.Say(SealedTexts.ForwardNote) : null,
            about: about);
    }

    /// <summary>Before an unannounced visit becomes one of the plan: who hears of it then.</summary>
    public static Json Counting(SealedRecord record, Buttons buttons) => Card.Of(buttons.Localizer,
    [
        Card.Title(buttons.Localizer.Say(SealedTexts.Count)),
        Card.Line(buttons.Localizer.Say(SealedTexts.Title, record.Short), bold: true),
        Card.Line(buttons.Localizer.Say(SealedTexts.CountSure)),
        .. Card.Actions([buttons.Away(SealedTexts.Count, "sealed.count", (Number, record.Number)), Back(record.Number, buttons)]),
    ]);

    public static Json Stopping(string number, Buttons buttons) => Card.Of(buttons.Localizer,
    [
        Card.Title(buttons.Localizer.Say(SealedTexts.Stop)),
        Card.Line(buttons.Localizer.Say(SealedTexts.Title, SealedRecord.ShortOf(number)), bold: true),
        Card.Line(buttons.Localizer.Say(SealedTexts.StopSure)),
        .. Card.Actions([buttons.Away(SealedTexts.Stop, "sealed.stop", (Number, number)), Back(number, buttons)]),
    ]);

    /// <summary>The matters that were made of one, as people write them.</summary>
    public static string Numbers(SealedRecord record, Localizer localizer) => string.Join(
        localizer.Say(Texts.ListComma),
        record.Matters.Select(m => localizer.Number(MatterNumber.Parse(m))));

    /// <summary>A form of one text.</summary>
    public static Json OneText(
        Text title,
        string command,
        string number,
        Text label,
        IReadOnlyDictionary<string, string> typed,
        FormErrors errors,
        Buttons buttons,
        bool isLong = true,
        string input = Words,
        string? note = null) => InputForm.Of(
        title,
        buttons.Submit(title, command, (Number, number)),
        buttons,
        typed,
        errors,
        [(new(input, label, isLong ? InputKind.Lines : InputKind.Line, Limit: isLong ? SealedLimits.Text : SealedLimits.Line), [])],
        note: note,
        about: buttons.Localizer.Say(SealedTexts.Title, SealedRecord.ShortOf(number)));

    public static Json Naming(
        SealedRecord record,
        IReadOnlyList<Person> people,
        IReadOnlyDictionary<string, string> typed,
        FormErrors errors,
        Buttons buttons) => InputForm.Of(
        SealedTexts.Handlers,
        buttons.Submit(SealedTexts.Handlers, "sealed.name", (Number, record.Number)),
        buttons,
        typed,
        errors,
        [
            (new(People, SealedTexts.FieldHandlers, InputKind.Choices), [.. people.Select(p => (p.Id, Named(p, record, buttons.Localizer)))]),
        ],
        note: people.Any(p => Named(p, record, buttons.Localizer) != p.Name) ? buttons.Localizer.Say(SealedTexts.OtherTeamNote) : null,
        about: buttons.Localizer.Say(SealedTexts.Title, record.Short));

    /// <summary>Of another team with its number: the record goes there with them.</summary>
    private static string Named(Person person, SealedRecord record, Localizer localizer)
    {
        var teams = person.OwnGrants.Where(g => g.Area.Contains(record.Place)).Select(g => g.Team).OfType<int>().ToList();
        return record.Team is null || teams.Count == 0 || teams.Contains(record.Team.Value)
            ? person.Name
            : localizer.Say(SealedTexts.OfOtherTeam, person.Name, localizer.Say(Texts.TeamOrdinal, teams[0]));
    }

    public static Json Recusing(string number, Buttons buttons) => Card.Of(buttons.Localizer,
    [
        Card.Title(buttons.Localizer.Say(SealedTexts.RecuseTitle)),
        Card.Line(buttons.Localizer.Say(SealedTexts.Title, SealedRecord.ShortOf(number)), bold: true),
        Card.Line(buttons.Localizer.Say(SealedTexts.RecuseSure)),
        .. Card.Actions([buttons.Away(SealedTexts.Recuse, "sealed.recuse", (Number, number)), Back(number, buttons)]),
    ]);

    /// <summary>Somebody told it, by name or without one.</summary>
    private static bool IsTold(SealedKind kind) => kind switch
    {
        SealedKind.Petition or SealedKind.Interference => true,
        SealedKind.OnlineClue or SealedKind.Slip or SealedKind.Inquiry or SealedKind.Question or SealedKind.Forward
            or SealedKind.UnannouncedVisit => false,
    };

    public static Json Open(string number, Buttons buttons) => buttons.To(ShellTexts.Open, "sealed.open", (Number, number));

    public static Json Back(string number, Buttons buttons) => buttons.To(SealedTexts.Back, "sealed.open", (Number, number));

    private static Json Head(SealedRecord record, Localizer localizer) => Card.Line(
        string.Join(
            "  ·  ",
            localizer.Say(SealedTexts.Title, record.Short),
            localizer.Say(SealedNames.Of(record.Kind)),
            localizer.Say(SealedWords.State(record))),
        bold: true);

    private static Json? Next(SealedRecord record, Localizer localizer) => record.Task is not { } task ? null
        : Card.Line(
            record.Due is { } due
                ? localizer.Say(SealedTexts.TaskBy, localizer.Say(SealedWords.Of(task)), localizer.Day(due))
                : localizer.Say(SealedWords.Of(task)),
            record.Due < localizer.Today ? Card.Attention : null,
            size: "Small",
            spacing: "None");
}
