using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;
using LiaisonBot.Conversation.Sheets;

namespace LiaisonBot.Hosting.Files;

/// <summary>A table in text: cells as Excel copies them, with tabs between, or .csv. Rows are counted as Excel counts them.</summary>
internal static class TextTable
{
    public static SheetReading Read(string text)
    {
        var rows = new List<SheetRow>();
        var configuration = new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            Delimiter = DelimiterOf(text),
            HasHeaderRecord = false,
            IgnoreBlankLines = false,
            BadDataFound = null,
            MissingFieldFound = null,
            // No single cell makes the parser keep more than a cell may hold.
            MaxFieldSize = SheetLimits.Cell,
        };
        using var parser = new CsvParser(new StringReader(text), configuration);
        try
        {
            while (parser.Read())
            {
                var cells = parser.Record!;
                if (Array.TrueForAll(cells, string.IsNullOrWhiteSpace)) continue;
                if (parser.Row > SheetLimits.Rows || cells.Length > SheetLimits.Columns && cells.Skip(SheetLimits.Columns).Any(c => !string.IsNullOrWhiteSpace(c)))
                    return new SheetReading.Faulty(SheetFault.TooLarge);
                rows.Add(new(parser.Row, cells));
            }
        }
        catch (CsvHelperException)
        {
            return new SheetReading.Faulty(SheetFault.TooLarge);
        }

        return new SheetReading.Read(new(rows));
    }

    /// <summary>What separates the cells of the first line: the one of these that occurs there most, outside of quotes.</summary>
    private static string DelimiterOf(string text)
    {
        var counts = new Dictionary<char, int> { ['\t'] = 0, [','] = 0, [';'] = 0 };
        var quoted = false;
        foreach (var c in text.TrimStart('\r', '\n', ' ', '\uFEFF'))
        {
            if (c == '"') quoted = !quoted;
            else if (c is '\r' or '\n' && !quoted) break;
            else if (!quoted && counts.TryGetValue(c, out var count)) counts[c] = count + 1;
        }

        return counts.MaxBy(c => (c.Value, c.Key == '\t')).Key.ToString();
    }
}
