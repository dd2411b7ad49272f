using System.Numerics;
using System.Runtime.InteropServices;

namespace LiaisonBot.Counting;

/// <summary>
/// How much each word and each group of words of the examples speaks for each meaning: whole numbers, counted by reading the
/// examples over and over in a fixed order, and shifted wherever an example was not found, or not clearly, by what was counted so
/// far (an averaged perceptron with a margin; Freund and Schapire 1999). The same examples give the same numbers on every machine.
/// </summary>
public static class Learner
{
    /// <summary>What stands in one example alone says nothing of other sentences.</summary>
    private const int LeastSeen = 2;

    /// <summary>What stands in one of so few speaks for none.</summary>
    private const int MostCommon = 14;

    private const int Rounds = 8;

    /// <summary>
    /// By so much for each token an example's own meaning has to be ahead of the next. Without it a tenth of the examples that was
    /// left out is found by the others at 66 %, with 2 to 4 at 70 to 71 %.
    /// </summary>
    public const int Margin = 3;

    /// <summary>What each token speaks for that speaks for anything.</summary>
    /// <param name="examples">Of each its meaning, from 0, and its tokens.</param>
    /// <param name="labels">How many meanings there are.</param>
    public static IReadOnlyDictionary<ulong, IReadOnlyList<(ushort Label, float Weight)>> Learn(
        IReadOnlyList<(int Label, ulong[] Tokens)> examples,
        int labels)
    {
        var ids = NumbersOf(examples);
        var numbered = new (int Label, int[] Tokens)[examples.Count];
        for (var i = 0; i < numbered.Length; i++)
        {
            numbered[i] = (examples[i].Label, [.. examples[i].Tokens.Where(ids.ContainsKey).Select(token => ids[token])]);
        }

        var (cells, steps) = Counted(numbered, ids.Count, labels);
        return ids
            .Select(pair => (pair.Key, Averages: cells[pair.Value].Averages(steps)))
            .Where(pair => pair.Averages.Count > 0)
            .ToDictionary(pair => pair.Key, pair => pair.Averages);
    }

    private static Dictionary<ulong, int> NumbersOf(IReadOnlyList<(int Label, ulong[] Tokens)> examples)
    {
        Dictionary<ulong, int> seen = [];
        foreach (var (_, tokens) in examples)
        {
            foreach (var token in tokens)
            {
                CollectionsMarshal.GetValueRefOrAddDefault(seen, token, out _)++;
            }
        }

        Dictionary<ulong, int> ids = [];
        foreach (var (token, times) in seen)
        {
            if (times >= LeastSeen && times <= examples.Count / MostCommon)
            {
                ids[token] = ids.Count;
            }
        }

        return ids;
    }

    private static (Cells[] Cells, int Steps) Counted((int Label, int[] Tokens)[] examples, int tokens, int labels)
    {
        var cells = new Cells[tokens];
        var scores = new int[labels];
        var order = Enumerable.Range(0, examples.Length).ToArray();
        var isEasy = new bool[examples.Length];
        var (now, random) = (0, Seed);
        for (var round = 0; round < Rounds; round++)
        {
            // Shuffled, always in the same way.
            for (var i = order.Length - 1; i > 0; i--)
            {
                random = (random * 6364136223846793005) + 1442695040888963407;
                var other = (int)((random >> 33) % (ulong)(i + 1));
                (order[i], order[other]) = (order[other], order[i]);
            }

            foreach (var at in order)
            {
                now++;
                // What was found by far is looked at again now and then.
                if (isEasy[at] && round % RoundsOfAll != 0)
                {
                    continue;
                }

                var (label, said) = examples[at];
                Array.Clear(scores);
                foreach (var token in said)
                {
                    cells[token].AddTo(scores);
                }

                var best = label == 0 ? 1 : 0;
                for (var i = 0; i < labels; i++)
                {
                    if (i != label && scores[i] > scores[best])
                    {
                        best = i;
                    }
                }

                var ahead = scores[label] - scores[best];
                isEasy[at] = ahead > said.Length * Margin * 2;
                if (ahead > said.Length * Margin)
                {
                    continue;
                }

                foreach (var token in said)
                {
                    cells[token].Shift((ushort)label, 1, now, labels);
                    cells[token].Shift((ushort)best, -1, now, labels);
                }
            }
        }

        return (cells, now);
    }

    /// <summary>A token that speaks for more meanings than this keeps where each stands, and all its weights beside each other: half the time.</summary>
    private const int MostSearched = 24;

    private const ulong Seed = 20261130;

    private const int RoundsOfAll = 3;

    /// <summary>Of one token, by meaning: what it speaks for now, and the sum over all steps so far.</summary>
    private struct Cells
    {
        private Cell[]? all;
        private int count;

        /// <summary>Of each meaning where it stands, from 1; null for a token of few.</summary>
        private ushort[]? places;

        /// <summary>Of each meaning its weight, as in <see cref="all"/>: many are added at once. Null for a token of few.</summary>
        private int[]? weights;

        public readonly void AddTo(int[] scores)
        {
            if (weights is not null)
            {
                var sums = MemoryMarshal.Cast<int, Vector<int>>(scores.AsSpan());
                var added = MemoryMarshal.Cast<int, Vector<int>>(weights.AsSpan());
                for (var i = 0; i < added.Length; i++)
                {
                    sums[i] += added[i];
                }

                for (var i = added.Length * Vector<int>.Count; i < weights.Length; i++)
                {
                    scores[i] += weights[i];
                }

                return;
            }

            for (var i = 0; i < count; i++)
            {
                scores[all![i].Label] += all[i].Weight;
            }
        }

        public void Shift(ushort label, int by, int now, int labels)
        {
            var at = Find(label);
            if (at >= 0)
            {
                ref var cell = ref all![at];
                cell.Total += (long)cell.Weight * (now - cell.Since);
                (cell.Weight, cell.Since) = (cell.Weight + by, now);
                weights?[label] += by;
                return;
            }

            if (all is null)
            {
                all = new Cell[2];
            }
            else if (count == all.Length)
            {
                Array.Resize(ref all, count * 2);
            }

            all[count++] = new() { Label = label, Weight = by, Since = now };
            if (places is not null)
            {
                places[label] = (ushort)count;
                weights![label] = by;
            }
            else if (count > MostSearched)
            {
                (places, weights) = (new ushort[labels], new int[labels]);
                for (var i = 0; i < count; i++)
                {
                    (places[all[i].Label], weights[all[i].Label]) = ((ushort)(i + 1), all[i].Weight);
                }
            }
        }

        private readonly int Find(ushort label)
        {
            if (places is not null)
            {
                return places[label] - 1;
            }

            for (var i = 0; i < count; i++)
            {
                if (all![i].Label == label)
                {
                    return i;
                }
            }

            return -1;
        }

        public readonly IReadOnlyList<(ushort Label, float Weight)> Averages(int now)
        {
            List<(ushort, float)> averages = [];
            for (var i = 0; i < count; i++)
            {
                var total = all![i].Total + ((long)all[i].Weight * (now - all[i].Since));
                if (total != 0)
                {
                    averages.Add((all[i].Label, (float)((double)total / now)));
                }
            }

            return averages;
        }
    }

    [StructLayout(LayoutKind.Auto)]
    private struct Cell
    {
        public ushort Label;
        public int Weight;
        public int Since;
        public long Total;
    }
}
