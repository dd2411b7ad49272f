using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using LiaisonBot.Core.Matters;
using LiaisonBot.Core.People;
using LiaisonBot.Core.Storage;

namespace LiaisonBot.Core.Sets;

/// <summary>A row of a plan sheet that waits for the press that takes it.</summary>
/// <param name="Key">Of what stood when it was shown (<see cref="PlanSheetRules.KeyOf"/>).</param>
/// <param name="Fill">As the row would stand.</param>
/// <param name="Meanwhile">Columns that somebody else had changed since the sheet went out.</param>
public sealed record KeptRow(int Index, string Key, PlanFill Fill, IReadOnlyList<PlanColumn> Meanwhile)
{
    /// <summary>As it is written.</summary>
    /// <param name="overwrites">Also what somebody else had changed; else that stays.</param>
    public PlanSheetRow ToRow(bool overwrites) => new(
        Index,
        Index,
        overwrites ? Key : Meanwhile.Aggregate(Key, (key, column) => PlanSheetRules.Untouched(key, column, Fill)),
        null,
        Fill);
}

/// <summary>
/// A plan sheet that came back waits for one press. It is kept here meanwhile, one a person and set: the one that came
/// last.
/// </summary>
public sealed partial class SetService
{
    private const int KeptOfARow = 10;

    /// <summary>Keeps what a sheet changes until it is taken, in place of an earlier one of the person.</summary>
    /// <param name="id">Names this sheet.</param>
    public async Task KeepSheetAsync(
        Person person,
        MatterNumber number,
        string id,
        IReadOnlyList<KeptRow> rows,
        CancellationToken cancellationToken)
    {
        var prefix = KeptPrefix(number, person);
        var before = await store.ReadPrefixAsync(
            SetRows.Table,
            number.City.Value,
            prefix,
            FindingLimits.OfASet / KeptOfARow,
            cancellationToken);
        List<Row> after = [.. rows.Chunk(KeptOfARow).Select((ten, i) => ToRow(prefix, i, id, ten))];
        List<Change> changes =
        [
            .. after.Select(row => new Change.Upsert(row)),
            .. before.ExceptBy(after.Select(row => row.Key), row => row.Key).Select(row => new Change.Delete(row.Key)),
        ];
        if (changes.Count > 0
            && await store.SubmitAsync(SetRows.Table, number.City.Value, changes, cancellationToken)
                != BatchOutcome.Committed)
        {
            throw new StoreUnavailableException("The table could not be kept. Please send it again.");
        }
    }

    /// <summary>What a sheet changes that waits; null when another came meanwhile, or it was taken.</summary>
    public async Task<IReadOnlyList<KeptRow>?> KeptAsync(
        Person person,
        MatterNumber number,
        string id,
        CancellationToken cancellationToken)
    {
        var rows = await store.ReadPrefixAsync(
            SetRows.Table,
            number.City.Value,
            KeptPrefix(number, person),
            FindingLimits.OfASet / KeptOfARow,
            cancellationToken);
        return rows.Count > 0 && rows.All(row => row.Text("Sheet") == id) ? [.. rows.SelectMany(ToKept)] : null;
    }

    // A person's id is no part of a key that is left behind when they have gone.
    private static string KeptPrefix(MatterNumber number, Person person) =>
        $"{RowKeys.Matters.PlanSheets}{number.Key}|{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(person.Id)))[..12]}|";

    private static Row ToRow(string prefix, int at, string id, KeptRow[] ten)
    {
        var columns = new Dictionary<string, object>(Columns.Many, StringComparer.Ordinal) { ["Sheet"] = id };
        for (var i = 0; i < ten.Length; i++)
        {
            var row = ten[i];
            columns[$"Index{i}"] = (long)row.Index;
            columns[$"Key{i}"] = row.Key;
            columns.Set($"Measures{i}", row.Fill.Measures);
            columns.Set($"LeaderPost{i}", row.Fill.LeaderPost);
            columns.Set($"Department{i}", row.Fill.Department);
            columns.Set($"Due{i}", row.Fill.Due is { } due ? Columns.Date(due) : null);
            columns.Set($"Meanwhile{i}", row.Meanwhile.Count > 0 ? string.Join(',', row.Meanwhile) : null);
        }

        return new(string.Create(CultureInfo.InvariantCulture, $"{prefix}{at:00}"), columns);
    }

    private static IEnumerable<KeptRow> ToKept(Row row)
    {
        for (var i = 0; row.Number($"Index{i}") is { } index; i++)
        {
            yield return new(
                (int)index,
                row.Required($"Key{i}"),
                new(
                    row.Text($"Measures{i}"),
                    row.Text($"LeaderPost{i}"),
                    row.Text($"Department{i}"),
                    row.Text($"Due{i}") is { } due ? Columns.Date(due) : null),
                [.. row.Text($"Meanwhile{i}")?.Split(',').Select(Enum.Parse<PlanColumn>) ?? []]);
        }
    }
}
