using System.Globalization;
using LiaisonBot.Core.Areas;
using LiaisonBot.Core.Matters;
using LiaisonBot.Core.Storage;
using NodaTime;

namespace LiaisonBot.Core.Sets;

/// <summary>
/// The rows of sets, in the partition of their city: <c>ZS|number</c> the set, <c>ZF|number|00</c> its findings, ten in
/// a row, <c>ZH|number|0007</c> its history, <c>R|time|set:number</c> when it goes on. The matters of its findings are
/// listed under <c>ZL|number|0007</c> (<see cref="MatterRows.SetEntryPrefix"/>).
/// </summary>
public static class SetRows
{
    public const string Table = RowKeys.Matters.Table;

    /// <summary>
    /// Findings of one row: all rows of the largest set fit into one batch, and each row into the store's limits.
    /// </summary>
    public const int FindingsOfARow = 10;

    public static string Key(MatterNumber set) => RowKeys.Matters.Sets + set.Key;

    public static string FindingsPrefix(MatterNumber set) => $"{RowKeys.Matters.Findings}{set.Key}|";

    public static string EventPrefix(MatterNumber set) => $"{RowKeys.Matters.SetHistory}{set.Key}|";

    public static Row ToRow(FindingSet set)
    {
        var columns = new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["Number"] = set.Number.Key,
            ["Area"] = set.Area.Value,
            ["Kind"] = set.Kind.ToString(),
            ["FeedbackOn"] = Columns.Date(set.FeedbackOn),
            ["Count"] = (long)set.Count,
            ["By"] = set.By,
            ["ByName"] = set.ByName,
            ["MadeAt"] = set.MadeAt,
            ["StepsVersion"] = (long)set.StepsVersion,
            ["State"] = set.State.ToString(),
            ["Fingerprint"] = set.Fingerprint,
            ["LastEvent"] = (long)set.LastEvent,
        };
        columns.Set("Team", (long?)set.Team);
        columns.SetCampaign(set.Campaign);
        columns.Set("NextReminder", set.NextReminder);
        columns.Set(
            "Steps",
            set.Steps.Count == 0
                ? null
                : string.Join('\n', set.Steps.Select(ToLine)));
        columns.Set(
            "TeamSteps",
            set.TeamSteps.Count == 0
                ? null
                : string.Join('\n', set.TeamSteps.Select(step => string.Create(
                    CultureInfo.InvariantCulture,
                    $"{step.Name} {Columns.Date(step.Due)} {Columns.Date(step.From)} {step.Times}"))));
        return new(Key(set.Number), columns);
    }

    public static FindingSet ToSet(Row row) => new()
    {
        Number = MatterNumber.Parse(row.Required("Number")),
        Area = AreaCode.Parse(row.Required("Area")),
        Kind = Enum.Parse<SetKind>(row.Required("Kind")),
        FeedbackOn = Columns.Date(row.Required("FeedbackOn")),
        Count = (int)(row.Number("Count") ?? 0),
        By = row.Required("By"),
        ByName = row.Required("ByName"),
        MadeAt = row.Time("MadeAt") ?? default,
        StepsVersion = (int)(row.Number("StepsVersion") ?? 1),
        State = Enum.Parse<SetState>(row.Required("State")),
        Fingerprint = row.Required("Fingerprint"),
        LastEvent = (int)(row.Number("LastEvent") ?? 0),
        Team = (int?)row.Number("Team"),
        Campaign = SelfCheckRows.ToCampaign(row),
        NextReminder = row.Time("NextReminder"),
        Steps = [.. row.Text("Steps")?.Split('\n').Select((line, i) => ToStep(line, i == 0 ? row.Time("PlanApplied") : null)) ?? []],
        TeamSteps = [.. row.Text("TeamSteps")?.Split('\n').Select(ToTeamStep) ?? []],
        ETag = row.ETag,
    };

    /// <summary>The rows of all findings of a set.</summary>
    /// <param name="findings">By their index, none left out.</param>
    public static IEnumerable<Row> ToRows(MatterNumber set, IReadOnlyList<SetFinding> findings) =>
        findings.Chunk(FindingsOfARow).Select((ten, i) => new Row(
            string.Create(CultureInfo.InvariantCulture, $"{FindingsPrefix(set)}{i:00}"),
            ToColumns(ten)));

    public static IEnumerable<SetFinding> ToFindings(Row row)
    {
        var first = (int)(row.Number("First") ?? 0);
        for (var i = 0; row.Text($"Problem{i}") is { } problem; i++)
        {
            yield return new(first + i, problem)
            {
                Goal = row.Text($"Goal{i}"),
                Acceptance = row.Text($"Acceptance{i}"),
                Topic = row.Text($"Topic{i}"),
                Track = Enum.Parse<Track>(row.Required($"Track{i}")),
                Measures = row.Text($"Measures{i}"),
                LeaderPost = row.Text($"LeaderPost{i}"),
                Department = row.Text($"Department{i}"),
                Due = row.Text($"Due{i}") is { } due ? Columns.Date(due) : null,
                Remark = row.Text($"Remark{i}"),
                AddedBecause = row.Text($"AddedBecause{i}"),
                AddedOn = row.Text($"AddedOn{i}") is { } added ? Columns.Date(added) : null,
                Plan = (int)(row.Number($"Plan{i}") ?? 1),
            };
        }
    }

    public static Row ToRow(MatterNumber set, SetEvent one)
    {
        var columns = new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["Sequence"] = (long)one.Sequence,
            ["Act"] = one.Act.ToString(),
            ["At"] = one.At,
            ["Actor"] = one.Actor,
            ["ActorName"] = one.ActorName,
        };
        columns.Set("Note", one.Note);
        columns.Set("ForName", one.ForName);
        return new(string.Create(CultureInfo.InvariantCulture, $"{EventPrefix(set)}{one.Sequence:0000}"), columns);
    }

    public static SetEvent ToEvent(Row row) => new(
        (int)(row.Number("Sequence") ?? 0),
        Enum.Parse<SetAct>(row.Required("Act")),
        row.Time("At") ?? default,
        row.Required("Actor"),
        row.Required("ActorName"),
        row.Text("Note"))
    {
        ForName = row.Text("ForName"),
    };

    private static Dictionary<string, object> ToColumns(SetFinding[] ten)
    {
        var columns = new Dictionary<string, object>(Columns.Many, StringComparer.Ordinal)
        {
            ["First"] = (long)ten[0].Index,
        };
        for (var i = 0; i < ten.Length; i++)
        {
            var finding = ten[i];
            columns[$"Problem{i}"] = finding.Problem;
            columns[$"Track{i}"] = finding.Track.ToString();
            columns.Set($"Goal{i}", finding.Goal);
            columns.Set($"Acceptance{i}", finding.Acceptance);
            columns.Set($"Topic{i}", finding.Topic);
            columns.Set($"Measures{i}", finding.Measures);
            columns.Set($"LeaderPost{i}", finding.LeaderPost);
            columns.Set($"Department{i}", finding.Department);
            columns.Set($"Due{i}", finding.Due is { } due ? Columns.Date(due) : null);
            columns.Set($"Remark{i}", finding.Remark);
            columns.Set($"AddedBecause{i}", finding.AddedBecause);
            columns.Set($"AddedOn{i}", finding.AddedOn is { } added ? Columns.Date(added) : null);
            columns.Set($"Plan{i}", finding.Plan == 1 ? null : (long?)finding.Plan);
        }

        return columns;
    }

    private static TeamStep ToTeamStep(string line) =>
        line.Split(' ') is [var name, var due, var from, var times]
            ? new(name, Columns.Date(due), Columns.Date(from), int.Parse(times, CultureInfo.InvariantCulture))
            : throw new FormatException($"'{line}' is not a step of a team.");

    private static string ToLine(MadeStep step)
    {
        var line = $"{step.Name} {step.Matter.Key} {Columns.Date(step.Due)} {Columns.Date(step.From)}";
        return step.Applied is { } applied
            ? string.Create(CultureInfo.InvariantCulture, $"{line} {applied.ToUnixTimeMilliseconds()}")
            : line;
    }

    /// <param name="applied">Of the first step, where the row has that in a column of its own, as it did once.</param>
    private static MadeStep ToStep(string text, Instant? applied)
    {
        var parts = text.Split(' ');
        return new(parts[0], MatterNumber.Parse(parts[1]), Columns.Date(parts[2]), Columns.Date(parts[3]))
        {
            Applied = parts.Length > 4
                ? Instant.FromUnixTimeMilliseconds(long.Parse(parts[4], CultureInfo.InvariantCulture))
                : applied,
        };
    }
}
