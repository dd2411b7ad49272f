using System.Globalization;
using LiaisonBot.Conversation.OfficeReports;
using LiaisonBot.Core;
using LiaisonBot.Core.Areas;
using LiaisonBot.Core.Delivery;
using LiaisonBot.Core.Evidence;
using LiaisonBot.Core.Matters;
using LiaisonBot.Core.People;
using LiaisonBot.Core.Sets;
using LiaisonBot.Core.Storage;
using LiaisonBot.Core.Visits;
using NodaTime.Text;

namespace LiaisonBot.Conversation.Sheets;

/// <summary>What is behind a link.</summary>
public abstract record Download
{
    /// <summary>Made when it was asked for.</summary>
    public sealed record Made(OfficeReport File) : Download;

    /// <summary>What somebody sent. Its bytes are to be disposed of by the reader.</summary>
    public sealed record Kept(EvidenceItem Item, Stream Bytes) : Download;

    /// <summary>It is there, and not given out.</summary>
    public sealed record Refused(Text Why) : Download;
}

/// <summary>
/// What people fetch by a link. One way for every client and cloud: bots that send files themselves are not had in
/// Teams of 21Vianet, in GCC High and DoD, nor in the Playground. A link leads to what the person may see when it is
/// opened, once, within <see cref="LinkService.Lasts"/>.
/// </summary>
public sealed class Downloads(LiaisonServices services, FileWays ways, string prefix)
{
    /// <summary>Path of the links on a host, before the token.</summary>
    public const string Path = "files";

    private const string BookType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private const string PaperType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    private static readonly LocalDatePattern IsoDay = LocalDatePattern.Iso;

    /// <summary>Addresses of new links; null where there is no address that a person's browser can reach.</summary>
    internal async Task<IReadOnlyList<Uri>?> LinksAsync(
        Person person,
        Language language,
        IReadOnlyList<(LinkTo To, AreaCode Area)> wanted,
        CancellationToken cancellationToken,
        string? only = null)
    {
        if (ways.Address() is not { } host)
        {
            return null;
        }

        var made = wanted.Select(w => (Token: ways.NewToken(), w.To, w.Area)).ToList();
        await services.Links.MakeAsync(person, language, made, cancellationToken, only);
        return [.. made.Select(m => new Uri(host, $"/{Path}/{m.Token}"))];
    }

    /// <summary>Addresses of new links to the evidence of a matter; null where there is no address.</summary>
    internal async Task<IReadOnlyList<Uri>?> EvidenceLinksAsync(
        Person person,
        Language language,
        MatterNumber number,
        IReadOnlyList<EvidenceItem> items,
        CancellationToken cancellationToken)
    {
        if (ways.Address() is not { } host)
        {
            return null;
        }

        var made = items.Select(item => (Token: ways.NewToken(), Only: $"{number.Key} {item.Id}")).ToList();
        await services.Links.MakeAsync(person, language, LinkTo.Evidence, number.City, made, cancellationToken);
        return [.. made.Select(m => new Uri(host, $"/{Path}/{m.Token}"))];
    }

    /// <summary>
    /// The file behind a link; null when there is none, or not any more, or when another browser has opened it.
    /// </summary>
    /// <param name="browser">A secret of the browser's own, by which it is known again.</param>
    public async Task<Download?> FetchAsync(string token, string browser, CancellationToken cancellationToken)
    {
        if (token.Length is 0 or > 200
            || await services.Links.FindAsync(token, cancellationToken) is not var (person, link))
        {
            return null;
        }

        if (link.To == LinkTo.Evidence)
        {
            return await EvidenceAsync(person, link, token, browser, cancellationToken);
        }

        var localizer = new Localizer(
            link.Language,
            await services.Directory.ReadAsync(cancellationToken),
            services.Calendar(),
            services.Clock.GetCurrentInstant(),
            prefix)
        { Steps = services.Steps };
        if (await MakeAsync(person, link, localizer, cancellationToken) is not { } file)
        {
            return null;
        }

        // Last, so that a file that could not be made leaves the link as it was.
        return await services.Links.OpenAsync(token, browser, cancellationToken) ? new Download.Made(file) : null;
    }

    /// <summary>
    /// A file of a matter, for whoever may see the matter now. What the scanner does not let be opened leaves the link
    /// as it was.
    /// </summary>
    private async Task<Download?> EvidenceAsync(
        Person person,
        Link link,
        string token,
        string browser,
        CancellationToken cancellationToken)
    {
        if (link.Only?.Split(' ') is not [var key, var id]
            || !MatterNumber.TryParse(key, 0, out var number)
            || await services.Matters.FindAsync(person, number, cancellationToken) is not { } tree
            || tree.Evidence.FirstOrDefault(one => one.IsFile && one.Id == id) is not { } item)
        {
            return null;
        }

        switch (await services.Evidence.OpenAsync(item, cancellationToken))
        {
            case EvidenceContent.Open open:
                if (await services.Links.OpenAsync(token, browser, cancellationToken))
                {
                    return new Download.Kept(item, open.Bytes);
                }

                await open.Bytes.DisposeAsync();
                return null;
            case EvidenceContent.Malicious:
                return new Download.Refused(SheetTexts.EvidenceMalicious);
            case EvidenceContent.NotScanned:
                return new Download.Refused(SheetTexts.EvidenceNotScanned);
            default:
                return null;
        }
    }

    /// <summary>Null when what it is about is not there for the person any more.</summary>
    private async Task<OfficeReport?> MakeAsync(
        Person person,
        Link link,
        Localizer localizer,
        CancellationToken cancellationToken)
    {
        switch (link.To)
        {
            case LinkTo.PeopleTemplate:
                return Book(localizer.Say(SheetTexts.PeopleTemplate), Templates.People(person, localizer));
            case LinkTo.MattersTemplate:
                return Book(localizer.Say(SheetTexts.MattersTemplate), Templates.Matters(person, localizer));
            case LinkTo.VisitsTemplate:
                return Book(localizer.Say(SheetTexts.VisitsTemplate), Templates.Visits(person, localizer));
            case LinkTo.Directory:
                return Book(
                    $"{localizer.Say(Texts.DirectoryTitle, localizer.Place(link.Area))} {Columns.Date(localizer.Today)}",
                    DirectoryBook.Of(link.Area, person, localizer));
            case LinkTo.Ledger:
                var register = await services.Lists.RegisterAsync(
                    person,
                    link.Area,
                    localizer.Today,
                    cancellationToken,
                    Only(link, localizer));
                var ended = await RegisterBook.EndedAsync(
                    services.Lists,
                    person,
                    link.Area,
                    cancellationToken,
                    Only(link, localizer));
                return Book(
                    $"{localizer.Place(link.Area)} {Words(link, localizer)}{localizer.Say(SheetTexts.LedgerFile)} {Columns.Date(localizer.Today)}",
                    RegisterBook.Of(
                        register,
                        ended,
                        await services.Lists.WholeAsync([.. register.Entries, .. ended], cancellationToken),
                        localizer));
            case LinkTo.Plan when PlanService.MaySeeAny(person):
                var of = services.Plans.YearOf(link.Area, Year(link), person, localizer.Directory);
                return Book(
                    localizer.Say(PlanTexts.Title, localizer.Place(link.Area), of.Year),
                    PlanBook.Plan(of, localizer));
            case LinkTo.Plan:
                return null;
            case LinkTo.Coverage:
                var counties = CoverageOf.Counties(link.Area, person, localizer.Directory);
                return Book(
                    localizer.Say(PlanTexts.CoverageTitle, localizer.Place(link.Area), Year(link)),
                    PlanBook.Cover(
                        CoverageOf.Of(
                            counties,
                            Year(link),
                            person,
                            services.PlanProfile,
                            localizer),
                        link.Area,
                        CoverageOf.KnowsPlans(counties, Year(link), person, localizer.Directory),
                        localizer));
            case LinkTo.Evaluations:
                return Book(
                    localizer.Say(YearTexts.EvaluationTitle, localizer.Place(link.Area)),
                    EvaluationBook.Of(
                        link.Area,
                        await services.Evaluations.OfPlaceAsync(person, link.Area, cancellationToken),
                        localizer));
            case LinkTo.YearPaper:
                var yearPaper = YearPaper.Of(await YearAsync(person, link, localizer, cancellationToken), localizer);
                return Written(yearPaper.Title, yearPaper);
            case LinkTo.TopicPaper:
                var sets = await services.Topics.OfTopicAsync(person, link.Only!, cancellationToken);
                var topicPaper = TopicPaper.Of(
                    link.Only!,
                    await services.Topics.FindingsAsync(sets, cancellationToken),
                    localizer);
                return Written(topicPaper.Title, topicPaper);
            case LinkTo.Campaign:
                return (await services.SelfChecks.CampaignsAsync(person, link.Area, cancellationToken))
                    .FirstOrDefault(one => one.Campaign.Key == link.Only) is { } campaign
                    ? Book(
                        $"{campaign.Campaign.Title} {Columns.Date(localizer.Today)}",
                        CampaignBook.Of(campaign, await services.Sets.FoundAsync(campaign.Sets, cancellationToken), localizer))
                    : null;
            case LinkTo.FindingsTemplate:
                return Book(localizer.Say(FindingTexts.TemplateFile), FindingBook.Template(localizer));
            case LinkTo.SetRegister:
                return await services.Sets.FindAsync(person, MatterNumber.Parse(link.Only!), cancellationToken) is { } set
                    ? Book(
                        $"{localizer.Place(set.Set.Area)} {localizer.Say(FindingTexts.RegisterFile)} {Columns.Date(localizer.Today)}",
                        FindingBook.Register(
                            set,
                            await services.Disclosures.OfSetAsync(person, set.Set.Number, cancellationToken) ?? [],
                            services.DisclosureRule,
                            localizer))
                    : null;
            case LinkTo.PlanSheet:
                return await services.Sets.PlanAsync(person, MatterNumber.Parse(link.Only!), cancellationToken) is { } plan
                    ? Book(
                        $"{localizer.Place(plan.View.Set.Area)} {localizer.Say(PlanSheetTexts.File)} {Columns.Date(localizer.Today)}",
                        PlanSheet.Pages(plan, localizer))
                    : null;
            case LinkTo.SetLists:
                return await services.Sets.FindAsync(person, MatterNumber.Parse(link.Only!), cancellationToken) is { } lists
                    ? Book(
                        $"{localizer.Place(lists.Set.Area)} {localizer.Say(PlanSheetTexts.ListsFile)} {Columns.Date(localizer.Today)}",
                        PlanSheet.Lists(lists, localizer))
                    : null;
            case LinkTo.DisclosurePaper:
                return link.Only!.Split(' ') is [var disclosed, var part]
                    && Enum.TryParse<DisclosedWhat>(part, out var what)
                    && await services.Disclosures.DraftAsync(person, MatterNumber.Parse(disclosed), what, cancellationToken) is { } draft
                    ? Written(localizer.Say(DisclosurePaperTexts.File, localizer.Place(draft.Set.Area)), DisclosurePaper.Of(draft, localizer))
                    : null;
            case LinkTo.ResidencyNotice:
                return localizer.Directory.PlannedVisits.FirstOrDefault(v => v.Key == link.Only && VisitRules.MayPlan(person, v)) is
                { Reception: { } reception } lives
                    ? Written(
                        localizer.Say(ResidencyNoticeTexts.File, localizer.Place(lives.Area)),
                        ResidencyNotice.Of(lives, reception, localizer))
                    : null;
            case LinkTo.SealedArchive:
                // Sealed for the archive: whoever fetches it cannot read it.
                return link.Only!.Split(' ') is [var closedIn, var file]
                    && await services.SealedArchive.ExportAsync(
                        person,
                        int.Parse(closedIn, CultureInfo.InvariantCulture),
                        int.Parse(file, CultureInfo.InvariantCulture),
                        $"archive-{link.Only}-{localizer.Now.ToUnixTimeTicks()}",
                        cancellationToken) is { } archived
                    ? new(archived, "application/json", $"{localizer.Say(SealedNameTexts.ArchiveFile)} {link.Only} {Columns.Date(localizer.Today)}.json")
                    : null;
            case LinkTo.MatterPaper:
                var number = MatterNumber.Parse(link.Only!);
                return await services.Matters.FindAsync(person, number, cancellationToken) is { } tree
                    ? Written(
                        $"{localizer.Say(PaperTexts.MatterPaper)} {number}",
                        MatterPaper.Of(tree, person, localizer))
                    : null;
            case LinkTo.SupervisionPaper:
                var supervised = MatterNumber.Parse(link.Only!);
                return await services.Matters.FindAsync(person, supervised, cancellationToken) is { } found
                    && SupervisionPaper.IsOf(found.Matter)
                    ? Written(
                        $"{localizer.Say(PaperTexts.SupervisionPaper)} {supervised}",
                        SupervisionPaper.Of(
                            found.Matter,
                            await services.Matters.HistoryAsync(supervised, cancellationToken),
                            localizer))
                    : null;
            case LinkTo.WeekPaper or LinkTo.MonthPaper:
                var span = new ReportSpan(IsoDay.Parse(link.Only!).Value, link.To == LinkTo.MonthPaper);
                var entries = (await services.Lists.RegisterAsync(
                    person,
                    link.Area,
                    localizer.Today,
                    cancellationToken)).Entries
                    .Concat(await RegisterBook.EndedAsync(
                        services.Lists,
                        person,
                        link.Area,
                        cancellationToken)).ToList();
                var paper = PeriodPaper.Of(
                    span,
                    link.Area,
                    entries,
                    await services.Lists.WholeAsync(entries, cancellationToken),
                    localizer);
                return Written($"{paper.Title} {link.Only}", paper);
            case LinkTo.Evidence:
            default:
                throw new ArgumentOutOfRangeException(nameof(link));
        }

        OfficeReport Book(string name, IReadOnlyList<SheetPage> pages) =>
            new(ways.Sheets.Write(pages, localizer.Now), BookType, name + ".xlsx");

        OfficeReport Written(string name, Paper paper) =>
            new(ways.Sheets.Write(paper, localizer.Now), PaperType, name + ".docx");
    }

    private async Task<YearFacts> YearAsync(
        Person person,
        Link link,
        Localizer localizer,
        CancellationToken cancellationToken)
    {
        var (city, year) = (link.Area, Year(link));
        IReadOnlyList<ListEntry> entries =
        [
            .. (await services.Lists.RegisterAsync(person, city, localizer.Today, cancellationToken)).Entries,
            .. await RegisterBook.EndedAsync(services.Lists, person, city, cancellationToken),
        ];
        var sets = await SetsAsync(person, city, year, cancellationToken);
        var facts = new YearFacts(
            city,
            year,
            [.. localizer.Directory.PlannedVisits.Where(v => v.Area.City == city
                && (VisitRules.MaySeePlan(person, v) || v.IsAnnounced(localizer.Today)))],
            CoverageOf.Of(
                CoverageOf.Counties(city, person, localizer.Directory),
                year,
                person,
                services.PlanProfile,
                localizer),
            entries,
            await services.Lists.WholeAsync(entries, cancellationToken),
            new Dictionary<MatterNumber, IReadOnlyList<HistoryEntry>>(),
            await services.Evaluations.OfCityAsync(person, city, cancellationToken))
        {
            Sets = sets,
            Clues = await services.Sealed.CountAsync(person, city, year, cancellationToken),
            Disclosures =
            [
                .. (await Task.WhenAll(sets.Select(set => services.Disclosures.OfSetAsync(person, set.Set.Number, cancellationToken))))
                    .SelectMany(views => views ?? []),
            ],
        };
        var histories = new Dictionary<MatterNumber, IReadOnlyList<HistoryEntry>>();
        foreach (var number in entries.Select(e => e.Number)
            .Where(n => !n.IsChild && n.Year == year)
            .Concat(facts.CarriedOver.Select(e => e.Number))
            .Distinct())
        {
            histories[number] = await services.Matters.HistoryAsync(number, cancellationToken);
        }

        return facts with { Histories = histories };
    }

    /// <summary>The sets of a city whose feedback was in a year. A range read, and three a set.</summary>
    private async Task<IReadOnlyList<SetView>> SetsAsync(
        Person person,
        AreaCode city,
        int year,
        CancellationToken cancellationToken)
    {
        List<SetView> views = [];
        foreach (var set in (await services.Sets.ListAsync(person, city, cancellationToken)).Where(s => s.Kind == SetKind.Feedback && s.FeedbackOn.Year == year))
        {
            if (await services.Sets.FindAsync(person, set.Number, cancellationToken) is { } view)
            {
                views.Add(view);
            }
        }

        return views;
    }

    private static int Year(Link link) => int.Parse(link.Only!, CultureInfo.InvariantCulture);

    private static string Words(Link link, Localizer localizer) =>
        link.Only is { } words && Phrases.Selection.Read(words, localizer.Directory.Areas, null) is { } selection
            ? string.Concat(selection.States.Select(s => localizer.Say(s.Name) + " "))
            : "";

    /// <summary>The matters that were asked for, by the words that the link keeps.</summary>
    private static Func<ListEntry, bool>? Only(Link link, Localizer localizer) =>
        ListedOnly.Read(link.Only) is { } listed ? entry => listed.Contains(entry.Number)
        : link.Only is { } words && Phrases.Selection.Read(words, localizer.Directory.Areas, null) is { } selection
            ? entry => selection.Fits(entry, localizer.Today)
        : null;
}
