using LiaisonBot.Conversation.Shell;
using LiaisonBot.Core.People;

namespace LiaisonBot.Conversation.Features.Visits;

/// <summary>驻市安排: where teams live, and which counties they visit.</summary>
internal static class VisitFeature
{
    private const string Place = "place";
    private const string What = "what";

    public static readonly Feature Feature = new("visits",
        new("visits.show", (turn, arguments, _) => new VisitHandler(turn).ShowAsync(arguments[Place], arguments.Page))
        {
            Name = VisitTexts.Visits,
            Initials = ["zsap"],
            PlaceFirst = true,
            Entry = new(),
            Read = line => Show(line.Rest),
            Help = new(VisitTexts.HelpVisitsWhat, IsOffice),
            HelpButton = new(17, IsOffice),
        },
        Said(VisitKind.Residency, "visits.residency", "驻市", "residency"),
        Said(VisitKind.Inspection, "visits.inspection", "对县巡视", "巡视", "inspection"),
        Said(VisitKind.Patrol, "visits.patrol", "对县巡查", "巡查", "patrol"),
        Said(VisitKind.ReturnVisit, "visits.returnVisit", "对县回访", "回访", "return visit"),
        new("visits.form", (turn, arguments, _) => new VisitHandler(turn).FormAsync(arguments.Values)),
        new(
            "visits.add",
            (turn, arguments, cancellationToken) =>
                new VisitHandler(turn).AddAsync(arguments.Values, cancellationToken)),
        new("visits.endForm", (turn, arguments, _) => new VisitHandler(turn).EndFormAsync(arguments.Values)),
        new(
            "visits.changeEnd",
            (turn, arguments, cancellationToken) =>
                new VisitHandler(turn).ChangeEndAsync(arguments.Values, cancellationToken)),
        new("visits.askRemove", (turn, arguments, _) => new VisitHandler(turn).AskRemoveAsync(arguments.Values)),
        new(
            "visits.remove",
            (turn, arguments, cancellationToken) =>
                new VisitHandler(turn).RemoveAsync(arguments.Values, cancellationToken)));

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

    private static bool IsOffice(Person person) => person.Has(Role.Office);
}
