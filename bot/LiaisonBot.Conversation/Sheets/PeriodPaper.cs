using LiaisonBot.Conversation.OfficeReports;
using LiaisonBot.Core.Areas;
using LiaisonBot.Core.Calendar;
using LiaisonBot.Core.Matters;
using NodaTime;

namespace LiaisonBot.Conversation.Sheets;

/// <summary>
/// The report of a week (周报) or a month (通报): what came, what ended and what is open, place by place in the order of
/// their codes. Nobody is put before anybody else.
/// </summary>
internal static class PeriodPaper
{
    /// <summary>How many lines a list of matters has at most; the rest is counted.</summary>
    private const int MostListed = 200;

    /// <param name="area">Of whose matters; <paramref name="entries"/> are its, as far as the reader may see them, open
    /// and ended.</param>
    /// <param name="whole">The matters of the entries.</param>
    public static Paper Of(
        ReportSpan span,
        AreaCode area,
        IReadOnlyList<ListEntry> entries,
        IReadOnlyDictionary<MatterNumber, Matter> whole,
        Localizer localizer)
    {
        var today = localizer.Today;
        var all = entries.OrderBy(e => e.Area).ThenBy(e => e.Number).ToList();
        var open = all.Where(e => e.IsOpen).ToList();
        var overdue = open.Where(e => e.IsOverdue(today)).ToList();
        var upTo = span.Last > today ? span.Last : today.PlusDays(7);
        var soon = open.Where(e => e.State is MatterState.Assigned or MatterState.InProgress
            && e.Due >= today
            && e.Due <= upTo).ToList();
        bool IsNew(ListEntry e) =>
            whole.TryGetValue(e.Number, out var m) && span.Holds(BeijingTime.ToBeijing(m.AssignedAt).Date);
        bool Ended(ListEntry e, MatterState state) => e.State == state && e.EndedOn is { } on && span.Holds(on);
        var groups = all.GroupBy(e => area.Level == AreaLevel.Province ? e.Area.City : e.Area)
            .OrderBy(g => g.Key)
            .ToList();
        string[] Counts(string name, IReadOnlyCollection<ListEntry> of) =>
        [
            name,
            .. new[]
            {
                of.CountOnce(IsNew),
                of.CountOnce(e => Ended(e, MatterState.Closed)),
                of.CountOnce(e => e.IsOpen),
                of.CountOnce(e => e.IsOpen && e.IsOverdue(today)),
                of.CountOnce(e => e.State == MatterState.HandedIn),
            }.Select(count => Localizer.Invariant(count)),
        ];
        var place = localizer.Place(area);
        return new(
            localizer.Say(span.IsMonth ? PaperTexts.MonthPaper : PaperTexts.WeekPaper, place),
            localizer.Say(PaperTexts.PaperSpan, localizer.FullDay(span.First), localizer.FullDay(span.Last)),
            [
                Heading(1, PaperTexts.PaperOverall),
                new PaperPart.Paragraph(localizer.Say(
                    PaperTexts.PaperCounts,
                    all.CountOnce(IsNew),
                    all.CountOnce(e => Ended(e, MatterState.Closed)),
                    all.CountOnce(e => Ended(e, MatterState.Withdrawn)),
                    localizer.FullDay(today),
                    open.CountOnce(_ => true),
                    overdue.CountOnce(_ => true),
                    open.CountOnce(e => e.State == MatterState.HandedIn),
                    soon.CountOnce(_ => true))),
                .. open.CountParts() is > 0 and var parts
                    ? [new PaperPart.Paragraph(localizer.Say(PaperTexts.PaperParts, parts))]
                    : Array.Empty<PaperPart>(),
                Heading(2, PaperTexts.PaperByPlace),
                new PaperPart.Table(
                    [4, 2, 2, 2, 2, 2],
                    [.. new[]
                    {
                        Texts.LedgerPlace,
                        PaperTexts.PaperNew,
                        PaperTexts.PaperClosed,
                        Texts.LedgerOpen,
                        Texts.LedgerOverdue,
                        Texts.LedgerInReview
                    }
                        .Select(localizer.Say)],
                    [
                        .. groups.Select(g => Counts(localizer.PlaceIn(g.Key, area), [.. g])),
                        .. groups.Count > 1 ? [Counts(localizer.Say(Texts.LedgerTotal), all)] : Array.Empty<string[]>(),
                    ]),
                Heading(3, PaperTexts.PaperOverdue),
                .. List(overdue),
                Heading(4, PaperTexts.PaperSoon, localizer.FullDay(upTo)),
                .. List(soon),
            ],
            localizer.FullDay(today));

        PaperPart.Heading Heading(int number, Text text, params object[] values) =>
            new($"{(localizer.Language == Core.People.Language.Chinese ? "一二三四"[number - 1] + "、" : Localizer.Invariant(number) + ". ")}{localizer.Say(text, values)}");

        IEnumerable<PaperPart> List(IReadOnlyList<ListEntry> some)
        {
            if (some.Count == 0)
            {
                yield return new PaperPart.Paragraph(localizer.Say(PaperTexts.PaperNone));
                yield break;
            }

            yield return new PaperPart.Table(
                [5, 11, 6, 5],
                [.. new[] { ReportTexts.ReportNumber, Texts.FieldTitle, Texts.FieldArea, Texts.FieldDue }
                    .Select(localizer.Say)],
                [.. some.Take(MostListed)
                    .Select(e =>
                        new[]
                        {
                            localizer.Short(e.Number),
                            whole.GetValueOrDefault(e.Number) is { Evidence.Count: > 0 and var pieces }
                                ? localizer.Say(Texts.Bracketed, localizer.Typed(e.Title), localizer.Say(Texts.EvidenceCount, pieces))
                                : localizer.Typed(e.Title),
                            localizer.PlaceIn(e.Area, area),
                            localizer.Day(e.Due)
                        })]);
            if (some.Count > MostListed)
            {
                yield return new PaperPart.Paragraph(localizer.Say(PaperTexts.PaperMore, some.Count - MostListed));
            }
        }
    }
}

/// <summary>The days that a report is about: a week from Monday, or a month.</summary>
public sealed record ReportSpan(LocalDate First, bool IsMonth)
{
    public LocalDate Last => IsMonth ? First.PlusMonths(1).PlusDays(-1) : First.PlusDays(6);

    public bool Holds(LocalDate day) => day >= First && day <= Last;

    /// <param name="back">How many weeks or months before the one of <paramref name="day"/>.</param>
    public static ReportSpan Of(LocalDate day, bool isMonth, int back = 0) => isMonth
        ? new(new LocalDate(day.Year, day.Month, 1).PlusMonths(-back), true)
        : new(day.PlusDays(1 - (int)day.DayOfWeek).PlusWeeks(-back), false);
}
