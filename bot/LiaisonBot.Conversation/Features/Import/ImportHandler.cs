using LiaisonBot.Conversation.Cards;
using LiaisonBot.Conversation.Sheets;
using LiaisonBot.Conversation.Shell;
using LiaisonBot.Core.Delivery;
using LiaisonBot.Core.Jobs;
using LiaisonBot.Core.Matters;
using LiaisonBot.Core.People;
using LiaisonBot.Core.Storage;
using LiaisonBot.Core.Visits;

namespace LiaisonBot.Conversation.Features.Import;

/// <summary>Tables that are imported, and the jobs that come of them and of assignments to many places.</summary>
internal sealed class ImportHandler(TurnScope scope) : TurnPart(scope)
{
    private static readonly IReadOnlyDictionary<string, string> Nothing = new Dictionary<string, string>(StringComparer.Ordinal);

    private bool MayImportPeople =>
        Person.Grants.Any(g => Permissions.ReachOf(Right.ManagePeople, g.Role) != Reach.Nowhere);

    private bool MayImportMatters => Person.Grants.Any(g => Permissions.ReachOf(Right.Assign, g.Role) != Reach.Nowhere);

    /// <summary>The form; what was pasted behind the word is checked at once.</summary>
    public async Task<TurnAnswer> SayAsync(string what, CancellationToken cancellationToken)
    {
        if (!MayImportPeople && !MayImportMatters)
        {
            return await TellAsync(Localizer.Say(ImportTexts.ImportRowsNotAllowed));
        }

        return what.Contains('\n', StringComparison.Ordinal)
            ? await CheckRowsAsync(what, cancellationToken)
            : await FormAsync(Nothing, [], cancellationToken);
    }

    public bool MayImport => MayImportPeople || MayImportMatters;

    /// <summary>
    /// What is in a table that was sent without a word; null when its headings are not those of an import.
    /// </summary>
    /// <param name="anyway">An answer also then: what is wrong with it.</param>
    public async Task<TurnAnswer?> TableAsync(SentFile file, bool anyway, CancellationToken cancellationToken)
    {
        var reading = await Files.Sent.ReadAsync(file, cancellationToken);
        var isTable = reading is SheetReading.Unclear
            || (reading is SheetReading.Book { Sheets: var sheets }
                && (sheets.Any(s => Headings.Find(s) is not null) || Buttons.Registry.Hooks.IsTable(sheets)));
        return isTable || anyway ? await CheckAsync(reading, file.Name, cancellationToken) : null;
    }

    /// <summary>A table that was sent to be imported.</summary>
    public async Task<TurnAnswer> FileAsync(SentFile file, CancellationToken cancellationToken)
    {
        if (!MayImportPeople && !MayImportMatters)
        {
            return await TellAsync(Localizer.Say(ImportTexts.ImportRowsNotAllowed));
        }

        return await CheckAsync(await Files.Sent.ReadAsync(file, cancellationToken), file.Name, cancellationToken);
    }

    /// <summary>What was pasted into the form.</summary>
    public async Task<TurnAnswer> CheckAsync(
        IReadOnlyDictionary<string, string> typed,
        CancellationToken cancellationToken)
    {
        if (!MayImportPeople && !MayImportMatters)
        {
            return await TellAsync(Localizer.Say(ImportTexts.ImportRowsNotAllowed));
        }

        var rows = typed.GetValueOrDefault(JobCards.Rows) ?? "";
        if (string.IsNullOrWhiteSpace(rows) || rows.Length > SheetLimits.Pasted)
            return await FormAsync(
                typed,
                new()
                {
                    [JobCards.Rows] = rows.Length > SheetLimits.Pasted
                    ? Localizer.Say(Texts.RefusedTooLong, SheetLimits.Pasted)
                    : Localizer.Say(Texts.RefusedMissing)
                },
                cancellationToken);
        return await CheckRowsAsync(rows, cancellationToken);
    }

    /// <summary>The word to begin what was checked, or to continue what was stopped.</summary>
    public async Task<TurnAnswer> StartAsync(
        IReadOnlyDictionary<string, string> data,
        CancellationToken cancellationToken)
    {
        try
        {
            switch (await Services.Jobs.StartAsync(
                Person,
                data.GetValueOrDefault(JobCards.Job) ?? "",
                CardMessage,
                cancellationToken))
            {
                case StartResult.Started started:
                    return await ShowJobAsync(started.Job, cancellationToken);
                case StartResult.Refused refused:
                    return await ShowAsync(
                        Localizer.Say(ImportTexts.JobChanged),
                        JobCards.Changed(refused.Job, refused.Items, Buttons));
                default:
                    return await TellAsync(Localizer.Say(ImportTexts.JobNotFound));
            }
        }
        catch (StoreUnavailableException)
        {
            return await TellAsync(Localizer.Say(Texts.StoreBusy));
        }
    }

    public async Task<TurnAnswer> StopAsync(
        IReadOnlyDictionary<string, string> data,
        CancellationToken cancellationToken)
    {
        try
        {
            return await Services.Jobs.StopAsync(
                Person,
                data.GetValueOrDefault(JobCards.Job) ?? "",
                cancellationToken) is { } job
                ? await ShowJobAsync(job, cancellationToken)
                : await TellAsync(Localizer.Say(ImportTexts.JobNotFound));
        }
        catch (StoreUnavailableException)
        {
            return await TellAsync(Localizer.Say(Texts.StoreBusy));
        }
    }

    /// <summary>Assigns one matter to several places, each checked already.</summary>
    public async Task<TurnAnswer> AssignToManyAsync(
        string commandId,
        IReadOnlyList<MatterDraft> drafts,
        CancellationToken cancellationToken)
    {
        var job = NewJob(commandId, JobKind.Places, drafts[0].Title?.Trim() ?? "") with { Message = CardMessage };
        var items = drafts.Select((draft, i) => new JobItem.Assignment(i + 1, draft)).ToList();
        var begun = await Services.Jobs.BeginAsync(job, items, cancellationToken);
        // A dialog ends with a word; what is left is shown in the person's own chat.
        return ChatEvent is ChatEvent.DialogAction
            ? await TellAsync(JobCards.Headline(begun, Localizer))
            : await ShowJobAsync(begun, cancellationToken);
    }

    /// <summary>Assigns the tasks of a notice, each checked already: the same command is the same job.</summary>
    public async Task<TurnAnswer> AssignNoticeAsync(
        string commandId,
        IReadOnlyList<MatterDraft> drafts,
        string title,
        CancellationToken cancellationToken)
    {
        var job = NewJob(commandId, JobKind.Matters, Localizer.Clip(title, MatterLimits.Title)) with
        {
            Message = CardMessage
        };
        var items = drafts.Select((draft, i) => new JobItem.Assignment(i + 1, draft)).ToList();
        var begun = await Services.Jobs.BeginAsync(job, items, cancellationToken);
        return ChatEvent is ChatEvent.DialogAction
            ? await TellAsync(JobCards.Headline(begun, Localizer))
            : await ShowJobAsync(begun, cancellationToken);
    }

    /// <summary>Begins what needs no further word: the same command is the same job.</summary>
    public async Task<TurnAnswer> BeginAsync(
        string commandId,
        JobKind kind,
        string title,
        IReadOnlyList<JobItem> items,
        CancellationToken cancellationToken)
    {
        var job = NewJob(commandId, kind, Localizer.Clip(title, MatterLimits.Title)) with { Message = CardMessage };
        return await ShowJobAsync(await Services.Jobs.BeginAsync(job, items, cancellationToken), cancellationToken);
    }

    /// <summary>
    /// The message with the button that was pressed: a job is shown there from then on. Pages have none; they ask how far it is.
    /// </summary>
    private string? CardMessage => ChatEvent.Address.IsTab ? null : (ChatEvent as ChatEvent.CardAction)?.Card;

    private async Task<TurnAnswer> FormAsync(
        IReadOnlyDictionary<string, string> typed,
        FormErrors errors,
        CancellationToken cancellationToken)
    {
        var wanted = new List<(Text Title, LinkTo To)>();
        if (MayImportMatters)
        {
            wanted.Add((SheetTexts.MattersTemplate, LinkTo.MattersTemplate));
        }

        if (MayImportPeople)
        {
            wanted.Add((SheetTexts.PeopleTemplate, LinkTo.PeopleTemplate));
        }

        if (VisitRules.MayPlanAny(Person))
        {
            wanted.Add((SheetTexts.VisitsTemplate, LinkTo.VisitsTemplate));
        }

        var links = await Downloads.LinksAsync(
            Person,
            Localizer.Language,
            [.. wanted.Select(w => (w.To, Localizer.Directory.Province))],
            cancellationToken);
        return await ShowAsync(
            Localizer.Say(ImportTexts.ImportTableTitle),
            JobCards.Form(Buttons, [.. wanted.Zip(links ?? []).Select(w => (w.First.Title, w.Second))], typed, errors));
    }

    private Task<TurnAnswer> CheckRowsAsync(string rows, CancellationToken cancellationToken) =>
        CheckAsync(TextTable.Read(rows), "", cancellationToken);

    /// <summary>A table as it was read.</summary>
    public async Task<TurnAnswer> CheckAsync(SheetReading reading, string name, CancellationToken cancellationToken)
    {
        if (reading is not SheetReading.Book { Sheets: var sheets })
        {
            return await TellAsync(Why(reading, Localizer));
        }

        if (await TableOfAFeatureAsync(sheets, cancellationToken) is { } answer)
        {
            return answer;
        }

        var read = ImportSheet.Read(
            sheets,
            Person,
            Localizer,
            draft => Services.Matters.WhyNot(Person, draft, Localizer.Directory));
        if (read.Kind == JobKind.People && !MayImportPeople)
        {
            return await TellAsync(Localizer.Say(ImportTexts.ImportNoPeople));
        }

        if (read.Kind == JobKind.Matters && read.Items.Count > 0 && !MayImportMatters)
        {
            return await TellAsync(Localizer.Say(ImportTexts.ImportNoMatters));
        }

        if (read.Errors.Count > 0)
        {
            return await ShowAsync(
                Localizer.Say(ImportTexts.SheetWrongTitle, read.Errors.Count),
                JobCards.Wrong(read.Errors, read.Unread, Buttons));
        }

        try
        {
            return await WriteDownAsync(read, name, cancellationToken);
        }
        catch (StoreUnavailableException)
        {
            return await TellAsync(Localizer.Say(Texts.StoreBusy));
        }
    }

    /// <summary>
    /// The job is named after the person and what is in the table: sent again after whatever went wrong, it is the same
    /// job and goes on where it was. When that one has come to its end, it is another, and the person is told.
    /// </summary>
    private async Task<TurnAnswer> WriteDownAsync(ImportSheet read, string name, CancellationToken cancellationToken)
    {
        var id = Bot.CommandId([Person.Id, read.Kind.ToString(), .. read.Items.Select(Content)]);
        var before = await Services.Jobs.FindAsync(Person, id, cancellationToken);
        NodaTime.Instant? ended = null;
        while (before is { State: JobState.Finished })
        {
            ended = before.At;
            id = Bot.CommandId(id, Localizer.Invariant(before.Total));
            before = await Services.Jobs.FindAsync(Person, id, cancellationToken);
        }

        var job = before is { State: not JobState.Writing } known
            ? known
            : await Services.Jobs.WriteAsync(
                NewJob(id, read.Kind, Localizer.Clip(name, MatterLimits.Title)),
                read.Items,
                cancellationToken);
        return job.State == JobState.Checked
            ? await ShowAsync(
                Localizer.Say(
                    read.Kind == JobKind.People ? ImportTexts.JobCheckPeople : ImportTexts.JobCheckMatters,
                    job.Total),
                JobCards.Check(job, read.Items, ended, read.Unread, Person, Buttons))
            : await ShowJobAsync(job, cancellationToken);
    }

    private Job NewJob(string id, JobKind kind, string title) =>
        new(id, kind, JobState.Checked, Person.Id, title, Localizer.Language, 0, 0, 0, [], Localizer.Now);

    private async Task<TurnAnswer> ShowJobAsync(Job job, CancellationToken cancellationToken) =>
        await ShowAsync(
            JobCards.Headline(job, Localizer),
            JobCards.Of(job, await Services.Jobs.RefusedAsync(job, cancellationToken), Buttons));

    private static string Content(JobItem item) => item switch
    {
        JobItem.Entry { Person: var p } =>
            string.Join('\u001f', Localizer.Invariant(item.Row), p.Identity, p.Name, p.Grant),
        JobItem.Assignment { Draft: var d } =>
            string.Join(
                '\u001f',
                Localizer.Invariant(item.Row),
                d.Title,
                d.Area,
                d.Responsible,
                d.Target,
                d.Due,
                d.Urgency,
                d.Basis),
        _ => "",
    };

    /// <summary>Why something that was sent is no table that can be read.</summary>
    public static string Why(SheetReading reading, Localizer localizer) => reading switch
    {
        SheetReading.Unclear unclear => localizer.Say(ImportTexts.TextUnclear, unclear.Row, unclear.Line),
        SheetReading.Faulty { Fault: var fault } => fault switch
        {
            SheetFault.Unknown => localizer.Say(ImportTexts.FileUnknown),
            SheetFault.OldExcel => localizer.Say(ImportTexts.FileOldExcel),
            SheetFault.Damaged => localizer.Say(ImportTexts.FileDamaged),
            SheetFault.TooLarge => localizer.Say(SheetTexts.SheetTooLarge, SheetLimits.Rows, SheetLimits.Columns),
            SheetFault.FileTooLarge => localizer.Say(ImportTexts.FileTooLarge, SheetLimits.FileBytes / 1024 / 1024),
            SheetFault.NotFetched => localizer.Say(ImportTexts.FileNotFetched),
            SheetFault.Busy => localizer.Say(ImportTexts.FileBusy),
        },
        _ => throw new ArgumentOutOfRangeException(nameof(reading)),
    };
}
