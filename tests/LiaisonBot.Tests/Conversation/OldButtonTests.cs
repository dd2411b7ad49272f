using System.Text.Json.Nodes;
using LiaisonBot.Conversation.Features;
using LiaisonBot.Conversation.Shell;

namespace LiaisonBot.Tests.Conversation;

/// <summary>
/// Cards stay in chats for years. Buttons of every kind that there was before buttons carried ids are in
/// old-buttons.json as cards had them, in both languages, each with the command that it asked for: they ask for it
/// still.
/// </summary>
public sealed class OldButtonTests : IAsyncLifetime
{
    private const int Year = 2026;

    private static readonly JsonArray Recorded = JsonNode.Parse(File.ReadAllText(Path.Combine(
        AppContext.BaseDirectory,
        "old-buttons.json")))!.AsArray();

    private Chats chats = null!;

    public async ValueTask InitializeAsync() => chats = await Chats.Open();

    public ValueTask DisposeAsync() => chats.DisposeAsync();

    [Fact]
    public void EveryButton_AsksForWhatItAskedFor()
    {
        Assert.True(Recorded.Count > 200, $"{Recorded.Count}");
        Assert.All(Recorded, button =>
        {
            var values = button!["data"]!
                .AsObject()
                .ToDictionary(v => v.Key, v => (string)v.Value!, StringComparer.Ordinal);
            foreach (var input in button["inputs"]?.AsArray() ?? []) values[(string)input!] = $"typed into {input}";
            var command = AllFeatures.Registry.OfButton((string)button["verb"]!, values, Year);
            var expected = button["arguments"]!.AsObject();
            if ((string?)button["command"] is not { } id)
            {
                Assert.Equal((string?)expected["typed"], Assert.IsType<ChatCommand.Unknown>(command).Typed);
                return;
            }

            var call = Assert.IsType<ChatCommand.Call>(command);
            Assert.Equal((id, button.ToJsonString()), (call.Id, button.ToJsonString()));
            foreach (var (name, value) in expected) Assert.Equal((name, (string)value!), (name, call.Arguments[name]));
            foreach (var input in button["inputs"]?.AsArray() ?? []) Assert.Equal(
                $"typed into {input}",
                call.Arguments[(string)input!]);
        });
    }

    /// <summary>
    /// Forms that the walk over all cards does not reach: changes of the division, and a correction of what a city
    /// passed on.
    /// </summary>
    private static bool IsSeldom(string form) =>
        form.StartsWith("areas.", StringComparison.Ordinal) || form == "matter.do Correct note";

    /// <summary>The inputs of a form on an old card are those that its command still reads.</summary>
    [Fact]
    public async Task EveryForm_HasTheInputsThatItHad()
    {
        var now = new HashSet<string>(StringComparer.Ordinal);
        foreach (var kind in await AllCards.Collect())
        {
            var seen = new Seen(kind.Card);
            now.UnionWith(seen.Buttons.Where(b => b.SendsInputs)
                .SelectMany(b => seen.Inputs.Select(i => $"{b.Verb} {b.Data["act"]} {i.Id}")));
        }

        var before = Recorded.Where(b => b!["inputs"] is not null)
            .SelectMany(b =>
                b!["inputs"]!
                    .AsArray()
                    .Select(i =>
                        $"{b["command"]} {((string)b["command"]! == "matter.assignNow" ? null : b["data"]!["act"])} {i}"));
        Assert.Equal([], before.Except(now).Where(form => !IsSeldom(form)));
    }

    /// <summary>
    /// The same button of an old card is one step, whether it arrives before or after an update of the bot, or both.
    /// </summary>
    [Fact]
    public async Task OldForm_SentTwice_IsOneStep()
    {
        var number = await chats.Leader.Assign("长安区");
        await chats.Changan.Do(number, "签收");
        var data = new JsonObject
        {
            ["card"] = "old",
            ["act"] = "ReportProgress",
            ["number"] = "2026-1301-000001",
            ["progress"] = "完成一半"
        };
        Assert.StartsWith("已反馈进展", (await chats.Changan.Send("do", data)).Text, StringComparison.Ordinal);
        await chats.Changan.Send("do", data);
        await chats.Changan.Say(number);
        var history = await chats.Changan.Press("办理记录");
        Assert.Single(history.Text.Split('\n'), "完成一半");
    }

    [Theory]
    [InlineData("say", "text", "我的事项", "我的事项（1）")]
    [InlineData("say", "text", "签收 2026-1301-000001", "已签收")]
    [InlineData("open", "number", "2026-1301-000001", "待签收")]
    [InlineData("say", "text", "台账 1301", "石家庄市台账")]
    [InlineData("say", "text", "帮助", "您好，长安区联络员。您可以这样说：")]
    public async Task OldButton_OnACardInTheChat_IsAnswered(string verb, string name, string value, string answer)
    {
        await chats.Leader.Assign("长安区");
        Assert.StartsWith(
            answer,
            (await chats.Changan.Send(verb, new JsonObject { ["card"] = "old", [name] = value })).Text,
            StringComparison.Ordinal);
    }
}
