using LiaisonBot.Core;
using LiaisonBot.Core.Areas;
using LiaisonBot.Core.Matters;
using LiaisonBot.Core.People;
using LiaisonBot.Core.Storage;

namespace LiaisonBot.Conversation.OfficeReports;

/// <summary>Matters for reports of one's own: read only, and what the reader may see in the chat.</summary>
/// <param name="Body">JSON or CSV.</param>
/// <param name="Rows">Matters of a list, or entries of a matter's history; 0 for files, where nobody counts.</param>
public sealed record OfficeReport(byte[] Body, string MediaType, string FileName, int Rows = 0)
{
    /// <summary>Nobody's account: reads with the rights of the provincial office.</summary>
    public static Person TheOffice(AreaCode province) =>
        Person.WithObjectId("report", "", new Grant(Role.Office, province));

    /// <summary>
    /// Null when there is no such matter for the reader. A list costs what it costs them in the chat.
    /// </summary>
    public static async Task<OfficeReport?> OfAsync(
        ReportQuery query,
        Person reader,
        LiaisonServices services,
        string prefix,
        CancellationToken cancellationToken)
    {
        var directory = await services.Directory.ReadAsync(cancellationToken);
        var localizer = new Localizer(
            query.Language,
            directory,
            services.Calendar(),
            services.Clock.GetCurrentInstant(),
            prefix)
        { Steps = services.Steps };
        if (query.Number is not { } number)
        {
            return List(query, await services.Lists.AllAsync(reader, cancellationToken), localizer);
        }

        if (!directory.Partitions.Contains(number.City)
            || await services.Matters.FindAsync(reader, number, cancellationToken) is not { } tree)
        {
            return null;
        }

        var history = await services.Matters.HistoryAsync(number, cancellationToken);
        return OfMatter(query, tree, [.. history.Where(entry => entry.IsSeenBy(reader, tree.Matter))], localizer);
    }

    private static OfficeReport List(ReportQuery query, IReadOnlyList<ListEntry> all, Localizer localizer)
    {
        var entries = all.Where(e => (query.Open is not { } open || open == (e.EndedOn is null))
            && (query.Area is not { } area || area.Contains(e.Area))).ToList();
        if (!query.AsCsv)
            return AsJson(
                "matters.json",
                entries.Count,
                new() { ["matters"] = entries.Select(e => Entry(e, localizer)).ToList() });
        string[] head =
        [
            .. new[]
            {
                ReportTexts.ReportNumber,
                Texts.FieldTitle,
                ReportTexts.ReportAreaCode,
                Texts.FieldArea,
                Texts.FieldResponsible,
                ReportTexts.ReportState,
                Texts.FieldDue,
                Texts.LedgerOverdue,
                Texts.FieldUrgency,
                ReportTexts.ReportSupervision,
                ReportTexts.ReportTeam,
                ReportTexts.ReportChildren,
                ReportTexts.ReportEnded,
                ReportTexts.ReportWaits
            }
                .Select(localizer.Say),
        ];
        return Table("matters.csv", entries.Count, head, entries.Select(e => (IEnumerable<string>)
        [
            localizer.Number(e.Number),
            e.Title,
            e.Area.Value,
            localizer.Place(e.Area),
            e.Responsible,
            localizer.StateName(e.State),
            Columns.Date(e.Due),
            IsOverdue(e, localizer) ? localizer.Say(Texts.LedgerOverdue) : "",
            e.Urgency == Urgency.Urgent ? localizer.Say(Texts.Urgent) : "",
            localizer.Supervision(e.Supervision) ?? "",
            e.Team is { } team ? Localizer.Invariant(team) : "",
            e.Children > 0 ? localizer.Say(Texts.ChildrenDone, e.ChildrenClosed, e.Children) : "",
            e.EndedOn is { } ended ? Columns.Date(ended) : "",
            string.Join(localizer.Say(Texts.ListComma), Waits(e).Select(localizer.Say)),
        ]));
    }

    private static OfficeReport OfMatter(
        ReportQuery query,
        MatterTree tree,
        IReadOnlyList<HistoryEntry> history,
        Localizer localizer)
    {
        var (name, matter) = (tree.Matter.Number.ToString(), tree.Matter);
        if (query.AsCsv)
            return Table($"{name}.csv", history.Count, [.. new[]
            {
                ReportTexts.ReportWhen,
                ReportTexts.ReportWhat,
                ReportTexts.ReportWho,
                ReportTexts.ReportNote,
                Texts.FieldDue,
                Texts.FieldArea
            }
                .Select(localizer.Say)], history.Select(h => (IEnumerable<string>)
            [
                Localizer.Moment(h.At),
                localizer.Say(Localizer.Entry(h.Act)),
                localizer.Named(h.ActorName, h.ForName),
                h.Note ?? "",
                h.Due is { } due ? Columns.Date(due) : "",
                h.Area is { } area ? localizer.Place(area) : "",
            ]));
        var json = new Json
        {
            ["number"] = name,
            ["shown"] = localizer.Number(matter.Number),
            ["title"] = matter.Title,
            ["area"] = matter.Area.Value,
            ["place"] = localizer.Place(matter.Area),
            ["responsible"] = matter.Responsible,
            ["target"] = matter.Target,
            ["basis"] = matter.Basis,
            ["due"] = Columns.Date(matter.Due),
            ["state"] = matter.State.ToString(),
            ["overdue"] = matter.IsOverdue(localizer.Today),
            ["urgent"] = matter.Urgency == Urgency.Urgent,
            ["supervision"] = matter.Supervision.ToString(),
            ["team"] = matter.Team,
            ["assignedAt"] = Localizer.Moment(matter.AssignedAt),
            ["progress"] = matter.Progress,
            ["requirements"] = matter.Requirements,
            ["result"] = matter.Result,
            ["withdrawnBecause"] = matter.WithdrawnBecause,
            ["extensionAsked"] = matter is { IsOpen: true, Extension: { } more }
                ? new Json
                {
                    ["until"] = Columns.Date(more.Until),
                    ["reason"] = more.Reason,
                    ["since"] = Localizer.Moment(more.AskedAt),
                }
                : null,
            ["declined"] = matter is { IsOpen: true, Declined: { } declined }
                ? new Json { ["reason"] = declined.Reason, ["since"] = Localizer.Moment(declined.At) }
                : null,
            ["questions"] = Enum.GetValues<Side>()
                .Where(side => matter.Asks(side) is not null)
                .Select(side => new Json
                {
                    ["from"] = side.ToString(),
                    ["text"] = matter.Asks(side)!.Text,
                    ["since"] = Localizer.Moment(matter.Asks(side)!.At),
                })
                .ToList(),
            ["evidence"] = tree.Evidence.Select(item => item.Name).ToList(),
            ["children"] = tree.Children.Select(c => c.Number.ToString()).ToList(),
            ["history"] = history.Select(h => new Json
            {
                ["at"] = Localizer.Moment(h.At),
                ["act"] = h.Act.ToString(),
                ["what"] = localizer.Say(Localizer.Entry(h.Act)),
                ["who"] = localizer.Named(h.ActorName, h.ForName),
                ["note"] = h.Note,
                ["evidence"] = h.Evidence,
                ["due"] = h.Due is { } due ? Columns.Date(due) : null,
                ["dueBefore"] = h.DueBefore is { } before ? Columns.Date(before) : null,
                ["side"] = h.Side?.ToString(),
                ["area"] = h.Area?.Value,
            }).ToList(),
        };
        return AsJson($"{name}.json", history.Count, json);
    }

    private static Json Entry(ListEntry e, Localizer localizer) => new()
    {
        ["number"] = e.Number.ToString(),
        ["shown"] = localizer.Number(e.Number),
        ["title"] = e.Title,
        ["area"] = e.Area.Value,
        ["place"] = localizer.Place(e.Area),
        ["responsible"] = e.Responsible,
        ["state"] = e.State.ToString(),
        ["due"] = Columns.Date(e.Due),
        ["overdue"] = IsOverdue(e, localizer),
        ["urgent"] = e.Urgency == Urgency.Urgent,
        ["supervision"] = e.Supervision.ToString(),
        ["team"] = e.Team,
        ["children"] = e.Children,
        ["childrenClosed"] = e.ChildrenClosed,
        ["endedOn"] = e.EndedOn is { } ended ? Columns.Date(ended) : null,
        ["extensionAsked"] = e.IsOpen && e.ExtensionAsked,
        ["declined"] = e.IsOpen && e.Declined,
        ["exemptionAsked"] = e.IsOpen && e.ExemptionAsked,
        ["questionOfHolder"] = e.IsOpen && e.HolderAsks,
        ["questionToHolder"] = e.IsOpen && e.ReviewerAsks,
    };

    /// <summary>What of an open matter waits for an answer.</summary>
    private static IEnumerable<Text> Waits(ListEntry e) =>
        !e.IsOpen
            ? []
            :
            [
                .. e.Declined ? [Texts.Declined] : (Text[])[],
                .. e.ExtensionAsked ? [ReportTexts.ReportExtension] : (Text[])[],
                .. e.ExemptionAsked ? [Texts.ExemptionWaits] : (Text[])[],
                .. e.HolderAsks || e.ReviewerAsks ? [Texts.QuestionWaits] : (Text[])[],
            ];

    private static bool IsOverdue(ListEntry entry, Localizer localizer) =>
        entry.EndedOn is null && entry.IsOverdue(localizer.Today);

    private static OfficeReport AsJson(string name, int rows, Json json) =>
        new(json.ToBytes(), "application/json; charset=utf-8", name, rows);

    private static OfficeReport Table(string name, int count, IEnumerable<string> head, IEnumerable<IEnumerable<string>> rows) =>
        new(Csv.Of(head, rows), "text/csv; charset=utf-8", name, count);
}
