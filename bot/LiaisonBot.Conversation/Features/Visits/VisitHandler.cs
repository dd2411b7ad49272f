using System.Globalization;
using LiaisonBot.Conversation.Cards;
using LiaisonBot.Conversation.Phrases;
using LiaisonBot.Conversation.Shell;
using LiaisonBot.Core.Areas;
using LiaisonBot.Core.Calendar;
using LiaisonBot.Core.People;
using LiaisonBot.Core.Storage;
using LiaisonBot.Core.Text;
using NodaTime;

namespace LiaisonBot.Conversation.Features.Visits;

/// <summary>Residencies and visits: those concerned see them, the office enters them.</summary>
internal sealed class VisitHandler(TurnScope scope) : TurnPart(scope)
{
    public Task<TurnAnswer> ShowAsync(string place, int page) => Place(place, "visits.show", out var answer) is { } area
        ? ShowAsync(
            Localizer.Say(VisitTexts.VisitsTitle, Localizer.Place(area)),
            VisitCards.Show(area, Person, page, Buttons))
        : answer!;

    /// <summary>The form, filled with what was understood of one line.</summary>
    public Task<TurnAnswer> FormAsync(VisitKind kind, string what)
    {
        var line = VisitLine.Read(what, Localizer.Directory.Areas, Localizer.Today);
        var typed = new Dictionary<string, string>(StringComparer.Ordinal) { [VisitCards.Kind] = kind.ToString() };
        if (line.Area is { } area)
        {
            typed[VisitCards.Area] = area.Value;
        }

        if (line.Team is { } team)
        {
            typed[VisitCards.Team] = Localizer.Invariant(team);
        }

        if (line.From is { } from)
        {
            typed[VisitCards.From] = Columns.Date(from);
        }

        if (line.To is { } to)
        {
            typed[VisitCards.To] = Columns.Date(to);
        }

        return FormAsync(typed, [], NotRead(line.Rest));
    }

    public Task<TurnAnswer> FormAsync(IReadOnlyDictionary<string, string> typed) => FormAsync(
        AreaCode.TryParse(typed.GetValueOrDefault(VisitCards.Area), out var area)
            ? new Dictionary<string, string>(StringComparer.Ordinal)
            {
                [VisitCards.Area] = area.Value,
                [VisitCards.Kind] = (area.Level == AreaLevel.City
                    ? VisitKind.Residency
                    : VisitKind.Inspection).ToString(),
            }
            : new(StringComparer.Ordinal),
        []);

    public async Task<TurnAnswer> AddAsync(
        IReadOnlyDictionary<string, string> typed,
        CancellationToken cancellationToken)
    {
        var errors = new FormErrors();
        if (!Enum.TryParse<VisitKind>(typed.GetValueOrDefault(VisitCards.Kind), out var kind) || !Enum.IsDefined(kind))
            errors[VisitCards.Kind] = Localizer.Say(Texts.RefusedMissing);
        if (!AreaCode.TryParse(typed.GetValueOrDefault(VisitCards.Area), out var area))
        {
            errors[VisitCards.Area] = Localizer.Say(Texts.RefusedMissing);
        }

        if (!int.TryParse(
            Folding.Of(typed.GetValueOrDefault(VisitCards.Team) ?? "").Trim(),
            NumberStyles.None,
            CultureInfo.InvariantCulture,
            out var team))
            errors[VisitCards.Team] = Localizer.Why(VisitRefusal.TeamMissing);
        var (from, to) = (Date(typed, VisitCards.From, errors), Date(typed, VisitCards.To, errors));
        if (errors.Count > 0 || from is not { } first || to is not { } last)
        {
            return await FormAsync(typed, errors);
        }

        var visit = new Visit(team, area, first, last, kind);
        return await DoAsync(
            () => Services.Visits.AddAsync(Person, visit, cancellationToken),
            refusal =>
            {
                errors[FieldOf(refusal)] = Localizer.Why(refusal);
                return FormAsync(typed, errors);
            },
            VisitTexts.VisitAdded, visit, cancellationToken);
    }

    public Task<TurnAnswer> EndFormAsync(IReadOnlyDictionary<string, string> typed) => Find(typed) is { } visit
        ? EndFormAsync(
            visit,
            new Dictionary<string, string>(StringComparer.Ordinal) { [VisitCards.To] = Columns.Date(visit.To) },
            [])
        : TellAsync(Localizer.Why(VisitRefusal.NotFound));

    public async Task<TurnAnswer> ChangeEndAsync(
        IReadOnlyDictionary<string, string> typed,
        CancellationToken cancellationToken)
    {
        if (Find(typed) is not { } visit)
        {
            return await TellAsync(Localizer.Why(VisitRefusal.NotFound));
        }

        var errors = new FormErrors();
        if (Date(typed, VisitCards.To, errors) is not { } to)
        {
            return await EndFormAsync(visit, typed, errors);
        }

        return await DoAsync(
            () => Services.Visits.ChangeEndAsync(Person, typed[VisitCards.VisitKey], to, cancellationToken),
            refusal =>
            {
                errors[refusal is VisitRefusal.EndsBefore or VisitRefusal.TooLong or VisitRefusal.Overlaps
                    ? VisitCards.To
                    : ""] = Localizer.Why(refusal);
                return EndFormAsync(visit, typed, errors);
            },
            VisitTexts.VisitChanged, visit with { To = to }, cancellationToken);
    }

    public Task<TurnAnswer> AskRemoveAsync(IReadOnlyDictionary<string, string> typed) => Find(typed) is { } visit
        ? ShowAsync(Localizer.Say(VisitTexts.AskRemoveVisit), VisitCards.AskRemove(visit, Buttons))
        : TellAsync(Localizer.Why(VisitRefusal.NotFound));

    public async Task<TurnAnswer> RemoveAsync(
        IReadOnlyDictionary<string, string> typed,
        CancellationToken cancellationToken) =>
        Find(typed) is { } visit
            ? await DoAsync(
                () => Services.Visits.RemoveAsync(Person, typed[VisitCards.VisitKey], cancellationToken),
                refusal => TellAsync(Localizer.Why(refusal)),
                VisitTexts.VisitRemoved,
                visit,
                cancellationToken)
            : await TellAsync(Localizer.Why(VisitRefusal.NotFound));

    private async Task<TurnAnswer> DoAsync(
        Func<Task<VisitRefusal?>> change,
        Func<VisitRefusal, Task<TurnAnswer>> refused,
        Text done,
        Visit visit,
        CancellationToken cancellationToken)
    {
        try
        {
            if (await change() is { } refusal)
            {
                return await refused(refusal);
            }

            var renewed = Localizer with { Directory = await Services.Directory.ReadAsync(cancellationToken) };
            var news = renewed.Say(done, VisitCards.Name(visit, renewed));
            return await ShowAsync(
                news,
                VisitCards.Show(visit.Area, Person, 0, Buttons with { Localizer = renewed }, news));
        }
        catch (StoreUnavailableException)
        {
            return await TellAsync(Localizer.Say(Texts.StoreBusy));
        }
    }

    private Task<TurnAnswer> FormAsync(IReadOnlyDictionary<string, string> typed, FormErrors errors, string? note = null) =>
        VisitService.MayManage(Person, Localizer.Directory.Province)
            ? ShowAsync(Localizer.Say(VisitTexts.AddVisitTitle), VisitCards.Form(Buttons, typed, errors, note))
            : TellAsync(Localizer.Why(VisitRefusal.NotAllowed));

    private Task<TurnAnswer> EndFormAsync(Visit visit, IReadOnlyDictionary<string, string> typed, FormErrors errors) =>
        ShowAsync(Localizer.Say(VisitTexts.ChangeEnd), VisitCards.EndForm(visit, Buttons, typed, errors));

    /// <summary>A visit that the asker may change: others do not exist for them.</summary>
    private Visit? Find(IReadOnlyDictionary<string, string> typed) =>
        Localizer.Directory.Visits
            .FirstOrDefault(v =>
                DirectoryRows.ToRow(v).Key == typed.GetValueOrDefault(VisitCards.VisitKey)
                    && VisitService.MayManage(Person, v.Area));

    private LocalDate? Date(IReadOnlyDictionary<string, string> typed, string id, FormErrors errors)
    {
        var text = typed.GetValueOrDefault(id);
        if (!string.IsNullOrWhiteSpace(text) && Localizer.Dates.Read(text) is DueSpan.On on)
        {
            return on.Date;
        }

        errors[id] = string.IsNullOrWhiteSpace(text)
            ? Localizer.Say(Texts.RefusedMissing)
            : Localizer.Say(VisitTexts.RefusedNoDate, Localizer.ExampleDate);
        return null;
    }

    private static string FieldOf(VisitRefusal refusal) => refusal switch
    {
        VisitRefusal.TeamMissing => VisitCards.Team,
        VisitRefusal.UnknownArea or VisitRefusal.PlaceDoesNotFit => VisitCards.Area,
        VisitRefusal.EndsBefore or VisitRefusal.TooLong => VisitCards.To,
        VisitRefusal.NotAllowed or VisitRefusal.DatesMissing or VisitRefusal.Overlaps or VisitRefusal.TooMany
            or VisitRefusal.NotFound => "",
    };
}
