using System.Globalization;
using LiaisonBot.Conversation.Cards;
using LiaisonBot.Conversation.Phrases;
using LiaisonBot.Conversation.Shell;
using LiaisonBot.Core.Areas;
using LiaisonBot.Core.Calendar;
using LiaisonBot.Core.Handovers;
using LiaisonBot.Core.People;
using LiaisonBot.Core.Sealed;
using LiaisonBot.Core.Storage;
using LiaisonBot.Core.Text;
using NodaTime;

namespace LiaisonBot.Conversation.Features.Handovers;

/// <summary>Handovers between teams: what is said of them, their form, and what the buttons do.</summary>
internal sealed class HandoverHandler(TurnScope scope) : TurnPart(scope)
{
    /// <summary>
    /// What was said of one: the card of that which stands, else the form, filled with what was understood; a place alone
    /// gets the list.
    /// </summary>
    public async Task<TurnAnswer> SayAsync(string what, CancellationToken cancellationToken)
    {
        if (what.Length == 0)
        {
            return await ListAsync(null, cancellationToken);
        }

        var line = HandoverLine.Read(what, Localizer.Directory.Areas, Localizer.Dates, Localizer.Today);
        var city = line.City ?? OnlyCity();
        // A leader who gives it to a team gives the own one's.
        if (line is { From: null, To: { } to }
            && Person.Grants.FirstOrDefault(g => g.Role == Role.TeamLeader && g.Team != to)?.Team is { } own)
        {
            line = line with { From = own };
        }

        if (city is { } said && (line.From is not null || line.To is null))
        {
            var there = await Services.Handovers.ListAsync(Person, said, cancellationToken);
            if (there.FirstOrDefault(h => h.IsUnderWay
                && h.State != HandoverState.Needed
                && (line.From is null || h.From == line.From)
                && (line.To is null || h.To == line.To)
                && (line.On is null || h.On == line.On)) is { } stands)
            {
                return await ShowAsync(stands, null, cancellationToken);
            }
        }

        // 确认交接 where one alone stands is of that one.
        if (line is { From: null, To: null, On: null } && city is null
            && (await Services.Handovers.ListAsync(Person, Localizer.Directory.Province, cancellationToken))
                .Where(h => h.IsUnderWay && h.State != HandoverState.Needed)
                .ToList() is [var only])
        {
            return await ShowAsync(only, null, cancellationToken);
        }

        return line is { From: null, To: null } || !MayStart()
            ? await ListAsync(null, cancellationToken)
            : await FormAsync(Typed(city, line.From, line.To, line.On), [], NotRead(line.Rest));
    }

    public async Task<TurnAnswer> OpenAsync(string number, CancellationToken cancellationToken) =>
        await FindAsync(number, cancellationToken) is { } handover
            ? await ShowAsync(handover, null, cancellationToken)
            : await TellAsync(Localizer.Say(HandoverTexts.NotFound));

    public Task<TurnAnswer> FormAsync(IReadOnlyDictionary<string, string> typed)
    {
        var kept = typed.Where(v => v.Key is HandoverCards.City or HandoverCards.From or HandoverCards.To)
            .ToDictionary(v => v.Key, v => v.Value, StringComparer.Ordinal);
        if (!kept.ContainsKey(HandoverCards.City) && OnlyCity() is { } city)
        {
            kept[HandoverCards.City] = city.Value;
        }

        return MayStart()
            ? FormAsync(kept, [], null)
            : TellAsync(Localizer.Why(HandoverRefusal.NotAllowed));
    }

    /// <summary>Starts it. Pressed twice it is there once.</summary>
    public async Task<TurnAnswer> StartAsync(
        IReadOnlyDictionary<string, string> typed,
        CancellationToken cancellationToken)
    {
        var errors = new FormErrors();
        AreaCode? city = AreaCode.TryParse(typed.GetValueOrDefault(HandoverCards.City), out var code) ? code : null;
        LocalDate? on = null;
        if (typed.GetValueOrDefault(HandoverCards.On) is { Length: > 0 } day)
        {
            on = Localizer.Dates.Read(day) is DueSpan.On read ? read.Date : null;
            if (on is null)
            {
                errors[HandoverCards.On] = Localizer.Say(Texts.RefusedMissing);
                return await FormAsync(typed, errors, null);
            }
        }

        var draft = new HandoverDraft(city, Team(typed, HandoverCards.From), Team(typed, HandoverCards.To), on);
        return await DoAsync(
            () => Services.Handovers.OpenAsync(CommandId(), Person, draft, cancellationToken),
            done => done.Repeated ? HandoverTexts.StandsAlready : HandoverTexts.Opened,
            refused =>
            {
                // What stands in the way is shown as it is.
                if (refused.Handover is { } stands)
                {
                    return ShowAsync(stands, Localizer.Why(refused.Why), cancellationToken, isRefused: true);
                }

                errors[FieldOf(refused.Why)] = Localizer.Why(refused.Why);
                return FormAsync(typed, errors, null);
            },
            cancellationToken);
    }

    public Task<TurnAnswer> SignAsync(string number, CancellationToken cancellationToken) => DoAsync(
        () => Services.Handovers.SignAsync(CommandId(), Person, number, cancellationToken),
        done => done.Repeated ? HandoverTexts.SignedBefore : HandoverTexts.Signed,
        null,
        cancellationToken);

    public async Task<TurnAnswer> ReasonFormAsync(string number, bool isCancel, CancellationToken cancellationToken) =>
        await FindAsync(number, cancellationToken) is { } handover
            ? await ReasonFormAsync(
                handover,
                isCancel,
                new Dictionary<string, string>(StringComparer.Ordinal),
                [])
            : await TellAsync(Localizer.Say(HandoverTexts.NotFound));

    public Task<TurnAnswer> ConfirmAsync(
        string number,
        IReadOnlyDictionary<string, string> typed,
        CancellationToken cancellationToken) => DoAsync(
        () => Services.Handovers.ConfirmAsync(
            CommandId(),
            Person,
            number,
            typed.GetValueOrDefault(HandoverCards.Reason),
            cancellationToken),
        _ => HandoverTexts.ConfirmedNow,
        refused => AskAgainAsync(refused, isCancel: false, typed, cancellationToken),
        cancellationToken);

    public Task<TurnAnswer> CancelAsync(
        string number,
        IReadOnlyDictionary<string, string> typed,
        CancellationToken cancellationToken) => DoAsync(
        () => Services.Handovers.CancelAsync(
            CommandId(),
            Person,
            number,
            typed.GetValueOrDefault(HandoverCards.Reason),
            cancellationToken),
        _ => HandoverTexts.CancelledNow,
        refused => AskAgainAsync(refused, isCancel: true, typed, cancellationToken),
        cancellationToken);

    private async Task<TurnAnswer> DoAsync(
        Func<Task<HandoverResult>> step,
        Func<HandoverResult.Done, Text> news,
        Func<HandoverResult.Refused, Task<TurnAnswer>>? refusedAsync,
        CancellationToken cancellationToken)
    {
        try
        {
            switch (await step())
            {
                case HandoverResult.Done done:
                    var (said, name) = (news(done), HandoverWords.Of(done.Handover, Localizer));
                    return await ShowAsync(
                        done.Handover,
                        said == HandoverTexts.ConfirmedNow
                            ? Localizer.Say(said, Localizer.Day(done.Handover.On), name)
                            : Localizer.Say(said, name),
                        cancellationToken);
                case HandoverResult.Refused refused when refusedAsync is not null:
                    return await refusedAsync(refused);
                case HandoverResult.Refused { Handover: { } stands } refused:
                    return await ShowAsync(stands, Localizer.Why(refused.Why), cancellationToken, isRefused: true);
                case HandoverResult.Refused refused:
                    return await TellAsync(Localizer.Why(refused.Why));
                default:
                    return await TellAsync(Localizer.Say(HandoverTexts.NotFound));
            }
        }
        catch (StoreUnavailableException)
        {
            return await TellAsync(Localizer.Say(Texts.StoreBusy));
        }
    }

    /// <summary>The form again, where the reason is what is missing; else how it stands, and why not.</summary>
    private Task<TurnAnswer> AskAgainAsync(
        HandoverResult.Refused refused,
        bool isCancel,
        IReadOnlyDictionary<string, string> typed,
        CancellationToken cancellationToken) => refused switch
        {
            { Handover: null } => TellAsync(Localizer.Why(refused.Why)),
            { Why: HandoverRefusal.SignaturesMissing or HandoverRefusal.ReasonMissing or HandoverRefusal.ReasonTooLong } =>
                ReasonFormAsync(
                    refused.Handover,
                    isCancel,
                    typed,
                    new FormErrors { [HandoverCards.Reason] = Localizer.Why(refused.Why) }),
            _ => ShowAsync(refused.Handover, Localizer.Why(refused.Why), cancellationToken, isRefused: true),
        };

    private Task<TurnAnswer> ReasonFormAsync(
        Handover handover,
        bool isCancel,
        IReadOnlyDictionary<string, string> typed,
        FormErrors errors) => ShowAsync(
        Localizer.Say(isCancel ? HandoverTexts.Cancel : HandoverTexts.Confirm),
        HandoverCards.ReasonForm(handover, isCancel, Buttons, typed, errors));

    private async Task<TurnAnswer> ListAsync(string? news, CancellationToken cancellationToken)
    {
        // Whoever comes next from another city has it in that one's list too.
        var area = Person.Has(Role.Office) || Person.Entered.Any(g => g.Role == Role.TeamLeader) || OwnCities.Count != 1
            ? Localizer.Directory.Province
            : OwnCities[0];
        var all = await Services.Handovers.ListAsync(Person, area, cancellationToken);
        return await ShowAsync(
            news ?? Localizer.Say(HandoverTexts.ListTitle),
            HandoverCards.List(all, MayStart(), Buttons, news));
    }

    private async Task<TurnAnswer> ShowAsync(
        Handover handover,
        string? news,
        CancellationToken cancellationToken,
        bool isRefused = false)
    {
        var contents = await Services.Handovers.ContentsAsync(handover, cancellationToken);
        // Of sealed records the numbers, for who sees them; and that somebody looked is noted as of any list.
        var numbers = ChatEvent.Personal && handover.IsUnderWay && SealedRights.IsConcerned(Person)
            ? (await Services.Sealed.ListAsync(Person, ChatEvent.Id, null, cancellationToken))
                .Where(record => record.Team == handover.From
                    && record.State != SealedState.Closed
                    && handover.City.Contains(record.Place))
                .Select(record => record.Short)
            : [];
        return await ShowAsync(
            news ?? HandoverWords.Of(handover, Localizer),
            HandoverCards.Show(handover, contents, [.. numbers], Person, Buttons, news, isRefused));
    }

    private Task<TurnAnswer> FormAsync(IReadOnlyDictionary<string, string> typed, FormErrors errors, string? note) =>
        ShowAsync(
            Localizer.Say(HandoverTexts.New),
            HandoverCards.Form(
                Buttons,
                [.. Localizer.Directory.Areas.Cities.Select(c => c.Code)],
                typed,
                errors,
                note));

    private Task<Handover?> FindAsync(string number, CancellationToken cancellationToken) =>
        HandoverLine.IsNumber(number)
            ? Services.Handovers.FindAsync(Person, number, cancellationToken)
            : Task.FromResult<Handover?>(null);

    private bool MayStart() =>
        Permissions.May(Person, Right.ConfirmHandover, Subject.Place(Localizer.Directory.Province))
            || Person.Entered.Any(g => g.Role == Role.TeamLeader);

    private AreaCode? OnlyCity() =>
        Person.Grants.Where(g => g.Role == Role.TeamLeader).Select(g => g.Area).Distinct().ToList() is [var city]
            ? city
            : null;

    private static Dictionary<string, string> Typed(AreaCode? city, int? from, int? to, LocalDate? on)
    {
        var typed = new Dictionary<string, string>(StringComparer.Ordinal);
        if (city is { } code)
        {
            typed[HandoverCards.City] = code.Value;
        }

        if (from is { } giver)
        {
            typed[HandoverCards.From] = Localizer.Invariant(giver);
        }

        if (to is { } taker)
        {
            typed[HandoverCards.To] = Localizer.Invariant(taker);
        }

        if (on is { } day)
        {
            typed[HandoverCards.On] = Columns.Date(day);
        }

        return typed;
    }

    private static int? Team(IReadOnlyDictionary<string, string> typed, string id) => int.TryParse(
        Folding.Of(typed.GetValueOrDefault(id) ?? "").Trim(),
        NumberStyles.None,
        CultureInfo.InvariantCulture,
        out var team)
        ? team
        : null;

    private static string FieldOf(HandoverRefusal why) => why switch
    {
        HandoverRefusal.CityMissing => HandoverCards.City,
        HandoverRefusal.TeamMissing => HandoverCards.From,
        HandoverRefusal.ToItself or HandoverRefusal.DoesNotCome => HandoverCards.To,
        HandoverRefusal.DayOutOfRange => HandoverCards.On,
        HandoverRefusal.NotAllowed or HandoverRefusal.NoLeader or HandoverRefusal.UnderWay or HandoverRefusal.AlreadyDone
            or HandoverRefusal.AlreadyConfirmed or HandoverRefusal.WasCancelled or HandoverRefusal.AlreadySigned
            or HandoverRefusal.SignedForTheOther or HandoverRefusal.SignaturesMissing or HandoverRefusal.ReasonMissing
            or HandoverRefusal.ReasonTooLong => "",
    };
}
