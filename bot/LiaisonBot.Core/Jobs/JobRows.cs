using System.Globalization;
using LiaisonBot.Core.Areas;
using LiaisonBot.Core.Evidence;
using LiaisonBot.Core.Matters;
using LiaisonBot.Core.People;
using LiaisonBot.Core.Storage;
using LiaisonBot.Core.Visits;

namespace LiaisonBot.Core.Jobs;

/// <summary>
/// The rows of jobs, in the partition of the directory but outside the range that is read as the directory:
/// <c>W|job</c> one with something left to do, <c>X|job|0007</c> an item that is not done yet, <c>X|job|R0007</c> one
/// that was refused, <c>Y|job</c> an ended job.
/// </summary>
public static class JobRows
{
    public const string Table = DirectoryRows.Table;

    public const string Unfinished = RowKeys.Directory.JobsUnfinished;

    public const string Items = RowKeys.Directory.JobItems;

    public const string Ended = RowKeys.Directory.JobsEnded;

    public static string UnfinishedKey(string id) => Unfinished + KeyPart.Of(id);

    public static string EndedKey(string id) => Ended + KeyPart.Of(id);

    public static string ItemPrefix(string id) => $"{Items}{KeyPart.Of(id)}|";

    public static string PendingKey(string id, int row) =>
        string.Create(CultureInfo.InvariantCulture, $"{ItemPrefix(id)}{row:0000}");

    /// <summary>Sorts after all that are pending.</summary>
    public static string RefusedPrefix(string id) => ItemPrefix(id) + "R";

    public static Row ToRow(string key, Job job)
    {
        var columns = new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["Id"] = job.Id,
            ["Kind"] = job.Kind.ToString(),
            ["State"] = job.State.ToString(),
            ["By"] = job.By,
            ["Title"] = job.Title,
            ["Language"] = job.Language.ToString(),
            ["Total"] = (long)job.Total,
            ["Done"] = (long)job.Done,
            ["Refused"] = (long)job.Refused,
            ["At"] = job.At,
            ["Tries"] = (long)job.Tries,
        };
        if (job.IsShown)
        {
            columns["IsShown"] = true;
        }

        columns.Set(
            "Made",
            job.Made.Count == 0 ? null : string.Join(',', job.Made.Select(m => $"{m.Number.Key} {m.Area}")));
        columns.Set("Message", job.Message);
        columns.Set("ShownAt", job.ShownAt);
        if (job.GivenUp)
        {
            columns["GivenUp"] = true;
        }

        columns.Set("Untold", job.Untold == 0 ? null : (long?)job.Untold);

        job.Sending.Set(columns);
        return new(key, columns);
    }

    public static Job ToJob(Row row) => new(
        row.Required("Id"),
        Enum.Parse<JobKind>(row.Required("Kind")),
        Enum.Parse<JobState>(row.Required("State")),
        row.Required("By"),
        row.Required("Title"),
        Enum.Parse<Language>(row.Required("Language")),
        Int(row, "Total"),
        Int(row, "Done"),
        Int(row, "Refused"),
        [.. row.Text("Made")?.Split(',').Select(ToMade) ?? []],
        row.Time("At") ?? default,
        row.Text("Message"),
        row.Time("ShownAt"),
        row.Flag("IsShown"),
        SendLease.Of(row),
        Int(row, "Tries"),
        Int(row, "Attempts"),
        row.Time("NotBefore"),
        // Of rows from before the outbox, how many messages no answer came to.
        row.Flag("MayBeRepeat") || Int(row, "Unanswered") > 0,
        row.Flag("GivenUp") || Int(row, "Unanswered") > 1,
        Int(row, "Untold"))
    {
        ETag = row.ETag,
    };

    public static Row ToRow(string job, JobItem item) => new(PendingKey(job, item.Row), ColumnsOf(item));

    public static Row ToRow(string job, RefusedItem refused)
    {
        var columns = ColumnsOf(refused.Item);
        switch (refused)
        {
            case RefusedItem.Assignment { Why: var why }:
                columns["Reason"] = why.Reason.ToString();
                columns.Set("Field", why.Field);
                columns.Set("Limit", (long?)why.Limit);
                columns.Set("Date", why.Date is { } date ? Columns.Date(date) : null);
                columns.Set("Right", why.Right?.ToString());
                break;
            case RefusedItem.Entry { Why: var why }:
                columns["Reason"] = why.ToString();
                break;
            case RefusedItem.CityYear { Why: var why }:
                columns["Reason"] = why.ToString();
                break;
        }

        return new(
            string.Create(CultureInfo.InvariantCulture, $"{RefusedPrefix(job)}{refused.Item.Row:0000}"),
            columns);
    }

    public static JobItem ToItem(Row row) => row.Text("Identity") is { } identity
        ? new JobItem.Entry(Int(row, "Row"), new(
            identity,
            row.Text("Name"),
            Grant.Parse(row.Required("Grant")),
            row.Text("JobTitle"),
            row.Text("Phone"))
        {
            HomeUnit = row.Text("HomeUnit"),
            Recusals = row.Text("Recusals")?.Split(',').Select(AreaCode.Parse).ToList(),
        })
        : row.Text("Problem") is { } problem
        ? new JobItem.Finding(
            Int(row, "Row"),
            new(
                problem,
                row.Text("Goal"),
                row.Text("Measures"),
                row.Text("LeaderPost"),
                row.Text("Department"),
                row.Text("Due") is { } day ? Columns.Date(day) : null,
                row.Text("Topic"),
                Enum.Parse<Track>(row.Required("Track")),
                row.Text("Acceptance")),
            row.Text("DueSaid"))
        : row.Number("Groups") is { } groups
        ? new JobItem.CityYear(
            Int(row, "Row"),
            AreaCode.Parse(row.Required("Area")),
            Int(row, "Year"),
            Int(row, "Team"),
            (int)groups)
        : new JobItem.Assignment(Int(row, "Row"), new(
            row.Text("Title"),
            row.Text("Area") is { } area ? AreaCode.Parse(area) : null,
            row.Text("Responsible"),
            row.Text("Target"),
            row.Text("Due") is { } due ? DueSpans.Read(due) : null,
            Enum.Parse<Urgency>(row.Required("Urgency")),
            row.Text("Basis"))
        {
            Evidence = EvidenceItem.ReadAll(row.Text("Evidence")),
        });

    public static RefusedItem ToRefused(Row row) => ToItem(row) switch
    {
        JobItem.Assignment assignment => new RefusedItem.Assignment(assignment, new(
            Enum.Parse<RefusalReason>(row.Required("Reason")),
            row.Text("Field"),
            (int?)row.Number("Limit"),
            row.Text("Date") is { } date ? Columns.Date(date) : null,
            Right: row.Text("Right") is { } right ? Enum.Parse<Right>(right) : null)),
        JobItem.CityYear city => new RefusedItem.CityYear(city, Enum.Parse<PlanRefusal>(row.Required("Reason"))),
        var entry => new RefusedItem.Entry((JobItem.Entry)entry, Enum.Parse<DirectoryRefusal>(row.Required("Reason"))),
    };

    private static Dictionary<string, object> ColumnsOf(JobItem item)
    {
        var columns = new Dictionary<string, object>(StringComparer.Ordinal) { ["Row"] = (long)item.Row };
        switch (item)
        {
            case JobItem.Entry { Person: var person }:
                columns["Identity"] = person.Identity ?? "";
                columns.Set("Name", person.Name);
                columns["Grant"] = person.Grant.ToString();
                columns.Set("JobTitle", person.JobTitle);
                columns.Set("Phone", person.Phone);
                columns.Set("HomeUnit", person.HomeUnit);
                columns.Set("Recusals", person.Recusals is { Count: > 0 } places ? string.Join(',', places) : null);
                break;
            case JobItem.CityYear city:
                columns["Area"] = city.City.Value;
                columns["Year"] = (long)city.Year;
                columns["Team"] = (long)city.Team;
                columns["Groups"] = (long)city.Groups;
                break;
            case JobItem.Finding { Draft: var finding, DueSaid: var said }:
                columns["Problem"] = finding.Problem ?? "";
                columns.Set("Goal", finding.Goal);
                columns.Set("Measures", finding.Measures);
                columns.Set("LeaderPost", finding.LeaderPost);
                columns.Set("Department", finding.Department);
                columns.Set("Due", finding.Due is { } on ? Columns.Date(on) : null);
                columns.Set("Topic", finding.Topic);
                columns["Track"] = finding.Track.ToString();
                columns.Set("Acceptance", finding.Acceptance);
                columns.Set("DueSaid", said);
                break;
            case JobItem.Assignment { Draft: var draft }:
                columns.Set("Title", draft.Title);
                columns.Set("Area", draft.Area?.Value);
                columns.Set("Responsible", draft.Responsible);
                columns.Set("Target", draft.Target);
                columns.Set("Due", draft.Due is { } due ? DueSpans.Write(due) : null);
                columns["Urgency"] = draft.Urgency.ToString();
                columns.Set("Basis", draft.Basis);
                columns.Set("Evidence", EvidenceItem.WriteAll(draft.Evidence));
                break;
        }

        return columns;
    }

    private static Made ToMade(string text)
    {
        var parts = text.Split(' ');
        return new(MatterNumber.Parse(parts[0]), AreaCode.Parse(parts[1]));
    }

    private static int Int(Row row, string column) => (int)(row.Number(column) ?? 0);
}
