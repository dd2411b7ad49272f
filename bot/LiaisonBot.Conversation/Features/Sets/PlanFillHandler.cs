using System.Globalization;
using LiaisonBot.Conversation.Cards;
using LiaisonBot.Conversation.Features.Export;
using LiaisonBot.Conversation.Phrases;
using LiaisonBot.Conversation.Sheets;
using LiaisonBot.Conversation.Shell;
using LiaisonBot.Core.Calendar;
using LiaisonBot.Core.Delivery;
using LiaisonBot.Core.Matters;
using LiaisonBot.Core.People;
using LiaisonBot.Core.Sets;
using LiaisonBot.Core.Storage;

namespace LiaisonBot.Conversation.Features.Sets;

/// <summary>The plan of a set: filled in by the place row by row or with a sheet, handed in, approved or returned.</summary>
internal sealed class PlanFillHandler(TurnScope scope) : TurnPart(scope)
{
    private readonly ExportHandler files = new(scope);

    /// <param name="page">From 0; null when the rows stand beside the card.</param>
    public Task<TurnAnswer> ShowAsync(string which, string? page, CancellationToken cancellationToken) =>
        OfAsync(which, "setplan.show", async set =>
            await Services.Sets.PlanAsync(Person, set.Number, cancellationToken) is { } plan
                ? await ShowAsync(plan, null, page is null ? null : PageIn(page))
                : await TellAsync(Localizer.Say(PlanFillTexts.NotYet)), cancellationToken);

    /// <summary>The form of a row; of the first that is not filled in when none is named.</summary>
    public Task<TurnAnswer> RowAsync(string set, string row, CancellationToken cancellationToken) =>
        PlanAsync(set, async plan =>
        {
            if (Services.Sets.WhyNot(plan.View.Set, plan.Matter, Person) is { } why)
            {
                return await ShowAsync(plan, Why(why), isRefused: true);
            }

            var index = int.TryParse(row, CultureInfo.InvariantCulture, out var said) && said > 0 ? said : Next(plan, 0);
            return plan.Findings.FirstOrDefault(f => f.Index == index) is { } finding
                ? await FormAsync(plan, finding, PlanFillCards.Typed(SetService.FillOf(finding)), [], null)
                : await ShowAsync(plan, null);
        }, cancellationToken);

    public Task<TurnAnswer> FillAsync(
        string set,
        string row,
        IReadOnlyDictionary<string, string> typed,
        CancellationToken cancellationToken) => PlanAsync(set, async plan =>
        {
            if (!int.TryParse(row, CultureInfo.InvariantCulture, out var index)
                || plan.Findings.FirstOrDefault(f => f.Index == index) is not { } finding)
            {
                return await UnknownButtonAsync();
            }

            var said = typed.GetValueOrDefault(FindingHeadings.Due)?.Trim() ?? "";
            var due = said.Length == 0 ? null : Localizer.Dates.Read(said) as DueSpan.On;
            var fill = new PlanFill(
                typed.GetValueOrDefault(FindingHeadings.Measures),
                typed.GetValueOrDefault(FindingHeadings.LeaderPost),
                typed.GetValueOrDefault(FindingHeadings.Department),
                due?.Date);
            var sent = new PlanSheetRow(index, index, typed.GetValueOrDefault(PlanFillCards.Key), null, fill, due is null && said.Length > 0 ? said : null);
            switch (await Services.Sets.FillAsync(
                CommandId(),
                Person,
                plan.View.Set.Number,
                plan.Matter.Number,
                [sent],
                false,
                cancellationToken))
            {
                case PlanResult.Done { Repeated: false, Taken.Count: 0, View: var view } when IsEnded(view, index):
                    return await NotTakenAsync(view, Localizer.Say(PlanFillTexts.Closed, index));
                case PlanResult.Done done:
                    return await SavedAsync(plan with { View = done.View }, index);
                case PlanResult.Differs differs:
                    var now = plan with { View = differs.View };
                    return await FormAsync(now, differs.View.Findings[finding.Index - 1], typed, ErrorsOf(differs.Comparison, now), null);
                case PlanResult.Refused refused:
                    return await NotTakenAsync(refused.View, Why(refused.Why));
                default:
                    return await TellAsync(Localizer.Say(PlanFillTexts.NotFound));
            }

            // What was typed stays in the form: it may be of use elsewhere.
            Task<TurnAnswer> NotTakenAsync(SetView view, string why) => FormAsync(
                plan with { View = view },
                view.Findings[finding.Index - 1],
                typed,
                new FormErrors { [""] = why },
                null);
        }, cancellationToken);

    public Task<TurnAnswer> SheetAsync(string set, CancellationToken cancellationToken) =>
        PlanAsync(set, plan => files.OfferAsync(
            Localizer.Say(PlanFillTexts.SheetReady, Localizer.Place(plan.View.Set.Area)),
            PlanFillTexts.SheetNote,
            LinkTo.PlanSheet,
            plan.View.Set.Area,
            plan.View.Set.Number.Key,
            ExportTexts.Download,
            Buttons.To(PlanFillTexts.ToPlan, "setplan.show", (PlanFillCards.Which, plan.View.Set.Number.Key)),
            cancellationToken), cancellationToken);

    /// <summary>What a table would change that came back; null for a table of something else.</summary>
    public async Task<TurnAnswer?> TableAsync(IReadOnlyList<Sheet> sheets, CancellationToken cancellationToken)
    {
        var isOurs = sheets.Any(PlanSheet.HasKeys);
        // Whoever gives feedback out sends findings; whoever gets it sends plans.
        if ((!isOurs && Person.Grants.Any(g => Permissions.ReachOf(Right.Assign, g.Role) != Reach.Nowhere))
            || PlanSheet.Read(sheets, Localizer.Today, Services.Calendar()) is not { } first)
        {
            return null;
        }

        try
        {
            var plans = await PlansAsync(cancellationToken);
            var plan = first.Set is { } of
                ? await Services.Sets.PlanAsync(Person, of, cancellationToken)
                : plans is [var only] ? only : null;
            if (plan is null)
            {
                // Whoever has no plan to fill in sends another table.
                return isOurs || plans.Count > 0 ? await TellAsync(Localizer.Say(PlanFillTexts.WhichSet)) : null;
            }

            if (!isOurs && plans.Count == 0)
            {
                return null;
            }

            if (Services.Sets.WhyNot(plan.View.Set, plan.Matter, Person) is { } why)
            {
                return await ShowAsync(plan, Localizer.Say(PlanFillTexts.SheetNotTaken, Why(why)), isRefused: true);
            }

            return await CompareAsync(plan, sheets, cancellationToken);
        }
        catch (StoreUnavailableException)
        {
            return await TellAsync(Localizer.Say(Texts.StoreBusy));
        }
    }

    public Task<TurnAnswer> TakeAsync(
        string set,
        IReadOnlyDictionary<string, string> values,
        CancellationToken cancellationToken) => PlanAsync(set, async plan =>
        {
            var sheet = values.GetValueOrDefault(PlanFillCards.Sheet) ?? "";
            if (await Services.Sets.KeptAsync(Person, plan.View.Set.Number, sheet, cancellationToken) is not { } kept)
            {
                return await ShowAsync(plan, Localizer.Say(PlanFillTexts.SheetGone), isRefused: true);
            }

            var overwrites = values.GetValueOrDefault(PlanFillCards.Overwrite) == "1";
            List<PlanSheetRow> rows = [.. kept.Select(row => row.ToRow(overwrites))];
            switch (await Services.Sets.FillAsync(
                CommandId(),
                Person,
                plan.View.Set.Number,
                plan.Matter.Number,
                rows,
                true,
                cancellationToken))
            {
                case PlanResult.Done done:
                    await Services.Sets.KeepSheetAsync(Person, plan.View.Set.Number, "", [], cancellationToken);
                    var after = plan with { View = done.View };
                    return await ShowAsync(after, TakenWords(after, done, rows));
                case PlanResult.Differs differs:
                    return await ShowAsync(
                        Localizer.Say(PlanFillTexts.SheetTitle, PlanFillCards.Title(plan, Localizer)),
                        PlanFillCards.Comparison(plan, differs.Comparison, sheet, Buttons));
                case PlanResult.Refused refused:
                    return await ShowAsync(
                        plan with { View = refused.View },
                        Localizer.Say(PlanFillTexts.SheetNotTaken, Why(refused.Why)),
                        isRefused: true);
                default:
                    return await TellAsync(Localizer.Say(PlanFillTexts.NotFound));
            }
        }, cancellationToken);

    /// <summary>How much of a sheet was written, and what of it was not: ended, or changed by others, since it was shown.</summary>
    private string TakenWords(PlanView after, PlanResult.Done done, IReadOnlyList<PlanSheetRow> rows)
    {
        if (done.Repeated)
        {
            return Localizer.Say(PlanFillTexts.SheetTaken, rows.Count);
        }

        var left = PlanSheetRules.Compare(after.View.Set.Number, after.All, rows, Localizer.Today, after.Ends);
        return string.Join(
            Localizer.Say(Texts.ListSemicolon),
            [
                left.Changes.Count == 0
                    ? Localizer.Say(PlanFillTexts.SheetTaken, done.Taken.Count)
                    : Localizer.Say(PlanFillTexts.SheetTakenLess, done.Taken.Count, left.Changes.Count),
                .. left.Remarks.Where(remark => remark.Kind == PlanSheetRemarkKind.Closed)
                    .Select(remark => Localizer.Say(PlanFillTexts.Closed, remark.Index)),
            ]);
    }

    /// <summary>The finding was closed or taken out: a plan says nothing of it any more.</summary>
    private static bool IsEnded(SetView view, int index) => view.Matters.GetValueOrDefault(index) is { IsOpen: false };

    /// <summary>Handed in as a whole; who hands it in has signed for the set.</summary>
    public Task<TurnAnswer> HandInAsync(string set, CancellationToken cancellationToken) => PlanAsync(set, async plan =>
    {
        if (plan.Matter.State == MatterState.Assigned)
        {
            await Services.Matters.DoAsync(
                CommandId() + "-sign",
                Person,
                plan.Matter.Number,
                new MatterCommand.Sign(),
                cancellationToken);
        }

        var text = Localizer.Say(PlanFillTexts.HandedInText, plan.Rows.Count);
        return await StepAsync(plan, new MatterCommand.HandIn(text), PlanFillTexts.HandedInNow, cancellationToken);
    }, cancellationToken);

    public Task<TurnAnswer> ApproveAsync(string set, CancellationToken cancellationToken) => PlanAsync(
        set,
        plan => StepAsync(plan, new MatterCommand.Close(), PlanFillTexts.ApprovedNow, cancellationToken),
        cancellationToken);

    public Task<TurnAnswer> ReturnFormAsync(string set, CancellationToken cancellationToken) => PlanAsync(
        set,
        plan => plan.Matter.State == MatterState.HandedIn
            ? ReturnFormAsync(plan, new Dictionary<string, string>(StringComparer.Ordinal), [])
            : ShowAsync(plan, null),
        cancellationToken);

    public Task<TurnAnswer> ReturnAsync(
        string set,
        IReadOnlyDictionary<string, string> typed,
        CancellationToken cancellationToken) => PlanAsync(set, async plan =>
        {
            var said = typed.GetValueOrDefault(PlanFillCards.Remarks)?.Trim() ?? "";
            var (rows, _) = SetPlanLine.Remarks(said);
            var unknown = rows.Keys.Where(index => plan.Rows.All(row => row.Index != index)).ToList();
            if (said.Length == 0 || unknown.Count > 0)
            {
                return await ReturnFormAsync(plan, typed, new FormErrors
                {
                    [PlanFillCards.Remarks] = said.Length == 0
                        ? Localizer.Say(Texts.RefusedMissing)
                        : Localizer.Say(PlanFillTexts.NoSuchRow, Localizer.Listed(unknown)),
                });
            }

            var result = await Services.Sets.ReturnPlanAsync(
                CommandId(),
                Person,
                plan.View.Set.Number,
                plan.Matter.Number,
                rows,
                said,
                cancellationToken);
            return result is CommandResult.Refused refused && plan.Matter.State == MatterState.HandedIn
                ? await ReturnFormAsync(plan, typed, ErrorsOf(refused))
                : await AfterAsync(
                    plan,
                    result,
                    rows.Count > 0 ? Localizer.Say(PlanFillTexts.ReturnedRows, rows.Count) : Localizer.Say(PlanFillTexts.ReturnedNow),
                    cancellationToken);
        }, cancellationToken);

    public Task<TurnAnswer> ListsAsync(string which, string list, string page, CancellationToken cancellationToken) =>
        OfAsync(which, "setplan.lists", async set =>
            await Services.Sets.FindAsync(Person, set.Number, cancellationToken) is { } view
                ? await ShowAsync(
                    Localizer.Say(PlanFillTexts.ListsReady, Localizer.Place(set.Area)),
                    PlanFillCards.Lists(
                        view,
                        Enum.TryParse<SetList>(list, out var one) && Enum.IsDefined(one) ? one : SetList.Problems,
                        PageIn(page),
                        Buttons))
                : await TellAsync(Localizer.Say(PlanFillTexts.NotFound)), cancellationToken);

    public Task<TurnAnswer> ListsFileAsync(string set, CancellationToken cancellationToken) =>
        OfAsync(set, "setplan.lists", one => files.OfferAsync(
            Localizer.Say(PlanFillTexts.ListsReady, Localizer.Place(one.Area)),
            PlanFillTexts.ListsNote,
            LinkTo.SetLists,
            one.Area,
            one.Number.Key,
            ExportTexts.Download,
            Buttons.To(PlanFillTexts.Lists, "setplan.lists", (PlanFillCards.Which, one.Number.Key)),
            cancellationToken), cancellationToken);

    private async Task<TurnAnswer> CompareAsync(PlanView plan, IReadOnlyList<Sheet> sheets, CancellationToken cancellationToken)
    {
        var set = plan.View.Set;
        // Spans such as 六个月内 are counted from the feedback.
        var rows = PlanSheet.Read(sheets, set.FeedbackOn, Services.Calendar())!.Rows;
        var comparison = PlanSheetRules.Compare(set.Number, plan.All, rows, Localizer.Today, plan.Ends);
        var sheet = Bot.CommandId([Person.Id, ChatEvent.Id, set.Number.Key]);
        if (!comparison.IsRefused && comparison.Overwriting.Count > 0)
        {
            var meanwhile = comparison.Changes.Where(c => c.Meanwhile).ToLookup(c => c.Index, c => c.Column);
            var stands = plan.All.ToDictionary(row => row.Index, row => row.Fill);
            await Services.Sets.KeepSheetAsync(
                Person,
                set.Number,
                sheet,
                [.. comparison.Overwriting.OrderBy(row => row.Key).Select(row => new KeptRow(
                    row.Key,
                    PlanSheetRules.KeyOf(set.Number, row.Key, stands[row.Key]),
                    row.Value,
                    [.. meanwhile[row.Key]]))],
                cancellationToken);
        }

        return await ShowAsync(
            Localizer.Say(PlanFillTexts.SheetTitle, PlanFillCards.Title(plan, Localizer)),
            PlanFillCards.Comparison(plan, comparison, sheet, Buttons));
    }

    private async Task<TurnAnswer> StepAsync(PlanView plan, MatterCommand command, Text news, CancellationToken cancellationToken) =>
        await AfterAsync(
            plan,
            await Services.Matters.DoAsync(CommandId(), Person, plan.Matter.Number, command, cancellationToken),
            Localizer.Say(news),
            cancellationToken);

    private async Task<TurnAnswer> AfterAsync(
        PlanView plan,
        CommandResult result,
        string news,
        CancellationToken cancellationToken)
    {
        if (await Services.Sets.PlanAsync(Person, plan.View.Set.Number, cancellationToken, plan.Matter.Number) is not { } now)
        {
            return await TellAsync(Localizer.Say(PlanFillTexts.NotFound));
        }

        return result is CommandResult.Refused refused
            ? await ShowAsync(now, string.Join(Localizer.Say(Texts.ListSemicolon), refused.Refusals.Select(Localizer.Why)), isRefused: true)
            : await ShowAsync(now, news);
    }

    private Task<TurnAnswer> SavedAsync(PlanView plan, int index)
    {
        var next = Next(plan, index);
        return next == 0
            ? ShowAsync(plan, Localizer.Say(PlanFillTexts.SavedAll, index), PlanFillCards.PageOf(plan, index))
            : FormAsync(
                plan,
                plan.View.Findings[next - 1],
                PlanFillCards.Typed(SetService.FillOf(plan.View.Findings[next - 1])),
                [],
                Localizer.Say(PlanFillTexts.Saved, index));
    }

    /// <summary>The next finding after one that lacks something, from the beginning when none follows; 0 for none.</summary>
    private int Next(PlanView plan, int after)
    {
        var lacking = PlanRules.Lacks(plan.Rows, Localizer.Today, plan.Ends).Select(fault => fault.Index).Distinct().ToList();
        return lacking.Find(index => index > after) is > 0 and var next ? next : lacking.Find(index => index != after);
    }

    private FormErrors ErrorsOf(PlanSheetComparison comparison, PlanView plan)
    {
        var errors = new FormErrors();
        foreach (var fault in comparison.Faults)
        {
            errors.TryAdd(PlanSheet.FieldOf(fault.Column), PlanFillCards.WhyCell(fault, plan, Localizer));
        }

        foreach (var change in comparison.Changes.Where(c => c.Meanwhile))
        {
            errors.TryAdd(
                PlanSheet.FieldOf(change.Column),
                Localizer.Say(PlanFillTexts.Meanwhile, Localizer.Clip(change.Stands ?? "", 200)));
        }

        if (comparison.Remarks.FirstOrDefault(r => r.Kind == PlanSheetRemarkKind.Closed) is { } closed)
        {
            errors.TryAdd("", Localizer.Say(PlanFillTexts.Closed, closed.Index));
        }

        return errors;
    }

    private FormErrors ErrorsOf(CommandResult.Refused refused)
    {
        var errors = new FormErrors();
        foreach (var refusal in refused.Refusals)
        {
            errors.TryAdd(refusal.Field == Fields.Requirement ? PlanFillCards.Remarks : "", Localizer.Why(refusal));
        }

        return errors;
    }

    private Task<TurnAnswer> FormAsync(
        PlanView plan,
        SetFinding finding,
        IReadOnlyDictionary<string, string> typed,
        FormErrors errors,
        string? news) => ShowAsync(
            news ?? Localizer.Say(PlanFillTexts.RowTitle),
            PlanFillCards.RowForm(plan, finding, typed, errors, news, Buttons));

    private Task<TurnAnswer> ReturnFormAsync(PlanView plan, IReadOnlyDictionary<string, string> typed, FormErrors errors) =>
        ShowAsync(Localizer.Say(PlanFillTexts.Return), PlanFillCards.ReturnForm(plan, typed, errors, Buttons));

    private Task<TurnAnswer> ShowAsync(PlanView plan, string? news, int? page = 0, bool isRefused = false) => ShowAsync(
        news ?? PlanFillCards.Title(plan, Localizer),
        PlanFillCards.Show(plan, page, Person, Buttons, news, isRefused));

    /// <summary>The plan that a button names.</summary>
    private async Task<TurnAnswer> PlanAsync(
        string set,
        Func<PlanView, Task<TurnAnswer>> goOn,
        CancellationToken cancellationToken)
    {
        try
        {
            return NumberOf(set) is { } number
                && await Services.Sets.PlanAsync(Person, number, cancellationToken) is { } plan
                ? await goOn(plan)
                : await TellAsync(Localizer.Say(PlanFillTexts.NotFound));
        }
        catch (StoreUnavailableException)
        {
            return await TellAsync(Localizer.Say(Texts.StoreBusy));
        }
    }

    /// <summary>The set that was named by its number or its place; a choice where several are meant.</summary>
    private async Task<TurnAnswer> OfAsync(
        string which,
        string command,
        Func<FindingSet, Task<TurnAnswer>> goOn,
        CancellationToken cancellationToken)
    {
        try
        {
            if (NumberOf(which) is { } number)
            {
                return await Services.Sets.FindAsync(Person, number, cancellationToken) is { } found
                    ? await goOn(found.Set)
                    : await TellAsync(Localizer.Say(PlanFillTexts.NotFound));
            }

            if (Place(which, command, out var answer, PlanFillCards.Which) is not { } area)
            {
                return await answer!;
            }

            var sets = await Services.Sets.ListAsync(Person, area, cancellationToken);
            return sets switch
            {
                [] => await ShowAsync(
                    Localizer.Say(PlanFillTexts.None),
                    SetCards.None(Localizer.Say(PlanFillTexts.None), false, Buttons)),
                [var only] => await goOn(only),
                _ => await ShowAsync(Localizer.Say(PlanFillTexts.Which), PlanFillCards.Choose([.. sets.Take(10)], command, Buttons)),
            };
        }
        catch (StoreUnavailableException)
        {
            return await TellAsync(Localizer.Say(Texts.StoreBusy));
        }
    }

    /// <summary>Plans that the person may fill in now.</summary>
    private async Task<IReadOnlyList<PlanView>> PlansAsync(CancellationToken cancellationToken)
    {
        var plans = new List<PlanView>();
        foreach (var area in Person.Grants.Select(g => g.Area).Distinct())
        {
            foreach (var set in (await Services.Sets.ListAsync(Person, area, cancellationToken)).Where(s => s.Area == area).Take(5))
            {
                if (await Services.Sets.PlanAsync(Person, set.Number, cancellationToken) is { } plan
                    && Services.Sets.WhyNot(set, plan.Matter, Person) is null)
                {
                    plans.Add(plan);
                }
            }
        }

        return plans;
    }

    private MatterNumber? NumberOf(string which) =>
        which.Length > 0
            && (SetNumber.Alone(which) ?? which) is { } text
            && MatterNumber.TryParse(text, Localizer.Today.Year, out var number)
            && !number.IsChild
            ? number
            : null;

    private static int PageIn(string page) =>
        int.TryParse(page, NumberStyles.None, CultureInfo.InvariantCulture, out var said) ? said : 0;

    private string Why(PlanRefusal why) => Localizer.Say(why switch
    {
        PlanRefusal.NotAllowed => PlanFillTexts.NotYours,
        PlanRefusal.NotYet => PlanFillTexts.NotYet,
        PlanRefusal.HandedIn => PlanFillTexts.WaitsForTeam,
        PlanRefusal.Approved => PlanFillTexts.IsApproved,
    });
}
