using LiaisonBot.Conversation.Cards;
using LiaisonBot.Conversation.Shell;
using LiaisonBot.Core.Areas;
using LiaisonBot.Core.People;
using NodaTime;

namespace LiaisonBot.Conversation.Features.Areas;

/// <summary>Changes of the administrative division: what is registered, and the form for one.</summary>
internal static class AreaCards
{
    public const string Kind = "areaKind";
    public const string Place = "areaPlace";
    public const string Name = "areaName";
    public const string Into = "areaInto";
    public const string On = "areaOn";
    public const string What = "areaWhat";
    public const string Code = "areaCode";

    /// <summary>Names the change of the division of a button: the key of its row.</summary>
    public const string ChangeKey = "areaChange";

    /// <summary>Changes shown, the latest first.</summary>
    private const int Shown = 30;

    public static Json Show(Person viewer, Buttons buttons, string? news = null)
    {
        var localizer = buttons.Localizer;
        var changes = localizer.Directory.AreaChanges.OrderDescending(AreaChange.InOrder).Take(Shown).ToList();
        List<Json?> body =
        [
            Card.News(news, localizer),
            Card.Title(localizer.Say(AreaTexts.AreaChanges)),
            Card.Line(localizer.Say(AreaTexts.AreaChangesTable, AreaBook.AsOf), subtle: true, size: "Small"),
        ];
        if (changes.Count == 0)
        {
            body.Add(Card.Line(localizer.Say(AreaTexts.AreaChangesEmpty)));
        }

        body.AddRange(changes.Select(c => Line(c, viewer, buttons)));
        if (!AreaService.MayManage(viewer))
        {
            return Card.Of(localizer, body);
        }

        body.Add(Card.Line(
            localizer.Say(AreaTexts.AreaChangesHow, localizer.Day(new LocalDate(localizer.Today.Year + 1, 1, 1))),
            subtle: true,
            size: "Small"));
        return Card.Of(
            localizer,
            [
                .. body,
                .. Card.Actions([
                    buttons.To(AreaTexts.AreaChangeRegister, "areas.form"),
                    buttons.To("people.directory")
                ])
            ]);
    }

    public static Json Form(Buttons buttons, IReadOnlyDictionary<string, string> typed, FormErrors errors)
    {
        var localizer = buttons.Localizer;
        var areas = localizer.Directory.Areas;
        var counties = areas.All.Where(a => a.Level == AreaLevel.County).ToList();
        (string, string) Choice(Area area) => (area.Code.Value, localizer.Place(area.Code));
        return InputForm.Of(AreaTexts.AreaChangeRegister, buttons.Submit("areas.register"), buttons, typed, errors,
        [
            (new(Kind, AreaTexts.FieldAreaKind, InputKind.Choice),
                [.. Enum.GetValues<AreaChangeKind>().Select(k => (k.ToString(), localizer.Say(KindName(k))))]),
            (new(Place, AreaTexts.FieldAreaPlace, InputKind.Choice, Required: false), [.. counties.Select(Choice)]),
            (new(Name, AreaTexts.FieldAreaName, InputKind.Line, Required: false, Limit: Area.NameLength), []),
            (new(Into, AreaTexts.FieldAreaInto, InputKind.Choice, Required: false),
                [.. areas.Cities.Concat(counties).Select(Choice)]),
            (new(On, AreaTexts.FieldAreaOn, InputKind.Date), []),
            (new(What, AreaTexts.FieldAreaWhat, InputKind.Line, Limit: AreaChange.WhatLength), []),
            (new(Code, AreaTexts.FieldAreaCode, InputKind.Line, Required: false, Limit: 6), []),
        ], note: localizer.Say(AreaTexts.AreaChangesTable, AreaBook.AsOf));
    }

    /// <summary>正定县更名为正定区. Places are named as they were before the change.</summary>
    public static string Words(AreaChange change, Localizer localizer)
    {
        var before = localizer.Directory.AreasOn(change.On.PlusDays(-1));
        var place = before.Find(change.Code) is null ? change.Name : before.FullName(change.Code);
        return change.Kind switch
        {
            AreaChangeKind.Add =>
                localizer.Say(AreaTexts.AreaChangeAdd, before.FullName(change.Code.City), change.Name),
            AreaChangeKind.Rename => localizer.Say(AreaTexts.AreaChangeRename, place, change.Name),
            AreaChangeKind.Merge =>
                localizer.Say(
                    AreaTexts.AreaChangeMerge,
                    place,
                    localizer.Directory.AreasOn(change.On).FullName(change.Into!.Value)),
            AreaChangeKind.Move =>
                localizer.Say(AreaTexts.AreaChangeMove, place, before.FullName(change.Into!.Value.City)),
        };
    }

    private static Text KindName(AreaChangeKind kind) => kind switch
    {
        AreaChangeKind.Add => AreaTexts.AreaChangeKindAdd,
        AreaChangeKind.Rename => AreaTexts.AreaChangeKindRename,
        AreaChangeKind.Merge => AreaTexts.AreaChangeKindMerge,
        AreaChangeKind.Move => AreaTexts.AreaChangeKindMove,
    };

    private static Json Line(AreaChange change, Person viewer, Buttons buttons)
    {
        var localizer = buttons.Localizer;
        var ahead = change.On > localizer.Today;
        List<Json?> items =
        [
            Card.Runs([
                Card.Run(Words(change, localizer), bold: true),
                Card.Run(
                    "  ·  " + localizer.Say(ahead ? AreaTexts.AreaChangeAhead : AreaTexts.AreaChangeInForce),
                    color: ahead ? Card.Accent : Card.Good,
                    size: "Small")
            ]),
            Card.Line(
                $"{localizer.Say(AreaTexts.AreaChangeFrom, localizer.Day(change.On))}  ·  {change.What}  ·  {localizer.Named(change.ByName)}",
                size: "Small",
                subtle: true,
                spacing: "None"),
        ];
        if (AreaService.MayManage(viewer) && AreaService.MayTakeBack(change, localizer.Today))
            items.AddRange(Card.Actions([buttons.Away(
                AreaTexts.AreaChangeTakeBack,
                "areas.takeBack",
                (ChangeKey, DirectoryRows.ToRow(change).Key))]));
        return Card.Box(null, items, separator: true);
    }
}
