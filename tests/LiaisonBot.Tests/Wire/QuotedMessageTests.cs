using System.Text;
using System.Text.Json.Nodes;
using LiaisonBot.Conversation;
using LiaisonBot.Conversation.Wire;

namespace LiaisonBot.Tests.Wire;

/// <summary>
/// What comes with a message, in the shapes that were seen of Teams in 2026 (public bridges and SDKs, Graph's
/// documentation).
/// </summary>
[Trait("Kind", "Pure")]
public sealed class QuotedMessageTests
{
    private const string Reply = "<blockquote itemscope=\"\" itemtype=\"http://schema.skype.com/Reply\" itemid=\"1600457867820\">\n<strong itemprop=\"mri\" itemid=\"8:orgid:0de6\">联络机器人</strong><span itemprop=\"time\" itemid=\"1600457867820\"></span>\n<p itemprop=\"preview\">交办：上报方案（1301-2）</p>\n</blockquote>";

    [Theory]
    [InlineData("<quoted messageId=\"5\"/> 签收", "签收")]
    [InlineData("<quoted messageId=\"5\"/>签收", "签收")]
    [InlineData("<quoted messageId=\"5\"></quoted>\n签收", "签收")]
    [InlineData("<quoted messageId=\"5\"/> <quoted messageId=\"6\"/> 签收", "签收")]
    [InlineData("签收 <quoted messageId=\"5\"/>", "签收")]
    [InlineData("<quoted messageId=\"5\"/>", "")]
    public void Mark_IsNoPartOfTheWords(string text, string words)
    {
        var message = Message(text);
        Assert.Equal((words, new Quoted("5", "")), (message.Text, message.Quoted));
    }

    [Theory]
    [InlineData("签收 1301-1")]
    [InlineData("<quoted messageId=5 没有结束")]
    [InlineData("请看 <b>这里</b>")]
    public void TextWithoutAMark_StaysAsItIs(string text)
    {
        var message = Message(text);
        Assert.Equal((text, null), (message.Text, message.Quoted));
    }

    [Fact]
    public void Entity_CarriesThePreview()
    {
        var message = Message("<quoted messageId=\"1772050244572\"/> 签收", """ ,"entities":[{"type":"clientInfo"},{"type":"quotedReply","quotedReply":{"messageId":"1772050244572","senderId":"28:x","senderName":"联络机器人","preview":"交办（1301-2）","time":"1772050244572","validatedMessageReference":true}}] """);
        Assert.Equal(("签收", new Quoted("1772050244572", "交办（1301-2）")), (message.Text, message.Quoted));
    }

    [Theory]
    [InlineData("签收")]
    [InlineData("联络机器人\n交办：上报方案（1301-2）\n签收")]
    [InlineData("交办：上报方案（1301-2）\r\n\r\n签收")]
    public void QuotationInTheCopyAsHtml_IsNoPartOfTheWords(string text)
    {
        var message = Message(
            text,
            $",\"attachments\":[{{\"contentType\":\"text/html\",\"content\":{Json($"{Reply}\n<p>签收</p>")}}}]");
        Assert.Equal(
            ("签收", new Quoted("1600457867820", "交办：上报方案（1301-2）"), false),
            (message.Text, message.Quoted, message.HasOther));
    }

    [Fact]
    public void QuotationOfAnotherKind_IsPartOfTheWords() =>
        Assert.Null(Message(
            "引文 签收",
            $",\"attachments\":[{{\"contentType\":\"text/html\",\"content\":{Json("<blockquote>引文</blockquote><p>签收</p>")}}}]").Quoted);

    [Theory]
    [InlineData("<p>签收</p><p><img itemtype=\"http://schema.skype.com/AMSImage\" src=\"https://x/y\"></p>", true)]
    [InlineData("<p>签收 <img itemtype=\"http://schema.skype.com/Emoji\" alt=\"👍\"></p>", false)]
    [InlineData("<p>签收</p>", false)]
    public void PictureAmongTheWords_IsNoticed(string html, bool picture)
    {
        var message = Message("签收", $",\"attachments\":[{{\"contentType\":\"text/html\",\"content\":{Json(html)}}}]");
        Assert.Equal((picture, picture), (message.HasOther, message.OnlyPictures));
    }

    [Theory]
    [InlineData("""{"contentType":"image/*","contentUrl":"https://x"},{"contentType":"text/html","content":"<img src='x'>"}""", true, true)]
    [InlineData("""{"contentType":"image/png","contentUrl":"https://x"},{"contentType":"audio/mp4","contentUrl":"https://x"}""", true, false)]
    [InlineData("""{"contentType":"application/vnd.microsoft.card.adaptive","content":{}}""", true, false)]
    [InlineData("""{"contentType":"messageReference","content":"{}"}""", false, false)]
    public void OtherAttachments_AreToldApart(string attachments, bool other, bool pictures)
    {
        var message = Message("签收", $",\"attachments\":[{attachments}]");
        Assert.Equal((other, pictures), (message.HasOther, message.OnlyPictures));
    }

    [Theory]
    [InlineData("""{"body":{"contentType":"html","content":"<attachment id=\"1\"></attachment>"},"attachments":[{"id":"1","contentType":"forwardedMessageReference","content":"{\"originalMessageId\":\"1\",\"originalMessageContent\":\"<p>长安区上报方案</p>\",\"originalMessageSender\":{\"user\":{\"displayName\":\"某处\"}}}"}]}""", "长安区上报方案（某处）", MessageShare.Preview)]
    [InlineData("""{"body":{"contentType":"html","content":"<attachment id=\"1\"></attachment><p>请办</p>"},"attachments":[{"id":"1","contentType":"messageReference","content":"{\"messageId\":\"1\",\"messagePreview\":\"长安区上报方案\",\"messageSender\":{\"user\":{\"displayName\":\"某处\"}}}"}]}""", "请办\n长安区上报方案（某处）", MessageShare.Preview)]
    [InlineData("""{"subject":"关于整改","body":{"contentType":"html","content":"<p>请上报</p>"}}""", "关于整改\n请上报", MessageShare.Words)]
    [InlineData("""{"subject":"关于整改","body":{"contentType":"html","content":"<p>关于整改的事</p>"}}""", "关于整改的事", MessageShare.Words)]
    [InlineData("""{"subject":null,"body":{"contentType":"html","content":"<div><img src=\"x\"></div>"}}""", "", MessageShare.OnlyPicture)]
    [InlineData("""{"body":{"contentType":"html","content":"<attachment id=\"1\"></attachment>"},"attachments":[{"id":"1","contentType":"reference","contentUrl":"https://x/a.docx","name":"a.docx"}]}""", "", MessageShare.OnlyFile)]
    [InlineData("""{"body":{"contentType":"html","content":"<attachment id=\"1\"></attachment>"},"attachments":[{"id":"1","contentType":"application/vnd.microsoft.card.adaptive","content":"{\"type\":\"AdaptiveCard\",\"body\":[{\"type\":\"TextBlock\",\"text\":\"上报方案\"},{\"type\":\"FactSet\",\"facts\":[{\"title\":\"地区\",\"value\":\"长安区\"}]},{\"type\":\"Input.Text\",\"value\":\"不读\"}],\"actions\":[{\"type\":\"Action.Submit\",\"title\":\"不读\"}]}"}]}""", "上报方案\n地区\n长安区", MessageShare.Words)]
    [InlineData("""{"body":{"contentType":"html","content":"<p></p>"},"attachments":[{"contentType":"forwardedMessageReference","content":"no json"},{"contentType":"forwardedMessageReference","content":7},5]}""", "", MessageShare.Nothing)]
    [InlineData("""{"attachments":{}}""", "", MessageShare.Nothing)]
    public void MessageThatIsAssigned_IsAllThatCarriesWords(string payload, string text, MessageShare share)
    {
        var read = Understood($"\"type\":\"invoke\",\"name\":\"composeExtension/fetchTask\",\"value\":{{\"messagePayload\":{payload}}}");
        var assigned = Assert.IsType<ChatEvent.AssignMessage>(Assert.IsType<Reading.Understood>(read).Incoming);
        Assert.Equal((text, share), (assigned.Text, assigned.Share));
    }

    [Theory]
    [InlineData("messageUpdate", "editMessage", true)]
    [InlineData("messageUpdate", "undeleteMessage", false)]
    [InlineData("messageDelete", "softDeleteMessage", false)]
    [InlineData("messageReaction", "x", false)]
    public void OnlyChangedWords_AreToldOf(string type, string happened, bool told) =>
        Assert.Equal(
            told,
            Understood($"\"type\":\"{type}\",\"text\":\"x\",\"channelData\":{{\"eventType\":\"{happened}\"}}") is Reading.Understood { Incoming: ChatEvent.Edited { Id: "7" } });

    private static ChatEvent.Message Message(string text, string rest = "") =>
        Assert.IsType<ChatEvent.Message>(Assert.IsType<Reading.Understood>(Understood($"\"type\":\"message\",\"text\":{Json(text)}{rest}")).Incoming);

    private static string Json(string text) => JsonValue.Create(text).ToJsonString();

    private static Reading Understood(string rest) => ActivityReader.Read(Encoding.UTF8.GetBytes(
        $$"""{"id":"7","serviceUrl":"http://localhost:1/_connector","conversation":{"id":"c","conversationType":"personal"},"from":{"id":"u","aadObjectId":"o"},"recipient":{"id":"b","name":"联络机器人"},{{rest}}}"""));
}
