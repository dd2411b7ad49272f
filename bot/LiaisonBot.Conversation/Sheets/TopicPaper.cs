using LiaisonBot.Core.Areas;
using LiaisonBot.Core.Matters;
using LiaisonBot.Core.Sets;

namespace LiaisonBot.Conversation.Sheets;

/// <summary>
/// The report of one topic of findings (专题报告) as a draft: where it comes up, how often, what was done, what is open. Causes
/// and advice are headings with nothing below them but whose they are to write. Places stand in the order of their codes.
/// </summary>
internal static class TopicPaper
{
    private const int MostListed = 300;

    public static Paper Of(string topic, IReadOnlyList<TopicFinding> findings, Localizer localizer)
    {
        var number = 0;
        var ordered = findings
            .Where(f => f.Matter?.State != MatterState.Withdrawn)
            .OrderBy(f => f.Set.Area)
            .ThenBy(f => f.Set.FeedbackOn)
            .ThenBy(f => f.Finding.Index)
            .ToList();
        var open = ordered.Where(f => f.Matter?.IsOpen != false).ToList();
        List<AreaCode> again = [.. ordered.GroupBy(f => f.Set.Area)
            .Where(place => place.Select(f => f.Set.Number).Distinct().Count() > 1)
            .Select(place => place.Key)];
        return new(
            localizer.Say(TopicPaperTexts.Title, topic),
            localizer.Say(YearTexts.Drafted, localizer.FullDay(localizer.Today)),
            [
                Heading(TopicPaperTexts.Facts),
                new PaperPart.Paragraph(localizer.Say(
                    TopicPaperTexts.Counts,
                    ordered.Select(f => f.Set.Number).Distinct().Count(),
                    ordered.Select(f => f.Set.Area).Distinct().Count(),
                    ordered.Count,
                    ordered.Count - open.Count,
                    open.Count,
                    open.Count(f => f.Matter?.IsOverdue(localizer.Today) == true))),
                .. again.Count == 0
                    ? Array.Empty<PaperPart>()
                    : [new PaperPart.Paragraph(localizer.Say(
                        TopicPaperTexts.Again,
                        string.Join(localizer.Say(Texts.ListComma), again.Select(localizer.Place))))],
                Heading(TopicPaperTexts.Where),
                .. Table(
                    ordered,
                    [4, 4, 12, 4],
                    [Texts.FieldArea, TopicPaperTexts.ColumnOn, TopicPaperTexts.ColumnProblem, TopicPaperTexts.ColumnState],
                    f =>
                    [
                        localizer.Place(f.Set.Area),
                        localizer.Day(f.Set.FeedbackOn),
                        f.Finding.Problem.ReplaceLineEndings(" "),
                        f.Matter is { } matter ? localizer.StateName(matter.State) : "",
                    ]),
                Heading(TopicPaperTexts.Measures),
                .. Table(
                    ordered.Where(f => f.Finding.Measures is not null).ToList(),
                    [4, 8, 12],
                    [Texts.FieldArea, TopicPaperTexts.ColumnProblem, TopicPaperTexts.ColumnMeasures],
                    f =>
                    [
                        localizer.Place(f.Set.Area),
                        f.Finding.Problem.ReplaceLineEndings(" "),
                        f.Finding.Measures!.ReplaceLineEndings(" "),
                    ]),
                Heading(TopicPaperTexts.Open),
                .. Table(
                    open,
                    [4, 12, 5],
                    [Texts.FieldArea, TopicPaperTexts.ColumnProblem, Texts.FieldDue],
                    f =>
                    [
                        localizer.Place(f.Set.Area),
                        f.Finding.Problem.ReplaceLineEndings(" "),
                        f.Matter is { } matter ? localizer.Day(matter.Due) : "",
                    ]),
                Heading(TopicPaperTexts.Causes),
                new PaperPart.Paragraph(localizer.Say(YearTexts.ToWrite)),
                Heading(TopicPaperTexts.Advice),
                new PaperPart.Paragraph(localizer.Say(YearTexts.ToWrite)),
            ],
            localizer.FullDay(localizer.Today));

        PaperPart.Heading Heading(Text text) =>
            new(localizer.Say(YearTexts.HeadingMarks).Split('|')[number++] + localizer.Say(text));

        IEnumerable<PaperPart> Table(
            IReadOnlyList<TopicFinding> rows,
            IReadOnlyList<int> widths,
            IReadOnlyList<Text> heads,
            Func<TopicFinding, string[]> cells)
        {
            if (rows.Count == 0)
            {
                yield return new PaperPart.Paragraph(localizer.Say(YearTexts.None));
                yield break;
            }

            yield return new PaperPart.Table(widths, [.. heads.Select(localizer.Say)], [.. rows.Take(MostListed).Select(cells)]);
            if (rows.Count > MostListed)
            {
                yield return new PaperPart.Paragraph(localizer.Say(PaperTexts.PaperMore, rows.Count - MostListed));
            }
        }
    }
}
