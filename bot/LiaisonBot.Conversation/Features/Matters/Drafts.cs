using LiaisonBot.Core.Matters;
using LiaisonBot.Core.People;

namespace LiaisonBot.Conversation.Features.Matters;

/// <summary>
/// Reports made of what was reported before, so that the same fact is typed once (design §1): the last report, or for a
/// matter that was passed on the reports of its counties.
/// </summary>
internal static class Drafts
{
    /// <summary>What the form of a report begins with; null when there is nothing yet.</summary>
    public static string? Of(Act act, MatterTree tree, Person person, Localizer localizer)
    {
        var matter = tree.Matter;
        // What was handed in and returned is the better beginning, until there is progress after it.
        var last = matter.HandedInAt is { } at && !(matter.ProgressAt > at) ? matter.Result : matter.Progress;
        return act switch
        {
            Act.ReportProgress => Summary(tree, person, localizer, MatterLimits.Progress) ?? matter.Progress,
            Act.HandIn =>
                matter.HandedInAt is null ? Summary(tree, person, localizer, MatterLimits.Result) ?? last : last,
            _ => null,
        };
    }

    /// <summary>
    /// How far each county is, in its own words: its result, or else its last report. Null for a matter that nobody
    /// passed on.
    /// </summary>
    /// <param name="limit">UTF-16 units of the whole; each county gets its share.</param>
    public static string? Summary(MatterTree tree, Person person, Localizer localizer, int limit)
    {
        var children = tree.Children.Where(c => c.State != MatterState.Withdrawn
            && Permissions.May(person, Right.See, c.Subject)).ToList();
        if (children.Count == 0)
        {
            return null;
        }

        var head = localizer.Say(
            MatterTexts.SummaryHead,
            children.Count(c => c.State == MatterState.Closed),
            children.Count);
        var share = (limit - head.Length) / children.Count - 1;
        return string.Join('\n', children.Select(Line).Prepend(head));

        string Line(Matter child)
        {
            var (place, state) = (localizer.PlaceIn(child.Area, tree.Matter.Area), localizer.StateName(child.State));
            return Localizer.Clip(
                localizer.Say(
                    MatterTexts.SummaryLine,
                    place,
                    state,
                    child.Result ?? child.Progress ?? localizer.Say(MatterTexts.SummaryNothing))
                    .ReplaceLineEndings(" "),
                share);
        }
    }
}
