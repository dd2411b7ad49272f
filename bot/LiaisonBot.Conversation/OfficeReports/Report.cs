using LiaisonBot.Core;
using LiaisonBot.Core.Areas;
using LiaisonBot.Core.Matters;
using LiaisonBot.Core.People;
using LiaisonBot.Core.Storage;

namespace LiaisonBot.Conversation.OfficeReports;

/// <summary>Matters for reports of one's own: read only, and what the reader may see in the chat.</summary>
/// <param name="Body">JSON or CSV.</param>
/// <param name="Rows">Matters of a list, or entries of a matter's history; 0 for files, where nobody counts.</param>
public sealed record Report(byte[] Body, string MediaType, string FileName, int Rows = 0)
{
    /// <summary>Nobody's account: reads with the rights of the provincial office.</summary>
    public static Person TheOffice(AreaCode province) => Person.WithObjectId("report", "", new Grant(Role.Office, province));

    /// <summary>Null when there is no such matter for the reader. A list costs what it costs them in the chat.</summary>
    public static async Task<Report?> Of(ReportQuery query, Person reader, Desks desks, string prefix, CancellationToken cancellationToken)
    {
        var directory = await desks.Directory.Read(cancellationToken);
        var phrases = new Phrases(query.Language, directory, desks.Calendar(), desks.Clock.GetCurrentInstant(), prefix);
        if (query.Number is not { } number)
        {
            return List(query, await desks.Lists.All(reader, cancellationToken), phrases);
        }

        if (!directory.Partitions.Contains(number.City) || await desks.Matters.Find(reader, number, cancellationToken) is not { } family)
        {
            return null;
        }

        var history = await desks.Matters.History(number, cancellationToken);
        return OfMatter(query, family, [.. history.Where(entry => entry.IsSeenBy(reader, family.Matter))], phrases);
    }

    private static Report List(ReportQuery query, IReadOnlyList<ListEntry> all, Phrases phrases)
    {
        var entries = all.Where(e => (query.Open is not { } open || open == (e.EndedOn is null)) && (query.Area is not { } area || area.Contains(e.Area))).ToList();
        if (!query.AsCsv)
            return AsJson("matters.json", entries.Count, new() { ["matters"] = entries.Select(e => Entry(e, phrases)).ToList() });
        string[] head =
        [
            .. new[] { Texts.ReportNumber, Texts.FieldTitle, Texts.ReportAreaCode, Texts.FieldArea, Texts.FieldResponsible, Texts.ReportState, Texts.FieldDue, Texts.LedgerOverdue, Texts.FieldUrgency, Texts.ReportSupervision, Texts.ReportTeam, Texts.ReportChildren, Texts.ReportEnded }
                .Select(phrases.Say),
        ];
        return Table("matters.csv", entries.Count, head, entries.Select(e => (IEnumerable<string>)
        [
            phrases.Number(e.Number), e.Title, e.Area.Value, phrases.Place(e.Area), e.Responsible, phrases.State(e.State).Word, Columns.Date(e.Due),
            IsOverdue(e, phrases) ? phrases.Say(Texts.LedgerOverdue) : "",
            e.Urgency == Urgency.Urgent ? phrases.Say(Texts.Urgent) : "",
            phrases.Supervision(e.Supervision) ?? "",
            e.Team is { } team ? Phrases.Invariant(team) : "",
            e.Children > 0 ? phrases.Say(Texts.ChildrenDone, e.ChildrenClosed, e.Children) : "",
            e.EndedOn is { } ended ? Columns.Date(ended) : "",
        ]));
    }

    private static Report OfMatter(ReportQuery query, Family family, IReadOnlyList<HistoryEntry> history, Phrases phrases)
    {
        var (name, matter) = (family.Matter.Number.ToString(), family.Matter);
        if (query.AsCsv)
            return Table($"{name}.csv", history.Count, [.. new[] { Texts.ReportWhen, Texts.ReportWhat, Texts.ReportWho, Texts.ReportNote, Texts.FieldDue, Texts.FieldArea }.Select(phrases.Say)], history.Select(h => (IEnumerable<string>)
            [
                Phrases.Moment(h.At), phrases.Say(Phrases.Entry(h.Act)), phrases.Named(h.ActorName), h.Note ?? "", h.Due is { } due ? Columns.Date(due) : "", h.Area is { } area ? phrases.Place(area) : "",
            ]));
        var json = new Json
        {
            ["number"] = name,
            ["shown"] = phrases.Number(matter.Number),
            ["title"] = matter.Title,
            ["area"] = matter.Area.Value,
            ["place"] = phrases.Place(matter.Area),
            ["responsible"] = matter.Responsible,
            ["target"] = matter.Target,
            ["basis"] = matter.Basis,
            ["due"] = Columns.Date(matter.Due),
            ["state"] = matter.State.ToString(),
            ["overdue"] = matter.IsOverdue(phrases.Today),
            ["urgent"] = matter.Urgency == Urgency.Urgent,
            ["supervision"] = matter.Supervision.ToString(),
            ["team"] = matter.Team,
            ["assignedAt"] = Phrases.Moment(matter.AssignedAt),
            ["progress"] = matter.Progress,
            ["requirements"] = matter.Requirements,
            ["result"] = matter.Result,
            ["children"] = family.Children.Select(c => c.Number.ToString()).ToList(),
            ["history"] = history.Select(h => new Json
            {
                ["at"] = Phrases.Moment(h.At),
                ["act"] = h.Act.ToString(),
                ["what"] = phrases.Say(Phrases.Entry(h.Act)),
                ["who"] = phrases.Named(h.ActorName),
                ["note"] = h.Note,
                ["due"] = h.Due is { } due ? Columns.Date(due) : null,
                ["area"] = h.Area?.Value,
            }).ToList(),
        };
        return AsJson($"{name}.json", history.Count, json);
    }

    private static Json Entry(ListEntry e, Phrases phrases) => new()
    {
        ["number"] = e.Number.ToString(),
        ["shown"] = phrases.Number(e.Number),
        ["title"] = e.Title,
        ["area"] = e.Area.Value,
        ["place"] = phrases.Place(e.Area),
        ["responsible"] = e.Responsible,
        ["state"] = e.State.ToString(),
        ["due"] = Columns.Date(e.Due),
        ["overdue"] = IsOverdue(e, phrases),
        ["urgent"] = e.Urgency == Urgency.Urgent,
        ["supervision"] = e.Supervision.ToString(),
        ["team"] = e.Team,
        ["children"] = e.Children,
        ["childrenClosed"] = e.ChildrenClosed,
        ["endedOn"] = e.EndedOn is { } ended ? Columns.Date(ended) : null,
    };

    private static bool IsOverdue(ListEntry entry, Phrases phrases) => entry.EndedOn is null && entry.IsOverdue(phrases.Today);

    private static Report AsJson(string name, int rows, Json json) => new(json.ToBytes(), "application/json; charset=utf-8", name, rows);

    private static Report Table(string name, int count, IEnumerable<string> head, IEnumerable<IEnumerable<string>> rows) =>
        new(Csv.Of(head, rows), "text/csv; charset=utf-8", name, count);
}
