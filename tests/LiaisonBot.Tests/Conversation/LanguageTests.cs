using System.Reflection;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using LiaisonBot.Conversation;
using LiaisonBot.Conversation.Features.Matters;
using LiaisonBot.Conversation.Features.Reminders;
using LiaisonBot.Core.Areas;
using LiaisonBot.Core.People;
using LiaisonBot.Local.Demo;
using LiaisonBot.Tests.Calendar;

namespace LiaisonBot.Tests.Conversation;

/// <summary>Chinese first, English second, neither in pieces.</summary>
public sealed partial class LanguageTests
{
    private static IReadOnlyList<(string Name, Text Text)> All => AllTexts.All;

    [Fact]
    public void Text_OfEachName_IsThereInBothLanguagesWithTheSamePlaceholders()
    {
        Assert.NotEmpty(All);
        foreach (var (name, text) in All)
        {
            Assert.False(string.IsNullOrWhiteSpace(text.Chinese), name);
            Assert.False(string.IsNullOrWhiteSpace(text.English), name);
            Assert.Equal(Placeholders(text.Chinese), Placeholders(text.English));
            // The number that is one is said in a word, or again as it is.
            if (text.One is { } one) Assert.Equal(
                Placeholders(text.English).Replace("{0}", "", StringComparison.Ordinal).Trim(),
                Placeholders(one).Replace("{0}", "", StringComparison.Ordinal).Trim());
        }
    }

    [Fact]
    public void Text_InEnglish_HasNoChineseButForExamplesOfPlaces()
    {
        foreach (var (name, text) in All.Where(t =>
            t.Name is not (nameof(ReminderTexts.SpeakChinese) or nameof(MatterTexts.HelpAssign))))
            Assert.False(Chinese().IsMatch(text.English + text.One), name);
    }

    [Fact]
    public async Task EveryCard_OfAnEnglishPerson_IsEnglishButForNamesAndTypedText()
    {
        foreach (var kind in (await AllCards.Collect()).Where(k => k.Name.StartsWith("en-", StringComparison.Ordinal)))
        {
            var seen = new Seen(WithoutBeginnings((JsonObject)kind.Card.DeepClone()));
            var text = string.Join(
                '\n',
                [kind.Summary, seen.Text, .. seen.Inputs.SelectMany(i => i.Choices).Select(c => c.Words)]);
            foreach (var name in Names(kind)) text = text.Replace(name, "", StringComparison.Ordinal);
            Assert.False(Chinese().IsMatch(text), $"{kind.Name}: {Chinese().Match(text).Value} in:\n{text}");
        }
    }

    [Fact]
    public async Task Message_ToAnEnglishPerson_IsEnglish()
    {
        await using var chats = await Chats.Open();
        await chats.Changan.SpeakEnglish();
        await chats.Leader.Assign("长安区");
        await chats.Deliver();
        Assert.StartsWith("省委第一巡视组组长: Assigned\nTo be signed for", chats.Changan.Last.Text, StringComparison.Ordinal);
        Assert.StartsWith("Signed for", (await chats.Changan.Press("Sign for")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Answer_ToSomeoneWithoutASetting_IsInTheLanguageOfTheCommandAndOfItsCard()
    {
        await using var chats = await Chats.Open();
        await chats.Leader.Assign("长安区");
        Assert.StartsWith("My matters", (await chats.Changan.Say("mine")).Text, StringComparison.Ordinal);
        Assert.StartsWith("To be signed for", (await chats.Changan.Press("Open")).Text, StringComparison.Ordinal);
        Assert.StartsWith("Signed for", (await chats.Changan.Press("Sign for")).Text, StringComparison.Ordinal);
        Assert.StartsWith("我的事项", (await chats.Changan.Say("我的事项")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Answer_ToSomeoneWithASetting_IsInTheirLanguageWhateverTheyType()
    {
        await using var chats = await Chats.Open();
        await chats.Leader.Assign("长安区");
        await chats.Changan.SpeakEnglish();
        Assert.StartsWith("My matters", (await chats.Changan.Say("我的事项")).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("en-US", "我的事项", "My matters")]
    [InlineData("en-GB", "1301-1", "To be signed for")]
    [InlineData("en", "mine", "My matters")]
    [InlineData("EN_us", "台账", "Ledger of")]
    [InlineData("zh-CN", "mine", "我的事项")]
    [InlineData("zh-Hans-CN", "1301-1", "待签收")]
    [InlineData("zh-TW", "ledger", "石家庄市长安区台账")]
    [InlineData("fr-FR", "mine", "My matters")]
    [InlineData("fr-FR", "我的事项", "我的事项")]
    [InlineData("x", "mine", "My matters")]
    [InlineData(null, "mine", "My matters")]
    [InlineData(null, "1301-1", "待签收")]
    public async Task Answer_ToSomeoneWithoutASetting_IsInTheLanguageOfTheirClient(
        string? locale,
        string said,
        string expected)
    {
        await using var chats = await Chats.Open();
        await chats.Leader.Assign("长安区");
        chats.Changan.Locale = locale;
        Assert.StartsWith(expected, (await chats.Changan.Say(said)).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("en-US")]
    [InlineData("zh-CN")]
    [InlineData(null)]
    public async Task Answer_ToSomeoneWithASetting_IsInItWhateverTheirClientIsSetTo(string? locale)
    {
        await using var chats = await Chats.Open();
        await chats.Leader.Assign("长安区");
        await chats.Changan.SpeakEnglish();
        chats.Changan.Locale = locale;
        Assert.StartsWith("My matters", (await chats.Changan.Say("我的事项")).Text, StringComparison.Ordinal);
        Assert.StartsWith("您好", (await chats.Changan.Say("中文")).Text, StringComparison.Ordinal);
        Assert.StartsWith("我的事项", (await chats.Changan.Say("mine")).Text, StringComparison.Ordinal);
        Assert.StartsWith("Hello", (await chats.Changan.Say("English")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Greeting_OfANewChat_IsInTheLanguageOfTheClientAndOffersTheOther()
    {
        await using var chats = await Chats.Open();
        chats.Changan.Locale = "en-US";
        Assert.StartsWith("Hello", (await chats.Changan.Open()).Text, StringComparison.Ordinal);
        Assert.StartsWith("您好", (await chats.Changan.Press("中文")).Text, StringComparison.Ordinal);
        Assert.StartsWith("您好", (await chats.Zhengding.Open()).Text, StringComparison.Ordinal);
        Assert.StartsWith("Hello", (await chats.Zhengding.Press("English")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Stranger_IsToldInTheLanguageOfTheirClient()
    {
        await using var chats = await Chats.Open();
        var stranger = chats.Join("00000000-0000-4000-8000-000000000099", "somebody");
        stranger.Locale = "en-US";
        Assert.StartsWith("Hello", (await stranger.Say("你好")).Text, StringComparison.Ordinal);
        stranger.Locale = "zh-CN";
        Assert.StartsWith("您好", (await stranger.Say("hello")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task MessageAndDigest_ToSomeoneWithoutASetting_AreInTheLanguageLastSpokenWithThem()
    {
        await using var chats = await Chats.Open();
        chats.Changan.Locale = "en-US";
        await chats.Changan.Say("1");
        chats.Changan.Locale = null;
        await chats.Leader.Assign("长安区", due: "2026-11-25");
        await chats.Deliver();
        Assert.StartsWith("省委第一巡视组组长: Assigned", chats.Changan.Last.Text, StringComparison.Ordinal);
        Assert.StartsWith("省委第一巡视组组长: Assigned", chats.Changan.Last.Summary, StringComparison.Ordinal);
        Assert.StartsWith("省委第一巡视组组长 已交办", chats.City.Last.Text, StringComparison.Ordinal);
        await chats.Remind(Chats.Today.PlusDays(2));
        Assert.StartsWith("Today's reminders", chats.Changan.Last.Text, StringComparison.Ordinal);
        chats.Changan.Locale = "zh-CN";
        await chats.Changan.Say("1");
        await chats.Leader.Assign("长安区", due: "2026-12-25");
        await chats.Deliver();
        Assert.StartsWith("省委第一巡视组组长 已交办", chats.Changan.Last.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ClientInAnotherLanguage_IsNoNewChat()
    {
        await using var chats = await Chats.Open();
        await chats.Changan.Open();
        chats.Wait();
        chats.Changan.Locale = "en-US";
        // A chat that is new is greeted, however it is opened.
        var again = await chats.Changan.Take(new ChatEvent.Opened(
            "again",
            chats.Changan.Address,
            chats.Changan.ObjectId,
            true,
            "en-US",
            Installed: false));
        Assert.Null(again.Card);
    }

    [Theory]
    [InlineData(1, "1 working day left")]
    [InlineData(2, "2 working days left")]
    [InlineData(0, "0 working days left")]
    public void Text_OfANumber_IsInTheSingularForOne(int days, string expected)
    {
        Assert.Equal(expected, Texts.DueInWorkingDays.In(Language.English, days));
        Assert.Equal($"还有{days}个工作日", Texts.DueInWorkingDays.In(Language.Chinese, days));
    }

    /// <summary>One finding, one place: what is counted of sets is in the singular where it is one.</summary>
    [Fact]
    public void TextsOfSets_ThatCount_SayOneInTheSingular()
    {
        var texts = typeof(Texts).Assembly.GetTypes().Where(type => type.Name is "SetTexts" or "PlanFillTexts" or "SelfCheckTexts"
                or "CampaignTexts" or "CheckTexts" or "DisclosureTexts" or "TopicTexts" or "FindingTexts" or "PlanSheetTexts"
                or "CampaignBookTexts" or "DisclosureBookTexts" or "DisclosurePaperTexts" or "TopicPaperTexts")
            .SelectMany(type => type.GetFields(BindingFlags.Public | BindingFlags.Static))
            .Where(field => field.FieldType == typeof(Text))
            .Select(field => (field.Name, Text: (Text)field.GetValue(null)!))
            .ToList();
        var counting = texts.Where(one => Counting().IsMatch(one.Text.English)).ToList();

        Assert.True(counting.Count > 10);
        Assert.Empty(counting
            // One of the table is too many is never one.
            .Where(one => one.Name != "TooMany")
            .Where(one => one.Text.One is null || !Counting().Match(one.Text.English).Groups["at"].Value.Equals("0", StringComparison.Ordinal))
            .Select(one => one.Name));
        Assert.Empty(texts.Where(one => one.Text.One is { } said && Counting().IsMatch(said)).Select(one => one.Name));
    }

    [GeneratedRegex(@"(?<![Aa]t most |up to |1 to |for |least )\{(?<at>\d)\} (?:more |working )?(?:findings|places|sets|cells|counties|feedbacks|self-checks|names|days|months|rows)\b", RegexOptions.None, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Counting();

    /// <summary>
    /// Every text that a person sees is in <see cref="Texts"/>. What people type is read elsewhere, in whatever they
    /// type.
    /// </summary>
    [Fact]
    public void Sources_OfTheConversation_HoldNoChineseTextButInTheTable()
    {
        var folder = Path.Combine(SourceFolder.Root, "bot", "LiaisonBot.Conversation");
        var elsewhere = Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories)
            .Where(f =>
                Path.GetRelativePath(folder, f) is var name
                    && !IsOfWords(name)
                    && !name.StartsWith("obj", StringComparison.Ordinal)
                    && !name.StartsWith("bin", StringComparison.Ordinal))
            .SelectMany(f =>
                File.ReadLines(f).Select(line => (File: Path.GetRelativePath(folder, f), Line: line.Trim())))
            .Where(x => !x.Line.StartsWith("//", StringComparison.Ordinal))
            .Select(x =>
                (x.File, Literals: string.Join(' ', Literal().Matches(x.Line.Split(" // ")[0]).Select(m => m.Value))))
            .Where(x => Chinese().IsMatch(x.Literals)).Select(x => $"{x.File}: {x.Literals}").Except(Read).ToList();
        Assert.True(elsewhere.Count == 0, string.Join('\n', elsewhere));
    }

    /// <summary>Where texts stand, and where what people type is read.</summary>
    private static bool IsOfWords(string name) =>
        name.StartsWith("Reading", StringComparison.Ordinal)
        || name.Contains("Spoken", StringComparison.Ordinal)
        || name.EndsWith("Texts.cs", StringComparison.Ordinal)
        || name.EndsWith("Feature.cs", StringComparison.Ordinal)
        || name.StartsWith("Phrases", StringComparison.Ordinal)
        || name == Path.Combine("Sheets", "Headings.cs")
        || name == Path.Combine("Sheets", "VisitHeadings.cs")
        || name == Path.Combine("Sheets", "FindingHeadings.cs")
        || Path.GetFileName(name) is "CalendarHandler.cs" or "CommandParser.cs" or "Command.cs" or "OldButtons.cs" or "Sentences.cs" or "Quotation.cs" or "Step.cs";

    /// <summary>Patterns of Chinese dates, and pieces of Chinese that are read or put into what is read.</summary>
    private static readonly string[] Read =
    [
        Path.Combine("Sheets", "TextTable.cs") + ": \"\\t|,;，\"",
        Path.Combine("Wire", "MessagePayload.cs") + ": \"{text}（{sender}）\"",
        "Localizer.cs: \"M月d日\"",
        "Localizer.cs: \"yyyy年M月d日\"",
        $"{Path.Combine("Features", "Matters", "Forms.cs")}: \"天\"",
        .. new[] { "'年'", "'于' '在'", "'）'", "'（'" }
            .Select(literal => $"{Path.Combine("Features", "Matters", "MatterHandler.cs")}: {literal}"),
    ];

    /// <summary>Longest first: the name of a county may be part of another one.</summary>
    private static List<string> Names(CardKind kind)
    {
        var areas = AreaBook.Load(DemoData.Province, [new(AreaCode.Parse("1300U001"), "省审计厅")]);
        return [.. kind.Typed.SelectMany(t => t.Split('\n')).Where(t => t.Length > 0)
            .Concat(DemoData.People.Select(p => p.Name))
            .Concat(areas.All.SelectMany(a => new[] { areas.FullName(a.Code), a.Name }))
            .Append(areas.Province.Name).Append(DemoData.Prefix).Append("中文").Concat(NoticeTextTests.Words).Append(MatterTexts.HelpAssign.English[7..10])
            .OrderByDescending(n => n.Length)];
    }

    /// <summary>A folded text is there as a whole; its beginning, cut anywhere, is no name.</summary>
    private static JsonObject WithoutBeginnings(JsonObject card)
    {
        foreach (var container in Elements(card).ToList())
            if (((string?)container["id"])?.StartsWith("short-", StringComparison.Ordinal) == true) container.Parent!
                .AsArray()
                .Remove(container);
        return card;

        static IEnumerable<JsonObject> Elements(JsonNode? node) => node switch
        {
            JsonObject element => element.SelectMany(p => Elements(p.Value)).Prepend(element),
            JsonArray array => array.SelectMany(Elements),
            _ => [],
        };
    }

    private static string Placeholders(string text) =>
        string.Join(
            ' ',
            Placeholder()
                .Matches(text)
                .Select(m => m.Value)
                .Distinct(StringComparer.Ordinal)
                .Order(StringComparer.Ordinal));

    [GeneratedRegex("""\"(?:[^\"\\]|\\.)*\"|'[^']+'""", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Literal();

    [GeneratedRegex(@"\{\d\}", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Placeholder();

    [GeneratedRegex(@"\p{IsCJKUnifiedIdeographs}+|[，。：；！？（）、]", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Chinese();
}
