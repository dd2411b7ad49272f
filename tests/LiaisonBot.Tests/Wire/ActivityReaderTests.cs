using System.Text;
using System.Text.Json.Nodes;
using LiaisonBot.Conversation;
using LiaisonBot.Conversation.Wire;
using LiaisonBot.Core.People;

namespace LiaisonBot.Tests.Wire;

/// <summary>What the conversation gets to see of an activity. The activities are those the Playground sends.</summary>
[Trait("Kind", "Pure")]
public sealed class ActivityReaderTests
{
    private const string Conversation = """{"conversationType":"personal","tenantId":"00000000-0000-4000-8000-000000000100","id":"demo-chat-11"}""";
    private const string From = """{"id":"demo-user-11","name":"省委第一巡视组组长","aadObjectId":"00000000-0000-4000-8000-000000000011"}""";
    private static readonly ChatAddress Address = new(
        "msteams",
        "http://localhost:56150/_connector",
        "demo-chat-11",
        "demo-user-11",
        "liaisonbot",
        "00000000-0000-4000-8000-000000000100");

    [Fact]
    public void Message_OfAPerson_IsTheirText()
    {
        var message = Assert.IsType<ChatEvent.Message>(Understood(Activity("message", """ "text":"帮助","textFormat":"plain" """)).Incoming);
        Assert.Equal(
            new ChatEvent.Message("25589a54", Address, "00000000-0000-4000-8000-000000000011", true, "en-US", "帮助"),
            message);
    }

    /// <summary>As Teams sends it: learn.microsoft.com/microsoftteams/platform/bots/how-to/bots-filesv4.</summary>
    [Fact]
    public void Message_WithAFile_HasTheLinkThatNeedsNoSignIn()
    {
        var message = Assert.IsType<ChatEvent.Message>(Understood(Activity("message", """
            "attachments":[
              {"contentType":"application/vnd.microsoft.teams.file.download.info","contentUrl":"https://contoso.sharepoint.com/personal/a/Documents/a.xlsx","name":"交办清单.xlsx",
               "content":{"downloadUrl":"https://contoso.sharepoint.com/download?tempauth=x","uniqueId":"1150D938","fileType":"xlsx","etag":"\"{1150D938},1\""}},
              {"contentType":"text/html","content":"<p>请看</p>"}]
            """)).Incoming);
        Assert.Equal(("", false), (message.Text, message.HasOther));
        Assert.Equal(
            ("交办清单.xlsx", "https://contoso.sharepoint.com/download?tempauth=x"),
            (Assert.Single(message.Files).Name, message.Files[0].Address.AbsoluteUri));
    }

    [Theory]
    [InlineData("""{"contentType":"image/*","contentUrl":"https://smba.example/views/original"}""", true)]
    [InlineData("""{"contentType":"application/vnd.microsoft.teams.file.download.info","content":{"fileType":"xlsx"}}""", true)]
    [InlineData("""{"contentType":"application/vnd.microsoft.teams.file.download.info","content":{"downloadUrl":"no address"}}""", true)]
    [InlineData("""{"contentType":"application/vnd.microsoft.teams.file.download.info","content":{"downloadUrl":5},"name":7}""", true)]
    [InlineData("""{"contentType":"application/vnd.microsoft.teams.file.download.info"}""", true)]
    [InlineData("""{"contentType":"text/html","content":"<p>x</p>"}""", false)]
    [InlineData("5", false)]
    [InlineData("{}", false)]
    public void Message_WithSomethingElse_HasNoFile(string attachment, bool other)
    {
        var message = Assert.IsType<ChatEvent.Message>(Understood(Activity(
            "message",
            $"\"text\":\"x\",\"attachments\":[{attachment}]")).Incoming);
        Assert.Empty(message.Files);
        Assert.Equal(other, message.HasOther);
    }

    [Fact]
    public void Message_WithoutText_IsAnEmptyText() =>
        Assert.Equal("", Assert.IsType<ChatEvent.Message>(Understood(Activity("message", """ "attachments":[] """)).Incoming).Text);

    [Theory]
    [InlineData("<at>联络机器人</at> 帮助", "帮助")]
    [InlineData("  <at>联络机器人</at>&nbsp;帮助 ", "帮助")]
    [InlineData("帮助<at>联络机器人</at>", "帮助")]
    [InlineData("<at>联络机器人</at>", "")]
    [InlineData("<at>联络机器人</at> 交办 <at>张三</at>", "交办 张三")]
    public void Message_ThatMentionsTheBot_IsTheTextWithoutTheMention(string text, string expected)
    {
        var entities = """[{"type":"mention","text":"<at>联络机器人</at>","mentioned":{"id":"liaisonbot"}},{"type":"mention","text":"<at>张三</at>","mentioned":{"id":"29:x"}},{"type":"clientInfo"}]""";
        var group = Activity("message", $$""" "text":{{JsonValue.Create(text).ToJsonString()}},"entities":{{entities}} """).Replace("\"personal\"", "\"groupChat\"", StringComparison.Ordinal);
        var message = Assert.IsType<ChatEvent.Message>(Understood(group).Incoming);
        Assert.Equal(expected, message.Text);
        Assert.False(message.Personal);
    }

    [Fact]
    public void Message_InAThreadOfAChannel_IsAnsweredThere_AndKnowsItsChannel()
    {
        var activity = Activity("message", """ "text":"<at>联络机器人</at> 绑定 石家庄" """)
            .Replace("\"personal\"", "\"channel\"", StringComparison.Ordinal).Replace(
                "\"demo-chat-11\"",
                "\"19:x@thread.tacv2;messageid=17\"",
                StringComparison.Ordinal);
        var address = Understood(activity).Incoming.Address;
        Assert.Equal(("19:x@thread.tacv2;messageid=17", ChatKind.Channel), (address.ConversationId, address.Kind));
        Assert.Equal(
            ("19:x@thread.tacv2", "", ChatKind.Channel),
            (address.OfRoom().ConversationId, address.OfRoom().UserId, address.OfRoom().Kind));
    }

    [Theory]
    [InlineData("\"trigger\":\"automatic\",", true)]
    [InlineData("\"trigger\":\"manual\",", false)]
    [InlineData("", false)]
    public void Action_SaysWhetherTheClientAskedByItself(string trigger, bool automatic)
    {
        var activity = Activity("invoke", $$""" "name":"adaptiveCard/action","value":{ {{trigger}} "action":{"type":"Action.Execute","verb":"view","data":{"number":"1301-1"} } } """);
        Assert.Equal(automatic, Assert.IsType<ChatEvent.CardAction>(Understood(activity).Incoming).Automatic);
    }

    [Theory]
    [InlineData("""[{"id":"liaisonbot"}]""", true)]
    [InlineData("""[{"id":"29:x"}]""", false)]
    public void Group_ThatTheBotWasAddedTo_WasOpened(string added, bool opened)
    {
        var activity = Activity("conversationUpdate", $$""" "membersAdded":{{added}} """).Replace("\"personal\"", "\"groupChat\"", StringComparison.Ordinal);
        Assert.Equal(
            opened,
            Read(activity) is Reading.Understood { Incoming: ChatEvent.Opened { Personal: false, Installed: false } });
    }

    [Theory]
    [InlineData("""[]""")]
    [InlineData("""[{"type":"mention","text":"<at>张三</at>","mentioned":{"id":"29:x"}}]""")]
    public void GroupMessage_WithoutAMentionOfTheBot_IsIgnored(string entities)
    {
        var group = Activity("message", $$""" "text":"<at>张三</at> 帮助","entities":{{entities}} """).Replace("\"personal\"", "\"channel\"", StringComparison.Ordinal);
        Assert.IsType<Reading.Ignored>(Read(group));
    }

    [Fact]
    public void GroupMessage_WithTheTagButNoEntity_IsForTheBot()
    {
        var group = Activity("message", """ "text":"<at>联络机器人</at> 帮助" """).Replace("\"personal\"", "\"channel\"", StringComparison.Ordinal);
        Assert.Equal("帮助", Assert.IsType<ChatEvent.Message>(Understood(group).Incoming).Text);
    }

    [Fact]
    public void Message_WithATagThatIsNoMention_KeepsIt() =>
        Assert.Equal("<at>某人</at> <b>粗</b>", Assert.IsType<ChatEvent.Message>(Understood(Activity("message", """ "text":"<at>某人</at> <b>粗</b>" """)).Incoming).Text);

    [Fact]
    public void CardAction_CarriesVerbAndData()
    {
        var action = Assert.IsType<ChatEvent.CardAction>(Understood(Activity(
            "invoke", """ "name":"adaptiveCard/action","replyToId":"1","value":{"action":{"type":"Action.Execute","title":"签收","verb":"sign","data":{"n":1,"t":"输入值","deep":{"a":[null]}}}} """)).Incoming);
        Assert.Equal(("sign", "1"), (action.Verb, action.Card));
        Assert.Equal("""{"n":1,"t":"\u8F93\u5165\u503C","deep":{"a":[null]}}""", action.Data.ToJsonString());
    }

    [Theory]
    [InlineData(""" "data":null """)]
    [InlineData(""" "title":"签收" """)]
    public void CardAction_WithoutData_HasNone(string rest) =>
        Assert.Empty(Assert.IsType<ChatEvent.CardAction>(Understood(Activity(
            "invoke", $$$""" "name":"adaptiveCard/action","value":{"action":{"type":"Action.Execute","verb":"sign",{{{rest}}}}} """)).Incoming).Data);

    [Fact]
    public void CardAction_InAGroup_NeedsNoMention() =>
        Assert.False(Understood(Activity("invoke", """ "name":"adaptiveCard/action","value":{"action":{"type":"Action.Execute","verb":"sign"}} """)
            .Replace("\"personal\"", "\"groupChat\"", StringComparison.Ordinal)).Incoming.Personal);

    [Theory]
    [InlineData("""{"commandId":"find","parameters":[{"name":"text","value":"整改"}],"queryOptions":{"skip":25,"count":25}}""", "整改", 25)]
    [InlineData("""{"parameters":[{"name":"initialRun","value":"true"}],"queryOptions":{"skip":-1}}""", "", 0)]
    [InlineData("""{"parameters":[7,{"name":"text","value":["x"]},{"value":"x"}],"queryOptions":{"skip":"x"}}""", "", 0)]
    [InlineData("""{}""", "", 0)]
    public void Search_IsItsText_AndNeverInTheBotsOwnChat(string value, string text, int skip)
    {
        var search = Assert.IsType<ChatEvent.Search>(Understood(Activity("invoke", $$""" "name":"composeExtension/query","value":{{value}} """)).Incoming);
        Assert.Equal((text, skip, false), (search.Text, search.Skip, search.Personal));
    }

    [Theory]
    [InlineData("null")]
    [InlineData("[]")]
    public void Search_WithoutAValue_IsRefused(string value) =>
        Assert.IsType<Reading.BadInvoke>(Read(Activity("invoke", $$""" "name":"composeExtension/query","value":{{value}} """)));

    [Theory]
    [InlineData("installationUpdate", """ "action":"add" """)]
    [InlineData("conversationUpdate", """ "membersAdded":[{"id":"demo-user-11"},{"id":"liaisonbot"}] """)]
    [InlineData("conversationUpdate", """ "membersAdded":[{"id":"liaisonbot"}] """)]
    public void OpeningTheChat_IsOpened(string type, string rest)
    {
        var opened = Assert.IsType<ChatEvent.Opened>(Understood(Activity(type, rest)).Incoming);
        Assert.Equal("00000000-0000-4000-8000-000000000011", opened.Sender);
        Assert.Equal(Address, opened.Address);
    }

    [Fact]
    public void OpeningTheChat_ObjectIdOnlyAmongTheMembers_IsTaken()
    {
        var activity = Activity("conversationUpdate", """ "membersAdded":[{"id":"liaisonbot"},{"id":"demo-user-11","aadObjectId":"00000000-0000-4000-8000-000000000011"}] """)
            .Replace(From, """{"id":"demo-user-11"}""", StringComparison.Ordinal);
        Assert.Equal("00000000-0000-4000-8000-000000000011", Understood(activity).Incoming.Sender);
    }

    [Theory]
    [InlineData("installationUpdate", """ "action":"remove" """)]
    [InlineData("conversationUpdate", """ "membersAdded":[] """)]
    [InlineData("conversationUpdate", """ "membersRemoved":[{"id":"demo-user-11"}] """)]
    [InlineData("conversationUpdate", """ "topicName":"新名称" """)]
    [InlineData("typing", """ "text":"" """)]
    public void OtherActivities_AreIgnored(string type, string rest) =>
        Assert.IsType<Reading.Ignored>(Read(Activity(type, rest)));

    [Fact]
    public void Sender_WithoutAnObjectId_IsUnknown() =>
        Assert.Null(Understood(Activity("message", """ "text":"x" """).Replace(From, """{"id":"demo-user-11"}""", StringComparison.Ordinal)).Incoming.Sender);

    /// <summary>Who else reads there, nobody knows: what is not said to be personal is a room.</summary>
    [Theory]
    [InlineData("""{"id":"demo-chat-11"}""")]
    [InlineData("""{"id":"demo-chat-11","isGroup":false}""")]
    [InlineData("""{"id":"demo-chat-11","isGroup":null,"conversationType":null}""")]
    [InlineData("""{"id":"demo-chat-11","conversationType":""}""")]
    [InlineData("""{"id":"demo-chat-11","conversationType":"Personal"}""")]
    [InlineData("""{"id":"demo-chat-11","conversationType":" personal"}""")]
    [InlineData("""{"id":"demo-chat-11","conversationType":"meeting"}""")]
    [InlineData("""{"id":"demo-chat-11","conversationType":"personal","isGroup":true}""")]
    public void Conversation_ThatDoesNotSayItIsPersonal_IsNot(string conversation)
    {
        string Of(string activity) => activity.Replace(Conversation, conversation, StringComparison.Ordinal);

        Assert.IsType<Reading.Ignored>(Read(Of(Activity("message", """ "text":"我的事项" """))));
        var mentioned = Understood(Of(Activity("message", """ "text":"<at>联络机器人</at> 我的事项","entities":[{"type":"mention","text":"<at>联络机器人</at>","mentioned":{"id":"liaisonbot"}}] """)));
        Assert.False(mentioned.Incoming.Personal);
        Assert.Equal(ChatKind.Group, mentioned.Incoming.Address.Kind);
        Assert.False(Understood(Of(Activity("invoke", """ "name":"adaptiveCard/action","value":{"action":{"type":"Action.Execute","verb":"say","data":{"text":"我的事项"}}} """))).Incoming.Personal);
        Assert.IsType<Reading.Ignored>(Read(Of(Activity("installationUpdate", """ "action":"add" """))));
        Assert.False(Understood(Of(Activity("conversationUpdate", """ "membersAdded":[{"id":"liaisonbot"}] """))).Incoming.Personal);
        Assert.IsType<Reading.Ignored>(Read(Of(Activity("conversationUpdate", """ "membersAdded":[{"id":"demo-user-11"}] """))));
    }

    [Fact]
    public void Activity_WithoutAnId_IsTheSameOneWhenTheBytesAre()
    {
        var activity = Activity("message", """ "text":"x" """).Replace("\"id\":\"25589a54\",", "", StringComparison.Ordinal);
        var first = Understood(activity);
        Assert.Null(first.Envelope.ActivityId);
        Assert.Equal(first.Incoming.Id, Understood(activity).Incoming.Id);
        Assert.NotEqual(
            first.Incoming.Id,
            Understood(activity.Replace("\"x\"", "\"y\"", StringComparison.Ordinal)).Incoming.Id);
    }

    [Theory]
    [InlineData("application/json", true)]
    [InlineData("application/json; charset=utf-8", true)]
    [InlineData("Application/JSON;charset=\"UTF-8\"", true)]
    [InlineData("application/activity+json", true)]
    [InlineData("text/json", false)]
    [InlineData("text/plain", false)]
    [InlineData("application/json; charset=gb18030", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public void MediaType_IsJsonInUtf8(string? type, bool expected) =>
        Assert.Equal(expected, ActivityReader.IsJson(type));

    private static string Activity(string type, string rest) =>
        $$"""{"type":"{{type}}","id":"25589a54","channelId":"msteams","serviceUrl":"http://localhost:56150/_connector","conversation":{{Conversation}},"from":{{From}},"recipient":{"id":"liaisonbot","name":"联络机器人"},"locale":"en-US",{{rest}}}""";

    private static Reading Read(string activity) => ActivityReader.Read(Encoding.UTF8.GetBytes(activity));

    private static Reading.Understood Understood(string activity) => Assert.IsType<Reading.Understood>(Read(activity));
}
