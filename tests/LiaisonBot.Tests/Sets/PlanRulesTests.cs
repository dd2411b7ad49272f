using CsCheck;
using LiaisonBot.Core.Areas;
using LiaisonBot.Core.Matters;
using LiaisonBot.Core.Sets;
using NodaTime;

namespace LiaisonBot.Tests.Sets;

/// <summary>What a plan lacks, and what a sheet that came back changes.</summary>
[Trait("Kind", "Pure")]
public sealed class PlanRulesTests
{
    private static readonly MatterNumber Set = new(2026, AreaCode.Parse("130100"), 3);

    private static readonly MatterNumber Other = new(2026, AreaCode.Parse("130100"), 4);

    private static readonly LocalDate Today = new(2026, 12, 1);

    private static readonly LocalDate Ends = new(2027, 11, 20);

    private static readonly PlanFill Whole = new("开展排查", "分管副县长", "自然资源局", new(2027, 3, 31));

    [Fact]
    public void Lacks_NamesEachRowAndColumn_AndNothingOfWhatIsClosed()
    {
        var lacks = PlanRules.Lacks(
            [
                Row(1, Whole),
                Row(2, Whole with { Measures = null, Due = null }),
                Row(3, Whole with { Due = Today.PlusDays(-1) }),
                Row(4, Whole with { Due = Ends.PlusDays(1) }),
                Row(5, Whole with { LeaderPost = new('长', FindingLimits.LeaderPost + 1) }),
                Row(6, new(), isOpen: false),
                Row(7, Whole with { Due = Today }),
                Row(8, Whole with { Due = Ends }),
            ],
            Today,
            Ends);
        Assert.Equal(
            [
                (2, PlanColumn.Measures, PlanFaultKind.Missing), (2, PlanColumn.Due, PlanFaultKind.Missing),
                (3, PlanColumn.Due, PlanFaultKind.BeforeToday), (4, PlanColumn.Due, PlanFaultKind.AfterEnd),
                (5, PlanColumn.LeaderPost, PlanFaultKind.TooLong),
            ],
            lacks.Select(l => (l.Index, l.Column, l.Kind)));
    }

    [Theory]
    [InlineData(Track.Concentrated, true)]
    [InlineData(Track.Immediate, false)] // put right, or late, before the plan comes
    [InlineData(Track.LongTerm, false)]
    public void Lacks_OfADateThatIsOver_HoldsUpWhatIsPlannedAlone(Track track, bool isAsked) => Assert.Equal(
        isAsked,
        PlanRules.Lacks([Row(1, Whole with { Due = Today.PlusDays(-1) }) with { Track = track }], Today, Ends).Count > 0);

    [Fact]
    public void ASheet_ThatComesBackAsItWent_ChangesNothing() =>
        Rows.Sample(rows =>
        {
            var comparison = Compare(rows, [.. rows.Select((row, i) => Sent(row, i + 2))]);
            Assert.Empty(comparison.Changes);
            Assert.Empty(comparison.Remarks);
            Assert.Empty(comparison.Fills);
            Assert.False(comparison.IsRefused);
        });

    /// <summary>Two people fill different rows, or different cells of one row: nothing of either is lost.</summary>
    [Fact]
    public void TwoSheets_OneAfterTheOther_KeepWhatBothFilled() =>
        Gen.Select(Rows, Gen.Int[0, 1000], Gen.Int[0, 1000]).Sample((rows, one, two) =>
        {
            var columns = PlanRules.Columns.Count;
            var (first, second) = (one % (rows.Count * columns), two % (rows.Count * columns));
            var sent = rows.Select((row, i) => Sent(row, i + 2)).ToList();
            var new1 = new PlanFill("甲填", "甲填", "甲填", Today.PlusDays(10));
            var new2 = new PlanFill("乙填", "乙填", "乙填", Today.PlusDays(20));

            var mine = Edit(sent, first / columns, (PlanColumn)(first % columns), new1);
            var theirs = Edit(sent, second / columns, (PlanColumn)(second % columns), new2);
            var after = Apply(rows, Compare(rows, mine).Fills);
            var comparison = Compare(after, theirs);

            if (first == second)
            {
                Assert.Equal([(second / columns) + 1], comparison.Changes.Where(c => c.Meanwhile).Select(c => c.Index));
                Assert.Empty(comparison.Fills);
                Assert.Single(comparison.Overwriting);
                return;
            }

            var both = Apply(after, comparison.Fills);
            Assert.Equal(new1.Of((PlanColumn)(first % columns)), both[first / columns].Fill.Of((PlanColumn)(first % columns)));
            Assert.Equal(new2.Of((PlanColumn)(second % columns)), both[second / columns].Fill.Of((PlanColumn)(second % columns)));
        });

    [Fact]
    public void Sorted_RowsGoToTheirFindings_WithTheHiddenColumnOrWithoutIt() =>
        Gen.Select(Rows, Gen.Int[0, 1000]).Sample((rows, turn) =>
        {
            var filled = rows.Select((row, i) => Sent(row, i + 2) with { Fill = new($"填{row.Index}", "县长", "局", Today) })
                .ToList();
            var sorted = filled.Skip(turn % filled.Count).Concat(filled.Take(turn % filled.Count)).ToList();
            // The hidden column stayed where it was.
            var leftBehind = sorted.Zip(filled, (row, old) => row with { Key = old.Key }).ToList();
            foreach (var sheet in new[] { sorted, [.. sorted.Select(row => row with { Key = null })], leftBehind })
            {
                var comparison = Compare(rows, sheet);
                Assert.False(comparison.IsRefused);
                Assert.All(rows, row => Assert.Equal($"填{row.Index}", comparison.Overwriting[row.Index].Measures));
            }
        });

    [Fact]
    public void ASheetOfAnotherSet_IsRefused()
    {
        var comparison = Compare([Row(1, Whole)], [Sent(Row(1, Whole), 2) with { Key = PlanSheetRules.KeyOf(Other, 1, Whole) }]);
        Assert.True(comparison.IsRefused);
        Assert.Equal([PlanSheetRemarkKind.OtherSet], comparison.Remarks.Select(r => r.Kind).Take(1));
    }

    [Fact]
    public void RowsRemovedAddedClosedAndChangedElsewhere_AreEachSaid()
    {
        PlanRow[] rows = [Row(1, new()), Row(2, new()), Row(3, new(), isOpen: false), Row(4, new())];
        var comparison = Compare(
            rows,
            [
                Sent(rows[0], 2) with { Problem = "改写的问题", Fill = Whole },
                Sent(rows[2], 3) with { Fill = Whole },
                new(4, null, null, "另外一个问题", Whole),
                Sent(rows[3], 5) with { Fill = Whole },
            ]);
        Assert.Equal(
            [
                (PlanSheetRemarkKind.Locked, 2, 1), (PlanSheetRemarkKind.Closed, 3, 3), (PlanSheetRemarkKind.Added, 4, 0),
                (PlanSheetRemarkKind.Removed, 0, 2),
            ],
            comparison.Remarks.Select(r => (r.Kind, r.Line, r.Index)));
        Assert.False(comparison.IsRefused);
        Assert.Equal([1, 4], comparison.Fills.Keys.Order());
    }

    [Fact]
    public void WrongCells_AndOneFindingTwice_AreRefusedWhole()
    {
        PlanRow[] rows = [Row(1, new()), Row(2, new()), Row(3, new())];
        var comparison = Compare(
            rows,
            [
                Sent(rows[0], 2) with { Fill = Whole with { Due = Ends.PlusDays(1) } },
                Sent(rows[1], 3) with { WrongDate = "尽快" },
                Sent(rows[2], 4) with { Fill = Whole with { Measures = new('长', FindingLimits.Measures + 1) } },
                Sent(rows[2], 5),
            ]);
        Assert.True(comparison.IsRefused);
        Assert.Equal(
            [(1, PlanFaultKind.AfterEnd), (2, PlanFaultKind.NoDate), (3, PlanFaultKind.TooLong)],
            comparison.Faults.Select(f => (f.Index, f.Kind)));
        Assert.Equal([(PlanSheetRemarkKind.Twice, 5)], comparison.Remarks.Select(r => (r.Kind, r.Line)));
    }

    [Fact]
    public void ANumberAndAProblemThatDoNotAgree_AreUnclear()
    {
        PlanRow[] rows = [Row(1, new()), Row(2, new())];
        var comparison = Compare(
            rows,
            [new(2, 1, PlanSheetRules.KeyOf(Set, 2, new()), "不知道是哪一个", Whole), Sent(rows[1], 3)]);
        Assert.Equal([PlanSheetRemarkKind.Unclear], comparison.Remarks.Select(r => r.Kind).Take(1));
        Assert.True(comparison.IsRefused);
    }

    [Fact]
    public void AnEmptiedCell_EmptiesWhatStood_UnlessSomebodyChangedItMeanwhile()
    {
        var was = Row(1, Whole);
        var emptied = Sent(was, 2) with { Fill = Whole with { Department = null } };
        Assert.Null(Compare([was], [emptied]).Fills[1].Department);

        var now = Row(1, Whole with { Department = "农业农村局" });
        var comparison = Compare([now], [emptied]);
        Assert.Empty(comparison.Fills);
        Assert.Equal([true], comparison.Changes.Select(c => c.Meanwhile));
        Assert.Null(comparison.Overwriting[1].Department);
    }

    private static readonly Gen<IReadOnlyList<PlanRow>> Rows =
        Gen.Select(Gen.Bool, Gen.Bool, Gen.Bool).Array[1, 8].Select<(bool, bool, bool)[], IReadOnlyList<PlanRow>>(filled =>
            [.. filled.Select((f, i) => Row(
                i + 1,
                new(f.Item1 ? "措施\n第二行" : null, f.Item2 ? "县长" : null, null, f.Item3 ? Today.PlusDays(i) : null)))]);

    private static PlanRow Row(int index, PlanFill fill, bool isOpen = true) =>
        new(index, $"问题{index}，占用耕地", Track.Concentrated, isOpen, fill);

    private static PlanSheetRow Sent(PlanRow row, int line) =>
        new(line, row.Index, PlanSheetRules.KeyOf(Set, row.Index, row.Fill), row.Problem, row.Fill);

    private static PlanSheetComparison Compare(IReadOnlyList<PlanRow> rows, IReadOnlyList<PlanSheetRow> sheet) =>
        PlanSheetRules.Compare(Set, rows, sheet, Today, Ends);

    private static List<PlanSheetRow> Edit(List<PlanSheetRow> sheet, int at, PlanColumn column, PlanFill fill) =>
        [.. sheet.Select((row, i) => i == at ? row with { Fill = row.Fill.With(column, fill) } : row)];

    private static List<PlanRow> Apply(IReadOnlyList<PlanRow> rows, IReadOnlyDictionary<int, PlanFill> fills) =>
        [.. rows.Select(row => fills.TryGetValue(row.Index, out var fill) ? row with { Fill = fill } : row)];
}
