using System.Globalization;
using LiaisonBot.Conversation.Cards;
using LiaisonBot.Conversation.Phrases;
using LiaisonBot.Conversation.Shell;
using LiaisonBot.Core.Areas;
using LiaisonBot.Core.Calendar;
using LiaisonBot.Core.Matters;
using LiaisonBot.Core.People;
using LiaisonBot.Core.Sets;
using LiaisonBot.Core.Storage;

namespace LiaisonBot.Conversation.Features.Checks;

/// <summary>Checks of closed findings: drawn with one press, each finding by a form, what follows by the leader.</summary>
internal sealed class CheckHandler(TurnScope scope) : TurnPart(scope)
{
    public async Task<TurnAnswer> ShowAsync(string place, string size, CancellationToken cancellationToken)
    {
        if (!CheckFeature.IsConcerned(Person))
        {
            return await TellAsync(Localizer.Say(CheckTexts.NotYours));
        }

        if (SetNumber.Alone(place) is { } said)
        {
            // Of a set: whoever may not see it hears of a set that is not there.
            if (!MatterNumber.TryParse(said, Localizer.Today.Year, out var number)
                || await Services.Sets.FindAsync(Person, number, cancellationToken) is not { } view)
            {
                return await TellAsync(Localizer.Say(CheckTexts.NoSuchSet, place));
            }

            place = view.Set.Area.Value;
        }

        if (place.Length > 0 && Localizer.Directory.Areas.Resolve(place, Near) is not (AreaMatch.One or AreaMatch.Several))
        {
            return await NotUnderstoodAsync($"{Localizer.Say(CheckTexts.Check)}{place}");
        }

        if (Place(place, "checks.show", out var answer, more: size.Length > 0 ? (CheckCards.Size, size) : null) is not { } area)
        {
            return await answer!;
        }

        if (area.Level == AreaLevel.Province)
        {
            return await TellAsync(Localizer.Say(CheckTexts.WhichPlace));
        }

        if (!Permissions.May(Person, Right.CheckFindings, Subject.Place(area)))
        {
            return await TellAsync(NotYoursThere(area));
        }

        var checks = await Services.Checks.OfPlaceAsync(Person, area, cancellationToken);
        return size.Length == 0 && checks.FirstOrDefault(c => c.Items.Any(i => i.Result is null || i.Waits)) is { } open
            ? await ShowAsync(open, checks, null)
            : await ProposeAsync(area, size, null, checks, cancellationToken);
    }

    public async Task<TurnAnswer> OpenAsync(string number, CancellationToken cancellationToken) =>
        await FindAsync(number, cancellationToken) is { } check
            ? await ShowAsync(check, null, cancellationToken)
            : await TellAsync(Localizer.Say(CheckTexts.NotFound));

    public async Task<TurnAnswer> DrawAsync(string place, string size, CancellationToken cancellationToken)
    {
        if (!AreaCode.TryParse(place, out var area))
        {
            return await UnknownButtonAsync();
        }

        int? wanted = int.TryParse(size, NumberStyles.None, CultureInfo.InvariantCulture, out var said) ? said : null;
        return await DoAsync(
            () => Services.Checks.DrawAsync(CommandId(), Person, area, wanted, cancellationToken),
            done => Localizer.Say(CheckTexts.Drawn, done.Check.Items.Count),
            async refused => refused.Why == CheckRefusal.NotAllowed
                ? await TellAsync(NotYoursThere(area))
                : await ProposeAsync(
                    area,
                    "",
                    Why(refused.Why, area),
                    await Services.Checks.OfPlaceAsync(Person, area, cancellationToken),
                    cancellationToken),
            cancellationToken);
    }

    public async Task<TurnAnswer> FormAsync(string number, string matter, CancellationToken cancellationToken) =>
        await ItemAsync(number, matter, cancellationToken) is var (check, item)
            ? await FormAsync(
                check,
                item,
                item.Result is { } result
                    ? new Dictionary<string, string>(StringComparer.Ordinal)
                    {
                        [CheckCards.Result] = result.ToString(),
                        [CheckCards.Note] = item.Note ?? "",
                    }
                    : new Dictionary<string, string>(StringComparer.Ordinal),
                [])
            : await TellAsync(Localizer.Say(CheckTexts.NotFound));

    public async Task<TurnAnswer> SayAsync(
        string number,
        string matter,
        IReadOnlyDictionary<string, string> typed,
        CancellationToken cancellationToken)
    {
        if (await ItemAsync(number, matter, cancellationToken) is not var (check, item))
        {
            return await TellAsync(Localizer.Say(CheckTexts.NotFound));
        }

        if (!Enum.TryParse<CheckResult>(typed.GetValueOrDefault(CheckCards.Result), out var result) || !Enum.IsDefined(result))
        {
            return await FormAsync(
                check,
                item,
                typed,
                new FormErrors { [CheckCards.Result] = Localizer.Say(Texts.RefusedMissing) });
        }

        return await DoAsync(
            () => Services.Checks.SayAsync(
                Person,
                check.Number,
                item.Matter,
                new(result, typed.GetValueOrDefault(CheckCards.Note)),
                cancellationToken),
            _ => Localizer.Say(CheckTexts.Saved, Localizer.Say(CheckCards.WordOf(result))),
            refused => refused.Why is CheckRefusal.NoteMissing or CheckRefusal.NoteTooLong
                ? FormAsync(check, item, typed, new FormErrors { [CheckCards.Note] = Why(refused.Why, check.Area) })
                : RefusedAsync(refused, cancellationToken),
            cancellationToken);
    }

    public async Task<TurnAnswer> FollowFormAsync(string number, string matter, CancellationToken cancellationToken) =>
        await ItemAsync(number, matter, cancellationToken) is var (check, item)
            ? item.Waits
                ? await FollowFormAsync(check, item, new Dictionary<string, string>(StringComparer.Ordinal), [])
                : await ShowAsync(check, null, cancellationToken)
            : await TellAsync(Localizer.Say(CheckTexts.NotFound));

    public async Task<TurnAnswer> FollowAsync(
        string number,
        string matter,
        IReadOnlyDictionary<string, string> typed,
        CancellationToken cancellationToken)
    {
        if (await ItemAsync(number, matter, cancellationToken) is not var (check, item))
        {
            return await TellAsync(Localizer.Say(CheckTexts.NotFound));
        }

        var due = Localizer.Dates.Read(typed.GetValueOrDefault(CheckCards.Due) ?? "") is DueSpan.On on ? on.Date : (NodaTime.LocalDate?)null;
        return await DoAsync(
            () => Services.Checks.FollowUpAsync(Person, check.Number, item.Matter, due, cancellationToken),
            done => Localizer.Say(
                CheckTexts.Followed,
                Localizer.Number(done.Check.Items.First(i => i.Matter == item.Matter).FollowedBy!.Value)),
            refused => refused.Why is CheckRefusal.DueMissing or CheckRefusal.DueInPast or CheckRefusal.DueTooFar
                ? FollowFormAsync(check, item, typed, new FormErrors { [CheckCards.Due] = Why(refused.Why, check.Area) })
                : RefusedAsync(refused, cancellationToken),
            cancellationToken);
    }

    public async Task<TurnAnswer> LeaveFormAsync(string number, string matter, CancellationToken cancellationToken) =>
        await ItemAsync(number, matter, cancellationToken) is var (check, item)
            ? await LeaveFormAsync(check, item, new Dictionary<string, string>(StringComparer.Ordinal), [])
            : await TellAsync(Localizer.Say(CheckTexts.NotFound));

    public async Task<TurnAnswer> LeaveAsync(
        string number,
        string matter,
        IReadOnlyDictionary<string, string> typed,
        CancellationToken cancellationToken)
    {
        if (await ItemAsync(number, matter, cancellationToken) is not var (check, item))
        {
            return await TellAsync(Localizer.Say(CheckTexts.NotFound));
        }

        return await DoAsync(
            () => Services.Checks.LeaveAsync(
                Person,
                check.Number,
                item.Matter,
                typed.GetValueOrDefault(CheckCards.Note),
                cancellationToken),
            _ => Localizer.Say(CheckTexts.LeftNow),
            refused => refused.Why is CheckRefusal.NoteMissing or CheckRefusal.NoteTooLong
                ? LeaveFormAsync(check, item, typed, new FormErrors { [CheckCards.Note] = Why(refused.Why, check.Area) })
                : RefusedAsync(refused, cancellationToken),
            cancellationToken);
    }

    private async Task<TurnAnswer> DoAsync(
        Func<Task<CheckOutcome>> step,
        Func<CheckOutcome.Done, string> news,
        Func<CheckOutcome.Refused, Task<TurnAnswer>> refusedAsync,
        CancellationToken cancellationToken)
    {
        try
        {
            return await step() switch
            {
                CheckOutcome.Done done => await ShowAsync(done.Check, news(done), cancellationToken),
                CheckOutcome.Refused refused => await refusedAsync(refused),
                _ => await TellAsync(Localizer.Say(CheckTexts.NotFound)),
            };
        }
        catch (StoreUnavailableException)
        {
            return await TellAsync(Localizer.Say(Texts.StoreBusy));
        }
    }

    private async Task<TurnAnswer> RefusedAsync(CheckOutcome.Refused refused, CancellationToken cancellationToken) =>
        refused.Check is { } check
            ? await ShowAsync(
                check,
                await Services.Checks.OfPlaceAsync(Person, check.Area, cancellationToken),
                Why(refused.Why, check.Area),
                isRefused: true)
            : await TellAsync(Localizer.Say(CheckTexts.NotYours));

    private async Task<TurnAnswer> ProposeAsync(
        AreaCode area,
        string size,
        string? error,
        IReadOnlyList<FindingCheck> checks,
        CancellationToken cancellationToken)
    {
        var closed = await Services.Checks.ClosedAsync(area, cancellationToken);
        if (size.Length > 0 && (!int.TryParse(size, out var wanted) || wanted is < 1 or > CheckLimits.Drawn))
        {
            (size, error) = ("", Why(CheckRefusal.SizeOutOfRange, area));
        }

        return await ShowAsync(
            Localizer.Say(CheckTexts.Title, Localizer.Place(area)),
            CheckCards.Proposal(area, closed, checks, size, error, Buttons));
    }

    private async Task<TurnAnswer> ShowAsync(FindingCheck check, string? news, CancellationToken cancellationToken) =>
        await ShowAsync(check, await Services.Checks.OfPlaceAsync(Person, check.Area, cancellationToken), news);

    private Task<TurnAnswer> ShowAsync(FindingCheck check, IReadOnlyList<FindingCheck> all, string? news, bool isRefused = false) =>
        ShowAsync(
            news ?? Localizer.Say(CheckTexts.Title, Localizer.Place(check.Area)),
            CheckCards.Show(check, all, Person, Buttons, news, isRefused));

    private Task<TurnAnswer> FormAsync(
        FindingCheck check,
        CheckItem item,
        IReadOnlyDictionary<string, string> typed,
        FormErrors errors) =>
        ShowAsync(Localizer.Say(CheckTexts.SayResult), CheckCards.Form(check, item, typed, errors, Buttons));

    private Task<TurnAnswer> FollowFormAsync(
        FindingCheck check,
        CheckItem item,
        IReadOnlyDictionary<string, string> typed,
        FormErrors errors) =>
        ShowAsync(Localizer.Say(CheckTexts.Follow), CheckCards.FollowForm(check, item, typed, errors, Buttons));

    private Task<TurnAnswer> LeaveFormAsync(
        FindingCheck check,
        CheckItem item,
        IReadOnlyDictionary<string, string> typed,
        FormErrors errors) =>
        ShowAsync(Localizer.Say(CheckTexts.Leave), CheckCards.LeaveForm(check, item, typed, errors, Buttons));

    private async Task<(FindingCheck Check, CheckItem Item)?> ItemAsync(
        string number,
        string matter,
        CancellationToken cancellationToken) =>
        await FindAsync(number, cancellationToken) is { } check
            && check.Items.FirstOrDefault(i => i.Matter.Key == matter) is { } item
            ? (check, item)
            : null;

    private Task<FindingCheck?> FindAsync(string number, CancellationToken cancellationToken) =>
        MatterNumber.TryOf(new(MatterNumber.Kind, number), out var key)
            ? Services.Checks.FindAsync(Person, key, cancellationToken)
            : Task.FromResult<FindingCheck?>(null);

    private string NotYoursThere(AreaCode area) => Localizer.Say(CheckTexts.NotYoursThere, Localizer.Place(area));

    private string Why(CheckRefusal why, AreaCode area) => why switch
    {
        CheckRefusal.NotAllowed => NotYoursThere(area),
        CheckRefusal.NotYoursToDecide => Localizer.Say(CheckTexts.NotYoursToDecide),
        CheckRefusal.NothingClosed => Localizer.Say(CheckTexts.NothingClosed, Localizer.Place(area)),
        CheckRefusal.SizeOutOfRange => Localizer.Say(CheckTexts.SizeOutOfRange, CheckLimits.Drawn),
        CheckRefusal.AlreadyDrawn => Localizer.Say(CheckTexts.AlreadyDrawn),
        CheckRefusal.NoteMissing => Localizer.Say(CheckTexts.NoteMissing),
        CheckRefusal.NoteTooLong => Localizer.Say(CheckTexts.NoteTooLong, MatterLimits.Requirement),
        CheckRefusal.DueMissing => Localizer.Say(CheckTexts.DueMissing),
        CheckRefusal.DueInPast => Localizer.Say(CheckTexts.DueInPast),
        CheckRefusal.DueTooFar => Localizer.Say(CheckTexts.DueTooFar),
        CheckRefusal.Decided => Localizer.Say(CheckTexts.Decided),
        CheckRefusal.NothingWaits => Localizer.Say(CheckTexts.NothingWaits),
    };
}
