using LiaisonBot.Conversation.OfficeReports;
using LiaisonBot.Core.Calendar;
using LiaisonBot.Core.Matters;
using LiaisonBot.Core.People;
using NodaTime;

namespace LiaisonBot.Conversation.Sheets;

/// <summary>The sheet of one matter (交办单): what the reader may see of it, on paper.</summary>
internal static class MatterPaper
{
    /// <param name="tree">As the reader sees it.</param>
    public static Paper Of(MatterTree tree, Person reader, Localizer localizer)
    {
        var matter = tree.Matter;
        List<IReadOnlyList<(string, string)>> rows = [];
        void Row(params (Text Label, string? Value)[] cells)
        {
            var filled = cells.Where(cell => cell.Value is not null)
                .Select(cell => (localizer.Say(cell.Label), cell.Value!))
                .ToList();
            if (filled.Count > 0)
            {
                rows.Add(filled);
            }
        }

        string? Day(Instant? at) => at is { } moment ? localizer.FullDay(BeijingTime.ToBeijing(moment).Date) : null;
        Row((Texts.FieldTitle, localizer.Typed(matter.Title)));
        Row((Texts.FieldArea, localizer.Place(matter.Area)), (Texts.FieldResponsible, matter.Responsible));
        Row(
            (Texts.AssignedBy, localizer.Named(matter.AssignedByName)),
            (PaperTexts.PaperAssignedOn, Day(matter.AssignedAt)));
        Row(
            (Texts.FieldDue,
                localizer.FullDay(matter.Due) + (matter.DueProvisional ? localizer.Say(Texts.ProvisionalMark) : "")),
            (Texts.FieldUrgency,
                localizer.Say(matter.Urgency == Urgency.Urgent ? Texts.Urgent : PaperTexts.PaperNormal)));
        Row((Texts.FieldTarget, localizer.Typed(matter.Target)));
        Row((Texts.FieldBasis, matter.Basis));
        Row((Texts.FieldPassOnNote, matter.PassOnNote));
        if (tree.Parent is { } parent && Permissions.May(reader, Right.See, parent.Subject))
        {
            Row((Texts.ParentIs, localizer.Number(parent.Number)));
        }

        Row(
            (PaperTexts.PaperContacts, RegisterBook.Contacts(matter.Holder, localizer)),
            (PaperTexts.PaperSignedOn, Day(matter.SignedAt) ?? ""));
        Row(
            (ReportTexts.ReportState, localizer.StateName(matter.State)),
            (ReportTexts.ReportSupervision, localizer.Supervision(matter.Supervision)));
        Row((Texts.FieldProgress, matter.Progress));
        foreach (var requirement in matter.Requirements)
        {
            Row((Texts.FieldRequirement, requirement));
        }

        Row((Texts.FieldResult, matter.Result));
        Row((
            Texts.FieldEvidence,
            tree.Evidence.Any() ? string.Join('\n', tree.Evidence.Select(localizer.Evidence)) : null));
        if (tree.Children.Count > 0)
        {
            Row((
                ReportTexts.ReportChildren,
                string.Join(
                    '\n',
                    tree.Children.Select(child =>
                        $"{localizer.PlaceIn(child.Area, matter.Area)}  {localizer.StateName(child.State)}  {localizer.FullDay(child.Due)}"))));
        }

        Row((PaperTexts.PaperEnded, Day(matter.EndedAt)));
        // For the hand: whoever prints it writes there.
        Row((PaperTexts.PaperNotes, "\n\n"));
        return new(
            localizer.Say(PaperTexts.MatterPaper),
            localizer.Number(matter.Number),
            [new PaperPart.Form(rows)],
            localizer.FullDay(localizer.Today));
    }
}
