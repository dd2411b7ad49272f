using LiaisonBot.Core.Areas;
using LiaisonBot.Core.Calendar;
using LiaisonBot.Core.Storage;
using LiaisonBot.Core.Text;
using NodaTime;

namespace LiaisonBot.Core.People;

/// <summary>Why a change of the division was not registered or taken back.</summary>
public enum AreaRefusal
{
    NotAllowed,

    /// <summary>No county-level place of this province.</summary>
    PlaceMissing,

    /// <summary>Empty, too long, or not the name of a county-level place: it ends with 县, 区, 市 or 旗.</summary>
    NameMissing,

    /// <summary>Another place of that city is called so.</summary>
    NameTaken,

    /// <summary>A city for a new place and one that moves, another place for one that is taken over.</summary>
    IntoMissing,

    /// <summary>Not within <see cref="AreaService.MostDaysAhead"/> days.</summary>
    DateMissing,
    WhatMissing,

    /// <summary>Not six digits of that city, or in use.</summary>
    CodeTaken,

    /// <summary>The same place changes in the same way on that day already.</summary>
    Known,

    /// <summary>In force: it can be taken back before its day, and on the day on which it was registered.</summary>
    InForce,

    /// <summary>People are entered for the place, or another change builds on it.</summary>
    InUse,
    NotFound,
}

/// <summary>A change as it was typed.</summary>
/// <param name="Code">The official code of a new place, when it is known.</param>
public sealed record AreaDraft(
    AreaChangeKind Kind,
    AreaCode? Place,
    string? Name,
    AreaCode? Into,
    LocalDate? On,
    string? What,
    string? Code = null);

/// <summary>
/// Registers changes of the administrative division. From its day on a place that is no more is offered nowhere; its
/// name and code still lead to the one that took it over, whose people then work on the matters of both: those keep
/// their numbers and their city.
/// </summary>
public sealed class AreaService(ITableStore store, CurrentDirectory directory)
{
    public const int MostDaysAhead = 730;

    /// <summary>Changes of one province.</summary>
    public const int MostChanges = 500;

    /// <summary>Codes of a city that no official place has: its own are given from 99 down.</summary>
    private const int LastCode = 99;

    private const int FirstCode = 90;

    private static readonly LocalDate First = new(2000, 1, 1);

    private static readonly string[] CountyKinds = ["县", "区", "市", "旗"];

    private static readonly string[] UnitKinds = [
        "新区",
        "高新区",
        "经开区",
        "开发区",
        "园区",
        "管理区",
        "示范区",
        "保税区",
        "度假区",
        "风景区",
        "景区",
        "自贸区",
        "试验区",
        "产业区",
        "工业区",
        "集聚区",
        "实验区",
        "合作区"
    ];

    private readonly DirectoryCommands commands = new(store, directory);

    private LocalDate Today => BeijingTime.Today(directory.Clock.GetCurrentInstant());

    public static bool MayManage(Person by) => by.Has(Role.Office);

    /// <summary>
    /// Whether a name is rather a county-level place's than a unit's, such as a zone that a committee runs.
    /// </summary>
    public static bool IsNameOfCounty(string name) =>
        name.Length is >= 2 and <= 15
            && Array.Exists(CountyKinds, k => name.EndsWith(k, StringComparison.Ordinal))
            && !Array.Exists(UnitKinds, k => name.EndsWith(k, StringComparison.Ordinal));

    public async Task<(AreaRefusal? Refusal, AreaChange? Change)> RegisterAsync(
        Person by,
        AreaDraft draft,
        CancellationToken cancellationToken)
    {
        if (!MayManage(by))
        {
            return (AreaRefusal.NotAllowed, null);
        }

        var at = directory.Clock.GetCurrentInstant();
        return await commands.ExecuteAsync<(AreaRefusal?, AreaChange?)>(
            async cancellationToken =>
            {
                directory.Forget();
                var now = await directory.ReadAsync(cancellationToken);
                // The store had not said that it was saved just now.
                if (now.AreaChanges.FirstOrDefault(c => c.At == at && c.ByName == by.Name) is { } saved)
                {
                    return DirectoryCommands.Answer<(AreaRefusal?, AreaChange?)>((null, saved));
                }

                var (refusal, change) = Decide(by, draft, now, Today, at);
                if (change is null)
                {
                    return DirectoryCommands.Answer<(AreaRefusal?, AreaChange?)>((refusal, null));
                }

                var row = DirectoryRows.ToRow(change);
                return now.AreaChanges.Any(c => DirectoryRows.ToRow(c).Key == row.Key)
                    ? DirectoryCommands.Answer<(AreaRefusal?, AreaChange?)>((AreaRefusal.Known, null))
                    : DirectoryCommands.Write<(AreaRefusal?, AreaChange?)>((null, change), new Change.Insert(row));
            },
            cancellationToken);
    }

    public async Task<AreaRefusal?> TakeBackAsync(Person by, string key, CancellationToken cancellationToken)
    {
        if (!MayManage(by))
        {
            return AreaRefusal.NotAllowed;
        }

        var tried = false;
        return await commands.ExecuteAsync<AreaRefusal?>(
            async cancellationToken =>
            {
                directory.Forget();
                var now = await directory.ReadAsync(cancellationToken);
                if (now.AreaChanges.FirstOrDefault(c => DirectoryRows.ToRow(c).Key == key) is not { } change)
                {
                    // The store had not said that it was taken back just now.
                    return DirectoryCommands.Answer<AreaRefusal?>(tried ? null : AreaRefusal.NotFound);
                }

                if (WhyStays(change, now) is { } refusal)
                {
                    return DirectoryCommands.Answer<AreaRefusal?>(refusal);
                }

                tried = true;
                return DirectoryCommands.Write<AreaRefusal?>(null, new Change.Delete(key));
            },
            cancellationToken);
    }

    private AreaRefusal? WhyStays(AreaChange change, LiaisonDirectory now)
    {
        if (!MayTakeBack(change, Today))
        {
            return AreaRefusal.InForce;
        }

        AreaCode[] own = change.Kind == AreaChangeKind.Add
            ? [change.Code]
            : change is { Kind: AreaChangeKind.Move, Into: { } into }
            ? [into]
            : [];
        return own.Any(code =>
            now.People.Any(p => p.Grants.Any(g => g.Area == code))
                || now.AreaChanges.Any(c => c != change && (c.Code == code || c.Into == code)))
            ? AreaRefusal.InUse
            : null;
    }

    /// <summary>Before its day, and on the day on which it was registered.</summary>
    public static bool MayTakeBack(AreaChange change, LocalDate today) =>
        change.On > today || BeijingTime.Today(change.At) == today;

    private static (AreaRefusal? Refusal, AreaChange? Change) Decide(
        Person by,
        AreaDraft draft,
        LiaisonDirectory now,
        LocalDate today,
        Instant at)
    {
        if (draft.On is not { } on || on < First || on > today.PlusDays(MostDaysAhead))
        {
            return (AreaRefusal.DateMissing, null);
        }

        var what = draft.What?.Trim() ?? "";
        if (what.Length is 0 or > AreaChange.WhatLength)
        {
            return (AreaRefusal.WhatMissing, null);
        }

        if (now.AreaChanges.Count >= MostChanges)
        {
            return (AreaRefusal.Known, null);
        }

        // As the division will be on that day.
        var book = now.AreasOn(on);
        var place = draft.Place is { } code ? book.Find(code) : null;
        if (draft.Kind != AreaChangeKind.Add && place is not { Level: AreaLevel.County })
        {
            return (AreaRefusal.PlaceMissing, null);
        }

        var into = draft.Into is { } other ? book.Find(other) : null;
        var name = draft.Name?.Trim() is { Length: > 0 } typed
            ? typed
            : draft.Kind is AreaChangeKind.Merge or AreaChangeKind.Move
            ? place!.Name
            : "";
        if (name.Length is < 2 or > Area.NameLength
            || !Array.Exists(CountyKinds, k => name.EndsWith(k, StringComparison.Ordinal))
            || Folding.Letters(name).Length < 2)
        {
            return (AreaRefusal.NameMissing, null);
        }

        AreaChange Made(AreaCode of, AreaCode? taking) => new(on, draft.Kind, of, name, taking, what, by.Name, at);
        switch (draft.Kind)
        {
            case AreaChangeKind.Merge:
                return into is not { Level: AreaLevel.County } || into.Code == place!.Code
                    ? (AreaRefusal.IntoMissing, null)
                    : (null, Made(place.Code, into.Code));
            case AreaChangeKind.Rename:
                return IsTaken(place!.Code.City) ? (AreaRefusal.NameTaken, null) : (null, Made(place.Code, null));
            default:
                if (into is not { Level: AreaLevel.City } || into.Code == place?.Code.City)
                {
                    return (AreaRefusal.IntoMissing, null);
                }

                if (IsTaken(into.Code))
                {
                    return (AreaRefusal.NameTaken, null);
                }

                if (NewCode(into.Code) is not { } made)
                {
                    return (AreaRefusal.CodeTaken, null);
                }

                return (null, draft.Kind == AreaChangeKind.Add ? Made(made, null) : Made(place!.Code, made));
        }

        bool IsTaken(AreaCode city) => book.Children(city).Any(a => a.Name == name);

        AreaCode? NewCode(AreaCode city)
        {
            bool IsFree(AreaCode one) =>
                book.Find(one) is null
                    && book.Former.All(f => f.Area.Code != one)
                    && now.AreaChanges.All(c => c.Code != one && c.Into != one);
            if (draft.Code?.Trim() is { Length: > 0 } official)
                return AreaCode.TryParse(official, out var given)
                    && given.Level == AreaLevel.County
                    && given.City == city
                    && IsFree(given)
                    ? given
                    : null;
            for (var last = LastCode; last >= FirstCode; last--)
            {
                var one = AreaCode.Parse($"{city.Value}{last:00}");
                if (IsFree(one))
                {
                    return one;
                }
            }

            return null;
        }
    }
}
