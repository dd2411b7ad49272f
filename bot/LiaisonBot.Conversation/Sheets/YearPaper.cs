using LiaisonBot.Conversation.OfficeReports;
using LiaisonBot.Core.Areas;
using LiaisonBot.Core.Calendar;
using LiaisonBot.Core.Evaluations;
using LiaisonBot.Core.Matters;
using LiaisonBot.Core.People;
using LiaisonBot.Core.Sealed;
using LiaisonBot.Core.Sets;
using LiaisonBot.Core.Visits;

namespace LiaisonBot.Conversation.Sheets;

/// <summary>All that the comprehensive report of a city's year is made of, as far as whoever asks may see it.</summary>
/// <param name="Whole">The matters of the entries.</param>
public sealed record YearFacts(
    AreaCode City,
    int Year,
    IReadOnlyList<Visit> Visits,
    Coverage Coverage,
    IReadOnlyList<ListEntry> Entries,
    IReadOnlyDictionary<MatterNumber, Matter> Whole,
    IReadOnlyDictionary<MatterNumber, IReadOnlyList<HistoryEntry>> Histories,
    IReadOnlyList<Evaluation> Evaluations)
{
    /// <summary>The sets of findings whose feedback was in the year.</summary>
    public IReadOnlyList<SetView> Sets { get; init; } = [];

    /// <summary>What is made public of those sets.</summary>
    public IReadOnlyList<DisclosureView> Disclosures { get; init; } = [];

    /// <summary>Counts of sealed records in the city; null for whoever may not have them.</summary>
    public SealedCounts? Clues { get; init; }

    /// <summary>Assigned in earlier years, and not ended before this one.</summary>
    public IEnumerable<ListEntry> CarriedOver => Entries.Where(e =>
        !e.Number.IsChild && e.Number.Year < Year && (e.IsOpen || e.EndedOn?.Year >= Year));
}

/// <summary>
/// The comprehensive report (综合报告) of a city's year as a draft: figures and tables of rows that are there. Where judgement
/// belongs there is a heading and nothing below it but whose it is to write: no sentence is invented.
/// </summary>
internal static class YearPaper
{
    private const int MostListed = 300;

    public static Paper Of(YearFacts facts, Localizer localizer)
    {
        var (today, year) = (localizer.Today, facts.Year);
        var ofYear = facts.Entries
            .Where(e => !e.Number.IsChild && e.Number.Year == year)
            .OrderBy(e => e.Number)
            .ToList();
        var carried = facts.CarriedOver.OrderBy(e => e.Number).ToList();
        var open = ofYear.Where(e => e.IsOpen).ToList();
        var stillOpen = carried.Where(e => e.IsOpen).ToList();
        List<ListEntry> left = [.. stillOpen, .. open];
        var whole = ofYear.Select(e => facts.Whole.GetValueOrDefault(e.Number)).OfType<Matter>().ToList();
        int Stepped(Act act) => whole.Count(m =>
            facts.Histories.GetValueOrDefault(m.Number)?.Any(h => h.Act == act) == true);
        // What the next team took over at New Year was assigned the year before.
        var handedOver = ofYear.Concat(carried).Count(e => facts.Histories.GetValueOrDefault(e.Number)?
            .Any(h => h.Act == Act.HandOver && BeijingTime.Today(h.At).Year == year) == true);
        var visits = facts.Visits.Where(v => v.From.Year == year || v.To.Year == year)
            .OrderBy(v => v.From)
            .ThenBy(v => v.Area)
            .ToList();
        var standing = visits.Where(v => v.State != VisitState.Cancelled).ToList();
        // What is not announced has not been visited, whatever its days are.
        var announced = standing.Where(v => v.IsAnnounced(today)).ToList();
        var (first, second) = (facts.Coverage.CountFirst(), facts.Coverage.CountSecond());
        var number = 0;
        return new(
            localizer.Say(YearTexts.YearPaper, localizer.Place(facts.City), year),
            localizer.Say(YearTexts.Drafted, localizer.FullDay(today)),
            [
                Heading(YearTexts.Visits),
                new PaperPart.Paragraph(localizer.Say(
                    YearTexts.VisitCounts,
                    year,
                    visits.Count,
                    announced.Count(v => v.To < today),
                    announced.Count(v => v.Covers(today)),
                    announced.Count(v => v.From > today),
                    standing.Count - announced.Count,
                    visits.Count - standing.Count)),
                .. standing.Count == 0 ? new PaperPart[] { None() } : new PaperPart[]
                {
                    new PaperPart.Table(
                        [27, 32, 56, 60, 25],
                        Say(YearTexts.ColumnPlace, YearTexts.ColumnKind, YearTexts.ColumnTeam, YearTexts.ColumnDays, YearTexts.ColumnState),
                        [.. standing.Select(v => new[]
                        {
                            localizer.PlaceIn(v.Area, facts.City),
                            localizer.Say(PlanWords.KindOf(v.Kind)),
                            localizer.Say(Texts.TeamOrdinal, v.Team)
                                + (v.Group is { } group ? " " + localizer.Say(PlanTexts.GroupNumber, group) : ""),
                            $"{localizer.Day(v.From, year)}–{localizer.Day(v.To, year)}",
                            localizer.Say(!v.IsAnnounced(today) ? YearTexts.NotAnnounced
                                : v.To < today ? YearTexts.Ended : v.From > today ? YearTexts.Ahead : YearTexts.Now),
                        })]),
                },
                Heading(YearTexts.Coverage),
                new PaperPart.Paragraph(localizer.Say(
                    YearTexts.CoverageCounts,
                    first.Done, first.Planned, first.Missing,
                    second.Done, second.Planned, second.Missing)),
                .. facts.Coverage.Rows.Count == 0 ? new PaperPart[] { None() } : new PaperPart[]
                {
                    new PaperPart.Table(
                        [6, 5, 5],
                        Say(YearTexts.ColumnPlace, YearTexts.ColumnFirst, YearTexts.ColumnSecond),
                        [.. facts.Coverage.Rows.Select(row => new[]
                        {
                            localizer.PlaceIn(row.County, facts.City),
                            localizer.Say(NameOf(row.First.Cover)),
                            localizer.Say(NameOf(row.Second.Cover)),
                        })]),
                },
                Heading(YearTexts.Matters),
                new PaperPart.Paragraph(localizer.Say(
                    YearTexts.MatterCounts,
                    year,
                    ofYear.Count,
                    ofYear.Count(e => e.State == MatterState.Closed),
                    ofYear.Count(e => e.State == MatterState.Withdrawn),
                    open.Count,
                    open.Count(e => e.IsOverdue(today)),
                    open.Count(e => e.State == MatterState.HandedIn))),
                new PaperPart.Paragraph(localizer.Say(
                    YearTexts.MatterMore,
                    Stepped(Act.Return),
                    Stepped(Act.GrantExtension),
                    whole.Count(m => m.Supervision != Supervision.None),
                    whole.Count(m => m.Supervision == Supervision.Docketed),
                    whole.Count(m => m.ReferredTo is not null),
                    handedOver)),
                .. carried.Count == 0 ? Array.Empty<PaperPart>() :
                [
                    new PaperPart.Paragraph(localizer.Say(
                        YearTexts.CarriedOver,
                        carried.Count,
                        carried.Count(e => e.State == MatterState.Closed),
                        carried.Count(e => e.State == MatterState.Withdrawn),
                        stillOpen.Count,
                        stillOpen.Count(e => e.IsOverdue(today)))),
                ],
                Heading(YearTexts.OpenList),
                .. left.Count == 0 ? new PaperPart[] { None() } : (PaperPart[])
                [
                    new PaperPart.Table(
                        [9, 10, 4, 6],
                        [.. new[] { ReportTexts.ReportNumber, Texts.FieldTitle, Texts.FieldArea, Texts.FieldDue }
                            .Select(localizer.Say)],
                        [.. left.Take(MostListed).Select(e => new[]
                        {
                            localizer.Number(e.Number),
                            localizer.Typed(e.Title).ReplaceLineEndings(" "),
                            localizer.PlaceIn(e.Area, facts.City),
                            localizer.Day(e.Due, year),
                        })]),
                    .. left.Count > MostListed
                        ? [new PaperPart.Paragraph(localizer.Say(PaperTexts.PaperMore, left.Count - MostListed))]
                        : Array.Empty<PaperPart>(),
                ],
                Heading(YearTexts.Sets),
                .. Sets(),
                Heading(YearTexts.Evaluation),
                .. Evaluations(),
                Heading(YearTexts.Clues),
                .. Clues(),
                Heading(YearTexts.Problems),
                ToWrite(),
                Heading(YearTexts.Rectification),
                ToWrite(),
                Heading(YearTexts.Advice),
                ToWrite(),
            ],
            localizer.FullDay(today));

        PaperPart.Heading Heading(Text text) =>
            new(localizer.Say(YearTexts.HeadingMarks).Split('|')[number++] + localizer.Say(text));

        PaperPart.Paragraph None() => new(localizer.Say(YearTexts.None));

        PaperPart.Paragraph ToWrite() => new(localizer.Say(YearTexts.ToWrite));

        string[] Say(params Text[] texts) => [.. texts.Select(localizer.Say)];

        IEnumerable<PaperPart> Sets()
        {
            var sets = facts.Sets.OrderBy(s => s.Set.Area).ThenBy(s => s.Set.FeedbackOn).ToList();
            if (sets.Count == 0)
            {
                yield return None();
                yield break;
            }

            int Due(SetView set) => set.Findings.Count(f => set.Matters.GetValueOrDefault(f.Index)?.State != MatterState.Withdrawn);
            int Done(SetView set) => set.Matters.Values.Count(m => m.State == MatterState.Closed);
            yield return new PaperPart.Paragraph(localizer.Say(
                YearTexts.SetCounts,
                sets.Count,
                sets.Sum(Due),
                sets.Sum(Done),
                sets.SelectMany(s => s.Matters.Values).Count(m => m.IsOpen && m.IsOverdue(today))));
            yield return new PaperPart.Table(
                [6, 5, 4, 4],
                Say(Texts.FieldArea, TopicPaperTexts.ColumnOn, YearTexts.ColumnToMend, YearTexts.ColumnMended),
                [.. sets.Select(set => new[]
                {
                    localizer.PlaceIn(set.Set.Area, facts.City),
                    localizer.Day(set.Set.FeedbackOn, year),
                    Localizer.Invariant(Due(set)),
                    Localizer.Invariant(Done(set)),
                })]);
            var parts = facts.Disclosures.SelectMany(view => view.Parts)
                .Where(part => part.Standing != DisclosureStanding.NotDue)
                .CountBy(part => part.Standing)
                .ToDictionary();
            if (parts.Count > 0)
            {
                int Of(params ReadOnlySpan<DisclosureStanding> standings)
                {
                    var sum = 0;
                    foreach (var kind in standings)
                    {
                        sum += parts.GetValueOrDefault(kind);
                    }

                    return sum;
                }

                yield return new PaperPart.Paragraph(localizer.Say(
                    YearTexts.DisclosureCounts,
                    parts.Values.Sum(),
                    Of(DisclosureStanding.Confirmed),
                    Of(DisclosureStanding.Registered, DisclosureStanding.Waits),
                    Of(DisclosureStanding.Exempt),
                    Of(DisclosureStanding.Missing, DisclosureStanding.Returned, DisclosureStanding.ExemptionAsked)));
            }

            // In the order of the office's list, never by how often.
            List<string> again = [.. localizer.Directory.Topics
                .Where(topic => sets.Count(set => set.Findings.Any(f => f.Topic == topic)) > 1)];
            if (again.Count > 0)
            {
                yield return new PaperPart.Paragraph(localizer.Say(
                    YearTexts.AgainTopics,
                    string.Join(localizer.Say(Texts.ListComma), again)));
            }
        }

        IEnumerable<PaperPart> Clues()
        {
            if (facts.Clues is not { } clues)
            {
                yield return new PaperPart.Paragraph(localizer.Say(YearTexts.CluesElsewhere));
                yield break;
            }

            yield return new PaperPart.Paragraph(localizer.Say(YearTexts.CluesAll, SealedNames.Said(clues.Total, localizer)));
            yield return new PaperPart.Paragraph(localizer.Say(SealedNameTexts.CountNote, SealedLimits.Shown));
            foreach (var (title, cells) in clues.Total is null ? [] : SealedNames.Tables(clues, localizer))
            {
                yield return new PaperPart.Table(
                    [3, 1],
                    [title, localizer.Say(YearTexts.ColumnCount)],
                    [.. cells.Select(cell => new[] { cell.Name, cell.Said })]);
            }
        }

        IEnumerable<PaperPart> Evaluations()
        {
            var some = facts.Evaluations.Where(e => e.On.Year == year).OrderBy(e => e.Place).ThenBy(e => e.On).ToList();
            if (some.Count == 0)
            {
                yield return None();
            }

            foreach (var e in some)
            {
                yield return new PaperPart.Paragraph(localizer.Say(
                    YearTexts.EvaluationLine,
                    localizer.PlaceIn(e.Place, facts.City),
                    localizer.Day(e.On, year),
                    localizer.Say(EvaluationBook.MethodOf(e.Method)),
                    e.Sent,
                    e.Returned,
                    e.Valid));
                yield return new PaperPart.Table(
                    [9, 5, 3, 3],
                    Say(YearTexts.ColumnQuestion, YearTexts.ColumnOption, YearTexts.ColumnPeople, YearTexts.ColumnShare),
                    [.. e.Questions.SelectMany(q => EvaluationRules.Shown(q).Select(c => new[]
                    {
                        q.Text,
                        c.Option,
                        c.Count is { } count
                            ? Localizer.Invariant(count)
                            : localizer.Say(YearTexts.Few, EvaluationLimits.LeastShown),
                        c.Count is { } people && e.Valid > 0
                            ? Localizer.Invariant((int)Math.Round(100.0 * people / e.Valid)) + "%"
                            : "–",
                    }))]);
            }
        }
    }

    private static Text NameOf(Cover cover) => cover switch
    {
        Cover.Done => YearTexts.Done,
        Cover.Planned => YearTexts.Planned,
        Cover.Missing => YearTexts.Missing,
        Cover.NotNeeded => YearTexts.NotNeeded,
    };
}
