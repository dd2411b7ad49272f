using LiaisonBot.Conversation.Cards;
using LiaisonBot.Conversation.Features.Disclosures;
using LiaisonBot.Conversation.Features.Export;
using LiaisonBot.Conversation.Features.Import;
using LiaisonBot.Conversation.Features.Matters;
using LiaisonBot.Conversation.Phrases;
using LiaisonBot.Conversation.Sheets;
using LiaisonBot.Conversation.Shell;
using LiaisonBot.Core.Areas;
using LiaisonBot.Core.Calendar;
using LiaisonBot.Core.Delivery;
using LiaisonBot.Core.Jobs;
using LiaisonBot.Core.Matters;
using LiaisonBot.Core.People;
using LiaisonBot.Core.Sets;
using LiaisonBot.Core.Storage;
using NodaTime;
using NodaTime.Text;

namespace LiaisonBot.Conversation.Features.Sets;

/// <summary>Sets of findings: the table that makes one, the whole at a glance, one finding more or less.</summary>
internal sealed class SetHandler : TurnPart
{
    /// <summary>Dated steps that are looked at for the next one.</summary>
    private const int MostSteps = 6;

    private static readonly IReadOnlyDictionary<string, string> Nothing = new Dictionary<string, string>(StringComparer.Ordinal);

    private readonly TurnScope scope;

    public SetHandler(TurnScope scope)
        : base(scope) =>
        this.scope = scope;

    private bool MayOpen => Person.Grants.Any(g => Permissions.ReachOf(Right.Assign, g.Role) != Reach.Nowhere);

    /// <summary>The form; with a table below the line, what is in it.</summary>
    public async Task<TurnAnswer> SayAsync(string what, CancellationToken cancellationToken)
    {
        if (!MayOpen)
        {
            return await TellAsync(Localizer.Say(SetTexts.NotYours));
        }

        var lines = what.Split('\n', 2);
        var line = FeedbackLine.Read(lines[0].Trim(), Localizer.Directory.Areas, Near, Localizer.Today);
        return lines.Length > 1 && lines[1].Trim().Length > 0
            ? await CheckAsync(TextTable.Read(lines[1], isFindings: true), "", line, cancellationToken)
            : await FormAsync(Typed(line), Errors(line), NotRead(line.Rest), cancellationToken);
    }

    /// <summary>The table as a file, with the line that came with it.</summary>
    public async Task<TurnAnswer> FileAsync(SentFile file, string what, CancellationToken cancellationToken)
    {
        if (!MayOpen)
        {
            return await TellAsync(Localizer.Say(SetTexts.NotYours));
        }

        var line = FeedbackLine.Read(what.Split('\n')[0].Trim(), Localizer.Directory.Areas, Near, Localizer.Today);
        return await CheckAsync(
            await Files.Sent.ReadAsync(file, cancellationToken, isFindings: true),
            file.Name,
            line,
            cancellationToken);
    }

    /// <summary>A table that came without a word.</summary>
    public async Task<TurnAnswer> TableAsync(IReadOnlyList<Sheet> sheets, CancellationToken cancellationToken) => MayOpen
        ? await CheckAsync(new SheetReading.Book(sheets), "", new(null, null, null, []), cancellationToken)
        : await TellAsync(Localizer.Say(SetTexts.NotYours));

    /// <summary>The form: place, day, and the pasted table.</summary>
    public async Task<TurnAnswer> CheckAsync(
        IReadOnlyDictionary<string, string> typed,
        CancellationToken cancellationToken)
    {
        if (!MayOpen)
        {
            return await TellAsync(Localizer.Say(SetTexts.NotYours));
        }

        var errors = new FormErrors();
        var area = PlaceOf(typed, errors);
        var on = DayOf(typed, errors);
        var rows = typed.GetValueOrDefault(SetCards.Rows) ?? "";
        if (string.IsNullOrWhiteSpace(rows) || rows.Length > SheetLimits.Pasted)
        {
            errors[SetCards.Rows] = rows.Length > SheetLimits.Pasted
                ? Localizer.Say(Texts.RefusedTooLong, SheetLimits.Pasted)
                : Localizer.Say(Texts.RefusedMissing);
        }

        return errors.Count > 0
            ? await FormAsync(typed, errors, null, cancellationToken)
            : await CheckAsync(TextTable.Read(rows, isFindings: true), "", new(area, on, null, []), cancellationToken);
    }

    /// <summary>The press that gives a checked table out.</summary>
    public async Task<TurnAnswer> OpenAsync(
        IReadOnlyDictionary<string, string> typed,
        CancellationToken cancellationToken)
    {
        if (!MayOpen)
        {
            return await TellAsync(Localizer.Say(SetTexts.NotYours));
        }

        var id = typed.GetValueOrDefault(SetCards.Job) ?? "";
        try
        {
            var items = await Services.Jobs.FindingsAsync(Person, id, cancellationToken);
            if (items.Count == 0)
            {
                return await TellAsync(Localizer.Say(SetTexts.Gone));
            }

            var errors = new FormErrors();
            var (area, on) = (PlaceOf(typed, errors), DayOf(typed, errors));
            var rows = items.Select(item => new FindingRow(item.Row, item.Draft, item.DueSaid)).ToList();
            if (errors.Count > 0)
            {
                return await ShowCheckAsync(id, rows, area, on, [], [], typed, errors);
            }

            if (Wrong(rows, on!.Value) is { Count: > 0 } wrong)
            {
                return await ShowWrongAsync(wrong, []);
            }

            var draft = Draft(area, on, rows);
            return await Services.Sets.OpenAsync(
                Bot.CommandId(id, nameof(SetAct.Open), area!.Value.Value, Columns.Date(on.Value)),
                Person,
                draft,
                cancellationToken) switch
            {
                SetResult.Done { Repeated: true } done => await ShowSetAsync(
                    done.Set.Number,
                    Localizer.Say(SetTexts.OpenedBefore, Name(done.Set.Number)),
                    cancellationToken),
                SetResult.Done done => await ShowSetAsync(
                    done.Set.Number,
                    Localizer.Say(
                        SetTexts.Opened,
                        Localizer.Place(done.Set.Area),
                        Name(done.Set.Number),
                        done.Set.Count),
                    cancellationToken),
                SetResult.Refused refused => await RefusedAsync(id, rows, draft, refused.Why, typed, cancellationToken),
                _ => await TellAsync(Localizer.Say(SetTexts.Gone)),
            };
        }
        catch (StoreUnavailableException)
        {
            return await TellAsync(Localizer.Say(Texts.StoreBusy));
        }
    }

    /// <summary>A set by its number, those of a place, or all of one's own.</summary>
    public async Task<TurnAnswer> ShowAsync(string what, int page, CancellationToken cancellationToken)
    {
        if (MatterNumber.TryParse(what, Localizer.Today.Year, out var number) && !number.IsChild)
        {
            return await ShowSetAsync(number, null, cancellationToken);
        }

        var isOwn = what.Length == 0;
        if (!isOwn
            && !AreaCode.TryParse(what, out _)
            && Localizer.Directory.Areas.Resolve(what, Near) is AreaMatch.None)
        {
            return await scope.Registry.Hooks.Sentence(
                scope,
                new ChatCommand.Unknown(ChatEvent is ChatEvent.Message said ? said.Text : what, []),
                page,
                cancellationToken);
        }

        if (Place(what, "sets.show", out var answer, SetFeature.What) is not { } area)
        {
            return await answer!;
        }

        var sets = await Services.Sets.ListAsync(Person, isOwn ? Own : area, cancellationToken);
        if (sets.Count == 0)
        {
            sets = await OfTheirFindingsAsync(isOwn ? Localizer.Directory.Province : area, cancellationToken);
        }

        if (sets is [var only])
        {
            return await ShowSetAsync(only.Number, null, cancellationToken);
        }

        if (sets.Count == 0)
        {
            var none = isOwn
                ? Localizer.Say(SetTexts.NoSetsOfYours)
                : Localizer.Say(SetTexts.NoSets, Localizer.Place(area));
            return await ShowAsync(none, SetCards.None(none, MayOpen, Buttons));
        }

        var shown = sets.Skip(page * SetCards.PageSize).Take(SetCards.PageSize).ToList();
        var views = await Task.WhenAll(shown.Select(set => Services.Sets.FindAsync(Person, set.Number, cancellationToken)));
        return await ShowAsync(
            Localizer.Say(SetTexts.ListTitle, sets.Count),
            SetCards.List([.. views.OfType<SetView>()], sets.Count, page, what, Buttons));
    }

    public async Task<TurnAnswer> FindingsAsync(MatterNumber number, ListView view, CancellationToken cancellationToken)
    {
        if (await Services.Sets.FindAsync(Person, number, cancellationToken) is not { } set)
        {
            return await NotFoundAsync(number);
        }

        List<ListEntry> entries =
        [
            .. set.Matters.OrderBy(pair => pair.Key)
                .Select(pair => pair.Value with { Title = $"{Localizer.Invariant(pair.Key)}. {pair.Value.Title}" }),
        ];
        var title = Localizer.Say(SetTexts.FindingsOf, Localizer.Place(set.Set.Area), Name(number), entries.Count);
        var list = ShownList.OfOneSet(entries, view, Person, Localizer.Today);
        var message = OutgoingMessage.OfCard(
            title,
            ListCards.Matters(
                title,
                list,
                new("sets.findings", Arguments.Of((SetCards.Number, number.Key))),
                Person,
                Buttons,
                [.. Card.Actions([Buttons.To(Name(number), new ChatCommand.Call("sets.show", Arguments.Of((SetFeature.What, number.Key))))])]));
        return TurnAnswer.Of(message with { Listed = list.Numbers() });
    }

    public async Task<TurnAnswer> RegisterAsync(MatterNumber number, CancellationToken cancellationToken) =>
        await Services.Sets.FindAsync(Person, number, cancellationToken) is { } view
            ? await new ExportHandler(scope).OfferAsync(
                Localizer.Say(SetTexts.RegisterReady, Localizer.Place(view.Set.Area)),
                ExportTexts.ExportNote,
                LinkTo.SetRegister,
                view.Set.Area,
                number.Key,
                ExportTexts.Download,
                Buttons.To(Name(number), new ChatCommand.Call("sets.show", Arguments.Of((SetFeature.What, number.Key)))),
                cancellationToken)
            : await NotFoundAsync(number);

    public async Task<TurnAnswer> AddFormAsync(MatterNumber number, CancellationToken cancellationToken) =>
        await ChangeableAsync(number, cancellationToken) is { } view
            ? await ShowAsync(Localizer.Say(SetTexts.Add), SetCards.AddForm(view.Set, Nothing, [], Buttons))
            : await NotFoundAsync(number);

    public async Task<TurnAnswer> AddAsync(
        MatterNumber number,
        IReadOnlyDictionary<string, string> typed,
        CancellationToken cancellationToken)
    {
        if (await ChangeableAsync(number, cancellationToken) is not { } view)
        {
            return await NotFoundAsync(number);
        }

        var said = (typed.GetValueOrDefault(Fields.Due) ?? "").Trim();
        LocalDate? due = Localizer.Dates.Read(said) is DueSpan.On on ? on.Date : null;
        if (said.Length > 0 && due is null)
        {
            return await ShowAsync(
                Localizer.Say(SetTexts.Add),
                SetCards.AddForm(
                    view.Set,
                    typed,
                    new FormErrors { [Fields.Due] = Localizer.Say(SetTexts.NoDate, Localizer.Clip(said, 40), Localizer.ExampleDate) },
                    Buttons));
        }

        var draft = new FindingDraft(
            typed.GetValueOrDefault(Fields.Problem),
            typed.GetValueOrDefault(Fields.Goal),
            Due: due,
            Topic: typed.GetValueOrDefault(Fields.Topic),
            Track: Enum.TryParse<Track>(typed.GetValueOrDefault(SetCards.Track), out var track) && Enum.IsDefined(track)
                ? track
                : Track.Concentrated,
            Acceptance: typed.GetValueOrDefault(Fields.Acceptance));
        try
        {
            switch (await Services.Sets.AddAsync(
                CommandId(),
                Person,
                number,
                draft,
                typed.GetValueOrDefault(Fields.Reason),
                cancellationToken))
            {
                case SetResult.Done done:
                    return await ShowSetAsync(
                        number,
                        Localizer.Say(SetTexts.Added, done.Set.Count, Localizer.Place(done.Set.Area)),
                        cancellationToken);
                case SetResult.Refused refused:
                    var errors = new FormErrors();
                    foreach (var why in refused.Why)
                    {
                        errors.TryAdd(why.Field ?? "", Why(why, view.Set.Area));
                    }

                    return await ShowAsync(
                        Localizer.Say(SetTexts.Add),
                        SetCards.AddForm(view.Set, typed, errors, Buttons));
                default:
                    return await NotFoundAsync(number);
            }
        }
        catch (StoreUnavailableException)
        {
            return await TellAsync(Localizer.Say(Texts.StoreBusy));
        }
    }

    public async Task<TurnAnswer> RemoveFormAsync(MatterNumber number, CancellationToken cancellationToken) =>
        await ChangeableAsync(number, cancellationToken) is { } view
            ? await ShowAsync(Localizer.Say(SetTexts.Remove), SetCards.RemoveForm(view, Nothing, [], Buttons))
            : await NotFoundAsync(number);

    /// <summary>Takes a finding out: its matter is withdrawn, with the reason, and its place is told.</summary>
    public async Task<TurnAnswer> RemoveAsync(
        MatterNumber number,
        IReadOnlyDictionary<string, string> typed,
        CancellationToken cancellationToken)
    {
        if (await ChangeableAsync(number, cancellationToken) is not { } view)
        {
            return await NotFoundAsync(number);
        }

        var errors = new FormErrors();
        var said = (typed.GetValueOrDefault(SetCards.Index) ?? "").Trim();
        var entry = Numeral.Read(Core.Text.Folding.Of(said)) is { } index ? view.Matters.GetValueOrDefault(index) : null;
        if (entry is null)
        {
            errors[SetCards.Index] = Localizer.Say(SetTexts.NoSuchFinding, Localizer.Clip(said, 20), view.Findings.Count);
        }
        else if (!entry.IsOpen)
        {
            errors[SetCards.Index] = Localizer.Say(
                entry.State == MatterState.Withdrawn ? SetTexts.IsOutAlready : SetTexts.IsClosed);
        }

        if (errors.Count == 0)
        {
            try
            {
                var result = await Services.Matters.DoAsync(
                    CommandId(),
                    Person,
                    entry!.Number,
                    new MatterCommand.Withdraw(typed.GetValueOrDefault(Fields.Reason)),
                    cancellationToken);
                if (result is CommandResult.Done)
                {
                    return await ShowSetAsync(
                        number,
                        Localizer.Say(SetTexts.Removed, entry.FindingIndex!.Value),
                        cancellationToken);
                }

                if (result is not CommandResult.Refused refused)
                {
                    return await NotFoundAsync(number);
                }

                errors.Of(refused.Refusals, Localizer);
            }
            catch (StoreUnavailableException)
            {
                return await TellAsync(Localizer.Say(Texts.StoreBusy));
            }
        }

        return await ShowAsync(Localizer.Say(SetTexts.Remove), SetCards.RemoveForm(view, typed, errors, Buttons));
    }

    private AreaCode Own => Person.Grants.Count == 1 && Near is { IsProvincial: false } near ? near : Localizer.Directory.Province;

    private string Name(MatterNumber set) => FindingBook.Number(set, Localizer);

    /// <summary>The set, for whoever may change which findings it has.</summary>
    private async Task<SetView?> ChangeableAsync(MatterNumber number, CancellationToken cancellationToken) =>
        await Services.Sets.FindAsync(Person, number, cancellationToken) is { } view && SetCards.MayChange(Person, view.Set)
            ? view
            : null;

    private async Task<TurnAnswer> ShowSetAsync(MatterNumber number, string? news, CancellationToken cancellationToken)
    {
        // 整改1301-3 without its year may be of the last one: a rectification goes on from year to year.
        var view = await Services.Sets.FindAsync(Person, number, cancellationToken)
            ?? (number.Year == Localizer.Today.Year
                ? await Services.Sets.FindAsync(Person, number with { Year = number.Year - 1 }, cancellationToken)
                : null);
        if (view is null)
        {
            return await NotFoundAsync(number);
        }

        var steps = await Task.WhenAll(view.Set.Steps.TakeLast(MostSteps)
            .Select(step => Services.Matters.FindAsync(Person, step.Matter, cancellationToken)));
        return await ShowAsync(
            news ?? Localizer.Say(SetTexts.SetTitle, Name(view.Set.Number), Localizer.Place(view.Set.Area)),
            SetCards.Show(
                view,
                [.. steps.OfType<MatterTree>().Select(tree => tree.Matter)],
                await Services.Disclosures.OfSetAsync(Person, view.Set.Number, cancellationToken) is { } views
                    ? DisclosureCards.Line(views, Localizer)
                    : null,
                Person,
                Buttons,
                news,
                await OfTeamAsync(view.Set, cancellationToken)));
    }

    /// <summary>What the team still has to do itself. Told to those who follow up the set, and not to the place.</summary>
    private async Task<IReadOnlyList<(string Title, LocalDate Due)>> OfTeamAsync(FindingSet set, CancellationToken cancellationToken)
    {
        if (set.TeamSteps.Count == 0 || !Permissions.May(Person, Right.Review, set.Rights))
        {
            return [];
        }

        var checks = await Services.Checks.OfPlaceAsync(Person, set.Area, cancellationToken);
        return
        [
            .. set.TeamSteps.Where(step => !Services.Sets.IsDone(set, step, checks))
                .Select(step => (
                    Services.Sets.StepOf(set, step.Name)?.Title.In(Localizer.Language) ?? step.Name,
                    step.Due)),
        ];
    }

    /// <summary>Of whoever has to do with some findings alone, as a department has: the sets of those that are open.</summary>
    private async Task<IReadOnlyList<FindingSet>> OfTheirFindingsAsync(AreaCode area, CancellationToken cancellationToken)
    {
        if (!Person.Has(Role.Department) && !Person.Has(Role.SupervisionOffice))
        {
            return [];
        }

        var numbers = (await Services.Lists.MineAsync(Person, cancellationToken))
            .Where(entry => area.Contains(entry.Area))
            .Select(entry => entry.Set)
            .OfType<MatterNumber>()
            .Distinct()
            .ToList();
        var views = await Task.WhenAll(numbers.Select(number => Services.Sets.FindAsync(Person, number, cancellationToken)));
        return [.. views.OfType<SetView>().Select(view => view.Set)];
    }

    private Task<TurnAnswer> NotFoundAsync(MatterNumber number) =>
        TellAsync(Localizer.Say(SetTexts.NotFound, Name(number)));

    private async Task<TurnAnswer> FormAsync(
        IReadOnlyDictionary<string, string> typed,
        FormErrors errors,
        string? notRead,
        CancellationToken cancellationToken)
    {
        var links = await Downloads.LinksAsync(
            Person,
            Localizer.Language,
            [(LinkTo.FindingsTemplate, Localizer.Directory.Province)],
            cancellationToken);
        return await ShowAsync(
            Localizer.Say(SetTexts.FormTitle),
            SetCards.Form(links is [var link] ? link : null, typed, errors, notRead, Buttons));
    }

    private async Task<TurnAnswer> CheckAsync(
        SheetReading reading,
        string name,
        FeedbackLine line,
        CancellationToken cancellationToken)
    {
        if (reading is not SheetReading.Book { Sheets: var sheets })
        {
            return await TellAsync(ImportHandler.Why(reading, Localizer));
        }

        var read = FindingSheet.Read(sheets, line.On, Localizer);
        if (read.Errors.Count > 0)
        {
            return await ShowWrongAsync(read.Errors, read.Unread);
        }

        if (line.Area is { } said && read.Place is { } inTable && said != inTable)
        {
            return await TellAsync(Localizer.Say(
                SetTexts.PlaceIsAnother,
                Localizer.Place(said),
                Localizer.Place(inTable)));
        }

        var area = line.Area ?? read.Place;
        try
        {
            var id = Bot.CommandId(
                [Person.Id, nameof(JobKind.Findings), Columns.Date(Localizer.Today), .. read.Rows.Select(Content)]);
            var job = await Services.Jobs.WriteAsync(
                new(
                    id,
                    JobKind.Findings,
                    JobState.Checked,
                    Person.Id,
                    Localizer.Clip(name, MatterLimits.Title),
                    Localizer.Language,
                    0,
                    0,
                    0,
                    [],
                    Localizer.Now),
                [.. read.Rows.Select(row => new JobItem.Finding(row.Row, row.Draft, row.DueSaid))],
                cancellationToken);
            var draft = Draft(area, line.On, read.Rows);
            var why = await Services.Sets.WhyNotAsync(Person, draft, cancellationToken);
            var typed = Typed(line with { Area = area });
            var serious = why.Where(one => one.Row is not null
                || one.Reason is SetRefusalReason.AlreadyThere or SetRefusalReason.NotAllowed or SetRefusalReason.DayOutOfRange
                || (one.Reason == SetRefusalReason.UnknownArea && area is not null)).ToList();
            var errors = Errors(line);
            return serious.Count > 0
                ? await RefusedAsync(job.Id, read.Rows, draft, serious, typed, cancellationToken)
                : await ShowCheckAsync(
                    job.Id,
                    read.Rows,
                    area,
                    line.On,
                    NotRead(line.Rest) is { } notRead ? [.. read.Unread, notRead] : read.Unread,
                    read.Noted,
                    typed,
                    errors);
        }
        catch (StoreUnavailableException)
        {
            return await TellAsync(Localizer.Say(Texts.StoreBusy));
        }
    }

    /// <summary>What the rules say against a table that could be read.</summary>
    private async Task<TurnAnswer> RefusedAsync(
        string job,
        IReadOnlyList<FindingRow> rows,
        SetDraft draft,
        IReadOnlyList<SetRefusal> why,
        IReadOnlyDictionary<string, string> typed,
        CancellationToken cancellationToken)
    {
        if (why.FirstOrDefault(one => one.Reason == SetRefusalReason.AlreadyThere) is { Set: { } known }
            && await Services.Sets.FindAsync(Person, known, cancellationToken) is { } view)
        {
            return await ShowSetAsync(
                known,
                Localizer.Say(
                    SetTexts.Already,
                    Localizer.Place(view.Set.Area),
                    Name(known),
                    Localizer.Day(view.Set.FeedbackOn)),
                cancellationToken);
        }

        var inRows = why.Where(one => one.Row is not null)
            .Select(one => new SheetError(
                Localizer.Say(SetTexts.FactFinding, one.Row!.Value),
                Why(one),
                rows[one.Row.Value - 1].Row))
            .ToList();
        if (inRows.Count > 0)
        {
            return await ShowWrongAsync(inRows, []);
        }

        var errors = new FormErrors();
        foreach (var one in why)
        {
            errors.TryAdd(one.Field switch { Fields.Area => SetCards.Place, Fields.First => SetCards.On, _ => "" }, Why(one, draft.Area));
        }

        return await ShowCheckAsync(job, rows, null, null, [], [], typed, errors);
    }

    private Task<TurnAnswer> ShowCheckAsync(
        string job,
        IReadOnlyList<FindingRow> rows,
        AreaCode? area,
        LocalDate? on,
        IReadOnlyList<string> unread,
        IReadOnlyList<string> noted,
        IReadOnlyDictionary<string, string> typed,
        FormErrors errors) => ShowAsync(
            Localizer.Say(SetTexts.CheckTitle, rows.Count),
            SetCards.Check(job, rows, area, on, unread, noted, typed, errors, Person, Buttons));

    private Task<TurnAnswer> ShowWrongAsync(IReadOnlyList<SheetError> errors, IReadOnlyList<string> unread) => ShowAsync(
        Localizer.Say(ImportTexts.SheetWrongTitle, errors.Count),
        JobCards.Wrong(errors, unread, Buttons, "sets.form"));

    /// <summary>Dates that cannot be with this day of the feedback.</summary>
    private List<SheetError> Wrong(IEnumerable<FindingRow> rows, LocalDate on) =>
    [
        .. rows.Select((row, i) => (Row: row, Index: i + 1))
            .Where(one => one.Row.On(on, Localizer) is null)
            .Select(one => new SheetError(
                Localizer.Say(SetTexts.FactFinding, one.Index),
                Localizer.Say(
                    FindingTexts.DueBefore,
                    one.Row.DueSaid!,
                    Localizer.Day(on)),
                one.Row.Row)),
    ];

    private SetDraft Draft(AreaCode? area, LocalDate? on, IReadOnlyList<FindingRow> rows) => new(
        area,
        on,
        [.. rows.Select(row => (on is { } day ? row.On(day, Localizer) ?? row : row).Draft)]);

    private static Dictionary<string, string> Typed(FeedbackLine line) => new(StringComparer.Ordinal)
    {
        [SetCards.Place] = line.Area?.Value ?? line.Place ?? "",
        [SetCards.On] = line.On is { } on ? Columns.Date(on) : "",
    };

    private FormErrors Errors(FeedbackLine line)
    {
        var errors = new FormErrors();
        if (line.Place is { } unclear)
        {
            errors[SetCards.Place] = Localizer.Say(SetTexts.WhichPlace, Localizer.Clip(unclear, 40));
        }

        return errors;
    }

    private AreaCode? PlaceOf(IReadOnlyDictionary<string, string> typed, FormErrors errors)
    {
        var said = (typed.GetValueOrDefault(SetCards.Place) ?? "").Trim();
        if (AreaCode.TryParse(said, out var code) && Localizer.Directory.Areas.Find(code) is not null)
        {
            return code;
        }

        if (said.Length > 0 && Localizer.Directory.Areas.Resolve(said, Near) is AreaMatch.One one)
        {
            return one.Area.Code;
        }

        errors[SetCards.Place] = said.Length == 0
            ? Localizer.Say(Texts.RefusedMissing)
            : Localizer.Say(SetTexts.WhichPlace, Localizer.Clip(said, 40));
        return null;
    }

    private LocalDate? DayOf(IReadOnlyDictionary<string, string> typed, FormErrors errors)
    {
        var said = (typed.GetValueOrDefault(SetCards.On) ?? "").Trim();
        if (LocalDatePattern.Iso.Parse(said) is { Success: true, Value: var day })
        {
            return day;
        }

        if (FeedbackLine.Read(said, Localizer.Directory.Areas, Near, Localizer.Today).On is { } read)
        {
            return read;
        }

        errors[SetCards.On] = said.Length == 0
            ? Localizer.Say(Texts.RefusedMissing)
            : Localizer.Say(Texts.RefusedBadDate, Localizer.ExampleDate);
        return null;
    }

    private static string Content(FindingRow row) => string.Join(
        '\u001f',
        Localizer.Invariant(row.Row),
        row.Draft.Problem,
        row.Draft.Goal,
        row.Draft.Measures,
        row.Draft.LeaderPost,
        row.Draft.Department,
        row.DueSaid,
        row.Draft.Topic,
        row.Draft.Track,
        row.Draft.Acceptance);

    /// <param name="area">What it is about; null where that is not known.</param>
    private string Why(SetRefusal why, AreaCode? area = null) => why.Reason switch
    {
        SetRefusalReason.NotAllowed => area is { } place
            ? Localizer.Say(SetTexts.NotYoursThere, Localizer.Place(place))
            : Localizer.Say(SetTexts.NotYours),
        SetRefusalReason.Missing => Localizer.Say(Texts.RefusedMissing),
        SetRefusalReason.TooLong => Localizer.Say(Texts.RefusedTooLong, why.Limit!.Value),
        SetRefusalReason.UnknownArea => Localizer.Say(Texts.RefusedMissing),
        SetRefusalReason.DayOutOfRange => Localizer.Say(SetTexts.DayOutOfRange),
        SetRefusalReason.DueInPast => Localizer.Say(SetTexts.DueInPast, Localizer.Day(Localizer.Today)),
        SetRefusalReason.DueTooFar => Localizer.Say(SetTexts.DueTooFar, why.Limit!.Value),
        SetRefusalReason.TooManyFindings => Localizer.Say(SetTexts.SetFull, why.Limit!.Value),
        SetRefusalReason.Twice => Localizer.Say(SheetTexts.SheetSameAs, why.Other!.Value),
        SetRefusalReason.AlreadyThere => Localizer.Say(SetTexts.OpenedBefore, Name(why.Set!.Value)),
        SetRefusalReason.UnknownTopic => Localizer.Say(
            FindingTexts.TopicUnknown,
            Localizer.Say(FindingTexts.Topic),
            string.Join(Localizer.Say(Texts.ListComma), Localizer.Directory.Topics)),
        SetRefusalReason.StillMade => Localizer.Say(Texts.StoreBusy),
    };
}
