using System.Text;

namespace LiaisonBot.Conversation.OfficeReports;

/// <summary>
/// A table for Excel: UTF-8 with its mark, lines ended as Excel ends them, nothing that Excel would calculate.
/// </summary>
internal static class Csv
{
    // OWASP, CSV injection; the full-width ones are read as these where the client is Chinese.
    private const string Dangerous = "=+-@\t\r\n＝＋－＠";

    public static byte[] Of(IEnumerable<string> head, IEnumerable<IEnumerable<string>> rows)
    {
        var text = new StringBuilder();
        foreach (var row in rows.Prepend(head))
        {
            text.AppendJoin(',', row.Select(Cell)).Append("\r\n");
        }

        return [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text.ToString())];
    }

    // An apostrophe makes it a text, whatever stands behind it.
    private static string Cell(string value)
    {
        var start = value.TrimStart(' ', '\u3000', '\u00A0');
        var safe = start.Length > 0 && Dangerous.Contains(start[0], StringComparison.Ordinal) ? "'" + value : value;
        return '"' + safe.Replace("\"", "\"\"", StringComparison.Ordinal) + '"';
    }
}
