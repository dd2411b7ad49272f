using LiaisonBot.Conversation.Cards;
using LiaisonBot.Conversation.Shell;
using LiaisonBot.Core.Areas;
using LiaisonBot.Core.People;

namespace LiaisonBot.Conversation.Features.Visits;

/// <summary>Where teams live and which counties they visit.</summary>
internal static class VisitCards
{
    public const string Kind = "kind";
    public const string Team = "team";
    public const string Area = "area";
    public const string From = "from";
    public const string To = "to";

    /// <summary>Names the visit of a button: the key of its row.</summary>
    public const string VisitKey = "visit";

    private const int PageSize = 10;

    /// <summary>By place; what is over comes last, the latest first.</summary>
    public static Json Show(AreaCode area, Person viewer, int page, Buttons buttons, string? news = null)
    {
        var localizer = buttons.Localizer;
        var known = localizer.Directory.Visits
            .Where(v => (area.Contains(v.Area) || area.City == v.Area) && VisitService.MayKnow(viewer, v))
            .ToList();
        List<Visit> visits =
        [
            .. known.Where(v => v.To >= localizer.Today).OrderBy(v => v.Area).ThenBy(v => v.From),
            .. known.Where(v => v.To < localizer.Today).OrderByDescending(v => v.To).ThenBy(v => v.Area),
        ];
        var pages = Math.Max(1, (visits.Count + PageSize - 1) / PageSize);
        page = Math.Clamp(page, 0, pages - 1);
        List<Json?> body =
        [
            Card.News(news, localizer),
            Card.Title(localizer.Say(VisitTexts.VisitsTitle, localizer.Place(area))),
        ];
        if (visits.Count == 0)
        {
            body.Add(Card.Line(localizer.Say(VisitTexts.VisitsEmpty, localizer.Place(area))));
        }

        body.AddRange(visits.Skip(page * PageSize).Take(PageSize).Select(v => Line(v, viewer, buttons)));
        body.AddRange(Paging.Of(page, pages, new("visits.show", Arguments.Of(("place", area.Value))), buttons));
        List<Json> actions = [];
        if (VisitService.MayManage(viewer, area))
        {
            actions.Add(buttons.To(
                VisitTexts.AddVisit,
                "visits.form",
                area.Level == AreaLevel.Province ? [] : [(Area, area.Value)]));
        }

        actions.Add(buttons.To("people.whoAmI"));
        return Card.Of(localizer, [.. body, .. Card.Actions(actions)]);
    }

    /// <param name="note">What was said and is not in the form.</param>
    public static Json Form(
        Buttons buttons,
        IReadOnlyDictionary<string, string> typed,
        FormErrors errors,
        string? note = null)
    {
        var localizer = buttons.Localizer;
        var places = localizer.Directory.Areas.All
            .Where(a => a.Level != AreaLevel.Province && !a.Code.IsProvincial && !a.Code.IsHeading);
        return InputForm.Of(VisitTexts.AddVisitTitle, buttons.Submit("visits.add"), buttons, typed, errors,
        [
            (new(Kind, VisitTexts.FieldKind, InputKind.Choice),
                [.. Enum.GetValues<VisitKind>().Select(k => (k.ToString(), localizer.Say(VisitWords.NameOf(k))))]),
            (new(Team, VisitTexts.FieldTeamNumber, InputKind.Line, Limit: 2, Beside: true), []),
            (new(Area, VisitTexts.FieldVisitArea, InputKind.Choice),
                [.. places.Select(a => (a.Code.Value, localizer.Place(a.Code)))]),
            (new(From, VisitTexts.FieldFrom, InputKind.Date), []),
            (new(To, VisitTexts.FieldTo, InputKind.Date, Beside: true), []),
        ], note: note);
    }

    public static Json EndForm(Visit visit, Buttons buttons, IReadOnlyDictionary<string, string> typed, FormErrors errors) => InputForm.Of(
        VisitTexts.ChangeEnd,
        buttons.Submit("visits.changeEnd", (VisitKey, DirectoryRows.ToRow(visit).Key)),
        buttons,
        typed,
        errors,
        [(new(To, VisitTexts.FieldTo, InputKind.Date), [])],
        about: Name(visit, buttons.Localizer));

    /// <summary>Asks once more before it is taken away.</summary>
    public static Json AskRemove(Visit visit, Buttons buttons)
    {
        var localizer = buttons.Localizer;
        return Card.Of(localizer,
        [
            Card.Title(localizer.Say(VisitTexts.AskRemoveVisit)),
            Card.Line(Name(visit, localizer), bold: true),
            .. Card.Actions(
            [
                buttons.Away(Texts.RemovePerson, "visits.remove", (VisitKey, DirectoryRows.ToRow(visit).Key)),
                buttons.To(Texts.CancelForm, "visits.show"),
            ]),
        ]);
    }

    /// <summary>石家庄市 驻市 第1巡视组 1月1日至12月31日.</summary>
    public static string Name(Visit visit, Localizer localizer) =>
        $"{localizer.Place(visit.Area)} {What(visit, localizer)} {Days(visit, localizer)}";

    private static string What(Visit visit, Localizer localizer) =>
        $"{localizer.Say(VisitWords.NameOf(visit.Kind))} {localizer.Say(Texts.TeamOrdinal, visit.Team)}";

    private static string Days(Visit visit, Localizer localizer) =>
        localizer.Say(VisitTexts.VisitDays, localizer.Day(visit.From), localizer.Day(visit.To));

    private static Json Line(Visit visit, Person viewer, Buttons buttons)
    {
        var localizer = buttons.Localizer;
        var (state, color) = visit.Covers(localizer.Today)
            ? (VisitTexts.VisitNow, Card.Good)
            : visit.From > localizer.Today
            ? (VisitTexts.VisitAhead, Card.Accent)
            : (VisitTexts.VisitOver, Card.Default);
        List<Json?> items =
        [
            Card.Runs([
                Card.Run(localizer.Place(visit.Area), bold: true),
                Card.Run("  ·  " + localizer.Say(state), color: color, size: "Small")
            ]),
            Card.Line($"{What(visit, localizer)}  {Days(visit, localizer)}", size: "Small", spacing: "None"),
        ];
        var key = DirectoryRows.ToRow(visit).Key;
        if (VisitService.MayManage(viewer, visit.Area))
            items.AddRange(Card.Actions(
            [
                buttons.To(VisitTexts.ChangeEnd, "visits.endForm", (VisitKey, key)),
                buttons.To(Texts.RemovePerson, "visits.askRemove", (VisitKey, key)),
            ]));
        return Card.Box(null, items, separator: true);
    }
}
