using LiaisonBot.Core.Areas;
using LiaisonBot.Core.Matters;
using LiaisonBot.Core.People;

namespace LiaisonBot.Conversation.Sheets;

/// <summary>A ledger as a workbook: what is open, what has ended, and the numbers by place.</summary>
internal static class RegisterBook
{
    public static IReadOnlyList<SheetPage> Of(Register register, IReadOnlyList<ListEntry> ended, Localizer localizer) =>
    [
        new(localizer.Say(Texts.ExportOpen), Columns(localizer, ended: false), [.. register.Entries.Select(e => Row(e, localizer, ended: false))]),
        new(localizer.Say(Texts.ExportEnded), Columns(localizer, ended: true), [.. ended.Select(e => Row(e, localizer, ended: true))]),
        new(
            localizer.Say(Texts.ExportSummary),
            [
                new(localizer.Say(Texts.LedgerPlace), 24), new(localizer.Say(Texts.LedgerOpen), 10), new(localizer.Say(Texts.LedgerOverdue), 10),
                new(localizer.Say(Texts.LedgerThisWeek), 12), new(localizer.Say(Texts.LedgerInReview), 10),
            ],
            [
                .. register.Lines.Select(l => Numbers(localizer.PlaceIn(l.Area, register.Area), l)),
                .. register.Lines.Count > 1 ? [Numbers(localizer.Say(Texts.LedgerTotal), register.Total)] : Array.Empty<IReadOnlyList<object?>>(),
            ]),
    ];

    /// <summary>What has ended in a place, as far as the person may see it; newest first.</summary>
    /// <param name="only">Which of them; all when null.</param>
    public static async Task<IReadOnlyList<ListEntry>> Ended(MatterLists lists, Person person, AreaCode area, CancellationToken cancellationToken, Func<ListEntry, bool>? only = null) =>
        [.. (await lists.Ended(person, cancellationToken)).Where(e => area.Contains(e.Area) && only?.Invoke(e) != false)];

    private static PageColumn[] Columns(Localizer localizer, bool ended) =>
    [
        new(localizer.Say(Texts.ReportNumber), 22),
        new(localizer.Say(Texts.FieldTitle), 44),
        new(localizer.Say(Texts.FieldArea), 20),
        new(localizer.Say(Texts.FieldResponsible), 20),
        new(localizer.Say(Texts.ReportState), 14),
        new(localizer.Say(Texts.FieldDue), 13),
        new(ended ? localizer.Say(Texts.ReportEnded) : localizer.Say(Texts.LedgerOverdue), ended ? 18 : 12),
        new(localizer.Say(Texts.FieldUrgency), 10),
        new(localizer.Say(Texts.ReportSupervision), 12),
        new(localizer.Say(Texts.ReportTeam), 9),
        new(localizer.Say(Texts.ReportChildren), 18),
    ];

    private static object?[] Row(ListEntry e, Localizer localizer, bool ended) =>
    [
        localizer.Number(e.Number), e.Title, localizer.Place(e.Area), e.Responsible, localizer.State(e.State).Word, e.Due,
        ended ? e.EndedOn : e.IsOverdue(localizer.Today) ? localizer.TimeLeft(e.Due, e.State).Words : null,
        e.Urgency == Urgency.Urgent ? localizer.Say(Texts.Urgent) : null,
        localizer.Supervision(e.Supervision), e.Team, e.Children > 0 ? localizer.Say(Texts.ChildrenDone, e.ChildrenClosed, e.Children) : null,
    ];

    private static object?[] Numbers(string name, RegisterLine line) => [name, line.Open, line.Overdue, line.DueThisWeek, line.InReview];
}
