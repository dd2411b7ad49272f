using LiaisonBot.Conversation.OfficeReports;
using LiaisonBot.Core;
using LiaisonBot.Core.Areas;
using LiaisonBot.Core.Delivery;
using LiaisonBot.Core.People;
using LiaisonBot.Core.Storage;

namespace LiaisonBot.Conversation.Sheets;

/// <summary>
/// What people fetch by a link. One way for every client and cloud: bots that send files themselves are not had in Teams of 21Vianet, in GCC High and DoD,
/// nor in the Playground. A link leads to what the person may see when it is opened, once, within <see cref="LinkDesk.Lasts"/>.
/// </summary>
public sealed class Downloads(Desks desks, FileWays ways, string prefix)
{
    /// <summary>Path of the links on a host, before the token.</summary>
    public const string Path = "files";

    private const string MediaType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /// <summary>Addresses of new links; null where there is no address that a person's browser can reach.</summary>
    internal async Task<IReadOnlyList<Uri>?> Links(Person person, Language language, IReadOnlyList<(LinkTo To, AreaCode Area)> wanted, CancellationToken cancellationToken, string? only = null)
    {
        if (ways.Address() is not { } host)
        {
            return null;
        }

        var made = wanted.Select(w => (Token: ways.NewToken(), w.To, w.Area)).ToList();
        await desks.Links.Make(person, language, made, cancellationToken, only);
        return [.. made.Select(m => new Uri(host, $"/{Path}/{m.Token}"))];
    }

    /// <summary>The file behind a link; null when there is none, or not any more, or when another browser has opened it.</summary>
    /// <param name="browser">A secret of the browser's own, by which it is known again.</param>
    public async Task<Report?> Fetch(string token, string browser, CancellationToken cancellationToken)
    {
        if (token.Length is 0 or > 200 || await desks.Links.Find(token, cancellationToken) is not var (person, link))
        {
            return null;
        }

        var phrases = new Phrases(link.Language, await desks.Directory.Read(cancellationToken), desks.Calendar(), desks.Clock.GetCurrentInstant(), prefix);
        var (name, pages) = link.To switch
        {
            LinkTo.PeopleTemplate => (phrases.Say(Texts.PeopleTemplate), Templates.People(person, phrases)),
            LinkTo.MattersTemplate => (phrases.Say(Texts.MattersTemplate), Templates.Matters(person, phrases)),
            LinkTo.Ledger => ($"{phrases.Place(link.Area)} {Words(link, phrases)}{phrases.Say(Texts.LedgerFile)} {Columns.Date(phrases.Today)}",
                LedgerBook.Of(await desks.Lists.Ledger(person, link.Area, phrases.Today, cancellationToken, Only(link, phrases)), await LedgerBook.Ended(desks.Lists, person, link.Area, cancellationToken, Only(link, phrases)), phrases)),
        };
        var file = new Report(ways.Sheets.Write(pages, phrases.Now), MediaType, name + ".xlsx");
        // Last, so that a file that could not be made leaves the link as it was.
        return await desks.Links.Open(token, browser, cancellationToken) ? file : null;
    }

    private static string Words(Link link, Phrases phrases) =>
        link.Only is { } words && Commands.Selection.Read(words, phrases.Directory.Areas, null) is { } selection ? string.Concat(selection.States.Select(s => phrases.Say(s.Name) + " ")) : "";

    /// <summary>The matters that were asked for, by the words that the link keeps.</summary>
    private static Func<Core.Matters.ListEntry, bool>? Only(Link link, Phrases phrases) =>
        link.Only is { } words && Commands.Selection.Read(words, phrases.Directory.Areas, null) is { } selection ? entry => selection.Fits(entry, phrases.Today) : null;
}
