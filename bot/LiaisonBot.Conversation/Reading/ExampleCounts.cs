using System.Buffers;
using System.Buffers.Binary;
using System.Text;

namespace LiaisonBot.Conversation.Reading;

/// <summary>
/// How much each word and each group of words of the examples speaks for each meaning. LiaisonBot.Counting counts it when the
/// product is built (there is how, and the same layout written); here it is looked up where it lies in the assembly's file, so that
/// nothing is loaded and only what sentences ask for comes into memory.
/// </summary>
/// <param name="counted">
/// Four numbers of 4 bytes: of meanings, of tokens, of sentences, and the margin. Then the hashes of the tokens (8 bytes) and of the
/// sentences (8), both in order; of each token where what it speaks for begins, and where the last one's ends (4); of each
/// sentence its meaning (2); what the tokens speak for, a meaning and a weight (2 and 4); and the meanings, a line of text each.
/// </param>
internal sealed class ExampleCounts(ReadOnlyMemory<byte> counted)
{
    private const int Head = 16;
    private const int OfHash = 8;
    private const int OfPlace = 4;
    private const int OfMeaning = 2;
    private const int OfWeight = OfMeaning + 4;

    private readonly int labels = NumberAt(counted.Span, 0);
    private readonly int tokenCount = NumberAt(counted.Span, 4);
    private readonly int sentenceCount = NumberAt(counted.Span, 8);
    private readonly int margin = NumberAt(counted.Span, 12);

    private int Sentences => Head + (tokenCount * OfHash);
    private int Places => Sentences + (sentenceCount * OfHash);
    private int Known => Places + ((tokenCount + 1) * OfPlace);
    private int Weights => Known + (sentenceCount * OfMeaning);

    /// <summary>Those of the product.</summary>
    public static ExampleCounts Shipped() =>
        new(new InAssembly((UnmanagedMemoryStream)typeof(ExampleCounts).Assembly.GetManifestResourceStream("examples.counts")!).Memory);

    /// <summary>The meanings, each an answer and its argument.</summary>
    public IEnumerable<(string Answer, string Argument)> Meanings
    {
        get
        {
            var text = Weights + (NumberAt(counted.Span, Places + (tokenCount * OfPlace)) * OfWeight);
            return Encoding.UTF8.GetString(counted.Span[text..]).Split('\n').Select(line => line.Split('\t')).Select(parts => (parts[0], parts[1]));
        }
    }

    /// <summary>What the examples say that are this very sentence; null when none is.</summary>
    public int? OfTheSame(string masked)
    {
        var bytes = counted.Span;
        var at = Find(bytes.Slice(Sentences, sentenceCount * OfHash), ExampleTokens.HashOf(masked));
        return at < 0 ? null : BinaryPrimitives.ReadUInt16LittleEndian(bytes[(Known + (at * OfMeaning))..]);
    }

    /// <summary>
    /// What the tokens speak for, of each meaning, divided by the root of their number (tokens that stand in no example speak for
    /// nothing, and make the others count less) and by the margin.
    /// </summary>
    public float[] Of(ulong[] tokens)
    {
        var bytes = counted.Span;
        var hashes = bytes.Slice(Head, tokenCount * OfHash);
        var places = bytes[Places..Known];
        var weights = bytes[Weights..];
        var scores = new float[labels];
        foreach (var token in tokens)
        {
            var at = Find(hashes, token);
            if (at < 0)
            {
                continue;
            }

            var (start, end) = (NumberAt(places, at * OfPlace), NumberAt(places, (at + 1) * OfPlace));
            for (var said = weights[(start * OfWeight)..(end * OfWeight)]; said.Length > 0; said = said[OfWeight..])
            {
                scores[BinaryPrimitives.ReadUInt16LittleEndian(said)] += BinaryPrimitives.ReadSingleLittleEndian(said[OfMeaning..]);
            }
        }

        var root = MathF.Sqrt(Math.Max(1, tokens.Length)) * margin;
        for (var i = 0; i < scores.Length; i++)
        {
            scores[i] /= root;
        }

        return scores;
    }

    private static int NumberAt(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadInt32LittleEndian(bytes[at..]);

    /// <summary>The place of a hash among those, or -1. Hashes lie evenly: where one must stand is reckoned, and four looks mostly do.</summary>
    private static int Find(ReadOnlySpan<byte> hashes, ulong hash)
    {
        var (low, high) = (0, (hashes.Length / OfHash) - 1);
        if (high < 0)
        {
            return -1;
        }

        var (least, most) = (HashAt(hashes, low), HashAt(hashes, high));
        while (least <= hash && hash <= most)
        {
            var at = most == least ? low : low + (int)((hash - least) / (double)(most - least) * (high - low));
            var there = HashAt(hashes, at);
            if (there == hash)
            {
                return at;
            }

            if (there < hash)
            {
                if (at == high)
                {
                    return -1;
                }

                (low, least) = (at + 1, HashAt(hashes, at + 1));
            }
            else
            {
                if (at == low)
                {
                    return -1;
                }

                (high, most) = (at - 1, HashAt(hashes, at - 1));
            }
        }

        return -1;
    }

    private static ulong HashAt(ReadOnlySpan<byte> hashes, int at) => BinaryPrimitives.ReadUInt64LittleEndian(hashes[(at * OfHash)..]);

    /// <summary>A resource where it lies in the file of its assembly, which stays loaded.</summary>
    private sealed unsafe class InAssembly(UnmanagedMemoryStream resource) : MemoryManager<byte>
    {
        public override Span<byte> GetSpan() => new(resource.PositionPointer, (int)resource.Length);

        public override MemoryHandle Pin(int elementIndex = 0) => new(resource.PositionPointer + elementIndex);

        public override void Unpin()
        {
        }

        protected override void Dispose(bool disposing)
        {
        }
    }
}
