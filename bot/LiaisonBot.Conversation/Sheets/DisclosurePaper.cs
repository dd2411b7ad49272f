using LiaisonBot.Core.Matters;
using LiaisonBot.Core.Sets;

namespace LiaisonBot.Conversation.Sheets;

/// <summary>
/// What would be published of a set (公示稿), as a draft: what was found, one by one with what is done about it, and where
/// comments go. What is next is a heading with nothing below it but whose it is to write.
/// </summary>
internal static class DisclosurePaper
{
    public static Paper Of(PublicDraft draft, Localizer localizer)
    {
        var goesOn = draft.Findings.Count(finding => finding is { IsDone: true, Track: Track.LongTerm });
        var (number, isPlan) = (0, draft.What == DisclosedWhat.Plan);
        var place = localizer.Place(draft.Set.Area);
        var feedback = localizer.FullDay(draft.Set.FeedbackOn);
        List<PaperPart> parts =
        [
            Heading(DisclosurePaperTexts.About),
            new PaperPart.Paragraph(isPlan
                ? localizer.Say(DisclosurePaperTexts.AboutPlan, draft.Findings.Count, feedback, place)
                : localizer.Say(
                    goesOn > 0 ? DisclosurePaperTexts.AboutResultGoesOn : DisclosurePaperTexts.AboutResult,
                    feedback,
                    place,
                    draft.Findings.Count,
                    draft.Findings.Count(finding => finding.IsDone) - goesOn,
                    goesOn)),
            Heading(isPlan ? DisclosurePaperTexts.PlanOneByOne : DisclosurePaperTexts.OneByOne),
        ];
        if (draft.Findings.Count == 0)
        {
            parts.Add(new PaperPart.Paragraph(localizer.Say(DisclosurePaperTexts.None)));
        }

        // Numbered anew: a gap would say that something was left out.
        foreach (var (finding, i) in draft.Findings.Select((finding, i) => (finding, i + 1)))
        {
            parts.Add(new PaperPart.Paragraph(localizer.Say(DisclosurePaperTexts.Problem, i, Line(finding.Problem))));
            parts.AddRange(Below(finding, isPlan, localizer).Select(line => new PaperPart.Paragraph(line)));
        }

        parts.AddRange(
        [
            Heading(DisclosurePaperTexts.Next),
            new PaperPart.Paragraph(localizer.Say(DisclosurePaperTexts.ToWrite)),
            Heading(DisclosurePaperTexts.Comments),
            new PaperPart.Paragraph(localizer.Say(DisclosurePaperTexts.CommentsText)),
            new PaperPart.Paragraph(localizer.Say(DisclosurePaperTexts.Telephone)),
            new PaperPart.Paragraph(localizer.Say(DisclosurePaperTexts.Mail)),
            new PaperPart.Paragraph(localizer.Say(DisclosurePaperTexts.Address)),
        ]);
        return new(
            localizer.Say(isPlan ? DisclosurePaperTexts.PlanTitle : DisclosurePaperTexts.ResultTitle, place),
            localizer.Say(DisclosurePaperTexts.Below, localizer.FullDay(localizer.Today)),
            parts,
            localizer.FullDay(localizer.Today));

        PaperPart.Heading Heading(Text text) =>
            new(localizer.Say(DisclosurePaperTexts.Marks).Split('|')[number++] + localizer.Say(text));
    }

    private static IEnumerable<string> Below(PublicFinding finding, bool isPlan, Localizer localizer)
    {
        if (isPlan && finding.Goal is { } goal)
        {
            yield return localizer.Say(DisclosurePaperTexts.Goal, Line(goal));
        }

        if (finding.Measures is { } measures)
        {
            yield return localizer.Say(DisclosurePaperTexts.Measures, Line(measures));
        }

        if (finding.Department is { } department)
        {
            yield return localizer.Say(DisclosurePaperTexts.Department, department);
        }

        if (!isPlan)
        {
            yield return !finding.IsDone ? localizer.Say(DisclosurePaperTexts.Open)
                : localizer.Say(
                    finding.Track == Track.LongTerm ? DisclosurePaperTexts.Standing : DisclosurePaperTexts.Done,
                    Line(finding.Result ?? "")).TrimEnd();
        }

        if (isPlan || !finding.IsDone)
        {
            if (finding.Track == Track.LongTerm)
            {
                yield return localizer.Say(DisclosurePaperTexts.LongTerm);
            }
            else if (finding.Due is { } due)
            {
                yield return localizer.Say(DisclosurePaperTexts.Due, localizer.FullDay(due));
            }
        }
    }

    private static string Line(string text) => text.ReplaceLineEndings(" ").Trim();
}
