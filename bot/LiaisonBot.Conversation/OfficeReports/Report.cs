using LiaisonBot.Conversation.Cards;
using LiaisonBot.Conversation.Wire;
using LiaisonBot.Core;
using LiaisonBot.Core.Matters;
using LiaisonBot.Core.People;
using NodaTime;

namespace LiaisonBot.Conversation.OfficeReports;

/// <summary>Matters for the provincial office's own reports: read only, and what the office may see.</summary>
/// <param name="Body">JSON or CSV.</param>
public sealed record Report(byte[] Body, string MediaType, string FileName)
{
    /// <summary>Null when there is no such matter. A list costs what it costs the office in the chat.</summary>
    public static async Task<Report?> Of(ReportQuery query, Desks desks, string prefix, CancellationToken stop)
    {
        var directory = await desks.Directory.Read(stop);
        var phrases = new Phrases(query.Language, directory, desks.Calendar(), desks.Clock.GetCurrentInstant(), prefix);
        // Nobody's account: the same rights as the office has.
        var office = Person.WithObjectId("report", "", new Grant(Role.Office, directory.Province));
        if (query.Number is not { } number) return List(query, await desks.Lists.All(office, stop), phrases);
        if (!directory.Partitions.Contains(number.City) || await desks.Matters.Find(office, number, stop) is not { } family) return null;
        return OfMatter(query, family, await desks.Matters.History(number, stop), phrases);
    }

    private static Report List(ReportQuery query, IReadOnlyList<ListEntry> all, Phrases phrases)
    {
        var entries = all.Where(e => (query.Open is not { } open || open == (e.EndedOn is null)) && (query.Area is not { } area || area.Contains(e.Area))).ToList();
        if (!query.AsCsv)
            return AsJson("matters.json", new() { ["matters"] = entries.Select(e => Entry(e, phrases)).ToList() });
        string[] head =
        [
            .. new[] { Texts.ReportNumber, Texts.FieldTitle, Texts.ReportAreaCode, Texts.FieldArea, Texts.FieldResponsible, Texts.ReportState, Texts.FieldDue, Texts.LedgerOverdue, Texts.FieldUrgency, Texts.ReportSupervision, Texts.ReportTeam, Texts.ReportChildren, Texts.ReportEnded }
                .Select(phrases.Say),
        ];
        return Table("matters.csv", head, entries.Select(e => (IEnumerable<string>)
        [
            phrases.Number(e.Number), e.Title, e.Area.Value, phrases.Place(e.Area), e.Responsible, phrases.State(e.State).Word, MatterRows.Date(e.Due),
            IsOverdue(e, phrases) ? phrases.Say(Texts.LedgerOverdue) : "",
            e.Urgency == Urgency.Urgent ? phrases.Say(Texts.Urgent) : "",
            phrases.Supervision(e.Supervision) ?? "",
            e.Team is { } team ? Phrases.Invariant(team) : "",
            e.Children > 0 ? phrases.Say(Texts.ChildrenDone, e.ChildrenClosed, e.Children) : "",
            e.EndedOn is { } ended ? MatterRows.Date(ended) : "",
        ]));
    }

    private static Report OfMatter(ReportQuery query, Family family, IReadOnlyList<HistoryEntry> history, Phrases phrases)
    {
        var (name, matter) = (family.Matter.Number.ToString(), family.Matter);
        if (query.AsCsv)
            return Table($"{name}.csv", [.. new[] { Texts.ReportWhen, Texts.ReportWhat, Texts.ReportWho, Texts.ReportNote, Texts.FieldDue, Texts.FieldArea }.Select(phrases.Say)], history.Select(h => (IEnumerable<string>)
            [
                Phrases.Moment(h.At), phrases.Say(Phrases.Entry(h.Act)), h.ActorName, h.Note ?? "", h.Due is { } due ? MatterRows.Date(due) : "", h.Area is { } area ? phrases.Place(area) : "",
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
            ["due"] = MatterRows.Date(matter.Due),
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
                ["who"] = h.ActorName,
                ["note"] = h.Note,
                ["due"] = h.Due is { } due ? MatterRows.Date(due) : null,
                ["area"] = h.Area?.Value,
            }).ToList(),
        };
        return AsJson($"{name}.json", json);
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
        ["due"] = MatterRows.Date(e.Due),
        ["overdue"] = IsOverdue(e, phrases),
        ["urgent"] = e.Urgency == Urgency.Urgent,
        ["supervision"] = e.Supervision.ToString(),
        ["team"] = e.Team,
        ["children"] = e.Children,
        ["childrenClosed"] = e.ChildrenClosed,
        ["endedOn"] = e.EndedOn is { } ended ? MatterRows.Date(ended) : null,
    };

    private static bool IsOverdue(ListEntry entry, Phrases phrases) => entry.EndedOn is null && entry.IsOverdue(phrases.Today);

    private static Report AsJson(string name, Json json) => new(json.ToBytes(), "application/json; charset=utf-8", name);

    private static Report Table(string name, IEnumerable<string> head, IEnumerable<IEnumerable<string>> rows) => new(Csv.Of(head, rows), "text/csv; charset=utf-8", name);
}
