using LiaisonBot.Conversation.OfficeReports;
using LiaisonBot.Core.Areas;
using LiaisonBot.Core.Calendar;
using LiaisonBot.Core.Matters;
using LiaisonBot.Core.People;
using NodaTime;

namespace LiaisonBot.Conversation.Sheets;

/// <summary>A ledger as a workbook: what is open, what has ended, and the numbers by place.</summary>
internal static class RegisterBook
{
    /// <param name="whole">The matters of the entries: what lists do not have stands in them.</param>
    public static IReadOnlyList<SheetPage> Of(
        Register register,
        IReadOnlyList<ListEntry> ended,
        IReadOnlyDictionary<MatterNumber, Matter> whole,
        Localizer localizer)
    {
        string Heading(Text part) =>
            localizer.Say(
                PaperTexts.ExportHeading,
                localizer.Place(register.Area),
                localizer.Say(part),
                localizer.FullDay(localizer.Today));

        // A matter and what was passed on of it are one; both are said, so that nothing is counted twice.
        string Counted(Text part, IReadOnlyList<ListEntry> entries) =>
            localizer.Say(
                SheetTexts.ExportCounted,
                Heading(part),
                entries.CountOnce(_ => true),
                entries.CountParts());

        return
        [
            new(
                localizer.Say(SheetTexts.ExportOpen),
                Columns(localizer, ended: false),
                [.. register.Entries.Select(e => Row(e, whole.GetValueOrDefault(e.Number), localizer, ended: false))])
            {
                Heading = Counted(SheetTexts.ExportOpen, register.Entries),
            },
            new(
                localizer.Say(SheetTexts.ExportEnded),
                Columns(localizer, ended: true),
                [.. ended.Select(e => Row(e, whole.GetValueOrDefault(e.Number), localizer, ended: true))])
            {
                Heading = Counted(SheetTexts.ExportEnded, ended),
            },
            new(
                localizer.Say(SheetTexts.ExportSummary),
                [
                    new(localizer.Say(Texts.LedgerPlace), 24),
                    new(localizer.Say(Texts.LedgerOpen), 10),
                    new(localizer.Say(Texts.LedgerOverdue), 10),
                    new(localizer.Say(Texts.LedgerThisWeek), 12), new(localizer.Say(Texts.LedgerInReview), 10),
                    new(localizer.Say(SheetTexts.ExportParts), 14),
                ],
                [
                    .. register.Lines.Select(l => Numbers(localizer.PlaceIn(l.Area, register.Area), l)),
                    .. register.Lines.Count > 1
                        ? [Numbers(localizer.Say(Texts.LedgerTotal), register.Total)]
                        : Array.Empty<IReadOnlyList<object?>>(),
                ])
            {
                Heading = Heading(SheetTexts.ExportSummary),
                HasTotals = register.Lines.Count > 1,
            },
        ];
    }

    /// <summary>Who is to be asked about what a place holds; empty when nobody is entered there.</summary>
    public static string Contacts(AreaCode holder, Localizer localizer) =>
        string.Join(
            localizer.Say(Texts.ListComma),
            Duties.Holders(holder, localizer.Directory)
                .Select(p => p.Name)
                .Distinct(StringComparer.Ordinal)
                .Order(StringComparer.Ordinal));

    /// <summary>What has ended in a place, as far as the person may see it; newest first.</summary>
    /// <param name="only">Which of them; all when null.</param>
    public static async Task<IReadOnlyList<ListEntry>> EndedAsync(MatterLists lists, Person person, AreaCode area, CancellationToken cancellationToken, Func<ListEntry, bool>? only = null) =>
        [.. (await lists.EndedAsync(person, cancellationToken))
            .Where(e => area.Contains(e.Area) && only?.Invoke(e) != false)];

    private static PageColumn[] Columns(Localizer localizer, bool ended) =>
    [
        new(localizer.Say(ReportTexts.ReportNumber), 19),
        new(localizer.Say(Texts.FieldTitle), 24),
        new(localizer.Say(Texts.FieldArea), 14),
        new(localizer.Say(Texts.FieldResponsible), 12),
        new(localizer.Say(Texts.FieldTarget), 24),
        new(localizer.Say(ReportTexts.ReportState), 8),
        new(localizer.Say(PaperTexts.PaperAssignedOn), 11),
        new(localizer.Say(PaperTexts.PaperSignedOn), 11),
        new(localizer.Say(Texts.FieldDue), 11),
        new(localizer.Say(ended ? ReportTexts.ReportEnded : Texts.LedgerOverdue), 11),
        new(localizer.Say(Texts.FieldUrgency), 6),
        new(localizer.Say(ReportTexts.ReportSupervision), 9),
        new(localizer.Say(ReportTexts.ReportTeam), 6),
        new(localizer.Say(Texts.FieldProgress), 24),
        new(localizer.Say(Texts.FieldResult), 24),
        new(localizer.Say(Texts.FieldEvidence), 18),
        new(localizer.Say(PaperTexts.PaperContacts), 13),
        new(localizer.Say(ReportTexts.ReportChildren), 11),
        new(localizer.Say(PaperTexts.PaperNotes), 18),
        new(localizer.Say(SheetTexts.ExportKind), 8),
    ];

    /// <param name="matter">Null for one that went away since the list was read.</param>
    private static object?[] Row(ListEntry e, Matter? matter, Localizer localizer, bool ended) =>
    [
        localizer.Number(e.Number),
        localizer.Typed(e.Title),
        localizer.Place(e.Area),
        e.Responsible,
        matter?.Target,
        localizer.StateName(e.State),
        DayOf(matter?.AssignedAt), DayOf(matter?.SignedAt), e.Due,
        ended ? e.EndedOn : e.IsOverdue(localizer.Today) ? localizer.TimeWords(e.Due, e.State) : null,
        e.Urgency == Urgency.Urgent ? localizer.Say(Texts.Urgent) : null,
        localizer.Supervision(e.Supervision), e.Team, matter?.Progress, matter?.Result,
        matter is { Evidence.Count: > 0 } ? string.Join('\n', matter.Evidence.Select(item => item.Name)) : null,
        Contacts(e.Holder, localizer),
        e.Children > 0 ? localizer.Say(Texts.ChildrenDone, e.ChildrenClosed, e.Children) : null,
        Notes(matter, localizer),
        localizer.Say(e.Number.IsChild ? SheetTexts.ExportPart : SheetTexts.ExportMatter),
    ];

    /// <summary>
    /// Why it was declined, the recurring matter of which it is an occurrence, the last requirement, and what is asked and
    /// not answered; null for none.
    /// </summary>
    private static string? Notes(Matter? matter, Localizer localizer)
    {
        var asked = Enum.GetValues<Side>().Select(side => matter?.Asks(side)).OfType<Question>().Select(question =>
            localizer.Say(Texts.Labelled, localizer.Say(Texts.QuestionWaits), question.Text.ReplaceLineEndings(" ")));
        string?[] notes =
        [
            matter?.Declined is { } declined ? localizer.Say(PaperTexts.PaperDeclined, declined.Reason) : null,
            matter?.FromRule is { } from ? localizer.Say(PaperTexts.PaperFromRule, localizer.Short(from.Number)) : null,
            matter is { Requirements: [.., var last] } ? last : null,
            .. asked,
        ];
        return notes.OfType<string>().ToList() is { Count: > 0 } said
            ? string.Join(localizer.Say(Texts.ListComma), said)
            : null;
    }

    private static object? DayOf(Instant? at) => at is { } moment ? BeijingTime.ToBeijing(moment).Date : null;

    private static object?[] Numbers(string name, RegisterLine line) =>
        [name, line.Open, line.Overdue, line.DueThisWeek, line.InReview, line.Parts];
}
