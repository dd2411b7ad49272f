using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using LiaisonBot.Core.Matters;
using LiaisonBot.Core.Text;
using NodaTime;

namespace LiaisonBot.Core.Sets;

/// <summary>One row of a plan sheet as it came back.</summary>
/// <param name="Line">Its row in the sheet, from 1, as a spreadsheet counts.</param>
/// <param name="Number">序号 as it stands there; null when it is empty or no number.</param>
/// <param name="Key">What the hidden column holds; null without it.</param>
/// <param name="Problem">反馈问题 as it stands there; null without the column.</param>
/// <param name="WrongDate">What stands where the date belongs and is none.</param>
public sealed record PlanSheetRow(
    int Line,
    int? Number,
    string? Key,
    string? Problem,
    PlanFill Fill,
    string? WrongDate = null)
{
    /// <summary>Columns that the sheet does not have any more: what stands in them stays.</summary>
    public IReadOnlyList<PlanColumn> Absent { get; init; } = [];
}

/// <summary>What is said of a row of a sheet that came back.</summary>
public enum PlanSheetRemarkKind
{
    /// <summary>The row is of another set: nothing is taken.</summary>
    OtherSet,

    /// <summary>Which finding it is of is not clear: number, key and problem say different things. Nothing is taken.</summary>
    Unclear,

    /// <summary>Two rows are of one finding. Nothing is taken.</summary>
    Twice,

    /// <summary>A row that was added: it is left out.</summary>
    Added,

    /// <summary>A finding has no row: what stands of it stays.</summary>
    Removed,

    /// <summary>The finding was closed or withdrawn meanwhile: what was filled in for it is left out.</summary>
    Closed,

    /// <summary>The finding is in another plan of the set, handed in or approved: what was filled in for it is left out.</summary>
    OfAnother,

    /// <summary>A column that is not to be filled in was changed: it is left out.</summary>
    Locked,
}

/// <param name="Line">Of the sheet; 0 for a finding without a row.</param>
/// <param name="Index">Of the finding; 0 when it is none of this set.</param>
public sealed record PlanSheetRemark(PlanSheetRemarkKind Kind, int Line, int Index);

/// <summary>One cell that the sheet changes.</summary>
/// <param name="Meanwhile">Somebody changed it since the sheet went out, so that two people wrote two things.</param>
public sealed record PlanSheetChange(int Index, PlanColumn Column, string? Stands, string? Sheet, bool Meanwhile);

/// <summary>A sheet that came back, beside what stands.</summary>
/// <param name="Fills">The rows that change, by index, as they would stand; cells changed meanwhile not among them.</param>
/// <param name="Overwriting">The same with the sheet's side of cells that were changed meanwhile.</param>
public sealed record PlanSheetComparison(
    IReadOnlyList<PlanSheetRemark> Remarks,
    IReadOnlyList<PlanFault> Faults,
    IReadOnlyList<PlanSheetChange> Changes,
    IReadOnlyDictionary<int, PlanFill> Fills,
    IReadOnlyDictionary<int, PlanFill> Overwriting)
{
    /// <summary>Whether anything forbids to take it: then nothing of it is taken.</summary>
    public bool IsRefused => Faults.Count > 0
        || Remarks.Any(r => r.Kind is PlanSheetRemarkKind.OtherSet or PlanSheetRemarkKind.Unclear
            or PlanSheetRemarkKind.Twice);
}

/// <summary>How a plan sheet that came back is compared with what stands. Pure.</summary>
public static class PlanSheetRules
{
    private const int HashLength = 6;

    /// <summary>
    /// What the hidden column says of a row: the set, the finding, and a mark of each cell as it went out, by which is
    /// known later who changed it. Names nobody.
    /// </summary>
    public static string KeyOf(MatterNumber set, int index, PlanFill fill) => string.Create(
        CultureInfo.InvariantCulture,
        $"{set.Key}#{index}#{string.Concat(PlanRules.Columns.Select(column => Mark(fill.Of(column))))}");

    /// <summary>A key by which a cell counts as untouched: whatever stands there stays.</summary>
    public static string Untouched(string key, PlanColumn column, PlanFill fill)
    {
        var at = key.Length - ((PlanRules.Columns.Count - (int)column) * HashLength);
        return string.Concat(key.AsSpan(0, at), Mark(fill.Of(column)), key.AsSpan(at + HashLength));
    }

    public static PlanSheetComparison Compare(
        MatterNumber set,
        IReadOnlyList<PlanRow> stands,
        IReadOnlyList<PlanSheetRow> sheet,
        LocalDate today,
        LocalDate ends)
    {
        var comparison = new Comparison(set, stands.ToDictionary(row => row.Index), today, ends);
        foreach (var row in sheet)
        {
            comparison.Take(row);
        }

        return comparison.Done();
    }

    private static string Mark(string? text) => text is null
        ? new string('-', HashLength)
        : Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(OneLineEnd(text))))[..HashLength];

    // A spreadsheet writes its own ends of lines.
    private static string OneLineEnd(string text) => text.ReplaceLineEndings("\n");

    private static bool IsSame(string? one, string? other) =>
        string.Equals(one is null ? null : OneLineEnd(one), other is null ? null : OneLineEnd(other), StringComparison.Ordinal);

    private sealed class Comparison(
        MatterNumber set,
        Dictionary<int, PlanRow> stands,
        LocalDate today,
        LocalDate ends)
    {
        private readonly List<PlanSheetRemark> remarks = [];
        private readonly List<PlanFault> faults = [];
        private readonly List<PlanSheetChange> changes = [];
        private readonly Dictionary<int, PlanFill> fills = [];
        private readonly Dictionary<int, PlanFill> overwriting = [];
        private readonly HashSet<int> seen = [];

        public void Take(PlanSheetRow row)
        {
            var key = KeyIn(row.Key);
            if (key is { } of && of.Set != set.Key)
            {
                remarks.Add(new(PlanSheetRemarkKind.OtherSet, row.Line, 0));
                return;
            }

            if (FindingOf(row, key?.Index) is not { } finding)
            {
                return;
            }

            if (!seen.Add(finding.Index))
            {
                remarks.Add(new(PlanSheetRemarkKind.Twice, row.Line, finding.Index));
                return;
            }

            if (row.Problem is { } problem && !IsSameText(problem, finding.Problem))
            {
                remarks.Add(new(PlanSheetRemarkKind.Locked, row.Line, finding.Index));
            }

            // A mark counts only for the finding that it went out with.
            Fill(row, finding, key is { } own && own.Index == finding.Index ? own.Marks : null);
        }

        public PlanSheetComparison Done()
        {
            remarks.AddRange(stands.Values.Where(row => row.IsOpen && !row.IsOfAnother && !seen.Contains(row.Index))
                .OrderBy(row => row.Index)
                .Select(row => new PlanSheetRemark(PlanSheetRemarkKind.Removed, 0, row.Index)));
            return new(remarks, faults, changes, fills, overwriting);
        }

        /// <summary>
        /// Which finding a row is of. Sorting may take the visible columns along and leave the hidden one behind, so key and
        /// number are each believed only as far as the problem beside them agrees.
        /// </summary>
        private PlanRow? FindingOf(PlanSheetRow row, int? keyed)
        {
            var byKey = keyed is { } k ? stands.GetValueOrDefault(k) : null;
            var byNumber = row.Number is { } n ? stands.GetValueOrDefault(n) : null;
            var found = row.Problem is not null && byNumber is not null && Agrees(row, byNumber) ? byNumber
                : byKey is not null && Agrees(row, byKey) ? byKey
                // Neither agrees: only where nothing else contradicts.
                : byKey is not null && (byNumber == byKey || row.Number is null) ? byKey
                : byKey is null && row.Problem is null ? byNumber
                : null;
            if (found is null)
            {
                remarks.Add(new(
                    byKey is null && byNumber is null ? PlanSheetRemarkKind.Added : PlanSheetRemarkKind.Unclear,
                    row.Line,
                    0));
            }

            return found;
        }

        private void Fill(PlanSheetRow row, PlanRow finding, string? marks)
        {
            var fill = row.Fill.Tidy();
            var (kept, over) = (finding.Fill, finding.Fill);
            var own = new List<PlanSheetChange>();
            foreach (var column in PlanRules.Columns)
            {
                if ((column == PlanColumn.Due && row.WrongDate is not null) || row.Absent.Contains(column))
                {
                    continue;
                }

                var (before, after) = (finding.Fill.Of(column), fill.Of(column));
                var asSent = marks?.Substring((int)column * HashLength, HashLength);
                // Untouched in the sheet: whatever stands now stays.
                if (IsSame(before, after) || asSent == Mark(after))
                {
                    continue;
                }

                var meanwhile = asSent is null ? before is not null && after is null : asSent != Mark(before);
                own.Add(new(finding.Index, column, before, after, meanwhile));
                over = over.With(column, fill);
                if (!meanwhile)
                {
                    kept = kept.With(column, fill);
                }
            }

            if (!finding.IsOpen || finding.IsOfAnother)
            {
                if (own.Count > 0 || row.WrongDate is not null)
                {
                    remarks.Add(new(
                        finding.IsOpen ? PlanSheetRemarkKind.OfAnother : PlanSheetRemarkKind.Closed,
                        row.Line,
                        finding.Index));
                }

                return;
            }

            if (row.WrongDate is { } wrong)
            {
                faults.Add(new(finding.Index, PlanColumn.Due, PlanFaultKind.NoDate, Text: wrong));
            }

            faults.AddRange(PlanRules.Wrong(finding.Index, over, finding.Fill, today, ends));
            changes.AddRange(own);
            if (kept != finding.Fill)
            {
                fills[finding.Index] = kept;
            }

            if (over != finding.Fill)
            {
                overwriting[finding.Index] = over;
            }
        }

        private static bool Agrees(PlanSheetRow row, PlanRow finding) =>
            row.Problem is { } problem && IsSameText(problem, finding.Problem);

        private static bool IsSameText(string one, string other) => Folding.Letters(one) == Folding.Letters(other);

        private static (string Set, int Index, string Marks)? KeyIn(string? key) =>
            key?.Trim().Split('#') is [var of, var index, { Length: 4 * HashLength } marks]
                && int.TryParse(index, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                ? (of, number, marks)
                : null;
    }
}
