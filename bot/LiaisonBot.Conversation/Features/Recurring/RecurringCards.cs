using LiaisonBot.Conversation.Cards;
using LiaisonBot.Conversation.Shell;
using LiaisonBot.Core.Areas;
using LiaisonBot.Core.Calendar;
using LiaisonBot.Core.Matters;
using LiaisonBot.Core.People;
using LiaisonBot.Core.Recurring;
using NodaTime;

namespace LiaisonBot.Conversation.Features.Recurring;

/// <summary>What the form says of the burden of a rule, counted by the product.</summary>
/// <param name="Reminders">Of an occurrence that is not handed in, until it is due.</param>
/// <param name="AWeek">Asks a place and week that the rule adds.</param>
/// <param name="Now">Asks a place and week in the last four weeks.</param>
/// <param name="Rules">Recurring matters that these places have already.</param>
internal sealed record AddedBurden(int Reminders, double AWeek, double AYear, double Now, int Rules);

/// <summary>Recurring matters: the form, the card of one, the list.</summary>
internal static class RecurringCards
{
    /// <summary>The inputs as they were when the dates on the card were counted: what changed is counted first.</summary>
    public const string Counted = "counted";
    public const string Number = "number";
    public const string Date = "date";
    public const string Open = "open";
    public const string DayOff = "dayOff";
    public const string Withdraw = "withdraw";

    private const int DatesShown = 3;

    private const int OccurrencesShown = 12;

    private const int PageSize = 8;

    private const int PlacesLength = 2000;

    /// <param name="rule">As it would be; null while something is missing.</param>
    /// <param name="number">The rule that is changed; null for a new one.</param>
    public static Json Form(
        RecurringMatter? rule,
        AddedBurden? burden,
        MatterNumber? number,
        string counted,
        IReadOnlyDictionary<string, string> typed,
        FormErrors errors,
        IReadOnlyList<string> hints,
        Buttons buttons)
    {
        var localizer = buttons.Localizer;
        List<Json?> body =
        [
            Card.Title(localizer.Say(number is null ? RecurringTexts.SetUpTitle : RecurringTexts.ChangeTitle)),
            number is { } changed ? Card.Line(RecurringWords.Named(changed, localizer), bold: true) : null,
            hints.Count == 0
                ? null
                : Card.Box(
                    Card.Accent,
                    [.. hints.Select((h, i) => Card.Line(h, size: "Small", spacing: i == 0 ? null : "None"))]),
            Card.News(errors.GetValueOrDefault(""), localizer, Card.Attention),
        ];
        if (rule is not null)
        {
            body.Add(Card.Line(RecurringWords.Of(rule.Rhythm, localizer), bold: true));
            body.AddRange(Dates(rule, localizer, isNew: true));
        }

        if (burden is not null)
        {
            body.Add(Card.Line(Words(burden, localizer), subtle: true, size: "Small"));
        }

        // What is seldom changed and was not said stands behind a button: the form fits a phone.
        var isSeldom = Inputs(localizer).ToLookup(i => IsSeldom(i.Input.Id, typed) && !errors.ContainsKey(i.Input.Id));
        IEnumerable<Json> Shown(IEnumerable<(FormInput Input, IReadOnlyList<(string, string)> Choices)> inputs) =>
            InputForm.Inputs(
                inputs.Select(i => (i.Input, localizer.Say(i.Input.Label), i.Choices)),
                typed,
                errors,
                localizer);
        body.AddRange(Shown(isSeldom[false]));
        if (isSeldom[true].Any())
        {
            body.Add(Card.Behind(localizer.Say(RecurringTexts.MoreInputs), [], Shown(isSeldom[true])));
        }

        (string, string)[] carried = number is { } of ? [(Counted, counted), (Number, of.Key)] : [(Counted, counted)];
        body.AddRange(Card.Actions([
            number is null
                ? buttons.Submit(RecurringTexts.SetUp, "recurring.setUp", carried)
                : buttons.Submit(RecurringTexts.Change, "recurring.change", carried),
            buttons.Cancel()
        ]));
        return Card.Of(localizer, body);
    }

    public static Json Show(
        RecurringMatter rule,
        IReadOnlyList<RecurringOccurrence> occurrences,
        IReadOnlyList<RecurringEvent> events,
        Person viewer,
        Buttons buttons,
        string? news = null)
    {
        var localizer = buttons.Localizer;
        List<Json?> body =
        [
            Card.News(news, localizer),
            Card.Runs([
                Card.Run(RecurringWords.Named(rule.Number, localizer), bold: true),
                Card.Run(
                    "  ·  " + RecurringWords.State(rule, localizer),
                    color: rule.IsRunning ? Card.Good : Card.Default,
                    size: "Small")
            ]),
            .. Card.Typed(rule.Title, localizer, bold: true, size: "Large"),
            Card.Fact(localizer.Say(RecurringTexts.FactRhythm), RecurringWords.Of(rule.Rhythm, localizer)),
            Card.Fact(localizer.Say(RecurringTexts.FactPlaces), Places(rule, localizer)),
            rule.Responsible is { } responsible
                ? Card.Fact(localizer.Say(Texts.FieldResponsible), responsible)
                : null,
            .. Card.Typed(rule.Target, localizer, label: localizer.Say(Texts.FieldTarget)),
            rule.Basis is { } basis ? Card.Fact(localizer.Say(Texts.FieldBasis), basis) : null,
            Card.Fact(
                localizer.Say(RecurringTexts.FactLead),
                localizer.Say(RecurringTexts.Ahead, rule.Lead)
                + localizer.Say(
                    RecurringTexts.IfOff,
                    Localizer.Within(localizer.Say(RecurringWords.DayOff(rule.DayOff))))),
            Card.Fact(localizer.Say(RecurringTexts.FactSpan), Span(rule, localizer)),
            Card.Fact(localizer.Say(RecurringTexts.FactBy), localizer.Named(rule.ByName)),
            .. Dates(rule, localizer, isNew: false),
        ];
        var seen = occurrences.Where(one => one.Place is not { } place || rule.Places.Contains(place)
            || Permissions.May(viewer, Right.See, new Subject(place, place, rule.Team))).ToList();
        if (seen.Count > 0)
        {
            body.Add(Card.Line(localizer.Say(RecurringTexts.Past), bold: true));
            body.AddRange(seen.Take(OccurrencesShown).Select(one => Line(one, buttons)));
        }

        if (events.Count > 0)
        {
            body.Add(Card.Line(localizer.Say(RecurringTexts.Steps), bold: true));
            body.AddRange(events.TakeLast(RecurringLimits.EventsShown).Reverse().Select(one => Card.Line(
                $"{Localizer.Moment(one.At)}  {(one.ActorName.Length > 0 ? localizer.Named(one.ActorName) + " " : "")}"
                + RecurringWords.Step(one, localizer) + (one.Note is { } note ? "  " + note.ReplaceLineEndings(" ") : ""),
                subtle: true,
                size: "Small",
                spacing: "None")));
        }

        body.AddRange(Card.Actions(Ways(rule, viewer, buttons)));
        return Card.Of(localizer, body);
    }

    public static Json List(
        IReadOnlyList<RecurringMatter> rules,
        AreaCode area,
        int page,
        Person viewer,
        Buttons buttons,
        string? news = null)
    {
        var localizer = buttons.Localizer;
        var pages = Math.Max(1, (rules.Count + PageSize - 1) / PageSize);
        page = Math.Clamp(page, 0, pages - 1);
        List<Json?> body =
        [
            Card.News(news, localizer),
            Card.Title(Title(rules, area, localizer)),
        ];
        body.AddRange(rules.Skip(page * PageSize).Take(PageSize).Select(rule => Card.Link(
        [
            Card.Runs([
                Card.Run(rule.Title.ReplaceLineEndings(" "), bold: true),
                Card.Run("  ·  " + RecurringWords.State(rule, localizer), size: "Small")
            ]),
            Card.Line(
                $"{RecurringWords.Short(rule.Number, localizer)}  {Places(rule, localizer)}  {RecurringWords.Of(rule.Rhythm, localizer)}"
                + (rule.Upcoming(localizer.Calendar, 1) is [var next]
                    ? "  ·  " + localizer.Say(RecurringTexts.NextOn, localizer.Day(next.Due))
                    : ""),
                size: "Small",
                spacing: "None"),
        ],
        buttons.To("recurring.show", ("what", rule.Number.Key)),
        separator: true)));
        body.AddRange(Paging.Of(page, pages, new("recurring.show", Arguments.Of(("what", area.Value))), buttons));
        List<Json> actions = [];
        if (localizer.Directory.AssignableBy(viewer).Any())
        {
            actions.Add(buttons.To(RecurringTexts.SetUpTitle, "recurring.form"));
        }

        actions.Add(buttons.To("matter.mine"));
        body.AddRange(Card.Actions(actions));
        return Card.Of(localizer, body);
    }

    public static string Title(IReadOnlyList<RecurringMatter> rules, AreaCode area, Localizer localizer) =>
        rules.Count == 0
            ? localizer.Say(RecurringTexts.ListEmpty, localizer.Place(area))
            : localizer.Say(RecurringTexts.ListTitle, localizer.Place(area), rules.Count);

    /// <summary>Asks for one press before a date is left out.</summary>
    public static Json AskSkip(RecurringMatter rule, Buttons buttons)
    {
        var localizer = buttons.Localizer;
        var dates = rule.Upcoming(localizer.Calendar, 2);
        var question = dates.Count > 1
            ? localizer.Say(RecurringTexts.AskSkip, Due(dates[0], localizer), Due(dates[1], localizer))
            : localizer.Say(RecurringTexts.AskSkipLast, Due(dates[0], localizer));
        return Card.Of(localizer,
        [
            Card.Line($"{RecurringWords.Named(rule.Number, localizer)}  {rule.Title.ReplaceLineEndings(" ")}", bold: true),
            Card.Line(question),
            .. Card.Actions([
                buttons.Away(
                    RecurringTexts.Skip,
                    "recurring.skipNow",
                    (Number, rule.Number.Key),
                    (Date, Core.Storage.Columns.Date(dates[0].Date))),
                buttons.To(Texts.CancelForm, "recurring.show", ("what", rule.Number.Key))
            ]),
        ]);
    }

    /// <param name="open">Occurrences that are assigned and not ended.</param>
    public static Json EndForm(
        RecurringMatter rule,
        int open,
        IReadOnlyDictionary<string, string> typed,
        FormErrors errors,
        Buttons buttons)
    {
        var localizer = buttons.Localizer;
        List<(FormInput, string, IReadOnlyList<(string, string)>)> inputs =
            [(new(Fields.Reason, RecurringTexts.FieldReason, InputKind.Lines), localizer.Say(RecurringTexts.FieldReason), [])];
        if (open > 0)
        {
            inputs.Add((
                new(Open, RecurringTexts.FieldOpen, InputKind.Choice),
                localizer.Say(RecurringTexts.FieldOpen, open),
                [("stay", localizer.Say(RecurringTexts.OpenStay)), (Withdraw, localizer.Say(RecurringTexts.OpenWithdraw))]));
        }

        return Card.Of(localizer,
        [
            Card.Title(localizer.Say(RecurringTexts.EndTitle)),
            Card.Line($"{RecurringWords.Named(rule.Number, localizer)}  {rule.Title.ReplaceLineEndings(" ")}", bold: true),
            Card.News(errors.GetValueOrDefault(""), localizer, Card.Attention),
            .. InputForm.Inputs(inputs, typed, errors, localizer),
            .. Card.Actions([
                buttons.Submit(RecurringTexts.End, "recurring.end", (Number, rule.Number.Key)),
                buttons.To(Texts.CancelForm, "recurring.show", ("what", rule.Number.Key))
            ]),
        ]);
    }

    public static Json TooOften(string weekly, Buttons buttons)
    {
        var localizer = buttons.Localizer;
        return Card.Of(localizer,
        [
            Card.Line(localizer.Say(RecurringTexts.TooOften)),
            .. Card.Actions([
                buttons.To(RecurringTexts.WeeklyInstead, "recurring.form", ("what", weekly)),
                buttons.To("matter.assign")
            ]),
        ]);
    }

    /// <summary>What could not be assigned, or reaches nobody, with what can be done about it.</summary>
    public static Json Told(RecurringMatter rule, string news, Person to, Buttons buttons) => Card.Of(
        buttons.Localizer,
        [
            Card.News(news, buttons.Localizer, Card.Attention),
            Card.Fact(
                buttons.Localizer.Say(RecurringTexts.FactRhythm),
                RecurringWords.Of(rule.Rhythm, buttons.Localizer)),
            .. Card.Actions([
                .. Ways(rule, to, buttons),
                buttons.To(ShellTexts.Open, "recurring.show", ("what", rule.Number.Key))
            ]),
        ]);

    private static IReadOnlyList<Json> Ways(RecurringMatter rule, Person viewer, Buttons buttons)
    {
        if (!rule.IsRunning || !Permissions.May(viewer, Right.ManageRecurring, rule.Rights))
        {
            return [];
        }

        var key = (Number, rule.Number.Key);
        List<Json> ways =
        [
            buttons.To(RecurringTexts.Skip, "recurring.skip", key),
            buttons.To(RecurringTexts.Change, "recurring.changeForm", key),
            buttons.To(RecurringTexts.End, "recurring.endForm", key),
        ];
        if (!viewer.Is(rule.By))
        {
            ways.Add(buttons.To(RecurringTexts.TakeOver, "recurring.takeOver", key));
        }

        return ways;
    }

    private static IEnumerable<Json> Dates(RecurringMatter rule, Localizer localizer, bool isNew)
    {
        var dates = rule.Upcoming(localizer.Calendar, DatesShown);
        if (dates.Count == 0)
        {
            yield return Card.Line(localizer.Say(RecurringTexts.NoDates), subtle: true, size: "Small");
            yield break;
        }

        yield return Card.Line(localizer.Say(RecurringTexts.NextDates), subtle: true, size: "Small");
        foreach (var date in dates)
        {
            var at = rule.AssignedAt(date.Date, localizer.Calendar);
            yield return Card.Line(
                isNew && at <= localizer.Now
                    ? localizer.Say(RecurringTexts.NextDateNow, Due(date, localizer))
                    : localizer.Say(
                        RecurringTexts.NextDate,
                        Due(date, localizer),
                        localizer.Day(BeijingTime.Today(at))),
                size: "Small",
                spacing: "None");
        }
    }

    internal static string Due((LocalDate Date, LocalDate Due, bool Provisional) one, Localizer localizer) =>
        localizer.DayOfWeek(one.Due, localizer.Today.Year)
        + (one.Due == one.Date ? "" : localizer.Say(RecurringTexts.Moved, localizer.DayOfWeek(one.Date, localizer.Today.Year)))
        + (one.Provisional ? localizer.Say(Texts.ProvisionalMark) : "");

    private static Json Line(RecurringOccurrence one, Buttons buttons)
    {
        var localizer = buttons.Localizer;
        var where = one.Place is { } place ? localizer.Place(place) + "  " : "";
        var what = one.State switch
        {
            OccurrenceState.Made => localizer.Number(one.Matter!.Value),
            OccurrenceState.Skipped => localizer.Say(RecurringTexts.StateSkipped),
            OccurrenceState.Missed => localizer.Say(RecurringTexts.StateMissed),
            OccurrenceState.NotMade => localizer.Say(
                RecurringTexts.StateNotMade,
                localizer.Say(RecurringWords.Why(one.Why ?? NotMadeReason.Refused))),
        };
        return Card.Link(
            [Card.Line($"{localizer.Day(one.Due ?? one.Date)}  {where}{what}", size: "Small")],
            one.Matter is { } matter ? buttons.Open(matter) : null);
    }

    private static string Span(RecurringMatter rule, Localizer localizer) =>
        localizer.Say(RecurringTexts.Span, localizer.Day(rule.First))
        + (rule.Last is { } last ? localizer.Say(RecurringTexts.SpanUntil, localizer.Day(last)) : "")
        + (rule.Times is { } times ? localizer.Say(RecurringTexts.SpanTimes, times, rule.Made) : "");

    /// <summary>All by name, or of many how many.</summary>
    private static string Places(RecurringMatter rule, Localizer localizer) =>
        rule.Places.Count > 6
            ? localizer.Place(rule.Number.City) + " " + localizer.Say(RecurringTexts.Truncated, rule.Places.Count)
            : localizer.Places(string.Join(',', rule.Places.Select(place => place.Value)));

    private static string Words(AddedBurden burden, Localizer localizer)
    {
        var words = localizer.Say(
            RecurringTexts.Burden,
            burden.Reminders,
            Localizer.OneDecimal(burden.AWeek),
            (int)Math.Round(burden.AYear));
        if (burden.Now > 0)
        {
            words += localizer.Say(RecurringTexts.BurdenNow, Localizer.OneDecimal(burden.Now));
        }

        return burden.Rules > 0 ? words + localizer.Say(RecurringTexts.BurdenRules, burden.Rules) : words;
    }

    /// <summary>Filled by itself, empty, or said by the title already.</summary>
    private static bool IsSeldom(string input, IReadOnlyDictionary<string, string> typed) =>
        input is Fields.Lead or DayOff or Fields.First
            || (input == Fields.Target
                && typed.GetValueOrDefault(Fields.Target) is { Length: > 0 } target
                && typed.GetValueOrDefault(Fields.Title)?.Contains(target, StringComparison.Ordinal) == true)
            || (input is Fields.Responsible or Fields.Last or Fields.Times or Fields.Basis
                && string.IsNullOrWhiteSpace(typed.GetValueOrDefault(input)));

    private static IEnumerable<(FormInput Input, IReadOnlyList<(string, string)> Choices)> Inputs(Localizer localizer) =>
    [
        (new(Fields.Rhythm, RecurringTexts.FieldRhythm, InputKind.Line, Limit: 60), []),
        (new(Fields.Areas, RecurringTexts.FieldPlaces, InputKind.Line, Limit: PlacesLength), []),
        (new(Fields.Title, Texts.FieldTitle, InputKind.Line, Limit: MatterLimits.Title), []),
        (new(Fields.Target, Texts.FieldTarget, InputKind.Lines, Limit: MatterLimits.Target), []),
        (new(Fields.Responsible, RecurringTexts.FieldResponsible, InputKind.Line, false, MatterLimits.Responsible), []),
        (new(Fields.Lead, RecurringTexts.FieldLead, InputKind.Line, false, 3), []),
        (new(DayOff, RecurringTexts.FieldDayOff, InputKind.Choice, Beside: true),
            [.. Enum.GetValues<DayOffRule>().Select(r => (r.ToString(), localizer.Say(RecurringWords.DayOff(r))))]),
        (new(Fields.First, RecurringTexts.FieldFirst, InputKind.Date, false), []),
        (new(Fields.Last, RecurringTexts.FieldLast, InputKind.Date, false), []),
        (new(Fields.Times, RecurringTexts.FieldTimes, InputKind.Line, false, 3), []),
        (new(Fields.Basis, Texts.FieldBasis, InputKind.Line, false, MatterLimits.Basis), []),
    ];
}
