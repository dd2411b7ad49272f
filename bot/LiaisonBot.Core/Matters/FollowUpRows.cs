using LiaisonBot.Core.Areas;
using LiaisonBot.Core.Messaging;
using LiaisonBot.Core.Storage;

namespace LiaisonBot.Core.Matters;

/// <summary>
/// The row <c>J|command</c>: steps that belong to a command and did not fit into its batch. Written in that batch,
/// deleted when all are carried out. Three kinds occur: the places left of a passing-on, the children of a withdrawn
/// matter, and that something else goes on.
/// </summary>
internal static class FollowUpRows
{
    public static IReadOnlyDictionary<string, object> ToColumns(
        string commandId,
        string actorId,
        IReadOnlyList<FollowUp> followUps)
    {
        var columns = new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["Command"] = commandId,
            ["Actor"] = actorId,
            ["Numbers"] = string.Join(',', followUps.Select(f => f.Number.Key)),
        };
        switch (followUps[0].Command)
        {
            case MatterCommand.PassOn passOn:
                columns["Areas"] = string.Join(',', passOn.Areas.Select(a => a.Value));
                columns.Set("Due", passOn.Due is { } due ? Columns.Date(due) : null);
                columns.Set("Note", passOn.Note);
                break;
            case MatterCommand.Withdraw withdraw:
                columns.Set("Note", withdraw.Reason);
                break;
            default:
                throw new InvalidOperationException($"{followUps[0].Command.Act} has no follow-up.");
        }

        return columns;
    }

    /// <summary>That something else goes on by what was decided: a set, or a self-check.</summary>
    public static IReadOnlyDictionary<string, object> ToColumns(SubjectKey goesOn) =>
        new Dictionary<string, object>(StringComparer.Ordinal) { ["GoesOn"] = goesOn.Text };

    /// <summary>What goes on; null where steps follow.</summary>
    public static SubjectKey? GoesOn(Row row) => row.Text("GoesOn") is { } key ? SubjectKey.Parse(key) : null;

    public static (string CommandId, string ActorId, IReadOnlyList<FollowUp> FollowUps) Read(Row row)
    {
        MatterCommand command = row.Text("Areas") is { } areas
            ? new MatterCommand.PassOn(
                [.. areas.Split(',').Select(AreaCode.Parse)],
                row.Text("Due") is { } due ? Columns.Date(due) : null,
                row.Text("Note"))
            : new MatterCommand.Withdraw(row.Text("Note"));
        var numbers = row.Required("Numbers").Split(',').Select(MatterNumber.Parse);
        return (row.Required("Command"), row.Required("Actor"), [.. numbers.Select(n => new FollowUp(n, command))]);
    }
}
