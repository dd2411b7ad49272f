using LiaisonBot.Core.Areas;
using LiaisonBot.Core.People;

namespace LiaisonBot.Conversation.Cards;

/// <summary>Where teams live and which counties they visit.</summary>
internal static class VisitCards
{
    public const string Kind = "kind";
    public const string Team = "team";
    public const string Area = "area";
    public const string From = "from";
    public const string To = "to";

    private const int PageSize = 10;

    /// <summary>By place; what is over comes last, the latest first.</summary>
    public static Json Show(AreaCode area, Person viewer, int page, string command, Buttons buttons, string? news = null)
    {
        var localizer = buttons.Phrases;
        var known = localizer.Directory.Visits.Where(v => (area.Contains(v.Area) || area.City == v.Area) && VisitService.MayKnow(viewer, v)).ToList();
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
            Card.Title(localizer.Say(Texts.VisitsTitle, localizer.Place(area))),
        ];
        if (visits.Count == 0)
        {
            body.Add(Card.Line(localizer.Say(Texts.VisitsEmpty, localizer.Place(area))));
        }

        body.AddRange(visits.Skip(page * PageSize).Take(PageSize).Select(v => Line(v, viewer, buttons)));
        body.AddRange(ListCards.Paging(page, pages, command, buttons));
        List<Json> actions = [];
        if (VisitService.MayManage(viewer, area))
        {
            actions.Add(buttons.Press(Texts.AddVisit, Verbs.VisitForm, area.Level == AreaLevel.Province ? [] : [(Area, area.Value)]));
        }

        actions.Add(buttons.Say(Texts.WhoAmI));
        return Card.Of(localizer, [.. body, .. Card.Actions(actions)]);
    }

    /// <param name="note">What was said and is not in the form.</param>
    public static Json Form(Buttons buttons, IReadOnlyDictionary<string, string> typed, FormErrors errors, string? note = null)
    {
        var localizer = buttons.Phrases;
        var places = localizer.Directory.Areas.All.Where(a => a.Level != AreaLevel.Province && !a.Code.IsProvincial && !a.Code.IsHeading);
        return PeopleCards.Form(Texts.AddVisitTitle, buttons.Submit(Verbs.AddVisit), buttons, typed, errors,
        [
            (new(Kind, Texts.FieldKind, InputKind.Choice), [.. Enum.GetValues<VisitKind>().Select(k => (k.ToString(), localizer.Say(Localizer.VisitName(k))))]),
            (new(Team, Texts.FieldTeamNumber, InputKind.Line, Limit: 2, Beside: true), []),
            (new(Area, Texts.FieldVisitArea, InputKind.Choice), [.. places.Select(a => (a.Code.Value, localizer.Place(a.Code)))]),
            (new(From, Texts.FieldFrom, InputKind.Date), []),
            (new(To, Texts.FieldTo, InputKind.Date, Beside: true), []),
        ], note: note);
    }

    public static Json EndForm(Visit visit, Buttons buttons, IReadOnlyDictionary<string, string> typed, FormErrors errors) => PeopleCards.Form(
        Texts.ChangeEnd, buttons.Submit(Verbs.ChangeVisitEnd, (Verbs.Visit, DirectoryRows.ToRow(visit).Key)), buttons, typed, errors,
        [(new(To, Texts.FieldTo, InputKind.Date), [])],
        about: Name(visit, buttons.Phrases));

    /// <summary>Asks once more before it is taken away.</summary>
    public static Json AskRemove(Visit visit, Buttons buttons)
    {
        var localizer = buttons.Phrases;
        return Card.Of(localizer,
        [
            Card.Title(localizer.Say(Texts.AskRemoveVisit)),
            Card.Line(Name(visit, localizer), bold: true),
            .. Card.Actions(
            [
                buttons.PressAway(Texts.RemovePerson, Verbs.RemoveVisit, (Verbs.Visit, DirectoryRows.ToRow(visit).Key)),
                buttons.Say(Texts.CancelForm, localizer.Say(Texts.Visits)),
            ]),
        ]);
    }

    /// <summary>石家庄市 驻市 第1巡视组 1月1日至12月31日.</summary>
    public static string Name(Visit visit, Localizer localizer) => $"{localizer.Place(visit.Area)} {What(visit, localizer)} {Days(visit, localizer)}";

    private static string What(Visit visit, Localizer localizer) => $"{localizer.Say(Localizer.VisitName(visit.Kind))} {localizer.Say(Texts.TeamOrdinal, visit.Team)}";

    private static string Days(Visit visit, Localizer localizer) => localizer.Say(Texts.VisitDays, localizer.Day(visit.From), localizer.Day(visit.To));

    private static Json Line(Visit visit, Person viewer, Buttons buttons)
    {
        var localizer = buttons.Phrases;
        var (state, color) = visit.Covers(localizer.Today) ? (Texts.VisitNow, Card.Good) : visit.From > localizer.Today ? (Texts.VisitAhead, Card.Accent) : (Texts.VisitOver, Card.Default);
        List<Json?> items =
        [
            Card.Runs([Card.Run(localizer.Place(visit.Area), bold: true), Card.Run("  ·  " + localizer.Say(state), color: color, size: "Small")]),
            Card.Line($"{What(visit, localizer)}  {Days(visit, localizer)}", size: "Small", spacing: "None"),
        ];
        var key = DirectoryRows.ToRow(visit).Key;
        if (VisitService.MayManage(viewer, visit.Area))
            items.AddRange(Card.Actions(
            [
                buttons.Press(Texts.ChangeEnd, Verbs.VisitEndForm, (Verbs.Visit, key)),
                buttons.Press(Texts.RemovePerson, Verbs.AskRemoveVisit, (Verbs.Visit, key)),
            ]));
        return Card.Box(null, items, separator: true);
    }
}
