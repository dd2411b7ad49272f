using LiaisonBot.Tests.Conversation;
using LiaisonBot.Tests.Conversation.Rendering;
using Microsoft.Playwright;

namespace LiaisonBot.Gallery;

/// <summary>
/// Pictures of every card that the bot shows: both languages, on the narrowest phone and wide, light and dark, and
/// unfolded where something is folded; with a page that shows them all.
/// </summary>
internal static class GalleryCommand
{
    private const int Done = 0;
    private const int Failed = 1;
    private const int Misused = 2;

    private const string Usage = """
        Pictures of every card, as the official renderer shows them.

          --out <folder>   where to put them; artifacts/cards when left out
          --only <words>   only cards whose name contains one of these, with commas between: mine,form-PassOn
        """;

    /// <summary>Cards that go into one picture together, as the front page shows them.</summary>
    private static readonly (string File, string Theme, string[] Names)[] Sheets =
    [
        ("sheet-zh.png", "light", ["zh-matter-overdue", "zh-mine", "zh-ledger-of-city"]),
        ("sheet-en.png", "dark", ["en-matter-passed-on", "en-form-assign-one-line", "en-morning-0"]),
    ];

    public static async Task<int> Run(string[] args)
    {
        var (folder, only) = (Path.Combine("artifacts", "cards"), Array.Empty<string>());
        for (var i = 0; i < args.Length; i += 2)
            switch (args[i])
            {
                case "--out" when i + 1 < args.Length:
                    folder = args[i + 1];
                    break;
                case "--only" when i + 1 < args.Length:
                    only = args[i + 1]
                        .Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
                    break;
                default:
                    await Console.Error.WriteLineAsync(Usage);
                    return Misused;
            }

        if (Chromium.Found is null)
        {
            await Console.Error.WriteLineAsync("No Chromium was found: install one, or name it in LIAISON_CHROMIUM.");
            return Failed;
        }

        Console.WriteLine("Making the cards: people talk to the bot in both languages.");
        var cards = (await AllCards.Collect())
            .Where(c =>
                only.Length == 0
                    || Array.Exists(only, word => c.Name.Contains(word, StringComparison.OrdinalIgnoreCase)))
            .ToList();
        if (cards.Count == 0)
        {
            await Console.Error.WriteLineAsync($"No card is called like {string.Join(" or ", only)}.");
            return Failed;
        }

        folder = Directory.CreateDirectory(folder).FullName;
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await Chromium.Launch(playwright);
        var chinese = await CardPage.Open(browser, "zh-CN");
        var english = await CardPage.Open(browser, "en-GB");
        var (pictures, problems) = (new List<Picture>(), 0);
        for (var i = 0; i < cards.Count; i++)
        {
            Progress(i + 1, cards.Count, cards[i].Name);
            problems += await Photograph(cards[i], IsEnglish(cards[i]) ? english : chinese, folder, pictures);
        }

        foreach (var (file, theme, names) in Sheets)
            if (names.All(name => cards.Exists(c => c.Name == name)))
                await chinese.Photograph(
                    [.. names.Select(name => cards.First(c => c.Name == name).Card)],
                    CardPage.Phone,
                    theme,
                    Path.Combine(folder, file));
        await File.WriteAllTextAsync(Path.Combine(folder, "index.html"), ContactSheet.Of(pictures));
        Console.WriteLine($"{cards.Count} cards, {pictures.Count} pictures: {Path.Combine(folder, "index.html")}");
        return problems == 0 ? Done : Failed;
    }

    private static async Task<int> Photograph(CardKind kind, CardPage page, string folder, List<Picture> pictures)
    {
        var problems = 0;
        foreach (var width in new[] { CardPage.Phone, CardPage.Wide })
            foreach (var theme in CardPage.Themes)
            {
                var shown = await page.Show(kind.Card, width, theme);
                foreach (var problem in shown.Problems.Concat(shown.Overflow.Select(text => "wider than the card: " + text)))
                {
                    problems++;
                    await Console.Error.WriteLineAsync($"{kind.Name}, {width} {theme}: {problem}");
                }

                await Take($"{width}-{theme}");
                if (width == CardPage.Phone
                    && theme == "light"
                    && await page.Unfold()) await Take($"{width}-{theme}-unfolded");
            }

        return problems;

        async Task Take(string variant)
        {
            var file = $"{kind.Name}-{variant}.png";
            await page.Photograph(Path.Combine(folder, file));
            pictures.Add(new(kind.Name, variant, file, kind.Summary));
        }
    }

    private static bool IsEnglish(CardKind kind) => (string?)kind.Card["lang"] == "en";

    /// <summary>In one line that is written over, or, where the output goes into a file, in few.</summary>
    private static void Progress(int done, int all, string name)
    {
        if (!Console.IsOutputRedirected) Console.Write($"\r{done}/{all} {name,-50}{(done == all ? "\n" : "")}");
        else if (done % 25 == 0 || done == all) Console.WriteLine($"{done}/{all} {name}");
    }
}
