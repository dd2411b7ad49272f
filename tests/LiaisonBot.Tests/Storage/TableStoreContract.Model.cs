using System.Globalization;
using CsCheck;
using LiaisonBot.Core.Storage;

namespace LiaisonBot.Tests.Storage;

public abstract partial class TableStoreContract
{
    private static readonly Gen<Step> AnyStep = Gen.Select(
        Gen.Enum<StepKind>(),
        Gen.Int[0, 5],
        Gen.Bool,
        Gen.Long[0, 99],
        (kind, key, current, value) => new Step(kind, $"{RowKeys.Matters.RoomCards}{key}", current, value));

    private static readonly Gen<Step[][]> AnyBatches = AnyStep.Array[1, 5].Select(steps => steps.DistinctBy(step => step.Key).ToArray()).Array[1, 12];

    private int partitions;

    public enum StepKind
    {
        Insert,
        Replace,
        Upsert,
        Delete,
        DeleteAny,
    }

    /// <summary>Histories that the property test goes through. A store on a slow emulator goes through fewer.</summary>
    protected virtual int ModelRuns => 100;

    [Fact]
    public async Task Batches_OfAnyKind_DoWhatADictionaryWouldDo() => await AnyBatches.SampleAsync(
        async batches =>
        {
            var partition = $"p{Interlocked.Increment(ref partitions)}";
            var model = new SortedDictionary<string, long>(StringComparer.Ordinal);
            IReadOnlyDictionary<string, string> tags = new Dictionary<string, string>(StringComparer.Ordinal);
            foreach (var batch in batches)
            {
                var outcome = await Store.SubmitAsync(
                    Table,
                    partition,
                    [.. batch.Select(step => step.ToChange(tags))],
                    CancellationToken.None);

                var expected = batch.All(step => step.Fits(model)) ? BatchOutcome.Committed : BatchOutcome.Conflict;
                Assert.Equal(expected, outcome);
                if (expected == BatchOutcome.Committed) Array.ForEach(batch, step => step.ApplyTo(model));
                var rows = await Store.ReadRangeAsync(Table, partition, "", "~", 100, CancellationToken.None);
                Assert.Equal(
                    model.Select(row => (row.Key, (long?)row.Value)),
                    rows.Select(row => (row.Key, row.Number("N"))));
                tags = rows.ToDictionary(row => row.Key, row => row.ETag!, StringComparer.Ordinal);
            }
        },
        iter: ModelRuns,
        threads: 1,
        print: batches =>
            string.Join("; ", batches.Select(batch => string.Join(", ", batch.Select(step => step.ToString())))));

    /// <param name="Current">With the ETag that the row has; else with one that it never had.</param>
    private sealed record Step(StepKind Kind, string Key, bool Current, long Value)
    {
        // In the form that Table storage gives, and a number would be an ETag of the future for SQLite.
        private const string OtherTag = "W/\"datetime'2001-01-01T00%3A00%3A00.0000000Z'\"";

        public Change ToChange(IReadOnlyDictionary<string, string> tags)
        {
            var tag = Current ? tags.GetValueOrDefault(Key, OtherTag) : OtherTag;
            return Kind switch
            {
                StepKind.Insert => new Change.Insert(Numbered(Key, Value)),
                StepKind.Replace => new Change.Replace(Numbered(Key, Value), tag),
                StepKind.Upsert => new Change.Upsert(Numbered(Key, Value)),
                StepKind.Delete => new Change.Delete(Key, tag),
                _ => new Change.Delete(Key),
            };
        }

        public bool Fits(SortedDictionary<string, long> model) => Kind switch
        {
            StepKind.Insert => !model.ContainsKey(Key),
            StepKind.Upsert => true,
            StepKind.DeleteAny => model.ContainsKey(Key),
            _ => Current && model.ContainsKey(Key),
        };

        public void ApplyTo(SortedDictionary<string, long> model)
        {
            if (Kind is StepKind.Delete or StepKind.DeleteAny) model.Remove(Key);
            else model[Key] = Value;
        }

        public override string ToString() =>
            $"{Kind} {Key}{(Current ? "" : " (old tag)")} {Value.ToString(CultureInfo.InvariantCulture)}";
    }
}
