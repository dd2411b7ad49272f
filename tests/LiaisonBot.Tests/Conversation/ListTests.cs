using System.Text.Json.Nodes;

namespace LiaisonBot.Tests.Conversation;

/// <summary>
/// Lists: their count on top, a line for each matter with its counties folded, filters as buttons; and the numbers of
/// the ledger, which lead to the lists that they count.
/// </summary>
public sealed class ListTests : IAsyncLifetime
{
    private Chats chats = null!;
    private string passedOn = "";

    /// <summary>Five matters in the city, one of them passed on to two counties.</summary>
    public async ValueTask InitializeAsync()
    {
        chats = await Chats.Open();
        passedOn = await chats.Leader.Assign("石家庄市", "全市食品安全隐患排查");
        await chats.City.Do(passedOn, "转办", ("转办至", "长安区,正定县"));
        await chats.Changan.Do(passedOn + "-1", "签收");
        await chats.Leader.Assign("长安区", "上报整改方案", "2026-11-25");
        await chats.Leader.Assign("长安区", "清理拖欠账款", "2026-12-02", urgent: true);
        var handedIn = await chats.Leader.Assign("正定县", "核查信访件");
        await chats.Zhengding.Do(handedIn, "签收");
        await chats.Zhengding.Do(handedIn, "报结", ("办理结果", "已核查"));
        await chats.Leader.Assign("正定县", "排查燃气管线");
    }

    public ValueTask DisposeAsync() => chats.DisposeAsync();

    [Theory]
    [InlineData("我的事项", "我的事项（7）　合5件事项，含转办件2项。", "转办2个县，1个已签收")]
    [InlineData("mine", "My matters (7) That is 5 matters, with 2 parts passed on to counties.", "2 counties, 1 signed")]
    public async Task Mine_WhatWasPassedOn_IsOneLineWithItsCountiesFolded(
        string said,
        string title,
        string fold)
    {
        var seen = await chats.Leader.Say(said);

        Assert.StartsWith($"{title}\n", seen.Text, StringComparison.Ordinal);
        Assert.Single(seen.Text.Split('\n'), line => line.Contains("全市食品安全隐患排查", StringComparison.Ordinal));
        Assert.Contains(fold, Toggles(seen.Card!));
    }

    [Fact]
    public async Task Mine_OfACounty_FoldsNothing()
    {
        var seen = await chats.Changan.Say("我的事项");

        Assert.StartsWith("我的事项（3）\n", seen.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("转办", seen.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Unsigned_OnlyTheCountyOfAMatter_StandsByItself()
    {
        var seen = await chats.Leader.Say("谁还没签收");

        Assert.Contains("未签收的有4项", seen.Text, StringComparison.Ordinal);
        Assert.Contains(passedOn + "-2", seen.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Second_OfAFoldedList_IsTheSecondLine()
    {
        var seen = await chats.Leader.Say("我的事项");
        var titles = seen.Text.Split('\n').Where(line => line is "上报整改方案" or "清理拖欠账款" or "核查信访件" or "排查燃气管线" or "全市食品安全隐患排查").ToList();

        Assert.Contains(titles[^1], (await chats.Leader.Say("最后一个")).Text, StringComparison.Ordinal);
        await chats.Leader.Say("我的事项");
        Assert.Contains(titles[2], (await chats.Leader.Say("第三个")).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("我的事项", "未签收", "急件", "按地区看", "本周到期")]
    [InlineData("长安区那几件啥情况", "急件", "本周到期")]
    [InlineData("mine", "Not signed for", "Urgent", "By place", "This week")]
    public async Task Filters_StandBelowTheList_AndEachButtonSaysHowManyItShows(string said, params string[] expected)
    {
        var list = await chats.Leader.Say(said);

        foreach (var name in expected)
            Assert.Contains(
                list.Titles.Concat(Toggles(list.Card!)),
                title => title.StartsWith(name, StringComparison.Ordinal));
        foreach (var filter in list.Buttons.Where(button => IsFilter(button) && char.IsAsciiDigit(button.Title[^1])))
        {
            var seen = await chats.Leader.PressOn(list, filter.Title);
            Assert.Contains(
                seen.Text.Split('\n'),
                line => line.StartsWith("只看", StringComparison.Ordinal) && line.Contains($"：{Count(filter)}项", StringComparison.Ordinal)
                    || line.StartsWith("Only ", StringComparison.Ordinal) && line.Contains($": {Count(filter)}", StringComparison.Ordinal));
            // Back to all of it.
            Assert.Equal(list.Text, (await chats.Leader.Press(seen.Titles.First(t => t.StartsWith("全部 ", StringComparison.Ordinal) || t.StartsWith("All ", StringComparison.Ordinal)))).Text);
        }
    }

    [Fact]
    public async Task Filters_OneAfterTheOther_NarrowFurther()
    {
        await chats.Leader.Say("我的事项");
        await chats.Leader.Press((await chats.Leader.Say("我的事项")).Titles.First(t => t.StartsWith("长安区 ", StringComparison.Ordinal)));
        var seen = await chats.Leader.Press(chats.Leader.Last.Titles.First(t => t.StartsWith("急件 ", StringComparison.Ordinal)));

        Assert.Contains("只看急件、长安区：1项", seen.Text, StringComparison.Ordinal);
        Assert.Contains("清理拖欠账款", seen.Text, StringComparison.Ordinal);
        // What is shown is what is spoken of.
        Assert.Contains("清理拖欠账款", (await chats.Leader.Say("第一个")).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("only", "no such state")]
    [InlineData("among", "99x")]
    [InlineData("span", "forever")]
    public async Task Filters_Forged_NarrowNothing(string name, string value)
    {
        var seen = await chats.Leader.Send("matter.mine", new JsonObject { [name] = value });

        Assert.StartsWith("我的事项（7）", seen.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("只看", seen.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Filters_OfAListWithOneMatter_AreNone()
    {
        var seen = await chats.Leader.Say("哪些等我审");

        Assert.DoesNotContain(seen.Buttons, IsFilter);
    }

    [Theory]
    [InlineData("Leader", "台账")]
    [InlineData("Office", "台账")]
    [InlineData("Office", "台账 石家庄市")]
    [InlineData("City", "ledger")]
    [InlineData("Changan", "台账")]
    public async Task Ledger_EachFigure_LeadsToAListOfSoMany(string who, string said)
    {
        chats.Clock.Advance(NodaTime.Duration.FromDays(2));
        var user = (User)typeof(Chats).GetProperty(who)!.GetValue(chats)!;
        var ledger = await user.Say(said);
        var figures = Cells(ledger.Card!).ToList();

        Assert.NotEmpty(figures);
        foreach (var (shown, action) in figures)
        {
            var seen = await user.Send(
                (string)action["verb"]!,
                (JsonObject)action["data"]!.DeepClone());
            Assert.Equal((shown, seen.Text), (LinesOf(seen), seen.Text));
        }
    }

    [Theory]
    [InlineData("台账", "未办结事项5项，另有转办件2项。合计不重复计转办件。", "转办件1")]
    [InlineData("ledger", "5 matters are open, and 2 parts of them passed on. The total counts a matter and its parts once.", "1 passed on")]
    public async Task Ledger_SaysHowManyAreMattersAndHowManyParts(string said, string sentence, string part)
    {
        var seen = await chats.City.Say(said);

        Assert.Contains(sentence, seen.Text, StringComparison.Ordinal);
        Assert.Equal(2, seen.Text.Split('\n').Count(line => line == part));
        Assert.DoesNotContain(part, (await chats.Changan.Say(said)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Digest_WhatWasPassedOn_IsOneLineWithItsCountiesFolded()
    {
        await chats.Deliver();
        await chats.Remind(new(2026, 12, 18));

        var seen = chats.City.Received[^1];
        Assert.StartsWith("今日提醒（", seen.Text, StringComparison.Ordinal);
        Assert.Contains("转办的县：2个", Toggles(seen.Card!));
        Assert.Contains("含转办件2项", seen.Text.Split('\n')[0], StringComparison.Ordinal);
    }

    private static bool IsFilter(Button button) =>
        button.Data.ContainsKey("only") || button.Data.ContainsKey("among") || button.Data.ContainsKey("span");

    private static int Count(Button filter) =>
        int.Parse(filter.Title[(filter.Title.LastIndexOf(' ') + 1)..], System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>Lines of a list, folded counties aside: each opens its matter.</summary>
    private static int LinesOf(Seen seen)
    {
        var lines = 0;
        Walk(seen.Card!, isHidden: false);
        return lines;

        void Walk(JsonNode? node, bool isHidden)
        {
            if (node is JsonArray array)
            {
                foreach (var item in array) Walk(item, isHidden);
            }
            else if (node is JsonObject element)
            {
                isHidden |= element["isVisible"] is JsonValue shown && !shown.GetValue<bool>();
                // A fold of counties alone opens nothing itself.
                if (!isHidden && (IsOpened(element) || IsFoldAlone(element))) lines++;
                foreach (var (_, child) in element) Walk(child, isHidden);
            }
        }
    }

    private static bool IsOpened(JsonObject element) =>
        (string?)element["type"] == "ColumnSet"
            && element["selectAction"] is JsonObject open
            && (string?)open["verb"] == "matter.open";

    private static bool IsFoldAlone(JsonObject element) =>
        (string?)element["type"] == "Container"
            && element["separator"] is JsonValue
            && element["selectAction"] is null
            && element.ToJsonString(Plain).Contains("转办的县", StringComparison.Ordinal);

    private static readonly System.Text.Json.JsonSerializerOptions Plain =
        new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static IEnumerable<string> Toggles(JsonNode node) =>
        Every(node).Where(e => (string?)e["type"] == "Action.ToggleVisibility").Select(e => (string)e["title"]!);

    /// <summary>The numbers of the table that can be pressed.</summary>
    private static IEnumerable<(int Shown, JsonObject Action)> Cells(JsonNode card) =>
        Every(card)
            .Where(e => (string?)e["type"] == "Column" && (string?)e["width"] is "40px" or "48px" && e["selectAction"] is JsonObject)
            .Select(e => (
                int.Parse((string)e["items"]![0]!["inlines"]![0]!["text"]!, System.Globalization.CultureInfo.InvariantCulture),
                (JsonObject)e["selectAction"]!));

    private static IEnumerable<JsonObject> Every(JsonNode? node) => node switch
    {
        JsonArray array => array.SelectMany(Every),
        JsonObject element => element.Select(pair => pair.Value).SelectMany(Every).Prepend(element),
        _ => [],
    };
}
