using System.Globalization;
using LiaisonBot.Conversation.Phrases;
using LiaisonBot.Core.Areas;
using LiaisonBot.Core.People;
using LiaisonBot.Core.Visits;

namespace LiaisonBot.Conversation.Features.Visits;

/// <summary>
/// A step that is asked for, and of which visits: one by its key, or all that lie in a place and year, of a team or
/// group. What is null does not narrow it.
/// </summary>
/// <param name="Both">An approval that announces at once.</param>
/// <param name="Count">How many there were when it was shown; null before.</param>
internal sealed record VisitStepAsked(
    VisitAct Act,
    AreaCode? Area = null,
    int? Year = null,
    int? Team = null,
    int? Group = null,
    string? Key = null,
    bool Both = false,
    int? Count = null)
{
    public static VisitStepAsked Of(VisitAct act, VisitPick pick) => new(act, pick.Area, pick.Year, pick.Team, pick.Group);

    /// <summary>From a button; null when its step is none.</summary>
    public static VisitStepAsked? Read(IReadOnlyDictionary<string, string> values)
    {
        int? Figure(string name) =>
            int.TryParse(values.GetValueOrDefault(name), NumberStyles.None, CultureInfo.InvariantCulture, out var figure)
                ? figure
                : null;
        return Enum.TryParse<VisitAct>(values.GetValueOrDefault("act"), out var act)
            && act is VisitAct.Submit or VisitAct.Approve or VisitAct.Announce
            ? new(
                act,
                AreaCode.TryParse(values.GetValueOrDefault(VisitCards.Area), out var area) ? area : null,
                Figure("year"),
                Figure(VisitCards.Team),
                Figure(VisitCards.Group),
                values.GetValueOrDefault(VisitCards.VisitKey),
                values.GetValueOrDefault("both") == "1",
                Figure("count"))
            : null;
    }

    public (string Name, string Value)[] Arguments()
    {
        List<(string, string)> all = [("act", Act.ToString())];
        void Add(string name, string? value)
        {
            if (value is not null)
            {
                all.Add((name, value));
            }
        }

        Add(VisitCards.Area, Area?.Value);
        Add("year", Year is { } year ? Localizer.Invariant(year) : null);
        Add(VisitCards.Team, Team is { } team ? Localizer.Invariant(team) : null);
        Add(VisitCards.Group, Group is { } group ? Localizer.Invariant(group) : null);
        Add(VisitCards.VisitKey, Key);
        Add("both", Both ? "1" : null);
        Add("count", Count is { } count ? Localizer.Invariant(count) : null);
        return [.. all];
    }

    /// <summary>Those that the words mean, of what the person plans: in whatever state they are.</summary>
    public IEnumerable<Visit> Meant(LiaisonDirectory directory, Person by) =>
        directory.PlannedVisits.Where(v => v.IsStanding
            && VisitRules.MayPlan(by, v)
            && (Key is null || v.Key == Key)
            && (Area is not { } area || area.Contains(v.Area))
            && (Year is not { } year || (v.From.Year <= year && year <= v.To.Year))
            && (Team is null || v.Team == Team)
            && (Group is null || v.Group == Group));

    /// <summary>Of those, the ones that wait for the step.</summary>
    public IReadOnlyList<Visit> Waiting(LiaisonDirectory directory, Person by) =>
    [
        .. Meant(directory, by)
            .Where(v => Both
                ? VisitRules.MayDecide(by, v) && v.State is VisitState.Drafted or VisitState.Submitted or VisitState.Approved
                : Waits(v, Act, by) || (Key is not null && IsToBeMoved(v, directory)))
            .OrderBy(v => v.Area)
            .ThenBy(v => v.From),
    ];

    public static bool Waits(Visit visit, VisitAct act, Person by) => act switch
    {
        VisitAct.Submit => visit.State == VisitState.Drafted && VisitRules.MayPlan(by, visit),
        VisitAct.Approve => visit.State == VisitState.Submitted && VisitRules.MayDecide(by, visit),
        VisitAct.Announce => visit.State == VisitState.Approved && VisitRules.MayDecide(by, visit),
        VisitAct.Enter or VisitAct.Change or VisitAct.Cancel => false,
    };

    /// <summary>An announcement that is still to come can be put on another day.</summary>
    private bool IsToBeMoved(Visit visit, LiaisonDirectory directory) =>
        Act == VisitAct.Announce && visit.State == VisitState.Announced && !visit.IsAnnounced(directory.Today);
}
