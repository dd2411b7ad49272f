using System.Globalization;
using LiaisonBot.Conversation.Cards;
using LiaisonBot.Conversation.Features.Export;
using LiaisonBot.Conversation.Phrases;
using LiaisonBot.Conversation.Sheets;
using LiaisonBot.Conversation.Shell;
using LiaisonBot.Core.Areas;
using LiaisonBot.Core.Calendar;
using LiaisonBot.Core.Delivery;
using LiaisonBot.Core.Evaluations;
using LiaisonBot.Core.People;
using LiaisonBot.Core.Storage;
using LiaisonBot.Core.Text;

namespace LiaisonBot.Conversation.Features.Evaluations;

/// <summary>Evaluations: team and office see and enter them.</summary>
internal sealed class EvaluationHandler : TurnPart
{
    /// <summary>Lines and cells that could not be read are named up to this many, and this far.</summary>
    private const int MostUnread = 8;

    private const int MostOfALine = 40;

    private readonly ExportHandler files;

    public EvaluationHandler(TurnScope scope)
        : base(scope) =>
        files = new(scope);

    public async Task<TurnAnswer> ShowAsync(string place, CancellationToken cancellationToken)
    {
        if (!IsConcerned)
        {
            return await TellAsync(Localizer.Say(EvaluationTexts.NotYours));
        }

        if (Place(place, "evaluations.show", out var answer) is not { } area)
        {
            return await answer!;
        }

        if (area.Level == AreaLevel.Province)
        {
            return await FormAsync("");
        }

        var found = await Services.Evaluations.OfPlaceAsync(Person, area, cancellationToken);
        return await ShowAsync(
            Localizer.Say(EvaluationTexts.Title, Localizer.Place(area)),
            EvaluationCards.Show(area, found, Buttons));
    }

    /// <param name="line">Counts that were said with it.</param>
    public Task<TurnAnswer> FormAsync(string place, EvaluationLine? line = null)
    {
        if (!IsConcerned)
        {
            return TellAsync(Localizer.Say(EvaluationTexts.NotYours));
        }

        var typed = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            [EvaluationCards.On] = Columns.Date(Localizer.Today),
            [EvaluationCards.Method] = nameof(EvaluationMethod.Vote),
        };
        if (AreaCode.TryParse(place, out var code)
            || (Localizer.Directory.Areas.Resolve(place, Near) is AreaMatch.One one && (code = one.Area.Code) == code))
        {
            typed[EvaluationCards.Place] = code.Value;
        }

        Set(typed, line);
        return FormAsync(typed, []);
    }

    /// <summary>测评 正定县 发200份收180份有效176份: the form with the place and the counts.</summary>
    public Task<TurnAnswer> LineAsync(string said) => FormAsync(
        VisitLine.Read(said, Localizer.Directory.Areas, Localizer.Today).Area?.Value ?? "",
        EvaluationLine.Read(said));

    /// <summary>The form with a table that stood in a message, and the place and counts above it.</summary>
    public Task<TurnAnswer> PastedAsync(PastedEvaluation pasted)
    {
        var typed = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            [EvaluationCards.On] = Columns.Date(Localizer.Today),
            [EvaluationCards.Method] = nameof(EvaluationMethod.Vote),
            [EvaluationCards.Rows] = pasted.Rows,
        };
        foreach (var word in pasted.Words)
        {
            if (Localizer.Directory.Areas.Resolve(word, Near) is AreaMatch.One place)
            {
                typed[EvaluationCards.Place] = place.Area.Code.Value;
            }
        }

        Set(typed, pasted.Counts);
        return FormAsync(typed, []);
    }

    private static void Set(Dictionary<string, string> typed, EvaluationLine? line)
    {
        foreach (var (id, count) in new[]
        {
            (EvaluationCards.Sent, line?.Sent),
            (EvaluationCards.Returned, line?.Returned),
            (EvaluationCards.Valid, line?.Valid),
        })
        {
            if (count is { } said)
            {
                typed[id] = Localizer.Invariant(said);
            }
        }
    }

    public async Task<TurnAnswer> EnterAsync(
        IReadOnlyDictionary<string, string> typed,
        CancellationToken cancellationToken)
    {
        if (!IsConcerned)
        {
            return await TellAsync(Localizer.Say(EvaluationTexts.NotYours));
        }

        var errors = new FormErrors();
        if (!AreaCode.TryParse(typed.GetValueOrDefault(EvaluationCards.Place), out var place))
        {
            errors[EvaluationCards.Place] = Localizer.Say(EvaluationTexts.PlaceMissing);
        }

        var on = Localizer.Dates.Read(typed.GetValueOrDefault(EvaluationCards.On) ?? "") as DueSpan.On;
        if (on is null)
        {
            errors[EvaluationCards.On] = Localizer.Say(EvaluationTexts.DayMissing);
        }

        if (!Enum.TryParse<EvaluationMethod>(typed.GetValueOrDefault(EvaluationCards.Method), out var method)
            || !Enum.IsDefined(method))
        {
            errors[EvaluationCards.Method] = Localizer.Say(Texts.RefusedMissing);
        }

        var (sent, returned, valid) = (
            Count(typed, EvaluationCards.Sent, errors),
            Count(typed, EvaluationCards.Returned, errors),
            Count(typed, EvaluationCards.Valid, errors));
        var rows = EvaluationRowsText.Read(typed.GetValueOrDefault(EvaluationCards.Rows) ?? "");
        if (rows.Unread.Count > 0)
        {
            var unread = rows.Unread.Select(line => Localizer.Clip(line.Trim(), MostOfALine)).Take(MostUnread);
            errors[EvaluationCards.Rows] = Localizer.Say(
                rows.Unread.Count > MostUnread ? EvaluationTexts.UnreadMore : EvaluationTexts.Unread,
                string.Join(Localizer.Say(PlanTexts.Semicolon), unread),
                rows.Unread.Count);
        }

        if (errors.Count > 0)
        {
            return await FormAsync(typed, errors);
        }

        if (EvaluationRules.VisitOf(place, on!.Date, Person, Localizer.Directory) is not { } visit)
        {
            errors[EvaluationCards.Place] = Localizer.Say(EvaluationTexts.NoVisit);
            return await FormAsync(typed, errors);
        }

        var runBy = typed.GetValueOrDefault(EvaluationCards.RunBy)?.Trim();
        var evaluation = new Evaluation(place, on.Date, method)
        {
            Team = visit.Team,
            RunBy = string.IsNullOrEmpty(runBy) ? null : runBy,
            Sent = sent!.Value,
            Returned = returned!.Value,
            Valid = valid!.Value,
            Questions = rows.Questions,
            By = Person.Id,
        };
        try
        {
            if (await Services.Evaluations.EnterAsync(Person, evaluation, cancellationToken) is { } wrong)
            {
                errors[FieldOf(wrong.Why)] = wrong.Question is { } question
                    ? Localizer.Say(EvaluationTexts.AtQuestion, Why(wrong.Why), Localizer.Clip(question, 30))
                    : Why(wrong.Why);
                return await FormAsync(typed, errors);
            }

            var found = await Services.Evaluations.OfPlaceAsync(Person, place, cancellationToken);
            var news = Localizer.Say(
                EvaluationTexts.Saved,
                Localizer.Place(place),
                Localizer.Day(evaluation.On),
                Localizer.Say(EvaluationBook.MethodOf(method)));
            return await ShowAsync(news, EvaluationCards.Show(place, found, Buttons, news));
        }
        catch (StoreUnavailableException)
        {
            return await TellAsync(Localizer.Say(Texts.StoreBusy));
        }
    }

    public async Task<TurnAnswer> ExportAsync(string place, CancellationToken cancellationToken) =>
        IsConcerned && AreaCode.TryParse(place, out var area)
            ? await files.OfferAsync(
                Localizer.Say(EvaluationTexts.ExportReady, Localizer.Place(area)),
                ExportTexts.ExportNote,
                LinkTo.Evaluations,
                area,
                null,
                ExportTexts.Download,
                Buttons.To("evaluations.show", ("place", area.Value)),
                cancellationToken)
            : await TellAsync(Localizer.Say(EvaluationTexts.NotYours));

    /// <summary>The form with what a table says; null when its first column is no question.</summary>
    /// <param name="said">Along with it: the place and the counts.</param>
    public async Task<TurnAnswer?> TableAsync(IReadOnlyList<Sheet> sheets, string said = "")
    {
        foreach (var sheet in sheets)
        {
            var rows = sheet.Rows.Where(row => row.Cells.Any(cell => !string.IsNullOrWhiteSpace(cell))).ToList();
            if (rows is not [var head, _, ..] || !IsHead(head.Cells))
            {
                continue;
            }

            if (!IsConcerned)
            {
                return await TellAsync(Localizer.Say(EvaluationTexts.NotYours));
            }

            var typed = new Dictionary<string, string>(StringComparer.Ordinal)
            {
                [EvaluationCards.On] = Columns.Date(Localizer.Today),
                [EvaluationCards.Method] = nameof(EvaluationMethod.Vote),
                [EvaluationCards.Rows] = string.Join(
                    '\n',
                    rows.Select(row => string.Join('\t', row.Cells.Select(cell => (cell ?? "").ReplaceLineEndings(" "))))),
            };
            if (PastedEvaluation.Parts(said)
                .Select(word => Localizer.Directory.Areas.Resolve(word, Near))
                .OfType<AreaMatch.One>()
                .FirstOrDefault() is { } place)
            {
                typed[EvaluationCards.Place] = place.Area.Code.Value;
            }

            Set(typed, EvaluationLine.Read(said));
            return await FormAsync(typed, []);
        }

        return null;
    }

    public static bool IsTable(IReadOnlyList<Sheet> sheets) =>
        sheets.Any(sheet => sheet.Rows.FirstOrDefault(row => row.Cells.Any(cell => !string.IsNullOrWhiteSpace(cell))) is { } head
            && IsHead(head.Cells));

    private static bool IsHead(IReadOnlyList<string?> cells) =>
        cells.Count > 2 && EvaluationRowsText.IsHeading(cells[0] ?? "");

    private bool IsConcerned =>
        Person.Has(Role.Office) || Person.Has(Role.TeamLeader) || Person.Has(Role.TeamMember);

    private Task<TurnAnswer> FormAsync(IReadOnlyDictionary<string, string> typed, FormErrors errors) => ShowAsync(
        Localizer.Say(EvaluationTexts.Enter),
        EvaluationCards.Form(
            [.. Localizer.Directory.PlannedVisits
                .Where(v => v.State != VisitState.Cancelled
                    && v.From <= Localizer.Today
                    && Permissions.May(Person, Right.SeePlan, new(v.Area, v.Area, v.Team)))
                .Select(v => v.Area)
                .Distinct()
                .Order()],
            typed,
            errors,
            Buttons));

    private int? Count(IReadOnlyDictionary<string, string> typed, string id, FormErrors errors)
    {
        if (int.TryParse(
            Folding.Of(typed.GetValueOrDefault(id) ?? "").Trim(),
            NumberStyles.None,
            CultureInfo.InvariantCulture,
            out var count))
        {
            return count;
        }

        errors[id] = Localizer.Say(EvaluationTexts.CountsMissing);
        return null;
    }

    private string Why(EvaluationRefusal why) => why switch
    {
        EvaluationRefusal.NotAllowed => Localizer.Say(EvaluationTexts.NotYours),
        EvaluationRefusal.PlaceMissing => Localizer.Say(EvaluationTexts.PlaceMissing),
        EvaluationRefusal.NoVisit => Localizer.Say(EvaluationTexts.NoVisit),
        EvaluationRefusal.DayMissing => Localizer.Say(EvaluationTexts.DayMissing),
        EvaluationRefusal.DayAhead => Localizer.Say(EvaluationTexts.DayAhead),
        EvaluationRefusal.CountsMissing => Localizer.Say(EvaluationTexts.CountsMissing),
        EvaluationRefusal.CountsDoNotFit => Localizer.Say(EvaluationTexts.CountsDoNotFit),
        EvaluationRefusal.QuestionsMissing => Localizer.Say(EvaluationTexts.QuestionsMissing),
        EvaluationRefusal.TooManyQuestions => Localizer.Say(EvaluationTexts.TooManyQuestions, EvaluationLimits.Questions),
        EvaluationRefusal.TextTooLong => Localizer.Say(
            EvaluationTexts.TextTooLong,
            EvaluationLimits.QuestionLength,
            EvaluationLimits.OptionLength),
        EvaluationRefusal.OptionsMissing => Localizer.Say(EvaluationTexts.OptionsMissing, EvaluationLimits.Options),
        EvaluationRefusal.DoNotKnowMissing => Localizer.Say(EvaluationTexts.DoNotKnowMissing),
        EvaluationRefusal.TooManyAnswers => Localizer.Say(EvaluationTexts.TooManyAnswers),
    };

    private static string FieldOf(EvaluationRefusal why) => why switch
    {
        EvaluationRefusal.PlaceMissing or EvaluationRefusal.NoVisit => EvaluationCards.Place,
        EvaluationRefusal.DayMissing or EvaluationRefusal.DayAhead => EvaluationCards.On,
        EvaluationRefusal.CountsMissing => EvaluationCards.Sent,
        EvaluationRefusal.CountsDoNotFit => EvaluationCards.Returned,
        EvaluationRefusal.QuestionsMissing or EvaluationRefusal.TooManyQuestions or EvaluationRefusal.OptionsMissing
            or EvaluationRefusal.DoNotKnowMissing or EvaluationRefusal.TooManyAnswers => EvaluationCards.Rows,
        EvaluationRefusal.TextTooLong => EvaluationCards.Rows,
        EvaluationRefusal.NotAllowed => "",
    };
}
