using System.Text.Json.Nodes;
using LiaisonBot.Conversation;
using LiaisonBot.Conversation.Features.Import;
using LiaisonBot.Conversation.Features.Matters;
using LiaisonBot.Conversation.Shell;
using LiaisonBot.Conversation.Wire;
using LiaisonBot.Core.Matters;

namespace LiaisonBot.Tests.Conversation;

/// <summary>
/// 交办这条消息: the form is filled from what somebody wrote in some chat, in a dialog that only one person sees.
/// </summary>
public sealed class AssignMessageTests : IAsyncLifetime
{
    private const string Message = "各位好。请长安区于11月30日前上报农村集体“三资”问题整改方案。\n要有时间表、责任人。";

    private Chats chats = null!;

    public async ValueTask InitializeAsync() => chats = await Chats.Open();

    public ValueTask DisposeAsync() => chats.DisposeAsync();

    [Fact]
    public async Task Message_FillsTheForm_AndNothingOfItIsLost()
    {
        var form = await chats.Leader.AssignMessage("长安区11月30日前上报整改方案。\n要有时间表、责任人。");

        string Value(string id) => form.Inputs.Single(i => i.Id == id).Value;
        Assert.Equal(
            ("130102", "2026-11-30", "长安区"),
            (Value(Fields.Area), Value(Fields.Due), Value(Fields.Responsible)));
        Assert.Equal("上报整改方案", Value(Fields.Title));
        Assert.Equal("长安区11月30日前上报整改方案。\n要有时间表、责任人。", Value(Fields.Target));
        Assert.Contains(MatterTexts.UnderstoodMessage.Chinese, form.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("各位好。请长安区11月30日前上报整改方案。", "上报整改方案")]
    [InlineData("各位领导，大家好！长安区11月30日前上报整改方案", "上报整改方案")]
    [InlineData("张主任您好，长安区11月30日前上报整改方案", "上报整改方案")]
    [InlineData("同志们辛苦了！长安区11月30日前上报整改方案", "上报整改方案")]
    [InlineData("Dear all, 长安区 submit the plan by November 30", "submit the plan")]
    [InlineData("好的，长安区11月30日前上报整改方案", "好的，上报整改方案")]
    [InlineData("各位好", "各位好")]
    [InlineData("大家好评如潮的项目 长安区11月30日前上报", "大家好评如潮的项目 上报")]
    public async Task Title_OfAMessageThatGreetsFirst_IsWhatFollows(string message, string title)
    {
        var form = await chats.Leader.AssignMessage(message);

        Assert.Equal(title, form.Inputs.Single(i => i.Id == Fields.Title).Value);
        Assert.Equal(message, form.Inputs.Single(i => i.Id == Fields.Target).Value);
    }

    [Fact]
    public async Task Form_Sent_AssignsAndEndsTheDialogWithTheNumber()
    {
        await chats.Leader.AssignMessage("长安区11月30日前上报整改方案");

        var end = await chats.Leader.PressInDialog("交办");

        Assert.Null(end.Card);
        Assert.Equal("已交办：冀巡交〔2026〕1301-1，石家庄市长安区，办理时限11月30日。在与联络机器人的单独对话中发送“1301-1”可以查看。", end.Text);
        Assert.Contains("上报整改方案", (await chats.Changan.Say("1301-1")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Form_SentTwice_AssignsOnce()
    {
        var form = await chats.Leader.AssignMessage("长安区11月30日前上报整改方案");
        var button = form.Button("交办");

        var first = await chats.Leader.SendInDialog(button, form);
        var second = await chats.Leader.SendInDialog(button, form);

        Assert.Equal(first.Text, second.Text);
        Assert.Contains("（1）", (await chats.Changan.Say("我的事项")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Form_WithSomethingWrong_ComesBackWithIt()
    {
        await chats.Leader.AssignMessage("上报整改方案");

        var again = await chats.Leader.PressInDialog("交办", ("责任地区", "长安区"), ("责任主体", ""));

        Assert.Equal(2, again.Text.Split("⚠").Length - 1);
        Assert.Equal("上报整改方案", again.Inputs.Single(i => i.Id == Fields.Title).Value);
        Assert.StartsWith(
            "已交办",
            (await chats.Leader.PressInDialog("交办", ("责任主体", "长安区委"), ("办理时限", "2026-12-01"))).Text,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Place_OfSeveral_IsChosenInTheDialog()
    {
        var form = await chats.Office.AssignMessage("桥西区11月30日前上报整改方案。\n附件要盖章。");
        Assert.Contains("桥西区", form.Text, StringComparison.Ordinal);

        var chosen = await chats.Office.PressInDialog(form.Buttons.First(b => b.Title.Contains(
            "张家口",
            StringComparison.Ordinal)).Title);

        Assert.StartsWith("1307", chosen.Inputs.Single(i => i.Id == Fields.Area).Value, StringComparison.Ordinal);
        Assert.EndsWith("附件要盖章。", chosen.Inputs.Single(i => i.Id == Fields.Target).Value, StringComparison.Ordinal);
        Assert.StartsWith("已交办", (await chats.Office.PressInDialog("交办")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Places_OfSeveral_AreAssignedToEach()
    {
        await chats.Leader.AssignMessage("长安区、正定县11月30日前上报整改方案");
        Assert.Equal(
            ImportTexts.AssignedToMany.In(Core.People.Language.Chinese, 2),
            (await chats.Leader.PressInDialog("交办")).Text);
    }

    [Fact]
    public async Task Message_ThatIsLong_IsCutAndSaysSo()
    {
        var form = await chats.Leader.AssignMessage("长安区11月30日前" + new string('整', 5000));
        Assert.Equal(MatterLimits.Target, form.Inputs.Single(i => i.Id == Fields.Target).Value.Length);
        Assert.Equal(MatterLimits.Title, form.Inputs.Single(i => i.Id == Fields.Title).Value.Length);
        Assert.Contains("只取前2000字", form.Text, StringComparison.Ordinal);
        Assert.StartsWith("已交办", (await chats.Leader.PressInDialog("交办")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Message_WithoutText_GivesTheEmptyForm()
    {
        var form = await chats.Leader.AssignMessage("");
        Assert.Equal("", form.Inputs.Single(i => i.Id == Fields.Title).Value);
        Assert.NotNull(form.Button("交办"));
    }

    [Fact]
    public async Task Cancel_ClosesTheDialog()
    {
        await chats.Leader.AssignMessage(Message);
        Assert.Same(Seen.Nothing, await chats.Leader.PressInDialog("取消"));
        Assert.Equal("{}", ActivityWriter.InvokeAnswer(Opened(chats.Leader), TurnAnswer.Silence).ToString());
    }

    [Fact]
    public async Task WhoeverMayNotAssign_IsToldSo_AlsoWhenTheyForgeTheForm()
    {
        var form = await chats.Leader.AssignMessage("长安区11月30日前上报整改方案");
        foreach (var user in new[] { chats.Member, chats.City, chats.Changan, chats.Supervision, chats.Audit })
        {
            var refused = await user.AssignMessage("长安区11月30日前上报整改方案");
            Assert.Null(refused.Card);
            Assert.Contains("交办", refused.Text, StringComparison.Ordinal);
            Assert.DoesNotContain(
                "已交办",
                (await user.SendInDialog(form.Button("交办"), form)).Text,
                StringComparison.Ordinal);
        }

        var stranger = chats.Join("ffffffff-0000-4000-8000-000000000099", "陌生人");
        Assert.Equal(ShellTexts.Stranger.Chinese, (await stranger.AssignMessage("长安区11月30日前上报整改方案")).Text);
        Assert.Equal(ShellTexts.Stranger.Chinese, (await stranger.SendInDialog(form.Button("交办"), form)).Text);
    }

    [Theory]
    [InlineData("open")]
    [InlineData("do")]
    [InlineData("matter.do")]
    [InlineData("matter.open")]
    [InlineData("saveSettings")]
    [InlineData("whatever")]
    public async Task Dialog_DoesNothingElse(string verb)
    {
        await chats.Leader.Assign("长安区");
        var forged = new Button(
            "",
            verb,
            new JsonObject { ["number"] = "2026-1301-1", ["act"] = nameof(Act.Withdraw), ["reason"] = "x" },
            false);
        Assert.Equal(
            ShellTexts.UnknownButton.In(Core.People.Language.Chinese, "我的事项"),
            (await chats.Leader.SendInDialog(forged, Seen.Nothing)).Text);
    }

    /// <summary>A message comes from a chat with others: what is pushed must not go there.</summary>
    [Fact]
    public async Task Message_DoesNotMakeTheChatTheBotsOwn()
    {
        await chats.Changan.AssignMessage(Message);
        await chats.Leader.Assign("长安区", "不外传的事");
        await chats.Deliver();
        Assert.Single(chats.Changan.Received);
    }

    [Fact]
    public async Task Answer_IsADialogOfSubmits()
    {
        var seen = await chats.Leader.AssignMessage(Message);
        var task = JsonNode.Parse(ActivityWriter.InvokeAnswer(
            Opened(chats.Leader),
            TurnAnswer.Of(seen.Message!)).ToString())!["task"]!;
        Assert.Equal(("continue", "交办事项"), ((string?)task["type"], (string?)task["value"]!["title"]));
        var card = task["value"]!["card"]!;
        Assert.Equal(ActivityWriter.CardType, (string?)card["contentType"]);
        Assert.DoesNotContain("Action.Execute", card.ToJsonString(), StringComparison.Ordinal);
        Assert.Equal(
            "matter.assignNow",
            (string?)Submits(card).First(a => (string?)a["title"] == "交办")["data"]![ActivityWriter.DialogVerb]);
        Assert.Equal("""{"task":{"type":"message","value":"x"}}""", ActivityWriter.InvokeAnswer(Opened(chats.Leader), TurnAnswer.Of(OutgoingMessage.OfText("x"))).ToString());
    }

    private static ChatEvent Opened(User user) =>
        new ChatEvent.AssignMessage("1", user.Address, user.ObjectId, null, Message);

    private static IEnumerable<JsonObject> Submits(JsonNode node) => node switch
    {
        JsonObject o =>
            [
                .. (string?)(o["type"] as JsonValue) == "Action.Submit" ? [o] : Array.Empty<JsonObject>(),
                .. o.Where(p => p.Value is not null).SelectMany(p => Submits(p.Value!))
            ],
        JsonArray a => a.OfType<JsonNode>().SelectMany(Submits),
        _ => [],
    };
}
