using System.Net;
using System.Text;

namespace LiaisonBot.Conversation.Wire;

/// <summary>
/// The text that a person reads in a message of Teams, whose body is HTML. Tags are left out, whatever they are; blocks
/// become lines. Nothing is ever made of what is read but text.
/// </summary>
public static class HtmlText
{
    private static readonly HashSet<string> Blocks = new(StringComparer.OrdinalIgnoreCase)
    {
        "p", "div", "br", "li", "ul", "ol", "tr", "td", "th", "table", "blockquote", "pre", "hr", "h1", "h2", "h3",
        "h4", "h5", "h6",
    };

    /// <summary>Elements whose inside nobody reads.</summary>
    private static readonly HashSet<string> Unread = new(StringComparer.OrdinalIgnoreCase)
    {
        "script",
        "style",
        "attachment",
        "systemeventmessage"
    };

    /// <summary>Links of one text that are looked at.</summary>
    private const int MostLinks = 20;

    /// <summary>Where links behind words lead: the web alone, in their order.</summary>
    public static IReadOnlyList<string> Links(string html)
    {
        const string mark = "href=\"";
        var links = new List<string>();
        for (var at = html.IndexOf(mark, StringComparison.OrdinalIgnoreCase);
            at >= 0 && links.Count < MostLinks;
            at = html.IndexOf(mark, at, StringComparison.OrdinalIgnoreCase))
        {
            at += mark.Length;
            var end = html.IndexOf('"', at);
            if (end < 0)
            {
                break;
            }

            var link = WebUtility.HtmlDecode(html[at..end]);
            if (link.StartsWith("https://", StringComparison.OrdinalIgnoreCase)
                || link.StartsWith("http://", StringComparison.OrdinalIgnoreCase))
            {
                links.Add(link);
            }

            at = end;
        }

        return links;
    }

    /// <summary>
    /// Never throws, and looks at each character a few times however they are mixed. Lines are trimmed; of several
    /// empty ones in a row, none is left.
    /// </summary>
    public static string Read(string html)
    {
        var text = new StringBuilder(html.Length);
        var tags = EndsOfTags(html);
        string? unread = null;
        var (at, tag) = (0, 0);
        while (at < html.Length)
        {
            var open = html.IndexOf('<', at);
            if (open < 0)
            {
                open = html.Length;
            }

            if (unread is null)
            {
                Append(text, WebUtility.HtmlDecode(html[at..open]));
            }

            if (open == html.Length)
            {
                break;
            }

            while (tags[tag].Open < open)
            {
                tag++;
            }

            var close = tags[tag].Close;
            // A bracket that opens no tag is text.
            if (close < 0 || Name(html, open) is not { } name)
            {
                if (unread is null)
                {
                    text.Append('<');
                }

                at = open + 1;
                continue;
            }

            var ends = html[open + 1] == '/';
            if (unread is not null)
            {
                if (ends && name.Equals(unread, StringComparison.OrdinalIgnoreCase))
                {
                    unread = null;
                }
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

        return string.Join(
            '\n',
            text.ToString().Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));
    }

    /// <summary>The tags one after the other, whatever they are; what a bracket inside of one opens is none.</summary>
    internal static IEnumerable<(int Open, int Close, string Name, bool Ends)> Tags(string html)
    {
        var after = 0;
        foreach (var (open, close) in EndsOfTags(html))
        {
            if (open < after || close < 0 || Name(html, open) is not { } name)
            {
                continue;
            }

            yield return (open, close, name, html[open + 1] == '/');
            after = close + 1;
        }
    }

    /// <summary>In HTML a line break is a blank, and several blanks are one.</summary>
    private static void Append(StringBuilder text, string run)
    {
        foreach (var c in run)
            if (c is not (' ' or '\t' or '\n' or '\r' or '\u00A0'))
            {
                text.Append(c);
            }
            else if (text.Length > 0 && text[^1] is not (' ' or '\n'))
            {
                text.Append(' ');
            }
    }

    /// <summary>
    /// For every bracket that may open a tag, the one that closes it; one inside quotes does not. Negative when there
    /// is none. Read from the end, so that a text full of brackets is gone through once and not once for each.
    /// </summary>
    private static List<(int Open, int Close)> EndsOfTags(string html)
    {
        var ends = new List<(int Open, int Close)>();
        // Where a tag ends that goes on here: outside quotes, inside double and inside single ones.
        var (outside, inDouble, inSingle) = (-1, -1, -1);
        for (var i = html.Length - 1; i >= 0; i--)
        {
            switch (html[i])
            {
                case '>':
                    outside = i;
                    break;
                case '"':
                    (outside, inDouble) = (inDouble, outside);
                    break;
                case '\'':
                    (outside, inSingle) = (inSingle, outside);
                    break;
                case '<':
                    ends.Add((i, outside));
                    break;
            }
        }

        ends.Reverse();
        return ends;
    }

    /// <summary>Of the tag that begins here, or null when none does.</summary>
    private static string? Name(string html, int open)
    {
        var start = open + 1 < html.Length && html[open + 1] == '/' ? open + 2 : open + 1;
        if (start < html.Length && html[start] == '!')
        {
            return "!";
        }

        var end = start;
        while (end < html.Length && (char.IsAsciiLetterOrDigit(html[end]) || html[end] is '-' or ':'))
        {
            end++;
        }

        return end > start && char.IsAsciiLetter(html[start]) ? html[start..end] : null;
    }
}
