using LiaisonBot.Conversation.OfficeReports;
using LiaisonBot.Core.Calendar;
using LiaisonBot.Core.Matters;
using NodaTime;

namespace LiaisonBot.Conversation.Sheets;

/// <summary>
/// The notice that a matter is under supervision (督办通知单), to whoever has to do it: on which ground, since when, what is
/// asked for and by when. All of it is registered; the one sentence is the same for every matter.
/// </summary>
internal static class SupervisionPaper
{
    /// <summary>Whether there is one of a matter.</summary>
    public static bool IsOf(Matter matter) => matter.Supervision != Supervision.None;

    /// <param name="history">Of the matter, oldest first.</param>
    public static Paper Of(Matter matter, IReadOnlyList<HistoryEntry> history, Localizer localizer)
    {
        List<IReadOnlyList<(string, string)>> rows = [];
        void Row(params (Text Label, string? Value)[] cells)
        {
            var filled = cells.Where(cell => !string.IsNullOrEmpty(cell.Value))
                .Select(cell => (localizer.Say(cell.Label), cell.Value!))
                .ToList();
            if (filled.Count > 0)
            {
                rows.Add(filled);
            }
        }

        string Day(Instant at) => localizer.FullDay(BeijingTime.ToBeijing(at).Date);
        Row((Texts.FieldTitle, matter.Title));
        Row((Texts.FieldArea, localizer.Place(matter.Area)), (Texts.FieldResponsible, matter.Responsible));
        Row(
            (PaperTexts.PaperAssignedOn, Day(matter.AssignedAt)),
            (Texts.FieldDue,
                localizer.FullDay(matter.Due) + (matter.DueProvisional ? localizer.Say(Texts.ProvisionalMark) : "")));
        Row(
            (ReportTexts.ReportSupervision, localizer.Supervision(matter.Supervision)),
            (PaperTexts.PaperOverdueBy, matter.IsOverdue(localizer.Today)
                ? localizer.Say(PaperTexts.PaperDays, Period.DaysBetween(matter.Due, localizer.Today))
                : localizer.Say(PaperTexts.PaperNotOverdue)));
        foreach (var step in history.Where(entry => entry.Act is Act.PutOnLedger or Act.Docket or Act.AcceptDocket))
        {
            Row((
                Localizer.Word(step.Act),
                localizer.Say(PaperTexts.PaperStepOn, Day(step.At), localizer.Named(step.ActorName))
                    + (step.Note is { Length: > 0 } why ? "\n" + why : "")));
        }

        Row((Texts.FieldTarget, matter.Target));
        foreach (var requirement in matter.Requirements)
        {
            Row((Texts.FieldRequirement, requirement));
        }

        Row((ReportTexts.ReportState, localizer.StateName(matter.State)));
        Row((Texts.FieldProgress, matter.Progress));
        Row((PaperTexts.PaperContacts, RegisterBook.Contacts(matter.Holder, localizer)));
        return new(
            localizer.Say(PaperTexts.SupervisionPaper),
            localizer.Number(matter.Number),
            [
                new PaperPart.Paragraph(localizer.Say(
                    PaperTexts.SupervisionSays,
                    localizer.Place(matter.Holder),
                    localizer.Supervision(matter.Supervision)!)),
                new PaperPart.Form(rows),
            ],
            localizer.FullDay(localizer.Today));
    }
}
