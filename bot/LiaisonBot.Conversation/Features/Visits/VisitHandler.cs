using System.Globalization;
using LiaisonBot.Conversation.Cards;
using LiaisonBot.Conversation.Features.Import;
using LiaisonBot.Conversation.Phrases;
using LiaisonBot.Conversation.Reading;
using LiaisonBot.Conversation.Sheets;
using LiaisonBot.Conversation.Shell;
using LiaisonBot.Core.Areas;
using LiaisonBot.Core.Arrivals;
using LiaisonBot.Core.Calendar;
using LiaisonBot.Core.People;
using LiaisonBot.Core.Storage;
using LiaisonBot.Core.Text;
using LiaisonBot.Core.Visits;
using NodaTime;

namespace LiaisonBot.Conversation.Features.Visits;

/// <summary>
/// Residencies and visits. Whoever may not know of one is answered as if it were not there; who plans none is told so
/// in the same words whatever stands in the store.
/// </summary>
internal sealed class VisitHandler(TurnScope scope) : TurnPart(scope)
{
    /// <param name="place">May have a year with it: 石家庄 2027.</param>
    /// <param name="year">Empty for all of them.</param>
    public Task<TurnAnswer> ShowAsync(string place, string year, int page)
    {
        int? only = int.TryParse(year, NumberStyles.None, CultureInfo.InvariantCulture, out var of) ? of : null;
        if (only is null && Localizer.Directory.Areas.Resolve(place, Near) is AreaMatch.None)
        {
            var line = YearLine.Read(place, Localizer.Today.Year);
            (place, only) = line.Year is null ? (place, only) : (line.Rest, line.Year);
        }

        (string, string)? more = only is { } one ? (VisitCards.Year, Localizer.Invariant(one)) : null;
        return Place(place, "visits.show", out var answer, more: more) is { } area
            ? ShowAsync(VisitCards.TitleOf(area, only, Localizer), VisitCards.Show(area, Person, page, Buttons, year: only))
            : answer!;
    }

    public Task<TurnAnswer> OpenAsync(IReadOnlyDictionary<string, string> typed) =>
        Localizer.Directory.PlannedVisits.FirstOrDefault(v => v.Key == typed.GetValueOrDefault(VisitCards.VisitKey)
            && VisitRules.MayKnow(Person, v, Localizer.Today)) is { } visit
            ? ShowAsync(VisitCards.Name(visit, Localizer), VisitCards.Open(visit, Person, Buttons))
            : TellAsync(Localizer.Why(VisitRefusal.NotFound));

    /// <summary>The form, filled with what was understood of one line.</summary>
    public Task<TurnAnswer> FormAsync(VisitKind kind, string what)
    {
        var line = VisitLine.Read(what, Localizer.Directory.Areas, Localizer.Today);
        var typed = Said(line);
        typed[VisitCards.Kind] = kind.ToString();
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
        if (!VisitRules.MayPlanAny(Person))
        {
            return await TellAsync(Localizer.Why(VisitRefusal.NotAllowed));
        }

        var errors = new FormErrors();
        if (Read(typed, errors) is not { } visit)
        {
            return await FormAsync(typed, errors);
        }

        return await DoAsync(
            () => Services.Visits.EnterAsync(Person, visit, cancellationToken),
            result =>
            {
                errors[FieldOf(result.Why!.Value)] = Localizer.Why(result.Why.Value, result.Other);
                return FormAsync(typed, errors);
            },
            (entered, stood) => stood ? VisitTexts.VisitStands
                : entered.State == VisitState.Drafted ? VisitTexts.VisitAddedDraft
                : VisitTexts.VisitAdded,
            cancellationToken);
    }

    public Task<TurnAnswer> ChangeFormAsync(IReadOnlyDictionary<string, string> typed)
    {
        if (Find(typed) is not { } visit)
        {
            return TellAsync(Localizer.Why(VisitRefusal.NotFound));
        }

        var values = VisitCards.Values(visit);
        foreach (var (name, value) in typed)
        {
            values[name] = value;
        }

        return ChangeFormAsync(visit, values, []);
    }

    public async Task<TurnAnswer> ChangeAsync(
        IReadOnlyDictionary<string, string> typed,
        CancellationToken cancellationToken)
    {
        if (Find(typed) is not { } before)
        {
            return await TellAsync(Localizer.Why(VisitRefusal.NotFound));
        }

        var errors = new FormErrors();
        if (Read(typed, errors) is not { } after)
        {
            return await ChangeFormAsync(before, typed, errors);
        }

        return await DoAsync(
            () => Services.Visits.ChangeAsync(
                Person,
                before.Key,
                visit => visit with
                {
                    Team = after.Team,
                    Group = after.Group,
                    Area = after.Area,
                    Kind = after.Kind,
                    From = after.From,
                    To = after.To,
                },
                cancellationToken),
            result =>
            {
                errors[FieldOf(result.Why!.Value)] = Localizer.Why(result.Why.Value, result.Other);
                return ChangeFormAsync(before, typed, errors);
            },
            (visit, stood) => stood ? VisitTexts.VisitUnchanged
                : before.State == VisitState.Approved && visit.State == VisitState.Submitted ? VisitTexts.VisitChangedAnew
                : VisitTexts.VisitChanged,
            cancellationToken);
    }

    /// <summary>调整安排 正定县 3月5日至4月3日: the form of the visit that is meant, with what was said.</summary>
    public Task<TurnAnswer> ChangeLineAsync(string what)
    {
        if (!VisitRules.MayPlanAny(Person))
        {
            return TellAsync(Localizer.Why(VisitRefusal.NotAllowed));
        }

        var line = VisitLine.Read(what, Localizer.Directory.Areas, Localizer.Today);
        // Of another team than the one there: that is what shall change.
        var meant = Meant(line.Area, line.Team, null) is { Count: > 0 } ofTeam
            ? ofTeam
            : Meant(line.Area, null, null);
        var said = Said(line);
        return meant switch
        {
            [] => TellAsync(Localizer.Say(VisitTexts.NoSuchVisit)),
            [var one] => ChangeFormAsync(new Dictionary<string, string>(said, StringComparer.Ordinal)
            {
                [VisitCards.VisitKey] = one.Key,
            }),
            _ => ShowAsync(
                Localizer.Say(VisitTexts.WhichVisit),
                VisitCards.Choose(meant, "visits.changeForm", said, Buttons)),
        };
    }

    /// <summary>Old cards change the last day alone.</summary>
    public Task<TurnAnswer> EndFormAsync(IReadOnlyDictionary<string, string> typed) => Find(typed) is { } visit
        ? EndFormAsync(
            visit,
            new Dictionary<string, string>(StringComparer.Ordinal) { [VisitCards.To] = Columns.Date(visit.To) },
            [])
        : TellAsync(Localizer.Why(VisitRefusal.NotFound));

    /// <inheritdoc cref="EndFormAsync(IReadOnlyDictionary{string, string})"/>
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
            () => Services.Visits.ChangeAsync(Person, visit.Key, v => v with { To = to }, cancellationToken),
            result =>
            {
                var refusal = result.Why!.Value;
                errors[refusal is VisitRefusal.EndsBefore or VisitRefusal.TooLong or VisitRefusal.Overlaps or VisitRefusal.Elsewhere
                    or VisitRefusal.OtherTeamLives
                    ? VisitCards.To
                    : ""] = Localizer.Why(refusal, result.Other);
                return EndFormAsync(visit, typed, errors);
            },
            (_, stood) => stood ? VisitTexts.VisitUnchanged : VisitTexts.VisitChanged,
            cancellationToken);
    }

    /// <summary>取消安排 正定县 第2组 因故推迟: the form with the reason; from a button, of the visit that it names.</summary>
    public Task<TurnAnswer> CancelLineAsync(string what, IReadOnlyDictionary<string, string> typed)
    {
        if (typed.ContainsKey(VisitCards.VisitKey))
        {
            return Find(typed) is { } visit
                ? CancelFormAsync(visit, typed, [])
                : TellAsync(Localizer.Why(VisitRefusal.NotFound));
        }

        if (!VisitRules.MayPlanAny(Person))
        {
            return TellAsync(Localizer.Why(VisitRefusal.NotAllowed));
        }

        var pick = VisitPick.Read(what, Localizer.Directory.Areas, Localizer.Today);
        var meant = OfDay(
            Meant(pick.Area, pick.Team, pick.Group).Where(v => v.To >= Localizer.Today),
            pick.Day,
            pick.Year ?? (VisitPick.SaysYear(what) ? pick.Day?.Year : null));
        var reason = string.Join(' ', pick.Rest);
        var said = new Dictionary<string, string>(StringComparer.Ordinal) { [VisitCards.Reason] = reason };
        return meant switch
        {
            [] => TellAsync(Localizer.Say(VisitTexts.NoSuchVisit)),
            [var one] => CancelFormAsync(one, said, []),
            _ => ShowAsync(
                Localizer.Say(VisitTexts.WhichVisit),
                VisitCards.Choose(meant, "visits.cancelLine", reason.Length == 0 ? new() : said, Buttons)),
        };
    }

    public async Task<TurnAnswer> CancelAsync(
        IReadOnlyDictionary<string, string> typed,
        CancellationToken cancellationToken) =>
        Find(typed) is { } visit
            ? await DoAsync(
                () => Services.Visits.CancelAsync(
                    Person,
                    visit.Key,
                    typed.GetValueOrDefault(VisitCards.Reason),
                    cancellationToken),
                result => CancelFormAsync(visit, typed, new()
                {
                    [result.Why is VisitRefusal.ReasonMissing or VisitRefusal.ReasonTooLong ? VisitCards.Reason : ""] =
                        Localizer.Why(result.Why!.Value),
                }),
                (_, _) => VisitTexts.VisitCancelled,
                cancellationToken)
            : await TellAsync(Localizer.Why(VisitRefusal.NotFound));

    /// <summary>报批 2027 石家庄, 批准 … 文号, 公布 …: what it would be of, to be confirmed.</summary>
    public Task<TurnAnswer> StepLineAsync(VisitAct act, string what, string typed)
    {
        var pick = VisitPick.Read(what, Localizer.Directory.Areas, Localizer.Today);
        // 公布整改情况 长安区: of something else.
        if (pick is { Year: null, Number: null } && pick.Rest.Count > 0)
        {
            return NotUnderstoodAsync(typed);
        }

        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        if (pick.Number is { } number)
        {
            values[VisitCards.Number] = number;
        }

        if (act == VisitAct.Announce && pick.Day is { } day)
        {
            values[VisitCards.On] = Columns.Date(day);
        }

        return StepFormAsync(
            VisitStepAsked.Of(act, pick),
            values,
            [],
            NotRead(pick.Rest) is { } note ? [note] : []);
    }

    /// <summary>批准 正定县: of the visit that waits for it there; null where none does, for whoever may not decide.</summary>
    public async Task<TurnAnswer?> ApprovalOfAsync(AreaCode place)
    {
        var asked = new VisitStepAsked(VisitAct.Approve, place);
        return VisitRules.MayDecideAny(Person)
            && asked.Meant(Localizer.Directory, Person)
                .Any(v => v.Area == place && v.State is VisitState.Drafted or VisitState.Submitted)
            ? await StepFormAsync(asked, new Dictionary<string, string>(StringComparer.Ordinal), [], [])
            : null;
    }

    public Task<TurnAnswer> StepFormAsync(IReadOnlyDictionary<string, string> typed) =>
        VisitStepAsked.Read(typed) is { } asked
            ? StepFormAsync(asked, new Dictionary<string, string>(typed, StringComparer.Ordinal), [], [])
            : UnknownButtonAsync();

    /// <summary>The word to do it. What has changed since it was shown is shown again.</summary>
    public async Task<TurnAnswer> StepAsync(
        IReadOnlyDictionary<string, string> typed,
        CancellationToken cancellationToken)
    {
        if (VisitStepAsked.Read(typed) is not { } asked)
        {
            return await UnknownButtonAsync();
        }

        var visits = asked.Waiting(Localizer.Directory, Person);
        var values = new Dictionary<string, string>(typed, StringComparer.Ordinal);
        var errors = new FormErrors();
        LocalDate? on = null;
        if (asked.Act == VisitAct.Announce || asked.Both)
        {
            on = Date(typed, VisitCards.On, errors);
        }

        var number = typed.GetValueOrDefault(VisitCards.Number);
        VisitDecision Step(Visit visit, Instant at) => asked switch
        {
            { Both: true } => VisitRules.ApproveAndAnnounce(visit, number, on, Person, at, Services.PlanProfile.Version),
            { Act: VisitAct.Submit } => VisitRules.Submit(visit, Person, at, Services.PlanProfile.Version),
            { Act: VisitAct.Approve } => VisitRules.Approve(visit, number, Person, at),
            _ => VisitRules.Announce(visit, on, Person, at),
        };
        // A press that arrives again finds nothing that waits, and the steps taken.
        if (visits.Count == 0)
        {
            return await NothingAsync(asked);
        }

        if (asked.Count is { } shown && shown != visits.Count)
        {
            errors[""] = Localizer.Say(VisitTexts.SelectionChanged);
        }

        foreach (var refused in visits.Select(v => Step(v, Localizer.Now)).OfType<VisitDecision.Refused>().Take(1))
        {
            errors.TryAdd(FieldOf(refused.Why), Localizer.Why(refused.Why));
        }

        if (errors.Count > 0)
        {
            return await StepFormAsync(asked, values, errors, []);
        }

        try
        {
            var result = await Services.Visits.TakeAllAsync([.. visits.Select(v => v.Key)], Step, cancellationToken);
            if (result.Done.Any(v => v.State == VisitState.Announced) && result.Done.Count <= ArrivalService.InTurn)
            {
                await TellArrivalsAsync(cancellationToken);
            }

            var renewed = await RenewedAsync(cancellationToken);
            var done = asked.Both || asked.Act == VisitAct.Announce ? VisitTexts.VisitAnnounced
                : asked.Act == VisitAct.Approve ? VisitTexts.VisitApproved
                : VisitTexts.VisitSubmitted;
            var what = result.Done is [var only]
                ? VisitCards.Name(only, renewed.Localizer)
                : Localizer.Say(VisitTexts.Several, result.Done.Count);
            var news = string.Join(
                '\n',
                result.Refused.GroupBy(r => r.Why)
                    .Select(g => Localizer.Say(VisitTexts.SeveralLeft, Localizer.Why(g.Key), g.Count()))
                    .Prepend(Localizer.Say(done, what)));
            if (result.Done is [{ Key: var key }] && renewed.Localizer.Directory.PlannedVisits.FirstOrDefault(v => v.Key == key) is { } one)
            {
                return await ShowAsync(news, VisitCards.Open(one, Person, renewed, news));
            }

            var area = asked.Area ?? Near ?? Localizer.Directory.Province;
            return await ShowAsync(news, VisitCards.Show(area, Person, 0, renewed, news));
        }
        catch (StoreUnavailableException)
        {
            return await TellAsync(Localizer.Say(Texts.StoreBusy));
        }
    }

    /// <summary>What is announced: who is here, who comes, and when. The same for everybody.</summary>
    /// <param name="places">That were named; the person's own when there are none.</param>
    /// <param name="days">That were asked about.</param>
    public Task<TurnAnswer> WhenAsync(IReadOnlyList<AreaCode> places, DayRange? days)
    {
        List<AreaCode> areas = places.Count > 0 ? [.. places] : [.. Person.Grants.Select(g => g.Area).Distinct()];
        var today = Localizer.Today;
        // Of the past nothing is asked: 上周 and the like look from today on.
        var then = days is { } asked && asked.To >= today ? asked : null;
        bool IsThen(Visit visit) => then is null || (visit.From <= then.To && (then.UpTo || visit.To >= then.From));
        var known = Localizer.Directory.Visits
            .Where(v => v.To >= today
                && areas.Any(a => a.Contains(v.Area) || a.City == v.Area)
                && VisitRules.IsOf(Person, v))
            .OrderBy(v => v.From)
            .ThenBy(v => v.Area)
            .ToList();
        var visits = known.Where(IsThen).ToList();
        var where = string.Join(Localizer.Say(Texts.ListComma), areas.Take(MostPlaces).Select(Localizer.Place));
        List<string> lines = [.. visits.Take(MostVisits).Select(WhenLine)];
        if (visits.Count > MostVisits)
        {
            lines.Add(Localizer.Say(VisitTexts.AndMore, visits.Count - MostVisits));
        }

        if (visits.Count == 0)
        {
            lines.Add(then is { } range
                ? Localizer.Say(
                    VisitTexts.WhenNoneThen,
                    Localizer.Day(LocalDate.Max(range.UpTo ? today : range.From, today)),
                    Localizer.Day(range.To),
                    where)
                : Localizer.Say(VisitTexts.WhenNone, where));
        }

        // 下周 nobody comes: who comes then is the next question.
        if (then is not null && !visits.Exists(v => v.From >= LocalDate.Max(then.From, today)))
        {
            lines.AddRange(known.Where(v => v.From > then.To).Take(1).Select(WhenLine));
        }

        var said = string.Join('\n', lines);
        return ShowAsync(said, VisitCards.When(said, visits, Buttons));
    }

    /// <summary>Where a team is, from today on or on the days that were asked about; what the person may not know is not there.</summary>
    public Task<TurnAnswer> OfTeamAsync(string said, int? own, DayRange? days)
    {
        var team = Enumerable.Range(0, said.Length)
            .Select(at => VisitLine.TeamAt(said, at)?.Team)
            .FirstOrDefault(found => found is not null) ?? own;
        var visits = Localizer.Directory.PlannedVisits
            .Where(v => v.IsStanding
                && v.Team == team
                && VisitRules.MayKnow(Person, v, Localizer.Today)
                && (days is null ? v.To >= Localizer.Today : v.From <= days.To && v.To >= days.From))
            .OrderBy(v => v.From)
            .ThenBy(v => v.Area)
            .ToList();
        var title = days is null
            ? Localizer.Say(Texts.TeamOrdinal, team ?? 0)
            : $"{Localizer.Say(Texts.TeamOrdinal, team ?? 0)} {Localizer.Say(VisitTexts.VisitDays, Localizer.Day(days.From), Localizer.Day(days.To))}";
        return ShowAsync(title, VisitCards.Several(title, visits, Person, Buttons));
    }

    /// <summary>A table of visits is checked whole, and entered whole; null for another table.</summary>
    public async Task<TurnAnswer?> TableAsync(IReadOnlyList<Sheet> sheets, CancellationToken cancellationToken)
    {
        if (VisitSheet.Find(sheets) is not { } table)
        {
            return null;
        }

        if (!VisitRules.MayPlanAny(Person))
        {
            return await TellAsync(Localizer.Say(VisitTexts.ImportVisitsNotAllowed));
        }

        var read = VisitSheet.Read(table, VisitRules.OwnTeam(Person), Localizer);
        List<SheetError> errors = [.. read.Errors];
        // What could not be read is not in the way of the others.
        errors.AddRange(Services.Visits.Check(Person, [.. read.Rows.Select(r => r.Visit)], Localizer.Directory)
            .Select(w => read.Wrong(w.Index, FieldOf(w.Why.Why), Localizer.Why(w.Why.Why, w.Why.Other), Localizer)));
        if (errors.Count > 0)
        {
            return await WrongAsync(errors);
        }

        try
        {
            var stood = read.Rows.Count(r => Localizer.Directory.PlannedVisits.Any(v => v.IsStanding && v.IsSameAs(r.Visit)));
            var late = await Services.Visits.EnterAllAsync(
                Bot.CommandId([Person.Id, ChatEvent.Id ?? "", .. read.Rows.Select(r => DirectoryRows.VisitKey(r.Visit))]),
                Person,
                [.. read.Rows.Select(r => r.Visit)],
                cancellationToken);
            if (late.Count > 0)
            {
                return await WrongAsync([.. late.Select(w =>
                    read.Wrong(w.Index, FieldOf(w.Why.Why), Localizer.Why(w.Why.Why, w.Why.Other), Localizer))]);
            }

            var renewed = await RenewedAsync(cancellationToken);
            var news = string.Join('\n', [
                stood == 0
                    ? Localizer.Say(VisitTexts.ImportedVisits, read.Rows.Count)
                    : Localizer.Say(VisitTexts.ImportedVisitsSome, read.Rows.Count - stood, stood),
                .. read.Unread.Select(what => Localizer.Say(ImportTexts.SheetUnread, what))]);
            return await ShowAsync(
                news,
                VisitCards.Show(Near ?? Localizer.Directory.Province, Person, 0, renewed, news));
        }
        catch (StoreUnavailableException)
        {
            return await TellAsync(Localizer.Say(Texts.StoreBusy));
        }

        Task<TurnAnswer> WrongAsync(IReadOnlyList<SheetError> wrong)
        {
            List<SheetError> ordered = [.. wrong.DistinctBy(e => e.Cell.Length == 0 ? e.Why : e.Cell)
                .OrderBy(e => e.Row)
                .ThenBy(e => e.Column)];
            return ShowAsync(
                Localizer.Say(ImportTexts.SheetWrongTitle, ordered.Count),
                JobCards.Wrong(ordered, read.Unread, Buttons));
        }
    }

    private const int MostPlaces = 5;
    private const int MostVisits = 10;

    private string WhenLine(Visit visit)
    {
        var what = $"{VisitCards.What(visit, Localizer)} {VisitCards.Days(visit, Localizer)}";
        return visit.Covers(Localizer.Today)
            ? Localizer.Say(VisitTexts.WhenNow, Localizer.Place(visit.Area), what)
            : Localizer.Say(
                VisitTexts.WhenAhead,
                Localizer.Place(visit.Area),
                what,
                Localizer.Calendar.WorkingDaysBetween(Localizer.Today, visit.From));
    }

    /// <summary>Visits that are meant by words, of those that the person plans and that are not over.</summary>
    private List<Visit> Meant(AreaCode? area, int? team, int? group)
    {
        List<Visit> all = [.. Localizer.Directory.PlannedVisits
            .Where(v => v.IsStanding
                && VisitRules.MayPlan(Person, v)
                && (area is null || v.Area == area)
                && (team is null || v.Team == team)
                && (group is null || v.Group == group))
            .OrderBy(v => v.From)];
        return area is null ? [] : all.Where(v => v.To >= Localizer.Today).ToList() is { Count: > 0 } ahead ? ahead : all;
    }

    /// <summary>
    /// Those that begin on a day, else those that are under way on it. A day without a year is of any: 10月28日 said in
    /// November is next year's.
    /// </summary>
    /// <param name="inYear">Null where none was said.</param>
    private static List<Visit> OfDay(IEnumerable<Visit> visits, LocalDate? day, int? inYear)
    {
        List<Visit> all = [.. visits];
        if (day is not { } said)
        {
            return [.. all.Where(v => inYear is not { } year || (v.From.Year <= year && year <= v.To.Year))];
        }

        var date = new AnnualDate(said.Month, said.Day);
        IEnumerable<LocalDate> Days(Visit visit) => inYear is { } year
            ? [date.InYear(year)]
            : Enumerable.Range(visit.From.Year, visit.To.Year - visit.From.Year + 1).Select(date.InYear);
        bool Begins(Visit visit) => Days(visit).Contains(visit.From);
        bool IsOn(Visit visit) => Days(visit).Any(visit.Covers);
        return all.Where(Begins).ToList() is { Count: > 0 } begin ? begin : all.Where(IsOn).ToList();
    }

    private Task<TurnAnswer> StepFormAsync(
        VisitStepAsked asked,
        Dictionary<string, string> values,
        FormErrors errors,
        IReadOnlyList<string> notes)
    {
        if (!(asked.Act == VisitAct.Submit ? VisitRules.MayPlanAny(Person) : VisitRules.MayDecideAny(Person)))
        {
            return TellAsync(Localizer.Why(VisitRefusal.NotAllowed));
        }

        var visits = asked.Waiting(Localizer.Directory, Person);
        if (visits.Count == 0)
        {
            return NothingAsync(asked);
        }

        values.TryAdd(VisitCards.On, Columns.Date(Localizer.Today));
        if (asked.Both && visits is [{ ApprovalNumber: { } number }])
        {
            values.TryAdd(VisitCards.Number, number);
        }

        var left = asked.Key is null ? Left(asked) : [];
        return ShowAsync(
            Localizer.Say(VisitTexts.SeveralDone, Localizer.Say(VisitWords.NameOf(asked.Act)), visits.Count),
            VisitCards.StepForm(asked, visits, Buttons, values, errors, [.. notes, .. left]));
    }

    /// <summary>Of those that were meant, the ones whose turn has not come, by what comes first.</summary>
    private IReadOnlyList<string> Left(VisitStepAsked asked)
    {
        var meant = asked.Meant(Localizer.Directory, Person).ToList();
        return
        [
            .. new[] { (VisitState.Drafted, VisitRefusal.NotSubmitted), (VisitState.Submitted, VisitRefusal.NotApproved) }
                .Where(w => (asked.Act == VisitAct.Announce || (asked.Act == VisitAct.Approve && w.Item1 == VisitState.Drafted))
                    && !asked.Both)
                .Select(w => (w.Item2, Count: meant.Count(v => v.State == w.Item1)))
                .Where(w => w.Count > 0)
                .Select(w => Localizer.Say(VisitTexts.SeveralLeft, Localizer.Why(w.Item1), w.Count)),
        ];
    }

    /// <summary>Nothing waits for the step: what comes first, or that it is done.</summary>
    private Task<TurnAnswer> NothingAsync(VisitStepAsked asked)
    {
        var meant = asked.Meant(Localizer.Directory, Person).ToList();
        if (meant.Count == 0)
        {
            return TellAsync(Localizer.Say(VisitTexts.NoSuchVisit));
        }

        if (asked.Act != VisitAct.Submit && !meant.Exists(v => VisitRules.MayDecide(Person, v)))
        {
            return TellAsync(Localizer.Why(VisitRefusal.NotAllowed));
        }

        if (asked.Key is not null && meant is [var one])
        {
            return ShowAsync(VisitCards.Name(one, Localizer), VisitCards.Open(one, Person, Buttons));
        }

        var left = Left(asked);
        return TellAsync(left.Count > 0
            ? string.Join('\n', left)
            : Localizer.Say(VisitTexts.NothingToStep, Localizer.Say(VisitWords.NameOf(asked.Act))));
    }

    private static Dictionary<string, string> Said(VisitLine line)
    {
        var typed = new Dictionary<string, string>(StringComparer.Ordinal);
        if (line.Area is { } area)
        {
            typed[VisitCards.Area] = area.Value;
        }

        if (line.Team is { } team)
        {
            typed[VisitCards.Team] = Localizer.Invariant(team);
        }

        if (line.Group is { } group)
        {
            typed[VisitCards.Group] = Localizer.Invariant(group);
        }

        if (line.From is { } from)
        {
            typed[VisitCards.From] = Columns.Date(from);
        }

        if (line.To is { } to)
        {
            typed[VisitCards.To] = Columns.Date(to);
        }

        return typed;
    }

    /// <summary>What a form says; null with what is wrong with it.</summary>
    private Visit? Read(IReadOnlyDictionary<string, string> typed, FormErrors errors)
    {
        if (!Enum.TryParse<VisitKind>(typed.GetValueOrDefault(VisitCards.Kind), out var kind) || !Enum.IsDefined(kind))
        {
            errors[VisitCards.Kind] = Localizer.Say(Texts.RefusedMissing);
        }

        if (!AreaCode.TryParse(typed.GetValueOrDefault(VisitCards.Area), out var area))
        {
            errors[VisitCards.Area] = Localizer.Say(Texts.RefusedMissing);
        }

        if (Figure(typed, VisitCards.Team) is not { } team)
        {
            errors[VisitCards.Team] = Localizer.Why(VisitRefusal.TeamMissing);
            team = 0;
        }

        var group = Figure(typed, VisitCards.Group);
        if (group is null && !string.IsNullOrWhiteSpace(typed.GetValueOrDefault(VisitCards.Group)))
        {
            errors[VisitCards.Group] = Localizer.Why(VisitRefusal.GroupOutOfRange);
        }

        var (from, to) = (Date(typed, VisitCards.From, errors), Date(typed, VisitCards.To, errors));
        return errors.Count > 0 || from is not { } first || to is not { } last
            ? null
            : new(team, area, first, last, kind) { Group = group is 0 ? null : group, ByHand = true };
    }

    private static int? Figure(IReadOnlyDictionary<string, string> typed, string id) =>
        int.TryParse(
            Folding.Of(typed.GetValueOrDefault(id) ?? "").Trim(),
            NumberStyles.None,
            CultureInfo.InvariantCulture,
            out var figure)
            ? figure
            : null;

    private async Task<TurnAnswer> DoAsync(
        Func<Task<VisitResult>> change,
        Func<VisitResult, Task<TurnAnswer>> refused,
        Func<Visit, bool, Text> done,
        CancellationToken cancellationToken)
    {
        try
        {
            var result = await change();
            if (result.Visit is not { } visit)
            {
                return await refused(result);
            }

            if (visit.Arrival is not null)
            {
                await TellArrivalsAsync(cancellationToken);
            }

            var renewed = await RenewedAsync(cancellationToken);
            var news = renewed.Localizer.Say(done(visit, result.Stood), VisitCards.Name(visit, renewed.Localizer));
            return await ShowAsync(news, VisitCards.Open(visit, Person, renewed, news));
        }
        catch (StoreUnavailableException)
        {
            return await TellAsync(Localizer.Say(Texts.StoreBusy));
        }
    }

    /// <summary>What was announced, changed or called off is done: whoever cannot be told now is told in the next round.</summary>
    private async Task TellArrivalsAsync(CancellationToken cancellationToken)
    {
        try
        {
            await Services.Arrivals.ResumeAsync(ArrivalService.InTurn, cancellationToken);
        }
        catch (StoreUnavailableException)
        {
            // The next round looks again.
        }
    }

    private async Task<Buttons> RenewedAsync(CancellationToken cancellationToken) => Buttons with
    {
        Localizer = Localizer with { Directory = await Services.Directory.ReadAsync(cancellationToken) },
    };

    private Task<TurnAnswer> FormAsync(IReadOnlyDictionary<string, string> typed, FormErrors errors, string? note = null) =>
        VisitRules.MayPlanAny(Person)
            ? ShowAsync(
                Localizer.Say(VisitTexts.AddVisitTitle),
                VisitCards.Form(null, Person, Buttons, typed, errors, note))
            : TellAsync(Localizer.Why(VisitRefusal.NotAllowed));

    private Task<TurnAnswer> ChangeFormAsync(Visit visit, IReadOnlyDictionary<string, string> typed, FormErrors errors) =>
        ShowAsync(
            Localizer.Say(VisitTexts.ChangeVisitTitle),
            VisitCards.Form(visit, Person, Buttons, typed, errors));

    private Task<TurnAnswer> CancelFormAsync(Visit visit, IReadOnlyDictionary<string, string> typed, FormErrors errors) =>
        ShowAsync(
            Localizer.Say(VisitTexts.CancelVisit),
            VisitCards.CancelForm(visit, Buttons, typed, errors));

    private Task<TurnAnswer> EndFormAsync(Visit visit, IReadOnlyDictionary<string, string> typed, FormErrors errors) =>
        ShowAsync(Localizer.Say(VisitTexts.ChangeEnd), VisitCards.EndForm(visit, Buttons, typed, errors));

    /// <summary>A visit that the asker may change: others do not exist for them.</summary>
    private Visit? Find(IReadOnlyDictionary<string, string> typed) =>
        Localizer.Directory.PlannedVisits
            .FirstOrDefault(v =>
                v.Key == typed.GetValueOrDefault(VisitCards.VisitKey) && VisitRules.MayPlan(Person, v));

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
        VisitRefusal.GroupOutOfRange => VisitCards.Group,
        VisitRefusal.UnknownArea or VisitRefusal.PlaceDoesNotFit or VisitRefusal.Recused => VisitCards.Area,
        VisitRefusal.EndsBefore or VisitRefusal.TooLong => VisitCards.To,
        VisitRefusal.NumberMissing or VisitRefusal.NumberTooLong => VisitCards.Number,
        VisitRefusal.AnnouncedInPast or VisitRefusal.AnnouncedTooLate => VisitCards.On,
        VisitRefusal.ReasonMissing or VisitRefusal.ReasonTooLong => VisitCards.Reason,
        VisitRefusal.NotAllowed or VisitRefusal.DatesMissing or VisitRefusal.Overlaps or VisitRefusal.Elsewhere
            or VisitRefusal.OtherTeamLives or VisitRefusal.TooMany or VisitRefusal.NotFound
            or VisitRefusal.TooManySteps or VisitRefusal.NotSubmitted
            or VisitRefusal.NotApproved or VisitRefusal.AlreadySubmitted or VisitRefusal.AlreadyAnnounced
            or VisitRefusal.AlreadyCancelled or VisitRefusal.AnnouncedPlace
            or VisitRefusal.NotResidency or VisitRefusal.ReceptionTooLong or VisitRefusal.UntilOutside => "",
    };
}
