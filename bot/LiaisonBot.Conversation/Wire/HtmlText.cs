using System.Net;
using System.Text;

namespace LiaisonBot.Conversation.Wire;

/// <summary>
/// The text that a person reads in a message of Teams, whose body is HTML. Tags are left out, whatever they are; blocks become lines.
/// Nothing is ever made of what is read but text.
/// </summary>
public static class HtmlText
{
    private static readonly HashSet<string> Blocks = new(StringComparer.OrdinalIgnoreCase)
    {
        "p", "div", "br", "li", "ul", "ol", "tr", "table", "blockquote", "pre", "hr", "h1", "h2", "h3", "h4", "h5", "h6",
    };

    /// <summary>Elements whose inside nobody reads.</summary>
    private static readonly HashSet<string> Unread = new(StringComparer.OrdinalIgnoreCase) { "script", "style", "attachment", "systemeventmessage" };

    /// <summary>Never throws. Lines are trimmed; of several empty ones in a row, none is left.</summary>
    public static string Read(string html)
    {
        var text = new StringBuilder(html.Length);
        string? unread = null;
        var at = 0;
        while (at < html.Length)
        {
            var open = html.IndexOf('<', at);
            if (open < 0) open = html.Length;
            if (unread is null) Append(text, WebUtility.HtmlDecode(html[at..open]));
            if (open == html.Length) break;
            var close = EndOfTag(html, open);
            // A bracket that opens no tag is text.
            if (close < 0 || Name(html, open) is not { } name)
            {
                if (unread is null) text.Append('<');
                at = open + 1;
                continue;
            }

            var ends = html[open + 1] == '/';
            if (unread is not null)
            {
                if (ends && name.Equals(unread, StringComparison.OrdinalIgnoreCase)) unread = null;
            }
            else if (Blocks.Contains(name))
            {
                text.Append('\n');
            }
            else if (!ends && html[close - 1] != '/' && Unread.Contains(name))
            {
                unread = name;
            }

            at = close + 1;
        }

        return string.Join('\n', text.ToString().Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));
    }

    /// <summary>In HTML a line break is a blank, and several blanks are one.</summary>
    private static void Append(StringBuilder text, string run)
    {
        foreach (var c in run)
            if (c is not (' ' or '\t' or '\n' or '\r' or '\u00A0')) text.Append(c);
            else if (text.Length > 0 && text[^1] is not (' ' or '\n')) text.Append(' ');
    }

    /// <summary>The bracket that closes the tag; one inside quotes does not. Negative when there is none.</summary>
    private static int EndOfTag(string html, int open)
    {
        var quote = '\0';
        for (var i = open + 1; i < html.Length; i++)
            if (quote != '\0') quote = html[i] == quote ? '\0' : quote;
            else if (html[i] is '"' or '\'') quote = html[i];
            else if (html[i] == '>') return i;
        return -1;
    }

    /// <summary>Of the tag that begins here, or null when none does.</summary>
    private static string? Name(string html, int open)
    {
        var start = open + 1 < html.Length && html[open + 1] == '/' ? open + 2 : open + 1;
        if (start < html.Length && html[start] == '!') return "!";
        var end = start;
        while (end < html.Length && (char.IsAsciiLetterOrDigit(html[end]) || html[end] is '-' or ':')) end++;
        return end > start && char.IsAsciiLetter(html[start]) ? html[start..end] : null;
    }
}
