using System.Reflection;
using System.Text.RegularExpressions;
using LiaisonBot.Core.Storage;

namespace LiaisonBot.Tests.Storage;

/// <summary>Every kind of row stands in one table in code, and none is left unread.</summary>
public partial class RowKeysTests
{
    public static TheoryData<Type> Tables() => [typeof(RowKeys.Matters), typeof(RowKeys.Directory)];

    [Theory]
    [MemberData(nameof(Tables))]
    public void Kinds_OfATable_AreDifferent(Type table)
    {
        var keys = Kinds(table);
        Assert.True(keys.Count > 10);
        Assert.Equal(keys.Count, keys.Distinct(StringComparer.Ordinal).Count());
        Assert.All(keys, key => Assert.Matches("^[A-Z]{1,2}\\|", key));
    }

    /// <summary>
    /// What is read together is one range: whatever lies in it is named, and whatever is not named lies behind it.
    /// </summary>
    [Fact]
    public void Directory_IsReadWhole()
    {
        var together = RowKeys.Directory.ReadTogether;
        Assert.Equal(together.Order(StringComparer.Ordinal), together);
        foreach (var kind in Kinds(typeof(RowKeys.Directory)).Except(together))
        {
            var isOutside = string.CompareOrdinal(KeyRange.After(kind), together[0]) <= 0
                || string.CompareOrdinal(kind, KeyRange.After(together[^1])) >= 0;
            Assert.True(isOutside, $"{kind} lies between what is read as the directory, and is not named there.");
        }
    }

    [Fact]
    public async Task Directory_ReadInOneRange_HoldsARowOfEveryKind()
    {
        await using var file = TempSqliteStore.Open();
        var rows = Kinds(typeof(RowKeys.Directory))
            .Select(kind =>
                new Row(kind + "~~", new Dictionary<string, object>(StringComparer.Ordinal) { ["Kind"] = kind }))
            .ToList();
        await file.Store.SubmitAsync(
            RowKeys.Directory.Table,
            "13",
            [.. rows.Select(row => new Change.Insert(row))],
            TestContext.Current.CancellationToken);
        var read = await RowKeys.Directory.ReadAsync(file.Store, "13", 100, TestContext.Current.CancellationToken);
        Assert.Equal(RowKeys.Directory.ReadTogether, read.Select(row => row.Text("Kind")));
    }

    /// <summary>
    /// Tests too: a kind that is renamed is then renamed everywhere, and the stored file of an earlier version says so.
    /// </summary>
    [Fact]
    public void Sources_HoldNoKindOfRowButInTheTable()
    {
        var raw = ProductSources.Files.Concat(ProductSources.Tests)
            // The made-up kind of the simulator has a kind of row of its own.
            .Where(file => Path.GetFileName(file) is not ("RowKeys.cs" or "ParcelKind.cs"))
            .SelectMany(file =>
                File.ReadLines(file)
                    .Where(line => Raw().IsMatch(line))
                    .Select(line => $"{Path.GetFileName(file)}: {line.Trim()}"));
        Assert.Empty(raw);
    }

    private static List<string> Kinds(Type table) =>
        [.. table.GetFields(BindingFlags.Public | BindingFlags.Static)
            .Where(f => f.IsLiteral && f.Name != "Table")
            .Select(f => (string)f.GetRawConstantValue()!)];

    [GeneratedRegex("\"[A-Z]\\|", RegexOptions.NonBacktracking)]
    private static partial Regex Raw();
}
