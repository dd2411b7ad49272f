using LiaisonBot.Conversation.Cards;
using LiaisonBot.Conversation.Phrases;
using LiaisonBot.Conversation.Shell;
using LiaisonBot.Core.Areas;
using LiaisonBot.Core.Calendar;
using LiaisonBot.Core.People;
using LiaisonBot.Core.Storage;
using NodaTime;

namespace LiaisonBot.Conversation.Features.Areas;

/// <summary>Changes of the administrative division: everybody sees them, the office registers them.</summary>
internal sealed class AreaHandler(TurnScope scope) : TurnPart(scope)
{
    /// <summary>The list; a line opens the form, filled with what was understood.</summary>
    public Task<TurnAnswer> SayAsync(string what)
    {
        if (what.Trim().Length == 0)
        {
            return ShowAsync(Localizer.Say(AreaTexts.AreaChanges), AreaCards.Show(Person, Buttons));
        }

        var line = AreaLine.Read(what, Localizer.Directory.Areas, Localizer.Today);
        var typed = new Dictionary<string, string>(StringComparer.Ordinal);
        if (line.Kind is { } kind)
        {
            typed[AreaCards.Kind] = kind.ToString();
        }

        if (line.Place is { Level: AreaLevel.County } place)
        {
            typed[AreaCards.Place] = place.Value;
        }

        if (line.Name is { } name)
        {
            typed[AreaCards.Name] = Localizer.Clip(name, Area.NameLength);
        }

        if (line.Into is { } into)
        {
            typed[AreaCards.Into] = into.Value;
        }

        if (line.On is { } on)
        {
            typed[AreaCards.On] = Columns.Date(on);
        }

        // What was not understood is not lost: it stands where it can be read and changed.
        typed[AreaCards.What] = Localizer.Clip(
            line.Kind is null ? what.Trim() : line.What ?? "",
            AreaChange.WhatLength);
        return FormAsync(typed, []);
    }

    public Task<TurnAnswer> FormAsync(IReadOnlyDictionary<string, string> typed) => FormAsync(typed, []);

    public async Task<TurnAnswer> RegisterAsync(
        IReadOnlyDictionary<string, string> typed,
        CancellationToken cancellationToken)
    {
        if (!AreaService.MayManage(Person))
        {
            return await TellAsync(Localizer.Say(AreaTexts.AreaChangesNotAllowed));
        }

        var errors = new FormErrors();
        if (!Enum.TryParse<AreaChangeKind>(typed.GetValueOrDefault(AreaCards.Kind), out var kind)
            || !Enum.IsDefined(kind))
        {
            errors[AreaCards.Kind] = Localizer.Say(Texts.RefusedMissing);
        }

        LocalDate? on = Localizer.Dates.Read(typed.GetValueOrDefault(AreaCards.On) ?? "") is DueSpan.On day
            ? day.Date
            : null;
        if (on is null)
        {
            errors[AreaCards.On] = Localizer.Say(AreaTexts.AreaDateMissing, AreaService.MostDaysAhead);
        }

        if (errors.Count > 0)
        {
            return await FormAsync(typed, errors);
        }

        AreaCode? Code(string id) => AreaCode.TryParse(typed.GetValueOrDefault(id), out var code) ? code : null;
        try
        {
            var draft = new AreaDraft(
                kind,
                Code(AreaCards.Place),
                typed.GetValueOrDefault(AreaCards.Name),
                Code(AreaCards.Into),
                on,
                typed.GetValueOrDefault(AreaCards.What),
                typed.GetValueOrDefault(AreaCards.Code));
            var (refusal, change) = await Services.Areas.RegisterAsync(Person, draft, cancellationToken);
            if (change is null)
            {
                errors[FieldOf(refusal!.Value)] = Why(refusal.Value);
                return await FormAsync(typed, errors);
            }

            return await RenewedAsync(
                renewed =>
                    renewed.Say(AreaTexts.AreaChangeDone, AreaCards.Words(change, renewed), renewed.Day(change.On)),
                cancellationToken);
        }
        catch (StoreUnavailableException)
        {
            return await TellAsync(Localizer.Say(Texts.StoreBusy));
        }
    }

    public async Task<TurnAnswer> TakeBackAsync(
        IReadOnlyDictionary<string, string> typed,
        CancellationToken cancellationToken)
    {
        var key = typed.GetValueOrDefault(AreaCards.ChangeKey) ?? "";
        if (!AreaService.MayManage(Person))
        {
            return await TellAsync(Localizer.Say(AreaTexts.AreaChangesNotAllowed));
        }

        var words = Localizer.Directory.AreaChanges.FirstOrDefault(c => DirectoryRows.ToRow(c).Key == key) is { } change
            ? AreaCards.Words(change, Localizer)
            : "";
        try
        {
            return await Services.Areas.TakeBackAsync(Person, key, cancellationToken) is { } refusal
                ? await TellAsync(Why(refusal))
                : await RenewedAsync(renewed => renewed.Say(AreaTexts.AreaChangeTakenBack, words), cancellationToken);
        }
        catch (StoreUnavailableException)
        {
            return await TellAsync(Localizer.Say(Texts.StoreBusy));
        }
    }

    private Task<TurnAnswer> FormAsync(
        IReadOnlyDictionary<string, string> typed,
        FormErrors errors) => AreaService.MayManage(Person)
        ? ShowAsync(Localizer.Say(AreaTexts.AreaChangeRegister), AreaCards.Form(Buttons, typed, errors))
        : TellAsync(Localizer.Say(AreaTexts.AreaChangesNotAllowed));

    private async Task<TurnAnswer> RenewedAsync(Func<Localizer, string> news, CancellationToken cancellationToken)
    {
        var renewed = Localizer with { Directory = await Services.Directory.ReadAsync(cancellationToken) };
        return await ShowAsync(
            news(renewed),
            AreaCards.Show(Person, Buttons with { Localizer = renewed }, news(renewed)));
    }

    private static string FieldOf(AreaRefusal refusal) => refusal switch
    {
        AreaRefusal.PlaceMissing => AreaCards.Place,
        AreaRefusal.NameMissing or AreaRefusal.NameTaken => AreaCards.Name,
        AreaRefusal.IntoMissing => AreaCards.Into,
        AreaRefusal.DateMissing => AreaCards.On,
        AreaRefusal.WhatMissing => AreaCards.What,
        AreaRefusal.CodeTaken => AreaCards.Code,
        AreaRefusal.NotAllowed or AreaRefusal.Known or AreaRefusal.InForce or AreaRefusal.InUse
            or AreaRefusal.NotFound => "",
    };

    private string Why(AreaRefusal refusal) => refusal switch
    {
        AreaRefusal.NotAllowed => Localizer.Say(AreaTexts.AreaChangesNotAllowed),
        AreaRefusal.PlaceMissing => Localizer.Say(AreaTexts.AreaPlaceMissing),
        AreaRefusal.NameMissing => Localizer.Say(AreaTexts.AreaNameMissing, Area.NameLength),
        AreaRefusal.NameTaken => Localizer.Say(AreaTexts.AreaNameTaken),
        AreaRefusal.IntoMissing => Localizer.Say(AreaTexts.AreaIntoMissing),
        AreaRefusal.DateMissing => Localizer.Say(AreaTexts.AreaDateMissing, AreaService.MostDaysAhead),
        AreaRefusal.WhatMissing => Localizer.Say(AreaTexts.AreaWhatMissing, AreaChange.WhatLength),
        AreaRefusal.CodeTaken => Localizer.Say(AreaTexts.AreaCodeTaken),
        AreaRefusal.Known => Localizer.Say(AreaTexts.AreaKnown),
        AreaRefusal.InForce => Localizer.Say(AreaTexts.AreaInForce),
        AreaRefusal.InUse => Localizer.Say(AreaTexts.AreaInUse),
        AreaRefusal.NotFound => Localizer.Say(AreaTexts.AreaNotFound),
    };
}
