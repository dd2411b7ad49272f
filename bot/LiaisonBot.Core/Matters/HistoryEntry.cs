using System.Globalization;
using LiaisonBot.Core.Areas;
using LiaisonBot.Core.People;
using NodaTime;

namespace LiaisonBot.Core.Matters;

/// <summary>One row of a matter's history: who did what when. Never changed, never removed.</summary>
/// <param name="Sequence">From 1, without gaps within the matter.</param>
/// <param name="ActorName">The name at that time.</param>
/// <param name="Note">What was typed: report, result, requirement, reason. Of a reminder its rule, of a recount the due
/// date before it.</param>
/// <param name="Due">The due date that the step set or asked for.</param>
/// <param name="Area">The place or department that the step named.</param>
public sealed record HistoryEntry(
    MatterNumber Number,
    int Sequence,
    Instant At,
    Act Act,
    string Actor,
    string ActorName,
    string? Note = null,
    LocalDate? Due = null,
    AreaCode? Area = null)
{
    /// <summary>Stands between the names of those whom a reminder told.</summary>
    public const char BetweenNames = '、';

    /// <summary>
    /// Of a reminder the ids of those it names, in the order of their names, with line ends between them; null in rows
    /// of earlier versions.
    /// </summary>
    public string? Told { get; init; }

    /// <summary>Of a changed due date the one before it.</summary>
    public LocalDate? DueBefore { get; init; }

    /// <summary>Of a changed due date the one that was asked for, where it answered a request for more time.</summary>
    public LocalDate? Asked { get; init; }

    /// <summary>Of a question the side that asks, of an answer or a question that was taken back the side that had asked.</summary>
    public Side? Side { get; init; }

    /// <summary>Id of the person whom the actor stood in for (代办); null in their own name.</summary>
    public string? For { get; init; }

    /// <summary>Their name at that time.</summary>
    public string? ForName { get; init; }

    /// <summary>
    /// Names of the files and links that came with the step; of a step that takes one back those that it takes from
    /// view.
    /// </summary>
    public IReadOnlyList<string> Evidence { get; init; } = [];

    /// <summary>The note of a handover: <c>1→3</c>, the numbers of the teams.</summary>
    public static string TeamsOf(int from, int to) =>
        string.Create(CultureInfo.InvariantCulture, $"{from}{BetweenTeams}{to}");

    /// <summary>The two teams of a note of a handover; null for every other note.</summary>
    public static (int From, int To)? TeamsIn(string? note) => note?.Split(BetweenTeams) is [var from, var to]
        && int.TryParse(from, NumberStyles.None, CultureInfo.InvariantCulture, out var giver)
        && int.TryParse(to, NumberStyles.None, CultureInfo.InvariantCulture, out var taker)
            ? (giver, taker)
            : null;

    private const char BetweenTeams = '→';

    /// <summary>
    /// Whether the entry is there for a person: to whom a matter was passed on is known to those who may see what came
    /// of it.
    /// </summary>
    /// <param name="matter">The one whose history it is.</param>
    public bool IsSeenBy(Person person, Matter matter) =>
        Act != Act.PassOn
            || matter.Number.IsChild
            || Area is not { } area
            || MaySeeChildrenIn(area, matter.Team, person);

    /// <summary>
    /// Whether somebody may see a matter that was passed on to a place, or in it, as long as it is no more than that.
    /// </summary>
    internal static bool MaySeeChildrenIn(AreaCode area, int? team, Person person) =>
        Permissions.May(person, Right.See, new Subject(area, area, team, IsChild: true));
}
