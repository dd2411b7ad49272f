using System.Globalization;
using LiaisonBot.Conversation.Cards;
using LiaisonBot.Conversation.Phrases;
using LiaisonBot.Conversation.Reading;
using LiaisonBot.Conversation.Shell;
using LiaisonBot.Core.Areas;
using LiaisonBot.Core.Matters;
using LiaisonBot.Core.People;
using LiaisonBot.Core.Policies;
using LiaisonBot.Core.Recurring;
using LiaisonBot.Core.Storage;
using LiaisonBot.Core.Text;
using NodaTime;

namespace LiaisonBot.Conversation.Features.Recurring;

/// <summary>Recurring matters: what is said of them, their forms, and what the buttons do.</summary>
internal sealed class RecurringHandler(TurnScope scope) : TurnPart(scope)
{
    /// <summary>Occurrences that are read for a card: some dates of a rule with many places.</summary>
    private const int OccurrencesRead = 60;

    /// <summary>
    /// A sentence about what comes again and again: sets up nothing, but opens the form; a question and a denial get
    /// the list.
    /// </summary>
    /// <returns>Null when something else is meant.</returns>
    public async Task<TurnAnswer?> SayAsync(Frame frame, CancellationToken cancellationToken)
    {
        var text = frame.Text;
        var place = frame.Places is [var first, ..] ? first.Code : (AreaCode?)null;
        if (Asks(frame))
        {
            // 现在有几个定期要报的: nobody asks whether one was set up.
            var asksForOne = Read(frame.Typed).Rhythm is not null;
            return await ListAsync(place, 0, asksForOne ? Localizer.Say(RecurringTexts.NothingSetUp) : null, cancellationToken);
        }

        var line = Read(frame.Typed);
        var isEnd = RecurringActs.Ends(text);
        if (RecurringActs.Skips(text) || isEnd || RecurringActs.Changes(text) || NumberIn(text) is not null)
        {
            return await OfExistingAsync(frame, text, isEnd, place, cancellationToken);
        }

        if (line.Rhythm is null)
        {
            return await ListAsync(place, 0, null, cancellationToken);
        }

        if (line.Rhythm.Rhythm is Rhythm.TooOften && !frame.Has(Idea.Not))
        {
            return await TooOftenAsync(line);
        }

        // 每周五下午: an hour, which puts nothing off.
        if (frame.HasAny(Idea.Not, Idea.If) || (frame.Has(Idea.Later) && line.Rhythm.Hour.Length == 0))
        {
            return await ListAsync(place, 0, Localizer.Say(RecurringTexts.NothingSetUp), cancellationToken);
        }

        // It has a day of its own, and speaks of what is done every month.
        if (line.Task.Dues.Count > 0)
        {
            return null;
        }

        // 油气回收那个以后每周五报一次: words that name a matter are no task.
        var (said, about) = (frame.Typed, "");
        if (frame.Numbers.Count == 0 || (frame is { Numbers.Count: 1 } && !text.Contains(frame.Numbers[0].Short, StringComparison.Ordinal)))
        {
            foreach (var (word, begin, end) in frame.Named.OrderByDescending(named => named.Start).Where(named => named.End <= frame.Letters.Text.Length))
            {
                var (lead, past) = RecurringActs.AroundNamed(text, begin, end);
                said = frame.Letters.Between(0, lead) + frame.Letters.After(past);
                about = frame.Numbers.Count == 0 ? word : "";
                break;
            }
        }

        // 1301-2以后每月10号让正定报: the number is of no task.
        if (frame is { Numbers: [var of] } && text.StartsWith(of.Short, StringComparison.Ordinal))
        {
            said = frame.Letters.After(RecurringActs.AroundNamed(text, 0, of.Short.Length).Past);
        }

        return await FormAsync(RecurringActs.WithoutFromNowOn(said), frame.Numbers is [var number, ..] ? number : null, cancellationToken, about);
    }

    /// <summary>The list of a place, or the card of one by its number.</summary>
    public async Task<TurnAnswer> ShowAsync(string what, int page, CancellationToken cancellationToken)
    {
        if (MatterNumber.TryParse(what, Localizer.Today.Year, out var number) && !number.IsChild)
        {
            return await ShowAsync(number, null, cancellationToken);
        }

        return Place(what, "recurring.show", out var answer, argument: "what") is { } area
            ? await ListAsync(area, page, null, cancellationToken)
            : await answer!;
    }

    /// <summary>The form, filled with what was understood.</summary>
    /// <param name="of">A matter of which it is said; null for the one that was shown, where nothing else is named.</param>
    /// <param name="about">What the matter is called in the sentence, where no number is known; empty for none.</param>
    public async Task<TurnAnswer> FormAsync(string what, MatterNumber? of, CancellationToken cancellationToken, string about = "")
    {
        if (!Localizer.Directory.AssignableBy(Person).Any())
        {
            Services.Talks.Answered(Person, RefusedForm + what.ReplaceLineEndings(" "), Localizer.Now);
            return await TellAsync(Localizer.Why(new Refusal(RefusalReason.NotAllowed, Right: Right.Assign)));
        }

        var line = Read(what);
        if (line.Rhythm?.Rhythm is Rhythm.TooOften)
        {
            return await TooOftenAsync(line);
        }

        List<string> hints = [];
        var typed = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            [RecurringCards.DayOff] = (line.DayOff ?? DayOffRule.Earlier).ToString(),
            [Fields.First] = Columns.Date(line.First ?? Localizer.Today),
        };
        if (about.Length > 0)
        {
            (typed[Fields.Title], typed[Fields.Target]) = (about, about);
        }

        await UnderstandAsync(line, of, typed, hints, what.Length > 0, cancellationToken);
        if (line.Rhythm is { } rhythm)
        {
            typed[Fields.Rhythm] = RecurringWords.Of(rhythm.Rhythm, Localizer);
            typed[Fields.Lead] = Localizer.Invariant(line.Lead ?? rhythm.Rhythm.DefaultLead);
            if (!rhythm.IsDaySaid)
            {
                hints.Add(Localizer.Say(RecurringTexts.DayFilledIn, typed[Fields.Rhythm]));
            }
        }

        if (line.Last is { } last)
        {
            typed[Fields.Last] = Columns.Date(last);
        }

        if (line.Times is { } times)
        {
            typed[Fields.Times] = Localizer.Invariant(times);
        }

        if (about.Length > 0 && line.HasTask)
        {
            var title = Localizer.Say(Texts.Labelled, about, line.Task.Title);
            typed[Fields.Title] = Localizer.Clip(title, MatterLimits.Title);
            typed[Fields.Target] = Localizer.Clip(title, MatterLimits.Target);
        }

        return await ShowFormAsync(typed, [], hints, null, cancellationToken);
    }

    private const string RefusedForm = "recurring.form ";

    /// <summary>What was said of a recurring matter that could not be set up, as it is remembered; null for anything else.</summary>
    public static string? Refused(string asked) => asked.StartsWith(RefusedForm, StringComparison.Ordinal) ? asked[RefusedForm.Length..] : null;

    /// <summary>The next dates of a rhythm in words, of whoever may not set it up; null where it has none.</summary>
    public string? DatesOf(string what)
    {
        var line = Read(what);
        if (line.Rhythm is not { Rhythm: not Rhythm.TooOften } rhythm)
        {
            return null;
        }

        var draft = Draft(
            new Dictionary<string, string>(StringComparer.Ordinal)
            {
                [Fields.Rhythm] = RecurringWords.Of(rhythm.Rhythm, Localizer),
                [RecurringCards.DayOff] = (line.DayOff ?? DayOffRule.Earlier).ToString(),
                [Fields.First] = Columns.Date(line.First ?? Localizer.Today),
            },
            []);
        return draft.Rhythm is null ? null : SayDates(draft);
    }

    private string SayDates(RecurringDraft draft) =>
        Localizer.Say(RecurringTexts.DatesOfForm, string.Join(Localizer.Say(Texts.ListComma), Dated(draft).Upcoming(Localizer.Calendar, DatesSaid).Select(date => RecurringCards.Due(date, Localizer))));

    /// <summary>The form of a rule that stands.</summary>
    public async Task<TurnAnswer> ChangeFormAsync(MatterNumber number, CancellationToken cancellationToken)
    {
        if (await FindAsync(number, cancellationToken) is not { } rule)
        {
            return await NotFoundAsync(number);
        }

        var typed = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            [Fields.Rhythm] = RecurringWords.Of(rule.Rhythm, Localizer),
            [Fields.Areas] = PlaceNames(rule.Places),
            [Fields.Title] = rule.Title,
            [Fields.Target] = rule.Target,
            [Fields.Responsible] = rule.Responsible ?? "",
            [Fields.Lead] = Localizer.Invariant(rule.Lead),
            [RecurringCards.DayOff] = rule.DayOff.ToString(),
            [Fields.First] = Columns.Date(rule.First),
            [Fields.Last] = rule.Last is { } last ? Columns.Date(last) : "",
            [Fields.Times] = rule.Times is { } times ? Localizer.Invariant(times) : "",
            [Fields.Basis] = rule.Basis ?? "",
        };
        return await ShowFormAsync(typed, [], [], number, cancellationToken);
    }

    /// <summary>改每周五吧, 从一月份开始, 鹿泉也算上: the form with it; null where more is said than it has place for.</summary>
    public async Task<TurnAnswer?> AgainAsync(IReadOnlyDictionary<string, string> typed, Frame? said, CancellationToken cancellationToken)
    {
        var values = new Dictionary<string, string>(typed, StringComparer.Ordinal);
        MatterNumber? number = MatterNumber.TryParse(typed.GetValueOrDefault(RecurringCards.Number), Localizer.Today.Year, out var of) ? of : null;
        if (said is not null && !Change(values, said))
        {
            return Read(said.Typed) is { Rhythm.Rhythm: Rhythm.TooOften } often && Folding.IsBlank(RecurringActs.WithoutChange(often.Task.Title))
                ? await TellAsync(Localizer.Say(RecurringTexts.TooOften))
                : null;
        }

        return await ShowFormAsync(values, [], [], number, cancellationToken);
    }

    /// <summary>碰上放假咋办, behind the form: what it says of that.</summary>
    public async Task<TurnAnswer> DayOffOfFormAsync(IReadOnlyDictionary<string, string> typed, CancellationToken cancellationToken)
    {
        var rule = Draft(typed, []).DayOff;
        var answer = Localizer.Say(RecurringTexts.DayOffOfForm, Localizer.Say(RecurringWords.DayOff(rule)));
        return await AgainAsync(typed, null, cancellationToken) is { } form ? form.With(answer) : await TellAsync(answer);
    }

    /// <summary>which dates would that be, behind the form: the next ones.</summary>
    public async Task<TurnAnswer?> DatesOfFormAsync(IReadOnlyDictionary<string, string> typed, CancellationToken cancellationToken)
    {
        var draft = Draft(typed, []);
        if (draft.Rhythm is null or Rhythm.TooOften || await AgainAsync(typed, null, cancellationToken) is not { } form)
        {
            return null;
        }

        return form.With(SayDates(draft));
    }

    private const int DatesSaid = 3;

    /// <summary>太密了，一个月一次就行，15号: how often, and nothing else.</summary>
    public bool IsRhythmAlone(Frame said) =>
        !Asks(said)
            && said is { Numbers.Count: 0, HasPlaces: false }
            && RhythmPhrase.Find(Folding.Of(said.Typed)) is not null
            && Read(said.Typed) is { Rhythm: not null } line
            && Folding.IsBlank(RecurringActs.WithoutDay(RecurringActs.WithoutChange(line.Task.Title)));

    /// <summary>only until end of January, 提前三天交办: from when, until when, how often or how far ahead, and nothing else.</summary>
    public bool IsOfRuleAlone(Frame said) =>
        !Asks(said)
            && said is { Numbers.Count: 0, HasPlaces: false }
            && Read(said.Typed) is { Rhythm: null } line
            && (line.First is not null || line.Last is not null || line.Times is not null || line.DayOff is not null || line.Lead is not null)
            && Folding.IsBlank(RecurringActs.WithoutChange(line.Task.Title));

    /// <summary>要不改成每周五吧, make it monthly: another rhythm for what was spoken of before.</summary>
    public bool IsRhythmInstead(Frame said) =>
        said.Numbers.Count == 0
            && !IsHeld(said)
            && RecurringActs.IsInstead(said.Text)
            && Read(said.Typed).Rhythm is { Rhythm: not Rhythm.TooOften };

    /// <summary>if they complain make it monthly; not once a month, and not 只要正定的.</summary>
    private static bool IsHeld(Frame said) =>
        said.Refrains
            || Conditions.In(said.Text) is not null
            || RecurringActs.WaitsForSomething(said.Text)
            || said.Said.Exists(part => part.Idea == Idea.If && !RecurringActs.IsNoCondition(said.Text, part.Start, part.End));

    private bool Change(Dictionary<string, string> values, Frame said)
    {
        if (Put(values, said, isTooOften: false))
        {
            return true;
        }

        if (IsHeld(said))
        {
            return false;
        }

        var reader = new FrameReader(Localizer.Directory.Areas, Near, Localizer.Today);
        var standing = RhythmPhrase.Read(Folding.Of(values.GetValueOrDefault(Fields.Rhythm) ?? ""))?.Rhythm;
        var wanted = RecurringActs.Wanted(said.Text, standing, clause => reader.Read(clause) is { Places.Count: > 0 } or { Except.Count: > 0 });
        return wanted.Length > 0 && Put(values, reader.Read(wanted), RecurringActs.IsComplaint(said.Text));
    }

    /// <param name="isTooOften">It was said that it comes too often: 25号 is of each month then.</param>
    private bool Put(Dictionary<string, string> values, Frame said, bool isTooOften)
    {
        var line = Read(said.Typed);
        var task = FormWords.Without(line.Task.Title, said.Places);
        var left = RecurringActs.WithoutChange(task);
        var before = RhythmPhrase.Read(Folding.Of(values.GetValueOrDefault(Fields.Rhythm) ?? ""))?.Rhythm;
        var rhythm = line.Rhythm?.Rhythm;
        // 一个月一次就行，15号; 15号吧 of what comes each month; 改周三 of what comes each week.
        var isDayOpen = line is { First: null, Last: null } && (rhythm is null || !line.Rhythm!.IsDaySaid);
        if (isDayOpen && (rhythm ?? before) is Rhythm.Monthly monthly && ChangedDay.OfMonth(said.Text) is { } day)
        {
            (rhythm, left) = (monthly with { Days = [day], Weekday = null }, RecurringActs.WithoutDay(left));
        }
        else if (isDayOpen && (rhythm ?? before) is Rhythm.Monthly ending && RecurringActs.IsMonthEnd(said.Text))
        {
            (rhythm, left) = (ending with { Days = [Rhythm.LastDay], Weekday = null }, RecurringActs.WithoutDay(left));
        }
        else if (isDayOpen && isTooOften && rhythm is null && before is Rhythm.Weekly && ChangedDay.OfMonth(said.Text) is { } ofMonth)
        {
            (rhythm, left) = (new Rhythm.Monthly(1, 1, [ofMonth]), RecurringActs.WithoutDay(left));
        }
        else if (rhythm is null && before is Rhythm.Weekly weekly && RecurringActs.WeekdayIn(said.Text) is { } weekday)
        {
            (rhythm, left) = (weekly with { Day = weekday }, RecurringActs.WithoutDay(left));
        }

        if (rhythm is Rhythm.TooOften || !Folding.IsBlank(left))
        {
            if (Amendment.Of(said.Text) is not { IsSure: true, Old: "", Field: Amendment.Title or Amendment.Body } text)
            {
                return false;
            }

            // What must be achieved in the words of the title is put right with it.
            var isSame = values.GetValueOrDefault(Fields.Target) is { } target && target == values.GetValueOrDefault(Fields.Title);
            return Put(text.Field == Amendment.Title ? Fields.Title : Fields.Target, text.New)
                && (text.Field != Amendment.Title || !isSame || Put(Fields.Target, text.New));
        }

        var isChanged = false;
        if (rhythm is not null)
        {
            isChanged = Put(Fields.Rhythm, RecurringWords.Of(rhythm, Localizer));
            if (before is null || values.GetValueOrDefault(Fields.Lead) == Localizer.Invariant(before.DefaultLead))
            {
                Put(Fields.Lead, Localizer.Invariant(rhythm.DefaultLead));
            }
        }

        isChanged |= line.DayOff is { } off && Put(RecurringCards.DayOff, off.ToString());
        isChanged |= line.Lead is { } lead && Put(Fields.Lead, Localizer.Invariant(lead));
        isChanged |= line.First is { } first && Put(Fields.First, Columns.Date(first));
        isChanged |= line.Last is { } last && Put(Fields.Last, Columns.Date(last));
        isChanged |= line.Times is { } times && Put(Fields.Times, Localizer.Invariant(times));
        if (said.Places.Count > 0)
        {
            var places = Amendment.Placed(
                PlacesOf(values.GetValueOrDefault(Fields.Areas) ?? "", []),
                said.Places,
                said.Text);
            isChanged |= places.Count > 0 && Put(Fields.Areas, PlaceNames(places));
        }

        return isChanged;

        bool Put(string input, string value)
        {
            values[input] = value;
            return true;
        }
    }

    /// <summary>
    /// Sets up what was checked: a rule in each city. Pressed twice, or again after a stop, each is there once. What
    /// was changed since the dates were shown is shown once more.
    /// </summary>
    public async Task<TurnAnswer> SetUpAsync(
        IReadOnlyDictionary<string, string> typed,
        CancellationToken cancellationToken)
    {
        var errors = new FormErrors();
        var draft = Draft(typed, errors);
        Check(draft, errors);
        if (errors.Count > 0 || typed.GetValueOrDefault(RecurringCards.Counted) != Counted(draft))
        {
            return await ShowFormAsync(typed, errors, errors.Count > 0 ? [] : [Localizer.Say(RecurringTexts.Check)], null, cancellationToken);
        }

        List<RecurringMatter> made = [];
        try
        {
            foreach (var city in draft.Places.GroupBy(place => place.City))
            {
                var id = Bot.CommandId(CommandId(), city.Key.Value);
                var one = draft with { Places = [.. city] };
                switch (await Services.Recurring.SetUpAsync(id, Person, one, cancellationToken))
                {
                    case RecurringResult.Done done:
                        made.Add(done.Rule);
                        break;
                    case RecurringResult.Refused refused:
                        errors.Of(refused.Refusals, Localizer);
                        return await ShowFormAsync(typed, errors, [], null, cancellationToken);
                }
            }
        }
        catch (StoreUnavailableException)
        {
            return await TellAsync(Localizer.Say(Texts.StoreBusy));
        }

        var news = Localizer.Say(
            RecurringTexts.DoneSetUp,
            string.Join(Localizer.Say(Texts.ListComma), made.Select(rule => RecurringWords.Short(rule.Number, Localizer))));
        return made is [var only]
            ? await ShowAsync(only.Number, news, cancellationToken)
            : await ListAsync(Localizer.Directory.Province, 0, news, cancellationToken);
    }

    public async Task<TurnAnswer> ChangeAsync(
        MatterNumber number,
        IReadOnlyDictionary<string, string> typed,
        CancellationToken cancellationToken)
    {
        var errors = new FormErrors();
        var draft = Draft(typed, errors);
        Check(draft, errors);
        if (errors.Count > 0 || typed.GetValueOrDefault(RecurringCards.Counted) != Counted(draft))
        {
            return await ShowFormAsync(typed, errors, errors.Count > 0 ? [] : [Localizer.Say(RecurringTexts.Check)], number, cancellationToken);
        }

        return await DoAsync(
            number,
            RecurringTexts.DoneChange.In(Localizer.Language),
            () => Services.Recurring.ChangeAsync(CommandId(), Person, number, draft, cancellationToken),
            refusals =>
            {
                errors.Of(refusals, Localizer);
                return ShowFormAsync(typed, errors, [], number, cancellationToken);
            },
            cancellationToken);
    }

    public async Task<TurnAnswer> AskSkipAsync(MatterNumber? said, CancellationToken cancellationToken)
    {
        if (await MeantAsync(said, null, cancellationToken) is not { } rule)
        {
            return said is { } number
                ? await NotFoundAsync(number)
                : await ListAsync(null, 0, null, cancellationToken);
        }

        if (!Permissions.May(Person, Right.ManageRecurring, rule.Rights))
        {
            return await TellAsync(Localizer.Why(new Refusal(RefusalReason.NotAllowed, Right: Right.ManageRecurring)));
        }

        return rule.Upcoming(Localizer.Calendar, 1).Count == 0
            ? await TellAsync(Localizer.Why(new Refusal(RefusalReason.RecurringEnded)))
            : await ShowAsync(Localizer.Say(RecurringTexts.Skip), RecurringCards.AskSkip(rule, Buttons));
    }

    public Task<TurnAnswer> SkipAsync(MatterNumber number, string date, CancellationToken cancellationToken) =>
        LocalDateOf(date) is { } skipped
            ? DoAsync(
                number,
                Localizer.Say(RecurringTexts.DoneSkip, Localizer.Day(skipped)),
                () => Services.Recurring.SkipAsync(CommandId(), Person, number, skipped, cancellationToken),
                null,
                cancellationToken)
            : UnknownButtonAsync();

    public async Task<TurnAnswer> EndFormAsync(MatterNumber? said, CancellationToken cancellationToken)
    {
        if (await MeantAsync(said, null, cancellationToken) is not { } rule)
        {
            return said is { } number
                ? await NotFoundAsync(number)
                : await ListAsync(null, 0, null, cancellationToken);
        }

        return await EndFormAsync(
            rule,
            new Dictionary<string, string>(StringComparer.Ordinal) { [RecurringCards.Open] = "stay" },
            [],
            cancellationToken);
    }

    public async Task<TurnAnswer> EndAsync(
        MatterNumber number,
        IReadOnlyDictionary<string, string> typed,
        CancellationToken cancellationToken)
    {
        if (await FindAsync(number, cancellationToken) is not { } rule)
        {
            return await NotFoundAsync(number);
        }

        IReadOnlyList<MatterNumber> open = typed.GetValueOrDefault(RecurringCards.Open) == RecurringCards.Withdraw
            ? await OpenOfAsync(rule, cancellationToken)
            : [];
        return await DoAsync(
            number,
            open.Count > 0
                ? Localizer.Say(RecurringTexts.DoneEndWithdrawn, open.Count)
                : Localizer.Say(RecurringTexts.DoneEnd),
            () => Services.Recurring.EndAsync(
                CommandId(),
                Person,
                number,
                typed.GetValueOrDefault(Fields.Reason),
                open,
                cancellationToken),
            refusals =>
            {
                var errors = new FormErrors();
                errors.Of(refusals, Localizer);
                return EndFormAsync(rule, typed, errors, cancellationToken);
            },
            cancellationToken);
    }

    public Task<TurnAnswer> TakeOverAsync(MatterNumber number, CancellationToken cancellationToken) => DoAsync(
        number,
        Localizer.Say(RecurringTexts.DoneTakeOver),
        () => Services.Recurring.TakeOverAsync(CommandId(), Person, number, cancellationToken),
        null,
        cancellationToken);

    public async Task<TurnAnswer> ShowAsync(MatterNumber number, string? news, CancellationToken cancellationToken)
    {
        if (await FindAsync(number, cancellationToken) is not { } rule)
        {
            return await NotFoundAsync(number);
        }

        number = rule.Number;
        var occurrences = await Services.Recurring.OccurrencesAsync(number, OccurrencesRead, cancellationToken);
        var events = await Services.Recurring.EventsAsync(number, cancellationToken);
        return await ShowAsync(
            news ?? RecurringWords.Named(number, Localizer),
            RecurringCards.Show(rule, occurrences, events, Person, Buttons, news));
    }

    private async Task<TurnAnswer> OfExistingAsync(
        Frame frame,
        string text,
        bool isEnd,
        AreaCode? place,
        CancellationToken cancellationToken)
    {
        var rule = await MeantAsync(NumberIn(text), place, cancellationToken);
        if (rule is null)
        {
            return NumberIn(text) is { } number
                ? await NotFoundAsync(number)
                : await ListAsync(place, 0, null, cancellationToken);
        }

        // 别跳过: nothing is asked for.
        if (RecurringActs.Skips(text))
        {
            return frame.HasAny(Idea.Not, Idea.If, Idea.Later)
                ? await ShowAsync(rule.Number, null, cancellationToken)
                : await AskSkipAsync(rule.Number, cancellationToken);
        }

        return isEnd && !frame.HasAny(Idea.If, Idea.Later) ? await EndFormAsync(rule.Number, cancellationToken)
            : RecurringActs.Changes(text) && !frame.HasAny(Idea.Not, Idea.If, Idea.Later)
            && Permissions.May(Person, Right.ManageRecurring, rule.Rights)
            ? await ChangeFormAsync(rule.Number, cancellationToken)
            : await ShowAsync(rule.Number, null, cancellationToken);
    }

    /// <summary>Have them report every Friday: there the word orders, and asks nothing.</summary>
    private static bool Asks(Frame frame) =>
        frame.Mark
            || Wordings.IsAsked(frame.Text)
            || frame.HasAny(Idea.Who, Idea.Which, Idea.What, Idea.When, Idea.Why, Idea.HowMany, Idea.How, Idea.Meaning)
            || (frame.Has(Idea.YesNo) && Words.English(frame.Text, 0, "have") < 0);

    private RecurringLine Read(string typed) => RecurringLine.Read(
        typed,
        Localizer.Directory.Areas,
        Person.Grants.FirstOrDefault(g => Permissions.ReachOf(Right.Assign, g.Role) != Reach.Nowhere)?.Area ?? Near,
        Localizer.Today,
        Localizer.Calendar);

    /// <summary>Fills in places and what is to be done, from the sentence or else from the matter spoken of.</summary>
    private async Task UnderstandAsync(
        RecurringLine line,
        MatterNumber? of,
        Dictionary<string, string> typed,
        List<string> hints,
        bool isSaid,
        CancellationToken cancellationToken)
    {
        var task = line.Task;
        if (task.Ambiguous is { } name)
        {
            hints.Add(Localizer.Say(RecurringTexts.WhichPlaces, name.Typed, Localizer.Place(name.Areas[0].Code)));
        }
        else if (task.Places.Count > 0)
        {
            typed[Fields.Areas] = PlaceNames([.. task.Places.Select(place => place.Code)]);
        }

        if (task.NotPlaces.Count > 0)
        {
            hints.Add(Localizer.Say(
                Matters.MatterTexts.UnderstoodNotPlaces,
                string.Join(Localizer.Say(Texts.ListComma), task.NotPlaces)));
        }

        if (task.Places.Count == 1 && task.Organ.Length > 0)
        {
            typed[Fields.Responsible] = task.Places[0].Name + task.Organ;
        }

        // 让他们每周一报一次进度, behind a matter: of that one.
        if (line.HasTask && !(of is null && line.IsOfThem))
        {
            typed[Fields.Title] = Localizer.Clip(task.Title, MatterLimits.Title);
            typed[Fields.Target] = task.Title + (line.Rhythm is { Hour.Length: > 0 } timed
                ? Localizer.Say(RecurringTexts.Hour, timed.Hour)
                : "");
        }

        // 校园食堂那件，以后每月25号报一次进展: of what is in the title of the one that was named.
        if (of is { } named && line.HasTask && (await Services.Matters.FindAsync(Person, named, cancellationToken))?.Matter is { } reported
            && !task.Title.Contains(reported.Title, StringComparison.Ordinal))
        {
            typed[Fields.Title] = Localizer.Clip(Localizer.Say(Texts.Labelled, reported.Title, task.Title), MatterLimits.Title);
            typed[Fields.Target] = Localizer.Clip(Localizer.Say(Texts.Labelled, reported.Title, typed[Fields.Target]), MatterLimits.Target);
        }

        if (!isSaid || (typed.ContainsKey(Fields.Areas) && typed.ContainsKey(Fields.Title)))
        {
            return;
        }

        if (await SpokenOfAsync(of, cancellationToken) is { } matter)
        {
            typed.TryAdd(Fields.Areas, PlaceNames([matter.Area]));
            typed.TryAdd(Fields.Title, Localizer.Clip(matter.Title, MatterLimits.Title));
            typed.TryAdd(Fields.Target, matter.Target);
            hints.Add(Localizer.Say(RecurringTexts.OfMatter, Localizer.Number(matter.Number)));
            return;
        }

        if (!typed.ContainsKey(Fields.Areas))
        {
            hints.Add(Localizer.Say(RecurringTexts.WithoutPlace));
        }

        if (!typed.ContainsKey(Fields.Title))
        {
            hints.Add(Localizer.Say(RecurringTexts.WithoutTask));
        }
    }

    private async Task<Matter?> SpokenOfAsync(MatterNumber? of, CancellationToken cancellationToken)
    {
        var number = of ?? (await Services.Talks.OfAsync(Person, Localizer.Now, cancellationToken))?.Matter;
        return number is { } shown
            ? (await Services.Matters.FindAsync(Person, shown, cancellationToken))?.Matter
            : null;
    }

    private Task<TurnAnswer> TooOftenAsync(RecurringLine line)
    {
        // The same, on Fridays: what was said of places and task is not lost.
        var places = PlaceNames([.. line.Task.Places.Select(place => place.Code)]);
        var weekly = Localizer.Say(
            RecurringTexts.Weekly,
            places,
            line.HasTask ? line.Task.Title : Localizer.Say(RecurringTexts.WeeklyTask));
        return ShowAsync(Localizer.Say(RecurringTexts.TooOften), RecurringCards.TooOften(weekly.Trim(), Buttons));
    }

    private async Task<TurnAnswer> ShowFormAsync(
        IReadOnlyDictionary<string, string> typed,
        FormErrors errors,
        IReadOnlyList<string> hints,
        MatterNumber? number,
        CancellationToken cancellationToken)
    {
        var unread = new FormErrors();
        var draft = Draft(typed, unread);
        RecurringMatter? rule = null;
        AddedBurden? burden = null;
        if (draft.Rhythm is not null and not Rhythm.TooOften && draft.Places.Count > 0)
        {
            var inOne = draft with
            {
                Title = "-",
                Target = "-",
                Places = [.. draft.Places.Where(place => place.City == draft.Places[0].City)]
            };
            if (Services.Recurring.Look(inOne, Person, Localizer.Directory) is RecurringDecision.Accepted looked)
            {
                rule = looked.Rule;
                burden = await BurdenOfAsync(draft, rule, cancellationToken);
            }
        }
        else if (draft.Rhythm is not null and not Rhythm.TooOften)
        {
            rule = Dated(draft);
        }

        // With another date the same again is asked for once more.
        var kept = typed.Where(value => value.Key is not (RecurringCards.Counted or RecurringCards.Number))
            .ToDictionary(value => value.Key, value => value.Value, StringComparer.Ordinal);
        return await ShowAsync(
            Localizer.Say(number is null ? RecurringTexts.SetUpTitle : RecurringTexts.ChangeTitle),
            RecurringCards.Form(rule, burden, number, Counted(draft), kept, errors, hints, Buttons));
    }

    /// <summary>Only to show its dates: nobody has said where.</summary>
    private RecurringMatter Dated(RecurringDraft draft)
    {
        var rule = new RecurringMatter
        {
            Number = default,
            Title = "",
            Places = [],
            Target = "",
            Rhythm = draft.Rhythm!,
            DayOff = draft.DayOff,
            Lead = Math.Clamp(draft.Lead ?? draft.Rhythm!.DefaultLead, 1, RecurringLimits.Lead),
            First = draft.First ?? Localizer.Today,
            Last = draft.Last,
            Times = draft.Times,
            By = "",
            ByName = "",
            SetUpAt = Localizer.Now,
        };
        return rule with
        {
            Next = rule.DatesFrom(rule.First, 0)
                .Cast<LocalDate?>()
                .FirstOrDefault(date => rule.DueOn(date!.Value, Localizer.Calendar) >= Localizer.Today)
        };
    }

    private async Task<AddedBurden> BurdenOfAsync(
        RecurringDraft draft,
        RecurringMatter rule,
        CancellationToken cancellationToken)
    {
        var reminders = Services.Policies.InForce.Rule(ReminderName.DueSoon)?.After.Count(day => -day < rule.Lead) ?? 0;
        var now = await Services.Burden.AverageAsync(draft.Places, Localizer.Today, cancellationToken);
        var lists = await Task.WhenAll(draft.Places.Select(place => place.City)
            .Distinct()
            .Select(city => Services.Recurring.ListAsync(Person, city, cancellationToken)));
        var rules = lists.SelectMany(list => list)
            .Count(one => one.IsRunning && one.Places.Any(draft.Places.Contains));
        var aYear = draft.Rhythm!.AYear;
        return new(reminders, aYear / 52 * (1 + reminders), aYear, now, rules);
    }

    /// <summary>What was typed, as far as it can be read.</summary>
    private RecurringDraft Draft(IReadOnlyDictionary<string, string> typed, FormErrors errors)
    {
        var said = typed.GetValueOrDefault(Fields.Rhythm) ?? "";
        var rhythm = RhythmPhrase.Read(Folding.Of(said))?.Rhythm;
        if (rhythm is null && !Folding.IsBlank(said))
        {
            errors[Fields.Rhythm] = Localizer.Say(RecurringTexts.NoRhythm);
        }

        return new(
            typed.GetValueOrDefault(Fields.Title),
            PlacesOf(typed.GetValueOrDefault(Fields.Areas) ?? "", errors),
            typed.GetValueOrDefault(Fields.Responsible),
            typed.GetValueOrDefault(Fields.Target),
            rhythm,
            Enum.TryParse<DayOffRule>(typed.GetValueOrDefault(RecurringCards.DayOff), out var dayOff)
                && Enum.IsDefined(dayOff)
                ? dayOff
                : DayOffRule.Earlier,
            NumberOf(typed, Fields.Lead, errors),
            LocalDateOf(typed.GetValueOrDefault(Fields.First)),
            LocalDateOf(typed.GetValueOrDefault(Fields.Last)),
            NumberOf(typed, Fields.Times, errors),
            typed.GetValueOrDefault(Fields.Basis));
    }

    private IReadOnlyList<AreaCode> PlacesOf(string typed, FormErrors errors)
    {
        var read = PlaceList.Read(typed, Localizer.Directory.Areas, Near, Localizer.Today, Localizer.Calendar);
        if (read.Wrong is { } wrong)
        {
            var example = Localizer.Directory.AssignableBy(Person).LastOrDefault()?.Code ?? Localizer.Directory.Province;
            errors[Fields.Areas] = Localizer.Say(
                RecurringTexts.WhichPlaces,
                Localizer.Clip(wrong, 40),
                Localizer.Place(example));
        }

        return read.Places;
    }

    private void Check(RecurringDraft draft, FormErrors errors)
    {
        var cities = draft.Places.GroupBy(place => place.City).Select(city => draft with { Places = [.. city] });
        foreach (var one in draft.Places.Count == 0 ? [draft] : cities)
        {
            if (Services.Recurring.Look(one, Person, Localizer.Directory) is RecurringDecision.Refused refused)
            {
                errors.Of(refused.Refusals, Localizer);
            }
        }
    }

    private int? NumberOf(IReadOnlyDictionary<string, string> typed, string field, FormErrors errors)
    {
        var said = Folding.Of(typed.GetValueOrDefault(field) ?? "").Trim();
        if (said.Length == 0)
        {
            return null;
        }

        if (Numeral.Read(said) is { } number)
        {
            return number;
        }

        errors[field] = Localizer.Say(RecurringTexts.NotANumber);
        return null;
    }

    /// <summary>What the dates and the places on the card are made of.</summary>
    private static string Counted(RecurringDraft draft) => Bot.CommandId(
        draft.Rhythm?.Write() ?? "",
        draft.DayOff.ToString(),
        (draft.Lead ?? draft.Rhythm?.DefaultLead ?? 0).ToString(CultureInfo.InvariantCulture),
        $"{draft.First}",
        $"{draft.Last}",
        $"{draft.Times}",
        string.Join(',', draft.Places));

    private string PlaceNames(IReadOnlyList<AreaCode> places) =>
        string.Join(Localizer.Say(Texts.ListComma), places.Select(place => Localizer.Directory.Areas.FullName(place)));

    private async Task<TurnAnswer> ListAsync(
        AreaCode? place,
        int page,
        string? news,
        CancellationToken cancellationToken)
    {
        var own = Near ?? Localizer.Directory.Province;
        var area = place ?? (own.Level == AreaLevel.Unit && own.IsProvincial ? own.Province : own);
        var rules = await Services.Recurring.ListAsync(Person, area, cancellationToken);
        return await ShowAsync(
            news ?? RecurringCards.Title(rules, area, Localizer),
            RecurringCards.List(rules, area, page, Person, Buttons, news));
    }

    /// <summary>A number without its year may be of the last one: rules go on from year to year.</summary>
    private async Task<RecurringMatter?> FindAsync(MatterNumber number, CancellationToken cancellationToken) =>
        await Services.Recurring.FindAsync(Person, number, cancellationToken)
        ?? (number.Year == Localizer.Today.Year
            ? await Services.Recurring.FindAsync(
                Person,
                number with { Year = number.Year - 1 },
                cancellationToken)
            : null);

    /// <summary>The rule that was named, or the only one that can be meant.</summary>
    private async Task<RecurringMatter?> MeantAsync(
        MatterNumber? said,
        AreaCode? place,
        CancellationToken cancellationToken)
    {
        if (said is { } number)
        {
            return await FindAsync(number, cancellationToken);
        }

        if (place is null && await SpokenOfAsync(null, cancellationToken) is { FromRule: { } spoken })
        {
            return await FindAsync(spoken.Number, cancellationToken);
        }

        var area = place ?? Near ?? Localizer.Directory.Province;
        var running = (await Services.Recurring.ListAsync(Person, area, cancellationToken))
            .Where(rule => rule.IsRunning)
            .ToList();
        return running is [var only] ? only : null;
    }

    /// <summary>定期1301-3.</summary>
    private MatterNumber? NumberIn(string text)
    {
        foreach (var word in RecurringActs.BeforeNumber)
        {
            if (text.IndexOf(word, StringComparison.Ordinal) is >= 0 and var at
                && MatterNumber.AllIn(text[(at + word.Length)..], Localizer.Today.Year) is [var number, ..]
                && text[(at + word.Length)..].TrimStart() is [>= '0' and <= '9', ..])
            {
                return number;
            }
        }

        return null;
    }

    private async Task<IReadOnlyList<MatterNumber>> OpenOfAsync(
        RecurringMatter rule,
        CancellationToken cancellationToken)
    {
        var made = (await Services.Recurring.OccurrencesAsync(rule.Number, OccurrencesRead * 4, cancellationToken))
            .Select(one => one.Matter)
            .OfType<MatterNumber>()
            .ToHashSet();
        return
        [
            .. (await Services.Lists.MineAsync(Person, cancellationToken))
                .Select(entry => entry.Number)
                .Where(made.Contains)
                .Distinct()
                .Order()
        ];
    }

    private async Task<TurnAnswer> EndFormAsync(
        RecurringMatter rule,
        IReadOnlyDictionary<string, string> typed,
        FormErrors errors,
        CancellationToken cancellationToken)
    {
        if (!Permissions.May(Person, Right.ManageRecurring, rule.Rights))
        {
            return await TellAsync(Localizer.Why(new Refusal(RefusalReason.NotAllowed, Right: Right.ManageRecurring)));
        }

        var open = await OpenOfAsync(rule, cancellationToken);
        return await ShowAsync(
            Localizer.Say(RecurringTexts.EndTitle),
            RecurringCards.EndForm(rule, open.Count, typed, errors, Buttons));
    }

    /// <param name="refusedOnForm">Shows refusals beside the inputs; null where there are none.</param>
    private async Task<TurnAnswer> DoAsync(
        MatterNumber number,
        string news,
        Func<Task<RecurringResult>> step,
        Func<IReadOnlyList<Refusal>, Task<TurnAnswer>>? refusedOnForm,
        CancellationToken cancellationToken)
    {
        try
        {
            switch (await step())
            {
                case RecurringResult.Done:
                    return await ShowAsync(number, news, cancellationToken);
                case RecurringResult.Refused refused when refusedOnForm is not null
                    && refused.Refusals.Any(refusal => refusal.Field is not null):
                    return await refusedOnForm(refused.Refusals);
                case RecurringResult.Refused refused:
                    return await ShowAsync(number, Localizer.Why(refused.Refusals[0]), cancellationToken);
                default:
                    return await NotFoundAsync(number);
            }
        }
        catch (StoreUnavailableException)
        {
            return await TellAsync(Localizer.Say(Texts.StoreBusy));
        }
    }

    private Task<TurnAnswer> NotFoundAsync(MatterNumber number) =>
        TellAsync(Localizer.Say(RecurringTexts.NotFound, number.Short));

    private static LocalDate? LocalDateOf(string? text)
    {
        var parsed = NodaTime.Text.LocalDatePattern.Iso.Parse(text ?? "");
        return parsed.Success ? parsed.Value : null;
    }
}
