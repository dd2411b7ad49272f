using CsCheck;
using LiaisonBot.Conversation.Sheets;

namespace LiaisonBot.Tests.Sheets;

/// <summary>
/// Tables in text: every row of them, with its text as it is seen; or the row is named of which it is not clear.
/// </summary>
[Trait("Kind", "Pure")]
public class TextTableTests
{
    private const string Head = "事项名称\t责任地区\t目标任务\t办理时限\t依据\n";

    [Theory]
    [InlineData("a,b\n1,2\n", "1:a,b 2:1,2")]
    [InlineData("\n\n事项名称,责任地区,办理时限\n\n1,2,3", "3:事项名称|责任地区|办理时限 5:1|2|3")]
    [InlineData("事项名称;责任地区;办理时限\r\n1;2,3;4", "1:事项名称|责任地区|办理时限 2:1|2,3|4")]
    [InlineData("全省交办清单，共2项\n事项名称,责任地区,办理时限\n1,2,3", "1:全省交办清单，共2项 2:事项名称|责任地区|办理时限 3:1|2|3")]
    [InlineData("标题，只有一列\n一\n二", "1:标题，只有一列 2:一 3:二")]
    [InlineData("事项名称\t责任地区\t办理时限,完成时间\n1\t2,3\t4", "1:事项名称|责任地区|办理时限,完成时间 2:1|2,3|4")]
    [InlineData("事项名称，责任地区，办理时限\n整改，长安区，12月1日", "1:事项名称|责任地区|办理时限 2:整改|长安区|12月1日")]
    [InlineData("| 事项名称 | 责任地区 | 办理时限 |\n| --- | :-: | ---: |\n| 整改 | \"长安区 | a\\|b |", "1:| 事项名称 | 责任地区 | 办理时限  3:| 整改 | \"长安区 | a|b ")]
    [InlineData("", "")]
    [InlineData("\"没有结束", "1:\"没有结束")]
    public void Text_AsItIsPasted_IsRead_WithRowsCountedAsInExcel(string pasted, string expected) =>
        Assert.Equal(expected, SheetWords.Of(TextTable.Read(pasted)));

    /// <summary>
    /// As Excel and WPS copy: a cell is in quotation marks only if it holds a line's end or a tab; all other marks are
    /// the person's.
    /// </summary>
    [Theory]
    [InlineData("\"甲\t长安区\t任务\t12-15\t\n乙\t正定县\t任务\t12-15\t\n丙\t行唐县\t任务\t12-15\t", "2:\"甲|长安区|任务|12-15 3:乙|正定县|任务|12-15 4:丙|行唐县|任务|12-15")]
    [InlineData("甲\t长安区\t\"任务\t12-15\t\n乙\t正定县\t\"任务\t12-15\t", "2:甲|长安区|\"任务|12-15 3:乙|正定县|\"任务|12-15")]
    [InlineData("\"甲\t长安区\t任务\t12-15\t\n关于\"乙\"的方案\t正定县\t任务\t12-15\t", "2:\"甲|长安区|任务|12-15 3:关于\"乙\"的方案|正定县|任务|12-15")]
    [InlineData("\"高质量\"发展方案\t长安区\t任务\t12-15\t", "2:\"高质量\"发展方案|长安区|任务|12-15")]
    [InlineData("\"高质量\"\t长安区\t任务\t12-15\t", "2:\"高质量\"|长安区|任务|12-15")]
    [InlineData("\t长安区\t\"第一行\n第二行\"\t12-15\t\n乙\t正定县\t任务\t12-15\t", "2:|长安区|第一行\n第二行|12-15 3:乙|正定县|任务|12-15")]
    [InlineData("甲\t长安区\t任务\t12-15\t\"第一行\n说\"\"好\"\"\"\n乙\t正定县\t任务\t12-15\t", "2:甲|长安区|任务|12-15|第一行\n说\"好\" 3:乙|正定县|任务|12-15")]
    [InlineData("\"甲\r\n\r\n乙\"\t长安区\t任务\t12-15\t\r\n\"丙\t正定县\t任务\t12-15\t", "2:甲\r\n\r\n乙|长安区|任务|12-15 3:\"丙|正定县|任务|12-15")]
    [InlineData("甲\t长安区\t\"一\t二\"\t12-15\t", "2:甲|长安区|一\t二|12-15")]
    [InlineData("\"甲\t\"\t\"第一行\n第二行\"\t12-15\t", "2:\"甲|\"|第一行\n第二行|12-15")]
    [InlineData("5\" 管\t长安区\t任务\t12-15\t", "2:5\" 管|长安区|任务|12-15")]
    [InlineData("甲\t长安区\t\"\t12-15\t\"", "2:甲|长安区|\"|12-15|\"")]
    [InlineData("甲\t长安区\t\"第一行\n第二行\"\t12-15", "2:甲|长安区|第一行\n第二行|12-15")]
    [InlineData("甲\t长安区\n乙\t正定县\t任务\t12-15\t\t\t", "2:甲|长安区 3:乙|正定县|任务|12-15")]
    [InlineData("“甲\t长安区\t任务\t12-15\t\n「乙\t正定县\t任务\t12-15\t", "2:“甲|长安区|任务|12-15 3:「乙|正定县|任务|12-15")]
    public void Clipboard_KeepsEveryRowAndMark(string rows, string expected) =>
        Assert.Equal("1:事项名称|责任地区|目标任务|办理时限|依据 " + expected, SheetWords.Of(TextTable.Read(Head + rows)));

    [Theory]
    [InlineData("\"甲,乙\",长安区,任务,12-15,", "2:甲,乙|长安区|任务|12-15")]
    [InlineData("\"甲\",\"长安区\",\"任\"\"务\"\"\",\"12-15\",\"\"", "2:甲|长安区|任\"务\"|12-15")]
    [InlineData("\"甲,长安区,任务,12-15,\n乙,正定县,任务,12-15,", "2:\"甲|长安区|任务|12-15 3:乙|正定县|任务|12-15")]
    [InlineData("\"高质量\"发展,长安区,任务,12-15,", "2:\"高质量\"发展|长安区|任务|12-15")]
    [InlineData("\"第一,第二\n第三\",长安区,任务,12-15,", "2:第一,第二\n第三|长安区|任务|12-15")]
    [InlineData("甲,长安区,任务 \"一\" 和 \"二\",12-15,", "2:甲|长安区|任务 \"一\" 和 \"二\"|12-15")]
    public void Csv_ByAProgramOrByHand_KeepsEveryRowAndMark(string rows, string expected) =>
        Assert.Equal(
            "1:事项名称|责任地区|目标任务|办理时限|依据 " + expected,
            SheetWords.Of(TextTable.Read(Head.Replace('\t', ',') + rows)));

    [Theory]
    [InlineData("甲\t长安区\t任务\t12-15\t\n\"乙\t长安区\t任务\t12-15\t\n丙\"\t正定县\t任务\t12-15\t", "? 3:\"乙\t长安区\t任务\t12-15\t")]
    [InlineData("\"乙\t\"\t\"任务\n二\"\t12-15", "? 2:\"乙\t\"\t\"任务")]
    [InlineData("\"乙\t长安区\t任务\t12-15\n丙\"\t正定县\t任务\t12-15", "? 2:\"乙\t长安区\t任务\t12-15")]
    [InlineData("甲\t乙\t丙\t\"\t\"\t乙\"\t", "? 2:甲\t乙\t丙\t\"\t\"\t乙\"\t")]
    [InlineData("甲\t长安区\t\"任\"\"务\"\t12-15\t", "? 2:甲\t长安区\t\"任\"\"务\"\t12-15\t")]
    public void Row_ThatCanBeReadInTwoWays_IsNamed_AndNothingIsRead(string rows, string expected) =>
        Assert.Equal(expected, SheetWords.Of(TextTable.Read(Head + rows)));

    [Fact]
    public void Marks_AroundEveryCell_AreAProgramsOwn() =>
        Assert.Equal(
            "1:事项名称|责任地区|办理时限 2:甲|长安区",
            SheetWords.Of(TextTable.Read("\"事项名称\"\t\"责任地区\"\t\"办理时限\"\n\"甲\"\t\"长安区\"\t")));

    [Fact]
    public void Heading_OnTwoLines_IsOne() =>
        Assert.Equal(
            "1:事项名称|责任地区|办理\n时限 2:甲|长安区|12-15",
            SheetWords.Of(TextTable.Read("事项名称\t责任地区\t\"办理\n时限\"\n甲\t长安区\t12-15")));

    [Fact]
    public void Text_OfMoreThanItMayHave_IsRefused()
    {
        foreach (var rows in new[]
        {
            string.Join('\n', Enumerable.Repeat("a\tb", SheetLimits.Rows)),
            new string('\t', SheetLimits.Columns) + "a",
            new string('a', SheetLimits.Cell + 1),
        })
        {
            Assert.Equal(SheetFault.TooLarge, Assert.IsType<SheetReading.Faulty>(TextTable.Read(Head + rows)).Fault);
        }
    }

    /// <summary>What Excel copies is read as it was, also where cells begin with a mark that is never closed.</summary>
    [Fact]
    public void AnyCells_AsExcelCopiesThem_AreReadAsTheyWere() =>
        Gen.Select(Gen.Char["\n甲乙, a"].Array[0, 6], Gen.Int[0, 9], (c, mark) => new string(c).Trim() is { Length: > 0 } words && mark == 0 ? '"' + words : new string(c).Trim()).Array[5].Array[1, 6].Sample(
        rows =>
            {
                var copied = Head + string.Join('\n', rows.Select(r => string.Join('\t', r.Select(Copied)))) + "\n";
                var reading = TextTable.Read(copied);
                if (reading is SheetReading.Unclear)
                {
                    return;
                }

                var read = Assert.IsType<SheetReading.Book>(reading).Sheets.Single().Rows
                    .Skip(1)
                    .Select(r => r.Cells.ToArray());
                Assert.Equal(rows.Where(r => r.Any(c => c.Length > 0)).Select(r => r[..SheetRow.Width(r)]), read);
            },
            iter: 1000);

    /// <summary>
    /// Full of marks that were typed, of line ends and tabs within cells: a row is read as it was, or it is named. Never
    /// is it read in the wrong way because that has as many cells as the headings.
    /// </summary>
    [Fact]
    public void CellsFullOfMarks_AsExcelCopiesThem_AreNeverReadInAnotherWay() =>
        Rows("\n\t\"\"甲乙", cells: 5).Sample(
            rows => AssertReadOrNamed(rows, Head, string.Join('\n', rows.Select(r => string.Join('\t', r.Select(Copied))))),
            iter: 1_000);

    /// <summary>The same of a table that a program wrote as .csv.</summary>
    [Fact]
    public void CellsFullOfMarks_InCsv_AreNeverReadInAnotherWay() =>
        Rows("\n,\"\"甲乙", cells: 5).Sample(
            rows => AssertReadOrNamed(
                rows,
                Head.Replace('\t', ','),
                string.Join('\n', rows.Select(r => string.Join(',', r.Select(Written))))),
            iter: 1_000);

    /// <summary>
    /// The same of rows that were typed, one on a line, with all that is required and the basis or without: no cell is
    /// held together, whatever marks it has.
    /// </summary>
    [Fact]
    public void CellsFullOfMarks_TypedByHand_AreNeverReadInAnotherWay() =>
        Rows("\"\"甲乙", cells: 5).Select(Gen.Bool.Array[6], (rows, basis) => rows.Select((row, i) => basis[i] ? row : row[..4]).ToArray())
            .Where(rows => rows.All(row => row.Take(4).All(cell => cell.Length > 0) && row[^1].Length > 0))
            .Sample(
                rows => AssertReadOrNamed(rows, Head, string.Join('\n', rows.Select(r => string.Join('\t', r)))),
                iter: 1_000);

    /// <summary>What is usual is not asked about: one mark here and there, and cells on several lines.</summary>
    [Fact]
    public void CellsWithFewMarks_AreSeldomNamed()
    {
        var (read, named) = (0, 0);
        Gen.Select(Gen.Char["甲乙丙丁"].Array[1, 6], Gen.Int[0, 59], (c, mark) => mark switch
        {
            0 => '"' + new string(c),
            1 => new string(c) + '"',
            < 12 => "第一行\n第二行",
            _ => new string(c),
        }).Array[5].Array[1, 6].Sample(
            rows =>
            {
                var copied = string.Join('\n', rows.Select(r => string.Join('\t', r.Select(Copied))));
                _ = TextTable.Read(Head + copied) is SheetReading.Book
                    ? Interlocked.Increment(ref read)
                    : Interlocked.Increment(ref named);
            },
            iter: 1_000);
        Assert.True(named * 20 < read, $"{named} named, {read} read");
    }

    private static Gen<string[][]> Rows(string letters, int cells) =>
        Gen.Char[letters].Array[0, 5].Select(c => new string(c).Trim()).Array[cells].Array[1, 6];

    private static void AssertReadOrNamed(string[][] rows, string head, string pasted)
    {
        switch (TextTable.Read(head + pasted))
        {
            case SheetReading.Unclear:
                return;
            case SheetReading.Book book:
                Assert.Equal(
                    rows.Where(r => r.Any(c => c.Length > 0)).Select(r => string.Join('|', r[..SheetRow.Width(r)])),
                    book.Sheets.Single().Rows.Skip(1).Select(r => string.Join('|', r.Cells)));
                return;
            case var other:
                Assert.Fail($"{other}");
                return;
        }
    }

    [Fact]
    public void AnyText_IsReadOrRefused_AndNeverThrows() =>
        Gen.Char["\"\t,;\r\n=甲乙| ab\u0000\ud800\uFEFF"].Array[0, 80]
            .Sample(text => Assert.NotNull(TextTable.Read("事项名称,责任地区,办理时限\n" + new string(text))), iter: 1000);

    private static string Copied(string cell) =>
        cell.AsSpan().ContainsAny('\n', '\t') ? '"' + cell.Replace("\"", "\"\"", StringComparison.Ordinal) + '"' : cell;

    /// <summary>As RFC 4180 says.</summary>
    private static string Written(string cell) =>
        cell.AsSpan().ContainsAny("\n,\"") ? '"' + cell.Replace("\"", "\"\"", StringComparison.Ordinal) + '"' : cell;
}
