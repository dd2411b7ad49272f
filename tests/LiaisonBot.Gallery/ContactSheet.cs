using System.Net;
using System.Text;

namespace LiaisonBot.Gallery;

/// <param name="Card">Its name: zh-mine.</param>
/// <param name="Variant">320-dark.</param>
/// <param name="File">Beside the page.</param>
/// <param name="Summary">What the toast says.</param>
internal sealed record Picture(string Card, string Variant, string File, string Summary);

/// <summary>
/// One page with all pictures: a card a row, Chinese and English below each other, and a filter by name.
/// </summary>
internal static class ContactSheet
{
    private const string Head = """
        <!doctype html>
        <meta charset="utf-8">
        <title>LiaisonBot: every card</title>
        <style>
          body { font: 14px system-ui, sans-serif; margin: 16px; background: #ddd; }
          input { position: sticky; top: 8px; font: inherit; padding: 6px 10px; width: 20em; }
          section { margin-top: 24px; }
          h2 { font-size: 16px; margin: 0 0 4px; }
          div { display: flex; gap: 12px; align-items: flex-start; overflow-x: auto; margin-bottom: 12px; }
          figure { margin: 0; }
          figcaption { color: #555; font-size: 12px; }
        </style>
        <input type="search" placeholder="filter by name" oninput="for (const s of document.querySelectorAll('section')) s.hidden = !s.id.includes(this.value.toLowerCase())">

        """;

    public static string Of(IReadOnlyList<Picture> pictures)
    {
        var page = new StringBuilder(Head);
        foreach (var kind in pictures.GroupBy(p => WithoutLanguage(p.Card)))
        {
            page.Append($"<section id=\"{kind.Key.ToLowerInvariant()}\"><h2>{kind.Key}</h2>\n");
            foreach (var card in kind.GroupBy(p => p.Card))
            {
                page.Append($"<p>{WebUtility.HtmlEncode(card.First().Summary)}</p>\n<div>\n");
                foreach (var picture in card)
                    page.Append($"<figure><figcaption>{picture.Card} {picture.Variant}</figcaption><img loading=\"lazy\" src=\"{picture.File}\" alt=\"{picture.Card}, {picture.Variant}\"></figure>\n");
                page.Append("</div>\n");
            }

            page.Append("</section>\n");
        }

        return page.ToString();
    }

    private static string WithoutLanguage(string name) =>
        name.StartsWith("zh-", StringComparison.Ordinal) || name.StartsWith("en-", StringComparison.Ordinal)
            ? name[3..]
            : name;
}
