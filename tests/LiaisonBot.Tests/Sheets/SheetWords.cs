using LiaisonBot.Conversation.Sheets;

namespace LiaisonBot.Tests.Sheets;

/// <summary>What was read of a file, in one line: <c>1:甲|乙 2:丙</c>; several sheets with their names.</summary>
internal static class SheetWords
{
    public static string Of(SheetReading reading) => reading switch
    {
        SheetReading.Text text => Of(TextTable.Read(text.Content)),
        SheetReading.Book { Sheets: [var sheet] } => Of(sheet),
        SheetReading.Book book => string.Join(' ', book.Sheets.Select(s => $"{s.Name}[{Of(s)}]")),
        SheetReading.Unclear unclear => $"? {unclear.Row}:{unclear.Line}",
        _ => throw new Xunit.Sdk.XunitException(reading.ToString()),
    };

    private static string Of(Sheet sheet) =>
        string.Join(' ', sheet.Rows.Select(r => $"{r.Number}:{string.Join('|', r.Cells)}"));
}
