using System.Security.Cryptography;
using System.Text;
using LiaisonBot.Conversation.Cards;
using LiaisonBot.Conversation.Features.Matters;
using LiaisonBot.Conversation.Phrases;
using LiaisonBot.Conversation.Shell;
using LiaisonBot.Core.Areas;
using LiaisonBot.Core.Calendar;
using LiaisonBot.Core.Matters;
using LiaisonBot.Core.People;
using LiaisonBot.Core.Policies;
using LiaisonBot.Core.Sets;
using LiaisonBot.Core.Storage;
using NodaTime;

namespace LiaisonBot.Conversation.Features.SelfChecks;

/// <summary>Self-checks: asked after a look at what they cost, answered with one press.</summary>
internal sealed class SelfCheckHandler(TurnScope scope) : TurnPart(scope)
{
    private readonly TurnScope scope = scope;

    /// <summary>The list; with words behind it, what would be asked, or the form where something is missing.</summary>
    public async Task<TurnAnswer> SayAsync(string what, CancellationToken cancellationToken)
    {
        if (what.Length == 0)
        {
            return await ListAsync(null, cancellationToken);
        }

        if (!SelfCheckFeature.MayAsk(Person))
        {
            return await TellAsync(Localizer.Say(SelfCheckTexts.NotYours));
        }

        return await SayAsync(what, new Dictionary<string, string>(StringComparer.Ordinal), cancellationToken);
    }

    /// <param name="typed">What is known besides what is said; of a campaign its name, empty when it is not known yet.</param>
    public async Task<TurnAnswer> SayAsync(string what, Dictionary<string, string> typed, CancellationToken cancellationToken)
    {
        var line = SelfCheckLine.Read(what, Localizer.Directory.Areas, Near, Localizer.Today, Localizer.Calendar);
        typed[SelfCheckCards.Problem] = line.Problem;
        typed[SelfCheckCards.Places] = Said(line.Places);
        var isCampaign = typed.ContainsKey(SelfCheckCards.Campaign);
        if (line.Due is { } due)
        {
            // Of a campaign the day is its end.
            typed[isCampaign ? SelfCheckCards.Ends : SelfCheckCards.Due] = Columns.Date(due);
        }

        if (line.Matter is { } number)
        {
            if (await Services.Matters.FindAsync(Person, number, cancellationToken) is not { } tree)
            {
                return await TellAsync(Localizer.Say(MatterTexts.NoSuchMatter, number.Short, Localizer.Today.Year));
            }

            // All counties of its city: the one that has the fault is not asked whether it has. One that is named is.
            var own = tree.Matter.Area;
            if (Localizer.Directory.Areas.Children(own.City).All(county => line.Places.Contains(county.Code)))
            {
                typed[SelfCheckCards.Places] = string.Join(
                    Localizer.Say(Texts.ListComma),
                    line.Places.Where(place => place != own).Select(Localizer.Place));
            }

            typed[SelfCheckCards.Origin] = number.Key;
            typed[SelfCheckCards.Topic] = tree.Matter.Finding?.Topic ?? "";
            if (line.Problem.Length == 0)
            {
                typed[SelfCheckCards.Problem] = tree.Matter.Finding?.Problem ?? tree.Matter.Title;
            }
        }
        else if (TopicList.Find(Localizer.Directory.Topics, line.Problem) is { } topic && line.Problem.Length <= TopicList.MaxLength)
        {
            typed[SelfCheckCards.Topic] = topic;
            typed[SelfCheckCards.Problem] = Localizer.Say(SelfCheckTexts.DefaultProblem, topic);
        }

        if (isCampaign && typed[SelfCheckCards.Campaign].Length == 0)
        {
            var title = typed.GetValueOrDefault(SelfCheckCards.Topic) is { Length: > 0 } of ? of : SetRules.TitleOf(typed[SelfCheckCards.Problem]);
            typed[SelfCheckCards.Campaign] = title.Length == 0 ? "" : Localizer.Say(CampaignTexts.TitleOf, title);
        }

        var errors = new FormErrors();
        if (line.Wrong is { } wrong)
        {
            errors[SelfCheckCards.Places] = Localizer.Say(SelfCheckTexts.NotAPlace, Localizer.Clip(wrong, 40));
            // It stands in the field, so that the others are not asked without it unseen.
            typed[SelfCheckCards.Places] = string.Join(
                Localizer.Say(Texts.ListComma),
                new[] { typed[SelfCheckCards.Places], Localizer.Clip(wrong, 40) }.Where(said => said.Length > 0));
        }
        else if (line.Places.Count == 0)
        {
            errors[SelfCheckCards.Places] = Why(SelfCheckRefusal.PlacesMissing);
        }

        return errors.Count > 0 || line.Places.Count == 0 || typed[SelfCheckCards.Problem].Length == 0
            || (isCampaign && line.Due is null)
            ? await FormAsync(typed, errors)
            : await LookAsync(typed, cancellationToken);
    }

    /// <summary>The places that still have to answer, of what the person may see.</summary>
    /// <param name="place">The code of a place, when one is named; else empty.</param>
    public async Task<TurnAnswer> UnansweredAsync(string place, bool ofCampaigns, CancellationToken cancellationToken)
    {
        var area = AreaCode.TryParse(place, out var named) ? named : ListedArea;
        var views = (await Services.SelfChecks.ListAsync(Person, area, cancellationToken))
            .Where(view => !ofCampaigns || view.Round.Campaign is not null)
            .GroupBy(view => view.Round.Campaign?.Key ?? view.Round.Number.Key)
            .Select(same => new SelfCheckView(same.First().Round, [.. same.SelectMany(view => view.Places).OrderBy(one => one.Place)]))
            .ToList();
        return await ShowAsync(
            Localizer.Say(SelfCheckTexts.UnansweredTitle),
            SelfCheckCards.Unanswered(views, Person, ofCampaigns, Buttons));
    }

    public Task<TurnAnswer> FormAsync(IReadOnlyDictionary<string, string> typed) => MayAsk(typed)
        ? FormAsync(typed, [])
        : NotYoursAsync(typed);

    /// <summary>Who would be asked, and what it costs them.</summary>
    public async Task<TurnAnswer> LookAsync(IReadOnlyDictionary<string, string> typed, CancellationToken cancellationToken)
    {
        if (!MayAsk(typed))
        {
            return await NotYoursAsync(typed);
        }

        var errors = new FormErrors();
        var drafts = Drafts(typed, errors);
        List<AreaCode> asked = [];
        List<AreaCode> leftOut = [];
        foreach (var draft in drafts)
        {
            var (ask, left, why) = await Services.SelfChecks.LookAsync(Person, draft, cancellationToken);
            asked.AddRange(ask);
            leftOut.AddRange(left);
            if (why is { } refused && (refused != SelfCheckRefusal.NobodyLeft || drafts.Count == 1))
            {
                errors[FieldOf(refused, typed)] = Why(refused, drafts);
            }
        }

        if (errors.Count == 0 && asked.Count == 0)
        {
            errors[SelfCheckCards.Places] = Why(SelfCheckRefusal.NobodyLeft);
        }

        if (errors.Count > 0)
        {
            return await FormAsync(typed, errors);
        }

        var due = drafts[0].Due ?? Localizer.Calendar.AddWorkingDays(Localizer.Today, SelfCheckLimits.DaysToAnswer);
        if (drafts[0].Campaign is { } campaign)
        {
            due = LocalDate.Min(due, campaign.Until);
        }

        var reminders = Services.Policies.InForce.Rule(ReminderName.DueSoon)?.After.Count ?? 0;
        return await ShowAsync(
            drafts[0].Campaign?.Title ?? Localizer.Say(SelfCheckTexts.New),
            SelfCheckCards.Look(
                drafts[0],
                asked,
                leftOut,
                Localizer.Day(due),
                reminders,
                await Services.Burden.AverageAsync(asked, Localizer.Today, cancellationToken),
                [.. Carried(typed)],
                Buttons));
    }

    /// <summary>Asks, city by city: each is a command of its own, so that the same press again asks nobody twice.</summary>
    public async Task<TurnAnswer> AskAsync(IReadOnlyDictionary<string, string> typed, CancellationToken cancellationToken)
    {
        if (!MayAsk(typed))
        {
            return await NotYoursAsync(typed);
        }

        var errors = new FormErrors();
        var drafts = Drafts(typed, errors);
        if (errors.Count > 0 || drafts.Count == 0)
        {
            return await FormAsync(typed, errors);
        }

        var (asked, isRepeated) = (0, true);
        try
        {
            foreach (var draft in drafts)
            {
                var id = $"{CommandId()}-{(draft.Places is [var first, ..] ? first.City.Value : "")}";
                switch (await Services.SelfChecks.AskAsync(id, Person, draft, cancellationToken))
                {
                    case SelfCheckResult.Asked done:
                        asked += done.Round.Places.Count;
                        isRepeated &= done.Repeated;
                        break;
                    case SelfCheckResult.Refused refused when refused.Why != SelfCheckRefusal.NobodyLeft || drafts.Count == 1:
                        errors[FieldOf(refused.Why, typed)] = Why(refused.Why, drafts);
                        return await FormAsync(typed, errors);
                }
            }
        }
        catch (StoreUnavailableException)
        {
            return await TellAsync(Localizer.Say(Texts.StoreBusy));
        }

        var news = isRepeated ? Localizer.Say(SelfCheckTexts.SentBefore) : Localizer.Say(SelfCheckTexts.Sent, asked);
        return drafts[0].Campaign is { } campaign
            ? await new CampaignHandler(scope).ShowAsync(campaign.Key, news, cancellationToken)
            : await ListAsync(news, cancellationToken);
    }

    public async Task<TurnAnswer> OpenAsync(string number, CancellationToken cancellationToken)
    {
        if (MatterNumber.TryOf(new(MatterNumber.Kind, number), out var key)
            && (await Services.SelfChecks.ListAsync(Person, key.City, cancellationToken))
                .FirstOrDefault(round => round.Round.Number == key) is { } view)
        {
            return await ShowAsync(Localizer.Say(SelfCheckTexts.ListTitle), SelfCheckCards.Show(view, Buttons));
        }

        return await TellAsync(Localizer.Say(SelfCheckTexts.NotFound));
    }

    public async Task<TurnAnswer> OneAsync(string number, CancellationToken cancellationToken) =>
        await FindAsync(number, cancellationToken) is { } check
            ? await ShowAsync(Localizer.Say(SelfCheckTexts.ListTitle), SelfCheckCards.One(check, Person, Buttons))
            : await TellAsync(Localizer.Say(SelfCheckTexts.NotFound));

    public async Task<TurnAnswer> AnswerFormAsync(string number, string state, CancellationToken cancellationToken)
    {
        if (await FindAsync(number, cancellationToken) is not { } check)
        {
            return await TellAsync(Localizer.Say(SelfCheckTexts.NotFound));
        }

        return StateOf(state) is { } answer && Permissions.May(Person, Right.Work, check.Rights)
            ? await ShowAsync(
                Localizer.Say(SelfCheckCards.Word(answer)),
                SelfCheckCards.AnswerForm(check, answer, Begun(check), [], Buttons))
            : await ShowAsync(Localizer.Say(SelfCheckTexts.ListTitle), SelfCheckCards.One(check, Person, Buttons));
    }

    public async Task<TurnAnswer> AnswerAsync(IReadOnlyDictionary<string, string> typed, CancellationToken cancellationToken)
    {
        if (await FindAsync(typed.GetValueOrDefault(SelfCheckCards.Check) ?? "", cancellationToken) is not { } check
            || StateOf(typed.GetValueOrDefault(SelfCheckCards.State)) is not { } state)
        {
            return await TellAsync(Localizer.Say(SelfCheckTexts.NotFound));
        }

        LocalDate? until = Day(typed.GetValueOrDefault(SelfCheckCards.Until));
        try
        {
            switch (await Services.SelfChecks.AnswerAsync(
                CommandId(),
                Person,
                check.Number,
                new(state, typed.GetValueOrDefault(SelfCheckCards.Note), state == SelfCheckState.Planned ? until : null),
                cancellationToken))
            {
                case SelfCheckResult.Answered done:
                    var news = Localizer.Say(SelfCheckTexts.Answered, Localizer.Say(SelfCheckCards.Word(done.Check.State)));
                    return await ShowAsync(news, SelfCheckCards.One(done.Check, Person, Buttons, news));
                case SelfCheckResult.Refused
                {
                    Why: SelfCheckRefusal.DueMissing or SelfCheckRefusal.DueInPast or SelfCheckRefusal.DueTooFar or SelfCheckRefusal.AfterTheEnd
                } wrong:
                    return await ShowAsync(
                        Localizer.Say(SelfCheckCards.Word(state)),
                        SelfCheckCards.AnswerForm(check, state, typed, new FormErrors { [SelfCheckCards.Until] = Why(wrong.Why) }, Buttons));
                case SelfCheckResult.Refused { Why: SelfCheckRefusal.TextTooLong or SelfCheckRefusal.FoundMissing } wrong:
                    return await ShowAsync(
                        Localizer.Say(SelfCheckCards.Word(state)),
                        SelfCheckCards.AnswerForm(check, state, typed, new FormErrors { [SelfCheckCards.Note] = Why(wrong.Why) }, Buttons));
                case SelfCheckResult.Refused refused:
                    var why = refused.Why == SelfCheckRefusal.NotAllowed
                        ? Localizer.Say(SelfCheckTexts.AnswerNotAllowed)
                        : Why(refused.Why);
                    return await ShowAsync(why, SelfCheckCards.One(refused.Check ?? check, Person, Buttons, why, Card.Attention));
                default:
                    return await TellAsync(Localizer.Say(SelfCheckTexts.NotFound));
            }
        }
        catch (StoreUnavailableException)
        {
            return await TellAsync(Localizer.Say(Texts.StoreBusy));
        }
    }

    /// <summary>What is put right in a campaign is put right by its end, unless the place says another day.</summary>
    private static Dictionary<string, string> Begun(SelfCheck check)
    {
        var typed = new Dictionary<string, string>(StringComparer.Ordinal);
        if (check.Campaign is { } campaign)
        {
            typed[SelfCheckCards.Until] = Columns.Date(campaign.Until);
        }

        return typed;
    }

    /// <summary>The places in words: all counties of a city are said as that, since the province has more than a field holds.</summary>
    private string Said(IReadOnlyList<AreaCode> places)
    {
        var areas = Localizer.Directory.Areas;
        return string.Join(
            Localizer.Say(Texts.ListComma),
            places.GroupBy(place => place.City).SelectMany(city =>
            {
                List<AreaCode> counties = [.. areas.Children(city.Key).Select(county => county.Code)];
                return counties.Count > 1 && counties.TrueForAll(city.Contains)
                    ? [Localizer.Say(SelfCheckTexts.AllOfCity, Localizer.Place(city.Key)), .. city.Except(counties).Select(Localizer.Place)]
                    : city.Select(Localizer.Place);
            }));
    }

    /// <summary>What was typed, a draft for each city.</summary>
    private List<SelfCheckDraft> Drafts(IReadOnlyDictionary<string, string> typed, FormErrors errors)
    {
        var problem = typed.GetValueOrDefault(SelfCheckCards.Problem)?.Trim();
        if (string.IsNullOrEmpty(problem))
        {
            errors[SelfCheckCards.Problem] = Why(SelfCheckRefusal.ProblemMissing);
        }

        var places = PlaceList.Read(
            typed.GetValueOrDefault(SelfCheckCards.Places) ?? "",
            Localizer.Directory.Areas,
            Near,
            Localizer.Today,
            Localizer.Calendar);
        if (places.Wrong is { } wrong)
        {
            errors[SelfCheckCards.Places] = Localizer.Say(SelfCheckTexts.NotAPlace, Localizer.Clip(wrong, 40));
        }
        else if (places.Places.Count == 0)
        {
            errors[SelfCheckCards.Places] = Why(SelfCheckRefusal.PlacesMissing);
        }

        LocalDate? due = null;
        if (typed.GetValueOrDefault(SelfCheckCards.Due) is { Length: > 0 } day && (due = Day(day)) is null)
        {
            errors[SelfCheckCards.Due] = Why(SelfCheckRefusal.DueMissing);
        }

        var campaign = CampaignIn(typed, errors);
        MatterNumber? origin = MatterNumber.TryOf(new(MatterNumber.Kind, typed.GetValueOrDefault(SelfCheckCards.Origin) ?? ""), out var number)
            ? number
            : null;
        var topic = typed.GetValueOrDefault(SelfCheckCards.Topic);
        return errors.Count > 0
            ? []
            : [.. places.Places.GroupBy(place => place.City)
                .OrderBy(city => city.Key)
                .Select(city => new SelfCheckDraft(problem, [.. city], due, topic is null or "" or SelfCheckCards.NoTopic ? null : topic, origin, campaign))];
    }

    /// <summary>The campaign that is typed; null where a self-check alone is.</summary>
    private Campaign? CampaignIn(IReadOnlyDictionary<string, string> typed, FormErrors errors)
    {
        if (!typed.TryGetValue(SelfCheckCards.Campaign, out var title))
        {
            return null;
        }

        if (string.IsNullOrWhiteSpace(title))
        {
            errors[SelfCheckCards.Campaign] = Why(SelfCheckRefusal.TitleMissing);
        }

        if (Day(typed.GetValueOrDefault(SelfCheckCards.Ends)) is not { } ends)
        {
            errors[SelfCheckCards.Ends] = Why(SelfCheckRefusal.DueMissing);
            return null;
        }

        // The same in all its cities, whatever becomes of the press.
        var key = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(ChatEvent is ChatEvent.Message ? "" : CommandId())).AsSpan(..6));
        return new(key, title.Trim(), ends);
    }

    private bool MayAsk(IReadOnlyDictionary<string, string> typed) => typed.ContainsKey(SelfCheckCards.Campaign)
        ? CampaignFeature.MayRun(Person)
        : SelfCheckFeature.MayAsk(Person);

    private Task<TurnAnswer> NotYoursAsync(IReadOnlyDictionary<string, string> typed) => TellAsync(Localizer.Say(
        typed.ContainsKey(SelfCheckCards.Campaign) ? CampaignTexts.NotYours : SelfCheckTexts.NotYours));

    private static IEnumerable<(string, string)> Carried(IReadOnlyDictionary<string, string> typed) =>
        new[] { SelfCheckCards.Problem, SelfCheckCards.Places, SelfCheckCards.Due, SelfCheckCards.Topic, SelfCheckCards.Origin, SelfCheckCards.Campaign, SelfCheckCards.Ends }
            .Select(name => (name, typed.GetValueOrDefault(name) ?? ""))
            .Where(value => value.Item2.Length > 0);

    private async Task<TurnAnswer> ListAsync(string? news, CancellationToken cancellationToken)
    {
        // Of a campaign it is one thing to answer for its place, and for all others a list of its own.
        var rounds = (await Services.SelfChecks.ListAsync(Person, ListedArea, cancellationToken))
            .Where(one => one.Round.Campaign is null || one.Places.Any(place => Permissions.May(Person, Right.Work, place.Rights)))
            .ToList();
        return await ShowAsync(
            news ?? Localizer.Say(SelfCheckTexts.ListTitle),
            SelfCheckCards.List(rounds, Person, Buttons, news));
    }

    /// <summary>The cities whose self-checks are read: their own, or all.</summary>
    internal AreaCode ListedArea => OwnCities is [var city] && !Person.Has(Role.Office) && !Person.Has(Role.Department)
        ? city
        : Localizer.Directory.Province;

    private Task<TurnAnswer> FormAsync(IReadOnlyDictionary<string, string> typed, FormErrors errors) => ShowAsync(
        Localizer.Say(typed.ContainsKey(SelfCheckCards.Campaign) ? CampaignTexts.New : SelfCheckTexts.New),
        SelfCheckCards.Form(Localizer.Directory.Topics, typed, errors, Buttons));

    private Task<SelfCheck?> FindAsync(string number, CancellationToken cancellationToken) =>
        MatterNumber.TryOf(new(MatterNumber.Kind, number), out var key)
            ? Services.SelfChecks.FindAsync(Person, key, cancellationToken)
            : Task.FromResult<SelfCheck?>(null);

    private LocalDate? Day(string? typed) => Localizer.Dates.Read(typed ?? "") is DueSpan.On on ? on.Date : null;

    private static SelfCheckState? StateOf(string? said) =>
        Enum.TryParse<SelfCheckState>(said, out var state) && Enum.IsDefined(state) && state != SelfCheckState.Asked
            ? state
            : null;

    /// <summary>What it is about is named where it is one of several places.</summary>
    private string Why(SelfCheckRefusal why, IReadOnlyList<SelfCheckDraft> drafts) =>
        why == SelfCheckRefusal.NotAllowed && drafts.All(draft => draft.Campaign is null)
            ? Localizer.Say(
                SelfCheckTexts.NotYoursThere,
                SelfCheckCards.Named(
                    [.. drafts.SelectMany(draft => draft.Places)
                        .Where(place => !Permissions.May(Person, Right.AskSelfCheck, Subject.Place(place)))],
                    Localizer))
            : Why(why);

    private string Why(SelfCheckRefusal why) => why switch
    {
        SelfCheckRefusal.NotAllowed => Localizer.Say(SelfCheckTexts.NotYours),
        SelfCheckRefusal.ProblemMissing => Localizer.Say(SelfCheckTexts.ProblemMissing),
        SelfCheckRefusal.TextTooLong => Localizer.Say(SelfCheckTexts.TextTooLong, SelfCheckLimits.Problem),
        SelfCheckRefusal.PlacesMissing => Localizer.Say(SelfCheckTexts.PlacesMissing),
        SelfCheckRefusal.NobodyLeft => Localizer.Say(SelfCheckTexts.NobodyLeft),
        SelfCheckRefusal.UnknownTopic => Localizer.Say(SelfCheckTexts.UnknownTopic),
        SelfCheckRefusal.DueInPast => Localizer.Say(SelfCheckTexts.DueInPast),
        SelfCheckRefusal.DueTooFar => Localizer.Say(SelfCheckTexts.DueTooFar),
        SelfCheckRefusal.DueMissing => Localizer.Say(SelfCheckTexts.DueMissing),
        SelfCheckRefusal.AfterTheEnd => Localizer.Say(CampaignTexts.AfterTheEnd),
        SelfCheckRefusal.TitleMissing => Localizer.Say(CampaignTexts.TitleMissing),
        SelfCheckRefusal.FoundMissing => Localizer.Say(CampaignTexts.FoundMissing, FindingLimits.OfASet),
        SelfCheckRefusal.Answered => Localizer.Say(SelfCheckTexts.AlreadyAnswered),
    };

    private static string FieldOf(SelfCheckRefusal why, IReadOnlyDictionary<string, string> typed) => why switch
    {
        SelfCheckRefusal.TitleMissing => SelfCheckCards.Campaign,
        SelfCheckRefusal.AfterTheEnd => SelfCheckCards.Ends,
        SelfCheckRefusal.FoundMissing => SelfCheckCards.Note,
        SelfCheckRefusal.DueInPast or SelfCheckRefusal.DueTooFar when typed.ContainsKey(SelfCheckCards.Campaign) => SelfCheckCards.Ends,
        SelfCheckRefusal.ProblemMissing or SelfCheckRefusal.TextTooLong => SelfCheckCards.Problem,
        SelfCheckRefusal.NotAllowed or SelfCheckRefusal.PlacesMissing or SelfCheckRefusal.NobodyLeft => SelfCheckCards.Places,
        SelfCheckRefusal.UnknownTopic => SelfCheckCards.Topic,
        SelfCheckRefusal.DueInPast or SelfCheckRefusal.DueTooFar or SelfCheckRefusal.DueMissing => SelfCheckCards.Due,
        SelfCheckRefusal.Answered => "",
    };
}
