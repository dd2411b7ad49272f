using LiaisonBot.Core.Areas;
using LiaisonBot.Core.Matters;
using LiaisonBot.Core.People;

namespace LiaisonBot.Conversation.Sheets;

/// <summary>A ledger as a workbook: what is open, what has ended, and the numbers by place.</summary>
internal static class LedgerBook
{
    public static IReadOnlyList<Page> Of(Ledger ledger, IReadOnlyList<ListEntry> ended, Phrases phrases) =>
    [
        new(phrases.Say(Texts.ExportOpen), Columns(phrases, ended: false), [.. ledger.Entries.Select(e => Row(e, phrases, ended: false))]),
        new(phrases.Say(Texts.ExportEnded), Columns(phrases, ended: true), [.. ended.Select(e => Row(e, phrases, ended: true))]),
        new(
            phrases.Say(Texts.ExportSummary),
            [
                new(phrases.Say(Texts.LedgerPlace), 24), new(phrases.Say(Texts.LedgerOpen), 10), new(phrases.Say(Texts.LedgerOverdue), 10),
                new(phrases.Say(Texts.LedgerThisWeek), 12), new(phrases.Say(Texts.LedgerInReview), 10),
            ],
            [
                .. ledger.Lines.Select(l => Numbers(phrases.PlaceIn(l.Area, ledger.Area), l)),
                .. ledger.Lines.Count > 1 ? [Numbers(phrases.Say(Texts.LedgerTotal), ledger.Total)] : Array.Empty<IReadOnlyList<object?>>(),
            ]),
    ];

    /// <summary>What has ended in a place, as far as the person may see it; newest first.</summary>
    /// <param name="only">Which of them; all when null.</param>
    public static async Task<IReadOnlyList<ListEntry>> Ended(MatterLists lists, Person person, AreaCode area, CancellationToken cancellationToken, Func<ListEntry, bool>? only = null) =>
        [.. (await lists.Ended(person, cancellationToken)).Where(e => area.Contains(e.Area) && only?.Invoke(e) != false)];

    private static PageColumn[] Columns(Phrases phrases, bool ended) =>
    [
        new(phrases.Say(Texts.ReportNumber), 22),
        new(phrases.Say(Texts.FieldTitle), 44),
        new(phrases.Say(Texts.FieldArea), 20),
        new(phrases.Say(Texts.FieldResponsible), 20),
        new(phrases.Say(Texts.ReportState), 14),
        new(phrases.Say(Texts.FieldDue), 13),
        new(ended ? phrases.Say(Texts.ReportEnded) : phrases.Say(Texts.LedgerOverdue), ended ? 18 : 12),
        new(phrases.Say(Texts.FieldUrgency), 10),
        new(phrases.Say(Texts.ReportSupervision), 12),
        new(phrases.Say(Texts.ReportTeam), 9),
        new(phrases.Say(Texts.ReportChildren), 18),
    ];

    private static object?[] Row(ListEntry e, Phrases phrases, bool ended) =>
    [
        phrases.Number(e.Number), e.Title, phrases.Place(e.Area), e.Responsible, phrases.State(e.State).Word, e.Due,
        ended ? e.EndedOn : e.IsOverdue(phrases.Today) ? phrases.TimeLeft(e.Due, e.State).Words : null,
        e.Urgency == Urgency.Urgent ? phrases.Say(Texts.Urgent) : null,
        phrases.Supervision(e.Supervision), e.Team, e.Children > 0 ? phrases.Say(Texts.ChildrenDone, e.ChildrenClosed, e.Children) : null,
    ];

    private static object?[] Numbers(string name, LedgerLine line) => [name, line.Open, line.Overdue, line.DueThisWeek, line.InReview];
}
