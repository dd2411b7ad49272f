using System.Text;
using System.Text.Json;
using LiaisonBot.Core.Text;

namespace LiaisonBot.Conversation.Wire;

/// <summary>
/// The message that somebody answers with 回复: the words are theirs, the quotation is not. Seen on the wire in 2026: a
/// mark <c>&lt;quoted messageId="…"/&gt;</c> in the text beside an entity <c>quotedReply</c>, which may carry a
/// preview; from other clients a <c>blockquote</c> in the copy of the message as HTML, and its words perhaps in the
/// text as well.
/// </summary>
internal static class QuotedMessage
{
    private const string Mark = "<quoted ";
    private const string MarkEnd = "</quoted>";
    private const string Block = "<blockquote";
    private const string BlockEnd = "</blockquote>";
    private const string ReplyType = "schema.skype.com/Reply";

    /// <summary>UTF-16 units of a mark or of the tag of a quotation: beside names, it carries an id.</summary>
    private const int LongestTag = 300;

    /// <summary>
    /// The words without the quotation, and what came along of the quoted message; null when none was quoted.
    /// </summary>
    public static (string Words, Quoted? Quoted) Read(string text, JsonElement activity)
    {
        var (words, marked) = WithoutMarks(text);
        var told = EntityOf(activity);
        var html = CopyOf(activity) is { } copy ? Split(copy) : null;
        if (marked is null && told is null && html is null)
        {
            return (text, null);
        }

        if (html is { } split)
        {
            words = WithoutQuotation(words, HtmlText.Read(split.Own));
        }

        var beginning = told is { Beginning.Length: > 0 } ? told.Beginning : html?.Quoted.Beginning ?? "";
        return (
            words.Trim(),
            new(told?.Id ?? marked?.Id ?? html?.Quoted.Id, Localizer.Clip(beginning, WireLimits.Quoted)));
    }

    /// <summary>HTML without the quotations, and the first of them; null when there is none.</summary>
    public static (string Own, Quoted Quoted)? Split(string html)
    {
        var own = new StringBuilder();
        Quoted? quoted = null;
        var (from, at) = (0, html.IndexOf(Block, StringComparison.OrdinalIgnoreCase));
        while (at >= 0)
        {
            var tag = html.IndexOf('>', at, Math.Min(LongestTag, html.Length - at));
            if (tag < 0 || html.IndexOf(ReplyType, at, tag - at, StringComparison.OrdinalIgnoreCase) < 0)
            {
                at = html.IndexOf(Block, at + Block.Length, StringComparison.OrdinalIgnoreCase);
                continue;
            }

            var end = html.IndexOf(BlockEnd, tag, StringComparison.OrdinalIgnoreCase);
            if (end < 0)
            {
                break;
            }

            quoted ??= new(Attribute(html[at..tag], "itemid=\""), Preview(html[(tag + 1)..end]));
            own.Append(html, from, at - from);
            from = end + BlockEnd.Length;
            at = html.IndexOf(Block, from, StringComparison.OrdinalIgnoreCase);
        }

        return quoted is null ? null : (own.Append(html, from, html.Length - from).ToString(), quoted);
    }

    /// <summary>Beside the preview stand the name of who wrote it, and when.</summary>
    private static string Preview(string inside)
    {
        var at = inside.IndexOf("itemprop=\"preview\"", StringComparison.OrdinalIgnoreCase);
        if (at < 0)
        {
            at = inside.IndexOf("itemprop=\"copy\"", StringComparison.OrdinalIgnoreCase);
        }

        var start = at < 0 ? -1 : inside.IndexOf('>', at);
        if (start < 0)
        {
            return HtmlText.Read(inside);
        }

        var end = inside.IndexOf("</p>", start, StringComparison.OrdinalIgnoreCase);
        return HtmlText.Read(end < 0 ? inside[(start + 1)..] : inside[(start + 1)..end]);
    }

    private static string? Attribute(string tag, string name)
    {
        var start = tag.IndexOf(name, StringComparison.OrdinalIgnoreCase);
        if (start < 0)
        {
            return null;
        }

        start += name.Length;
        return tag.IndexOf('"', start) is var end && end > start ? tag[start..end] : null;
    }

    private static (string Words, Quoted? Marked) WithoutMarks(string text)
    {
        var words = new StringBuilder();
        Quoted? marked = null;
        var (from, at) = (0, text.IndexOf(Mark, StringComparison.Ordinal));
        while (at >= 0)
        {
            var end = text.IndexOf('>', at, Math.Min(LongestTag, text.Length - at));
            if (end >= 0)
            {
                words.Append(text, from, at - from).Append(' ');
                marked ??= new(Attribute(text[at..end], "messageId=\""), "");
                from = end + 1;
            }

            at = text.IndexOf(Mark, Math.Max(from, at + Mark.Length), StringComparison.Ordinal);
        }

        return marked is null
            ? (text, null)
            : (words.Append(text, from, text.Length - from).Replace(MarkEnd, " ").ToString(), marked);
    }

    /// <summary>
    /// When the text ends with the person's own words, what stands before them is the quotation. Blanks are not
    /// compared.
    /// </summary>
    private static string WithoutQuotation(string text, string own)
    {
        var (t, o) = (text.Length, own.Length);
        while (true)
        {
            while (o > 0 && Folding.IsBlank(own[o - 1]))
            {
                o--;
            }

            if (o == 0)
            {
                return own.Length == 0 ? text : text[t..];
            }

            while (t > 0 && Folding.IsBlank(text[t - 1]))
            {
                t--;
            }

            if (t == 0 || text[--t] != own[--o])
            {
                return text;
            }
        }
    }

    private static Quoted? EntityOf(JsonElement activity)
    {
        if (!activity.TryGetProperty("entities", out var entities) || entities.ValueKind is not JsonValueKind.Array)
        {
            return null;
        }

        foreach (var entity in entities.EnumerateArray().Take(WireLimits.Mentions))
        {
            if (entity.ValueKind is not JsonValueKind.Object
                || !ActivityReader.IsText(entity, "type", out var type)
                || type is not "quotedReply")
            {
                continue;
            }

            if (!entity.TryGetProperty("quotedReply", out var reply) || reply.ValueKind is not JsonValueKind.Object)
            {
                return new(null, "");
            }

            return new(
                ActivityReader.IsText(reply, "messageId", out var id) && id.Length <= WireLimits.Id ? id : null,
                ActivityReader.IsText(reply, "preview", out var preview) ? preview : "");
        }

        return null;
    }

    /// <summary>The message once more as HTML, where it may hold a quotation or a table.</summary>
    internal static string? CopyOf(JsonElement activity)
    {
        if (!activity.TryGetProperty("attachments", out var attachments)
            || attachments.ValueKind is not JsonValueKind.Array)
        {
            return null;
        }

        foreach (var attachment in attachments.EnumerateArray().Take(WireLimits.Attachments))
        {
            if (attachment.ValueKind is JsonValueKind.Object
                && ActivityReader.IsText(attachment, "contentType", out var type)
                && type is "text/html"
                && ActivityReader.IsText(attachment, "content", out var html) && html.Length <= WireLimits.Html)
            {
                return html;
            }
        }

        return null;
    }
}
