using LiaisonBot.Core.Sealed;
using static LiaisonBot.Testing.Cast;

namespace LiaisonBot.Tests.Sealed;

/// <summary>Counts of sealed records, from which no small one can be worked out.</summary>
public class SealedCountsTests
{
    private const int Least = 5;

    [Fact]
    public void WhatIsSmall_IsHidden_AndSoIsWhatWouldTellIt()
    {
        var counts = SealedCounts.Of(2026, [.. Records(SealedKind.Petition, 20), .. Records(SealedKind.Interference, 3), .. Records(SealedKind.OnlineClue, 7)], new(2026, 12, 31));
        Assert.Equal(30, counts.Total);
        Assert.Equal(
            [(SealedKind.Petition, (int?)20), (SealedKind.Interference, null), (SealedKind.OnlineClue, null)],
            counts.Kinds.Take(3).Select(c => (c.Of, c.Count)));
    }

    [Fact]
    public void FewerThanFive_AreNotCountedAtAll()
    {
        var counts = SealedCounts.Of(2026, [.. Records(SealedKind.Petition, 4)], new(2026, 12, 31));
        Assert.Null(counts.Total);
        Assert.All(counts.Kinds, c => Assert.Null(c.Count));
        Assert.All(counts.Months, c => Assert.Null(c.Count));
    }

    [Fact]
    public void WhatCouldBeTrue_IsMoreThanOneThing_ForEverySmallCell()
    {
        for (var seed = 0; seed < 300; seed++)
        {
            var random = new Random(seed);
            List<SealedRecord> records = [];
            for (var i = random.Next(1, 60); i > 0; i--)
            {
                var kind = (SealedKind)random.Next(3);
                records.Add(Record(kind) with
                {
                    Channel = (SealedChannel)(random.Next(3) * random.Next(3)),
                    ReceivedOn = new(2026, 1 + random.Next(1, 4) * random.Next(1, 4), 3),
                    Disposal = random.Next(3) == 0 ? null : (SealedDisposal)random.Next(random.Next(1, 5)),
                });
            }

            var counts = SealedCounts.Of(2026, records, new(2026, 12, 31));
            Look(counts.Total, counts.Kinds, k => records.Count(r => r.Kind == k));
            Look(counts.Channels, c => records.Count(r => r.Channel == c && r.Kind != SealedKind.OnlineClue));
            Look(counts.Total, counts.Months, m => records.Count(r => r.ReceivedOn.Month == m));
            Look(counts.Disposals, d => records.Count(r => r.Disposal == d));
        }
    }

    /// <summary>
    /// Who adds up the tables and compares the sums learns no small number of a kind: what the channels hold is petitions and
    /// interference, what the disposals hold these and online clues.
    /// </summary>
    [Fact]
    public void OneTable_TellsNoSmallCellOfAnother()
    {
        SealedKind[] kinds =
            [SealedKind.Petition, SealedKind.Interference, SealedKind.OnlineClue, SealedKind.Inquiry, SealedKind.UnannouncedVisit];
        var looked = 0;
        for (var seed = 0; seed < 400; seed++)
        {
            var random = new Random(seed);
            List<SealedRecord> records = [];
            foreach (var kind in kinds)
            {
                // Petitions are many enough that each channel and each disposal may be shown.
                var few = random.Next(3) == 0 ? random.Next(1, 5) : random.Next(5, 9);
                for (var i = kind == SealedKind.Petition ? 60 : few; i > 0; i--)
                {
                    var isTold = kind is SealedKind.Petition or SealedKind.Interference;
                    records.Add(Record(kind) with
                    {
                        Channel = kind == SealedKind.OnlineClue ? SealedChannel.Net : isTold ? (SealedChannel)(i % 5) : SealedChannel.Own,
                        Disposal = !isTold && kind != SealedKind.OnlineClue ? null : i % 6 == 5 ? null : (SealedDisposal)(i % 6),
                    });
                }
            }

            var counts = SealedCounts.Of(2026, records, new(2026, 12, 31));
            int? Sum<T>(IReadOnlyList<SealedCell<T>> cells) => cells.All(c => c.Count is not null) ? cells.Sum(c => c.Count) : null;
            var (told, judged) = (Sum(counts.Channels), Sum(counts.Disposals));
            var possible = kinds.Select(_ => new HashSet<int>()).ToArray();
            foreach (var guess in Guesses([.. counts.Kinds.Select(c => c.Count)], counts.Total!.Value))
            {
                if ((told is null || guess[0] + guess[1] == told) && (judged is null || guess[0] + guess[1] + guess[2] == judged))
                {
                    for (var i = 0; i < guess.Length; i++)
                    {
                        possible[i].Add(guess[i]);
                    }
                }
            }

            foreach (var (i, kind) in kinds.Index().Where(one => records.Count(r => r.Kind == one.Item) < Least))
            {
                looked++;
                Assert.True(possible[i].Count > 1, $"seed {seed}: {kind}");
            }
        }

        Assert.True(looked > 100);
    }

    /// <summary>Every way to fill what is not shown so that the total holds.</summary>
    private static IEnumerable<int[]> Guesses(IReadOnlyList<int?> shown, int total)
    {
        if (shown.Count == 1)
        {
            return total >= 0 && (shown[0] ?? total) == total ? [[total]] : [];
        }

        return (shown[0] is { } one ? [one] : Enumerable.Range(0, Math.Max(0, total) + 1))
            .SelectMany(first => Guesses([.. shown.Skip(1)], total - first).Select(rest => (int[])[first, .. rest]));
    }

    private static void Look<T>(IReadOnlyList<SealedCell<T>> cells, Func<T, int> true_)
    {
        Assert.All(cells.Where(c => c.Count is not null), c => Assert.Equal(true_(c.Of), c.Count));
        Assert.All(cells, c => Assert.True(true_(c.Of) >= Least || c.Count is null));
        // One that is hidden alone, or with less than five, could be worked out by whoever knows the sum.
        List<SealedCell<T>> hidden = [.. cells.Where(c => c.Count is null)];
        Assert.True(hidden.Count != 1 && (hidden.Count == 0 || hidden.Count == cells.Count || hidden.Sum(c => true_(c.Of)) >= Least));
    }

    /// <summary>Tries every value of every hidden cell that fits what is shown.</summary>
    private static void Look<T>(int? total, IReadOnlyList<SealedCell<T>> cells, Func<T, int> true_)
    {
        Assert.All(cells.Where(c => c.Count is not null), c => Assert.Equal(true_(c.Of), c.Count));
        Assert.All(cells, c => Assert.True(true_(c.Of) >= Least || c.Count is null));
        if (total is not { } all)
        {
            Assert.All(cells, c => Assert.Null(c.Count));
            return;
        }

        var left = all - cells.Sum(c => c.Count ?? 0);
        var hidden = cells.Count(c => c.Count is null);
        if (hidden == 0)
        {
            Assert.Equal(0, left);
            return;
        }

        // Each hidden cell can be anything from none to all that is left, as long as another can take the rest.
        var possible = Enumerable.Range(0, left + 1).Count(_ => hidden > 1);
        Assert.True(possible > 1 && left >= Least, $"{hidden} hidden cells hold {left}");
    }

    private static IEnumerable<SealedRecord> Records(SealedKind kind, int count) => Enumerable.Repeat(Record(kind), count);

    private static SealedRecord Record(SealedKind kind) => new("2026-1300-000001", kind, Changan)
    {
        Channel = SealedChannel.Phone,
        ReceivedOn = new(2026, 11, 23),
    };
}
