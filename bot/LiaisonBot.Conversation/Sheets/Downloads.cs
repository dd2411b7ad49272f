using LiaisonBot.Conversation.OfficeReports;
using LiaisonBot.Core;
using LiaisonBot.Core.Areas;
using LiaisonBot.Core.Delivery;
using LiaisonBot.Core.People;
using LiaisonBot.Core.Storage;

namespace LiaisonBot.Conversation.Sheets;

/// <summary>
/// What people fetch by a link. One way for every client and cloud: bots that send files themselves are not had in Teams of 21Vianet, in GCC High and DoD,
/// nor in the Playground. A link leads to what the person may see when it is opened, once, within <see cref="LinkService.Lasts"/>.
/// </summary>
public sealed class Downloads(LiaisonServices services, FileWays ways, string prefix)
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
        await services.Links.Make(person, language, made, cancellationToken, only);
        return [.. made.Select(m => new Uri(host, $"/{Path}/{m.Token}"))];
    }

    /// <summary>The file behind a link; null when there is none, or not any more, or when another browser has opened it.</summary>
    /// <param name="browser">A secret of the browser's own, by which it is known again.</param>
    public async Task<OfficeReport?> Fetch(string token, string browser, CancellationToken cancellationToken)
    {
        if (token.Length is 0 or > 200 || await services.Links.Find(token, cancellationToken) is not var (person, link))
        {
            return null;
        }

        var localizer = new Localizer(link.Language, await services.Directory.Read(cancellationToken), services.Calendar(), services.Clock.GetCurrentInstant(), prefix);
        var (name, pages) = link.To switch
        {
            LinkTo.PeopleTemplate => (localizer.Say(Texts.PeopleTemplate), Templates.People(person, localizer)),
            LinkTo.MattersTemplate => (localizer.Say(Texts.MattersTemplate), Templates.Matters(person, localizer)),
            LinkTo.Ledger => ($"{localizer.Place(link.Area)} {Words(link, localizer)}{localizer.Say(Texts.LedgerFile)} {Columns.Date(localizer.Today)}",
                RegisterBook.Of(await services.Lists.Register(person, link.Area, localizer.Today, cancellationToken, Only(link, localizer)), await RegisterBook.Ended(services.Lists, person, link.Area, cancellationToken, Only(link, localizer)), localizer)),
        };
        var file = new OfficeReport(ways.Sheets.Write(pages, localizer.Now), MediaType, name + ".xlsx");
        // Last, so that a file that could not be made leaves the link as it was.
        return await services.Links.Open(token, browser, cancellationToken) ? file : null;
    }

    private static string Words(Link link, Localizer localizer) =>
        link.Only is { } words && Commands.Selection.Read(words, localizer.Directory.Areas, null) is { } selection ? string.Concat(selection.States.Select(s => localizer.Say(s.Name) + " ")) : "";

    /// <summary>The matters that were asked for, by the words that the link keeps.</summary>
    private static Func<Core.Matters.ListEntry, bool>? Only(Link link, Localizer localizer) =>
        link.Only is { } words && Commands.Selection.Read(words, localizer.Directory.Areas, null) is { } selection ? entry => selection.Fits(entry, localizer.Today) : null;
}
