using System.Text.Json.Nodes;
using LiaisonBot.Conversation;
using LiaisonBot.Core.Matters;

namespace LiaisonBot.Tests.Conversation;

/// <summary>
/// Every kind of card against the documented schema of Adaptive Cards 1.5, and against what Teams takes.
/// </summary>
public sealed class CardSchemaTests
{
    /// <summary>The limit of a message is about 100 KB; wire.md keeps to 80.</summary>
    private const int Bytes = 80 * 1024;

    private static readonly string[] Spacings = [
        "None",
        "Small",
        "Default",
        "Medium",
        "Large",
        "ExtraLarge",
        "Padding"
    ];

    /// <summary>Forms that have no room for one more row.</summary>
    private static readonly string[] Longest =
        ["form-assign", "understood", "form-Correct", "person", "disclosure", "evaluation-form", "set-add"];

    private static readonly string[] Colors = ["default", "dark", "light", "accent", "good", "warning", "attention"];
    private static readonly string[] Styles = ["default", "emphasis", "good", "attention", "warning", "accent"];
    private static readonly string[] InputProperties = [
        "id",
        "label",
        "isRequired",
        "errorMessage",
        "value",
        "spacing",
        "separator"
    ];

    /// <summary>The elements that may be used, each with its properties; all are in version 1.5 or before.</summary>
    private static readonly Dictionary<string, string[]> Elements = new(StringComparer.Ordinal)
    {
        ["AdaptiveCard"] = ["version", "lang", "body", "msteams", "refresh"],
        ["TextBlock"] = ["text", "wrap", "color", "weight", "isSubtle", "size", "spacing", "separator"],
        ["RichTextBlock"] = ["inlines", "spacing", "separator", "horizontalAlignment"],
        ["TextRun"] = ["text", "weight", "isSubtle", "color", "size"],
        ["Container"] = ["items", "style", "spacing", "separator", "selectAction", "id", "isVisible"],
        ["ColumnSet"] = ["columns", "spacing", "separator", "selectAction"],
        ["Column"] = ["items", "width", "spacing", "separator", "verticalContentAlignment", "selectAction"],
        ["ActionSet"] = ["actions", "spacing", "separator"],
        ["Action.Execute"] = ["title", "verb", "data", "style", "associatedInputs"],
        // Opens a dialog; nothing else of ours is one.
        ["Action.Submit"] = ["title", "data"],
        ["Action.OpenUrl"] = ["title", "url"],
        ["Action.ToggleVisibility"] = ["title", "targetElements"],
        ["Image"] = ["url", "altText", "size", "spacing", "separator"],
        ["Input.Toggle"] = [.. InputProperties, "title", "valueOn", "wrap"],
        ["Input.Text"] = [.. InputProperties, "maxLength", "isMultiline", "placeholder"],
        ["Input.Date"] = InputProperties,
        ["Input.Time"] = InputProperties,
        ["Input.ChoiceSet"] = [.. InputProperties, "choices", "isMultiSelect", "style", "wrap"],
    };

    /// <summary>What each property may hold, where the schema names it.</summary>
    private static readonly Dictionary<string, Func<JsonNode?, bool>> Values = new(StringComparer.Ordinal)
    {
        ["spacing"] = v => Spacings.Contains((string?)v),
        ["color"] = v => Colors.Contains((string?)v),
        ["weight"] = v => (string?)v is "Bolder" or "Default" or "Lighter",
        ["size"] = v => (string?)v is "Small" or "Default" or "Medium" or "Large" or "ExtraLarge",
        ["wrap"] = IsFlag,
        ["isSubtle"] = IsFlag,
        ["separator"] = IsFlag,
        ["isRequired"] = IsFlag,
        ["isVisible"] = IsFlag,
        ["horizontalAlignment"] = v => (string?)v is "Left" or "Center" or "Right",
        ["altText"] = v => !string.IsNullOrWhiteSpace((string?)v),
        ["isMultiline"] = IsFlag,
        ["isMultiSelect"] = IsFlag,
        ["text"] = v => (string?)v is { Length: > 0 } && IsFilled(v),
        ["label"] = v => !string.IsNullOrWhiteSpace((string?)v) && IsFilled(v),
        ["id"] = v => !string.IsNullOrWhiteSpace((string?)v),
        ["title"] = v => !string.IsNullOrWhiteSpace((string?)v) && IsFilled(v),
        ["verb"] = v => !string.IsNullOrWhiteSpace((string?)v),
        ["data"] = v => v is JsonObject,
        ["associatedInputs"] = v => (string?)v is "none" or "auto",
        ["maxLength"] = v => (int?)v > 0,
        ["lang"] = v => (string?)v is "zh" or "en",
        ["version"] = v => (string?)v == "1.5",
        ["width"] = v =>
            (string?)v is "auto" or "stretch" || ((string?)v)?.EndsWith("px", StringComparison.Ordinal) == true,
    };

    [Fact]
    public async Task Card_OfEveryKind_KeepsToVersionOneFive()
    {
        var wrong = new List<string>();
        foreach (var kind in await AllCards.Collect())
        {
            Check(kind.Card, kind.Name, wrong);
            CheckIds(kind, wrong);
            if (Size(kind.Card) is > Bytes and var size) wrong.Add($"{kind.Name}: {size} bytes");
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong.Distinct(StringComparer.Ordinal).Take(50)));
    }

    /// <summary>
    /// In half the width of a phone no more than the month of a date is seen, and a time has no arrow. Forms that would then
    /// be longer than the screen say their date above.
    /// </summary>
    [Fact]
    public async Task Day_OrTime_HasARowOfItsOwn()
    {
        var wrong = (await AllCards.Collect())
            .Where(kind => !Array.Exists(Longest, name => kind.Name.Contains(name, StringComparison.Ordinal)))
            .SelectMany(kind => Beside(kind.Card).Select(id => $"{kind.Name}: {id}"))
            .ToList();
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));

        static IEnumerable<string> Beside(JsonNode? node) => Descendants(node)
            .Where(o => o["columns"] is JsonArray { Count: > 1 })
            .SelectMany(Descendants)
            .Where(o => (string?)o["type"] is "Input.Date" or "Input.Time")
            .Select(o => (string)o["id"]!);
    }

    private static IEnumerable<JsonObject> Descendants(JsonNode? node) => node switch
    {
        JsonObject element => element.SelectMany(property => Descendants(property.Value)).Prepend(element),
        JsonArray all => all.SelectMany(Descendants),
        _ => []
    };

    [Fact]
    public async Task AllKinds_AreAmongThem()
    {
        var names = (await AllCards.Collect()).Select(k => k.Name).ToHashSet(StringComparer.Ordinal);
        foreach (var act in Acts.All.Where(a =>
            a is not (Act.Assign or Act.Sign or Act.Undo or Act.Close or Act.AcceptDocket or Act.AddEvidence or Act.DropQuestion
                or Act.Follow or Act.Unfollow)))
            foreach (var name in new[] { $"zh-form-{act}", $"zh-form-{act}-wrong", $"en-form-{act}" })
                Assert.Contains(name, names);
    }

    [Fact]
    public async Task Card_WithTheLongestTextsThatTakeTheMostRoom_StaysBelowTheLimit()
    {
        // An emoji takes twelve bytes in JSON for its two units of text: nothing takes more.
        static string Emoji(int units) => string.Concat(Enumerable.Repeat("😀", units / 2));
        await using var chats = await Chats.Open();
        var number = await chats.Leader.Assign(
            "石家庄市",
            Emoji(100),
            more: [("责任主体", Emoji(100)), ("目标任务", Emoji(2000)), ("依据", Emoji(500))]);
        await chats.City.Say(number);
        var form = await chats.City.Press("转办");
        await chats.City.Press(
            "提交",
            ("转办至", string.Join(',', form.Input("areas").Choices.Select(c => c.Value))),
            ("转办要求", Emoji(1000)));
        foreach (var (child, i) in form.Input("areas").Choices.Select((c, i) => (c, i)))
            await chats.City.Do($"{number}-{i + 1}", "撤回", ("原因", "另行安排"));
        for (var i = 0; i < 4; i++)
        {
            await chats.City.Do(number, "报结", ("办理结果", Emoji(4000)));
            Assert.StartsWith(
                "已退回",
                (await chats.Leader.Do(number, "退回", ("进一步整改要求", Emoji(1000)))).Text,
                StringComparison.Ordinal);
        }

        await chats.City.Do(number, "转办", ("转办至", string.Join(',', form.Input("areas").Choices.Select(c => c.Value))));
        await chats.City.Do(number, "申请延期", ("延期理由", Emoji(1000)), ("申请延至", "2026-12-30"));
        foreach (var seen in new[]
        {
            await chats.Leader.Say(number),
            await chats.Leader.Press("办理记录"),
            await chats.Leader.Press("更早的记录")
        })
            Assert.InRange(seen.Message!.Card!.ToBytes().Length, 1, Bytes);
    }

    [Fact]
    public async Task Message_OfEveryKind_HasASummaryForTheToast()
    {
        var wrong = (await AllCards.Collect())
            .Where(k =>
                string.IsNullOrWhiteSpace(k.Summary)
                    || k.Summary.Length > 200
                    || k.Summary.Contains('\n', StringComparison.Ordinal))
            .Select(k => $"{k.Name}: {k.Summary}").ToList();
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    /// <summary>No two elements are called the same, and what is shown or hidden by a press is there.</summary>
    private static void CheckIds(CardKind kind, List<string> wrong)
    {
        List<string> ids = [], targets = [];
        Look(kind.Card);
        wrong.AddRange(ids.GroupBy(id => id)
            .Where(same => same.Count() > 1)
            .Select(same => $"{kind.Name}: two elements are called {same.Key}"));
        wrong.AddRange(targets.Except(ids).Select(id => $"{kind.Name}: a press shows {id}, which is not there"));

        void Look(JsonNode? node)
        {
            if (node is JsonObject element)
            {
                if (element["id"] is { } id) ids.Add((string)id!);
                targets.AddRange(element["targetElements"]?.AsArray().Select(t => (string)t!) ?? []);
                foreach (var (name, child) in element)
                    if (name != "data") Look(child);
            }
            else if (node is JsonArray array)
            {
                foreach (var item in array) Look(item);
            }
        }
    }

    private static void Check(JsonObject element, string where, List<string> wrong)
    {
        var type = (string?)element["type"] ?? "";
        where += " > " + type;
        if (!Elements.TryGetValue(type, out var properties))
        {
            // Beyond 1.5: what an older client shows in its place has to be right.
            if (element["fallback"] is JsonObject fallback) Check(fallback, where + " fallback", wrong);
            else wrong.Add($"{where}: not in 1.5 and without a fallback");
            return;
        }

        foreach (var (name, value) in element.Where(p => p.Key != "type"))
        {
            if (!properties.Contains(name)) wrong.Add($"{where}: has no property {name}");
            else if (!(name == "style"
                ? IsStyle(type, (string?)value)
                : !Values.TryGetValue(name, out var fits)
                    || fits(value))) wrong.Add($"{where}: {name} is {value?.ToJsonString()}");
            if (name is "choices" or "msteams" or "targetElements") continue;
            if (value is JsonArray { Count: 0 }) wrong.Add($"{where}: {name} is empty");
            foreach (var child in value is JsonArray array
                ? array.OfType<JsonObject>()
                : value is JsonObject one && name == "selectAction"
                ? [one]
                : [])
                Check(child, where, wrong);
        }

        foreach (var name in Needed(type))
            if (element[name] is null)
                wrong.Add($"{where}: lacks {name}");
        if (type == "ActionSet"
            && element["actions"]!.AsArray().Count > 5) wrong.Add($"{where}: more buttons than are shown");
        if (type == "TextBlock" && (bool?)element["wrap"] != true) wrong.Add($"{where}: does not wrap");
        if ((bool?)element["isRequired"] == true
            && element["errorMessage"] is null) wrong.Add($"{where}: does not say what is missing");
        if (type == "Input.ChoiceSet")
            foreach (var choice in element["choices"]!.AsArray())
                if (string.IsNullOrEmpty((string?)choice!["title"])
                    || string.IsNullOrEmpty((string?)choice["value"])) wrong.Add($"{where}: a choice without words or value");
    }

    private static string[] Needed(string type) => type switch
    {
        "AdaptiveCard" => ["version", "body"],
        "RichTextBlock" => ["inlines"],
        "TextBlock" or "TextRun" => ["text"],
        "Container" or "Column" => ["items"],
        "ColumnSet" => ["columns"],
        "ActionSet" => ["actions"],
        "Action.Execute" => ["title", "verb", "data"],
        "Action.Submit" => ["title", "data"],
        "Action.OpenUrl" => ["title", "url"],
        "Action.ToggleVisibility" => ["title", "targetElements"],
        // Who does not see it is told what it shows.
        "Image" => ["url", "altText"],
        "Input.ChoiceSet" => ["id", "label", "choices"],
        "Input.Toggle" => ["id", "label", "title"],
        _ => ["id", "label"],
    };

    private static bool IsStyle(string type, string? style) => type switch
    {
        "Action.Execute" => style is "default" or "positive" or "destructive",
        "Input.ChoiceSet" => style is "compact" or "expanded" or "filtered",
        _ => Styles.Contains(style),
    };

    private static int Size(JsonObject card) => new Json { ["card"] = card }.ToBytes().Length;

    /// <summary>What a text leaves open for a value was filled in; what people typed, with a word of theirs, may look like it.</summary>
    private static bool IsFilled(JsonNode? value) =>
        ((string)value!).Contains("${title}", StringComparison.Ordinal)
        || !Enumerable.Range(0, 6).Any(i => ((string)value!).Contains($"{{{i}}}", StringComparison.Ordinal));

    private static bool IsFlag(JsonNode? value) =>
        value?.GetValueKind() is System.Text.Json.JsonValueKind.True or System.Text.Json.JsonValueKind.False;
}
