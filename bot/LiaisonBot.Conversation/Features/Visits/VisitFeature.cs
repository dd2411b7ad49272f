using LiaisonBot.Conversation.Phrases;
using LiaisonBot.Conversation.Sheets;
using LiaisonBot.Conversation.Shell;
using LiaisonBot.Core.People;
using LiaisonBot.Core.Visits;

namespace LiaisonBot.Conversation.Features.Visits;

/// <summary>驻市安排: where teams live, which places they visit, and how far each visit has come.</summary>
internal static class VisitFeature
{
    private const string Place = "place";
    private const string What = "what";
    private const string Typed = "typed";

    /// <summary>UTF-16 units of a place as people name it.</summary>
    private const int LongestPlace = 20;

    public static readonly Feature Feature = new("visits",
        new("visits.show", (turn, arguments, _) => new VisitHandler(turn).ShowAsync(
            arguments[Place],
            arguments[VisitCards.Year],
            arguments.Page))
        {
            Name = VisitTexts.Visits,
            Also = ["巡视安排"],
            Initials = ["zsap"],
            PlaceFirst = true,
            Entry = new(),
            Read = line => Show(line.Rest),
            Help = new(VisitTexts.HelpVisitsWhat, VisitRules.MayPlanAny),
            HelpButton = new(17, VisitRules.MayPlanAny),
        },
        Said(VisitKind.Residency, "visits.residency", "驻市", "residency in", "residency of", "residency"),
        Said(VisitKind.Inspection, "visits.inspection", "对县巡视", "巡视", "inspection of", "inspection"),
        Said(VisitKind.Patrol, "visits.patrol", "对县巡查", "巡查", "patrol of", "patrol"),
        Said(VisitKind.ReturnVisit, "visits.returnVisit", "对县回访", "回访", "return visit"),
        Said(
            VisitKind.CityInspection,
            "visits.cityInspection",
            "市本级巡视",
            "巡视市本级",
            "inspection of the city",
            "city inspection"),
        Said(VisitKind.Special, "visits.special", "专项巡视", "special inspection"),
        Step(VisitAct.Submit, "visits.submit", VisitTexts.Submit, "报批", "submit"),
        Step(VisitAct.Approve, "visits.approve", VisitTexts.Approve, "批准", "approve"),
        Step(VisitAct.Announce, "visits.announce", VisitTexts.Announce, "公布", "announce"),
        new("visits.cancelLine", (turn, arguments, _) => new VisitHandler(turn).CancelLineAsync(arguments[What], arguments.Values))
        {
            Name = VisitTexts.CancelVisit,
            Also = ["取消巡视", "取消驻市", "取消巡查", "取消回访", "call off visit", "call off the visit", "cancel the visit"],
            MayBeMisspelt = false,
            Entry = new(IsFreeText: true),
            Read = line => new("visits.cancelLine", Arguments.Of((What, line.Rest))),
        },
        new("visits.changeLine", (turn, arguments, _) => new VisitHandler(turn).ChangeLineAsync(arguments[What]))
        {
            Also = ["调整安排", "更改安排", "改安排", "调整巡视", "调整驻市", "change visit", "change the visit", "move visit"],
            MayBeMisspelt = false,
            Entry = new(Offered: "visits.show"),
            Read = line => new("visits.changeLine", Arguments.Of((What, line.Rest))),
        },
        new("visits.when", (turn, _, _) => new VisitHandler(turn).WhenAsync([], null))
        {
            Whole = ["巡视组什么时候来", "when does the team come"],
            Help = new(VisitTexts.HelpWhenWhat, IsInspected) { Say = VisitTexts.HelpWhen },
        },
        new("visits.notice", (turn, arguments, cancellationToken) =>
            new NoticeHandler(turn).NoticeAsync(arguments[Place], cancellationToken))
        {
            Name = VisitTexts.Notice,
            Also = ["公告", "起草公告", "起草驻市公告", "notice of residency", "residency notice"],
            MayBeMisspelt = false,
            // A notice that somebody pasted is none that is asked for.
            Read = line => line.Rest.Length > LongestPlace ? null : new("visits.notice", Arguments.Of((Place, line.Rest))),
            Help = new(VisitTexts.HelpNotice, VisitRules.MayPlanAny) { Say = VisitTexts.HelpNoticeSay },
        },
        new("visits.receptionForm", (turn, arguments, _) => new NoticeHandler(turn).FormAsync(arguments[VisitCards.VisitKey])),
        new("visits.reception", (turn, arguments, cancellationToken) =>
            new NoticeHandler(turn).SaveAsync(arguments.Values, cancellationToken)),
        new("visits.open", (turn, arguments, _) => new VisitHandler(turn).OpenAsync(arguments.Values)),
        new("visits.form", (turn, arguments, _) => new VisitHandler(turn).FormAsync(arguments.Values)),
        new(
            "visits.add",
            (turn, arguments, cancellationToken) =>
                new VisitHandler(turn).AddAsync(arguments.Values, cancellationToken)),
        new("visits.changeForm", (turn, arguments, _) => new VisitHandler(turn).ChangeFormAsync(arguments.Values)),
        new(
            "visits.change",
            (turn, arguments, cancellationToken) =>
                new VisitHandler(turn).ChangeAsync(arguments.Values, cancellationToken)),
        new("visits.stepForm", (turn, arguments, _) => new VisitHandler(turn).StepFormAsync(arguments.Values)),
        new(
            "visits.step",
            (turn, arguments, cancellationToken) =>
                new VisitHandler(turn).StepAsync(arguments.Values, cancellationToken)),
        new(
            "visits.cancel",
            (turn, arguments, cancellationToken) =>
                new VisitHandler(turn).CancelAsync(arguments.Values, cancellationToken)),
        new("visits.endForm", (turn, arguments, _) => new VisitHandler(turn).EndFormAsync(arguments.Values)),
        new(
            "visits.changeEnd",
            (turn, arguments, cancellationToken) =>
                new VisitHandler(turn).ChangeEndAsync(arguments.Values, cancellationToken)),
        // Old cards take a visit away; now it is called off, with a reason.
        new("visits.askRemove", (turn, arguments, _) => new VisitHandler(turn).CancelLineAsync("", arguments.Values)),
        new("visits.remove", (turn, arguments, _) => new VisitHandler(turn).CancelLineAsync("", arguments.Values)));

    /// <summary>A table of visits; null for another one.</summary>
    public static Task<TurnAnswer?> TableAsync(
        TurnScope turn,
        IReadOnlyList<Sheet> sheets,
        CancellationToken cancellationToken) =>
        new VisitHandler(turn).TableAsync(sheets, cancellationToken);

    private static ChatCommand.Call Show(string place) => new("visits.show", Arguments.Of((Place, place)));

    /// <summary>
    /// 驻市 石家庄 第1组 1月5日至12月31日: a day makes it an entry; a place alone asks for what is entered there.
    /// </summary>
    private static Command Said(VisitKind kind, string id, params IReadOnlyList<string> words) => new(
        id, (turn, arguments, _) => new VisitHandler(turn).FormAsync(kind, arguments[What]))
    {
        Also = words,
        Entry = new(Offered: "visits.show"),
        Read = line => line.Rest.Any(char.IsAsciiDigit) ? new(id, Arguments.Of((What, line.Rest))) : Show(line.Rest),
    };

    /// <summary>
    /// 公布 2027 石家庄: shows what the step would be taken of. Its short word means visits only where a 文号, a year or the
    /// word for them stands behind it, or a place and nothing else.
    /// </summary>
    private static Command Step(VisitAct act, string id, Text name, params IReadOnlyList<string> words) => new(
        id, (turn, arguments, _) => new VisitHandler(turn).StepLineAsync(act, arguments[What], arguments[Typed]))
    {
        Name = name,
        Also = words,
        MayBeMisspelt = false,
        Entry = new(Offered: "visits.show"),
        Read = line => act == VisitAct.Approve && line.Word is "批准" or "approve" && !VisitPick.IsIn(line.Rest)
            ? null
            : new(id, Arguments.Of((What, line.Rest), (Typed, line.Typed))),
    };

    private static bool IsInspected(Person person) => person.Has(Role.CityOffice) || person.Has(Role.CountyOfficer);
}
